/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/linear/qn-types.h"

G_BEGIN_DECLS

/* A machine is data: a medium, its reservoirs, a list of strokes. These are
 * plain values: copy them with =, compare them field by field, share them
 * between threads. Everything in qn-cycle.h is a pure function of a QnMachine. */

typedef enum
{
  QN_MEDIUM_QUBIT,  /* H = (w sz + D sx)/2, X = sy */
  QN_MEDIUM_LADDER, /* E_n = w e_n, e_0 = 0, e_{n+1} - e_n = spacing[n]; X: sqrt(n+1) between neighbours */
  QN_MEDIUM_BOX,    /* E_n = w n^2/3, n = 1..levels; X: 1 between neighbours */
  QN_MEDIUM_OSCILLATOR, /* H = (p^2 + w^2 x^2)/2, Gaussian and untruncated: qn-oscillator.h */
  QN_MEDIUM_TWO_QUBITS, /* coupled by exchange: qn-two-qubits.h */
  /* Media made of parts, each beside a reservoir of its own: qn-parts.h */
  QN_MEDIUM_MASER,
  QN_MEDIUM_THREE_LEVELS,
  QN_MEDIUM_THREE_QUBITS,
  QN_MEDIUM_JUNCTION,
  QN_MEDIUM_PAIR,
} QnMediumKind;

/* In whose energy basis the reservoirs of a medium made of parts act. */
typedef enum
{
  QN_MODEL_GLOBAL, /* in that of the whole H */
  QN_MODEL_LOCAL,  /* each in that of its own part, as if the parts did not know of one another */
  QN_MODEL_RESET,  /* at the rate of its coupling a reservoir replaces its part by a thermal one */
} QnModel;

typedef struct
{
  QnMediumKind kind;
  int levels;                         /* 2 for the qubit, 4 for two qubits, 2..QN_MAX_LADDER otherwise */
  double tunnelling;                  /* D, qubit only */
  double spacing[QN_MAX_LADDER - 1];  /* ladder only: relative spacings, all 1 = equal */
  int degeneracy[QN_MAX_LADDER];      /* ladder and box only: states of one energy that a level stands for; 0 means 1 */
  double exchange, anisotropy, zz, coupling_ratio; /* two qubits only: J, g, d, c */
  QnModel model;                      /* the rest: media made of parts only, see qn-parts.h */
  double part[QN_MAX_BATHS];          /* energies of the parts */
  double interaction, detuning;
} QnMediumSpec;

typedef enum
{
  QN_SPECTRUM_BOSONIC,   /* gamma(w) = coupling; down gamma (n+1), up gamma n */
  QN_SPECTRUM_OHMIC,     /* gamma(w) = coupling * w; down gamma (n+1), up gamma n */
  QN_SPECTRUM_FERMIONIC, /* gamma(w) = coupling; down gamma (1-f), up gamma f */
} QnSpectrum;

typedef struct
{
  double temperature; /* > 0 */
  double coupling;    /* gamma >= 0 */
  QnSpectrum spectrum;
  double squeezing;   /* r, hot bath of an oscillator only: see qn-oscillator.h */
} QnBath;

/* Path of the control w from `from` to `to` over a stroke, s = t/duration. */
typedef enum
{
  QN_RAMP_LINEAR,      /* from + (to - from) s */
  QN_RAMP_SMOOTH,      /* from + (to - from)(10 s^3 - 15 s^4 + 6 s^5) */
  QN_RAMP_CONSTANT_MU, /* D = qn_medium_mixing() > 0: w/sqrt(w^2 + D^2) linear in t; else 1/w linear in t */
  QN_RAMP_SUDDEN,      /* jump to `to` at once, then `duration` of free evolution at `to` */
} QnRampShape;

typedef struct
{
  const char *id;           /* static: "hot", "expansion", "cold", "compression", ... */
  double duration;          /* >= 0; 0 is a sudden change whatever the shape */
  QnRampShape shape;
  double from, to;          /* equal: the control rests */
  guint baths;              /* mask of 1u << QnBathIndex; 0 = isolated */
  gboolean counterdiabatic; /* add H_CD wherever the control moves */
  double dephasing;         /* rate, instantaneous energy basis: off-diagonals decay as exp(-rate t) */
  double swap;              /* other than 0: an event of no duration, exp(-i swap SWAP) of a pair */
} QnStroke;

typedef struct
{
  QnMediumSpec medium;
  QnBath bath[QN_MAX_BATHS];
  int n_baths;
  QnStroke stroke[QN_MAX_STROKES];
  int n_strokes;
  double start_temperature; /* transients start from Gibbs(H at stroke[0].from, start_temperature) */
} QnMachine;

/* Checks every number of the machine (finite, in its domain). */
gboolean qn_machine_check (const QnMachine *machine, GError **error);

/* A machine that never moves: one stroke, whose state is the steady state and whose duration is no more than the
 * time over which its books are added up. */
gboolean qn_machine_is_continuous (const QnMachine *machine);

/* The time of one cycle: the sum of all durations. */
double qn_machine_period (const QnMachine *machine);

/* The control w at fraction s (0..1) of a stroke, and its time derivative in
 * *rate (may be NULL; 0 on a stroke of duration 0 and on a sudden one). The
 * medium is needed for QN_RAMP_CONSTANT_MU. */
double qn_stroke_control (const QnStroke *stroke, const QnMediumSpec *medium, double s, double *rate);

/* The part D of a gap sqrt(w^2 + D^2) that does not follow the control: qubit |tunnelling|, two qubits
 * |exchange anisotropy|, otherwise 0. */
double qn_medium_mixing (const QnMediumSpec *medium);

/* Energy levels at control w, ascending, in E[0..levels-1]. */
void qn_medium_levels (const QnMediumSpec *medium, double w, double *E);

G_END_DECLS
