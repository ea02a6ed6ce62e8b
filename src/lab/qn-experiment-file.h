/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lab/qn-lab.h"

G_BEGIN_DECLS

/* JSON experiment files: {"quench": 1, "lab": ..., "preset": ..., "parameters": {...}, "axes": {"x": ID, ...}}, the last where axes were chosen (qn-over.h).
 * Unknown keys, wrong types and values out of range are errors that name them; what `quench-cli run --format json` says beside the experiment is read over. */
#define QN_LONGEST_EXPERIMENT (8 << 20) /* bytes; no file is anywhere near as long, nor what a run says */
/* The members of such a file, for one that says more; no comma follows. */
void     qn_experiment_append_json (const QnExperiment *experiment, GString *out);
char    *qn_experiment_to_json     (const QnExperiment *experiment);
gboolean qn_experiment_from_json   (QnExperiment *experiment, const char *json, gssize length, GError **error);

G_END_DECLS
