/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/medium/qn-medium-box.h"

#include "core/medium/qn-ladders.h"

QnMediumSpec
qn_box_spec (int levels)
{
  return qn_medium_spec (&qn_medium_box, &levels, sizeof levels);
}

static int
levels_of (const QnMediumSpec *spec)
{
  return *(const int *) qn_medium_spec_own (spec);
}

static gboolean
check (const QnMediumSpec *spec, GError **error)
{
  return qn_ladders_check (levels_of (spec), error);
}

static void
init (QnMedium *medium, gboolean carry)
{
  double e[QN_MAX_LADDER], x[QN_MAX_LADDER];
  int levels = levels_of (&medium->spec);

  for (int i = 0; i < levels; i++)
    {
      e[i] = (i + 1.0) * (i + 1.0) / 3;
      x[i] = 1;
    }
  qn_ladders_init (medium, levels, e, x);
}

const QnMediumClass qn_medium_box = {
  .id = "box",
  .name = N_ ("particle in a box"),
  .check = check,
  .init = init,
};
