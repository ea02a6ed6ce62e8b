/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "figures/kit/qn-time-plot.h"

/* The ledger of the second law over the time of one cycle: the medium's change of entropy S(t) - S(0), the entropy handed to
 * each reservoir since the cycle began, -Q_k(t)/T_k, and their sum, which never falls. All of it is the medium's own at
 * every instant: what a regenerator rebooks at a cycle's end is not in it. */

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
} State;

static gboolean
squeezed (const QnMachine *machine)
{
  for (int k = 0; k < machine->n_baths; k++)
    if (machine->bath[k].squeezing != 0)
      return TRUE;
  return FALSE;
}

/* --- Readings ------------------------------------------------------------- */

static double
change_of_medium (const QnFigure *figure, const QnReading *sample, gboolean live)
{
  const State *state = figure->state;

  if (!live)
    return sample->entropy - figure->snapshot->limit->samples[0].entropy;
  for (int i = 0; i < 2; i++)
    if (state->start[i].known && state->start[i].cycle == sample->cycle)
      return sample->entropy - state->start[i].entropy;
  return NAN;
}

static double
handed_to (const QnFigure *figure, int bath, const QnReading *sample, gboolean live)
{
  const State *state = figure->state;
  const QnMachine *machine = &figure->snapshot->machine;
  const Handed *before = &state->handed[bath];
  double temperature = machine->bath[bath].temperature;

  if (squeezed (machine))
    return NAN;
  if (!live || sample->cycle != state->cycle)
    return 0 - sample->heat[bath] / temperature;
  if (sample->time < state->since)
    return NAN; /* at other temperatures */
  return before->gained - (sample->heat[bath] - before->heat) / temperature;
}

static double
read_curve (const QnFigure *figure, int curve, const QnReading *sample, gboolean live)
{
  double sum = change_of_medium (figure, sample, live);

  if (curve == MEDIUM)
    return sum;
  if (curve >= FIRST_BATH)
    return handed_to (figure, curve - FIRST_BATH, sample, live);
  for (int k = 0; k < figure->snapshot->machine.n_baths; k++)
    sum += handed_to (figure, k, sample, live);
  return sum;
}

static QnTimePlot
plot_of (const QnFigure *figure)
{
  static const char *const symbols[] = { "h", "c", "w" };
  static const QnDash dashes[] = { QN_DASH_SOLID, QN_DASH_LONG, QN_DASH_DASHED };
  QnTimePlot plot = { read_curve, FIRST_BATH + figure->snapshot->machine.n_baths };

  plot.curve[TOTAL] = (QnTimeCurve) { TOTAL, _("Total Σ"), "Σ", QN_HUE_FOREGROUND, QN_DASH_SOLID, 2.9, 0.11 };
  plot.curve[MEDIUM] = (QnTimeCurve) { MEDIUM, _("Medium"), "<i>S</i>", QN_HUE_FOREGROUND, QN_DASH_DASHED, 1.5, 0 };
  for (int k = 0; FIRST_BATH + k < plot.n; k++)
    plot.curve[FIRST_BATH + k] = (QnTimeCurve) { FIRST_BATH + k, qn_lab_bath_name (figure->snapshot->experiment.lab, k), symbols[MIN (k, 2)], qn_bath_hue (k), dashes[MIN (k, 2)], 2.0, 0 };
  return plot;
}

/* --- What is remembered of the run ---------------------------------------- */

static void
remember_start (State *state, const QnReading *sample)
{
  Start *slot;

  if (sample->stroke != 0 || sample->fraction != 0)
    return;
  slot = &state->start[sample->cycle & 1];
  *slot = (Start) { TRUE, sample->cycle, sample->entropy };
}

/* A reservoir's temperature may change in mid-cycle: what it has been handed by then stays what it was. */
static void
follow_temperatures (State *state, const QnSnapshot *s)
{
  gboolean anew = s->now.cycle != state->cycle || s->now.time < state->heard;

  for (int k = 0; k < s->machine.n_baths; k++)
    {
      Handed *handed = &state->handed[k];
      double temperature = s->machine.bath[k].temperature;

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
  double total = read_curve (figure, TOTAL, &s->limit->samples[s->limit->n - 1], FALSE);

  if (isfinite (total))
    return total;
  if (isfinite (s->ledger.entropy_production))
    return s->ledger.entropy_production;
  total = 0; /* the medium is back where it was, whatever its entropy */
  for (int k = 0; k < s->machine.n_baths; k++)
    total += handed_to (figure, k, &s->limit->samples[s->limit->n - 1], FALSE);
  return total;
}

static double
value_at_end (const QnFigure *figure, int curve)
{
  const QnCurve *limit = figure->snapshot->limit;

  return curve == TOTAL ? total_at_end (figure) : read_curve (figure, curve, &limit->samples[limit->n - 1], FALSE);
}

/* The least total on the way round the limit cycle; NaN where there is none. */
static double
least_total (const QnFigure *figure)
{
  const QnCurve *limit = figure->snapshot->limit;
  double least = NAN;

  for (gsize i = 0; i < limit->n; i++)
    least = fmin (least, read_curve (figure, TOTAL, &limit->samples[i], FALSE));
  return least;
}

static gboolean
update (QnFigure *figure, double seconds, gboolean held, gboolean changed)
{
  const QnSnapshot *s = figure->snapshot;
  QnTimePlot plot = plot_of (figure);
  QnRange x = { 0, qn_time_end (&s->machine) }, y = QN_RANGE_EMPTY;
  double end;
  gboolean moved;

  follow_run (figure->state, s);
  qn_time_range (figure, &plot, &y);
  end = total_at_end (figure);
  qn_range_include (&y, end);
  y = qn_range_padded (y, 0.08, 1e-6);
  moved = qn_stable_range_follow (&figure->x, x, seconds);
  moved |= qn_stable_range_follow (&figure->y, y, seconds);
  return moved;
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
  if (machine->medium.kind >= QN_MEDIUM_MASER && (machine->medium.kind == QN_MEDIUM_MASER || machine->medium.model != QN_MODEL_GLOBAL))
    return _("The total falls below zero, which nature forbids: here the reservoirs act on parts of the medium, but their heats are counted with the energy of the whole");
  return _("The total falls below zero, which the second law forbids");
}

/* What is missing, or wrong; NULL: nothing. */
static const char *
note (const QnFigure *figure)
{
  const QnSnapshot *s = figure->snapshot;

  if (squeezed (&s->machine))
    return isfinite (s->now.entropy) ? _("A squeezed reservoir: −Q/T is not the entropy it takes. The total is known for the whole cycle only")
                                     : _("No entropy: a dephased oscillator is not Gaussian, and of a squeezed reservoir −Q/T is not the entropy it takes");
  if (!isfinite (s->limit->samples[0].entropy))
    return _("No entropy of the medium: a dephased oscillator is not Gaussian. After the whole cycle its entropy is what it was");
  if (least_total (figure) < -LEAST)
    return second_law_broken (&s->machine);
  return NULL;
}

/* --- Layout --------------------------------------------------------------- */

#define NAME 0.92   /* size of the names in the column */
#define GAP 0.9     /* between area and names */

typedef enum { COLUMN_FULL, COLUMN_SHORT, COLUMN_SYMBOLS, COLUMN_NONE } Column;

typedef struct
{
  char *x_title, *y_title;
  QnAxis x, y;
  const QnAxes *axes;
  QnRect note;       /* height 0: none */
  QnRect names;      /* right of the axes */
  Column column;
  QnTimePlot plot;
} Layout;

static char *
name_of (const QnTimeCurve *curve, Column column, const char *value)
{
  if (column == COLUMN_FULL)
    return g_strdup_printf ("%s  %s", curve->name, value);
  if (column == COLUMN_SHORT)
    return g_strdup_printf ("%s  %s", curve->symbol, value);
  return g_strdup (curve->symbol);
}

/* As wide as most values could make it, so that numbers that change move nothing; powers of ten take more. */
static double
column_width (const QnFigure *figure, QnPen *pen, const QnTimePlot *plot, Column column)
{
  double widest = 0;

  for (int c = 0; c < plot->n; c++)
    {
      g_autofree char *value = number (value_at_end (figure, c)), *most = name_of (&plot->curve[c], column, "−0.0000"), *own = name_of (&plot->curve[c], column, value);
      double w, h, v;

      qn_canvas_measure (pen->canvas, most, NAME * pen->text, c == TOTAL, &w, &h);
      qn_canvas_measure (pen->canvas, own, NAME * pen->text, c == TOTAL, &v, &h);
      widest = MAX (widest, MAX (v, w));
    }
  return widest + (GAP + 0.3) * pen->text;
}

static void
lay_out (QnFigure *figure, QnPen *pen, Layout *layout)
{
  double top = 0, head, room = 0;

  layout->plot = plot_of (figure);
  if (note (figure) != NULL)
    top = MIN (2.9 * pen->text, 0.3 * pen->height);
  head = top + qn_time_head (pen);
  layout->note = (QnRect) { 0.5 * pen->text, 0.2 * pen->text, pen->width - pen->text, MAX (top - 0.2 * pen->text, 0) };
  for (layout->column = COLUMN_FULL; layout->column < COLUMN_NONE; layout->column++)
    if ((room = column_width (figure, pen, &layout->plot, layout->column)) < 0.3 * pen->width)
      break;
  if (layout->column == COLUMN_NONE)
    room = 0;
  layout->x_title = qn_time_title (&figure->snapshot->machine);
  layout->y_title = qn_axis_title (_("Change of entropy"), "Δ<i>S</i>", QN_DIMENSION_ENTROPY);
  layout->x = (QnAxis) { layout->x_title, QN_SCALE_LINEAR, figure->x.shown };
  layout->y = (QnAxis) { layout->y_title, QN_SCALE_LINEAR, figure->y.shown };
  layout->axes = qn_figure_axes (figure, pen, (QnRect) { 0, head, MAX (pen->width - room + 1.2 * pen->text, 1), pen->height - head }, &layout->x, &layout->y);
  layout->names = (QnRect) { pen->width - room, layout->axes->area.y - 0.4 * pen->text, room, layout->axes->area.height + 0.8 * pen->text };
}

static void
layout_clear (Layout *layout)
{
  g_free (layout->x_title);
  g_free (layout->y_title);
}

/* --- The column of the balance -------------------------------------------- */

typedef struct
{
  int curve;
  double value, y; /* at the cycle's end: in data, on the canvas; value NaN: not known there */
  double at;       /* where the name stands */
} Entry;

static int
by_height (const void *a, const void *b)
{
  const Entry *p = a, *q = b;

  return (p->y > q->y) - (p->y < q->y);
}

static int
collect_entries (QnFigure *figure, const Layout *layout, Entry *entries)
{
  int n = 0;

  for (int c = 0; c < layout->plot.n; c++)
    {
      double value = value_at_end (figure, c);

      if (isfinite (value))
        entries[n++] = (Entry) { c, value, qn_axis_scale_map (&layout->axes->y, value) };
    }
  return n;
}

static void
push_apart (QnPen *pen, const Layout *layout, Entry *entries, int n)
{
  double pitch, w, top = layout->names.y, bottom = top + layout->names.height;

  qn_canvas_measure (pen->canvas, "10<sup>−4</sup>", NAME * pen->text, TRUE, &w, &pitch);
  pitch += 2 + 0.24 * NAME * pen->text;
  qsort (entries, (gsize) n, sizeof *entries, by_height);
  for (int i = 0; i < n; i++)
    entries[i].at = MAX (entries[i].y, i > 0 ? entries[i - 1].at + pitch : top + pitch / 2);
  for (int i = n - 1; i >= 0; i--)
    entries[i].at = MIN (entries[i].at, i < n - 1 ? entries[i + 1].at - pitch : bottom - pitch / 2);
}

static void
draw_entry (QnFigure *figure, QnPen *pen, const Layout *layout, const Entry *entry)
{
  const QnTimeCurve *curve = &layout->plot.curve[entry->curve];
  double x = layout->names.x + GAP * pen->text, from = qn_axis_scale_map (&layout->axes->x, qn_time_end (&figure->snapshot->machine));
  g_autofree char *value = number (entry->value), *text = name_of (curve, layout->column, value);
  QnColor color = pen->theme->line[curve->hue];
  QnLabel label = { text, NAME * pen->text, entry->curve == TOTAL, color, 0 };

  if (!qn_pen_text (pen, &label, qn_pen_whole (pen), x, entry->at, QN_ALIGN_START, QN_ALIGN_CENTER))
    return;
  qn_pen_segment (pen, from + 1.5 * pen->line, entry->y, x - 0.25 * pen->text, entry->at);
  qn_pen_stroke (pen, qn_color_alpha (color, 0.8), QN_DASH_SOLID, 0.7);
}

/* The total first: where there is no room for all, it is there. */
static void
draw_column (QnFigure *figure, QnPen *pen, const Layout *layout)
{
  Entry entries[QN_TIME_CURVES];
  int n = collect_entries (figure, layout, entries);

  if (layout->column == COLUMN_NONE)
    return;
  push_apart (pen, layout, entries, n);
  for (int c = 0; c < layout->plot.n; c++)
    for (int i = 0; i < n; i++)
      if (entries[i].curve == c)
        draw_entry (figure, pen, layout, &entries[i]);
}

/* --- Layers --------------------------------------------------------------- */

static void
draw_static (QnFigure *figure, QnPen *pen)
{
  const char *words = note (figure);
  double end = total_at_end (figure);
  Layout layout;

  lay_out (figure, pen, &layout);
  qn_figure_draw_axes (layout.axes, pen, (QnRect) { 0, layout.axes->area.y - 0.8 * pen->text, pen->width, pen->height - layout.axes->area.y + 0.8 * pen->text }, &layout.x, &layout.y);
  if (words != NULL)
    qn_pen_paragraph (pen, words, 0.95 * pen->text, 0.45 * pen->text, TRUE, pen->theme->line[QN_HUE_FOREGROUND], layout.note);
  qn_time_draw_strokes (figure, pen, layout.axes, TRUE);
  qn_time_draw_limit (figure, pen, layout.axes, &layout.plot);
  qn_axes_disc (layout.axes, pen->canvas, qn_time_end (&figure->snapshot->machine), end, 2.6 * pen->line, pen->theme->background, pen->theme->line[QN_HUE_FOREGROUND]);
  draw_column (figure, pen, &layout);
  layout_clear (&layout);
}

static void
draw_live (QnFigure *figure, QnPen *pen)
{
  Layout layout;

  lay_out (figure, pen, &layout);
  qn_time_draw_live (figure, pen, layout.axes, &layout.plot);
  layout_clear (&layout);
}

static void
csv (QnFigure *figure, GString *out)
{
  const QnLab *lab = figure->snapshot->experiment.lab;
  const char *own = lab != NULL && lab->rebook != NULL ? " of the medium's own heats" : "";
  static const char *const names[] = { "hot", "cold", "third" };
  int n = figure->snapshot->machine.n_baths;
  QnTimePlot plot = plot_of (figure);
  g_autofree char *total = g_strconcat ("total", own, NULL);

  qn_csv_head (out, "curve", QN_DIMENSION_NONE, FALSE);
  qn_csv_head (out, "stroke", QN_DIMENSION_NONE, FALSE);
  qn_csv_head (out, "cycle", QN_DIMENSION_NONE, FALSE);
  qn_csv_head (out, "time in the cycle", QN_DIMENSION_TIME, FALSE);
  qn_csv_head (out, total, QN_DIMENSION_ENTROPY, FALSE);
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
  const QnLab *lab = figure->snapshot->experiment.lab;
  double end = total_at_end (figure);
  g_autofree char *total = qn_plain (isfinite (end) && fabs (end) < LEAST ? 0 : end, QN_DIMENSION_ENTROPY);
  const char *words = note (figure);
  GString *out = g_string_new (NULL);

  g_string_append_printf (out, _("Ledger of the second law: the entropy of medium and reservoirs together grows by %s over a cycle."), total);
  if (lab != NULL && lab->rebook != NULL)
    g_string_append_printf (out, " %s", _("The heats are the medium’s own, as if there were no regenerator."));
  if (words != NULL)
    g_string_append_printf (out, " %s.", words);
  return g_string_free (out, FALSE);
}

const QnFigureClass qn_figure_class_entropy = {
  .info = { "entropy", N_("Entropy ledger"), N_("Entropy of the medium and of the reservoirs over one cycle: their sum never falls"), FALSE },
  .state_size = sizeof (State),
  .update = update,
  .draw_static = draw_static,
  .draw_live = draw_live,
  .csv = csv,
  .describe = describe,
};
