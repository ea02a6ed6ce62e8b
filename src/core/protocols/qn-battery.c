/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/protocols/qn-battery.h"

#include <math.h>
#include <string.h>

#include "core/linear/qn-entropy.h"
#include "core/linear/qn-hermitian.h"
#include "core/linear/qn-types.h"

#define STATES (1 << QN_BATTERY_CELLS)
#define MOST_PHOTONS 64
#define ROUNDING 1e-8 /* of a coherence: its ergotropy goes as its square */

void
qn_cells_clear (QnCells *cells)
{
  g_clear_pointer (&cells->whole, g_free);
}

static int
excitations (gsize index)
{
  int n = 0;

  for (; index; index >>= 1)
    n += index & 1;
  return n;
}

static double
thermal (double spacing, double temperature)
{
  return temperature > 0 ? 1 / (1 + exp (spacing / temperature)) : 0;
}

/* --- Charging ------------------------------------------------------------- */

/* p' = exp(-i lam sx t) p exp(i lam sx t) of a diagonal p. */
static void
turn (double excited, double angle, double complex one[2][2])
{
  double c = cos (angle), s = sin (angle), z = 1 - 2 * excited;

  one[0][0] = c * c * (1 - excited) + s * s * excited;
  one[1][1] = s * s * (1 - excited) + c * c * excited;
  one[0][1] = I * s * c * z;
  one[1][0] = -I * s * c * z;
}

static void
charge_collective (const QnBattery *b, double t, QnCells *cells)
{
  gsize n = (gsize) 1 << b->cells, top = n - 1;
  double p = thermal (b->spacing, b->temperature), a = b->strength * (b->equal_norm ? b->cells : sqrt (b->cells)), c = cos (a * t), s = sin (a * t), low, high;

  cells->whole = g_new0 (double complex, n * n);
  for (gsize i = 0; i < n; i++)
    cells->whole[i * n + i] = pow (p, excitations (i)) * pow (1 - p, b->cells - excitations (i));
  low = creal (cells->whole[0]);
  high = creal (cells->whole[top * n + top]);
  cells->whole[0] = c * c * low + s * s * high;
  cells->whole[top * n + top] = s * s * low + c * c * high;
  cells->whole[top] = I * s * c * (low - high);
  cells->whole[top * n] = -I * s * c * (low - high);
}

/* m cells excited, all photons but m left: <m + 1|V|m> = lam sqrt((N - m)(m + 1)(n - m)). The photons tell m, so that the cells
 * are a mixture of Dicke states. */
static void
charge_cavity (const QnBattery *b, double t, QnCells *cells)
{
  gsize n = (gsize) 1 << b->cells;
  int photons = b->photons * b->cells, size = MIN (b->cells, photons) + 1;
  double H[(QN_BATTERY_CELLS + 1) * (QN_BATTERY_CELLS + 1)] = { 0 }, V[(QN_BATTERY_CELLS + 1) * (QN_BATTERY_CELLS + 1)], E[QN_BATTERY_CELLS + 1];
  double share[QN_BATTERY_CELLS + 1] = { 0 }, choose = 1;

  for (int m = 0; m < size; m++)
    {
      H[m * size + m] = -b->detuning * m;
      if (m + 1 < size)
        H[(m + 1) * size + m] = b->strength * sqrt ((b->cells - m) * (m + 1.0) * (photons - m));
    }
  qn_symmetric_eigen (size, H, E, V);
  for (int m = 0; m < size; m++)
    {
      double complex x = 0;

      for (int k = 0; k < size; k++)
        x += V[m * size + k] * V[k] * cexp (-I * E[k] * t);
      share[m] = (creal (x) * creal (x) + cimag (x) * cimag (x)) / choose;
      choose *= (b->cells - m) / (m + 1.0);
    }
  cells->whole = g_new0 (double complex, n * n);
  for (gsize i = 0; i < n; i++)
    for (gsize k = 0; k < n; k++)
      if (excitations (i) == excitations (k))
        cells->whole[i * n + k] = share[excitations (i)];
}

/* Bloch's equations of a driven, damped cell: y = 2 Im rho_ge and z = p_e - p_g, with dy/dt = -G y/2 - 2 lam z, dz/dt = 2 lam y - G (z - z0).
 * The matrix A of both has A = m + B with B^2 = -d, so that exp(A t) = exp(m t)(cos(sqrt d t) + B sin(sqrt d t)/sqrt d). */
static void
charge_damped (const QnBattery *b, double t, QnCells *cells)
{
  double q = thermal (b->spacing, b->bath_temperature), G = b->bath_coupling / (1 - 2 * q), z0 = 2 * q - 1, lam2 = 2 * b->strength;
  double m = -0.75 * G, B = 0.25 * G, d = lam2 * lam2 - B * B, root = sqrt (fabs (d)), c, s, det = G * G / 2 + lam2 * lam2;
  double y_end, z_end, y, z, dy, dz;

  c = d > 0 ? cos (root * t) * exp (m * t) : 0.5 * (exp ((m + root) * t) + exp ((m - root) * t));
  s = root * t < 1e-8 ? t * exp (m * t) : d > 0 ? sin (root * t) / root * exp (m * t) : 0.5 * (exp ((m + root) * t) - exp ((m - root) * t)) / root;
  z_end = det > 0 ? G * G / 2 * z0 / det : 0;
  y_end = det > 0 ? -lam2 * G * z0 / det : 0;
  dy = 0 - y_end;
  dz = 2 * thermal (b->spacing, b->temperature) - 1 - z_end;
  y = y_end + c * dy + s * (B * dy - lam2 * dz);
  z = z_end + c * dz + s * (lam2 * dy - B * dz);
  cells->one[0][0] = (1 - z) / 2;
  cells->one[1][1] = (1 + z) / 2;
  cells->one[0][1] = I * y / 2;
  cells->one[1][0] = -I * y / 2;
}

void
qn_battery_charged (const QnBattery *b, double t, QnCells *cells)
{
  *cells = (QnCells) { .n = b->cells };
  switch (b->charge)
    {
    case QN_CHARGE_COLLECTIVE:
      charge_collective (b, t, cells);
      break;
    case QN_CHARGE_CAVITY:
      charge_cavity (b, t, cells);
      break;
    case QN_CHARGE_DISSIPATIVE:
      charge_damped (b, t, cells);
      break;
    case QN_CHARGE_PARALLEL:
    case QN_N_CHARGES:
    default:
      turn (thermal (b->spacing, b->temperature), b->strength * t, cells->one);
    }
}

/* --- Storage -------------------------------------------------------------- */

/* Thermal damping of one cell for a time: populations forget by 1 - kept, coherence by the root. */
static void
damp (double complex *gg, double complex *ge, double complex *eg, double complex *ee, double kept, double q)
{
  double complex sum = *gg + *ee, e = kept * *ee + (1 - kept) * q * sum;

  *ee = e;
  *gg = sum - e;
  *ge *= sqrt (kept);
  *eg *= sqrt (kept);
}

void
qn_battery_stored (const QnBattery *b, double t, QnCells *cells)
{
  double q = thermal (b->spacing, b->bath_temperature), kept = exp (-b->bath_coupling / (1 - 2 * q) * t);
  gsize n = (gsize) 1 << cells->n;

  if (!cells->whole)
    {
      damp (&cells->one[0][0], &cells->one[0][1], &cells->one[1][0], &cells->one[1][1], kept, q);
      return;
    }
  for (gsize bit = 1; bit < n; bit <<= 1)
    for (gsize i = 0; i < n; i++)
      for (gsize k = 0; k < n; k++)
        if (!(i & bit) && !(k & bit))
          damp (&cells->whole[i * n + k], &cells->whole[i * n + (k | bit)], &cells->whole[(i | bit) * n + k], &cells->whole[(i | bit) * n + (k | bit)], kept, q);
}

/* --- Readings ------------------------------------------------------------- */

/* Energy of the passive state. */
static double
passive (const QnBattery *b, double *values, gsize n)
{
  double energy[QN_BATTERY_CELLS + 1];
  int states[QN_BATTERY_CELLS + 1] = { 0 };

  for (int m = 0; m <= b->cells; m++)
    energy[m] = b->spacing * m;
  for (gsize i = 0; i < n; i++)
    states[excitations (i)]++;
  return qn_passive_energy (n, values, NULL, b->cells + 1, energy, states);
}

static void
one_of (const QnCells *cells, double complex one[2][2])
{
  gsize n = (gsize) 1 << cells->n;

  memcpy (one, cells->one, sizeof cells->one);
  if (!cells->whole)
    return;
  memset (one, 0, sizeof cells->one);
  for (gsize i = 0; i < n; i += 2)
    for (int a = 0; a < 2; a++)
      for (int c = 0; c < 2; c++)
        one[a][c] += cells->whole[(i + a) * n + i + c];
}

static double
upper_eigenvalue (double complex one[2][2])
{
  double sum = creal (one[0][0] + one[1][1]);

  return (sum + hypot (creal (one[1][1] - one[0][0]), 2 * cabs (one[0][1]))) / 2;
}

static double
negativity (const QnCells *cells)
{
  gsize n = (gsize) 1 << cells->n;
  g_autofree double complex *transposed = g_new (double complex, n * n);
  double values[STATES], sum = 0;

  for (gsize i = 0; i < n; i++)
    for (gsize k = 0; k < n; k++)
      transposed[i * n + k] = cells->whole[((i & ~(gsize) 1) | (k & 1)) * n + ((k & ~(gsize) 1) | (i & 1))];
  qn_hermitian_block_values (n, transposed, values);
  for (gsize i = 0; i < n; i++)
    sum += MAX (0, -values[i]);
  return sum;
}

double
qn_battery_energy (const QnBattery *b, const QnCells *cells)
{
  double complex one[2][2];

  one_of (cells, one); /* all cells are alike */
  return b->cells * b->spacing * creal (one[1][1]);
}

void
qn_battery_read (const QnBattery *b, const QnCells *cells, QnBatteryReading *reading)
{
  gsize n = (gsize) 1 << cells->n;
  double complex one[2][2];
  double values[STATES], upper;

  one_of (cells, one);
  upper = upper_eigenvalue (one);
  reading->excited = creal (one[1][1]);
  reading->trace = creal (one[0][0] + one[1][1]);
  reading->energy = qn_battery_energy (b, cells);
  reading->local = b->cells * b->spacing * (creal (one[1][1]) - (reading->trace - upper));
  if (cells->whole)
    qn_hermitian_block_values (n, cells->whole, values);
  else
    for (gsize i = 0; i < n; i++)
      values[i] = pow (upper, b->cells - excitations (i)) * pow (MAX (0, reading->trace - upper), excitations (i));
  reading->negativity = cells->whole && cells->n > 1 ? negativity (cells) : 0;
  reading->entropy = qn_entropy (values, n);
  reading->ergotropy = reading->energy - passive (b, values, n);
}

/* --- Times ---------------------------------------------------------------- */

static double
energy_at (const QnBattery *b, double t)
{
  QnCells cells;
  double energy;

  if (qn_is_cancelled (b->cancelled))
    return NAN;
  qn_battery_charged (b, t, &cells);
  energy = qn_battery_energy (b, &cells);
  qn_cells_clear (&cells);
  return energy;
}

/* The largest of f on [a, b], where it has one top, by golden section. */
static double
top_of (const QnBattery *battery, double a, double b, gboolean power, double start)
{
  const double golden = 0.5 * (sqrt (5) - 1);

  for (int i = 0; i < 80; i++)
    {
      double t = b - golden * (b - a), u = a + golden * (b - a);
      double at_t = energy_at (battery, t) - start, at_u = energy_at (battery, u) - start;

      if (power)
        {
          at_t /= t;
          at_u /= u;
        }
      if (at_t > at_u)
        b = u;
      else
        a = t;
    }
  return (a + b) / 2;
}

/* The top between a and b of an energy that rises and falls alike, as that of a Rabi turn: where both sides are equally high, which is
 * far sharper than where it is highest. */
static double
middle_of (const QnBattery *battery, double a, double b)
{
  double h = b - a;

  for (int i = 0; i < 60; i++)
    {
      double t = (a + b) / 2;

      *(energy_at (battery, t + h) > energy_at (battery, t - h) ? &a : &b) = t;
    }
  return (a + b) / 2;
}

/* A step of time that misses no turn: the fastest frequency is twice the drive's norm. */
static double
step_of (const QnBattery *b)
{
  double photons = b->charge == QN_CHARGE_CAVITY ? sqrt (b->photons * b->cells + 1.0) : 1, norm = b->cells * fabs (b->strength) * photons + fabs (b->detuning);

  return 0.1 / MAX (norm, 1e-300);
}

double
qn_battery_full (const QnBattery *b)
{
  double step = step_of (b), t = step, last = energy_at (b, 0), now;

  if (b->charge == QN_CHARGE_DISSIPATIVE || b->strength == 0)
    return INFINITY;
  for (int i = 0; i < 2000; i++, t += step, last = now)
    {
      now = energy_at (b, t);
      if (now < last)
        return b->charge == QN_CHARGE_CAVITY ? top_of (b, MAX (t - 2 * step, 0), t, FALSE, 0) : middle_of (b, t - 2 * step, t);
    }
  return INFINITY;
}

double
qn_battery_power (const QnBattery *b, double *at)
{
  double step = step_of (b), start = energy_at (b, 0), best = 0, full = qn_battery_full (b), end = isfinite (full) ? full : 2000 * step;

  *at = step;
  for (double t = step; t < end + step; t += step)
    if ((energy_at (b, t) - start) / t > best)
      {
        best = (energy_at (b, t) - start) / t;
        *at = t;
      }
  *at = top_of (b, MAX (*at - step, 0.01 * step), *at + step, TRUE, start);
  return (energy_at (b, *at) - start) / *at;
}

static gboolean
alive (const QnBattery *b, const QnCells *cells, double t)
{
  QnCells copy = *cells;
  QnBatteryReading reading;
  gsize n = (gsize) 1 << cells->n;

  if (qn_is_cancelled (b->cancelled))
    return FALSE;
  if (cells->whole)
    copy.whole = g_memdup2 (cells->whole, n * n * sizeof *cells->whole);
  qn_battery_stored (b, t, &copy);
  qn_battery_read (b, &copy, &reading);
  qn_cells_clear (&copy);
  return reading.ergotropy > 1e-13 * b->cells * b->spacing;
}

/* Between states of different energies: such a state is not passive, however small it has become. */
static gboolean
is_coherent (const QnCells *cells)
{
  gsize n = (gsize) 1 << cells->n;

  if (!cells->whole)
    return cabs (cells->one[0][1]) > ROUNDING;
  for (gsize i = 0; i < n; i++)
    for (gsize k = 0; k < n; k++)
      if (excitations (i) != excitations (k) && cabs (cells->whole[i * n + k]) > ROUNDING)
        return TRUE;
  return FALSE;
}

double
qn_battery_death (const QnBattery *b, const QnCells *cells)
{
  double q = thermal (b->spacing, b->bath_temperature), rate = b->bath_coupling / (1 - 2 * q), low = 0, high = 25 / rate;

  if (!alive (b, cells, 0))
    return 0;
  if (!(rate > 0) || is_coherent (cells) || alive (b, cells, high))
    return INFINITY;
  for (int i = 0; i < 80; i++)
    {
      double middle = (low + high) / 2;

      *(alive (b, cells, middle) ? &low : &high) = middle;
    }
  return high;
}
