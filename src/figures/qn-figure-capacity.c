/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lab/labs/qn-lab-equilibrium.h"
#include "figures/kit/qn-figure-class.h"

/* The heat capacity of the medium's levels against the temperature, on a logarithmic axis: there the area under the curve
 * is what the entropy grows by, dS = C d(ln T). Its peak and the classical limit are named; the reservoirs are lines
 * at their temperatures, the live state a disc at its own. Where the control moves, the curve is that of the moment. */

/* In units of the text. */
#define ABOVE 0.45 /* between the peak and its name */

#define POINTS 240

typedef struct
{
  QnStableRange log_T;        /* natural logarithms */
  QnLevels levels;            /* that the curve is of */
  QnRange range;              /* of temperatures, that it is over */
  double T[POINTS], C[POINTS];
  gboolean has_peak, moves;   /* moves: the control is not at rest */
  double peak_T, peak_C;
  double bath[QN_MAX_BATHS];  /* temperatures drawn */
  double highest;             /* of all that C comes to in the cycle */
} State;

static void
include_spectrum (QnRange *T, double first, double last)
{
  if (!(first > 0))
    return;
  qn_range_include (T, 0.07 * first);
  qn_range_include (T, 5 * last);
}

/* Temperatures at which something happens: those of all levels met, and those of the reservoirs. */
static QnRange
interesting (const QnFigure *figure)
{
  const QnSnapshot *s = figure->snapshot;
  const State *state = figure->state;
  QnRange T = QN_RANGE_EMPTY;

  if (state->levels.kind != QN_LEVELS_FINITE && !state->moves)
    include_spectrum (&T, state->levels.spacing, 3 * state->levels.spacing);
  for (gsize i = 0; i < s->solution->limit->n && (state->levels.kind == QN_LEVELS_FINITE || state->moves); i++)
    {
      const QnReading *reading = &s->solution->limit->samples[i];
      double span = reading->level[reading->n_levels - 1] - reading->level[0], first = span;

      for (int n = reading->n_levels - 1; n > 0 && reading->level[n] - reading->level[0] > 1e-9 * span; n--)
        first = reading->level[n] - reading->level[0];
      include_spectrum (&T, first, span);
    }
  for (int k = 0; k < s->outcome->machine.n_baths; k++)
    {
      qn_range_include (&T, s->outcome->machine.bath[k].temperature / 1.4);
      qn_range_include (&T, s->outcome->machine.bath[k].temperature * 1.4);
    }
  return T;
}

static gboolean
same_levels (const QnLevels *a, const QnLevels *b)
{
  if (a->kind != b->kind || a->spacing != b->spacing || a->n != b->n)
    return FALSE;
  for (int n = 0; n < a->n; n++)
    if (a->energy[n] != b->energy[n] || a->degeneracy[n] != b->degeneracy[n])
      return FALSE;
  return TRUE;
}

static void
compute (State *state)
{
  double ratio = log (state->range.max / state->range.min);

  for (int i = 0; i < POINTS; i++)
    {
      QnPartition p;

      state->T[i] = state->range.min * exp (ratio * i / (POINTS - 1));
      qn_partition (&state->levels, state->T[i], &p);
      state->C[i] = p.capacity;
    }
  state->has_peak = qn_partition_peak (&state->levels, &state->peak_T, &state->peak_C);
}

static gboolean
follow_baths (State *state, const QnMachine *machine)
{
  gboolean moved = FALSE;

  for (int k = 0; k < machine->n_baths; k++)
    {
      moved |= state->bath[k] != machine->bath[k].temperature;
      state->bath[k] = machine->bath[k].temperature;
    }
  return moved;
}

static gboolean
control_moves (const QnMachine *machine)
{
  for (int i = 0; i < machine->n_strokes; i++)
    if (machine->stroke[i].from != machine->stroke[0].from || machine->stroke[i].to != machine->stroke[0].from)
      return TRUE;
  return FALSE;
}

/* The axis is for the whole cycle: it does not follow the control. */
static double
highest (const QnFigure *figure)
{
  const QnSnapshot *s = figure->snapshot;
  double most = 0;

  for (int i = 0; i < s->outcome->machine.n_strokes; i++)
    for (int k = 0; k < 3; k++)
      {
        const QnStroke *stroke = &s->outcome->machine.stroke[i];
        QnLevels levels;
        double T, C;

        qn_lab_equilibrium_levels (&s->experiment, &s->outcome->machine, stroke->from + (stroke->to - stroke->from) * k / 2, &levels);
        most = fmax (most, qn_levels_classical (&levels));
        if (qn_partition_peak (&levels, &T, &C))
          most = fmax (most, C);
      }
  return most;
}

static gboolean
update (QnFigure *figure, double seconds, gboolean held, gboolean changed)
{
  State *state = figure->state;
  const QnSnapshot *s = figure->snapshot;
  QnLevels levels;
  QnRange T;
  gboolean moved = follow_baths (state, &s->outcome->machine), other;

  qn_lab_equilibrium_levels (&s->experiment, &s->outcome->machine, s->now.control, &levels);
  state->moves = control_moves (&s->outcome->machine);
  other = !same_levels (&levels, &state->levels);
  state->levels = levels;
  T = interesting (figure);
  state->log_T.held = held;
  moved |= qn_stable_range_follow (&state->log_T, (QnRange) { log (T.min), log (T.max) }, seconds);
  figure->x.shown = (QnRange) { exp (state->log_T.shown.min), exp (state->log_T.shown.max) };
  if (other || figure->x.shown.min != state->range.min || figure->x.shown.max != state->range.max)
    {
      state->range = figure->x.shown;
      compute (state);
    }
  if (changed)
    state->highest = highest (figure);
  return qn_stable_range_follow (&figure->y, (QnRange) { 0, state->highest > 0 ? 1.3 * state->highest : 1 }, seconds) || moved || (other && !state->moves);
}

/* --- Drawing -------------------------------------------------------------- */

static QnFrame
lay_out (QnFigure *figure, QnPen *pen)
{
  return qn_frame_of_ranges (figure, pen, qn_pen_whole (pen), qn_axis_title (_("Temperature"), "<i>T</i>", QN_DIMENSION_TEMPERATURE),
                             QN_SCALE_LOG, qn_axis_title (_("Heat capacity"), "<i>C</i>", QN_DIMENSION_ENTROPY));
}

static double
capacity_at (const State *state, double T)
{
  QnPartition p;

  qn_partition (&state->levels, T, &p);
  return p.capacity;
}

/* The curve up to temperature T as an area, its right edge at T. */
static void
draw_area (const State *state, QnPen *pen, const QnAxes *axes, double T)
{
  double x[POINTS + 3], y[POINTS + 3];
  int n = 0;

  for (; n < POINTS && state->T[n] < T; n++)
    {
      x[n] = state->T[n];
      y[n] = state->C[n];
    }
  if (n == 0)
    return;
  x[n] = x[n + 1] = T;
  y[n] = capacity_at (state, T);
  y[n + 1] = y[n + 2] = 0;
  x[n + 2] = state->T[0];
  qn_pen_clip (pen, axes->area);
  qn_axes_area (axes, pen->canvas, x, y, n + 3);
  qn_pen_fill (pen, qn_color_alpha (pen->theme->fill[QN_HUE_FOREGROUND], 0.13));
  qn_canvas_restore (pen->canvas);
}

/* The least height under the curve between two places, in points of the canvas. */
static double
height_under (const State *state, const QnAxes *axes, double from, double to)
{
  double least = axes->area.height;

  for (int i = 0; i < POINTS; i++)
    {
      double x = qn_axis_scale_map (&axes->x, state->T[i]);

      if (x >= from && x <= to)
        least = MIN (least, axes->y.from - qn_axis_scale_map (&axes->y, state->C[i]));
    }
  return least;
}

/* Where under the curve, left of T, a text has most room; FALSE where it has none. */
static gboolean
draw_area_name (const State *state, QnPen *pen, const QnAxes *axes, double T, const char *markup)
{
  QnLabel label = { markup, QN_SIZE_NAME * pen->text, FALSE, pen->theme->line[QN_HUE_FOREGROUND], 0 };
  double right = qn_axis_scale_map (&axes->x, T), best = 0, at = 0;
  QnRect box = qn_pen_measure (pen, markup, label.size, FALSE, (QnSpot) { 0, 0, QN_ALIGN_START, QN_ALIGN_START });

  for (double x = axes->area.x; x + box.width + QN_GAP_MARGIN * pen->text < right; x += 3)
    {
      double height = height_under (state, axes, x - QN_GAP_NARROW * pen->text, x + box.width + QN_GAP_NARROW * pen->text);

      if (height > best)
        {
          best = height;
          at = x;
        }
    }
  if (best < 1.5 * box.height)
    return FALSE;
  return qn_pen_text (pen, &label, axes->area, (QnSpot) { at, axes->y.from - 0.45 * best, QN_ALIGN_START, QN_ALIGN_CENTER });
}

/* What the area is worth: all of the entropy but what is left of it at T = 0. */
static void
draw_entropy (const State *state, QnPen *pen, const QnAxes *axes, double T)
{
  QnPartition p, cold;
  g_autofree char *value = NULL, *full = NULL;
  double ground = 0;

  qn_partition (&state->levels, T, &p);
  qn_partition (&state->levels, state->range.min * 1e-3, &cold);
  ground = cold.entropy;
  value = qn_label_equals (ground > 1e-6 ? "<i>S</i> − <i>S</i><sub>0</sub>" : "<i>S</i>", p.entropy - ground, QN_DIMENSION_ENTROPY);
  full = g_strdup_printf (_("Area: %s"), value);
  if (!draw_area_name (state, pen, axes, T, full))
    draw_area_name (state, pen, axes, T, value);
}

/* Does a reservoir's line go through the box? */
static gboolean
crossed (const State *state, const QnAxes *axes, QnRect box)
{
  for (int k = 0; k < QN_MAX_BATHS; k++)
    {
      double x = state->bath[k] > 0 ? qn_axis_scale_map (&axes->x, state->bath[k]) : -INFINITY;

      if (x > box.x - 2 && x < box.x + box.width + 2)
        return TRUE;
    }
  return FALSE;
}

/* The first of the texts at the first of three places, if it can be off the reservoirs' lines. */
static void
draw_name (const State *state, QnPen *pen, const QnAxes *axes, QnLabel label, const char *const *texts, const QnSpot *places)
{
  for (int pass = 0; pass < 2; pass++)
    for (int t = 0; texts[t] != NULL; t++)
      for (int i = 0; i < 3; i++)
        {
          QnRect box = qn_pen_measure (pen, texts[t], label.size, FALSE, places[i]);

          label.markup = texts[t];
          if ((pass > 0 || !crossed (state, axes, box)) && qn_pen_text (pen, &label, axes->area, places[i]))
            return;
        }
}

static void
draw_peak (const State *state, QnPen *pen, const QnAxes *axes)
{
  g_autofree char *at = qn_label_equals ("<i>T</i>*", state->peak_T, QN_DIMENSION_TEMPERATURE);
  g_autofree char *most = qn_label_equals ("<i>C</i>*", state->peak_C, QN_DIMENSION_ENTROPY);
  g_autofree char *full = g_strdup_printf (_("Peak: %s at %s"), most, at);
  const char *texts[] = { full, at, NULL };
  double x = qn_axis_scale_map (&axes->x, state->peak_T), y = qn_axis_scale_map (&axes->y, state->peak_C) - ABOVE * pen->text, beside = QN_GAP * pen->text;
  QnSpot places[] = { { x + beside, y, QN_ALIGN_START, QN_ALIGN_END }, { x, y, QN_ALIGN_CENTER, QN_ALIGN_END }, { x - beside, y, QN_ALIGN_END, QN_ALIGN_END } };
  QnColor color = pen->theme->line[QN_HUE_FOREGROUND];

  if (!state->has_peak || x < axes->area.x || x > axes->area.x + axes->area.width)
    return;
  qn_axes_disc (axes, pen->canvas, state->peak_T, state->peak_C, 2.2 * pen->line, pen->theme->background, color);
  draw_name (state, pen, axes, (QnLabel) { NULL, QN_SIZE_NAME * pen->text, FALSE, color, 0.75 }, texts, places);
}

static void
draw_curve (const State *state, QnPen *pen, const QnAxes *axes)
{
  qn_axes_line (axes, pen->canvas, state->T, state->C, POINTS, (QnLineStyle) { pen->theme->line[QN_HUE_FOREGROUND], 1.8 * pen->line, QN_DASH_SOLID });
  draw_peak (state, pen, axes);
}

/* Its name below the line where the curve comes down to it, else above. */
static void
draw_classical (const State *state, QnPen *pen, const QnAxes *axes)
{
  double limit = qn_levels_classical (&state->levels), y = qn_axis_scale_map (&axes->y, limit);
  g_autofree char *full = NULL;
  gboolean below = state->has_peak && state->peak_C > limit;
  const QnRect *area = &axes->area;
  double at = below ? y + 1.5 * pen->line : y - 1.5 * pen->line, edge = QN_GAP_NEAR * pen->text;
  QnAlign vertical = below ? QN_ALIGN_START : QN_ALIGN_END;
  QnSpot places[] = { { area->x + area->width - edge, at, QN_ALIGN_END, vertical }, { area->x + edge, at, QN_ALIGN_START, vertical }, { area->x + area->width / 2, at, QN_ALIGN_CENTER, vertical } };

  if (!isfinite (limit))
    return;
  full = qn_label_equals (_("Classical limit"), limit, QN_DIMENSION_ENTROPY);
  qn_pen_horizontal (pen, area, y);
  qn_pen_stroke (pen, pen->theme->line[QN_HUE_REFERENCE], QN_DASH_DASHED, 1);
  draw_name (state, pen, axes, (QnLabel) { NULL, QN_SIZE_NAME * pen->text, FALSE, pen->theme->line[QN_HUE_REFERENCE], 0 },
             (const char *const[]) { full, _("Classical limit"), _("Classical"), NULL }, places);
}

/* A reservoir's temperature: a faint line upwards, named at its top on the side that has room. */
static void
draw_bath (QnFigure *figure, QnPen *pen, const QnAxes *axes, int bath)
{
  const QnSnapshot *s = figure->snapshot;
  double x = qn_axis_scale_map (&axes->x, s->outcome->machine.bath[bath].temperature);
  g_autofree char *full = qn_temperature_label (s, bath);
  const char *texts[] = { full, qn_temperature_symbol (s->experiment.lab, bath) };
  QnColor color = pen->theme->line[s->outcome->machine.n_baths > 1 ? qn_bath_hue (bath) : QN_HUE_FOREGROUND];

  qn_pen_vertical (pen, &axes->area, x);
  qn_pen_stroke (pen, qn_color_alpha (color, 0.6), s->outcome->machine.n_baths > 1 ? QN_DASH_DASHED : QN_DASH_SOLID, 0.7);
  for (gsize t = 0; t < G_N_ELEMENTS (texts); t++)
    for (int side = 0; side < 2; side++)
      {
        QnLabel label = { texts[t], QN_SIZE_NAME * pen->text, FALSE, color, 0 };
        gboolean right = side == (bath == QN_COLD);

        if (qn_pen_text (pen, &label, axes->area, (QnSpot) { x + (right ? 0.35 : -0.35) * pen->text, axes->area.y + QN_GAP_HAIR * pen->text, right ? QN_ALIGN_START : QN_ALIGN_END, QN_ALIGN_START }))
          return;
      }
}

static void
draw_static (QnFigure *figure, QnPen *pen)
{
  const State *state = figure->state;
  const QnSnapshot *s = figure->snapshot;
  gboolean one = s->outcome->machine.n_baths == 1 && !state->moves;
  g_auto (QnFrame) frame = lay_out (figure, pen);
  const QnAxes *axes = frame.axes;

  if (one)
    draw_area (state, pen, axes, state->bath[QN_HOT]);
  qn_frame_draw (&frame, pen);
  for (int k = 0; k < s->outcome->machine.n_baths; k++)
    draw_bath (figure, pen, axes, k);
  draw_classical (state, pen, axes);
  if (!state->moves)
    draw_curve (state, pen, axes);
  if (one)
    draw_entropy (state, pen, axes, state->bath[QN_HOT]);
}

/* On a seam of the ground's colour, so that it is seen on the curve. */
static void
draw_state (const State *state, QnPen *pen, const QnAxes *axes, double T)
{
  double x = qn_axis_scale_map (&axes->x, T), y = qn_axis_scale_map (&axes->y, capacity_at (state, T));

  if (!isfinite (T) || x < axes->area.x - 1 || x > axes->area.x + axes->area.width + 1)
    return;
  qn_pen_segment (pen, x, y, x, axes->area.y + axes->area.height);
  qn_pen_stroke (pen, qn_color_alpha (pen->theme->line[QN_HUE_FOREGROUND], 0.35), QN_DASH_DOTTED, 1);
  qn_axes_disc (axes, pen->canvas, T, capacity_at (state, T), 3.6 * pen->line, pen->theme->line[QN_HUE_FOREGROUND], pen->theme->background);
}

static void
draw_live (QnFigure *figure, QnPen *pen)
{
  const State *state = figure->state;
  g_auto (QnFrame) frame = lay_out (figure, pen);
  const QnAxes *axes = frame.axes;

  if (state->moves)
    draw_curve (state, pen, axes);
  draw_state (state, pen, axes, figure->snapshot->now.temperature);
}

static void
csv_row (GString *out, const State *state, const char *name, double T)
{
  QnPartition p;
  double numbers[5] = { NAN, NAN, NAN, NAN, NAN };

  qn_partition (&state->levels, T, &p);
  if (isfinite (T))
    memcpy (numbers, (double[]) { T, p.capacity, p.energy, p.entropy, p.free_energy }, sizeof numbers);
  qn_csv_row (out, numbers, G_N_ELEMENTS (numbers), "%s", name);
}

static void
csv (QnFigure *figure, GString *out)
{
  static const char *const names[] = { "hot", "cold", "third" };
  const State *state = figure->state;
  const QnMachine *machine = &figure->snapshot->outcome->machine;

  qn_csv_heads (out, "row", QN_DIMENSION_NONE, "temperature", QN_DIMENSION_TEMPERATURE, "heat capacity", QN_DIMENSION_ENTROPY,
                "energy from the ground state", QN_DIMENSION_ENERGY, "entropy", QN_DIMENSION_ENTROPY, "free energy", QN_DIMENSION_ENERGY, NULL);
  for (int i = 0; i < POINTS; i++)
    csv_row (out, state, "curve", state->T[i]);
  if (state->has_peak)
    csv_row (out, state, "peak", state->peak_T);
  for (int k = 0; k < machine->n_baths; k++)
    csv_row (out, state, machine->n_baths == 1 ? "reservoir" : names[k], machine->bath[k].temperature);
  csv_row (out, state, "state", figure->snapshot->now.temperature);
}

static char *
describe (QnFigure *figure)
{
  const State *state = figure->state;
  double T = figure->snapshot->now.temperature;
  g_autofree char *at = qn_plain (T, QN_DIMENSION_TEMPERATURE), *now = qn_plain (isfinite (T) ? capacity_at (state, T) : NAN, QN_DIMENSION_ENTROPY);
  g_autofree char *peak = qn_plain (state->peak_C, QN_DIMENSION_ENTROPY), *peak_at = qn_plain (state->peak_T, QN_DIMENSION_TEMPERATURE);
  g_autofree char *limit = qn_plain (qn_levels_classical (&state->levels), QN_DIMENSION_ENTROPY);
  g_autofree char *here = isfinite (T) ? g_strdup_printf (_("Heat capacity against temperature: %s at the medium’s present %s."), now, at)
                                       : g_strdup (_("Heat capacity against temperature; the medium has no temperature now."));
  g_autofree char *most = state->has_peak ? g_strdup_printf (_(" Largest, %s, at %s."), peak, peak_at) : g_strdup ("");
  g_autofree char *classical = isfinite (qn_levels_classical (&state->levels)) ? g_strdup_printf (_(" Classical limit %s."), limit) : g_strdup ("");

  return g_strconcat (here, most, classical, NULL);
}

const QnFigureClass qn_figure_class_capacity = {
  .info = { "capacity", N_("Heat capacity"), N_("Heat capacity against temperature, with its peak and the classical limit; the area under it is the entropy"), FALSE },
  .state_size = sizeof (State),
  .update = update,
  QN_FIGURE_DRAWN,
};
