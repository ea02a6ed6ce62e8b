/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "cli/qn-cli-watch.h"
#include "cli/qn-cli.h"
#include "cli/qn-selection.h"
#include "figures/qn-figure.h"
#include "lab/qn-output.h"
#include "plot/qn-export.h"
#include "sim/qn-background.h"
#include "sim/qn-snapshot-new.h"

#define MOST_CYCLES 100000
#define MOST_RUNS 10000000

typedef struct
{
  QnSelection selection;
  char *output, *format, *size, *theme;
  double dpi;
  int cycles;
  gint64 runs, seed;
} FigureOptions;

static void
clear_options (FigureOptions *options)
{
  qn_selection_clear (&options->selection);
  g_clear_pointer (&options->output, g_free);
  g_clear_pointer (&options->format, g_free);
  g_clear_pointer (&options->size, g_free);
  g_clear_pointer (&options->theme, g_free);
}

static gboolean
parse_size (const char *text, double *width, double *height)
{
  char *end;

  *width = g_ascii_strtod (text, &end);
  if (end == text || (*end != 'x' && *end != 'X'))
    return FALSE;
  text = end + 1;
  *height = g_ascii_strtod (text, &end);
  return end != text && !*end && *width >= 60 && *height >= 60 && *width <= 16000 && *height <= 16000;
}

static QnExit
unknown_figure (const QnLab *lab, const char *name)
{
  g_autofree char *known = g_strjoinv (", ", (char **) lab->figures);

  return qn_cli_usage (_ ("figure: “%s” is unknown in lab %s; allowed: %s"), name, lab->id, known);
}

/* The sweep over the cycle time, and single runs, where the figure draws them and the lab has them. */
static gboolean
add_extras (const FigureOptions *options, const char *name, QnSnapshot *snapshot, GError **error)
{
  if (qn_figure_info (name)->extras & QN_EXTRA_SWEEP)
    qn_snapshot_add_sweep (snapshot, qn_cli_cancelled ());
  if (!(qn_figure_info (name)->extras & QN_EXTRA_RUNS) || !snapshot->experiment.lab->sampler)
    return TRUE;
  return qn_snapshot_add_runs (snapshot, options->runs, options->seed, qn_cli_cancelled (), error);
}

static QnExit
check_options (const FigureOptions *options, QnFigureSheet *sheet)
{
  g_autoptr (GError) error = NULL;
  QnExportFormat format;

  *sheet = (QnFigureSheet) { .dpi = options->dpi };
  if (!options->output)
    return qn_cli_usage (_ ("figure: no file to write; give one with -o FILE.svg, .pdf or .png"));
  if (!qn_export_format_from_path (options->format ? options->format : options->output, &format, &error))
    return qn_cli_usage ("%s", error->message);
  if (!parse_size (options->size ? options->size : "640x480", &sheet->width, &sheet->height))
    return qn_cli_usage (_ ("--size: “%s” is not allowed; allowed: WIDTHxHEIGHT, each 60 to 16000"), options->size);
  if (!qn_theme_from_id (options->theme ? options->theme : "print", &sheet->theme))
    return qn_cli_usage (_ ("--theme: “%s” is unknown; allowed: light, dark, light-contrast, dark-contrast, print"), options->theme);
  if (!(options->dpi >= 20 && options->dpi <= 2400))
    return qn_cli_usage (_ ("--dpi: %g is not allowed; allowed: 20 to 2400"), options->dpi);
  if (options->cycles < 0 || options->cycles > MOST_CYCLES)
    return qn_cli_usage (_ ("--cycles: %d is not allowed; allowed: 1 to %d, or 0 for the limit cycle"), options->cycles, MOST_CYCLES);
  if (options->runs < 1 || options->runs > MOST_RUNS || options->seed < 0)
    return qn_cli_usage (_ ("--trajectories, --seed: not allowed; allowed: 1 to %d runs, a seed of 0 or more"), MOST_RUNS);
  return QN_EXIT_OK;
}

static gboolean
write_figure (const FigureOptions *options, const char *name, QnSnapshot *snapshot, const QnFigureSheet *sheet, GError **error)
{
  g_autoptr (GBytes) bytes = qn_figure_export (name, snapshot, options->format ? options->format : options->output, sheet, error);

  return bytes && qn_output_put (options->output, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), error);
}

static QnExit
draw (const FigureOptions *options, const char *name, const char *file)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (QnSnapshot) snapshot = NULL;
  QnExperiment experiment;
  QnFigureSheet sheet;
  QnExit status = check_options (options, &sheet);
  gboolean ok;

  if (status != QN_EXIT_OK)
    return status;
  if (!qn_selection_experiment (&options->selection, file, &experiment, &error))
    return qn_cli_fail (error);
  if (!g_strv_contains (experiment.lab->figures, name))
    return unknown_figure (experiment.lab, name);
  qn_cli_watch_begin ();
  ok = (snapshot = qn_snapshot_new_for (&experiment, options->cycles, qn_cli_cancelled (), &error)) && add_extras (options, name, snapshot, &error);
  qn_cli_watch_end ();
  if (qn_is_cancelled (qn_cli_cancelled ()))
    return qn_cli_broken_off ();
  qn_selection_warn (&options->selection, &experiment, NULL, 0);
  if (ok && write_figure (options, name, snapshot, &sheet, &error))
    return QN_EXIT_OK;
  g_printerr ("quench-cli: %s\n", error->message);
  return QN_EXIT_FAILED;
}

QnExit
qn_cli_figure (int argc, char **argv)
{
  g_autoptr (GOptionContext) context = g_option_context_new (_ ("NAME [FILE] -o FILE.svg|pdf|png"));
  g_autoptr (GError) error = NULL;
  FigureOptions options = { .dpi = 96, .runs = 20000, .seed = 1 };
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options.output, N_ ("File to write: .svg, .pdf or .png; - is standard output"), N_ ("FILE") },
    { "format", 'f', 0, G_OPTION_ARG_STRING, &options.format, N_ ("svg, pdf or png, where the file’s name does not tell"), N_ ("FORMAT") },
    { "size", 0, 0, G_OPTION_ARG_STRING, &options.size, N_ ("Size in points (default: 640x480)"), N_ ("WxH") },
    { "dpi", 0, 0, G_OPTION_ARG_DOUBLE, &options.dpi, N_ ("Pixels an inch of a PNG, 96 = one a point"), "N" },
    { "theme", 0, 0, G_OPTION_ARG_STRING, &options.theme, N_ ("light, dark, light-contrast, dark-contrast or print (default)"), N_ ("THEME") },
    { "cycles", 'n', 0, G_OPTION_ARG_INT, &options.cycles, N_ ("Show N cycles of the transient (default: the limit cycle)"), "N" },
    { "trajectories", 0, 0, G_OPTION_ARG_INT64, &options.runs, N_ ("Single runs of the figures that draw them (default: 20000)"), "N" },
    { "seed", 0, 0, G_OPTION_ARG_INT64, &options.seed, N_ ("Of the single runs (default: 1)"), "S" },
    { NULL },
  };
  QnExit status;

  qn_selection_add_options (&options.selection, context);
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  g_option_context_set_summary (context, _ ("Draw a figure of an experiment into a file."));
  if (!g_option_context_parse (context, &argc, &argv, &error))
    status = qn_cli_fail (error);
  else if (argc < 2 || argc > 3)
    status = qn_cli_usage (_ ("figure: give the name of one figure, and at most one file"));
  else
    status = draw (&options, argv[1], argc > 2 ? argv[2] : NULL);
  clear_options (&options);
  return status;
}
