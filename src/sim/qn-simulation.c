/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/qn-simulation.h"

#include <math.h>
#include <string.h>

#include "sim/qn-atomic.h"

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
  QnSolution *followed;    /* what `run` runs */
  QnRun *run;
  guint64 serial;
  gint64 points;

  QnReading before, now; /* readings around the instant shown: the grid points before and after it */
  gboolean fresh;       /* `now` is where the run is */
  double lead;          /* by how many cycles the run is ahead of what is shown; < 0: owed */
  double step;          /* the cycles between `before` and `now` */

  QnReading trail[TRAIL_LENGTH];
  guint trail_next, trail_used;
  int countdown; /* points to the next reading */
  gboolean broken;
  QnCycleRecord history[QN_HISTORY_LENGTH];
  guint history_next, history_used;
};

QnSimulation *
qn_simulation_new (void)
{
  return g_new0 (QnSimulation, 1);
}

void
qn_simulation_free (QnSimulation *stream)
{
  if (!stream)
    return;
  g_clear_pointer (&stream->run, qn_run_free);
  g_clear_pointer (&stream->shown, qn_solution_unref);
  g_clear_pointer (&stream->followed, qn_solution_unref);
  g_free (stream->message);
  g_free (stream);
}

double
qn_simulation_period (const QnSimulation *stream)
{
  double period = stream->run ? qn_machine_period (&stream->followed->machine) : 0;

  return period > SHORTEST ? period : 0;
}

gint64
qn_simulation_points (const QnSimulation *stream)
{
  return stream->points;
}

static void
read_now (QnSimulation *stream)
{
  if (!stream->fresh)
    qn_run_read (stream->run, &stream->now);
  stream->fresh = TRUE;
}

/* Shows the grid point the run is at. */
static void
stand (QnSimulation *stream)
{
  read_now (stream);
  stream->before = stream->now;
  stream->step = 0;
}

/* Every stroke begins with a reading; within it they are evenly spaced. */
static void
set_countdown (QnSimulation *stream)
{
  int moving = 0, stride, rest;

  for (int i = 0; i < stream->followed->machine.n_strokes; i++)
    moving += stream->followed->machine.stroke[i].duration > 0;
  stride = MAX (1, (moving * QN_RUN_POINTS + TRAIL_READINGS - 1) / TRAIL_READINGS);
  rest = (int) lround ((1 - stream->now.fraction) * QN_RUN_POINTS);
  if (stream->followed->machine.stroke[stream->now.stroke].duration == 0)
    rest = 1;
  stream->countdown = CLAMP (rest, 1, stride);
}

static void
keep_reading (QnSimulation *stream)
{
  read_now (stream);
  stream->trail[stream->trail_next] = stream->now;
  stream->trail_next = (stream->trail_next + 1) % TRAIL_LENGTH;
  stream->trail_used = MIN (stream->trail_used + 1, TRAIL_LENGTH);
  set_countdown (stream);
}

static void
break_trail (QnSimulation *stream)
{
  stream->trail_next = stream->trail_used = 0;
  stream->broken = TRUE;
}

static void
start_trail (QnSimulation *stream)
{
  break_trail (stream);
  stream->broken = FALSE;
  keep_reading (stream);
}

void
qn_simulation_reset (QnSimulation *stream)
{
  stream->history_next = stream->history_used = 0;
  stream->lead = 0;
  stream->fresh = FALSE;
  if (!stream->run)
    return;
  qn_run_reset (stream->run);
  stand (stream);
  start_trail (stream);
}

void
qn_simulation_show (QnSimulation *stream, QnSolution *solution)
{
  qn_solution_ref (solution);
  g_clear_pointer (&stream->shown, qn_solution_unref);
  stream->shown = solution;
  stream->experiment = solution->experiment;
  g_clear_pointer (&stream->message, g_free);
}

void
qn_simulation_refuse (QnSimulation *stream, const QnExperiment *experiment, const char *message)
{
  stream->experiment = *experiment;
  g_free (stream->message);
  stream->message = g_strdup (message);
}

/* The run goes on with its old machine: so does what is shown. */
static void
fall_back (QnSimulation *stream, const char *message)
{
  if (stream->followed)
    {
      qn_solution_ref (stream->followed);
      g_clear_pointer (&stream->shown, qn_solution_unref);
      stream->shown = stream->followed;
    }
  qn_simulation_refuse (stream, &stream->experiment, message);
}

gboolean
qn_simulation_follow (QnSimulation *stream, GError **error)
{
  g_autoptr (GError) why = NULL;
  gboolean anew = !stream->followed || !qn_solution_akin (stream->followed, stream->shown);
  const QnMachine *machine = &stream->shown->machine;

  if (stream->shown == stream->followed)
    return TRUE;
  if (stream->run ? !qn_run_set_machine (stream->run, machine, &why)
                  : !(stream->run = qn_run_new (machine, QN_RUN_POINTS, QN_RUN_TOLERANCE, &why)))
    {
      fall_back (stream, why->message);
      g_propagate_error (error, g_steal_pointer (&why));
      return FALSE;
    }
  g_clear_pointer (&stream->followed, qn_solution_unref);
  stream->followed = qn_solution_ref (stream->shown);
  stream->fresh = FALSE;
  if (anew)
    qn_simulation_reset (stream);
  stand (stream);
  set_countdown (stream);
  return TRUE;
}

static gboolean
settled (const QnSimulation *stream, const QnRunLedger *books)
{
  const QnLedger *ledger = &stream->followed->ledger;
  double least = SETTLED * MAX (ledger->energy_scale, G_MINDOUBLE);

  if (books->disturbed || !(fabs (books->work_output - ledger->work_output) <= least))
    return FALSE;
  for (int k = 0; k < ledger->n_baths; k++)
    if (!(fabs (books->heat[k] - ledger->heat[k]) <= least))
      return FALSE;
  return TRUE;
}

/* What the lab makes of a cycle's heats. */
static void
rebook (const QnSimulation *stream, QnRunLedger *books)
{
  const QnSolution *solution = stream->followed;
  QnLedger ledger = { .n_strokes = solution->machine.n_strokes, .n_baths = solution->machine.n_baths };

  if (!solution->experiment.lab->rebook)
    return;
  memcpy (ledger.heat, books->heat, sizeof books->heat);
  for (int i = 0; i < ledger.n_strokes; i++)
    memcpy (ledger.stroke[i].heat, books->stroke_heat[i], sizeof books->stroke_heat[i]);
  solution->experiment.lab->rebook (&solution->experiment, &solution->machine, &ledger);
  memcpy (books->heat, ledger.heat, sizeof books->heat);
}

/* The hotter bath counts as hot whatever its name. */
static void
record_cycle (QnSimulation *stream)
{
  QnCycleRecord *record = &stream->history[stream->history_next];
  const QnMachine *machine = &stream->followed->machine;
  gboolean reversed = machine->n_baths > 1 && machine->bath[QN_HOT].temperature < machine->bath[QN_COLD].temperature;
  double hot, cold;

  memset (record, 0, sizeof *record);
  if (!qn_run_last_cycle (stream->run, &record->books))
    return;
  rebook (stream, &record->books);
  hot = record->books.heat[reversed ? QN_COLD : QN_HOT];
  cold = record->books.heat[reversed ? QN_HOT : QN_COLD];
  record->mode = qn_mode (hot, cold, record->books.work_output, stream->followed->ledger.energy_scale);
  record->efficiency = record->mode == QN_MODE_ENGINE ? record->books.work_output / hot : NAN;
  record->cop = record->mode == QN_MODE_REFRIGERATOR ? cold / -record->books.work_output : NAN;
  record->transient = !settled (stream, &record->books);
  stream->history_next = (stream->history_next + 1) % QN_HISTORY_LENGTH;
  stream->history_used = MIN (stream->history_used + 1, QN_HISTORY_LENGTH);
}

/* One grid point further; TRUE where it closed a cycle. */
static gboolean
pass_point (QnSimulation *stream)
{
  gboolean closed = qn_run_advance (stream->run);

  stream->fresh = FALSE;
  stream->points++;
  if (closed)
    record_cycle (stream);
  if (stream->broken)
    return closed;
  if (--stream->countdown <= 0)
    keep_reading (stream);
  return closed;
}

/* One stroke of a machine without a period, however many points it has. */
static double
pass_sudden (QnSimulation *stream)
{
  int strokes = stream->followed->machine.n_strokes, passed;

  stand (stream);
  do
    {
      pass_point (stream);
      read_now (stream);
    }
  while (stream->now.stroke == stream->before.stroke && stream->now.cycle == stream->before.cycle);
  passed = (stream->now.cycle > stream->before.cycle ? strokes : 0) + stream->now.stroke - stream->before.stroke;
  stream->step = MAX (1, passed) / (double) strokes;
  return stream->step;
}

/* The last point that is owed is passed between two readings: what is shown lies there. */
static double
pass_timed (QnSimulation *stream, double period)
{
  double step = qn_run_next_duration (stream->run) / period;

  if (stream->lead + step >= 0)
    stand (stream);
  pass_point (stream);
  if (stream->lead + step >= 0)
    read_now (stream);
  stream->step = step;
  return step;
}

gboolean
qn_simulation_advance (QnSimulation *stream, double cycles, guint most_points)
{
  double period = qn_simulation_period (stream);

  if (!stream->run)
    return FALSE;
  stream->lead -= cycles;
  if (stream->lead < -1)
    break_trail (stream);
  for (guint i = 0; stream->lead < 0 && i < most_points; i++)
    {
      if (stream->broken && stream->lead >= -1)
        start_trail (stream);
      stream->lead += period > 0 ? pass_timed (stream, period) : pass_sudden (stream);
    }
  return stream->lead < 0;
}

void
qn_simulation_limit_pending (QnSimulation *stream, double cycles)
{
  stream->lead = MAX (stream->lead, -cycles);
}

void
qn_simulation_rest (QnSimulation *stream)
{
  if (stream->lead >= 0 || !stream->run)
    return;
  stream->lead = 0;
  stand (stream);
}

void
qn_simulation_mend_trail (QnSimulation *stream)
{
  if (!stream->broken)
    return;
  stream->lead = 0;
  qn_simulation_advance (stream, 1, G_MAXUINT);
}

/* 0 at `before`, 1 at `now`. */
static double
alpha (const QnSimulation *stream)
{
  double a = stream->step > 0 && stream->lead > 0 ? 1 - stream->lead / stream->step : 1;

  return a > 1 - SAME ? 1 : a < SAME ? 0 : a;
}

void
qn_simulation_finish_stroke (QnSimulation *stream)
{
  const QnReading *from;
  gint64 cycle;
  int stroke;

  if (!stream->run)
    return;
  qn_simulation_rest (stream);
  if (stream->broken)
    start_trail (stream);
  from = alpha (stream) < 1 ? &stream->before : &stream->now;
  stroke = from->stroke;
  cycle = from->cycle;
  while (stream->now.stroke == stroke && stream->now.cycle == cycle)
    {
      pass_point (stream);
      read_now (stream);
    }
  stream->lead = 0;
  stand (stream);
}

void
qn_simulation_finish_cycle (QnSimulation *stream)
{
  if (!stream->run)
    return;
  stream->lead = 0;
  stand (stream);
  if (stream->broken)
    start_trail (stream);
  while (!pass_point (stream))
    continue;
  stand (stream);
}

#define BLEND(field) out->field = a->field + (b->field - a->field) * t

static void
blend_books (const QnReading *a, const QnReading *b, double t, QnReading *out)
{
  for (int k = 0; k < QN_MAX_BATHS; k++)
    BLEND (heat[k]);
  BLEND (work_output);
}

static void
blend_state (const QnReading *a, const QnReading *b, double t, QnReading *out)
{
  BLEND (control);
  BLEND (force);
  BLEND (energy);
  BLEND (entropy);
  if (isfinite (a->temperature) && isfinite (b->temperature))
    BLEND (temperature);
  for (int n = 0; n < a->n_levels; n++)
    {
      BLEND (level[n]);
      BLEND (population[n]);
    }
  for (int i = 0; i < 3; i++)
    {
      BLEND (bloch[i]);
      BLEND (axis[i]);
    }
  BLEND (coherence_l1);
  BLEND (coherence_relative);
  BLEND (purity);
  BLEND (ergotropy);
  BLEND (concurrence);
  BLEND (mutual_information);
  BLEND (part_z[0]);
  BLEND (part_z[1]);
  BLEND (trace);
  BLEND (min_eigenvalue);
  for (int k = 0; k < a->n_state; k++)
    BLEND (state[k]);
}

void
qn_simulation_blend (const QnMachine *machine, const QnReading *a, const QnReading *b, double t, QnReading *out)
{
  gboolean same_stroke = a->stroke == b->stroke && a->cycle == b->cycle;

  *out = t < 1 ? *a : *b;
  if (t <= 0 || t >= 1)
    return;
  BLEND (time);
  out->fraction = a->fraction + ((same_stroke ? b->fraction : 1) - a->fraction) * t;
  if (!same_stroke && b->control != machine->stroke[a->stroke].to)
    return;
  blend_state (a, b, t, out);
  if (a->cycle == b->cycle)
    blend_books (a, b, t, out);
}

static double
position (const QnMachine *machine, const QnReading *now)
{
  double before = 0, period = qn_machine_period (machine);

  if (!(period > SHORTEST))
    return (now->stroke + now->fraction) / machine->n_strokes;
  for (int i = 0; i < now->stroke; i++)
    before += machine->stroke[i].duration;
  return (before + now->fraction * machine->stroke[now->stroke].duration) / period;
}

/* Readings of the last period, oldest first, and the instant shown. */
static void
copy_trail (QnSimulation *stream, QnSnapshot *snapshot)
{
  double period = qn_simulation_period (stream), since = snapshot->now.time - period * (1 + 1e-9);
  const QnReading *last = NULL;

  snapshot->trail = g_new (QnReading, stream->trail_used + 1);
  for (guint i = 0; i < stream->trail_used; i++)
    {
      const QnReading *s = &stream->trail[(stream->trail_next + TRAIL_LENGTH - stream->trail_used + i) % TRAIL_LENGTH];

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
copy_history (QnSimulation *stream, QnSnapshot *snapshot)
{
  snapshot->history = g_new (QnCycleRecord, MAX (stream->history_used, 1));
  for (guint i = 0; i < stream->history_used; i++)
    {
      const QnCycleRecord *record = &stream->history[(stream->history_next + QN_HISTORY_LENGTH - stream->history_used + i) % QN_HISTORY_LENGTH];

      if (record->books.cycle < snapshot->now.cycle)
        snapshot->history[snapshot->n_history++] = *record;
    }
}

static void
copy_solution (const QnSolution *solution, QnSnapshot *snapshot)
{
  snapshot->machine = solution->machine;
  snapshot->ledger = solution->ledger;
  snapshot->results = solution->results;
  snapshot->reference_ledger = solution->reference_ledger;
  snapshot->limit = qn_curve_ref (solution->limit);
  snapshot->reference = solution->reference ? qn_curve_ref (solution->reference) : NULL;
  snapshot->report = solution->report ? qn_report_ref (solution->report) : NULL;
  snapshot->now = solution->start;
}

static void
copy_nothing (const QnExperiment *experiment, QnSnapshot *snapshot)
{
  snapshot->results.lab = experiment->lab;
  for (int i = 0; i < QN_MAX_RESULTS; i++)
    snapshot->results.number[i] = NAN;
}

QnSnapshot *
qn_simulation_snapshot (QnSimulation *stream, gboolean running)
{
  QnSnapshot *snapshot = g_new0 (QnSnapshot, 1);

  qn_count_init (&snapshot->ref);
  snapshot->serial = ++stream->serial;
  snapshot->experiment = stream->experiment;
  snapshot->valid = stream->shown && !stream->message;
  snapshot->message = g_strdup (stream->message);
  if (stream->shown)
    copy_solution (stream->shown, snapshot);
  else
    copy_nothing (&stream->experiment, snapshot);
  /* What has not run yet, in this lab and medium, stands at the start of its limit cycle. */
  if (!stream->run || !qn_solution_akin (stream->shown, stream->followed))
    return snapshot;
  snapshot->running = running;
  if (stream->lead < 0)
    stand (stream);
  qn_simulation_blend (&stream->followed->machine, &stream->before, &stream->now, alpha (stream), &snapshot->now);
  snapshot->position = position (&stream->shown->machine, &snapshot->now);
  copy_trail (stream, snapshot);
  copy_history (stream, snapshot);
  return snapshot;
}
