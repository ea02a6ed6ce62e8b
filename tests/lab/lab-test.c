/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lab-test.h"

QnExperiment
lab_load (const char *lab, const char *preset)
{
  QnExperiment e;
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (qn_lab_find (lab));
  qn_experiment_init (&e, qn_lab_find (lab));
  if (preset)
    qn_experiment_load_preset (&e, qn_lab_find (lab), preset, &error);
  g_assert_no_error (error);
  return e;
}

void
lab_set (QnExperiment *experiment, const char *id, double value)
{
  g_autoptr (GError) error = NULL;

  qn_experiment_set (experiment, id, value, &error);
  g_assert_no_error (error);
}

void
lab_set_text (QnExperiment *experiment, const char *id, const char *text)
{
  g_autoptr (GError) error = NULL;

  qn_experiment_set_text (experiment, id, text, &error);
  g_assert_no_error (error);
}

QnReport *
lab_report (const QnExperiment *experiment, QnResults *results)
{
  QnResults own;
  QnReport *report = NULL;
  g_autoptr (GError) error = NULL;

  qn_experiment_report (experiment, NULL, results ? results : &own, NULL, NULL, &report, &error);
  g_assert_no_error (error);
  return report;
}

QnResults
lab_evaluate (const QnExperiment *experiment)
{
  QnResults results;
  QnReport *report = lab_report (experiment, &results);

  g_clear_pointer (&report, qn_report_unref);
  return results;
}

QnResults
lab_preset (const char *lab, const char *preset)
{
  QnExperiment e = lab_load (lab, preset);

  return lab_evaluate (&e);
}

QnMachine
lab_machine (const QnExperiment *experiment)
{
  QnMachine machine;
  g_autoptr (GError) error = NULL;

  qn_experiment_machine (experiment, &machine, &error);
  g_assert_no_error (error);
  return machine;
}

double
lab_result (const QnExperiment *experiment, const char *id)
{
  QnResults results = lab_evaluate (experiment);

  return lab_get (&results, id);
}

double
lab_get (const QnResults *results, const char *id)
{
  g_assert_cmpint (qn_lab_result_index (results->lab, id), >=, 0);
  return qn_results_get (results, id);
}

int
lab_vector (const QnResults *results, const char *id, double *out)
{
  int i = qn_lab_result_index (results->lab, id);

  g_assert_cmpint (i, >=, 0);
  return qn_results_vector (results, &results->lab->results[i], out);
}

char *
lab_refusal (const QnExperiment *experiment)
{
  QnResults results;
  g_autoptr (GError) error = NULL;

  g_assert_false (qn_experiment_evaluate (experiment, &results, NULL, NULL, &error));
  g_assert_nonnull (error);
  return g_strdup (error->message);
}
