/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plot/qn-axes.h"

G_BEGIN_DECLS

/* Fields: one number over a plane, told by colour. Pure functions of their arguments and a canvas. */

/* 0..most: from the ground of the theme through viridis, so that nothing looks like nothing and more is always further
 * from the ground: dark on light themes, light on dark ones. */
typedef struct
{
  double most; /* > 0; what lies beyond takes the colour of the end */
} QnHeatScale;

/* Translucent below a twelfth of the scale: the ground shows through. NaN: fully transparent. */
QnColor qn_heat_color (const QnTheme *theme, const QnHeatScale *scale, double value);

/* A cyclic map of one lightness (0.62) and chroma (0.105) in OKLCh (B. Ottosson, 2020), 3:1 or better against the
 * background of every theme. `turns`: the angle over 2 pi, any real number; 0 is the reddish purple of coherence. */
QnColor qn_colormap_cyclic (double turns);

/* The values of the field at one y for n places x. */
typedef void (*QnHeatField) (double y, const double *x, int n, double *values, gpointer data);

/* Fills the area of the axes, cell by cell, each asked at its middle: an image, in SVG an embedded PNG. */
void qn_heat_map_draw (const QnAxes *axes, QnCanvas *canvas, const QnTheme *theme, const QnHeatScale *scale, QnHeatField field, gpointer data);

/* The upright colour bar with its ticks: labels of size `text` stand right of it, qn_heat_bar_room() wide. */
void   qn_heat_bar_draw (QnCanvas *canvas, const QnTheme *theme, const QnHeatScale *scale, QnRect bar, double text, double line);
double qn_heat_bar_room (QnCanvas *canvas, const QnHeatScale *scale, double height, double text);

G_END_DECLS
