/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "sim/qn-snapshot.h"

G_BEGIN_DECLS

/* "+27": how many results are not in view; opens the list of all results of the lab, each with its value and, as the tooltip of its
 * row, its meaning. Its width does not depend on the number. */
#define QN_TYPE_RESULTS_BUTTON (qn_results_button_get_type ())
G_DECLARE_FINAL_TYPE (QnResultsButton, qn_results_button, QN, RESULTS_BUTTON, GtkButton)

GtkWidget *qn_results_button_new          (void);
void       qn_results_button_set_snapshot (QnResultsButton *self, QnSnapshot *snapshot); /* an open list follows */
void       qn_results_button_set_hidden   (QnResultsButton *self, int n);

/* The open list, NULL while there is none. */
GtkPopover *qn_results_button_get_popover (QnResultsButton *self);

G_END_DECLS
