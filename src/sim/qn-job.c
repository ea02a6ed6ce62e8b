/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/qn-job.h"

#include "sim/qn-atomic.h"

/* Shared by the asker and the pool; whatever is not atomic is written before the job waits, and never again. */
struct _QnJob
{
  QnLink link;
  gatomicrefcount ref;
  gint cancelled;       /* atomic */
  gpointer result;      /* atomic */
  const QnJobClass *klass;
  gpointer question;    /* Owned */
  QnWakeup *wakeup;
};

typedef struct
{
  QnLink *waiting; /* atomic */
  gint threads;    /* atomic */
} Lane;

static Lane lanes[QN_N_JOB_LANES];
static gint n_jobs; /* atomic */

static void
job_unref (QnJob *job)
{
  if (!qn_count_release (&job->ref))
    return;
  g_clear_pointer (&job->result, job->klass->free_result);
  qn_wakeup_unref (job->wakeup);
  g_free (job->question);
  g_free (job);
  g_atomic_int_add (&n_jobs, -1);
}

static void
run (QnJob *job)
{
  if (!g_atomic_int_get (&job->cancelled))
    job->klass->run (job, job->question);
  job_unref (job);
}

/* --- Threads -------------------------------------------------------------- */

static void wait_in (Lane *lane, QnJob *job);

/* The job that has waited longest. While this thread holds the others, another one may find nothing to do and
 * end: so they wait anew, and a thread is started for them. */
static QnJob *
take_oldest (Lane *lane)
{
  QnLink *oldest = qn_queue_take (&lane->waiting);

  for (QnLink *link = oldest ? oldest->next : NULL, *next; link; link = next)
    {
      next = link->next;
      wait_in (lane, (QnJob *) link);
    }
  return (QnJob *) oldest;
}

static gboolean
may_start (Lane *lane)
{
  gint threads;

  do
    if ((threads = g_atomic_int_get (&lane->threads)) >= QN_JOB_THREADS)
      return FALSE;
  while (!g_atomic_int_compare_and_exchange (&lane->threads, threads, threads + 1));
  return TRUE;
}

/* What has begun to wait between the last look and the end of this thread found none free: it is looked for again. */
static gpointer
serve (gpointer data)
{
  Lane *lane = data;
  QnJob *job;

  do
    {
      while ((job = take_oldest (lane)))
        run (job);
      g_atomic_int_add (&lane->threads, -1);
    }
  while (g_atomic_pointer_get (&lane->waiting) && may_start (lane));
  return NULL;
}

static void
wait_in (Lane *lane, QnJob *job)
{
  qn_queue_add (&lane->waiting, &job->link);
  if (may_start (lane))
    g_thread_unref (g_thread_new ("quench-job", serve, lane));
}

/* --- The asker's side ----------------------------------------------------- */

QnJob *
qn_job_start (const QnJobClass *klass, gconstpointer question, QnWakeup *wakeup)
{
  QnJob *job = g_new0 (QnJob, 1);

  g_atomic_int_inc (&n_jobs);
  qn_count_init (&job->ref);
  qn_count_hold (&job->ref);
  job->klass = klass;
  job->question = g_memdup2 (question, klass->size);
  job->wakeup = qn_wakeup_ref (wakeup);
  wait_in (&lanes[klass->lane], job);
  return job;
}

gpointer
qn_job_take (QnJob *job)
{
  return g_atomic_pointer_exchange (&job->result, NULL);
}

void
qn_job_drop (QnJob *job)
{
  g_atomic_int_set (&job->cancelled, TRUE);
  job_unref (job);
}

/* --- The computation's side ----------------------------------------------- */

const gint *
qn_job_cancelled (QnJob *job)
{
  return &job->cancelled;
}

void
qn_job_publish (QnJob *job, gpointer result_taken)
{
  gpointer untaken = g_atomic_pointer_exchange (&job->result, result_taken);

  g_clear_pointer (&untaken, job->klass->free_result);
  qn_wakeup_send (job->wakeup);
}

/* --- Tests ---------------------------------------------------------------- */

guint
qn_job_count (void)
{
  return g_atomic_int_get (&n_jobs);
}

guint
qn_job_threads (void)
{
  guint threads = 0;

  for (int i = 0; i < QN_N_JOB_LANES; i++)
    threads += g_atomic_int_get (&lanes[i].threads);
  return threads;
}
