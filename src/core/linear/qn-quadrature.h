/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Gauss-Legendre rules (M. Abramowitz & I. A. Stegun, Handbook of Mathematical Functions, table 25.4), for an interval of
 * length 1: exact to degree 2n - 1. */
#define QN_GAUSS_2 0.28867513459481288225 /* two nodes, this far on either side of the middle: sqrt(3)/6 */

extern const double qn_gauss_3[3]; /* from the beginning */

/* int f = sum_q weight f(middle + offset). */
typedef struct
{
  double offset, weight;
} QnGaussNode;

extern const QnGaussNode qn_gauss_5[5];

G_END_DECLS
