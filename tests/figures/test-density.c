/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The density matrix as drawn: data against core, areas and hands against the state, pixel by pixel. */
#include <cairo.h>
#include <math.h>
#include <string.h>

#include "figures/qn-figure.h"
#include "plot/qn-heat-map.h"
#include "synthetic.h"

#define WIDTH 1000
#define HEIGHT 800

static QnSnapshot *
real_snapshot (const char *preset, int cycles)
{
  g_autoptr (GError) error = NULL;
  QnExperiment experiment;
  QnSnapshot *snapshot;

  g_assert_true (qn_experiment_load_preset (&experiment, qn_lab_find ("otto"), preset, &error));
  snapshot = qn_snapshot_new_for (&experiment, cycles, NULL, &error);
  g_assert_no_error (error);
  return snapshot;
}

/* The matrix of the data; the number of its rows. */
static int
read_csv (QnSnapshot *snapshot, double _Complex rho[QN_MAX_LEVELS][QN_MAX_LEVELS])
{
  g_autoptr (QnFigure) figure = qn_figure_new ("density");
  g_autofree char *csv = NULL;
  g_auto (GStrv) lines = NULL;
  int n = 0;

  qn_figure_update (figure, snapshot, 0, FALSE);
  csv = qn_figure_csv (figure);
  lines = g_strsplit (csv, "\n", -1);
  for (int i = 1; lines[i] != NULL && lines[i][0] != '\0'; i++, n++)
    {
      g_auto (GStrv) field = g_strsplit (lines[i], ",", -1);
      double re = g_ascii_strtod (field[2], NULL), im = g_ascii_strtod (field[3], NULL);

      rho[atoi (field[0])][atoi (field[1])] = re + im * I;
      g_assert_cmpfloat_with_epsilon (g_ascii_strtod (field[4], NULL), hypot (re, im), 1e-15);
      if (re != 0 || im != 0)
        g_assert_cmpfloat_with_epsilon (g_ascii_strtod (field[5], NULL), atan2 (im, re), 1e-15);
    }
  return n;
}

/* Every element is core's; Hermitian, of trace 1, its diagonal the populations, its coherence that of the reading. */
static void
test_data (void)
{
  static const char *const presets[] = { "textbook", "friction", "shortcut", "coupled", "ladder", "box" };

  for (gsize k = 0; k < G_N_ELEMENTS (presets); k++)
    for (int cycles = 0; cycles < 3; cycles += 2)
      {
        g_autoptr (QnSnapshot) s = real_snapshot (presets[k], cycles);
        double _Complex rho[QN_MAX_LEVELS][QN_MAX_LEVELS] = { { 0 } }, own[QN_MAX_LEVELS][QN_MAX_LEVELS] = { { 0 } };
        double trace = 0, coherence = 0;

        s->now = s->solution->limit->samples[s->solution->limit->n / 3]; /* in the middle of a drive */
        g_assert_cmpint (read_csv (s, rho), ==, s->now.n_levels * s->now.n_levels);
        qn_reading_density (&s->outcome->machine.medium, &s->now, TRUE, own);
        for (int i = 0; i < s->now.n_levels; i++)
          {
            trace += creal (rho[i][i]);
            g_assert_cmpfloat_with_epsilon (creal (rho[i][i]), s->now.population[i], 1e-12);
            for (int j = 0; j < s->now.n_levels; j++)
              {
                g_assert_cmpfloat (cabs (rho[i][j] - own[i][j]), <, 1e-15);
                g_assert_cmpfloat (cabs (rho[i][j] - conj (rho[j][i])), <, 1e-14);
                coherence += i != j ? cabs (rho[i][j]) : 0;
              }
          }
        g_test_message ("%s: coherence %.6f", presets[k], coherence);
        g_assert_cmpfloat_with_epsilon (trace, 1, 1e-12);
        g_assert_cmpfloat_with_epsilon (coherence, s->now.coherence_l1, 1e-12);
        if (strcmp (presets[k], "friction") == 0)
          g_assert_cmpfloat (coherence, >, 0.01);
      }
}

/* Of an oscillator the diagonal alone. */
static void
test_oscillator (void)
{
  g_autoptr (QnSnapshot) s = real_snapshot ("oscillator", 0);
  g_autoptr (QnFigure) figure = qn_figure_new ("density");
  double _Complex rho[QN_MAX_LEVELS][QN_MAX_LEVELS] = { { 0 } };
  g_autofree char *words = NULL;

  g_assert_cmpint (read_csv (s, rho), ==, s->now.n_levels);
  for (int i = 0; i < s->now.n_levels; i++)
    g_assert_cmpfloat (creal (rho[i][i]), ==, s->now.population[i]);
  qn_figure_update (figure, s, 0, FALSE);
  words = qn_figure_describe (figure);
  g_assert_nonnull (strstr (words, "populations alone"));
}

/* --- Pixels --------------------------------------------------------------- */

typedef struct
{
  cairo_surface_t *surface;
  cairo_t *cr;
  const guint32 *pixels;
  int stride;
} Picture;

/* The live layer on nothing: what is not drawn stays transparent. */
static Picture
draw (QnSnapshot *snapshot)
{
  Picture p = { cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT) };
  g_autoptr (QnCanvas) canvas = NULL;
  g_autoptr (QnFigure) figure = qn_figure_new ("density");
  QnTheme theme = qn_theme (QN_THEME_LIGHT, 1);

  p.cr = cairo_create (p.surface);
  canvas = qn_canvas_new_cairo (p.cr);
  qn_figure_update (figure, snapshot, 0, FALSE);
  qn_figure_draw (figure, canvas, WIDTH, HEIGHT, &theme, QN_LAYER_LIVE);
  cairo_surface_flush (p.surface);
  p.pixels = (const guint32 *) cairo_image_surface_get_data (p.surface);
  p.stride = cairo_image_surface_get_stride (p.surface) / 4;
  return p;
}

static void
picture_clear (Picture *p)
{
  cairo_destroy (p->cr);
  cairo_surface_destroy (p->surface);
}

static gboolean
is_color (const Picture *p, double x, double y, QnColor c)
{
  guint32 pixel = p->pixels[(int) y * p->stride + (int) x];

  return fabs ((pixel >> 16 & 255) / 255.0 - c.r) < 0.02 && fabs ((pixel >> 8 & 255) / 255.0 - c.g) < 0.02 && fabs ((pixel & 255) / 255.0 - c.b) < 0.02 && pixel >> 24 == 255;
}

typedef struct
{
  double x, y, ink; /* centre of gravity and sum of the opacity */
} Blob;

static Blob
blob_in (const Picture *p, double x0, double y0, double x1, double y1)
{
  Blob b = { 0 };

  for (int y = (int) MAX (y0, 0); y < MIN (y1, HEIGHT); y++)
    for (int x = (int) MAX (x0, 0); x < MIN (x1, WIDTH); x++)
      {
        double a = (p->pixels[y * p->stride + x] >> 24) / 255.0;

        b.x += a * (x + 0.5);
        b.y += a * (y + 0.5);
        b.ink += a;
      }
  b.x /= b.ink;
  b.y /= b.ink;
  return b;
}

/* A qubit on its way down: rho_00 = p, rho_01 = c in the energy basis. */
static QnSnapshot *
qubit (double p, double _Complex c)
{
  QnSnapshot *s = test_snapshot_new (TEST_ENGINE, 0.45, 1);
  double _Complex rho[QN_MAX_LEVELS][QN_MAX_LEVELS];

  g_assert_cmpint (s->outcome->machine.stroke[s->now.stroke].baths, ==, 0);
  s->now.n_state = 4;
  s->now.state[0] = 1 - p; /* the upper level is sz = +1 */
  s->now.state[1] = p;
  s->now.state[2] = G_SQRT2 * creal (c);
  s->now.state[3] = G_SQRT2 * cimag (conj (c));
  qn_reading_density (&s->outcome->machine.medium, &s->now, TRUE, rho);
  if (cabs (rho[0][1] - c) > 1e-12) /* the sign of a ket is core's choice */
    {
      s->now.state[2] *= -1;
      s->now.state[3] *= -1;
      qn_reading_density (&s->outcome->machine.medium, &s->now, TRUE, rho);
    }
  g_assert_cmpfloat (cabs (rho[0][1] - c), <, 1e-12);
  return s;
}

/* The middles of the two populations' cells and their distance, found on a picture of populations alone. */
static Blob
find_cells (double *cell)
{
  g_autoptr (QnSnapshot) s = qubit (0.5, 0);
  Picture p = draw (s);
  Blob first = { 0 }, second;
  double probe = 0.3 * HEIGHT;

  for (int i = 40 * WIDTH; i < HEIGHT * WIDTH && first.ink == 0; i++)
    if (p.pixels[i / WIDTH * p.stride + i % WIDTH] >> 24 > 128)
      first = blob_in (&p, i % WIDTH, i / WIDTH, i % WIDTH + 0.35 * HEIGHT, i / WIDTH + 0.35 * HEIGHT);
  g_assert_cmpfloat (first.ink, >, 0);
  while (p.pixels[(int) (first.y + probe) * p.stride + (int) (first.x + probe)] >> 24 < 128)
    probe++;
  second = blob_in (&p, first.x + probe - 5, first.y + probe - 5, first.x + probe + 0.35 * HEIGHT, first.y + probe + 0.35 * HEIGHT);
  *cell = second.x - first.x;
  g_assert_cmpfloat_with_epsilon (second.y - first.y, *cell, 0.6);
  picture_clear (&p);
  return first;
}

/* One coherence's cell: ink for area, place, colour on the side away from the hand, ink under it. */
static void
check_cell (const Picture *p, double x, double y, double cell, double full, double modulus, double phase)
{
  QnColor ink = qn_theme (QN_THEME_LIGHT, 1).line[QN_HUE_FOREGROUND];
  Blob b = blob_in (p, x - 0.5 * cell, y - 0.45 * cell, x + 0.5 * cell, y + 0.42 * cell);
  double reach = 0.3 * sqrt (modulus * full);

  g_assert_cmpfloat_with_epsilon (b.ink, modulus * full, 0.01 * full);
  g_assert_cmpfloat_with_epsilon (b.x, x, 0.8);
  g_assert_cmpfloat_with_epsilon (b.y, y, 0.8);
  g_assert_true (is_color (p, x + reach * cos (phase), y - reach * sin (phase), ink));
  g_assert_true (is_color (p, x - reach * cos (phase), y + reach * sin (phase), qn_colormap_cyclic (phase / (2 * G_PI))));
}

/* Area is modulus, colour and hand are the phase, in both off-diagonal cells. Numbers stand below the squares. */
static void
test_squares (void)
{
  static const double phases[] = { 0.4, 1.9, -2.5, -1.0 };
  double cell;
  Blob first = find_cells (&cell);

  for (gsize k = 0; k < G_N_ELEMENTS (phases); k++)
    {
      double modulus = 0.12 + 0.08 * (double) k, full;
      g_autoptr (QnSnapshot) s = qubit (0.4, modulus * cexp (I * phases[k]));
      Picture p = draw (s);
      Blob population = blob_in (&p, first.x - 0.5 * cell, first.y - 0.45 * cell, first.x + 0.5 * cell, first.y + 0.42 * cell);
      Blob upper = blob_in (&p, first.x + 0.5 * cell, first.y + 0.55 * cell, first.x + 1.5 * cell, first.y + 1.42 * cell);

      full = population.ink / 0.72 / 0.4; /* the fill is translucent */
      g_assert_cmpfloat_with_epsilon (sqrt (full), 0.87 * cell, 0.05 * cell); /* what the number's line leaves */
      g_assert_cmpfloat_with_epsilon (upper.ink / population.ink, 0.6 / 0.4, 0.01);
      check_cell (&p, first.x + cell, first.y, cell, full, modulus, phases[k]);
      check_cell (&p, first.x, first.y + cell, cell, full, modulus, -phases[k]);
      picture_clear (&p);
    }
}

/* In contact with one reservoir the Gibbs populations are outlined in its hue; a faint dot stands for no coherence. */
static void
test_outline_and_dot (void)
{
  g_autoptr (QnSnapshot) apart = test_snapshot_new (TEST_ENGINE, 0.45, 1), touching = test_snapshot_new (TEST_ENGINE, 0.1, 1);
  QnColor hue = qn_theme (QN_THEME_LIGHT, 1).line[QN_HUE_HOT];
  Picture p[2] = { draw (apart), draw (touching) };
  int hits[2] = { 0, 0 };
  double cell;
  Blob first = find_cells (&cell), dot;

  for (int k = 0; k < 2; k++)
    for (int i = 0; i < WIDTH * HEIGHT; i++)
      hits[k] += is_color (&p[k], i % WIDTH, i / WIDTH, hue);
  g_assert_cmpint (hits[0], ==, 0);
  g_assert_cmpint (hits[1], >, 200);
  dot = blob_in (&p[0], first.x + 0.5 * cell, first.y - 0.45 * cell, first.x + 1.5 * cell, first.y + 0.42 * cell);
  g_assert_cmpfloat (dot.ink, >, 1);
  g_assert_cmpfloat (dot.ink, <, 40);
  g_assert_cmpfloat_with_epsilon (dot.x, first.x + cell, 0.8);
  picture_clear (&p[0]);
  picture_clear (&p[1]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/figures/density/data", test_data);
  g_test_add_func ("/figures/density/oscillator", test_oscillator);
  g_test_add_func ("/figures/density/squares", test_squares);
  g_test_add_func ("/figures/density/outline-and-dot", test_outline_and_dot);
  return g_test_run ();
}
