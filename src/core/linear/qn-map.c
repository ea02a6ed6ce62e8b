/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/linear/qn-map.h"

#include <math.h>
#include <string.h>

#include "core/linear/qn-types.h"

void
qn_map_init (QnMap *map, int d, int m)
{
  map->d = d;
  map->m = m;
  map->K = g_new0 (double, d * d);
  map->R = g_new0 (double, m * d);
}

void
qn_map_clear (QnMap *map)
{
  g_clear_pointer (&map->K, g_free);
  g_clear_pointer (&map->R, g_free);
}

void
qn_map_apply (const QnMap *map, const double *x, double *out, double *ledger)
{
  int d = map->d;
  double y[QN_MAX_STATE];

  for (int k = 0; k < map->m; k++)
    for (int j = 0; j < d; j++)
      ledger[k] += map->R[k * d + j] * x[j];
  for (int i = 0; i < d; i++)
    {
      y[i] = x[i];
      for (int j = 0; j < d; j++)
        y[i] += map->K[i * d + j] * x[j];
    }
  memcpy (out, y, sizeof (double) * d);
}

void
qn_map_then (QnMap *map, const QnMap *next)
{
  qn_propagator (map->d, map->m)->compose (map->d, map->m, map->K, map->R, next->K, next->R);
}

/* --- Propagators ---------------------------------------------------------- */

/* The kernels are inlined into functions of a constant d, so that the compiler unrolls them. */
#define INLINE static inline __attribute__ ((always_inline))

INLINE void
matmul (const int d, const double *restrict a, const double *restrict b, double *restrict out)
{
  for (int i = 0; i < d; i++)
    {
      for (int j = 0; j < d; j++)
        out[i * d + j] = a[i * d] * b[j];
      for (int k = 1; k < d; k++)
        for (int j = 0; j < d; j++)
          out[i * d + j] += a[i * d + k] * b[k * d + j];
    }
}

INLINE void
rowmul (const int m, const int d, const double *restrict r, const double *restrict b, double *restrict out)
{
  for (int i = 0; i < m; i++)
    {
      for (int j = 0; j < d; j++)
        out[i * d + j] = r[i * d] * b[j];
      for (int k = 1; k < d; k++)
        for (int j = 0; j < d; j++)
          out[i * d + j] += r[i * d + k] * b[k * d + j];
    }
}

INLINE double
norm1 (const int d, const double *a)
{
  double most = 0;

  for (int j = 0; j < d; j++)
    {
      double sum = 0;

      for (int i = 0; i < d; i++)
        sum += fabs (a[i * d + j]);
      most = MAX (most, sum);
    }
  return most;
}

double
qn_map_norm (int d, const double *A)
{
  return norm1 (d, A);
}

/* phi1(B) = sum_k B^k/(k+1)!, Paterson and Stockmeyer in blocks of three: as many blocks as the norm
 * needs for a remainder below 1e-17. */
INLINE void
phi_series (const int d, const double *B, int blocks, double *phi)
{
  static const double c[15] = { 1, 1. / 2, 1. / 6, 1. / 24, 1. / 120, 1. / 720, 1. / 5040, 1. / 40320, 1. / 362880, 1. / 3628800, 1. / 39916800, 1. / 479001600,
                                1. / 6227020800., 1. / 87178291200., 1. / 1307674368000. };
  double B2[d * d], B3[d * d], t[d * d];

  matmul (d, B, B, B2);
  matmul (d, B2, B, B3);
  for (int k = blocks; k >= 0; k--)
    {
      if (k == blocks)
        memset (t, 0, sizeof t);
      else
        matmul (d, B3, phi, t);
      for (int i = 0; i < d * d; i++)
        phi[i] = t[i] + c[3 * k + 1] * B[i] + c[3 * k + 2] * B2[i];
      for (int i = 0; i < d; i++)
        phi[i * d + i] += c[3 * k];
    }
}

/* What the first n rows of a column add up to is taken from the diagonal, or the largest of them: the rounding that each doubling
 * would double. */
INLINE void
conserve (const int d, const int n, double *K)
{
  for (int j = 0; n > 0 && j < d; j++)
    {
      double sum = 0;
      int most = j < n ? j : 0;

      for (int i = 0; i < n; i++)
        {
          sum += i == j ? 0 : K[i * d + j];
          most = j >= n && fabs (K[i * d + j]) > fabs (K[most * d + j]) ? i : most;
        }
      K[most * d + j] = j < n ? -sum : K[most * d + j] - sum;
    }
}

INLINE void
exponential (const int d, const int m, const int n, const double *A, const double *r, double *K, double *R)
{
  int doublings = 0, blocks;
  double scale = 1, norm = norm1 (d, A);
  double B[d * d], phi[d * d], t[d * d];

  for (; norm * scale > 0.6; doublings++)
    scale /= 2;
  norm *= scale;
  blocks = norm <= 0.005 ? 1 : norm <= 0.06 ? 2 : norm <= 0.25 ? 3 : 4;
  for (int i = 0; i < d * d; i++)
    B[i] = A[i] * scale;
  phi_series (d, B, blocks, phi);
  matmul (d, B, phi, K);
  conserve (d, n, K);
  for (int s = 0; s < doublings; s++)
    {
      matmul (d, K, phi, t);
      for (int i = 0; i < d * d; i++)
        phi[i] += t[i] / 2;
      matmul (d, K, K, t);
      for (int i = 0; i < d * d; i++)
        K[i] = 2 * K[i] + t[i];
      conserve (d, n, K);
    }
  rowmul (m, d, r, phi, R);
}

/* [a, b] of augmented generators [[G,0],[r,0]]. */
INLINE void
bracket (const int d, const int m, const double *a, const double *ar, const double *b, const double *br, double *out, double *outr)
{
  double t[d * d], u[QN_MAX_ROWS * d];

  matmul (d, a, b, out);
  matmul (d, b, a, t);
  for (int i = 0; i < d * d; i++)
    out[i] -= t[i];
  rowmul (m, d, ar, b, outr);
  rowmul (m, d, br, a, u);
  for (int i = 0; i < m * d; i++)
    outr[i] -= u[i];
}

INLINE void
add3 (int n, double *out, double a, const double *x, double b, const double *y, double c, const double *z)
{
  for (int i = 0; i < n; i++)
    out[i] = a * x[i] + b * y[i] + c * z[i];
}

INLINE void
magnus_exponent (const int d, const int m, double dt, const QnGenerator A[3], double *omega, double *row)
{
  const int n = d * d, q = m * d;
  double a1[n], a2[n], a3[n], c1[n], c2[n], t[n], r1[q], r2[q], r3[q], s1[q], s2[q], tr[q];
  const double root = dt * 1.29099444873580562839, third = dt * 10 / 3; /* sqrt(15)/3 */

  add3 (n, a1, dt, A[1].G, 0, A[1].G, 0, A[1].G);
  add3 (n, a2, root, A[2].G, -root, A[0].G, 0, A[0].G);
  add3 (n, a3, third, A[2].G, -2 * third, A[1].G, third, A[0].G);
  add3 (q, r1, dt, A[1].r, 0, A[1].r, 0, A[1].r);
  add3 (q, r2, root, A[2].r, -root, A[0].r, 0, A[0].r);
  add3 (q, r3, third, A[2].r, -2 * third, A[1].r, third, A[0].r);
  bracket (d, m, a1, r1, a2, r2, c1, s1);
  add3 (n, t, 2, a3, 1, c1, 0, c1);
  add3 (q, tr, 2, r3, 1, s1, 0, s1);
  bracket (d, m, a1, r1, t, tr, c2, s2);
  add3 (n, t, -20, a1, -1, a3, 1, c1);
  add3 (q, tr, -20, r1, -1, r3, 1, s1);
  add3 (n, a2, 1, a2, -1. / 60, c2, 0, c2);
  add3 (q, r2, 1, r2, -1. / 60, s2, 0, s2);
  bracket (d, m, t, tr, a2, r2, omega, row);
  add3 (n, omega, 1. / 240, omega, 1, a1, 1. / 12, a3);
  add3 (q, row, 1. / 240, row, 1, r1, 1. / 12, r3);
}

INLINE void
compose (const int d, const int m, double *K, double *R, const double *L, const double *S)
{
  double t[d * d], u[QN_MAX_ROWS * d];

  matmul (d, L, K, t);
  rowmul (m, d, S, K, u);
  for (int i = 0; i < d * d; i++)
    K[i] += L[i] + t[i];
  for (int i = 0; i < m * d; i++)
    R[i] += S[i] + u[i];
}

INLINE void
magnus_step (const int d, const int m, double dt, const QnGenerator A[3], double *K, double *R)
{
  double omega[d * d], row[QN_MAX_ROWS * d];

  magnus_exponent (d, m, dt, A, omega, row);
  exponential (d, m, 0, omega, row, K, R);
}

/* One function for each size met often; `general` serves the rest. */
#define PROPAGATOR(name, D, M)                                                                                    \
  static void name##_step (int d, int m, double dt, const QnGenerator A[3], double *K, double *R)                 \
  {                                                                                                               \
    magnus_step (D, M, dt, A, K, R);                                                                              \
  }                                                                                                               \
  static void name##_exponential (int d, int m, int n, const double *A, const double *r, double *K, double *R)    \
  {                                                                                                               \
    exponential (D, M, n, A, r, K, R);                                                                            \
  }                                                                                                               \
  static void name##_compose (int d, int m, double *K, double *R, const double *L, const double *S)               \
  {                                                                                                               \
    compose (D, M, K, R, L, S);                                                                                   \
  }                                                                                                               \
  static const QnPropagator name = { name##_exponential, name##_step, name##_compose };

PROPAGATOR (sized_2, 2, m)
PROPAGATOR (sized_3, 3, m)
PROPAGATOR (sized_3_isolated, 3, 1)
PROPAGATOR (sized_4, 4, m)
PROPAGATOR (sized_4_isolated, 4, 1)
PROPAGATOR (sized_6, 6, m)
PROPAGATOR (sized_8, 8, m)
PROPAGATOR (sized_5, 5, m)
PROPAGATOR (sized_general, d, m)

const QnPropagator *
qn_propagator (int d, int m)
{
  switch (d)
    {
    case 2:
      return &sized_2;
    case 3:
      return m == 1 ? &sized_3_isolated : &sized_3;
    case 4:
      return m == 1 ? &sized_4_isolated : &sized_4;
    case 5:
      return &sized_5;
    case 6:
      return &sized_6;
    case 8:
      return &sized_8;
    default:
      return &sized_general;
    }
}
