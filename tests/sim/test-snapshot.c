/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "experiments.h"
#include "sim/qn-snapshot-new.h"

static void
test_curve (void)
{
  QnReading *samples = g_new0 (QnReading, 3);
  QnCurve *a = qn_curve_new (samples, 3), *b = qn_curve_new (g_new0 (QnReading, 1), 1);

  g_assert_true (a->samples == samples);
  g_assert_cmpuint (a->n, ==, 3);
  g_assert_cmpuint (a->serial, !=, b->serial);
  g_assert_true (qn_curve_ref (a) == a);
  qn_curve_unref (a);
  g_assert_cmpint (a->ref, ==, 1);
  qn_curve_unref (a);
  qn_curve_unref (b);
}

/* Curves outlive the snapshot they came with. */
static void
test_references (void)
{
  QnExperiment experiment = test_experiment ("otto", "");
  g_autoptr (GError) error = NULL;
  QnSnapshot *snapshot = qn_snapshot_new_for (&experiment, 0, NULL, &error);
  QnCurve *limit;
  guint64 serial;

  g_assert_no_error (error);
  limit = qn_curve_ref (snapshot->solution->limit);
  serial = limit->serial;
  g_assert_true (qn_snapshot_ref (snapshot) == snapshot);
  qn_snapshot_unref (snapshot);
  g_assert_cmpint (snapshot->ref, ==, 1);
  qn_snapshot_unref (snapshot);
  g_assert_cmpint (limit->ref, ==, 1);
  g_assert_cmpuint (limit->serial, ==, serial);
  g_assert_cmpuint (limit->n, ==, 4 * 97);
  qn_curve_unref (limit);
}

static void
check_limit (const QnSnapshot *s, const QnExperiment *experiment)
{
  gboolean moves = FALSE;

  g_assert_true (s->valid);
  g_assert_null (s->message);
  g_assert_false (s->running);
  g_assert_true (qn_experiment_equal (&s->experiment, experiment));
  g_assert_cmpuint (s->solution->limit->n, ==, s->outcome->machine.n_strokes * 97);
  g_assert_cmpint (s->outcome->ledger.n_strokes, ==, s->outcome->machine.n_strokes);
  for (int i = 0; i < s->outcome->machine.n_strokes; i++)
    moves |= s->outcome->machine.stroke[i].from != s->outcome->machine.stroke[i].to;
  if (s->solution->reference == NULL) /* no quasi-static cycle: nothing moves */
    {
      g_assert_false (moves);
      return;
    }
  if (qn_lab_result_index (experiment->lab, "work_output") >= 0)
    g_assert_cmpfloat (s->outcome->ledger.work_output, ==, qn_results_get (&s->outcome->results, "work_output"));
  g_assert_cmpuint (s->solution->reference->n, ==, s->solution->limit->n);
  g_assert_cmpuint (s->solution->limit->serial, !=, s->solution->reference->serial);
  g_assert_cmpint (s->solution->reference_ledger.n_strokes, ==, s->outcome->machine.n_strokes);
}

/* Of a lab that is no machine there are phases, and results and tables; nothing runs but the time. */
static void
check_phases (const QnSnapshot *s, int cycle)
{
  g_assert_true (s->valid);
  g_assert_cmpint (s->outcome->n_phases, >=, 2);
  for (int i = 0; i < s->outcome->n_phases; i++)
    {
      g_assert_cmpstr (s->outcome->phase[i].name, !=, "");
      g_assert_cmpfloat (s->outcome->phase[i].duration, >=, 0);
    }
  g_assert_cmpuint (qn_report_n_tables (s->outcome->tables), >, 0);
  g_assert_cmpint (s->outcome->machine.n_strokes, ==, 0);
  g_assert_cmpuint (s->solution->limit->n, ==, 0);
  g_assert_null (s->solution->reference);
  g_assert_cmpint (s->now.cycle, ==, cycle);
  g_assert_cmpfloat_with_epsilon (s->now.time, cycle * qn_phases_period (s->outcome->phase, s->outcome->n_phases), 1e-9 * (1 + s->now.time));
  g_assert_cmpfloat (s->position, ==, 0);
  g_assert_cmpuint (s->n_history, ==, 0);
}

static void
test_limit_cycle (gconstpointer data)
{
  const QnLab *lab = data;
  gsize n;
  const QnPreset *presets = qn_lab_presets (lab, &n);

  g_assert_cmpuint (n, >, 0);
  for (gsize i = 0; i < n; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (QnSnapshot) s = NULL;
      QnExperiment experiment;

      g_assert_true (qn_experiment_load_preset (&experiment, lab, presets[i].id, &error));
      s = qn_snapshot_new_for (&experiment, 0, NULL, &error);
      g_assert_no_error (error);
      if (!lab->build)
        {
          check_phases (s, 0);
          continue;
        }
      check_limit (s, &experiment);
      g_assert_cmpfloat (s->position, ==, 0);
      g_assert_cmpfloat (s->now.time, ==, 0);
      if (s->outcome->machine.stroke[0].shape != QN_RAMP_SUDDEN) /* that has two energies at its first instant */
        g_assert_cmpfloat_with_epsilon (s->now.energy, s->solution->limit->samples[0].energy, 1e-9);
      g_assert_cmpuint (s->n_history, ==, 0);
      g_assert_cmpuint (s->n_trail, ==, s->solution->limit->n);
      g_assert_cmpfloat (s->trail[s->n_trail - 1].work_output, ==, s->solution->limit->samples[s->solution->limit->n - 1].work_output);
    }
}

/* Ten cycles of the transient: books as core keeps them for each. */
static void
test_transient (gconstpointer data)
{
  const QnLab *lab = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (QnSnapshot) s = NULL;
  QnExperiment experiment;

  qn_experiment_init (&experiment, lab);
  s = qn_snapshot_new_for (&experiment, 10, NULL, &error);
  g_assert_no_error (error);
  if (!lab->build)
    {
      check_phases (s, 10);
      return;
    }
  check_limit (s, &experiment);
  g_assert_cmpint (s->now.cycle, ==, 10);
  g_assert_cmpfloat (s->position, ==, 0);
  g_assert_cmpuint (s->n_history, ==, 10);
  for (int i = 0; i < 10; i++)
    {
      g_autoptr (QnCycle) cycle = qn_cycle_new_transient (&s->outcome->machine, i + 1, 1e-10, NULL, &error);
      const QnLedger *ledger;

      g_assert_no_error (error);
      ledger = qn_cycle_ledger (cycle);
      g_assert_cmpint (s->history[i].ledger.cycle, ==, i);
      g_assert_cmpfloat_with_epsilon (s->history[i].ledger.work_output, ledger->work_output, 1e-9);
      g_assert_cmpfloat_with_epsilon (s->history[i].ledger.heat[QN_HOT], ledger->heat[QN_HOT], 1e-9);
      g_assert_cmpfloat_with_epsilon (s->history[i].ledger.heat[QN_COLD], ledger->heat[QN_COLD], 1e-9);
      g_assert_cmpfloat_with_epsilon (s->history[i].ledger.entropy_production, ledger->entropy_production, 1e-9);
    }
  g_assert_true (s->history[0].transient);
  g_assert_cmpuint (s->n_trail, >, 200);
  g_assert_cmpfloat_with_epsilon (s->trail[0].time, s->now.time - s->outcome->ledger.period, 1e-9 * s->now.time);
  g_assert_cmpfloat (s->trail[s->n_trail - 1].time, ==, s->now.time);
}

static void
test_long_history (void)
{
  QnExperiment experiment = test_experiment ("otto", "");
  g_autoptr (GError) error = NULL;
  g_autoptr (QnSnapshot) s = qn_snapshot_new_for (&experiment, QN_HISTORY_LENGTH + 17, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (s->n_history, ==, QN_HISTORY_LENGTH);
  g_assert_cmpint (s->history[0].ledger.cycle, ==, 17);
  g_assert_cmpint (s->history[QN_HISTORY_LENGTH - 1].ledger.cycle, ==, QN_HISTORY_LENGTH + 16);
  g_assert_false (s->history[QN_HISTORY_LENGTH - 1].transient);
}

/* The same numbers every time. */
static void
test_deterministic (void)
{
  QnExperiment experiment = test_experiment ("otto", "medium.tunnelling=1 stroke.drive=0.5");
  g_autoptr (QnSnapshot) a = qn_snapshot_new_for (&experiment, 5, NULL, NULL), b = qn_snapshot_new_for (&experiment, 5, NULL, NULL);

  g_assert_cmpuint (a->n_trail, ==, b->n_trail);
  for (gsize i = 0; i < a->n_trail; i++)
    {
      g_assert_cmpfloat (a->trail[i].time, ==, b->trail[i].time);
      g_assert_cmpfloat (a->trail[i].energy, ==, b->trail[i].energy);
      g_assert_cmpfloat (a->trail[i].bloch[1], ==, b->trail[i].bloch[1]);
    }
  for (gsize i = 0; i < a->solution->limit->n; i++)
    g_assert_cmpfloat (a->solution->limit->samples[i].entropy, ==, b->solution->limit->samples[i].entropy);
}

static void
test_impossible_experiment (void)
{
  QnExperiment experiment = test_impossible ();

  for (int cycles = 0; cycles < 3; cycles++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (qn_snapshot_new_for (&experiment, cycles, NULL, &error));
      g_assert_error (error, QN_CORE_ERROR, QN_CORE_ERROR_DIVERGES);
      g_assert_nonnull (strstr (error->message, "bath.spectrum"));
    }
}

/* What a lab makes of the medium's heats is what every part of a snapshot tells. */
static void
test_rebooked (void)
{
  QnExperiment experiment = test_experiment ("stirling", "");
  g_autoptr (GError) error = NULL;
  g_autoptr (QnSnapshot) snapshot = NULL;
  const QnCycleRecord *last;
  double hot, cold;

  g_assert_true (qn_experiment_load_preset (&experiment, experiment.lab, "beyond-carnot", NULL));
  snapshot = qn_snapshot_new_for (&experiment, 12, NULL, &error);
  g_assert_no_error (error);
  hot = qn_results_get (&snapshot->outcome->results, "heat_hot");
  cold = qn_results_get (&snapshot->outcome->results, "heat_cold");
  last = &snapshot->history[snapshot->n_history - 1];
  g_assert_cmpfloat (hot, <, 0.9 * (snapshot->outcome->ledger.stroke[0].heat[QN_HOT] + snapshot->outcome->ledger.stroke[3].heat[QN_HOT]));
  g_assert_cmpfloat_with_epsilon (snapshot->outcome->ledger.heat[QN_HOT], hot, 1e-12);
  g_assert_cmpfloat_with_epsilon (snapshot->outcome->ledger.heat[QN_COLD], cold, 1e-12);
  g_assert_cmpfloat (snapshot->outcome->ledger.entropy_production, >=, 0);
  g_assert_cmpfloat_with_epsilon (last->ledger.heat[QN_HOT], hot, 1e-8);
  g_assert_cmpfloat_with_epsilon (last->ledger.heat[QN_COLD], cold, 1e-8);
  g_assert_cmpfloat_with_epsilon (last->efficiency, qn_results_get (&snapshot->outcome->results, "efficiency"), 1e-8);
  g_assert_false (last->transient);
}

static void
test_cancelled (void)
{
  QnExperiment experiment = test_experiment ("otto", "");
  g_autoptr (GError) error = NULL;
  gint cancelled = TRUE;

  g_assert_null (qn_solution_new (&experiment, &cancelled, &error));
  g_assert_no_error (error);
}

int
main (int argc, char **argv)
{
  gsize n;
  const QnLab *const *labs = qn_labs (&n);

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sim/snapshot/curve", test_curve);
  g_test_add_func ("/sim/snapshot/references", test_references);
  for (gsize i = 0; i < n; i++)
    {
      g_autofree char *limit = g_strconcat ("/sim/snapshot/limit-cycle/", labs[i]->id, NULL);
      g_autofree char *transient = g_strconcat ("/sim/snapshot/transient/", labs[i]->id, NULL);

      g_test_add_data_func (limit, labs[i], test_limit_cycle);
      g_test_add_data_func (transient, labs[i], test_transient);
    }
  g_test_add_func ("/sim/snapshot/long-history", test_long_history);
  g_test_add_func ("/sim/snapshot/deterministic", test_deterministic);
  g_test_add_func ("/sim/snapshot/impossible", test_impossible_experiment);
  g_test_add_func ("/sim/snapshot/rebooked", test_rebooked);
  g_test_add_func ("/sim/snapshot/cancelled", test_cancelled);
  return g_test_run ();
}
