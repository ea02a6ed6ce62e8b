/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every figure in every state and size: no text outside the figure, no two texts over each other. */
#include <math.h>

#include "figures/qn-figure.h"
#include "synthetic.h"

static const double sizes[][2] = { { 240, 180 }, { 320, 240 }, { 480, 360 }, { 800, 600 }, { 1600, 900 }, { 360, 640 } };
static const double scales[] = { 1, 1.5, 2 };

/* Boxes are lines of text with their leading: a point of it may be shared. */
#define SLACK 1.0

static void
check_records (const GPtrArray *records, double width, double height, const char *where)
{
  for (guint i = 0; i < records->len; i++)
    {
      const QnTextRecord *a = g_ptr_array_index (records, i);

      if (a->box.x < -SLACK || a->box.y < -SLACK || a->box.x + a->box.width > width + SLACK || a->box.y + a->box.height > height + SLACK)
        {
          g_test_message ("%s: \"%s\" at %g %g, %g x %g, leaves the figure", where, a->text, a->box.x, a->box.y, a->box.width, a->box.height);
          g_test_fail ();
        }
      for (guint j = i + 1; j < records->len; j++)
        {
          const QnTextRecord *b = g_ptr_array_index (records, j);
          double dx = MIN (a->box.x + a->box.width, b->box.x + b->box.width) - MAX (a->box.x, b->box.x);
          double dy = MIN (a->box.y + a->box.height, b->box.y + b->box.height) - MAX (a->box.y, b->box.y);

          if (dx > SLACK && dy > SLACK + 0.1 * MIN (a->box.height, b->box.height))
            {
              g_test_message ("%s: \"%s\" and \"%s\" overlap by %.1f x %.1f", where, a->text, b->text, dx, dy);
              g_test_fail ();
            }
        }
    }
}

static guint
count_texts (QnFigure *figure, double width, double height, double scale, const char *where)
{
  g_autoptr (QnCanvas) canvas = qn_canvas_new_svg (width, height);
  QnTheme theme = qn_theme (QN_THEME_LIGHT, scale);
  g_autoptr (GBytes) svg = NULL;

  qn_canvas_record_text (canvas, TRUE);
  qn_figure_draw (figure, canvas, width, height, &theme, QN_LAYER_ALL);
  check_records (qn_canvas_recorded_text (canvas), width, height, where);
  svg = qn_canvas_finish_svg (canvas);
  g_assert_nonnull (svg);
  return qn_canvas_recorded_text (canvas)->len;
}

static void
test_labels (gconstpointer data)
{
  const char *id = data;

  for (int kind = 0; kind < TEST_N_KINDS; kind++)
    for (int run = 0; run < 4; run++)
      {
        g_autoptr (QnSnapshot) snapshot = test_snapshot_new (kind, run == 0 ? 0 : 0.1 + 0.25 * run, run == 0 ? 0 : 1 + 40 * (run - 1));
        g_autoptr (QnFigure) figure = qn_figure_new (id);

        qn_figure_update (figure, snapshot, 0, FALSE);
        for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
          for (gsize j = 0; j < G_N_ELEMENTS (scales); j++)
            {
              g_autofree char *where = g_strdup_printf ("%s, %s, run %d, %gx%g, text %g", id, test_kind_name (kind), run, sizes[i][0], sizes[i][1], scales[j]);

              g_assert_cmpuint (count_texts (figure, sizes[i][0], sizes[i][1], scales[j], where), >, 0);
            }
      }
}

/* Every camera: pole names and the energy axis keep clear of each other. */
static void
test_cameras (void)
{
  g_autoptr (QnSnapshot) snapshot = test_snapshot_new (TEST_TILTED, 0.3, 2);
  g_autoptr (QnFigure) figure = qn_figure_new ("bloch");

  qn_figure_update (figure, snapshot, 0, FALSE);
  for (double yaw = -3; yaw <= 3; yaw += 0.5)
    for (double pitch = -1.57; pitch <= 1.57; pitch += 0.157)
      for (double zoom = 0.5; zoom < 5; zoom *= 2)
        {
          g_autofree char *where = g_strdup_printf ("yaw %g, pitch %g, zoom %g", yaw, pitch, zoom);

          qn_figure_set_camera (figure, (QnCamera) { yaw, pitch, zoom });
          count_texts (figure, 480, 360, 1, where);
        }
}

int
main (int argc, char **argv)
{
  gsize n;
  const QnFigureInfo *infos = qn_figure_infos (&n);

  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < n; i++)
    {
      g_autofree char *path = g_strdup_printf ("/figures/labels/%s", infos[i].id);

      g_test_add_data_func (path, infos[i].id, test_labels);
    }
  g_test_add_func ("/figures/labels/cameras", test_cameras);
  return g_test_run ();
}
