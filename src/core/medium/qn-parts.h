/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/medium/qn-medium.h"

G_BEGIN_DECLS

/* Media made of parts, each beside a reservoir of its own. H = F + V: F is what the parts are alone, V what couples them.
 * The control plays no part. Kets name excitations, the first letter the leftmost part; s+ creates one.
 *
 * Model global: Davies' generator of H. Local: that of F, so that reservoir k sees part k alone. Reset:
 * coupling_k (tau_k x Tr_k rho - rho), tau_k thermal.
 *
 * Two ledgers. With the whole energy, dQ_k = Tr[H D_k rho] dt and dW_in = Tr[dH/dt rho] dt, which is other than zero for the
 * maser alone. With the bare one, dQ_k = Tr[F D_k rho] dt and what leaves or enters the parts by way of V counts as work:
 * dW_in = Tr[i[H', F] rho] dt, H' what turns rho. Where D_k was derived for part k alone the bare heats obey the second
 * law always, the others need not. */

/* In whose energy basis the reservoirs act. */
typedef enum
{
  QN_MODEL_GLOBAL, /* in that of the whole H */
  QN_MODEL_LOCAL,  /* each in that of its own part, as if the parts did not know of one another */
  QN_MODEL_RESET,  /* at the rate of its coupling a reservoir replaces its part by a thermal one */
} QnModel;

/* What all of them have; the parameters of such a class begin with it. */
typedef struct
{
  QnModel model;
  double energy[QN_MAX_BATHS]; /* of the part beside each reservoir; of the maser those of its levels */
  double interaction;          /* what V is proportional to */
} QnParts;

const QnParts *qn_parts (const QnMediumSpec *spec);

/* Energies of the first n parts above 0, a finite interaction, and reset only where `reset`. */
gboolean qn_parts_check (const QnMediumSpec *spec, int n, gboolean reset, GError **error);

/* QnMediumClass.local: whatever is not global. */
gboolean qn_parts_local (const QnMediumSpec *spec);

/* The end of init: n, F, X and the couplings V in H0 are filled in, `turn` with what H' has beyond H. `work` (may be NULL):
 * the operator whose mean is Tr[dH/dt rho]. */
void qn_parts_complete (QnMedium *medium, QnOperator work);

/* QnMediumClass.init of qubits in a row, the leftmost the highest bit; part and reservoir[j] are the j-th's. V, proportional to the
 * interaction, couples kets a and b. */
void qn_parts_row_of_qubits (QnMedium *medium, int n_qubits, const int *reservoir, int a, int b);

/* QnMediumClass.read: the default, but the Bloch vector of the pair that V couples, as the field of its Hamiltonian goes. */
void qn_parts_read (const QnMedium *medium, double w, const double *x, QnReading *out);

/* QnMediumClass.read of two parts alike, excited ones last: that and qn_operator_reading_of_two(). */
void qn_parts_read_two (const QnMedium *medium, double w, const double *x, QnReading *out);

G_END_DECLS
