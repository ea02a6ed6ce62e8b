/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lab/labs/qn-lab-fluctuations-process.h"

#include <math.h>

#include "core/medium/qn-medium.h"

#define SHOWN 1e-4  /* shares that histograms reach out to */
#define MOST_BINS 60
#define FEW_BINS 24

static gboolean
init_two_point (QnLabFluctuationsProcess *process, const QnExperiment *experiment, const gint *cancelled, GError **error)
{
  double w = qn_experiment_get (experiment, "spacing.initial"), T = qn_experiment_get (experiment, "hot.temperature");

  switch (process->kind)
    {
    case QN_LAB_FLUCTUATIONS_OSCILLATOR:
      return qn_two_point_oscillator (&process->forward, cancelled, &process->two_point, error);
    case QN_LAB_FLUCTUATIONS_TRAP:
      return qn_two_point_trap (w, T, qn_experiment_get (experiment, "drive.distance"), qn_experiment_get (experiment, "stroke.drive"),
                                (QnRampShape) qn_experiment_get (experiment, "drive.shape"), &process->two_point, error);
    case QN_LAB_FLUCTUATIONS_PAIR:
      qn_two_point_pair (w, T, qn_experiment_get (experiment, "cold.temperature"), qn_experiment_get (experiment, "swap.angle"), &process->two_point);
      return TRUE;
    case QN_LAB_FLUCTUATIONS_QUBIT:
    default:
      return qn_two_point_qubit (&process->forward, cancelled, &process->two_point, error);
    }
}

static double
qubit_free_energy (double w, double tunnelling, double T)
{
  double gap = hypot (w, tunnelling);

  return -gap / 2 - T * log1p (exp (-gap / T));
}

static gboolean
init_open (QnLabFluctuationsProcess *process, const gint *cancelled, GError **error)
{
  const QnStroke *drive = &process->forward.stroke[0];
  double T = process->temperature, D = qn_medium_mixing (&process->forward.medium);

  if (!qn_counting (&process->forward, cancelled, &process->counted, error) || !qn_counting (&process->reverse, cancelled, &process->counted_back, error))
    return FALSE;
  process->slope = 1 / T;
  process->free_energy = qubit_free_energy (drive->to, D, T) - qubit_free_energy (drive->from, D, T);
  process->mean = process->counted.mean;
  process->variance = process->counted.variance;
  process->mean_back = -process->counted_back.mean;
  process->average = process->counted.average;
  return TRUE;
}

/* Where levels are too many to be listed; FALSE: it was something else. */
static gboolean
init_unlisted (QnLabFluctuationsProcess *process, const QnExperiment *experiment, const gint *cancelled, GError **error)
{
  QnWorkMoments m;

  if (!g_error_matches (process->unlisted, QN_CORE_ERROR, QN_CORE_ERROR_INVALID))
    {
      if (process->unlisted)
        g_propagate_error (error, g_steal_pointer (&process->unlisted));
      return FALSE;
    }
  if (process->kind == QN_LAB_FLUCTUATIONS_TRAP)
    qn_work_moments_trap (qn_experiment_get (experiment, "spacing.initial"), process->temperature, qn_experiment_get (experiment, "drive.distance"),
                          qn_experiment_get (experiment, "stroke.drive"), (QnRampShape) qn_experiment_get (experiment, "drive.shape"), &m);
  else if (!qn_work_moments_oscillator (&process->forward, cancelled, &m, error))
    return FALSE;
  process->slope = 1 / process->temperature;
  process->free_energy = m.free_energy;
  process->mean = m.mean;
  process->variance = m.variance;
  process->mean_back = m.mean_reverse;
  process->average = m.average;
  return TRUE;
}

static gboolean
is_shown (const QnStick *stick)
{
  return MAX (stick->forward, stick->reverse) >= SHOWN;
}

/* The least distance of two values where all distances are multiples of it; else 0. */
static double
lattice (const QnWorkDistribution *d)
{
  double first = NAN, last = NAN, least = INFINITY;

  for (gsize i = 0; i < d->n; i++)
    if (is_shown (&d->stick[i]))
      {
        first = isnan (first) ? d->stick[i].value : first;
        least = isnan (last) ? least : fmin (least, d->stick[i].value - last);
        last = d->stick[i].value;
      }
  for (gsize i = 0; i < d->n; i++)
    if (is_shown (&d->stick[i]) && fabs (remainder (d->stick[i].value - first, least)) > 1e-6 * least)
      return 0;
  return least;
}

/* From the first to the last value that is met with; values as far apart as the steps of a ladder have a bin each,
 * and the likeliest is in the middle of its own. */
static void
bins_of_values (QnLabFluctuationsProcess *process)
{
  const QnWorkDistribution *d = &process->distribution;
  const QnStick *best = d->stick;
  double first = NAN, high = NAN, step = lattice (d);

  for (gsize i = 0; i < d->n; i++)
    if (is_shown (&d->stick[i]))
      {
        first = isnan (first) ? d->stick[i].value : first;
        high = d->stick[i].value;
        best = d->stick[i].forward > best->forward ? &d->stick[i] : best;
      }
  process->low = first;
  process->width = !(high > process->low) ? 1 : step > (high - process->low) / MOST_BINS ? step : (high - process->low) / FEW_BINS;
  process->low -= process->width / 2 + fmod (process->low - best->value, process->width) + process->width;
  while (process->low + process->width < first)
    process->low += process->width;
  process->n_bins = (int) floor ((high - process->low) / process->width + 1 + 1e-9);
}

static void
bins_of_moments (QnLabFluctuationsProcess *process)
{
  double out = 5 * sqrt (process->variance), back = 5 * sqrt (process->counted_back.variance);
  double high = fmax (process->mean + out, process->mean_back + back);

  process->low = fmin (process->mean - out, process->mean_back - back);
  process->n_bins = MOST_BINS;
  process->width = high > process->low ? (high - process->low) / MOST_BINS : 1;
}

gboolean
qn_lab_fluctuations_process_init (QnLabFluctuationsProcess *process, const QnExperiment *experiment, const QnMachine *machine, const gint *cancelled, GError **error)
{
  QnWorkStatistics s;

  *process = (QnLabFluctuationsProcess) { .kind = (QnLabFluctuationsKind) qn_experiment_get (experiment, "medium.kind"), .temperature = machine->start_temperature };
  process->open = machine->stroke[0].baths != 0;
  process->forward = *machine;
  process->forward.n_strokes = 1;
  if (process->kind != QN_LAB_FLUCTUATIONS_PAIR)
    qn_reverse_drive (&process->forward, &process->reverse);
  if (process->open)
    {
      if (!init_open (process, cancelled, error))
        return FALSE;
      bins_of_moments (process);
      return TRUE;
    }
  if (!init_two_point (process, experiment, cancelled, &process->unlisted))
    return init_unlisted (process, experiment, cancelled, error);
  qn_work_distribution_init (&process->distribution, &process->two_point);
  qn_work_statistics (&process->distribution, &s);
  process->slope = process->two_point.slope;
  process->temperature = 1 / process->slope;
  process->free_energy = process->two_point.free_energy;
  process->mean = s.mean;
  process->variance = s.variance;
  process->mean_back = s.mean_reverse;
  process->average = qn_two_point_average (&process->two_point);
  bins_of_values (process);
  return TRUE;
}

void
qn_lab_fluctuations_process_clear (QnLabFluctuationsProcess *process)
{
  qn_two_point_clear (&process->two_point);
  qn_work_distribution_clear (&process->distribution);
  g_clear_error (&process->unlisted);
}

int
qn_lab_fluctuations_process_bin (const QnLabFluctuationsProcess *process, double value)
{
  return (int) CLAMP (floor ((value - process->low) / process->width), 0, process->n_bins - 1);
}
