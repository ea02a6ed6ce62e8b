/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "figures/qn-figure.h"

G_BEGIN_DECLS

/* The drawing within a QnFigureView: static layer kept as an image, live layer on
 * top, or the OpenGL sphere; camera by pointer and keys. Private to the widgets.
 *
 * Signals: "activated" (), "menu" (double x, double y). */
#define QN_TYPE_FIGURE_AREA (qn_figure_area_get_type ())
G_DECLARE_FINAL_TYPE (QnFigureArea, qn_figure_area, QN, FIGURE_AREA, GtkWidget)

GtkWidget  *qn_figure_area_new          (void);
void        qn_figure_area_set_figure   (QnFigureArea *self, const char *id);
QnFigure   *qn_figure_area_get_figure   (QnFigureArea *self); /* transfer none */
void        qn_figure_area_set_snapshot (QnFigureArea *self, QnSnapshot *snapshot, double seconds, gboolean held);
QnSnapshot *qn_figure_area_get_snapshot (QnFigureArea *self);
gboolean    qn_figure_area_has_camera   (QnFigureArea *self);
QnCamera    qn_figure_area_get_camera   (QnFigureArea *self);
void        qn_figure_area_set_camera   (QnFigureArea *self, QnCamera camera);
/* A drag from there moves the present values of the figure's parameters. */
gboolean    qn_figure_area_moves_at     (QnFigureArea *self, double x, double y);
gboolean    qn_figure_area_get_uses_gl  (QnFigureArea *self);

G_END_DECLS
