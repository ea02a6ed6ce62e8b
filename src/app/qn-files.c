/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/qn-files.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "app/qn-writing.h"
#include "figures/qn-recipe.h"
#include "lab/qn-experiment-file.h"
#include "plot/qn-payload.h"

#define MIME "application/vnd.quench.experiment+json"
#define RECENT_SHOWN 8

static const QnFileKind kinds[] = {
  { N_("Experiments, and figures that carry one"), { ".quench", ".json", ".svg", ".pdf", ".png", ".csv" } },
  { N_("All files"), { NULL } },
  { NULL, { NULL } },
};

void
qn_files_init (QnFiles *self, QnDialogs *dialogs, QnSession *session, QnBoardFigures *figures)
{
  *self = (QnFiles) { .dialogs = dialogs, .session = session, .figures = figures, .cancellable = g_cancellable_new () };
}

void
qn_files_clear (QnFiles *self)
{
  if (self->question != NULL)
    g_signal_handlers_disconnect_by_data (self->question, self);
  g_clear_weak_pointer (&self->question);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
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

/* Opening */

static void
read_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFileInputStream) stream = g_file_read (data, cancellable, &error);
  g_autofree char *text = g_malloc (QN_LONGEST_PICTURE + 1);
  gsize length = 0;

  if (stream == NULL || !g_input_stream_read_all (G_INPUT_STREAM (stream), text, QN_LONGEST_PICTURE + 1, &length, cancellable, &error))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  g_task_return_pointer (task, g_bytes_new_take (g_realloc (g_steal_pointer (&text), length + 1), length), (GDestroyNotify) g_bytes_unref);
}

static void
read_done (GObject *source, GAsyncResult *result, gpointer data)
{
  QnFiles *self = data;
  GFile *file = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_task_propagate_pointer (G_TASK (result), &error);
  QnExperiment experiment;
  QnRecipe recipe;
  gboolean carried;

  if (bytes != NULL && qn_recipe_read (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), &experiment, &recipe, &carried, &error))
    {
      add_recent (file);
      qn_session_choose (self->session, &experiment, carried ? NULL : file); /* over a picture nothing is saved */
      if (recipe.figure[0] != '\0')
        qn_board_figures_bring (self->figures, recipe.figure);
      return;
    }
  qn_dialogs_complain_of_file (self->dialogs, _("“%s” could not be opened"), file, error->message,
                               _("The present experiment is as it was. Choose a file that Quench has saved, or correct this one in a text editor."));
}

void
qn_files_open (QnFiles *self, GFile *file)
{
  g_autoptr (GTask) task = g_task_new (self->dialogs->window, self->cancellable, read_done, self);

  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  g_task_run_in_thread (task, read_thread);
}

static void
open_chosen (QnDialogs *dialogs, GFile *file, const QnFileKind *kind, gpointer data)
{
  qn_files_open (data, file);
}

void
qn_files_ask (QnFiles *self)
{
  QnFileQuestion question = {
    .action = GTK_FILE_CHOOSER_ACTION_OPEN,
    .title = _("Open Experiment"),
    .accept = _("_Open"),
    .kinds = kinds,
    .chosen = open_chosen,
    .data = self,
  };

  qn_dialogs_choose_file (self->dialogs, &question);
}

/* Saving */

typedef struct
{
  QnFiles *files;
  QnExperiment experiment;
} Saving;

static void
saved (GFile *file, const GError *error, gpointer data)
{
  const Saving *saving = data;
  QnFiles *self = saving->files;

  if (error != NULL)
    {
      self->closing = FALSE;
      qn_dialogs_complain_of_file (self->dialogs, _("“%s” could not be saved"), file, error->message,
                                   _("Nothing is lost: save it in another place or under another name."));
      return;
    }
  add_recent (file);
  if (self->dialogs->closed)
    return;
  qn_session_set_saved (self->session, file, &saving->experiment);
  qn_dialogs_say_of_file (self->dialogs, _("Saved “%s”"), file);
  if (self->closing)
    gtk_window_close (self->dialogs->window);
}

static void
save_to (QnFiles *self, GFile *file)
{
  Saving *saving = g_new (Saving, 1);
  char *json;
  g_autoptr (GBytes) bytes = NULL;

  *saving = (Saving) { self, *qn_session_get_experiment (self->session) };
  json = qn_experiment_to_json (&saving->experiment);
  bytes = g_bytes_new_take (json, strlen (json));
  qn_writing_begin (self->dialogs->window, file, bytes, saved, saving, g_free);
}

static void
save_chosen (QnDialogs *dialogs, GFile *file, const QnFileKind *kind, gpointer data)
{
  save_to (data, file);
}

static char *
suggested_name (QnFiles *self)
{
  const QnExperiment *experiment = qn_session_get_experiment (self->session);
  const QnExperiment *origin = qn_session_get_origin (self->session);
  GFile *file = qn_session_get_file (self->session);

  if (file != NULL)
    return qn_dialogs_file_name (file);
  return g_strdup_printf ("%s%s%s.quench", experiment->lab->id, origin->preset[0] != '\0' ? "-" : "", origin->preset);
}

void
qn_files_save_as (QnFiles *self)
{
  g_autofree char *name = suggested_name (self);
  QnFileQuestion question = {
    .action = GTK_FILE_CHOOSER_ACTION_SAVE,
    .title = _("Save Experiment"),
    .accept = _("_Save"),
    .name = name,
    .kinds = kinds,
    .chosen = save_chosen,
    .data = self,
  };

  qn_dialogs_choose_file (self->dialogs, &question);
}

void
qn_files_save (QnFiles *self)
{
  GFile *file = qn_session_get_file (self->session);

  if (file != NULL)
    save_to (self, file);
  else
    qn_files_save_as (self);
}

/* Closing */

static void
unsaved_response_cb (AdwMessageDialog *dialog, const char *response, QnFiles *self)
{
  if (g_str_equal (response, "cancel"))
    return;
  self->closing = TRUE;
  if (g_str_equal (response, "save"))
    save_to (self, qn_session_get_file (self->session));
  else
    {
      qn_session_edit (self->session, qn_session_get_saved (self->session)); /* what the next start shows */
      gtk_window_close (self->dialogs->window);
    }
}

static GtkWidget *
question_new (QnFiles *self)
{
  g_autofree char *name = qn_dialogs_file_name (qn_session_get_file (self->session));
  g_autofree char *heading = g_strdup_printf (_("Save the changes to “%s”?"), name);
  GtkWidget *dialog = adw_message_dialog_new (self->dialogs->window, heading, _("Unsaved changes will be lost."));
  AdwMessageDialog *message = ADW_MESSAGE_DIALOG (dialog);

  adw_message_dialog_add_responses (message, "cancel", _("_Cancel"), "discard", _("_Discard"), "save", _("_Save"), NULL);
  adw_message_dialog_set_response_appearance (message, "discard", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_response_appearance (message, "save", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (message, "save");
  adw_message_dialog_set_close_response (message, "cancel");
  gtk_window_set_destroy_with_parent (GTK_WINDOW (dialog), TRUE);
  g_signal_connect (dialog, "response", G_CALLBACK (unsaved_response_cb), self);
  return dialog;
}

gboolean
qn_files_may_close (QnFiles *self)
{
  if (self->closing || !qn_session_modified (self->session))
    return TRUE;
  if (self->question == NULL)
    g_set_weak_pointer (&self->question, question_new (self));
  gtk_window_present (GTK_WINDOW (self->question));
  return FALSE;
}

/* Recent files */

static int
newest_first (gconstpointer a, gconstpointer b)
{
  return g_date_time_compare (gtk_recent_info_get_modified ((GtkRecentInfo *) b), gtk_recent_info_get_modified ((GtkRecentInfo *) a));
}

void
qn_files_fill_recent (GMenu *menu)
{
  GList *items = g_list_sort (gtk_recent_manager_get_items (gtk_recent_manager_get_default ()), newest_first);

  g_menu_remove_all (menu);
  for (GList *l = items; l != NULL && g_menu_model_get_n_items (G_MENU_MODEL (menu)) < RECENT_SHOWN; l = l->next)
    {
      g_autoptr (GMenuItem) item = NULL;

      if (!gtk_recent_info_has_application (l->data, "Quench"))
        continue;
      item = g_menu_item_new (gtk_recent_info_get_display_name (l->data), NULL);
      g_menu_item_set_action_and_target (item, "win.open-recent", "s", gtk_recent_info_get_uri (l->data));
      g_menu_append_item (menu, item);
    }
  if (g_menu_model_get_n_items (G_MENU_MODEL (menu)) == 0)
    g_menu_append (menu, _("None so far"), "win.none");
  g_list_free_full (items, (GDestroyNotify) gtk_recent_info_unref);
}
