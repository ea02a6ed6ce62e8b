/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "figures/kit/qn-chart.h"

/* What a probe tells of a temperature, against its gap and against the time of contact. */

static gboolean
relaxed (const QnSnapshot *s)
{
  return qn_experiment_get (&s->experiment, "probe.relaxed") != 0;
}

static void
fill_gaps (const QnSnapshot *s, QnChart *chart)
{
  const QnTable *table = qn_report_find (s->report, "gap");
  double best = qn_results_get (&s->results, "best_gap"), T = s->machine.bath[QN_HOT].temperature, told = qn_results_get (&s->results, "sensitivity");
  QnHue hue = relaxed (s) ? QN_HUE_HOT : QN_HUE_FOREGROUND;

  chart->heading = _("Which gap");
  chart->x = (QnChartAxis) { .name = _("Gap of the probe"), .symbol = "<i>ω</i>", .dimension = QN_DIMENSION_ENERGY, .range = { 0, 0 } };
  qn_chart_add_curve (chart, (QnChartCurve) { .table = table, .y = 1, .name = relaxed (s) ? _("in equilibrium") : _("equilibrium"), .hue = QN_HUE_HOT, .width = relaxed (s) ? 2.8 : 1.6, .dash = relaxed (s) ? QN_DASH_SOLID : QN_DASH_LONG });
  if (!relaxed (s))
    qn_chart_add_curve (chart, (QnChartCurve) { .table = table, .y = 2, .name = _("after the contact"), .hue = QN_HUE_FOREGROUND, .width = 2.8 });
  if (isfinite (best))
    qn_chart_add_limit (chart, (QnChartLimit) { TRUE, best, qn_chart_keep (chart, g_strdup_printf (_("best: %.3g <i>T</i>"), best / T)), QN_HUE_REFERENCE });
  qn_chart_add_point (chart, (QnChartPoint) { qn_experiment_get (&s->experiment, "spacing.hot"), told, qn_chart_keep (chart, qn_label_equals ("<i>T</i>²<i>F</i>", told, QN_DIMENSION_NONE)), hue });
}

static void
fill_times (const QnSnapshot *s, QnChart *chart)
{
  double time = qn_experiment_get (&s->experiment, "stroke.hot"), best = qn_results_get (&s->results, "best_time");

  chart->heading = _("How long a contact");
  chart->x = (QnChartAxis) { .name = _("Contact time"), .symbol = "<i>t</i>", .dimension = QN_DIMENSION_TIME, .range = { 0, 0 } };
  chart->now = s->position * time;
  qn_chart_add_curve (chart, (QnChartCurve) { .table = qn_report_find (s->report, "time"), .y = 1, .hue = QN_HUE_FOREGROUND, .width = 2.4 });
  qn_chart_add_limit (chart, (QnChartLimit) { FALSE, qn_results_get (&s->results, "sensitivity_equilibrium"), _("in equilibrium"), QN_HUE_HOT });
  if (best < 2 * time)
    qn_chart_add_limit (chart, (QnChartLimit) { TRUE, best, _("most per time"), QN_HUE_REFERENCE });
  if (!relaxed (s))
    qn_chart_add_point (chart, (QnChartPoint) { time, qn_results_get (&s->results, "sensitivity"), _("measured here"), QN_HUE_FOREGROUND });
}

static void
fill (const QnFigure *figure, int index, QnChart *chart)
{
  const QnSnapshot *s = figure->snapshot;

  if (qn_report_find (s->report, "gap") == NULL)
    return;
  chart->y = (QnChartAxis) { .name = _("Information per shot"), .symbol = "<i>T</i>²<i>F</i>", .range = { 0, 0 } };
  (index == 0 ? fill_gaps : fill_times) (s, chart);
}

static char *
describe (QnFigure *figure)
{
  const QnResults *r = &figure->snapshot->results;
  g_autofree char *told = qn_plain (qn_results_get (r, "sensitivity"), QN_DIMENSION_NONE), *gap = qn_plain (qn_results_get (r, "best_gap"), QN_DIMENSION_ENERGY), *best = qn_plain (qn_results_get (r, "sensitivity_best"), QN_DIMENSION_NONE);

  return g_strdup_printf (_("Information on the temperature in one shot: %s with the present probe; the best gap is %s, where it is %s in equilibrium."), told, gap, best);
}

const QnFigureClass qn_figure_class_sensing = {
  .info = { "sensing", N_("Sensitivity"), N_("Information on the temperature against the probe’s gap and against the time of contact"), FALSE },
  QN_FIGURE_OF_CHARTS (2, fill),
  .describe = describe,
};
