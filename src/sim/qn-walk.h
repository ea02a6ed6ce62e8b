/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/machine/qn-run.h"
#include "lab/qn-outcome.h"

G_BEGIN_DECLS

/* Goes through the phases of a lab that is no machine as a QnRun goes through strokes: point by point, `points` a phase, one
 * where it has no duration. A plain value. Readings hold time, cycle, stroke (the phase) and fraction, nothing else. */
typedef struct
{
  int n_phases, points;
  QnPhase phase[QN_MAX_STROKES];
  int now, point; /* phase, and points passed in it */
  gint64 cycle;
} QnWalk;

/* Other phases; it stands where it stood if there are as many, else at the start. */
void     qn_walk_set_phases    (QnWalk *walk, const QnPhase *phases, int n, int points);
void     qn_walk_reset         (QnWalk *walk);
gboolean qn_walk_advance       (QnWalk *walk); /* TRUE where it closed a cycle */
double   qn_walk_next_duration (const QnWalk *walk);
void     qn_walk_read          (const QnWalk *walk, QnReading *out);

G_END_DECLS
