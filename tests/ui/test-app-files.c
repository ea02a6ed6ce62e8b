/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Experiments in files: good ones open as a step of undo, bad ones change nothing and say why; saving; dropping. */
#include <glib/gstdio.h>
#include <string.h>

#include "figures/qn-recipe.h"
#include "app-test.h"

#include "lab/qn-experiment-file.h"

static char *folder;

static GFile *
file_with (const char *name, const char *content, gssize length)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, content, length, &error);
  g_assert_no_error (error);
  return g_file_new_for_path (path);
}

static const QnExperiment *
experiment (QnWindow *window)
{
  return qn_session_get_experiment (qn_window_get_session (window));
}

static const char *
experiment_lab (QnWindow *window)
{
  return experiment (window)->lab->id;
}

static AdwMessageDialog *
message (void)
{
  GtkWindow *dialog = app_dialog (ADW_TYPE_MESSAGE_DIALOG);

  return dialog != NULL ? ADW_MESSAGE_DIALOG (dialog) : NULL;
}

static guint
n_messages (void)
{
  GListModel *toplevels = gtk_window_get_toplevels ();
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GObject) top = g_list_model_get_item (toplevels, i);

      n += ADW_IS_MESSAGE_DIALOG (top);
    }
  return n;
}

static void
dismiss (const char *response)
{
  AdwMessageDialog *dialog = message ();

  adw_message_dialog_response (dialog, response);
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static void
test_open (void)
{
  QnWindow *window = app_window (NULL, 1000, 700);
  g_autoptr (GFile) file = file_with ("good.quench", "{\"quench\": 1, \"lab\": \"carnot\", \"parameters\": {\"hot.temperature\": 3.25}}", -1);

  qn_window_open_file (window, file);
  app_wait (g_str_equal (experiment_lab (window), "carnot"));
  g_assert_cmpfloat (app_value (window, "hot.temperature"), ==, 3.25);
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (window)), ==, "Carnot cycle – good.quench");
  app_act (window, "win.undo");
  g_assert_cmpstr (experiment_lab (window), ==, "otto");
  g_assert_null (qn_session_get_file (qn_window_get_session (window)));
  app_close (window);
}

static void
test_garbage (void)
{
  g_autofree char *long_text = g_strnfill (QN_LONGEST_EXPERIMENT + 1, ' ');
  struct
  {
    const char *name, *content;
    gssize length;
    const char *said;
  } cases[] = {
    { "empty.quench", "", 0, NULL },
    { "binary.quench", "\x89PNG\r\n\0\xff\xfe\0\0", 12, NULL },
    { "text.quench", "not an experiment", -1, NULL },
    { "list.quench", "[1, 2, 3]", -1, NULL },
    { "half.quench", "{\"quench\": 1, \"lab\": \"otto\", \"param", -1, NULL },
    { "newer.quench", "{\"quench\": 99, \"lab\": \"otto\", \"parameters\": {}}", -1, "99" },
    { "lab.quench", "{\"quench\": 1, \"lab\": \"perpetuum\", \"parameters\": {}}", -1, "perpetuum" },
    { "range.quench", "{\"quench\": 1, \"lab\": \"otto\", \"parameters\": {\"hot.temperature\": -3}}", -1, "hot.temperature" },
    { "unknown.quench", "{\"quench\": 1, \"lab\": \"otto\", \"parameters\": {\"warm.temperature\": 3}}", -1, "warm.temperature" },
    { "type.quench", "{\"quench\": 1, \"lab\": \"otto\", \"parameters\": {\"hot.temperature\": \"very\"}}", -1, "hot.temperature" },
    { "long.quench", long_text, -1, "8 MB" },
  };
  QnWindow *window = app_window (NULL, 1000, 700);
  QnExperiment before = *experiment (window);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GFile) file = file_with (cases[i].name, cases[i].content, cases[i].length);

      g_test_message ("%s", cases[i].name);
      qn_window_open_file (window, file);
      app_wait (message () != NULL);
      g_test_message ("%s: %s", adw_message_dialog_get_heading (message ()), adw_message_dialog_get_body (message ()));
      g_assert_nonnull (strstr (adw_message_dialog_get_heading (message ()), cases[i].name));
      if (cases[i].said != NULL)
        g_assert_nonnull (strstr (adw_message_dialog_get_body (message ()), cases[i].said));
      dismiss ("close");
      g_assert_true (qn_experiment_equal (experiment (window), &before));
      g_assert_false (qn_session_can_undo (qn_window_get_session (window)));
      g_assert_true (qn_session_get_playing (qn_window_get_session (window)));
    }
  app_close (window);
}

static void
test_not_there (void)
{
  QnWindow *window = app_window (NULL, 1000, 700);
  g_autofree char *path = g_build_filename (folder, "not there.quench", NULL);
  g_autoptr (GFile) missing = g_file_new_for_path (path);
  g_autoptr (GFile) directory = g_file_new_for_path (folder);

  qn_window_open_file (window, missing);
  app_wait (message () != NULL);
  dismiss ("close");
  qn_window_open_file (window, directory);
  app_wait (message () != NULL);
  dismiss ("close");
  g_assert_false (qn_session_can_undo (qn_window_get_session (window)));
  app_close (window);
}

/* Opening goes on in the background while the window goes. */
static void
test_close_while_opening (void)
{
  g_autoptr (GFile) file = file_with ("bad.quench", "{", -1);

  for (int i = 0; i < 5; i++)
    {
      QnWindow *window = app_window (NULL, 900, 600);

      qn_window_open_file (window, file);
      app_close (window);
    }
  app_idle (100);
  g_assert_null (message ());
}

static void
test_save (void)
{
  QnWindow *window = app_window (NULL, 1000, 700);
  g_autoptr (GFile) file = file_with ("mine.quench", "{\"quench\": 1, \"lab\": \"otto\", \"parameters\": {}}", -1);
  g_autofree char *path = g_file_get_path (file);
  g_autoptr (GError) error = NULL;
  QnExperiment kept;

  qn_window_open_file (window, file);
  app_wait (qn_session_get_file (qn_window_get_session (window)) != NULL);
  app_edit (window, "hot.temperature", 6.0625);
  g_assert_true (qn_session_modified (qn_window_get_session (window)));
  app_act (window, "win.save");
  app_wait (!qn_session_modified (qn_window_get_session (window)));
  g_assert_true (qn_recipe_load (path, &kept, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (qn_experiment_equal (&kept, experiment (window)));
  app_close (window);
}

static void
test_save_fails (void)
{
  QnWindow *window = app_window (NULL, 1000, 700);
  QnSession *session = qn_window_get_session (window);
  g_autoptr (GFile) nowhere = g_file_new_for_path ("/nonexistent/folder/mine.quench");

  qn_session_set_saved (session, nowhere, experiment (window));
  app_edit (window, "hot.temperature", 6.0625);
  app_act (window, "win.save");
  app_wait (message () != NULL);
  dismiss ("close");
  g_assert_true (qn_session_modified (session));
  g_assert_cmpfloat (app_value (window, "hot.temperature"), ==, 6.0625);
  app_act (window, "win.undo");
  g_assert_false (qn_session_modified (session));
  app_close (window);
}

static void
test_ask (void)
{
  QnWindow *window = app_window (NULL, 1000, 700);
  g_autoptr (GFile) file = file_with ("ask.quench", "{\"quench\": 1, \"lab\": \"otto\", \"parameters\": {}}", -1);
  g_autofree char *path = g_file_get_path (file);
  QnExperiment kept;

  qn_window_open_file (window, file);
  app_wait (qn_session_get_file (qn_window_get_session (window)) != NULL);
  app_edit (window, "hot.temperature", 7.5);
  gtk_window_close (GTK_WINDOW (window));
  app_wait (message () != NULL);
  dismiss ("cancel");
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (window)));
  gtk_window_close (GTK_WINDOW (window));
  gtk_window_close (GTK_WINDOW (window));
  app_wait (message () != NULL);
  g_assert_cmpuint (n_messages (), ==, 1);
  dismiss ("save");
  app_wait (qn_recipe_load (path, &kept, NULL, NULL) && qn_experiment_get (&kept, "hot.temperature") == 7.5);
  app_wait (gtk_application_get_windows (GTK_APPLICATION (g_application_get_default ())) == NULL);
}

static void
test_drop (void)
{
  QnWindow *window = app_window (NULL, 1000, 700);
  g_autoptr (GFile) file = file_with ("dropped.quench", "{\"quench\": 1, \"lab\": \"carnot\", \"parameters\": {}}", -1);
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (window));
  GSList one = { .data = file };
  g_auto (GValue) value = G_VALUE_INIT;
  gboolean taken = FALSE;

  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_set_boxed (&value, &one);
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_TARGET (controller))
        g_signal_emit_by_name (controller, "drop", &value, 10.0, 10.0, &taken);
    }
  g_assert_true (taken);
  app_wait (g_str_equal (experiment_lab (window), "carnot"));
  app_close (window);
}

/* A picture brings its experiment and itself; saving asks for a file, so that nothing is written over the picture. One that was changed says so. */
static void
test_picture (void)
{
  static const char *const kinds[] = { "svg", "pdf", "png", "csv" };

  for (gsize k = 0; k < G_N_ELEMENTS (kinds); k++)
    {
      QnWindow *window = app_window (NULL, 1000, 700);
      QnFigureBoard *board = qn_window_get_board (window);
      g_autofree char *name = g_strconcat ("picture.", kinds[k], NULL);
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (GFile) file = NULL;
      g_auto (GStrv) shown = NULL;

      app_edit (window, "hot.temperature", 6.0625);
      app_wait (qn_figure_view_get_snapshot (qn_figure_board_get_view (board, 0)) != NULL
                && qn_experiment_equal (&qn_figure_view_get_snapshot (qn_figure_board_get_view (board, 0))->experiment, experiment (window)));
      g_assert_true (qn_lab_has_figure (experiment (window)->lab, "power-efficiency"));
      bytes = qn_figure_export ("power-efficiency", qn_figure_view_get_snapshot (qn_figure_board_get_view (board, 0)), kinds[k], &(QnFigureSheet) QN_FIGURE_SHEET, NULL);
      file = file_with (name, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes));
      app_edit (window, "hot.temperature", 3.5);
      qn_window_open_file (window, file);
      app_wait (app_value (window, "hot.temperature") == 6.0625);
      g_assert_null (qn_session_get_file (qn_window_get_session (window)));
      shown = qn_figure_board_get_figures (board);
      g_assert_cmpstr (shown[0], ==, "power-efficiency");
      app_act (window, "win.undo");
      g_assert_cmpfloat (app_value (window, "hot.temperature"), ==, 3.5);
      app_act (window, "win.board-reset");
      app_close (window);
    }
}

/* What is not computable is said over the figures, and they keep what they had. */
static void
test_problem (void)
{
  QnWindow *window = app_window (NULL, 1000, 700);
  QnExperiment broken = *experiment (window);
  int index = qn_lab_parameter_index (broken.lab, "hot.temperature");

  broken.value[index] = -1; /* no control lets this through */
  qn_session_edit (qn_window_get_session (window), &broken);
  app_wait (qn_window_get_problem (window) != NULL);
  g_test_message ("%s", qn_window_get_problem (window));
  g_assert_cmpstr (qn_window_get_problem (window), !=, "");
  g_assert_nonnull (qn_figure_view_get_snapshot (qn_figure_board_get_view (qn_window_get_board (window), 0)));
  app_act (window, "win.undo");
  app_wait (qn_window_get_problem (window) == NULL);
  app_close (window);
}

int
main (int argc, char **argv)
{
  int status;

  app_init (&argc, &argv);
  folder = g_dir_make_tmp ("quench-test-XXXXXX", NULL);
  g_test_add_func ("/app/files/open", test_open);
  g_test_add_func ("/app/files/garbage", test_garbage);
  g_test_add_func ("/app/files/picture", test_picture);
  g_test_add_func ("/app/files/not-there", test_not_there);
  g_test_add_func ("/app/files/close-while-opening", test_close_while_opening);
  g_test_add_func ("/app/files/save", test_save);
  g_test_add_func ("/app/files/save-fails", test_save_fails);
  g_test_add_func ("/app/files/ask", test_ask);
  g_test_add_func ("/app/files/drop", test_drop);
  g_test_add_func ("/app/files/problem", test_problem);
  status = g_test_run ();
  {
    g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);

    for (const char *name; (name = g_dir_read_name (dir)) != NULL;)
      {
        g_autofree char *path = g_build_filename (folder, name, NULL);

        g_unlink (path);
      }
    g_rmdir (folder);
  }
  return status;
}
