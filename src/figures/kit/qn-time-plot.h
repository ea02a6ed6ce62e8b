/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "figures/kit/qn-loop.h"

G_BEGIN_DECLS

/* Readings against time: what the figures over time have in common. Of a machine in cycles the time since the cycle began: limit
 * cycle thin, the present cycle strong up to now, behind it what is left of the cycle before. Of a machine that never moves the
 * time up to now, which stands at the right end: what ran passes by to the left, as far back as readings are kept. What leaves
 * the axes is cut off, with a mark at their edge. */

#define QN_TIME_CURVES 5

/* The curve of this id at a reading; NaN breaks the line. `live`: the reading is one of the trail, not of the limit cycle. */
typedef double (*QnTimeReader) (const QnFigure *figure, int id, const QnReading *reading, gboolean live);

typedef struct
{
  int id;              /* the reader's name for it */
  const char *name;    /* translated, markup */
  const char *symbol;  /* markup; said where there is no room for the name */
  QnHue hue;
  QnDash dash;
  double width;        /* in line widths */
  double fill;         /* opacity of the area between the curve and 0; 0: none */
} QnTimeCurve;

typedef struct
{
  QnTimeReader read;
  int n;
  QnTimeCurve curve[QN_TIME_CURVES];
} QnTimePlot;

/* Where along the axis a reading stands: durations of the strokes before its own, and the passed part of its own. By the
 * stroke and not by the clock, so that a duration changed on the way moves no reading into another stroke. A machine
 * whose strokes all take no time has an axis of strokes. */
double qn_time_of   (const QnMachine *machine, const QnReading *reading);
double qn_time_end  (const QnMachine *machine); /* of the axis */
/* The axis of what runs: from 0 to the end of the cycle, or, of a machine that never moves, from so long ago to 0, now. */
QnRange qn_time_span (const QnMachine *machine);
char  *qn_time_title (const QnMachine *machine, QnRange axis); /* free with g_free */

/* The limit cycle, and 0: the way there is clipped. Where the limit cycle spans no more than `least` it is what has
 * been seen of that way, gathered in `seen`; begin it anew with a scene. */
void qn_time_range (const QnFigure *figure, const QnTimePlot *plot, double least, QnRange *seen, QnRange *y);

/* One curve of the limit cycle as points on the canvas, for names to keep clear of. */
GArray *qn_time_trace (const QnFigure *figure, const QnAxes *axes, const QnTimePlot *plot, int curve);

void qn_time_draw_limit (const QnFigure *figure, QnPen *pen, const QnAxes *axes, const QnTimePlot *plot);
void qn_time_draw_live  (const QnFigure *figure, QnPen *pen, const QnAxes *axes, const QnTimePlot *plot);

/* The strokes: thin lines down through the area where they meet and, with `bands`, above the area a band in the stroke's hue
 * with its name. qn_time_head() is the height that bands take above the bounds of the axes. */
double qn_time_head         (const QnPen *pen);
void   qn_time_draw_strokes (const QnFigure *figure, QnPen *pen, const QnAxes *axes, gboolean bands);

/* Appends the lines where strokes meet to a trace, for names to keep clear of. */
void   qn_time_add_meetings (const QnFigure *figure, const QnAxes *axes, GArray *trace);

/* Heads of the first columns, then rows "curve,stroke,cycle,time,values" of the limit cycle and, where something ran, of the trail. */
void qn_time_csv_heads (GString *out);
void qn_time_csv (const QnFigure *figure, GString *out, const QnTimePlot *plot);

G_END_DECLS
