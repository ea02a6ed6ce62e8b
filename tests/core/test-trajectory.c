/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Single runs: their average is the master equation, their waiting times are the exact ones, and a run is the same
 * whatever ran before it. */

#include <math.h>
#include <string.h>

#include <gsl/gsl_errno.h>

#include "core/medium/qn-medium-junction.h"
#include "core/medium/qn-medium-ladder.h"
#include "core/medium/qn-medium-maser.h"
#include "core/medium/qn-medium-oscillator.h"
#include "core/medium/qn-medium-pair.h"
#include "core/medium/qn-medium-qubit.h"
#include "core/medium/qn-medium-three-levels.h"
#include "core/medium/qn-medium-three-qubits.h"
#include "core/medium/qn-medium-two-qubits.h"
#include "core/medium/qn-medium.h"
#include "core/statistics/qn-trajectory.h"
#include "../random-numbers.h"

#define RUNS 20000

static QnMachine
otto (QnMediumSpec medium)
{
  QnMachine m = { .medium = medium, .n_baths = 2, .n_strokes = 4, .start_temperature = 0.7 };

  m.bath[QN_HOT] = (QnBath) { 3, 0.3 };
  m.bath[QN_COLD] = (QnBath) { 0.5, 0.4 };
  m.stroke[0] = (QnStroke) { .id = "hot", .duration = 3, .from = 3, .to = 3, .baths = 1u << QN_HOT };
  m.stroke[1] = (QnStroke) { .id = "expansion", .duration = 1, .from = 3, .to = 1.2 };
  m.stroke[2] = (QnStroke) { .id = "cold", .duration = 2, .from = 1.2, .to = 1.2, .baths = 1u << QN_COLD };
  m.stroke[3] = (QnStroke) { .id = "compression", .duration = 0.7, .from = 1.2, .to = 3 };
  return m;
}

/* Isotherms: control and reservoir at once. */
static QnMachine
carnot (QnMediumSpec medium)
{
  QnMachine m = otto (medium);

  m.stroke[0].to = m.stroke[1].from = 2;
  m.stroke[2].to = m.stroke[3].from = 1.6;
  m.stroke[1].dephasing = 0.8;
  m.stroke[3].counterdiabatic = TRUE;
  return m;
}

static QnMachine
steady (QnMediumSpec medium, int n_baths)
{
  QnMachine m = { .medium = medium, .n_baths = n_baths, .n_strokes = 1, .start_temperature = 0.6 };
  const double T[3] = { 1.7, 0.8, 4 };

  for (int k = 0; k < n_baths; k++)
    m.bath[k] = (QnBath) { T[k], 0.2 + 0.1 * k };
  m.stroke[0] = (QnStroke) { .id = "steady", .duration = 6, .from = 1, .to = 1, .baths = (1u << n_baths) - 1 };
  return m;
}

typedef struct
{
  double sum, squares;
} Mean;

static void
add (Mean *mean, double value)
{
  mean->sum += value;
  mean->squares += value * value;
}

/* Within five standard errors. */
static void
assert_mean (const char *what, const Mean *mean, double exact)
{
  double value = mean->sum / RUNS, error = sqrt (MAX (mean->squares / RUNS - value * value, 0) / RUNS);

  g_test_message ("%s: %.5g, exact %.5g, standard error %.2g", what, value, exact, error);
  g_assert_cmpfloat (fabs (value - exact), <=, 5 * error + 1e-9);
}

/* Heats, work and populations of the first two cycles. */
static void
check_average (const QnMachine *machine, guint64 seed)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (QnUnravelling) u = qn_unravelling_new (machine, NULL, &error);
  const QnMediumClass *klass = machine->medium.klass;
  gboolean bare;
  Mean heat[QN_MAX_BATHS] = { { 0 } }, energy = { 0 }, work = { 0 }, p[QN_MAX_LEVELS] = { { 0 } };
  double exact_heat[QN_MAX_BATHS] = { 0 }, exact_work = 0;
  const QnLedger *ledger = NULL;
  g_autoptr (QnCycle) first = qn_cycle_new_transient (machine, 1, 1e-11, NULL, &error);
  g_autoptr (QnCycle) second = qn_cycle_new_transient (machine, 2, 1e-11, NULL, &error);

  g_assert_no_error (error);
  bare = machine->n_strokes == 1 && klass->local && klass->local (&machine->medium);
  for (int c = 0; c < 2; c++)
    {
      ledger = qn_cycle_ledger (c == 0 ? first : second);
      for (int k = 0; k < machine->n_baths; k++)
        exact_heat[k] += bare ? ledger->bare_heat[k] : ledger->heat[k];
      exact_work += ledger->work_output;
    }
  for (guint64 i = 0; i < RUNS; i++)
    {
      QnTrajectory run;
      double levels[QN_MAX_LEVELS], e0, e1, taken = 0;

      qn_trajectory_start (u, seed, i, NULL, &run);
      e0 = qn_trajectory_energy (u, &run, NULL);
      for (int c = 0; c < 2; c++)
        qn_trajectory_cycle (u, &run);
      e1 = qn_trajectory_energy (u, &run, levels);
      for (int k = 0; k < machine->n_baths; k++)
        {
          add (&heat[k], run.heat[k]);
          taken += run.heat[k];
        }
      add (&energy, e1);
      add (&work, taken - (e1 - e0));
      for (int n = 0; n < ledger->n_levels; n++)
        add (&p[n], levels[n]);
    }
  for (int k = 0; k < machine->n_baths; k++)
    assert_mean ("heat", &heat[k], exact_heat[k]);
  assert_mean ("energy", &energy, ledger->stroke[machine->n_strokes - 1].energy_end);
  if (!bare)
    assert_mean ("work", &work, exact_work);
  for (int n = 0; n < ledger->n_levels; n++)
    assert_mean ("population", &p[n], ledger->stroke[machine->n_strokes - 1].population_end[n]);
}

static void
test_average (gconstpointer data)
{
  check_average (data, test_seed (20260103));
}

/* Of a qubit that rests beside a bath: exponential, at the rate of the level it sits in. Kolmogorov and Smirnov at 1e-6. */
typedef struct
{
  GArray *waits[2];
  double last;
  int level;
} Waits;

static void
hear_wait (const QnJump *jump, gpointer data)
{
  Waits *waits = data;
  double wait = jump->time - waits->last;

  if (waits->level >= 0)
    g_array_append_val (waits->waits[waits->level], wait);
  waits->last = jump->time;
  waits->level = jump->level;
}

static int
ascending (gconstpointer a, gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

static void
test_waits (void)
{
  QnMachine m = { .medium = qn_qubit_spec (1.1), .n_baths = 1, .n_strokes = 1, .start_temperature = 1 };
  g_autoptr (QnUnravelling) u = NULL;
  Waits waits = { { g_array_new (FALSE, FALSE, sizeof (double)), g_array_new (FALSE, FALSE, sizeof (double)) }, 0, -1 };
  double n, rate[2];
  QnTrajectory run;

  m.bath[0] = (QnBath) { 1.3, 0.3 };
  m.stroke[0] = (QnStroke) { .id = "rest", .duration = 40000, .from = 0.9, .to = 0.9, .baths = 1 };
  n = 1 / expm1 (hypot (1.1, 0.9) / 1.3);
  rate[0] = 0.3 * n;
  rate[1] = 0.3 * (n + 1);
  u = qn_unravelling_new (&m, NULL, NULL);
  qn_trajectory_start (u, test_seed (20260101), 0, NULL, &run);
  qn_trajectory_to (u, &run, qn_unravelling_points (u, 0), hear_wait, &waits);
  for (int level = 0; level < 2; level++)
    {
      GArray *w = waits.waits[level];
      double worst = 0;

      g_assert_cmpuint (w->len, >, 1000);
      g_array_sort (w, ascending);
      for (guint i = 0; i < w->len; i++)
        {
          double f = -expm1 (-rate[level] * g_array_index (w, double, i));

          worst = MAX (worst, MAX (fabs (f - (double) i / w->len), fabs (f - (i + 1.0) / w->len)));
        }
      g_test_message ("level %d: %u waits, distance %.4g", level, w->len, worst);
      g_assert_cmpfloat (worst, <, sqrt (log (2 / 1e-6) / 2 / w->len));
      g_array_unref (w);
    }
}

static void
hear_first (const QnJump *jump, gpointer data)
{
  double *first = data;

  if (isnan (*first))
    *first = jump->time;
}

/* No time step: in a level that decays at a rate the norm is exp(-rate t), so that the first jump comes exactly where that has
 * fallen to the number drawn. */
static void
test_moment (void)
{
  QnMachine m = { .medium = qn_qubit_spec (0), .n_baths = 1, .n_strokes = 1, .start_temperature = 1 };
  double rate, p[2] = { 0, 1 };
  g_autoptr (QnUnravelling) u = NULL;

  m.bath[0] = (QnBath) { 0.8, 0.3 };
  m.stroke[0] = (QnStroke) { .id = "rest", .duration = 200, .from = 1.1, .to = 1.1, .baths = 1 };
  rate = 0.3 * (1 + 1 / expm1 (1.1 / 0.8));
  u = qn_unravelling_new (&m, NULL, NULL);
  for (guint64 i = 0; i < 200; i++)
    {
      QnTrajectory run;
      double first = NAN, expected;

      qn_trajectory_start (u, 20260102, i, p, &run);
      expected = -log (run.wanted) / rate;
      qn_trajectory_to (u, &run, qn_unravelling_points (u, 0), hear_first, &first);
      g_assert_cmpfloat_with_epsilon (first, expected, 1e-10 * (1 + expected));
    }
}

/* No time step: the probability of no jump at all over a driven stroke is the norm that the ket keeps, found here by ten
 * thousand small steps of Runge and Kutta. */
static void
test_survival (void)
{
  QnMachine m = carnot (qn_qubit_spec (0));
  g_autoptr (QnUnravelling) u = NULL;
  double exact = 0;
  Mean survived = { 0 };
  const double p[2] = { 0, 1 };
  int steps = 10000;

  m.stroke[1].dephasing = 0;
  u = qn_unravelling_new (&m, NULL, NULL);
  for (int i = 0; i < steps; i++)
    {
      double w = 3 - (i + 0.5) / steps; /* from 3 to 2, midpoint rule */

      exact += 0.3 * (1 / expm1 (w / 3) + 1) * 3 / steps;
    }
  exact = exp (-exact);
  for (guint64 i = 0; i < RUNS; i++)
    {
      QnTrajectory run;

      qn_trajectory_start (u, 77, i, p, &run);
      qn_trajectory_to (u, &run, qn_unravelling_points (u, 0), NULL, NULL);
      add (&survived, run.jumps == 0);
    }
  assert_mean ("survival", &survived, exact);
}

static void
test_reproducible (void)
{
  QnMachine m = carnot (qn_qubit_spec (0.8));
  g_autoptr (QnUnravelling) u = qn_unravelling_new (&m, NULL, NULL);
  QnTrajectory a, b;

  for (guint64 i = 0; i < 50; i++)
    {
      qn_trajectory_start (u, 5, i, NULL, &a);
      qn_trajectory_start (u, 5, 49 - i, NULL, &b);
      qn_trajectory_cycle (u, &b);
      qn_trajectory_start (u, 5, i, NULL, &b);
      qn_trajectory_cycle (u, &a);
      qn_trajectory_cycle (u, &b);
      g_assert_cmpmem (&a, sizeof a, &b, sizeof b);
    }
  qn_trajectory_start (u, 5, 0, NULL, &a);
  qn_trajectory_start (u, 6, 0, NULL, &b);
  g_assert_cmpint (memcmp (a.rng, b.rng, sizeof a.rng), !=, 0);
}

/* In halves or at one go: the same run, but for where its rounding falls. */
static void
test_looking (void)
{
  QnMachine m = carnot (qn_qubit_spec (0.8));
  g_autoptr (QnUnravelling) u = qn_unravelling_new (&m, NULL, NULL);
  int points = qn_unravelling_points (u, 0);

  for (guint64 i = 0; i < 500; i++)
    {
      QnTrajectory a, b;
      double pa[QN_MAX_LEVELS], pb[QN_MAX_LEVELS];

      qn_trajectory_start (u, 9, i, NULL, &a);
      b = a;
      qn_trajectory_to (u, &a, points, NULL, NULL);
      for (int k = 1; k <= points; k++)
        qn_trajectory_to (u, &b, k, NULL, NULL);
      g_assert_cmpuint (a.jumps, ==, b.jumps);
      g_assert_cmpfloat_with_epsilon (a.heat[0], b.heat[0], 1e-9);
      qn_trajectory_energy (u, &a, pa);
      qn_trajectory_energy (u, &b, pb);
      g_assert_cmpfloat_with_epsilon (pa[0], pb[0], 1e-9);
    }
}

static void
test_oscillator (void)
{
  QnMachine m = otto (qn_oscillator_spec ());
  g_autoptr (GError) error = NULL;

  g_assert_null (qn_unravelling_new (&m, NULL, &error));
  g_assert_error (error, QN_CORE_ERROR, QN_CORE_ERROR_INVALID);
  g_assert_cmpint (qn_fault_of (error)->quantity, ==, QN_QUANTITY_MEDIUM);
}

static QnMachine
swap_engine (void)
{
  QnMachine m = steady (qn_pair_spec (2, 2, 0.9), 2);

  m.stroke[1] = m.stroke[0];
  m.stroke[1].id = "contact";
  m.stroke[0] = (QnStroke) { .id = "swap", .from = 1, .to = 1, .swap = 0.9 };
  m.n_strokes = 2;
  return m;
}

/* The kets that runs begin in mix to the state asked for, phases and all, within five standard errors. */
static void
test_start_in (void)
{
  QnMachine machine = steady (qn_pair_spec (3, 2, 1), 2);
  g_autoptr (QnUnravelling) u = qn_unravelling_new (&machine, NULL, NULL);
  const double _Complex ket[2][3] = { { 0.6, 0.48 * I, 0.64 * cexp (2 * I) }, { 0.8 * cexp (I), 0.6, 0 } };
  const int at[3] = { 2, 4, 6 }; /* the kets of two quanta */
  double _Complex rho[QN_MAX_LEVELS][QN_MAX_LEVELS] = { { 0 } }, sum[QN_MAX_LEVELS][QN_MAX_LEVELS] = { { 0 } };

  g_assert_nonnull (u);
  rho[0][0] = 0.3;
  for (int i = 0; i < 3; i++)
    for (int j = 0; j < 3; j++)
      rho[at[i]][at[j]] = 0.5 * ket[0][i] * conj (ket[0][j]) + 0.2 * ket[1][i] * conj (ket[1][j]);
  for (int r = 0; r < RUNS; r++)
    {
      QnTrajectory run;

      qn_trajectory_start_in (u, 7, r, rho, &run);
      for (int i = 0; i < 9; i++)
        for (int j = 0; j < 9; j++)
          sum[i][j] += run.ket[i] * conj (run.ket[j]) / RUNS;
    }
  for (int i = 0; i < 9; i++)
    for (int j = 0; j < 9; j++)
      g_assert_cmpfloat (cabs (sum[i][j] - rho[i][j]), <, 5 * 0.5 / sqrt (RUNS));
}

int
main (int argc, char **argv)
{
  const struct
  {
    const char *name;
    QnMachine machine;
  } cases[] = {
    { "qubit", otto (qn_qubit_spec (0)) },
    { "friction", otto (qn_qubit_spec (1.2)) },
    { "isotherms", carnot (qn_qubit_spec (1.2)) },
    { "ladder", carnot (qn_ladder_spec (5, (const double[]) { 1, 0.7, 1.3, 1, 1, 1, 1 }, NULL)) },
    { "two-qubits", otto (qn_two_qubits_spec ((QnTwoQubits) { .exchange = 0.5, .anisotropy = 0.6, .zz = 1, .coupling_ratio = 0.7 })) },
    { "maser", steady (qn_maser_spec (3, 5, 0.4, 0.2), 2) },
    { "junction-local", steady (qn_junction_spec (QN_MODEL_LOCAL, 2, 1.5, 0.3), 2) },
    { "junction-global", steady (qn_junction_spec (QN_MODEL_GLOBAL, 2, 1.5, 0.3), 2) },
    { "three-qubits", steady (qn_three_qubits_spec (QN_MODEL_GLOBAL, 1, 2, 0.3), 3) },
    { "reset", steady (qn_three_qubits_spec (QN_MODEL_RESET, 1, 2, 0.3), 3) },
    { "three-levels", steady (qn_three_levels_spec (1, 2), 3) },
    { "swap", swap_engine () },
  };

  gsl_set_error_handler_off ();
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/trajectory/average/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i].machine, test_average);
    }
  g_test_add_func ("/trajectory/waits", test_waits);
  g_test_add_func ("/trajectory/moment", test_moment);
  g_test_add_func ("/trajectory/survival", test_survival);
  g_test_add_func ("/trajectory/reproducible", test_reproducible);
  g_test_add_func ("/trajectory/looking", test_looking);
  g_test_add_func ("/trajectory/oscillator", test_oscillator);
  g_test_add_func ("/trajectory/start-in", test_start_in);
  return g_test_run ();
}
