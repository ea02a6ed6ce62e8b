/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/machine/qn-cycle.h"
#include "core/medium/qn-medium.h"

G_BEGIN_DECLS

/* Energy, entropy, populations, coherence... of state x at control w; fills everything but time, books and force. */
void qn_measures_read (const QnMedium *medium, double w, const double *x, QnReading *out);

/* Temperature of the Gibbs state with this energy, NaN if there is none positive and finite. A level stands for g[]
 * states; g NULL: for one. */
double qn_effective_temperature (const double *E, const int *g, int n, double energy);

/* Fills the currents from the rows of qn_medium_generator(); NULL: NaN. */
void qn_measures_currents (const QnMedium *medium, const double *rows, const double *x, QnReading *out);

/* Fills `force` = -dW_in/dw: -<dH/dw>, with H_CD only the part diagonal in energy. */
void qn_measures_force (const QnMedium *medium, const QnStroke *stroke, const double *x, QnReading *out);

G_END_DECLS
