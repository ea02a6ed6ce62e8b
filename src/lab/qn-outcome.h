/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lab/qn-results.h"

G_BEGIN_DECLS

/* What happens one after the other, as a timeline shows it. */
typedef enum { QN_PHASE_RESTS, QN_PHASE_MOVES } QnPhaseKind; /* whether the control moves */

typedef struct
{
  const char *name; /* N_(), small initial; "" where it has none */
  double duration;
  QnPhaseKind kind;
  guint baths;      /* reservoirs in contact: mask of 1u << QnBathIndex */
} QnPhase;

/* The strokes of a machine, at most QN_MAX_STROKES; their number. */
int     qn_machine_phases  (const QnMachine *machine, QnPhase *out);
QnPhase qn_phase_of_stroke (const QnStroke *stroke);
double  qn_phases_period  (const QnPhase *phases, int n); /* the sum of all durations */

/* What must hold of every outcome. A machine's ledger tells it, elsewhere the results do, as far as the lab reports them. */
typedef enum { QN_LAW_FIRST, QN_LAW_SECOND, QN_LAW_TRACE, QN_LAW_POSITIVITY, QN_N_LAWS } QnLaw;

/* To 1e-9, energies in units of the ledger's scale. *residual (may be NULL) is NaN where it is not known; then the law holds, but for
 * a machine the second law alone. */
gboolean qn_law_holds (const QnResults *results, const QnLedger *ledger, QnLaw law, double *residual);

/* Why an outcome is to be read with care, the most serious first. */
typedef enum
{
  QN_DOUBT_MODEL = 1 << 0,      /* the second law is broken, but not by the energy of the parts alone: a local model at its limit */
  QN_DOUBT_NOT_UNIQUE = 1 << 1, /* time averages from the start state */
  QN_DOUBT_SECULAR = 1 << 2,    /* QnLedger.secular_ratio below 1 */
  QN_DOUBT_REGENERATOR = 1 << 3, /* the laws hold only if the work that the regenerator needs is paid */
} QnDoubt;
#define QN_N_DOUBTS 4

guint       qn_doubts     (const QnResults *results, const QnLedger *ledger); /* mask */
const char *qn_doubt_text (guint doubts); /* translated, of the most serious one; NULL of none */
/* How it stands with the first and the second law, and with the state. What is not known does not hold. */
typedef enum { QN_VERDICT_HOLD, QN_VERDICT_ONLY_IF, QN_VERDICT_BROKEN, QN_VERDICT_NOT_CHECKED } QnVerdict;

/* *detail (free with g_free): translated, what they hold only if, or which of the two is not checked; NULL: nothing to add. */
QnVerdict   qn_verdict    (const QnResults *results, const QnLedger *ledger, char **detail);
const char *qn_doubt_id   (QnDoubt doubt); /* of one, for files: "not-unique" */

/* What an experiment comes to. Written by the thread that evaluates, then shared by reference count and never changed. */
struct _QnOutcome
{
  gint ref; /* atomic */
  QnExperiment experiment;
  QnResults results;
  QnReport *tables; /* Owned; none in it where the lab has none */
  int n_phases;
  QnPhase phase[QN_MAX_STROKES];
  guint doubts;
  /* Of a lab that is a machine (QnLab.build); zero elsewhere, without a medium. */
  QnMachine machine;
  int cycles;         /* 0: of the limit cycle; n: of cycle n from the start state */
  QnLedger ledger;
  QnReading start;    /* of that cycle */
  QnCycle *cycle;     /* Owned; until it is taken */
  const QnCycle *beside; /* borrowed while it is evaluated: qn_experiment_evaluate_beside() */
};

/* Everything an experiment tells. A result that is not a number, or that breaks a law which its model keeps, is an error of QN_LAB_ERROR that
 * names the parameter farthest beyond its slider. NULL without an error where `cancelled` (atomic, may be NULL) was set. */
QnOutcome *qn_experiment_evaluate (const QnExperiment *experiment, const gint *cancelled, GError **error);
/* The same, bit for bit; what it has in common with an outcome of nearly the same experiment (NULL: none), whose cycle has not been taken, is
 * not computed again. */
QnOutcome *qn_experiment_evaluate_beside (const QnExperiment *experiment, const QnOutcome *beside, const gint *cancelled, GError **error);
/* The same from cycle number `cycles` >= 1 of the transient. The lab is a machine. */
QnOutcome *qn_experiment_evaluate_transient (const QnExperiment *experiment, int cycles, const gint *cancelled, GError **error);
/* Where nothing could be computed: no results, no phases, no medium. */
QnOutcome *qn_outcome_new_empty (const QnExperiment *experiment);
QnOutcome *qn_outcome_ref   (QnOutcome *outcome);
void       qn_outcome_unref (QnOutcome *outcome);

/* The cycle itself, for its readings; before the outcome is shared. NULL where the lab is no machine. */
QnCycle   *qn_outcome_take_cycle (QnOutcome *outcome);

/* For QnLab.evaluate: the machine that the lab builds, its ledger, phases and the results that follow from them. */
gboolean   qn_outcome_run_machine (QnOutcome *outcome, const gint *cancelled, GError **error);
void       qn_outcome_add_phase   (QnOutcome *outcome, const char *name, double duration);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QnOutcome, qn_outcome_unref)

G_END_DECLS
