/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/qn-parameter-panel.h"

#include <glib/gi18n-lib.h>

#include "lab/qn-effect.h"
#include "widgets/qn-widgets.h"

struct _QnParameterPanel
{
  GtkWidget parent_instance;

  /* Owned */
  QnExperiment experiment;
  QnExperiment asked;    /* what set_defaults() was given last; lab NULL: nothing */
  QnExperiment defaults; /* in force: of the experiment's lab */

  /* Borrowed */
  GtkWidget *box; /* child */
  GtkWidget *reset;
  QnParameterRow *rows[QN_MAX_PARAMETERS];
  GtkWidget *titles[QN_N_GROUPS], *cards[QN_N_GROUPS];

  gboolean setting;
};

G_DEFINE_FINAL_TYPE (QnParameterPanel, qn_parameter_panel, GTK_TYPE_WIDGET)

enum { CHANGED, DRAG_BEGIN, DRAG_END, N_SIGNALS };
static guint signals[N_SIGNALS];

static gboolean
applies (QnParameterPanel *self, int i)
{
  const QnParameter *p = &self->experiment.lab->parameters[i];

  return !p->applies || p->applies (self->experiment.value);
}

static void
show_applicable (QnParameterPanel *self)
{
  gboolean any[QN_N_GROUPS] = { FALSE };

  for (int i = 0; i < self->experiment.lab->n_parameters; i++)
    {
      gboolean visible = applies (self, i);

      gtk_widget_set_visible (GTK_WIDGET (self->rows[i]), visible);
      qn_parameter_row_set_idle (self->rows[i], visible ? qn_parameter_idle (&self->experiment, i) : NULL);
      any[self->experiment.lab->parameters[i].group] |= visible;
    }
  for (int g = 0; g < QN_N_GROUPS; g++)
    if (self->cards[g])
      {
        gtk_widget_set_visible (self->titles[g], any[g]);
        gtk_widget_set_visible (self->cards[g], any[g]);
      }
}

static void
show_reset (QnParameterPanel *self)
{
  gboolean away = FALSE;

  for (int i = 0; i < self->experiment.lab->n_parameters; i++)
    away |= self->experiment.value[i] != self->defaults.value[i];
  gtk_widget_set_sensitive (self->reset, away);
}

static void
emit_changed (QnParameterPanel *self, gboolean dragging)
{
  show_applicable (self);
  show_reset (self);
  g_signal_emit (self, signals[CHANGED], 0, &self->experiment, dragging);
}

static void
row_changed_cb (QnParameterPanel *self, double value, gboolean dragging, QnParameterRow *row)
{
  const QnParameter *p = qn_parameter_row_get_parameter (row);

  if (self->setting)
    return;
  self->experiment.value[p - self->experiment.lab->parameters] = value;
  emit_changed (self, dragging);
}

static void
drag_begin_cb (QnParameterPanel *self)
{
  g_signal_emit (self, signals[DRAG_BEGIN], 0);
}

static void
drag_end_cb (QnParameterPanel *self)
{
  g_signal_emit (self, signals[DRAG_END], 0);
}

static void
make_group (QnParameterPanel *self, QnGroup group)
{
  GtkWidget *title = g_object_new (GTK_TYPE_LABEL, "label", qn_group_name (group), "xalign", 0.0, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, NULL);
  GtkWidget *card = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, NULL);

  gtk_widget_add_css_class (title, "heading");
  gtk_widget_add_css_class (title, "qn-group");
  gtk_widget_add_css_class (card, "card");
  qn_widgets_set_name (GTK_WIDGET (card), qn_group_name (group));
  gtk_box_append (GTK_BOX (self->box), title);
  gtk_box_append (GTK_BOX (self->box), card);
  self->titles[group] = title;
  self->cards[group] = card;
}

static void
make_row (QnParameterPanel *self, int i)
{
  const QnParameter *p = &self->experiment.lab->parameters[i];
  GtkWidget *row = qn_parameter_row_new (p);

  g_signal_connect_swapped (row, "value-changed", G_CALLBACK (row_changed_cb), self);
  g_signal_connect_swapped (row, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect_swapped (row, "drag-end", G_CALLBACK (drag_end_cb), self);
  gtk_box_append (GTK_BOX (self->cards[p->group]), row);
  self->rows[i] = QN_PARAMETER_ROW (row);
}

static void
make_reset (QnParameterPanel *self)
{
  self->reset = gtk_button_new_with_mnemonic (_("_Reset all"));
  gtk_widget_add_css_class (self->reset, "qn-reset-all");
  qn_widgets_set_name (GTK_WIDGET (self->reset), _("Reset all"));
  gtk_widget_set_halign (self->reset, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (self->reset, "clicked", G_CALLBACK (qn_parameter_panel_reset_all), self);
  gtk_box_append (GTK_BOX (self->box), self->reset);
}

static void
rebuild (QnParameterPanel *self)
{
  const QnLab *lab = self->experiment.lab;
  GtkWidget *child;

  /* The focus leaves a row later than the row leaves the panel: what was being typed there is no value of the new lab. */
  for (gsize i = 0; i < G_N_ELEMENTS (self->rows) && self->rows[i]; i++)
    g_signal_handlers_disconnect_by_func (self->rows[i], row_changed_cb, self);
  while ((child = gtk_widget_get_first_child (self->box)))
    gtk_box_remove (GTK_BOX (self->box), child);
  memset (self->rows, 0, sizeof self->rows);
  memset (self->cards, 0, sizeof self->cards);
  memset (self->titles, 0, sizeof self->titles);
  for (int g = 0; g < QN_N_GROUPS; g++)
    for (int i = 0; i < lab->n_parameters; i++)
      if ((int) lab->parameters[i].group == g)
        {
          if (!self->cards[g])
            make_group (self, (QnGroup) g);
          make_row (self, i);
        }
  make_reset (self);
}

static void
show_values (QnParameterPanel *self)
{
  self->setting = TRUE;
  for (int i = 0; i < self->experiment.lab->n_parameters; i++)
    qn_parameter_row_set_value (self->rows[i], self->experiment.value[i]);
  self->setting = FALSE;
  show_applicable (self);
  show_reset (self);
}

static void
reset_all_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  qn_parameter_panel_reset_all (QN_PARAMETER_PANEL (widget));
}

static void
dispose (GObject *object)
{
  g_clear_pointer (&QN_PARAMETER_PANEL (object)->box, gtk_widget_unparent);
  G_OBJECT_CLASS (qn_parameter_panel_parent_class)->dispose (object);
}

static void
qn_parameter_panel_class_init (QnParameterPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dispose;
  signals[CHANGED] = g_signal_new ("changed", QN_TYPE_PARAMETER_PANEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_POINTER, G_TYPE_BOOLEAN);
  signals[DRAG_BEGIN] = g_signal_new ("drag-begin", QN_TYPE_PARAMETER_PANEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[DRAG_END] = g_signal_new ("drag-end", QN_TYPE_PARAMETER_PANEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_install_action (widget_class, "panel.reset-all", NULL, reset_all_action);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "qnpanel");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_FORM);
}

static void
qn_parameter_panel_init (QnParameterPanel *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  qn_widgets_set_name (GTK_WIDGET (self), _("Controls"));
}

GtkWidget *
qn_parameter_panel_new (void)
{
  return g_object_new (QN_TYPE_PARAMETER_PANEL, NULL);
}

static void
take_defaults (QnParameterPanel *self)
{
  const QnLab *lab = self->experiment.lab;

  if (self->asked.lab == lab)
    self->defaults = self->asked;
  else
    qn_experiment_init (&self->defaults, lab);
  for (int i = 0; i < lab->n_parameters; i++)
    qn_parameter_row_set_default (self->rows[i], self->defaults.value[i]);
  show_reset (self);
}

void
qn_parameter_panel_set_experiment (QnParameterPanel *self, const QnExperiment *experiment)
{
  gboolean new_lab;

  g_return_if_fail (QN_IS_PARAMETER_PANEL (self));
  g_return_if_fail (experiment != NULL && experiment->lab != NULL);

  new_lab = experiment->lab != self->experiment.lab;
  if (experiment != &self->experiment)
    self->experiment = *experiment;
  if (new_lab)
    {
      rebuild (self);
      take_defaults (self);
    }
  show_values (self);
}

void
qn_parameter_panel_set_defaults (QnParameterPanel *self, const QnExperiment *defaults)
{
  g_return_if_fail (QN_IS_PARAMETER_PANEL (self));

  if (defaults)
    self->asked = *defaults;
  else
    self->asked.lab = NULL;
  if (self->experiment.lab)
    take_defaults (self);
}

void
qn_parameter_panel_reset_all (QnParameterPanel *self)
{
  g_return_if_fail (QN_IS_PARAMETER_PANEL (self));

  if (!self->experiment.lab || qn_experiment_equal (&self->experiment, &self->defaults))
    return;
  self->experiment = self->defaults;
  show_values (self);
  g_signal_emit (self, signals[CHANGED], 0, &self->experiment, FALSE);
}

gboolean
qn_parameter_panel_get_dragging (QnParameterPanel *self)
{
  g_return_val_if_fail (QN_IS_PARAMETER_PANEL (self), FALSE);

  for (int i = 0; self->experiment.lab && i < self->experiment.lab->n_parameters; i++)
    if (qn_parameter_row_get_dragging (self->rows[i]))
      return TRUE;
  return FALSE;
}

QnParameterRow *
qn_parameter_panel_get_row (QnParameterPanel *self, const char *id)
{
  int i;

  g_return_val_if_fail (QN_IS_PARAMETER_PANEL (self) && id != NULL, NULL);

  i = self->experiment.lab ? qn_lab_parameter_index (self->experiment.lab, id) : -1;
  return i < 0 ? NULL : self->rows[i];
}
