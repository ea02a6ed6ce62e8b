/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/qn-many.h"

#include "core/linear/qn-types.h"
#include "sim/qn-atomic.h"
#include "sim/qn-wakeup.h"

typedef struct
{
  QnLink link;
  gsize piece;
} Ended;

typedef struct
{
  const QnManyClass *klass;
  gpointer data;
  gsize n;
  const gint *cancelled;
  gsize next;        /* atomic: the piece to begin */
  gint working;      /* atomic: threads */
  gint over;         /* atomic: no more are to begin */
  QnLink *ended;     /* atomic: of Ended */
  QnWakeup *wakeup;
} Many;

static gpointer
serve (gpointer data)
{
  Many *many = data;
  gsize piece;

  while (!g_atomic_int_get (&many->over) && !qn_is_cancelled (many->cancelled) && (piece = (gsize) g_atomic_pointer_add (&many->next, 1)) < many->n)
    {
      Ended *ended = g_new0 (Ended, 1);

      many->klass->work (many->data, piece);
      ended->piece = piece;
      qn_queue_add (&many->ended, &ended->link);
      qn_wakeup_send (many->wakeup);
    }
  g_atomic_int_add (&many->working, -1);
  qn_wakeup_send (many->wakeup);
  return NULL;
}

static void
tell (Many *many)
{
  for (QnLink *link = qn_queue_take (&many->ended), *next; link; link = next)
    {
      next = link->next;
      if (many->klass->told && !g_atomic_int_get (&many->over) && !many->klass->told (many->data, ((Ended *) link)->piece))
        g_atomic_int_set (&many->over, TRUE);
      g_free (link);
    }
}

gboolean
qn_many (const QnManyClass *klass, gpointer data, gsize n, int threads, const gint *cancelled)
{
  Many many = { .klass = klass, .data = data, .n = n, .cancelled = cancelled, .working = threads, .wakeup = qn_wakeup_new () };
  g_autofree GThread **thread = g_new (GThread *, threads);
  gboolean working;

  for (int i = 0; i < threads; i++)
    thread[i] = g_thread_new ("quench-many", serve, &many);
  do
    {
      qn_wakeup_wait (many.wakeup, G_MAXINT64);
      qn_wakeup_clear (many.wakeup);
      working = g_atomic_int_get (&many.working) > 0;
      tell (&many);
    }
  while (working);
  for (int i = 0; i < threads; i++)
    g_thread_join (thread[i]);
  qn_wakeup_unref (many.wakeup);
  return !many.over && !qn_is_cancelled (cancelled);
}
