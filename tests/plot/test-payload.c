/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A text that pictures carry: the same comes back from each format, and nothing that was changed, cut or made up. */
#define _GNU_SOURCE 1 /* memmem() */
#include <string.h>

#include "plot/qn-export.h"
#include "plot/qn-payload.h"
#include "plot/qn-theme.h"

#define TEXT "{\"name\": \"a (b) \\\\ <c> & 𝜔 \\u00e9\",\n  \"x\": 0.1}"
#define BACK "{\"name\": \"a (b) \\\\ <c> & \\ud835\\udf14 \\u00e9\", \"x\": 0.1}"

static void
draw (QnCanvas *canvas, double width, double height, gpointer data)
{
  qn_canvas_set_color (canvas, qn_color_hex (0x336699));
  qn_canvas_rect (canvas, 0, 0, width / 2, height);
  qn_canvas_fill (canvas);
  qn_canvas_text (canvas, "0.25 1.5", 11, FALSE, (QnSpot) { 10, 10, QN_ALIGN_START, QN_ALIGN_START }, NULL);
}

static GBytes *
picture (QnExportFormat format, const char *text)
{
  g_autofree char *sealed = text ? qn_payload_seal (text) : NULL;
  QnExportOptions options = { 120, 80, 150, qn_color_hex (0xffffff), "Title", .payload = sealed };
  g_autoptr (GError) error = NULL;
  GBytes *bytes = qn_export_bytes (format, &options, draw, NULL, &error);

  g_assert_no_error (error);
  return bytes;
}

static char *
read_back (const void *data, gsize size, GError **error)
{
  gsize length = 0;
  char *text = qn_payload_read (data, size, &length, error);

  g_assert_true ((text != NULL) == (error == NULL || *error == NULL));
  if (text)
    g_assert_cmpuint (strlen (text), <=, length);
  return text;
}

static void
test_there_and_back (void)
{
  g_autoptr (GString) large = g_string_new ("{");

  for (int i = 0; i < 4000; i++)
    g_string_append_printf (large, " \"a%d\": %d,", i, i * i);
  for (QnExportFormat format = QN_EXPORT_SVG; format <= QN_EXPORT_PNG; format++)
    {
      g_autoptr (GBytes) one = picture (format, TEXT), two = picture (format, large->str), none = picture (format, NULL);
      g_autofree char *first = read_back (g_bytes_get_data (one, NULL), g_bytes_get_size (one), NULL);
      g_autofree char *second = read_back (g_bytes_get_data (two, NULL), g_bytes_get_size (two), NULL);
      g_autoptr (GError) error = NULL;

      g_assert_cmpstr (first, ==, BACK);
      g_assert_cmpstr (second, ==, large->str);
      g_assert_null (read_back (g_bytes_get_data (none, NULL), g_bytes_get_size (none), &error));
      g_assert_error (error, QN_PAYLOAD_ERROR, 0);
      g_assert_nonnull (strstr (error->message, "carries no experiment"));
    }
}

static void
test_table (void)
{
  g_autofree char *sealed = qn_payload_seal (TEXT), *csv = g_strconcat ("# a\n", QN_PAYLOAD_COMMENT, sealed, "\r\nx,y\n1,2\n", NULL), *text = read_back (csv, strlen (csv), NULL);
  g_autofree char *other = read_back ("{\"quench\": 1}", 13, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (text, ==, BACK);
  g_assert_cmpstr (other, ==, "{\"quench\": 1}");
  g_assert_null (read_back ("# a\nx,y\n# experiment: late\n", 27, &error));
  g_assert_error (error, QN_PAYLOAD_ERROR, 0);
}

/* One digit of the text is another; the digest is cut; the file ends anywhere. */
static void
test_changed (void)
{
  for (QnExportFormat format = QN_EXPORT_SVG; format <= QN_EXPORT_PDF; format++)
    {
      g_autoptr (GBytes) bytes = picture (format, "{\"x\": 0.1}");
      g_autofree char *copy = g_memdup2 (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
      char *digit = memmem (copy, g_bytes_get_size (bytes), "0.1}", 4);
      g_autoptr (GError) error = NULL;

      g_assert_nonnull (digit);
      digit[2] = '7';
      g_assert_null (read_back (copy, g_bytes_get_size (bytes), &error));
      g_assert_nonnull (strstr (error->message, "changed after Quench wrote it"));
    }
  for (QnExportFormat format = QN_EXPORT_SVG; format <= QN_EXPORT_PNG; format++)
    {
      g_autoptr (GBytes) bytes = picture (format, TEXT);

      for (gsize size = 0; size < g_bytes_get_size (bytes); size += 7)
        {
          g_autofree char *copy = g_memdup2 (g_bytes_get_data (bytes, NULL), size); /* of its own, so that a read past its end is seen */
          g_autoptr (GError) error = NULL;
          g_autofree char *text = read_back (copy, size, &error);

          g_assert_true (error || g_str_equal (text, BACK) || size < 8);
        }
    }
}

/* Entities that grow, files that are named, depth, a wrong chunk length: refused or read over, at once. */
static void
test_hostile (void)
{
  static const char *const files[] = {
    "<!DOCTYPE s [<!ENTITY a \"xxxxxxxxxxxxxxxxxxxx\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\"><!ENTITY d \"&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;\">]>"
    "<svg><experiment xmlns='" QN_PAYLOAD_NAMESPACE "'>&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;</experiment></svg>",
    "<!DOCTYPE s [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><svg><experiment xmlns='" QN_PAYLOAD_NAMESPACE "'>&a;</experiment></svg>",
    "<svg><experiment xmlns='" QN_PAYLOAD_NAMESPACE "'/></svg>",
    "<svg><experiment>sha256:</experiment></svg>",
    "<",
    "%PDF-1.4 /Keywords (sha256:\\",
    "%PDF-1.4 /Keywords (sha256:0)",
    "#",
    "# experiment: ",
  };
  static const guchar png[] = "\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\x7f\xff\xff\xff\x7f\xff\xff\xff\x08\x06\0\0\0\0\0\0\0\x7f\xff\xff\xfftEXtQuench";

  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (read_back (files[i], strlen (files[i]), &error));
      g_assert_error (error, QN_PAYLOAD_ERROR, 0);
      g_assert_null (strstr (error->message, "root"));
    }
  for (gsize size = 8; size <= sizeof png; size++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (read_back (png, size, &error));
    }
}

/* The physical size is the same in every format, to the pixel. */
static void
test_size (void)
{
  QnExportOptions options = { 86 * QN_MM, 64.5 * QN_MM, 600, qn_color_hex (0xffffff), NULL };
  g_autoptr (GBytes) svg = qn_export_bytes (QN_EXPORT_SVG, &options, draw, NULL, NULL), pdf = qn_export_bytes (QN_EXPORT_PDF, &options, draw, NULL, NULL);
  g_autoptr (GBytes) png = qn_export_bytes (QN_EXPORT_PNG, &options, draw, NULL, NULL);
  const guchar *p = g_bytes_get_data (png, NULL), *density = memmem (p, g_bytes_get_size (png), "pHYs", 4);
  const char *box = memmem (g_bytes_get_data (pdf, NULL), g_bytes_get_size (pdf), "/MediaBox [ 0 0 ", 16);

  g_assert_nonnull (strstr (g_bytes_get_data (svg, NULL), "width=\"243.78pt\" height=\"182.835pt\""));
  g_assert_nonnull (box);
  g_assert_cmpfloat_with_epsilon (g_ascii_strtod (box + 16, NULL) * 25.4 / 72, 86, 0.005);
  g_assert_cmpint (p[16] << 24 | p[17] << 16 | p[18] << 8 | p[19], ==, 2031); /* 86 mm at 600 dpi: 2031.496 */
  g_assert_nonnull (density);
  g_assert_cmpint (density[4] << 24 | density[5] << 16 | density[6] << 8 | density[7], ==, 23622);
  g_assert_cmpint (p[25], ==, 2); /* no alpha: edges are opaque */
}

/* A decimal comma stands between digits only. */
static void
test_decimal (void)
{
  QnExportOptions options = { 120, 80, 0, { 0 }, NULL, .text = TRUE, .decimal = ',' };
  g_autoptr (GBytes) comma = qn_export_bytes (QN_EXPORT_SVG, &options, draw, NULL, NULL), point = NULL;

  options.decimal = 0;
  point = qn_export_bytes (QN_EXPORT_SVG, &options, draw, NULL, NULL);
  g_assert_nonnull (strstr (g_bytes_get_data (comma, NULL), ">0,25 1,5<"));
  g_assert_nonnull (strstr (g_bytes_get_data (point, NULL), ">0.25 1.5<"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/payload/there-and-back", test_there_and_back);
  g_test_add_func ("/payload/table", test_table);
  g_test_add_func ("/payload/changed", test_changed);
  g_test_add_func ("/payload/hostile", test_hostile);
  g_test_add_func ("/export/size", test_size);
  g_test_add_func ("/export/decimal", test_decimal);
  return g_test_run ();
}
