/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whatever takes long is broken off in the middle of it: NULL without an error, though it would have come to an end by itself. */

#include "core/statistics/qn-trajectory.h"
#include "experiments.h"
#include "lab/qn-monte-carlo.h"
#include "sim/qn-snapshot-new.h"

typedef struct
{
  gint begun, cancelled; /* atomic */
} Flag;

/* Waits until the computation has begun, and a little more. */
static gpointer
cancel (gpointer data)
{
  Flag *flag = data;

  while (!g_atomic_int_get (&flag->begun))
    g_thread_yield ();
  g_usleep (5000);
  g_atomic_int_set (&flag->cancelled, TRUE);
  return NULL;
}

static gboolean
solve (const QnExperiment *experiment, const QnMachine *machine, const gint *cancelled, GError **error)
{
  g_autoptr (QnSolution) solution = qn_solution_new (experiment, cancelled, error);

  return solution != NULL;
}

static gboolean
run (const QnExperiment *experiment, const QnMachine *machine, const gint *cancelled, GError **error)
{
  g_autoptr (QnRun) made = qn_run_new (machine, 240, QN_TOLERANCE, cancelled, error);

  return made != NULL;
}

static gboolean
sweep (const QnExperiment *experiment, const QnMachine *machine, const gint *cancelled, GError **error)
{
  QnSweepAxis axis = qn_sweep_time_axis ();
  g_autoptr (QnSweepCurve) curve = qn_sweep_compute (experiment, &axis, cancelled);

  return curve != NULL;
}

static gboolean
sample (const QnExperiment *experiment, const QnMachine *machine, const gint *cancelled, GError **error)
{
  const QnMonteCarlo *sampler = experiment->lab->sampler;
  gpointer runs = sampler->begin (experiment, 1, cancelled, error);

  if (!runs)
    return FALSE;
  sampler->run (runs, 1 << 30, cancelled);
  sampler->end (runs);
  return !qn_is_cancelled (cancelled);
}

typedef struct
{
  const char *name, *lab, *change;
  gboolean (*compute) (const QnExperiment *experiment, const QnMachine *machine, const gint *cancelled, GError **error);
} Case;

#define FRICTION "medium.tunnelling=1 stroke.drive=300000 spacing.hot=4 spacing.cold=1"

/* Each of them would take seconds. */
static const Case cases[] = {
  { "solution", "otto", FRICTION, solve },
  { "run", "otto", FRICTION, run },
  { "sweep", "carnot", "", sweep },
  { "trees", "otto", "medium.tunnelling=1 stroke.drive=1000 spacing.hot=4 spacing.cold=1", sample },
  { "jumps", "otto", "", sample },
  { "shots", "thermometry", "", sample },
};

static void
test_case (gconstpointer data)
{
  const Case *c = data;
  QnExperiment experiment = test_experiment (c->lab, c->change);
  QnMachine machine;
  Flag flag = { 0 };
  g_autoptr (GError) error = NULL;
  GThread *thread = g_thread_new (NULL, cancel, &flag);

  g_assert_true (qn_experiment_machine (&experiment, &machine, NULL));
  g_atomic_int_set (&flag.begun, TRUE);
  g_assert_false (c->compute (&experiment, &machine, &flag.cancelled, &error));
  g_assert_no_error (error);
  g_assert_true (g_atomic_int_get (&flag.cancelled));
  g_thread_join (thread);
}

/* Nothing is computed of any lab where the flag was set before. */
static void
test_before (void)
{
  const gint cancelled = TRUE;
  gsize n_labs, n;
  const QnLab *const *labs = qn_labs (&n_labs);

  for (gsize l = 0; l < n_labs; l++)
    for (gsize i = 0; qn_lab_presets (labs[l], &n) && i < n; i++)
      {
        QnExperiment experiment;
        g_autoptr (GError) error = NULL;

        g_assert_true (qn_experiment_load_preset (&experiment, labs[l], qn_lab_presets (labs[l], &n)[i].id, NULL));
        g_assert_null (qn_solution_new (&experiment, &cancelled, &error));
        g_assert_no_error (error);
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sim/cancelled/before", test_before);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/sim/cancelled/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  return g_test_run ();
}
