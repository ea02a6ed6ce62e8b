/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "lab/labs/qn-lab-thermometry.h"
#include "core/linear/qn-random.h"

#define CHECKPOINTS 12
#define BINS 61
#define REACH 16 /* estimates are looked for from T/16 to 16 T */

/* The populations of a temperature, at points of ln T between which the likelihood is interpolated. */
#define GRID 257

typedef struct
{
  QnProbe probe;
  double time, fisher;
  guint64 seed, next;
  int n_levels, n_points;
  double p[QN_MAX_LADDER], log_p[GRID][QN_MAX_LADDER]; /* ln p of every level at every temperature */
  int shots[CHECKPOINTS];
  QnMean error[CHECKPOINTS]; /* of ((estimate - T)/T)^2 */
  QnMean last[1];
  QnHistogram histogram;
} Sampler;

static double
temperature_at (const Sampler *s, double i)
{
  return s->probe.bath.temperature * pow (REACH, 2 * i / (GRID - 1) - 1);
}

static void
sampler_end (gpointer data)
{
  Sampler *s = data;

  qn_histogram_clear (&s->histogram);
  g_free (s);
}

/* 1, 3, 10, 30, ... and all. */
static void
set_checkpoints (Sampler *s, int shots)
{
  for (double at = 1; at < shots && s->n_points < CHECKPOINTS - 1; at *= sqrt (10))
    s->shots[s->n_points++] = (int) at;
  s->shots[s->n_points++] = shots;
}

static gpointer
sampler_begin (const QnExperiment *experiment, guint64 seed, const gint *cancelled, GError **error)
{
  Sampler *s = g_new0 (Sampler, 1);
  QnProbeReading reading;
  double T, width;

  s->probe = qn_lab_thermometry_probe (experiment);
  s->time = qn_lab_thermometry_time (experiment);
  T = s->probe.bath.temperature;
  s->seed = seed;
  if (!qn_probe_read (&s->probe, s->time, &reading, error))
    {
      sampler_end (s);
      return NULL;
    }
  s->n_levels = reading.n;
  s->fisher = reading.fisher_populations;
  memcpy (s->p, reading.p, sizeof s->p);
  for (int i = 0; i < GRID; i++)
    {
      double p[QN_MAX_LADDER];

      if (qn_is_cancelled (cancelled) || !qn_probe_populations (&s->probe, temperature_at (s, i), s->time, p, error))
        {
          sampler_end (s);
          return NULL;
        }
      for (int n = 0; n < s->n_levels; n++)
        s->log_p[i][n] = log (MAX (p[n], 1e-300));
    }
  set_checkpoints (s, (int) qn_experiment_get (experiment, "probe.shots"));
  width = 5 / sqrt (s->fisher * s->shots[s->n_points - 1]);
  qn_histogram_init (&s->histogram, MAX (0, T - width), T + MIN (width, 4 * T), BINS);
  return s;
}

static double
likelihood (const Sampler *s, const int *counts, int i)
{
  double sum = 0;

  for (int n = 0; n < s->n_levels; n++)
    sum += counts[n] * s->log_p[i][n];
  return sum;
}

/* The likeliest temperature: of the points, then of the parabola through it and its neighbours. FALSE: it is none of
 * those looked at (all shots found the ground state, say). */
static gboolean
estimate (const Sampler *s, const int *counts, double *temperature)
{
  int best = 0;
  double top = -INFINITY, a, b, c;

  for (int i = 0; i < GRID; i++)
    {
      double value = likelihood (s, counts, i);

      if (value > top)
        {
          top = value;
          best = i;
        }
    }
  if (best == 0 || best == GRID - 1)
    return FALSE;
  a = likelihood (s, counts, best - 1);
  b = likelihood (s, counts, best);
  c = likelihood (s, counts, best + 1);
  *temperature = temperature_at (s, best + (a + c < 2 * b ? 0.5 * (a - c) / (a - 2 * b + c) : 0));
  return TRUE;
}

static int
shoot (const Sampler *s, guint64 rng[4])
{
  double u = qn_random (rng);
  int n = 0;

  while (n + 1 < s->n_levels && (u -= s->p[n]) >= 0)
    n++;
  return n;
}

static void
sampler_run (gpointer data, guint64 n, const gint *cancelled)
{
  Sampler *s = data;
  double T = s->probe.bath.temperature;

  for (; n > 0 && !qn_is_cancelled (cancelled); n--)
    {
      guint64 rng[4];
      int counts[QN_MAX_LADDER] = { 0 }, made = 0;

      qn_random_seed (rng, s->seed, s->next++);
      for (int k = 0; k < s->n_points; k++)
        {
          double told;

          for (; made < s->shots[k]; made++)
            counts[shoot (s, rng)]++;
          if (!estimate (s, counts, &told))
            continue;
          qn_mean_add (&s->error[k], (told / T - 1) * (told / T - 1));
          if (k == s->n_points - 1)
            {
              qn_mean_add (s->last, told);
              qn_histogram_add (&s->histogram, told);
            }
        }
    }
}

static void
sampler_tell (gpointer data, QnReport *report)
{
  static const QnColumn columns[] = {
    { "shots", "<i>M</i>", N_ ("Shots"), QN_DIMENSION_NONE },
    { "error", "δ<i>T</i>/<i>T</i>", N_ ("Relative error of the estimates"), QN_DIMENSION_NONE },
    { "uncertainty", "", N_ ("Standard error of the error"), QN_DIMENSION_NONE },
    { "bound", "", N_ ("Cramér–Rao bound"), QN_DIMENSION_NONE },
    { "told", "", N_ ("Fraction of repetitions with an estimate"), QN_DIMENSION_NONE },
  };
  Sampler *s = data;
  double T = s->probe.bath.temperature, exact[1] = { NAN }; /* an estimate may be biased: its exact mean is not known */
  QnTable *table = qn_report_add (report, "precision", columns, G_N_ELEMENTS (columns), s->n_points);

  for (int k = 0; k < s->n_points; k++)
    {
      double square = qn_mean_value (&s->error[k]), error = sqrt (square);
      const double row[] = {
        s->shots[k], error, error > 0 ? qn_mean_error (&s->error[k]) / (2 * error) : NAN, 1 / (T * sqrt (s->shots[k] * s->fisher)),
        s->next > 0 ? s->error[k].n / (double) s->next : NAN
      };

      for (int c = 0; c < (int) G_N_ELEMENTS (row); c++)
        qn_table_set (table, k, c, row[c]);
    }
  qn_report_add_estimates (report, s->last, exact, 1);
  qn_report_add_histogram (report, "estimate_histogram", &s->histogram);
}

static const QnEstimate estimates[] = {
  { "temperature", "<i>T</i>", N_ ("Temperature"), QN_DIMENSION_TEMPERATURE },
  { NULL },
};

const QnMonteCarlo qn_lab_thermometry_runs = {
  .estimates = estimates,
  .begin = sampler_begin,
  .run = sampler_run,
  .tell = sampler_tell,
  .end = sampler_end,
};
