/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>

#include "cli/qn-cli-output.h"
#include "cli/qn-cli-watch.h"
#include "cli/qn-cli.h"
#include "lab/qn-core-errors.h"
#include "lab/qn-experiment-file.h"
#include "lab/qn-output.h"
#include "sim/qn-many.h"

#define BLOCK 64 /* lines a thread, computed before they are written */
#define MOST_THREADS 1024

typedef struct
{
  int threads;
  QnOutput *output;
  GPtrArray *line;  /* the block's */
  char **answer;    /* owned; NULL: broken off */
  gboolean *failed;
  gsize done, wrong;
} Batch;

static char *
answer_to (const char *line, GError **error)
{
  QnCliRun run = { NULL };
  QnExperiment experiment;
  char *json;

  if (!qn_experiment_from_json (&experiment, line, -1, error))
    return NULL;
  if (!(run.outcome = qn_experiment_evaluate (&experiment, qn_cli_cancelled (), error)))
    {
      qn_core_errors_say (experiment.lab, error);
      return NULL;
    }
  json = qn_cli_run_json (&run);
  qn_cli_run_clear (&run);
  qn_json_flatten (json);
  return json;
}

static void
compute_line (gpointer data, gsize i)
{
  Batch *batch = data;
  g_autoptr (GError) error = NULL;
  char *answer = answer_to (batch->line->pdata[i], &error);

  if (error)
    {
      GString *text = g_string_new ("{\"error\": ");

      qn_json_string (text, error->message);
      g_string_append_c (text, '}');
      answer = g_string_free (text, FALSE);
    }
  batch->failed[i] = error != NULL;
  batch->answer[i] = answer;
}

/* A line feed ends each answer; the order is that of the questions. FALSE: broken off, or not written. */
static gboolean
run_block (Batch *batch, GError **error)
{
  const QnManyClass klass = { compute_line, NULL };
  gsize n = batch->line->len;
  g_auto (GStrv) answer = batch->answer = g_new0 (char *, n + 1);
  g_autofree gboolean *failed = batch->failed = g_new0 (gboolean, n + 1);

  if (!qn_many (&klass, batch, n, batch->threads, qn_cli_cancelled ()))
    {
      for (gsize i = 0; i < n; i++)
        g_free (answer[i]);
      memset (answer, 0, sizeof *answer * n);
      return FALSE;
    }
  for (gsize i = 0; i < n; i++)
    {
      batch->wrong += failed[i];
      if (!qn_output_write (batch->output, answer[i], -1, error) || !qn_output_write (batch->output, "\n", 1, error))
        return FALSE;
    }
  batch->done += n;
  qn_cli_watch_tell_points (batch->done, 0);
  g_ptr_array_set_size (batch->line, 0);
  return TRUE;
}

/* Blank lines are passed over. */
static gboolean
run_file (Batch *batch, FILE *file, GError **error)
{
  char *line = NULL;
  size_t size = 0;
  gssize length;
  gboolean ok = TRUE;

  while (ok && (length = getline (&line, &size, file)) >= 0)
    {
      g_strchomp (line);
      if (*line)
        g_ptr_array_add (batch->line, g_strdup (line));
      if (batch->line->len >= (guint) (BLOCK * batch->threads))
        ok = run_block (batch, error);
    }
  free (line);
  return ok;
}

static gboolean
run_files (Batch *batch, char **paths, GError **error)
{
  for (char **path = paths; *path; path++)
    {
      gboolean standard = !strcmp (*path, "-"), ok;
      FILE *file = standard ? stdin : g_fopen (*path, "r");

      if (!file)
        {
          g_autofree char *shown = g_filename_display_name (*path);
          int code = errno;

          g_set_error (error, G_FILE_ERROR, (int) g_file_error_from_errno (code), _ ("%s could not be read: %s"), shown, g_strerror (code));
          return FALSE;
        }
      ok = run_file (batch, file, error);
      if (!standard)
        fclose (file);
      if (!ok)
        return FALSE;
    }
  return run_block (batch, error);
}

static QnExit
batch (int threads, const char *output, char **paths)
{
  g_autoptr (GError) error = NULL;
  Batch batch = { .threads = threads ? threads : (int) g_get_num_processors () };
  gboolean ok;

  if (threads < 0 || threads > MOST_THREADS)
    return qn_cli_usage (_ ("--threads: %d is not allowed; allowed: 1 to %d, or 0 for as many as there are processors"), threads, MOST_THREADS);
  if (!(batch.output = qn_output_open (output, &error)))
    return qn_cli_fail (error);
  batch.line = g_ptr_array_new_with_free_func (g_free);
  qn_cli_watch_begin ();
  ok = run_files (&batch, paths, &error);
  qn_cli_watch_end ();
  g_ptr_array_unref (batch.line);
  if (ok)
    ok = qn_output_close (batch.output, &error);
  else
    qn_output_discard (batch.output);
  if (qn_is_cancelled (qn_cli_cancelled ()))
    return qn_cli_broken_off ();
  if (!ok)
    return qn_cli_fail (error);
  if (batch.wrong == 0)
    return QN_EXIT_OK;
  g_printerr (_ ("quench-cli: %" G_GSIZE_FORMAT " of %" G_GSIZE_FORMAT " experiments could not be computed; their lines say why\n"), batch.wrong, batch.done);
  return QN_EXIT_FAILED;
}

QnExit
qn_cli_batch (int argc, char **argv)
{
  g_autoptr (GOptionContext) context = g_option_context_new (_ ("FILE…"));
  g_autoptr (GError) error = NULL;
  g_autofree char *output = NULL;
  int threads = 0;
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_ ("File to write (default: standard output)"), N_ ("FILE.jsonl") },
    { "threads", 'j', 0, G_OPTION_ARG_INT, &threads, N_ ("Compute by N threads (default: as many as there are processors)"), "N" },
    { NULL },
  };

  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  g_option_context_set_summary (context, _ ("Compute experiments, one a line, of files as the window saves them but on one line each;\n"
                                              "- is standard input. The answers are those of run --format json, in the same order."));
  if (!g_option_context_parse (context, &argc, &argv, &error))
    return qn_cli_fail (error);
  if (argc < 2)
    return qn_cli_usage (_ ("batch: give at least one file of experiments, one a line; - is standard input"));
  return batch (threads, output ? output : "-", argv + 1);
}
