/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/machine/qn-run.h"
#include "lab/qn-over.h"
#include "sim/qn-solution.h"
#include "sim/qn-sweep.h"

G_BEGIN_DECLS

typedef struct
{
  QnRunLedger ledger;
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
  guint64 scene;         /* changes where the machine starts from its start state: another lab, medium or preset, or by request */
  QnExperiment experiment;
  gboolean valid;        /* FALSE: this experiment cannot be computed; `message` says why, the rest is from the last one that could */
  char *message;
  QnSolution *solution;  /* Owned, never NULL */
  const QnOutcome *outcome; /* the solution's */
  QnReport *runs;        /* tables of single runs by now (qn-monte-carlo.h), or why there are none (qn_report_problem()); NULL unless they are wanted */
  QnSweepCurve *sweep;   /* over the cycle time; NULL: none yet, or not wanted. Of the last experiment until there is one of this */
  QnGrid *line, *map;    /* results over one parameter and over two; likewise */
  gboolean refining;     /* these will still become finer */
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

G_END_DECLS
