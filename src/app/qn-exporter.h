/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/qn-dialogs.h"
#include "lab/qn-lab.h"
#include "widgets/qn-figure-view.h"

G_BEGIN_DECLS

/* Asks for a file and writes the figure to it, in the format that its name ends with, of the size and in the
 * style of the settings. The name that is suggested is made of the experiment's. */
void qn_exporter_ask (QnDialogs *dialogs, QnFigureView *view, const QnExperiment *experiment);

G_END_DECLS
