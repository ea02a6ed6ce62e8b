/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plot/qn-theme.h"
#include "plot/qn-ticks.h"

G_BEGIN_DECLS

typedef struct
{
  const char *title; /* markup with symbol and unit: "Level spacing <i>ω</i> (ε)" */
  QnScaleKind scale;
  QnRange range;     /* of data, already stable/padded */
  gboolean percent;  /* label ticks as percent */
  gboolean mirrored; /* below 0 is another quantity, downwards: labels without a sign */
  gboolean whole;    /* ticks at whole numbers only: of what is counted */
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

G_END_DECLS
