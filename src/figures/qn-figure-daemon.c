/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "figures/kit/qn-chart.h"

/* Daemonic ergotropy against the angle at which the auxiliary qubit is measured. */

static void
fill (const QnFigure *figure, int index, QnChart *chart)
{
  const QnSnapshot *s = figure->snapshot;
  const QnTable *table = qn_report_find (s->report, "daemon");
  double angle = qn_experiment_get (&s->experiment, "auxiliary.angle");

  if (table == NULL)
    return;
  chart->x = (QnChartAxis) { .name = _("Angle of the question"), .symbol = "<i>θ</i>", .range = { 0, G_PI } };
  chart->y = (QnChartAxis) { .name = _("Daemonic ergotropy"), .symbol = "<i>ℰ</i><sub>D</sub>", .dimension = QN_DIMENSION_ENERGY, .range = { 0, 0 } };
  qn_chart_add_curve (chart, (QnChartCurve) { .table = table, .y = 1, .name = _("no auxiliary"), .hue = QN_HUE_REFERENCE, .dash = QN_DASH_LONG, .width = 2 });
  qn_chart_add_curve (chart, (QnChartCurve) { .table = table, .y = 2, .name = _("classically correlated"), .hue = QN_HUE_THIRD, .width = 2.6 });
  qn_chart_add_curve (chart, (QnChartCurve) { .table = table, .y = 3, .name = _("entangled"), .hue = QN_HUE_COHERENCE, .width = 2.8 });
  qn_chart_add_point (chart, (QnChartPoint) { fmod (fmod (angle, G_PI) + G_PI, G_PI), qn_results_get (&s->results, "ergotropy_daemonic"), _("now"), QN_HUE_FOREGROUND });
}

static char *
describe (QnFigure *figure)
{
  const QnResults *r = &figure->snapshot->results;
  g_autofree char *classical = qn_plain (qn_results_get (r, "ergotropy_daemonic_classical"), QN_DIMENSION_ENERGY), *entangled = qn_plain (qn_results_get (r, "ergotropy_daemonic_entangled"), QN_DIMENSION_ENERGY), *none = qn_plain (qn_results_get (r, "ergotropy"), QN_DIMENSION_ENERGY);

  return g_strdup_printf (_("Daemonic ergotropy against the angle of the question. At the present one: %s without an auxiliary qubit, %s with a classically correlated one, %s with an entangled one."), none, classical, entangled);
}

const QnFigureClass qn_figure_class_daemon = {
  .info = { "daemon", N_("A demon’s question"), N_("Work to be had after measuring an auxiliary qubit, against the angle of measurement"), FALSE },
  QN_FIGURE_OF_CHARTS (1, fill),
  .describe = describe,
};
