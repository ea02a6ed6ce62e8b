/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Jobs without physics: what they publish arrives, what is dropped ends or never begins, and nothing is left of it. */

#include "sim/qn-job.h"

typedef struct
{
  gint begun, steps; /* atomic */
} Trace;

typedef struct
{
  Trace *trace;
  int enough; /* steps */
} Question;

static void
count (QnJob *job, gconstpointer data)
{
  const Question *question = data;

  g_atomic_int_inc (&question->trace->begun);
  for (int i = 1; i <= question->enough && !g_atomic_int_get (qn_job_cancelled (job)); i++)
    {
      g_atomic_int_inc (&question->trace->steps);
      qn_job_publish (job, g_memdup2 (&i, sizeof i));
      g_thread_yield ();
    }
}

static const QnJobClass counting[QN_N_JOB_LANES] = {
  [QN_JOB_PROMPT] = { QN_JOB_PROMPT, sizeof (Question), count, g_free },
  [QN_JOB_BACKGROUND] = { QN_JOB_BACKGROUND, sizeof (Question), count, g_free },
};

static QnJob *
start (QnJobLane lane, Trace *trace, int enough, QnWakeup *wakeup)
{
  return qn_job_start (&counting[lane], &(Question) { trace, enough }, wakeup);
}

/* Until all that was dropped is gone, and all threads have ended. */
static void
await_nothing (void)
{
  while (qn_job_count () > 0 || qn_job_threads () > 0)
    g_usleep (200);
}

static void
await_steps (Trace *trace, int steps)
{
  while (g_atomic_int_get (&trace->steps) < steps)
    g_thread_yield ();
}

static int
await_result (QnJob *job, QnWakeup *wakeup)
{
  for (;;)
    {
      g_autofree int *result = NULL;

      qn_wakeup_clear (wakeup);
      if ((result = qn_job_take (job)))
        return *result;
      qn_wakeup_wait (wakeup, G_MAXINT64);
    }
}

static void
test_wakeup (void)
{
  QnWakeup *wakeup = qn_wakeup_new ();

  g_assert_false (qn_wakeup_wait (wakeup, g_get_monotonic_time () + 1000));
  qn_wakeup_send (wakeup);
  qn_wakeup_send (wakeup);
  g_assert_true (qn_wakeup_is_pending (wakeup));
  g_assert_true (qn_wakeup_wait (wakeup, G_MAXINT64));
  g_assert_true (qn_wakeup_wait (wakeup, G_MAXINT64)); /* until it is cleared */
  qn_wakeup_clear (wakeup);
  g_assert_false (qn_wakeup_wait (wakeup, 0));
  g_assert_true (qn_wakeup_ref (wakeup) == wakeup);
  qn_wakeup_unref (wakeup);
  qn_wakeup_unref (wakeup);
}

/* What has not been taken is replaced: results rise, and the last one arrives. */
static void
test_results (void)
{
  g_autoptr (QnWakeup) wakeup = qn_wakeup_new ();
  Trace trace = { 0 };
  QnJob *job = start (QN_JOB_BACKGROUND, &trace, 1000, wakeup);

  for (int last = 0, result; last < 1000; last = result)
    {
      result = await_result (job, wakeup);
      g_assert_cmpint (result, >, last);
    }
  g_assert_null (qn_job_take (job));
  qn_job_drop (job);
  await_nothing ();
  g_assert_cmpint (trace.steps, ==, 1000);
}

/* Of work that would never end, one step at most is done after it was dropped. */
static void
test_dropped (void)
{
  g_autoptr (QnWakeup) wakeup = qn_wakeup_new ();

  for (int i = 0; i < 100; i++)
    {
      Trace trace = { 0 };
      QnJob *job = start (i % QN_N_JOB_LANES, &trace, G_MAXINT, wakeup);
      int steps;

      await_steps (&trace, i);
      qn_job_drop (job);
      steps = g_atomic_int_get (&trace.steps);
      await_nothing ();
      g_assert_cmpint (trace.steps, <=, steps + 1);
    }
}

/* No more threads than a lane has, the other lane's stay free, and what is dropped while it waits is never begun. */
static void
test_waiting (void)
{
  g_autoptr (QnWakeup) wakeup = qn_wakeup_new ();
  Trace long_one = { 0 }, waiting = { 0 }, other = { 0 };
  QnJob *job[20];

  for (int i = 0; i < 20; i++)
    {
      job[i] = start (QN_JOB_BACKGROUND, i < QN_JOB_THREADS ? &long_one : &waiting, G_MAXINT, wakeup);
      while (i < QN_JOB_THREADS && g_atomic_int_get (&long_one.begun) <= i)
        g_thread_yield ();
    }
  g_assert_cmpuint (qn_job_threads (), ==, QN_JOB_THREADS);
  g_assert_cmpuint (qn_job_count (), ==, 20);
  for (int i = QN_JOB_THREADS; i < 20; i++)
    qn_job_drop (job[i]);
  job[QN_JOB_THREADS] = start (QN_JOB_PROMPT, &other, 1, wakeup);
  await_steps (&other, 1);
  for (int i = 0; i <= QN_JOB_THREADS; i++)
    qn_job_drop (job[i]);
  await_nothing ();
  g_assert_cmpint (waiting.begun, ==, 0);
}

/* As many changes as a minute at 60 a second: the newest is answered, and no job and no thread is left. */
static void
test_storm (void)
{
  QnWakeup *wakeup[QN_N_JOB_LANES] = { qn_wakeup_new (), qn_wakeup_new () };
  Trace trace = { 0 };
  QnJob *job[QN_N_JOB_LANES] = { NULL };

  for (int i = 0; i < 3600; i++)
    {
      QnJobLane lane = i % QN_N_JOB_LANES;

      g_clear_pointer (&job[lane], qn_job_drop);
      job[lane] = start (lane, &trace, i < 3600 - QN_N_JOB_LANES ? G_MAXINT : 3, wakeup[lane]);
      g_assert_cmpuint (qn_job_threads (), <=, QN_N_JOB_LANES * QN_JOB_THREADS);
    }
  for (int i = 0; i < QN_N_JOB_LANES; i++)
    {
      while (await_result (job[i], wakeup[i]) < 3)
        continue;
      qn_job_drop (job[i]);
      qn_wakeup_unref (wakeup[i]);
    }
  await_nothing ();
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sim/wakeup", test_wakeup);
  g_test_add_func ("/sim/job/results", test_results);
  g_test_add_func ("/sim/job/dropped", test_dropped);
  g_test_add_func ("/sim/job/waiting", test_waiting);
  g_test_add_func ("/sim/job/storm", test_storm);
  return g_test_run ();
}
