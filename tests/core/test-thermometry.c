/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Fisher information of thermometers: closed forms of two levels, differences between neighbouring temperatures by another
 * solver, and what holds for any probe. */

#include <math.h>
#include <string.h>

#include <gsl/gsl_errno.h>

#include "core/machine/qn-cycle.h"
#include "core/medium/qn-medium-ladder.h"
#include "core/protocols/qn-thermometry.h"
#include "../random-numbers.h"

#define SEED 20292

static QnProbe
draw (GRand *rand, int levels, gboolean degenerate)
{
  QnProbe probe = { .control = uniform (rand, 0.3, 2) };
  double sum = 0, spacing[QN_MAX_LADDER];
  int g[QN_MAX_LADDER];

  probe.bath = (QnBath) { uniform (rand, 0.3, 2), uniform (rand, 0.02, 0.5), (QnSpectrum) g_rand_int_range (rand, 0, 3), 0 };
  for (int n = 0; n + 1 < levels; n++)
    spacing[n] = uniform (rand, 0.5, 1.5);
  for (int n = 0; n < levels; n++)
    {
      g[n] = g_rand_int_range (rand, 1, 4);
      sum += probe.start[n] = uniform (rand, 0, 1);
    }
  for (int n = 0; n < levels; n++)
    probe.start[n] /= sum;
  probe.medium = qn_ladder_spec (levels, spacing, degenerate ? g : NULL);
  return probe;
}

static QnProbeReading
read_probe (const QnProbe *probe, double time)
{
  QnProbeReading r;
  g_autoptr (GError) error = NULL;

  qn_probe_read (probe, time, &r, &error);
  g_assert_no_error (error);
  return r;
}

/* Two levels in equilibrium: F = (w/T^2)^2 sech^2(w/2T)/4. */
static void
test_two_levels (void)
{
  g_autoptr (GRand) rand = test_rand (SEED);

  for (int turn = 0; turn < 100; turn++)
    {
      QnProbe probe = draw (rand, 2, FALSE);
      double w, T = probe.bath.temperature;
      QnProbeReading r;

      w = probe.control * qn_ladder (&probe.medium)->spacing[0];
      r = read_probe (&probe, INFINITY);
      g_assert_cmpfloat_with_epsilon (r.fisher / (pow (w / (2 * T * T * cosh (w / (2 * T))), 2)), 1, 1e-12);
    }
}

/* On its way: p(t) = q + (p0 - q) exp(-G t) with q(T) and G(T) known, differentiated by hand. */
static void
test_relaxing (void)
{
  g_autoptr (GRand) rand = test_rand (SEED + 1);

  for (int turn = 0; turn < 100; turn++)
    {
      QnProbe probe = draw (rand, 2, FALSE);
      double w, T = probe.bath.temperature, t = uniform (rand, 0, 20), n, dn, rate, drate, q, dq, p, dp, gone, z, x, dz, dx;
      QnProbeReading r;

      probe.bath.spectrum = QN_SPECTRUM_BOSONIC;
      probe.coherence = turn % 2 ? uniform (rand, 0, 1) * sqrt (probe.start[0] * probe.start[1]) : 0;
      w = probe.control * qn_ladder (&probe.medium)->spacing[0];
      n = 1 / expm1 (w / T);
      dn = w / (T * T) * n * (n + 1);
      rate = probe.bath.coupling * (2 * n + 1);
      drate = probe.bath.coupling * 2 * dn;
      q = n / (2 * n + 1);
      dq = dn / pow (2 * n + 1, 2);
      gone = exp (-rate * t);
      p = q + (probe.start[1] - q) * gone;
      dp = dq * (1 - gone) - (probe.start[1] - q) * gone * drate * t;
      r = read_probe (&probe, t);
      g_assert_cmpfloat_with_epsilon (r.p[1], p, 1e-13);
      g_assert_cmpfloat_with_epsilon (r.slope[1], dp, 1e-12);
      g_assert_cmpfloat_with_epsilon (r.fisher_populations, dp * dp / (p * (1 - p)), 1e-11);
      z = 2 * p - 1;
      dz = 2 * dp;
      x = 2 * probe.coherence * sqrt (gone);
      dx = -x * drate * t / 2;
      g_assert_cmpfloat_with_epsilon (r.fisher, dx * dx + dz * dz + pow (x * dx + z * dz, 2) / (1 - x * x - z * z), 1e-11);
    }
}

/* The state at neighbouring temperatures by the flow of machines, differenced. */
static void
state_at (const QnProbe *probe, double T, double time, double *p)
{
  QnMachine machine = { .medium = probe->medium, .bath = { probe->bath }, .n_baths = 1, .n_strokes = 1, .start_temperature = 0.7 };
  QnReading sample;
  g_autoptr (GError) error = NULL;
  g_autoptr (QnCycle) cycle = NULL;

  machine.bath[0].temperature = T;
  machine.stroke[0] = (QnStroke) { .id = "contact", .duration = time, .from = probe->control, .to = probe->control, .baths = 1 };
  cycle = qn_cycle_new_transient (&machine, 2, 1e-13, NULL, &error); /* begins its second cycle after one stroke */
  g_assert_no_error (error);
  qn_cycle_read_start (cycle, &sample);
  memcpy (p, sample.population, qn_ladder (&probe->medium)->levels * sizeof *p);
}

static void
test_differences (void)
{
  g_autoptr (GRand) rand = test_rand (SEED + 2);

  for (int turn = 0; turn < 60; turn++)
    {
      int levels = g_rand_int_range (rand, 2, 7);
      QnProbe probe = draw (rand, levels, TRUE);
      const QnLadder *ladder = qn_ladder (&probe.medium);
      double t = uniform (rand, 0.1, 15), T = probe.bath.temperature, h = 1e-3 * T, at[4][QN_MAX_LADDER], E = 0, Z = 0;
      QnProbeReading r;

      for (int n = 0; n < levels; n++) /* as machines begin: thermal at 0.7 */
        {
          Z += probe.start[n] = ladder->degeneracy[n] * exp (-E / 0.7);
          E += n + 1 < levels ? probe.control * ladder->spacing[n] : 0;
        }
      for (int n = 0; n < levels; n++)
        probe.start[n] /= Z;
      r = read_probe (&probe, t);
      for (int k = 0; k < 4; k++)
        state_at (&probe, T + h * (k < 2 ? k - 2 : k - 1), t, at[k]);
      for (int n = 0; n < levels; n++)
        g_assert_cmpfloat_with_epsilon (r.slope[n], (at[0][n] - 8 * at[1][n] + 8 * at[2][n] - at[3][n]) / (12 * h), 2e-9);
    }
}

static void
test_invariants (void)
{
  g_autoptr (GRand) rand = test_rand (SEED + 3);

  for (int turn = 0; turn < 300; turn++)
    {
      QnProbe probe = draw (rand, g_rand_int_range (rand, 2, 9), TRUE);
      QnProbeReading early = read_probe (&probe, uniform (rand, 0, 30)), late = read_probe (&probe, 1e6), equilibrium = read_probe (&probe, INFINITY);
      double sum = 0, slope = 0, p[QN_MAX_LADDER];

      for (int n = 0; n < early.n; n++)
        {
          sum += early.p[n];
          slope += early.slope[n];
          g_assert_cmpfloat (early.p[n], >=, 0);
        }
      g_assert_cmpfloat_with_epsilon (sum, 1, 1e-12);
      g_assert_cmpfloat_with_epsilon (slope, 0, 1e-11);
      g_assert_cmpfloat (early.fisher, >=, 0);
      g_assert_cmpfloat_with_epsilon (late.fisher / equilibrium.fisher, 1, 1e-9);
      g_assert_true (qn_probe_populations (&probe, probe.bath.temperature, 1e6, p, NULL));
      for (int n = 0; n < late.n; n++)
        g_assert_cmpfloat_with_epsilon (p[n], equilibrium.p[n], 1e-11);
    }
}

int
main (int argc, char *argv[])
{
  gsl_set_error_handler_off ();
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/thermometry/two-levels", test_two_levels);
  g_test_add_func ("/thermometry/relaxing", test_relaxing);
  g_test_add_func ("/thermometry/differences", test_differences);
  g_test_add_func ("/thermometry/invariants", test_invariants);
  return g_test_run ();
}
