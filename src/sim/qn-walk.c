/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/qn-walk.h"

#include <string.h>

void
qn_walk_set_phases (QnWalk *walk, const QnPhase *phases, int n, int points)
{
  if (n != walk->n_phases)
    qn_walk_reset (walk);
  walk->n_phases = n;
  walk->points = points;
  memcpy (walk->phase, phases, sizeof *phases * n);
}

void
qn_walk_reset (QnWalk *walk)
{
  walk->now = walk->point = 0;
  walk->cycle = 0;
}

static int
points_now (const QnWalk *walk)
{
  return walk->phase[walk->now].duration > 0 ? walk->points : 1;
}

gboolean
qn_walk_advance (QnWalk *walk)
{
  if (++walk->point < points_now (walk))
    return FALSE;
  walk->point = 0;
  walk->now = (walk->now + 1) % walk->n_phases;
  walk->cycle += walk->now == 0;
  return walk->now == 0;
}

double
qn_walk_next_duration (const QnWalk *walk)
{
  return walk->phase[walk->now].duration / points_now (walk);
}

void
qn_walk_read (const QnWalk *walk, QnReading *out)
{
  *out = (QnReading) { .cycle = walk->cycle, .stroke = walk->now, .fraction = (double) walk->point / points_now (walk) };
  out->time = walk->cycle * qn_phases_period (walk->phase, walk->n_phases) + qn_phases_period (walk->phase, walk->now)
              + out->fraction * walk->phase[walk->now].duration;
}
