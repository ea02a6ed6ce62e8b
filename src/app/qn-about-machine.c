/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/qn-about-machine.h"

#include <glib/gi18n-lib.h>

#include "widgets/qn-widgets.h"

struct _QnAboutMachine
{
  AdwWindow parent_instance;

  /* Borrowed */
  GtkWidget *title, *scrolled, *box;

  const QnLab *lab;
};

G_DEFINE_FINAL_TYPE (QnAboutMachine, qn_about_machine, ADW_TYPE_WINDOW)

static GtkWidget *
add_label (QnAboutMachine *self, const char *markup, const char *css_class)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR,
                                   "natural-wrap-mode", GTK_NATURAL_WRAP_WORD, "xalign", 0.0, NULL);

  gtk_label_set_markup (GTK_LABEL (label), markup);
  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (self->box), label);
  return label;
}

static void
add_heading (QnAboutMachine *self, const char *title)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", title, "wrap", TRUE, "xalign", 0.0, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, NULL);

  gtk_widget_add_css_class (label, "title-4");
  gtk_widget_add_css_class (label, "quench-about-title");
  gtk_box_append (GTK_BOX (self->box), label);
}

static void
add_equation (QnAboutMachine *self, const char *markup)
{
  GtkWidget *label = add_label (self, markup, "quench-equation");

  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_label_set_xalign (GTK_LABEL (label), 0.5);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
}

/* Lines that begin with a tab are equations, the others paragraphs. */
static void
add_section (QnAboutMachine *self, const QnAboutSection *section)
{
  g_auto (GStrv) lines = g_strsplit (_(section->text), "\n", -1);

  add_heading (self, _(section->title));
  for (gsize i = 0; lines[i] != NULL; i++)
    {
      if (lines[i][0] == '\t')
        add_equation (self, lines[i] + 1);
      else if (lines[i][0] != '\0')
        gtk_label_set_selectable (GTK_LABEL (add_label (self, lines[i], "quench-paragraph")), TRUE);
    }
}

static void
qn_about_machine_class_init (QnAboutMachineClass *klass)
{
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
qn_about_machine_init (QnAboutMachine *self)
{
  GtkWidget *all = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *header = adw_header_bar_new (), *clamp = adw_clamp_new ();

  self->title = adw_window_title_new (_("About This Machine"), NULL);
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header), self->title);
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  gtk_widget_add_css_class (self->box, "quench-about-machine");
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 760);
  adw_clamp_set_child (ADW_CLAMP (clamp), self->box);
  self->scrolled = g_object_new (GTK_TYPE_SCROLLED_WINDOW, "hscrollbar-policy", GTK_POLICY_NEVER, "vexpand", TRUE, "child", clamp, NULL);
  gtk_box_append (GTK_BOX (all), header);
  gtk_box_append (GTK_BOX (all), self->scrolled);
  adw_window_set_content (ADW_WINDOW (self), all);
  gtk_window_set_default_size (GTK_WINDOW (self), 640, 560);
  gtk_window_set_destroy_with_parent (GTK_WINDOW (self), TRUE);
}

GtkWidget *
qn_about_machine_new (GtkWindow *parent, const QnLab *lab)
{
  QnAboutMachine *self = g_object_new (QN_TYPE_ABOUT_MACHINE, "transient-for", parent, NULL);

  qn_about_machine_set_lab (self, lab);
  return GTK_WIDGET (self);
}

static gboolean
is_to_look_for (const QnAboutSection *section)
{
  return g_str_equal (section->title, N_("What to look for"));
}

/* What to look for comes second, wherever the lab has it. */
static void
add_sections (QnAboutMachine *self, const QnAboutSection *sections)
{
  for (const QnAboutSection *section = sections; section->title != NULL; section++)
    {
      if (section == sections || !is_to_look_for (section))
        add_section (self, section);
      for (const QnAboutSection *later = sections + 1; section == sections && later->title != NULL; later++)
        if (is_to_look_for (later))
          add_section (self, later);
    }
}

void
qn_about_machine_set_lab (QnAboutMachine *self, const QnLab *lab)
{
  GtkWidget *child;
  g_autofree char *title = NULL;

  g_return_if_fail (QN_IS_ABOUT_MACHINE (self) && lab != NULL);

  if (lab == self->lab)
    return;
  self->lab = lab;
  while ((child = gtk_widget_get_first_child (self->box)) != NULL)
    gtk_box_remove (GTK_BOX (self->box), child);
  /* TRANSLATORS: %s is the name of a lab: "About This Machine: Otto cycle". */
  title = g_strdup_printf (_("About This Machine: %s"), _(lab->name));
  gtk_window_set_title (GTK_WINDOW (self), title);
  adw_window_title_set_subtitle (ADW_WINDOW_TITLE (self->title), _(lab->name));
  add_label (self, _(lab->summary), "quench-summary");
  if (lab->about != NULL)
    add_sections (self, lab->about);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scrolled)), 0);
  qn_widgets_set_name (GTK_WIDGET (self->scrolled), title);
  gtk_window_set_focus (GTK_WINDOW (self), self->scrolled);
}
