/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a machine starts from. */

#include <gsl/gsl_errno.h>
#include <math.h>

#include "core/machine/qn-cycle.h"
#include "lab-test.h"
#include "core/machine/qn-run.h"
#include "lab/qn-outcome.h"

static const char *const names[] = { "otto", "carnot", "stirling", "swap", "coherence", "maser", "absorption", "transport", "equilibrium" };
static const char *const media[] = { "qubit", "ladder", "box", "two-qubits", "oscillator", NULL };
static const char *const levels[] = { "two-level", "ladder", "box", "two-qubits", "oscillator", NULL }; /* a rotor's levels are several states */
static const char *const kinds[] = { "three-qubits", "three-level", NULL };

static void
set (QnExperiment *e, const char *id, const char *value)
{
  g_autoptr (GError) error = NULL;

  qn_experiment_set_text (e, id, value, &error);
  g_assert_no_error (error);
}

/* The reading that a run begins with. */
static void
begin (const QnExperiment *e, QnReading *out)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (QnRun) run = NULL;
  QnMachine machine;

  qn_experiment_machine (e, &machine, &error);
  g_assert_no_error (error);
  run = qn_run_new (&machine, 4, QN_TOLERANCE, NULL, &error);
  g_assert_no_error (error);
  qn_run_read (run, out);
}

static void
assert_starts (QnExperiment *e, gboolean oscillator)
{
  QnReading r;

  set (e, "initial.state", "pure");
  if (oscillator)
    set (e, "initial.amplitude", "0"); /* else its entropy is not told */
  else
    set (e, "initial.level", "1");
  begin (e, &r);
  g_assert_cmpfloat_with_epsilon (r.trace, 1, 1e-12);
  g_assert_cmpfloat_with_epsilon (r.purity, 1, 1e-9);
  g_assert_cmpfloat_with_epsilon (r.entropy, 0, 1e-9);
  g_assert_cmpfloat_with_epsilon (r.population[oscillator ? 0 : 1], 1, 1e-9);
  set (e, "initial.state", "thermal");
  set (e, "initial.temperature", "0.7");
  begin (e, &r);
  g_assert_cmpfloat_with_epsilon (log (r.population[0] / r.population[1]), (r.level[1] - r.level[0]) / 0.7, 1e-9);
  if (oscillator)
    return;
  set (e, "initial.state", "mixed");
  begin (e, &r);
  g_assert_cmpfloat_with_epsilon (r.purity, 1.0 / r.n_levels, 1e-12);
  g_assert_cmpfloat_with_epsilon (r.entropy, log (r.n_levels), 1e-12);
}

static void
test_every_medium (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const QnLab *lab = qn_lab_find (names[i]);
      gboolean chosen = qn_lab_parameter_index (lab, "medium.kind") >= 0;
      const char *const *kind = g_str_equal (names[i], "absorption") ? kinds : g_str_equal (names[i], "equilibrium") ? levels : media;

      for (int k = 0; k == 0 || (chosen && kind[k]); k++)
        {
          QnExperiment e;

          qn_experiment_init (&e, lab);
          if (chosen)
            set (&e, "medium.kind", kind[k]);
          g_test_message ("%s %s", names[i], chosen ? kind[k] : "");
          assert_starts (&e, chosen && g_str_equal (kind[k], "oscillator"));
        }
    }
}

/* By default as ever: thermal, at the temperature of the cold reservoir. */
static void
test_default (void)
{
  QnExperiment e;
  QnReading r;

  qn_experiment_init (&e, qn_lab_find ("otto"));
  begin (&e, &r);
  g_assert_cmpfloat_with_epsilon (log (r.population[0] / r.population[1]), (r.level[1] - r.level[0]) / qn_experiment_get (&e, "cold.temperature"), 1e-12);
}

/* E = w (|alpha|^2 + 1/2), and in contact its quanta relax at gamma to those of the reservoir, wherever they are. */
static void
test_coherent (void)
{
  g_autoptr (QnOutcome) first = NULL;
  QnExperiment e;
  QnReading r;
  double w = 3, gamma = 0.3, time = 6, thermal = 1 / expm1 (w / 4), quanta = 1.5 * 1.5;

  qn_experiment_init (&e, qn_lab_find ("otto"));
  set (&e, "medium.kind", "oscillator");
  set (&e, "initial.state", "pure");
  set (&e, "initial.amplitude", "1.5");
  begin (&e, &r);
  g_assert_cmpfloat_with_epsilon (r.energy, w * (quanta + 0.5), 1e-12);
  g_assert_true (isnan (r.entropy)); /* moments about 0 do not tell it */
  first = qn_experiment_evaluate_transient (&e, 1, NULL, NULL);
  g_assert_cmpfloat_with_epsilon (first->ledger.stroke[0].heat[QN_HOT], w * (thermal - quanta) * -expm1 (-gamma * time), 1e-9);
  g_assert_cmpfloat (fabs (first->ledger.residual_first_law), <, 1e-9);
}

static void
test_refused (void)
{
  g_autoptr (GError) error = NULL;
  QnExperiment e;

  qn_experiment_init (&e, qn_lab_find ("otto"));
  set (&e, "medium.kind", "oscillator");
  set (&e, "initial.state", "mixed");
  g_assert_null (qn_experiment_evaluate (&e, NULL, &error));
  g_assert_nonnull (strstr (error->message, "initial.state"));
  g_clear_error (&error);
  set (&e, "initial.state", "superposition");
  g_assert_null (qn_experiment_evaluate (&e, NULL, &error));
  g_assert_nonnull (strstr (error->message, "initial.state"));
}

/* On the Bloch sphere, measured from the lower level of H = (w sz + D sx)/2; and in the first cycle it thermalises to what Bloch's equations
 * of a resting field make of it: populations at Gamma, coherence turning at the gap and dying at Gamma/2. */
static void
test_superposition (void)
{
  for (int i = 0; i < 24; i++)
    {
      g_autoptr (QnOutcome) first = NULL;
      QnExperiment e;
      QnReading r;
      double angle = 0.1 + 0.12 * i, phase = 0.27 * i, tunnelling = i % 3 ? 0.6 * (i % 3) : 0, w = 3, gap = hypot (w, tunnelling), time = 0.8;
      double Gamma = 0.3 / tanh (gap / 8), up, C;

      qn_experiment_init (&e, qn_lab_find (i % 2 ? "otto" : "coherence"));
      set (&e, "initial.state", "superposition");
      lab_set (&e, "initial.angle", angle);
      lab_set (&e, "initial.phase", phase);
      lab_set (&e, "medium.tunnelling", tunnelling);
      lab_set (&e, "spacing.hot", w);
      lab_set (&e, "hot.temperature", 4);
      lab_set (&e, "hot.coupling", 0.3);
      lab_set (&e, "stroke.hot", time);
      begin (&e, &r);
      up = pow (sin (angle / 2), 2);
      C = fabs (sin (angle));
      g_assert_cmpfloat_with_epsilon (r.purity, 1, 1e-12);
      g_assert_cmpfloat_with_epsilon (r.population[1], up, 1e-12);
      g_assert_cmpfloat_with_epsilon (r.coherence_l1, C, 1e-12);
      g_assert_cmpfloat_with_epsilon (r.energy, gap * (up - 0.5), 1e-12);
      if (tunnelling == 0)
        g_assert_cmpfloat_with_epsilon (r.bloch[0], sin (angle) * cos (phase), 1e-12);
      first = qn_experiment_evaluate_transient (&e, 1, NULL, NULL);
      g_assert_cmpfloat_with_epsilon (first->ledger.stroke[0].heat[QN_HOT], gap * (1 / (exp (gap / 4) + 1) - up) * -expm1 (-Gamma * time), 1e-9);
      g_assert_cmpfloat_with_epsilon (hypot (first->ledger.stroke[0].bloch_end[0], first->ledger.stroke[0].bloch_end[1]) * (tunnelling == 0), C * exp (-Gamma * time / 2) * (tunnelling == 0), 1e-9);
      g_assert_cmpfloat (fabs (first->ledger.residual_first_law), <, 1e-9);
    }
}

/* Where there is none to choose it is said why. */
static void
test_none (void)
{
  gsize n;
  const QnLab *const *labs = qn_labs (&n);

  for (gsize i = 0; i < n; i++)
    {
      g_autoptr (GError) error = NULL;
      g_auto (GStrv) words = NULL;
      QnExperiment e;

      qn_experiment_init (&e, labs[i]);
      g_assert_true ((labs[i]->start == NULL) == (qn_lab_parameter_index (labs[i], "initial.state") >= 0));
      if (!labs[i]->start)
        continue;
      g_assert_false (qn_experiment_set_text (&e, "initial.state", "pure", &error));
      g_assert_nonnull (strstr (error->message, labs[i]->start));
      words = g_strsplit_set (labs[i]->start, " ,", -1);
      for (char **word = words; *word; word++)
        g_assert_true (!strchr (*word, '.') || qn_lab_parameter_index (labs[i], *word) >= 0);
    }
}

static double
work (const QnExperiment *e, int cycles)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (QnOutcome) outcome = cycles ? qn_experiment_evaluate_transient (e, cycles, NULL, &error) : qn_experiment_evaluate (e, NULL, &error);

  g_assert_no_error (error);
  return qn_results_get (&outcome->results, "work_output");
}

/* A unique limit cycle does not know where it came from; one that keeps the singlet's population does. */
static void
test_limit (void)
{
  QnExperiment e;
  double unique, kept;

  qn_experiment_init (&e, qn_lab_find ("otto"));
  set (&e, "medium.kind", "two-qubits");
  unique = work (&e, 0);
  set (&e, "medium.coupling-ratio", "1");
  kept = work (&e, 0);
  set (&e, "initial.state", "mixed");
  g_assert_cmpfloat (fabs (work (&e, 0) - kept), >, 1e-3);
  g_assert_cmpfloat_with_epsilon (work (&e, 0), work (&e, 300), 1e-9);
  set (&e, "medium.coupling-ratio", "0.7");
  g_assert_cmpfloat_with_epsilon (work (&e, 0), unique, 1e-12);
  g_assert_cmpfloat (fabs (work (&e, 1) - unique), >, 1e-3);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  gsl_set_error_handler_off ();
  g_test_add_func ("/initial/every-medium", test_every_medium);
  g_test_add_func ("/initial/default", test_default);
  g_test_add_func ("/initial/coherent", test_coherent);
  g_test_add_func ("/initial/superposition", test_superposition);
  g_test_add_func ("/initial/none", test_none);
  g_test_add_func ("/initial/refused", test_refused);
  g_test_add_func ("/initial/limit", test_limit);
  return g_test_run ();
}
