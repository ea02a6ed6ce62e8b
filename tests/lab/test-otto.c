/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Otto cycles whose field changes its sign on the way, and beside a squeezed reservoir. */

#include <math.h>
#include <string.h>

#include <gsl/gsl_errno.h>

#include "lab-test.h"
#include "../random-numbers.h"

static QnExperiment
draw (GRand *rand, int medium)
{
  QnExperiment e = lab_load ("otto", NULL);

  lab_set (&e, "medium.kind", medium);
  lab_set (&e, "hot.temperature", uniform (rand, 1, 6));
  lab_set (&e, "cold.temperature", uniform (rand, 0.3, 3));
  lab_set (&e, "spacing.hot", uniform (rand, 0.5, 5));
  lab_set (&e, "spacing.cold", -uniform (rand, 0.5, 5));
  lab_set (&e, "stroke.drive", uniform (rand, 0, 5));
  return e;
}

/* Levels that do not mix cross: after complete contacts Q_h = w_h (p_h - p_c), Q_c = w_c (p_c - p_h) of the chances of one and the same state,
 * with no friction however fast. */
static void
test_levels_that_cross (void)
{
  g_autoptr (GRand) rand = test_rand (4774);

  for (int turn = 0; turn < 100; turn++)
    {
      QnExperiment e = draw (rand, 0);
      double h = qn_experiment_get (&e, "spacing.hot"), c = qn_experiment_get (&e, "spacing.cold");
      double moved = 1 / (exp (h / qn_experiment_get (&e, "hot.temperature")) + 1) - 1 / (exp (c / qn_experiment_get (&e, "cold.temperature")) + 1);
      QnResults r;

      lab_set (&e, "stroke.hot", 3000);
      lab_set (&e, "stroke.cold", 3000);
      r = lab_evaluate (&e);
      g_assert_cmpfloat_with_epsilon (lab_get (&r, "heat_hot"), h * moved, 1e-9);
      g_assert_cmpfloat_with_epsilon (lab_get (&r, "heat_cold"), -c * moved, 1e-9);
      g_assert_cmpfloat_with_epsilon (lab_get (&r, "work_output"), (h - c) * moved, 1e-9);
      g_assert_cmpfloat_with_epsilon (lab_get (&r, "friction_work"), 0, 1e-10);
      g_assert_cmpfloat (lab_get (&r, "entropy_production"), >, -1e-10);
      if (r.mode == QN_MODE_ENGINE)
        g_assert_cmpfloat_with_epsilon (lab_get (&r, "efficiency_quasi_static"), lab_get (&r, "efficiency"), 1e-9);
      else
        g_assert_true (isnan (lab_get (&r, "efficiency_quasi_static")) || r.mode == QN_MODE_REFRIGERATOR);
    }
}

/* Levels that mix pass each other: driven slowly enough the cycle is that of the field's strength alone. */
static void
test_levels_that_mix (void)
{
  g_autoptr (GRand) rand = test_rand (4775);

  for (int turn = 0; turn < 20; turn++)
    {
      QnExperiment e = draw (rand, 0), other;
      QnResults r, s;

      lab_set (&e, "medium.tunnelling", uniform (rand, 0.8, 2));
      lab_set (&e, "drive.counterdiabatic", TRUE);
      lab_set (&e, "stroke.drive", uniform (rand, 0.5, 2));
      other = e;
      lab_set (&other, "spacing.cold", -qn_experiment_get (&e, "spacing.cold"));
      r = lab_evaluate (&e);
      s = lab_evaluate (&other);
      g_assert_cmpfloat_with_epsilon (lab_get (&r, "work_output"), lab_get (&s, "work_output"), 1e-9);
      g_assert_cmpfloat_with_epsilon (lab_get (&r, "heat_hot"), lab_get (&s, "heat_hot"), 1e-9);
      g_assert_cmpfloat (lab_get (&r, "drive_cost"), >, lab_get (&s, "drive_cost"));
      lab_set (&e, "drive.counterdiabatic", FALSE);
      lab_set (&e, "stroke.drive", 300);
      r = lab_evaluate (&e);
      g_assert_cmpfloat_with_epsilon (lab_get (&r, "work_output"), lab_get (&s, "work_output"), 1e-3);
      g_assert_cmpfloat (lab_get (&r, "friction_work"), <, 1e-3);
    }
}

/* The field's sign alone is a matter of names. */
static void
test_mirror (void)
{
  g_autoptr (GRand) rand = test_rand (4776);
  static const char *const ids[] = { "work_output", "heat_hot", "heat_cold", "friction_work", "entropy_production", "coherence_l1", "ergotropy" };

  for (int turn = 0; turn < 30; turn++)
    {
      QnExperiment e = draw (rand, 0), mirror;
      QnResults r, s;

      lab_set (&e, "medium.tunnelling", turn % 3 ? uniform (rand, 0.1, 2) : 0);
      lab_set (&e, "stroke.hot", uniform (rand, 0.1, 4));
      mirror = e;
      lab_set (&mirror, "spacing.hot", -qn_experiment_get (&e, "spacing.hot"));
      lab_set (&mirror, "spacing.cold", -qn_experiment_get (&e, "spacing.cold"));
      r = lab_evaluate (&e);
      s = lab_evaluate (&mirror);
      for (gsize i = 0; i < G_N_ELEMENTS (ids); i++)
        g_assert_cmpfloat_with_epsilon (lab_get (&r, ids[i]), lab_get (&s, ids[i]), 1e-9);
    }
}

/* A squeezed reservoir whose phase is not used, after complete contacts: of N = coth(w/2T)/2 quanta at the ends of both,
 *   Q_h = w_h (N_h cosh 2r - N_c),   Sigma = w_h (N_c cosh 2r - N_h)/T_h + w_c (N_h cosh 2r - N_c)/T_c,
 * and contacts of any length obey the second law of a thermal reservoir at T_r. */
static void
test_squeezed (void)
{
  g_autoptr (GRand) rand = test_rand (4777);
  int engines = 0, beyond = 0;

  for (int turn = 0; turn < 200; turn++)
    {
      QnExperiment e = draw (rand, 3);
      double r = uniform (rand, 0, 1.2), c = cosh (2 * r), h = qn_experiment_get (&e, "spacing.hot"), k = -qn_experiment_get (&e, "spacing.cold");
      double T_h = qn_experiment_get (&e, "hot.temperature"), T_c = qn_experiment_get (&e, "cold.temperature"), T_r = h / 2 / atanh (tanh (h / T_h / 2) / c);
      double N_h = 0.5 / tanh (h / T_h / 2), N_c = 0.5 / tanh (k / T_c / 2), W, Q;
      QnResults s;

      lab_set (&e, "spacing.cold", k);
      lab_set (&e, "hot.squeezing", r);
      lab_set (&e, "drive.counterdiabatic", TRUE);
      lab_set (&e, "stroke.drive", uniform (rand, 0.2, 3));
      lab_set (&e, "stroke.hot", turn % 2 ? 400 : uniform (rand, 0.1, 4));
      lab_set (&e, "stroke.cold", turn % 2 ? 400 : uniform (rand, 0.1, 4));
      s = lab_evaluate (&e);
      W = lab_get (&s, "work_output");
      Q = lab_get (&s, "heat_hot");
      g_assert_cmpfloat (lab_get (&s, "entropy_production"), >, -1e-9);
      g_assert_cmpfloat (W, <=, (1 - T_c / T_r) * Q + 1e-9);
      if (turn % 2)
        {
          g_assert_cmpfloat_with_epsilon (Q, h * (N_h * c - N_c), 1e-8 * h * N_h * c);
          g_assert_cmpfloat_with_epsilon (lab_get (&s, "entropy_production"), h * (N_c * c - N_h) / T_h + k * (N_h * c - N_c) / T_c, 1e-8 * c * (1 + N_h + N_c));
        }
      if (s.mode != QN_MODE_ENGINE || T_r < T_c)
        continue;
      engines++;
      g_assert_cmpfloat_with_epsilon (lab_get (&s, "limit_squeezed"), 1 - T_c / T_r, 1e-9);
      beyond += lab_get (&s, "efficiency") > MAX (lab_get (&s, "carnot"), 0);
    }
  g_test_message ("%d engines, %d beyond Carnot", engines, beyond);
  g_assert_cmpint (engines, >, 20);
  g_assert_cmpint (beyond, >, 3);
}

static void
test_refusals (void)
{
  QnExperiment oscillator = lab_load ("otto", NULL), mu = oscillator;
  g_autofree char *negative = NULL, *through = NULL;

  lab_set_text (&oscillator, "medium.kind", "oscillator");
  lab_set (&oscillator, "spacing.cold", -1.2);
  negative = lab_refusal (&oscillator);
  g_assert_cmpstr (negative, ==, "spacing.cold: -1.2 is not allowed; allowed: above 0 for an oscillator");
  lab_set (&mu, "spacing.cold", -1.2);
  lab_set_text (&mu, "drive.shape", "constant-mu");
  through = lab_refusal (&mu);
  g_assert_nonnull (strstr (through, "drive.shape: constant-mu"));
  lab_set (&mu, "medium.tunnelling", 0.5);
  g_assert_cmpfloat (fabs (lab_result (&mu, "residual_first_law")), <, 1e-10);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  gsl_set_error_handler_off ();
  g_test_add_func ("/otto/levels-that-cross", test_levels_that_cross);
  g_test_add_func ("/otto/levels-that-mix", test_levels_that_mix);
  g_test_add_func ("/otto/mirror", test_mirror);
  g_test_add_func ("/otto/squeezed", test_squeezed);
  g_test_add_func ("/otto/refusals", test_refusals);
  return g_test_run ();
}
