/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Experiments in files: open, save, recent ones, dropped ones. */
#include "app/qn-window-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MIME "application/vnd.quench.experiment+json"
#define RECENT_SHOWN 8

/* No experiment is anywhere near as long. */
#define LONGEST_FILE (1024 * 1024)

static char *
display_name (GFile *file)
{
  g_autofree char *base = g_file_get_basename (file);

  return g_filename_display_name (base);
}

static void
add_recent (GFile *file)
{
  g_autofree char *uri = g_file_get_uri (file);
  GtkRecentData data = {
    .mime_type = (char *) MIME,
    .app_name = (char *) "Quench",
    .app_exec = (char *) "quench %f",
  };

  gtk_recent_manager_add_full (gtk_recent_manager_get_default (), uri, &data);
}

static void
file_complaint (QnWindow *self, const char *format, GFile *file, const char *message, const char *advice)
{
  g_autofree char *name = display_name (file);
  g_autofree char *heading = g_strdup_printf (format, name);
  g_autofree char *body = g_strdup_printf ("%s\n\n%s", message, advice);

  qn_window_complain (self, heading, body);
}

/* Opening */

static void
read_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFileInputStream) stream = g_file_read (data, cancellable, &error);
  g_autofree char *text = g_malloc (LONGEST_FILE + 1);
  gsize length = 0;

  if (stream == NULL || !g_input_stream_read_all (G_INPUT_STREAM (stream), text, LONGEST_FILE + 1, &length, cancellable, &error))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  if (length > LONGEST_FILE)
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _("It is longer than 1 MB, as no experiment is."));
      return;
    }
  g_task_return_pointer (task, g_bytes_new_take (g_steal_pointer (&text), length), (GDestroyNotify) g_bytes_unref);
}

static void
read_done (GObject *source, GAsyncResult *result, gpointer data)
{
  QnWindow *self = QN_WINDOW (source);
  GFile *file = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_task_propagate_pointer (G_TASK (result), &error);
  QnExperiment experiment;

  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  if (bytes != NULL && qn_experiment_from_json (&experiment, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), &error))
    {
      add_recent (file);
      qn_session_choose (self->session, &experiment, file);
      return;
    }
  file_complaint (self, _("“%s” could not be opened"), file, error->message,
                  _("The present experiment is as it was. Choose a file that Quench has saved, or correct this one in a text editor."));
}

void
qn_window_open_file (QnWindow *self, GFile *file)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (QN_IS_WINDOW (self));
  g_return_if_fail (G_IS_FILE (file));
  task = g_task_new (self, self->cancellable, read_done, NULL);
  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  g_task_run_in_thread (task, read_thread);
}

static void
add_filters (GtkFileChooser *chooser)
{
  g_autoptr (GtkFileFilter) experiments = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();

  gtk_file_filter_set_name (experiments, _("Experiments"));
  gtk_file_filter_add_pattern (experiments, "*.quench");
  gtk_file_filter_add_pattern (experiments, "*.json");
  gtk_file_chooser_add_filter (chooser, experiments);
  gtk_file_filter_set_name (all, _("All files"));
  gtk_file_filter_add_pattern (all, "*");
  gtk_file_chooser_add_filter (chooser, all);
}

static void
open_response_cb (GtkNativeDialog *dialog, int response, QnWindow *self)
{
  g_autoptr (GFile) file = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog)) : NULL;

  if (file != NULL)
    qn_window_open_file (self, file);
}

static void
open_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  QnWindow *self = QN_WINDOW (widget);
  GtkFileChooserNative *chooser = qn_window_chooser (self, _("Open an experiment"), GTK_FILE_CHOOSER_ACTION_OPEN, _("_Open"));

  add_filters (GTK_FILE_CHOOSER (chooser));
  g_signal_connect (chooser, "response", G_CALLBACK (open_response_cb), self);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

/* Saving */

typedef struct
{
  GFile *file;
  QnExperiment experiment;
} Saving;

static void
saving_free (gpointer data)
{
  Saving *saving = data;

  g_object_unref (saving->file);
  g_free (saving);
}

static void
save_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Saving *saving = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *json = qn_experiment_to_json (&saving->experiment);

  /* Written beside it and renamed: never half a file. */
  if (g_file_replace_contents (saving->file, json, strlen (json), NULL, FALSE, G_FILE_CREATE_NONE, NULL, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
save_done (GObject *source, GAsyncResult *result, gpointer data)
{
  QnWindow *self = QN_WINDOW (source);
  Saving *saving = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    {
      g_autofree char *name = display_name (saving->file);
      g_autofree char *text = g_strdup_printf (_("Saved “%s”"), name);

      add_recent (saving->file);
      if (g_cancellable_is_cancelled (self->cancellable))
        return;
      qn_session_set_saved (self->session, saving->file, &saving->experiment);
      qn_window_say (self, text);
      if (self->closing)
        gtk_window_close (GTK_WINDOW (self));
      return;
    }
  self->closing = FALSE;
  if (!g_cancellable_is_cancelled (self->cancellable))
    file_complaint (self, _("“%s” could not be saved"), saving->file, error->message, _("Nothing is lost: save it in another place or under another name."));
}

static void
save_to (QnWindow *self, GFile *file)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, save_done, NULL); /* once begun it is carried through */
  Saving *saving = g_new (Saving, 1);

  saving->file = g_object_ref (file);
  saving->experiment = *qn_session_get_experiment (self->session);
  g_task_set_task_data (task, saving, saving_free);
  g_task_run_in_thread (task, save_thread);
}

static void
save_response_cb (GtkNativeDialog *dialog, int response, QnWindow *self)
{
  g_autoptr (GFile) file = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog)) : NULL;

  if (file != NULL)
    save_to (self, file);
}

static char *
suggested_name (QnWindow *self)
{
  const QnExperiment *experiment = qn_session_get_experiment (self->session);
  const QnExperiment *origin = qn_session_get_origin (self->session);
  GFile *file = qn_session_get_file (self->session);

  if (file != NULL)
    return display_name (file);
  if (origin->preset[0] != '\0')
    return g_strdup_printf ("%s-%s.quench", experiment->lab->id, origin->preset);
  return g_strdup_printf ("%s.quench", experiment->lab->id);
}

static void
save_as (QnWindow *self)
{
  GtkFileChooserNative *chooser = qn_window_chooser (self, _("Save the experiment"), GTK_FILE_CHOOSER_ACTION_SAVE, _("_Save"));
  g_autofree char *name = suggested_name (self);

  add_filters (GTK_FILE_CHOOSER (chooser));
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);
  g_signal_connect (chooser, "response", G_CALLBACK (save_response_cb), self);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
save_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  QnWindow *self = QN_WINDOW (widget);
  GFile *file = qn_session_get_file (self->session);

  if (file == NULL || g_str_equal (name, "win.save-as"))
    save_as (self);
  else
    save_to (self, file);
}

static void
unsaved_response_cb (AdwMessageDialog *dialog, const char *response, QnWindow *self)
{
  if (g_str_equal (response, "cancel"))
    return;
  self->closing = TRUE;
  if (g_str_equal (response, "save"))
    save_to (self, qn_session_get_file (self->session));
  else
    gtk_window_close (GTK_WINDOW (self));
}

void
qn_window_ask_to_save (QnWindow *self)
{
  g_autofree char *name = display_name (qn_session_get_file (self->session));
  g_autofree char *heading = g_strdup_printf (_("Save the changes to “%s”?"), name);
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), heading, _("What is not saved will be lost."));
  AdwMessageDialog *message = ADW_MESSAGE_DIALOG (dialog);

  adw_message_dialog_add_responses (message, "cancel", _("_Cancel"), "discard", _("_Discard"), "save", _("_Save"), NULL);
  adw_message_dialog_set_response_appearance (message, "discard", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_response_appearance (message, "save", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (message, "save");
  adw_message_dialog_set_close_response (message, "cancel");
  g_signal_connect (dialog, "response", G_CALLBACK (unsaved_response_cb), self);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* Recent files */

static void
open_recent_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (GFile) file = g_file_new_for_uri (g_variant_get_string (parameter, NULL));

  qn_window_open_file (QN_WINDOW (widget), file);
}

static int
newest_first (gconstpointer a, gconstpointer b)
{
  return g_date_time_compare (gtk_recent_info_get_modified ((GtkRecentInfo *) b), gtk_recent_info_get_modified ((GtkRecentInfo *) a));
}

void
qn_window_fill_recent (QnWindow *self)
{
  GList *items = g_list_sort (gtk_recent_manager_get_items (gtk_recent_manager_get_default ()), newest_first);

  g_menu_remove_all (self->recent_menu);
  for (GList *l = items; l != NULL && g_menu_model_get_n_items (G_MENU_MODEL (self->recent_menu)) < RECENT_SHOWN; l = l->next)
    {
      g_autoptr (GMenuItem) item = NULL;

      if (!gtk_recent_info_has_application (l->data, "Quench"))
        continue;
      item = g_menu_item_new (gtk_recent_info_get_display_name (l->data), NULL);
      g_menu_item_set_action_and_target (item, "win.open-recent", "s", gtk_recent_info_get_uri (l->data));
      g_menu_append_item (self->recent_menu, item);
    }
  if (g_menu_model_get_n_items (G_MENU_MODEL (self->recent_menu)) == 0)
    g_menu_append (self->recent_menu, _("None so far"), "win.none");
  g_list_free_full (items, (GDestroyNotify) gtk_recent_info_unref);
}

/* Dropping */

gboolean
qn_window_drop_accept (GtkDropTarget *target, GdkDrop *drop, QnWindow *self)
{
  /* A figure dragged out of this very program is no experiment. */
  return gdk_drop_get_drag (drop) == NULL && gdk_content_formats_contain_gtype (gdk_drop_get_formats (drop), GDK_TYPE_FILE_LIST);
}

gboolean
qn_window_drop (GtkDropTarget *target, const GValue *value, double x, double y, QnWindow *self)
{
  GSList *files = g_value_get_boxed (value);

  if (files == NULL)
    return FALSE;
  qn_window_open_file (self, files->data);
  return TRUE;
}

void
qn_window_files_init (QnWindow *self)
{
  GType type = GDK_TYPE_FILE_LIST;

  gtk_drop_target_set_gtypes (self->drop, &type, 1);
}

void
qn_window_files_class_init (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.open", NULL, open_action);
  gtk_widget_class_install_action (widget_class, "win.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "win.save-as", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "win.open-recent", "s", open_recent_action);
}
