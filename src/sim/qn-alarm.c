/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/qn-alarm.h"

#include "sim/qn-count.h"

struct _QnAlarm
{
  gatomicrefcount ref;
  gint rung; /* atomic */
  GMutex mutex;
  GCond cond;
};

QnAlarm *
qn_alarm_new (void)
{
  QnAlarm *alarm = g_new0 (QnAlarm, 1);

  qn_count_init (&alarm->ref);
  g_mutex_init (&alarm->mutex);
  g_cond_init (&alarm->cond);
  return alarm;
}

QnAlarm *
qn_alarm_ref (QnAlarm *alarm)
{
  qn_count_hold (&alarm->ref);
  return alarm;
}

void
qn_alarm_unref (QnAlarm *alarm)
{
  if (!qn_count_release (&alarm->ref))
    return;
  g_mutex_clear (&alarm->mutex);
  g_cond_clear (&alarm->cond);
  g_free (alarm);
}

void
qn_alarm_ring (QnAlarm *alarm)
{
  if (g_atomic_int_exchange (&alarm->rung, TRUE))
    return;
  g_mutex_lock (&alarm->mutex);
  g_cond_signal (&alarm->cond);
  g_mutex_unlock (&alarm->mutex);
}

void
qn_alarm_clear (QnAlarm *alarm)
{
  g_atomic_int_set (&alarm->rung, FALSE);
}

gboolean
qn_alarm_rung (QnAlarm *alarm)
{
  return g_atomic_int_get (&alarm->rung);
}

gboolean
qn_alarm_sleep (QnAlarm *alarm, gint64 deadline)
{
  g_mutex_lock (&alarm->mutex);
  while (!qn_alarm_rung (alarm))
    if (deadline == G_MAXINT64)
      g_cond_wait (&alarm->cond, &alarm->mutex);
    else if (!g_cond_wait_until (&alarm->cond, &alarm->mutex, deadline))
      break;
  g_mutex_unlock (&alarm->mutex);
  return qn_alarm_rung (alarm);
}
