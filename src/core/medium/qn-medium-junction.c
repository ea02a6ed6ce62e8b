/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/medium/qn-medium-class.h"

#include "core/medium/qn-operator-medium.h"
#include "core/medium/qn-operator-reading.h"
#include "core/medium/qn-parts.h"

/* Two qubits, hot on the left: F = part[QN_HOT] s+_1 s-_1 + part[QN_COLD] s+_2 s-_2, V = interaction (s+_1 s-_2 + h.c.),
 * X_k = sx_k (Levy & Kosloff, EPL 107, 20004 (2014)). */

static gboolean
check (const QnMediumSpec *spec, GError **error)
{
  return qn_core_check (spec->model != QN_MODEL_RESET, QN_QUANTITY_MODEL, -1, spec->model, N_ ("%g is not allowed; allowed: reset for three qubits only"), error) && qn_parts_check (spec, 2, error);
}

static gboolean
local (const QnMediumSpec *spec)
{
  return spec->model != QN_MODEL_GLOBAL;
}

static void
init (QnMedium *medium, gboolean carry)
{
  static const int reservoir[2] = { QN_HOT, QN_COLD };

  medium->local = local (&medium->spec);
  qn_parts_row_of_qubits (medium, 2, reservoir);
  qn_operator_medium_couple (medium, medium->H0, 1, 2, medium->spec.interaction);
  qn_parts_complete (medium, NULL);
}

static void
read (const QnMedium *medium, double w, const double *x, QnReading *out)
{
  QnOperator rho;

  qn_parts_read (medium, w, x, rho, out);
  qn_operator_reading_of_two (medium, rho, 2, 1, out);
}

const QnMediumClass qn_medium_junction = {
  .id = "junction",
  .parts = TRUE,
  .local = local,
  .check = check,
  .init = init,
  .read = read,
};
