/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "lab/qn-lab.h"

G_BEGIN_DECLS

/* A name that explains itself: a flat button around it opens a popover with the symbol, the name, the meaning with
 * its formula, the unit and, of a parameter, what it may be. All of it comes from the lab's tables. */
#define QN_TYPE_EXPLAIN_BUTTON (qn_explain_button_get_type ())
G_DECLARE_FINAL_TYPE (QnExplainButton, qn_explain_button, QN, EXPLAIN_BUTTON, GtkButton)

#define QN_EXPLAIN_MAX 4

GtkWidget *qn_explain_button_new (GtkWidget *child);

/* What is explained: a parameter, or up to QN_EXPLAIN_MAX results below one another (NULLs are left out). All must
 * outlive the button, as the lab's tables do. An open popover keeps what it shows. */
void qn_explain_button_set_parameter (QnExplainButton *self, const QnParameter *parameter);
void qn_explain_button_set_results   (QnExplainButton *self, const QnResult *const *results, guint n);

/* The open popover, NULL while there is none. */
GtkPopover *qn_explain_button_get_popover (QnExplainButton *self);

G_END_DECLS
