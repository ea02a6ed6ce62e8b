/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "core/machine/qn-cycle.h"

G_BEGIN_DECLS

/* An arc from 0 to 1 of Carnot's limit, Curzon and Ahlborn's efficiency a notch on
 * it, the percentage inside, the mode in words beside it. NAN is drawn as an empty
 * arc and a dash. Needs the same room whatever it shows. */
#define QN_TYPE_GAUGE (qn_gauge_get_type ())
G_DECLARE_FINAL_TYPE (QnGauge, qn_gauge, QN, GAUGE, GtkWidget)

GtkWidget *qn_gauge_new (void);

/* `fraction` = efficiency/Carnot (or cop/Carnot's cop), `notch` = Curzon-Ahlborn/Carnot;
 * NAN where they do not exist. `settling`: said under the mode. */
void   qn_gauge_set (QnGauge *self, double fraction, double notch, QnMode mode, gboolean settling);

/* The number's digits for a screen so high (qn-theme.h). */
void   qn_gauge_set_screen (QnGauge *self, int height);

G_END_DECLS
