/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The figure of the heat capacity: the numbers it draws, what it names, and that its area is the entropy. */
#include <math.h>
#include <string.h>

#include "figures/qn-figure.h"
#include "sim/qn-snapshot-new.h"
#include "core/statistics/qn-partition.h"

static QnSnapshot *
snapshot_of (const char *lab, const char *preset)
{
  QnExperiment experiment;
  g_autoptr (GError) error = NULL;
  QnSnapshot *snapshot;

  g_assert_true (qn_experiment_load_preset (&experiment, qn_lab_find (lab), preset, &error));
  snapshot = qn_snapshot_new_for (&experiment, 0, NULL, &error);
  g_assert_no_error (error);
  return snapshot;
}

static QnFigure *
figure_of (QnSnapshot *snapshot)
{
  QnFigure *figure = qn_figure_new ("capacity");

  qn_figure_update (figure, snapshot, 0, FALSE);
  return figure;
}

typedef struct
{
  double T, C, U, S, F;
} Row;

/* The n-th row of this name; FALSE where there are not so many. */
static gboolean
find_row (const char *csv, const char *name, int n, Row *row)
{
  g_auto (GStrv) lines = g_strsplit (csv, "\n", -1);

  for (int i = 1; lines[i] != NULL; i++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[i], ",", -1);

      if (g_strv_length (cells) != 6 || strcmp (cells[0], name) != 0 || n-- > 0)
        continue;
      *row = (Row) { g_ascii_strtod (cells[1], NULL), g_ascii_strtod (cells[2], NULL), g_ascii_strtod (cells[3], NULL), g_ascii_strtod (cells[4], NULL), g_ascii_strtod (cells[5], NULL) };
      return TRUE;
    }
  return FALSE;
}

static void
assert_result (const QnSnapshot *s, const char *id, double value)
{
  g_assert_cmpfloat_with_epsilon (value, qn_results_get (&s->outcome->results, id), 1e-12);
}

/* What the table of a preset says is what the lab's results say, and int C d(ln T) along the curve is S. */
static void
test_numbers (void)
{
  gsize n;
  const QnPreset *presets = qn_lab_presets (qn_lab_find ("equilibrium"), &n);

  g_assert_cmpuint (n, >=, 6);
  for (gsize i = 0; i < n; i++)
    {
      g_autoptr (QnSnapshot) s = snapshot_of ("equilibrium", presets[i].id);
      g_autoptr (QnFigure) figure = figure_of (s);
      g_autofree char *csv = qn_figure_csv (figure);
      Row row, next, reservoir;
      double area = 0;

      g_test_message ("%s", presets[i].id);
      g_assert_true (find_row (csv, "reservoir", 0, &reservoir));
      assert_result (s, "heat_capacity", reservoir.C);
      assert_result (s, "energy", reservoir.U);
      assert_result (s, "entropy", reservoir.S);
      assert_result (s, "free_energy", reservoir.F);
      g_assert_true (find_row (csv, "state", 0, &row));
      g_assert_cmpfloat_with_epsilon (row.T, reservoir.T, 1e-6 * reservoir.T);
      g_assert_cmpint (find_row (csv, "peak", 0, &row), ==, isfinite (qn_results_get (&s->outcome->results, "schottky_peak")));
      if (isfinite (qn_results_get (&s->outcome->results, "schottky_peak")))
        {
          assert_result (s, "schottky_temperature", row.T);
          assert_result (s, "schottky_peak", row.C);
        }
      g_assert_true (find_row (csv, "curve", 0, &row));
      g_assert_cmpfloat (row.T, <, reservoir.T / 1.3);
      for (int k = 1; find_row (csv, "curve", k, &next) && next.T < reservoir.T; k++, row = next)
        area += (row.C + next.C) / 2 * log (next.T / row.T);
      area += (row.C + reservoir.C) / 2 * log (reservoir.T / row.T);
      g_assert_cmpfloat_with_epsilon (area, reservoir.S, 2e-4);
    }
}

static char *
texts_of (QnFigure *figure, double width, double height)
{
  g_autoptr (QnCanvas) canvas = qn_canvas_new_svg (width, height);
  GString *said = g_string_new (NULL);
  QnTheme theme = qn_theme (QN_THEME_LIGHT, 1);
  const GPtrArray *records;

  qn_canvas_record_text (canvas, TRUE);
  qn_figure_draw (figure, canvas, width, height, &theme, QN_LAYER_ALL);
  records = qn_canvas_recorded_text (canvas);
  for (guint k = 0; k < records->len; k++)
    {
      g_autofree char *plain = NULL;

      pango_parse_markup (((const QnTextRecord *) g_ptr_array_index (records, k))->text, -1, 0, NULL, &plain, NULL, NULL);
      g_string_append_printf (said, "%s\n", plain);
    }
  return g_string_free (said, FALSE);
}

static void
assert_says (const char *preset, const char *const *words)
{
  g_autoptr (QnSnapshot) s = snapshot_of ("equilibrium", preset);
  g_autoptr (QnFigure) figure = figure_of (s);
  g_autofree char *said = texts_of (figure, 640, 480), *described = qn_figure_describe (figure);

  for (int i = 0; words[i] != NULL; i++)
    if (strstr (said, words[i]) == NULL)
      g_error ("%s does not say “%s”:\n%s", preset, words[i], said);
  g_assert_nonnull (strstr (described, "Heat capacity"));
}

static void
test_names (void)
{
  assert_says ("schottky", (const char *const[]) { "Temperature T", "Heat capacity C", "Peak: C* = 0.4392", "T* = 0.4168", "T = 0.4000", "S = 0.2685", NULL });
  assert_says ("einstein", (const char *const[]) { "Classical limit = 1.000", NULL });
  assert_says ("classical", (const char *const[]) { "Area: S = 3.30", NULL });
  assert_says ("box", (const char *const[]) { "Classical limit = 0.500", "C* = 0.5625", NULL });
}

/* No peak and no classical limit where there is none. */
static void
test_leaves_out (void)
{
  g_autoptr (QnSnapshot) oscillator = snapshot_of ("equilibrium", "einstein"), levels = snapshot_of ("equilibrium", "schottky");
  g_autoptr (QnFigure) a = figure_of (oscillator), b = figure_of (levels);
  g_autofree char *of_oscillator = texts_of (a, 640, 480), *of_levels = texts_of (b, 640, 480);

  g_assert_null (strstr (of_oscillator, "Peak"));
  g_assert_null (strstr (of_levels, "Classical"));
}

/* The drawing of a state that is still on its way: the disc is at its own temperature, not at the reservoir's. */
static void
test_on_the_way (void)
{
  QnExperiment experiment;
  g_autoptr (QnSnapshot) s = NULL;
  g_autoptr (QnFigure) figure = NULL;
  g_autofree char *csv = NULL;
  Row row;

  g_assert_true (qn_experiment_load_preset (&experiment, qn_lab_find ("equilibrium"), "schottky", NULL));
  g_assert_true (qn_experiment_set (&experiment, "time.window", 10, NULL));
  s = qn_snapshot_new_for (&experiment, 1, NULL, NULL);
  figure = figure_of (s);
  csv = qn_figure_csv (figure);
  g_assert_true (find_row (csv, "state", 0, &row));
  g_assert_cmpfloat (row.T, >, 0.1);
  g_assert_cmpfloat (row.T, <, 0.39);
}

/* A spectrum without any gap has a curve that is nothing, and says no NaN. */
static void
test_flat (void)
{
  QnExperiment experiment;
  g_autoptr (QnSnapshot) s = NULL;
  g_autoptr (QnFigure) figure = NULL;
  g_autofree char *csv = NULL, *said = NULL;

  g_assert_true (qn_experiment_load_preset (&experiment, qn_lab_find ("equilibrium"), "two-peaks", NULL));
  g_assert_true (qn_experiment_set (&experiment, "medium.spacing.1", 0, NULL));
  g_assert_true (qn_experiment_set (&experiment, "medium.spacing.2", 0, NULL));
  s = qn_snapshot_new_for (&experiment, 0, NULL, NULL);
  figure = figure_of (s);
  said = texts_of (figure, 640, 480);
  csv = qn_figure_csv (figure);
  g_assert_null (strstr (said, "nan"));
  g_assert_null (strstr (csv, "nan"));
  g_assert_null (strstr (said, "Peak"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/capacity/numbers", test_numbers);
  g_test_add_func ("/capacity/names", test_names);
  g_test_add_func ("/capacity/leaves-out", test_leaves_out);
  g_test_add_func ("/capacity/on-the-way", test_on_the_way);
  g_test_add_func ("/capacity/flat", test_flat);
  return g_test_run ();
}
