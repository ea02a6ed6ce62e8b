/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The Bloch sphere on screen: by OpenGL and by Cairo the same picture; the camera by keys; and the
 * fall-back where there is no OpenGL. Run three times: with OpenGL, with OpenGL ES, with neither (GDK_DEBUG). */
#include <math.h>

#include "widgets/qn-bloch-area.h"
#include "widgets/qn-bloch-geometry.h"
#include "widgets/qn-figure-view.h"
#include "ui-test.h"
#include "../random-numbers.h"

static gboolean
gl_works (void)
{
  return gdk_display_prepare_gl (gdk_display_get_default (), NULL);
}

static GtkWidget *
area_of (GtkWidget *view)
{
  return ui_find (view, g_type_from_name ("QnFigureArea"), NULL);
}

static GtkWidget *
show_bloch (const char *drawing, GtkWidget **window)
{
  QnSnapshot *snapshot = ui_snapshot ("otto", "medium.tunnelling", 1);
  GtkWidget *view;

  g_setenv ("QUENCH_BLOCH", drawing, TRUE);
  view = qn_figure_view_new ("bloch");
  qn_figure_view_set_snapshot (QN_FIGURE_VIEW (view), snapshot, 0, FALSE);
  qn_snapshot_unref (snapshot);
  *window = ui_show (view, 480, 420);
  ui_settle (*window, 3);
  return view;
}

/* The pixels of a widget as they are on screen: ARGB, premultiplied. */
static guint32 *
pixels_of (GtkWidget *widget, int *width, int *height)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (widget);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  guint32 *pixels;

  *width = gtk_widget_get_width (widget);
  *height = gtk_widget_get_height (widget);
  gdk_paintable_snapshot (paintable, snapshot, *width, *height);
  node = gtk_snapshot_free_to_node (snapshot);
  g_assert_nonnull (node);
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (gtk_widget_get_native (widget)), node,
                                         &GRAPHENE_RECT_INIT (0, 0, (float) *width, (float) *height));
  pixels = g_new (guint32, (gsize) *width * *height);
  gdk_texture_download (texture, (guchar *) pixels, (gsize) *width * 4);
  return pixels;
}

static int
channel (guint32 pixel, int shift)
{
  return (int) ((pixel >> shift) & 0xff);
}

static double
difference (const guint32 *a, const guint32 *b, gsize n)
{
  double sum = 0;

  for (gsize i = 0; i < n; i++)
    for (int shift = 0; shift < 24; shift += 8)
      sum += abs (channel (a[i], shift) - channel (b[i], shift));
  return sum / (3.0 * n);
}

static void
test_same_picture (void)
{
  GtkWidget *window;
  GtkWidget *view = show_bloch ("gl", &window);
  g_autofree guint32 *gl = NULL, *cairo = NULL;
  int width, height, width2, height2;

  g_assert_true (qn_figure_view_get_uses_gl (QN_FIGURE_VIEW (view)));
  gl = pixels_of (area_of (view), &width, &height);
  ui_close (window);

  view = show_bloch ("cairo", &window);
  g_assert_false (qn_figure_view_get_uses_gl (QN_FIGURE_VIEW (view)));
  cairo = pixels_of (area_of (view), &width2, &height2);
  ui_close (window);

  g_assert_cmpint (width, ==, width2);
  g_assert_cmpint (height, ==, height2);
  /* Shading differs, places do not: an empty picture is about 25 off, one turned by 10 degrees about 9. */
  g_assert_cmpfloat (difference (gl, cairo, (gsize) width * height), <, 8);
  g_assert_cmpfloat (difference (gl, cairo, (gsize) width * height), >, 0);
}

/* What was drawn, seen as how many pixels differ from the corner's. */
static int
count_drawn (const guint32 *pixels, int width, int height)
{
  int drawn = 0;

  for (int i = 0; i < width * height; i++)
    drawn += pixels[i] != pixels[0];
  return drawn;
}

static void
test_draws (void)
{
  static const char *const drawings[] = { "gl", "cairo" };

  for (guint k = 0; k < G_N_ELEMENTS (drawings); k++)
    {
      GtkWidget *window;
      GtkWidget *view = show_bloch (drawings[k], &window);
      g_autofree guint32 *pixels = NULL;
      int width, height;

      g_assert_cmpint (qn_figure_view_get_uses_gl (QN_FIGURE_VIEW (view)), ==, k == 0 && gl_works ());
      pixels = pixels_of (area_of (view), &width, &height);
      g_assert_cmpint (count_drawn (pixels, width, height), >, width * height / 10);
      ui_close (window);
    }
}

static void
test_camera_keys (void)
{
  GtkWidget *window;
  GtkWidget *view = show_bloch ("cairo", &window);
  GtkWidget *area = area_of (view);
  QnCamera home = qn_camera_home (), camera;

  g_assert_true (ui_press (area, GDK_KEY_Right, 0));
  camera = qn_figure_view_get_camera (QN_FIGURE_VIEW (view));
  g_assert_cmpfloat (camera.yaw, !=, home.yaw);
  g_assert_true (ui_press (area, GDK_KEY_Left, 0));
  camera = qn_figure_view_get_camera (QN_FIGURE_VIEW (view));
  g_assert_cmpfloat_with_epsilon (camera.yaw, home.yaw, 1e-9);
  g_assert_true (ui_press (area, GDK_KEY_plus, 0));
  g_assert_cmpfloat (qn_figure_view_get_camera (QN_FIGURE_VIEW (view)).zoom, >, home.zoom);
  for (int i = 0; i < 100; i++)
    ui_press (area, GDK_KEY_minus, 0);
  g_assert_cmpfloat (qn_figure_view_get_camera (QN_FIGURE_VIEW (view)).zoom, >=, 0.5);
  for (int i = 0; i < 100; i++)
    ui_press (area, GDK_KEY_Up, 0);
  g_assert_cmpfloat (fabs (qn_figure_view_get_camera (QN_FIGURE_VIEW (view)).pitch), <=, G_PI / 2);
  g_assert_true (ui_press (area, GDK_KEY_0, 0));
  camera = qn_figure_view_get_camera (QN_FIGURE_VIEW (view));
  g_assert_cmpfloat (camera.yaw, ==, home.yaw);
  g_assert_cmpfloat (camera.pitch, ==, home.pitch);
  g_assert_cmpfloat (camera.zoom, ==, home.zoom);
  ui_close (window);
}

/* Keys of the camera belong to figures that have one. */
static void
test_no_camera (void)
{
  QnSnapshot *snapshot = ui_snapshot ("otto", NULL, 0);
  GtkWidget *view = qn_figure_view_new ("cycle");
  GtkWidget *window;

  qn_figure_view_set_snapshot (QN_FIGURE_VIEW (view), snapshot, 0, FALSE);
  qn_snapshot_unref (snapshot);
  window = ui_show (view, 480, 420);
  g_assert_false (ui_press (area_of (view), GDK_KEY_Right, 0));
  g_assert_false (ui_press (area_of (view), GDK_KEY_plus, 0));
  ui_close (window);
}

/* Replacing the sphere and coming back leaves nothing behind. */
static void
test_replace (void)
{
  GtkWidget *window;
  GtkWidget *view = show_bloch ("gl", &window);

  for (int i = 0; i < 5; i++)
    {
      qn_figure_view_set_figure_id (QN_FIGURE_VIEW (view), i % 2 ? "bloch" : "cycle");
      ui_settle (window, 1);
      g_assert_cmpint (qn_figure_view_get_uses_gl (QN_FIGURE_VIEW (view)), ==, i % 2 == 1 && gl_works ());
    }
  ui_close (window);
}

/* An area without OpenGL says so, and shows no error of its own. */
static void
test_failed (void)
{
  GtkWidget *area = qn_bloch_area_new ();
  GtkWidget *window = ui_show (area, 200, 200);

  g_assert_cmpint (qn_bloch_area_get_failed (QN_BLOCH_AREA (area)), ==, !gl_works ());
  ui_close (window);
}

/* --- Geometry ------------------------------------------------------------- */

static void
assert_mesh (const QnBlochMesh *mesh, const QnBlochView *view)
{
  g_assert_cmpuint (mesh->indices->len % 3, ==, 0);
  for (guint i = 0; i < mesh->indices->len; i++)
    g_assert_cmpuint (g_array_index (mesh->indices, guint32, i), <, mesh->vertices->len);
  for (guint i = 0; i < mesh->vertices->len; i++)
    {
      const QnBlochVertex *v = &g_array_index (mesh->vertices, QnBlochVertex, i);

      g_assert_true (isfinite (v->place[0]) && isfinite (v->place[1]));
      /* Premultiplied. */
      for (int k = 0; k < 3; k++)
        g_assert_cmpfloat (v->tint[k], <=, v->tint[3] + 1e-6);
      g_assert_cmpfloat (hypot (v->place[0] - view->x, v->place[1] - view->y), <, 1.3 * view->radius + 30);
    }
}

static void
test_geometry (void)
{
  g_autoptr (GRand) rand = test_rand (20270);
  QnTheme theme = qn_theme (QN_THEME_LIGHT, 1);
  QnSnapshot *snapshot = ui_snapshot ("otto", "medium.tunnelling", 1);
  g_autoptr (QnBlochScene) scene = qn_bloch_scene_new (snapshot);
  QnBlochMesh mesh;

  qn_bloch_mesh_init (&mesh);
  for (int i = 0; i < 50; i++)
    {
      QnCamera camera = { uniform (rand, -3, 3), uniform (rand, -1.6, 1.6), uniform (rand, 0.5, 4) };
      QnBlochView view = qn_bloch_view (g_rand_int_range (rand, 60, 2000), g_rand_int_range (rand, 60, 1200), 1 + i % 2, camera, &theme, 20, 15);

      qn_bloch_mesh_fill (&mesh, scene, &view, &theme);
      g_assert_cmpuint (mesh.indices->len, >, 0);
      assert_mesh (&mesh, &view);
    }
  qn_bloch_mesh_clear (&mesh);
  qn_snapshot_unref (snapshot);
}

int
main (int argc, char **argv)
{
  ui_init (&argc, &argv);
  g_test_add_func ("/widget/bloch/draws", test_draws);
  if (gl_works ())
    g_test_add_func ("/widget/bloch/same-picture", test_same_picture);
  g_test_add_func ("/widget/bloch/camera-keys", test_camera_keys);
  g_test_add_func ("/widget/bloch/no-camera", test_no_camera);
  g_test_add_func ("/widget/bloch/replace", test_replace);
  g_test_add_func ("/widget/bloch/failed", test_failed);
  g_test_add_func ("/widget/bloch/geometry", test_geometry);
  return g_test_run ();
}
