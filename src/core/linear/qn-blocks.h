/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include <complex.h>

G_BEGIN_DECLS

/* Eigenvalues of a Hermitian n x n matrix, row by row, in no order: of each block that elements other than zero connect,
 * by itself. Matrices that keep a number of excitations have many small ones. */
void qn_blocks_eigenvalues (const double complex *matrix, gsize n, double *values);

/* -sum x ln x over what is above 0. */
double qn_blocks_entropy (const double *values, gsize n);

G_END_DECLS
