/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sim/qn-snapshot.h"
#include "sim/qn-solution.h"

G_BEGIN_DECLS

/* A running experiment without a thread or a clock: what the worker drives and
 * what qn_snapshot_new_for() runs. Simulated time is given, never measured, so
 * that the same calls give the same snapshots. Belongs to one thread.
 *
 * The unit of simulated time is the cycle, so that a period may change under
 * way. The machine moves from grid point to grid point (QN_RUN_POINTS a stroke);
 * the instant shown lies between the last two and is read by linear
 * interpolation between their readings, which is what keeps slow motion smooth.
 * A machine whose strokes are all sudden has no period: there each stroke counts
 * as its share of a cycle.
 *
 * Readings for the trail cost more than the steps themselves. They are taken
 * only within the last pending cycle, at most some 400 a cycle. */
typedef struct _QnSimulation QnSimulation;

#define QN_RUN_POINTS 240 /* grid points a stroke */
#define QN_RUN_TOLERANCE 1e-10

QnSimulation *qn_simulation_new (void); /* nothing to run yet */
void      qn_simulation_free (QnSimulation *simulation);

/* Shows what the solution says from the next snapshot on; the run has yet to follow. */
void      qn_simulation_show (QnSimulation *simulation, QnSolution *solution);
/* The run takes over the machine that is shown: state, stroke and fraction carry
 * on; where they cannot (qn_solution_leads_to()) it starts anew. FALSE: it cannot be run; everything stays
 * with the last machine that could, and snapshots say so. Where `cancelled` was set it has yet to follow. */
gboolean  qn_simulation_follow (QnSimulation *simulation, const gint *cancelled, GError **error);
/* This experiment cannot be computed: snapshots say so, the old one runs on. */
void      qn_simulation_refuse (QnSimulation *simulation, const QnExperiment *experiment, const char *message);

void      qn_simulation_reset (QnSimulation *simulation); /* start state, no trail, no history */

/* Adds `cycles` to what is pending (INFINITY: always more) and runs at most `most_points`
 * grid points. TRUE: something is still pending; call again with 0. */
gboolean  qn_simulation_advance (QnSimulation *simulation, double cycles, guint most_points);
/* Nothing is pending any more; the machine stays where it has got to. */
void      qn_simulation_halt (QnSimulation *simulation);
/* At most `cycles` stay pending: a pace that cannot be kept is let go. */
void      qn_simulation_limit_pending (QnSimulation *simulation, double cycles);
void      qn_simulation_finish_stroke (QnSimulation *simulation);
void      qn_simulation_finish_cycle  (QnSimulation *simulation); /* with a full trail */

/* Where points were passed without readings, so that the trail is not a whole cycle: one cycle further, with readings. */
void      qn_simulation_complete_trail (QnSimulation *simulation);
double    qn_simulation_period  (const QnSimulation *simulation); /* 0: all sudden, or nothing to run */
gint64    qn_simulation_points  (const QnSimulation *simulation); /* grid points passed since it was made */

QnSnapshot *qn_simulation_snapshot (QnSimulation *simulation, gboolean running);

/* The reading at alpha (0..1) of the way between two neighbouring grid points of
 * this machine. Nothing is interpolated across a jump of the control, and neither heat nor
 * work across the end of a cycle: there `a` is held. */
void      qn_simulation_interpolate (const QnMachine *machine, const QnReading *a, const QnReading *b, double alpha, QnReading *out);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QnSimulation, qn_simulation_free)

G_END_DECLS
