/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The level scheme: every level has a row that can be read, whatever the medium and its control. */
#include <math.h>
#include <string.h>

#include "figures/qn-figure.h"
#include "plot/qn-ticks.h"
#include "sim/qn-snapshot-new.h"

static QnSnapshot *
snapshot_of (const char *lab, const char *preset)
{
  g_autoptr (GError) error = NULL;
  QnExperiment experiment;
  QnSnapshot *snapshot;

  g_assert_true (qn_experiment_load_preset (&experiment, qn_lab_find (lab), preset, &error));
  snapshot = qn_snapshot_new_for (&experiment, 0, NULL, &error);
  g_assert_no_error (error);
  return snapshot;
}

static QnCanvas *
drawn (QnSnapshot *snapshot, double width, double height)
{
  g_autoptr (QnFigure) figure = qn_figure_new ("levels");
  QnCanvas *canvas = qn_canvas_new_svg (width, height);
  QnTheme theme = qn_theme (QN_THEME_LIGHT, 1);

  qn_figure_update (figure, snapshot, 0, FALSE);
  qn_canvas_record_text (canvas, TRUE);
  qn_figure_draw (figure, canvas, width, height, &theme, QN_LAYER_ALL);
  return canvas;
}

/* How many texts are populations: of three decimals, or too small for them. */
static int
count_populations (QnCanvas *canvas)
{
  const GPtrArray *records = qn_canvas_recorded_text (canvas);
  int n = 0;

  for (guint i = 0; i < records->len; i++)
    n += g_regex_match_simple ("^([01]\\.[0-9]{3}|(&lt;|<)0\\.001)$", ((const QnTextRecord *) records->pdata[i])->text, 0, 0);
  return n;
}

static int
count_texts (QnCanvas *canvas, const char *part)
{
  const GPtrArray *records = qn_canvas_recorded_text (canvas);
  int n = 0;

  for (guint i = 0; i < records->len; i++)
    n += strstr (((const QnTextRecord *) records->pdata[i])->text, part) != NULL;
  return n;
}

static void
test_rows (void)
{
  static const double sizes[][2] = { { 240, 180 }, { 320, 300 }, { 380, 290 }, { 640, 480 } };
  gsize n_labs, n_presets;
  const QnLab *const *labs = qn_labs (&n_labs);

  for (gsize i = 0; i < n_labs; i++)
    {
      const QnPreset *presets = qn_lab_presets (labs[i], &n_presets);

      for (gsize k = 0; k < n_presets && qn_lab_has_figure (labs[i], "levels"); k++)
        {
          g_autoptr (QnSnapshot) snapshot = snapshot_of (labs[i]->id, presets[k].id);

          for (gsize p = 0; p < G_N_ELEMENTS (sizes) * 4; p++)
            {
              g_autoptr (QnCanvas) canvas = NULL;

              snapshot->now = snapshot->solution->limit->samples[(snapshot->solution->limit->n - 1) * (p % 4) / 3];
              canvas = drawn (snapshot, sizes[p / 4][0], sizes[p / 4][1]);
              g_test_message ("%s, %s, %g wide, instant %d: %d levels", labs[i]->id, presets[k].id, sizes[p / 4][0], (int) p % 4, snapshot->now.n_levels);
              g_assert_cmpint (count_populations (canvas), ==, snapshot->now.n_levels);
              g_assert_cmpint (count_texts (canvas, "⟩") - count_texts (canvas, " in |"), >=, snapshot->now.n_levels);
            }
        }
    }
}

static void
test_names (void)
{
  g_autoptr (QnSnapshot) qubits = snapshot_of ("absorption", "textbook"), gap = snapshot_of ("thermometry", "optimal");
  g_autoptr (QnCanvas) of_qubits = drawn (qubits, 480, 360), of_gap = NULL;

  g_assert_cmpint (count_texts (of_qubits, "|101⟩"), ==, 1);
  gap->experiment.lab = NULL;
  of_gap = drawn (gap, 480, 360);
  g_assert_cmpint (count_texts (of_gap, "|1⟩ ×7"), ==, 1);
}

/* The steady state lifts as many quanta as it drops, in every transition. */
static void
test_transitions (void)
{
  g_autoptr (QnSnapshot) maser = snapshot_of ("maser", "textbook"), qubits = snapshot_of ("absorption", "textbook");
  g_autoptr (QnCanvas) canvas = drawn (maser, 640, 480), other = drawn (qubits, 640, 480);
  const QnReading *steady = &maser->solution->limit->samples[0];
  g_autofree char *rate = qn_format_markup (steady->bare_current[QN_HOT] / (steady->level[2] - steady->level[0]), 3);
  g_autofree char *pump = g_strdup_printf ("Hot  %s", rate), *cold = g_strdup_printf ("Cold  %s", rate), *signal = g_strdup_printf ("Signal  %s", rate);

  g_assert_cmpint (count_texts (canvas, pump), ==, 1);
  g_assert_cmpint (count_texts (canvas, cold), ==, 1);
  g_assert_cmpint (count_texts (canvas, signal), ==, 1);
  g_assert_cmpint (count_texts (canvas, steady->population[1] > steady->population[0] ? "inverted: more in |1⟩" : "not inverted"), ==, 1);
  g_assert_cmpint (count_texts (other, "Signal"), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/figures/levels/rows", test_rows);
  g_test_add_func ("/figures/levels/names", test_names);
  g_test_add_func ("/figures/levels/transitions", test_transitions);
  return g_test_run ();
}
