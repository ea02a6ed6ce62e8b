/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "figures/qn-figure.h"

G_BEGIN_DECLS

/* The drop-downs of a figure over parameters: which result, over which parameters. Each activates the action
 * "experiment.choose-axis" (ii): a QnOver, and the index of a parameter or result, -1: none. */
#define QN_TYPE_AXES_ROW (qn_axes_row_get_type ())
G_DECLARE_FINAL_TYPE (QnAxesRow, qn_axes_row, QN, AXES_ROW, GtkWidget)

GtkWidget *qn_axes_row_new (void);
/* What there is to choose of this figure, and what is chosen. A figure that is over no parameter has none: the row hides. */
void       qn_axes_row_show (QnAxesRow *self, const QnFigureInfo *info, const QnExperiment *experiment);

G_END_DECLS
