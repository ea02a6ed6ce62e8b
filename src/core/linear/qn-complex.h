/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <complex.h>

#include <glib.h>

G_BEGIN_DECLS

/* Small complex matrices, n x n with n <= QN_MAX_LEVELS, row by row. */

/* out = a b; out is neither of them. */
void qn_complex_multiply (int n, const double complex *a, const double complex *b, double complex *out);

/* exp(a) by Taylor's series to the 10th order: to 1e-15 where no row's sum of moduli is above 1/8. */
void qn_complex_exponential (int n, const double complex *a, double complex *out);

/* The largest sum of moduli of a row. */
double qn_complex_norm (int n, const double complex *a);

G_END_DECLS
