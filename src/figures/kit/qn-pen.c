/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "figures/kit/qn-pen.h"

#include <math.h>
#include <string.h>

/* --- Paths ---------------------------------------------------------------- */

void
qn_pen_to (const QnPen *pen, gboolean first, double x, double y)
{
  if (first)
    qn_canvas_move_to (pen->canvas, x, y);
  else
    qn_canvas_line_to (pen->canvas, x, y);
}

void
qn_pen_segment (const QnPen *pen, double x0, double y0, double x1, double y1)
{
  qn_canvas_move_to (pen->canvas, x0, y0);
  qn_canvas_line_to (pen->canvas, x1, y1);
}

void
qn_pen_horizontal (const QnPen *pen, const QnRect *area, double y)
{
  qn_pen_segment (pen, area->x, y, area->x + area->width, y);
}

void
qn_pen_vertical (const QnPen *pen, const QnRect *area, double x)
{
  qn_pen_segment (pen, x, area->y, x, area->y + area->height);
}

/* A pattern's lengths are in widths, so that it looks the same at every size. */
void
qn_pen_stroke (const QnPen *pen, QnColor color, QnDash dash, double width)
{
  static const double patterns[][2] = { [QN_DASH_DASHED] = { 3.2, 3 }, [QN_DASH_DOTTED] = { 0.05, 2.3 }, [QN_DASH_LONG] = { 6, 2.8 } };
  double w = width * pen->line, unit = MAX (w, 1), pattern[2] = { patterns[dash][0] * unit, patterns[dash][1] * unit };

  qn_canvas_set_color (pen->canvas, color);
  qn_canvas_set_line (pen->canvas, w, pattern, dash == QN_DASH_SOLID ? 0 : 2);
  qn_canvas_stroke (pen->canvas);
}

void
qn_pen_fill (const QnPen *pen, QnColor color)
{
  qn_canvas_set_color (pen->canvas, color);
  qn_canvas_fill (pen->canvas);
}

void
qn_pen_hatch (const QnPen *pen, QnColor color, double spacing)
{
  qn_canvas_set_hatch (pen->canvas, color, spacing * pen->line);
  qn_canvas_fill (pen->canvas);
}

void
qn_pen_fill_rect (const QnPen *pen, QnRect rect, QnColor color)
{
  qn_canvas_rect (pen->canvas, rect.x, rect.y, rect.width, rect.height);
  qn_pen_fill (pen, color);
}

void
qn_pen_disc (const QnPen *pen, double x, double y, double radius, QnColor color)
{
  qn_canvas_arc (pen->canvas, x, y, radius, 0, 2 * G_PI);
  qn_pen_fill (pen, color);
}

void
qn_pen_clip (const QnPen *pen, QnRect rect)
{
  qn_canvas_save (pen->canvas);
  qn_canvas_clip_rect (pen->canvas, rect.x, rect.y, rect.width, rect.height);
}

/* --- Rectangles ----------------------------------------------------------- */

QnRect
qn_pen_whole (const QnPen *pen)
{
  return (QnRect) { 0, 0, pen->width, pen->height };
}

QnRect
qn_pen_margin (const QnPen *pen, double share)
{
  return qn_rect_inset (qn_pen_whole (pen), share * pen->width, share * pen->height);
}

gboolean
qn_rects_meet (QnRect a, QnRect b, double dx, double dy)
{
  return a.x < b.x + b.width + dx && b.x < a.x + a.width + dx && a.y < b.y + b.height + dy && b.y < a.y + a.height + dy;
}

gboolean
qn_rect_within (QnRect a, QnRect outer)
{
  return a.x >= outer.x && a.y >= outer.y && a.x + a.width <= outer.x + outer.width && a.y + a.height <= outer.y + outer.height;
}

QnRect
qn_rect_inset (QnRect a, double dx, double dy)
{
  return (QnRect) { a.x + dx, a.y + dy, MAX (a.width - 2 * dx, 0), MAX (a.height - 2 * dy, 0) };
}

void
qn_rect_divide (QnRect whole, gboolean beside, double first, double gap, QnRect parts[2])
{
  parts[0] = parts[1] = whole;
  if (beside)
    {
      parts[0].width = first;
      parts[1].x += first + gap;
      parts[1].width -= first + gap;
    }
  else
    {
      parts[0].height = first;
      parts[1].y += first + gap;
      parts[1].height -= first + gap;
    }
}

void
qn_pen_take (QnPen *pen, QnRect box)
{
  g_array_append_val (pen->boxes, box);
}

gboolean
qn_pen_free_at (const QnPen *pen, QnRect box)
{
  for (guint i = 0; i < pen->boxes->len; i++)
    if (qn_rects_meet (box, g_array_index (pen->boxes, QnRect, i), QN_GAP_NEAR * pen->text, 1))
      return FALSE;
  return TRUE;
}

/* --- Texts ---------------------------------------------------------------- */

static QnAlign
align_along (double way)
{
  return way > 0.3 ? QN_ALIGN_START : way < -0.3 ? QN_ALIGN_END : QN_ALIGN_CENTER;
}

QnSpot
qn_spot_towards (double x, double y, const double way[2], double away)
{
  return (QnSpot) { x + way[0] * away, y + way[1] * away, align_along (way[0]), align_along (way[1]) };
}

static double
shift (QnAlign align, double extent)
{
  return align == QN_ALIGN_START ? 0 : align == QN_ALIGN_CENTER ? -extent / 2 : -extent;
}

/* One unit of slack above and below: a centred text sits on its digits' ink, not on its box. */
QnRect
qn_pen_measure (QnPen *pen, const char *markup, double size, gboolean bold, QnSpot at)
{
  double width = 0, height = 0, slack = at.vertical == QN_ALIGN_CENTER ? size * QN_SLACK : 0;

  qn_canvas_measure (pen->canvas, markup, size, bold, &width, &height);
  return (QnRect) { at.x + shift (at.horizontal, width), at.y + shift (at.vertical, height) - slack, width, height + 2 * slack };
}

void
qn_pen_upright (QnPen *pen, const char *markup, double size, QnColor color, double x, double y)
{
  qn_canvas_save (pen->canvas);
  qn_canvas_translate (pen->canvas, x, y);
  qn_canvas_rotate (pen->canvas, -G_PI / 2);
  qn_canvas_set_color (pen->canvas, color);
  qn_canvas_text (pen->canvas, markup, size, FALSE, (QnSpot) { 0, 0, QN_ALIGN_CENTER, QN_ALIGN_START }, NULL);
  qn_canvas_restore (pen->canvas);
}

/* Where there is no ground, behind a text there is one. */
static void
draw_halo (QnPen *pen, QnRect box, double opacity)
{
  QnColor ground = pen->theme->background;

  ground.a = opacity;
  qn_canvas_rounded_rect (pen->canvas, box.x - 2, box.y, box.width + 4, box.height, MIN (4, box.height / 3));
  qn_canvas_set_color (pen->canvas, ground);
  qn_canvas_fill (pen->canvas);
}

gboolean
qn_pen_text (QnPen *pen, const QnLabel *label, QnRect within, QnSpot at)
{
  QnRect box = qn_pen_measure (pen, label->markup, label->size, label->bold, at);

  if (!qn_rect_within (box, within) || !qn_pen_free_at (pen, box))
    return FALSE;
  if (label->halo > 0)
    draw_halo (pen, box, label->halo);
  qn_canvas_set_color (pen->canvas, label->color);
  qn_canvas_text (pen->canvas, label->markup, label->size, label->bold, at, NULL);
  qn_pen_take (pen, box);
  return TRUE;
}

gboolean
qn_pen_first (QnPen *pen, QnLabel label, const char *const *texts, QnRect within, QnSpot at)
{
  for (; *texts != NULL; texts++)
    {
      label.markup = *texts;
      if (qn_pen_text (pen, &label, within, at))
        return TRUE;
    }
  return FALSE;
}

/* Greedy line breaking. NULL where a word alone is too wide. */
static GPtrArray *
break_lines (QnPen *pen, const char *text, double size, gboolean bold, double width)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *line = NULL;

  for (int i = 0; words[i] != NULL; i++)
    {
      g_autofree char *longer = line != NULL ? g_strconcat (line, " ", words[i], NULL) : g_strdup (words[i]);
      double w, h;

      qn_canvas_measure (pen->canvas, longer, size, bold, &w, &h);
      if (w <= width)
        {
          g_free (line);
          line = g_steal_pointer (&longer);
          continue;
        }
      if (line == NULL)
        return NULL;
      qn_canvas_measure (pen->canvas, words[i], size, bold, &w, &h);
      if (w > width)
        return NULL;
      g_ptr_array_add (lines, g_steal_pointer (&line));
      line = g_strdup (words[i]);
    }
  if (line != NULL)
    g_ptr_array_add (lines, g_steal_pointer (&line));
  return g_steal_pointer (&lines);
}

gboolean
qn_pen_paragraph (QnPen *pen, const char *text, double size, double least, gboolean centred, QnColor color, QnRect within)
{
  const gboolean bold = FALSE;
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  for (; size >= least; size *= 0.93)
    {
      g_autoptr (GPtrArray) lines = break_lines (pen, escaped, size, bold, within.width);
      double w, h, y;

      if (lines == NULL)
        continue;
      qn_canvas_measure (pen->canvas, "0", size, bold, &w, &h);
      if (h * lines->len > within.height)
        continue;
      y = within.y + (centred ? (within.height - h * lines->len) / 2 : 0);
      qn_pen_take (pen, (QnRect) { within.x, y, within.width, h * lines->len });
      for (guint i = 0; i < lines->len; i++)
        {
          double x = within.x + within.width / 2;

          qn_canvas_set_color (pen->canvas, color);
          qn_canvas_text (pen->canvas, g_ptr_array_index (lines, i), size, bold, (QnSpot) { x, y + h * i, QN_ALIGN_CENTER, QN_ALIGN_START }, NULL);
        }
      return TRUE;
    }
  return FALSE;
}

void
qn_pen_statement (QnPen *pen, const char *text, QnRect within)
{
  qn_pen_paragraph (pen, text, QN_SIZE_STATEMENT * pen->text, QN_SIZE_TINIEST * pen->text, TRUE, pen->theme->line[QN_HUE_FOREGROUND], within);
}
