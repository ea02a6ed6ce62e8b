/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* A bar above, and below it a sidebar at each side of the content. Where less than QN_PANES_CONTENT pixels would be
 * left to the content, first the end one, then the start one folds: it no longer takes
 * room and is laid over the content when asked for.
 *
 * Properties: "top", "start", "content", "end" (GtkWidget, for builder files),
 * "show-start", "show-end" (boolean: visible now; setting them is the user's wish, which is
 * kept apart for folded and unfolded; folding closes, unfolding restores the wish),
 * "start-folded", "end-folded" (boolean, read only), "narrow" (boolean, read only:
 * less than QN_PANES_NARROW pixels wide; notified before the children get their sizes, so that
 * the bar can shed buttons in time). */
#define QN_TYPE_PANES (qn_panes_get_type ())
G_DECLARE_FINAL_TYPE (QnPanes, qn_panes, QN, PANES, GtkWidget)

#define QN_PANES_CONTENT 520
#define QN_PANES_NARROW 560

gboolean qn_panes_get_show_start   (QnPanes *self);
gboolean qn_panes_get_show_end     (QnPanes *self);
void     qn_panes_set_show_start   (QnPanes *self, gboolean show);
void     qn_panes_set_show_end     (QnPanes *self, gboolean show);
gboolean qn_panes_get_start_folded (QnPanes *self);
gboolean qn_panes_get_end_folded   (QnPanes *self);
gboolean qn_panes_get_narrow       (QnPanes *self);

/* Content alone: no bar, and both sidebars folded, whatever the width. */
void     qn_panes_set_bare         (QnPanes *self, gboolean bare);

/* What the user wants where there is room: to be remembered from run to run. */
gboolean qn_panes_get_wish_start   (QnPanes *self);
gboolean qn_panes_get_wish_end     (QnPanes *self);

G_END_DECLS
