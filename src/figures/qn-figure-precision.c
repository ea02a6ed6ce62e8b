/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/qn-background.h"
#include "figures/kit/qn-chart.h"

/* Errors of simulated estimates of a temperature against the number of shots, beside the bound. */

static void
fill (const QnFigure *figure, int index, QnChart *chart)
{
  const QnSnapshot *s = figure->snapshot;
  const QnTable *table = qn_report_find (s->runs, "precision");

  if (table == NULL)
    {
      chart->note = _("Estimates are being made…");
      return;
    }
  chart->x = (QnChartAxis) { .name = _("Shots for an estimate"), .symbol = "<i>M</i>", .scale = QN_SCALE_LOG, .range = QN_RANGE_EMPTY };
  chart->y = (QnChartAxis) { .name = _("Error of the temperature"), .symbol = "δ<i>T</i>/<i>T</i>", .scale = QN_SCALE_LOG, .range = QN_RANGE_EMPTY };
  qn_chart_add_curve (chart, (QnChartCurve) { .table = table, .y = 3, .name = _("Cramér–Rao bound"), .hue = QN_HUE_REFERENCE, .dash = QN_DASH_LONG, .width = 2.4 });
  qn_chart_add_curve (chart, (QnChartCurve) { .kind = QN_CHART_DOTS, .table = table, .y = 1, .error = 2, .name = _("simulated estimates"), .hue = QN_HUE_HOT, .width = 3 });
}

static char *
describe (QnFigure *figure)
{
  const QnSnapshot *s = figure->snapshot;
  const QnTable *table = qn_report_find (s->runs, "precision");
  g_autofree char *error = NULL, *bound = NULL;

  if (table == NULL)
    return g_strdup (_("Errors of simulated estimates against the number of shots: none have been made yet."));
  error = qn_plain (qn_table_get (table, table->n_rows - 1, 1), QN_DIMENSION_NONE);
  bound = qn_plain (qn_table_get (table, table->n_rows - 1, 3), QN_DIMENSION_NONE);
  return g_strdup_printf (_("Errors of simulated estimates against the number of shots. After %g shots they err by %s of the temperature; the bound is %s."), qn_table_get (table, table->n_rows - 1, 0), error, bound);
}

const QnFigureClass qn_figure_class_precision = {
  .info = { "precision", N_("Precision"), N_("Errors of simulated estimates of the temperature against the number of shots, and their bound"), FALSE, QN_EXTRA_RUNS },
  QN_FIGURE_OF_CHARTS (1, fill),
  .describe = describe,
};
