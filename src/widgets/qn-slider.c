/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/qn-slider.h"

#include <math.h>

#include "widgets/qn-parameter-scale.h"

/* The adjustment of a logarithmic slider holds position * soft_max. So every
 * value of the soft range is a legal value of the adjustment as well, and what
 * assistive technology sets through GtkRange (which never passes through
 * change-value) can be told apart and read as the parameter's value. */

struct _QnSlider
{
  GtkScale parent_instance;

  /* Borrowed */
  const QnParameter *parameter;

  double value;
  double placed; /* what this slider last gave the adjustment itself */
  gboolean held;
};

G_DEFINE_FINAL_TYPE (QnSlider, qn_slider, GTK_TYPE_SCALE)

enum { MOVED, HELD, N_SIGNALS };
static guint signals[N_SIGNALS];

static double
to_adjustment (QnSlider *self, double value)
{
  const QnParameter *p = self->parameter;

  if (p->log_scale)
    return qn_parameter_position (p, value) * p->soft_max;
  return CLAMP (value, p->soft_min, p->soft_max);
}

static double
from_adjustment (QnSlider *self, double adjustment)
{
  const QnParameter *p = self->parameter;

  if (p->log_scale)
    return qn_parameter_at (p, adjustment / p->soft_max);
  return qn_parameter_at (p, qn_parameter_position (p, adjustment));
}

static void
tell_accessibility (QnSlider *self)
{
  g_autofree char *text = qn_quantity_format_plain (self->value, self->parameter->dimension, TRUE);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_MIN, self->parameter->soft_min,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_MAX, self->parameter->soft_max,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_NOW, self->value,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, text,
                                  -1);
}

static void
show_value (QnSlider *self, double value)
{
  self->value = value;
  self->placed = to_adjustment (self, value);
  gtk_adjustment_set_value (gtk_range_get_adjustment (GTK_RANGE (self)), self->placed);
  tell_accessibility (self);
}

static void
move_to (QnSlider *self, double value)
{
  gboolean changed = value != self->value;

  show_value (self, value);
  if (changed)
    g_signal_emit (self, signals[MOVED], 0, value);
}

static gboolean
change_value (GtkRange *range, GtkScrollType scroll, double adjustment)
{
  QnSlider *self = QN_SLIDER (range);

  move_to (self, from_adjustment (self, adjustment));
  return TRUE;
}

static void
adjustment_moved_cb (QnSlider *self, GtkAdjustment *adjustment)
{
  const QnParameter *p = self->parameter;
  double value = gtk_adjustment_get_value (adjustment);

  /* "value-changed" does not recurse: set within a handler, it starts over afterwards. */
  if (value != self->placed)
    move_to (self, CLAMP (value, p->soft_min, p->soft_max));
  else
    tell_accessibility (self); /* GtkRange has just told the adjustment's */
}

static void
set_held (QnSlider *self, gboolean held)
{
  if (self->held == held)
    return;
  self->held = held;
  g_signal_emit (self, signals[HELD], 0, held);
}

static gboolean
is_moving_key (guint key)
{
  switch (key)
    {
    case GDK_KEY_Left: case GDK_KEY_Right: case GDK_KEY_Up: case GDK_KEY_Down:
    case GDK_KEY_KP_Left: case GDK_KEY_KP_Right: case GDK_KEY_KP_Up: case GDK_KEY_KP_Down:
    case GDK_KEY_Page_Up: case GDK_KEY_Page_Down: case GDK_KEY_KP_Page_Up: case GDK_KEY_KP_Page_Down:
    case GDK_KEY_Home: case GDK_KEY_End: case GDK_KEY_KP_Home: case GDK_KEY_KP_End:
    case GDK_KEY_plus: case GDK_KEY_minus: case GDK_KEY_KP_Add: case GDK_KEY_KP_Subtract:
      return TRUE;
    default:
      return FALSE;
    }
}

/* A look at the raw events, taking none: GtkRange's own gestures claim theirs. */
static gboolean
event_cb (QnSlider *self, GdkEvent *event)
{
  switch ((int) gdk_event_get_event_type (event))
    {
    case GDK_BUTTON_PRESS:
      set_held (self, gdk_button_event_get_button (event) == GDK_BUTTON_PRIMARY);
      break;
    case GDK_TOUCH_BEGIN:
      set_held (self, TRUE);
      break;
    case GDK_KEY_PRESS:
      if (is_moving_key (gdk_key_event_get_keyval (event)))
        set_held (self, TRUE);
      break;
    case GDK_BUTTON_RELEASE:
    case GDK_TOUCH_END:
    case GDK_TOUCH_CANCEL:
    case GDK_KEY_RELEASE:
    case GDK_GRAB_BROKEN:
      set_held (self, FALSE);
      break;
    default:
      break;
    }
  return FALSE;
}

static void
focus_left_cb (QnSlider *self)
{
  set_held (self, FALSE);
}

static void
unmap (GtkWidget *widget)
{
  set_held (QN_SLIDER (widget), FALSE);
  GTK_WIDGET_CLASS (qn_slider_parent_class)->unmap (widget);
}

/* The wheel belongs to the panel: a slider under the pointer must not move in passing. */
static void
refuse_scrolling (GtkWidget *widget)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_SCROLL (controller))
        gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_NONE);
    }
}

static void
qn_slider_class_init (QnSliderClass *klass)
{
  GTK_WIDGET_CLASS (klass)->unmap = unmap;
  GTK_RANGE_CLASS (klass)->change_value = change_value;
  signals[MOVED] = g_signal_new ("moved", QN_TYPE_SLIDER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_DOUBLE);
  signals[HELD] = g_signal_new ("held", QN_TYPE_SLIDER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
}

static void
qn_slider_init (QnSlider *self)
{
  GtkEventController *events = gtk_event_controller_legacy_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_event_controller_set_propagation_phase (events, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (events, "event", G_CALLBACK (event_cb), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (focus_left_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), events);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  refuse_scrolling (GTK_WIDGET (self));
}

static void
configure (QnSlider *self)
{
  const QnParameter *p = self->parameter;
  GtkAdjustment *adjustment = gtk_range_get_adjustment (GTK_RANGE (self));
  double lower = p->log_scale ? 0 : p->soft_min;
  double span = p->soft_max - lower;
  double step = span / 100;

  if (p->kind != QN_VALUE_REAL)
    step = MAX (step, 1);
  gtk_adjustment_configure (adjustment, lower, lower, p->soft_max, step, MAX (span / 10, step), 0);
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (adjustment_moved_cb), self, G_CONNECT_SWAPPED);
}

GtkWidget *
qn_slider_new (const QnParameter *parameter)
{
  QnSlider *self;

  g_return_val_if_fail (parameter != NULL, NULL);
  self = g_object_new (QN_TYPE_SLIDER, "draw-value", FALSE, NULL);
  self->parameter = parameter;
  gtk_range_set_round_digits (GTK_RANGE (self), -1);
  configure (self);
  qn_slider_set_mark (self, parameter->initial);
  show_value (self, parameter->initial);
  return GTK_WIDGET (self);
}

void
qn_slider_set_value (QnSlider *self, double value)
{
  show_value (self, value);
}

void
qn_slider_set_mark (QnSlider *self, double value)
{
  gtk_scale_clear_marks (GTK_SCALE (self));
  if (value >= self->parameter->soft_min && value <= self->parameter->soft_max)
    gtk_scale_add_mark (GTK_SCALE (self), to_adjustment (self, value), GTK_POS_BOTTOM, NULL);
}

gboolean
qn_slider_get_held (QnSlider *self)
{
  return self->held;
}
