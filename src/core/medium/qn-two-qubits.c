/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/medium/qn-two-qubits.h"

#include <math.h>

#define N QN_TWO_QUBITS_N

void
qn_two_qubits_operators (const QnMediumSpec *spec, QnOperator H0, QnOperator H1, QnOperator X)
{
  double J = spec->exchange;

  H1[0][0] = 1;
  H1[3][3] = -1;
  H0[0][3] = H0[3][0] = J * spec->anisotropy;
  H0[1][2] = H0[2][1] = J;
  H0[0][0] = H0[3][3] = J * spec->zz / 2;
  H0[1][1] = H0[2][2] = -J * spec->zz / 2;
  X[0][2] = X[2][0] = X[1][3] = X[3][1] = 1;
  X[0][1] = X[1][0] = X[2][3] = X[3][2] = spec->coupling_ratio;
}

/* Even low, even high, odd |+-> - |-+>, odd |+-> + |-+>: named by symmetry, whatever their order in energy. */
static void
levels_by_symmetry (const QnMediumSpec *spec, double w, double E[N])
{
  double J = spec->exchange, half = J * spec->zz / 2, root = hypot (w, J * spec->anisotropy);

  E[0] = half - root;
  E[1] = half + root;
  E[2] = -half - J;
  E[3] = -half + J;
}

/* order[n]: which of them is the n-th in energy. */
static void
ascending (const double E[N], int order[N])
{
  for (int i = 0; i < N; i++)
    {
      int j = i;

      for (; j > 0 && E[order[j - 1]] > E[i]; j--)
        order[j] = order[j - 1];
      order[j] = i;
    }
}

void
qn_two_qubits_eigen (const QnMediumSpec *spec, double w, QnEigen *eigen)
{
  double E[N], half = atan2 (spec->exchange * spec->anisotropy, w) / 2;
  double vector[N][N] = { { -sin (half), 0, 0, cos (half) }, { cos (half), 0, 0, sin (half) }, { 0, M_SQRT1_2, -M_SQRT1_2, 0 }, { 0, M_SQRT1_2, M_SQRT1_2, 0 } };
  int order[N];

  levels_by_symmetry (spec, w, E);
  ascending (E, order);
  for (int n = 0; n < N; n++)
    {
      eigen->E[n] = E[order[n]];
      for (int i = 0; i < N; i++)
        eigen->V[i][n] = vector[order[n]][i];
    }
}

void
qn_two_qubits_follow (const QnMediumSpec *spec, double w0, double w1, int to[N])
{
  double E[N];
  int before[N], after[N];

  levels_by_symmetry (spec, w0, E);
  ascending (E, before);
  levels_by_symmetry (spec, w1, E);
  ascending (E, after);
  for (int n = 0; n < N; n++)
    for (int m = 0; m < N; m++)
      if (before[n] == after[m])
        to[n] = m;
}

gboolean
qn_two_qubits_cross (const QnMediumSpec *spec, double w0, double w1)
{
  double before[N], after[N];

  levels_by_symmetry (spec, w0, before);
  levels_by_symmetry (spec, w1, after);
  for (int even = 0; even < 2; even++)
    for (int odd = 2; odd < 4; odd++)
      {
        double coupling = odd == 2 ? 1 - spec->coupling_ratio : 1 + spec->coupling_ratio;

        if (coupling != 0 && (before[even] - before[odd]) * (after[even] - after[odd]) < 0)
          return TRUE;
      }
  return FALSE;
}

static double
product_root (double a, double b)
{
  return sqrt (MAX (a, 0) * MAX (b, 0));
}

double
qn_two_qubits_concurrence (QnOperator rho)
{
  double even = cabs (rho[0][3]) - product_root (creal (rho[1][1]), creal (rho[2][2]));
  double odd = cabs (rho[1][2]) - product_root (creal (rho[0][0]), creal (rho[3][3]));

  return 2 * MAX (0, MAX (even, odd));
}
