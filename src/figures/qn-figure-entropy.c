/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/machine/qn-run.h"
#include "figures/kit/qn-side-column.h"
#include "figures/kit/qn-time-plot.h"

#include "core/machine/qn-ledger.h"

/* The ledger of the second law over the time of one cycle: the medium's change of entropy S(t) - S(0), the entropy handed to
 * each reservoir since the cycle began, -Q_k(t)/T_k, and their sum, which never falls. All of it is the medium's own at
 * every instant: what a regenerator books at a cycle's end is not in it. Of a machine that never moves it is the ledger of the
 * time in view, up to now, since the last change of a temperature. */

/* In units of the text. */
#define NOTE 2.9 /* height of the note */

enum
{
  TOTAL,
  MEDIUM,
  FIRST_BATH,
};

G_STATIC_ASSERT (FIRST_BATH + QN_MAX_BATHS <= QN_TIME_CURVES);

#define LEAST 1e-10 /* entropy below this is rounding */

/* The entropy with which a cycle of the run began. */
typedef struct
{
  gboolean known;
  gint64 cycle;
  double entropy;
} Start;

/* What was handed to a reservoir while it had another temperature. */
typedef struct
{
  double temperature, heat, gained;
} Handed;

typedef struct
{
  Start start[2];      /* of the present cycle and of the one before */
  gint64 cycle;        /* the present one */
  double since, heard; /* time of the last change of a temperature in it, and of the last snapshot */
  Handed handed[QN_MAX_BATHS];
  double last_heat[QN_MAX_BATHS];
  QnRange seen;        /* in this scene */
} State;

static gboolean
squeezed (const QnMachine *machine)
{
  for (int k = 0; k < machine->n_baths; k++)
    if (machine->bath[k].squeezing != 0)
      return TRUE;
  return FALSE;
}

/* --- A machine that never moves ------------------------------------------- */

/* Into the medium, by this instant, since the stretch of time before the present one began. */
static double
heat_by (const QnSnapshot *s, int bath, const QnReading *reading)
{
  const QnRunLedger *last = s->n_history > 0 ? &s->history[s->n_history - 1].ledger : NULL;

  return reading->heat[bath] + (last != NULL && reading->cycle == s->now.cycle && last->cycle == reading->cycle - 1 ? last->heat[bath] : 0);
}

/* The first reading in view at the present temperatures. */
static const QnReading *
first_in_view (const QnFigure *figure)
{
  const State *state = figure->state;
  const QnSnapshot *s = figure->snapshot;

  for (gsize i = 0; i < s->n_trail; i++)
    if (s->trail[i].time >= state->since)
      return &s->trail[i];
  return &s->now;
}

static gboolean
scrolls (const QnFigure *figure, gboolean live)
{
  return live && qn_machine_is_continuous (&figure->snapshot->outcome->machine);
}

/* --- Readings ------------------------------------------------------------- */

static double
change_of_medium (const QnFigure *figure, const QnReading *reading, gboolean live)
{
  const State *state = figure->state;

  if (!live)
    return reading->entropy - figure->snapshot->solution->limit->samples[0].entropy;
  if (scrolls (figure, live))
    return reading->time >= state->since ? reading->entropy - first_in_view (figure)->entropy : NAN;
  for (int i = 0; i < 2; i++)
    if (state->start[i].known && state->start[i].cycle == reading->cycle)
      return reading->entropy - state->start[i].entropy;
  return NAN;
}

static double
handed_to (const QnFigure *figure, int bath, const QnReading *reading, gboolean live)
{
  const State *state = figure->state;
  const QnMachine *machine = &figure->snapshot->outcome->machine;
  const Handed *before = &state->handed[bath];
  double temperature = machine->bath[bath].temperature;

  if (squeezed (machine))
    return NAN;
  if (scrolls (figure, live))
    return reading->time >= state->since ? (heat_by (figure->snapshot, bath, first_in_view (figure)) - heat_by (figure->snapshot, bath, reading)) / temperature : NAN;
  if (!live || reading->cycle != state->cycle)
    return 0 - reading->heat[bath] / temperature;
  if (reading->time < state->since)
    return NAN; /* at other temperatures */
  return before->gained - (reading->heat[bath] - before->heat) / temperature;
}

static double
read_curve (const QnFigure *figure, int curve, const QnReading *reading, gboolean live)
{
  double sum = change_of_medium (figure, reading, live);

  if (curve == MEDIUM)
    return sum;
  if (curve >= FIRST_BATH)
    return handed_to (figure, curve - FIRST_BATH, reading, live);
  for (int k = 0; k < figure->snapshot->outcome->machine.n_baths; k++)
    sum += handed_to (figure, k, reading, live);
  return sum;
}

static QnTimePlot
plot_of (const QnFigure *figure)
{
  static const char *const symbols[] = { "h", "c", "w" };
  static const QnDash dashes[] = { QN_DASH_SOLID, QN_DASH_LONG, QN_DASH_DASHED };
  QnTimePlot plot = { read_curve, FIRST_BATH + figure->snapshot->outcome->machine.n_baths };

  plot.curve[TOTAL] = (QnTimeCurve) { TOTAL, _("Total Σ"), "Σ", QN_HUE_FOREGROUND, QN_DASH_SOLID, 2.9, 0.11 };
  plot.curve[MEDIUM] = (QnTimeCurve) { MEDIUM, _("Medium"), "<i>S</i>", QN_HUE_FOREGROUND, QN_DASH_DASHED, 1.5, 0 };
  for (int k = 0; FIRST_BATH + k < plot.n; k++)
    plot.curve[FIRST_BATH + k] = (QnTimeCurve) { FIRST_BATH + k, qn_lab_bath_name (figure->snapshot->experiment.lab, k), symbols[MIN (k, 2)], qn_bath_hue (k), dashes[MIN (k, 2)], 2.0, 0 };
  return plot;
}

/* --- What is remembered of the run ---------------------------------------- */

static void
remember_start (State *state, const QnReading *reading)
{
  Start *slot;

  if (reading->stroke != 0 || reading->fraction != 0)
    return;
  slot = &state->start[reading->cycle & 1];
  *slot = (Start) { TRUE, reading->cycle, reading->entropy };
}

/* A reservoir's temperature may change in mid-cycle: what it has been handed by then stays what it was. */
static void
follow_temperatures (State *state, const QnSnapshot *s)
{
  gboolean again = s->now.time < state->heard, anew = again || (s->now.cycle != state->cycle && !qn_machine_is_continuous (&s->outcome->machine));

  for (int k = 0; k < s->outcome->machine.n_baths; k++)
    {
      Handed *handed = &state->handed[k];
      double temperature = s->outcome->machine.bath[k].temperature;

      if (anew)
        *handed = (Handed) { temperature, 0, 0 };
      else if (temperature != handed->temperature)
        {
          if (handed->temperature > 0)
            handed->gained -= (state->last_heat[k] - handed->heat) / handed->temperature;
          *handed = (Handed) { temperature, state->last_heat[k], handed->gained };
          state->since = state->heard;
        }
      state->last_heat[k] = s->now.heat[k];
    }
  if (anew)
    state->since = -G_MAXDOUBLE;
  state->cycle = s->now.cycle;
  state->heard = s->now.time;
}

static void
follow_run (State *state, const QnSnapshot *s)
{
  if (s->now.time < state->heard)
    state->start[0].known = state->start[1].known = FALSE;
  for (gsize i = 0; i < s->n_trail; i++)
    remember_start (state, &s->trail[i]);
  remember_start (state, &s->now);
  follow_temperatures (state, s);
}

static double
total_at_end (const QnFigure *figure)
{
  const QnSnapshot *s = figure->snapshot;
  double total = read_curve (figure, TOTAL, &s->solution->limit->samples[s->solution->limit->n - 1], FALSE);

  if (isfinite (total))
    return total;
  if (isfinite (s->outcome->ledger.entropy_production))
    return s->outcome->ledger.entropy_production;
  total = 0; /* the medium is back where it was, whatever its entropy */
  for (int k = 0; k < s->outcome->machine.n_baths; k++)
    total += handed_to (figure, k, &s->solution->limit->samples[s->solution->limit->n - 1], FALSE);
  return total;
}

static double
value_at_end (const QnFigure *figure, int curve)
{
  const QnCurve *limit = figure->snapshot->solution->limit;

  return curve == TOTAL ? total_at_end (figure) : read_curve (figure, curve, &limit->samples[limit->n - 1], FALSE);
}

/* The least total on the way round the limit cycle; NaN where there is none. */
static double
least_total (const QnFigure *figure)
{
  const QnCurve *limit = figure->snapshot->solution->limit;
  double least = NAN;

  for (gsize i = 0; i < limit->n; i++)
    least = fmin (least, read_curve (figure, TOTAL, &limit->samples[i], FALSE));
  return least;
}

static gboolean
update (QnFigure *figure, double seconds, gboolean held, gboolean changed)
{
  const QnSnapshot *s = figure->snapshot;
  State *state = figure->state;
  QnTimePlot plot = plot_of (figure);
  QnRange y = QN_RANGE_EMPTY;

  if (isinf (seconds))
    *state = (State) { 0 };
  follow_run (state, s);
  qn_time_range (figure, &plot, LEAST, &state->seen, &y);
  qn_range_include (&y, total_at_end (figure));
  return qn_figure_follow (figure, qn_time_span (&s->outcome->machine), qn_range_padded (y, 0.08, 1e-6), seconds);
}

/* --- Words ---------------------------------------------------------------- */

/* Entropies that are rounding are 0. */
static char *
number (double value)
{
  return fabs (value) > LEAST ? qn_format_markup (value, 3) : g_strdup ("0");
}

static const char *
second_law_broken (const QnMachine *machine)
{
  if (machine->medium.klass->local && machine->medium.klass->local (&machine->medium))
    return _("The total falls below zero, which nature forbids: here the reservoirs act on parts of the medium, but their heats are counted with the energy of the whole");
  return _("The total falls below zero, which the second law forbids");
}

/* What is missing, or wrong; NULL: nothing. */
static const char *
note (const QnFigure *figure)
{
  const QnSnapshot *s = figure->snapshot;

  if (squeezed (&s->outcome->machine))
    return isfinite (s->now.entropy) ? _("A squeezed reservoir: −Q/T is not the entropy it takes. The total is known for the whole cycle only")
                                     : _("No entropy: a dephased oscillator is not Gaussian, and of a squeezed reservoir −Q/T is not the entropy it takes");
  if (!isfinite (s->solution->limit->samples[0].entropy))
    return _("No entropy of the medium: a dephased oscillator is not Gaussian. After the whole cycle its entropy is what it was");
  if (least_total (figure) < -LEAST)
    return second_law_broken (&s->outcome->machine);
  return NULL;
}

/* --- Layout --------------------------------------------------------------- */

typedef struct
{
  QnFrame frame;
  QnRect note;       /* height 0: none */
  QnSideColumn column;
  QnTimePlot plot;
} Layout;

/* What each curve comes to over the whole cycle. */
static void
fill_column (const QnFigure *figure, const QnTimePlot *plot, QnSideColumn *column)
{
  for (int c = 0; c < plot->n; c++)
    {
      const QnTimeCurve *curve = &plot->curve[c];
      double value = value_at_end (figure, c);

      qn_side_column_add (column, (QnSideEntry) { g_strdup (curve->name), curve->symbol, curve->hue, c == TOTAL, QN_DASH_SOLID, value, number (value) });
    }
}

static void
lay_out (QnFigure *figure, QnPen *pen, Layout *layout)
{
  double top = note (figure) != NULL ? MIN (NOTE * pen->text, 0.3 * pen->height) : 0, head = top + qn_time_head (pen);

  *layout = (Layout) { .plot = plot_of (figure) };
  layout->note = (QnRect) { QN_GAP * pen->text, QN_GAP_HAIR * pen->text, pen->width - pen->text, MAX (top - QN_GAP_HAIR * pen->text, 0) };
  fill_column (figure, &layout->plot, &layout->column);
  qn_side_column_fit (&layout->column, pen, 0.3 * pen->width);
  layout->frame = qn_frame_of_ranges (figure, pen, (QnRect) { 0, head, MAX (pen->width - layout->column.width + QN_GAP_RIGHT * pen->text, 1), pen->height - head },
                                      qn_time_title (&figure->snapshot->outcome->machine, figure->x.shown), QN_SCALE_LINEAR, qn_axis_title (_("Change of entropy"), "Δ<i>S</i>", QN_DIMENSION_ENTROPY));
}

static void
layout_clear (Layout *layout)
{
  qn_frame_clear (&layout->frame);
  qn_side_column_clear (&layout->column);
}

/* --- Layers --------------------------------------------------------------- */

static void
draw_static (QnFigure *figure, QnPen *pen)
{
  const char *words = note (figure);
  double time = qn_time_span (&figure->snapshot->outcome->machine).max, top;
  const QnAxes *axes;
  Layout layout;

  lay_out (figure, pen, &layout);
  axes = layout.frame.axes;
  top = axes->area.y - QN_GAP_WIDE * pen->text;
  qn_figure_draw_axes (axes, pen, (QnRect) { 0, top, pen->width, pen->height - top }, &layout.frame.x, &layout.frame.y);
  if (words != NULL)
    qn_pen_paragraph (pen, words, QN_SIZE_NAME * pen->text, QN_SIZE_TINIEST * pen->text, TRUE, pen->theme->line[QN_HUE_FOREGROUND], layout.note);
  qn_time_draw_strokes (figure, pen, axes, TRUE);
  qn_time_draw_limit (figure, pen, axes, &layout.plot);
  qn_axes_disc (axes, pen->canvas, time, total_at_end (figure), 2.6 * pen->line, pen->theme->background, pen->theme->line[QN_HUE_FOREGROUND]);
  qn_side_column_draw (&layout.column, pen, axes, qn_axis_scale_map (&axes->x, time), "10<sup>−4</sup>");
  layout_clear (&layout);
}

static void
draw_live (QnFigure *figure, QnPen *pen)
{
  Layout layout;

  lay_out (figure, pen, &layout);
  qn_time_draw_live (figure, pen, layout.frame.axes, &layout.plot);
  layout_clear (&layout);
}

static void
csv (QnFigure *figure, GString *out)
{
  static const char *const names[] = { "hot", "cold", "third" };
  int n = figure->snapshot->outcome->machine.n_baths;
  QnTimePlot plot = plot_of (figure);

  qn_time_csv_heads (out);
  qn_csv_head (out, qn_machine_regenerates (&figure->snapshot->outcome->machine) ? "total of the medium's own heats" : "total", QN_DIMENSION_ENTROPY, FALSE);
  qn_csv_head (out, "change of the medium's entropy", QN_DIMENSION_ENTROPY, n == 0);
  for (int k = 0; k < n; k++)
    {
      g_autofree char *name = g_strdup_printf ("handed to the %s reservoir", names[MIN (k, 2)]);

      qn_csv_head (out, name, QN_DIMENSION_ENTROPY, k + 1 == n);
    }
  qn_time_csv (figure, out, &plot);
}

static char *
describe (QnFigure *figure)
{
  double end = total_at_end (figure);
  g_autofree char *total = qn_plain (isfinite (end) && fabs (end) < LEAST ? 0 : end, QN_DIMENSION_ENTROPY);
  const char *words = note (figure);
  GString *out = g_string_new (NULL);

  g_string_append_printf (out, _("Ledger of the second law: the entropy of medium and reservoirs together grows by %s over a cycle."), total);
  if (qn_machine_regenerates (&figure->snapshot->outcome->machine))
    g_string_append_printf (out, " %s", _("The heats are the medium’s own, as if there were no regenerator."));
  if (words != NULL)
    g_string_append_printf (out, " %s.", words);
  return g_string_free (out, FALSE);
}

const QnFigureClass qn_figure_class_entropy = {
  .info = { "entropy", N_("Entropy ledger"), N_("Entropy of the medium and of the reservoirs over one cycle: their sum never falls"), FALSE },
  .state_size = sizeof (State),
  .update = update,
  QN_FIGURE_DRAWN,
};
