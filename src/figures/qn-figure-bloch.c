/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "figures/kit/qn-bloch-scene.h"
#include "figures/kit/qn-figure-class.h"

/* The Bloch sphere drawn with the plain canvas: for export, and on screen where
 * there is no OpenGL. What lies on the far side is fainter; the sphere is glass. */

/* In units of the text. */
#define POLE 0.15 /* between a pole and its name */
#define AWAY 0.75 /* of names from the sphere and the lower edge */
#define TIP 0.9 /* between the tip of an arrow and its name */

typedef struct
{
  QnPen *pen;
  QnCamera camera;
  double m[3][3];
  double x, y, radius; /* centre and radius on the canvas */
  double field;        /* width of a number in the foot line; 0: no foot line */
  gboolean dry;        /* labels are placed, not drawn */
} View;

static View
view_of (QnFigure *figure, QnPen *pen)
{
  View view = { .pen = pen, .camera = figure->camera, .x = pen->width / 2 };
  double margin, foot, w, h;

  qn_canvas_measure (pen->canvas, "<i>x</i> = −0.000", QN_SIZE_SIDE * pen->text, FALSE, &w, &h);
  view.field = w + pen->text;
  if (3 * view.field > pen->width || h > pen->height * 0.1)
    view.field = 0;
  qn_canvas_measure (pen->canvas, "|↑⟩", pen->text, FALSE, &w, &h);
  margin = h * 1.35;
  foot = view.field > 0 ? h * 1.4 : 0;
  qn_camera_matrix (figure->camera, view.m);
  view.radius = MAX (MIN (pen->width / 2 - 2.2 * w, (pen->height - 2 * margin - foot) / 2), 12) * figure->camera.zoom;
  view.y = (pen->height - foot) / 2;
  return view;
}

static double
project (const View *view, const float p[3], double *x, double *y)
{
  double out[3];

  for (int i = 0; i < 3; i++)
    out[i] = view->m[i][0] * p[0] + view->m[i][1] * p[1] + view->m[i][2] * p[2];
  *x = view->x + view->radius * out[0];
  *y = view->y - view->radius * out[1];
  return out[2];
}

/* --- Glass ---------------------------------------------------------------- */

static gboolean
is_dark (const QnTheme *theme)
{
  return theme->background.r + theme->background.g + theme->background.b < 1.5;
}

static void
draw_glass (const View *view)
{
  QnPen *pen = view->pen;
  const QnTheme *theme = pen->theme;
  QnColor ink = theme->line[QN_HUE_REFERENCE], light = qn_color_hex (0xffffff);
  double strength = is_dark (theme) ? 0.15 : 0.16, x = view->x, y = view->y, r = view->radius;
  const QnStop body[] = { { 0, qn_color_alpha (ink, 0.02) }, { 0.62, qn_color_alpha (ink, strength * 0.35) },
                          { 0.93, qn_color_alpha (ink, strength) }, { 1, qn_color_alpha (ink, strength * 1.5) } };
  const QnStop shine[] = { { 0, qn_color_alpha (light, is_dark (theme) ? 0.16 : 0.85) }, { 0.45, qn_color_alpha (light, is_dark (theme) ? 0.05 : 0.3) }, { 1, qn_color_alpha (light, 0) } };

  qn_canvas_arc (pen->canvas, x, y, r, 0, 2 * G_PI);
  qn_canvas_set_radial_gradient (pen->canvas, (double[]) { x, y, r }, (double[]) { x - 0.25 * r, y - 0.30 * r }, body, 4);
  qn_canvas_fill (pen->canvas);
  qn_canvas_arc (pen->canvas, x - 0.38 * r, y - 0.48 * r, 0.36 * r, 0, 2 * G_PI);
  qn_canvas_set_radial_gradient (pen->canvas, (double[]) { x - 0.38 * r, y - 0.48 * r, 0.36 * r }, (double[]) { x - 0.42 * r, y - 0.54 * r }, shine, 3);
  qn_canvas_fill (pen->canvas);
  qn_canvas_arc (pen->canvas, view->x, view->y, r, 0, 2 * G_PI);
  qn_pen_stroke (pen, qn_color_alpha (ink, 0.75), QN_DASH_SOLID, 1);
}

/* --- Lines ---------------------------------------------------------------- */

/* The part of a line on one side of the sphere's rim. */
static void
stroke_side (const View *view, const QnBlochScene *scene, const QnBlochLine *line, gboolean front, QnColor color, double width)
{
  QnCanvas *canvas = view->pen->canvas;
  gboolean drawing = FALSE, any = FALSE;
  double px = 0, py = 0;

  for (guint i = 0; i < line->n; i++)
    {
      double x, y, depth = project (view, qn_bloch_scene_point (scene, line->first + i), &x, &y);

      if ((depth >= 0) == front)
        {
          if (!drawing)
            qn_canvas_move_to (canvas, i > 0 ? px : x, i > 0 ? py : y);
          qn_canvas_line_to (canvas, x, y);
          drawing = any = TRUE;
        }
      else if (drawing)
        drawing = FALSE;
      px = x;
      py = y;
    }
  if (!any)
    return;
  qn_pen_stroke (view->pen, color, line->dash, width);
}

static void
stroke_whole (const View *view, const QnBlochScene *scene, const QnBlochLine *line, QnColor color, double width)
{
  for (guint i = 0; i < line->n; i++)
    {
      double x, y;

      project (view, qn_bloch_scene_point (scene, line->first + i), &x, &y);
      qn_pen_to (view->pen, i == 0, x, y);
    }
  qn_pen_stroke (view->pen, color, line->dash, width);
}

static void
draw_trail (const View *view, const QnBlochScene *scene, const QnBlochLine *line)
{
  const guint pieces = 10;

  for (guint k = 0; k < pieces && line->n > 1; k++)
    {
      QnBlochLine part = *line;

      part.first = line->first + (line->n - 1) * k / pieces;
      part.n = (line->n - 1) * (k + 1) / pieces - (line->n - 1) * k / pieces + 1;
      stroke_whole (view, scene, &part, qn_color_alpha (view->pen->theme->line[line->hue], 0.8 * (k + 1) / pieces), 1 + 1.6 * (k + 1) / pieces);
    }
}

/* Head of an arrow on the canvas, from (x0, y0) to its tip (x1, y1). */
static void
draw_head (QnPen *pen, double x0, double y0, double x1, double y1, double size, QnColor color)
{
  double dx = x1 - x0, dy = y1 - y0, norm = hypot (dx, dy);

  if (norm < 1e-6)
    return;
  dx /= norm;
  dy /= norm;
  qn_canvas_move_to (pen->canvas, x1, y1);
  qn_canvas_line_to (pen->canvas, x1 - size * (2 * dx + 0.85 * dy), y1 - size * (2 * dy - 0.85 * dx));
  qn_canvas_line_to (pen->canvas, x1 - size * 1.5 * dx, y1 - size * 1.5 * dy);
  qn_canvas_line_to (pen->canvas, x1 - size * (2 * dx - 0.85 * dy), y1 - size * (2 * dy + 0.85 * dx));
  qn_canvas_close (pen->canvas);
  qn_pen_fill (pen, color);
}

static void
draw_vector (const View *view, const QnBlochArrow *arrow)
{
  QnPen *pen = view->pen;
  QnColor color = pen->theme->line[QN_HUE_FOREGROUND];
  double x0, y0, x, y, length, size = 4.2 * pen->line;

  project (view, arrow->from, &x0, &y0);
  project (view, arrow->to, &x, &y);
  length = hypot (x - x0, y - y0);
  if (length > 2.2 * size)
    {
      double keep = (length - 1.5 * size) / length;

      qn_pen_segment (pen, x0, y0, x0 + keep * (x - x0), y0 + keep * (y - y0));
      qn_pen_stroke (pen, color, QN_DASH_SOLID, 2.6);
      draw_head (pen, x0, y0, x, y, size, color);
      return;
    }
  qn_pen_disc (pen, x, y, 3.2 * pen->line, color);
}

/* How strong each role's lines are, behind the sphere's rim and before it; 0: the whole line alike, at `front`. */
static const struct
{
  double back, front;
} strength[QN_N_BLOCH_ROLES] = {
  [QN_BLOCH_EQUATOR] = { 0.30, 0.75 }, [QN_BLOCH_MERIDIAN] = { 0.16, 0.38 }, [QN_BLOCH_AXIS] = { 0, 0.42 }, [QN_BLOCH_SHADOW] = { 0, 0.22 },
  [QN_BLOCH_DROP] = { 0, 0.5 },        [QN_BLOCH_CYCLE] = { 0, 1 },          [QN_BLOCH_ENERGY] = { 0, 1 },  [QN_BLOCH_VECTOR] = { 0, 1 },
};

static void
draw_role (const View *view, const QnBlochScene *scene, QnBlochRole role)
{
  for (guint i = 0; i < scene->lines->len; i++)
    {
      const QnBlochLine *line = &g_array_index (scene->lines, QnBlochLine, i);
      QnColor color = view->pen->theme->line[line->hue], front = qn_color_alpha (color, strength[role].front);

      if (line->role != role)
        continue;
      if (role == QN_BLOCH_TRAIL)
        draw_trail (view, scene, line);
      else if (strength[role].back > 0)
        {
          stroke_side (view, scene, line, FALSE, qn_color_alpha (color, strength[role].back), line->width);
          stroke_side (view, scene, line, TRUE, front, line->width);
        }
      else
        stroke_whole (view, scene, line, front, line->width);
    }
}

/* --- Words ---------------------------------------------------------------- */

static gboolean
place (const View *view, const QnLabel *label, QnRect within, QnSpot at)
{
  QnRect box;

  if (!view->dry)
    return qn_pen_text (view->pen, label, within, at);
  box = qn_pen_measure (view->pen, label->markup, label->size, label->bold, at);
  if (!qn_rect_within (box, within) || !qn_pen_free_at (view->pen, box))
    return FALSE;
  qn_pen_take (view->pen, box);
  return TRUE;
}

/* Beyond the point, seen from the centre; in front of the sphere where it points at the viewer. */
static void
draw_labels (const View *view, const QnBlochScene *scene)
{
  QnPen *pen = view->pen;
  QnRect within = qn_pen_whole (pen);

  for (guint i = 0; i < scene->labels->len; i++)
    {
      const QnBlochLabel *label = &g_array_index (scene->labels, QnBlochLabel, i);
      QnLabel text = { label->markup, pen->text * (label->pole ? 1 : 0.9), FALSE, pen->theme->line[label->hue], 0 };
      double x, y, dx, dy, norm;

      project (view, label->at, &x, &y);
      dx = x - view->x;
      dy = y - view->y;
      norm = MAX (hypot (dx, dy), 1e-9);
      x += dx / norm * AWAY * pen->text;
      y += dy / norm * AWAY * pen->text;
      if (label->pole && fabs (dy) > 0.3 * view->radius)
        {
          QnAlign vertical = dy < 0 ? QN_ALIGN_END : QN_ALIGN_START;
          char *ket = NULL;

          y = dy < 0 ? view->y - view->radius - POLE * pen->text : view->y + view->radius + POLE * pen->text;
          if (place (view, &text, within, (QnSpot) { x, y, QN_ALIGN_CENTER, vertical }))
            continue;
          ket = g_strndup (label->markup, strstr (label->markup, "⟩") - label->markup + strlen ("⟩"));
          text.markup = ket;
          place (view, &text, within, (QnSpot) { x, y, QN_ALIGN_CENTER, vertical });
          g_free (ket);
          continue;
        }
      place (view, &text, within, (QnSpot) { x, y, QN_ALIGN_CENTER, QN_ALIGN_CENTER });
    }
}

/* More than two levels: which two are shown. At the top, left. */
static void
draw_pair_note (const View *view, const QnBlochScene *scene)
{
  QnPen *pen = view->pen;

  for (gsize i = 0; scene->note[0] && i < G_N_ELEMENTS (scene->note); i++)
    {
      QnLabel label = { _(scene->note[i]), QN_SIZE_NOTE * pen->text, FALSE, pen->theme->line[QN_HUE_REFERENCE], 0 };

      if (qn_pen_measure (pen, label.markup, label.size, FALSE, (QnSpot) { 0, 0, QN_ALIGN_START, QN_ALIGN_START }).width > pen->width * 0.36)
        continue;
      if (place (view, &label, qn_pen_whole (pen), (QnSpot) { QN_GAP_MARGIN * pen->text, QN_GAP_NEAR * pen->text, QN_ALIGN_START, QN_ALIGN_START }))
        return;
    }
}

/* The vector's numbers in the foot line: fixed fields, so that nothing dances. */
static void
draw_numbers (const View *view, const QnBlochScene *scene)
{
  QnPen *pen = view->pen;
  double y = pen->height - AWAY * pen->text, size = QN_SIZE_SIDE * pen->text, width = view->field - pen->text;

  if (view->field <= 0)
    return;
  for (int i = 0; i < scene->n_numbers; i++)
    {
      g_autofree char *number = qn_three_decimals (scene->number[i], "−", "\u2007");
      g_autofree char *text = g_strdup_printf ("%s = %s", scene->number_name[i], number);
      QnLabel label = { text, size, FALSE, pen->theme->line[QN_HUE_FOREGROUND], 0 };

      qn_pen_text (pen, &label, qn_pen_whole (pen), (QnSpot) { pen->width / 2 + (i - (scene->n_numbers - 1) / 2.0) * view->field - width / 2, y, QN_ALIGN_START, QN_ALIGN_CENTER });
    }
}

/* Which arrow is whose, beside the tip on the outer side. */
static void
draw_arrow_names (const View *view, const QnBlochScene *scene)
{
  static const char *const names[] = { "1", "2" };
  QnPen *pen = view->pen;
  double x[2], y[2];

  for (int k = 0; k < scene->n_arrows; k++)
    project (view, scene->arrow[k].to, &x[k], &y[k]);
  for (int k = 0; scene->n_arrows > 1 && k < 2; k++)
    {
      QnLabel label = { names[k], QN_SIZE_NAME * pen->text, TRUE, pen->theme->line[QN_HUE_FOREGROUND], 0 };
      double side = x[k] < x[!k] ? -1 : 1;

      qn_pen_text (pen, &label, qn_pen_whole (pen), (QnSpot) { x[k] + side * TIP * pen->text, y[k], QN_ALIGN_CENTER, QN_ALIGN_CENTER });
    }
}

static void
draw_energy_label (const View *view, const QnBlochScene *scene)
{
  QnPen *pen = view->pen;
  QnLabel label = { "<i>H</i>", QN_SIZE_NAME * pen->text, TRUE, pen->theme->line[QN_HUE_REFERENCE], 0 };
  double x, y;

  if (!scene->tilted)
    return;
  project (view, scene->axis, &x, &y);
  qn_pen_text (pen, &label, qn_pen_whole (pen), (QnSpot) { x + (x - view->x) * 0.13, y + (y - view->y) * 0.13, QN_ALIGN_CENTER, QN_ALIGN_CENTER });
}

/* The live layer drawn alone keeps clear of the static layer's labels. */
static void
reserve_labels (View *view, const QnBlochScene *scene)
{
  if (view->pen->boxes->len > 0)
    return;
  view->dry = TRUE;
  draw_labels (view, scene);
  draw_pair_note (view, scene);
  view->dry = FALSE;
}

static void
draw_static (QnFigure *figure, QnPen *pen)
{
  static const QnBlochRole roles[] = { QN_BLOCH_MERIDIAN, QN_BLOCH_EQUATOR, QN_BLOCH_AXIS, QN_BLOCH_CYCLE };
  g_autoptr (QnBlochScene) scene = qn_bloch_scene_new (figure->snapshot);
  View view = view_of (figure, pen);

  qn_pen_clip (pen, qn_pen_whole (pen));
  draw_glass (&view);
  for (gsize i = 0; i < G_N_ELEMENTS (roles); i++)
    draw_role (&view, scene, roles[i]);
  draw_labels (&view, scene);
  draw_pair_note (&view, scene);
  qn_canvas_restore (pen->canvas);
}

static void
draw_live (QnFigure *figure, QnPen *pen)
{
  static const QnBlochRole roles[] = { QN_BLOCH_SHADOW, QN_BLOCH_DROP, QN_BLOCH_ENERGY, QN_BLOCH_TRAIL };
  g_autoptr (QnBlochScene) scene = qn_bloch_scene_new (figure->snapshot);
  View view = view_of (figure, pen);

  qn_pen_clip (pen, qn_pen_whole (pen));
  for (gsize i = 0; i < G_N_ELEMENTS (roles); i++)
    draw_role (&view, scene, roles[i]);
  for (int k = 0; k < scene->n_arrows; k++)
    draw_vector (&view, &scene->arrow[k]);
  reserve_labels (&view, scene);
  draw_arrow_names (&view, scene);
  draw_energy_label (&view, scene);
  draw_numbers (&view, scene);
  qn_canvas_restore (pen->canvas);
}

static void
csv (QnFigure *figure, GString *out)
{
  const QnSnapshot *s = figure->snapshot;
  gboolean two = s->outcome->machine.medium.klass->spins;

  g_string_append (out, "curve,stroke,");
  qn_csv_head (out, "time", QN_DIMENSION_TIME, FALSE);
  g_string_append (out, two ? "bloch 1 z,bloch 2 z\n" : "bloch x,bloch y,bloch z\n");
  for (gsize i = 0; i <= s->solution->limit->n; i++)
    {
      const QnReading *b = i < s->solution->limit->n ? &s->solution->limit->samples[i] : &s->now;

      double numbers[4] = { b->time };

      memcpy (numbers + 1, two ? b->part_z : b->bloch, (two ? 2 : 3) * sizeof *numbers);
      qn_csv_row (out, numbers, two ? 3 : 4, "%s,%s", i < s->solution->limit->n ? "limit" : "now", s->outcome->machine.stroke[b->stroke].id);
    }
}

static char *
describe (QnFigure *figure)
{
  g_autoptr (QnBlochScene) scene = qn_bloch_scene_new (figure->snapshot);
  const double *v = scene->number;
  g_autofree char *x = qn_plain (v[0], QN_DIMENSION_NONE);
  g_autofree char *y = qn_plain (v[1], QN_DIMENSION_NONE);
  g_autofree char *z = qn_plain (v[2], QN_DIMENSION_NONE);
  g_autofree char *r = qn_plain (sqrt (v[0] * v[0] + v[1] * v[1] + v[2] * v[2]), QN_DIMENSION_NONE);

  if (scene->n_arrows > 1)
    return g_strdup_printf (_("Bloch vectors of two qubits, side by side, each with the other traced out: z of qubit 1 %s, of qubit 2 %s."), x, y);
  if (scene->note[0])
    return g_strdup_printf (_("Bloch sphere, %s: x %s, y %s, z %s, length %s."), _(scene->note[0]), x, y, z, r);
  return g_strdup_printf (_("Bloch sphere: x %s, y %s, z %s, length %s; a pure state has length 1."), x, y, z, r);
}

const QnFigureClass qn_figure_class_bloch = {
  .info = { "bloch", N_("Bloch sphere"), N_("State of a qubit as a vector, and its path over a cycle"), TRUE },
  QN_FIGURE_DRAWN,
};
