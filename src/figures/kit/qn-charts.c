/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "figures/kit/qn-charts.h"

#include "figures/kit/qn-chart-names.h"
#include "figures/kit/qn-legend.h"

#define BESIDE 1.7 /* charts stand side by side in a figure at least this many times as wide as high */
#define LEAST 13   /* text sizes of height below which a chart gives way */
#define HEADING 1.5 /* height of the heading, in text sizes */
#define NOTE 2.7    /* of the note */
#define TEXT 0.9   /* least text size of a pane, of the whole figure's */

typedef QnChartPane Pane;

static int
n_charts (const QnFigure *figure)
{
  return figure->klass->n_charts;
}

/* --- Ranges --------------------------------------------------------------- */

static void
include (const QnChartAxis *axis, QnRange *range, double value)
{
  value = qn_chart_on_axis (axis, value);
  qn_range_include (range, axis->scale == QN_SCALE_LOG ? log10 (value) : value);
}

static void
include_curve (Pane *pane, const QnChartCurve *curve)
{
  const QnChart *chart = &pane->chart;
  double half = curve->kind == QN_CHART_BARS ? qn_chart_half_bar (curve) : 0;

  for (gsize i = 0; i < curve->n; i++)
    {
      double x = qn_chart_cell (curve, i, curve->x), y = qn_chart_cell (curve, i, curve->y), error = curve->error ? qn_chart_cell (curve, i, curve->error) : 0;

      if (isnan (y) || isnan (qn_chart_on_axis (&chart->x, x)))
        continue;
      include (&chart->x, &pane->x, x - half);
      include (&chart->x, &pane->x, x + half);
      include (&chart->y, &pane->y, isfinite (error) ? y - error : y);
      include (&chart->y, &pane->y, isfinite (error) ? y + error : y);
    }
  if (curve->kind == QN_CHART_BARS || curve->fill > 0)
    include (&chart->y, &pane->y, 0);
}

/* No room beyond a zero that nothing passes. */
static QnRange
padded (QnRange y, QnScaleKind scale)
{
  QnRange wide = qn_range_padded (y, 0.07, scale == QN_SCALE_LOG ? 0.1 : 1e-12);

  if (scale == QN_SCALE_LINEAR && fabs (y.min) <= 1e-9 * y.max)
    wide.min = 0;
  if (scale == QN_SCALE_LINEAR && fabs (y.max) <= -1e-9 * y.min)
    wide.max = 0;
  return wide;
}

static void
find_ranges (Pane *pane)
{
  const QnChart *chart = &pane->chart;
  gboolean dots = FALSE;

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
  for (int i = 0; i < chart->n_curves; i++)
    dots |= chart->curve[i].kind == QN_CHART_DOTS;
  pane->x = qn_range_padded (pane->x, dots ? 0.03 : 0, 1e-12);
  pane->y = padded (pane->y, chart->y.scale);
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

void
qn_charts_clear (QnFigure *figure)
{
  QnCharts *charts = figure->state;

  for (int i = 0; i < n_charts (figure); i++)
    qn_chart_clear (&charts->pane[i].chart);
  for (int i = 0; i < 2; i++)
    {
      g_clear_pointer (&charts->held[i], qn_report_unref);
      g_clear_pointer (&charts->grid[i], qn_grid_unref);
    }
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

static gboolean
take_grid (QnGrid **slot, QnGrid *grid)
{
  if (*slot == grid)
    return FALSE;
  g_clear_pointer (slot, qn_grid_unref);
  *slot = grid ? qn_grid_ref (grid) : NULL;
  return TRUE;
}

gboolean
qn_charts_update (QnFigure *figure, double seconds, gboolean held, gboolean changed)
{
  QnCharts *charts = figure->state;

  changed |= take (&charts->held[0], figure->snapshot->outcome->tables);
  changed |= take (&charts->held[1], figure->snapshot->runs);
  changed |= take_grid (&charts->grid[0], figure->snapshot->line);
  changed |= take_grid (&charts->grid[1], figure->snapshot->map);
  for (int i = 0; i < n_charts (figure); i++)
    {
      Pane *pane = &charts->pane[i];

      qn_chart_clear (&pane->chart);
      pane->chart.texts = g_ptr_array_new_with_free_func (g_free);
      figure->klass->chart (figure, i, &pane->chart);
      if (isinf (seconds))
        pane->places = (QnPlaces) { 0 };
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
  QnTheme theme;
  QnRect bounds;           /* of the axes */
  QnRect heading, note, names; /* height 0: none */
  QnLegend legend;
  char *x_title, *y_title;
  QnAxis x, y;
  const QnAxes *axes;
} Layout;

static gboolean
is_empty (const QnChart *chart)
{
  return chart->n_curves == 0 && chart->note == NULL;
}

/* A figure too small for two charts, or whose second has nothing on it, has the first alone. */
static int
divide (const QnFigure *figure, const QnPen *pen, QnRect *rects)
{
  double gap = QN_GAP_WIDE * pen->text;
  gboolean beside = pen->width >= BESIDE * pen->height && pen->width >= 3.2 * LEAST * pen->text;

  rects[0] = qn_pen_whole (pen);
  if (n_charts (figure) == 1 || is_empty (&((const QnCharts *) figure->state)->pane[1].chart) || (!beside && pen->height < 2 * LEAST * pen->text))
    return 1;
  qn_rect_divide (rects[0], beside, ((beside ? pen->width : pen->height) - gap) / 2, gap, rects);
  return 2;
}

static QnMark
mark_of (const QnChartCurve *curve)
{
  static const QnMark of_dash[] = { [QN_DASH_SOLID] = QN_MARK_LINE, [QN_DASH_DASHED] = QN_MARK_DASHED, [QN_DASH_LONG] = QN_MARK_LONG, [QN_DASH_DOTTED] = QN_MARK_DOTTED };

  if (curve->kind == QN_CHART_BARS)
    return QN_MARK_BAR;
  if (curve->kind == QN_CHART_DOTS)
    return QN_MARK_DOTS;
  return curve->faint ? QN_MARK_GHOST : of_dash[curve->dash];
}

/* A curve of nothing is not explained. */
static gboolean
has_values (const QnChartCurve *curve)
{
  for (gsize i = 0; i < curve->table->n_rows; i++)
    if (isfinite (qn_table_get (curve->table, i, curve->y)))
      return TRUE;
  return FALSE;
}

static void
fill_legend (const QnChart *chart, QnLegend *legend)
{
  for (int c = 0; c < chart->n_curves && legend->n < QN_LEGEND_ITEMS; c++)
    if (chart->curve[c].name != NULL && has_values (&chart->curve[c]))
      qn_legend_add (legend, mark_of (&chart->curve[c]), chart->curve[c].hue, g_strdup (chart->curve[c].name), NULL);
}

static QnRange
linear_range (const QnChartAxis *axis, QnRange shown)
{
  return axis->scale == QN_SCALE_LOG ? (QnRange) { pow (10, shown.min), pow (10, shown.max) } : shown;
}

static void
lay_out (Pane *pane, QnPen *whole, QnRect within, Layout *layout)
{
  const QnChart *chart = &pane->chart;
  double own = qn_theme_text_size (whole->theme, within.width, within.height), text = MAX (own, TEXT * whole->text);
  double side = QN_GAP_MARGIN * text, top = within.y;

  *layout = (Layout) { .pen = *whole, .theme = *whole->theme };
  layout->theme.text_scale *= text / own;
  layout->pen.theme = &layout->theme;
  layout->pen.places = &pane->places;
  layout->pen.text = text;
  layout->pen.line = qn_theme_line_width (&layout->theme, within.width, within.height);
  if (chart->heading != NULL)
    layout->heading = (QnRect) { within.x + QN_GAP_NEAR * text, top + 0.1 * text, within.width - 2 * QN_GAP_NEAR * text, HEADING * text };
  top += layout->heading.height;
  if (chart->note != NULL)
    layout->note = (QnRect) { within.x + side, top, within.width - 2 * side, MIN (NOTE * text, 0.3 * within.height) };
  top += layout->note.height;
  if (pane->named_above)
    {
      fill_legend (chart, &layout->legend);
      layout->names = (QnRect) { within.x + side, top + QN_GAP_HAIR * text, within.width - 2 * side, 0 };
      layout->names.height = qn_legend_height (&layout->legend, &layout->pen, layout->names.width, 0.3 * within.height);
    }
  top += layout->names.height;
  layout->bounds = (QnRect) { within.x, top, within.width, within.y + within.height - top };
  layout->x_title = qn_axis_title (chart->x.name, chart->x.symbol ? chart->x.symbol : "", chart->x.dimension);
  layout->y_title = qn_axis_title (chart->y.name, chart->y.symbol ? chart->y.symbol : "", chart->y.dimension);
  layout->x = (QnAxis) { layout->x_title, chart->x.scale, linear_range (&chart->x, pane->shown_x.shown), chart->x.percent };
  layout->y = (QnAxis) { layout->y_title, chart->y.scale, linear_range (&chart->y, pane->shown_y.shown), chart->y.percent };
  layout->axes = qn_kept_axes (&pane->kept, &layout->pen, layout->bounds, &layout->x, &layout->y);
}

static void
layout_clear (Layout *layout)
{
  g_free (layout->x_title);
  g_free (layout->y_title);
  qn_legend_clear (&layout->legend);
}

/* --- Layers --------------------------------------------------------------- */

static void
draw_texts (const QnChart *chart, Layout *layout)
{
  QnPen *pen = &layout->pen;
  QnLabel heading = { chart->heading, pen->text, TRUE, pen->theme->line[QN_HUE_FOREGROUND], 0 };

  if (chart->heading != NULL)
    qn_pen_text (pen, &heading, layout->heading, (QnSpot) { layout->heading.x, layout->heading.y, QN_ALIGN_START, QN_ALIGN_START });
  if (chart->note != NULL)
    qn_pen_paragraph (pen, chart->note, pen->text, QN_SIZE_LEAST * pen->text, TRUE, pen->theme->line[QN_HUE_FOREGROUND],
                      chart->n_curves ? layout->note : qn_rect_inset (layout->bounds, 0.06 * layout->bounds.width, 0.06 * layout->bounds.height));
}

/* Names on the curves where all find a place, else in a legend above. */
static void
draw_pane (Pane *pane, QnPen *whole, QnRect within)
{
  const QnChart *chart = &pane->chart;
  g_autoptr (GArray) traces = NULL;
  QnChartPlaces places;
  Layout layout;
  QnPen *pen = &layout.pen;

  pane->named_above = FALSE;
  lay_out (pane, whole, within, &layout);
  draw_texts (chart, &layout);
  traces = qn_chart_trace (chart, layout.axes);
  if (!qn_chart_place_names (chart, pen, layout.axes, traces, TRUE, &places))
    {
      pane->named_above = TRUE;
      layout_clear (&layout);
      lay_out (pane, whole, within, &layout);
      g_array_unref (traces);
      traces = qn_chart_trace (chart, layout.axes);
      qn_chart_place_names (chart, pen, layout.axes, traces, FALSE, &places);
    }
  if (chart->n_curves > 0)
    {
      qn_chart_draw_grounds (chart, pen, layout.axes);
      qn_figure_draw_axes (layout.axes, pen, layout.bounds, &layout.x, &layout.y);
      qn_chart_draw_lines (chart, pen, layout.axes);
      qn_legend_draw (&layout.legend, pen, layout.names);
      qn_chart_draw_names (chart, pen, layout.axes, traces, !pane->named_above, &places);
    }
  layout_clear (&layout);
}

void
qn_charts_draw_static (QnFigure *figure, QnPen *pen)
{
  QnCharts *charts = figure->state;
  QnRect rects[QN_MOST_CHARTS];
  int n = divide (figure, pen, rects);

  for (int i = 0; i < n; i++)
    draw_pane (&charts->pane[i], pen, rects[i]);
}

/* A curve of rising x at x, by straight lines; NaN off it. */
static double
value_at (const QnChartCurve *curve, double x)
{
  for (gsize i = 1; i < curve->n; i++)
    {
      double a = qn_chart_cell (curve, i - 1, curve->x), b = qn_chart_cell (curve, i, curve->x);

      if (x >= a && x <= b)
        return b > a ? qn_chart_cell (curve, i - 1, curve->y) + (qn_chart_cell (curve, i, curve->y) - qn_chart_cell (curve, i - 1, curve->y)) * (x - a) / (b - a) : qn_chart_cell (curve, i, curve->y);
    }
  return NAN;
}

static void
draw_now (const QnChart *chart, QnPen *pen, const QnAxes *axes)
{
  double x = qn_chart_across (axes, chart, chart->now);

  if (!(x >= axes->area.x - 0.5) || !(x <= axes->area.x + axes->area.width + 0.5))
    return;
  qn_pen_vertical (pen, &axes->area, x);
  qn_pen_stroke (pen, qn_color_alpha (pen->theme->line[QN_HUE_FOREGROUND], 0.35), QN_DASH_SOLID, 0.8);
  for (int c = 0; c < chart->n_curves; c++)
    if (chart->curve[c].kind == QN_CHART_LINE && !chart->curve[c].faint && chart->curve[c].width >= 0)
      {
        double y = qn_chart_on_axis (&chart->y, value_at (&chart->curve[c], chart->now));

        if (isfinite (y))
          qn_axes_disc (axes, pen->canvas, chart->now, y, 2.8 * pen->line, qn_chart_line_color (pen, &chart->curve[c]), pen->theme->background);
      }
}

void
qn_charts_draw_live (QnFigure *figure, QnPen *pen)
{
  QnCharts *charts = figure->state;
  QnRect rects[QN_MOST_CHARTS];
  int n = divide (figure, pen, rects);

  for (int i = 0; i < n; i++)
    {
      Pane *pane = &charts->pane[i];
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
  double numbers[3 * QN_MOST_CHARTS] = { NAN, NAN, NAN, NAN, NAN, NAN };

  memcpy (numbers + 3 * pane, (double[]) { x, y, error }, 3 * sizeof *numbers);
  qn_csv_row (out, numbers, 3 * (gsize) panes, "%s", text);
}

static void
csv_rows (GString *out, int pane, int panes, const QnChart *chart)
{
  for (int c = 0; c < chart->n_curves; c++)
    {
      const QnChartCurve *curve = &chart->curve[c];

      for (gsize i = 0; i < curve->n; i++)
        csv_row (out, pane, panes, curve->name, qn_chart_cell (curve, i, curve->x), qn_chart_cell (curve, i, curve->y), curve->error ? qn_chart_cell (curve, i, curve->error) : NAN);
    }
  for (int i = 0; i < chart->n_points; i++)
    csv_row (out, pane, panes, chart->point[i].name, chart->point[i].x, chart->point[i].y, NAN);
  for (int i = 0; i < chart->n_limits; i++)
    csv_row (out, pane, panes, chart->limit[i].name, chart->limit[i].vertical ? chart->limit[i].value : NAN, chart->limit[i].vertical ? NAN : chart->limit[i].value, NAN);
}

/* Columns for every chart that has curves. */
void
qn_charts_csv (QnFigure *figure, GString *out)
{
  QnCharts *all = figure->state;
  const QnChart *charts[QN_MOST_CHARTS];
  int n = 0;

  for (int p = 0; p < n_charts (figure); p++)
    if (all->pane[p].chart.n_curves > 0)
      charts[n++] = &all->pane[p].chart;
  qn_csv_head (out, "series", QN_DIMENSION_NONE, n == 0);
  for (int p = 0; p < n; p++)
    {
      qn_csv_head (out, charts[p]->x.name, charts[p]->x.dimension, FALSE);
      qn_csv_head (out, charts[p]->y.name, charts[p]->y.dimension, FALSE);
      qn_csv_head (out, "error", QN_DIMENSION_NONE, p + 1 == n);
    }
  for (int p = 0; p < n; p++)
    csv_rows (out, p, n, charts[p]);
}
