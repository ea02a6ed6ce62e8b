/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sim/qn-solution.h"

/* An experiment of a lab, changed by "id=value" assignments parted by blanks. */
QnExperiment test_experiment (const char *lab, const char *assignments);
void         test_change     (QnExperiment *experiment, const char *assignments);

/* One that cannot be computed: a bosonic contact on two levels that coincide. */
QnExperiment test_impossible (void);

/* One whose limit cycle takes seconds: friction over very long drives. */
QnExperiment test_slow (void);

QnResults    test_evaluate (const QnExperiment *experiment);
QnSolution  *test_solve (const QnExperiment *experiment);
