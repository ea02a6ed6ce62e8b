/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "sim/qn-snapshot.h"

G_BEGIN_DECLS

/* One row of the limit cycle's results: gauge and mode, efficiency (or cop), work,
 * power, heats, entropy production, and the law badge with its numbers in a popover.
 * Fields keep their width whatever the numbers; the least important are hidden first
 * where there is no room. */
#define QN_TYPE_RESULT_STRIP (qn_result_strip_get_type ())
G_DECLARE_FINAL_TYPE (QnResultStrip, qn_result_strip, QN, RESULT_STRIP, GtkWidget)

GtkWidget *qn_result_strip_new (void);
void       qn_result_strip_set_snapshot (QnResultStrip *self, QnSnapshot *snapshot);

/* The four laws as checked on a snapshot's limit cycle, relative to the largest energy in play. */
typedef enum
{
  QN_LAW_FIRST,      /* |residual_first_law| <= 1e-9 of the energy scale */
  QN_LAW_SECOND,     /* entropy production >= -1e-9 */
  QN_LAW_TRACE,      /* |Tr rho - 1| <= 1e-9 */
  QN_LAW_POSITIVITY, /* smallest eigenvalue >= -1e-9 */
  QN_N_LAWS,
} QnLaw;

/* Whether the medium's frequencies lie at least five times as far apart as the contacts are fast
 * (ledger.secular_ratio): below it the generator itself is doubtful, though no law is broken. */
gboolean qn_secular_holds (const QnSnapshot *snapshot);
gboolean qn_law_holds (const QnSnapshot *snapshot, QnLaw law, double *residual);

G_END_DECLS
