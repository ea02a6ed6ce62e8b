/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Grids over one or two parameters: where points are, what is refused, and that each is what the experiment itself tells. */

#include <math.h>
#include <string.h>

#include "lab-test.h"
#include "lab/qn-over.h"

static QnGridPlan
plan_of (const char *lab, const char *x, const char *y, const char *values)
{
  QnGridPlan plan = { .experiment = lab_load (lab, NULL) };
  GError *error = NULL;

  qn_grid_plan_add_axis (&plan, "x", x, &error);
  g_assert_no_error (error);
  if (y)
    qn_grid_plan_add_axis (&plan, "y", y, &error);
  g_assert_no_error (error);
  qn_grid_plan_add_values (&plan, values, &error);
  g_assert_no_error (error);
  return plan;
}

static void
test_places (void)
{
  QnGridPlan plan = plan_of ("otto", "hot.temperature=0.1:1000:5:log", "spacing.hot=1:2:11", "power");
  g_autofree char *x = qn_grid_axis_text (&plan, 0), *y = qn_grid_axis_text (&plan, 1);
  QnGridPlan again = plan_of ("otto", x, y, "power");

  g_assert_cmpuint (qn_grid_plan_size (&plan), ==, 55);
  for (int i = 0; i < 5; i++)
    g_assert_cmpfloat_with_epsilon (log10 (qn_grid_axis_at (&plan.axis[0], i)), i - 1, 1e-14);
  g_assert_cmpfloat (qn_grid_axis_at (&plan.axis[0], 4), ==, 1000);
  g_assert_cmpfloat (qn_grid_axis_at (&plan.axis[1], 3), ==, 1.3);
  g_assert_cmpint (qn_grid_index (&plan, 23, 0), ==, 3);
  g_assert_cmpint (qn_grid_index (&plan, 23, 1), ==, 4);
  g_assert_true (qn_grid_plan_equal (&plan, &again));
  again.axis[1].n++;
  g_assert_false (qn_grid_plan_equal (&plan, &again));
}

static void
test_one_point (void)
{
  QnGridPlan plan = plan_of ("otto", "hot.temperature=3:3:1", NULL, "power");

  g_assert_cmpfloat (qn_grid_axis_at (&plan.axis[0], 0), ==, 3);
}

/* A lab that is a machine and one that is none. */
static void
test_points (void)
{
  static const struct
  {
    const char *lab, *x, *y, *values;
  } grids[] = {
    { "otto", "hot.temperature=1:8:3", "stroke.drive=0.1:10:3:log", "power,efficiency,friction_work" },
    { "thermometry", "bath.temperature=0.2:5:4:log", NULL, "fisher_information,energy" },
  };

  for (gsize g = 0; g < G_N_ELEMENTS (grids); g++)
    {
      const QnLab *lab = qn_lab_find (grids[g].lab);
      QnGridPlan plan = plan_of (grids[g].lab, grids[g].x, grids[g].y, grids[g].values);
      g_autoptr (QnGrid) grid = qn_grid_new (&plan);

      for (gsize i = grid->n; i-- > 0;) /* in no matter what order */
        qn_grid_compute (grid, i, MIN (i + 2, grid->n), NULL);
      for (gsize i = 0; i < grid->n; i++)
        {
          QnExperiment alone = plan.experiment;
          QnResults results;

          for (int a = 0; a < plan.n_axes; a++)
            lab_set (&alone, lab->parameters[plan.axis[a].parameter].id, qn_grid_axis_at (&plan.axis[a], qn_grid_index (&plan, i, a)));
          results = lab_evaluate (&alone);
          g_assert_cmpint (grid->known[i], ==, 1);
          g_assert_null (grid->reason[i]);
          g_assert_cmpint (grid->mode[i], ==, results.mode);
          for (int k = 0; k < plan.n_values; k++)
            {
              double a = grid->value[i * (gsize) plan.n_values + (gsize) k], b = results.number[plan.value[k]];

              g_assert_true (a == b || (isnan (a) && !isfinite (b)));
            }
        }
    }
}

/* Whichever parameter has moved: what is taken over from a neighbour changes no bit. */
static void
test_beside (void)
{
  gsize n;
  const QnLab *const *labs = qn_labs (&n);
  int shared = 0;

  for (gsize l = 0; l < n; l++)
    {
      QnExperiment experiment = lab_load (labs[l]->id, labs[l]->presets[0].id);
      g_autoptr (QnOutcome) before = labs[l]->build ? lab_outcome (&experiment) : NULL;

      for (int i = 0; before && i < labs[l]->n_parameters; i++)
        {
          QnExperiment moved = experiment;
          g_autoptr (QnOutcome) alone = NULL, beside = NULL;

          if (labs[l]->parameters[i].kind != QN_VALUE_REAL || !qn_experiment_set (&moved, labs[l]->parameters[i].id, 1.01 * moved.value[i] + 0.01, NULL)
              || !(alone = qn_experiment_evaluate (&moved, NULL, NULL)))
            continue;
          beside = qn_experiment_evaluate_beside (&moved, before, NULL, NULL);
          g_assert_nonnull (beside);
          g_assert_cmpmem (alone->results.number, sizeof (double) * (gsize) labs[l]->n_results, beside->results.number, sizeof (double) * (gsize) labs[l]->n_results);
          g_assert_cmpmem (&alone->ledger, sizeof alone->ledger, &beside->ledger, sizeof beside->ledger);
          shared++;
        }
    }
  g_assert_cmpint (shared, >, 50);
}

static void
test_cancelled (void)
{
  QnGridPlan plan = plan_of ("otto", "hot.temperature=1:8:3", NULL, "power");
  g_autoptr (QnGrid) grid = qn_grid_new (&plan);
  const gint cancelled = TRUE;

  qn_grid_compute (grid, 0, grid->n, &cancelled);
  g_assert_cmpint (grid->known[1], ==, 0);
  g_assert_null (grid->reason[1]);
}

static void
test_fill (void)
{
  QnGridPlan plan = plan_of ("otto", "hot.temperature=1:8:3", NULL, "power,efficiency");
  g_autoptr (QnGrid) grid = qn_grid_new (&plan);
  const double values[] = { -0.0, INFINITY };

  qn_grid_fill (grid, 1, QN_MODE_ENGINE, QN_DOUBT_SECULAR, values, NULL);
  g_assert_false (signbit (grid->value[2]));
  g_assert_true (isnan (grid->value[3]));
  g_assert_cmpint (grid->doubts[1], ==, QN_DOUBT_SECULAR);
  qn_grid_fill (grid, 1, QN_MODE_ENGINE, QN_DOUBT_SECULAR, values, "two\nlines");
  g_assert_cmpstr (grid->reason[1], ==, "two lines");
  g_assert_true (isnan (grid->value[2]));
  g_assert_cmpint (grid->doubts[1], ==, 0);
}

static void
test_most_values (void)
{
  QnGridPlan plan = plan_of ("otto", "hot.temperature=1:8:3", NULL, "power");
  g_autoptr (GString) many = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  for (int i = 0; i < plan.experiment.lab->n_results; i++)
    if (plan.experiment.lab->results[i].kind == QN_RESULT_NUMBER && i != plan.value[0])
      g_string_append_printf (many, "%s%s", many->len ? "," : "", plan.experiment.lab->results[i].id);
  g_assert_false (qn_grid_plan_add_values (&plan, many->str, &error));
  g_assert_error (error, QN_LAB_ERROR, QN_LAB_ERROR_UNKNOWN);
  g_assert_nonnull (strstr (error->message, "one too many"));
  g_assert_cmpint (plan.n_values, ==, 1);
}

static void
compute_all (QnGrid *grid)
{
  qn_grid_compute (grid, 0, grid->n, NULL);
}

/* Finer grids know what coarser ones knew, come to an end, and lie closest where the curve bends. */
static void
test_refined_curve (void)
{
  QnExperiment experiment = lab_load ("otto", "friction");
  QnGridPlan plan = qn_over_line (&experiment);
  g_autoptr (QnGrid) grid = qn_grid_new (&plan);
  double least = INFINITY, most = 0;
  QnGrid *finer;

  compute_all (grid);
  while ((finer = qn_grid_refined (grid)))
    {
      gsize known = 0;

      for (gsize i = 0; i < finer->n; i++)
        known += finer->known[i];
      g_assert_cmpuint (known, ==, grid->n);
      g_assert_cmpuint (finer->n, >, grid->n);
      g_assert_cmpuint (finer->n, <=, QN_GRID_LINE_MOST);
      qn_grid_unref (grid);
      grid = finer;
      compute_all (grid);
    }
  for (gsize i = 0; i + 1 < grid->n; i++)
    {
      double ratio = grid->at[0][i + 1] / grid->at[0][i];

      least = MIN (least, ratio - 1);
      most = MAX (most, ratio - 1);
    }
  g_assert_cmpfloat (most, >, 8 * least);
  qn_grid_tabulate (grid);
  for (gsize i = 0; i + 1 < grid->n; i++) /* a change of mode is pinned down */
    if (grid->mode[i] != grid->mode[i + 1])
      g_assert_cmpfloat (grid->at[0][i + 1] / grid->at[0][i] - 1, <, 0.002);
  g_assert_cmpuint (grid->table.n_rows, >, grid->n);
}

static void
test_refined_map (void)
{
  QnExperiment experiment = lab_load ("otto", "textbook");
  QnGridPlan plan = qn_over_map (&experiment);
  g_autoptr (QnGrid) grid = NULL, finer = NULL;

  plan.axis[0].n = plan.axis[1].n = 5;
  grid = qn_grid_new (&plan);
  compute_all (grid);
  finer = qn_grid_refined (grid);
  g_assert_cmpint (finer->plan.axis[0].n, ==, 9);
  g_assert_cmpint (finer->plan.axis[1].n, ==, 9);
  for (int y = 0; y < 9; y++)
    for (int x = 0; x < 9; x++)
      {
        gsize i = (gsize) (9 * y + x);

        g_assert_cmpint (finer->known[i], ==, x % 2 == 0 && y % 2 == 0);
        if (finer->known[i])
          g_assert_cmpfloat (qn_grid_value (finer, i, 0), ==, qn_grid_value (grid, (gsize) (5 * (y / 2) + x / 2), 0));
      }
}

/* Of a map the engines that no other beats in both. */
static void
test_best (void)
{
  QnGridPlan plan = plan_of ("otto", "hot.temperature=1:8:9", "spacing.hot=1.3:6:9", "power,efficiency");
  g_autoptr (QnGrid) grid = qn_grid_new (&plan);

  compute_all (grid);
  qn_grid_tabulate (grid);
  g_assert_cmpuint (grid->table.n_rows, >, 1);
  for (gsize r = 0; r < grid->table.n_rows; r++)
    {
      double power = qn_table_get (&grid->table, r, 2), efficiency = qn_table_get (&grid->table, r, 3);

      for (gsize i = 0; i < grid->n; i++)
        g_assert_false (qn_grid_value (grid, i, 0) > power && qn_grid_value (grid, i, 1) > efficiency);
      if (r > 0)
        g_assert_true (efficiency > qn_table_get (&grid->table, r - 1, 3) && power < qn_table_get (&grid->table, r - 1, 2));
    }
}

/* What is chosen is allowed, axes differ, and a plan does not depend on where on its axes the experiment is. */
static void
test_over (void)
{
  gsize n;
  const QnLab *const *labs = qn_labs (&n);

  for (gsize l = 0; l < n; l++)
    {
      QnExperiment experiment = lab_load (labs[l]->id, NULL), moved = experiment;
      int x = qn_over_get (&experiment, QN_OVER_X), y = qn_over_get (&experiment, QN_OVER_Y);
      QnGridPlan here = qn_over_map (&experiment), there;

      g_assert_true (x != y && qn_over_allows (labs[l], QN_OVER_X, x) && qn_over_allows (labs[l], QN_OVER_Y, y));
      g_assert_true (qn_over_allows (labs[l], QN_OVER_VALUE, qn_over_get (&experiment, QN_OVER_VALUE)));
      g_assert_cmpint (qn_over_get (&experiment, QN_OVER_FAMILY), ==, -1);
      moved.value[x] = (here.axis[0].from + here.axis[0].to) / 2;
      moved.value[y] = here.axis[1].to;
      there = qn_over_map (&moved);
      g_assert_true (qn_grid_plan_equal (&here, &there));
      qn_over_set (&moved, QN_OVER_X, y);
      g_assert_cmpint (qn_over_get (&moved, QN_OVER_X), ==, y);
      g_assert_cmpint (qn_over_get (&moved, QN_OVER_Y), ==, x);
      g_assert_false (qn_experiment_equal (&moved, &experiment));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/grid/places", test_places);
  g_test_add_func ("/grid/one-point", test_one_point);
  g_test_add_func ("/grid/points", test_points);
  g_test_add_func ("/grid/beside", test_beside);
  g_test_add_func ("/grid/cancelled", test_cancelled);
  g_test_add_func ("/grid/fill", test_fill);
  g_test_add_func ("/grid/most-values", test_most_values);
  g_test_add_func ("/grid/refined-curve", test_refined_curve);
  g_test_add_func ("/grid/refined-map", test_refined_map);
  g_test_add_func ("/grid/best", test_best);
  g_test_add_func ("/grid/over", test_over);
  return g_test_run ();
}
