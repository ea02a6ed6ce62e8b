/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/qn-figure-area.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "widgets/qn-bloch-area.h"
#include "widgets/qn-widgets.h"

#define LEAST_ZOOM 0.5
#define MOST_ZOOM 4.0
#define DRAG_THRESHOLD 4.0
#define RADIANS_PER_PIXEL 0.01
#define KEY_TURN (G_PI / 36)

struct _QnFigureArea
{
  GtkWidget parent_instance;

  /* Owned */
  QnFigure *figure;
  QnSnapshot *snapshot;
  cairo_surface_t *layer; /* the static layer at the display's resolution; NULL: to be drawn */

  /* Borrowed */
  GtkWidget *bloch; /* child, NULL where Cairo draws */

  int width, height;
  QnTheme theme;
  QnCamera drag_from;
  double since_told;    /* seconds since assistive technology was told */
  double pending;       /* seconds not yet given to the figure */
  gboolean stale;       /* the snapshot has not been given to the figure */
  gboolean held;
  gboolean moving;      /* a drag moves the present values */
};

G_DEFINE_FINAL_TYPE (QnFigureArea, qn_figure_area, GTK_TYPE_WIDGET)

enum { ACTIVATED, MENU, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
forget_layer (QnFigureArea *self)
{
  g_clear_pointer (&self->layer, cairo_surface_destroy);
}

static void
tell (QnFigureArea *self)
{
  g_autofree char *text = NULL;

  self->since_told = 0;
  if (!self->figure || !self->snapshot || self->stale)
    return;
  text = qn_figure_describe (self->figure);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text ? text : "", -1);
}

/* Gives the newest snapshot to the figure, once it is seen. */
static void
catch_up (QnFigureArea *self)
{
  if (!self->stale || !self->figure || !self->snapshot)
    return;
  if (qn_figure_update (self->figure, self->snapshot, self->pending, self->held))
    forget_layer (self);
  self->stale = FALSE;
  self->since_told += self->pending;
  self->pending = 0;
  if (self->bloch)
    qn_bloch_area_set_figure (QN_BLOCH_AREA (self->bloch), self->figure, self->snapshot);
  if (self->since_told >= 1)
    tell (self);
}

static void
draw_layer (QnFigureArea *self, int width, int height)
{
  int scale = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  g_autoptr (QnCanvas) canvas = NULL;
  QnColor b = self->theme.background;
  cairo_t *cr;

  self->layer = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width * scale, height * scale);
  cairo_surface_set_device_scale (self->layer, scale, scale);
  cr = cairo_create (self->layer);
  cairo_set_source_rgb (cr, b.r, b.g, b.b);
  cairo_paint (cr);
  if (self->snapshot)
    {
      canvas = qn_canvas_new_cairo (cr);
      qn_figure_draw (self->figure, canvas, width, height, &self->theme, QN_LAYER_STATIC);
    }
  cairo_destroy (cr);
}

static void
draw (QnFigureArea *self, cairo_t *cr, int width, int height)
{
  if (!self->layer)
    draw_layer (self, width, height);
  cairo_set_source_surface (cr, self->layer, 0, 0);
  cairo_set_operator (cr, CAIRO_OPERATOR_SOURCE);
  cairo_paint (cr);
  cairo_set_operator (cr, CAIRO_OPERATOR_OVER);
  if (self->snapshot)
    {
      g_autoptr (QnCanvas) canvas = qn_canvas_new_cairo (cr);

      qn_figure_draw (self->figure, canvas, width, height, &self->theme, QN_LAYER_LIVE);
    }
}

static void
snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  QnFigureArea *self = QN_FIGURE_AREA (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  cairo_t *cr;

  if (!self->figure || width < 8 || height < 8)
    return;
  catch_up (self);
  if (self->bloch)
    {
      gtk_widget_snapshot_child (widget, self->bloch, snapshot);
      return;
    }
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  draw (self, cr, width, height);
  cairo_destroy (cr);
}

static void
measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural, int *minimum_baseline, int *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 120 : 90;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 360 : 270;
}

static void
size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  QnFigureArea *self = QN_FIGURE_AREA (widget);

  QnTheme theme = qn_widgets_figure_theme (widget, width, height);

  if (width != self->width || height != self->height || theme.least_text != self->theme.least_text)
    forget_layer (self);
  self->theme = theme;
  self->width = width;
  self->height = height;
  if (self->bloch)
    gtk_widget_size_allocate (self->bloch, &(GtkAllocation) { 0, 0, width, height }, -1);
}

static void
theme_changed (GtkWidget *widget)
{
  QnFigureArea *self = QN_FIGURE_AREA (widget);

  self->theme = qn_widgets_figure_theme (widget, self->width, self->height);
  forget_layer (self);
}

static void
scale_changed_cb (QnFigureArea *self)
{
  forget_layer (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (qn_figure_area_parent_class)->map (widget);
  catch_up (QN_FIGURE_AREA (widget));
}

static void
drop_gl (QnFigureArea *self)
{
  g_clear_pointer (&self->bloch, gtk_widget_unparent);
  forget_layer (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static gboolean
drop_gl_idle (gpointer data)
{
  drop_gl (data);
  return G_SOURCE_REMOVE;
}

/* It fails while it is being realised or drawn: not the moment to take it away. */
static void
gl_failed_cb (QnFigureArea *self)
{
  g_idle_add_full (G_PRIORITY_HIGH, drop_gl_idle, g_object_ref (self), g_object_unref);
}

static void
take_gl (QnFigureArea *self)
{
  self->bloch = qn_bloch_area_new ();
  gtk_widget_set_can_target (self->bloch, FALSE);
  g_signal_connect_object (self->bloch, "notify::failed", G_CALLBACK (gl_failed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_parent (self->bloch, GTK_WIDGET (self));
  if (self->figure && self->snapshot && !self->stale)
    qn_bloch_area_set_figure (QN_BLOCH_AREA (self->bloch), self->figure, self->snapshot);
}

/* Whether OpenGL is wanted shows once there is a window. */
static void
choose_drawing (QnFigureArea *self)
{
  gboolean wanted = self->figure && !strcmp (qn_figure_get_info (self->figure)->id, "bloch") && qn_bloch_area_is_wanted (GTK_WIDGET (self));

  if (wanted && !self->bloch)
    take_gl (self);
  else if (!wanted)
    g_clear_pointer (&self->bloch, gtk_widget_unparent);
}

static void
realize (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (qn_figure_area_parent_class)->realize (widget);
  choose_drawing (QN_FIGURE_AREA (widget));
}

/* --- The present values as a point that moves ----------------------------- */

#define STEPS 50        /* of the arrow keys along an axis, */
#define SMALL_STEPS 400 /* and with Shift */
#define DIGITS 500      /* a place is told to this share of the axis, or of itself */

gboolean
qn_figure_area_moves_at (QnFigureArea *self, double x, double y)
{
  QnFigureHandle handle;

  g_return_val_if_fail (QN_IS_FIGURE_AREA (self), FALSE);
  if (!self->figure || !qn_figure_get_handle (self->figure, &handle))
    return FALSE;
  return x >= handle.area.x && y >= handle.area.y && x <= handle.area.x + handle.area.width && y <= handle.area.y + handle.area.height;
}

/* As round as the picture can tell it. */
static double
value_at (const QnAxisScale *scale, double at)
{
  double value = qn_axis_scale_unmap (scale, CLAMP (at, MIN (scale->from, scale->to), MAX (scale->from, scale->to)));
  double step = pow (10, floor (log10 ((scale->kind == QN_SCALE_LOG ? value : scale->data.max - scale->data.min) / DIGITS)));

  return CLAMP (round (value / step) * step, scale->data.min, scale->data.max);
}

static void
move_to (QnFigureArea *self, const QnFigureHandle *handle, double x, double y)
{
  int along[2] = { handle->parameter[0], handle->parameter[1] };
  double value[2] = { along[0] >= 0 ? value_at (&handle->x, x) : 0, along[1] >= 0 ? value_at (&handle->y, y) : 0 };

  gtk_widget_activate_action (GTK_WIDGET (self), "experiment.move", "(idid)", along[0], value[0], along[1], value[1]);
}

static gboolean
handle_key (QnFigureArea *self, guint key, gboolean small)
{
  QnFigureHandle handle;
  const double *values;
  double steps = small ? SMALL_STEPS : STEPS, x = 0, y = 0;

  if (!self->figure || !self->snapshot || !qn_figure_get_handle (self->figure, &handle))
    return FALSE;
  x = key == GDK_KEY_Right || key == GDK_KEY_KP_Right ? 1 : key == GDK_KEY_Left || key == GDK_KEY_KP_Left ? -1 : 0;
  y = key == GDK_KEY_Down || key == GDK_KEY_KP_Down ? 1 : key == GDK_KEY_Up || key == GDK_KEY_KP_Up ? -1 : 0;
  if (x == 0 && (y == 0 || handle.parameter[1] < 0))
    return FALSE;
  values = self->snapshot->experiment.value;
  if (x != 0)
    handle.parameter[1] = -1;
  else
    handle.parameter[0] = -1;
  move_to (self, &handle, x != 0 ? qn_axis_scale_map (&handle.x, values[handle.parameter[0]]) + x * handle.area.width / steps : 0,
           y != 0 && x == 0 ? qn_axis_scale_map (&handle.y, values[handle.parameter[1]]) + y * handle.area.height / steps : 0);
  return TRUE;
}

/* --- Pointer and keys ----------------------------------------------------- */

static void
drag_begin_cb (QnFigureArea *self, double x, double y, GtkGestureDrag *gesture)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));

  /* With Ctrl the figure itself is dragged out. */
  self->moving = qn_figure_area_moves_at (self, x, y);
  if (!(qn_figure_area_has_camera (self) || self->moving) || (state & GDK_CONTROL_MASK))
    gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
  else
    self->drag_from = qn_figure_area_get_camera (self);
}

static void
drag_update_cb (QnFigureArea *self, double dx, double dy, GtkGestureDrag *gesture)
{
  QnCamera camera = self->drag_from;

  if (hypot (dx, dy) > DRAG_THRESHOLD)
    gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  if (self->moving)
    {
      QnFigureHandle handle;
      double x, y;

      gtk_gesture_drag_get_start_point (gesture, &x, &y);
      if (hypot (dx, dy) > DRAG_THRESHOLD && qn_figure_get_handle (self->figure, &handle))
        move_to (self, &handle, x + dx, y + dy);
      return;
    }
  camera.yaw -= dx * RADIANS_PER_PIXEL;
  camera.pitch += dy * RADIANS_PER_PIXEL;
  qn_figure_area_set_camera (self, camera);
}

static void
pressed_cb (QnFigureArea *self, int n, double x, double y, GtkGestureClick *gesture)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (n != 2)
    return;
  if (qn_figure_area_has_camera (self))
    qn_figure_area_set_camera (self, qn_camera_home ());
  else
    g_signal_emit (self, signals[ACTIVATED], 0);
}

/* On release: a popover that comes up under a pressed button confuses GTK 4.8's count of pressed widgets. */
static void
menu_released_cb (QnFigureArea *self, int n, double x, double y, GtkGestureClick *gesture)
{
  g_signal_emit (self, signals[MENU], 0, x, y);
}

static gboolean
scroll_cb (QnFigureArea *self, double dx, double dy)
{
  QnCamera camera;

  if (!qn_figure_area_has_camera (self))
    return FALSE;
  camera = qn_figure_area_get_camera (self);
  camera.zoom *= exp (-0.1 * dy);
  qn_figure_area_set_camera (self, camera);
  return TRUE;
}

static gboolean
camera_key (QnFigureArea *self, guint key)
{
  QnCamera camera = qn_figure_area_get_camera (self);

  switch (key)
    {
    case GDK_KEY_Left: case GDK_KEY_KP_Left:
      camera.yaw += KEY_TURN;
      break;
    case GDK_KEY_Right: case GDK_KEY_KP_Right:
      camera.yaw -= KEY_TURN;
      break;
    case GDK_KEY_Up: case GDK_KEY_KP_Up:
      camera.pitch -= KEY_TURN;
      break;
    case GDK_KEY_Down: case GDK_KEY_KP_Down:
      camera.pitch += KEY_TURN;
      break;
    case GDK_KEY_plus: case GDK_KEY_equal: case GDK_KEY_KP_Add:
      camera.zoom *= 1.1;
      break;
    case GDK_KEY_minus: case GDK_KEY_KP_Subtract:
      camera.zoom /= 1.1;
      break;
    case GDK_KEY_0: case GDK_KEY_KP_0: case GDK_KEY_Home: case GDK_KEY_KP_Home:
      camera = qn_camera_home ();
      break;
    default:
      return FALSE;
    }
  qn_figure_area_set_camera (self, camera);
  return TRUE;
}

static gboolean
key_cb (QnFigureArea *self, guint key, guint code, GdkModifierType state)
{
  switch (key)
    {
    case GDK_KEY_Return: case GDK_KEY_KP_Enter: case GDK_KEY_ISO_Enter:
      g_signal_emit (self, signals[ACTIVATED], 0);
      return TRUE;
    case GDK_KEY_Menu:
      g_signal_emit (self, signals[MENU], 0, 12.0, 12.0);
      return TRUE;
    case GDK_KEY_F10:
      if (!(state & GDK_SHIFT_MASK))
        return FALSE;
      g_signal_emit (self, signals[MENU], 0, 12.0, 12.0);
      return TRUE;
    default:
      if (state & (GDK_CONTROL_MASK | GDK_ALT_MASK))
        return FALSE;
      return qn_figure_area_has_camera (self) ? camera_key (self, key) : handle_key (self, key, (state & GDK_SHIFT_MASK) != 0);
    }
}

static void
dispose (GObject *object)
{
  QnFigureArea *self = QN_FIGURE_AREA (object);

  g_clear_pointer (&self->bloch, gtk_widget_unparent);
  g_clear_pointer (&self->figure, qn_figure_free);
  g_clear_pointer (&self->snapshot, qn_snapshot_unref);
  forget_layer (self);
  G_OBJECT_CLASS (qn_figure_area_parent_class)->dispose (object);
}

static void
qn_figure_area_class_init (QnFigureAreaClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dispose;
  widget_class->snapshot = snapshot;
  widget_class->measure = measure;
  widget_class->size_allocate = size_allocate;
  widget_class->map = map;
  widget_class->realize = realize;
  signals[ACTIVATED] = g_signal_new ("activated", QN_TYPE_FIGURE_AREA, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[MENU] = g_signal_new ("menu", QN_TYPE_FIGURE_AREA, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_DOUBLE, G_TYPE_DOUBLE);
  gtk_widget_class_set_css_name (widget_class, "qnfigurearea");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
add_pointer (QnFigureArea *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *menu = gtk_gesture_click_new ();
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (menu), GDK_BUTTON_SECONDARY);
  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  g_signal_connect_swapped (menu, "released", G_CALLBACK (menu_released_cb), self);
  g_signal_connect_swapped (scroll, "scroll", G_CALLBACK (scroll_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (menu));
  gtk_widget_add_controller (GTK_WIDGET (self), scroll);
}

static void
qn_figure_area_init (QnFigureArea *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  add_pointer (self);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), self);
  g_signal_connect_swapped (focus, "enter", G_CALLBACK (tell), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (scale_changed_cb), NULL);
  self->theme = qn_widgets_theme (GTK_WIDGET (self));
  qn_widgets_follow_theme (GTK_WIDGET (self), theme_changed);
}

GtkWidget *
qn_figure_area_new (void)
{
  return g_object_new (QN_TYPE_FIGURE_AREA, NULL);
}

void
qn_figure_area_set_figure (QnFigureArea *self, const char *id)
{
  const QnFigureInfo *info = qn_figure_info (id);

  g_return_if_fail (QN_IS_FIGURE_AREA (self));
  g_return_if_fail (info != NULL);

  g_clear_pointer (&self->bloch, gtk_widget_unparent);
  g_clear_pointer (&self->figure, qn_figure_free);
  self->figure = qn_figure_new (id);
  if (gtk_widget_get_realized (GTK_WIDGET (self)))
    choose_drawing (self);
  self->stale = TRUE;
  self->since_told = 1;
  forget_layer (self);
  qn_widgets_set_name (GTK_WIDGET (self), _(info->name));
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    catch_up (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

QnFigure *
qn_figure_area_get_figure (QnFigureArea *self)
{
  catch_up (self);
  return self->figure;
}

void
qn_figure_area_set_snapshot (QnFigureArea *self, QnSnapshot *snapshot, double seconds, gboolean held)
{
  if (snapshot == self->snapshot && held == self->held)
    return;
  qn_snapshot_ref (snapshot);
  g_clear_pointer (&self->snapshot, qn_snapshot_unref);
  self->snapshot = snapshot;
  self->stale = TRUE;
  self->pending += seconds;
  self->held = held;
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  catch_up (self);
  if (!self->bloch)
    gtk_widget_queue_draw (GTK_WIDGET (self));
}

QnSnapshot *
qn_figure_area_get_snapshot (QnFigureArea *self)
{
  return self->snapshot;
}

gboolean
qn_figure_area_has_camera (QnFigureArea *self)
{
  return self->figure && qn_figure_get_info (self->figure)->camera;
}

QnCamera
qn_figure_area_get_camera (QnFigureArea *self)
{
  return self->figure ? qn_figure_get_camera (self->figure) : qn_camera_home ();
}

void
qn_figure_area_set_camera (QnFigureArea *self, QnCamera camera)
{
  if (!qn_figure_area_has_camera (self))
    return;
  camera.yaw = remainder (camera.yaw, 2 * G_PI);
  camera.pitch = CLAMP (camera.pitch, -G_PI / 2, G_PI / 2);
  camera.zoom = CLAMP (camera.zoom, LEAST_ZOOM, MOST_ZOOM);
  qn_figure_set_camera (self->figure, camera);
  forget_layer (self);
  if (self->bloch && self->snapshot)
    qn_bloch_area_set_figure (QN_BLOCH_AREA (self->bloch), self->figure, self->snapshot);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

gboolean
qn_figure_area_get_uses_gl (QnFigureArea *self)
{
  return self->bloch && gtk_widget_get_realized (self->bloch) && !qn_bloch_area_get_failed (QN_BLOCH_AREA (self->bloch));
}
