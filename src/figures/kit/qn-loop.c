/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "figures/kit/qn-loop.h"

#define POINT(trace, i) g_array_index (trace, QnLoopPoint, i)

QnFrame
qn_loop_frame (QnFigure *figure, QnPen *pen, const QnPlane *plane)
{
  return qn_frame_of_ranges (figure, pen, qn_pen_whole (pen), qn_axis_title (_(plane->x_title.name), plane->x_title.symbol, plane->x_title.dimension),
                             QN_SCALE_LINEAR, qn_axis_title (_(plane->y_title.name), plane->y_title.symbol, plane->y_title.dimension));
}

void
qn_loop_range (const QnReading *samples, gsize n, const QnPlane *plane, QnRange *x, QnRange *y)
{
  for (gsize i = 0; i < n; i++)
    {
      qn_range_include (x, plane->x (&samples[i]));
      qn_range_include (y, plane->y (&samples[i]));
    }
}

void
qn_loop_ranges (const QnSnapshot *snapshot, const QnPlane *plane, QnRange *x, QnRange *y)
{
  qn_loop_range (snapshot->solution->limit->samples, snapshot->solution->limit->n, plane, x, y);
  if (snapshot->solution->reference != NULL)
    qn_loop_range (snapshot->solution->reference->samples, snapshot->solution->reference->n, plane, x, y);
}

double
qn_loop_area (const QnCurve *curve, const QnPlane *plane)
{
  double sum = 0;

  for (gsize i = 0; i < curve->n; i++)
    {
      const QnReading *a = &curve->samples[i], *b = &curve->samples[(i + 1) % curve->n];

      sum += (plane->y (a) + plane->y (b)) / 2 * (plane->x (b) - plane->x (a));
    }
  return sum;
}

GArray *
qn_loop_trace (const QnAxes *axes, const QnCurve *curve, const QnPlane *plane)
{
  GArray *trace = g_array_new (FALSE, FALSE, sizeof (QnLoopPoint));
  gboolean gap = TRUE;

  for (gsize i = 0; i < curve->n; i++)
    {
      const QnReading *s = &curve->samples[i];
      gboolean first = i == 0 || s->stroke != curve->samples[i - 1].stroke;
      gboolean last = i + 1 == curve->n || s->stroke != curve->samples[i + 1].stroke;
      QnLoopPoint p = { qn_axis_scale_map (&axes->x, plane->x (s)), qn_axis_scale_map (&axes->y, plane->y (s)), s->stroke, first && i > 0, gap };

      if (!isfinite (p.x) || !isfinite (p.y))
        {
          gap = TRUE;
          continue;
        }
      if (trace->len > 0 && !gap && !first && !last
          && hypot (p.x - POINT (trace, trace->len - 1).x, p.y - POINT (trace, trace->len - 1).y) < 0.8)
        continue;
      g_array_append_val (trace, p);
      gap = FALSE;
    }
  return trace;
}

/* --- The area ------------------------------------------------------------- */

static double
lobe_area (const QnPoint *p, guint n)
{
  double sum = 0;

  for (guint i = 0; i < n; i++)
    sum += (p[i].y + p[(i + 1) % n].y) / 2 * (p[(i + 1) % n].x - p[i].x);
  return -sum; /* y points down on the canvas */
}

/* Where a->b crosses c->d, as the fraction of a->b. Half open, so that a crossing at a corner counts once. */
static gboolean
crossing (QnPoint a, QnPoint b, QnPoint c, QnPoint d, double *fraction)
{
  double ux = b.x - a.x, uy = b.y - a.y, vx = d.x - c.x, vy = d.y - c.y;
  double det = ux * vy - uy * vx, s, t;

  if (fabs (det) < 1e-9)
    return FALSE;
  s = ((c.x - a.x) * vy - (c.y - a.y) * vx) / det;
  t = ((c.x - a.x) * uy - (c.y - a.y) * ux) / det;
  if (s <= 1e-6 || s > 1 + 1e-6 || t < -1e-6 || t >= 1 - 1e-6)
    return FALSE;
  *fraction = s;
  return TRUE;
}

/* The first segment of `path` that end -> p crosses; -1: none. */
static int
first_crossing (const GArray *path, QnPoint p, QnPoint *at)
{
  QnPoint end = g_array_index (path, QnPoint, path->len - 1);
  double best = 2;
  int found = -1;

  for (guint k = 0; k + 2 < path->len; k++)
    {
      double s;

      if (crossing (end, p, g_array_index (path, QnPoint, k), g_array_index (path, QnPoint, k + 1), &s) && s < best)
        {
          best = s;
          found = (int) k;
        }
    }
  if (found >= 0)
    *at = (QnPoint) { end.x + best * (p.x - end.x), end.y + best * (p.y - end.y) };
  return found;
}

/* Walks round the curve and cuts off a lobe whenever it meets its own way. */
static GPtrArray *
split_lobes (const GArray *trace)
{
  GPtrArray *lobes = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  GArray *path = g_array_new (FALSE, FALSE, sizeof (QnPoint));

  for (guint i = 0; i <= trace->len; i++)
    {
      QnPoint p = { POINT (trace, i % trace->len).x, POINT (trace, i % trace->len).y }, at;
      int k;

      for (int guard = 0; path->len > 2 && guard < 64 && (k = first_crossing (path, p, &at)) >= 0; guard++)
        {
          GArray *lobe = g_array_new (FALSE, FALSE, sizeof (QnPoint));

          g_array_append_val (lobe, at);
          g_array_append_vals (lobe, &g_array_index (path, QnPoint, k + 1), path->len - (guint) k - 1);
          g_ptr_array_add (lobes, lobe);
          g_array_set_size (path, (guint) k + 1);
          g_array_append_val (path, at);
        }
      g_array_append_val (path, p);
    }
  g_ptr_array_add (lobes, path);
  return lobes;
}

static void
lobe_path (QnCanvas *canvas, const GArray *lobe)
{
  for (guint i = 0; i < lobe->len; i++)
    {
      QnPoint p = g_array_index (lobe, QnPoint, i);

      if (i == 0)
        qn_canvas_move_to (canvas, p.x, p.y);
      else
        qn_canvas_line_to (canvas, p.x, p.y);
    }
  qn_canvas_close (canvas);
}

gboolean
qn_trace_broken (const GArray *trace)
{
  for (guint i = 1; i < trace->len; i++)
    if (POINT (trace, i).gap)
      return TRUE;
  return FALSE;
}

void
qn_loop_fill (QnPen *pen, const QnAxes *axes, const GArray *trace)
{
  g_autoptr (GPtrArray) lobes = NULL;

  if (trace->len < 3 || qn_trace_broken (trace))
    return;
  lobes = split_lobes (trace);
  qn_pen_clip (pen, axes->area);
  for (guint i = 0; i < lobes->len; i++)
    {
      const GArray *lobe = g_ptr_array_index (lobes, i);
      double area = lobe->len > 2 ? lobe_area ((const QnPoint *) lobe->data, lobe->len) : 0;

      if (fabs (area) < 2)
        continue;
      lobe_path (pen->canvas, lobe);
      if (area > 0)
        qn_pen_fill (pen, qn_color_alpha (pen->theme->fill[QN_HUE_WORK], 0.26));
      else
        qn_pen_hatch (pen, qn_color_alpha (pen->theme->line[QN_HUE_REFERENCE], 0.55), 5);
    }
  qn_canvas_restore (pen->canvas);
}

/* --- Room for labels ------------------------------------------------------ */

/* Liang and Barsky's clipping of a segment against a box. */
static gboolean
segment_meets (double x0, double y0, double x1, double y1, QnRect box)
{
  double p[4] = { x0 - x1, x1 - x0, y0 - y1, y1 - y0 };
  double q[4] = { x0 - box.x, box.x + box.width - x0, y0 - box.y, box.y + box.height - y0 };
  double from = 0, to = 1;

  for (int i = 0; i < 4; i++)
    {
      double t;

      if (p[i] == 0)
        {
          if (q[i] < 0)
            return FALSE;
          continue;
        }
      t = q[i] / p[i];
      if (p[i] < 0)
        from = MAX (from, t);
      else
        to = MIN (to, t);
    }
  return from <= to;
}

gboolean
qn_trace_meets (const GArray *trace, QnRect box)
{
  for (guint i = 1; trace != NULL && i < trace->len; i++)
    if (!POINT (trace, i).gap
        && segment_meets (POINT (trace, i - 1).x, POINT (trace, i - 1).y, POINT (trace, i).x, POINT (trace, i).y, box))
      return TRUE;
  return FALSE;
}

gboolean
qn_trace_text (QnPen *pen, const QnLabel *label, QnRect within, QnSpot at, const GArray *trace, const GArray *other)
{
  QnRect box = qn_pen_measure (pen, label->markup, label->size, label->bold, at);

  return !qn_trace_meets (trace, box) && !qn_trace_meets (other, box) && qn_pen_text (pen, label, within, at);
}

/* --- Lines ---------------------------------------------------------------- */

static void
stretch_path (QnCanvas *canvas, const GArray *trace, guint from, guint to)
{
  qn_canvas_move_to (canvas, POINT (trace, from).x, POINT (trace, from).y);
  for (guint i = from + 1; i <= to; i++)
    {
      if (POINT (trace, i).gap)
        qn_canvas_move_to (canvas, POINT (trace, i).x, POINT (trace, i).y);
      else
        qn_canvas_line_to (canvas, POINT (trace, i).x, POINT (trace, i).y);
    }
}

void
qn_loop_draw_reference (QnPen *pen, const QnAxes *axes, const GArray *trace)
{
  if (trace == NULL || trace->len < 2)
    return;
  qn_pen_clip (pen, axes->area);
  stretch_path (pen->canvas, trace, 0, trace->len - 1);
  qn_pen_stroke (pen, qn_color_alpha (pen->theme->line[QN_HUE_REFERENCE], 0.75), QN_DASH_DASHED, 0.9);
  qn_canvas_restore (pen->canvas);
}

double
qn_trace_length (const GArray *trace, guint from, guint to)
{
  double sum = 0;

  for (guint i = from + 1; i <= to; i++)
    if (!POINT (trace, i).gap)
      sum += hypot (POINT (trace, i).x - POINT (trace, i - 1).x, POINT (trace, i).y - POINT (trace, i - 1).y);
  return sum;
}

QnPoint
qn_trace_at (const GArray *trace, guint from, guint to, double length)
{
  for (guint i = from + 1; i <= to; i++)
    {
      const QnLoopPoint *a = &POINT (trace, i - 1), *b = &POINT (trace, i);
      double step = b->gap ? 0 : hypot (b->x - a->x, b->y - a->y);

      if (step > 0 && length <= step)
        return (QnPoint) { a->x + (b->x - a->x) * length / step, a->y + (b->y - a->y) * length / step };
      length -= step;
    }
  return (QnPoint) { POINT (trace, to).x, POINT (trace, to).y };
}

/* Keeps labels off an arrow: the box round its corners, less the room that labels keep from boxes anyhow. */
static void
take_arrow (QnPen *pen, const QnPoint corner[4])
{
  QnRange x = QN_RANGE_EMPTY, y = QN_RANGE_EMPTY;

  for (int i = 0; i < 4; i++)
    {
      qn_range_include (&x, corner[i].x);
      qn_range_include (&y, corner[i].y);
    }
  qn_pen_take (pen, qn_rect_inset ((QnRect) { x.min, y.min, x.max - x.min, y.max - y.min }, QN_GAP_NEAR * pen->text, 1));
}

/* Head in mid-stroke, turned along the chord about it: a tangent would flutter on a noisy line. */
static void
draw_arrow (QnPen *pen, const GArray *trace, guint from, guint to, QnColor color)
{
  double length = qn_trace_length (trace, from, to), size = 4.6 * pen->line, dx, dy, norm;
  QnPoint tail, head, corner[4];

  if (length < 3 * size)
    return;
  tail = qn_trace_at (trace, from, to, length / 2 - size * 0.8);
  head = qn_trace_at (trace, from, to, length / 2 + size * 0.8);
  dx = head.x - tail.x;
  dy = head.y - tail.y;
  norm = hypot (dx, dy);
  if (norm < size * 0.5)
    return;
  dx *= size / norm;
  dy *= size / norm;
  corner[0] = head;
  corner[1] = (QnPoint) { head.x - 1.7 * dx - 0.8 * dy, head.y - 1.7 * dy + 0.8 * dx };
  corner[2] = (QnPoint) { head.x - 1.25 * dx, head.y - 1.25 * dy };
  corner[3] = (QnPoint) { head.x - 1.7 * dx + 0.8 * dy, head.y - 1.7 * dy - 0.8 * dx };
  qn_canvas_move_to (pen->canvas, head.x, head.y);
  for (int i = 1; i < 4; i++)
    qn_canvas_line_to (pen->canvas, corner[i].x, corner[i].y);
  qn_canvas_close (pen->canvas);
  qn_pen_fill (pen, color);
  take_arrow (pen, corner);
}

/* The way between two strokes: sudden work, or the force's jump where a drive stops. */
static void
draw_jump (QnPen *pen, const QnLoopPoint *a, const QnLoopPoint *b, const QnMachine *machine)
{
  const QnStroke *before = &machine->stroke[a->stroke], *after = &machine->stroke[b->stroke];
  QnHue hue = before->baths == 0 ? qn_stroke_hue (before) : qn_stroke_hue (after);

  if (hypot (b->x - a->x, b->y - a->y) < 0.5)
    return;
  qn_pen_segment (pen, a->x, a->y, b->x, b->y);
  qn_pen_stroke (pen, pen->theme->line[hue], QN_DASH_DOTTED, 1.5);
}

guint
qn_trace_stroke_end (const GArray *trace, guint from)
{
  guint to = from;

  while (to + 1 < trace->len && POINT (trace, to + 1).stroke == POINT (trace, from).stroke)
    to++;
  return to;
}

/* Isolated strokes lie under contacts, so that ends of a contact are whole. */
static void
draw_pass (QnPen *pen, const GArray *trace, const QnMachine *machine, gboolean contacts)
{
  for (guint from = 0, to; from < trace->len; from = to + 1)
    {
      const QnStroke *stroke = &machine->stroke[POINT (trace, from).stroke];
      QnColor color = pen->theme->line[qn_stroke_hue (stroke)];
      double width = stroke->baths == 0 ? 1.6 : 2.2;

      to = qn_trace_stroke_end (trace, from);
      if ((stroke->baths != 0) != contacts)
        continue;
      if (to > from)
        {
          stretch_path (pen->canvas, trace, from, to);
          qn_pen_stroke (pen, color, qn_stroke_dash (stroke), width);
        }
      draw_arrow (pen, trace, from, to, color);
    }
}

static void
draw_jumps (QnPen *pen, const GArray *trace, const QnMachine *machine)
{
  for (guint i = 0; i < trace->len; i++)
    {
      const QnLoopPoint *a = &POINT (trace, i == 0 ? trace->len - 1 : i - 1), *b = &POINT (trace, i);

      if (a->stroke != b->stroke && (i == 0 || !b->gap))
        {
          draw_jump (pen, a, b, machine);
          if (hypot (b->x - a->x, b->y - a->y) > 14 * pen->line && i > 0)
            draw_arrow (pen, trace, i - 1, i, pen->theme->line[QN_HUE_WORK]);
        }
    }
}

void
qn_loop_draw_strokes (QnPen *pen, const QnAxes *axes, const GArray *trace, const QnMachine *machine)
{
  qn_pen_clip (pen, axes->area);
  draw_jumps (pen, trace, machine);
  draw_pass (pen, trace, machine, FALSE);
  draw_pass (pen, trace, machine, TRUE);
  qn_canvas_restore (pen->canvas);
}

/* --- The live point ------------------------------------------------------- */

gsize
qn_loop_trail_start (const QnSnapshot *snapshot)
{
  double period = qn_machine_period (&snapshot->outcome->machine), since;
  gsize i;

  if (snapshot->n_trail < 2 || !(snapshot->now.time > 0) || period <= 0)
    return snapshot->n_trail;
  since = snapshot->trail[snapshot->n_trail - 1].time - period / 4;
  for (i = snapshot->n_trail; i > 0 && snapshot->trail[i - 1].time >= since; i--)
    ;
  return i;
}

/* The trail from reading `first` on. */
static void
trail_path (QnPen *pen, const QnAxes *axes, const QnSnapshot *snapshot, const QnPlane *plane, gsize first)
{
  gboolean drawing = FALSE;
  double last_x = 0, last_y = 0;

  for (gsize i = first; i < snapshot->n_trail; i++)
    {
      double x = qn_axis_scale_map (&axes->x, plane->x (&snapshot->trail[i]));
      double y = qn_axis_scale_map (&axes->y, plane->y (&snapshot->trail[i]));

      if (!isfinite (x) || !isfinite (y))
        {
          drawing = FALSE;
          continue;
        }
      if (drawing && i + 1 < snapshot->n_trail && hypot (x - last_x, y - last_y) < 0.8)
        continue;
      qn_pen_to (pen, !drawing, x, y);
      drawing = TRUE;
      last_x = x;
      last_y = y;
    }
}

/* Every pass covers all from its start to the point: fainter passes add up towards
 * the point without the beads that pieces laid end to end would show. */
static void
draw_trail (QnPen *pen, const QnAxes *axes, const QnSnapshot *snapshot, const QnPlane *plane)
{
  const int passes = 7;
  gsize first = qn_loop_trail_start (snapshot), n = snapshot->n_trail;

  for (int k = 0; k < passes && first + 1 < n; k++)
    {
      trail_path (pen, axes, snapshot, plane, first + (n - 1 - first) * (gsize) k / (gsize) passes);
      qn_pen_stroke (pen, qn_color_alpha (pen->theme->line[QN_HUE_FOREGROUND], 0.20), QN_DASH_SOLID, (1.4 + 2.2 * k / (passes - 1)));
    }
}

void
qn_loop_draw_live (QnFigure *figure, QnPen *pen, const QnPlane *plane)
{
  const QnSnapshot *snapshot = figure->snapshot;
  g_auto (QnFrame) frame = qn_loop_frame (figure, pen, plane);
  const QnAxes *axes = frame.axes;
  double x = qn_axis_scale_map (&axes->x, plane->x (&snapshot->now)), y = qn_axis_scale_map (&axes->y, plane->y (&snapshot->now));

  qn_pen_clip (pen, axes->area);
  draw_trail (pen, axes, snapshot, plane);
  qn_canvas_restore (pen->canvas);
  if (!isfinite (x) || !isfinite (y))
    return;
  x = CLAMP (x, axes->area.x, axes->area.x + axes->area.width);
  y = CLAMP (y, axes->area.y, axes->area.y + axes->area.height);
  qn_pen_disc (pen, x, y, 4.4 * pen->line, pen->theme->background);
  qn_pen_disc (pen, x, y, 3.4 * pen->line, pen->theme->line[QN_HUE_FOREGROUND]);
}

static void
csv_rows (GString *out, const char *name, const QnReading *samples, gsize n, const QnMachine *machine, const QnPlane *plane)
{
  for (gsize i = 0; i < n; i++)
    {
      const QnReading *s = &samples[i];
      const double numbers[] = { s->time, plane->x (s), plane->y (s) };

      qn_csv_row (out, numbers, G_N_ELEMENTS (numbers), "%s,%s", name, s->stroke < machine->n_strokes ? machine->stroke[s->stroke].id : "");
    }
}

void
qn_loop_csv (GString *out, const QnSnapshot *snapshot, const QnPlane *plane)
{
  qn_csv_heads (out, "curve", QN_DIMENSION_NONE, "stroke", QN_DIMENSION_NONE, "time", QN_DIMENSION_TIME,
                plane->x_title.plain, plane->x_title.dimension, plane->y_title.plain, plane->y_title.dimension, NULL);
  csv_rows (out, "limit", snapshot->solution->limit->samples, snapshot->solution->limit->n, &snapshot->outcome->machine, plane);
  if (snapshot->solution->reference != NULL)
    csv_rows (out, "quasi-static", snapshot->solution->reference->samples, snapshot->solution->reference->n, &snapshot->outcome->machine, plane);
  if (snapshot->now.time > 0)
    csv_rows (out, "live", snapshot->trail, snapshot->n_trail, &snapshot->outcome->machine, plane);
}
