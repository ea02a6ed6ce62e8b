/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/medium/qn-ladders.h"

#include "core/medium/qn-operator-medium.h"

#define DEGENERACY_ALLOWED N_ ("%g is not allowed; allowed: 0 to 1000 on a level of a ladder or a box, 0 elsewhere")

gboolean
qn_ladders_check (const QnMediumSpec *spec, GError **error)
{
  if (!qn_core_check (spec->levels >= 2 && spec->levels <= QN_MAX_LADDER, QN_QUANTITY_LEVELS, -1, spec->levels, N_ ("%g is not allowed; allowed: 2 to 8, 2 for a qubit, 4 for two"), error))
    return FALSE;
  for (int i = 0; i < QN_MAX_LADDER; i++)
    {
      int most = i < spec->levels ? QN_MAX_DEGENERACY : 0;

      if (!qn_core_check (spec->degeneracy[i] >= 0 && spec->degeneracy[i] <= most, QN_QUANTITY_DEGENERACY, i, spec->degeneracy[i], DEGENERACY_ALLOWED, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
qn_ladders_check_stroke (const QnMediumSpec *spec, double from, double to, const QnBath *bath, guint contacts, GError **error)
{
  gboolean degenerate = FALSE;

  for (int i = 0; i < spec->levels; i++)
    degenerate |= spec->degeneracy[i] > 1;
  return qn_core_check (!degenerate || MIN (from, to) >= 0, QN_QUANTITY_CONTROL, -1, MIN (from, to), N_ ("%g is not allowed; allowed: 0 or more where levels are degenerate"), error);
}

void
qn_ladders_init (QnMedium *medium, const double *e, const double *x)
{
  QnOperator *X = &medium->X[0];

  medium->n = medium->spec.levels;
  for (int i = 0; i < medium->n; i++)
    {
      medium->H1[i][i] = e[i];
      medium->g[i] = medium->spec.degeneracy[i];
      if (i + 1 < medium->n)
        (*X)[i][i + 1] = (*X)[i + 1][i] = x[i];
    }
  qn_operator_medium_complete (medium);
}
