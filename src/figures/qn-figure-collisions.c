/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "figures/kit/qn-chart.h"

/* Entropies of a qubit and of the environment it meets, collision by collision: that of the whole does not move, that of
 * the parts grows, and between the two lies what they know of one another. */

enum { STEP, WHOLE, SYSTEM, ENVIRONMENT, PARTS, MUTUAL, PRODUCTION };

static void
fill_entropies (const QnTable *table, QnChart *chart)
{
  chart->heading = _("Where the entropy is");
  chart->y = (QnChartAxis) { .name = _("Entropy"), .symbol = "<i>S</i>", .dimension = QN_DIMENSION_ENTROPY, .range = { 0, 0 } };
  qn_chart_add_curve (chart, (QnChartCurve) { .table = table, .y = PARTS, .name = _("sum of the parts"), .hue = QN_HUE_COHERENCE, .width = 2.6 });
  qn_chart_add_curve (chart, (QnChartCurve) { .table = table, .y = WHOLE, .name = _("the whole"), .hue = QN_HUE_FOREGROUND, .width = 3 });
  qn_chart_add_curve (chart, (QnChartCurve) { .table = table, .y = ENVIRONMENT, .name = _("environment"), .hue = QN_HUE_COLD, .dash = QN_DASH_LONG });
  qn_chart_add_curve (chart, (QnChartCurve) { .table = table, .y = SYSTEM, .name = _("system"), .hue = QN_HUE_HOT, .dash = QN_DASH_DASHED });
}

static void
fill_production (const QnTable *table, QnChart *chart)
{
  chart->heading = _("What is lost from sight");
  chart->y = (QnChartAxis) { .name = _("Entropy"), .symbol = "Σ, <i>I</i>", .dimension = QN_DIMENSION_ENTROPY, .range = { 0, 0 } };
  qn_chart_add_curve (chart, (QnChartCurve) { .table = table, .y = PRODUCTION, .name = _("entropy production"), .hue = QN_HUE_FOREGROUND, .width = 2.6 });
  qn_chart_add_curve (chart, (QnChartCurve) { .table = table, .y = MUTUAL, .name = _("of it mutual information"), .hue = QN_HUE_COHERENCE, .dash = QN_DASH_LONG, .fill = 0.15 });
}

static void
fill (const QnFigure *figure, int index, QnChart *chart)
{
  const QnSnapshot *s = figure->snapshot;
  const QnTable *table = qn_report_find (s->report, "collisions");

  if (table == NULL)
    return;
  chart->x = (QnChartAxis) { .name = _("Collisions"), .symbol = "", .range = { 0, 0 } };
  chart->now = s->position * (double) (table->n_rows - 1);
  (index == 0 ? fill_entropies : fill_production) (table, chart);
}

static char *
describe (QnFigure *figure)
{
  const QnResults *r = &figure->snapshot->results;
  g_autofree char *whole = qn_plain (qn_results_get (r, "entropy_whole"), QN_DIMENSION_ENTROPY), *parts = qn_plain (qn_results_get (r, "entropy_parts"), QN_DIMENSION_ENTROPY);
  g_autofree char *production = qn_plain (qn_results_get (r, "entropy_production"), QN_DIMENSION_ENTROPY), *mutual = qn_plain (qn_results_get (r, "mutual_information"), QN_DIMENSION_ENTROPY);

  return g_strdup_printf (_("Entropies over the collisions. In the end the whole has %s as at the beginning, its parts add up to %s; entropy production is %s, of which %s is mutual information."), whole, parts, production, mutual);
}

const QnFigureClass qn_figure_class_collisions = {
  .info = { "collisions", N_("Entropy by parts"), N_("Entropy of the whole, of its parts and of what they know of one another, collision by collision"), FALSE },
  QN_FIGURE_OF_CHARTS (2, fill),
  .describe = describe,
};
