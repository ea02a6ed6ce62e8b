/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From a slider's step to the snapshot that shows it, through the worker, while the machine runs: for every
 * preset of every lab, the median over many steps of the hot temperature. A frame is 16.7 ms. */

#include <gsl/gsl_errno.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "sim/qn-worker.h"

#define STEPS 25
#define PATIENCE (5 * G_USEC_PER_SEC)

static int
ascending (const void *a, const void *b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

/* Milliseconds until a snapshot holds the answer for this very experiment. */
static double
answer_time (QnWorker *worker, const QnExperiment *experiment)
{
  gint64 start = g_get_monotonic_time ();

  qn_worker_set_experiment (worker, experiment);
  while (g_get_monotonic_time () - start < PATIENCE)
    {
      g_autoptr (QnSnapshot) snapshot = qn_worker_take (worker);

      if (snapshot && snapshot->valid && snapshot->outcome->results.lab && qn_experiment_equal (&snapshot->experiment, experiment))
        return (g_get_monotonic_time () - start) * 1e-3;
      g_usleep (100);
    }
  return INFINITY;
}

static void
time_preset (const QnLab *lab, const char *preset)
{
  QnExperiment experiment;
  g_autoptr (QnWorker) worker = NULL;
  double ms[STEPS], hot;

  if (!qn_experiment_load_preset (&experiment, lab, preset, NULL))
    return;
  hot = qn_experiment_get (&experiment, "hot.temperature");
  worker = qn_worker_new (&experiment);
  qn_worker_play (worker);
  g_usleep (G_USEC_PER_SEC / 5);
  for (int i = 0; i < STEPS; i++)
    {
      qn_experiment_set (&experiment, "hot.temperature", hot * (1 + 0.01 * (i + 1)), NULL);
      ms[i] = answer_time (worker, &experiment);
    }
  qsort (ms, STEPS, sizeof *ms, ascending);
  printf ("%-8s %-14s median %8.2f ms   worst %8.2f ms\n", lab->id, preset, ms[STEPS / 2], ms[STEPS - 1]);
}

int
main (void)
{
  gsize n_labs, n;
  const QnLab *const *labs = qn_labs (&n_labs);

  gsl_set_error_handler_off ();
  for (gsize l = 0; l < n_labs; l++)
    {
      const QnPreset *presets = qn_lab_presets (labs[l], &n);

      for (gsize i = 0; i < n; i++)
        time_preset (labs[l], presets[i].id);
    }
  return 0;
}
