/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/qn-cli-sheet.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "cli/qn-cli-points.h"
#include "cli/qn-cli-watch.h"
#include "cli/qn-cli.h"
#include "lab/qn-grid-refine.h"
#include "lab/qn-output.h"
#include "plot/qn-export.h"
#include "sim/qn-snapshot-new.h"

static const char *const formats[] = { "csv", "npy", "jsonl", "svg", "pdf", "png", NULL };

void
qn_cli_sheet_add_drawing (QnCliSheet *sheet, GOptionContext *context)
{
  const GOptionEntry entries[] = {
    { "size", 0, 0, G_OPTION_ARG_STRING, &sheet->size, N_ ("Size of a drawing in pt, mm, cm, in or px, as 86x64mm (default: 640x480pt)"), N_ ("WxH") },
    { "dpi", 0, 0, G_OPTION_ARG_DOUBLE, &sheet->dpi, N_ ("Pixels an inch of a PNG (default: 96)"), "N" },
    { "theme", 0, 0, G_OPTION_ARG_STRING, &sheet->theme, N_ ("light, dark, light-contrast, dark-contrast, transparent or print (default)"), N_ ("THEME") },
    { "font-size", 0, 0, G_OPTION_ARG_STRING, &sheet->font, N_ ("Of the drawing’s text (default: as its size asks for)"), N_ ("LENGTH") },
    { "line", 0, 0, G_OPTION_ARG_STRING, &sheet->line, N_ ("Width of a curve (default: as the drawing’s size asks for)"), N_ ("LENGTH") },
    { "text", 0, 0, G_OPTION_ARG_STRING, &sheet->text, N_ ("Letters of an SVG: outlines, alike everywhere (default), or text, to edit"), N_ ("outlines|text") },
    { "decimal", 0, 0, G_OPTION_ARG_STRING, &sheet->decimal, N_ ("What stands before the fraction: . (default) or ,"), ".|," },
    { NULL },
  };

  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
}

void
qn_cli_sheet_add_options (QnCliSheet *sheet, GOptionContext *context)
{
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &sheet->output, N_ ("File to write: .csv, .npy, .jsonl, or drawn as .svg, .pdf or .png; - is standard output"), N_ ("FILE") },
    { "format", 'f', 0, G_OPTION_ARG_STRING, &sheet->format, N_ ("csv, npy, jsonl, svg, pdf or png, where the file’s name does not tell"), N_ ("FORMAT") },
    { NULL },
  };

  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  qn_cli_sheet_add_drawing (sheet, context);
}

void
qn_cli_sheet_clear (QnCliSheet *sheet)
{
  char **const texts[] = { &sheet->output, &sheet->format, &sheet->size, &sheet->theme, &sheet->font, &sheet->line, &sheet->text, &sheet->decimal };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    g_clear_pointer (texts[i], g_free);
}

/* By its own name, or what the file's ends with. */
static const char *
format_of (const QnCliSheet *sheet)
{
  const char *dot = strrchr (sheet->output, '.');

  if (sheet->format)
    return sheet->format;
  return !strcmp (sheet->output, "-") ? "csv" : (dot ? dot + 1 : "");
}

gboolean
qn_cli_sheet_is (const QnCliSheet *sheet, const char *format)
{
  return g_str_equal (format_of (sheet), format);
}

/* A length in points, of a number and a unit; without one it is in points. NULL: none stands there. */
static const char *
parse_length (const char *text, double *points)
{
  static const struct { const char *id; double points; } units[] = { { "pt", 1 }, { "mm", QN_MM }, { "cm", 10 * QN_MM }, { "in", 72 }, { "px", 0.75 } };
  char *end;

  *points = g_ascii_strtod (text, &end);
  if (end == text || !isfinite (*points))
    return NULL;
  for (gsize i = 0; i < G_N_ELEMENTS (units); i++)
    if (g_str_has_prefix (end, units[i].id))
      {
        *points *= units[i].points;
        return end + strlen (units[i].id);
      }
  return end;
}

/* The unit behind the height is that of the width too, where that has none: 86x64mm. */
static gboolean
parse_size (const char *text, QnFigureSheet *sheet)
{
  g_autofree char *width = NULL;
  const char *end, *cross = strpbrk (text, "xX");
  double height;

  while (cross && cross > text && cross[-1] == 'p')
    cross = strpbrk (cross + 1, "xX");
  if (!cross || !(end = parse_length (cross + 1, &height)) || *end)
    return FALSE;
  width = g_strndup (text, (gsize) (cross - text));
  if (width[0] && g_ascii_isdigit (width[strlen (width) - 1]))
    {
      const char *unit = cross + 1 + strspn (cross + 1, "0123456789.+-eE");
      char *whole = g_strconcat (width, unit, NULL);

      g_free (width);
      width = whole;
    }
  if (!(end = parse_length (width, &sheet->width)) || *end)
    return FALSE;
  sheet->height = height;
  return sheet->width >= 45 && height >= 45 && sheet->width <= 16000 && height <= 16000;
}

static gboolean
parse_within (const char *text, double least, double most, double *points)
{
  const char *end = parse_length (text, points);

  return end && !*end && *points >= least && *points <= most;
}

static QnExit
check_lengths (const QnCliSheet *sheet, QnFigureSheet *figure)
{
  if (sheet->size && !parse_size (sheet->size, figure))
    return qn_cli_usage (_ ("--size: “%s” is not allowed; allowed: WIDTHxHEIGHT in pt, mm, cm, in or px, each 45 to 16000 pt"), sheet->size);
  if (sheet->font && !parse_within (sheet->font, 1, 200, &figure->font))
    return qn_cli_usage (_ ("--font-size: “%s” is not allowed; allowed: 1pt to 200pt"), sheet->font);
  if (sheet->line && !parse_within (sheet->line, 0.05, 50, &figure->line))
    return qn_cli_usage (_ ("--line: “%s” is not allowed; allowed: 0.05pt to 50pt"), sheet->line);
  if (sheet->dpi != 0 && !(sheet->dpi >= 20 && sheet->dpi <= 2400))
    return qn_cli_usage (_ ("--dpi: %g is not allowed; allowed: 20 to 2400"), sheet->dpi);
  figure->dpi = sheet->dpi != 0 ? sheet->dpi : figure->dpi;
  return QN_EXIT_OK;
}

QnExit
qn_cli_sheet_figure (const QnCliSheet *sheet, QnFigureSheet *figure)
{
  QnExit status = check_lengths (sheet, figure);

  if (status != QN_EXIT_OK)
    return status;
  if (sheet->theme && !qn_theme_from_id (sheet->theme, &figure->theme))
    return qn_cli_usage (_ ("--theme: “%s” is unknown; allowed: light, dark, light-contrast, dark-contrast, print, transparent"), sheet->theme);
  if (sheet->text && !g_str_equal (sheet->text, "text") && !g_str_equal (sheet->text, "outlines"))
    return qn_cli_usage (_ ("--text: “%s” is not allowed; allowed: text, outlines"), sheet->text);
  if (sheet->decimal && !g_str_equal (sheet->decimal, ",") && !g_str_equal (sheet->decimal, "."))
    return qn_cli_usage (_ ("--decimal: “%s” is not allowed; allowed: . or ,"), sheet->decimal);
  if (sheet->text)
    figure->text = g_str_equal (sheet->text, "text");
  if (sheet->decimal)
    figure->decimal = sheet->decimal[0] == ',' ? ',' : 0;
  return QN_EXIT_OK;
}

QnExit
qn_cli_sheet_check (const QnCliSheet *sheet, const char *command)
{
  QnFigureSheet figure = QN_FIGURE_SHEET;

  if (!sheet->output)
    return qn_cli_usage (_ ("%s: no file to write; give one with -o FILE.csv, .npy, .jsonl, .svg, .pdf or .png"), command);
  if (!g_strv_contains (formats, format_of (sheet)))
    return qn_cli_usage (_ ("%s: it is not known how to write “%s”; allowed: .csv, .npy, .jsonl, .svg, .pdf, .png, or --format"), command, sheet->format ? sheet->format : sheet->output);
  return qn_cli_sheet_figure (sheet, &figure);
}

static gboolean
is_drawn (const QnCliSheet *sheet)
{
  return qn_cli_sheet_is (sheet, "svg") || qn_cli_sheet_is (sheet, "pdf") || qn_cli_sheet_is (sheet, "png");
}

QnExit
qn_cli_sheet_check_plan (const QnCliSheet *sheet, const QnGridPlan *plan)
{
  if (is_drawn (sheet) && plan->curves && plan->n_axes > 1 && plan->axis[1].n > QN_GRID_CURVES)
    return qn_cli_usage (_ ("--y: %d curves are too many for a drawing; allowed: %d, or quench-cli map"), plan->axis[1].n, QN_GRID_CURVES);
  return QN_EXIT_OK;
}

/* --- CSV ------------------------------------------------------------------ */

static void
csv_head (GString *out, const QnGridPlan *plan)
{
  const QnLab *lab = plan->experiment.lab;

  for (int a = 0; a < plan->n_axes; a++)
    g_string_append_printf (out, "%s,", lab->parameters[plan->axis[a].parameter].id);
  for (int k = 0; k < plan->n_values; k++)
    g_string_append_printf (out, "%s,", lab->results[plan->value[k]].id);
  g_string_append (out, "mode,doubts,hole\n");
}

/* In quotes, as whatever may hold commas. */
static void
csv_text (GString *out, const char *text)
{
  g_string_append_c (out, '"');
  for (; *text; text++)
    g_string_append_printf (out, *text == '"' ? "\"\"" : "%c", *text);
  g_string_append_c (out, '"');
}

static void
csv_row (GString *out, const QnGrid *grid, gsize point)
{
  const QnGridPlan *plan = &grid->plan;
  const char *part = "";

  for (int a = 0; a < plan->n_axes; a++)
    {
      qn_number_append (out, grid->at[a][qn_grid_index (plan, point, a)]);
      g_string_append_c (out, ',');
    }
  for (int k = 0; k < plan->n_values; k++)
    {
      qn_number_append (out, qn_grid_value (grid, point, k));
      g_string_append_c (out, ',');
    }
  if (!grid->reason[point])
    g_string_append (out, qn_mode_id (grid->mode[point]));
  g_string_append_c (out, ',');
  for (guint bit = 0; bit < QN_N_DOUBTS; bit++)
    if (grid->doubts[point] & 1u << bit)
      {
        g_string_append_printf (out, "%s%s", part, qn_doubt_id (1u << bit));
        part = "+";
      }
  g_string_append_c (out, ',');
  if (grid->reason[point])
    csv_text (out, grid->reason[point]);
  g_string_append_c (out, '\n');
}

/* --- Arrays --------------------------------------------------------------- */

/* NumPy's format 1.0: value by value, of each row by row along y, x running fastest. */
static void
append_npy (GString *out, const QnGrid *grid)
{
  const QnGridPlan *plan = &grid->plan;
  g_autoptr (GString) head = g_string_new (NULL);

  g_string_append_printf (head, "{'descr': '<f8', 'fortran_order': False, 'shape': (%d, ", plan->n_values);
  if (plan->n_axes > 1)
    g_string_append_printf (head, "%d, ", plan->axis[1].n);
  g_string_append_printf (head, "%d), }", plan->axis[0].n);
  while ((10 + head->len + 1) % 64 != 0)
    g_string_append_c (head, ' ');
  g_string_append_c (head, '\n');
  g_string_append_len (out, "\x93NUMPY\x01\x00", 8);
  g_string_append_c (out, (char) (head->len & 0xff));
  g_string_append_c (out, (char) (head->len >> 8));
  g_string_append_len (out, head->str, (gssize) head->len);
  for (int k = 0; k < plan->n_values; k++)
    for (gsize i = 0; i < grid->n; i++)
      {
        guint64 bits;

        memcpy (&bits, &grid->value[i * (gsize) plan->n_values + (gsize) k], sizeof bits);
        bits = GUINT64_TO_LE (bits);
        g_string_append_len (out, (const char *) &bits, sizeof bits);
      }
}

/* --- Drawings ------------------------------------------------------------- */

static gboolean
write_drawing (const QnCliSheet *sheet, QnGrid *grid, GError **error)
{
  g_autoptr (QnSnapshot) snapshot = qn_snapshot_new_for (&grid->plan.experiment, 0, qn_cli_cancelled (), error);
  g_autoptr (GBytes) bytes = NULL;
  QnFigureSheet figure = QN_FIGURE_SHEET;

  if (!snapshot)
    return FALSE;
  qn_cli_sheet_figure (sheet, &figure);
  qn_snapshot_take_grid (snapshot, qn_grid_ref (grid));
  bytes = qn_figure_export (grid->plan.curves ? "sweep" : "map", snapshot, format_of (sheet), &figure, error);
  return bytes && qn_output_put (sheet->output, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), error);
}

/* --- Files ---------------------------------------------------------------- */

gboolean
qn_cli_sheet_write (const QnCliSheet *sheet, QnGrid *grid, gsize first, gsize end, GError **error)
{
  g_autoptr (GString) out = g_string_new (NULL);
  gboolean lines = qn_cli_sheet_is (sheet, "jsonl");

  if (is_drawn (sheet))
    return write_drawing (sheet, grid, error);
  if (qn_cli_sheet_is (sheet, "npy"))
    append_npy (out, grid);
  else
    {
      if (lines)
        qn_cli_points_append_head (out, &grid->plan);
      else
        csv_head (out, &grid->plan);
      for (gsize i = first; i < end; i++)
        if (lines)
          qn_cli_points_append_point (out, grid, i);
        else
          csv_row (out, grid, i);
    }
  return qn_output_put (sheet->output, out->str, (gssize) out->len, error);
}
