/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where files go: what is followed, what is written as it is, what survives. */

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "lab/qn-output.h"

typedef struct
{
  char *path, *a, *b; /* a folder, and two names in it */
} Folder;

static void
set_up (Folder *folder, gconstpointer data)
{
  folder->path = g_dir_make_tmp ("quench-XXXXXX", NULL);
  folder->a = g_build_filename (folder->path, "a", NULL);
  folder->b = g_build_filename (folder->path, "b", NULL);
}

static guint
n_files (const Folder *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder->path, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir))
    n++;
  return n;
}

static void
tear_down (Folder *folder, gconstpointer data)
{
  g_unlink (folder->a);
  g_unlink (folder->b);
  g_assert_cmpint (g_rmdir (folder->path), ==, 0); /* nothing else was left */
  g_free (folder->path);
  g_free (folder->a);
  g_free (folder->b);
}

static void
assert_holds (const char *path, const char *text)
{
  g_autofree char *found = NULL;

  g_assert_true (g_file_get_contents (path, &found, NULL, NULL));
  g_assert_cmpstr (found, ==, text);
}

static mode_t
mode_of (const char *path)
{
  struct stat found;

  g_assert_cmpint (lstat (path, &found), ==, 0);
  return found.st_mode;
}

static void
put (const char *path, const char *text)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (qn_output_put (path, text, -1, &error));
  g_assert_no_error (error);
}

static void
test_regular (Folder *folder, gconstpointer data)
{
  mode_t mask = umask (027);

  put (folder->a, "first");
  g_assert_cmpint (mode_of (folder->a) & 07777, ==, 0640);
  umask (mask);
  assert_holds (folder->a, "first");
  g_chmod (folder->a, 0604);
  put (folder->a, "second");
  assert_holds (folder->a, "second");
  g_assert_cmpint (mode_of (folder->a) & 07777, ==, 0604);
}

static void
test_links (Folder *folder, gconstpointer data)
{
  g_assert_cmpint (symlink ("b", folder->a), ==, 0); /* relative, and to nothing yet */
  put (folder->a, "first");
  assert_holds (folder->b, "first");
  put (folder->a, "second");
  assert_holds (folder->b, "second");
  g_assert_true (S_ISLNK (mode_of (folder->a)));
  g_assert_true (S_ISREG (mode_of (folder->b)));
  g_unlink (folder->b);
  g_assert_cmpint (symlink ("a", folder->b), ==, 0); /* a circle */
  g_assert_false (qn_output_put (folder->a, "third", -1, NULL));
  g_assert_true (S_ISLNK (mode_of (folder->a)));
  g_assert_true (S_ISLNK (mode_of (folder->b)));
}

static void
test_fifo (Folder *folder, gconstpointer data)
{
  char text[16] = "";
  int reader;

  g_assert_cmpint (mkfifo (folder->a, 0600), ==, 0);
  reader = open (folder->a, O_RDONLY | O_NONBLOCK);
  put (folder->a, "through");
  g_assert_cmpint (read (reader, text, sizeof text), ==, 7);
  g_assert_cmpstr (text, ==, "through");
  g_assert_true (S_ISFIFO (mode_of (folder->a)));
  close (reader);
  g_assert_cmpuint (n_files (folder), ==, 1);
}

/* By a link, so that it is no device that is lost where this fails. */
static void
test_device (Folder *folder, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (symlink ("/dev/full", folder->a), ==, 0);
  g_assert_false (qn_output_put (folder->a, "a", -1, &error));
  g_assert_error (error, QN_OUTPUT_ERROR, ENOSPC);
  g_assert_nonnull (strstr (error->message, folder->a));
  g_assert_true (S_ISLNK (mode_of (folder->a)));
  g_assert_cmpint (symlink ("/dev/null", folder->b), ==, 0);
  put (folder->b, "a");
  g_assert_true (S_ISLNK (mode_of (folder->b)));
}

/* A disk that is full after a thousand bytes. */
static void
test_survives (Folder *folder, gconstpointer data)
{
  g_autofree char *much = g_strnfill (300000, 'x');
  g_autoptr (GError) error = NULL;
  struct rlimit limit, less;
  gboolean written;

  put (folder->a, "as it was");
  getrlimit (RLIMIT_FSIZE, &limit);
  less = limit;
  less.rlim_cur = 1000;
  signal (SIGXFSZ, SIG_IGN);
  setrlimit (RLIMIT_FSIZE, &less);
  written = qn_output_put (folder->a, much, -1, &error);
  setrlimit (RLIMIT_FSIZE, &limit);
  g_assert_false (written);
  g_assert_error (error, QN_OUTPUT_ERROR, EFBIG);
  assert_holds (folder->a, "as it was");
  g_assert_cmpuint (n_files (folder), ==, 1);
}

static void
test_discard (Folder *folder, gconstpointer data)
{
  QnOutput *output;

  put (folder->a, "as it was");
  output = qn_output_open (folder->a, NULL);
  g_assert_true (qn_output_write (output, "half", -1, NULL));
  g_assert_cmpuint (n_files (folder), ==, 2);
  qn_output_discard (output);
  assert_holds (folder->a, "as it was");
  g_assert_cmpuint (n_files (folder), ==, 1);
  qn_output_discard (NULL);
}

static void
test_refused (Folder *folder, gconstpointer data)
{
  g_autofree char *below = g_build_filename (folder->path, "none", "a", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (qn_output_open (folder->path, &error));
  g_assert_error (error, QN_OUTPUT_ERROR, EISDIR);
  g_clear_error (&error);
  g_assert_null (qn_output_open (below, &error));
  g_assert_error (error, QN_OUTPUT_ERROR, ENOENT);
  g_assert_nonnull (strstr (error->message, below));
  g_clear_error (&error);
  if (geteuid () == 0) /* whom nothing is forbidden */
    return;
  put (folder->a, "as it was");
  g_chmod (folder->a, 0444);
  g_assert_null (qn_output_open (folder->a, &error));
  g_assert_error (error, QN_OUTPUT_ERROR, EACCES);
}

/* A path that leads to standard output goes on where that stands. */
static void
test_standard_output (Folder *folder, gconstpointer data)
{
  if (g_test_subprocess ())
    {
      int file = open (g_getenv ("QN_OUTPUT_TEST"), O_WRONLY | O_CREAT | O_TRUNC, 0600);

      dup2 (file, STDOUT_FILENO);
      put ("-", "one ");
      put ("/proc/self/fd/1", "two ");
      put (g_getenv ("QN_OUTPUT_TEST"), "three");
      _exit (0);
    }
  g_setenv ("QN_OUTPUT_TEST", folder->a, TRUE);
  g_test_trap_subprocess (NULL, 0, 0);
  g_test_trap_assert_passed ();
  assert_holds (folder->a, "one two three");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, test) g_test_add ("/output/" name, Folder, NULL, set_up, test, tear_down)
  ADD ("regular", test_regular);
  ADD ("links", test_links);
  ADD ("fifo", test_fifo);
  ADD ("device", test_device);
  ADD ("survives", test_survives);
  ADD ("discard", test_discard);
  ADD ("refused", test_refused);
  ADD ("standard-output", test_standard_output);
  return g_test_run ();
}
