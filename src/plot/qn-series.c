/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plot/qn-series.h"

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
qn_axes_line (const QnAxes *axes, QnCanvas *canvas, const double *x, const double *y, gsize n, QnLineStyle style)
{
  qn_canvas_save (canvas);
  clip (axes, canvas, style.width);
  qn_canvas_set_color (canvas, style.color);
  set_dash (canvas, style.width, style.dash);
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
