/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Parameter rows: what the slider, the entry, the keys and the reset
 * buttons do to the value, and what they tell. */
#include <math.h>

#include "widgets/qn-explain-button.h"
#include "widgets/qn-parameter-row.h"
#include "widgets/qn-parameter-scale.h"
#include "ui-test.h"

static const QnChoice choices[] = { { "bosonic", "Bosonic" }, { "ohmic", "Ohmic" }, { "fermionic", "Fermionic" }, { NULL, NULL } };

static const QnParameter linear = {
  .id = "spacing.hot", .symbol = "<i>ω</i><sub>h</sub>", .name = "Hot spacing", .meaning = "The spacing at the hot end", .group = QN_GROUP_LEVELS,
  .dimension = QN_DIMENSION_ENERGY, .kind = QN_VALUE_REAL, .initial = 2, .soft_min = 0, .soft_max = 10, .hard_min = 0, .hard_max = 1e3,
};
static const QnParameter logarithmic = {
  .id = "hot.temperature", .symbol = "<i>T</i><sub>h</sub>", .name = "Hot temperature", .meaning = "The temperature of the hot bath", .group = QN_GROUP_RESERVOIRS,
  .dimension = QN_DIMENSION_TEMPERATURE, .kind = QN_VALUE_REAL, .initial = 4, .soft_min = 0.01, .soft_max = 100, .hard_min = 1e-6, .hard_max = 1e6, .log_scale = TRUE,
};
static const QnParameter integer = {
  .id = "medium.levels", .symbol = "<i>N</i>", .name = "Levels", .meaning = "How many", .group = QN_GROUP_LEVELS,
  .dimension = QN_DIMENSION_NONE, .kind = QN_VALUE_INTEGER, .initial = 3, .soft_min = 2, .soft_max = 8, .hard_min = 2, .hard_max = 8,
};
static const QnParameter toggle = {
  .id = "drive.counterdiabatic", .symbol = "", .name = "Shortcut", .meaning = "On or off", .group = QN_GROUP_DRIVE,
  .dimension = QN_DIMENSION_NONE, .kind = QN_VALUE_SWITCH, .initial = 0, .soft_min = 0, .soft_max = 1, .hard_min = 0, .hard_max = 1,
};
static const QnParameter choice = {
  .id = "bath.spectrum", .symbol = "", .name = "Spectrum", .meaning = "Which one", .group = QN_GROUP_RESERVOIRS,
  .dimension = QN_DIMENSION_NONE, .kind = QN_VALUE_CHOICE, .initial = 0, .soft_min = 0, .soft_max = 2, .hard_min = 0, .hard_max = 2, .choices = choices,
};
static const QnParameter *const kinds[] = { &linear, &logarithmic, &integer, &toggle, &choice };

/* What a row told. */
typedef struct
{
  int changes, begins, ends;
  double value;
  gboolean dragging;
} Told;

static void
changed_cb (QnParameterRow *row, double value, gboolean dragging, Told *told)
{
  told->changes++;
  told->value = value;
  told->dragging = dragging;
  g_assert_cmpfloat (value, ==, qn_parameter_row_get_value (row));
}

static void
begin_cb (QnParameterRow *row, Told *told)
{
  told->begins++;
}

static void
end_cb (QnParameterRow *row, Told *told)
{
  told->ends++;
}

static QnParameterRow *
new_row (const QnParameter *parameter, Told *told, GtkWidget **window)
{
  GtkWidget *row = qn_parameter_row_new (parameter);

  *told = (Told) { 0 };
  g_signal_connect (row, "value-changed", G_CALLBACK (changed_cb), told);
  g_signal_connect (row, "drag-begin", G_CALLBACK (begin_cb), told);
  g_signal_connect (row, "drag-end", G_CALLBACK (end_cb), told);
  *window = ui_show (row, 300, 120);
  return QN_PARAMETER_ROW (row);
}

static const char *
entry_text (QnParameterRow *row)
{
  return gtk_editable_get_text (GTK_EDITABLE (ui_find (GTK_WIDGET (row), GTK_TYPE_ENTRY, NULL)));
}

/* --- The scale ------------------------------------------------------------ */

static void
test_scale_ends (void)
{
  g_assert_cmpfloat (qn_parameter_at (&linear, 0), ==, 0);
  g_assert_cmpfloat (qn_parameter_at (&linear, 1), ==, 10);
  g_assert_cmpfloat (qn_parameter_at (&logarithmic, 0), ==, 0.01);
  g_assert_cmpfloat (qn_parameter_at (&logarithmic, 1), ==, 100);
  g_assert_cmpfloat (qn_parameter_position (&logarithmic, 0.001), ==, 0);
  g_assert_cmpfloat (qn_parameter_position (&logarithmic, 1e5), ==, 1);
  g_assert_cmpfloat_with_epsilon (qn_parameter_position (&logarithmic, 1), 0.5, 1e-12);
  g_assert_cmpfloat_with_epsilon (qn_parameter_position (&linear, 2.5), 0.25, 1e-12);
}

/* Round numbers, in order, and back to where they came from within half a step. */
static void
test_scale_round (void)
{
  for (guint k = 0; k < 2; k++)
    {
      const QnParameter *p = kinds[k];
      double before = -1;

      for (int i = 0; i <= 1000; i++)
        {
          double value = qn_parameter_at (p, i / 1000.0);
          char text[G_ASCII_DTOSTR_BUF_SIZE];

          g_assert_cmpfloat (value, >=, before);
          g_assert_cmpfloat_with_epsilon (qn_parameter_position (p, value), i / 1000.0, k == 0 ? 5.01e-3 : 6e-4);
          g_ascii_formatd (text, sizeof text, "%.3g", value);
          g_assert_cmpfloat (g_ascii_strtod (text, NULL), ==, value);
          before = value;
        }
    }
  g_assert_cmpfloat (qn_parameter_at (&linear, 0.0301), ==, 0.3);
  g_assert_cmpfloat (qn_parameter_at (&integer, 0.4), ==, 4);
}

static void
test_parse (void)
{
  static const struct
  {
    const char *text;
    double value;
  } good[] = { { "2.5", 2.5 }, { "2,5", 2.5 }, { " 1e-3 ", 1e-3 }, { "1E2", 100 }, { "2×10^-3", 2e-3 }, { "1e6", 1e6 }, { "0.000001", 1e-6 }, { "10⁶", 1e6 },
      { "10^5", 1e5 }, { "2.5×10⁻³", 2.5e-3 }, { "1.25×10¹", 12.5 } };
  static const char *const bad[] = { "", " ", "abc", "1.2.3", "1e", "--1", "0x10", "nan", "inf", "-1", "0", "1e7", "1e999", "2 K", "1;2", "2²", "10⁷", "10⁻⁻²", "⁶" };
  double value = 42;

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_true (qn_parameter_parse (&logarithmic, good[i].text, &value, &error));
      g_assert_no_error (error);
      g_assert_cmpfloat (value, ==, good[i].value);
    }
  value = 42;
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (qn_parameter_parse (&logarithmic, bad[i], &value, &error));
      g_assert_nonnull (error);
      g_assert_nonnull (strstr (error->message, "Hot temperature"));
      g_assert_nonnull (strstr (error->message, bad[i]));
      g_assert_cmpfloat (value, ==, 42);
    }
}

static void
test_parse_range_named (void)
{
  g_autoptr (GError) error = NULL;
  double value = 1;

  g_assert_false (qn_parameter_parse (&logarithmic, "1e7", &value, &error));
  g_assert_error (error, QN_LAB_ERROR, QN_LAB_ERROR_RANGE);
  g_assert_nonnull (strstr (error->message, "10⁻⁶"));
  g_assert_nonnull (strstr (error->message, "10⁶"));
  g_clear_error (&error);
  g_assert_false (qn_parameter_parse (&integer, "2.5", &value, &error));
  g_assert_error (error, QN_LAB_ERROR, QN_LAB_ERROR_SYNTAX);
}

static void
test_number_text (void)
{
  static const struct
  {
    double value;
    const char *text;
  } cases[] = { { 2.5, "2.5" }, { 1e6, "10⁶" }, { 1.5e-7, "1.5×10⁻⁷" }, { -2e12, "−2×10¹²" }, { 12345, "12345" }, { 0, "0" } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = qn_parameter_number_text (cases[i].value, 6);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

/* --- One row -------------------------------------------------------------- */

static void
test_names (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      Told told;
      GtkWidget *window;
      QnParameterRow *row = new_row (kinds[i], &told, &window);

      ui_assert_named (window);
      g_assert_true (ui_has_label (GTK_WIDGET (row), kinds[i]->name));
      g_assert_cmpstr (gtk_widget_get_tooltip_text (GTK_WIDGET (row)), ==, kinds[i]->meaning);
      ui_close (window);
    }
}

static void
gather (GtkWidget *widget, GString *text)
{
  if (GTK_IS_LABEL (widget))
    g_string_append_printf (text, "%s|", gtk_label_get_text (GTK_LABEL (widget)));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    gather (child, text);
}

/* The name tells symbol, name, meaning, unit and what is allowed; nothing of it changes the value. */
static void
test_explained (void)
{
  static const char *const expected[G_N_ELEMENTS (kinds)] = { "ε, an energy|", "from 10⁻⁶ to 10⁶|", "whole numbers from 2 to 8|", "on or off|", "Bosonic, Ohmic, Fermionic|" };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      Told told;
      GtkWidget *window, *popover;
      QnParameterRow *row = new_row (kinds[i], &told, &window);
      g_autofree char *label = g_strdup_printf ("Explain: %s", kinds[i]->name);
      GtkWidget *button = ui_find (GTK_WIDGET (row), QN_TYPE_EXPLAIN_BUTTON, label);
      g_autoptr (GString) text = g_string_new (NULL);

      g_assert_nonnull (button);
      g_assert_true (gtk_widget_grab_focus (button));
      g_signal_emit_by_name (button, "clicked"); /* Enter would, a quarter of a second later */
      ui_settle (window, 1);
      popover = GTK_WIDGET (qn_explain_button_get_popover (QN_EXPLAIN_BUTTON (button)));
      g_assert_nonnull (popover);
      g_assert_true (ui_has_label (popover, kinds[i]->name));
      gather (popover, text);
      g_assert_nonnull (strstr (text->str, kinds[i]->name));
      g_assert_nonnull (strstr (text->str, kinds[i]->meaning));
      g_assert_nonnull (strstr (text->str, expected[i]));
      g_assert_nonnull (strstr (text->str, kinds[i]->id));
      g_assert_cmpint (told.changes, ==, 0);
      gtk_popover_popdown (GTK_POPOVER (popover));
      ui_settle (window, 1);
      g_assert_null (qn_explain_button_get_popover (QN_EXPLAIN_BUTTON (button)));
      ui_close (window);
    }
}

/* The keys of each kind of control move the row's value, and say so. */
static void
test_keys (void)
{
  static const struct
  {
    const QnParameter *parameter;
    const char *type;
    guint key;
    double value;
  } steps[] = {
    { &linear, "GtkScale", GDK_KEY_Right, 2.1 }, { &linear, "GtkScale", GDK_KEY_Left, 1.9 },
    { &linear, "GtkScale", GDK_KEY_Page_Up, 3 }, { &linear, "GtkScale", GDK_KEY_Home, 0 }, { &linear, "GtkScale", GDK_KEY_End, 10 },
    { &logarithmic, "GtkScale", GDK_KEY_Right, 4.39 }, { &logarithmic, "GtkScale", GDK_KEY_End, 100 }, { &logarithmic, "GtkScale", GDK_KEY_Home, 0.01 },
    { &integer, "GtkScale", GDK_KEY_Right, 4 }, { &integer, "GtkScale", GDK_KEY_Left, 2 },
    { &toggle, "GtkSwitch", GDK_KEY_space, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      Told told;
      GtkWidget *window;
      QnParameterRow *row = new_row (steps[i].parameter, &told, &window);
      GtkWidget *control = ui_find (GTK_WIDGET (row), g_type_from_name (steps[i].type), steps[i].parameter->name);

      g_assert_nonnull (control);
      g_assert_true (gtk_widget_grab_focus (control));
      g_assert_true (ui_press (control, steps[i].key, 0));
      ui_settle (window, 1);
      g_assert_cmpfloat (qn_parameter_row_get_value (row), ==, steps[i].value);
      g_assert_cmpint (told.changes, ==, 1);
      g_assert_cmpfloat (told.value, ==, steps[i].value);
      ui_close (window);
    }
}

static void
test_choice (void)
{
  Told told;
  GtkWidget *window;
  QnParameterRow *row = new_row (&choice, &told, &window);
  GtkWidget *control = ui_find (GTK_WIDGET (row), GTK_TYPE_DROP_DOWN, choice.name);

  g_assert_true (gtk_widget_grab_focus (control));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (control), 2);
  g_assert_cmpfloat (qn_parameter_row_get_value (row), ==, 2);
  g_assert_cmpint (told.changes, ==, 1);
  qn_parameter_row_reset (row);
  g_assert_cmpuint (gtk_drop_down_get_selected (GTK_DROP_DOWN (control)), ==, 0);
  g_assert_cmpint (told.changes, ==, 2);
  ui_close (window);
}

/* What assistive technology reads and sets on the slider is the parameter's own value, on a logarithmic scale too. */
static void
test_slider_value (void)
{
  for (guint i = 0; i < 2; i++)
    {
      Told told;
      GtkWidget *window;
      QnParameterRow *row = new_row (kinds[i], &told, &window);
      GtkWidget *scale = ui_find (GTK_WIDGET (row), GTK_TYPE_SCALE, NULL);

      gtk_test_accessible_assert_property (scale, GTK_ACCESSIBLE_PROPERTY_VALUE_NOW, kinds[i]->initial);
      gtk_test_accessible_assert_property (scale, GTK_ACCESSIBLE_PROPERTY_VALUE_MIN, kinds[i]->soft_min);
      gtk_test_accessible_assert_property (scale, GTK_ACCESSIBLE_PROPERTY_VALUE_MAX, kinds[i]->soft_max);
      gtk_range_set_value (GTK_RANGE (scale), 7.25);
      g_assert_cmpfloat (qn_parameter_row_get_value (row), ==, 7.25);
      g_assert_cmpint (told.changes, ==, 1);
      gtk_test_accessible_assert_property (scale, GTK_ACCESSIBLE_PROPERTY_VALUE_NOW, 7.25);
      ui_close (window);
    }
}

static void
test_entry (void)
{
  Told told;
  GtkWidget *window;
  QnParameterRow *row = new_row (&logarithmic, &told, &window);

  ui_type (GTK_WIDGET (row), "2.5");
  g_assert_cmpfloat (qn_parameter_row_get_value (row), ==, 2.5);
  ui_type (GTK_WIDGET (row), "1e-4"); /* beyond the slider, within the hard range */
  g_assert_cmpfloat (qn_parameter_row_get_value (row), ==, 1e-4);
  ui_type (GTK_WIDGET (row), "3,25");
  g_assert_cmpfloat (qn_parameter_row_get_value (row), ==, 3.25);
  g_assert_cmpint (told.changes, ==, 3);
  g_assert_null (qn_parameter_row_get_error (row));
  ui_close (window);
}

/* Nonsense is named, kept for mending, and costs neither the value nor a signal. */
static void
test_entry_garbage (void)
{
  static const char *const garbage[] = { "warm", "", "1e", "-3", "1e9", "0x1p3", "🔥" };
  Told told;
  GtkWidget *window;
  QnParameterRow *row = new_row (&logarithmic, &told, &window);
  GtkWidget *entry = ui_find (GTK_WIDGET (row), GTK_TYPE_ENTRY, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (garbage); i++)
    {
      ui_type (GTK_WIDGET (row), garbage[i]);
      g_assert_cmpfloat (qn_parameter_row_get_value (row), ==, 4);
      g_assert_cmpstr (entry_text (row), ==, garbage[i]);
      g_assert_nonnull (qn_parameter_row_get_error (row));
      g_assert_nonnull (strstr (qn_parameter_row_get_error (row), "Hot temperature"));
      g_assert_true (gtk_widget_has_css_class (entry, "error"));
      gtk_test_accessible_assert_state (entry, GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE);
    }
  g_assert_cmpint (told.changes, ==, 0);
  g_assert_true (ui_press (entry, GDK_KEY_Escape, 0));
  g_assert_cmpstr (entry_text (row), ==, "4");
  g_assert_null (qn_parameter_row_get_error (row));
  g_assert_false (gtk_widget_has_css_class (entry, "error"));
  ui_close (window);
}

/* The entry shows few digits at rest and all of them while one is in it; looking changes nothing. */
static void
test_entry_digits (void)
{
  Told told;
  GtkWidget *window;
  QnParameterRow *row = new_row (&logarithmic, &told, &window);
  GtkWidget *scale = ui_find (GTK_WIDGET (row), GTK_TYPE_SCALE, NULL);
  GtkWidget *entry = ui_find (GTK_WIDGET (row), GTK_TYPE_ENTRY, NULL);

  gtk_widget_grab_focus (scale);
  ui_settle (window, 1);
  qn_parameter_row_set_value (row, 1.0 / 3);
  g_assert_cmpstr (entry_text (row), ==, "0.3333");
  gtk_widget_grab_focus (entry);
  ui_settle (window, 1);
  g_assert_cmpfloat (g_ascii_strtod (entry_text (row), NULL), ==, 1.0 / 3);
  gtk_widget_grab_focus (scale);
  ui_settle (window, 1);
  g_assert_cmpstr (entry_text (row), ==, "0.3333");
  g_assert_cmpfloat (qn_parameter_row_get_value (row), ==, 1.0 / 3);
  g_assert_cmpint (told.changes, ==, 0);
  ui_close (window);
}

static void
test_programmatic (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      Told told;
      GtkWidget *window;
      QnParameterRow *row = new_row (kinds[i], &told, &window);

      qn_parameter_row_set_value (row, kinds[i]->soft_max);
      g_assert_cmpfloat (qn_parameter_row_get_value (row), ==, kinds[i]->soft_max);
      g_object_set (row, "value", kinds[i]->soft_min, NULL);
      g_assert_cmpfloat (qn_parameter_row_get_value (row), ==, kinds[i]->soft_min);
      qn_parameter_row_set_default (row, kinds[i]->soft_max);
      ui_settle (window, 1);
      g_assert_cmpint (told.changes + told.begins + told.ends, ==, 0);
      ui_close (window);
    }
}

/* The wheel scrolls the panel: no slider listens to it. */
static void
test_wheel (void)
{
  Told told;
  GtkWidget *window;
  QnParameterRow *row = new_row (&linear, &told, &window);
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (ui_find (GTK_WIDGET (row), GTK_TYPE_SCALE, NULL));
  guint seen = 0;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (!GTK_IS_EVENT_CONTROLLER_SCROLL (controller))
        continue;
      seen++;
      g_assert_cmpint (gtk_event_controller_get_propagation_phase (controller), ==, GTK_PHASE_NONE);
    }
  g_assert_cmpuint (seen, ==, 1);
  ui_close (window);
}

static void
test_reset (void)
{
  Told told;
  GtkWidget *window;
  QnParameterRow *row = new_row (&linear, &told, &window);
  GtkWidget *reset = ui_find (GTK_WIDGET (row), GTK_TYPE_BUTTON, "Reset Hot spacing");
  int before, after;

  g_assert_nonnull (reset);
  g_assert_false (gtk_widget_get_sensitive (reset));
  gtk_widget_measure (GTK_WIDGET (row), GTK_ORIENTATION_VERTICAL, 280, NULL, &before, NULL, NULL);
  ui_type (GTK_WIDGET (row), "7");
  g_assert_true (gtk_widget_get_sensitive (reset));
  gtk_widget_measure (GTK_WIDGET (row), GTK_ORIENTATION_VERTICAL, 280, NULL, &after, NULL, NULL);
  g_assert_cmpint (before, ==, after);
  g_signal_emit_by_name (reset, "clicked");
  g_assert_cmpfloat (qn_parameter_row_get_value (row), ==, 2);
  g_assert_false (gtk_widget_get_sensitive (reset));
  g_assert_cmpint (told.changes, ==, 2);
  ui_close (window);
}

/* Three hundred digits are refused without a wider row, and the message does not repeat them all. */
static void
test_entry_endless (void)
{
  Told told;
  GtkWidget *window;
  QnParameterRow *row = new_row (&logarithmic, &told, &window);
  g_autofree char *text = g_strnfill (300, '9');
  int before, after;

  gtk_widget_measure (GTK_WIDGET (row), GTK_ORIENTATION_HORIZONTAL, -1, &before, NULL, NULL, NULL);
  ui_type (GTK_WIDGET (row), text);
  ui_settle (window, 2);
  gtk_widget_measure (GTK_WIDGET (row), GTK_ORIENTATION_HORIZONTAL, -1, &after, NULL, NULL, NULL);
  g_assert_nonnull (qn_parameter_row_get_error (row));
  g_assert_cmpint ((int) strlen (qn_parameter_row_get_error (row)), <, 160);
  g_assert_cmpint (after, ==, before);
  ui_type (GTK_WIDGET (row), "wwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwww");
  gtk_widget_measure (GTK_WIDGET (row), GTK_ORIENTATION_HORIZONTAL, -1, &after, NULL, NULL, NULL);
  g_assert_cmpint (after, ==, before);
  ui_close (window);
}

/* Large values are set as powers of ten until they are edited. */
static void
test_entry_power (void)
{
  Told told;
  GtkWidget *window;
  QnParameterRow *row = new_row (&logarithmic, &told, &window);

  gtk_widget_grab_focus (ui_find (GTK_WIDGET (row), GTK_TYPE_SCALE, NULL));
  qn_parameter_row_set_value (row, 1e6);
  g_assert_cmpstr (entry_text (row), ==, "10⁶");
  gtk_widget_grab_focus (ui_find (GTK_WIDGET (row), GTK_TYPE_ENTRY, NULL));
  g_assert_cmpstr (entry_text (row), ==, "1e6");
  ui_close (window);
}

/* Text so large that name and entry have no room on one line: the row is higher, not wider. */
static void
test_large_text (void)
{
  GtkSettings *settings = gtk_settings_get_default ();
  Told told;
  GtkWidget *window;
  QnParameterRow *row = new_row (&logarithmic, &told, &window);
  GtkWidget *entry = ui_find (GTK_WIDGET (row), GTK_TYPE_ENTRY, NULL), *slider = ui_find (GTK_WIDGET (row), GTK_TYPE_SCALE, NULL);
  graphene_rect_t one, two;
  int dpi, least;

  g_object_get (settings, "gtk-xft-dpi", &dpi, NULL);
  for (int round = 0; round < 2; round++)
    {
      g_assert_true (gtk_widget_compute_bounds (entry, GTK_WIDGET (row), &one));
      g_object_set (settings, "gtk-xft-dpi", 2 * 96 * 1024, NULL);
      ui_settle (window, 2);
      gtk_widget_measure (GTK_WIDGET (row), GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
      g_assert_cmpint (least, <=, 300);
      g_assert_true (gtk_widget_compute_bounds (entry, GTK_WIDGET (row), &two));
      g_assert_cmpfloat (two.origin.x, <, one.origin.x);
      g_assert_true (gtk_widget_compute_bounds (slider, GTK_WIDGET (row), &one));
      g_assert_cmpfloat (one.origin.y, >=, two.origin.y + two.size.height);
      g_object_set (settings, "gtk-xft-dpi", dpi, NULL);
      ui_settle (window, 2);
    }
  ui_close (window);
}

int
main (int argc, char **argv)
{
  ui_init (&argc, &argv);
  g_type_ensure (GTK_TYPE_SCALE);
  g_type_ensure (GTK_TYPE_SWITCH);
  g_test_add_func ("/widget/parameter/scale/ends", test_scale_ends);
  g_test_add_func ("/widget/parameter/scale/round", test_scale_round);
  g_test_add_func ("/widget/parameter/parse", test_parse);
  g_test_add_func ("/widget/parameter/parse/range-named", test_parse_range_named);
  g_test_add_func ("/widget/parameter/number-text", test_number_text);
  g_test_add_func ("/widget/parameter/row/names", test_names);
  g_test_add_func ("/widget/parameter/row/explained", test_explained);
  g_test_add_func ("/widget/parameter/row/keys", test_keys);
  g_test_add_func ("/widget/parameter/row/choice", test_choice);
  g_test_add_func ("/widget/parameter/row/slider-value", test_slider_value);
  g_test_add_func ("/widget/parameter/row/entry", test_entry);
  g_test_add_func ("/widget/parameter/row/entry-garbage", test_entry_garbage);
  g_test_add_func ("/widget/parameter/row/entry-digits", test_entry_digits);
  g_test_add_func ("/widget/parameter/row/entry-endless", test_entry_endless);
  g_test_add_func ("/widget/parameter/row/entry-power", test_entry_power);
  g_test_add_func ("/widget/parameter/row/large-text", test_large_text);
  g_test_add_func ("/widget/parameter/row/programmatic", test_programmatic);
  g_test_add_func ("/widget/parameter/row/wheel", test_wheel);
  g_test_add_func ("/widget/parameter/row/reset", test_reset);
  return g_test_run ();
}
