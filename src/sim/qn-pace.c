/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/qn-pace.h"

#include <math.h>

void
qn_pace_init (QnPace *pace, QnSimulation *simulation, gint64 now)
{
  *pace = (QnPace) { .simulation = simulation, .speed = 1, .last = now };
}

static double
cycles_per_second (const QnPace *pace)
{
  double most = qn_simulation_period (pace->simulation) > 0 ? INFINITY : QN_SUDDEN_FASTEST;

  return MIN (pace->speed, most) / QN_CYCLE_SECONDS;
}

gboolean
qn_pace_tick (QnPace *pace, gint64 now, guint most_points)
{
  double seconds = (now - pace->last) / (double) G_USEC_PER_SEC, rate = cycles_per_second (pace);
  gboolean busy;

  pace->last = now;
  if (!pace->playing)
    return qn_simulation_advance (pace->simulation, 0, most_points);
  busy = qn_simulation_advance (pace->simulation, isinf (rate) ? INFINITY : seconds * rate, most_points);
  qn_simulation_limit_pending (pace->simulation, QN_LARGEST_LAG * rate);
  return busy;
}

void
qn_pace_play (QnPace *pace)
{
  pace->playing = TRUE;
}

void
qn_pace_pause (QnPace *pace)
{
  if (pace->playing)
    qn_simulation_halt (pace->simulation);
  pace->playing = FALSE;
}

void
qn_pace_step (QnPace *pace)
{
  qn_pace_pause (pace);
  qn_simulation_finish_stroke (pace->simulation);
}

void
qn_pace_advance (QnPace *pace, double fraction)
{
  qn_pace_pause (pace);
  qn_simulation_advance (pace->simulation, fraction, 2 * QN_MAX_STROKES * QN_RUN_POINTS);
}

void
qn_pace_reset (QnPace *pace)
{
  qn_simulation_reset (pace->simulation);
}

void
qn_pace_set_speed (QnPace *pace, double speed)
{
  if (isinf (pace->speed) && pace->playing)
    qn_simulation_halt (pace->simulation);
  pace->speed = isinf (speed) ? speed : CLAMP (speed, QN_SLOWEST, QN_FASTEST);
}
