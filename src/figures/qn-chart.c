/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "qn-chart.h"

#define MOST_CHARTS 2
#define BESIDE 1.7 /* charts stand side by side in a figure at least this many times as wide as high */
#define LEAST 13   /* text sizes of height below which a chart gives way */
#define PLACES 28  /* along a curve, that its name is tried at */

typedef struct
{
  QnChart chart;
  QnRange x, y;            /* of what is drawn; of logarithms on a logarithmic axis */
  QnStableRange shown_x, shown_y;
  const char *x_name, *y_name; /* what the ranges are of */
  QnLayoutKey key;         /* of `axes` */
  QnAxes axes;
} Pane;

struct _QnCharts
{
  int n;
  Pane pane[MOST_CHARTS];
  QnReport *held[2];
};

/* --- What is on a chart --------------------------------------------------- */

void
qn_chart_add_curve (QnChart *chart, QnChartCurve curve)
{
  g_assert (chart->n_curves < QN_CHART_CURVES && curve.table != NULL);
  if (curve.n == 0)
    curve.n = curve.table->n_rows - MIN (curve.first, curve.table->n_rows);
  chart->curve[chart->n_curves++] = curve;
}

void
qn_chart_add_limit (QnChart *chart, QnChartLimit limit)
{
  g_assert (chart->n_limits < QN_CHART_MARKS);
  chart->limit[chart->n_limits++] = limit;
}

void
qn_chart_add_point (QnChart *chart, QnChartPoint point)
{
  g_assert (chart->n_points < QN_CHART_MARKS);
  chart->point[chart->n_points++] = point;
}

void
qn_chart_add_band (QnChart *chart, QnChartBand band)
{
  g_assert (chart->n_bands < QN_CHART_MARKS);
  chart->band[chart->n_bands++] = band;
}

const char *
qn_chart_keep (QnChart *chart, char *text)
{
  g_ptr_array_add (chart->texts, text);
  return text;
}

static void
chart_clear (QnChart *chart)
{
  g_clear_pointer (&chart->texts, g_ptr_array_unref);
  *chart = (QnChart) { .now = NAN };
  chart->x.range = chart->y.range = QN_RANGE_EMPTY;
}

static double
on_axis (const QnChartAxis *axis, double value)
{
  return axis->scale == QN_SCALE_LOG && !(value > 0) ? NAN : value;
}

static double
cell (const QnChartCurve *curve, gsize i, int column)
{
  return qn_table_get (curve->table, curve->first + i, column);
}

/* Half the distance of two bars. */
static double
half_bar (const QnChartCurve *curve)
{
  return curve->n > 1 ? 0.5 * fabs (cell (curve, 1, curve->x) - cell (curve, 0, curve->x)) : 0.5;
}

/* --- Ranges --------------------------------------------------------------- */

static void
include (const QnChartAxis *axis, QnRange *range, double value)
{
  value = on_axis (axis, value);
  qn_range_include (range, axis->scale == QN_SCALE_LOG ? log10 (value) : value);
}

static void
include_curve (Pane *pane, const QnChartCurve *curve)
{
  const QnChart *chart = &pane->chart;
  double half = curve->kind == QN_CHART_BARS ? half_bar (curve) : 0;

  for (gsize i = 0; i < curve->n; i++)
    {
      double x = cell (curve, i, curve->x), y = cell (curve, i, curve->y), error = curve->error ? cell (curve, i, curve->error) : 0;

      if (isnan (y) || isnan (on_axis (&chart->x, x)))
        continue;
      include (&chart->x, &pane->x, x - half);
      include (&chart->x, &pane->x, x + half);
      include (&chart->y, &pane->y, isfinite (error) ? y - error : y);
      include (&chart->y, &pane->y, isfinite (error) ? y + error : y);
    }
  if (curve->kind == QN_CHART_BARS || curve->fill > 0)
    include (&chart->y, &pane->y, 0);
}

static void
find_ranges (Pane *pane)
{
  const QnChart *chart = &pane->chart;

  pane->x = pane->y = QN_RANGE_EMPTY;
  for (int i = 0; i < chart->n_curves; i++)
    include_curve (pane, &chart->curve[i]);
  for (int i = 0; i < chart->n_limits; i++)
    include (chart->limit[i].vertical ? &chart->x : &chart->y, chart->limit[i].vertical ? &pane->x : &pane->y, chart->limit[i].value);
  for (int i = 0; i < chart->n_points; i++)
    {
      include (&chart->x, &pane->x, chart->point[i].x);
      include (&chart->y, &pane->y, chart->point[i].y);
    }
  include (&chart->x, &pane->x, chart->x.range.min);
  include (&chart->x, &pane->x, chart->x.range.max);
  include (&chart->y, &pane->y, chart->y.range.min);
  include (&chart->y, &pane->y, chart->y.range.max);
  pane->x = qn_range_padded (pane->x, 0, 1e-12);
  pane->y = qn_range_padded (pane->y, 0.07, chart->y.scale == QN_SCALE_LOG ? 0.1 : 1e-12);
}

static gboolean
follow_ranges (Pane *pane, double seconds, gboolean held)
{
  gboolean moved;

  if (g_strcmp0 (pane->x_name, pane->chart.x.name) != 0 || g_strcmp0 (pane->y_name, pane->chart.y.name) != 0)
    pane->shown_x.shown = pane->shown_y.shown = QN_RANGE_EMPTY;
  pane->x_name = pane->chart.x.name;
  pane->y_name = pane->chart.y.name;
  pane->shown_x.held = pane->shown_y.held = held;
  moved = qn_stable_range_follow (&pane->shown_x, pane->x, seconds);
  return qn_stable_range_follow (&pane->shown_y, pane->y, seconds) || moved;
}

/* --- Following the snapshot ----------------------------------------------- */

static QnCharts *
charts_of (QnFigure *figure)
{
  if (figure->charts == NULL)
    {
      figure->charts = g_new0 (QnCharts, 1);
      figure->charts->n = MAX (figure->klass->n_charts, 1);
      for (int i = 0; i < figure->charts->n; i++)
        figure->charts->pane[i].shown_x.shown = figure->charts->pane[i].shown_y.shown = QN_RANGE_EMPTY;
      g_assert (figure->charts->n <= MOST_CHARTS);
    }
  return figure->charts;
}

void
qn_charts_free (QnCharts *charts)
{
  if (charts == NULL)
    return;
  for (int i = 0; i < charts->n; i++)
    chart_clear (&charts->pane[i].chart);
  for (int i = 0; i < 2; i++)
    g_clear_pointer (&charts->held[i], qn_report_unref);
  g_free (charts);
}

/* Held, so that the address of an old report is never that of a new one. */
static gboolean
take (QnReport **slot, QnReport *report)
{
  if (*slot == report)
    return FALSE;
  g_clear_pointer (slot, qn_report_unref);
  *slot = report ? qn_report_ref (report) : NULL;
  return TRUE;
}

gboolean
qn_charts_update (QnFigure *figure, double seconds, gboolean held, gboolean changed)
{
  QnCharts *charts = charts_of (figure);

  changed |= take (&charts->held[0], figure->snapshot->report);
  changed |= take (&charts->held[1], figure->snapshot->runs);
  for (int i = 0; i < charts->n; i++)
    {
      Pane *pane = &charts->pane[i];

      chart_clear (&pane->chart);
      pane->chart.texts = g_ptr_array_new_with_free_func (g_free);
      figure->klass->chart (figure, i, &pane->chart);
      if (changed)
        find_ranges (pane);
      changed |= follow_ranges (pane, seconds, held);
    }
  return changed;
}

/* --- Layout --------------------------------------------------------------- */

typedef struct
{
  QnPen pen;               /* as of the pane's own size; shares canvas and boxes */
  QnRect bounds;           /* of the axes */
  QnRect heading, note;    /* height 0: none */
  char *x_title, *y_title;
  QnAxis x, y;
  const QnAxes *axes;
} Layout;

/* A figure too small for two charts has the first alone. */
static int
divide (const QnCharts *charts, const QnPen *pen, QnRect *rects)
{
  double gap = 0.8 * pen->text;

  rects[0] = (QnRect) { 0, 0, pen->width, pen->height };
  if (charts->n == 1)
    return 1;
  if (pen->width >= BESIDE * pen->height && pen->width >= 3.2 * LEAST * pen->text)
    {
      double width = (pen->width - gap) / 2;

      rects[0].width = width;
      rects[1] = (QnRect) { width + gap, 0, width, pen->height };
      return 2;
    }
  if (pen->height < 2 * LEAST * pen->text)
    return 1;
  rects[0].height = (pen->height - gap) / 2;
  rects[1] = (QnRect) { 0, rects[0].height + gap, pen->width, rects[0].height };
  return 2;
}

static QnRange
linear_range (const QnChartAxis *axis, QnRange shown)
{
  return axis->scale == QN_SCALE_LOG ? (QnRange) { pow (10, shown.min), pow (10, shown.max) } : shown;
}

static const QnAxes *
axes_of (Pane *pane, const QnPen *pen, QnRect bounds, const QnAxis *x, const QnAxis *y)
{
  QnLayoutKey key = { pen->width, pen->height, pen->theme->text_scale, pen->theme->kind, bounds, x->range, y->range };

  if (!qn_layout_key_equal (&key, &pane->key))
    {
      pane->axes = qn_axes_layout (pen->canvas, pen->theme, bounds, x, y);
      pane->key = key;
    }
  return &pane->axes;
}

static void
lay_out (Pane *pane, QnPen *whole, QnRect within, Layout *layout)
{
  const QnChart *chart = &pane->chart;
  double text = qn_theme_text_size (whole->theme, within.width, within.height), top = within.y;

  *layout = (Layout) { .pen = *whole };
  layout->pen.text = text;
  layout->pen.line = qn_theme_line_width (whole->theme, within.width, within.height);
  if (chart->heading != NULL)
    layout->heading = (QnRect) { within.x + 0.4 * text, top + 0.1 * text, within.width - 0.8 * text, 1.5 * text };
  top += layout->heading.height;
  if (chart->note != NULL)
    layout->note = (QnRect) { within.x + 0.6 * text, top, within.width - 1.2 * text, MIN (2.7 * text, 0.3 * within.height) };
  top += layout->note.height;
  layout->bounds = (QnRect) { within.x, top, within.width, within.y + within.height - top };
  layout->x_title = qn_axis_title (chart->x.name, chart->x.symbol ? chart->x.symbol : "", chart->x.dimension);
  layout->y_title = qn_axis_title (chart->y.name, chart->y.symbol ? chart->y.symbol : "", chart->y.dimension);
  layout->x = (QnAxis) { layout->x_title, chart->x.scale, linear_range (&chart->x, pane->shown_x.shown), chart->x.percent };
  layout->y = (QnAxis) { layout->y_title, chart->y.scale, linear_range (&chart->y, pane->shown_y.shown), chart->y.percent };
  layout->axes = axes_of (pane, &layout->pen, layout->bounds, &layout->x, &layout->y);
}

static void
layout_clear (Layout *layout)
{
  g_free (layout->x_title);
  g_free (layout->y_title);
}

/* --- Grounds, curves, dots ------------------------------------------------ */

static QnColor
line_color (const QnPen *pen, const QnChartCurve *curve)
{
  return qn_color_alpha (pen->theme->line[curve->hue], curve->faint ? 0.35 : 1);
}

static double
across (const QnAxes *axes, const QnChart *chart, double x)
{
  return qn_axis_scale_map (&axes->x, on_axis (&chart->x, x));
}

static double
up (const QnAxes *axes, const QnChart *chart, double y)
{
  return qn_axis_scale_map (&axes->y, on_axis (&chart->y, y));
}

/* Where bars and areas stand: 0, or the floor. */
static double
ground (const QnAxes *axes, const QnChart *chart)
{
  double floor = axes->area.y + axes->area.height;

  return chart->y.scale == QN_SCALE_LOG ? floor : CLAMP (qn_axis_scale_map (&axes->y, 0), axes->area.y, floor);
}

static QnRect
band_rect (const QnAxes *axes, const QnChart *chart, const QnChartBand *band)
{
  QnRect r = axes->area;
  double a, b;

  if (band->vertical)
    {
      a = CLAMP (up (axes, chart, band->to), r.y, r.y + r.height);
      b = CLAMP (up (axes, chart, band->from), r.y, r.y + r.height);
      return (QnRect) { r.x, a, r.width, b - a };
    }
  a = CLAMP (across (axes, chart, band->from), r.x, r.x + r.width);
  b = CLAMP (across (axes, chart, band->to), r.x, r.x + r.width);
  return (QnRect) { a, r.y, b - a, r.height };
}

static void
draw_band (const QnChart *chart, QnPen *pen, const QnAxes *axes, const QnChartBand *band)
{
  QnRect r = band_rect (axes, chart, band);

  if (!(r.width > 0) || !(r.height > 0))
    return;
  qn_canvas_rect (pen->canvas, r.x, r.y, r.width, r.height);
  if (band->hatched)
    qn_canvas_set_hatch (pen->canvas, qn_color_alpha (pen->theme->line[band->hue], 0.45), 5 * pen->line);
  else
    qn_canvas_set_color (pen->canvas, qn_color_alpha (pen->theme->fill[band->hue], 0.13));
  qn_canvas_fill (pen->canvas);
}

static void
name_band (const QnChart *chart, QnPen *pen, const QnAxes *axes, const QnChartBand *band)
{
  QnRect r = band_rect (axes, chart, band);
  QnLabel label = { band->name, 0.95 * pen->text, FALSE, pen->theme->line[band->hue == QN_HUE_REFERENCE ? QN_HUE_FOREGROUND : band->hue], 0.75 };

  if (band->name == NULL)
    return;
  for (int i = 0; i < 6; i++)
    {
      QnAlign align = (QnAlign) ((i + 1) % 3), vertical = i < 3 ? QN_ALIGN_START : QN_ALIGN_END;
      double x = r.x + (0.5 + 0.5 * ((int) align - 1)) * r.width + (1 - (int) align) * 0.4 * pen->text;

      if (qn_pen_text (pen, &label, r, x, i < 3 ? r.y + 0.3 * pen->text : r.y + r.height - 0.3 * pen->text, align, vertical))
        return;
    }
}

static void
draw_bars (const QnChart *chart, QnPen *pen, const QnAxes *axes, const QnChartCurve *curve)
{
  double half = half_bar (curve), floor = ground (axes, chart);

  for (gsize i = 0; i < curve->n; i++)
    {
      double x = cell (curve, i, curve->x), left = across (axes, chart, x - half), right = across (axes, chart, x + half), y = up (axes, chart, cell (curve, i, curve->y));

      if (isnan (y) || isnan (left) || isnan (right))
        continue;
      qn_canvas_rect (pen->canvas, left, MIN (y, floor), MAX (right - left, 0.5), fabs (floor - y));
    }
  qn_canvas_set_color (pen->canvas, qn_color_alpha (pen->theme->fill[curve->hue], curve->faint ? 0.2 : 0.55));
  qn_canvas_fill (pen->canvas);
}

/* NaN where the axis has no place. */
static double *
column_of (const QnChartCurve *curve, const QnChartAxis *axis, int column)
{
  double *values = g_new (double, curve->n + 1);

  for (gsize i = 0; i < curve->n; i++)
    values[i] = on_axis (axis, cell (curve, i, column));
  return values;
}

/* Between two lines, over the rows where both are known. */
static void
draw_between (QnPen *pen, const double *x, const double *a, const double *b, gsize n, QnColor color)
{
  for (gsize i = 0; i < n;)
    {
      gsize first = i;

      while (i < n && isfinite (x[i]) && isfinite (a[i]) && isfinite (b[i]))
        i++;
      for (gsize k = first; k < i; k++)
        if (k == first)
          qn_canvas_move_to (pen->canvas, x[k], a[k]);
        else
          qn_canvas_line_to (pen->canvas, x[k], a[k]);
      for (gsize k = i; k-- > first;)
        qn_canvas_line_to (pen->canvas, x[k], b[k]);
      if (i > first)
        {
          qn_canvas_close (pen->canvas);
          qn_canvas_set_color (pen->canvas, color);
          qn_canvas_fill (pen->canvas);
        }
      else
        i++;
    }
}

static void
draw_area (const QnChart *chart, QnPen *pen, const QnAxes *axes, const QnChartCurve *curve)
{
  g_autofree double *x = g_new (double, curve->n + 1), *low = g_new (double, curve->n + 1), *high = g_new (double, curve->n + 1);
  double floor = ground (axes, chart);

  for (gsize i = 0; i < curve->n; i++)
    {
      double y = cell (curve, i, curve->y), error = curve->error ? cell (curve, i, curve->error) : 0;

      x[i] = across (axes, chart, cell (curve, i, curve->x));
      low[i] = curve->error ? up (axes, chart, y - error) : floor;
      high[i] = up (axes, chart, y + error);
      if (curve->error && isnan (low[i]) && isfinite (high[i]))
        low[i] = floor;
    }
  draw_between (pen, x, high, low, curve->n, qn_color_alpha (pen->theme->fill[curve->hue], curve->error ? 0.22 : curve->fill));
}

static void
draw_line (const QnChart *chart, QnPen *pen, const QnAxes *axes, const QnChartCurve *curve)
{
  g_autofree double *x = column_of (curve, &chart->x, curve->x), *y = column_of (curve, &chart->y, curve->y);

  if (curve->fill > 0 || curve->error)
    {
      qn_canvas_save (pen->canvas);
      qn_canvas_clip_rect (pen->canvas, axes->area.x, axes->area.y, axes->area.width, axes->area.height);
      draw_area (chart, pen, axes, curve);
      qn_canvas_restore (pen->canvas);
    }
  qn_axes_line (axes, pen->canvas, x, y, curve->n, line_color (pen, curve), (curve->width > 0 ? curve->width : 2) * pen->line, curve->dash);
}

static void
draw_dots (const QnChart *chart, QnPen *pen, const QnAxes *axes, const QnChartCurve *curve)
{
  QnColor color = line_color (pen, curve);
  double radius = (curve->width > 0 ? curve->width : 2) * pen->line;

  for (gsize i = 0; i < curve->n; i++)
    {
      double x = cell (curve, i, curve->x), y = cell (curve, i, curve->y), at = across (axes, chart, x), error = curve->error ? cell (curve, i, curve->error) : NAN;
      double top = up (axes, chart, y + error), bottom = up (axes, chart, y - error);

      if (isnan (at) || isnan (up (axes, chart, y)))
        continue;
      if (isfinite (top))
        {
          qn_canvas_move_to (pen->canvas, at, MAX (top, axes->area.y));
          qn_canvas_line_to (pen->canvas, at, isfinite (bottom) ? MIN (bottom, axes->area.y + axes->area.height) : axes->area.y + axes->area.height);
          qn_canvas_set_color (pen->canvas, color);
          qn_canvas_set_line (pen->canvas, 0.8 * pen->line, NULL, 0);
          qn_canvas_stroke (pen->canvas);
        }
      qn_axes_disc (axes, pen->canvas, x, y, radius, color, pen->theme->background);
    }
}

static void
draw_curve (const QnChart *chart, QnPen *pen, const QnAxes *axes, const QnChartCurve *curve)
{
  switch (curve->kind)
    {
    case QN_CHART_BARS:
      draw_bars (chart, pen, axes, curve);
      break;
    case QN_CHART_DOTS:
      draw_dots (chart, pen, axes, curve);
      break;
    case QN_CHART_LINE:
    default:
      draw_line (chart, pen, axes, curve);
    }
}

/* --- Names ---------------------------------------------------------------- */

typedef struct
{
  double x, y;
  int curve;
} Trace;

static void
trace_to (GArray *traces, Trace to, double step)
{
  const Trace *last = traces->len ? &g_array_index (traces, Trace, traces->len - 1) : NULL;

  if (last && last->curve == to.curve)
    {
      Trace from = *last;
      int n = (int) (hypot (to.x - from.x, to.y - from.y) / step);

      if (n == 0)
        return;
      for (int i = 1; i < n; i++)
        {
          Trace between = { from.x + (to.x - from.x) * i / n, from.y + (to.y - from.y) * i / n, to.curve };

          g_array_append_val (traces, between);
        }
    }
  g_array_append_val (traces, to);
}

/* Points along every curve a few units apart, for names to keep clear of. */
static GArray *
trace_curves (const QnChart *chart, const QnPen *pen, const QnAxes *axes)
{
  GArray *traces = g_array_new (FALSE, FALSE, sizeof (Trace));

  for (int c = 0; c < chart->n_curves; c++)
    {
      const QnChartCurve *curve = &chart->curve[c];

      for (gsize i = 0; i < curve->n; i++)
        {
          Trace at = { across (axes, chart, cell (curve, i, curve->x)), up (axes, chart, cell (curve, i, curve->y)), c };

          if (!isfinite (at.x) || !isfinite (at.y) || at.x < axes->area.x - 1 || at.x > axes->area.x + axes->area.width + 1)
            continue;
          if (curve->kind == QN_CHART_LINE)
            trace_to (traces, at, 0.4 * pen->text);
          else
            g_array_append_val (traces, at);
        }
    }
  return traces;
}

/* How much of the curves a box covers. */
static int
covered (const GArray *traces, QnRect box, double margin)
{
  int n = 0;

  for (guint i = 0; i < traces->len; i++)
    {
      const Trace *t = &g_array_index (traces, Trace, i);

      n += t->x > box.x - margin && t->x < box.x + box.width + margin && t->y > box.y - margin && t->y < box.y + box.height + margin;
    }
  return n;
}

/* From the middle of a box to the nearest point of another curve. */
static double
apart (const GArray *traces, int curve, QnRect box, double most)
{
  double x = box.x + box.width / 2, y = box.y + box.height / 2, best = most;

  for (guint i = 0; i < traces->len; i++)
    {
      const Trace *t = &g_array_index (traces, Trace, i);

      if (t->curve != curve)
        best = MIN (best, hypot (t->x - x, t->y - y));
    }
  return best;
}

static void
name_curve (const QnChart *chart, QnPen *pen, const QnAxes *axes, const GArray *traces, int c)
{
  const QnChartCurve *curve = &chart->curve[c];
  QnLabel label = { curve->name, pen->text, FALSE, pen->theme->line[curve->hue], 0.8 };
  double best = -INFINITY, best_x = 0, best_y = 0;
  QnAlign best_align = QN_ALIGN_END;
  guint first = 0, n = 0;

  for (guint i = 0; i < traces->len; i++)
    if (g_array_index (traces, Trace, i).curve == c && n++ == 0)
      first = i;
  for (int i = 0; i < 4 * PLACES && n > 0; i++)
    {
      const Trace *at = &g_array_index (traces, Trace, first + (guint) ((n - 1) * (0.5 + i / 4) / PLACES));
      gboolean below = i & 1;
      double gap = (i & 2 ? 1.1 : 0.45) * pen->text, y = at->y + (below ? gap : -gap), score;
      QnAlign vertical = below ? QN_ALIGN_START : QN_ALIGN_END;
      QnRect box = qn_pen_measure (pen, curve->name, label.size, FALSE, at->x, y, QN_ALIGN_CENTER, vertical);

      box.x = CLAMP (box.x, axes->area.x + 0.3 * pen->text, MAX (axes->area.x + 0.3 * pen->text, axes->area.x + axes->area.width - box.width - 0.3 * pen->text));
      if (!qn_rect_within (box, axes->area) || !qn_pen_free_at (pen, box))
        continue;
      score = apart (traces, c, box, 4 * pen->text) / pen->text - (i & 2 ? 0.6 : 0) - 2 * MIN (covered (traces, box, 2), 20);
      if (score <= best)
        continue;
      best = score;
      best_x = box.x;
      best_y = y;
      best_align = vertical;
    }
  if (best > -INFINITY)
    qn_pen_text (pen, &label, axes->area, best_x, best_y, QN_ALIGN_START, best_align);
}

/* As near as it is clear of all curves, else as near as there is room. */
static void
name_point (const QnChart *chart, QnPen *pen, const QnAxes *axes, const GArray *traces, const QnChartPoint *point)
{
  static const double side[6][2] = { { 1, -1 }, { -1, -1 }, { 1, 1 }, { -1, 1 }, { 0, -1 }, { 0, 1 } };
  double x = across (axes, chart, point->x), y = up (axes, chart, point->y);
  QnLabel label = { point->name, pen->text, FALSE, pen->theme->line[point->hue], 0.8 };

  if (point->name == NULL || !isfinite (x) || !isfinite (y))
    return;
  for (int pass = 0; pass < 2; pass++)
    for (int i = 0; i < 24; i++)
      {
        const double *s = side[i % 6];
        double away = (0.5 + 0.6 * (i / 6)) * pen->text, at_x = x + s[0] * away, at_y = y + s[1] * away;
        QnAlign horizontal = s[0] > 0 ? QN_ALIGN_START : s[0] < 0 ? QN_ALIGN_END : QN_ALIGN_CENTER, vertical = s[1] > 0 ? QN_ALIGN_START : QN_ALIGN_END;

        if (pass == 0 && covered (traces, qn_pen_measure (pen, point->name, label.size, FALSE, at_x, at_y, horizontal, vertical), 2))
          continue;
        if (qn_pen_text (pen, &label, axes->area, at_x, at_y, horizontal, vertical))
          return;
      }
}

static void
draw_marks (const QnChart *chart, QnPen *pen, const QnAxes *axes)
{
  g_autoptr (GArray) traces = trace_curves (chart, pen, axes);

  for (int i = 0; i < chart->n_points; i++)
    {
      const QnChartPoint *point = &chart->point[i];
      double x = across (axes, chart, point->x), y = up (axes, chart, point->y), r = 3.2 * pen->line;

      if (!isfinite (x) || !isfinite (y))
        continue;
      qn_axes_disc (axes, pen->canvas, point->x, point->y, r, pen->theme->line[point->hue], pen->theme->background);
      qn_pen_take (pen, (QnRect) { x - r, y - r, 2 * r, 2 * r });
    }
  for (int i = 0; i < chart->n_points; i++)
    name_point (chart, pen, axes, traces, &chart->point[i]);
  for (int c = 0; c < chart->n_curves; c++)
    if (chart->curve[c].name != NULL)
      name_curve (chart, pen, axes, traces, c);
}

/* --- Layers --------------------------------------------------------------- */

static void
draw_limit (const QnChart *chart, QnPen *pen, const QnAxes *axes, const QnChartLimit *limit)
{
  double value = on_axis (limit->vertical ? &chart->x : &chart->y, limit->value);

  if (!isfinite (value))
    return;
  if (limit->vertical)
    qn_axes_vlimit (axes, pen->canvas, pen->theme, value, limit->name, pen->theme->line[limit->hue], pen->boxes);
  else
    qn_axes_hlimit (axes, pen->canvas, pen->theme, value, limit->name, pen->theme->line[limit->hue], pen->boxes);
}

/* The line of zero, where the axis goes below it. */
static void
draw_zero (const QnChart *chart, QnPen *pen, const QnAxes *axes)
{
  double y = chart->y.scale == QN_SCALE_LOG ? NAN : qn_axis_scale_map (&axes->y, 0);

  if (!(y > axes->area.y) || !(y < axes->area.y + axes->area.height - 1))
    return;
  qn_canvas_move_to (pen->canvas, axes->area.x, y);
  qn_canvas_line_to (pen->canvas, axes->area.x + axes->area.width, y);
  qn_canvas_set_color (pen->canvas, pen->theme->frame);
  qn_canvas_set_line (pen->canvas, 0.9 * pen->line, NULL, 0);
  qn_canvas_stroke (pen->canvas);
}

static void
draw_texts (const QnChart *chart, Layout *layout)
{
  QnPen *pen = &layout->pen;
  QnLabel heading = { chart->heading, pen->text, TRUE, pen->theme->line[QN_HUE_FOREGROUND], 0 };

  if (chart->heading != NULL)
    qn_pen_text (pen, &heading, layout->heading, layout->heading.x, layout->heading.y, QN_ALIGN_START, QN_ALIGN_START);
  if (chart->note != NULL)
    qn_pen_paragraph (pen, chart->note, pen->text, 0.6 * pen->text, TRUE, pen->theme->line[QN_HUE_FOREGROUND],
                      chart->n_curves ? layout->note : qn_rect_inset (layout->bounds, 0.06 * layout->bounds.width, 0.06 * layout->bounds.height));
}

static void
draw_pane (Pane *pane, QnPen *whole, QnRect within)
{
  const QnChart *chart = &pane->chart;
  Layout layout;

  lay_out (pane, whole, within, &layout);
  draw_texts (chart, &layout);
  if (chart->n_curves > 0)
    {
      for (int i = 0; i < chart->n_bands; i++)
        draw_band (chart, &layout.pen, layout.axes, &chart->band[i]);
      qn_figure_draw_axes (layout.axes, &layout.pen, layout.bounds, &layout.x, &layout.y);
      draw_zero (chart, &layout.pen, layout.axes);
      for (int i = 0; i < chart->n_curves; i++)
        draw_curve (chart, &layout.pen, layout.axes, &chart->curve[i]);
      for (int i = 0; i < chart->n_limits; i++)
        draw_limit (chart, &layout.pen, layout.axes, &chart->limit[i]);
      for (int i = 0; i < chart->n_bands; i++)
        name_band (chart, &layout.pen, layout.axes, &chart->band[i]);
      draw_marks (chart, &layout.pen, layout.axes);
    }
  layout_clear (&layout);
}

void
qn_charts_draw_static (QnFigure *figure, QnPen *pen)
{
  QnRect rects[MOST_CHARTS];
  int n = divide (figure->charts, pen, rects);

  for (int i = 0; i < n; i++)
    draw_pane (&figure->charts->pane[i], pen, rects[i]);
}

/* A curve of rising x at x, by straight lines; NaN off it. */
static double
value_at (const QnChartCurve *curve, double x)
{
  for (gsize i = 1; i < curve->n; i++)
    {
      double a = cell (curve, i - 1, curve->x), b = cell (curve, i, curve->x);

      if (x >= a && x <= b)
        return b > a ? cell (curve, i - 1, curve->y) + (cell (curve, i, curve->y) - cell (curve, i - 1, curve->y)) * (x - a) / (b - a) : cell (curve, i, curve->y);
    }
  return NAN;
}

static void
draw_now (const QnChart *chart, QnPen *pen, const QnAxes *axes)
{
  double x = across (axes, chart, chart->now);

  if (!(x >= axes->area.x - 0.5) || !(x <= axes->area.x + axes->area.width + 0.5))
    return;
  qn_canvas_move_to (pen->canvas, x, axes->area.y);
  qn_canvas_line_to (pen->canvas, x, axes->area.y + axes->area.height);
  qn_canvas_set_color (pen->canvas, qn_color_alpha (pen->theme->line[QN_HUE_FOREGROUND], 0.35));
  qn_canvas_set_line (pen->canvas, 0.8 * pen->line, NULL, 0);
  qn_canvas_stroke (pen->canvas);
  for (int c = 0; c < chart->n_curves; c++)
    if (chart->curve[c].kind == QN_CHART_LINE && !chart->curve[c].faint)
      {
        double y = on_axis (&chart->y, value_at (&chart->curve[c], chart->now));

        if (isfinite (y))
          qn_axes_disc (axes, pen->canvas, chart->now, y, 2.8 * pen->line, line_color (pen, &chart->curve[c]), pen->theme->background);
      }
}

void
qn_charts_draw_live (QnFigure *figure, QnPen *pen)
{
  QnRect rects[MOST_CHARTS];
  int n = divide (figure->charts, pen, rects);

  for (int i = 0; i < n; i++)
    {
      Pane *pane = &figure->charts->pane[i];
      Layout layout;

      if (isnan (pane->chart.now) || pane->chart.n_curves == 0)
        continue;
      lay_out (pane, pen, rects[i], &layout);
      draw_now (&pane->chart, &layout.pen, layout.axes);
      layout_clear (&layout);
    }
}

/* --- Numbers -------------------------------------------------------------- */

static char *
plain (const char *markup)
{
  char *text = NULL;

  if (markup == NULL || !pango_parse_markup (markup, -1, 0, NULL, &text, NULL, NULL))
    return g_strdup (markup ? markup : "");
  return g_strdelimit (text, ",\n\"", ' ');
}

static void
csv_row (GString *out, int pane, int panes, const char *name, double x, double y, double error)
{
  g_autofree char *text = plain (name);
  const double cells[] = { x, y, error };

  g_string_append (out, text);
  for (int p = 0; p < panes; p++)
    for (gsize i = 0; i < G_N_ELEMENTS (cells); i++)
      {
        g_string_append_c (out, ',');
        if (p == pane)
          qn_csv_number (out, cells[i]);
      }
  g_string_append_c (out, '\n');
}

void
qn_charts_csv (QnFigure *figure, GString *out)
{
  const QnCharts *charts = figure->charts;

  qn_csv_head (out, "series", QN_DIMENSION_NONE, FALSE);
  for (int p = 0; p < charts->n; p++)
    {
      const QnChart *chart = &charts->pane[p].chart;

      qn_csv_head (out, chart->x.name, chart->x.dimension, FALSE);
      qn_csv_head (out, chart->y.name, chart->y.dimension, FALSE);
      qn_csv_head (out, "error", QN_DIMENSION_NONE, p + 1 == charts->n);
    }
  for (int p = 0; p < charts->n; p++)
    {
      const QnChart *chart = &charts->pane[p].chart;

      for (int c = 0; c < chart->n_curves; c++)
        for (gsize i = 0; i < chart->curve[c].n; i++)
          csv_row (out, p, charts->n, chart->curve[c].name, cell (&chart->curve[c], i, chart->curve[c].x), cell (&chart->curve[c], i, chart->curve[c].y),
                   chart->curve[c].error ? cell (&chart->curve[c], i, chart->curve[c].error) : NAN);
      for (int i = 0; i < chart->n_points; i++)
        csv_row (out, p, charts->n, chart->point[i].name, chart->point[i].x, chart->point[i].y, NAN);
      for (int i = 0; i < chart->n_limits; i++)
        csv_row (out, p, charts->n, chart->limit[i].name, chart->limit[i].vertical ? chart->limit[i].value : NAN, chart->limit[i].vertical ? NAN : chart->limit[i].value, NAN);
    }
}
