/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/medium/qn-medium-maser.h"

#include <math.h>

#include "core/medium/qn-operator-medium.h"
#include "core/medium/qn-parts.h"

typedef struct
{
  QnParts parts;
  double detuning;
} Own;

QnMediumSpec
qn_maser_spec (double signal, double pump, double strength, double detuning)
{
  Own own = { { .model = QN_MODEL_LOCAL, .energy = { signal, pump }, .interaction = strength }, detuning };

  return qn_medium_spec (&qn_medium_maser, &own, sizeof own);
}

static gboolean
check (const QnMediumSpec *spec, GError **error)
{
  const Own *own = qn_medium_spec_own (spec);
  double pump = own->parts.energy[1];

  return qn_parts_check (spec, 2, FALSE, error) && qn_core_check (isfinite (own->detuning), QN_QUANTITY_DETUNING, -1, own->detuning, QN_ALLOWED_FINITE, error)
         && qn_core_check (pump > own->parts.energy[0], QN_QUANTITY_PART_ENERGY, QN_HOT, pump, N_ ("%g is not allowed; allowed: more than the lasing gap"), error);
}

static void
init (QnMedium *medium, gboolean carry)
{
  const Own *own = qn_medium_spec_own (&medium->spec);
  double signal = own->parts.energy[0], frequency = signal - own->detuning, strength = own->parts.interaction;
  QnOperator work = { { 0 } };

  medium->n = 3;
  medium->local = TRUE;
  medium->F[1][1] = signal;
  medium->F[2][2] = own->parts.energy[1];
  qn_operator_medium_couple (medium, medium->H0, 0, 1, strength);
  medium->X[QN_HOT][0][2] = medium->X[QN_HOT][2][0] = 1;
  medium->X[QN_COLD][1][2] = medium->X[QN_COLD][2][1] = 1;
  medium->turn[1][1] = own->detuning - signal; /* what the frame takes off */
  work[0][1] = I * frequency * strength;
  work[1][0] = -work[0][1];
  qn_parts_complete (medium, work);
}

const QnMediumClass qn_medium_maser = {
  .id = "maser",
  .name = N_ ("three levels"),
  .parts = TRUE,
  .driven = TRUE,
  .local = qn_parts_local,
  .check = check,
  .init = init,
  .read = qn_parts_read,
};
