/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "experiments.h"
#include "sim/qn-pace.h"
#include "../random-numbers.h"

#define SECOND ((gint64) G_USEC_PER_SEC)
#define ALL G_MAXUINT

typedef struct
{
  QnSimulation *simulation;
  QnPace pace;
  gint64 now; /* of the clock that the tests turn */
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  QnExperiment experiment = test_experiment ("otto", data);
  g_autoptr (QnSolution) solution = test_solve (&experiment);

  fixture->simulation = qn_simulation_new ();
  qn_simulation_show (fixture->simulation, solution);
  g_assert_true (qn_simulation_follow (fixture->simulation, NULL, NULL));
  fixture->now = 123456789;
  qn_pace_init (&fixture->pace, fixture->simulation, fixture->now);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  qn_simulation_free (fixture->simulation);
}

static gboolean
tick (Fixture *fixture, gint64 microseconds)
{
  fixture->now += microseconds;
  return qn_pace_tick (&fixture->pace, fixture->now, ALL);
}

/* Cycles passed, of the instant shown. */
static double
shown (Fixture *fixture)
{
  g_autoptr (QnSnapshot) s = qn_simulation_snapshot (fixture->simulation, fixture->pace.playing);

  return s->now.cycle + s->position;
}

/* Speed 1 is a cycle in six seconds, whatever the ticks; nothing drifts. */
static void
test_pace (Fixture *fixture, gconstpointer data)
{
  GRand *rand = test_rand (7);
  gint64 begun = fixture->now;

  qn_pace_play (&fixture->pace);
  for (int i = 0; i < 20000; i++)
    g_assert_false (tick (fixture, g_rand_int_range (rand, 1, 20000)));
  g_assert_cmpfloat_with_epsilon (shown (fixture), (fixture->now - begun) / 6.0e6, 1e-8);
  g_rand_free (rand);
}

static void
test_speeds (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    double asked, got;
  } speeds[] = { { 0.01, 0.01 }, { 0.5, 0.5 }, { 1, 1 }, { 60, 60 }, { 1000, 1000 }, { 1e9, 1000 }, { 1e-9, 0.01 } };
  double before = 0;

  qn_pace_play (&fixture->pace);
  for (gsize i = 0; i < G_N_ELEMENTS (speeds); i++)
    {
      tick (fixture, 0);
      qn_pace_set_speed (&fixture->pace, speeds[i].asked);
      for (int k = 0; k < 120; k++)
        tick (fixture, SECOND / 60);
      g_assert_cmpfloat_with_epsilon (shown (fixture) - before, speeds[i].got * 2 / QN_CYCLE_SECONDS, 1e-4 * MAX (1, speeds[i].got));
      before = shown (fixture);
    }
}

/* Time passes only while playing. */
static void
test_pause (Fixture *fixture, gconstpointer data)
{
  double at;

  tick (fixture, 100 * SECOND);
  g_assert_cmpfloat (shown (fixture), ==, 0);
  qn_pace_play (&fixture->pace);
  for (int i = 0; i < 100; i++)
    tick (fixture, SECOND / 50);
  qn_pace_pause (&fixture->pace);
  at = shown (fixture);
  g_assert_cmpfloat_with_epsilon (at, 2 / QN_CYCLE_SECONDS, 1e-8);
  g_assert_false (tick (fixture, 1000 * SECOND));
  g_assert_cmpfloat (shown (fixture), ==, at);
  qn_pace_play (&fixture->pace);
  tick (fixture, SECOND / 50);
  g_assert_cmpfloat_with_epsilon (shown (fixture), 2.02 / QN_CYCLE_SECONDS, 1e-8);
}

/* A sleep of the machine under it is not made up for. */
static void
test_lag_is_bounded (Fixture *fixture, gconstpointer data)
{
  qn_pace_play (&fixture->pace);
  fixture->now += 3600 * SECOND;
  while (qn_pace_tick (&fixture->pace, fixture->now, 1))
    continue;
  g_assert_cmpfloat (shown (fixture), <=, QN_LARGEST_LAG / QN_CYCLE_SECONDS + 2.0 / (3 * QN_RUN_POINTS));
  g_assert_cmpfloat (shown (fixture), >=, QN_LARGEST_LAG / QN_CYCLE_SECONDS * 0.99);
}

/* As fast as can be: every tick uses its whole budget, and after a pause nothing is pending. */
static void
test_infinite_speed (Fixture *fixture, gconstpointer data)
{
  gint64 points;

  qn_pace_set_speed (&fixture->pace, INFINITY);
  qn_pace_play (&fixture->pace);
  for (int i = 1; i <= 50; i++)
    {
      g_assert_true (qn_pace_tick (&fixture->pace, fixture->now, 1000));
      g_assert_cmpint (qn_simulation_points (fixture->simulation), ==, 1000 * i);
    }
  qn_pace_pause (&fixture->pace);
  points = qn_simulation_points (fixture->simulation);
  g_assert_false (tick (fixture, SECOND));
  g_assert_cmpint (qn_simulation_points (fixture->simulation), ==, points);
  qn_pace_play (&fixture->pace);
  g_assert_true (qn_pace_tick (&fixture->pace, fixture->now, 10));
  qn_pace_set_speed (&fixture->pace, 1);
  points = qn_simulation_points (fixture->simulation);
  g_assert_false (tick (fixture, SECOND / 100));
  g_assert_cmpint (qn_simulation_points (fixture->simulation) - points, <, 10);
}

/* The end of every stroke in turn, paused there. */
static void
test_steps (Fixture *fixture, gconstpointer data)
{
  qn_pace_play (&fixture->pace);
  tick (fixture, SECOND / 7);
  for (int i = 1; i < 20; i++)
    {
      g_autoptr (QnSnapshot) s = NULL;

      qn_pace_step (&fixture->pace);
      g_assert_false (fixture->pace.playing);
      g_assert_false (tick (fixture, SECOND));
      s = qn_simulation_snapshot (fixture->simulation, FALSE);
      g_assert_cmpint (4 * s->now.cycle + s->now.stroke, ==, i);
      g_assert_cmpfloat (s->now.fraction, ==, 0);
      if (i % 4 == 0)
        {
          qn_pace_play (&fixture->pace);
          tick (fixture, SECOND / 10);
        }
    }
}

/* Scrubbing lands where it was told to, corners included, and pauses there. */
static void
test_advance (Fixture *fixture, gconstpointer data)
{
  GRand *rand = test_rand (11);
  static const double corners[] = { 1 / 3.0, 0.5, 5 / 6.0, 1 };
  double at = 0;

  for (int i = 0; i < 500; i++)
    {
      double part = g_rand_double (rand);

      qn_pace_play (&fixture->pace);
      qn_pace_advance (&fixture->pace, part);
      at += part;
      g_assert_false (fixture->pace.playing);
      g_assert_false (tick (fixture, SECOND));
      g_assert_cmpfloat_with_epsilon (shown (fixture), at, 1e-7);
    }
  qn_pace_reset (&fixture->pace);
  for (int i = 0; i < 40; i++)
    {
      g_autoptr (QnSnapshot) s = NULL;
      double fraction = shown (fixture) - floor (shown (fixture));

      qn_pace_advance (&fixture->pace, corners[i % 4] - fraction);
      s = qn_simulation_snapshot (fixture->simulation, FALSE);
      g_assert_cmpint (4 * s->now.cycle + s->now.stroke, ==, i + 1);
      g_assert_cmpfloat (s->now.fraction, <=, 1e-5);
    }
  g_rand_free (rand);
}

/* A long way is gone in slices, through further ticks; pausing a machine that is paused does not stop it, playing goes on from its end. */
static void
test_long_advance (Fixture *fixture, gconstpointer data)
{
  int ticks = 0;

  qn_pace_advance (&fixture->pace, 40.25);
  qn_pace_pause (&fixture->pace);
  for (; qn_pace_tick (&fixture->pace, fixture->now, 1000); ticks++)
    continue;
  g_assert_cmpint (ticks, >, 10);
  g_assert_cmpfloat_with_epsilon (shown (fixture), 40.25, 1e-7);
}

static void
test_reset (Fixture *fixture, gconstpointer data)
{
  qn_pace_play (&fixture->pace);
  tick (fixture, SECOND / 3);
  qn_pace_reset (&fixture->pace);
  g_assert_true (fixture->pace.playing);
  g_assert_cmpfloat (shown (fixture), ==, 0);
  tick (fixture, SECOND / 50);
  g_assert_cmpfloat_with_epsilon (shown (fixture), 0.02 / QN_CYCLE_SECONDS, 1e-8);
}

/* Without a period the fastest is 60 cycles a second, and no tick asks for another at once. */
static void
test_sudden (Fixture *fixture, gconstpointer data)
{
  static const double speeds[] = { 1, 1000, INFINITY };
  static const double cycles[] = { 1 / 6.0, 60, 60 };

  qn_pace_play (&fixture->pace);
  for (int i = 0; i < 3; i++)
    {
      double before = shown (fixture);

      qn_pace_set_speed (&fixture->pace, speeds[i]);
      for (int k = 0; k < 60; k++)
        g_assert_false (tick (fixture, SECOND / 60));
      g_assert_cmpfloat_with_epsilon (shown (fixture) - before, cycles[i], 1);
    }
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *name, *experiment;
    void (*test) (Fixture *, gconstpointer);
  } tests[] = {
    { "pace", "", test_pace },
    { "pace-of-a-ladder", "medium.kind=ladder medium.levels=3 stroke.hot=1000", test_pace },
    { "speeds", "", test_speeds },
    { "pause", "", test_pause },
    { "lag-is-bounded", "", test_lag_is_bounded },
    { "infinite-speed", "", test_infinite_speed },
    { "steps", "", test_steps },
    { "advance", "", test_advance },
    { "long-advance", "", test_long_advance },
    { "reset", "", test_reset },
    { "sudden", "stroke.hot=0 stroke.cold=0 stroke.drive=0", test_sudden },
  };

  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    {
      g_autofree char *path = g_strconcat ("/sim/pace/", tests[i].name, NULL);

      g_test_add (path, Fixture, tests[i].experiment, set_up, tests[i].test, tear_down);
    }
  return g_test_run ();
}
