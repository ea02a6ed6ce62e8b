/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lab/qn-over.h"
#include "sim/qn-sweep.h"
#include "sim/qn-wakeup.h"

G_BEGIN_DECLS

/* What some figures want that takes its time, computed beside everything else, told as it grows, and dropped
 * when the experiment changes or nobody wants it any more. */
typedef enum
{
  QN_EXTRA_RUNS = 1 << 0,  /* single runs of the lab's sampler, until there are QN_MOST_RUNS; at most a third of one core */
  QN_EXTRA_SWEEP = 1 << 1, /* the same experiment over its cycle time (qn-sweep.h) */
  QN_EXTRA_LINE = 1 << 2,  /* its results over one parameter (qn_over_line()), coarse to fine, each time complete */
  QN_EXTRA_MAP = 1 << 3,   /* and over two (qn_over_map()) */
} QnExtras;

#define QN_MOST_RUNS 200000
#define QN_RUNS_SEED 1

typedef struct _QnBackground QnBackground;

/* Belongs to one thread, which `wakeup` wakes when there is something new. */
QnBackground *qn_background_new  (QnWakeup *wakeup);
void          qn_background_free (QnBackground *background); /* at once */

void      qn_background_want (QnBackground *background, guint extras);
/* An experiment that can be computed. What is known of another one is forgotten: runs now, the sweep and grids
 * of one of the same lab when there is more of the new one. A grid that is the same, because nothing but the present place on its
 * axes has changed, stays. */
void      qn_background_set  (QnBackground *background, const QnExperiment *experiment);
/* TRUE: something new has come since the last call. */
gboolean  qn_background_poll (QnBackground *background);

/* NULL: none yet. Transfer none. */
QnReport     *qn_background_runs  (QnBackground *background); /* tables of the runs by now, or why there are none (qn_report_problem()) */
QnSweepCurve *qn_background_sweep (QnBackground *background);
QnGrid       *qn_background_grid  (QnBackground *background, QnExtras extra); /* LINE or MAP; of the last experiment until there is one of this */
gboolean      qn_background_is_refining (QnBackground *background); /* a grid that is wanted will still become finer */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QnBackground, qn_background_free)

G_END_DECLS
