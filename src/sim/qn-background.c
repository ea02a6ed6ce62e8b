/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/qn-background.h"

#include "sim/qn-count.h"

#define SLICE (4 * G_TIME_SPAN_MILLISECOND) /* of computing */
#define REST (9 * G_TIME_SPAN_MILLISECOND)  /* after it */
#define FRAME (16 * G_TIME_SPAN_MILLISECOND) /* between two tellings */
#define FIRST_BATCH 16

/* Shared by the owner and the thread that computes; all but what is atomic is the latter's. */
typedef struct
{
  gatomicrefcount ref;
  gint cancelled;  /* atomic */
  QnReport *slot;  /* atomic: the newest report that has not been taken */
  QnAlarm *alarm;
  QnExperiment experiment;
  QnMachine machine;
} Job;

struct _QnBackground
{
  QnAlarm *alarm;
  guint wanted;
  gboolean known; /* there is an experiment */
  QnExperiment experiment;
  QnMachine machine;
  Job *job;       /* NULL: nothing is being computed */
  QnReport *runs; /* Owned */
};

static void
job_unref (Job *job)
{
  if (!qn_count_release (&job->ref))
    return;
  g_clear_pointer (&job->slot, qn_report_unref);
  qn_alarm_unref (job->alarm);
  g_free (job);
}

static void
abandon (Job *job)
{
  g_atomic_int_set (&job->cancelled, TRUE);
  job_unref (job);
}

/* Tables, or why there are none. */
static void
tell (Job *job, gpointer runs, const GError *error)
{
  QnReport *report = qn_report_new (), *untaken;

  if (runs)
    job->experiment.lab->sampler->tell (runs, report);
  else if (error)
    qn_report_set_problem (report, error->message);
  untaken = g_atomic_pointer_exchange (&job->slot, report);
  g_clear_pointer (&untaken, qn_report_unref);
  qn_alarm_ring (job->alarm);
}

/* Runs for a slice; batches grow until one takes about a quarter of it. */
static guint64
run_slice (Job *job, gpointer runs, guint64 *batch)
{
  gint64 begun = g_get_monotonic_time (), now = begun;
  guint64 done = 0;

  while (now - begun < SLICE && !g_atomic_int_get (&job->cancelled))
    {
      gint64 before = now;

      job->experiment.lab->sampler->run (runs, *batch);
      done += *batch;
      now = g_get_monotonic_time ();
      *batch = now - before < SLICE / 8 ? *batch * 2 : now - before > SLICE / 2 ? MAX (1, *batch / 2) : *batch;
    }
  return done;
}

static gpointer
compute (gpointer data)
{
  Job *job = data;
  g_autoptr (GError) error = NULL;
  gpointer runs = job->experiment.lab->sampler->begin (&job->experiment, &job->machine, QN_RUNS_SEED, &error);
  guint64 done = 0, batch = FIRST_BATCH;
  gint64 told = 0;

  if (!runs)
    tell (job, NULL, error);
  while (runs && done < QN_MOST_RUNS && !g_atomic_int_get (&job->cancelled))
    {
      gint64 now;

      done += run_slice (job, runs, &batch);
      now = g_get_monotonic_time ();
      if (now - told >= FRAME || done >= QN_MOST_RUNS)
        {
          tell (job, runs, NULL);
          told = now;
        }
      g_usleep (REST);
    }
  if (runs)
    job->experiment.lab->sampler->end (runs);
  job_unref (job);
  return NULL;
}

static void
start (QnBackground *background)
{
  Job *job;

  if (background->job || !background->known || !(background->wanted & QN_EXTRA_RUNS) || !background->experiment.lab->sampler)
    return;
  job = g_new0 (Job, 1);
  qn_count_init (&job->ref);
  qn_count_hold (&job->ref);
  job->alarm = qn_alarm_ref (background->alarm);
  job->experiment = background->experiment;
  job->machine = background->machine;
  background->job = job;
  g_thread_unref (g_thread_new ("quench-background", compute, job));
}

QnBackground *
qn_background_new (QnAlarm *alarm)
{
  QnBackground *background = g_new0 (QnBackground, 1);

  background->alarm = qn_alarm_ref (alarm);
  return background;
}

static void
forget (QnBackground *background)
{
  g_clear_pointer (&background->job, abandon);
  g_clear_pointer (&background->runs, qn_report_unref);
}

void
qn_background_free (QnBackground *background)
{
  if (!background)
    return;
  forget (background);
  qn_alarm_unref (background->alarm);
  g_free (background);
}

void
qn_background_want (QnBackground *background, guint extras)
{
  background->wanted = extras;
  if (!(extras & QN_EXTRA_RUNS))
    forget (background);
  start (background);
}

void
qn_background_set (QnBackground *background, const QnExperiment *experiment, const QnMachine *machine)
{
  forget (background);
  background->known = TRUE;
  background->experiment = *experiment;
  background->machine = *machine;
  start (background);
}

gboolean
qn_background_poll (QnBackground *background)
{
  QnReport *report = background->job ? g_atomic_pointer_exchange (&background->job->slot, NULL) : NULL;

  if (!report)
    return FALSE;
  g_clear_pointer (&background->runs, qn_report_unref);
  background->runs = report;
  return TRUE;
}

QnReport *
qn_background_runs (QnBackground *background)
{
  return background->runs;
}
