/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "figures/kit/qn-chart-lines.h"

G_BEGIN_DECLS

/* Names on a chart: every one clear of all lines, discs and other texts, or not drawn. */

/* Where the lines run, for names to keep clear of; free with g_array_unref(). */
GArray  *qn_chart_trace (const QnChart *chart, const QnAxes *axes);
typedef struct
{
  QnRect curve[QN_CHART_CURVES], point[QN_CHART_MARKS]; /* height 0: nowhere */
} QnChartPlaces;

/* Takes places for the names of all points that find one and, with `curves`, of all curves. FALSE: not all of these find
 * one, and nothing is taken. */
gboolean qn_chart_place_names (const QnChart *chart, QnPen *pen, const QnAxes *axes, const GArray *traces, gboolean curves, QnChartPlaces *places);
/* All names, those of the curves with `curves` only. */
void     qn_chart_draw_names (const QnChart *chart, QnPen *pen, const QnAxes *axes, const GArray *traces, gboolean curves, const QnChartPlaces *places);

G_END_DECLS
