/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/qn-widgets.h"

#include <math.h>

/* A figure's unit of length is a point on paper and a pixel on screen, where the same number looks smaller. */
#define SCREEN_TEXT 1.2

#define LARGE 0.55 /* of the window's height, from which a figure counts as enlarged */

QnThemeKind
qn_widgets_theme_kind (void)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  gboolean dark = adw_style_manager_get_dark (manager);

  if (adw_style_manager_get_high_contrast (manager))
    return dark ? QN_THEME_DARK_CONTRAST : QN_THEME_LIGHT_CONTRAST;
  return dark ? QN_THEME_DARK : QN_THEME_LIGHT;
}

double
qn_widgets_text_scale (GtkWidget *widget)
{
  int dpi = 0;

  g_return_val_if_fail (GTK_IS_WIDGET (widget), 1.0);
  g_object_get (gtk_widget_get_settings (widget), "gtk-xft-dpi", &dpi, NULL);
  return dpi > 0 ? CLAMP (dpi / (96.0 * 1024.0), 0.5, 3.0) : 1.0;
}

QnTheme
qn_widgets_theme (GtkWidget *widget)
{
  return qn_theme (qn_widgets_theme_kind (), SCREEN_TEXT * qn_widgets_text_scale (widget));
}

QnTheme
qn_widgets_figure_theme (GtkWidget *widget, int width, int height)
{
  QnTheme theme = qn_widgets_theme (widget);
  GtkRoot *root = gtk_widget_get_root (widget);
  double screen = root ? gtk_widget_get_height (GTK_WIDGET (root)) : 0;
  gboolean large = GTK_IS_WINDOW (root) && (gtk_window_is_fullscreen (GTK_WINDOW (root)) || height > LARGE * screen);

  theme.least_text = qn_theme_screen_text (width, height, screen * qn_widgets_text_scale (widget), large ? QN_DIGITS_LARGE : QN_DIGITS);
  return theme;
}

typedef struct
{
  void (*changed) (GtkWidget *widget);
} Follower;

static void
theme_changed_cb (GtkWidget *widget)
{
  Follower *follower = g_object_get_data (G_OBJECT (widget), "qn-theme-follower");

  if (follower->changed)
    follower->changed (widget);
  gtk_widget_queue_resize (widget);
  gtk_widget_queue_draw (widget);
}

void
qn_widgets_follow_theme (GtkWidget *widget, void (*changed) (GtkWidget *widget))
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  Follower *follower = g_new0 (Follower, 1);

  g_return_if_fail (GTK_IS_WIDGET (widget));
  follower->changed = changed;
  g_object_set_data_full (G_OBJECT (widget), "qn-theme-follower", follower, g_free);
  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (theme_changed_cb), widget, G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast", G_CALLBACK (theme_changed_cb), widget, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_widget_get_settings (widget), "notify::gtk-xft-dpi", G_CALLBACK (theme_changed_cb), widget, G_CONNECT_SWAPPED);
}

char *
qn_widgets_plain (const char *text)
{
  char *plain = NULL;

  g_return_val_if_fail (text != NULL, NULL);
  if (pango_parse_markup (text, -1, 0, NULL, &plain, NULL, NULL))
    return plain;
  return g_strdup (text);
}

void
qn_widgets_set_name (GtkWidget *widget, const char *name)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

void
qn_widgets_set_tooltip (GtkWidget *widget, const char *text)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

  if (text && pango_parse_markup (text, -1, 0, NULL, NULL, NULL, NULL))
    gtk_widget_set_tooltip_markup (widget, text);
  else
    gtk_widget_set_tooltip_text (widget, text);
}
