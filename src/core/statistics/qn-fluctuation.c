/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/statistics/qn-fluctuation.h"

#include <math.h>

#include "core/linear/qn-random.h"

#define NEGLIGIBLE 1e-18 /* of a pair of levels, in both processes */
#define LEAST 1e-290     /* of a reverse probability that keeps its digits */
#define SEEN 1e-14       /* both probabilities of a stick whose ratio means something */

static int
by_value (gconstpointer a, gconstpointer b)
{
  const QnStick *s = a, *t = b;

  return (s->value > t->value) - (s->value < t->value);
}

/* Neighbours of one value become one stick, at the mean of where they were. */
static gsize
merge (QnStick *stick, gsize n, double least)
{
  gsize kept = 0;

  for (gsize i = 0; i < n; i++)
    if (kept > 0 && stick[i].value - stick[kept - 1].value <= least)
      {
        stick[kept - 1].forward += stick[i].forward;
        stick[kept - 1].reverse += stick[i].reverse;
      }
    else
      stick[kept++] = stick[i];
  return kept;
}

void
qn_work_distribution_init (QnWorkDistribution *distribution, const QnTwoPoint *process)
{
  g_autoptr (GArray) sticks = g_array_new (FALSE, FALSE, sizeof (QnStick));
  int N = process->n_from, M = process->n_to;
  double scale = 0;

  for (int n = 0; n < N; n++)
    for (int m = 0; m < M; m++)
      {
        QnStick stick = { process->to[m] - process->from[n], exp (process->log_p[n]) * process->forward[n * M + m], exp (process->log_q[m]) * process->reverse[m * N + n] };

        if (stick.forward < NEGLIGIBLE && stick.reverse < NEGLIGIBLE)
          continue;
        scale = MAX (scale, MAX (fabs (process->to[m]), fabs (process->from[n])));
        g_array_append_val (sticks, stick);
      }
  g_array_sort (sticks, by_value);
  *distribution = (QnWorkDistribution) { .slope = process->slope, .free_energy = process->free_energy };
  distribution->n = merge ((QnStick *) (gpointer) sticks->data, sticks->len, 1e-9 * scale);
  distribution->stick = (QnStick *) (gpointer) g_array_free (g_steal_pointer (&sticks), FALSE);
}

void
qn_work_distribution_clear (QnWorkDistribution *distribution)
{
  g_clear_pointer (&distribution->stick, g_free);
  distribution->n = 0;
}

static double
crossing (const QnWorkDistribution *d)
{
  double last = NAN, at = NAN;

  for (gsize i = 0; i < d->n; i++)
    {
      double ratio;

      if (d->stick[i].forward < SEEN || d->stick[i].reverse < SEEN)
        continue;
      ratio = log (d->stick[i].forward / d->stick[i].reverse);
      if (fabs (ratio) < 1e-12)
        return d->stick[i].value;
      if (last < 0 && ratio > 0)
        return at - last * (d->stick[i].value - at) / (ratio - last);
      last = ratio;
      at = d->stick[i].value;
    }
  return NAN;
}

void
qn_work_statistics (const QnWorkDistribution *d, QnWorkStatistics *out)
{
  double scale = 0, edge;

  *out = (QnWorkStatistics) { .crossing = crossing (d) };
  for (gsize i = 0; i < d->n; i++)
    {
      const QnStick *s = &d->stick[i];

      scale = MAX (scale, fabs (s->value));
      out->total += s->forward;
      out->total_reverse += s->reverse;
      out->mean += s->forward * s->value;
      out->mean_reverse += s->reverse * s->value;
      if (s->forward > NEGLIGIBLE)
        out->relative_entropy += s->reverse > LEAST ? s->forward * (log (s->forward) - log (s->reverse)) : NAN;
    }
  edge = 1e-9 * scale * fabs (d->slope);
  for (gsize i = 0; i < d->n; i++)
    {
      double away = d->stick[i].value - out->mean;

      out->variance += d->stick[i].forward * away * away;
      if (d->slope * (d->stick[i].value - d->free_energy) < -edge)
        out->violation += d->stick[i].forward;
    }
}

double
qn_two_point_average (const QnTwoPoint *process)
{
  double sum = 0;

  for (int n = 0; n < process->n_from; n++)
    for (int m = 0; m < process->n_to; m++)
      {
        double P = process->forward[n * process->n_to + m];

        if (P > 0)
          sum += P * exp (process->log_p[n] - process->slope * (process->to[m] - process->from[n]));
      }
  return sum;
}

static int
draw (const double *p, gboolean logarithms, int n, guint64 rng[4])
{
  double left = qn_random (rng);
  int i = 0;

  for (; i < n - 1; i++)
    {
      left -= logarithms ? exp (p[i]) : p[i];
      if (left < 0)
        break;
    }
  return i;
}

double
qn_two_point_draw (const QnTwoPoint *process, gboolean reverse, guint64 rng[4])
{
  int N = process->n_from, M = process->n_to, n, m;

  if (reverse)
    {
      m = draw (process->log_q, TRUE, M, rng);
      n = draw (process->reverse + (gsize) m * N, FALSE, N, rng);
      return process->from[n] - process->to[m];
    }
  n = draw (process->log_p, TRUE, N, rng);
  m = draw (process->forward + (gsize) n * M, FALSE, M, rng);
  return process->to[m] - process->from[n];
}

/* --- Convergence ---------------------------------------------------------- */

/* Which stick a number in [0, 1) falls on. */
static gsize
find (const double *sum, gsize n, double u)
{
  gsize low = 0, high = n - 1;

  while (low < high)
    {
      gsize middle = (low + high) / 2;

      if (u < sum[middle])
        high = middle;
      else
        low = middle + 1;
    }
  return low;
}

/* ln((e^a + e^b)/2) */
static double
log_mean (double a, double b)
{
  return MAX (a, b) + log1p (exp (-fabs (a - b))) - G_LN2;
}

void
qn_work_convergence (const QnWorkDistribution *d, guint64 seed, int n_sizes, double *mean, double *spread)
{
  gsize n = (gsize) 1 << QN_LOG_DRAWS;
  g_autofree double *sum = g_new (double, d->n), *value = g_new (double, n);
  guint64 rng[4];
  double total = 0;

  for (gsize i = 0; i < d->n; i++)
    sum[i] = total += d->stick[i].forward;
  qn_random_seed (rng, seed, 0);
  for (gsize i = 0; i < n; i++)
    {
      double W = d->stick[find (sum, d->n, total * qn_random (rng))].value;

      value[i] = d->slope != 0 ? -d->slope * W : W;
    }
  for (int k = 0; k < n_sizes; k++, n /= 2)
    {
      double first = 0, second = 0;

      for (gsize i = 0; i < n; i++)
        {
          double estimate = d->slope != 0 ? -value[i] / d->slope : value[i];

          first += estimate;
          second += estimate * estimate;
        }
      mean[k] = first / n;
      spread[k] = sqrt (MAX (second / n - mean[k] * mean[k], 0) * n / MAX (n - 1.0, 1));
      for (gsize i = 0; i < n / 2; i++)
        value[i] = d->slope != 0 ? log_mean (value[2 * i], value[2 * i + 1]) : (value[2 * i] + value[2 * i + 1]) / 2;
    }
}
