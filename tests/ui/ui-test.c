/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui-test.h"

#include "widgets/qn-widgets-init.h"
#include "widgets/qn-widgets.h"

void
ui_init (int *argc, char ***argv)
{
  g_setenv ("GTK_A11Y", "test", TRUE);
  g_test_init (argc, argv, NULL);
  g_log_set_always_fatal (G_LOG_LEVEL_MASK & ~(G_LOG_LEVEL_MESSAGE | G_LOG_LEVEL_INFO | G_LOG_LEVEL_DEBUG));
  gtk_init ();
  qn_widgets_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, "gtk-cursor-blink", FALSE, NULL);
}

static gboolean
count_frame (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  int *left = data;

  (*left)--;
  return *left > 0;
}

static gboolean
give_up (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

void
ui_settle (GtkWidget *widget, int frames)
{
  int left = frames + 2;
  gboolean late = FALSE;
  guint timeout = g_timeout_add_seconds (120, give_up, &late);

  gtk_widget_add_tick_callback (widget, count_frame, &left, NULL);
  while (left > 0 && !late)
    g_main_context_iteration (NULL, TRUE);
  if (left > 0)
    g_error ("no frames are drawn");
  /* A machine that is busy never comes to an end of what is due. */
  for (int i = 0; i < 100 && g_main_context_iteration (NULL, FALSE); i++)
    ;
  g_source_remove (timeout);
}

GtkWidget *
ui_show (GtkWidget *widget, int width, int height)
{
  GtkWidget *window = gtk_window_new ();

  gtk_window_set_default_size (GTK_WINDOW (window), width, height);
  gtk_window_set_decorated (GTK_WINDOW (window), FALSE);
  gtk_window_set_child (GTK_WINDOW (window), widget);
  gtk_window_present (GTK_WINDOW (window));
  ui_settle (window, 2);
  return window;
}

void
ui_close (GtkWidget *window)
{
  gtk_window_destroy (GTK_WINDOW (window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

gboolean
ui_has_label (GtkWidget *widget, const char *label)
{
  g_autofree char *wrong = gtk_test_accessible_check_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, label);

  return wrong == NULL;
}

GtkWidget *
ui_find (GtkWidget *widget, GType type, const char *label)
{
  if ((type == G_TYPE_NONE || G_TYPE_CHECK_INSTANCE_TYPE (widget, type)) && (!label || ui_has_label (widget, label)))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = ui_find (child, type, label);

      if (found)
        return found;
    }
  return NULL;
}

void
ui_type (GtkWidget *widget, const char *text)
{
  GtkWidget *entry = ui_find (widget, GTK_TYPE_ENTRY, NULL);

  gtk_widget_grab_focus (entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  g_signal_emit_by_name (entry, "activate");
}

/* GtkShortcutController is a list of its shortcuts. */
static gboolean
try_shortcuts (GtkEventController *controller, GtkWidget *widget, guint key, GdkModifierType modifiers)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (controller)); i++)
    {
      g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), i);
      GtkShortcutTrigger *trigger = gtk_shortcut_get_trigger (shortcut);

      if (!GTK_IS_KEYVAL_TRIGGER (trigger)
          || gtk_keyval_trigger_get_keyval (GTK_KEYVAL_TRIGGER (trigger)) != key
          || gtk_keyval_trigger_get_modifiers (GTK_KEYVAL_TRIGGER (trigger)) != modifiers)
        continue;
      if (gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), GTK_SHORTCUT_ACTION_EXCLUSIVE, widget, gtk_shortcut_get_arguments (shortcut)))
        return TRUE;
    }
  return FALSE;
}

static gboolean
offer_key (GtkWidget *widget, gboolean capture, guint key, GdkModifierType modifiers)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);
  gboolean taken = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers) && !taken; i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
      gboolean early = gtk_event_controller_get_propagation_phase (controller) == GTK_PHASE_CAPTURE;

      if (early != capture)
        continue;
      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", key, 0, modifiers, &taken);
      else if (GTK_IS_SHORTCUT_CONTROLLER (controller) && !GTK_IS_WINDOW (widget))
        taken = try_shortcuts (controller, widget, key, modifiers);
    }
  return taken;
}

static gboolean
capture_key (GtkWidget *widget, guint key, GdkModifierType modifiers)
{
  GtkWidget *parent = gtk_widget_get_parent (widget);

  return (parent && capture_key (parent, key, modifiers)) || offer_key (widget, TRUE, key, modifiers);
}

/* Up from the widget to its window; Space and Enter that nobody takes activate it, as GtkWindow has it. */
gboolean
ui_press (GtkWidget *widget, guint key, GdkModifierType modifiers)
{
  if (capture_key (widget, key, modifiers))
    return TRUE;
  for (GtkWidget *each = widget; each; each = gtk_widget_get_parent (each))
    if (offer_key (each, FALSE, key, modifiers))
      return TRUE;
  return (key == GDK_KEY_space || key == GDK_KEY_Return) && modifiers == 0 && gtk_widget_activate (widget);
}

static gboolean
is_control (GtkWidget *widget)
{
  return gtk_widget_get_focusable (widget) && (GTK_IS_BUTTON (widget) || GTK_IS_MENU_BUTTON (widget) || GTK_IS_RANGE (widget) || GTK_IS_ENTRY (widget)
                                               || GTK_IS_SWITCH (widget) || GTK_IS_DROP_DOWN (widget) || g_str_has_prefix (G_OBJECT_TYPE_NAME (widget), "Qn"));
}

static void
list_unnamed (GtkWidget *widget, GString *list)
{
  GtkAccessible *accessible = GTK_ACCESSIBLE (widget);

  if (is_control (widget) && !gtk_test_accessible_has_property (accessible, GTK_ACCESSIBLE_PROPERTY_LABEL)
      && !(GTK_IS_BUTTON (widget) && gtk_button_get_label (GTK_BUTTON (widget)))
      && !(gtk_widget_get_parent (widget) && GTK_IS_MENU_BUTTON (gtk_widget_get_parent (widget))))
    g_string_append_printf (list, " %s", G_OBJECT_TYPE_NAME (widget));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    list_unnamed (child, list);
}

void
ui_assert_named (GtkWidget *widget)
{
  g_autoptr (GString) list = g_string_new (NULL);

  list_unnamed (widget, list);
  g_assert_cmpstr (list->str, ==, "");
}

QnSnapshot *
ui_snapshot (const char *lab, const char *id, double value)
{
  g_autoptr (GError) error = NULL;
  QnExperiment experiment;
  QnSnapshot *snapshot;

  qn_experiment_init (&experiment, qn_lab_find (lab));
  if (id)
    qn_experiment_set (&experiment, id, value, &error);
  g_assert_no_error (error);
  snapshot = qn_snapshot_new_for (&experiment, 0, NULL, &error);
  g_assert_no_error (error);
  return snapshot;
}
