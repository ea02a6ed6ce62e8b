/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "lab/qn-lab.h"

G_BEGIN_DECLS

/* One parameter: symbol, name, entry, unit, reset; a slider over the soft range
 * (logarithmic where the table says so, a mark at the default), or a switch, or
 * a drop-down. The entry takes anything in the hard range, "e" notation and a
 * decimal comma included; what it cannot take it says in the row, keeping the text
 * and the value. The slider gives round numbers; the wheel scrolls the panel,
 * not the slider.
 *
 * Properties: "value" (double; index of a choice, 0 or 1 of a switch). Setting it emits
 * no "value-changed".
 * Signals, all by the user's doing alone:
 *   "value-changed" (double value, gboolean dragging)
 *   "drag-begin" (), "drag-end" ()    around one drag of the slider, or one burst of
 *                                     slider keys: one step of undo */
#define QN_TYPE_PARAMETER_ROW (qn_parameter_row_get_type ())
G_DECLARE_FINAL_TYPE (QnParameterRow, qn_parameter_row, QN, PARAMETER_ROW, GtkWidget)

/* The parameter must outlive the row (the lab's tables are static). */
GtkWidget         *qn_parameter_row_new           (const QnParameter *parameter);
const QnParameter *qn_parameter_row_get_parameter (QnParameterRow *self);

double   qn_parameter_row_get_value   (QnParameterRow *self);
void     qn_parameter_row_set_value   (QnParameterRow *self, double value); /* any finite value is shown as it is */
void     qn_parameter_row_set_default (QnParameterRow *self, double value); /* where reset goes; at first the table's */
void     qn_parameter_row_reset       (QnParameterRow *self);               /* as the button: emits */
/* Why the value changes nothing at present, told by the tooltip of a row that is dimmed; NULL: it matters. */
void     qn_parameter_row_set_idle    (QnParameterRow *self, const char *reason);
gboolean qn_parameter_row_get_dragging (QnParameterRow *self);
/* The message shown under the row, NULL when what stands in the entry is the value. */
const char *qn_parameter_row_get_error (QnParameterRow *self);

G_END_DECLS
