/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "figures/kit/qn-charts.h"
#include "sim/qn-background.h"

/* Results over one parameter, one curve for each result or for each value of a second parameter; and power against efficiency
 * as the parameter varies: F. L. Curzon & B. Ahlborn, Am. J. Phys. 43, 22 (1975). */

static const QnParameter *
parameter_of (const QnGrid *grid, int axis)
{
  return &grid->plan.experiment.lab->parameters[grid->plan.axis[axis].parameter];
}

static const QnResult *
result_of (const QnGrid *grid, int value)
{
  return &grid->plan.experiment.lab->results[grid->plan.value[value]];
}

static gsize
n_rows (const QnGrid *grid)
{
  return grid->plan.n_axes > 1 ? (gsize) grid->plan.axis[1].n : 1;
}

static const char *
why_none (const QnFigure *figure)
{
  return figure->snapshot->line == NULL ? _("The curves are being computed") : NULL;
}

static QnChartAxis
parameter_axis (const QnGrid *grid, int axis)
{
  const QnParameter *p = parameter_of (grid, axis);

  return (QnChartAxis) { .name = _(p->name), .symbol = p->symbol, .dimension = p->dimension, .scale = grid->plan.axis[axis].log ? QN_SCALE_LOG : QN_SCALE_LINEAR, .range = QN_RANGE_EMPTY };
}

static QnHue
result_hue (const char *id)
{
  static const struct
  {
    const char *begin;
    QnHue hue;
  } hues[] = { { "heat_hot", QN_HUE_HOT }, { "heat_cold", QN_HUE_COLD }, { "heat_work", QN_HUE_THIRD }, { "work", QN_HUE_WORK }, { "power", QN_HUE_WORK }, { "coherence", QN_HUE_COHERENCE } };

  for (gsize i = 0; i < G_N_ELEMENTS (hues); i++)
    if (g_str_has_prefix (id, hues[i].begin))
      return hues[i].hue;
  return QN_HUE_FOREGROUND;
}

/* "T_c = 2", of a curve of a family. */
static char *
member_name (const QnGrid *grid, gsize row)
{
  const QnParameter *p = parameter_of (grid, 1);

  return qn_label_equals (p->symbol, grid->at[1][row], p->dimension);
}

static void
note_holes (const QnGrid *grid, QnChart *chart)
{
  gsize holes = 0, first = 0;

  for (gsize i = grid->n; i-- > 0;)
    if (grid->reason[i] != NULL)
      {
        holes++;
        first = i;
      }
  if (holes > 0)
    chart->note = qn_chart_keep (chart, g_strdup_printf (_("%d of %d points cannot be computed: %s"), (int) holes, (int) grid->n, grid->reason[first]));
}

/* --- Over a parameter ----------------------------------------------------- */

static const QnDash dashes[QN_GRID_CURVES] = { QN_DASH_SOLID, QN_DASH_LONG, QN_DASH_DASHED, QN_DASH_DOTTED, QN_DASH_SOLID };

/* The values of one dimension, of the first or of the second there is. */
static int
values_of (const QnGrid *grid, int index, int *values)
{
  int n = 0;
  QnDimension first = result_of (grid, 0)->dimension, second = first;

  for (int v = 0; v < grid->plan.n_shown && second == first; v++)
    second = result_of (grid, v)->dimension;
  if (index > 0 && second == first)
    return 0;
  for (int v = 0; v < grid->plan.n_shown; v++)
    if (result_of (grid, v)->dimension == (index ? second : first))
      values[n++] = v;
  return n;
}

static void
add_curve (const QnGrid *grid, QnChart *chart, gsize row, int value, gboolean named)
{
  const QnResult *r = result_of (grid, value);
  gboolean family = n_rows (grid) > 1;
  QnChartCurve curve = { .table = &grid->table, .x = 0, .y = 2 + value, .first = grid->block[row], .n = grid->block[row + 1] - grid->block[row], .hue = result_hue (r->id) };

  if (chart->n_curves == QN_CHART_CURVES || curve.n == 0)
    return;
  curve.dash = dashes[(family ? row : (gsize) chart->n_curves) % QN_GRID_CURVES];
  curve.width = family && row == QN_GRID_CURVES - 1 ? 1 : 2.2;
  if (family)
    curve.name = qn_chart_keep (chart, member_name (grid, row));
  else if (named)
    curve.name = _(r->name);
  qn_chart_add_curve (chart, curve);
}

/* An efficiency has Carnot's beside it. */
static void
add_carnot (const QnGrid *grid, QnChart *chart, int value)
{
  int carnot = qn_grid_plan_value_of (&grid->plan, "carnot");

  if (carnot < grid->plan.n_shown || n_rows (grid) > 1 || !g_str_equal (result_of (grid, value)->id, "efficiency"))
    return;
  qn_chart_add_curve (chart, (QnChartCurve) { .table = &grid->table, .y = 2 + carnot, .n = grid->block[1], .name = _("Carnot"), .hue = QN_HUE_REFERENCE, .dash = QN_DASH_DASHED, .width = 1.4 });
}

static void
mark_present (const QnSnapshot *s, QnChart *chart, const int *values, int n)
{
  const QnGrid *grid = s->line;
  double at = s->experiment.value[grid->plan.axis[0].parameter];

  if (n_rows (grid) == 1)
    chart->now = at;
  for (int i = 0; n_rows (grid) > 1 && i < n && chart->n_points < QN_CHART_MARKS; i++)
    {
      const QnResult *r = result_of (grid, values[i]);

      qn_chart_add_point (chart, (QnChartPoint) { at, qn_results_get (&s->outcome->results, r->id), NULL, result_hue (r->id) });
    }
}

static void
fill_sweep (const QnFigure *figure, int index, QnChart *chart)
{
  const QnSnapshot *s = figure->snapshot;
  const QnGrid *grid = s->line;
  int values[QN_GRID_MOST_VALUES], n = grid ? values_of (grid, index, values) : 0;

  chart->now = NAN;
  if (n == 0)
    return;
  chart->x = parameter_axis (grid, 0);
  chart->y = (QnChartAxis) { .name = n > 1 ? _("Value") : _(result_of (grid, values[0])->name), .symbol = n > 1 ? "" : result_of (grid, values[0])->symbol,
                             .dimension = result_of (grid, values[0])->dimension, .range = QN_RANGE_EMPTY };
  for (gsize row = 0; row < n_rows (grid); row++)
    for (int i = 0; i < n; i++)
      add_curve (grid, chart, row, values[i], n > 1);
  add_carnot (grid, chart, values[0]);
  mark_present (s, chart, values, n);
  if (index == 0)
    note_holes (grid, chart);
}

static char *
describe_sweep (QnFigure *figure)
{
  const QnSnapshot *s = figure->snapshot;
  const QnGrid *grid = s->line;
  const QnResult *r = result_of (grid, 0);
  const QnParameter *p = parameter_of (grid, 0);
  double least = INFINITY, most = -INFINITY, best = NAN;
  g_autofree char *a = NULL, *b = NULL, *at = NULL, *now = NULL, *here = NULL;

  for (gsize i = 0; i < grid->n; i++)
    {
      double y = qn_grid_value (grid, i, 0);

      least = isnan (y) ? least : fmin (least, y);
      if (y > most)
        {
          most = y;
          best = grid->at[0][qn_grid_index (&grid->plan, i, 0)];
        }
    }
  a = qn_plain (isfinite (least) ? least : NAN, r->dimension);
  b = qn_plain (isfinite (most) ? most : NAN, r->dimension);
  at = qn_plain (best, p->dimension);
  now = qn_plain (qn_results_get (&s->outcome->results, r->id), r->dimension);
  here = qn_plain (s->experiment.value[grid->plan.axis[0].parameter], p->dimension);
  return g_strdup_printf (_("%s over %s: from %s to %s, the maximum at %s. Now %s at %s."), _(r->name), _(p->name), a, b, at, now, here);
}

static gboolean
handle_sweep (const QnFigure *figure, QnFigureHandle *handle)
{
  const QnCharts *charts = figure->state;
  const QnGrid *grid = figure->snapshot->line;

  if (grid == NULL || charts->pane[0].chart.n_curves == 0)
    return FALSE;
  *handle = (QnFigureHandle) { .area = charts->pane[0].kept.axes.area, .x = charts->pane[0].kept.axes.x, .parameter = { grid->plan.axis[0].parameter, -1 } };
  return TRUE;
}

const QnFigureClass qn_figure_class_sweep = {
  .info = { "sweep", N_("Over a parameter"), N_("Any result against any parameter, with the present value as a handle"), FALSE, QN_EXTRA_LINE },
  QN_FIGURE_OF_CHARTS (2, fill_sweep),
  .why_none = why_none,
  .describe = describe_sweep,
  .handle = handle_sweep,
};

/* --- Power against efficiency --------------------------------------------- */

typedef struct
{
  int power, efficiency, carnot, curzon_ahlborn; /* values of the grid, -1: not there */
  gsize best; /* the point of maximum power of an engine; n of the grid: none */
} Engine;

static Engine
engine_of (const QnGrid *grid)
{
  Engine e = { qn_grid_plan_value_of (&grid->plan, "power"), qn_grid_plan_value_of (&grid->plan, "efficiency"), qn_grid_plan_value_of (&grid->plan, "carnot"),
               qn_grid_plan_value_of (&grid->plan, "curzon_ahlborn"), grid->n };

  for (gsize i = 0; e.power >= 0 && e.efficiency >= 0 && i < grid->n; i++)
    if (!isnan (qn_grid_value (grid, i, e.efficiency)) && (e.best == grid->n || qn_grid_value (grid, i, e.power) > qn_grid_value (grid, e.best, e.power)))
      e.best = i;
  return e;
}

static const char *
why_no_engine (const QnFigure *figure)
{
  const QnGrid *grid = figure->snapshot->line;

  if (grid == NULL)
    return why_none (figure);
  return engine_of (grid).best == grid->n ? _("No engine anywhere on this axis: choose another parameter, or other values") : NULL;
}

static void
add_limit (const QnGrid *grid, QnChart *chart, gsize point, int value, const char *name)
{
  if (value >= 0 && isfinite (qn_grid_value (grid, point, value)))
    qn_chart_add_limit (chart, (QnChartLimit) { TRUE, qn_grid_value (grid, point, value), name, QN_HUE_REFERENCE });
}

/* No point of the region over both axes has more power and more efficiency than one of these. */
static void
add_front (const QnSnapshot *s, QnChart *chart)
{
  const QnGrid *map = s->map;
  Engine e;

  if (map == NULL || map->table.n_rows < 2 || map->plan.experiment.lab != s->experiment.lab)
    return;
  e = engine_of (map);
  qn_chart_add_curve (chart, (QnChartCurve) { .table = &map->table, .x = 2 + e.efficiency, .y = 2 + e.power, .n = map->table.n_rows, .hue = QN_HUE_REFERENCE, .dash = QN_DASH_LONG, .width = 1.4,
                                              .name = qn_chart_keep (chart, g_strdup_printf (_("best over %s and %s"), parameter_of (map, 0)->symbol, parameter_of (map, 1)->symbol)) });
}

static void
fill_pareto (const QnFigure *figure, int index, QnChart *chart)
{
  const QnSnapshot *s = figure->snapshot;
  const QnGrid *grid = s->line;
  Engine e;

  chart->now = NAN;
  if (grid == NULL || (e = engine_of (grid)).best == grid->n)
    return;
  chart->x = (QnChartAxis) { .name = _("Efficiency"), .symbol = "<i>η</i>", .range = { 0, 0 }, .percent = TRUE };
  chart->y = (QnChartAxis) { .name = _("Power"), .symbol = qn_result_symbol (s->experiment.lab, "power", "<i>P</i>"), .dimension = QN_DIMENSION_POWER, .range = { 0, 0 } };
  add_front (s, chart);
  for (gsize row = 0; row < MIN (n_rows (grid), QN_GRID_CURVES); row++)
    qn_chart_add_curve (chart, (QnChartCurve) { .table = &grid->table, .x = 2 + e.efficiency, .y = 2 + e.power, .first = grid->block[row], .n = grid->block[row + 1] - grid->block[row],
                                                .hue = QN_HUE_WORK, .dash = dashes[row], .width = 2.2, .name = n_rows (grid) > 1 ? qn_chart_keep (chart, member_name (grid, row)) : NULL });
  add_limit (grid, chart, e.best, e.carnot, _("Carnot"));
  add_limit (grid, chart, e.best, e.curzon_ahlborn, _("Curzon–Ahlborn"));
  qn_chart_add_point (chart, (QnChartPoint) { qn_grid_value (grid, e.best, e.efficiency), qn_grid_value (grid, e.best, e.power), _("maximum power"), QN_HUE_WORK });
  if (s->outcome->results.mode == QN_MODE_ENGINE)
    qn_chart_add_point (chart, (QnChartPoint) { qn_results_get (&s->outcome->results, "efficiency"), qn_results_get (&s->outcome->results, "power"), _("now"), QN_HUE_FOREGROUND });
  chart->heading = qn_chart_keep (chart, g_strdup_printf (_("as %s varies"), parameter_of (grid, 0)->symbol));
}

static char *
describe_pareto (QnFigure *figure)
{
  const QnGrid *grid = figure->snapshot->line;
  Engine e = engine_of (grid);
  const QnParameter *p = parameter_of (grid, 0);
  g_autofree char *power = qn_plain (qn_grid_value (grid, e.best, e.power), QN_DIMENSION_POWER), *efficiency = qn_plain (qn_grid_value (grid, e.best, e.efficiency), QN_DIMENSION_NONE);
  g_autofree char *at = qn_plain (grid->at[0][qn_grid_index (&grid->plan, e.best, 0)], p->dimension);
  g_autofree char *limit = qn_plain (e.curzon_ahlborn >= 0 ? qn_grid_value (grid, e.best, e.curzon_ahlborn) : NAN, QN_DIMENSION_NONE);

  return g_strdup_printf (_("Power against efficiency as %s varies. Maximum power %s at %s, with efficiency %s; Curzon–Ahlborn efficiency %s."), _(p->name), power, at, efficiency, limit);
}

const QnFigureClass qn_figure_class_pareto = {
  .info = { "pareto", N_("Power against efficiency"), N_("Power against efficiency as a parameter varies, with the point of maximum power"), FALSE, QN_EXTRA_LINE | QN_EXTRA_MAP },
  QN_FIGURE_OF_CHARTS (1, fill_pareto),
  .why_none = why_no_engine,
  .describe = describe_pareto,
};
