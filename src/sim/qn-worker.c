/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/qn-worker-private.h"

#include <math.h>

#include "sim/qn-background.h"
#include "sim/qn-count.h"
#include "sim/qn-solver.h"
#include "sim/qn-pace.h"
#include "sim/qn-sweeper.h"

#define CHUNK_POINTS 2048                 /* streamed between looks at the clock and the inbox */
#define SLICE (4 * G_TIME_SPAN_MILLISECOND) /* of streaming between looks at everything else */
#define SHORTEST_FRAME (8 * G_TIME_SPAN_MILLISECOND)  /* between snapshots that are taken */
#define LONGEST_FRAME (100 * G_TIME_SPAN_MILLISECOND) /* between snapshots that nobody takes */
#define LEAVE_TAKING (100 * G_TIME_SPAN_MILLISECOND)  /* before a worker deep in a computation is left alone */
#define FAST (3 * G_TIME_SPAN_MILLISECOND) /* a solution after which the machine is ready within a frame */

typedef enum
{
  QN_COMMAND_EXPERIMENT,
  QN_COMMAND_PLAY,
  QN_COMMAND_PAUSE,
  QN_COMMAND_STEP,
  QN_COMMAND_ADVANCE,
  QN_COMMAND_RESET,
  QN_COMMAND_SPEED,
  QN_COMMAND_WANT,
} QnCommandKind;

typedef struct _QnCommand QnCommand;
struct _QnCommand
{
  QnCommand *next; /* in the inbox: sent before this one; once read: after it */
  QnCommandKind kind;
  double number;
  QnExperiment experiment;
};

/* Owned by the owner and the thread together; whoever lets go last frees it. */
struct _QnWorker
{
  gatomicrefcount ref;
  GThread *thread;
  QnAlarm *alarm;     /* wakes the thread */
  QnAlarm *farewell;  /* rung by the thread when it is done */
  QnCommand *inbox;   /* atomic: the newest command, from which the older ones hang */
  QnSnapshot *slot;   /* atomic: the newest snapshot nobody has taken */
  gint stop;          /* atomic */
  gint hungry;        /* atomic: the thread wants to know when the slot is emptied */
  gint wakeups, published; /* atomic */

  /* The thread's own */
  QnSimulation *stream;
  QnPace pace;
  QnSolver *solver;
  QnBackground *background;
  QnSweeper *sweeper;
  QnCommand *kept;        /* what came before there was a machine to command, oldest first */
  QnExperiment asked;     /* the newest experiment */
  gboolean answered;      /* any experiment has been */
  gboolean reset_pending; /* start anew with the answer to come */
  gboolean owing;         /* there was more to stream when the last round ended */
  gint64 shown;           /* when the last snapshot was published */
};

static void
drop_commands (QnCommand *command)
{
  while (command)
    {
      QnCommand *next = command->next;

      g_free (command);
      command = next;
    }
}

static void
worker_unref (QnWorker *worker)
{
  if (!qn_count_release (&worker->ref))
    return;
  drop_commands (g_atomic_pointer_get (&worker->inbox));
  drop_commands (worker->kept);
  g_clear_pointer (&worker->slot, qn_snapshot_unref);
  qn_alarm_unref (worker->alarm);
  qn_alarm_unref (worker->farewell);
  g_free (worker);
}

static void
publish (QnWorker *worker, gint64 now)
{
  QnPace *pace = &worker->pace;
  QnSnapshot *snapshot, *untaken;

  if (!worker->answered)
    return;
  if (pace->playing && isinf (pace->speed))
    qn_simulation_mend_trail (worker->stream);
  snapshot = qn_simulation_snapshot (worker->stream, pace->playing);
  snapshot->runs = qn_background_runs (worker->background);
  if (snapshot->runs)
    qn_report_ref (snapshot->runs);
  snapshot->sweep = qn_sweeper_curve (worker->sweeper);
  if (snapshot->sweep)
    qn_sweep_curve_ref (snapshot->sweep);
  untaken = g_atomic_pointer_exchange (&worker->slot, snapshot);
  g_clear_pointer (&untaken, qn_snapshot_unref);
  g_atomic_int_inc (&worker->published);
  worker->shown = now;
}

static void
ask (QnWorker *worker, const QnExperiment *experiment)
{
  if (qn_experiment_equal (&worker->asked, experiment) && g_str_equal (worker->asked.preset, experiment->preset))
    return;
  worker->asked = *experiment;
  qn_solver_ask (worker->solver, experiment);
}

static void
want (QnWorker *worker, guint extras)
{
  QnSweepAxis axis = qn_sweep_time_axis ();

  qn_background_want (worker->background, extras);
  qn_sweeper_want (worker->sweeper, extras & QN_EXTRA_SWEEP ? &axis : NULL);
}

static void
obey (QnWorker *worker, const QnCommand *command)
{
  QnPace *pace = &worker->pace;

  switch (command->kind)
    {
    case QN_COMMAND_EXPERIMENT:
      ask (worker, &command->experiment);
      break;
    case QN_COMMAND_PLAY:
      qn_pace_play (pace);
      break;
    case QN_COMMAND_PAUSE:
      qn_pace_pause (pace);
      break;
    case QN_COMMAND_STEP:
      qn_pace_step (pace);
      break;
    case QN_COMMAND_ADVANCE:
      qn_pace_advance (pace, command->number);
      break;
    case QN_COMMAND_RESET:
      qn_pace_reset (pace);
      worker->reset_pending = qn_solver_is_open (worker->solver);
      break;
    case QN_COMMAND_SPEED:
      qn_pace_set_speed (pace, command->number);
      break;
    case QN_COMMAND_WANT:
      want (worker, (guint) command->number);
      break;
    default:
      g_assert_not_reached ();
    }
}

/* Commands that have come, in the order they were sent. */
static QnCommand *
empty_inbox (QnWorker *worker)
{
  QnCommand *newest = g_atomic_pointer_exchange (&worker->inbox, NULL), *oldest = NULL;

  while (newest)
    {
      QnCommand *before = newest->next;

      newest->next = oldest;
      oldest = newest;
      newest = before;
    }
  return oldest;
}

/* Until the first experiment is computed, only a newer experiment means anything: the rest is kept. */
static gboolean
read_inbox (QnWorker *worker)
{
  QnCommand **place = &worker->kept;
  gboolean any;

  while (*place)
    place = &(*place)->next;
  *place = empty_inbox (worker);
  any = worker->kept != NULL;
  for (place = &worker->kept; *place;)
    {
      QnCommand *command = *place;

      if (!worker->answered && command->kind != QN_COMMAND_EXPERIMENT)
        {
          place = &command->next;
          continue;
        }
      obey (worker, command);
      *place = command->next;
      g_free (command);
    }
  return any;
}

/* A computed experiment is shown before the run has made its step maps, if that may take longer than a frame. */
static void
accept (QnWorker *worker, QnAnswer *answer, gint64 now)
{
  gboolean reset = worker->reset_pending && answer->last;

  worker->answered = TRUE;
  if (!answer->solution)
    {
      qn_simulation_refuse (worker->stream, &answer->experiment, answer->message);
      return;
    }
  qn_simulation_show (worker->stream, answer->solution);
  qn_background_set (worker->background, &answer->solution->experiment, &answer->solution->machine);
  qn_sweeper_set (worker->sweeper, &answer->solution->experiment);
  if (answer->cost > FAST && !reset)
    publish (worker, now);
  if (qn_simulation_follow (worker->stream, NULL) && reset)
    qn_pace_reset (&worker->pace);
}

static gboolean
hear_solver (QnWorker *worker, gint64 now)
{
  QnAnswer answer = { 0 };

  if (!qn_solver_poll (worker->solver, now, &answer))
    return FALSE;
  accept (worker, &answer, now);
  worker->reset_pending = worker->reset_pending && !answer.last;
  qn_answer_clear (&answer);
  return TRUE;
}

/* Streams for a slice at most. */
static void
stream_on (QnWorker *worker)
{
  gint64 now = g_get_monotonic_time (), end = now + SLICE;
  gboolean busy;

  do
    {
      busy = qn_pace_tick (&worker->pace, now, CHUNK_POINTS);
      now = g_get_monotonic_time ();
    }
  while (busy && now < end && !qn_alarm_rung (worker->alarm));
}

/* When a snapshot is due for the sake of time alone. */
static gint64
next_frame (QnWorker *worker)
{
  return worker->shown + (g_atomic_pointer_get (&worker->slot) ? LONGEST_FRAME : SHORTEST_FRAME);
}

static void
rest (QnWorker *worker, gboolean moving)
{
  gint64 deadline = qn_solver_deadline (worker->solver);

  qn_alarm_sleep (worker->alarm, moving ? MIN (deadline, next_frame (worker)) : deadline);
}

/* One round: streams up to now at the old pace, then obeys, then tells. */
static void
go_round (QnWorker *worker)
{
  gboolean busy, changed, moving;
  gint64 now;

  qn_alarm_clear (worker->alarm);
  g_atomic_int_inc (&worker->wakeups);
  stream_on (worker);
  changed = hear_solver (worker, g_get_monotonic_time ());
  changed = read_inbox (worker) || changed;
  changed = hear_solver (worker, g_get_monotonic_time ()) || changed;
  changed = qn_background_poll (worker->background) || changed;
  changed = qn_sweeper_poll (worker->sweeper) || changed;
  busy = qn_pace_tick (&worker->pace, g_get_monotonic_time (), CHUNK_POINTS);
  moving = worker->answered && (worker->pace.playing || busy);
  g_atomic_int_set (&worker->hungry, moving);
  now = g_get_monotonic_time ();
  if (changed || (moving && now >= next_frame (worker)) || (worker->owing && !moving))
    publish (worker, now);
  worker->owing = busy;
  if (!busy)
    rest (worker, moving);
}

static gpointer
work (gpointer data)
{
  QnWorker *worker = data;

  worker->stream = qn_simulation_new ();
  worker->solver = qn_solver_new (worker->alarm);
  worker->background = qn_background_new (worker->alarm);
  worker->sweeper = qn_sweeper_new (worker->alarm);
  qn_pace_init (&worker->pace, worker->stream, g_get_monotonic_time ());
  qn_solver_ask (worker->solver, &worker->asked);
  while (!g_atomic_int_get (&worker->stop))
    go_round (worker);
  g_clear_pointer (&worker->solver, qn_solver_free);
  g_clear_pointer (&worker->background, qn_background_free);
  g_clear_pointer (&worker->sweeper, qn_sweeper_free);
  g_clear_pointer (&worker->stream, qn_simulation_free);
  qn_alarm_ring (worker->farewell);
  worker_unref (worker);
  return NULL;
}

QnWorker *
qn_worker_new (const QnExperiment *experiment)
{
  QnWorker *worker = g_new0 (QnWorker, 1);

  qn_count_init (&worker->ref);
  qn_count_hold (&worker->ref);
  worker->alarm = qn_alarm_new ();
  worker->farewell = qn_alarm_new ();
  worker->asked = *experiment;
  worker->thread = g_thread_new ("quench-worker", work, worker);
  return worker;
}

/* Nothing waits for a computation that cannot be broken off: its thread then frees what is left. */
void
qn_worker_free (QnWorker *worker)
{
  if (!worker)
    return;
  g_atomic_int_set (&worker->stop, TRUE);
  qn_alarm_ring (worker->alarm);
  if (qn_alarm_sleep (worker->farewell, g_get_monotonic_time () + LEAVE_TAKING))
    g_thread_join (worker->thread);
  else
    g_thread_unref (worker->thread);
  worker_unref (worker);
}

static void
send (QnWorker *worker, QnCommandKind kind, double number, const QnExperiment *experiment)
{
  QnCommand *command = g_new0 (QnCommand, 1);

  command->kind = kind;
  command->number = number;
  if (experiment)
    command->experiment = *experiment;
  do
    command->next = g_atomic_pointer_get (&worker->inbox);
  while (!g_atomic_pointer_compare_and_exchange (&worker->inbox, command->next, command));
  qn_alarm_ring (worker->alarm);
}

void
qn_worker_set_experiment (QnWorker *worker, const QnExperiment *experiment)
{
  g_return_if_fail (experiment != NULL && experiment->lab != NULL);
  send (worker, QN_COMMAND_EXPERIMENT, 0, experiment);
}

void
qn_worker_play (QnWorker *worker)
{
  send (worker, QN_COMMAND_PLAY, 0, NULL);
}

void
qn_worker_pause (QnWorker *worker)
{
  send (worker, QN_COMMAND_PAUSE, 0, NULL);
}

void
qn_worker_step (QnWorker *worker)
{
  send (worker, QN_COMMAND_STEP, 0, NULL);
}

void
qn_worker_advance (QnWorker *worker, double fraction)
{
  g_return_if_fail (isfinite (fraction) && fraction >= 0);
  send (worker, QN_COMMAND_ADVANCE, fraction, NULL);
}

void
qn_worker_reset (QnWorker *worker)
{
  send (worker, QN_COMMAND_RESET, 0, NULL);
}

void
qn_worker_set_speed (QnWorker *worker, double speed)
{
  g_return_if_fail (speed > 0);
  send (worker, QN_COMMAND_SPEED, speed, NULL);
}

void
qn_worker_want (QnWorker *worker, guint extras)
{
  send (worker, QN_COMMAND_WANT, extras, NULL);
}

QnSnapshot *
qn_worker_take (QnWorker *worker)
{
  QnSnapshot *snapshot = g_atomic_pointer_exchange (&worker->slot, NULL);

  if (snapshot && g_atomic_int_get (&worker->hungry))
    qn_alarm_ring (worker->alarm);
  return snapshot;
}

guint
qn_worker_wakeups (QnWorker *worker)
{
  return g_atomic_int_get (&worker->wakeups);
}

guint
qn_worker_published (QnWorker *worker)
{
  return g_atomic_int_get (&worker->published);
}
