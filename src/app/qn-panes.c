/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/qn-panes.h"

/* AdwFlap's own folding follows the sizes its children ask for, which two nested ones cannot
 * do at the widths wanted; so this widget folds them, by its width alone. */
typedef struct
{
  AdwFlap *flap; /* borrowed */
  gboolean wish; /* when not folded */
} Side;

struct _QnPanes
{
  GtkWidget parent_instance;

  /* Owned: the outer flap (the start's) holds the other */
  Side start, end;
  GtkWidget *top;

  gboolean narrow, bare;
};

G_DEFINE_FINAL_TYPE (QnPanes, qn_panes, GTK_TYPE_WIDGET)

enum { PROP_TOP = 1, PROP_START, PROP_CONTENT, PROP_END, PROP_SHOW_START, PROP_SHOW_END, PROP_START_FOLDED, PROP_END_FOLDED, PROP_NARROW, N_PROPS };

static GParamSpec *props[N_PROPS];

static gboolean
folded (const Side *side)
{
  return adw_flap_get_fold_policy (side->flap) == ADW_FLAP_FOLD_POLICY_ALWAYS;
}

static void
set_show (Side *side, gboolean show)
{
  if (!folded (side))
    side->wish = show;
  adw_flap_set_reveal_flap (side->flap, show);
}

static gboolean
set_folded (Side *side, gboolean fold)
{
  if (folded (side) == fold)
    return FALSE;
  adw_flap_set_fold_policy (side->flap, fold ? ADW_FLAP_FOLD_POLICY_ALWAYS : ADW_FLAP_FOLD_POLICY_NEVER);
  adw_flap_set_reveal_flap (side->flap, !fold && side->wish);
  return TRUE;
}

static void
revealed_cb (AdwFlap *flap, GParamSpec *pspec, QnPanes *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), props[flap == self->start.flap ? PROP_SHOW_START : PROP_SHOW_END]);
}

static int
least_width (GtkWidget *widget)
{
  int minimum = 0;

  if (widget != NULL)
    gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  return minimum;
}

/* Before the children get their sizes: what folds here is laid out folded at once. */
static void
fold_for (QnPanes *self, int width)
{
  int start = least_width (adw_flap_get_flap (self->start.flap));
  int end = least_width (adw_flap_get_flap (self->end.flap));
  gboolean narrow = width < QN_PANES_NARROW;

  if (set_folded (&self->end, self->bare || width < QN_PANES_CONTENT + start + end))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_END_FOLDED]);
  if (set_folded (&self->start, self->bare || width < QN_PANES_CONTENT + start))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_START_FOLDED]);
  if (narrow != self->narrow)
    {
      self->narrow = narrow;
      g_object_notify_by_pspec (G_OBJECT (self), props[PROP_NARROW]);
    }
}

static void
qn_panes_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  QnPanes *self = QN_PANES (widget);
  GtkWidget *below = GTK_WIDGET (self->start.flap);
  int top = 0;

  fold_for (self, width);
  if (self->top != NULL && !self->bare)
    {
      gtk_widget_measure (self->top, GTK_ORIENTATION_VERTICAL, -1, &top, NULL, NULL, NULL);
      gtk_widget_allocate (self->top, MAX (width, least_width (self->top)), top, -1, NULL);
    }
  gtk_widget_allocate (below, MAX (width, least_width (below)), MAX (height - top, 0), -1, gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT (0, top)));
}

static void
qn_panes_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural, int *minimum_baseline, int *natural_baseline)
{
  QnPanes *self = QN_PANES (widget);
  gboolean across = orientation == GTK_ORIENTATION_HORIZONTAL;
  GtkWidget *parts[3] = { adw_flap_get_flap (self->start.flap), adw_flap_get_content (self->end.flap), adw_flap_get_flap (self->end.flap) };

  *minimum = *natural = 0;
  for (int i = 0; i < 3; i++)
    {
      int min, nat;

      if (parts[i] == NULL)
        continue;
      gtk_widget_measure (parts[i], orientation, -1, &min, &nat, NULL, NULL);
      *minimum = MAX (*minimum, min);
      *natural = across ? *natural + nat : MAX (*natural, nat);
    }
  if (self->top != NULL && (!across || self->narrow))
    {
      int min, nat;

      /* What is above may shed some of itself once it is narrow: until then its width does not count. */
      gtk_widget_measure (self->top, orientation, -1, &min, &nat, NULL, NULL);
      *minimum = across ? MAX (*minimum, min) : *minimum + min;
      *natural = across ? MAX (*natural, nat) : *natural + nat;
    }
  *natural = MAX (*natural, *minimum);
}

static GtkSizeRequestMode
qn_panes_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_CONSTANT_SIZE;
}

static void
qn_panes_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  QnPanes *self = QN_PANES (object);

  switch (id)
    {
    case PROP_TOP:
      g_value_set_object (value, self->top);
      break;
    case PROP_START:
      g_value_set_object (value, adw_flap_get_flap (self->start.flap));
      break;
    case PROP_CONTENT:
      g_value_set_object (value, adw_flap_get_content (self->end.flap));
      break;
    case PROP_END:
      g_value_set_object (value, adw_flap_get_flap (self->end.flap));
      break;
    case PROP_SHOW_START:
      g_value_set_boolean (value, qn_panes_get_show_start (self));
      break;
    case PROP_SHOW_END:
      g_value_set_boolean (value, qn_panes_get_show_end (self));
      break;
    case PROP_START_FOLDED:
      g_value_set_boolean (value, folded (&self->start));
      break;
    case PROP_END_FOLDED:
      g_value_set_boolean (value, folded (&self->end));
      break;
    case PROP_NARROW:
      g_value_set_boolean (value, self->narrow);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
qn_panes_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  QnPanes *self = QN_PANES (object);

  switch (id)
    {
    case PROP_TOP:
      g_clear_pointer (&self->top, gtk_widget_unparent);
      self->top = g_value_get_object (value);
      if (self->top != NULL)
        gtk_widget_insert_before (self->top, GTK_WIDGET (self), GTK_WIDGET (self->start.flap));
      break;
    case PROP_START:
      adw_flap_set_flap (self->start.flap, g_value_get_object (value));
      break;
    case PROP_CONTENT:
      adw_flap_set_content (self->end.flap, g_value_get_object (value));
      break;
    case PROP_END:
      adw_flap_set_flap (self->end.flap, g_value_get_object (value));
      break;
    case PROP_SHOW_START:
      qn_panes_set_show_start (self, g_value_get_boolean (value));
      break;
    case PROP_SHOW_END:
      qn_panes_set_show_end (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
qn_panes_dispose (GObject *object)
{
  QnPanes *self = QN_PANES (object);

  g_clear_pointer (&self->top, gtk_widget_unparent);
  if (self->start.flap != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->start.flap, self);
      g_signal_handlers_disconnect_by_data (self->end.flap, self);
      gtk_widget_unparent (GTK_WIDGET (self->start.flap));
      self->start.flap = self->end.flap = NULL;
    }
  G_OBJECT_CLASS (qn_panes_parent_class)->dispose (object);
}

static void
qn_panes_class_init (QnPanesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags read = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;
  GParamFlags both = read | G_PARAM_WRITABLE;

  object_class->get_property = qn_panes_get_property;
  object_class->set_property = qn_panes_set_property;
  object_class->dispose = qn_panes_dispose;
  widget_class->measure = qn_panes_measure;
  widget_class->size_allocate = qn_panes_size_allocate;
  widget_class->get_request_mode = qn_panes_get_request_mode;
  props[PROP_TOP] = g_param_spec_object ("top", NULL, NULL, GTK_TYPE_WIDGET, both);
  props[PROP_START] = g_param_spec_object ("start", NULL, NULL, GTK_TYPE_WIDGET, both);
  props[PROP_CONTENT] = g_param_spec_object ("content", NULL, NULL, GTK_TYPE_WIDGET, both);
  props[PROP_END] = g_param_spec_object ("end", NULL, NULL, GTK_TYPE_WIDGET, both);
  props[PROP_SHOW_START] = g_param_spec_boolean ("show-start", NULL, NULL, TRUE, both);
  props[PROP_SHOW_END] = g_param_spec_boolean ("show-end", NULL, NULL, TRUE, both);
  props[PROP_START_FOLDED] = g_param_spec_boolean ("start-folded", NULL, NULL, FALSE, read);
  props[PROP_END_FOLDED] = g_param_spec_boolean ("end-folded", NULL, NULL, FALSE, read);
  props[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE, read);
  g_object_class_install_properties (object_class, N_PROPS, props);
  gtk_widget_class_set_css_name (widget_class, "panes");
}

/* No swiping: sliders and turning figures are dragged sideways. */
static AdwFlap *
make_flap (QnPanes *self, GtkPackType position)
{
  AdwFlap *flap = ADW_FLAP (adw_flap_new ());
  g_autoptr (AdwSpringParams) slide = adw_spring_params_new (1.0, 0.5, 1000.0); /* at rest after about 180 ms */

  adw_flap_set_flap_position (flap, position);
  adw_flap_set_fold_policy (flap, ADW_FLAP_FOLD_POLICY_NEVER);
  adw_flap_set_fold_duration (flap, 0);
  adw_flap_set_reveal_params (flap, slide);
  adw_flap_set_locked (flap, TRUE);
  adw_flap_set_swipe_to_open (flap, FALSE);
  adw_flap_set_swipe_to_close (flap, FALSE);
  adw_flap_set_separator (flap, gtk_separator_new (GTK_ORIENTATION_VERTICAL));
  g_signal_connect (flap, "notify::reveal-flap", G_CALLBACK (revealed_cb), self);
  return flap;
}

static void
qn_panes_init (QnPanes *self)
{
  self->start.flap = make_flap (self, GTK_PACK_START);
  self->end.flap = make_flap (self, GTK_PACK_END);
  self->start.wish = self->end.wish = TRUE;
  adw_flap_set_content (self->start.flap, GTK_WIDGET (self->end.flap));
  gtk_widget_set_parent (GTK_WIDGET (self->start.flap), GTK_WIDGET (self));
}

gboolean
qn_panes_get_show_start (QnPanes *self)
{
  g_return_val_if_fail (QN_IS_PANES (self), FALSE);
  return adw_flap_get_reveal_flap (self->start.flap);
}

gboolean
qn_panes_get_show_end (QnPanes *self)
{
  g_return_val_if_fail (QN_IS_PANES (self), FALSE);
  return adw_flap_get_reveal_flap (self->end.flap);
}

void
qn_panes_set_show_start (QnPanes *self, gboolean show)
{
  g_return_if_fail (QN_IS_PANES (self));
  set_show (&self->start, show);
}

void
qn_panes_set_show_end (QnPanes *self, gboolean show)
{
  g_return_if_fail (QN_IS_PANES (self));
  set_show (&self->end, show);
}

gboolean
qn_panes_get_start_folded (QnPanes *self)
{
  g_return_val_if_fail (QN_IS_PANES (self), FALSE);
  return folded (&self->start);
}

gboolean
qn_panes_get_end_folded (QnPanes *self)
{
  g_return_val_if_fail (QN_IS_PANES (self), FALSE);
  return folded (&self->end);
}

gboolean
qn_panes_get_narrow (QnPanes *self)
{
  g_return_val_if_fail (QN_IS_PANES (self), FALSE);
  return self->narrow;
}

gboolean
qn_panes_get_wish_start (QnPanes *self)
{
  g_return_val_if_fail (QN_IS_PANES (self), FALSE);
  return self->start.wish;
}

gboolean
qn_panes_get_wish_end (QnPanes *self)
{
  g_return_val_if_fail (QN_IS_PANES (self), FALSE);
  return self->end.wish;
}

void
qn_panes_set_bare (QnPanes *self, gboolean bare)
{
  g_return_if_fail (QN_IS_PANES (self));

  if (self->bare == bare)
    return;
  self->bare = bare;
  if (self->top != NULL)
    gtk_widget_set_visible (self->top, !bare);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
