/* SPDX-License-Identifier: GPL-3.0-or-later */

/* At the ends of what a parameter may be: numbers that obey the laws, or an error that names a parameter. */

#include <math.h>
#include <string.h>

#include <gsl/gsl_errno.h>

#include "lab-test.h"
#include "../random-numbers.h"

#define SEED 20301
#define RANDOM 25 /* settings of a lab */

/* Whatever comes out is sound; what does not names one of the lab's parameters. */
static gboolean
assert_sound (const QnExperiment *experiment)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (QnOutcome) outcome = qn_experiment_evaluate (experiment, NULL, &error);
  const QnLab *lab = experiment->lab;
  gboolean named = FALSE, gaussian = outcome && outcome->machine.medium.klass && outcome->machine.medium.klass->gaussian;

  if (!outcome)
    {
      g_assert_nonnull (error);
      for (int i = 0; i < lab->n_parameters; i++)
        named |= g_str_has_prefix (error->message, lab->parameters[i].id);
      if (!named)
        g_error ("%s: no parameter named: %s", lab->id, error->message);
      return FALSE;
    }
  for (int i = 0; i < lab->n_results; i++)
    {
      double value[QN_MAX_LEVELS];
      int n = lab->results[i].kind == QN_RESULT_VECTOR ? qn_results_vector (&outcome->results, &lab->results[i], value) : 0;

      for (int k = 0; k < n && !gaussian; k++)
        g_assert_true (isfinite (value[k]));
      if (g_strcmp0 (lab->results[i].id, "secular_ratio") != 0)
        g_assert_false (isinf (outcome->results.number[i]));
    }
  for (QnLaw law = 0; law < QN_N_LAWS; law++)
    g_assert_true (qn_law_holds (&outcome->results, &outcome->ledger, law, NULL) || (law == QN_LAW_SECOND && (outcome->doubts & QN_DOUBT_MODEL)));
  return TRUE;
}

/* Each was a number that is none, or a law broken by rounding. */
static void
test_known (void)
{
  static const struct
  {
    const char *lab, *settings;
    gboolean computed;
  } cases[] = {
    { "absorption", "medium.kind=three-level spacing.cold=1e-6 spacing.work=1e-6", TRUE },
    { "maser", "spacing.hot=3e-6 spacing.cold=1e-6 hot.coupling=0", TRUE },
    { "thermometry", "probe.relaxed=false bath.temperature=2e-4 stroke.contact=3", TRUE },
    { "thermometry", "probe.relaxed=false probe.spacing=2800 stroke.contact=3", TRUE },
    { "thermometry", "probe.relaxed=false bath.temperature=1e-6 medium.levels=8 stroke.contact=3", TRUE },
    { "swap", "medium.levels=3 hot.temperature=1e-6", TRUE },
    { "swap", "hot.temperature=1e6 spacing.hot=2e-4", TRUE },
    { "swap", "hot.coupling=1e6 cold.coupling=1e6", TRUE },
    { "otto", "medium.kind=two-qubits medium.exchange=1e6", TRUE },
    { "otto", "medium.kind=two-qubits medium.exchange=-1e6", TRUE },
    { "equilibrium", "medium.kind=two-qubits hot.temperature=1e-6", TRUE },
    { "absorption", "model=global medium.interaction=1e6", TRUE },
    { "absorption", "hot.coupling=1e6", TRUE },
    { "transport", "hot.coupling=1e6", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (GStrv) settings = g_strsplit (cases[i].settings, " ", -1);
      QnExperiment experiment = lab_load (cases[i].lab, NULL);

      for (char **setting = settings; *setting; setting++)
        {
          g_auto (GStrv) parts = g_strsplit (*setting, "=", 2);

          lab_set_text (&experiment, parts[0], parts[1]);
        }
      if (assert_sound (&experiment) != cases[i].computed)
        g_error ("%s %s: %s", cases[i].lab, cases[i].settings, cases[i].computed ? "refused" : "computed");
    }
}

/* Anywhere from its default to the ends of what it may be. */
static double
draw (GRand *rand, const QnParameter *parameter)
{
  double low = parameter->hard_min, high = parameter->hard_max, choice = uniform (rand, 0, 1), side;

  if (parameter->kind != QN_VALUE_REAL)
    return choice < 0.5 ? parameter->initial : g_rand_int_range (rand, (int) low, (int) high + 1);
  if (choice < 0.6)
    return parameter->initial;
  if (choice < 0.8)
    return parameter->soft_min + (parameter->soft_max - parameter->soft_min) * uniform (rand, 0, 1);
  if (choice < 0.85)
    return uniform (rand, 0, 1) < 0.5 ? low : high;
  side = low < 0 && uniform (rand, 0, 1) < 0.5 ? -1 : 1;
  return side * log_uniform (rand, MAX (low, 1e-9), side < 0 ? -low : high);
}

/* Long drives of fast levels are known to take long: what is asked here is what comes out, so none is drawn. */
static gboolean
is_long (const QnParameter *parameter, double value)
{
  return value > parameter->soft_max && (strstr (parameter->id, "stroke.") || strstr (parameter->id, "spacing") || strstr (parameter->id, "tunnelling")
                                         || strstr (parameter->id, "exchange") || strstr (parameter->id, "carnot.expansion") || strstr (parameter->id, "environment.")
                                         || strstr (parameter->id, "engine.") || strstr (parameter->id, "drive.distance"));
}

static void
test_random (void)
{
  gsize n;
  const QnLab *const *labs = qn_labs (&n);

  for (gsize l = 0; l < n; l++)
    {
      g_autoptr (GRand) rand = test_rand (SEED + (guint32) l);
      int computed = 0;

      for (int i = 0; i < RANDOM; i++)
        {
          QnExperiment experiment = lab_load (labs[l]->id, NULL);

          for (int p = 0; p < labs[l]->n_parameters; p++)
            {
              double value = draw (rand, &labs[l]->parameters[p]);

              if (!is_long (&labs[l]->parameters[p], value))
                experiment.value[p] = value;
            }
          computed += assert_sound (&experiment);
        }
      g_test_message ("%s: %d of %d computed", labs[l]->id, computed, RANDOM);
      g_assert_cmpint (computed, >, RANDOM / 3);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  gsl_set_error_handler_off ();
  g_test_add_func ("/hard-ranges/known", test_known);
  g_test_add_func ("/hard-ranges/random", test_random);
  return g_test_run ();
}
