/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "figures/kit/qn-legend.h"

#include "sim/qn-background.h"
#include "lab/qn-monte-carlo.h"

/* Work of single cycles (qn-monte-carlo.h): a histogram that fills while runs are drawn, its mean with the standard error beside
 * the mean that is known exactly, and how often work goes in although it comes out on average. Where there is room, a second
 * histogram: of an engine the efficiency W/Q_h of single cycles under Carnot's limit, which they may pass and their mean may
 * not (Verley, Esposito, Willaert & Van den Broeck, Nat. Commun. 5, 4721 (2014)); otherwise the hot heat.
 *
 * The lab of work fluctuations counts work done ON the medium, of a process and its reverse: its sampler also has a table
 * "work_reverse_histogram" (as "work_histogram", of -W), drawn downwards; its report a table "work_binned" (value, shares
 * forward and reverse), drawn as pins. What is hatched there is below the free energy's difference. */

/* In units of the text. */
#define TALL 40 /* height of two panels one above the other */
#define WIDE 46 /* width of two side by side */

enum { VALUE, COUNT, SHARE, N_COLUMNS }; /* of a histogram */
enum { EXACT_FORWARD = 1, EXACT_REVERSE }; /* of the exact shares, by VALUE too */
enum { WORK, SIDE, N_PANELS };

typedef struct
{
  QnStableRange x, y;
  QnKeptAxes kept;
} Panel;

typedef struct
{
  Panel panel[N_PANELS];
  double seen; /* runs, when the ranges were last followed */
} State;

static const QnTable *
histogram (const QnReport *report, const char *id)
{
  const QnTable *table = qn_report_find (report, id);

  return table != NULL && table->n_rows > 1 && table->n_columns == N_COLUMNS ? table : NULL;
}

static const QnTable *
work_of (const QnFigure *figure)
{
  return histogram (figure->snapshot->runs, "work_histogram");
}

static const QnTable *
reverse_of (const QnFigure *figure)
{
  return histogram (figure->snapshot->runs, "work_reverse_histogram");
}

static const QnTable *
exact_of (const QnFigure *figure)
{
  return qn_report_find (figure->snapshot->outcome->tables, "work_binned");
}

/* Is work what is done on the medium, not what it gives? */
static gboolean
is_input (const QnFigure *figure)
{
  return !isnan (qn_results_get (&figure->snapshot->outcome->results, "work_input"));
}

static gboolean
is_heat (const QnFigure *figure)
{
  return is_input (figure) && figure->snapshot->outcome->machine.medium.klass->swapped;
}

static gboolean
is_engine (const QnFigure *figure)
{
  return figure->snapshot->outcome->results.mode == QN_MODE_ENGINE;
}

static const QnTable *
side_of (const QnFigure *figure)
{
  return histogram (figure->snapshot->runs, is_engine (figure) ? "efficiency_histogram" : "heat_histogram");
}

static double
estimate (const QnFigure *figure, gsize row, int column)
{
  const QnTable *table = qn_report_find (figure->snapshot->runs, "estimates");

  return table != NULL && row < table->n_rows && table->n_columns == QN_N_ESTIMATE_COLUMNS ? qn_table_get (table, row, column) : NAN;
}

static double
runs_of (const QnFigure *figure)
{
  double runs = estimate (figure, 0, QN_ESTIMATE_RUNS);

  return runs > 0 ? runs : 0;
}

static double
exact_mean (const QnFigure *figure)
{
  return is_input (figure) ? qn_results_get (&figure->snapshot->outcome->results, "work_input") : estimate (figure, 0, QN_ESTIMATE_EXACT);
}

/* NaN where work is output. */
static double
free_energy (const QnFigure *figure)
{
  return is_input (figure) ? qn_results_get (&figure->snapshot->outcome->results, "free_energy_difference") : NAN;
}

/* NaN where there is no coherence that a measurement could destroy. */
static double
unmeasured_mean (const QnFigure *figure)
{
  const QnResults *r = &figure->snapshot->outcome->results;

  return qn_results_get (r, "coherence_destroyed") > 0 ? qn_results_get (r, "work_unmeasured") : NAN;
}

static double
bin_width (const QnTable *table)
{
  return qn_table_get (table, 1, VALUE) - qn_table_get (table, 0, VALUE);
}

/* NULL: there are single runs, or will be, or a distribution that needs none. */
static const char *
why_none (const QnFigure *figure)
{
  const QnSnapshot *s = figure->snapshot;
  const QnLab *lab = s->experiment.lab;

  if (exact_of (figure) != NULL || work_of (figure) != NULL)
    return NULL;
  if (s->outcome->machine.medium.klass->gaussian)
    return is_input (figure) ? _("So many levels are occupied that only mean and variance of the work are computed")
                             : _("An oscillator is computed as a Gaussian state, which averages over all runs. "
             "Choose a medium of a few levels to see the work of single cycles");
  if (lab != NULL && lab->sampler == NULL)
    return _("This machine has no single runs");
  return NULL;
}

/* --- Sums ----------------------------------------------------------------- */

/* Of the cycles: work taken in, work given off; the rest is nothing at all. */
static void
shares (const QnFigure *figure, double *in, double *out)
{
  const QnTable *table = work_of (figure);
  double least = table != NULL ? 0.5 * bin_width (table) : 0;

  *in = *out = 0;
  for (gsize i = 0; table != NULL && i < table->n_rows; i++)
    {
      double value = qn_table_get (table, i, VALUE);

      if (value < -least)
        *in += qn_table_get (table, i, SHARE);
      else if (value > least)
        *out += qn_table_get (table, i, SHARE);
    }
}

/* Of the cycles with hot heat, those whose efficiency passes Carnot's limit; the bin in which it lies does not. */
static double
share_beyond (const QnFigure *figure, double carnot)
{
  const QnTable *table = side_of (figure);
  double beyond = 0;

  for (gsize i = 0; table != NULL && i < table->n_rows; i++)
    if (qn_table_get (table, i, VALUE) - 0.5 * bin_width (table) > carnot)
      beyond += qn_table_get (table, i, SHARE);
  return beyond;
}

static double
carnot_of (const QnFigure *figure)
{
  return is_engine (figure) ? qn_results_get (&figure->snapshot->outcome->results, "carnot") : NAN;
}

/* The exact mean under the second histogram: of an engine mean work over mean heat. */
static double
side_mean (const QnFigure *figure)
{
  double heat = estimate (figure, 1, QN_ESTIMATE_EXACT);

  return is_engine (figure) ? estimate (figure, 0, QN_ESTIMATE_EXACT) / heat : heat;
}

/* --- Ranges --------------------------------------------------------------- */

static void
include_histogram (const QnTable *table, double sign, QnRange *x, QnRange *y)
{
  for (gsize i = 0; table != NULL && i < table->n_rows; i++)
    if (qn_table_get (table, i, COUNT) > 0)
      {
        qn_range_include (x, qn_table_get (table, i, VALUE) - bin_width (table));
        qn_range_include (x, qn_table_get (table, i, VALUE) + bin_width (table));
        qn_range_include (y, sign * qn_table_get (table, i, SHARE));
      }
}

#define HEADROOM 0.25 /* above the highest bar, for the names of the limits */

/* Ends on round shares: those of few runs change much, and the axis shall not tremble with them. */
static QnRange
round_shares (QnRange y)
{
  double step = y.max < 0.15 ? 0.02 : 0.1;

  return (QnRange) { -step * ceil (-1.08 * y.min / step), step * ceil ((1 + HEADROOM) * y.max / step) };
}

static void
work_ranges (const QnFigure *figure, QnRange *x, QnRange *y)
{
  const QnTable *exact = exact_of (figure);
  double reach = 0.3 * figure->snapshot->outcome->ledger.energy_scale;

  *x = is_input (figure) ? QN_RANGE_EMPTY : (QnRange) { -reach, reach };
  *y = (QnRange) { 0, 0.05 };
  qn_range_include (x, free_energy (figure));
  include_histogram (work_of (figure), 1, x, y);
  include_histogram (reverse_of (figure), -1, x, y);
  for (gsize i = 0; exact != NULL && i < exact->n_rows; i++)
    {
      if (MAX (qn_table_get (exact, i, EXACT_FORWARD), qn_table_get (exact, i, EXACT_REVERSE)) >= 1e-4)
        qn_range_include (x, qn_table_get (exact, i, 0));
      qn_range_include (y, qn_table_get (exact, i, EXACT_FORWARD));
      qn_range_include (y, -qn_table_get (exact, i, EXACT_REVERSE));
    }
  qn_range_include (x, exact_mean (figure));
  qn_range_include (x, unmeasured_mean (figure));
  *x = qn_range_padded (*x, 0.03, 1e-9);
  *y = round_shares (*y);
}

/* An efficiency's outermost bins hold all that lies beyond: the axis need not reach them. */
static void
side_ranges (const QnFigure *figure, QnRange *x, QnRange *y)
{
  QnRange all = QN_RANGE_EMPTY;

  *x = QN_RANGE_EMPTY;
  *y = (QnRange) { 0, 0.05 };
  qn_range_include (x, 0);
  qn_range_include (x, carnot_of (figure));
  qn_range_include (x, side_mean (figure));
  include_histogram (side_of (figure), 1, is_engine (figure) ? &all : x, y);
  if (is_engine (figure))
    *x = (QnRange) { fmax (fmin (x->min, all.min), -0.5), fmin (fmax (x->max, all.max), 1.5) };
  *x = qn_range_padded (*x, 0.05, 1e-9);
  *y = round_shares (*y);
}

static gboolean
update (QnFigure *figure, double seconds, gboolean held, gboolean changed)
{
  State *state = figure->state;
  double runs = runs_of (figure);
  gboolean moved = (runs > 0) != (state->seen > 0), anew = state->seen == 0 && runs > 0 && !held;

  for (int i = 0; i < N_PANELS; i++)
    {
      Panel *panel = &state->panel[i];
      QnRange x, y;

      (i == WORK ? work_ranges : side_ranges) (figure, &x, &y);
      if (anew)
        panel->x.shown = panel->y.shown = QN_RANGE_EMPTY;
      panel->x.held = panel->y.held = held;
      moved |= qn_stable_range_follow (&panel->x, x, seconds);
      moved |= qn_stable_range_follow (&panel->y, y, seconds);
    }
  state->seen = runs;
  return moved;
}

/* --- Words ---------------------------------------------------------------- */

static void
add_share (QnLegend *legend, QnMark mark, QnHue hue, const char *words, double share)
{
  g_autofree char *percent = qn_percent (share);

  qn_legend_add (legend, mark, hue, g_strdup_printf (words, percent), NULL);
}

static void
name_input (const QnFigure *figure, QnLegend *legend)
{
  double lucky = qn_results_get (&figure->snapshot->outcome->results, "probability_violation");

  if (isnan (lucky))
    lucky = estimate (figure, 2, QN_ESTIMATE_MEAN);
  if (!isnan (lucky))
    add_share (legend, QN_MARK_HATCH, QN_HUE_WORK, is_heat (figure) ? _("from cold to hot in %s of the runs") : _("less than Δ<i>F</i> in %s of the runs"), lucky);
  if (reverse_of (figure) != NULL)
    qn_legend_add (legend, QN_MARK_BAR, QN_HUE_THIRD, g_strdup (is_heat (figure) ? _("mirrored, downwards: −<i>Q</i>") : _("reverse drive, downwards: −<i>W</i>")), NULL);
  if (exact_of (figure) != NULL)
    qn_legend_add (legend, QN_MARK_OUTLINE, QN_HUE_FOREGROUND, g_strdup (_("exact")), NULL);
}

static void
name_work (const QnFigure *figure, QnLegend *legend)
{
  double in, out, mean = estimate (figure, 0, QN_ESTIMATE_MEAN);
  g_autofree char *count = qn_grouped (runs_of (figure)), *number = qn_with_error (mean, estimate (figure, 0, QN_ESTIMATE_ERROR), QN_DIMENSION_ENERGY);

  shares (figure, &in, &out);
  if (is_input (figure))
    {
      name_input (figure, legend);
      if (runs_of (figure) > 0)
        qn_legend_add (legend, QN_MARK_LINE, QN_HUE_FOREGROUND, g_strdup_printf (_("mean of %s runs: %s"), count, number), NULL);
    }
  else if (runs_of (figure) > 0)
    {
      add_share (legend, QN_MARK_HATCH, QN_HUE_REFERENCE, _("in %s of the cycles work goes in"), in);
      add_share (legend, QN_MARK_BAR, QN_HUE_WORK, _("in %s it comes out"), out);
      qn_legend_add (legend, QN_MARK_LINE, QN_HUE_FOREGROUND, g_strdup_printf (_("mean of %s cycles: %s"), count, number), NULL);
    }
}

static void
name_side (const QnFigure *figure, QnLegend *legend)
{
  double share = share_beyond (figure, carnot_of (figure));

  if (runs_of (figure) == 0 || !isfinite (carnot_of (figure)))
    return;
  if (share == 0)
    qn_legend_add (legend, QN_MARK_BAR, QN_HUE_FOREGROUND, g_strdup (_("none passes Carnot")), NULL);
  else
    add_share (legend, QN_MARK_BAR, QN_HUE_FOREGROUND, _("%s pass Carnot"), share);
}

/* --- Layout --------------------------------------------------------------- */

typedef struct
{
  int n;
  QnLegend legend[N_PANELS];
  char *x_title[N_PANELS];
  QnAxis x[N_PANELS], y[N_PANELS];
  QnRect head[N_PANELS], bounds[N_PANELS];
} Layout;

/* A part of the figure: its legend on top, `head` high or more, and its axes below. */
static void
lay_out_panel (QnFigure *figure, QnPen *pen, Layout *layout, int i, QnRect part, double head)
{
  Panel *panel = &((State *) figure->state)->panel[i];

  layout->head[i] = (QnRect) { part.x + QN_GAP_MARGIN * pen->text, part.y + QN_GAP_HAIR * pen->text, part.width - QN_GAP_RIGHT * pen->text, head };
  part.y += head + QN_GAP_NEAR * pen->text;
  part.height -= head + QN_GAP_NEAR * pen->text;
  layout->bounds[i] = part;
  layout->x[i] = (QnAxis) { layout->x_title[i], QN_SCALE_LINEAR, panel->x.shown };
  layout->y[i] = (QnAxis) { is_input (figure) ? _("Fraction of the runs") : _("Fraction of the cycles"), QN_SCALE_LINEAR, panel->y.shown, TRUE, TRUE };
  if (i == SIDE)
    layout->y[i].title = is_engine (figure) ? _("Fraction of those with heat") : _("Fraction of the cycles");
  qn_kept_axes (&panel->kept, pen, part, &layout->x[i], &layout->y[i]);
}

static char *
work_title (const QnFigure *figure)
{
  if (is_heat (figure))
    return qn_axis_title (_("Heat from the hot to the cold qubit"), "<i>Q</i>", QN_DIMENSION_ENERGY);
  return qn_axis_title (is_input (figure) ? _("Work done on the medium") : _("Work of a cycle"), "<i>W</i>", QN_DIMENSION_ENERGY);
}

static void
lay_out (QnFigure *figure, QnPen *pen, Layout *layout)
{
  gboolean wide = pen->width > 1.2 * pen->height && pen->width > WIDE * pen->text, tall = pen->height > 1.2 * pen->width && pen->height > TALL * pen->text;
  gboolean side = (wide || tall) && side_of (figure) != NULL;
  double heads[N_PANELS];
  QnRect whole = qn_pen_whole (pen), part[N_PANELS] = { whole };

  *layout = (Layout) { side ? 2 : 1 };
  if (side)
    qn_rect_divide (whole, wide, wide ? 0.58 * pen->width : 0.54 * pen->height, QN_GAP_WIDE * pen->text, part);
  name_work (figure, &layout->legend[WORK]);
  name_side (figure, &layout->legend[SIDE]);
  layout->x_title[WORK] = work_title (figure);
  layout->x_title[SIDE] = is_engine (figure) ? qn_axis_title (_("Efficiency of a cycle"), "<i>W</i>/<i>Q</i><sub>h</sub>", QN_DIMENSION_NONE)
                                             : qn_axis_title (_("Hot-side heat of a cycle"), "<i>Q</i><sub>h</sub>", QN_DIMENSION_ENERGY);
  for (int i = 0; i < layout->n; i++)
    heads[i] = qn_legend_height (&layout->legend[i], pen, part[i].width - QN_GAP_RIGHT * pen->text, 0.36 * part[i].height);
  for (int i = 0; i < layout->n; i++)
    lay_out_panel (figure, pen, layout, i, part[i], side && wide ? MAX (heads[WORK], heads[SIDE]) : heads[i]);
}

static void
layout_clear (Layout *layout)
{
  for (int i = 0; i < N_PANELS; i++)
    {
      qn_legend_clear (&layout->legend[i]);
      g_free (layout->x_title[i]);
    }
}

/* --- Bars ----------------------------------------------------------------- */

typedef enum { BAR_NOTHING, BAR_IN, BAR_OUT, BAR_BEYOND, BAR_REVERSE, BAR_LUCKY } BarKind;

static void
fill_bar (QnPen *pen, QnRect bar, BarKind kind)
{
  static const struct { QnHue hue; double strength; } looks[] = { /* strength 0: hatched */
    [BAR_NOTHING] = { QN_HUE_REFERENCE, 0.35 }, [BAR_IN] = { QN_HUE_REFERENCE, 0 }, [BAR_OUT] = { QN_HUE_WORK, 0.75 },
    [BAR_BEYOND] = { QN_HUE_FOREGROUND, 0.75 }, [BAR_REVERSE] = { QN_HUE_THIRD, 0.75 }, [BAR_LUCKY] = { QN_HUE_WORK, 0 },
  };
  QnHue hue = looks[kind].hue;

  qn_canvas_rect (pen->canvas, bar.x, bar.y, bar.width, bar.height);
  if (looks[kind].strength > 0)
    qn_pen_fill (pen, qn_color_alpha (pen->theme->fill[hue], looks[kind].strength));
  else
    qn_pen_hatch (pen, pen->theme->line[hue], 3.2);
  qn_canvas_rect (pen->canvas, bar.x, bar.y, bar.width, bar.height);
  qn_pen_stroke (pen, pen->theme->line[hue], QN_DASH_SOLID, 0.6);
}

static BarKind
kind_of (double value, double width, double carnot)
{
  if (value - 0.5 * width > carnot)
    return BAR_BEYOND;
  return value < -0.5 * width ? BAR_IN : value > 0.5 * width ? BAR_OUT : BAR_NOTHING;
}

/* However rare, a bar is seen. `lucky` (NaN: work is output): hatched is what lies below. */
static void
draw_bars (QnPen *pen, const QnAxes *axes, const QnTable *table, double carnot, double lucky, gboolean reverse)
{
  double width = bin_width (table), zero = qn_axis_scale_map (&axes->y, 0);

  for (gsize i = 0; i < table->n_rows; i++)
    {
      double value = qn_table_get (table, i, VALUE), share = qn_table_get (table, i, SHARE);
      double left = qn_axis_scale_map (&axes->x, value - 0.46 * width), right = qn_axis_scale_map (&axes->x, value + 0.46 * width);
      double end = qn_axis_scale_map (&axes->y, reverse ? -share : share);
      BarKind kind;

      if (!(share > 0))
        continue;
      end = reverse ? MAX (end, zero + 0.5) : MIN (end, zero - 0.5); /* to be seen at all */
      kind = reverse ? BAR_REVERSE : isnan (lucky) ? kind_of (value, width, carnot) : value < lucky ? BAR_LUCKY : BAR_OUT;
      fill_bar (pen, (QnRect) { left, MIN (end, zero), MAX (right - left, pen->line), fabs (end - zero) }, kind);
    }
}

static void
draw_zero (QnPen *pen, const QnAxes *axes)
{
  double x = qn_axis_scale_map (&axes->x, 0), y = qn_axis_scale_map (&axes->y, 0);

  qn_pen_vertical (pen, &axes->area, x);
  qn_pen_horizontal (pen, &axes->area, y);
  qn_pen_stroke (pen, qn_color_alpha (pen->theme->frame, 0.7), QN_DASH_SOLID, 0.7);
}

static void
draw_pin (QnPen *pen, const QnAxes *axes, double value, double share)
{
  double x = qn_axis_scale_map (&axes->x, value);

  qn_pen_segment (pen, x, qn_axis_scale_map (&axes->y, 0), x, qn_axis_scale_map (&axes->y, share));
  qn_pen_stroke (pen, pen->theme->line[QN_HUE_FOREGROUND], QN_DASH_SOLID, 1.1);
  qn_axes_disc (axes, pen->canvas, value, share, 2.6 * pen->line, pen->theme->background, pen->theme->line[QN_HUE_FOREGROUND]);
}

/* Pins: a distribution of single values has no width. Those too rare to be seen are left out. */
static void
draw_exact (QnPen *pen, const QnAxes *axes, const QnTable *table)
{
  for (gsize i = 0; i < table->n_rows; i++)
    for (int column = EXACT_FORWARD; column <= EXACT_REVERSE; column++)
      if (qn_table_get (table, i, column) >= 1e-3)
        draw_pin (pen, axes, qn_table_get (table, i, VALUE), qn_table_get (table, i, column) * (column == EXACT_REVERSE ? -1 : 1));
}

/* Two qubits whose names are the wrong way round. */
static gboolean
is_gradient_reversed (const QnFigure *figure)
{
  const QnMachine *m = &figure->snapshot->outcome->machine;

  return is_heat (figure) && m->bath[QN_HOT].temperature < m->bath[QN_COLD].temperature;
}

static void
draw_mean (QnPen *pen, const QnAxes *axes, double mean, double error)
{
  double x = qn_axis_scale_map (&axes->x, mean), half = isfinite (error) ? x - qn_axis_scale_map (&axes->x, mean - error) : 0;

  half = MAX (half, 0.9 * pen->line);
  qn_pen_fill_rect (pen, (QnRect) { x - half, axes->area.y, 2 * half, axes->area.height }, qn_color_alpha (pen->theme->line[QN_HUE_FOREGROUND], 0.4));
}

/* --- Layers --------------------------------------------------------------- */

typedef struct
{
  double value; /* NaN: none */
  const char *words, *number;
  QnHue hue;
  QnDash dash;
} Limit;

static void
draw_limit (QnPen *pen, const QnAxes *axes, const Limit *limit)
{
  if (!isfinite (limit->value))
    return;
  qn_pen_vertical (pen, &axes->area, qn_axis_scale_map (&axes->x, limit->value));
  qn_pen_stroke (pen, pen->theme->line[limit->hue], limit->dash, 1.2);
}

/* Above the bars in line `row` from the top, on the side where there is room; without the number, or not at all, where there is none. */
static void
name_limit (QnPen *pen, const QnAxes *axes, const Limit *limit, int row)
{
  g_autofree char *all = g_strdup_printf ("%s  %s", limit->words, limit->number);
  const char *texts[] = { all, limit->words };
  double x = qn_axis_scale_map (&axes->x, limit->value), y = axes->area.y + (0.75 + 1.35 * row) * pen->text, away = QN_GAP_NEAR * pen->text;

  for (int i = 0; i < 4 && isfinite (limit->value); i++)
    {
      QnLabel label = { texts[i / 2], QN_SIZE_LIMIT * pen->text, FALSE, pen->theme->line[limit->hue], 0.8 };

      if (qn_pen_text (pen, &label, axes->area, (QnSpot) { i % 2 == 0 ? x + away : x - away, y, i % 2 == 0 ? QN_ALIGN_START : QN_ALIGN_END, QN_ALIGN_CENTER }))
        return;
    }
}

static void
draw_work (const QnFigure *figure, QnPen *pen, const QnAxes *axes)
{
  const QnTable *table = work_of (figure), *exact = exact_of (figure), *reverse = reverse_of (figure);
  double mean = exact_mean (figure), F = is_heat (figure) ? NAN : free_energy (figure), unmeasured = unmeasured_mean (figure);
  g_autofree char *mean_number = qn_format_markup (mean, 3), *F_number = qn_format_markup (F, 3), *unmeasured_number = qn_format_markup (unmeasured, 3);
  const Limit limits[] = {
    { mean, is_input (figure) ? _("mean") : _("exact mean"), mean_number, QN_HUE_FOREGROUND, QN_DASH_DASHED },
    { F, _("Δ<i>F</i>"), F_number, QN_HUE_FOREGROUND, QN_DASH_LONG },
    { unmeasured, _("unmeasured"), unmeasured_number, QN_HUE_COHERENCE, QN_DASH_DASHED },
  };

  if (table != NULL)
    draw_bars (pen, axes, table, INFINITY, is_gradient_reversed (figure) ? -INFINITY : free_energy (figure), FALSE);
  if (reverse != NULL)
    draw_bars (pen, axes, reverse, INFINITY, NAN, TRUE);
  if (exact != NULL)
    draw_exact (pen, axes, exact);
  draw_zero (pen, axes);
  if (runs_of (figure) > 0)
    draw_mean (pen, axes, estimate (figure, 0, QN_ESTIMATE_MEAN), estimate (figure, 0, QN_ESTIMATE_ERROR));
  for (int i = 0; i < (int) G_N_ELEMENTS (limits); i++)
    {
      draw_limit (pen, axes, &limits[i]);
      name_limit (pen, axes, &limits[i], i);
    }
}

static void
draw_side (const QnFigure *figure, QnPen *pen, const QnAxes *axes)
{
  double carnot = carnot_of (figure), mean = side_mean (figure);
  g_autofree char *limit = qn_percent (carnot), *number = is_engine (figure) ? qn_percent (mean) : qn_format_markup (mean, 3);
  const Limit at_most = { carnot, _("Carnot"), limit, QN_HUE_FOREGROUND, QN_DASH_LONG };
  const Limit exact = { mean, is_engine (figure) ? _("⟨<i>W</i>⟩/⟨<i>Q</i><sub>h</sub>⟩") : _("exact mean"), number, QN_HUE_FOREGROUND, QN_DASH_DASHED };

  qn_pen_clip (pen, axes->area);
  draw_bars (pen, axes, side_of (figure), isfinite (carnot) ? carnot : INFINITY, NAN, FALSE);
  qn_canvas_restore (pen->canvas);
  draw_zero (pen, axes);
  draw_limit (pen, axes, &at_most);
  draw_limit (pen, axes, &exact);
  name_limit (pen, axes, &at_most, 0);
  name_limit (pen, axes, &exact, isfinite (carnot) ? 1 : 0);
}

static void
draw_static (QnFigure *figure, QnPen *pen)
{
  const State *state = figure->state;
  Layout layout;

  lay_out (figure, pen, &layout);
  for (int i = 0; i < layout.n; i++)
    qn_figure_draw_axes (&state->panel[i].kept.axes, pen, layout.bounds[i], &layout.x[i], &layout.y[i]);
  layout_clear (&layout);
}

static void
draw_live (QnFigure *figure, QnPen *pen)
{
  const State *state = figure->state;
  Layout layout;

  lay_out (figure, pen, &layout);
  draw_work (figure, pen, &state->panel[WORK].kept.axes);
  if (layout.n > SIDE)
    draw_side (figure, pen, &state->panel[SIDE].kept.axes);
  for (int i = 0; i < layout.n; i++)
    qn_legend_draw (&layout.legend[i], pen, layout.head[i]);
  if (work_of (figure) == NULL && exact_of (figure) == NULL)
    qn_pen_statement (pen, _("Single runs are being drawn…"), qn_rect_inset (state->panel[WORK].kept.axes.area, 0.05 * pen->width, 0.02 * pen->height));
  layout_clear (&layout);
}

/* --- Data ----------------------------------------------------------------- */

/* `count`: its column; -1: there is none. */
static void
csv_rows (GString *out, const char *kind, const QnTable *table, int count, int share)
{
  for (gsize i = 0; table != NULL && i < table->n_rows; i++)
    {
      const double numbers[] = { qn_table_get (table, i, VALUE), count >= 0 ? qn_table_get (table, i, count) : NAN, qn_table_get (table, i, share) };

      qn_csv_row (out, numbers, G_N_ELEMENTS (numbers), "%s", kind);
    }
}

static void
csv (QnFigure *figure, GString *out)
{
  const QnReport *runs = figure->snapshot->runs;

  g_string_append (out, "quantity,value,cycles,share\n");
  csv_rows (out, "work", work_of (figure), COUNT, SHARE);
  csv_rows (out, "work of the reverse process", reverse_of (figure), COUNT, SHARE);
  csv_rows (out, "exact work", exact_of (figure), -1, EXACT_FORWARD);
  csv_rows (out, "exact work of the reverse process", exact_of (figure), -1, EXACT_REVERSE);
  csv_rows (out, "efficiency", histogram (runs, "efficiency_histogram"), COUNT, SHARE);
  csv_rows (out, "hot heat", histogram (runs, "heat_histogram"), COUNT, SHARE);
}

static char *
describe_input (const QnFigure *figure)
{
  const QnResults *r = &figure->snapshot->outcome->results;
  double lucky = qn_results_get (r, "probability_violation");
  g_autofree char *mean = qn_plain (exact_mean (figure), QN_DIMENSION_ENERGY), *F = qn_plain (free_energy (figure), QN_DIMENSION_ENERGY);
  g_autofree char *percent = qn_plain (100 * (isnan (lucky) ? estimate (figure, 2, QN_ESTIMATE_MEAN) : lucky), QN_DIMENSION_NONE);

  if (is_heat (figure))
    return g_strdup_printf (_("Heat that single runs carry from the hot to the cold qubit: %s on average; in %s percent of the runs it flows from cold to hot."), mean, percent);
  return g_strdup_printf (_("Work done on the medium in single runs: %s on average, the free energy’s difference being %s; %s percent of the runs need less than that. Downwards the reverse drive."),
                          mean, F, percent);
}

static char *
describe (QnFigure *figure)
{
  double runs = runs_of (figure), in, out;
  g_autofree char *count = qn_grouped (runs), *mean = qn_plain (estimate (figure, 0, QN_ESTIMATE_MEAN), QN_DIMENSION_ENERGY);
  g_autofree char *exact = qn_plain (estimate (figure, 0, QN_ESTIMATE_EXACT), QN_DIMENSION_ENERGY), *percent = NULL;

  if (is_input (figure))
    return describe_input (figure);
  if (!(runs > 0))
    return g_strdup (exact_of (figure) != NULL ? _("The exact distribution of the work of single runs.") : _("Single runs are being drawn…"));
  shares (figure, &in, &out);
  percent = qn_plain (100 * in, QN_DIMENSION_NONE);
  return g_strdup_printf (_("Work of %s single cycles: their mean is %s, exactly it is %s. In %s percent of the cycles work goes in."), count, mean, exact, percent);
}

const QnFigureClass qn_figure_class_work_distribution = {
  .info = { "work-distribution", N_("Work of single cycles"), N_("Probability distribution of the work of single cycles"), FALSE, QN_EXTRA_RUNS },
  .state_size = sizeof (State),
  .why_none = why_none,
  .update = update,
  QN_FIGURE_DRAWN,
};
