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

QnOutcome *
lab_outcome (const QnExperiment *experiment)
{
  g_autoptr (GError) error = NULL;
  QnOutcome *outcome = qn_experiment_evaluate (experiment, NULL, &error);

  g_assert_no_error (error);
  return outcome;
}

QnReport *
lab_report (const QnExperiment *experiment, QnResults *results)
{
  g_autoptr (QnOutcome) outcome = lab_outcome (experiment);

  if (results)
    *results = outcome->results;
  return qn_report_ref (outcome->tables);
}

QnResults
lab_evaluate (const QnExperiment *experiment)
{
  g_autoptr (QnOutcome) outcome = lab_outcome (experiment);

  return outcome->results;
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
  g_autoptr (GError) error = NULL;

  g_assert_null (qn_experiment_evaluate (experiment, NULL, &error));
  g_assert_nonnull (error);
  return g_strdup (error->message);
}
