/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/medium/qn-medium.h"

G_BEGIN_DECLS

/* E_n = w e_n, e_0 = 0, spacings e_{n+1} - e_n one by one; X: sqrt(n + 1) between neighbours. A level may stand for several
 * states of one energy. */
typedef struct
{
  int levels;
  double spacing[QN_MAX_LADDER - 1];
  int degeneracy[QN_MAX_LADDER]; /* 0 means 1 */
} QnLadder;

/* levels - 1 spacings, NULL: all 1; `levels` degeneracies, NULL: all 1. */
QnMediumSpec qn_ladder_spec (int levels, const double *spacing, const int *degeneracy);
const QnLadder *qn_ladder (const QnMediumSpec *spec);

G_END_DECLS
