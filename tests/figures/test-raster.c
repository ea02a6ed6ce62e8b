/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The PNG is the SVG drawn: compared through rsvg-convert, an independent renderer. */
#include <cairo.h>
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

#include "figures/qn-figure.h"
#include "synthetic.h"

#define WIDTH 640
#define HEIGHT 480

typedef struct
{
  const guchar *data;
  gsize size, at;
} Reader;

static cairo_status_t
read_bytes (void *closure, unsigned char *out, unsigned int length)
{
  Reader *reader = closure;

  if (reader->at + length > reader->size)
    return CAIRO_STATUS_READ_ERROR;
  memcpy (out, reader->data + reader->at, length);
  reader->at += length;
  return CAIRO_STATUS_SUCCESS;
}

static cairo_surface_t *
surface_of (GBytes *png)
{
  Reader reader = { 0 };

  reader.data = g_bytes_get_data (png, &reader.size);
  return cairo_image_surface_create_from_png_stream (read_bytes, &reader);
}

/* Brightness averaged over cells of 8 pixels: hinting and antialiasing differ, shapes do not. */
static double
difference (cairo_surface_t *a, cairo_surface_t *b, double *worst)
{
  const int cell = 8;
  double sum = 0;
  int n = 0;

  *worst = 0;
  for (int cy = 0; cy + cell <= HEIGHT; cy += cell)
    for (int cx = 0; cx + cell <= WIDTH; cx += cell)
      {
        double mean[2] = { 0, 0 };
        cairo_surface_t *s[2] = { a, b };

        for (int k = 0; k < 2; k++)
          for (int y = cy; y < cy + cell; y++)
            for (int x = cx; x < cx + cell; x++)
              {
                const guint32 *row = (const guint32 *) (cairo_image_surface_get_data (s[k]) + y * cairo_image_surface_get_stride (s[k]));

                mean[k] += (row[x] & 255) + ((row[x] >> 8) & 255) + ((row[x] >> 16) & 255);
              }
        sum += fabs (mean[0] - mean[1]) / (3 * 255.0 * cell * cell);
        *worst = MAX (*worst, fabs (mean[0] - mean[1]) / (3 * 255.0 * cell * cell));
        n++;
      }
  return sum / n;
}

static GBytes *
rasterise (const char *tool, GBytes *svg, const char *fonts)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_SILENCE);
  g_autoptr (GSubprocess) process = NULL;
  GBytes *out = NULL;

  if (fonts)
    g_subprocess_launcher_setenv (launcher, "FONTCONFIG_FILE", fonts, TRUE);
  process = g_subprocess_launcher_spawn (launcher, &error, tool, "--format=png", NULL);
  g_assert_no_error (error);
  g_subprocess_communicate (process, svg, NULL, &out, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_successful (process));
  return out;
}

static void
test_raster (gconstpointer data)
{
  g_autofree char *tool = g_find_program_in_path ("rsvg-convert");
  g_autoptr (QnSnapshot) snapshot = test_snapshot_new (test_kind_for (data, TEST_TILTED), 0.3, 5);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) svg = NULL, text = NULL, png = NULL, other = NULL, bare = NULL, letters = NULL;
  QnFigureSheet sheet = { WIDTH * 0.75, HEIGHT * 0.75, 96, QN_THEME_LIGHT };
  cairo_surface_t *ours, *theirs, *lettered;
  double mean, worst;

  if (tool == NULL)
    {
      g_test_skip ("NOT COMPARED: rsvg-convert is not installed (package librsvg2-bin)");
      return;
    }
  svg = qn_figure_export (data, snapshot, "a.svg", &sheet, &error);
  g_assert_no_error (error);
  png = qn_figure_export (data, snapshot, "a.png", &sheet, &error);
  g_assert_no_error (error);
  sheet.text = TRUE;
  text = qn_figure_export (data, snapshot, "a.svg", &sheet, &error);
  g_assert_no_error (error);
  other = rasterise (tool, svg, NULL);
  bare = rasterise (tool, svg, "/dev/null"); /* no font at all: outlines need none */
  g_assert_true (g_bytes_equal (other, bare));
  letters = rasterise (tool, text, NULL);
  ours = surface_of (png);
  theirs = surface_of (other);
  g_assert_cmpint (cairo_image_surface_get_width (ours), ==, WIDTH);
  g_assert_cmpint (cairo_image_surface_get_height (ours), ==, HEIGHT);
  g_assert_cmpint (cairo_image_surface_get_width (theirs), ==, WIDTH);
  mean = difference (ours, theirs, &worst);
  g_test_message ("%s: mean difference %.5f, worst cell %.3f", (const char *) data, mean, worst);
  g_assert_cmpfloat (mean, <, 0.006);
  g_assert_cmpfloat (worst, <, 0.25);
  lettered = surface_of (letters);
  mean = difference (ours, lettered, &worst);
  g_test_message ("%s with letters: mean difference %.5f, worst cell %.3f", (const char *) data, mean, worst);
  g_assert_cmpfloat (mean, <, 0.006);
  g_assert_cmpfloat (worst, <, 0.25);
  cairo_surface_destroy (lettered);
  cairo_surface_destroy (ours);
  cairo_surface_destroy (theirs);
}

int
main (int argc, char **argv)
{
  gsize n;
  const QnFigureInfo *infos = qn_figure_infos (&n);

  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < n; i++)
    {
      g_autofree char *path = g_strdup_printf ("/figures/raster/%s", infos[i].id);

      g_test_add_data_func (path, infos[i].id, test_raster);
    }
  return g_test_run ();
}
