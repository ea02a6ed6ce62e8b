/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The board: which figures, their menu, exporting and copying them. */
#include "app/qn-window-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "app/qn-settings.h"
#include "widgets/qn-widgets.h"

static gboolean
has_figure (const QnLab *lab, const char *id)
{
  return g_strv_contains (lab->figures, id) && qn_figure_info (id) != NULL;
}

/* `size` ids: the wanted ones that the lab has, then its own in their order. */
static char **
choose_figures (const QnLab *lab, const char *const *wanted, int size)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (GHashTable) used = g_hash_table_new (g_str_hash, g_str_equal);
  int n = 0;

  for (gsize i = 0; wanted[i] != NULL && n < size; i++)
    {
      if (!has_figure (lab, wanted[i]))
        continue;
      g_hash_table_add (used, (gpointer) wanted[i]);
      g_strv_builder_add (builder, wanted[i]);
      n++;
    }
  for (gsize i = 0; lab->figures[i] != NULL && n < size; i++)
    {
      if (!has_figure (lab, lab->figures[i]) || !g_hash_table_add (used, (gpointer) lab->figures[i]))
        continue;
      g_strv_builder_add (builder, lab->figures[i]);
      n++;
    }
  return g_strv_builder_end (builder);
}

static GMenuModel *
figure_menu (const QnLab *lab)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) replace = g_menu_new ();
  g_autoptr (GMenu) act = g_menu_new ();
  gsize n;
  const QnFigureInfo *infos = qn_figure_infos (&n);

  for (gsize i = 0; i < n; i++)
    {
      g_autoptr (GMenuItem) item = NULL;

      if (!has_figure (lab, infos[i].id))
        continue;
      item = g_menu_item_new (_(infos[i].name), NULL);
      g_menu_item_set_action_and_target (item, "figure.replace", "s", infos[i].id);
      g_menu_append_item (replace, item);
    }
  g_menu_append (act, _("Enlarge, or back"), "figure.enlarge");
  g_menu_append (act, _("Turn home"), "figure.reset-camera");
  g_menu_append (act, _("Export…"), "figure.export");
  g_menu_append (act, _("Copy picture"), "figure.copy-picture");
  g_menu_append (act, _("Copy data"), "figure.copy-data");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (replace));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (act));
  return G_MENU_MODEL (menu);
}

/* What the figures on the board want computed beside the limit cycle. */
static void
want_extras (QnWindow *self)
{
  g_auto (GStrv) ids = qn_figure_board_get_figures (self->board);
  guint extras = 0;

  for (gsize i = 0; ids[i] != NULL; i++)
    extras |= qn_figure_info (ids[i])->extras;
  qn_session_want (self->session, extras);
}

void
qn_window_fill_board (QnWindow *self)
{
  g_auto (GStrv) wanted = qn_settings_get_strv ("board-figures");
  g_auto (GStrv) ids = choose_figures (self->lab, (const char *const *) wanted, self->board_size);
  g_autoptr (GMenuModel) menu = figure_menu (self->lab);

  qn_figure_board_set_menu_model (self->board, menu);
  qn_figure_board_set_figures (self->board, (const char *const *) ids);
  want_extras (self);
}

void
qn_window_remember_figures (QnWindow *self)
{
  g_auto (GStrv) ids = qn_figure_board_get_figures (self->board);

  qn_settings_set_strv ("board-figures", (const char *const *) ids);
  want_extras (self);
}

void
qn_window_set_board_size (QnWindow *self, int n)
{
  g_auto (GStrv) shown = NULL;
  g_auto (GStrv) ids = NULL;

  if (n == self->board_size || n < 1 || n > QN_BOARD_MAX)
    return;
  self->board_size = n;
  shown = qn_figure_board_get_figures (self->board);
  ids = choose_figures (self->lab, (const char *const *) shown, n);
  qn_figure_board_enlarge (self->board, NULL);
  qn_figure_board_set_figures (self->board, (const char *const *) ids);
  qn_settings_set_int ("board-size", n);
  qn_window_remember_figures (self);
}

static void
board_reset_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  static const char *const none[] = { NULL };
  QnWindow *self = QN_WINDOW (widget);

  qn_settings_set_strv ("board-figures", none);
  qn_figure_board_enlarge (self->board, NULL);
  qn_window_fill_board (self);
}

/* Exporting */

typedef struct
{
  const char *extension, *name;
} Format;

static const Format formats[] = {
  { ".svg", N_("SVG, for papers and slides") },
  { ".pdf", N_("PDF, for papers") },
  { ".png", N_("PNG, a picture of pixels") },
};

static QnThemeKind
export_theme (QnWindow *self)
{
  g_autofree char *style = qn_settings_get_string ("export-style");
  QnThemeKind kind = QN_THEME_PRINT;

  if (g_str_equal (style, "screen"))
    return qn_widgets_theme (GTK_WIDGET (self)).kind;
  qn_theme_from_id (style, &kind);
  return kind;
}

/* In points of 1/72 inch; 0: as on the screen. */
static void
export_size (double *width, double *height)
{
  static const struct
  {
    const char *id;
    double width, height;
  } sizes[] = {
    { "screen", 0, 0 },
    { "column", 241, 181 },
    { "page", 482, 330 },
    { "slide", 960, 540 },
  };
  g_autofree char *id = qn_settings_get_string ("export-size");

  *width = *height = 0.0;
  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      if (g_str_equal (sizes[i].id, id))
        {
          *width = sizes[i].width;
          *height = sizes[i].height;
        }
    }
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (QnWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *base = g_file_get_basename (G_FILE (source));
  g_autofree char *name = g_filename_display_name (base);

  if (g_file_replace_contents_finish (G_FILE (source), result, NULL, &error))
    {
      g_autofree char *text = g_strdup_printf (_("Exported “%s”"), name);

      if (!g_cancellable_is_cancelled (self->cancellable))
        qn_window_say (self, text);
      return;
    }
  if (!g_cancellable_is_cancelled (self->cancellable))
    {
      g_autofree char *heading = g_strdup_printf (_("“%s” could not be exported"), name);
      g_autofree char *body = g_strdup_printf ("%s\n\n%s", error->message, _("Choose another folder or another name."));

      qn_window_complain (self, heading, body);
    }
}

static void
export_to (QnWindow *self, QnFigureView *view, GFile *file)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *name = g_file_get_basename (file);
  QnExportFormat format;
  double width, height;

  export_size (&width, &height);
  if (qn_export_format_from_path (name, &format, &error))
    bytes = qn_figure_view_export_bytes (view, format, width, height, qn_settings_get_int ("export-dpi"), export_theme (self), &error);
  if (bytes == NULL)
    {
      qn_window_complain (self, _("The figure could not be exported"), error->message);
      return;
    }
  g_file_replace_contents_bytes_async (file, bytes, NULL, FALSE, G_FILE_CREATE_NONE, NULL, written_cb, g_object_ref (self));
}

/* The filter that was chosen gives the extension to a name that has none. */
static GFile *
with_extension (GtkFileChooser *chooser, GFile *file)
{
  g_autofree char *base = g_file_get_basename (file);
  GtkFileFilter *filter = gtk_file_chooser_get_filter (chooser);
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autofree char *name = NULL;
  const char *extension = ".svg";

  if (strchr (base, '.') != NULL || folder == NULL)
    return g_object_ref (file);
  for (gsize i = 0; filter != NULL && i < G_N_ELEMENTS (formats); i++)
    {
      if (g_strcmp0 (gtk_file_filter_get_name (filter), _(formats[i].name)) == 0)
        extension = formats[i].extension;
    }
  name = g_strconcat (base, extension, NULL);
  return g_file_get_child (folder, name);
}

#define CHOOSER_VIEW "quench-view"

static void
export_response_cb (GtkNativeDialog *dialog, int response, QnWindow *self)
{
  QnFigureView *view = g_object_get_data (G_OBJECT (dialog), CHOOSER_VIEW);
  g_autoptr (GFile) chosen = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog)) : NULL;
  g_autoptr (GFile) file = NULL;

  if (chosen == NULL)
    return;
  file = with_extension (GTK_FILE_CHOOSER (dialog), chosen);
  /* The chooser has asked about the name it knew of, not about this one. */
  if (!g_file_equal (file, chosen) && g_file_query_exists (file, NULL))
    {
      g_autofree char *name = g_file_get_basename (file);
      g_autofree char *heading = g_strdup_printf (_("“%s” is there already"), name);

      qn_window_complain (self, heading, _("Nothing was written. Give another name, or this one with its ending to replace the file."));
      return;
    }
  export_to (self, view, file);
}

void
qn_window_export (QnWindow *self, QnFigureView *view)
{
  GtkFileChooserNative *native = qn_window_chooser (self, _("Export the figure"), GTK_FILE_CHOOSER_ACTION_SAVE, _("_Export"));
  GtkFileChooser *chooser = GTK_FILE_CHOOSER (native);
  const QnExperiment *origin = qn_session_get_origin (self->session);
  g_autofree char *name = g_strdup_printf ("%s%s%s-%s.svg", origin->lab->id, origin->preset[0] != '\0' ? "-" : "", origin->preset,
                                           qn_figure_view_get_figure_id (view));

  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
      g_autofree char *pattern = g_strconcat ("*", formats[i].extension, NULL);

      gtk_file_filter_set_name (filter, _(formats[i].name));
      gtk_file_filter_add_pattern (filter, pattern);
      gtk_file_chooser_add_filter (chooser, filter);
    }
  gtk_file_chooser_set_current_name (chooser, name);
  g_object_set_data_full (G_OBJECT (native), CHOOSER_VIEW, g_object_ref (view), g_object_unref);
  g_signal_connect (native, "response", G_CALLBACK (export_response_cb), self);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (native));
}

/* Actions on the present figure */

static void
figure_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  QnWindow *self = QN_WINDOW (widget);
  QnFigureView *view = qn_figure_board_get_current (self->board);

  if (g_str_equal (name, "win.export"))
    {
      qn_window_export (self, view);
      return;
    }
  if (g_str_equal (name, "win.copy-picture"))
    qn_figure_view_copy_picture (view);
  else
    qn_figure_view_copy_data (view);
  qn_window_say (self, g_str_equal (name, "win.copy-picture") ? _("Picture copied") : _("Data copied"));
}

static void
enlarge_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  QnFigureBoard *board = QN_WINDOW (widget)->board;

  qn_figure_board_enlarge (board, qn_figure_board_get_enlarged (board) != NULL ? NULL : qn_figure_board_get_current (board));
}

static void
turn_page (GtkWidget *widget, const char *name, GVariant *parameter)
{
  QnFigureBoard *board = QN_WINDOW (widget)->board;
  QnFigureView *current = qn_figure_board_get_current (board);
  guint n = qn_figure_board_get_n_views (board), i = 0;
  QnFigureView *next;

  while (i < n && qn_figure_board_get_view (board, i) != current)
    i++;
  next = qn_figure_board_get_view (board, (i + (g_str_equal (name, "win.next-figure") ? 1 : n - 1)) % n);
  if (qn_figure_board_get_enlarged (board) != NULL)
    qn_figure_board_enlarge (board, next);
  else
    gtk_widget_grab_focus (GTK_WIDGET (next));
}

void
qn_window_figures_class_init (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.export", NULL, figure_action);
  gtk_widget_class_install_action (widget_class, "win.copy-picture", NULL, figure_action);
  gtk_widget_class_install_action (widget_class, "win.copy-data", NULL, figure_action);
  gtk_widget_class_install_action (widget_class, "win.enlarge", NULL, enlarge_action);
  gtk_widget_class_install_action (widget_class, "win.next-figure", NULL, turn_page);
  gtk_widget_class_install_action (widget_class, "win.previous-figure", NULL, turn_page);
  gtk_widget_class_install_action (widget_class, "win.board-reset", NULL, board_reset_action);
}
