/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/linear/qn-complex.h"

#include <string.h>

#include "core/linear/qn-types.h"

#define TERMS 10

void
qn_complex_multiply (int n, const double complex *a, const double complex *b, double complex *out)
{
  for (int i = 0; i < n; i++)
    for (int j = 0; j < n; j++)
      {
        double complex sum = 0;

        for (int k = 0; k < n; k++)
          sum += a[i * n + k] * b[k * n + j];
        out[i * n + j] = sum;
      }
}

void
qn_complex_exponential (int n, const double complex *a, double complex *out)
{
  double complex term[QN_MAX_LEVELS * QN_MAX_LEVELS] = { 0 }, next[QN_MAX_LEVELS * QN_MAX_LEVELS];

  memset (out, 0, sizeof *out * n * n);
  for (int i = 0; i < n; i++)
    term[i * n + i] = out[i * n + i] = 1;
  for (int k = 1; k <= TERMS; k++)
    {
      qn_complex_multiply (n, a, term, next);
      for (int i = 0; i < n * n; i++)
        out[i] += term[i] = next[i] / k;
    }
}

double
qn_complex_norm (int n, const double complex *a)
{
  double most = 0;

  for (int i = 0; i < n; i++)
    {
      double sum = 0;

      for (int j = 0; j < n; j++)
        sum += cabs (a[i * n + j]);
      most = MAX (most, sum);
    }
  return most;
}
