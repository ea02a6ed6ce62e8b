/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "figures/kit/qn-figure-class.h"

G_BEGIN_DECLS

/* A cycle as a closed curve in a plane of two readings (work diagram, T-S
 * diagram): ranges, the curve in strokes, the area it encloses, the live point. */
typedef struct
{
  double (*x) (const QnReading *reading);
  double (*y) (const QnReading *reading); /* NaN breaks the line */
  struct
  {
    const char *name, *symbol; /* N_(), markup */
    QnDimension dimension;
    const char *plain;         /* at the head of data */
  } x_title, y_title;
} QnPlane;

/* The whole figure's axes over figure->x and figure->y. */
QnFrame qn_loop_frame  (QnFigure *figure, QnPen *pen, const QnPlane *plane);

/* The curve on the canvas, thinned to what can be told apart. */
typedef struct
{
  double x, y;
  int stroke;
  gboolean jump;  /* the way here from the point before took no time */
  gboolean gap;   /* there is no way here: a NaN lies between */
} QnLoopPoint;

void    qn_loop_range  (const QnReading *samples, gsize n, const QnPlane *plane, QnRange *x, QnRange *y);
/* Of limit cycle and quasi-static cycle: what the run does on its way there is clipped. */
void    qn_loop_ranges (const QnSnapshot *snapshot, const QnPlane *plane, QnRange *x, QnRange *y);
/* Closed integral of y dx by the trapezoidal rule; NaN where a reading is. */
double  qn_loop_area   (const QnCurve *curve, const QnPlane *plane);
GArray *qn_loop_trace  (const QnAxes *axes, const QnCurve *curve, const QnPlane *plane);

/* The area, split where the curve crosses itself: lobes that go round clockwise
 * (y dx > 0: output) filled in the work hue, the others hatched grey. */
void    qn_loop_fill   (QnPen *pen, const QnAxes *axes, const GArray *trace);

void    qn_loop_draw_reference (QnPen *pen, const QnAxes *axes, const GArray *trace);
void    qn_loop_draw_strokes   (QnPen *pen, const QnAxes *axes, const GArray *trace, const QnMachine *machine);
/* Moving disc and fading trail of the last quarter of a cycle. */
void    qn_loop_draw_live      (QnFigure *figure, QnPen *pen, const QnPlane *plane);

/* The first reading of the trail that is drawn: the last quarter of a period; n_trail where nothing ran. */
gsize   qn_loop_trail_start    (const QnSnapshot *snapshot);

/* Heads and rows "curve,stroke,time,x,y" of the limit cycle, the quasi-static cycle and the live trail. */
void    qn_loop_csv            (GString *out, const QnSnapshot *snapshot, const QnPlane *plane);

typedef struct
{
  double x, y;
} QnPoint;

gboolean qn_trace_broken     (const GArray *trace); /* by a gap after its start */
double   qn_trace_length     (const GArray *trace, guint from, guint to); /* from point to point, gaps left out */
QnPoint  qn_trace_at         (const GArray *trace, guint from, guint to, double length); /* so far along this stretch */
guint    qn_trace_stroke_end (const GArray *trace, guint from);
gboolean qn_trace_meets      (const GArray *trace, QnRect box);
/* qn_pen_text() where the text is clear of both traces, either of which may be NULL. */
gboolean qn_trace_text  (QnPen *pen, const QnLabel *label, QnRect within, QnSpot at, const GArray *trace, const GArray *other);

G_END_DECLS
