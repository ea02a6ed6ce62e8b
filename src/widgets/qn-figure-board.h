/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "widgets/qn-figure-view.h"

G_BEGIN_DECLS

/* One to six figure views in a grid that fills the space: the number of columns
 * follows from width, height and the size of text, one where it is narrow; where that is too
 * small for all, as many at a time as have room, with arrows to page through them. Any one can be enlarged
 * to the whole board, and Escape brings the others back, the focus staying on it.
 *
 * Signals:
 *   "figures-changed" ()                  the user replaced a figure (save the layout)
 *   "export-requested" (QnFigureView *)   from any view's menu
 * Property: "enlarged" (boolean, read only; notify). */
#define QN_TYPE_FIGURE_BOARD (qn_figure_board_get_type ())
G_DECLARE_FINAL_TYPE (QnFigureBoard, qn_figure_board, QN, FIGURE_BOARD, GtkWidget)

#define QN_BOARD_MAX 6

GtkWidget    *qn_figure_board_new (void);

/* At most QN_BOARD_MAX ids, NULL-terminated; unknown ones are left out; none left: "cycle". Views are kept where they can be. */
void          qn_figure_board_set_figures (QnFigureBoard *self, const char *const *ids);
char        **qn_figure_board_get_figures (QnFigureBoard *self); /* transfer full, g_strfreev */

guint         qn_figure_board_get_n_views (QnFigureBoard *self);
QnFigureView *qn_figure_board_get_view    (QnFigureBoard *self, guint index);
QnFigureView *qn_figure_board_get_current (QnFigureBoard *self); /* the enlarged one, else the last focused, else the first */

void          qn_figure_board_enlarge     (QnFigureBoard *self, QnFigureView *view); /* NULL: back to the grid */
QnFigureView *qn_figure_board_get_enlarged (QnFigureBoard *self);                    /* NULL: none */

void          qn_figure_board_set_menu_model (QnFigureBoard *self, GMenuModel *model);
void          qn_figure_board_set_snapshot   (QnFigureBoard *self, QnSnapshot *snapshot, double seconds, gboolean held); /* only the visible ones draw */

G_END_DECLS
