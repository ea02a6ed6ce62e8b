/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/linear/qn-hermitian.h"

#include <math.h>

#include <gsl/gsl_complex_math.h>
#include <gsl/gsl_eigen.h>

/* Of the rows listed; NULL: of all. */
static gsl_matrix_complex *
matrix_of (gsize n, gsize stride, const double complex *a, const gsize *rows)
{
  gsl_matrix_complex *m = gsl_matrix_complex_alloc (n, n);

  for (gsize i = 0; i < n; i++)
    for (gsize k = 0; k < n; k++)
      {
        double complex x = a[(rows ? rows[i] : i) * stride + (rows ? rows[k] : k)];

        gsl_matrix_complex_set (m, i, k, gsl_complex_rect (creal (x), cimag (x)));
      }
  return m;
}

static void
values_of (gsize n, gsize stride, const double complex *a, const gsize *rows, double *values)
{
  gsl_matrix_complex *m = matrix_of (n, stride, a, rows);
  gsl_vector_view out = gsl_vector_view_array (values, n);
  gsl_eigen_herm_workspace *workspace = gsl_eigen_herm_alloc (n);

  gsl_eigen_herm (m, &out.vector, workspace);
  gsl_eigen_herm_free (workspace);
  gsl_matrix_complex_free (m);
}

void
qn_hermitian_values (gsize n, gsize stride, const double complex *a, double *values)
{
  values_of (n, stride, a, NULL, values);
}

static gsize
root_of (gsize *parent, gsize i)
{
  while (parent[i] != i)
    i = parent[i] = parent[parent[i]];
  return i;
}

void
qn_hermitian_block_values (gsize n, const double complex *a, double *values)
{
  g_autofree gsize *parent = g_new (gsize, n), *rows = g_new (gsize, n);

  for (gsize i = 0; i < n; i++)
    parent[i] = i;
  for (gsize i = 0; i < n; i++)
    for (gsize k = 0; k < i; k++)
      if (a[i * n + k] != 0)
        parent[root_of (parent, i)] = root_of (parent, k);
  for (gsize r = 0, done = 0; r < n; r++)
    {
      gsize size = 0;

      for (gsize i = 0; i < n && parent[r] == r; i++)
        if (root_of (parent, i) == r)
          rows[size++] = i;
      if (size == 1)
        values[done] = creal (a[r * n + r]);
      else if (size > 1)
        values_of (size, n, a, rows, values + done);
      done += size;
    }
}

void
qn_hermitian_eigen (gsize n, gsize stride, const double complex *a, double *values, double complex *vectors)
{
  gsl_matrix_complex *m = matrix_of (n, stride, a, NULL), *v = gsl_matrix_complex_alloc (n, n);
  gsl_vector_view out = gsl_vector_view_array (values, n);
  gsl_eigen_hermv_workspace *workspace = gsl_eigen_hermv_alloc (n);

  gsl_eigen_hermv (m, &out.vector, v, workspace);
  gsl_eigen_hermv_sort (&out.vector, v, GSL_EIGEN_SORT_VAL_DESC);
  for (gsize i = 0; i < n; i++)
    for (gsize k = 0; k < n; k++)
      {
        gsl_complex c = gsl_matrix_complex_get (v, i, k);

        vectors[i * stride + k] = GSL_REAL (c) + I * GSL_IMAG (c);
      }
  gsl_eigen_hermv_free (workspace);
  gsl_matrix_complex_free (v);
  gsl_matrix_complex_free (m);
}

void
qn_symmetric_eigen (gsize n, const double *a, double *values, double *vectors)
{
  g_autofree double *copy = g_memdup2 (a, n * n * sizeof *a);
  gsl_matrix_view m = gsl_matrix_view_array (copy, n, n), v = gsl_matrix_view_array (vectors, n, n);
  gsl_vector_view out = gsl_vector_view_array (values, n);
  gsl_eigen_symmv_workspace *workspace = gsl_eigen_symmv_alloc (n);

  gsl_eigen_symmv (&m.matrix, &out.vector, &v.matrix, workspace);
  gsl_eigen_symmv_free (workspace);
}

void
qn_hermitian_pair_values (double a, double b, double c2, double values[2])
{
  double mean = (a + b) / 2, half = (a - b) / 2;

  values[0] = mean + sqrt (half * half + c2);
  values[1] = values[0] > 0 ? (a * b - c2) / values[0] : 2 * mean - values[0];
}

void
qn_symmetric_pair_eigen (double a, double b, double c, double values[2], double *half)
{
  double mean = (a + b) / 2, length = hypot ((a - b) / 2, c);

  *half = atan2 (2 * c, a - b) / 2;
  values[0] = mean - length;
  values[1] = mean + length;
}
