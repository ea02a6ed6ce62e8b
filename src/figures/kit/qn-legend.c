/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "figures/kit/qn-legend.h"

/* In units of the text. */
#define BOX 0.76 /* height of a box */
#define BOX_WIDTH 2
#define ARROW_HALF 0.55 /* of an arrow's length */

#define SIZE 0.9  /* of the text */
#define MARK 2.5  /* room of a mark, in text sizes */
#define ARROW 1.2 /* of an arrow */
#define APART 1.3 /* between two items */
#define PITCH 1.6 /* of the rows */

void
qn_legend_add (QnLegend *legend, QnMark mark, QnHue hue, char *text, const char *widest)
{
  g_assert (legend->n < QN_LEGEND_ITEMS);
  legend->item[legend->n++] = (QnLegendItem) { mark, hue, text, widest };
}

void
qn_legend_clear (QnLegend *legend)
{
  for (int i = 0; i < legend->n; i++)
    g_free (legend->item[i].text);
  legend->n = 0;
}

/* --- Rows ----------------------------------------------------------------- */

typedef struct
{
  int row;       /* -1: no room */
  double x;
} Place;

static double
mark_width (const QnLegendItem *item, QnPen *pen)
{
  if (item->mark == QN_MARK_NONE)
    return 0;
  return (item->mark == QN_MARK_UP || item->mark == QN_MARK_DOWN ? ARROW : MARK) * pen->text;
}

static double
width_of (const QnLegendItem *item, QnPen *pen)
{
  double own = 0, widest = 0, h;

  qn_canvas_measure (pen->canvas, item->text, SIZE * pen->text, FALSE, &own, &h);
  if (item->widest != NULL)
    qn_canvas_measure (pen->canvas, item->widest, SIZE * pen->text, FALSE, &widest, &h);
  return MAX (own, widest) + mark_width (item, pen);
}

/* Row by row; returns how many rows. */
static int
place (const QnLegend *legend, QnPen *pen, double width, int most, Place *places)
{
  double x = 0;
  int row = 0;

  for (int i = 0; i < legend->n; i++)
    {
      double own = width_of (&legend->item[i], pen);

      if (x > 0 && x + own > width)
        {
          x = 0;
          row++;
        }
      places[i] = (Place) { row < most && own <= width ? row : -1, x };
      if (own <= width)
        x += own + APART * pen->text;
    }
  return MIN (row + 1, most);
}

double
qn_legend_height (const QnLegend *legend, QnPen *pen, double width, double most)
{
  Place places[QN_LEGEND_ITEMS];

  return place (legend, pen, width, (int) (most / (PITCH * pen->text)), places) * PITCH * pen->text;
}

/* --- Marks ---------------------------------------------------------------- */

static void
draw_arrow (QnPen *pen, double x, double y, double way, QnColor color)
{
  double size = ARROW_HALF * pen->text;

  qn_canvas_set_color (pen->canvas, color);
  qn_pen_segment (pen, x, y - way * size, x, y + 0.3 * way * size);
  qn_canvas_set_line (pen->canvas, 2 * pen->line, NULL, 0);
  qn_canvas_stroke (pen->canvas);
  qn_canvas_move_to (pen->canvas, x - 0.6 * size, y + 0.1 * way * size);
  qn_canvas_line_to (pen->canvas, x + 0.6 * size, y + 0.1 * way * size);
  qn_canvas_line_to (pen->canvas, x, y + 1.1 * way * size);
  qn_canvas_close (pen->canvas);
  qn_canvas_fill (pen->canvas);
}

static void
draw_box (QnPen *pen, QnMark mark, QnRect box, const QnTheme *theme, QnHue hue)
{
  if (mark != QN_MARK_OUTLINE)
    {
      qn_canvas_rect (pen->canvas, box.x, box.y, box.width, box.height);
      if (mark == QN_MARK_HATCH)
        qn_pen_hatch (pen, theme->line[hue], 3.2);
      else
        qn_pen_fill (pen, qn_color_alpha (theme->fill[hue], 0.75));
    }
  qn_canvas_rect (pen->canvas, box.x, box.y, box.width, box.height);
  qn_pen_stroke (pen, theme->line[hue], QN_DASH_SOLID, 0.8);
}

static void
draw_line (QnPen *pen, QnMark mark, QnRect box, QnColor color)
{
  QnDash dash = mark == QN_MARK_DASHED ? QN_DASH_DASHED : mark == QN_MARK_LONG ? QN_DASH_LONG : mark == QN_MARK_DOTTED ? QN_DASH_DOTTED : QN_DASH_SOLID;
  double y = box.y + box.height / 2;

  qn_pen_horizontal (pen, &box, y);
  if (mark == QN_MARK_GHOST)
    qn_pen_stroke (pen, qn_color_alpha (color, 0.35), QN_DASH_SOLID, 1);
  else
    qn_pen_stroke (pen, color, dash, mark == QN_MARK_LINE ? 2.6 : 1.6);
}

static void
draw_mark (QnPen *pen, const QnLegendItem *item, double x, double y)
{
  QnRect box = { x, y - BOX / 2 * pen->text, BOX_WIDTH * pen->text, BOX * pen->text };

  switch (item->mark)
    {
    case QN_MARK_NONE:
      break;
    case QN_MARK_UP:
    case QN_MARK_DOWN:
      draw_arrow (pen, x + QN_GAP_NEAR * pen->text, y, item->mark == QN_MARK_UP ? -1 : 1, pen->theme->line[item->hue]);
      break;
    case QN_MARK_DOTS:
      for (int i = 1; i <= 3; i += 2)
        qn_pen_disc (pen, box.x + i * box.width / 4, y, 1.6 * pen->line, pen->theme->line[item->hue]);
      break;
    case QN_MARK_BAR:
    case QN_MARK_HATCH:
    case QN_MARK_OUTLINE:
      draw_box (pen, item->mark, box, pen->theme, item->hue);
      break;
    default:
      draw_line (pen, item->mark, box, pen->theme->line[item->hue]);
    }
}

void
qn_legend_draw (const QnLegend *legend, QnPen *pen, QnRect within)
{
  Place places[QN_LEGEND_ITEMS];

  place (legend, pen, within.width, (int) (within.height / (PITCH * pen->text) + 1e-6), places);
  for (int i = 0; i < legend->n; i++)
    {
      const QnLegendItem *item = &legend->item[i];
      double mark = mark_width (item, pen), x = within.x + places[i].x, y = within.y + (places[i].row + 0.5) * PITCH * pen->text;
      QnLabel label = { item->text, SIZE * pen->text, FALSE, pen->theme->line[QN_HUE_FOREGROUND], 0 };

      if (places[i].row >= 0 && qn_pen_text (pen, &label, qn_pen_whole (pen), (QnSpot) { x + mark, y, QN_ALIGN_START, QN_ALIGN_CENTER }))
        draw_mark (pen, item, x, y);
    }
}
