/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/linear/qn-types.h"

G_BEGIN_DECLS

/* Which medium a machine has, a plain value: copy it with =, share it between threads. What a medium does stands in its
 * class, qn-medium-class.h. */

typedef enum
{
  QN_MEDIUM_QUBIT,  /* H = (w sz + D sx)/2, X = sy */
  QN_MEDIUM_LADDER, /* E_n = w e_n, e_0 = 0, e_{n+1} - e_n = spacing[n]; X: sqrt(n+1) between neighbours */
  QN_MEDIUM_BOX,    /* E_n = w n^2/3, n = 1..levels; X: 1 between neighbours */
  QN_MEDIUM_OSCILLATOR, /* H = (p^2 + w^2 x^2)/2, Gaussian and untruncated: qn-oscillator.h */
  QN_MEDIUM_TWO_QUBITS, /* coupled by exchange: qn-medium-two-qubits.h */
  /* Media made of parts, each beside a reservoir of its own: qn-parts.h */
  QN_MEDIUM_MASER,
  QN_MEDIUM_THREE_LEVELS,
  QN_MEDIUM_THREE_QUBITS,
  QN_MEDIUM_JUNCTION,
  QN_MEDIUM_PAIR,
} QnMediumKind;

/* In whose energy basis the reservoirs of a medium made of parts act. */
typedef enum
{
  QN_MODEL_GLOBAL, /* in that of the whole H */
  QN_MODEL_LOCAL,  /* each in that of its own part, as if the parts did not know of one another */
  QN_MODEL_RESET,  /* at the rate of its coupling a reservoir replaces its part by a thermal one */
} QnModel;

typedef struct
{
  QnMediumKind kind;
  int levels;                         /* 2 for the qubit, 4 for two qubits, 2..QN_MAX_LADDER otherwise */
  double tunnelling;                  /* D, qubit only */
  double spacing[QN_MAX_LADDER - 1];  /* ladder only: relative spacings, all 1 = equal */
  int degeneracy[QN_MAX_LADDER];      /* ladder and box only: states of one energy that a level stands for; 0 means 1 */
  double exchange, anisotropy, zz, coupling_ratio; /* two qubits only: J, g, d, c */
  QnModel model;                      /* the rest: media made of parts only, see qn-parts.h */
  double part[QN_MAX_BATHS];          /* energies of the parts */
  double interaction, detuning;
} QnMediumSpec;

G_END_DECLS
