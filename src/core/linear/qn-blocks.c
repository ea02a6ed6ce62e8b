/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/linear/qn-blocks.h"

#include <gsl/gsl_complex_math.h>
#include <gsl/gsl_eigen.h>
#include <math.h>

static gsize
root_of (gsize *parent, gsize i)
{
  while (parent[i] != i)
    i = parent[i] = parent[parent[i]];
  return i;
}

/* Of the rows listed. */
static void
block_eigenvalues (const double complex *matrix, gsize n, const gsize *rows, gsize size, double *values)
{
  gsl_matrix_complex *A = gsl_matrix_complex_alloc (size, size);
  gsl_vector_view out = gsl_vector_view_array (values, size);
  gsl_eigen_herm_workspace *work = gsl_eigen_herm_alloc (size);

  for (gsize i = 0; i < size; i++)
    for (gsize k = 0; k < size; k++)
      {
        double complex x = matrix[rows[i] * n + rows[k]];

        gsl_matrix_complex_set (A, i, k, gsl_complex_rect (creal (x), cimag (x)));
      }
  gsl_eigen_herm (A, &out.vector, work);
  gsl_eigen_herm_free (work);
  gsl_matrix_complex_free (A);
}

void
qn_blocks_eigenvalues (const double complex *matrix, gsize n, double *values)
{
  g_autofree gsize *parent = g_new (gsize, n), *rows = g_new (gsize, n);

  for (gsize i = 0; i < n; i++)
    parent[i] = i;
  for (gsize i = 0; i < n; i++)
    for (gsize k = 0; k < i; k++)
      if (matrix[i * n + k] != 0)
        parent[root_of (parent, i)] = root_of (parent, k);
  for (gsize r = 0, done = 0; r < n; r++)
    {
      gsize size = 0;

      for (gsize i = 0; i < n && parent[r] == r; i++)
        if (root_of (parent, i) == r)
          rows[size++] = i;
      if (size == 1)
        values[done] = creal (matrix[r * n + r]);
      else if (size > 1)
        block_eigenvalues (matrix, n, rows, size, values + done);
      done += size;
    }
}

double
qn_blocks_entropy (const double *values, gsize n)
{
  double sum = 0;

  for (gsize i = 0; i < n; i++)
    sum -= values[i] > 0 ? values[i] * log (values[i]) : 0;
  return sum;
}
