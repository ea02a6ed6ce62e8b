/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/qn-widgets-init.h"

#include "widgets/qn-bloch-area.h"
#include "widgets/qn-figure-board.h"
#include "widgets/qn-gauge.h"
#include "widgets/qn-parameter-panel.h"
#include "widgets/qn-result-strip.h"
#include "widgets/qn-timeline.h"
#include "widgets/qn-widgets.h"
#include "qn-widgets-resources.h"

#define RESOURCE_PATH "/io/github/quenchlab/Quench/widgets"

static GtkCssProvider *colors;

static void
append_color (GString *css, const char *name, QnColor c)
{
  g_string_append_printf (css, "@define-color %s #%02x%02x%02x;\n", name, (guint) (c.r * 255 + 0.5), (guint) (c.g * 255 + 0.5), (guint) (c.b * 255 + 0.5));
}

/* The style sheet takes its colours from the figures' theme, so that hues agree everywhere. */
static void
update_colors (void)
{
  static const char *const names[QN_N_HUES] = { "foreground", "hot", "cold", "work", "third", "coherence", "reference" };
  QnTheme theme = qn_theme (qn_widgets_theme_kind (), 1.0);
  g_autoptr (GString) css = g_string_new (NULL);

  for (int i = 0; i < QN_N_HUES; i++)
    {
      g_autofree char *line = g_strconcat ("qn_", names[i], NULL);
      g_autofree char *fill = g_strconcat ("qn_", names[i], "_fill", NULL);

      append_color (css, line, theme.line[i]);
      append_color (css, fill, theme.fill[i]);
    }
  append_color (css, "qn_card", theme.background);
  gtk_css_provider_load_from_data (colors, css->str, (gssize) css->len);
}

static void
load_style (GdkDisplay *display)
{
  g_autoptr (GtkCssProvider) sheet = gtk_css_provider_new ();
  AdwStyleManager *manager = adw_style_manager_get_default ();

  colors = gtk_css_provider_new ();
  update_colors ();
  gtk_css_provider_load_from_resource (sheet, RESOURCE_PATH "/qn-widgets.css");
  gtk_style_context_add_provider_for_display (display, GTK_STYLE_PROVIDER (colors), GTK_STYLE_PROVIDER_PRIORITY_APPLICATION - 2);
  gtk_style_context_add_provider_for_display (display, GTK_STYLE_PROVIDER (sheet), GTK_STYLE_PROVIDER_PRIORITY_APPLICATION - 1);
  gtk_icon_theme_add_resource_path (gtk_icon_theme_get_for_display (display), RESOURCE_PATH "/icons");
  g_signal_connect (manager, "notify::dark", G_CALLBACK (update_colors), NULL);
  g_signal_connect (manager, "notify::high-contrast", G_CALLBACK (update_colors), NULL);
}

void
qn_widgets_init (void)
{
  static gboolean done;

  if (done)
    return;
  done = TRUE;
  adw_init ();
  qn_widgets_register_resource ();
  g_type_ensure (QN_TYPE_BLOCH_AREA);
  g_type_ensure (QN_TYPE_FIGURE_BOARD);
  g_type_ensure (QN_TYPE_FIGURE_VIEW);
  g_type_ensure (QN_TYPE_GAUGE);
  g_type_ensure (QN_TYPE_PARAMETER_PANEL);
  g_type_ensure (QN_TYPE_PARAMETER_ROW);
  g_type_ensure (QN_TYPE_RESULT_STRIP);
  g_type_ensure (QN_TYPE_TIMELINE);
  load_style (gdk_display_get_default ());
}
