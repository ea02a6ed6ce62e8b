/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The figure of the heat current against the coupling: what it draws is what the lab's results are, and it says where
 * which model is sound and what the second law forbids. */
#include <math.h>
#include <string.h>

#include "figures/qn-figure.h"
#include "sim/qn-snapshot-new.h"
#include "lab/labs/qn-lab-transport.h"

static QnExperiment
load (const char *lab, const char *preset)
{
  QnExperiment experiment;
  g_autoptr (GError) error = NULL;

  g_assert_true (qn_experiment_load_preset (&experiment, qn_lab_find (lab), preset, &error));
  g_assert_no_error (error);
  return experiment;
}

static QnFigure *
figure_of (const QnExperiment *experiment)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (QnSnapshot) snapshot = qn_snapshot_new_for (experiment, 0, NULL, &error);
  QnFigure *figure = qn_figure_new ("coupling");

  g_assert_no_error (error);
  qn_figure_update (figure, snapshot, 0, FALSE);
  return figure;
}

static char *
texts_of (QnFigure *figure, double width, double height)
{
  g_autoptr (QnCanvas) canvas = qn_canvas_new_svg (width, height);
  GString *all = g_string_new (NULL);
  QnTheme theme = qn_theme (QN_THEME_LIGHT, 1);
  const GPtrArray *records;

  qn_canvas_record_text (canvas, TRUE);
  qn_figure_draw (figure, canvas, width, height, &theme, QN_LAYER_ALL);
  records = qn_canvas_recorded_text (canvas);
  for (guint i = 0; i < records->len; i++)
    g_string_append_printf (all, "%s\n", ((const QnTextRecord *) g_ptr_array_index (records, i))->text);
  return g_string_free (all, FALSE);
}

typedef struct
{
  double g, current[2], validity[2];
} Row;

static gsize
rows_of (QnFigure *figure, const char *name, Row *rows, gsize most)
{
  g_autofree char *csv = qn_figure_csv (figure);
  g_auto (GStrv) lines = g_strsplit (csv, "\n", -1);
  gsize n = 0;

  for (int i = 1; lines[i] != NULL; i++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[i], ",", -1);

      if (g_strv_length (cells) != 6 || strcmp (cells[0], name) != 0)
        continue;
      g_assert_cmpuint (n, <, most);
      rows[n].g = g_ascii_strtod (cells[1], NULL);
      for (int m = 0; m < 2; m++)
        {
          rows[n].current[m] = g_ascii_strtod (cells[2 + m], NULL);
          rows[n].validity[m] = g_ascii_strtod (cells[4 + m], NULL);
        }
      n++;
    }
  return n;
}

static void
assert_row (QnExperiment e, const Row *row)
{
  for (int m = 0; m < 2; m++)
    {
      g_autoptr (QnOutcome) outcome = NULL;

      g_assert_true (qn_experiment_set (&e, "medium.coupling", row->g, NULL));
      g_assert_true (qn_experiment_set (&e, "model", m, NULL));
      outcome = qn_experiment_evaluate (&e, NULL, NULL);
      g_assert_nonnull (outcome);
      g_assert_cmpfloat_with_epsilon (row->current[m], qn_results_get (&outcome->results, "current"), 1e-14);
      g_assert_cmpfloat_with_epsilon (row->validity[m], qn_results_get (&outcome->results, m ? "global_validity" : "local_validity"), 1e-10 * row->validity[m]);
    }
}

/* Every point of both curves, the one at the crossing of levels too; the present one is within the axis. */
static void
test_numbers (void)
{
  static const char *const presets[] = { "resonant", "second-law", "entangled", "strong" };

  for (gsize p = 0; p < G_N_ELEMENTS (presets); p++)
    {
      QnExperiment e = load ("transport", presets[p]);
      g_autoptr (QnFigure) figure = figure_of (&e);
      Row rows[200], present;
      gsize n = rows_of (figure, "curve", rows, 200);

      g_assert_cmpuint (n, >=, 40);
      g_assert_cmpuint (rows_of (figure, "present", &present, 1), ==, 1);
      g_assert_cmpfloat_with_epsilon (present.g, qn_experiment_get (&e, "medium.coupling"), 1e-15);
      assert_row (e, &present);
      g_assert_cmpfloat (rows[0].g, <, present.g);
      g_assert_cmpfloat (rows[n - 1].g, >, present.g);
      for (gsize i = 0; i < n; i++)
        {
          assert_row (e, &rows[i]);
          g_assert_true (i == 0 || rows[i].g > rows[i - 1].g);
        }
    }
}

static void
assert_says (const char *preset, gboolean yes, const char *word)
{
  QnExperiment e = load ("transport", preset);
  g_autoptr (QnFigure) figure = figure_of (&e);
  g_autofree char *said = texts_of (figure, 640, 480);

  if ((strstr (said, word) != NULL) != yes)
    g_error ("%s %s “%s”:\n%s", preset, yes ? "does not say" : "says", word, said);
}

static void
test_names (void)
{
  assert_says ("resonant", TRUE, "Coupling of the qubits");
  assert_says ("resonant", TRUE, "local model valid");
  assert_says ("resonant", TRUE, "global model valid");
  assert_says ("resonant", TRUE, "violates the second law");
  assert_says ("second-law", TRUE, "local model: nowhere valid");
  assert_says ("second-law", FALSE, "local model valid");
  assert_says ("second-law", TRUE, "global model valid");
  assert_says ("second-law", TRUE, "J = −1.2");
}

/* In words: the present currents, and which model is to be doubted. */
static void
test_described (void)
{
  QnExperiment weak = load ("transport", "weak"), strong = load ("transport", "strong");
  g_autoptr (QnFigure) a = figure_of (&weak), b = figure_of (&strong);
  g_autofree char *of_weak = qn_figure_describe (a), *of_strong = qn_figure_describe (b);

  g_assert_nonnull (strstr (of_weak, "local model, which is valid"));
  g_assert_nonnull (strstr (of_weak, "global one, which is doubtful"));
  g_assert_nonnull (strstr (of_strong, "local model, which is doubtful"));
  g_assert_nonnull (strstr (of_strong, "global one, which is valid"));
}

/* The curves are of the present parameters after a change, and the axis goes on to the present coupling. */
static void
test_follows (void)
{
  QnExperiment e = load ("transport", "resonant");
  g_autoptr (QnFigure) figure = figure_of (&e);
  g_autoptr (QnSnapshot) next = NULL;
  Row rows[200];
  gsize n;

  g_assert_true (qn_experiment_set (&e, "hot.temperature", 1, NULL));
  g_assert_true (qn_experiment_set (&e, "medium.coupling", 20, NULL));
  next = qn_snapshot_new_for (&e, 0, NULL, NULL);
  g_assert_true (qn_figure_update (figure, next, 0.02, FALSE));
  g_assert_false (qn_figure_update (figure, next, 0.02, TRUE)); /* and stands still */
  n = rows_of (figure, "curve", rows, 200);
  g_assert_cmpfloat (rows[n - 1].g, >, 20);
  for (gsize i = 0; i < n; i += 9)
    assert_row (e, &rows[i]);
}

/* Without a coupling there is no place on a logarithmic axis; elsewhere the figure says whose it is. */
static void
test_nothing (void)
{
  QnExperiment none = load ("transport", "resonant"), otto = load ("otto", "textbook");
  g_autoptr (QnFigure) a = NULL, b = NULL;
  g_autofree char *of_none = NULL, *of_otto = NULL, *csv = NULL;

  g_assert_true (qn_experiment_set (&none, "medium.coupling", 0, NULL));
  a = figure_of (&none);
  b = figure_of (&otto);
  of_none = texts_of (a, 640, 480);
  of_otto = qn_figure_describe (b);
  csv = qn_figure_csv (b);
  g_assert_null (strstr (of_none, "J = "));
  g_assert_null (strstr (of_none, "nan"));
  g_assert_nonnull (strstr (of_otto, "Current and coupling"));
  g_assert_cmpstr (csv, ==, "");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/coupling/numbers", test_numbers);
  g_test_add_func ("/coupling/names", test_names);
  g_test_add_func ("/coupling/described", test_described);
  g_test_add_func ("/coupling/follows", test_follows);
  g_test_add_func ("/coupling/nothing", test_nothing);
  return g_test_run ();
}
