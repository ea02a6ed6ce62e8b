/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Figures of work fluctuations: what they list is what the lab computed and the sampler counted, and their words name it. */
#include <math.h>
#include <string.h>

#include "sim/qn-background.h"
#include "figures/qn-figure.h"
#include "sim/qn-snapshot-new.h"

static QnFigure *
figure_of (const char *preset, const char *id, guint64 runs)
{
  QnExperiment e;
  g_autoptr (GError) error = NULL;
  g_autoptr (QnSnapshot) snapshot = NULL;
  QnFigure *figure = qn_figure_new (id);

  g_assert_true (qn_experiment_load_preset (&e, qn_lab_find ("fluctuations"), preset, &error));
  snapshot = qn_snapshot_new_for (&e, 0, NULL, &error);
  g_assert_no_error (error);
  if (runs > 0)
    g_assert_true (qn_snapshot_add_runs (snapshot, runs, QN_RUNS_SEED, NULL, &error));
  qn_figure_update (figure, snapshot, 0, FALSE);
  return figure;
}

static char *
texts_of (QnFigure *figure)
{
  g_autoptr (QnCanvas) canvas = qn_canvas_new_svg (900, 640);
  GString *all = g_string_new (NULL);
  QnTheme theme = qn_theme (QN_THEME_LIGHT, 1);
  const GPtrArray *records;

  qn_canvas_record_text (canvas, TRUE);
  qn_figure_draw (figure, canvas, 900, 640, &theme, QN_LAYER_ALL);
  records = qn_canvas_recorded_text (canvas);
  for (guint i = 0; i < records->len; i++)
    g_string_append_printf (all, "%s\n", ((const QnTextRecord *) g_ptr_array_index (records, i))->text);
  return g_string_free (all, FALSE);
}

/* Sum of a quantity's last field, of its value times that in *mean. */
static double
sum_of (QnFigure *figure, const char *quantity, double *mean)
{
  g_autofree char *csv = qn_figure_csv (figure);
  g_auto (GStrv) lines = g_strsplit (csv, "\n", -1);
  double sum = 0;

  *mean = 0;
  for (int i = 0; lines[i]; i++)
    {
      g_auto (GStrv) field = g_strsplit (lines[i], ",", -1);

      if (!field[0] || !g_str_equal (field[0], quantity))
        continue;
      sum += g_ascii_strtod (field[3], NULL);
      *mean += g_ascii_strtod (field[1], NULL) * g_ascii_strtod (field[3], NULL);
    }
  return sum;
}

static void
assert_says (const char *all, const char *words)
{
  if (!strstr (all, words))
    g_error ("“%s” is not among: %s", words, all);
}

static void
test_distribution (void)
{
  QnFigure *figure = figure_of ("trap", "work-distribution", 20000);
  g_autofree char *texts = texts_of (figure), *words = qn_figure_describe (figure);
  double mean;

  /* w |alpha|^2 = 2 sin^2 1, forward; the reverse drive's mirror image stands at its negative */
  g_assert_cmpfloat_with_epsilon (sum_of (figure, "exact work", &mean), 1, 1e-5);
  g_assert_cmpfloat_with_epsilon (mean, 2 * sin (1) * sin (1), 1e-3);
  g_assert_cmpfloat_with_epsilon (sum_of (figure, "exact work of the reverse process", &mean), 1, 1e-5);
  g_assert_cmpfloat_with_epsilon (mean, -2 * sin (1) * sin (1), 1e-3);
  g_assert_cmpfloat_with_epsilon (sum_of (figure, "work", &mean), 1, 1e-9);
  g_assert_cmpfloat_with_epsilon (mean, 2 * sin (1) * sin (1), 0.08);
  g_assert_cmpfloat_with_epsilon (sum_of (figure, "work of the reverse process", &mean), 1, 1e-9);
  g_assert_cmpfloat_with_epsilon (mean, -2 * sin (1) * sin (1), 0.08);
  assert_says (texts, "Work done on the medium");
  assert_says (texts, "reverse drive, downwards");
  assert_says (texts, "ΔF");
  assert_says (words, "1.4");
  qn_figure_free (figure);
}

static void
test_words (void)
{
  static const struct
  {
    const char *preset, *figure, *says;
  } expected[] = {
    { "exchange", "work-distribution", "Heat from the hot to the cold qubit" },
    { "exchange", "work-distribution", "from cold to hot in 8.7" },
    { "coherence", "work-distribution", "unmeasured" },
    { "open", "work-distribution", "less than ΔF" },
    { "textbook", "jarzynski", "exact ΔF" },
    { "textbook", "jarzynski", "mean work" },
    { "textbook", "crooks", "slope 1/T" },
    { "textbook", "crooks", "ΔF" },
    { "open", "crooks", "from single runs" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      QnFigure *figure = figure_of (expected[i].preset, expected[i].figure, 5000);
      g_autofree char *texts = texts_of (figure);

      assert_says (texts, expected[i].says);
      qn_figure_free (figure);
    }
}

/* Before any run the exact numbers stand alone, and in contact it is said that runs are coming. */
static void
test_without_runs (void)
{
  QnFigure *exact = figure_of ("textbook", "work-distribution", 0), *open = figure_of ("open", "jarzynski", 0);
  g_autofree char *first = texts_of (exact), *second = texts_of (open);

  assert_says (first, "exact");
  assert_says (first, "mean");
  assert_says (second, "Single runs are being drawn");
  qn_figure_free (exact);
  qn_figure_free (open);
}

/* Single runs have a course, or it is said why there is none; the share of the reverse drive has no sign. */
static void
test_courses (void)
{
  static const char *const presets[] = { "textbook", "open", "exchange" };

  for (gsize i = 0; i < G_N_ELEMENTS (presets); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (QnSnapshot) snapshot = NULL;
      g_autoptr (QnFigure) figure = qn_figure_new ("trajectory"), shares = qn_figure_new ("work-distribution");
      g_autoptr (QnCanvas) canvas = qn_canvas_new_svg (640, 480);
      g_autofree char *words = NULL;
      QnTheme theme = qn_theme (QN_THEME_LIGHT, 1);
      QnExperiment experiment;

      g_assert_true (qn_experiment_load_preset (&experiment, qn_lab_find ("fluctuations"), presets[i], &error));
      snapshot = qn_snapshot_new_for (&experiment, 0, NULL, &error);
      g_assert_no_error (error);
      g_assert_true (qn_snapshot_add_runs (snapshot, 500, 1, NULL, &error));
      qn_figure_update (figure, snapshot, 0, FALSE);
      words = qn_figure_describe (figure);
      g_test_message ("%s: %s", presets[i], words);
      g_assert_null (strstr (words, "being drawn"));
      qn_figure_update (shares, snapshot, 0, FALSE);
      qn_canvas_record_text (canvas, TRUE);
      qn_figure_draw (shares, canvas, 640, 480, &theme, QN_LAYER_ALL);
      for (guint k = 0; k < qn_canvas_recorded_text (canvas)->len; k++)
        g_assert_false (g_regex_match_simple ("^−[0-9.]+\\s*%$", ((const QnTextRecord *) qn_canvas_recorded_text (canvas)->pdata[k])->text, 0, 0));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fluctuations/distribution", test_distribution);
  g_test_add_func ("/fluctuations/words", test_words);
  g_test_add_func ("/fluctuations/without-runs", test_without_runs);
  g_test_add_func ("/figures/fluctuations/courses", test_courses);
  return g_test_run ();
}
