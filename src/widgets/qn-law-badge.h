/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "sim/qn-snapshot.h"

G_BEGIN_DECLS

/* A button that says in a mark and in words whether the laws hold, and opens a
 * popover with the numbers. Private to the strip. */
#define QN_TYPE_LAW_BADGE (qn_law_badge_get_type ())
G_DECLARE_FINAL_TYPE (QnLawBadge, qn_law_badge, QN, LAW_BADGE, GtkWidget)

GtkWidget *qn_law_badge_new (void);
void       qn_law_badge_set_snapshot (QnLawBadge *self, QnSnapshot *snapshot);

G_END_DECLS
