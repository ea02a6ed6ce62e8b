/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "figures/kit/qn-contours.h"
#include "figures/kit/qn-figure-class.h"
#include "sim/qn-background.h"

/* One result over two parameters: colour and lines of equal value, modes of operation as regions, and the present place. */

/* In units of the text. */
#define HEAD 1.6
#define BAR 0.9        /* width of the key */
#define KEY_WIDTH 24   /* a figure as wide as this has one */
#define NAMED 16       /* and one as wide as this names what is in it */
#define LEVELS 6

typedef struct
{
  QnGrid *grid; /* Owned: what is drawn */
} State;

typedef struct
{
  QnField field;
  QnRect bar; /* width 0: there is none */
  QnFrame frame;
} Layout;

static const QnResult *
result_of (const QnGrid *grid)
{
  return &grid->plan.experiment.lab->results[grid->plan.value[0]];
}

static const QnParameter *
parameter_of (const QnGrid *grid, int axis)
{
  return &grid->plan.experiment.lab->parameters[grid->plan.axis[axis].parameter];
}

static const char *
why_none (const QnFigure *figure)
{
  return figure->snapshot->map == NULL ? _("The map is being computed") : NULL;
}

static gboolean
update (QnFigure *figure, double seconds, gboolean held, gboolean changed)
{
  State *state = figure->state;

  if (state->grid == figure->snapshot->map)
    return FALSE;
  g_clear_pointer (&state->grid, qn_grid_unref);
  state->grid = figure->snapshot->map != NULL ? qn_grid_ref (figure->snapshot->map) : NULL;
  return TRUE;
}

static void
clear (QnFigure *figure)
{
  g_clear_pointer (&((State *) figure->state)->grid, qn_grid_unref);
}

/* --- Layout --------------------------------------------------------------- */

static QnAxis
axis_of (const QnGrid *grid, int a)
{
  const QnParameter *p = parameter_of (grid, a);
  const double *at = grid->at[a];
  int n = grid->plan.axis[a].n;

  return (QnAxis) { qn_axis_title (_(p->name), p->symbol, p->dimension), grid->plan.axis[a].log ? QN_SCALE_LOG : QN_SCALE_LINEAR, { at[0], n > 1 ? at[n - 1] : at[0] + 1e-9 } };
}

static void
lay_out (QnFigure *figure, QnPen *pen, const QnGrid *grid, Layout *layout)
{
  double top = HEAD * pen->text, size = QN_SIZE_STROKE * pen->text, room = 0;
  QnRect bounds = { 0, top, pen->width, pen->height - top };

  *layout = (Layout) { .field = qn_field_of (grid, 0) };
  if (pen->width > KEY_WIDTH * pen->text)
    room = BAR * pen->text + qn_field_key_room (pen, &layout->field, bounds.height, size) + QN_GAP * pen->text;
  bounds.width -= room;
  layout->frame = qn_frame_lay_out (figure, pen, bounds, axis_of (grid, 0), axis_of (grid, 1));
  if (room > 0)
    layout->bar = (QnRect) { bounds.width, layout->frame.axes->area.y, BAR * pen->text, layout->frame.axes->area.height };
}

/* --- Regions -------------------------------------------------------------- */

static gboolean
has_mode (const QnGrid *grid, gsize point, gconstpointer mode)
{
  return grid->reason[point] == NULL && grid->mode[point] == *(const QnMode *) mode;
}

static gboolean
has_another (const QnGrid *grid, gsize point, gconstpointer mode)
{
  return grid->reason[point] == NULL && grid->mode[point] != *(const QnMode *) mode;
}

static gboolean
breaks_second_law (const QnGrid *grid, gsize point, gconstpointer yes)
{
  return grid->reason[point] == NULL && ((grid->doubts[point] & QN_DOUBT_MODEL) != 0) == (yes != NULL);
}

static gboolean
is_hole (const QnGrid *grid, gsize point, gconstpointer data)
{
  return grid->reason[point] != NULL;
}

/* Modes have hatches as dense as they are far from use; an engine has none. */
static const struct
{
  QnMode mode;
  double spacing; /* of the hatch; 0: none */
} kinds[] = { { QN_MODE_ENGINE, 0 }, { QN_MODE_REFRIGERATOR, 10 }, { QN_MODE_ACCELERATOR, 6.5 }, { QN_MODE_HEATER, 4 }, { QN_MODE_CONDUCTION, 8 } };

static gboolean
has_modes (const QnLab *lab)
{
  for (int i = 0; i < lab->n_results; i++)
    if (lab->results[i].kind == QN_RESULT_MODE)
      return TRUE;
  return FALSE;
}

static void
draw_modes (QnPen *pen, const QnAxes *axes, const QnGrid *grid)
{
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      if (kinds[i].spacing > 0)
        {
          qn_region_path (pen, axes, grid, has_mode, &kinds[i].mode);
          qn_pen_hatch (pen, qn_color_alpha (qn_color_hex (0x000000), 0.2), kinds[i].spacing);
        }
      if (qn_border_path (pen, axes, grid, has_mode, &kinds[i].mode, has_another, &kinds[i].mode))
        qn_pen_stroke (pen, qn_color_hex (0x000000), QN_DASH_SOLID, 1);
    }
}

static void
name_region (QnPen *pen, const QnAxes *axes, const QnGrid *grid, QnRegion region, gconstpointer data, const char *name)
{
  QnLabel label = { name, pen->text, TRUE, pen->theme->line[QN_HUE_FOREGROUND], 0.8 };
  gsize point;
  QnSpot at = { 0, 0, QN_ALIGN_CENTER, QN_ALIGN_CENTER };

  if (!qn_region_middle (grid, region, data, &point))
    return;
  at.x = qn_axis_scale_map (&axes->x, grid->at[0][qn_grid_index (&grid->plan, point, 0)]);
  at.y = qn_axis_scale_map (&axes->y, grid->at[1][qn_grid_index (&grid->plan, point, 1)]);
  qn_pen_text (pen, &label, axes->area, at);
}

static void
name_modes (QnPen *pen, const QnAxes *axes, const QnGrid *grid)
{
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    name_region (pen, axes, grid, has_mode, &kinds[i].mode, qn_mode_name (kinds[i].mode));
  name_region (pen, axes, grid, is_hole, NULL, _("not computable"));
}

/* Where it meets a border, as near to the middle of the axes as it finds room. */
static void
name_border (QnPen *pen, const QnAxes *axes, const QnGrid *grid, const QnMode *one, const QnMode *other, const char *name)
{
  QnLabel label = { name, QN_SIZE_LIMIT * pen->text, FALSE, pen->theme->line[QN_HUE_FOREGROUND], 0.8 };
  int nx = grid->plan.axis[0].n, ny = grid->plan.axis[1].n;

  for (int away = 0; away < ny / 2; away++)
    for (int side = -1; side <= 1; side += 2)
      for (int i = 0, k = ny / 2 + side * away; i + 1 < nx && k >= 0 && k < ny; i++)
        {
          gsize here = (gsize) (k * nx + i);

          if (!(has_mode (grid, here, one) && has_mode (grid, here + 1, other)) && !(has_mode (grid, here, other) && has_mode (grid, here + 1, one)))
            continue;
          if (qn_pen_text (pen, &label, axes->area, (QnSpot) { qn_axis_scale_map (&axes->x, grid->at[0][i]), qn_axis_scale_map (&axes->y, grid->at[1][k]), QN_ALIGN_CENTER, QN_ALIGN_CENTER }))
            return;
        }
}

/* An engine turns into a refrigerator where it reaches Carnot's limit; elsewhere a region lies between them. */
static void
draw_limits (QnPen *pen, const QnAxes *axes, const QnGrid *grid)
{
  static const QnMode engine = QN_MODE_ENGINE, refrigerator = QN_MODE_REFRIGERATOR;

  if (has_modes (grid->plan.experiment.lab) && qn_border_path (pen, axes, grid, has_mode, &engine, has_mode, &refrigerator))
    {
      qn_pen_stroke (pen, qn_color_hex (0x000000), QN_DASH_SOLID, 2.6);
      name_border (pen, axes, grid, &engine, &refrigerator, _("Carnot’s limit"));
    }
  if (qn_border_path (pen, axes, grid, breaks_second_law, "", breaks_second_law, NULL))
    {
      qn_pen_stroke (pen, qn_color_hex (0x000000), QN_DASH_DOTTED, 2.6);
      name_region (pen, axes, grid, breaks_second_law, "", _("second law violated"));
    }
}

/* --- Layers --------------------------------------------------------------- */

static void
draw_levels (QnPen *pen, const QnAxes *axes, const QnGrid *grid, const QnField *field)
{
  QnAxisScale scale = { QN_SCALE_LINEAR, { field->from, field->to }, 0, 1 };
  QnTick ticks[16];
  int n = qn_axis_ticks (&scale, LEVELS, ticks, G_N_ELEMENTS (ticks));

  for (int i = 0; i < n; i++)
    qn_contour_draw (pen, axes, grid, 0, ticks[i].value, ticks[i].label);
}

/* "Power P (eps2/h)", and what of it is still coarse. */
static void
draw_head (QnPen *pen, const QnGrid *grid)
{
  const QnResult *r = result_of (grid);
  g_autofree char *title = qn_axis_title (_(r->name), r->symbol, r->dimension);
  QnLabel label = { NULL, pen->text, TRUE, pen->theme->line[QN_HUE_FOREGROUND], 0 };

  qn_pen_first (pen, label, (const char *const[]) { title, _(r->name), r->symbol, NULL }, (QnRect) { 0, 0, pen->width, HEAD * pen->text },
                (QnSpot) { QN_GAP * pen->text, 0.5 * HEAD * pen->text, QN_ALIGN_START, QN_ALIGN_CENTER });
}

static void
draw_static (QnFigure *figure, QnPen *pen)
{
  const QnGrid *grid = figure->snapshot->map;
  Layout layout;
  const QnAxes *axes;
  gboolean named = pen->width > NAMED * pen->text;

  lay_out (figure, pen, grid, &layout);
  axes = layout.frame.axes;
  draw_head (pen, grid);
  qn_field_draw (pen, axes, grid, 0, &layout.field);
  qn_pen_clip (pen, axes->area);
  if (has_modes (grid->plan.experiment.lab))
    draw_modes (pen, axes, grid);
  draw_limits (pen, axes, grid);
  if (named && has_modes (grid->plan.experiment.lab))
    name_modes (pen, axes, grid);
  draw_levels (pen, axes, grid, &layout.field);
  qn_canvas_restore (pen->canvas);
  qn_frame_draw (&layout.frame, pen);
  if (layout.bar.width > 0)
    qn_field_draw_key (pen, &layout.field, layout.bar, QN_SIZE_STROKE * pen->text);
  qn_frame_clear (&layout.frame);
}

static void
draw_live (QnFigure *figure, QnPen *pen)
{
  const QnGrid *grid = figure->snapshot->map;
  const double *value = figure->snapshot->experiment.value;
  Layout layout;
  double x = value[grid->plan.axis[0].parameter], y = value[grid->plan.axis[1].parameter];

  if (grid->plan.experiment.lab != figure->snapshot->experiment.lab)
    return;
  lay_out (figure, pen, grid, &layout);
  qn_pen_clip (pen, qn_rect_inset (layout.frame.axes->area, -4 * pen->line, -4 * pen->line));
  qn_axes_disc (layout.frame.axes, pen->canvas, x, y, 4.6 * pen->line, qn_color_hex (0xffffff), qn_color_hex (0x000000));
  qn_axes_disc (layout.frame.axes, pen->canvas, x, y, 2.6 * pen->line, qn_color_hex (0x000000), qn_color_hex (0xffffff));
  qn_canvas_restore (pen->canvas);
  qn_frame_clear (&layout.frame);
}

static gboolean
handle (const QnFigure *figure, QnFigureHandle *out)
{
  const QnGrid *grid = figure->snapshot->map;
  const QnAxes *axes = &figure->kept.axes;

  *out = (QnFigureHandle) { axes->area, axes->x, axes->y, { grid->plan.axis[0].parameter, grid->plan.axis[1].parameter } };
  return TRUE;
}

/* --- Data and words ------------------------------------------------------- */

static void
csv (QnFigure *figure, GString *out)
{
  const QnGrid *grid = figure->snapshot->map;

  qn_csv_head (out, "mode", QN_DIMENSION_NONE, grid == NULL);
  if (grid == NULL)
    return;
  for (int a = 0; a < 2; a++)
    qn_csv_head (out, _(parameter_of (grid, a)->name), parameter_of (grid, a)->dimension, FALSE);
  qn_csv_head (out, _(result_of (grid)->name), result_of (grid)->dimension, TRUE);
  for (gsize i = 0; i < grid->n; i++)
    {
      const double numbers[] = { grid->at[0][qn_grid_index (&grid->plan, i, 0)], grid->at[1][qn_grid_index (&grid->plan, i, 1)], qn_grid_value (grid, i, 0) };

      qn_csv_row (out, numbers, G_N_ELEMENTS (numbers), "%s", grid->reason[i] != NULL ? "" : qn_mode_id (grid->mode[i]));
    }
}

static char *
describe (QnFigure *figure)
{
  const QnSnapshot *s = figure->snapshot;
  const QnGrid *grid = s->map;
  const QnResult *r = result_of (grid);
  double most = -INFINITY;
  gsize best = 0;
  g_autofree char *value = NULL, *x = NULL, *y = NULL, *now = NULL;

  for (gsize i = 0; i < grid->n; i++)
    if (qn_grid_value (grid, i, 0) > most)
      {
        most = qn_grid_value (grid, i, 0);
        best = i;
      }
  value = qn_plain (isfinite (most) ? most : NAN, r->dimension);
  x = qn_plain (grid->at[0][qn_grid_index (&grid->plan, best, 0)], parameter_of (grid, 0)->dimension);
  y = qn_plain (grid->at[1][qn_grid_index (&grid->plan, best, 1)], parameter_of (grid, 1)->dimension);
  now = qn_plain (qn_results_get (&s->outcome->results, r->id), r->dimension);
  return g_strdup_printf (_("%s over %s and %s: the maximum is %s at %s and %s. Now %s."), _(r->name), _(parameter_of (grid, 0)->name), _(parameter_of (grid, 1)->name), value, x, y, now);
}

const QnFigureClass qn_figure_class_map = {
  .info = { "map", N_("Map"), N_("Any result over two parameters, with modes of operation as regions and the present values as a handle"), FALSE, QN_EXTRA_MAP },
  .state_size = sizeof (State),
  .why_none = why_none,
  .update = update,
  QN_FIGURE_DRAWN,
  .clear = clear,
  .handle = handle,
};
