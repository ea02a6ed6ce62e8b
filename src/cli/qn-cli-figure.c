/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "cli/qn-cli-sheet.h"
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
  QnCliSheet sheet;
  char *over[QN_N_OVERS];
  int cycles;
  gint64 runs, seed;
} FigureOptions;

static void
clear_options (FigureOptions *options)
{
  qn_selection_clear (&options->selection);
  qn_cli_sheet_clear (&options->sheet);
  for (QnOver over = 0; over < QN_N_OVERS; over++)
    g_clear_pointer (&options->over[over], g_free);
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
  qn_snapshot_add_grids (snapshot, qn_figure_info (name)->extras, (int) g_get_num_processors (), qn_cli_cancelled ());
  if (!(qn_figure_info (name)->extras & QN_EXTRA_RUNS) || !snapshot->experiment.lab->sampler)
    return TRUE;
  return qn_snapshot_add_runs (snapshot, options->runs, options->seed, qn_cli_cancelled (), error);
}

static QnExit
check_options (const FigureOptions *options, QnFigureSheet *sheet)
{
  g_autoptr (GError) error = NULL;
  QnExportFormat format;
  QnExit status;

  if (!options->sheet.output)
    return qn_cli_usage (_ ("figure: no file to write; give one with -o FILE.svg, .pdf or .png"));
  if (!qn_export_format_from_path (options->sheet.format ? options->sheet.format : options->sheet.output, &format, &error))
    return qn_cli_usage ("%s", error->message);
  if ((status = qn_cli_sheet_figure (&options->sheet, sheet)) != QN_EXIT_OK)
    return status;
  if (options->cycles < 0 || options->cycles > MOST_CYCLES)
    return qn_cli_usage (_ ("--cycles: %d is not allowed; allowed: 1 to %d, or 0 for the limit cycle"), options->cycles, MOST_CYCLES);
  if (options->runs < 1 || options->runs > MOST_RUNS || options->seed < 0)
    return qn_cli_usage (_ ("--trajectories, --seed: not allowed; allowed: 1 to %d runs, a seed of 0 or more"), MOST_RUNS);
  return QN_EXIT_OK;
}

static gboolean
write_figure (const FigureOptions *options, const char *name, QnSnapshot *snapshot, const QnFigureSheet *sheet, GError **error)
{
  g_autoptr (GBytes) bytes = qn_figure_export (name, snapshot, options->sheet.format ? options->sheet.format : options->sheet.output, sheet, error);

  return bytes && qn_output_put (options->sheet.output, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), error);
}

static QnExit
choose_axes (const FigureOptions *options, QnExperiment *experiment)
{
  const QnLab *lab = experiment->lab;

  for (QnOver over = 0; over < QN_N_OVERS; over++)
    {
      const char *id = options->over[over];
      int index = !id ? -1 : qn_over_is_parameter (over) ? qn_lab_parameter_index (lab, id) : qn_lab_result_index (lab, id);

      if (id && (index < 0 || !qn_over_allows (lab, over, index)))
        return qn_cli_usage (_ ("--%s: “%s” is not allowed in lab %s; allowed: what “quench-cli list %s” calls %s"), qn_over_id (over), id, lab->id,
                             qn_over_is_parameter (over) ? "parameters" : "results", qn_over_is_parameter (over) ? "real" : _ ("a number"));
      if (id)
        qn_over_set (experiment, over, index);
    }
  return QN_EXIT_OK;
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
  if ((status = choose_axes (options, &experiment)) != QN_EXIT_OK)
    return status;
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
  FigureOptions options = { .sheet.dpi = 96, .runs = 20000, .seed = 1 };
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options.sheet.output, N_ ("File to write: .svg, .pdf or .png; - is standard output"), N_ ("FILE") },
    { "format", 'f', 0, G_OPTION_ARG_STRING, &options.sheet.format, N_ ("svg, pdf or png, where the file’s name does not tell"), N_ ("FORMAT") },
    { "size", 0, 0, G_OPTION_ARG_STRING, &options.sheet.size, N_ ("Size in points (default: 640x480)"), N_ ("WxH") },
    { "dpi", 0, 0, G_OPTION_ARG_DOUBLE, &options.sheet.dpi, N_ ("Pixels an inch of a PNG, 96 = one a point"), "N" },
    { "theme", 0, 0, G_OPTION_ARG_STRING, &options.sheet.theme, N_ ("light, dark, light-contrast, dark-contrast or print (default)"), N_ ("THEME") },
    { "cycles", 'n', 0, G_OPTION_ARG_INT, &options.cycles, N_ ("Show N cycles of the transient (default: the limit cycle)"), "N" },
    { "trajectories", 0, 0, G_OPTION_ARG_INT64, &options.runs, N_ ("Single runs of the figures that draw them (default: 20000)"), "N" },
    { "seed", 0, 0, G_OPTION_ARG_INT64, &options.seed, N_ ("Of the single runs (default: 1)"), "S" },
    { "x", 'x', 0, G_OPTION_ARG_STRING, &options.over[QN_OVER_X], N_ ("Of figures over parameters: the horizontal axis"), "ID" },
    { "y", 'y', 0, G_OPTION_ARG_STRING, &options.over[QN_OVER_Y], N_ ("The vertical axis of a map"), "ID" },
    { "family", 0, 0, G_OPTION_ARG_STRING, &options.over[QN_OVER_FAMILY], N_ ("A parameter with a curve for each of five values"), "ID" },
    { "value", 'v', 0, G_OPTION_ARG_STRING, &options.over[QN_OVER_VALUE], N_ ("The result that they show"), "ID" },
    { "second", 0, 0, G_OPTION_ARG_STRING, &options.over[QN_OVER_SECOND], N_ ("A second result"), "ID" },
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
