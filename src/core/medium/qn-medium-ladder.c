/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/medium/qn-medium-ladder.h"

#include <math.h>

#include "core/medium/qn-ladders.h"

QnMediumSpec
qn_ladder_spec (int levels, const double *spacing, const int *degeneracy)
{
  QnLadder own = { .levels = levels };

  for (int i = 0; i < MIN (levels, QN_MAX_LADDER); i++)
    {
      if (i + 1 < MIN (levels, QN_MAX_LADDER))
        own.spacing[i] = spacing ? spacing[i] : 1;
      own.degeneracy[i] = degeneracy ? degeneracy[i] : 0;
    }
  return qn_medium_spec (&qn_medium_ladder, &own, sizeof own);
}

const QnLadder *
qn_ladder (const QnMediumSpec *spec)
{
  return qn_medium_spec_own (spec);
}

static gboolean
check (const QnMediumSpec *spec, GError **error)
{
  const QnLadder *own = qn_ladder (spec);

  if (!qn_ladders_check (own->levels, error))
    return FALSE;
  for (int i = 0; i < own->levels; i++)
    if ((i + 1 < own->levels && !qn_core_check (isfinite (own->spacing[i]) && own->spacing[i] >= 0, QN_QUANTITY_LEVEL_SPACING, i, own->spacing[i], QN_ALLOWED_NOT_NEGATIVE, error))
        || !qn_core_check (own->degeneracy[i] >= 0 && own->degeneracy[i] <= QN_MAX_DEGENERACY, QN_QUANTITY_DEGENERACY, i, own->degeneracy[i], N_ ("%g is not allowed; allowed: 0 to 1000"), error))
      return FALSE;
  return TRUE;
}

/* The control may not turn the levels over where they are degenerate. */
static gboolean
check_stroke (const QnMediumSpec *spec, double from, double to, const QnBath *bath, guint contacts, GError **error)
{
  gboolean degenerate = FALSE;

  for (int i = 0; i < qn_ladder (spec)->levels; i++)
    degenerate |= qn_ladder (spec)->degeneracy[i] > 1;
  return qn_core_check (!degenerate || MIN (from, to) >= 0, QN_QUANTITY_CONTROL, -1, MIN (from, to), N_ ("%g is not allowed; allowed: 0 or more where levels are degenerate"), error);
}

static void
init (QnMedium *medium, gboolean carry)
{
  const QnLadder *own = qn_ladder (&medium->spec);
  double e[QN_MAX_LADDER] = { 0 }, x[QN_MAX_LADDER];

  for (int i = 0; i < own->levels; i++)
    {
      medium->g[i] = own->degeneracy[i];
      x[i] = sqrt (i + 1.0);
      if (i + 1 < own->levels)
        e[i + 1] = e[i] + own->spacing[i];
    }
  qn_ladders_init (medium, own->levels, e, x);
}

const QnMediumClass qn_medium_ladder = {
  .id = "ladder",
  .name = N_ ("ladder"),
  .check = check,
  .check_stroke = check_stroke,
  .init = init,
};
