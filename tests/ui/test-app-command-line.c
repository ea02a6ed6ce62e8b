/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The program's options: what is wrong is said in one line on stderr, with status 2. */
#include <gio/gio.h>
#include <string.h>
#include <sys/wait.h>

static char *program;

static int
run (const char *const *arguments, char **out, char **err)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) argv = g_ptr_array_new ();
  int status;

  g_ptr_array_add (argv, program);
  for (gsize i = 0; arguments[i] != NULL; i++)
    g_ptr_array_add (argv, (gpointer) arguments[i]);
  g_ptr_array_add (argv, NULL);
  g_spawn_sync (NULL, (char **) argv->pdata, NULL, G_SPAWN_DEFAULT, NULL, NULL, out, err, &status, &error);
  g_assert_no_error (error);
  g_assert_true (WIFEXITED (status));
  return WEXITSTATUS (status);
}

static void
test_version (void)
{
  g_autofree char *out = NULL;
  g_autofree char *err = NULL;

  g_assert_cmpint (run ((const char *const[]) { "--version", NULL }, &out, &err), ==, 0);
  g_assert_cmpstr (out, ==, "quench " QN_VERSION "\n");
  g_assert_cmpstr (err, ==, "");
}

static void
test_help (void)
{
  g_autofree char *out = NULL;
  g_autofree char *err = NULL;

  g_assert_cmpint (run ((const char *const[]) { "--help", NULL }, &out, &err), ==, 0);
  g_assert_nonnull (strstr (out, "--lab"));
  g_assert_nonnull (strstr (out, "--preset"));
}

static void
test_wrong (void)
{
  struct
  {
    const char *arguments[5], *said;
  } cases[] = {
    { { "--lab", "perpetuum", NULL }, "quench: lab: “perpetuum” is unknown; allowed: equilibrium, otto, carnot, stirling" },
    { { "--lab", "otto", "--preset", "soup", NULL }, "soup" },
    { { "--preset", "soup", NULL }, "soup" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *out = NULL;
      g_autofree char *err = NULL;

      g_assert_cmpint (run (cases[i].arguments, &out, &err), ==, 2);
      g_test_message ("%s", err);
      g_assert_nonnull (strstr (err, cases[i].said));
      g_assert_true (strchr (err, '\n') == err + strlen (err) - 1);
    }
}

int
main (int argc, char **argv)
{
  g_autofree char *folder = g_path_get_dirname (argv[0]);

  g_test_init (&argc, &argv, NULL);
  program = g_build_filename (folder, "..", "..", "src", "app", "quench", NULL);
  g_test_add_func ("/app/command-line/version", test_version);
  g_test_add_func ("/app/command-line/help", test_help);
  g_test_add_func ("/app/command-line/wrong", test_wrong);
  return g_test_run ();
}
