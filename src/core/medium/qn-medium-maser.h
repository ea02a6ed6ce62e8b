/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/medium/qn-medium.h"

G_BEGIN_DECLS

/* Three levels 0, signal, pump (signal < pump); hot X = |0><2| + h.c., cold X = |1><2| + h.c.; the drive
 * V = strength (|0><1| e^{i nu t} + h.c.) turns at nu = signal - detuning; rho is that of the frame that turns with it.
 * Reservoirs act between the bare levels (Scovil & Schulz-DuBois, Phys. Rev. Lett. 2, 262 (1959); Kosloff & Levy, Annu. Rev.
 * Phys. Chem. 65, 365 (2014)). */
QnMediumSpec qn_maser_spec (double signal, double pump, double strength, double detuning);

G_END_DECLS
