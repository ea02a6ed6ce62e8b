/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Power and efficiency: the numbers it draws, what it says of them, and that no text leaves it or covers another. */
#include <math.h>
#include <string.h>

#include "sim/qn-background.h"
#include "figures/qn-figure.h"
#include "sim/qn-snapshot-new.h"

static QnSnapshot *
snapshot_of (const char *lab, const char *preset, gboolean swept)
{
  QnExperiment experiment;
  g_autoptr (GError) error = NULL;
  QnSnapshot *snapshot;

  g_assert_true (qn_experiment_load_preset (&experiment, qn_lab_find (lab), preset, &error));
  snapshot = qn_snapshot_new_for (&experiment, 0, NULL, &error);
  g_assert_no_error (error);
  if (swept)
    qn_snapshot_add_sweep (snapshot, NULL);
  return snapshot;
}

static QnFigure *
figure_of (QnSnapshot *snapshot)
{
  QnFigure *figure = qn_figure_new ("power-efficiency");

  qn_figure_update (figure, snapshot, 0, FALSE);
  return figure;
}

/* Everything that is written at this size, a line each; no box may leave the figure or meet another. */
static char *
texts_of (QnFigure *figure, double width, double height, double scale)
{
  g_autoptr (QnCanvas) canvas = qn_canvas_new_svg (width, height);
  GString *said = g_string_new (NULL);
  QnTheme theme = qn_theme (QN_THEME_LIGHT, scale);
  const GPtrArray *records;

  qn_canvas_record_text (canvas, TRUE);
  qn_figure_draw (figure, canvas, width, height, &theme, QN_LAYER_ALL);
  records = qn_canvas_recorded_text (canvas);
  for (guint k = 0; k < records->len; k++)
    {
      const QnTextRecord *a = g_ptr_array_index (records, k);
      g_autofree char *plain = NULL;

      if (a->box.x < -1 || a->box.y < -1 || a->box.x + a->box.width > width + 1 || a->box.y + a->box.height > height + 1)
        g_error ("“%s” leaves the figure of %g x %g, text %g", a->text, width, height, scale);
      for (guint i = 0; i < k; i++)
        {
          const QnTextRecord *b = g_ptr_array_index (records, i);
          double dx = MIN (a->box.x + a->box.width, b->box.x + b->box.width) - MAX (a->box.x, b->box.x);
          double dy = MIN (a->box.y + a->box.height, b->box.y + b->box.height) - MAX (a->box.y, b->box.y);

          if (dx > 1 && dy > 1 + 0.1 * MIN (a->box.height, b->box.height))
            g_error ("“%s” and “%s” overlap by %g x %g in %g x %g, text %g", a->text, b->text, dx, dy, width, height, scale);
        }
      g_assert_true (pango_parse_markup (a->text, -1, 0, NULL, &plain, NULL, NULL));
      g_string_append_printf (said, "%s\n", plain);
    }
  return g_string_free (said, FALSE);
}

static void
assert_says (QnFigure *figure, const char *words, gboolean says)
{
  g_autofree char *said = texts_of (figure, 800, 500, 1);

  if ((strstr (said, words) != NULL) != says)
    g_error ("“%s” is %s:\n%s", words, says ? "missing" : "there", said);
}

static void
test_engine (void)
{
  static const char *const words[] = { "Maximum power at τ = 17.76", "efficiency 37", "Cycle time", "Power P", "Efficiency η", "Carnot", "Curzon–Ahlborn",
      "low dissipation", "25", "33", "fast", "slow" };
  g_autoptr (QnSnapshot) s = snapshot_of ("carnot", "finite-power", TRUE);
  g_autoptr (QnFigure) figure = figure_of (s);
  g_autofree char *described = qn_figure_describe (figure);

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    assert_says (figure, words[i], TRUE);
  assert_says (figure, "computed", FALSE);
  g_assert_nonnull (strstr (described, "Maximum power"));
}

static void
test_refrigerator (void)
{
  g_autoptr (QnSnapshot) s = snapshot_of ("carnot", "refrigerator", TRUE);
  g_autoptr (QnFigure) figure = figure_of (s);

  assert_says (figure, "Maximum cooling power", TRUE);
  assert_says (figure, "Coefficient of performance", TRUE);
  assert_says (figure, "Carnot", TRUE);
  assert_says (figure, "low dissipation", FALSE);
  assert_says (figure, "Curzon", FALSE);
}

static void
test_none (void)
{
  g_autoptr (QnSnapshot) waiting = snapshot_of ("carnot", "finite-power", FALSE), neither = snapshot_of ("otto", "accelerator", TRUE), endless = snapshot_of ("otto", "textbook", TRUE);
  g_autoptr (QnFigure) a = figure_of (waiting), b = figure_of (neither), c = figure_of (endless);

  assert_says (a, "are being computed", TRUE);
  assert_says (b, "Neither an engine nor a refrigerator", TRUE);
  assert_says (c, "Power grows with shorter cycles: no maximum", TRUE);
}

/* The last experiment's curve stays, and it says that its own is on the way. */
static void
test_refined (void)
{
  g_autoptr (QnSnapshot) s = snapshot_of ("carnot", "finite-power", FALSE), other = snapshot_of ("carnot", "textbook", FALSE);
  QnSweepAxis axis = qn_sweep_time_axis ();
  g_autoptr (QnSweep) sweep = qn_sweep_new (&s->experiment, &axis);
  g_autoptr (QnFigure) figure = NULL;

  for (int i = 0; i < 33; i++)
    qn_sweep_step (sweep, NULL);
  s->sweep = qn_sweep_curve (sweep);
  figure = figure_of (s);
  assert_says (figure, "20\u202f% computed", TRUE);
  g_assert_false (qn_figure_update (figure, s, 0.1, FALSE));
  other->sweep = qn_sweep_curve_ref (s->sweep);
  g_assert_true (qn_figure_update (figure, other, 0.1, FALSE));
  assert_says (figure, "0\u202f% computed", TRUE);
  qn_snapshot_add_sweep (other, NULL);
  g_assert_true (qn_figure_update (figure, other, 0.1, FALSE));
  assert_says (figure, "computed", FALSE);
}

/* A row of the table, the n-th of this name, as numbers; empty fields are NaN. */
static gboolean
find_row (const char *csv, const char *name, int n, double *value)
{
  g_auto (GStrv) lines = g_strsplit (csv, "\n", -1);
  guint columns = 10;

  for (int i = 1; lines[i] != NULL; i++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[i], ",", -1);

      if (lines[i][0] == '\0')
        continue;
      g_assert_cmpuint (g_strv_length (cells), ==, columns);
      if (strcmp (cells[0], name) != 0 || n-- > 0)
        continue;
      for (guint k = 1; k < columns; k++)
        value[k] = cells[k][0] != '\0' ? g_ascii_strtod (cells[k], NULL) : NAN;
      return TRUE;
    }
  return FALSE;
}

enum { FACTOR = 1, COOLING, PERIOD, POWER, EFFICIENCY, COP, HOT, COLD, SIGMA };

static void
test_csv (void)
{
  g_autoptr (QnSnapshot) s = snapshot_of ("carnot", "finite-power", TRUE), cold = snapshot_of ("otto", "refrigerator", TRUE);
  g_autoptr (QnFigure) figure = figure_of (s), refrigerator = figure_of (cold);
  g_autofree char *csv = qn_figure_csv (figure), *other = qn_figure_csv (refrigerator);
  double row[10], best[10], limit[10];
  int n = 0;

  g_assert_true (find_row (csv, "present", 0, row));
  g_assert_cmpfloat (row[POWER], ==, qn_results_get (&s->outcome->results, "power"));
  g_assert_true (find_row (csv, "greatest", 0, best));
  for (; find_row (csv, "sweep", n, row); n++)
    {
      g_assert_cmpfloat (row[POWER], <=, best[POWER]);
      if (isfinite (row[EFFICIENCY]))
        g_assert_cmpfloat_with_epsilon (row[EFFICIENCY] * row[HOT], row[POWER] * row[PERIOD], 1e-12);
    }
  g_assert_cmpint (n, ==, s->sweep->n);
  g_assert_true (find_row (csv, "carnot", 0, limit));
  g_assert_cmpfloat (limit[EFFICIENCY], ==, 0.5);
  g_assert_true (find_row (csv, "low-dissipation-least", 0, limit));
  g_assert_cmpfloat (limit[EFFICIENCY], ==, 0.25);
  g_assert_true (find_row (csv, "low-dissipation-most", 0, limit));
  g_assert_cmpfloat_with_epsilon (limit[EFFICIENCY], 1.0 / 3, 1e-15);
  g_assert_true (find_row (other, "present", 0, row));
  g_assert_cmpfloat_with_epsilon (row[COOLING], row[COLD] / row[PERIOD], 1e-15);
  g_assert_true (find_row (other, "carnot", 0, limit));
  g_assert_true (isnan (limit[EFFICIENCY]) && limit[COP] == qn_results_get (&cold->outcome->results, "carnot"));
}

static void
test_sizes (void)
{
  static const char *const machines[][2] = { { "carnot", "finite-power" }, { "carnot", "refrigerator" }, { "otto", "friction" }, { "otto", "oscillator" },
      { "otto", "textbook" }, { "stirling", "textbook" }, { "otto", "accelerator" } };
  static const double sizes[][2] = { { 120, 90 }, { 240, 180 }, { 320, 240 }, { 480, 360 }, { 800, 600 }, { 1600, 900 }, { 360, 640 }, { 900, 300 } };

  for (gsize m = 0; m < G_N_ELEMENTS (machines); m++)
    {
      g_autoptr (QnSnapshot) s = snapshot_of (machines[m][0], machines[m][1], TRUE);
      g_autoptr (QnFigure) figure = figure_of (s);

      g_test_message ("%s %s", machines[m][0], machines[m][1]);
      for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
        for (double scale = 1; scale <= 2; scale += 0.5)
          g_free (texts_of (figure, sizes[i][0], sizes[i][1], scale));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_assert_cmpuint (qn_figure_info ("power-efficiency")->extras, ==, QN_EXTRA_SWEEP);
  g_test_add_func ("/figures/power-efficiency/engine", test_engine);
  g_test_add_func ("/figures/power-efficiency/refrigerator", test_refrigerator);
  g_test_add_func ("/figures/power-efficiency/none", test_none);
  g_test_add_func ("/figures/power-efficiency/refined", test_refined);
  g_test_add_func ("/figures/power-efficiency/csv", test_csv);
  g_test_add_func ("/figures/power-efficiency/sizes", test_sizes);
  return g_test_run ();
}
