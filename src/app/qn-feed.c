/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/qn-feed.h"

#include <glib/gi18n-lib.h>

void
qn_feed_init (QnFeed *self, GtkWidget *window, QnSession *session, const QnViews *views)
{
  *self = (QnFeed) { .window = window, .session = session, .views = *views };
}

void
qn_feed_clear (QnFeed *self)
{
  g_clear_pointer (&self->shown, qn_snapshot_unref);
}

/* An experiment that takes long says so; one that does not is never announced. */
#define PATIENCE (G_USEC_PER_SEC * 4 / 10)

static void
show_problem (QnFeed *self, const char *text)
{
  gboolean wanted = text != NULL;

  if (wanted && g_strcmp0 (gtk_label_get_label (self->views.problem_label), text) != 0)
    gtk_label_set_label (self->views.problem_label, text);
  if (wanted == gtk_revealer_get_reveal_child (self->views.problem))
    return;
  gtk_widget_set_visible (GTK_WIDGET (self->views.problem), wanted);
  gtk_revealer_set_reveal_child (self->views.problem, wanted);
}

/* Whether the figures show what was asked for; assistive technology is told. */
static gboolean
update_busy (QnFeed *self)
{
  QnSnapshot *shown = self->shown;
  gboolean current = shown != NULL && qn_experiment_equal (&shown->experiment, qn_session_get_experiment (self->session));

  gtk_accessible_update_state (GTK_ACCESSIBLE (self->views.board), GTK_ACCESSIBLE_STATE_BUSY, !current, -1);
  return !current;
}

static void
update_problem (QnFeed *self, gint64 now)
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
    show_problem (self, _("Computing the limit cycle of the new parameters. Until then the figures show the previous one."));
  else
    show_problem (self, NULL);
}

static void
show_snapshot (QnFeed *self, QnSnapshot *snapshot, gint64 now)
{
  gboolean held = qn_parameter_panel_get_dragging (self->views.panel);
  double seconds = self->last_frame > 0 ? MIN (1.0, (now - self->last_frame) / (double) G_USEC_PER_SEC) : 0.0;

  self->last_frame = now;
  g_clear_pointer (&self->shown, qn_snapshot_unref);
  self->shown = qn_snapshot_ref (snapshot);
  qn_result_strip_set_snapshot (self->views.strip, snapshot);
  qn_figure_board_set_snapshot (self->views.board, snapshot, seconds, held);
  qn_transport_set_snapshot (self->views.transport, snapshot);
}

static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  QnFeed *self = data;
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
seen (QnFeed *self)
{
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (self->window));

  return gtk_widget_get_mapped (self->window) && surface != NULL
         && (gdk_toplevel_get_state (GDK_TOPLEVEL (surface)) & GDK_TOPLEVEL_STATE_MINIMIZED) == 0;
}

void
qn_feed_update (QnFeed *self)
{
  gboolean visible = seen (self);

  update_busy (self);
  qn_session_set_suspended (self->session, !visible);
  if (visible && self->tick == 0 && qn_session_expecting (self->session))
    self->tick = gtk_widget_add_tick_callback (self->window, tick_cb, self, NULL);
  else if (!visible && self->tick != 0)
    {
      gtk_widget_remove_tick_callback (self->window, self->tick);
      self->tick = 0;
    }
}

const char *
qn_feed_problem (QnFeed *self)
{
  return gtk_revealer_get_reveal_child (self->views.problem) ? gtk_label_get_label (self->views.problem_label) : NULL;
}
