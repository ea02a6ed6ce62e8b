/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/medium/qn-medium.h"

G_BEGIN_DECLS

/* A particle in a box, E_n = w n^2/3, n = 1, 2, ...; X: 1 between neighbours. That a moving wall mixes levels is left out. */
QnMediumSpec qn_box_spec (int levels);

G_END_DECLS
