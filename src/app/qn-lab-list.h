/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "lab/qn-lab.h"

G_BEGIN_DECLS

/* Labs by group, the presets of the present one below it, and at the foot what the
 * present preset teaches.
 *
 * Signal: "chosen" (const char *lab, const char *preset)   by the user; preset NULL: the lab itself */
#define QN_TYPE_LAB_LIST (qn_lab_list_get_type ())
G_DECLARE_FINAL_TYPE (QnLabList, qn_lab_list, QN, LAB_LIST, GtkWidget)

/* What is marked as present; preset "" or NULL: none of the lab's. */
void qn_lab_list_set_present (QnLabList *self, const QnLab *lab, const char *preset);

G_END_DECLS
