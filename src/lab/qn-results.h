/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lab/qn-lab.h"

G_BEGIN_DECLS

/* Values of results, in the lab's order. NAN is "does not exist" (JSON null, a dash). */
typedef struct
{
  const QnLab *lab;
  double number[QN_MAX_RESULTS];
  QnMode mode;
  int n_populations;
  double population[QN_MAX_LEVELS];
  double bloch[3];
  double part_z[2]; /* of the reduced states of two qubits; NAN where there are none */
} QnResults;

void   qn_results_init (QnResults *results, const QnLab *lab); /* nothing exists */
double qn_results_get  (const QnResults *results, const char *id); /* NAN where it does not exist */
/* The values of a row of kind VECTOR, at most QN_MAX_LEVELS, into out; their number, 0 where it does not exist. */
int    qn_results_vector (const QnResults *results, const QnResult *row, double *out);
void   qn_results_set  (QnResults *results, const char *id, double value); /* `id` must be one of the lab's */

/* What follows from a machine's ledger of any cycle (transients too) and the reading at its start, as far as the lab has rows for it. */
void   qn_results_of_machine (QnResults *results, const QnMachine *machine, const QnLedger *ledger, const QnReading *start);

G_END_DECLS
