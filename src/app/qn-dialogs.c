/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/qn-dialogs.h"

#include <glib/gi18n-lib.h>

void
qn_dialogs_init (QnDialogs *self, GtkWindow *window, AdwToastOverlay *toasts)
{
  *self = (QnDialogs) { .window = window, .toasts = toasts };
}

/* Whose chooser is open; NULL: none is. */
static QnDialogs *asking;

/* Whatever becomes of it, an answer is no longer heard. */
static void
drop_chooser (QnDialogs *self)
{
  g_autoptr (GtkFileChooserNative) chooser = g_steal_pointer (&self->chooser);

  if (chooser == NULL)
    return;
  asking = NULL;
  g_signal_handler_disconnect (chooser, self->answered);
  gtk_native_dialog_destroy (GTK_NATIVE_DIALOG (chooser));
}

void
qn_dialogs_close (QnDialogs *self)
{
  self->closed = TRUE;
  drop_chooser (self);
}

void
qn_dialogs_say (QnDialogs *self, const char *text)
{
  AdwToast *toast;

  if (self->closed)
    return;
  toast = adw_toast_new (text);
  adw_toast_set_timeout (toast, 3);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

void
qn_dialogs_complain (QnDialogs *self, const char *heading, const char *body)
{
  GtkWidget *dialog;

  if (self->closed)
    return;
  dialog = adw_message_dialog_new (self->window, heading, body);
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _("Close"));
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "close");
  gtk_window_set_destroy_with_parent (GTK_WINDOW (dialog), TRUE);
  gtk_window_present (GTK_WINDOW (dialog));
}

char *
qn_dialogs_file_name (GFile *file)
{
  g_autofree char *base = g_file_get_basename (file);

  return g_filename_display_name (base);
}

void
qn_dialogs_say_of_file (QnDialogs *self, const char *format, GFile *file)
{
  g_autofree char *name = qn_dialogs_file_name (file);
  g_autofree char *text = g_strdup_printf (format, name);

  qn_dialogs_say (self, text);
}

void
qn_dialogs_complain_of_file (QnDialogs *self, const char *format, GFile *file, const char *message, const char *advice)
{
  g_autofree char *name = qn_dialogs_file_name (file);
  g_autofree char *heading = g_strdup_printf (format, name);
  g_autofree char *body = g_strdup_printf ("%s\n\n%s", message, advice);

  qn_dialogs_complain (self, heading, body);
}

/* Choosing a file */

#define KIND "quench-kind"

typedef struct
{
  QnDialogs *dialogs;
  QnFileChosen chosen;
  gpointer data;
  GDestroyNotify destroy;
} Answer;

static void
answer_free (gpointer data, GClosure *closure)
{
  Answer *answer = data;

  if (answer->destroy != NULL)
    answer->destroy (answer->data);
  g_free (answer);
}

static void
response_cb (GtkNativeDialog *dialog, int response, Answer *answer)
{
  GtkFileChooser *chooser = GTK_FILE_CHOOSER (dialog);
  g_autoptr (GFile) file = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (chooser) : NULL;
  GtkFileFilter *filter = gtk_file_chooser_get_filter (chooser);
  const QnFileKind *kind = filter != NULL ? g_object_get_data (G_OBJECT (filter), KIND) : NULL;

  drop_chooser (answer->dialogs);
  if (file != NULL)
    answer->chosen (answer->dialogs, file, kind, answer->data);
}

static void
add_filter (GtkFileChooser *chooser, const QnFileKind *kind)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _(kind->name));
  if (kind->extensions[0] == NULL)
    gtk_file_filter_add_pattern (filter, "*");
  for (gsize i = 0; kind->extensions[i] != NULL; i++)
    {
      g_autofree char *pattern = g_strconcat ("*", kind->extensions[i], NULL);

      gtk_file_filter_add_pattern (filter, pattern);
    }
  g_object_set_data (G_OBJECT (filter), KIND, (gpointer) kind);
  gtk_file_chooser_add_filter (chooser, filter);
}

void
qn_dialogs_choose_file (QnDialogs *self, const QnFileQuestion *question)
{
  Answer *answer = g_new (Answer, 1);

  *answer = (Answer) { self, question->chosen, question->data, question->destroy };
  if (asking != NULL)
    drop_chooser (asking);
  asking = self;
  self->chooser = gtk_file_chooser_native_new (question->title, self->window, question->action, question->accept, NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  for (const QnFileKind *kind = question->kinds; kind->name != NULL; kind++)
    add_filter (GTK_FILE_CHOOSER (self->chooser), kind);
  if (question->name != NULL)
    gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (self->chooser), question->name);
  self->answered = g_signal_connect_data (self->chooser, "response", G_CALLBACK (response_cb), answer, answer_free, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}
