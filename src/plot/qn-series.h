/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plot/qn-axes.h"

G_BEGIN_DECLS

/* A polyline in data coordinates, decimated to pixel columns (min and max kept)
 * where there are more points than columns; NaN breaks the line. Clips to the area. */
typedef enum { QN_DASH_SOLID, QN_DASH_DASHED, QN_DASH_DOTTED, QN_DASH_LONG } QnDash;

typedef struct
{
  QnColor color;
  double width;
  QnDash dash;
} QnLineStyle;

void qn_axes_line  (const QnAxes *axes, QnCanvas *canvas, const double *x, const double *y, gsize n, QnLineStyle style);
void qn_axes_area  (const QnAxes *axes, QnCanvas *canvas, const double *x, const double *y, gsize n); /* closed polygon path left on the canvas for fill */
void qn_axes_disc  (const QnAxes *axes, QnCanvas *canvas, double x, double y, double radius, QnColor color, QnColor outline);

G_END_DECLS
