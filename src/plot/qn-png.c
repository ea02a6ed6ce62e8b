/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plot/qn-png.h"

#include <math.h>

#include <png.h>
#include <setjmp.h>

#include "plot/qn-payload.h"

#define METRES_AN_INCH 0.0254

static void
append (png_structp png, png_bytep data, png_size_t length)
{
  g_byte_array_append (png_get_io_ptr (png), data, (guint) length);
}

static void
flush (png_structp png)
{
}

/* From Cairo's premultiplied native words to PNG's straight bytes. */
static void
convert_row (const guint32 *from, guchar *to, int width, gboolean opaque)
{
  for (int x = 0; x < width; x++)
    {
      guint32 p = from[x], a = p >> 24;

      for (int shift = 16; shift >= 0; shift -= 8)
        {
          guint32 v = p >> shift & 0xff;

          *to++ = (guchar) (opaque || a == 255 || a == 0 ? v : MIN (255, (v * 255 + a / 2) / a));
        }
      if (!opaque)
        *to++ = (guchar) a;
    }
}

static void
add_texts (png_structp png, png_infop info, const char *title, const char *payload)
{
  const struct { const char *key, *text; } texts[] = { { "Title", title }, { "Software", "Quench " QN_VERSION }, { QN_PAYLOAD_KEY, payload } };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      png_text text = { .compression = PNG_ITXT_COMPRESSION_NONE, .key = (char *) texts[i].key, .text = (char *) texts[i].text };

      if (texts[i].text)
        png_set_text (png, info, &text, 1);
    }
}

gboolean
qn_png_append (GByteArray *out, cairo_surface_t *surface, double dpi, gboolean opaque, const char *title, const char *payload)
{
  png_structp png = png_create_write_struct (PNG_LIBPNG_VER_STRING, NULL, NULL, NULL);
  png_infop info = png_create_info_struct (png);
  int width = cairo_image_surface_get_width (surface), height = cairo_image_surface_get_height (surface);
  const guchar *pixels = cairo_image_surface_get_data (surface);
  g_autofree guchar *row = g_malloc ((gsize) width * 4);
  png_uint_32 density = (png_uint_32) lround (dpi / METRES_AN_INCH);
  gboolean ok = setjmp (png_jmpbuf (png)) == 0;

  cairo_surface_flush (surface);
  if (ok)
    {
      png_set_write_fn (png, out, append, flush);
      png_set_IHDR (png, info, (png_uint_32) width, (png_uint_32) height, 8, opaque ? PNG_COLOR_TYPE_RGB : PNG_COLOR_TYPE_RGB_ALPHA, PNG_INTERLACE_NONE,
                    PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
      png_set_pHYs (png, info, density, density, PNG_RESOLUTION_METER);
      add_texts (png, info, title, payload);
      png_write_info (png, info);
      for (int y = 0; y < height; y++)
        {
          convert_row ((const guint32 *) (pixels + (gsize) y * cairo_image_surface_get_stride (surface)), row, width, opaque);
          png_write_row (png, row);
        }
      png_write_end (png, NULL);
    }
  png_destroy_write_struct (&png, &info);
  return ok;
}
