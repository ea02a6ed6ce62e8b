/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/qn-window.h"

#include <glib/gi18n-lib.h>

#include "app/qn-about-machine.h"
#include "app/qn-actions.h"
#include "app/qn-board-figures.h"
#include "app/qn-dialogs.h"
#include "app/qn-exporter.h"
#include "app/qn-feed.h"
#include "app/qn-files.h"
#include "app/qn-lab-list.h"
#include "app/qn-panes.h"
#include "app/qn-settings.h"
#include "widgets/qn-widgets.h"

struct _QnWindow
{
  AdwApplicationWindow parent_instance;

  /* Template */
  AdwToastOverlay *toasts;
  AdwWindowTitle *title;
  GtkWidget *undo_button, *redo_button, *board_button, *export_button;
  GtkMenuButton *menu_button;
  GMenu *recent_menu;
  GMenuModel *primary_menu, *board_menu;
  QnPanes *panes;
  QnLabList *labs;
  QnViews views;
  GtkWidget *hint;
  GtkDropTarget *drop;

  /* Owned */
  QnSession *session;

  /* Its parts */
  QnFeed feed;
  QnDialogs dialogs;
  QnFiles files;
  QnBoardFigures figures;

  /* Weak */
  GtkWidget *about; /* "About this machine"; NULL while it is not open */
};

G_DEFINE_FINAL_TYPE (QnWindow, qn_window, ADW_TYPE_APPLICATION_WINDOW)

enum { PROP_SPEED = 1, PROP_BOARD_SIZE, PROP_SHOW_START, PROP_SHOW_END, N_PROPS };
static GParamSpec *props[N_PROPS];

/* Session */

static void
update_undo (QnWindow *self)
{
  g_autofree char *undo = qn_session_undo_label (self->session);
  g_autofree char *redo = qn_session_redo_label (self->session);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.undo", qn_session_can_undo (self->session));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.redo", qn_session_can_redo (self->session));
  gtk_widget_set_tooltip_text (self->undo_button, undo);
  gtk_widget_set_tooltip_text (self->redo_button, redo);
}

static void
update_title (QnWindow *self)
{
  g_autofree char *title = qn_session_title (self->session);
  g_autofree char *subtitle = qn_session_subtitle (self->session);
  g_autofree char *both = g_strdup_printf ("%s – %s", title, subtitle);

  adw_window_title_set_title (self->title, title);
  adw_window_title_set_subtitle (self->title, subtitle);
  gtk_window_set_title (GTK_WINDOW (self), both);
}

static void
session_changed_cb (QnWindow *self)
{
  const QnExperiment *experiment = qn_session_get_experiment (self->session);
  const QnExperiment *origin = qn_session_get_origin (self->session);

  if (self->about != NULL && experiment->lab != self->figures.origin.lab)
    qn_about_machine_set_lab (QN_ABOUT_MACHINE (self->about), experiment->lab);
  qn_board_figures_follow (&self->figures, origin);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_BOARD_SIZE]);
  qn_parameter_panel_set_defaults (self->views.panel, origin);
  qn_parameter_panel_set_experiment (self->views.panel, experiment);
  qn_lab_list_set_present (self->labs, experiment->lab, origin->preset);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.restore", !qn_experiment_equal (experiment, origin));
  update_title (self);
  update_undo (self);
  qn_feed_update (&self->feed);
}

static void
speed_changed_cb (QnWindow *self)
{
  qn_settings_set_string ("speed", qn_session_get_speed (self->session));
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SPEED]);
}

static void
dismiss_hint (QnWindow *self)
{
  if (!gtk_widget_get_visible (self->hint))
    return;
  /* It keeps its room, so that the slider stays under the pointer. */
  gtk_widget_add_css_class (self->hint, "quench-done");
  qn_settings_set_boolean ("hint-shown", TRUE);
}

static void
panel_changed_cb (QnParameterPanel *panel, gconstpointer experiment, gboolean dragging, QnWindow *self)
{
  dismiss_hint (self);
  qn_session_edit (self->session, experiment);
}

static void
panel_drag_begin_cb (QnParameterPanel *panel, QnWindow *self)
{
  qn_session_begin_edit (self->session);
}

static void
panel_drag_end_cb (QnParameterPanel *panel, QnWindow *self)
{
  qn_session_end_edit (self->session);
}

static void
choose (QnWindow *self, const char *lab_id, const char *preset)
{
  const QnLab *lab = qn_lab_find (lab_id);
  QnExperiment experiment;

  g_return_if_fail (lab != NULL);
  if (preset == NULL || preset[0] == '\0')
    qn_experiment_init_first (&experiment, lab);
  else if (!qn_experiment_load_preset (&experiment, lab, preset, NULL))
    g_return_if_reached ();
  /* The room that the hint took can go where all the controls change. */
  if (gtk_widget_has_css_class (self->hint, "quench-done"))
    gtk_widget_set_visible (self->hint, FALSE);
  qn_session_choose (self->session, &experiment, NULL);
}

static void
lab_chosen_cb (QnLabList *list, const char *lab, const char *preset, QnWindow *self)
{
  choose (self, lab, preset);
  if (qn_panes_get_start_folded (self->panes))
    qn_panes_set_show_start (self->panes, FALSE);
}

/* Actions */

static void
run_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  QnSession *session = QN_WINDOW (widget)->session;

  if (g_str_equal (name, "win.play"))
    qn_session_set_playing (session, !qn_session_get_playing (session));
  else if (g_str_equal (name, "win.step"))
    qn_session_step (session);
  else
    qn_session_rewind (session);
}

static void
pace_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  QnSession *session = QN_WINDOW (widget)->session;
  const char *const *speeds = qn_session_speeds ();
  int i = 0, wanted;

  while (!g_str_equal (speeds[i], qn_session_get_speed (session)))
    i++;
  wanted = i + (g_str_equal (name, "win.faster") ? 1 : -1);
  if (wanted >= 0 && speeds[wanted] != NULL)
    qn_session_set_speed (session, speeds[wanted]);
}

static void
history_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  QnSession *session = QN_WINDOW (widget)->session;

  if (g_str_equal (name, "win.undo"))
    qn_session_undo (session);
  else if (g_str_equal (name, "win.redo"))
    qn_session_redo (session);
  else
    qn_session_restore (session);
}

static void
choose_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const char *lab, *preset;

  g_variant_get (parameter, "(&s&s)", &lab, &preset);
  choose (QN_WINDOW (widget), lab, preset);
}

static void
menu_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_menu_button_popup (QN_WINDOW (widget)->menu_button);
}

static void
shortcuts_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GtkWidget *shortcuts = qn_actions_shortcuts_window ();

  gtk_window_set_transient_for (GTK_WINDOW (shortcuts), GTK_WINDOW (widget));
  gtk_window_set_destroy_with_parent (GTK_WINDOW (shortcuts), TRUE);
  gtk_window_present (GTK_WINDOW (shortcuts));
}

/* One beside each window, kept to the lab that is shown. */
static void
about_machine_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  QnWindow *self = QN_WINDOW (widget);

  if (self->about == NULL)
    g_set_weak_pointer (&self->about, qn_about_machine_new (GTK_WINDOW (self), self->figures.origin.lab));
  gtk_window_present (GTK_WINDOW (self->about));
}

static void
file_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  QnFiles *files = &QN_WINDOW (widget)->files;

  if (g_str_equal (name, "win.open"))
    qn_files_ask (files);
  else if (g_str_equal (name, "win.save"))
    qn_files_save (files);
  else
    qn_files_save_as (files);
}

static void
open_recent_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (GFile) file = g_file_new_for_uri (g_variant_get_string (parameter, NULL));

  qn_files_open (&QN_WINDOW (widget)->files, file);
}

static void
export_view (QnWindow *self, QnFigureView *view)
{
  qn_exporter_ask (&self->dialogs, view, qn_session_get_origin (self->session));
}

static void
figure_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  QnWindow *self = QN_WINDOW (widget);
  QnFigureView *view = qn_figure_board_get_current (self->views.board);

  if (g_str_equal (name, "win.export"))
    export_view (self, view);
  else if (g_str_equal (name, "win.copy-picture"))
    {
      qn_figure_view_copy_picture (view);
      qn_dialogs_say (&self->dialogs, _("Picture copied"));
    }
  else
    {
      qn_figure_view_copy_data (view);
      qn_dialogs_say (&self->dialogs, _("Data copied"));
    }
}

static void
board_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  QnBoardFigures *figures = &QN_WINDOW (widget)->figures;

  if (g_str_equal (name, "win.enlarge"))
    qn_board_figures_enlarge (figures);
  else if (g_str_equal (name, "win.board-reset"))
    qn_board_figures_reset (figures);
  else
    qn_board_figures_turn (figures, g_str_equal (name, "win.next-figure") ? 1 : -1);
}

/* Widget */

static void
panes_notify_cb (QnPanes *panes, GParamSpec *pspec, QnWindow *self)
{
  gboolean narrow = qn_panes_get_narrow (panes);

  if (g_str_equal (pspec->name, "show-start"))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SHOW_START]);
  else if (g_str_equal (pspec->name, "show-end"))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SHOW_END]);
  else if (g_str_equal (pspec->name, "narrow"))
    {
      gtk_widget_set_visible (self->board_button, !narrow);
      gtk_widget_set_visible (self->export_button, !narrow);
      gtk_widget_set_visible (self->redo_button, !narrow);
      /* With large text there is no room for it either; it stays in the menu. */
      gtk_widget_set_visible (self->undo_button, !narrow || qn_widgets_text_scale (GTK_WIDGET (self)) < 1.5);
    }
}

static gboolean
qn_window_close_request (GtkWindow *window)
{
  QnWindow *self = QN_WINDOW (window);

  if (!qn_files_may_close (&self->files))
    return TRUE;
  qn_window_remember (self);
  return GTK_WINDOW_CLASS (qn_window_parent_class)->close_request (window);
}

static void
seen_changed_cb (QnWindow *self)
{
  qn_feed_update (&self->feed);
}

static void
qn_window_map (GtkWidget *widget)
{
  QnWindow *self = QN_WINDOW (widget);

  GTK_WIDGET_CLASS (qn_window_parent_class)->map (widget);
  /* Not on a button of the bar, which Space would press. */
  if (gtk_window_get_focus (GTK_WINDOW (self)) == NULL)
    gtk_widget_grab_focus (GTK_WIDGET (qn_figure_board_get_current (self->views.board)));
  qn_feed_update (&self->feed);
}

static void
qn_window_unmap (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (qn_window_parent_class)->unmap (widget);
  qn_feed_update (&QN_WINDOW (widget)->feed);
}

static void
qn_window_realize (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (qn_window_parent_class)->realize (widget);
  g_signal_connect_object (gtk_native_get_surface (GTK_NATIVE (widget)), "notify::state", G_CALLBACK (seen_changed_cb), widget, G_CONNECT_SWAPPED);
}

static void
qn_window_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  QnWindow *self = QN_WINDOW (object);

  switch (id)
    {
    case PROP_SPEED:
      g_value_set_string (value, self->session != NULL ? qn_session_get_speed (self->session) : "1");
      break;
    case PROP_BOARD_SIZE:
      g_value_set_int (value, self->figures.size);
      break;
    case PROP_SHOW_START:
      g_value_set_boolean (value, self->panes != NULL && qn_panes_get_show_start (self->panes));
      break;
    case PROP_SHOW_END:
      g_value_set_boolean (value, self->panes != NULL && qn_panes_get_show_end (self->panes));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
qn_window_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  QnWindow *self = QN_WINDOW (object);

  switch (id)
    {
    case PROP_SPEED:
      if (g_strv_contains (qn_session_speeds (), g_value_get_string (value)))
        qn_session_set_speed (self->session, g_value_get_string (value));
      break;
    case PROP_BOARD_SIZE:
      qn_board_figures_set_size (&self->figures, g_value_get_int (value));
      g_object_notify_by_pspec (object, pspec);
      break;
    case PROP_SHOW_START:
      qn_panes_set_show_start (self->panes, g_value_get_boolean (value));
      break;
    case PROP_SHOW_END:
      qn_panes_set_show_end (self->panes, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
qn_window_dispose (GObject *object)
{
  QnWindow *self = QN_WINDOW (object);

  qn_files_clear (&self->files);
  qn_dialogs_close (&self->dialogs);
  if (self->about != NULL)
    gtk_window_destroy (GTK_WINDOW (self->about));
  g_clear_weak_pointer (&self->about);
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  G_OBJECT_CLASS (qn_window_parent_class)->dispose (object);
}

static void
qn_window_finalize (GObject *object)
{
  QnWindow *self = QN_WINDOW (object);

  g_clear_object (&self->session);
  qn_feed_clear (&self->feed);
  G_OBJECT_CLASS (qn_window_parent_class)->finalize (object);
}

static void
install_properties (GObjectClass *object_class)
{
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = qn_window_get_property;
  object_class->set_property = qn_window_set_property;
  props[PROP_SPEED] = g_param_spec_string ("speed", NULL, NULL, "1", flags);
  props[PROP_BOARD_SIZE] = g_param_spec_int ("board-size", NULL, NULL, 1, QN_BOARD_MAX, 4, flags);
  props[PROP_SHOW_START] = g_param_spec_boolean ("show-start", NULL, NULL, TRUE, flags);
  props[PROP_SHOW_END] = g_param_spec_boolean ("show-end", NULL, NULL, TRUE, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  static const struct
  {
    const char *name, *parameter;
    GtkWidgetActionActivateFunc activate;
  } actions[] = {
    { "win.play", NULL, run_action },
    { "win.step", NULL, run_action },
    { "win.reset", NULL, run_action },
    { "win.slower", NULL, pace_action },
    { "win.faster", NULL, pace_action },
    { "win.undo", NULL, history_action },
    { "win.redo", NULL, history_action },
    { "win.restore", NULL, history_action },
    { "win.choose", "(ss)", choose_action },
    { "win.about-machine", NULL, about_machine_action },
    { "win.menu", NULL, menu_action },
    { "win.shortcuts", NULL, shortcuts_action },
    { "win.open", NULL, file_action },
    { "win.save", NULL, file_action },
    { "win.save-as", NULL, file_action },
    { "win.open-recent", "s", open_recent_action },
    { "win.export", NULL, figure_action },
    { "win.copy-picture", NULL, figure_action },
    { "win.copy-data", NULL, figure_action },
    { "win.enlarge", NULL, board_action },
    { "win.next-figure", NULL, board_action },
    { "win.previous-figure", NULL, board_action },
    { "win.board-reset", NULL, board_action },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, actions[i].parameter, actions[i].activate);
  gtk_widget_class_install_property_action (widget_class, "win.fullscreen", "fullscreened");
  gtk_widget_class_install_property_action (widget_class, "win.speed", "speed");
  gtk_widget_class_install_property_action (widget_class, "win.board-size", "board-size");
  gtk_widget_class_install_property_action (widget_class, "win.start-sidebar", "show-start");
  gtk_widget_class_install_property_action (widget_class, "win.end-sidebar", "show-end");
}

static void
figures_changed_cb (QnFigureBoard *board, QnWindow *self)
{
  qn_board_figures_remember (&self->figures);
}

static void
export_requested_cb (QnFigureBoard *board, QnFigureView *view, QnWindow *self)
{
  export_view (self, view);
}

static gboolean
drop_accept_cb (GtkDropTarget *target, GdkDrop *drop, QnWindow *self)
{
  /* A figure dragged out of this very program is no experiment. */
  return gdk_drop_get_drag (drop) == NULL && gdk_content_formats_contain_gtype (gdk_drop_get_formats (drop), GDK_TYPE_FILE_LIST);
}

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, QnWindow *self)
{
  GSList *files = g_value_get_boxed (value);

  if (files == NULL)
    return FALSE;
  qn_files_open (&self->files, files->data);
  return TRUE;
}

#define CHILD(name) { #name, G_STRUCT_OFFSET (QnWindow, name) }
#define VIEW(name) { #name, G_STRUCT_OFFSET (QnWindow, views.name) }

static const struct
{
  const char *name;
  gssize offset;
} children[] = {
  CHILD (toasts), CHILD (title), CHILD (undo_button), CHILD (redo_button),
  CHILD (board_button), CHILD (export_button), CHILD (menu_button), CHILD (recent_menu), CHILD (primary_menu), CHILD (board_menu),
  CHILD (panes), CHILD (labs), VIEW (strip), VIEW (board), VIEW (transport), VIEW (panel), VIEW (problem), VIEW (problem_label),
  CHILD (hint), CHILD (drop),
};

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/quenchlab/Quench/ui/qn-window.ui");
  for (gsize i = 0; i < G_N_ELEMENTS (children); i++)
    gtk_widget_class_bind_template_child_full (widget_class, children[i].name, FALSE, children[i].offset);
  gtk_widget_class_bind_template_callback (widget_class, panes_notify_cb);
  gtk_widget_class_bind_template_callback (widget_class, lab_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, figures_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, export_requested_cb);
  gtk_widget_class_bind_template_callback (widget_class, panel_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, panel_drag_begin_cb);
  gtk_widget_class_bind_template_callback (widget_class, panel_drag_end_cb);
  gtk_widget_class_bind_template_callback (widget_class, drop_accept_cb);
  gtk_widget_class_bind_template_callback (widget_class, drop_cb);
}

static void
qn_window_class_init (QnWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = qn_window_dispose;
  object_class->finalize = qn_window_finalize;
  widget_class->realize = qn_window_realize;
  widget_class->map = qn_window_map;
  widget_class->unmap = qn_window_unmap;
  GTK_WINDOW_CLASS (klass)->close_request = qn_window_close_request;
  install_properties (object_class);
  install_actions (widget_class);
  g_type_ensure (QN_TYPE_LAB_LIST);
  g_type_ensure (QN_TYPE_PANES);
  g_type_ensure (QN_TYPE_TRANSPORT);
  bind_template (widget_class);
}

/* Menus are built when they are first asked for: a start has better uses for the time. */
static void
popup_menu (GtkMenuButton *button, gpointer data)
{
  QnWindow *self = data;
  gboolean primary = button == self->menu_button;

  if (primary)
    qn_files_fill_recent (self->recent_menu);
  if (gtk_menu_button_get_menu_model (button) == NULL)
    gtk_menu_button_set_menu_model (button, primary ? self->primary_menu : self->board_menu);
}

/* For the last row: figures and strip only. */
static void
fullscreened_cb (QnWindow *self)
{
  gboolean full = gtk_window_is_fullscreen (GTK_WINDOW (self));

  qn_panes_set_bare (self->panes, full);
  gtk_widget_set_visible (GTK_WIDGET (self->views.transport), !full);
  if (full)
    adw_toast_overlay_add_toast (self->toasts, g_object_new (ADW_TYPE_TOAST, "title", _("F11 leaves full screen"), "timeout", 3, NULL));
}

static void
qn_window_init (QnWindow *self)
{
  GType files = GDK_TYPE_FILE_LIST;

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_add_css_class (GTK_WIDGET (self), "quench");
  gtk_window_set_default_size (GTK_WINDOW (self), qn_settings_get_int ("window-width"), qn_settings_get_int ("window-height"));
  if (qn_settings_get_boolean ("window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
  qn_panes_set_show_start (self->panes, qn_settings_get_boolean ("left-sidebar"));
  qn_panes_set_show_end (self->panes, qn_settings_get_boolean ("right-sidebar"));
  gtk_widget_set_visible (self->hint, !qn_settings_get_boolean ("hint-shown"));
  qn_actions_add_to_window (GTK_WIDGET (self));
  gtk_drop_target_set_gtypes (self->drop, &files, 1);
  g_signal_connect (self, "notify::fullscreened", G_CALLBACK (fullscreened_cb), NULL);
  gtk_menu_button_set_create_popup_func (self->menu_button, popup_menu, self, NULL);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->board_button), popup_menu, self, NULL);
}

GtkWidget *
qn_window_new (GtkApplication *application, QnSession *session)
{
  QnWindow *self = g_object_new (QN_TYPE_WINDOW, "application", application, NULL);
  g_autofree char *speed = qn_settings_get_string ("speed");

  self->session = g_object_ref (session);
  qn_session_set_suspended (self->session, TRUE);
  qn_feed_init (&self->feed, GTK_WIDGET (self), self->session, &self->views);
  qn_dialogs_init (&self->dialogs, GTK_WINDOW (self), self->toasts);
  qn_files_init (&self->files, &self->dialogs, self->session, &self->figures);
  qn_board_figures_init (&self->figures, self->views.board, self->session);
  if (g_strv_contains (qn_session_speeds (), speed))
    qn_session_set_speed (self->session, speed);
  qn_transport_set_session (self->views.transport, self->session);
  g_signal_connect_swapped (self->session, "changed", G_CALLBACK (session_changed_cb), self);
  g_signal_connect_swapped (self->session, "notify::playing", G_CALLBACK (seen_changed_cb), self);
  g_signal_connect_swapped (self->session, "notify::speed", G_CALLBACK (speed_changed_cb), self);
  g_signal_connect_swapped (self->session, "notify::can-undo", G_CALLBACK (update_undo), self);
  session_changed_cb (self);
  qn_session_set_playing (self->session, TRUE);
  return GTK_WIDGET (self);
}

void
qn_window_open_file (QnWindow *self, GFile *file)
{
  g_return_if_fail (QN_IS_WINDOW (self));
  g_return_if_fail (G_IS_FILE (file));
  qn_files_open (&self->files, file);
}

void
qn_window_remember (QnWindow *self)
{
  int width, height;

  g_return_if_fail (QN_IS_WINDOW (self));
  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  if (!gtk_window_is_fullscreen (GTK_WINDOW (self)))
    {
      qn_settings_set_int ("window-width", width);
      qn_settings_set_int ("window-height", height);
      qn_settings_set_boolean ("window-maximized", gtk_window_is_maximized (GTK_WINDOW (self)));
    }
  qn_settings_set_boolean ("left-sidebar", qn_panes_get_wish_start (self->panes));
  qn_settings_set_boolean ("right-sidebar", qn_panes_get_wish_end (self->panes));
}

void
qn_window_complain (QnWindow *self, const char *heading, const char *body)
{
  g_return_if_fail (QN_IS_WINDOW (self));
  qn_dialogs_complain (&self->dialogs, heading, body);
}

QnSession *
qn_window_get_session (QnWindow *self)
{
  g_return_val_if_fail (QN_IS_WINDOW (self), NULL);
  return self->session;
}

QnFigureBoard *
qn_window_get_board (QnWindow *self)
{
  g_return_val_if_fail (QN_IS_WINDOW (self), NULL);
  return self->views.board;
}

gboolean
qn_window_get_ticking (QnWindow *self)
{
  g_return_val_if_fail (QN_IS_WINDOW (self), FALSE);
  return self->feed.tick != 0;
}

const char *
qn_window_get_problem (QnWindow *self)
{
  g_return_val_if_fail (QN_IS_WINDOW (self), NULL);
  return qn_feed_problem (&self->feed);
}
