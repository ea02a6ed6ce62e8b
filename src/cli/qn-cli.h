/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lab/qn-monte-carlo.h"
#include "lab/qn-output.h"
#include "sim/qn-snapshot-new.h"

G_BEGIN_DECLS

/* What every command returns to the shell. */
typedef enum
{
  QN_EXIT_OK = 0,
  QN_EXIT_FAILED = 1, /* a computation or writing a file failed */
  QN_EXIT_USAGE = 2,  /* bad usage or bad input */
} QnExit;

/* FILE, --lab, --preset and --set of the commands that take an experiment. */
typedef struct
{
  char *lab, *preset;
  char **set;
} QnSelection;

/* Options of a selection, for g_option_context_add_main_entries(). Ends with a zeroed entry. */
void     qn_selection_add_options (QnSelection *selection, GOptionContext *context);
/* `file` may be NULL: then lab (default otto), preset, defaults. Errors: QN_LAB_ERROR, G_FILE_ERROR. */
gboolean qn_selection_experiment  (const QnSelection *selection, const char *file, QnExperiment *experiment, GError **error);
void     qn_selection_clear       (QnSelection *selection);
/* On standard error: which of --set change nothing, and why. `outcome` NULL: as far as the tables and the machine tell; else what takes no
 * longer than `seconds`, the time that it took, is tried out too. */
void     qn_selection_warn        (const QnSelection *selection, const QnExperiment *experiment, const QnOutcome *outcome, double seconds);

/* Text on standard output, `translated` in the characters of the locale; the status of having tried. */
QnExit   qn_cli_print (const char *text, gboolean translated);
/* One line on standard error, for `error`; returns the status that goes with it. */
QnExit   qn_cli_fail  (const GError *error);
QnExit   qn_cli_usage (const char *format, ...) G_GNUC_PRINTF (1, 2);

/* Computations can be broken off by a signal; on a terminal they say after a second that they are under way. */
void        qn_cli_catch_signals (void);
const gint *qn_cli_cancelled     (void); /* for whatever takes long: set by a signal */
QnExit      qn_cli_broken_off    (void); /* where it was set and all is cleaned up: ends the program as the signal would have */
void        qn_cli_watch_begin   (void);
void        qn_cli_watch_tell    (int n, int of); /* so many cycles are done */
void        qn_cli_watch_tell_points (gsize n, gsize of);
void        qn_cli_watch_end     (void);

/* JSON text of a number, qn_number_text(); null where there is none. */
void     qn_json_number (GString *out, double value);
void     qn_json_string (GString *out, const char *text);
/* Takes line feeds and what they are indented by out of JSON that this program wrote: one line, without one at the end. */
void     qn_json_flatten (char *json);

/* The commands; argv[0] is the command's own name. */
QnExit   qn_cli_list   (int argc, char **argv);
QnExit   qn_cli_run    (int argc, char **argv);
QnExit   qn_cli_figure (int argc, char **argv);
QnExit   qn_cli_sweep  (int argc, char **argv);
QnExit   qn_cli_map    (int argc, char **argv);
QnExit   qn_cli_merge  (int argc, char **argv);
QnExit   qn_cli_batch  (int argc, char **argv);

/* run's parts */
typedef struct
{
  QnOutcome *outcome; /* Owned */
  QnReport *sampled;  /* Owned; NULL without single runs */
  gint64 runs, seed;  /* of these */
} QnCliRun;

void     qn_cli_run_clear (QnCliRun *run);
char    *qn_cli_run_json (const QnCliRun *run);
char    *qn_cli_run_csv  (const QnCliRun *run);
char    *qn_cli_run_text (const QnCliRun *run);
/* Every reading of the cycles of an outcome that is a machine's, row by row; in a cycle E - sum of the heats + W is the same in all of
 * them, and the last has its totals. */
gboolean qn_cli_trace    (QnOutcome *outcome, const char *path, GError **error);

G_END_DECLS
