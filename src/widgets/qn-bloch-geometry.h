/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "figures/kit/qn-bloch-scene.h"
#include "figures/kit/qn-camera.h"

G_BEGIN_DECLS

/* The lines of a QnBlochScene as triangles for OpenGL: every line a strip of
 * quads a little wider than the line, each corner knowing its distance to the edges, so
 * that the shader can smooth them whatever the resolution. No GTK, no GL. Private to the widgets. */

/* Where the sphere stands; lengths in pixels, y down. */
typedef struct
{
  double width, height;
  double x, y, radius;
  double line;         /* line width */
  double text;         /* size of text */
  double scale;        /* pixels per unit of the widget */
  double m[3][3];      /* camera */
} QnBlochView;

typedef struct
{
  float place[2];
  float tint[4];       /* premultiplied */
  float edge[4];
  float dash[3];
} QnBlochVertex;

typedef struct
{
  GArray *vertices;    /* QnBlochVertex */
  GArray *indices;     /* guint32, triangles */
} QnBlochMesh;

/* The same place and size as the Cairo figure's: `glyph_width` and `glyph_height` of a ket in body text. */
QnBlochView qn_bloch_view (double width, double height, double scale, QnCamera camera, const QnTheme *theme, double glyph_width, double glyph_height);

/* Returns the depth, nearer is larger. */
double qn_bloch_view_project (const QnBlochView *view, const float point[3], double *x, double *y);

void qn_bloch_mesh_init  (QnBlochMesh *mesh);
void qn_bloch_mesh_clear (QnBlochMesh *mesh);
void qn_bloch_mesh_fill  (QnBlochMesh *mesh, const QnBlochScene *scene, const QnBlochView *view, const QnTheme *theme); /* anew */

G_END_DECLS
