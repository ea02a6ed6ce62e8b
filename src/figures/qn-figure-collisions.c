/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "figures/kit/qn-charts.h"

/* Entropies of a qubit and of the environment it meets, collision by collision: that of the whole does not move, that of
 * the parts grows, and between the two lies what they know of one another. */

enum { STEP, WHOLE, SYSTEM, ENVIRONMENT, PARTS, MUTUAL, PRODUCTION };

static void
fill_entropies (const QnTable *table, QnChart *chart)
{
  chart->heading = _("Total and local entropies");
  chart->y = (QnChartAxis) { .name = _("Entropy"), .symbol = "<i>S</i>", .dimension = QN_DIMENSION_ENTROPY, .range = { 0, 0 } };
  qn_chart_add_curve (chart, (QnChartCurve) { .table = table, .y = PARTS, .name = _("sum of the parts"), .hue = QN_HUE_COHERENCE, .width = 2.6 });
  qn_chart_add_curve (chart, (QnChartCurve) { .table = table, .y = WHOLE, .name = _("the whole"), .hue = QN_HUE_FOREGROUND, .width = 3 });
  qn_chart_add_curve (chart, (QnChartCurve) { .table = table, .y = ENVIRONMENT, .name = _("environment"), .hue = QN_HUE_COLD, .dash = QN_DASH_LONG });
  qn_chart_add_curve (chart, (QnChartCurve) { .table = table, .y = SYSTEM, .name = _("system"), .hue = QN_HUE_HOT, .dash = QN_DASH_DASHED });
}

static void
fill_production (const QnTable *table, QnChart *chart)
{
  chart->heading = _("Entropy growth by observer");
  chart->y = (QnChartAxis) { .name = _("Entropy"), .symbol = "Σ, <i>I</i>", .dimension = QN_DIMENSION_ENTROPY, .range = { 0, 0 } };
  qn_chart_add_curve (chart, (QnChartCurve) { .table = table, .y = PRODUCTION, .name = _("entropy production"), .hue = QN_HUE_FOREGROUND, .width = 2.6 });
  qn_chart_add_curve (chart, (QnChartCurve) { .table = table, .y = MUTUAL, .name = _("of it mutual information"), .hue = QN_HUE_COHERENCE, .dash = QN_DASH_LONG, .fill = 0.15 });
}

static void
fill_collisions (const QnFigure *figure, int index, QnChart *chart)
{
  const QnSnapshot *s = figure->snapshot;
  const QnTable *table = qn_report_find (s->outcome->tables, "collisions");

  if (table == NULL)
    return;
  chart->x = (QnChartAxis) { .name = _("Collisions"), .symbol = "", .range = { 0, 0 } };
  chart->now = s->position * (double) (table->n_rows - 1);
  (index == 0 ? fill_entropies : fill_production) (table, chart);
}

const QnFigureClass qn_figure_class_collisions = {
  .info = { "collisions", N_("Total and local entropies"), N_("Total entropy, local entropies and their correlation, collision by collision"), FALSE },
  QN_FIGURE_OF_CHARTS (2, fill_collisions),
  .sentence = N_("Entropies over the collisions. "
                 "At the end the total is %s as at the start, the sum of local entropies is %s; "
                 "entropy production is %s, of which %s is mutual information."),
  .told = { "entropy_whole", "entropy_parts", "entropy_production", "mutual_information" },
};

/* How entropy grows for observers who follow the system together with 0, 1, ... all of the environment's qubits. */

static int
followed (const QnSnapshot *s, int size)
{
  return MIN ((int) qn_experiment_get (&s->experiment, "observer.kept"), size);
}

static const char *
name_of (QnChart *chart, int k, int size, int mine)
{
  if (k == size)
    return _("observes all");
  if (k == 0)
    return _("observes none");
  return k == mine ? qn_chart_keep (chart, g_strdup_printf (_("observes %d of %d"), k, size)) : NULL;
}

static void
fill_ignorance (const QnFigure *figure, int index, QnChart *chart)
{
  const QnSnapshot *s = figure->snapshot;
  const QnTable *table = qn_report_find (s->outcome->tables, "ignorance");
  int size, mine;

  if (table == NULL)
    return;
  size = table->n_columns - 2;
  mine = followed (s, size);
  chart->x = (QnChartAxis) { .name = _("Collisions"), .symbol = "", .range = { 0, 0 } };
  chart->y = (QnChartAxis) { .name = _("Entropy growth for the observer"), .symbol = "Δ<i>S</i><sub>k</sub>", .dimension = QN_DIMENSION_ENTROPY, .range = { 0, 0.01 } };
  chart->now = s->position * (double) (table->n_rows - 1);
  for (int k = 0; k <= size; k++)
    if (k != mine)
      qn_chart_add_curve (chart, (QnChartCurve) { .table = table, .y = k + 1, .name = name_of (chart, k, size, mine), .hue = QN_HUE_FOREGROUND,
                                                  .width = 1.4, .dash = k % 2 ? QN_DASH_LONG : QN_DASH_SOLID, .faint = k > 0 && k < size });
  qn_chart_add_curve (chart, (QnChartCurve) { .table = table, .y = mine + 1, .name = name_of (chart, mine, size, mine), .hue = QN_HUE_COHERENCE, .width = 3, .fill = 0.12 });
}

static char *
describe_ignorance (QnFigure *figure)
{
  const QnSnapshot *s = figure->snapshot;
  const QnTable *table = qn_report_find (s->outcome->tables, "ignorance");
  g_autofree char *growth = NULL;
  int size, mine;

  if (table == NULL)
    return g_strdup (_("Growth of entropy for an observer: nothing has been computed yet."));
  size = table->n_columns - 2;
  mine = followed (s, size);
  growth = qn_plain (qn_table_get (table, table->n_rows - 1, mine + 1), QN_DIMENSION_ENTROPY);
  return g_strdup_printf (_("For an observer of %d of the %d environment qubits the entropy grows by %s; for an observer of all it does not grow."), mine, size, growth);
}

const QnFigureClass qn_figure_class_ignorance = {
  .info = { "ignorance", N_("Observers’ entropy"), N_("Entropy growth for observers who know fewer and fewer of the qubits"), FALSE },
  QN_FIGURE_OF_CHARTS (1, fill_ignorance),
  .describe = describe_ignorance,
};
