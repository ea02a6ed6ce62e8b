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
  GtkWidget *detail;              /* under the words */
  GtkWidget *secular_icon, *secular_number, *secular_name, *secular_meaning;
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

#define DETAIL_CHARS 9

typedef enum { HOLDS, DOUBTFUL, BROKEN } Mark;

static const struct
{
  const char *words; /* N_() */
  Mark mark;
} verdicts[] = {
  [QN_VERDICT_HOLD] = { N_("Laws hold"), HOLDS },
  [QN_VERDICT_ONLY_IF] = { N_("Hold only if"), DOUBTFUL },
  [QN_VERDICT_BROKEN] = { N_("Law broken"), BROKEN },
  [QN_VERDICT_NOT_CHECKED] = { N_("Not checked"), DOUBTFUL },
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
  self->secular_name = add_label (self->grid, 1, QN_N_LAWS, _("Secular approximation"), "qn-law");
  self->secular_number = add_label (self->grid, 2, QN_N_LAWS, "–", "numeric");
  self->secular_meaning = add_label (self->grid, 3, QN_N_LAWS, _("distance of Bohr frequencies over rates, doubtful below 1"), "qn-caption");
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
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4), *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->icon = gtk_image_new_from_icon_name ("qn-check-symbolic");
  /* As wide as the widest of them. */
  self->words = gtk_stack_new ();
  for (guint i = 0; i < G_N_ELEMENTS (verdicts); i++)
    gtk_stack_add_named (GTK_STACK (self->words), g_object_new (GTK_TYPE_LABEL, "label", _(verdicts[i].words), "xalign", 0.0, "width-chars", DETAIL_CHARS, NULL), verdicts[i].words);
  /* In two lines no wider than the words: what it says moves nothing. */
  self->detail = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "visible", FALSE, "wrap", TRUE, "lines", 2, "ellipsize", PANGO_ELLIPSIZE_END,
                               "width-chars", DETAIL_CHARS, "max-width-chars", DETAIL_CHARS, NULL);
  gtk_widget_add_css_class (self->detail, "qn-caption");
  gtk_box_append (GTK_BOX (lines), self->words);
  gtk_box_append (GTK_BOX (lines), self->detail);
  gtk_widget_set_valign (lines, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), self->icon);
  gtk_box_append (GTK_BOX (box), lines);
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

static void
show_laws (QnLawBadge *self, const QnSnapshot *snapshot)
{
  static const QnDimension dimensions[QN_N_LAWS] = { [QN_LAW_FIRST] = QN_DIMENSION_ENERGY };

  for (int i = 0; i < QN_N_LAWS; i++)
    {
      double residual;
      gboolean holds = qn_law_holds (&snapshot->outcome->results, &snapshot->outcome->ledger, (QnLaw) i, &residual);
      gboolean noise = qn_is_noise (residual, dimensions[i], &snapshot->outcome->ledger);
      g_autofree char *number = isnan (residual) ? g_strdup (_("not checked")) : qn_quantity_format (noise ? 0 : residual, QN_DIMENSION_NONE, FALSE);

      show_mark (self->law_icon[i], holds ? HOLDS : BROKEN);
      gtk_widget_set_opacity (self->law_icon[i], isnan (residual) ? 0 : 1);
      gtk_label_set_markup (GTK_LABEL (self->law_number[i]), number);
    }
}

/* Only where there is a master equation that it could be wrong of. */
static void
show_secular (QnLawBadge *self, const QnSnapshot *snapshot)
{
  const QnOutcome *outcome = snapshot->outcome;
  gboolean told = (!outcome->results.lab || outcome->results.lab->build) && isfinite (outcome->ledger.secular_ratio);
  gboolean doubtful = qn_doubts (&outcome->results, &outcome->ledger) & QN_DOUBT_SECULAR;
  g_autofree char *ratio = qn_quantity_format (outcome->ledger.secular_ratio, QN_DIMENSION_NONE, FALSE);
  GtkWidget *row[] = { self->secular_icon, self->secular_name, self->secular_number, self->secular_meaning };

  for (guint i = 0; i < G_N_ELEMENTS (row); i++)
    gtk_widget_set_visible (row[i], told);
  show_mark (self->secular_icon, doubtful ? DOUBTFUL : HOLDS);
  gtk_label_set_markup (GTK_LABEL (self->secular_number), ratio);
}

void
qn_law_badge_set_snapshot (QnLawBadge *self, QnSnapshot *snapshot)
{
  g_autofree char *detail = NULL, *spoken = NULL;
  QnVerdict verdict;

  g_return_if_fail (QN_IS_LAW_BADGE (self) && snapshot != NULL);

  show_laws (self, snapshot);
  show_secular (self, snapshot);
  verdict = qn_verdict (&snapshot->outcome->results, &snapshot->outcome->ledger, &detail);
  show_mark (self->icon, verdicts[verdict].mark);
  gtk_stack_set_visible_child_name (GTK_STACK (self->words), verdicts[verdict].words);
  gtk_label_set_label (GTK_LABEL (self->detail), detail ? detail : "");
  gtk_widget_set_visible (self->detail, detail != NULL);
  spoken = detail ? g_strdup_printf ("%s: %s", _(verdicts[verdict].words), detail) : g_strdup (_(verdicts[verdict].words));
  qn_widgets_set_name (GTK_WIDGET (self->button), spoken);
  show_note (self, snapshot);
}
