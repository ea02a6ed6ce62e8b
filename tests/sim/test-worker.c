/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "experiments.h"
#include "sim/qn-simulation.h"
#include "sim/qn-snapshot-new.h"
#include "sim/qn-worker-private.h"
#include "../random-numbers.h"

/* Waits for news as long as it takes. */
static QnSnapshot *
next (QnWorker *worker)
{
  QnSnapshot *snapshot;

  while (!(snapshot = qn_worker_take (worker)))
    g_usleep (500);
  return snapshot;
}

typedef gboolean (*Condition) (const QnSnapshot *snapshot, gconstpointer data);

static QnSnapshot *
await (QnWorker *worker, Condition condition, gconstpointer data)
{
  guint64 serial = 0;

  for (;;)
    {
      g_autoptr (QnSnapshot) snapshot = next (worker);

      g_assert_cmpuint (snapshot->serial, >, serial);
      serial = snapshot->serial;
      if (condition (snapshot, data))
        return g_steal_pointer (&snapshot);
    }
}

static gboolean
is_running (const QnSnapshot *s, gconstpointer data)
{
  return s->running && s->now.time > 0;
}

static gboolean
is_still (const QnSnapshot *s, gconstpointer data)
{
  return !s->running;
}

static gboolean
is_about (const QnSnapshot *s, gconstpointer experiment)
{
  return qn_experiment_equal (&s->experiment, experiment);
}

static gboolean
is_invalid (const QnSnapshot *s, gconstpointer data)
{
  return !s->valid;
}

static gboolean
is_later (const QnSnapshot *s, gconstpointer time)
{
  return s->now.time > *(const double *) time;
}

static gboolean
is_at_stroke (const QnSnapshot *s, gconstpointer number)
{
  return 4 * s->now.cycle + s->now.stroke == *(const int *) number;
}

static gboolean
is_settled (const QnSnapshot *s, gconstpointer data)
{
  return s->n_history > 0 && !s->history[s->n_history - 1].transient;
}

static void
test_first (void)
{
  QnExperiment experiment = test_experiment ("carnot", "");
  g_autoptr (QnWorker) worker = qn_worker_new (&experiment);
  g_autoptr (QnSnapshot) s = next (worker);

  g_assert_true (s->valid);
  g_assert_false (s->running);
  g_assert_true (qn_experiment_equal (&s->experiment, &experiment));
  g_assert_cmpfloat (s->now.time, ==, 0);
  g_assert_cmpfloat (s->position, ==, 0);
  g_assert_cmpuint (s->n_history, ==, 0);
  g_assert_cmpuint (s->solution->limit->n, ==, 4 * 97);
}

/* Paused it rests: no snapshot, no wakeup. */
static void
test_pause (void)
{
  QnExperiment experiment = test_experiment ("otto", "");
  g_autoptr (QnWorker) worker = qn_worker_new (&experiment);
  g_autoptr (QnSnapshot) running = NULL, still = NULL;
  guint rounds, published;

  qn_worker_play (worker);
  running = await (worker, is_running, NULL);
  qn_worker_pause (worker);
  still = await (worker, is_still, NULL);
  g_assert_cmpfloat (still->now.time, >=, running->now.time);
  do
    {
      rounds = qn_worker_wakeups (worker);
      g_usleep (20000);
    }
  while (qn_worker_wakeups (worker) != rounds);
  published = qn_worker_published (worker);
  for (int i = 0; i < 30; i++)
    {
      g_usleep (10000);
      g_assert_null (qn_worker_take (worker));
    }
  g_assert_cmpuint (qn_worker_wakeups (worker), ==, rounds);
  g_assert_cmpuint (qn_worker_published (worker), ==, published);
}

/* Snapshots are made for whoever takes them: at most one in 8 ms, one in 100 ms where nobody does. */
static void
test_cadence (void)
{
  QnExperiment experiment = test_experiment ("otto", "");
  g_autoptr (QnWorker) worker = qn_worker_new (&experiment);
  g_autoptr (QnSnapshot) last = NULL;
  gint64 begun;
  guint published;

  qn_worker_play (worker);
  qn_snapshot_unref (await (worker, is_running, NULL));
  begun = g_get_monotonic_time ();
  published = qn_worker_published (worker);
  for (int i = 0; i < 50; i++)
    qn_snapshot_unref (next (worker));
  g_assert_cmpint (qn_worker_published (worker) - published, <=, (g_get_monotonic_time () - begun) / 8000 + 2);
  begun = g_get_monotonic_time ();
  published = qn_worker_published (worker);
  g_usleep (500000);
  g_assert_cmpint (qn_worker_published (worker) - published, <=, (g_get_monotonic_time () - begun) / 100000 + 2);
  g_assert_cmpint (qn_worker_published (worker) - published, >=, 1);
}

/* Steps, also those asked for before the machine exists, end at the starts of strokes. */
static void
test_steps (void)
{
  QnExperiment experiment = test_experiment ("otto", "");
  g_autoptr (QnWorker) worker = qn_worker_new (&experiment);

  for (int i = 1; i < 12; i++)
    {
      g_autoptr (QnSnapshot) s = NULL;

      qn_worker_step (worker);
      s = await (worker, is_at_stroke, &i);
      g_assert_cmpfloat (s->now.fraction, ==, 0);
      g_assert_false (s->running);
    }
}

static void
test_advance_and_reset (void)
{
  QnExperiment experiment = test_experiment ("otto", "");
  g_autoptr (QnWorker) worker = qn_worker_new (&experiment);
  g_autoptr (QnSnapshot) first = NULL, far = NULL, again = NULL;
  double nearly;

  qn_worker_play (worker);
  qn_worker_advance (worker, 0.25);
  qn_worker_advance (worker, 1000.5);
  first = next (worker);
  nearly = 1000.7 * first->outcome->ledger.period;
  far = await (worker, is_later, &nearly);
  g_assert_false (far->running);
  g_assert_cmpint (far->now.cycle, ==, 1000);
  g_assert_cmpfloat_with_epsilon (far->position, 0.75, 1e-4);
  g_assert_cmpuint (far->n_history, ==, QN_HISTORY_LENGTH);
  qn_worker_reset (worker);
  again = next (worker);
  g_assert_cmpfloat (again->now.time, ==, 0);
  g_assert_cmpuint (again->n_history, ==, 0);
  g_assert_false (again->running);
}

/* A new value shows with new curves, while the state goes on in time. */
static void
test_change_shows (void)
{
  QnExperiment experiment = test_experiment ("otto", "");
  g_autoptr (QnWorker) worker = qn_worker_new (&experiment);
  g_autoptr (QnSnapshot) before = NULL, after = NULL, same = NULL;

  qn_worker_play (worker);
  qn_worker_set_speed (worker, 10);
  before = await (worker, is_running, NULL);
  test_change (&experiment, "hot.temperature=5 spacing.hot=3.5");
  qn_worker_set_experiment (worker, &experiment);
  after = await (worker, is_about, &experiment);
  g_assert_true (after->valid);
  g_assert_cmpuint (after->solution->limit->serial, !=, before->solution->limit->serial);
  g_assert_cmpfloat (after->outcome->machine.bath[QN_HOT].temperature, ==, 5);
  g_assert_cmpfloat (after->now.time, >=, before->now.time);
  g_assert_true (after->running);
  qn_worker_set_experiment (worker, &experiment);
  same = next (worker);
  g_assert_cmpuint (same->solution->limit->serial, ==, after->solution->limit->serial);
}

/* Reset together with a change: from the start state of the new machine. */
static void
test_change_and_reset (void)
{
  QnExperiment experiment = test_experiment ("otto", "");
  g_autoptr (QnWorker) worker = qn_worker_new (&experiment);
  g_autoptr (QnSnapshot) s = NULL, first = NULL;
  g_autoptr (QnRun) run = NULL;
  QnMachine machine;
  QnReading start;

  qn_worker_advance (worker, 3.3);
  first = next (worker);
  test_change (&experiment, "cold.temperature=0.3 spacing.hot=5");
  qn_worker_set_experiment (worker, &experiment);
  qn_worker_reset (worker);
  s = await (worker, is_about, &experiment);
  g_assert_true (qn_experiment_machine (&experiment, &machine, NULL));
  run = qn_run_new (&machine, QN_RUN_POINTS, QN_RUN_TOLERANCE, NULL, NULL);
  qn_run_read (run, &start);
  g_assert_cmpfloat (s->now.time, ==, 0);
  g_assert_cmpfloat (s->now.energy, ==, start.energy);
  g_assert_cmpuint (s->n_history, ==, 0);
}

static void
test_another_lab (void)
{
  QnExperiment experiment = test_experiment ("otto", "");
  g_autoptr (QnWorker) worker = qn_worker_new (&experiment);
  g_autoptr (QnSnapshot) first = next (worker), s = NULL;

  qn_worker_advance (worker, 3.3);
  experiment = test_experiment ("carnot", "");
  qn_worker_set_experiment (worker, &experiment);
  s = await (worker, is_about, &experiment);
  g_assert_cmpfloat (s->now.time, ==, 0);
  g_assert_cmpuint (s->n_history, ==, 0);
  g_assert_cmpstr (s->outcome->machine.stroke[0].id, ==, "hot");
  g_assert_true (s->outcome->results.lab == experiment.lab);
}

static void
test_invalid (void)
{
  QnExperiment good = test_experiment ("otto", ""), bad = test_impossible ();
  g_autoptr (QnWorker) worker = qn_worker_new (&good);
  g_autoptr (QnSnapshot) before = NULL, invalid = NULL, later = NULL, again = NULL;

  qn_worker_play (worker);
  before = await (worker, is_running, NULL);
  qn_worker_set_experiment (worker, &bad);
  invalid = await (worker, is_invalid, NULL);
  g_assert_nonnull (strstr (invalid->message, "bath.spectrum"));
  g_assert_true (invalid->solution->limit == before->solution->limit);
  g_assert_true (qn_experiment_equal (&invalid->experiment, &bad));
  g_assert_true (invalid->running);
  later = await (worker, is_later, &invalid->now.time);
  g_assert_false (later->valid);
  qn_worker_set_experiment (worker, &good);
  again = await (worker, is_about, &good);
  g_assert_true (again->valid);
}

/* An impossible experiment to begin with, commanded all the same, then a possible one. */
static void
test_invalid_at_first (void)
{
  QnExperiment good = test_experiment ("otto", ""), bad = test_impossible ();
  g_autoptr (QnWorker) worker = qn_worker_new (&bad);
  g_autoptr (QnSnapshot) invalid = NULL, running = NULL;

  qn_worker_play (worker);
  qn_worker_advance (worker, 0.5);
  qn_worker_step (worker);
  qn_worker_reset (worker);
  qn_worker_play (worker);
  invalid = await (worker, is_invalid, NULL);
  g_assert_null (invalid->solution->limit);
  g_assert_true (invalid->outcome->results.lab == bad.lab);
  qn_worker_set_experiment (worker, &good);
  running = await (worker, is_running, NULL);
  g_assert_true (running->valid);
}

/* Of a thousand values sent at once the last is what remains. */
static void
test_latest_wins (void)
{
  QnExperiment experiment = test_experiment ("otto", "");
  g_autoptr (QnWorker) worker = qn_worker_new (&experiment);
  g_autoptr (QnSnapshot) s = NULL;

  for (int i = 1; i <= 1000; i++)
    {
      qn_experiment_set (&experiment, "hot.temperature", 2 + 0.002 * i, NULL);
      qn_worker_set_experiment (worker, &experiment);
    }
  s = await (worker, is_about, &experiment);
  g_assert_cmpfloat (s->outcome->machine.bath[QN_HOT].temperature, ==, 4);
  g_assert_cmpuint (qn_worker_published (worker), <, 1000);
}

/* While an experiment takes long to compute, the old machine runs on; a newer experiment need not wait for it. */
static void
test_runs_on_while_computing (void)
{
  QnExperiment experiment = test_experiment ("otto", ""), slow = test_slow ();
  g_autoptr (QnWorker) worker = qn_worker_new (&experiment);
  g_autoptr (QnSnapshot) before = NULL, after = NULL;
  double time;

  qn_worker_play (worker);
  qn_worker_set_speed (worker, 100);
  before = await (worker, is_running, NULL);
  qn_worker_set_experiment (worker, &slow);
  time = before->now.time;
  for (int i = 0; i < 5; i++)
    {
      g_autoptr (QnSnapshot) s = await (worker, is_later, &time);

      g_assert_cmpuint (s->solution->limit->serial, ==, before->solution->limit->serial);
      time = s->now.time;
    }
  test_change (&experiment, "hot.temperature=3");
  qn_worker_set_experiment (worker, &experiment);
  after = await (worker, is_about, &experiment);
  g_assert_true (after->valid);
}

/* The live efficiency arrives at the limit cycle's, at any speed and through what is dropped on the way. */
static void
test_converges (gconstpointer data)
{
  QnExperiment experiment = test_experiment ("otto", "medium.tunnelling=1 spacing.hot=4 spacing.cold=1 cold.temperature=0.5 stroke.drive=0.5");
  g_autoptr (QnWorker) worker = qn_worker_new (&experiment);
  g_autoptr (QnSnapshot) s = NULL;

  qn_worker_set_speed (worker, *(const double *) data);
  qn_worker_play (worker);
  s = await (worker, is_settled, NULL);
  g_assert_cmpint (s->history[s->n_history - 1].mode, ==, QN_MODE_ENGINE);
  g_assert_cmpfloat_with_epsilon (s->history[s->n_history - 1].efficiency, qn_results_get (&s->outcome->results, "efficiency"), 1e-5);
  for (gsize i = 1; i < s->n_history; i++)
    g_assert_cmpint (s->history[i].ledger.cycle, ==, s->history[i - 1].ledger.cycle + 1);
  g_assert_cmpint (s->history[s->n_history - 1].ledger.cycle, ==, s->now.cycle - 1);
}

/* The history of a live run is that of a run of its own, number by number. */
static void
test_replay (void)
{
  QnExperiment experiment = test_experiment ("otto", "medium.tunnelling=0.5 stroke.drive=1");
  g_autoptr (QnWorker) worker = qn_worker_new (&experiment);
  g_autoptr (QnSnapshot) s = NULL, alone = NULL;
  double time = 1500;

  qn_worker_set_speed (worker, 1000);
  qn_worker_play (worker);
  s = await (worker, is_later, &time);
  alone = qn_snapshot_new_for (&experiment, (int) s->now.cycle, NULL, NULL);
  g_assert_cmpuint (s->n_history, >=, MIN (alone->n_history, QN_HISTORY_LENGTH - 1));
  for (gsize i = 0, k = 0; i < s->n_history; i++)
    {
      while (k < alone->n_history && alone->history[k].ledger.cycle < s->history[i].ledger.cycle)
        k++;
      if (k == alone->n_history)
        break;
      g_assert_cmpint (s->history[i].ledger.cycle, ==, alone->history[k].ledger.cycle);
      g_assert_cmpfloat (s->history[i].ledger.work_output, ==, alone->history[k].ledger.work_output);
      g_assert_cmpfloat (s->history[i].ledger.heat[QN_HOT], ==, alone->history[k].ledger.heat[QN_HOT]);
      g_assert_cmpfloat (s->history[i].ledger.entropy_production, ==, alone->history[k].ledger.entropy_production);
      g_assert_cmpint (s->history[i].transient, ==, alone->history[k].transient);
    }
}

/* At infinite speed snapshots carry a whole cycle's trail, and the worker still listens. */
static void
test_infinite (void)
{
  QnExperiment experiment = test_experiment ("otto", "");
  g_autoptr (QnWorker) worker = qn_worker_new (&experiment);
  double time = 0;

  qn_worker_set_speed (worker, INFINITY);
  qn_worker_play (worker);
  for (int i = 0; i < 10; i++)
    {
      g_autoptr (QnSnapshot) s = await (worker, is_later, &time);

      time = s->now.time;
      g_assert_cmpuint (s->n_trail, >, 300);
    }
  qn_worker_pause (worker);
  qn_snapshot_unref (await (worker, is_still, NULL));
}

static void
test_freed (void)
{
  QnExperiment quick = test_experiment ("otto", ""), slow = test_slow ();

  qn_worker_free (NULL);
  for (int i = 0; i < 50; i++)
    {
      QnWorker *worker = qn_worker_new (i == 25 ? &slow : &quick);

      if (i % 2)
        qn_worker_play (worker);
      if (i % 3)
        g_usleep (200 * (i % 10));
      qn_worker_free (worker);
    }
}

static char *
digest (const QnSnapshot *s)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);

  g_checksum_update (sum, (const guchar *) s->trail, s->n_trail * sizeof *s->trail);
  g_checksum_update (sum, (const guchar *) s->history, s->n_history * sizeof *s->history);
  g_checksum_update (sum, (const guchar *) &s->now, sizeof s->now);
  g_checksum_update (sum, (const guchar *) &s->outcome->ledger, sizeof s->outcome->ledger);
  if (s->solution->limit)
    g_checksum_update (sum, (const guchar *) s->solution->limit->samples, s->solution->limit->n * sizeof (QnReading));
  return g_strdup (g_checksum_get_string (sum));
}

static void
check_sane (const QnSnapshot *s)
{
  g_assert_true (s->valid == (s->message == NULL));
  g_assert_cmpfloat (s->position, >=, 0);
  g_assert_cmpfloat (s->position, <=, 1);
  g_assert_cmpuint (s->n_history, <=, QN_HISTORY_LENGTH);
  if (!s->solution->limit)
    return;
  g_assert_cmpint (s->now.stroke, <, s->outcome->machine.n_strokes);
  g_assert_cmpint (s->now.n_levels, ==, s->solution->limit->samples[0].n_levels);
  g_assert_cmpfloat_with_epsilon (s->now.trace, 1, 1e-9);
  g_assert_cmpfloat (s->now.min_eigenvalue, >=, -1e-9);
  for (gsize i = 1; i < s->n_trail; i++)
    g_assert_cmpfloat (s->trail[i].time, >=, s->trail[i - 1].time);
  for (gsize i = 1; i < s->n_history; i++)
    g_assert_cmpint (s->history[i].ledger.cycle, ==, s->history[i - 1].ledger.cycle + 1);
}

#define HELD 16

typedef struct
{
  GRand *rand;
  QnExperiment experiment;
  QnSnapshot *held[HELD];
  char *digests[HELD];
} Storm;

static void
hold (Storm *storm, QnSnapshot *snapshot)
{
  int i = g_rand_int_range (storm->rand, 0, HELD);

  if (!snapshot)
    return;
  check_sane (snapshot);
  if (storm->held[i])
    {
      g_autofree char *now = digest (storm->held[i]);

      g_assert_cmpstr (now, ==, storm->digests[i]);
      g_clear_pointer (&storm->held[i], qn_snapshot_unref);
      g_clear_pointer (&storm->digests[i], g_free);
    }
  storm->held[i] = snapshot;
  storm->digests[i] = digest (snapshot);
}

static void
shuffle (Storm *storm)
{
  static const char *const labs[] = { "otto", "carnot" };
  static const char *const media[] = { "qubit", "ladder", "box" };
  GRand *rand = storm->rand;

  if (g_rand_int_range (rand, 0, 8) == 0)
    storm->experiment = test_experiment (labs[g_rand_int_range (rand, 0, 2)], "");
  if (g_rand_int_range (rand, 0, 8) == 0)
    qn_experiment_set_text (&storm->experiment, "medium.kind", media[g_rand_int_range (rand, 0, 3)], NULL);
  if (g_rand_int_range (rand, 0, 8) == 0)
    qn_experiment_set (&storm->experiment, "medium.levels", g_rand_int_range (rand, 2, 9), NULL);
  if (g_rand_int_range (rand, 0, 8) == 0)
    qn_experiment_set (&storm->experiment, "medium.spacing.1", g_rand_int_range (rand, 0, 3), NULL);
  if (g_rand_int_range (rand, 0, 6) == 0)
    qn_experiment_set (&storm->experiment, "stroke.drive", g_rand_int_range (rand, 0, 4), NULL);
  if (g_rand_int_range (rand, 0, 6) == 0)
    qn_experiment_set (&storm->experiment, "stroke.hot", g_rand_int_range (rand, 0, 10), NULL);
  qn_experiment_set (&storm->experiment, "hot.temperature", exp (uniform (rand, -2, 2)), NULL);
}

static void
command (Storm *storm, QnWorker *worker)
{
  static const double speeds[] = { 0.01, 1, 50, 1000, INFINITY };
  GRand *rand = storm->rand;

  switch (g_rand_int_range (rand, 0, 10))
    {
    case 0:
      qn_worker_play (worker);
      break;
    case 1:
      qn_worker_pause (worker);
      break;
    case 2:
      qn_worker_step (worker);
      break;
    case 3:
      qn_worker_advance (worker, uniform (rand, 0, 3));
      break;
    case 4:
      qn_worker_reset (worker);
      break;
    case 5:
      qn_worker_set_speed (worker, speeds[g_rand_int_range (rand, 0, G_N_ELEMENTS (speeds))]);
      break;
    case 6:
      hold (storm, qn_worker_take (worker));
      break;
    default:
      shuffle (storm);
      qn_worker_set_experiment (worker, &storm->experiment);
      break;
    }
}

/* A thousand commands of all kinds at random, workers freed at random moments, snapshots held meanwhile. */
static void
test_storm (gconstpointer data)
{
  guint32 seed = GPOINTER_TO_UINT (data);
  Storm storm = { .rand = test_rand (seed), .experiment = test_experiment ("otto", "") };
  QnWorker *worker = qn_worker_new (&storm.experiment);
  g_autoptr (QnSnapshot) last = NULL;

  for (int i = 0; i < 1000; i++)
    {
      command (&storm, worker);
      if (g_rand_int_range (storm.rand, 0, 4) == 0)
        g_usleep (g_rand_int_range (storm.rand, 0, 3000));
      if (g_rand_int_range (storm.rand, 0, 50) == 0)
        {
          qn_worker_free (worker);
          worker = qn_worker_new (&storm.experiment);
        }
    }
  /* after all that it does as it is told */
  storm.experiment = test_experiment ("otto", "hot.temperature=3");
  qn_worker_set_experiment (worker, &storm.experiment);
  last = await (worker, is_about, &storm.experiment);
  check_sane (last);
  g_assert_true (last->valid);
  qn_worker_free (worker);
  for (int i = 0; i < HELD; i++)
    if (storm.held[i])
      {
        g_autofree char *now = digest (storm.held[i]);

        g_assert_cmpstr (now, ==, storm.digests[i]);
        g_assert_cmpint (storm.held[i]->ref, ==, 1);
        qn_snapshot_unref (storm.held[i]);
        g_free (storm.digests[i]);
      }
  g_rand_free (storm.rand);
}

int
main (int argc, char **argv)
{
  static const double speeds[] = { 300, 1000, INFINITY };

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sim/worker/first", test_first);
  g_test_add_func ("/sim/worker/pause", test_pause);
  g_test_add_func ("/sim/worker/cadence", test_cadence);
  g_test_add_func ("/sim/worker/steps", test_steps);
  g_test_add_func ("/sim/worker/advance-and-reset", test_advance_and_reset);
  g_test_add_func ("/sim/worker/change", test_change_shows);
  g_test_add_func ("/sim/worker/change-and-reset", test_change_and_reset);
  g_test_add_func ("/sim/worker/another-lab", test_another_lab);
  g_test_add_func ("/sim/worker/invalid", test_invalid);
  g_test_add_func ("/sim/worker/invalid-at-first", test_invalid_at_first);
  g_test_add_func ("/sim/worker/latest-wins", test_latest_wins);
  g_test_add_func ("/sim/worker/runs-on-while-computing", test_runs_on_while_computing);
  g_test_add_data_func ("/sim/worker/converges/300", &speeds[0], test_converges);
  g_test_add_data_func ("/sim/worker/converges/1000", &speeds[1], test_converges);
  g_test_add_data_func ("/sim/worker/converges/infinite", &speeds[2], test_converges);
  g_test_add_func ("/sim/worker/replay", test_replay);
  g_test_add_func ("/sim/worker/infinite", test_infinite);
  g_test_add_func ("/sim/worker/freed", test_freed);
  g_test_add_data_func ("/sim/worker/storm/1", GUINT_TO_POINTER (1), test_storm);
  g_test_add_data_func ("/sim/worker/storm/2", GUINT_TO_POINTER (2), test_storm);
  g_test_add_data_func ("/sim/worker/storm/3", GUINT_TO_POINTER (3), test_storm);
  return g_test_run ();
}
