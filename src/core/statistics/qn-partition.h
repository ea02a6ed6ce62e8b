/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/machine/qn-machine.h"

G_BEGIN_DECLS

/* Thermal equilibrium of a set of levels: what follows from the partition function alone. Spectra without an end are
 * summed to the last term that counts, or, where those would be many, by their exact resummation (oscillator: geometric
 * series; box: theta-function duality; rotor: Euler-Maclaurin), so that everything holds to about 1e-14 of itself
 * at any temperature. All energies here count from the ground state. */

typedef enum
{
  QN_LEVELS_FINITE,
  QN_LEVELS_BOX,        /* E_n = w (n^2 - 1)/3, n = 1, 2, ... */
  QN_LEVELS_OSCILLATOR, /* E_n = w n, n = 0, 1, ... */
  QN_LEVELS_ROTOR,      /* E_J = w J(J + 1)/2, each 2J + 1 times */
} QnLevelsKind;

typedef struct
{
  QnLevelsKind kind;
  double spacing;                   /* w > 0: the first gap; of spectra without an end */
  int n;                            /* the rest: finite ones, ascending */
  double energy[QN_MAX_LEVELS];     /* energy[0] = 0 */
  double degeneracy[QN_MAX_LEVELS];
} QnLevels;

/* The levels of a medium at control w: as many as it has, of an oscillator all. */
void qn_levels_of_medium (const QnMediumSpec *medium, double w, QnLevels *levels);

/* The n-th level from below, n = 0, 1, ...; at most qn_levels_count() of them. */
double qn_levels_energy     (const QnLevels *levels, int n);
double qn_levels_degeneracy (const QnLevels *levels, int n);
int    qn_levels_count      (const QnLevels *levels); /* G_MAXINT without an end */

typedef struct
{
  double Z;           /* sum_n g_n exp(-E_n/T) */
  double log_Z;
  double energy;      /* U = T^2 d(ln Z)/dT */
  double free_energy; /* F = -T ln Z */
  double entropy;     /* S = ln Z + U/T, nats */
  double capacity;    /* C = dU/dT = (<E^2> - <E>^2)/T^2 */
  double slope;       /* T dC/dT */
} QnPartition;

void qn_partition (const QnLevels *levels, double temperature, QnPartition *out);

/* Population of the n-th level, all its states together, and of everything from the n-th level upwards. */
double qn_partition_population (const QnLevels *levels, double temperature, int n);
double qn_partition_beyond     (const QnLevels *levels, double temperature, int n);

/* Heat capacity at high temperature by the equipartition theorem: oscillator 1, rotor 1, box 1/2; NaN where the number of
 * levels is finite and the heat capacity falls to nothing. */
double qn_levels_classical (const QnLevels *levels);

/* Where C(T) is largest, T to 1e-12 of itself. FALSE where it has no maximum: an oscillator, levels all of one energy. */
gboolean qn_partition_peak (const QnLevels *levels, double *temperature, double *capacity);

G_END_DECLS
