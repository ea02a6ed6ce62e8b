/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "figures/kit/qn-chart.h"

#include "sim/qn-background.h"

/* What runs tell of the free energy, -T ln<exp(-W/T)> over N of them: too much while they are few, for the average hangs on
 * rare ones; the band is what another batch of as many might have told. Dots are the running average of live runs. */

#define FEWEST 10 /* runs whose standard error means something */

static gboolean
is_pair (const QnFigure *figure)
{
  return figure->snapshot->machine.medium.kind == QN_MEDIUM_PAIR;
}

static void
fill (const QnFigure *figure, int index, QnChart *chart)
{
  const QnSnapshot *s = figure->snapshot;
  const QnTable *convergence = qn_report_find (s->report, "convergence"), *running = qn_report_find (s->runs, "running");
  gsize first = 0;

  chart->x = (QnChartAxis) { .name = _("Runs averaged over"), .symbol = "<i>N</i>", .scale = QN_SCALE_LOG, .range = { 1, 10000 } };
  chart->y = (QnChartAxis) { .name = is_pair (figure) ? _("Estimate by exponential average") : _("Estimated free energy difference"), .symbol = is_pair (figure) ? "" : "Δ<i>F</i>", .dimension = QN_DIMENSION_ENERGY, .range = QN_RANGE_EMPTY };
  if (convergence != NULL)
    qn_chart_add_curve (chart, (QnChartCurve) { .table = convergence, .y = 1, .error = 2, .name = _("mean over many batches"), .hue = QN_HUE_WORK, .width = 2.6 });
  while (running != NULL && first < running->n_rows && qn_table_get (running, first, 0) < FEWEST)
    first++;
  if (running != NULL && first < running->n_rows)
    qn_chart_add_curve (chart, (QnChartCurve) { .kind = QN_CHART_DOTS, .table = running, .first = first, .y = 1, .error = 2, .name = _("one series of runs"), .hue = QN_HUE_FOREGROUND });
  else if (convergence == NULL)
    chart->note = _("Single runs are being drawn…");
  qn_chart_add_limit (chart, (QnChartLimit) { .value = qn_results_get (&s->results, "work_input"), .name = is_pair (figure) ? _("mean heat ⟨<i>Q</i>⟩") : _("mean work ⟨<i>W</i>⟩"), .hue = QN_HUE_WORK });
  qn_chart_add_limit (chart, (QnChartLimit) { .value = qn_results_get (&s->results, "free_energy_difference"), .name = is_pair (figure) ? _("exactly 0") : _("exact Δ<i>F</i>"), .hue = QN_HUE_REFERENCE });
}

static char *
describe (QnFigure *figure)
{
  const QnSnapshot *s = figure->snapshot;
  const QnTable *convergence = qn_report_find (s->report, "convergence");
  g_autofree char *mean = qn_plain (qn_results_get (&s->results, "work_input"), QN_DIMENSION_ENERGY), *exact = qn_plain (qn_results_get (&s->results, "free_energy_difference"), QN_DIMENSION_ENERGY);
  g_autofree char *ten = convergence != NULL ? qn_plain (qn_table_get (convergence, 3, 1), QN_DIMENSION_ENERGY) : NULL;

  if (ten == NULL)
    return g_strdup_printf (_("Estimates of the free energy’s difference from runs; exactly it is %s, the mean work is %s."), exact, mean);
  return g_strdup_printf (_("Estimates of the free energy’s difference by the number of runs: from one run the mean work %s, from eight %s on average, and exactly %s from very many."), mean, ten, exact);
}

const QnFigureClass qn_figure_class_jarzynski = {
  .info = { "jarzynski", N_("Free energy from runs"), N_("What the exponential average over ever more runs tells of the free energy, beside the exact value and the mean work"), FALSE, QN_EXTRA_RUNS },
  QN_FIGURE_OF_CHARTS (1, fill),
  .describe = describe,
};
