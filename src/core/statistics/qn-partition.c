/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/statistics/qn-partition.h"

#include <math.h>

#include "core/medium/qn-medium-class.h"
#include "core/medium/qn-medium.h"

#define NOTHING 60.0        /* exp(-NOTHING) counts no more, whatever power of its exponent stands before it */
#define ROTOR_CLASSICAL 0.05 /* of w/2T: below, 12 terms of Euler-Maclaurin leave less than 1e-17 */
#define BOX_CLASSICAL 0.2    /* of w/3T: below, the dual sum's first term is less than 1e-21 */
#define SUMMABLE 1e-3        /* of E_1/T: a tail of some hundred terms */

/* ln Z and what its derivatives by beta make, in units of the temperature: U/T, and the second and third cumulants of E/T. */
typedef struct
{
  double log_Z, u, c, k3;
} Moments;

void
qn_levels_of_medium (const QnMediumSpec *spec, double w, QnLevels *levels)
{
  QnMedium medium;
  QnEigen eigen;

  *levels = (QnLevels) { .kind = QN_LEVELS_FINITE, .spacing = w };
  qn_medium_init (&medium, spec, FALSE);
  if (medium.klass->gaussian)
    {
      levels->kind = QN_LEVELS_OSCILLATOR;
      return;
    }
  qn_medium_eigen (&medium, w, &eigen);
  levels->n = medium.n;
  for (int n = 0; n < medium.n; n++)
    {
      levels->energy[n] = eigen.E[n] - eigen.E[0];
      levels->degeneracy[n] = medium.degenerate ? medium.g[n] : 1;
    }
  qn_medium_clear (&medium);
}

int
qn_levels_count (const QnLevels *levels)
{
  return levels->kind == QN_LEVELS_FINITE ? levels->n : G_MAXINT;
}

double
qn_levels_energy (const QnLevels *levels, int n)
{
  switch (levels->kind)
    {
    case QN_LEVELS_BOX:
      return levels->spacing * n * (n + 2.0) / 3;
    case QN_LEVELS_OSCILLATOR:
      return levels->spacing * n;
    case QN_LEVELS_ROTOR:
      return levels->spacing * n * (n + 1.0) / 2;
    case QN_LEVELS_FINITE:
    default:
      return levels->energy[n];
    }
}

double
qn_levels_degeneracy (const QnLevels *levels, int n)
{
  if (levels->kind == QN_LEVELS_FINITE)
    return levels->degeneracy[n];
  return levels->kind == QN_LEVELS_ROTOR ? 2.0 * n + 1 : 1;
}

/* Levels whose weight may count at this temperature. */
static int
reach (const QnLevels *levels, double T)
{
  int n = 1;

  while (n < qn_levels_count (levels) && qn_levels_energy (levels, n) <= NOTHING * T)
    n++;
  return n;
}

/* sum of g_n exp(-E_n/T) from the n-th level upwards. */
static double
tail (const QnLevels *levels, double T, int from)
{
  double sum = 0;

  for (int n = from; n < qn_levels_count (levels) && qn_levels_energy (levels, n) - qn_levels_energy (levels, from) <= NOTHING * T; n++)
    sum += qn_levels_degeneracy (levels, n) * exp (-qn_levels_energy (levels, n) / T);
  return sum;
}

static Moments
direct (const QnLevels *levels, double T)
{
  int count = reach (levels, T), lowest = 0;
  double ground = 0, rest = 0;
  Moments m = { 0 };

  for (; lowest < count && qn_levels_energy (levels, lowest) == 0; lowest++)
    ground += qn_levels_degeneracy (levels, lowest);
  if (lowest < count)
    rest = tail (levels, T, lowest);
  m.log_Z = log (ground) + log1p (rest / ground);
  for (int n = lowest; n < count; n++)
    m.u += qn_levels_energy (levels, n) / T * qn_levels_degeneracy (levels, n) * exp (-qn_levels_energy (levels, n) / T) / (ground + rest);
  for (int n = 0; n < count; n++)
    {
      double p = qn_levels_degeneracy (levels, n) * exp (-qn_levels_energy (levels, n) / T) / (ground + rest), off = qn_levels_energy (levels, n) / T - m.u;

      m.c += p * off * off;
      m.k3 += p * off * off * off;
    }
  return m;
}

static Moments
oscillator (double x)
{
  double root = x / (2 * sinh (x / 2)), c = root * root;

  return (Moments) { x > M_LN2 ? -log1p (-exp (-x)) : -log (-expm1 (-x)), x / expm1 (x), c, c * x / tanh (x / 2) };
}

/* sum_J (2J + 1) exp(-s (J + 1/2)^2) = (1 + sum_k c_k s^k)/s, c_k = (1 - 2^(1 - 2k)) |B_2k|/k!, by Euler and Maclaurin:
 * H. P. Mulholland, Proc. Cambridge Phil. Soc. 24, 280 (1928). */
static Moments
hot_rotor (double s)
{
  static const double bernoulli[] = { 1.0 / 6, 1.0 / 30, 1.0 / 42, 1.0 / 30, 5.0 / 66, 691.0 / 2730, 7.0 / 6, 3617.0 / 510, 43867.0 / 798, 174611.0 / 330, 854513.0 / 138, 236364091.0 / 2730 };
  double q = 0, a = 0, b = 0, d = 0, power = 1;

  for (int k = 1; k <= (int) G_N_ELEMENTS (bernoulli); k++)
    {
      double term = (1 - exp2 (1 - 2 * k)) * bernoulli[k - 1] * (power *= s / k);

      q += term;
      a += k * term;
      b += k * (k - 1) * term;
      d += k * (k - 1) * (k - 2) * term;
    }
  a /= 1 + q;
  b /= 1 + q;
  d /= 1 + q;
  return (Moments) { s / 4 - log (s) + log1p (q), 1 - s / 4 - a, 1 + b - a * a, 2 - d + 3 * a * b - 2 * a * a * a };
}

/* sum_n exp(-a n^2) = (sqrt(pi/a) - 1)/2 but for terms exp(-pi^2/a): Jacobi's theta function and its dual. */
static Moments
hot_box (double a)
{
  double s = sqrt (a / M_PI), y = s / (1 - s);

  return (Moments) { a + log ((1 / s - 1) / 2), 0.5 - a + y / 2, 0.5 + y * (1 - y) / 4, 1 - (1 - 2 * y) * y * (1 + y) / 8 + y * (1 - y) / 2 };
}

static Moments
moments (const QnLevels *levels, double T)
{
  double x = levels->spacing / T;

  if (levels->kind == QN_LEVELS_OSCILLATOR)
    return oscillator (x);
  if (levels->kind == QN_LEVELS_ROTOR && x / 2 < ROTOR_CLASSICAL)
    return hot_rotor (x / 2);
  if (levels->kind == QN_LEVELS_BOX && x / 3 < BOX_CLASSICAL)
    return hot_box (x / 3);
  return direct (levels, T);
}

void
qn_partition (const QnLevels *levels, double temperature, QnPartition *out)
{
  Moments m = moments (levels, temperature);

  out->Z = exp (m.log_Z);
  out->log_Z = m.log_Z;
  out->energy = m.u * temperature;
  out->free_energy = -m.log_Z * temperature;
  out->entropy = m.log_Z + m.u;
  out->capacity = m.c;
  out->slope = m.k3 - 2 * m.c;
}

double
qn_partition_population (const QnLevels *levels, double temperature, int n)
{
  if (n >= qn_levels_count (levels))
    return 0;
  return qn_levels_degeneracy (levels, n) * exp (-qn_levels_energy (levels, n) / temperature - moments (levels, temperature).log_Z);
}

double
qn_partition_beyond (const QnLevels *levels, double temperature, int n)
{
  double below = 0;

  if (n >= qn_levels_count (levels))
    return 0;
  if (levels->kind == QN_LEVELS_OSCILLATOR)
    return exp (-qn_levels_energy (levels, n) / temperature);
  if (levels->kind == QN_LEVELS_FINITE || levels->spacing > SUMMABLE * temperature)
    return tail (levels, temperature, n) * exp (-moments (levels, temperature).log_Z);
  for (int i = 0; i < n; i++)
    below += qn_partition_population (levels, temperature, i);
  return 1 - below;
}

double
qn_levels_classical (const QnLevels *levels)
{
  if (levels->kind == QN_LEVELS_FINITE)
    return NAN;
  return levels->kind == QN_LEVELS_BOX ? 0.5 : 1;
}

/* --- The maximum ---------------------------------------------------------- */

#define LEAST 1e-250 /* no gap is as small as that */
#define SCAN 1.05    /* from one temperature looked at to the next; a peak of C is several times as wide */

/* Between which temperatures the largest heat capacity must lie. */
static gboolean
search_range (const QnLevels *levels, double *low, double *high)
{
  int n = 0;

  if (levels->kind == QN_LEVELS_OSCILLATOR)
    return FALSE;
  *low = 0.05 * levels->spacing;
  *high = 20 * levels->spacing;
  if (levels->kind != QN_LEVELS_FINITE)
    return TRUE;
  while (n < levels->n && levels->energy[n] == 0)
    n++;
  if (n == levels->n)
    return FALSE;
  *low = MAX (levels->energy[n] / 50, LEAST);
  *high = levels->energy[levels->n - 1] * 5;
  return *high > *low;
}

gboolean
qn_partition_peak (const QnLevels *levels, double *temperature, double *capacity)
{
  double low, high, best = 0;
  QnPartition p = { 0 };

  if (!search_range (levels, &low, &high))
    return FALSE;
  *temperature = low;
  for (double T = low; T < high; T *= SCAN)
    {
      qn_partition (levels, T, &p);
      if (p.capacity > best)
        {
          best = p.capacity;
          *temperature = T;
        }
    }
  low = *temperature / SCAN;
  high = *temperature * SCAN;
  for (int i = 0; i < 60; i++)
    {
      *temperature = sqrt (low * high);
      qn_partition (levels, *temperature, &p);
      *(p.slope > 0 ? &low : &high) = *temperature;
    }
  *capacity = p.capacity;
  return TRUE;
}
