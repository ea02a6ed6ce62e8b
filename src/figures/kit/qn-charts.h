/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "figures/kit/qn-chart.h"

G_BEGIN_DECLS

/* Figures that are made of charts. */

#define QN_MOST_CHARTS 2

/* The state of a figure that is made of charts. */
typedef struct
{
  QnChart chart;
  QnRange x, y;            /* of what is drawn; of logarithms on a logarithmic axis */
  QnStableRange shown_x, shown_y;
  const char *x_name, *y_name; /* what the ranges are of */
  gboolean named_above;    /* the curves, in a legend */
  QnKeptAxes kept;
  QnPlaces places;         /* of names, in this scene */
} QnChartPane;

typedef struct
{
  QnChartPane pane[QN_MOST_CHARTS];
  QnReport *held[2];       /* Owned */
  QnGrid *grid[2];         /* Owned */
} QnCharts;

/* What the class of such a figure has besides info and describe. The n charts stand beside or above one another; where
 * there is room for one only, it is the first. */
#define QN_FIGURE_OF_CHARTS(n, fill) \
  .n_charts = (n), .chart = (fill), .state_size = sizeof (QnCharts), .update = qn_charts_update, \
  .draw_static = qn_charts_draw_static, .draw_live = qn_charts_draw_live, .csv = qn_charts_csv, .clear = qn_charts_clear

gboolean qn_charts_update (QnFigure *figure, double seconds, gboolean held, gboolean changed);
void     qn_charts_draw_static (QnFigure *figure, QnPen *pen);
void     qn_charts_draw_live (QnFigure *figure, QnPen *pen);
void     qn_charts_csv (QnFigure *figure, GString *out);
void     qn_charts_clear (QnFigure *figure);

G_END_DECLS
