/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sim/qn-alarm.h"
#include "sim/qn-solution.h"

G_BEGIN_DECLS

/* Computes solutions beside the thread that asks, so that its machine streams on
 * however long a limit cycle takes. Only the newest question matters: one that
 * has not been begun is replaced; one that takes long is left to itself while a
 * second thread takes the newer one. A computation cannot be broken off inside
 * core: freeing the solver leaves it alone too, and it cleans up after itself. */
typedef struct _QnSolver QnSolver;

QnSolver *qn_solver_new  (QnAlarm *alarm); /* rung when an answer is there */
void      qn_solver_free (QnSolver *solver); /* at once */

void      qn_solver_ask  (QnSolver *solver, const QnExperiment *experiment);
gboolean  qn_solver_is_open (const QnSolver *solver); /* a question has yet to be answered */

typedef struct
{
  QnExperiment experiment;
  QnSolution *solution; /* NULL: it cannot be computed, for this reason: */
  char *message;
  gint64 cost;          /* microseconds it took */
  gboolean last;        /* no newer question is open */
} QnAnswer;

/* The newest answer that has come, answers older than one already given left
 * out; the caller clears it. Also starts what can be started now. */
gboolean  qn_solver_poll (QnSolver *solver, gint64 now, QnAnswer *answer);
void      qn_answer_clear (QnAnswer *answer);

/* When polling is due though nobody rang; G_MAXINT64: never. */
gint64    qn_solver_deadline (const QnSolver *solver);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QnSolver, qn_solver_free)

G_END_DECLS
