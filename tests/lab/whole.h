/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <complex.h>

#include "core/machine/qn-cycle.h"

/* The master equation of a machine that never moves on all matrix elements, with plain matrices and jump operators as they
 * stand on the page. Nothing of src/core but the description of the machine; the caller writes down H, F, the levels of H
 * and what each reservoir does. */

#define WHOLE_N 8
typedef double _Complex WholeMatrix[WHOLE_N][WHOLE_N];

typedef struct
{
  int n, n_baths, n_jumps[QN_MAX_BATHS];
  double E[WHOLE_N];
  WholeMatrix H, F, ket; /* columns of `ket`: states of energies E */
  WholeMatrix jump[QN_MAX_BATHS][2 * WHOLE_N * WHOLE_N];
} Whole;

/* rate D[A] or rate D[A^+] of reservoir k. */
void whole_add_jump (Whole *w, int k, double rate, WholeMatrix A, gboolean dagger);

/* Quanta of this frequency out of the medium by A and into it by A^+, at the rates of the bath's spectrum. */
void whole_add_quanta (Whole *w, int k, const QnBath *bath, double frequency, WholeMatrix A);

/* Davies: for each frequency of H one jump operator, the part of X that belongs to it. */
void whole_add_davies (Whole *w, int k, const QnBath *bath, WholeMatrix X);

/* The null vector of the whole Liouvillian, the trace in place of its first row. */
void whole_steady_state (Whole *w, WholeMatrix rho);

/* rho(t + h) by Taylor's series, and the heat of each reservoir on the way. */
void whole_taylor_step (Whole *w, double h, WholeMatrix rho, double *heat);

/* Thermal at the machine's start temperature, in the basis that the reservoirs know. */
void whole_thermal (Whole *w, const QnMachine *m, WholeMatrix rho);

/* Every element of the state, heat by either book, no power, and i Tr[[F, H] rho]. */
void whole_assert_state (Whole *w, const QnMachine *m, const QnReading *got, WholeMatrix rho, double tolerance);
