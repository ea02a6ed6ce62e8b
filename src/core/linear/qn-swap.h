/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <complex.h>

#include <glib.h>

G_BEGIN_DECLS

/* The partial swap U = exp(-i angle P) = cos(angle) - i sin(angle) P of two parts alike, P |..i..j..> = |..j..i..>, given as the
 * index that P turns each index of the basis into. */

/* Of two parts of `levels` levels each, index levels * i + j: levels^2 of them. */
void qn_swap_of_pair (gsize levels, gsize *swapped);

/* Of the qubits whose bits of an index are `a` and `b`: n of them. */
void qn_swap_of_bits (gsize n, gsize a, gsize b, gsize *swapped);

/* out = U rho U^+ = c^2 rho + s^2 P rho P + i s c (rho P - P rho); n x n, rows `stride` numbers apart. */
void qn_partial_swap (gsize n, gsize stride, const gsize *swapped, double angle, const double complex *rho, double complex *out);

/* out = U ket. */
void qn_partial_swap_ket (gsize n, const gsize *swapped, double angle, const double complex *ket, double complex *out);

G_END_DECLS
