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

/* The value of a row as it is shown, markup: as qn_quantity_format(), but efficiencies, and of an engine the limits beside them, in percent. */
char *qn_results_format (const QnResults *results, const QnResult *row, double value, gboolean with_unit);

/* Whether a result is rounding noise of its cycle: smaller than 1e-12 of the scale of its dimension (the largest level met for
 * energies, that by the period for powers, 1 elsewhere and where there is no ledger). Such a value is shown as 0; files have what was
 * computed. */
gboolean qn_is_noise (double value, QnDimension dimension, const QnLedger *ledger);

G_END_DECLS
