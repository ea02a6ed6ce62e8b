/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What every command returns to the shell. */
typedef enum
{
  QN_EXIT_OK = 0,
  QN_EXIT_FAILED = 1, /* a computation or writing a file failed */
  QN_EXIT_USAGE = 2,  /* bad usage or bad input */
} QnExit;

/* Text on standard output, `translated` in the characters of the locale; the status of having tried. */
QnExit   qn_cli_print (const char *text, gboolean translated);
/* One line on standard error, for `error`; returns the status that goes with it. */
QnExit   qn_cli_fail  (const GError *error);
QnExit   qn_cli_usage (const char *format, ...) G_GNUC_PRINTF (1, 2);

/* JSON text of a number, qn_number_text(); null where there is none. */
void     qn_json_number (GString *out, double value);
void     qn_json_string (GString *out, const char *text);
/* Takes line feeds and what they are indented by out of JSON that this program wrote: one line, without one at the end. */
void     qn_json_flatten (char *json);

/* The commands, each with what it does; argv[0] is the command's own name. */
#define QN_CLI_COMMANDS(COMMAND)                                      \
  COMMAND (list, N_ ("labs, presets, parameters, results, figures"))  \
  COMMAND (run, N_ ("compute an experiment"))                         \
  COMMAND (figure, N_ ("draw a figure into a file"))                  \
  COMMAND (sweep, N_ ("compute results over one parameter"))          \
  COMMAND (map, N_ ("compute results over two parameters"))           \
  COMMAND (merge, N_ ("put the shards of a sweep or a map together")) \
  COMMAND (batch, N_ ("compute many experiments, a line each"))
#define QN_CLI_DECLARE(name, help) QnExit qn_cli_##name (int argc, char **argv);
QN_CLI_COMMANDS (QN_CLI_DECLARE)

G_END_DECLS
