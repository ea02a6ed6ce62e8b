/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What threads share without a lock, by the inline atomics alone. Whatever GLib does inside its library (reference counts,
 * locks, queues) a thread sanitizer does not see, and reports as races. */

static inline void
qn_count_init (gatomicrefcount *count)
{
  g_atomic_int_set (count, 1);
}

static inline void
qn_count_hold (gatomicrefcount *count)
{
  g_atomic_int_inc (count);
}

/* TRUE: that was the last. */
static inline gboolean
qn_count_release (gatomicrefcount *count)
{
  return g_atomic_int_dec_and_test (count);
}

/* 1, 2, 3, ... whichever threads ask. */
static inline guint64
qn_serial_next (gsize *last)
{
  return (guint64) g_atomic_pointer_add (last, 1) + 1;
}

/* First member of what stands in a queue that any thread adds to and any empties. */
typedef struct _QnLink QnLink;
struct _QnLink
{
  QnLink *next;
};

static inline void
qn_queue_add (QnLink **queue, QnLink *link)
{
  do
    link->next = g_atomic_pointer_get (queue);
  while (!g_atomic_pointer_compare_and_exchange (queue, link->next, link));
}

/* All that is in it, the oldest first. */
static inline QnLink *
qn_queue_take (QnLink **queue)
{
  QnLink *newest = g_atomic_pointer_exchange (queue, NULL), *oldest = NULL;

  while (newest)
    {
      QnLink *before = newest->next;

      newest->next = oldest;
      oldest = newest;
      newest = before;
    }
  return oldest;
}

G_END_DECLS
