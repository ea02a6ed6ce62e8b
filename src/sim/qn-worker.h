/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sim/qn-snapshot.h"

G_BEGIN_DECLS

/* Owns the running machine on a thread of its own. All functions return at
 * once, are called from the owner's thread, and never wait for a computation. */
typedef struct _QnWorker QnWorker;

QnWorker *qn_worker_new  (const QnExperiment *experiment); /* paused, at the start state, first snapshot on its way */
void      qn_worker_free (QnWorker *worker);               /* stops and joins; interrupts a computation under way */

/* Latest wins. The state carries on; another lab or medium starts anew. */
void qn_worker_set_experiment (QnWorker *worker, const QnExperiment *experiment);
void qn_worker_play  (QnWorker *worker);
void qn_worker_pause (QnWorker *worker);
void qn_worker_step  (QnWorker *worker); /* to the end of the present stroke, then paused */
void qn_worker_advance (QnWorker *worker, double fraction); /* a fraction of the period, then paused: scrubbing forward */
void qn_worker_reset (QnWorker *worker); /* start state, empty history */

/* Speed: 1 = one cycle in six seconds; 0.01..1000; INFINITY = as fast as can be. */
void qn_worker_set_speed (QnWorker *worker, double speed);

/* What the figures in view want beyond the limit cycle: QnExtras of qn-background.h. */
void qn_worker_want (QnWorker *worker, guint extras);

/* The newest snapshot, or NULL when nothing new came since the last call. Transfer full. */
QnSnapshot *qn_worker_take (QnWorker *worker);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QnWorker, qn_worker_free)

G_END_DECLS
