/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/qn-timeline.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "figures/kit/qn-style.h"
#include "widgets/qn-widgets.h"

#define BAR_HEIGHT 32
#define LEAST_BAR 160   /* beside which the number of the cycle stands */
#define LEAST_WIDTH 4.0 /* of a stroke that takes time */
#define GAP 2.0
#define RADIUS 6.0
#define BEATS_PER_SECOND 1.2

struct _QnTimeline
{
  GtkWidget parent_instance;

  /* Owned */
  QnSnapshot *snapshot;
  GskRenderNode *segments; /* the resting part, NULL when it must be made anew */

  /* Borrowed */
  GtkWidget *cycle; /* child: the number of the cycle */

  int n_phases;                  /* of `segments` */
  QnPhase phase[QN_MAX_STROKES];
  int bar_width, height;
  int stroke;        /* last told to assistive technology */
  gint64 told;
};

G_DEFINE_FINAL_TYPE (QnTimeline, qn_timeline, GTK_TYPE_WIDGET)

enum { SEEK, N_SIGNALS };
static guint signals[N_SIGNALS];

char *
qn_timeline_phase_name (const QnPhase *phase)
{
  g_autofree char *first = NULL;
  const char *name = *phase->name ? _(phase->name) : "";

  if (!*name)
    return g_strdup ("");
  first = g_utf8_strup (name, (gssize) (g_utf8_next_char (name) - name));
  return g_strconcat (first, g_utf8_next_char (name), NULL);
}

static QnHue
phase_hue (const QnPhase *p)
{
  switch (p->baths)
    {
    case 0:
      return QN_HUE_WORK;
    case 1u << QN_HOT:
      return QN_HUE_HOT;
    case 1u << QN_COLD:
      return QN_HUE_COLD;
    case 1u << QN_THIRD:
      return QN_HUE_THIRD;
    default:
      return QN_HUE_REFERENCE;
    }
}

/* Free with g_object_unref. */
static PangoLayout *
name_layout (QnTimeline *self, int stroke)
{
  g_autofree char *name = qn_timeline_phase_name (&self->phase[stroke]);
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), name);

  return layout;
}

/* Where a stroke stands on the bar: as wide as it is long, but for what would not be seen; what takes no time has no place, unless
 * none takes any. */
static void
segment (QnTimeline *self, int stroke, double *x, double *width)
{
  double period = qn_phases_period (self->phase, self->n_phases), rest = self->bar_width;

  for (int i = 0; i < self->n_phases && period > 0; i++)
    rest -= self->phase[i].duration > 0 ? LEAST_WIDTH : 0;
  *x = 0;
  for (int i = 0; i <= stroke; i++)
    {
      double duration = self->phase[i].duration;

      *width = !(period > 0) ? rest / self->n_phases : duration > 0 ? LEAST_WIDTH + MAX (rest, 0) * duration / period : 0;
      if (i < stroke)
        *x += *width;
    }
}

/* The fraction of the period under a place on the bar. */
static double
fraction_at (QnTimeline *self, double place)
{
  double period = qn_phases_period (self->phase, self->n_phases);
  double before = 0;

  for (int i = 0; i < self->n_phases; i++)
    {
      double x, width, part;

      segment (self, i, &x, &width);
      if (!(width > 0))
        continue;
      part = CLAMP ((place - x) / width, 0, 1);
      if (place < x + width || i == self->n_phases - 1)
        return period > 0 ? CLAMP ((before + part * self->phase[i].duration) / period, 0, 1) : (i + part) / self->n_phases;
      before += self->phase[i].duration;
    }
  return 0;
}

static double
place_now (QnTimeline *self)
{
  const QnReading *now = &self->snapshot->now;
  double x, width;

  if (now->stroke < 0 || now->stroke >= self->n_phases)
    return 0;
  segment (self, now->stroke, &x, &width);
  return x + width * CLAMP (now->fraction, 0, 1);
}

static GdkRGBA
rgba (QnColor c, double alpha)
{
  return (GdkRGBA) { (float) c.r, (float) c.g, (float) c.b, (float) (c.a * alpha) };
}

/* Diagonal lines: the control moves. */
static void
append_hatch (GtkSnapshot *snapshot, const graphene_rect_t *box, QnColor color)
{
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, box);
  double x0 = box->origin.x, y0 = box->origin.y, w = box->size.width, h = box->size.height;

  cairo_rectangle (cr, x0, y0, w, h);
  cairo_clip (cr);
  cairo_set_source_rgba (cr, color.r, color.g, color.b, 0.42);
  cairo_set_line_width (cr, 1);
  for (double x = x0 - h; x < x0 + w; x += 7)
    {
      cairo_move_to (cr, x, y0 + h);
      cairo_line_to (cr, x + h, y0);
    }
  cairo_stroke (cr);
  cairo_destroy (cr);
}

static void
append_name (QnTimeline *self, GtkSnapshot *snapshot, int stroke, double x, double width, int height, const QnTheme *theme)
{
  g_autoptr (PangoLayout) layout = name_layout (self, stroke);
  GdkRGBA ink = rgba (theme->line[QN_HUE_FOREGROUND], 1);
  int w, h;

  pango_layout_get_pixel_size (layout, &w, &h);
  if (w > 1.6 * (width - 12)) /* three letters and dots say less than the colour */
    return;
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_width (layout, (int) ((width - 12) * PANGO_SCALE));
  pango_layout_get_pixel_size (layout, &w, &h);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) (x + 8), (float) ((height - h) / 2.0)));
  gtk_snapshot_append_layout (snapshot, layout, &ink);
  gtk_snapshot_restore (snapshot);
}

static void
append_segment (QnTimeline *self, GtkSnapshot *snapshot, int stroke, int height, const QnTheme *theme)
{
  const QnPhase *p = &self->phase[stroke];
  QnHue hue = phase_hue (p);
  GdkRGBA wash = rgba (theme->fill[hue], 0.22), edge = rgba (theme->fill[hue], 1);
  graphene_rect_t box;
  GskRoundedRect outline;
  double x, width;

  segment (self, stroke, &x, &width);
  if (!(width > 0))
    return;
  graphene_rect_init (&box, (float) x, 0, (float) MAX (width - GAP, 1), (float) height);
  gsk_rounded_rect_init_from_rect (&outline, &box, (float) RADIUS);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, &wash, &box);
  if (p->kind == QN_PHASE_MOVES)
    append_hatch (snapshot, &box, theme->fill[hue]);
  gtk_snapshot_append_color (snapshot, &edge, &GRAPHENE_RECT_INIT ((float) x, (float) height - 4, (float) width, 4));
  gtk_snapshot_pop (snapshot);
  append_name (self, snapshot, stroke, x, width, height - 3, theme);
}

static GskRenderNode *
make_segments (QnTimeline *self, int height, const QnTheme *theme)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();

  for (int i = 0; i < self->n_phases; i++)
    append_segment (self, snapshot, i, height, theme);
  return gtk_snapshot_free_to_node (snapshot);
}

/* 0..1: a beat with a quick rise and a slow fall, by the clock of the frames. Steady where motion is unwanted. */
static double
heartbeat (QnTimeline *self)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (self));
  gboolean animated = TRUE;
  double phase;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-enable-animations", &animated, NULL);
  if (!animated || !clock || !self->snapshot->running)
    return 0.5;
  phase = gdk_frame_clock_get_frame_time (clock) * 1e-6 * BEATS_PER_SECOND;
  phase -= floor (phase);
  return phase < 0.15 ? phase / 0.15 : exp (-3 * (phase - 0.15));
}

static void
append_running (QnTimeline *self, GtkSnapshot *snapshot, int height, const QnTheme *theme)
{
  int stroke = self->snapshot->now.stroke;
  QnHue hue;
  GdkRGBA wash;
  graphene_rect_t box;
  GskRoundedRect outline;
  double x, width;

  if (stroke < 0 || stroke >= self->n_phases)
    return;
  hue = phase_hue (&self->phase[stroke]);
  wash = rgba (theme->fill[hue], 0.15 + 0.25 * heartbeat (self));
  segment (self, stroke, &x, &width);
  if (!(width > 0))
    return;
  graphene_rect_init (&box, (float) x, 0, (float) MAX (width - GAP, 1), (float) height);
  gsk_rounded_rect_init_from_rect (&outline, &box, (float) RADIUS);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, &wash, &box);
  gtk_snapshot_pop (snapshot);
}

static void
append_marker (QnTimeline *self, GtkSnapshot *snapshot, int height, const QnTheme *theme)
{
  GdkRGBA ink = rgba (theme->line[QN_HUE_FOREGROUND], 1), halo = rgba (theme->background, 0.9);
  double x = CLAMP (place_now (self), 2, self->bar_width - 2.0);
  graphene_rect_t outer = GRAPHENE_RECT_INIT ((float) x - 3, -2, 6, (float) height + 4);
  graphene_rect_t inner = GRAPHENE_RECT_INIT ((float) x - 1.5f, -2, 3, (float) height + 4);

  gtk_snapshot_append_color (snapshot, &halo, &outer);
  gtk_snapshot_append_color (snapshot, &ink, &inner);
}

static void
snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  QnTimeline *self = QN_TIMELINE (widget);
  QnTheme theme = qn_widgets_theme (widget);
  int height = gtk_widget_get_height (widget);

  if (self->snapshot && self->bar_width > 0)
    {
      if (!self->segments)
        self->segments = make_segments (self, height, &theme);
      if (self->segments)
        gtk_snapshot_append_node (snapshot, self->segments);
      append_running (self, snapshot, height, &theme);
      append_marker (self, snapshot, height, &theme);
    }
  gtk_widget_snapshot_child (widget, self->cycle, snapshot);
}

static void
measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural, int *minimum_baseline, int *natural_baseline)
{
  QnTimeline *self = QN_TIMELINE (widget);
  int min, nat;

  gtk_widget_measure (self->cycle, orientation, -1, &min, &nat, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = 80;
      *natural = 360 + nat;
    }
  else
    *minimum = *natural = MAX ((int) (BAR_HEIGHT * qn_widgets_text_scale (widget)), nat);
}

static void
forget_segments (GtkWidget *widget)
{
  QnTimeline *self = QN_TIMELINE (widget);

  g_clear_pointer (&self->segments, gsk_render_node_unref);
}

static void
size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  QnTimeline *self = QN_TIMELINE (widget);
  gboolean roomy;
  int nat, bar_width;

  gtk_widget_measure (self->cycle, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &nat, NULL, NULL);
  roomy = width - nat - 8 >= LEAST_BAR;
  gtk_widget_set_child_visible (self->cycle, roomy);
  if (roomy)
    gtk_widget_size_allocate (self->cycle, &(GtkAllocation) { width - nat, 0, nat, height }, -1);
  bar_width = roomy ? width - nat - 8 : width;
  if (bar_width != self->bar_width || height != self->height)
    forget_segments (widget);
  self->bar_width = bar_width;
  self->height = height;
}

static void
css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (qn_timeline_parent_class)->css_changed (widget, change);
  forget_segments (widget);
}

static void
seek (QnTimeline *self, double fraction)
{
  g_signal_emit (self, signals[SEEK], 0, CLAMP (fraction, 0, 1));
}

static void
drag_begin_cb (QnTimeline *self, double x, double y, GtkGestureDrag *gesture)
{
  if (!self->snapshot || x > self->bar_width)
    {
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
      return;
    }
  gtk_widget_grab_focus (GTK_WIDGET (self));
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  seek (self, fraction_at (self, x));
}

static void
drag_update_cb (QnTimeline *self, double dx, double dy, GtkGestureDrag *gesture)
{
  double x, y;

  if (gtk_gesture_drag_get_start_point (gesture, &x, &y))
    seek (self, fraction_at (self, x + dx));
}

/* The start of the stroke `by` further on. */
static double
stroke_start (QnTimeline *self, int by)
{
  int n = self->n_phases;
  int wanted = ((self->snapshot->now.stroke + by) % n + n) % n;
  double period = qn_phases_period (self->phase, n);

  return period > 0 ? qn_phases_period (self->phase, wanted) / period : (double) wanted / n;
}

static gboolean
key_cb (QnTimeline *self, guint key)
{
  double position;

  if (!self->snapshot || self->n_phases == 0)
    return FALSE;
  position = self->snapshot->position;
  switch (key)
    {
    case GDK_KEY_Left: case GDK_KEY_KP_Left:
      seek (self, position - 0.02);
      return TRUE;
    case GDK_KEY_Right: case GDK_KEY_KP_Right:
      seek (self, position + 0.02);
      return TRUE;
    case GDK_KEY_Page_Up: case GDK_KEY_KP_Page_Up:
      seek (self, stroke_start (self, -1));
      return TRUE;
    case GDK_KEY_Page_Down: case GDK_KEY_KP_Page_Down:
      seek (self, stroke_start (self, 1));
      return TRUE;
    case GDK_KEY_Home: case GDK_KEY_KP_Home:
      seek (self, 0);
      return TRUE;
    case GDK_KEY_End: case GDK_KEY_KP_End:
      seek (self, 1);
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
query_tooltip (GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  QnTimeline *self = QN_TIMELINE (widget);

  for (int i = 0; self->snapshot && i < self->n_phases; i++)
    {
      double left, width;

      segment (self, i, &left, &width);
      if (keyboard ? i == self->snapshot->now.stroke : x >= left && x < left + width)
        {
          g_autofree char *time = qn_quantity_format (self->phase[i].duration, QN_DIMENSION_TIME, TRUE);
          g_autofree char *name = qn_timeline_phase_name (&self->phase[i]);
          g_autofree char *text = g_strdup_printf ("%s: %s", name, time);

          gtk_tooltip_set_markup (tooltip, text);
          return TRUE;
        }
    }
  return FALSE;
}

static void
dispose (GObject *object)
{
  QnTimeline *self = QN_TIMELINE (object);

  g_clear_pointer (&self->cycle, gtk_widget_unparent);
  g_clear_pointer (&self->segments, gsk_render_node_unref);
  g_clear_pointer (&self->snapshot, qn_snapshot_unref);
  G_OBJECT_CLASS (qn_timeline_parent_class)->dispose (object);
}

static void
qn_timeline_class_init (QnTimelineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dispose;
  widget_class->snapshot = snapshot;
  widget_class->measure = measure;
  widget_class->size_allocate = size_allocate;
  widget_class->css_changed = css_changed;
  widget_class->query_tooltip = query_tooltip;
  signals[SEEK] = g_signal_new ("seek", QN_TYPE_TIMELINE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_DOUBLE);
  gtk_widget_class_set_css_name (widget_class, "qntimeline");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_SLIDER);
}

static void
qn_timeline_init (QnTimeline *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->stroke = -1;
  self->cycle = g_object_new (GTK_TYPE_INSCRIPTION, "xalign", 1.0f, "min-chars", 16, "nat-chars", 16, "min-lines", 2, "nat-lines", 2, NULL);
  gtk_widget_add_css_class (self->cycle, "qn-caption");
  gtk_widget_set_parent (self->cycle, GTK_WIDGET (self));
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Position in the cycle"),
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_MIN, 0.0,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_MAX, 1.0,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_NOW, 0.0,
                                  -1);
  qn_widgets_follow_theme (GTK_WIDGET (self), forget_segments);
}

GtkWidget *
qn_timeline_new (void)
{
  return g_object_new (QN_TYPE_TIMELINE, NULL);
}

static gboolean
same_phases (const QnTimeline *self, const QnSnapshot *snapshot)
{
  if (self->n_phases != snapshot->outcome->n_phases)
    return FALSE;
  for (int i = 0; i < self->n_phases; i++)
    {
      const QnPhase *a = &self->phase[i], *b = &snapshot->outcome->phase[i];

      if (a->name != b->name || a->duration != b->duration || a->kind != b->kind || a->baths != b->baths)
        return FALSE;
    }
  return TRUE;
}

/* Once a second, and whenever the stroke changes: more would only stutter in speech. */
static void
tell (QnTimeline *self)
{
  const QnReading *now = &self->snapshot->now;
  gint64 time = g_get_monotonic_time ();
  g_autofree char *text = NULL, *name = NULL;

  if (now->stroke < 0 || now->stroke >= self->n_phases)
    return;
  if (now->stroke == self->stroke && time - self->told < G_USEC_PER_SEC)
    return;
  self->stroke = now->stroke;
  self->told = time;
  name = qn_timeline_phase_name (&self->phase[now->stroke]);
  text = g_strdup_printf ("%s, %s", name, gtk_inscription_get_text (GTK_INSCRIPTION (self->cycle)));
  g_strdelimit (text, "\n", ' ');
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_NOW, self->snapshot->position,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, text,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text,
                                  -1);
}

/* A machine without cycles: how long it has run. */
static char *
time_text (double time)
{
  g_autofree char *value = qn_quantity_format_plain (time, QN_DIMENSION_TIME, FALSE);

  return g_strdup_printf (_("Time %s"), value);
}

/* Which cycle it is, and how long one takes: on the bar all are as long. */
static char *
cycle_text (QnTimeline *self, const char *number)
{
  double period = qn_phases_period (self->phase, self->n_phases);
  g_autofree char *cycle = g_strdup_printf (_("Cycle %s"), number);
  g_autofree char *length = qn_quantity_format_plain (period, QN_DIMENSION_TIME, TRUE);

  return period > 0 ? g_strdup_printf ("%s\nτ = %s", cycle, length) : g_steal_pointer (&cycle);
}

void
qn_timeline_set_snapshot (QnTimeline *self, QnSnapshot *snapshot)
{
  char number[24];
  g_autofree char *cycle = NULL;

  g_return_if_fail (QN_IS_TIMELINE (self));
  g_return_if_fail (snapshot != NULL);

  if (snapshot == self->snapshot)
    return;
  qn_snapshot_ref (snapshot);
  g_clear_pointer (&self->snapshot, qn_snapshot_unref);
  self->snapshot = snapshot;
  if (!same_phases (self, snapshot))
    {
      forget_segments (GTK_WIDGET (self));
      gtk_widget_queue_allocate (GTK_WIDGET (self));
    }
  self->n_phases = snapshot->outcome->n_phases;
  memcpy (self->phase, snapshot->outcome->phase, sizeof self->phase);
  g_snprintf (number, sizeof number, "%" G_GINT64_FORMAT, snapshot->now.cycle + 1);
  cycle = qn_machine_is_continuous (&snapshot->outcome->machine) ? time_text (snapshot->now.time) : cycle_text (self, number);
  gtk_inscription_set_text (GTK_INSCRIPTION (self->cycle), cycle);
  tell (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
