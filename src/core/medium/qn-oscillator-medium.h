/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/machine/qn-cycle.h"
#include "core/machine/qn-flow.h"
#include "core/medium/qn-oscillator.h"

G_BEGIN_DECLS

/* The oscillator as a machine's medium: what qn-flow.h, qn-measures.h and qn-cycle.h ask of one. The state is the
 * moments of qn-oscillator.h; heat and work are rows on them like on any other state. */

/* Of a squeezed hot reservoir, <K D rho> (see qn_oscillator_add_contact): what takes the heat's place in the entropy
 * production. It is booked where the third reservoir's heat would be; an oscillator has two. */
#define QN_ROW_SQUEEZED QN_THIRD

/* Checks what only an oscillator asks for: w > 0, two baths at most, none of them fermionic. */
gboolean qn_oscillator_check (const QnMachine *machine, GError **error);

/* Can every state of this machine be taken for a Gaussian one? Not where dephasing acts; then its moments, heat, work and
 * levels hold as ever, but entropy, purity, ergotropy and populations are not theirs to tell. */
gboolean qn_oscillator_stays_gaussian (const QnMachine *machine);

/* Generator and rows at fraction s of a stroke. */
gboolean qn_oscillator_generator (const QnMachine *machine, const QnStroke *stroke, double s, double *G, double *rows, GError **error);

/* The exact map over s in [from, to] of a stroke whose control rests. */
gboolean qn_oscillator_rest (const QnMachine *machine, const QnStroke *stroke, double from, double to, QnMap *map, GError **error);

/* Is the stroke's generator the same all along? A squeezed reservoir's turns. */
gboolean qn_oscillator_is_steady (const QnMachine *machine, const QnStroke *stroke);

/* FALSE for moments that no state has: what a fixed point gives where the drives stir the oscillator faster than the
 * reservoirs damp it, so that there is no limit cycle (Insinga, Andresen, Salamon & Kosloff, Phys. Rev. E 97, 062153 (2018)). */
gboolean qn_oscillator_is_state (const double *x);

/* Fills a reading as qn_measures_read() does. Coherences do not exist here: NaN; min_eigenvalue is nu - 1/2, which is
 * never below zero in a state. */
void qn_oscillator_read  (double w, const double *x, gboolean gaussian, QnReading *out);
double qn_oscillator_force (const QnStroke *stroke, double w, const double *x);

/* (1/tau) int of H_CD's standard deviation dt from state x at the stroke's start. NaN at tau = 0 and where the state
 * is not Gaussian. */
double qn_oscillator_drive_cost (const QnMedium *medium, const QnMachine *machine, const QnStroke *stroke, const double *x);

/* 2w over the largest damping rate at control w; INFINITY without one. */
double qn_oscillator_secular_ratio (const QnMachine *machine, guint baths, double w);

G_END_DECLS
