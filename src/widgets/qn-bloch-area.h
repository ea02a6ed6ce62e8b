/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "figures/qn-figure.h"

G_BEGIN_DECLS

/* The Bloch sphere drawn by OpenGL 3.2 core or OpenGL ES 3.0: a glassy shaded
 * sphere, the cycle's trail coloured by stroke, the energy axis, the vector and its
 * shadow on the equator; antialiased in the shaders. Used by QnFigureView, which
 * shows the Cairo drawing of the figure instead when "failed" becomes TRUE (no
 * OpenGL, or shaders that do not compile).
 *
 * Properties: "failed" (boolean, read only). */
#define QN_TYPE_BLOCH_AREA (qn_bloch_area_get_type ())
G_DECLARE_FINAL_TYPE (QnBlochArea, qn_bloch_area, QN, BLOCH_AREA, GtkGLArea)

GtkWidget *qn_bloch_area_new (void);

/* The scene: from the figure, which holds the camera, and its snapshot. Redraws. */
void     qn_bloch_area_set_figure (QnBlochArea *self, QnFigure *figure, QnSnapshot *snapshot);
gboolean qn_bloch_area_get_failed (QnBlochArea *self);

/* Whether OpenGL is worth while in this (realised) widget's window: the window
 * itself is drawn by the graphics card. Where Cairo draws the window, every picture would have to
 * be read back, which costs more than drawing the sphere with Cairo. QUENCH_BLOCH=gl or =cairo in
 * the environment overrides. */
gboolean qn_bloch_area_is_wanted (GtkWidget *widget);

G_END_DECLS
