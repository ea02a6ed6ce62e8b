/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Pieces of work by several threads: each is done and told once, and no more are begun when told so. */

#include <glib.h>

#include "sim/qn-many.h"

#define PIECES 1000

typedef struct
{
  gint worked[PIECES]; /* atomic */
  int told[PIECES];
  gsize all, most;
  GThread *caller;
} Count;

static void
work (gpointer data, gsize piece)
{
  Count *count = data;

  g_atomic_int_inc (&count->worked[piece]);
}

static gboolean
told (gpointer data, gsize piece)
{
  Count *count = data;

  g_assert_true (g_thread_self () == count->caller);
  g_assert_cmpint (g_atomic_int_get (&count->worked[piece]), ==, 1);
  count->told[piece]++;
  return ++count->all < count->most;
}

static void
test_all (void)
{
  const QnManyClass klass = { work, told };

  for (int threads = 1; threads < 9; threads++)
    {
      g_autofree Count *count = g_new0 (Count, 1);

      count->caller = g_thread_self ();
      count->most = PIECES + 1;
      g_assert_true (qn_many (&klass, count, PIECES, threads, NULL));
      for (int i = 0; i < PIECES; i++)
        g_assert_true (count->worked[i] == 1 && count->told[i] == 1);
      g_assert_true (qn_many (&klass, count, 0, threads, NULL));
    }
}

static void
test_enough (void)
{
  const QnManyClass klass = { work, told };
  g_autofree Count *count = g_new0 (Count, 1);

  count->caller = g_thread_self ();
  count->most = 10;
  g_assert_false (qn_many (&klass, count, PIECES, 2, NULL));
  g_assert_cmpuint (count->all, ==, 10);
}

static void
test_cancelled (void)
{
  const QnManyClass klass = { work, NULL };
  g_autofree Count *count = g_new0 (Count, 1);
  const gint cancelled = TRUE;

  g_assert_false (qn_many (&klass, count, PIECES, 2, &cancelled));
  for (int i = 0; i < PIECES; i++)
    g_assert_cmpint (count->worked[i], ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/many/all", test_all);
  g_test_add_func ("/many/enough", test_enough);
  g_test_add_func ("/many/cancelled", test_cancelled);
  return g_test_run ();
}
