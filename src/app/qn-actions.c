/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/qn-actions.h"

#include <glib/gi18n-lib.h>

#include "widgets/qn-parameter-row.h"
#include "widgets/qn-parameter-scale.h"

#define RUN N_("Running")
#define EDIT N_("Experiment")
#define FIGURES N_("Figures")
#define WINDOW N_("Window")

static const QnActionInfo actions[] = {
  { "win.play", "space", N_("Play or pause"), RUN, TRUE },
  { "win.step", "period <Control>period", N_("To the end of the stroke"), RUN, TRUE },
  { "win.reset", "<Control>r", N_("Back to the start state"), RUN, FALSE },
  { "win.slower", "bracketleft <Control>bracketleft", N_("Slower"), RUN, TRUE },
  { "win.faster", "bracketright <Control>bracketright", N_("Faster"), RUN, TRUE },

  { "win.undo", "<Control>z", N_("Undo"), EDIT, TRUE },
  { "win.redo", "<Control><Shift>z <Control>y", N_("Redo"), EDIT, TRUE },
  { "win.restore", "<Control><Shift>r", N_("Restore all parameters"), EDIT, FALSE },
  { "win.open", "<Control>o", N_("Open"), EDIT, FALSE },
  { "win.save", "<Control>s", N_("Save"), EDIT, FALSE },
  { "win.save-as", "<Control><Shift>s", N_("Save as"), EDIT, FALSE },

  { "win.export", "<Control>e", N_("Export the figure"), FIGURES, FALSE },
  { "win.copy-picture", "<Control><Shift>c", N_("Copy the figure as a picture"), FIGURES, FALSE },
  { "win.copy-data", "<Control><Shift>d", N_("Copy the figure's data"), FIGURES, FALSE },
  { "win.enlarge", "<Control>Return <Control>KP_Enter", N_("Enlarge the figure, or back"), FIGURES, FALSE },
  { "win.next-figure", "<Control>Page_Down", N_("Next figure"), FIGURES, FALSE },
  { "win.previous-figure", "<Control>Page_Up", N_("Previous figure"), FIGURES, FALSE },

  { "win.start-sidebar", "F9", N_("Labs and presets"), WINDOW, FALSE },
  { "win.end-sidebar", "<Shift>F9", N_("Controls"), WINDOW, FALSE },
  { "win.about-machine", "<Control>i", N_("About this machine"), WINDOW, FALSE },
  { "win.menu", "F10", N_("Main menu"), WINDOW, FALSE },
  { "win.fullscreen", "F11", N_("Full screen"), WINDOW, FALSE },
  { "win.shortcuts", "<Control>question F1", N_("Keyboard shortcuts"), WINDOW, FALSE },
  { "app.preferences", "<Control>comma", N_("Preferences"), WINDOW, FALSE },
  { "app.new-window", "<Control>n", N_("New window"), WINDOW, FALSE },
  { "app.about", NULL, N_("About Quench"), WINDOW, FALSE },
  { "window.close", "<Control>w", N_("Close the window"), WINDOW, FALSE },
  { "app.quit", "<Control>q", N_("Quit"), WINDOW, FALSE },
};

const QnActionInfo *
qn_actions (gsize *n)
{
  if (n != NULL)
    *n = G_N_ELEMENTS (actions);
  return actions;
}

void
qn_actions_set_accels (GtkApplication *application)
{
  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      g_auto (GStrv) keys = NULL;

      if (actions[i].keys == NULL || actions[i].after_focus)
        continue;
      keys = g_strsplit (actions[i].keys, " ", -1);
      gtk_application_set_accels_for_action (application, actions[i].action, (const char *const *) keys);
    }
}

/* GtkText takes Ctrl+Z even where it has nothing to undo. Once what was typed is the parameter's
 * value it is a step of the session's; before that Ctrl+Z belongs to the typing. */
static gboolean
undo_in_entry (GtkWidget *widget, GVariant *arguments, gpointer action)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (widget));
  GtkWidget *row = focus != NULL ? gtk_widget_get_ancestor (focus, QN_TYPE_PARAMETER_ROW) : NULL;
  double value;

  if (row == NULL || !GTK_IS_EDITABLE (focus)
      || !qn_parameter_parse (qn_parameter_row_get_parameter (QN_PARAMETER_ROW (row)), gtk_editable_get_text (GTK_EDITABLE (focus)), &value, NULL)
      || value != qn_parameter_row_get_value (QN_PARAMETER_ROW (row)))
    return FALSE;
  gtk_widget_activate_action (widget, action, NULL);
  return TRUE;
}

static void
add_entry_keys (GtkWidget *window)
{
  static const char *const keys[][2] = { { "<Control>z", "win.undo" }, { "<Control><Shift>z", "win.redo" }, { "<Control>y", "win.redo" } };
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                          gtk_shortcut_new (gtk_shortcut_trigger_parse_string (keys[i][0]),
                                                            gtk_callback_action_new (undo_in_entry, (gpointer) keys[i][1], NULL)));
  gtk_widget_add_controller (window, controller);
}

void
qn_actions_add_to_window (GtkWidget *window)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_event_controller_set_name (controller, "quench-after-focus");
  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      g_auto (GStrv) keys = NULL;

      if (!actions[i].after_focus)
        continue;
      keys = g_strsplit (actions[i].keys, " ", -1);
      for (int k = 0; keys[k] != NULL; k++)
        gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                              gtk_shortcut_new (gtk_shortcut_trigger_parse_string (keys[k]), gtk_named_action_new (actions[i].action)));
    }
  gtk_widget_add_controller (window, controller);
  add_entry_keys (window);
}

static void
append_shortcut (GString *xml, const char *title, const char *keys)
{
  g_autofree char *text = g_markup_escape_text (title, -1);
  g_autofree char *accel = g_markup_escape_text (keys, -1);

  g_string_append_printf (xml, "<child><object class='GtkShortcutsShortcut'><property name='title'>%s</property><property name='accelerator'>%s</property></object></child>", text, accel);
}

static void
append_group (GString *xml, const char *group, const char *const (*more)[2], gsize n_more)
{
  g_autofree char *title = g_markup_escape_text (_(group), -1);

  g_string_append_printf (xml, "<child><object class='GtkShortcutsGroup'><property name='title'>%s</property>", title);
  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      if (actions[i].keys != NULL && g_str_equal (actions[i].group, group))
        append_shortcut (xml, _(actions[i].title), actions[i].keys);
    }
  for (gsize i = 0; i < n_more; i++)
    append_shortcut (xml, _(more[i][0]), more[i][1]);
  g_string_append (xml, "</object></child>");
}

/* High enough for two columns on one page: GTK 4.8 warns of the size of its own page buttons. */
static void
begin_section (GString *xml, const char *name, const char *title)
{
  g_autofree char *text = g_markup_escape_text (title, -1);

  g_string_append_printf (xml, "<child><object class='GtkShortcutsSection'><property name='section-name'>%s</property>"
                               "<property name='title'>%s</property><property name='max-height'>17</property>", name, text);
}

static void
end_section (GString *xml)
{
  g_string_append (xml, "</object></child>");
}

/* GTK 4.8 builds a GtkShortcutsWindow from a builder file only. */
GtkWidget *
qn_actions_shortcuts_window (void)
{
  static const char *const focused[][2] = {
    { N_("Enlarge or restore"), "Return" },
    { N_("Back to board"), "Escape" },
    { N_("Figure menu"), "<Shift>F10" },
    { N_("Rotate the sphere"), "Left Right Up Down" },
    { N_("Zoom the sphere"), "plus minus" },
    { N_("Reset view of the sphere"), "0" },
  };
  g_autoptr (GString) xml = g_string_new ("<interface><object class='GtkShortcutsWindow' id='window'><property name='modal'>1</property>");
  g_autoptr (GtkBuilder) builder = NULL;

  begin_section (xml, "machine", _("Machine and experiment"));
  append_group (xml, RUN, NULL, 0);
  append_group (xml, EDIT, NULL, 0);
  end_section (xml);
  begin_section (xml, "window", _("Figures and window"));
  append_group (xml, FIGURES, NULL, 0);
  append_group (xml, N_("On a focused figure"), focused, G_N_ELEMENTS (focused));
  append_group (xml, WINDOW, NULL, 0);
  end_section (xml);
  g_string_append (xml, "</object></interface>");
  builder = gtk_builder_new_from_string (xml->str, (gssize) xml->len);
  return GTK_WIDGET (gtk_builder_get_object (builder, "window")); /* GTK keeps its windows */
}
