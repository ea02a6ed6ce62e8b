/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "figures/kit/qn-figure-class.h"

static gboolean
same_key (const QnLayoutKey *a, const QnLayoutKey *b)
{
  return a->width == b->width && a->height == b->height && a->text == b->text && a->kind == b->kind
         && a->bounds.x == b->bounds.x && a->bounds.y == b->bounds.y && a->bounds.width == b->bounds.width
         && a->bounds.height == b->bounds.height && a->x.min == b->x.min && a->x.max == b->x.max
         && a->y.min == b->y.min && a->y.max == b->y.max;
}

const QnAxes *
qn_kept_axes (QnKeptAxes *kept, const QnPen *pen, QnRect bounds, const QnAxis *x, const QnAxis *y)
{
  QnLayoutKey key = { pen->width, pen->height, pen->text, pen->theme->kind, bounds, x->range, y->range };

  if (!same_key (&key, &kept->key))
    *kept = (QnKeptAxes) { key, qn_axes_layout (pen->canvas, pen->theme, bounds, x, y) };
  return &kept->axes;
}

gboolean
qn_figure_follow (QnFigure *figure, QnRange x, QnRange y, double seconds)
{
  gboolean moved = qn_stable_range_follow (&figure->x, x, seconds);

  return qn_stable_range_follow (&figure->y, y, seconds) || moved;
}

/* --- One pair of axes ----------------------------------------------------- */

QnFrame
qn_frame_lay_out (QnFigure *figure, QnPen *pen, QnRect bounds, QnAxis x, QnAxis y)
{
  return (QnFrame) { x, y, bounds, qn_kept_axes (&figure->kept, pen, bounds, &x, &y) };
}

QnFrame
qn_frame_of_ranges (QnFigure *figure, QnPen *pen, QnRect bounds, char *x_title, QnScaleKind x_scale, char *y_title)
{
  return qn_frame_lay_out (figure, pen, bounds, (QnAxis) { x_title, x_scale, figure->x.shown }, (QnAxis) { y_title, QN_SCALE_LINEAR, figure->y.shown });
}

void
qn_frame_clear (QnFrame *frame)
{
  g_free ((char *) frame->x.title);
  g_free ((char *) frame->y.title);
}

void
qn_frame_draw (const QnFrame *frame, QnPen *pen)
{
  qn_figure_draw_axes (frame->axes, pen, frame->bounds, &frame->x, &frame->y);
}

void
qn_figure_draw_axes (const QnAxes *axes, QnPen *pen, QnRect bounds, const QnAxis *x, const QnAxis *y)
{
  double width, height;
  const QnRect *area = &axes->area;

  if (axes->labelled)
    {
      qn_axes_draw (axes, pen->canvas, pen->theme, x, y);
      return;
    }
  qn_canvas_move_to (pen->canvas, area->x, area->y);
  qn_canvas_line_to (pen->canvas, area->x, area->y + area->height);
  qn_canvas_line_to (pen->canvas, area->x + area->width, area->y + area->height);
  qn_pen_stroke (pen, pen->theme->frame, QN_DASH_SOLID, axes->line * 0.6 / pen->line);
  qn_canvas_set_color (pen->canvas, pen->theme->line[QN_HUE_FOREGROUND]);
  qn_canvas_measure (pen->canvas, x->title, axes->text, FALSE, &width, &height);
  if (width <= area->width)
    qn_canvas_text (pen->canvas, x->title, axes->text, FALSE, (QnSpot) { area->x + area->width / 2, bounds.y + bounds.height - 1, QN_ALIGN_CENTER, QN_ALIGN_END }, NULL);
  qn_canvas_measure (pen->canvas, y->title, axes->text, FALSE, &width, &height);
  if (width <= area->height)
    qn_pen_upright (pen, y->title, axes->text, pen->theme->line[QN_HUE_FOREGROUND], bounds.x + 1, area->y + area->height / 2);
}
