/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "sim/qn-snapshot.h"

G_BEGIN_DECLS

/* One row of the limit cycle's results: gauge and mode, efficiency (or cop), work,
 * power, heats, entropy production, and the law badge with its numbers in a popover.
 * Fields keep their width whatever the numbers; the least important are hidden first
 * where there is no room. */
#define QN_TYPE_RESULT_STRIP (qn_result_strip_get_type ())
G_DECLARE_FINAL_TYPE (QnResultStrip, qn_result_strip, QN, RESULT_STRIP, GtkWidget)

GtkWidget *qn_result_strip_new (void);
void       qn_result_strip_set_snapshot (QnResultStrip *self, QnSnapshot *snapshot);

G_END_DECLS
