/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/qn-figure-share.h"

#include <glib/gi18n-lib.h>

#include "lab/qn-output.h"

#define CLIPBOARD_DPI 192.0
#define FALLBACK_WIDTH 640.0
#define FALLBACK_HEIGHT 480.0
#define ICON_WIDTH 240.0

typedef struct
{
  QnFigure *figure;
  QnTheme theme;
} Drawing;

static void
draw (QnCanvas *canvas, double width, double height, gpointer data)
{
  const Drawing *drawing = data;

  qn_figure_draw (drawing->figure, canvas, width, height, &drawing->theme, QN_LAYER_ALL);
}

static gboolean
prepare (const QnFigureSource *source, double dpi, QnThemeKind theme, Drawing *drawing, QnExportOptions *options, GError **error)
{
  gboolean sized = source->width >= 60 && source->height >= 45;

  if (!source->figure || !source->ready)
    {
      g_set_error_literal (error, QN_EXPORT_ERROR, 0, _("There is nothing to export yet"));
      return FALSE;
    }
  drawing->figure = source->figure;
  drawing->theme = qn_theme (theme, 1.0);
  options->width = sized ? source->width : FALLBACK_WIDTH;
  options->height = sized ? source->height : FALLBACK_HEIGHT;
  options->dpi = dpi > 0 ? dpi : 96;
  options->background = drawing->theme.background;
  options->title = _(qn_figure_get_info (source->figure)->name);
  return TRUE;
}

GBytes *
qn_figure_picture (const QnFigureSource *source, QnExportFormat format, double dpi, QnThemeKind theme, GError **error)
{
  Drawing drawing;
  QnExportOptions options;

  if (!prepare (source, dpi, theme, &drawing, &options, error))
    return NULL;
  return qn_export_bytes (format, &options, draw, &drawing, error);
}

GdkContentProvider *
qn_figure_picture_provider (const QnFigureSource *source)
{
  g_autoptr (GBytes) svg = qn_figure_picture (source, QN_EXPORT_SVG, 96, QN_THEME_PRINT, NULL);
  g_autoptr (GBytes) png = qn_figure_picture (source, QN_EXPORT_PNG, CLIPBOARD_DPI, QN_THEME_PRINT, NULL);
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
  g_autoptr (GBytes) svg = qn_figure_picture (source, QN_EXPORT_SVG, 96, QN_THEME_PRINT, NULL);

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
  png = qn_figure_picture (&small, QN_EXPORT_PNG, 96, QN_THEME_PRINT, NULL);
  return png ? GDK_PAINTABLE (gdk_texture_new_from_bytes (png, NULL)) : NULL;
}
