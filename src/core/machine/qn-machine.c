/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/machine/qn-machine.h"

#include <complex.h>
#include <math.h>

#include "core/medium/qn-medium.h"

#define SWAP_ALLOWED N_ ("%g is not allowed; allowed: a finite number, at once and of a pair")

/* What the medium says to its reservoirs and to the way of its control. */
static gboolean
check_use (const QnMachine *machine, GError **error)
{
  const QnMediumSpec *spec = &machine->medium;
  const QnMediumClass *klass = spec->klass;

  for (int i = 0; klass->check_stroke && i < machine->n_strokes; i++)
    {
      const QnStroke *stroke = &machine->stroke[i];

      if (!klass->check_stroke (spec, stroke->from, stroke->to, machine->bath, stroke->duration > 0 ? stroke->baths : 0, error))
        return qn_fault_locate (error, i, stroke->id);
    }
  for (int k = 0; klass->check_bath && k < machine->n_baths; k++)
    if (!klass->check_bath (spec, k, &machine->bath[k], error))
      return FALSE;
  return TRUE;
}

static gboolean
check_start (const QnMachine *machine, GError **error)
{
  if (machine->medium.klass->gaussian && machine->start.kind == QN_START_MIXED)
    return qn_fault_set (QN_CORE_ERROR_DIVERGES, &(QnFault) { QN_QUANTITY_START_STATE, -1, NULL, { 0 },
                         N_ ("an oscillator’s maximally mixed state has infinite energy; allowed: a thermal or a pure one") }, error);
  if (machine->start.kind == QN_START_SUPERPOSITION && !machine->medium.klass->carries)
    return qn_fault_set (QN_CORE_ERROR_INVALID, &(QnFault) { QN_QUANTITY_START_STATE, -1, NULL, { 0 },
                         N_ ("a superposition is not allowed; allowed: of a qubit, other media start from a thermal, a pure or a mixed state") }, error);
  return qn_core_check (isfinite (machine->start.amplitude), QN_QUANTITY_START_AMPLITUDE, -1, machine->start.amplitude, QN_ALLOWED_FINITE, error);
}

gboolean
qn_machine_check (const QnMachine *machine, GError **error)
{
  if ((machine->medium.klass->check && !machine->medium.klass->check (&machine->medium, error))
      || !qn_core_check (isfinite (machine->start_temperature) && machine->start_temperature > 0, QN_QUANTITY_START_TEMPERATURE, -1, machine->start_temperature, QN_ALLOWED_POSITIVE, error)
      || !qn_core_check (machine->n_strokes >= 1 && machine->n_strokes <= QN_MAX_STROKES, QN_QUANTITY_STROKES, -1, machine->n_strokes, N_ ("%g is not allowed; allowed: 1 to 8"), error)
      || !qn_core_check (machine->n_baths >= 0 && machine->n_baths <= QN_MAX_BATHS, QN_QUANTITY_RESERVOIRS, -1, machine->n_baths, N_ ("%g is not allowed; allowed: 0 to 3"), error))
    return FALSE;
  for (int k = 0; k < machine->n_baths; k++)
    if (!qn_core_check (isfinite (machine->bath[k].temperature) && machine->bath[k].temperature > 0, QN_QUANTITY_TEMPERATURE, k, machine->bath[k].temperature, QN_ALLOWED_POSITIVE, error)
        || !qn_core_check (isfinite (machine->bath[k].coupling) && machine->bath[k].coupling >= 0, QN_QUANTITY_COUPLING, k, machine->bath[k].coupling, QN_ALLOWED_NOT_NEGATIVE, error))
      return FALSE;
  for (int i = 0; i < machine->n_strokes; i++)
    {
      const QnStroke *stroke = &machine->stroke[i];

      if (!qn_core_check (isfinite (stroke->duration) && stroke->duration >= 0, QN_QUANTITY_DURATION, -1, stroke->duration, QN_ALLOWED_NOT_NEGATIVE, error)
          || !qn_core_check (isfinite (stroke->from) && isfinite (stroke->to), QN_QUANTITY_CONTROL, -1, stroke->from, QN_ALLOWED_FINITE, error)
          || !qn_core_check (isfinite (stroke->dephasing) && stroke->dephasing >= 0, QN_QUANTITY_DEPHASING, -1, stroke->dephasing, QN_ALLOWED_NOT_NEGATIVE, error)
          || !qn_core_check (stroke->swap == 0 || (isfinite (stroke->swap) && machine->medium.klass->swapped && stroke->duration == 0), QN_QUANTITY_SWAP_ANGLE,
                             -1, stroke->swap, SWAP_ALLOWED, error))
        return qn_fault_locate (error, i, stroke->id);
    }
  return check_use (machine, error) && check_start (machine, error);
}

gboolean
qn_machine_is_continuous (const QnMachine *machine)
{
  const QnStroke *only = &machine->stroke[0];

  return machine->n_strokes == 1 && only->from == only->to && only->duration > 0;
}

gboolean
qn_machine_stays_gaussian (const QnMachine *machine)
{
  for (int i = 0; i < machine->n_strokes; i++)
    if (machine->stroke[i].dephasing > 0 && machine->stroke[i].duration > 0)
      return FALSE;
  return TRUE;
}

gboolean
qn_machine_starts_gaussian (const QnMachine *machine)
{
  return qn_machine_stays_gaussian (machine) && !(machine->start.kind == QN_START_PURE && machine->start.amplitude != 0);
}

gboolean
qn_machine_starts_coherent (const QnMachine *machine)
{
  return machine->start.kind == QN_START_SUPERPOSITION;
}

static void
start_superposed (const QnStart *start, const QnMedium *medium, double w, double *x)
{
  double _Complex rho[QN_MAX_LEVELS][QN_MAX_LEVELS] = { { 0 } }, ket[2] = { cos (start->angle / 2), sin (start->angle / 2) * cexp (I * start->phase) };
  QnEigen eigen;

  for (int i = 0; i < 4; i++)
    rho[i / 2][i % 2] = ket[i / 2] * conj (ket[i % 2]);
  qn_medium_eigen (medium, w, &eigen);
  qn_medium_coordinates_from_energy_basis (medium, &eigen, rho, x);
}

/* Populations of a start that is not thermal. */
static void
start_populations (const QnStart *start, const QnMedium *medium, double *p)
{
  double states = 0;

  for (int k = 0; k < medium->n; k++)
    states += medium->g[k];
  for (int k = 0; k < medium->n; k++)
    p[k] = start->kind == QN_START_MIXED ? medium->g[k] / states : k == MIN (start->level, medium->n - 1);
}

void
qn_machine_start (const QnMachine *machine, const QnMedium *medium, double *x)
{
  double w = machine->stroke[0].from, p[QN_MAX_LEVELS];

  if (machine->start.kind == QN_START_THERMAL)
    qn_medium_gibbs (medium, w, machine->start_temperature, x);
  else if (machine->start.kind == QN_START_SUPERPOSITION)
    start_superposed (&machine->start, medium, w, x);
  else if (medium->klass->coherent)
    medium->klass->coherent (w, machine->start.amplitude, x);
  else
    {
      start_populations (&machine->start, medium, p);
      qn_medium_state (medium, w, p, x);
    }
}

double
qn_machine_period (const QnMachine *machine)
{
  double period = 0;

  for (int i = 0; i < machine->n_strokes; i++)
    period += machine->stroke[i].duration;
  return period;
}

/* 1 - w/Omega without cancellation at large w. */
static double
versine (double w, double D)
{
  double omega = hypot (w, D);

  return w > 0 ? D * D / (omega * (omega + w)) : 1 - w / omega;
}

/* w/Omega = 1 - u linear in t; *slope is dw/ds. */
static double
constant_mu (double from, double to, double D, double s, double *slope)
{
  double a = versine (from, D), b = versine (to, D), u = a + (b - a) * s, sine = sqrt (u * (2 - u));

  *slope = (a - b) * D / (sine * sine * sine);
  return (1 - u) * D / sine;
}

double
qn_stroke_control (const QnStroke *stroke, const QnMediumSpec *medium, double s, double *rate)
{
  double span = stroke->to - stroke->from, w, slope;

  if (qn_stroke_rests (stroke))
    {
      if (rate)
        *rate = 0;
      return stroke->to;
    }
  switch (stroke->shape)
    {
    case QN_RAMP_SMOOTH:
      w = stroke->from + span * s * s * s * (10 + s * (-15 + 6 * s));
      slope = span * 30 * s * s * (1 - s) * (1 - s);
      break;
    case QN_RAMP_CONSTANT_MU:
      if (qn_medium_mixing (medium) > 0)
        w = constant_mu (stroke->from, stroke->to, qn_medium_mixing (medium), s, &slope);
      else
        {
          double inverse = 1 / stroke->from + (1 / stroke->to - 1 / stroke->from) * s;

          w = 1 / inverse;
          slope = -(1 / stroke->to - 1 / stroke->from) * w * w;
        }
      break;
    case QN_RAMP_LINEAR:
    case QN_RAMP_SUDDEN:
    default:
      w = stroke->from + span * s;
      slope = span;
      break;
    }
  if (rate)
    *rate = slope / stroke->duration;
  return w;
}

/* int_0^s w ds' of the shape, over 1. */
static double
mean_control (const QnStroke *stroke, double s)
{
  double span = stroke->to - stroke->from, ratio;

  if (qn_stroke_rests (stroke))
    return stroke->to * s;
  switch (stroke->shape)
    {
    case QN_RAMP_SMOOTH:
      return stroke->from * s + span * s * s * s * s * (2.5 + s * (-3 + s));
    case QN_RAMP_CONSTANT_MU:
      ratio = stroke->from / stroke->to - 1;
      return stroke->from * log1p (ratio * s) / ratio;
    case QN_RAMP_LINEAR:
    case QN_RAMP_SUDDEN:
    default:
      return stroke->from * s + span * s * s / 2;
    }
}

double
qn_stroke_phase (const QnStroke *stroke, double s)
{
  return 2 * stroke->duration * (mean_control (stroke, 1) - mean_control (stroke, s));
}

gboolean
qn_stroke_rests (const QnStroke *stroke)
{
  return stroke->from == stroke->to || stroke->shape == QN_RAMP_SUDDEN || stroke->duration == 0;
}

void
qn_stroke_surroundings (const QnMachine *machine, const QnStroke *stroke, double s, QnSurroundings *out)
{
  *out = (QnSurroundings) { .bath = machine->bath, .n_baths = machine->n_baths, .contacts = stroke->baths, .dephasing = stroke->dephasing };
  out->w = qn_stroke_control (stroke, &machine->medium, s, &out->wdot);
  out->counterdiabatic = stroke->counterdiabatic && stroke->from != stroke->to;
  if ((stroke->baths & (1u << QN_HOT)) && machine->bath[QN_HOT].squeezing != 0)
    out->phase = qn_stroke_phase (stroke, s);
}
