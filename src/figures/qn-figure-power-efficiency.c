/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/qn-background.h"
#include "figures/kit/qn-figure-class.h"

/* Power against the cycle time, and against efficiency: the loop that fast and slow cycles of one machine make. A
 * refrigerator has its cooling power and its coefficient of performance instead.
 *
 * The band is that of low dissipation: M. Esposito, R. Kawai, K. Lindenberg & C. Van den Broeck, PRL 105, 150603 (2010). A
 * cycle whose work falls short by B/tau of its quasi-static A = eta_C Q_h has its greatest power at tau = 2 B/A, with work A/2.
 * Of the loss a share f, 0..1, is the hot side's, so that the efficiency there is eta_C/(2 - f eta_C). */

/* In units of the text. */
#define HEAD 2 /* height of the head */
#define WIDE_HEIGHT 11 /* two panels side by side need, */
#define WIDE_WIDTH 36
#define TALL_HEIGHT 27 /* and one above the other */
#define TALL_WIDTH 20

typedef struct
{
  guint64 serial;      /* of the curve that is drawn; 0: none */
  gboolean stale;      /* it is the last experiment's */
  double progress;
  QnMode mode;         /* engine, refrigerator, or idle: the machine is neither at any cycle time */
  double carnot, curzon_ahlborn, low, high; /* NaN: there is none */
  int best;            /* -1: none */
  gboolean inside;     /* a maximum, and not an end of the curve */
  gsize n;
  double period[QN_SWEEP_MOST], output[QN_SWEEP_MOST], value[QN_SWEEP_MOST]; /* NaN outside the mode */
  double power[QN_SWEEP_MOST]; /* of an engine also where it is none */
  double top;          /* of the axis of efficiency */
} State;

static const char *
value_id (QnMode mode)
{
  return mode == QN_MODE_REFRIGERATOR ? "cop" : "efficiency";
}

/* What the present machine does, or else what the curve can. */
static QnMode
mode_of (const QnSnapshot *s)
{
  QnMode mode = s->outcome->results.mode;

  if (mode == QN_MODE_ENGINE || mode == QN_MODE_REFRIGERATOR)
    return mode;
  if (qn_sweep_curve_best (s->sweep, QN_MODE_ENGINE, NULL) >= 0)
    return QN_MODE_ENGINE;
  return qn_sweep_curve_best (s->sweep, QN_MODE_REFRIGERATOR, NULL) >= 0 ? QN_MODE_REFRIGERATOR : QN_MODE_IDLE;
}

static void
read_points (State *state, const QnSweepCurve *curve)
{
  state->n = MIN (curve->n, QN_SWEEP_MOST);
  for (gsize i = 0; i < state->n; i++)
    {
      const QnResults *results = &curve->points[i].results;

      state->period[i] = qn_results_get (results, "period");
      state->output[i] = qn_sweep_output (results, state->mode);
      state->value[i] = isfinite (state->output[i]) ? qn_results_get (results, value_id (state->mode)) : NAN;
      state->power[i] = state->mode == QN_MODE_ENGINE ? qn_results_get (results, "power") : NAN;
      if (isfinite (state->value[i]))
        state->top = fmax (state->top, state->value[i]);
    }
}

static void
read_limits (State *state, const QnSweepCurve *curve)
{
  const QnResults *results = state->best >= 0 ? &curve->points[state->best].results : NULL;

  state->carnot = results ? qn_results_get (results, "carnot") : NAN;
  state->curzon_ahlborn = state->low = state->high = NAN;
  if (state->mode == QN_MODE_ENGINE && results)
    {
      state->curzon_ahlborn = qn_results_get (results, "curzon_ahlborn");
      state->low = state->carnot / 2;
      state->high = state->carnot / (2 - state->carnot);
    }
  state->top = fmax (state->top, isfinite (state->carnot) ? state->carnot : 0);
}

static void
read_curve (State *state, const QnSnapshot *s)
{
  QnMode mode = mode_of (s);

  memset (state, 0, sizeof *state);
  state->serial = s->sweep->serial;
  state->stale = !qn_experiment_equal (&s->sweep->experiment, &s->experiment);
  state->progress = state->stale ? 0 : s->sweep->progress;
  state->mode = mode;
  state->best = qn_sweep_curve_best (s->sweep, mode, &state->inside);
  read_points (state, s->sweep);
  read_limits (state, s->sweep);
}

static void
ranges (const State *state, const QnSnapshot *s, QnRange *x, QnRange *y)
{
  *x = *y = QN_RANGE_EMPTY;
  for (gsize i = 0; i < state->n; i++)
    {
      if (isfinite (state->output[i]))
        qn_range_include (x, log10 (state->period[i]));
      qn_range_include (y, state->output[i]);
    }
  qn_range_include (x, log10 (qn_results_get (&s->outcome->results, "period")));
  if (x->min > log10 (state->period[0]))
    x->min = MAX (x->min - 0.2, log10 (state->period[0]));
  *x = qn_range_padded (*x, 0, 0.1);
  qn_range_include (y, 0);
  y->max += 0.1 * (y->max - y->min);
  for (gsize i = 0; i < state->n; i++)
    if (state->power[i] < 0)
      y->min = -0.12 * y->max;
  *y = qn_range_padded (*y, 0, 1e-12);
}

static gboolean
update (QnFigure *figure, double seconds, gboolean held, gboolean changed)
{
  State *state = figure->state;
  const QnSnapshot *s = figure->snapshot;
  gboolean anew;
  QnRange x, y;

  if (s->sweep == NULL)
    {
      anew = state->serial != 0;
      memset (state, 0, sizeof *state);
      return anew;
    }
  anew = changed || s->sweep->serial != state->serial;
  if (anew)
    read_curve (state, s);
  if (state->best < 0)
    return anew;
  ranges (state, s, &x, &y);
  return qn_figure_follow (figure, x, y, seconds) || anew;
}

/* --- Layout --------------------------------------------------------------- */

typedef struct
{
  gboolean both;       /* room for both panels */
  char *time, *output, *value; /* titles */
  QnAxis x, y, eta;
  QnAxes over_time, loop;
  QnRect time_bounds, loop_bounds;
  double head;
} Layout;

static void
titles (const QnFigure *figure, Layout *layout)
{
  const QnLab *lab = figure->snapshot->experiment.lab;
  gboolean cooling = ((const State *) figure->state)->mode == QN_MODE_REFRIGERATOR;

  layout->time = qn_axis_title (_("Cycle time"), qn_result_symbol (lab, "period", "<i>τ</i>"), QN_DIMENSION_TIME);
  layout->output = cooling ? qn_axis_title (_("Cooling power"), "<i>Q</i><sub>c</sub>/<i>τ</i>", QN_DIMENSION_POWER)
                           : qn_axis_title (_("Power"), qn_result_symbol (lab, "power", "<i>P</i>"), QN_DIMENSION_POWER);
  layout->value = cooling ? qn_axis_title (_("Coefficient of performance"), "", QN_DIMENSION_NONE) : qn_axis_title (_("Efficiency"), "<i>η</i>", QN_DIMENSION_NONE);
}

/* Side by side, one above the other, or the loop alone. */
static void
divide (QnPen *pen, Layout *layout)
{
  double w = pen->width, h = pen->height - layout->head, gap = QN_GAP_WIDE * pen->text;
  gboolean wide = w > 1.2 * pen->height;
  QnRect parts[2];

  layout->both = wide ? w > WIDE_WIDTH * pen->text && h > WIDE_HEIGHT * pen->text : w > TALL_WIDTH * pen->text && h > TALL_HEIGHT * pen->text;
  layout->loop_bounds = (QnRect) { 0, layout->head, w, h };
  if (!layout->both)
    return;
  qn_rect_divide (layout->loop_bounds, wide, (wide ? 0.46 * w : 0.44 * h) - gap / 2, gap, parts);
  layout->time_bounds = parts[0];
  layout->loop_bounds = parts[1];
}

static void
lay_out (QnFigure *figure, QnPen *pen, Layout *layout)
{
  const State *state = figure->state;

  *layout = (Layout) { .head = HEAD * pen->text };
  titles (figure, layout);
  layout->x = (QnAxis) { layout->time, QN_SCALE_LOG, { pow (10, figure->x.shown.min), pow (10, figure->x.shown.max) } };
  layout->y = (QnAxis) { layout->output, QN_SCALE_LINEAR, figure->y.shown };
  layout->eta = (QnAxis) { layout->value, QN_SCALE_LINEAR, { 0, 1.02 * state->top }, state->mode == QN_MODE_ENGINE };
  divide (pen, layout);
  if (layout->both)
    layout->over_time = qn_axes_layout (pen->canvas, pen->theme, layout->time_bounds, &layout->x, &layout->y);
  layout->loop = qn_axes_layout (pen->canvas, pen->theme, layout->loop_bounds, &layout->eta, &layout->y);
}

static void
layout_clear (Layout *layout)
{
  g_free (layout->time);
  g_free (layout->output);
  g_free (layout->value);
}

/* --- Words ---------------------------------------------------------------- */

static char *
amount (const State *state, double value)
{
  return state->mode == QN_MODE_REFRIGERATOR ? qn_format_markup (value, 3) : qn_percent (value);
}

static gboolean
at_fast_end (const State *state)
{
  for (int i = 0; i < state->best; i++)
    if (isfinite (state->output[i]) && state->output[i] < state->output[state->best] * (1 - 1e-6))
      return FALSE;
  return TRUE;
}

/* Why there is no curve, or no maximum on it; NULL: there is. */
static const char *
note (const State *state)
{
  if (state->serial == 0)
    return _("Cycles of other durations are being computed");
  if (state->best < 0)
    return state->n > 0 ? _("Neither an engine nor a refrigerator at any cycle time") : _("No cycle of another duration can be computed");
  if (state->inside)
    return NULL;
  return at_fast_end (state) ? _("Power grows with shorter cycles: no maximum") : _("Power grows with longer cycles: no maximum in view");
}

static char *
head_text (const QnFigure *figure, int brief)
{
  const State *state = figure->state;
  const QnLab *lab = figure->snapshot->experiment.lab;
  g_autofree char *value = NULL, *time = NULL;

  if (note (state) != NULL)
    return g_strdup (note (state));
  value = amount (state, state->value[state->best]);
  if (brief == 2)
    return g_strdup_printf (_("maximum power at %s"), value);
  time = qn_label_equals (qn_result_symbol (lab, "period", "<i>τ</i>"), state->period[state->best], QN_DIMENSION_TIME);
  return brief == 1 ? g_strdup_printf (_("Maximum power at %s, %s"), time, value)
         : state->mode == QN_MODE_REFRIGERATOR ? g_strdup_printf (_("Maximum cooling power at %s, with COP %s"), time, value)
                                               : g_strdup_printf (_("Maximum power at %s, with efficiency %s"), time, value);
}

static void
draw_head (const QnFigure *figure, QnPen *pen, const Layout *layout)
{
  const State *state = figure->state;
  QnRect row = { 0, 0, pen->width, layout->head };
  double y = 0.5 * layout->head;

  if (state->progress < 1)
    {
      g_autofree char *share = g_strdup_printf (_("%d\u202f%% computed"), (int) floor (100 * state->progress));
      QnLabel label = { share, QN_SIZE_NOTE * pen->text, FALSE, pen->theme->line[QN_HUE_REFERENCE], 0 };

      qn_pen_text (pen, &label, row, (QnSpot) { pen->width - QN_GAP * pen->text, y, QN_ALIGN_END, QN_ALIGN_CENTER });
    }
  for (int brief = 0; brief < 3; brief++)
    {
      g_autofree char *text = head_text (figure, brief);
      QnLabel label = { text, pen->text, state->inside, pen->theme->line[QN_HUE_FOREGROUND], 0 };

      if (qn_pen_text (pen, &label, row, (QnSpot) { QN_GAP * pen->text, y, QN_ALIGN_START, QN_ALIGN_CENTER }))
        return;
    }
}

/* --- Limits --------------------------------------------------------------- */

static int
points_in (const State *state, const QnAxes *axes, QnRect box)
{
  int n = 0;

  for (gsize i = 0; i < state->n; i++)
    {
      double x = qn_axis_scale_map (&axes->x, state->value[i]), y = qn_axis_scale_map (&axes->y, state->output[i]);

      n += x > box.x - 2 && x < box.x + box.width + 2 && y > box.y - 2 && y < box.y + box.height + 2;
    }
  return n;
}

/* Takes the box where it is free and covers less of the curve than the best so far. */
static void
prefer (const State *state, const QnPen *pen, const QnAxes *axes, QnRect box, QnRect *best, int *least)
{
  int covered = points_in (state, axes, box);

  if (covered >= *least || !qn_rect_within (box, axes->area) || !qn_pen_free_at (pen, box))
    return;
  *least = covered;
  *best = box;
}

/* Upright beside the line at x, on the side and at the height where it covers the least of the curve. */
static void
draw_name (const State *state, QnPen *pen, const QnAxes *axes, double x, const char *name, QnHue hue)
{
  double size = QN_SIZE_NOTE * pen->text, w, h;
  int least = G_MAXINT;
  QnRect best = { 0 };

  qn_canvas_measure (pen->canvas, name, size, FALSE, &w, &h);
  for (int i = 0; i < 10; i++)
    {
      double y = axes->area.y + QN_GAP_NARROW * pen->text + (i / 2) * (axes->area.height - w - 2 * QN_GAP_NARROW * pen->text) / 4, beside = QN_GAP_LEADER * pen->text;

      prefer (state, pen, axes, (QnRect) { i % 2 ? x + beside : x - beside - h, y, h, w }, &best, &least);
    }
  if (least == G_MAXINT)
    return;
  qn_pen_fill_rect (pen, best, qn_color_alpha (pen->theme->background, least > 0 ? 0.85 : 0.5));
  qn_pen_upright (pen, name, size, pen->theme->line[hue], best.x, best.y + best.height / 2);
  qn_pen_take (pen, best);
}

static void
draw_band (const State *state, QnPen *pen, const QnAxes *axes)
{
  double from = qn_axis_scale_map (&axes->x, state->low), to = qn_axis_scale_map (&axes->x, state->high);

  if (!isfinite (state->low))
    return;
  qn_pen_fill_rect (pen, (QnRect) { from, axes->area.y, MAX (to - from, pen->line), axes->area.height }, qn_color_alpha (pen->theme->line[QN_HUE_REFERENCE], 0.18));
}

static void
draw_limits (const State *state, QnPen *pen, const QnAxes *axes)
{
  if (isfinite (state->carnot))
    {
      qn_pen_vertical (pen, &axes->area, qn_axis_scale_map (&axes->x, state->carnot));
      qn_pen_stroke (pen, pen->theme->line[QN_HUE_FOREGROUND], QN_DASH_DASHED, 1.8);
    }
  if (isfinite (state->curzon_ahlborn))
    {
      qn_pen_vertical (pen, &axes->area, qn_axis_scale_map (&axes->x, state->curzon_ahlborn));
      qn_pen_stroke (pen, pen->theme->line[QN_HUE_REFERENCE], QN_DASH_DOTTED, 1.6);
    }
}

static void
name_value (const State *state, QnPen *pen, const QnAxes *axes, double value, const char *words, const char *number, QnHue hue)
{
  g_autofree char *name = g_strdup_printf ("%s  %s", words, number);

  if (isfinite (value))
    draw_name (state, pen, axes, qn_axis_scale_map (&axes->x, value), name, hue);
}

static void
draw_names (const State *state, QnPen *pen, const QnAxes *axes)
{
  g_autofree char *carnot = amount (state, state->carnot), *curzon_ahlborn = amount (state, state->curzon_ahlborn);
  g_autofree char *low = amount (state, state->low), *high = amount (state, state->high), *both = g_strdup_printf ("%s – %s", low, high);

  name_value (state, pen, axes, state->carnot, _("Carnot"), carnot, QN_HUE_FOREGROUND);
  name_value (state, pen, axes, state->curzon_ahlborn, _("Curzon–Ahlborn"), curzon_ahlborn, QN_HUE_REFERENCE);
  name_value (state, pen, axes, state->low, _("low dissipation"), both, QN_HUE_REFERENCE);
}

/* --- Layers --------------------------------------------------------------- */

/* A rhombus: no disc of any machine's looks like it. */
static void
draw_best (const State *state, QnPen *pen, const QnAxes *axes, double at)
{
  double x = qn_axis_scale_map (&axes->x, at), y = qn_axis_scale_map (&axes->y, state->output[state->best]), r = 4.2 * pen->line;

  if (!state->inside)
    return;
  qn_canvas_move_to (pen->canvas, x, y - r);
  qn_canvas_line_to (pen->canvas, x + r, y);
  qn_canvas_line_to (pen->canvas, x, y + r);
  qn_canvas_line_to (pen->canvas, x - r, y);
  qn_canvas_close (pen->canvas);
  qn_canvas_set_color (pen->canvas, pen->theme->background);
  qn_canvas_fill_preserve (pen->canvas);
  qn_pen_stroke (pen, pen->theme->line[QN_HUE_FOREGROUND], QN_DASH_SOLID, 1.4);
}

/* How high the greatest power is, in both panels. */
static void
draw_level (const State *state, QnPen *pen, const QnAxes *axes)
{
  double y = qn_axis_scale_map (&axes->y, state->output[state->best]);

  if (!state->inside)
    return;
  qn_pen_horizontal (pen, &axes->area, y);
  qn_pen_stroke (pen, qn_color_alpha (pen->theme->line[QN_HUE_REFERENCE], 0.7), QN_DASH_DOTTED, 1);
}

static QnColor
curve_color (const State *state, QnPen *pen)
{
  QnColor color = pen->theme->line[state->mode == QN_MODE_REFRIGERATOR ? QN_HUE_COLD : QN_HUE_WORK];

  return qn_color_alpha (color, state->stale ? 0.35 : 1);
}

static void
draw_over_time (const State *state, QnPen *pen, const Layout *layout)
{
  const QnAxes *axes = &layout->over_time;
  double zero = 0, ends[2] = { layout->x.range.min, layout->x.range.max }, level[2] = { zero, zero };

  draw_level (state, pen, axes);
  if (layout->y.range.min < 0)
    qn_axes_line (axes, pen->canvas, ends, level, 2, (QnLineStyle) { pen->theme->frame, 0.8 * pen->line, QN_DASH_SOLID });
  if (state->mode == QN_MODE_ENGINE)
    qn_axes_line (axes, pen->canvas, state->period, state->power, state->n,
                  (QnLineStyle) { qn_color_alpha (pen->theme->line[QN_HUE_REFERENCE], state->stale ? 0.35 : 1), 1.2 * pen->line, QN_DASH_DASHED });
  qn_axes_line (axes, pen->canvas, state->period, state->output, state->n, (QnLineStyle) { curve_color (state, pen), 2.2 * pen->line, QN_DASH_SOLID });
  draw_best (state, pen, axes, state->period[state->best]);
}

/* Beside a point of the loop, where it covers the least of it. */
static void
draw_word (const State *state, QnPen *pen, const QnAxes *axes, int point, const char *word)
{
  static const double side[8][2] = { { 1, 0 }, { -1, 0 }, { 1, -1 }, { -1, -1 }, { 0, -1 }, { 1, 1 }, { -1, 1 }, { 0, 1 } };
  double x = qn_axis_scale_map (&axes->x, state->value[point]), y = qn_axis_scale_map (&axes->y, state->output[point]), w, h;
  QnLabel label = { word, QN_SIZE_STROKE * pen->text, FALSE, pen->theme->line[QN_HUE_FOREGROUND], 0.5 };
  int least = G_MAXINT;
  QnRect best = { 0 };

  qn_canvas_measure (pen->canvas, word, label.size, FALSE, &w, &h);
  for (int i = 0; i < 16; i++)
    {
      const double *s = side[i % 8];
      double away = (i < 8 ? 0.6 : 1.4) * pen->text;

      prefer (state, pen, axes, (QnRect) { x + s[0] * (away + w / 2) - w / 2, y + s[1] * (0.6 * away + h / 2) - h / 2, w, h }, &best, &least);
    }
  if (least < G_MAXINT)
    qn_pen_text (pen, &label, axes->area, (QnSpot) { best.x + w / 2, best.y + h / 2, QN_ALIGN_CENTER, QN_ALIGN_CENTER });
}

/* Which end is which. */
static void
draw_ends (const State *state, QnPen *pen, const QnAxes *axes)
{
  int first = -1, last = -1;

  for (gsize i = 0; i < state->n; i++)
    if (isfinite (state->value[i]))
      {
        first = first < 0 ? (int) i : first;
        last = (int) i;
      }
  if (first == last)
    return;
  draw_word (state, pen, axes, first, _("fast"));
  draw_word (state, pen, axes, last, _("slow"));
}

static void
draw_loop (const State *state, QnPen *pen, const QnAxes *axes)
{
  draw_level (state, pen, axes);
  qn_axes_line (axes, pen->canvas, state->value, state->output, state->n, (QnLineStyle) { curve_color (state, pen), 2.2 * pen->line, QN_DASH_SOLID });
  draw_best (state, pen, axes, state->value[state->best]);
  if (axes->labelled)
    draw_names (state, pen, axes);
  if (axes->labelled)
    draw_ends (state, pen, axes);
}

static void
draw_static (QnFigure *figure, QnPen *pen)
{
  const State *state = figure->state;
  Layout layout;

  if (state->serial == 0 || state->best < 0)
    {
      qn_pen_paragraph (pen, note (state), QN_SIZE_MESSAGE * pen->text, QN_SIZE_LEAST * pen->text, TRUE, pen->theme->line[QN_HUE_FOREGROUND],
                        qn_rect_inset (qn_pen_whole (pen), 0.08 * pen->width, 0.1 * pen->height));
      return;
    }
  lay_out (figure, pen, &layout);
  draw_head (figure, pen, &layout);
  draw_band (state, pen, &layout.loop);
  qn_figure_draw_axes (&layout.loop, pen, layout.loop_bounds, &layout.eta, &layout.y);
  draw_limits (state, pen, &layout.loop);
  draw_loop (state, pen, &layout.loop);
  if (layout.both)
    {
      qn_figure_draw_axes (&layout.over_time, pen, layout.time_bounds, &layout.x, &layout.y);
      draw_over_time (state, pen, &layout);
    }
  layout_clear (&layout);
}

static void
disc (QnPen *pen, const QnAxes *axes, double x, double y)
{
  QnRect area = qn_rect_inset (axes->area, -1, -1);
  double px = qn_axis_scale_map (&axes->x, x), py = qn_axis_scale_map (&axes->y, y);

  if (px >= area.x && px <= area.x + area.width && py >= area.y && py <= area.y + area.height)
    qn_axes_disc (axes, pen->canvas, x, y, 3.2 * pen->line, pen->theme->line[QN_HUE_FOREGROUND], pen->theme->background);
}

static void
draw_live (QnFigure *figure, QnPen *pen)
{
  const State *state = figure->state;
  const QnResults *results = &figure->snapshot->outcome->results;
  double output = qn_sweep_output (results, state->mode);
  Layout layout;

  if (state->serial == 0 || state->best < 0)
    return;
  lay_out (figure, pen, &layout);
  if (layout.both)
    disc (pen, &layout.over_time, qn_results_get (results, "period"), state->mode == QN_MODE_ENGINE ? qn_results_get (results, "power") : output);
  disc (pen, &layout.loop, qn_results_get (results, value_id (state->mode)), output);
  layout_clear (&layout);
}

/* --- Data and words ------------------------------------------------------- */

static void
csv_point (GString *out, const char *row, double factor, const QnResults *results)
{
  static const char *const ids[] = { "period", "power", "efficiency", "cop", "heat_hot", "heat_cold", "entropy_production" };
  double numbers[2 + G_N_ELEMENTS (ids)] = { factor, qn_sweep_output (results, QN_MODE_REFRIGERATOR) };

  for (gsize i = 0; i < G_N_ELEMENTS (ids); i++)
    numbers[2 + i] = qn_results_get (results, ids[i]);
  qn_csv_row (out, numbers, G_N_ELEMENTS (numbers), "%s", row);
}

static void
csv_limit (GString *out, const State *state, const char *row, double value)
{
  gboolean cooling = state->mode == QN_MODE_REFRIGERATOR;
  const double numbers[] = { cooling ? NAN : value, cooling ? value : NAN, NAN, NAN, NAN };

  qn_csv_row (out, numbers, G_N_ELEMENTS (numbers), "%s,,,,", row);
}

static void
csv (QnFigure *figure, GString *out)
{
  const State *state = figure->state;
  const QnSnapshot *s = figure->snapshot;

  qn_csv_heads (out, "row", QN_DIMENSION_NONE, "factor of all durations", QN_DIMENSION_NONE, "cooling power", QN_DIMENSION_POWER, "period", QN_DIMENSION_TIME,
                "power", QN_DIMENSION_POWER, "efficiency", QN_DIMENSION_NONE, "coefficient of performance", QN_DIMENSION_NONE,
                "hot heat", QN_DIMENSION_ENERGY, "cold heat", QN_DIMENSION_ENERGY, "entropy production", QN_DIMENSION_ENTROPY, NULL);
  csv_point (out, "present", 1, &s->outcome->results);
  if (state->serial == 0 || s->sweep == NULL)
    return;
  for (gsize i = 0; i < s->sweep->n; i++)
    csv_point (out, "sweep", s->sweep->points[i].at, &s->sweep->points[i].results);
  if (state->inside)
    csv_point (out, "greatest", s->sweep->points[state->best].at, &s->sweep->points[state->best].results);
  csv_limit (out, state, "carnot", state->carnot);
  csv_limit (out, state, "curzon-ahlborn", state->curzon_ahlborn);
  csv_limit (out, state, "low-dissipation-least", state->low);
  csv_limit (out, state, "low-dissipation-most", state->high);
}

static char *
describe (QnFigure *figure)
{
  const State *state = figure->state;
  g_autofree char *time = NULL, *power = NULL, *value = NULL, *limit = NULL;

  if (note (state) != NULL)
    return g_strdup_printf ("%s.", note (state));
  time = qn_plain (state->period[state->best], QN_DIMENSION_TIME);
  power = qn_plain (state->output[state->best], QN_DIMENSION_POWER);
  value = qn_plain (state->value[state->best], QN_DIMENSION_NONE);
  limit = qn_plain (state->carnot, QN_DIMENSION_NONE);
  return g_strdup_printf (state->mode == QN_MODE_REFRIGERATOR ? _("Maximum cooling power %s at cycle time %s, with coefficient of performance %s; "
                                                                  "Carnot limit %s.")
                                                              : _("Maximum power %s at cycle time %s, with efficiency %s; Carnot limit %s."),
                          power, time, value, limit);
}

const QnFigureClass qn_figure_class_power_efficiency = {
  .info = { "power-efficiency", N_("Power and efficiency"),
            N_("Power against cycle time and against efficiency, with the cycle of maximum power"), FALSE, QN_EXTRA_SWEEP },
  .state_size = sizeof (State),
  .update = update,
  QN_FIGURE_DRAWN,
};
