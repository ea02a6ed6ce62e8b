/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plot/qn-axes.h"

G_BEGIN_DECLS

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
} QnPen;

void qn_dash_apply (QnCanvas *canvas, QnDash dash, double width);

/* Rectangles. */
gboolean qn_rects_meet (QnRect a, QnRect b, double dx, double dy); /* nearer than dx and dy */
gboolean qn_rect_within (QnRect a, QnRect outer);
QnRect   qn_rect_inset (QnRect a, double dx, double dy);
void     qn_pen_take  (QnPen *pen, QnRect box);
gboolean qn_pen_free_at (const QnPen *pen, QnRect box);

/* Where a text would stand. */
QnRect qn_pen_measure (QnPen *pen, const char *markup, double size, gboolean bold, double x, double y, QnAlign horizontal, QnAlign vertical);

/* Text that reads upwards, its left edge at x, centred at y. */
void qn_pen_upright (QnPen *pen, const char *markup, double size, double x, double y);

typedef struct
{
  const char *markup;
  double size;
  gboolean bold;
  QnColor color;
  double halo;         /* opacity of a ground in the background's colour behind the text */
} QnLabel;

/* Draws the text if it fits into `within` and covers no other text; takes its box. FALSE: not drawn. */
gboolean qn_pen_text (QnPen *pen, const QnLabel *label, QnRect within, double x, double y, QnAlign horizontal, QnAlign vertical);

/* Draws plain text wrapped and centred across `within`, from its top or `centred` in its
 * height, in the largest size from `size` down to `least` that fits. FALSE: nothing drawn. */
gboolean qn_pen_paragraph (QnPen *pen, const char *text, double size, double least, gboolean centred, QnColor color, QnRect within);

G_END_DECLS
