/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lab/qn-output.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sys/stat.h>

#define AT_ONCE (64 * 1024)
#define MOST_LINKS 40

G_DEFINE_QUARK (qn-output-error-quark, qn_output_error)

struct _QnOutput
{
  char *path;               /* as it was given */
  char *target, *temporary; /* NULL: written as it is */
  int fd;
  GString *pending;
};

static gboolean
fail (const char *path, int code, GError **error)
{
  g_autofree char *shown = g_filename_display_name (path);

  g_set_error (error, QN_OUTPUT_ERROR, code, _ ("%s could not be written: %s"), strcmp (path, "-") ? shown : _ ("standard output"), g_strerror (code));
  return FALSE;
}

/* What a chain of links ends at, whether that exists or not. */
static char *
follow_links (const char *path)
{
  char *at = g_strdup (path);

  for (int i = 0; i < MOST_LINKS; i++)
    {
      g_autofree char *link = g_file_read_link (at, NULL), *folder = g_path_get_dirname (at);

      if (!link)
        break;
      g_free (at);
      at = g_path_is_absolute (link) ? g_steal_pointer (&link) : g_build_filename (folder, link, NULL);
    }
  return at;
}

/* The descriptor that leads to this very file already, -1 if neither does: opened anew, one would overwrite the other. */
static int
standard (const char *path, const struct stat *there)
{
  struct stat own;

  if (!strcmp (path, "-"))
    return STDOUT_FILENO;
  for (int fd = STDOUT_FILENO; there && fd <= STDERR_FILENO; fd++)
    if (fstat (fd, &own) == 0 && own.st_dev == there->st_dev && own.st_ino == there->st_ino)
      return fd;
  return -1;
}

/* errno tells why `fd` is -1. */
static void
open_beside (QnOutput *output, const struct stat *there)
{
  g_autofree char *folder = NULL;

  output->fd = -1;
  output->target = follow_links (output->path);
  if (there && access (output->target, W_OK) != 0)
    return;
  folder = g_path_get_dirname (output->target);
  output->temporary = g_build_filename (folder, ".quench-XXXXXX", NULL);
  output->fd = g_mkstemp_full (output->temporary, O_WRONLY | O_CLOEXEC, 0666);
  if (output->fd >= 0 && there) /* where the owner cannot be kept, nobody gets his rights */
    fchmod (output->fd, there->st_mode & (fchown (output->fd, there->st_uid, there->st_gid) == 0 ? 07777 : 0777));
}

QnOutput *
qn_output_open (const char *path, GError **error)
{
  g_autoptr (QnOutput) output = g_new0 (QnOutput, 1);
  struct stat found;
  const struct stat *there = strcmp (path, "-") && stat (path, &found) == 0 ? &found : NULL;
  int missing = there ? 0 : errno, own = standard (path, there);

  output->path = g_strdup (path);
  output->pending = g_string_new (NULL);
  if (own >= 0)
    output->fd = fcntl (own, F_DUPFD_CLOEXEC, 0);
  else if (there ? S_ISDIR (there->st_mode) : missing != ENOENT)
    {
      fail (path, there ? EISDIR : missing, error);
      output->fd = -1;
      return NULL;
    }
  else if (there && !S_ISREG (there->st_mode))
    output->fd = g_open (path, O_WRONLY | O_NOCTTY | O_CLOEXEC, 0);
  else
    open_beside (output, there);
  if (output->fd >= 0)
    return g_steal_pointer (&output);
  fail (path, errno, error);
  return NULL;
}

QnOutput *
qn_output_continue (const char *path, gsize keep, GError **error)
{
  g_autoptr (QnOutput) output = g_new0 (QnOutput, 1);

  output->path = g_strdup (path);
  output->pending = g_string_new (NULL);
  output->fd = g_open (path, O_WRONLY | O_CREAT | O_CLOEXEC, 0666);
  if (output->fd >= 0 && ftruncate (output->fd, (off_t) keep) == 0 && lseek (output->fd, 0, SEEK_END) >= 0)
    return g_steal_pointer (&output);
  fail (path, errno, error);
  return NULL;
}

gboolean
qn_output_flush (QnOutput *output, GError **error)
{
  for (gsize done = 0; done < output->pending->len;)
    {
      gssize n = write (output->fd, output->pending->str + done, output->pending->len - done);

      if (n < 0)
        return fail (output->path, errno, error);
      done += (gsize) n;
    }
  g_string_truncate (output->pending, 0);
  return TRUE;
}

gboolean
qn_output_write (QnOutput *output, const char *text, gssize length, GError **error)
{
  g_string_append_len (output->pending, text, length);
  return output->pending->len < AT_ONCE || qn_output_flush (output, error);
}

gboolean
qn_output_close (QnOutput *output, GError **error)
{
  g_autoptr (QnOutput) own = output;
  int fd = output->fd;

  if (!qn_output_flush (output, error))
    return FALSE;
  if (output->temporary && fsync (fd) != 0)
    return fail (output->path, errno, error);
  output->fd = -1;
  if (close (fd) != 0 || (output->temporary && g_rename (output->temporary, output->target) != 0))
    return fail (output->path, errno, error);
  g_clear_pointer (&output->temporary, g_free);
  return TRUE;
}

void
qn_output_discard (QnOutput *output)
{
  if (!output)
    return;
  if (output->fd >= 0)
    close (output->fd);
  if (output->temporary)
    g_unlink (output->temporary);
  g_string_free (output->pending, TRUE);
  g_free (output->path);
  g_free (output->target);
  g_free (output->temporary);
  g_free (output);
}

gboolean
qn_output_put (const char *path, const char *text, gssize length, GError **error)
{
  QnOutput *output = qn_output_open (path, error);

  if (!output)
    return FALSE;
  if (!qn_output_write (output, text, length, error))
    {
      qn_output_discard (output);
      return FALSE;
    }
  return qn_output_close (output, error);
}
