/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/linear/qn-map.h"
#include "core/machine/qn-machine.h"
#include "core/medium/qn-medium.h"

G_BEGIN_DECLS

/* The flow of a stroke over s in [from, to]; no jumps of the control. An event happens at s = 0, after it there is no flow. tolerance: error of K per stroke.
 * Looks at medium->cancelled. */
gboolean qn_flow_stroke (const QnMedium *medium, const QnMachine *machine, const QnStroke *stroke, double from, double to, double tolerance, QnMap *map, GError **error);

/* All strokes one after the other, the first from its `from`: x becomes the state at the end, ledger (QN_N_ROWS) gains their rows and the
 * work of the control's jumps. */
gboolean qn_flow_strokes (const QnMedium *medium, const QnMachine *machine, double tolerance, double *x, double *ledger, GError **error);

/* Of a continuous machine, an oscillator's excepted: generator (NULL: not wanted) and book rows of qn_medium_generator(), free with
 * g_free(); elsewhere they stay as they are. */
void qn_flow_at_rest (const QnMedium *medium, const QnMachine *machine, double **G, double **rows);

/* Is the stroke the same flow all along, so that its equal parts share a map? An event is not. */
gboolean qn_stroke_is_steady (const QnMachine *machine, const QnStroke *stroke);

/* Control before the stroke starts to move, its first value, and the last. */
double qn_stroke_first (const QnStroke *stroke);
double qn_stroke_last  (const QnStroke *stroke);

/* Generalised force of a reading on a stroke, see qn_medium_force(). */
double qn_stroke_force (const QnStroke *stroke, const QnMedium *medium, const double *x, const QnReading *reading);

/* (1/tau) int ||H_CD||_F dt from state x at the stroke's start; of a Gaussian medium H_CD's standard deviation instead of
 * its norm. 0 without H_CD, NaN at tau = 0 with it and where the states are not Gaussian. */
double qn_drive_cost (const QnMedium *medium, const QnMachine *machine, const QnStroke *stroke, const double *x);

G_END_DECLS
