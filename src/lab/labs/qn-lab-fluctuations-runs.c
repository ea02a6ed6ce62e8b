/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lab/labs/qn-lab-fluctuations-runs.h"

#include <math.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "lab/labs/qn-lab-fluctuations-process.h"
#include "core/medium/qn-medium.h"
#include "core/linear/qn-random.h"
#include "core/statistics/qn-trajectory.h"

enum { WORK, JARZYNSKI, VIOLATION, REVERSE, N_MEANS };
#define FEWEST 10 /* runs in a bin that a ratio is made of */

typedef struct
{
  double runs, estimate, error;
} Waypoint;

typedef struct
{
  QnLabFluctuationsProcess process;
  QnUnravelling *unravelling[2]; /* Owned; forward and reverse of an open qubit, else NULL */
  QnMedium medium;               /* of an open qubit */
  gpointer cycles;  /* Owned: of qn_monte_carlo_jumps, for the courses of single runs; NULL where there are none */
  guint64 seed, next;
  QnMean mean[N_MEANS];          /* of JARZYNSKI in units of the exact average */
  double exact[N_MEANS];
  QnHistogram histogram[2];
  double *sum;                   /* Owned: of W in each bin, both directions */
  GArray *waypoints;             /* Owned: Waypoint, eight a decade */
  double next_waypoint;
} Runs;

static void
end (gpointer data)
{
  Runs *runs = data;

  for (int i = 0; i < 2; i++)
    {
      qn_unravelling_free (runs->unravelling[i]);
      qn_histogram_clear (&runs->histogram[i]);
    }
  if (runs->process.open)
    qn_medium_clear (&runs->medium);
  qn_lab_fluctuations_process_clear (&runs->process);
  if (runs->cycles)
    qn_monte_carlo_jumps.end (runs->cycles);
  g_free (runs->sum);
  if (runs->waypoints)
    g_array_unref (runs->waypoints);
  g_free (runs);
}

static void
expect (Runs *runs)
{
  const QnLabFluctuationsProcess *process = &runs->process;

  runs->exact[WORK] = process->mean;
  runs->exact[JARZYNSKI] = process->average;
  runs->exact[VIOLATION] = NAN;
  runs->exact[REVERSE] = -process->mean_back;
  if (!process->open)
    {
      QnWorkStatistics s;

      qn_work_statistics (&process->distribution, &s);
      runs->exact[VIOLATION] = s.violation;
    }
}

static gpointer
begin (const QnExperiment *experiment, guint64 seed, const gint *cancelled, GError **error)
{
  Runs *runs = g_new0 (Runs, 1);
  QnMachine machine;
  double high;

  if (!qn_experiment_machine (experiment, &machine, error) || !qn_lab_fluctuations_process_init (&runs->process, experiment, &machine, cancelled, error))
    {
      g_free (runs);
      return NULL;
    }
  if (runs->process.unlisted)
    {
      g_propagate_error (error, g_steal_pointer (&runs->process.unlisted));
      g_free (runs);
      return NULL;
    }
  if (runs->process.open)
    qn_medium_init (&runs->medium, &machine.medium, TRUE);
  for (int i = 0; runs->process.open && i < 2; i++)
    {
      runs->unravelling[i] = qn_unravelling_new (i == 0 ? &runs->process.forward : &runs->process.reverse, cancelled, error);
      if (!runs->unravelling[i])
        {
          end (runs);
          return NULL;
        }
    }
  runs->cycles = qn_monte_carlo_jumps.begin (experiment, seed, cancelled, NULL);
  runs->seed = seed;
  high = runs->process.low + runs->process.n_bins * runs->process.width;
  for (int i = 0; i < 2; i++)
    qn_histogram_init (&runs->histogram[i], runs->process.low, high, runs->process.n_bins);
  runs->sum = g_new0 (double, runs->process.n_bins);
  runs->waypoints = g_array_new (FALSE, FALSE, sizeof (Waypoint));
  runs->next_waypoint = 1;
  expect (runs);
  return runs;
}

/* The run begins in an eigenstate of H before the drive: its energy is the first measurement's. */
static double
counted_work (Runs *runs, int direction, guint64 index)
{
  const QnUnravelling *u = runs->unravelling[direction];
  const QnMachine *machine = direction == 0 ? &runs->process.forward : &runs->process.reverse;
  double _Complex overlap = 0;
  QnTrajectory run;
  QnEigen eigen;
  double before, after;

  qn_trajectory_start (u, runs->seed, index, NULL, &run);
  qn_medium_eigen (&runs->medium, machine->stroke[0].from, &eigen);
  for (int i = 0; i < 2; i++)
    overlap += conj (eigen.V[i][1]) * run.ket[i];
  before = eigen.E[cabs (overlap) > 0.5];
  for (int s = 0; s < machine->n_strokes; s++)
    {
      qn_trajectory_to (u, &run, qn_unravelling_points (u, s), NULL, NULL);
      if (s + 1 < machine->n_strokes)
        qn_trajectory_next_stroke (u, &run);
    }
  qn_trajectory_measure (u, &run, &after);
  return after - before - run.heat[QN_HOT];
}

static double
work_of (Runs *runs, int direction)
{
  guint64 index = 2 * runs->next + direction, rng[4];

  if (runs->process.open)
    return counted_work (runs, direction, index);
  qn_random_seed (rng, runs->seed, index);
  return qn_two_point_draw (&runs->process.two_point, direction == 1, rng);
}

static void
pass_waypoint (Runs *runs)
{
  const QnMean *mean = &runs->mean[JARZYNSKI];
  double b = runs->process.slope, average = qn_mean_value (mean);
  Waypoint point = { mean->n, runs->process.free_energy - log (average) / b, mean->n > 1 ? qn_mean_error (mean) / average / fabs (b) : 0 };

  if (b == 0)
    point = (Waypoint) { mean->n, qn_mean_value (&runs->mean[WORK]), qn_mean_error (&runs->mean[WORK]) };
  g_array_append_val (runs->waypoints, point);
  while (runs->next_waypoint <= mean->n)
    runs->next_waypoint = MAX (runs->next_waypoint * pow (10, 0.125), mean->n + 1);
}

static void
run_pair (Runs *runs)
{
  const QnLabFluctuationsProcess *process = &runs->process;
  double W = work_of (runs, 0), back = work_of (runs, 1), edge = 1e-9 * fabs (process->slope) * (fabs (process->free_energy) + process->width);

  runs->next++;
  qn_mean_add (&runs->mean[WORK], W);
  qn_mean_add (&runs->mean[JARZYNSKI], exp (MIN (-process->slope * (W - process->free_energy), 300)));
  qn_mean_add (&runs->mean[VIOLATION], process->slope * (W - process->free_energy) < -edge);
  qn_mean_add (&runs->mean[REVERSE], back);
  qn_histogram_add (&runs->histogram[0], W);
  qn_histogram_add (&runs->histogram[1], -back);
  runs->sum[qn_lab_fluctuations_process_bin (process, W)] += W;
  runs->sum[qn_lab_fluctuations_process_bin (process, -back)] -= back;
  if (runs->mean[WORK].n >= runs->next_waypoint)
    pass_waypoint (runs);
}

static void
run (gpointer data, guint64 n, const gint *cancelled)
{
  while (n-- && !qn_is_cancelled (cancelled))
    run_pair (data);
}

static void
add_running (const Runs *runs, QnReport *report)
{
  static const QnColumn columns[] = {
    { "runs", "<i>N</i>", N_ ("Runs") },
    { "estimate", "−<i>T</i> ln⟨e<sup>−<i>W</i>/<i>T</i></sup>⟩<sub><i>N</i></sub>", N_ ("Estimate of the free energy difference"), QN_DIMENSION_ENERGY },
    { "error", "", N_ ("Standard error"), QN_DIMENSION_ENERGY },
  };
  QnTable *table = qn_report_add (report, "running", columns, G_N_ELEMENTS (columns), runs->waypoints->len);

  memcpy (table->values, runs->waypoints->data, sizeof (Waypoint) * runs->waypoints->len);
}

/* The outermost bins of a continuous distribution hold what lies beyond. */
static gboolean
has_ratio (const Runs *runs, int bin)
{
  if (runs->process.open && (bin == 0 || bin == runs->process.n_bins - 1))
    return FALSE;
  return runs->histogram[0].count[bin] >= FEWEST && runs->histogram[1].count[bin] >= FEWEST;
}

static void
add_ratio (const Runs *runs, QnReport *report)
{
  static const QnColumn columns[] = {
    { "work", "<i>W</i>", N_ ("Work"), QN_DIMENSION_ENERGY },
    { "ratio", "", N_ ("Logarithm of the ratio") },
    { "error", "", N_ ("Standard error") },
  };
  const QnHistogram *out = &runs->histogram[0], *back = &runs->histogram[1];
  QnTable *table;
  gsize n = 0;

  for (int i = 0; i < out->n_bins; i++)
    n += has_ratio (runs, i);
  table = qn_report_add (report, "crooks_sampled", columns, G_N_ELEMENTS (columns), n);
  n = 0;
  for (int i = 0; i < out->n_bins; i++)
    if (has_ratio (runs, i))
      {
        qn_table_set (table, n, 0, runs->sum[i] / (out->count[i] + back->count[i]));
        qn_table_set (table, n, 1, log (out->count[i] / back->count[i]));
        qn_table_set (table, n++, 2, sqrt (1 / out->count[i] + 1 / back->count[i]));
      }
}

static void
tell (gpointer data, QnReport *report)
{
  Runs *runs = data;
  QnMean mean[N_MEANS];
  double limit = exp (-runs->process.slope * runs->process.free_energy);

  memcpy (mean, runs->mean, sizeof mean);
  qn_mean_scale (&mean[JARZYNSKI], limit);
  qn_report_add_estimates (report, mean, runs->exact, N_MEANS);
  qn_report_add_histogram (report, "work_histogram", &runs->histogram[0]);
  qn_report_add_histogram (report, "work_reverse_histogram", &runs->histogram[1]);
  add_running (runs, report);
  add_ratio (runs, report);
  if (runs->cycles)
    qn_monte_carlo_tell_paths (runs->cycles, report);
}

static const QnEstimate estimates[] = {
  { "work_input", "⟨<i>W</i>⟩", N_ ("Mean work"), QN_DIMENSION_ENERGY },
  { "jarzynski", "⟨e<sup>−<i>W</i>/<i>T</i></sup>⟩", N_ ("Exponential average"), QN_DIMENSION_NONE },
  { "probability_violation", "<i>P</i>(<i>W</i> &lt; Δ<i>F</i>)", N_ ("Violation probability"), QN_DIMENSION_NONE },
  { "work_reverse", "⟨<i>W</i>⟩<sub>R</sub>", N_ ("Mean reverse work"), QN_DIMENSION_ENERGY },
  { NULL },
};

const QnMonteCarlo qn_lab_fluctuations_runs = {
  .estimates = estimates,
  .begin = begin,
  .run = run,
  .tell = tell,
  .end = end,
};
