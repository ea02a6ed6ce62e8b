/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lab/qn-outcome.h"

G_BEGIN_DECLS

/* Why a parameter's value changes nothing beside the others: a sentence, translated. NULL: as far as the tables and the equations of
 * the machine tell, it may matter. Quick. */
const char *qn_parameter_idle (const QnExperiment *experiment, int index);

/* Tried out: does every number of an outcome stay as it is, to rounding, with another value, and with the default? As long as two evaluations take;
 * FALSE where it was broken off or another value cannot be computed. */
gboolean qn_parameter_changes_nothing (const QnOutcome *outcome, int index, const gint *cancelled);

G_END_DECLS
