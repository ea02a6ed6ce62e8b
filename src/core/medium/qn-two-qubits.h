/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/medium/qn-medium.h"

G_BEGIN_DECLS

/* Two coupled qubits: H = (w/2)(sz1 + sz2) + (J/2)[(1 + g) sx1 sx2 + (1 - g) sy1 sy2 + d sz1 sz2],
 * X = sx1 + c sx2, with J `exchange`, g `anisotropy`, d `zz`, c `coupling_ratio` of the spec. Basis |++>, |+->, |-+>,
 * |-->, + being sz = +1.
 *
 * H keeps the parity sz1 sz2 and X turns it over, so a state that starts as a Gibbs state is for ever one of two
 * blocks, {|++>, |-->} and {|+->, |-+>} (an "X state"): eight real coordinates, closed forms for everything. */

#define QN_TWO_QUBITS_N 4

void qn_two_qubits_operators (const QnMediumSpec *spec, QnOperator H0, QnOperator H1, QnOperator X);

/* Even levels dJ/2 -+ sqrt(w^2 + J^2 g^2), odd ones -dJ/2 -+ J; ascending. */
void qn_two_qubits_eigen (const QnMediumSpec *spec, double w, QnEigen *eigen);

/* Levels of unlike symmetry cross: to[n] is the place at control w1 of the level that is the n-th at w0. */
void qn_two_qubits_follow (const QnMediumSpec *spec, double w0, double w1, int to[QN_TWO_QUBITS_N]);

/* Do two levels that X couples cross between w0 and w1? */
gboolean qn_two_qubits_cross (const QnMediumSpec *spec, double w0, double w1);

/* Wootters' concurrence of an X state: 2 max(0, |rho_03| - sqrt(rho_11 rho_22), |rho_12| - sqrt(rho_00 rho_33))
 * (Yu, Eberly, Quantum Inf. Comput. 7, 459 (2007)). */
double qn_two_qubits_concurrence (QnOperator rho);

G_END_DECLS
