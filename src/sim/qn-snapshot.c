/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/qn-snapshot.h"

#include "lab/qn-monte-carlo.h"

#include "sim/qn-atomic.h"
#include "sim/qn-simulation.h"

static gsize last_serial; /* atomic */

QnCurve *
qn_curve_new (QnReading *samples_taken, gsize n)
{
  QnCurve *curve = g_new (QnCurve, 1);

  qn_count_init (&curve->ref);
  curve->serial = qn_serial_next (&last_serial);
  curve->n = n;
  curve->samples = samples_taken;
  return curve;
}

QnCurve *
qn_curve_ref (QnCurve *curve)
{
  qn_count_hold (&curve->ref);
  return curve;
}

void
qn_curve_unref (QnCurve *curve)
{
  if (!qn_count_release (&curve->ref))
    return;
  g_free (curve->samples);
  g_free (curve);
}

QnSnapshot *
qn_snapshot_ref (QnSnapshot *snapshot)
{
  qn_count_hold (&snapshot->ref);
  return snapshot;
}

void
qn_snapshot_unref (QnSnapshot *snapshot)
{
  if (!qn_count_release (&snapshot->ref))
    return;
  g_clear_pointer (&snapshot->limit, qn_curve_unref);
  g_clear_pointer (&snapshot->reference, qn_curve_unref);
  g_clear_pointer (&snapshot->report, qn_report_unref);
  g_clear_pointer (&snapshot->runs, qn_report_unref);
  g_clear_pointer (&snapshot->sweep, qn_sweep_curve_unref);
  g_free (snapshot->message);
  g_free (snapshot->trail);
  g_free (snapshot->history);
  g_free (snapshot);
}

/* The limit cycle itself stands in for a run: one turn of it is the trail. */
static void
trace_limit_cycle (QnSnapshot *snapshot)
{
  snapshot->n_trail = snapshot->limit->n;
  snapshot->trail = g_memdup2 (snapshot->limit->samples, sizeof (QnReading) * snapshot->limit->n);
}

QnSnapshot *
qn_snapshot_new_for (const QnExperiment *experiment, int cycles, GError **error)
{
  g_autoptr (QnSimulation) stream = qn_simulation_new ();
  g_autoptr (QnSolution) solution = qn_solution_new (experiment, NULL, error);
  QnSnapshot *snapshot;

  g_return_val_if_fail (cycles >= 0, NULL);
  if (!solution)
    return NULL;
  qn_simulation_show (stream, solution);
  if (cycles > 0 && !qn_simulation_follow (stream, error))
    return NULL;
  for (int i = 0; i < cycles; i++)
    qn_simulation_finish_cycle (stream);
  snapshot = qn_simulation_snapshot (stream, FALSE);
  if (cycles == 0)
    trace_limit_cycle (snapshot);
  return snapshot;
}

gboolean
qn_snapshot_add_runs (QnSnapshot *snapshot, guint64 runs, guint64 seed, GError **error)
{
  QnReport *report = qn_experiment_sample (&snapshot->experiment, &snapshot->machine, runs, seed, error);

  if (!report)
    return FALSE;
  g_clear_pointer (&snapshot->runs, qn_report_unref);
  snapshot->runs = report;
  return TRUE;
}

void
qn_snapshot_add_sweep (QnSnapshot *snapshot)
{
  QnSweepAxis axis = qn_sweep_time_axis ();

  g_clear_pointer (&snapshot->sweep, qn_sweep_curve_unref);
  snapshot->sweep = qn_sweep_compute (&snapshot->experiment, &axis, NULL);
}
