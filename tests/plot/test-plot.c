/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The plotting kit: ticks, ranges, decimation, themes, SVG, export, broken numbers. */

#include <math.h>
#include <string.h>

#include "plot/qn-axes.h"
#include "plot/qn-series.h"
#include "plot/qn-export.h"
#include "../random-numbers.h"

#define SEED 20270

/* "−1.5×10<sup>−3</sup>", "20 %" and "0.5" back to numbers. */
static double
parse_label (const char *label)
{
  g_autoptr (GString) text = g_string_new (label);

  g_string_replace (text, "\xe2\x88\x92", "-", 0);
  g_string_replace (text, "×10<sup>", "e", 0);
  if (g_str_has_prefix (text->str, "10<sup>") || g_str_has_prefix (text->str, "-10<sup>"))
    g_string_replace (text, "10<sup>", "1e", 0);
  g_string_replace (text, "</sup>", "", 0);
  return g_ascii_strtod (text->str, NULL);
}

static void
test_linear_ticks (void)
{
  g_autoptr (GRand) rand = test_rand (SEED);

  for (int turn = 0; turn < 5000; turn++)
    {
      double span = exp (uniform (rand, -25, 25)), from = uniform (rand, -3, 3) * span;
      QnAxisScale scale = { QN_SCALE_LINEAR, { from, from + span }, 0, 400 };
      QnTick ticks[16];
      int n = qn_axis_ticks (&scale, 6, ticks, 16);

      g_assert_cmpint (n, >=, 3);
      g_assert_cmpint (n, <=, 7);
      for (int i = 0; i < n; i++)
        {
          double step = ticks[1].value - ticks[0].value, digits = step / pow (10, floor (log10 (step) + 1e-9));

          g_assert_cmpfloat (ticks[i].value, >=, from - 1e-9 * span);
          g_assert_cmpfloat (ticks[i].value, <=, from + span + 1e-9 * span);
          g_assert_cmpfloat_with_epsilon (parse_label (ticks[i].label), ticks[i].value, 1e-6 * step);
          g_assert_true (fabs (digits - 1) < 1e-6 || fabs (digits - 2) < 1e-6 || fabs (digits - 2.5) < 1e-6 || fabs (digits - 5) < 1e-6);
          if (i > 0)
            g_assert_cmpstr (ticks[i].label, !=, ticks[i - 1].label);
        }
    }
}

static void
test_log_ticks (void)
{
  QnAxisScale scale = { QN_SCALE_LOG, { 1e-6, 1e6 }, 0, 400 };
  QnTick ticks[16];
  int n = qn_axis_ticks (&scale, 6, ticks, 16);

  g_assert_cmpint (n, >=, 4);
  for (int i = 0; i < n; i++)
    {
      g_assert_cmpfloat_with_epsilon (parse_label (ticks[i].label) / ticks[i].value, 1, 1e-9);
      g_assert_cmpfloat_with_epsilon (log10 (ticks[i].value), round (log10 (ticks[i].value)), 1e-9);
    }
}

/* At least three labels however little of a decade there is, at 1, 2 and 5 where they fit. */
static void
test_short_log_ticks (void)
{
  g_autoptr (GRand) rand = test_rand (SEED);

  for (int turn = 0; turn < 2000; turn++)
    {
      double from = exp (uniform (rand, -10, 10)), decades = uniform (rand, 0.05, 5);
      QnAxisScale scale = { QN_SCALE_LOG, { from, from * pow (10, decades) }, 0, 400 };
      QnTick ticks[16];
      int n = qn_axis_ticks (&scale, 6, ticks, 16);

      g_assert_cmpint (n, >=, 3);
      g_assert_cmpint (n, <=, 7);
      for (int i = 0; i < n; i++)
        g_assert_cmpfloat_with_epsilon (parse_label (ticks[i].label) / ticks[i].value, 1, 1e-6);
    }
}

static void
test_scales_invert (void)
{
  g_autoptr (GRand) rand = test_rand (SEED);

  for (int turn = 0; turn < 1000; turn++)
    {
      QnAxisScale scale = { turn % 2, { uniform (rand, 0.1, 5), uniform (rand, 6, 1000) }, g_rand_double (rand) * 100, 500 };
      double v = uniform (rand, scale.data.min, scale.data.max);

      g_assert_cmpfloat_with_epsilon (qn_axis_scale_unmap (&scale, qn_axis_scale_map (&scale, v)), v, 1e-9 * v);
      g_assert_cmpfloat_with_epsilon (qn_axis_scale_map (&scale, scale.data.max), scale.to, 1e-9);
    }
}

static void
test_broken_ranges (void)
{
  const double bad[][2] = { { NAN, 1 }, { 0, NAN }, { 1, 1 }, { 2, 1 }, { -INFINITY, INFINITY }, { -1e308, 1e308 }, { 1, 1 + 2e-16 } };
  QnRange empty = QN_RANGE_EMPTY, padded;
  QnTick ticks[16];

  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      QnAxisScale scale = { QN_SCALE_LINEAR, { bad[i][0], bad[i][1] }, 0, 400 };
      int n = qn_axis_ticks (&scale, 6, ticks, 16);

      g_assert_cmpint (n, <=, 16);
      for (int k = 0; k < n; k++)
        g_assert_true (isfinite (ticks[k].value));
    }
  g_assert_true (qn_range_empty (&empty));
  qn_range_include (&empty, NAN);
  qn_range_include (&empty, INFINITY);
  g_assert_true (qn_range_empty (&empty));
  padded = qn_range_padded (empty, 0.1, 0);
  g_assert_cmpfloat (padded.max, >, padded.min);
  padded = qn_range_padded ((QnRange) { 1e300, 1e300 }, 0.1, 0);
  g_assert_cmpfloat (padded.max, >, padded.min);
}

/* Grows at once, shrinks by halves of the surplus in two seconds, never while held. */
static void
test_stable_range (void)
{
  QnStableRange range = { QN_RANGE_EMPTY, FALSE };

  g_assert_true (qn_stable_range_follow (&range, (QnRange) { 0, 1 }, 0));
  g_assert_true (qn_stable_range_follow (&range, (QnRange) { 0, 10 }, 0));
  g_assert_cmpfloat (range.shown.max, ==, 10);
  range.held = TRUE;
  g_assert_false (qn_stable_range_follow (&range, (QnRange) { 0, 2 }, 100));
  g_assert_cmpfloat (range.shown.max, ==, 10);
  range.held = FALSE;
  g_assert_true (qn_stable_range_follow (&range, (QnRange) { 0, 2 }, 2));
  g_assert_cmpfloat_with_epsilon (range.shown.max, 6, 1e-9);
  for (int i = 0; i < 100; i++)
    qn_stable_range_follow (&range, (QnRange) { 0, 2 }, 1);
  g_assert_cmpfloat (range.shown.max, ==, 2);
  g_assert_false (qn_stable_range_follow (&range, (QnRange) { 0, 2 }, 1));
  g_assert_false (qn_stable_range_follow (&range, (QnRange) QN_RANGE_EMPTY, 1));
}

static double
channel (double c)
{
  return c <= 0.04045 ? c / 12.92 : pow ((c + 0.055) / 1.055, 2.4);
}

static double
luminance (QnColor c)
{
  return 0.2126 * channel (c.r) + 0.7152 * channel (c.g) + 0.0722 * channel (c.b);
}

/* WCAG 2.1: (lighter + 0.05)/(darker + 0.05). */
static double
contrast (QnColor a, QnColor b)
{
  double x = luminance (a), y = luminance (b);

  return (MAX (x, y) + 0.05) / (MIN (x, y) + 0.05);
}

static void
test_contrast (void)
{
  for (QnThemeKind kind = 0; kind < QN_N_THEMES; kind++)
    {
      QnTheme theme = qn_theme (kind, 1);
      QnThemeKind back;

      g_assert_true (qn_theme_from_id (qn_theme_id (kind), &back));
      g_assert_cmpint (back, ==, kind);
      for (int hue = 0; hue < QN_N_HUES; hue++)
        {
          double least = kind == QN_THEME_LIGHT_CONTRAST || kind == QN_THEME_DARK_CONTRAST ? 7 : 4.5;

          if (contrast (theme.line[hue], theme.background) < least)
            g_test_message ("theme %s hue %d: %.2f", qn_theme_id (kind), hue, contrast (theme.line[hue], theme.background));
          g_assert_cmpfloat (contrast (theme.line[hue], theme.background), >=, least);
        }
      g_assert_cmpfloat (contrast (theme.frame, theme.background), >=, 3);
    }
  g_assert_false (qn_theme_from_id ("pink", &(QnThemeKind) { 0 }));
}

static void
test_colormaps (void)
{
  double last = -1;

  for (double t = 0; t <= 1; t += 0.05)
    {
      double l = luminance (qn_colormap_viridis (t));

      g_assert_cmpfloat (l, >, last);
      last = l;
    }
  g_assert_true (isfinite (qn_colormap_viridis (NAN).r));
}

typedef struct
{
  QnRange x, y;
  double text_scale;
  gsize n;
} Sample;

static void
draw_sample (QnCanvas *canvas, double width, double height, gpointer data)
{
  const Sample *sample = data;
  QnTheme theme = qn_theme (QN_THEME_LIGHT, sample->text_scale);
  QnAxis x = { "Level spacing <i>ω</i> (<i>ε</i>)", QN_SCALE_LINEAR, sample->x, FALSE }, y = { "Entropy <i>S</i> (<i>k</i><sub>B</sub>)", QN_SCALE_LINEAR, sample->y, FALSE };
  QnAxes axes = qn_axes_layout (canvas, &theme, (QnRect) { 0, 0, width, height }, &x, &y);
  g_autofree double *px = g_new (double, sample->n), *py = g_new (double, sample->n);
  g_autoptr (GRand) rand = test_rand (SEED);

  for (gsize i = 0; i < sample->n; i++)
    {
      px[i] = sample->x.min + (sample->x.max - sample->x.min) * i / sample->n;
      py[i] = uniform (rand, sample->y.min, sample->y.max);
    }
  qn_axes_draw (&axes, canvas, &theme, &x, &y);
  qn_axes_line (&axes, canvas, px, py, sample->n, (QnLineStyle) { theme.line[QN_HUE_HOT], 2, QN_DASH_DASHED });
  qn_canvas_text (canvas, "Carnot & co.", axes.text, FALSE, (QnSpot) { axes.area.x, axes.area.y, QN_ALIGN_START, QN_ALIGN_START }, NULL);
  qn_canvas_rect (canvas, 10, 10, 20, 20);
  qn_canvas_set_hatch (canvas, theme.fill[QN_HUE_REFERENCE], 5);
  qn_canvas_fill (canvas);
}

static gboolean
overlap (const QnRect *a, const QnRect *b)
{
  return a->x < b->x + b->width && b->x < a->x + a->width && a->y < b->y + b->height && b->y < a->y + a->height;
}

/* No label leaves the figure or touches another, at any size, text scale or range. */
static void
test_layout (void)
{
  static const double size[][2] = { { 240, 180 }, { 320, 240 }, { 480, 360 }, { 800, 600 }, { 1600, 900 }, { 240, 600 }, { 900, 180 } };
  static const QnRange ranges[] = { { 0, 1 }, { -0.0314, 0.02 }, { 1e-7, 3e-7 }, { 12345, 12349 }, { -5e8, 7e8 } };

  for (gsize s = 0; s < G_N_ELEMENTS (size); s++)
    for (double text = 1; text <= 2; text += 0.5)
      for (gsize r = 0; r < G_N_ELEMENTS (ranges); r++)
        {
          Sample sample = { ranges[r], ranges[(r + 2) % G_N_ELEMENTS (ranges)], text, 10 };
          g_autoptr (QnCanvas) canvas = qn_canvas_new_svg (size[s][0], size[s][1]);
          const GPtrArray *texts;

          qn_canvas_record_text (canvas, TRUE);
          draw_sample (canvas, size[s][0], size[s][1], &sample);
          texts = qn_canvas_recorded_text (canvas);
          for (guint i = 0; i < texts->len; i++)
            {
              const QnTextRecord *a = texts->pdata[i];

              if (a->box.x < -1 || a->box.y < -1 || a->box.x + a->box.width > size[s][0] + 1 || a->box.y + a->box.height > size[s][1] + 1)
                g_test_message ("“%s” leaves %gx%g at text %g", a->text, size[s][0], size[s][1], text);
              g_assert_cmpfloat (a->box.x, >=, -1);
              g_assert_cmpfloat (a->box.y, >=, -1);
              g_assert_cmpfloat (a->box.x + a->box.width, <=, size[s][0] + 1);
              g_assert_cmpfloat (a->box.y + a->box.height, <=, size[s][1] + 1);
              for (guint k = 0; k < i; k++)
                {
                  const QnTextRecord *b = texts->pdata[k];

                  if (overlap (&a->box, &b->box) && !g_str_has_prefix (a->text, "Carnot"))
                    {
                      g_test_message ("“%s” touches “%s” at %gx%g, text %g", a->text, b->text, size[s][0], size[s][1], text);
                      g_test_fail ();
                    }
                }
            }
        }
}

static void
count_elements (GMarkupParseContext *context, const char *name, const char **keys, const char **values, gpointer data, GError **error)
{
  GHashTable *count = data;

  g_hash_table_insert (count, g_strdup (name), GINT_TO_POINTER (GPOINTER_TO_INT (g_hash_table_lookup (count, name)) + 1));
}

/* How many elements of each kind a document has; it is well-formed. */
static GHashTable *
elements (GBytes *bytes)
{
  GHashTable *count = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GMarkupParser parser = { .start_element = count_elements };
  GMarkupParseContext *context = g_markup_parse_context_new (&parser, 0, count, NULL);
  g_autoptr (GError) error = NULL;

  g_markup_parse_context_parse (context, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), &error);
  g_assert_no_error (error);
  g_assert_true (g_markup_parse_context_end_parse (context, &error));
  g_assert_no_error (error);
  g_markup_parse_context_free (context);
  return count;
}

static int
number_of (GHashTable *count, const char *name)
{
  return GPOINTER_TO_INT (g_hash_table_lookup (count, name));
}

static void
test_svg (void)
{
  Sample sample = { { 0, 1 }, { 0, 1 }, 1, 50 };
  QnExportOptions options = { 400, 300, 96, qn_color_hex (0xffffff), "A <title> & more", .text = TRUE };
  g_autoptr (GBytes) a = qn_export_bytes (QN_EXPORT_SVG, &options, draw_sample, &sample, NULL), b = qn_export_bytes (QN_EXPORT_SVG, &options, draw_sample, &sample, NULL);
  g_autoptr (GHashTable) count = elements (a);
  const char *text = g_bytes_get_data (a, NULL);

  g_assert_true (g_bytes_equal (a, b));
  g_assert_cmpint (number_of (count, "text"), >=, 10);
  g_assert_cmpint (number_of (count, "title"), ==, 1);
  g_assert_cmpint (number_of (count, "pattern"), ==, 1);
  g_assert_cmpint (number_of (count, "metadata"), ==, 0);
  g_assert_nonnull (strstr (text, "font-style=\"italic\""));
  g_assert_nonnull (strstr (text, ">Carnot &amp; co.<"));
  g_assert_nonnull (strstr (text, "width=\"400pt\" height=\"300pt\" viewBox=\"0 0 400 300\""));
  g_assert_null (strstr (text, "nan"));
}

/* Unless asked for text, no letter depends on a font, and all are told in words; runs of one line flow, so that none covers another. */
static void
test_svg_letters (void)
{
  Sample sample = { { 0, 1 }, { 0, 1 }, 1, 50 };
  QnExportOptions options = { 400, 300, 96, qn_color_hex (0xffffff), NULL };
  g_autoptr (GBytes) outlines = qn_export_bytes (QN_EXPORT_SVG, &options, draw_sample, &sample, NULL), text = NULL;
  g_autoptr (GHashTable) count = elements (outlines);
  const char *line;

  g_assert_cmpint (number_of (count, "text"), ==, 0);
  g_assert_nonnull (strstr (g_bytes_get_data (outlines, NULL), "aria-label=\"Carnot &amp; co.\""));
  g_assert_nonnull (strstr (g_bytes_get_data (outlines, NULL), "width=\"400pt\" height=\"300pt\" viewBox=\"0 0 400 300\""));
  options.text = TRUE;
  text = qn_export_bytes (QN_EXPORT_SVG, &options, draw_sample, &sample, NULL);
  for (line = strstr (g_bytes_get_data (text, NULL), "<text"); line; line = strstr (line + 1, "<text"))
    {
      g_autofree char *whole = g_strndup (line, (gsize) (strstr (line, "</text>") - line));
      g_auto (GStrv) starts = g_strsplit (whole, " x=\"", -1), lines = g_strsplit (whole, "text-anchor", -1);

      g_assert_cmpuint (g_strv_length (starts), ==, g_strv_length (lines));
    }
}

/* Every peak of a noisy line survives, in no more vertices than four a pixel column. */
static void
test_decimation (void)
{
  Sample few = { { 0, 1 }, { 0, 1 }, 1, 200 }, many = { { 0, 1 }, { 0, 1 }, 1, 100000 };
  QnExportOptions options = { 400, 300, 96, { 0 }, NULL };
  g_autoptr (GBytes) small = qn_export_bytes (QN_EXPORT_SVG, &options, draw_sample, &few, NULL), large = qn_export_bytes (QN_EXPORT_SVG, &options, draw_sample, &many, NULL);

  g_assert_cmpuint (g_bytes_get_size (large), <, g_bytes_get_size (small) + 400 * 4 * 20);
  g_assert_cmpuint (g_bytes_get_size (large), >, g_bytes_get_size (small));
}

static void
test_export_files (void)
{
  Sample sample = { { 0, 1 }, { 0, 1 }, 1, 50 };
  const char *names[] = { "a.svg", "a.pdf", "a.PNG" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      QnExportOptions options = { 300, 200, 192, qn_color_hex (0xffffff), "Title" };
      g_autoptr (GBytes) first = NULL, second = NULL;
      QnExportFormat format;

      g_assert_true (qn_export_format_from_path (names[i], &format, NULL));
      first = qn_export_bytes (format, &options, draw_sample, &sample, NULL);
      second = qn_export_bytes (format, &options, draw_sample, &sample, NULL);
      g_assert_true (g_bytes_equal (first, second));
      if (format == QN_EXPORT_PNG) /* 300 x 200 points at 192 dpi */
        {
          const guchar *png = g_bytes_get_data (first, NULL);

          g_assert_cmpint (png[18] << 8 | png[19], ==, 800);
          g_assert_cmpint (png[22] << 8 | png[23], ==, 533);
        }
    }
}

/* Numbers as they are shown: what is no number, and digits that say what it was. */
static void
test_numbers (void)
{
  g_autoptr (GRand) rand = test_rand (SEED + 3);
  const struct { double value; const char *text; } special[] = { { INFINITY, "∞" }, { -INFINITY, "−∞" }, { NAN, "–" }, { 0, "0.00" }, { -0.0, "0.00" } };

  for (gsize i = 0; i < G_N_ELEMENTS (special); i++)
    {
      g_autofree char *text = qn_format_markup (special[i].value, 3);

      g_assert_cmpstr (text, ==, special[i].text);
    }
  for (int i = 0; i < 2000; i++)
    {
      double value = log_uniform (rand, 1e-12, 1e12) * (i % 2 ? 1 : -1);
      int digits = 2 + i % 6;
      g_autofree char *text = qn_format_markup (value, digits);

      g_assert_cmpfloat_with_epsilon (parse_label (text) / value, 1, fabs (value) < 1e-3 || fabs (value) >= 1e5 ? 0.51 * pow (10,
          1 - digits) : 0.51 * MAX (pow (10, 1 - digits), 1 / fabs (value) * (fabs (value) >= pow (10, digits - 1))));
    }
}

/* Whatever the size of a figure, its text stays readable and its lines can be seen; colours have ends. */
static void
test_extremes (void)
{
  QnTheme theme = qn_theme (QN_THEME_LIGHT, 1);
  const double size[] = { -1, 0, 1, 480, 1e5, 1e9 }, beyond[][2] = { { -3, 0 }, { 7, 1 }, { NAN, 0 } };

  for (gsize i = 0; i < G_N_ELEMENTS (size); i++)
    {
      double text = qn_theme_text_size (&theme, size[i], size[i]), line = qn_theme_line_width (&theme, size[i], size[i]);

      g_assert_true (text >= 8.5 && text <= 26 && line >= 1.2 && line <= 5);
    }
  g_assert_cmpfloat (qn_theme_text_size (&theme, 0, 0), ==, 8.5);
  g_assert_cmpfloat (qn_theme_text_size (&theme, 1e9, 1e9), ==, 26);
  g_assert_cmpfloat (qn_theme_line_width (&theme, 0, 0), ==, 1.2);
  g_assert_cmpfloat (qn_theme_line_width (&theme, 1e9, 1e9), ==, 5);
  for (gsize i = 0; i < G_N_ELEMENTS (beyond); i++)
    {
      QnColor a = qn_colormap_viridis (beyond[i][0]), b = qn_colormap_viridis (beyond[i][1]);

      g_assert_cmpmem (&a, sizeof a, &b, sizeof b);
    }
}

static void
draw_broken (QnCanvas *canvas, double width, double height, gpointer data)
{
  qn_canvas_set_color (canvas, qn_color_hex (0xff0000));
  qn_canvas_set_line (canvas, 1, NULL, 0);
  qn_canvas_move_to (canvas, NAN, INFINITY);
  qn_canvas_line_to (canvas, -INFINITY, 3);
  qn_canvas_stroke (canvas);
  qn_canvas_set_hatch (canvas, qn_color_hex (0x00ff00), 0); /* as fine as hatching gets */
  qn_canvas_rect (canvas, 0, 0, 50, 50);
  qn_canvas_fill (canvas);
}

/* Broken numbers make a broken picture, never a broken file; no resolution is that of a screen, no title none. */
static void
test_broken_numbers (void)
{
  QnExportOptions options = { 100, 80, 0, { 0 }, NULL }, screen = { 100, 80, 96, { 0 }, NULL };

  for (QnExportFormat format = QN_EXPORT_SVG; format <= QN_EXPORT_PNG; format++)
    {
      g_autoptr (GBytes) a = qn_export_bytes (format, &options, draw_broken, NULL, NULL), b = qn_export_bytes (format, &screen, draw_broken, NULL, NULL);
      const char *text = g_bytes_get_data (a, NULL);

      g_assert_true (g_bytes_equal (a, b));
      if (format != QN_EXPORT_SVG)
        continue;
      g_assert_null (g_strstr_len (text, g_bytes_get_size (a), "nan"));
      g_assert_null (g_strstr_len (text, g_bytes_get_size (a), "inf"));
      g_assert_null (g_strstr_len (text, g_bytes_get_size (a), "<title"));
    }
}

static void
test_export_errors (void)
{
  Sample sample = { { 0, 1 }, { 0, 1 }, 1, 5 };
  QnExportOptions bad = { 0, 200, 96, { 0 }, NULL }, vast = { 10000, 10000, 9600, { 0 }, NULL };
  QnExportFormat format;
  g_autoptr (GError) error = NULL;

  g_assert_false (qn_export_format_from_path ("figure.bmp", &format, &error));
  g_assert_nonnull (strstr (error->message, ".svg, .pdf, .png"));
  g_clear_error (&error);
  g_assert_null (qn_export_bytes (QN_EXPORT_PNG, &bad, draw_sample, &sample, &error));
  g_assert_error (error, QN_EXPORT_ERROR, 0);
  g_clear_error (&error);
  g_assert_null (qn_export_bytes (QN_EXPORT_PNG, &vast, draw_sample, &sample, &error));
  g_assert_error (error, QN_EXPORT_ERROR, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ticks/linear", test_linear_ticks);
  g_test_add_func ("/ticks/log", test_log_ticks);
  g_test_add_func ("/export/svg-letters", test_svg_letters);
  g_test_add_func ("/ticks/short-log", test_short_log_ticks);
  g_test_add_func ("/scale/invert", test_scales_invert);
  g_test_add_func ("/range/broken", test_broken_ranges);
  g_test_add_func ("/range/stable", test_stable_range);
  g_test_add_func ("/theme/contrast", test_contrast);
  g_test_add_func ("/theme/colormaps", test_colormaps);
  g_test_add_func ("/axes/layout", test_layout);
  g_test_add_func ("/svg/structure", test_svg);
  g_test_add_func ("/series/decimation", test_decimation);
  g_test_add_func ("/export/files", test_export_files);
  g_test_add_func ("/export/errors", test_export_errors);
  g_test_add_func ("/export/broken-numbers", test_broken_numbers);
  g_test_add_func ("/theme/extremes", test_extremes);
  g_test_add_func ("/ticks/numbers", test_numbers);
  return g_test_run ();
}
