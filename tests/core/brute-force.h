/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <complex.h>

#include "core/machine/qn-machine.h"

/* The master equation written down as it stands on the page, integrated with
 * GSL's 8th-order Runge-Kutta-Prince-Dormand: complex density matrix, jump
 * operators from an eigendecomposition at every evaluation, no coherence vector,
 * no exponential, no step map. Slow and independent of everything in src/core
 * but the description of the machine. */

#define QN_TEST_LEVELS 40

typedef double _Complex QnTestMatrix[QN_TEST_LEVELS][QN_TEST_LEVELS];

/* What a medium is at one control: H, dH/dw and what each reservoir touches. */
typedef struct
{
  int n;
  QnTestMatrix H, dH, X[QN_MAX_BATHS];
  gboolean moving; /* in the basis of H(w), which turns as w moves: no jumps of the control */
} QnTestOperators;

/* Written out for the qubit, the ladder, the box, two qubits, the junction, three qubits and the pair, those of parts by
 * the whole H; and for an oscillator of its lowest QN_TEST_LEVELS levels, n + 1/2 and (a + a^+)^2/2. */
void qn_brute_force_operators (const QnMediumSpec *medium, double w, QnTestOperators *out);

typedef struct
{
  int n;
  QnTestMatrix rho;
  double heat[QN_MAX_BATHS];
  double work_output;
} QnBruteForce;

/* Sets rho to the Gibbs state at control w. */
void qn_brute_force_gibbs (QnBruteForce *state, const QnMediumSpec *medium, double w, double temperature);

/* Tr[H(w) rho]. */
double qn_brute_force_energy (const QnBruteForce *state, const QnMediumSpec *medium, double w);

/* One stroke: a jump of the control from *w to the stroke's first value, then the flow.
 * *w becomes the stroke's last value; heat and work are added to the books. */
void qn_brute_force_stroke (QnBruteForce *state, const QnMachine *machine, const QnStroke *stroke, double *w, double tolerance);
