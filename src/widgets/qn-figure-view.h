/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "plot/qn-export.h"
#include "figures/qn-figure.h"

G_BEGIN_DECLS

/* A card that shows one figure, live. Slim header with the figure's name and a
 * menu button; below it the drawing. The static layer is kept between frames at
 * the display's resolution, the live one is drawn anew for every new snapshot.
 *
 * Properties: "figure-id" (string), "enlarged" (boolean: which icon and tooltip the
 * header's button has), "pager" (boolean: arrows to the next and the previous figure).
 *
 * Widget actions, for the menu model that the application gives. They act on the
 * view whose menu was opened:
 *   figure.replace::ID      property action: the figure shown, a radio item
 *   figure.enlarge          as "activated"
 *   figure.export           as "export-requested"
 *   figure.copy-picture     picture on the clipboard (SVG and PNG)
 *   figure.copy-data        CSV on the clipboard
 *   figure.copy-command     the command that draws it, on the clipboard
 *   figure.reset-camera     only enabled for figures with a camera
 *
 * Actions of whoever has the experiment, from figures over parameters:
 *   experiment.choose-axis (ii)         see qn-axes-row.h
 *   experiment.move (idid)              index and value of the parameter along each axis, -1: none
 *
 * Signals:
 *   "activated" ()                    double click, Enter, the header's button: enlarge, or back
 *   "export-requested" ()             the application asks for a file, then calls qn_figure_view_export_bytes()
 *   "page" (int direction)            +1 or -1: an arrow of the pager was pressed
 *   "context-menu" (double x, double y) -> gboolean
 *                                     TRUE: handled; else the menu model pops up there
 *
 * Dragging out of the header or of the drawing (with Ctrl where the figure has a camera) offers the figure
 * as SVG, as PNG and as a file.
 *
 * Keys: Enter, Menu, Shift+F10; Ctrl+C copies the picture; with a camera arrows turn,
 * + and - zoom, 0 and Home go home; over parameters arrows move the present point (with Shift in small steps), as dragging in the
 * axes does. Pointer, with a camera: drag turns, wheel zooms,
 * double click goes home. */
#define QN_TYPE_FIGURE_VIEW (qn_figure_view_get_type ())
G_DECLARE_FINAL_TYPE (QnFigureView, qn_figure_view, QN, FIGURE_VIEW, GtkWidget)

GtkWidget  *qn_figure_view_new (const char *figure_id);

const char *qn_figure_view_get_figure_id (QnFigureView *self);
/* An unknown id is a programmer's error (checked: nothing happens). */
void        qn_figure_view_set_figure_id (QnFigureView *self, const char *figure_id);

/* `seconds` of wall time since the last snapshot, `held` while a slider is
 * dragged: see qn_figure_update(). The same snapshot again costs nothing. */
void        qn_figure_view_set_snapshot  (QnFigureView *self, QnSnapshot *snapshot, double seconds, gboolean held);
QnSnapshot *qn_figure_view_get_snapshot  (QnFigureView *self); /* transfer none, NULL at first */

void        qn_figure_view_set_menu_model (QnFigureView *self, GMenuModel *model);
void        qn_figure_view_set_enlarged   (QnFigureView *self, gboolean enlarged);
gboolean    qn_figure_view_get_enlarged   (QnFigureView *self);
void        qn_figure_view_set_pager      (QnFigureView *self, gboolean pager);

QnCamera    qn_figure_view_get_camera (QnFigureView *self);
void        qn_figure_view_set_camera (QnFigureView *self, QnCamera camera); /* ignored without a camera */

/* Whether the drawing comes from OpenGL (Bloch sphere, where OpenGL works). */
gboolean    qn_figure_view_get_uses_gl (QnFigureView *self);

/* The figure as seen (its ranges, its camera) on another sheet, of width 0: the size on screen. Errors: QN_EXPORT_ERROR; also
 * when there is no snapshot yet. */
GBytes     *qn_figure_view_export_bytes (QnFigureView *self, const char *path_or_extension, const QnFigureSheet *sheet, GError **error);

/* What goes on the clipboard: image/svg+xml and image/png; text/csv and plain text. Transfer full. */
GdkContentProvider *qn_figure_view_picture_provider (QnFigureView *self);
GdkContentProvider *qn_figure_view_data_provider    (QnFigureView *self);
void        qn_figure_view_copy_picture (QnFigureView *self);
void        qn_figure_view_copy_data    (QnFigureView *self);
char       *qn_figure_view_command      (QnFigureView *self); /* qn_recipe_command() of it in the limit cycle; NULL without a snapshot */

G_END_DECLS
