/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/qn-preferences.h"

#include "app/qn-settings.h"
#include "app/qn-transport.h"
#include "app/qn-window.h"

struct _QnPreferences
{
  AdwPreferencesWindow parent_instance;

  /* Template */
  AdwComboRow *style, *speed, *export_style, *export_size, *export_dpi;
};

G_DEFINE_FINAL_TYPE (QnPreferences, qn_preferences, ADW_TYPE_PREFERENCES_WINDOW)

/* In the order of the rows' lists. */
static const char *const styles[] = { "system", "light", "dark", NULL };
static const char *const export_styles[] = { "print", "light", "dark", "screen", NULL };
static const char *const export_sizes[] = { "screen", "column", "page", "slide", NULL };
static const int resolutions[] = { 96, 150, 300, 600 };

void
qn_preferences_apply_style (void)
{
  g_autofree char *style = qn_settings_get_string ("style");
  AdwColorScheme scheme = ADW_COLOR_SCHEME_DEFAULT;

  if (g_str_equal (style, "light"))
    scheme = ADW_COLOR_SCHEME_FORCE_LIGHT;
  else if (g_str_equal (style, "dark"))
    scheme = ADW_COLOR_SCHEME_FORCE_DARK;
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), scheme);
}

static void
style_cb (AdwComboRow *row)
{
  qn_settings_set_string ("style", styles[adw_combo_row_get_selected (row)]);
  qn_preferences_apply_style ();
}

static void
speed_cb (AdwComboRow *row, GParamSpec *pspec, QnPreferences *self)
{
  const char *speed = qn_session_speeds ()[adw_combo_row_get_selected (row)];
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));

  qn_settings_set_string ("speed", speed);
  if (QN_IS_WINDOW (parent))
    qn_session_set_speed (qn_window_get_session (QN_WINDOW (parent)), speed);
}

static void
export_cb (AdwComboRow *row, GParamSpec *pspec, QnPreferences *self)
{
  guint selected = adw_combo_row_get_selected (row);

  if (row == self->export_style)
    qn_settings_set_string ("export-style", export_styles[selected]);
  else if (row == self->export_size)
    qn_settings_set_string ("export-size", export_sizes[selected]);
  else
    qn_settings_set_int ("export-dpi", resolutions[selected]);
}

/* Another program may have stored what is not in the list: then the first is shown, and nothing stored. */
static void
select_string (AdwComboRow *row, const char *const *choices, const char *key)
{
  g_autofree char *value = qn_settings_get_string (key);

  for (guint i = 0; choices[i] != NULL; i++)
    {
      if (g_str_equal (choices[i], value))
        adw_combo_row_set_selected (row, i);
    }
}

static void
fill_speeds (QnPreferences *self)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);
  const char *const *speeds = qn_session_speeds ();

  for (gsize i = 0; speeds[i] != NULL; i++)
    gtk_string_list_take (list, qn_speed_name (speeds[i]));
  adw_combo_row_set_model (self->speed, G_LIST_MODEL (list));
}

static void
qn_preferences_class_init (QnPreferencesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/quenchlab/Quench/ui/qn-preferences.ui");
  gtk_widget_class_bind_template_child (widget_class, QnPreferences, style);
  gtk_widget_class_bind_template_child (widget_class, QnPreferences, speed);
  gtk_widget_class_bind_template_child (widget_class, QnPreferences, export_style);
  gtk_widget_class_bind_template_child (widget_class, QnPreferences, export_size);
  gtk_widget_class_bind_template_child (widget_class, QnPreferences, export_dpi);
}

static void
qn_preferences_init (QnPreferences *self)
{
  int dpi = qn_settings_get_int ("export-dpi");

  gtk_widget_init_template (GTK_WIDGET (self));
  fill_speeds (self);
  select_string (self->style, styles, "style");
  select_string (self->speed, qn_session_speeds (), "speed");
  select_string (self->export_style, export_styles, "export-style");
  select_string (self->export_size, export_sizes, "export-size");
  for (guint i = 0; i < G_N_ELEMENTS (resolutions); i++)
    {
      if (resolutions[i] == dpi)
        adw_combo_row_set_selected (self->export_dpi, i);
    }
  g_signal_connect (self->style, "notify::selected", G_CALLBACK (style_cb), NULL);
  g_signal_connect (self->speed, "notify::selected", G_CALLBACK (speed_cb), self);
  g_signal_connect (self->export_style, "notify::selected", G_CALLBACK (export_cb), self);
  g_signal_connect (self->export_size, "notify::selected", G_CALLBACK (export_cb), self);
  g_signal_connect (self->export_dpi, "notify::selected", G_CALLBACK (export_cb), self);
}

GtkWidget *
qn_preferences_new (GtkWindow *parent)
{
  return g_object_new (QN_TYPE_PREFERENCES, "transient-for", parent, NULL);
}
