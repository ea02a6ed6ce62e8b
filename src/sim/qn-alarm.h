/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Wakes one sleeping thread. It carries no data: whatever the sleeper is to see
 * is published by atomics before the alarm is rung, so nothing is guarded by the
 * lock inside but the sleep itself. Shared by reference count, because a thread
 * that is still computing may ring after the sleeper is gone. */
typedef struct _QnAlarm QnAlarm;

QnAlarm *qn_alarm_new   (void);
QnAlarm *qn_alarm_ref   (QnAlarm *alarm);
void     qn_alarm_unref (QnAlarm *alarm);

void     qn_alarm_ring  (QnAlarm *alarm); /* any thread; never waits */

/* Sleeper's side. Clear, then look at everything, then sleep: a ring in between is not lost. */
void     qn_alarm_clear (QnAlarm *alarm);
gboolean qn_alarm_rung  (QnAlarm *alarm);
/* Until rung, or g_get_monotonic_time() reaches `deadline`; G_MAXINT64: until rung. TRUE if rung. */
gboolean qn_alarm_sleep (QnAlarm *alarm, gint64 deadline);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QnAlarm, qn_alarm_unref)

G_END_DECLS
