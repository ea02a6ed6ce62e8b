/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/medium/qn-medium-oscillator.h"

#include <math.h>
#include <string.h>

#include "core/medium/qn-oscillator.h"

#define UNSTABLE N_ ("the drives stir the oscillator faster than its reservoirs damp it, its energy grows from cycle to cycle; allowed: slower drives, longer contacts or larger couplings")

#define D QN_OSCILLATOR_D

QnMediumSpec
qn_oscillator_spec (void)
{
  return (QnMediumSpec) { .klass = &qn_medium_oscillator };
}

static gboolean
check_stroke (const QnMediumSpec *spec, double from, double to, const QnBath *bath, guint contacts, GError **error)
{
  return qn_core_check (from > 0 && to > 0, QN_QUANTITY_CONTROL, -1, MIN (from, to), N_ ("%g is not allowed for an oscillator; allowed: more than 0"), error);
}

static gboolean
check_bath (const QnMediumSpec *spec, int which, const QnBath *bath, GError **error)
{
  QnOscillatorContact contact;
  double r = bath->squeezing;

  return qn_core_check (which < 2, QN_QUANTITY_RESERVOIRS, -1, which + 1, N_ ("%g is not allowed for an oscillator; allowed: 0 to 2"), error)
         && qn_core_check (which == QN_HOT || r == 0, QN_QUANTITY_SQUEEZING, which, r, N_ ("%g is not allowed of a reservoir that is not the hot one; allowed: 0"), error)
         && qn_core_check (isfinite (r) && fabs (r) <= QN_MAX_SQUEEZING, QN_QUANTITY_SQUEEZING, which, r, N_ ("%g is not allowed for an oscillator; allowed: -10 to 10"), error)
         && qn_oscillator_contact (bath, 0, 1, &contact, error);
}

static void
init (QnMedium *medium, gboolean carry)
{
  medium->n = QN_MAX_LADDER; /* looked at */
  medium->d = D;
  medium->n_trace = 1;
}

static void
eigen (const QnMedium *medium, double w, QnEigen *out)
{
  for (int n = 0; n < medium->n; n++)
    out->E[n] = w * (n + 0.5);
}

static double
energy (const QnMedium *medium, double w, const double *x)
{
  return qn_oscillator_energy (w, x);
}

/* --- Equilibrium: p is N and M of qn-oscillator.h, as they stand when a contact ends ---- */

static void
thermal (const QnMedium *medium, double w, const QnBath *bath, double *p)
{
  double N = 0.5 / tanh (w / bath->temperature / 2);

  p[0] = N * cosh (2 * bath->squeezing);
  p[1] = -N * sinh (2 * bath->squeezing);
}

static void
state (const QnMedium *medium, double w, const double *p, double *x)
{
  x[0] = 1;
  x[1] = (p[0] + p[1]) / w;
  x[2] = (p[0] - p[1]) * w;
  x[3] = 0;
}

static double
mean_energy (const QnMedium *medium, double w, const double *p)
{
  return w * p[0];
}

static double
free_energy (const QnMedium *medium, double w, const QnBath *bath)
{
  /* slowly, the squeezing turns many times and only its mean energy drives */
  return (bath->temperature * log1p (-exp (-w / bath->temperature)) + w / 2) * cosh (2 * bath->squeezing);
}

/* The sum over all levels: they scale. */
static double
adiabatic (const QnMedium *medium, const QnReading *before, const QnReading *after)
{
  return before->energy * (after->control / before->control - 1);
}

/* What a fixed point gives where the drives stir the oscillator faster than the reservoirs damp it, so that there is no limit
 * cycle (Insinga, Andresen, Salamon & Kosloff, Phys. Rev. E 97, 062153 (2018)), is none. */
static gboolean
is_state (const double *x, GError **error)
{
  /* as exact as the moments are: their products' rounding may exceed 1/4 */
  if (x[1] > 0 && x[2] > 0 && x[1] * x[2] - x[3] * x[3] >= 0.25 - 1e-7 * (1 + x[1] * x[2]))
    return TRUE;
  return qn_fault_set (QN_CORE_ERROR_DIVERGES, &(QnFault) { .quantity = QN_QUANTITY_DURATION, .place = -1, .text = UNSTABLE }, error);
}

/* Coherences do not exist here: NaN; min_eigenvalue is nu - 1/2, which is never below zero in a state. */
static void
read (const QnMedium *medium, double w, const double *x, QnReading *out)
{
  gboolean gaussian = medium->gaussian;
  double nu = qn_oscillator_symplectic (x);

  out->energy = qn_oscillator_energy (w, x);
  out->n_levels = QN_MAX_LADDER;
  for (int n = 0; n < QN_MAX_LADDER; n++)
    out->level[n] = w * (n + 0.5);
  qn_oscillator_populations (w, x, QN_MAX_LADDER, out->population);
  for (int n = 0; n < QN_MAX_LADDER && !gaussian; n++)
    out->population[n] = NAN;
  out->entropy = gaussian ? qn_oscillator_entropy (nu) : NAN;
  out->purity = gaussian ? 1 / (2 * nu) : NAN;
  out->ergotropy = gaussian ? qn_oscillator_ergotropy (w, x) : NAN;
  out->temperature = qn_oscillator_temperature (w, out->energy);
  out->trace = x[0];
  out->min_eigenvalue = nu - 0.5;
  out->coherence_l1 = out->coherence_relative = NAN;
  /* of the two lowest levels, whose parities differ: no coherence */
  out->bloch[0] = out->bloch[1] = out->axis[0] = out->axis[1] = 0;
  out->bloch[2] = out->population[1] - out->population[0];
  out->axis[2] = 1;
}

static double
force (const QnMedium *medium, gboolean counterdiabatic, const double *x, const QnReading *reading)
{
  double w = reading->control;

  return counterdiabatic ? -qn_oscillator_energy (w, x) / w : -w * x[1];
}

static gboolean
generator (const QnMedium *medium, const QnSurroundings *at, double *G, double *rows, GError **error)
{
  double w = at->w, *work = rows + QN_ROW_WORK * D;

  memset (G, 0, sizeof (double) * D * D);
  memset (rows, 0, sizeof (double) * QN_ROW_BARE * D);
  qn_oscillator_add_unitary (w, G);
  for (int k = 0; k < at->n_baths; k++)
    {
      double r = at->bath[k].squeezing;
      QnOscillatorContact contact;

      if (!(at->contacts & (1u << k)))
        continue;
      if (!qn_oscillator_contact (&at->bath[k], at->phase, w, &contact, error))
        return FALSE;
      qn_oscillator_add_contact (w, &contact, G, rows + k * D, r != 0 ? rows + QN_ROW_SQUEEZED * D : NULL);
    }
  if (at->counterdiabatic && at->wdot != 0)
    {
      qn_oscillator_add_counterdiabatic (w, at->wdot, G);
      qn_oscillator_counterdiabatic_work_row (w, at->wdot, work);
    }
  else
    {
      qn_oscillator_slope_row (w, work);
      work[1] *= at->wdot;
    }
  if (at->dephasing > 0)
    qn_oscillator_add_dephasing (w, at->dephasing, G);
  return TRUE;
}

static void
units (double w, double *unit)
{
  unit[0] = unit[3] = 1;
  unit[1] = w;
  unit[2] = 1 / w;
}

static gboolean
rest (const QnMedium *medium, const QnSurroundings *at, double time, double left, double *K, double *R, GError **error)
{
  QnOscillatorContact contact[QN_MAX_BATHS] = { { 0 } };
  double heat[QN_MAX_BATHS][D], squeezed[QN_MAX_BATHS][D];
  int n = 0, bath[QN_MAX_BATHS];

  for (int k = 0; k < at->n_baths; k++)
    if (at->contacts & (1u << k))
      {
        if (!qn_oscillator_contact (&at->bath[k], 0, at->w, &contact[n], error))
          return FALSE;
        bath[n++] = k;
      }
  qn_oscillator_resting_map (at->w, contact, n, time, left, K, heat, squeezed);
  for (int k = 0; k < n; k++)
    memcpy (R + bath[k] * D, heat[k], sizeof heat[k]);
  for (int k = 0; k < n; k++)
    if (contact[k].squeezing != 0)
      memcpy (R + QN_ROW_SQUEEZED * D, squeezed[k], sizeof squeezed[k]);
  return TRUE;
}

/* 2w over the largest damping rate. */
static double
secular_ratio (const QnMedium *medium, const QnSurroundings *at)
{
  double most = 0;

  for (int k = 0; k < at->n_baths; k++)
    if (at->contacts & (1u << k))
      most = MAX (most, at->bath[k].coupling * (at->bath[k].spectrum == QN_SPECTRUM_OHMIC ? at->w : 1));
  return most > 0 ? 2 * at->w / most : INFINITY;
}

static double
cost (const QnMedium *medium, const QnSurroundings *at, const double *x, double ds)
{
  return ds * qn_oscillator_counterdiabatic_deviation (at->w, at->wdot, x);
}

/* <x> = |alpha| sqrt(2/w), <p> = 0. */
static void
coherent (double w, double amplitude, double *x)
{
  x[0] = 1;
  x[1] = (0.5 + 2 * amplitude * amplitude) / w;
  x[2] = w / 2;
  x[3] = 0;
}

const QnMediumClass qn_medium_oscillator = {
  .id = "oscillator",
  .name = N_ ("oscillator"),
  .gaussian = TRUE,
  .check_bath = check_bath,
  .check_stroke = check_stroke,
  .init = init,
  .eigen = eigen,
  .energy = energy,
  .thermal = thermal,
  .state = state,
  .mean_energy = mean_energy,
  .coherent = coherent,
  .free_energy = free_energy,
  .adiabatic = adiabatic,
  .is_state = is_state,
  .read = read,
  .force = force,
  .generator = generator,
  .secular_ratio = secular_ratio,
  .units = units,
  .rest = rest,
  .cost = cost,
};
