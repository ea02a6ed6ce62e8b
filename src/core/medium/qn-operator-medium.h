/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/medium/qn-medium.h"

G_BEGIN_DECLS

/* The operator medium, a medium of n <= 9 kets: H(w) = H0 + w H1, each reservoir k touching X_k, with up to QN_MAX_PAIRS
 * coherences. Its class qn_operator_medium stands in for every function that a class leaves out.
 *
 * Which coherences are followed is found from the operators: the closure of the populations, of the Gibbs states (whose
 * coherences lie within the blocks of H) and of what SWAP makes of them, under the commutator with H and under jumps, which
 * take |i><j| to |k><l| where i -> k and j -> l have one frequency whatever w. Pairs come in the order of their kets. */

/* op_ij = op_ji = value, a coupling of H0 or H1: the blocks of H follow from these calls, not from the values, so that a
 * medium's coordinates stay the same where a coupling happens to be 0. */
void qn_operator_medium_couple (QnMedium *medium, QnOperator op, int i, int j, double value);

/* Finds coordinates and rows from the operators; the end of a class's init. */
void qn_operator_medium_complete (QnMedium *medium);

/* QnMediumClass.cost of a gap sqrt(w^2 + D^2), D = qn_medium_mixing(), between disjoint pairs of one rate:
 * ||H_CD||_F = |thetadot|/sqrt2, thetadot = D wdot/(w^2 + D^2). */
double qn_operator_medium_cost_of_mixing (const QnMedium *medium, const QnSurroundings *at, const double *x, double ds);

G_END_DECLS
