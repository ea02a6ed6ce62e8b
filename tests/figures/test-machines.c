/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The figures of real machines: every preset of every lab, and modes by their parameters. */
#include <math.h>
#include <string.h>

#include "core/medium/qn-medium.h"
#include "figures/qn-figure.h"
#include "sim/qn-snapshot-new.h"

static QnSnapshot *
snapshot_of (const char *lab, const char *preset, int cycles)
{
  g_autoptr (GError) error = NULL;
  QnExperiment experiment;
  QnSnapshot *snapshot;

  g_assert_true (qn_experiment_load_preset (&experiment, qn_lab_find (lab), preset, &error));
  g_assert_no_error (error);
  snapshot = qn_snapshot_new_for (&experiment, cycles, NULL, &error);
  g_assert_no_error (error);
  return snapshot;
}

/* Closed area of the rows of one curve of the work diagram, by trapezes. */
static double
csv_area (const char *csv, const char *curve, double *extent)
{
  g_auto (GStrv) lines = g_strsplit (csv, "\n", -1);
  double sum = 0, x0 = 0, y0 = 0, x1 = 0, y1 = 0;
  int n = 0;

  *extent = 0;
  for (int i = 1; lines[i] != NULL && lines[i][0] != '\0'; i++)
    {
      g_auto (GStrv) row = g_strsplit (lines[i], ",", -1);
      double x = g_ascii_strtod (row[3], NULL), y = g_ascii_strtod (row[4], NULL);

      if (strcmp (row[0], curve) != 0)
        continue;
      if (n++ == 0)
        {
          x0 = x;
          y0 = y;
        }
      else
        {
          sum += (y + y1) / 2 * (x - x1);
          *extent += fabs (y + y1) / 2 * fabs (x - x1);
        }
      x1 = x;
      y1 = y;
    }
  return sum + (y0 + y1) / 2 * (x0 - x1);
}

/* The drawn loop encloses the work: exactly where the force is straight between
 * samples, else to the error of the trapezes, here 2e-3 of all work handled. */
static void
check_area (QnSnapshot *snapshot, const char *where)
{
  g_autoptr (QnFigure) figure = qn_figure_new ("cycle");
  g_autofree char *csv = NULL;
  double area, extent;

  qn_figure_update (figure, snapshot, 0, FALSE);
  csv = qn_figure_csv (figure);
  area = csv_area (csv, "limit", &extent);
  g_test_message ("%s: area %.9g, work %.9g, handled %.3g", where, area, snapshot->outcome->ledger.work_output, extent);
  g_assert_cmpfloat_with_epsilon (area, snapshot->outcome->ledger.work_output, 2e-3 * extent + 1e-12);
  if (snapshot->outcome->machine.medium.klass == &qn_medium_qubit && qn_medium_mixing (&snapshot->outcome->machine.medium) == 0 && strcmp (snapshot->experiment.lab->id, "otto") == 0)
    g_assert_cmpfloat_with_epsilon (area, snapshot->outcome->ledger.work_output, 1e-9 * snapshot->outcome->ledger.energy_scale);
}

static void
check_texts (const GPtrArray *records, double width, double height, const char *where)
{
  for (guint i = 0; i < records->len; i++)
    {
      const QnTextRecord *a = g_ptr_array_index (records, i);

      if (a->box.x < -1 || a->box.y < -1 || a->box.x + a->box.width > width + 1 || a->box.y + a->box.height > height + 1)
        {
          g_test_message ("%s: \"%s\" leaves the figure", where, a->text);
          g_test_fail ();
        }
      for (guint j = 0; j < i; j++)
        {
          const QnTextRecord *b = g_ptr_array_index (records, j);
          double dx = MIN (a->box.x + a->box.width, b->box.x + b->box.width) - MAX (a->box.x, b->box.x);
          double dy = MIN (a->box.y + a->box.height, b->box.y + b->box.height) - MAX (a->box.y, b->box.y);

          if (dx > 1 && dy > 1 + 0.1 * MIN (a->box.height, b->box.height))
            {
              g_test_message ("%s: \"%s\" and \"%s\" overlap", where, a->text, b->text);
              g_test_fail ();
            }
        }
    }
}

/* A broken number in the drawing; the letters of an embedded image say nothing. */
static gboolean
says_nan (const char *svg)
{
  g_autoptr (GRegex) image = g_regex_new ("base64,[^\"]*", 0, 0, NULL);
  g_autofree char *drawing = g_regex_replace_literal (image, svg, -1, 0, "", 0, NULL);

  return strstr (drawing, "nan") != NULL;
}

static void
check_figures (QnSnapshot *snapshot, const char *where)
{
  static const double sizes[][2] = { { 240, 180 }, { 480, 360 }, { 1280, 720 } };
  const char *const *figures = snapshot->experiment.lab->figures;

  if (snapshot->experiment.lab->build && snapshot->experiment.lab->sampler && !snapshot->outcome->machine.medium.klass->gaussian)
    {
      g_autoptr (GError) error = NULL;

      qn_snapshot_add_runs (snapshot, 300, 1, NULL, &error);
      g_assert_no_error (error);
    }

  for (gsize i = 0; figures[i] != NULL; i++)
    for (gsize k = 0; k < G_N_ELEMENTS (sizes); k++)
      {
        g_autoptr (QnFigure) figure = qn_figure_new (figures[i]);
        g_autoptr (QnCanvas) canvas = qn_canvas_new_svg (sizes[k][0], sizes[k][1]);
        g_autofree char *name = g_strdup_printf ("%s, %s, %g wide", where, figures[i], sizes[k][0]);
        g_autofree char *svg = NULL, *words = NULL, *csv = NULL;
        g_autoptr (GBytes) bytes = NULL;
        QnTheme theme = qn_theme (QN_THEME_LIGHT, 1);

        qn_figure_update (figure, snapshot, 0, FALSE);
        qn_canvas_record_text (canvas, TRUE);
        qn_figure_draw (figure, canvas, sizes[k][0], sizes[k][1], &theme, QN_LAYER_ALL);
        check_texts (qn_canvas_recorded_text (canvas), sizes[k][0], sizes[k][1], name);
        bytes = qn_canvas_finish_svg (canvas);
        svg = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
        g_assert_false (says_nan (svg));
        words = qn_figure_describe (figure);
        g_assert_cmpstr (words, !=, "");
        csv = qn_figure_csv (figure);
        g_assert_null (strstr (csv, "nan"));
      }
}

static void
test_presets (void)
{
  gsize n_labs, n_presets;
  const QnLab *const *labs = qn_labs (&n_labs);

  for (gsize i = 0; i < n_labs; i++)
    {
      const QnPreset *presets = qn_lab_presets (labs[i], &n_presets);

      g_assert_cmpuint (n_presets, >, 0);
      for (gsize k = 0; k < n_presets; k++)
        for (int cycles = 0; cycles < 6; cycles += 5)
          {
            g_autoptr (QnSnapshot) snapshot = snapshot_of (labs[i]->id, presets[k].id, cycles);
            g_autofree char *where = g_strdup_printf ("%s, %s, %d cycles", labs[i]->id, presets[k].id, cycles);

            if (qn_lab_has_figure (labs[i], "cycle"))
              check_area (snapshot, where);
            check_figures (snapshot, where);
          }
    }
}

static void
test_modes (void)
{
  static const struct
  {
    const char *settings[7][2];
    const char *mode;
  } cases[] = {
    { { { "hot.temperature", "4" }, { "cold.temperature", "1" }, { "spacing.hot", "3" }, { "spacing.cold", "1.5" } }, "engine" },
    { { { "hot.temperature", "2" }, { "cold.temperature", "1" }, { "spacing.hot", "4" }, { "spacing.cold", "1.2" } }, "refrigerator" },
    { { { "hot.temperature", "4" }, { "cold.temperature", "1" }, { "spacing.hot", "1.5" }, { "spacing.cold", "3" } }, "accelerator" },
    { { { "hot.temperature", "2" }, { "cold.temperature", "1" }, { "spacing.hot", "4" }, { "spacing.cold", "1.9" }, { "medium.tunnelling", "2" }, { "stroke.drive", "0" } }, "heater" },
    { { { "hot.temperature", "2" }, { "cold.temperature", "1" }, { "spacing.hot", "2" }, { "spacing.cold", "1" } }, "idle" },
    { { { "hot.temperature", "1" }, { "cold.temperature", "4" }, { "spacing.hot", "1.5" }, { "spacing.cold", "3" } }, "engine" },
    { { { "hot.temperature", "2" }, { "cold.temperature", "2" }, { "spacing.hot", "3" }, { "spacing.cold", "1.5" } }, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (QnSnapshot) snapshot = NULL;
      g_autofree char *where = g_strdup_printf ("case %" G_GSIZE_FORMAT, i);
      QnExperiment experiment;

      qn_experiment_init (&experiment, qn_lab_find ("otto"));
      for (int k = 0; cases[i].settings[k][0] != NULL; k++)
        g_assert_true (qn_experiment_set_text (&experiment, cases[i].settings[k][0], cases[i].settings[k][1], NULL));
      snapshot = qn_snapshot_new_for (&experiment, 0, NULL, &error);
      g_assert_no_error (error);
      if (cases[i].mode != NULL)
        g_assert_cmpstr (qn_mode_id (snapshot->outcome->results.mode), ==, cases[i].mode);
      check_area (snapshot, where);
      check_figures (snapshot, where);
    }
}

/* Does the polyline "Mx yLx y..." of an SVG, `half` its width to each side, come over the box? Walked in steps of a point. */
static gboolean
path_meets (const char *d, double half, QnRect box)
{
  double x = 0, y = 0;

  for (char *at = (char *) d; *at == 'M' || *at == 'L' || *at == 'Z';)
    {
      char command = *at++;
      double to_x, to_y, steps;

      if (command == 'Z')
        continue;
      to_x = g_ascii_strtod (at, &at);
      to_y = g_ascii_strtod (at, &at);
      steps = command == 'L' ? ceil (hypot (to_x - x, to_y - y)) : 0;
      for (int i = 0; i < steps; i++)
        {
          double px = x + (to_x - x) * i / steps, py = y + (to_y - y) * i / steps;

          if (px > box.x - half && px < box.x + box.width + half && py > box.y - half && py < box.y + box.height + half)
            return TRUE;
        }
      x = to_x;
      y = to_y;
    }
  return FALSE;
}

/* Names, numbers and notes keep off curves, arrows and isotherms: what is drawn within the axes, and what is dashed.
 * A box holds a line's leading too; letters fill the middle of it. */
static void
check_lines (const char *svg, const GPtrArray *records, const char *where)
{
  g_auto (GStrv) lines = g_strsplit (svg, "\n", -1);
  gboolean clipped = FALSE;

  for (int i = 0; lines[i] != NULL; i++)
    {
      const char *width = strstr (lines[i], "stroke-width=\"");
      double half = width != NULL ? g_ascii_strtod (width + 14, NULL) / 2 : 0;

      clipped = g_str_has_prefix (lines[i], "<g clip-path") || (clipped && !g_str_has_prefix (lines[i], "</g>"));
      if (!g_str_has_prefix (lines[i], "<path d=\"") || strstr (lines[i], "fill-opacity") != NULL || strstr (lines[i], "url(") != NULL)
        continue;
      for (guint k = 0; (clipped || strstr (lines[i], "dasharray") != NULL) && k < records->len; k++)
        {
          const QnTextRecord *a = g_ptr_array_index (records, k);
          QnRect box = { a->box.x + 1, a->box.y + 0.3 * a->box.height, MAX (a->box.width - 2, 0), 0.4 * a->box.height };

          if (path_meets (lines[i] + 9, half, box))
            {
              g_test_message ("%s: a line goes through \"%s\"", where, a->text);
              g_test_fail ();
            }
        }
    }
}

static void
check_clear (QnSnapshot *snapshot, const char *where)
{
  static const double sizes[][2] = { { 240, 180 }, { 320, 240 }, { 480, 360 }, { 640, 480 } };
  static const char *const figures[] = { "cycle", "ts" };

  for (gsize k = 0; k < G_N_ELEMENTS (sizes) * G_N_ELEMENTS (figures); k++)
    {
      const double *size = sizes[k / 2];
      g_autoptr (QnFigure) figure = qn_figure_new (figures[k % 2]);
      g_autoptr (QnCanvas) canvas = qn_canvas_new_svg (size[0], size[1]);
      g_autofree char *name = g_strdup_printf ("%s, %s, %g wide", where, figures[k % 2], size[0]), *svg = NULL;
      g_autoptr (GBytes) bytes = NULL;
      QnTheme theme = qn_theme (QN_THEME_LIGHT, 1);

      qn_figure_update (figure, snapshot, 0, FALSE);
      qn_canvas_record_text (canvas, TRUE);
      qn_figure_draw (figure, canvas, size[0], size[1], &theme, QN_LAYER_STATIC);
      bytes = qn_canvas_finish_svg (canvas);
      svg = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
      check_lines (svg, qn_canvas_recorded_text (canvas), name);
    }
}

static void
test_clear (void)
{
  static const char *const labs[] = { "otto", "carnot", "stirling" };
  gsize n;

  for (gsize i = 0; i < G_N_ELEMENTS (labs); i++)
    {
      const QnPreset *presets = qn_lab_presets (qn_lab_find (labs[i]), &n);

      for (gsize k = 0; k < n; k++)
        {
          g_autoptr (QnSnapshot) snapshot = snapshot_of (labs[i], presets[k].id, 0);
          g_autofree char *where = g_strdup_printf ("%s, %s", labs[i], presets[k].id);

          check_clear (snapshot, where);
        }
    }
}

/* A dephased oscillator has no entropy: there is a note instead of a curve. */
static void
test_note (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (QnSnapshot) snapshot = NULL;
  QnExperiment experiment;

  g_assert_true (qn_experiment_load_preset (&experiment, qn_lab_find ("otto"), "oscillator", NULL));
  g_assert_true (qn_experiment_set (&experiment, "drive.dephasing", 0.5, NULL));
  snapshot = qn_snapshot_new_for (&experiment, 0, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (isnan (snapshot->now.entropy));
  check_clear (snapshot, "a dephased oscillator");
}

/* The note on an inversion tells how much of the cycle's time it takes, not of its strokes. */
static void
test_inverted_share (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (QnSnapshot) snapshot = NULL;
  g_autoptr (QnFigure) figure = qn_figure_new ("ts");
  g_autoptr (QnCanvas) canvas = qn_canvas_new_svg (640, 480);
  QnTheme theme = qn_theme (QN_THEME_LIGHT, 1);
  QnExperiment experiment;
  gboolean said = FALSE;

  qn_experiment_init (&experiment, qn_lab_find ("otto"));
  g_assert_true (qn_experiment_set (&experiment, "stroke.hot", 12, NULL));
  g_assert_true (qn_experiment_set (&experiment, "stroke.cold", 2, NULL));
  g_assert_true (qn_experiment_set (&experiment, "stroke.drive", 3, NULL));
  snapshot = qn_snapshot_new_for (&experiment, 0, NULL, &error);
  g_assert_no_error (error);
  for (gsize i = 0; i < snapshot->solution->limit->n; i++)
    if (snapshot->solution->limit->samples[i].stroke == 0)
      snapshot->solution->limit->samples[i].temperature = NAN;
  qn_figure_update (figure, snapshot, 0, FALSE);
  qn_canvas_record_text (canvas, TRUE);
  qn_figure_draw (figure, canvas, 640, 480, &theme, QN_LAYER_STATIC);
  for (guint i = 0; i < qn_canvas_recorded_text (canvas)->len; i++)
    said |= strstr (((const QnTextRecord *) g_ptr_array_index (qn_canvas_recorded_text (canvas), i))->text, "in 60") != NULL;
  g_assert_true (said);
}

/* The figure of single runs waits for them only as long as there can be some. */
static void
test_no_runs (void)
{
  g_autoptr (QnSnapshot) snapshot = snapshot_of ("otto", "textbook", 0);
  g_autoptr (QnFigure) figure = qn_figure_new ("trajectory");
  g_autofree char *waiting = NULL, *refused = NULL;

  qn_figure_update (figure, snapshot, 0, FALSE);
  waiting = qn_figure_describe (figure);
  g_assert_nonnull (strstr (waiting, "being drawn"));
  snapshot->runs = qn_report_new ();
  qn_report_set_problem (snapshot->runs, "stroke hot: too long");
  qn_figure_update (figure, snapshot, 0, FALSE);
  refused = qn_figure_describe (figure);
  g_assert_cmpstr (refused, ==, "stroke hot: too long.");
}

/* The quasi-static loop of the textbook engine: (p_hot - p_cold)(w_hot - w_cold). */
static void
test_reference_area (void)
{
  g_autoptr (QnSnapshot) snapshot = snapshot_of ("otto", "textbook", 0);
  g_autoptr (QnFigure) figure = qn_figure_new ("cycle");
  g_autofree char *csv = NULL;
  double hot = qn_experiment_get (&snapshot->experiment, "spacing.hot"), cold = qn_experiment_get (&snapshot->experiment, "spacing.cold");
  double p_hot = 1 / (1 + exp (hot / snapshot->outcome->machine.bath[QN_HOT].temperature)), p_cold = 1 / (1 + exp (cold / snapshot->outcome->machine.bath[QN_COLD].temperature));
  double extent;

  qn_figure_update (figure, snapshot, 0, FALSE);
  csv = qn_figure_csv (figure);
  g_assert_cmpfloat_with_epsilon (csv_area (csv, "quasi-static", &extent), (p_hot - p_cold) * (hot - cold), 1e-9);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/figures/machines/presets", test_presets);
  g_test_add_func ("/figures/machines/modes", test_modes);
  g_test_add_func ("/figures/machines/clear", test_clear);
  g_test_add_func ("/figures/machines/note", test_note);
  g_test_add_func ("/figures/machines/inverted-share", test_inverted_share);
  g_test_add_func ("/figures/machines/no-runs", test_no_runs);
  g_test_add_func ("/figures/machines/reference-area", test_reference_area);
  return g_test_run ();
}
