/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plot/qn-canvas-private.h"

#include <math.h>
#include <string.h>

#include <pango/pangocairo.h>

#define FONT "Cantarell, Inter, Noto Sans, DejaVu Sans, sans-serif"

static void
record_free (gpointer data)
{
  QnTextRecord *record = data;

  g_free (record->text);
  g_free (record);
}

/* One context a thread for all canvases: font lookup is what costs. */
static PangoContext *
shared_context (void)
{
  static GPrivate key = G_PRIVATE_INIT (g_object_unref);
  PangoContext *context = g_private_get (&key);

  if (!context)
    {
      cairo_font_options_t *options = cairo_font_options_create ();

      context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
      cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
      cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
      cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
      pango_cairo_context_set_font_options (context, options);
      pango_cairo_context_set_resolution (context, 72); /* one point is one unit of the canvas */
      pango_context_set_round_glyph_positions (context, FALSE);
      cairo_font_options_destroy (options);
      g_private_set (&key, context);
    }
  return context;
}

/* Layouts live as long as the thread: a figure asks for the same few hundred over and over. */
static GHashTable *
shared_layouts (void)
{
  static GPrivate key = G_PRIVATE_INIT ((GDestroyNotify) g_hash_table_unref);
  GHashTable *layouts = g_private_get (&key);

  if (!layouts)
    {
      layouts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
      g_private_set (&key, layouts);
    }
  if (g_hash_table_size (layouts) > 2000)
    g_hash_table_remove_all (layouts);
  return layouts;
}

static QnCanvas *
canvas_new (const QnBackend *backend, cairo_t *cr)
{
  QnCanvas *canvas = g_new0 (QnCanvas, 1);

  canvas->backend = backend;
  canvas->cr = cr;
  canvas->context = shared_context ();
  canvas->layouts = shared_layouts ();
  canvas->line_width = canvas->line_scale = 1;
  canvas->source.color = (QnColor) { 0, 0, 0, 1 };
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  return canvas;
}

QnCanvas *
qn_canvas_new_cairo (cairo_t *cr)
{
  return canvas_new (&qn_backend_cairo, cairo_reference (cr));
}

QnCanvas *
qn_canvas_new_svg (double width, double height)
{
  cairo_surface_t *nowhere = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  QnCanvas *canvas = canvas_new (&qn_backend_svg, cairo_create (nowhere));

  cairo_surface_destroy (nowhere);
  canvas->width = width;
  canvas->height = height;
  canvas->body = g_string_new (NULL);
  canvas->defs = g_string_new (NULL);
  return canvas;
}

void
qn_canvas_set_svg_document (QnCanvas *canvas, const QnSvgDocument *document)
{
  g_free (canvas->title);
  g_free (canvas->payload);
  canvas->title = document->title ? g_markup_escape_text (document->title, -1) : NULL;
  canvas->payload = document->payload ? g_markup_escape_text (document->payload, -1) : NULL;
  canvas->text = document->text;
}

void
qn_canvas_set_manner (QnCanvas *canvas, double line, char decimal)
{
  canvas->line_scale = line;
  canvas->decimal = decimal;
}

void
qn_canvas_free (QnCanvas *canvas)
{
  if (!canvas)
    return;
  cairo_destroy (canvas->cr);
  g_clear_pointer (&canvas->records, g_ptr_array_unref);
  g_free (canvas->title);
  g_free (canvas->payload);
  if (canvas->body)
    g_string_free (canvas->body, TRUE);
  if (canvas->defs)
    g_string_free (canvas->defs, TRUE);
  g_free (canvas);
}

void
qn_canvas_save (QnCanvas *canvas)
{
  cairo_save (canvas->cr);
  canvas->backend->save (canvas);
}

void
qn_canvas_restore (QnCanvas *canvas)
{
  canvas->backend->restore (canvas);
  cairo_restore (canvas->cr);
}

void
qn_canvas_translate (QnCanvas *canvas, double x, double y)
{
  cairo_translate (canvas->cr, x, y);
}

void
qn_canvas_rotate (QnCanvas *canvas, double radians)
{
  cairo_rotate (canvas->cr, radians);
}

void
qn_canvas_clip_rect (QnCanvas *canvas, double x, double y, double width, double height)
{
  canvas->backend->clip (canvas, x, y, width, height);
}

void
qn_canvas_move_to (QnCanvas *canvas, double x, double y)
{
  cairo_move_to (canvas->cr, x, y);
}

void
qn_canvas_line_to (QnCanvas *canvas, double x, double y)
{
  cairo_line_to (canvas->cr, x, y);
}

void
qn_canvas_arc (QnCanvas *canvas, double x, double y, double radius, double from, double to)
{
  if (!cairo_has_current_point (canvas->cr))
    cairo_new_sub_path (canvas->cr);
  cairo_arc (canvas->cr, x, y, radius, from, to);
}

void
qn_canvas_rect (QnCanvas *canvas, double x, double y, double width, double height)
{
  cairo_rectangle (canvas->cr, x, y, width, height);
}

void
qn_canvas_rounded_rect (QnCanvas *canvas, double x, double y, double width, double height, double radius)
{
  double r = MIN (radius, MIN (fabs (width), fabs (height)) / 2);

  cairo_new_sub_path (canvas->cr);
  cairo_arc (canvas->cr, x + width - r, y + r, r, -G_PI_2, 0);
  cairo_arc (canvas->cr, x + width - r, y + height - r, r, 0, G_PI_2);
  cairo_arc (canvas->cr, x + r, y + height - r, r, G_PI_2, G_PI);
  cairo_arc (canvas->cr, x + r, y + r, r, G_PI, 1.5 * G_PI);
  cairo_close_path (canvas->cr);
}

void
qn_canvas_close (QnCanvas *canvas)
{
  cairo_close_path (canvas->cr);
}

void
qn_canvas_set_color (QnCanvas *canvas, QnColor color)
{
  canvas->source.kind = QN_SOURCE_COLOR;
  canvas->source.color = color;
}

static void
set_stops (QnCanvas *canvas, const QnStop *stops, int n)
{
  g_return_if_fail (n <= QN_MAX_STOPS);
  canvas->source.n_stops = n;
  memcpy (canvas->source.stop, stops, sizeof *stops * n);
}

void
qn_canvas_set_linear_gradient (QnCanvas *canvas, const double ends[4], const QnStop *stops, int n)
{
  canvas->source = (QnSource) { .kind = QN_SOURCE_LINEAR, .a = { ends[0], ends[1], ends[2], ends[3] } };
  set_stops (canvas, stops, n);
}

void
qn_canvas_set_radial_gradient (QnCanvas *canvas, const double circle[3], const double focus[2], const QnStop *stops, int n)
{
  canvas->source = (QnSource) { .kind = QN_SOURCE_RADIAL, .a = { circle[0], circle[1], circle[2], focus[0], focus[1] } };
  set_stops (canvas, stops, n);
}

void
qn_canvas_set_hatch (QnCanvas *canvas, QnColor color, double spacing)
{
  canvas->source = (QnSource) { .kind = QN_SOURCE_HATCH, .color = color, .a = { MAX (spacing, 1) } };
}

void
qn_canvas_set_line (QnCanvas *canvas, double width, const double *dash, int n_dash)
{
  g_return_if_fail (n_dash <= (int) G_N_ELEMENTS (canvas->dash));
  width *= canvas->line_scale;
  canvas->line_width = width;
  canvas->n_dash = n_dash;
  if (n_dash)
    memcpy (canvas->dash, dash, sizeof *dash * n_dash);
  cairo_set_line_width (canvas->cr, width);
  cairo_set_dash (canvas->cr, dash, n_dash, 0);
}

void
qn_canvas_stroke (QnCanvas *canvas)
{
  canvas->backend->stroke (canvas);
  cairo_new_path (canvas->cr);
}

void
qn_canvas_fill (QnCanvas *canvas)
{
  qn_canvas_fill_preserve (canvas);
  cairo_new_path (canvas->cr);
}

void
qn_canvas_fill_preserve (QnCanvas *canvas)
{
  canvas->backend->fill (canvas);
}

void
qn_canvas_image (QnCanvas *canvas, const guint32 *pixels, int width, int height, QnRect to)
{
  canvas->backend->image (canvas, pixels, width, height, to);
}

/* A point between digits is a decimal one. */
static char *
with_decimal (const char *markup, char decimal)
{
  char *text = g_strdup (markup);

  for (char *p = text; decimal && *p; p++)
    if (*p == '.' && p > text && g_ascii_isdigit (p[-1]) && g_ascii_isdigit (p[1]))
      *p = decimal;
  return text;
}

static PangoLayout *
layout_for (QnCanvas *canvas, const char *original, double size, gboolean bold)
{
  g_autofree char *markup = with_decimal (original, canvas->decimal);
  g_autofree char *key = g_strdup_printf ("%d|%d|%s", (int) lround (size * PANGO_SCALE), bold, markup);
  PangoLayout *layout = g_hash_table_lookup (canvas->layouts, key);
  g_autoptr (PangoAttrList) attributes = NULL;
  PangoFontDescription *font;
  g_autofree char *text = NULL;

  if (layout)
    return layout;
  layout = pango_layout_new (canvas->context);
  font = pango_font_description_from_string (FONT);
  pango_font_description_set_size (font, MAX (1, (int) lround (size * PANGO_SCALE))); /* of a canvas smaller than its margins less is asked */
  pango_font_description_set_weight (font, bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  if (!pango_parse_markup (markup, -1, 0, &attributes, &text, NULL, NULL))
    {
      text = g_strdup (markup);
      attributes = pango_attr_list_new ();
    }
  pango_attr_list_insert_before (attributes, pango_attr_font_features_new ("tnum=1"));
  pango_layout_set_text (layout, text, -1);
  pango_layout_set_attributes (layout, attributes);
  g_hash_table_insert (canvas->layouts, g_steal_pointer (&key), layout);
  return layout;
}

void
qn_canvas_measure (QnCanvas *canvas, const char *markup, double size, gboolean bold, double *width, double *height)
{
  PangoRectangle logical;

  pango_layout_get_extents (layout_for (canvas, markup, size, bold), NULL, &logical);
  if (width)
    *width = (double) logical.width / PANGO_SCALE;
  if (height)
    *height = (double) logical.height / PANGO_SCALE;
}

static double
aligned (double at, double extent, QnAlign align)
{
  return align == QN_ALIGN_START ? at : align == QN_ALIGN_CENTER ? at - extent / 2 : at - extent;
}

static void
record (QnCanvas *canvas, PangoLayout *layout, double x, double y, double width, double height)
{
  QnTextRecord *record = g_new0 (QnTextRecord, 1);
  double corner[4][2] = { { x, y }, { x + width, y }, { x, y + height }, { x + width, y + height } };
  double left = INFINITY, top = INFINITY, right = -INFINITY, bottom = -INFINITY;

  for (int i = 0; i < 4; i++)
    {
      cairo_user_to_device (canvas->cr, &corner[i][0], &corner[i][1]);
      left = MIN (left, corner[i][0]);
      right = MAX (right, corner[i][0]);
      top = MIN (top, corner[i][1]);
      bottom = MAX (bottom, corner[i][1]);
    }
  record->text = g_strdup (pango_layout_get_text (layout));
  record->box = (QnRect) { left, top, right - left, bottom - top };
  record->color = canvas->source.color;
  g_ptr_array_add (canvas->records, record);
}

void
qn_canvas_text (QnCanvas *canvas, const char *markup, double size, gboolean bold, QnSpot at, QnRect *box)
{
  PangoLayout *layout = layout_for (canvas, markup, size, bold);
  PangoRectangle logical;
  double width, height, left, top;
  int lines = pango_layout_get_line_count (layout);

  pango_layout_set_alignment (layout, at.horizontal == QN_ALIGN_START ? PANGO_ALIGN_LEFT : at.horizontal == QN_ALIGN_CENTER ? PANGO_ALIGN_CENTER : PANGO_ALIGN_RIGHT);
  pango_layout_get_extents (layout, NULL, &logical);
  width = (double) logical.width / PANGO_SCALE;
  height = (double) logical.height / PANGO_SCALE;
  left = aligned (at.x, width, at.horizontal);
  top = aligned (at.y, height, at.vertical);
  if (at.vertical == QN_ALIGN_CENTER) /* a digit's middle is 0.36 em above the baseline */
    top = at.y + 0.36 * size - (double) pango_layout_get_baseline (layout) / PANGO_SCALE - (lines > 1 ? (height - height / lines) / 2 : 0);
  if (box)
    *box = (QnRect) { left, top, width, height };
  if (canvas->records)
    record (canvas, layout, left, top, width, height);
  if (!canvas->hidden)
    canvas->backend->text (canvas, layout, left, top);
}

void
qn_canvas_record_text (QnCanvas *canvas, gboolean on)
{
  g_clear_pointer (&canvas->records, g_ptr_array_unref);
  if (on)
    canvas->records = g_ptr_array_new_with_free_func (record_free);
}

void
qn_canvas_hide_text (QnCanvas *canvas, gboolean hide)
{
  canvas->hidden = hide;
}

const GPtrArray *
qn_canvas_recorded_text (QnCanvas *canvas)
{
  return canvas->records;
}

GBytes *
qn_canvas_finish_svg (QnCanvas *canvas)
{
  g_return_val_if_fail (canvas->backend->finish, NULL);
  return canvas->backend->finish (canvas);
}
