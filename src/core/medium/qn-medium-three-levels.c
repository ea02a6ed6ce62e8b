/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/medium/qn-medium-three-levels.h"

QnMediumSpec
qn_three_levels_spec (double cold, double third)
{
  QnParts own = { .energy = { [QN_HOT] = cold + third, [QN_COLD] = cold, [QN_THIRD] = third } };

  return qn_medium_spec (&qn_medium_three_levels, &own, sizeof own);
}

static gboolean
check (const QnMediumSpec *spec, GError **error)
{
  return qn_parts_check (spec, 3, FALSE, error);
}

static void
init (QnMedium *medium, gboolean carry)
{
  const double *energy = qn_parts (&medium->spec)->energy;

  medium->n = 3;
  medium->F[1][1] = energy[QN_COLD];
  medium->F[2][2] = energy[QN_HOT];
  medium->X[QN_COLD][0][1] = medium->X[QN_COLD][1][0] = 1;
  medium->X[QN_THIRD][1][2] = medium->X[QN_THIRD][2][1] = 1;
  medium->X[QN_HOT][0][2] = medium->X[QN_HOT][2][0] = 1;
  qn_parts_complete (medium, NULL);
}

const QnMediumClass qn_medium_three_levels = {
  .id = "three-levels",
  .name = N_ ("three levels"),
  .parts = TRUE,
  .check = check,
  .init = init,
};
