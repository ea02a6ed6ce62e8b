/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "figures/kit/qn-loop-names.h"

/* In units of the text. */
#define LEAST_NAMED 3 /* length of a stretch that is named */
#define LEAST_STROKE 4 /* length below which a stroke's jump is named with it */

/* Of QnPen.places, after those of the strokes. */
enum { PLACE_OF_REFERENCE = QN_MAX_STROKES, PLACE_INSIDE, N_PLACES };
G_STATIC_ASSERT (N_PLACES <= QN_PLACES);

#define POINT(trace, i) g_array_index (trace, QnLoopPoint, i)

/* --- Inside the loop ------------------------------------------------------ */

/* Winding number of the closed trace round a point. */
static int
winding (const GArray *trace, double x, double y)
{
  int turns = 0;

  for (guint i = 0; i < trace->len; i++)
    {
      const QnLoopPoint *a = &POINT (trace, i), *b = &POINT (trace, (i + 1) % trace->len);
      double side = (b->x - a->x) * (y - a->y) - (x - a->x) * (b->y - a->y);

      if (a->y <= y && b->y > y && side > 0)
        turns++;
      else if (a->y > y && b->y <= y && side < 0)
        turns--;
    }
  return turns;
}

static QnRect
trace_bounds (const GArray *trace)
{
  QnRange x = QN_RANGE_EMPTY, y = QN_RANGE_EMPTY;

  for (guint i = 0; i < trace->len; i++)
    {
      qn_range_include (&x, POINT (trace, i).x);
      qn_range_include (&y, POINT (trace, i).y);
    }
  return (QnRect) { x.min, y.min, x.max - x.min, y.max - y.min };
}

#define STEPS 16 /* candidates across the loop, and down */

/* Does a text of this size fit at the candidate? Its centre in any case. */
static gboolean
fits_at (QnPen *pen, const GArray *trace, const GArray *other, QnRect bounds, guint candidate, double width, double height, QnPoint *at)
{
  QnRect box;

  *at = (QnPoint) { bounds.x + bounds.width * (candidate / STEPS) / STEPS, bounds.y + bounds.height * (candidate % STEPS) / STEPS };
  box = (QnRect) { at->x - width / 2, at->y - height / 2, width, height };
  return winding (trace, at->x, at->y) != 0 && !qn_trace_meets (trace, box) && !qn_trace_meets (other, box) && qn_pen_free_at (pen, box);
}

/* The candidate nearest to the middle; 0: none. */
static guint
search_inside (QnPen *pen, const GArray *trace, const GArray *other, double width, double height)
{
  QnRect bounds = trace_bounds (trace);
  double best = G_MAXDOUBLE;
  guint found = 0;

  for (guint i = STEPS + 1; i < STEPS * STEPS; i++)
    {
      double cost = hypot ((double) (i / STEPS) - STEPS / 2, (double) (i % STEPS) - STEPS / 2);
      QnPoint at;

      if (i % STEPS == 0 || cost >= best || !fits_at (pen, trace, other, bounds, i, width, height, &at))
        continue;
      best = cost;
      found = i;
    }
  return found;
}

gboolean
qn_loop_inside (QnPen *pen, const GArray *trace, const GArray *other, double width, double height, double *x, double *y)
{
  guint found = trace->len < 3 || qn_trace_broken (trace) ? 0 : search_inside (pen, trace, other, width, height);
  QnPoint at;

  if (found == 0)
    return FALSE;
  fits_at (pen, trace, other, trace_bounds (trace), found, width, height, &at);
  *x = at.x;
  *y = at.y;
  return TRUE;
}

/* The label in this size, where it stood last or, with `anywhere`, at the best place. */
static gboolean
draw_inside_at (QnPen *pen, const QnAxes *axes, const GArray *trace, const GArray *other, const QnLabel *label, gboolean anywhere)
{
  guint16 *place = &pen->places->of[PLACE_INSIDE];
  QnRect box = qn_pen_measure (pen, label->markup, label->size, label->bold, (QnSpot) { 0, 0, QN_ALIGN_CENTER, QN_ALIGN_CENTER });
  double width = box.width + pen->text, height = box.height + 2;
  guint candidate = anywhere ? search_inside (pen, trace, other, width, height) : *place;
  QnPoint at;

  if (candidate == 0 || !fits_at (pen, trace, other, trace_bounds (trace), candidate, width, height, &at)
      || !qn_pen_text (pen, label, axes->area, (QnSpot) { at.x, at.y, QN_ALIGN_CENTER, QN_ALIGN_CENTER }))
    return FALSE;
  *place = (guint16) candidate;
  return TRUE;
}

gboolean
qn_loop_draw_inside (QnPen *pen, const QnAxes *axes, const GArray *trace, const GArray *other, QnLabel *label)
{
  static const double sizes[] = { 1.7, 1.3, 1.05, 0.85 };
  const guint n = G_N_ELEMENTS (sizes);

  for (guint i = 0; i < 3 * n && trace->len >= 3 && !qn_trace_broken (trace); i++)
    {
      label->size = sizes[i % n] * pen->text;
      if (draw_inside_at (pen, axes, trace, i < 2 * n ? other : NULL, label, i >= n))
        return TRUE;
    }
  return FALSE;
}

/* --- Names beside the curve ----------------------------------------------- */

/* A stretch of the trace, and what its name keeps clear of. */
typedef struct
{
  const QnAxes *axes;
  const GArray *trace, *other;
  guint from, to;
  double length;
} Stretch;

#define WAYS 8

static const double ways[WAYS][2] = { { 1, 0 }, { -1, 0 }, { 0, -1 }, { 0, 1 }, { 1, -1 }, { 1, 1 }, { -1, -1 }, { -1, 1 } };
static const double fractions[] = { 0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8, 0.1, 0.9 };

/* The name at a candidate: so far along the stretch, on that side of it. */
static gboolean
try_candidate (QnPen *pen, const Stretch *stretch, const QnLabel *label, guint candidate)
{
  QnPoint p = qn_trace_at (stretch->trace, stretch->from, stretch->to, stretch->length * fractions[candidate / WAYS]);
  QnSpot spot = qn_spot_towards (p.x, p.y, ways[candidate % WAYS], 6.2 * pen->line);
  QnRect room = qn_rect_inset (qn_pen_measure (pen, label->markup, label->size, label->bold, spot), -2, -1);

  return !qn_trace_meets (stretch->trace, room) && !qn_trace_meets (stretch->other, room)
         && qn_pen_text (pen, label, qn_rect_inset (stretch->axes->area, 2, 2), spot);
}

/* Where it stood last; else the eight places round a point, those outside the loop's middle first. */
static gboolean
name_stretch (QnPen *pen, const Stretch *stretch, const QnLabel *label, guint16 *place)
{
  QnRect bounds = trace_bounds (stretch->trace);
  QnPoint middle = { bounds.x + bounds.width / 2, bounds.y + bounds.height / 2 };

  if (*place > 0 && try_candidate (pen, stretch, label, *place - 1u))
    return TRUE;
  for (guint i = 0; i < 2 * WAYS * G_N_ELEMENTS (fractions); i++)
    {
      guint candidate = i / (2 * WAYS) * WAYS + i % WAYS;
      QnPoint p = qn_trace_at (stretch->trace, stretch->from, stretch->to, stretch->length * fractions[candidate / WAYS]);
      gboolean outward = ways[i % WAYS][0] * (p.x - middle.x) + ways[i % WAYS][1] * (p.y - middle.y) > 0;

      if (outward != (i / WAYS % 2 == 0) || !try_candidate (pen, stretch, label, candidate))
        continue;
      *place = (guint16) (candidate + 1);
      return TRUE;
    }
  return FALSE;
}

void
qn_loop_draw_names (QnPen *pen, const QnAxes *axes, const GArray *trace, const GArray *other, const QnMachine *machine, double halo)
{
  for (guint from = 0, to; from < trace->len; from = to + 1)
    {
      const QnStroke *stroke = &machine->stroke[POINT (trace, from).stroke];
      QnLabel label = { qn_stroke_name (stroke), QN_SIZE_STROKE * pen->text, FALSE, pen->theme->line[qn_stroke_hue (stroke)], halo };
      guint start = from;

      to = qn_trace_stroke_end (trace, from);
      /* A sudden stroke moves in its jump. */
      if (from > 0 && qn_trace_length (trace, from, to) < LEAST_STROKE * pen->text && !POINT (trace, from).gap)
        start = from - 1;
      if (qn_trace_length (trace, start, to) > LEAST_NAMED * pen->text)
        name_stretch (pen, &(Stretch) { axes, trace, other, start, to, qn_trace_length (trace, start, to) }, &label, &pen->places->of[POINT (trace, from).stroke]);
    }
}

void
qn_loop_draw_name_of (QnPen *pen, const QnAxes *axes, const GArray *trace, const GArray *other, const char *markup, QnColor color, double halo)
{
  QnLabel label = { markup, QN_SIZE_STROKE * pen->text, FALSE, color, halo };

  double length = trace != NULL && trace->len > 1 ? qn_trace_length (trace, 0, trace->len - 1) : 0;

  if (length > LEAST_NAMED * pen->text)
    name_stretch (pen, &(Stretch) { axes, trace, other, 0, trace->len - 1, length }, &label, &pen->places->of[PLACE_OF_REFERENCE]);
}
