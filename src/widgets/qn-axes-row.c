/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/qn-axes-row.h"

#include <glib/gi18n-lib.h>

#include "sim/qn-background.h"
#include "widgets/qn-widgets.h"

#define NARROWEST 2 /* characters */

struct _QnAxesRow
{
  GtkWidget parent_instance;

  GtkWidget *choice[QN_N_OVERS]; /* borrowed: children */
  GArray *index[QN_N_OVERS];     /* owned, of int: of the parameter or result in each place */
  const QnLab *lab;              /* whose names they list */
  guint wanted;                  /* mask of QnOver */
  gboolean showing;              /* what they say is not of the hand */
};

G_DEFINE_FINAL_TYPE (QnAxesRow, qn_axes_row, GTK_TYPE_WIDGET)

static void
chosen_cb (GtkDropDown *choice, GParamSpec *spec, QnAxesRow *self)
{
  guint at = gtk_drop_down_get_selected (choice);

  for (int over = 0; over < QN_N_OVERS && !self->showing; over++)
    if (GTK_WIDGET (choice) == self->choice[over] && at < self->index[over]->len)
      gtk_widget_activate_action (GTK_WIDGET (self), "experiment.choose-axis", "(ii)", over, g_array_index (self->index[over], int, at));
}

/* In the button a name gives way, in the list it is whole. */
static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  gtk_list_item_set_child (item, g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "ellipsize", PANGO_ELLIPSIZE_END, "width-chars", NARROWEST, NULL));
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)), gtk_string_object_get_string (gtk_list_item_get_item (item)));
}

static void
setup_list_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  gtk_list_item_set_child (item, g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, NULL));
}

static GtkListItemFactory *
factory_of (GCallback setup)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", setup, NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  return factory;
}

static void
make_choice (QnAxesRow *self, QnOver over)
{
  GtkWidget *choice = gtk_drop_down_new (NULL, gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string"));
  g_autoptr (GtkListItemFactory) narrow = factory_of (G_CALLBACK (setup_cb)), whole = factory_of (G_CALLBACK (setup_list_cb));

  self->choice[over] = choice;
  self->index[over] = g_array_new (FALSE, FALSE, sizeof (int));
  gtk_drop_down_set_factory (GTK_DROP_DOWN (choice), narrow);
  gtk_drop_down_set_list_factory (GTK_DROP_DOWN (choice), whole);
  gtk_drop_down_set_enable_search (GTK_DROP_DOWN (choice), TRUE);
  gtk_widget_set_hexpand (choice, TRUE);
  gtk_widget_set_tooltip_text (choice, qn_over_name (over));
  qn_widgets_set_name (choice, qn_over_name (over));
  qn_widgets_set_name (gtk_widget_get_first_child (choice), qn_over_name (over)); /* its button, which is what has the focus */
  g_signal_connect_object (choice, "notify::selected", G_CALLBACK (chosen_cb), self, 0);
  gtk_widget_set_parent (choice, GTK_WIDGET (self));
}

/* Parameters that have no say here are left out, but for the chosen one. */
static gboolean
offers (const QnExperiment *experiment, QnOver over, int index)
{
  const QnParameter *p;

  if (!qn_over_allows (experiment->lab, over, index))
    return FALSE;
  if (index < 0 || !qn_over_is_parameter (over) || index == qn_over_get (experiment, over))
    return TRUE;
  p = &experiment->lab->parameters[index];
  return !p->applies || p->applies (experiment->value);
}

static gboolean
same_indices (const GArray *a, const GArray *b)
{
  return a->len == b->len && memcmp (a->data, b->data, sizeof (int) * a->len) == 0;
}

static void
list_choices (QnAxesRow *self, const QnExperiment *experiment, QnOver over)
{
  const QnLab *lab = experiment->lab;
  GArray *index = g_array_new (FALSE, FALSE, sizeof (int));
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (int i = -1; i < (qn_over_is_parameter (over) ? lab->n_parameters : lab->n_results); i++)
    if (offers (experiment, over, i))
      {
        g_array_append_val (index, i);
        gtk_string_list_append (names, i < 0 ? (over == QN_OVER_FAMILY ? _("One curve") : _("No second result")) : _(qn_over_is_parameter (over) ? lab->parameters[i].name : lab->results[i].name));
      }
  if (lab == self->lab && same_indices (index, self->index[over]))
    {
      g_array_unref (index);
      return;
    }
  g_array_unref (self->index[over]);
  self->index[over] = index;
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->choice[over]), G_LIST_MODEL (names));
}

static void
select_present (QnAxesRow *self, const QnExperiment *experiment, QnOver over)
{
  int now = qn_over_get (experiment, over);

  for (guint k = 0; k < self->index[over]->len; k++)
    if (g_array_index (self->index[over], int, k) == now && gtk_drop_down_get_selected (GTK_DROP_DOWN (self->choice[over])) != k)
      gtk_drop_down_set_selected (GTK_DROP_DOWN (self->choice[over]), k);
}

static guint
wanted_by (const QnFigureInfo *info)
{
  if (!(info->extras & (QN_EXTRA_LINE | QN_EXTRA_MAP)))
    return 0;
  if (info->extras & QN_EXTRA_LINE && info->extras & QN_EXTRA_MAP)
    return 1u << QN_OVER_X | 1u << QN_OVER_FAMILY;
  return 1u << QN_OVER_VALUE | 1u << QN_OVER_X | (info->extras & QN_EXTRA_MAP ? 1u << QN_OVER_Y : 1u << QN_OVER_SECOND | 1u << QN_OVER_FAMILY);
}

static const QnOver order[QN_N_OVERS] = { QN_OVER_VALUE, QN_OVER_X, QN_OVER_SECOND, QN_OVER_Y, QN_OVER_FAMILY };

/* Two beside each other, so that their names can be read in a small cell. */
static void
place (QnAxesRow *self)
{
  GtkLayoutManager *grid = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  for (int i = 0, n = 0; i < QN_N_OVERS; i++)
    if (self->wanted & 1u << order[i])
      {
        GtkGridLayoutChild *child = GTK_GRID_LAYOUT_CHILD (gtk_layout_manager_get_layout_child (grid, self->choice[order[i]]));

        gtk_grid_layout_child_set_column (child, n % 2);
        gtk_grid_layout_child_set_row (child, n / 2);
        n++;
      }
}

void
qn_axes_row_show (QnAxesRow *self, const QnFigureInfo *info, const QnExperiment *experiment)
{
  g_return_if_fail (QN_IS_AXES_ROW (self));

  self->wanted = info && experiment && experiment->lab ? wanted_by (info) : 0;
  gtk_widget_set_visible (GTK_WIDGET (self), self->wanted != 0);
  self->showing = TRUE;
  for (QnOver over = 0; over < QN_N_OVERS; over++)
    {
      gboolean wanted = (self->wanted & 1u << over) != 0;

      gtk_widget_set_visible (self->choice[over], wanted);
      if (!wanted)
        continue;
      list_choices (self, experiment, over);
      select_present (self, experiment, over);
    }
  place (self);
  if (self->wanted)
    self->lab = experiment->lab;
  self->showing = FALSE;
}

static void
dispose (GObject *object)
{
  QnAxesRow *self = QN_AXES_ROW (object);

  for (int over = 0; over < QN_N_OVERS; over++)
    {
      g_clear_pointer (&self->choice[over], gtk_widget_unparent);
      g_clear_pointer (&self->index[over], g_array_unref);
    }
  G_OBJECT_CLASS (qn_axes_row_parent_class)->dispose (object);
}

static void
qn_axes_row_class_init (QnAxesRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dispose;
  gtk_widget_class_set_css_name (widget_class, "qnaxes");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_GRID_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
qn_axes_row_init (QnAxesRow *self)
{
  GtkGridLayout *grid = GTK_GRID_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self)));

  gtk_grid_layout_set_column_spacing (grid, 4);
  gtk_grid_layout_set_row_spacing (grid, 4);
  gtk_grid_layout_set_column_homogeneous (grid, TRUE);
  qn_widgets_set_name (GTK_WIDGET (self), _("Axes"));
  for (int i = 0; i < QN_N_OVERS; i++)
    make_choice (self, order[i]);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

GtkWidget *
qn_axes_row_new (void)
{
  return g_object_new (QN_TYPE_AXES_ROW, NULL);
}
