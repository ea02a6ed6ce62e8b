/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/medium/qn-medium.h"

G_BEGIN_DECLS

/* What a picture of a medium's levels says beside their energies. Not of an oscillator but for its names. */

#define QN_LEVEL_NAME 32

/* Markup: of media of qubits the kets that make most of the state, "|010⟩" or "|10⟩ + |01⟩", 1 an excitation; of others its place
 * in energy, "|3⟩". */
void qn_medium_level_names (const QnMediumSpec *spec, double w, char names[QN_MAX_LEVELS][QN_LEVEL_NAME]);

/* Who moves the medium between two levels. */
#define QN_BY_DRIVE QN_MAX_BATHS

typedef struct
{
  int by;          /* a reservoir, or QN_BY_DRIVE */
  int low, high;   /* places in energy */
} QnTransition;

/* Of media with reservoirs of their own for every transition: those between two levels each; their number, 0 where a reservoir
 * acts between more than two. */
int qn_medium_transitions (const QnMediumSpec *spec, double w, QnTransition out[QN_MAX_BATHS + 1]);

G_END_DECLS
