/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/qn-window-private.h"

#include <glib/gi18n-lib.h>

#include "app/qn-about-machine.h"
#include "app/qn-actions.h"
#include "app/qn-settings.h"
#include "widgets/qn-widgets.h"

G_DEFINE_FINAL_TYPE (QnWindow, qn_window, ADW_TYPE_APPLICATION_WINDOW)

enum { PROP_SPEED = 1, PROP_BOARD_SIZE, PROP_SHOW_START, PROP_SHOW_END, N_PROPS };
static GParamSpec *props[N_PROPS];

static void update_ticking (QnWindow *self);

/* Snapshots */

/* An experiment that takes long says so; one that does not is never announced. */
#define PATIENCE (G_USEC_PER_SEC * 4 / 10)

static void
show_problem (QnWindow *self, const char *text)
{
  gboolean wanted = text != NULL;

  if (wanted && g_strcmp0 (gtk_label_get_label (self->problem_label), text) != 0)
    gtk_label_set_label (self->problem_label, text);
  if (wanted == gtk_revealer_get_reveal_child (self->problem))
    return;
  gtk_widget_set_visible (GTK_WIDGET (self->problem), wanted);
  gtk_revealer_set_reveal_child (self->problem, wanted);
}

/* Whether the figures show what was asked for; assistive technology is told. */
static gboolean
update_busy (QnWindow *self)
{
  QnSnapshot *shown = self->shown;
  gboolean current = shown != NULL && qn_experiment_equal (&shown->experiment, qn_session_get_experiment (self->session));

  gtk_accessible_update_state (GTK_ACCESSIBLE (self->board), GTK_ACCESSIBLE_STATE_BUSY, !current, -1);
  return !current;
}

static void
update_problem (QnWindow *self, gint64 now)
{
  QnSnapshot *shown = self->shown;
  gboolean current = !update_busy (self) || shown == NULL;

  if (current)
    self->behind_since = 0;
  else if (self->behind_since == 0)
    self->behind_since = now;
  if (shown != NULL && !shown->valid)
    show_problem (self, shown->message);
  else if (!current && now - self->behind_since > PATIENCE)
    show_problem (self, _("Computing the limit cycle of the new parameters. Until it is there the figures show the last one."));
  else
    show_problem (self, NULL);
}

static void
show_snapshot (QnWindow *self, QnSnapshot *snapshot, gint64 now)
{
  gboolean held = qn_parameter_panel_get_dragging (self->panel);
  double seconds = self->last_frame > 0 ? MIN (1.0, (now - self->last_frame) / (double) G_USEC_PER_SEC) : 0.0;

  self->last_frame = now;
  g_clear_pointer (&self->shown, qn_snapshot_unref);
  self->shown = qn_snapshot_ref (snapshot);
  qn_result_strip_set_snapshot (self->strip, snapshot);
  qn_figure_board_set_snapshot (self->board, snapshot, seconds, held);
  qn_transport_set_snapshot (self->transport, snapshot);
}

static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  QnWindow *self = QN_WINDOW (widget);
  g_autoptr (QnSnapshot) snapshot = qn_session_take (self->session);

  if (snapshot != NULL)
    show_snapshot (self, snapshot, gdk_frame_clock_get_frame_time (clock));
  update_problem (self, gdk_frame_clock_get_frame_time (clock));
  if (qn_session_expecting (self->session))
    return G_SOURCE_CONTINUE;
  self->tick = 0;
  return G_SOURCE_REMOVE;
}

static gboolean
seen (QnWindow *self)
{
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (self));

  return gtk_widget_get_mapped (GTK_WIDGET (self)) && surface != NULL
         && (gdk_toplevel_get_state (GDK_TOPLEVEL (surface)) & GDK_TOPLEVEL_STATE_MINIMIZED) == 0;
}

static void
update_ticking (QnWindow *self)
{
  gboolean visible = seen (self);

  qn_session_set_suspended (self->session, !visible);
  if (visible && self->tick == 0 && qn_session_expecting (self->session))
    self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), tick_cb, NULL, NULL);
  else if (!visible && self->tick != 0)
    {
      gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick);
      self->tick = 0;
    }
}

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

  if (experiment->lab != self->lab)
    {
      self->lab = experiment->lab;
      qn_window_fill_board (self);
      if (self->about != NULL)
        qn_about_machine_set_lab (QN_ABOUT_MACHINE (self->about), self->lab);
    }
  qn_parameter_panel_set_defaults (self->panel, origin);
  qn_parameter_panel_set_experiment (self->panel, experiment);
  qn_lab_list_set_present (self->labs, experiment->lab, origin->preset);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.restore", !qn_experiment_equal (experiment, origin));
  update_busy (self);
  update_title (self);
  update_undo (self);
  update_ticking (self);
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
play_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  QnSession *session = QN_WINDOW (widget)->session;

  qn_session_set_playing (session, !qn_session_get_playing (session));
}

static void
run_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  QnWindow *self = QN_WINDOW (widget);

  if (g_str_equal (name, "win.step"))
    qn_session_step (self->session);
  else
    qn_session_rewind (self->session);
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
  gtk_window_present (GTK_WINDOW (shortcuts));
}

/* One beside each window, kept to the lab that is shown. */
static void
about_machine_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  QnWindow *self = QN_WINDOW (widget);

  if (self->about == NULL)
    g_set_weak_pointer (&self->about, qn_about_machine_new (GTK_WINDOW (self), self->lab));
  gtk_window_present (GTK_WINDOW (self->about));
}

/* Widget */

void
qn_window_say (QnWindow *self, const char *text)
{
  AdwToast *toast = adw_toast_new (text);

  adw_toast_set_timeout (toast, 3);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

void
qn_window_complain (QnWindow *self, const char *heading, const char *body)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), heading, body);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _("Close"));
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "close");
  gtk_window_present (GTK_WINDOW (dialog));
}

GtkFileChooserNative *
qn_window_chooser (QnWindow *self, const char *title, GtkFileChooserAction action, const char *accept)
{
  if (self->chooser != NULL)
    gtk_native_dialog_destroy (GTK_NATIVE_DIALOG (self->chooser));
  g_clear_object (&self->chooser);
  self->chooser = gtk_file_chooser_native_new (title, GTK_WINDOW (self), action, accept, NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  return self->chooser;
}

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

static void
remember (QnWindow *self)
{
  g_autofree char *json = qn_experiment_to_json (qn_session_get_experiment (self->session));
  gboolean full = gtk_window_is_fullscreen (GTK_WINDOW (self));
  int width, height;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  if (!full)
    {
      qn_settings_set_int ("window-width", width);
      qn_settings_set_int ("window-height", height);
      qn_settings_set_boolean ("window-maximized", gtk_window_is_maximized (GTK_WINDOW (self)));
    }
  qn_settings_set_boolean ("left-sidebar", qn_panes_get_wish_start (self->panes));
  qn_settings_set_boolean ("right-sidebar", qn_panes_get_wish_end (self->panes));
  qn_settings_set_string ("last-experiment", json);
}

static gboolean
qn_window_close_request (GtkWindow *window)
{
  QnWindow *self = QN_WINDOW (window);

  if (!self->closing && qn_session_modified (self->session))
    {
      qn_window_ask_to_save (self);
      return TRUE;
    }
  remember (self);
  return GTK_WINDOW_CLASS (qn_window_parent_class)->close_request (window);
}

static void
qn_window_map (GtkWidget *widget)
{
  QnWindow *self = QN_WINDOW (widget);

  GTK_WIDGET_CLASS (qn_window_parent_class)->map (widget);
  /* Not on a button of the bar, which Space would press. */
  if (gtk_window_get_focus (GTK_WINDOW (self)) == NULL)
    gtk_widget_grab_focus (GTK_WIDGET (qn_figure_board_get_current (self->board)));
  update_ticking (self);
}

static void
qn_window_unmap (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (qn_window_parent_class)->unmap (widget);
  update_ticking (QN_WINDOW (widget));
}

static void
qn_window_realize (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (qn_window_parent_class)->realize (widget);
  g_signal_connect_object (gtk_native_get_surface (GTK_NATIVE (widget)), "notify::state", G_CALLBACK (update_ticking), widget, G_CONNECT_SWAPPED);
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
      g_value_set_int (value, self->board_size);
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
      qn_window_set_board_size (self, g_value_get_int (value));
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

  g_cancellable_cancel (self->cancellable);
  if (self->about != NULL)
    gtk_window_destroy (GTK_WINDOW (self->about));
  g_clear_weak_pointer (&self->about);
  if (self->chooser != NULL)
    gtk_native_dialog_destroy (GTK_NATIVE_DIALOG (self->chooser));
  g_clear_object (&self->chooser);
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  G_OBJECT_CLASS (qn_window_parent_class)->dispose (object);
}

static void
qn_window_finalize (GObject *object)
{
  QnWindow *self = QN_WINDOW (object);

  g_clear_object (&self->session);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->shown, qn_snapshot_unref);
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
  gtk_widget_class_install_action (widget_class, "win.play", NULL, play_action);
  gtk_widget_class_install_action (widget_class, "win.step", NULL, run_action);
  gtk_widget_class_install_action (widget_class, "win.reset", NULL, run_action);
  gtk_widget_class_install_action (widget_class, "win.slower", NULL, pace_action);
  gtk_widget_class_install_action (widget_class, "win.faster", NULL, pace_action);
  gtk_widget_class_install_action (widget_class, "win.undo", NULL, history_action);
  gtk_widget_class_install_action (widget_class, "win.redo", NULL, history_action);
  gtk_widget_class_install_action (widget_class, "win.restore", NULL, history_action);
  gtk_widget_class_install_action (widget_class, "win.choose", "(ss)", choose_action);
  gtk_widget_class_install_action (widget_class, "win.about-machine", NULL, about_machine_action);
  gtk_widget_class_install_action (widget_class, "win.menu", NULL, menu_action);
  gtk_widget_class_install_action (widget_class, "win.shortcuts", NULL, shortcuts_action);
  gtk_widget_class_install_property_action (widget_class, "win.fullscreen", "fullscreened");
  gtk_widget_class_install_property_action (widget_class, "win.speed", "speed");
  gtk_widget_class_install_property_action (widget_class, "win.board-size", "board-size");
  gtk_widget_class_install_property_action (widget_class, "win.start-sidebar", "show-start");
  gtk_widget_class_install_property_action (widget_class, "win.end-sidebar", "show-end");
  qn_window_files_class_init (widget_class);
  qn_window_figures_class_init (widget_class);
}

static void
figures_changed_cb (QnFigureBoard *board, QnWindow *self)
{
  qn_window_remember_figures (self);
}

static void
export_requested_cb (QnFigureBoard *board, QnFigureView *view, QnWindow *self)
{
  qn_window_export (self, view);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/quenchlab/Quench/ui/qn-window.ui");
  gtk_widget_class_bind_template_child (widget_class, QnWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, QnWindow, title);
  gtk_widget_class_bind_template_child (widget_class, QnWindow, start_button);
  gtk_widget_class_bind_template_child (widget_class, QnWindow, undo_button);
  gtk_widget_class_bind_template_child (widget_class, QnWindow, redo_button);
  gtk_widget_class_bind_template_child (widget_class, QnWindow, end_button);
  gtk_widget_class_bind_template_child (widget_class, QnWindow, board_button);
  gtk_widget_class_bind_template_child (widget_class, QnWindow, export_button);
  gtk_widget_class_bind_template_child (widget_class, QnWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, QnWindow, recent_menu);
  gtk_widget_class_bind_template_child (widget_class, QnWindow, primary_menu);
  gtk_widget_class_bind_template_child (widget_class, QnWindow, board_menu);
  gtk_widget_class_bind_template_child (widget_class, QnWindow, panes);
  gtk_widget_class_bind_template_child (widget_class, QnWindow, labs);
  gtk_widget_class_bind_template_child (widget_class, QnWindow, strip);
  gtk_widget_class_bind_template_child (widget_class, QnWindow, board);
  gtk_widget_class_bind_template_child (widget_class, QnWindow, transport);
  gtk_widget_class_bind_template_child (widget_class, QnWindow, panel);
  gtk_widget_class_bind_template_child (widget_class, QnWindow, problem);
  gtk_widget_class_bind_template_child (widget_class, QnWindow, problem_label);
  gtk_widget_class_bind_template_child (widget_class, QnWindow, hint);
  gtk_widget_class_bind_template_child (widget_class, QnWindow, drop);
  gtk_widget_class_bind_template_callback (widget_class, panes_notify_cb);
  gtk_widget_class_bind_template_callback (widget_class, lab_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, figures_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, export_requested_cb);
  gtk_widget_class_bind_template_callback (widget_class, panel_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, panel_drag_begin_cb);
  gtk_widget_class_bind_template_callback (widget_class, panel_drag_end_cb);
  gtk_widget_class_bind_template_callback_full (widget_class, "drop_accept_cb", G_CALLBACK (qn_window_drop_accept));
  gtk_widget_class_bind_template_callback_full (widget_class, "drop_cb", G_CALLBACK (qn_window_drop));
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

/* GtkText takes Ctrl+Z even where it has nothing to undo. Once what was typed is the parameter's
 * value it is a step of the session's; before that Ctrl+Z belongs to the typing. */
static gboolean
undo_in_entry (GtkWidget *widget, GVariant *arguments, gpointer action)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (widget));
  GtkWidget *row = focus != NULL ? gtk_widget_get_ancestor (focus, QN_TYPE_PARAMETER_ROW) : NULL;
  double value;

  if (row == NULL || !GTK_IS_EDITABLE (focus)
      || !qn_parameter_parse (qn_parameter_row_get_parameter (QN_PARAMETER_ROW (row)), gtk_editable_get_text (GTK_EDITABLE (focus)), &value, NULL)
      || value != qn_parameter_row_get_value (QN_PARAMETER_ROW (row)))
    return FALSE;
  gtk_widget_activate_action (widget, action, NULL);
  return TRUE;
}

static void
add_entry_keys (QnWindow *self)
{
  static const char *const keys[][2] = { { "<Control>z", "win.undo" }, { "<Control><Shift>z", "win.redo" }, { "<Control>y", "win.redo" } };
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                          gtk_shortcut_new (gtk_shortcut_trigger_parse_string (keys[i][0]),
                                                            gtk_callback_action_new (undo_in_entry, (gpointer) keys[i][1], NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

/* Menus are built when they are first asked for: a start has better uses for the time. */
static void
popup_menu (GtkMenuButton *button, gpointer data)
{
  QnWindow *self = data;
  gboolean primary = button == self->menu_button;

  if (primary)
    qn_window_fill_recent (self);
  if (gtk_menu_button_get_menu_model (button) == NULL)
    gtk_menu_button_set_menu_model (button, primary ? self->primary_menu : self->board_menu);
}

static void
qn_window_init (QnWindow *self)
{
  self->board_size = qn_settings_get_int ("board-size");
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_add_css_class (GTK_WIDGET (self), "quench");
  gtk_window_set_default_size (GTK_WINDOW (self), qn_settings_get_int ("window-width"), qn_settings_get_int ("window-height"));
  if (qn_settings_get_boolean ("window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
  qn_panes_set_show_start (self->panes, qn_settings_get_boolean ("left-sidebar"));
  qn_panes_set_show_end (self->panes, qn_settings_get_boolean ("right-sidebar"));
  gtk_widget_set_visible (self->hint, !qn_settings_get_boolean ("hint-shown"));
  qn_actions_add_to_window (GTK_WIDGET (self));
  add_entry_keys (self);
  qn_window_files_init (self);
  gtk_menu_button_set_create_popup_func (self->menu_button, popup_menu, self, NULL);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->board_button), popup_menu, self, NULL);
}

/* What cannot be read any more (an older version wrote it) is passed over. */
static gboolean
last_experiment (QnExperiment *experiment)
{
  g_autofree char *json = qn_settings_get_string ("last-experiment");

  return json[0] != '\0' && qn_experiment_from_json (experiment, json, -1, NULL);
}

GtkWidget *
qn_window_new (GtkApplication *application, const QnExperiment *experiment)
{
  QnWindow *self = g_object_new (QN_TYPE_WINDOW, "application", application, NULL);
  g_autofree char *speed = qn_settings_get_string ("speed");
  QnExperiment last;

  if (experiment == NULL && last_experiment (&last))
    experiment = &last;
  self->session = qn_session_new (experiment);
  qn_session_set_suspended (self->session, TRUE);
  if (g_strv_contains (qn_session_speeds (), speed))
    qn_session_set_speed (self->session, speed);
  qn_transport_set_session (self->transport, self->session);
  g_signal_connect_swapped (self->session, "changed", G_CALLBACK (session_changed_cb), self);
  g_signal_connect_swapped (self->session, "notify::playing", G_CALLBACK (update_ticking), self);
  g_signal_connect_swapped (self->session, "notify::speed", G_CALLBACK (speed_changed_cb), self);
  g_signal_connect_swapped (self->session, "notify::can-undo", G_CALLBACK (update_undo), self);
  session_changed_cb (self);
  qn_session_set_playing (self->session, TRUE);
  return GTK_WIDGET (self);
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
  return self->board;
}

gboolean
qn_window_get_ticking (QnWindow *self)
{
  g_return_val_if_fail (QN_IS_WINDOW (self), FALSE);
  return self->tick != 0;
}

const char *
qn_window_get_problem (QnWindow *self)
{
  g_return_val_if_fail (QN_IS_WINDOW (self), NULL);
  return gtk_revealer_get_reveal_child (self->problem) ? gtk_label_get_label (self->problem_label) : NULL;
}
