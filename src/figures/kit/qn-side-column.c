/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "figures/kit/qn-side-column.h"

#define SIZE 0.92 /* of the texts */
#define GAP 0.9   /* between area and texts */

void
qn_side_column_add (QnSideColumn *column, QnSideEntry entry)
{
  g_assert (column->n < QN_SIDE_ENTRIES);
  column->entry[column->n++] = entry;
}

void
qn_side_column_clear (QnSideColumn *column)
{
  for (int i = 0; i < column->n; i++)
    {
      g_free (column->entry[i].name);
      g_free (column->entry[i].number);
    }
  column->n = 0;
}

static char *
text_of (const QnSideEntry *entry, QnSideForm form, const char *number)
{
  if (form == QN_SIDE_SYMBOLS)
    return g_strdup (entry->symbol);
  return g_strdup_printf ("%s  %s", form == QN_SIDE_FULL ? entry->name : entry->symbol, number);
}

static double
width_of (const QnSideColumn *column, QnPen *pen, QnSideForm form)
{
  double widest = 0;

  for (int i = 0; i < column->n; i++)
    {
      const QnSideEntry *entry = &column->entry[i];
      g_autofree char *most = text_of (entry, form, "−0.0000"), *own = text_of (entry, form, entry->number);
      double w, v;

      qn_canvas_measure (pen->canvas, most, SIZE * pen->text, entry->bold, &w, NULL);
      qn_canvas_measure (pen->canvas, own, SIZE * pen->text, entry->bold, &v, NULL);
      widest = MAX (widest, MAX (v, w));
    }
  return widest + (GAP + 0.3) * pen->text;
}

void
qn_side_column_fit (QnSideColumn *column, QnPen *pen, double most)
{
  for (column->form = QN_SIDE_FULL; column->form < QN_SIDE_NONE; column->form++)
    if ((column->width = width_of (column, pen, column->form)) < most)
      return;
  column->width = 0;
}

void
qn_side_column_spread (double *y, int n, double pitch, double top, double bottom)
{
  for (int i = 0; i < n; i++)
    y[i] = MAX (y[i], i > 0 ? y[i - 1] + pitch : top + pitch / 2);
  for (int i = n - 1; i >= 0; i--)
    y[i] = MIN (y[i], i < n - 1 ? y[i + 1] - pitch : bottom - pitch / 2);
}

/* An entry that is drawn: where its value is, and where its text stands. */
typedef struct
{
  int rank;
  double y;
} Place;

static int
by_height (const void *a, const void *b)
{
  const Place *p = a, *q = b;

  return p->y != q->y ? (p->y > q->y) - (p->y < q->y) : p->rank - q->rank;
}

static void
draw_entry (const QnSideColumn *column, QnPen *pen, double from, const Place *place, double at)
{
  const QnSideEntry *entry = &column->entry[place->rank];
  g_autofree char *text = text_of (entry, column->form, entry->number);
  double x = pen->width - column->width + GAP * pen->text;
  QnLabel label = { text, SIZE * pen->text, entry->bold, pen->theme->line[entry->hue], 0 };

  if (!qn_pen_text (pen, &label, qn_pen_whole (pen), (QnSpot) { x, at, QN_ALIGN_START, QN_ALIGN_CENTER }))
    return;
  qn_pen_segment (pen, from + 1.5 * pen->line, place->y, x - QN_GAP_LEADER * pen->text, at);
  qn_pen_stroke (pen, qn_color_alpha (label.color, 0.8), entry->dash, 0.7);
}

/* By rank: where there is no room for all, the first are there. */
void
qn_side_column_draw (const QnSideColumn *column, QnPen *pen, const QnAxes *axes, double from, const char *tallest)
{
  Place places[QN_SIDE_ENTRIES];
  double at[QN_SIDE_ENTRIES], pitch, top = axes->area.y - QN_GAP_NEAR * pen->text;
  int n = 0;

  if (column->form == QN_SIDE_NONE)
    return;
  for (int i = 0; i < column->n; i++)
    if (isfinite (column->entry[i].value))
      places[n++] = (Place) { i, qn_axis_scale_map (&axes->y, column->entry[i].value) };
  qsort (places, (gsize) n, sizeof *places, by_height);
  for (int i = 0; i < n; i++)
    at[i] = places[i].y;
  qn_canvas_measure (pen->canvas, tallest, SIZE * pen->text, column->entry[0].bold, NULL, &pitch);
  qn_side_column_spread (at, n, pitch + 2 + 0.24 * SIZE * pen->text, top, top + axes->area.height + QN_GAP_WIDE * pen->text);
  for (int rank = 0; rank < column->n; rank++)
    for (int i = 0; i < n; i++)
      if (places[i].rank == rank)
        draw_entry (column, pen, from, &places[i], at[i]);
}
