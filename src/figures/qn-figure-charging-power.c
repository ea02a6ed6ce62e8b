/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "figures/kit/qn-chart.h"

/* What charging together gains, against the number of cells, and the entanglement on the way. */

static void
fill_advantage (const QnSnapshot *s, QnChart *chart)
{
  const QnTable *table = qn_report_find (s->report, "advantage");
  double advantage = qn_results_get (&s->results, "advantage");

  if (table == NULL)
    return;
  chart->heading = _("Power together over power alone");
  chart->x = (QnChartAxis) { .name = _("Cells"), .symbol = "<i>N</i>", .range = { 0.6, 6.4 } };
  chart->y = (QnChartAxis) { .name = _("Advantage"), .symbol = "<i>Γ</i>", .range = { 0, 6.4 } };
  qn_chart_add_curve (chart, (QnChartCurve) { .table = table, .y = 3, .name = "<i>N</i>", .hue = QN_HUE_REFERENCE, .dash = QN_DASH_LONG, .width = 1.2 });
  qn_chart_add_curve (chart, (QnChartCurve) { .table = table, .y = 2, .name = "√<i>N</i>", .hue = QN_HUE_REFERENCE, .dash = QN_DASH_DOTTED, .width = 1.2 });
  qn_chart_add_curve (chart, (QnChartCurve) { .kind = QN_CHART_DOTS, .table = table, .y = 1, .hue = QN_HUE_WORK, .width = 2.6 });
  qn_chart_add_point (chart, (QnChartPoint) { qn_experiment_get (&s->experiment, "battery.cells"), advantage, qn_chart_keep (chart, qn_label_equals ("<i>Γ</i>", advantage, QN_DIMENSION_NONE)), QN_HUE_FOREGROUND });
}

static void
fill_entanglement (const QnSnapshot *s, QnChart *chart)
{
  const QnTable *table = qn_report_find (s->report, "battery");

  if (table == NULL)
    return;
  chart->heading = _("Entanglement on the way");
  chart->x = (QnChartAxis) { .name = _("Time"), .symbol = "<i>t</i>", .dimension = QN_DIMENSION_TIME, .range = { 0, 0 } };
  chart->y = (QnChartAxis) { .name = _("Negativity"), .symbol = "<i>𝒩</i>", .range = { 0, 0.5 } };
  chart->now = s->position * (s->machine.stroke[0].duration + s->machine.stroke[1].duration);
  qn_chart_add_curve (chart, (QnChartCurve) { .table = table, .y = 4, .hue = QN_HUE_COHERENCE, .width = 2.6, .fill = 0.15 });
  qn_chart_add_limit (chart, (QnChartLimit) { TRUE, s->machine.stroke[0].duration, _("charged"), QN_HUE_REFERENCE });
  qn_chart_add_limit (chart, (QnChartLimit) { FALSE, 0.5, _("most"), QN_HUE_REFERENCE });
}

static void
fill (const QnFigure *figure, int index, QnChart *chart)
{
  (index == 0 ? fill_advantage : fill_entanglement) (figure->snapshot, chart);
}

static char *
describe (QnFigure *figure)
{
  const QnResults *r = &figure->snapshot->results;
  g_autofree char *advantage = qn_plain (qn_results_get (r, "advantage"), QN_DIMENSION_NONE), *power = qn_plain (qn_results_get (r, "power"), QN_DIMENSION_POWER), *most = qn_plain (qn_results_get (r, "negativity"), QN_DIMENSION_NONE);

  return g_strdup_printf (_("Charging power of all cells together over that of each by itself: %s, with a power of %s. The negativity of one cell against the others reaches %s."), advantage, power, most);
}

const QnFigureClass qn_figure_class_charging_power = {
  .info = { "charging-power", N_("Advantage"), N_("What charging together gains against the number of cells, and the entanglement on the way"), FALSE },
  QN_FIGURE_OF_CHARTS (2, fill),
  .describe = describe,
};
