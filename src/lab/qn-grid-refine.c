/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lab/qn-grid-refine.h"

#include <math.h>
#include <string.h>

#define LEAST_BEND (1.0 / 2048) /* of the axis: between places nearer than this a bend is left as it is, */
#define LEAST_JUMP (1.0 / 8192) /* and a change of mode or a jump */
#define JUMP 0.02               /* of the range, over so short a way */

/* --- Ranges --------------------------------------------------------------- */

/* Where a place is on its axis, 0..1. */
static double
share (const QnGridAxis *axis, double at)
{
  return axis->log ? log (at / axis->from) / log (axis->to / axis->from) : (at - axis->from) / (axis->to - axis->from);
}

static double
between (const QnGridAxis *axis, double a, double b)
{
  return axis->log ? sqrt (a * b) : (a + b) / 2;
}

static double
range_of (const QnGrid *grid, int value)
{
  double least = INFINITY, most = -INFINITY;

  for (gsize i = 0; i < grid->n; i++)
    if (!isnan (qn_grid_value (grid, i, value)))
      {
        least = MIN (least, qn_grid_value (grid, i, value));
        most = MAX (most, qn_grid_value (grid, i, value));
      }
  return most > least ? most - least : INFINITY;
}

/* --- Where it is worth while ---------------------------------------------- */

static gboolean
differ (const QnGrid *grid, gsize a, gsize b)
{
  gboolean hole = grid->reason[a] != NULL;

  return hole != (grid->reason[b] != NULL) || (!hole && grid->mode[a] != grid->mode[b]);
}

/* How far the middle one of three points lies from the straight line through its neighbours. */
static double
bend (const QnGrid *grid, gsize i, int value)
{
  const QnGridAxis *axis = &grid->plan.axis[0];
  int k = qn_grid_index (&grid->plan, i, 0);
  double a = share (axis, grid->at[0][k - 1]), b = share (axis, grid->at[0][k]), c = share (axis, grid->at[0][k + 1]);
  double ya = qn_grid_value (grid, i - 1, value), yb = qn_grid_value (grid, i, value), yc = qn_grid_value (grid, i + 1, value);

  return fabs (yb - ya - (yc - ya) * (b - a) / (c - a));
}

/* Whether to look between place k and the next. */
static gboolean
worth (const QnGrid *grid, int k, const double *range)
{
  const QnGridAxis *axis = &grid->plan.axis[0];
  double way = share (axis, grid->at[0][k + 1]) - share (axis, grid->at[0][k]);
  gsize nx = (gsize) axis->n;

  for (gsize row = 0; row < grid->n / nx; row++)
    {
      gsize i = row * nx + (gsize) k;

      if (way > LEAST_JUMP && differ (grid, i, i + 1))
        return TRUE;
      for (int v = 0; v < grid->plan.n_values; v++)
        {
          gboolean jumps = fabs (qn_grid_value (grid, i + 1, v) - qn_grid_value (grid, i, v)) > JUMP * range[v];

          if (way <= (jumps ? LEAST_JUMP : LEAST_BEND))
            continue;
          if ((k > 0 && bend (grid, i, v) > QN_GRID_BEND * range[v]) || (k + 2 < axis->n && bend (grid, i + 1, v) > QN_GRID_BEND * range[v]))
            return TRUE;
        }
    }
  return FALSE;
}

static QnGrid *
refine_line (const QnGrid *grid)
{
  const QnGridAxis *axis = &grid->plan.axis[0];
  g_autofree double *x = g_new (double, 2 * axis->n);
  double range[QN_GRID_MOST_VALUES];
  gboolean all = axis->n <= QN_GRID_LINE_FIRST;
  int n = 0;

  for (int v = 0; v < grid->plan.n_values; v++)
    range[v] = range_of (grid, v);
  for (int k = 0; k < axis->n; k++)
    {
      x[n++] = grid->at[0][k];
      if (k + 1 < axis->n && n + axis->n - k - 1 < QN_GRID_LINE_MOST && (all || worth (grid, k, range)))
        x[n++] = between (axis, grid->at[0][k], grid->at[0][k + 1]);
    }
  return n > axis->n ? qn_grid_moved (grid, x, n, NULL, 0) : NULL;
}

static double *
halved (const QnGrid *grid, int a)
{
  QnGridAxis axis = grid->plan.axis[a];
  double *at = g_new (double, 2 * axis.n - 1);

  for (int i = 0; i < 2 * axis.n - 1; i++)
    at[i] = i % 2 ? between (&axis, grid->at[a][i / 2], grid->at[a][i / 2 + 1]) : grid->at[a][i / 2];
  return at;
}

static QnGrid *
refine_map (const QnGrid *grid)
{
  const QnGridAxis *axis = grid->plan.axis;
  g_autofree double *x = halved (grid, 0), *y = halved (grid, 1);

  if (axis[0].n >= QN_GRID_MAP_MOST || axis[1].n >= QN_GRID_MAP_MOST)
    return NULL;
  return qn_grid_moved (grid, x, 2 * axis[0].n - 1, y, 2 * axis[1].n - 1);
}

QnGrid *
qn_grid_refined (const QnGrid *grid)
{
  return grid->plan.curves ? refine_line (grid) : refine_map (grid);
}

/* --- Curves --------------------------------------------------------------- */

/* A line would tell of what is not known to be there. */
static gboolean
broken (const QnGrid *grid, gsize i, const double *range)
{
  const QnGridAxis *axis = &grid->plan.axis[0];
  int k = qn_grid_index (&grid->plan, i, 0);
  double way = share (axis, grid->at[0][k + 1]) - share (axis, grid->at[0][k]);

  if (differ (grid, i, i + 1))
    return TRUE;
  for (int v = 0; way <= 2 * LEAST_JUMP && v < grid->plan.n_shown; v++)
    if (fabs (qn_grid_value (grid, i + 1, v) - qn_grid_value (grid, i, v)) > JUMP * range[v])
      return TRUE;
  return FALSE;
}

static void
name_columns (QnGrid *grid)
{
  const QnLab *lab = grid->plan.experiment.lab;

  for (int a = 0; a < 2; a++)
    {
      const QnParameter *p = &lab->parameters[grid->plan.axis[MIN (a, grid->plan.n_axes - 1)].parameter];

      grid->column[a] = (QnColumn) { p->id, p->symbol, p->name, p->dimension };
    }
  for (int v = 0; v < grid->plan.n_values; v++)
    {
      const QnResult *r = &lab->results[grid->plan.value[v]];

      grid->column[2 + v] = (QnColumn) { r->id, r->symbol, r->name, r->dimension };
    }
}

/* --- The best of a map ----------------------------------------------------- */

typedef struct
{
  double efficiency, power;
  gsize point;
} Candidate;

static int
less_efficient (gconstpointer a, gconstpointer b)
{
  const Candidate *x = a, *y = b;

  if (x->efficiency != y->efficiency)
    return x->efficiency < y->efficiency ? -1 : 1;
  return (x->power > y->power) - (x->power < y->power);
}

static GArray *
engines (const QnGrid *grid)
{
  int power = qn_grid_plan_value_of (&grid->plan, "power"), efficiency = qn_grid_plan_value_of (&grid->plan, "efficiency");
  GArray *all = g_array_new (FALSE, FALSE, sizeof (Candidate));

  for (gsize i = 0; power >= 0 && efficiency >= 0 && i < grid->n; i++)
    {
      Candidate c = { qn_grid_value (grid, i, efficiency), qn_grid_value (grid, i, power), i };

      if (!isnan (c.efficiency) && !isnan (c.power))
        g_array_append_val (all, c);
    }
  g_array_sort (all, less_efficient);
  return all;
}

static void
tabulate_best (QnGrid *grid)
{
  g_autoptr (GArray) all = engines (grid);
  int columns = 2 + grid->plan.n_values;
  double most = -INFINITY;
  guint n = 0;

  for (guint i = all->len; i-- > 0;) /* those worth keeping move to the end */
    if (g_array_index (all, Candidate, i).power > most)
      {
        most = g_array_index (all, Candidate, i).power;
        g_array_index (all, Candidate, all->len - ++n) = g_array_index (all, Candidate, i);
      }
  name_columns (grid);
  grid->table = (QnTable) { "best", grid->column, columns, n, g_new (double, MAX (n, 1) * (guint) columns) };
  for (guint r = 0; r < n; r++)
    {
      gsize i = g_array_index (all, Candidate, all->len - n + r).point;
      double *cell = &grid->table.values[r * (guint) columns];

      for (int a = 0; a < 2; a++)
        cell[a] = grid->at[a][qn_grid_index (&grid->plan, i, a)];
      memcpy (cell + 2, &grid->value[i * (gsize) grid->plan.n_values], sizeof *cell * (gsize) grid->plan.n_values);
    }
}

static void
tabulate_curves (QnGrid *grid)
{
  gsize nx = (gsize) grid->plan.axis[0].n, rows = grid->n / nx, row = 0;
  int columns = 2 + grid->plan.n_values;
  double range[QN_GRID_MOST_VALUES];

  for (int v = 0; v < grid->plan.n_shown; v++)
    range[v] = range_of (grid, v);
  name_columns (grid);
  grid->table = (QnTable) { "over", grid->column, columns, 0, g_new (double, 2 * grid->n * (gsize) columns) };
  grid->block = g_new0 (gsize, rows + 1);
  for (gsize i = 0; i < grid->n; i++)
    {
      int k = qn_grid_index (&grid->plan, i, 0);
      double *cell = &grid->table.values[row++ * (gsize) columns];

      cell[0] = grid->at[0][k];
      cell[1] = grid->plan.n_axes > 1 ? grid->at[1][i / nx] : NAN;
      memcpy (cell + 2, &grid->value[i * (gsize) grid->plan.n_values], sizeof *cell * (gsize) grid->plan.n_values);
      if ((gsize) k + 1 < nx && broken (grid, i, range))
        {
          double *gap = &grid->table.values[row++ * (gsize) columns];

          gap[0] = between (&grid->plan.axis[0], grid->at[0][k], grid->at[0][k + 1]);
          for (int c = 1; c < columns; c++)
            gap[c] = NAN;
        }
      if ((gsize) k + 1 == nx)
        grid->block[i / nx + 1] = row;
    }
  grid->table.n_rows = row;
}

void
qn_grid_tabulate (QnGrid *grid)
{
  if (grid->plan.curves)
    tabulate_curves (grid);
  else
    tabulate_best (grid);
}
