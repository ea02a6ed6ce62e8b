/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "figures/qn-recipe.h"
#include "figures/kit/qn-camera.h"
#include "figures/kit/qn-figure-info.h"
#include "plot/qn-theme.h"
#include "sim/qn-snapshot.h"

G_BEGIN_DECLS

/* All figures, in the order of figures.def. */
const QnFigureInfo *qn_figure_infos (gsize *n);
const QnFigureInfo *qn_figure_info (const char *id); /* NULL if there is none */

QnFigure *qn_figure_new  (const char *id);           /* NULL if there is none */
void      qn_figure_free (QnFigure *figure);
const QnFigureInfo *qn_figure_get_info (const QnFigure *figure);

/* Takes in a new snapshot (reference kept); `seconds` since the last, `held`
 * while a slider is dragged (ranges then never shrink; in a new scene they fit at once). TRUE: the static layer
 * must be drawn again. */
gboolean qn_figure_update (QnFigure *figure, QnSnapshot *snapshot, double seconds, gboolean held);

typedef enum
{
  QN_LAYER_STATIC = 1 << 0, /* frame, ticks, limits, limit cycle, quasi-static reference */
  QN_LAYER_LIVE   = 1 << 1, /* moving point, trail, bars, numbers */
  QN_LAYER_ALL    = 3,
} QnLayers;

void qn_figure_draw (QnFigure *figure, QnCanvas *canvas, double width, double height, const QnTheme *theme, QnLayers layers);

/* FALSE: nothing in it can be moved. As it was drawn last. */
gboolean qn_figure_get_handle (const QnFigure *figure, QnFigureHandle *handle);

void     qn_figure_set_camera (QnFigure *figure, QnCamera camera);
QnCamera qn_figure_get_camera (const QnFigure *figure);

/* What the figure shows, as CSV with a header line that names quantity and unit. Full precision. */
char *qn_figure_csv (QnFigure *figure);

/* An experiment that cannot be computed (snapshot->valid is FALSE) leaves the last
 * one in view, veiled; where there is none, the message is drawn. */

/* What the figure says in words, for screen readers: one or two sentences with the present numbers. Free with g_free. */
char *qn_figure_describe (QnFigure *figure);

/* The figure as it stands, all layers, with its experiment (figures/qn-recipe.h): a picture or, of the name's ending .csv, its table. */
GBytes *qn_figure_export_this (QnFigure *figure, const char *path_or_extension, const QnFigureSheet *sheet, GError **error);

/* Whole export: a new figure, updated with the snapshot. */
GBytes *qn_figure_export (const char *id, QnSnapshot *snapshot, const char *path_or_extension, const QnFigureSheet *sheet, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QnFigure, qn_figure_free)

G_END_DECLS
