/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "figures/kit/qn-bloch-scene.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "figures/kit/qn-camera.h"
#include "figures/kit/qn-loop.h"
#include "figures/kit/qn-style.h"

#define CIRCLE 96

static void
add_point (QnBlochScene *scene, double x, double y, double z)
{
  float p[3] = { (float) x, (float) y, (float) z };

  g_array_append_vals (scene->points, p, 3);
}

static QnBlochLine *
begin_line (QnBlochScene *scene, QnBlochRole role, QnHue hue, QnDash dash, double width, gboolean live)
{
  QnBlochLine line = { role, hue, dash, width, live, scene->points->len / 3, 0 };

  g_array_append_val (scene->lines, line);
  return &g_array_index (scene->lines, QnBlochLine, scene->lines->len - 1);
}

/* A stroke without any way is left out: a dot would be all that is seen. */
static gboolean
line_moves (const QnBlochScene *scene, guint first)
{
  const float *a = qn_bloch_scene_point (scene, first);

  for (guint i = first + 1; i < scene->points->len / 3; i++)
    {
      const float *b = qn_bloch_scene_point (scene, i);

      if (fabsf (a[0] - b[0]) + fabsf (a[1] - b[1]) + fabsf (a[2] - b[2]) > 2e-3f)
        return TRUE;
    }
  return FALSE;
}

static void
end_line (QnBlochScene *scene)
{
  QnBlochLine *line = &g_array_index (scene->lines, QnBlochLine, scene->lines->len - 1);

  line->n = scene->points->len / 3 - line->first;
}

static void
add_segment (QnBlochScene *scene, QnBlochRole role, QnHue hue, QnDash dash, double width, gboolean live, const float a[3], const float b[3])
{
  begin_line (scene, role, hue, dash, width, live);
  add_point (scene, a[0], a[1], a[2]);
  add_point (scene, b[0], b[1], b[2]);
  end_line (scene);
}

/* A great circle through the unit vectors u and v. */
static void
add_circle (QnBlochScene *scene, QnBlochRole role, const float u[3], const float v[3])
{
  begin_line (scene, role, QN_HUE_REFERENCE, QN_DASH_SOLID, role == QN_BLOCH_EQUATOR ? 1 : 0.7, FALSE);
  for (int i = 0; i <= CIRCLE; i++)
    {
      double c = cos (2 * G_PI * i / CIRCLE), s = sin (2 * G_PI * i / CIRCLE);

      add_point (scene, c * u[0] + s * v[0], c * u[1] + s * v[1], c * u[2] + s * v[2]);
    }
  end_line (scene);
}

static void
add_label (QnBlochScene *scene, const char *markup, float x, float y, float z, QnHue hue, gboolean pole)
{
  QnBlochLabel label = { markup, { x, y, z }, hue, pole };

  g_array_append_val (scene->labels, label);
}

/* Where arrow k of a reading points. Two stand beside the axis, at one height to who looks from where the camera is at first. */
static void
locate (const QnBlochScene *scene, const QnReading *reading, int k, float out[3])
{
  double yaw = qn_camera_home ().yaw, apart = k ? QN_BLOCH_APART : -QN_BLOCH_APART;

  for (int i = 0; i < 3; i++)
    out[i] = (float) reading->bloch[i];
  if (scene->n_arrows == 1)
    return;
  out[0] = (float) (-apart * sin (yaw));
  out[1] = (float) (apart * cos (yaw));
  out[2] = (float) reading->part_z[k];
}

static void
add_frame (QnBlochScene *scene, const char *upper, const char *lower)
{
  static const float x[3] = { 1, 0, 0 }, y[3] = { 0, 1, 0 }, z[3] = { 0, 0, 1 };
  static const float mx[3] = { -1, 0, 0 }, my[3] = { 0, -1, 0 }, mz[3] = { 0, 0, -1 };

  add_circle (scene, QN_BLOCH_EQUATOR, x, y);
  add_circle (scene, QN_BLOCH_MERIDIAN, x, z);
  add_circle (scene, QN_BLOCH_MERIDIAN, y, z);
  add_segment (scene, QN_BLOCH_AXIS, QN_HUE_REFERENCE, QN_DASH_SOLID, 0.7, FALSE, mx, x);
  add_segment (scene, QN_BLOCH_AXIS, QN_HUE_REFERENCE, QN_DASH_SOLID, 0.7, FALSE, my, y);
  add_segment (scene, QN_BLOCH_AXIS, QN_HUE_REFERENCE, QN_DASH_SOLID, 0.7, FALSE, mz, z);
  add_label (scene, upper, 0, 0, 1, QN_HUE_FOREGROUND, TRUE);
  add_label (scene, lower, 0, 0, -1, QN_HUE_FOREGROUND, TRUE);
  add_label (scene, "<i>x</i>", 1, 0, 0, QN_HUE_REFERENCE, FALSE);
  add_label (scene, "<i>y</i>", 0, 1, 0, QN_HUE_REFERENCE, FALSE);
}

/* A cycle on a line through the centre lies under the vector: it is drawn broader, to be seen. */
static gboolean
straight (const QnBlochScene *scene, const QnCurve *curve)
{
  if (scene->n_arrows > 1)
    return TRUE;
  for (gsize i = 0; i < curve->n; i++)
    if (hypot (curve->samples[i].bloch[0], curve->samples[i].bloch[1]) > 0.02)
      return FALSE;
  return TRUE;
}

/* One line a stroke; it begins where the stroke before ended, so that jumps show. */
static void
add_cycle (QnBlochScene *scene, const QnSnapshot *snapshot, int arrow)
{
  const QnCurve *curve = snapshot->solution->limit;
  double broad = curve != NULL && straight (scene, curve) ? 2.6 : 1;

  for (gsize i = 0; curve != NULL && i < curve->n;)
    {
      int index = curve->samples[i].stroke;
      const QnStroke *stroke = &snapshot->outcome->machine.stroke[index];
      float b[3];
      guint first = scene->points->len / 3;

      double width = stroke->baths == 1u << QN_COLD ? broad * (broad > 1 ? 1.2 : 1.9) : stroke->baths != 0 ? broad * 2.4 : 1.7;

      begin_line (scene, QN_BLOCH_CYCLE, qn_stroke_hue (stroke), qn_stroke_dash (stroke), width, FALSE);
      locate (scene, &curve->samples[i > 0 ? i - 1 : curve->n - 1], arrow, b);
      add_point (scene, b[0], b[1], b[2]);
      for (; i < curve->n && curve->samples[i].stroke == index; i++)
        {
          const float *last = qn_bloch_scene_point (scene, scene->points->len / 3 - 1);
          gboolean end = i + 1 == curve->n || curve->samples[i + 1].stroke != index;

          locate (scene, &curve->samples[i], arrow, b);
          if (end || fabs (b[0] - last[0]) + fabs (b[1] - last[1]) + fabs (b[2] - last[2]) > 0.004)
            add_point (scene, b[0], b[1], b[2]);
        }
      if (line_moves (scene, first))
        end_line (scene);
      else
        {
          g_array_set_size (scene->points, 3 * first);
          g_array_set_size (scene->lines, scene->lines->len - 1);
        }
    }
}

static void
add_trail (QnBlochScene *scene, const QnSnapshot *snapshot, int arrow)
{
  gsize first = qn_loop_trail_start (snapshot);

  if (first == snapshot->n_trail)
    return;
  begin_line (scene, QN_BLOCH_TRAIL, QN_HUE_FOREGROUND, QN_DASH_SOLID, 2.4, TRUE);
  for (gsize i = first; i < snapshot->n_trail; i++)
    {
      float b[3];

      locate (scene, &snapshot->trail[i], arrow, b);
      add_point (scene, b[0], b[1], b[2]);
    }
  end_line (scene);
}

static void
add_state (QnBlochScene *scene, const QnBlochArrow *arrow)
{
  const float *centre = arrow->from, *v = arrow->to, foot[3] = { v[0], v[1], 0 };

  if (scene->n_arrows == 1 && hypot (v[0], v[1]) > 0.01)
    {
      add_segment (scene, QN_BLOCH_SHADOW, QN_HUE_FOREGROUND, QN_DASH_SOLID, 3, TRUE, centre, foot);
      add_segment (scene, QN_BLOCH_DROP, QN_HUE_FOREGROUND, QN_DASH_DOTTED, 1, TRUE, v, foot);
    }
  add_segment (scene, QN_BLOCH_VECTOR, QN_HUE_FOREGROUND, QN_DASH_SOLID, 2.6, TRUE, centre, v);
}

/* The states at the poles, and which two of them these are. */
static void
name_states (QnBlochScene *scene, const QnMediumSpec *medium, int n_levels)
{
  static const char *const lowest[] = { N_("the two lowest levels only"), N_("levels |0⟩, |1⟩ only"), N_("|0⟩, |1⟩") };
  const QnMediumClass *klass = medium->klass;

  if (n_levels == 2 || scene->n_arrows > 1)
    {
      add_frame (scene, "|↑⟩  <i>σ<sub>z</sub></i> = +1", "|↓⟩  <i>σ<sub>z</sub></i> = −1");
      return;
    }
  memcpy (scene->note, klass->bloch.ket[0] ? klass->bloch.note : lowest, sizeof scene->note);
  add_frame (scene, klass->bloch.ket[0] ? klass->bloch.ket[0] : "|1⟩", klass->bloch.ket[1] ? klass->bloch.ket[1] : "|0⟩");
}

static void
tell_numbers (QnBlochScene *scene, const QnReading *now)
{
  static const char *const one[] = { "<i>x</i>", "<i>y</i>", "<i>z</i>" }, *const two[] = { "<i>z</i><sub>1</sub>", "<i>z</i><sub>2</sub>" };

  scene->n_numbers = scene->n_arrows == 1 ? 3 : 2;
  memcpy (scene->number_name, scene->n_arrows == 1 ? one : two, scene->n_numbers * sizeof *one);
  memcpy (scene->number, scene->n_arrows == 1 ? now->bloch : now->part_z, scene->n_numbers * sizeof *now->bloch);
}

QnBlochScene *
qn_bloch_scene_new (const QnSnapshot *snapshot)
{
  QnBlochScene *scene;
  const QnReading *now;

  g_return_val_if_fail (snapshot != NULL, NULL);

  now = &snapshot->now;
  scene = g_new0 (QnBlochScene, 1);
  scene->points = g_array_sized_new (FALSE, FALSE, sizeof (float), 1024);
  scene->lines = g_array_new (FALSE, FALSE, sizeof (QnBlochLine));
  scene->labels = g_array_new (FALSE, FALSE, sizeof (QnBlochLabel));
  scene->n_arrows = snapshot->outcome->machine.medium.klass->spins ? 2 : 1;
  for (int i = 0; i < 3; i++)
    scene->axis[i] = (float) now->axis[i];
  tell_numbers (scene, now);
  scene->tilted = hypot (now->axis[0], now->axis[1]) > 0.02;
  name_states (scene, &snapshot->outcome->machine.medium, now->n_levels);
  if (scene->tilted)
    {
      const float *a = scene->axis, minus[3] = { -a[0], -a[1], -a[2] };

      add_segment (scene, QN_BLOCH_ENERGY, QN_HUE_REFERENCE, QN_DASH_LONG, 1.5, TRUE, minus, a);
    }
  for (int k = 0; k < scene->n_arrows; k++)
    {
      QnBlochArrow *arrow = &scene->arrow[k];

      locate (scene, now, k, arrow->to);
      for (int i = 0; i < 2; i++)
        arrow->from[i] = scene->n_arrows > 1 ? arrow->to[i] : 0;
      add_cycle (scene, snapshot, k);
      add_trail (scene, snapshot, k);
      add_state (scene, arrow);
    }
  return scene;
}

void
qn_bloch_scene_free (QnBlochScene *scene)
{
  if (scene == NULL)
    return;
  g_array_unref (scene->points);
  g_array_unref (scene->lines);
  g_array_unref (scene->labels);
  g_free (scene);
}

const float *
qn_bloch_scene_point (const QnBlochScene *scene, guint index)
{
  return &g_array_index (scene->points, float, 3 * index);
}
