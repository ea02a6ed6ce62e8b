/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

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

G_END_DECLS
