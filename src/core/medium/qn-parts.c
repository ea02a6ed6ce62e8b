/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/medium/qn-parts.h"

#include <math.h>
#include <string.h>

#include "core/medium/qn-operator-medium.h"
#include "core/medium/qn-operator-reading.h"

const QnParts *
qn_parts (const QnMediumSpec *spec)
{
  return qn_medium_spec_own (spec);
}

gboolean
qn_parts_check (const QnMediumSpec *spec, int n, gboolean reset, GError **error)
{
  const QnParts *parts = qn_parts (spec);

  if (!qn_core_check (reset || parts->model != QN_MODEL_RESET, QN_QUANTITY_MODEL, -1, parts->model, N_ ("%g is not allowed; allowed: reset for three qubits only"), error)
      || !qn_core_check (isfinite (parts->interaction), QN_QUANTITY_INTERACTION, -1, parts->interaction, QN_ALLOWED_FINITE, error))
    return FALSE;
  for (int k = 0; k < n; k++)
    if (!qn_core_check (isfinite (parts->energy[k]) && parts->energy[k] > 0, QN_QUANTITY_PART_ENERGY, k, parts->energy[k], QN_ALLOWED_POSITIVE, error))
      return FALSE;
  return TRUE;
}

gboolean
qn_parts_local (const QnMediumSpec *spec)
{
  return qn_parts (spec)->model != QN_MODEL_GLOBAL;
}

void
qn_parts_complete (QnMedium *medium, QnOperator work)
{
  QnOperator bare_work = { { 0 } };

  for (int i = 0; i < medium->n; i++)
    {
      medium->H0[i][i] = medium->F[i][i];
      for (int j = 0; j < medium->n; j++)
        medium->turn[i][j] += medium->H0[i][j];
    }
  medium->n_rows = qn_parts (&medium->spec)->interaction != 0 ? QN_N_ROWS : QN_ROW_BARE;
  qn_operator_medium_complete (medium);
  if (medium->diagonal)
    return;
  qn_operator_commutator (medium->n, I, medium->turn, medium->F, bare_work);
  qn_medium_operator_row (medium, medium->F, medium->f);
  qn_medium_operator_row (medium, bare_work, medium->bare_work);
  if (work)
    qn_medium_operator_row (medium, work, medium->work);
}

void
qn_parts_row_of_qubits (QnMedium *medium, int n_qubits, const int *reservoir, int a, int b)
{
  medium->local = qn_parts_local (&medium->spec);
  medium->n = 1 << n_qubits;
  for (int j = 0; j < n_qubits; j++)
    {
      int bit = 1 << (n_qubits - 1 - j);

      for (int i = 0; i < medium->n; i++)
        {
          if (i & bit)
            medium->F[i][i] += qn_parts (&medium->spec)->energy[reservoir[j]];
          medium->X[reservoir[j]][i][i ^ bit] = 1;
        }
    }
  qn_operator_medium_couple (medium, medium->H0, a, b, qn_parts (&medium->spec)->interaction);
  qn_parts_complete (medium, NULL);
}

static void
read_pair (const QnMedium *medium, double w, const double *x, QnOperator rho, QnReading *out)
{
  int i = medium->pair[0][0], j = medium->pair[0][1];
  double re = 2 * creal (medium->H0[i][j]), z = creal (medium->H0[j][j] - medium->H0[i][i]), length = hypot (re, z);
  QnEigen levels;

  qn_operator_reading_fill (medium, w, x, &levels, rho, out);
  out->bloch[0] = 2 * creal (rho[j][i]);
  out->bloch[1] = 2 * cimag (rho[j][i]);
  out->bloch[2] = creal (rho[j][j] - rho[i][i]);
  out->axis[0] = length > 0 ? re / length : 0;
  out->axis[2] = length > 0 ? z / length : 1;
}

void
qn_parts_read (const QnMedium *medium, double w, const double *x, QnReading *out)
{
  QnOperator rho;

  read_pair (medium, w, x, rho, out);
}

void
qn_parts_read_two (const QnMedium *medium, double w, const double *x, QnReading *out)
{
  QnOperator rho;

  read_pair (medium, w, x, rho, out);
  qn_operator_reading_of_two (medium, rho, (int) lround (sqrt (medium->n)), 1, out);
}
