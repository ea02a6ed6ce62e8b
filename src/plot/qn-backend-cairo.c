/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plot/qn-canvas-private.h"

#include <math.h>
#include <string.h>

#include <pango/pangocairo.h>

static void
add_stops (cairo_pattern_t *pattern, const QnSource *source)
{
  for (int i = 0; i < source->n_stops; i++)
    {
      const QnStop *stop = &source->stop[i];

      cairo_pattern_add_color_stop_rgba (pattern, stop->offset, stop->color.r, stop->color.g, stop->color.b, stop->color.a);
    }
}

static void
set_pattern (cairo_t *cr, cairo_pattern_t *pattern, const QnSource *source)
{
  add_stops (pattern, source);
  cairo_set_source (cr, pattern);
  cairo_pattern_destroy (pattern);
}

static void
apply_source (QnCanvas *canvas)
{
  const QnSource *s = &canvas->source;

  if (s->kind == QN_SOURCE_LINEAR)
    set_pattern (canvas->cr, cairo_pattern_create_linear (s->a[0], s->a[1], s->a[2], s->a[3]), s);
  else if (s->kind == QN_SOURCE_RADIAL)
    set_pattern (canvas->cr, cairo_pattern_create_radial (s->a[3], s->a[4], 0, s->a[0], s->a[1], s->a[2]), s);
  else
    cairo_set_source_rgba (canvas->cr, s->color.r, s->color.g, s->color.b, s->color.a);
}

/* Lines through the clipped path rather than a pattern: sharp in every target. */
static void
fill_hatched (QnCanvas *canvas)
{
  cairo_t *cr = canvas->cr;
  double x0, y0, x1, y1, step = canvas->source.a[0];
  cairo_path_t *path = cairo_copy_path (cr);

  cairo_path_extents (cr, &x0, &y0, &x1, &y1);
  cairo_save (cr);
  cairo_clip (cr);
  apply_source (canvas);
  cairo_set_line_width (cr, MAX (0.5, step / 6));
  cairo_set_dash (cr, NULL, 0, 0);
  for (double d = floor ((x0 + y0) / step) * step; d <= x1 + y1; d += step)
    {
      cairo_move_to (cr, d - y0, y0);
      cairo_line_to (cr, d - y1, y1);
    }
  cairo_stroke (cr);
  cairo_restore (cr);
  cairo_append_path (cr, path);
  cairo_path_destroy (path);
}

static void
backend_fill (QnCanvas *canvas)
{
  if (canvas->source.kind == QN_SOURCE_HATCH)
    {
      fill_hatched (canvas);
      return;
    }
  apply_source (canvas);
  cairo_fill_preserve (canvas->cr);
}

static void
backend_stroke (QnCanvas *canvas)
{
  apply_source (canvas);
  cairo_stroke (canvas->cr);
}

static void
backend_clip (QnCanvas *canvas, double x, double y, double width, double height)
{
  cairo_new_path (canvas->cr);
  cairo_rectangle (canvas->cr, x, y, width, height);
  cairo_clip (canvas->cr);
}

static void
backend_nothing (QnCanvas *canvas)
{
}

static void
backend_image (QnCanvas *canvas, const guint32 *pixels, int width, int height, QnRect to)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);

  cairo_surface_flush (surface);
  for (int row = 0; row < height; row++)
    memcpy (cairo_image_surface_get_data (surface) + row * cairo_image_surface_get_stride (surface), pixels + row * width, sizeof *pixels * width);
  cairo_surface_mark_dirty (surface);
  cairo_save (canvas->cr);
  cairo_translate (canvas->cr, to.x, to.y);
  cairo_scale (canvas->cr, to.width / width, to.height / height);
  cairo_set_source_surface (canvas->cr, surface, 0, 0);
  cairo_pattern_set_filter (cairo_get_source (canvas->cr), CAIRO_FILTER_NEAREST);
  cairo_paint (canvas->cr);
  cairo_restore (canvas->cr);
  cairo_surface_destroy (surface);
}

static void
backend_text (QnCanvas *canvas, PangoLayout *layout, double x, double y)
{
  apply_source (canvas);
  cairo_move_to (canvas->cr, x, y);
  pango_cairo_show_layout (canvas->cr, layout);
  cairo_new_path (canvas->cr);
}

const QnBackend qn_backend_cairo = {
  .fill = backend_fill,
  .stroke = backend_stroke,
  .clip = backend_clip,
  .save = backend_nothing,
  .restore = backend_nothing,
  .image = backend_image,
  .text = backend_text,
};
