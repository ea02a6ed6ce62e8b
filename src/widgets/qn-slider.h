/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "widgets/qn-parameter-scale.h"

G_BEGIN_DECLS

/* A GtkScale that speaks in the parameter's own values, to its owner and to
 * assistive technology alike, while its adjustment moves linearly or
 * logarithmically. Private to the widgets.
 *
 * Signals: "moved" (double value) by the user alone;
 *          "held" (gboolean) around one drag or one burst of keys. */
#define QN_TYPE_SLIDER (qn_slider_get_type ())
G_DECLARE_FINAL_TYPE (QnSlider, qn_slider, QN, SLIDER, GtkScale)

GtkWidget *qn_slider_new       (const QnParameter *parameter);
void       qn_slider_set_value (QnSlider *self, double value); /* emits nothing; outside the soft range it stands at the end */
void       qn_slider_set_mark  (QnSlider *self, double value);
gboolean   qn_slider_get_held  (QnSlider *self);

G_END_DECLS
