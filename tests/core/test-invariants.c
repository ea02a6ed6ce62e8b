/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Limit cycles at the edges: long strokes, none that is unique, hardly any change, closing gaps. What holds for every
 * medium is in test-media.c. */

#include <math.h>
#include <string.h>

#include <gsl/gsl_errno.h>

#include "core/machine/qn-cycle.h"
#include "core/machine/qn-run.h"
#include "core/medium/qn-medium-ladder.h"
#include "core/medium/qn-medium-qubit.h"

/* Readings along the path: the same ends, in the order of time, and of a stroke that is long beside the relaxation more
 * than the two corners: T dS, which is heat where there is no coherence, comes out by trapezes. */
static void
test_path (void)
{
  for (double duration = 1; duration < 1e5; duration *= 10)
    {
      QnMachine machine = {
        .medium = qn_qubit_spec (0), .n_baths = 2, .bath = { { 4, 0.5, 0 }, { 1, 0.5, 0 } }, .n_strokes = 4, .start_temperature = 1,
        .stroke = { { .id = "hot", .duration = duration, .from = 3, .to = 3, .baths = 1 }, { .id = "expansion", .duration = 3, .from = 3, .to = 1.2 },
                    { .id = "cold", .duration = duration, .from = 1.2, .to = 1.2, .baths = 2 }, { .id = "compression", .duration = 3, .from = 1.2, .to = 3 } },
      };
      g_autoptr (QnCycle) cycle = qn_cycle_new (&machine, 1e-11, NULL, NULL);
      QnReading samples[4 * 97];
      double heat = 0;

      g_assert_cmpuint (qn_cycle_path (cycle, 96, samples), ==, G_N_ELEMENTS (samples));
      for (int i = 0; i < 4 * 97; i++)
        {
          g_assert_cmpint (samples[i].stroke, ==, i / 97);
          if (i % 97 == 0)
            g_assert_cmpfloat (samples[i].fraction, ==, 0);
          else
            g_assert_cmpfloat (samples[i].time, >, samples[i - 1].time);
          if (i > 0 && i < 97)
            heat += (samples[i].temperature + samples[i - 1].temperature) / 2 * (samples[i].entropy - samples[i - 1].entropy);
        }
      for (int s = 0; s < 4; s++)
        g_assert_cmpfloat_with_epsilon (samples[97 * s + 96].entropy, qn_cycle_ledger (cycle)->stroke[s].entropy_end, 1e-7);
      g_assert_cmpfloat_with_epsilon (samples[4 * 97 - 1].work_output, qn_cycle_ledger (cycle)->work_output, 1e-8);
      g_assert_cmpfloat_with_epsilon (heat, qn_cycle_ledger (cycle)->stroke[0].heat[QN_HOT], 1e-3 * fabs (heat));
    }
}

/* Without contact nothing picks a state: the time average of the orbit, and said so. */
static void
test_not_unique (void)
{
  QnMachine machine = { .medium = qn_qubit_spec (1), .n_baths = 2, .bath = { { 2, 0, 0 }, { 1, 0, 0 } }, .n_strokes = 2, .start_temperature = 1,
                        .stroke = { { .id = "out", .duration = 1.3, .from = 3, .to = 1 }, { .id = "back", .duration = 0.4, .from = 1, .to = 3 } } };
  g_autoptr (QnCycle) cycle = qn_cycle_new (&machine, 1e-11, NULL, NULL);
  g_autoptr (QnRun) run = qn_run_new (&machine, 4, 1e-11, NULL, NULL);
  const QnLedger *ledger = qn_cycle_ledger (cycle);
  QnReading start, now;
  double mean[3] = { 0 };
  int turns = 20000;

  g_assert_false (ledger->unique);
  g_assert_cmpfloat (ledger->residual_limit_cycle, <, 1e-10);
  qn_cycle_read_start (cycle, &start);
  g_assert_cmpfloat_with_epsilon (start.trace, 1, 1e-12);
  for (int i = 0; i < turns; i++)
    {
      qn_run_read (run, &now);
      for (int k = 0; k < 3; k++)
        mean[k] += now.bloch[k] / turns;
      while (!qn_run_advance (run))
        ;
    }
  for (int k = 0; k < 3; k++)
    g_assert_cmpfloat_with_epsilon (mean[k], start.bloch[k], 10.0 / turns);
}

/* A cycle that hardly does anything still has its own limit cycle: rates add up,
 * p = (rate_h p_h + rate_c p_c)/(rate_h + rate_c). */
static void
test_nearly_identity (void)
{
  for (double tau = 1e-3; tau > 1e-9; tau /= 100)
    {
      QnMachine machine = { .medium = qn_qubit_spec (0), .n_baths = 2, .bath = { { 4, 1e-3, 0 }, { 0.5, 2e-3, 0 } }, .n_strokes = 4, .start_temperature = 1,
                            .stroke = { { .id = "hot", .duration = tau, .from = 2, .to = 2, .baths = 1 }, { .id = "out", .from = 2, .to = 1 },
                                        { .id = "cold", .duration = tau, .from = 1, .to = 1, .baths = 2 }, { .id = "back", .from = 1, .to = 2 } } };
      g_autoptr (QnCycle) cycle = qn_cycle_new (&machine, 1e-11, NULL, NULL);
      double hot = 1e-3 / tanh (2 / 8.0), cold = 2e-3 / tanh (1 / 1.0);
      double p = (hot / (1 + exp (0.5)) + cold / (1 + exp (2.0))) / (hot + cold);
      double heat = hot * tau * (1 / (1 + exp (0.5)) - p) * 2;

      g_assert_true (qn_cycle_ledger (cycle)->unique);
      g_assert_cmpfloat_with_epsilon (qn_cycle_ledger (cycle)->stroke[0].population_end[1], p, 1e-2 * tau + 1e-12);
      g_assert_cmpfloat_with_epsilon (qn_cycle_ledger (cycle)->heat[QN_HOT] / heat, 1, 1e-2 * tau + 1e-7);
    }
}

static void
test_closing_gap (void)
{
  QnMachine machine = { .medium = qn_qubit_spec (0), .n_baths = 1, .bath = { { 1, 0.1, QN_SPECTRUM_BOSONIC } }, .n_strokes = 1, .start_temperature = 1,
                        .stroke = { { .id = "hot", .duration = 1, .from = 0, .to = 0, .baths = 1 } } };

  for (QnSpectrum spectrum = QN_SPECTRUM_BOSONIC; spectrum <= QN_SPECTRUM_FERMIONIC; spectrum++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (QnCycle) cycle = NULL;

      machine.bath[0].spectrum = spectrum;
      cycle = qn_cycle_new (&machine, 1e-10, NULL, &error);
      if (spectrum == QN_SPECTRUM_BOSONIC)
        {
          g_assert_error (error, QN_CORE_ERROR, QN_CORE_ERROR_DIVERGES);
          g_assert_nonnull (strstr (error->message, "ohmic"));
          g_assert_nonnull (strstr (error->message, "fermionic"));
          continue;
        }
      g_assert_no_error (error);
      g_assert_cmpfloat_with_epsilon (qn_cycle_ledger (cycle)->stroke[0].population_end[0], 0.5, 1e-12);
    }
}

/* A qubit's line and its mirror are 2 w apart; a ladder's unequal spacings as far as they differ. */
static void
test_secular_ratio (void)
{
  QnMachine machine = { .medium = qn_qubit_spec (0), .n_baths = 1, .bath = { { 2, 0.1, QN_SPECTRUM_FERMIONIC } }, .n_strokes = 1, .start_temperature = 1,
                        .stroke = { { .id = "hot", .duration = 1, .from = 3, .to = 3, .baths = 1 } } };
  g_autoptr (QnCycle) qubit = qn_cycle_new (&machine, 1e-11, NULL, NULL), ladder = NULL, equal = NULL;

  g_assert_cmpfloat_with_epsilon (qn_cycle_ledger (qubit)->secular_ratio, 2 * 3 / 0.1, 1e-9);
  machine.medium = qn_ladder_spec (3, (const double[]) { 1, 1.01 }, NULL);
  ladder = qn_cycle_new (&machine, 1e-11, NULL, NULL);
  /* X^2 is 1 on the first step and 2 on the second, and down + up = gamma for fermions */
  g_assert_cmpfloat_with_epsilon (qn_cycle_ledger (ladder)->secular_ratio, 3 * 0.01 / 0.2, 1e-9);
  machine.medium = qn_ladder_spec (3, NULL, NULL);
  equal = qn_cycle_new (&machine, 1e-11, NULL, NULL);
  g_assert_cmpfloat_with_epsilon (qn_cycle_ledger (equal)->secular_ratio, 2 * 3 / 0.2, 1e-9);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  gsl_set_error_handler_off ();
  g_test_add_func ("/invariants/path", test_path);
  g_test_add_func ("/invariants/not-unique", test_not_unique);
  g_test_add_func ("/invariants/nearly-identity", test_nearly_identity);
  g_test_add_func ("/invariants/closing-gap", test_closing_gap);
  g_test_add_func ("/invariants/secular-ratio", test_secular_ratio);
  return g_test_run ();
}
