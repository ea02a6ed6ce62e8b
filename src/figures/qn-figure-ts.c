/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "figures/kit/qn-loop-names.h"

/* Temperature against entropy, as in every textbook of thermodynamics: T upwards,
 * S to the right. T is the effective temperature, that of the Gibbs state of the
 * present levels with the present energy; it does not exist where the energy is
 * that of no positive temperature (inversion), and there the line breaks. */

/* In units of the text. */
#define PITCH 1.4 /* of the lines of a note */

typedef struct
{
  gboolean is_work;   /* the enclosed area is the work: the medium stays in Gibbs states */
  double area;
  double missing;     /* fraction of the limit cycle's time without an effective temperature */
  double beyond;      /* the axis ends here although the data goes on; 0: it does not */
} State;

static double
read_entropy (const QnReading *reading)
{
  return isfinite (reading->temperature) ? reading->entropy : NAN;
}

static double
read_temperature (const QnReading *reading)
{
  return isfinite (reading->temperature) ? reading->temperature : NAN;
}

static const QnPlane plane = {
  .x = read_entropy,
  .y = read_temperature,
  .x_title = { N_("Entropy"), "<i>S</i>", QN_DIMENSION_ENTROPY, "entropy S" },
  .y_title = { N_("Effective temperature"), "<i>T</i>", QN_DIMENSION_TEMPERATURE, "effective temperature T" },
};

static double
hottest (const QnMachine *machine)
{
  double t = 0;

  for (int k = 0; k < machine->n_baths; k++)
    t = MAX (t, machine->bath[k].temperature);
  return t;
}

/* By time; where the whole cycle takes none, by readings. */
static double
missing_share (const QnCurve *limit)
{
  double missing = 0, all = 0;
  gsize n = 0;

  for (gsize i = 0; i < limit->n; i++)
    {
      double since = i > 0 ? limit->samples[i].time - limit->samples[i - 1].time : 0;
      gboolean none = !isfinite (limit->samples[i].temperature), before = i > 0 && !isfinite (limit->samples[i - 1].temperature);

      n += none;
      all += since;
      missing += since * (none + before) / 2;
    }
  return all > 0 ? missing / all : (double) n / (double) limit->n;
}

static void
follow_limit (State *state, const QnSnapshot *s)
{
  state->missing = missing_share (s->solution->limit);
  state->area = qn_loop_area (s->solution->limit, &plane);
  state->is_work = isfinite (state->area) && fabs (state->area - s->outcome->ledger.work_output) <= 0.01 * fabs (s->outcome->ledger.work_output)
                   && fabs (s->outcome->ledger.work_output) > 1e-9 * s->outcome->ledger.energy_scale;
}

/* A state near inversion is as hot as one likes: the axis stops at four times the hotter bath. */
static gboolean
update (QnFigure *figure, double seconds, gboolean held, gboolean changed)
{
  State *state = figure->state;
  const QnSnapshot *s = figure->snapshot;
  QnRange x = QN_RANGE_EMPTY, y = QN_RANGE_EMPTY;
  double cap = 4 * hottest (&s->outcome->machine);

  if (changed)
    follow_limit (state, s);
  qn_loop_ranges (s, &plane, &x, &y);
  for (int k = 0; k < s->outcome->machine.n_baths; k++)
    qn_range_include (&y, s->outcome->machine.bath[k].temperature);
  if (qn_range_empty (&x))
    qn_range_include (&x, s->now.entropy);
  state->beyond = y.max > cap ? cap : 0;
  y.max = MIN (y.max, cap);
  y = (QnRange) { -0.03 * y.max, 1.08 * y.max }; /* a little below zero: the lowest labels keep apart in the corner */
  return qn_figure_follow (figure, qn_range_padded (x, 0.12, 0.02), y, seconds);
}

/* A reservoir's isotherm, its name at the first end that is free of the curves. */
static void
draw_isotherm (QnFigure *figure, QnPen *pen, const QnAxes *axes, int bath, const GArray *trace, const GArray *reference)
{
  static const QnAlign sides[] = { QN_ALIGN_END, QN_ALIGN_START, QN_ALIGN_CENTER };
  const QnSnapshot *s = figure->snapshot;
  double y = qn_axis_scale_map (&axes->y, s->outcome->machine.bath[bath].temperature);
  QnColor color = pen->theme->line[qn_bath_hue (bath)];
  g_autofree char *value = qn_temperature_label (s, bath);
  g_autofree char *full = g_strdup_printf ("%s %s", qn_lab_bath_name (s->experiment.lab, bath), value);
  const char *texts[] = { full, value, qn_temperature_symbol (NULL, bath) };
  QnRect within = qn_rect_inset (axes->area, 3, 1);

  qn_pen_horizontal (pen, &axes->area, y);
  qn_pen_stroke (pen, color, QN_DASH_DASHED, 1);
  for (int pass = 0; pass < 3; pass++)
    for (int t = 0; t < 3; t++)
      for (int side = 0; side < 3; side++)
        for (int below = 0; below < 2; below++)
          {
            QnLabel label = { texts[t], QN_SIZE_STROKE * pen->text, FALSE, color, pass == 2 || figure->snapshot->outcome->ledger.work_output < 0 ? 0.75 : 0 };
            double x = sides[side] == QN_ALIGN_END ? within.x + within.width - 1 : sides[side] == QN_ALIGN_START ? within.x + 1 : within.x + within.width / 2;
            QnSpot spot = { x, y + (below ? 1.5 : -1.5) * pen->line, sides[side], below ? QN_ALIGN_START : QN_ALIGN_END };

            if (qn_trace_text (pen, &label, within, spot, pass < 2 ? trace : NULL, pass < 1 ? reference : NULL))
              return;
          }
}

/* A curve and the isotherms: what names keep clear of. */
static GArray *
with_isotherms (const QnFigure *figure, const QnAxes *axes, const GArray *curve)
{
  const QnMachine *machine = &figure->snapshot->outcome->machine;
  GArray *all = g_array_new (FALSE, FALSE, sizeof (QnLoopPoint));

  if (curve != NULL)
    g_array_append_vals (all, curve->data, curve->len);
  for (int k = 0; k < machine->n_baths; k++)
    {
      double y = qn_axis_scale_map (&axes->y, machine->bath[k].temperature);
      QnLoopPoint ends[2] = { { axes->area.x, y, 0, FALSE, TRUE }, { axes->area.x + axes->area.width, y, 0, FALSE, FALSE } };

      g_array_append_vals (all, ends, 2);
    }
  return all;
}

/* What a broken line or a cut axis means. */
static char *
note (const State *state, const QnSnapshot *s)
{
  g_autofree char *share = qn_percent (state->missing);

  if (s->outcome->machine.medium.klass->gaussian && !isfinite (s->now.entropy))
    return g_strdup (_("No entropy: a dephased oscillator is not Gaussian"));
  if (state->missing > 0.999)
    return g_strdup (_("No effective temperature: the populations are inverted all the time"));
  if (state->missing > 0)
    return g_strdup_printf (_("No effective temperature in %s of the cycle: the populations are inverted"), share);
  if (state->beyond > 0)
    return g_strdup (_("The effective temperature goes beyond the axis: nearly equal populations"));
  return NULL;
}

/* In the first place that is free of the curves and isotherms, wide and low shapes after high ones, else over the
 * isotherms, else over all and as small as need be. */
static void
draw_note (QnFigure *figure, QnPen *pen, const QnAxes *axes, const GArray *trace, const GArray *others)
{
  static const double across[] = { 0, 1, 0.5 }, down[] = { 0, 0.4, 0.8, 0.2, 0.6, 1 };
  static const struct { double width, lines; } shapes[] = { { 0.42, 3.7 }, { 0.42, 2.5 }, { 0.6, 3.7 }, { 0.6, 2.5 }, { 0.6, 1.25 }, { 0.9, 2.5 }, { 0.9, 1.25 } };
  g_autofree char *text = note (figure->state, figure->snapshot);
  QnRect area = qn_rect_inset (axes->area, QN_GAP_NEAR * pen->text, QN_GAP_NEAR * pen->text);

  for (int pass = 0; text != NULL && pass < 3; pass++)
    for (gsize i = 0; i < G_N_ELEMENTS (shapes); i++)
      for (gsize k = 0; k < G_N_ELEMENTS (across) * G_N_ELEMENTS (down); k++)
        {
          double w = area.width * shapes[i].width, h = MIN (shapes[i].lines * PITCH * pen->text, 0.5 * area.height);
          QnRect box = { area.x + across[k % 3] * (area.width - w), area.y + down[k / 3] * (area.height - h), w, h };

          if ((pass < 2 && qn_trace_meets (trace, box)) || (pass < 1 && qn_trace_meets (others, box)) || !qn_pen_free_at (pen, box))
            continue;
          if (qn_pen_paragraph (pen, text, QN_SIZE_NAME * pen->text, pen->text * (pass < 2 ? 0.8 : 0.45), FALSE, pen->theme->line[QN_HUE_FOREGROUND], box))
            return;
        }
}

static void
draw_area (QnFigure *figure, QnPen *pen, const QnAxes *axes, const GArray *trace, const GArray *reference)
{
  const State *state = figure->state;
  const QnSnapshot *s = figure->snapshot;
  gboolean out = s->outcome->ledger.work_output > 0;
  g_autofree char *text = qn_label_equals (qn_result_symbol (s->experiment.lab, "work_output", "<i>W</i>"), s->outcome->ledger.work_output, QN_DIMENSION_ENERGY);
  QnLabel label = { text, 0, TRUE, pen->theme->line[out ? QN_HUE_WORK : QN_HUE_REFERENCE], out ? 0 : 0.75 };

  if (state->is_work)
    qn_loop_draw_inside (pen, axes, trace, reference, &label);
}

static void
draw_static (QnFigure *figure, QnPen *pen)
{
  const State *state = figure->state;
  const QnSnapshot *s = figure->snapshot;
  g_auto (QnFrame) frame = qn_loop_frame (figure, pen, &plane);
  const QnAxes *axes = frame.axes;
  g_autoptr (GArray) trace = qn_loop_trace (axes, s->solution->limit, &plane);
  g_autoptr (GArray) reference = s->solution->reference != NULL ? qn_loop_trace (axes, s->solution->reference, &plane) : NULL;
  g_autoptr (GArray) others = with_isotherms (figure, axes, reference), own = with_isotherms (figure, axes, trace);
  double halo = state->is_work && s->outcome->ledger.work_output < 0 ? 0.75 : 0;

  qn_frame_draw (&frame, pen);
  if (state->is_work)
    qn_loop_fill (pen, axes, trace);
  qn_loop_draw_reference (pen, axes, reference);
  qn_loop_draw_strokes (pen, axes, trace, &s->outcome->machine);
  for (int k = 0; k < s->outcome->machine.n_baths; k++)
    draw_isotherm (figure, pen, axes, k, trace, reference);
  draw_area (figure, pen, axes, trace, others);
  draw_note (figure, pen, axes, trace, others);
  qn_loop_draw_names (pen, axes, trace, others, &s->outcome->machine, halo);
  qn_loop_draw_name_of (pen, axes, reference, own, _("quasi-static"), pen->theme->line[QN_HUE_REFERENCE], halo);
}

static void
draw_live (QnFigure *figure, QnPen *pen)
{
  qn_loop_draw_live (figure, pen, &plane);
}

static void
csv (QnFigure *figure, GString *out)
{
  qn_loop_csv (out, figure->snapshot, &plane);
}

static char *
describe (QnFigure *figure)
{
  const QnSnapshot *s = figure->snapshot;
  g_autofree char *entropy = qn_plain (s->now.entropy, QN_DIMENSION_ENTROPY);
  g_autofree char *temperature = qn_plain (s->now.temperature, QN_DIMENSION_TEMPERATURE);
  g_autofree char *hot = qn_plain (s->outcome->machine.bath[QN_HOT].temperature, QN_DIMENSION_TEMPERATURE);
  g_autofree char *cold = qn_plain (s->outcome->machine.bath[QN_COLD].temperature, QN_DIMENSION_TEMPERATURE);

  if (!isfinite (s->now.temperature))
    return g_strdup_printf (_("Temperature-entropy diagram: reservoirs at %s and %s. Now the entropy is %s and the populations are inverted: no effective temperature."), hot, cold, entropy);
  return g_strdup_printf (_("Temperature-entropy diagram: reservoirs at %s and %s. Now the entropy is %s and the effective temperature %s."), hot, cold, entropy, temperature);
}

const QnFigureClass qn_figure_class_ts = {
  .info = { "ts", N_("Temperature and entropy"), N_("Effective temperature against entropy, between the isotherms of the reservoirs"), FALSE },
  .state_size = sizeof (State),
  .update = update,
  QN_FIGURE_DRAWN,
};
