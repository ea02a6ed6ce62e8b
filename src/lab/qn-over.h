/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lab/qn-grid-refine.h"

G_BEGIN_DECLS

/* What an experiment's figures over parameters show (QnExperiment.over), and the grids of it. */

/* The parameter on the axis, or the result; where none was chosen, what the lab suggests. -1 (QN_OVER_FAMILY, QN_OVER_SECOND): none. */
int      qn_over_get        (const QnExperiment *experiment, QnOver over);
/* A parameter or result by its index, -1: none, or what the lab suggests. x and y change places where they would be the same. */
void     qn_over_set        (QnExperiment *experiment, QnOver over, int index);
gboolean qn_over_allows     (const QnLab *lab, QnOver over, int index); /* a real parameter, a number */
gboolean qn_over_is_parameter (QnOver over);
const char *qn_over_id      (QnOver over);   /* "x", for files */
const char *qn_over_name    (QnOver over);   /* translated: "Horizontal axis" */

/* The coarsest grid of what is chosen: curves over x, one for each of some values of the family's parameter, or a map over x and y. The
 * axes are the sliders' ranges, the present values among them. What does not depend on the present values of its axes has them
 * no more: grids of equal plans are equal. */
QnGridPlan qn_over_line (const QnExperiment *experiment);
QnGridPlan qn_over_map  (const QnExperiment *experiment);

G_END_DECLS
