/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/medium/qn-medium.h"

#include <math.h>
#include <string.h>

#include "core/medium/qn-oscillator.h"
#include "core/medium/qn-parts.h"
#include "core/medium/qn-two-qubits.h"

void
qn_medium_state_matrix (const QnMedium *medium, const double *x, QnOperator rho)
{
  int n = medium->n;

  memset (rho, 0, sizeof (QnOperator));
  for (int i = 0; i < n; i++)
    rho[i][i] = x[i];
  if (medium->diagonal)
    return;
  for (int p = 0; p < medium->n_pairs; p++)
    {
      int i = medium->pair[p][0], j = medium->pair[p][1];

      rho[i][j] = (x[n + 2 * p] + I * x[n + 2 * p + 1]) * M_SQRT1_2;
      rho[j][i] = conj (rho[i][j]);
    }
}

void
qn_medium_state_coordinates (const QnMedium *medium, QnOperator rho, double *x)
{
  int n = medium->n;

  for (int i = 0; i < n; i++)
    x[i] = creal (rho[i][i]);
  if (medium->diagonal)
    return;
  for (int p = 0; p < medium->n_pairs; p++)
    {
      double _Complex c = rho[medium->pair[p][0]][medium->pair[p][1]];

      x[n + 2 * p] = M_SQRT2 * creal (c);
      x[n + 2 * p + 1] = M_SQRT2 * cimag (c);
    }
}

static void
basis_element (const QnMedium *medium, int b, QnOperator out)
{
  double x[QN_MAX_STATE] = { 0 };

  x[b] = 1;
  qn_medium_state_matrix (medium, x, out);
}

static void
commutator (int n, double _Complex factor, QnOperator a, QnOperator b, QnOperator out)
{
  for (int i = 0; i < n; i++)
    for (int j = 0; j < n; j++)
      {
        double _Complex sum = 0;

        for (int k = 0; k < n; k++)
          sum += a[i][k] * b[k][j] - b[i][k] * a[k][j];
        out[i][j] += factor * sum;
      }
}

static double
trace_product (int n, QnOperator a, QnOperator b)
{
  double _Complex t = 0;

  for (int i = 0; i < n; i++)
    for (int j = 0; j < n; j++)
      t += a[i][j] * b[j][i];
  return creal (t);
}

static void
operator_row (const QnMedium *medium, QnOperator a, double *row)
{
  QnOperator B;

  for (int b = 0; b < medium->d; b++)
    {
      basis_element (medium, b, B);
      row[b] = trace_product (medium->n, a, B);
    }
}

static void
commutator_generator (const QnMedium *medium, QnOperator H, double *G)
{
  QnOperator B, out;
  double column[QN_MAX_STATE];

  for (int b = 0; b < medium->d; b++)
    {
      basis_element (medium, b, B);
      memset (out, 0, sizeof out);
      commutator (medium->n, -I, H, B, out);
      qn_medium_state_coordinates (medium, out, column);
      for (int a = 0; a < medium->d; a++)
        G[a * medium->d + b] = column[a];
    }
}

static double
level_factor (const QnMediumSpec *spec, int n)
{
  double e = 0;

  if (spec->kind == QN_MEDIUM_BOX)
    return (n + 1.0) * (n + 1.0) / 3;
  for (int i = 0; i < n; i++)
    e += spec->spacing[i];
  return e;
}

static void
add_pair (QnMedium *medium, int i, int j)
{
  medium->pair[medium->n_pairs][0] = i;
  medium->pair[medium->n_pairs++][1] = j;
}

/* A medium that all its baths touch in the same way. */
static void
init_operators (QnMedium *medium)
{
  const QnMediumSpec *spec = &medium->spec;
  QnOperator *X = &medium->X[0];

  if (spec->kind == QN_MEDIUM_QUBIT)
    {
      medium->H1[0][0] = 0.5;
      medium->H1[1][1] = -0.5;
      medium->H0[0][1] = medium->H0[1][0] = spec->tunnelling / 2;
      (*X)[0][1] = -I;
      (*X)[1][0] = I;
      add_pair (medium, 0, 1);
    }
  else if (spec->kind == QN_MEDIUM_TWO_QUBITS)
    {
      qn_two_qubits_operators (spec, medium->H0, medium->H1, *X);
      add_pair (medium, 0, 3);
      add_pair (medium, 1, 2);
    }
  else
    {
      for (int i = 0; i < medium->n; i++)
        medium->H1[i][i] = level_factor (spec, i);
      for (int i = 0; i + 1 < medium->n; i++)
        (*X)[i][i + 1] = (*X)[i + 1][i] = spec->kind == QN_MEDIUM_LADDER ? sqrt (i + 1.0) : 1;
    }
  for (int k = 1; k < QN_MAX_BATHS; k++)
    memcpy (medium->X[k], *X, sizeof (QnOperator));
}

static void
init_rows (QnMedium *medium)
{
  operator_row (medium, medium->H0, medium->h0);
  operator_row (medium, medium->H1, medium->h1);
  if (medium->diagonal)
    return;
  medium->u0 = g_new (double, medium->d * medium->d);
  medium->u1 = g_new (double, medium->d * medium->d);
  commutator_generator (medium, medium->H0, medium->u0);
  commutator_generator (medium, medium->H1, medium->u1);
}

static void
init_parts (QnMedium *medium)
{
  QnOperator turn = { { 0 } }, work = { { 0 } }, bare_work = { { 0 } };

  qn_parts_operators (medium, turn);
  medium->n_trace = medium->n;
  medium->diagonal = medium->n_pairs == 0;
  medium->d = medium->n + 2 * medium->n_pairs;
  medium->n_rows = medium->spec.interaction != 0 ? QN_N_ROWS : QN_ROW_BARE;
  init_rows (medium);
  if (medium->diagonal)
    return;
  memcpy (medium->turn, turn, sizeof turn);
  commutator_generator (medium, turn, medium->u0);
  qn_parts_drive (medium, work);
  commutator (medium->n, I, turn, medium->F, bare_work);
  operator_row (medium, medium->F, medium->f);
  operator_row (medium, work, medium->work);
  operator_row (medium, bare_work, medium->bare_work);
}

void
qn_medium_init (QnMedium *medium, const QnMediumSpec *spec, gboolean carry)
{
  memset (medium, 0, sizeof *medium);
  medium->spec = *spec;
  medium->gaussian = TRUE;
  medium->n_rows = QN_ROW_BARE;
  if (spec->kind == QN_MEDIUM_OSCILLATOR)
    {
      medium->n = QN_MAX_LADDER; /* looked at */
      medium->d = QN_OSCILLATOR_D;
      medium->n_trace = 1;
      return;
    }
  if (qn_parts_are (spec->kind))
    {
      init_parts (medium);
      return;
    }
  medium->n = medium->n_trace = spec->kind == QN_MEDIUM_QUBIT ? 2 : spec->levels;
  init_operators (medium);
  memcpy (medium->turn, medium->H0, sizeof medium->turn);
  for (int i = 0; i < medium->n; i++)
    {
      medium->g[i] = spec->kind == QN_MEDIUM_TWO_QUBITS ? 1 : MAX (spec->degeneracy[i], 1);
      medium->degenerate |= medium->g[i] != 1;
    }
  medium->diagonal = spec->kind != QN_MEDIUM_TWO_QUBITS && (spec->kind != QN_MEDIUM_QUBIT || (spec->tunnelling == 0 && !carry));
  medium->d = medium->n + (medium->diagonal ? 0 : 2 * medium->n_pairs);
  init_rows (medium);
}

void
qn_medium_follow (const QnMedium *medium, double w0, double w1, int to[QN_MAX_LEVELS])
{
  if (medium->spec.kind == QN_MEDIUM_TWO_QUBITS)
    qn_two_qubits_follow (&medium->spec, w0, w1, to);
  else
    for (int n = 0; n < medium->n; n++)
      to[n] = n;
}

double
qn_medium_energy (const QnMedium *medium, double w, const double *x)
{
  double e = 0;

  if (medium->spec.kind == QN_MEDIUM_OSCILLATOR)
    return qn_oscillator_energy (w, x);
  for (int a = 0; a < medium->d; a++)
    e += (medium->h0[a] + w * medium->h1[a]) * x[a];
  return e;
}

void
qn_medium_clear (QnMedium *medium)
{
  g_clear_pointer (&medium->u0, g_free);
  g_clear_pointer (&medium->u1, g_free);
}
