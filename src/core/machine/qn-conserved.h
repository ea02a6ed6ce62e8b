/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/machine/qn-machine.h"
#include "core/medium/qn-medium.h"

G_BEGIN_DECLS

/* What a machine conserves: operators Q with [Q, H(t)] = 0 and [Q, L] = 0 for every jump operator L of every stroke. They are told
 * from the operators, not from a map that rounding has touched. With rates 1 up and down the dissipators are symmetric and negative, and
 * D Q = 0 just where Q commutes with their jumps (H. Spohn, Lett. Math. Phys. 2, 33 (1977)). Every contact drives up and down, so a limit
 * cycle is unique just where nothing but multiples of 1 is conserved.
 *
 * Returns how many independent ones there are, 1 being always one, and writes them as orthonormal rows on the state in
 * conserved[0 .. number * d - 1] (may be NULL). 0: nothing in the machine dissipates, each cycle has conserved quantities of its own. */
int qn_conserved (const QnMedium *medium, const QnMachine *machine, double *conserved);

G_END_DECLS
