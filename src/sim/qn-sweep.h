/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lab/qn-outcome.h"

G_BEGIN_DECLS

/* What an experiment would tell along one axis: the limit cycle of the same experiment with one parameter changed, or with
 * all its durations multiplied by a factor, point by point, coarse to fine. */

#define QN_SWEEP_TIME_FACTOR (-1)

typedef struct
{
  int parameter;   /* index into the lab's table, or QN_SWEEP_TIME_FACTOR: all durations (dimension TIME, group TIMING) times it */
  double from, to; /* of the parameter or of the factor; from < to */
  gboolean log;    /* equal ratios, then from > 0; else equal steps */
} QnSweepAxis;

/* 1/2048 to 32 times the present cycle time: slow cycles cost the most. The present machine is a point of it. */
QnSweepAxis qn_sweep_time_axis (void);
gboolean    qn_sweep_axis_equal (const QnSweepAxis *a, const QnSweepAxis *b);

typedef struct
{
  double at;       /* the parameter, or the factor */
  QnResults results;
} QnSweepPoint;

/* One point, from nothing but its arguments. FALSE: out of the hard range, cannot be computed, or its limit cycle is not
 * unique (QN_LAB_ERROR, QN_CORE_ERROR); without an error where `cancelled` (atomic, may be NULL) was set. */
gboolean qn_sweep_point (const QnExperiment *experiment, const QnSweepAxis *axis, double at, const gint *cancelled, QnSweepPoint *point, GError **error);

/* What the machine is there for, per time: the power of an engine, the heat a refrigerator takes from the colder reservoir
 * over the period (`power` says how much work that takes). NAN where these results are not of that mode. */
double qn_sweep_output (const QnResults *results, QnMode mode);

/* The points known by some moment. Immutable, shared by reference count, readable by any thread. */
typedef struct
{
  gatomicrefcount ref;
  guint64 serial;          /* changes whenever the curve does */
  QnExperiment experiment;
  QnSweepAxis axis;
  double progress;         /* 1: nothing is left to compute */
  gsize n;                 /* those that cannot be computed are left out */
  QnSweepPoint *points;    /* `at` rising */
} QnSweepCurve;

QnSweepCurve *qn_sweep_curve_ref   (QnSweepCurve *curve);
void          qn_sweep_curve_unref (QnSweepCurve *curve);

/* The point of greatest output in this mode, -1 where there is none. *inside (may be NULL): the output falls on either
 * side of it (by more than 1e-6), so that it is a maximum and not where the axis, or the mode, ends. */
int qn_sweep_curve_best (const QnSweepCurve *curve, QnMode mode, gboolean *inside);

/* The computation, for one thread. The points come in an order of their own, the same always: 9, 17, 33, 65, 129 of
 * equal distance; then between those where the output bends by more than QN_SWEEP_BEND of its greatest value, three times
 * over and QN_SWEEP_EXTRA at most; then around the greatest output of an engine and of a refrigerator, halving the distance
 * QN_SWEEP_ROUNDS times. */
#define QN_SWEEP_FIRST 9
#define QN_SWEEP_POINTS 129
#define QN_SWEEP_ROUNDS 9
#define QN_SWEEP_BEND 0.01
#define QN_SWEEP_EXTRA 192
#define QN_SWEEP_MOST (QN_SWEEP_POINTS + QN_SWEEP_EXTRA + 4 * QN_SWEEP_ROUNDS) /* points there can be */

typedef struct _QnSweep QnSweep;

QnSweep      *qn_sweep_new   (const QnExperiment *experiment, const QnSweepAxis *axis);
void          qn_sweep_free  (QnSweep *sweep);
/* The next point. FALSE: there is none left (or `cancelled` was set: then nothing has changed). */
gboolean      qn_sweep_step  (QnSweep *sweep, const gint *cancelled);
guint         qn_sweep_tried (const QnSweep *sweep); /* points so far, also those left out */
QnSweepCurve *qn_sweep_curve (const QnSweep *sweep); /* what is known by now; transfer full */

/* All of it here and now. NULL: cancelled. */
QnSweepCurve *qn_sweep_compute (const QnExperiment *experiment, const QnSweepAxis *axis, const gint *cancelled);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QnSweep, qn_sweep_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QnSweepCurve, qn_sweep_curve_unref)

G_END_DECLS
