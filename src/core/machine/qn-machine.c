/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/machine/qn-machine.h"

#include <math.h>

#include "core/medium/qn-medium.h"
#include "core/medium/qn-oscillator-medium.h"
#include "core/medium/qn-parts.h"
#include "core/medium/qn-two-qubits.h"

gboolean
qn_core_check (gboolean good, const char *what, double value, const char *allowed, GError **error)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  if (good)
    return TRUE;
  g_set_error (error, QN_CORE_ERROR, QN_CORE_ERROR_INVALID, "%s: %s is not allowed; allowed: %s", what,
               g_ascii_dtostr (text, sizeof text, value), allowed);
  return FALSE;
}

static gboolean
check_medium (const QnMediumSpec *medium, GError **error)
{
  int least = medium->kind == QN_MEDIUM_TWO_QUBITS ? 4 : 2, most = medium->kind == QN_MEDIUM_QUBIT ? 2 : medium->kind == QN_MEDIUM_TWO_QUBITS ? 4 : QN_MAX_LADDER;

  if (qn_parts_are (medium->kind))
    return qn_parts_check (medium, error);
  if (!qn_core_check (medium->levels >= least && medium->levels <= most, "medium.levels", medium->levels, "2 to 8, 2 for a qubit, 4 for two", error)
      || !qn_core_check (isfinite (medium->tunnelling), "medium.tunnelling", medium->tunnelling, "a finite number", error)
      || !qn_core_check (isfinite (medium->exchange), "medium.exchange", medium->exchange, "a finite number", error)
      || !qn_core_check (isfinite (medium->anisotropy), "medium.anisotropy", medium->anisotropy, "a finite number", error)
      || !qn_core_check (isfinite (medium->zz), "medium.zz", medium->zz, "a finite number", error)
      || !qn_core_check (isfinite (medium->coupling_ratio), "medium.coupling-ratio", medium->coupling_ratio, "a finite number", error))
    return FALSE;
  for (int i = 0; medium->kind == QN_MEDIUM_LADDER && i + 1 < medium->levels; i++)
    if (!qn_core_check (isfinite (medium->spacing[i]) && medium->spacing[i] >= 0, "medium.spacing", medium->spacing[i], "0 or more", error))
      return FALSE;
  for (int i = 0; i < QN_MAX_LADDER; i++)
    {
      int allowed = i < medium->levels && (medium->kind == QN_MEDIUM_LADDER || medium->kind == QN_MEDIUM_BOX) ? QN_MAX_DEGENERACY : 0;

      if (!qn_core_check (medium->degeneracy[i] >= 0 && medium->degeneracy[i] <= allowed, "medium.degeneracy", medium->degeneracy[i], "0 to 1000 on a level of a ladder or a box, 0 elsewhere", error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
is_degenerate (const QnMediumSpec *medium)
{
  for (int i = 0; i < QN_MAX_LADDER; i++)
    if (medium->degeneracy[i] > 1)
      return TRUE;
  return FALSE;
}

/* Somewhere on the way the gap is 0, wherever the steps of a computation fall. */
static gboolean
check_crossings (const QnMachine *machine, GError **error)
{
  for (int i = 0; i < machine->n_strokes; i++)
    for (int k = 0; k < machine->n_baths; k++)
      {
        const QnStroke *stroke = &machine->stroke[i];

        if ((stroke->baths & (1u << k)) && stroke->duration > 0 && machine->bath[k].coupling > 0 && machine->bath[k].spectrum == QN_SPECTRUM_BOSONIC
            && qn_two_qubits_cross (&machine->medium, stroke->from, stroke->to))
          {
            qn_bath_set_diverges (error);
            return FALSE;
          }
      }
  return TRUE;
}

gboolean
qn_machine_check (const QnMachine *machine, GError **error)
{
  if (!check_medium (&machine->medium, error)
      || !qn_core_check (isfinite (machine->start_temperature) && machine->start_temperature > 0, "start temperature", machine->start_temperature, "more than 0", error)
      || !qn_core_check (machine->n_strokes >= 1 && machine->n_strokes <= QN_MAX_STROKES, "number of strokes", machine->n_strokes, "1 to 8", error)
      || !qn_core_check (machine->n_baths >= 0 && machine->n_baths <= QN_MAX_BATHS, "number of baths", machine->n_baths, "0 to 3", error))
    return FALSE;
  for (int k = 0; k < machine->n_baths; k++)
    if (!qn_core_check (isfinite (machine->bath[k].temperature) && machine->bath[k].temperature > 0, "temperature", machine->bath[k].temperature, "more than 0", error)
        || !qn_core_check (isfinite (machine->bath[k].coupling) && machine->bath[k].coupling >= 0, "coupling", machine->bath[k].coupling, "0 or more", error))
      return FALSE;
  for (int i = 0; i < machine->n_strokes; i++)
    {
      const QnStroke *stroke = &machine->stroke[i];

      if (!qn_core_check (isfinite (stroke->duration) && stroke->duration >= 0, "duration", stroke->duration, "0 or more", error)
          || !qn_core_check (isfinite (stroke->from) && isfinite (stroke->to), "control", stroke->from, "a finite number", error)
          || !qn_core_check (!is_degenerate (&machine->medium) || MIN (stroke->from, stroke->to) >= 0, "control", MIN (stroke->from, stroke->to), "0 or more where levels are degenerate", error)
          || !qn_core_check (isfinite (stroke->dephasing) && stroke->dephasing >= 0, "dephasing", stroke->dephasing, "0 or more", error)
          || !qn_core_check (stroke->swap == 0 || (isfinite (stroke->swap) && machine->medium.kind == QN_MEDIUM_PAIR && stroke->duration == 0), "swap.angle", stroke->swap, "a finite number, at once and of a pair", error))
        return FALSE;
    }
  if (machine->medium.kind == QN_MEDIUM_TWO_QUBITS)
    return check_crossings (machine, error);
  return machine->medium.kind != QN_MEDIUM_OSCILLATOR || qn_oscillator_check (machine, error);
}

gboolean
qn_machine_is_continuous (const QnMachine *machine)
{
  const QnStroke *only = &machine->stroke[0];

  return machine->n_strokes == 1 && only->from == only->to && only->duration > 0;
}

double
qn_machine_period (const QnMachine *machine)
{
  double period = 0;

  for (int i = 0; i < machine->n_strokes; i++)
    period += machine->stroke[i].duration;
  return period;
}

double
qn_medium_mixing (const QnMediumSpec *medium)
{
  if (medium->kind == QN_MEDIUM_QUBIT)
    return fabs (medium->tunnelling);
  return medium->kind == QN_MEDIUM_TWO_QUBITS ? fabs (medium->exchange * medium->anisotropy) : 0;
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

  if (stroke->shape == QN_RAMP_SUDDEN || stroke->duration == 0 || span == 0)
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

void
qn_medium_levels (const QnMediumSpec *spec, double w, double *E)
{
  QnMedium medium;
  QnEigen eigen;

  qn_medium_init (&medium, spec, FALSE);
  qn_medium_eigen (&medium, w, &eigen);
  for (int i = 0; i < medium.n; i++)
    E[i] = eigen.E[i];
  qn_medium_clear (&medium);
}
