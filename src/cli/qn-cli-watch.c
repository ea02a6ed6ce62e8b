/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/qn-cli-watch.h"

#include <glib/gi18n.h>
#include <signal.h>
#include <stdio.h>
#include <unistd.h>

#define PATIENCE (1 * G_USEC_PER_SEC)
#define PACE (G_USEC_PER_SEC / 4)

static gint cancelled, received, done, wanted, points;

static struct
{
  GMutex lock;
  GCond ended;
  gboolean over;
  GThread *thread; /* NULL: nobody would see it */
} watch;

/* The first breaks off at the next look, the second at once. */
static void
receive (int number)
{
  g_atomic_int_set (&received, number);
  g_atomic_int_set (&cancelled, TRUE);
}

void
qn_cli_catch_signals (void)
{
  const int numbers[] = { SIGINT, SIGTERM, SIGHUP };
  struct sigaction action = { .sa_handler = receive, .sa_flags = (int) SA_RESETHAND };
  struct sigaction was;

  signal (SIGPIPE, SIG_IGN); /* an error like others */
  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
    if (sigaction (numbers[i], NULL, &was) == 0 && was.sa_handler != SIG_IGN) /* as nohup wants it */
      sigaction (numbers[i], &action, NULL);
}

const gint *
qn_cli_cancelled (void)
{
  return &cancelled;
}

QnExit
qn_cli_broken_off (void)
{
  int number = g_atomic_int_get (&received);

  signal (number, SIG_DFL);
  raise (number); /* the shell is to know */
  return QN_EXIT_FAILED;
}

static void
show (gint64 since)
{
  int n = g_atomic_int_get (&done), of = g_atomic_int_get (&wanted), seconds = (int) ((g_get_monotonic_time () - since) / G_USEC_PER_SEC);

  fputc ('\r', stderr);
  if (of > 0)
    fprintf (stderr, g_atomic_int_get (&points) ? _ ("%d of %d points, %d s") : _ ("%d of %d cycles, %d s"), n, of, seconds);
  else
    fprintf (stderr, _ ("computing for %d s"), seconds);
  fflush (stderr);
}

static gpointer
show_progress (gpointer data)
{
  gint64 since = g_get_monotonic_time (), next = since + PATIENCE;

  g_mutex_lock (&watch.lock);
  while (!watch.over)
    if (!g_cond_wait_until (&watch.ended, &watch.lock, next))
      {
        show (since);
        next = g_get_monotonic_time () + PACE;
      }
  g_mutex_unlock (&watch.lock);
  if (g_get_monotonic_time () > since + PATIENCE)
    fputs ("\r\033[K", stderr);
  return NULL;
}

void
qn_cli_watch_begin (void)
{
  watch.over = FALSE;
  if (isatty (STDERR_FILENO))
    watch.thread = g_thread_new ("progress", show_progress, NULL);
}

void
qn_cli_watch_tell (int n, int of)
{
  g_atomic_int_set (&done, n);
  g_atomic_int_set (&wanted, of);
}

void
qn_cli_watch_tell_points (gsize n, gsize of)
{
  g_atomic_int_set (&points, TRUE);
  qn_cli_watch_tell ((int) n, (int) of);
}

void
qn_cli_watch_end (void)
{
  g_mutex_lock (&watch.lock);
  watch.over = TRUE;
  g_cond_signal (&watch.ended);
  g_mutex_unlock (&watch.lock);
  g_clear_pointer (&watch.thread, g_thread_join);
}
