/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "figures/kit/qn-charts.h"

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
  double death = qn_results_get (&s->outcome->results, "ergotropy_death");

  if (death > 0 && death < s->outcome->phase[1].duration)
    qn_chart_add_point (chart, (QnChartPoint) { charged + death, 0, _("no ergotropy left"), QN_HUE_WORK });
}

static void
fill_charge (const QnFigure *figure, int index, QnChart *chart)
{
  const QnSnapshot *s = figure->snapshot;
  const QnTable *table = qn_report_find (s->outcome->tables, "battery");
  double charged = s->outcome->phase[0].duration, end = charged + s->outcome->phase[1].duration;

  if (table == NULL)
    return;
  chart->x = (QnChartAxis) { .name = _("Time"), .symbol = "<i>t</i>", .dimension = QN_DIMENSION_TIME, .range = { 0, 0 } };
  chart->y = (QnChartAxis) { .name = _("Energy"), .symbol = "<i>E</i>", .dimension = QN_DIMENSION_ENERGY, .range = { 0, 1.06 * qn_results_get (&s->outcome->results, "capacity") } };
  chart->now = s->position * end;
  qn_chart_add_band (chart, (QnChartBand) { FALSE, 0, charged, _("charging"), QN_HUE_WORK });
  if (end > charged)
    qn_chart_add_band (chart, (QnChartBand) { FALSE, charged, end, _("storage"), QN_HUE_COLD });
  if (has_others (s))
    qn_chart_add_curve (chart, (QnChartCurve) { .table = qn_report_find (s->outcome->tables, "alone"), .y = 1, .name = _("parallel"), .hue = QN_HUE_REFERENCE, .width = 1.8, .dash = QN_DASH_LONG });
  qn_chart_add_curve (chart, (QnChartCurve) { .table = table, .y = ENERGY, .name = _("energy"), .hue = QN_HUE_HOT, .width = 2.8 });
  qn_chart_add_curve (chart, (QnChartCurve) { .table = table, .y = ERGOTROPY, .name = _("ergotropy"), .hue = QN_HUE_WORK, .width = 2.8, .dash = QN_DASH_DASHED, .fill = 0.12 });
  qn_chart_add_limit (chart, (QnChartLimit) { FALSE, qn_results_get (&s->outcome->results, "capacity"), _("full"), QN_HUE_REFERENCE });
  add_death (s, chart, charged);
}

const QnFigureClass qn_figure_class_battery = {
  .info = { "battery", N_("Charge"), N_("Energy and ergotropy of the battery during charging and storage"), FALSE },
  QN_FIGURE_OF_CHARTS (1, fill_charge),
  .sentence = N_("Energy and ergotropy of the battery over time: charged after %s to %s, of which %s is ergotropy; %s of it is left after storage."),
  .told = { "time_charge", "energy", "ergotropy", "ergotropy_stored" },
};

/* What charging together gains, against the number of cells, and the entanglement on the way. */

static void
fill_advantage (const QnSnapshot *s, QnChart *chart)
{
  const QnTable *table = qn_report_find (s->outcome->tables, "advantage");

  if (table == NULL)
    return;
  chart->heading = _("Power ratio to parallel charging");
  chart->x = (QnChartAxis) { .name = _("Cells"), .symbol = "<i>N</i>", .range = { 0.6, 6.4 } };
  chart->y = (QnChartAxis) { .name = _("Advantage"), .symbol = "<i>Γ</i>", .range = { 0, 6.4 } };
  qn_chart_add_curve (chart, (QnChartCurve) { .table = table, .y = 3, .name = "<i>N</i>", .hue = QN_HUE_REFERENCE, .dash = QN_DASH_LONG, .width = 1.2 });
  qn_chart_add_curve (chart, (QnChartCurve) { .table = table, .y = 2, .name = "√<i>N</i>", .hue = QN_HUE_REFERENCE, .dash = QN_DASH_DOTTED, .width = 1.2 });
  qn_chart_add_curve (chart, (QnChartCurve) { .kind = QN_CHART_DOTS, .table = table, .y = 1, .hue = QN_HUE_WORK, .width = 2.6 });
  qn_chart_add_value (chart, qn_experiment_get (&s->experiment, "battery.cells"), qn_results_get (&s->outcome->results, "advantage"), "<i>Γ</i>", QN_DIMENSION_NONE, QN_HUE_FOREGROUND);
}

static void
fill_entanglement (const QnSnapshot *s, QnChart *chart)
{
  const QnTable *table = qn_report_find (s->outcome->tables, "battery");

  if (table == NULL)
    return;
  chart->heading = _("Maximum negativity");
  chart->x = (QnChartAxis) { .name = _("Time"), .symbol = "<i>t</i>", .dimension = QN_DIMENSION_TIME, .range = { 0, 0 } };
  chart->y = (QnChartAxis) { .name = _("Negativity"), .symbol = "<i>𝒩</i>", .range = { 0, 0.5 } };
  chart->now = s->position * (s->outcome->phase[0].duration + s->outcome->phase[1].duration);
  qn_chart_add_curve (chart, (QnChartCurve) { .table = table, .y = NEGATIVITY, .hue = QN_HUE_COHERENCE, .width = 2.6, .fill = 0.15 });
  qn_chart_add_limit (chart, (QnChartLimit) { TRUE, s->outcome->phase[0].duration, _("charged"), QN_HUE_REFERENCE });
  qn_chart_add_limit (chart, (QnChartLimit) { FALSE, 0.5, _("maximum"), QN_HUE_REFERENCE });
}

static void
fill_charging_power (const QnFigure *figure, int index, QnChart *chart)
{
  (index == 0 ? fill_advantage : fill_entanglement) (figure->snapshot, chart);
}

const QnFigureClass qn_figure_class_charging_power = {
  .info = { "charging-power", N_("Advantage"), N_("Advantage of collective charging against the number of cells, and the negativity during charging"), FALSE },
  QN_FIGURE_OF_CHARTS (2, fill_charging_power),
  .sentence = N_("Maximum power relative to parallel charging: %s, with a power of %s. The negativity of one cell with the others reaches %s."),
  .told = { "advantage", "power", "negativity" },
};
