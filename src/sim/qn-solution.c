/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/qn-solution.h"

#include "core/machine/qn-quasi-static.h"
#include "core/medium/qn-medium.h"
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
  const QnMachine *machine;

  qn_count_init (&solution->ref);
  if (qn_is_cancelled (cancelled) || !(solution->outcome = qn_experiment_evaluate (experiment, cancelled, error)) || qn_is_cancelled (cancelled))
    return NULL;
  machine = &solution->outcome->machine;
  cycle = qn_outcome_take_cycle (solution->outcome);
  solution->limit = cycle ? sample_limit (cycle, machine) : qn_curve_new (NULL, 0);
  if (qn_is_cancelled (cancelled))
    return NULL;
  if (cycle)
    solution->reference = sample_reference (machine, &solution->reference_ledger, cancelled);
  return qn_is_cancelled (cancelled) ? NULL : g_steal_pointer (&solution);
}

QnSolution *
qn_solution_new_empty (const QnExperiment *experiment)
{
  QnSolution *solution = g_new0 (QnSolution, 1);

  qn_count_init (&solution->ref);
  solution->outcome = qn_outcome_new_empty (experiment);
  return solution;
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
  g_clear_pointer (&solution->outcome, qn_outcome_unref);
  g_free (solution);
}

gboolean
qn_solution_leads_to (const QnSolution *from, const QnSolution *to)
{
  const QnOutcome *x = from->outcome, *y = to->outcome;
  gboolean begins = y->experiment.preset[0] != '\0' && !g_str_equal (x->experiment.preset, y->experiment.preset);

  return !begins && x->experiment.lab == y->experiment.lab && qn_medium_akin (&x->machine.medium, &y->machine.medium)
         && x->n_phases == y->n_phases;
}
