/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "figures/kit/qn-chart.h"

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
    return _("follows everything");
  if (k == 0)
    return _("follows nothing");
  return k == mine ? qn_chart_keep (chart, g_strdup_printf (_("follows %d of %d"), k, size)) : NULL;
}

static void
fill (const QnFigure *figure, int index, QnChart *chart)
{
  const QnSnapshot *s = figure->snapshot;
  const QnTable *table = qn_report_find (s->report, "ignorance");
  int size, mine;

  if (table == NULL)
    return;
  size = table->n_columns - 2;
  mine = followed (s, size);
  chart->x = (QnChartAxis) { .name = _("Collisions"), .symbol = "", .range = { 0, 0 } };
  chart->y = (QnChartAxis) { .name = _("Growth of entropy for the observer"), .symbol = "Δ<i>S</i><sub>k</sub>", .dimension = QN_DIMENSION_ENTROPY, .range = { 0, 0.01 } };
  chart->now = s->position * (double) (table->n_rows - 1);
  for (int k = 0; k <= size; k++)
    if (k != mine)
      qn_chart_add_curve (chart, (QnChartCurve) { .table = table, .y = k + 1, .name = name_of (chart, k, size, mine), .hue = QN_HUE_FOREGROUND, .width = 1.4, .dash = k % 2 ? QN_DASH_LONG : QN_DASH_SOLID, .faint = k > 0 && k < size });
  qn_chart_add_curve (chart, (QnChartCurve) { .table = table, .y = mine + 1, .name = name_of (chart, mine, size, mine), .hue = QN_HUE_COHERENCE, .width = 3, .fill = 0.12 });
}

static char *
describe (QnFigure *figure)
{
  const QnSnapshot *s = figure->snapshot;
  const QnTable *table = qn_report_find (s->report, "ignorance");
  g_autofree char *growth = NULL;
  int size, mine;

  if (table == NULL)
    return g_strdup (_("Growth of entropy for an observer: nothing has been computed yet."));
  size = table->n_columns - 2;
  mine = followed (s, size);
  growth = qn_plain (qn_table_get (table, table->n_rows - 1, mine + 1), QN_DIMENSION_ENTROPY);
  return g_strdup_printf (_("For an observer who follows %d of the %d qubits of the environment, entropy grows by %s; for one who follows all it does not grow."), mine, size, growth);
}

const QnFigureClass qn_figure_class_ignorance = {
  .info = { "ignorance", N_("Ignorance"), N_("Growth of entropy for observers who follow ever fewer of the qubits"), FALSE },
  QN_FIGURE_OF_CHARTS (1, fill),
  .describe = describe,
};
