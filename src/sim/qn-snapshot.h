/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sim/qn-sweep.h"

G_BEGIN_DECLS

/* A curve of readings, immutable, shared by reference count. */
typedef struct
{
  gatomicrefcount ref;
  guint64 serial;        /* changes whenever the curve does; equal serials are equal curves */
  gsize n;
  QnReading *samples;
} QnCurve;

QnCurve *qn_curve_new   (QnReading *samples_taken, gsize n); /* takes ownership (g_malloc'd), new serial */
QnCurve *qn_curve_ref   (QnCurve *curve);
void     qn_curve_unref (QnCurve *curve);

typedef struct
{
  QnRunLedger books;
  double efficiency;     /* NAN unless an engine */
  double cop;            /* NAN unless a refrigerator */
  QnMode mode;
  gboolean transient;    /* disturbed, or not yet within 1e-6 of the limit cycle */
} QnCycleRecord;

#define QN_HISTORY_LENGTH 240

/* What the worker tells the world at one instant: immutable, reference-counted,
 * made by the worker (or by qn_snapshot_new_for()), read by any thread. */
typedef struct
{
  gatomicrefcount ref;
  guint64 serial;
  QnExperiment experiment;
  QnMachine machine;
  gboolean valid;        /* FALSE: this experiment cannot be computed; `message` says why, the rest is from the last one that could */
  char *message;
  QnLedger ledger;       /* of the limit cycle */
  QnResults results;     /* of the limit cycle */
  QnReport *report;      /* tables of the lab; NULL where it has none */
  QnReport *runs;        /* tables of single runs by now (qn-monte-carlo.h), or why there are none (qn_report_problem()); NULL unless they are wanted */
  QnSweepCurve *sweep;   /* over the cycle time; NULL: none yet, or not wanted. Of the last experiment until there is one of this */
  QnLedger reference_ledger;
  QnCurve *limit;        /* limit cycle, points_per_stroke + 1 a stroke */
  QnCurve *reference;    /* quasi-static cycle, same layout */
  gboolean running;
  QnReading now;          /* the live state (limit cycle's start when nothing ran) */
  double position;       /* 0..1 of the period */
  gsize n_trail;
  QnReading *trail;       /* the last cycle's readings up to now, oldest first */
  gsize n_history;
  QnCycleRecord *history; /* the last QN_HISTORY_LENGTH closed cycles, oldest first */
} QnSnapshot;

QnSnapshot *qn_snapshot_ref   (QnSnapshot *snapshot);
void        qn_snapshot_unref (QnSnapshot *snapshot);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QnSnapshot, qn_snapshot_unref)

/* Computed here and now, for the command line and for exports: the limit cycle
 * with cycles = 0 (`now` at its start, trail = one limit cycle, empty history), or `cycles`
 * cycles of the transient from the start state. */
QnSnapshot *qn_snapshot_new_for (const QnExperiment *experiment, int cycles, GError **error);

/* Adds single runs to a snapshot of one's own. FALSE: the machine has none (an oscillator). */
gboolean qn_snapshot_add_runs (QnSnapshot *snapshot, guint64 runs, guint64 seed, GError **error);

/* Adds the whole sweep over the cycle time to a snapshot of one's own. Takes some 150 limit cycles. */
void qn_snapshot_add_sweep (QnSnapshot *snapshot);

G_END_DECLS
