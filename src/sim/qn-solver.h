/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sim/qn-solution.h"
#include "sim/qn-wakeup.h"

G_BEGIN_DECLS

/* Computes solutions beside the thread that asks, so that its machine streams on however long a limit cycle takes. Only the
 * newest question matters: one that has not been begun is replaced. One that is being computed has a quarter of a second to be
 * answered, so that a slider shows what it passes while it is dragged; then, or at once where the newer one is
 * about another lab, it is dropped for the newer one. */
typedef struct _QnSolver QnSolver;

QnSolver *qn_solver_new  (QnWakeup *wakeup); /* sent when an answer is there */
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

/* The newest answer, where one has come since the last call; transfer full. Also begins what can be begun now. */
QnAnswer *qn_solver_poll (QnSolver *solver, gint64 now);
void      qn_answer_free (QnAnswer *answer);

/* When polling is due though no wakeup was sent; G_MAXINT64: never. */
gint64    qn_solver_deadline (const QnSolver *solver);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QnSolver, qn_solver_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QnAnswer, qn_answer_free)

G_END_DECLS
