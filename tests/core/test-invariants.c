/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What holds for every machine: both laws, trace, positivity, the Carnot bound, agreement of
 * the limit cycle with the machine that runs, and of every step size with a smaller one. */

#include <math.h>
#include <string.h>

#include <gsl/gsl_errno.h>

#include "core/machine/qn-cycle.h"
#include "core/medium/qn-medium.h"
#include "../random-numbers.h"

#define SEED 20267
#define MACHINES 1500
#define LAW 1e-10 /* of the largest energy in play, or nats */

static QnMediumSpec
random_medium (GRand *rand)
{
  QnMediumSpec medium = { .kind = g_rand_int_range (rand, 0, 3), .levels = 2 };

  if (medium.kind == QN_MEDIUM_QUBIT)
    medium.tunnelling = g_rand_boolean (rand) ? uniform (rand, 0.05, 3) : 0;
  else
    medium.levels = g_rand_int_range (rand, 2, QN_MAX_LADDER + 1);
  for (int i = 0; i < QN_MAX_LADDER - 1; i++)
    medium.spacing[i] = g_rand_boolean (rand) ? 1 : uniform (rand, 0.3, 2);
  return medium;
}

/* Otto or Carnot, either way round, with any drive. */
static QnMachine
random_machine (GRand *rand)
{
  double w[4] = { uniform (rand, 0.5, 5), 0, uniform (rand, 0.3, 4), 0 };
  gboolean isotherms = g_rand_boolean (rand);
  QnMachine machine = { .medium = random_medium (rand), .n_baths = 2, .n_strokes = 4 };

  w[1] = isotherms ? w[0] * uniform (rand, 0.4, 2) : w[0];
  w[3] = isotherms ? w[2] * uniform (rand, 0.4, 2) : w[2];
  for (int k = 0; k < 2; k++)
    machine.bath[k] = (QnBath) { log_uniform (rand, 0.2, 8), log_uniform (rand, 1e-3, 1), g_rand_int_range (rand, 0, 3) };
  for (int i = 0; i < 4; i++)
    machine.stroke[i] = (QnStroke) {
      .id = "stroke", .from = w[i], .to = w[(i + 1) % 4], .baths = i % 2 ? 0 : 1u << (i / 2),
      .duration = g_rand_int_range (rand, 0, 8) ? log_uniform (rand, 0.05, 20) : 0,
      .shape = i % 2 ? g_rand_int_range (rand, 0, 4) : QN_RAMP_LINEAR,
      .counterdiabatic = g_rand_int_range (rand, 0, 3) == 0, .dephasing = i % 2 && g_rand_boolean (rand) ? uniform (rand, 0, 3) : 0,
    };
  machine.start_temperature = machine.bath[QN_COLD].temperature;
  return machine;
}

static void
assert_carnot_bound (const QnMachine *machine, const QnLedger *ledger)
{
  double Th = machine->bath[QN_HOT].temperature, Tc = machine->bath[QN_COLD].temperature, Qh = ledger->heat[QN_HOT], Qc = ledger->heat[QN_COLD];

  if (Th < Tc)
    {
      double t = Th, q = Qh;

      Th = Tc;
      Tc = t;
      Qh = Qc;
      Qc = q;
    }
  switch (qn_mode (Qh, Qc, ledger->work_output, ledger->energy_scale))
    {
    case QN_MODE_ENGINE:
      g_assert_cmpfloat (ledger->work_output, <=, (1 - Tc / Th) * Qh + LAW * ledger->energy_scale);
      break;
    case QN_MODE_REFRIGERATOR:
      g_assert_cmpfloat (Qc * (Th - Tc), <=, -ledger->work_output * Tc + LAW * ledger->energy_scale * Th);
      break;
    case QN_MODE_IMPOSSIBLE:
      /* only residuals of a machine that does nothing may look so */
      g_assert_cmpfloat (fabs (ledger->work_output) + fabs (Qh) + fabs (Qc), <, LAW * ledger->energy_scale);
      break;
    case QN_MODE_IDLE:
    case QN_MODE_ACCELERATOR:
    case QN_MODE_HEATER:
    default:
      break;
    }
}

static void
test_laws (void)
{
  g_autoptr (GRand) rand = test_rand (SEED);

  for (int i = 0; i < MACHINES; i++)
    {
      QnMachine machine = random_machine (rand);
      g_autoptr (GError) error = NULL;
      g_autoptr (QnCycle) cycle = qn_cycle_new (&machine, 1e-11, &error);
      const QnLedger *ledger;

      g_assert_no_error (error);
      ledger = qn_cycle_ledger (cycle);
      g_assert_cmpfloat (fabs (ledger->residual_first_law), <, LAW * ledger->energy_scale);
      g_assert_cmpfloat (ledger->residual_trace, <, LAW);
      g_assert_cmpfloat (ledger->residual_limit_cycle, <, LAW);
      g_assert_cmpfloat (ledger->min_eigenvalue, >, -LAW);
      g_assert_cmpfloat (ledger->entropy_production, >, -LAW * ledger->energy_scale / MIN (machine.bath[0].temperature, machine.bath[1].temperature) - LAW);
      assert_carnot_bound (&machine, ledger);
    }
}

/* The machine that runs settles on the limit cycle that was solved for. */
static void
test_run_settles (void)
{
  g_autoptr (GRand) rand = test_rand (SEED + 1);

  for (int i = 0; i < 60; i++)
    {
      QnMachine machine = random_machine (rand);
      g_autoptr (QnCycle) cycle = NULL;
      g_autoptr (QnRun) run = NULL;
      QnRunLedger books = { .distance = 1 };
      const QnLedger *ledger;

      machine.bath[0].coupling = machine.bath[1].coupling = 0.5;
      machine.stroke[0].duration = machine.stroke[2].duration = 10;
      cycle = qn_cycle_new (&machine, 1e-11, NULL);
      run = qn_run_new (&machine, 12, 1e-11, NULL);
      ledger = qn_cycle_ledger (cycle);
      for (int turn = 0; turn < 400 && books.distance > 1e-11; turn++)
        {
          while (!qn_run_advance (run))
            ;
          g_assert_true (qn_run_last_cycle (run, &books));
        }
      g_assert_cmpfloat (books.distance, <, 1e-10);
      g_assert_cmpfloat_with_epsilon (books.work_output, ledger->work_output, 1e-8 * ledger->energy_scale);
      g_assert_cmpfloat_with_epsilon (books.heat[QN_HOT], ledger->heat[QN_HOT], 1e-8 * ledger->energy_scale);
      g_assert_cmpfloat_with_epsilon (books.entropy_production, ledger->entropy_production, 1e-7);
    }
}

static void
test_samples_match_ledger (void)
{
  g_autoptr (GRand) rand = test_rand (SEED + 2);

  for (int i = 0; i < 100; i++)
    {
      QnMachine machine = random_machine (rand);
      g_autoptr (QnCycle) cycle = qn_cycle_new (&machine, 1e-11, NULL);
      const QnLedger *ledger = qn_cycle_ledger (cycle);
      QnReading samples[4 * 9];
      double work = 0;

      g_assert_cmpuint (qn_cycle_readings (cycle, 8, samples), ==, G_N_ELEMENTS (samples));
      for (int s = 0; s < 4; s++)
        {
          const QnReading *end = &samples[9 * s + 8];

          work += ledger->stroke[s].work_output;
          g_assert_cmpint (end->stroke, ==, s);
          g_assert_cmpfloat_with_epsilon (end->energy, ledger->stroke[s].energy_end, 1e-8 * ledger->energy_scale);
          g_assert_cmpfloat_with_epsilon (end->work_output, work, 1e-8 * ledger->energy_scale);
          g_assert_cmpfloat_with_epsilon (end->entropy, ledger->stroke[s].entropy_end, 1e-7);
        }
    }
}

/* Readings along the path: the same ends, in the order of time, and of a stroke that is long beside the relaxation more
 * than the two corners: T dS, which is heat where there is no coherence, comes out by trapezes. */
static void
test_path (void)
{
  for (double duration = 1; duration < 1e5; duration *= 10)
    {
      QnMachine machine = {
        .medium = { .kind = QN_MEDIUM_QUBIT, .levels = 2 }, .n_baths = 2, .bath = { { 4, 0.5, 0 }, { 1, 0.5, 0 } }, .n_strokes = 4, .start_temperature = 1,
        .stroke = { { .id = "hot", .duration = duration, .from = 3, .to = 3, .baths = 1 }, { .id = "expansion", .duration = 3, .from = 3, .to = 1.2 },
                    { .id = "cold", .duration = duration, .from = 1.2, .to = 1.2, .baths = 2 }, { .id = "compression", .duration = 3, .from = 1.2, .to = 3 } },
      };
      g_autoptr (QnCycle) cycle = qn_cycle_new (&machine, 1e-11, NULL);
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

/* What was asked for is what comes out: against a run a thousand times stricter. */
static void
test_tolerance (void)
{
  g_autoptr (GRand) rand = test_rand (SEED + 3);

  for (int i = 0; i < 150; i++)
    {
      QnMachine machine = random_machine (rand);
      g_autoptr (QnCycle) exact = qn_cycle_new (&machine, 1e-13, NULL);
      const QnLedger *best = qn_cycle_ledger (exact);

      for (double tolerance = 1e-6; tolerance > 1e-11; tolerance /= 100)
        {
          g_autoptr (QnCycle) cycle = qn_cycle_new (&machine, tolerance, NULL);
          const QnLedger *ledger = qn_cycle_ledger (cycle);

          for (int s = 0; s < 4; s++)
            {
              const double *K = &best->stroke[s].work_output, *L = &ledger->stroke[s].work_output;

              /* the fixed point magnifies an error of the maps by 1/(1 - slowest eigenvalue) at most */
              if (best->residual_limit_cycle < 1e-13 && machine.bath[0].coupling * machine.stroke[0].duration > 0.5)
                g_assert_cmpfloat_with_epsilon (*L, *K, 2 * tolerance * best->energy_scale);
            }
        }
    }
}

/* Heated for ever at fixed control, every medium ends in the Gibbs state of H, whatever the spectrum. */
static void
test_gibbs_is_stationary (void)
{
  g_autoptr (GRand) rand = test_rand (SEED + 4);

  for (int i = 0; i < 600; i++)
    {
      QnMediumSpec spec = random_medium (rand);
      QnMedium medium;
      QnMachine machine = { .medium = spec, .n_baths = 1, .bath = { { log_uniform (rand, 0.1, 10), 1, i % 3 } } };
      QnStroke stroke = { .baths = 1, .from = uniform (rand, 0.3, 4), .to = 1, .duration = 1 };
      double x[QN_MAX_STATE], flow, *G = g_new (double, QN_MAX_STATE * QN_MAX_STATE), rows[QN_N_ROWS * QN_MAX_STATE];

      qn_medium_init (&medium, &spec, TRUE);
      qn_medium_gibbs (&medium, stroke.from, machine.bath[0].temperature, x);
      g_assert_true (qn_medium_generator (&medium, &machine, &stroke, stroke.from, 0, G, rows, NULL));
      for (int a = 0; a < medium.d; a++)
        {
          flow = 0;
          for (int b = 0; b < medium.d; b++)
            flow += G[a * medium.d + b] * x[b];
          g_assert_cmpfloat (fabs (flow), <, 1e-10 * (1 + fabs (G[a * medium.d + a])));
        }
      /* the trap: operators of another control do not leave it alone */
      if (spec.kind == QN_MEDIUM_QUBIT && spec.tunnelling > 0.3)
        {
          double worst = 0;

          g_assert_true (qn_medium_generator (&medium, &machine, &stroke, stroke.from + 2, 0, G, rows, NULL));
          for (int a = 0; a < medium.d; a++)
            {
              flow = 0;
              for (int b = 0; b < medium.d; b++)
                flow += G[a * medium.d + b] * x[b];
              worst = MAX (worst, fabs (flow));
            }
          g_assert_cmpfloat (worst, >, 1e-5);
        }
      qn_medium_clear (&medium);
      g_free (G);
    }
}

/* Without contact nothing picks a state: the time average of the orbit, and said so. */
static void
test_not_unique (void)
{
  QnMachine machine = { .medium = { .kind = QN_MEDIUM_QUBIT, .levels = 2, .tunnelling = 1 }, .n_baths = 2, .bath = { { 2, 0, 0 }, { 1, 0, 0 } }, .n_strokes = 2, .start_temperature = 1,
                        .stroke = { { .id = "out", .duration = 1.3, .from = 3, .to = 1 }, { .id = "back", .duration = 0.4, .from = 1, .to = 3 } } };
  g_autoptr (QnCycle) cycle = qn_cycle_new (&machine, 1e-11, NULL);
  g_autoptr (QnRun) run = qn_run_new (&machine, 4, 1e-11, NULL);
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
      QnMachine machine = { .medium = { .kind = QN_MEDIUM_QUBIT, .levels = 2 }, .n_baths = 2, .bath = { { 4, 1e-3, 0 }, { 0.5, 2e-3, 0 } }, .n_strokes = 4, .start_temperature = 1,
                            .stroke = { { .id = "hot", .duration = tau, .from = 2, .to = 2, .baths = 1 }, { .id = "out", .from = 2, .to = 1 },
                                        { .id = "cold", .duration = tau, .from = 1, .to = 1, .baths = 2 }, { .id = "back", .from = 1, .to = 2 } } };
      g_autoptr (QnCycle) cycle = qn_cycle_new (&machine, 1e-11, NULL);
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
  QnMachine machine = { .medium = { .kind = QN_MEDIUM_QUBIT, .levels = 2 }, .n_baths = 1, .bath = { { 1, 0.1, QN_SPECTRUM_BOSONIC } }, .n_strokes = 1, .start_temperature = 1,
                        .stroke = { { .id = "hot", .duration = 1, .from = 0, .to = 0, .baths = 1 } } };

  for (QnSpectrum spectrum = QN_SPECTRUM_BOSONIC; spectrum <= QN_SPECTRUM_FERMIONIC; spectrum++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (QnCycle) cycle = NULL;

      machine.bath[0].spectrum = spectrum;
      cycle = qn_cycle_new (&machine, 1e-10, &error);
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

/* A hand on the control in mid-stroke: the state stays, the energy step is work, the books still close. */
static void
test_disturbed (void)
{
  g_autoptr (GRand) rand = test_rand (SEED + 5);

  for (int i = 0; i < 200; i++)
    {
      QnMachine machine = random_machine (rand), other;
      g_autoptr (QnRun) run = qn_run_new (&machine, 20, 1e-11, NULL);
      QnReading before, after, start;
      QnRunLedger books;
      double change;

      for (int k = g_rand_int_range (rand, 1, 200); k > 0; k--)
        qn_run_advance (run);
      while (!qn_run_advance (run))
        ;
      qn_run_read (run, &start);
      for (int k = g_rand_int_range (rand, 1, 15); k > 0; k--)
        qn_run_advance (run);
      qn_run_read (run, &before);
      other = machine;
      for (int s = 0; s < 4; s++)
        {
          other.stroke[s].from *= 1.3;
          other.stroke[s].to *= 1.3;
        }
      if (machine.medium.kind == QN_MEDIUM_QUBIT)
        other.medium.tunnelling = g_rand_boolean (rand) ? 0.7 : 0;
      g_assert_true (qn_run_set_machine (run, &other, NULL));
      qn_run_read (run, &after);
      for (int k = 0; k < 3 && machine.medium.kind == QN_MEDIUM_QUBIT; k++)
        g_assert_cmpfloat_with_epsilon (after.bloch[k], before.bloch[k], 1e-13);
      g_assert_cmpfloat_with_epsilon (after.entropy, before.entropy, 1e-9);
      g_assert_cmpint (after.stroke, ==, before.stroke);
      g_assert_cmpfloat_with_epsilon (after.energy - before.energy, before.work_output - after.work_output, 1e-10);
      change = after.energy - start.energy;
      for (int k = 0; k < 2; k++)
        change -= after.heat[k];
      g_assert_cmpfloat_with_epsilon (change + after.work_output - start.work_output, 0, LAW * 20);
      while (!qn_run_advance (run))
        ;
      g_assert_true (qn_run_last_cycle (run, &books));
      g_assert_true (books.disturbed);
    }
}

/* A qubit's line and its mirror are 2 w apart; a ladder's unequal spacings as far as they differ. */
static void
test_secular_ratio (void)
{
  QnMachine machine = { .medium = { .kind = QN_MEDIUM_QUBIT, .levels = 2 }, .n_baths = 1, .bath = { { 2, 0.1, QN_SPECTRUM_FERMIONIC } }, .n_strokes = 1, .start_temperature = 1,
                        .stroke = { { .id = "hot", .duration = 1, .from = 3, .to = 3, .baths = 1 } } };
  g_autoptr (QnCycle) qubit = qn_cycle_new (&machine, 1e-11, NULL), ladder = NULL, equal = NULL;

  g_assert_cmpfloat_with_epsilon (qn_cycle_ledger (qubit)->secular_ratio, 2 * 3 / 0.1, 1e-9);
  machine.medium = (QnMediumSpec) { .kind = QN_MEDIUM_LADDER, .levels = 3, .spacing = { 1, 1.01 } };
  ladder = qn_cycle_new (&machine, 1e-11, NULL);
  /* X^2 is 1 on the first step and 2 on the second, and down + up = gamma for fermions */
  g_assert_cmpfloat_with_epsilon (qn_cycle_ledger (ladder)->secular_ratio, 3 * 0.01 / 0.2, 1e-9);
  machine.medium.spacing[1] = 1;
  equal = qn_cycle_new (&machine, 1e-11, NULL);
  g_assert_cmpfloat_with_epsilon (qn_cycle_ledger (equal)->secular_ratio, 2 * 3 / 0.2, 1e-9);
}

static void
test_bad_numbers (void)
{
  QnMachine good = { .medium = { .kind = QN_MEDIUM_QUBIT, .levels = 2 }, .n_baths = 1, .bath = { { 1, 0.1, 0 } }, .n_strokes = 1, .start_temperature = 1,
                     .stroke = { { .id = "hot", .duration = 1, .from = 1, .to = 1, .baths = 1 } } };
  double bad[] = { NAN, INFINITY, -1 };

  g_assert_true (qn_machine_check (&good, NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    for (int where = 0; where < 4; where++)
      {
        QnMachine machine = good;
        g_autoptr (GError) error = NULL;
        double *place[] = { &machine.bath[0].temperature, &machine.bath[0].coupling, &machine.stroke[0].duration, &machine.stroke[0].dephasing };

        *place[where] = bad[i];
        g_assert_null (qn_cycle_new (&machine, 1e-10, &error));
        g_assert_error (error, QN_CORE_ERROR, QN_CORE_ERROR_INVALID);
        g_assert_nonnull (strstr (error->message, "allowed"));
      }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  gsl_set_error_handler_off ();
  g_test_add_func ("/invariants/laws", test_laws);
  g_test_add_func ("/invariants/run-settles", test_run_settles);
  g_test_add_func ("/invariants/samples", test_samples_match_ledger);
  g_test_add_func ("/invariants/path", test_path);
  g_test_add_func ("/invariants/tolerance", test_tolerance);
  g_test_add_func ("/invariants/gibbs", test_gibbs_is_stationary);
  g_test_add_func ("/invariants/not-unique", test_not_unique);
  g_test_add_func ("/invariants/nearly-identity", test_nearly_identity);
  g_test_add_func ("/invariants/closing-gap", test_closing_gap);
  g_test_add_func ("/invariants/disturbed", test_disturbed);
  g_test_add_func ("/invariants/secular-ratio", test_secular_ratio);
  g_test_add_func ("/invariants/bad-numbers", test_bad_numbers);
  return g_test_run ();
}
