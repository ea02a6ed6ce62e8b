/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/qn-transport.h"

#include <glib/gi18n-lib.h>

#include "widgets/qn-timeline.h"
#include "widgets/qn-widgets.h"

struct _QnTransport
{
  GtkWidget parent_instance;

  /* Template */
  GtkButton *play;
  QnTimeline *timeline;
  GtkMenuButton *speed;
  GtkLabel *speed_label;

  /* Owned */
  QnSession *session;
};

G_DEFINE_FINAL_TYPE (QnTransport, qn_transport, GTK_TYPE_WIDGET)

char *
qn_speed_name (const char *speed)
{
  if (g_str_equal (speed, "max"))
    return g_strdup (_("As fast as possible"));
  /* TRANSLATORS: a speed, "2×" for twice the usual one. */
  return g_strdup_printf (_("%s×"), speed);
}

static void
seek_cb (QnTimeline *timeline, double fraction, QnTransport *self)
{
  if (self->session != NULL)
    qn_session_seek (self->session, fraction);
}

static void
update_play (QnTransport *self)
{
  gboolean playing = qn_session_get_playing (self->session);
  const char *label = playing ? _("Pause") : _("Play");

  gtk_button_set_icon_name (self->play, playing ? "media-playback-pause-symbolic" : "media-playback-start-symbolic");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->play), label);
  qn_widgets_set_name (GTK_WIDGET (self->play), label);
}

static void
update_speed (QnTransport *self)
{
  const char *speed = qn_session_get_speed (self->session);
  g_autofree char *name = qn_speed_name (speed);
  g_autofree char *label = g_strdup_printf (_("Speed: %s"), name);

  /* TRANSLATORS: short for "as fast as it can", at most five letters. */
  gtk_label_set_label (self->speed_label, g_str_equal (speed, "max") ? _("max") : name);
  qn_widgets_set_name (GTK_WIDGET (self->speed), label);
}

static GMenuModel *
speed_menu (void)
{
  GMenu *menu = g_menu_new ();
  const char *const *speeds = qn_session_speeds ();

  for (gsize i = 0; speeds[i] != NULL; i++)
    {
      g_autofree char *name = qn_speed_name (speeds[i]);
      g_autoptr (GMenuItem) item = g_menu_item_new (name, NULL);

      g_menu_item_set_action_and_target (item, "win.speed", "s", speeds[i]);
      g_menu_append_item (menu, item);
    }
  return G_MENU_MODEL (menu);
}

/* Made when it is first asked for: it costs a popover. */
static void
popup_speed (GtkMenuButton *button, gpointer data)
{
  g_autoptr (GMenuModel) menu = NULL;

  if (gtk_menu_button_get_menu_model (button) != NULL)
    return;
  menu = speed_menu ();
  gtk_menu_button_set_menu_model (button, menu);
}

static void
qn_transport_dispose (GObject *object)
{
  QnTransport *self = QN_TRANSPORT (object);
  GtkWidget *child;

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_object (&self->session);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (qn_transport_parent_class)->dispose (object);
}

static void
qn_transport_class_init (QnTransportClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qn_transport_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/quenchlab/Quench/ui/qn-transport.ui");
  gtk_widget_class_bind_template_child (widget_class, QnTransport, play);
  gtk_widget_class_bind_template_child (widget_class, QnTransport, timeline);
  gtk_widget_class_bind_template_child (widget_class, QnTransport, speed);
  gtk_widget_class_bind_template_child (widget_class, QnTransport, speed_label);
  gtk_widget_class_bind_template_callback (widget_class, seek_cb);
}

static void
qn_transport_init (QnTransport *self)
{
  g_type_ensure (QN_TYPE_TIMELINE);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (self->speed, popup_speed, NULL, NULL);
}

void
qn_transport_set_session (QnTransport *self, QnSession *session)
{
  g_return_if_fail (QN_IS_TRANSPORT (self));
  g_return_if_fail (QN_IS_SESSION (session) && self->session == NULL);
  self->session = g_object_ref (session);
  g_signal_connect_swapped (session, "notify::playing", G_CALLBACK (update_play), self);
  g_signal_connect_swapped (session, "notify::speed", G_CALLBACK (update_speed), self);
  update_play (self);
  update_speed (self);
}

void
qn_transport_set_snapshot (QnTransport *self, QnSnapshot *snapshot)
{
  g_return_if_fail (QN_IS_TRANSPORT (self));
  qn_timeline_set_snapshot (self->timeline, snapshot);
}
