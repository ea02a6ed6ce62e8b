/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/qn-application.h"

#ifdef __GLIBC__
#include <malloc.h>
#endif

/* The C library keeps a heap for each thread and never gives back what starting GTK has left
 * of it. There is one worker, which hardly allocates: one heap serves all, 6 MiB smaller. */
static void
prepare_heap (void)
{
#ifdef __GLIBC__
  mallopt (M_ARENA_MAX, 1);
  mallopt (M_MMAP_THRESHOLD, 128 * 1024);
  mallopt (M_TRIM_THRESHOLD, 128 * 1024);
#endif
}

int
main (int argc, char **argv)
{
  g_autoptr (QnApplication) application = NULL;

  prepare_heap ();
  qn_application_prepare ();
  application = qn_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
