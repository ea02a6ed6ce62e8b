/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lab/qn-lab.h"
#include "core/statistics/qn-partition.h"

G_BEGIN_DECLS

/* The levels an experiment's medium has: in the lab `equilibrium` all of them, those too that the running machine leaves
 * out; in every other lab those of its machine at control w. */
void qn_lab_equilibrium_levels (const QnExperiment *experiment, const QnMachine *machine, double w, QnLevels *levels);

G_END_DECLS
