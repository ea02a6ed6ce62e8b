/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A random hand at real windows, in one process with them, so that every warning is fatal where it is said:
 *     with-display monkey [--seed N] [--actions N] [--say] FOLDER
 * FOLDER has files to be opened, good and bad ones. A seed chooses the same at every run; what is there to be
 * chosen may depend on how fast the machine computes. When it ends badly the last actions are told. */
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

#include "app-test.h"
#include "../random-numbers.h"
#include "app/qn-actions.h"
#include "widgets/qn-parameter-row.h"
#include "widgets/qn-parameter-scale.h"

#define MOST_WINDOWS 3
#define REMEMBERED 20

static GRand *hand;
static char *folder, *corpus;
static gboolean loud;

/* What happened last, for a handler of signals to tell. */
static char last[REMEMBERED][200];
static int step;

static int
below (int n)
{
  return g_rand_int_range (hand, 0, n);
}

G_GNUC_PRINTF (1, 2) static void
tell (const char *format, ...)
{
  va_list args;
  char *line = last[step % REMEMBERED];
  int start = g_snprintf (line, sizeof last[0], "# %d: ", step);

  va_start (args, format);
  g_vsnprintf (line + start, sizeof last[0] - (gsize) start - 1, format, args);
  va_end (args);
  strcat (line, "\n");
  if (loud)
    g_print ("%s", line);
}

static void
tell_last (int number)
{
  for (int i = 1; i <= REMEMBERED; i++)
    {
      const char *line = last[(step + i) % REMEMBERED];

      if (write (STDOUT_FILENO, line, strlen (line)) < 0)
        break;
    }
  signal (number, SIG_DFL);
  raise (number);
}

/* What GTK 4.8 says of itself. */
static gboolean
is_gtk_own (const char *message)
{
  static const char *const said[] = {
    /* A popover of a window that is on no monitor: without a window manager some are. */
    "gdk_monitor_get_geometry: assertion 'GDK_IS_MONITOR (monitor)' failed",
    /* A tooltip that was due over a window that has just gone. */
    "gdk_surface_get_device_position: assertion 'GDK_IS_SURFACE (surface)' failed",
    "_gtk_widget_find_at_coords: assertion 'GDK_IS_SURFACE (surface)' failed",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (said); i++)
    if (strstr (message, said[i]) != NULL)
      return TRUE;
  return FALSE;
}

static void
log_cb (const char *domain, GLogLevelFlags level, const char *message, gpointer data)
{
  if (level & (G_LOG_LEVEL_MESSAGE | G_LOG_LEVEL_INFO | G_LOG_LEVEL_DEBUG) || is_gtk_own (message))
    return;
  g_print ("# %s: %s\n", domain, message);
  abort ();
}

/* Pango goes another way. */
static GLogWriterOutput
writer_cb (GLogLevelFlags level, const GLogField *fields, gsize n, gpointer data)
{
  for (gsize i = 0; i < n; i++)
    if (g_str_equal (fields[i].key, "MESSAGE"))
      log_cb ("structured", level, fields[i].value, NULL);
  return G_LOG_WRITER_HANDLED;
}

/* What there is */

static GPtrArray *
windows (void)
{
  GPtrArray *found = g_ptr_array_new ();

  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (g_application_get_default ())); l != NULL; l = l->next)
    if (QN_IS_WINDOW (l->data))
      g_ptr_array_add (found, l->data);
  return found;
}

static QnWindow *
any_window (void)
{
  g_autoptr (GPtrArray) found = windows ();

  return found->len > 0 ? found->pdata[below ((int) found->len)] : NULL;
}

/* The window on top of all, where a hand would find its widgets. */
static GtkWidget *
any_toplevel (void)
{
  g_autoptr (GPtrArray) shown = g_ptr_array_new ();
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWidget) top = g_list_model_get_item (toplevels, i);

      if (gtk_widget_get_mapped (top))
        g_ptr_array_add (shown, top);
    }
  return shown->len > 0 ? shown->pdata[below ((int) shown->len)] : NULL;
}

static void
collect (GtkWidget *widget, GPtrArray *found)
{
  if (!gtk_widget_get_mapped (widget) || !gtk_widget_get_sensitive (widget))
    return;
  if (GTK_IS_BUTTON (widget) || GTK_IS_MENU_BUTTON (widget) || GTK_IS_SWITCH (widget) || GTK_IS_CHECK_BUTTON (widget) || GTK_IS_RANGE (widget)
      || GTK_IS_DROP_DOWN (widget) || GTK_IS_EDITABLE (widget) || GTK_IS_LIST_BOX_ROW (widget) || GTK_IS_POPOVER (widget) || QN_IS_PARAMETER_ROW (widget)
      || QN_IS_FIGURE_VIEW (widget))
    g_ptr_array_add (found, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    collect (child, found);
}

/* What a hand does */

static const char *
garbage (void)
{
  static const char *const texts[] = { "", "0", "-1", "1e308", "-1e308", "1e-300", "nan", "inf", "10⁶", "2×10^-3", "½", "½/0", "abc", "1,5", " 1 ", "\t",
                                       "١٢٣", "1e", "..", "0x10", "999999999999999999999999", "ω", "e\xcc\x81", "--help", "%s%n", "</b>&amp;" };

  return texts[below (G_N_ELEMENTS (texts))];
}

static void
move_row (QnParameterRow *row)
{
  const QnParameter *parameter = qn_parameter_row_get_parameter (row);
  double positions[] = { 0, 1, g_rand_double (hand), g_rand_double (hand) };
  double value = qn_parameter_at (parameter, positions[below (G_N_ELEMENTS (positions))]);

  if (below (8) == 0)
    value = below (2) ? parameter->hard_min : parameter->hard_max;
  tell ("%s = %g", parameter->id, value);
  if (parameter->choices != NULL || parameter->kind == QN_VALUE_SWITCH)
    return;
  qn_parameter_row_set_value (row, value);
  g_signal_emit_by_name (row, "value-changed", value, FALSE);
}

static void
use (GtkWidget *widget)
{
  g_autofree char *text = GTK_IS_EDITABLE (widget) ? g_strdup (garbage ()) : NULL;

  tell ("%s %s", G_OBJECT_TYPE_NAME (widget), text ? text : "");
  if (QN_IS_PARAMETER_ROW (widget))
    move_row (QN_PARAMETER_ROW (widget));
  else if (GTK_IS_RANGE (widget))
    {
      GtkAdjustment *adjustment = gtk_range_get_adjustment (GTK_RANGE (widget));
      double lower = gtk_adjustment_get_lower (adjustment), upper = gtk_adjustment_get_upper (adjustment);

      gtk_range_set_value (GTK_RANGE (widget), lower + (upper - lower) * below (5) / 4);
    }
  else if (GTK_IS_DROP_DOWN (widget))
    gtk_drop_down_set_selected (GTK_DROP_DOWN (widget), (guint) below ((int) g_list_model_get_n_items (gtk_drop_down_get_model (GTK_DROP_DOWN (widget)))));
  else if (GTK_IS_EDITABLE (widget) && gtk_editable_get_editable (GTK_EDITABLE (widget)))
    {
      gtk_widget_grab_focus (widget);
      gtk_editable_set_text (GTK_EDITABLE (widget), text);
      gtk_widget_activate (widget);
    }
  else if (GTK_IS_POPOVER (widget))
    gtk_popover_popdown (GTK_POPOVER (widget));
  else if (GTK_IS_MENU_BUTTON (widget))
    gtk_menu_button_popup (GTK_MENU_BUTTON (widget));
  else if (QN_IS_FIGURE_VIEW (widget))
    gtk_widget_grab_focus (widget);
  else if (!GTK_IS_LINK_BUTTON (widget))
    gtk_widget_activate (widget);
}

static void
use_any (void)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new ();
  GtkWidget *top = any_toplevel ();

  /* Links lead out of the program, and in a chooser the hand has work of its own. */
  if (top == NULL || GTK_IS_FILE_CHOOSER (top) || ADW_IS_ABOUT_WINDOW (top))
    return;
  collect (top, found);
  if (found->len > 0)
    use (found->pdata[below ((int) found->len)]);
}

static void
move_any (void)
{
  QnWindow *window = any_window ();
  g_autoptr (GPtrArray) found = g_ptr_array_new (), rows = g_ptr_array_new ();

  collect (GTK_WIDGET (window), found);
  for (guint i = 0; i < found->len; i++)
    if (QN_IS_PARAMETER_ROW (found->pdata[i]))
      g_ptr_array_add (rows, found->pdata[i]);
  if (rows->len > 0)
    move_row (rows->pdata[below ((int) rows->len)]);
}

static void
choose_any (void)
{
  gsize n, n_presets;
  const QnLab *const *labs = qn_labs (&n);
  const QnLab *lab = labs[below ((int) n)];
  const QnPreset *presets = qn_lab_presets (lab, &n_presets);
  const char *preset = presets[below ((int) n_presets)].id;

  tell ("%s %s", lab->id, preset);
  gtk_widget_activate_action (GTK_WIDGET (any_window ()), "win.choose", "(ss)", lab->id, preset);
}

static void
act_any (void)
{
  gsize n;
  const QnActionInfo *actions = qn_actions (&n);
  const char *action = actions[below ((int) n)].action;

  if (g_str_equal (action, "app.quit") || g_str_equal (action, "app.about"))
    return;
  tell ("%s", action);
  gtk_widget_activate_action (GTK_WIDGET (any_window ()), action, NULL);
}

static void
press_any (void)
{
  static const guint keys[] = { GDK_KEY_Tab, GDK_KEY_Left, GDK_KEY_Right, GDK_KEY_Up, GDK_KEY_Down, GDK_KEY_Home, GDK_KEY_End, GDK_KEY_Page_Up,
                                GDK_KEY_Page_Down, GDK_KEY_Return, GDK_KEY_space, GDK_KEY_Escape, GDK_KEY_plus, GDK_KEY_minus, GDK_KEY_0, GDK_KEY_Delete };
  GtkWidget *top = any_toplevel (), *focus = GTK_IS_WINDOW (top) ? gtk_window_get_focus (GTK_WINDOW (top)) : NULL;
  guint key = keys[below (G_N_ELEMENTS (keys))];

  /* Keys that no event has brought are for Quench's own: GTK's read the event. */
  if (focus == NULL || !QN_IS_WINDOW (top) || gtk_widget_get_ancestor (focus, GTK_TYPE_POPOVER) != NULL)
    return;
  tell ("%s on %s", gdk_keyval_name (key), G_OBJECT_TYPE_NAME (focus));
  if (key == GDK_KEY_Tab)
    gtk_widget_child_focus (top, below (2) ? GTK_DIR_TAB_FORWARD : GTK_DIR_TAB_BACKWARD);
  else if (!GTK_IS_LINK_BUTTON (focus))
    ui_press (focus, key, 0);
}

static void
resize_any (void)
{
  QnWindow *window = any_window ();
  int width = 300 + below (1200), height = 300 + below (800);

  tell ("%dx%d", width, height);
  gtk_window_set_default_size (GTK_WINDOW (window), width, height);
}

static void
open_any (void)
{
  g_autoptr (GDir) dir = g_dir_open (corpus, 0, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GFile) file = NULL;
  g_autofree char *path = NULL;

  for (const char *name; (name = g_dir_read_name (dir)) != NULL;)
    g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, (GCompareFunc) (void (*) (void)) g_strcmp0);
  path = g_build_filename (corpus, names->pdata[below ((int) names->len)], NULL);
  tell ("open %s", path);
  file = g_file_new_for_path (path);
  qn_window_open_file (any_window (), file);
}

/* Files are written, windows close and choosers follow one another while a chooser lists its folder. */
static void
choose_file (void)
{
  static const char *const asked[] = { "win.export", "win.open", "win.save-as" };
  static const char *const names[] = { "a.svg", "b.pdf", "c.png", "d", "e.quench", "ä ö.svg", "f.gif", "none/g.svg" };
  const char *action = asked[below (G_N_ELEMENTS (asked))], *name = names[below (G_N_ELEMENTS (names))];
  QnWindow *window = any_window ();
  GtkWindow *chooser;
  int patience = below (3) * 40, response = below (4);

  tell ("%s %s, answer %d after %d ms", action, name, response, patience);
  gtk_widget_activate_action (GTK_WIDGET (window), action, NULL);
  app_idle ((guint) patience);
  chooser = app_dialog (GTK_TYPE_FILE_CHOOSER_DIALOG);
  if (chooser == NULL || response == 0)
    return;
  if (gtk_file_chooser_get_action (GTK_FILE_CHOOSER (chooser)) == GTK_FILE_CHOOSER_ACTION_SAVE)
    {
      g_autoptr (GFile) here = g_file_new_for_path (folder);

      gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (chooser), here, NULL);
      gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);
    }
  app_idle ((guint) patience);
  if (response == 3)
    gtk_window_close (GTK_WINDOW (window));
  else if (app_dialog (GTK_TYPE_FILE_CHOOSER_DIALOG) == chooser)
    gtk_dialog_response (GTK_DIALOG (chooser), response == 1 ? GTK_RESPONSE_ACCEPT : GTK_RESPONSE_CANCEL);
}

/* Whatever is not a Quench window. */
static void
close_dialogs (void)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = g_list_model_get_n_items (toplevels); i > 0; i--)
    {
      g_autoptr (GtkWindow) top = g_list_model_get_item (toplevels, i - 1);

      if (top == NULL || QN_IS_WINDOW (top) || !gtk_widget_get_mapped (GTK_WIDGET (top)))
        continue;
      tell ("close %s", G_OBJECT_TYPE_NAME (top));
      if (ADW_IS_MESSAGE_DIALOG (top) && adw_message_dialog_has_response (ADW_MESSAGE_DIALOG (top), "discard"))
        adw_message_dialog_response (ADW_MESSAGE_DIALOG (top), below (2) ? "discard" : "save");
      gtk_window_close (top);
    }
}

static void
count_windows (void)
{
  g_autoptr (GPtrArray) found = windows ();

  if (found->len < MOST_WINDOWS && below (2))
    {
      tell ("another window");
      app_window (NULL, 400 + below (900), 400 + below (500));
    }
  else if (found->len > 1)
    {
      tell ("close a window");
      gtk_window_close (found->pdata[below ((int) found->len)]);
    }
}

static void
direct (void)
{
  tell ("direction, text");
  gtk_widget_set_default_direction (below (4) ? GTK_TEXT_DIR_LTR : GTK_TEXT_DIR_RTL);
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", (below (4) ? 96 : 96 + below (96)) * 1024, NULL);
}

static void
act (void)
{
  static const struct
  {
    int weight;
    void (*act) (void);
  } kinds[] = { { 30, use_any }, { 20, move_any }, { 10, press_any }, { 10, act_any }, { 8, choose_any }, { 4, resize_any },
                { 4, open_any }, { 4, choose_file }, { 6, close_dialogs }, { 2, count_windows }, { 1, direct } };
  int total = 0, chosen;

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    total += kinds[i].weight;
  chosen = below (total);
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      if (chosen < kinds[i].weight)
        {
          kinds[i].act ();
          return;
        }
      chosen -= kinds[i].weight;
    }
}

/* No window is told to stay above one that has gone. */
static void
check_parents (void)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWindow) top = g_list_model_get_item (toplevels, i);
      GtkWindow *parent = gtk_window_get_transient_for (top);
      gboolean there = parent == NULL;

      for (guint k = 0; k < g_list_model_get_n_items (toplevels); k++)
        {
          g_autoptr (GtkWindow) other = g_list_model_get_item (toplevels, k);

          there |= other == parent;
        }
      if (!there)
        log_cb (G_OBJECT_TYPE_NAME (top), G_LOG_LEVEL_CRITICAL, "its parent has gone", NULL);
    }
}

static void
play (int seed, int actions)
{
  app_window (NULL, 1280, 800);
  for (step = 1; step <= actions; step++)
    {
      g_autoptr (GPtrArray) left = NULL;

      g_rand_set_seed (hand, (guint32) (seed * 1000003 + step));
      act ();
      app_idle ((guint) (below (20) ? below (20) : 200));
      check_parents ();
      left = windows ();
      if (left->len == 0)
        app_window (NULL, 1280, 800);
    }
}

static void
clean (void)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);

  for (const char *name; (name = g_dir_read_name (dir)) != NULL;)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
}

int
main (int argc, char **argv)
{
  int seed = 1, actions = 300;
  const GOptionEntry entries[] = { { "seed", 0, 0, G_OPTION_ARG_INT, &seed, "What it does", "N" },
                                   { "actions", 0, 0, G_OPTION_ARG_INT, &actions, "How much", "N" },
                                   { "say", 0, 0, G_OPTION_ARG_NONE, &loud, "Tell every action", NULL },
                                   { NULL } };
  g_autoptr (GOptionContext) context = g_option_context_new ("FOLDER");
  g_autoptr (GError) error = NULL;
  const int deadly[] = { SIGABRT, SIGSEGV, SIGTRAP, SIGBUS, SIGFPE, SIGTERM };

  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error) || argc != 2)
    {
      g_printerr ("monkey: %s\n", error ? error->message : "which folder?");
      return 2;
    }
  corpus = argv[1];
  argc = 1;
  app_init (&argc, &argv);
  g_log_set_always_fatal (G_LOG_LEVEL_ERROR);
  g_log_set_default_handler (log_cb, NULL);
  g_log_set_writer_func (writer_cb, NULL, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (deadly); i++)
    signal (deadly[i], tell_last);
  folder = g_dir_make_tmp ("quench-monkey-XXXXXX", NULL);
  hand = test_rand ((guint32) seed);
  g_print ("1..1\n# seed %d, %d actions\n", seed, actions);
  play (seed, actions);
  close_dialogs ();
  g_print ("ok 1 no warning, no crash\n");
  clean ();
  return 0;
}
