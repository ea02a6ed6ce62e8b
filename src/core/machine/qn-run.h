/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/machine/qn-machine.h"
#include "core/medium/qn-medium.h"

G_BEGIN_DECLS

/* A machine that runs: state and ledger streamed point by point through cached
 * step maps (each stroke is cut into points_per_stroke equal steps). */
typedef struct _QnRun QnRun;

QnRun *qn_run_new  (const QnMachine *machine, int points_per_stroke, double tolerance, const gint *cancelled, GError **error);
void   qn_run_free (QnRun *run);

/* Back to the start state (qn_machine_start()), time 0, cycle 0, empty ledger. */
void qn_run_reset (QnRun *run);

/* One grid point further: at most 100 ns for a qubit. Crossing the end of the
 * last stroke closes the cycle's ledger (qn_run_last_cycle). Returns TRUE when
 * this step closed a cycle. */
gboolean qn_run_advance (QnRun *run);

/* Simulated time the next qn_run_advance() will cover. */
double qn_run_next_duration (const QnRun *run);

/* Full reading of the present instant (about a microsecond for a qubit). Times are those of the machine's grid, not sums of steps. */
void qn_run_read (QnRun *run, QnReading *out);

/* Ends of strokes that the last qn_run_advance() passed, before the control jumps to the next stroke: their number. The end of a
 * cycle is among them, with its whole totals: E - sum_k heat[k] + work_output is the same in every reading of a cycle. */
int qn_run_read_ends (QnRun *run, QnReading out[QN_MAX_STROKES]);

/* The machine changes while it runs. State, stroke and fraction of the stroke
 * carry on; where the control jumps, the energy step is booked as work. A
 * medium of another kind or dimension cannot carry on: then the run resets.
 * On error, or where `cancelled` was set, the run goes on unchanged. */
gboolean qn_run_set_machine (QnRun *run, const QnMachine *machine, const gint *cancelled, GError **error);

/* Ledger of the last closed cycle: heats as the machine's reservoirs give them (qn-ledger.h), entropy production as the medium's. */
typedef struct
{
  gint64 cycle;
  double heat[QN_MAX_BATHS];
  double stroke_heat[QN_MAX_STROKES][QN_MAX_BATHS]; /* the same, stroke by stroke */
  double work_output;
  double entropy_production;
  gboolean disturbed; /* the machine changed during this cycle */
  double distance;    /* |x_end - x_start| of this cycle: transient while above tolerance */
} QnRunLedger;

gboolean qn_run_last_cycle (const QnRun *run, QnRunLedger *out); /* FALSE before the first is closed */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QnRun, qn_run_free)

G_END_DECLS
