/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/machine/qn-cycle.h"
#include "core/medium/qn-medium.h"

G_BEGIN_DECLS

/* What coherence is worth. All states are n x n density matrices in the energy basis, levels E ascending (hbar = k_B = 1). */

typedef struct
{
  double l1;          /* sum_{i != j} |rho_ij| */
  double relative;    /* C = S(diag rho) - S(rho), nats */
  double free_energy; /* T C: what dephasing wastes beside a reservoir at T */
  double ergotropy;   /* Tr[H rho] - sum_k r_k E_k, r descending: the most work a unitary takes out */
  double incoherent;  /* the same of diag rho */
  double coherent;    /* the rest, >= 0: the eigenvalues of rho majorise its diagonal */
} QnCoherence;

/* Ergotropy as split by G. Francica, F. C. Binder, G. Guarnieri, M. T. Mitchison, J. Goold & F. Plastina, Phys. Rev. Lett.
 * 125, 180603 (2020). */
void qn_coherence_read (int n, const double *E, QnOperator rho, double temperature, QnCoherence *out);

double qn_ergotropy (int n, const double *E, QnOperator rho);

/* An auxiliary qubit beside a working one whose state alone is rho in every case. */
typedef enum
{
  QN_AUXILIARY_NONE,      /* rho x 1/2 */
  QN_AUXILIARY_CLASSICAL, /* sum_k r_k |k><k| x |k><k|, rho |k> = r_k |k> */
  QN_AUXILIARY_ENTANGLED, /* the pure state sum_k sqrt(r_k) |k>|k> */
} QnAuxiliary;

/* The 4 x 4 state of both, index 2 * working + auxiliary. */
void qn_auxiliary_state (QnAuxiliary kind, QnOperator rho, QnOperator both);

/* Daemonic ergotropy sum_a p_a W(rho_a): the auxiliary is measured along cos(angle) sz + sin(angle) sx and the unitary
 * chosen by what is found. G. Francica, J. Goold, F. Plastina & M. Paternostro, npj Quantum Inf. 3, 12 (2017). */
double qn_ergotropy_daemonic (const double *E, QnOperator both, double angle);

/* Books of a limit cycle. */
typedef struct
{
  double work_output, heat[QN_MAX_BATHS], entropy_production;
  double residual_first_law; /* heat and work are accumulated apart */
} QnCycleWork;

/* The limit cycle of a machine and of its twin, whose coherence in the energy basis is wiped out at the start of every stroke
 * in contact; all strokes in contact last factor[i] times as long as the machine says. NaN where a limit cycle is not
 * unique. FALSE without an error where `cancelled` (may be NULL) was set. Not of an oscillator. */
gboolean qn_coherence_twins (const QnMachine *machine, double tolerance, gsize n, const double *factor, const gint *cancelled, QnCycleWork *engine, QnCycleWork *twin, GError **error);

G_END_DECLS
