/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plot/qn-axes.h"

#include <math.h>
#include <string.h>

#define MAX_TICKS 16
#define MOST_TICKS 7
#define TITLE 0.9 /* size of titles in text sizes */
#define LEAST_ACROSS 5 /* of the area with tick labels, in text sizes */
#define LEAST_DOWN 2.6
#define BELOW 0.72 /* of the labels below the axis, in text sizes */

static gboolean
are_whole (const QnTick *ticks, int n)
{
  for (int i = 0; i < n; i++)
    if (fabs (ticks[i].value - round (ticks[i].value)) > 1e-6)
      return FALSE;
  return TRUE;
}

/* How many ticks fit and with what labels; counts down until neighbours keep their distance. */
static int
fit_ticks (QnCanvas *canvas, const QnAxes *axes, const QnAxisScale *scale, gboolean horizontal, const QnAxis *axis, QnTick *ticks)
{
  double length = fabs (scale->to - scale->from);
  int most = CLAMP ((int) (length / (axes->text * (horizontal ? 2.4 : 1.8))), 2, MOST_TICKS + 1);

  for (int wanted = most; wanted >= 1; wanted--)
    {
      QnAxisScale shown = *scale;
      int n;
      double end = -INFINITY;
      gboolean fits;

      if (axis->percent)
        shown.data = (QnRange) { scale->data.min * 100, scale->data.max * 100 };
      n = qn_axis_ticks (&shown, wanted, ticks, MAX_TICKS);
      fits = n <= MOST_TICKS && (!axis->whole || are_whole (ticks, n));
      for (int i = 0; i < n; i++)
        {
          double w, h, at = qn_axis_scale_map (&shown, ticks[i].value), gap = axes->text * (horizontal ? 0.65 : 0.2);

          if (axis->mirrored && g_str_has_prefix (ticks[i].label, "−"))
            memmove (ticks[i].label, ticks[i].label + strlen ("−"), strlen (ticks[i].label) + 1 - strlen ("−"));
          if (axis->percent)
            {
              ticks[i].value /= 100;
              g_strlcat (ticks[i].label, "\xe2\x80\xaf%", sizeof ticks[i].label);
            }
          qn_canvas_measure (canvas, ticks[i].label, axes->text, FALSE, &w, &h);
          if (!horizontal)
            at = fabs (at - scale->from);
          fits &= at - (horizontal ? w : h) / 2 >= end + gap || i == 0;
          end = at + (horizontal ? w : h) / 2;
        }
      if (fits)
        return n;
    }
  return 0;
}

/* Of the labels: the width of the widest, the height of the highest. */
static void
extents (QnCanvas *canvas, const QnTick *ticks, int n, double size, double *width, double *height)
{
  *width = *height = 0;
  for (int i = 0; i < n; i++)
    {
      double w, h;

      qn_canvas_measure (canvas, ticks[i].label, size, FALSE, &w, &h);
      *width = MAX (*width, w);
      *height = MAX (*height, h);
    }
}

/* The title as given, or without its unit in brackets, or nothing: whichever fits. */
static char *
fitting_title (QnCanvas *canvas, const char *title, double size, double room)
{
  char *cut;
  double w;
  g_autofree char *text = g_strdup (title ? title : "");

  qn_canvas_measure (canvas, text, size, FALSE, &w, NULL);
  if (w <= room)
    return g_steal_pointer (&text);
  cut = g_strrstr (text, " (");
  if (cut)
    *cut = '\0';
  qn_canvas_measure (canvas, text, size, FALSE, &w, NULL);
  if (w <= room)
    return g_steal_pointer (&text);
  /* the symbol alone: what follows the last space */
  cut = g_strrstr (text, " ");
  if (cut)
    {
      qn_canvas_measure (canvas, cut + 1, size, FALSE, &w, NULL);
      if (w <= room && strlen (cut + 1) < 60)
        return g_strdup (cut + 1);
    }
  return g_strdup ("");
}

static gboolean
titled (const QnAxis *axis)
{
  return axis->title && *axis->title;
}

/* Each side needs the other's labels to know its own room: heights first, as they hardly depend on the width. */
static QnAxes
lay_out (QnCanvas *canvas, const QnTheme *theme, QnRect bounds, const QnAxis *x, const QnAxis *y, gboolean labels)
{
  QnAxes axes = { 0 };
  QnTick ticks[MAX_TICKS];
  double text = qn_theme_text_size (theme, bounds.width, bounds.height), left, bottom, line_height, width, height;
  int n;

  axes.text = text;
  axes.line = qn_theme_line_width (theme, bounds.width, bounds.height);
  axes.labelled = labels;
  qn_canvas_measure (canvas, "0", TITLE * text, FALSE, NULL, &line_height);
  axes.x = (QnAxisScale) { x->scale, x->range, bounds.x + text * 4, bounds.x + bounds.width - text * 1.2 };
  n = labels ? fit_ticks (canvas, &axes, &axes.x, TRUE, x, ticks) : 0;
  extents (canvas, ticks, n, text, &width, &axes.label_height);
  bottom = text * BELOW + axes.label_height + (titled (x) ? line_height * 1.1 : 0);
  axes.area.y = bounds.y + text * 0.8;
  axes.area.height = MAX (bounds.height - bottom - text * 0.8, 1);
  axes.y = (QnAxisScale) { y->scale, y->range, axes.area.y + axes.area.height, axes.area.y };
  n = labels ? fit_ticks (canvas, &axes, &axes.y, FALSE, y, ticks) : 0;
  extents (canvas, ticks, n, text, &width, &height);
  left = width + text * 0.9 + (titled (y) ? line_height * 1.25 : 0);
  axes.area.x = bounds.x + left;
  axes.area.width = MAX (bounds.width - left - text * 1.2, 1);
  axes.x.from = axes.area.x;
  axes.x.to = axes.area.x + axes.area.width;
  return axes;
}

QnAxes
qn_axes_layout (QnCanvas *canvas, const QnTheme *theme, QnRect bounds, const QnAxis *x, const QnAxis *y)
{
  QnAxes axes = lay_out (canvas, theme, bounds, x, y, TRUE);

  if (axes.area.width >= LEAST_ACROSS * axes.text && axes.area.height >= LEAST_DOWN * axes.text)
    return axes;
  return lay_out (canvas, theme, bounds, x, y, FALSE);
}

static void
draw_line (QnCanvas *canvas, double x0, double y0, double x1, double y1)
{
  qn_canvas_move_to (canvas, x0, y0);
  qn_canvas_line_to (canvas, x1, y1);
  qn_canvas_stroke (canvas);
}

/* A line of the grid and the tick at its end, each from x, y to x, y. */
static void
draw_tick (const QnAxes *axes, QnCanvas *canvas, const QnTheme *theme, const double grid[4], const double tick[4])
{
  qn_canvas_set_color (canvas, theme->grid);
  qn_canvas_set_line (canvas, axes->line * 0.4, NULL, 0);
  draw_line (canvas, grid[0], grid[1], grid[2], grid[3]);
  qn_canvas_set_color (canvas, theme->frame);
  qn_canvas_set_line (canvas, axes->line * 0.6, NULL, 0);
  draw_line (canvas, tick[0], tick[1], tick[2], tick[3]);
  qn_canvas_set_color (canvas, theme->line[QN_HUE_FOREGROUND]);
}

static void
draw_x_ticks (const QnAxes *axes, QnCanvas *canvas, const QnTheme *theme, const QnTick *ticks, int n)
{
  double bottom = axes->area.y + axes->area.height, w, left = axes->area.x - axes->text * 2, right = axes->area.x + axes->area.width + axes->text;

  for (int i = 0; i < n; i++)
    {
      double at = qn_axis_scale_map (&axes->x, ticks[i].value);

      draw_tick (axes, canvas, theme, (double[]) { at, axes->area.y, at, bottom }, (double[]) { at, bottom, at, bottom + axes->text * 0.3 });
      qn_canvas_measure (canvas, ticks[i].label, axes->text, FALSE, &w, NULL);
      qn_canvas_text (canvas, ticks[i].label, axes->text, FALSE,
                      (QnSpot) { CLAMP (at, left + w / 2, right - w / 2), bottom + axes->text * BELOW, QN_ALIGN_CENTER, QN_ALIGN_START }, NULL);
    }
}

static void
draw_y_ticks (const QnAxes *axes, QnCanvas *canvas, const QnTheme *theme, const QnTick *ticks, int n)
{
  double left = axes->area.x;

  for (int i = 0; i < n; i++)
    {
      double at = qn_axis_scale_map (&axes->y, ticks[i].value);

      draw_tick (axes, canvas, theme, (double[]) { left, at, left + axes->area.width, at }, (double[]) { left - axes->text * 0.3, at, left, at });
      qn_canvas_text (canvas, ticks[i].label, axes->text, FALSE, (QnSpot) { left - axes->text * 0.5, at, QN_ALIGN_END, QN_ALIGN_CENTER }, NULL);
    }
}

static void
draw_titles (const QnAxes *axes, QnCanvas *canvas, const QnTheme *theme, const QnAxis *x, const QnAxis *y, double label_width)
{
  double line_height, bottom = axes->area.y + axes->area.height;
  g_autofree char *title_x = fitting_title (canvas, x->title, TITLE * axes->text, axes->area.width + axes->text * 2);
  g_autofree char *title_y = fitting_title (canvas, y->title, TITLE * axes->text, axes->area.height + axes->text * 1.2);

  qn_canvas_measure (canvas, "0", TITLE * axes->text, FALSE, NULL, &line_height);
  qn_canvas_set_color (canvas, theme->line[QN_HUE_FOREGROUND]);
  if (*title_x)
    qn_canvas_text (canvas, title_x, TITLE * axes->text, FALSE,
                    (QnSpot) { axes->area.x + axes->area.width / 2, bottom + axes->text * BELOW + axes->label_height, QN_ALIGN_CENTER, QN_ALIGN_START }, NULL);
  if (!*title_y)
    return;
  qn_canvas_save (canvas);
  qn_canvas_translate (canvas, axes->area.x - label_width - axes->text * 0.7 - line_height * 1.1, axes->area.y + axes->area.height / 2);
  qn_canvas_rotate (canvas, -G_PI_2);
  qn_canvas_text (canvas, title_y, TITLE * axes->text, FALSE, (QnSpot) { 0, 0, QN_ALIGN_CENTER, QN_ALIGN_START }, NULL);
  qn_canvas_restore (canvas);
}

void
qn_axes_draw (const QnAxes *axes, QnCanvas *canvas, const QnTheme *theme, const QnAxis *x, const QnAxis *y)
{
  QnTick ticks[MAX_TICKS];
  double width = 0, height;
  int n;

  if (axes->labelled)
    {
      n = fit_ticks (canvas, axes, &axes->x, TRUE, x, ticks);
      draw_x_ticks (axes, canvas, theme, ticks, n);
      n = fit_ticks (canvas, axes, &axes->y, FALSE, y, ticks);
      draw_y_ticks (axes, canvas, theme, ticks, n);
      extents (canvas, ticks, n, axes->text, &width, &height);
    }
  qn_canvas_set_color (canvas, theme->frame);
  qn_canvas_set_line (canvas, axes->line * 0.6, NULL, 0);
  qn_canvas_move_to (canvas, axes->area.x, axes->area.y);
  qn_canvas_line_to (canvas, axes->area.x, axes->area.y + axes->area.height);
  qn_canvas_line_to (canvas, axes->area.x + axes->area.width, axes->area.y + axes->area.height);
  qn_canvas_stroke (canvas);
  draw_titles (axes, canvas, theme, x, y, width);
}
