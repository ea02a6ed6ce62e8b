/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/machine/qn-machine.h"

G_BEGIN_DECLS

/* Work of a qubit that stays beside its reservoir while it is driven: its energy is measured at both ends and every quantum
 * is counted, W = E'_m - E_n - Q (Horowitz, Phys. Rev. E 85, 031110 (2012); Hekking & Pekola, Phys. Rev. Lett. 111, 093602
 * (2013)). Its moment generating function is the trace of an operator that obeys the master equation with jump terms
 * weighted by exp(-c q), q the quantum that the jump brings in:
 *
 *   <exp(c W)> = Tr[exp(c H') V_c(exp(-c H) rho)]       L_c rho = L rho + sum (exp(-c q) - 1) rate J rho J^+ */

typedef struct
{
  double mean, variance; /* of W, from the derivatives of L_c at c = 0 */
  double heat;           /* mean Q into the qubit */
  double average;        /* <exp(-W/T)>, from L_c at c = -1/T */
} QnCounting;

/* `machine` is one or two strokes of a qubit from Gibbs(H at stroke[0].from, start_temperature), which is T. Integrated to
 * 1e-12. Cancelled (atomic, may be NULL): FALSE without an error. Error: strokes too long for steps that follow each turn of the qubit. */
gboolean qn_counting (const QnMachine *machine, const gint *cancelled, QnCounting *out, GError **error);

/* The same mean from the master equation alone: the integral of Tr[rho dH] from Gibbs whose energy levels share coherence:
 * rho_01 = coherence sqrt(p_0 p_1). */
typedef struct
{
  double work, heat;    /* into the qubit */
  double coherence;     /* sum |rho_ij| at the start, energy basis */
  double relative;      /* S(diagonal) - S at the start: what the first measurement destroys */
} QnDriven;

gboolean qn_driven_mean (const QnMachine *machine, double coherence, const gint *cancelled, QnDriven *out, GError **error);

G_END_DECLS
