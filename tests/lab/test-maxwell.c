/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The lab of the demon: what each preset teaches, what is refused, and its single runs. The balance itself is tested in
 * tests/core/test-demon.c. */

#include <math.h>
#include <string.h>

#include <gsl/gsl_errno.h>

#include "lab-test.h"
#include "lab/qn-monte-carlo.h"

static QnResults
preset (const char *id)
{
  QnExperiment e = lab_load ("demon", id);

  return lab_evaluate (&e);
}

static double
binary (double p)
{
  return -p * log (p) - (1 - p) * log1p (-p);
}

static void
test_szilard (void)
{
  QnResults koski = preset ("koski"), perfect = preset ("szilard"), hurry = preset ("hurry"), cold = preset ("cold-memory");

  g_assert_cmpfloat_with_epsilon (lab_get (&koski, "work_output"), G_LN2 - binary (0.05), 1e-12);
  g_assert_cmpfloat_with_epsilon (lab_get (&koski, "jarzynski"), 1, 1e-12);
  g_assert_cmpfloat_with_epsilon (lab_get (&perfect, "work_output"), G_LN2, 1e-9);
  g_assert_cmpfloat_with_epsilon (lab_get (&perfect, "work_net"), 0, 1e-8);
  g_assert_cmpfloat_with_epsilon (lab_get (&perfect, "information_bits"), 1, 1e-12);
  g_assert_cmpfloat (lab_get (&hurry, "work_output"), <, lab_get (&koski, "work_output") - 0.05);
  g_assert_cmpfloat (lab_get (&hurry, "erasure_excess"), >, 0.05);
  g_assert_cmpfloat (lab_get (&hurry, "entropy_production"), >, lab_get (&koski, "entropy_production") + 0.1);
  g_assert_cmpfloat_with_epsilon (lab_get (&cold, "erasure_work"), 0.2 * G_LN2, 1e-8);
  g_assert_cmpfloat (lab_get (&cold, "work_net"), >, 0.5);
  g_assert_cmpfloat_with_epsilon (lab_get (&cold, "entropy_production"), 0, 1e-9);
}

static void
test_flip (void)
{
  QnResults flip = preset ("flip"), never = preset ("never-wrong"), tilted = preset ("tilted");
  double p = 1 / (exp (1.5) + 1);

  g_assert_cmpfloat_with_epsilon (lab_get (&flip, "work_output"), 1.5 * (p - 0.1), 1e-12); /* after it wrong readings alone are excited */
  g_assert_cmpfloat (lab_get (&flip, "work_output"), <, lab_get (&flip, "work_bound"));
  g_assert_cmpfloat_with_epsilon (lab_get (&flip, "jarzynski"), 1, 1e-12);
  g_assert_cmpfloat_with_epsilon (lab_get (&never, "jarzynski"), 1 - p, 1e-12);
  g_assert_cmpfloat_with_epsilon (lab_get (&never, "work_output"), 1.5 * p, 1e-12);
  g_assert_cmpfloat_with_epsilon (lab_get (&tilted, "work_output"), 0.75, 1e-12);
  g_assert_cmpfloat_with_epsilon (lab_get (&tilted, "heat_measurement"), 1.5 * (0.5 - 1 / (exp (5) + 1)), 1e-12);
  g_assert_cmpfloat (lab_get (&tilted, "work_output"), >, lab_get (&tilted, "work_bound"));
  g_assert_true (isnan (lab_get (&tilted, "jarzynski")));
}

static void
test_reset (void)
{
  QnResults r = preset ("reset");

  g_assert_true (isnan (lab_get (&r, "work_output")));
  g_assert_cmpfloat (lab_get (&r, "erasure_work"), >, G_LN2 + 0.1);
  g_assert_cmpfloat_with_epsilon (lab_get (&r, "entropy_production"), lab_get (&r, "erasure_excess"), 1e-9);
}

/* In the ledger the terms at each step are the total, which never falls, and what is seen without the memory does. */
static void
test_ledger (void)
{
  QnExperiment e = lab_load ("demon", "koski");
  g_autoptr (QnReport) report = lab_report (&e, NULL);
  const QnTable *ledger = qn_report_find (report, "ledger"), *errors = qn_report_find (report, "errors");

  for (gsize i = 0; i < ledger->n_rows; i++)
    {
      double sum = 0;

      for (guint term = 3; term <= 6; term++)
        sum += qn_table_get (ledger, i, term);
      g_assert_cmpfloat_with_epsilon (sum, qn_table_get (ledger, i, 7), 1e-12);
    }
  for (gsize i = 1; i < ledger->n_rows; i++)
    g_assert_cmpfloat (qn_table_get (ledger, i, 7), >=, qn_table_get (ledger, i - 1, 7) - 1e-12);
  g_assert_cmpfloat (qn_table_get (ledger, 3, 3), <, -0.4);
  for (gsize i = 0; i < errors->n_rows; i++)
    g_assert_cmpfloat (qn_table_get (errors, i, 1), <=, qn_table_get (errors, i, 2) + 1e-12);
}

static void
test_runs (void)
{
  QnExperiment e = lab_load ("demon", "hurry");
  g_autoptr (QnReport) report = qn_report_new ();
  g_autoptr (GError) error = NULL;
  const QnTable *t;
  gpointer runs;

  runs = e.lab->sampler->begin (&e, 20297, NULL, &error);
  g_assert_no_error (error);
  e.lab->sampler->run (runs, 20000, NULL);
  e.lab->sampler->tell (runs, report);
  e.lab->sampler->end (runs);
  t = qn_report_find (report, "estimates");
  for (gsize i = 0; i < 3; i++)
    g_assert_cmpfloat (fabs (qn_table_get (t, i, QN_ESTIMATE_MEAN) - qn_table_get (t, i, QN_ESTIMATE_EXACT)), <, 5 * qn_table_get (t, i, QN_ESTIMATE_ERROR) + 1e-9);
}

static void
assert_refused (const char *id, double value, const char *preset_id, const char *said)
{
  QnExperiment e = lab_load ("demon", preset_id);
  g_autofree char *message = NULL;

  lab_set (&e, id, value);
  message = lab_refusal (&e);
  if (strstr (message, said) == NULL)
    g_error ("“%s” does not say “%s”", message, said);
}

static void
test_refusals (void)
{
  assert_refused ("bath.spectrum", 0, "hurry", "bath.spectrum: bosonic is not allowed");
  assert_refused ("demon.duration", 1e6, "hurry", "demon.duration: 1e+06 is not allowed; allowed: at most 100000");
  assert_refused ("memory.duration", 1e6, "hurry", "memory.duration: 1e+06 is not allowed");
}

int
main (int argc, char *argv[])
{
  gsl_set_error_handler_off ();
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/maxwell/szilard", test_szilard);
  g_test_add_func ("/maxwell/flip", test_flip);
  g_test_add_func ("/maxwell/reset", test_reset);
  g_test_add_func ("/maxwell/ledger", test_ledger);
  g_test_add_func ("/maxwell/runs", test_runs);
  g_test_add_func ("/maxwell/refusals", test_refusals);
  return g_test_run ();
}
