/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "figures/kit/qn-chart.h"

/* What the coherence of a cycle is worth, moment by moment. */

static void
fill (const QnFigure *figure, int index, QnChart *chart)
{
  const QnSnapshot *s = figure->snapshot;
  const QnTable *table = qn_report_find (s->report, "coherence");
  double start = 0;

  if (table == NULL)
    return;
  chart->x = (QnChartAxis) { .name = _("Time"), .symbol = "<i>t</i>", .dimension = QN_DIMENSION_TIME, .range = { 0, 0 } };
  chart->y = (QnChartAxis) { .name = _("Energy"), .symbol = "", .dimension = QN_DIMENSION_ENERGY, .range = { 0, 0 } };
  for (int i = 0; i < s->machine.n_strokes; i++)
    {
      const QnStroke *stroke = &s->machine.stroke[i];

      if (stroke->baths)
        qn_chart_add_band (chart, (QnChartBand) { FALSE, start, start + stroke->duration, stroke->baths == 1u << QN_HOT ? _("hot contact") : _("cold contact"), stroke->baths == 1u << QN_HOT ? QN_HUE_HOT : QN_HUE_COLD, FALSE });
      start += stroke->duration;
    }
  qn_chart_add_curve (chart, (QnChartCurve) { .table = table, .y = 3, .name = _("free energy of coherence"), .hue = QN_HUE_REFERENCE, .dash = QN_DASH_LONG, .width = 1.8 });
  qn_chart_add_curve (chart, (QnChartCurve) { .table = table, .y = 5, .name = _("incoherent ergotropy"), .hue = QN_HUE_WORK, .width = 2.2 });
  qn_chart_add_curve (chart, (QnChartCurve) { .table = table, .y = 6, .name = _("coherent ergotropy"), .hue = QN_HUE_COHERENCE, .width = 2.8, .fill = 0.2 });
  chart->now = s->position * start;
}

static char *
describe (QnFigure *figure)
{
  const QnResults *r = &figure->snapshot->results;
  g_autofree char *coherent = qn_plain (qn_results_get (r, "ergotropy_coherent"), QN_DIMENSION_ENERGY), *incoherent = qn_plain (qn_results_get (r, "ergotropy_incoherent"), QN_DIMENSION_ENERGY);

  return g_strdup_printf (_("What the state’s coherence is worth over the cycle. At its start the coherent part of the ergotropy is %s, the incoherent one %s."), coherent, incoherent);
}

const QnFigureClass qn_figure_class_coherence = {
  .info = { "coherence", N_("Worth of coherence"), N_("Coherent and incoherent ergotropy and the free energy of coherence over the cycle"), FALSE },
  QN_FIGURE_OF_CHARTS (1, fill),
  .describe = describe,
};
