/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fields as colour: the maps' order and contrast, the cells' places, the bar. */
#include <cairo.h>
#include <math.h>
#include <string.h>

#include "plot/qn-heat-map.h"

static double
linear (double c)
{
  return c <= 0.04045 ? c / 12.92 : pow ((c + 0.055) / 1.055, 2.4);
}

static double
luminance (QnColor c)
{
  return 0.2126 * linear (c.r) + 0.7152 * linear (c.g) + 0.0722 * linear (c.b);
}

static double
contrast (QnColor a, QnColor b)
{
  double x = luminance (a), y = luminance (b);

  return (MAX (x, y) + 0.05) / (MIN (x, y) + 0.05);
}

static QnColor
over (QnColor c, QnColor ground)
{
  return qn_color_mix (ground, (QnColor) { c.r, c.g, c.b, 1 }, c.a);
}

/* From the ground away, and from a twelfth of the scale on in one direction of lightness. */
static void
test_sequential (void)
{
  const QnHeatScale scale = { 4 };

  for (int kind = 0; kind < QN_N_THEMES; kind++)
    {
      QnTheme theme = qn_theme (kind, 1);
      QnColor ground = theme.background;
      double last = contrast (over (qn_heat_color (&theme, &scale, 4.0 / 12), ground), ground);

      g_assert_cmpfloat (contrast (over (qn_heat_color (&theme, &scale, 0), ground), ground), ==, 1);
      g_assert_cmpfloat (contrast (over (qn_heat_color (&theme, &scale, 4), ground), ground), >, 6);
      for (double value = 0.5; value <= 4; value += 0.25)
        {
          QnColor c = qn_heat_color (&theme, &scale, value);
          double now = luminance (c) > luminance (ground) ? (luminance (c) + 0.05) / (luminance (ground) + 0.05) : (luminance (ground) + 0.05) / (luminance (c) + 0.05);

          g_assert_cmpfloat (c.a, ==, 1);
          if (value > 0.75) /* the darkest shades of viridis lie about as dark as the dark ground */
            g_assert_cmpfloat (now, >, last);
          last = now;
        }
      g_assert_cmpfloat (qn_heat_color (&theme, &scale, NAN).a, ==, 0);
      g_assert_cmpfloat (qn_heat_color (&theme, &scale, 400).g, ==, qn_heat_color (&theme, &scale, 4).g);
    }
}

/* Round the circle without a seam, one lightness, far enough from every ground, coherence's purple at 0. */
static void
test_cyclic (void)
{
  QnColor before = qn_colormap_cyclic (-1 / 64.0), purple = qn_theme (QN_THEME_LIGHT, 1).fill[QN_HUE_COHERENCE], zero = qn_colormap_cyclic (0);

  for (int i = 0; i < 64; i++)
    {
      QnColor c = qn_colormap_cyclic (i / 64.0), again = qn_colormap_cyclic (i / 64.0 - 3), half = qn_colormap_cyclic (i / 64.0 + 0.5);

      g_assert_cmpfloat (hypot (hypot (c.r - before.r, c.g - before.g), c.b - before.b), <, 0.09);
      g_assert_cmpfloat (hypot (hypot (c.r - half.r, c.g - half.g), c.b - half.b), >, 0.3);
      g_assert_cmpfloat_with_epsilon (c.r, again.r, 1e-9);
      g_assert_cmpfloat_with_epsilon (luminance (c), 0.245, 0.045);
      for (int kind = 0; kind < QN_N_THEMES; kind++)
        g_assert_cmpfloat (contrast (c, qn_theme (kind, 1).background), >=, 3);
      before = c;
    }
  g_assert_cmpfloat (hypot (hypot (zero.r - purple.r, zero.g - purple.g), zero.b - purple.b), <, 0.15);
}

/* 1 in the upper right quarter, else 0. */
static void
quarter (double y, const double *x, int n, double *values, gpointer data)
{
  int *rows = data;

  (*rows)++;
  for (int i = 0; i < n; i++)
    values[i] = x[i] > 0 && y > 0 ? 1 : 0;
}

static guint32
pixel (cairo_surface_t *surface, int x, int y)
{
  cairo_surface_flush (surface);
  return ((const guint32 *) (cairo_image_surface_get_data (surface) + y * cairo_image_surface_get_stride (surface)))[x];
}

static void
test_places (void)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 400, 300);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (QnCanvas) canvas = qn_canvas_new_cairo (cr);
  QnTheme theme = qn_theme (QN_THEME_LIGHT, 1);
  QnAxis x = { "x", QN_SCALE_LINEAR, { -1, 1 } }, y = { "y", QN_SCALE_LINEAR, { -1, 1 } };
  QnAxes axes = qn_axes_layout (canvas, &theme, (QnRect) { 0, 0, 400, 300 }, &x, &y);
  const QnHeatScale scale = { 1 };
  int rows = 0, left = (int) (axes.area.x + axes.area.width / 4), right = left + (int) (axes.area.width / 2);
  int top = (int) (axes.area.y + axes.area.height / 4), bottom = top + (int) (axes.area.height / 2);

  qn_heat_map_draw (&axes, canvas, &theme, &scale, quarter, &rows);
  g_assert_cmpint (rows, >=, 240);
  g_assert_cmphex (pixel (surface, right, top), ==, 0xff440154);
  g_assert_cmphex (pixel (surface, left, top), ==, 0);
  g_assert_cmphex (pixel (surface, right, bottom), ==, 0);
  g_assert_cmphex (pixel (surface, (int) axes.area.x - 3, top), ==, 0);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

/* Each shade beside its value. */
static void
test_bar_shades (void)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 100, 300);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (QnCanvas) canvas = qn_canvas_new_cairo (cr);
  QnTheme theme = qn_theme (QN_THEME_DARK, 1);
  const QnHeatScale scale = { 1 };

  qn_heat_bar_draw (canvas, &theme, &scale, (QnRect) { 10, 20, 14, 256 }, 11, 1);
  for (int i = 30; i < 250; i += 20)
    {
      QnColor c = qn_heat_color (&theme, &scale, (255 - i) / 255.0);
      guint32 shown = pixel (surface, 17, 20 + i);

      g_assert_cmpfloat_with_epsilon ((shown >> 16 & 255) / 255.0, c.r * c.a, 0.01);
      g_assert_cmpfloat_with_epsilon ((shown >> 8 & 255) / 255.0, c.g * c.a, 0.01);
      g_assert_cmpfloat_with_epsilon ((shown & 255) / 255.0, c.b * c.a, 0.01);
    }
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

/* The greatest value at the top; zero at the foot; labels within the room asked for. */
static void
test_bar (void)
{
  const QnHeatScale scale = { 0.3 };
  g_autoptr (QnCanvas) canvas = qn_canvas_new_svg (120, 300);
  QnTheme theme = qn_theme (QN_THEME_LIGHT, 1);
  QnRect bar = { 10, 20, 14, 260 };
  double room = qn_heat_bar_room (canvas, &scale, bar.height, 11), last = INFINITY;
  const GPtrArray *records;
  gboolean zero = FALSE;

  qn_canvas_record_text (canvas, TRUE);
  qn_heat_bar_draw (canvas, &theme, &scale, bar, 11, 1);
  records = qn_canvas_recorded_text (canvas);
  g_assert_cmpuint (records->len, >=, 3);
  for (guint i = 0; i < records->len; i++)
    {
      const QnTextRecord *r = g_ptr_array_index (records, i);

      g_assert_cmpfloat (r->box.x, >, bar.x + bar.width);
      g_assert_cmpfloat (r->box.x + r->box.width, <=, bar.x + bar.width + room + 0.5);
      g_assert_cmpfloat (r->box.y, <, last);
      last = r->box.y;
      if (g_ascii_strtod (r->text, NULL) == 0 && strstr (r->text, "−") == NULL)
        {
          zero = TRUE;
          g_assert_cmpfloat_with_epsilon (r->box.y + r->box.height / 2, 280, 3);
        }
    }
  g_assert_true (zero);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/heat-map/sequential", test_sequential);
  g_test_add_func ("/heat-map/cyclic", test_cyclic);
  g_test_add_func ("/heat-map/places", test_places);
  g_test_add_func ("/heat-map/bar-shades", test_bar_shades);
  g_test_add_func ("/heat-map/bar", test_bar);
  return g_test_run ();
}
