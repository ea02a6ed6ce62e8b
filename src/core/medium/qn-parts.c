/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/medium/qn-parts.h"

#include <math.h>
#include <string.h>

#include "core/linear/qn-hermitian.h"
#include "core/linear/qn-swap.h"

gboolean
qn_parts_are (QnMediumKind kind)
{
  return kind >= QN_MEDIUM_MASER;
}

gboolean
qn_parts_check (const QnMediumSpec *spec, GError **error)
{
  gboolean third = spec->kind == QN_MEDIUM_THREE_QUBITS || spec->kind == QN_MEDIUM_THREE_LEVELS;

  if (!qn_core_check (isfinite (spec->interaction), "medium.interaction", spec->interaction, "a finite number", error)
      || !qn_core_check (isfinite (spec->detuning), "drive.detuning", spec->detuning, "a finite number", error)
      || !qn_core_check (spec->model != QN_MODEL_RESET || spec->kind == QN_MEDIUM_THREE_QUBITS, "model", spec->model, "reset for three qubits only", error)
      || !qn_core_check (spec->kind != QN_MEDIUM_PAIR || (spec->levels >= 2 && spec->levels <= 3), "medium.levels", spec->levels, "2 or 3", error))
    return FALSE;
  for (int k = 0; k < 2 + third; k++)
    if (!qn_core_check (isfinite (spec->part[k]) && spec->part[k] > 0, "spacing", spec->part[k], "more than 0", error))
      return FALSE;
  return spec->kind != QN_MEDIUM_MASER || qn_core_check (spec->part[1] > spec->part[0], "spacing.hot", spec->part[1], "more than the lasing gap", error);
}

static void
add_pair (QnMedium *medium, int i, int j)
{
  medium->pair[medium->n_pairs][0] = i;
  medium->pair[medium->n_pairs++][1] = j;
}

static void
couple (QnOperator a, int i, int j, double value)
{
  a[i][j] = a[j][i] = value;
}

static void
maser_operators (QnMedium *medium, QnOperator turn)
{
  const QnMediumSpec *spec = &medium->spec;

  medium->n = 3;
  add_pair (medium, 0, 1);
  medium->F[1][1] = spec->part[0];
  medium->F[2][2] = spec->part[1];
  couple (medium->H0, 0, 1, spec->interaction);
  couple (medium->X[QN_HOT], 0, 2, 1);
  couple (medium->X[QN_COLD], 1, 2, 1);
  turn[1][1] = spec->detuning - spec->part[0]; /* what the frame takes off */
}

static void
three_level_operators (QnMedium *medium)
{
  const double *part = medium->spec.part;

  medium->n = 3;
  medium->F[1][1] = part[QN_COLD];
  medium->F[2][2] = part[QN_COLD] + part[QN_THIRD];
  couple (medium->X[QN_COLD], 0, 1, 1);
  couple (medium->X[QN_THIRD], 1, 2, 1);
  couple (medium->X[QN_HOT], 0, 2, 1);
}

/* Qubits in a row, the leftmost the highest bit; `bath[j]` beside the j-th. */
static void
row_of_qubits (QnMedium *medium, int n_qubits, const int *bath)
{
  medium->n = 1 << n_qubits;
  for (int j = 0; j < n_qubits; j++)
    {
      int bit = 1 << (n_qubits - 1 - j);

      for (int i = 0; i < medium->n; i++)
        {
          if (i & bit)
            medium->F[i][i] += medium->spec.part[bath[j]];
          medium->X[bath[j]][i][i ^ bit] = 1;
        }
    }
}

static void
pair_operators (QnMedium *medium)
{
  int levels = medium->spec.levels;
  const double *part = medium->spec.part;

  medium->n = levels * levels;
  for (int i = 0; i < levels; i++)
    for (int j = 0; j < levels; j++)
      {
        int here = i * levels + j;

        medium->F[here][here] = part[QN_HOT] * i + part[QN_COLD] * j;
        if (i + 1 < levels)
          couple (medium->X[QN_HOT], here, here + levels, sqrt (i + 1.0));
        if (j + 1 < levels)
          couple (medium->X[QN_COLD], here, here + 1, sqrt (j + 1.0));
        for (int other = here + 1; other < levels * levels; other++)
          if (other / levels + other % levels == i + j)
            add_pair (medium, here, other);
      }
}

void
qn_parts_operators (QnMedium *medium, QnOperator turn)
{
  static const int cold_hot_third[3] = { QN_COLD, QN_HOT, QN_THIRD }, hot_cold[2] = { QN_HOT, QN_COLD };
  const QnMediumSpec *spec = &medium->spec;

  if (spec->kind == QN_MEDIUM_MASER)
    maser_operators (medium, turn);
  else if (spec->kind == QN_MEDIUM_THREE_LEVELS)
    three_level_operators (medium);
  else if (spec->kind == QN_MEDIUM_PAIR)
    pair_operators (medium);
  else
    {
      gboolean three = spec->kind == QN_MEDIUM_THREE_QUBITS;

      row_of_qubits (medium, three ? 3 : 2, three ? cold_hot_third : hot_cold);
      add_pair (medium, three ? 2 : 1, three ? 5 : 2);
      couple (medium->H0, three ? 2 : 1, three ? 5 : 2, spec->interaction);
    }
  for (int i = 0; i < medium->n; i++)
    {
      medium->H0[i][i] = medium->F[i][i];
      for (int j = 0; j < medium->n; j++)
        turn[i][j] += medium->H0[i][j];
    }
  medium->local = spec->kind != QN_MEDIUM_THREE_LEVELS && (spec->kind == QN_MEDIUM_MASER || spec->model != QN_MODEL_GLOBAL);
}

void
qn_parts_drive (const QnMedium *medium, QnOperator work)
{
  double frequency = medium->spec.part[0] - medium->spec.detuning;

  if (medium->spec.kind != QN_MEDIUM_MASER)
    return;
  work[0][1] = I * frequency * medium->spec.interaction;
  work[1][0] = -work[0][1];
}

/* Of [[a, c], [c, b]] with c real, lower level first. */
static void
block_eigen (double a, double b, double c, int i, int j, double *E, double (*ket)[QN_MAX_LEVELS])
{
  double pair[2], half;

  qn_symmetric_pair_eigen (a, b, c, pair, &half);
  E[i] = pair[0];
  E[j] = pair[1];
  ket[i][i] = -sin (half);
  ket[i][j] = cos (half);
  ket[j][i] = cos (half);
  ket[j][j] = sin (half);
}

void
qn_parts_eigen (const QnMedium *medium, const double _Complex H[QN_MAX_LEVELS][QN_MAX_LEVELS], QnEigen *eigen)
{
  double E[QN_MAX_LEVELS], ket[QN_MAX_LEVELS][QN_MAX_LEVELS] = { { 0 } };
  int order[QN_MAX_LEVELS], n = medium->n;

  for (int i = 0; i < n; i++)
    {
      E[i] = creal (H[i][i]);
      ket[i][i] = 1;
    }
  for (int p = 0; p < medium->n_pairs; p++)
    {
      int i = medium->pair[p][0], j = medium->pair[p][1];

      if (H[i][j] != 0)
        block_eigen (E[i], E[j], creal (H[i][j]), i, j, E, ket);
    }
  for (int i = 0; i < n; i++)
    {
      int j = i;

      for (; j > 0 && E[order[j - 1]] > E[i]; j--)
        order[j] = order[j - 1];
      order[j] = i;
    }
  for (int k = 0; k < n; k++)
    {
      eigen->E[k] = E[order[k]];
      for (int i = 0; i < n; i++)
        eigen->V[i][k] = ket[order[k]][i];
    }
}

int
qn_parts_bit (int k)
{
  return k == QN_COLD ? 4 : k == QN_HOT ? 2 : 1;
}

void
qn_parts_add_reset (const QnMedium *medium, const QnBath *bath, int k, double *D)
{
  int n = medium->n, d = medium->d, bit = qn_parts_bit (k);
  double up = 1 / (exp (MIN (medium->spec.part[k] / bath->temperature, 700)) + 1);

  for (int b = 0; b < d; b++)
    {
      double x[QN_MAX_STATE] = { 0 };
      QnOperator rho, out = { { 0 } };

      x[b] = 1;
      qn_medium_state_matrix (medium, x, rho);
      for (int i = 0; i < n; i++)
        for (int j = 0; j < n; j++)
          {
            out[i][j] -= bath->coupling * rho[i][j];
            if ((i & bit) == (j & bit))
              out[i][j] += bath->coupling * (i & bit ? up : 1 - up) * (rho[i][j] + rho[i ^ bit][j ^ bit]);
          }
      qn_medium_state_coordinates (medium, out, x);
      for (int a = 0; a < d; a++)
        D[a * d + b] += x[a];
    }
}

void
qn_parts_swap (const QnMedium *medium, double angle, double *K)
{
  int d = medium->d;
  gsize swapped[QN_MAX_LEVELS];

  qn_swap_of_pair (medium->spec.levels, swapped);
  for (int b = 0; b < d; b++)
    {
      double x[QN_MAX_STATE] = { 0 };
      QnOperator rho, out;

      x[b] = 1;
      qn_medium_state_matrix (medium, x, rho);
      qn_partial_swap (medium->n, QN_MAX_LEVELS, swapped, angle, &rho[0][0], &out[0][0]);
      qn_medium_state_coordinates (medium, out, x);
      for (int a = 0; a < d; a++)
        K[a * d + b] = x[a] - (a == b);
    }
}
