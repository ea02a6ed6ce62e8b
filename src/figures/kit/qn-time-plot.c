/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "figures/kit/qn-time-plot.h"

/* In units of the text. */
#define HEAD 1.15 /* that bands take above the bounds */
#define BAND_NAME 0.82 /* size of a name in a band */

static gboolean
has_period (const QnMachine *machine)
{
  return qn_machine_period (machine) > 0;
}

double
qn_time_of (const QnMachine *machine, const QnReading *reading)
{
  double before = 0;

  if (!has_period (machine))
    return reading->stroke + reading->fraction;
  for (int i = 0; i < reading->stroke && i < machine->n_strokes; i++)
    before += machine->stroke[i].duration;
  return before + reading->fraction * machine->stroke[MIN (reading->stroke, machine->n_strokes - 1)].duration;
}

double
qn_time_end (const QnMachine *machine)
{
  return has_period (machine) ? qn_machine_period (machine) : machine->n_strokes;
}

QnRange
qn_time_span (const QnMachine *machine)
{
  return qn_machine_is_continuous (machine) ? (QnRange) { -qn_time_end (machine), 0 } : (QnRange) { 0, qn_time_end (machine) };
}

char *
qn_time_title (const QnMachine *machine, QnRange axis)
{
  if (!has_period (machine))
    return g_strdup (_("Stroke"));
  return qn_axis_title (axis.min < 0 ? _("Time from now") : qn_machine_is_continuous (machine) ? _("Time") : _("Time in the cycle"), "<i>t</i>", QN_DIMENSION_TIME);
}

/* Where on the axis of qn_time_span(). */
static double
place_of (const QnFigure *figure, const QnReading *reading, gboolean live)
{
  const QnSnapshot *s = figure->snapshot;
  const QnMachine *machine = &s->outcome->machine;

  if (!qn_machine_is_continuous (machine))
    return qn_time_of (machine, reading);
  return live ? reading->time - s->now.time : qn_time_of (machine, reading) - qn_time_end (machine);
}

/* --- Readings ------------------------------------------------------------- */

typedef enum
{
  PART_LIMIT,
  PART_NOW,    /* the present cycle, up to now; of a machine that never moves all that ran */
  PART_BEFORE, /* the cycle before, from here on */
} Part;

static gboolean
belongs (const QnSnapshot *s, const QnReading *reading, Part part)
{
  if (part == PART_LIMIT)
    return TRUE;
  if (qn_machine_is_continuous (&s->outcome->machine))
    return part == PART_NOW;
  if (part == PART_NOW)
    return reading->cycle == s->now.cycle;
  return reading->cycle == s->now.cycle - 1 && qn_time_of (&s->outcome->machine, reading) >= qn_time_of (&s->outcome->machine, &s->now);
}

/* A part's readings in data units: places along the axis, then one row of values for each curve. */
typedef struct
{
  gsize n, room;
  double *x, *y;
} Rows;

static void
rows_clear (Rows *rows)
{
  g_free (rows->x);
  g_free (rows->y);
}

static Rows
rows_of (const QnFigure *figure, const QnTimePlot *plot, Part part)
{
  const QnSnapshot *s = figure->snapshot;
  const QnReading *samples = part == PART_LIMIT ? s->solution->limit->samples : s->trail;
  gsize n = part == PART_LIMIT ? s->solution->limit->n : s->n_trail;
  Rows rows = { 0, n, g_new (double, n + 1), g_new (double, (n + 1) * (gsize) plot->n) };

  for (gsize i = 0; i < n; i++)
    {
      if (!belongs (s, &samples[i], part))
        continue;
      rows.x[rows.n] = place_of (figure, &samples[i], part != PART_LIMIT);
      for (int c = 0; c < plot->n; c++)
        rows.y[(gsize) c * n + rows.n] = plot->read (figure, plot->curve[c].id, &samples[i], part != PART_LIMIT);
      rows.n++;
    }
  return rows;
}

static const double *
row_of (const Rows *rows, int curve)
{
  return rows->y + (gsize) curve * rows->room;
}

static void
include (const QnFigure *figure, const QnTimePlot *plot, Part part, QnRange *y)
{
  Rows rows = rows_of (figure, plot, part);

  for (int c = 0; c < plot->n; c++)
    for (gsize i = 0; i < rows.n; i++)
      qn_range_include (y, row_of (&rows, c)[i]);
  rows_clear (&rows);
}

void
qn_time_range (const QnFigure *figure, const QnTimePlot *plot, double least, QnRange *seen, QnRange *y)
{
  qn_range_include (y, 0);
  include (figure, plot, PART_LIMIT, y);
  if (y->max - y->min > least)
    return;
  include (figure, plot, PART_BEFORE, seen);
  include (figure, plot, PART_NOW, seen);
  qn_range_include (y, seen->min);
  qn_range_include (y, seen->max);
}

GArray *
qn_time_trace (const QnFigure *figure, const QnAxes *axes, const QnTimePlot *plot, int curve)
{
  Rows rows = rows_of (figure, plot, PART_LIMIT);
  GArray *trace = g_array_new (FALSE, FALSE, sizeof (QnLoopPoint));
  gboolean gap = TRUE;

  for (gsize i = 0; i < rows.n; i++)
    {
      QnLoopPoint p = { qn_axis_scale_map (&axes->x, rows.x[i]), qn_axis_scale_map (&axes->y, row_of (&rows, curve)[i]), 0, FALSE, gap };

      gap = !isfinite (p.y);
      if (!gap)
        g_array_append_val (trace, p);
    }
  rows_clear (&rows);
  return trace;
}

/* --- Curves --------------------------------------------------------------- */

/* Between the curve and 0, stretch by stretch. */
static void
fill (QnPen *pen, const QnAxes *axes, const Rows *rows, int curve, QnColor color)
{
  const double *y = row_of (rows, curve);
  double zero = qn_axis_scale_map (&axes->y, 0);

  qn_pen_clip (pen, axes->area);
  qn_canvas_set_color (pen->canvas, color);
  for (gsize from = 0, to; from < rows->n; from = to + 1)
    {
      for (to = from; to < rows->n && isfinite (y[to]); to++)
        {
          double x = qn_axis_scale_map (&axes->x, rows->x[to]);

          if (to == from)
            qn_canvas_move_to (pen->canvas, x, zero);
          qn_canvas_line_to (pen->canvas, x, qn_axis_scale_map (&axes->y, y[to]));
        }
      if (to < from + 2)
        continue;
      qn_canvas_line_to (pen->canvas, qn_axis_scale_map (&axes->x, rows->x[to - 1]), zero);
      qn_canvas_close (pen->canvas);
      qn_canvas_fill (pen->canvas);
    }
  qn_canvas_restore (pen->canvas);
}

/* The pattern is that of the full weight: where the present cycle lies on the limit cycle, so do their dashes. */
static void
set_dash (QnPen *pen, const QnTimeCurve *curve, double width)
{
  static const double patterns[][2] = { [QN_DASH_DASHED] = { 4, 3 }, [QN_DASH_DOTTED] = { 0.1, 2.2 }, [QN_DASH_LONG] = { 8, 4 } };
  double unit = curve->width * pen->line, pattern[2] = { patterns[curve->dash][0] * unit, patterns[curve->dash][1] * unit };

  qn_canvas_set_line (pen->canvas, width, pattern, curve->dash == QN_DASH_SOLID ? 0 : 2);
}

/* Thinned to what can be told apart: dashes make every point dear. */
static void
line (QnPen *pen, const QnAxes *axes, const Rows *rows, const double *y)
{
  gboolean drawing = FALSE;
  double last_x = 0, last_y = 0;

  for (gsize i = 0; i < rows->n; i++)
    {
      double px = qn_axis_scale_map (&axes->x, rows->x[i]), py = qn_axis_scale_map (&axes->y, y[i]);
      gboolean end = i + 1 == rows->n || !isfinite (y[i + 1]);

      if (isfinite (py) && drawing && !end && hypot (px - last_x, py - last_y) < 0.8)
        continue;
      if (isfinite (py) && drawing)
        qn_canvas_line_to (pen->canvas, px, py);
      else if (isfinite (py))
        qn_canvas_move_to (pen->canvas, px, py);
      drawing = isfinite (py);
      last_x = px;
      last_y = py;
    }
}

static void
draw_part (const QnFigure *figure, QnPen *pen, const QnAxes *axes, const QnTimePlot *plot, Part part)
{
  const double strength[] = { [PART_LIMIT] = 0.85, [PART_NOW] = 1, [PART_BEFORE] = 0.45 };
  const double weight[] = { [PART_LIMIT] = 0.45, [PART_NOW] = 1, [PART_BEFORE] = 0.8 };
  Rows rows = rows_of (figure, plot, part);

  for (int c = 0; c < plot->n && rows.n > 1; c++)
    if (plot->curve[c].fill > 0)
      fill (pen, axes, &rows, c, qn_color_alpha (pen->theme->fill[plot->curve[c].hue], plot->curve[c].fill * (part == PART_NOW ? 1 : 0.5)));
  qn_pen_clip (pen, (QnRect) { axes->area.x - 1, axes->area.y - 2 * pen->line, axes->area.width + 1 + 2 * pen->line, axes->area.height + 4 * pen->line });
  for (int c = plot->n - 1; c >= 0 && rows.n > 1; c--)
    {
      const QnTimeCurve *curve = &plot->curve[c];

      line (pen, axes, &rows, row_of (&rows, c));
      qn_canvas_set_color (pen->canvas, qn_color_alpha (pen->theme->line[curve->hue], strength[part]));
      set_dash (pen, curve, MAX (curve->width * weight[part], 0.8) * pen->line);
      qn_canvas_stroke (pen->canvas);
    }
  qn_canvas_restore (pen->canvas);
  rows_clear (&rows);
}

void
qn_time_draw_limit (const QnFigure *figure, QnPen *pen, const QnAxes *axes, const QnTimePlot *plot)
{
  double zero = qn_axis_scale_map (&axes->y, 0);

  qn_pen_horizontal (pen, &axes->area, zero);
  qn_pen_stroke (pen, pen->theme->frame, QN_DASH_SOLID, 0.8);
  draw_part (figure, pen, axes, plot, PART_LIMIT);
}

/* A wedge at the edge where a curve is farthest beyond it, upwards or downwards. */
static void
mark_cut (QnPen *pen, const QnAxes *axes, const Rows *rows, const QnTimeCurve *curve, const double *y, gboolean up)
{
  double size = 3 * pen->line, edge = up ? axes->area.y : axes->area.y + axes->area.height, way = up ? size : -size, farthest = 1e-6 * axes->area.height, x = NAN;

  for (gsize i = 0; i < rows->n; i++)
    {
      double py = qn_axis_scale_map (&axes->y, y[i]), beyond = up ? edge - py : py - edge;

      if (!(beyond > farthest))
        continue;
      farthest = beyond;
      x = qn_axis_scale_map (&axes->x, rows->x[i]);
    }
  if (isnan (x))
    return;
  x = CLAMP (x, axes->area.x + size, axes->area.x + axes->area.width - size);
  qn_pen_to (pen, TRUE, x, edge);
  qn_pen_to (pen, FALSE, x - size, edge + 1.6 * way);
  qn_pen_to (pen, FALSE, x + size, edge + 1.6 * way);
  qn_pen_fill (pen, pen->theme->line[curve->hue]);
}

static void
mark_cuts (const QnFigure *figure, QnPen *pen, const QnAxes *axes, const QnTimePlot *plot)
{
  Rows rows = rows_of (figure, plot, PART_NOW);

  for (int c = 0; c < plot->n; c++)
    for (int up = 0; up < 2; up++)
      mark_cut (pen, axes, &rows, &plot->curve[c], row_of (&rows, c), up);
  rows_clear (&rows);
}

void
qn_time_draw_live (const QnFigure *figure, QnPen *pen, const QnAxes *axes, const QnTimePlot *plot)
{
  const QnSnapshot *s = figure->snapshot;
  double x = place_of (figure, &s->now, TRUE);

  if (s->now.time == 0 && qn_machine_is_continuous (&s->outcome->machine))
    return; /* nothing has run */
  draw_part (figure, pen, axes, plot, PART_BEFORE);
  draw_part (figure, pen, axes, plot, PART_NOW);
  mark_cuts (figure, pen, axes, plot);
  qn_pen_clip (pen, (QnRect) { axes->area.x - 1.5 * pen->line, 0, pen->width, pen->height }); /* keeps off the labels of the axis */
  for (int c = plot->n - 1; c >= 0; c--)
    qn_axes_disc (axes, pen->canvas, x, plot->read (figure, plot->curve[c].id, &s->now, TRUE), (2.0 + 0.5 * plot->curve[c].width) * pen->line,
                  pen->theme->line[plot->curve[c].hue], pen->theme->background);
  qn_canvas_restore (pen->canvas);
}

/* --- Strokes -------------------------------------------------------------- */

#define BAND 1.45 /* height in text sizes */

double
qn_time_head (const QnPen *pen)
{
  return HEAD * pen->text;
}

/* Its name, or its reservoir's alone, or nothing. */
static void
name_band (const QnFigure *figure, QnPen *pen, const QnStroke *stroke, QnRect band)
{
  const char *texts[2] = { qn_stroke_name (stroke), NULL };

  for (int k = 0; k < QN_MAX_BATHS; k++)
    if (stroke->baths == 1u << k)
      texts[1] = qn_lab_bath_name (figure->snapshot->experiment.lab, k);
  for (int i = 0; i < 2 && texts[i] != NULL; i++)
    {
      QnLabel label = { texts[i], BAND_NAME * pen->text, FALSE, pen->theme->line[qn_stroke_hue (stroke)], 0 };

      if (qn_pen_text (pen, &label, qn_rect_inset (band, QN_GAP_HAIR * pen->text, -2), (QnSpot) { band.x + band.width / 2, band.y + band.height / 2, QN_ALIGN_CENTER, QN_ALIGN_CENTER }))
        return;
    }
}

static void
draw_meeting (QnPen *pen, const QnAxes *axes, double x)
{
  qn_pen_vertical (pen, &axes->area, x);
  qn_pen_stroke (pen, qn_color_alpha (pen->theme->line[QN_HUE_REFERENCE], 0.6), QN_DASH_DOTTED, 0.9);
}

static double
start_of_stroke (const QnFigure *figure, const QnAxes *axes, int stroke)
{
  const QnMachine *machine = &figure->snapshot->outcome->machine;
  QnReading start = { .stroke = stroke };

  return qn_axis_scale_map (&axes->x, qn_time_of (machine, &start) - (axes->x.data.min < 0 ? qn_time_end (machine) : 0));
}

static void
draw_band (const QnFigure *figure, QnPen *pen, const QnStroke *stroke, QnRect band)
{
  QnHue hue = qn_stroke_hue (stroke);

  qn_pen_fill_rect (pen, (QnRect) { band.x + 0.5 * pen->line, band.y, band.width - pen->line, band.height }, qn_color_alpha (pen->theme->fill[hue], stroke->baths != 0 ? 0.20 : 0.09));
  qn_pen_segment (pen, band.x + pen->line, band.y, band.x + band.width - pen->line, band.y);
  qn_pen_stroke (pen, pen->theme->line[hue], qn_stroke_dash (stroke), (stroke->baths != 0 ? 1.8 : 0.9));
  name_band (figure, pen, stroke, band);
}

void
qn_time_draw_strokes (const QnFigure *figure, QnPen *pen, const QnAxes *axes, gboolean bands)
{
  const QnMachine *machine = &figure->snapshot->outcome->machine;
  double height = BAND * pen->text, y = axes->area.y - height - 0.6 * pen->line;

  for (int i = 0; i < machine->n_strokes; i++)
    {
      double from = start_of_stroke (figure, axes, i), to = start_of_stroke (figure, axes, i + 1);

      if (i > 0)
        draw_meeting (pen, axes, from);
      if (bands && to - from > 1.5 * pen->line)
        draw_band (figure, pen, &machine->stroke[i], (QnRect) { from, y, to - from, height });
    }
}

void
qn_time_add_meetings (const QnFigure *figure, const QnAxes *axes, GArray *trace)
{
  for (int i = 1; i < figure->snapshot->outcome->machine.n_strokes; i++)
    {
      double x = start_of_stroke (figure, axes, i);
      QnLoopPoint ends[2] = { { x, axes->area.y, 0, FALSE, TRUE }, { x, axes->area.y + axes->area.height, 0, FALSE, FALSE } };

      g_array_append_vals (trace, ends, 2);
    }
}

/* --- Data ----------------------------------------------------------------- */

static void
csv_rows (const QnFigure *figure, GString *out, const QnTimePlot *plot, gboolean live)
{
  const QnSnapshot *s = figure->snapshot;
  const QnReading *samples = live ? s->trail : s->solution->limit->samples;
  gsize n = live ? s->n_trail : s->solution->limit->n;

  for (gsize i = 0; i < n; i++)
    {
      double numbers[1 + QN_TIME_CURVES] = { qn_time_of (&s->outcome->machine, &samples[i]) };

      for (int c = 0; c < plot->n; c++)
        numbers[1 + c] = plot->read (figure, plot->curve[c].id, &samples[i], live);
      qn_csv_row (out, numbers, 1 + (gsize) plot->n, "%s,%s,%" G_GINT64_FORMAT, live ? "live" : "limit",
                  samples[i].stroke < s->outcome->machine.n_strokes ? s->outcome->machine.stroke[samples[i].stroke].id : "", samples[i].cycle + 1);
    }
}

void
qn_time_csv_heads (GString *out)
{
  g_string_append (out, "curve,stroke,cycle,");
  qn_csv_head (out, "time in the cycle", QN_DIMENSION_TIME, FALSE);
}

void
qn_time_csv (const QnFigure *figure, GString *out, const QnTimePlot *plot)
{
  csv_rows (figure, out, plot, FALSE);
  if (figure->snapshot->now.time > 0)
    csv_rows (figure, out, plot, TRUE);
}
