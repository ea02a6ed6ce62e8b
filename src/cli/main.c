/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>
#include <gsl/gsl_errno.h>
#include <locale.h>
#include <stdio.h>
#include <unistd.h>

#include "cli/qn-cli-watch.h"

static const struct
{
  const char *name;
  QnExit (*run) (int argc, char **argv);
  const char *help;
} commands[] = {
#define COMMAND(name, help) { #name, qn_cli_##name, help },
  QN_CLI_COMMANDS (COMMAND)
};

static QnExit
help (FILE *out)
{
  fprintf (out, "%s\n", _ ("usage: quench-cli COMMAND [OPTION…]"));
  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    fprintf (out, "  %-8s %s\n", commands[i].name, _ (commands[i].help));
  fprintf (out, "%s\n", _ ("quench-cli COMMAND --help tells the options of a command."));
  return QN_EXIT_OK;
}

/* What GLib prints by itself, as --help does. */
static void
close_stdout (void)
{
  if (fflush (stdout) == 0 && !ferror (stdout))
    return;
  fprintf (stderr, "quench-cli: %s\n", _ ("standard output could not be written"));
  _exit (QN_EXIT_FAILED);
}

int
main (int argc, char **argv)
{
  qn_cli_catch_signals ();
  atexit (close_stdout);
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  gsl_set_error_handler_off ();
  g_set_prgname ("quench-cli");
  if (argc < 2)
    {
      help (stderr);
      return QN_EXIT_USAGE;
    }
  if (g_str_equal (argv[1], "--help") || g_str_equal (argv[1], "-h") || g_str_equal (argv[1], "help"))
    return help (stdout);
  if (g_str_equal (argv[1], "--version"))
    {
      printf ("quench-cli %s\n", QN_VERSION);
      return QN_EXIT_OK;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    if (g_str_equal (argv[1], commands[i].name))
      return commands[i].run (argc - 1, argv + 1);
  return qn_cli_usage (_ ("“%s” is no command; allowed: list, run, figure, sweep, map, merge, batch"), argv[1]);
}
