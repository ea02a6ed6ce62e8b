/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Times the physics in one thread: a limit cycle from scratch, a point streamed, a reading. */

#include <gsl/gsl_errno.h>
#include <stdio.h>
#include <stdlib.h>

#include "core/machine/qn-run.h"
#include "core/medium/qn-medium-ladder.h"
#include "core/medium/qn-medium-maser.h"
#include "core/medium/qn-medium-oscillator.h"
#include "core/medium/qn-medium-pair.h"
#include "core/medium/qn-medium-qubit.h"
#include "core/medium/qn-medium-three-qubits.h"
#include "core/medium/qn-medium-two-qubits.h"
#include "core/statistics/qn-trajectory.h"

#define REPEATS 15

/* The frictional qubit Otto engine of the speed target. */
static QnMachine
frictional_otto (void)
{
  QnMachine machine = {
    .medium = qn_qubit_spec (1),
    .bath = { { 4, 0.1, QN_SPECTRUM_BOSONIC }, { 0.5, 0.1, QN_SPECTRUM_BOSONIC } },
    .n_baths = 2,
    .stroke = {
        { .id = "hot", .duration = 10, .from = 4, .to = 4, .baths = 1u << QN_HOT },
        { .id = "expansion", .duration = 0.5, .from = 4, .to = 1 },
        { .id = "cold", .duration = 10, .from = 1, .to = 1, .baths = 1u << QN_COLD },
        { .id = "compression", .duration = 0.5, .from = 1, .to = 4 },
    },
    .n_strokes = 4,
    .start_temperature = 0.5,
  };

  return machine;
}

static int
ascending (const void *a, const void *b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

static void
report (const char *what, double *seconds, double count, const char *unit, double per)
{
  qsort (seconds, REPEATS, sizeof *seconds, ascending);
  printf ("%-44s min %9.2f  median %9.2f %s\n", what, seconds[0] / count * per, seconds[REPEATS / 2] / count * per, unit);
}

static void
time_cycle (const char *what, const QnMachine *machine, double tolerance, int count)
{
  double seconds[REPEATS];

  for (int r = 0; r < REPEATS; r++)
    {
      gint64 start = g_get_monotonic_time ();

      for (int i = 0; i < count; i++)
        qn_cycle_free (qn_cycle_new (machine, tolerance, NULL, NULL));
      seconds[r] = (g_get_monotonic_time () - start) * 1e-6;
    }
  report (what, seconds, count, "us", 1e6);
}

static void
time_run (const QnMachine *machine)
{
  g_autoptr (QnRun) run = qn_run_new (machine, 240, 1e-10, NULL, NULL);
  double seconds[REPEATS];
  QnReading sample;

  for (int r = 0; r < REPEATS; r++)
    {
      gint64 start = g_get_monotonic_time ();

      for (int i = 0; i < 1000000; i++)
        qn_run_advance (run);
      seconds[r] = (g_get_monotonic_time () - start) * 1e-6;
    }
  report ("one point streamed, qubit", seconds, 1000000, "ns", 1e9);
  for (int r = 0; r < REPEATS; r++)
    {
      gint64 start = g_get_monotonic_time ();

      for (int i = 0; i < 100000; i++)
        qn_run_read (run, &sample);
      seconds[r] = (g_get_monotonic_time () - start) * 1e-6;
    }
  report ("one reading, qubit", seconds, 100000, "ns", 1e9);
}

/* A machine of parts at rest. */
static QnMachine
steady (QnMediumSpec medium, int n_baths)
{
  QnMachine machine = { .medium = medium, .n_baths = n_baths, .n_strokes = 1, .start_temperature = 0.5 };

  for (int k = 0; k < n_baths; k++)
    machine.bath[k] = (QnBath) { 2.0 - k + 5 * (k == 2), 0.1 + 0.05 * k };
  machine.bath[QN_COLD].temperature = 0.8;
  machine.stroke[0] = (QnStroke) { .id = "steady", .duration = 100, .from = 1, .to = 1, .baths = (1u << n_baths) - 1 };
  return machine;
}

static void
time_parts (void)
{
  QnMachine maser = steady (qn_maser_spec (1, 3, 0.1, 0), 2), swap;
  QnMachine pair = frictional_otto (), refrigerator = steady (qn_three_qubits_spec (QN_MODEL_RESET, 1, 2, 0.1), 3);

  pair.medium = qn_two_qubits_spec ((QnTwoQubits) { .exchange = 0.3, .anisotropy = 0.5, .zz = 1, .coupling_ratio = 0.7 });
  time_cycle ("limit cycle, two qubits with friction, 1e-11", &pair, 1e-11, 20);
  time_cycle ("steady state, maser", &maser, 1e-11, 500);
  time_cycle ("steady state, three qubits, reset", &refrigerator, 1e-11, 200);
  refrigerator.medium = qn_three_qubits_spec (QN_MODEL_GLOBAL, 1, 2, 0.1);
  time_cycle ("steady state, three qubits, global", &refrigerator, 1e-11, 200);
  swap = steady (qn_pair_spec (2, 3, 1), 2);
  swap.n_strokes = 2;
  swap.stroke[1] = swap.stroke[0];
  swap.stroke[1].duration = 20;
  swap.stroke[0] = (QnStroke) { .id = "swap", .from = 1, .to = 1, .swap = G_PI_2 };
  time_cycle ("limit cycle, swap of two qubits, 1e-11", &swap, 1e-11, 500);
}

/* A qubit in a field across its axis, damped for a time of 10 at a rate of 0.3: some four jumps a run. */
static void
time_single_runs (void)
{
  QnMachine machine = { .medium = qn_qubit_spec (1), .bath = { { 3, 0.3, QN_SPECTRUM_BOSONIC } }, .n_baths = 1, .n_strokes = 1, .start_temperature = 0.5 };
  g_autoptr (QnUnravelling) unravelling = NULL;
  double seconds[REPEATS];

  machine.stroke[0] = (QnStroke) { .id = "drive", .duration = 10, .from = 1, .to = 3, .baths = 1u << QN_HOT };
  unravelling = qn_unravelling_new (&machine, NULL, NULL);
  for (int r = 0; r < REPEATS; r++)
    {
      gint64 start = g_get_monotonic_time ();

      for (int i = 0; i < 10000; i++)
        {
          QnTrajectory run;

          qn_trajectory_start (unravelling, 1, i, NULL, &run);
          qn_trajectory_cycle (unravelling, &run);
        }
      seconds[r] = (g_get_monotonic_time () - start) * 1e-6;
    }
  report ("10,000 single runs, driven damped qubit", seconds, 1, "ms", 1e3);
}

int
main (void)
{
  QnMachine machine = frictional_otto (), slow = frictional_otto (), many = frictional_otto (), oscillator = frictional_otto ();

  gsl_set_error_handler_off ();
  time_cycle ("limit cycle, frictional qubit, 1e-8", &machine, 1e-8, 2000);
  time_cycle ("limit cycle, frictional qubit, 1e-10", &machine, 1e-10, 2000);
  time_run (&machine);
  slow.stroke[1].duration = slow.stroke[3].duration = 100;
  time_cycle ("limit cycle, drives of 100, 1e-10", &slow, 1e-10, 20);
  many.medium = qn_ladder_spec (8, NULL, NULL);
  many.stroke[0].to = many.stroke[1].from = 2;
  many.stroke[2].to = many.stroke[3].from = 2;
  time_cycle ("limit cycle, 8 levels on isotherms, 1e-10", &many, 1e-10, 20);
  oscillator.medium = qn_oscillator_spec ();
  time_cycle ("limit cycle, oscillator, 1e-8", &oscillator, 1e-8, 2000);
  time_cycle ("limit cycle, oscillator, 1e-11", &oscillator, 1e-11, 2000);
  oscillator.bath[QN_HOT].squeezing = 0.5;
  time_cycle ("limit cycle, oscillator, squeezed, 1e-11", &oscillator, 1e-11, 2000);
  time_parts ();
  time_single_runs ();
  return 0;
}
