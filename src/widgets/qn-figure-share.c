/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/qn-figure-share.h"

#include <glib/gi18n-lib.h>

#include "lab/qn-output.h"

#define CLIPBOARD_DPI 192.0
#define POINTS_A_PIXEL 0.75 /* of CSS: 72 points and 96 pixels an inch */
#define FALLBACK_WIDTH 640.0
#define FALLBACK_HEIGHT 480.0
#define ICON_WIDTH 240.0

/* So large as so many pixels are on a screen, with text and lines as large as there. */
static void
as_on_screen (double width, double height, QnFigureSheet *sheet)
{
  QnTheme theme = qn_theme (sheet->theme, 1);

  sheet->width = width * POINTS_A_PIXEL;
  sheet->height = height * POINTS_A_PIXEL;
  sheet->font = qn_theme_text_size (&theme, width, height) * POINTS_A_PIXEL;
  sheet->line = qn_theme_line_width (&theme, width, height) * POINTS_A_PIXEL;
}

GBytes *
qn_figure_picture (const QnFigureSource *source, const char *name, const QnFigureSheet *wanted, GError **error)
{
  gboolean sized = source->width >= 60 && source->height >= 45;
  QnFigureSheet sheet = *wanted;

  if (!source->figure || !source->ready)
    {
      g_set_error_literal (error, QN_EXPORT_ERROR, 0, _("There is nothing to export yet"));
      return NULL;
    }
  if (sheet.width == 0)
    as_on_screen (sized ? source->width : FALLBACK_WIDTH, sized ? source->height : FALLBACK_HEIGHT, &sheet);
  return qn_figure_export_this (source->figure, name, &sheet, error);
}

static GBytes *
print_picture (const QnFigureSource *source, const char *name, double dpi)
{
  return qn_figure_picture (source, name, &(QnFigureSheet) { .dpi = dpi, .theme = QN_THEME_PRINT }, NULL);
}

GdkContentProvider *
qn_figure_picture_provider (const QnFigureSource *source)
{
  g_autoptr (GBytes) svg = print_picture (source, "svg", 96);
  g_autoptr (GBytes) png = print_picture (source, "png", CLIPBOARD_DPI);
  GdkContentProvider *parts[2];

  if (!svg || !png)
    return NULL;
  parts[0] = gdk_content_provider_new_for_bytes ("image/svg+xml", svg);
  parts[1] = gdk_content_provider_new_for_bytes ("image/png", png);
  return gdk_content_provider_new_union (parts, G_N_ELEMENTS (parts));
}

GdkContentProvider *
qn_figure_data_provider (const QnFigureSource *source)
{
  g_autofree char *csv = NULL;
  g_autoptr (GBytes) bytes = NULL;
  GdkContentProvider *parts[2];

  if (!source->figure || !source->ready || !(csv = qn_figure_csv (source->figure)))
    return NULL;
  bytes = g_bytes_new (csv, strlen (csv));
  parts[0] = gdk_content_provider_new_for_bytes ("text/csv", bytes);
  parts[1] = gdk_content_provider_new_typed (G_TYPE_STRING, csv);
  return gdk_content_provider_new_union (parts, G_N_ELEMENTS (parts));
}

/* One file a figure, written over each time: whoever was given it may read it late, so it is not removed after the drop. */
static GFile *
write_drag_file (const QnFigureSource *source)
{
  g_autofree char *folder = g_build_filename (g_get_user_cache_dir (), "quench", "dragged", NULL);
  g_autofree char *name = g_strconcat ("quench-", qn_figure_get_info (source->figure)->id, ".svg", NULL);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GBytes) svg = print_picture (source, "svg", 96);

  if (svg == NULL || g_mkdir_with_parents (folder, 0700) != 0
      || !qn_output_put (path, g_bytes_get_data (svg, NULL), (gssize) g_bytes_get_size (svg), NULL))
    return NULL;
  return g_file_new_for_path (path);
}

GdkContentProvider *
qn_figure_drag_provider (const QnFigureSource *source)
{
  g_autoptr (GdkContentProvider) picture = qn_figure_picture_provider (source);
  g_autoptr (GFile) file = NULL;
  GdkContentProvider *parts[2];

  if (!picture)
    return NULL;
  file = write_drag_file (source);
  if (!file)
    return g_steal_pointer (&picture);
  parts[0] = gdk_content_provider_new_typed (G_TYPE_FILE, file);
  parts[1] = g_steal_pointer (&picture);
  return gdk_content_provider_new_union (parts, G_N_ELEMENTS (parts));
}

GdkPaintable *
qn_figure_drag_icon (const QnFigureSource *source)
{
  QnFigureSource small = *source;
  g_autoptr (GBytes) png = NULL;

  if (source->width > 0)
    {
      small.width = ICON_WIDTH;
      small.height = ICON_WIDTH * CLAMP (source->height / source->width, 0.4, 1.5);
    }
  png = print_picture (&small, "png", 96);
  return png ? GDK_PAINTABLE (gdk_texture_new_from_bytes (png, NULL)) : NULL;
}
