/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plot/qn-export.h"

#include <math.h>
#include <string.h>

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>

#include "plot/qn-png.h"

G_DEFINE_QUARK (qn-export-error-quark, qn_export_error)

#define FIXED_DATE "2000-01-01T00:00:00Z" /* figures carry no date, so that equal figures are equal files */
#define LARGEST_PIXELS 32000

gboolean
qn_export_format_from_path (const char *path, QnExportFormat *format, GError **error)
{
  static const char *const extension[] = { [QN_EXPORT_SVG] = "svg", [QN_EXPORT_PDF] = "pdf", [QN_EXPORT_PNG] = "png" };
  const char *dot = strrchr (path, '.');

  for (guint i = 0; i < G_N_ELEMENTS (extension); i++)
    if (g_ascii_strcasecmp (dot ? dot + 1 : path, extension[i]) == 0)
      {
        *format = i;
        return TRUE;
      }
  g_set_error (error, QN_EXPORT_ERROR, 0, _ ("%s: the name ends in no picture format; allowed: .svg, .pdf, .png"), path);
  return FALSE;
}

static cairo_status_t
collect (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static void
paint (QnCanvas *canvas, const QnExportOptions *options, QnDrawFunc draw, gpointer data)
{
  qn_canvas_set_manner (canvas, options->line > 0 ? options->line : 1, options->decimal);
  if (options->background.a > 0)
    {
      qn_canvas_rect (canvas, 0, 0, options->width, options->height);
      qn_canvas_set_color (canvas, options->background);
      qn_canvas_fill (canvas);
    }
  draw (canvas, options->width, options->height, data);
}

static gboolean
check (cairo_status_t status, GError **error)
{
  if (status == CAIRO_STATUS_SUCCESS)
    return TRUE;
  g_set_error (error, QN_EXPORT_ERROR, 0, _ ("the picture cannot be drawn: %s"), cairo_status_to_string (status));
  return FALSE;
}

static gboolean
paint_surface (cairo_surface_t *surface, const double scale[2], const QnExportOptions *options, QnDrawFunc draw, gpointer data, GError **error)
{
  cairo_t *cr = cairo_create (surface);
  QnCanvas *canvas;
  cairo_status_t status;

  cairo_scale (cr, scale[0], scale[1]);
  canvas = qn_canvas_new_cairo (cr);
  paint (canvas, options, draw, data);
  qn_canvas_free (canvas);
  cairo_show_page (cr);
  status = cairo_status (cr);
  cairo_destroy (cr);
  return check (status, error);
}

static gboolean
to_png (GByteArray *out, const QnExportOptions *options, QnDrawFunc draw, gpointer data, GError **error)
{
  double dpi = options->dpi > 0 ? options->dpi : 96, scale = dpi / 72, x = round (options->width * scale), y = round (options->height * scale);
  int width = (int) MAX (x, 1), height = (int) MAX (y, 1);
  gboolean opaque = options->background.a >= 1, ok;
  cairo_surface_t *surface;

  if (width > LARGEST_PIXELS || height > LARGEST_PIXELS)
    {
      g_set_error (error, QN_EXPORT_ERROR, 0, _ ("a picture of %d × %d pixels is too large; allowed: up to %d each way"), width, height, LARGEST_PIXELS);
      return FALSE;
    }
  surface = cairo_image_surface_create (opaque ? CAIRO_FORMAT_RGB24 : CAIRO_FORMAT_ARGB32, width, height);
  ok = paint_surface (surface, (double[]) { width / options->width, height / options->height }, options, draw, data, error);
  if (ok && !qn_png_append (out, surface, dpi, opaque, options->title, options->payload))
    ok = check (CAIRO_STATUS_NO_MEMORY, error);
  cairo_surface_destroy (surface);
  return ok;
}

static gboolean
to_pdf (GByteArray *out, const QnExportOptions *options, QnDrawFunc draw, gpointer data, GError **error)
{
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (collect, out, options->width, options->height);
  gboolean ok;

  cairo_pdf_surface_restrict_to_version (surface, CAIRO_PDF_VERSION_1_4); /* later ones pack keywords where nobody finds them */
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, FIXED_DATE);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_MOD_DATE, FIXED_DATE);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Quench");
  if (options->title)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, options->title);
  if (options->payload)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_KEYWORDS, options->payload);
  ok = paint_surface (surface, (double[]) { 1, 1 }, options, draw, data, error);
  cairo_surface_finish (surface);
  ok = ok && check (cairo_surface_status (surface), error);
  cairo_surface_destroy (surface);
  return ok;
}

static GBytes *
to_svg (const QnExportOptions *options, QnDrawFunc draw, gpointer data)
{
  g_autoptr (QnCanvas) canvas = qn_canvas_new_svg (options->width, options->height);

  qn_canvas_set_svg_document (canvas, &(QnSvgDocument) { options->title, options->payload, options->text });
  paint (canvas, options, draw, data);
  return qn_canvas_finish_svg (canvas);
}

GBytes *
qn_export_bytes (QnExportFormat format, const QnExportOptions *options, QnDrawFunc draw, gpointer data, GError **error)
{
  g_autoptr (GByteArray) out = g_byte_array_new ();
  gboolean ok;

  if (!(options->width >= 1 && options->height >= 1 && options->width <= LARGEST_PIXELS && options->height <= LARGEST_PIXELS))
    {
      g_set_error (error, QN_EXPORT_ERROR, 0, _ ("size: %g × %g is not allowed; allowed: 1 to %d each way"), options->width, options->height, LARGEST_PIXELS);
      return NULL;
    }
  if (format == QN_EXPORT_SVG)
    return to_svg (options, draw, data);
  ok = format == QN_EXPORT_PNG ? to_png (out, options, draw, data, error) : to_pdf (out, options, draw, data, error);
  return ok ? g_byte_array_free_to_bytes (g_steal_pointer (&out)) : NULL;
}
