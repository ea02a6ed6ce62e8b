/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/qn-parameter-row.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "widgets/qn-explain-button.h"
#include "widgets/qn-parameter-scale.h"
#include "widgets/qn-slider.h"
#include "widgets/qn-widgets.h"

#define MOST_SCALE_ABREAST 1.3 /* of the text, with name and entry on one line */

struct _QnParameterRow
{
  GtkWidget parent_instance;

  /* Owned */
  char *error;

  /* Borrowed */
  const QnParameter *parameter;
  GtkWidget *top, *bottom; /* children; bottom may be NULL */
  GtkWidget *fields;       /* entry and unit, in `top` or below it; may be NULL */
  GtkWidget *entry, *slider, *toggle, *choice, *reset, *message;

  double value, standard;
  gboolean setting; /* a programmatic change is under way */
  gboolean edited;  /* the entry holds text not yet taken */
};

G_DEFINE_FINAL_TYPE (QnParameterRow, qn_parameter_row, GTK_TYPE_WIDGET)

enum { PROP_0, PROP_VALUE, N_PROPS };
static GParamSpec *props[N_PROPS];

enum { VALUE_CHANGED, DRAG_BEGIN, DRAG_END, N_SIGNALS };
static guint signals[N_SIGNALS];

/* "1e+06" to "1e6". */
static void
tidy_exponent (char *text)
{
  char *e = strchr (text, 'e');
  int power;

  if (!e)
    return;
  power = (int) g_ascii_strtoll (e + 1, NULL, 10);
  g_snprintf (e + 1, strlen (e + 1) + 1, "%d", power);
}

/* The shortest text that reads back as the same number, as one would type it: "1e6". */
static void
format_exactly (double value, char *text, gsize size)
{
  for (int digits = 6; digits <= 17; digits++)
    {
      char format[8];

      g_snprintf (format, sizeof format, "%%.%dg", digits);
      g_ascii_formatd (text, (int) size, format, value);
      if (g_ascii_strtod (text, NULL) == value)
        break;
    }
  tidy_exponent (text);
}

static void
show_text (QnParameterRow *self, gboolean exactly)
{
  char exact[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *rounded = NULL;
  const char *text = exact;
  gboolean setting = self->setting;

  if (!self->entry)
    return;
  if (exactly)
    format_exactly (self->value, exact, sizeof exact);
  else
    text = rounded = qn_parameter_number_text (self->value, 4);
  self->setting = TRUE;
  if (strcmp (gtk_editable_get_text (GTK_EDITABLE (self->entry)), text))
    gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  self->setting = setting;
  self->edited = FALSE;
}

/* The reset button keeps its place: rows must not jump when they are first touched. */
static void
show_reset (QnParameterRow *self)
{
  gboolean away = self->value != self->standard || self->error;

  gtk_widget_set_sensitive (self->reset, away);
  gtk_widget_set_opacity (self->reset, away ? 1 : 0);
  gtk_widget_set_can_target (self->reset, away);
}

static void
describe (GtkWidget *widget, const char *text)
{
  g_autofree char *plain = qn_widgets_plain (text);

  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, plain, -1);
}

static void
set_error (QnParameterRow *self, const char *error)
{
  if (!self->entry || !g_strcmp0 (self->error, error))
    return;
  g_free (self->error);
  self->error = g_strdup (error);
  gtk_label_set_label (GTK_LABEL (self->message), error ? error : "");
  gtk_widget_set_visible (self->message, error != NULL);
  if (error)
    gtk_widget_add_css_class (self->entry, "error");
  else
    gtk_widget_remove_css_class (self->entry, "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID, error ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
  if (error)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, error, -1);
  else
    describe (self->entry, _(self->parameter->meaning));
  show_reset (self);
}

static gboolean
entry_has_focus (QnParameterRow *self)
{
  return self->entry && (gtk_widget_get_state_flags (self->entry) & GTK_STATE_FLAG_FOCUS_WITHIN);
}

static void
show_value (QnParameterRow *self, gboolean keep_text)
{
  self->setting = TRUE;
  if (self->slider)
    qn_slider_set_value (QN_SLIDER (self->slider), self->value);
  if (self->toggle)
    gtk_switch_set_active (GTK_SWITCH (self->toggle), self->value != 0);
  if (self->choice)
    gtk_drop_down_set_selected (GTK_DROP_DOWN (self->choice), (guint) MAX (self->value, 0));
  self->setting = FALSE;
  if (!keep_text)
    {
      show_text (self, entry_has_focus (self));
      set_error (self, NULL);
    }
  show_reset (self);
}

static void
user_set (QnParameterRow *self, double value)
{
  gboolean changed = value != self->value;

  self->value = value;
  show_value (self, FALSE);
  if (!changed)
    return;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_VALUE]);
  g_signal_emit (self, signals[VALUE_CHANGED], 0, value, qn_parameter_row_get_dragging (self));
}

static void
slider_moved_cb (QnParameterRow *self, double value)
{
  user_set (self, value);
}

static void
slider_held_cb (QnParameterRow *self, gboolean held)
{
  g_signal_emit (self, signals[held ? DRAG_BEGIN : DRAG_END], 0);
}

static void
commit_entry (QnParameterRow *self)
{
  g_autoptr (GError) error = NULL;
  double value;

  if (!self->edited)
    return;
  if (qn_parameter_parse (self->parameter, gtk_editable_get_text (GTK_EDITABLE (self->entry)), &value, &error))
    user_set (self, value);
  else
    set_error (self, error->message);
}

static void
entry_changed_cb (QnParameterRow *self)
{
  if (self->setting)
    return;
  self->edited = TRUE;
  set_error (self, NULL);
}

static void
entry_focus_in_cb (QnParameterRow *self)
{
  if (!self->edited)
    show_text (self, TRUE);
}

static void
entry_focus_out_cb (QnParameterRow *self)
{
  commit_entry (self);
  if (!self->error)
    show_text (self, FALSE);
}

static gboolean
entry_key_cb (QnParameterRow *self, guint key)
{
  if (key != GDK_KEY_Escape || !self->edited)
    return FALSE;
  show_text (self, TRUE);
  set_error (self, NULL);
  gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
  return TRUE;
}

static void
toggle_cb (QnParameterRow *self)
{
  if (!self->setting)
    user_set (self, gtk_switch_get_active (GTK_SWITCH (self->toggle)));
}

static void
choice_cb (QnParameterRow *self)
{
  guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->choice));

  if (!self->setting && selected != GTK_INVALID_LIST_POSITION)
    user_set (self, selected);
}

/* The button goes insensitive under the user's fingers: the focus stays in the row. */
static void
reset_cb (QnParameterRow *self)
{
  GtkWidget *next = self->slider ? self->slider : self->toggle ? self->toggle : self->choice;

  if (gtk_widget_has_focus (self->reset))
    gtk_widget_grab_focus (next);
  qn_parameter_row_reset (self);
}

static GtkWidget *
make_label (const char *text, const char *css_class, gboolean markup)
{
  GtkWidget *label = gtk_label_new (NULL);

  if (markup)
    gtk_label_set_markup (GTK_LABEL (label), text);
  else
    gtk_label_set_label (GTK_LABEL (label), text);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
make_message (QnParameterRow *self)
{
  self->message = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_ALERT, "visible", FALSE, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR,
                                "natural-wrap-mode", GTK_NATURAL_WRAP_WORD, "xalign", 0.0, "max-width-chars", 24, NULL);
  gtk_widget_add_css_class (self->message, "qn-message");
}

static void
make_entry (QnParameterRow *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkWidget *unit = make_label (qn_dimension_unit (self->parameter->dimension), "qn-unit", TRUE);

  self->entry = gtk_entry_new ();
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), 6);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (self->entry), 6);
  gtk_editable_set_alignment (GTK_EDITABLE (self->entry), 1);
  gtk_entry_set_input_purpose (GTK_ENTRY (self->entry), GTK_INPUT_PURPOSE_NUMBER);
  gtk_widget_set_valign (self->entry, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (commit_entry), self);
  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (entry_changed_cb), self);
  g_signal_connect_swapped (focus, "enter", G_CALLBACK (entry_focus_in_cb), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (entry_focus_out_cb), self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (entry_key_cb), self);
  gtk_widget_add_controller (self->entry, focus);
  gtk_widget_add_controller (self->entry, keys);
  gtk_label_set_width_chars (GTK_LABEL (unit), 4);
  self->fields = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  gtk_box_append (GTK_BOX (self->fields), self->entry);
  gtk_box_append (GTK_BOX (self->fields), unit);
  gtk_box_append (GTK_BOX (self->top), self->fields);

  self->slider = qn_slider_new (self->parameter);
  gtk_widget_set_hexpand (self->slider, TRUE);
  g_signal_connect_swapped (self->slider, "moved", G_CALLBACK (slider_moved_cb), self);
  g_signal_connect_swapped (self->slider, "held", G_CALLBACK (slider_held_cb), self);
  gtk_box_append (GTK_BOX (self->bottom), self->slider);
  make_message (self);
}

static void
setup_name_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  gtk_list_item_set_child (item, g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "ellipsize", PANGO_ELLIPSIZE_END, NULL));
}

static void
bind_name_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)), gtk_string_object_get_string (gtk_list_item_get_item (item)));
}

static void
make_choice (QnParameterRow *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autoptr (GtkListItemFactory) cut = gtk_signal_list_item_factory_new ();

  g_signal_connect (cut, "setup", G_CALLBACK (setup_name_cb), NULL);
  g_signal_connect (cut, "bind", G_CALLBACK (bind_name_cb), NULL);
  for (const QnChoice *c = self->parameter->choices; c && c->id; c++)
    gtk_string_list_append (names, _(c->name));
  self->choice = gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&names)), NULL);
  /* A long name is cut in the button, not in the list: the sidebar keeps its width whatever is chosen. */
  gtk_drop_down_set_list_factory (GTK_DROP_DOWN (self->choice), gtk_drop_down_get_factory (GTK_DROP_DOWN (self->choice)));
  gtk_drop_down_set_factory (GTK_DROP_DOWN (self->choice), cut);
  gtk_widget_set_hexpand (self->choice, TRUE);
  g_signal_connect_swapped (self->choice, "notify::selected", G_CALLBACK (choice_cb), self);
  gtk_box_append (GTK_BOX (self->bottom), self->choice);
}

static void
make_toggle (QnParameterRow *self)
{
  self->toggle = gtk_switch_new ();
  gtk_widget_set_valign (self->toggle, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (self->toggle, "notify::active", G_CALLBACK (toggle_cb), self);
  gtk_box_append (GTK_BOX (self->top), self->toggle);
}

static void
make_reset (QnParameterRow *self, GtkWidget *box)
{
  g_autofree char *label = g_strdup_printf (_("Reset %s"), _(self->parameter->name));

  self->reset = gtk_button_new_from_icon_name ("qn-reset-symbolic");
  gtk_widget_add_css_class (self->reset, "flat");
  gtk_widget_add_css_class (self->reset, "circular");
  gtk_widget_add_css_class (self->reset, "qn-reset");
  gtk_widget_set_valign (self->reset, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (self->reset, _("Reset"));
  qn_widgets_set_name (self->reset, label);
  g_signal_connect_swapped (self->reset, "clicked", G_CALLBACK (reset_cb), self);
  gtk_box_append (GTK_BOX (box), self->reset);
}

/* Large text leaves the name no room beside the entry: then the entry goes below it. */
static void
place_fields (GtkWidget *widget)
{
  QnParameterRow *self = QN_PARAMETER_ROW (widget);
  gboolean below = qn_widgets_text_scale (widget) > MOST_SCALE_ABREAST;
  g_autoptr (GtkWidget) fields = NULL;

  if (!self->fields || below == (gtk_widget_get_parent (self->fields) == widget))
    return;
  fields = g_object_ref (self->fields);
  gtk_widget_unparent (self->fields);
  if (below)
    gtk_widget_insert_after (fields, widget, self->top);
  else
    gtk_widget_insert_after (fields, self->top, gtk_widget_get_last_child (self->top));
  gtk_widget_set_hexpand (self->entry, below);
}

/* Symbol and name, which explain themselves at a click. */
static GtkWidget *
make_name (QnParameterRow *self)
{
  const QnParameter *p = self->parameter;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  GtkWidget *symbol = *p->symbol ? make_label (p->symbol, "qn-symbol", TRUE) : NULL;
  GtkWidget *name = make_label (_(p->name), "qn-name", FALSE);
  GtkWidget *button = qn_explain_button_new (box);
  /* TRANSLATORS: %s is the name of a parameter: "Explain: Hot temperature". */
  g_autofree char *label = g_strdup_printf (_("Explain: %s"), _(p->name));

  gtk_label_set_wrap (GTK_LABEL (name), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (name), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (name), GTK_NATURAL_WRAP_WORD);
  gtk_widget_set_hexpand (name, TRUE);
  if (symbol)
    {
      gtk_label_set_width_chars (GTK_LABEL (symbol), 3);
      gtk_box_append (GTK_BOX (box), symbol);
    }
  gtk_box_append (GTK_BOX (box), name);
  qn_explain_button_set_parameter (QN_EXPLAIN_BUTTON (button), p);
  qn_widgets_set_name (button, label);
  return button;
}

static void
build (QnParameterRow *self)
{
  const QnParameter *p = self->parameter;
  gboolean has_bottom = p->kind != QN_VALUE_SWITCH;

  self->top = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  self->bottom = has_bottom ? gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6) : NULL;
  gtk_box_append (GTK_BOX (self->top), make_name (self));
  if (p->kind == QN_VALUE_SWITCH)
    make_toggle (self);
  else if (p->kind == QN_VALUE_CHOICE)
    make_choice (self);
  else
    make_entry (self);
  make_reset (self, has_bottom ? self->bottom : self->top);
  gtk_widget_set_parent (self->top, GTK_WIDGET (self));
  if (self->bottom)
    gtk_widget_set_parent (self->bottom, GTK_WIDGET (self));
  if (self->message)
    gtk_widget_set_parent (self->message, GTK_WIDGET (self));
  place_fields (GTK_WIDGET (self));
  qn_widgets_follow_theme (GTK_WIDGET (self), place_fields);
}

static void
name_all (QnParameterRow *self)
{
  /* What takes the focus of a drop-down is the button within it. */
  GtkWidget *button = self->choice ? gtk_widget_get_first_child (self->choice) : NULL;
  GtkWidget *controls[] = { self->entry, self->slider, self->toggle, self->choice, button, GTK_WIDGET (self) };

  for (guint i = 0; i < G_N_ELEMENTS (controls); i++)
    if (controls[i])
      {
        qn_widgets_set_name (controls[i], _(self->parameter->name));
        describe (controls[i], _(self->parameter->meaning));
      }
  qn_widgets_set_tooltip (GTK_WIDGET (self), _(self->parameter->meaning));
}

static void
get_property (GObject *object, guint id, GValue *value, GParamSpec *spec)
{
  g_value_set_double (value, QN_PARAMETER_ROW (object)->value);
}

static void
set_property (GObject *object, guint id, const GValue *value, GParamSpec *spec)
{
  qn_parameter_row_set_value (QN_PARAMETER_ROW (object), g_value_get_double (value));
}

static void
dispose (GObject *object)
{
  QnParameterRow *self = QN_PARAMETER_ROW (object);

  self->setting = TRUE;
  if (self->fields && gtk_widget_get_parent (self->fields) == GTK_WIDGET (self))
    gtk_widget_unparent (self->fields);
  self->fields = NULL;
  g_clear_pointer (&self->top, gtk_widget_unparent);
  g_clear_pointer (&self->bottom, gtk_widget_unparent);
  g_clear_pointer (&self->message, gtk_widget_unparent);
  G_OBJECT_CLASS (qn_parameter_row_parent_class)->dispose (object);
}

static void
finalize (GObject *object)
{
  g_free (QN_PARAMETER_ROW (object)->error);
  G_OBJECT_CLASS (qn_parameter_row_parent_class)->finalize (object);
}

static void
qn_parameter_row_class_init (QnParameterRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = get_property;
  object_class->set_property = set_property;
  object_class->dispose = dispose;
  object_class->finalize = finalize;
  props[PROP_VALUE] = g_param_spec_double ("value", NULL, NULL, -G_MAXDOUBLE, G_MAXDOUBLE, 0, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, props);
  signals[VALUE_CHANGED] = g_signal_new ("value-changed", QN_TYPE_PARAMETER_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_DOUBLE, G_TYPE_BOOLEAN);
  signals[DRAG_BEGIN] = g_signal_new ("drag-begin", QN_TYPE_PARAMETER_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[DRAG_END] = g_signal_new ("drag-end", QN_TYPE_PARAMETER_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "qnrow");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
qn_parameter_row_init (QnParameterRow *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
}

GtkWidget *
qn_parameter_row_new (const QnParameter *parameter)
{
  QnParameterRow *self;

  g_return_val_if_fail (parameter != NULL, NULL);
  self = g_object_new (QN_TYPE_PARAMETER_ROW, NULL);
  self->parameter = parameter;
  self->value = self->standard = parameter->initial;
  self->setting = TRUE;
  build (self);
  name_all (self);
  self->setting = FALSE;
  show_value (self, FALSE);
  return GTK_WIDGET (self);
}

const QnParameter *
qn_parameter_row_get_parameter (QnParameterRow *self)
{
  g_return_val_if_fail (QN_IS_PARAMETER_ROW (self), NULL);
  return self->parameter;
}

double
qn_parameter_row_get_value (QnParameterRow *self)
{
  g_return_val_if_fail (QN_IS_PARAMETER_ROW (self), NAN);
  return self->value;
}

void
qn_parameter_row_set_value (QnParameterRow *self, double value)
{
  g_return_if_fail (QN_IS_PARAMETER_ROW (self));
  g_return_if_fail (isfinite (value));

  if (value == self->value)
    return;
  self->value = value;
  /* What someone is typing is theirs until they leave the entry. */
  show_value (self, self->edited && entry_has_focus (self));
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_VALUE]);
}

void
qn_parameter_row_set_default (QnParameterRow *self, double value)
{
  g_return_if_fail (QN_IS_PARAMETER_ROW (self));

  if (value == self->standard)
    return;
  self->standard = value;
  if (self->slider)
    qn_slider_set_mark (QN_SLIDER (self->slider), value);
  show_reset (self);
}

void
qn_parameter_row_reset (QnParameterRow *self)
{
  g_return_if_fail (QN_IS_PARAMETER_ROW (self));
  user_set (self, self->standard);
}

void
qn_parameter_row_set_idle (QnParameterRow *self, const char *reason)
{
  g_autofree char *text = NULL;

  g_return_if_fail (QN_IS_PARAMETER_ROW (self));
  if ((reason != NULL) == gtk_widget_has_css_class (GTK_WIDGET (self), "qn-idle"))
    return;
  text = reason ? g_strdup_printf ("%s\n%s", _(self->parameter->meaning), reason) : NULL;
  qn_widgets_set_tooltip (GTK_WIDGET (self), text ? text : _(self->parameter->meaning));
  if (reason)
    gtk_widget_add_css_class (GTK_WIDGET (self), "qn-idle");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "qn-idle");
}

gboolean
qn_parameter_row_get_dragging (QnParameterRow *self)
{
  g_return_val_if_fail (QN_IS_PARAMETER_ROW (self), FALSE);
  return self->slider && qn_slider_get_held (QN_SLIDER (self->slider));
}

const char *
qn_parameter_row_get_error (QnParameterRow *self)
{
  g_return_val_if_fail (QN_IS_PARAMETER_ROW (self), NULL);
  return self->error;
}
