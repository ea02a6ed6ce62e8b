/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/medium/qn-medium.h"

G_BEGIN_DECLS

/* What a density matrix tells: levels and populations in the energy basis (of F where medium->local), coherence, entropy
 * and ergotropy from the eigenvalues of rho; everything but the Bloch vector, H's direction being +z. `eigen` gets the levels
 * and `rho` the matrix of x in the medium's own basis, for whoever reads more from them. */
void qn_operator_reading_fill (const QnMedium *medium, double w, const double *x, QnEigen *eigen, QnOperator rho, QnReading *out);

/* The Bloch vector of the pair of lowest levels. */
void qn_operator_reading_bloch (const QnMedium *medium, const QnEigen *eigen, QnOperator rho, QnReading *out);

/* Of two parts of `levels` levels each, kets |i j> in the order of i, whose own states are diagonal: mutual information
 * S_1 + S_2 - S of a reading that has S, and of two qubits concurrence and <sz>, `up` being the excited one's index. */
void qn_operator_reading_of_two (const QnMedium *medium, QnOperator rho, int levels, int up, QnReading *out);

/* Wootters' concurrence of an X state: 2 max(0, |rho_03| - sqrt(rho_11 rho_22), |rho_12| - sqrt(rho_00 rho_33))
 * (Yu, Eberly, Quantum Inf. Comput. 7, 459 (2007)). */
double qn_operator_concurrence (QnOperator rho);

G_END_DECLS
