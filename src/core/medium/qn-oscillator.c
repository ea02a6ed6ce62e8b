/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/medium/qn-oscillator.h"

#include <math.h>
#include <string.h>

#define NO_TOP N_ ("fermionic is not allowed for an oscillator, whose levels have no top; allowed: bosonic, ohmic")

#define D QN_OSCILLATOR_D

/* N and M of the header. */
typedef struct
{
  double N, re, im;
} Ladder;

static Ladder
ladder (double w, const double *x)
{
  return (Ladder) { (w * x[1] + x[2] / w) / 2, (w * x[1] - x[2] / w) / 2, x[3] };
}

gboolean
qn_oscillator_contact (const QnBath *bath, double phase, double w, QnOscillatorContact *contact, GError **error)
{
  if (bath->spectrum == QN_SPECTRUM_FERMIONIC)
    return qn_fault_set (QN_CORE_ERROR_INVALID, &(QnFault) { .quantity = QN_QUANTITY_SPECTRUM, .place = -1, .text = NO_TOP }, error);
  contact->damping = bath->spectrum == QN_SPECTRUM_OHMIC ? bath->coupling * w : bath->coupling;
  contact->thermal = 0.5 / tanh (w / bath->temperature / 2);
  contact->squeezing = bath->squeezing;
  contact->phase = phase;
  return TRUE;
}

void
qn_oscillator_add_unitary (double w, double *G)
{
  G[1 * D + 3] += 2;
  G[2 * D + 3] -= 2 * w * w;
  G[3 * D + 1] -= w * w;
  G[3 * D + 2] += 1;
}

/* The moments that D of the contact leaves alone, if its thermal occupation is `thermal`. */
static void
squeezed_moments (double w, double thermal, double r, double phase, double *x)
{
  double N = thermal * cosh (2 * r), M = -thermal * sinh (2 * r);

  x[0] = 1;
  x[1] = (N + M * cos (phase)) / w;
  x[2] = (N - M * cos (phase)) * w;
  x[3] = M * sin (phase);
}

/* K = H in the squeezed frame: w (N cosh 2r + Re(M e^{-i phase}) sinh 2r). */
static void
squeezed_energy_row (double w, double r, double phase, double *row)
{
  double c = cosh (2 * r), s = sinh (2 * r);

  row[0] = 0;
  row[1] = w * w / 2 * (c + s * cos (phase));
  row[2] = (c - s * cos (phase)) / 2;
  row[3] = w * s * sin (phase);
}

void
qn_oscillator_add_contact (double w, const QnOscillatorContact *contact, double *G, double *heat, double *squeezed)
{
  double gamma = contact->damping, x[D], row[D];

  squeezed_moments (w, contact->thermal, contact->squeezing, contact->phase, x);
  for (int i = 1; i < D; i++)
    {
      G[i * D] += gamma * x[i];
      G[i * D + i] -= gamma;
    }
  qn_oscillator_energy_row (w, row);
  for (int i = 1; heat && i < D; i++)
    {
      heat[0] += gamma * row[i] * x[i];
      heat[i] -= gamma * row[i];
    }
  if (!squeezed)
    return;
  squeezed_energy_row (w, contact->squeezing, contact->phase, row);
  squeezed[0] += gamma * w * contact->thermal;
  for (int i = 1; i < D; i++)
    squeezed[i] -= gamma * row[i];
}

void
qn_oscillator_add_counterdiabatic (double w, double wdot, double *G)
{
  G[1 * D + 1] -= wdot / w;
  G[2 * D + 2] += wdot / w;
}

void
qn_oscillator_add_dephasing (double w, double rate, double *G)
{
  G[1 * D + 1] -= rate / 2;
  G[1 * D + 2] += rate / (2 * w * w);
  G[2 * D + 1] += rate * w * w / 2;
  G[2 * D + 2] -= rate / 2;
  G[3 * D + 3] -= rate;
}

void
qn_oscillator_energy_row (double w, double row[D])
{
  row[0] = row[3] = 0;
  row[1] = w * w / 2;
  row[2] = 0.5;
}

void
qn_oscillator_slope_row (double w, double row[D])
{
  row[0] = row[2] = row[3] = 0;
  row[1] = w;
}

void
qn_oscillator_counterdiabatic_work_row (double w, double wdot, double row[D])
{
  qn_oscillator_energy_row (w, row);
  for (int i = 0; i < D; i++)
    row[i] *= wdot / w;
}

/* U - 1 of free turning by `angle`, on (A, B, C). */
static void
turning (double w, double angle, double *K)
{
  double s = sin (angle), c = cos (angle);

  memset (K, 0, sizeof (double) * D * D);
  K[1 * D + 1] = K[2 * D + 2] = -s * s;
  K[1 * D + 2] = s * s / (w * w);
  K[2 * D + 1] = s * s * w * w;
  K[1 * D + 3] = 2 * s * c / w;
  K[2 * D + 3] = -2 * s * c * w;
  K[3 * D + 1] = -s * c * w;
  K[3 * D + 2] = s * c / w;
  K[3 * D + 3] = -2 * s * s;
}

/* int_0^t (rate at which contact k books) dt for the row e, whose value relaxes at gamma from e.x to `end` while the
 * contact drives it to `own`. */
static void
booked (double damping, double gamma, double time, const double *e, double end, double own, double *row)
{
  double spent = gamma > 0 ? -expm1 (-gamma * time) / gamma : time;

  row[0] = damping * ((own - end) * time + end * spent);
  for (int i = 1; i < D; i++)
    row[i] = -damping * spent * e[i];
}

static double
dot (const double *row, const double *x)
{
  return row[0] * x[0] + row[1] * x[1] + row[2] * x[2] + row[3] * x[3];
}

/* The moments that the contacts together leave alone in the frame that turns, seen where `left` is still to come. */
static double
resting_moments (double w, const QnOscillatorContact *contact, int n, double left, double *x)
{
  double gamma = 0, own[D];

  memset (x, 0, sizeof (double) * D);
  for (int k = 0; k < n; k++)
    gamma += contact[k].damping;
  for (int k = 0; k < n && gamma > 0; k++)
    {
      squeezed_moments (w, contact[k].thermal, contact[k].squeezing, 2 * w * left, own);
      for (int i = 0; i < D; i++)
        x[i] += contact[k].damping / gamma * own[i];
    }
  return gamma;
}

void
qn_oscillator_resting_map (double w, const QnOscillatorContact *contact, int n, double time, double left, double *K, double (*heat)[D], double (*squeezed)[D])
{
  double begin[D], end[D], own[D], row[D], gamma = resting_moments (w, contact, n, left, begin), fade = exp (-gamma * time), gone = -expm1 (-gamma * time);

  resting_moments (w, contact, n, left - time, end);
  turning (w, w * time, K);
  for (int i = 1; i < D; i++)
    {
      for (int j = 1; j < D; j++)
        K[i * D + j] = K[i * D + j] * fade - (i == j ? gone : 0);
      K[i * D] = gone * end[i];
    }
  for (int k = 0; k < n; k++)
    {
      squeezed_moments (w, contact[k].thermal, contact[k].squeezing, 2 * w * left, own);
      qn_oscillator_energy_row (w, row);
      if (heat)
        booked (contact[k].damping, gamma, time, row, dot (row, begin), dot (row, own), heat[k]);
      squeezed_energy_row (w, contact[k].squeezing, 2 * w * left, row);
      if (squeezed)
        booked (contact[k].damping, gamma, time, row, dot (row, begin), dot (row, own), squeezed[k]);
    }
}

void
qn_oscillator_gibbs (double w, double temperature, double *x)
{
  squeezed_moments (w, 0.5 / tanh (w / temperature / 2), 0, 0, x);
}

double
qn_oscillator_energy (double w, const double *x)
{
  return (w * w * x[1] + x[2]) / 2;
}

double
qn_oscillator_symplectic (const double *x)
{
  return sqrt (MAX (0, x[1] * x[2] - x[3] * x[3]));
}

double
qn_oscillator_entropy (double nu)
{
  double n = nu - 0.5;

  return n > 0 ? (n + 1) * log1p (n) - n * log (n) : 0;
}

double
qn_oscillator_ergotropy (double w, const double *x)
{
  return MAX (0, qn_oscillator_energy (w, x) - w * qn_oscillator_symplectic (x));
}

double
qn_oscillator_temperature (double w, double energy)
{
  return energy > w / 2 ? w / log1p (w / (energy - w / 2)) : NAN;
}

void
qn_oscillator_populations (double w, const double *x, int n, double *P)
{
  Ladder l = ladder (w, x);
  double nu = qn_oscillator_symplectic (x), wide = l.N + hypot (l.re, l.im), narrow = nu * nu / wide;
  double u = (wide - 0.5) / (wide + 0.5), v = (narrow - 0.5) / (narrow + 0.5);

  P[0] = 1 / sqrt ((wide + 0.5) * (narrow + 0.5));
  for (int k = 0; k + 1 < n; k++)
    P[k + 1] = ((u + v) * (k + 0.5) * P[k] - (k > 0 ? u * v * k * P[k - 1] : 0)) / (k + 1);
}

double
qn_oscillator_squeezing (double w, const double *x, double *angle)
{
  Ladder l = ladder (w, x);
  double nu = qn_oscillator_symplectic (x), narrow = nu * nu / (l.N + hypot (l.re, l.im));

  if (angle)
    *angle = atan2 (-l.im, -l.re) / 2;
  return -10 * log10 (2 * narrow);
}

double
qn_oscillator_wigner (const double *x, double q, double p)
{
  double nu = qn_oscillator_symplectic (x);

  return exp (-(x[2] * q * q - 2 * x[3] * q * p + x[1] * p * p) / (2 * nu * nu)) / (2 * G_PI * nu);
}

double
qn_oscillator_adiabaticity (double w0, double energy0, double w1, double energy1)
{
  return energy1 / energy0 * w0 / w1;
}

double
qn_oscillator_counterdiabatic_deviation (double w, double wdot, const double *x)
{
  return fabs (wdot) / (2 * w) * sqrt (x[1] * x[2] + x[3] * x[3] + 0.25);
}
