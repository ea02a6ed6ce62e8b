/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lab/qn-continuous.h"

G_BEGIN_DECLS

/* The lab `transport`: two qubits between two reservoirs, and what else is known of its machine than results. */

typedef enum { QN_LAB_TRANSPORT_LOCAL, QN_LAB_TRANSPORT_GLOBAL, QN_N_LAB_TRANSPORT_MODELS } QnLabTransportModel; /* choices of the parameter `model` */

/* Steady heat current from the left, hot reservoir into the junction, by its whole energy, had it this coupling g >= 0 and
 * this model, all else as in the experiment. NaN where that cannot be computed: a bosonic contact at a crossing of
 * levels. */
double qn_lab_transport_current (const QnExperiment *experiment, QnLabTransportModel model, double g);

/* How far a model is from doubt at coupling g; well above 1 it may be trusted, below about 1 it may not. Local: the
 * smallest of both spacings and temperatures over 2 W = sqrt(4 g^2 + (w_l - w_r)^2), the distance of the junction's own lines,
 * which its jumps know nothing of. Global: least distance of lines over the fastest relaxation of a qubit alone. (Hofer et
 * al., New J. Phys. 19, 123037 (2017); Gonzalez et al., Open Syst. Inf. Dyn. 24, 1740010 (2017).) INFINITY where nothing sets a limit. */
double qn_lab_transport_validity (const QnExperiment *experiment, QnLabTransportModel model, double g);

/* The lab's table "coupling": coupling, then the current of each model. */
#define QN_LAB_TRANSPORT_POINTS 57

G_END_DECLS
