/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/medium/qn-medium-class.h"

#include "core/medium/qn-ladders.h"

/* A particle in a box, E_n = w n^2/3, n = 1, 2, ...; X: 1 between neighbours. That a moving wall mixes levels is left out. */

static void
init (QnMedium *medium, gboolean carry)
{
  double e[QN_MAX_LADDER], x[QN_MAX_LADDER];

  for (int i = 0; i < medium->spec.levels; i++)
    {
      e[i] = (i + 1.0) * (i + 1.0) / 3;
      x[i] = 1;
    }
  qn_ladders_init (medium, e, x);
}

const QnMediumClass qn_medium_box = {
  .id = "box",
  .check = qn_ladders_check,
  .check_stroke = qn_ladders_check_stroke,
  .init = init,
};
