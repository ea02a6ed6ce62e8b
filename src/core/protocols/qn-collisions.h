/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A qubit meets the qubits of an environment one after the other, and the density matrix of all of them is kept: V. Scarani,
 * M. Ziman, P. Stelmachovic, N. Gisin & V. Buzek, Phys. Rev. Lett. 88, 097905 (2002). One collision is the partial swap
 *
 *   U = exp(-i angle SWAP) = cos(angle) - i sin(angle) SWAP
 *
 * of the system with one of them; nothing else happens, and the whole stays what it was up to a unitary. Entropies are von
 * Neumann's, -Tr[rho ln rho] in nats, of the eigenvalues of the evolved matrix itself. Entropy production of a system
 * whose environment begins uncorrelated, M. Esposito, K. Lindenberg & C. Van den Broeck, New J. Phys. 12, 013013 (2010):
 *
 *   Sigma = Delta S(system) - Q/T = I(system : environment) + D(environment || what it was) >= 0 */

#define QN_COLLISIONS_SIZE 8   /* qubits of an environment at most */
#define QN_COLLISIONS_COHERENT 6 /* at most where the system begins with coherence, which takes larger matrices */
#define QN_COLLISIONS_STEPS 40

typedef struct
{
  int size, rounds;    /* environment qubits, and how often the whole row of them is met: size * rounds <= QN_COLLISIONS_STEPS */
  double angle;
  double excited;      /* the system's population of the upper level at the beginning, 0..1 */
  double coherence;    /* and its <1|rho|0>, real, |coherence|^2 <= excited (1 - excited) */
  double environment;  /* upper population of each environment qubit, between 0 and 1 */
} QnCollisions;

/* After a number of collisions. */
typedef struct
{
  double whole, system, environment; /* entropies; environment: of all its qubits together */
  double parts;                      /* sum of the entropies of all single qubits */
  double known[QN_COLLISIONS_SIZE + 1]; /* known[k]: of the system with the first k environment qubits together, plus those of all others one by one */
  double excited, coherence;         /* of the system: upper population, |<1|rho|0>| */
  double excitations;                /* sum of the upper populations of the environment */
  double relative;                   /* D(environment || its beginning), nats */
  double largest;                    /* eigenvalue of the whole */
} QnCollisionStep;

/* steps[0 .. size * rounds], the first one before any collision. FALSE: `cancelled` (atomic, may be NULL) was set. With
 * eight qubits and no coherence some 30 ms a step. */
gboolean qn_collisions_run (const QnCollisions *collisions, const gint *cancelled, QnCollisionStep *steps);

G_END_DECLS
