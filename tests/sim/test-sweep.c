/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Sweeps: each point is what the experiment itself tells, whatever computes it, and the greatest output is found. */

#include <math.h>
#include <string.h>

#include "experiments.h"
#include "sim/qn-background.h"
#include "sim/qn-job.h"
#include "sim/qn-snapshot-new.h"
#include "sim/qn-worker.h"

static QnExperiment
preset_of (const char *lab, const char *preset)
{
  QnExperiment experiment;

  g_assert_true (qn_experiment_load_preset (&experiment, qn_lab_find (lab), preset, NULL));
  return experiment;
}

/* The strokes' durations by their ids, and nothing else. */
static QnExperiment
slowed (const QnExperiment *experiment, double factor)
{
  QnExperiment slow = *experiment;

  for (int i = 0; i < slow.lab->n_parameters; i++)
    if (g_str_has_prefix (slow.lab->parameters[i].id, "stroke."))
      slow.value[i] *= factor;
  return slow;
}

static gboolean
same_number (double a, double b)
{
  return a == b || (isnan (a) && isnan (b));
}

static void
assert_same_results (const QnResults *a, const QnResults *b)
{
  g_assert_cmpint (a->mode, ==, b->mode);
  for (int i = 0; i < a->lab->n_results; i++)
    if (!same_number (a->number[i], b->number[i]))
      g_error ("%s: %.17g and %.17g", a->lab->results[i].id, a->number[i], b->number[i]);
}

static void
assert_same_curve (const QnSweepCurve *a, const QnSweepCurve *b)
{
  g_assert_cmpuint (a->n, ==, b->n);
  g_assert_cmpfloat (a->progress, ==, b->progress);
  for (gsize i = 0; i < a->n; i++)
    {
      g_assert_cmpfloat (a->points[i].at, ==, b->points[i].at);
      assert_same_results (&a->points[i].results, &b->points[i].results);
    }
}

static QnSweepCurve *
sweep_of (const QnExperiment *experiment)
{
  QnSweepAxis axis = qn_sweep_time_axis ();

  return qn_sweep_compute (experiment, &axis, NULL);
}

static void
test_direct (void)
{
  static const char *const labs[] = { "otto", "carnot", "stirling" };

  for (gsize k = 0; k < G_N_ELEMENTS (labs); k++)
    {
      QnExperiment experiment = preset_of (labs[k], k == 0 ? "friction" : "finite-power");
      g_autoptr (QnSweepCurve) curve = sweep_of (&experiment);
      gboolean present = FALSE;

      g_assert_cmpuint (curve->n, >=, QN_SWEEP_POINTS);
      g_assert_cmpuint (curve->n, <=, QN_SWEEP_MOST);
      g_assert_cmpfloat (curve->progress, ==, 1);
      g_assert_cmpfloat (curve->points[0].at, ==, curve->axis.from);
      g_assert_cmpfloat (curve->points[curve->n - 1].at, ==, curve->axis.to);
      for (gsize i = 0; i < curve->n; i++)
        {
          QnExperiment slow = slowed (&experiment, curve->points[i].at);
          QnResults results;

          g_assert_true (i == 0 || curve->points[i].at > curve->points[i - 1].at);
          present = present || curve->points[i].at == 1;
          if (i % 7 != 0 && curve->points[i].at != 1)
            continue;
          results = test_evaluate (&slow);
          assert_same_results (&results, &curve->points[i].results);
        }
      g_assert_true (present);
    }
}

static void
test_parameter (void)
{
  QnExperiment experiment = preset_of ("otto", "textbook");
  QnSweepAxis axis = { qn_lab_parameter_index (experiment.lab, "hot.temperature"), 1, 9, FALSE };
  g_autoptr (QnSweepCurve) curve = qn_sweep_compute (&experiment, &axis, NULL);

  g_assert_cmpuint (curve->n, >=, QN_SWEEP_POINTS);
  for (gsize i = 0; i < curve->n; i += 5)
    {
      QnExperiment other = experiment;
      QnResults results;

      g_assert_true (qn_experiment_set (&other, "hot.temperature", curve->points[i].at, NULL));
      results = test_evaluate (&other);
      assert_same_results (&results, &curve->points[i].results);
    }
}

/* Out of range, and not unique. */
static void
test_left_out (void)
{
  QnExperiment far = test_experiment ("otto", "stroke.hot=250000"), alone = test_experiment ("otto", "hot.coupling=0 cold.coupling=0");
  g_autoptr (QnSweepCurve) some = sweep_of (&far), none = sweep_of (&alone);
  QnSweepAxis axis = qn_sweep_time_axis ();
  g_autoptr (GError) error = NULL;
  QnSweepPoint point;

  g_assert_cmpuint (some->n, >, 100);
  g_assert_cmpfloat (some->points[some->n - 1].at, ==, 4);
  g_assert_cmpfloat (some->progress, ==, 1);
  g_assert_cmpuint (none->n, ==, 0);
  g_assert_cmpfloat (none->progress, ==, 1);
  g_assert_cmpint (qn_sweep_curve_best (none, QN_MODE_ENGINE, NULL), ==, -1);
  g_assert_false (qn_sweep_point (&far, &axis, 5, NULL, &point, &error));
  g_assert_error (error, QN_LAB_ERROR, QN_LAB_ERROR_RANGE);
}

static double
output_at (const QnExperiment *experiment, double log_factor, QnMode mode)
{
  QnExperiment slow = slowed (experiment, exp (log_factor));
  QnResults results;
  double output;

  results = test_evaluate (&slow);
  output = qn_sweep_output (&results, mode);
  return isfinite (output) ? output : -1;
}

/* Golden section on direct evaluations: 60 steps leave nothing but rounding. */
static double
golden (const QnExperiment *experiment, double from, double to, QnMode mode)
{
  const double g = (sqrt (5) - 1) / 2;

  for (int i = 0; i < 60; i++)
    {
      double a = to - g * (to - from), b = from + g * (to - from);

      if (output_at (experiment, a, mode) < output_at (experiment, b, mode))
        from = a;
      else
        to = b;
    }
  return (from + to) / 2;
}

/* The place to a thousandth, the value to a millionth. */
static void
test_best (void)
{
  static const struct { const char *lab, *preset; QnMode mode; double low, high; } cases[] = {
    { "carnot", "finite-power", QN_MODE_ENGINE, 0.8, 3 },
    { "stirling", "finite-power", QN_MODE_ENGINE, 0.5, 2 },
    { "carnot", "refrigerator", QN_MODE_REFRIGERATOR, 0.02, 0.4 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      QnExperiment experiment = preset_of (cases[i].lab, cases[i].preset);
      g_autoptr (QnSweepCurve) curve = sweep_of (&experiment);
      double at = golden (&experiment, log (cases[i].low), log (cases[i].high), cases[i].mode), most = output_at (&experiment, at, cases[i].mode);
      gboolean inside;
      int best = qn_sweep_curve_best (curve, cases[i].mode, &inside);

      g_assert_cmpint (best, >=, 0);
      g_assert_true (inside);
      g_test_message ("%s: %.9g and %.9g", cases[i].lab, curve->points[best].at, exp (at));
      g_assert_cmpfloat_with_epsilon (log (curve->points[best].at), at, 1e-3);
      g_assert_cmpfloat_with_epsilon (qn_sweep_output (&curve->points[best].results, cases[i].mode), most, 1e-6 * most);
    }
}

/* Commuting drives, all of it contact: the less time, the more power, to the end of the axis. */
static void
test_no_best (void)
{
  QnExperiment experiment = preset_of ("otto", "textbook");
  g_autoptr (QnSweepCurve) curve = sweep_of (&experiment);
  gboolean inside = TRUE;

  g_assert_cmpint (qn_sweep_curve_best (curve, QN_MODE_REFRIGERATOR, NULL), ==, -1);
  g_assert_cmpint (qn_sweep_curve_best (curve, QN_MODE_ENGINE, &inside), >=, 0);
  g_assert_false (inside);
}

static double
lost_work (const QnExperiment *experiment, double factor)
{
  QnExperiment slow = slowed (experiment, factor), endless = slowed (experiment, 4096);
  QnResults results, limit;

  results = test_evaluate (&slow);
  limit = test_evaluate (&endless);
  return qn_results_get (&limit, "work_output") - qn_results_get (&results, "work_output");
}

/* Slow Carnot cycles of a qubit lose work as 1/tau: where they have their greatest power their efficiency lies between
 * eta_C/2 and eta_C/(2 - eta_C) (Esposito, Kawai, Lindenberg & Van den Broeck 2010). */
static void
test_low_dissipation (void)
{
  static const char *const hot[] = { "1.05", "1.1", "1.2" };

  for (gsize i = 0; i < G_N_ELEMENTS (hot); i++)
    {
      QnExperiment experiment = test_experiment ("carnot", "cold.temperature=1 spacing.hot=3 carnot.expansion=3 hot.coupling=0.2 cold.coupling=0.2 stroke.hot=200 stroke.cold=200 stroke.drive=0");
      g_autoptr (QnSweepCurve) curve = NULL;
      gboolean inside;
      double efficiency, carnot, ratio;
      int best;

      g_assert_true (qn_experiment_set_text (&experiment, "hot.temperature", hot[i], NULL));
      ratio = lost_work (&experiment, 4) / lost_work (&experiment, 8);
      curve = sweep_of (&experiment);
      best = qn_sweep_curve_best (curve, QN_MODE_ENGINE, &inside);
      g_assert_true (best >= 0 && inside);
      efficiency = qn_results_get (&curve->points[best].results, "efficiency");
      carnot = qn_results_get (&curve->points[best].results, "carnot");
      g_test_message ("T_h %s: at %g efficiency %.6f in %.6f to %.6f, loss falls by %.4f", hot[i], curve->points[best].at, efficiency, carnot / 2, carnot / (2 - carnot), ratio);
      g_assert_cmpfloat_with_epsilon (ratio, 2, 0.02);
      g_assert_cmpfloat (efficiency, >, carnot / 2);
      g_assert_cmpfloat (efficiency, <, carnot / (2 - carnot));
    }
}

/* --- Threads -------------------------------------------------------------- */

static gpointer
compute_alone (gpointer experiment)
{
  return sweep_of (experiment);
}

static void
test_threads (void)
{
  QnExperiment experiment = preset_of ("stirling", "finite-power");
  g_autoptr (QnSweepCurve) own = sweep_of (&experiment);
  GThread *thread[4];

  for (int i = 0; i < 4; i++)
    thread[i] = g_thread_new (NULL, compute_alone, &experiment);
  for (int i = 0; i < 4; i++)
    {
      g_autoptr (QnSweepCurve) curve = g_thread_join (thread[i]);

      assert_same_curve (own, curve);
    }
}

static void
test_cancelled (void)
{
  QnExperiment experiment = preset_of ("stirling", "finite-power");
  QnSweepAxis axis = qn_sweep_time_axis ();
  g_autoptr (QnSweep) sweep = qn_sweep_new (&experiment, &axis);
  double progress = 0;
  gint cancelled = TRUE;

  g_assert_null (qn_sweep_compute (&experiment, &axis, &cancelled));
  g_assert_false (qn_sweep_step (sweep, &cancelled));
  g_assert_cmpuint (qn_sweep_tried (sweep), ==, 0);
  do
    {
      g_autoptr (QnSweepCurve) curve = qn_sweep_curve (sweep);

      g_assert_cmpfloat (curve->progress, >=, progress);
      g_assert_cmpfloat (curve->progress, <, 1);
      progress = curve->progress;
    }
  while (qn_sweep_step (sweep, NULL));
}

/* Waits until all of the sweep of this experiment is there. */
static void
await (QnBackground *background, QnWakeup *wakeup, const QnExperiment *experiment)
{
  for (;;)
    {
      QnSweepCurve *curve;

      qn_wakeup_clear (wakeup);
      qn_background_poll (background);
      curve = qn_background_sweep (background);
      if (curve && curve->progress == 1 && qn_experiment_equal (&curve->experiment, experiment))
        return;
      qn_wakeup_wait (wakeup, G_MAXINT64);
    }
}

static void
test_background (void)
{
  g_autoptr (QnWakeup) wakeup = qn_wakeup_new ();
  g_autoptr (QnBackground) background = qn_background_new (wakeup);
  QnExperiment first = preset_of ("stirling", "finite-power"), second = preset_of ("stirling", "textbook");
  g_autoptr (QnSweepCurve) own = sweep_of (&first), other = sweep_of (&second);

  qn_background_set (background, &first);
  g_assert_cmpuint (qn_job_count (), ==, 0); /* nobody wants it */
  qn_background_want (background, QN_EXTRA_SWEEP);
  await (background, wakeup, &first);
  assert_same_curve (qn_background_sweep (background), own);
  qn_background_set (background, &second);
  assert_same_curve (qn_background_sweep (background), own); /* kept until there is more */
  await (background, wakeup, &second);
  assert_same_curve (qn_background_sweep (background), other);
  qn_background_want (background, 0);
  g_assert_null (qn_background_sweep (background));
}

static void
test_worker (void)
{
  QnExperiment experiment = preset_of ("carnot", "finite-power");
  g_autoptr (QnWorker) worker = qn_worker_new (&experiment);
  g_autoptr (QnSweepCurve) own = sweep_of (&experiment);
  gboolean done = FALSE;

  qn_worker_want (worker, QN_EXTRA_SWEEP);
  while (!done)
    {
      g_autoptr (QnSnapshot) s = qn_worker_take (worker);

      done = s && s->sweep && s->sweep->progress == 1;
      if (done)
        assert_same_curve (s->sweep, own);
      g_usleep (500);
    }
  qn_worker_want (worker, 0);
  while (done)
    {
      g_autoptr (QnSnapshot) s = qn_worker_take (worker);

      done = !s || s->sweep;
      g_usleep (500);
    }
}

static void
test_snapshot (void)
{
  QnExperiment experiment = preset_of ("carnot", "finite-power");
  g_autoptr (QnSnapshot) s = qn_snapshot_new_for (&experiment, 0, NULL, NULL);
  g_autoptr (QnSweepCurve) own = sweep_of (&experiment);

  g_assert_null (s->sweep);
  qn_snapshot_add_sweep (s, NULL);
  assert_same_curve (s->sweep, own);
  qn_snapshot_add_sweep (s, NULL);
  assert_same_curve (s->sweep, own);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sim/sweep/direct", test_direct);
  g_test_add_func ("/sim/sweep/parameter", test_parameter);
  g_test_add_func ("/sim/sweep/left-out", test_left_out);
  g_test_add_func ("/sim/sweep/best", test_best);
  g_test_add_func ("/sim/sweep/no-best", test_no_best);
  g_test_add_func ("/sim/sweep/low-dissipation", test_low_dissipation);
  g_test_add_func ("/sim/sweep/threads", test_threads);
  g_test_add_func ("/sim/sweep/cancelled", test_cancelled);
  g_test_add_func ("/sim/sweep/background", test_background);
  g_test_add_func ("/sim/sweep/worker", test_worker);
  g_test_add_func ("/sim/sweep/snapshot", test_snapshot);
  return g_test_run ();
}
