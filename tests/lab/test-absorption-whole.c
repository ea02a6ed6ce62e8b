/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The absorption refrigerator beside its master equation with all 64 matrix elements, jump operators as they stand on the
 * page: steady state, transient, heat by either book. */

#include <math.h>

#include <gsl/gsl_errno.h>

#include "core/machine/qn-run.h"
#include "core/medium/qn-parts.h"
#include "lab-test.h"
#include "whole.h"
#include "../random-numbers.h"

static const char *const end[] = { [QN_HOT] = "hot", [QN_COLD] = "cold", [QN_THIRD] = "work" };

static int
bit_of (int k)
{
  return k == QN_COLD ? 4 : k == QN_HOT ? 2 : 1;
}

static void
add_reset (Whole *w, int k, const QnBath *bath, double spacing)
{
  double up = 1 / (exp (spacing / bath->temperature) + 1);

  for (int to = 0; to < 2; to++)
    for (int from = 0; from < 2; from++)
      {
        WholeMatrix A = { { 0 } };

        for (int i = 0; i < 8; i++)
          if (!(i & bit_of (k)) == !from)
            A[to ? i | bit_of (k) : i & ~bit_of (k)][i] = 1;
        whole_add_jump (w, k, bath->coupling * (to ? up : 1 - up), A, FALSE);
      }
}

/* H, F and the levels of H. */
static void
whole_hamiltonian (Whole *w, const QnMachine *m)
{
  const QnParts *parts = qn_parts (&m->medium);
  double cold = parts->energy[QN_COLD], work = parts->energy[QN_THIRD], g = parts->interaction;
  gboolean qubits = m->medium.klass == &qn_medium_three_qubits;

  w->n = qubits ? 8 : 3;
  for (int i = 0; i < w->n; i++)
    {
      w->E[i] = qubits ? cold * (i >> 2) + (cold + work) * (i >> 1 & 1) + work * (i & 1) : (i > 0) * cold + (i > 1) * work;
      w->H[i][i] = w->F[i][i] = w->E[i];
      w->ket[i][i] = 1;
    }
  if (!qubits)
    return;
  w->H[2][5] = w->H[5][2] = g;
  w->E[2] = cold + work + g;
  w->E[5] = cold + work - g;
  w->ket[2][2] = w->ket[5][2] = w->ket[2][5] = M_SQRT1_2;
  w->ket[5][5] = -M_SQRT1_2;
}

static Whole *
whole_new (const QnMachine *m)
{
  static const int low[] = { [QN_HOT] = 0, [QN_COLD] = 0, [QN_THIRD] = 1 }, high[] = { [QN_HOT] = 2, [QN_COLD] = 1, [QN_THIRD] = 2 };
  Whole *w = g_new0 (Whole, 1);

  w->n_baths = 3;
  whole_hamiltonian (w, m);
  for (int k = 0; k < 3; k++)
    {
      WholeMatrix lower = { { 0 } }, X = { { 0 } };

      if (w->n == 3)
        X[low[k]][high[k]] = X[high[k]][low[k]] = 1;
      for (int i = 0; w->n == 8 && i < 8; i++)
        {
          X[i][i ^ bit_of (k)] = 1;
          lower[i & ~bit_of (k)][i] = !!(i & bit_of (k));
        }
      if (w->n == 3 || qn_parts (&m->medium)->model == QN_MODEL_GLOBAL)
        whole_add_davies (w, k, &m->bath[k], X);
      else if (qn_parts (&m->medium)->model == QN_MODEL_LOCAL)
        whole_add_quanta (w, k, &m->bath[k], qn_parts (&m->medium)->energy[k], lower);
      else
        add_reset (w, k, &m->bath[k], qn_parts (&m->medium)->energy[k]);
    }
  return w;
}

/* A random machine whose levels do not cross. */
static void
random_machine (GRand *rand, int turn, QnMachine *m)
{
  QnExperiment e;

  e = lab_load ("absorption", NULL);
  for (int k = 0; k < 3; k++)
    {
      g_autofree char *temperature = g_strconcat (end[k], ".temperature", NULL), *coupling = g_strconcat (end[k], ".coupling", NULL);

      lab_set (&e, temperature, log_uniform (rand, 0.3, 10));
      lab_set (&e, coupling, log_uniform (rand, 0.01, 2));
    }
  lab_set (&e, "spacing.cold", uniform (rand, 0.5, 4));
  lab_set (&e, "spacing.work", uniform (rand, 0.5, 4));
  lab_set (&e, "medium.interaction", uniform (rand, 0.02, 0.4));
  lab_set (&e, "model", turn % 3);
  lab_set (&e, "bath.spectrum", turn / 3 % 3);
  lab_set (&e, "medium.kind", turn % 7 == 6);
  *m = lab_machine (&e);
}

static void
test_steady (void)
{
  g_autoptr (GRand) rand = test_rand (20286);

  for (int turn = 0; turn < 28; turn++)
    {
      QnMachine m;
      QnReading got;
      WholeMatrix rho;
      g_autoptr (QnCycle) cycle = NULL;
      g_autofree Whole *w = NULL;

      random_machine (rand, turn, &m);
      cycle = qn_cycle_new (&m, QN_TOLERANCE, NULL, NULL);
      g_assert_nonnull (cycle);
      g_assert_true (qn_cycle_ledger (cycle)->unique);
      qn_cycle_read_start (cycle, &got);
      w = whole_new (&m);
      whole_steady_state (w, rho);
      whole_assert_state (w, &m, &got, rho, 1e-10);
      g_assert_cmpfloat_with_epsilon (got.bare_power, 0, 1e-10);
    }
}

static void
test_transient (void)
{
  g_autoptr (GRand) rand = test_rand (20287);

  for (int turn = 0; turn < 7; turn++)
    {
      QnMachine m;
      QnReading got;
      WholeMatrix rho;
      double heat[3] = { 0 };
      g_autoptr (QnRun) run = NULL;
      g_autofree Whole *w = NULL;

      random_machine (rand, turn, &m);
      m.stroke[0].duration = 20;
      run = qn_run_new (&m, 10, QN_TOLERANCE, NULL, NULL);
      w = whole_new (&m);
      whole_thermal (w, &m, rho);
      for (int step = 0; step < 3; step++)
        {
          qn_run_advance (run);
          for (int i = 0; i < 20; i++)
            whole_taylor_step (w, 0.1, rho, heat);
          qn_run_read (run, &got);
          whole_assert_state (w, &m, &got, rho, 1e-9);
          for (int k = 0; k < 3; k++)
            {
              g_assert_cmpfloat_with_epsilon (got.heat[k], heat[k], 1e-9);
              g_assert_cmpfloat_with_epsilon (got.bare_power, 0, 1e-9);
              if (qn_parts (&m.medium)->model != QN_MODEL_GLOBAL) /* <V> stays zero on the way, too */
                g_assert_cmpfloat_with_epsilon (got.current[k], got.bare_current[k], 1e-12);
            }
        }
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  gsl_set_error_handler_off ();
  g_test_add_func ("/absorption-whole/steady", test_steady);
  g_test_add_func ("/absorption-whole/transient", test_transient);
  return g_test_run ();
}
