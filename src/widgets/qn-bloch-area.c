/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/qn-bloch-area.h"

#include <epoxy/gl.h>
#include <glib/gi18n-lib.h>
#include <math.h>

#include "widgets/qn-bloch-geometry.h"
#include "widgets/qn-widgets.h"

#define SHADERS "/io/github/quenchlab/Quench/widgets/shaders/"

struct _QnBlochArea
{
  GtkGLArea parent_instance;

  /* Owned */
  QnSnapshot *snapshot;
  QnBlochMesh mesh;
  GskRenderNode *words;   /* labels that move with the camera alone; NULL: to be made */

  QnCamera camera;
  QnTheme theme;
  gboolean failed;

  /* Of the GL context */
  guint glass, lines;           /* programs */
  guint glass_array, line_array, corners, vertices, indices;
};

G_DEFINE_FINAL_TYPE (QnBlochArea, qn_bloch_area, GTK_TYPE_GL_AREA)

enum { PROP_0, PROP_FAILED, N_PROPS };
static GParamSpec *props[N_PROPS];

gboolean
qn_bloch_area_is_wanted (GtkWidget *widget)
{
  const char *choice = g_getenv ("QUENCH_BLOCH");
  GtkNative *native = gtk_widget_get_native (widget);
  GskRenderer *renderer = native ? gtk_native_get_renderer (native) : NULL;

  gboolean wanted = renderer && !GSK_IS_CAIRO_RENDERER (renderer);

  if (choice)
    wanted = !strcmp (choice, "gl");
  /* Asked last: it loads the driver, which takes time and memory. */
  return wanted && gdk_display_prepare_gl (gtk_widget_get_display (widget), NULL);
}

static void
fail (QnBlochArea *self, const char *reason)
{
  if (self->failed)
    return;
  g_debug ("The Bloch sphere falls back to Cairo: %s", reason);
  self->failed = TRUE;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_FAILED]);
}

/* --- Programs ------------------------------------------------------------- */

static guint
compile (QnBlochArea *self, GLenum kind, const char *name, gboolean es)
{
  g_autofree char *path = g_strconcat (SHADERS, name, NULL);
  g_autoptr (GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  const char *parts[2] = { es ? "#version 300 es\nprecision highp float;\n" : "#version 150\n", g_bytes_get_data (bytes, NULL) };
  guint shader = glCreateShader (kind);
  char log[512] = "";
  int ok = 0;

  glShaderSource (shader, 2, parts, NULL);
  glCompileShader (shader);
  glGetShaderiv (shader, GL_COMPILE_STATUS, &ok);
  if (ok)
    return shader;
  glGetShaderInfoLog (shader, sizeof log, NULL, log);
  glDeleteShader (shader);
  fail (self, log);
  return 0;
}

static guint
make_program (QnBlochArea *self, const char *vertex_name, const char *fragment_name, const char *const *attributes, gboolean es)
{
  guint vertex = compile (self, GL_VERTEX_SHADER, vertex_name, es);
  guint fragment = compile (self, GL_FRAGMENT_SHADER, fragment_name, es);
  guint program = 0;
  int ok = 0;

  if (vertex && fragment)
    {
      program = glCreateProgram ();
      glAttachShader (program, vertex);
      glAttachShader (program, fragment);
      for (guint i = 0; attributes[i]; i++)
        glBindAttribLocation (program, i, attributes[i]);
      glLinkProgram (program);
      glGetProgramiv (program, GL_LINK_STATUS, &ok);
      if (!ok)
        fail (self, "a program does not link");
    }
  if (vertex)
    glDeleteShader (vertex);
  if (fragment)
    glDeleteShader (fragment);
  return program;
}

static void
attribute (guint index, int size, gsize offset)
{
  glEnableVertexAttribArray (index);
  glVertexAttribPointer (index, size, GL_FLOAT, GL_FALSE, sizeof (QnBlochVertex), GSIZE_TO_POINTER (offset));
}

static void
make_buffers (QnBlochArea *self)
{
  static const float square[] = { -1, -1, 1, -1, -1, 1, 1, 1 };

  glGenVertexArrays (1, &self->glass_array);
  glBindVertexArray (self->glass_array);
  glGenBuffers (1, &self->corners);
  glBindBuffer (GL_ARRAY_BUFFER, self->corners);
  glBufferData (GL_ARRAY_BUFFER, sizeof square, square, GL_STATIC_DRAW);
  glEnableVertexAttribArray (0);
  glVertexAttribPointer (0, 2, GL_FLOAT, GL_FALSE, 0, NULL);

  glGenVertexArrays (1, &self->line_array);
  glBindVertexArray (self->line_array);
  glGenBuffers (1, &self->vertices);
  glGenBuffers (1, &self->indices);
  glBindBuffer (GL_ARRAY_BUFFER, self->vertices);
  glBindBuffer (GL_ELEMENT_ARRAY_BUFFER, self->indices);
  attribute (0, 2, G_STRUCT_OFFSET (QnBlochVertex, place));
  attribute (1, 4, G_STRUCT_OFFSET (QnBlochVertex, tint));
  attribute (2, 4, G_STRUCT_OFFSET (QnBlochVertex, edge));
  attribute (3, 3, G_STRUCT_OFFSET (QnBlochVertex, dash));
  glBindVertexArray (0);
}

/* GtkGLArea asks for OpenGL alone unless told otherwise; either kind will do. */
static GdkGLContext *
create_context_cb (GtkGLArea *area)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkGLContext) context = gdk_surface_create_gl_context (gtk_native_get_surface (gtk_widget_get_native (GTK_WIDGET (area))), &error);

  if (context && gdk_gl_context_realize (context, &error))
    return g_steal_pointer (&context);
  gtk_gl_area_set_error (area, error);
  return NULL;
}

static void
realize (GtkWidget *widget)
{
  static const char *const glass_attributes[] = { "corner", NULL };
  static const char *const line_attributes[] = { "place", "tint", "edge", "dash", NULL };
  QnBlochArea *self = QN_BLOCH_AREA (widget);
  GtkGLArea *area = GTK_GL_AREA (widget);
  gboolean es;

  GTK_WIDGET_CLASS (qn_bloch_area_parent_class)->realize (widget);
  if (gtk_gl_area_get_error (area))
    {
      fail (self, gtk_gl_area_get_error (area)->message);
      return;
    }
  gtk_gl_area_make_current (area);
  es = gdk_gl_context_get_use_es (gtk_gl_area_get_context (area));
  if (epoxy_gl_version () < (es ? 30 : 32))
    {
      fail (self, "OpenGL is too old");
      return;
    }
  self->glass = make_program (self, "bloch-glass.vert", "bloch-glass.frag", glass_attributes, es);
  self->lines = make_program (self, "bloch-line.vert", "bloch-line.frag", line_attributes, es);
  make_buffers (self);
}

static void
unrealize (GtkWidget *widget)
{
  QnBlochArea *self = QN_BLOCH_AREA (widget);
  guint *buffers[] = { &self->corners, &self->vertices, &self->indices };

  gtk_gl_area_make_current (GTK_GL_AREA (widget));
  if (!gtk_gl_area_get_error (GTK_GL_AREA (widget)))
    {
      for (guint i = 0; i < G_N_ELEMENTS (buffers); i++)
        glDeleteBuffers (1, buffers[i]);
      glDeleteVertexArrays (1, &self->glass_array);
      glDeleteVertexArrays (1, &self->line_array);
      glDeleteProgram (self->glass);
      glDeleteProgram (self->lines);
    }
  self->glass = self->lines = 0;
  GTK_WIDGET_CLASS (qn_bloch_area_parent_class)->unrealize (widget);
}

/* --- Picture -------------------------------------------------------------- */

static QnBlochView
view_of (QnBlochArea *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, 1, 1);
  cairo_t *cr = cairo_create (surface);
  QnCanvas *canvas = qn_canvas_new_cairo (cr);
  double w, h;

  qn_canvas_measure (canvas, "|↑⟩", qn_theme_text_size (&self->theme, width, height), FALSE, &w, &h);
  qn_canvas_free (canvas);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return qn_bloch_view (width, height, gtk_widget_get_scale_factor (widget), self->camera, &self->theme, w, h);
}

static void
draw_glass (QnBlochArea *self, const QnBlochView *view, gboolean front)
{
  QnColor ink = self->theme.line[QN_HUE_REFERENCE], b = self->theme.background;
  guint p = self->glass;

  glUseProgram (p);
  glUniform2f (glGetUniformLocation (p, "u_size"), (float) view->width, (float) view->height);
  glUniform2f (glGetUniformLocation (p, "u_centre"), (float) view->x, (float) view->y);
  glUniform1f (glGetUniformLocation (p, "u_reach"), (float) view->radius + 1);
  glUniform1f (glGetUniformLocation (p, "u_radius"), (float) view->radius);
  glUniform1f (glGetUniformLocation (p, "u_front"), front ? 1 : 0);
  glUniform1f (glGetUniformLocation (p, "u_dark"), b.r + b.g + b.b < 1.5 ? 1 : 0);
  glUniform3f (glGetUniformLocation (p, "u_ink"), (float) ink.r, (float) ink.g, (float) ink.b);
  glBindVertexArray (self->glass_array);
  glDrawArrays (GL_TRIANGLE_STRIP, 0, 4);
}

static void
draw_lines (QnBlochArea *self, const QnBlochView *view)
{
  g_autoptr (QnBlochScene) scene = qn_bloch_scene_new (self->snapshot);

  qn_bloch_mesh_fill (&self->mesh, scene, view, &self->theme);
  glUseProgram (self->lines);
  glUniform2f (glGetUniformLocation (self->lines, "u_size"), (float) view->width, (float) view->height);
  glBindVertexArray (self->line_array);
  glBindBuffer (GL_ARRAY_BUFFER, self->vertices);
  glBufferData (GL_ARRAY_BUFFER, (GLsizeiptr) (self->mesh.vertices->len * sizeof (QnBlochVertex)), self->mesh.vertices->data, GL_STREAM_DRAW);
  glBufferData (GL_ELEMENT_ARRAY_BUFFER, (GLsizeiptr) (self->mesh.indices->len * sizeof (guint32)), self->mesh.indices->data, GL_STREAM_DRAW);
  glDrawElements (GL_TRIANGLES, (GLsizei) self->mesh.indices->len, GL_UNSIGNED_INT, NULL);
}

static gboolean
render (GtkGLArea *area, GdkGLContext *context)
{
  QnBlochArea *self = QN_BLOCH_AREA (area);
  QnColor b = self->theme.background;
  QnBlochView view;

  if (self->failed)
    return TRUE;
  glClearColor ((float) b.r, (float) b.g, (float) b.b, 1);
  glClear (GL_COLOR_BUFFER_BIT);
  if (!self->snapshot)
    return TRUE;
  view = view_of (self);
  glDisable (GL_DEPTH_TEST);
  glEnable (GL_BLEND);
  glBlendFunc (GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
  draw_glass (self, &view, FALSE);
  draw_lines (self, &view);
  draw_glass (self, &view, TRUE);
  glBindVertexArray (0);
  glUseProgram (0);
  glDisable (GL_BLEND);
  return TRUE;
}

/* --- Words: the same as the Cairo figure's -------------------------------- */

/* Where a label is wanted, in units of the widget: beyond its point, seen from the centre. */
static QnAlign
place_label (const QnBlochView *view, const QnBlochLabel *label, double *x, double *y)
{
  double dx, dy, norm, cx = view->x / view->scale, cy = view->y / view->scale, radius = view->radius / view->scale;

  qn_bloch_view_project (view, label->at, x, y);
  dx = *x / view->scale - cx;
  dy = *y / view->scale - cy;
  norm = MAX (hypot (dx, dy), 1e-9);
  *x = cx + dx + dx / norm * 0.75 * view->text;
  *y = cy + dy + dy / norm * 0.75 * view->text;
  if (!label->pole || fabs (dy) <= 0.3 * radius)
    return QN_ALIGN_CENTER;
  *y = (dy < 0 ? MIN (*y, cy - radius) : MAX (*y, cy + radius)) + (dy < 0 ? 0.15 : -0.15) * view->text;
  return dy < 0 ? QN_ALIGN_END : QN_ALIGN_START;
}

/* FALSE: there is no room within the widget, above the foot line. */
static gboolean
write_words (QnCanvas *canvas, const QnBlochView *view, const char *markup, double size, double x, double y, QnAlign vertical)
{
  double w, h, top, width = view->width / view->scale, height = view->height / view->scale;

  qn_canvas_measure (canvas, markup, size, FALSE, &w, &h);
  top = y - (vertical == QN_ALIGN_START ? 0 : vertical == QN_ALIGN_END ? h : h / 2);
  if (x - w / 2 < 0 || x + w / 2 > width || top < 0 || top + h > height - 1.3 * view->text)
    return FALSE;
  qn_canvas_text (canvas, markup, size, FALSE, (QnSpot) { x, y, QN_ALIGN_CENTER, vertical }, NULL);
  return TRUE;
}

static void
write_label (QnCanvas *canvas, const QnBlochView *view, const QnBlochLabel *label, const QnTheme *theme)
{
  double x, y, size = view->text * (label->pole ? 1 : 0.9);
  QnAlign vertical = place_label (view, label, &x, &y);
  const char *ket = strstr (label->markup, "⟩");

  qn_canvas_set_color (canvas, theme->line[label->hue]);
  if (!write_words (canvas, view, label->markup, size, x, y, vertical) && label->pole && ket)
    {
      g_autofree char *brief = g_strndup (label->markup, (gsize) (ket - label->markup) + strlen ("⟩"));

      write_words (canvas, view, brief, size, x, y, vertical);
    }
}

static GskRenderNode *
make_words (QnBlochArea *self, const QnBlochView *view, const QnBlochScene *scene)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self)), height = gtk_widget_get_height (GTK_WIDGET (self));
  GskRenderNode *node = gsk_cairo_node_new (&GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  cairo_t *cr = gsk_cairo_node_get_draw_context (node);
  QnCanvas *canvas = qn_canvas_new_cairo (cr);

  for (guint i = 0; i < scene->labels->len; i++)
    write_label (canvas, view, &g_array_index (scene->labels, QnBlochLabel, i), &self->theme);
  if (scene->note[0])
    {
      qn_canvas_set_color (canvas, self->theme.line[QN_HUE_REFERENCE]);
      qn_canvas_text (canvas, _(scene->note[0]), view->text * 0.85, FALSE, (QnSpot) { 0.6 * view->text, 0.4 * view->text, QN_ALIGN_START, QN_ALIGN_START }, NULL);
    }
  qn_canvas_free (canvas);
  cairo_destroy (cr);
  return node;
}

static char *
fixed (double value)
{
  int thousandths = (int) floor (fabs (value) * 1000 + 0.5);

  return g_strdup_printf ("%s%d.%03d", value < 0 && thousandths > 0 ? "−" : "\u2007", thousandths / 1000, thousandths % 1000);
}

/* Which of two arrows is whose, beside the tip on the outer side. */
static void
write_arrow_names (QnBlochArea *self, QnCanvas *canvas, const QnBlochView *view, const QnBlochScene *scene)
{
  double x[2], y[2];

  for (int k = 0; k < scene->n_arrows; k++)
    qn_bloch_view_project (view, scene->arrow[k].to, &x[k], &y[k]);
  qn_canvas_set_color (canvas, self->theme.line[QN_HUE_FOREGROUND]);
  for (int k = 0; scene->n_arrows > 1 && k < 2; k++)
    qn_canvas_text (canvas, k ? "2" : "1", view->text * 0.95, TRUE,
                    (QnSpot) { x[k] / view->scale + (x[k] < x[!k] ? -0.9 : 0.9) * view->text, y[k] / view->scale, QN_ALIGN_CENTER, QN_ALIGN_CENTER }, NULL);
}

/* The vector's numbers in the foot line, and the name of the energy axis. */
static void
write_live (QnBlochArea *self, QnCanvas *canvas, const QnBlochView *view, const QnBlochScene *scene)
{
  double width = view->width / view->scale, height = view->height / view->scale;
  double w, h, field, size = view->text * 0.92;

  if (scene->tilted)
    {
      double x, y;

      qn_bloch_view_project (view, scene->axis, &x, &y);
      x = (x + 0.1 * (x - view->x)) / view->scale;
      y = (y + 0.1 * (y - view->y)) / view->scale;
      qn_canvas_set_color (canvas, self->theme.line[QN_HUE_REFERENCE]);
      qn_canvas_text (canvas, "<i>H</i>", view->text * 0.95, TRUE, (QnSpot) { x, y, QN_ALIGN_CENTER, QN_ALIGN_CENTER }, NULL);
    }
  write_arrow_names (self, canvas, view, scene);
  qn_canvas_measure (canvas, "<i>x</i> = −0.000", size, FALSE, &w, &h);
  field = w + 1.1 * size;
  if (3 * field > width || h > height * 0.14)
    return;
  qn_canvas_set_color (canvas, self->theme.line[QN_HUE_FOREGROUND]);
  for (int i = 0; i < scene->n_numbers; i++)
    {
      g_autofree char *number = fixed (scene->number[i]);
      g_autofree char *text = g_strdup_printf ("%s = %s", scene->number_name[i], number);

      qn_canvas_text (canvas, text, size, FALSE, (QnSpot) { width / 2 + (i - (scene->n_numbers - 1) / 2.0) * field - w / 2, height - 0.75 * view->text, QN_ALIGN_START, QN_ALIGN_CENTER }, NULL);
    }
}

static void
append_live (QnBlochArea *self, GtkSnapshot *snapshot, const QnBlochView *view, const QnBlochScene *scene)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self)), height = gtk_widget_get_height (GTK_WIDGET (self));
  /* Without a tilted axis the words stay within the foot line: a small picture to redraw. */
  float top = scene->tilted || scene->n_arrows > 1 ? 0 : (float) MAX (0, height - 2 * view->text);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, top, (float) width, (float) height - top));
  QnCanvas *canvas = qn_canvas_new_cairo (cr);

  write_live (self, canvas, view, scene);
  qn_canvas_free (canvas);
  cairo_destroy (cr);
}

static void
forget_words (QnBlochArea *self)
{
  g_clear_pointer (&self->words, gsk_render_node_unref);
}

static void
snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  QnBlochArea *self = QN_BLOCH_AREA (widget);
  g_autoptr (QnBlochScene) scene = NULL;
  QnBlochView view;

  if (self->failed)
    return;
  GTK_WIDGET_CLASS (qn_bloch_area_parent_class)->snapshot (widget, snapshot);
  if (!self->snapshot)
    return;
  scene = qn_bloch_scene_new (self->snapshot);
  view = view_of (self);
  if (!self->words)
    self->words = make_words (self, &view, scene);
  gtk_snapshot_append_node (snapshot, self->words);
  append_live (self, snapshot, &view, scene);
}

static void
size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  forget_words (QN_BLOCH_AREA (widget));
  QN_BLOCH_AREA (widget)->theme = qn_widgets_figure_theme (widget, width, height);
  GTK_WIDGET_CLASS (qn_bloch_area_parent_class)->size_allocate (widget, width, height, baseline);
}

static void
theme_changed (GtkWidget *widget)
{
  QnBlochArea *self = QN_BLOCH_AREA (widget);

  self->theme = qn_widgets_figure_theme (widget, gtk_widget_get_width (widget), gtk_widget_get_height (widget));
  forget_words (self);
  gtk_gl_area_queue_render (GTK_GL_AREA (widget));
}

static void
get_property (GObject *object, guint id, GValue *value, GParamSpec *spec)
{
  g_value_set_boolean (value, QN_BLOCH_AREA (object)->failed);
}

static void
dispose (GObject *object)
{
  QnBlochArea *self = QN_BLOCH_AREA (object);

  g_clear_pointer (&self->snapshot, qn_snapshot_unref);
  forget_words (self);
  G_OBJECT_CLASS (qn_bloch_area_parent_class)->dispose (object);
}

static void
finalize (GObject *object)
{
  qn_bloch_mesh_clear (&QN_BLOCH_AREA (object)->mesh);
  G_OBJECT_CLASS (qn_bloch_area_parent_class)->finalize (object);
}

static void
qn_bloch_area_class_init (QnBlochAreaClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = get_property;
  object_class->dispose = dispose;
  object_class->finalize = finalize;
  widget_class->realize = realize;
  widget_class->unrealize = unrealize;
  widget_class->snapshot = snapshot;
  widget_class->size_allocate = size_allocate;
  GTK_GL_AREA_CLASS (klass)->render = render;
  props[PROP_FAILED] = g_param_spec_boolean ("failed", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
qn_bloch_area_init (QnBlochArea *self)
{
  qn_bloch_mesh_init (&self->mesh);
  self->camera = qn_camera_home ();
  self->theme = qn_widgets_theme (GTK_WIDGET (self));
  qn_widgets_follow_theme (GTK_WIDGET (self), theme_changed);
  gtk_gl_area_set_auto_render (GTK_GL_AREA (self), FALSE);
  g_signal_connect (self, "create-context", G_CALLBACK (create_context_cb), NULL);
}

GtkWidget *
qn_bloch_area_new (void)
{
  return g_object_new (QN_TYPE_BLOCH_AREA, NULL);
}

static gboolean
same_words (const QnSnapshot *a, const QnSnapshot *b)
{
  return a && (a->now.n_levels > 2) == (b->now.n_levels > 2);
}

void
qn_bloch_area_set_figure (QnBlochArea *self, QnFigure *figure, QnSnapshot *snapshot)
{
  QnCamera camera;

  g_return_if_fail (QN_IS_BLOCH_AREA (self));
  g_return_if_fail (figure != NULL && snapshot != NULL);

  camera = qn_figure_get_camera (figure);
  if (camera.yaw != self->camera.yaw || camera.pitch != self->camera.pitch || camera.zoom != self->camera.zoom || !same_words (self->snapshot, snapshot))
    forget_words (self);
  self->camera = camera;
  qn_snapshot_ref (snapshot);
  g_clear_pointer (&self->snapshot, qn_snapshot_unref);
  self->snapshot = snapshot;
  gtk_gl_area_queue_render (GTK_GL_AREA (self));
}

gboolean
qn_bloch_area_get_failed (QnBlochArea *self)
{
  g_return_val_if_fail (QN_IS_BLOCH_AREA (self), TRUE);
  return self->failed;
}
