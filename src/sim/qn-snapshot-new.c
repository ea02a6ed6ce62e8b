/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/qn-snapshot-new.h"

#include "lab/qn-monte-carlo.h"

#include "sim/qn-simulation.h"

/* The limit cycle itself stands in for a run: one cycle of it is the trail. */
static void
trace_limit_cycle (QnSnapshot *snapshot)
{
  snapshot->n_trail = snapshot->solution->limit->n;
  snapshot->trail = g_memdup2 (snapshot->solution->limit->samples, sizeof (QnReading) * snapshot->solution->limit->n);
}

QnSnapshot *
qn_snapshot_new_for (const QnExperiment *experiment, int cycles, const gint *cancelled, GError **error)
{
  g_autoptr (QnSimulation) simulation = qn_simulation_new ();
  g_autoptr (QnSolution) solution = qn_solution_new (experiment, cancelled, error);
  QnSnapshot *snapshot;

  g_return_val_if_fail (cycles >= 0, NULL);
  if (!solution)
    return NULL;
  qn_simulation_show (simulation, solution);
  if (cycles > 0 && !qn_simulation_follow (simulation, cancelled, error))
    return NULL;
  for (int i = 0; i < cycles && !qn_is_cancelled (cancelled); i++)
    qn_simulation_finish_cycle (simulation);
  if (qn_is_cancelled (cancelled))
    return NULL;
  snapshot = qn_simulation_snapshot (simulation, FALSE);
  if (cycles == 0)
    trace_limit_cycle (snapshot);
  return snapshot;
}

gboolean
qn_snapshot_add_runs (QnSnapshot *snapshot, guint64 runs, guint64 seed, const gint *cancelled, GError **error)
{
  QnReport *report = qn_experiment_sample (&snapshot->experiment, runs, seed, cancelled, error);

  if (!report)
    return FALSE;
  g_clear_pointer (&snapshot->runs, qn_report_unref);
  snapshot->runs = report;
  return TRUE;
}

void
qn_snapshot_add_sweep (QnSnapshot *snapshot, const gint *cancelled)
{
  QnSweepAxis axis = qn_sweep_time_axis ();
  QnSweepCurve *sweep = qn_sweep_compute (&snapshot->experiment, &axis, cancelled);

  if (!sweep)
    return;
  g_clear_pointer (&snapshot->sweep, qn_sweep_curve_unref);
  snapshot->sweep = sweep;
}
