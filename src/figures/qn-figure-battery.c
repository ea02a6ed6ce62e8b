/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "figures/kit/qn-chart.h"

/* Energy and ergotropy of a battery while it is charged and stored, beside the same cells charged each by itself. */

enum { TIME, ENERGY, ERGOTROPY, LOCAL, NEGATIVITY };

static gboolean
has_others (const QnSnapshot *s)
{
  return qn_experiment_get (&s->experiment, "battery.cells") > 1 && qn_experiment_get (&s->experiment, "battery.charging") != 0 && qn_experiment_get (&s->experiment, "battery.charging") != 3;
}

static void
add_death (const QnSnapshot *s, QnChart *chart, double charged)
{
  double death = qn_results_get (&s->results, "ergotropy_death");

  if (death > 0 && death < s->machine.stroke[1].duration)
    qn_chart_add_point (chart, (QnChartPoint) { charged + death, 0, _("no work left"), QN_HUE_WORK });
}

static void
fill (const QnFigure *figure, int index, QnChart *chart)
{
  const QnSnapshot *s = figure->snapshot;
  const QnTable *table = qn_report_find (s->report, "battery");
  double charged = s->machine.stroke[0].duration, end = charged + s->machine.stroke[1].duration;

  if (table == NULL)
    return;
  chart->x = (QnChartAxis) { .name = _("Time"), .symbol = "<i>t</i>", .dimension = QN_DIMENSION_TIME, .range = { 0, 0 } };
  chart->y = (QnChartAxis) { .name = _("Energy"), .symbol = "<i>E</i>", .dimension = QN_DIMENSION_ENERGY, .range = { 0, 1.06 * qn_results_get (&s->results, "capacity") } };
  chart->now = s->position * end;
  qn_chart_add_band (chart, (QnChartBand) { FALSE, 0, charged, _("charging"), QN_HUE_WORK });
  if (end > charged)
    qn_chart_add_band (chart, (QnChartBand) { FALSE, charged, end, _("storage"), QN_HUE_COLD });
  if (has_others (s))
    qn_chart_add_curve (chart, (QnChartCurve) { .table = qn_report_find (s->report, "alone"), .y = 1, .name = _("each by itself"), .hue = QN_HUE_REFERENCE, .width = 1.8, .dash = QN_DASH_LONG });
  qn_chart_add_curve (chart, (QnChartCurve) { .table = table, .y = ENERGY, .name = _("energy"), .hue = QN_HUE_HOT, .width = 2.8 });
  qn_chart_add_curve (chart, (QnChartCurve) { .table = table, .y = ERGOTROPY, .name = _("work in it"), .hue = QN_HUE_WORK, .width = 2.8, .dash = QN_DASH_DASHED, .fill = 0.12 });
  qn_chart_add_limit (chart, (QnChartLimit) { FALSE, qn_results_get (&s->results, "capacity"), _("full"), QN_HUE_REFERENCE });
  add_death (s, chart, charged);
}

static char *
describe (QnFigure *figure)
{
  const QnResults *r = &figure->snapshot->results;
  g_autofree char *energy = qn_plain (qn_results_get (r, "energy"), QN_DIMENSION_ENERGY), *work = qn_plain (qn_results_get (r, "ergotropy"), QN_DIMENSION_ENERGY);
  g_autofree char *time = qn_plain (qn_results_get (r, "time_charge"), QN_DIMENSION_TIME), *left = qn_plain (qn_results_get (r, "ergotropy_stored"), QN_DIMENSION_ENERGY);

  return g_strdup_printf (_("Energy and ergotropy of the battery over time: charged after %s to %s, of which %s is work; %s of it is left after storage."), time, energy, work, left);
}

const QnFigureClass qn_figure_class_battery = {
  .info = { "battery", N_("Charge"), N_("Energy of the battery and the work in it while it is charged and stored"), FALSE },
  QN_FIGURE_OF_CHARTS (1, fill),
  .describe = describe,
};
