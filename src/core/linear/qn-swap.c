/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/linear/qn-swap.h"

#include <math.h>

void
qn_swap_of_pair (gsize levels, gsize *swapped)
{
  for (gsize i = 0; i < levels * levels; i++)
    swapped[i] = i % levels * levels + i / levels;
}

void
qn_swap_of_bits (gsize n, gsize a, gsize b, gsize *swapped)
{
  gsize both = a | b;

  for (gsize i = 0; i < n; i++)
    swapped[i] = (i & both) == a || (i & both) == b ? i ^ both : i;
}

void
qn_partial_swap (gsize n, gsize stride, const gsize *swapped, double angle, const double complex *rho, double complex *out)
{
  double c = cos (angle), s = sin (angle);

  for (gsize i = 0; i < n; i++)
    {
      const double complex *row = rho + i * stride, *other = rho + swapped[i] * stride;

      for (gsize k = 0; k < n; k++)
        out[i * stride + k] = c * c * row[k] + s * s * other[swapped[k]] + I * s * c * (row[swapped[k]] - other[k]);
    }
}

void
qn_partial_swap_ket (gsize n, const gsize *swapped, double angle, const double complex *ket, double complex *out)
{
  for (gsize i = 0; i < n; i++)
    out[i] = cos (angle) * ket[i] - I * sin (angle) * ket[swapped[i]];
}
