/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/qn-cli-sheet.h"

#include <glib/gi18n.h>
#include <string.h>

#include "cli/qn-cli-points.h"
#include "cli/qn-cli.h"
#include "lab/qn-output.h"

static const char *const formats[] = { "csv", "npy", "jsonl", NULL };

void
qn_cli_sheet_add_options (QnCliSheet *sheet, GOptionContext *context)
{
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &sheet->output, N_ ("File to write: .csv, .npy or .jsonl; - is standard output"), N_ ("FILE") },
    { "format", 'f', 0, G_OPTION_ARG_STRING, &sheet->format, N_ ("csv, npy or jsonl, where the file’s name does not tell"), N_ ("FORMAT") },
    { NULL },
  };

  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
}

void
qn_cli_sheet_clear (QnCliSheet *sheet)
{
  g_clear_pointer (&sheet->output, g_free);
  g_clear_pointer (&sheet->format, g_free);
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

QnExit
qn_cli_sheet_check (const QnCliSheet *sheet, const char *command)
{
  if (!sheet->output)
    return qn_cli_usage (_ ("%s: no file to write; give one with -o FILE.csv, .npy or .jsonl"), command);
  if (!g_strv_contains (formats, format_of (sheet)))
    return qn_cli_usage (_ ("%s: it is not known how to write “%s”; allowed: .csv, .npy, .jsonl, or --format"), command, sheet->format ? sheet->format : sheet->output);
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
      qn_number_append (out, qn_grid_axis_at (&plan->axis[a], qn_grid_index (plan, point, a)));
      g_string_append_c (out, ',');
    }
  for (int k = 0; k < plan->n_values; k++)
    {
      qn_number_append (out, grid->value[point * (gsize) plan->n_values + (gsize) k]);
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

/* --- Files ---------------------------------------------------------------- */

gboolean
qn_cli_sheet_write (const QnCliSheet *sheet, const QnGrid *grid, gsize first, gsize end, GError **error)
{
  g_autoptr (GString) out = g_string_new (NULL);
  gboolean lines = qn_cli_sheet_is (sheet, "jsonl");

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
