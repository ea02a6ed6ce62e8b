/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lab/qn-monte-carlo.h"

#include <math.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "core/statistics/qn-trajectory.h"
#include "lab/qn-core-errors.h"

#define ROUNDING 1e-9

void
qn_mean_add (QnMean *mean, double value)
{
  mean->n++;
  mean->sum += value;
  mean->squares += value * value;
  for (int i = QN_MEAN_TAIL - 1; i >= 0 && value * value > mean->largest[i]; i--)
    {
      if (i + 1 < QN_MEAN_TAIL)
        mean->largest[i + 1] = mean->largest[i];
      mean->largest[i] = value * value;
    }
}

void
qn_mean_scale (QnMean *mean, double factor)
{
  mean->sum *= factor;
  mean->squares *= factor * factor;
  for (int i = 0; i < QN_MEAN_TAIL; i++)
    mean->largest[i] *= factor * factor;
}

double
qn_mean_tail (const QnMean *mean)
{
  double sum = 0;

  for (int i = 0; i < QN_MEAN_TAIL; i++)
    sum += mean->largest[i];
  return mean->squares > 0 ? sum / mean->squares : 0;
}

double
qn_mean_value (const QnMean *mean)
{
  return mean->n > 0 ? mean->sum / mean->n : NAN;
}

static double
spread (const QnMean *mean)
{
  double value = qn_mean_value (mean);

  return mean->n > 1 ? sqrt (MAX (mean->squares / mean->n - value * value, 0) * mean->n / (mean->n - 1)) : NAN;
}

double
qn_mean_error (const QnMean *mean)
{
  return spread (mean) / sqrt (mean->n);
}

void
qn_report_add_estimates (QnReport *report, const QnMean *means, const double *exact, int n)
{
  static const QnColumn columns[QN_N_ESTIMATE_COLUMNS] = {
    { "mean", "", N_ ("Mean") }, { "error", "", N_ ("Standard error") }, { "exact", "", N_ ("Exact") }, { "spread", "", N_ ("Standard deviation") }, { "runs", "", N_ ("Runs") },
    { "tail", "", N_ ("Share of the ten largest squares") },
  };
  QnTable *table = qn_report_add (report, "estimates", columns, QN_N_ESTIMATE_COLUMNS, n);

  for (int i = 0; i < n; i++)
    {
      qn_table_set (table, i, QN_ESTIMATE_MEAN, qn_mean_value (&means[i]));
      qn_table_set (table, i, QN_ESTIMATE_ERROR, qn_mean_error (&means[i]));
      qn_table_set (table, i, QN_ESTIMATE_EXACT, exact[i]);
      qn_table_set (table, i, QN_ESTIMATE_SPREAD, spread (&means[i]));
      qn_table_set (table, i, QN_ESTIMATE_RUNS, means[i].n);
      qn_table_set (table, i, QN_ESTIMATE_TAIL, qn_mean_tail (&means[i]));
    }
}

const char *
qn_estimate_doubt (const QnTable *estimates, gsize row)
{
  double mean = qn_table_get (estimates, row, QN_ESTIMATE_MEAN), error = qn_table_get (estimates, row, QN_ESTIMATE_ERROR), exact = qn_table_get (estimates, row, QN_ESTIMATE_EXACT);

  if (error > 0 && qn_table_get (estimates, row, QN_ESTIMATE_TAIL) > 0.5)
    return _ ("A few rare runs make most of it: the standard error is too small.");
  if (fabs (mean - exact) > QN_MOST_ERRORS * error + ROUNDING * (fabs (exact) + 1))
    return _ ("The exact value is more than three standard errors away: runs that matter are rarer than one in so many.");
  return NULL;
}

void
qn_histogram_init (QnHistogram *histogram, double low, double high, int n_bins)
{
  *histogram = (QnHistogram) { low, high > low ? high : low + 1, n_bins, g_new0 (double, n_bins), 0 };
}

void
qn_histogram_clear (QnHistogram *histogram)
{
  g_clear_pointer (&histogram->count, g_free);
}

void
qn_histogram_add (QnHistogram *histogram, double value)
{
  double place = floor ((value - histogram->low) / (histogram->high - histogram->low) * histogram->n_bins);

  histogram->count[(int) CLAMP (place, 0, histogram->n_bins - 1)]++;
  histogram->total++;
}

void
qn_report_add_histogram (QnReport *report, const char *id, const QnHistogram *histogram)
{
  static const QnColumn columns[] = { { "value", "", N_ ("Value") }, { "count", "", N_ ("Count") }, { "share", "", N_ ("Fraction") } };
  QnTable *table = qn_report_add (report, id, columns, G_N_ELEMENTS (columns), histogram->n_bins);
  double width = (histogram->high - histogram->low) / histogram->n_bins;

  for (int i = 0; i < histogram->n_bins; i++)
    {
      qn_table_set (table, i, 0, histogram->low + (i + 0.5) * width);
      qn_table_set (table, i, 1, histogram->count[i]);
      qn_table_set (table, i, 2, histogram->total > 0 ? histogram->count[i] / histogram->total : 0);
    }
}

/* --- Cycles of a machine -------------------------------------------------- */

#define BINS 81 /* odd: nothing at all has a bin of its own */

typedef struct
{
  QnUnravelling *unravelling; /* Owned */
  guint64 seed, next;
  double _Complex rho[QN_MAX_LEVELS][QN_MAX_LEVELS];
  int n_baths, n_levels;
  QnMean mean[3];
  double exact[3];
  QnHistogram work, heat, efficiency;
  GArray *paths;              /* Owned: rows of QN_N_PATH_COLUMNS */
} Runs;

static void
runs_end (gpointer data)
{
  Runs *runs = data;

  qn_unravelling_free (runs->unravelling);
  qn_histogram_clear (&runs->work);
  qn_histogram_clear (&runs->heat);
  qn_histogram_clear (&runs->efficiency);
  g_array_unref (runs->paths);
  g_free (runs);
}

/* From the ledger: what is counted are quanta, by parts where reservoirs act on parts. */
static void
expect (Runs *runs, const QnMachine *machine, const QnLedger *ledger)
{
  gboolean bare = qn_machine_is_continuous (machine);

  runs->exact[0] = bare ? ledger->bare_work_output : ledger->work_output;
  runs->exact[1] = bare ? ledger->bare_heat[QN_HOT] : ledger->heat[QN_HOT];
  runs->exact[2] = bare ? ledger->bare_heat[QN_COLD] : ledger->heat[QN_COLD];
}

typedef double PathRow[QN_N_PATH_COLUMNS];

typedef struct
{
  Runs *runs;
  QnTrajectory *run;
  int number;
} Recorder;

static void
record (Recorder *recorder, double time, double bath, double quantum)
{
  PathRow row = { recorder->number, time, 0, 0, bath, quantum };
  double p[QN_MAX_LEVELS];
  int level = 0;

  row[QN_PATH_ENERGY] = qn_trajectory_energy (recorder->runs->unravelling, recorder->run, p);
  for (int k = 1; k < recorder->runs->n_levels; k++)
    level = p[k] > p[level] ? k : level;
  row[QN_PATH_LEVEL] = level;
  g_array_append_val (recorder->runs->paths, row);
}

/* The ket has already jumped: before it, the energy was that of the row before. */
static void
record_jump (const QnJump *jump, gpointer data)
{
  Recorder *recorder = data;
  PathRow before;

  memcpy (before, &g_array_index (recorder->runs->paths, PathRow, recorder->runs->paths->len - 1), sizeof before);
  before[QN_PATH_TIME] = jump->time;
  before[QN_PATH_BATH] = before[QN_PATH_QUANTUM] = NAN;
  g_array_append_val (recorder->runs->paths, before);
  record (recorder, jump->time, jump->bath, jump->quantum);
}

static void
record_path (Runs *runs, const QnMachine *machine, int number)
{
  QnTrajectory run;
  Recorder recorder = { runs, &run, number };

  qn_trajectory_start_in (runs->unravelling, runs->seed, number, runs->rho, &run);
  do
    {
      int points = qn_unravelling_points (runs->unravelling, run.stroke), steps = MIN (points, QN_PATH_POINTS);

      record (&recorder, run.time, NAN, NAN);
      for (int i = 1; machine->stroke[run.stroke].duration > 0 && i <= steps; i++)
        {
          qn_trajectory_to (runs->unravelling, &run, (int) ((gint64) points * i / steps), record_jump, &recorder);
          record (&recorder, run.time, NAN, NAN);
        }
    }
  while (!qn_trajectory_next_stroke (runs->unravelling, &run));
}

/* What is counted are the medium's own heats, whatever is regenerated. */
static gpointer
runs_begin (const QnExperiment *experiment, guint64 seed, const gint *cancelled, GError **error)
{
  g_autoptr (QnCycle) cycle = NULL;
  QnUnravelling *unravelling;
  QnMachine machine;
  QnReading start;
  Runs *runs;
  double reach;

  if (!qn_experiment_machine (experiment, &machine, error))
    return NULL;
  machine.regenerator = (QnRegenerator) { 0 };
  unravelling = qn_unravelling_new (&machine, cancelled, error);
  if (!unravelling)
    return NULL;
  cycle = qn_cycle_new (&machine, QN_TOLERANCE, cancelled, error);
  if (!cycle)
    {
      qn_unravelling_free (unravelling);
      return NULL;
    }
  qn_cycle_read_start (cycle, &start);
  runs = g_new0 (Runs, 1);
  runs->unravelling = unravelling;
  runs->seed = seed;
  runs->n_baths = machine.n_baths;
  runs->n_levels = start.n_levels;
  qn_reading_density (&machine.medium, &start, FALSE, runs->rho);
  expect (runs, &machine, qn_cycle_ledger (cycle));
  reach = 2.5 * qn_cycle_ledger (cycle)->energy_scale;
  qn_histogram_init (&runs->work, -reach, reach, BINS);
  qn_histogram_init (&runs->heat, -reach, reach, BINS);
  qn_histogram_init (&runs->efficiency, -1, 2, 3 * BINS);
  runs->paths = g_array_new (FALSE, FALSE, sizeof (PathRow));
  for (int i = 0; i < QN_PATHS && !qn_is_cancelled (cancelled); i++)
    record_path (runs, &machine, i);
  return runs;
}

static void
run_cycle (Runs *runs)
{
  QnTrajectory run;
  double work;

  qn_trajectory_start_in (runs->unravelling, runs->seed, runs->next++, runs->rho, &run);
  work = qn_trajectory_energy (runs->unravelling, &run, NULL);
  qn_trajectory_cycle (runs->unravelling, &run);
  work -= qn_trajectory_energy (runs->unravelling, &run, NULL);
  for (int k = 0; k < runs->n_baths; k++)
    work += run.heat[k];
  qn_mean_add (&runs->mean[0], work);
  qn_mean_add (&runs->mean[1], run.heat[QN_HOT]);
  qn_mean_add (&runs->mean[2], run.heat[QN_COLD]);
  qn_histogram_add (&runs->work, work);
  qn_histogram_add (&runs->heat, run.heat[QN_HOT]);
  if (run.heat[QN_HOT] > 1e-12)
    qn_histogram_add (&runs->efficiency, work / run.heat[QN_HOT]);
}

static void
runs_run (gpointer data, guint64 n, const gint *cancelled)
{
  while (n-- && !qn_is_cancelled (cancelled))
    run_cycle (data);
}

void
qn_monte_carlo_tell_paths (gconstpointer jumps, QnReport *report)
{
  const Runs *runs = jumps;
  static const QnColumn columns[QN_N_PATH_COLUMNS] = {
    { "run", "", N_ ("Run") },
    { "time", "<i>t</i>", N_ ("Time"), QN_DIMENSION_TIME },
    { "energy", "<i>E</i>", N_ ("Energy"), QN_DIMENSION_ENERGY },
    { "level", "<i>n</i>", N_ ("Level") },
    { "bath", "", N_ ("Reservoir of the jump") },
    { "quantum", "", N_ ("Quantum absorbed"), QN_DIMENSION_ENERGY },
  };
  QnTable *table = qn_report_add (report, "paths", columns, QN_N_PATH_COLUMNS, runs->paths->len);

  memcpy (table->values, runs->paths->data, sizeof (PathRow) * runs->paths->len);
}

static void
runs_tell (gpointer data, QnReport *report)
{
  Runs *runs = data;

  qn_monte_carlo_tell_paths (runs, report);
  qn_report_add_estimates (report, runs->mean, runs->exact, 3);
  qn_report_add_histogram (report, "work_histogram", &runs->work);
  qn_report_add_histogram (report, "heat_histogram", &runs->heat);
  qn_report_add_histogram (report, "efficiency_histogram", &runs->efficiency);
}

static const QnEstimate estimates_runs[] = {
  { "work_output", "<i>W</i>", N_ ("Work"), QN_DIMENSION_ENERGY },
  { "heat_hot", "<i>Q</i><sub>h</sub>", N_ ("Hot heat"), QN_DIMENSION_ENERGY },
  { "heat_cold", "<i>Q</i><sub>c</sub>", N_ ("Cold heat"), QN_DIMENSION_ENERGY },
  { NULL },
};

const QnMonteCarlo qn_monte_carlo_jumps = {
  .estimates = estimates_runs,
  .begin = runs_begin,
  .run = runs_run,
  .tell = runs_tell,
  .end = runs_end,
};

QnReport *
qn_experiment_sample (const QnExperiment *experiment, guint64 runs, guint64 seed, const gint *cancelled, GError **error)
{
  const QnMonteCarlo *sampler = experiment->lab->sampler;
  QnReport *report = NULL;
  gpointer data;

  g_return_val_if_fail (sampler != NULL, NULL);
  data = sampler->begin (experiment, seed, cancelled, error);
  if (!data)
    {
      qn_core_errors_say (experiment->lab, error);
      return NULL;
    }
  sampler->run (data, runs, cancelled);
  if (!qn_is_cancelled (cancelled))
    {
      report = qn_report_new ();
      sampler->tell (data, report);
    }
  sampler->end (data);
  return report;
}
