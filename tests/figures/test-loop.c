/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Closed curves: area, splitting where they cross themselves, room for labels, marks on the line. */
#include <math.h>
#include <string.h>

#include "figures/kit/qn-loop-names.h"

static double
read_x (const QnReading *s)
{
  return s->control;
}

static double
read_y (const QnReading *s)
{
  return s->force;
}

static const QnPlane plane = { read_x, read_y };

/* x = cos(a t), y = sin(b t): a circle or a figure of eight, `turn` the sense. */
static QnCurve *
lissajous (int a, int b, double turn, gsize n)
{
  QnReading *samples = g_new0 (QnReading, n);

  for (gsize i = 0; i < n; i++)
    {
      double t = turn * 2 * G_PI * (double) i / (double) n;

      samples[i].control = cos (a * t);
      samples[i].force = sin (b * t);
      samples[i].stroke = (int) (4 * i / n);
    }
  return qn_curve_new (samples, n);
}

static QnAxes
plain_axes (double size)
{
  QnAxes axes = { { 0, 0, size, size }, { QN_SCALE_LINEAR, { -1.2, 1.2 }, 0, size }, { QN_SCALE_LINEAR, { -1.2, 1.2 }, size, 0 }, 11, 1 };

  return axes;
}

static void
test_area (void)
{
  QnCurve *clockwise = lissajous (1, 1, -1, 4000), *counter = lissajous (1, 1, 1, 4000), *eight = lissajous (1, 2, 1, 4000);

  g_assert_cmpfloat_with_epsilon (qn_loop_area (clockwise, &plane), G_PI, 1e-5);
  g_assert_cmpfloat_with_epsilon (qn_loop_area (counter, &plane), -G_PI, 1e-5);
  g_assert_cmpfloat_with_epsilon (qn_loop_area (eight, &plane), 0, 1e-9);
  clockwise->samples[7].force = NAN;
  g_assert_true (isnan (qn_loop_area (clockwise, &plane)));
  qn_curve_unref (clockwise);
  qn_curve_unref (counter);
  qn_curve_unref (eight);
}

/* Pixels of a fill: green where work comes out, hatched (not every pixel) where it goes in. */
static void
fill_pixels (QnCurve *curve, cairo_surface_t *surface)
{
  cairo_t *cr = cairo_create (surface);
  g_autoptr (QnCanvas) canvas = qn_canvas_new_cairo (cr);
  QnTheme theme = qn_theme (QN_THEME_LIGHT, 1);
  QnPen pen = { canvas, &theme, 240, 240, 11, 1 };
  QnAxes axes = plain_axes (240);
  g_autoptr (GArray) trace = qn_loop_trace (&axes, curve, &plane);

  qn_loop_fill (&pen, &axes, trace);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
}

/* Fraction of covered pixels in a square of 20 about a place, and how green they are. */
static double
covered (cairo_surface_t *surface, int x, int y, gboolean *green)
{
  const guint32 *pixels = (const guint32 *) cairo_image_surface_get_data (surface);
  int n = 0, g = 0, stride = cairo_image_surface_get_stride (surface) / 4;

  for (int i = x - 10; i < x + 10; i++)
    for (int j = y - 10; j < y + 10; j++)
      {
        guint32 p = pixels[j * stride + i];

        n += p >> 24 > 0;
        g += ((p >> 8) & 255) > ((p >> 16) & 255) + 5;
      }
  *green = g > 0;
  return n / 400.0;
}

static void
test_lobes (void)
{
  /* y = sin 2t over x = cos t: the right lobe counter-clockwise, the left one clockwise. */
  QnCurve *curves[3] = { lissajous (1, 1, -1, 200), lissajous (1, 1, 1, 200), lissajous (1, 2, 1, 200) };
  const gboolean left_out[3] = { TRUE, FALSE, TRUE }, right_out[3] = { TRUE, FALSE, FALSE };

  for (int i = 0; i < 3; i++)
    {
      cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 240, 240);
      gboolean green;
      double cover;

      fill_pixels (curves[i], surface);
      cover = covered (surface, 65, 120, &green);
      g_assert_cmpint (green, ==, left_out[i]);
      g_assert_cmpfloat (cover, >, 0.05);
      if (left_out[i])
        g_assert_cmpfloat (cover, ==, 1);
      else
        g_assert_cmpfloat (cover, <, 0.95);
      cover = covered (surface, 175, 120, &green);
      g_assert_cmpint (green, ==, right_out[i]);
      g_assert_cmpfloat (cover, >, 0.05);
      if (!right_out[i])
        g_assert_cmpfloat (cover, <, 0.95);
      cairo_surface_destroy (surface);
      qn_curve_unref (curves[i]);
    }
}

static void
test_room (void)
{
  g_autoptr (QnCanvas) canvas = qn_canvas_new_svg (240, 240);
  QnTheme theme = qn_theme (QN_THEME_LIGHT, 1);
  QnPen pen = { canvas, &theme, 240, 240, 11, 1, g_array_new (FALSE, FALSE, sizeof (QnRect)) };
  QnAxes axes = plain_axes (240);
  QnCurve *circle = lissajous (1, 1, -1, 200);
  g_autoptr (GArray) trace = qn_loop_trace (&axes, circle, &plane);
  double x, y;

  pen.places = &(QnPlaces) { 0 };
  g_assert_true (qn_loop_inside (&pen, trace, NULL, 60, 20, &x, &y));
  g_assert_cmpfloat_with_epsilon (x, 120, 8);
  g_assert_cmpfloat_with_epsilon (y, 120, 8);
  /* Taken in the middle: it moves aside. */
  qn_pen_take (&pen, (QnRect) { 110, 110, 20, 20 });
  g_assert_true (qn_loop_inside (&pen, trace, NULL, 60, 20, &x, &y));
  g_assert_true (qn_pen_free_at (&pen, (QnRect) { x - 30, y - 10, 60, 20 }));
  g_assert_false (qn_trace_meets (trace, (QnRect) { x - 30, y - 10, 60, 20 }));
  /* Larger than the circle: no. */
  g_assert_false (qn_loop_inside (&pen, trace, NULL, 190, 90, &x, &y));
  g_assert_true (qn_trace_meets (trace, (QnRect) { 0, 100, 240, 20 }));
  g_assert_false (qn_trace_meets (trace, (QnRect) { 0, 0, 20, 20 }));
  g_array_unref (pen.boxes);
  qn_curve_unref (circle);
}

/* NaN makes a gap; a change of stroke is kept whatever the distance. */
static void
test_trace (void)
{
  QnAxes axes = plain_axes (240);
  QnCurve *circle = lissajous (1, 1, -1, 100000);
  GArray *trace = qn_loop_trace (&axes, circle, &plane);
  int gaps = 0, strokes = 1;

  g_assert_cmpuint (trace->len, <, 1000);
  g_assert_cmpuint (trace->len, >, 200);
  for (guint i = 1; i < trace->len; i++)
    strokes += g_array_index (trace, QnLoopPoint, i).stroke != g_array_index (trace, QnLoopPoint, i - 1).stroke;
  g_assert_cmpint (strokes, ==, 4);
  g_array_unref (trace);
  for (int i = 500; i < 900; i++)
    circle->samples[i].force = NAN;
  trace = qn_loop_trace (&axes, circle, &plane);
  for (guint i = 1; i < trace->len; i++)
    gaps += g_array_index (trace, QnLoopPoint, i).gap;
  g_assert_cmpint (gaps, ==, 1);
  g_array_unref (trace);
  qn_curve_unref (circle);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/figures/loop/area", test_area);
  g_test_add_func ("/figures/loop/lobes", test_lobes);
  g_test_add_func ("/figures/loop/room", test_room);
  g_test_add_func ("/figures/loop/trace", test_trace);
  return g_test_run ();
}
