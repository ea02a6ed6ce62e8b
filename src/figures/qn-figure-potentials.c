/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "figures/kit/qn-charts.h"
#include "lab/labs/qn-lab-equilibrium.h"

/* Energy, free energy and entropy of a medium in equilibrium against the temperature: U = F + TS, S = -dF/dT. */

/* How many states share the entropy in the end; infinite without an end of levels. */
static double
all_states (const QnSnapshot *s)
{
  QnLevels levels;
  double sum = 0;

  qn_lab_equilibrium_levels (&s->experiment, &s->outcome->machine, s->outcome->machine.stroke[0].from, &levels);
  if (levels.kind != QN_LEVELS_FINITE)
    return INFINITY;
  for (int n = 0; n < levels.n; n++)
    sum += levels.degeneracy[n];
  return sum;
}

static void
add_present (const QnSnapshot *s, QnChart *chart, const char *id, const char *symbol, QnDimension dimension, QnHue hue)
{
  qn_chart_add_value (chart, s->outcome->machine.bath[QN_HOT].temperature, qn_results_get (&s->outcome->results, id), symbol, dimension, hue);
}

static void
fill_energies (const QnSnapshot *s, const QnTable *table, QnChart *chart)
{
  chart->y = (QnChartAxis) { .name = _("Energy"), .symbol = "<i>U</i>, <i>F</i>", .dimension = QN_DIMENSION_ENERGY, .range = { 0, 0 } };
  qn_chart_add_curve (chart, (QnChartCurve) { .table = table, .y = 1, .name = _("energy <i>U</i>"), .hue = QN_HUE_HOT, .width = 2.4 });
  qn_chart_add_curve (chart, (QnChartCurve) { .table = table, .y = 2, .name = _("free energy <i>F</i> = <i>U</i> − <i>TS</i>"), .hue = QN_HUE_WORK, .width = 2.4, .dash = QN_DASH_LONG });
  add_present (s, chart, "energy", "<i>U</i>", QN_DIMENSION_ENERGY, QN_HUE_HOT);
  add_present (s, chart, "free_energy", "<i>F</i>", QN_DIMENSION_ENERGY, QN_HUE_WORK);
}

static void
fill_entropy (const QnSnapshot *s, const QnTable *table, QnChart *chart)
{
  double states = all_states (s);

  chart->y = (QnChartAxis) { .name = _("Entropy"), .symbol = "<i>S</i>", .dimension = QN_DIMENSION_ENTROPY, .range = { 0, 0 } };
  qn_chart_add_curve (chart, (QnChartCurve) { .table = table, .y = 3, .hue = QN_HUE_FOREGROUND, .width = 2.4 });
  add_present (s, chart, "entropy", "<i>S</i>", QN_DIMENSION_ENTROPY, QN_HUE_FOREGROUND);
  if (isfinite (states))
    qn_chart_add_limit (chart, (QnChartLimit) { FALSE, log (states), qn_chart_keep (chart, g_strdup_printf (_("%g states equally populated: ln %g"), states, states)), QN_HUE_REFERENCE });
}

static void
fill (const QnFigure *figure, int index, QnChart *chart)
{
  const QnSnapshot *s = figure->snapshot;
  const QnTable *table = qn_report_find (s->outcome->tables, "potentials");

  if (table == NULL)
    return;
  chart->x = (QnChartAxis) { .name = _("Temperature"), .symbol = "<i>T</i>", .dimension = QN_DIMENSION_TEMPERATURE, .range = { 0, 0 } };
  chart->now = s->now.temperature;
  (index == 0 ? fill_energies : fill_entropy) (s, table, chart);
}

static char *
describe (QnFigure *figure)
{
  const QnSnapshot *s = figure->snapshot;
  g_autofree char *T = qn_plain (s->outcome->machine.bath[QN_HOT].temperature, QN_DIMENSION_TEMPERATURE), *U = qn_plain (qn_results_get (&s->outcome->results, "energy"), QN_DIMENSION_ENERGY);
  g_autofree char *F = qn_plain (qn_results_get (&s->outcome->results, "free_energy"), QN_DIMENSION_ENERGY), *S = qn_plain (qn_results_get (&s->outcome->results, "entropy"), QN_DIMENSION_ENTROPY);

  return g_strdup_printf (_("Energy, free energy and entropy against temperature. At %s: energy %s, free energy %s, entropy %s."), T, U, F, S);
}

const QnFigureClass qn_figure_class_potentials = {
  .info = { "potentials", N_("Energy and entropy"), N_("Energy, free energy and entropy in equilibrium against temperature"), FALSE },
  QN_FIGURE_OF_CHARTS (2, fill),
  .describe = describe,
};
