/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The three-level maser: its steady state in closed form, both books, both laws, and what each preset teaches. */

#include <math.h>

#include <gsl/gsl_errno.h>

#include "lab-test.h"
#include "../random-numbers.h"

/* Rates up and down of each reservoir and the rate at which the field mixes 0 and 1, coherence having been eliminated:
 * dc/dt = -(kappa + i delta) c +- i lambda (p1 - p0), kappa = (u_h + u_c)/2, R = 2 lambda^2 kappa/(kappa^2 + delta^2). */
typedef struct
{
  double up[2], down[2], R, kappa, pump, cold, delta;
  double p[3], J;
} Closed;

static Closed
closed_form (const QnExperiment *e)
{
  Closed c = { .pump = qn_experiment_get (e, "spacing.hot"), .cold = qn_experiment_get (e, "spacing.cold"), .delta = qn_experiment_get (e, "drive.detuning") };
  const double gap[2] = { c.pump, c.cold }, T[2] = { qn_experiment_get (e, "hot.temperature"), qn_experiment_get (e, "cold.temperature") };
  const double g[2] = { qn_experiment_get (e, "hot.coupling"), qn_experiment_get (e, "cold.coupling") };
  double lambda = qn_experiment_get (e, "drive.strength"), a, b, z;

  for (int k = 0; k < 2; k++)
    {
      c.up[k] = g[k] / expm1 (gap[k] / T[k]);
      c.down[k] = c.up[k] + g[k];
    }
  c.kappa = (c.up[0] + c.up[1]) / 2;
  c.R = 2 * lambda * lambda * c.kappa / (c.kappa * c.kappa + c.delta * c.delta);
  /* with p2 = 1: p1 = a, p0 = b from the balances of levels 1 and 0 */
  z = c.up[0] * c.up[1] + c.R * (c.up[0] + c.up[1]);
  a = (c.down[1] * (c.up[0] + c.R) + c.R * c.down[0]) / z;
  b = (c.down[0] * (c.up[1] + c.R) + c.R * c.down[1]) / z;
  c.p[0] = b / (1 + a + b);
  c.p[1] = a / (1 + a + b);
  c.p[2] = 1 / (1 + a + b);
  c.J = c.R * (c.down[1] * c.up[0] - c.down[0] * c.up[1]) / z / (1 + a + b);
  return c;
}

static void
check_closed_form (const QnExperiment *e)
{
  Closed c = closed_form (e);
  QnResults r = lab_evaluate (e);
  double scale = MAX (c.pump, fabs (c.delta)), E1 = c.pump - c.cold, share = c.up[0] / (c.up[0] + c.up[1]), tolerance = 1e-11 * scale;

  for (int n = 0; n < 3; n++)
    g_assert_cmpfloat_with_epsilon (r.population[n], c.p[n], 1e-11);
  g_assert_cmpfloat_with_epsilon (lab_get (&r, "inversion"), c.p[1] - c.p[0], 1e-11);
  g_assert_cmpfloat_with_epsilon (lab_get (&r, "power_bare"), E1 * c.J, tolerance);
  g_assert_cmpfloat_with_epsilon (lab_get (&r, "heat_hot_bare"), c.pump * c.J, tolerance);
  g_assert_cmpfloat_with_epsilon (lab_get (&r, "heat_cold_bare"), -c.cold * c.J, tolerance);
  g_assert_cmpfloat_with_epsilon (lab_get (&r, "power"), (E1 - c.delta) * c.J, tolerance);
  g_assert_cmpfloat_with_epsilon (lab_get (&r, "heat_hot"), (c.pump - c.delta * share) * c.J, tolerance);
  g_assert_cmpfloat_with_epsilon (lab_get (&r, "heat_cold"), -(c.cold + c.delta * (1 - share)) * c.J, tolerance);
  g_assert_cmpfloat_with_epsilon (lab_get (&r, "residual_first_law"), 0, tolerance);
  g_assert_cmpfloat (lab_get (&r, "entropy_production_bare"), >=, -1e-10);
  g_assert_cmpfloat (lab_get (&r, "min_eigenvalue"), >=, -1e-12);
  g_assert_cmpfloat_with_epsilon (lab_get (&r, "frequency_ratio"), (E1 - c.delta) / c.pump, 1e-13);
  g_assert_cmpint (isnan (lab_get (&r, "efficiency")), ==, r.mode != QN_MODE_ENGINE);
  g_assert_cmpint (isnan (lab_get (&r, "cop")), ==, r.mode != QN_MODE_REFRIGERATOR);
  if (fabs (c.J) < 1e-6) /* the sign of a rounding */
    return;
  g_assert_cmpint (isnan (lab_get (&r, "efficiency_bare")), ==, c.J < 0);
  if (c.J > 0)
    g_assert_cmpfloat_with_epsilon (lab_get (&r, "efficiency_bare"), E1 / c.pump, 1e-5); /* of currents known to 1e-11 */
}

static void
randomise (QnExperiment *e, GRand *rand)
{
  double pump = uniform (rand, 1, 8);

  *e = lab_load ("maser", NULL);
  lab_set (e, "spacing.hot", pump);
  lab_set (e, "spacing.cold", pump * uniform (rand, 0.1, 0.9));
  lab_set (e, "hot.temperature", exp (uniform (rand, -1, 3)));
  lab_set (e, "cold.temperature", exp (uniform (rand, -1, 2)));
  lab_set (e, "hot.coupling", exp (uniform (rand, -6, 0)));
  lab_set (e, "cold.coupling", exp (uniform (rand, -6, 0)));
  lab_set (e, "drive.strength", exp (uniform (rand, -6, 1)));
}

static void
test_closed_form (void)
{
  g_autoptr (GRand) rand = test_rand (20309);

  for (int i = 0; i < 1000; i++)
    {
      QnExperiment e;

      randomise (&e, rand);
      if (i % 2)
        lab_set (&e, "drive.detuning", uniform (rand, -1, 1));
      check_closed_form (&e);
    }
}

/* As hot as the threshold says, nothing goes round, however the reservoirs are coupled; hotter, work comes out. */
static void
test_threshold (void)
{
  g_autoptr (GRand) rand = test_rand (20311);

  for (int i = 0; i < 300; i++)
    {
      QnExperiment e;
      double T;

      randomise (&e, rand);
      lab_set (&e, "bath.spectrum", i % 3);
      T = lab_result (&e, "threshold_temperature");
      lab_set (&e, "hot.temperature", T);
      g_assert_cmpfloat_with_epsilon (lab_result (&e, "power"), 0, 1e-11);
      lab_set (&e, "hot.temperature", 1.1 * T);
      g_assert_cmpfloat (lab_result (&e, "power"), >=, 0);
      lab_set (&e, "hot.temperature", 0.9 * T);
      g_assert_cmpfloat (lab_result (&e, "power"), <=, 0);
    }
}

/* On resonance both books agree, the efficiency is nu_s/nu_p, and the second law holds for both. */
static void
test_resonance (void)
{
  g_autoptr (GRand) rand = test_rand (20310);
  int engines = 0, fridges = 0;

  for (int i = 0; i < 500; i++)
    {
      QnExperiment e;
      QnResults r;
      double ratio;

      randomise (&e, rand);
      r = lab_evaluate (&e);
      ratio = lab_get (&r, "frequency_ratio");
      g_assert_cmpfloat (lab_get (&r, "entropy_production"), >=, -1e-10);
      g_assert_cmpfloat_with_epsilon (lab_get (&r, "heat_hot"), lab_get (&r, "heat_hot_bare"), 1e-11);
      g_assert_cmpfloat_with_epsilon (lab_get (&r, "power"), lab_get (&r, "power_bare"), 1e-11);
      if (fabs (lab_get (&r, "power")) < 1e-4) /* the ratio of two roundings */
        continue;
      engines += r.mode == QN_MODE_ENGINE;
      fridges += r.mode == QN_MODE_REFRIGERATOR;
      if (r.mode == QN_MODE_ENGINE && qn_experiment_get (&e, "hot.temperature") > qn_experiment_get (&e, "cold.temperature"))
        {
          g_assert_cmpfloat_with_epsilon (lab_get (&r, "efficiency"), ratio, 1e-9);
          g_assert_cmpfloat (lab_get (&r, "efficiency"), <=, lab_get (&r, "carnot") + 1e-9);
          g_assert_cmpfloat (lab_get (&r, "inversion"), >, 0);
        }
    }
  g_assert_cmpint (engines, >, 20);
  g_assert_cmpint (fridges, >, 20);
}

/* The window of time is only looked through. */
static void
test_window (void)
{
  QnExperiment e = lab_load ("maser", "detuned");
  QnResults a = lab_evaluate (&e), b;

  lab_set (&e, "time.window", 7);
  b = lab_evaluate (&e);
  g_assert_cmpfloat_with_epsilon (lab_get (&a, "power"), lab_get (&b, "power"), 1e-13);
  g_assert_cmpfloat_with_epsilon (lab_get (&a, "entropy_production"), lab_get (&b, "entropy_production"), 1e-13);
}

/* A transient's books close, and end in the steady state. */
static void
test_transient (void)
{
  QnExperiment e = lab_load ("maser", "detuned");
  QnMachine machine;
  QnResults r = lab_evaluate (&e);
  double first = 0;

  lab_set (&e, "time.window", 20);
  machine = lab_machine (&e);
  for (int n = 1; n <= 40; n++)
    {
      g_autoptr (QnCycle) cycle = qn_cycle_new_transient (&machine, n, 1e-12, NULL, NULL);
      const QnLedger *ledger = qn_cycle_ledger (cycle);

      g_assert_cmpfloat_with_epsilon (ledger->residual_first_law, 0, 1e-11);
      g_assert_cmpfloat (ledger->bare_entropy_production, >=, -1e-10);
      if (n == 1)
        first = ledger->work_output / ledger->period;
      if (n == 40)
        g_assert_cmpfloat_with_epsilon (ledger->work_output / ledger->period, lab_get (&r, "power"), 1e-9);
    }
  g_assert_cmpfloat (fabs (first - lab_get (&r, "power")), >, 1e-4);
}

static void
test_bad_levels (void)
{
  QnExperiment e = lab_load ("maser", "textbook");
  g_autoptr (GError) error = NULL;

  lab_set (&e, "spacing.cold", 5);
  g_assert_null (qn_experiment_evaluate (&e, NULL, &error));
  g_assert_error (error, QN_LAB_ERROR, QN_LAB_ERROR_RANGE);
  g_assert_nonnull (strstr (error->message, "spacing.cold"));
  g_assert_nonnull (strstr (error->message, "less than spacing.hot"));
}

static void
test_presets (void)
{
  QnExperiment e[6] = { lab_load ("maser", "textbook"), lab_load ("maser", "threshold"), lab_load ("maser", "refrigerator"), lab_load ("maser", "saturated"),
                        lab_load ("maser", "detuned"), lab_load ("maser", "beyond-carnot") };
  QnResults r[6];

  for (int i = 0; i < 6; i++)
    r[i] = lab_evaluate (&e[i]);
  g_assert_cmpint (r[0].mode, ==, QN_MODE_ENGINE);
  g_assert_cmpfloat_with_epsilon (lab_get (&r[0], "efficiency"), 0.6, 1e-11);

  g_assert_cmpfloat_with_epsilon (lab_get (&r[1], "inversion"), 0, 1e-13);
  g_assert_cmpfloat_with_epsilon (lab_get (&r[1], "power"), 0, 1e-13);
  g_assert_cmpfloat_with_epsilon (lab_get (&r[1], "frequency_ratio"), lab_get (&r[1], "carnot"), 1e-13);
  lab_set (&e[1], "hot.temperature", 2.51);
  g_assert_cmpint (lab_evaluate (&e[1]).mode, ==, QN_MODE_ENGINE);
  lab_set (&e[1], "hot.temperature", 2.49);
  g_assert_cmpint (lab_evaluate (&e[1]).mode, ==, QN_MODE_REFRIGERATOR);

  g_assert_cmpint (r[2].mode, ==, QN_MODE_REFRIGERATOR);
  g_assert_cmpfloat_with_epsilon (lab_get (&r[2], "cop"), 2. / 3, 1e-11);
  g_assert_cmpfloat (lab_get (&r[2], "cop"), <, lab_get (&r[2], "carnot"));

  g_assert_cmpfloat (lab_get (&r[3], "power"), <, 1.2 * lab_get (&r[0], "power"));
  g_assert_cmpfloat (lab_get (&r[3], "inversion"), <, 0.02 * lab_get (&r[0], "inversion") + 1e-3);

  g_assert_cmpfloat (lab_get (&r[4], "efficiency"), <, lab_get (&r[4], "efficiency_bare") - 0.03);
  g_assert_cmpfloat_with_epsilon (lab_get (&r[4], "efficiency_bare"), 0.6, 1e-10);

  g_assert_cmpfloat (lab_get (&r[5], "efficiency"), >, lab_get (&r[5], "carnot") + 0.1);
  g_assert_cmpfloat (lab_get (&r[5], "entropy_production"), <, -1e-5);
  g_assert_cmpfloat (lab_get (&r[5], "entropy_production_bare"), >, 1e-6);
}

int
main (int argc, char **argv)
{
  gsl_set_error_handler_off ();
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/maser/closed-form", test_closed_form);
  g_test_add_func ("/maser/resonance", test_resonance);
  g_test_add_func ("/maser/window", test_window);
  g_test_add_func ("/maser/transient", test_transient);
  g_test_add_func ("/maser/threshold", test_threshold);
  g_test_add_func ("/maser/bad-levels", test_bad_levels);
  g_test_add_func ("/maser/presets", test_presets);
  return g_test_run ();
}
