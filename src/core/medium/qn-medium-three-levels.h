/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/medium/qn-parts.h"

G_BEGIN_DECLS

/* The smallest absorption refrigerator: levels 0, cold, cold + third; cold X = |0><1| + h.c., third |1><2| + h.c., hot
 * |0><2| + h.c. (Palao, Kosloff & Gordon, Phys. Rev. E 64, 056130 (2001)). */
QnMediumSpec qn_three_levels_spec (double cold, double third);

G_END_DECLS
