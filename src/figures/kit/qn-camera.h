/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Camera of 3-d figures: yaw and pitch in radians, zoom 1 = fits. */
typedef struct
{
  double yaw, pitch, zoom;
} QnCamera;

QnCamera qn_camera_home (void);
QnCamera qn_camera_within_reason (QnCamera camera); /* a full turn, from pole to pole, zoom 1/4 to 8; 0, 0, 1 where not finite */

/* Orthographic view: rows are right, up and towards the viewer. Multiply a point
 * and scale by the radius in pixels times zoom; the third is the depth (nearer is larger). */
void qn_camera_matrix  (QnCamera camera, double rows[3][3]);
void qn_camera_project (QnCamera camera, const float point[3], double *right, double *up, double *depth);

G_END_DECLS
