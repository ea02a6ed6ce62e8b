/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "figures/kit/qn-chart.h"

/* The work that erasing the record takes against the time it may take, above Landauer's bound. */

static void
fill (const QnFigure *figure, int index, QnChart *chart)
{
  const QnSnapshot *s = figure->snapshot;
  const QnTable *table = qn_report_find (s->report, "erasure");
  double T = qn_experiment_get (&s->experiment, "memory.temperature"), bound = T * qn_results_get (&s->results, "memory_entropy");

  if (table == NULL)
    return;
  chart->x = (QnChartAxis) { .name = _("Time of erasure"), .symbol = "<i>τ</i><sub>m</sub>", .dimension = QN_DIMENSION_TIME, .scale = QN_SCALE_LOG, .range = QN_RANGE_EMPTY };
  chart->y = (QnChartAxis) { .name = _("Work of erasure"), .symbol = "<i>W</i><sub>m</sub>", .dimension = QN_DIMENSION_ENERGY, .range = { 0, 0 } };
  qn_chart_add_curve (chart, (QnChartCurve) { .table = table, .y = 1, .name = _("work of erasure"), .hue = QN_HUE_COHERENCE, .width = 2.8 });
  qn_chart_add_limit (chart, (QnChartLimit) { FALSE, bound, _("Landauer’s bound"), QN_HUE_REFERENCE });
  if (qn_experiment_get (&s->experiment, "memory.slow") == 0)
    qn_chart_add_point (chart, (QnChartPoint) { qn_experiment_get (&s->experiment, "memory.duration"), qn_results_get (&s->results, "erasure_work"), qn_chart_keep (chart, qn_label_equals ("<i>W</i><sub>m</sub>", qn_results_get (&s->results, "erasure_work"), QN_DIMENSION_ENERGY)), QN_HUE_COHERENCE });
}

static char *
describe (QnFigure *figure)
{
  const QnResults *r = &figure->snapshot->results;
  g_autofree char *work = qn_plain (qn_results_get (r, "erasure_work"), QN_DIMENSION_ENERGY), *bound = qn_plain (qn_results_get (r, "landauer"), QN_DIMENSION_ENERGY);

  return g_strdup_printf (_("Work of erasing the record against the time it takes: %s, with Landauer’s bound at %s."), work, bound);
}

const QnFigureClass qn_figure_class_erasure = {
  .info = { "erasure", N_("Price of forgetting"), N_("Work of erasing the record against the time it may take, and Landauer’s bound"), FALSE },
  QN_FIGURE_OF_CHARTS (1, fill),
  .describe = describe,
};
