/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "widgets/qn-parameter-row.h"

G_BEGIN_DECLS

/* All parameters of an experiment's lab as rows, grouped in cards by QnGroup; rows
 * that do not apply are hidden. Does not scroll: put it in a GtkScrolledWindow.
 *
 * Signals, by the user's doing alone:
 *   "changed" (const QnExperiment *experiment, gboolean dragging)
 *                      the pointer is valid during the emission: copy the value
 *   "drag-begin" (), "drag-end" ()   around the changes that make one step of undo */
#define QN_TYPE_PARAMETER_PANEL (qn_parameter_panel_get_type ())
G_DECLARE_FINAL_TYPE (QnParameterPanel, qn_parameter_panel, QN, PARAMETER_PANEL, GtkWidget)

GtkWidget *qn_parameter_panel_new (void);

/* Emits nothing. Another lab makes new rows; the same lab only moves those that differ. */
void                qn_parameter_panel_set_experiment (QnParameterPanel *self, const QnExperiment *experiment);

/* Where the reset buttons go, for instance the preset that was opened; NULL: the
 * lab's defaults. May come before or after the experiment of its lab; while the panel
 * shows another lab, that lab's own defaults hold. Emits nothing. */
void                qn_parameter_panel_set_defaults (QnParameterPanel *self, const QnExperiment *defaults);
void                qn_parameter_panel_reset_all    (QnParameterPanel *self); /* emits one "changed" */

gboolean            qn_parameter_panel_get_dragging (QnParameterPanel *self);
QnParameterRow     *qn_parameter_panel_get_row      (QnParameterPanel *self, const char *id); /* NULL if there is none */

G_END_DECLS
