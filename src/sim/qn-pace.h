/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sim/qn-simulation.h"

G_BEGIN_DECLS

#define QN_CYCLE_SECONDS 6.0    /* real time of one cycle at speed 1 */
#define QN_SLOWEST 0.01
#define QN_FASTEST 1000.0       /* below INFINITY */
#define QN_SUDDEN_FASTEST 360.0 /* for machines without a period: 60 cycles a second */
#define QN_LARGEST_LAG 0.5      /* seconds of pace that are made up for; more is let go */

/* Turns real time into simulated time. It is told what time it is (microseconds of
 * any clock that never goes back), so that its behaviour can be tested exactly.
 * Belongs to one thread. Fields are for reading. */
typedef struct
{
  QnSimulation *simulation; /* borrowed */
  gboolean playing;
  double speed;
  gint64 last; /* the time up to which simulated time has been granted */
} QnPace;

void qn_pace_init (QnPace *pace, QnSimulation *simulation, gint64 now);

/* Grants the time since the last call and runs at most `most_points` grid points.
 * TRUE: more could be run at once. At infinite speed always. */
gboolean qn_pace_tick (QnPace *pace, gint64 now, guint most_points);

/* All to be called after a tick at the same time. */
void qn_pace_play  (QnPace *pace);
void qn_pace_pause (QnPace *pace);
void qn_pace_step  (QnPace *pace);
void qn_pace_advance (QnPace *pace, double fraction); /* what does not get done at once is done by further ticks */
void qn_pace_reset (QnPace *pace);
void qn_pace_set_speed (QnPace *pace, double speed);

G_END_DECLS
