/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/machine/qn-ledger.h"
#include "core/medium/qn-medium.h"

G_BEGIN_DECLS

/* The quasi-static cycle of a machine, the reference every real one is
 * held against: Gibbs states along isotherms, full thermalisation on isochores
 * (drawn along the mixture of start and Gibbs state), populations kept on
 * isolated drives, no coherence. Same layout as qn_cycle_readings() of qn-cycle.h; *ledger (may
 * be NULL) gets its ledger, durations as in the machine. */
gsize qn_quasi_static_cycle (const QnMachine *machine, int points_per_stroke, const gint *cancelled, QnReading *out, QnLedger *ledger, GError **error);

G_END_DECLS
