/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/medium/qn-medium.h"

G_BEGIN_DECLS

/* H = (w sz + D sx)/2, D the tunnelling; X = sy, whose element between the two levels is 1 at every w. */
QnMediumSpec qn_qubit_spec (double tunnelling);

G_END_DECLS
