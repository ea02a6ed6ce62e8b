/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A x = b by Gaussian elimination with partial pivoting. A (n x n) and b are destroyed. FALSE where a pivot falls
 * below 1e-12 of the largest element: then there is no one solution. */
gboolean qn_linear_solve (int n, double *A, double *b, double *x);

/* The time average of the orbit of x0 under M = 1 + K: x0 projected on the null space of K along its range. */
void     qn_linear_time_average (int d, const double *K, const double *x0, double *x);

G_END_DECLS
