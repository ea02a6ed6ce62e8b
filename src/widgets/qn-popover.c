/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/qn-popover.h"

#include "widgets/qn-widgets.h"

#define KEY "qn-popover"

static void
allow_tooltip (GtkWidget *button, gboolean allowed)
{
  GtkWidget *widget = button;

  while (widget && !gtk_widget_get_tooltip_markup (widget))
    widget = gtk_widget_get_parent (widget);
  if (widget)
    gtk_widget_set_has_tooltip (widget, allowed);
}

GtkPopover *
qn_popover_get (GtkWidget *button)
{
  return g_object_get_data (G_OBJECT (button), KEY);
}

void
qn_popover_drop (GtkWidget *button)
{
  GtkPopover *popover = g_object_steal_data (G_OBJECT (button), KEY);

  if (popover)
    gtk_widget_unparent (GTK_WIDGET (popover));
}

static gboolean
drop_closed (gpointer button)
{
  GtkPopover *popover = qn_popover_get (button);

  if (popover && !gtk_widget_get_visible (GTK_WIDGET (popover)))
    qn_popover_drop (button);
  return G_SOURCE_REMOVE;
}

/* Not while it still tells of its closing. */
static void
closed_cb (GtkWidget *button)
{
  allow_tooltip (button, TRUE);
  gtk_accessible_update_state (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_STATE_EXPANDED, FALSE, -1);
  g_idle_add_full (G_PRIORITY_DEFAULT, drop_closed, g_object_ref (button), g_object_unref);
}

void
qn_popover_open (GtkWidget *button, const char *name, GtkWidget *content)
{
  GtkWidget *popover = gtk_popover_new ();

  qn_popover_drop (button);
  g_object_set_data (G_OBJECT (button), KEY, popover);
  gtk_popover_set_child (GTK_POPOVER (popover), content);
  qn_widgets_set_name (popover, name);
  gtk_widget_set_parent (popover, button);
  gtk_accessible_update_state (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_STATE_EXPANDED, TRUE, -1);
  g_signal_connect_swapped (popover, "closed", G_CALLBACK (closed_cb), button);
  allow_tooltip (button, FALSE);
  gtk_popover_popup (GTK_POPOVER (popover));
}
