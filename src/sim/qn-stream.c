/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "qn-stream.h"

#include <math.h>
#include <string.h>

#define TOLERANCE 1e-10
#define CURVE_POINTS 96  /* a stroke, on limit cycle and reference */
#define RUN_POINTS 240   /* a stroke, streamed */
#define TRAIL_LENGTH 400 /* readings kept of the last cycle */
#define SETTLED 1e-6     /* of the energy scale */

struct _QnStream
{
  QnExperiment experiment;
  gboolean valid;
  char *message;

  /* of the last experiment that could be computed */
  QnExperiment computed;
  QnMachine machine;
  QnLedger ledger, reference_ledger;
  QnResults results;
  QnCurve *limit, *reference;
  QnRun *run; /* NULL until one could be */

  double due; /* simulated time owed */
  guint64 serial;
  QnSample trail[TRAIL_LENGTH];
  guint trail_next, trail_used;
  double trail_time; /* of the newest reading */
  QnCycleRecord history[QN_HISTORY_LENGTH];
  guint history_next, history_used;
};

static QnCurve *
sample_limit (QnCycle *cycle, int n_strokes)
{
  QnSample *samples = g_new0 (QnSample, n_strokes * (CURVE_POINTS + 1));

  return qn_curve_new (samples, qn_cycle_sample (cycle, CURVE_POINTS, samples));
}

static QnCurve *
sample_reference (const QnMachine *machine, QnLedger *ledger, GError **error)
{
  QnSample *samples = g_new0 (QnSample, machine->n_strokes * (CURVE_POINTS + 1));
  gsize n = qn_quasi_static_sample (machine, CURVE_POINTS, samples, ledger, error);

  if (n > 0)
    return qn_curve_new (samples, n);
  g_free (samples);
  return NULL;
}

static void
take_curve (QnCurve **place, QnCurve *curve)
{
  g_clear_pointer (place, qn_curve_unref);
  *place = curve;
}

/* Everything is computed before anything is replaced. */
static gboolean
compute (QnStream *stream, const QnExperiment *experiment, GError **error)
{
  QnMachine machine;
  QnResults results;
  QnLedger ledger, reference_ledger;
  g_autoptr (QnCycle) cycle = NULL;
  QnCurve *reference;

  if (!qn_experiment_machine (experiment, &machine, error) || !qn_experiment_evaluate (experiment, &results, &ledger, &cycle, error))
    return FALSE;
  reference = sample_reference (&machine, &reference_ledger, error);
  if (!reference)
    return FALSE;
  if (stream->run ? !qn_run_set_machine (stream->run, &machine, error) : !(stream->run = qn_run_new (&machine, RUN_POINTS, TOLERANCE, error)))
    {
      qn_curve_unref (reference);
      return FALSE;
    }
  take_curve (&stream->limit, sample_limit (cycle, machine.n_strokes));
  take_curve (&stream->reference, reference);
  stream->computed = *experiment;
  stream->machine = machine;
  stream->results = results;
  stream->ledger = ledger;
  stream->reference_ledger = reference_ledger;
  return TRUE;
}

static void
forget_past (QnStream *stream)
{
  stream->trail_next = stream->trail_used = 0;
  stream->history_next = stream->history_used = 0;
  stream->due = 0;
  stream->trail_time = -INFINITY;
}

static void
keep_reading (QnStream *stream)
{
  QnSample *reading = &stream->trail[stream->trail_next];

  qn_run_read (stream->run, reading);
  stream->trail_time = reading->time;
  stream->trail_next = (stream->trail_next + 1) % TRAIL_LENGTH;
  stream->trail_used = MIN (stream->trail_used + 1, TRAIL_LENGTH);
}

static gboolean
another_kind (const QnExperiment *a, const QnExperiment *b)
{
  QnMachine x, y;

  if (a->lab != b->lab)
    return TRUE;
  return qn_experiment_machine (a, &x, NULL) && qn_experiment_machine (b, &y, NULL)
         && (x.medium.kind != y.medium.kind || x.medium.levels != y.medium.levels);
}

gboolean
qn_stream_set_experiment (QnStream *stream, const QnExperiment *experiment)
{
  g_autoptr (GError) error = NULL;
  gboolean anew = stream->run && another_kind (&stream->computed, experiment);

  stream->experiment = *experiment;
  g_clear_pointer (&stream->message, g_free);
  stream->valid = compute (stream, experiment, &error);
  if (!stream->valid)
    {
      stream->message = g_strdup (error->message);
      return FALSE;
    }
  if (anew)
    qn_stream_reset (stream);
  return TRUE;
}

QnStream *
qn_stream_new (const QnExperiment *experiment)
{
  QnStream *stream = g_new0 (QnStream, 1);

  stream->computed = *experiment;
  forget_past (stream);
  qn_stream_set_experiment (stream, experiment);
  if (stream->run)
    keep_reading (stream);
  return stream;
}

void
qn_stream_free (QnStream *stream)
{
  if (!stream)
    return;
  g_clear_pointer (&stream->run, qn_run_free);
  g_clear_pointer (&stream->limit, qn_curve_unref);
  g_clear_pointer (&stream->reference, qn_curve_unref);
  g_free (stream->message);
  g_free (stream);
}

void
qn_stream_reset (QnStream *stream)
{
  forget_past (stream);
  if (!stream->run)
    return;
  qn_run_reset (stream->run);
  keep_reading (stream);
}

double
qn_stream_period (const QnStream *stream)
{
  return stream->run ? qn_machine_period (&stream->machine) : 0;
}

gboolean
qn_stream_valid (const QnStream *stream)
{
  return stream->valid;
}

static gboolean
settled (const QnStream *stream, const QnCycleBooks *books)
{
  double least = SETTLED * MAX (stream->ledger.energy_scale, G_MINDOUBLE);

  if (books->disturbed || fabs (books->work_output - stream->ledger.work_output) > least)
    return FALSE;
  for (int k = 0; k < stream->machine.n_baths; k++)
    if (fabs (books->heat[k] - stream->ledger.heat[k]) > least)
      return FALSE;
  return TRUE;
}

static void
record_cycle (QnStream *stream)
{
  QnCycleRecord *record = &stream->history[stream->history_next];
  gboolean reversed = stream->machine.bath[QN_HOT].temperature < stream->machine.bath[QN_COLD].temperature;
  double hot, cold;

  memset (record, 0, sizeof *record);
  if (!qn_run_last_cycle (stream->run, &record->books))
    return;
  hot = record->books.heat[reversed ? QN_COLD : QN_HOT];
  cold = record->books.heat[reversed ? QN_HOT : QN_COLD];
  record->mode = qn_mode (hot, cold, record->books.work_output, stream->ledger.energy_scale);
  record->efficiency = record->mode == QN_MODE_ENGINE ? record->books.work_output / hot : NAN;
  record->cop = record->mode == QN_MODE_REFRIGERATOR ? cold / -record->books.work_output : NAN;
  record->transient = !settled (stream, &record->books);
  stream->history_next = (stream->history_next + 1) % QN_HISTORY_LENGTH;
  stream->history_used = MIN (stream->history_used + 1, QN_HISTORY_LENGTH);
}

/* One point; TRUE where it ended a cycle. */
static gboolean
point (QnStream *stream)
{
  gboolean closed = qn_run_advance (stream->run);

  if (closed)
    record_cycle (stream);
  return closed;
}

/* Readings are kept at even distances in time, as many as the trail holds. */
static void
keep_if_due (QnStream *stream, double time)
{
  if (time - stream->trail_time >= qn_stream_period (stream) / (TRAIL_LENGTH - 20))
    keep_reading (stream);
}

gsize
qn_stream_advance (QnStream *stream, double duration, gsize most_points)
{
  gsize points = 0;
  double time;

  if (!stream->run || qn_stream_period (stream) == 0)
    return 0;
  time = stream->trail_time;
  stream->due += duration;
  while (points < most_points)
    {
      double next = qn_run_next_duration (stream->run);

      if (next > stream->due)
        break;
      stream->due -= next;
      time += next;
      point (stream);
      keep_if_due (stream, time);
      points++;
    }
  /* what could not be done in time is let go: the pace is a wish, the physics is not */
  if (points == most_points)
    stream->due = 0;
  return points;
}

void
qn_stream_step (QnStream *stream)
{
  QnSample reading;
  int stroke;
  gint64 cycle;

  if (!stream->run || qn_stream_period (stream) == 0)
    return;
  qn_run_read (stream->run, &reading);
  stroke = reading.stroke;
  cycle = reading.cycle;
  do
    {
      point (stream);
      keep_reading (stream);
      qn_run_read (stream->run, &reading);
    }
  while (reading.stroke == stroke && reading.cycle == cycle);
  stream->due = 0;
}

void
qn_stream_cycle (QnStream *stream)
{
  if (!stream->run)
    return;
  for (gboolean closed = FALSE; !closed;)
    {
      double time = stream->trail_time + qn_run_next_duration (stream->run);

      closed = point (stream);
      keep_if_due (stream, time);
    }
}

static double
position (const QnStream *stream, const QnSample *now)
{
  double before = 0, period = qn_stream_period (stream);

  for (int i = 0; i < now->stroke; i++)
    before += stream->machine.stroke[i].duration;
  return period > 0 ? (before + now->fraction * stream->machine.stroke[now->stroke].duration) / period : 0;
}

/* Readings of the last period, oldest first, and the present one. */
static void
copy_trail (QnStream *stream, QnSnapshot *snapshot)
{
  double period = qn_stream_period (stream);

  snapshot->trail = g_new (QnSample, stream->trail_used + 1);
  for (guint i = 0; i < stream->trail_used; i++)
    {
      const QnSample *s = &stream->trail[(stream->trail_next + TRAIL_LENGTH - stream->trail_used + i) % TRAIL_LENGTH];

      if (s->time >= snapshot->now.time - period)
        snapshot->trail[snapshot->n_trail++] = *s;
    }
  if (snapshot->n_trail == 0 || snapshot->trail[snapshot->n_trail - 1].time < snapshot->now.time)
    snapshot->trail[snapshot->n_trail++] = snapshot->now;
}

static void
copy_history (QnStream *stream, QnSnapshot *snapshot)
{
  snapshot->n_history = stream->history_used;
  snapshot->history = g_new (QnCycleRecord, MAX (stream->history_used, 1));
  for (guint i = 0; i < stream->history_used; i++)
    snapshot->history[i] = stream->history[(stream->history_next + QN_HISTORY_LENGTH - stream->history_used + i) % QN_HISTORY_LENGTH];
}

QnSnapshot *
qn_stream_snapshot (QnStream *stream, gboolean running)
{
  QnSnapshot *snapshot = g_new0 (QnSnapshot, 1);

  g_atomic_ref_count_init (&snapshot->ref);
  snapshot->serial = ++stream->serial;
  snapshot->experiment = stream->experiment;
  snapshot->machine = stream->machine;
  snapshot->valid = stream->valid;
  snapshot->message = g_strdup (stream->message);
  snapshot->ledger = stream->ledger;
  snapshot->results = stream->results;
  snapshot->reference_ledger = stream->reference_ledger;
  snapshot->limit = stream->limit ? qn_curve_ref (stream->limit) : NULL;
  snapshot->reference = stream->reference ? qn_curve_ref (stream->reference) : NULL;
  snapshot->running = running;
  if (!stream->run)
    return snapshot;
  qn_run_read (stream->run, &snapshot->now);
  snapshot->position = position (stream, &snapshot->now);
  copy_trail (stream, snapshot);
  copy_history (stream, snapshot);
  return snapshot;
}
