/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The lab of equilibrium: its results against the state its machine comes to rest in, both laws on the way there, and
 * what each preset teaches. The sums themselves are tested in tests/core/test-partition.c. */

#include <math.h>

#include <gsl/gsl_errno.h>

#include "lab-test.h"
#include "core/machine/qn-run.h"
#include "lab/labs/qn-lab-equilibrium.h"
#include "../random-numbers.h"

#define SEED 20282
#define SETS 300

static QnResults
at (const char *preset, double temperature)
{
  QnExperiment e = lab_load ("equilibrium", preset);

  lab_set (&e, "hot.temperature", temperature);
  return lab_evaluate (&e);
}

static double
value_at (const char *preset, double temperature, const char *id)
{
  QnResults r = at (preset, temperature);

  return lab_get (&r, id);
}

static const char *const media[] = { "two-level", "ladder", "box", "oscillator", "two-qubits", "rotor" };

/* Any medium, any values. */
static QnExperiment
random_experiment (GRand *rand, int k)
{
  QnExperiment e;

  e = lab_load ("equilibrium", NULL);
  lab_set_text (&e, "medium.kind", media[k % G_N_ELEMENTS (media)]);
  lab_set (&e, "medium.levels", g_rand_int_range (rand, 2, 9));
  lab_set (&e, "medium.degeneracy", g_rand_int_range (rand, 1, 21));
  lab_set (&e, "medium.spacing", uniform (rand, 0.3, 3));
  lab_set (&e, "hot.temperature", uniform (rand, 0.1, 4));
  lab_set (&e, "hot.coupling", uniform (rand, 0.02, 1));
  lab_set (&e, "time.window", uniform (rand, 0.5, 30));
  lab_set (&e, "medium.exchange", uniform (rand, -2, 2));
  lab_set (&e, "medium.anisotropy", uniform (rand, -1, 1));
  lab_set (&e, "medium.zz", uniform (rand, -2, 2));
  for (int n = 1; n < 8; n++)
    {
      g_autofree char *id = g_strdup_printf ("medium.spacing.%d", n);

      lab_set (&e, id, uniform (rand, 0.1, 3));
    }
  return e;
}

/* The state at rest has the energies, entropy and populations that the partition function gives; where the machine leaves
 * levels out, the difference is no more than these hold. */
static void
test_at_rest (void)
{
  g_autoptr (GRand) rand = test_rand (SEED);

  for (int k = 0; k < SETS; k++)
    {
      QnExperiment e = random_experiment (rand, k);
      g_autoptr (QnOutcome) outcome = NULL;
      QnResults r;
      QnReading s;
      double beyond, ground;

      outcome = lab_outcome (&e);
      r = outcome->results;
      s = outcome->start;
      g_assert_true (outcome->ledger.unique);
      beyond = g_str_equal (media[k % G_N_ELEMENTS (media)], "oscillator") ? 0 : lab_get (&r, "population_beyond");
      ground = s.level[0];
      for (int n = 0; n < r.n_populations; n++)
        g_assert_cmpfloat_with_epsilon (r.population[n], s.population[n] * (1 - beyond), 1e-10);
      if (beyond < 1e-13)
        {
          g_assert_cmpfloat_with_epsilon (lab_get (&r, "energy"), s.energy - ground, 1e-10);
          g_assert_cmpfloat_with_epsilon (lab_get (&r, "entropy"), s.entropy, 1e-10);
          g_assert_cmpfloat_with_epsilon (lab_get (&r, "purity"), s.purity, 1e-10);
        }
      g_assert_cmpfloat_with_epsilon (lab_get (&r, "free_energy"), lab_get (&r, "energy") - qn_experiment_get (&e, "hot.temperature") * lab_get (&r, "entropy"), 1e-10);
      g_assert_cmpfloat (lab_get (&r, "ergotropy"), ==, 0);
      g_assert_cmpfloat_with_epsilon (lab_get (&r, "heat_hot"), 0, 1e-11);
      g_assert_cmpfloat_with_epsilon (lab_get (&r, "residual_first_law"), 0, 1e-10);
    }
}

/* From a quarter of the temperature upwards: energy changes by heat alone and entropy is made, in every stretch of time. */
static void
test_laws (void)
{
  g_autoptr (GRand) rand = test_rand (SEED);

  for (int k = 0; k < SETS; k++)
    {
      QnExperiment e = random_experiment (rand, k);
      QnMachine machine;
      double made = 0, scale;

      machine = lab_machine (&e);
      for (int n = 1; n <= 3; n++)
        {
          g_autoptr (QnCycle) cycle = qn_cycle_new_transient (&machine, n, QN_TOLERANCE, NULL, NULL);
          const QnLedger *books = qn_cycle_ledger (cycle);

          scale = books->energy_scale;
          g_assert_cmpfloat_with_epsilon (books->residual_first_law, 0, 1e-10 * scale);
          g_assert_cmpfloat (books->work_output, ==, 0);
          g_assert_cmpfloat (books->entropy_production, >=, -1e-10);
          made += books->entropy_production;
        }
      g_assert_cmpfloat (made, >, 0);
    }
}

/* Moved by hand, the machine comes to rest where the results say, and relaxes at the coupling's rate. */
static void
test_follows (void)
{
  QnExperiment e = lab_load ("equilibrium", "schottky");
  QnMachine machine;
  QnReading s;
  g_autoptr (QnRun) run = NULL;
  double p0, p1;

  machine = lab_machine (&e);
  run = qn_run_new (&machine, 100, QN_TOLERANCE, NULL, NULL);
  qn_run_read (run, &s);
  g_assert_cmpfloat_with_epsilon (s.temperature, 0.1, 1e-9);
  p0 = s.population[1];
  for (int i = 0; i < 100; i++)
    qn_run_advance (run);
  qn_run_read (run, &s);
  p1 = lab_evaluate (&e).population[1];
  g_assert_cmpfloat_with_epsilon (s.population[1] - p1, (p0 - p1) * exp (-0.05 * 100), 1e-10);
  lab_set (&e, "hot.temperature", 2);
  machine = lab_machine (&e);
  g_assert_true (qn_run_set_machine (run, &machine, NULL, NULL));
  for (int i = 0; i < 1000; i++)
    qn_run_advance (run);
  qn_run_read (run, &s);
  g_assert_cmpfloat_with_epsilon (s.population[1], lab_evaluate (&e).population[1], 1e-10);
  g_assert_cmpfloat_with_epsilon (s.temperature, 2, 1e-8);
}

/* Levels the machine does not have are in the results, and they say how much they hold. */
static void
test_whole_spectrum (void)
{
  QnResults rotor = at ("rotor", 10), box = at ("box", 30);
  QnLevels levels;
  QnExperiment e = lab_load ("equilibrium", "rotor");
  QnMachine machine;
  double sum = 0;

  g_assert_cmpint (rotor.n_populations, ==, 8);
  for (int J = 0; J < 8; J++)
    sum += rotor.population[J];
  g_assert_cmpfloat_with_epsilon (sum + lab_get (&rotor, "population_beyond"), 1, 1e-12);
  g_assert_cmpfloat (lab_get (&rotor, "population_beyond"), >, 0.02);
  g_assert_cmpfloat_with_epsilon (lab_get (&rotor, "partition_function"), 20 + 1.0 / 3 + 1.0 / 300, 1e-4);
  g_assert_cmpfloat (lab_get (&box, "population_beyond"), >, 0.05);
  g_assert_cmpfloat_with_epsilon (lab_get (&box, "heat_capacity"), 0.5, 0.02);
  machine = lab_machine (&e);
  qn_lab_equilibrium_levels (&e, &machine, 1, &levels);
  g_assert_cmpint (levels.kind, ==, QN_LEVELS_ROTOR);
  g_assert_cmpfloat (qn_levels_energy (&levels, 9), ==, 45);
}

/* What the parameters cannot do to equilibrium, and what is not there. */
static void
test_nulls (void)
{
  QnExperiment e = lab_load ("equilibrium", "schottky");
  QnResults r = lab_evaluate (&e), fast;

  g_assert_true (isnan (lab_get (&r, "capacity_classical")));
  g_assert_true (isnan (lab_get (&r, "concurrence")));
  g_assert_true (isnan (lab_get (&r, "entanglement_temperature")));
  g_assert_cmpfloat (lab_get (&r, "population_beyond"), ==, 0);
  lab_set (&e, "hot.coupling", 1);
  fast = lab_evaluate (&e);
  g_assert_cmpfloat (lab_get (&r, "heat_capacity"), ==, lab_get (&fast, "heat_capacity"));
  g_assert_true (isnan (value_at ("einstein", 1, "schottky_temperature")));
  lab_set (&e, "hot.coupling", 0); /* no reservoir: the state stays, the results do not know */
  g_assert_cmpfloat (lab_get (&r, "entropy"), ==, lab_result (&e, "entropy"));
  e = lab_load ("equilibrium", "pair");
  r = lab_evaluate (&e);
  lab_set (&e, "hot.coupling", 0);
  g_assert_cmpfloat (lab_get (&r, "concurrence"), ==, lab_result (&e, "concurrence"));
  g_assert_cmpfloat (lab_get (&r, "mutual_information"), ==, lab_result (&e, "mutual_information"));
  e = lab_load ("equilibrium", "two-peaks");
  lab_set (&e, "medium.spacing.1", 0);
  lab_set (&e, "medium.spacing.2", 0);
  r = lab_evaluate (&e);
  g_assert_cmpfloat_with_epsilon (lab_get (&r, "entropy"), log (3), 1e-14);
  g_assert_cmpfloat (lab_get (&r, "heat_capacity"), ==, 0);
  g_assert_true (isnan (lab_get (&r, "schottky_peak")));
  g_assert_false (qn_experiment_set (&e, "medium.degeneracy", 21, NULL));
  g_assert_false (qn_experiment_set (&e, "hot.temperature", 0, NULL));
}

/* --- What the presets teach ----------------------------------------------- */

static void
test_schottky (void)
{
  QnResults peak = at ("schottky", 0.41677840), cold = at ("schottky", 0.05), hot = at ("schottky", 10), degenerate = lab_preset ("equilibrium", "degenerate");

  g_assert_cmpfloat_with_epsilon (lab_get (&peak, "schottky_temperature"), 0.417, 5e-4);
  g_assert_cmpfloat_with_epsilon (lab_get (&peak, "heat_capacity"), 0.439, 5e-4);
  g_assert_cmpfloat_with_epsilon (lab_get (&peak, "heat_capacity"), lab_get (&peak, "schottky_peak"), 1e-12);
  g_assert_cmpfloat (lab_get (&cold, "heat_capacity"), <, 1e-6);
  g_assert_cmpfloat (lab_get (&hot, "heat_capacity"), <, 0.003);
  g_assert_cmpfloat_with_epsilon (hot.population[0], 0.5, 0.03);
  /* five times as high, colder, and narrower at half its height */
  g_assert_cmpfloat_with_epsilon (lab_get (&degenerate, "schottky_peak") / lab_get (&peak, "schottky_peak"), 5, 0.05);
  g_assert_cmpfloat_with_epsilon (lab_get (&degenerate, "schottky_temperature"), 0.28, 0.005);
  g_assert_cmpfloat (value_at ("degenerate", 2 * 0.28, "heat_capacity"), <, 0.5 * lab_get (&degenerate, "schottky_peak"));
  g_assert_cmpfloat (value_at ("schottky", 2 * 0.417, "heat_capacity"), >, 0.5 * lab_get (&peak, "schottky_peak"));
}

/* Maxima of C over the temperature. */
static int
count_peaks (QnExperiment e)
{
  double before = 0, now = 0;
  int peaks = 0;

  for (double T = 0.05; T < 30; T *= 1.03)
    {
      double next;

      lab_set (&e, "hot.temperature", T);
      next = lab_result (&e, "heat_capacity");
      peaks += now > before && now > next;
      before = now;
      now = next;
    }
  return peaks;
}

static void
test_two_peaks (void)
{
  QnExperiment e = lab_load ("equilibrium", "two-peaks");

  g_assert_cmpint (count_peaks (e), ==, 2);
  lab_set (&e, "medium.spacing.2", 3);
  g_assert_cmpint (count_peaks (e), ==, 1);
}

static void
test_oscillator (void)
{
  QnResults cold = at ("einstein", 0.2), hot = at ("classical", 10);

  g_assert_cmpfloat_with_epsilon (lab_get (&cold, "heat_capacity"), 25 * exp (5) / pow (exp (5) - 1, 2), 1e-13);
  g_assert_cmpfloat_with_epsilon (lab_get (&cold, "heat_capacity"), 1.0 / 6, 0.01);
  g_assert_cmpfloat (lab_get (&cold, "capacity_classical"), ==, 1);
  g_assert_cmpfloat_with_epsilon (lab_get (&hot, "heat_capacity"), 1, 1e-3);
  g_assert_cmpfloat_with_epsilon (lab_get (&hot, "energy"), 10, 10 / 20.0);
  g_assert_cmpfloat_with_epsilon (lab_get (&hot, "entropy"), 1 + log (10), 1e-3);
}

static void
test_rotor_and_box (void)
{
  QnResults rotor = lab_preset ("equilibrium", "rotor"), box = lab_preset ("equilibrium", "box");

  g_assert_cmpfloat_with_epsilon (lab_get (&rotor, "schottky_peak"), 1.1, 0.005);
  g_assert_cmpfloat_with_epsilon (lab_get (&rotor, "schottky_temperature"), 0.4, 0.005);
  g_assert_cmpfloat (lab_get (&rotor, "heat_capacity"), >, lab_get (&rotor, "capacity_classical"));
  g_assert_cmpfloat_with_epsilon (value_at ("rotor", 10, "heat_capacity"), 1, 1e-3);
  g_assert_cmpfloat_with_epsilon (lab_get (&box, "schottky_peak"), 9.0 / 16, 1e-8);
  g_assert_cmpfloat_with_epsilon (lab_get (&box, "schottky_temperature"), 3 / G_PI, 1e-6);
  g_assert_cmpfloat (lab_get (&box, "capacity_classical"), ==, 0.5);
  /* a hundred times hotter, what is left of the walls is a tenth */
  g_assert_cmpfloat_with_epsilon ((value_at ("box", 1e4, "heat_capacity") - 0.5) / (value_at ("box", 1e6, "heat_capacity") - 0.5), 10, 0.1);
}

static void
test_pair (void)
{
  QnResults warm = at ("pair", 0.5), lost = at ("pair", 2 / log (3) + 0.01), cold = at ("pair", 0.05);
  QnResults heated = lab_preset ("equilibrium", "heat-entangles"), chilled = at ("heat-entangles", 0.05);

  g_assert_cmpfloat_with_epsilon (lab_get (&warm, "entanglement_entropy"), log (2), 1e-14);
  g_assert_cmpfloat_with_epsilon (lab_get (&warm, "entanglement_temperature"), 2 / log (3), 1e-12);
  g_assert_cmpfloat_with_epsilon (lab_get (&cold, "concurrence"), 1, 1e-9);
  g_assert_cmpfloat (lab_get (&warm, "concurrence"), <, 0.95);
  g_assert_cmpfloat (lab_get (&warm, "concurrence"), >, 0.5);
  g_assert_cmpfloat (lab_get (&lost, "concurrence"), ==, 0);
  g_assert_cmpfloat (lab_get (&lost, "mutual_information"), >, 0.05);
  /* nothing in the cold, something in the warmth, and the same end */
  g_assert_cmpfloat_with_epsilon (lab_get (&heated, "entanglement_entropy"), 0, 1e-14);
  g_assert_cmpfloat (lab_get (&chilled, "concurrence"), <, 1e-3);
  g_assert_cmpfloat (lab_get (&heated, "concurrence"), >, 0.25);
  g_assert_cmpfloat_with_epsilon (lab_get (&heated, "entanglement_temperature"), 2 / log (3), 1e-12);
}

/* The purification's half is the state itself. */
static void
test_purification (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (media); i++)
    {
      QnExperiment e = lab_load ("equilibrium", "schottky");
      QnResults r;

      lab_set_text (&e, "medium.kind", media[i]);
      r = lab_evaluate (&e);
      if (!g_str_equal (media[i], "two-qubits"))
        g_assert_cmpfloat (lab_get (&r, "entanglement_entropy"), ==, lab_get (&r, "entropy"));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  gsl_set_error_handler_off ();
  g_test_add_func ("/equilibrium/at-rest", test_at_rest);
  g_test_add_func ("/equilibrium/laws", test_laws);
  g_test_add_func ("/equilibrium/follows", test_follows);
  g_test_add_func ("/equilibrium/whole-spectrum", test_whole_spectrum);
  g_test_add_func ("/equilibrium/nulls", test_nulls);
  g_test_add_func ("/equilibrium/schottky", test_schottky);
  g_test_add_func ("/equilibrium/two-peaks", test_two_peaks);
  g_test_add_func ("/equilibrium/oscillator", test_oscillator);
  g_test_add_func ("/equilibrium/rotor-and-box", test_rotor_and_box);
  g_test_add_func ("/equilibrium/pair", test_pair);
  g_test_add_func ("/equilibrium/purification", test_purification);
  return g_test_run ();
}
