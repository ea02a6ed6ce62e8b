/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The swap lab: closed forms of Campisi, Pekola & Fazio, New J. Phys. 17, 035012 (2015) and Sacchi, arXiv:2106.15897, both
 * laws, the work's distribution and its fluctuation relation, and what each preset teaches. */

#include <math.h>
#include <string.h>

#include <gsl/gsl_errno.h>

#include "lab-test.h"
#include "../random-numbers.h"

/* Of a qubit in its reservoir's thermal state. */
static double
thermal (const QnExperiment *e, const char *end)
{
  g_autofree char *spacing = g_strconcat ("spacing.", end, NULL), *temperature = g_strconcat (end, ".temperature", NULL);

  return 1 / (exp (qn_experiment_get (e, spacing) / qn_experiment_get (e, temperature)) + 1);
}

/* Rate at which a qubit forgets: down + up. */
static double
relaxation (const QnExperiment *e, const char *end)
{
  g_autofree char *spacing = g_strconcat ("spacing.", end, NULL), *temperature = g_strconcat (end, ".temperature", NULL), *coupling = g_strconcat (end, ".coupling", NULL);
  double w = qn_experiment_get (e, spacing), x = w / qn_experiment_get (e, temperature), gamma = qn_experiment_get (e, coupling);

  switch ((QnSpectrum) qn_experiment_get (e, "bath.spectrum"))
    {
    case QN_SPECTRUM_FERMIONIC:
      return gamma;
    case QN_SPECTRUM_OHMIC:
      return gamma * w / tanh (x / 2);
    case QN_SPECTRUM_BOSONIC:
    default:
      return gamma / tanh (x / 2);
    }
}

/* Parameters at random; `angle` NaN: that too. */
static QnExperiment
draw (GRand *rand, int levels, double angle)
{
  QnExperiment e = lab_load ("swap", "textbook");

  lab_set (&e, "medium.levels", levels);
  lab_set (&e, "hot.temperature", uniform (rand, 0.3, 6));
  lab_set (&e, "cold.temperature", uniform (rand, 0.3, 3));
  lab_set (&e, "spacing.hot", uniform (rand, 0.3, 5));
  lab_set (&e, "spacing.cold", uniform (rand, 0.3, 5));
  lab_set (&e, "hot.coupling", uniform (rand, 0.05, 0.6));
  lab_set (&e, "cold.coupling", uniform (rand, 0.05, 0.6));
  lab_set (&e, "bath.spectrum", g_rand_int_range (rand, 0, 3));
  lab_set (&e, "stroke.hot", uniform (rand, 0.05, 4));
  lab_set (&e, "stroke.cold", uniform (rand, 0.05, 4));
  lab_set (&e, "swap.angle", isnan (angle) ? uniform (rand, -4, 4) : angle);
  return e;
}

/* Contacts so long that nothing is left of the cycle before. */
static void
lengthen (QnExperiment *e)
{
  lab_set (e, "stroke.hot", 2000);
  lab_set (e, "stroke.cold", 2000);
}

/* q = (p_h - p_c)(1 - e_h)(1 - e_c)/(1 - e_h e_c) */
static void
test_any_length (void)
{
  g_autoptr (GRand) rand = test_rand (20251);

  for (int turn = 0; turn < 200; turn++)
    {
      QnExperiment e = draw (rand, 2, G_PI_2);
      QnResults r;
      double e_h = exp (-relaxation (&e, "hot") * qn_experiment_get (&e, "stroke.hot")), e_c = exp (-relaxation (&e, "cold") * qn_experiment_get (&e, "stroke.cold"));
      double q = (thermal (&e, "hot") - thermal (&e, "cold")) * (1 - e_h) * (1 - e_c) / (1 - e_h * e_c);

      r = lab_evaluate (&e);
      g_assert_cmpfloat_with_epsilon (lab_get (&r, "heat_hot"), qn_experiment_get (&e, "spacing.hot") * q, 1e-10);
      g_assert_cmpfloat_with_epsilon (lab_get (&r, "heat_cold"), -qn_experiment_get (&e, "spacing.cold") * q, 1e-10);
      g_assert_cmpfloat_with_epsilon (lab_get (&r, "work_output"), (qn_experiment_get (&e, "spacing.hot") - qn_experiment_get (&e, "spacing.cold")) * q, 1e-10);
      g_assert_cmpfloat_with_epsilon (lab_get (&r, "period"), MAX (qn_experiment_get (&e, "stroke.hot"), qn_experiment_get (&e, "stroke.cold")), 1e-12);
      g_assert_cmpfloat_with_epsilon (lab_get (&r, "mutual_information_after"), 0, 1e-12);
      g_assert_cmpfloat (lab_get (&r, "concurrence_after"), ==, 0);
    }
}

/* After complete contacts, at any angle: mean, variance and chances of the work, and the correlations made. */
static void
test_complete_contacts (void)
{
  g_autoptr (GRand) rand = test_rand (35012);
  int entangled = 0;

  for (int turn = 0; turn < 200; turn++)
    {
      QnExperiment e = draw (rand, 2, NAN);
      double s = sin (qn_experiment_get (&e, "swap.angle")), p = thermal (&e, "hot"), P = thermal (&e, "cold"), unit = qn_experiment_get (&e, "spacing.hot") - qn_experiment_get (&e, "spacing.cold");
      double mean = unit * (p - P) * s * s, second = unit * unit * (p * (1 - P) + P * (1 - p)) * s * s;
      double C = fabs (sin (2 * qn_experiment_get (&e, "swap.angle")) * (p - P)) - 2 * sqrt (p * (1 - p) * P * (1 - P));
      QnResults r;

      lengthen (&e);
      r = lab_evaluate (&e);
      g_assert_cmpfloat_with_epsilon (r.part_z[0], 2 * p - 1, 1e-10);
      g_assert_cmpfloat_with_epsilon (r.part_z[1], 2 * P - 1, 1e-10);
      g_assert_cmpfloat_with_epsilon (lab_get (&r, "work_output"), mean, 1e-10);
      g_assert_cmpfloat_with_epsilon (lab_get (&r, "work_measured"), mean, 1e-10);
      g_assert_cmpfloat_with_epsilon (lab_get (&r, "work_fluctuation"), sqrt (second - mean * mean), 1e-9);
      if (fabs (mean) > 1e-3)
        g_assert_cmpfloat_with_epsilon (lab_get (&r, "work_uncertainty") * mean * mean, lab_get (&r, "entropy_production") * (second - mean * mean), 1e-9);
      g_assert_cmpfloat_with_epsilon (lab_get (&r, unit > 0 ? "probability_gain" : "probability_loss"), p * (1 - P) * s * s, 1e-10);
      g_assert_cmpfloat_with_epsilon (lab_get (&r, unit > 0 ? "probability_loss" : "probability_gain"), P * (1 - p) * s * s, 1e-10);
      g_assert_cmpfloat_with_epsilon (lab_get (&r, "entropy_production"), lab_get (&r, "affinity") * (p - P) * s * s, 1e-9);
      g_assert_cmpfloat_with_epsilon (lab_get (&r, "concurrence_after"), MAX (0, C), 1e-9);
      entangled += C > 1e-3;
    }
  g_test_message ("%d entangled", entangled);
  g_assert_cmpint (entangled, >, 10);
}

/* Where every cycle is measured: the chain of populations of two qubits, step by step until nothing changes, contacts from their closed
 * form; and its books, entropy production among them. What a full swap leaves is measured without a difference. */
static void
test_every_cycle_measured (void)
{
  g_autoptr (GRand) rand = test_rand (90605);
  int apart = 0;

  for (int turn = 0; turn < 200; turn++)
    {
      QnExperiment e = draw (rand, 2, turn % 4 ? NAN : G_PI_2);
      double s2 = pow (sin (qn_experiment_get (&e, "swap.angle")), 2), w_h = qn_experiment_get (&e, "spacing.hot"), w_c = qn_experiment_get (&e, "spacing.cold");
      double e_h = exp (-relaxation (&e, "hot") * qn_experiment_get (&e, "stroke.hot")), e_c = exp (-relaxation (&e, "cold") * qn_experiment_get (&e, "stroke.cold"));
      double up[2] = { thermal (&e, "hot"), thermal (&e, "cold") }, left[2] = { e_h, e_c }, p[4] = { 0.25, 0.25, 0.25, 0.25 }, mean, variance, heat[2] = { 0 }, Sigma;
      QnResults r;

      for (int cycle = 0; cycle < 4000; cycle++)
        {
          double swapped[4] = { p[0], (1 - s2) * p[1] + s2 * p[2], (1 - s2) * p[2] + s2 * p[1], p[3] }, next[4] = { 0 };

          heat[0] = -(swapped[2] + swapped[3]) * w_h;
          heat[1] = -(swapped[1] + swapped[3]) * w_c;
          for (int from = 0; from < 4; from++)
            for (int to = 0; to < 4; to++)
              {
                double chance = swapped[from];

                for (int part = 0; part < 2; part++)
                  {
                    int was = from >> (1 - part) & 1, is = to >> (1 - part) & 1;

                    chance *= (was == is ? left[part] : 0) + (1 - left[part]) * (is ? up[part] : 1 - up[part]);
                  }
                next[to] += chance;
              }
          heat[0] += (next[2] + next[3]) * w_h;
          heat[1] += (next[1] + next[3]) * w_c;
          memcpy (p, next, sizeof p);
        }
      mean = (w_h - w_c) * s2 * (p[2] - p[1]);
      variance = (w_h - w_c) * (w_h - w_c) * s2 * (p[2] + p[1]) - mean * mean;
      Sigma = -heat[0] / qn_experiment_get (&e, "hot.temperature") - heat[1] / qn_experiment_get (&e, "cold.temperature");
      r = lab_evaluate (&e);
      g_assert_cmpfloat_with_epsilon (lab_get (&r, "work_measured"), mean, 1e-10);
      g_assert_cmpfloat_with_epsilon (lab_get (&r, "work_fluctuation"), sqrt (variance), 1e-9);
      g_assert_cmpfloat_with_epsilon (lab_get (&r, "entropy_measured"), Sigma, 1e-9);
      if (fabs (mean) > 1e-3)
        g_assert_cmpfloat_with_epsilon (lab_get (&r, "work_uncertainty") * mean * mean, Sigma * variance, 1e-9);
      if (turn % 4 == 0)
        g_assert_cmpfloat_with_epsilon (lab_get (&r, "entropy_production"), Sigma, 1e-9);
      apart += fabs (lab_get (&r, "entropy_production") - Sigma) > 0.1 * Sigma;
    }
  g_assert_cmpint (apart, >, 20);
}

/* x with x tanh x = y */
static double
inverse (double y)
{
  double low = 0, high = y + 2;

  for (int i = 0; i < 200; i++)
    {
      double x = (low + high) / 2;

      *(x * tanh (x) < y ? &low : &high) = x;
    }
  return low;
}

/* P(W)/P(-W) from the populations before the swap, of every pair of levels, and what follows from it: <e^{-a n}> = 1 and
 * the least uncertainty. */
static void
test_fluctuation_relation (void)
{
  g_autoptr (GRand) rand = test_rand (90604);
  int below = 0;

  for (int turn = 0; turn < 400; turn++)
    {
      int levels = 2 + turn % 2;
      QnExperiment e = draw (rand, levels, NAN);
      g_autoptr (QnOutcome) outcome = NULL;
      QnReading start;
      QnResults r;
      double a, s = sin (qn_experiment_get (&e, "swap.angle")), mean = 0, exponential = 1 - s * s, P[5] = { 0 };

      lengthen (&e);
      outcome = lab_outcome (&e);
      r = outcome->results;
      start = outcome->start;
      a = qn_experiment_get (&e, "spacing.cold") / qn_experiment_get (&e, "cold.temperature") - qn_experiment_get (&e, "spacing.hot") / qn_experiment_get (&e, "hot.temperature");
      g_assert_cmpfloat_with_epsilon (lab_get (&r, "affinity"), a, 1e-13);
      for (int i = 0; i < levels; i++)
        for (int j = 0; j < levels; j++)
          P[2 + i - j] += start.state[i * levels + j] * s * s;
      for (int n = -2; n <= 2; n++)
        {
          mean += n * P[2 + n];
          exponential += exp (-a * n) * P[2 + n];
          if (n > 0 && n < levels)
            g_assert_cmpfloat_with_epsilon (MIN (P[2 + n], P[2 - n]), exp (-fabs (a) * n) * MAX (P[2 + n], P[2 - n]), 1e-12);
          if (n > 0 && n < levels && MIN (P[2 + n], P[2 - n]) > 1e-4)
            g_assert_cmpfloat_with_epsilon (log (P[2 + n] / P[2 - n]), a * n, 1e-9);
        }
      if (fabs (a) < 5) /* beyond, exp (2 |a|) makes much of the last digits */
        g_assert_cmpfloat_with_epsilon (exponential, 1, 1e-9);
      g_assert_cmpfloat_with_epsilon (lab_get (&r, "entropy_production"), a * mean, 1e-9);
      if (a * mean > 1e-6 && fabs (lab_get (&r, "work_output")) > 1e-4)
        {
          double Sigma = a * mean, x = inverse (Sigma / 2);

          g_assert_cmpfloat (lab_get (&r, "work_uncertainty"), >=, Sigma / (sinh (x) * sinh (x)) * (1 - 1e-6));
          g_assert_cmpfloat_with_epsilon (lab_get (&r, "uncertainty_bound") / (Sigma / (sinh (x) * sinh (x))), 1, 1e-6);
          below += lab_get (&r, "work_uncertainty") < 2;
        }
    }
  g_test_message ("%d below 2", below);
  g_assert_cmpint (below, >, 3);
}

/* Both laws, and one efficiency for all: of any angle, length and number of levels. */
static void
test_laws (void)
{
  g_autoptr (GRand) rand = test_rand (2106);
  int modes[QN_MODE_IMPOSSIBLE + 1] = { 0 };

  for (int turn = 0; turn < 600; turn++)
    {
      QnExperiment e = draw (rand, 2 + turn % 2, NAN);
      QnResults r = lab_evaluate (&e);
      double w_h = qn_experiment_get (&e, "spacing.hot"), w_c = qn_experiment_get (&e, "spacing.cold"), T_h = qn_experiment_get (&e, "hot.temperature"),
             T_c = qn_experiment_get (&e, "cold.temperature");
      double Q_h = lab_get (&r, "heat_hot"), Q_c = lab_get (&r, "heat_cold"), W = lab_get (&r, "work_output");
      gboolean reversed = T_h < T_c;

      modes[r.mode]++;
      g_assert_cmpint (r.mode, !=, QN_MODE_IMPOSSIBLE);
      g_assert_cmpfloat (fabs (lab_get (&r, "residual_first_law")), <, 1e-10);
      g_assert_cmpfloat_with_epsilon (Q_h + Q_c, W, 1e-10);
      g_assert_cmpfloat (lab_get (&r, "entropy_production"), >=, -1e-10);
      g_assert_cmpfloat_with_epsilon (lab_get (&r, "entropy_production"), -Q_h / T_h - Q_c / T_c, 1e-9);
      g_assert_cmpfloat_with_epsilon (Q_h * w_c, -Q_c * w_h, 1e-9);
      g_assert_cmpfloat (lab_get (&r, "min_eigenvalue"), >, -1e-12);
      if (fabs (W) < 1e-6)
        continue;
      if (r.mode == QN_MODE_ENGINE)
        {
          g_assert_cmpfloat_with_epsilon (lab_get (&r, "efficiency"), reversed ? 1 - w_h / w_c : 1 - w_c / w_h, 1e-9);
          g_assert_cmpfloat_with_epsilon (lab_get (&r, "efficiency_quasi_static"), lab_get (&r, "efficiency"), 1e-9);
          g_assert_cmpfloat (lab_get (&r, "efficiency"), <, lab_get (&r, "carnot") + 1e-10);
        }
      if (r.mode == QN_MODE_REFRIGERATOR)
        {
          g_assert_cmpfloat_with_epsilon (lab_get (&r, "cop"), reversed ? w_h / (w_c - w_h) : w_c / (w_h - w_c), 1e-6);
          g_assert_cmpfloat_with_epsilon (lab_get (&r, "efficiency_quasi_static"), lab_get (&r, "cop"), 1e-6);
        }
    }
  g_assert_cmpint (modes[QN_MODE_ENGINE], >, 50);
  g_assert_cmpint (modes[QN_MODE_REFRIGERATOR], >, 50);
  g_assert_cmpint (modes[QN_MODE_ACCELERATOR], >, 50);
}

/* Ladders of three levels after complete contacts: <n> and <n^2> of each part from its Boltzmann factors. */
static void
test_three_levels (void)
{
  QnExperiment e = lab_load ("swap", "three-levels");
  double x = 3. / 4, y = 1.2, unit = 1.8, Z_x = 1 + exp (-x) + exp (-2 * x), Z_y = 1 + exp (-y) + exp (-2 * y);
  double n = (exp (-x) + 2 * exp (-2 * x)) / Z_x, m = (exp (-y) + 2 * exp (-2 * y)) / Z_y;
  double n2 = (exp (-x) + 4 * exp (-2 * x)) / Z_x, m2 = (exp (-y) + 4 * exp (-2 * y)) / Z_y;

  for (int i = 0; i <= 8; i++)
    {
      double s = sin (i * G_PI / 8), mean = unit * (n - m) * s * s, second = unit * unit * (n2 + m2 - 2 * n * m) * s * s;
      QnResults r;

      lengthen (&e);
      lab_set (&e, "swap.angle", i * G_PI / 8);
      r = lab_evaluate (&e);
      g_assert_cmpfloat_with_epsilon (lab_get (&r, "work_output"), mean, 1e-10);
      g_assert_cmpfloat_with_epsilon (lab_get (&r, "work_fluctuation"), sqrt (second - mean * mean), 1e-7);
      g_assert_true (isnan (lab_get (&r, "concurrence_after")));
      g_assert_cmpint (r.n_populations, ==, 9);
    }
}

/* With nothing but time in between, the swap of pi undoes itself and that of 0 is none. */
static void
test_no_swap (void)
{
  static const double angle[] = { 0, G_PI, -G_PI, 2 * G_PI };

  for (gsize i = 0; i < G_N_ELEMENTS (angle); i++)
    {
      QnExperiment e = lab_load ("swap", "short-contacts");
      QnResults r;

      lab_set (&e, "swap.angle", angle[i]);
      r = lab_evaluate (&e);
      g_assert_cmpint (r.mode, ==, QN_MODE_IDLE);
      g_assert_cmpfloat_with_epsilon (lab_get (&r, "work_output"), 0, 1e-13);
      g_assert_cmpfloat_with_epsilon (lab_get (&r, "entropy_production"), 0, 1e-12);
      g_assert_cmpfloat_with_epsilon (lab_get (&r, "mutual_information_after"), 0, 1e-12);
      g_assert_cmpfloat_with_epsilon (lab_get (&r, "work_fluctuation"), 0, 1e-12);
      g_assert_true (isnan (lab_get (&r, "efficiency")));
      g_assert_true (isnan (lab_get (&r, "efficiency_quasi_static")));
    }
}

static void
test_refusals (void)
{
  QnExperiment e = lab_load ("swap", "textbook");
  g_autoptr (GError) levels = NULL, angle = NULL;

  g_assert_false (qn_experiment_set (&e, "medium.levels", 4, &levels));
  g_assert_error (levels, QN_LAB_ERROR, QN_LAB_ERROR_RANGE);
  g_assert_cmpstr (levels->message, ==, "medium.levels: 4 is not allowed; allowed: a whole number from 2 to 3");
  g_assert_false (qn_experiment_set (&e, "swap.angle", 1e9, &angle));
  g_assert_error (angle, QN_LAB_ERROR, QN_LAB_ERROR_RANGE);
}

static void
test_presets (void)
{
  QnResults textbook = lab_preset ("swap", "textbook"), half = lab_preset ("swap", "partial-swap"), entangling = lab_preset ("swap", "entangling"), carnot = lab_preset ("swap", "carnot-point");
  QnResults cold = lab_preset ("swap", "refrigerator"), hurried = lab_preset ("swap", "accelerator"), ladders = lab_preset ("swap", "three-levels");

  g_assert_cmpint (textbook.mode, ==, QN_MODE_ENGINE);
  g_assert_cmpfloat_with_epsilon (lab_get (&textbook, "efficiency"), 1 - 1.2 / 3, 1e-12);
  g_assert_cmpfloat (lab_get (&textbook, "work_fluctuation"), >, 4 * lab_get (&textbook, "work_output"));
  g_assert_cmpfloat_with_epsilon (lab_get (&half, "work_output"), lab_get (&textbook, "work_output") / 2, 1e-4);
  g_assert_cmpfloat_with_epsilon (lab_get (&half, "efficiency"), 1 - 1.2 / 3, 1e-12);
  g_assert_cmpfloat (lab_get (&half, "mutual_information_after"), >, 0.009);
  g_assert_cmpfloat (lab_get (&half, "mutual_information"), <, 1e-8);
  g_assert_cmpfloat (lab_get (&half, "concurrence_after"), ==, 0);
  g_assert_cmpfloat (lab_get (&entangling, "concurrence_after"), >, 0.2);
  g_assert_cmpfloat (lab_get (&entangling, "concurrence"), ==, 0);
  g_assert_cmpint (carnot.mode, ==, QN_MODE_IDLE);
  g_assert_cmpfloat_with_epsilon (lab_get (&carnot, "work_output"), 0, 1e-12);
  g_assert_cmpfloat_with_epsilon (lab_get (&carnot, "entropy_production"), 0, 1e-12);
  g_assert_cmpfloat (lab_get (&carnot, "work_fluctuation"), >, 1);
  g_assert_cmpfloat_with_epsilon (lab_get (&carnot, "probability_gain"), lab_get (&carnot, "probability_loss"), 1e-12);
  g_assert_cmpint (cold.mode, ==, QN_MODE_REFRIGERATOR);
  g_assert_cmpfloat_with_epsilon (lab_get (&cold, "cop"), 1.2 / (4 - 1.2), 1e-9);
  g_assert_cmpfloat (lab_get (&cold, "cop"), <, lab_get (&cold, "carnot"));
  g_assert_cmpint (hurried.mode, ==, QN_MODE_ACCELERATOR);
  g_assert_cmpfloat (lab_get (&hurried, "work_output"), <, -0.1);
  g_assert_cmpfloat (lab_get (&ladders, "work_output"), >, 2 * lab_get (&textbook, "work_output"));
  g_assert_cmpfloat (lab_get (&ladders, "work_fluctuation"), >, 1.3 * lab_get (&textbook, "work_fluctuation"));
  g_assert_cmpfloat_with_epsilon (lab_get (&ladders, "efficiency"), 1 - 1.2 / 3, 1e-12);
}

static void
test_presets_of_haste_and_chance (void)
{
  QnResults textbook = lab_preset ("swap", "textbook"), hasty = lab_preset ("swap", "short-contacts"), precise = lab_preset ("swap", "precision"), watched = lab_preset ("swap", "watched");
  QnExperiment later = lab_load ("swap", "watched");
  QnResults helped;
  double x = inverse (lab_get (&precise, "entropy_production") / 2);

  g_assert_cmpfloat (lab_get (&hasty, "power"), >, 5 * lab_get (&textbook, "power"));
  g_assert_cmpfloat_with_epsilon (lab_get (&hasty, "work_output") / lab_get (&textbook, "work_output"), 1 / 7., 0.01);
  g_assert_cmpfloat_with_epsilon (lab_get (&hasty, "efficiency"), 1 - 1.2 / 3, 1e-10);
  g_assert_cmpfloat (lab_get (&precise, "work_uncertainty"), <, 1.95);
  g_assert_cmpfloat (lab_get (&precise, "work_uncertainty"), >, lab_get (&precise, "entropy_production") / (sinh (x) * sinh (x)));
  g_assert_cmpfloat (lab_get (&watched, "coherence_l1"), >, 0.03);
  g_assert_true (isnan (lab_get (&watched, "uncertainty_bound")));
  g_assert_cmpfloat_with_epsilon (lab_get (&watched, "work_output") / lab_get (&watched, "work_measured"), 0.775, 0.005);
  lab_set (&later, "stroke.hot", 3.5);
  lab_set (&later, "stroke.cold", 3.5);
  helped = lab_evaluate (&later);
  g_assert_cmpfloat (lab_get (&helped, "work_output"), >, 1.1 * lab_get (&helped, "work_measured"));
  g_assert_cmpfloat_with_epsilon (lab_get (&textbook, "work_measured"), lab_get (&textbook, "work_output"), 1e-12);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  gsl_set_error_handler_off ();
  g_test_add_func ("/swap/any-length", test_any_length);
  g_test_add_func ("/swap/complete-contacts", test_complete_contacts);
  g_test_add_func ("/swap/every-cycle-measured", test_every_cycle_measured);
  g_test_add_func ("/swap/fluctuation-relation", test_fluctuation_relation);
  g_test_add_func ("/swap/laws", test_laws);
  g_test_add_func ("/swap/three-levels", test_three_levels);
  g_test_add_func ("/swap/no-swap", test_no_swap);
  g_test_add_func ("/swap/refusals", test_refusals);
  g_test_add_func ("/swap/presets", test_presets);
  g_test_add_func ("/swap/presets-of-haste-and-chance", test_presets_of_haste_and_chance);
  return g_test_run ();
}
