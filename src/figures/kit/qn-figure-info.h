/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plot/qn-axes.h"

G_BEGIN_DECLS

/* A figure: how one aspect of a snapshot is drawn. Used by the window and by the
 * command line alike. Not thread-safe; one QnFigure per view. */
typedef struct _QnFigure QnFigure;

typedef struct
{
  const char *id;      /* of figures.def, with hyphens: "cycle", "charging-power" */
  const char *name;    /* N_(): "Work diagram" */
  const char *meaning; /* N_(): one sentence on what it shows */
  gboolean camera;     /* can be turned and zoomed */
  guint extras;        /* QnExtras of qn-background.h: what it wants beyond the limit cycle */
} QnFigureInfo;

/* Parameters whose present values are a point of the figure that can be moved. */
typedef struct
{
  QnRect area;      /* where it can be moved, in the figure's units */
  QnAxisScale x, y;
  int parameter[2]; /* along x and y, by index; -1: not along this axis */
} QnFigureHandle;

G_END_DECLS
