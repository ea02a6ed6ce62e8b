/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sim/qn-alarm.h"
#include "sim/qn-sweep.h"

G_BEGIN_DECLS

/* Sweeps the newest experiment on a thread of its own while somebody wants it, one at a time and thus at most one core, broken
 * off at the next point when experiment or axis change. The curve of the last experiment stays until there is enough of the new one. */
typedef struct _QnSweeper QnSweeper;

/* Belongs to one thread, which `alarm` wakes when there is something new. */
QnSweeper *qn_sweeper_new  (QnAlarm *alarm);
void       qn_sweeper_free (QnSweeper *sweeper); /* at once; what still computes cleans up after itself */

void       qn_sweeper_want (QnSweeper *sweeper, const QnSweepAxis *axis); /* NULL: nobody does, and what is known is forgotten */
void       qn_sweeper_set  (QnSweeper *sweeper, const QnExperiment *experiment);

/* Starts what can be started. TRUE: there is another curve, or more of it. */
gboolean   qn_sweeper_poll (QnSweeper *sweeper);
/* NULL: none yet. Transfer none. */
QnSweepCurve *qn_sweeper_curve (QnSweeper *sweeper);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QnSweeper, qn_sweeper_free)

G_END_DECLS
