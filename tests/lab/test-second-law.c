/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The second law by partial trace: what its presets teach, energy and entropy of random streams, and what it refuses. The
 * matrices themselves are tested in tests/core/test-collisions.c. */

#include <math.h>
#include <string.h>

#include <gsl/gsl_errno.h>

#include "lab-test.h"
#include "../random-numbers.h"

#define SEED 20291

static QnResults
preset (const char *id)
{
  QnExperiment e = lab_load ("second-law", id);

  return lab_evaluate (&e);
}

static double
of_table (const QnReport *report, const char *table, const char *column, gsize row)
{
  const QnTable *t = qn_report_find (report, table);

  for (int c = 0; c < t->n_columns; c++)
    if (strcmp (t->columns[c].id, column) == 0)
      return qn_table_get (t, row, c);
  g_assert_not_reached ();
}

static double
entropy (double p)
{
  return -p * log (p) - (1 - p) * log1p (-p);
}

/* With fresh qubits of the same spacing: p - q falls by cos^2 a collision, heat is what was lost. */
static void
test_stream (void)
{
  QnResults r = preset ("stream");
  double p = 1 / (1 + exp (1 / 5.0)), q = 1 / (1 + exp (1 / 0.35)), end = q + (p - q) * pow (cos (0.7), 10);

  g_assert_cmpfloat_with_epsilon (lab_get (&r, "energy"), end, 1e-13);
  g_assert_cmpfloat_with_epsilon (lab_get (&r, "heat_cold"), end - p, 1e-13);
  g_assert_cmpfloat_with_epsilon (lab_get (&r, "entropy"), entropy (end), 1e-12);
  g_assert_cmpfloat_with_epsilon (lab_get (&r, "entropy_whole"), entropy (p) + 5 * entropy (q), 1e-12);
  g_assert_cmpfloat_with_epsilon (lab_get (&r, "entropy_production"), entropy (end) - entropy (p) - (end - p) / 0.35, 1e-12);
  g_assert_cmpfloat (lab_get (&r, "mutual_information"), >, 0.05);
  g_assert_cmpfloat (lab_get (&r, "work_output"), ==, 0);
  g_assert_cmpfloat (lab_get (&r, "recurrence"), ==, 0);
}

/* One qubit: everything comes back. */
static void
test_recurrence (void)
{
  QnExperiment e = lab_load ("second-law", "recurrence");
  g_autoptr (QnReport) report = lab_report (&e, NULL);
  double most = 0, p = 1 / (1 + exp (1 / 5.0)), q = 1 / (1 + exp (1 / 0.35));

  for (gsize i = 0; i <= 8; i++)
    {
      double c = cos (0.4 * i);

      g_assert_cmpfloat_with_epsilon (of_table (report, "collisions", "excited", i), q + (p - q) * c * c, 1e-13);
      most = fmax (most, of_table (report, "collisions", "production", i));
    }
  g_assert_cmpfloat (of_table (report, "collisions", "production", 8), <, 0.01 * most);
}

static void
test_returning (void)
{
  QnExperiment e = lab_load ("second-law", "returning");
  QnResults r;
  g_autoptr (QnReport) report = lab_report (&e, &r);

  for (gsize i = 1; i <= 3; i++)
    g_assert_cmpfloat (of_table (report, "collisions", "production", i), >, of_table (report, "collisions", "production", i - 1));
  g_assert_cmpfloat (of_table (report, "collisions", "production", 7), <, 0.7 * of_table (report, "collisions", "production", 3));
  g_assert_cmpfloat (lab_get (&r, "recurrence"), >, 0.3);
}

/* Each qubit less to follow raises the entropy; to follow all changes nothing. */
static void
test_observer (void)
{
  QnExperiment e = lab_load ("second-law", "observer");
  double last = INFINITY, whole = 0;

  for (int k = 0; k <= 6; k++)
    {
      QnResults r;
      double S;

      lab_set (&e, "observer.kept", k);
      r = lab_evaluate (&e);
      S = lab_get (&r, "entropy_observer");
      whole = lab_get (&r, "entropy_whole");
      g_assert_cmpfloat (S, <, last - 0.01);
      if (k == 0)
        g_assert_cmpfloat_with_epsilon (S, lab_get (&r, "entropy_parts"), 1e-12);
      last = S;
    }
  g_assert_cmpfloat_with_epsilon (last, whole, 1e-12);
}

static void
test_decoherence (void)
{
  QnResults r = preset ("decoherence");

  g_assert_cmpfloat (lab_get (&r, "heat_cold"), ==, 0);
  g_assert_cmpfloat (lab_get (&r, "entropy_production"), >, 0.5);
  g_assert_cmpfloat_with_epsilon (lab_get (&r, "entropy_production"), lab_get (&r, "entropy"), 1e-12); /* it began pure */
  g_assert_cmpfloat (lab_get (&r, "coherence_l1"), <, 0.4);
}

/* Swaps between unlike spacings: W = (w_s - w_e) times the quanta that went over. */
static void
test_work (void)
{
  QnResults r = preset ("work");
  double quanta = -lab_get (&r, "heat_cold") / 0.8;

  g_assert_cmpfloat (quanta, >, 0.1);
  g_assert_cmpfloat_with_epsilon (lab_get (&r, "work_output"), (2 - 0.8) * quanta, 1e-12);
}

static void
test_full_swap (void)
{
  QnResults r = preset ("full-swap");

  g_assert_cmpfloat_with_epsilon (lab_get (&r, "temperature_system"), 0.35, 1e-12);
  g_assert_cmpfloat (lab_get (&r, "mutual_information"), ==, 0);
  g_assert_cmpfloat_with_epsilon (lab_get (&r, "entropy_production"), lab_get (&r, "relative_entropy"), 1e-12);
  g_assert_cmpfloat (lab_get (&r, "entropy_production"), >, 0.1);
}

static void
test_laws (void)
{
  g_autoptr (GRand) rand = test_rand (SEED);

  for (int turn = 0; turn < 300; turn++)
    {
      QnExperiment e = lab_load ("second-law", NULL);
      QnResults r;

      lab_set (&e, "environment.size", g_rand_int_range (rand, 1, 6));
      lab_set (&e, "environment.rounds", g_rand_int_range (rand, 1, 4));
      lab_set (&e, "system.temperature", uniform (rand, 0.1, 6));
      lab_set (&e, "environment.temperature", uniform (rand, 0.1, 6));
      lab_set (&e, "system.spacing", uniform (rand, 0.1, 3));
      lab_set (&e, "environment.spacing", uniform (rand, 0.1, 3));
      lab_set (&e, "swap.angle", uniform (rand, -4, 4));
      lab_set (&e, "initial.coherence", turn % 3 ? 0 : g_rand_double (rand));
      r = lab_evaluate (&e);
      g_assert_cmpfloat (lab_get (&r, "residual_whole"), <, 1e-12);
      g_assert_cmpfloat (lab_get (&r, "residual_first_law"), <, 1e-12);
      g_assert_cmpfloat (lab_get (&r, "residual_second_law"), <, 1e-10);
      g_assert_cmpfloat (lab_get (&r, "entropy_production"), >=, -1e-10);
      g_assert_cmpfloat (lab_get (&r, "mutual_information"), >=, 0);
      g_assert_cmpfloat (lab_get (&r, "relative_entropy"), >=, -1e-12);
    }
}

static void
assert_refused (const char *id, double value, const char *with, double other, const char *said)
{
  QnExperiment e = lab_load ("second-law", NULL);
  g_autofree char *message = NULL;

  lab_set (&e, id, value);
  lab_set (&e, with, other);
  message = lab_refusal (&e);
  if (strstr (message, said) == NULL)
    g_error ("“%s” does not say “%s”", message, said);
}

static void
test_refusals (void)
{
  assert_refused ("environment.size", 8, "environment.rounds", 6, "environment.rounds: 6 is not allowed; allowed: at most 5");
  assert_refused ("environment.size", 7, "initial.coherence", 0.1, "environment.size: 7 is not allowed; allowed: at most 6");
  assert_refused ("environment.temperature", 1e-6, "environment.spacing", 1, "environment.temperature");
}

int
main (int argc, char *argv[])
{
  gsl_set_error_handler_off ();
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/second-law/stream", test_stream);
  g_test_add_func ("/second-law/recurrence", test_recurrence);
  g_test_add_func ("/second-law/returning", test_returning);
  g_test_add_func ("/second-law/observer", test_observer);
  g_test_add_func ("/second-law/decoherence", test_decoherence);
  g_test_add_func ("/second-law/work", test_work);
  g_test_add_func ("/second-law/full-swap", test_full_swap);
  g_test_add_func ("/second-law/laws", test_laws);
  g_test_add_func ("/second-law/refusals", test_refusals);
  return g_test_run ();
}
