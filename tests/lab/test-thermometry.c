/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The thermometry lab: best gaps of Correa, Mehboudi, Adesso & Sanpera, PRL 114, 220405 (2015), what its presets teach, and
 * simulated estimates against the bound. The information itself is tested in tests/core/test-thermometry.c. */

#include <math.h>
#include <string.h>

#include <gsl/gsl_errno.h>

#include "lab-test.h"
#include "lab/qn-monte-carlo.h"
#include "../random-numbers.h"

#define SEED 20293

static QnResults
preset (const char *id)
{
  QnExperiment e = lab_load ("thermometry", id);

  return lab_evaluate (&e);
}

/* e^x = (N - 1)(x + 2)/(x - 2), by halving. */
static double
best_gap (int N)
{
  double a = 2.0000001, b = 20;

  for (int i = 0; i < 200; i++)
    {
      double x = (a + b) / 2;

      *(exp (x) * (x - 2) > (N - 1) * (x + 2) ? &b : &a) = x;
    }
  return a;
}

static void
test_best_gap (void)
{
  for (int N = 2; N <= 8; N++)
    {
      QnExperiment e = lab_load ("thermometry", NULL);
      double x = best_gap (N), p;
      QnResults r;

      lab_set (&e, "medium.levels", N);
      lab_set (&e, "probe.spectrum", 1);
      lab_set (&e, "probe.spacing", x * 0.4);
      r = lab_evaluate (&e);
      p = (N - 1) * exp (-x) / (1 + (N - 1) * exp (-x));
      g_assert_cmpfloat_with_epsilon (lab_get (&r, "best_gap") / 0.4, x, 1e-9);
      g_assert_cmpfloat_with_epsilon (lab_get (&r, "sensitivity"), x * x * p * (1 - p), 1e-12);
      g_assert_cmpfloat_with_epsilon (lab_get (&r, "sensitivity_best"), lab_get (&r, "sensitivity"), 1e-12);
    }
  g_assert_cmpfloat_with_epsilon (best_gap (2), 2.399357280520543, 1e-9);
}

static void
test_presets (void)
{
  QnResults qubit = preset ("qubit"), wrong = preset ("wrong-gap"), optimal = preset ("optimal"), ladder = preset ("ladder"), cold = preset ("cold");
  QnExperiment all = lab_load ("thermometry", "optimal");

  g_assert_cmpfloat_with_epsilon (lab_get (&qubit, "sensitivity_best"), 0.4392288, 1e-7);
  g_assert_cmpfloat (lab_get (&qubit, "sensitivity"), >, 0.99 * lab_get (&qubit, "sensitivity_best"));
  g_assert_cmpfloat (lab_get (&wrong, "sensitivity"), <, 0.011 * lab_get (&qubit, "sensitivity"));
  g_assert_cmpfloat (wrong.population[1], <, 1 / 20000.);
  g_assert_cmpfloat (lab_get (&optimal, "sensitivity_best"), >, 1.9 * lab_get (&ladder, "sensitivity_best"));
  g_assert_cmpfloat (cold.population[1], <, 1e-6);
  lab_set (&all, "probe.spectrum", 0);
  for (double gap = 0.05; gap < 3; gap += 0.05) /* no ladder does what the optimal probe does */
    {
      QnResults r;

      lab_set (&all, "probe.spacing", gap);
      r = lab_evaluate (&all);
      g_assert_cmpfloat (lab_get (&r, "sensitivity"), <, lab_get (&optimal, "sensitivity_best"));
    }
}

static double
after (QnExperiment e, double time)
{
  QnResults r;

  lab_set (&e, "stroke.contact", time);
  lab_set_text (&e, "probe.relaxed", "false");
  r = lab_evaluate (&e);
  return lab_get (&r, "sensitivity");
}

static void
test_in_time (void)
{
  QnExperiment quick = lab_load ("thermometry", "quick");
  QnResults r = preset ("quick"), coherent = preset ("coherent");
  double t = lab_get (&r, "best_time");

  g_assert_cmpfloat (lab_get (&r, "gain"), <, 1);
  for (double other = t / 3; other < 3 * t; other *= 1.05)
    g_assert_cmpfloat (after (quick, other) / other, <=, after (quick, t) / t * (1 + 1e-12));
  g_assert_cmpfloat_with_epsilon (after (quick, 1e5), lab_get (&r, "sensitivity_equilibrium"), 1e-10);
  g_assert_cmpfloat (lab_get (&coherent, "gain"), >, 5);
  g_assert_cmpfloat (lab_get (&coherent, "fisher_information"), >, 3 * lab_get (&coherent, "fisher_populations"));
}

static double
column (const QnReport *report, gsize row, const char *id)
{
  const QnTable *t = qn_report_find (report, "precision");

  for (int c = 0; c < t->n_columns; c++)
    if (strcmp (t->columns[c].id, id) == 0)
      return qn_table_get (t, row, c);
  g_assert_not_reached ();
}

static QnReport *
sampled (const QnExperiment *e, guint64 seed, guint64 runs, guint64 batch)
{
  QnReport *report = qn_report_new ();
  gpointer data;
  g_autoptr (GError) error = NULL;

  data = e->lab->sampler->begin (e, seed, NULL, &error);
  g_assert_no_error (error);
  for (guint64 made = 0; made < runs; made += batch)
    e->lab->sampler->run (data, MIN (batch, runs - made), NULL);
  e->lab->sampler->tell (data, report);
  e->lab->sampler->end (data);
  return report;
}

/* Many shots: the error is the bound, within 4 standard errors and the bias left of 1/M. Batches change nothing. */
static void
test_estimates (void)
{
  QnExperiment e = lab_load ("thermometry", "qubit");
  g_autoptr (QnReport) a = NULL, b = NULL;
  const QnTable *estimates;
  QnResults r;
  gsize last;

  lab_set (&e, "probe.shots", 10000);
  r = lab_evaluate (&e);
  a = sampled (&e, test_seed (SEED), 2000, 2000);
  b = sampled (&e, SEED, 2000, 77);
  last = qn_report_find (a, "precision")->n_rows - 1;
  g_assert_cmpfloat (column (a, last, "shots"), ==, 10000);
  g_assert_cmpfloat_with_epsilon (column (a, last, "bound"), 1 / sqrt (10000 * lab_get (&r, "sensitivity")), 1e-12);
  g_assert_cmpfloat (fabs (column (a, last, "error") - column (a, last, "bound")), <, 4 * column (a, last, "uncertainty") + 0.002 * column (a, last, "bound"));
  for (gsize i = 0; i <= last; i++)
    g_assert_cmpfloat (column (a, i, "told"), ==, column (b, i, "told"));
  g_assert_cmpfloat (column (a, last, "error"), ==, column (b, last, "error"));
  estimates = qn_report_find (a, "estimates");
  g_assert_cmpfloat (fabs (qn_table_get (estimates, 0, QN_ESTIMATE_MEAN) - 0.4), <, 5 * qn_table_get (estimates, 0, QN_ESTIMATE_ERROR));
  g_assert_cmpfloat (column (a, 0, "told"), <, 0.2); /* of a single shot: only an excited probe tells, and it tells an infinite one */
}

static void
test_invariants (void)
{
  g_autoptr (GRand) rand = test_rand (SEED + 1);

  for (int turn = 0; turn < 300; turn++)
    {
      QnExperiment e = lab_load ("thermometry", NULL);
      QnResults r;

      lab_set (&e, "medium.levels", g_rand_int_range (rand, 2, 9));
      lab_set (&e, "probe.spectrum", g_rand_int_range (rand, 0, 2));
      lab_set (&e, "probe.relaxed", g_rand_int_range (rand, 0, 2));
      lab_set (&e, "bath.spectrum", g_rand_int_range (rand, 0, 3));
      lab_set (&e, "bath.temperature", uniform (rand, 0.2, 3));
      lab_set (&e, "initial.temperature", uniform (rand, 0.1, 3));
      lab_set (&e, "probe.spacing", uniform (rand, 0.2, 3));
      lab_set (&e, "stroke.contact", uniform (rand, 0.1, 50));
      lab_set (&e, "initial.coherence", g_rand_double (rand));
      r = lab_evaluate (&e);
      g_assert_cmpfloat (lab_get (&r, "sensitivity"), >=, 0);
      g_assert_cmpfloat (lab_get (&r, "fisher_information"), >=, lab_get (&r, "fisher_populations") * (1 - 1e-12));
      g_assert_cmpfloat (lab_get (&r, "sensitivity_equilibrium"), <=, lab_get (&r, "sensitivity_best") * (1 + 1e-12));
      g_assert_cmpfloat (fabs (lab_get (&r, "residual_first_law")), <, 1e-10);
    }
}

int
main (int argc, char *argv[])
{
  gsl_set_error_handler_off ();
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/thermometry/best-gap", test_best_gap);
  g_test_add_func ("/thermometry/presets", test_presets);
  g_test_add_func ("/thermometry/in-time", test_in_time);
  g_test_add_func ("/thermometry/estimates", test_estimates);
  g_test_add_func ("/thermometry/invariants", test_invariants);
  return g_test_run ();
}
