/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/qn-solver.h"

#include "sim/qn-job.h"

#define PATIENCE (G_USEC_PER_SEC / 4) /* with a computation whose question is no longer the newest */

struct _QnSolver
{
  QnWakeup *wakeup;
  QnJob *job; /* NULL: nothing is being computed */
  QnExperiment computing, question;
  gint64 begun;
  gboolean has_question; /* that has not been begun */
};

void
qn_answer_free (QnAnswer *answer)
{
  g_clear_pointer (&answer->solution, qn_solution_unref);
  g_free (answer->message);
  g_free (answer);
}

static void
compute (QnJob *job, gconstpointer question)
{
  g_autoptr (GError) error = NULL;
  gint64 begun = g_get_monotonic_time ();
  QnAnswer *answer = g_new0 (QnAnswer, 1);

  answer->experiment = *(const QnExperiment *) question;
  answer->solution = qn_solution_new (question, qn_job_cancelled (job), &error);
  answer->message = error ? g_strdup (error->message) : NULL;
  answer->cost = g_get_monotonic_time () - begun;
  qn_job_publish (job, answer);
}

static const QnJobClass solving = { QN_JOB_PROMPT, sizeof (QnExperiment), compute, (GDestroyNotify) qn_answer_free };

QnSolver *
qn_solver_new (QnWakeup *wakeup)
{
  QnSolver *solver = g_new0 (QnSolver, 1);

  solver->wakeup = qn_wakeup_ref (wakeup);
  return solver;
}

void
qn_solver_free (QnSolver *solver)
{
  if (!solver)
    return;
  g_clear_pointer (&solver->job, qn_job_drop);
  qn_wakeup_unref (solver->wakeup);
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
  return solver->has_question || solver->job;
}

gint64
qn_solver_deadline (const QnSolver *solver)
{
  if (!solver->has_question || !solver->job)
    return G_MAXINT64;
  return solver->question.lab == solver->computing.lab ? solver->begun + PATIENCE : 0;
}

static void
begin (QnSolver *solver, gint64 now)
{
  solver->computing = solver->question;
  solver->has_question = FALSE;
  solver->begun = now;
  solver->job = qn_job_start (&solving, &solver->computing, solver->wakeup);
}

QnAnswer *
qn_solver_poll (QnSolver *solver, gint64 now)
{
  QnAnswer *answer = solver->job ? qn_job_take (solver->job) : NULL;

  if (answer || now >= qn_solver_deadline (solver))
    g_clear_pointer (&solver->job, qn_job_drop);
  if (solver->has_question && !solver->job)
    begin (solver, now);
  if (answer)
    answer->last = !qn_solver_is_open (solver);
  return answer;
}
