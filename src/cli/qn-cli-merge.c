/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "cli/qn-cli-points.h"
#include "cli/qn-cli-sheet.h"
#include "cli/qn-cli.h"

/* Every point must be in one of them. */
static QnExit
check_whole (const QnGrid *grid)
{
  for (gsize i = 0, end; i < grid->n; i++)
    if (!grid->known[i])
      {
        for (end = i; end + 1 < grid->n && !grid->known[end + 1]; end++)
          ;
        return qn_cli_usage (_ ("merge: points %" G_GSIZE_FORMAT " to %" G_GSIZE_FORMAT " of %" G_GSIZE_FORMAT " are in none of the shards"), i + 1, end + 1, grid->n);
      }
  return QN_EXIT_OK;
}

static QnExit
merge (const QnCliSheet *sheet, char **shards)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (QnGrid) grid = NULL;
  QnExit status = qn_cli_sheet_check (sheet, "merge");

  if (status != QN_EXIT_OK)
    return status;
  for (char **shard = shards; *shard; shard++)
    {
      g_autoptr (QnGrid) part = qn_cli_points_load (*shard, NULL, &error);

      if (!part)
        return qn_cli_fail (error);
      if (!grid)
        grid = g_steal_pointer (&part);
      else if (!qn_cli_points_take (grid, part))
        return qn_cli_usage (_ ("merge: %s does not belong to %s: another experiment, other axes or other values"), *shard, shards[0]);
    }
  if ((status = qn_cli_sheet_check_plan (sheet, &grid->plan)) != QN_EXIT_OK || (status = check_whole (grid)) != QN_EXIT_OK)
    return status;
  return qn_cli_sheet_write (sheet, grid, 0, grid->n, &error) ? QN_EXIT_OK : qn_cli_fail (error);
}

QnExit
qn_cli_merge (int argc, char **argv)
{
  g_autoptr (GOptionContext) context = g_option_context_new (_ ("SHARD… -o OUTPUT"));
  g_autoptr (GError) error = NULL;
  QnCliSheet sheet = { .output = NULL };
  QnExit status;

  qn_cli_sheet_add_options (&sheet, context);
  g_option_context_set_summary (context, _ ("Put the shards of a sweep or a map together: the same bytes as one run of all."));
  if (!g_option_context_parse (context, &argc, &argv, &error))
    status = qn_cli_fail (error);
  else if (argc < 2)
    status = qn_cli_usage (_ ("merge: give the shards that sweep or map wrote"));
  else
    status = merge (&sheet, argv + 1);
  qn_cli_sheet_clear (&sheet);
  return status;
}
