/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/machine/qn-cycle.h"

G_BEGIN_DECLS

/* One run of a machine as an observer of its reservoirs would see it: a ket that moves smoothly until a reservoir takes
 * or gives a quantum, and then jumps (Dalibard, Castin & Molmer, Phys. Rev. Lett. 68, 580 (1992); Plenio & Knight, Rev.
 * Mod. Phys. 70, 101 (1998)). The average over runs is the master equation's rho.
 *
 * Between jumps the ket obeys H - (i/2) sum_j L_j^+ L_j and its norm falls; a jump comes when the squared norm has
 * fallen to a number drawn beforehand. That moment is solved for by halving a stroke down to where the norm is a
 * polynomial: there is no time step, and no bias from one. Jump operators are those of the master equation, one for each
 * bath and frequency and direction, in the energy basis of the moment; dephasing projects on levels.
 *
 * Books of a run. Heat is counted in quanta: a jump of bath k at frequency w brings +w or -w. Where reservoirs act on
 * parts (qn-parts.h) these are quanta of the parts: the bare heat. Resetting reservoirs bring their part's energy.
 * Energy is <psi|H|psi>; work is what is missing between the two.
 *
 * Run number `index` of a seed is the same whatever ran before it and on whatever thread. */

typedef struct _QnUnravelling QnUnravelling; /* of one machine; immutable, may be shared by threads */

/* Errors: QN_CORE_ERROR; an oscillator has no kets here. */
QnUnravelling *qn_unravelling_new  (const QnMachine *machine, const gint *cancelled, GError **error); /* cancelled stays as long: runs end early too */
void           qn_unravelling_free (QnUnravelling *unravelling);
int            qn_unravelling_points (const QnUnravelling *unravelling, int stroke); /* a power of 2: where a run may be looked at */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QnUnravelling, qn_unravelling_free)

typedef struct
{
  double time;     /* since the run began */
  gint64 cycle;
  int stroke;
  int bath;        /* -1: dephasing */
  double quantum;  /* energy brought in */
  int level;       /* where the ket is most likely to be found now, by energy */
} QnJump;

/* A run: a plain value, copied with =. */
typedef struct
{
  double _Complex ket[QN_MAX_LEVELS]; /* in the medium's basis, of falling norm */
  double wanted;      /* squared norm of the next jump */
  guint64 rng[4];
  gint64 cycle;
  int stroke, point;  /* within the stroke, of qn_unravelling_points() */
  double time;        /* at the last point or jump passed */
  double heat[QN_MAX_BATHS]; /* since the run began */
  guint64 jumps;
} QnTrajectory;

/* Begins a run at the start of the cycle in an energy level, drawn with the populations `p` (NULL: the Gibbs state that
 * transients start from). */
void   qn_trajectory_start  (const QnUnravelling *unravelling, guint64 seed, guint64 index, const double *p, QnTrajectory *run);
/* The same from a density matrix (of the medium's basis), as one of the kets it can be mixed from. */
void   qn_trajectory_start_in (const QnUnravelling *unravelling, guint64 seed, guint64 index, const double _Complex rho[QN_MAX_LEVELS][QN_MAX_LEVELS], QnTrajectory *run);
/* To grid point `point` of the present stroke. `jump` (may be NULL) hears of every jump on the way. */
void   qn_trajectory_to     (const QnUnravelling *unravelling, QnTrajectory *run, int point, void (*jump) (const QnJump *jump, gpointer data), gpointer data);
/* Over the end of the stroke, which must have been reached: control and events act. TRUE where a cycle closed. */
gboolean qn_trajectory_next_stroke (const QnUnravelling *unravelling, QnTrajectory *run);
/* One whole cycle (from the start of one). */
void   qn_trajectory_cycle  (const QnUnravelling *unravelling, QnTrajectory *run);

/* <H>/<1>, and the populations of the energy levels (ascending) where `p` is not NULL. */
double qn_trajectory_energy (const QnUnravelling *unravelling, const QnTrajectory *run, double *p);
/* A projective measurement of the energy: the level, into which the ket falls; *energy gets its energy. */
int    qn_trajectory_measure (const QnUnravelling *unravelling, QnTrajectory *run, double *energy);

G_END_DECLS
