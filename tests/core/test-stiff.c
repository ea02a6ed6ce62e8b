/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Contacts much faster than their strokes: collocation against Magnus steps, and the limits that are known in closed form. */

#include <math.h>
#include <string.h>

#include <gsl/gsl_errno.h>

#include "core/linear/qn-magnus.h"
#include "core/linear/qn-radau.h"
#include "core/machine/qn-cycle.h"
#include "core/machine/qn-quasi-static.h"
#include "core/medium/qn-medium-ladder.h"
#include "core/medium/qn-medium-oscillator.h"
#include "core/medium/qn-medium-qubit.h"
#include "core/medium/qn-medium-two-qubits.h"
#include "../random-numbers.h"

#define SEED 20311

/* Rates between D - 2 levels and one coherence that they damp, all of them moving; the row is some current. */
enum { D = 5, N = 3 };

typedef struct
{
  double rate[N][N], change[N][N], damping, turning;
} Moving;

static gboolean
moving_generator (gconstpointer data, double s, double *G, double *r, GError **error)
{
  const Moving *m = data;

  memset (G, 0, sizeof (double) * D * D);
  memset (r, 0, sizeof (double) * D);
  for (int i = 0; i < N; i++)
    for (int j = 0; j < N; j++)
      if (i != j)
        {
          double rate = m->rate[i][j] * (1 + m->change[i][j] * sin (1 + s));

          G[i * D + j] += rate;
          G[j * D + j] -= rate;
          r[j] += rate * (i - j) * (1 + s);
        }
  for (int i = 0; i < 2; i++)
    {
      G[(N + i) * D + N + i] = -m->damping;
      G[(N + i) * D + N + 1 - i] = i ? m->turning * (1 + s) : -m->turning * (1 + s);
      G[(N + i) * D] = m->change[i][2];
    }
  return TRUE;
}

static void
never_stuck (gconstpointer data, double tolerance, GError **error)
{
  g_error ("stuck at %g", tolerance);
}

static void
test_against_magnus (void)
{
  g_autoptr (GRand) rand = test_rand (SEED);

  for (int n = 0; n < 40; n++)
    {
      Moving m = { .damping = log_uniform (rand, 1, 300), .turning = log_uniform (rand, 0.1, 30) };
      QnMovingFlow flow = { D, 1, log_uniform (rand, 0.3, 3), moving_generator, never_stuck, &m };
      double K[2][D * D] = { { 0 } }, R[2][D] = { { 0 } };

      for (int i = 0; i < N; i++)
        for (int j = 0; j < N; j++)
          {
            m.rate[i][j] = log_uniform (rand, 0.1, 300);
            m.change[i][j] = uniform (rand, -0.9, 0.9);
          }
      g_assert_true (qn_magnus (&flow, 0, 1, 1e-11, K[0], R[0], NULL));
      g_assert_true (qn_radau (&flow, N, 0, 1, 1e-11, K[1], R[1], NULL));
      for (int i = 0; i < D * D; i++)
        g_assert_cmpfloat_with_epsilon (K[0][i], K[1][i], 1e-10);
      for (int i = 0; i < D; i++)
        g_assert_cmpfloat_with_epsilon (R[0][i], R[1][i], 1e-10 * (1 + fabs (R[0][i])));
      for (int j = 0; j < D; j++)
        g_assert_cmpfloat_with_epsilon (K[1][j] + K[1][D + j] + K[1][2 * D + j], 0, 1e-13);
    }
}

static QnMachine
stirling (QnMediumSpec medium, double coupling, double duration)
{
  QnMachine machine = { .medium = medium, .n_baths = 2, .bath = { { 2, coupling, 0 }, { 1, coupling, 0 } }, .n_strokes = 4, .start_temperature = 1 };
  double w[4] = { 3, 1.5, 1.5, 3 };

  for (int i = 0; i < 4; i++)
    machine.stroke[i] = (QnStroke) { .id = "stroke", .duration = duration, .from = w[i], .to = w[(i + 1) % 4], .baths = i < 1 || i > 2 ? 1u << QN_HOT : 1u << QN_COLD };
  return machine;
}

/* The lag behind equilibrium is one over rate and duration: work and heat go to -dF and T dS as fast, for every medium. */
static void
test_isotherms (void)
{
  const QnMediumSpec media[] = {
    qn_qubit_spec (0),
    qn_qubit_spec (1),
    qn_ladder_spec (5, (double[]) { 1, 1.3, 0.8, 1 }, NULL),
    qn_oscillator_spec (),
    qn_two_qubits_spec ((QnTwoQubits) { .exchange = 0.2, .anisotropy = 0.4, .zz = 1, .coupling_ratio = 0.7 }),
  };

  for (gsize i = 0; i < G_N_ELEMENTS (media); i++)
    for (double fast = 1e3; fast < 1e13; fast *= 100)
      {
        QnMachine machine = stirling (media[i], MIN (fast, 1e6), MAX (1, fast / 1e6));
        g_autoptr (GError) error = NULL;
        g_autoptr (QnCycle) cycle = qn_cycle_new (&machine, 1e-11, NULL, &error);
        static QnReading reading[4 * 9];
        QnLedger still;

        g_assert_no_error (error);
        g_assert_cmpuint (qn_quasi_static_cycle (&machine, 8, NULL, reading, &still, NULL), ==, 36);
        for (int k = 0; k < 2; k++)
          g_assert_cmpfloat_with_epsilon (qn_cycle_ledger (cycle)->heat[k], still.heat[k], 200 / fast + 1e-9);
        g_assert_cmpfloat_with_epsilon (qn_cycle_ledger (cycle)->work_output, still.work_output, 200 / fast + 1e-9);
        g_assert_cmpfloat (fabs (qn_cycle_ledger (cycle)->residual_first_law), <, 1e-9);
        g_assert_cmpfloat (qn_cycle_ledger (cycle)->residual_trace, <, 1e-11);
      }
}

/* Contacts at rest forget all: the efficiency of Otto's cycle is 1 - w_c/w_h to the last digits. */
static void
test_otto (void)
{
  for (double fast = 1; fast < 1e13; fast *= 10)
    {
      QnMachine machine = stirling (qn_qubit_spec (0), MIN (fast, 1e6), 20 * MAX (1, fast / 1e6));
      double w[4] = { 3, 3, 1.2, 1.2 }, p;
      g_autoptr (QnCycle) cycle = NULL;
      const QnLedger *ledger;

      for (int i = 0; i < 4; i++)
        {
          machine.stroke[i].from = w[i];
          machine.stroke[i].to = w[(i + 1) % 4];
          machine.stroke[i].baths = i % 2 ? 0 : 1u << (i / 2);
        }
      cycle = qn_cycle_new (&machine, 1e-11, NULL, NULL);
      ledger = qn_cycle_ledger (cycle);
      p = 1 / (1 + exp (1.5)) - 1 / (1 + exp (1.2));
      g_assert_cmpfloat_with_epsilon (ledger->work_output / ledger->heat[QN_HOT], 0.6, 1e-13);
      g_assert_cmpfloat_with_epsilon (ledger->work_output, 1.8 * p, 1e-13);
    }
}

/* Work of a frictional cycle falls as its couplings do: rates add up, and the drives are not to add any. */
static void
test_weak (void)
{
  double last = 0;

  for (double coupling = 1e-4; coupling > 1e-10; coupling /= 10)
    {
      QnMachine machine = stirling (qn_qubit_spec (1), coupling, 1);
      g_autoptr (QnCycle) cycle = NULL;
      double ratio;

      for (int i = 0; i < 4; i++)
        {
          double w[4] = { 3, 3, 1.2, 1.2 };

          machine.stroke[i].from = w[i];
          machine.stroke[i].to = w[(i + 1) % 4];
          machine.stroke[i].baths = i % 2 ? 0 : 1u << (i / 2);
        }
      cycle = qn_cycle_new (&machine, 1e-11, NULL, NULL);
      ratio = qn_cycle_ledger (cycle)->work_output / coupling;
      if (last != 0)
        g_assert_cmpfloat_with_epsilon (ratio / last, 1, 20 * coupling + 1e-15 / coupling);
      last = ratio;
    }
}

/* --- What takes too many steps ------------------------------------------- */

typedef struct
{
  double from, to; /* the field along z, beside 1 along x */
  int calls;
} Turning;

static gboolean
turning (gconstpointer data, double s, double *G, double *r, GError **error)
{
  Turning *t = (gpointer) data;
  double w = t->from + (t->to - t->from) * s;
  const double field[9] = { 0, -w, 0, w, 0, -1, 0, 1, 0 };

  memcpy (G, field, sizeof field);
  memset (r, 0, sizeof *r * 3);
  t->calls++;
  return TRUE;
}

static void
too_many (gconstpointer data, double tolerance, GError **error)
{
  g_set_error (error, QN_CORE_ERROR, QN_CORE_ERROR_NO_PROGRESS, "too many");
}

/* Is refused before it has been tried; what begins far faster than it ends is not, however slowly it begins. */
static void
test_too_many_steps (void)
{
  Turning hopeless = { 3, 1.2, 0 }, braking = { 3e4, 0, 0 };
  QnMovingFlow flow = { 3, 1, 1e7, turning, too_many, &hopeless };
  double K[9] = { 0 }, R[3] = { 0 }, most = 0;
  g_autoptr (GError) error = NULL;

  g_assert_false (qn_magnus (&flow, 0, 1, 1e-12, K, R, &error));
  g_assert_error (error, QN_CORE_ERROR, QN_CORE_ERROR_NO_PROGRESS);
  g_assert_cmpint (hopeless.calls, <, 50000);
  flow.duration = 3;
  flow.data = &braking;
  memset (K, 0, sizeof K);
  g_assert_true (qn_magnus (&flow, 0, 1, 1e-12, K, R, NULL));
  g_assert_cmpint (braking.calls, >, 50000);
  for (int i = 0; i < 3; i++)
    K[4 * i] += 1;
  for (int i = 0; i < 9; i++)
    {
      double product = 0;

      for (int k = 0; k < 3; k++)
        product += K[i / 3 * 3 + k] * K[i % 3 * 3 + k];
      most = MAX (most, fabs (product - (i % 4 == 0)));
    }
  g_assert_cmpfloat (most, <, 1e-9);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  gsl_set_error_handler_off ();
  g_test_add_func ("/stiff/against-magnus", test_against_magnus);
  g_test_add_func ("/stiff/isotherms", test_isotherms);
  g_test_add_func ("/stiff/otto", test_otto);
  g_test_add_func ("/stiff/weak", test_weak);
  g_test_add_func ("/stiff/too-many-steps", test_too_many_steps);
  return g_test_run ();
}
