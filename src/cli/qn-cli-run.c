/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "cli/qn-cli-output.h"
#include "cli/qn-cli-trace.h"
#include "cli/qn-cli-watch.h"
#include "cli/qn-cli.h"
#include "cli/qn-selection.h"
#include "lab/qn-core-errors.h"

#define MOST_CYCLES 1000000
#define MOST_RUNS 100000000

typedef struct
{
  QnSelection selection;
  int cycles;
  gint64 runs, seed;
  char *trace, *format;
} RunOptions;

static void
clear_options (RunOptions *options)
{
  qn_selection_clear (&options->selection);
  g_clear_pointer (&options->trace, g_free);
  g_clear_pointer (&options->format, g_free);
}

static gboolean
compute (const RunOptions *options, const QnExperiment *experiment, QnCliRun *out, GError **error)
{
  out->outcome = options->cycles == 0 ? qn_experiment_evaluate (experiment, qn_cli_cancelled (), error)
                                      : qn_experiment_evaluate_transient (experiment, options->cycles, qn_cli_cancelled (), error);
  if (!out->outcome)
    return FALSE;
  out->runs = options->runs;
  out->seed = options->seed;
  if (options->runs > 0 && !(out->sampled = qn_experiment_sample (experiment, out->runs, out->seed, qn_cli_cancelled (), error)))
    return FALSE;
  return !options->trace || qn_cli_trace (out->outcome, options->trace, error);
}

static char *
formatted (const char *format, const QnCliRun *out)
{
  if (g_str_equal (format, "json"))
    return qn_cli_run_json (out);
  if (g_str_equal (format, "csv"))
    return qn_cli_run_csv (out);
  return qn_cli_run_text (out);
}

static QnExit
check_options (const RunOptions *options, const char *format)
{
  if (!g_strv_contains ((const char *const[]) { "text", "json", "csv", NULL }, format))
    return qn_cli_usage (_ ("--format: “%s” is not allowed; allowed: text, json, csv"), format);
  if (options->cycles < 0 || options->cycles > MOST_CYCLES)
    return qn_cli_usage (_ ("--cycles: %d is not allowed; allowed: 1 to %d, or 0 for the limit cycle"), options->cycles, MOST_CYCLES);
  if (options->runs < 0 || options->runs > MOST_RUNS)
    return qn_cli_usage (_ ("--trajectories: %" G_GINT64_FORMAT " is not allowed; allowed: 1 to %d, or 0 for none"), options->runs, MOST_RUNS);
  if (options->seed < 0)
    return qn_cli_usage (_ ("--seed: %" G_GINT64_FORMAT " is not allowed; allowed: 0 or more"), options->seed);
  return QN_EXIT_OK;
}

static QnExit
run (const RunOptions *options, const char *file)
{
  const char *format = options->format ? options->format : "text";
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  QnExperiment experiment;
  QnCliRun out = { 0 };
  QnExit status = check_options (options, format);
  gint64 since = g_get_monotonic_time ();
  gboolean computed;
  double took;

  if (status != QN_EXIT_OK)
    return status;
  if (!qn_selection_experiment (&options->selection, file, &experiment, NULL, &error))
    return qn_cli_fail (error);
  if (options->runs > 0 && !experiment.lab->sampler)
    return qn_cli_usage (_ ("--trajectories: lab %s has no single runs"), experiment.lab->id);
  if (!experiment.lab->build && (options->cycles > 0 || options->trace))
    return qn_cli_usage (_ ("--cycles, --trace: lab %s has no running machine; its tables are in --format json"), experiment.lab->id);
  qn_cli_watch_begin ();
  computed = compute (options, &experiment, &out, &error);
  qn_cli_watch_end ();
  took = (double) (g_get_monotonic_time () - since) / G_USEC_PER_SEC;
  if (qn_is_cancelled (qn_cli_cancelled ()))
    status = qn_cli_broken_off ();
  else if (computed)
    {
      qn_selection_warn (&options->selection, &experiment, options->trace ? NULL : out.outcome, took);
      text = formatted (format, &out);
      if (g_strcmp0 (options->trace, "-") != 0) /* which has standard output for itself */
        status = qn_cli_print (text, g_str_equal (format, "text"));
    }
  else
    {
      qn_core_errors_say (experiment.lab, &error);
      status = qn_cli_fail (error);
    }
  qn_cli_run_clear (&out);
  return status;
}

QnExit
qn_cli_run (int argc, char **argv)
{
  g_autoptr (GOptionContext) context = g_option_context_new (_ ("[FILE]"));
  g_autoptr (GError) error = NULL;
  RunOptions options = { .seed = 1 };
  const GOptionEntry entries[] = {
    { "cycles", 'n', 0, G_OPTION_ARG_INT, &options.cycles, N_ ("Run N cycles from the start state (default: the limit cycle)"), "N" },
    { "trace", 't', 0, G_OPTION_ARG_FILENAME, &options.trace, N_ ("Write every reading to a file; - is standard output"), N_ ("FILE.csv") },
    { "trajectories", 0, 0, G_OPTION_ARG_INT64, &options.runs, N_ ("Add up N single runs by quantum jumps, beside the exact averages"), "N" },
    { "seed", 0, 0, G_OPTION_ARG_INT64, &options.seed, N_ ("Of the single runs (default: 1)"), "S" },
    { "format", 'f', 0, G_OPTION_ARG_STRING, &options.format, N_ ("What to print: text, json or csv"), N_ ("FORMAT") },
    { NULL },
  };
  QnExit status;

  qn_selection_add_options (&options.selection, context);
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  g_option_context_set_summary (context, _ ("Compute an experiment and print what comes out."));
  if (!g_option_context_parse (context, &argc, &argv, &error))
    status = qn_cli_fail (error);
  else if (argc > 2)
    status = qn_cli_usage (_ ("run: “%s” is one file too many; allowed: one"), argv[2]);
  else
    status = run (&options, argc > 1 ? argv[1] : NULL);
  clear_options (&options);
  return status;
}
