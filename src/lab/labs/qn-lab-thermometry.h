/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lab/qn-continuous.h"
#include "lab/qn-monte-carlo.h"
#include "core/protocols/qn-thermometry.h"

G_BEGIN_DECLS

/* The lab `thermometry`: a probe, a reservoir, and the temperature it tells. */

QnProbe qn_lab_thermometry_probe (const QnExperiment *experiment);
double  qn_lab_thermometry_time  (const QnExperiment *experiment); /* of the contact; INFINITY: relaxed */

/* Repetitions of the whole measurement: `shots` probes measured in their energy, T estimated by maximum likelihood after
 * 1, 3, 10, ... of them and after all. Tables "estimates" (temperature after all shots) and "precision" (shots, root mean
 * square error over the temperature, Cramer-Rao's bound, repetitions in which T could be told), "estimate_histogram". */
extern const QnMonteCarlo qn_lab_thermometry_runs;

G_END_DECLS
