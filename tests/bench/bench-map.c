/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A map of 100 x 100 limit cycles of the Otto engine with quantum friction, over hot temperature and hot spacing: how long all of it takes by
 * as many threads as there are processors, and a point of it beside the same limit cycle alone. The numbers are the same. */

#include <gsl/gsl_errno.h>
#include <math.h>
#include <stdio.h>

#include "lab/qn-grid.h"
#include "sim/qn-many.h"

#define N 100
#define ROUNDS 5

static QnGridPlan
make_plan (void)
{
  static const struct
  {
    const char *id;
    double value;
  } values[] = { { "medium.tunnelling", 1 }, { "hot.coupling", 0.1 }, { "cold.coupling", 0.1 }, { "stroke.hot", 10 }, { "stroke.cold", 10 }, { "stroke.drive", 0.5 } };
  QnGridPlan plan = { .n_axes = 0 };

  qn_experiment_init (&plan.experiment, qn_lab_find ("otto"));
  for (gsize i = 0; i < G_N_ELEMENTS (values); i++)
    qn_experiment_set (&plan.experiment, values[i].id, values[i].value, NULL);
  qn_grid_plan_add_axis (&plan, "x", "hot.temperature=1:10:100", NULL);
  qn_grid_plan_add_axis (&plan, "y", "spacing.hot=1.2:6:100", NULL);
  qn_grid_plan_add_values (&plan, "power,efficiency", NULL);
  return plan;
}

static void
compute_row (gpointer grid, gsize row)
{
  qn_grid_compute (grid, row * N, (row + 1) * N, NULL);
}

static double
milliseconds_since (gint64 begun)
{
  return (g_get_monotonic_time () - begun) * 1e-3;
}

/* Each limit cycle by itself, and no more than that. */
static double
time_alone (const QnGridPlan *plan, double *work)
{
  gint64 begun = g_get_monotonic_time ();

  for (int i = 0; i < N * N; i++)
    {
      QnExperiment experiment = plan->experiment;
      QnMachine machine;
      g_autoptr (QnCycle) cycle = NULL;

      for (int a = 0; a < 2; a++)
        experiment.value[plan->axis[a].parameter] = qn_grid_axis_at (&plan->axis[a], qn_grid_index (plan, (gsize) i, a));
      if (!qn_experiment_machine (&experiment, &machine, NULL) || !(cycle = qn_cycle_new (&machine, QN_TOLERANCE, NULL, NULL)))
        continue;
      work[i] = qn_cycle_ledger (cycle)->work_output / qn_cycle_ledger (cycle)->period;
    }
  return milliseconds_since (begun);
}

static double
time_map (const QnGridPlan *plan, int threads, const double *power, double *most_apart)
{
  const QnManyClass klass = { compute_row, NULL };
  g_autoptr (QnGrid) grid = qn_grid_new (plan);
  gint64 begun = g_get_monotonic_time ();
  double took;

  qn_many (&klass, grid, N, threads, NULL);
  took = milliseconds_since (begun);
  for (gsize i = 0; i < grid->n; i++)
    *most_apart = MAX (*most_apart, fabs (qn_grid_value (grid, i, 0) - power[i]));
  return took;
}

int
main (void)
{
  QnGridPlan plan = make_plan ();
  g_autofree double *power = g_new0 (double, N * N);
  int processors = (int) g_get_num_processors ();
  double alone = INFINITY, one = INFINITY, all = INFINITY, apart = 0;

  gsl_set_error_handler_off ();
  for (int i = 0; i < ROUNDS; i++)
    {
      alone = MIN (alone, time_alone (&plan, power));
      one = MIN (one, time_map (&plan, 1, power, &apart));
      all = MIN (all, time_map (&plan, processors, power, &apart));
    }
  printf ("%d x %d limit cycles, each alone  %8.1f ms, %.1f us each\n", N, N, alone, alone * 1e3 / (N * N));
  printf ("the map by one thread             %8.1f ms, %.1f us a point: %.2f of one alone\n", one, one * 1e3 / (N * N), one / alone);
  printf ("the map by %d threads              %8.1f ms\n", processors, all);
  printf ("largest difference of a power     %8.1e\n", apart);
  return apart > 1e-10;
}
