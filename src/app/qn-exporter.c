/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/qn-exporter.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "app/qn-settings.h"
#include "app/qn-writing.h"
#include "widgets/qn-widgets.h"

static const QnFileKind kinds[] = {
  { N_("SVG, for papers and slides"), { ".svg" } },
  { N_("PDF, for papers"), { ".pdf" } },
  { N_("PNG, a picture of pixels"), { ".png" } },
  { N_("CSV, the figure’s numbers"), { ".csv" } },
  { NULL, { NULL } },
};

static QnThemeKind
export_theme (GtkWidget *widget)
{
  g_autofree char *style = qn_settings_get_string ("export-style");
  QnThemeKind kind = QN_THEME_PRINT;

  if (g_str_equal (style, "screen"))
    return qn_widgets_theme (widget).kind;
  qn_theme_from_id (style, &kind);
  return kind;
}

/* In points of 1/72 inch; 0: as on the screen. Journals print columns of 86 and 178 mm. */
static void
set_size (QnFigureSheet *sheet)
{
  static const struct
  {
    const char *id;
    double width, height;
  } sizes[] = {
    { "column", 86 * QN_MM, 64.5 * QN_MM },
    { "page", 178 * QN_MM, 120 * QN_MM },
    { "slide", 960, 540 },
  };
  g_autofree char *id = qn_settings_get_string ("export-size");

  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    if (g_str_equal (sizes[i].id, id))
      {
        sheet->width = sizes[i].width;
        sheet->height = sizes[i].height;
      }
}

static void
written (GFile *file, const GError *error, gpointer data)
{
  if (error == NULL)
    qn_dialogs_say_of_file (data, _("Exported “%s”"), file);
  else
    qn_dialogs_complain_of_file (data, _("“%s” could not be exported"), file, error->message, _("Choose another folder or another name."));
}

static void
export_to (QnDialogs *dialogs, QnFigureView *view, GFile *file)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *name = g_file_get_basename (file);
  QnFigureSheet sheet = { .dpi = qn_settings_get_int ("export-dpi"), .theme = export_theme (GTK_WIDGET (dialogs->window)) };

  set_size (&sheet);
  bytes = qn_figure_view_export_bytes (view, name, &sheet, &error);
  if (bytes == NULL)
    {
      qn_dialogs_complain (dialogs, _("The figure could not be exported"), error->message);
      return;
    }
  qn_writing_begin (dialogs->window, file, bytes, written, dialogs, NULL);
}

/* The kind that was chosen gives the extension to a name that has none. */
static GFile *
with_extension (GFile *file, const QnFileKind *kind)
{
  g_autofree char *base = g_file_get_basename (file);
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autofree char *name = g_strconcat (base, (kind != NULL ? kind : kinds)->extensions[0], NULL);

  return strchr (base, '.') != NULL || folder == NULL ? g_object_ref (file) : g_file_get_child (folder, name);
}

static void
export_chosen (QnDialogs *dialogs, GFile *chosen, const QnFileKind *kind, gpointer view)
{
  g_autoptr (GFile) file = with_extension (chosen, kind);

  /* The chooser has asked about the name it knew of, not about this one. */
  if (!g_file_equal (file, chosen) && g_file_query_exists (file, NULL))
    {
      g_autofree char *name = g_file_get_basename (file);
      g_autofree char *heading = g_strdup_printf (_("“%s” already exists"), name);

      qn_dialogs_complain (dialogs, heading, _("Nothing was written. Give another name, or this one with its ending to replace the file."));
      return;
    }
  export_to (dialogs, view, file);
}

void
qn_exporter_ask (QnDialogs *dialogs, QnFigureView *view, const QnExperiment *experiment)
{
  g_autofree char *name = g_strdup_printf ("%s%s%s-%s.svg", experiment->lab->id, experiment->preset[0] != '\0' ? "-" : "", experiment->preset,
                                           qn_figure_view_get_figure_id (view));
  QnFileQuestion question = {
    .action = GTK_FILE_CHOOSER_ACTION_SAVE,
    .title = _("Export Figure"),
    .accept = _("_Export"),
    .name = name,
    .kinds = kinds,
    .chosen = export_chosen,
    .data = g_object_ref (view),
    .destroy = g_object_unref,
  };

  qn_dialogs_choose_file (dialogs, &question);
}
