/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gdk/gdk.h>

#include "plot/qn-export.h"
#include "figures/qn-figure.h"

G_BEGIN_DECLS

/* A figure leaving the window: as a file, on the clipboard, dragged. Private to the widgets. */
typedef struct
{
  QnFigure *figure;     /* borrowed */
  gboolean ready;       /* it has a snapshot */
  double width, height;
} QnFigureSource;

/* qn_figure_export_this(); a sheet of no width: as large as on the screen. */
GBytes *qn_figure_picture (const QnFigureSource *source, const char *path_or_extension, const QnFigureSheet *sheet, GError **error);

/* Transfer full; NULL when there is nothing to show yet. */
GdkContentProvider *qn_figure_picture_provider (const QnFigureSource *source);
GdkContentProvider *qn_figure_data_provider    (const QnFigureSource *source);
/* Pictures, and a file of the figure's name in the user's cache. */
GdkContentProvider *qn_figure_drag_provider    (const QnFigureSource *source);
GdkPaintable       *qn_figure_drag_icon        (const QnFigureSource *source);

G_END_DECLS
