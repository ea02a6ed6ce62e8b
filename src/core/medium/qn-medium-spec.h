/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/linear/qn-types.h"

G_BEGIN_DECLS

/* Which medium a machine has, a plain value: copy it with =, share it between threads. What a medium does stands in its
 * class, qn-medium-class.h; its numbers are those that the class names. */

typedef struct _QnMediumClass QnMediumClass;

/* In whose energy basis the reservoirs of a medium made of parts act. */
typedef enum
{
  QN_MODEL_GLOBAL, /* in that of the whole H */
  QN_MODEL_LOCAL,  /* each in that of its own part, as if the parts did not know of one another */
  QN_MODEL_RESET,  /* at the rate of its coupling a reservoir replaces its part by a thermal one */
} QnModel;

typedef struct
{
  const QnMediumClass *klass;
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
