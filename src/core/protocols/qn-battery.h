/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <complex.h>

#include <glib.h>

G_BEGIN_DECLS

/* N cells, qubits of H0 = w sum_i |e><e|_i, charged together or each by itself. Drives are on resonance and everything is in
 * the frame that turns with H0, so that no drive's energy counts as stored.
 *
 * parallel     V = lam sum_i sx_i
 * collective   V = a (|g..g><e..e| + h.c.): F. C. Binder, S. Vinjanampathy, K. Modi & J. Goold, New J. Phys. 17, 075015 (2015);
 *              F. Campaioli et al., Phys. Rev. Lett. 118, 150601 (2017). a = N lam: of the parallel drive's operator norm;
 *              a = sqrt(N) lam: of its standard deviation in the ground state
 * cavity       V = lam sum_i (b s+_i + b^+ s-_i) + d b^+b, N `photons` photons at first: D. Ferraro, M. Campisi, G. M. Andolina, V.
 *              Pellegrini & M. Polini, Phys. Rev. Lett. 120, 117702 (2018); in the symmetric states of the cells
 * dissipative  the parallel drive, while each cell is damped, L = sqrt(g (n + 1)) s-, sqrt(g n) s+
 *
 * Stored, every cell is damped and nothing drives. */

#define QN_BATTERY_CELLS 6

typedef enum { QN_CHARGE_PARALLEL, QN_CHARGE_COLLECTIVE, QN_CHARGE_CAVITY, QN_CHARGE_DISSIPATIVE, QN_N_CHARGES } QnCharge;

typedef struct
{
  int cells;              /* N, 1..QN_BATTERY_CELLS */
  QnCharge charge;
  double spacing;         /* w > 0 */
  double strength;        /* lam */
  gboolean equal_norm;    /* collective: else of equal standard deviation */
  int photons;            /* for each cell */
  double detuning;        /* d: the cavity's frequency minus w */
  double temperature;     /* of the cells at first, >= 0; of a cavity's always 0 */
  double bath_temperature, bath_coupling; /* g >= 0 */
  const gint *cancelled;  /* Borrowed; where it is set (qn_is_cancelled()) times and powers mean nothing */
} QnBattery;

/* The cells' density matrix: of all alike and uncorrelated that of one, else of all, 2^N x 2^N; the n-th cell is the n-th
 * bit of an index, set when it is excited. Free `whole`. */
typedef struct
{
  int n;
  double complex one[2][2]; /* [0]: ground */
  double complex *whole;    /* NULL: all are like `one` */
} QnCells;

typedef struct
{
  double energy;       /* <H0> */
  double ergotropy;    /* most work by a unitary on all cells: energy minus that of the passive state of the same eigenvalues */
  double local;        /* by a unitary on each cell alone: N times that of one */
  double excited;      /* upper population of a cell */
  double negativity;   /* of one cell against the others: sum of the negative eigenvalues of the partial transpose, their sign dropped */
  double entropy;      /* of all cells, nats */
  double trace;
} QnBatteryReading;

void qn_cells_clear (QnCells *cells);

/* After charging for time t >= 0. */
void qn_battery_charged (const QnBattery *battery, double t, QnCells *cells);
/* `cells` after being stored for time t. */
void qn_battery_stored  (const QnBattery *battery, double t, QnCells *cells);
void qn_battery_read    (const QnBattery *battery, const QnCells *cells, QnBatteryReading *reading);
double qn_battery_energy (const QnBattery *battery, const QnCells *cells); /* alone */

/* The first time at which the energy is largest for a while; of dissipative charging INFINITY. */
double qn_battery_full (const QnBattery *battery);
/* The largest mean power (E(t) - E(0))/t on the way there, and its time in *at. */
double qn_battery_power (const QnBattery *battery, double *at);
/* How long charged cells can be stored until the ergotropy is gone: 0 if there is none, INFINITY if never, as where a coherence between
 * different energies is left, which dies out at no moment. */
double qn_battery_death (const QnBattery *battery, const QnCells *cells);

G_END_DECLS
