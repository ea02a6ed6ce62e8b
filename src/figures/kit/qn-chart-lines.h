/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "figures/kit/qn-chart.h"

G_BEGIN_DECLS

/* A chart's marks on its axes: where they are, and how they are drawn. */

double qn_chart_on_axis  (const QnChartAxis *axis, double value);         /* NaN where the axis has no place for it */
double qn_chart_cell     (const QnChartCurve *curve, gsize row, int column); /* row of the curve, not of the table */
double qn_chart_half_bar (const QnChartCurve *curve);                     /* half the distance of two bars */

/* Points of the canvas; NaN where the axis has no place. */
double qn_chart_across    (const QnAxes *axes, const QnChart *chart, double x);
double qn_chart_up        (const QnAxes *axes, const QnChart *chart, double y);
QnRect qn_chart_band_rect (const QnAxes *axes, const QnChart *chart, const QnChartBand *band);

QnColor qn_chart_line_color (const QnPen *pen, const QnChartCurve *curve);

void qn_chart_draw_grounds (const QnChart *chart, QnPen *pen, const QnAxes *axes); /* behind the axes */
void qn_chart_draw_lines   (const QnChart *chart, QnPen *pen, const QnAxes *axes);

G_END_DECLS
