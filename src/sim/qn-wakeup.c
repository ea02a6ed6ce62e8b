/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/qn-wakeup.h"

#include "sim/qn-atomic.h"

struct _QnWakeup
{
  gatomicrefcount ref;
  gint pending; /* atomic */
  GMutex mutex;
  GCond cond;
};

QnWakeup *
qn_wakeup_new (void)
{
  QnWakeup *wakeup = g_new0 (QnWakeup, 1);

  qn_count_init (&wakeup->ref);
  g_mutex_init (&wakeup->mutex);
  g_cond_init (&wakeup->cond);
  return wakeup;
}

QnWakeup *
qn_wakeup_ref (QnWakeup *wakeup)
{
  qn_count_hold (&wakeup->ref);
  return wakeup;
}

void
qn_wakeup_unref (QnWakeup *wakeup)
{
  if (!qn_count_release (&wakeup->ref))
    return;
  g_mutex_clear (&wakeup->mutex);
  g_cond_clear (&wakeup->cond);
  g_free (wakeup);
}

void
qn_wakeup_send (QnWakeup *wakeup)
{
  if (g_atomic_int_exchange (&wakeup->pending, TRUE))
    return;
  g_mutex_lock (&wakeup->mutex);
  g_cond_signal (&wakeup->cond);
  g_mutex_unlock (&wakeup->mutex);
}

void
qn_wakeup_clear (QnWakeup *wakeup)
{
  g_atomic_int_set (&wakeup->pending, FALSE);
}

gboolean
qn_wakeup_is_pending (QnWakeup *wakeup)
{
  return g_atomic_int_get (&wakeup->pending);
}

gboolean
qn_wakeup_wait (QnWakeup *wakeup, gint64 deadline)
{
  g_mutex_lock (&wakeup->mutex);
  while (!qn_wakeup_is_pending (wakeup))
    if (deadline == G_MAXINT64)
      g_cond_wait (&wakeup->cond, &wakeup->mutex);
    else if (!g_cond_wait_until (&wakeup->cond, &wakeup->mutex, deadline))
      break;
  g_mutex_unlock (&wakeup->mutex);
  return qn_wakeup_is_pending (wakeup);
}
