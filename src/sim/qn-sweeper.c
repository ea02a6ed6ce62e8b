/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/qn-sweeper.h"

#include "sim/qn-count.h"

#define ENOUGH 17                            /* points before the first telling */
#define FRAME (50 * G_TIME_SPAN_MILLISECOND) /* between two tellings */

/* Shared by the owner and the thread that computes; all but what is atomic is the latter's. */
typedef struct
{
  gatomicrefcount ref;
  gint cancelled, done; /* atomic */
  QnSweepCurve *slot;   /* atomic: the newest curve that has not been taken */
  QnAlarm *alarm;
  QnExperiment experiment;
  QnSweepAxis axis;
} Job;

struct _QnSweeper
{
  QnAlarm *alarm;
  gboolean wanted, known, due; /* due: there is something to start */
  QnSweepAxis axis;
  QnExperiment experiment;
  Job *job;             /* NULL: nothing is being computed */
  QnSweepCurve *curve;  /* Owned */
};

static void
job_unref (Job *job)
{
  if (!qn_count_release (&job->ref))
    return;
  g_clear_pointer (&job->slot, qn_sweep_curve_unref);
  qn_alarm_unref (job->alarm);
  g_free (job);
}

static void
tell (Job *job, const QnSweep *sweep)
{
  QnSweepCurve *untaken = g_atomic_pointer_exchange (&job->slot, qn_sweep_curve (sweep));

  g_clear_pointer (&untaken, qn_sweep_curve_unref);
  qn_alarm_ring (job->alarm);
}

static gpointer
compute (gpointer data)
{
  Job *job = data;
  g_autoptr (QnSweep) sweep = qn_sweep_new (&job->experiment, &job->axis);
  gint64 told = 0;

  while (qn_sweep_step (sweep, &job->cancelled))
    {
      gint64 now = g_get_monotonic_time ();

      if (qn_sweep_tried (sweep) < ENOUGH || now - told < FRAME)
        continue;
      tell (job, sweep);
      told = now;
    }
  if (!g_atomic_int_get (&job->cancelled))
    tell (job, sweep);
  g_atomic_int_set (&job->done, TRUE);
  qn_alarm_ring (job->alarm);
  job_unref (job);
  return NULL;
}

static void
start (QnSweeper *sweeper)
{
  Job *job;

  if (sweeper->job || !sweeper->due || !sweeper->wanted || !sweeper->known)
    return;
  sweeper->due = FALSE;
  job = g_new0 (Job, 1);
  qn_count_init (&job->ref);
  qn_count_hold (&job->ref);
  job->alarm = qn_alarm_ref (sweeper->alarm);
  job->experiment = sweeper->experiment;
  job->axis = sweeper->axis;
  sweeper->job = job;
  g_thread_unref (g_thread_new ("quench-sweep", compute, job));
}

/* The thread ends at its next point, and only then another begins. */
static void
begin_anew (QnSweeper *sweeper)
{
  sweeper->due = TRUE;
  if (sweeper->job)
    g_atomic_int_set (&sweeper->job->cancelled, TRUE);
  start (sweeper);
}

QnSweeper *
qn_sweeper_new (QnAlarm *alarm)
{
  QnSweeper *sweeper = g_new0 (QnSweeper, 1);

  sweeper->alarm = qn_alarm_ref (alarm);
  return sweeper;
}

void
qn_sweeper_free (QnSweeper *sweeper)
{
  if (!sweeper)
    return;
  if (sweeper->job)
    g_atomic_int_set (&sweeper->job->cancelled, TRUE);
  g_clear_pointer (&sweeper->job, job_unref);
  g_clear_pointer (&sweeper->curve, qn_sweep_curve_unref);
  qn_alarm_unref (sweeper->alarm);
  g_free (sweeper);
}

void
qn_sweeper_want (QnSweeper *sweeper, const QnSweepAxis *axis)
{
  gboolean same = axis ? sweeper->wanted && qn_sweep_axis_equal (axis, &sweeper->axis) : !sweeper->wanted;

  if (same)
    return;
  sweeper->wanted = axis != NULL;
  if (axis)
    sweeper->axis = *axis;
  g_clear_pointer (&sweeper->curve, qn_sweep_curve_unref);
  begin_anew (sweeper);
}

void
qn_sweeper_set (QnSweeper *sweeper, const QnExperiment *experiment)
{
  if (sweeper->known && qn_experiment_equal (&sweeper->experiment, experiment))
    return;
  if (sweeper->known && sweeper->experiment.lab != experiment->lab)
    g_clear_pointer (&sweeper->curve, qn_sweep_curve_unref);
  sweeper->known = TRUE;
  sweeper->experiment = *experiment;
  begin_anew (sweeper);
}

gboolean
qn_sweeper_poll (QnSweeper *sweeper)
{
  Job *job = sweeper->job;
  gboolean done = job && g_atomic_int_get (&job->done), wanted = job && !g_atomic_int_get (&job->cancelled);
  QnSweepCurve *curve = wanted ? g_atomic_pointer_exchange (&job->slot, NULL) : NULL;

  if (curve)
    {
      g_clear_pointer (&sweeper->curve, qn_sweep_curve_unref);
      sweeper->curve = curve;
    }
  if (done)
    g_clear_pointer (&sweeper->job, job_unref);
  start (sweeper);
  return curve != NULL;
}

QnSweepCurve *
qn_sweeper_curve (QnSweeper *sweeper)
{
  return sweeper->curve;
}
