/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lab/qn-outcome.h"
#include "sim/qn-curve.h"

G_BEGIN_DECLS

#define QN_CURVE_POINTS 96 /* per stroke, on limit cycle and reference */

/* Everything about an experiment that does not depend on how it has been run so
 * far: limit cycle, its results and ledger, quasi-static reference. Immutable,
 * shared by reference count, readable by any thread. */
typedef struct
{
  gatomicrefcount ref;
  QnOutcome *outcome; /* Owned */
  QnCurve *limit;     /* of readings, QN_CURVE_POINTS + 1 a stroke; empty where the lab is no machine; NULL: nothing could be computed yet */
  QnCurve *reference; /* the quasi-static cycle, same layout; NULL where the machine has none */
  QnLedger reference_ledger; /* zero then */
} QnSolution;

/* Computes; takes from tens of microseconds to seconds. NULL without an error where
 * `cancelled` (qn_is_cancelled()) was set. */
QnSolution *qn_solution_new       (const QnExperiment *experiment, const gint *cancelled, GError **error);
QnSolution *qn_solution_new_empty (const QnExperiment *experiment); /* of nothing */
QnSolution *qn_solution_ref       (QnSolution *solution);
void        qn_solution_unref     (QnSolution *solution);

/* Whether a state of `from` carries on in `to`: same lab, medium and number of strokes, and no preset begins, which has a
 * start state of its own. */
gboolean    qn_solution_leads_to (const QnSolution *from, const QnSolution *to);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QnSolution, qn_solution_unref)

G_END_DECLS
