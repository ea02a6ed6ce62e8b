/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The battery lab: what each preset teaches, and that its tables and results agree. The states themselves are tested in
 * tests/core/test-battery.c. */

#include <math.h>

#include <gsl/gsl_errno.h>

#include "lab-test.h"
#include "../random-numbers.h"

#define SEED 20295

static QnResults
preset (const char *id)
{
  QnExperiment e = lab_load ("battery", id);

  return lab_evaluate (&e);
}

static void
test_together (void)
{
  QnResults together = preset ("together"), parallel = preset ("parallel"), fair = preset ("fair");

  g_assert_cmpfloat_with_epsilon (lab_get (&together, "advantage"), 4, 1e-8);
  g_assert_cmpfloat_with_epsilon (lab_get (&parallel, "advantage"), 1, 1e-8);
  g_assert_cmpfloat_with_epsilon (lab_get (&fair, "advantage"), 2, 1e-8);
  g_assert_cmpfloat_with_epsilon (lab_get (&together, "drive_norm"), lab_get (&parallel, "drive_norm"), 1e-12);
  g_assert_cmpfloat_with_epsilon (lab_get (&together, "time_charge"), G_PI_2 / 0.8, 1e-10);
  g_assert_cmpfloat_with_epsilon (lab_get (&parallel, "time_charge"), G_PI_2 / 0.2, 1e-10);
  g_assert_cmpfloat (lab_get (&together, "negativity"), >, 0.499);
  g_assert_cmpfloat (lab_get (&parallel, "negativity"), ==, 0);
  g_assert_cmpfloat_with_epsilon (lab_get (&together, "energy"), 4, 1e-12);
}

static void
test_cavity (void)
{
  QnExperiment e = lab_load ("battery", "locked");
  QnResults six = preset ("cavity"), locked = lab_evaluate (&e), more;

  g_assert_cmpfloat (lab_get (&six, "advantage"), >, 0.8 * sqrt (6));
  g_assert_cmpfloat (lab_get (&six, "advantage"), <, 1.2 * sqrt (6));
  g_assert_cmpfloat (lab_get (&locked, "ergotropy"), <, 0.8 * lab_get (&locked, "energy"));
  g_assert_cmpfloat (lab_get (&locked, "entropy"), >, 0.3);
  lab_set (&e, "cavity.photons", 6);
  lab_set_text (&e, "battery.full", "true");
  more = lab_evaluate (&e);
  g_assert_cmpfloat (lab_get (&more, "ergotropy") / lab_get (&more, "energy"), >, lab_get (&locked, "ergotropy") / lab_get (&locked, "energy"));
}

static void
test_storage (void)
{
  QnResults death = preset ("death"), dissipative = preset ("dissipative");

  g_assert_cmpfloat_with_epsilon (lab_get (&death, "ergotropy_death"), log (2) / 0.1, 1e-8);
  g_assert_cmpfloat_with_epsilon (lab_get (&death, "energy_stored"), 2 * exp (-2), 1e-10);
  g_assert_cmpfloat (lab_get (&death, "ergotropy_stored"), ==, 0);
  g_assert_cmpfloat (lab_get (&dissipative, "energy"), <, 1); /* less than half of two */
  g_assert_cmpfloat (lab_get (&dissipative, "ergotropy"), >, 0.1);
  g_assert_true (isnan (lab_get (&dissipative, "ergotropy_death")));
}

/* The last row of charging and the last of all are what the results say; power is nowhere above the greatest. */
static void
test_tables (void)
{
  g_autoptr (GRand) rand = test_rand (SEED);

  for (int turn = 0; turn < 60; turn++)
    {
      QnExperiment e = lab_load ("battery", NULL);
      g_autoptr (QnReport) report = NULL;
      const QnTable *t, *advantage;
      QnResults r;

      lab_set (&e, "battery.charging", turn % 4);
      lab_set (&e, "battery.constraint", g_rand_int_range (rand, 0, 2));
      lab_set (&e, "battery.cells", g_rand_int_range (rand, 1, 5));
      lab_set (&e, "cavity.photons", g_rand_int_range (rand, 1, 4));
      lab_set (&e, "drive.strength", uniform (rand, 0.1, 1));
      lab_set (&e, "bath.temperature", uniform (rand, 0, 1));
      lab_set (&e, "initial.temperature", uniform (rand, 0, 0.5));
      report = lab_report (&e, &r);
      t = qn_report_find (report, "battery");
      advantage = qn_report_find (report, "advantage");
      g_assert_cmpfloat (qn_table_get (t, t->n_rows / 2 - 1, 1), ==, lab_get (&r, "energy"));
      g_assert_cmpfloat (qn_table_get (t, t->n_rows - 1, 1), ==, lab_get (&r, "energy_stored"));
      for (gsize i = 1; i < t->n_rows / 2; i++)
        g_assert_cmpfloat (qn_table_get (t, i, 5), <=, lab_get (&r, "power") * (1 + 1e-9));
      g_assert_cmpfloat_with_epsilon (qn_table_get (advantage, 0, 1), 1, 1e-12);
      g_assert_cmpfloat (lab_get (&r, "residual_trace"), <, 1e-12);
      g_assert_cmpfloat (lab_get (&r, "advantage"), <, qn_experiment_get (&e, "battery.cells") * (1 + 1e-9));
    }
}

int
main (int argc, char *argv[])
{
  gsl_set_error_handler_off ();
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/battery-lab/together", test_together);
  g_test_add_func ("/battery-lab/cavity", test_cavity);
  g_test_add_func ("/battery-lab/storage", test_storage);
  g_test_add_func ("/battery-lab/tables", test_tables);
  return g_test_run ();
}
