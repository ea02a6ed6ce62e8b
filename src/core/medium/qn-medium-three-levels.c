/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/medium/qn-medium-class.h"

#include "core/medium/qn-parts.h"

/* The smallest absorption refrigerator: levels 0, part[QN_COLD], part[QN_COLD] + part[QN_THIRD]; cold X = |0><1| + h.c.,
 * third |1><2| + h.c., hot |0><2| + h.c. (Palao, Kosloff & Gordon, Phys. Rev. E 64, 056130 (2001)). */

static gboolean
check (const QnMediumSpec *spec, GError **error)
{
  return qn_core_check (spec->model != QN_MODEL_RESET, QN_QUANTITY_MODEL, -1, spec->model, N_ ("%g is not allowed; allowed: reset for three qubits only"), error) && qn_parts_check (spec, 3, error);
}

static void
init (QnMedium *medium, gboolean carry)
{
  const double *part = medium->spec.part;

  medium->n = 3;
  medium->F[1][1] = part[QN_COLD];
  medium->F[2][2] = part[QN_COLD] + part[QN_THIRD];
  medium->X[QN_COLD][0][1] = medium->X[QN_COLD][1][0] = 1;
  medium->X[QN_THIRD][1][2] = medium->X[QN_THIRD][2][1] = 1;
  medium->X[QN_HOT][0][2] = medium->X[QN_HOT][2][0] = 1;
  qn_parts_complete (medium, NULL);
}

const QnMediumClass qn_medium_three_levels = {
  .id = "three-levels",
  .parts = TRUE,
  .check = check,
  .init = init,
};
