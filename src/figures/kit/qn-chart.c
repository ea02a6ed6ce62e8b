/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "figures/kit/qn-chart.h"

void
qn_chart_add_curve (QnChart *chart, QnChartCurve curve)
{
  g_assert (chart->n_curves < QN_CHART_CURVES && curve.table != NULL);
  if (curve.n == 0)
    curve.n = curve.table->n_rows - MIN (curve.first, curve.table->n_rows);
  chart->curve[chart->n_curves++] = curve;
}

void
qn_chart_add_limit (QnChart *chart, QnChartLimit limit)
{
  g_assert (chart->n_limits < QN_CHART_MARKS);
  chart->limit[chart->n_limits++] = limit;
}

void
qn_chart_add_point (QnChart *chart, QnChartPoint point)
{
  g_assert (chart->n_points < QN_CHART_MARKS);
  chart->point[chart->n_points++] = point;
}

void
qn_chart_add_band (QnChart *chart, QnChartBand band)
{
  g_assert (chart->n_bands < QN_CHART_MARKS);
  chart->band[chart->n_bands++] = band;
}

const char *
qn_chart_keep (QnChart *chart, char *text)
{
  g_ptr_array_add (chart->texts, text);
  return text;
}

void
qn_chart_add_value (QnChart *chart, double x, double y, const char *symbol, QnDimension dimension, QnHue hue)
{
  qn_chart_add_point (chart, (QnChartPoint) { x, y, qn_chart_keep (chart, qn_label_equals (symbol, y, dimension)), hue });
}

void
qn_chart_clear (QnChart *chart)
{
  g_clear_pointer (&chart->texts, g_ptr_array_unref);
  *chart = (QnChart) { .now = NAN };
  chart->x.range = chart->y.range = QN_RANGE_EMPTY;
}
