/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/linear/qn-types.h"

G_BEGIN_DECLS

/* One reading of a running machine: everything a figure may show of one instant. */
typedef struct
{
  double time;      /* since the start of the run (limit cycle: since the start of the cycle) */
  gint64 cycle;     /* 0-based number of the cycle */
  int stroke;       /* index into QnMachine.stroke */
  double fraction;  /* 0..1 through the stroke */
  double control;   /* w */
  double force;     /* generalised force -dW_in/dw = -<dH/dw> (with H_CD: the part that does work) */
  double energy;    /* Tr[H rho] */
  double entropy;   /* von Neumann, nats */
  double temperature; /* of the Gibbs state of H(w) with the same energy; NaN where none is positive and finite */
  double heat[QN_MAX_BATHS]; /* into the medium since this cycle began */
  double work_output;        /* by the medium since this cycle began */
  int n_levels;
  double level[QN_MAX_LEVELS];      /* eigenvalues of H(w), ascending */
  double population[QN_MAX_LEVELS]; /* in the instantaneous energy basis, same order */
  double bloch[3];  /* qubit: Tr(rho sigma); otherwise of the pair of lowest levels (media made of parts: of the pair that V couples,
                     * in the medium's own basis), unnormalised: (2Re rho_10, 2Im rho_10, p_1 - p_0) */
  double axis[3];   /* unit vector of H's direction on the same sphere (towards the excited state) */
  double coherence_l1;       /* sum_{i != j} |rho_ij| in the instantaneous energy basis */
  double coherence_relative; /* S(diag rho) - S(rho), nats */
  double purity;             /* Tr rho^2 */
  double ergotropy;
  double concurrence, mutual_information; /* of two qubits (qn-medium-two-qubits.h) or two parts; NaN elsewhere */
  double part_z[2]; /* <sz> of each of two qubits, +1 excited: all there is of their reduced Bloch vectors; NaN elsewhere */
  double trace;
  double min_eigenvalue;
  /* Continuous machines, NaN elsewhere: heat into the medium and work out of it per time, and, of media made of parts,
   * the same by the bare energy (qn-parts.h). */
  double current[QN_MAX_BATHS], power, bare_current[QN_MAX_BATHS], bare_power;
  int n_state;
  double state[QN_MAX_STATE]; /* the coordinates themselves: see qn-medium.h; of an oscillator qn-oscillator.h */
} QnReading;

/* Temperature of the Gibbs state with this energy, NaN if there is none positive and finite. A level stands for g[]
 * states; g NULL: for one. */
double qn_effective_temperature (const double *E, const int *g, int n, double energy);

G_END_DECLS
