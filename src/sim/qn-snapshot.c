/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/qn-snapshot.h"

#include "sim/qn-atomic.h"

QnSnapshot *
qn_snapshot_ref (QnSnapshot *snapshot)
{
  qn_count_hold (&snapshot->ref);
  return snapshot;
}

void
qn_snapshot_unref (QnSnapshot *snapshot)
{
  if (!qn_count_release (&snapshot->ref))
    return;
  qn_solution_unref (snapshot->solution);
  g_clear_pointer (&snapshot->runs, qn_report_unref);
  g_clear_pointer (&snapshot->sweep, qn_sweep_curve_unref);
  g_clear_pointer (&snapshot->line, qn_grid_unref);
  g_clear_pointer (&snapshot->map, qn_grid_unref);
  g_free (snapshot->message);
  g_free (snapshot->trail);
  g_free (snapshot->history);
  g_free (snapshot);
}
