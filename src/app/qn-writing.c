/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/qn-writing.h"

#include <glib/gi18n-lib.h>

#include "lab/qn-output.h"

typedef struct
{
  GFile *file;   /* Owned */
  GBytes *bytes; /* Owned */
  GtkApplication *application; /* Owned, and held */
  guint inhibited;
  QnWritten written;
  gpointer data;
  GDestroyNotify destroy;
} Writing;

static void
writing_free (gpointer data)
{
  Writing *writing = data;

  if (writing->destroy)
    writing->destroy (writing->data);
  g_object_unref (writing->file);
  g_object_unref (writing->application);
  g_bytes_unref (writing->bytes);
  g_free (writing);
}

static void
write_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Writing *writing = data;
  g_autofree char *path = g_file_get_path (writing->file);
  g_autoptr (GError) error = NULL;
  gsize length;
  const char *text = g_bytes_get_data (writing->bytes, &length);

  if (path != NULL ? qn_output_put (path, text, (gssize) length, &error)
                   : g_file_replace_contents (writing->file, text, length, NULL, FALSE, G_FILE_CREATE_NONE, NULL, NULL, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
write_done (GObject *source, GAsyncResult *result, gpointer data)
{
  Writing *writing = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;

  g_task_propagate_boolean (G_TASK (result), &error);
  writing->written (writing->file, error, writing->data);
  if (writing->inhibited != 0)
    gtk_application_uninhibit (writing->application, writing->inhibited);
  g_application_release (G_APPLICATION (writing->application));
}

void
qn_writing_begin (GtkWindow *window, GFile *file, GBytes *bytes, QnWritten written, gpointer data, GDestroyNotify destroy)
{
  g_autoptr (GTask) task = g_task_new (window, NULL, write_done, NULL);
  Writing *writing = g_new (Writing, 1);

  *writing = (Writing) {
    .file = g_object_ref (file),
    .bytes = g_bytes_ref (bytes),
    .application = g_object_ref (gtk_window_get_application (window)),
    .written = written,
    .data = data,
    .destroy = destroy,
  };
  g_application_hold (G_APPLICATION (writing->application));
  writing->inhibited = gtk_application_inhibit (writing->application, window, GTK_APPLICATION_INHIBIT_LOGOUT | GTK_APPLICATION_INHIBIT_SUSPEND,
                                                _("A file is being written"));
  g_task_set_task_data (task, writing, writing_free);
  g_task_run_in_thread (task, write_thread);
}
