/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <glib.h>
#include <pango/pango.h>

G_BEGIN_DECLS

/* A thin drawing surface: path, stroke, fill, clip, image, Pango text. The same
 * drawing function serves the screen, PNG and PDF (Cairo backend) and SVG (own
 * backend, which can keep text as text and is the same with every Cairo).
 * Coordinates are points, y down, origin at the top left. A canvas belongs to
 * one thread. */
typedef struct _QnCanvas QnCanvas;

typedef struct
{
  double r, g, b, a;
} QnColor;

QnCanvas *qn_canvas_new_cairo (cairo_t *cr);                   /* borrows a reference of cr */
QnCanvas *qn_canvas_new_svg   (double width, double height);
GBytes   *qn_canvas_finish_svg (QnCanvas *canvas);             /* the document; byte-identical for identical drawing */

typedef struct
{
  const char *title, *payload; /* NULL: none; see plot/qn-payload.h */
  gboolean text;               /* letters stay text instead of outlines */
} QnSvgDocument;

void      qn_canvas_set_svg_document (QnCanvas *canvas, const QnSvgDocument *document);
/* All lines are drawn `line` times as wide; `decimal` stands between digits where a text has a point, 0: the point. Before any drawing. */
void      qn_canvas_set_manner (QnCanvas *canvas, double line, char decimal);
void      qn_canvas_free      (QnCanvas *canvas);

void qn_canvas_save      (QnCanvas *canvas);
void qn_canvas_restore   (QnCanvas *canvas);
void qn_canvas_translate (QnCanvas *canvas, double x, double y);
void qn_canvas_rotate    (QnCanvas *canvas, double radians);
void qn_canvas_clip_rect (QnCanvas *canvas, double x, double y, double width, double height);

void qn_canvas_move_to   (QnCanvas *canvas, double x, double y);
void qn_canvas_line_to   (QnCanvas *canvas, double x, double y);
void qn_canvas_arc       (QnCanvas *canvas, double x, double y, double radius, double from, double to); /* clockwise on screen; new sub-path unless joined */
void qn_canvas_rect      (QnCanvas *canvas, double x, double y, double width, double height);
void qn_canvas_rounded_rect (QnCanvas *canvas, double x, double y, double width, double height, double radius);
void qn_canvas_close     (QnCanvas *canvas);

void qn_canvas_set_color (QnCanvas *canvas, QnColor color);

typedef struct
{
  double offset;      /* 0..1 */
  QnColor color;
} QnStop;

/* From one end x0, y0, x1, y1 to the other; from a focus x, y to a circle x, y, radius. */
void qn_canvas_set_linear_gradient (QnCanvas *canvas, const double ends[4], const QnStop *stops, int n);
void qn_canvas_set_radial_gradient (QnCanvas *canvas, const double circle[3], const double focus[2], const QnStop *stops, int n);
void qn_canvas_set_hatch (QnCanvas *canvas, QnColor color, double spacing); /* diagonal lines as fill source */
void qn_canvas_set_line  (QnCanvas *canvas, double width, const double *dash, int n_dash); /* round joins and caps */

void qn_canvas_stroke    (QnCanvas *canvas);          /* consumes the path */
void qn_canvas_fill      (QnCanvas *canvas);          /* consumes the path */
void qn_canvas_fill_preserve (QnCanvas *canvas);

typedef struct
{
  double x, y, width, height;
} QnRect;

/* An image of width x height ARGB32 premultiplied pixels into a rectangle, nearest-neighbour. */
void qn_canvas_image     (QnCanvas *canvas, const guint32 *pixels, int width, int height, QnRect to);

typedef enum { QN_ALIGN_START, QN_ALIGN_CENTER, QN_ALIGN_END } QnAlign;

/* A point that a text is anchored at, and which end or middle of it. */
typedef struct
{
  double x, y;
  QnAlign horizontal, vertical;
} QnSpot;

/* Pango markup, single line unless it has line breaks, `size` in points of the
 * canvas. Anchored at a spot (vertical CENTER
 * centres the ink of a digit, so that labels sit straight beside ticks). Digits
 * are tabular. Returns in *box (may be NULL) where the text came to stand,
 * unrotated. */
void qn_canvas_text      (QnCanvas *canvas, const char *markup, double size, gboolean bold, QnSpot at, QnRect *box);
void qn_canvas_measure   (QnCanvas *canvas, const char *markup, double size, gboolean bold, double *width, double *height);

/* Every text drawn so far with its box in canvas units, for tests that look for clipped or
 * overlapping labels. Off unless asked for. The array is the canvas's. */
typedef struct
{
  char *text;
  QnRect box;
  QnColor color;
} QnTextRecord;

/* `hide`: texts are recorded and not drawn, so that what they stand on can be seen. */
void qn_canvas_record_text (QnCanvas *canvas, gboolean record);
void qn_canvas_hide_text   (QnCanvas *canvas, gboolean hide);
const GPtrArray *qn_canvas_recorded_text (QnCanvas *canvas);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QnCanvas, qn_canvas_free)

G_END_DECLS
