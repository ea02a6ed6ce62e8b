/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "figures/kit/qn-camera.h"

#include <math.h>
#include <string.h>

QnCamera
qn_camera_home (void)
{
  return (QnCamera) { -1.05, 0.33, 1 };
}

QnCamera
qn_camera_within_reason (QnCamera camera)
{
  return (QnCamera) { isfinite (camera.yaw) ? remainder (camera.yaw, 2 * G_PI) : 0,
                     isfinite (camera.pitch) ? CLAMP (camera.pitch, -G_PI / 2, G_PI / 2) : 0,
                     isfinite (camera.zoom) ? CLAMP (camera.zoom, 0.25, 8) : 1 };
}

void
qn_camera_matrix (QnCamera camera, double rows[3][3])
{
  double cy = cos (camera.yaw), sy = sin (camera.yaw), cp = cos (camera.pitch), sp = sin (camera.pitch);
  const double m[3][3] = { { -sy, cy, 0 }, { -sp * cy, -sp * sy, cp }, { cp * cy, cp * sy, sp } };

  memcpy (rows, m, sizeof m);
}

void
qn_camera_project (QnCamera camera, const float point[3], double *right, double *up, double *depth)
{
  double m[3][3], *out[3] = { right, up, depth };

  qn_camera_matrix (camera, m);
  for (int i = 0; i < 3; i++)
    if (out[i] != NULL)
      *out[i] = m[i][0] * point[0] + m[i][1] * point[1] + m[i][2] * point[2];
}
