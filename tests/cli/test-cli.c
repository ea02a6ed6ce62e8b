/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The real program, spawned: what it prints, where, and with what status. QUENCH_CLI names it. */

#include <glib/gstdio.h>
#include <json-glib/json-glib.h>
#include <locale.h>
#include <math.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static char *folder;

typedef struct
{
  int status;
  char *out, *err;
} Outcome;

static void
outcome_clear (Outcome *outcome)
{
  g_free (outcome->out);
  g_free (outcome->err);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Outcome, outcome_clear)

/* `line` is cut at single spaces; `locale` NULL is C. */
static Outcome
run_in (const char *locale, const char *line)
{
  g_autofree char *whole = g_strdup_printf ("%s %s", g_getenv ("QUENCH_CLI"), line);
  g_auto (GStrv) argv = g_strsplit (whole, " ", -1), env = g_environ_setenv (g_get_environ (), "LC_ALL", locale ? locale : "C.UTF-8", TRUE);
  g_autoptr (GError) error = NULL;
  Outcome outcome = { 0 };

  env = g_environ_setenv (env, "G_DEBUG", "fatal-warnings", TRUE);
  g_spawn_sync (folder, argv, env, G_SPAWN_DEFAULT, NULL, NULL, &outcome.out, &outcome.err, &outcome.status, &error);
  g_assert_no_error (error);
  g_assert_true (WIFEXITED (outcome.status));
  outcome.status = WEXITSTATUS (outcome.status);
  return outcome;
}

static void
assert_fails (const char *line, int status, const char *first, ...)
{
  g_auto (Outcome) o = run_in (NULL, line);
  va_list args;

  g_test_message ("%s: %s", line, o.err);
  g_assert_cmpint (o.status, ==, status);
  g_assert_cmpstr (o.out, ==, "");
  g_assert_true (g_str_has_suffix (o.err, "\n"));
  g_assert_true (strchr (o.err, '\n') == o.err + strlen (o.err) - 1); /* one line */
  va_start (args, first);
  for (const char *word = first; word; word = va_arg (args, const char *))
    g_assert_nonnull (strstr (o.err, word));
  va_end (args);
}

static void
test_bad_usage (void)
{
  assert_fails ("frobnicate", 2, "frobnicate", "run", NULL);
  assert_fails ("run --lab diesel", 2, "diesel", "otto", "carnot", NULL);
  assert_fails ("run --set hot.temperature=-1", 2, "hot.temperature", "-1", "1e-06 to 1e+06", NULL);
  assert_fails ("run --set hot.temperature=warm", 2, "hot.temperature", "warm", "1e+06", NULL);
  assert_fails ("run --set hot.temprature=1", 2, "hot.temprature", "hot.temperature", NULL);
  assert_fails ("run --set hot.temperature", 2, "ID=VALUE", NULL);
  assert_fails ("run --set medium.kind=gas", 2, "medium.kind", "gas", "qubit, ladder, box", NULL);
  assert_fails ("run --set medium.levels=2.5", 2, "medium.levels", "2 to 8", NULL);
  assert_fails ("run --preset none", 2, "none", "textbook", NULL);
  assert_fails ("run --format xml", 2, "xml", "json", NULL);
  assert_fails ("run --cycles -3", 2, "--cycles", "-3", NULL);
  assert_fails ("run --lab demon --cycles 3", 2, "--cycles", "demon", NULL);
  assert_fails ("run --lab battery --trace x.csv", 2, "--trace", "battery", NULL);
  assert_fails ("run --lab second-law --cycles 3", 2, "--cycles", "second-law", NULL);
  assert_fails ("run --trajectories -1", 2, "--trajectories", "-1", NULL);
  assert_fails ("run --seed -1", 2, "--seed", "-1", NULL);
  assert_fails ("run --lab second-law --trajectories 10", 2, "--trajectories", "second-law", NULL);
  assert_fails ("run --bogus", 2, "bogus", NULL);
  assert_fails ("run missing.json", 2, "missing.json", NULL);
  assert_fails ("run a.json b.json", 2, "b.json", NULL);
  assert_fails ("list", 2, "labs", NULL);
  assert_fails ("list stars", 2, "stars", "presets", NULL);
  assert_fails ("list presets --lab diesel", 2, "diesel", NULL);
  assert_fails ("figure", 2, "figure", NULL);
  assert_fails ("figure cycle", 2, "-o", NULL);
  assert_fails ("figure cycle -o a.bmp", 2, "a.bmp", "svg", NULL);
  assert_fails ("figure wheel -o a.svg", 2, "wheel", "cycle", NULL);
  assert_fails ("figure cycle -o a.svg --size big", 2, "big", "WIDTHxHEIGHT", NULL);
  assert_fails ("figure cycle -o a.svg --size 8x6furlong", 2, "8x6furlong", "mm", NULL);
  assert_fails ("figure cycle -o a.svg --font-size huge", 2, "--font-size", "huge", "200pt", NULL);
  assert_fails ("figure cycle -o a.svg --line 0", 2, "--line", "0.05pt", NULL);
  assert_fails ("figure cycle -o a.svg --text runes", 2, "runes", "outlines", NULL);
  assert_fails ("figure cycle -o a.svg --decimal ;", 2, "--decimal", NULL);
  assert_fails ("figure cycle -o a.svg -o b.bmp", 2, "b.bmp", NULL);
  assert_fails ("figure cycle -o a.svg --size 0x0", 2, "0x0", NULL);
  assert_fails ("figure cycle -o a.svg --size 20x400", 2, "20x400", NULL);
  assert_fails ("figure cycle -o a.svg --size 400x20000", 2, "400x20000", NULL);
  assert_fails ("figure cycle -o a.svg --size 400x400x", 2, "400x400x", NULL);
  assert_fails ("figure cycle -o a.png --dpi 1e9", 2, "--dpi", NULL);
  assert_fails ("figure cycle -o a.png --dpi 1", 2, "--dpi", NULL);
  assert_fails ("figure cycle -o a.svg --cycles -1", 2, "--cycles", NULL);
  assert_fails ("figure cycle -o a.svg --set hot.temperature=-1", 2, "hot.temperature", NULL);
  assert_fails ("figure trajectory -o a.svg --trajectories 0", 2, "--trajectories", NULL);
  assert_fails ("figure trajectory -o a.svg --seed -1", 2, "--seed", NULL);
  assert_fails ("figure cycle -o a.svg --bogus", 2, "bogus", NULL);
  assert_fails ("list labs --bogus", 2, "bogus", NULL);
  assert_fails ("figure cycle -o a.svg --theme pink", 2, "pink", "print", NULL);
}

static void
test_failures (void)
{
  g_autofree char *link = g_build_filename (folder, "full.csv", NULL);

  assert_fails ("figure cycle -o none/a.svg", 1, "none", NULL);
  assert_fails ("run --trace none/a.csv", 1, "none", NULL);
  g_assert_cmpint (symlink ("/dev/full", link), ==, 0); /* so that it is no device that is lost where this fails */
  assert_fails ("run --trace full.csv", 1, "full.csv", "No space left on device", NULL);
  assert_fails ("figure cycle -o full.csv --format png", 1, "full.csv", "No space left on device", NULL);
  assert_fails ("figure cycle -o a.svg --format bmp", 2, "bmp", NULL);
}

static void
assert_unwritten (const char *command)
{
  const char *argv[] = { "/bin/sh", "-c", command, NULL };
  g_autofree char *err = NULL;
  int status;

  g_assert_true (g_spawn_sync (folder, (char **) argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, NULL, &err, &status, NULL));
  g_test_message ("%s: %s", command, err);
  g_assert_true (WIFEXITED (status));
  g_assert_cmpint (WEXITSTATUS (status), ==, 1);
  g_assert_nonnull (strstr (err, "standard output"));
}

/* Where nothing more fits, or nobody listens. */
static void
test_standard_output (void)
{
  static const char *const lines[] = { "run", "run --format json", "run --trace -", "list labs", "list presets --json", "--help", "run --help", "--version", "figure cycle -o - --format pdf" };
  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autofree char *full = g_strdup_printf ("LC_ALL=C.UTF-8 %s %s > /dev/full", g_getenv ("QUENCH_CLI"), lines[i]);
      g_autofree char *closed = g_strdup_printf ("mkfifo p; : < p & exec 3> p; wait; LC_ALL=C.UTF-8 %s %s >&3; status=$?; rm p; exit $status", g_getenv ("QUENCH_CLI"), lines[i]);

      assert_unwritten (full);
      assert_unwritten (closed);
    }
}

static JsonObject *
results_of (JsonParser *parser, const char *text)
{
  g_autoptr (GError) error = NULL;

  json_parser_load_from_data (parser, text, -1, &error);
  g_assert_no_error (error);
  return json_object_get_object_member (json_node_get_object (json_parser_get_root (parser)), "results");
}

#define TEXTBOOK "run --lab otto --set hot.temperature=2 --set cold.temperature=0.5 --set spacing.hot=2 --set spacing.cold=1 --set stroke.hot=2000 --set stroke.cold=2000 --format json"

static void
test_json (void)
{
  g_auto (Outcome) o = run_in (NULL, TEXTBOOK);
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonObject *results = results_of (parser, o.out), *root, *stroke;
  double p_hot = 1 / (1 + exp (1)), p_cold = 1 / (1 + exp (2));

  g_assert_cmpint (o.status, ==, 0);
  g_assert_cmpstr (o.err, ==, "");
  g_assert_cmpfloat_with_epsilon (json_object_get_double_member (results, "efficiency"), 0.5, 1e-9);
  g_assert_cmpfloat_with_epsilon (json_object_get_double_member (results, "work_output"), p_hot - p_cold, 1e-9);
  g_assert_true (json_object_get_null_member (results, "cop"));
  g_assert_cmpstr (json_object_get_string_member (results, "mode"), ==, "engine");
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (results, "bloch")), ==, 3);
  root = json_node_get_object (json_parser_get_root (parser));
  g_assert_cmpstr (json_object_get_string_member (root, "lab"), ==, "otto");
  g_assert_cmpfloat (json_object_get_double_member (json_object_get_object_member (root, "parameters"), "spacing.hot"), ==, 2);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (root, "strokes")), ==, 4);
  g_assert_true (json_object_get_null_member (results, "bloch_first")); /* one qubit has no parts */
  stroke = json_array_get_object_element (json_object_get_array_member (root, "strokes"), 0);
  for (const char *const *id = (const char *const[]) { "id", "duration", "heat_hot", "heat_cold", "work_output", "energy_start", "energy_end", "entropy_start",
      "entropy_end", "populations_end", "bloch_end", NULL }; *id; id++)
    g_assert_true (json_object_has_member (stroke, *id));
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (stroke, "populations_end")), ==, 2);
}

/* A locale that writes 0,5, made here so that no machine has to have one installed. */
static void
test_comma_locale (void)
{
  g_autofree char *make = g_strdup_printf ("localedef -i de_DE -f UTF-8 %s/de_DE.UTF-8", folder), *remove = g_strdup_printf ("rm -r %s/de_DE.UTF-8", folder);
  g_auto (Outcome) plain = run_in (NULL, TEXTBOOK), comma = { 0 };
  int status;

  if (!g_spawn_command_line_sync (make, NULL, NULL, &status, NULL) || status != 0)
    {
      g_test_skip ("no localedef (package locales)");
      return;
    }
  g_setenv ("LOCPATH", folder, TRUE);
  g_assert_nonnull (setlocale (LC_NUMERIC, "de_DE.UTF-8"));
  g_assert_cmpstr (localeconv ()->decimal_point, ==, ",");
  setlocale (LC_NUMERIC, "C");
  comma = run_in ("de_DE.UTF-8", TEXTBOOK);
  g_assert_cmpstr (comma.out, ==, plain.out);
  g_unsetenv ("LOCPATH");
  g_assert_true (g_spawn_command_line_sync (remove, NULL, NULL, NULL, NULL));
}

/* What is printed reads back to the same number, parameters included, and is no longer than it takes. */
static void
test_round_trip (void)
{
  g_auto (Outcome) o = run_in (NULL, "run --set hot.temperature=3.3333333333333335 --set cold.temperature=0.3 --format json");

  g_assert_nonnull (strstr (o.out, "\"hot.temperature\": 3.3333333333333335,"));
  g_assert_nonnull (strstr (o.out, "\"cold.temperature\": 0.3,"));
  g_assert_null (strstr (o.out, "-0,"));
}

/* What was set on purpose and changes nothing is said, and is no error. */
static void
test_no_effect (void)
{
  g_auto (Outcome) idle = run_in (NULL, "run --set hot.squeezing=1 --set drive.dephasing=2 --set hot.temperature=5 --format csv"), all = run_in (NULL, "run --set hot.temperature=5"),
                   tried = run_in (NULL, "run --lab maser --set initial.state=mixed"), started = run_in (NULL, "run --lab maser --cycles 1 --set initial.state=mixed");

  g_assert_cmpint (idle.status, ==, 0);
  g_assert_nonnull (strstr (idle.err, "hot.squeezing has no effect"));
  g_assert_nonnull (strstr (idle.err, "drive.dephasing has no effect"));
  g_assert_null (strstr (idle.err, "hot.temperature"));
  g_assert_true (strstr (idle.out, "\nresult,value\n") != NULL);
  g_assert_cmpstr (all.err, ==, "");
  g_assert_nonnull (strstr (tried.err, "initial.state has no effect"));
  g_assert_cmpstr (started.err, ==, "");
}

/* Rounding is not told as a number, but for programs. */
static void
test_no_noise (void)
{
  g_auto (Outcome) text = run_in (NULL, "run --trajectories 100"), wave = run_in (NULL, "run --lab swap"), json = run_in (NULL, "run --lab swap --format json");

  g_assert_null (strstr (text.out, "10^"));
  g_assert_null (strstr (wave.out, "10^"));
  g_assert_nonnull (strstr (json.out, "e-1"));
}

#define SINGLET "run --set medium.kind=two-qubits --set medium.coupling-ratio=1"

static void
test_not_unique (void)
{
  g_auto (Outcome) text = run_in (NULL, SINGLET), csv = run_in (NULL, SINGLET " --format csv"), json = run_in (NULL, SINGLET " --format json"), one = run_in (NULL, "run --format json");

  g_assert_nonnull (strstr (text.out, "not unique"));
  g_assert_nonnull (strstr (csv.out, "\nunique,false\n"));
  g_assert_nonnull (strstr (json.out, "\"unique\": false"));
  g_assert_nonnull (strstr (json.out, "\"not-unique\""));
  g_assert_nonnull (strstr (one.out, "\"unique\": true"));
}

/* Enough cycles from the start state end in the limit cycle; the first does not. */
static void
test_cycles (void)
{
  g_autoptr (JsonParser) a = json_parser_new (), b = json_parser_new (), c = json_parser_new ();
  g_auto (Outcome) limit = run_in (NULL, "run --format json"), first = run_in (NULL, "run --cycles 1 --format json"), last = run_in (NULL, "run --cycles 200 --format json");
  double W = json_object_get_double_member (results_of (a, limit.out), "work_output");

  g_assert_cmpfloat (fabs (json_object_get_double_member (results_of (b, first.out), "work_output") - W), >, 1e-3);
  g_assert_cmpfloat_with_epsilon (json_object_get_double_member (results_of (c, last.out), "work_output"), W, 1e-9);
}

static double
estimate (JsonObject *sampled, const char *id, const char *part)
{
  return json_object_get_double_member (json_object_get_object_member (sampled, id), part);
}

/* Single runs stand beside what they estimate, in every format; a seed tells them again. */
static void
test_sampled (void)
{
  g_auto (Outcome) json = run_in (NULL, "run --trajectories 400 --seed 7 --format json"), again = run_in (NULL, "run --trajectories 400 --seed 7 --format json"),
                   other = run_in (NULL, "run --trajectories 400 --seed 8 --format json"), csv = run_in (NULL, "run --trajectories 400 --seed 7 --format csv"),
                   text = run_in (NULL, "run --trajectories 400 --seed 7");
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonObject *results = results_of (parser, json.out), *sampled = json_object_get_object_member (json_node_get_object (json_parser_get_root (parser)), "sampled");
  const char *const ids[] = { "work_output", "heat_hot", "heat_cold" };

  g_assert_cmpstr (json.out, ==, again.out);
  g_assert_cmpstr (json.out, !=, other.out);
  g_assert_cmpint (json_object_get_int_member (sampled, "trajectories"), ==, 400);
  g_assert_cmpint (json_object_get_int_member (sampled, "seed"), ==, 7);
  for (gsize i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      double mean = estimate (sampled, ids[i], "mean"), error = estimate (sampled, ids[i], "error"), exact = estimate (sampled, ids[i], "exact");
      g_autofree char *row = g_strdup_printf ("\nsampled.%s,", ids[i]);
      const char *at = strstr (csv.out, row);

      g_assert_cmpfloat (exact, ==, json_object_get_double_member (results, ids[i]));
      g_assert_cmpfloat (fabs (mean - exact), <, 5 * error);
      g_assert_cmpfloat_with_epsilon (estimate (sampled, ids[i], "spread"), error * sqrt (400), 1e-12);
      g_assert_nonnull (at);
      g_assert_cmpfloat (g_ascii_strtod (at + strlen (row), NULL), ==, mean);
    }
  g_assert_nonnull (strstr (text.out, "400 single runs, seed 7"));
  g_assert_nonnull (strstr (text.out, " ± "));
}

static void
test_trace (void)
{
  g_auto (Outcome) o = run_in (NULL, "run --lab carnot --cycles 3 --trace trace.csv");
  g_autofree char *path = g_build_filename (folder, "trace.csv", NULL), *text = NULL;
  g_auto (GStrv) lines = NULL;
  double time = -1;
  int n = 0;

  g_assert_cmpint (o.status, ==, 0);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_true (g_str_has_prefix (text, "# Quench "));
  g_assert_nonnull (strstr (text, "\n# command: quench-cli run --lab carnot --cycles 3\n"));
  lines = g_strsplit (strstr (text, "\ntime,") + 1, "\n", -1);
  g_assert_cmpstr (lines[0], ==, "time,cycle,stroke,control,energy,heat_hot,heat_cold,work_output,force,temperature,entropy,coherence_l1,coherence_relative,purity,ergotropy,"
                                 "population_0,population_1,bloch_x,bloch_y,bloch_z");
  for (n = 1; lines[n] && *lines[n]; n++)
    {
      g_auto (GStrv) fields = g_strsplit (lines[n], ",", -1);

      g_assert_cmpuint (g_strv_length (fields), ==, 20);
      g_assert_cmpfloat (g_ascii_strtod (fields[0], NULL), >=, time);
      time = g_ascii_strtod (fields[0], NULL);
      g_assert_cmpfloat_with_epsilon (g_ascii_strtod (fields[15], NULL) + g_ascii_strtod (fields[16], NULL), 1, 1e-9);
    }
  g_assert_cmpint (n, ==, 1 + 3 * 4 * 101); /* both ends of every stroke */
  g_assert_cmpfloat (time, ==, 3 * 50);
}

static void
test_list (void)
{
  const char *topics[] = { "labs", "presets", "parameters", "results", "figures" };

  for (gsize i = 0; i < G_N_ELEMENTS (topics); i++)
    {
      g_autofree char *line = g_strdup_printf ("list %s --json", topics[i]), *plain = g_strdup_printf ("list %s", topics[i]);
      g_auto (Outcome) json = run_in (NULL, line), text = run_in (NULL, plain);
      g_autoptr (JsonParser) parser = json_parser_new ();
      g_autoptr (GError) error = NULL;
      guint rows = 0;

      json_parser_load_from_data (parser, json.out, -1, &error);
      g_assert_no_error (error);
      for (const char *p = text.out; *p; p++)
        rows += *p == '\n';
      g_assert_cmpuint (json_array_get_length (json_node_get_array (json_parser_get_root (parser))), ==, rows);
      g_assert_cmpuint (rows, >, 1);
    }
}

static void
assert_starts (const char *name, const char *magic)
{
  g_autofree char *path = g_build_filename (folder, name, NULL), *text = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &text, &length, NULL));
  g_assert_cmpuint (length, >, 1000);
  g_assert_cmpmem (text, strlen (magic), magic, strlen (magic));
}

static void
test_figures (void)
{
  const struct { const char *file, *magic; } kind[] = { { "f.svg", "<?xml" }, { "f.pdf", "%PDF" }, { "f.png", "\x89PNG" }, { "f.csv", "# Quench" } };

  for (gsize i = 0; i < G_N_ELEMENTS (kind); i++)
    {
      g_autofree char *line = g_strdup_printf ("figure cycle --lab carnot --preset box -o %s --size 500x400 --theme dark", kind[i].file);
      g_auto (Outcome) o = run_in (NULL, line);

      g_assert_cmpstr (o.err, ==, "");
      g_assert_cmpint (o.status, ==, 0);
      assert_starts (kind[i].file, kind[i].magic);
    }
  /* those for which single runs or a sweep are computed first */
  for (const char *const *line = (const char *const[]) { "figure trajectory -o f.svg --trajectories 50 --seed 3", "figure power-efficiency -o f.svg --size 300x200", NULL }; *line; line++)
    {
      g_auto (Outcome) o = run_in (NULL, *line);

      g_assert_cmpstr (o.err, ==, "");
      g_assert_cmpint (o.status, ==, 0);
      assert_starts ("f.svg", "<?xml");
    }
}

/* A picture is drawn again from itself, byte for byte, whatever sheet it had; its experiment runs, and can be changed. */
static void
test_drawn_again (void)
{
  static const char *const sheets[] = { "", "--size 86x64.5mm --theme dark --dpi 300",
                                        "--size 3inx4cm --text text --decimal , --font-size 7pt --line 0.5pt", "--theme transparent --cycles 3 --size 400pxx300px" };
  static const char *const kinds[] = { "svg", "pdf", "png", "csv" };

  for (gsize s = 0; s < G_N_ELEMENTS (sheets); s++)
    for (gsize k = 0; k < G_N_ELEMENTS (kinds); k++)
      {
        g_autofree char *first = g_strdup_printf ("figure bloch --preset friction --set hot.temperature=4.25 -o one.%s%s%s", kinds[k], *sheets[s] ? " " : "", sheets[s]);
        g_autofree char *second = g_strdup_printf ("figure one.%s -o two.%s", kinds[k], kinds[k]), *third = g_strdup_printf ("run one.%s --format json", kinds[k]);
        g_autofree char *one = g_strdup_printf ("%s/one.%s", folder, kinds[k]), *two = g_strdup_printf ("%s/two.%s", folder, kinds[k]), *a = NULL, *b = NULL;
        g_auto (Outcome) drawn = run_in (NULL, first), again = run_in ("de_DE.UTF-8", second), ran = run_in (NULL, third);
        gsize n, m;

        g_assert_cmpstr (drawn.err, ==, "");
        g_assert_cmpstr (again.err, ==, "");
        g_assert_true (g_file_get_contents (one, &a, &n, NULL) && g_file_get_contents (two, &b, &m, NULL));
        g_assert_cmpmem (a, n, b, m);
        g_assert_nonnull (strstr (ran.out, "\"command\": \"quench-cli run --lab otto --preset friction --set hot.temperature=4.25\""));
      }
}

/* A picture of somebody else, and one that was changed. */
static void
test_not_drawn_again (void)
{
  g_autofree char *path = g_build_filename (folder, "other.svg", NULL), *kept = g_build_filename (folder, "kept.svg", NULL), *text = NULL;
  g_auto (Outcome) drawn = run_in (NULL, "figure cycle -o kept.svg");
  gsize length;
  char *at;

  g_assert_true (g_file_set_contents (path, "<svg xmlns=\"http://www.w3.org/2000/svg\"/>", -1, NULL));
  assert_fails ("run other.svg", 2, "other.svg", "carries no experiment", NULL);
  assert_fails ("figure other.svg -o a.svg", 2, "other.svg", "carries no experiment", NULL);
  g_assert_true (g_file_get_contents (kept, &text, &length, NULL));
  at = strstr (text, "&quot;hot.temperature&quot;: ") + strlen ("&quot;hot.temperature&quot;: ");
  *at = *at == '9' ? '8' : '9';
  g_assert_true (g_file_set_contents (kept, text, (gssize) length, NULL));
  assert_fails ("run kept.svg", 2, "kept.svg", "changed after Quench wrote it", NULL);
}

static void
test_experiment_file (void)
{
  g_autofree char *path = g_build_filename (folder, "mine.json", NULL);
  g_auto (Outcome) good = { 0 };

  g_assert_true (g_file_set_contents (path, "{\"quench\": 1, \"lab\": \"carnot\", \"parameters\": {\"carnot.expansion\": 3}}", -1, NULL));
  good = run_in (NULL, "run mine.json --format csv");
  g_assert_cmpint (good.status, ==, 0);
  g_assert_true (g_str_has_prefix (good.out, "# Quench "));
  g_assert_nonnull (strstr (good.out, "\n# command: quench-cli run --lab carnot --set carnot.expansion=3\n"));
  g_assert_nonnull (strstr (good.out, "\nresult,value\nmode,engine\n"));
  assert_fails ("run mine.json --lab otto", 2, "mine.json", "carnot", NULL);
  g_assert_true (g_file_set_contents (path, "{\"quench\": 1,\n\"lab\": \"carnot\", \"oops\": 1}", -1, NULL));
  assert_fails ("run mine.json", 2, "mine.json", "oops", NULL);
}

static void
test_no_gtk (void)
{
  g_autofree char *line = g_strdup_printf ("ldd %s", g_getenv ("QUENCH_CLI")), *out = NULL;

  g_assert_true (g_spawn_command_line_sync (line, &out, NULL, NULL, NULL));
  g_assert_nonnull (strstr (out, "libcairo"));
  g_assert_null (strstr (out, "libgtk"));
  g_assert_null (strstr (out, "libadwaita"));
}

static void
test_help (void)
{
  const char *lines[] = { "--help", "run --help", "list --help", "figure --help", "--version" };

  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_auto (Outcome) o = run_in (NULL, lines[i]);

      g_assert_cmpint (o.status, ==, 0);
      g_assert_nonnull (strstr (o.out, "quench-cli"));
    }
}

static void
remove_folder (void)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)))
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
  g_free (folder);
}

int
main (int argc, char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  g_assert_nonnull (g_getenv ("QUENCH_CLI"));
  folder = g_dir_make_tmp ("quench-XXXXXX", NULL);
  g_test_add_func ("/cli/bad-usage", test_bad_usage);
  g_test_add_func ("/cli/failures", test_failures);
  g_test_add_func ("/cli/standard-output", test_standard_output);
  g_test_add_func ("/cli/json", test_json);
  g_test_add_func ("/cli/comma-locale", test_comma_locale);
  g_test_add_func ("/cli/round-trip", test_round_trip);
  g_test_add_func ("/cli/cycles", test_cycles);
  g_test_add_func ("/cli/no-effect", test_no_effect);
  g_test_add_func ("/cli/not-unique", test_not_unique);
  g_test_add_func ("/cli/no-noise", test_no_noise);
  g_test_add_func ("/cli/sampled", test_sampled);
  g_test_add_func ("/cli/trace", test_trace);
  g_test_add_func ("/cli/list", test_list);
  g_test_add_func ("/cli/figures", test_figures);
  g_test_add_func ("/cli/drawn-again", test_drawn_again);
  g_test_add_func ("/cli/not-drawn-again", test_not_drawn_again);
  g_test_add_func ("/cli/experiment-file", test_experiment_file);
  g_test_add_func ("/cli/no-gtk", test_no_gtk);
  g_test_add_func ("/cli/help", test_help);
  status = g_test_run ();
  remove_folder ();
  return status;
}
