/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "experiments.h"

void
test_change (QnExperiment *experiment, const char *assignments)
{
  g_auto (GStrv) each = g_strsplit (assignments, " ", -1);

  for (int i = 0; each[i] && *each[i]; i++)
    {
      g_auto (GStrv) pair = g_strsplit (each[i], "=", 2);
      g_autoptr (GError) error = NULL;

      qn_experiment_set_text (experiment, pair[0], pair[1], &error);
      g_assert_no_error (error);
    }
}

QnExperiment
test_experiment (const char *lab, const char *assignments)
{
  QnExperiment experiment;

  qn_experiment_init (&experiment, qn_lab_find (lab));
  test_change (&experiment, assignments);
  return experiment;
}

QnExperiment
test_impossible (void)
{
  return test_experiment ("otto", "medium.kind=ladder medium.levels=3 medium.spacing.1=0");
}

QnExperiment
test_slow (void)
{
  return test_experiment ("otto", "medium.tunnelling=1 stroke.drive=300000 spacing.hot=4 spacing.cold=1");
}

QnSolution *
test_solve (const QnExperiment *experiment)
{
  g_autoptr (GError) error = NULL;
  QnSolution *solution = qn_solution_new (experiment, NULL, &error);

  g_assert_no_error (error);
  return solution;
}

QnResults
test_evaluate (const QnExperiment *experiment)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (QnOutcome) outcome = qn_experiment_evaluate (experiment, NULL, &error);

  g_assert_no_error (error);
  return outcome->results;
}
