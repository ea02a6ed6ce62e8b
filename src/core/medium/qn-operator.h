/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <complex.h>

#include "core/linear/qn-types.h"

G_BEGIN_DECLS

/* Operators on a Hilbert space of n <= QN_MAX_LEVELS kets; only the first n rows and columns are read and written. */
typedef double _Complex QnOperator[QN_MAX_LEVELS][QN_MAX_LEVELS];

typedef struct
{
  double E[QN_MAX_LEVELS];
  QnOperator V; /* columns */
} QnEigen;

/* One jump operator L: |to> x <from| summed over its entries, kets of the energy basis. */
typedef struct
{
  int bath;          /* -1: dephasing */
  double rate;       /* of D[L] */
  double quantum;    /* energy brought into the medium */
  int n;
  struct
  {
    int to, from;
    double _Complex x;
  } entry[QN_MAX_STATE];
} QnJumpOperator;

#define QN_MAX_JUMPS (QN_MAX_BATHS * QN_MAX_LEVELS * (QN_MAX_LEVELS - 1) + QN_MAX_LEVELS)

/* One more jump operator at the end of out[], without entries; then its entries. */
QnJumpOperator *qn_jump_operator_append (QnJumpOperator *out, int *n, int bath, double rate, double quantum);
void qn_jump_operator_add (QnJumpOperator *jump, int to, int from, double _Complex x);

/* out += factor (ab - ba) */
void qn_operator_commutator (int n, double _Complex factor, QnOperator a, QnOperator b, QnOperator out);

/* V^+ a V, or, `back`, V a V^+; out may be a. */
static inline void
qn_operator_to_energy_basis (int n, const QnEigen *eigen, const double _Complex a[QN_MAX_LEVELS][QN_MAX_LEVELS], gboolean back, QnOperator out)
{
  QnOperator t;

  for (int i = 0; i < n; i++)
    for (int j = 0; j < n; j++)
      {
        t[i][j] = 0;
        for (int k = 0; k < n; k++)
          t[i][j] += (back ? eigen->V[i][k] : conj (eigen->V[k][i])) * a[k][j];
      }
  for (int i = 0; i < n; i++)
    for (int j = 0; j < n; j++)
      {
        out[i][j] = 0;
        for (int k = 0; k < n; k++)
          out[i][j] += t[i][k] * (back ? conj (eigen->V[j][k]) : eigen->V[k][j]);
      }
}

/* <k|a|l> of two levels. */
static inline double _Complex
qn_operator_element (int n, const QnEigen *eigen, QnOperator a, int k, int l)
{
  double _Complex c = 0;

  for (int i = 0; i < n; i++)
    for (int j = 0; j < n; j++)
      c += conj (eigen->V[i][k]) * a[i][j] * eigen->V[j][l];
  return c;
}

G_END_DECLS
