/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/qn-results-button.h"

#include <glib/gi18n-lib.h>

#include "figures/kit/qn-style.h"
#include "plot/qn-axes.h"
#include "widgets/qn-popover.h"
#include "widgets/qn-widgets.h"

#define NUMBER_CHARS 4
#define MOST_HEIGHT 420

struct _QnResultsButton
{
  GtkButton parent_instance;

  QnSnapshot *snapshot; /* owned */
  GtkWidget *number;    /* borrowed, as are the following */
  GtkWidget *grid;      /* within the popover, while there is one */
  int hidden;
};

G_DEFINE_FINAL_TYPE (QnResultsButton, qn_results_button, GTK_TYPE_BUTTON)

static GtkWidget *
new_label (const char *markup, const char *css_class, double xalign)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", markup, "use-markup", TRUE, "xalign", xalign, NULL);

  gtk_widget_add_css_class (label, css_class);
  return label;
}

static char *
vector_text (const double *value, int n)
{
  GString *out = g_string_new (NULL);

  for (int i = 0; i < n; i++)
    {
      g_autofree char *text = qn_quantity_format (value[i], QN_DIMENSION_NONE, FALSE);

      g_string_append_printf (out, "%s%s", i ? "  " : "", text);
    }
  if (n == 0)
    g_string_append (out, "–");
  return g_string_free (out, FALSE);
}

static char *
value_text (const QnSnapshot *s, const QnResult *result)
{
  const QnResults *results = &s->outcome->results;
  double vector[QN_MAX_LEVELS], value;

  if (result->kind == QN_RESULT_MODE)
    return g_strdup (qn_mode_name (results->mode));
  if (result->kind == QN_RESULT_VECTOR)
    return vector_text (vector, qn_results_vector (results, result, vector));
  value = qn_results_get (results, result->id);
  return qn_results_format (results, result, qn_is_noise (value, result->dimension, &s->outcome->ledger) ? 0 : value, TRUE);
}

static void
fill (QnResultsButton *self)
{
  const QnLab *lab = self->snapshot->outcome->results.lab;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->grid)))
    gtk_grid_remove (GTK_GRID (self->grid), child);
  for (int i = 0; i < lab->n_results; i++)
    {
      const QnResult *result = &lab->results[i];
      g_autofree char *name = g_markup_escape_text (_(result->name), -1);
      g_autofree char *value = value_text (self->snapshot, result);
      GtkWidget *cells[] = { new_label (name, "qn-plain", 0), new_label (result->symbol ? result->symbol : "", "qn-caption", 0), new_label (value, "numeric", 1) };

      for (guint k = 0; k < G_N_ELEMENTS (cells); k++)
        {
          gtk_grid_attach (GTK_GRID (self->grid), cells[k], (int) k, i, 1, 1);
          gtk_widget_set_tooltip_markup (cells[k], _(result->meaning));
        }
      gtk_label_set_selectable (GTK_LABEL (cells[2]), TRUE);
    }
}

static void
clicked (GtkButton *button)
{
  QnResultsButton *self = QN_RESULTS_BUTTON (button);
  GtkWidget *scroller;

  if (!self->snapshot)
    return;
  self->grid = g_object_new (GTK_TYPE_GRID, "column-spacing", 14, "row-spacing", 4, "margin-start", 6, "margin-end", 14, NULL);
  scroller = g_object_new (GTK_TYPE_SCROLLED_WINDOW, "hscrollbar-policy", GTK_POLICY_NEVER, "propagate-natural-width", TRUE, "propagate-natural-height",
                           TRUE, "max-content-height", MOST_HEIGHT, "child", self->grid, NULL);
  fill (self);
  qn_popover_open (GTK_WIDGET (self), _("All results"), scroller);
}

static void
size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  GTK_WIDGET_CLASS (qn_results_button_parent_class)->size_allocate (widget, width, height, baseline);
  if (qn_popover_get (widget))
    gtk_popover_present (qn_popover_get (widget));
}

static void
dispose (GObject *object)
{
  qn_popover_drop (GTK_WIDGET (object));
  g_clear_pointer (&QN_RESULTS_BUTTON (object)->snapshot, qn_snapshot_unref);
  G_OBJECT_CLASS (qn_results_button_parent_class)->dispose (object);
}

static void
qn_results_button_class_init (QnResultsButtonClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dispose;
  GTK_WIDGET_CLASS (klass)->size_allocate = size_allocate;
  GTK_BUTTON_CLASS (klass)->clicked = clicked;
}

static void
qn_results_button_init (QnResultsButton *self)
{
  /* An inscription's size does not depend on its text. */
  self->number = g_object_new (GTK_TYPE_INSCRIPTION, "xalign", 0.5f, "min-chars", NUMBER_CHARS, "nat-chars", NUMBER_CHARS, NULL);
  gtk_button_set_child (GTK_BUTTON (self), self->number);
  gtk_widget_add_css_class (GTK_WIDGET (self), "flat");
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  qn_widgets_set_name (GTK_WIDGET (self), _("All results"));
  self->hidden = -1;
}

GtkWidget *
qn_results_button_new (void)
{
  return g_object_new (QN_TYPE_RESULTS_BUTTON, NULL);
}

void
qn_results_button_set_snapshot (QnResultsButton *self, QnSnapshot *snapshot)
{
  g_return_if_fail (QN_IS_RESULTS_BUTTON (self));

  qn_snapshot_ref (snapshot);
  g_clear_pointer (&self->snapshot, qn_snapshot_unref);
  self->snapshot = snapshot;
  if (qn_popover_get (GTK_WIDGET (self)))
    fill (self);
}

void
qn_results_button_set_hidden (QnResultsButton *self, int n)
{
  g_autofree char *text = g_strdup_printf ("+%d", n);
  g_autofree char *name = g_strdup_printf (ngettext ("All results: %d more", "All results: %d more", (gulong) n), n);

  g_return_if_fail (QN_IS_RESULTS_BUTTON (self));
  if (n == self->hidden)
    return;
  self->hidden = n;
  gtk_inscription_set_text (GTK_INSCRIPTION (self->number), text);
  qn_widgets_set_tooltip (GTK_WIDGET (self), name);
  qn_widgets_set_name (GTK_WIDGET (self), name);
}

GtkPopover *
qn_results_button_get_popover (QnResultsButton *self)
{
  g_return_val_if_fail (QN_IS_RESULTS_BUTTON (self), NULL);
  return qn_popover_get (GTK_WIDGET (self));
}
