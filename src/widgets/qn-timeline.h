/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "sim/qn-snapshot.h"

G_BEGIN_DECLS

/* The strokes of the cycle as named segments, as wide as they last (but never too
 * narrow to see; sudden ones too), coloured by reservoir, hatched where the control
 * moves; a marker at the present position, a heartbeat on the running stroke, the
 * number of the cycle.
 *
 * Click, drag and the arrow keys emit
 *   "seek" (double fraction)   position 0..1 of the period that is wanted
 * and move nothing by themselves: the next snapshot does. */
#define QN_TYPE_TIMELINE (qn_timeline_get_type ())
G_DECLARE_FINAL_TYPE (QnTimeline, qn_timeline, QN, TIMELINE, GtkWidget)

GtkWidget *qn_timeline_new (void);
void       qn_timeline_set_snapshot (QnTimeline *self, QnSnapshot *snapshot);

/* Name of a phase, translated, as the figures have it but with a capital: "Hot contact". Free with g_free. */
char *qn_timeline_phase_name (const QnPhase *phase);

G_END_DECLS
