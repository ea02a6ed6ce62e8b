/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-test.h"

#include "widgets/qn-parameter-panel.h"
#include "app/qn-settings.h"

static QnApplication *application;

void
app_init (int *argc, char ***argv)
{
  g_autoptr (GError) error = NULL;

  g_setenv ("GTK_A11Y", "test", TRUE);
  g_test_init (argc, argv, NULL);
  g_log_set_always_fatal (G_LOG_LEVEL_MASK & ~(G_LOG_LEVEL_MESSAGE | G_LOG_LEVEL_INFO | G_LOG_LEVEL_DEBUG));
  qn_application_prepare ();
  application = qn_application_new ();
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, "gtk-cursor-blink", FALSE, NULL);
}

gboolean
app_late (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_CONTINUE;
}

gboolean
app_pulse (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

void
app_idle (guint milliseconds)
{
  gboolean over = FALSE;
  guint timeout = g_timeout_add (milliseconds, app_late, &over);

  while (!over)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (timeout);
}

static gboolean
shows_something (QnWindow *window)
{
  return qn_figure_view_get_snapshot (qn_figure_board_get_view (qn_window_get_board (window), 0)) != NULL;
}

QnWindow *
app_window (const QnExperiment *experiment, int width, int height)
{
  g_autoptr (QnSession) session = qn_session_new (experiment);
  QnWindow *window;

  /* What the window before has left behind. */
  qn_settings_set_boolean ("left-sidebar", TRUE);
  qn_settings_set_boolean ("right-sidebar", TRUE);
  window = QN_WINDOW (qn_window_new (GTK_APPLICATION (application), session));
  gtk_window_set_default_size (GTK_WINDOW (window), width, height);
  gtk_window_present (GTK_WINDOW (window));
  app_wait (shows_something (window));
  ui_settle (GTK_WIDGET (window), 2);
  return window;
}

static gboolean
has_size (QnWindow *window, int width, int height)
{
  return gtk_widget_get_width (GTK_WIDGET (window)) == width && gtk_widget_get_height (GTK_WIDGET (window)) == height;
}

void
app_resize (QnWindow *window, int width, int height)
{
  static const int borders[] = { 0, 10 };

  /* Where nothing draws shadows GTK 4.8 draws a border, and counts it in. */
  for (gsize i = 0; i < G_N_ELEMENTS (borders); i++)
    {
      gtk_window_set_default_size (GTK_WINDOW (window), width + borders[i], height + borders[i]);
      for (int k = 0; k < 20 && !has_size (window, width, height); k++)
        app_idle (20);
      if (has_size (window, width, height))
        break;
    }
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (window)), ==, width);
  g_assert_cmpint (gtk_widget_get_height (GTK_WIDGET (window)), ==, height);
  ui_settle (GTK_WIDGET (window), 3);
}

void
app_close (QnWindow *window)
{
  gtk_window_close (GTK_WINDOW (window));
  app_wait (gtk_application_get_windows (GTK_APPLICATION (application)) == NULL);
}

void
app_act (QnWindow *window, const char *action)
{
  if (!gtk_widget_activate_action (GTK_WIDGET (window), action, NULL))
    g_error ("%s cannot be activated", action);
}

GtkWindow *
app_dialog (GType type)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (toplevels, i);

      if (G_TYPE_CHECK_INSTANCE_TYPE (window, type) && gtk_widget_get_visible (GTK_WIDGET (window)))
        return window;
    }
  return NULL;
}

static QnParameterRow *
row_of (QnWindow *window, const char *id)
{
  GtkWidget *panel = ui_find (GTK_WIDGET (window), QN_TYPE_PARAMETER_PANEL, NULL);

  g_assert_nonnull (panel);
  return qn_parameter_panel_get_row (QN_PARAMETER_PANEL (panel), id);
}

void
app_edit (QnWindow *window, const char *id, double value)
{
  QnParameterRow *row = row_of (window, id);

  qn_parameter_row_set_value (row, value);
  g_signal_emit_by_name (row, "value-changed", value, FALSE);
}

double
app_value (QnWindow *window, const char *id)
{
  return qn_parameter_row_get_value (row_of (window, id));
}
