/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sim/qn-alarm.h"
#include "lab/qn-monte-carlo.h"

G_BEGIN_DECLS

/* What some figures want that takes its time, computed beside everything else and told as it grows: at most a third of one
 * core, broken off at once when the experiment changes or nobody wants it any more. */
typedef enum
{
  QN_EXTRA_RUNS = 1 << 0, /* single runs of the lab's sampler, until there are QN_MOST_RUNS */
  QN_EXTRA_SWEEP = 1 << 1, /* the same experiment over its cycle time (qn-sweep.h), computed by a QnSweeper */
} QnExtras;

#define QN_MOST_RUNS 200000
#define QN_RUNS_SEED 1

typedef struct _QnBackground QnBackground;

/* Belongs to one thread, which `alarm` wakes when there is something new. */
QnBackground *qn_background_new  (QnAlarm *alarm);
void          qn_background_free (QnBackground *background); /* at once; what still computes cleans up after itself */

void      qn_background_want (QnBackground *background, guint extras);
/* Another experiment, that can be computed: what is known of the last one is forgotten. */
void      qn_background_set  (QnBackground *background, const QnExperiment *experiment, const QnMachine *machine);
/* TRUE: something new has come since the last call. */
gboolean  qn_background_poll (QnBackground *background);
/* The tables of the runs by now, or why there are none (qn_report_problem()); NULL: none yet. Transfer none. */
QnReport *qn_background_runs (QnBackground *background);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QnBackground, qn_background_free)

G_END_DECLS
