/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/machine/qn-machine.h"

G_BEGIN_DECLS

/* Maxwell's demon: a qubit is measured, acted upon by what was read, brought back by a reservoir, and the record is erased.
 *
 * The qubit begins in equilibrium. It is measured along an axis at `angle` from that of its energy (projectors P_b, b = 0 the
 * lower); the record m shows b with probability 1 - error. Then
 *
 * flip      (gap w) a unitary turns the state that the record names into the ground state: a pi pulse where it reads excited; contact
 *           with the reservoir until equilibrium closes the cycle
 * szilard   (two levels of one energy) the level that the record says is empty is lifted at once to a height h, and let down
 *           linearly in `duration` in contact: L. Szilard, Z. Phys. 53, 840 (1929), in the form of J. V. Koski et al., PNAS 111, 13786 (2014)
 * reset     nothing but a bit with probability `bias` of 1, which is erased
 *
 * The record is a bit of two equal levels. It is erased by lifting level 1 at once to where its population is in equilibrium, on
 * linearly to QN_DEMON_TOP memory_temperature in `memory_duration` in contact (fermionic rates), and back at once: R. Landauer, IBM
 * J. Res. Dev. 5, 183 (1961). A bit more likely 1 than 0 has its levels exchanged before, which costs nothing.
 *
 * Entropies in nats. Work is positive out of the system; heat positive into it. T. Sagawa & M. Ueda, Phys. Rev. Lett. 104, 090602 (2010). */

#define QN_DEMON_TOP 24 /* what is left in a bit erased slowly is exp(-24) */
#define QN_DEMON_LONGEST 1e5 /* of duration times coupling; above it there is INFINITY: quasi-static */

typedef enum { QN_DEMON_FLIP, QN_DEMON_SZILARD, QN_DEMON_RESET, QN_N_DEMONS } QnDemonKind;

typedef struct
{
  QnDemonKind kind;
  double gap;                 /* flip: w > 0. szilard: h >= 0 */
  double temperature, coupling;
  QnSpectrum spectrum;        /* szilard: ohmic or fermionic */
  double error, angle;        /* 0..1/2; angle: flip only */
  double duration;            /* szilard; INFINITY: quasi-static */
  double bias;                /* reset */
  double memory_temperature, memory_coupling, memory_duration;
} QnDemon;

enum { QN_DEMON_START, QN_DEMON_MEASURED, QN_DEMON_FED_BACK, QN_DEMON_RETURNED, QN_DEMON_ERASED, QN_N_DEMON_STEPS };

/* Change since the start. total = system + memory - correlation + reservoir + memory_reservoir. */
typedef struct
{
  double system, memory, correlation; /* correlation: mutual information of the two */
  double reservoir, memory_reservoir; /* -Q/T of each */
  double total;
} QnDemonEntropy;

typedef struct
{
  QnDemonEntropy step[QN_N_DEMON_STEPS];
  double work;             /* gained from the system in a cycle */
  double heat;             /* from its reservoir */
  double heat_measurement; /* energy that the measurement gives the system */
  double information;      /* mutual information of record and system after the measurement */
  double read;             /* probability of the record 1 */
  double erasure_work;     /* done on the memory */
  double erasure_heat;     /* from its reservoir, below 0 */
  double left;             /* probability of 1 after the erasure */
  double jarzynski;        /* <exp(W/T - I)>, I = ln p(m|b)/p(m); NaN for a tilted measurement, or without a system */
  double residual;         /* of the first law, system and memory */
} QnDemonBalance;

/* Errors: QN_CORE_ERROR. */
gboolean qn_demon_run (const QnDemon *demon, QnDemonBalance *balance, GError **error);

/* The height at which a slow Szilard engine gains most: T ln((1 - error)/error), at most QN_DEMON_TOP T. */
double qn_demon_best_height (double temperature, double error);

/* One run, at random: what the level was (b), what was read (m), work gained (of `reset` by the erasure, below 0); exact in time. `rng` as of qn_random(). */
void qn_demon_sample (const QnDemon *demon, guint64 rng[4], int *level, int *record, double *work, double *information);

G_END_DECLS
