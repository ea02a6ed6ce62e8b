/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/medium/qn-medium-class.h"

#include "core/medium/qn-operator-medium.h"
#include "core/medium/qn-parts.h"

/* Three levels 0, part[0], part[1] (E1 < E2); hot X = |0><2| + h.c., cold X = |1><2| + h.c.; the drive
 * V = interaction (|0><1| e^{i nu t} + h.c.) turns at nu = part[0] - detuning; rho is that of the frame that turns with it.
 * Reservoirs act between the bare levels (Scovil & Schulz-DuBois, Phys. Rev. Lett. 2, 262 (1959); Kosloff & Levy, Annu. Rev.
 * Phys. Chem. 65, 365 (2014)). */

static gboolean
check (const QnMediumSpec *spec, GError **error)
{
  return qn_core_check (spec->model != QN_MODEL_RESET, QN_QUANTITY_MODEL, -1, spec->model, N_ ("%g is not allowed; allowed: reset for three qubits only"), error) && qn_parts_check (spec, 2, error)
         && qn_core_check (spec->part[1] > spec->part[0], QN_QUANTITY_PART_ENERGY, QN_HOT, spec->part[1], N_ ("%g is not allowed; allowed: more than the lasing gap"), error);
}

static gboolean
local (const QnMediumSpec *spec)
{
  return TRUE;
}

static void
init (QnMedium *medium, gboolean carry)
{
  const QnMediumSpec *spec = &medium->spec;
  double frequency = spec->part[0] - spec->detuning;
  QnOperator work = { { 0 } };

  medium->n = 3;
  medium->local = TRUE;
  medium->F[1][1] = spec->part[0];
  medium->F[2][2] = spec->part[1];
  qn_operator_medium_couple (medium, medium->H0, 0, 1, spec->interaction);
  medium->X[QN_HOT][0][2] = medium->X[QN_HOT][2][0] = 1;
  medium->X[QN_COLD][1][2] = medium->X[QN_COLD][2][1] = 1;
  medium->turn[1][1] = spec->detuning - spec->part[0]; /* what the frame takes off */
  work[0][1] = I * frequency * spec->interaction;
  work[1][0] = -work[0][1];
  qn_parts_complete (medium, work);
}

static void
read (const QnMedium *medium, double w, const double *x, QnReading *out)
{
  QnOperator rho;

  qn_parts_read (medium, w, x, rho, out);
}

const QnMediumClass qn_medium_maser = {
  .id = "maser",
  .parts = TRUE,
  .local = local,
  .check = check,
  .init = init,
  .read = read,
};
