/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <complex.h>

#include <glib.h>

G_BEGIN_DECLS

/* Eigenvalues and vectors of Hermitian matrices, n x n, row by row; rows of complex ones lie `stride` numbers apart. GSL's
 * reduction to tridiagonal form and QR steps but where a closed form is at hand. Matrices are not changed. */

/* Eigenvalues in no order. */
void qn_hermitian_values (gsize n, gsize stride, const double complex *a, double *values);

/* The same of each block that elements other than zero connect, by itself. Matrices that keep a number of excitations have
 * many small ones. */
void qn_hermitian_block_values (gsize n, const double complex *a, double *values);

/* Falling eigenvalues; the k-th column of `vectors` (rows `stride` apart) belongs to the k-th of them. */
void qn_hermitian_eigen (gsize n, gsize stride, const double complex *a, double *values, double complex *vectors);

/* Real symmetric, n x n without gaps: eigenvalues in no order, vectors as columns. */
void qn_symmetric_eigen (gsize n, const double *a, double *values, double *vectors);

/* Eigenvalues of [[a, c], [c*, b]] where |c|^2 is c2: the larger one, and the smaller one without cancellation. */
void qn_hermitian_pair_values (double a, double b, double c2, double values[2]);

/* Real [[a, c], [c, b]]: the eigenvalue values[0] <= values[1] of (-sin, cos) and of (cos, sin) of *half, half the angle of the field
 * (2c, a - b); 0 where there is none. */
void qn_symmetric_pair_eigen (double a, double b, double c, double values[2], double *half);

G_END_DECLS
