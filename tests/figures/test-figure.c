/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The figures as a whole: registry, what the drawing says, export, data, when the static layer changes. */
#include <math.h>
#include <string.h>

#include "sim/qn-background.h"
#include "figures/kit/qn-figure-class.h"
#include "figures/qn-figure.h"
#include "synthetic.h"

static char *
svg_of (const char *id, QnSnapshot *snapshot, QnThemeKind theme)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = qn_figure_export (id, snapshot, "x.svg", &(QnFigureSheet) { 480, 360, 96, theme }, &error);

  g_assert_no_error (error);
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static void
assert_says (const char *svg, const char *words)
{
  if (strstr (svg, words) == NULL)
    {
      g_test_message ("the drawing does not say \"%s\"", words);
      g_test_fail ();
    }
}

/* --- Registry ------------------------------------------------------------- */

static void
test_registry (void)
{
  static const char *const expected[] = {
    "cycle",
    "ts",
    "levels",
    "bloch",
    "efficiency",
    "flows",
    "wigner",
    "density",
    "entropy",
    "correlations",
    "coupling",
    "capacity",
    "currents",
    "trajectory",
    "work-distribution",
    "power-efficiency",
    "potentials",
    "collisions",
    "ignorance",
    "sensing",
    "precision",
    "jarzynski",
    "crooks",
    "battery",
    "charging-power",
    "coherence",
    "twin",
    "equivalence",
    "daemon",
    "demon-ledger",
    "erasure",
    "sweep",
    "map",
    "pareto",
  };
  gsize n;
  const QnFigureInfo *infos = qn_figure_infos (&n);

  g_assert_cmpuint (n, ==, G_N_ELEMENTS (expected));
  for (gsize i = 0; i < n; i++)
    {
      g_autoptr (QnFigure) figure = qn_figure_new (expected[i]);

      g_assert_cmpstr (infos[i].id, ==, expected[i]);
      g_assert_nonnull (figure);
      g_assert_cmpstr (qn_figure_get_info (figure)->id, ==, expected[i]);
      g_assert_cmpstr (qn_figure_info (expected[i])->name, !=, "");
      g_assert_cmpint (infos[i].camera, ==, strcmp (expected[i], "bloch") == 0);
    }
  g_assert_null (qn_figure_new ("nonsense"));
  g_assert_null (qn_figure_info ("nonsense"));
}

/* --- What is said --------------------------------------------------------- */

static void
test_words (void)
{
  static const struct
  {
    const char *id;
    TestKind kind;
    const char *words[9];
  } cases[] = {
    { "cycle", TEST_ENGINE, { "Level spacing", "Conjugate force", "quasi-static", "= 0." } },
    { "cycle", TEST_REFRIGERATOR, { "Level spacing", "= −0." } },
    { "ts", TEST_ENGINE, { "Entropy", "Effective temperature", "Hot", "Cold" } },
    { "ts", TEST_INVERTED, { "inverted" } },
    { "levels", TEST_ENGINE, { "Energy", "Population", "Hot", "Cold", "thermal", "ΔE" } },
    { "bloch", TEST_ENGINE, { "+1", "−1" } },
    { "bloch", TEST_LADDER, { "lowest", "|1⟩", "|0⟩" } },
    { "efficiency", TEST_ENGINE, { "of Carnot", "Carnot", "Curzon", "quasi-static", "limit cycle", "Efficiency", "%" } },
    { "efficiency", TEST_REFRIGERATOR, { "of Carnot", "Carnot", "limit cycle", "Coefficient of performance" } },
    { "efficiency", TEST_HEATER, { "Heater", "no efficiency" } },
    { "efficiency", TEST_ACCELERATOR, { "Accelerator", "no efficiency" } },
    { "efficiency", TEST_IDLE, { "Idle", "no efficiency" } },
    { "flows", TEST_ENGINE, { "Engine", "heat in", "heat out", "work out", "Hot", "Cold" } },
    { "flows", TEST_REFRIGERATOR, { "Refrigerator", "heat in", "heat out", "work in" } },
    { "flows", TEST_ACCELERATOR, { "Accelerator", "heat in", "heat out", "work in" } },
    { "flows", TEST_HEATER, { "Heater", "heat out", "work in" } },
    { "flows", TEST_IDLE, { "Idle", "no heat", "no work" } },
    { "wigner", TEST_OSCILLATOR, { "Position", "Momentum", "vacuum", "dB", "axes 1 :", "after hot contact", "W (1/ħ)", "ω0 = 4" } },
    { "density", TEST_TILTED, { "|0⟩", "⟨1|", "phase", "π/2", "area", "coherence", "purity", "thermal", "i\n" } },
    { "density", TEST_LADDER, { "|7⟩", "⟨7|", "thermal" } },
    { "density", TEST_OSCILLATOR, { "populations alone", "|7⟩" } },
    { "wigner", TEST_ENGINE, { "that of an oscillator", "medium" } },
    { "entropy", TEST_ENGINE, { "Change of entropy", "Time in the cycle", "Total Σ", "Medium", "Hot", "Cold", "hot contact" } },
    { "correlations", TEST_TILTED, { "Coherence C1", "Entropy of coherence", "Time in the cycle" } },
    { "correlations", TEST_LADDER, { "do not change" } },
    { "correlations", TEST_OSCILLATOR, { "squeezing" } },
    { "power-efficiency", TEST_ENGINE, { "Efficiency", "Power", "Cycle time", "Carnot", "Curzon–Ahlborn", "low dissipation", "Maximum power" } },
    { "power-efficiency", TEST_REFRIGERATOR, { "Coefficient of performance", "Cooling power", "Carnot" } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (QnSnapshot) snapshot = test_snapshot_new (cases[i].kind, 0.2, 5);
      g_autoptr (QnFigure) figure = qn_figure_new (cases[i].id);
      g_autoptr (QnCanvas) canvas = qn_canvas_new_svg (640, 480);
      g_autoptr (GString) said = g_string_new (NULL);
      QnTheme theme = qn_theme (QN_THEME_LIGHT, 1);
      const GPtrArray *records;

      g_test_message ("%s, %s", cases[i].id, test_kind_name (cases[i].kind));
      qn_figure_update (figure, snapshot, 0, FALSE);
      qn_canvas_record_text (canvas, TRUE);
      qn_figure_draw (figure, canvas, 640, 480, &theme, QN_LAYER_ALL);
      records = qn_canvas_recorded_text (canvas);
      for (guint k = 0; k < records->len; k++)
        {
          const QnTextRecord *record = g_ptr_array_index (records, k);
          g_autofree char *plain = NULL;

          pango_parse_markup (record->text, -1, 0, NULL, &plain, NULL, NULL);
          g_string_append_printf (said, "%s\n", plain != NULL ? plain : record->text);
        }
      for (gsize k = 0; k < G_N_ELEMENTS (cases[i].words) && cases[i].words[k] != NULL; k++)
        assert_says (said->str, cases[i].words[k]);
    }
}

/* An efficiency is never a number where it does not exist. */
static void
test_no_number (void)
{
  static const TestKind without[] = { TEST_HEATER, TEST_ACCELERATOR, TEST_IDLE };

  for (gsize i = 0; i < G_N_ELEMENTS (without); i++)
    {
      g_autoptr (QnSnapshot) snapshot = test_snapshot_new (without[i], 0, 0);
      g_autofree char *svg = svg_of ("efficiency", snapshot, QN_THEME_LIGHT);

      g_assert_null (strstr (svg, "%</"));
      g_assert_null (strstr (svg, "nan"));
      g_assert_nonnull (strstr (svg, "<title>"));
      g_assert_null (strstr (svg, "inf"));
    }
}

/* --- Export --------------------------------------------------------------- */

static void
test_export (gconstpointer data)
{
  static const struct { const char *extension, *magic; gsize length; } formats[] = {
    { "a.svg", "<", 1 }, { "a.pdf", "%PDF", 4 }, { "a.png", "\x89PNG", 4 },
  };
  const char *id = data;

  for (int theme = 0; theme < QN_N_THEMES; theme++)
    for (gsize f = 0; f < G_N_ELEMENTS (formats); f++)
      {
        g_autoptr (QnSnapshot) snapshot = test_snapshot_new (test_kind_for (id, TEST_TILTED), 0, 0);
        g_autoptr (GError) error = NULL;
        g_autoptr (GBytes) one = qn_figure_export (id, snapshot, formats[f].extension, &(QnFigureSheet) { 480, 360, 96, theme }, &error);
        g_autoptr (GBytes) two = NULL;
        gsize size;

        g_assert_no_error (error);
        two = qn_figure_export (id, snapshot, formats[f].extension, &(QnFigureSheet) { 480, 360, 96, theme }, &error);
        g_assert_no_error (error);
        g_assert_true (g_bytes_equal (one, two));
        g_assert_cmpint (memcmp (g_bytes_get_data (one, &size), formats[f].magic, formats[f].length), ==, 0);
        g_assert_cmpuint (size, >, 500);
      }
}

static void
test_export_errors (void)
{
  g_autoptr (QnSnapshot) snapshot = test_snapshot_new (TEST_ENGINE, 0, 0);
  g_autoptr (GError) error = NULL;

  g_assert_null (qn_figure_export ("cycle", snapshot, "picture.doc", &(QnFigureSheet) { 480, 360, 96, QN_THEME_LIGHT }, &error));
  g_assert_nonnull (error);
  g_assert_nonnull (strstr (error->message, "doc"));
  g_clear_error (&error);
  g_assert_null (qn_figure_export ("cycle", snapshot, "a.png", &(QnFigureSheet) { 0, 360, 96, QN_THEME_LIGHT }, &error));
  g_assert_nonnull (error);
}

/* --- Themes --------------------------------------------------------------- */

static void
test_themes (gconstpointer data)
{
  g_autoptr (QnSnapshot) snapshot = test_snapshot_new (test_kind_for (data, TEST_ENGINE), 0, 0);
  char *svgs[QN_N_THEMES];

  for (int i = 0; i < QN_N_THEMES; i++)
    svgs[i] = svg_of (data, snapshot, i);
  for (int i = 0; i < QN_N_THEMES; i++)
    for (int k = i + 1; k < QN_N_THEMES; k++)
      if (!(i == QN_THEME_LIGHT && k == QN_THEME_PRINT)) /* paper may look like the screen */
        g_assert_cmpstr (svgs[i], !=, svgs[k]);
  for (int i = 0; i < QN_N_THEMES; i++)
    g_free (svgs[i]);
}

/* --- Data ----------------------------------------------------------------- */

/* Rows of a CSV as string vectors; checks that every row has the header's columns. */
static GPtrArray *
parse_csv (const char *text)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (int i = 0; lines[i] != NULL && lines[i][0] != '\0'; i++)
    {
      g_ptr_array_add (rows, g_strsplit (lines[i], ",", -1));
      g_assert_cmpuint (g_strv_length (g_ptr_array_index (rows, i)), ==, g_strv_length (g_ptr_array_index (rows, 0)));
    }
  return rows;
}

static void
test_csv (gconstpointer data)
{
  for (int kind = 0; kind < TEST_N_KINDS; kind++)
    {
      g_autoptr (QnSnapshot) snapshot = test_snapshot_new (kind, 0.6, 3);
      g_autoptr (QnFigure) figure = qn_figure_new (data);
      g_autofree char *csv = NULL, *words = NULL;
      g_autoptr (GPtrArray) rows = NULL;

      qn_figure_update (figure, snapshot, 0, FALSE);
      csv = qn_figure_csv (figure);
      words = qn_figure_describe (figure);
      rows = parse_csv (csv);
      if (test_kind_for (data, kind) == (TestKind) kind)
        g_assert_cmpuint (rows->len, >, 2);
      else
        g_assert_cmpuint (rows->len, ==, 1); /* not its medium */
      g_assert_null (strstr (csv, "nan"));
      g_assert_null (strstr (strchr (csv, '\n'), "inf")); /* numbers, not the names of columns */
      g_assert_cmpuint (strlen (words), >, 20);
      g_assert_null (strchr (words, '<'));
      g_assert_null (strstr (words, "nan"));
    }
}

/* The polygon of the work diagram, as a reader of the data would draw it, encloses the work output. */
static void
test_csv_area (void)
{
  static const TestKind with_work[] = { TEST_ENGINE, TEST_REFRIGERATOR, TEST_ACCELERATOR, TEST_LADDER, TEST_SMALL };

  for (gsize k = 0; k < G_N_ELEMENTS (with_work); k++)
    {
      g_autoptr (QnSnapshot) snapshot = test_snapshot_new (with_work[k], 0, 0);
      g_autoptr (QnFigure) figure = qn_figure_new ("cycle");
      g_autofree char *csv = NULL;
      g_autoptr (GPtrArray) rows = NULL;
      double area = 0, x0 = 0, y0 = 0, x1 = 0, y1 = 0;
      int n = 0;

      qn_figure_update (figure, snapshot, 0, FALSE);
      csv = qn_figure_csv (figure);
      rows = parse_csv (csv);
      for (guint i = 1; i < rows->len; i++)
        {
          char **row = g_ptr_array_index (rows, i);
          double x = g_ascii_strtod (row[3], NULL), y = g_ascii_strtod (row[4], NULL);

          if (strcmp (row[0], "limit") != 0)
            continue;
          if (n++ == 0)
            {
              x0 = x;
              y0 = y;
            }
          else
            area += (y + y1) / 2 * (x - x1);
          x1 = x;
          y1 = y;
        }
      area += (y0 + y1) / 2 * (x0 - x1);
      g_assert_cmpint (n, ==, (int) snapshot->solution->limit->n);
      g_assert_cmpfloat_with_epsilon (area, snapshot->outcome->ledger.work_output, 1e-9);
    }
}

/* --- Layers --------------------------------------------------------------- */

/* The static layer is told to change when it does, and only then. */
static void
test_static_changes (gconstpointer data)
{
  g_autoptr (QnFigure) figure = qn_figure_new (data);
  g_autoptr (QnSnapshot) a = test_snapshot_new (test_kind_for (data, TEST_ENGINE), 0.30, 3);
  g_autoptr (QnSnapshot) b = test_snapshot_new (test_kind_for (data, TEST_ENGINE), 0.55, 3);
  g_autoptr (QnSnapshot) other = test_snapshot_new (TEST_REFRIGERATOR, 0.55, 3);

  /* The same limit cycle a little later, as the worker would tell it. */
  qn_curve_unref (b->solution->limit);
  b->solution->limit = qn_curve_ref (a->solution->limit);
  qn_curve_unref (b->solution->reference);
  b->solution->reference = qn_curve_ref (a->solution->reference);
  qn_report_unref (b->solution->outcome->tables);
  b->solution->outcome->tables = qn_report_ref (a->solution->outcome->tables);

  g_assert_true (qn_figure_update (figure, a, 0.016, FALSE));
  g_assert_false (qn_figure_update (figure, a, 0.016, FALSE));
  g_assert_false (qn_figure_update (figure, b, 0.016, TRUE));
  g_assert_false (qn_figure_update (figure, b, 0.016, FALSE));
  g_assert_true (qn_figure_update (figure, other, 0.016, TRUE));
}

static char *
layer_svg (QnFigure *figure, QnLayers layers)
{
  g_autoptr (QnCanvas) canvas = qn_canvas_new_svg (480, 360);
  QnTheme theme = qn_theme (QN_THEME_LIGHT, 1);
  g_autoptr (GBytes) svg = NULL;

  qn_figure_draw (figure, canvas, 480, 360, &theme, layers);
  svg = qn_canvas_finish_svg (canvas);
  return g_strndup (g_bytes_get_data (svg, NULL), g_bytes_get_size (svg));
}

/* What the static layer shows does not depend on where in the cycle the machine is. */
static void
test_static_is_still (gconstpointer data)
{
  g_autoptr (QnFigure) figure = qn_figure_new (data);
  g_autoptr (QnSnapshot) a = test_snapshot_new (test_kind_for (data, TEST_TILTED), 0.30, 3);
  g_autoptr (QnSnapshot) b = test_snapshot_new (test_kind_for (data, TEST_TILTED), 0.80, 3);
  g_autofree char *one = NULL, *two = NULL, *live_one = NULL, *live_two = NULL;

  qn_curve_unref (b->solution->limit);
  b->solution->limit = qn_curve_ref (a->solution->limit);
  qn_curve_unref (b->solution->reference);
  b->solution->reference = qn_curve_ref (a->solution->reference);
  qn_report_unref (b->solution->outcome->tables);
  b->solution->outcome->tables = qn_report_ref (a->solution->outcome->tables);
  qn_figure_update (figure, a, 0.016, FALSE);
  one = layer_svg (figure, QN_LAYER_STATIC);
  live_one = layer_svg (figure, QN_LAYER_LIVE);
  g_assert_false (qn_figure_update (figure, b, 0.016, FALSE));
  two = layer_svg (figure, QN_LAYER_STATIC);
  live_two = layer_svg (figure, QN_LAYER_LIVE);
  g_assert_cmpstr (one, ==, two);
  if (!g_strv_contains ((const char *const[]) { "efficiency", "power-efficiency", "sweep", "map", "pareto", NULL }, data)) /* move from cycle to cycle only, or not */
    g_assert_cmpstr (live_one, !=, live_two);
}

/* Width of the work diagram's axis. */
static double
drawn_width (QnFigure *figure)
{
  return figure->x.shown.max - figure->x.shown.min;
}

/* Ranges grow at once, never shrink while a slider is held, and shrink in time when it is not. */
static void
test_ranges (void)
{
  g_autoptr (QnFigure) figure = qn_figure_new ("cycle");
  g_autoptr (QnSnapshot) wide = test_snapshot_new (TEST_ENGINE, 0.3, 2), narrow = test_snapshot_new (TEST_NEAR_CARNOT, 0.3, 2);
  double first, held, later;

  qn_figure_update (figure, narrow, 0.016, TRUE);
  first = drawn_width (figure);
  qn_figure_update (figure, wide, 0.016, TRUE);
  g_assert_cmpfloat (drawn_width (figure), >, 3);
  g_assert_cmpfloat (drawn_width (figure), >, first);
  held = drawn_width (figure);
  for (int i = 0; i < 1000; i++)
    qn_figure_update (figure, narrow, 0.016, TRUE);
  g_assert_cmpfloat (drawn_width (figure), ==, held);
  qn_figure_update (figure, narrow, 0.016, FALSE);
  later = drawn_width (figure);
  g_assert_cmpfloat (later, >, 0.9 * held);
  for (int i = 0; i < 1000; i++)
    qn_figure_update (figure, narrow, 0.016, FALSE);
  g_assert_cmpfloat (drawn_width (figure), <, 0.3 * held);
}

/* A machine that can no longer be computed: the last one stays, veiled, and the words say so. */
static void
test_invalid (gconstpointer data)
{
  g_autoptr (QnFigure) figure = qn_figure_new (data);
  g_autoptr (QnSnapshot) good = test_snapshot_new (test_kind_for (data, TEST_ENGINE), 0.3, 3);
  g_autoptr (QnSnapshot) bad = test_snapshot_new (test_kind_for (data, TEST_ENGINE), 0.3, 3);
  g_autofree char *seen = NULL, *veiled = NULL, *words = NULL;

  qn_curve_unref (bad->solution->limit);
  bad->solution->limit = qn_curve_ref (good->solution->limit);
  qn_curve_unref (bad->solution->reference);
  bad->solution->reference = qn_curve_ref (good->solution->reference);
  bad->valid = FALSE;
  bad->message = g_strdup ("Bosonic contact diverges");
  qn_figure_update (figure, good, 0, FALSE);
  seen = layer_svg (figure, QN_LAYER_ALL);
  g_assert_true (qn_figure_update (figure, bad, 0.016, FALSE));
  veiled = layer_svg (figure, QN_LAYER_ALL);
  words = qn_figure_describe (figure);
  g_assert_cmpstr (seen, !=, veiled);
  g_assert_true (g_str_has_prefix (words, "Bosonic contact diverges"));
}

/* An experiment that could not be computed from the first: its message, and nothing breaks. */
static void
test_nothing (gconstpointer data)
{
  g_autoptr (QnFigure) figure = qn_figure_new (data);
  g_autoptr (QnSnapshot) empty = test_snapshot_new (TEST_ENGINE, 0, 0);
  g_autofree char *before = layer_svg (figure, QN_LAYER_ALL), *csv = NULL, *words = NULL, *svg = NULL;

  g_clear_pointer (&empty->solution->limit, qn_curve_unref);
  g_clear_pointer (&empty->solution->reference, qn_curve_unref);
  empty->n_trail = 0;
  empty->valid = FALSE;
  g_free (empty->message);
  empty->message = g_strdup ("Bosonic contact diverges");
  qn_figure_update (figure, empty, 0, FALSE);
  csv = qn_figure_csv (figure);
  words = qn_figure_describe (figure);
  svg = layer_svg (figure, QN_LAYER_ALL);
  g_assert_cmpstr (csv, ==, "");
  g_assert_cmpstr (words, ==, "Bosonic contact diverges");
  assert_says (svg, "diverges");
}

/* --- Camera --------------------------------------------------------------- */

static void
test_camera (void)
{
  g_autoptr (QnFigure) figure = qn_figure_new ("bloch");
  QnCamera camera;

  qn_figure_set_camera (figure, (QnCamera) { 7, 9, 100 });
  camera = qn_figure_get_camera (figure);
  g_assert_cmpfloat (fabs (camera.yaw), <=, G_PI);
  g_assert_cmpfloat_with_epsilon (cos (camera.yaw), cos (7), 1e-12);
  g_assert_cmpfloat_with_epsilon (camera.pitch, G_PI / 2, 1e-12);
  g_assert_cmpfloat (camera.zoom, <=, 8);
  qn_figure_set_camera (figure, (QnCamera) { NAN, INFINITY, NAN });
  camera = qn_figure_get_camera (figure);
  g_assert_true (isfinite (camera.yaw) && isfinite (camera.pitch) && isfinite (camera.zoom));
}

static void
add_for_each (const char *name, GTestDataFunc func)
{
  gsize n;
  const QnFigureInfo *infos = qn_figure_infos (&n);

  for (gsize i = 0; i < n; i++)
    {
      g_autofree char *path = g_strdup_printf ("/figures/%s/%s", name, infos[i].id);

      /* Those of other labs and of single runs: test-machines.c. */
      if (qn_lab_has_figure (qn_lab_find ("otto"), infos[i].id) && !(infos[i].extras & QN_EXTRA_RUNS))
        g_test_add_data_func (path, infos[i].id, func);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/figures/registry", test_registry);
  g_test_add_func ("/figures/words", test_words);
  g_test_add_func ("/figures/no-number", test_no_number);
  add_for_each ("export", test_export);
  g_test_add_func ("/figures/export-errors", test_export_errors);
  add_for_each ("themes", test_themes);
  add_for_each ("csv", test_csv);
  g_test_add_func ("/figures/csv-area", test_csv_area);
  add_for_each ("static-changes", test_static_changes);
  add_for_each ("static-is-still", test_static_is_still);
  g_test_add_func ("/figures/ranges", test_ranges);
  add_for_each ("invalid", test_invalid);
  add_for_each ("nothing", test_nothing);
  g_test_add_func ("/figures/camera", test_camera);
  return g_test_run ();
}
