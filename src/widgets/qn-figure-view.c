/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/qn-figure-view.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#include "widgets/qn-axes-row.h"
#include "widgets/qn-figure-area.h"
#include "widgets/qn-figure-share.h"
#include "widgets/qn-widgets.h"

struct _QnFigureView
{
  GtkWidget parent_instance;

  /* Owned */
  GMenuModel *menu;

  /* Borrowed: children */
  GtkWidget *header, *axes, *area, *popover; /* popover: NULL until the context menu is asked for */

  /* Borrowed: within the header */
  GtkWidget *title, *previous, *next, *enlarge, *menu_button;

  gboolean enlarged, pager;
};

G_DEFINE_FINAL_TYPE (QnFigureView, qn_figure_view, GTK_TYPE_WIDGET)

enum { PROP_0, PROP_FIGURE_ID, PROP_ENLARGED, PROP_PAGER, N_PROPS };
static GParamSpec *props[N_PROPS];

enum { ACTIVATED, EXPORT_REQUESTED, PAGE, CONTEXT_MENU, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
activate (QnFigureView *self)
{
  g_signal_emit (self, signals[ACTIVATED], 0);
}

static void
previous_cb (QnFigureView *self)
{
  g_signal_emit (self, signals[PAGE], 0, -1);
}

static void
next_cb (QnFigureView *self)
{
  g_signal_emit (self, signals[PAGE], 0, 1);
}

static void
pop_up (QnFigureView *self, double x, double y)
{
  double px, py;

  if (!self->menu)
    return;
  if (!self->popover)
    {
      self->popover = gtk_popover_menu_new_from_model (self->menu);
      gtk_popover_set_has_arrow (GTK_POPOVER (self->popover), FALSE);
      gtk_widget_set_halign (self->popover, GTK_ALIGN_START);
      gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
    }
  if (!gtk_widget_translate_coordinates (self->area, GTK_WIDGET (self), x, y, &px, &py))
    return;
  gtk_popover_set_pointing_to (GTK_POPOVER (self->popover), &(GdkRectangle) { (int) px, (int) py, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

static void
menu_cb (QnFigureView *self, double x, double y)
{
  gboolean handled = FALSE;

  g_signal_emit (self, signals[CONTEXT_MENU], 0, x, y, &handled);
  if (!handled)
    pop_up (self, x, y);
}

static QnFigureSource
source_of (QnFigureView *self)
{
  return (QnFigureSource) {
    .figure = qn_figure_area_get_figure (QN_FIGURE_AREA (self->area)),
    .ready = qn_figure_area_get_snapshot (QN_FIGURE_AREA (self->area)) != NULL,
    .width = gtk_widget_get_width (self->area),
    .height = gtk_widget_get_height (self->area),
  };
}

/* From the drawing, a plain drag turns a camera where there is one; the header always drags the figure. */
static GdkContentProvider *
drag_prepare_cb (GtkDragSource *drag, double x, double y, QnFigureView *self)
{
  GtkWidget *from = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (drag));
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (drag));
  QnFigureSource source = source_of (self);

  if (!source.ready)
    return NULL;
  if (from == self->area && qn_figure_area_has_camera (QN_FIGURE_AREA (self->area)) && !(state & GDK_CONTROL_MASK))
    return NULL;
  if (from == self->area && qn_figure_area_moves_at (QN_FIGURE_AREA (self->area), x, y) && !(state & GDK_CONTROL_MASK))
    return NULL;
  return qn_figure_drag_provider (&source);
}

static void
drag_begin_cb (GtkDragSource *drag, GdkDrag *unused, QnFigureView *self)
{
  QnFigureSource source = source_of (self);
  g_autoptr (GdkPaintable) icon = qn_figure_drag_icon (&source);

  if (icon)
    gtk_drag_source_set_icon (drag, icon, 12, 12);
}

static void
add_drag_source (QnFigureView *self, GtkWidget *widget)
{
  GtkDragSource *drag = gtk_drag_source_new ();

  g_signal_connect_object (drag, "prepare", G_CALLBACK (drag_prepare_cb), self, 0);
  g_signal_connect_object (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self, 0);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (drag));
}

static void
enlarge_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  activate (QN_FIGURE_VIEW (widget));
}

static void
export_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_signal_emit (widget, signals[EXPORT_REQUESTED], 0);
}

static void
copy_picture_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  qn_figure_view_copy_picture (QN_FIGURE_VIEW (widget));
}

static void
copy_command_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_autofree char *command = qn_figure_view_command (QN_FIGURE_VIEW (widget));

  if (command)
    gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), command);
}

static void
copy_data_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  qn_figure_view_copy_data (QN_FIGURE_VIEW (widget));
}

static void
reset_camera_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  qn_figure_view_set_camera (QN_FIGURE_VIEW (widget), qn_camera_home ());
}

/* The buttons say whose they are: every view on the board has the same ones. */
static void
name_buttons (QnFigureView *self)
{
  const char *figure = gtk_label_get_label (GTK_LABEL (self->title));
  /* TRANSLATORS: %s is the name of a figure: "Enlarge: Work diagram". */
  g_autofree char *enlarge = g_strdup_printf (self->enlarged ? _("Back to board: %s") : _("Enlarge: %s"), figure);
  /* TRANSLATORS: %s is the name of a figure: "Figure menu: Work diagram". */
  g_autofree char *menu = g_strdup_printf (_("Figure menu: %s"), figure);

  qn_widgets_set_name (GTK_WIDGET (self->enlarge), enlarge);
  qn_widgets_set_name (GTK_WIDGET (self->menu_button), menu);
}

static GtkWidget *
make_button (QnFigureView *self, const char *icon, const char *tooltip, GCallback clicked)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, tooltip);
  qn_widgets_set_name (GTK_WIDGET (button), tooltip);
  g_signal_connect_swapped (button, "clicked", clicked, self);
  gtk_box_append (GTK_BOX (self->header), button);
  return button;
}

static void
make_header (QnFigureView *self)
{
  self->header = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 2);
  gtk_widget_add_css_class (self->header, "qn-figure-header");
  self->title = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "hexpand", TRUE, "ellipsize", PANGO_ELLIPSIZE_END, NULL);
  gtk_widget_add_css_class (self->title, "heading");
  gtk_box_append (GTK_BOX (self->header), self->title);
  self->previous = make_button (self, "go-previous-symbolic", _("Previous figure"), G_CALLBACK (previous_cb));
  self->next = make_button (self, "go-next-symbolic", _("Next figure"), G_CALLBACK (next_cb));
  self->enlarge = make_button (self, "view-fullscreen-symbolic", _("Enlarge"), G_CALLBACK (activate));
  self->menu_button = gtk_menu_button_new ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->menu_button), "view-more-symbolic");
  gtk_widget_add_css_class (self->menu_button, "flat");
  gtk_widget_set_tooltip_text (self->menu_button, _("Figure menu"));
  gtk_widget_set_visible (self->menu_button, FALSE);
  gtk_box_append (GTK_BOX (self->header), self->menu_button);
  gtk_widget_set_visible (self->previous, FALSE);
  gtk_widget_set_visible (self->next, FALSE);
}

static void
size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  QnFigureView *self = QN_FIGURE_VIEW (widget);
  int header, axes = 0;

  gtk_widget_measure (self->header, GTK_ORIENTATION_VERTICAL, width, NULL, &header, NULL, NULL);
  gtk_widget_size_allocate (self->header, &(GtkAllocation) { 0, 0, width, header }, -1);
  if (gtk_widget_should_layout (self->axes))
    {
      gtk_widget_measure (self->axes, GTK_ORIENTATION_VERTICAL, width, NULL, &axes, NULL, NULL);
      gtk_widget_size_allocate (self->axes, &(GtkAllocation) { 0, header, width, axes }, -1);
    }
  header += axes;
  gtk_widget_size_allocate (self->area, &(GtkAllocation) { 0, header, width, MAX (height - header, 1) }, -1);
  if (self->popover)
    gtk_popover_present (GTK_POPOVER (self->popover));
}

static void
measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural, int *minimum_baseline, int *natural_baseline)
{
  QnFigureView *self = QN_FIGURE_VIEW (widget);
  int min[3] = { 0 }, nat[3] = { 0 };

  gtk_widget_measure (self->header, orientation, -1, &min[0], &nat[0], NULL, NULL);
  gtk_widget_measure (self->area, orientation, -1, &min[1], &nat[1], NULL, NULL);
  if (gtk_widget_should_layout (self->axes))
    gtk_widget_measure (self->axes, orientation, -1, &min[2], &nat[2], NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MAX (MAX (min[0], min[1]), min[2]);
      *natural = MAX (nat[0], nat[1]);
    }
  else
    {
      *minimum = nat[0] + nat[2] + min[1];
      *natural = nat[0] + nat[2] + nat[1];
    }
}

static gboolean
grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (QN_FIGURE_VIEW (widget)->area);
}

/* The usual way of the focus through children; GtkWidget's own would ask grab_focus() first and never reach the header. */
static gboolean
focus (GtkWidget *widget, GtkDirectionType direction)
{
  QnFigureView *self = QN_FIGURE_VIEW (widget);
  gboolean back = direction == GTK_DIR_TAB_BACKWARD || direction == GTK_DIR_UP || direction == GTK_DIR_LEFT;
  GtkWidget *order[3] = { back ? self->area : self->header, self->axes, back ? self->header : self->area };
  GtkWidget *now = gtk_widget_get_focus_child (widget);
  int i = 0;

  while (i < 2 && now && now != order[i])
    i++;
  for (; i < 3; i++)
    if (gtk_widget_get_visible (order[i]) && gtk_widget_child_focus (order[i], direction))
      return TRUE;
  return FALSE;
}

static void
get_property (GObject *object, guint id, GValue *value, GParamSpec *spec)
{
  QnFigureView *self = QN_FIGURE_VIEW (object);

  switch (id)
    {
    case PROP_FIGURE_ID:
      g_value_set_string (value, qn_figure_view_get_figure_id (self));
      break;
    case PROP_ENLARGED:
      g_value_set_boolean (value, self->enlarged);
      break;
    case PROP_PAGER:
      g_value_set_boolean (value, self->pager);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
    }
}

static void
set_property (GObject *object, guint id, const GValue *value, GParamSpec *spec)
{
  QnFigureView *self = QN_FIGURE_VIEW (object);

  switch (id)
    {
    case PROP_FIGURE_ID:
      qn_figure_view_set_figure_id (self, g_value_get_string (value));
      break;
    case PROP_ENLARGED:
      qn_figure_view_set_enlarged (self, g_value_get_boolean (value));
      break;
    case PROP_PAGER:
      qn_figure_view_set_pager (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
    }
}

static void
dispose (GObject *object)
{
  QnFigureView *self = QN_FIGURE_VIEW (object);

  g_clear_pointer (&self->popover, gtk_widget_unparent);
  g_clear_pointer (&self->header, gtk_widget_unparent);
  g_clear_pointer (&self->axes, gtk_widget_unparent);
  g_clear_pointer (&self->area, gtk_widget_unparent);
  g_clear_object (&self->menu);
  G_OBJECT_CLASS (qn_figure_view_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_property_action (widget_class, "figure.replace", "figure-id");
  gtk_widget_class_install_action (widget_class, "figure.enlarge", NULL, enlarge_action);
  gtk_widget_class_install_action (widget_class, "figure.export", NULL, export_action);
  gtk_widget_class_install_action (widget_class, "figure.copy-picture", NULL, copy_picture_action);
  gtk_widget_class_install_action (widget_class, "figure.copy-data", NULL, copy_data_action);
  gtk_widget_class_install_action (widget_class, "figure.copy-command", NULL, copy_command_action);
  gtk_widget_class_install_action (widget_class, "figure.reset-camera", NULL, reset_camera_action);
  /* The window's keys, so that the figure's menu shows the same. */
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "figure.copy-picture", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_d, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "figure.copy-data", NULL);
}

static void
qn_figure_view_class_init (QnFigureViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = get_property;
  object_class->set_property = set_property;
  object_class->dispose = dispose;
  widget_class->size_allocate = size_allocate;
  widget_class->measure = measure;
  widget_class->grab_focus = grab_focus;
  widget_class->focus = focus;
  props[PROP_FIGURE_ID] = g_param_spec_string ("figure-id", NULL, NULL, NULL, flags);
  props[PROP_ENLARGED] = g_param_spec_boolean ("enlarged", NULL, NULL, FALSE, flags);
  props[PROP_PAGER] = g_param_spec_boolean ("pager", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
  signals[ACTIVATED] = g_signal_new ("activated", QN_TYPE_FIGURE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[EXPORT_REQUESTED] = g_signal_new ("export-requested", QN_TYPE_FIGURE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[PAGE] = g_signal_new ("page", QN_TYPE_FIGURE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  signals[CONTEXT_MENU] = g_signal_new ("context-menu", QN_TYPE_FIGURE_VIEW, G_SIGNAL_RUN_LAST, 0, g_signal_accumulator_true_handled, NULL, NULL,
                                        G_TYPE_BOOLEAN, 2, G_TYPE_DOUBLE, G_TYPE_DOUBLE);
  install_actions (widget_class);
  gtk_widget_class_set_css_name (widget_class, "qnfigure");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
qn_figure_view_init (QnFigureView *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  make_header (self);
  gtk_widget_set_parent (self->header, GTK_WIDGET (self));
  self->axes = qn_axes_row_new ();
  gtk_widget_set_parent (self->axes, GTK_WIDGET (self));
  self->area = qn_figure_area_new ();
  gtk_widget_set_parent (self->area, GTK_WIDGET (self));
  g_signal_connect_swapped (self->area, "activated", G_CALLBACK (activate), self);
  g_signal_connect_swapped (self->area, "menu", G_CALLBACK (menu_cb), self);
  add_drag_source (self, self->header);
  add_drag_source (self, self->area);
}

static void
show_axes (QnFigureView *self)
{
  QnFigure *figure = qn_figure_area_get_figure (QN_FIGURE_AREA (self->area));
  QnSnapshot *snapshot = qn_figure_area_get_snapshot (QN_FIGURE_AREA (self->area));

  qn_axes_row_show (QN_AXES_ROW (self->axes), figure ? qn_figure_get_info (figure) : NULL, snapshot ? &snapshot->experiment : NULL);
}

GtkWidget *
qn_figure_view_new (const char *figure_id)
{
  g_return_val_if_fail (figure_id != NULL && qn_figure_info (figure_id) != NULL, NULL);
  return g_object_new (QN_TYPE_FIGURE_VIEW, "figure-id", figure_id, NULL);
}

const char *
qn_figure_view_get_figure_id (QnFigureView *self)
{
  QnFigure *figure;

  g_return_val_if_fail (QN_IS_FIGURE_VIEW (self), NULL);
  figure = qn_figure_area_get_figure (QN_FIGURE_AREA (self->area));
  return figure ? qn_figure_get_info (figure)->id : NULL;
}

void
qn_figure_view_set_figure_id (QnFigureView *self, const char *figure_id)
{
  const QnFigureInfo *info;

  g_return_if_fail (QN_IS_FIGURE_VIEW (self));
  if (!figure_id || !g_strcmp0 (figure_id, qn_figure_view_get_figure_id (self)))
    return;
  info = qn_figure_info (figure_id);
  g_return_if_fail (info != NULL);

  qn_figure_area_set_figure (QN_FIGURE_AREA (self->area), figure_id);
  show_axes (self);
  gtk_label_set_label (GTK_LABEL (self->title), _(info->name));
  name_buttons (self);
  qn_widgets_set_tooltip (self->title, _(info->meaning));
  qn_widgets_set_name (GTK_WIDGET (self), _(info->name));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "figure.reset-camera", info->camera);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_FIGURE_ID]);
}

void
qn_figure_view_set_snapshot (QnFigureView *self, QnSnapshot *snapshot, double seconds, gboolean held)
{
  g_return_if_fail (QN_IS_FIGURE_VIEW (self));
  g_return_if_fail (snapshot != NULL);
  qn_figure_area_set_snapshot (QN_FIGURE_AREA (self->area), snapshot, seconds, held);
  show_axes (self);
}

QnSnapshot *
qn_figure_view_get_snapshot (QnFigureView *self)
{
  g_return_val_if_fail (QN_IS_FIGURE_VIEW (self), NULL);
  return qn_figure_area_get_snapshot (QN_FIGURE_AREA (self->area));
}

void
qn_figure_view_set_menu_model (QnFigureView *self, GMenuModel *model)
{
  g_return_if_fail (QN_IS_FIGURE_VIEW (self));

  if (!g_set_object (&self->menu, model))
    return;
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self->menu_button), model);
  gtk_widget_set_visible (self->menu_button, model != NULL);
  g_clear_pointer (&self->popover, gtk_widget_unparent);
}

void
qn_figure_view_set_enlarged (QnFigureView *self, gboolean enlarged)
{
  const char *words = enlarged ? _("Back to board") : _("Enlarge");

  g_return_if_fail (QN_IS_FIGURE_VIEW (self));

  if (self->enlarged == enlarged)
    return;
  self->enlarged = enlarged;
  gtk_button_set_icon_name (GTK_BUTTON (self->enlarge), enlarged ? "view-restore-symbolic" : "view-fullscreen-symbolic");
  gtk_widget_set_tooltip_text (self->enlarge, words);
  name_buttons (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ENLARGED]);
}

gboolean
qn_figure_view_get_enlarged (QnFigureView *self)
{
  g_return_val_if_fail (QN_IS_FIGURE_VIEW (self), FALSE);
  return self->enlarged;
}

void
qn_figure_view_set_pager (QnFigureView *self, gboolean pager)
{
  g_return_if_fail (QN_IS_FIGURE_VIEW (self));

  if (self->pager == pager)
    return;
  self->pager = pager;
  gtk_widget_set_visible (self->previous, pager);
  gtk_widget_set_visible (self->next, pager);
  gtk_widget_set_visible (self->enlarge, !pager);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PAGER]);
}

QnCamera
qn_figure_view_get_camera (QnFigureView *self)
{
  g_return_val_if_fail (QN_IS_FIGURE_VIEW (self), qn_camera_home ());
  return qn_figure_area_get_camera (QN_FIGURE_AREA (self->area));
}

void
qn_figure_view_set_camera (QnFigureView *self, QnCamera camera)
{
  g_return_if_fail (QN_IS_FIGURE_VIEW (self));
  qn_figure_area_set_camera (QN_FIGURE_AREA (self->area), camera);
}

gboolean
qn_figure_view_get_uses_gl (QnFigureView *self)
{
  g_return_val_if_fail (QN_IS_FIGURE_VIEW (self), FALSE);
  return qn_figure_area_get_uses_gl (QN_FIGURE_AREA (self->area));
}

GBytes *
qn_figure_view_export_bytes (QnFigureView *self, const char *path_or_extension, const QnFigureSheet *sheet, GError **error)
{
  QnFigureSource source;

  g_return_val_if_fail (QN_IS_FIGURE_VIEW (self), NULL);
  source = source_of (self);
  return qn_figure_picture (&source, path_or_extension, sheet, error);
}

GdkContentProvider *
qn_figure_view_picture_provider (QnFigureView *self)
{
  QnFigureSource source;

  g_return_val_if_fail (QN_IS_FIGURE_VIEW (self), NULL);
  source = source_of (self);
  return qn_figure_picture_provider (&source);
}

GdkContentProvider *
qn_figure_view_data_provider (QnFigureView *self)
{
  QnFigureSource source;

  g_return_val_if_fail (QN_IS_FIGURE_VIEW (self), NULL);
  source = source_of (self);
  return qn_figure_data_provider (&source);
}

char *
qn_figure_view_command (QnFigureView *self)
{
  QnSnapshot *snapshot = qn_figure_view_get_snapshot (self);
  QnRecipe recipe = { .sheet = QN_FIGURE_SHEET };
  g_autofree char *output = NULL;

  if (!snapshot || !snapshot->experiment.lab)
    return NULL;
  g_strlcpy (recipe.figure, qn_figure_view_get_figure_id (self), sizeof recipe.figure);
  output = g_strconcat (recipe.figure, ".svg", NULL);
  return qn_recipe_command (&snapshot->experiment, &recipe, output);
}

static void
copy (QnFigureView *self, GdkContentProvider *provider)
{
  if (provider)
    gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (self)), provider);
}

void
qn_figure_view_copy_picture (QnFigureView *self)
{
  g_autoptr (GdkContentProvider) provider = qn_figure_view_picture_provider (self);

  copy (self, provider);
}

void
qn_figure_view_copy_data (QnFigureView *self)
{
  g_autoptr (GdkContentProvider) provider = qn_figure_view_data_provider (self);

  copy (self, provider);
}
