/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window: how it opens, its actions, undo, sizes, rest. */
#include <math.h>

#include "app-test.h"
#include "app/qn-about-machine.h"
#include "app/qn-actions.h"
#include "app/qn-desk.h"
#include "app/qn-lab-list.h"
#include "app/qn-panes.h"
#include "widgets/qn-parameter-panel.h"
#include "widgets/qn-result-strip.h"
#include "app/qn-settings.h"
#include "app/qn-transport.h"

static QnSnapshot *
shown (QnWindow *window)
{
  return qn_figure_view_get_snapshot (qn_figure_board_get_view (qn_window_get_board (window), 0));
}

static const QnExperiment *
experiment (QnWindow *window)
{
  return qn_session_get_experiment (qn_window_get_session (window));
}

static gboolean
up_to_date (QnWindow *window)
{
  return qn_experiment_equal (&shown (window)->experiment, experiment (window));
}

/* Text anywhere below. */
static GtkWidget *
find_text (GtkWidget *widget, const char *text)
{
  if (GTK_IS_LABEL (widget) && g_strcmp0 (gtk_label_get_text (GTK_LABEL (widget)), text) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_text (child, text);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
test_opens (void)
{
  QnWindow *window = app_window (NULL, 1280, 800);
  guint64 serial;

  g_assert_cmpstr (experiment (window)->lab->id, ==, "otto");
  g_assert_cmpstr (experiment (window)->preset, ==, "textbook");
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (window)), ==, "Otto cycle – Textbook engine");
  g_assert_true (qn_session_get_playing (qn_window_get_session (window)));
  g_assert_cmpuint (qn_figure_board_get_n_views (qn_window_get_board (window)), ==, 4);
  g_assert_nonnull (find_text (GTK_WIDGET (window), "Drag a temperature"));
  g_assert_null (qn_window_get_problem (window));
  serial = shown (window)->serial;
  app_wait (shown (window)->serial != serial && shown (window)->now.time > 0);
  g_assert_true (shown (window)->running);
  app_close (window);
}

static void
test_actions (void)
{
  gsize n;
  const QnActionInfo *actions = qn_actions (&n);
  QnWindow *window = app_window (NULL, 1000, 700);
  g_autoptr (GHashTable) keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  g_assert_cmpuint (n, >, 20);
  for (gsize i = 0; i < n; i++)
    {
      g_auto (GStrv) parts = g_strsplit (actions[i].keys != NULL ? actions[i].keys : "", " ", -1);

      g_test_message ("%s", actions[i].action);
      for (gsize k = 0; parts[k] != NULL; k++)
        {
          guint key;
          GdkModifierType modifiers;
          g_autofree char *name = NULL;

          g_assert_true (gtk_accelerator_parse (parts[k], &key, &modifiers));
          name = gtk_accelerator_name (key, modifiers);
          g_assert_true (g_hash_table_add (keys, g_steal_pointer (&name)));
        }
      if (g_str_equal (actions[i].action, "app.quit") || g_str_equal (actions[i].action, "window.close")
          || g_str_equal (actions[i].action, "app.new-window"))
        continue;
      app_edit (window, "hot.temperature", 5.0 + 0.01 * i);
      if (g_str_equal (actions[i].action, "win.redo"))
        app_act (window, "win.undo");
      app_act (window, actions[i].action);
      app_idle (50);
      for (GtkWindow *dialog; (dialog = app_dialog (GTK_TYPE_SHORTCUTS_WINDOW)) || (dialog = app_dialog (GTK_TYPE_FILE_CHOOSER_DIALOG))
                              || (dialog = app_dialog (ADW_TYPE_PREFERENCES_WINDOW)) || (dialog = app_dialog (ADW_TYPE_ABOUT_WINDOW))
                              || (dialog = app_dialog (QN_TYPE_ABOUT_MACHINE));)
        {
          gtk_window_close (dialog);
          app_idle (20);
        }
    }
  app_act (window, "win.fullscreen");
  app_close (window);
}

/* Bare panes, as in full screen, show figures and results only, and give the rest back. */
static void
test_bare (void)
{
  QnWindow *window = app_window (NULL, 1280, 800);
  GtkWidget *panes = ui_find (GTK_WIDGET (window), QN_TYPE_PANES, NULL), *top = ui_find (GTK_WIDGET (window), ADW_TYPE_HEADER_BAR, NULL);
  GtkWidget *board = ui_find (GTK_WIDGET (window), QN_TYPE_FIGURE_BOARD, NULL);
  int before = gtk_widget_get_width (board);

  g_assert_true (gtk_widget_get_mapped (top));
  qn_panes_set_bare (QN_PANES (panes), TRUE);
  app_wait (!gtk_widget_get_mapped (top) && gtk_widget_get_width (board) > before + 200);
  qn_panes_set_bare (QN_PANES (panes), FALSE);
  app_wait (gtk_widget_get_mapped (top) && gtk_widget_get_width (board) < before + 100);
  app_close (window);
}

static void
test_undo (void)
{
  QnWindow *window = app_window (NULL, 1280, 800);
  QnExperiment before = *experiment (window);

  g_assert_false (gtk_widget_get_sensitive (ui_find (GTK_WIDGET (window), GTK_TYPE_BUTTON, "Undo")));
  app_edit (window, "hot.temperature", 5.25);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.choose", "(ss)", "carnot", "");
  g_assert_cmpstr (experiment (window)->lab->id, ==, "carnot");
  app_wait (up_to_date (window));
  app_act (window, "win.undo");
  g_assert_cmpfloat (app_value (window, "hot.temperature"), ==, 5.25);
  app_act (window, "win.undo");
  g_assert_cmpmem (experiment (window)->value, sizeof before.value, before.value, sizeof before.value);
  g_assert_cmpfloat (app_value (window, "hot.temperature"), ==, qn_experiment_get (&before, "hot.temperature"));
  app_wait (up_to_date (window));
  app_act (window, "win.redo");
  g_assert_cmpfloat (app_value (window, "hot.temperature"), ==, 5.25);
  app_act (window, "win.restore");
  g_assert_true (qn_experiment_equal (experiment (window), &before));
  app_close (window);
}

/* One drag of many moves is one step. */
static void
test_drag (void)
{
  QnWindow *window = app_window (NULL, 1280, 800);
  GtkWidget *panel = ui_find (GTK_WIDGET (window), QN_TYPE_PARAMETER_PANEL, NULL);
  QnParameterRow *row = qn_parameter_panel_get_row (QN_PARAMETER_PANEL (panel), "hot.temperature");
  double before = app_value (window, "hot.temperature");

  g_signal_emit_by_name (row, "drag-begin");
  for (int i = 0; i < 60; i++)
    {
      qn_parameter_row_set_value (row, 4 + 0.05 * i);
      g_signal_emit_by_name (row, "value-changed", 4 + 0.05 * i, TRUE);
      ui_settle (GTK_WIDGET (window), 0);
    }
  g_signal_emit_by_name (row, "drag-end");
  app_wait (up_to_date (window));
  g_assert_cmpfloat (qn_experiment_get (&shown (window)->experiment, "hot.temperature"), ==, 4 + 0.05 * 59);
  app_act (window, "win.undo");
  g_assert_cmpfloat (app_value (window, "hot.temperature"), ==, before);
  g_assert_false (gtk_widget_get_sensitive (ui_find (GTK_WIDGET (window), GTK_TYPE_BUTTON, "Undo")));
  app_close (window);
}

static void
count_frame (GdkFrameClock *clock, int *frames)
{
  (*frames)++;
}

static void
test_rests (void)
{
  QnWindow *window = app_window (NULL, 1280, 800);
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (window));
  int frames = 0;
  double time;
  gulong id;

  g_assert_true (qn_window_get_ticking (window));
  app_act (window, "win.play");
  app_wait (!qn_window_get_ticking (window));
  app_idle (300);
  id = g_signal_connect (clock, "update", G_CALLBACK (count_frame), &frames);
  app_idle (700);
  g_assert_cmpint (frames, ==, 0);
  time = shown (window)->now.time;
  app_act (window, "win.step");
  g_assert_true (qn_window_get_ticking (window));
  app_wait (shown (window)->now.time > time);
  app_wait (!qn_window_get_ticking (window));
  app_edit (window, "hot.temperature", 6);
  app_wait (up_to_date (window));
  app_wait (!qn_window_get_ticking (window));
  app_act (window, "win.play");
  app_wait (frames > 20);
  g_signal_handler_disconnect (clock, id);
  app_close (window);
}

static void
test_hidden (void)
{
  QnWindow *window = app_window (NULL, 1000, 700);

  gtk_widget_set_visible (GTK_WIDGET (window), FALSE);
  g_assert_false (qn_window_get_ticking (window));
  g_assert_true (qn_session_get_playing (qn_window_get_session (window)));
  gtk_window_present (GTK_WINDOW (window));
  app_wait (qn_window_get_ticking (window));
  app_close (window);
}

static void
test_lab_switch (void)
{
  gsize n, n_presets;
  const QnLab *const *labs = qn_labs (&n);
  QnWindow *window = app_window (NULL, 1280, 800);

  qn_session_set_speed (qn_window_get_session (window), "max");
  for (int round = 0; round < 2; round++)
    {
      for (gsize i = 0; i < n; i++)
        {
          const QnPreset *presets = qn_lab_presets (labs[i], &n_presets);

          for (gsize k = 0; k < n_presets; k++)
            {
              gtk_widget_activate_action (GTK_WIDGET (window), "win.choose", "(ss)", labs[i]->id, presets[k].id);
              g_assert_cmpstr (experiment (window)->lab->id, ==, labs[i]->id);
              if (round == 0)
                app_wait (up_to_date (window));
              g_assert_true (qn_session_get_playing (qn_window_get_session (window)));
            }
        }
    }
  app_wait (up_to_date (window));
  g_assert_null (qn_window_get_problem (window));
  app_close (window);
}

static void
test_close_at_once (void)
{
  for (int i = 0; i < 5; i++)
    {
      QnWindow *window = app_window (NULL, 900, 700);

      qn_session_set_speed (qn_window_get_session (window), "max");
      app_edit (window, "hot.temperature", 5 + i);
      app_close (window);
    }
}

static void
assert_within (GtkWidget *widget, GtkWidget *window)
{
  graphene_rect_t box;

  g_assert_true (gtk_widget_compute_bounds (widget, window, &box));
  g_assert_cmpfloat (box.origin.x, >=, -0.5);
  g_assert_cmpfloat (box.origin.y, >=, -0.5);
  g_assert_cmpfloat (box.origin.x + box.size.width, <=, gtk_widget_get_width (window) + 0.5);
  g_assert_cmpfloat (box.origin.y + box.size.height, <=, gtk_widget_get_height (window) + 0.5);
}

static void
test_sizes (void)
{
  static const struct
  {
    int width, height;
    gboolean start_folded, end_folded;
  } sizes[] = {
    { 1370, 950, FALSE, FALSE }, { 1060, 700, FALSE, FALSE }, { 1059, 700, FALSE, TRUE }, { 760, 600, FALSE, TRUE }, { 759, 600, TRUE, TRUE },
    { 720, 600, TRUE, TRUE }, { 360, 640, TRUE, TRUE }, { 360, 480, TRUE, TRUE }, { 800, 500, FALSE, TRUE }, { 1280, 800, FALSE, FALSE }, { 360, 640, TRUE, TRUE }, { 1280, 800, FALSE, FALSE },
  };
  QnWindow *window = app_window (NULL, 1280, 800);
  QnPanes *panes = QN_PANES (ui_find (GTK_WIDGET (window), QN_TYPE_PANES, NULL));

  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_test_message ("%d x %d", sizes[i].width, sizes[i].height);
      app_resize (window, sizes[i].width, sizes[i].height);
      g_assert_cmpint (qn_panes_get_start_folded (panes), ==, sizes[i].start_folded);
      g_assert_cmpint (qn_panes_get_end_folded (panes), ==, sizes[i].end_folded);
      g_assert_cmpint (qn_panes_get_show_start (panes), ==, !sizes[i].start_folded);
      g_assert_cmpint (qn_panes_get_show_end (panes), ==, !sizes[i].end_folded);
      assert_within (GTK_WIDGET (qn_window_get_board (window)), GTK_WIDGET (window));
      assert_within (ui_find (GTK_WIDGET (window), GTK_TYPE_MENU_BUTTON, "Main menu"), GTK_WIDGET (window));
      assert_within (ui_find (GTK_WIDGET (window), QN_TYPE_TRANSPORT, NULL), GTK_WIDGET (window));
      assert_within (ui_find (GTK_WIDGET (window), QN_TYPE_RESULT_STRIP, NULL), GTK_WIDGET (window));
      if (sizes[i].end_folded)
        {
          app_act (window, "win.end-sidebar");
          ui_settle (GTK_WIDGET (window), 3);
          g_assert_true (qn_panes_get_show_end (panes));
          assert_within (ui_find (GTK_WIDGET (window), QN_TYPE_PARAMETER_ROW, NULL), GTK_WIDGET (window));
          app_act (window, "win.end-sidebar");
        }
    }
  app_close (window);
}

static void
gather (GtkWidget *widget, GString *text)
{
  if (GTK_IS_LABEL (widget))
    g_string_append_printf (text, "%s\n", gtk_label_get_text (GTK_LABEL (widget)));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    gather (child, text);
}

/* "About this machine" has every section of the lab, equations without their tab, and follows the lab. */
static void
test_about_machine (void)
{
  gsize n;
  const QnLab *const *labs = qn_labs (&n);
  QnWindow *window = app_window (NULL, 1280, 800);
  GtkWindow *about;

  app_act (window, "win.about-machine");
  about = app_dialog (QN_TYPE_ABOUT_MACHINE);
  g_assert_nonnull (about);
  for (gsize i = 0; i < n; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);

      gtk_widget_activate_action (GTK_WIDGET (window), "win.choose", "(ss)", labs[i]->id, "");
      gather (GTK_WIDGET (about), text);
      g_assert_nonnull (strstr (text->str, labs[i]->name));
      for (const QnAboutSection *section = labs[i]->about; section && section->title; section++)
        {
          g_autofree char *plain = NULL;
          g_auto (GStrv) lines = NULL;

          g_assert_true (pango_parse_markup (section->text, -1, 0, NULL, &plain, NULL, NULL));
          lines = g_strsplit (plain, "\n", -1);
          g_assert_nonnull (strstr (text->str, section->title));
          for (gsize k = 0; lines[k]; k++)
            g_assert_nonnull (strstr (text->str, g_strstrip (lines[k])));
        }
      g_assert_null (strchr (text->str, '\t'));
      for (const QnAboutSection *section = labs[i]->about + 1; section->title; section++)
        g_assert_true (strstr (text->str, "What to look for") <= strstr (text->str, section->title));
    }
  app_act (window, "win.about-machine");
  g_assert_true (app_dialog (QN_TYPE_ABOUT_MACHINE) == about);
  gtk_window_close (about);
  app_idle (20);
  g_assert_null (app_dialog (QN_TYPE_ABOUT_MACHINE));
  app_act (window, "win.about-machine");
  g_assert_nonnull (app_dialog (QN_TYPE_ABOUT_MACHINE));
  app_close (window);
}

static int
count_mapped (GtkWidget *widget, GType type)
{
  int n = G_TYPE_CHECK_INSTANCE_TYPE (widget, type) && gtk_widget_get_mapped (widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    n += count_mapped (child, type);
  return n;
}

/* With text of twice the size the strip still tells numbers, and the window still narrows to 372 pixels, of one and a half times to 360, and the sidebar to its pane. */
static void
test_large_text (void)
{
  GtkSettings *settings = gtk_settings_get_default ();
  QnWindow *window = app_window (NULL, 1280, 800);
  int dpi;

  g_object_get (settings, "gtk-xft-dpi", &dpi, NULL);
  g_object_set (settings, "gtk-xft-dpi", 2 * 96 * 1024, NULL);
  ui_settle (GTK_WIDGET (window), 3);
  assert_within (ui_find (GTK_WIDGET (window), QN_TYPE_PARAMETER_ROW, NULL), GTK_WIDGET (window));
  g_assert_cmpint (count_mapped (ui_find (GTK_WIDGET (window), QN_TYPE_RESULT_STRIP, NULL), GTK_TYPE_INSCRIPTION), >=, 2);
  app_resize (window, 372, 640);
  assert_within (GTK_WIDGET (qn_window_get_board (window)), GTK_WIDGET (window));
  g_object_set (settings, "gtk-xft-dpi", 144 * 1024, NULL);
  app_resize (window, 360, 640);
  assert_within (GTK_WIDGET (qn_window_get_board (window)), GTK_WIDGET (window));
  g_object_set (settings, "gtk-xft-dpi", dpi, NULL);
  app_close (window);
}

/* The list is one stop of the Tab key. */
static void
test_list_tab (void)
{
  QnWindow *window = app_window (NULL, 1280, 800);
  GtkWidget *labs = ui_find (GTK_WIDGET (window), QN_TYPE_LAB_LIST, NULL);
  int rows = 0, stops = 0;

  gtk_window_set_focus (GTK_WINDOW (window), NULL);
  while (gtk_widget_child_focus (labs, GTK_DIR_TAB_FORWARD) && stops++ < 20)
    rows += GTK_IS_LIST_BOX_ROW (gtk_window_get_focus (GTK_WINDOW (window)));
  g_assert_cmpint (rows, ==, 1);
  g_assert_cmpint (stops, ==, 3);
  rows = 0;
  for (int i = 0; i < 3; i++)
    rows += gtk_widget_child_focus (labs, GTK_DIR_TAB_BACKWARD) && GTK_IS_LIST_BOX_ROW (gtk_window_get_focus (GTK_WINDOW (window)));
  g_assert_cmpint (rows, ==, 1);
  app_close (window);
}

static void
test_sidebar_wish (void)
{
  QnWindow *window = app_window (NULL, 1280, 800);
  QnPanes *panes = QN_PANES (ui_find (GTK_WIDGET (window), QN_TYPE_PANES, NULL));

  app_act (window, "win.start-sidebar");
  g_assert_false (qn_panes_get_show_start (panes));
  app_resize (window, 600, 700);
  app_act (window, "win.start-sidebar");
  g_assert_true (qn_panes_get_show_start (panes));
  app_resize (window, 1280, 800);
  g_assert_false (qn_panes_get_show_start (panes));
  g_assert_true (qn_panes_get_show_end (panes));
  app_close (window);
  g_assert_false (qn_settings_get_boolean ("left-sidebar"));
  qn_settings_set_boolean ("left-sidebar", TRUE);
}

static void
test_names (void)
{
  QnWindow *window = app_window (NULL, 1280, 800);

  ui_assert_named (GTK_WIDGET (window));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.choose", "(ss)", "carnot", "");
  ui_settle (GTK_WIDGET (window), 2);
  ui_assert_named (GTK_WIDGET (window));
  app_close (window);
}

/* The key goes to the window unless what has the focus wants it. */
static void
test_space (void)
{
  QnWindow *window = app_window (NULL, 1280, 800);
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (window));
  gboolean found = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (g_strcmp0 (gtk_event_controller_get_name (controller), "quench-after-focus") != 0)
        continue;
      found = TRUE;
      g_assert_cmpint (gtk_event_controller_get_propagation_phase (controller), ==, GTK_PHASE_BUBBLE);
      g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (controller)), >=, 6);
    }
  g_assert_true (found);
  app_close (window);
}

static void
test_board (void)
{
  static const int wanted[] = { 1, 2, 6, 4 };
  QnWindow *window = app_window (NULL, 1280, 800);
  QnFigureBoard *board = qn_window_get_board (window);

  for (gsize i = 0; i < G_N_ELEMENTS (wanted); i++)
    {
      g_auto (GStrv) ids = NULL;

      gtk_widget_activate_action (GTK_WIDGET (window), "win.board-size", "i", wanted[i]);
      ui_settle (GTK_WIDGET (window), 2);
      ids = qn_figure_board_get_figures (board);
      g_assert_cmpuint (g_strv_length (ids), ==, wanted[i]);
      for (gsize a = 0; ids[a] != NULL; a++)
        {
          for (gsize b = 0; b < a; b++)
            g_assert_cmpstr (ids[a], !=, ids[b]);
          g_assert_nonnull (qn_figure_view_get_snapshot (qn_figure_board_get_view (board, a)));
        }
    }
  app_act (window, "win.enlarge");
  g_assert_nonnull (qn_figure_board_get_enlarged (board));
  app_act (window, "win.next-figure");
  g_assert_true (qn_figure_board_get_enlarged (board) == qn_figure_board_get_view (board, 1));
  app_act (window, "win.previous-figure");
  g_assert_true (qn_figure_board_get_enlarged (board) == qn_figure_board_get_view (board, 0));
  app_act (window, "win.enlarge");
  g_assert_null (qn_figure_board_get_enlarged (board));
  app_close (window);
}

static void
test_speed (void)
{
  QnWindow *window = app_window (NULL, 1280, 800);
  QnSession *session = qn_window_get_session (window);

  gtk_widget_activate_action (GTK_WIDGET (window), "win.speed", "s", "5");
  g_assert_cmpstr (qn_session_get_speed (session), ==, "5");
  app_act (window, "win.faster");
  g_assert_cmpstr (qn_session_get_speed (session), ==, "10");
  for (int i = 0; i < 20; i++)
    app_act (window, "win.faster");
  g_assert_cmpstr (qn_session_get_speed (session), ==, "max");
  for (int i = 0; i < 20; i++)
    app_act (window, "win.slower");
  g_assert_cmpstr (qn_session_get_speed (session), ==, "0.1");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.speed", "s", "1");
  app_close (window);
}

static void
test_hint (void)
{
  QnWindow *window;
  GtkWidget *hint;

  qn_settings_set_boolean ("hint-shown", FALSE);
  window = app_window (NULL, 1280, 800);
  hint = gtk_widget_get_parent (find_text (GTK_WIDGET (window), "Drag a temperature"));
  g_assert_true (gtk_widget_get_mapped (hint));
  g_assert_false (gtk_widget_has_css_class (hint, "quench-done"));
  app_edit (window, "hot.temperature", 5);
  g_assert_true (gtk_widget_has_css_class (hint, "quench-done"));
  g_assert_true (qn_settings_get_boolean ("hint-shown"));
  app_close (window);
  window = app_window (NULL, 1280, 800);
  g_assert_false (gtk_widget_get_mapped (gtk_widget_get_parent (find_text (GTK_WIDGET (window), "Drag a temperature"))));
  app_close (window);
}

static void
test_remembers (void)
{
  QnWindow *window = app_window (NULL, 1000, 700);
  g_autofree char *problem = NULL;
  g_autoptr (GPtrArray) kept = NULL;

  app_edit (window, "hot.temperature", 6.125);
  app_close (window);
  g_assert_cmpint (qn_settings_get_int ("window-width"), ==, 1000);
  g_assert_cmpint (qn_settings_get_int ("window-height"), ==, 700);
  kept = qn_desk_restore (&problem);
  g_assert_null (problem);
  g_assert_cmpuint (kept->len, ==, 1);
  g_assert_cmpfloat (qn_experiment_get (qn_session_get_experiment (kept->pdata[0]), "hot.temperature"), ==, 6.125);
}

int
main (int argc, char **argv)
{
  app_init (&argc, &argv);
  g_test_add_func ("/app/window/opens", test_opens);
  g_test_add_func ("/app/window/actions", test_actions);
  g_test_add_func ("/app/window/bare", test_bare);
  g_test_add_func ("/app/window/undo", test_undo);
  g_test_add_func ("/app/window/drag", test_drag);
  g_test_add_func ("/app/window/rests", test_rests);
  g_test_add_func ("/app/window/hidden", test_hidden);
  g_test_add_func ("/app/window/lab-switch", test_lab_switch);
  g_test_add_func ("/app/window/close-at-once", test_close_at_once);
  g_test_add_func ("/app/window/sizes", test_sizes);
  g_test_add_func ("/app/window/about-machine", test_about_machine);
  g_test_add_func ("/app/window/large-text", test_large_text);
  g_test_add_func ("/app/window/list-tab", test_list_tab);
  g_test_add_func ("/app/window/sidebar-wish", test_sidebar_wish);
  g_test_add_func ("/app/window/names", test_names);
  g_test_add_func ("/app/window/space", test_space);
  g_test_add_func ("/app/window/board", test_board);
  g_test_add_func ("/app/window/speed", test_speed);
  g_test_add_func ("/app/window/hint", test_hint);
  g_test_add_func ("/app/window/remembers", test_remembers);
  return g_test_run ();
}
