/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "qn-worker.h"

#include <math.h>

#include "qn-stream.h"

#define CYCLE_SECONDS 6.0      /* of one cycle at speed 1 */
#define FRAME (G_USEC_PER_SEC / 60)
#define SLICE_POINTS 4000      /* streamed before commands are looked at again */
#define HIDDEN_FRAME (G_USEC_PER_SEC / 4) /* between snapshots nobody takes */

/* What the owner asks for. Requests pile up until the worker takes them all at once. */
typedef struct
{
  gboolean quit, reset, step, has_experiment;
  double advance;
  gboolean playing;
  double speed;
  QnExperiment experiment;
} Request;

struct _QnWorker
{
  GThread *thread;
  GMutex mutex; /* guards request; held for the length of a copy */
  GCond cond;
  Request request;
  QnSnapshot *slot; /* atomic; the newest snapshot nobody has taken */

  /* The thread's own */
  QnStream *stream;
  gint64 last; /* when simulated time was last granted */
};

static void
publish (QnWorker *worker, gboolean running)
{
  QnSnapshot *snapshot = qn_stream_snapshot (worker->stream, running);
  QnSnapshot *untaken = g_atomic_pointer_exchange (&worker->slot, snapshot);

  g_clear_pointer (&untaken, qn_snapshot_unref);
}

/* Waits for a request, while playing no longer than until the next frame is due. */
static Request
take_request (QnWorker *worker, gint64 wake)
{
  Request *request = &worker->request, taken;

  g_mutex_lock (&worker->mutex);
  while (!request->quit && !request->reset && !request->step && !request->has_experiment && request->advance == 0)
    {
      gboolean playing = request->playing;

      if (playing && g_get_monotonic_time () >= wake)
        break;
      if (!playing)
        g_cond_wait (&worker->cond, &worker->mutex);
      else if (!g_cond_wait_until (&worker->cond, &worker->mutex, wake))
        break;
      if (request->playing != playing)
        break;
    }
  taken = *request;
  request->reset = request->step = request->has_experiment = FALSE;
  request->advance = 0;
  g_mutex_unlock (&worker->mutex);
  return taken;
}

/* Commands other than time itself; TRUE if the snapshot must show them now. */
static gboolean
obey (QnWorker *worker, const Request *request)
{
  gboolean changed = request->has_experiment || request->reset || request->step || request->advance > 0;

  if (request->has_experiment)
    qn_stream_set_experiment (worker->stream, &request->experiment);
  if (request->reset)
    qn_stream_reset (worker->stream);
  if (request->step)
    qn_stream_step (worker->stream);
  if (request->advance > 0)
    qn_stream_advance (worker->stream, request->advance * qn_stream_period (worker->stream), G_MAXSIZE);
  return changed;
}

/* Simulated time for the real time since the last call. */
static void
grant_time (QnWorker *worker, double speed, gint64 now)
{
  double seconds = (now - worker->last) / (double) G_USEC_PER_SEC, period = qn_stream_period (worker->stream);

  worker->last = now;
  if (isinf (speed))
    qn_stream_advance (worker->stream, period * SLICE_POINTS, SLICE_POINTS);
  else
    qn_stream_advance (worker->stream, seconds * speed * period / CYCLE_SECONDS, SLICE_POINTS * 8);
}

static gpointer
work (gpointer data)
{
  QnWorker *worker = data;
  gboolean was_playing = FALSE;
  gint64 wake = 0, shown = 0;
  QnExperiment first;

  g_mutex_lock (&worker->mutex);
  first = worker->request.experiment;
  g_mutex_unlock (&worker->mutex);
  worker->stream = qn_stream_new (&first);
  publish (worker, FALSE);
  for (;;)
    {
      Request request = take_request (worker, wake);
      gint64 now = g_get_monotonic_time ();
      gboolean changed;

      if (request.quit)
        break;
      if (!request.playing || !was_playing)
        worker->last = now;
      changed = obey (worker, &request) || request.playing != was_playing;
      if (request.playing && was_playing)
        grant_time (worker, request.speed, now);
      was_playing = request.playing;
      if (changed || now - shown >= (g_atomic_pointer_get (&worker->slot) ? HIDDEN_FRAME : FRAME - 2000))
        {
          publish (worker, request.playing);
          shown = now;
        }
      wake = isinf (request.speed) && qn_stream_period (worker->stream) > 0 ? now : now + FRAME;
    }
  g_clear_pointer (&worker->stream, qn_stream_free);
  return NULL;
}

QnWorker *
qn_worker_new (const QnExperiment *experiment)
{
  QnWorker *worker = g_new0 (QnWorker, 1);

  g_mutex_init (&worker->mutex);
  g_cond_init (&worker->cond);
  worker->request.speed = 1;
  worker->request.experiment = *experiment;
  worker->thread = g_thread_new ("quench-worker", work, worker);
  return worker;
}

/* The request stays locked between these two. */
static Request *
begin (QnWorker *worker)
{
  g_mutex_lock (&worker->mutex);
  return &worker->request;
}

static void
end (QnWorker *worker)
{
  g_cond_signal (&worker->cond);
  g_mutex_unlock (&worker->mutex);
}

void
qn_worker_free (QnWorker *worker)
{
  if (!worker)
    return;
  begin (worker)->quit = TRUE;
  end (worker);
  g_thread_join (worker->thread);
  g_clear_pointer (&worker->slot, qn_snapshot_unref);
  g_mutex_clear (&worker->mutex);
  g_cond_clear (&worker->cond);
  g_free (worker);
}

void
qn_worker_set_experiment (QnWorker *worker, const QnExperiment *experiment)
{
  Request *request = begin (worker);

  request->has_experiment |= !qn_experiment_equal (&request->experiment, experiment);
  request->experiment = *experiment;
  end (worker);
}

void
qn_worker_play (QnWorker *worker)
{
  begin (worker)->playing = TRUE;
  end (worker);
}

void
qn_worker_pause (QnWorker *worker)
{
  begin (worker)->playing = FALSE;
  end (worker);
}

void
qn_worker_step (QnWorker *worker)
{
  Request *request = begin (worker);

  request->playing = FALSE;
  request->step = TRUE;
  end (worker);
}

void
qn_worker_advance (QnWorker *worker, double fraction)
{
  Request *request = begin (worker);

  request->playing = FALSE;
  request->advance += MAX (fraction, 0);
  end (worker);
}

void
qn_worker_reset (QnWorker *worker)
{
  begin (worker)->reset = TRUE;
  end (worker);
}

void
qn_worker_set_speed (QnWorker *worker, double speed)
{
  g_return_if_fail (speed > 0);
  begin (worker)->speed = speed;
  end (worker);
}

QnSnapshot *
qn_worker_take (QnWorker *worker)
{
  return g_atomic_pointer_exchange (&worker->slot, NULL);
}
