/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/medium/qn-medium-pair.h"

#include <math.h>

#include "core/linear/qn-swap.h"

typedef struct
{
  QnParts parts;
  int levels;
} Own;

int
qn_pair_levels (const QnMediumSpec *spec)
{
  return ((const Own *) qn_medium_spec_own (spec))->levels;
}

QnMediumSpec
qn_pair_spec (int levels, double hot, double cold)
{
  Own own = { { .model = QN_MODEL_LOCAL, .energy = { [QN_HOT] = hot, [QN_COLD] = cold } }, levels };

  return qn_medium_spec (&qn_medium_pair, &own, sizeof own);
}

static gboolean
check (const QnMediumSpec *spec, GError **error)
{
  int levels = qn_pair_levels (spec);

  return qn_core_check (levels >= 2 && levels <= 3, QN_QUANTITY_LEVELS, -1, levels, N_ ("%g is not allowed; allowed: 2 or 3"), error) && qn_parts_check (spec, 2, FALSE, error);
}

static void
init (QnMedium *medium, gboolean carry)
{
  int levels = qn_pair_levels (&medium->spec);
  const double *part = qn_parts (&medium->spec)->energy;
  QnOperator *hot = &medium->X[QN_HOT], *cold = &medium->X[QN_COLD];

  medium->n = levels * levels;
  medium->local = TRUE;
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
  qn_swap_of_pair (qn_pair_levels (&medium->spec), out);
}

const QnMediumClass qn_medium_pair = {
  .id = "pair",
  .name = N_ ("pair"),
  .parts = TRUE,
  .bloch = { { "|10⟩", "|01⟩" }, { N_ ("the two states of one quantum only"), N_ ("|01⟩, |10⟩ only"), N_ ("|01⟩, |10⟩") } },
  .local = qn_parts_local,
  .check = check,
  .init = init,
  .read = qn_parts_read_two,
  .swapped = swapped,
};
