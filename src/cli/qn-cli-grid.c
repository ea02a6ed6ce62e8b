/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>

#include "cli/qn-cli-points.h"
#include "cli/qn-cli-sheet.h"
#include "cli/qn-cli-watch.h"
#include "cli/qn-cli.h"
#include "cli/qn-selection.h"
#include "lab/qn-effect.h"
#include "lab/qn-output.h"
#include "sim/qn-many.h"

#define MOST_THREADS 1024
#define MOST_SHARDS 1000000
#define PIECE 64                         /* points at most that one thread takes at a time */
#define KEEP_AFTER (G_USEC_PER_SEC / 2)  /* what ends sooner leaves no trace of how far it was */
#define KEEP_PACE (G_USEC_PER_SEC / 4)

typedef struct
{
  const char *command;
  QnSelection selection;
  QnCliSheet sheet;
  char *x, *y, *shard;
  char **values;
  int threads;
  gboolean resume;
} GridOptions;

/* A computation under way. */
typedef struct
{
  QnGrid *grid;
  gsize first, end;       /* the shard's points */
  gsize piece, done;      /* points a piece; points by now */
  char *journal;          /* path; NULL: there is none */
  gsize kept;             /* bytes of it that hold */
  guint8 *kept_point;     /* it is in it, or is to be written */
  QnOutput *output;       /* its; NULL: not begun */
  GString *pending;       /* lines for it */
  gint64 since, written;
  GError *error;
} Task;

static void
task_clear (Task *task)
{
  g_clear_pointer (&task->grid, qn_grid_unref);
  g_clear_pointer (&task->kept_point, g_free);
  g_clear_pointer (&task->journal, g_free);
  g_clear_pointer (&task->output, qn_output_discard);
  if (task->pending)
    g_string_free (g_steal_pointer (&task->pending), TRUE);
  g_clear_error (&task->error);
}

/* --- What is asked -------------------------------------------------------- */

static QnExit
read_shard (const GridOptions *options, Task *task)
{
  int k = 1, n = 1, length = 0;

  if (options->shard && (sscanf (options->shard, "%d/%d%n", &k, &n, &length) != 2 || options->shard[length] || n < 1 || n > MOST_SHARDS || k < 1 || k > n))
    return qn_cli_usage (_ ("--shard: “%s” is not allowed; allowed: K/N, K from 1 to N, N to %d"), options->shard, MOST_SHARDS);
  if (options->shard && !qn_cli_sheet_is (&options->sheet, "jsonl"))
    return qn_cli_usage (_ ("--shard: a shard is written as lines to be merged, not to “%s”; allowed: -o FILE.jsonl, then quench-cli merge"), options->sheet.output);
  task->first = task->grid->n * (gsize) (k - 1) / (gsize) n;
  task->end = task->grid->n * (gsize) k / (gsize) n;
  return QN_EXIT_OK;
}

static gboolean
read_plan (const GridOptions *options, const char *file, QnGridPlan *plan, GError **error)
{
  *plan = (QnGridPlan) { .curves = g_str_equal (options->command, "sweep") };
  if (!qn_selection_experiment (&options->selection, file, &plan->experiment, NULL, error) || !qn_grid_plan_add_axis (plan, "--x", options->x, error)
      || (options->y && !qn_grid_plan_add_axis (plan, "--y", options->y, error)))
    return FALSE;
  for (char **text = options->values; *text; text++)
    if (!qn_grid_plan_add_values (plan, *text, error))
      return FALSE;
  return TRUE;
}

static QnExit
check_options (GridOptions *options)
{
  gboolean map = g_str_equal (options->command, "map");

  if (!options->x || (map && !options->y))
    return qn_cli_usage (map ? _ ("%s: give both --x and --y ID=FROM:TO:POINTS") : _ ("%s: give --x ID=FROM:TO:POINTS"), options->command);
  if (!options->values)
    return qn_cli_usage (_ ("%s: give what is to be computed with --value ID,ID,…; “quench-cli list results” tells which there are"), options->command);
  if (options->threads < 0 || options->threads > MOST_THREADS)
    return qn_cli_usage (_ ("--threads: %d is not allowed; allowed: 1 to %d, or 0 for as many as there are processors"), options->threads, MOST_THREADS);
  if (options->threads == 0)
    options->threads = (int) g_get_num_processors ();
  return qn_cli_sheet_check (&options->sheet, options->command);
}

/* What is on an axis and changes nothing, with the other values as they are. */
static void
warn_idle (const GridOptions *options, const QnGridPlan *plan)
{
  qn_selection_warn (&options->selection, &plan->experiment, NULL, 0);
  for (int a = 0; a < plan->n_axes; a++)
    {
      const char *reason = qn_parameter_idle (&plan->experiment, plan->axis[a].parameter);

      if (reason)
        {
          g_autofree char *text = g_strdup_printf (_ ("warning: %s has no effect. %s"), plan->experiment.lab->parameters[plan->axis[a].parameter].id, reason);

          g_printerr ("quench-cli: %s\n", text);
        }
    }
}

/* --- How far a run came ---------------------------------------------------- */

/* A file that grows beside what is to be written; where that is no regular file, there is none. */
static QnExit
open_journal (const GridOptions *options, Task *task)
{
  const char *path = options->sheet.output;
  g_autoptr (GError) error = NULL;
  g_autoptr (QnGrid) known = NULL;

  if (!strcmp (path, "-") || (g_file_test (path, G_FILE_TEST_EXISTS) && !g_file_test (path, G_FILE_TEST_IS_REGULAR)))
    return options->resume ? qn_cli_usage (_ ("--resume: “%s” keeps nothing to go on from; allowed: a regular file"), path) : QN_EXIT_OK;
  task->journal = g_strconcat (path, ".part", NULL);
  task->pending = g_string_new (NULL);
  if (!g_file_test (task->journal, G_FILE_TEST_EXISTS))
    {
      qn_cli_points_append_head (task->pending, &task->grid->plan);
      return QN_EXIT_OK;
    }
  if (!options->resume)
    return qn_cli_usage (_ ("%s is there, of a run that was broken off; go on with --resume, or remove it"), task->journal);
  if (!(known = qn_cli_points_load (task->journal, &task->kept, &error)))
    return qn_cli_fail (error);
  if (!qn_cli_points_take (task->grid, known))
    return qn_cli_usage (_ ("--resume: %s is of another experiment, other axes or other values; allowed: the command that was broken off"), task->journal);
  for (gsize i = task->first; i < task->end; i++)
    task->done += task->grid->known[i];
  return QN_EXIT_OK;
}

static gboolean
keep (Task *task)
{
  if (!task->output && !(task->output = qn_output_continue (task->journal, task->kept, &task->error)))
    return FALSE;
  if (!qn_output_write (task->output, task->pending->str, (gssize) task->pending->len, &task->error) || !qn_output_flush (task->output, &task->error))
    return FALSE;
  g_string_truncate (task->pending, 0);
  task->written = g_get_monotonic_time ();
  return TRUE;
}

/* --- The computation ------------------------------------------------------ */

static void
compute_piece (gpointer data, gsize piece)
{
  Task *task = data;
  gsize from = task->first + piece * task->piece, end = MIN (from + task->piece, task->end);

  qn_grid_compute (task->grid, from, end, qn_cli_cancelled ());
}

static gboolean
piece_ended (gpointer data, gsize piece)
{
  Task *task = data;
  gsize from = task->first + piece * task->piece, end = MIN (from + task->piece, task->end);
  gint64 now = g_get_monotonic_time ();

  for (gsize i = from; i < end; i++)
    if (task->grid->known[i] && !task->kept_point[i])
      {
        task->kept_point[i] = TRUE;
        task->done++;
        if (task->journal)
          qn_cli_points_append_point (task->pending, task->grid, i);
      }
  qn_cli_watch_tell_points (task->done, task->end - task->first);
  return !task->journal || now - task->since < KEEP_AFTER || now - task->written < KEEP_PACE || keep (task);
}

static QnExit
compute (const GridOptions *options, Task *task)
{
  const QnManyClass klass = { compute_piece, piece_ended };
  gsize n = task->end - task->first;
  gboolean all;

  task->since = g_get_monotonic_time ();
  task->kept_point = g_memdup2 (task->grid->known, task->grid->n);
  task->piece = CLAMP (n / (64 * (gsize) options->threads), 1, PIECE);
  qn_cli_watch_begin ();
  all = qn_many (&klass, task, (n + task->piece - 1) / task->piece, options->threads, qn_cli_cancelled ());
  qn_cli_watch_end ();
  if (task->error)
    return qn_cli_fail (task->error);
  if (all)
    return QN_EXIT_OK;
  if (task->journal && task->done > 0 && keep (task))
    {
      g_printerr (_ ("quench-cli: broken off; --resume goes on from %s"), task->journal);
      g_printerr ("\n");
    }
  return qn_cli_broken_off ();
}

static QnExit
run_task (GridOptions *options, const char *file, Task *task)
{
  g_autoptr (GError) error = NULL;
  QnExit status = check_options (options);
  QnGridPlan plan;

  if (status != QN_EXIT_OK)
    return status;
  if (!read_plan (options, file, &plan, &error))
    return qn_cli_fail (error);
  if ((status = qn_cli_sheet_check_plan (&options->sheet, &plan)) != QN_EXIT_OK)
    return status;
  task->grid = qn_grid_new (&plan);
  if ((status = read_shard (options, task)) != QN_EXIT_OK || (status = open_journal (options, task)) != QN_EXIT_OK)
    return status;
  warn_idle (options, &plan);
  if ((status = compute (options, task)) != QN_EXIT_OK)
    return status;
  if (!qn_cli_sheet_write (&options->sheet, task->grid, task->first, task->end, &error))
    {
      if (task->journal && task->done > 0)
        keep (task); /* so that nothing is lost but the file */
      return qn_cli_fail (error);
    }
  if (task->output || task->kept > 0)
    g_unlink (task->journal);
  return QN_EXIT_OK;
}

static void
options_clear (GridOptions *options)
{
  qn_selection_clear (&options->selection);
  qn_cli_sheet_clear (&options->sheet);
  g_clear_pointer (&options->x, g_free);
  g_clear_pointer (&options->y, g_free);
  g_clear_pointer (&options->shard, g_free);
  g_clear_pointer (&options->values, g_strfreev);
}

static QnExit
grid_command (const char *command, const char *summary, int argc, char **argv)
{
  g_autoptr (GOptionContext) context = g_option_context_new (_ ("[FILE] --x ID=FROM:TO:POINTS --value ID -o OUTPUT"));
  g_autoptr (GError) error = NULL;
  GridOptions options = { .command = command };
  Task task = { .grid = NULL };
  const GOptionEntry entries[] = {
    { "x", 'x', 0, G_OPTION_ARG_STRING, &options.x, N_ ("Parameter along x, its range, and how many points; with :log by equal ratios"), N_ ("ID=FROM:TO:POINTS[:log]") },
    { "y", 'y', 0, G_OPTION_ARG_STRING, &options.y, N_ ("The same along y; of a sweep, one curve each"), N_ ("ID=FROM:TO:POINTS[:log]") },
    { "value", 'v', 0, G_OPTION_ARG_STRING_ARRAY, &options.values, N_ ("Results to compute; may be repeated"), N_ ("ID[,ID…]") },
    { "threads", 'j', 0, G_OPTION_ARG_INT, &options.threads, N_ ("Compute by N threads (default: as many as there are processors)"), "N" },
    { "shard", 0, 0, G_OPTION_ARG_STRING, &options.shard, N_ ("Compute part K of N only, for quench-cli merge"), "K/N" },
    { "resume", 0, 0, G_OPTION_ARG_NONE, &options.resume, N_ ("Go on where the same command was broken off"), NULL },
    { NULL },
  };
  QnExit status;

  qn_selection_add_options (&options.selection, context);
  qn_cli_sheet_add_options (&options.sheet, context);
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  g_option_context_set_summary (context, summary);
  if (!g_option_context_parse (context, &argc, &argv, &error))
    status = qn_cli_fail (error);
  else if (argc > 2)
    status = qn_cli_usage (_ ("%s: “%s” is one file too many; allowed: one"), command, argv[2]);
  else
    status = run_task (&options, argc > 1 ? argv[1] : NULL, &task);
  task_clear (&task);
  options_clear (&options);
  return status;
}

QnExit
qn_cli_sweep (int argc, char **argv)
{
  return grid_command ("sweep", _ ("Compute results of a lab over one of its parameters."), argc, argv);
}

QnExit
qn_cli_map (int argc, char **argv)
{
  return grid_command ("map", _ ("Compute results of a lab over two of its parameters."), argc, argv);
}
