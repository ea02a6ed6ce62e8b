/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plot/qn-theme.h"

G_BEGIN_DECLS

/* A closed interval of data. Empty when max < min. */
typedef struct
{
  double min, max;
} QnRange;

#define QN_RANGE_EMPTY ((QnRange) { INFINITY, -INFINITY })

void     qn_range_include (QnRange *range, double value); /* ignores NaN and infinities */
gboolean qn_range_empty   (const QnRange *range);
QnRange  qn_range_padded  (QnRange range, double fraction, double least_span); /* never zero width */

/* A range that is stable while watched: grows with the data at once, shrinks
 * slowly (half the surplus in ~2 s of unheld time) and never while held.
 * Returns TRUE when the shown range changed. */
typedef struct
{
  QnRange shown;
  gboolean held;
} QnStableRange;

gboolean qn_stable_range_follow (QnStableRange *range, QnRange data, double seconds);

typedef enum { QN_SCALE_LINEAR, QN_SCALE_LOG } QnScaleKind;

typedef struct
{
  QnScaleKind kind;
  QnRange data;
  double from, to; /* canvas coordinates of data.min and data.max */
} QnAxisScale;

double qn_axis_scale_map   (const QnAxisScale *scale, double value);
double qn_axis_scale_unmap (const QnAxisScale *scale, double coordinate);

/* 4 to 7 round ticks; labels as Pango markup with true minus signs, `m x 10^e` where due. */
typedef struct
{
  double value;
  char label[48];
} QnTick;

int qn_axis_ticks (const QnAxisScale *scale, int wanted, QnTick *ticks, int max_ticks);

/* A number as Pango markup: `digits` significant digits, true minus, m×10<sup>e</sup> where due. Locale-independent. */
char *qn_format_markup (double value, int digits);

typedef struct
{
  const char *title; /* markup with symbol and unit: "Level spacing <i>ω</i> (ε)" */
  QnScaleKind scale;
  QnRange range;     /* of data, already stable/padded */
  gboolean percent;  /* label ticks as percent */
} QnAxis;

/* A pair of axes with frame, ticks, grid and titles. Details are dropped in order
 * as the figure shrinks (minor ticks, grid labels, titles). */
typedef struct
{
  QnRect area;          /* the data rectangle within the figure */
  QnAxisScale x, y;
  double text, line;    /* sizes chosen for this figure */
  double label_height;  /* of the x axis's tick labels */
  gboolean labelled;    /* large enough for tick labels */
} QnAxes;

/* Lays out: no drawing. The whole figure is `bounds`. */
QnAxes qn_axes_layout (QnCanvas *canvas, const QnTheme *theme, QnRect bounds, const QnAxis *x, const QnAxis *y);
void   qn_axes_draw   (const QnAxes *axes, QnCanvas *canvas, const QnTheme *theme, const QnAxis *x, const QnAxis *y);

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
