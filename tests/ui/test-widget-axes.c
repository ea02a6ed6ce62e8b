/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Figures over parameters: their drop-downs tell and choose the axes, arrow keys move the present point. */
#include "lab/qn-over.h"
#include "widgets/qn-figure-view.h"
#include "ui-test.h"

typedef struct
{
  int over, index;      /* chosen last */
  int moved[2];
  double value[2];
  int n_chosen, n_moved;
} Asked;

static void
choose_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  Asked *asked = data;

  g_variant_get (parameter, "(ii)", &asked->over, &asked->index);
  asked->n_chosen++;
}

static void
move_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  Asked *asked = data;

  g_variant_get (parameter, "(idid)", &asked->moved[0], &asked->value[0], &asked->moved[1], &asked->value[1]);
  asked->n_moved++;
}

static QnSnapshot *
snapshot_of (gboolean map)
{
  QnSnapshot *snapshot = ui_snapshot ("otto", NULL, 0);
  QnGridPlan plan = map ? qn_over_map (&snapshot->experiment) : qn_over_line (&snapshot->experiment);
  QnGrid *grid;

  plan.axis[0].n = 9;
  if (map)
    plan.axis[1].n = 9;
  grid = qn_grid_new (&plan);
  qn_grid_compute (grid, 0, grid->n, NULL);
  qn_snapshot_take_grid (snapshot, grid);
  return snapshot;
}

static GtkWidget *
show (const char *id, QnSnapshot *snapshot, Asked *asked, GtkWidget **window)
{
  static const GActionEntry entries[] = {
    { .name = "choose-axis", .activate = choose_cb, .parameter_type = "(ii)" },
    { .name = "move", .activate = move_cb, .parameter_type = "(idid)" },
  };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  GtkWidget *view = qn_figure_view_new (id);

  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), asked);
  gtk_widget_insert_action_group (view, "experiment", G_ACTION_GROUP (group));
  qn_figure_view_set_snapshot (QN_FIGURE_VIEW (view), snapshot, 0, FALSE);
  *window = ui_show (view, 640, 480);
  return view;
}

static GtkWidget *
choice_of (GtkWidget *view, QnOver over)
{
  return ui_find (view, GTK_TYPE_DROP_DOWN, qn_over_name (over));
}

static void
test_choices (void)
{
  g_autoptr (QnSnapshot) snapshot = snapshot_of (TRUE);
  Asked asked = { 0 };
  GtkWidget *window, *view = show ("map", snapshot, &asked, &window), *x = choice_of (view, QN_OVER_X);
  const QnLab *lab = snapshot->experiment.lab;
  GtkStringObject *now = gtk_drop_down_get_selected_item (GTK_DROP_DOWN (x));

  g_assert_cmpstr (gtk_string_object_get_string (now), ==, lab->parameters[qn_over_get (&snapshot->experiment, QN_OVER_X)].name);
  g_assert_true (gtk_widget_get_mapped (choice_of (view, QN_OVER_Y)) && gtk_widget_get_mapped (choice_of (view, QN_OVER_VALUE)));
  g_assert_cmpint (asked.n_chosen, ==, 0); /* showing is not choosing */
  gtk_drop_down_set_selected (GTK_DROP_DOWN (x), gtk_drop_down_get_selected (GTK_DROP_DOWN (x)) ? 0 : 1);
  g_assert_cmpint (asked.n_chosen, ==, 1);
  g_assert_cmpint (asked.over, ==, QN_OVER_X);
  now = gtk_drop_down_get_selected_item (GTK_DROP_DOWN (x));
  g_assert_cmpstr (gtk_string_object_get_string (now), ==, lab->parameters[asked.index].name);
  ui_assert_named (view);
  qn_figure_view_set_figure_id (QN_FIGURE_VIEW (view), "cycle");
  ui_settle (view, 2);
  g_assert_false (gtk_widget_get_mapped (x));
  ui_close (window);
}

static void
test_keys (void)
{
  g_autoptr (QnSnapshot) snapshot = snapshot_of (TRUE);
  Asked asked = { 0 };
  GtkWidget *window, *view = show ("map", snapshot, &asked, &window), *area = ui_find (view, g_type_from_name ("QnFigureArea"), NULL);
  const double *value = snapshot->experiment.value;
  int x = qn_over_get (&snapshot->experiment, QN_OVER_X), y = qn_over_get (&snapshot->experiment, QN_OVER_Y);

  ui_settle (view, 2);
  g_assert_true (ui_press (area, GDK_KEY_Right, 0));
  g_assert_cmpint (asked.n_moved, ==, 1);
  g_assert_true (asked.moved[0] == x && asked.moved[1] == -1);
  g_assert_cmpfloat (asked.value[0], >, value[x]);
  g_assert_true (ui_press (area, GDK_KEY_Down, GDK_SHIFT_MASK));
  g_assert_true (asked.moved[0] == -1 && asked.moved[1] == y);
  g_assert_cmpfloat (asked.value[1], <, value[y]);
  ui_close (window);
}

/* Along one axis only. */
static void
test_line (void)
{
  g_autoptr (QnSnapshot) snapshot = snapshot_of (FALSE);
  Asked asked = { 0 };
  GtkWidget *window, *view = show ("sweep", snapshot, &asked, &window), *area = ui_find (view, g_type_from_name ("QnFigureArea"), NULL);

  ui_settle (view, 2);
  ui_press (area, GDK_KEY_Up, 0);
  g_assert_cmpint (asked.n_moved, ==, 0);
  g_assert_true (ui_press (area, GDK_KEY_Left, 0));
  g_assert_cmpint (asked.moved[0], ==, qn_over_get (&snapshot->experiment, QN_OVER_X));
  g_assert_cmpfloat (asked.value[0], <, snapshot->experiment.value[asked.moved[0]]);
  ui_close (window);
}

int
main (int argc, char **argv)
{
  ui_init (&argc, &argv);
  g_test_add_func ("/axes/choices", test_choices);
  g_test_add_func ("/axes/keys", test_keys);
  g_test_add_func ("/axes/line", test_line);
  return g_test_run ();
}
