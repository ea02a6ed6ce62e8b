/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/medium/qn-bath.h"
#include "core/medium/qn-medium-class.h"
#include "core/medium/qn-medium-spec.h"

G_BEGIN_DECLS

/* A machine is data: a medium, its reservoirs, a list of strokes. These are
 * plain values: copy them with =, compare them field by field, share them
 * between threads. Everything in qn-cycle.h is a pure function of a QnMachine. */

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

/* Between two strokes in contact: see qn-ledger.h. */
typedef struct
{
  double quality;     /* 0..1 */
  int giving, taking; /* strokes; equal: there is no regenerator */
} QnRegenerator;

/* What a transient starts from, with H = H at stroke[0].from. */
typedef enum
{
  QN_START_THERMAL, /* Gibbs(H, QnMachine.start_temperature) */
  QN_START_PURE,    /* an eigenstate of H (one level, where that stands for several states); of an oscillator a coherent state */
  QN_START_MIXED,   /* 1/N; not of an oscillator */
  QN_START_SUPERPOSITION, /* of a qubit: cos(angle/2)|lower> + exp(i phase) sin(angle/2)|upper> */
} QnStartKind;

typedef struct
{
  QnStartKind kind;
  int level;        /* pure: from 0, in ascending energy; beyond the highest: the highest */
  double amplitude; /* pure, of an oscillator: |alpha|, the displacement being along x; 0 is the ground state */
  double angle, phase; /* of a superposition, on the Bloch sphere from the lower level */
} QnStart;

typedef struct
{
  QnMediumSpec medium;
  QnBath bath[QN_MAX_BATHS];
  int n_baths;
  QnStroke stroke[QN_MAX_STROKES];
  int n_strokes;
  QnRegenerator regenerator;
  QnStart start;
  double start_temperature; /* of a thermal start, and of what has no other */
} QnMachine;

/* Checks every number of the machine (finite, in its domain). */
gboolean qn_machine_check (const QnMachine *machine, GError **error);

/* A machine that never moves: one stroke, whose state is the steady state and whose duration is no more than the
 * time over which its ledger is added up. */
gboolean qn_machine_is_continuous (const QnMachine *machine);

/* Can every state of this machine be taken for a Gaussian one, if its medium's are? Not where dephasing acts; then its
 * moments, heat, work and levels hold as ever, but entropy, purity, ergotropy and populations are not theirs to tell. */
gboolean qn_machine_stays_gaussian (const QnMachine *machine);
/* The same of its transients: moments about 0 do not tell a displaced state's either. */
gboolean qn_machine_starts_gaussian (const QnMachine *machine);

/* Does the start state have coherence that its medium is to carry, see qn_medium_init()? */
gboolean qn_machine_starts_coherent (const QnMachine *machine);

/* Coordinates of the start state; `medium` is that of the machine. A coherence that it does not carry is left out. */
void qn_machine_start (const QnMachine *machine, const QnMedium *medium, double *x);

/* The time of one cycle: the sum of all durations. */
double qn_machine_period (const QnMachine *machine);

/* What acts on the medium at fraction s of a stroke; borrows the machine's reservoirs. */
void qn_stroke_surroundings (const QnMachine *machine, const QnStroke *stroke, double s, QnSurroundings *out);

/* Twice the integral of w dt over what is left of a stroke at fraction s: the phase of a squeezed reservoir. */
double qn_stroke_phase (const QnStroke *stroke, double s);

/* Does the control stand still all along, but for a jump at the start? */
gboolean qn_stroke_rests (const QnStroke *stroke);

/* The control w at fraction s (0..1) of a stroke, and its time derivative in
 * *rate (may be NULL; 0 on a stroke of duration 0 and on a sudden one). The
 * medium is needed for QN_RAMP_CONSTANT_MU. */
double qn_stroke_control (const QnStroke *stroke, const QnMediumSpec *medium, double s, double *rate);

G_END_DECLS
