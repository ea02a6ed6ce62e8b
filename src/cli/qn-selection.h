/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "figures/qn-recipe.h"
#include "lab/qn-outcome.h"

G_BEGIN_DECLS

/* FILE, --lab, --preset and --set of the commands that take an experiment. */
typedef struct
{
  char *lab, *preset;
  char **set;
} QnSelection;

/* Options of a selection, for g_option_context_add_main_entries(). Ends with a zeroed entry. */
void     qn_selection_add_options (QnSelection *selection, GOptionContext *context);
/* `file` may be NULL: then lab (default otto), preset, defaults. *recipe (may be NULL): the figure that the file carries, unchanged where there
 * is no file. Errors: QN_LAB_ERROR, QN_PAYLOAD_ERROR, G_FILE_ERROR. */
gboolean qn_selection_experiment  (const QnSelection *selection, const char *file, QnExperiment *experiment, QnRecipe *recipe, GError **error);
void     qn_selection_clear       (QnSelection *selection);
/* On standard error: which of --set change nothing, and why. `outcome` NULL: as far as the tables and the machine tell; else what takes no
 * longer than `seconds`, the time that it took, is tried out too. */
void     qn_selection_warn        (const QnSelection *selection, const QnExperiment *experiment, const QnOutcome *outcome, double seconds);

G_END_DECLS
