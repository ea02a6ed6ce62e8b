/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <complex.h>

#include "core/machine/qn-machine.h"

G_BEGIN_DECLS

typedef double _Complex QnOperator[QN_MAX_LEVELS][QN_MAX_LEVELS];

/* A finite medium H(w) = H0 + w H1. Coordinates of rho: the n diagonal elements, then for each of the medium's pairs
 * (i, j) sqrt2 Re rho_ij, sqrt2 Im rho_ij; no other coherence ever differs from zero. Where H0 and H1 are diagonal the
 * populations decouple and the first n are all there is to follow. */
#define QN_MAX_PAIRS 5
typedef struct
{
  QnMediumSpec spec;
  int n, d;
  gboolean diagonal;
  gboolean gaussian;  /* oscillator: its entropy and populations are those of its moments */
  int g[QN_MAX_LEVELS]; /* states each level stands for: populations are those of all of them together */
  gboolean degenerate; /* one of them is other than 1 */
  int n_trace;        /* the first n_trace coordinates add up to 1 */
  int pair[QN_MAX_PAIRS][2], n_pairs;
  QnOperator H0, H1;
  QnOperator X[QN_MAX_BATHS]; /* what each bath touches */
  double h0[QN_MAX_STATE], h1[QN_MAX_STATE]; /* energy row h0 + w h1 */
  /* Media made of parts, qn-parts.h. */
  gboolean local;            /* baths act, and levels are read, in the basis of F */
  QnOperator F, turn;        /* turn: what turns rho at w = 0: H0 but for the maser's frame */
  double f[QN_MAX_STATE], work[QN_MAX_STATE], bare_work[QN_MAX_STATE]; /* rows: <F>, and work in per time by either book */
  int n_rows;                /* of QN_N_ROWS in use */
  double *u0, *u1;                           /* d x d generators of -i[H0, .], -i[H1, .]; NULL if diagonal */
} QnMedium;

typedef struct
{
  double E[QN_MAX_LEVELS];
  QnOperator V; /* columns */
} QnEigen;

/* Unless `good`: FALSE and the error "what: value is not allowed; allowed: ...". */
gboolean qn_core_check (gboolean good, const char *what, double value, const char *allowed, GError **error);

/* `carry`: keep a qubit's coherences even where nothing at these parameters makes or feels any. */
void qn_medium_init  (QnMedium *medium, const QnMediumSpec *spec, gboolean carry);
void qn_medium_clear (QnMedium *medium);
void qn_medium_eigen (const QnMedium *medium, double w, QnEigen *eigen);
/* to[n]: the place in energy at w1 of the level that is the n-th at w0, followed through crossings of unlike symmetry. */
void qn_medium_follow (const QnMedium *medium, double w0, double w1, int to[QN_MAX_LEVELS]);
void qn_medium_gibbs (const QnMedium *medium, double w, double temperature, double *x);
/* Gibbs populations of levels in ascending energy, degeneracies counted; returns Z, energies from the lowest level. Not of an oscillator. */
double qn_medium_thermal_populations (const QnMedium *medium, const QnEigen *eigen, double temperature, double *p);
double qn_medium_energy (const QnMedium *medium, double w, const double *x);
void qn_medium_state_matrix (const QnMedium *medium, const double *x, QnOperator rho);
void qn_medium_state_coordinates (const QnMedium *medium, QnOperator rho, double *x);

/* Books: heat of each bath, work in; then, of media made of parts, the same by the bare energy F. */
#define QN_ROW_WORK QN_MAX_BATHS
#define QN_ROW_BARE (QN_MAX_BATHS + 1)
#define QN_ROW_BARE_WORK (QN_ROW_BARE + QN_MAX_BATHS)
#define QN_N_ROWS (2 * (QN_MAX_BATHS + 1))

/* Generator G (d x d) and book rows (medium->n_rows x d) of a stroke at control w moving at wdot. */
gboolean qn_medium_generator (const QnMedium *medium, const QnMachine *machine, const QnStroke *stroke, double w, double wdot, double *G, double *rows, GError **error);

/* One jump operator L: |to> x <from| summed over its entries, kets of the energy basis. */
typedef struct
{
  int bath;          /* -1: dephasing */
  double rate;       /* of D[L] */
  double quantum;    /* energy brought into the medium */
  int n;
  struct
  {
    int to, from;
    double _Complex x;
  } entry[QN_MAX_STATE];
} QnJumpOperator;

#define QN_MAX_JUMPS (QN_MAX_BATHS * QN_MAX_LEVELS * (QN_MAX_LEVELS - 1) + QN_MAX_LEVELS)

/* All jump operators of a stroke at control w whose eigenbasis is `eigen`; their number, -1 on error. The generator is
 * -i[H, .] + sum rate D[L]. Not of an oscillator. */
int qn_medium_jumps (const QnMedium *medium, const QnMachine *machine, const QnStroke *stroke, double w, const QnEigen *eigen, QnJumpOperator *out, GError **error);

/* The error of a bosonic contact across a level crossing. */
void qn_bath_set_diverges (GError **error);

/* How far the secular approximation is from doubt at control w: the smallest distance between two Bohr frequencies
 * that a bath of the mask drives apart (its own negative counts as one), over the largest rate at which it
 * drives. Below about 1 the lines overlap. INFINITY without a rate. */
double qn_medium_secular_ratio (const QnMedium *medium, const QnMachine *machine, guint baths, double w);

G_END_DECLS
