/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/linear/qn-linear.h"

#include <math.h>
#include <string.h>

#include <gsl/gsl_eigen.h>
#include <gsl/gsl_linalg.h>

#include "core/linear/qn-types.h"

#define SINGULAR 1e-12  /* of the largest singular value */
#define DEPENDENT 1e-13 /* of a diagonal element */

static void
swap_rows (int n, double *A, double *b, int i, int k)
{
  double t;

  if (i == k)
    return;
  for (int j = 0; j < n; j++)
    {
      t = A[i * n + j];
      A[i * n + j] = A[k * n + j];
      A[k * n + j] = t;
    }
  t = b[i];
  b[i] = b[k];
  b[k] = t;
}

static int
pivot_row (int n, const double *A, int k)
{
  int p = k;

  for (int i = k + 1; i < n; i++)
    if (fabs (A[i * n + k]) > fabs (A[p * n + k]))
      p = i;
  return p;
}

gboolean
qn_linear_solve (int n, double *A, double *b, double *x)
{
  for (int k = 0; k < n; k++)
    {
      swap_rows (n, A, b, k, pivot_row (n, A, k));
      if (A[k * n + k] == 0)
        return FALSE;
      for (int i = k + 1; i < n; i++)
        {
          double f = A[i * n + k] / A[k * n + k];

          for (int j = k; j < n; j++)
            A[i * n + j] -= f * A[k * n + j];
          b[i] -= f * b[k];
        }
    }
  for (int i = n - 1; i >= 0; i--)
    {
      x[i] = b[i];
      for (int j = i + 1; j < n; j++)
        x[i] -= A[i * n + j] * x[j];
      x[i] /= A[i * n + i];
    }
  return TRUE;
}

gboolean
qn_linear_fixed_point (int n, int d, const double *K, double *x)
{
  double A[QN_MAX_STATE * QN_MAX_STATE], b[QN_MAX_STATE] = { 0 }, most = 0;

  memcpy (A, K, sizeof (double) * d * d);
  for (int i = 0; i < d * d; i++)
    most = MAX (most, fabs (K[i]));
  if (most == 0)
    return FALSE;
  for (int j = 0; j < d; j++)
    A[j] = j < n ? most : 0;
  b[0] = most;
  return qn_linear_solve (d, A, b, x);
}

gboolean
qn_linear_conserving (int n, int d, const double *K, const double *l, const double *x0, double *x)
{
  double A[QN_MAX_STATE * QN_MAX_STATE], b[QN_MAX_STATE] = { 0 }, most = 0;

  for (int i = 0; i < d * d; i++)
    most = MAX (most, fabs (K[i]));
  for (int i = 0; i < d; i++)
    for (int j = 0; j < d; j++)
      {
        A[i * d + j] = K[i * d + j];
        for (int c = 0; c < n; c++)
          {
            A[i * d + j] += most * l[c * d + i] * l[c * d + j];
            b[i] += most * l[c * d + i] * l[c * d + j] * x0[j];
          }
      }
  return qn_linear_solve (d, A, b, x);
}

/* What is left of S without the rows and columns done; FALSE: no pivot stands out. */
static gboolean
eliminate (int d, double *S, const double *scale, gboolean *done, int *order, int rank)
{
  int p = -1;

  for (int i = 0; i < d; i++)
    if (!done[i] && S[i * d + i] > DEPENDENT * scale[i] && (p < 0 || S[i * d + i] * scale[p] > S[p * d + p] * scale[i]))
      p = i;
  if (p < 0)
    return FALSE;
  done[p] = TRUE;
  order[rank] = p;
  for (int i = 0; i < d; i++)
    for (int j = 0; !done[i] && j < d; j++)
      if (!done[j])
        S[i * d + j] -= S[i * d + p] * S[p * d + j] / S[p * d + p];
  return TRUE;
}

/* Makes v a unit vector orthogonal to those before it. */
static void
orthonormalise (int d, int before, const double *basis, double *v)
{
  double length = 0;

  for (int k = 0; k < 2 * before; k++) /* twice is enough */
    {
      const double *other = basis + k % before * d;
      double overlap = 0;

      for (int i = 0; i < d; i++)
        overlap += other[i] * v[i];
      for (int i = 0; i < d; i++)
        v[i] -= overlap * other[i];
    }
  for (int i = 0; i < d; i++)
    length = hypot (length, v[i]);
  for (int i = 0; i < d; i++)
    v[i] /= length;
}

int
qn_linear_null_space (int d, const double *S, double *basis)
{
  double left[QN_MAX_STATE * QN_MAX_STATE], scale[QN_MAX_STATE];
  gboolean done[QN_MAX_STATE] = { FALSE };
  int order[QN_MAX_STATE], rank = 0, null = 0;

  memcpy (left, S, sizeof (double) * d * d);
  for (int i = 0; i < d; i++)
    scale[i] = S[i * d + i];
  while (eliminate (d, left, scale, done, order, rank))
    rank++;
  for (int free = 0; basis && free < d; free++)
    if (!done[free])
      {
        double *v = basis + null * d;

        memset (v, 0, sizeof (double) * d);
        v[free] = 1;
        for (int k = rank - 1; k >= 0; k--)
          {
            int p = order[k];

            v[p] = -left[p * d + free];
            for (int l = k + 1; l < rank; l++)
              v[p] -= left[p * d + order[l]] * v[order[l]];
            v[p] /= left[p * d + p];
          }
        orthonormalise (d, null++, basis, v);
      }
  return d - rank;
}

/* The last columns of `out` become an orthonormal basis of the null space of K (or of its transpose). Returns its
 * dimension. */
static int
null_space (int d, const double *K, gboolean transposed, gsl_matrix *out)
{
  gsl_matrix *A = gsl_matrix_alloc (d, d);
  gsl_vector *S = gsl_vector_alloc (d);
  int null = 0;

  for (int i = 0; i < d * d; i++)
    gsl_matrix_set (A, transposed ? i % d : i / d, transposed ? i / d : i % d, K[i]);
  gsl_linalg_SV_decomp_jacobi (A, out, S);
  for (int i = 0; i < d; i++)
    null += gsl_vector_get (S, i) <= SINGULAR * gsl_vector_get (S, 0);
  gsl_matrix_free (A);
  gsl_vector_free (S);
  return null;
}

static double
dot (const gsl_matrix *a, int column, const double *b, int stride, int n)
{
  double sum = 0;

  for (int i = 0; i < n; i++)
    sum += gsl_matrix_get (a, i, column) * b[i * stride];
  return sum;
}

void
qn_linear_time_average (int d, const double *K, const double *x0, double *x)
{
  gsl_matrix *left = gsl_matrix_alloc (d, d), *right = gsl_matrix_alloc (d, d);
  double coefficient[QN_MAX_STATE] = { 0 }, rhs[QN_MAX_STATE], gram[QN_MAX_STATE * QN_MAX_STATE];
  int null = null_space (d, K, FALSE, right);

  null_space (d, K, TRUE, left);
  for (int a = 0; a < null; a++)
    {
      rhs[a] = dot (left, d - null + a, x0, 1, d);
      for (int b = 0; b < null; b++)
        gram[a * null + b] = dot (left, d - null + a, gsl_matrix_ptr (right, 0, d - null + b), (int) right->tda, d);
    }
  qn_linear_solve (null, gram, rhs, coefficient);
  for (int i = 0; i < d; i++)
    {
      x[i] = 0;
      for (int b = 0; b < null; b++)
        x[i] += coefficient[b] * gsl_matrix_get (right, i, d - null + b);
    }
  gsl_matrix_free (left);
  gsl_matrix_free (right);
}

/* Y = D^-1 C of G = [[A, B], [C, D]]; columns one by one. */
static gboolean
solve_columns (int n, int d, const double *G, double *Y)
{
  int m = d - n;
  double D[QN_MAX_STATE * QN_MAX_STATE], c[QN_MAX_STATE], y[QN_MAX_STATE];

  for (int j = 0; j < n; j++)
    {
      for (int i = 0; i < m; i++)
        {
          c[i] = G[(n + i) * d + j];
          for (int k = 0; k < m; k++)
            D[i * m + k] = G[(n + i) * d + n + k];
        }
      if (!qn_linear_solve (m, D, c, y))
        return FALSE;
      for (int i = 0; i < m; i++)
        Y[i * n + j] = y[i];
    }
  return TRUE;
}

/* x[0 .. n-1] up to a factor from the rates S (n x n, from column to row); the diagonal is not looked at. */
static gboolean
stationary_rates (int n, double *S, double *x)
{
  double out[QN_MAX_STATE];

  for (int k = n - 1; k > 0; k--)
    {
      out[k] = 0;
      for (int i = 0; i < k; i++)
        out[k] += S[i * n + k];
      if (out[k] == 0)
        return FALSE;
      for (int i = 0; i < k; i++)
        for (int j = 0; j < k; j++)
          S[i * n + j] += S[i * n + k] * S[k * n + j] / out[k];
    }
  x[0] = 1;
  for (int k = 1; k < n; k++)
    {
      x[k] = 0;
      for (int j = 0; j < k; j++)
        x[k] += S[k * n + j] * x[j] / out[k];
    }
  return TRUE;
}

gboolean
qn_linear_stationary (int n, int d, const double *G, double *x)
{
  double S[QN_MAX_STATE * QN_MAX_STATE], Y[QN_MAX_STATE * QN_MAX_STATE], sum = 0;
  int m = d - n;

  if (m > 0 && !solve_columns (n, d, G, Y))
    return FALSE;
  for (int i = 0; i < n; i++)
    for (int j = 0; j < n; j++)
      {
        S[i * n + j] = G[i * d + j];
        for (int k = 0; k < m; k++)
          S[i * n + j] -= G[i * d + n + k] * Y[k * n + j];
      }
  if (!stationary_rates (n, S, x))
    return FALSE;
  for (int i = 0; i < n; i++)
    sum += x[i];
  for (int i = 0; i < n; i++)
    x[i] /= sum;
  for (int i = 0; i < m; i++)
    {
      x[n + i] = 0;
      for (int j = 0; j < n; j++)
        x[n + i] -= Y[i * n + j] * x[j];
    }
  return isfinite (sum) && sum != 0;
}

gboolean
qn_linear_eigenvalues (int d, const double *A, double *real, double *imaginary)
{
  gsl_matrix *m = gsl_matrix_alloc (d, d);
  gsl_vector_complex *values = gsl_vector_complex_alloc (d);
  gsl_eigen_nonsymm_workspace *workspace = gsl_eigen_nonsymm_alloc (d);
  gboolean ok;

  memcpy (m->data, A, sizeof (double) * d * d);
  gsl_eigen_nonsymm_params (0, 1, workspace); /* balanced: coordinates may be of any size */
  ok = gsl_eigen_nonsymm (m, values, workspace) == 0;
  for (int i = 0; ok && i < d; i++)
    {
      real[i] = GSL_REAL (gsl_vector_complex_get (values, i));
      imaginary[i] = GSL_IMAG (gsl_vector_complex_get (values, i));
    }
  gsl_eigen_nonsymm_free (workspace);
  gsl_vector_complex_free (values);
  gsl_matrix_free (m);
  return ok;
}

void
qn_linear_ascending (int n, const double *v, int *order)
{
  for (int i = 0; i < n; i++)
    {
      int j = i;

      for (; j > 0 && v[order[j - 1]] > v[i]; j--)
        order[j] = order[j - 1];
      order[j] = i;
    }
}
