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

#define UNSET G_MININT64 /* an option that was not given: what the file carries, else the default */

typedef struct
{
  QnSelection selection;
  QnCliSheet sheet;
  char **outputs;
  char *over[QN_N_OVERS];
  gint64 cycles, runs, seed;
} FigureOptions;

static void
clear_options (FigureOptions *options)
{
  qn_selection_clear (&options->selection);
  qn_cli_sheet_clear (&options->sheet);
  g_strfreev (options->outputs);
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
add_extras (const QnFigureSheet *sheet, const char *name, QnSnapshot *snapshot, GError **error)
{
  if (qn_figure_info (name)->extras & QN_EXTRA_SWEEP)
    qn_snapshot_add_sweep (snapshot, qn_cli_cancelled ());
  qn_snapshot_add_grids (snapshot, qn_figure_info (name)->extras, (int) g_get_num_processors (), qn_cli_cancelled ());
  if (!(qn_figure_info (name)->extras & QN_EXTRA_RUNS) || !snapshot->experiment.lab->sampler)
    return TRUE;
  return qn_snapshot_add_runs (snapshot, (guint64) sheet->runs, (guint64) sheet->seed, qn_cli_cancelled (), error);
}

static QnExit
check_outputs (const FigureOptions *options)
{
  g_autoptr (GError) error = NULL;

  if (!options->outputs)
    return qn_cli_usage (_ ("figure: no file to write; give one with -o FILE.svg, .pdf, .png or .csv"));
  for (char **output = options->outputs; *output; output++)
    {
      const char *format = options->sheet.format ? options->sheet.format : *output;
      QnExportFormat picture;

      if (!g_str_has_suffix (format, "csv") && !qn_export_format_from_path (format, &picture, &error))
        return qn_cli_usage ("%s", error->message);
    }
  return QN_EXIT_OK;
}

static QnExit
check_numbers (const FigureOptions *options, QnFigureSheet *sheet)
{
  if (options->cycles != UNSET && (options->cycles < 0 || options->cycles > QN_MOST_FIGURE_CYCLES))
    return qn_cli_usage (_ ("--cycles: %" G_GINT64_FORMAT " is not allowed; allowed: 1 to %d, or 0 for the limit cycle"), options->cycles, QN_MOST_FIGURE_CYCLES);
  if ((options->runs != UNSET && (options->runs < 1 || options->runs > QN_MOST_FIGURE_RUNS)) || (options->seed != UNSET && options->seed < 0))
    return qn_cli_usage (_ ("--trajectories, --seed: not allowed; allowed: 1 to %d runs, a seed of 0 or more"), QN_MOST_FIGURE_RUNS);
  sheet->cycles = options->cycles != UNSET ? options->cycles : sheet->cycles;
  sheet->runs = options->runs != UNSET ? options->runs : sheet->runs;
  sheet->seed = options->seed != UNSET ? options->seed : sheet->seed;
  return QN_EXIT_OK;
}

/* Over what the sheet holds: the defaults, or what a file's figure was drawn with. */
static QnExit
check_options (const FigureOptions *options, QnFigureSheet *sheet)
{
  QnExit status = check_outputs (options);

  if (status == QN_EXIT_OK)
    status = check_numbers (options, sheet);
  return status == QN_EXIT_OK ? qn_cli_sheet_figure (&options->sheet, sheet) : status;
}

static gboolean
write_figures (const FigureOptions *options, const char *name, QnSnapshot *snapshot, const QnFigureSheet *sheet, GError **error)
{
  for (char **output = options->outputs; *output; output++)
    {
      g_autoptr (GBytes) bytes = qn_figure_export (name, snapshot, options->sheet.format ? options->sheet.format : *output, sheet, error);

      if (!bytes || !qn_output_put (*output, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), error))
        return FALSE;
    }
  return TRUE;
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
draw (const FigureOptions *options, const QnExperiment *experiment, const char *name, const QnFigureSheet *sheet)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (QnSnapshot) snapshot = NULL;
  gboolean ok;

  qn_cli_watch_begin ();
  ok = (snapshot = qn_snapshot_new_for (experiment, (int) sheet->cycles, qn_cli_cancelled (), &error)) && add_extras (sheet, name, snapshot, &error);
  qn_cli_watch_end ();
  if (qn_is_cancelled (qn_cli_cancelled ()))
    return qn_cli_broken_off ();
  qn_selection_warn (&options->selection, experiment, NULL, 0);
  if (ok && write_figures (options, name, snapshot, sheet, &error))
    return QN_EXIT_OK;
  g_printerr ("quench-cli: %s\n", error->message);
  return QN_EXIT_FAILED;
}

/* A figure's name and at most one file, or one file that carries a figure. */
static QnExit
choose (const FigureOptions *options, const char *first, const char *second)
{
  const char *name = second || qn_figure_info (first) ? first : NULL, *file = name ? second : first;
  QnRecipe recipe = { .sheet = QN_FIGURE_SHEET };
  g_autoptr (GError) error = NULL;
  QnExperiment experiment;
  QnExit status;

  if (!name && !g_file_test (file, G_FILE_TEST_EXISTS))
    name = first, file = NULL;
  if (!qn_selection_experiment (&options->selection, file, &experiment, &recipe, &error))
    return qn_cli_fail (error);
  if (!name && !recipe.figure[0])
    return qn_cli_usage (_ ("figure: %s does not say which figure to draw; give a name before it"), file);
  status = check_options (options, &recipe.sheet);
  if (status != QN_EXIT_OK)
    return status;
  if ((status = choose_axes (options, &experiment)) != QN_EXIT_OK)
    return status;
  if (!name)
    name = recipe.figure;
  return g_strv_contains (experiment.lab->figures, name) ? draw (options, &experiment, name, &recipe.sheet) : unknown_figure (experiment.lab, name);
}

QnExit
qn_cli_figure (int argc, char **argv)
{
  g_autoptr (GOptionContext) context = g_option_context_new (_ ("NAME|FILE [FILE] -o FILE.svg|pdf|png|csv"));
  g_autoptr (GError) error = NULL;
  FigureOptions options = { .cycles = UNSET, .runs = UNSET, .seed = UNSET };
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME_ARRAY, &options.outputs, N_ ("File to write: .svg, .pdf, .png or .csv; - is standard output; may be repeated"), N_ ("FILE") },
    { "format", 'f', 0, G_OPTION_ARG_STRING, &options.sheet.format, N_ ("svg, pdf, png or csv, where the file’s name does not tell"), N_ ("FORMAT") },
    { "cycles", 'n', 0, G_OPTION_ARG_INT64, &options.cycles, N_ ("Show N cycles of the transient (default: the limit cycle)"), "N" },
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
  qn_cli_sheet_add_drawing (&options.sheet, context);
  g_option_context_set_summary (context, _ ("Draw a figure of an experiment into a file. A file that Quench has drawn is drawn again."));
  if (!g_option_context_parse (context, &argc, &argv, &error))
    status = qn_cli_fail (error);
  else if (argc < 2 || argc > 3)
    status = qn_cli_usage (_ ("figure: give the name of one figure, and at most one file"));
  else
    status = choose (&options, argv[1], argc > 2 ? argv[2] : NULL);
  clear_options (&options);
  return status;
}
