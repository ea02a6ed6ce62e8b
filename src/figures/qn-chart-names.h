/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "qn-chart-lines.h"

G_BEGIN_DECLS

/* Names on a chart: every one clear of all lines, discs and other texts, or not drawn. */

/* Where the lines run, for names to keep clear of; free with g_array_unref(). */
GArray  *qn_chart_trace (const QnChart *chart, const QnAxes *axes);
/* Places for the names of all curves, taken at once; FALSE: not all find one, and none is taken. */
gboolean qn_chart_place_names (const QnChart *chart, QnPen *pen, const QnAxes *axes, const GArray *traces, QnRect places[QN_CHART_CURVES]);
/* All names; `places` NULL: those of the curves stand elsewhere. */
void     qn_chart_draw_names (const QnChart *chart, QnPen *pen, const QnAxes *axes, const GArray *traces, const QnRect *places);

G_END_DECLS
