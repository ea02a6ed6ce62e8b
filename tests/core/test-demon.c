/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The demon against machines with the same strokes, sums over all outcomes, 4 x 4 density matrices, single runs, and what
 * holds for any: entropy never falls, information bounds work. */

#include <complex.h>
#include <math.h>

#include <gsl/gsl_errno.h>

#include "core/machine/qn-cycle.h"
#include "core/medium/qn-medium-qubit.h"
#include "core/protocols/qn-demon.h"
#include "core/linear/qn-entropy.h"
#include "core/linear/qn-random.h"
#include "core/statistics/qn-trajectory.h"
#include "../random-numbers.h"

#define SEED 20296

static QnDemon
draw (GRand *rand, QnDemonKind kind)
{
  QnDemon d = { .kind = kind, .gap = uniform (rand, 0.2, 3), .temperature = uniform (rand, 0.3, 2), .coupling = uniform (rand, 0.05, 2),
      .spectrum = g_rand_boolean (rand) ? QN_SPECTRUM_OHMIC : QN_SPECTRUM_FERMIONIC,
                .error = uniform (rand, 0.001, 0.5), .duration = g_rand_boolean (rand) ? INFINITY : uniform (rand, 0, 20), .bias = uniform (rand, 0, 1),
                .memory_temperature = uniform (rand, 0.3, 2), .memory_coupling = uniform (rand, 0.1, 2), .memory_duration = g_rand_boolean (rand) ? INFINITY : uniform (rand, 1, 100) };

  if (kind == QN_DEMON_FLIP && g_rand_boolean (rand))
    d.angle = uniform (rand, 0, G_PI);
  return d;
}

static QnDemonBalance
run (const QnDemon *d)
{
  QnDemonBalance b;
  g_autoptr (GError) error = NULL;

  qn_demon_run (d, &b, &error);
  g_assert_no_error (error);
  return b;
}

/* Perfect and slow: kT ln 2 gained, kT ln 2 to pay. */
static void
test_szilard (void)
{
  QnDemon d = { .kind = QN_DEMON_SZILARD, .temperature = 1.5, .coupling = 1, .spectrum = QN_SPECTRUM_FERMIONIC, .duration = INFINITY, .memory_temperature = 1.5,
      .memory_coupling = 1, .memory_duration = INFINITY };
  QnDemonBalance b;

  d.gap = qn_demon_best_height (1.5, 0);
  b = run (&d);
  g_assert_cmpfloat_with_epsilon (b.work, 1.5 * G_LN2, 1e-9);
  g_assert_cmpfloat_with_epsilon (b.information, G_LN2, 1e-12);
  g_assert_cmpfloat_with_epsilon (b.erasure_work, 1.5 * G_LN2, 1e-8);
  g_assert_cmpfloat_with_epsilon (b.jarzynski, 1, 1e-9); /* 1 - exp(-24) */
  d.error = 0.1;
  d.gap = qn_demon_best_height (1.5, 0.1);
  b = run (&d);
  g_assert_cmpfloat_with_epsilon (b.work, 1.5 * (G_LN2 - qn_entropy_binary (0.1)), 1e-12); /* T I */
  d.error = 0.5;
  d.gap = qn_demon_best_height (1.5, 0.5);
  g_assert_cmpfloat_with_epsilon (run (&d).work, 0, 1e-12);
}

/* The way down by the flow of machines. */
static void
test_descent (void)
{
  g_autoptr (GRand) rand = test_rand (SEED);

  for (int turn = 0; turn < 40; turn++)
    {
      QnDemon d = draw (rand, QN_DEMON_SZILARD);
      QnMachine machine = { .medium = qn_qubit_spec (0), .n_baths = 1, .n_strokes = 1 };
      g_autoptr (GError) error = NULL;
      g_autoptr (QnCycle) cycle = NULL;
      const QnLedger *ledger;
      QnDemonBalance b;

      d.duration = uniform (rand, 0.1, 20);
      d.error = uniform (rand, 0.01, 0.45);
      d.spectrum = QN_SPECTRUM_FERMIONIC;
      b = run (&d);
      machine.bath[0] = (QnBath) { d.temperature, d.coupling, d.spectrum, 0 };
      machine.stroke[0] = (QnStroke) { .id = "descent", .duration = d.duration, .from = d.gap, .to = 0, .baths = 1 };
      machine.start_temperature = d.gap / log ((1 - d.error) / d.error);
      cycle = qn_cycle_new_transient (&machine, 1, 1e-12, NULL, &error);
      g_assert_no_error (error);
      ledger = qn_cycle_ledger (cycle);
      g_assert_cmpfloat_with_epsilon (b.heat, ledger->heat[0], 1e-9);
      g_assert_cmpfloat_with_epsilon (b.work, ledger->heat[0], 1e-9); /* what was lifted is down again */
    }
}

/* Measurement along a tilted axis, wrong with some chance, and the pulse, with 4 x 4 matrices of qubit and record. */
static void
test_tilted (void)
{
  g_autoptr (GRand) rand = test_rand (SEED + 1);

  for (int turn = 0; turn < 100; turn++)
    {
      QnDemon d = draw (rand, QN_DEMON_FLIP);
      double c = cos (d.angle / 2), s = sin (d.angle / 2), q = 1 / (exp (d.gap / d.temperature) + 1), E[3] = { d.gap * q, 0, 0 };
      double ket[2][2] = { { c, -s }, { s, c } }; /* |n-> and |n+> by components of |0>, |1> */
      QnDemonBalance b = run (&d);

      for (int m = 0; m < 2; m++)
        {
          double rho[2][2] = { { 0 } }, turned[2][2] = { { 0 } };

          for (int l = 0; l < 2; l++)
            {
              double p = ket[l][0] * ket[l][0] * (1 - q) + ket[l][1] * ket[l][1] * q;

              for (int i = 0; i < 2; i++)
                for (int k = 0; k < 2; k++)
                  rho[i][k] += (l == m ? 1 - d.error : d.error) * p * ket[l][i] * ket[l][k];
            }
          for (int i = 0; i < 2; i++) /* U: |n_m> to |0>, the other to |1> */
            for (int k = 0; k < 2; k++)
              for (int x = 0; x < 2; x++)
                for (int y = 0; y < 2; y++)
                  turned[i][k] += ket[i == 0 ? m : !m][x] * rho[x][y] * ket[k == 0 ? m : !m][y];
          E[1] += d.gap * rho[1][1];
          E[2] += d.gap * turned[1][1];
        }
      g_assert_cmpfloat_with_epsilon (b.heat_measurement, E[1] - E[0], 1e-12);
      g_assert_cmpfloat_with_epsilon (b.work, E[1] - E[2], 1e-12);
      g_assert_cmpfloat_with_epsilon (b.heat, E[0] - E[2], 1e-12);
    }
}

static void
test_jarzynski (void)
{
  g_autoptr (GRand) rand = test_rand (SEED + 2);

  for (int turn = 0; turn < 200; turn++)
    {
      QnDemon d = draw (rand, (QnDemonKind) (turn % 2));

      d.angle = 0;
      g_assert_cmpfloat_with_epsilon (run (&d).jarzynski, 1, 1e-11);
      d.error = 0;
      if (d.kind == QN_DEMON_FLIP)
        g_assert_cmpfloat_with_epsilon (run (&d).jarzynski, 1 - 1 / (exp (d.gap / d.temperature) + 1), 1e-12);
      else if (isinf (d.duration))
        g_assert_cmpfloat_with_epsilon (run (&d).jarzynski, 1 - 1 / (exp (d.gap / d.temperature) + 1), 1e-12);
      else
        g_assert_cmpfloat (run (&d).jarzynski, <, 1);
    }
}

/* Averages of runs are those of the balance, within 5 standard errors. */
static void
test_runs (void)
{
  g_autoptr (GRand) rand = test_rand (SEED + 3);

  for (int turn = 0; turn < 30; turn++)
    {
      QnDemon d = draw (rand, (QnDemonKind) (turn % QN_N_DEMONS));
      QnDemonBalance b = run (&d);
      double sum[3] = { 0 }, squares[3] = { 0 };
      const int n = 20000;

      for (int i = 0; i < n; i++)
        {
          guint64 rng[4];
          int level, record;
          double work, information, value[3];

          qn_random_seed (rng, SEED, (guint64) (turn * n + i));
          qn_demon_sample (&d, rng, &level, &record, &work, &information);
          value[0] = work;
          value[1] = information;
          value[2] = exp (work / d.temperature - information);
          for (int k = 0; k < 3; k++)
            {
              sum[k] += value[k] / n;
              squares[k] += value[k] * value[k] / n;
            }
        }
      for (int k = 0; k < (d.kind == QN_DEMON_RESET ? 1 : d.angle == 0 ? 3 : 2); k++)
        {
          double exact = k == 0 ? (d.kind == QN_DEMON_RESET ? -b.erasure_work : b.work) : k == 1 ? b.information : b.jarzynski;

          g_assert_cmpfloat (fabs (sum[k] - exact), <, 5 * sqrt ((squares[k] - sum[k] * sum[k]) / n) + 1e-12);
        }
    }
}

static void
test_laws (void)
{
  g_autoptr (GRand) rand = test_rand (SEED + 4);

  for (int turn = 0; turn < 300; turn++)
    {
      QnDemon d = draw (rand, (QnDemonKind) (turn % QN_N_DEMONS));
      QnDemonBalance b = run (&d);

      for (int step = 1; step < QN_N_DEMON_STEPS; step++)
        g_assert_cmpfloat (b.step[step].total, >=, b.step[step - 1].total - 1e-11);
      g_assert_cmpfloat (b.residual, <, 1e-10);
      g_assert_cmpfloat (b.residual, >, -1e-10);
      g_assert_cmpfloat (b.erasure_work, >=, d.memory_temperature * (qn_entropy_binary (b.read) - qn_entropy_binary (b.left)) - 1e-10);
      if (d.angle == 0)
        g_assert_cmpfloat (b.work, <=, d.temperature * b.information + 1e-11); /* Sagawa & Ueda */
      d.memory_temperature = d.temperature;
      b = run (&d);
      g_assert_cmpfloat (b.work - d.temperature * qn_entropy_binary (b.read), <=, b.heat_measurement + 1e-11);
    }
}

/* The excess over Landauer's bound falls as one over the time. */
static void
test_landauer (void)
{
  QnDemon d = { .kind = QN_DEMON_RESET, .bias = 0.5, .memory_temperature = 1, .memory_coupling = 1 };
  double excess[3];

  for (int i = 0; i < 3; i++)
    {
      d.memory_duration = 1000 * (1 << i);
      excess[i] = run (&d).erasure_work - G_LN2;
      g_assert_cmpfloat (excess[i], >, 0);
    }
  g_assert_cmpfloat_with_epsilon (excess[0] / excess[1], 2, 0.05);
  g_assert_cmpfloat_with_epsilon (excess[1] / excess[2], 2, 0.03);
}

int
main (int argc, char *argv[])
{
  gsl_set_error_handler_off ();
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/demon/szilard", test_szilard);
  g_test_add_func ("/demon/descent", test_descent);
  g_test_add_func ("/demon/tilted", test_tilted);
  g_test_add_func ("/demon/jarzynski", test_jarzynski);
  g_test_add_func ("/demon/runs", test_runs);
  g_test_add_func ("/demon/laws", test_laws);
  g_test_add_func ("/demon/landauer", test_landauer);
  return g_test_run ();
}
