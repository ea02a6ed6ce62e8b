/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "figures/kit/qn-camera.h"
#include "figures/kit/qn-csv.h"
#include "figures/kit/qn-figure-info.h"
#include "figures/kit/qn-pen.h"
#include "figures/kit/qn-style.h"
#include "figures/kit/qn-words.h"

G_BEGIN_DECLS

/* What a figure is made of. Each figure fills one const QnFigureClass, qn_figure_class_ID, and stands in figures.def. */

/* Axes that are laid out once for these bounds, sizes and ranges and kept between frames. */
typedef struct
{
  double width, height, text;
  QnThemeKind kind;
  QnRect bounds;
  QnRange x, y;
} QnLayoutKey;

typedef struct
{
  QnLayoutKey key;      /* what they were laid out for */
  QnAxes axes;
} QnKeptAxes;

const QnAxes *qn_kept_axes (QnKeptAxes *kept, const QnPen *pen, QnRect bounds, const QnAxis *x, const QnAxis *y);

struct _QnChart;

typedef struct
{
  QnFigureInfo info;
  gsize state_size;
  /* A translated sentence that is said instead of anything drawn or described, without a full stop; NULL: there is a picture. */
  const char *(*why_none) (const QnFigure *figure);
  /* Of figures of curves, QN_FIGURE_OF_CHARTS (qn-charts.h): fills an empty chart from the figure's snapshot; chart `index` of
   * n_charts. Called again when the snapshot's numbers have changed. */
  void     (*chart)    (const QnFigure *figure, int index, struct _QnChart *chart);
  int n_charts;
  /* Follows the snapshot: ranges and whatever is computed once. `changed`: a new
   * limit cycle. `seconds` INFINITY: a new scene. Returns whether the static layer changed beyond that. NULL: nothing follows. */
  gboolean (*update)   (QnFigure *figure, double seconds, gboolean held, gboolean changed);
  void     (*draw_static) (QnFigure *figure, QnPen *pen);
  void     (*draw_live)   (QnFigure *figure, QnPen *pen); /* NULL: nothing moves */
  void     (*csv)      (QnFigure *figure, GString *out);
  char    *(*describe) (QnFigure *figure);
  /* Where describe is NULL: N_(), a sentence with a %s for each of these results of the lab, as plain text. */
  const char *sentence, *told[4];
  void     (*clear)    (QnFigure *figure); /* what the state owns; NULL: nothing */
  gboolean (*handle)   (const QnFigure *figure, QnFigureHandle *handle); /* as drawn last; NULL: it has none */
} QnFigureClass;

/* The members of a class whose functions bear their names. */
#define QN_FIGURE_DRAWN .draw_static = draw_static, .draw_live = draw_live, .csv = csv, .describe = describe

struct _QnFigure
{
  const QnFigureClass *klass;
  QnSnapshot *snapshot; /* Owned */
  QnCamera camera;
  QnStableRange x, y;
  guint64 limit_serial, reference_serial;
  gboolean was_valid;
  QnPlaces places;      /* of names, in this scene */
  QnKeptAxes kept;
  gpointer state;       /* Owned: state_size zeroed bytes, the figure's own */
};

/* Lets figure->x and figure->y follow; TRUE where one has changed. */
gboolean qn_figure_follow (QnFigure *figure, QnRange x, QnRange y, double seconds);

/* One pair of axes, laid out in bounds; clear it, by g_auto where it can be. */
typedef struct
{
  QnAxis x, y;         /* titles are Owned */
  QnRect bounds;
  const QnAxes *axes;
} QnFrame;

/* The axes kept with the figure, in these bounds. Takes the titles of x and y. */
QnFrame qn_frame_lay_out (QnFigure *figure, QnPen *pen, QnRect bounds, QnAxis x, QnAxis y);
/* Titles of g_malloc over figure->x and figure->y, x logarithmic or not. */
QnFrame qn_frame_of_ranges (QnFigure *figure, QnPen *pen, QnRect bounds, char *x_title, QnScaleKind x_scale, char *y_title);
void    qn_frame_clear   (QnFrame *frame);
void    qn_frame_draw    (const QnFrame *frame, QnPen *pen);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (QnFrame, qn_frame_clear)

/* Frame, ticks and titles; in bounds too small for tick labels the frame and what titles fit. */
void qn_figure_draw_axes (const QnAxes *axes, QnPen *pen, QnRect bounds, const QnAxis *x, const QnAxis *y);

G_END_DECLS
