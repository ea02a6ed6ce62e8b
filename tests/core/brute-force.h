/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <complex.h>

#include "core/machine/qn-machine.h"

/* The master equation written down as it stands on the page, integrated with
 * GSL's 8th-order Runge-Kutta-Prince-Dormand: complex density matrix, jump
 * operators from an eigendecomposition at every evaluation, no coherence vector,
 * no exponential, no step map. Slow and independent of everything in src/core
 * but the description of the machine. */

typedef double _Complex QnTestMatrix[QN_MAX_LEVELS][QN_MAX_LEVELS];

typedef struct
{
  int n;
  QnTestMatrix rho;
  double heat[QN_MAX_BATHS];
  double work_output;
} QnBruteForce;

/* Hamiltonian H(w) of the medium. */
void qn_brute_force_hamiltonian (const QnMediumSpec *medium, double w, QnTestMatrix H);

/* Sets rho to the Gibbs state at control w. */
void qn_brute_force_gibbs (QnBruteForce *state, const QnMediumSpec *medium, double w, double temperature);

/* Tr[H(w) rho]. */
double qn_brute_force_energy (const QnBruteForce *state, const QnMediumSpec *medium, double w);

/* One stroke: a jump of the control from *w to the stroke's first value, then the flow.
 * *w becomes the stroke's last value; heat and work are added to the books. */
void qn_brute_force_stroke (QnBruteForce *state, const QnMachine *machine, const QnStroke *stroke, double *w, double tolerance);
