/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/medium/qn-ladders.h"

#include "core/medium/qn-operator-medium.h"

gboolean
qn_ladders_check (int levels, GError **error)
{
  return qn_core_check (levels >= 2 && levels <= QN_MAX_LADDER, QN_QUANTITY_LEVELS, -1, levels, N_ ("%g is not allowed; allowed: 2 to 8"), error);
}

void
qn_ladders_init (QnMedium *medium, int levels, const double *e, const double *x)
{
  QnOperator *X = &medium->X[0];

  medium->n = levels;
  for (int i = 0; i < levels; i++)
    {
      medium->H1[i][i] = e[i];
      if (i + 1 < levels)
        (*X)[i][i + 1] = (*X)[i + 1][i] = x[i];
    }
  qn_operator_medium_complete (medium);
}
