/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/qn-law-badge.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "widgets/qn-widgets.h"

struct _QnLawBadge
{
  GtkWidget parent_instance;

  /* Borrowed */
  GtkWidget *button; /* child */
  GtkWidget *icon, *words, *grid, *note;
  GtkWidget *law_icon[QN_N_LAWS], *law_number[QN_N_LAWS];
  GtkWidget *secular_icon, *secular_number;
};

G_DEFINE_FINAL_TYPE (QnLawBadge, qn_law_badge, GTK_TYPE_WIDGET)

static const struct
{
  const char *name;    /* N_() */
  const char *meaning; /* N_() */
} laws[QN_N_LAWS] = {
  [QN_LAW_FIRST] = { N_("First law"), N_("energy change − heat + work") },
  [QN_LAW_SECOND] = { N_("Second law"), N_("entropy production, never negative") },
  [QN_LAW_TRACE] = { N_("Trace"), N_("probabilities add up to one") },
  [QN_LAW_POSITIVITY] = { N_("Positivity"), N_("smallest eigenvalue, never negative") },
};

static GtkWidget *
add_label (GtkWidget *grid, int column, int row, const char *text, const char *css_class)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0, NULL);

  gtk_widget_add_css_class (label, css_class);
  gtk_grid_attach (GTK_GRID (grid), label, column, row, 1, 1);
  return label;
}

static GtkWidget *
make_popover (QnLawBadge *self)
{
  GtkWidget *popover = gtk_popover_new ();

  self->grid = gtk_grid_new ();
  gtk_grid_set_column_spacing (GTK_GRID (self->grid), 12);
  gtk_grid_set_row_spacing (GTK_GRID (self->grid), 6);
  gtk_widget_add_css_class (self->grid, "qn-laws");
  for (int i = 0; i < QN_N_LAWS; i++)
    {
      self->law_icon[i] = gtk_image_new_from_icon_name ("qn-check-symbolic");
      gtk_grid_attach (GTK_GRID (self->grid), self->law_icon[i], 0, i, 1, 1);
      add_label (self->grid, 1, i, _(laws[i].name), "qn-law");
      self->law_number[i] = add_label (self->grid, 2, i, "–", "numeric");
      gtk_label_set_width_chars (GTK_LABEL (self->law_number[i]), 12);
      add_label (self->grid, 3, i, _(laws[i].meaning), "qn-caption");
    }
  self->secular_icon = gtk_image_new_from_icon_name ("qn-check-symbolic");
  gtk_grid_attach (GTK_GRID (self->grid), self->secular_icon, 0, QN_N_LAWS, 1, 1);
  add_label (self->grid, 1, QN_N_LAWS, _("Secular approximation"), "qn-law");
  self->secular_number = add_label (self->grid, 2, QN_N_LAWS, "–", "numeric");
  add_label (self->grid, 3, QN_N_LAWS, _("distance of Bohr frequencies over rates, doubtful below 1"), "qn-caption");
  self->note = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, "max-width-chars", 48, "visible", FALSE, NULL);
  gtk_grid_attach (GTK_GRID (self->grid), self->note, 0, QN_N_LAWS + 1, 4, 1);
  gtk_popover_set_child (GTK_POPOVER (popover), self->grid);
  return popover;
}

static void
dispose (GObject *object)
{
  g_clear_pointer (&QN_LAW_BADGE (object)->button, gtk_widget_unparent);
  G_OBJECT_CLASS (qn_law_badge_parent_class)->dispose (object);
}

static void
qn_law_badge_class_init (QnLawBadgeClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "qnbadge");
}

static void
qn_law_badge_init (QnLawBadge *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->icon = gtk_image_new_from_icon_name ("qn-check-symbolic");
  /* As wide as the wider of the two. */
  self->words = gtk_stack_new ();
  gtk_stack_add_named (GTK_STACK (self->words), g_object_new (GTK_TYPE_LABEL, "label", _("Laws hold"), "xalign", 0.0, NULL), "hold");
  gtk_stack_add_named (GTK_STACK (self->words), g_object_new (GTK_TYPE_LABEL, "label", _("Law broken"), "xalign", 0.0, NULL), "broken");
  gtk_box_append (GTK_BOX (box), self->icon);
  gtk_box_append (GTK_BOX (box), self->words);
  self->button = gtk_menu_button_new ();
  gtk_menu_button_set_child (GTK_MENU_BUTTON (self->button), box);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->button), make_popover (self));
  gtk_widget_add_css_class (self->button, "flat");
  gtk_widget_set_tooltip_text (self->button, _("First law, second law, trace and positivity of this cycle"));
  qn_widgets_set_name (GTK_WIDGET (self->button), _("Laws hold"));
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));
}

GtkWidget *
qn_law_badge_new (void)
{
  return g_object_new (QN_TYPE_LAW_BADGE, NULL);
}

typedef enum { HOLDS, DOUBTFUL, BROKEN } Mark;

static void
show_mark (GtkWidget *image, Mark mark)
{
  static const char *const icons[] = { "qn-check-symbolic", "qn-doubt-symbolic", "qn-cross-symbolic" };
  static const char *const classes[] = { "qn-holds", "qn-doubtful", "qn-broken" };

  gtk_image_set_from_icon_name (GTK_IMAGE (image), icons[mark]);
  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    gtk_widget_remove_css_class (image, classes[i]);
  gtk_widget_add_css_class (image, classes[mark]);
}

static void
show_note (QnLawBadge *self, const QnSnapshot *snapshot)
{
  const char *note = snapshot->valid ? qn_doubt_text (qn_doubts (&snapshot->outcome->results, &snapshot->outcome->ledger)) : snapshot->message;

  gtk_label_set_label (GTK_LABEL (self->note), note ? note : "");
  gtk_widget_set_visible (self->note, note != NULL);
}

static gboolean
show_laws (QnLawBadge *self, const QnSnapshot *snapshot)
{
  static const QnDimension dimensions[QN_N_LAWS] = { [QN_LAW_FIRST] = QN_DIMENSION_ENERGY };
  gboolean all = TRUE;

  for (int i = 0; i < QN_N_LAWS; i++)
    {
      double residual;
      gboolean holds = qn_law_holds (&snapshot->outcome->results, &snapshot->outcome->ledger, (QnLaw) i, &residual);
      gboolean noise = qn_is_noise (residual, dimensions[i], &snapshot->outcome->ledger);
      g_autofree char *number = qn_quantity_format (noise ? 0 : residual, QN_DIMENSION_NONE, FALSE);

      show_mark (self->law_icon[i], holds ? HOLDS : BROKEN);
      gtk_widget_set_opacity (self->law_icon[i], isnan (residual) ? 0 : 1);
      gtk_label_set_markup (GTK_LABEL (self->law_number[i]), number);
      all = all && holds;
    }
  return all;
}

void
qn_law_badge_set_snapshot (QnLawBadge *self, QnSnapshot *snapshot)
{
  g_autofree char *ratio = NULL, *spoken = NULL;
  gboolean all, sure;
  const char *words;

  g_return_if_fail (QN_IS_LAW_BADGE (self) && snapshot != NULL);

  all = show_laws (self, snapshot);
  sure = !(qn_doubts (&snapshot->outcome->results, &snapshot->outcome->ledger) & QN_DOUBT_SECULAR);
  ratio = qn_quantity_format (snapshot->outcome->ledger.secular_ratio, QN_DIMENSION_NONE, FALSE);
  show_mark (self->secular_icon, sure ? HOLDS : DOUBTFUL);
  gtk_label_set_markup (GTK_LABEL (self->secular_number), ratio);
  words = all ? _("Laws hold") : _("Law broken");
  spoken = !sure ? g_strdup_printf ("%s. %s", words, _("Secular approximation doubtful")) : g_strdup (words);
  show_mark (self->icon, !all ? BROKEN : sure ? HOLDS : DOUBTFUL);
  gtk_stack_set_visible_child_name (GTK_STACK (self->words), all ? "hold" : "broken");
  qn_widgets_set_name (GTK_WIDGET (self->button), spoken);
  show_note (self, snapshot);
}
