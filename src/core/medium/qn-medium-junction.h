/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/medium/qn-parts.h"

G_BEGIN_DECLS

/* Two qubits, hot on the left: F = hot s+_1 s-_1 + cold s+_2 s-_2, V = interaction (s+_1 s-_2 + h.c.), X_k = sx_k (Levy &
 * Kosloff, EPL 107, 20004 (2014)). Model global or local. */
QnMediumSpec qn_junction_spec (QnModel model, double hot, double cold, double interaction);

G_END_DECLS
