/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Result strip, gauge and timeline: what they say, and that nothing moves while the numbers do. */
#include <math.h>
#include <string.h>

#include "widgets/qn-explain-button.h"
#include "figures/kit/qn-style.h"
#include "widgets/qn-gauge.h"
#include "widgets/qn-result-strip.h"
#include "widgets/qn-results-button.h"
#include "widgets/qn-timeline.h"
#include "ui-test.h"
#include "../random-numbers.h"

/* --- Strip ---------------------------------------------------------------- */

static char *
layout_of (GtkWidget *root, GtkWidget *widget)
{
  GString *text = g_string_new (NULL);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    {
      graphene_rect_t box;

      if (!gtk_widget_get_child_visible (child) || !gtk_widget_compute_bounds (child, root, &box))
        continue;
      g_string_append_printf (text, "%s %g %g %g %g\n", G_OBJECT_TYPE_NAME (child), box.origin.x, box.origin.y, box.size.width, box.size.height);
    }
  return g_string_free (text, FALSE);
}

/* The number of every field fits into it. */
static void
assert_numbers_fit (GtkWidget *widget)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    {
      if (GTK_IS_INSCRIPTION (child) && gtk_widget_get_width (child) > 0)
        {
          g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (child, gtk_inscription_get_text (GTK_INSCRIPTION (child)));
          int width;

          pango_layout_set_attributes (layout, gtk_inscription_get_attributes (GTK_INSCRIPTION (child)));
          pango_layout_get_pixel_size (layout, &width, NULL);
          if (width > gtk_widget_get_width (child))
            g_error ("“%s” needs %d and has %d", gtk_inscription_get_text (GTK_INSCRIPTION (child)), width, gtk_widget_get_width (child));
        }
      assert_numbers_fit (child);
    }
}

/* Random machines of every mode, from tiny to huge numbers. */
static QnSnapshot *
random_snapshot (GRand *rand)
{
  g_autoptr (GError) error = NULL;
  QnExperiment experiment;
  QnSnapshot *snapshot;
  double scale = pow (10, uniform (rand, -3, 3));

  qn_experiment_init (&experiment, qn_lab_find ("otto"));
  qn_experiment_set (&experiment, "hot.temperature", scale * uniform (rand, 0.1, 5), &error);
  qn_experiment_set (&experiment, "cold.temperature", scale * uniform (rand, 0.1, 5), &error);
  qn_experiment_set (&experiment, "spacing.hot", uniform (rand, 0.1, 6), &error);
  qn_experiment_set (&experiment, "spacing.cold", uniform (rand, 0.1, 6), &error);
  g_assert_no_error (error);
  snapshot = qn_snapshot_new_for (&experiment, 0, NULL, &error);
  g_assert_no_error (error);
  return snapshot;
}

static void
test_widths (void)
{
  g_autoptr (GRand) rand = test_rand (20271);
  static const int widths[] = { 360, 520, 740, 960, 1300 };

  for (guint k = 0; k < G_N_ELEMENTS (widths); k++)
    {
      GtkWidget *strip = qn_result_strip_new ();
      GtkWidget *window = ui_show (strip, widths[k], 64);
      g_autofree char *before = NULL;
      int height = 0;

      for (int i = 0; i < 25; i++)
        {
          QnSnapshot *snapshot = random_snapshot (rand);
          g_autofree char *after = NULL;

          qn_result_strip_set_snapshot (QN_RESULT_STRIP (strip), snapshot);
          ui_settle (window, 1);
          after = layout_of (strip, strip);
          if (before)
            g_assert_cmpstr (after, ==, before);
          else
            height = gtk_widget_get_height (strip);
          g_assert_cmpint (gtk_widget_get_height (strip), ==, height);
          assert_numbers_fit (strip);
          g_free (before);
          before = g_steal_pointer (&after);
          qn_snapshot_unref (snapshot);
        }
      ui_close (window);
    }
}

/* Numbers of every form the format can take fit as well. */
static void
test_extremes (void)
{
  static const double values[] = { -8.888e-12, -9.99e99, -88888, -0.0088888, -8888.8, -INFINITY, NAN, 0 };
  GtkWidget *strip = qn_result_strip_new ();
  GtkWidget *window = ui_show (strip, 1300, 64);
  g_autofree char *before = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      QnSnapshot *snapshot = ui_snapshot ("otto", NULL, 0);
      g_autofree char *after = NULL;

      for (int k = 0; k < snapshot->solution->outcome->results.lab->n_results; k++)
        if (snapshot->solution->outcome->results.lab->results[k].kind == QN_RESULT_NUMBER && strcmp (snapshot->solution->outcome->results.lab->results[k].id, "efficiency") != 0)
          snapshot->solution->outcome->results.number[k] = values[i];
      qn_result_strip_set_snapshot (QN_RESULT_STRIP (strip), snapshot);
      ui_settle (window, 1);
      after = layout_of (strip, strip);
      assert_numbers_fit (strip);
      if (before)
        g_assert_cmpstr (after, ==, before);
      g_free (before);
      before = g_steal_pointer (&after);
      qn_snapshot_unref (snapshot);
    }
  ui_close (window);
}

/* The least important go first, gauge and badge never. */
static void
test_narrow (void)
{
  guint before = 0;

  for (int width = 340; width <= 1300; width += 60)
    {
      GtkWidget *strip = qn_result_strip_new ();
      GtkWidget *window = ui_show (strip, width, 64);
      guint shown = 0;

      for (GtkWidget *child = gtk_widget_get_first_child (strip); child; child = gtk_widget_get_next_sibling (child))
        shown += gtk_widget_get_child_visible (child);
      g_assert_true (gtk_widget_get_child_visible (gtk_widget_get_first_child (strip)));
      g_assert_true (gtk_widget_get_child_visible (gtk_widget_get_last_child (strip)));
      g_assert_cmpuint (shown, >=, before);
      before = shown;
      ui_close (window);
    }
  g_assert_cmpuint (before, ==, 9);
}

static void
test_laws (void)
{
  QnSnapshot *snapshot = ui_snapshot ("otto", NULL, 0);
  GtkWidget *strip = qn_result_strip_new ();
  GtkWidget *window = ui_show (strip, 1200, 64);
  double residual;

  for (int i = 0; i < QN_N_LAWS; i++)
    g_assert_true (qn_law_holds (&snapshot->solution->outcome->results, &snapshot->solution->outcome->ledger, (QnLaw) i, &residual));
  snapshot->solution->outcome->ledger.secular_ratio = 1;
  g_assert_false (qn_doubts (&snapshot->solution->outcome->results, &snapshot->solution->outcome->ledger) & QN_DOUBT_SECULAR);
  qn_result_strip_set_snapshot (QN_RESULT_STRIP (strip), snapshot);
  g_assert_nonnull (ui_find (strip, GTK_TYPE_MENU_BUTTON, "Laws hold"));
  ui_assert_named (window);
  qn_snapshot_unref (snapshot);

  snapshot = ui_snapshot ("otto", NULL, 0);
  snapshot->solution->outcome->ledger.secular_ratio = 1;
  snapshot->solution->outcome->ledger.residual_first_law = 1e-6;
  g_assert_false (qn_law_holds (&snapshot->solution->outcome->results, &snapshot->solution->outcome->ledger, QN_LAW_FIRST, &residual));
  g_assert_cmpfloat (residual, ==, 1e-6);
  snapshot->solution->outcome->ledger.entropy_production = -1e-6;
  g_assert_false (qn_law_holds (&snapshot->solution->outcome->results, &snapshot->solution->outcome->ledger, QN_LAW_SECOND, NULL));
  snapshot->solution->outcome->ledger.residual_trace = NAN;
  g_assert_false (qn_law_holds (&snapshot->solution->outcome->results, &snapshot->solution->outcome->ledger, QN_LAW_TRACE, NULL));
  snapshot->solution->outcome->ledger.min_eigenvalue = -1e-6;
  g_assert_false (qn_law_holds (&snapshot->solution->outcome->results, &snapshot->solution->outcome->ledger, QN_LAW_POSITIVITY, NULL));
  g_clear_pointer (&snapshot->solution->limit, qn_curve_unref);
  qn_result_strip_set_snapshot (QN_RESULT_STRIP (strip), snapshot);
  g_assert_nonnull (ui_find (strip, GTK_TYPE_MENU_BUTTON, "Law broken"));
  qn_snapshot_unref (snapshot);
  ui_close (window);
}

/* Of a lab that is no machine the badge reads what the lab reports, and nothing of the timeline. */
static void
test_protocol_laws (void)
{
  QnSnapshot *snapshot = ui_snapshot ("second-law", NULL, 0);
  double residual;

  for (int i = 0; i < QN_N_LAWS; i++)
    g_assert_true (qn_law_holds (&snapshot->solution->outcome->results, &snapshot->solution->outcome->ledger, (QnLaw) i, &residual));
  g_assert_true (isnan (residual)); /* it says nothing of positivity */
  g_assert_true (qn_law_holds (&snapshot->solution->outcome->results, &snapshot->solution->outcome->ledger, QN_LAW_SECOND, &residual));
  g_assert_cmpfloat (residual, ==, qn_results_get (&snapshot->solution->outcome->results, "entropy_production"));
  qn_results_set (&snapshot->solution->outcome->results, "entropy_production", -1e-3);
  g_assert_false (qn_law_holds (&snapshot->solution->outcome->results, &snapshot->solution->outcome->ledger, QN_LAW_SECOND, NULL));
  qn_results_set (&snapshot->solution->outcome->results, "residual_first_law", 1e-3);
  g_assert_false (qn_law_holds (&snapshot->solution->outcome->results, &snapshot->solution->outcome->ledger, QN_LAW_FIRST, NULL));
  qn_snapshot_unref (snapshot);
}

static QnVerdict
verdict_of (const char *lab, const char *preset, char **detail)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (QnSnapshot) snapshot = NULL;
  QnExperiment experiment;

  g_assert_true (qn_experiment_load_preset (&experiment, qn_lab_find (lab), preset, &error));
  snapshot = qn_snapshot_new_for (&experiment, 0, NULL, &error);
  g_assert_no_error (error);
  g_free (*detail);
  return qn_verdict (&snapshot->outcome->results, &snapshot->outcome->ledger, detail);
}

/* What is not checked does not hold, and what holds on a condition names it. */
static void
test_verdicts (void)
{
  g_autofree char *detail = NULL;

  g_assert_cmpint (verdict_of ("otto", "textbook", &detail), ==, QN_VERDICT_HOLD);
  g_assert_null (detail);
  g_assert_cmpint (verdict_of ("stirling", "beyond-carnot", &detail), ==, QN_VERDICT_ONLY_IF);
  g_assert_nonnull (strstr (detail, "75 %"));
  g_assert_cmpint (verdict_of ("battery", "together", &detail), ==, QN_VERDICT_NOT_CHECKED);
  g_assert_cmpint (verdict_of ("transport", "second-law", &detail), ==, QN_VERDICT_BROKEN);
}

/* A doubtful master equation is a caution of its own and no broken law. */
static void
test_secular (void)
{
  QnSnapshot *snapshot = ui_snapshot ("otto", NULL, 0);
  GtkWidget *strip = qn_result_strip_new ();
  GtkWidget *window = ui_show (strip, 1200, 64);

  snapshot->solution->outcome->ledger.secular_ratio = 0.9;
  g_assert_true (qn_doubts (&snapshot->solution->outcome->results, &snapshot->solution->outcome->ledger) & QN_DOUBT_SECULAR);
  qn_result_strip_set_snapshot (QN_RESULT_STRIP (strip), snapshot);
  g_assert_nonnull (ui_find (strip, GTK_TYPE_MENU_BUTTON, "Hold only if: couplings are weak"));
  qn_snapshot_unref (snapshot);

  snapshot = ui_snapshot ("otto", NULL, 0);
  snapshot->solution->outcome->ledger.secular_ratio = INFINITY; /* no contact */
  g_assert_false (qn_doubts (&snapshot->solution->outcome->results, &snapshot->solution->outcome->ledger) & QN_DOUBT_SECULAR);
  qn_snapshot_unref (snapshot);
  ui_close (window);
}

static const char *
number_of (GtkWidget *strip, const char *name)
{
  for (GtkWidget *child = gtk_widget_get_first_child (strip); child; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *box = GTK_IS_BUTTON (child) ? gtk_button_get_child (GTK_BUTTON (child)) : NULL;
      GtkWidget *caption = box ? gtk_widget_get_first_child (box) : NULL;

      if (GTK_IS_LABEL (caption) && g_str_has_prefix (gtk_label_get_text (GTK_LABEL (caption)), name))
        return gtk_inscription_get_text (GTK_INSCRIPTION (gtk_widget_get_next_sibling (caption)));
    }
  g_assert_not_reached ();
}

static gboolean
says (GtkWidget *widget, const char *words)
{
  if (GTK_IS_LABEL (widget) && strstr (gtk_label_get_text (GTK_LABEL (widget)), words))
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    if (says (child, words))
      return TRUE;
  return FALSE;
}

/* Every field explains the result it shows, the gauge mode and limits; in a refrigerator the first one its COP. */
static void
test_explained (void)
{
  GtkWidget *strip = qn_result_strip_new ();
  GtkWidget *window = ui_show (strip, 1300, 64);

  for (int round = 0; round < 2; round++)
    {
      static const char *const ids[2][7] = { { "mode", "efficiency", "work_output", "heat_hot", "heat_cold", "power", "entropy_production" },
                                             { "mode", "cop", "work_output", "heat_hot", "heat_cold", "power", "entropy_production" } };
      QnSnapshot *snapshot = ui_snapshot ("otto", NULL, 0);
      GtkWidget *child = gtk_widget_get_first_child (strip);

      snapshot->solution->outcome->results.mode = round == 0 ? QN_MODE_ENGINE : QN_MODE_REFRIGERATOR;
      g_clear_pointer (&snapshot->solution->limit, qn_curve_unref);
      snapshot->valid = round == 0;
      qn_result_strip_set_snapshot (QN_RESULT_STRIP (strip), snapshot);
      ui_settle (window, 1);
      for (guint i = 0; i < 7; i++, child = gtk_widget_get_next_sibling (child))
        {
          const QnResult *result = &snapshot->solution->outcome->results.lab->results[qn_lab_result_index (snapshot->solution->outcome->results.lab, ids[round][i])];
          GtkWidget *popover;

          g_test_message ("%s", ids[round][i]);
          g_assert_true (gtk_widget_grab_focus (child));
          g_signal_emit_by_name (child, "clicked");
          ui_settle (window, 1);
          popover = GTK_WIDGET (qn_explain_button_get_popover (QN_EXPLAIN_BUTTON (child)));
          g_assert_nonnull (popover);
          g_assert_true (ui_has_label (popover, result->name));
          g_assert_true (says (popover, result->name));
          g_assert_true (says (popover, result->id));
          gtk_popover_popdown (GTK_POPOVER (popover));
          ui_settle (window, 1);
          g_assert_null (qn_explain_button_get_popover (QN_EXPLAIN_BUTTON (child)));
        }
      qn_snapshot_unref (snapshot);
    }
  ui_close (window);
}

/* The last but one: every result of the lab with its value, and how many of them the strip does not show. */
static void
test_all_results (void)
{
  GtkWidget *strip = qn_result_strip_new ();
  GtkWidget *window = ui_show (strip, 1300, 64), *button, *popover;
  QnSnapshot *snapshot = ui_snapshot ("otto", NULL, 0);
  const QnLab *lab = snapshot->outcome->results.lab;

  qn_result_strip_set_snapshot (QN_RESULT_STRIP (strip), snapshot);
  ui_settle (window, 2);
  button = gtk_widget_get_prev_sibling (gtk_widget_get_last_child (strip));
  g_assert_true (ui_has_label (button, "All results: 29 more"));
  g_signal_emit_by_name (button, "clicked");
  ui_settle (window, 1);
  popover = GTK_WIDGET (qn_results_button_get_popover (QN_RESULTS_BUTTON (button)));
  g_assert_nonnull (popover);
  g_assert_false (gtk_widget_get_has_tooltip (button));
  for (int i = 0; i < lab->n_results; i++)
    g_assert_true (says (popover, lab->results[i].name));
  gtk_popover_popdown (GTK_POPOVER (popover));
  ui_settle (window, 1);
  g_assert_null (qn_results_button_get_popover (QN_RESULTS_BUTTON (button)));
  g_assert_true (gtk_widget_get_has_tooltip (button));
  qn_snapshot_unref (snapshot);
  ui_close (window);
}

/* What is left of rounding is 0, against the scale of the machine and the dimension of the number. */
static void
test_noise (void)
{
  QnSnapshot *snapshot = ui_snapshot ("otto", NULL, 0);
  const QnLab *lab = snapshot->solution->outcome->results.lab;
  double scale = snapshot->solution->outcome->ledger.energy_scale;
  GtkWidget *strip = qn_result_strip_new ();
  GtkWidget *window = ui_show (strip, 1300, 64);

  snapshot->solution->outcome->results.number[qn_lab_result_index (lab, "work_output")] = 0.9e-12 * scale;
  snapshot->solution->outcome->results.number[qn_lab_result_index (lab, "heat_hot")] = 1.1e-12 * scale;
  snapshot->solution->outcome->results.number[qn_lab_result_index (lab, "entropy_production")] = -3e-16;
  qn_result_strip_set_snapshot (QN_RESULT_STRIP (strip), snapshot);
  g_assert_cmpstr (number_of (strip, "Work"), ==, "0.0000");
  g_assert_cmpstr (number_of (strip, "Entropy production"), ==, "0.0000");
  g_assert_nonnull (strstr (number_of (strip, "Hot heat"), "×10"));
  qn_snapshot_unref (snapshot);
  ui_close (window);
}

/* --- Gauge ---------------------------------------------------------------- */

static void
test_gauge (void)
{
  static const QnMode modes[] = { QN_MODE_ENGINE, QN_MODE_REFRIGERATOR, QN_MODE_ACCELERATOR, QN_MODE_HEATER, QN_MODE_CONDUCTION, QN_MODE_IDLE, QN_MODE_IMPOSSIBLE };
  GtkWidget *gauge = qn_gauge_new ();
  GtkWidget *window = ui_show (gauge, 300, 64);
  int before = 0, width;

  for (guint i = 0; i < G_N_ELEMENTS (modes); i++)
    {
      double fraction = i < 2 ? 0.25 * (i + 1) : NAN;

      qn_gauge_set (QN_GAUGE (gauge), fraction, 0.5, modes[i], FALSE);
      ui_settle (window, 1);
      gtk_widget_measure (gauge, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
      if (i > 0)
        g_assert_cmpint (width, ==, before);
      before = width;
      gtk_test_accessible_assert_property (gauge, GTK_ACCESSIBLE_PROPERTY_VALUE_NOW, isnan (fraction) ? 0.0 : fraction);
    }
  ui_close (window);
}

/* --- Timeline ------------------------------------------------------------- */

static void
seek_cb (QnTimeline *timeline, double fraction, double *told)
{
  *told = fraction;
}

static void
test_timeline (void)
{
  QnSnapshot *snapshot = ui_snapshot ("otto", NULL, 0);
  GtkWidget *timeline = qn_timeline_new ();
  GtkWidget *window = ui_show (timeline, 800, 40);
  double told = -1;

  g_signal_connect (timeline, "seek", G_CALLBACK (seek_cb), &told);
  ui_assert_named (window);
  g_assert_false (ui_press (timeline, GDK_KEY_Right, 0));
  qn_timeline_set_snapshot (QN_TIMELINE (timeline), snapshot);
  ui_settle (window, 1);
  g_assert_true (gtk_widget_grab_focus (timeline));
  g_assert_true (ui_press (timeline, GDK_KEY_Right, 0));
  g_assert_cmpfloat_with_epsilon (told, snapshot->position + 0.02, 1e-12);
  g_assert_true (ui_press (timeline, GDK_KEY_End, 0));
  g_assert_cmpfloat (told, ==, 1);
  g_assert_true (ui_press (timeline, GDK_KEY_Home, 0));
  g_assert_cmpfloat (told, ==, 0);
  qn_snapshot_unref (snapshot);
  ui_close (window);
}

/* Page Down leads to where the strokes begin, sudden ones included. */
static void
test_timeline_strokes (void)
{
  QnSnapshot *snapshot = ui_snapshot ("otto", "stroke.drive", 0);
  GtkWidget *timeline = qn_timeline_new ();
  GtkWidget *window = ui_show (timeline, 800, 40);
  double period = qn_machine_period (&snapshot->solution->outcome->machine), told = -1, start = 0;

  g_signal_connect (timeline, "seek", G_CALLBACK (seek_cb), &told);
  for (int i = 0; i < snapshot->solution->outcome->machine.n_strokes; i++)
    {
      QnSnapshot *each = ui_snapshot ("otto", "stroke.drive", 0);

      each->now.stroke = i;
      qn_timeline_set_snapshot (QN_TIMELINE (timeline), each);
      ui_settle (window, 1);
      g_assert_true (ui_press (timeline, GDK_KEY_Page_Down, 0));
      start += snapshot->solution->outcome->machine.stroke[i].duration;
      g_assert_cmpfloat_with_epsilon (told, i == snapshot->solution->outcome->machine.n_strokes - 1 ? 0 : start / period, 1e-9);
      qn_snapshot_unref (each);
    }
  qn_snapshot_unref (snapshot);
  ui_close (window);
}

static void
assert_stroke_names (const char *lab, const char *const *names)
{
  QnSnapshot *snapshot = ui_snapshot (lab, NULL, 0);

  for (int i = 0; i < snapshot->solution->outcome->machine.n_strokes; i++)
    {
      g_autofree char *name = qn_timeline_phase_name (&snapshot->solution->outcome->phase[i]);
      g_autofree char *figures = g_ascii_strdown (name, -1);

      g_assert_cmpstr (name, ==, names[i]);
      g_assert_cmpstr (figures, ==, qn_stroke_name (&snapshot->solution->outcome->machine.stroke[i]));
    }
  qn_snapshot_unref (snapshot);
}

/* The figures' names, so that nothing has two. */
static void
test_stroke_names (void)
{
  static const char *const otto[] = { "Hot contact", "Expansion", "Cold contact", "Compression" };
  static const char *const carnot[] = { "Hot isotherm", "Expansion", "Cold isotherm", "Compression" };

  assert_stroke_names ("otto", otto);
  assert_stroke_names ("carnot", carnot);
}

int
main (int argc, char **argv)
{
  ui_init (&argc, &argv);
  g_test_add_func ("/widget/strip/widths", test_widths);
  g_test_add_func ("/widget/strip/extremes", test_extremes);
  g_test_add_func ("/widget/strip/narrow", test_narrow);
  g_test_add_func ("/widget/strip/laws", test_laws);
  g_test_add_func ("/widget/strip/protocol-laws", test_protocol_laws);
  g_test_add_func ("/widget/strip/secular", test_secular);
  g_test_add_func ("/widget/badge/verdicts", test_verdicts);
  g_test_add_func ("/widget/strip/noise", test_noise);
  g_test_add_func ("/widget/strip/explained", test_explained);
  g_test_add_func ("/widget/gauge", test_gauge);
  g_test_add_func ("/widget/timeline/keys", test_timeline);
  g_test_add_func ("/widget/strip/all-results", test_all_results);
  g_test_add_func ("/widget/timeline/strokes", test_timeline_strokes);
  g_test_add_func ("/widget/timeline/names", test_stroke_names);
  return g_test_run ();
}
