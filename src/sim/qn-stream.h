/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "qn-snapshot.h"

G_BEGIN_DECLS

/* A running experiment without a thread or a clock: what the worker drives and
 * what qn_snapshot_new_for() runs. Simulated time is given, never measured, so
 * that the same calls give the same snapshots. Belongs to one thread. */
typedef struct _QnStream QnStream;

QnStream *qn_stream_new  (const QnExperiment *experiment);
void      qn_stream_free (QnStream *stream);

/* The state carries on; another lab or medium starts anew. FALSE: it cannot be
 * computed; the old machine runs on and snapshots say so. */
gboolean qn_stream_set_experiment (QnStream *stream, const QnExperiment *experiment);
void     qn_stream_reset   (QnStream *stream);

/* Runs on by `duration` simulated time, at most `most_points` grid points. What
 * is left over is carried to the next call. Returns the points streamed. */
gsize    qn_stream_advance (QnStream *stream, double duration, gsize most_points);
/* To the end of the present stroke. */
void     qn_stream_step    (QnStream *stream);
/* One whole cycle further, to its end. */
void     qn_stream_cycle   (QnStream *stream);

double   qn_stream_period  (const QnStream *stream); /* 0: everything is sudden */
gboolean qn_stream_valid   (const QnStream *stream);

QnSnapshot *qn_stream_snapshot (QnStream *stream, gboolean running);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QnStream, qn_stream_free)

G_END_DECLS
