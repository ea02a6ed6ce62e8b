/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "figures/kit/qn-chart.h"

#include "sim/qn-background.h"

/* How much more often forward runs take the work W than backward ones give it back, as a logarithm over W: by Crooks' relation
 * a line of slope 1/T that passes through 0 at the free energy's difference. */

enum { WORK, RATIO, ERROR };

static gboolean
is_pair (const QnFigure *figure)
{
  return figure->snapshot->machine.medium.kind == QN_MEDIUM_PAIR;
}

static void
fill (const QnFigure *figure, int index, QnChart *chart)
{
  const QnSnapshot *s = figure->snapshot;
  const QnTable *line = qn_report_find (s->report, "crooks_line"), *exact = qn_report_find (s->report, "crooks"), *sampled = qn_report_find (s->runs, "crooks_sampled");

  if (line == NULL)
    return;
  chart->x = (QnChartAxis) { .name = is_pair (figure) ? _("Heat from the hot to the cold qubit") : _("Work done on the medium"), .symbol = is_pair (figure) ? "<i>Q</i>" : "<i>W</i>", .dimension = QN_DIMENSION_ENERGY, .range = QN_RANGE_EMPTY };
  chart->y = (QnChartAxis) { .name = _("Log ratio"), .symbol = is_pair (figure) ? "ln <i>P</i>(<i>Q</i>)/<i>P</i>(−<i>Q</i>)" : "ln <i>P</i><sub>F</sub>(<i>W</i>)/<i>P</i><sub>R</sub>(−<i>W</i>)", .range = { 0, 0 } };
  qn_chart_add_curve (chart, (QnChartCurve) { .table = line, .y = RATIO, .name = is_pair (figure) ? _("slope 1/<i>T</i><sub>c</sub> − 1/<i>T</i><sub>h</sub>") : _("slope 1/<i>T</i>"), .hue = QN_HUE_REFERENCE, .dash = QN_DASH_DASHED });
  if (exact != NULL)
    qn_chart_add_curve (chart, (QnChartCurve) { .kind = QN_CHART_DOTS, .table = exact, .y = RATIO, .name = exact->n_rows > 0 ? _("exact") : NULL, .hue = QN_HUE_WORK, .width = 3 });
  if (sampled != NULL && sampled->n_rows > 0)
    qn_chart_add_curve (chart, (QnChartCurve) { .kind = QN_CHART_DOTS, .table = sampled, .y = RATIO, .error = ERROR, .name = _("counted in single runs"), .hue = QN_HUE_FOREGROUND });
  qn_chart_add_limit (chart, (QnChartLimit) { .value = 0, .name = _("forward and reverse alike"), .hue = QN_HUE_REFERENCE });
  qn_chart_add_limit (chart, (QnChartLimit) { .vertical = TRUE, .value = qn_results_get (&s->results, "free_energy_difference"), .name = is_pair (figure) ? NULL : _("Δ<i>F</i>"), .hue = QN_HUE_REFERENCE });
}

static char *
describe (QnFigure *figure)
{
  const QnResults *r = &figure->snapshot->results;
  g_autofree char *crossing = qn_plain (qn_results_get (r, "crooks_crossing"), QN_DIMENSION_ENERGY), *exact = qn_plain (qn_results_get (r, "free_energy_difference"), QN_DIMENSION_ENERGY);

  if (isnan (qn_results_get (r, "crooks_crossing")))
    return g_strdup_printf (_("Logarithm of the ratio of forward to reverse probabilities over the work: a line that is zero at the free energy’s difference %s."), exact);
  return g_strdup_printf (_("Logarithm of the ratio of forward to reverse probabilities over the work: a line that is zero at %s; the free energy’s difference is %s."), crossing, exact);
}

const QnFigureClass qn_figure_class_crooks = {
  .info = { "crooks", N_("Forward against reverse"), N_("How much more often forward runs take a work than reverse runs give it back: a line through zero at the free energy’s difference"), FALSE, QN_EXTRA_RUNS },
  QN_FIGURE_OF_CHARTS (1, fill),
  .describe = describe,
};
