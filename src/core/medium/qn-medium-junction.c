/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/medium/qn-medium-junction.h"

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

  qn_parts_row_of_qubits (medium, 2, reservoir, 1, 2);
}

const QnMediumClass qn_medium_junction = {
  .id = "junction",
  .name = N_ ("two qubits"),
  .parts = TRUE,
  .bloch = { { "|10⟩", "|01⟩" }, { N_ ("the two states of one quantum only"), N_ ("|01⟩, |10⟩ only"), N_ ("|01⟩, |10⟩") } },
  .local = qn_parts_local,
  .check = check,
  .init = init,
  .read = qn_parts_read_two,
};
