/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The coherence lab: what its presets teach, its tables against its results, what it refuses. Its physics is tested in
 * tests/core/test-coherence.c. */

#include <math.h>
#include <string.h>

#include "lab-test.h"

static QnResults
preset (const char *id)
{
  QnExperiment e = lab_load ("coherence", id);

  return lab_evaluate (&e);
}

static void
test_fuel (void)
{
  QnResults r = preset ("fuel"), friction = preset ("friction"), oil = preset ("lubrication");

  g_assert_cmpfloat (lab_get (&r, "work_output"), >, 0.1);
  g_assert_cmpfloat (lab_get (&r, "work_twin"), <, -0.05);
  g_assert_true (isnan (lab_get (&r, "efficiency_twin")));
  g_assert_cmpfloat (lab_get (&r, "efficiency"), <, lab_get (&r, "carnot"));
  g_assert_cmpfloat_with_epsilon (lab_get (&r, "work_difference"), lab_get (&r, "work_output") - lab_get (&r, "work_twin"), 1e-9);
  g_assert_cmpfloat (lab_get (&friction, "work_difference"), <, -0.2);
  g_assert_cmpfloat (lab_get (&oil, "work_output"), <, -0.01);
  g_assert_cmpfloat (lab_get (&oil, "work_twin"), >, 0.1);
}

static void
test_demon (void)
{
  QnResults r = preset ("demon");

  g_assert_cmpfloat_with_epsilon (lab_get (&r, "ergotropy_daemonic_classical"), lab_get (&r, "ergotropy"), 1e-9);
  g_assert_cmpfloat (lab_get (&r, "ergotropy_daemonic"), >, 3 * lab_get (&r, "ergotropy"));
  g_assert_cmpfloat_with_epsilon (lab_get (&r, "daemonic_gain"), lab_get (&r, "ergotropy_daemonic") - lab_get (&r, "ergotropy"), 1e-12);
}

static void
test_action (void)
{
  QnResults small = preset ("small-action"), large = preset ("large-action");
  double P = lab_get (&small, "power_continuous");

  g_assert_cmpfloat_with_epsilon (lab_get (&small, "power_two_stroke"), P, 1e-4 * P);
  g_assert_cmpfloat_with_epsilon (lab_get (&small, "power_four_stroke"), P, 1e-4 * P);
  g_assert_cmpfloat (lab_get (&small, "power_stochastic"), <, 0.01 * P);
  g_assert_cmpfloat (lab_get (&large, "power_two_stroke"), >, 1.2 * P);
  g_assert_cmpfloat (lab_get (&large, "power_four_stroke"), <, 0.8 * P);
  g_assert_cmpfloat_with_epsilon (lab_get (&large, "power_continuous"), P, 1e-12);
}

static void
test_nothing_to_compare (void)
{
  QnExperiment e = lab_load ("coherence", NULL);
  QnResults r;

  lab_set (&e, "medium.tunnelling", 0);
  r = lab_evaluate (&e);
  g_assert_cmpfloat (fabs (lab_get (&r, "work_difference")), <, 1e-13);
  g_assert_cmpfloat (lab_get (&r, "coherence_l1"), ==, 0);
  g_assert_cmpfloat (lab_get (&r, "ergotropy_coherent"), ==, 0);
  lab_set (&e, "hot.coupling", 0);
  lab_set (&e, "cold.coupling", 0);
  r = lab_evaluate (&e);
  g_assert_true (isnan (lab_get (&r, "work_twin")));
  g_assert_true (isnan (lab_get (&r, "power_continuous")));
}

static void
test_tables (void)
{
  QnExperiment e = lab_load ("coherence", NULL);
  QnResults r;
  g_autoptr (QnReport) report = lab_report (&e, &r);
  const QnTable *cycle = qn_report_find (report, "coherence"), *twin = qn_report_find (report, "twin");
  double period = lab_get (&r, "period"), before = -1, nearest = INFINITY;

  g_assert_cmpuint (cycle->n_rows, >=, 200);
  for (gsize i = 0; i < cycle->n_rows; i++)
    {
      g_assert_cmpfloat (qn_table_get (cycle, i, 0), >=, before);
      before = qn_table_get (cycle, i, 0);
      g_assert_cmpfloat_with_epsilon (qn_table_get (cycle, i, 4), qn_table_get (cycle, i, 5) + qn_table_get (cycle, i, 6), 1e-12);
    }
  g_assert_cmpfloat_with_epsilon (before, period, 1e-9);
  g_assert_cmpfloat_with_epsilon (qn_table_get (cycle, 0, 1), lab_get (&r, "coherence_l1"), 1e-9);
  for (gsize i = 0; i < twin->n_rows; i++)
    nearest = MIN (nearest, fabs (qn_table_get (twin, i, 1) - lab_get (&r, "work_output")));
  g_assert_cmpfloat (nearest, <, 0.02);
}

static void
test_refusals (void)
{
  QnExperiment e = lab_load ("coherence", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (qn_experiment_set (&e, "engine.action", 0, &error));
  g_assert_nonnull (strstr (error->message, "engine.action: 0 is not allowed"));
  g_clear_error (&error);
  g_assert_false (qn_experiment_set_text (&e, "auxiliary.kind", "cat", &error));
  g_assert_nonnull (strstr (error->message, "none, classical, entangled"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/coherence/fuel", test_fuel);
  g_test_add_func ("/coherence/demon", test_demon);
  g_test_add_func ("/coherence/action", test_action);
  g_test_add_func ("/coherence/nothing-to-compare", test_nothing_to_compare);
  g_test_add_func ("/coherence/tables", test_tables);
  g_test_add_func ("/coherence/refusals", test_refusals);
  return g_test_run ();
}
