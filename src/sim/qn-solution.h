/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lab/qn-lab.h"
#include "sim/qn-curve.h"

G_BEGIN_DECLS

#define QN_CURVE_POINTS 96 /* per stroke, on limit cycle and reference */

/* Everything about an experiment that does not depend on how it has been run so
 * far: limit cycle, its results and ledger, quasi-static reference. Immutable,
 * shared by reference count, readable by any thread. */
typedef struct
{
  gatomicrefcount ref;
  QnExperiment experiment;
  QnMachine machine;
  QnLedger ledger, reference_ledger; /* as the lab books them (QnLab.rebook); the latter zero where there is no reference */
  QnResults results;
  QnReport *report;   /* NULL where the lab has none */
  QnCurve *limit;
  QnCurve *reference; /* NULL where the machine has none */
  QnReading start;     /* of the limit cycle */
} QnSolution;

/* Computes; takes from tens of microseconds to seconds. NULL without an error where
 * `cancelled` (qn_is_cancelled()) was set. */
QnSolution *qn_solution_new   (const QnExperiment *experiment, const gint *cancelled, GError **error);
QnSolution *qn_solution_ref   (QnSolution *solution);
void        qn_solution_unref (QnSolution *solution);

/* Whether a state of one can carry on in the other: same lab, medium and number of strokes. */
gboolean    qn_solution_akin  (const QnSolution *a, const QnSolution *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QnSolution, qn_solution_unref)

G_END_DECLS
