/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The board and the figure views: layout, enlarging, focus, replacing, what is copied, dragged and exported. */
#include <string.h>

#include "widgets/qn-figure-board.h"
#include "ui-test.h"

static const char *const four[] = { "cycle", "ts", "levels", "efficiency", NULL };

static QnFigureBoard *
new_board (const char *const *ids, int width, int height, GtkWidget **window)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  QnSnapshot *snapshot = ui_snapshot ("otto", NULL, 0);
  GtkWidget *board = qn_figure_board_new ();

  g_menu_append (menu, "Work diagram", "figure.replace::cycle");
  g_menu_append (menu, "Enlarge", "figure.enlarge");
  qn_figure_board_set_menu_model (QN_FIGURE_BOARD (board), G_MENU_MODEL (menu));
  qn_figure_board_set_figures (QN_FIGURE_BOARD (board), ids);
  qn_figure_board_set_snapshot (QN_FIGURE_BOARD (board), snapshot, 0, FALSE);
  qn_snapshot_unref (snapshot);
  *window = ui_show (board, width, height);
  return QN_FIGURE_BOARD (board);
}

static GtkWidget *
area_of (QnFigureView *view)
{
  GtkWidget *area = ui_find (GTK_WIDGET (view), g_type_from_name ("QnFigureArea"), NULL);

  g_assert_nonnull (area);
  return area;
}

static void
bounds_of (QnFigureBoard *board, guint i, graphene_rect_t *box)
{
  g_assert_true (gtk_widget_compute_bounds (GTK_WIDGET (qn_figure_board_get_view (board, i)), GTK_WIDGET (board), box));
}

static gboolean
shown (QnFigureBoard *board, guint i)
{
  return gtk_widget_get_mapped (GTK_WIDGET (qn_figure_board_get_view (board, i)));
}

/* Fills the board, gaps of 12, nothing overlaps. */
static void
assert_filled (QnFigureBoard *board)
{
  guint n = qn_figure_board_get_n_views (board);
  double area = 0;
  int width = gtk_widget_get_width (GTK_WIDGET (board)), height = gtk_widget_get_height (GTK_WIDGET (board));

  for (guint i = 0; i < n; i++)
    {
      graphene_rect_t box, other, both;

      bounds_of (board, i, &box);
      area += (box.size.width + 12) * (box.size.height + 12);
      for (guint j = 0; j < i; j++)
        {
          bounds_of (board, j, &other);
          g_assert_false (graphene_rect_intersection (&box, &other, &both));
        }
    }
  g_assert_cmpfloat_with_epsilon (area, (width + 12.0) * (height + 12.0), 0.01 * width * height);
}

static void
test_layouts (void)
{
  static const char *const six[] = { "cycle", "ts", "levels", "efficiency", "flows", "bloch", NULL };

  for (guint n = 1; n <= 6; n++)
    {
      const char *ids[7] = { NULL };
      GtkWidget *window;
      QnFigureBoard *board;
      g_auto (GStrv) got = NULL;

      memcpy (ids, six, n * sizeof *six);
      board = new_board (ids, 1000, 700, &window);
      got = qn_figure_board_get_figures (board);
      g_assert_cmpuint (qn_figure_board_get_n_views (board), ==, n);
      g_assert_true (g_strv_equal ((const char *const *) got, ids));
      assert_filled (board);
      ui_assert_named (window);
      ui_close (window);
    }
}

static void
test_columns (void)
{
  GtkWidget *window;
  QnFigureBoard *board = new_board (four, 800, 600, &window);
  graphene_rect_t first, second, third;

  bounds_of (board, 0, &first);
  bounds_of (board, 1, &second);
  bounds_of (board, 2, &third);
  g_assert_cmpfloat (second.origin.x, >, first.origin.x);
  g_assert_cmpfloat (second.origin.y, ==, first.origin.y);
  g_assert_cmpfloat (third.origin.x, ==, first.origin.x);
  ui_close (window);

  board = new_board (four, 300, 900, &window);
  bounds_of (board, 0, &first);
  bounds_of (board, 1, &second);
  g_assert_cmpfloat (second.origin.x, ==, first.origin.x);
  g_assert_cmpfloat (second.origin.y, >, first.origin.y);
  assert_filled (board);
  ui_close (window);
}

/* Too small for a grid: one at a time, and the arrows reach every one. */
static void
test_pages (void)
{
  GtkWidget *window, *next;
  QnFigureBoard *board = new_board (four, 300, 320, &window);

  ui_settle (window, 2);
  for (guint i = 0; i < 4; i++)
    {
      for (guint j = 0; j < 4; j++)
        g_assert_cmpint (shown (board, j), ==, i == j);
      g_assert_true (qn_figure_board_get_current (board) == qn_figure_board_get_view (board, i));
      next = ui_find (GTK_WIDGET (qn_figure_board_get_view (board, i)), GTK_TYPE_BUTTON, "Next figure");
      g_assert_true (gtk_widget_get_mapped (next));
      g_signal_emit_by_name (next, "clicked");
      ui_settle (window, 2);
    }
  g_assert_true (shown (board, 0));
  ui_close (window);
}

/* Where not all have room, as many as have: two pages of two, the arrows on the second of each. */
static void
test_pages_of_two (void)
{
  GtkWidget *window, *next;
  QnFigureBoard *board = new_board (four, 500, 320, &window);

  ui_settle (window, 2);
  for (guint page = 0; page < 3; page++)
    {
      for (guint j = 0; j < 4; j++)
        {
          g_assert_cmpint (shown (board, j), ==, j / 2 == page % 2);
          g_assert_cmpint (gtk_widget_get_visible (ui_find (GTK_WIDGET (qn_figure_board_get_view (board, j)), GTK_TYPE_BUTTON, "Next figure")), ==, j % 2);
        }
      next = ui_find (GTK_WIDGET (qn_figure_board_get_view (board, page % 2 * 2 + 1)), GTK_TYPE_BUTTON, "Next figure");
      g_signal_emit_by_name (next, "clicked");
      ui_settle (window, 2);
    }
  gtk_widget_grab_focus (GTK_WIDGET (qn_figure_board_get_view (board, 0)));
  ui_settle (window, 2);
  g_assert_true (shown (board, 0));
  ui_close (window);
}

/* Large text leaves fewer figures room. */
static void
test_pages_text (void)
{
  GtkSettings *settings = gtk_settings_get_default ();
  GtkWidget *window;
  QnFigureBoard *board = new_board (four, 520, 400, &window);
  int dpi;

  ui_settle (window, 2);
  g_assert_true (shown (board, 3));
  g_object_get (settings, "gtk-xft-dpi", &dpi, NULL);
  g_object_set (settings, "gtk-xft-dpi", 144 * 1024, NULL);
  ui_settle (window, 3);
  g_assert_true (shown (board, 0));
  g_assert_false (shown (board, 3));
  g_object_set (settings, "gtk-xft-dpi", dpi, NULL);
  ui_settle (window, 3);
  g_assert_true (shown (board, 3));
  ui_close (window);
}

static void
test_enlarge (void)
{
  GtkWidget *window;
  QnFigureBoard *board = new_board (four, 900, 700, &window);
  QnFigureView *view = qn_figure_board_get_view (board, 2);
  graphene_rect_t before, box;

  bounds_of (board, 2, &before);
  g_assert_true (gtk_widget_grab_focus (GTK_WIDGET (view)));
  g_assert_true (ui_press (area_of (view), GDK_KEY_Return, 0));
  ui_settle (window, 2);
  g_assert_true (qn_figure_board_get_enlarged (board) == view);
  g_assert_true (qn_figure_view_get_enlarged (view));
  bounds_of (board, 2, &box);
  g_assert_cmpfloat (box.size.width, ==, gtk_widget_get_width (GTK_WIDGET (board)));
  g_assert_cmpfloat (box.size.height, ==, gtk_widget_get_height (GTK_WIDGET (board)));
  g_assert_false (shown (board, 0));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) == area_of (view));

  g_assert_true (ui_press (area_of (view), GDK_KEY_Escape, 0));
  ui_settle (window, 2);
  g_assert_null (qn_figure_board_get_enlarged (board));
  g_assert_false (qn_figure_view_get_enlarged (view));
  bounds_of (board, 2, &box);
  g_assert_true (graphene_rect_equal (&box, &before));
  for (guint i = 0; i < 4; i++)
    g_assert_true (shown (board, i));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) == area_of (view));
  g_assert_false (ui_press (area_of (view), GDK_KEY_Escape, 0));
  ui_close (window);
}

/* The header's button does as Enter does, and says what it does. */
static void
test_enlarge_button (void)
{
  GtkWidget *window;
  QnFigureBoard *board = new_board (four, 900, 700, &window);
  QnFigureView *view = qn_figure_board_get_view (board, 0);
  GtkWidget *button = ui_find (GTK_WIDGET (view), GTK_TYPE_BUTTON, "Enlarge: Work diagram");

  g_signal_emit_by_name (button, "clicked");
  ui_settle (window, 1);
  g_assert_true (qn_figure_board_get_enlarged (board) == view);
  g_assert_true (ui_has_label (button, "Back to board: Work diagram"));
  g_signal_emit_by_name (button, "clicked");
  ui_settle (window, 1);
  g_assert_null (qn_figure_board_get_enlarged (board));
  ui_close (window);
}

static void
count_cb (gpointer object, int *count)
{
  (*count)++;
}

static void
test_replace (void)
{
  GtkWidget *window;
  QnFigureBoard *board = new_board (four, 900, 700, &window);
  QnFigureView *view = qn_figure_board_get_view (board, 1);
  int count = 0;

  g_signal_connect (board, "figures-changed", G_CALLBACK (count_cb), &count);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (view), "figure.replace", "s", "flows"));
  g_assert_cmpstr (qn_figure_view_get_figure_id (view), ==, "flows");
  g_assert_cmpint (count, ==, 1);
  g_assert_true (ui_has_label (GTK_WIDGET (view), qn_figure_info ("flows")->name));
  qn_figure_board_set_figures (board, four);
  g_assert_cmpstr (qn_figure_view_get_figure_id (view), ==, "ts");
  g_assert_cmpint (count, ==, 1);
  qn_figure_board_set_figures (board, (const char *const[]) { "no-such", NULL });
  g_assert_cmpuint (qn_figure_board_get_n_views (board), ==, 1);
  ui_close (window);
}

static gboolean
has_mime (GdkContentProvider *provider, const char *mime)
{
  GdkContentFormats *formats = gdk_content_provider_ref_formats (provider);
  gboolean has = gdk_content_formats_contain_mime_type (formats, mime);

  gdk_content_formats_unref (formats);
  return has;
}

static void
test_copies (void)
{
  GtkWidget *window;
  QnFigureBoard *board = new_board (four, 900, 700, &window);

  for (guint i = 0; i < 4; i++)
    {
      QnFigureView *view = qn_figure_board_get_view (board, i);
      g_autoptr (GdkContentProvider) picture = qn_figure_view_picture_provider (view);
      g_autoptr (GdkContentProvider) data = qn_figure_view_data_provider (view);
      g_autoptr (GError) error = NULL;
      g_auto (GValue) text = G_VALUE_INIT;

      g_assert_true (has_mime (picture, "image/png"));
      g_assert_true (has_mime (picture, "image/svg+xml"));
      g_assert_true (has_mime (data, "text/csv"));
      g_value_init (&text, G_TYPE_STRING);
      g_assert_true (gdk_content_provider_get_value (data, &text, &error));
      g_assert_no_error (error);
      g_assert_nonnull (strchr (g_value_get_string (&text), ','));
      g_assert_nonnull (strchr (g_value_get_string (&text), '\n'));
      qn_figure_view_copy_picture (view);
      g_assert_true (gdk_clipboard_is_local (gtk_widget_get_clipboard (GTK_WIDGET (view))));
    }
  ui_close (window);
}

static GtkEventController *
drag_source_of (GtkWidget *widget)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      GtkEventController *controller = g_list_model_get_item (controllers, i);

      g_object_unref (controller); /* the widget's */
      if (GTK_IS_DRAG_SOURCE (controller))
        return controller;
    }
  return NULL;
}

/* What is dragged out of the header: pictures, and a file that is there and is the figure. */
static void
test_drag (void)
{
  GtkWidget *window;
  QnFigureBoard *board = new_board (four, 900, 700, &window);
  GtkWidget *header = gtk_widget_get_first_child (GTK_WIDGET (qn_figure_board_get_view (board, 0)));
  g_autoptr (GdkContentProvider) provider = NULL;
  g_auto (GValue) value = G_VALUE_INIT;
  g_autoptr (GError) error = NULL;
  g_autofree char *content = NULL;

  g_assert_nonnull (drag_source_of (header));
  g_signal_emit_by_name (drag_source_of (header), "prepare", 5.0, 5.0, &provider);
  g_assert_nonnull (provider);
  g_assert_true (has_mime (provider, "image/png"));
  g_assert_true (has_mime (provider, "image/svg+xml"));
  g_value_init (&value, G_TYPE_FILE);
  g_assert_true (gdk_content_provider_get_value (provider, &value, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_load_contents (g_value_get_object (&value), NULL, &content, NULL, NULL, &error));
  g_assert_no_error (error);
  g_assert_nonnull (strstr (content, "<svg"));
  ui_close (window);
}

static void
test_export (void)
{
  static const struct
  {
    const char *format, *magic;
  } files[] = { { "svg", "<?xml" }, { "png", "\x89PNG" }, { "pdf", "%PDF" }, { "csv", "# Quench" } };
  g_autoptr (GError) error = NULL;
  GtkWidget *window;
  QnFigureBoard *board = new_board (four, 900, 700, &window);
  QnFigureView *view = qn_figure_board_get_view (board, 0);
  g_autofree char *command = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (GBytes) bytes = qn_figure_view_export_bytes (view, files[i].format, &(QnFigureSheet) { 480, 360, 96, QN_THEME_PRINT }, &error);

      g_assert_no_error (error);
      g_assert_cmpmem (g_bytes_get_data (bytes, NULL), strlen (files[i].magic), files[i].magic, strlen (files[i].magic));
    }
  command = qn_figure_view_command (view);
  g_assert_true (g_str_has_prefix (command, "quench-cli figure "));
  g_assert_nonnull (strstr (command, " --lab otto "));
  ui_close (window);
}

static void
test_export_before_any_snapshot (void)
{
  g_autoptr (GError) error = NULL;
  GtkWidget *view = g_object_ref_sink (qn_figure_view_new ("cycle"));
  GdkContentProvider *provider = qn_figure_view_picture_provider (QN_FIGURE_VIEW (view));

  g_assert_null (qn_figure_view_export_bytes (QN_FIGURE_VIEW (view), "svg", &(QnFigureSheet) { .theme = QN_THEME_PRINT }, &error));
  g_assert_error (error, QN_EXPORT_ERROR, 0);
  g_assert_null (provider);
  qn_figure_view_copy_data (QN_FIGURE_VIEW (view));
  g_object_unref (view);
}

/* Frames are only drawn for new snapshots: the same one again asks for nothing. */
static void
test_draws_when_new (void)
{
  GtkWidget *window;
  QnFigureBoard *board = new_board (four, 900, 700, &window);
  QnSnapshot *snapshot = ui_snapshot ("otto", "hot.temperature", 3);
  GdkFrameClock *clock = gtk_widget_get_frame_clock (window);
  int painted = 0;

  qn_figure_board_set_snapshot (board, snapshot, 0.02, FALSE);
  ui_settle (window, 2);
  g_signal_connect (clock, "paint", G_CALLBACK (count_cb), &painted);
  for (int i = 0; i < 20; i++)
    {
      qn_figure_board_set_snapshot (board, snapshot, 0.02, FALSE);
      g_main_context_iteration (NULL, FALSE);
      g_usleep (4000);
    }
  g_assert_cmpint (painted, ==, 0);
  g_signal_handlers_disconnect_by_func (clock, count_cb, &painted);
  qn_snapshot_unref (snapshot);
  ui_close (window);
}

int
main (int argc, char **argv)
{
  ui_init (&argc, &argv);
  g_test_add_func ("/widget/board/layouts", test_layouts);
  g_test_add_func ("/widget/board/columns", test_columns);
  g_test_add_func ("/widget/board/pages", test_pages);
  g_test_add_func ("/widget/board/pages-of-two", test_pages_of_two);
  g_test_add_func ("/widget/board/pages-text", test_pages_text);
  g_test_add_func ("/widget/board/enlarge", test_enlarge);
  g_test_add_func ("/widget/board/enlarge-button", test_enlarge_button);
  g_test_add_func ("/widget/board/replace", test_replace);
  g_test_add_func ("/widget/board/copies", test_copies);
  g_test_add_func ("/widget/board/drag", test_drag);
  g_test_add_func ("/widget/board/export", test_export);
  g_test_add_func ("/widget/board/export-before-any-snapshot", test_export_before_any_snapshot);
  g_test_add_func ("/widget/board/draws-when-new", test_draws_when_new);
  return g_test_run ();
}
