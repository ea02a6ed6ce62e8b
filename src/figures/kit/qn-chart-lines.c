/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "figures/kit/qn-chart-lines.h"

double
qn_chart_on_axis (const QnChartAxis *axis, double value)
{
  return axis->scale == QN_SCALE_LOG && !(value > 0) ? NAN : value;
}

double
qn_chart_cell (const QnChartCurve *curve, gsize i, int column)
{
  return qn_table_get (curve->table, curve->first + i, column);
}

/* Half the distance of two bars. */
double
qn_chart_half_bar (const QnChartCurve *curve)
{
  return curve->n > 1 ? 0.5 * fabs (qn_chart_cell (curve, 1, curve->x) - qn_chart_cell (curve, 0, curve->x)) : 0.5;
}

QnColor
qn_chart_line_color (const QnPen *pen, const QnChartCurve *curve)
{
  return qn_color_alpha (pen->theme->line[curve->hue], curve->faint ? 0.35 : 1);
}

double
qn_chart_across (const QnAxes *axes, const QnChart *chart, double x)
{
  return qn_axis_scale_map (&axes->x, qn_chart_on_axis (&chart->x, x));
}

double
qn_chart_up (const QnAxes *axes, const QnChart *chart, double y)
{
  return qn_axis_scale_map (&axes->y, qn_chart_on_axis (&chart->y, y));
}

/* Where bars and areas stand: 0, or the floor. */
static double
ground (const QnAxes *axes, const QnChart *chart)
{
  double floor = axes->area.y + axes->area.height;

  return chart->y.scale == QN_SCALE_LOG ? floor : CLAMP (qn_axis_scale_map (&axes->y, 0), axes->area.y, floor);
}

QnRect
qn_chart_band_rect (const QnAxes *axes, const QnChart *chart, const QnChartBand *band)
{
  QnRect r = axes->area;
  double a, b;

  if (band->vertical)
    {
      a = CLAMP (qn_chart_up (axes, chart, band->to), r.y, r.y + r.height);
      b = CLAMP (qn_chart_up (axes, chart, band->from), r.y, r.y + r.height);
      return (QnRect) { r.x, a, r.width, b - a };
    }
  a = CLAMP (qn_chart_across (axes, chart, band->from), r.x, r.x + r.width);
  b = CLAMP (qn_chart_across (axes, chart, band->to), r.x, r.x + r.width);
  return (QnRect) { a, r.y, b - a, r.height };
}

static void
draw_band (const QnChart *chart, QnPen *pen, const QnAxes *axes, const QnChartBand *band)
{
  QnRect r = qn_chart_band_rect (axes, chart, band);

  if (!(r.width > 0) || !(r.height > 0))
    return;
  qn_canvas_rect (pen->canvas, r.x, r.y, r.width, r.height);
  if (band->hatched)
    qn_pen_hatch (pen, qn_color_alpha (pen->theme->line[band->hue], 0.45), 5);
  else
    qn_pen_fill (pen, qn_color_alpha (pen->theme->fill[band->hue], 0.13));
}

static void
draw_bars (const QnChart *chart, QnPen *pen, const QnAxes *axes, const QnChartCurve *curve)
{
  double half = qn_chart_half_bar (curve), floor = ground (axes, chart);

  for (gsize i = 0; i < curve->n; i++)
    {
      double x = qn_chart_cell (curve, i, curve->x), left = qn_chart_across (axes, chart, x - half), right = qn_chart_across (axes, chart, x + half);
      double y = qn_chart_up (axes, chart, qn_chart_cell (curve, i, curve->y));

      if (isnan (y) || isnan (left) || isnan (right))
        continue;
      qn_canvas_rect (pen->canvas, left, MIN (y, floor), MAX (right - left, 0.5), fabs (floor - y));
    }
  qn_pen_fill (pen, qn_color_alpha (pen->theme->fill[curve->hue], curve->faint ? 0.2 : 0.55));
}

/* NaN where the axis has no place. */
static double *
column_of (const QnChartCurve *curve, const QnChartAxis *axis, int column)
{
  double *values = g_new (double, curve->n + 1);

  for (gsize i = 0; i < curve->n; i++)
    values[i] = qn_chart_on_axis (axis, qn_chart_cell (curve, i, column));
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
        qn_pen_to (pen, k == first, x[k], a[k]);
      for (gsize k = i; k-- > first;)
        qn_canvas_line_to (pen->canvas, x[k], b[k]);
      if (i > first)
        {
          qn_canvas_close (pen->canvas);
          qn_pen_fill (pen, color);
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
      double y = qn_chart_cell (curve, i, curve->y), error = curve->error ? qn_chart_cell (curve, i, curve->error) : 0;

      x[i] = qn_chart_across (axes, chart, qn_chart_cell (curve, i, curve->x));
      low[i] = curve->error ? qn_chart_up (axes, chart, y - error) : floor;
      high[i] = qn_chart_up (axes, chart, y + error);
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
      qn_pen_clip (pen, axes->area);
      draw_area (chart, pen, axes, curve);
      qn_canvas_restore (pen->canvas);
    }
  if (curve->width >= 0)
    qn_axes_line (axes, pen->canvas, x, y, curve->n, (QnLineStyle) { qn_chart_line_color (pen, curve), (curve->width > 0 ? curve->width : 2) * pen->line, curve->dash });
}

static void
draw_dots (const QnChart *chart, QnPen *pen, const QnAxes *axes, const QnChartCurve *curve)
{
  QnColor color = qn_chart_line_color (pen, curve);
  double radius = (curve->width > 0 ? curve->width : 2) * pen->line;

  for (gsize i = 0; i < curve->n; i++)
    {
      double x = qn_chart_cell (curve, i, curve->x), y = qn_chart_cell (curve, i, curve->y), at = qn_chart_across (axes, chart, x), error = curve->error ? qn_chart_cell (curve, i, curve->error) : NAN;
      double top = qn_chart_up (axes, chart, y + error), bottom = qn_chart_up (axes, chart, y - error);

      if (isnan (at) || isnan (qn_chart_up (axes, chart, y)))
        continue;
      if (isfinite (top))
        {
          qn_pen_segment (pen, at, MAX (top, axes->area.y), at, isfinite (bottom) ? MIN (bottom, axes->area.y + axes->area.height) : axes->area.y + axes->area.height);
          qn_pen_stroke (pen, color, QN_DASH_SOLID, 0.8);
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

static void
draw_limit (const QnChart *chart, QnPen *pen, const QnAxes *axes, const QnChartLimit *limit)
{
  const QnRect *r = &axes->area;
  double at = limit->vertical ? qn_chart_across (axes, chart, limit->value) : qn_chart_up (axes, chart, limit->value);

  if (!isfinite (at))
    return;
  qn_pen_segment (pen, limit->vertical ? at : r->x, limit->vertical ? r->y : at, limit->vertical ? at : r->x + r->width, limit->vertical ? r->y + r->height : at);
  qn_pen_stroke (pen, pen->theme->line[limit->hue], QN_DASH_DASHED, 1);
}

/* The line of zero, where the axis goes below it. */
static void
draw_zero (const QnChart *chart, QnPen *pen, const QnAxes *axes)
{
  double y = chart->y.scale == QN_SCALE_LOG ? NAN : qn_axis_scale_map (&axes->y, 0);

  if (!(y > axes->area.y) || !(y < axes->area.y + axes->area.height - 1))
    return;
  qn_pen_horizontal (pen, &axes->area, y);
  qn_pen_stroke (pen, pen->theme->frame, QN_DASH_SOLID, 0.9);
}

void
qn_chart_draw_grounds (const QnChart *chart, QnPen *pen, const QnAxes *axes)
{
  for (int i = 0; i < chart->n_bands; i++)
    draw_band (chart, pen, axes, &chart->band[i]);
}

void
qn_chart_draw_lines (const QnChart *chart, QnPen *pen, const QnAxes *axes)
{
  draw_zero (chart, pen, axes);
  for (int i = 0; i < chart->n_limits; i++)
    draw_limit (chart, pen, axes, &chart->limit[i]);
  for (int i = 0; i < chart->n_curves; i++)
    draw_curve (chart, pen, axes, &chart->curve[i]);
  for (int i = 0; i < chart->n_points; i++)
    if (isfinite (qn_chart_on_axis (&chart->x, chart->point[i].x)) && isfinite (qn_chart_on_axis (&chart->y, chart->point[i].y)))
      qn_axes_disc (axes, pen->canvas, chart->point[i].x, chart->point[i].y, 3.2 * pen->line, pen->theme->line[chart->point[i].hue], pen->theme->background);
}
