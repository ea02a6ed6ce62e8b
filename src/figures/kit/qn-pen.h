/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "figures/kit/qn-spacing.h"
#include "plot/qn-series.h"

G_BEGIN_DECLS

/* Names keep their place while they can: of each the candidate at which it was drawn last, counted from 1; 0: none yet. */
#define QN_PLACES 40

typedef struct
{
  guint16 of[QN_PLACES];
} QnPlaces;

/* Everything one drawing needs: the canvas, the theme, and which boxes are taken
 * already, so that labels of both layers keep clear of each other. */
typedef struct
{
  QnCanvas *canvas;
  const QnTheme *theme;
  double width, height;
  double text;          /* body text, points */
  double line;          /* line width */
  GArray *boxes;        /* QnRect: taken by text */
  QnPlaces *places;     /* where names stood when last drawn */
} QnPen;

/* --- Paths ---------------------------------------------------------------- */

void qn_pen_to         (const QnPen *pen, gboolean first, double x, double y); /* moves there at `first`, then draws lines */
void qn_pen_segment    (const QnPen *pen, double x0, double y0, double x1, double y1);
void qn_pen_horizontal (const QnPen *pen, const QnRect *area, double y); /* across the whole area */
void qn_pen_vertical   (const QnPen *pen, const QnRect *area, double x);

/* The path as a line of this width in line widths, filled or hatched; each consumes it. */
void qn_pen_stroke     (const QnPen *pen, QnColor color, QnDash dash, double width);
void qn_pen_fill       (const QnPen *pen, QnColor color);
void qn_pen_hatch      (const QnPen *pen, QnColor color, double spacing); /* in line widths */
void qn_pen_fill_rect  (const QnPen *pen, QnRect rect, QnColor color);
void qn_pen_disc       (const QnPen *pen, double x, double y, double radius, QnColor color);

/* Saves the canvas's state and clips; end with qn_canvas_restore(). */
void qn_pen_clip       (const QnPen *pen, QnRect rect);

/* --- Rectangles ----------------------------------------------------------- */

QnRect   qn_pen_whole  (const QnPen *pen);                  /* all of the figure */
QnRect   qn_pen_margin (const QnPen *pen, double share); /* but for this share of width and height on every side */
gboolean qn_rects_meet (QnRect a, QnRect b, double dx, double dy); /* nearer than dx and dy */
gboolean qn_rect_within (QnRect a, QnRect outer);
QnRect   qn_rect_inset (QnRect a, double dx, double dy);
/* Two parts side by side or one above the other: the first so wide or high, a gap, the rest. */
void     qn_rect_divide (QnRect whole, gboolean beside, double first, double gap, QnRect parts[2]);
void     qn_pen_take  (QnPen *pen, QnRect box);
gboolean qn_pen_free_at (const QnPen *pen, QnRect box);

/* --- Texts ---------------------------------------------------------------- */

/* `away` from a point along (way[0], way[1]), growing that way. */
QnSpot qn_spot_towards (double x, double y, const double way[2], double away);

/* Where a text would stand. */
QnRect qn_pen_measure (QnPen *pen, const char *markup, double size, gboolean bold, QnSpot at);

/* Text that reads upwards, its left edge at x, centred at y. */
void qn_pen_upright (QnPen *pen, const char *markup, double size, QnColor color, double x, double y);

typedef struct
{
  const char *markup;
  double size;
  gboolean bold;
  QnColor color;
  double halo;         /* opacity of a ground in the background's colour behind the text */
} QnLabel;

/* Draws the text if it fits into `within` and covers no other text; takes its box. FALSE: not drawn. */
gboolean qn_pen_text (QnPen *pen, const QnLabel *label, QnRect within, QnSpot at);

/* The first of the texts, up to a NULL, that qn_pen_text() can draw. FALSE: none of them. */
gboolean qn_pen_first (QnPen *pen, QnLabel label, const char *const *texts, QnRect within, QnSpot at);

/* Draws plain text wrapped and centred across `within`, from its top or `centred` in its
 * height, in the largest size from `size` down to `least` that fits. FALSE: nothing drawn. */
gboolean qn_pen_paragraph (QnPen *pen, const char *text, double size, double least, gboolean centred, QnColor color, QnRect within);

/* What a figure says instead of a picture: a paragraph in the middle of `within`. */
void     qn_pen_statement (QnPen *pen, const char *text, QnRect within);

G_END_DECLS
