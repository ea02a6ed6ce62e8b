/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "figures/kit/qn-chart.h"

/* Work of a coherent engine and of its dephased twin against the time of contact. */

static void
fill (const QnFigure *figure, int index, QnChart *chart)
{
  const QnSnapshot *s = figure->snapshot;
  const QnTable *table = qn_report_find (s->report, "twin");
  double here = s->machine.stroke[0].duration, work = qn_results_get (&s->results, "work_output"), difference = qn_results_get (&s->results, "work_difference");

  if (table == NULL)
    return;
  chart->x = (QnChartAxis) { .name = _("Hot contact"), .symbol = "<i>τ</i><sub>h</sub>", .dimension = QN_DIMENSION_TIME, .range = { 0, 0 } };
  chart->y = (QnChartAxis) { .name = _("Work per cycle"), .symbol = "<i>W</i>", .dimension = QN_DIMENSION_ENERGY, .range = { 0, 0 } };
  qn_chart_add_curve (chart, (QnChartCurve) { .table = table, .y = 4, .error = 5, .hue = QN_HUE_COHERENCE, .width = -1 });
  qn_chart_add_curve (chart, (QnChartCurve) { .table = table, .y = 2, .name = _("dephased twin"), .hue = QN_HUE_REFERENCE, .dash = QN_DASH_LONG, .width = 2.2 });
  qn_chart_add_curve (chart, (QnChartCurve) { .table = table, .y = 1, .name = _("coherent engine"), .hue = QN_HUE_WORK, .width = 2.8 });
  qn_chart_add_limit (chart, (QnChartLimit) { FALSE, 0, NULL, QN_HUE_REFERENCE });
  qn_chart_add_point (chart, (QnChartPoint) { here, work - difference, NULL, QN_HUE_REFERENCE });
  qn_chart_add_point (chart, (QnChartPoint) { here, work, qn_chart_keep (chart, qn_label_equals ("Δ<i>W</i>", difference, QN_DIMENSION_ENERGY)), QN_HUE_WORK });
}

static char *
describe (QnFigure *figure)
{
  const QnResults *r = &figure->snapshot->results;
  g_autofree char *work = qn_plain (qn_results_get (r, "work_output"), QN_DIMENSION_ENERGY), *twin = qn_plain (qn_results_get (r, "work_twin"), QN_DIMENSION_ENERGY);

  return g_strdup_printf (_("Work per cycle against the time of contact: %s with coherence, %s of the twin whose coherence is wiped out before each contact."), work, twin);
}

const QnFigureClass qn_figure_class_twin = {
  .info = { "twin", N_("Engine and twin"), N_("Work of the coherent engine and of its dephased twin against the time of contact"), FALSE },
  QN_FIGURE_OF_CHARTS (1, fill),
  .describe = describe,
};
