/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "figures/kit/qn-chart.h"

/* Powers of one engine run in different ways, against the action of a cycle. */

static void
fill (const QnFigure *figure, int index, QnChart *chart)
{
  const QnSnapshot *s = figure->snapshot;
  const QnTable *table = qn_report_find (s->report, "equivalence");

  if (table == NULL)
    return;
  chart->x = (QnChartAxis) { .name = _("Action per cycle"), .symbol = "<i>s</i>", .scale = QN_SCALE_LOG, .range = QN_RANGE_EMPTY };
  chart->y = (QnChartAxis) { .name = _("Power"), .symbol = "<i>P</i>", .dimension = QN_DIMENSION_POWER, .range = { 0, 0 } };
  qn_chart_add_curve (chart, (QnChartCurve) { .table = table, .y = 4, .name = _("without coherence"), .hue = QN_HUE_REFERENCE, .dash = QN_DASH_LONG, .width = 2.4 });
  qn_chart_add_curve (chart, (QnChartCurve) { .table = table, .y = 3, .name = _("four strokes"), .hue = QN_HUE_COLD, .width = 2.4 });
  qn_chart_add_curve (chart, (QnChartCurve) { .table = table, .y = 2, .name = _("two strokes"), .hue = QN_HUE_THIRD, .width = 2.4 });
  qn_chart_add_curve (chart, (QnChartCurve) { .table = table, .y = 1, .name = _("continuous"), .hue = QN_HUE_WORK, .width = 2.8 });
  qn_chart_add_limit (chart, (QnChartLimit) { TRUE, qn_results_get (&s->results, "action"), _("now"), QN_HUE_FOREGROUND });
}

static char *
describe (QnFigure *figure)
{
  const QnResults *r = &figure->snapshot->results;
  g_autofree char *all = qn_plain (qn_results_get (r, "power_continuous"), QN_DIMENSION_POWER), *four = qn_plain (qn_results_get (r, "power_four_stroke"), QN_DIMENSION_POWER), *stochastic = qn_plain (qn_results_get (r, "power_stochastic"), QN_DIMENSION_POWER);

  return g_strdup_printf (_("Power of one three-level engine against the action of its cycle. At the present action: continuous %s, in four strokes %s, without coherence %s."), all, four, stochastic);
}

const QnFigureClass qn_figure_class_equivalence = {
  .info = { "equivalence", N_("One engine, three ways"), N_("Power of the continuous, two-stroke and four-stroke engine and of one without coherence against the action"), FALSE },
  QN_FIGURE_OF_CHARTS (1, fill),
  .describe = describe,
};
