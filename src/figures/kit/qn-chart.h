/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "figures/kit/qn-figure-class.h"

G_BEGIN_DECLS

/* A chart: numbers that a lab has computed, as curves, dots and bars on one pair of axes. A figure says what is on it;
 * ranges, layout, names on the curves, live marks and CSV are the same for all. */

typedef enum
{
  QN_CHART_LINE,
  QN_CHART_BARS, /* from 0 up, as wide as the rows lie apart: a histogram */
  QN_CHART_DOTS,
} QnChartKind;

/* Rows of a table. The table must live as long as the snapshot that the chart was made of (qn_report_find()). NaN breaks a line. */
typedef struct
{
  QnChartKind kind;
  const QnTable *table;
  int x, y, error;    /* columns; error: half the length of a bar on each dot, or half the width of a band about a line; 0: none */
  gsize first, n;     /* rows; n 0: all from `first` on */
  const char *name;   /* translated markup, written at the curve; NULL: none */
  QnHue hue;
  QnDash dash;
  double width;       /* in line widths; 0: 2; below 0: no line, its band or area alone */
  double fill;        /* opacity of the area down to 0 */
  gboolean faint;     /* a ghost: at 35 % */
} QnChartCurve;

/* A dashed line across with its name on it. */
typedef struct
{
  gboolean vertical;
  double value;
  const char *name;
  QnHue hue;          /* usually QN_HUE_REFERENCE */
} QnChartLimit;

/* A disc with a name beside it. */
typedef struct
{
  double x, y;
  const char *name;   /* NULL: none */
  QnHue hue;
} QnChartPoint;

/* A ground from `from` to `to` along x (or y), with its name in it. */
typedef struct
{
  gboolean vertical;  /* `from` and `to` are y's */
  double from, to;
  const char *name;
  QnHue hue;
  gboolean hatched;
} QnChartBand;

typedef struct
{
  const char *name;   /* N_() and translated already: "Level spacing" */
  const char *symbol; /* markup, "" for none */
  QnDimension dimension;
  QnScaleKind scale;  /* a logarithmic axis leaves out what is not above 0 */
  QnRange range;      /* what must be on the axis besides all that is drawn; QN_RANGE_EMPTY is the default */
  gboolean percent;
} QnChartAxis;

#define QN_CHART_CURVES 12
#define QN_CHART_MARKS 8

typedef struct _QnChart
{
  QnChartAxis x, y;
  int n_curves, n_limits, n_points, n_bands;
  QnChartCurve curve[QN_CHART_CURVES];
  QnChartLimit limit[QN_CHART_MARKS];
  QnChartPoint point[QN_CHART_MARKS];
  QnChartBand band[QN_CHART_MARKS];
  const char *heading; /* over the axes; NULL: none. Where a figure has two charts each needs one */
  const char *note;    /* a sentence over the axes: what is missing or wrong; NULL: none. With no curve it stands alone */
  double now;          /* where on x the running machine is: a line, and discs on the lines; NaN: nowhere */
  GPtrArray *texts;
} QnChart;

/* Each takes a copy; what finds no room any more is a programmer's error. */
void qn_chart_add_curve (QnChart *chart, QnChartCurve curve);
void qn_chart_add_limit (QnChart *chart, QnChartLimit limit);
void qn_chart_add_point (QnChart *chart, QnChartPoint point);
void qn_chart_add_band  (QnChart *chart, QnChartBand band);
/* A point named "symbol = y". */
void qn_chart_add_value (QnChart *chart, double x, double y, const char *symbol, QnDimension dimension, QnHue hue);
/* Gives a text of g_malloc to the chart and returns it. */
const char *qn_chart_keep (QnChart *chart, char *text);
/* Back to an empty chart, which has no texts yet. */
void qn_chart_clear (QnChart *chart);

G_END_DECLS
