/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lab/qn-monte-carlo.h"

G_BEGIN_DECLS

/* Runs of the lab of work fluctuations, forward and reverse in turn: two energy measurements, in contact with every quantum
 * counted between them. Tables, all of work done on the medium:
 *   "estimates": work_input, jarzynski, probability_violation, work_reverse
 *   "work_histogram", "work_reverse_histogram": the second of -W of the reverse process
 *   "running": runs, -T ln of their exponential average, its standard error
 *   "crooks_sampled": W, ln of the ratio of both histograms, its standard error, where each has some runs. */
extern const QnMonteCarlo qn_lab_fluctuations_runs;

G_END_DECLS
