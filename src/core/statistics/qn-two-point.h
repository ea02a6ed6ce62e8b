/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/machine/qn-machine.h"

G_BEGIN_DECLS

/* What the two measurements of a process can tell: levels, start populations, transition probabilities. Of a heat
 * exchange "energy" is what the hot body has given. */
typedef struct
{
  int n_from, n_to;
  double *from, *to;       /* energies before and after */
  double *log_p, *log_q;   /* logarithms of the start populations, forward (n_from) and reverse (n_to) */
  double *forward;         /* P(m|n), n_from x n_to, row by row */
  double *reverse;         /* P_R(n|m), n_to x n_from */
  double slope;            /* 1/T: what ln P_F(W)/P_R(-W) should grow by per W */
  double free_energy;      /* F' - F */
} QnTwoPoint;

void qn_two_point_clear (QnTwoPoint *process);

/* The same drive backwards in time: what was first comes last. Of a sudden one the jump: the contact at rest comes before
 * it. All media here have real Hamiltonians, so that the path of the control alone is reversed. `forward` is one stroke. */
void qn_reverse_drive (const QnMachine *forward, QnMachine *reverse);

/* Qubit: `forward` is a machine of the one driven stroke, isolated, starting at machine->start_temperature. */
gboolean qn_two_point_qubit (const QnMachine *forward, const gint *cancelled, QnTwoPoint *out, GError **error);

/* Oscillator whose frequency is driven: |<m|S|n>|^2 of the squeezing that the classical motion makes, Husimi's Q* =
 * cosh 2r (Prog. Theor. Phys. 9, 381 (1953); Deffner & Lutz, Phys. Rev. E 77, 021128 (2008)). What is left out has weight
 * below 1e-17 forward and reverse. Error: more than QN_MOST_PAIRS pairs of levels would be needed. */
#define QN_MOST_PAIRS 1000000
gboolean qn_two_point_oscillator (const QnMachine *forward, const gint *cancelled, QnTwoPoint *out, GError **error);

/* Trap H = p^2/2 + w^2 (x - X(t))^2/2 dragged by `distance`: |<m|D(alpha)|n>|^2, alpha = -sqrt(w/2) int dX/dt exp(iwt) dt
 * (Talkner, Burada & Hanggi, Phys. Rev. E 78, 011115 (2008)). */
gboolean qn_two_point_trap (double w, double temperature, double distance, double duration, QnRampShape shape, QnTwoPoint *out, GError **error);
double   qn_trap_displacement (double w, double distance, double duration, QnRampShape shape); /* |alpha|^2 */

/* Mean and variance of W, mean of -W of the reverse process, <exp(-W/T)>, F' - F: in closed form at any temperature, where a list of levels
 * would be too long. */
typedef struct
{
  double mean, variance, mean_reverse, average, free_energy;
} QnWorkMoments;

/* Oscillator: with nu = n + 1/2, c = coth(w0/2T)/2, of one start level <nu'> = Q* nu and <nu'^2> = Q*^2 nu^2 + (Q*^2 - 1)(nu^2 + 3/4)/2, from
 * a^+a + 1/2 squeezed; thermal <nu> = c, <nu^2> = 2 c^2 - 1/4. <exp(-W/T)> from Husimi's generating function sum P_mn u^m v^n =
 * sqrt(2/(Q*(1-u^2)(1-v^2) + (1+u^2)(1+v^2) - 4uv)). Error: as of the drive. */
gboolean qn_work_moments_oscillator (const QnMachine *forward, const gint *cancelled, QnWorkMoments *out, GError **error);
/* Trap: W/w is the difference of two Poisson variables, of means x (N + 1) and x N, x = |alpha|^2, N = 1/(exp(w/T) - 1). */
void     qn_work_moments_trap (double w, double temperature, double distance, double duration, QnRampShape shape, QnWorkMoments *out);

/* Heat between two qubits of gap w through exp(-i angle SWAP): W is the energy that the hot one gives, slope 1/T_c - 1/T_h
 * (Jarzynski & Wojcik, Phys. Rev. Lett. 92, 230602 (2004)). */
void qn_two_point_pair (double w, double hot, double cold, double angle, QnTwoPoint *out);

/* Husimi's Q* of a drive of an oscillator, >= 1; NaN on error. */
double qn_drive_adiabaticity (const QnMachine *machine, const gint *cancelled, GError **error);

/* |<m|S(r)|n>|^2 into P[n * n_to + m], Q* = cosh 2r, by a three-term recursion over m, each part of it run
 * the way in which it is stable. */
void qn_squeezed_numbers (double adiabaticity, int n_from, int n_to, double *P);
/* |<m|D(alpha)|n>|^2 likewise, x = |alpha|^2, by Laguerre's three-term recursion along diagonals. */
void qn_displaced_numbers (double x, int n_from, int n_to, double *P);

G_END_DECLS
