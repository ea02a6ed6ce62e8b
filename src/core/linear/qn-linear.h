/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A x = b by Gaussian elimination with partial pivoting. A (n x n) and b are destroyed. FALSE where a pivot is 0. */
gboolean qn_linear_solve (int n, double *A, double *b, double *x);

/* The state that a generator leaves alone: G x = 0, sum of x[0 .. n-1] = 1, where the first n rows of G (d x d) add up to
 * zero. The other coordinates are eliminated first, then the n in the way of Grassmann, Taksar & Heyman (Oper. Res. 33,
 * 1107 (1985)), which subtracts nothing on the diagonal: rates many orders of magnitude apart keep their relative
 * accuracy. FALSE where an elimination meets a zero. It serves the fixed point of a map 1 + G as well. */
gboolean qn_linear_stationary (int n, int d, const double *G, double *x);

/* K x = 0, sum of x[0 .. n-1] = 1, where the first n rows of K (d x d, d <= QN_MAX_STATE) add up to zero: the fixed point of a map 1 + K,
 * or the state that a generator leaves alone. The sum stands in for the first row. FALSE where a pivot is 0. */
gboolean qn_linear_fixed_point (int n, int d, const double *K, double *x);

/* The same where n quantities are conserved, rows l (n x d, orthonormal) with l K = 0: l x = l x0. FALSE where a pivot is 0. */
gboolean qn_linear_conserving (int n, int d, const double *K, const double *l, const double *x0, double *x);

/* The d eigenvalues of A (d x d), by the QR algorithm; FALSE where it does not end. */
gboolean qn_linear_eigenvalues (int d, const double *A, double *real, double *imaginary);

/* The dimension of the null space of a symmetric S >= 0, d x d, and an orthonormal basis of it as rows (NULL: not wanted), by
 * Cholesky factors, each time of the diagonal element that has kept most of what it began as; one below 1e-13 of that is 0. So the scale
 * of a coordinate plays no part. */
int      qn_linear_null_space (int d, const double *S, double *basis);

/* The time average of the orbit of x0 under M = 1 + K: x0 projected on the null space of K along its range, told from
 * singular values below 1e-12 of the largest. */
void     qn_linear_time_average (int d, const double *K, const double *x0, double *x);

/* order[k]: the index of the k-th smallest of v[0 .. n-1]; equal ones keep their order. */
void     qn_linear_ascending (int n, const double *v, int *order);

G_END_DECLS
