/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/qn-worker-private.h"

#include <math.h>

#include "sim/qn-atomic.h"
#include "sim/qn-background.h"
#include "sim/qn-pace.h"
#include "sim/qn-solver.h"

#define CHUNK_POINTS 2048                 /* streamed between looks at the clock and the inbox */
#define SLICE (4 * G_TIME_SPAN_MILLISECOND) /* of streaming between looks at everything else */
#define SHORTEST_FRAME (8 * G_TIME_SPAN_MILLISECOND)  /* between snapshots that are taken */
#define LONGEST_FRAME (100 * G_TIME_SPAN_MILLISECOND) /* between snapshots that nobody takes */
#define STOP_TIMEOUT (100 * G_TIME_SPAN_MILLISECOND)  /* after which a worker deep in a computation is left alone */
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

typedef struct
{
  QnLink link;
  QnCommandKind kind;
  double number;
  QnExperiment experiment;
} QnCommand;

/* Owned by the owner and the thread together; whoever lets go last frees it. */
struct _QnWorker
{
  gatomicrefcount ref;
  GThread *thread;
  QnWakeup *wakeup;   /* wakes the thread */
  QnWakeup *stopped;  /* sent by the thread when it has stopped */
  QnLink *inbox;      /* atomic: commands */
  QnSnapshot *slot;   /* atomic: the newest snapshot nobody has taken */
  gint stop;          /* atomic */
  gint moving;        /* atomic: the thread is to be woken when the slot is emptied */
  gint wakeups, published; /* atomic */

  /* The thread's own */
  QnSimulation *simulation;
  QnPace pace;
  QnSolver *solver;
  QnBackground *background;
  QnLink *deferred;       /* commands that came before there was a machine to command, oldest first */
  QnExperiment asked;     /* the newest experiment */
  gboolean answered;      /* any experiment has been */
  gboolean reset_pending; /* start anew with the answer to come */
  gboolean behind;        /* there was more to run when the last round ended */
  gint64 shown;           /* when the last snapshot was published */
};

static void
drop_commands (QnLink *command)
{
  for (QnLink *next; command; command = next)
    {
      next = command->next;
      g_free (command);
    }
}

static void
worker_unref (QnWorker *worker)
{
  if (!qn_count_release (&worker->ref))
    return;
  drop_commands (qn_queue_take (&worker->inbox));
  drop_commands (worker->deferred);
  g_clear_pointer (&worker->slot, qn_snapshot_unref);
  qn_wakeup_unref (worker->wakeup);
  qn_wakeup_unref (worker->stopped);
  g_free (worker);
}

static QnGrid *
grid_of (QnWorker *worker, QnExtras extra)
{
  QnGrid *grid = qn_background_grid (worker->background, extra);

  return grid ? qn_grid_ref (grid) : NULL;
}

static void
publish (QnWorker *worker, gint64 now)
{
  QnPace *pace = &worker->pace;
  QnSnapshot *snapshot, *untaken;

  if (!worker->answered)
    return;
  if (pace->playing && isinf (pace->speed))
    qn_simulation_complete_trail (worker->simulation);
  snapshot = qn_simulation_snapshot (worker->simulation, pace->playing);
  snapshot->runs = qn_background_runs (worker->background);
  if (snapshot->runs)
    qn_report_ref (snapshot->runs);
  snapshot->sweep = qn_background_sweep (worker->background);
  if (snapshot->sweep)
    qn_sweep_curve_ref (snapshot->sweep);
  snapshot->line = grid_of (worker, QN_EXTRA_LINE);
  snapshot->map = grid_of (worker, QN_EXTRA_MAP);
  snapshot->refining = qn_background_is_refining (worker->background);
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
execute (QnWorker *worker, const QnCommand *command)
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
      qn_background_want (worker->background, (guint) command->number);
      break;
    default:
      g_assert_not_reached ();
    }
}

/* Until the first experiment is computed, only a newer experiment means anything: the rest is deferred. */
static gboolean
read_inbox (QnWorker *worker)
{
  QnLink **place = &worker->deferred;
  gboolean any;

  while (*place)
    place = &(*place)->next;
  *place = qn_queue_take (&worker->inbox);
  any = worker->deferred != NULL;
  for (place = &worker->deferred; *place;)
    {
      QnCommand *command = (QnCommand *) *place;

      if (!worker->answered && command->kind != QN_COMMAND_EXPERIMENT)
        {
          place = &command->link.next;
          continue;
        }
      execute (worker, command);
      *place = command->link.next;
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
      qn_simulation_refuse (worker->simulation, &answer->experiment, answer->message);
      return;
    }
  qn_simulation_show (worker->simulation, answer->solution);
  qn_background_set (worker->background, &answer->solution->outcome->experiment);
  if (answer->cost > FAST && !reset)
    publish (worker, now);
  if (qn_simulation_follow (worker->simulation, &worker->stop, NULL) && reset)
    qn_pace_reset (&worker->pace);
}

static gboolean
take_answer (QnWorker *worker)
{
  gint64 now = g_get_monotonic_time ();
  g_autoptr (QnAnswer) answer = qn_solver_poll (worker->solver, now);

  if (!answer)
    return FALSE;
  accept (worker, answer, now);
  worker->reset_pending = worker->reset_pending && !answer->last;
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
  while (busy && now < end && !qn_wakeup_is_pending (worker->wakeup));
}

/* When a snapshot is due for the sake of time alone. */
static gint64
next_frame (QnWorker *worker)
{
  return worker->shown + (g_atomic_pointer_get (&worker->slot) ? LONGEST_FRAME : SHORTEST_FRAME);
}

/* One round: streams up to now at the old pace, then executes commands, then publishes. */
static void
work_once (QnWorker *worker)
{
  gboolean behind, changed, moving;
  gint64 now, deadline;

  qn_wakeup_clear (worker->wakeup);
  g_atomic_int_inc (&worker->wakeups);
  stream_on (worker);
  changed = take_answer (worker);
  changed = read_inbox (worker) || changed;
  changed = take_answer (worker) || changed;
  changed = qn_background_poll (worker->background) || changed;
  behind = qn_pace_tick (&worker->pace, g_get_monotonic_time (), CHUNK_POINTS);
  moving = worker->answered && (worker->pace.playing || behind);
  g_atomic_int_set (&worker->moving, moving);
  now = g_get_monotonic_time ();
  if (changed || (moving && now >= next_frame (worker)) || (worker->behind && !moving))
    publish (worker, now);
  worker->behind = behind;
  deadline = qn_solver_deadline (worker->solver);
  if (!behind)
    qn_wakeup_wait (worker->wakeup, moving ? MIN (deadline, next_frame (worker)) : deadline);
}

static gpointer
work (gpointer data)
{
  QnWorker *worker = data;

  worker->simulation = qn_simulation_new ();
  worker->solver = qn_solver_new (worker->wakeup);
  worker->background = qn_background_new (worker->wakeup);
  qn_pace_init (&worker->pace, worker->simulation, g_get_monotonic_time ());
  qn_solver_ask (worker->solver, &worker->asked);
  while (!g_atomic_int_get (&worker->stop))
    work_once (worker);
  g_clear_pointer (&worker->solver, qn_solver_free);
  g_clear_pointer (&worker->background, qn_background_free);
  g_clear_pointer (&worker->simulation, qn_simulation_free);
  qn_wakeup_send (worker->stopped);
  worker_unref (worker);
  return NULL;
}

QnWorker *
qn_worker_new (const QnExperiment *experiment)
{
  QnWorker *worker = g_new0 (QnWorker, 1);

  qn_count_init (&worker->ref);
  qn_count_hold (&worker->ref);
  worker->wakeup = qn_wakeup_new ();
  worker->stopped = qn_wakeup_new ();
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
  qn_wakeup_send (worker->wakeup);
  if (qn_wakeup_wait (worker->stopped, g_get_monotonic_time () + STOP_TIMEOUT))
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
  qn_queue_add (&worker->inbox, &command->link);
  qn_wakeup_send (worker->wakeup);
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

  if (snapshot && g_atomic_int_get (&worker->moving))
    qn_wakeup_send (worker->wakeup);
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
