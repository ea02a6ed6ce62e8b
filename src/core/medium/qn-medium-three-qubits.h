/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/medium/qn-parts.h"

G_BEGIN_DECLS

/* In the order cold, hot, third; F = sum_k E_k s+_k s-_k with E_hot = cold + third, V = interaction (|010><101| + h.c.),
 * X_k = sx_k (Linden, Popescu & Skrzypczyk, Phys. Rev. Lett. 105, 130401 (2010)). */
QnMediumSpec qn_three_qubits_spec (QnModel model, double cold, double third, double interaction);

G_END_DECLS
