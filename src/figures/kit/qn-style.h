/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/machine/qn-machine.h"
#include "lab/qn-lab.h"
#include "plot/qn-series.h"

G_BEGIN_DECLS

/* What strokes, reservoirs and modes look like and are called, everywhere: hot strokes solid in the hot hue, cold ones long
 * dashes in the cold hue, drives in the work hue. */

QnHue       qn_stroke_hue  (const QnStroke *stroke);
QnDash      qn_stroke_dash (const QnStroke *stroke);
const char *qn_stroke_name (const QnStroke *stroke); /* translated; the id where it is unknown */
const char *qn_mode_name   (QnMode mode);            /* translated: "Engine" */
QnHue       qn_bath_hue    (int bath);

G_END_DECLS
