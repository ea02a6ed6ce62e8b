/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "figures/kit/qn-pen.h"

#include <math.h>
#include <string.h>

/* Lengths in line widths, so that a pattern looks the same at every size. */
void
qn_dash_apply (QnCanvas *canvas, QnDash dash, double width)
{
  double unit = MAX (width, 1);
  const double dashed[] = { 3.2 * unit, 3 * unit }, dotted[] = { 0.05 * unit, 2.3 * unit }, longs[] = { 6 * unit, 2.8 * unit };

  switch (dash)
    {
    case QN_DASH_DASHED:
      qn_canvas_set_line (canvas, width, dashed, 2);
      break;
    case QN_DASH_DOTTED:
      qn_canvas_set_line (canvas, width, dotted, 2);
      break;
    case QN_DASH_LONG:
      qn_canvas_set_line (canvas, width, longs, 2);
      break;
    case QN_DASH_SOLID:
    default:
      qn_canvas_set_line (canvas, width, NULL, 0);
      break;
    }
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
qn_pen_take (QnPen *pen, QnRect box)
{
  g_array_append_val (pen->boxes, box);
}

gboolean
qn_pen_free_at (const QnPen *pen, QnRect box)
{
  for (guint i = 0; i < pen->boxes->len; i++)
    if (qn_rects_meet (box, g_array_index (pen->boxes, QnRect, i), 0.4 * pen->text, 1))
      return FALSE;
  return TRUE;
}

static double
shift (QnAlign align, double extent)
{
  return align == QN_ALIGN_START ? 0 : align == QN_ALIGN_CENTER ? -extent / 2 : -extent;
}

/* One unit of slack above and below: a centred text sits on its digits' ink, not on its box. */
QnRect
qn_pen_measure (QnPen *pen, const char *markup, double size, gboolean bold, double x, double y, QnAlign horizontal, QnAlign vertical)
{
  double width = 0, height = 0, slack = vertical == QN_ALIGN_CENTER ? size * 0.12 : 0;

  qn_canvas_measure (pen->canvas, markup, size, bold, &width, &height);
  return (QnRect) { x + shift (horizontal, width), y + shift (vertical, height) - slack, width, height + 2 * slack };
}

void
qn_pen_upright (QnPen *pen, const char *markup, double size, double x, double y)
{
  qn_canvas_save (pen->canvas);
  qn_canvas_translate (pen->canvas, x, y);
  qn_canvas_rotate (pen->canvas, -G_PI / 2);
  qn_canvas_set_color (pen->canvas, pen->theme->line[QN_HUE_FOREGROUND]);
  qn_canvas_text (pen->canvas, markup, size, FALSE, 0, 0, QN_ALIGN_CENTER, QN_ALIGN_START, NULL);
  qn_canvas_restore (pen->canvas);
}

static void
draw_halo (QnPen *pen, QnRect box, double opacity)
{
  qn_canvas_rounded_rect (pen->canvas, box.x - 2, box.y, box.width + 4, box.height, MIN (4, box.height / 3));
  qn_canvas_set_color (pen->canvas, qn_color_alpha (pen->theme->background, opacity));
  qn_canvas_fill (pen->canvas);
}

gboolean
qn_pen_text (QnPen *pen, const QnLabel *label, QnRect within, double x, double y, QnAlign horizontal, QnAlign vertical)
{
  QnRect box = qn_pen_measure (pen, label->markup, label->size, label->bold, x, y, horizontal, vertical);

  if (!qn_rect_within (box, within) || !qn_pen_free_at (pen, box))
    return FALSE;
  if (label->halo > 0)
    draw_halo (pen, box, label->halo);
  qn_canvas_set_color (pen->canvas, label->color);
  qn_canvas_text (pen->canvas, label->markup, label->size, label->bold, x, y, horizontal, vertical, NULL);
  qn_pen_take (pen, box);
  return TRUE;
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
          qn_canvas_text (pen->canvas, g_ptr_array_index (lines, i), size, bold, x, y + h * i, QN_ALIGN_CENTER, QN_ALIGN_START, NULL);
        }
      return TRUE;
    }
  return FALSE;
}
