/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/medium/qn-medium-class.h"

#include <math.h>

#include "core/medium/qn-ladders.h"

/* E_n = w e_n, e_0 = 0, spacings e_{n+1} - e_n one by one; X: sqrt(n + 1) between neighbours. */

static gboolean
check (const QnMediumSpec *spec, GError **error)
{
  for (int i = 0; i + 1 < MIN (spec->levels, QN_MAX_LADDER); i++)
    if (!qn_core_check (isfinite (spec->spacing[i]) && spec->spacing[i] >= 0, QN_QUANTITY_LEVEL_SPACING, i, spec->spacing[i], QN_ALLOWED_NOT_NEGATIVE, error))
      return FALSE;
  return qn_ladders_check (spec, error);
}

static void
init (QnMedium *medium, gboolean carry)
{
  double e[QN_MAX_LADDER] = { 0 }, x[QN_MAX_LADDER];

  for (int i = 0; i + 1 < medium->spec.levels; i++)
    {
      e[i + 1] = e[i] + medium->spec.spacing[i];
      x[i] = sqrt (i + 1.0);
    }
  qn_ladders_init (medium, e, x);
}

const QnMediumClass qn_medium_ladder = {
  .id = "ladder",
  .check = check,
  .check_stroke = qn_ladders_check_stroke,
  .init = init,
};
