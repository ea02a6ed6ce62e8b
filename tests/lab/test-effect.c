/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is said to change nothing does not, and what is known to change nothing is said to. */

#include <gsl/gsl_errno.h>

#include "lab-test.h"
#include "lab/qn-effect.h"

static gboolean
is_idle (const char *lab, const char *set, const char *id)
{
  g_auto (GStrv) pairs = g_strsplit (set, " ", -1);
  QnExperiment e;

  qn_experiment_init (&e, qn_lab_find (lab));
  for (char **pair = pairs; *pair && **pair; pair++)
    {
      g_auto (GStrv) parts = g_strsplit (*pair, "=", 2);

      g_assert_true (qn_experiment_set_text (&e, parts[0], parts[1], NULL));
    }
  return qn_parameter_idle (&e, qn_lab_parameter_index (e.lab, id)) != NULL;
}

static void
test_known (void)
{
  static const struct { const char *lab, *set, *id; gboolean idle; } row[] = {
    { "otto", "", "hot.squeezing", TRUE },
    { "otto", "medium.kind=oscillator", "hot.squeezing", FALSE },
    { "otto", "medium.kind=oscillator hot.coupling=0", "hot.squeezing", TRUE },
    { "otto", "medium.kind=ladder", "drive.dephasing", TRUE },
    { "otto", "", "drive.dephasing", TRUE },
    { "otto", "medium.tunnelling=1", "drive.dephasing", FALSE },
    { "otto", "medium.tunnelling=1 stroke.drive=0", "drive.dephasing", TRUE },
    { "otto", "medium.kind=box", "drive.counterdiabatic", TRUE },
    { "otto", "medium.tunnelling=1", "drive.counterdiabatic", FALSE },
    { "otto", "medium.kind=two-qubits medium.exchange=0", "medium.zz", TRUE },
    { "otto", "medium.kind=two-qubits", "medium.zz", FALSE },
    { "otto", "medium.kind=two-qubits", "medium.tunnelling", TRUE },
    { "otto", "hot.coupling=0 cold.coupling=0", "bath.spectrum", TRUE },
    { "otto", "hot.coupling=0", "bath.spectrum", FALSE },
    { "otto", "stroke.hot=0", "hot.coupling", TRUE },
    { "otto", "", "hot.coupling", FALSE },
    { "carnot", "medium.kind=ladder", "drive.dephasing", TRUE },
    { "battery", "", "cells.number", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (row); i++)
    if (qn_lab_parameter_index (qn_lab_find (row[i].lab), row[i].id) >= 0)
      {
        g_test_message ("%s %s: %s", row[i].lab, row[i].set, row[i].id);
        g_assert_cmpint (is_idle (row[i].lab, row[i].set, row[i].id), ==, row[i].idle);
      }
}

/* The words are kept: of every preset, what is said to be idle is tried out. */
static void
test_true (void)
{
  int tried = 0;
  gsize n_labs, n;
  const QnLab *const *labs = qn_labs (&n_labs);

  for (gsize k = 0; k < n_labs; k++)
    {
      const QnPreset *presets = qn_lab_presets (labs[k], &n);

      for (gsize m = 0; m < n; m++)
        {
          g_autoptr (QnOutcome) outcome = NULL;
          QnExperiment e;

          g_assert_true (qn_experiment_load_preset (&e, labs[k], presets[m].id, NULL));
          for (int i = 0; i < labs[k]->n_parameters; i++)
            {
              if (!qn_parameter_idle (&e, i))
                continue;
              if (!outcome)
                outcome = qn_experiment_evaluate (&e, NULL, NULL);
              g_test_message ("%s %s: %s", labs[k]->id, presets[m].id, labs[k]->parameters[i].id);
              g_assert_true (qn_parameter_changes_nothing (outcome, i, NULL));
              tried++;
            }
        }
    }
  g_assert_cmpint (tried, >, 300);
}

static void
test_tried (void)
{
  g_autoptr (QnOutcome) outcome = NULL;
  QnExperiment e;
  gint cancelled = TRUE;

  qn_experiment_init (&e, qn_lab_find ("otto"));
  outcome = qn_experiment_evaluate (&e, NULL, NULL);
  g_assert_false (qn_parameter_changes_nothing (outcome, qn_lab_parameter_index (e.lab, "hot.temperature"), NULL));
  g_assert_false (qn_parameter_changes_nothing (outcome, qn_lab_parameter_index (e.lab, "stroke.drive"), NULL));
  g_assert_true (qn_parameter_changes_nothing (outcome, qn_lab_parameter_index (e.lab, "initial.state"), NULL)); /* a limit cycle is asked for */
  g_assert_false (qn_parameter_changes_nothing (outcome, qn_lab_parameter_index (e.lab, "initial.state"), &cancelled));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  gsl_set_error_handler_off ();
  g_test_add_func ("/effect/known", test_known);
  g_test_add_func ("/effect/true", test_true);
  g_test_add_func ("/effect/tried", test_tried);
  return g_test_run ();
}
