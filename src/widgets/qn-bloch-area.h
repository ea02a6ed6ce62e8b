/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "qn-figure.h"

G_BEGIN_DECLS

/* The Bloch sphere drawn by OpenGL 3.2 core or OpenGL ES 3.0: a glassy shaded
 * sphere, the cycle's trail coloured by stroke, the energy axis, the vector and its
 * shadow on the equator; antialiased in the shaders. Used by QnFigureView, which
 * falls back to the Cairo drawing of the figure when "failed" becomes TRUE: no
 * OpenGL, shaders that do not compile, or an OpenGL that is done by the processor
 * (dearer than Cairo; see qn_bloch_area_set_allow_software()).
 *
 * Properties: "failed" (boolean, read only). */
#define QN_TYPE_BLOCH_AREA (qn_bloch_area_get_type ())
G_DECLARE_FINAL_TYPE (QnBlochArea, qn_bloch_area, QN, BLOCH_AREA, GtkGLArea)

GtkWidget *qn_bloch_area_new (void);

/* The scene: from the figure, which holds snapshot and camera. Redraws. */
void     qn_bloch_area_set_figure (QnBlochArea *self, QnFigure *figure, QnSnapshot *snapshot);
gboolean qn_bloch_area_get_failed (QnBlochArea *self);

/* For the whole process; before the first area is realised. FALSE by default,
 * TRUE with QUENCH_SOFTWARE_GL=1 in the environment. */
void     qn_bloch_area_set_allow_software (gboolean allow);

G_END_DECLS
