/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lab/qn-outcome.h"

G_BEGIN_DECLS

/* Every reading of the cycles of an outcome that is a machine's, row by row; in a cycle E - sum of the heats + W is the same in all of
 * them, and the last has its totals. */
gboolean qn_cli_trace    (QnOutcome *outcome, const char *path, GError **error);

G_END_DECLS
