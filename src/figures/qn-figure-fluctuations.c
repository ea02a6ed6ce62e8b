/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "figures/kit/qn-charts.h"
#include "lab/qn-monte-carlo.h"
#include "sim/qn-background.h"

/* A drive's work, or the heat that two qubits exchange: what the same equalities are said of. */
typedef struct
{
  const char *quantity, *symbol, *estimate, *estimate_symbol, *mean, *exact, *ratio, *slope, *crossing;
} Words;

static const Words *
words_of (const QnFigure *figure)
{
  static const Words work = {
    .quantity = N_("Work done on the medium"), .symbol = "<i>W</i>",
    .estimate = N_("Estimated free energy difference"), .estimate_symbol = "Δ<i>F</i>",
    .mean = N_("mean work ⟨<i>W</i>⟩"), .exact = N_("exact Δ<i>F</i>"),
    .ratio = "ln <i>P</i><sub>F</sub>(<i>W</i>)/<i>P</i><sub>R</sub>(−<i>W</i>)", .slope = N_("slope 1/<i>T</i>"), .crossing = N_("Δ<i>F</i>"),
  };
  static const Words heat = {
    .quantity = N_("Heat from the hot to the cold qubit"), .symbol = "<i>Q</i>",
    .estimate = N_("Estimate by exponential average"), .estimate_symbol = "",
    .mean = N_("mean heat ⟨<i>Q</i>⟩"), .exact = N_("exactly 0"),
    .ratio = "ln <i>P</i>(<i>Q</i>)/<i>P</i>(−<i>Q</i>)", .slope = N_("slope 1/<i>T</i><sub>c</sub> − 1/<i>T</i><sub>h</sub>"),
  };

  return figure->snapshot->outcome->machine.medium.klass->swapped ? &heat : &work;
}

/* Of a drive whose work takes so many values that only its moments are computed. */
static const char *
unlisted (const QnFigure *figure)
{
  return qn_report_find (figure->snapshot->outcome->tables, "crooks_line") == NULL ? _("So many levels are occupied that only mean and variance of the work are computed") : NULL;
}

/* What runs tell of the free energy, -T ln<exp(-W/T)> over N of them: too much while they are few, for the average hangs on
 * rare ones; the band is what another batch of as many might have told. Dots are the running average of live runs. */

#define FEWEST 10 /* runs whose standard error means something */
#define AVERAGE 1 /* row of the estimates */

static const char *
doubt_of (const QnFigure *figure)
{
  const QnTable *estimates = qn_report_find (figure->snapshot->runs, "estimates");

  return estimates != NULL && AVERAGE < estimates->n_rows ? qn_estimate_doubt (estimates, AVERAGE) : NULL;
}

static void
fill_jarzynski (const QnFigure *figure, int index, QnChart *chart)
{
  const QnSnapshot *s = figure->snapshot;
  const Words *words = words_of (figure);
  const QnTable *convergence = qn_report_find (s->outcome->tables, "convergence"), *running = qn_report_find (s->runs, "running");
  gsize first = 0;

  chart->x = (QnChartAxis) { .name = _("Runs averaged over"), .symbol = "<i>N</i>", .scale = QN_SCALE_LOG, .range = { 1, 10000 } };
  chart->y = (QnChartAxis) { .name = _(words->estimate), .symbol = words->estimate_symbol, .dimension = QN_DIMENSION_ENERGY, .range = QN_RANGE_EMPTY };
  if (convergence != NULL)
    qn_chart_add_curve (chart, (QnChartCurve) { .table = convergence, .y = 1, .error = 2, .name = _("mean over many batches"), .hue = QN_HUE_WORK, .width = 2.6 });
  while (running != NULL && first < running->n_rows && qn_table_get (running, first, 0) < FEWEST)
    first++;
  if (running != NULL && first < running->n_rows)
    qn_chart_add_curve (chart, (QnChartCurve) { .kind = QN_CHART_DOTS, .table = running, .first = first, .y = 1, .error = 2,
                                            .name = doubt_of (figure) != NULL ? _("one series of runs, error bars too small") : _("one series of runs"), .hue = QN_HUE_FOREGROUND });
  else if (convergence == NULL)
    chart->note = unlisted (figure) ? unlisted (figure) : _("Single runs are being drawn…");
  qn_chart_add_limit (chart, (QnChartLimit) { .value = qn_results_get (&s->outcome->results, "work_input"), .name = _(words->mean), .hue = QN_HUE_WORK });
  qn_chart_add_limit (chart, (QnChartLimit) { .value = qn_results_get (&s->outcome->results, "free_energy_difference"), .name = _(words->exact), .hue = QN_HUE_REFERENCE });
}

static char *
describe_jarzynski (QnFigure *figure)
{
  const QnSnapshot *s = figure->snapshot;
  const QnTable *convergence = qn_report_find (s->outcome->tables, "convergence");
  g_autofree char *mean = qn_plain (qn_results_get (&s->outcome->results, "work_input"), QN_DIMENSION_ENERGY);
  g_autofree char *exact = qn_plain (qn_results_get (&s->outcome->results, "free_energy_difference"), QN_DIMENSION_ENERGY);
  g_autofree char *ten = convergence != NULL ? qn_plain (qn_table_get (convergence, 3, 1), QN_DIMENSION_ENERGY) : NULL;

  g_autofree char *text = ten == NULL ? g_strdup_printf (_("Estimates of the free energy difference from runs; exactly it is %s, the mean work is %s."), exact, mean)
                                      : g_strdup_printf (_("Estimates of the free energy difference by the number of runs: from one run the mean "
                                                           "work %s, from eight %s on average, and exactly %s from very many."),
                                                         mean, ten, exact);

  return g_strjoin (doubt_of (figure) != NULL ? " " : "", text, doubt_of (figure) != NULL ? doubt_of (figure) : "", NULL);
}

const QnFigureClass qn_figure_class_jarzynski = {
  .info = { "jarzynski", N_("Free energy from runs"),
            N_("Free energy difference estimated from the exponential average over more and more runs, with the exact value and the mean work"), FALSE, QN_EXTRA_RUNS },
  QN_FIGURE_OF_CHARTS (1, fill_jarzynski),
  .describe = describe_jarzynski,
};

/* How much more often forward runs take the work W than backward ones give it back, as a logarithm over W: by Crooks' relation
 * a line of slope 1/T that passes through 0 at the free energy's difference. */

enum { WORK, RATIO, ERROR };

static void
fill_crooks (const QnFigure *figure, int index, QnChart *chart)
{
  const QnSnapshot *s = figure->snapshot;
  const Words *words = words_of (figure);
  const QnTable *line = qn_report_find (s->outcome->tables, "crooks_line"), *exact = qn_report_find (s->outcome->tables, "crooks");
  const QnTable *sampled = qn_report_find (s->runs, "crooks_sampled");

  chart->note = unlisted (figure);
  if (line == NULL)
    return;
  chart->x = (QnChartAxis) { .name = _(words->quantity), .symbol = words->symbol, .dimension = QN_DIMENSION_ENERGY, .range = QN_RANGE_EMPTY };
  chart->y = (QnChartAxis) { .name = _("Log ratio"), .symbol = words->ratio, .range = { 0, 0 } };
  qn_chart_add_curve (chart, (QnChartCurve) { .table = line, .y = RATIO, .name = _(words->slope), .hue = QN_HUE_REFERENCE, .dash = QN_DASH_DASHED });
  if (exact != NULL)
    qn_chart_add_curve (chart, (QnChartCurve) { .kind = QN_CHART_DOTS, .table = exact, .y = RATIO, .name = exact->n_rows > 0 ? _("exact") : NULL, .hue = QN_HUE_WORK, .width = 3 });
  if (sampled != NULL && sampled->n_rows > 0)
    qn_chart_add_curve (chart, (QnChartCurve) { .kind = QN_CHART_DOTS, .table = sampled, .y = RATIO, .error = ERROR, .name = _("from single runs"), .hue = QN_HUE_FOREGROUND });
  qn_chart_add_limit (chart, (QnChartLimit) { .value = 0, .name = _("forward equals reverse"), .hue = QN_HUE_REFERENCE });
  qn_chart_add_limit (chart, (QnChartLimit) { TRUE, qn_results_get (&s->outcome->results, "free_energy_difference"), words->crossing ? _(words->crossing) : NULL, QN_HUE_REFERENCE });
}

static char *
describe_crooks (QnFigure *figure)
{
  const QnResults *r = &figure->snapshot->outcome->results;
  g_autofree char *crossing = qn_plain (qn_results_get (r, "crooks_crossing"), QN_DIMENSION_ENERGY), *exact = qn_plain (qn_results_get (r, "free_energy_difference"), QN_DIMENSION_ENERGY);

  if (isnan (qn_results_get (r, "crooks_crossing")))
    return g_strdup_printf (_("Logarithm of the ratio of forward to reverse probabilities over the work: "
                              "a line that is zero at the free energy difference %s."), exact);
  return g_strdup_printf (_("Logarithm of the ratio of forward to reverse probabilities over the work: a "
                            "line that is zero at %s; the free energy difference is %s."), crossing, exact);
}

const QnFigureClass qn_figure_class_crooks = {
  .info = { "crooks", N_("Crooks’ relation"),
            N_("Logarithm of the ratio of forward to reverse probabilities against the work: a line that is zero at the free energy difference"), FALSE, QN_EXTRA_RUNS },
  QN_FIGURE_OF_CHARTS (1, fill_crooks),
  .describe = describe_crooks,
};
