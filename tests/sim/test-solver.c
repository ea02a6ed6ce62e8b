/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "experiments.h"
#include "sim/qn-solver.h"

#define LONG_AFTER (10 * (gint64) G_USEC_PER_SEC)

typedef struct
{
  QnAlarm *alarm;
  QnSolver *solver;
  gint64 now; /* what the solver is told */
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->alarm = qn_alarm_new ();
  fixture->solver = qn_solver_new (fixture->alarm);
  fixture->now = 1;
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  qn_solver_free (fixture->solver);
  qn_alarm_unref (fixture->alarm);
}

/* Sleeps until the next answer. */
static QnAnswer
await (Fixture *fixture)
{
  QnAnswer answer = { 0 };

  for (;;)
    {
      qn_alarm_clear (fixture->alarm);
      if (qn_solver_poll (fixture->solver, fixture->now, &answer))
        return answer;
      qn_alarm_sleep (fixture->alarm, G_MAXINT64);
    }
}

static void
test_alarm (void)
{
  QnAlarm *alarm = qn_alarm_new ();

  g_assert_false (qn_alarm_sleep (alarm, g_get_monotonic_time () + 1000));
  qn_alarm_ring (alarm);
  qn_alarm_ring (alarm);
  g_assert_true (qn_alarm_rung (alarm));
  g_assert_true (qn_alarm_sleep (alarm, G_MAXINT64));
  g_assert_true (qn_alarm_sleep (alarm, G_MAXINT64)); /* until it is cleared */
  qn_alarm_clear (alarm);
  g_assert_false (qn_alarm_sleep (alarm, 0));
  g_assert_true (qn_alarm_ref (alarm) == alarm);
  qn_alarm_unref (alarm);
  qn_alarm_unref (alarm);
}

static void
test_answer (Fixture *fixture, gconstpointer data)
{
  QnExperiment experiment = test_experiment ("otto", "");
  g_autoptr (QnSolution) own = test_solve (&experiment);
  QnAnswer answer;

  g_assert_false (qn_solver_poll (fixture->solver, fixture->now, &answer));
  g_assert_false (qn_solver_is_open (fixture->solver));
  qn_solver_ask (fixture->solver, &experiment);
  g_assert_true (qn_solver_is_open (fixture->solver));
  answer = await (fixture);
  g_assert_true (answer.last);
  g_assert_null (answer.message);
  g_assert_true (qn_experiment_equal (&answer.experiment, &experiment));
  g_assert_cmpfloat (answer.solution->ledger.work_output, ==, own->ledger.work_output);
  g_assert_cmpuint (answer.solution->limit->serial, !=, own->limit->serial);
  g_assert_false (qn_solver_is_open (fixture->solver));
  g_assert_cmpint (qn_solver_deadline (fixture->solver), ==, G_MAXINT64);
  qn_answer_clear (&answer);
}

static void
test_impossible_question (Fixture *fixture, gconstpointer data)
{
  QnExperiment experiment = test_impossible ();
  QnAnswer answer;

  qn_solver_ask (fixture->solver, &experiment);
  answer = await (fixture);
  g_assert_null (answer.solution);
  g_assert_nonnull (answer.message);
  g_assert_true (answer.last);
  qn_answer_clear (&answer);
}

/* Of many questions the last is always answered; answers come in the order of the questions. */
static void
test_newest_matters (Fixture *fixture, gconstpointer data)
{
  QnExperiment experiment = test_experiment ("otto", "");
  gboolean last = FALSE;
  double latest = 0;

  for (int i = 1; i <= 500; i++)
    {
      QnAnswer answer;

      qn_experiment_set (&experiment, "hot.temperature", 1 + 0.01 * i, NULL);
      qn_solver_ask (fixture->solver, &experiment);
      if (!qn_solver_poll (fixture->solver, fixture->now, &answer))
        continue;
      g_assert_cmpfloat (qn_experiment_get (&answer.experiment, "hot.temperature"), >, latest);
      latest = qn_experiment_get (&answer.experiment, "hot.temperature");
      qn_answer_clear (&answer);
    }
  while (!last)
    {
      QnAnswer answer = await (fixture);

      g_assert_cmpfloat (qn_experiment_get (&answer.experiment, "hot.temperature"), >, latest);
      latest = qn_experiment_get (&answer.experiment, "hot.temperature");
      last = answer.last;
      qn_answer_clear (&answer);
    }
  g_assert_cmpfloat (latest, ==, 6);
}

/* A question that takes seconds does not keep a newer one waiting, once patience is over. */
static void
test_overtaken (Fixture *fixture, gconstpointer data)
{
  QnExperiment slow = test_slow (), quick = test_experiment ("otto", "");
  QnAnswer answer = { 0 };

  qn_solver_ask (fixture->solver, &slow);
  g_assert_false (qn_solver_poll (fixture->solver, fixture->now, &answer));
  g_assert_cmpint (qn_solver_deadline (fixture->solver), ==, G_MAXINT64);
  qn_solver_ask (fixture->solver, &quick);
  g_assert_false (qn_solver_poll (fixture->solver, fixture->now, &answer));
  g_assert_cmpint (qn_solver_deadline (fixture->solver), >, fixture->now);
  g_assert_cmpint (qn_solver_deadline (fixture->solver), <, fixture->now + LONG_AFTER);
  fixture->now += LONG_AFTER;
  answer = await (fixture);
  g_assert_true (qn_experiment_equal (&answer.experiment, &quick));
  g_assert_true (answer.last);
  qn_answer_clear (&answer);
}

/* No more than two computations at once. */
static void
test_bounded (Fixture *fixture, gconstpointer data)
{
  QnExperiment slow = test_slow ();
  QnAnswer answer = { 0 };

  for (int i = 0; i < 5; i++)
    {
      qn_experiment_set (&slow, "hot.temperature", 4 + i, NULL);
      qn_solver_ask (fixture->solver, &slow);
      g_assert_false (qn_solver_poll (fixture->solver, fixture->now, &answer));
      fixture->now += LONG_AFTER;
    }
  g_assert_true (qn_solver_is_open (fixture->solver));
  g_assert_cmpint (qn_solver_deadline (fixture->solver), ==, G_MAXINT64);
}

/* Freed with questions open, begun and under way. */
static void
test_freed_at_work (void)
{
  QnExperiment slow = test_slow (), quick = test_experiment ("otto", "medium.kind=ladder medium.levels=8");

  for (int i = 0; i < 200; i++)
    {
      QnAlarm *alarm = qn_alarm_new ();
      QnSolver *solver = qn_solver_new (alarm);
      QnAnswer answer = { 0 };

      qn_solver_ask (solver, i == 100 ? &slow : &quick);
      if (i % 4 > 0 && qn_solver_poll (solver, 1, &answer))
        qn_answer_clear (&answer);
      if (i % 4 > 1)
        g_usleep (i * 20);
      if (i % 4 > 2 && qn_solver_poll (solver, 1, &answer))
        qn_answer_clear (&answer);
      qn_solver_free (solver);
      qn_alarm_unref (alarm);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sim/alarm", test_alarm);
  g_test_add ("/sim/solver/answer", Fixture, NULL, set_up, test_answer, tear_down);
  g_test_add ("/sim/solver/impossible", Fixture, NULL, set_up, test_impossible_question, tear_down);
  g_test_add ("/sim/solver/newest-matters", Fixture, NULL, set_up, test_newest_matters, tear_down);
  g_test_add ("/sim/solver/overtaken", Fixture, NULL, set_up, test_overtaken, tear_down);
  g_test_add ("/sim/solver/bounded", Fixture, NULL, set_up, test_bounded, tear_down);
  g_test_add_func ("/sim/solver/freed-at-work", test_freed_at_work);
  return g_test_run ();
}
