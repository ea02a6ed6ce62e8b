/* SPDX-License-Identifier: GPL-3.0-or-later */

/* SVG, with letters as outlines or as text. Paths, transformations and layout are Cairo's and Pango's;
 * here they are only written down, with numbers that follow no locale. */

#include "plot/qn-canvas-private.h"

#include <math.h>
#include <string.h>

#include <pango/pangocairo.h>

#include "plot/qn-payload.h"

#define FONT "Cantarell, Inter, 'Noto Sans', 'DejaVu Sans', sans-serif"

static void
number (GString *out, double value)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE], *end;

  if (!isfinite (value))
    value = 0;
  g_ascii_formatd (text, sizeof text, "%.3f", value);
  end = text + strlen (text);
  while (end > text && end[-1] == '0')
    *--end = '\0';
  if (end > text && end[-1] == '.')
    *--end = '\0';
  g_string_append (out, g_str_equal (text, "-0") || !*text ? "0" : text);
}

static void
attribute (GString *out, const char *name, double value)
{
  g_string_append_printf (out, " %s=\"", name);
  number (out, value);
  g_string_append_c (out, '"');
}

static void
hex (GString *out, QnColor color)
{
  g_string_append_printf (out, "#%02x%02x%02x", (int) lround (color.r * 255), (int) lround (color.g * 255), (int) lround (color.b * 255));
}

static void
transform (QnCanvas *canvas, GString *out)
{
  cairo_matrix_t m;

  cairo_get_matrix (canvas->cr, &m);
  if (m.xx == 1 && m.yx == 0 && m.xy == 0 && m.yy == 1 && m.x0 == 0 && m.y0 == 0)
    return;
  g_string_append (out, " transform=\"matrix(");
  for (int i = 0; i < 6; i++)
    {
      double v[6] = { m.xx, m.yx, m.xy, m.yy, m.x0, m.y0 };

      if (i)
        g_string_append_c (out, ' ');
      number (out, v[i]);
    }
  g_string_append (out, ")\"");
}

static void
rectangle (QnCanvas *canvas, GString *out, QnRect rect)
{
  attribute (out, "x", rect.x);
  attribute (out, "y", rect.y);
  attribute (out, "width", rect.width);
  attribute (out, "height", rect.height);
  transform (canvas, out);
}

static void
path_data (QnCanvas *canvas, GString *out)
{
  static const struct { char letter; int points; } form[] = {
    [CAIRO_PATH_MOVE_TO] = { 'M', 1 }, [CAIRO_PATH_LINE_TO] = { 'L', 1 }, [CAIRO_PATH_CURVE_TO] = { 'C', 3 }, [CAIRO_PATH_CLOSE_PATH] = { 'Z', 0 },
  };
  cairo_path_t *path = cairo_copy_path (canvas->cr);

  g_string_append (out, " d=\"");
  for (int i = 0; i < path->num_data; i += path->data[i].header.length)
    {
      const cairo_path_data_t *d = &path->data[i];

      g_string_append_c (out, form[d->header.type].letter);
      for (int p = 1; p <= form[d->header.type].points; p++)
        {
          if (p > 1)
            g_string_append_c (out, ' ');
          number (out, d[p].point.x);
          g_string_append_c (out, ' ');
          number (out, d[p].point.y);
        }
    }
  g_string_append_c (out, '"');
  cairo_path_destroy (path);
}

static void
gradient (QnCanvas *canvas, int id)
{
  const QnSource *s = &canvas->source;
  GString *out = canvas->defs;
  gboolean linear = s->kind == QN_SOURCE_LINEAR;
  static const char *const names[2][5] = { { "cx", "cy", "r", "fx", "fy" }, { "x1", "y1", "x2", "y2", NULL } };

  g_string_append_printf (out, "<%sGradient id=\"g%d\" gradientUnits=\"userSpaceOnUse\"", linear ? "linear" : "radial", id);
  for (int i = 0; i < (linear ? 4 : 5); i++)
    attribute (out, names[linear][i], s->a[i]);
  g_string_append (out, ">");
  for (int i = 0; i < s->n_stops; i++)
    {
      g_string_append (out, "<stop");
      attribute (out, "offset", s->stop[i].offset);
      g_string_append (out, " stop-color=\"");
      hex (out, s->stop[i].color);
      g_string_append_c (out, '"');
      attribute (out, "stop-opacity", s->stop[i].color.a);
      g_string_append (out, "/>");
    }
  g_string_append_printf (out, "</%sGradient>\n", linear ? "linear" : "radial");
}

static void
hatch (QnCanvas *canvas, int id)
{
  GString *out = canvas->defs;
  double step = canvas->source.a[0], side = step / G_SQRT2;

  g_string_append_printf (out, "<pattern id=\"g%d\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\"", id);
  attribute (out, "width", side);
  attribute (out, "height", side);
  g_string_append (out, "><rect");
  attribute (out, "width", MAX (0.5, step / 6));
  attribute (out, "height", side);
  g_string_append (out, " fill=\"");
  hex (out, canvas->source.color);
  g_string_append_c (out, '"');
  attribute (out, "fill-opacity", canvas->source.color.a);
  g_string_append (out, "/></pattern>\n");
}

/* name is "fill" or "stroke". */
static void
paint (QnCanvas *canvas, GString *out, const char *name)
{
  const QnSource *s = &canvas->source;

  if (s->kind == QN_SOURCE_COLOR)
    {
      g_string_append_printf (out, " %s=\"", name);
      hex (out, s->color);
      g_string_append_c (out, '"');
      if (s->color.a < 1)
        {
          g_string_append_printf (out, " %s-opacity=\"", name);
          number (out, s->color.a);
          g_string_append_c (out, '"');
        }
      return;
    }
  if (s->kind == QN_SOURCE_HATCH)
    hatch (canvas, ++canvas->n_defs);
  else
    gradient (canvas, ++canvas->n_defs);
  g_string_append_printf (out, " %s=\"url(#g%d)\"", name, canvas->n_defs);
}

/* Cairo hands paths out in user space, so the present transformation goes along. */
static void
backend_fill (QnCanvas *canvas)
{
  g_string_append (canvas->body, "<path");
  transform (canvas, canvas->body);
  path_data (canvas, canvas->body);
  paint (canvas, canvas->body, "fill");
  g_string_append (canvas->body, "/>\n");
}

static void
backend_stroke (QnCanvas *canvas)
{
  GString *out = canvas->body;

  g_string_append (out, "<path");
  transform (canvas, out);
  path_data (canvas, out);
  g_string_append (out, " fill=\"none\"");
  paint (canvas, out, "stroke");
  attribute (out, "stroke-width", canvas->line_width);
  if (canvas->n_dash)
    {
      g_string_append (out, " stroke-dasharray=\"");
      for (int i = 0; i < canvas->n_dash; i++)
        {
          if (i)
            g_string_append_c (out, ' ');
          number (out, canvas->dash[i]);
        }
      g_string_append_c (out, '"');
    }
  g_string_append (out, "/>\n");
}

static void
backend_clip (QnCanvas *canvas, double x, double y, double width, double height)
{
  GString *rect = g_string_new ("<rect");

  rectangle (canvas, rect, (QnRect) { x, y, width, height });
  g_string_append (rect, "/>");
  canvas->n_defs++;
  g_string_append_printf (canvas->defs, "<clipPath id=\"g%d\">%s</clipPath>\n", canvas->n_defs, rect->str);
  g_string_append_printf (canvas->body, "<g clip-path=\"url(#g%d)\">\n", canvas->n_defs);
  canvas->opened[canvas->depth]++;
  g_string_free (rect, TRUE);
  cairo_new_path (canvas->cr);
}

static void
backend_save (QnCanvas *canvas)
{
  g_return_if_fail (canvas->depth + 1 < (int) G_N_ELEMENTS (canvas->opened));
  canvas->opened[++canvas->depth] = 0;
}

static void
close_groups (QnCanvas *canvas)
{
  for (; canvas->opened[canvas->depth] > 0; canvas->opened[canvas->depth]--)
    g_string_append (canvas->body, "</g>\n");
}

static void
backend_restore (QnCanvas *canvas)
{
  close_groups (canvas);
  canvas->depth--;
  /* line settings are Cairo's to restore; ours follow it */
  canvas->line_width = cairo_get_line_width (canvas->cr);
}

static cairo_status_t
collect (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static void
backend_image (QnCanvas *canvas, const guint32 *pixels, int width, int height, QnRect to)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  g_autoptr (GByteArray) png = g_byte_array_new ();
  g_autofree char *base64 = NULL;

  cairo_surface_flush (surface);
  for (int row = 0; row < height; row++)
    memcpy (cairo_image_surface_get_data (surface) + row * cairo_image_surface_get_stride (surface), pixels + row * width, sizeof *pixels * width);
  cairo_surface_mark_dirty (surface);
  cairo_surface_write_to_png_stream (surface, collect, png);
  cairo_surface_destroy (surface);
  base64 = g_base64_encode (png->data, png->len);
  g_string_append (canvas->body, "<image preserveAspectRatio=\"none\" style=\"image-rendering:pixelated\"");
  rectangle (canvas, canvas->body, to);
  g_string_append_printf (canvas->body, " href=\"data:image/png;base64,%s\"/>\n", base64);
}

/* The place of a line: with another font it grows to the sides that its alignment leaves it. */
static void
begin_line (GString *out, PangoLayout *layout, PangoLayoutIter *iter, double x, double y)
{
  static const struct { const char *anchor; double share; } ends[] = {
    [PANGO_ALIGN_LEFT] = { "start", 0 }, [PANGO_ALIGN_CENTER] = { "middle", 0.5 }, [PANGO_ALIGN_RIGHT] = { "end", 1 },
  };
  PangoAlignment alignment = pango_layout_get_alignment (layout);
  PangoRectangle line;

  pango_layout_iter_get_line_extents (iter, NULL, &line);
  g_string_append (out, "<tspan");
  attribute (out, "x", x + (line.x + ends[alignment].share * line.width) / PANGO_SCALE);
  attribute (out, "y", y + (double) pango_layout_iter_get_baseline (iter) / PANGO_SCALE);
  g_string_append_printf (out, " text-anchor=\"%s\">", ends[alignment].anchor);
}

/* One tspan a run, which flows after the run before it; `raised` is how far below the line's baseline that one stood. */
static void
write_run (GString *out, PangoLayout *layout, PangoLayoutIter *iter, int *raised)
{
  PangoLayoutRun *run = pango_layout_iter_get_run_readonly (iter);
  int shift = pango_layout_iter_get_run_baseline (iter) - pango_layout_iter_get_baseline (iter);
  g_autoptr (PangoFontDescription) font = pango_font_describe (run->item->analysis.font);
  g_autofree char *escaped = g_markup_escape_text (pango_layout_get_text (layout) + run->item->offset, run->item->length);

  g_string_append (out, "<tspan");
  if (shift != *raised)
    attribute (out, "dy", (double) (shift - *raised) / PANGO_SCALE);
  attribute (out, "font-size", (double) pango_font_description_get_size (font) / PANGO_SCALE);
  if (pango_font_description_get_style (font) != PANGO_STYLE_NORMAL)
    g_string_append (out, " font-style=\"italic\"");
  if (pango_font_description_get_weight (font) >= PANGO_WEIGHT_SEMIBOLD)
    g_string_append (out, " font-weight=\"bold\"");
  g_string_append_printf (out, ">%s</tspan>", escaped);
  *raised = shift;
}

static void
write_lines (GString *out, PangoLayout *layout, double x, double y)
{
  PangoLayoutIter *iter = pango_layout_get_iter (layout);
  PangoLayoutLine *line = NULL;
  int raised = 0;

  do
    {
      PangoLayoutLine *present = pango_layout_iter_get_line_readonly (iter);

      if (!pango_layout_iter_get_run_readonly (iter))
        continue; /* a line's end */
      if (present != line)
        {
          g_string_append (out, line ? "</tspan>" : "");
          begin_line (out, layout, iter, x, y);
          line = present;
          raised = 0;
        }
      write_run (out, layout, iter, &raised);
    }
  while (pango_layout_iter_next_run (iter));
  g_string_append (out, line ? "</tspan>" : "");
  pango_layout_iter_free (iter);
}

/* Outlines are told in words, for who searches or listens. */
static void
write_outlines (QnCanvas *canvas, PangoLayout *layout, double x, double y)
{
  GString *out = canvas->body;
  g_autofree char *told = g_markup_escape_text (pango_layout_get_text (layout), -1);

  cairo_move_to (canvas->cr, x, y);
  pango_cairo_layout_path (canvas->cr, layout);
  g_string_append_printf (out, "<path role=\"img\" aria-label=\"%s\"", told);
  transform (canvas, out);
  path_data (canvas, out);
  paint (canvas, out, "fill");
  g_string_append (out, "/>\n");
  cairo_new_path (canvas->cr);
}

static void
backend_text (QnCanvas *canvas, PangoLayout *layout, double x, double y)
{
  GString *out = canvas->body;

  if (!canvas->text)
    {
      write_outlines (canvas, layout, x, y);
      return;
    }
  g_string_append (out, "<text xml:space=\"preserve\"");
  transform (canvas, out);
  paint (canvas, out, "fill");
  g_string_append (out, ">");
  write_lines (out, layout, x, y);
  g_string_append (out, "</text>\n");
}

static void
document_size (GString *out, const char *name, double points)
{
  g_string_append_printf (out, " %s=\"", name);
  number (out, points);
  g_string_append (out, "pt\"");
}

static GBytes *
finish (QnCanvas *canvas)
{
  GString *out = g_string_new ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\"");

  close_groups (canvas);
  document_size (out, "width", canvas->width);
  document_size (out, "height", canvas->height);
  g_string_append (out, " viewBox=\"0 0 ");
  number (out, canvas->width);
  g_string_append_c (out, ' ');
  number (out, canvas->height);
  g_string_append_printf (out, "\" font-family=\"%s\" stroke-linejoin=\"round\" stroke-linecap=\"round\" style=\"font-feature-settings:'tnum'\">\n", FONT);
  if (canvas->title)
    g_string_append_printf (out, "<title>%s</title>\n", canvas->title);
  if (canvas->payload)
    g_string_append_printf (out, "<metadata><experiment xmlns=\"%s\">%s</experiment></metadata>\n", QN_PAYLOAD_NAMESPACE, canvas->payload);
  if (canvas->defs->len)
    g_string_append_printf (out, "<defs>\n%s</defs>\n", canvas->defs->str);
  g_string_append_printf (out, "%s</svg>\n", canvas->body->str);
  return g_string_free_to_bytes (out);
}

const QnBackend qn_backend_svg = {
  .fill = backend_fill,
  .stroke = backend_stroke,
  .clip = backend_clip,
  .save = backend_save,
  .restore = backend_restore,
  .image = backend_image,
  .text = backend_text,
  .finish = finish,
};
