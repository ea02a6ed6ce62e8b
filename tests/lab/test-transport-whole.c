/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Two coupled qubits beside their master equation with all 16 matrix elements, jump operators as they stand on the page: steady
 * state, transient, heat and power by either book. */

#include <math.h>

#include <gsl/gsl_errno.h>

#include "core/machine/qn-run.h"
#include "core/medium/qn-parts.h"
#include "lab-test.h"
#include "whole.h"
#include "../random-numbers.h"

static const char *const end[] = { [QN_HOT] = "hot", [QN_COLD] = "cold" };

static int
bit_of (int k)
{
  return k == QN_HOT ? 2 : 1; /* |left right> */
}

/* H, F and the levels of H. */
static void
whole_hamiltonian (Whole *w, const QnMachine *m)
{
  const QnParts *parts = qn_parts (&m->medium);
  double left = parts->energy[QN_HOT], right = parts->energy[QN_COLD], g = parts->interaction;
  double split = sqrt (4 * g * g + (left - right) * (left - right)), norm;

  w->n = 4;
  w->H[1][1] = w->F[1][1] = right;
  w->H[2][2] = w->F[2][2] = left;
  w->H[3][3] = w->F[3][3] = w->E[3] = left + right;
  w->H[1][2] = w->H[2][1] = g;
  w->E[1] = (left + right - split) / 2;
  w->E[2] = (left + right + split) / 2;
  w->ket[0][0] = w->ket[3][3] = 1;
  norm = hypot (g, w->E[2] - right);
  w->ket[1][2] = w->ket[2][1] = g / norm;
  w->ket[2][2] = (w->E[2] - right) / norm;
  w->ket[1][1] = -w->ket[2][2];
}

static Whole *
whole_new (const QnMachine *m)
{
  Whole *w = g_new0 (Whole, 1);

  w->n_baths = 2;
  whole_hamiltonian (w, m);
  for (int k = 0; k < 2; k++)
    {
      WholeMatrix lower = { { 0 } }, X = { { 0 } };

      for (int i = 0; i < 4; i++)
        {
          X[i][i ^ bit_of (k)] = 1;
          lower[i & ~bit_of (k)][i] = !!(i & bit_of (k));
        }
      if (qn_parts (&m->medium)->model == QN_MODEL_GLOBAL)
        whole_add_davies (w, k, &m->bath[k], X);
      else
        whole_add_quanta (w, k, &m->bath[k], qn_parts (&m->medium)->energy[k], lower);
    }
  return w;
}

/* A random machine whose levels do not cross. */
static void
random_machine (GRand *rand, int turn, QnMachine *m)
{
  QnExperiment e;

  e = lab_load ("transport", NULL);
  for (int k = 0; k < 2; k++)
    {
      g_autofree char *temperature = g_strconcat (end[k], ".temperature", NULL), *coupling = g_strconcat (end[k], ".coupling", NULL);

      lab_set (&e, temperature, log_uniform (rand, 0.3, 10));
      lab_set (&e, coupling, log_uniform (rand, 0.01, 2));
    }
  lab_set (&e, "spacing.left", uniform (rand, 0.5, 4));
  lab_set (&e, "spacing.right", turn % 5 == 4 ? qn_experiment_get (&e, "spacing.left") : uniform (rand, 0.5, 4));
  lab_set (&e, "medium.coupling", turn % 7 == 6 ? 5 : uniform (rand, 0.02, 0.4)); /* 5: beyond the crossing */
  lab_set (&e, "model", turn % 2);
  lab_set (&e, "bath.spectrum", turn / 2 % 3);
  *m = lab_machine (&e);
}

static void
test_steady (void)
{
  g_autoptr (GRand) rand = test_rand (20306);

  for (int turn = 0; turn < 60; turn++)
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
    }
}

static void
test_transient (void)
{
  g_autoptr (GRand) rand = test_rand (20307);

  for (int turn = 0; turn < 12; turn++)
    {
      QnMachine m;
      QnReading got;
      WholeMatrix rho;
      double heat[2] = { 0 };
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
          for (int k = 0; k < 2; k++)
            g_assert_cmpfloat_with_epsilon (got.heat[k], heat[k], 1e-9);
        }
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  gsl_set_error_handler_off ();
  g_test_add_func ("/transport-whole/steady", test_steady);
  g_test_add_func ("/transport-whole/transient", test_transient);
  return g_test_run ();
}
