/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/qn-simulation.h"

#include <math.h>
#include <string.h>

#include "lab/qn-core-errors.h"
#include "sim/qn-atomic.h"
#include "sim/qn-walk.h"

#define TRAIL_LENGTH 448    /* readings kept */
#define TRAIL_READINGS 384  /* of them at most in one cycle */
#define SETTLED 1e-6        /* of the energy scale */
#define SHORTEST 1e-290     /* periods below cannot be divided by */
#define SAME 1e-6           /* of a step: as good as on the grid point */

struct _QnSimulation
{
  QnExperiment experiment; /* the last one asked for */
  char *message;           /* why it cannot be computed; NULL: it can */
  QnSolution *shown;       /* the last that could */
  QnSolution *followed;    /* what runs; NULL: nothing yet */
  QnRun *run;              /* of a lab that is a machine, else NULL */
  QnWalk walk;             /* of one that is none */
  guint64 serial;
  guint64 scene, played;   /* of what is shown, and of what runs: 0 for nothing */
  gint64 points;

  QnReading before, now; /* readings around the instant shown: the grid points before and after it */
  gboolean fresh;       /* `now` is where the run is */
  double lead;          /* by how many cycles the run is ahead of what is shown; < 0: pending */
  double step;          /* the cycles between `before` and `now` */

  QnReading trail[TRAIL_LENGTH];
  guint trail_next, trail_used;
  int countdown; /* points to the next reading */
  gboolean incomplete;
  QnCycleRecord history[QN_HISTORY_LENGTH];
  guint history_next, history_used;
};

QnSimulation *
qn_simulation_new (void)
{
  return g_new0 (QnSimulation, 1);
}

void
qn_simulation_free (QnSimulation *simulation)
{
  if (!simulation)
    return;
  g_clear_pointer (&simulation->run, qn_run_free);
  g_clear_pointer (&simulation->shown, qn_solution_unref);
  g_clear_pointer (&simulation->followed, qn_solution_unref);
  g_free (simulation->message);
  g_free (simulation);
}

double
qn_simulation_period (const QnSimulation *simulation)
{
  const QnOutcome *outcome = simulation->followed ? simulation->followed->outcome : NULL;
  double period = outcome ? qn_phases_period (outcome->phase, outcome->n_phases) : 0;

  return period > SHORTEST ? period : 0;
}

gint64
qn_simulation_points (const QnSimulation *simulation)
{
  return simulation->points;
}

static void
read_now (QnSimulation *simulation)
{
  if (!simulation->fresh && simulation->run)
    qn_run_read (simulation->run, &simulation->now);
  else if (!simulation->fresh)
    qn_walk_read (&simulation->walk, &simulation->now);
  simulation->fresh = TRUE;
}

/* Shows the grid point the run is at. */
static void
show_grid_point (QnSimulation *simulation)
{
  read_now (simulation);
  simulation->before = simulation->now;
  simulation->step = 0;
}

/* Every stroke begins with a reading; within it they are evenly spaced. */
static void
set_countdown (QnSimulation *simulation)
{
  const QnOutcome *outcome = simulation->followed->outcome;
  int moving = 0, stride, rest;

  for (int i = 0; i < outcome->n_phases; i++)
    moving += outcome->phase[i].duration > 0;
  stride = MAX (1, (moving * QN_RUN_POINTS + TRAIL_READINGS - 1) / TRAIL_READINGS);
  rest = (int) lround ((1 - simulation->now.fraction) * QN_RUN_POINTS);
  if (outcome->phase[simulation->now.stroke].duration == 0)
    rest = 1;
  simulation->countdown = CLAMP (rest, 1, stride);
}

static void
record_reading (QnSimulation *simulation)
{
  read_now (simulation);
  simulation->trail[simulation->trail_next] = simulation->now;
  simulation->trail_next = (simulation->trail_next + 1) % TRAIL_LENGTH;
  simulation->trail_used = MIN (simulation->trail_used + 1, TRAIL_LENGTH);
  set_countdown (simulation);
}

static void
discard_trail (QnSimulation *simulation)
{
  simulation->trail_next = simulation->trail_used = 0;
  simulation->incomplete = TRUE;
}

static void
start_trail (QnSimulation *simulation)
{
  discard_trail (simulation);
  simulation->incomplete = FALSE;
  record_reading (simulation);
}

void
qn_simulation_reset (QnSimulation *simulation)
{
  simulation->history_next = simulation->history_used = 0;
  simulation->lead = 0;
  simulation->fresh = FALSE;
  if (!simulation->followed)
    return;
  simulation->played = ++simulation->scene;
  if (simulation->run)
    qn_run_reset (simulation->run);
  else
    qn_walk_reset (&simulation->walk);
  show_grid_point (simulation);
  start_trail (simulation);
}

void
qn_simulation_show (QnSimulation *simulation, QnSolution *solution)
{
  if (!simulation->shown || !qn_solution_leads_to (simulation->shown, solution))
    simulation->scene++;
  qn_solution_ref (solution);
  g_clear_pointer (&simulation->shown, qn_solution_unref);
  simulation->shown = solution;
  simulation->experiment = solution->outcome->experiment;
  g_clear_pointer (&simulation->message, g_free);
}

void
qn_simulation_refuse (QnSimulation *simulation, const QnExperiment *experiment, const char *message)
{
  simulation->experiment = *experiment;
  g_free (simulation->message);
  simulation->message = g_strdup (message);
}

/* The run goes on with its old machine: so does what is shown. */
static void
fall_back (QnSimulation *simulation, const char *message)
{
  if (simulation->followed)
    {
      qn_solution_ref (simulation->followed);
      g_clear_pointer (&simulation->shown, qn_solution_unref);
      simulation->shown = simulation->followed;
      if (simulation->played != simulation->scene)
        simulation->played = ++simulation->scene;
    }
  qn_simulation_refuse (simulation, &simulation->experiment, message);
}

static gboolean
take_over (QnSimulation *simulation, const QnOutcome *outcome, const gint *cancelled, GError **error)
{
  if (!outcome->experiment.lab->build)
    {
      g_clear_pointer (&simulation->run, qn_run_free);
      qn_walk_set_phases (&simulation->walk, outcome->phase, outcome->n_phases, QN_RUN_POINTS);
      return TRUE;
    }
  if (simulation->run)
    return qn_run_set_machine (simulation->run, &outcome->machine, cancelled, error);
  simulation->run = qn_run_new (&outcome->machine, QN_RUN_POINTS, QN_RUN_TOLERANCE, cancelled, error);
  return simulation->run != NULL;
}

gboolean
qn_simulation_follow (QnSimulation *simulation, const gint *cancelled, GError **error)
{
  g_autoptr (GError) why = NULL;
  gboolean anew = simulation->played != simulation->scene;

  if (simulation->shown == simulation->followed)
    return TRUE;
  if (!take_over (simulation, simulation->shown->outcome, cancelled, &why))
    {
      if (!why)
        return FALSE;
      qn_core_errors_say (simulation->shown->outcome->experiment.lab, &why);
      fall_back (simulation, why->message);
      g_propagate_error (error, g_steal_pointer (&why));
      return FALSE;
    }
  g_clear_pointer (&simulation->followed, qn_solution_unref);
  simulation->followed = qn_solution_ref (simulation->shown);
  simulation->fresh = FALSE;
  if (anew)
    qn_simulation_reset (simulation);
  show_grid_point (simulation);
  set_countdown (simulation);
  return TRUE;
}

static gboolean
settled (const QnSimulation *simulation, const QnRunLedger *cycle)
{
  const QnLedger *ledger = &simulation->followed->outcome->ledger;
  double least = SETTLED * MAX (ledger->energy_scale, G_MINDOUBLE);

  if (cycle->disturbed || !(fabs (cycle->work_output - ledger->work_output) <= least))
    return FALSE;
  for (int k = 0; k < ledger->n_baths; k++)
    if (!(fabs (cycle->heat[k] - ledger->heat[k]) <= least))
      return FALSE;
  return TRUE;
}

/* The hotter bath counts as hot whatever its name; where there is a third its heat stands for the work put in. */
static void
record_cycle (QnSimulation *simulation)
{
  QnCycleRecord *record = &simulation->history[simulation->history_next];
  const QnMachine *machine = &simulation->followed->outcome->machine;
  gboolean reversed = machine->n_baths > 1 && machine->bath[QN_HOT].temperature < machine->bath[QN_COLD].temperature;
  double hot, cold, work;

  memset (record, 0, sizeof *record);
  if (!simulation->run || !qn_run_last_cycle (simulation->run, &record->ledger))
    return;
  hot = record->ledger.heat[reversed ? QN_COLD : QN_HOT];
  cold = record->ledger.heat[reversed ? QN_HOT : QN_COLD];
  work = machine->n_baths > QN_THIRD ? -record->ledger.heat[QN_THIRD] : record->ledger.work_output;
  record->mode = qn_mode (hot, cold, work, simulation->followed->outcome->ledger.energy_scale);
  record->efficiency = record->mode == QN_MODE_ENGINE ? work / hot : NAN;
  record->cop = record->mode == QN_MODE_REFRIGERATOR ? cold / -work : NAN;
  record->transient = !settled (simulation, &record->ledger);
  simulation->history_next = (simulation->history_next + 1) % QN_HISTORY_LENGTH;
  simulation->history_used = MIN (simulation->history_used + 1, QN_HISTORY_LENGTH);
}

/* One grid point further; TRUE where it closed a cycle. */
static gboolean
advance_point (QnSimulation *simulation)
{
  gboolean closed = simulation->run ? qn_run_advance (simulation->run) : qn_walk_advance (&simulation->walk);

  simulation->fresh = FALSE;
  simulation->points++;
  if (closed)
    record_cycle (simulation);
  if (simulation->incomplete)
    return closed;
  if (--simulation->countdown <= 0)
    record_reading (simulation);
  return closed;
}

/* One stroke of a machine without a period, however many points it has. */
static double
advance_sudden (QnSimulation *simulation)
{
  int strokes = simulation->followed->outcome->n_phases, passed;

  show_grid_point (simulation);
  do
    {
      advance_point (simulation);
      read_now (simulation);
    }
  while (simulation->now.stroke == simulation->before.stroke && simulation->now.cycle == simulation->before.cycle);
  passed = (simulation->now.cycle > simulation->before.cycle ? strokes : 0) + simulation->now.stroke - simulation->before.stroke;
  simulation->step = MAX (1, passed) / (double) strokes;
  return simulation->step;
}

/* The last pending point is passed between two readings: what is shown lies there. */
static double
advance_timed (QnSimulation *simulation, double period)
{
  double step = (simulation->run ? qn_run_next_duration (simulation->run) : qn_walk_next_duration (&simulation->walk)) / period;

  if (simulation->lead + step >= 0)
    show_grid_point (simulation);
  advance_point (simulation);
  if (simulation->lead + step >= 0)
    read_now (simulation);
  simulation->step = step;
  return step;
}

gboolean
qn_simulation_advance (QnSimulation *simulation, double cycles, guint most_points)
{
  double period = qn_simulation_period (simulation);

  if (!simulation->followed)
    return FALSE;
  simulation->lead -= cycles;
  if (simulation->lead < -1)
    discard_trail (simulation);
  for (guint i = 0; simulation->lead < 0 && i < most_points; i++)
    {
      if (simulation->incomplete && simulation->lead >= -1)
        start_trail (simulation);
      simulation->lead += period > 0 ? advance_timed (simulation, period) : advance_sudden (simulation);
    }
  return simulation->lead < 0;
}

void
qn_simulation_limit_pending (QnSimulation *simulation, double cycles)
{
  simulation->lead = MAX (simulation->lead, -cycles);
}

void
qn_simulation_halt (QnSimulation *simulation)
{
  if (simulation->lead >= 0 || !simulation->followed)
    return;
  simulation->lead = 0;
  show_grid_point (simulation);
}

void
qn_simulation_complete_trail (QnSimulation *simulation)
{
  if (!simulation->incomplete)
    return;
  simulation->lead = 0;
  qn_simulation_advance (simulation, 1, G_MAXUINT);
}

/* 0 at `before`, 1 at `now`. */
static double
alpha (const QnSimulation *simulation)
{
  double a = simulation->step > 0 && simulation->lead > 0 ? 1 - simulation->lead / simulation->step : 1;

  return a > 1 - SAME ? 1 : a < SAME ? 0 : a;
}

void
qn_simulation_finish_stroke (QnSimulation *simulation)
{
  const QnReading *from;
  gint64 cycle;
  int stroke;

  if (!simulation->followed)
    return;
  qn_simulation_halt (simulation);
  if (simulation->incomplete)
    start_trail (simulation);
  from = alpha (simulation) < 1 ? &simulation->before : &simulation->now;
  stroke = from->stroke;
  cycle = from->cycle;
  while (simulation->now.stroke == stroke && simulation->now.cycle == cycle)
    {
      advance_point (simulation);
      read_now (simulation);
    }
  simulation->lead = 0;
  show_grid_point (simulation);
}

void
qn_simulation_finish_cycle (QnSimulation *simulation)
{
  if (!simulation->followed)
    return;
  simulation->lead = 0;
  show_grid_point (simulation);
  if (simulation->incomplete)
    start_trail (simulation);
  while (!advance_point (simulation))
    continue;
  show_grid_point (simulation);
}

#define INTERPOLATE(field) out->field = a->field + (b->field - a->field) * t

static void
interpolate_ledger (const QnReading *a, const QnReading *b, double t, QnReading *out)
{
  for (int k = 0; k < QN_MAX_BATHS; k++)
    INTERPOLATE (heat[k]);
  INTERPOLATE (work_output);
}

static void
interpolate_state (const QnReading *a, const QnReading *b, double t, QnReading *out)
{
  INTERPOLATE (control);
  INTERPOLATE (force);
  INTERPOLATE (energy);
  INTERPOLATE (entropy);
  if (isfinite (a->temperature) && isfinite (b->temperature))
    INTERPOLATE (temperature);
  for (int n = 0; n < a->n_levels; n++)
    {
      INTERPOLATE (level[n]);
      INTERPOLATE (population[n]);
    }
  for (int i = 0; i < 3; i++)
    {
      INTERPOLATE (bloch[i]);
      INTERPOLATE (axis[i]);
    }
  INTERPOLATE (coherence_l1);
  INTERPOLATE (coherence_relative);
  INTERPOLATE (purity);
  INTERPOLATE (ergotropy);
  INTERPOLATE (concurrence);
  INTERPOLATE (mutual_information);
  INTERPOLATE (part_z[0]);
  INTERPOLATE (part_z[1]);
  INTERPOLATE (trace);
  INTERPOLATE (min_eigenvalue);
  for (int k = 0; k < a->n_state; k++)
    INTERPOLATE (state[k]);
}

void
qn_simulation_interpolate (const QnMachine *machine, const QnReading *a, const QnReading *b, double t, QnReading *out)
{
  gboolean same_stroke = a->stroke == b->stroke && a->cycle == b->cycle;

  *out = t < 1 ? *a : *b;
  if (t <= 0 || t >= 1)
    return;
  INTERPOLATE (time);
  out->fraction = a->fraction + ((same_stroke ? b->fraction : 1) - a->fraction) * t;
  if (!same_stroke && b->control != machine->stroke[a->stroke].to)
    return;
  interpolate_state (a, b, t, out);
  if (a->cycle == b->cycle)
    interpolate_ledger (a, b, t, out);
}

static double
position (const QnOutcome *outcome, const QnReading *now)
{
  double period = qn_phases_period (outcome->phase, outcome->n_phases);

  if (!(period > SHORTEST))
    return (now->stroke + now->fraction) / outcome->n_phases;
  return (qn_phases_period (outcome->phase, now->stroke) + now->fraction * outcome->phase[now->stroke].duration) / period;
}

/* Readings of the last period, oldest first, and the instant shown. */
static void
copy_trail (QnSimulation *simulation, QnSnapshot *snapshot)
{
  double period = qn_simulation_period (simulation), since = snapshot->now.time - period * (1 + 1e-9);
  const QnReading *last = NULL;

  snapshot->trail = g_new (QnReading, simulation->trail_used + 1);
  for (guint i = 0; i < simulation->trail_used; i++)
    {
      const QnReading *s = &simulation->trail[(simulation->trail_next + TRAIL_LENGTH - simulation->trail_used + i) % TRAIL_LENGTH];

      if (s->time < since || s->time > snapshot->now.time || s->cycle > snapshot->now.cycle || (period == 0 && s->cycle + 1 < snapshot->now.cycle))
        continue;
      last = &snapshot->trail[snapshot->n_trail++];
      snapshot->trail[snapshot->n_trail - 1] = *s;
    }
  if (!last || last->time < snapshot->now.time || last->stroke != snapshot->now.stroke || last->cycle != snapshot->now.cycle)
    snapshot->trail[snapshot->n_trail++] = snapshot->now;
}

/* Closed cycles up to the instant shown: the run may have closed one more. */
static void
copy_history (QnSimulation *simulation, QnSnapshot *snapshot)
{
  snapshot->history = g_new (QnCycleRecord, MAX (simulation->history_used, 1));
  for (guint i = 0; i < simulation->history_used; i++)
    {
      const QnCycleRecord *record = &simulation->history[(simulation->history_next + QN_HISTORY_LENGTH - simulation->history_used + i) % QN_HISTORY_LENGTH];

      if (record->ledger.cycle < snapshot->now.cycle)
        snapshot->history[snapshot->n_history++] = *record;
    }
}

QnSnapshot *
qn_simulation_snapshot (QnSimulation *simulation, gboolean running)
{
  QnSnapshot *snapshot = g_new0 (QnSnapshot, 1);

  qn_count_init (&snapshot->ref);
  snapshot->serial = ++simulation->serial;
  snapshot->scene = simulation->scene;
  snapshot->experiment = simulation->experiment;
  snapshot->valid = simulation->shown && !simulation->message;
  snapshot->message = g_strdup (simulation->message);
  snapshot->solution = simulation->shown ? qn_solution_ref (simulation->shown) : qn_solution_new_empty (&simulation->experiment);
  snapshot->outcome = snapshot->solution->outcome;
  snapshot->now = snapshot->outcome->start;
  /* What has not run yet, in this scene, stands at the start of its limit cycle. */
  if (!simulation->followed || simulation->played != simulation->scene)
    return snapshot;
  snapshot->running = running;
  if (simulation->lead < 0)
    show_grid_point (simulation);
  qn_simulation_interpolate (&simulation->followed->outcome->machine, &simulation->before, &simulation->now, alpha (simulation), &snapshot->now);
  snapshot->position = position (simulation->shown->outcome, &snapshot->now);
  copy_trail (simulation, snapshot);
  copy_history (simulation, snapshot);
  return snapshot;
}
