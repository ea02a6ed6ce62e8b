/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The Wigner function as drawn, read off its data: norm, closed forms, ellipses, what is said where there is none. */
#include <math.h>
#include <string.h>

#include "figures/qn-figure.h"
#include "core/medium/qn-oscillator.h"
#include "synthetic.h"

typedef struct
{
  char curve[16], stroke[24];
  double x, p, W;
} Row;

static GArray *
rows_of (QnSnapshot *snapshot)
{
  g_autoptr (QnFigure) figure = qn_figure_new ("wigner");
  g_autofree char *csv = NULL;
  g_auto (GStrv) lines = NULL;
  GArray *rows = g_array_new (FALSE, TRUE, sizeof (Row));

  qn_figure_update (figure, snapshot, 0, FALSE);
  csv = qn_figure_csv (figure);
  lines = g_strsplit (csv, "\n", -1);
  for (int i = 1; lines[i] != NULL && lines[i][0] != '\0'; i++)
    {
      g_auto (GStrv) field = g_strsplit (lines[i], ",", -1);
      Row row = { .x = g_ascii_strtod (field[2], NULL), .p = g_ascii_strtod (field[3], NULL), .W = g_ascii_strtod (field[4], NULL) };

      g_strlcpy (row.curve, field[0], sizeof row.curve);
      g_strlcpy (row.stroke, field[1], sizeof row.stroke);
      g_array_append_val (rows, row);
    }
  return rows;
}

static QnSnapshot *
real_snapshot (const char *preset)
{
  g_autoptr (GError) error = NULL;
  QnExperiment experiment;
  QnSnapshot *snapshot;

  g_assert_true (qn_experiment_load_preset (&experiment, qn_lab_find ("otto"), preset, &error));
  snapshot = qn_snapshot_new_for (&experiment, 0, NULL, &error);
  g_assert_no_error (error);
  return snapshot;
}

static double
unit_of (const QnSnapshot *snapshot)
{
  return snapshot->solution->limit->samples[0].control;
}

/* Riemann sum over the grid; dx dp is that of the scaled axes. */
static double
norm_of (const GArray *rows)
{
  const Row *r = &g_array_index (rows, Row, 0);
  double sum = 0, dx = g_array_index (rows, Row, 1).x - r->x, dp = 0;

  for (guint i = 0; i < rows->len && strcmp (g_array_index (rows, Row, i).curve, "wigner") == 0; i++)
    {
      sum += g_array_index (rows, Row, i).W;
      if (dp == 0 && g_array_index (rows, Row, i).p != r->p)
        dp = g_array_index (rows, Row, i).p - r->p;
    }
  return sum * dx * dp;
}

/* What is shown reaches 2.5 standard deviations each way at least: no more than 2.5 % of the norm lies outside. */
static void
test_norm (void)
{
  static const char *const presets[] = { "oscillator", "oscillator-quantised", "squeezed", "high-temperature" };

  for (gsize i = 0; i < G_N_ELEMENTS (presets); i++)
    {
      g_autoptr (QnSnapshot) snapshot = real_snapshot (presets[i]);
      g_autoptr (GArray) rows = rows_of (snapshot);
      double norm = norm_of (rows);

      g_test_message ("%s: norm %.6f", presets[i], norm);
      g_assert_cmpfloat (norm, <, 1 + 1e-9);
      g_assert_cmpfloat (norm, >, 0.975);
    }
}

/* Every value against core's closed form in x and p themselves. */
static void
test_values (void)
{
  g_autoptr (QnSnapshot) snapshot = real_snapshot ("squeezed");
  g_autoptr (GArray) rows = rows_of (snapshot);
  double scale = sqrt (unit_of (snapshot)), peak = 0;
  guint n = 0;

  for (guint i = 0; i < rows->len; i++)
    {
      const Row *r = &g_array_index (rows, Row, i);

      if (strcmp (r->curve, "wigner") != 0)
        continue;
      n++;
      peak = MAX (peak, r->W);
      g_assert_cmpfloat_with_epsilon (r->W, qn_oscillator_wigner (snapshot->now.state, r->x / scale, r->p * scale), 1e-13);
    }
  g_assert_cmpuint (n, ==, 101 * 101);
  g_assert_cmpfloat_with_epsilon (peak, 1 / (2 * G_PI * qn_oscillator_symplectic (snapshot->now.state)), 1e-12);
}

/* Thermal at w: W = tanh(w/2T)/pi exp(-tanh(w/2T)(w x^2 + p^2/w)), Hillery et al., Phys. Rep. 106, 121 (1984). */
static void
test_thermal (void)
{
  g_autoptr (QnSnapshot) snapshot = test_snapshot_new (TEST_OSCILLATOR, 0, 0);
  double w = snapshot->now.control, temperature = 1.7, t = tanh (w / (2 * temperature));
  g_autoptr (GArray) rows = NULL;
  guint n = 0;

  qn_oscillator_gibbs (w, temperature, snapshot->now.state);
  rows = rows_of (snapshot);
  for (guint i = 0; i < rows->len; i++)
    {
      const Row *r = &g_array_index (rows, Row, i);

      if (strcmp (r->curve, "wigner") == 0)
        {
          n++;
          g_assert_cmpfloat_with_epsilon (r->W, t / G_PI * exp (-t * (r->x * r->x + r->p * r->p)), 1e-12);
        }
      else if (strcmp (r->curve, "now") == 0)
        g_assert_cmpfloat_with_epsilon (r->x * r->x + r->p * r->p, 1 / (2 * t), 1e-12);
      else if (strcmp (r->curve, "vacuum") == 0)
        g_assert_cmpfloat_with_epsilon (r->x * r->x + r->p * r->p, 0.5, 1e-12);
    }
  g_assert_cmpuint (n, >, 0);
}

/* The area of the polygon of one curve over that of its ellipse's n points, pi nu sin(2 pi/n)/(2 pi/n). */
static double
area_of (const GArray *rows, const char *curve, const char *stroke)
{
  double sum = 0, step;
  const Row *first = NULL, *last = NULL;
  int n = 0;

  for (guint i = 0; i < rows->len; i++)
    {
      const Row *r = &g_array_index (rows, Row, i);

      if (strcmp (r->curve, curve) != 0 || (stroke != NULL && strcmp (r->stroke, stroke) != 0))
        continue;
      if (last != NULL)
        sum += (last->x * r->p - r->x * last->p) / 2;
      else
        first = r;
      last = r;
      n++;
    }
  g_assert_cmpint (n, >, 16);
  step = 2 * G_PI / n;
  return (sum + (last->x * first->p - first->x * last->p) / 2) * step / sin (step);
}

/* Ellipses of one standard deviation: pi nu, the vacuum's pi/2; every point at distance 1 of its own moments. */
static void
test_ellipses (void)
{
  g_autoptr (QnSnapshot) snapshot = real_snapshot ("squeezed");
  g_autoptr (GArray) rows = NULL;
  const QnReading *sample = &snapshot->solution->limit->samples[snapshot->solution->limit->n / 3];
  double scale = sqrt (unit_of (snapshot)), nu;

  snapshot->now = *sample;
  nu = qn_oscillator_symplectic (sample->state);
  rows = rows_of (snapshot);
  g_assert_cmpfloat (fabs (sample->state[3]), >, 0.01); /* a tilted one */
  g_assert_cmpfloat_with_epsilon (area_of (rows, "now", NULL), G_PI * nu, 1e-10);
  g_assert_cmpfloat_with_epsilon (area_of (rows, "vacuum", NULL), G_PI / 2, 1e-10);
  for (int k = 0; k < snapshot->outcome->machine.n_strokes; k++)
    for (gsize i = 0; i < snapshot->solution->limit->n; i++)
      if (snapshot->solution->limit->samples[i].stroke == k && snapshot->solution->limit->samples[i].fraction == 1)
        g_assert_cmpfloat_with_epsilon (area_of (rows, "limit", snapshot->outcome->machine.stroke[k].id), G_PI * qn_oscillator_symplectic (snapshot->solution->limit->samples[i].state), 1e-10);
  for (guint i = 0; i < rows->len; i++)
    {
      const Row *r = &g_array_index (rows, Row, i);
      double x = r->x / scale, p = r->p * scale;

      if (strcmp (r->curve, "now") == 0)
        g_assert_cmpfloat_with_epsilon ((sample->state[2] * x * x - 2 * sample->state[3] * x * p + sample->state[1] * p * p) / (nu * nu), 1, 1e-11);
      else if (strcmp (r->curve, "vacuum") == 0)
        g_assert_cmpfloat_with_epsilon (2 * sample->control * x * x + 2 * p * p / sample->control, 1, 1e-12);
    }
}

/* Dephased: no function in data, drawing or words, but the ellipse. */
static void
test_not_gaussian (void)
{
  g_autoptr (QnSnapshot) snapshot = test_snapshot_new (TEST_OSCILLATOR, 0.4, 1), whole = test_snapshot_new (TEST_OSCILLATOR, 0.4, 1);
  g_autoptr (QnFigure) figure = qn_figure_new ("wigner");
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) svg = NULL, image = NULL;
  g_autoptr (GArray) rows = NULL;
  g_autofree char *words = NULL, *text = NULL, *full = NULL;

  snapshot->now.entropy = NAN;
  for (gsize i = 0; i < snapshot->solution->limit->n; i++)
    snapshot->solution->limit->samples[i].entropy = NAN;
  rows = rows_of (snapshot);
  g_assert_cmpstr (g_array_index (rows, Row, 0).curve, ==, "now");
  qn_figure_update (figure, snapshot, 0, FALSE);
  words = qn_figure_describe (figure);
  g_assert_nonnull (strstr (words, "not Gaussian"));
  svg = qn_figure_export ("wigner", snapshot, "a.svg", &(QnFigureSheet) { 480, 360, 96, QN_THEME_LIGHT }, &error);
  image = qn_figure_export ("wigner", whole, "a.svg", &(QnFigureSheet) { 480, 360, 96, QN_THEME_LIGHT }, &error);
  text = g_strndup (g_bytes_get_data (svg, NULL), g_bytes_get_size (svg));
  full = g_strndup (g_bytes_get_data (image, NULL), g_bytes_get_size (image));
  g_assert_null (strstr (text, "<image"));
  g_assert_nonnull (strstr (full, "<image"));
  g_assert_nonnull (strstr (text, "not Gaussian"));
}

/* Another medium: one sentence, and back again without a trace. */
static void
test_other_medium (void)
{
  g_autoptr (QnSnapshot) qubit = test_snapshot_new (TEST_ENGINE, 0.4, 1), oscillator = test_snapshot_new (TEST_OSCILLATOR, 0.4, 1);
  g_autoptr (QnSnapshot) wide = test_snapshot_new (TEST_OSCILLATOR, 0.4, 1);
  g_autoptr (QnFigure) figure = qn_figure_new ("wigner"), fresh = qn_figure_new ("wigner");
  g_autofree char *words = NULL, *one = NULL, *two = NULL;

  wide->now.state[1] *= 40;
  wide->now.state[2] *= 40;
  qn_figure_update (figure, wide, 0, FALSE);
  qn_figure_update (figure, qubit, 0, FALSE);
  words = qn_figure_describe (figure);
  g_assert_cmpstr (words, ==, "The Wigner function is that of an oscillator: choose it as the medium.");
  qn_figure_update (figure, oscillator, 0.1, FALSE);
  qn_figure_update (fresh, oscillator, 0, FALSE);
  one = qn_figure_csv (figure);
  two = qn_figure_csv (fresh);
  g_assert_true (strcmp (one, two) == 0); /* too long to be told */
}

static QnRect
box_of (const GPtrArray *records, const char *words)
{
  for (guint i = 0; i < records->len; i++)
    if (g_str_has_prefix (((const QnTextRecord *) g_ptr_array_index (records, i))->text, words))
      return ((const QnTextRecord *) g_ptr_array_index (records, i))->box;
  return (QnRect) { NAN, NAN, NAN, NAN };
}

/* The state turns and the vacuum breathes; every name stays where it is. */
static void
test_names_rest (void)
{
  static const char *const words[] = { "vacuum", "after hot contact", "after expansion", "after cold contact", "after compression", "axes 1", "area" };
  static const double sizes[][2] = { { 240, 180 }, { 350, 260 }, { 640, 480 }, { 1280, 720 } };
  g_autoptr (QnSnapshot) snapshot = test_snapshot_new (TEST_OSCILLATOR, 0, 0);
  QnTheme theme = qn_theme (QN_THEME_LIGHT, 1);

  for (gsize s = 0; s < G_N_ELEMENTS (sizes); s++)
    {
      QnRect first[G_N_ELEMENTS (words)];
      guint seen = 0;

      for (gsize i = 0; i < snapshot->solution->limit->n; i += 13)
        {
          g_autoptr (QnCanvas) canvas = qn_canvas_new_svg (sizes[s][0], sizes[s][1]);
          g_autoptr (QnFigure) figure = qn_figure_new ("wigner");

          snapshot->now = snapshot->solution->limit->samples[i];
          qn_figure_update (figure, snapshot, 0, FALSE);
          qn_canvas_record_text (canvas, TRUE);
          qn_figure_draw (figure, canvas, sizes[s][0], sizes[s][1], &theme, QN_LAYER_LIVE);
          for (gsize k = 0; k < G_N_ELEMENTS (words); k++)
            {
              QnRect box = box_of (qn_canvas_recorded_text (canvas), words[k]);

              if (i == 0)
                first[k] = box;
              if (i > 0 && isfinite (first[k].x))
                {
                  g_assert_cmpfloat (box.x, ==, first[k].x);
                  g_assert_cmpfloat (box.y, ==, first[k].y);
                  seen++;
                }
            }
        }
      g_assert_cmpuint (seen, >, 50);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/figures/wigner/norm", test_norm);
  g_test_add_func ("/figures/wigner/values", test_values);
  g_test_add_func ("/figures/wigner/thermal", test_thermal);
  g_test_add_func ("/figures/wigner/ellipses", test_ellipses);
  g_test_add_func ("/figures/wigner/not-gaussian", test_not_gaussian);
  g_test_add_func ("/figures/wigner/other-medium", test_other_medium);
  g_test_add_func ("/figures/wigner/names-rest", test_names_rest);
  return g_test_run ();
}
