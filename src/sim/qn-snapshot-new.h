/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sim/qn-snapshot.h"

G_BEGIN_DECLS

/* What is broken off by `cancelled` (may be NULL) is FALSE or NULL without an error, and leaves a snapshot as it was. */

/* A snapshot computed here and now, for the command line and for exports: of the limit cycle
 * with cycles = 0 (`now` at its start, trail = one limit cycle, empty history), or `cycles`
 * cycles of the transient from the start state. */
QnSnapshot *qn_snapshot_new_for (const QnExperiment *experiment, int cycles, const gint *cancelled, GError **error);

/* Adds single runs to a snapshot of one's own. FALSE: the machine has none (an oscillator). */
gboolean qn_snapshot_add_runs (QnSnapshot *snapshot, guint64 runs, guint64 seed, const gint *cancelled, GError **error);

/* Adds the whole sweep over the cycle time to a snapshot of one's own. Takes some 150 limit cycles. */
void qn_snapshot_add_sweep (QnSnapshot *snapshot, const gint *cancelled);

/* Adds results over one parameter (QN_EXTRA_LINE) and over two (QN_EXTRA_MAP), as fine as they come, by several threads. */
void qn_snapshot_add_grids (QnSnapshot *snapshot, guint extras, int threads, const gint *cancelled);

/* Adds a grid that was computed elsewhere; takes it. */
void qn_snapshot_take_grid (QnSnapshot *snapshot, QnGrid *grid);

G_END_DECLS
