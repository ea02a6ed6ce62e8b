/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/medium/qn-bath.h"

G_BEGIN_DECLS

/* The harmonic oscillator H(w) = p^2/2 + w^2 x^2/2 (mass 1) in centred Gaussian states, exact by second moments:
 *
 *   x = (1, A, B, C), A = <x^2>, B = <p^2>, C = <xp + px>/2.
 *
 * Nothing is truncated. With a = (sqrt(w) x + i p/sqrt(w))/sqrt 2 of the present w:
 *   N = <a^+a> + 1/2 = (w A + B/w)/2 = E/w,   M = <a^2> = (w A - B/w)/2 + i C,   nu^2 = A B - C^2 = N^2 - |M|^2 >= 1/4.
 * Nu is the symplectic eigenvalue: 1/2 in a pure state, n + 1/2 in a thermal one (Weedbrook et al., Rev. Mod. Phys.
 * 84, 621 (2012)). Pure functions of numbers: re-entrant, no allocation; w > 0 everywhere. */

#define QN_OSCILLATOR_D 4

/* What a reservoir does to the oscillator of one w. gamma (n+1) D[a] + gamma n D[a^+], and where it is squeezed the
 * same in b = a cosh r + a^+ e^{i phi} sinh r: N relaxes at gamma to (n + 1/2) cosh 2r, M to -(n + 1/2) sinh 2r
 * e^{i phi} (Breuer & Petruccione, section 3.4.3). phi is twice the angle the oscillator still turns before its
 * contact ends, so that a long contact ends narrow in x. */
typedef struct
{
  double damping;    /* gamma */
  double thermal;    /* n + 1/2 = coth(w/2T)/2 */
  double squeezing;  /* r */
  double phase;      /* phi */
} QnOscillatorContact;

/* The contact with a bath at control w. A fermionic bath has no place here: QN_CORE_ERROR_INVALID. */
gboolean qn_oscillator_contact (const QnBath *bath, double phase, double w, QnOscillatorContact *contact, GError **error);

/* Each adds its part to the generator G (4 x 4) of dx/dt = G x.
 * unitary: dA = 2C, dB = -2 w^2 C, dC = B - w^2 A.
 * contact: above; adds its part to two rows (each 4, may be NULL): heat = <H D rho>, squeezed = <K D rho>, where K is H in
 *   the squeezed frame, so that exp(-K/T) is what D leaves alone and dS - <K D rho> dt/T >= 0 (Spohn 1978). Without
 *   squeezing they agree.
 * counterdiabatic: H_CD = -(wdot/4w)(xp + px) (Muga et al., J. Phys. B 43, 085509 (2010)): dA = -A wdot/w, dB = B wdot/w.
 * dephasing in the energy basis: N rests, M decays at the rate. The state is then no longer Gaussian; A, B, C stay exact. */
void qn_oscillator_add_unitary (double w, double *G);
void qn_oscillator_add_contact (double w, const QnOscillatorContact *contact, double *G, double *heat, double *squeezed);
void qn_oscillator_add_counterdiabatic (double w, double wdot, double *G);
void qn_oscillator_add_dephasing (double w, double rate, double *G);

/* Rows: energy h(w); dh/dw; and work in per time with H_CD, whose sum with H does work by its diagonal part alone:
 * <dH/dt + i[H_CD, H]> = (wdot/w) <H>. */
void qn_oscillator_energy_row (double w, double row[QN_OSCILLATOR_D]);
void qn_oscillator_slope_row (double w, double row[QN_OSCILLATOR_D]);
void qn_oscillator_counterdiabatic_work_row (double w, double wdot, double row[QN_OSCILLATOR_D]);

/* The exact map x -> x + K x of a contact at a resting w over a time, with phases counted back from `left` before the
 * contact's end at its start (left >= time): in the frame that turns with w the moments relax to a point that rests.
 * heat[k], squeezed[k]: rows booked by contact k over the time (see add_contact; may be NULL). Their phases are not read. */
void qn_oscillator_resting_map (double w, const QnOscillatorContact *contact, int n_contacts, double time, double left, double *K,
                                double (*heat)[QN_OSCILLATOR_D], double (*squeezed)[QN_OSCILLATOR_D]);

void   qn_oscillator_gibbs  (double w, double temperature, double *x);
double qn_oscillator_energy (double w, const double *x);
double qn_oscillator_symplectic (const double *x);    /* nu */
double qn_oscillator_entropy (double nu);             /* (nu+1/2) ln(nu+1/2) - (nu-1/2) ln(nu-1/2) */
double qn_oscillator_ergotropy (double w, const double *x); /* E - w nu: the passive state is thermal */
double qn_oscillator_temperature (double w, double energy); /* of the Gibbs state with this energy; NaN at or below w/2 */

/* Occupations P_0..P_{n-1} of the levels w(n + 1/2): sum P_n z^n = prod_i (a_i - b_i z)^{-1/2}, a_i, b_i = N -+ |M| +- 1/2,
 * by the three-term recursion that belongs to it (that of Legendre polynomials, Dodonov et al., Phys. Rev. A 49, 2993 (1994)). */
void   qn_oscillator_populations (double w, const double *x, int n, double *P);

/* Squeezing below the vacuum's noise in dB, 10 log10(1/2 / (N - |M|)): negative where nothing is below it. *angle (may be
 * NULL): direction of the narrow axis in the plane of sqrt(w) x and p/sqrt(w), (-pi/2, pi/2]. */
double qn_oscillator_squeezing (double w, const double *x, double *angle);

/* W(q, p) = exp(-(B q^2 - 2 C q p + A p^2)/(2 nu^2)) / (2 pi nu). */
double qn_oscillator_wigner (const double *x, double q, double p);

/* Husimi's Q* (Prog. Theor. Phys. 9, 381 (1953)) of a drive from w0 to w1 that starts without squeezing: E1/E0 over w1/w0. */
double qn_oscillator_adiabaticity (double w0, double energy0, double w1, double energy1);

/* The standard deviation of H_CD in a Gaussian state: |wdot|/(2w) sqrt(A B + C^2 + 1/4). */
double qn_oscillator_counterdiabatic_deviation (double w, double wdot, const double *x);

G_END_DECLS
