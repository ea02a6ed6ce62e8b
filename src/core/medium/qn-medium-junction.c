/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/medium/qn-medium-junction.h"

#include "core/medium/qn-operator-medium.h"
#include "core/medium/qn-operator-reading.h"

QnMediumSpec
qn_junction_spec (QnModel model, double hot, double cold, double interaction)
{
  QnParts own = { .model = model, .energy = { [QN_HOT] = hot, [QN_COLD] = cold }, .interaction = interaction };

  return qn_medium_spec (&qn_medium_junction, &own, sizeof own);
}

static gboolean
check (const QnMediumSpec *spec, GError **error)
{
  return qn_parts_check (spec, 2, FALSE, error);
}

static void
init (QnMedium *medium, gboolean carry)
{
  static const int reservoir[2] = { QN_HOT, QN_COLD };

  medium->local = qn_parts_local (&medium->spec);
  qn_parts_row_of_qubits (medium, 2, reservoir);
  qn_operator_medium_couple (medium, medium->H0, 1, 2, qn_parts (&medium->spec)->interaction);
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
  .name = N_ ("two qubits"),
  .parts = TRUE,
  .bloch = { { "|10⟩", "|01⟩" }, { N_ ("the two states of one quantum only"), N_ ("|01⟩, |10⟩ only"), N_ ("|01⟩, |10⟩") } },
  .local = qn_parts_local,
  .check = check,
  .init = init,
  .read = read,
};
