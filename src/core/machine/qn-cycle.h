/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/machine/qn-ledger.h"
#include "core/medium/qn-medium.h"

G_BEGIN_DECLS

/* The limit cycle of a machine: the state that one cycle maps onto itself,
 * found as the fixed point of the one-cycle map (never by iteration); of a continuous machine the steady state, where its
 * generator vanishes. Where the
 * fixed point is not unique, the time average of the orbit that starts from
 * qn_machine_start(), and ledger.unique is FALSE.
 *
 * `tolerance` bounds the error of the propagation over one cycle; QN_TOLERANCE is
 * what every part of the program asks for. Pure, re-entrant; a QnCycle belongs to one thread.
 * Errors: QN_CORE_ERROR. `cancelled` (qn_is_cancelled()) stays as long as the cycle: its readings look at it too. */
#define QN_TOLERANCE 1e-11

typedef struct _QnCycle QnCycle;

/* The same, bit for bit; strokes that are the same flow in `beside` (may be NULL), a limit cycle with the same tolerance, are not computed
 * again. */
QnCycle        *qn_cycle_new_beside (const QnMachine *machine, const QnCycle *beside, double tolerance, const gint *cancelled, GError **error);
QnCycle        *qn_cycle_new    (const QnMachine *machine, double tolerance, const gint *cancelled, GError **error);
/* The ledger of the transient instead: cycle number `cycles` (1 = the first) of the orbit from
 * qn_machine_start(). Everything below reads it alike. */
QnCycle        *qn_cycle_new_transient (const QnMachine *machine, int cycles, double tolerance, const gint *cancelled, GError **error);
void            qn_cycle_free   (QnCycle *cycle);
const QnLedger *qn_cycle_ledger (const QnCycle *cycle);

/* Samples the limit cycle: points_per_stroke + 1 readings a stroke, both ends
 * included (so the end of a stroke and the start of the next both appear, and
 * a jump of the control shows as two readings at one time), in
 * out[0 .. n_strokes * (points_per_stroke + 1) - 1]. Returns their number. The
 * corners hold to the cycle's tolerance, what lies between to 1e-9 at best. */
gsize qn_cycle_readings (QnCycle *cycle, int points_per_stroke, QnReading *out);

/* The same for a curve to be drawn: a quarter of the readings is even in time, the others halve, one by one, the longest
 * way between two in state, entropy and temperature. A stroke that is long beside the medium's relaxation and
 * precession keeps its corners and turns. */
gsize qn_cycle_path (QnCycle *cycle, int points_per_stroke, QnReading *out);

/* The reading at the start of the cycle. */
void qn_cycle_read_start (QnCycle *cycle, QnReading *out);

/* The slowest rate at which the cycles of this machine approach their limit: the least -ln|mu|/period over the eigenvalues mu of the
 * one-cycle map other than the 1 that is the limit's own; of a continuous machine that of its generator. 0 where the limit is not
 * unique, NaN without a period; where a cycle leaves less than some 1e-14 of what it begins with, no more than that is known. */
double qn_cycle_relaxation_rate (const QnCycle *cycle);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QnCycle, qn_cycle_free)

/* Modes from the signs of heat and work, with a dead band of 1e-12 * scale. The
 * hotter bath counts as hot whatever its name. */
typedef enum
{
  QN_MODE_IDLE,
  QN_MODE_ENGINE,
  QN_MODE_REFRIGERATOR,
  QN_MODE_ACCELERATOR,
  QN_MODE_HEATER,
  QN_MODE_CONDUCTION, /* heat from the hotter to the colder, and no work */
  QN_MODE_IMPOSSIBLE,
} QnMode;

QnMode qn_mode (double heat_hotter, double heat_colder, double work_output, double scale);
const char *qn_mode_id (QnMode mode); /* "engine", ... */

G_END_DECLS
