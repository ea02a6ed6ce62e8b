/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A linear map of d <= QN_MAX_STATE coordinates with its ledger of m <= QN_MAX_ROWS rows: x -> x + K x, ledger += R x. K = M - 1
 * keeps the small eigenvalues of a nearly-identity map. */
typedef struct
{
  int d, m;
  double *K; /* d x d */
  double *R; /* m x d */
} QnMap;

void qn_map_init  (QnMap *map, int d, int m);        /* identity, empty ledger */
void qn_map_clear (QnMap *map);
void qn_map_then  (QnMap *map, const QnMap *next);   /* map <- next after map */
void qn_map_apply (const QnMap *map, const double *x, double *out, double *ledger); /* ledger +=; out may be x */

/* A linear flow with its ledger: dx/dt = G x, d ledger/dt = r x. */
typedef struct
{
  double *G; /* d x d */
  double *r; /* m x d */
} QnGenerator;

/* Propagators of a flow, written as maps, for d coordinates and m rows; the sizes met often have functions of their own. */
typedef struct
{
  /* exp of a constant generator, time included, by the augmented matrix [[A, 0], [r, 0]]: K = exp(A) - 1, R = r phi1(A), phi1(A) =
   * (exp(A) - 1)/A. Series at a small norm, then doublings (N. J. Higham, Functions of Matrices, ch. 10) that keep K small where
   * A is. The first n rows of A add up to zero (n = 0: nothing is known to), and so do those of K: a long stroke has many doublings,
   * each of which would double what rounding leaves of their sum. */
  void (*exponential) (int d, int m, int n, const double *A, const double *r, double *K, double *R);
  /* exp of the Magnus exponent of 6th order of a time dt from the generator at the nodes qn_gauss_3: S. Blanes, F. Casas, J. A.
   * Oteo & J. Ros, Phys. Rep. 470, 151 (2009), eq. (257). */
  void (*step)        (int d, int m, double dt, const QnGenerator A[3], double *K, double *R);
  /* K, R <- L, S after them: (1 + L)(1 + K) - 1 = K + L + L K; R + S (1 + K). */
  void (*compose)     (int d, int m, double *K, double *R, const double *L, const double *S);
} QnPropagator;

const QnPropagator *qn_propagator (int d, int m);

/* The largest sum of moduli of a column, d x d. */
double qn_map_norm (int d, const double *A);

G_END_DECLS
