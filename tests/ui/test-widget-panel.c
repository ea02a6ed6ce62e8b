/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The panel of a lab: its rows, what they change, and what a reset goes back to. */
#include "widgets/qn-parameter-panel.h"
#include "ui-test.h"

typedef struct
{
  int changes;
  QnExperiment last;
} Told;

static void
changed_cb (QnParameterPanel *panel, const QnExperiment *experiment, gboolean dragging, Told *told)
{
  told->changes++;
  told->last = *experiment;
}

static void
test_panel (void)
{
  gsize n;
  const QnLab *const *labs = qn_labs (&n);

  for (gsize k = 0; k < n; k++)
    {
      Told told = { 0 };
      QnExperiment experiment;
      GtkWidget *panel = qn_parameter_panel_new ();
      GtkWidget *window = ui_show (panel, 320, 900);

      qn_experiment_init (&experiment, labs[k]);
      g_signal_connect (panel, "changed", G_CALLBACK (changed_cb), &told);
      qn_parameter_panel_set_experiment (QN_PARAMETER_PANEL (panel), &experiment);
      ui_settle (window, 1);
      ui_assert_named (window);
      g_assert_cmpint (told.changes, ==, 0);
      for (int i = 0; i < labs[k]->n_parameters; i++)
        {
          const QnParameter *p = &labs[k]->parameters[i];
          QnParameterRow *row = qn_parameter_panel_get_row (QN_PARAMETER_PANEL (panel), p->id);

          g_assert_nonnull (row);
          g_assert_cmpint (gtk_widget_get_visible (GTK_WIDGET (row)), ==, !p->applies || p->applies (experiment.value));
          g_assert_cmpfloat (qn_parameter_row_get_value (row), ==, experiment.value[i]);
        }
      g_assert_null (qn_parameter_panel_get_row (QN_PARAMETER_PANEL (panel), "no.such"));
      ui_close (window);
    }
}

static void
test_panel_changes (void)
{
  Told told = { 0 };
  QnExperiment experiment;
  QnParameterRow *row;
  GtkWidget *panel = qn_parameter_panel_new ();
  GtkWidget *window = ui_show (panel, 320, 900);

  qn_experiment_init (&experiment, qn_lab_find ("otto"));
  g_strlcpy (experiment.preset, "textbook", sizeof experiment.preset);
  g_signal_connect (panel, "changed", G_CALLBACK (changed_cb), &told);
  qn_parameter_panel_set_experiment (QN_PARAMETER_PANEL (panel), &experiment);
  row = qn_parameter_panel_get_row (QN_PARAMETER_PANEL (panel), "hot.temperature");
  g_assert_false (gtk_widget_has_css_class (GTK_WIDGET (row), "qn-idle"));
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (qn_parameter_panel_get_row (QN_PARAMETER_PANEL (panel), "drive.dephasing")), "qn-idle"));
  ui_type (GTK_WIDGET (row), "3.125");
  g_assert_cmpint (told.changes, ==, 1);
  g_assert_cmpfloat (qn_experiment_get (&told.last, "hot.temperature"), ==, 3.125);
  g_assert_cmpstr (told.last.preset, ==, "textbook");
  qn_parameter_panel_set_experiment (QN_PARAMETER_PANEL (panel), &experiment);
  g_assert_cmpfloat (qn_parameter_row_get_value (row), ==, qn_experiment_get (&experiment, "hot.temperature"));
  g_assert_cmpint (told.changes, ==, 1);
  ui_type (GTK_WIDGET (row), "2.125");
  qn_parameter_panel_reset_all (QN_PARAMETER_PANEL (panel));
  g_assert_cmpint (told.changes, ==, 3);
  g_assert_cmpfloat (qn_experiment_get (&told.last, "hot.temperature"), ==, qn_experiment_get (&experiment, "hot.temperature"));
  qn_parameter_panel_reset_all (QN_PARAMETER_PANEL (panel));
  g_assert_cmpint (told.changes, ==, 3);
  ui_close (window);
}

/* The focus leaves an entry after its row has left the panel: what was typed there is no value of the new lab. */
static void
test_panel_typed_and_gone (void)
{
  Told told = { 0 };
  QnExperiment otto, swap;
  GtkWidget *panel = qn_parameter_panel_new ();
  GtkWidget *window = ui_show (panel, 320, 900);
  g_autoptr (QnParameterRow) row = NULL;
  GtkWidget *entry;

  qn_experiment_init (&otto, qn_lab_find ("otto"));
  qn_experiment_init (&swap, qn_lab_find ("swap"));
  g_signal_connect (panel, "changed", G_CALLBACK (changed_cb), &told);
  qn_parameter_panel_set_experiment (QN_PARAMETER_PANEL (panel), &otto);
  row = g_object_ref (qn_parameter_panel_get_row (QN_PARAMETER_PANEL (panel), "drive.dephasing"));
  entry = ui_find (GTK_WIDGET (row), GTK_TYPE_ENTRY, NULL);
  gtk_widget_grab_focus (entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), "0.5");
  qn_parameter_panel_set_experiment (QN_PARAMETER_PANEL (panel), &swap);
  g_signal_emit_by_name (entry, "activate");
  ui_settle (window, 2);
  g_assert_cmpint (told.changes, ==, 0);
  ui_close (window);
}

/* The defaults may come before the experiment, and last until others are given. */
static void
test_panel_defaults (void)
{
  g_autoptr (GError) error = NULL;
  Told told = { 0 };
  QnExperiment otto, carnot, wanted;
  GtkWidget *panel = qn_parameter_panel_new ();
  GtkWidget *window = ui_show (panel, 320, 900);

  qn_experiment_init (&otto, qn_lab_find ("otto"));
  qn_experiment_init (&carnot, qn_lab_find ("carnot"));
  wanted = otto;
  g_assert_true (qn_experiment_set (&wanted, "hot.temperature", 7, &error));
  g_signal_connect (panel, "changed", G_CALLBACK (changed_cb), &told);
  qn_parameter_panel_set_defaults (QN_PARAMETER_PANEL (panel), &wanted);
  qn_parameter_panel_set_experiment (QN_PARAMETER_PANEL (panel), &carnot);
  qn_parameter_panel_reset_all (QN_PARAMETER_PANEL (panel));
  g_assert_cmpint (told.changes, ==, 0);
  qn_parameter_panel_set_experiment (QN_PARAMETER_PANEL (panel), &otto);
  qn_parameter_row_reset (qn_parameter_panel_get_row (QN_PARAMETER_PANEL (panel), "hot.temperature"));
  g_assert_cmpint (told.changes, ==, 1);
  g_assert_cmpfloat (qn_experiment_get (&told.last, "hot.temperature"), ==, 7);
  qn_parameter_panel_set_defaults (QN_PARAMETER_PANEL (panel), NULL);
  qn_parameter_panel_reset_all (QN_PARAMETER_PANEL (panel));
  g_assert_cmpfloat (qn_experiment_get (&told.last, "hot.temperature"), ==, qn_experiment_get (&otto, "hot.temperature"));
  ui_close (window);
}

/* Every row of every lab: typing a legal value moves that parameter and no other. */
static void
test_panel_moves_what_it_says (void)
{
  gsize n;
  const QnLab *const *labs = qn_labs (&n);

  for (gsize k = 0; k < n; k++)
    {
      Told told = { 0 };
      QnExperiment experiment;
      GtkWidget *panel = qn_parameter_panel_new ();
      GtkWidget *window = ui_show (panel, 320, 900);

      g_signal_connect (panel, "changed", G_CALLBACK (changed_cb), &told);
      for (int i = 0; i < labs[k]->n_parameters; i++)
        {
          const QnParameter *p = &labs[k]->parameters[i];
          QnParameterRow *row;

          qn_experiment_init (&experiment, labs[k]);
          qn_parameter_panel_set_experiment (QN_PARAMETER_PANEL (panel), &experiment);
          row = qn_parameter_panel_get_row (QN_PARAMETER_PANEL (panel), p->id);
          if (p->kind != QN_VALUE_REAL && p->kind != QN_VALUE_INTEGER)
            continue;
          told.changes = 0;
          ui_type (GTK_WIDGET (row), p->initial == p->soft_max ? "3" : "4");
          if (qn_parameter_row_get_error (row))
            continue;
          for (int j = 0; j < labs[k]->n_parameters; j++)
            g_assert_cmpfloat (told.changes ? told.last.value[j] : experiment.value[j], ==, j == i ? qn_parameter_row_get_value (row) : experiment.value[j]);
        }
      ui_close (window);
    }
}

int
main (int argc, char **argv)
{
  ui_init (&argc, &argv);
  g_test_add_func ("/widget/panel/rows", test_panel);
  g_test_add_func ("/widget/panel/changes", test_panel_changes);
  g_test_add_func ("/widget/panel/typed-and-gone", test_panel_typed_and_gone);
  g_test_add_func ("/widget/panel/defaults", test_panel_defaults);
  g_test_add_func ("/widget/panel/each-its-own", test_panel_moves_what_it_says);
  return g_test_run ();
}
