/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/medium/qn-parts.h"

G_BEGIN_DECLS

/* Two ladders of `levels` equally spaced levels (2 or 3), hot first: energies hot i + cold j, V = 0, X_k the ladder's between
 * neighbours, elements sqrt(n + 1). QnStroke.swap acts on it. Nothing couples the parts while a reservoir acts, so that every
 * model is the local one. */
QnMediumSpec qn_pair_spec (int levels, double hot, double cold);
int qn_pair_levels (const QnMediumSpec *spec);

G_END_DECLS
