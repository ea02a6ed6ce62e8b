/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Wakes one waiting thread. It carries no data: whatever that thread is to see
 * is published by atomics before the wakeup is sent, so nothing is guarded by the
 * lock inside but the wait itself. Shared by reference count, because a thread
 * that is still computing may send one after the waiting thread is gone. */
typedef struct _QnWakeup QnWakeup;

QnWakeup *qn_wakeup_new   (void);
QnWakeup *qn_wakeup_ref   (QnWakeup *wakeup);
void      qn_wakeup_unref (QnWakeup *wakeup);

void      qn_wakeup_send  (QnWakeup *wakeup); /* any thread; never waits */

/* The waiting thread's side. Clear, then look at everything, then wait: a wakeup sent in between is not lost. */
void      qn_wakeup_clear (QnWakeup *wakeup);
gboolean  qn_wakeup_is_pending (QnWakeup *wakeup);
/* Until one is sent, or g_get_monotonic_time() reaches `deadline`; G_MAXINT64: until one is sent. TRUE if one was. */
gboolean  qn_wakeup_wait  (QnWakeup *wakeup, gint64 deadline);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QnWakeup, qn_wakeup_unref)

G_END_DECLS
