/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/qn-bloch-geometry.h"

#include <math.h>

#define FAR_EDGE 1e4f

typedef struct
{
  double x, y;
  QnColor color;
} Point;

/* What a line looks like, behind the middle of the sphere and before it. */
typedef struct
{
  double back, front;   /* opacity */
  gboolean fading;      /* from nothing at its first point */
  gboolean round;       /* ends in discs */
} Look;

QnBlochView
qn_bloch_view (double width, double height, double scale, QnCamera camera, const QnTheme *theme, double glyph_width, double glyph_height)
{
  double margin = glyph_height * 1.35, foot = glyph_height * 1.1;
  QnBlochView view = { .width = width * scale, .height = height * scale, .scale = scale };
  double radius = MAX (MIN (width / 2 - 2.2 * glyph_width, (height - 2 * margin - foot) / 2), 12) * camera.zoom;

  view.x = width / 2 * scale;
  view.y = (height - foot) / 2 * scale;
  view.radius = radius * scale;
  view.line = qn_theme_line_width (theme, width, height) * scale;
  view.text = qn_theme_text_size (theme, width, height);
  qn_camera_matrix (camera, view.m);
  return view;
}

double
qn_bloch_view_project (const QnBlochView *view, const float point[3], double *x, double *y)
{
  double out[3];

  for (int i = 0; i < 3; i++)
    out[i] = view->m[i][0] * point[0] + view->m[i][1] * point[1] + view->m[i][2] * point[2];
  *x = view->x + view->radius * out[0];
  *y = view->y - view->radius * out[1];
  return out[2];
}

void
qn_bloch_mesh_init (QnBlochMesh *mesh)
{
  mesh->vertices = g_array_sized_new (FALSE, FALSE, sizeof (QnBlochVertex), 2048);
  mesh->indices = g_array_sized_new (FALSE, FALSE, sizeof (guint32), 6144);
}

void
qn_bloch_mesh_clear (QnBlochMesh *mesh)
{
  g_clear_pointer (&mesh->vertices, g_array_unref);
  g_clear_pointer (&mesh->indices, g_array_unref);
}

static void
add_vertex (QnBlochMesh *mesh, double x, double y, QnColor c, const float edge[4], double along, double on, double period)
{
  QnBlochVertex vertex = {
    { (float) x, (float) y },
    { (float) (c.r * c.a), (float) (c.g * c.a), (float) (c.b * c.a), (float) c.a },
    { edge[0], edge[1], edge[2], edge[3] },
    { (float) along, (float) on, (float) period },
  };

  g_array_append_val (mesh->vertices, vertex);
}

static void
add_triangle (QnBlochMesh *mesh, guint32 a, guint32 b, guint32 c)
{
  guint32 indices[3] = { a, b, c };

  g_array_append_vals (mesh->indices, indices, 3);
}

static void
add_disc (QnBlochMesh *mesh, double x, double y, double radius, QnColor color)
{
  guint32 first = mesh->vertices->len;
  double reach = radius + 1;

  for (int i = 0; i < 4; i++)
    {
      double dx = i & 1 ? reach : -reach, dy = i & 2 ? reach : -reach;
      const float edge[4] = { (float) dx, (float) dy, 0, (float) radius };

      add_vertex (mesh, x + dx, y + dy, color, edge, 0, 0, 0);
    }
  add_triangle (mesh, first, first + 1, first + 2);
  add_triangle (mesh, first + 1, first + 3, first + 2);
}

/* The triangle grown about its centre so far that its smoothed edges fit in; distances are linear, so exact at the corners. */
static void
add_head (QnBlochMesh *mesh, const double corner[3][2], QnColor color)
{
  guint32 first = mesh->vertices->len;
  double cx = (corner[0][0] + corner[1][0] + corner[2][0]) / 3, cy = (corner[0][1] + corner[1][1] + corner[2][1]) / 3;

  for (int i = 0; i < 3; i++)
    {
      double x = cx + 1.8 * (corner[i][0] - cx), y = cy + 1.8 * (corner[i][1] - cy);
      float edge[4] = { 0 };

      for (int k = 0; k < 3; k++)
        {
          const double *a = corner[k], *b = corner[(k + 1) % 3];
          double length = MAX (hypot (b[0] - a[0], b[1] - a[1]), 1e-9);
          double nx = -(b[1] - a[1]) / length, ny = (b[0] - a[0]) / length;
          double sign = (cx - a[0]) * nx + (cy - a[1]) * ny < 0 ? -1 : 1;

          edge[k] = (float) (sign * ((x - a[0]) * nx + (y - a[1]) * ny));
        }
      add_vertex (mesh, x, y, color, edge, 0, 0, 0);
    }
  add_triangle (mesh, first, first + 1, first + 2);
}

/* Unit normal of the way from a to b; FALSE where there is no way. */
static gboolean
normal_of (const Point *a, const Point *b, double *nx, double *ny)
{
  double dx = b->x - a->x, dy = b->y - a->y, length = hypot (dx, dy);

  if (length < 1e-4)
    return FALSE;
  *nx = -dy / length;
  *ny = dx / length;
  return TRUE;
}

/* The mitred normal at a point: neighbouring quads share their corners, so nothing overlaps and nothing gapes. */
static void
miter (const Point *p, guint i, guint n, double *mx, double *my)
{
  double ax = 0, ay = 0, bx = 0, by = 0;
  gboolean before = i > 0 && normal_of (&p[i - 1], &p[i], &ax, &ay);
  gboolean after = i + 1 < n && normal_of (&p[i], &p[i + 1], &bx, &by);
  double sx, sy, length, lift;

  if (!before)
    {
      ax = bx;
      ay = by;
    }
  if (!after)
    {
      bx = ax;
      by = ay;
    }
  sx = ax + bx;
  sy = ay + by;
  length = hypot (sx, sy);
  if (length < 1e-6)
    {
      *mx = ax;
      *my = ay;
      return;
    }
  lift = MIN (2 / (length * length), 2 / length);
  *mx = sx * lift;
  *my = sy * lift;
}

static void
dash_of (QnDash dash, double width, double *on, double *period)
{
  double unit = MAX (width, 1);

  *on = *period = 0;
  switch (dash)
    {
    case QN_DASH_DASHED:
      *on = 4.2 * unit;
      *period = 6.2 * unit;
      break;
    case QN_DASH_DOTTED:
      *on = 1.05 * unit;
      *period = 2.35 * unit;
      break;
    case QN_DASH_LONG:
      *on = 7 * unit;
      *period = 8.8 * unit;
      break;
    case QN_DASH_SOLID:
    default:
      break;
    }
}

static void
add_strip (QnBlochMesh *mesh, const Point *points, guint n, double width, QnDash dash)
{
  double half = MAX (width, 1) / 2, reach = half + 1, along = 0, on, period;
  double thin = MIN (width, 1);
  guint32 first = mesh->vertices->len;
  const float left[4] = { (float) (half - reach), (float) (half + reach), FAR_EDGE, 0 };
  const float right[4] = { (float) (half + reach), (float) (half - reach), FAR_EDGE, 0 };

  dash_of (dash, width, &on, &period);
  for (guint i = 0; i < n; i++)
    {
      const Point *p = &points[i];
      double mx, my;
      QnColor c = qn_color_alpha (p->color, p->color.a * thin);

      miter (points, i, n, &mx, &my);
      if (i > 0)
        along += hypot (p->x - points[i - 1].x, p->y - points[i - 1].y);
      add_vertex (mesh, p->x + mx * reach, p->y + my * reach, c, left, along, on, period);
      add_vertex (mesh, p->x - mx * reach, p->y - my * reach, c, right, along, on, period);
    }
  for (guint i = 0; i + 1 < n; i++)
    {
      guint32 v = first + 2 * i;

      add_triangle (mesh, v, v + 1, v + 2);
      add_triangle (mesh, v + 1, v + 3, v + 2);
    }
}

static double
smoothstep (double from, double to, double x)
{
  double t = CLAMP ((x - from) / (to - from), 0, 1);

  return t * t * (3 - 2 * t);
}

static void
add_line (QnBlochMesh *mesh, const QnBlochScene *scene, const QnBlochView *view, const QnBlochLine *line, QnColor color, Look look, double widen)
{
  g_autofree Point *points = g_new (Point, line->n);
  double width = line->width * view->line * widen;

  if (line->n < 2)
    return;
  for (guint i = 0; i < line->n; i++)
    {
      double depth = qn_bloch_view_project (view, qn_bloch_scene_point (scene, line->first + i), &points[i].x, &points[i].y);
      double alpha = look.back + (look.front - look.back) * smoothstep (-0.25, 0.25, depth);

      if (look.fading)
        alpha *= i / (line->n - 1.0);
      points[i].color = qn_color_alpha (color, alpha);
    }
  add_strip (mesh, points, line->n, width, line->dash);
  if (look.round)
    {
      add_disc (mesh, points[0].x, points[0].y, width / 2, points[0].color);
      add_disc (mesh, points[line->n - 1].x, points[line->n - 1].y, width / 2, points[line->n - 1].color);
    }
}

static void
add_arrow (QnBlochMesh *mesh, const QnBlochArrow *arrow, const QnBlochView *view, const QnTheme *theme)
{
  QnColor color = theme->line[QN_HUE_FOREGROUND];
  double x0, y0, x, y, dx, dy, length, size = 4.2 * view->line;
  Point shaft[2];

  qn_bloch_view_project (view, arrow->from, &x0, &y0);
  qn_bloch_view_project (view, arrow->to, &x, &y);
  length = hypot (x - x0, y - y0);
  if (length <= 2.2 * size)
    {
      add_disc (mesh, x, y, 3.2 * view->line, color);
      return;
    }
  dx = (x - x0) / length;
  dy = (y - y0) / length;
  shaft[0] = (Point) { x0, y0, color };
  shaft[1] = (Point) { x - 1.7 * size * dx, y - 1.7 * size * dy, color };
  add_strip (mesh, shaft, 2, 2.6 * view->line, QN_DASH_SOLID);
  add_disc (mesh, x0, y0, 1.3 * view->line, color);
  add_head (mesh, (const double[3][2]) {
    { x, y },
    { x - size * (2 * dx + 0.85 * dy), y - size * (2 * dy - 0.85 * dx) },
    { x - size * (2 * dx - 0.85 * dy), y - size * (2 * dy + 0.85 * dx) } }, color);
}

/* A shadow has no edge. */
static void
add_shadow (QnBlochMesh *mesh, const QnBlochScene *scene, const QnBlochView *view, const QnBlochLine *line, QnColor color)
{
  static const double widen[] = { 2.2, 1.6, 1.1, 0.7 };

  for (guint i = 0; i < G_N_ELEMENTS (widen); i++)
    add_line (mesh, scene, view, line, color, (Look) { 0.07, 0.07, FALSE, FALSE }, widen[i]);
}

static void
add_role (QnBlochMesh *mesh, const QnBlochScene *scene, const QnBlochView *view, const QnTheme *theme, QnBlochRole role)
{
  static const Look looks[QN_N_BLOCH_ROLES] = {
    [QN_BLOCH_EQUATOR] = { 0.30, 0.75, FALSE, FALSE },
    [QN_BLOCH_MERIDIAN] = { 0.16, 0.38, FALSE, FALSE },
    [QN_BLOCH_AXIS] = { 0.30, 0.50, FALSE, FALSE },
    [QN_BLOCH_ENERGY] = { 0.70, 1, FALSE, FALSE },
    [QN_BLOCH_CYCLE] = { 1, 1, FALSE, TRUE },
    [QN_BLOCH_TRAIL] = { 0.9, 0.9, TRUE, FALSE },
    [QN_BLOCH_DROP] = { 0.5, 0.5, FALSE, FALSE },
  };

  for (guint i = 0; i < scene->lines->len; i++)
    {
      const QnBlochLine *line = &g_array_index (scene->lines, QnBlochLine, i);

      if (line->role != role)
        continue;
      if (role == QN_BLOCH_SHADOW)
        add_shadow (mesh, scene, view, line, theme->line[line->hue]);
      else
        add_line (mesh, scene, view, line, theme->line[line->hue], looks[role], 1);
    }
}

void
qn_bloch_mesh_fill (QnBlochMesh *mesh, const QnBlochScene *scene, const QnBlochView *view, const QnTheme *theme)
{
  static const QnBlochRole order[] = {
    QN_BLOCH_MERIDIAN, QN_BLOCH_EQUATOR, QN_BLOCH_AXIS, QN_BLOCH_SHADOW, QN_BLOCH_CYCLE, QN_BLOCH_DROP, QN_BLOCH_ENERGY, QN_BLOCH_TRAIL,
  };

  g_array_set_size (mesh->vertices, 0);
  g_array_set_size (mesh->indices, 0);
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    add_role (mesh, scene, view, theme, order[i]);
  for (int k = 0; k < scene->n_arrows; k++)
    add_arrow (mesh, &scene->arrow[k], view, theme);
}
