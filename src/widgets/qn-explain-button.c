/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/qn-explain-button.h"

#include <glib/gi18n-lib.h>

#include "widgets/qn-parameter-scale.h"
#include "widgets/qn-popover.h"

struct _QnExplainButton
{
  GtkButton parent_instance;

  /* Borrowed */
  const QnParameter *parameter;
  const QnResult *results[QN_EXPLAIN_MAX];
};

G_DEFINE_FINAL_TYPE (QnExplainButton, qn_explain_button, GTK_TYPE_BUTTON)

static const char *
dimension_name (QnDimension dimension)
{
  static const char *const names[] = {
    [QN_DIMENSION_NONE] = N_("a pure number"),
    [QN_DIMENSION_ENERGY] = N_("an energy"),
    [QN_DIMENSION_TEMPERATURE] = N_("a temperature"),
    [QN_DIMENSION_RATE] = N_("a rate"),
    [QN_DIMENSION_TIME] = N_("a time"),
    [QN_DIMENSION_ENTROPY] = N_("an entropy"),
    [QN_DIMENSION_POWER] = N_("a power"),
    [QN_DIMENSION_ANGLE] = N_("an angle"),
    [QN_DIMENSION_ENTROPY_RATE] = N_("an entropy per time"),
  };

  return (guint) dimension < G_N_ELEMENTS (names) ? _(names[dimension]) : "";
}

static GtkWidget *
new_label (const char *markup, const char *css_class)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR,
                                   "natural-wrap-mode", GTK_NATURAL_WRAP_WORD, "max-width-chars", 36, NULL);

  gtk_label_set_markup (GTK_LABEL (label), markup);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
add_head (GtkWidget *box, const char *symbol, const char *name, const char *meaning)
{
  g_autofree char *escaped = g_markup_escape_text (name, -1);
  g_autofree char *title = g_strdup_printf (symbol && *symbol ? "%s   <b>%s</b>" : "%s<b>%s</b>", symbol ? symbol : "", escaped);
  GtkWidget *head = new_label (title, "qn-explain-title");

  gtk_box_append (GTK_BOX (box), head);
  gtk_box_append (GTK_BOX (box), new_label (meaning, "qn-explain-meaning"));
}

/* One more line "what: markup" of the small table below the meaning. */
static void
add_fact (GtkWidget *grid, const char *what, const char *markup)
{
  int row = 0;

  while (gtk_grid_get_child_at (GTK_GRID (grid), 0, row))
    row++;
  gtk_grid_attach (GTK_GRID (grid), new_label (what, "qn-caption"), 0, row, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), new_label (markup, "qn-explain-fact"), 1, row, 1, 1);
}

static GtkWidget *
add_facts (GtkWidget *box)
{
  GtkWidget *grid = g_object_new (GTK_TYPE_GRID, "column-spacing", 12, "row-spacing", 2, NULL);

  gtk_box_append (GTK_BOX (box), grid);
  return grid;
}

static void
add_unit (GtkWidget *grid, QnDimension dimension)
{
  const char *unit = qn_dimension_unit (dimension);
  g_autofree char *text = *unit ? g_strdup_printf ("%s, %s", unit, dimension_name (dimension)) : g_strdup (dimension_name (dimension));

  add_fact (grid, _("Unit"), text);
}

/* "from 10⁻⁶ to 10⁶" */
static char *
range_text (double low, double high)
{
  g_autofree char *from = qn_parameter_number_text (low, 6), *to = qn_parameter_number_text (high, 6);

  /* TRANSLATORS: the smallest and the largest number allowed. */
  return g_strdup_printf (_("from %s to %s"), from, to);
}

static void
add_range (GtkWidget *grid, const QnParameter *p)
{
  g_autofree char *hard = range_text (p->hard_min, p->hard_max), *soft = range_text (p->soft_min, p->soft_max);
  g_autofree char *whole = g_strdup_printf (_("whole numbers %s"), hard);

  add_unit (grid, p->dimension);
  add_fact (grid, _("Allowed"), p->kind == QN_VALUE_INTEGER ? whole : hard);
  add_fact (grid, _("Slider"), soft);
}

static void
explain_parameter (GtkWidget *box, const QnParameter *p)
{
  g_autofree char *id = g_strdup_printf ("<tt>%s</tt>", p->id);
  g_autoptr (GString) names = g_string_new (NULL);
  GtkWidget *grid;

  add_head (box, p->symbol, _(p->name), _(p->meaning));
  grid = add_facts (box);
  for (const QnChoice *c = p->kind == QN_VALUE_CHOICE ? p->choices : NULL; c && c->id; c++)
    g_string_append_printf (names, "%s%s", names->len ? ", " : "", _(c->name));
  if (p->kind == QN_VALUE_SWITCH)
    add_fact (grid, _("Allowed"), _("on or off"));
  else if (p->kind == QN_VALUE_CHOICE)
    add_fact (grid, _("Allowed"), names->str);
  else
    add_range (grid, p);
  add_fact (grid, _("In files"), id);
}

static void
explain_result (GtkWidget *box, const QnResult *r)
{
  g_autofree char *id = g_strdup_printf ("<tt>%s</tt>", r->id);
  GtkWidget *grid;

  add_head (box, r->symbol, _(r->name), _(r->meaning));
  grid = add_facts (box);
  if (r->kind == QN_RESULT_NUMBER)
    add_unit (grid, r->dimension);
  add_fact (grid, _("In files"), id);
}

static GtkWidget *
make_content (QnExplainButton *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_widget_add_css_class (box, "qn-explanation");
  if (self->parameter)
    explain_parameter (box, self->parameter);
  for (guint i = 0; i < QN_EXPLAIN_MAX; i++)
    if (self->results[i])
      {
        if (i > 0)
          gtk_box_append (GTK_BOX (box), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
        explain_result (box, self->results[i]);
      }
  return box;
}

static void
clicked (GtkButton *button)
{
  QnExplainButton *self = QN_EXPLAIN_BUTTON (button);
  const char *name = self->parameter ? self->parameter->name : self->results[0] ? self->results[0]->name : NULL;

  if (name)
    qn_popover_open (GTK_WIDGET (self), _(name), make_content (self));
}

static void
dispose (GObject *object)
{
  qn_popover_drop (GTK_WIDGET (object));
  G_OBJECT_CLASS (qn_explain_button_parent_class)->dispose (object);
}

static void
qn_explain_button_class_init (QnExplainButtonClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dispose;
  GTK_BUTTON_CLASS (klass)->clicked = clicked;
}

static void
qn_explain_button_init (QnExplainButton *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "flat");
  gtk_widget_add_css_class (GTK_WIDGET (self), "qn-explain");
  gtk_widget_set_focus_on_click (GTK_WIDGET (self), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_HAS_POPUP, TRUE, -1);
}

GtkWidget *
qn_explain_button_new (GtkWidget *child)
{
  return g_object_new (QN_TYPE_EXPLAIN_BUTTON, "child", child, NULL);
}

void
qn_explain_button_set_parameter (QnExplainButton *self, const QnParameter *parameter)
{
  g_return_if_fail (QN_IS_EXPLAIN_BUTTON (self));
  self->parameter = parameter;
}

void
qn_explain_button_set_results (QnExplainButton *self, const QnResult *const *results, guint n)
{
  guint k = 0;

  g_return_if_fail (QN_IS_EXPLAIN_BUTTON (self) && n <= QN_EXPLAIN_MAX);

  memset (self->results, 0, sizeof self->results);
  for (guint i = 0; i < n; i++)
    if (results[i])
      self->results[k++] = results[i];
}

GtkPopover *
qn_explain_button_get_popover (QnExplainButton *self)
{
  g_return_val_if_fail (QN_IS_EXPLAIN_BUTTON (self), NULL);
  return qn_popover_get (GTK_WIDGET (self));
}
