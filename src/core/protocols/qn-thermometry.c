/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/protocols/qn-thermometry.h"

#include <math.h>
#include <string.h>

#include "core/linear/qn-hermitian.h"
#include "core/linear/qn-map.h"
#include "core/medium/qn-medium.h"

#define COLD 1e-12

typedef double Square[QN_MAX_LADDER][QN_MAX_LADDER];

/* The generator between levels, its derivative by T, and the Gibbs state with its own. */
typedef struct
{
  int n;
  double E[QN_MAX_LADDER], gibbs[QN_MAX_LADDER], gibbs_slope[QN_MAX_LADDER];
  Square G, slope;
} Rates;

/* d ln(rate)/dT of a jump that brings the energy `quantum` into the probe, up or down: of n, n + 1, f or 1 - f. */
static double
log_slope (const QnBath *bath, double quantum)
{
  double w = fabs (quantum), T = bath->temperature, per = w / (T * T);

  if (bath->spectrum == QN_SPECTRUM_FERMIONIC)
    return per * (quantum > 0 ? 1 / (1 + exp (-w / T)) : -1 / (exp (w / T) + 1));
  return per * (quantum > 0 ? -1 / expm1 (-w / T) : 1 / expm1 (w / T));
}

static void
read_gibbs (const QnMedium *medium, const QnEigen *eigen, double T, Rates *rates)
{
  double mean = 0;

  qn_medium_thermal_populations (medium, eigen, T, rates->gibbs);
  for (int i = 0; i < rates->n; i++)
    mean += rates->gibbs[i] * rates->E[i];
  for (int i = 0; i < rates->n; i++)
    rates->gibbs_slope[i] = rates->gibbs[i] * (rates->E[i] - mean) / (T * T);
}

static void
differentiate (const QnBath *bath, Rates *rates)
{
  memset (rates->slope, 0, sizeof rates->slope);
  for (int to = 0; to < rates->n; to++)
    for (int from = 0; from < rates->n; from++)
      if (to != from && rates->G[to][from] > 0)
        {
          double slope = rates->G[to][from] * log_slope (bath, rates->E[to] - rates->E[from]);

          rates->slope[to][from] = slope;
          rates->slope[from][from] -= slope;
        }
}

static gboolean
read_rates (const QnProbe *probe, double temperature, Rates *rates, GError **error)
{
  QnMachine machine = { .medium = probe->medium, .bath = { probe->bath }, .n_baths = 1, .n_strokes = 1, .start_temperature = 1 };
  double G[QN_MAX_STATE * QN_MAX_STATE], rows[QN_N_ROWS * QN_MAX_STATE];
  QnSurroundings at;
  QnMedium medium;
  QnEigen eigen;
  gboolean known;

  machine.bath[0].temperature = temperature;
  machine.stroke[0] = (QnStroke) { .id = "contact", .duration = 1, .from = probe->control, .to = probe->control, .baths = 1 };
  if (!qn_machine_check (&machine, error))
    return FALSE;
  qn_medium_init (&medium, &machine.medium, FALSE);
  qn_medium_eigen (&medium, probe->control, &eigen);
  qn_stroke_surroundings (&machine, &machine.stroke[0], 0, &at);
  known = qn_medium_generator (&medium, &at, G, rows, error);
  rates->n = medium.n;
  for (int i = 0; known && i < medium.n; i++)
    {
      rates->E[i] = eigen.E[i];
      for (int k = 0; k < medium.n; k++)
        rates->G[i][k] = G[i * medium.d + k];
    }
  if (known)
    {
      read_gibbs (&medium, &eigen, temperature, rates);
      differentiate (&machine.bath[0], rates);
    }
  qn_medium_clear (&medium);
  return known;
}

/* --- Modes ---------------------------------------------------------------- */

/* Detailed balance makes G symmetric between sqrt(gibbs): G = sqrt(g) V lambda V^T / sqrt(g). */
typedef struct
{
  int n;
  double lambda[QN_MAX_LADDER], root[QN_MAX_LADDER];
  Square V;
} Modes;

static void
find_modes (const Rates *rates, Modes *modes)
{
  double S[QN_MAX_LADDER * QN_MAX_LADDER] = { 0 }, V[QN_MAX_LADDER * QN_MAX_LADDER];
  int n = rates->n, rest = 0;

  modes->n = n;
  for (int i = 0; i < n; i++)
    {
      modes->root[i] = sqrt (rates->gibbs[i]);
      for (int k = 0; k < n; k++) /* of either triangle the geometric mean: free of the roots */
        S[i * n + k] = i == k ? rates->G[i][i] : sqrt (rates->G[i][k] * rates->G[k][i]);
    }
  qn_symmetric_eigen (n, S, modes->lambda, V);
  for (int k = 0; k < n; k++)
    {
      rest = modes->lambda[k] > modes->lambda[rest] ? k : rest;
      for (int i = 0; i < n; i++)
        modes->V[i][k] = V[i * n + k];
    }
  modes->lambda[rest] = 0; /* that of the Gibbs state */
  for (int k = 0; k < n; k++)
    modes->lambda[k] = MIN (modes->lambda[k], 0);
}

/* Amplitudes of modes: V^T (x / root). */
static void
to_modes (const Modes *modes, const double *x, double *c)
{
  for (int k = 0; k < modes->n; k++)
    {
      c[k] = 0;
      for (int i = 0; i < modes->n; i++)
        c[k] += modes->V[i][k] * x[i] / modes->root[i];
    }
}

static void
from_modes (const Modes *modes, const double *c, double *x)
{
  for (int i = 0; i < modes->n; i++)
    {
      x[i] = 0;
      for (int k = 0; k < modes->n; k++)
        x[i] += modes->V[i][k] * c[k];
      x[i] *= modes->root[i];
    }
}

/* int_0^t exp(a (t - u)) exp(b u) du */
static double
overlap (double a, double b, double t)
{
  double d = (a - b) * t;

  if (fabs (d) < 1e-8)
    return t * exp (b * t) * (1 + d / 2);
  return d < 0 ? exp (b * t) * expm1 (d) / (a - b) : exp (a * t) * expm1 (-d) / (b - a);
}

/* s(t) = int exp(G (t - u)) G' exp(G u) p(0) du, mode by mode. */
static void
respond (const Rates *rates, const Modes *modes, const double *start, double t, double *slope)
{
  double c[QN_MAX_LADDER], out[QN_MAX_LADDER] = { 0 };

  to_modes (modes, start, c);
  for (int k = 0; k < modes->n; k++)
    {
      double alone[QN_MAX_LADDER] = { 0 }, x[QN_MAX_LADDER], turned[QN_MAX_LADDER] = { 0 }, d[QN_MAX_LADDER];

      alone[k] = c[k];
      from_modes (modes, alone, x);
      for (int i = 0; i < modes->n; i++)
        for (int j = 0; j < modes->n; j++)
          turned[i] += rates->slope[i][j] * x[j];
      to_modes (modes, turned, d);
      for (int j = 0; j < modes->n; j++)
        out[j] += d[j] * overlap (modes->lambda[j], modes->lambda[k], t);
    }
  from_modes (modes, out, slope);
}

/* The colder the reservoir, the less is left of a level's share in the modes: then the map itself, of p and its slope together. */
static gboolean
is_cold (const Rates *rates)
{
  double least = 1;

  for (int i = 0; i < rates->n; i++)
    least = MIN (least, rates->gibbs[i]);
  return least < COLD;
}

static void
evolve (const Rates *rates, const double *start, double t, double *p, double *slope)
{
  int n = rates->n, d = 2 * n;
  double A[4 * QN_MAX_LADDER * QN_MAX_LADDER] = { 0 }, K[4 * QN_MAX_LADDER * QN_MAX_LADDER], none[2 * QN_MAX_LADDER] = { 0 }, R[2 * QN_MAX_LADDER];

  for (int i = 0; i < n; i++)
    for (int k = 0; k < n; k++)
      {
        A[i * d + k] = A[(n + i) * d + n + k] = rates->G[i][k] * t;
        A[(n + i) * d + k] = rates->slope[i][k] * t;
      }
  qn_propagator (d, 1)->exponential (d, 1, n, A, none, K, R);
  for (int i = 0; i < n; i++)
    {
      p[i] = start[i];
      slope[i] = 0;
      for (int k = 0; k < n; k++)
        {
          p[i] += K[i * d + k] * start[k];
          slope[i] += K[(n + i) * d + k] * start[k];
        }
    }
}

static void
relax (const Modes *modes, const double *start, double t, double *p)
{
  double c[QN_MAX_LADDER];

  to_modes (modes, start, c);
  for (int k = 0; k < modes->n; k++)
    c[k] *= exp (modes->lambda[k] * t);
  from_modes (modes, c, p);
}

/* --- Information ---------------------------------------------------------- */

static void
read_information (QnProbeReading *r)
{
  double z, dz, x, dx, along, length;

  r->fisher_populations = 0;
  for (int i = 0; i < r->n; i++)
    if (r->p[i] > 0)
      r->fisher_populations += r->slope[i] * r->slope[i] / r->p[i];
  r->fisher = r->fisher_populations;
  if (r->coherence == 0)
    return;
  z = r->p[1] - r->p[0];
  dz = r->slope[1] - r->slope[0];
  x = 2 * r->coherence;
  dx = 2 * r->coherence_slope;
  along = x * dx + z * dz;
  length = 1 - x * x - z * z; /* the Bloch vector's: F = |dr|^2 + (r dr)^2/(1 - r^2) */
  r->fisher = dx * dx + dz * dz + (length > 1e-15 ? along * along / length : 0);
}

gboolean
qn_probe_read (const QnProbe *probe, double time, QnProbeReading *reading, GError **error)
{
  Rates rates;
  Modes modes;

  memset (reading, 0, sizeof *reading);
  if (!read_rates (probe, probe->bath.temperature, &rates, error))
    return FALSE;
  reading->n = rates.n;
  if (isinf (time))
    {
      memcpy (reading->p, rates.gibbs, sizeof reading->p);
      memcpy (reading->slope, rates.gibbs_slope, sizeof reading->slope);
    }
  else
    {
      if (is_cold (&rates))
        evolve (&rates, probe->start, time, reading->p, reading->slope);
      else
        {
          find_modes (&rates, &modes);
          relax (&modes, probe->start, time, reading->p);
          respond (&rates, &modes, probe->start, time, reading->slope);
        }
      if (probe->coherence != 0)
        {
          reading->coherence = fabs (probe->coherence) * exp ((rates.G[0][0] + rates.G[1][1]) * time / 2);
          reading->coherence_slope = reading->coherence * (rates.slope[0][0] + rates.slope[1][1]) * time / 2;
        }
    }
  read_information (reading);
  return TRUE;
}

gboolean
qn_probe_populations (const QnProbe *probe, double temperature, double time, double *p, GError **error)
{
  Rates rates;
  Modes modes;
  double slope[QN_MAX_LADDER];

  if (!read_rates (probe, temperature, &rates, error))
    return FALSE;
  if (isinf (time))
    {
      memcpy (p, rates.gibbs, rates.n * sizeof *p);
      return TRUE;
    }
  if (is_cold (&rates))
    evolve (&rates, probe->start, time, p, slope);
  else
    {
      find_modes (&rates, &modes);
      relax (&modes, probe->start, time, p);
    }
  return TRUE;
}
