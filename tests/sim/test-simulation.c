/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "core/medium/qn-medium.h"
#include "experiments.h"
#include "sim/qn-simulation.h"
#include "../random-numbers.h"

#define FRICTION "medium.tunnelling=1 spacing.hot=4 spacing.cold=1 hot.temperature=4 cold.temperature=0.5 stroke.hot=10 stroke.cold=10 stroke.drive=0.5"
#define ALL G_MAXUINT

static QnSimulation *
start (const QnExperiment *experiment)
{
  g_autoptr (QnSolution) solution = test_solve (experiment);
  g_autoptr (GError) error = NULL;
  QnSimulation *simulation = qn_simulation_new ();

  qn_simulation_show (simulation, solution);
  qn_simulation_follow (simulation, NULL, &error);
  g_assert_no_error (error);
  return simulation;
}

static void
change (QnSimulation *simulation, const QnExperiment *experiment)
{
  g_autoptr (QnSolution) solution = test_solve (experiment);
  g_autoptr (GError) error = NULL;

  qn_simulation_show (simulation, solution);
  qn_simulation_follow (simulation, NULL, &error);
  g_assert_no_error (error);
}

static QnRun *
single_run (const QnExperiment *experiment)
{
  g_autoptr (GError) error = NULL;
  QnMachine machine;
  QnRun *run;

  qn_experiment_machine (experiment, &machine, &error);
  g_assert_no_error (error);
  run = qn_run_new (&machine, QN_RUN_POINTS, QN_RUN_TOLERANCE, NULL, &error);
  g_assert_no_error (error);
  return run;
}

static void
assert_same_reading (const QnReading *a, const QnReading *b)
{
  g_assert_cmpint (a->stroke, ==, b->stroke);
  g_assert_cmpint (a->cycle, ==, b->cycle);
  g_assert_cmpfloat (a->time, ==, b->time);
  g_assert_cmpfloat (a->fraction, ==, b->fraction);
  g_assert_cmpfloat (a->control, ==, b->control);
  g_assert_cmpfloat (a->energy, ==, b->energy);
  g_assert_cmpfloat (a->work_output, ==, b->work_output);
  g_assert_cmpfloat (a->heat[QN_HOT], ==, b->heat[QN_HOT]);
  for (int i = 0; i < 3; i++)
    g_assert_cmpfloat (a->bloch[i], ==, b->bloch[i]);
}

/* Nothing yet: an empty snapshot, no crash whatever is asked. */
static void
test_empty (void)
{
  g_autoptr (QnSimulation) simulation = qn_simulation_new ();
  g_autoptr (QnSnapshot) snapshot = NULL;
  QnExperiment impossible = test_impossible ();

  g_assert_false (qn_simulation_advance (simulation, 3, ALL));
  qn_simulation_finish_stroke (simulation);
  qn_simulation_finish_cycle (simulation);
  qn_simulation_halt (simulation);
  qn_simulation_reset (simulation);
  g_assert_cmpfloat (qn_simulation_period (simulation), ==, 0);
  qn_simulation_refuse (simulation, &impossible, "no");
  snapshot = qn_simulation_snapshot (simulation, TRUE);
  g_assert_false (snapshot->valid);
  g_assert_false (snapshot->running);
  g_assert_cmpstr (snapshot->message, ==, "no");
  g_assert_true (snapshot->outcome->results.lab == impossible.lab);
  g_assert_true (isnan (qn_results_get (&snapshot->outcome->results, "efficiency")));
  g_assert_null (snapshot->solution->limit);
  g_assert_cmpuint (snapshot->n_trail + snapshot->n_history, ==, 0);
}

/* What is shown at a grid point is what a plain run reads there. */
static void
test_follows_a_plain_run (void)
{
  QnExperiment experiment = test_experiment ("otto", FRICTION);
  g_autoptr (QnSimulation) simulation = start (&experiment);
  g_autoptr (QnRun) run = single_run (&experiment);
  double period = qn_simulation_period (simulation);

  for (int i = 0; i < 3000; i++)
    {
      g_autoptr (QnSnapshot) snapshot = NULL;
      QnReading reading;

      if (i % 7 == 0)
        {
          qn_run_read (run, &reading);
          snapshot = qn_simulation_snapshot (simulation, TRUE);
          assert_same_reading (&snapshot->now, &reading);
        }
      qn_simulation_advance (simulation, qn_run_next_duration (run) / period, ALL);
      qn_run_advance (run);
    }
}

/* Between grid points: on the chord of its neighbours, time exactly as asked for. */
static void
test_between_grid_points (void)
{
  QnExperiment experiment = test_experiment ("otto", FRICTION);
  g_autoptr (QnSimulation) simulation = start (&experiment);
  double period = qn_simulation_period (simulation), pending = 0, part = 1 / (QN_RUN_POINTS * 4 * M_PI);

  for (int i = 0; i < 4000; i++)
    {
      g_autoptr (QnSnapshot) snapshot = NULL;

      qn_simulation_advance (simulation, part, ALL);
      pending += part;
      snapshot = qn_simulation_snapshot (simulation, TRUE);
      /* the snap to a grid point: 1e-6 of a step of at most period/480 */
      g_assert_cmpfloat_with_epsilon (snapshot->now.time, pending * period, 1e-8 * period);
      g_assert_cmpfloat_with_epsilon (snapshot->now.cycle + snapshot->position, pending, 1e-8);
      g_assert_cmpint (snapshot->n_history, ==, snapshot->now.cycle);
      g_assert_cmpfloat (snapshot->now.fraction, >=, 0);
      g_assert_cmpfloat (snapshot->now.fraction, <=, 1);
    }
}

static void
test_blend (void)
{
  QnExperiment experiment = test_experiment ("otto", FRICTION);
  g_autoptr (QnRun) run = single_run (&experiment);
  QnMachine machine;
  QnReading a, b, mid;

  qn_experiment_machine (&experiment, &machine, NULL);
  qn_run_read (run, &a);
  qn_run_advance (run);
  qn_run_read (run, &b);
  qn_simulation_interpolate (&machine, &a, &b, 0.25, &mid);
  g_assert_cmpfloat_with_epsilon (mid.time, 0.75 * a.time + 0.25 * b.time, 1e-15);
  g_assert_cmpfloat_with_epsilon (mid.energy, 0.75 * a.energy + 0.25 * b.energy, 1e-15);
  g_assert_cmpfloat_with_epsilon (mid.heat[QN_HOT], 0.75 * a.heat[QN_HOT] + 0.25 * b.heat[QN_HOT], 1e-15);
  g_assert_cmpfloat_with_epsilon (mid.bloch[2], 0.75 * a.bloch[2] + 0.25 * b.bloch[2], 1e-15);
  g_assert_cmpfloat_with_epsilon (mid.population[1], 0.75 * a.population[1] + 0.25 * b.population[1], 1e-15);
  g_assert_cmpfloat_with_epsilon (mid.fraction, 0.25 / QN_RUN_POINTS, 1e-15);
  /* the end of the cycle: no books across it */
  a.stroke = 3;
  a.fraction = 1 - 1.0 / QN_RUN_POINTS;
  b.cycle = 1;
  b.control = machine.stroke[3].to;
  b.heat[QN_HOT] = -7;
  qn_simulation_interpolate (&machine, &a, &b, 0.5, &mid);
  g_assert_cmpint (mid.stroke, ==, 3);
  g_assert_cmpfloat (mid.heat[QN_HOT], ==, a.heat[QN_HOT]);
  g_assert_cmpfloat_with_epsilon (mid.fraction, 1 - 0.5 / QN_RUN_POINTS, 1e-15);
  /* a jump of the control: nothing but time */
  b.control = machine.stroke[3].to / 2;
  qn_simulation_interpolate (&machine, &a, &b, 0.5, &mid);
  g_assert_cmpfloat (mid.control, ==, a.control);
  g_assert_cmpfloat (mid.energy, ==, a.energy);
  g_assert_cmpfloat_with_epsilon (mid.time, (a.time + b.time) / 2, 1e-15);
}

/* Run fast without readings or point by point: same state, same books. */
static void
test_speed_does_not_matter (void)
{
  QnExperiment experiment = test_experiment ("otto", FRICTION);
  g_autoptr (QnSimulation) slow = start (&experiment), fast = start (&experiment);
  g_autoptr (QnSnapshot) a = NULL, b = NULL;

  for (int i = 0; i < 300 * 16; i++)
    qn_simulation_advance (slow, 1 / 16.0, ALL);
  qn_simulation_advance (slow, 0.1, ALL);
  qn_simulation_advance (fast, 300.1, 100);
  while (qn_simulation_advance (fast, 0, 1000))
    continue;
  qn_simulation_finish_stroke (slow);
  qn_simulation_finish_stroke (fast);
  a = qn_simulation_snapshot (slow, TRUE);
  b = qn_simulation_snapshot (fast, TRUE);
  assert_same_reading (&a->now, &b->now);
  g_assert_cmpuint (a->n_history, ==, QN_HISTORY_LENGTH);
  g_assert_cmpuint (b->n_history, ==, QN_HISTORY_LENGTH);
  for (gsize i = 0; i < a->n_history; i++)
    {
      g_assert_cmpint (a->history[i].ledger.cycle, ==, 300 - QN_HISTORY_LENGTH + (int) i);
      g_assert_cmpint (b->history[i].ledger.cycle, ==, a->history[i].ledger.cycle);
      g_assert_cmpfloat (b->history[i].ledger.work_output, ==, a->history[i].ledger.work_output);
    }
  g_assert_cmpint (qn_simulation_points (fast), ==, qn_simulation_points (slow));
}

static void
check_trail (const QnSnapshot *s, double period)
{
  const QnReading *first = &s->trail[0], *last = &s->trail[s->n_trail - 1];

  g_assert_cmpuint (s->n_trail, >, 0);
  g_assert_cmpuint (s->n_trail, <=, 4 * QN_CURVE_POINTS + 4);
  g_assert_cmpfloat (last->time, ==, s->now.time);
  g_assert_cmpfloat (first->time, >=, s->now.time - period * (1 + 1e-8));
  for (gsize i = 1; i < s->n_trail; i++)
    g_assert_cmpfloat (s->trail[i].time, >=, s->trail[i - 1].time);
}

/* The trail is the last cycle up to now, oldest first, every stroke begun with a reading, at any pace. */
static void
test_trail (void)
{
  static const double pace[] = { 0.0007, 0.013, 0.3, 0.999, 1.0, 1.7, 12.3 };
  QnExperiment experiment = test_experiment ("otto", FRICTION);

  for (gsize k = 0; k < G_N_ELEMENTS (pace); k++)
    {
      g_autoptr (QnSimulation) simulation = start (&experiment);
      double period = qn_simulation_period (simulation);

      for (int i = 0; i < 1000; i++)
        {
          g_autoptr (QnSnapshot) s = NULL;

          qn_simulation_advance (simulation, pace[k], ALL);
          s = qn_simulation_snapshot (simulation, TRUE);
          check_trail (s, period);
          if (s->now.time < period)
            continue;
          /* contacts are cut into steps of a 3 * period/480 */
          g_assert_cmpfloat (s->trail[0].time, <=, s->now.time - period * (1 - 4.0 / 480));
          g_assert_cmpuint (s->n_trail, >, 300);
        }
    }
}

static double
energy_by_books (const QnReading *s)
{
  return s->energy - s->heat[QN_HOT] - s->heat[QN_COLD] + s->work_output;
}

/* The state carries on through changes of any parameter in mid-stroke; the first law over the disturbed cycle closes. */
static void
test_change_in_mid_stroke (void)
{
  static const char *const changes[] = {
    "hot.temperature=3", "spacing.hot=5", "spacing.cold=0.5", "stroke.drive=2", "drive.shape=smooth", "medium.tunnelling=0.3",
    "drive.counterdiabatic=true", "cold.coupling=0.7", "stroke.hot=1", "drive.shape=sudden", "bath.spectrum=ohmic", "drive.dephasing=1",
  };
  GRand *rand = test_rand (20240611);
  QnExperiment experiment = test_experiment ("otto", FRICTION);
  g_autoptr (QnSimulation) simulation = start (&experiment);
  double start_energy = NAN;
  gint64 cycle = -1;

  for (int i = 0; i < 400; i++)
    {
      g_autoptr (QnSnapshot) before = NULL, after = NULL;

      qn_simulation_advance (simulation, uniform (rand, 0.01, 0.3), ALL);
      qn_simulation_halt (simulation);
      change (simulation, &experiment); /* stands on a grid point */
      before = qn_simulation_snapshot (simulation, TRUE);
      if (before->now.cycle != cycle)
        start_energy = energy_by_books (&before->now);
      cycle = before->now.cycle;
      g_assert_cmpfloat_with_epsilon (energy_by_books (&before->now), start_energy, 1e-10);
      test_change (&experiment, changes[g_rand_int_range (rand, 0, G_N_ELEMENTS (changes))]);
      change (simulation, &experiment);
      after = qn_simulation_snapshot (simulation, TRUE);
      for (int k = 0; k < 3; k++)
        g_assert_cmpfloat (after->now.bloch[k], ==, before->now.bloch[k]);
      g_assert_cmpint (after->now.stroke, ==, before->now.stroke);
      g_assert_cmpfloat (after->now.fraction, ==, before->now.fraction);
      g_assert_cmpfloat (after->now.time, ==, before->now.time);
      for (int k = 0; k < 2; k++)
        g_assert_cmpfloat (after->now.heat[k], ==, before->now.heat[k]);
      g_assert_cmpfloat_with_epsilon (energy_by_books (&after->now), start_energy, 1e-10);
      if (i % 40 == 0)
        experiment = test_experiment ("otto", FRICTION);
    }
  g_rand_free (rand);
}

/* A cycle in which the machine changed is marked; the following ones settle into the new limit cycle. */
static void
test_disturbed_then_settled (void)
{
  QnExperiment experiment = test_experiment ("otto", FRICTION);
  g_autoptr (QnSimulation) simulation = start (&experiment);
  g_autoptr (QnSnapshot) s = NULL;
  const QnCycleRecord *last;

  qn_simulation_advance (simulation, 60.4, ALL);
  test_change (&experiment, "hot.temperature=6");
  change (simulation, &experiment);
  qn_simulation_advance (simulation, 100, ALL);
  s = qn_simulation_snapshot (simulation, TRUE);
  g_assert_cmpuint (s->n_history, ==, 160);
  g_assert_true (s->history[0].transient);
  g_assert_false (s->history[0].ledger.disturbed);
  g_assert_false (s->history[59].transient);
  g_assert_true (s->history[60].ledger.disturbed);
  g_assert_true (s->history[60].transient);
  g_assert_false (s->history[61].ledger.disturbed);
  g_assert_true (s->history[61].transient);
  last = &s->history[159];
  g_assert_false (last->transient);
  g_assert_cmpint (last->mode, ==, QN_MODE_ENGINE);
  g_assert_cmpfloat_with_epsilon (last->efficiency, qn_results_get (&s->outcome->results, "efficiency"), 1e-9);
  g_assert_cmpfloat_with_epsilon (last->ledger.work_output, s->outcome->ledger.work_output, 1e-9);
  g_assert_true (isnan (last->cop));
}

/* Live efficiency or COP against the limit cycle's, in every mode, with the baths' names reversed too. */
static void
test_live_ratio_is_the_limit_cycle_s (void)
{
  static const struct
  {
    const char *assignments;
    QnMode mode;
  } each[] = {
    { "hot.temperature=4 cold.temperature=1 spacing.hot=3 spacing.cold=1.2", QN_MODE_ENGINE },
    { "hot.temperature=2 cold.temperature=1 spacing.hot=4 spacing.cold=1.2", QN_MODE_REFRIGERATOR },
    { "hot.temperature=4 cold.temperature=1 spacing.hot=1.5 spacing.cold=3", QN_MODE_ACCELERATOR },
    { "hot.temperature=1 cold.temperature=4 spacing.hot=1.2 spacing.cold=3", QN_MODE_ENGINE },
    { "hot.temperature=1 cold.temperature=2 spacing.hot=1.2 spacing.cold=4", QN_MODE_REFRIGERATOR },
    { FRICTION, QN_MODE_ENGINE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (each); i++)
    {
      QnExperiment experiment = test_experiment ("otto", each[i].assignments);
      g_autoptr (QnSimulation) simulation = start (&experiment);
      g_autoptr (QnSnapshot) s = NULL;
      const QnCycleRecord *last;

      qn_simulation_advance (simulation, 120, ALL);
      s = qn_simulation_snapshot (simulation, TRUE);
      last = &s->history[s->n_history - 1];
      g_assert_cmpint (last->mode, ==, each[i].mode);
      g_assert_cmpint (last->mode, ==, s->outcome->results.mode);
      g_assert_false (last->transient);
      if (last->mode == QN_MODE_ENGINE)
        g_assert_cmpfloat_with_epsilon (last->efficiency, qn_results_get (&s->outcome->results, "efficiency"), 1e-9);
      else
        g_assert_true (isnan (last->efficiency));
      if (last->mode == QN_MODE_REFRIGERATOR)
        g_assert_cmpfloat_with_epsilon (last->cop, qn_results_get (&s->outcome->results, "cop"), 1e-9);
      else
        g_assert_true (isnan (last->cop));
    }
}

/* Steps end exactly at the start of the next stroke, from wherever they begin. */
static void
test_strokes (void)
{
  QnExperiment experiment = test_experiment ("otto", FRICTION);
  g_autoptr (QnSimulation) simulation = start (&experiment);

  for (int i = 1; i <= 40; i++)
    {
      g_autoptr (QnSnapshot) s = NULL;

      if (i % 3 == 0)
        qn_simulation_advance (simulation, 0.0077, ALL);
      qn_simulation_finish_stroke (simulation);
      s = qn_simulation_snapshot (simulation, FALSE);
      g_assert_cmpint (s->now.cycle * 4 + s->now.stroke, ==, i);
      g_assert_cmpfloat (s->now.fraction, ==, 0);
      check_trail (s, qn_simulation_period (simulation));
    }
}

/* Shown just before the end of a stroke while the run is already past it: the step ends there, not a stroke later. */
static void
test_step_from_the_last_instant (void)
{
  QnExperiment experiment = test_experiment ("otto", "stroke.hot=6 stroke.cold=6 stroke.drive=3");
  g_autoptr (QnSimulation) simulation = start (&experiment);
  g_autoptr (QnSnapshot) before = NULL, after = NULL;

  qn_simulation_advance (simulation, (6 - 3.0 / QN_RUN_POINTS) / 18, ALL);
  before = qn_simulation_snapshot (simulation, FALSE);
  g_assert_cmpint (before->now.stroke, ==, 0);
  qn_simulation_finish_stroke (simulation);
  after = qn_simulation_snapshot (simulation, FALSE);
  g_assert_cmpint (after->now.stroke, ==, 1);
  g_assert_cmpfloat (after->now.fraction, ==, 0);
  g_assert_cmpfloat_with_epsilon (after->now.time, 6, 1e-12);
}

static void
test_reset (void)
{
  QnExperiment experiment = test_experiment ("carnot", "medium.kind=ladder medium.levels=4");
  g_autoptr (QnSimulation) simulation = start (&experiment);
  g_autoptr (QnSnapshot) first = qn_simulation_snapshot (simulation, FALSE), later = NULL, again = NULL;

  qn_simulation_advance (simulation, 7.3, ALL);
  later = qn_simulation_snapshot (simulation, FALSE);
  g_assert_cmpuint (later->n_history, ==, 7);
  qn_simulation_reset (simulation);
  again = qn_simulation_snapshot (simulation, FALSE);
  assert_same_reading (&again->now, &first->now);
  g_assert_cmpuint (again->n_history, ==, 0);
  g_assert_cmpuint (again->n_trail, ==, 1);
  g_assert_cmpfloat (again->position, ==, 0);
  g_assert_cmpuint (again->solution->limit->serial, ==, later->solution->limit->serial);
  g_assert_cmpuint (again->serial, >, later->serial);
}

/* Another medium, another number of levels, another lab: anew, with an empty past. */
static void
test_anew (void)
{
  static const char *const kinds[] = { "otto medium.kind=qubit", "otto medium.kind=ladder medium.levels=2", "otto medium.kind=ladder medium.levels=5",
                                       "carnot medium.kind=ladder medium.levels=5", "carnot medium.kind=box medium.levels=5" };
  QnExperiment experiment = test_experiment ("otto", "");
  g_autoptr (QnSimulation) simulation = start (&experiment);

  for (gsize i = 1; i < G_N_ELEMENTS (kinds); i++)
    {
      g_auto (GStrv) parts = g_strsplit (kinds[i], " ", 2);
      g_autoptr (QnSnapshot) s = NULL, shown = NULL;
      g_autoptr (QnSolution) solution = NULL;

      qn_simulation_advance (simulation, 2.6, ALL);
      experiment = test_experiment (parts[0], parts[1]);
      solution = test_solve (&experiment);
      qn_simulation_show (simulation, solution);
      shown = qn_simulation_snapshot (simulation, TRUE); /* between the two: at the start of the new limit cycle */
      g_assert_cmpuint (shown->n_trail + shown->n_history, ==, 0);
      g_assert_cmpint (shown->now.n_levels, ==, shown->solution->limit->samples[0].n_levels);
      g_assert_true (qn_simulation_follow (simulation, NULL, NULL));
      s = qn_simulation_snapshot (simulation, TRUE);
      g_assert_cmpint (s->now.cycle, ==, 0);
      g_assert_cmpfloat (s->now.time, ==, 0);
      g_assert_cmpuint (s->n_history, ==, 0);
      g_assert_cmpint (s->now.n_levels, ==, qn_medium_count_levels (&s->outcome->machine.medium, NULL));
    }
}

/* What cannot be computed leaves curves, results and run as they were. */
static void
test_refused (void)
{
  QnExperiment experiment = test_experiment ("otto", FRICTION), impossible = test_impossible ();
  g_autoptr (QnSimulation) simulation = start (&experiment);
  g_autoptr (QnSnapshot) before = NULL, after = NULL, later = NULL, good = NULL;

  qn_simulation_advance (simulation, 1.3, ALL);
  before = qn_simulation_snapshot (simulation, TRUE);
  qn_simulation_refuse (simulation, &impossible, "cannot");
  after = qn_simulation_snapshot (simulation, TRUE);
  g_assert_true (before->valid);
  g_assert_null (before->message);
  g_assert_false (after->valid);
  g_assert_cmpstr (after->message, ==, "cannot");
  g_assert_true (qn_experiment_equal (&after->experiment, &impossible));
  g_assert_true (after->solution->limit == before->solution->limit);
  assert_same_reading (&after->now, &before->now);
  qn_simulation_advance (simulation, 0.5, ALL);
  later = qn_simulation_snapshot (simulation, TRUE);
  g_assert_true (later->running);
  g_assert_cmpfloat (later->now.time, >, after->now.time);
  change (simulation, &experiment);
  good = qn_simulation_snapshot (simulation, TRUE);
  g_assert_true (good->valid);
  g_assert_null (good->message);
}

/* All strokes sudden: every stroke is its share of a cycle, nothing spins, nothing is divided by zero. */
static void
test_no_period (void)
{
  QnExperiment experiment = test_experiment ("otto", "stroke.hot=0 stroke.cold=0 stroke.drive=0");
  g_autoptr (QnSimulation) simulation = start (&experiment);
  g_autoptr (QnSnapshot) s = NULL;

  g_assert_cmpfloat (qn_simulation_period (simulation), ==, 0);
  g_assert_false (qn_simulation_advance (simulation, 10, 100));
  s = qn_simulation_snapshot (simulation, TRUE);
  g_assert_cmpint (s->now.cycle, ==, 10);
  g_assert_cmpint (s->n_history, ==, 10);
  g_assert_cmpint (s->history[9].mode, ==, QN_MODE_IDLE);
  g_assert_true (isnan (s->history[9].efficiency));
  g_assert_cmpfloat (s->position, >=, 0);
  g_assert_cmpfloat (s->position, <, 1);
  for (int i = 0; i < 9; i++)
    {
      g_autoptr (QnSnapshot) before = qn_simulation_snapshot (simulation, TRUE), after = NULL;

      qn_simulation_finish_stroke (simulation);
      after = qn_simulation_snapshot (simulation, TRUE);
      g_assert_cmpint (after->now.cycle * 4 + after->now.stroke, >, before->now.cycle * 4 + before->now.stroke);
    }
  qn_simulation_finish_cycle (simulation);
}

/* Sudden strokes among timed ones, first and last too; very long and very short periods. */
static void
test_odd_periods (void)
{
  static const char *const odd[] = {
    "stroke.hot=0", "stroke.drive=0", "stroke.cold=0 stroke.drive=0", "stroke.hot=0 stroke.drive=0",
    "stroke.hot=1e6 stroke.cold=1e6", "stroke.hot=1e6 stroke.cold=1e-6 stroke.drive=0", "stroke.hot=1e-9 stroke.cold=1e-9 stroke.drive=1e-9",
    "stroke.hot=1e-300 stroke.cold=0 stroke.drive=0", "stroke.hot=1e-300 stroke.cold=0 stroke.drive=1e-300",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (odd); i++)
    {
      QnExperiment experiment = test_experiment ("otto", odd[i]);
      g_autoptr (QnSimulation) simulation = start (&experiment);
      double pending = 0;

      for (int k = 0; k < 500; k++)
        {
          g_autoptr (QnSnapshot) s = NULL;
          double part = 0.0137 * (1 + k % 100);

          pending += part;
          g_assert_false (qn_simulation_advance (simulation, part, 10000));
          s = qn_simulation_snapshot (simulation, TRUE);
          g_assert_cmpfloat (s->position, >=, 0);
          g_assert_cmpfloat (s->position, <=, 1);
          g_assert_true (isfinite (s->now.energy));
          if (qn_simulation_period (simulation) > 0)
            g_assert_cmpfloat_with_epsilon (s->now.cycle + s->position, pending, 1e-6);
          else
            g_assert_cmpfloat_with_epsilon (s->now.cycle + s->position, pending, 1);
          g_assert_cmpuint (s->n_trail, <=, 449);
        }
    }
}

/* A debt that cannot be paid at once is paid in parts, or let go. */
static void
test_debt (void)
{
  QnExperiment experiment = test_experiment ("otto", "");
  g_autoptr (QnSimulation) simulation = start (&experiment);
  g_autoptr (QnSnapshot) owing = NULL, rested = NULL, end = NULL, mended = NULL;
  gint64 points;

  g_assert_true (qn_simulation_advance (simulation, INFINITY, 1234));
  owing = qn_simulation_snapshot (simulation, TRUE); /* where the run has got to */
  g_assert_cmpint (owing->now.cycle, ==, 1);
  g_assert_cmpint (owing->now.stroke, ==, 1);
  g_assert_cmpint (owing->n_history, ==, 1);
  g_assert_cmpint (qn_simulation_points (simulation), ==, 1234);
  qn_simulation_halt (simulation);
  g_assert_false (qn_simulation_advance (simulation, 0, ALL));
  g_assert_cmpint (qn_simulation_points (simulation), ==, 1234);
  rested = qn_simulation_snapshot (simulation, FALSE);
  g_assert_cmpuint (rested->n_trail, ==, 1);
  qn_simulation_finish_cycle (simulation);
  g_assert_cmpint (qn_simulation_points (simulation), ==, 2 * 4 * QN_RUN_POINTS);
  points = qn_simulation_points (simulation);
  g_assert_true (qn_simulation_advance (simulation, 50, 10));
  qn_simulation_limit_pending (simulation, 2);
  while (qn_simulation_advance (simulation, 0, 77))
    continue;
  g_assert_cmpint (qn_simulation_points (simulation) - points, ==, 10 + 2 * 4 * QN_RUN_POINTS);
  end = qn_simulation_snapshot (simulation, FALSE);
  check_trail (end, qn_simulation_period (simulation));
  g_assert_cmpuint (end->n_trail, >, 300);
  points = qn_simulation_points (simulation);
  qn_simulation_complete_trail (simulation);
  g_assert_cmpint (qn_simulation_points (simulation), ==, points);
  qn_simulation_advance (simulation, INFINITY, 12345);
  qn_simulation_complete_trail (simulation);
  g_assert_cmpint (qn_simulation_points (simulation) - points, >=, 12345 + 4 * QN_RUN_POINTS);
  g_assert_cmpint (qn_simulation_points (simulation) - points, <=, 12345 + 4 * QN_RUN_POINTS + 1); /* by rounding */
  mended = qn_simulation_snapshot (simulation, FALSE);
  check_trail (mended, qn_simulation_period (simulation));
  g_assert_cmpuint (mended->n_trail, >, 300);
}

/* A preset starts from its own start state, also where the state before could have gone on; a changed one goes on. */
static void
test_preset_begins (void)
{
  QnExperiment experiment = test_experiment ("otto", ""), other;
  g_autoptr (QnSimulation) simulation = NULL;
  g_autoptr (QnSnapshot) before = NULL, changed = NULL, begun = NULL, start_of_it = NULL;
  g_autoptr (QnSimulation) alone = NULL;

  simulation = start (&experiment);
  qn_simulation_advance (simulation, 3.3, ALL);
  before = qn_simulation_snapshot (simulation, TRUE);
  qn_experiment_set (&experiment, "hot.temperature", 5, NULL);
  change (simulation, &experiment);
  changed = qn_simulation_snapshot (simulation, TRUE);
  g_assert_cmpuint (changed->scene, ==, before->scene);
  g_assert_cmpuint (changed->n_history, ==, 3);
  g_assert_true (qn_experiment_load_preset (&other, qn_lab_find ("otto"), "high-temperature", NULL));
  change (simulation, &other);
  begun = qn_simulation_snapshot (simulation, TRUE);
  g_assert_cmpuint (begun->scene, !=, changed->scene);
  g_assert_cmpuint (begun->n_history, ==, 0);
  g_assert_cmpfloat (begun->now.time, ==, 0);
  alone = start (&other);
  start_of_it = qn_simulation_snapshot (alone, TRUE);
  assert_same_reading (&begun->now, &start_of_it->now);
}

/* Parameters that change all the time at slow speed do not push the machine on. */
static void
test_dragging_does_not_hurry (void)
{
  QnExperiment experiment = test_experiment ("otto", "");
  g_autoptr (QnSimulation) simulation = start (&experiment);
  g_autoptr (QnSnapshot) s = NULL;
  double part = 1e-5;

  for (int i = 0; i < 1000; i++)
    {
      qn_simulation_advance (simulation, part, ALL);
      qn_experiment_set (&experiment, "hot.temperature", 4 + 0.001 * i, NULL);
      change (simulation, &experiment);
    }
  s = qn_simulation_snapshot (simulation, TRUE);
  g_assert_cmpfloat_with_epsilon (s->position, 1000 * part, 2.0 / (3 * QN_RUN_POINTS));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sim/simulation/empty", test_empty);
  g_test_add_func ("/sim/simulation/follows-a-plain-run", test_follows_a_plain_run);
  g_test_add_func ("/sim/simulation/between-grid-points", test_between_grid_points);
  g_test_add_func ("/sim/simulation/blend", test_blend);
  g_test_add_func ("/sim/simulation/speed-does-not-matter", test_speed_does_not_matter);
  g_test_add_func ("/sim/simulation/trail", test_trail);
  g_test_add_func ("/sim/simulation/change-in-mid-stroke", test_change_in_mid_stroke);
  g_test_add_func ("/sim/simulation/disturbed-then-settled", test_disturbed_then_settled);
  g_test_add_func ("/sim/simulation/live-ratio", test_live_ratio_is_the_limit_cycle_s);
  g_test_add_func ("/sim/simulation/strokes", test_strokes);
  g_test_add_func ("/sim/simulation/step-from-the-last-instant", test_step_from_the_last_instant);
  g_test_add_func ("/sim/simulation/reset", test_reset);
  g_test_add_func ("/sim/simulation/anew", test_anew);
  g_test_add_func ("/sim/simulation/preset-begins", test_preset_begins);
  g_test_add_func ("/sim/simulation/refused", test_refused);
  g_test_add_func ("/sim/simulation/no-period", test_no_period);
  g_test_add_func ("/sim/simulation/odd-periods", test_odd_periods);
  g_test_add_func ("/sim/simulation/debt", test_debt);
  g_test_add_func ("/sim/simulation/dragging-does-not-hurry", test_dragging_does_not_hurry);
  return g_test_run ();
}
