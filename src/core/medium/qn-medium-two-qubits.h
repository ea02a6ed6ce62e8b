/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/medium/qn-medium.h"

G_BEGIN_DECLS

/* Two coupled qubits: H = (w/2)(sz1 + sz2) + (J/2)[(1 + g) sx1 sx2 + (1 - g) sy1 sy2 + d sz1 sz2],
 * X = sx1 + c sx2, with J `exchange`, g `anisotropy`, d `zz`, c `coupling_ratio`. Kets |++>, |t>, |s>, |-->, + being
 * sz = +1, triplet |t> and singlet |s> (|+-> +- |-+>)/sqrt2: levels whatever w is, so that X reaches the singlet by 1 - c alone and
 * a singlet that is nearly left out keeps its digits.
 *
 * H keeps the parity sz1 sz2 and X turns it over, so a state that starts as a Gibbs state is for ever one of two
 * blocks, {|++>, |-->} and {|t>, |s>} (an "X state"): eight real coordinates. Even levels
 * dJ/2 -+ sqrt(w^2 + J^2 g^2), odd ones -dJ/2 -+ J. */

#define QN_TWO_QUBITS_N 4

typedef struct
{
  double exchange, anisotropy, zz, coupling_ratio; /* J, g, d, c */
} QnTwoQubits;

QnMediumSpec qn_two_qubits_spec (QnTwoQubits own);
const QnTwoQubits *qn_two_qubits (const QnMediumSpec *spec);

/* Turns an operator from these kets to |++>, |+->, |-+>, |-->, and back. */
void qn_two_qubits_turn (QnOperator a);

/* Entanglement entropy of the ground state, nats; NaN where it is degenerate. */
double qn_pair_ground_entanglement (const QnMediumSpec *medium, double w);

/* The highest temperature at which the Gibbs state is entangled: the concurrence is above 0 just below it and 0 from there
 * upwards. NaN if it is never entangled. With g = 0 the root of sinh(|J|/T) = exp(-J d/T), whatever w: 2J/ln 3 for
 * Heisenberg's exchange with J > 0 (M. C. Arnesen, S. Bose & V. Vedral, Phys. Rev. Lett. 87, 017901 (2001); X. Wang, Phys.
 * Rev. A 64, 012313 (2001)). */
double qn_pair_entanglement_temperature (const QnMediumSpec *medium, double w);

G_END_DECLS
