/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "qn-axes.h"

#include <math.h>
#include <string.h>

static void
set_dash (QnCanvas *canvas, double width, QnDash dash)
{
  static const double pattern[][4] = { { 0 }, { 4, 3 }, { 0.1, 2.5 }, { 8, 4 } };
  double scaled[2] = { pattern[dash][0] * width, pattern[dash][1] * width };

  qn_canvas_set_line (canvas, width, scaled, dash == QN_DASH_SOLID ? 0 : 2);
}

/* The points of one pixel column, kept as the first, the extremes in their order, and the last. */
typedef struct
{
  double column, x[4], y[4];
  gsize at_min, at_max, i;
  double first_x, first_y, last_x, last_y, min_x, min_y, max_x, max_y;
  gboolean any;
} Column;

static void
flush (QnCanvas *canvas, Column *c, gboolean *pen)
{
  double px[4] = { c->first_x, c->at_min < c->at_max ? c->min_x : c->max_x, c->at_min < c->at_max ? c->max_x : c->min_x, c->last_x };
  double py[4] = { c->first_y, c->at_min < c->at_max ? c->min_y : c->max_y, c->at_min < c->at_max ? c->max_y : c->min_y, c->last_y };

  if (!c->any)
    return;
  for (int i = 0; i < 4; i++)
    {
      if (i > 0 && px[i] == px[i - 1] && py[i] == py[i - 1])
        continue;
      if (*pen)
        qn_canvas_line_to (canvas, px[i], py[i]);
      else
        qn_canvas_move_to (canvas, px[i], py[i]);
      *pen = TRUE;
    }
  c->any = FALSE;
}

static void
add (Column *c, gsize i, double x, double y)
{
  if (!c->any)
    {
      c->any = TRUE;
      c->column = floor (x);
      c->first_x = c->min_x = c->max_x = x;
      c->first_y = c->min_y = c->max_y = y;
      c->at_min = c->at_max = i;
    }
  if (y < c->min_y)
    {
      c->min_x = x;
      c->min_y = y;
      c->at_min = i;
    }
  if (y > c->max_y)
    {
      c->max_x = x;
      c->max_y = y;
      c->at_max = i;
    }
  c->last_x = x;
  c->last_y = y;
}

/* A path that turns back on itself is decimated too: a column ends where x leaves it. */
static void
trace (const QnAxes *axes, QnCanvas *canvas, const double *x, const double *y, gsize n)
{
  Column column = { 0 };
  gboolean pen = FALSE, dense = n > axes->area.width;

  for (gsize i = 0; i < n; i++)
    {
      double px = qn_axis_scale_map (&axes->x, x[i]), py = qn_axis_scale_map (&axes->y, y[i]);

      if (!isfinite (px) || !isfinite (py))
        {
          flush (canvas, &column, &pen);
          pen = FALSE;
          continue;
        }
      px = CLAMP (px, -1e5, 1e5);
      py = CLAMP (py, -1e5, 1e5);
      if (column.any && (!dense || floor (px) != column.column))
        flush (canvas, &column, &pen);
      add (&column, i, px, py);
    }
  flush (canvas, &column, &pen);
}

static void
clip (const QnAxes *axes, QnCanvas *canvas, double margin)
{
  qn_canvas_clip_rect (canvas, axes->area.x - margin, axes->area.y - margin, axes->area.width + 2 * margin, axes->area.height + 2 * margin);
}

void
qn_axes_line (const QnAxes *axes, QnCanvas *canvas, const double *x, const double *y, gsize n, QnColor color, double width, QnDash dash)
{
  qn_canvas_save (canvas);
  clip (axes, canvas, width);
  qn_canvas_set_color (canvas, color);
  set_dash (canvas, width, dash);
  trace (axes, canvas, x, y, n);
  qn_canvas_stroke (canvas);
  qn_canvas_restore (canvas);
}

void
qn_axes_area (const QnAxes *axes, QnCanvas *canvas, const double *x, const double *y, gsize n)
{
  trace (axes, canvas, x, y, n);
  qn_canvas_close (canvas);
}

void
qn_axes_arrow (const QnAxes *axes, QnCanvas *canvas, double x, double y, double dx, double dy, double size, QnColor color)
{
  double px = qn_axis_scale_map (&axes->x, x), py = qn_axis_scale_map (&axes->y, y);
  double ux = qn_axis_scale_map (&axes->x, x + dx) - px, uy = qn_axis_scale_map (&axes->y, y + dy) - py, length = hypot (ux, uy);

  if (!(length > 0) || !isfinite (px + py + length))
    return;
  ux *= size / length;
  uy *= size / length;
  qn_canvas_set_color (canvas, color);
  qn_canvas_move_to (canvas, px, py);
  qn_canvas_line_to (canvas, px - ux - uy * 0.45, py - uy + ux * 0.45);
  qn_canvas_line_to (canvas, px - ux * 0.75, py - uy * 0.75);
  qn_canvas_line_to (canvas, px - ux + uy * 0.45, py - uy - ux * 0.45);
  qn_canvas_close (canvas);
  qn_canvas_fill (canvas);
}

void
qn_axes_disc (const QnAxes *axes, QnCanvas *canvas, double x, double y, double radius, QnColor color, QnColor outline)
{
  double px = qn_axis_scale_map (&axes->x, x), py = qn_axis_scale_map (&axes->y, y);

  if (!isfinite (px) || !isfinite (py))
    return;
  qn_canvas_arc (canvas, px, py, radius, 0, 2 * G_PI);
  qn_canvas_close (canvas);
  qn_canvas_set_color (canvas, color);
  qn_canvas_fill_preserve (canvas);
  qn_canvas_set_color (canvas, outline);
  qn_canvas_set_line (canvas, MAX (1, radius * 0.3), NULL, 0);
  qn_canvas_stroke (canvas);
}

static gboolean
overlaps (const QnRect *a, const QnRect *b)
{
  return a->x < b->x + b->width && b->x < a->x + a->width && a->y < b->y + b->height && b->y < a->y + a->height;
}

static gboolean
taken (const QnRect *box, GArray *boxes)
{
  for (guint i = 0; boxes && i < boxes->len; i++)
    if (overlaps (box, &g_array_index (boxes, QnRect, i)))
      return TRUE;
  return FALSE;
}

static gboolean
inside (const QnRect *box, const QnRect *area)
{
  return box->x >= area->x && box->y >= area->y && box->x + box->width <= area->x + area->width && box->y + box->height <= area->y + area->height;
}

/* Draws the first candidate that is free; none where all are taken. */
static gboolean
place (const QnAxes *axes, QnCanvas *canvas, const char *markup, QnColor color, const QnRect *candidate, int n, GArray *boxes)
{
  for (int i = 0; i < n; i++)
    if (inside (&candidate[i], &axes->area) && !taken (&candidate[i], boxes))
      {
        qn_canvas_set_color (canvas, color);
        qn_canvas_text (canvas, markup, axes->text, FALSE, candidate[i].x, candidate[i].y, QN_ALIGN_START, QN_ALIGN_START, NULL);
        if (boxes)
          g_array_append_val (boxes, candidate[i]);
        return TRUE;
      }
  return FALSE;
}

static void
limit_line (const QnAxes *axes, QnCanvas *canvas, double x0, double y0, double x1, double y1, QnColor color)
{
  set_dash (canvas, axes->line * 0.8, QN_DASH_DASHED);
  qn_canvas_set_color (canvas, color);
  qn_canvas_move_to (canvas, x0, y0);
  qn_canvas_line_to (canvas, x1, y1);
  qn_canvas_stroke (canvas);
}

void
qn_axes_hlimit (const QnAxes *axes, QnCanvas *canvas, const QnTheme *theme, double y, const char *markup, QnColor color, GArray *boxes)
{
  double at = qn_axis_scale_map (&axes->y, y), w, h, left = axes->area.x, right = left + axes->area.width;
  QnRect candidate[6];

  if (!(at >= axes->area.y - 1 && at <= axes->area.y + axes->area.height + 1))
    return;
  limit_line (axes, canvas, left, at, right, at, color);
  qn_canvas_measure (canvas, markup, axes->text, FALSE, &w, &h);
  for (int i = 0; i < 6; i++)
    {
      double x = i / 2 == 0 ? right - w - axes->text * 0.3 : i / 2 == 1 ? left + axes->text * 0.3 : (left + right - w) / 2;

      candidate[i] = (QnRect) { x, i % 2 ? at + axes->line : at - h - axes->line, w, h };
    }
  place (axes, canvas, markup, color, candidate, 6, boxes);
}

void
qn_axes_vlimit (const QnAxes *axes, QnCanvas *canvas, const QnTheme *theme, double x, const char *markup, QnColor color, GArray *boxes)
{
  double at = qn_axis_scale_map (&axes->x, x), w, h, top = axes->area.y, bottom = top + axes->area.height;
  QnRect candidate[6];

  if (!(at >= axes->area.x - 1 && at <= axes->area.x + axes->area.width + 1))
    return;
  limit_line (axes, canvas, at, top, at, bottom, color);
  qn_canvas_measure (canvas, markup, axes->text, FALSE, &w, &h);
  for (int i = 0; i < 6; i++)
    {
      double y = i / 2 == 0 ? top : i / 2 == 1 ? bottom - h - axes->text * 0.2 : (top + bottom - h) / 2;

      candidate[i] = (QnRect) { i % 2 ? at - w - axes->text * 0.3 : at + axes->text * 0.3, y, w, h };
    }
  place (axes, canvas, markup, color, candidate, 6, boxes);
}

void
qn_axes_label (const QnAxes *axes, QnCanvas *canvas, double x, double y, const char *markup, QnColor color, GArray *boxes)
{
  static const double side[8][2] = { { 1, -1 }, { 1, 1 }, { -1, -1 }, { -1, 1 }, { 1, 0 }, { -1, 0 }, { 0, -1 }, { 0, 1 } };
  double px = qn_axis_scale_map (&axes->x, x), py = qn_axis_scale_map (&axes->y, y), w, h, gap = axes->text * 0.5;
  QnRect candidate[16];

  qn_canvas_measure (canvas, markup, axes->text, FALSE, &w, &h);
  for (int i = 0; i < 16; i++)
    {
      const double *s = side[i % 8];
      double away = i < 8 ? gap : 3 * gap;

      candidate[i] = (QnRect) { px + s[0] * away - (s[0] < 0 ? w : s[0] == 0 ? w / 2 : 0), py + s[1] * away - (s[1] < 0 ? h : s[1] == 0 ? h / 2 : 0), w, h };
    }
  place (axes, canvas, markup, color, candidate, 16, boxes);
}
