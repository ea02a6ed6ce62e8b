/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Partition functions against sums in long double, closed forms and published numbers; media whose levels stand for
 * several states against the same medium written out state by state. */

#include <math.h>
#include <string.h>

#include <gsl/gsl_errno.h>

#include "core/machine/qn-cycle.h"
#include "core/medium/qn-medium-ladder.h"
#include "core/medium/qn-medium.h"
#include "core/medium/qn-operator-reading.h"
#include "core/statistics/qn-partition.h"
#include "core/medium/qn-medium-two-qubits.h"
#include "../random-numbers.h"

#define SEED 20281
#define EXACT 2e-14

static void
assert_relative (double value, double expected, double tolerance)
{
  if (expected == 0)
    g_assert_cmpfloat (fabs (value), <=, tolerance);
  else
    g_assert_cmpfloat (fabs (value / expected - 1), <=, tolerance);
}

/* --- Sums ----------------------------------------------------------------- */

static long double
energy_of (QnLevelsKind kind, int n)
{
  if (kind == QN_LEVELS_BOX)
    return n * (n + 2.0L) / 3;
  return kind == QN_LEVELS_ROTOR ? n * (n + 1.0L) / 2 : n;
}

/* Z, U, F, S, C and T dC/dT of w = 1, by adding up. */
static void
add_up (QnLevelsKind kind, double T, double out[6])
{
  long double rest = 0, u = 0, c = 0, k = 0;

  for (int n = 1; energy_of (kind, n) < 80 * (long double) T; n++)
    {
      long double weight = (kind == QN_LEVELS_ROTOR ? 2 * n + 1 : 1) * expl (-energy_of (kind, n) / T);

      rest += weight;
      u += weight * energy_of (kind, n) / T;
    }
  u /= 1 + rest;
  for (int n = 0; n == 0 || energy_of (kind, n) < 80 * (long double) T; n++)
    {
      long double weight = (kind == QN_LEVELS_ROTOR ? 2 * n + 1 : 1) * expl (-energy_of (kind, n) / T) / (1 + rest), off = energy_of (kind, n) / T - u;

      c += weight * off * off;
      k += weight * off * off * off;
    }
  out[0] = 1 + rest;
  out[1] = u * T;
  out[2] = -T * log1pl (rest);
  out[3] = log1pl (rest) + u;
  out[4] = c;
  out[5] = k - 2 * c;
}

static void
test_sums (void)
{
  for (QnLevelsKind kind = QN_LEVELS_BOX; kind <= QN_LEVELS_ROTOR; kind++)
    for (double T = 0.02; T < 3e4; T *= 1.13)
      {
        QnLevels levels = { .kind = kind, .spacing = 1 };
        double expected[6];
        QnPartition p;

        add_up (kind, T, expected);
        qn_partition (&levels, T, &p);
        assert_relative (p.Z, expected[0], EXACT);
        assert_relative (p.energy, expected[1], EXACT);
        assert_relative (p.free_energy, expected[2], EXACT);
        assert_relative (p.entropy, expected[3], EXACT);
        assert_relative (p.capacity, expected[4], EXACT);
        g_assert_cmpfloat_with_epsilon (p.slope, expected[5], 1e-13 * (fabs (expected[5]) + expected[4]));
      }
}

/* Only the ratio w/T counts, whatever the unit. */
static void
test_scale (void)
{
  for (QnLevelsKind kind = QN_LEVELS_BOX; kind <= QN_LEVELS_ROTOR; kind++)
    for (double T = 1e-6; T < 2e6; T *= 100)
      {
        QnLevels one = { .kind = kind, .spacing = 1 }, other = { .kind = kind, .spacing = 1 / T };
        QnPartition p, q;

        qn_partition (&one, T, &p);
        qn_partition (&other, 1, &q);
        assert_relative (p.Z, q.Z, EXACT);
        assert_relative (p.entropy, q.entropy, EXACT);
        assert_relative (p.energy, q.energy * T, EXACT);
        assert_relative (p.capacity, q.capacity, EXACT);
      }
}

/* Both ends: nothing without heat, and the classical values, ln Z of phase space included. */
static void
test_limits (void)
{
  for (QnLevelsKind kind = QN_LEVELS_BOX; kind <= QN_LEVELS_ROTOR; kind++)
    {
      QnLevels levels = { .kind = kind, .spacing = 1 };
      double T = 1e9, Z = kind == QN_LEVELS_BOX ? sqrt (3 * G_PI * T) / 2 : kind == QN_LEVELS_ROTOR ? 2 * T : T;
      QnPartition p;

      qn_partition (&levels, 1e-6, &p);
      g_assert_cmpfloat (p.Z, ==, 1);
      g_assert_cmpfloat (p.energy, ==, 0);
      g_assert_cmpfloat (p.entropy, ==, 0);
      g_assert_cmpfloat (p.capacity, ==, 0);
      qn_partition (&levels, T, &p);
      assert_relative (p.Z, Z, kind == QN_LEVELS_BOX ? 2e-5 : 1e-8);
      g_assert_cmpfloat_with_epsilon (p.capacity, qn_levels_classical (&levels), kind == QN_LEVELS_BOX ? 1e-5 : 1e-12);
      assert_relative (p.energy, qn_levels_classical (&levels) * T, kind == QN_LEVELS_BOX ? 2e-5 : 1e-8);
    }
}

/* C is the slope of U, S that of -F, and what is called slope is that of C. */
static void
test_derivatives (void)
{
  g_autoptr (GRand) rand = test_rand (SEED);

  for (int n = 0; n < 300; n++)
    {
      QnLevels levels = { .kind = n % 4, .spacing = uniform (rand, 0.5, 2), .n = 4, .degeneracy = { 2, 1, 3, 1 } };
      double T = exp (uniform (rand, -1.5, 3)), h = 1e-3 * T;
      QnPartition at[5];

      for (int i = 1; i < levels.n; i++)
        levels.energy[i] = levels.energy[i - 1] + uniform (rand, 0, 1);
      for (int i = 0; i < 5; i++)
        qn_partition (&levels, T + (i - 2) * h, &at[i]);
#define SLOPE(what) ((at[0].what - 8 * at[1].what + 8 * at[3].what - at[4].what) / (12 * h))
      g_assert_cmpfloat_with_epsilon (SLOPE (energy), at[2].capacity, 1e-9);
      g_assert_cmpfloat_with_epsilon (-SLOPE (free_energy), at[2].entropy, 1e-9);
      g_assert_cmpfloat_with_epsilon (SLOPE (entropy) * T, at[2].capacity, 1e-9);
      g_assert_cmpfloat_with_epsilon (SLOPE (capacity) * T, at[2].slope, 1e-8);
      g_assert_cmpfloat_with_epsilon (at[2].energy - T * at[2].entropy, at[2].free_energy, 1e-12 * T);
    }
}

static void
test_populations (void)
{
  for (int kind = QN_LEVELS_FINITE; kind <= (int) QN_LEVELS_ROTOR; kind++)
    for (double T = 0.03; T < 3000; T *= 2.1)
      {
        QnLevels levels = { .kind = kind, .spacing = 1, .n = 3, .energy = { 0, 0.3, 2 }, .degeneracy = { 1, 4, 2 } };
        QnPartition p;
        double sum = 0;

        qn_partition (&levels, T, &p);
        for (int n = 0; n < 8; n++)
          {
            double population = qn_partition_population (&levels, T, n);

            if (n < qn_levels_count (&levels))
              assert_relative (population, qn_levels_degeneracy (&levels, n) * exp (-qn_levels_energy (&levels, n) / T) / p.Z, 1e-12);
            else
              g_assert_cmpfloat (population, ==, 0);
            g_assert_cmpfloat_with_epsilon (qn_partition_beyond (&levels, T, n), 1 - sum, 1e-13);
            sum += population;
          }
      }
}

/* --- Peaks ---------------------------------------------------------------- */

/* x (1 - g e^-x) = 2 (1 + g e^-x), by Newton's rule. */
static double
schottky_root (int g)
{
  double x = 2.4 + log (g);

  for (int i = 0; i < 60; i++)
    {
      double e = g * exp (-x);

      x -= (x * (1 - e) - 2 * (1 + e)) / (1 - e + x * e + 2 * e);
    }
  return x;
}

static void
test_schottky (void)
{
  for (int g = 1; g <= 20; g++)
    {
      QnLevels levels = { .n = 2, .energy = { 0, 1.7 }, .degeneracy = { 1, g } };
      double x = schottky_root (g), e = g * exp (-x), T, C;
      QnPartition p;

      g_assert_true (qn_partition_peak (&levels, &T, &C));
      assert_relative (T, 1.7 / x, 1e-12);
      assert_relative (C, x * x * e / ((1 + e) * (1 + e)), 1e-13);
      qn_partition (&levels, 0.9, &p);
      x = 1.7 / 0.9;
      e = g * exp (-x);
      assert_relative (p.capacity, x * x * e / ((1 + e) * (1 + e)), 1e-13);
      g_assert_true (isnan (qn_levels_classical (&levels)));
      if (g > 1)
        continue;
      /* the textbooks' numbers */
      g_assert_cmpfloat_with_epsilon (C, 0.4392, 5e-5);
      g_assert_cmpfloat_with_epsilon (T / 1.7, 0.4168, 5e-5);
    }
}

/* Box: but for terms of 1e-9, 9/16 at 3w/pi. Rotor: "1.1 at 0.81", in units in which E_J = J(J + 1). */
static void
test_overshoot (void)
{
  QnLevels box = { .kind = QN_LEVELS_BOX, .spacing = 2 }, rotor = { .kind = QN_LEVELS_ROTOR, .spacing = 2 }, oscillator = { .kind = QN_LEVELS_OSCILLATOR, .spacing = 2 };
  QnLevels flat = { .n = 3, .degeneracy = { 1, 1, 1 } };
  double T, C, beside[6];

  g_assert_true (qn_partition_peak (&box, &T, &C));
  assert_relative (C, 9.0 / 16, 1e-8);
  assert_relative (T, 6 / G_PI, 1e-6);
  g_assert_true (qn_partition_peak (&rotor, &T, &C));
  g_assert_cmpfloat_with_epsilon (T, 0.81, 5e-3);
  g_assert_cmpfloat_with_epsilon (C, 1.1, 5e-3);
  add_up (QN_LEVELS_ROTOR, T / 2, beside);
  g_assert_cmpfloat_with_epsilon (C, beside[4], 1e-13);
  g_assert_cmpfloat_with_epsilon (beside[5], 0, 1e-12);
  g_assert_false (qn_partition_peak (&oscillator, &T, &C));
  g_assert_false (qn_partition_peak (&flat, &T, &C));
}

/* Nowhere is there more than at the peak, however the levels lie. */
static void
test_largest (void)
{
  g_autoptr (GRand) rand = test_rand (SEED);

  for (int k = 0; k < 300; k++)
    {
      QnLevels levels = { .n = g_rand_int_range (rand, 2, 9) };
      double T, C;
      QnPartition p;

      for (int n = 0; n < levels.n; n++)
        {
          levels.energy[n] = n ? levels.energy[n - 1] + exp (uniform (rand, -6, 3)) : 0;
          levels.degeneracy[n] = g_rand_int_range (rand, 1, 1001);
        }
      g_assert_true (qn_partition_peak (&levels, &T, &C));
      qn_partition (&levels, T, &p);
      g_assert_cmpfloat_with_epsilon (p.slope, 0, 1e-12 * (1 + C));
      for (double other = levels.energy[1] / 100; other < 100 * levels.energy[levels.n - 1]; other *= 1.01)
        {
          qn_partition (&levels, other, &p);
          g_assert_cmpfloat (p.capacity, <=, C * (1 + 1e-13));
        }
    }
}

/* Gaps too small to be numbers one can count with end the search all the same. */
static void
test_tiny (void)
{
  QnLevels levels = { .n = 3, .energy = { 0, 5e-324, 1 }, .degeneracy = { 1, 1, 1 } };
  double T, C;

  g_assert_true (qn_partition_peak (&levels, &T, &C));
  g_assert_cmpfloat (T, >, 0.1); /* two below, one above */
  levels.energy[2] = 1e-300;
  g_assert_false (qn_partition_peak (&levels, &T, &C));
}

/* --- Media ---------------------------------------------------------------- */

static QnMediumSpec
random_medium (GRand *rand)
{
  int levels = g_rand_int_range (rand, 2, 9), degeneracy[QN_MAX_LADDER];
  double spacing[QN_MAX_LADDER];

  for (int n = 0; n < levels; n++)
    {
      spacing[n] = uniform (rand, 0.2, 2);
      degeneracy[n] = g_rand_int_range (rand, 0, 4);
    }
  return qn_ladder_spec (levels, spacing, degeneracy);
}

static QnMachine
resting (const QnMediumSpec *medium, double w, double T, QnSpectrum spectrum, double window)
{
  return (QnMachine) { .medium = *medium, .bath = { { T, 0.2, spectrum } }, .n_baths = 1, .n_strokes = 1, .start_temperature = 0.3 * T,
                       .stroke = { { .id = "steady", .duration = window, .from = w, .to = w, .baths = 1 } } };
}

/* The steady state beside any reservoir, and everything read from it, is what the partition function says. */
static void
test_steady (void)
{
  g_autoptr (GRand) rand = test_rand (SEED);

  for (int k = 0; k < 300; k++)
    {
      QnMediumSpec medium = random_medium (rand);
      double w = uniform (rand, 0.3, 2), T = exp (uniform (rand, -1, 2));
      QnMachine machine = resting (&medium, w, T, k % 3, 10);
      g_autoptr (GError) error = NULL;
      g_autoptr (QnCycle) cycle = qn_cycle_new (&machine, QN_TOLERANCE, NULL, &error);
      QnLevels levels;
      QnPartition p, colder;
      QnReading s;

      g_assert_no_error (error);
      g_assert_true (qn_cycle_ledger (cycle)->unique);
      qn_cycle_read_start (cycle, &s);
      qn_levels_of_medium (&medium, w, &levels);
      qn_partition (&levels, T, &p);
      qn_partition (&levels, T / 2, &colder);
      for (int n = 0; n < qn_ladder (&medium)->levels; n++)
        g_assert_cmpfloat_with_epsilon (s.population[n], qn_partition_population (&levels, T, n), 1e-12);
      g_assert_cmpfloat_with_epsilon (s.energy, p.energy, 1e-11);
      g_assert_cmpfloat_with_epsilon (s.entropy, p.entropy, 1e-11);
      g_assert_cmpfloat_with_epsilon (s.purity, exp (colder.log_Z - 2 * p.log_Z), 1e-12);
      g_assert_cmpfloat_with_epsilon (s.ergotropy, 0, 1e-11);
      g_assert_cmpfloat_with_epsilon (s.temperature, T, 1e-7 * T);
      g_assert_cmpfloat_with_epsilon (s.min_eigenvalue, exp (-levels.energy[levels.n - 1] / T) / p.Z, 1e-12);
      g_assert_cmpfloat_with_epsilon (s.current[QN_HOT], 0, 1e-11);
    }
}

#define MOST_STATES 24

/* The medium state by state: each state of a level feels what the others of its level do. */
typedef struct
{
  int n, level[MOST_STATES];
  double rate[MOST_STATES][MOST_STATES], E[MOST_STATES]; /* rate[i][j]: from j to i */
} States;

static void
write_out (const QnMachine *machine, States *states)
{
  const QnLadder *medium = qn_ladder (&machine->medium);
  const QnBath *bath = &machine->bath[QN_HOT];
  double level = 0;

  memset (states, 0, sizeof *states);
  for (int n = 0; n < medium->levels; n++)
    {
      for (int g = 0; g < MAX (medium->degeneracy[n], 1); g++)
        {
          states->E[states->n] = level;
          states->level[states->n++] = n;
        }
      if (n + 1 < medium->levels)
        level += machine->stroke[0].from * medium->spacing[n];
    }
  for (int low = 0; low < states->n; low++)
    for (int high = 0; high < states->n; high++)
      {
        double gap = states->E[high] - states->E[low], share = 1.0 / MAX (medium->degeneracy[states->level[low]], 1);

        if (states->level[high] != states->level[low] + 1)
          continue;
        share *= bath->coupling * states->level[high];
        states->rate[high][low] = share / expm1 (gap / bath->temperature);
        states->rate[low][high] = share + states->rate[high][low];
      }
}

/* p(t) of the rate equations, by many short Taylor steps. */
static void
let_go (const States *states, double time, double *p)
{
  int steps = 4000;

  for (int step = 0; step < steps; step++)
    {
      double term[MOST_STATES], next[MOST_STATES] = { 0 };

      memcpy (term, p, sizeof term);
      for (int order = 1; order <= 8; order++)
        {
          for (int i = 0; i < states->n; i++)
            {
              next[i] = 0;
              for (int j = 0; j < states->n; j++)
                next[i] += (states->rate[i][j] * term[j] - states->rate[j][i] * term[i]) * time / steps / order;
            }
          memcpy (term, next, sizeof term);
          for (int i = 0; i < states->n; i++)
            p[i] += term[i];
        }
    }
}

static int
falling (const void *a, const void *b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x < y) - (x > y);
}

static void
assert_same_reading (const QnReading *s, const States *states, double *p)
{
  double energy = 0, entropy = 0, purity = 0, passive = 0, level[QN_MAX_LEVELS] = { 0 };

  for (int i = 0; i < states->n; i++)
    {
      energy += p[i] * states->E[i];
      entropy -= p[i] * log (p[i]);
      purity += p[i] * p[i];
      level[states->level[i]] += p[i];
    }
  for (int n = 0; n < s->n_levels; n++)
    g_assert_cmpfloat_with_epsilon (s->population[n], level[n], 1e-10);
  qsort (p, states->n, sizeof *p, falling);
  for (int i = 0; i < states->n; i++)
    passive += p[i] * states->E[i];
  g_assert_cmpfloat_with_epsilon (s->energy, energy, 1e-10);
  g_assert_cmpfloat_with_epsilon (s->entropy, entropy, 1e-10);
  g_assert_cmpfloat_with_epsilon (s->purity, purity, 1e-10);
  g_assert_cmpfloat_with_epsilon (s->ergotropy, energy - passive, 1e-10);
  g_assert_cmpfloat_with_epsilon (s->min_eigenvalue, p[states->n - 1], 1e-10);
}

/* On the way from cold to hot. The upper level of so many states may hold more than the lower one: no ergotropy for that. */
static void
test_state_by_state (void)
{
  g_autoptr (GRand) rand = test_rand (SEED);

  for (int k = 0; k < 30; k++)
    {
      QnMediumSpec medium = random_medium (rand);
      QnMachine machine = resting (&medium, uniform (rand, 0.3, 2), exp (uniform (rand, -1, 2)), QN_SPECTRUM_BOSONIC, uniform (rand, 0.2, 5));
      g_autoptr (QnCycle) cycle = qn_cycle_new_transient (&machine, 2, QN_TOLERANCE, NULL, NULL);
      double p[MOST_STATES], z = 0;
      States states;
      QnReading s;

      write_out (&machine, &states);
      for (int i = 0; i < states.n; i++)
        z += p[i] = exp (-states.E[i] / machine.start_temperature);
      for (int i = 0; i < states.n; i++)
        p[i] /= z;
      let_go (&states, machine.stroke[0].duration, p);
      qn_cycle_read_start (cycle, &s);
      assert_same_reading (&s, &states, p);
      g_assert_cmpfloat (qn_cycle_ledger (cycle)->entropy_production, >=, -1e-12);
    }
}

/* Work is to be had where a state of a higher level holds more than one of a lower. */
static void
test_ergotropy (void)
{
  QnMediumSpec spec = qn_ladder_spec (3, NULL, (const int[]) { 2, 3, 1 });
  double x[QN_MAX_STATE] = { 0.2, 0.6, 0.2 };
  QnMedium medium;
  QnReading s = { 0 };

  qn_medium_init (&medium, &spec, FALSE);
  qn_medium_read (&medium, 1, x, &s);
  /* energy 0.6 + 0.4; four states of 0.2 go to both of energy 0 and two of energy 1, those of 0.1 to what is left */
  g_assert_cmpfloat_with_epsilon (s.ergotropy, 1.0 - (0.2 + 0.2 + 0.1 + 2 * 0.1), 1e-14);
  g_assert_cmpfloat_with_epsilon (s.entropy, -(0.2 * log (0.1) + 0.8 * log (0.2)), 1e-14);
  qn_medium_clear (&medium);
}

static void
assert_refused (QnMediumSpec medium, double w)
{
  QnMachine machine = resting (&medium, w, 1, QN_SPECTRUM_FERMIONIC, 1);
  g_autoptr (GError) error = NULL;

  g_assert_false (qn_machine_check (&machine, &error));
  g_assert_error (error, QN_CORE_ERROR, QN_CORE_ERROR_INVALID);
}

static void
test_refused (void)
{
  QnMediumSpec ladder = qn_ladder_spec (2, NULL, NULL);
  QnMachine machine = resting (&ladder, 1, 1, QN_SPECTRUM_FERMIONIC, 1);

  g_assert_true (qn_machine_check (&machine, NULL));
  assert_refused (qn_ladder_spec (2, NULL, (const int[]) { 1, -1 }), 1);
  assert_refused (qn_ladder_spec (2, NULL, (const int[]) { 1, QN_MAX_DEGENERACY + 1 }), 1);
  assert_refused (qn_ladder_spec (2, NULL, (const int[]) { 1, 3 }), -1);
}

/* --- Two qubits ----------------------------------------------------------- */

static double
concurrence_at (const QnMediumSpec *spec, double w, double T)
{
  double x[QN_MAX_STATE];
  QnOperator rho;
  QnMedium medium;

  qn_medium_init (&medium, spec, FALSE);
  qn_medium_gibbs (&medium, w, T, x);
  qn_medium_state_matrix (&medium, x, rho);
  qn_medium_clear (&medium);
  qn_two_qubits_turn (rho);
  return qn_operator_concurrence (rho);
}

static void
test_entangled_below (void)
{
  QnMediumSpec isotropic = qn_two_qubits_spec ((QnTwoQubits) { .exchange = 0.7, .zz = 1 }), plane = qn_two_qubits_spec ((QnTwoQubits) { .exchange = 0.7 }), spec;

  for (double w = 0.1; w < 4; w += 0.5)
    {
      assert_relative (qn_pair_entanglement_temperature (&isotropic, w), 2 * 0.7 / log (3), 1e-12);
      assert_relative (qn_pair_entanglement_temperature (&plane, w), 0.7 / asinh (1), 1e-12);
    }
  /* a ferromagnet has no thermal entanglement, nor have qubits that do not touch */
  spec = qn_two_qubits_spec ((QnTwoQubits) { .exchange = -0.7, .zz = 1 });
  g_assert_true (isnan (qn_pair_entanglement_temperature (&spec, 1)));
  spec = qn_two_qubits_spec ((QnTwoQubits) { .zz = 1 });
  g_assert_true (isnan (qn_pair_entanglement_temperature (&spec, 1)));
}

/* Against the concurrence of the Gibbs state itself: some just below, none from there upwards. */
static void
test_entangled_anywhere (void)
{
  g_autoptr (GRand) rand = test_rand (SEED);
  int entangled = 0;

  for (int k = 0; k < 300; k++)
    {
      QnMediumSpec spec = qn_two_qubits_spec ((QnTwoQubits) { .exchange = uniform (rand, -2, 2), .anisotropy = uniform (rand, -2, 2), .zz = uniform (rand, -2, 2) });
      double w = uniform (rand, -3, 3), T = qn_pair_entanglement_temperature (&spec, w);

      entangled += isfinite (T);
      if (isfinite (T))
        g_assert_cmpfloat (concurrence_at (&spec, w, T * (1 - 1e-6)), >, 0);
      for (double hotter = isfinite (T) ? T * (1 + 1e-6) : 0.02; hotter < 50; hotter *= 1.1)
        g_assert_cmpfloat (concurrence_at (&spec, w, hotter), <=, isfinite (T) ? 0 : 1e-9);
    }
  g_assert_cmpint (entangled, >, 200);
}

static double
of_two (double p)
{
  return -p * log (p) - (1 - p) * log (1 - p);
}

static void
test_ground_state (void)
{
  QnMediumSpec spec = qn_two_qubits_spec ((QnTwoQubits) { .exchange = 1, .zz = 1 });

  /* the singlet; both down; |++> and |--> in unlike parts; three of a kind */
  g_assert_cmpfloat_with_epsilon (qn_pair_ground_entanglement (&spec, 1.9), log (2), 1e-14);
  g_assert_cmpfloat_with_epsilon (qn_pair_ground_entanglement (&spec, 2.1), 0, 1e-14);
  g_assert_true (isnan (qn_pair_ground_entanglement (&spec, 2)));
  spec = qn_two_qubits_spec ((QnTwoQubits) { .exchange = 1, .anisotropy = 0.8, .zz = 1 });
  g_assert_cmpfloat_with_epsilon (qn_pair_ground_entanglement (&spec, 3), of_two ((1 + 3 / hypot (3, 0.8)) / 2), 1e-14);
  spec = qn_two_qubits_spec ((QnTwoQubits) { .exchange = -1, .zz = 1 });
  g_assert_true (isnan (qn_pair_ground_entanglement (&spec, 0)));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  gsl_set_error_handler_off ();
  g_test_add_func ("/partition/sums", test_sums);
  g_test_add_func ("/partition/scale", test_scale);
  g_test_add_func ("/partition/limits", test_limits);
  g_test_add_func ("/partition/derivatives", test_derivatives);
  g_test_add_func ("/partition/populations", test_populations);
  g_test_add_func ("/partition/schottky", test_schottky);
  g_test_add_func ("/partition/overshoot", test_overshoot);
  g_test_add_func ("/partition/largest", test_largest);
  g_test_add_func ("/partition/tiny", test_tiny);
  g_test_add_func ("/degenerate/steady", test_steady);
  g_test_add_func ("/degenerate/state-by-state", test_state_by_state);
  g_test_add_func ("/degenerate/ergotropy", test_ergotropy);
  g_test_add_func ("/degenerate/refused", test_refused);
  g_test_add_func ("/pair/entangled-below", test_entangled_below);
  g_test_add_func ("/pair/entangled-anywhere", test_entangled_anywhere);
  g_test_add_func ("/pair/ground-state", test_ground_state);
  return g_test_run ();
}
