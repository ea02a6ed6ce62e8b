/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "experiments.h"
#include "sim/qn-solver.h"

#define LONG_AFTER (10 * (gint64) G_USEC_PER_SEC)

typedef struct
{
  QnWakeup *wakeup;
  QnSolver *solver;
  gint64 now; /* what the solver is told */
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->wakeup = qn_wakeup_new ();
  fixture->solver = qn_solver_new (fixture->wakeup);
  fixture->now = 1;
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  qn_solver_free (fixture->solver);
  qn_wakeup_unref (fixture->wakeup);
}

/* Waits for the next answer. */
static QnAnswer *
await (Fixture *fixture)
{
  for (;;)
    {
      QnAnswer *answer;

      qn_wakeup_clear (fixture->wakeup);
      if ((answer = qn_solver_poll (fixture->solver, fixture->now)))
        return answer;
      qn_wakeup_wait (fixture->wakeup, G_MAXINT64);
    }
}

static void
test_answer (Fixture *fixture, gconstpointer data)
{
  QnExperiment experiment = test_experiment ("otto", "");
  g_autoptr (QnSolution) own = test_solve (&experiment);
  g_autoptr (QnAnswer) answer = NULL;

  g_assert_null (qn_solver_poll (fixture->solver, fixture->now));
  g_assert_false (qn_solver_is_open (fixture->solver));
  qn_solver_ask (fixture->solver, &experiment);
  g_assert_true (qn_solver_is_open (fixture->solver));
  answer = await (fixture);
  g_assert_true (answer->last);
  g_assert_null (answer->message);
  g_assert_true (qn_experiment_equal (&answer->experiment, &experiment));
  g_assert_cmpmem (&answer->solution->outcome->ledger, sizeof (QnLedger), &own->outcome->ledger, sizeof (QnLedger));
  g_assert_cmpmem (answer->solution->limit->samples, sizeof (QnReading) * own->limit->n, own->limit->samples, sizeof (QnReading) * own->limit->n);
  g_assert_cmpuint (answer->solution->limit->serial, !=, own->limit->serial);
  g_assert_false (qn_solver_is_open (fixture->solver));
  g_assert_cmpint (qn_solver_deadline (fixture->solver), ==, G_MAXINT64);
}

static void
test_impossible_question (Fixture *fixture, gconstpointer data)
{
  QnExperiment experiment = test_impossible ();
  g_autoptr (QnAnswer) answer = NULL;

  qn_solver_ask (fixture->solver, &experiment);
  answer = await (fixture);
  g_assert_null (answer->solution);
  g_assert_nonnull (answer->message);
  g_assert_true (answer->last);
}

/* Of many questions the last is always answered; answers come in the order of the questions. */
static void
test_newest_matters (Fixture *fixture, gconstpointer data)
{
  QnExperiment experiment = test_experiment ("otto", "");
  gboolean last = FALSE;
  double latest = 0;

  for (int i = 1; !last; i++)
    {
      g_autoptr (QnAnswer) answer = NULL;

      if (i <= 500)
        {
          qn_experiment_set (&experiment, "hot.temperature", 1 + 0.01 * i, NULL);
          qn_solver_ask (fixture->solver, &experiment);
        }
      answer = i <= 500 ? qn_solver_poll (fixture->solver, fixture->now) : await (fixture);
      if (!answer)
        continue;
      g_assert_cmpfloat (qn_experiment_get (&answer->experiment, "hot.temperature"), >, latest);
      latest = qn_experiment_get (&answer->experiment, "hot.temperature");
      last = i > 500 && answer->last;
    }
  g_assert_cmpfloat (latest, ==, 6);
}

/* A question that takes long does not keep a newer one waiting once patience is over, one about another lab not at all. */
static void
test_superseded (Fixture *fixture, gconstpointer lab)
{
  QnExperiment slow = test_slow (), quick = test_experiment (lab, "");
  g_autoptr (QnAnswer) answer = NULL;

  qn_solver_ask (fixture->solver, &slow);
  g_assert_null (qn_solver_poll (fixture->solver, fixture->now));
  g_assert_cmpint (qn_solver_deadline (fixture->solver), ==, G_MAXINT64);
  qn_solver_ask (fixture->solver, &quick);
  if (quick.lab == slow.lab)
    {
      g_assert_null (qn_solver_poll (fixture->solver, fixture->now));
      g_assert_cmpint (qn_solver_deadline (fixture->solver), >, fixture->now);
      g_assert_cmpint (qn_solver_deadline (fixture->solver), <, fixture->now + LONG_AFTER);
      fixture->now += LONG_AFTER;
    }
  answer = await (fixture);
  g_assert_true (qn_experiment_equal (&answer->experiment, &quick));
  g_assert_true (answer->last);
}

static void
poll_once (QnSolver *solver)
{
  g_autoptr (QnAnswer) answer = qn_solver_poll (solver, 1);
}

/* Freed with questions open, begun and under way. */
static void
test_freed_at_work (void)
{
  QnExperiment slow = test_slow (), quick = test_experiment ("otto", "medium.kind=ladder medium.levels=8");

  for (int i = 0; i < 200; i++)
    {
      g_autoptr (QnWakeup) wakeup = qn_wakeup_new ();
      g_autoptr (QnSolver) solver = qn_solver_new (wakeup);

      qn_solver_ask (solver, i == 100 ? &slow : &quick);
      if (i % 4 > 0)
        poll_once (solver);
      if (i % 4 > 1)
        g_usleep (i * 20);
      if (i % 4 > 2)
        poll_once (solver);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/sim/solver/answer", Fixture, NULL, set_up, test_answer, tear_down);
  g_test_add ("/sim/solver/impossible", Fixture, NULL, set_up, test_impossible_question, tear_down);
  g_test_add ("/sim/solver/newest-matters", Fixture, NULL, set_up, test_newest_matters, tear_down);
  g_test_add ("/sim/solver/superseded", Fixture, "otto", set_up, test_superseded, tear_down);
  g_test_add ("/sim/solver/superseded/other-lab", Fixture, "carnot", set_up, test_superseded, tear_down);
  g_test_add_func ("/sim/solver/freed-at-work", test_freed_at_work);
  return g_test_run ();
}
