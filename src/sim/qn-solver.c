/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/qn-solver.h"

#include "sim/qn-count.h"

#define MOST_JOBS 2                     /* at once */
#define PATIENCE (G_USEC_PER_SEC / 4)   /* with a computation that has been overtaken */

/* Shared by the solver and the thread that computes; the latter owns the answer until `done`. */
typedef struct
{
  gatomicrefcount ref;
  gint cancelled, done; /* atomic */
  guint64 number;
  gint64 begun;
  QnAlarm *alarm;
  QnAnswer answer;
} Job;

struct _QnSolver
{
  QnAlarm *alarm;
  Job *job[MOST_JOBS]; /* NULL: free; the newest is `newest` */
  guint64 newest, answered;
  gboolean has_question;
  QnExperiment question;
};

void
qn_answer_clear (QnAnswer *answer)
{
  g_clear_pointer (&answer->solution, qn_solution_unref);
  g_clear_pointer (&answer->message, g_free);
}

static void
job_unref (Job *job)
{
  if (!qn_count_release (&job->ref))
    return;
  qn_answer_clear (&job->answer);
  qn_alarm_unref (job->alarm);
  g_free (job);
}

static void
abandon (Job *job)
{
  g_atomic_int_set (&job->cancelled, TRUE);
  job_unref (job);
}

static gpointer
compute (gpointer data)
{
  Job *job = data;
  g_autoptr (GError) error = NULL;
  gint64 begun = g_get_monotonic_time ();

  job->answer.solution = qn_solution_new (&job->answer.experiment, &job->cancelled, &error);
  job->answer.message = error ? g_strdup (error->message) : NULL;
  job->answer.cost = g_get_monotonic_time () - begun;
  g_atomic_int_set (&job->done, TRUE);
  qn_alarm_ring (job->alarm);
  job_unref (job);
  return NULL;
}

static Job *
start_job (QnSolver *solver, gint64 now)
{
  Job *job = g_new0 (Job, 1);

  qn_count_init (&job->ref);
  qn_count_hold (&job->ref);
  job->number = ++solver->newest;
  job->begun = now;
  job->alarm = qn_alarm_ref (solver->alarm);
  job->answer.experiment = solver->question;
  solver->has_question = FALSE;
  g_thread_unref (g_thread_new ("quench-solver", compute, job));
  return job;
}

QnSolver *
qn_solver_new (QnAlarm *alarm)
{
  QnSolver *solver = g_new0 (QnSolver, 1);

  solver->alarm = qn_alarm_ref (alarm);
  return solver;
}

void
qn_solver_free (QnSolver *solver)
{
  if (!solver)
    return;
  for (int i = 0; i < MOST_JOBS; i++)
    g_clear_pointer (&solver->job[i], abandon);
  qn_alarm_unref (solver->alarm);
  g_free (solver);
}

void
qn_solver_ask (QnSolver *solver, const QnExperiment *experiment)
{
  solver->question = *experiment;
  solver->has_question = TRUE;
}

gboolean
qn_solver_is_open (const QnSolver *solver)
{
  return solver->has_question || solver->answered < solver->newest;
}

static void
collect (QnSolver *solver, QnAnswer *answer, gboolean *given)
{
  for (int i = 0; i < MOST_JOBS; i++)
    {
      Job *job = solver->job[i];

      if (!job || !g_atomic_int_get (&job->done))
        continue;
      if (job->number > solver->answered)
        {
          if (*given)
            qn_answer_clear (answer);
          *answer = job->answer;
          job->answer.solution = NULL;
          job->answer.message = NULL;
          solver->answered = job->number;
          *given = TRUE;
        }
      g_clear_pointer (&solver->job[i], job_unref);
    }
}

/* The newest of the computations under way, and a place for another. */
static const Job *
look (const QnSolver *solver, int *place)
{
  const Job *newest = NULL;

  *place = -1;
  for (int i = 0; i < MOST_JOBS; i++)
    if (!solver->job[i])
      *place = i;
    else if (!newest || solver->job[i]->number > newest->number)
      newest = solver->job[i];
  return newest;
}

gint64
qn_solver_deadline (const QnSolver *solver)
{
  int place;
  const Job *newest = look (solver, &place);

  return solver->has_question && newest && place >= 0 ? newest->begun + PATIENCE : G_MAXINT64;
}

gboolean
qn_solver_poll (QnSolver *solver, gint64 now, QnAnswer *answer)
{
  const Job *newest;
  gboolean given = FALSE;
  int place;

  collect (solver, answer, &given);
  newest = look (solver, &place);
  if (solver->has_question && place >= 0 && (!newest || now - newest->begun >= PATIENCE))
    solver->job[place] = start_job (solver, now);
  if (given)
    answer->last = !qn_solver_is_open (solver);
  return given;
}
