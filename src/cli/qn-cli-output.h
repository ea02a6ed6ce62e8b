/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lab/qn-monte-carlo.h"
#include "lab/qn-outcome.h"

G_BEGIN_DECLS

/* What a run comes to. */
typedef struct
{
  QnOutcome *outcome; /* Owned */
  QnReport *sampled;  /* Owned; NULL without single runs */
  gint64 runs, seed;  /* of these */
} QnCliRun;

void     qn_cli_run_clear (QnCliRun *run);
char    *qn_cli_run_json (const QnCliRun *run);
char    *qn_cli_run_csv  (const QnCliRun *run);
char    *qn_cli_run_text (const QnCliRun *run);

G_END_DECLS
