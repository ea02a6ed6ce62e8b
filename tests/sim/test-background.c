/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Single runs beside everything else: they grow, they are those of the command line, and they stop at once. */

#include <math.h>

#include "experiments.h"
#include "lab/qn-monte-carlo.h"
#include "sim/qn-background.h"
#include "sim/qn-job.h"
#include "sim/qn-worker.h"
#include "../random-numbers.h"

static void
load (const char *lab, const char *preset, QnExperiment *experiment)
{
  g_assert_true (qn_experiment_load_preset (experiment, qn_lab_find (lab), preset, NULL));
}

static double
n_runs (QnReport *report)
{
  const QnTable *table = qn_report_find (report, "estimates");

  return table ? qn_table_get (table, 0, QN_ESTIMATE_RUNS) : 0;
}

static void
await_more (QnBackground *background, double than)
{
  while (n_runs (qn_background_runs (background)) <= than)
    {
      qn_background_poll (background);
      g_usleep (500);
    }
}

static void
test_grow (void)
{
  g_autoptr (QnWakeup) wakeup = qn_wakeup_new ();
  g_autoptr (QnBackground) background = qn_background_new (wakeup);
  QnExperiment experiment;
  const QnTable *table;

  load ("otto", "textbook", &experiment);
  qn_background_set (background, &experiment);
  g_assert_cmpuint (qn_job_count (), ==, 0); /* nobody wants them */
  qn_background_want (background, QN_EXTRA_RUNS);
  await_more (background, 0);
  await_more (background, n_runs (qn_background_runs (background)));
  table = qn_report_find (qn_background_runs (background), "estimates");
  for (gsize i = 0; i < table->n_rows; i++)
    g_assert_cmpfloat (fabs (qn_table_get (table, i, QN_ESTIMATE_MEAN) - qn_table_get (table, i, QN_ESTIMATE_EXACT)), <=, 6 * qn_table_get (table, i, QN_ESTIMATE_ERROR));
  g_assert_nonnull (qn_report_find (qn_background_runs (background), "paths"));
  qn_background_want (background, 0);
  g_assert_null (qn_background_runs (background));
}

/* Where no run can begin, that is said. */
static void
test_refused (void)
{
  g_autoptr (QnWakeup) wakeup = qn_wakeup_new ();
  g_autoptr (QnBackground) background = qn_background_new (wakeup);
  g_autoptr (QnSnapshot) snapshot = NULL;
  g_autoptr (GError) error = NULL;
  QnExperiment experiment;

  load ("otto", "textbook", &experiment);
  for (const char *const *id = (const char *const[]) { "stroke.drive", "medium.tunnelling", NULL }; *id; id++)
    g_assert_true (qn_experiment_set (&experiment, *id, *id[0] == 's' ? 1e5 : 1, NULL));
  qn_background_set (background, &experiment);
  qn_background_want (background, QN_EXTRA_RUNS);
  while (!qn_background_poll (background))
    g_usleep (500);
  g_assert_nonnull (strstr (qn_report_problem (qn_background_runs (background)), "too long for single runs"));
  g_assert_cmpuint (qn_report_n_tables (qn_background_runs (background)), ==, 0);
  g_assert_null (qn_experiment_sample (&experiment, 1, 1, NULL, &error));
  g_assert_cmpstr (error->message, ==, qn_report_problem (qn_background_runs (background)));
}

/* The same numbers as at one go: batches leave no trace. */
static void
test_batches (void)
{
  QnExperiment experiment;
  QnReport *report[2] = { qn_report_new (), qn_report_new () };
  const QnTable *a, *b;

  load ("carnot", "friction", &experiment);
  for (int k = 0; k < 2; k++)
    {
      gpointer runs = qn_monte_carlo_jumps.begin (&experiment, 3, NULL, NULL);

      for (int i = 0; i < 1000; i += k ? 100 : 1000)
        qn_monte_carlo_jumps.run (runs, k ? 100 : 1000, NULL);
      qn_monte_carlo_jumps.tell (runs, report[k]);
      qn_monte_carlo_jumps.end (runs);
    }
  for (guint i = 0; i < qn_report_n_tables (report[0]); i++)
    {
      a = qn_report_table (report[0], i);
      b = qn_report_table (report[1], i);
      g_assert_cmpstr (a->id, ==, b->id);
      g_assert_cmpmem (a->values, sizeof (double) * a->n_rows * a->n_columns, b->values, sizeof (double) * b->n_rows * b->n_columns);
    }
  qn_report_unref (report[0]);
  qn_report_unref (report[1]);
}

/* A thousand changes of mind: the sweep in the end is the one made without any, and nothing is left of the rest. */
static void
test_storm (void)
{
  g_autoptr (QnWakeup) wakeup = qn_wakeup_new ();
  QnBackground *background = qn_background_new (wakeup);
  g_autoptr (QnSweepCurve) own = NULL;
  g_autoptr (GRand) rand = test_rand (20101);
  QnSweepAxis axis = qn_sweep_time_axis ();
  QnExperiment experiment;

  load ("carnot", "finite-power", &experiment);
  for (int i = 0; i < 1000; i++)
    {
      g_assert_true (qn_experiment_set (&experiment, "hot.temperature", uniform (rand, 1.5, 6), NULL));
      if (i % 7 == 0)
        qn_background_want (background, g_rand_int_range (rand, 0, 4));
      qn_background_set (background, &experiment);
      qn_background_poll (background);
      if (i % 100 == 0)
        g_usleep (5000);
    }
  qn_background_want (background, QN_EXTRA_RUNS | QN_EXTRA_SWEEP);
  await_more (background, 0);
  while (!qn_background_sweep (background) || qn_background_sweep (background)->progress < 1)
    {
      qn_background_poll (background);
      g_usleep (500);
    }
  own = qn_sweep_compute (&experiment, &axis, NULL);
  g_assert_cmpuint (own->n, ==, qn_background_sweep (background)->n);
  for (gsize i = 0; i < own->n; i++)
    g_assert_cmpfloat (qn_results_get (&own->points[i].results, "power"), ==, qn_results_get (&qn_background_sweep (background)->points[i].results, "power"));
  qn_background_free (background);
  while (qn_job_count () > 0 || qn_job_threads () > 0)
    g_usleep (500);
}

/* A medium that has no single runs gives none, and says so once. */
static void
test_none (void)
{
  g_autoptr (QnWakeup) wakeup = qn_wakeup_new ();
  g_autoptr (QnBackground) background = qn_background_new (wakeup);
  QnExperiment experiment;

  load ("otto", "oscillator", &experiment);
  qn_background_want (background, QN_EXTRA_RUNS);
  qn_background_set (background, &experiment);
  while (!qn_background_poll (background))
    g_usleep (500);
  g_assert_nonnull (qn_report_problem (qn_background_runs (background)));
  while (qn_job_threads () > 0)
    g_usleep (500);
  g_assert_false (qn_background_poll (background));
}

/* Through the worker into its snapshots, anew with every experiment. */
static void
test_worker (void)
{
  QnExperiment experiment;
  g_autoptr (QnWorker) worker = NULL;
  double before = 0;
  gboolean fell = FALSE;

  load ("otto", "textbook", &experiment);
  worker = qn_worker_new (&experiment);
  qn_worker_want (worker, QN_EXTRA_RUNS);
  for (int news = 0; news < 20;)
    {
      g_autoptr (QnSnapshot) snapshot = qn_worker_take (worker);

      g_usleep (1000);
      if (!snapshot || !snapshot->runs)
        continue;
      fell |= n_runs (snapshot->runs) < before;
      before = n_runs (snapshot->runs);
      if (++news == 10)
        {
          g_assert_true (qn_experiment_set (&experiment, "hot.temperature", 7, NULL));
          qn_worker_set_experiment (worker, &experiment);
        }
    }
  g_assert_true (fell);
}

/* Coarse first and complete each time; what depends on the present place alone is kept, anything else begins anew. */
static void
test_grids (void)
{
  g_autoptr (QnWakeup) wakeup = qn_wakeup_new ();
  g_autoptr (QnBackground) background = qn_background_new (wakeup);
  QnExperiment experiment;
  int n = 0;
  QnGrid *grid;

  load ("otto", "textbook", &experiment);
  qn_background_want (background, QN_EXTRA_LINE | QN_EXTRA_MAP);
  qn_background_set (background, &experiment);
  while (qn_background_is_refining (background))
    if (qn_background_poll (background) && (grid = qn_background_grid (background, QN_EXTRA_MAP)))
      {
        g_assert_cmpint (grid->plan.axis[0].n, >=, n);
        n = grid->plan.axis[0].n;
        for (gsize i = 0; i < grid->n; i++)
          g_assert_cmpint (grid->known[i], ==, 1);
      }
    else
      g_usleep (500);
  g_assert_cmpint (n, ==, QN_GRID_MAP_MOST);
  grid = qn_background_grid (background, QN_EXTRA_MAP);
  qn_experiment_set (&experiment, "hot.temperature", 5, NULL);
  qn_background_set (background, &experiment);
  g_assert_false (qn_background_is_refining (background));
  qn_experiment_set (&experiment, "cold.temperature", 0.9, NULL);
  qn_background_set (background, &experiment);
  g_assert_true (qn_background_is_refining (background));
  g_assert_true (qn_background_grid (background, QN_EXTRA_MAP) == grid); /* until there is a newer one */
  while (qn_background_is_refining (background))
    {
      qn_background_poll (background);
      g_usleep (500);
    }
  g_assert_cmpfloat (qn_experiment_get (&qn_background_grid (background, QN_EXTRA_MAP)->plan.experiment, "cold.temperature"), ==, 0.9);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/background/grow", test_grow);
  g_test_add_func ("/background/batches", test_batches);
  g_test_add_func ("/background/refused", test_refused);
  g_test_add_func ("/background/storm", test_storm);
  g_test_add_func ("/background/none", test_none);
  g_test_add_func ("/background/grids", test_grids);
  g_test_add_func ("/background/worker", test_worker);
  return g_test_run ();
}
