/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cli/qn-cli.h"
#include "lab/qn-grid.h"

G_BEGIN_DECLS

/* Points as lines of JSON, what shards and runs that go on are made of: a head that says what the whole grid is, then a line a
 * point. The same grid by the same version has the same head. */
void     qn_cli_points_append_head  (GString *out, const QnGridPlan *plan);
void     qn_cli_points_append_point (GString *out, const QnGrid *grid, gsize point);

/* The plan that a file's head tells, and its points. *length (may be NULL): up to the end of its last whole line. Errors name the file. */
QnGrid  *qn_cli_points_load (const char *path, gsize *length, GError **error);
/* Fills in what `from` knows. FALSE: it is of another grid. */
gboolean qn_cli_points_take (QnGrid *grid, const QnGrid *from);

G_END_DECLS
