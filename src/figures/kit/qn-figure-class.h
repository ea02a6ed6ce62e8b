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
  double width, height, text_scale;
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
  /* Of figures of curves, QN_FIGURE_OF_CHARTS (qn-chart.h): fills an empty chart from the figure's snapshot; chart `index` of
   * n_charts. Called again when the snapshot's numbers have changed. */
  void     (*chart)    (const QnFigure *figure, int index, struct _QnChart *chart);
  int n_charts;
  /* Follows the snapshot: ranges and whatever is computed once. `changed`: a new
   * limit cycle. Returns whether the static layer changed beyond that. */
  gboolean (*update)   (QnFigure *figure, double seconds, gboolean held, gboolean changed);
  void     (*draw_static) (QnFigure *figure, QnPen *pen);
  void     (*draw_live)   (QnFigure *figure, QnPen *pen);
  void     (*csv)      (QnFigure *figure, GString *out);
  char    *(*describe) (QnFigure *figure);
  /* Where describe is NULL: N_(), a sentence with a %s for each of these results of the lab, as plain text. */
  const char *sentence, *told[4];
  void     (*clear)    (QnFigure *figure); /* what the state owns; NULL: nothing */
} QnFigureClass;

struct _QnFigure
{
  const QnFigureClass *klass;
  QnSnapshot *snapshot; /* Owned */
  QnCamera camera;
  QnStableRange x, y;
  guint64 limit_serial, reference_serial;
  gboolean was_valid;
  QnKeptAxes kept;
  gpointer state;       /* Owned: state_size zeroed bytes, the figure's own */
};

/* The axes for these bounds, titles and ranges; kept between frames. */
const QnAxes *qn_figure_axes (QnFigure *figure, QnPen *pen, QnRect bounds, const QnAxis *x, const QnAxis *y);
/* Frame, ticks and titles; in bounds too small for tick labels the frame and what titles fit. */
void qn_figure_draw_axes (const QnAxes *axes, QnPen *pen, QnRect bounds, const QnAxis *x, const QnAxis *y);

G_END_DECLS
