/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "figures/kit/qn-charts.h"
#include "sim/qn-background.h"

/* What a probe tells of a temperature, against its gap and against the time of contact. */

static gboolean
relaxed (const QnSnapshot *s)
{
  return qn_experiment_get (&s->experiment, "probe.relaxed") != 0;
}

static void
fill_gaps (const QnSnapshot *s, QnChart *chart)
{
  const QnTable *table = qn_report_find (s->outcome->tables, "gap");
  double best = qn_results_get (&s->outcome->results, "best_gap"), T = s->outcome->machine.bath[QN_HOT].temperature, told = qn_results_get (&s->outcome->results, "sensitivity");
  QnHue hue = relaxed (s) ? QN_HUE_HOT : QN_HUE_FOREGROUND;

  chart->heading = _("Information and gap");
  chart->x = (QnChartAxis) { .name = _("Gap of the probe"), .symbol = "<i>ω</i>", .dimension = QN_DIMENSION_ENERGY, .range = { 0, 0 } };
  if (relaxed (s))
    qn_chart_add_curve (chart, (QnChartCurve) { .table = table, .y = 1, .name = _("in equilibrium"), .hue = QN_HUE_HOT, .width = 2.8 });
  else
    qn_chart_add_curve (chart, (QnChartCurve) { .table = table, .y = 1, .name = _("equilibrium"), .hue = QN_HUE_HOT, .width = 1.6, .dash = QN_DASH_LONG });
  if (!relaxed (s))
    qn_chart_add_curve (chart, (QnChartCurve) { .table = table, .y = 2, .name = _("after the contact"), .hue = QN_HUE_FOREGROUND, .width = 2.8 });
  if (isfinite (best))
    qn_chart_add_limit (chart, (QnChartLimit) { TRUE, best, qn_chart_keep (chart, g_strdup_printf (_("best: %.3g <i>T</i>"), best / T)), QN_HUE_REFERENCE });
  qn_chart_add_value (chart, qn_experiment_get (&s->experiment, "probe.spacing"), told, "<i>T</i>²<i>F</i>", QN_DIMENSION_NONE, hue);
}

static void
fill_times (const QnSnapshot *s, QnChart *chart)
{
  double time = qn_experiment_get (&s->experiment, "stroke.contact"), best = qn_results_get (&s->outcome->results, "best_time");

  chart->heading = _("Information and contact time");
  chart->x = (QnChartAxis) { .name = _("Contact time"), .symbol = "<i>t</i>", .dimension = QN_DIMENSION_TIME, .range = { 0, 0 } };
  chart->now = s->position * time;
  qn_chart_add_curve (chart, (QnChartCurve) { .table = qn_report_find (s->outcome->tables, "time"), .y = 1, .hue = QN_HUE_FOREGROUND, .width = 2.4 });
  qn_chart_add_limit (chart, (QnChartLimit) { FALSE, qn_results_get (&s->outcome->results, "sensitivity_equilibrium"), _("in equilibrium"), QN_HUE_HOT });
  if (best < 2 * time)
    qn_chart_add_limit (chart, (QnChartLimit) { TRUE, best, _("maximum per time"), QN_HUE_REFERENCE });
  if (!relaxed (s))
    qn_chart_add_point (chart, (QnChartPoint) { time, qn_results_get (&s->outcome->results, "sensitivity"), _("measured here"), QN_HUE_FOREGROUND });
}

static void
fill_sensing (const QnFigure *figure, int index, QnChart *chart)
{
  const QnSnapshot *s = figure->snapshot;

  if (qn_report_find (s->outcome->tables, "gap") == NULL)
    return;
  chart->y = (QnChartAxis) { .name = _("Information per shot"), .symbol = "<i>T</i>²<i>F</i>", .range = { 0, 0 } };
  (index == 0 ? fill_gaps : fill_times) (s, chart);
}

const QnFigureClass qn_figure_class_sensing = {
  .info = { "sensing", N_("Sensitivity"), N_("Information on the temperature against the probe’s gap and against the contact time"), FALSE },
  QN_FIGURE_OF_CHARTS (2, fill_sensing),
  .sentence = N_("Information on the temperature in one shot: %s with the present probe; the best gap is %s, where it is %s in equilibrium."),
  .told = { "sensitivity", "best_gap", "sensitivity_best" },
};

/* Errors of simulated estimates of a temperature against the number of shots, beside the bound. */

static void
fill_precision (const QnFigure *figure, int index, QnChart *chart)
{
  const QnSnapshot *s = figure->snapshot;
  const QnTable *table = qn_report_find (s->runs, "precision");

  if (table == NULL)
    {
      chart->note = _("Estimates are being simulated…");
      return;
    }
  chart->x = (QnChartAxis) { .name = _("Number of shots"), .symbol = "<i>M</i>", .scale = QN_SCALE_LOG, .range = QN_RANGE_EMPTY };
  chart->y = (QnChartAxis) { .name = _("Error of the temperature"), .symbol = "δ<i>T</i>/<i>T</i>", .scale = QN_SCALE_LOG, .range = QN_RANGE_EMPTY };
  qn_chart_add_curve (chart, (QnChartCurve) { .table = table, .y = 3, .name = _("Cramér–Rao bound"), .hue = QN_HUE_REFERENCE, .dash = QN_DASH_LONG, .width = 2.4 });
  qn_chart_add_curve (chart, (QnChartCurve) { .kind = QN_CHART_DOTS, .table = table, .y = 1, .error = 2, .name = _("simulated estimates"), .hue = QN_HUE_HOT, .width = 3 });
}

static char *
describe_precision (QnFigure *figure)
{
  const QnSnapshot *s = figure->snapshot;
  const QnTable *table = qn_report_find (s->runs, "precision");
  g_autofree char *error = NULL, *bound = NULL;

  if (table == NULL)
    return g_strdup (_("Errors of simulated estimates against the number of shots: none has been simulated yet."));
  error = qn_plain (qn_table_get (table, table->n_rows - 1, 1), QN_DIMENSION_NONE);
  bound = qn_plain (qn_table_get (table, table->n_rows - 1, 3), QN_DIMENSION_NONE);
  return g_strdup_printf (_("Errors of simulated estimates against the number of shots. After %g shots the relative error is %s; the bound is %s."),
                          qn_table_get (table, table->n_rows - 1, 0), error, bound);
}

const QnFigureClass qn_figure_class_precision = {
  .info = { "precision", N_("Precision"), N_("Errors of simulated estimates of the temperature against the number of shots, and their bound"), FALSE, QN_EXTRA_RUNS },
  QN_FIGURE_OF_CHARTS (1, fill_precision),
  .describe = describe_precision,
};
