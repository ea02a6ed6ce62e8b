/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "figures/kit/qn-figure-class.h"
#include "lab/labs/qn-lab-transport.h"

/* The heat current through the junction of the lab `transport` against the coupling of its qubits, by either model. Where each
 * model may be trusted is shaded, what the second law forbids is hatched, and the present junction is a disc on the
 * curve of its model. */

/* In units of the text. */
#define ROW 1.35 /* height of a row of names */

#define POINTS QN_LAB_TRANSPORT_POINTS
#define STEPS 320 /* across a shade: finer than its edge is sharp */
#define HEAD 0.24 /* of the span of currents, kept free above them for what is sound */
#define SOUND 3   /* qn_lab_transport_validity() from which a model counts as sound here */

typedef struct
{
  gboolean has;             /* the lab is the one that this is of */
  QnExperiment of;          /* what the curves are of */
  QnStableRange log_g;      /* natural logarithms */
  double g[POINTS], current[QN_N_LAB_TRANSPORT_MODELS][POINTS];
  double here;              /* the present coupling, 0: off the axis */
  QnLabTransportModel model;
} State;

static gboolean
read_curves (State *state, const QnSnapshot *s, QnRange *y)
{
  const QnTable *table = s->experiment.lab == &qn_lab_transport ? qn_report_find (s->outcome->tables, "coupling") : NULL;

  if (table == NULL)
    return FALSE;
  for (int i = 0; i < POINTS; i++)
    {
      state->g[i] = qn_table_get (table, i, 0);
      for (int m = 0; m < QN_N_LAB_TRANSPORT_MODELS; m++)
        {
          state->current[m][i] = qn_table_get (table, i, 1 + m);
          qn_range_include (y, state->current[m][i]);
        }
    }
  return TRUE;
}

static const char *
why_none (const QnFigure *figure)
{
  if (((const State *) figure->state)->has)
    return NULL;
  return _("The heat current against the coupling is a figure of two coupled qubits: choose the lab “Quantum heat transport”");
}

static gboolean
update (QnFigure *figure, double seconds, gboolean held, gboolean changed)
{
  State *state = figure->state;
  const QnSnapshot *s = figure->snapshot;
  gboolean moved;
  QnRange y = { 0, 0 };

  if (!state->has)
    state->log_g.shown = QN_RANGE_EMPTY;
  state->has = read_curves (state, s, &y);
  if (!state->has)
    return FALSE;
  state->of = s->experiment;
  state->here = qn_experiment_get (&s->experiment, "medium.coupling");
  state->model = (QnLabTransportModel) qn_experiment_get (&s->experiment, "model");
  state->log_g.held = held;
  moved = qn_stable_range_follow (&state->log_g, (QnRange) { log (state->g[0]), log (state->g[POINTS - 1]) }, seconds);
  figure->x.shown = (QnRange) { exp (state->log_g.shown.min), exp (state->log_g.shown.max) };
  y = qn_range_padded (y, 0.1, 1e-300);
  y.max += HEAD * (y.max - y.min);
  return qn_stable_range_follow (&figure->y, y, seconds) || moved;
}

/* --- Drawing -------------------------------------------------------------- */

static QnFrame
lay_out (QnFigure *figure, QnPen *pen)
{
  return qn_frame_of_ranges (figure, pen, qn_pen_whole (pen), qn_axis_title (_("Coupling of the qubits"), "<i>g</i>", QN_DIMENSION_ENERGY),
                             QN_SCALE_LOG, qn_axis_title (_("Heat current"), "<i>J</i>", QN_DIMENSION_POWER));
}

static gboolean
is_sound (const State *state, int model, double g)
{
  return qn_lab_transport_validity (&state->of, (QnLabTransportModel) model, g) >= SOUND;
}

/* The next stretch of the axis, from step *at on, where the model is sound; FALSE where there is none. */
static gboolean
next_stretch (const State *state, const QnAxes *axes, int model, int *at, double *left, double *right)
{
  QnRange g = axes->x.data;
  double ratio = log (g.max / g.min) / STEPS;
  int i = *at, first;

  while (i < STEPS && !is_sound (state, model, g.min * exp (ratio * (i + 0.5))))
    i++;
  for (first = i; i < STEPS && is_sound (state, model, g.min * exp (ratio * (i + 0.5)));)
    i++;
  *at = i;
  *left = axes->area.x + axes->area.width * first / STEPS;
  *right = axes->area.x + axes->area.width * i / STEPS;
  return i > first;
}

/* A bar across the stretch, one row a model, its name on it. */
static void
draw_bar (QnPen *pen, const QnAxes *axes, int model, double left, double right)
{
  double height = ROW * pen->text, y = axes->area.y + QN_GAP_NARROW * pen->text + (model == QN_LAB_TRANSPORT_GLOBAL ? 1.15 : 0) * height;
  QnRect within = { left, axes->area.y, right - left, axes->area.height };
  QnLabel label = { NULL, QN_SIZE_STROKE * pen->text, FALSE, pen->theme->line[QN_HUE_FOREGROUND], 0 };
  const char *const local[] = { _("local model valid"), _("local valid"), _("local"), NULL };
  const char *const global[] = { _("global model valid"), _("global valid"), _("global"), NULL };

  qn_pen_fill_rect (pen, (QnRect) { left, y, right - left, height }, qn_color_alpha (pen->theme->fill[QN_HUE_REFERENCE], 0.38));
  qn_pen_first (pen, label, model == QN_LAB_TRANSPORT_GLOBAL ? global : local, within, (QnSpot) { (left + right) / 2, y + height / 2, QN_ALIGN_CENTER, QN_ALIGN_CENTER });
}

/* Said in the row of the model that is sound nowhere on the axis. */
static void
draw_nowhere (QnPen *pen, const QnAxes *axes, int model)
{
  double y = axes->area.y + QN_GAP_NARROW * pen->text + (model == QN_LAB_TRANSPORT_GLOBAL ? 2.225 : 0.675) * ROW * pen->text;
  const char *words = model == QN_LAB_TRANSPORT_GLOBAL ? _("global model: nowhere valid") : _("local model: nowhere valid");
  QnLabel label = { words, QN_SIZE_STROKE * pen->text, FALSE, pen->theme->line[QN_HUE_FOREGROUND], 0.75 };

  qn_pen_text (pen, &label, axes->area, (QnSpot) { axes->area.x + QN_GAP_MARGIN * pen->text, y, QN_ALIGN_START, QN_ALIGN_CENTER });
}

static QnDash
dash_of (int model)
{
  return model == QN_LAB_TRANSPORT_GLOBAL ? QN_DASH_DASHED : QN_DASH_SOLID;
}

static void
draw_edge (QnPen *pen, const QnAxes *axes, int model, double x)
{
  if (x <= axes->area.x + 1 || x >= axes->area.x + axes->area.width - 1)
    return;
  qn_pen_vertical (pen, &axes->area, x);
  qn_pen_stroke (pen, qn_color_alpha (pen->theme->line[QN_HUE_REFERENCE], 0.8), dash_of (model), 0.7);
}

/* Ground, edges and bar of every stretch. */
static void
draw_shades (const State *state, QnPen *pen, const QnAxes *axes, int model, gboolean bars)
{
  double left, right;
  gboolean any = FALSE;

  for (int at = 0; next_stretch (state, axes, model, &at, &left, &right);)
    {
      any = TRUE;
      if (bars)
        {
          draw_bar (pen, axes, model, left, right);
          continue;
        }
      qn_pen_fill_rect (pen, (QnRect) { left, axes->area.y, right - left, axes->area.height }, qn_color_alpha (pen->theme->fill[QN_HUE_REFERENCE], 0.14));
      draw_edge (pen, axes, model, left);
      draw_edge (pen, axes, model, right);
    }
  if (bars && !any)
    draw_nowhere (pen, axes, model);
}

/* The side of zero to which heat would go from cold to hot by itself; at one temperature both. */
static void
draw_forbidden (const State *state, QnPen *pen, const QnAxes *axes)
{
  double hot = qn_experiment_get (&state->of, "hot.temperature"), cold = qn_experiment_get (&state->of, "cold.temperature"), zero = qn_axis_scale_map (&axes->y, 0);
  const QnRect *area = &axes->area;

  for (int side = 0; side < 2; side++)
    {
      double top = side ? zero : area->y, height = (side ? area->y + area->height : zero) - top;
      double y = side ? top + QN_GAP_NARROW * pen->text : top + height - QN_GAP_NARROW * pen->text;
      QnLabel label = { _("violates the second law"), QN_SIZE_NAME * pen->text, FALSE, pen->theme->line[QN_HUE_FOREGROUND], 0.85 };
      QnRect within = { area->x, top, area->width, height };

      if ((side ? hot < cold : hot > cold) || height < 1)
        continue;
      qn_canvas_rect (pen->canvas, area->x, top, area->width, height);
      qn_pen_hatch (pen, qn_color_alpha (pen->theme->line[QN_HUE_REFERENCE], 0.55), 5);
      for (int place = 0; place < 3; place++)
        if (qn_pen_text (pen, &label, within, (QnSpot) { area->x + (0.02 + 0.48 * place) * area->width, y, (QnAlign) place, side ? QN_ALIGN_START : QN_ALIGN_END }))
          break;
    }
}

/* --- Names of the curves -------------------------------------------------- */

/* Between two points of a curve by straight lines; NaN off it. */
static double
height_at (const State *state, const QnAxes *axes, int model, double x)
{
  double at = log (qn_axis_scale_unmap (&axes->x, x) / state->g[0]) / log (state->g[POINTS - 1] / state->g[0]) * (POINTS - 1), a, b;
  int i = CLAMP ((int) floor (at), 0, POINTS - 2);

  if (!(at >= 0) || !(at <= POINTS - 1))
    return NAN;
  a = state->current[model][i];
  b = state->current[model][i + 1];
  if (isnan (a) || isnan (b))
    return qn_axis_scale_map (&axes->y, isnan (a) ? b : a);
  return qn_axis_scale_map (&axes->y, a + (b - a) * (at - i));
}

static gboolean
on_a_curve (const State *state, const QnAxes *axes, QnRect box, double margin)
{
  for (int m = 0; m < QN_N_LAB_TRANSPORT_MODELS; m++)
    for (double x = box.x - margin; x <= box.x + box.width + margin; x += 2)
      {
        double y = height_at (state, axes, m, x);

        if (y > box.y - margin && y < box.y + box.height + margin)
          return TRUE;
      }
  return FALSE;
}

/* Beside its curve, on the side away from the other one, where the two are furthest apart. */
static void
name_curve (const State *state, QnPen *pen, const QnAxes *axes, int model)
{
  QnLabel label = { model == QN_LAB_TRANSPORT_GLOBAL ? _("global") : _("local"), pen->text, model == (int) state->model, pen->theme->line[QN_HUE_FOREGROUND], 0.75 };
  double best = -1, best_x = 0, best_y = 0;
  QnAlign best_align = QN_ALIGN_END;

  for (int i = 1; i < 20; i++)
    for (int below = 0; below < 2; below++)
      {
        double x = axes->area.x + axes->area.width * i / 20, y = height_at (state, axes, model, x), other = height_at (state, axes, !model, x);
        double at = y + (below ? 0.5 : -0.5) * pen->text, apart = (below ? y - other : other - y);
        QnAlign vertical = below ? QN_ALIGN_START : QN_ALIGN_END;
        QnRect box = qn_pen_measure (pen, label.markup, label.size, label.bold, (QnSpot) { x, at, QN_ALIGN_CENTER, vertical });

        if (apart <= best || !qn_rect_within (box, axes->area) || !qn_pen_free_at (pen, box) || on_a_curve (state, axes, box, 2))
          continue;
        best = apart;
        best_x = x;
        best_y = at;
        best_align = vertical;
      }
  if (best >= 0)
    qn_pen_text (pen, &label, axes->area, (QnSpot) { best_x, best_y, QN_ALIGN_CENTER, best_align });
}

/* Round the disc, as near as it is clear of both curves. */
static void
name_here (const State *state, QnPen *pen, const QnAxes *axes, double x, double y, const char *markup)
{
  static const double side[6][2] = { { 1, -1 }, { -1, -1 }, { 1, 1 }, { -1, 1 }, { 0, -1 }, { 0, 1 } };
  QnLabel label = { markup, QN_SIZE_NAME * pen->text, FALSE, pen->theme->line[QN_HUE_FOREGROUND], 0.75 };

  for (int i = 0; i < 24; i++)
    {
      const double *s = side[i % 6];
      QnSpot spot = qn_spot_towards (x, y, s, (0.5 + 0.7 * (i / 6)) * pen->text);

      if (!on_a_curve (state, axes, qn_pen_measure (pen, markup, label.size, FALSE, spot), 2)
          && qn_pen_text (pen, &label, axes->area, spot))
        return;
    }
}

/* --- Layers --------------------------------------------------------------- */

static void
draw_here (QnFigure *figure, QnPen *pen, const QnAxes *axes)
{
  const State *state = figure->state;
  double J = qn_results_get (&figure->snapshot->outcome->results, "current");
  g_autofree char *value = NULL;
  QnColor color = pen->theme->line[QN_HUE_FOREGROUND];

  if (!(state->here > 0) || !isfinite (J))
    return;
  qn_axes_disc (axes, pen->canvas, state->here, J, 3.2 * pen->line, color, pen->theme->background);
  value = qn_label_equals ("<i>J</i>", J, QN_DIMENSION_POWER);
  name_here (state, pen, axes, qn_axis_scale_map (&axes->x, state->here), qn_axis_scale_map (&axes->y, J), value);
}

static void
draw_static (QnFigure *figure, QnPen *pen)
{
  const State *state = figure->state;
  g_auto (QnFrame) frame = lay_out (figure, pen);
  const QnAxes *axes = frame.axes;

  for (int m = 0; m < QN_N_LAB_TRANSPORT_MODELS; m++)
    draw_shades (state, pen, axes, m, FALSE);
  draw_forbidden (state, pen, axes);
  qn_frame_draw (&frame, pen);
  qn_pen_horizontal (pen, &axes->area, qn_axis_scale_map (&axes->y, 0));
  qn_pen_stroke (pen, pen->theme->frame, QN_DASH_SOLID, 0.9);
  for (int m = 0; m < QN_N_LAB_TRANSPORT_MODELS; m++)
    qn_axes_line (axes, pen->canvas, state->g, state->current[m], POINTS, (QnLineStyle) { pen->theme->line[QN_HUE_FOREGROUND], (m == (int) state->model ? 2.2 : 1.4) * pen->line, dash_of (m) });
  for (int m = 0; m < QN_N_LAB_TRANSPORT_MODELS; m++)
    draw_shades (state, pen, axes, m, TRUE);
  draw_here (figure, pen, axes);
  for (int m = 0; m < QN_N_LAB_TRANSPORT_MODELS; m++)
    name_curve (state, pen, axes, m);
}

static void
csv_row (const State *state, GString *out, const char *name, double g, double local, double global)
{
  const double numbers[] = { g, local, global, qn_lab_transport_validity (&state->of, QN_LAB_TRANSPORT_LOCAL, g), qn_lab_transport_validity (&state->of, QN_LAB_TRANSPORT_GLOBAL, g) };

  qn_csv_row (out, numbers, G_N_ELEMENTS (numbers), "%s", name);
}

static void
csv (QnFigure *figure, GString *out)
{
  const State *state = figure->state;

  if (!state->has)
    return;
  qn_csv_heads (out, "row", QN_DIMENSION_NONE, "coupling", QN_DIMENSION_ENERGY, "local heat current", QN_DIMENSION_POWER, "global heat current", QN_DIMENSION_POWER,
                "validity of the local model", QN_DIMENSION_NONE, "validity of the global model", QN_DIMENSION_NONE, NULL);
  for (int i = 0; i < POINTS; i++)
    csv_row (state, out, "curve", state->g[i], state->current[QN_LAB_TRANSPORT_LOCAL][i], state->current[QN_LAB_TRANSPORT_GLOBAL][i]);
  csv_row (state, out, "present", state->here, qn_lab_transport_current (&state->of, QN_LAB_TRANSPORT_LOCAL, state->here), qn_lab_transport_current (&state->of, QN_LAB_TRANSPORT_GLOBAL, state->here));
}

static char *
describe (QnFigure *figure)
{
  const State *state = figure->state;
  g_autofree char *g = qn_plain (state->here, QN_DIMENSION_ENERGY);
  g_autofree char *local = qn_plain (qn_lab_transport_current (&state->of, QN_LAB_TRANSPORT_LOCAL, state->here), QN_DIMENSION_POWER);
  g_autofree char *global = qn_plain (qn_lab_transport_current (&state->of, QN_LAB_TRANSPORT_GLOBAL, state->here), QN_DIMENSION_POWER);

  return g_strdup_printf (_("Heat current at coupling %s: %s by the local model, which is %s here; %s by the global one, which is %s."), g,
                          local, is_sound (state, QN_LAB_TRANSPORT_LOCAL, state->here) ? _("valid") : _("doubtful"),
                          global, is_sound (state, QN_LAB_TRANSPORT_GLOBAL, state->here) ? _("valid") : _("doubtful"));
}

const QnFigureClass qn_figure_class_coupling = {
  .info = { "coupling", N_("Current and coupling"),
            N_("Heat current against the coupling of two qubits in the local and the global model, with the range in which each is valid"), FALSE },
  .state_size = sizeof (State),
  .why_none = why_none,
  .update = update,
  .draw_static = draw_static,
  .csv = csv,
  .describe = describe,
};
