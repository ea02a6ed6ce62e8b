/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is said to change nothing does not, and what is known to change nothing is said to. */

#include <gsl/gsl_errno.h>
#include <math.h>

#include "lab-test.h"
#include "lab/qn-effect.h"
#include "../random-numbers.h"

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
    { "otto", "medium.kind=oscillator hot.coupling=0", "hot.squeezing", FALSE }, /* the quasi-static cycle is beside it all the same */
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
    { "otto", "medium.tunnelling=1 drive.shape=sudden", "drive.shape", FALSE },
    { "stirling", "", "drive.counterdiabatic", TRUE },
    { "stirling", "medium.tunnelling=1", "drive.counterdiabatic", FALSE },
    { "stirling", "", "stirling.regenerator", FALSE },
    { "stirling", "medium.kind=two-qubits medium.exchange=0", "medium.zz", TRUE },
    { "swap", "stroke.hot=0 stroke.cold=0", "bath.spectrum", TRUE },
    { "swap", "", "bath.spectrum", FALSE },
    { "maser", "hot.coupling=0 cold.coupling=0", "bath.spectrum", TRUE },
    { "absorption", "model=reset", "model", FALSE },
    { "absorption", "model=local", "model", FALSE },
    { "fluctuations", "", "bath.spectrum", FALSE },
    { "coherence", "stroke.drive=0", "drive.shape", TRUE },
    { "coherence", "", "drive.shape", FALSE },
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

/* Of random settings too, many of them at an end of their range: no number of the outcome depends on what is said to be idle. */
static void
check_random (GRand *rand, const QnLab *lab)
{
  g_autoptr (QnOutcome) outcome = NULL;
  QnExperiment e;

  qn_experiment_init (&e, lab);
  for (int i = 0; i < lab->n_parameters; i++)
    {
      const QnParameter *p = &lab->parameters[i];
      double choice = g_rand_double (rand), value = p->soft_min + g_rand_double (rand) * (p->soft_max - p->soft_min);

      if (choice > 0.5)
        e.value[i] = p->kind != QN_VALUE_REAL ? round (value) : choice > 0.85 && p->hard_min == 0 ? 0 : value;
    }
  outcome = qn_experiment_evaluate (&e, NULL, NULL);
  for (int i = 0; outcome && i < lab->n_parameters; i++)
    {
      const QnParameter *p = &lab->parameters[i];
      g_autoptr (QnOutcome) told = NULL;
      QnExperiment other = e;

      if (!qn_parameter_idle (&e, i))
        continue;
      other.value[i] = p->kind == QN_VALUE_REAL ? 0.7 * p->soft_max + 0.3 * p->soft_min : e.value[i] == p->soft_max ? p->soft_min : p->soft_max;
      told = qn_experiment_evaluate (&other, NULL, NULL);
      for (int k = 0; told && k < lab->n_results; k++)
        {
          double a = outcome->results.number[k], b = told->results.number[k];

          if (!(isnan (a) && isnan (b)) && !(fabs (a - b) <= 1e-7 * (fabs (a) + outcome->ledger.energy_scale) + 1e-9))
            g_error ("%s: %s is said to be idle, but %s goes from %g to %g", lab->id, p->id, lab->results[k].id, a, b);
        }
    }
}

static void
test_random (void)
{
  g_autoptr (GRand) rand = test_rand (20269);
  gsize n;
  const QnLab *const *labs = qn_labs (&n);

  for (gsize k = 0; k < n; k++)
    for (int turn = 0; turn < (labs[k]->build ? 12 : 4); turn++)
      check_random (rand, labs[k]);
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
  g_test_add_func ("/effect/random", test_random);
  g_test_add_func ("/effect/tried", test_tried);
  return g_test_run ();
}
