/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* -sum p ln p in nats: Shannon's of probabilities, von Neumann's of the eigenvalues of a density matrix. What is not above 0,
 * as an eigenvalue that rounding made negative, counts as 0. */
double qn_entropy (const double *p, gsize n);

/* -p ln p - (1 - p) ln(1 - p); 0 outside (0, 1). */
double qn_entropy_binary (double p);

/* Of a qubit, from the two parts of its Bloch vector: populations' difference z and twice the coherence's modulus. */
double qn_entropy_qubit (double z, double coherence);

/* sum_k r_k E_k, the eigenvalues r of a state dealt out to the levels E (ascending), the largest to the lowest: the energy of
 * the passive state, the least that a unitary leaves (A. E. Allahverdyan, R. Balian & T. M. Nieuwenhuizen, Europhys. Lett. 67,
 * 565 (2004)). The ergotropy is the energy minus this. r[i] is an eigenvalue times[i] times, E[k] the energy of states[k] states;
 * NULL: once each; as many eigenvalues as states. r and times come back in falling order of r. */
double qn_passive_energy (gsize n, double *r, int *times, gsize levels, const double *E, const int *states);

G_END_DECLS
