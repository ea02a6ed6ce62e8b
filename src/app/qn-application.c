/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/qn-application.h"

#include <glib/gi18n-lib.h>
#include <gsl/gsl_errno.h>
#include <locale.h>

#include "app/qn-actions.h"
#include "app/qn-desk.h"
#include "qn-app-resources.h"
#include "app/qn-preferences.h"
#include "widgets/qn-widgets-init.h"
#include "widgets/qn-widgets.h"
#include "app/qn-window.h"
#include "quench-icons.h"

struct _QnApplication
{
  AdwApplication parent_instance;
};

G_DEFINE_FINAL_TYPE (QnApplication, qn_application, ADW_TYPE_APPLICATION)

/* Windows */

static GPtrArray *
open_sessions (gpointer data)
{
  GPtrArray *sessions = g_ptr_array_new_with_free_func (g_object_unref);

  for (GList *l = gtk_application_get_windows (data); l != NULL; l = l->next)
    if (QN_IS_WINDOW (l->data))
      g_ptr_array_insert (sessions, 0, g_object_ref (qn_window_get_session (l->data))); /* GTK has the newest first */
  return sessions;
}

/* With the changes goes what the next window looks like. */
static GPtrArray *
sessions_to_keep (gpointer data)
{
  GtkWindow *active = gtk_application_get_active_window (data);

  if (QN_IS_WINDOW (active) && gtk_widget_get_mapped (GTK_WIDGET (active)))
    qn_window_remember (QN_WINDOW (active));
  return open_sessions (data);
}

static void
changed_cb (QnApplication *self)
{
  qn_desk_changed (sessions_to_keep, self);
}

static GtkWidget *
show_session (QnApplication *self, QnSession *session)
{
  static const char *const remembered[] = { "default-width", "default-height", "maximized", "show-start", "show-end" };
  GtkWidget *window = qn_window_new (GTK_APPLICATION (self), session);

  g_signal_connect_object (session, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  for (gsize i = 0; i < G_N_ELEMENTS (remembered); i++)
    {
      g_autofree char *signal = g_strconcat ("notify::", remembered[i], NULL);

      g_signal_connect_object (window, signal, G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
    }
  changed_cb (self);
  gtk_window_present (GTK_WINDOW (window));
  return window;
}

static GtkWidget *
open_window (QnApplication *self, const QnExperiment *experiment)
{
  g_autoptr (QnSession) session = qn_session_new (experiment);

  return show_session (self, session);
}

/* All that was open, at least one. */
static void
restore_windows (QnApplication *self)
{
  g_autofree char *problem = NULL;
  g_autoptr (GPtrArray) sessions = qn_desk_restore (&problem);
  GtkWidget *window = NULL;

  for (guint i = 0; i < sessions->len; i++)
    window = show_session (self, sessions->pdata[i]);
  if (window == NULL)
    window = open_window (self, NULL);
  if (problem != NULL)
    qn_window_complain (QN_WINDOW (window), _("The last session could not be restored"), problem);
}

static void
qn_application_window_removed (GtkApplication *application, GtkWindow *window)
{
  g_autoptr (GPtrArray) sessions = open_sessions (application);

  if (QN_IS_WINDOW (window) && sessions->len == 1)
    qn_desk_close (sessions->pdata[0]);
  else if (QN_IS_WINDOW (window))
    changed_cb (QN_APPLICATION (application));
  GTK_APPLICATION_CLASS (qn_application_parent_class)->window_removed (application, window);
}

/* Command line */

static const GOptionEntry options[] = {
  { "lab", 'l', 0, G_OPTION_ARG_STRING, NULL, N_("Open this lab"), N_("LAB") },
  { "preset", 'p', 0, G_OPTION_ARG_STRING, NULL, N_("Open this preset of the lab"), N_("PRESET") },
  { "version", 'v', 0, G_OPTION_ARG_NONE, NULL, N_("Print the version and exit"), NULL },
  { NULL },
};

/* FALSE with an error; *asked: whether the options name an experiment at all. */
static gboolean
experiment_from_options (GVariantDict *dict, QnExperiment *experiment, gboolean *asked, GError **error)
{
  const char *lab_id = NULL, *preset = NULL;
  const QnLab *lab = qn_lab_first ();

  *asked = g_variant_dict_lookup (dict, "lab", "&s", &lab_id);
  *asked |= g_variant_dict_lookup (dict, "preset", "&s", &preset);
  if (lab_id != NULL && (lab = qn_lab_find (lab_id)) == NULL)
    {
      qn_lab_set_unknown (lab_id, error);
      return FALSE;
    }
  if (preset != NULL)
    return qn_experiment_load_preset (experiment, lab, preset, error);
  qn_experiment_init_first (experiment, lab);
  return TRUE;
}

static int
qn_application_handle_local_options (GApplication *application, GVariantDict *dict)
{
  g_autoptr (GError) error = NULL;
  QnExperiment experiment;
  gboolean asked;

  if (g_variant_dict_contains (dict, "version"))
    {
      g_print ("quench %s\n", QN_VERSION);
      return 0;
    }
  if (!experiment_from_options (dict, &experiment, &asked, &error))
    {
      g_printerr ("quench: %s\n", error->message);
      return 2;
    }
  return -1;
}

static int
qn_application_command_line (GApplication *application, GApplicationCommandLine *command_line)
{
  QnApplication *self = QN_APPLICATION (application);
  GVariantDict *dict = g_application_command_line_get_options_dict (command_line);
  int argc;
  g_auto (GStrv) argv = g_application_command_line_get_arguments (command_line, &argc);
  QnExperiment experiment;
  gboolean asked;

  /* The remote instance may be of another version, with other labs. */
  if (!experiment_from_options (dict, &experiment, &asked, NULL))
    asked = FALSE;
  if (asked || argc > 1)
    qn_desk_leave ();
  if (argc < 2 && (asked || gtk_application_get_windows (GTK_APPLICATION (self)) != NULL))
    open_window (self, asked ? &experiment : NULL);
  else if (argc < 2)
    restore_windows (self);
  for (int i = 1; i < argc; i++)
    {
      g_autoptr (GFile) file = g_application_command_line_create_file_for_arg (command_line, argv[i]);

      qn_window_open_file (QN_WINDOW (open_window (self, asked ? &experiment : NULL)), file);
    }
  return 0;
}

/* Actions */

static void
new_window_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GtkWindow *active = gtk_application_get_active_window (data);

  /* A second machine beside the first, to be changed away from it. */
  open_window (data, QN_IS_WINDOW (active) ? qn_session_get_experiment (qn_window_get_session (QN_WINDOW (active))) : NULL);
}

static void
preferences_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  gtk_window_present (GTK_WINDOW (qn_preferences_new (gtk_application_get_active_window (data))));
}

static void
about_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  adw_show_about_window (gtk_application_get_active_window (data),
                         "application-name", _("Quench"),
                         "application-icon", QN_APP_ID,
                         "version", QN_VERSION,
                         "developer-name", _("The Quench authors"),
                         "comments", _("A laboratory for quantum thermodynamics: heat engines of a single quantum system, live."),
                         "website", "https://github.com/quenchlab/quench",
                         "issue-url", "https://github.com/quenchlab/quench/issues",
                         "copyright", _("© The Quench authors"),
                         "license-type", GTK_LICENSE_GPL_3_0,
                         /* TRANSLATORS: your names, one a line. */
                         "translator-credits", _("translator-credits"),
                         NULL);
}

/* Each window may have something to ask before it goes. */
static void
quit_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (data));

  for (GList *l = windows; l != NULL; l = l->next)
    {
      if (QN_IS_WINDOW (l->data))
        gtk_window_close (l->data);
    }
}

static const GActionEntry actions[] = {
  { .name = "new-window", .activate = new_window_action },
  { .name = "preferences", .activate = preferences_action },
  { .name = "about", .activate = about_action },
  { .name = "quit", .activate = quit_action },
};

static void
qn_application_startup (GApplication *application)
{
  qn_app_register_resource ();
  qn_icons_get_resource (); /* registers itself, once it is linked */
  G_APPLICATION_CLASS (qn_application_parent_class)->startup (application);
  qn_widgets_init ();
  qn_preferences_apply_style ();
  g_action_map_add_action_entries (G_ACTION_MAP (application), actions, G_N_ELEMENTS (actions), application);
  qn_actions_set_accels (GTK_APPLICATION (application));
}

static void
qn_application_activate (GApplication *application)
{
  GtkWindow *active = gtk_application_get_active_window (GTK_APPLICATION (application));

  if (active != NULL)
    gtk_window_present (active);
  else
    restore_windows (QN_APPLICATION (application));
}

static void
qn_application_query_end (QnApplication *self)
{
  qn_desk_flush ();
}

static void
qn_application_shutdown (GApplication *application)
{
  qn_desk_flush ();
  G_APPLICATION_CLASS (qn_application_parent_class)->shutdown (application);
}

static void
qn_application_class_init (QnApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  application_class->shutdown = qn_application_shutdown;
  GTK_APPLICATION_CLASS (klass)->window_removed = qn_application_window_removed;
  application_class->startup = qn_application_startup;
  application_class->activate = qn_application_activate;
  application_class->command_line = qn_application_command_line;
  application_class->handle_local_options = qn_application_handle_local_options;
}

static void
qn_application_init (QnApplication *self)
{
  GApplication *application = G_APPLICATION (self);

  g_signal_connect (self, "query-end", G_CALLBACK (qn_application_query_end), NULL);
  g_application_add_main_option_entries (application, options);
  g_application_set_option_context_parameter_string (application, _("[FILE…]"));
  g_application_set_option_context_summary (application, _("A laboratory for quantum thermodynamics."));
}

QnApplication *
qn_application_new (void)
{
  return g_object_new (QN_TYPE_APPLICATION,
                       "application-id", QN_APP_ID,
                       "flags", G_APPLICATION_HANDLES_COMMAND_LINE,
                       "register-session", TRUE,
                       "resource-base-path", "/io/github/quenchlab/Quench",
                       NULL);
}

void
qn_application_prepare (void)
{
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_set_application_name (_("Quench"));
  gsl_set_error_handler_off ();
}
