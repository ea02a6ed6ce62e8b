/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The Bloch sphere's scene: what is in it, and how the camera looks at it. */
#include <math.h>

#include "figures/kit/qn-bloch-scene.h"
#include "figures/kit/qn-camera.h"
#include "synthetic.h"

static guint
count_role (const QnBlochScene *scene, QnBlochRole role)
{
  guint n = 0;

  for (guint i = 0; i < scene->lines->len; i++)
    n += g_array_index (scene->lines, QnBlochLine, i).role == role;
  return n;
}

static const QnBlochLine *
find_role (const QnBlochScene *scene, QnBlochRole role)
{
  for (guint i = 0; i < scene->lines->len; i++)
    if (g_array_index (scene->lines, QnBlochLine, i).role == role)
      return &g_array_index (scene->lines, QnBlochLine, i);
  return NULL;
}

static void
test_contents (void)
{
  g_autoptr (QnSnapshot) snapshot = test_snapshot_new (TEST_TILTED, 0.4, 2);
  g_autoptr (QnBlochScene) scene = qn_bloch_scene_new (snapshot);
  const QnBlochLine *vector = find_role (scene, QN_BLOCH_VECTOR), *shadow = find_role (scene, QN_BLOCH_SHADOW), *energy = find_role (scene, QN_BLOCH_ENERGY);

  g_assert_cmpuint (count_role (scene, QN_BLOCH_EQUATOR), ==, 1);
  g_assert_cmpuint (count_role (scene, QN_BLOCH_MERIDIAN), ==, 2);
  g_assert_cmpuint (count_role (scene, QN_BLOCH_AXIS), ==, 3);
  g_assert_cmpuint (count_role (scene, QN_BLOCH_CYCLE), ==, 4);
  g_assert_cmpuint (count_role (scene, QN_BLOCH_TRAIL), ==, 1);
  g_assert_true (scene->tilted);
  g_assert_null (scene->note[0]);
  for (int i = 0; i < 3; i++)
    {
      g_assert_cmpfloat_with_epsilon (qn_bloch_scene_point (scene, vector->first + 1)[i], snapshot->now.bloch[i], 1e-6);
      g_assert_cmpfloat_with_epsilon (qn_bloch_scene_point (scene, shadow->first + 1)[i], i < 2 ? snapshot->now.bloch[i] : 0, 1e-6);
      g_assert_cmpfloat_with_epsilon (qn_bloch_scene_point (scene, energy->first + 1)[i], snapshot->now.axis[i], 1e-6);
    }
}

/* Lines cover the points array without gap or overlap, and stay in the ball. */
static void
test_bounds (void)
{
  for (int kind = 0; kind < TEST_N_KINDS; kind++)
    {
      g_autoptr (QnSnapshot) snapshot = test_snapshot_new (kind, 0.7, 1);
      g_autoptr (QnBlochScene) scene = qn_bloch_scene_new (snapshot);
      guint next = 0;

      for (guint i = 0; i < scene->lines->len; i++)
        {
          const QnBlochLine *line = &g_array_index (scene->lines, QnBlochLine, i);

          g_assert_cmpuint (line->first, ==, next);
          g_assert_cmpuint (line->n, >=, 1);
          next += line->n;
        }
      g_assert_cmpuint (3 * next, ==, scene->points->len);
      for (guint i = 0; i < next; i++)
        {
          const float *p = qn_bloch_scene_point (scene, i);

          g_assert_cmpfloat (sqrt (p[0] * p[0] + p[1] * p[1] + p[2] * p[2]), <=, 1 + 1e-5);
        }
    }
}

static void
test_untilted (void)
{
  g_autoptr (QnSnapshot) snapshot = test_snapshot_new (TEST_ENGINE, 0, 0);
  g_autoptr (QnBlochScene) scene = qn_bloch_scene_new (snapshot);

  g_assert_false (scene->tilted);
  g_assert_cmpuint (count_role (scene, QN_BLOCH_ENERGY), ==, 0);
  g_assert_cmpuint (count_role (scene, QN_BLOCH_SHADOW), ==, 0);
  g_assert_cmpuint (count_role (scene, QN_BLOCH_TRAIL), ==, 0);
  g_assert_cmpuint (count_role (scene, QN_BLOCH_VECTOR), ==, 1);
}

static void
test_pair (void)
{
  g_autoptr (QnSnapshot) snapshot = test_snapshot_new (TEST_LADDER, 0, 0);
  g_autoptr (QnBlochScene) scene = qn_bloch_scene_new (snapshot);

  g_assert_cmpstr (scene->note[0], ==, "the two lowest levels only");
}

static QnSnapshot *
snapshot_of (const char *lab, const char *id, const char *value)
{
  QnExperiment experiment;
  g_autoptr (GError) error = NULL;
  QnSnapshot *snapshot;

  qn_experiment_init (&experiment, qn_lab_find (lab));
  if (id)
    qn_experiment_set_text (&experiment, id, value, &error);
  g_assert_no_error (error);
  snapshot = qn_snapshot_new_for (&experiment, 1, NULL, &error);
  g_assert_no_error (error);
  return snapshot;
}

/* Two qubits: two arrows along z on either side of the axis, each with its own cycle. */
static void
test_two_qubits (void)
{
  g_autoptr (QnSnapshot) snapshot = snapshot_of ("otto", "medium.kind", "two-qubits");
  g_autoptr (QnBlochScene) scene = qn_bloch_scene_new (snapshot);

  g_assert_cmpint (scene->n_arrows, ==, 2);
  g_assert_cmpint (scene->n_numbers, ==, 2);
  g_assert_null (scene->note[0]);
  g_assert_cmpuint (count_role (scene, QN_BLOCH_VECTOR), ==, 2);
  g_assert_cmpuint (count_role (scene, QN_BLOCH_TRAIL), ==, 2);
  g_assert_cmpuint (count_role (scene, QN_BLOCH_CYCLE) % 2, ==, 0);
  for (int k = 0; k < 2; k++)
    {
      const QnBlochArrow *arrow = &scene->arrow[k];

      g_assert_cmpfloat (scene->number[k], ==, snapshot->now.part_z[k]);
      g_assert_cmpfloat (scene->number[k], <, -0.1);
      g_assert_cmpfloat_with_epsilon (arrow->to[2], snapshot->now.part_z[k], 1e-6);
      g_assert_cmpfloat (arrow->from[0], ==, arrow->to[0]);
      g_assert_cmpfloat (arrow->from[1], ==, arrow->to[1]);
      g_assert_cmpfloat_with_epsilon (hypot (arrow->from[0], arrow->from[1]), QN_BLOCH_APART, 1e-6);
    }
}

/* What the poles stand for is said wherever it is not one qubit. */
static void
test_notes (void)
{
  static const struct
  {
    const char *lab, *id, *value, *note, *upper;
  } cases[] = {
    { "transport", NULL, NULL, "one quantum", "|10⟩" },
    { "absorption", NULL, NULL, "interact", "|101⟩" },
    { "maser", NULL, NULL, "lowest", "|1⟩" },
    { "otto", "medium.kind", "ladder", "lowest", "|1⟩" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (QnSnapshot) snapshot = snapshot_of (cases[i].lab, cases[i].id, cases[i].value);
      g_autoptr (QnBlochScene) scene = qn_bloch_scene_new (snapshot);

      g_assert_nonnull (strstr (scene->note[0], cases[i].note));
      g_assert_nonnull (scene->note[2]);
      g_assert_cmpstr (g_array_index (scene->labels, QnBlochLabel, 0).markup, ==, cases[i].upper);
    }
}

/* The view is a rotation; z stays upright; at home +z is up and +x comes to the right and forward. */
static void
test_camera (void)
{
  const float x[3] = { 1, 0, 0 }, z[3] = { 0, 0, 1 };
  double right, up, depth;

  for (double yaw = -3; yaw < 3.2; yaw += 0.7)
    for (double pitch = -1.5; pitch < 1.6; pitch += 0.5)
      {
        double m[3][3];

        qn_camera_matrix ((QnCamera) { yaw, pitch, 1 }, m);
        for (int i = 0; i < 3; i++)
          for (int j = 0; j < 3; j++)
            g_assert_cmpfloat_with_epsilon (m[i][0] * m[j][0] + m[i][1] * m[j][1] + m[i][2] * m[j][2], i == j, 1e-14);
        g_assert_cmpfloat_with_epsilon (m[0][1] * m[1][2] - m[0][2] * m[1][1], m[2][0], 1e-14);
        qn_camera_project ((QnCamera) { yaw, pitch, 1 }, z, &right, &up, &depth);
        g_assert_cmpfloat_with_epsilon (right, 0, 1e-14);
        g_assert_cmpfloat (up, >, 0);
        g_assert_cmpfloat_with_epsilon (depth, sin (pitch), 1e-14);
      }
  qn_camera_project (qn_camera_home (), x, &right, &up, &depth);
  g_assert_cmpfloat (right, >, 0.5);
  g_assert_cmpfloat (depth, >, 0.2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/figures/bloch-scene/contents", test_contents);
  g_test_add_func ("/figures/bloch-scene/bounds", test_bounds);
  g_test_add_func ("/figures/bloch-scene/untilted", test_untilted);
  g_test_add_func ("/figures/bloch-scene/pair", test_pair);
  g_test_add_func ("/figures/bloch-scene/two-qubits", test_two_qubits);
  g_test_add_func ("/figures/bloch-scene/notes", test_notes);
  g_test_add_func ("/figures/bloch-scene/camera", test_camera);
  return g_test_run ();
}
