/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/medium/qn-bath.h"
#include "core/medium/qn-medium-class.h"
#include "core/medium/qn-medium-spec.h"
#include "core/medium/qn-operator.h"
#include "core/medium/qn-reading.h"

G_BEGIN_DECLS

/* A medium at work. A finite one has H(w) = H0 + w H1 (qn-operator-medium.h). Coordinates of rho: the n diagonal elements,
 * then for each of the pairs (i, j) sqrt2 Re rho_ij, sqrt2 Im rho_ij; no other coherence ever differs from zero. Where
 * there are no pairs the populations are all there is to follow. A Gaussian one has moments: qn-oscillator.h. */
#define QN_MAX_PAIRS 6
struct _QnMedium
{
  const QnMediumClass *klass;
  QnMediumSpec spec;
  int n, d;
  gboolean diagonal;
  gboolean gaussian;  /* of moments: entropy and populations are those of a Gaussian state */
  int g[QN_MAX_LEVELS]; /* states each level stands for: populations are those of all of them together */
  gboolean degenerate; /* one of them is other than 1 */
  int n_trace;        /* the first n_trace coordinates add up to 1 */
  int pair[QN_MAX_PAIRS][2], n_pairs;
  guint coupled[QN_MAX_LEVELS]; /* bit j of coupled[i]: H may couple kets i and j */
  gboolean disjoint;  /* no ket is in two pairs: rho falls into blocks of two */
  QnOperator H0, H1;
  QnOperator X[QN_MAX_BATHS]; /* what each bath touches */
  double h0[QN_MAX_STATE], h1[QN_MAX_STATE]; /* energy row h0 + w h1 */
  /* Media made of parts, qn-parts.h. */
  gboolean local;            /* baths act, and levels are read, in the basis of F */
  gboolean reset;            /* reservoirs replace their parts, see QN_MODEL_RESET */
  double whole[QN_MAX_LEVELS]; /* local: levels of H, rising; ergotropy is of the energy that is told */
  QnOperator F, turn;        /* turn: what turns rho at w = 0: H0 but for the maser's frame */
  double f[QN_MAX_STATE], work[QN_MAX_STATE], bare_work[QN_MAX_STATE]; /* rows: <F>, and work in per time by either ledger */
  int n_rows;                /* of QN_N_ROWS in use */
  double *u0, *u1;           /* d x d generators of -i[turn, .], -i[H1, .]; NULL if diagonal */
  const gint *cancelled;     /* Borrowed, NULL after qn_medium_init(): what is computed with this medium looks at it (qn_is_cancelled()) */
};

/* `carry`: keep a qubit's coherences even where nothing at these parameters makes or feels any. */
void qn_medium_init  (QnMedium *medium, const QnMediumSpec *spec, gboolean carry);
void qn_medium_clear (QnMedium *medium);
void qn_medium_eigen (const QnMedium *medium, double w, QnEigen *eigen);
/* to[n]: the place in energy at w1 of the level that is the n-th at w0, followed through crossings of unlike symmetry. */
void qn_medium_follow (const QnMedium *medium, double w0, double w1, int to[QN_MAX_LEVELS]);
/* The states of a quasi-static cycle, see QnMediumClass. */
void   qn_medium_thermal     (const QnMedium *medium, double w, const QnBath *bath, double *p);
void   qn_medium_state       (const QnMedium *medium, double w, const double *p, double *x);
double qn_medium_mean_energy (const QnMedium *medium, double w, const double *p);
double qn_medium_free_energy (const QnMedium *medium, double w, const QnBath *bath);
double qn_medium_adiabatic   (const QnMedium *medium, const QnReading *before, const QnReading *after);
void qn_medium_gibbs (const QnMedium *medium, double w, double temperature, double *x);
/* Gibbs populations of levels in ascending energy, degeneracies counted; returns Z, energies from the lowest level. Not of an oscillator. */
double qn_medium_thermal_populations (const QnMedium *medium, const QnEigen *eigen, double temperature, double *p);
double qn_medium_energy (const QnMedium *medium, double w, const double *x);
void qn_medium_state_matrix (const QnMedium *medium, const double *x, QnOperator rho);
void qn_medium_state_coordinates (const QnMedium *medium, QnOperator rho, double *x);
/* The operator that coordinate b is the share of, in the energy basis; and the coordinates of one that is given there. */
void qn_medium_unit_in_energy_basis (const QnMedium *medium, const QnEigen *eigen, int b, QnOperator unit);
void qn_medium_coordinates_from_energy_basis (const QnMedium *medium, const QnEigen *eigen, const double _Complex a[QN_MAX_LEVELS][QN_MAX_LEVELS], double *x);
/* The row Tr[a rho] of an operator. */
void qn_medium_operator_row (const QnMedium *medium, QnOperator a, double *row);

/* Rows: heat of each bath, work in; then, of media made of parts, the same by the bare energy F. */
#define QN_ROW_WORK QN_MAX_BATHS
#define QN_ROW_BARE (QN_MAX_BATHS + 1)
#define QN_ROW_BARE_WORK (QN_ROW_BARE + QN_MAX_BATHS)
#define QN_N_ROWS QN_MAX_ROWS
/* Of a squeezed hot reservoir, <K D rho> (see qn_oscillator_add_contact): what takes the heat's place in the entropy
 * production. It is booked where the third reservoir's heat would be; an oscillator has two. */
#define QN_ROW_SQUEEZED QN_THIRD

/* Generator G (d x d) and rows (medium->n_rows x d) at one instant. */
gboolean qn_medium_generator (const QnMedium *medium, const QnSurroundings *at, double *G, double *rows, GError **error);

/* All jump operators at control at->w whose eigenbasis is `eigen`; their number, -1 on error. The generator is
 * -i[H, .] + sum rate D[L]. Not of an oscillator. */
int qn_medium_jumps (const QnMedium *medium, const QnSurroundings *at, const QnEigen *eigen, QnJumpOperator *out, GError **error);

/* How far the secular approximation is from doubt at control at->w: the smallest distance between two Bohr frequencies
 * that a reservoir in contact drives apart (its own negative counts as one), over the largest rate at which it
 * drives. Below about 1 the lines overlap. INFINITY without a rate. */
double qn_medium_secular_ratio (const QnMedium *medium, const QnSurroundings *at);

/* Energy, entropy, populations, coherence... of state x at control w; fills everything but time, heat, work and force. */
void qn_medium_read (const QnMedium *medium, double w, const double *x, QnReading *out);

/* -dW_in/dw: -<dH/dw>; where H_CD acts only the part diagonal in energy. Needs the reading of x. */
double qn_medium_force (const QnMedium *medium, gboolean counterdiabatic, const double *x, const QnReading *reading);

/* Fills the currents from the rows of qn_medium_generator(); NULL: NaN. */
void qn_medium_currents (const QnMedium *medium, const double *rows, const double *x, QnReading *out);

/* ||H_CD||_F ds, see QnMediumClass. */
double qn_medium_cost (const QnMedium *medium, const QnSurroundings *at, const double *x, double ds);

/* K = U . U^+ - 1 of an event U = exp(-i angle SWAP); of media whose class has `swapped` only. */
void qn_medium_swap (const QnMedium *medium, double angle, double *K);

/* The density matrix of a reading, in the energy basis of the moment (ascending) or in that of the medium's coordinates.
 * Not of an oscillator. */
void qn_reading_density (const QnMediumSpec *medium, const QnReading *sample, gboolean energy_basis, double _Complex rho[QN_MAX_LEVELS][QN_MAX_LEVELS]);

/* How many levels a reading has; g[n] (may be NULL): the states that the n-th stands for. */
int qn_medium_count_levels (const QnMediumSpec *medium, int g[QN_MAX_LEVELS]);

/* Have both the same equations? */
gboolean qn_medium_equal (const QnMedium *a, const QnMedium *b);

/* Are readings of one like those of the other: media of one class with as many levels, or neither a medium? */
gboolean qn_medium_akin (const QnMediumSpec *a, const QnMediumSpec *b);

/* The part D of a gap sqrt(w^2 + D^2) that does not follow the control: qubit |tunnelling|, two qubits
 * |exchange anisotropy|, otherwise 0. */
double qn_medium_mixing (const QnMediumSpec *medium);

/* Energy levels at control w, ascending, in E[0..levels-1]. */
void qn_medium_levels (const QnMediumSpec *medium, double w, double *E);

G_END_DECLS
