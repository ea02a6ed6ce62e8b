/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "qn-cli.h"

#define MOST_CYCLES 1000000

typedef struct
{
  QnSelection selection;
  int cycles;
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
compute (const QnExperiment *experiment, const RunOptions *options, QnMachine *machine, QnResults *results, QnLedger *ledger, GError **error)
{
  g_autoptr (QnCycle) cycle = NULL;
  QnSample start;

  if (!qn_experiment_machine (experiment, machine, error))
    return FALSE;
  if (options->cycles == 0)
    cycle = qn_cycle_new (machine, QN_TOLERANCE, error);
  else
    cycle = qn_cycle_new_transient (machine, options->cycles, QN_TOLERANCE, error);
  if (!cycle)
    return FALSE;
  *ledger = *qn_cycle_ledger (cycle);
  qn_cycle_read_start (cycle, &start);
  qn_experiment_results (experiment, machine, ledger, &start, results);
  return !options->trace || qn_cli_trace (machine, options->cycles, options->trace, error);
}

static char *
formatted (const char *format, const QnExperiment *experiment, const QnResults *results, const QnLedger *ledger, const QnMachine *machine)
{
  if (g_str_equal (format, "json"))
    return qn_cli_run_json (experiment, results, ledger, machine);
  if (g_str_equal (format, "csv"))
    return qn_cli_run_csv (results);
  return qn_cli_run_text (experiment, results);
}

static QnExit
run (const RunOptions *options, const char *file)
{
  const char *format = options->format ? options->format : "text";
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  QnExperiment experiment;
  QnMachine machine;
  QnResults results;
  QnLedger ledger;

  if (!g_strv_contains ((const char *const[]) { "text", "json", "csv", NULL }, format))
    return qn_cli_usage (_ ("--format: “%s” is not allowed; allowed: text, json, csv"), format);
  if (options->cycles < 0 || options->cycles > MOST_CYCLES)
    return qn_cli_usage (_ ("--cycles: %d is not allowed; allowed: 1 to %d, or 0 for the limit cycle"), options->cycles, MOST_CYCLES);
  if (!qn_selection_experiment (&options->selection, file, &experiment, &error))
    return qn_cli_fail (error);
  if (!compute (&experiment, options, &machine, &results, &ledger, &error))
    return qn_cli_fail (error);
  text = formatted (format, &experiment, &results, &ledger, &machine);
  g_print ("%s", text);
  return QN_EXIT_OK;
}

QnExit
qn_cli_run (int argc, char **argv)
{
  g_autoptr (GOptionContext) context = g_option_context_new (_ ("[FILE]"));
  g_autoptr (GError) error = NULL;
  RunOptions options = { 0 };
  const GOptionEntry entries[] = {
    { "cycles", 'n', 0, G_OPTION_ARG_INT, &options.cycles, N_ ("Run N cycles from the start state (default: the limit cycle)"), "N" },
    { "trace", 't', 0, G_OPTION_ARG_FILENAME, &options.trace, N_ ("Write every reading to a file"), N_ ("FILE.csv") },
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
