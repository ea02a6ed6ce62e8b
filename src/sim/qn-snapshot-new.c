/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/qn-snapshot-new.h"

#include "lab/qn-monte-carlo.h"

#include "sim/qn-background.h"
#include "sim/qn-many.h"
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

typedef struct
{
  QnGrid *grid;
  const gint *cancelled;
} Computation;

#define PIECE 16 /* points */

static void
compute_piece (gpointer data, gsize piece)
{
  const Computation *c = data;

  qn_grid_compute (c->grid, piece * PIECE, MIN ((piece + 1) * PIECE, c->grid->n), c->cancelled);
}

void
qn_snapshot_take_grid (QnSnapshot *snapshot, QnGrid *grid)
{
  QnGrid **slot = grid->plan.curves ? &snapshot->line : &snapshot->map;

  qn_grid_tabulate (grid);
  g_clear_pointer (slot, qn_grid_unref);
  *slot = grid;
}

void
qn_snapshot_add_grids (QnSnapshot *snapshot, guint extras, int threads, const gint *cancelled)
{
  const QnManyClass klass = { compute_piece, NULL };

  for (int map = 0; map < 2; map++)
    {
      QnGridPlan plan = map ? qn_over_map (&snapshot->experiment) : qn_over_line (&snapshot->experiment);
      Computation c = { NULL, cancelled };
      QnGrid *next = extras & (map ? QN_EXTRA_MAP : QN_EXTRA_LINE) ? qn_grid_new (&plan) : NULL;

      while (next)
        {
          g_clear_pointer (&c.grid, qn_grid_unref);
          c.grid = next;
          next = qn_many (&klass, &c, (c.grid->n + PIECE - 1) / PIECE, threads, cancelled) ? qn_grid_refined (c.grid) : NULL;
        }
      if (c.grid && !qn_is_cancelled (cancelled))
        qn_snapshot_take_grid (snapshot, c.grid);
      else
        qn_grid_unref (c.grid);
    }
}
