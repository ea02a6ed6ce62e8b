/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/qn-solution.h"

#include "sim/qn-atomic.h"

static QnCurve *
sample_limit (QnCycle *cycle, const QnMachine *machine)
{
  QnReading *samples = g_new0 (QnReading, machine->n_strokes * (QN_CURVE_POINTS + 1));
  gsize n = qn_cycle_path (cycle, QN_CURVE_POINTS, samples);

  return qn_curve_new (samples, n);
}

/* A machine without a quasi-static cycle is still a machine. */
static QnCurve *
sample_reference (const QnMachine *machine, QnLedger *ledger, const gint *cancelled)
{
  QnReading *samples = g_new0 (QnReading, machine->n_strokes * (QN_CURVE_POINTS + 1));
  gsize n = qn_quasi_static_cycle (machine, QN_CURVE_POINTS, cancelled, samples, ledger, NULL);

  if (n > 0)
    return qn_curve_new (samples, n);
  *ledger = (QnLedger) { 0 };
  g_free (samples);
  return NULL;
}

QnSolution *
qn_solution_new (const QnExperiment *experiment, const gint *cancelled, GError **error)
{
  g_autoptr (QnSolution) solution = g_new0 (QnSolution, 1);
  g_autoptr (QnCycle) cycle = NULL;

  qn_count_init (&solution->ref);
  solution->experiment = *experiment;
  if (qn_is_cancelled (cancelled) || !qn_experiment_machine (experiment, &solution->machine, error)
      || !qn_experiment_report (experiment, cancelled, &solution->results, &solution->ledger, &cycle, &solution->report, error))
    return NULL;
  if (experiment->lab->rebook)
    {
      experiment->lab->rebook (experiment, &solution->machine, &solution->ledger);
      solution->ledger.entropy_production = qn_results_get (&solution->results, "entropy_production");
    }
  qn_cycle_read_start (cycle, &solution->start);
  if (qn_is_cancelled (cancelled))
    return NULL;
  solution->limit = sample_limit (cycle, &solution->machine);
  if (qn_is_cancelled (cancelled))
    return NULL;
  if (experiment->lab->protocol)
    return g_steal_pointer (&solution);
  solution->reference = sample_reference (&solution->machine, &solution->reference_ledger, cancelled);
  if (experiment->lab->rebook)
    experiment->lab->rebook (experiment, &solution->machine, &solution->reference_ledger);
  return qn_is_cancelled (cancelled) ? NULL : g_steal_pointer (&solution);
}

QnSolution *
qn_solution_ref (QnSolution *solution)
{
  qn_count_hold (&solution->ref);
  return solution;
}

void
qn_solution_unref (QnSolution *solution)
{
  if (!qn_count_release (&solution->ref))
    return;
  g_clear_pointer (&solution->limit, qn_curve_unref);
  g_clear_pointer (&solution->reference, qn_curve_unref);
  g_clear_pointer (&solution->report, qn_report_unref);
  g_free (solution);
}

gboolean
qn_solution_akin (const QnSolution *a, const QnSolution *b)
{
  const QnMachine *x = &a->machine, *y = &b->machine;

  return a->experiment.lab == b->experiment.lab && x->medium.klass == y->medium.klass && x->medium.levels == y->medium.levels
         && x->n_strokes == y->n_strokes;
}
