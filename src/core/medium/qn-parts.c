/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/medium/qn-parts.h"

#include <math.h>
#include <string.h>

#include "core/medium/qn-operator-medium.h"
#include "core/medium/qn-operator-reading.h"

gboolean
qn_parts_check (const QnMediumSpec *spec, int n, GError **error)
{
  if (!qn_core_check (isfinite (spec->interaction), QN_QUANTITY_INTERACTION, -1, spec->interaction, QN_ALLOWED_FINITE, error)
      || !qn_core_check (isfinite (spec->detuning), QN_QUANTITY_DETUNING, -1, spec->detuning, QN_ALLOWED_FINITE, error))
    return FALSE;
  for (int k = 0; k < n; k++)
    if (!qn_core_check (isfinite (spec->part[k]) && spec->part[k] > 0, QN_QUANTITY_PART_ENERGY, k, spec->part[k], QN_ALLOWED_POSITIVE, error))
      return FALSE;
  return TRUE;
}

void
qn_parts_row_of_qubits (QnMedium *medium, int n_qubits, const int *reservoir)
{
  medium->n = 1 << n_qubits;
  for (int j = 0; j < n_qubits; j++)
    {
      int bit = 1 << (n_qubits - 1 - j);

      for (int i = 0; i < medium->n; i++)
        {
          if (i & bit)
            medium->F[i][i] += medium->spec.part[reservoir[j]];
          medium->X[reservoir[j]][i][i ^ bit] = 1;
        }
    }
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
  medium->n_rows = medium->spec.interaction != 0 ? QN_N_ROWS : QN_ROW_BARE;
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
qn_parts_read (const QnMedium *medium, double w, const double *x, QnOperator rho, QnReading *out)
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
