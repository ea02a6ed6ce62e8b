/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/medium/qn-medium.h"

G_BEGIN_DECLS

/* Media made of parts, each beside a reservoir of its own. H = F + V: F is what the parts are alone, V what couples them.
 * The control plays no part. Kets name excitations, the first letter the leftmost part; s+ creates one.
 *
 * maser            three levels 0, part[0], part[1] (E1 < E2); hot X = |0><2| + h.c., cold X = |1><2| + h.c.; the drive
 *                  V = interaction (|0><1| e^{i nu t} + h.c.) turns at nu = part[0] - detuning; rho is that of the frame
 *                  that turns with it. Reservoirs act between the bare levels (Scovil & Schulz-DuBois, Phys. Rev. Lett. 2,
 *                  262 (1959); Kosloff & Levy, Annu. Rev. Phys. Chem. 65, 365 (2014)).
 * three-levels     the smallest absorption refrigerator: levels 0, part[QN_COLD], part[QN_COLD] + part[QN_THIRD]; cold
 *                  X = |0><1| + h.c., third |1><2| + h.c., hot |0><2| + h.c. (Palao, Kosloff & Gordon, Phys. Rev. E 64,
 *                  056130 (2001)).
 * three-qubits     in the order cold, hot, third; F = sum_k part[k] s+_k s-_k, V = interaction (|010><101| + h.c.), X_k = sx_k
 *                  (Linden, Popescu & Skrzypczyk, Phys. Rev. Lett. 105, 130401 (2010)).
 * junction         two qubits, hot on the left: F = part[QN_HOT] s+_1 s-_1 + part[QN_COLD] s+_2 s-_2,
 *                  V = interaction (s+_1 s-_2 + h.c.), X_k = sx_k (Levy & Kosloff, EPL 107, 20004 (2014)).
 * pair             two ladders of `levels` equally spaced levels (2 or 3), hot first: energies part[QN_HOT] i + part[QN_COLD] j,
 *                  V = 0, X_k the ladder's between neighbours, elements sqrt(n + 1). QnStroke.swap acts on it.
 *
 * Of each the coherences that are ever other than zero lie between disjoint pairs of kets, so that levels and states are in
 * closed form block by block; a pair of three levels a side has one block of three. Model global: Davies' generator of H. Local: that of F, so that reservoir k sees part k alone. Reset:
 * coupling_k (tau_k x Tr_k rho - rho), tau_k thermal.
 *
 * Books. With the whole energy, dQ_k = Tr[H D_k rho] dt and dW_in = Tr[dH/dt rho] dt, which is other than zero for the maser
 * alone. With the bare one, dQ_k = Tr[F D_k rho] dt and what leaves or enters the parts by way of V counts as work:
 * dW_in = Tr[i[H', F] rho] dt, H' what turns rho. Where D_k was derived for part k alone the bare heats obey the second
 * law always, the others need not. */

gboolean qn_parts_are (QnMediumKind kind);

/* Checks what only these media ask for. */
gboolean qn_parts_check (const QnMediumSpec *spec, GError **error);

/* Fills n, the pairs, H0, F, X and whether reservoirs act in the basis of F; `turn` gets H'. */
void qn_parts_operators (QnMedium *medium, QnOperator turn);

/* `rate` of the work operator Tr[dH/dt rho] into `work`; it is 0 but for the maser. */
void qn_parts_drive (const QnMedium *medium, QnOperator work);

/* Levels and kets of a Hermitian matrix that couples no more than the medium's pairs; ascending. */
void qn_parts_eigen (const QnMedium *medium, const double _Complex H[QN_MAX_LEVELS][QN_MAX_LEVELS], QnEigen *eigen);

/* The bit of the qubit beside bath k in the number of a ket of three qubits. */
int qn_parts_bit (int k);

/* Adds coupling (tau x Tr_k rho - rho) of bath k to D. */
void qn_parts_add_reset (const QnMedium *medium, const QnBath *bath, int k, double *D);

/* A pair's SWAP: K = U . U^+ - 1 of U = exp(-i angle SWAP). */
void qn_parts_swap (const QnMedium *medium, double angle, double *K);

G_END_DECLS
