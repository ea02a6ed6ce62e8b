/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/qn-background.h"

#include "lab/qn-core-errors.h"
#include "lab/qn-monte-carlo.h"

#include "sim/qn-job.h"

#define SLICE (2 * G_TIME_SPAN_MILLISECOND) /* of single runs */
#define REST (4 * G_TIME_SPAN_MILLISECOND)  /* after it */
#define FIRST_BATCH 16
#define RUNS_FRAME (16 * G_TIME_SPAN_MILLISECOND)  /* between two results */
#define SWEEP_FRAME (50 * G_TIME_SPAN_MILLISECOND)
#define SWEEP_LEAST 17 /* points before the first result */

enum { RUNS, SWEEP, LINE, MAP, N_EXTRAS }; /* bits of QnExtras */

struct _QnBackground
{
  QnWakeup *wakeup;
  guint wanted;
  gboolean known; /* there is a question */
  QnExperiment question;
  QnGridPlan plan[N_EXTRAS];  /* of the grids that it asks for */
  QnJob *job[N_EXTRAS];       /* NULL: not wanted */
  gpointer result[N_EXTRAS];  /* Owned */
  gboolean current[N_EXTRAS]; /* it is of this question */
};

/* --- Single runs ---------------------------------------------------------- */

/* Tables, or why there are none. */
static void
publish_runs (QnJob *job, const QnMonteCarlo *sampler, gpointer runs, const GError *error)
{
  QnReport *report = qn_report_new ();

  if (runs)
    sampler->tell (runs, report);
  else if (error)
    qn_report_set_problem (report, error->message);
  qn_job_publish (job, report);
}

/* Runs for a slice; batches grow until one takes about a quarter of it. */
static guint64
run_slice (QnJob *job, const QnMonteCarlo *sampler, gpointer runs, guint64 *batch)
{
  gint64 begun = g_get_monotonic_time (), now = begun;
  guint64 done = 0;

  while (now - begun < SLICE && !qn_is_cancelled (qn_job_cancelled (job)))
    {
      gint64 before = now;

      sampler->run (runs, *batch, qn_job_cancelled (job));
      done += *batch;
      now = g_get_monotonic_time ();
      *batch = now - before < SLICE / 8 ? *batch * 2 : now - before > SLICE / 2 ? MAX (1, *batch / 2) : *batch;
    }
  return done;
}

static void
compute_runs (QnJob *job, gconstpointer data)
{
  const QnExperiment *question = data;
  const QnMonteCarlo *sampler = question->lab->sampler;
  const gint *cancelled = qn_job_cancelled (job);
  g_autoptr (GError) error = NULL;
  gpointer runs = sampler->begin (question, QN_RUNS_SEED, cancelled, &error);
  guint64 done = 0, batch = FIRST_BATCH;
  gint64 published = 0;

  if (!runs)
    {
      qn_core_errors_say (question->lab, &error);
      publish_runs (job, sampler, NULL, error);
      return;
    }
  while (done < QN_MOST_RUNS && !qn_is_cancelled (cancelled))
    {
      gint64 now;

      done += run_slice (job, sampler, runs, &batch);
      now = g_get_monotonic_time ();
      if (now - published >= RUNS_FRAME || done >= QN_MOST_RUNS)
        {
          publish_runs (job, sampler, runs, NULL);
          published = now;
        }
      g_usleep (REST);
    }
  sampler->end (runs);
}

/* --- Sweep ---------------------------------------------------------------- */

static void
compute_sweep (QnJob *job, gconstpointer data)
{
  const QnExperiment *question = data;
  QnSweepAxis axis = qn_sweep_time_axis ();
  g_autoptr (QnSweep) sweep = qn_sweep_new (question, &axis);
  gint64 published = 0;

  while (qn_sweep_step (sweep, qn_job_cancelled (job)))
    {
      gint64 now = g_get_monotonic_time ();

      if (qn_sweep_tried (sweep) < SWEEP_LEAST || now - published < SWEEP_FRAME)
        continue;
      qn_job_publish (job, qn_sweep_curve (sweep));
      published = now;
    }
  if (!qn_is_cancelled (qn_job_cancelled (job)))
    qn_job_publish (job, qn_sweep_curve (sweep));
}

/* --- Grids ---------------------------------------------------------------- */

static void
compute_grid (QnJob *job, gconstpointer data)
{
  const gint *cancelled = qn_job_cancelled (job);
  QnGrid *grid = qn_grid_new (data), *next;

  for (; grid; grid = next)
    {
      qn_grid_compute (grid, 0, grid->n, cancelled);
      next = qn_is_cancelled (cancelled) ? NULL : qn_grid_refined (grid);
      grid->fine = next == NULL;
      if (qn_is_cancelled (cancelled))
        qn_grid_unref (grid);
      else
        {
          qn_grid_tabulate (grid);
          qn_job_publish (job, grid);
        }
    }
}

/* --- All ------------------------------------------------------------------ */

static const QnJobClass classes[N_EXTRAS] = {
  [RUNS] = { QN_JOB_BACKGROUND, sizeof (QnExperiment), compute_runs, (GDestroyNotify) qn_report_unref },
  [SWEEP] = { QN_JOB_BACKGROUND, sizeof (QnExperiment), compute_sweep, (GDestroyNotify) qn_sweep_curve_unref },
  [LINE] = { QN_JOB_BACKGROUND, sizeof (QnGridPlan), compute_grid, (GDestroyNotify) qn_grid_unref },
  [MAP] = { QN_JOB_BACKGROUND, sizeof (QnGridPlan), compute_grid, (GDestroyNotify) qn_grid_unref },
};

static gboolean
is_grid (int extra)
{
  return extra == LINE || extra == MAP;
}

static gboolean
can_start (const QnBackground *background, int extra)
{
  return background->known && (background->wanted & 1u << extra) && (extra != RUNS || background->question.lab->sampler);
}

static void
start (QnBackground *background)
{
  for (int i = 0; i < N_EXTRAS; i++)
    if (!background->job[i] && can_start (background, i))
      background->job[i] = qn_job_start (&classes[i], is_grid (i) ? (gconstpointer) &background->plan[i] : &background->question, background->wakeup);
}

static void
forget (QnBackground *background, int extra)
{
  g_clear_pointer (&background->result[extra], classes[extra].free_result);
  background->current[extra] = FALSE;
}

/* What is asked of the grids; one that is asked for already goes on. */
static gboolean
asks_the_same (QnBackground *background, int extra)
{
  QnGridPlan plan;

  if (!is_grid (extra))
    return FALSE;
  plan = extra == LINE ? qn_over_line (&background->question) : qn_over_map (&background->question);
  if (background->plan[extra].n_axes && qn_grid_plan_equal (&plan, &background->plan[extra]))
    return TRUE;
  background->plan[extra] = plan;
  return FALSE;
}

QnBackground *
qn_background_new (QnWakeup *wakeup)
{
  QnBackground *background = g_new0 (QnBackground, 1);

  background->wakeup = qn_wakeup_ref (wakeup);
  return background;
}

void
qn_background_free (QnBackground *background)
{
  if (!background)
    return;
  qn_background_want (background, 0);
  qn_wakeup_unref (background->wakeup);
  g_free (background);
}

void
qn_background_want (QnBackground *background, guint extras)
{
  background->wanted = extras;
  for (int i = 0; i < N_EXTRAS; i++)
    if (!(extras & 1u << i))
      {
        g_clear_pointer (&background->job[i], qn_job_drop);
        forget (background, i);
      }
  start (background);
}

void
qn_background_set (QnBackground *background, const QnExperiment *experiment)
{
  QnExperiment *question = &background->question;

  if (background->known && qn_experiment_equal (question, experiment))
    return;
  forget (background, RUNS);
  for (int i = SWEEP; i < N_EXTRAS; i++)
    if (question->lab != experiment->lab)
      forget (background, i);
  background->known = TRUE;
  *question = *experiment;
  for (int i = 0; i < N_EXTRAS; i++)
    if (!asks_the_same (background, i))
      {
        g_clear_pointer (&background->job[i], qn_job_drop);
        background->current[i] = FALSE;
      }
  start (background);
}

gboolean
qn_background_poll (QnBackground *background)
{
  gboolean any = FALSE;

  for (int i = 0; i < N_EXTRAS; i++)
    {
      gpointer result = background->job[i] ? qn_job_take (background->job[i]) : NULL;

      if (!result)
        continue;
      forget (background, i);
      background->result[i] = result;
      background->current[i] = TRUE;
      any = TRUE;
    }
  return any;
}

QnReport *
qn_background_runs (QnBackground *background)
{
  return background->result[RUNS];
}

QnSweepCurve *
qn_background_sweep (QnBackground *background)
{
  return background->result[SWEEP];
}

QnGrid *
qn_background_grid (QnBackground *background, QnExtras extra)
{
  return background->result[extra == QN_EXTRA_LINE ? LINE : MAP];
}

gboolean
qn_background_is_refining (QnBackground *background)
{
  for (int i = LINE; i <= MAP; i++)
    if (background->job[i] && !(background->current[i] && ((QnGrid *) background->result[i])->fine))
      return TRUE;
  return FALSE;
}
