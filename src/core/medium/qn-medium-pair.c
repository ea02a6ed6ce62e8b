/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/medium/qn-medium-class.h"

#include <math.h>

#include "core/linear/qn-swap.h"
#include "core/medium/qn-operator-reading.h"
#include "core/medium/qn-parts.h"

/* Two ladders of `levels` equally spaced levels (2 or 3), hot first: energies part[QN_HOT] i + part[QN_COLD] j, V = 0, X_k
 * the ladder's between neighbours, elements sqrt(n + 1). QnStroke.swap acts on it. */

static gboolean
check (const QnMediumSpec *spec, GError **error)
{
  return qn_core_check (spec->model != QN_MODEL_RESET, QN_QUANTITY_MODEL, -1, spec->model, N_ ("%g is not allowed; allowed: reset for three qubits only"), error)
         && qn_core_check (spec->levels >= 2 && spec->levels <= 3, QN_QUANTITY_LEVELS, -1, spec->levels, N_ ("%g is not allowed; allowed: 2 or 3"), error) && qn_parts_check (spec, 2, error);
}

static gboolean
local (const QnMediumSpec *spec)
{
  return spec->model != QN_MODEL_GLOBAL;
}

static void
init (QnMedium *medium, gboolean carry)
{
  int levels = medium->spec.levels;
  const double *part = medium->spec.part;
  QnOperator *hot = &medium->X[QN_HOT], *cold = &medium->X[QN_COLD];

  medium->n = levels * levels;
  medium->local = local (&medium->spec);
  for (int here = 0; here < medium->n; here++)
    {
      int i = here / levels, j = here % levels;

      medium->F[here][here] = part[QN_HOT] * i + part[QN_COLD] * j;
      if (i + 1 < levels)
        (*hot)[here][here + levels] = (*hot)[here + levels][here] = sqrt (i + 1.0);
      if (j + 1 < levels)
        (*cold)[here][here + 1] = (*cold)[here + 1][here] = sqrt (j + 1.0);
    }
  qn_parts_complete (medium, NULL);
}

static void
swapped (const QnMedium *medium, gsize *out)
{
  qn_swap_of_pair (medium->spec.levels, out);
}

static void
read (const QnMedium *medium, double w, const double *x, QnReading *out)
{
  QnOperator rho;

  qn_parts_read (medium, w, x, rho, out);
  qn_operator_reading_of_two (medium, rho, medium->spec.levels, 1, out);
}

const QnMediumClass qn_medium_pair = {
  .id = "pair",
  .parts = TRUE,
  .local = local,
  .check = check,
  .init = init,
  .read = read,
  .swapped = swapped,
};
