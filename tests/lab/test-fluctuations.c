/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Work fluctuations: what each preset teaches, both theorems over random experiments of all media, closed forms, the
 * sampler against the exact numbers, and messages. Numbers to 1e-9 where nothing else is said. */

#include <math.h>
#include <string.h>

#include <gsl/gsl_cdf.h>

#include "lab-test.h"
#include "lab/qn-monte-carlo.h"
#include "core/linear/qn-random.h"
#include "../random-numbers.h"

#define SEED 20261126

static QnResults
preset (const char *id)
{
  QnExperiment e = lab_load ("fluctuations", id);

  return lab_evaluate (&e);
}

/* What holds of every process. */
static void
check_laws (const QnResults *r)
{
  double dF = lab_get (r, "free_energy_difference"), limit = lab_get (r, "jarzynski_limit"), irreversibility = lab_get (r, "relative_entropy"), crossing = lab_get (r, "crooks_crossing");

  g_assert_cmpfloat_with_epsilon (lab_get (r, "jarzynski") / limit, 1, 1e-9);
  if (!isnan (lab_get (r, "work_dissipated"))) /* of heat there is none */
    {
      g_assert_cmpfloat (lab_get (r, "work_dissipated"), >=, -1e-9);
      g_assert_cmpfloat (lab_get (r, "work_reverse"), >=, -dF - 1e-9);
    }
  g_assert_cmpfloat (lab_get (r, "work_variance"), >=, -1e-12);
  if (!isnan (irreversibility))
    g_assert_cmpfloat (irreversibility, >=, -1e-9);
  if (!isnan (crossing))
    g_assert_cmpfloat_with_epsilon (crossing, dF, 1e-6);
  if (!isnan (lab_get (r, "residual_first_law")))
    g_assert_cmpfloat (fabs (lab_get (r, "residual_first_law")), <, 1e-7);
}

/* --- Presets -------------------------------------------------------------- */

static void
test_presets (void)
{
  QnResults textbook = preset ("textbook"), sudden = preset ("sudden"), slow = preset ("slow"), crossing = preset ("landau-zener");
  QnResults oscillator = preset ("oscillator"), trap = preset ("trap"), open = preset ("open"), exchange = preset ("exchange"), coherence = preset ("coherence"), incoherent;
  QnExperiment without = lab_load ("fluctuations", "coherence");
  const QnResults *all[] = { &textbook, &sudden, &slow, &crossing, &oscillator, &trap, &open, &exchange, &coherence };

  for (gsize i = 0; i < G_N_ELEMENTS (all); i++)
    check_laws (all[i]);
  /* mean above the free energy's difference, one run of sixteen below it: who began above and did not climb */
  g_assert_cmpfloat (lab_get (&textbook, "work_input"), >, lab_get (&textbook, "free_energy_difference"));
  g_assert_cmpfloat_with_epsilon (lab_get (&textbook, "probability_violation"), 1 / (1 + exp (hypot (2.5, 1))), 1e-12);
  g_assert_cmpfloat_with_epsilon (1 / lab_get (&textbook, "probability_violation"), 16, 0.5);
  g_assert_cmpfloat_with_epsilon (lab_get (&textbook, "relative_entropy"), lab_get (&textbook, "work_dissipated"), 1e-10);
  /* most is wasted where the field turns at once: p = sin^2 of half the angle turned */
  g_assert_cmpfloat_with_epsilon (lab_get (&sudden, "transition_probability"), pow (sin ((atan2 (0.8, -2) - atan2 (0.8, 2.5)) / 2), 2), 1e-12);
  g_assert_cmpfloat (lab_get (&sudden, "work_dissipated"), >, 0.9 * lab_get (&sudden, "work_input"));
  /* slow: no transition, and still work that fluctuates and dissipates */
  g_assert_cmpfloat (lab_get (&slow, "transition_probability"), <, 1e-5);
  g_assert_cmpfloat (lab_get (&slow, "work_variance"), >, 0.1);
  g_assert_cmpfloat (lab_get (&slow, "work_dissipated"), >, 0.1);
  g_assert_cmpfloat (lab_get (&slow, "work_dissipated"), <, lab_get (&textbook, "work_dissipated"));
  /* Landau and Zener's exp(-pi D^2/2v) but for the finite ends */
  g_assert_cmpfloat_with_epsilon (lab_get (&crossing, "transition_probability"), exp (-G_PI * 0.64 / 2), 0.03);
  g_assert_cmpfloat_with_epsilon (lab_get (&crossing, "free_energy_difference"), 0, 1e-12);
  /* Deffner & Lutz: mean (w1 Q* - w0) coth(w0/2T)/2 */
  g_assert_cmpfloat_with_epsilon (lab_get (&oscillator, "adiabaticity"), 1.25, 1e-12);
  g_assert_cmpfloat_with_epsilon (lab_get (&oscillator, "work_input"), 0.75 / tanh (0.5), 1e-10);
  /* Talkner, Burada & Hanggi: mean w |alpha|^2, variance w^2 |alpha|^2 coth(w/2T) */
  g_assert_cmpfloat_with_epsilon (lab_get (&trap, "displacement"), 2 * pow (sin (1), 2), 1e-12);
  g_assert_cmpfloat_with_epsilon (lab_get (&trap, "work_input"), 2 * pow (sin (1), 2), 1e-10);
  g_assert_cmpfloat_with_epsilon (lab_get (&trap, "work_variance"), 2 * pow (sin (1), 2) / tanh (0.5), 1e-9);
  g_assert_cmpfloat (lab_get (&trap, "probability_violation"), >, 0.05);
  /* in contact: same average, less dissipated than isolated for its longer drive */
  g_assert_cmpfloat_with_epsilon (lab_get (&open, "jarzynski"), lab_get (&textbook, "jarzynski"), 1e-9);
  g_assert_cmpfloat (lab_get (&open, "work_dissipated"), <, lab_get (&textbook, "work_dissipated"));
  g_assert_cmpfloat (lab_get (&open, "heat_hot"), >, 0.1);
  /* Jarzynski & Wojcik: P(-w)/P(w) = exp(-w/Tc + w/Th) */
  g_assert_cmpfloat_with_epsilon (lab_get (&exchange, "work_input"), 1 / (1 + exp (1)) - 1 / (1 + exp (2)), 1e-12);
  g_assert_cmpfloat_with_epsilon (1 / lab_get (&exchange, "probability_violation"), 11, 0.5);
  g_assert_cmpfloat_with_epsilon (lab_get (&exchange, "probability_violation"), 1 / (1 + exp (2)) / (1 + exp (-1)), 1e-12);
  /* coherence: the measured work is what it was, the unmeasured is not; a pure state's measurement makes all its entropy */
  lab_set (&without, "initial.coherence", 0);
  incoherent = lab_evaluate (&without);
  g_assert_cmpfloat_with_epsilon (lab_get (&coherence, "work_input"), lab_get (&incoherent, "work_input"), 1e-12);
  g_assert_cmpfloat_with_epsilon (lab_get (&incoherent, "work_unmeasured"), lab_get (&incoherent, "work_input"), 1e-12);
  g_assert_cmpfloat (fabs (lab_get (&coherence, "work_unmeasured") - lab_get (&coherence, "work_input")), >, 0.1);
  g_assert_cmpfloat_with_epsilon (lab_get (&textbook, "work_unmeasured"), lab_get (&textbook, "work_input"), 1e-10);
  g_assert_cmpfloat (lab_get (&coherence, "coherence_destroyed"), >, 0.2);
}

/* --- Any experiment ------------------------------------------------------- */

static double
between (guint64 rng[4], double a, double b)
{
  return a + (b - a) * qn_random (rng);
}

static void
test_random (void)
{
  guint64 rng[4];

  qn_random_seed (rng, test_seed (SEED), 0);
  for (int i = 0; i < 320; i++)
    {
      QnExperiment e = lab_load ("fluctuations", NULL);
      int kind = i % 4;
      QnResults r;

      lab_set (&e, "medium.kind", kind);
      lab_set (&e, "hot.temperature", exp (between (rng, -1, 1)));
      lab_set (&e, "cold.temperature", exp (between (rng, -1, 1)));
      lab_set (&e, "spacing.initial", between (rng, kind == 0 ? -3 : 0.3, 3));
      lab_set (&e, "spacing.final", between (rng, kind == 0 ? -3 : 0.3, 3));
      lab_set (&e, "medium.tunnelling", between (rng, 0.1, 2));
      lab_set (&e, "drive.shape", i / 4 % 4);
      lab_set (&e, "drive.distance", between (rng, -3, 3));
      lab_set (&e, "stroke.drive", exp (between (rng, -3, 1.5)));
      lab_set (&e, "swap.angle", between (rng, 0, G_PI));
      lab_set (&e, "initial.coherence", qn_random (rng));
      if (i % 3 == 0)
        lab_set (&e, "hot.coupling", between (rng, 0, 1));
      r = lab_evaluate (&e);
      check_laws (&r);
    }
}

/* Tables: probabilities add up to 1, both ways, whichever bins; estimates fall towards the exact value, from above. */
static void
test_tables (void)
{
  const char *const closed[] = { "textbook", "sudden", "oscillator", "trap", "exchange" };

  for (gsize i = 0; i < G_N_ELEMENTS (closed); i++)
    {
      QnExperiment e = lab_load ("fluctuations", closed[i]);
      QnResults r;
      g_autoptr (QnReport) report = lab_report (&e, &r);
      const QnTable *exact = qn_report_find (report, "work_exact"), *binned = qn_report_find (report, "work_binned"), *convergence = qn_report_find (report,
          "convergence"), *crooks = qn_report_find (report, "crooks");
      double slope = i == 4 ? 1 / 0.5 - 1 : 1, dF = lab_get (&r, "free_energy_difference"), last = INFINITY;

      for (int column = 1; column <= 2; column++)
        {
          double sum = 0, share = 0;

          for (gsize k = 0; k < exact->n_rows; k++)
            sum += qn_table_get (exact, k, column);
          for (gsize k = 0; k < binned->n_rows; k++)
            share += qn_table_get (binned, k, column);
          g_assert_cmpfloat_with_epsilon (sum, 1, 1e-4);
          g_assert_cmpfloat_with_epsilon (share, 1, 1e-4);
        }
      g_assert_cmpuint (crooks->n_rows, >=, 2);
      for (gsize k = 0; k < crooks->n_rows; k++)
        g_assert_cmpfloat_with_epsilon (qn_table_get (crooks, k, 1), slope * (qn_table_get (crooks, k, 0) - dF), 1e-7);
      g_assert_cmpfloat_with_epsilon (qn_table_get (convergence, 0, 1), lab_get (&r, "work_input"), 6 * qn_table_get (convergence, 0, 2) / 256);
      for (gsize k = 0; k < convergence->n_rows; k++)
        {
          double error = qn_table_get (convergence, k, 2) / sqrt (65536.0 / (1 << k));

          g_assert_cmpfloat (qn_table_get (convergence, k, 1), >, dF - 6 * error);
          g_assert_cmpfloat (qn_table_get (convergence, k, 1), <, last + 1e-12);
          last = qn_table_get (convergence, k, 1);
        }
      g_assert_cmpfloat (last - dF, <, 0.2 * (lab_get (&r, "work_input") - dF));
    }
}

/* --- The sampler ---------------------------------------------------------- */

static QnReport *
sample (const QnExperiment *e, guint64 seed, const guint64 *batch, int n_batches)
{
  QnReport *report = qn_report_new ();
  g_autoptr (GError) error = NULL;
  gpointer data;

  data = e->lab->sampler->begin (e, seed, NULL, &error);
  g_assert_no_error (error);
  for (int i = 0; i < n_batches; i++)
    e->lab->sampler->run (data, batch[i], NULL);
  e->lab->sampler->tell (data, report);
  e->lab->sampler->end (data);
  return report;
}

/* Estimates within five standard errors; histograms by chi-square (tail above 1e-4); ratios within five of their errors. */
static void
check_sample (const char *id)
{
  QnExperiment e = lab_load ("fluctuations", id);
  QnResults r;
  const guint64 runs = 40000;
  g_autoptr (QnReport) report = lab_report (&e, &r), sampled = sample (&e, 11, &runs, 1);
  const QnTable *estimates = qn_report_find (sampled, "estimates"), *binned = qn_report_find (report, "work_binned"), *ratio = qn_report_find (sampled, "crooks_sampled");
  const char *const histograms[2] = { "work_histogram", "work_reverse_histogram" };
  double slope = 1, dF = lab_get (&r, "free_energy_difference");

  for (gsize i = 0; i < estimates->n_rows; i++)
    {
      double exact = qn_table_get (estimates, i, QN_ESTIMATE_EXACT);

      if (!isnan (exact))
        g_assert_cmpfloat (fabs (qn_table_get (estimates, i, QN_ESTIMATE_MEAN) - exact), <, 5 * qn_table_get (estimates, i, QN_ESTIMATE_ERROR) + 1e-12);
    }
  for (int h = 0; binned && h < 2; h++)
    {
      const QnTable *histogram = qn_report_find (sampled, histograms[h]);
      double chi = 0, freedom = -1, width = qn_table_get (histogram, histogram->n_rows - 1, 0) - qn_table_get (histogram, 0, 0);

      width /= MAX (histogram->n_rows - 1.0, 1);
      for (gsize k = 0; k < binned->n_rows; k++)
        {
          double expected = runs * qn_table_get (binned, k, 1 + h), place = (qn_table_get (binned, k, 0) - qn_table_get (histogram, 0, 0)) / (width > 0 ? width : 1) + 0.5;
          double count = qn_table_get (histogram, (gsize) CLAMP (floor (place), 0, histogram->n_rows - 1.0), 1);

          if (expected < 8)
            continue;
          chi += (count - expected) * (count - expected) / expected;
          freedom++;
        }
      g_test_message ("%s, %s: chi-square %g of %g", id, histograms[h], chi, freedom);
      if (freedom > 0)
        g_assert_cmpfloat (gsl_cdf_chisq_Q (chi, freedom), >, 1e-4);
    }
  for (gsize k = 0; k < ratio->n_rows; k++)
    if (qn_table_get (ratio, k, 2) < 0.1)
      g_assert_cmpfloat (fabs (qn_table_get (ratio, k, 1) - slope * (qn_table_get (ratio, k, 0) - dF)), <, 5 * qn_table_get (ratio, k, 2) + (binned ? 1e-9 : 0.02));
}

static void
test_sampler (void)
{
  const char *const ids[] = { "textbook", "sudden", "landau-zener", "trap", "exchange", "open" };

  for (gsize i = 0; i < G_N_ELEMENTS (ids); i++)
    check_sample (ids[i]);
}

/* Draws whose squares have no mean, and draws that are like one another. */
static void
test_tail (void)
{
  g_autoptr (GRand) rand = test_rand (4611);

  for (int turn = 0; turn < 20; turn++)
    {
      QnMean pareto = { 0 }, exponential = { 0 }, same;

      for (int i = 0; i < 20000; i++)
        {
          double u = 1 - g_rand_double (rand);

          qn_mean_add (&pareto, pow (u, -1 / 0.9));
          qn_mean_add (&exponential, -log (u));
        }
      g_assert_cmpfloat (qn_mean_tail (&pareto), >, 0.7);
      g_assert_cmpfloat (qn_mean_tail (&exponential), <, 0.05);
      same = pareto;
      qn_mean_scale (&same, -3);
      g_assert_cmpfloat_with_epsilon (qn_mean_tail (&same), qn_mean_tail (&pareto), 1e-12);
      g_assert_cmpfloat_with_epsilon (qn_mean_error (&same), 3 * qn_mean_error (&pareto), 1e-9 * qn_mean_error (&pareto));
    }
}

/* Whether an error bar can be relied on, seed by seed: of an oscillator compressed so far that rare runs carry the average it cannot, and
 * it is said; of the textbook's qubit it can. */
static void
test_error_bars (void)
{
  QnExperiment heavy = lab_load ("fluctuations", "textbook"), light = heavy;
  const guint64 runs = 4000;
  int off = 0, doubted = 0, alarms = 0, n = 0;

  lab_set (&heavy, "medium.kind", 1);
  lab_set (&heavy, "drive.shape", QN_RAMP_SUDDEN);
  lab_set (&heavy, "spacing.initial", 3);
  lab_set (&heavy, "spacing.final", 0.5);
  lab_set (&heavy, "hot.temperature", 1);
  for (guint64 seed = 1; seed <= 40; seed++)
    {
      g_autoptr (QnReport) sampled = sample (&heavy, seed, &runs, 1), sure = sample (&light, seed, &runs, 1);
      const QnTable *estimates = qn_report_find (sampled, "estimates"), *other = qn_report_find (sure, "estimates");

      for (gsize i = 0; i < estimates->n_rows; i++, n++)
        {
          double away = fabs (qn_table_get (estimates, i, QN_ESTIMATE_MEAN) - qn_table_get (estimates, i, QN_ESTIMATE_EXACT));

          g_assert_true (!(away > QN_MOST_ERRORS * qn_table_get (estimates, i, QN_ESTIMATE_ERROR) + 1e-6) || qn_estimate_doubt (estimates, i));
          off += i == 1 && away > QN_MOST_ERRORS * qn_table_get (estimates, i, QN_ESTIMATE_ERROR);
          doubted += i == 1 && qn_estimate_doubt (estimates, i);
          alarms += qn_estimate_doubt (other, i) != NULL;
        }
    }
  g_test_message ("of 40: off by more than three errors %d, doubted %d; false alarms %d of %d", off, doubted, alarms, n);
  g_assert_cmpint (doubted, >=, off);
  g_assert_cmpint (off, >=, 4);
  g_assert_cmpint (alarms, <=, n / 50);
}

/* The same runs whatever the batches. */
static void
test_batches (void)
{
  const char *const ids[] = { "trap", "open" };

  for (gsize i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      QnExperiment e = lab_load ("fluctuations", ids[i]);
      const guint64 one[] = { 700 }, several[] = { 1, 99, 350, 250 };
      g_autoptr (QnReport) a = sample (&e, 3, one, 1), b = sample (&e, 3, several, 4);

      for (guint t = 0; t < qn_report_n_tables (a); t++)
        {
          const QnTable *x = qn_report_table (a, t), *y = qn_report_find (b, x->id);

          g_assert_cmpmem (x->values, x->n_rows * x->n_columns * sizeof (double), y->values, y->n_rows * y->n_columns * sizeof (double));
        }
    }
}

static void
test_refusals (void)
{
  static const struct
  {
    const char *preset, *id;
    double value;
    const char *says;
  } bad[] = {
    { "oscillator", "spacing.initial", -1, "spacing.initial: -1" },
    { "oscillator", "spacing.final", 0, "spacing.final: 0" },
    { "exchange", "spacing.initial", 0, "spacing.initial: 0" },
    { "open", "stroke.drive", 4e4, "stroke.drive: 40000" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      QnExperiment e = lab_load ("fluctuations", bad[i].preset);
      g_autofree char *message = NULL;

      lab_set (&e, bad[i].id, bad[i].value);
      message = lab_refusal (&e);
      g_test_message ("%s", message);
      g_assert_nonnull (strstr (message, bad[i].says));
      g_assert_nonnull (strstr (message, "allowed: "));
    }
}

/* Where levels are too many to be listed, moments are told all the same, and single runs refused. */
static void
test_unlisted (void)
{
  QnExperiment quench = lab_load ("fluctuations", "oscillator"), drag = lab_load ("fluctuations", "trap");
  QnResults r;

  lab_set (&quench, "drive.shape", QN_RAMP_SUDDEN);
  lab_set (&quench, "spacing.initial", 1);
  lab_set (&quench, "spacing.final", 2);
  for (double T = 100; T < 1e6; T *= 10)
    {
      lab_set (&quench, "hot.temperature", T);
      r = lab_evaluate (&quench);
      g_assert_cmpfloat_with_epsilon (lab_get (&r, "work_input"), 0.75 / tanh (0.5 / T), 1e-9 * T);
      g_assert_cmpfloat_with_epsilon (lab_get (&r, "free_energy_difference"), T * (log (sinh (1 / T)) - log (sinh (0.5 / T))), 1e-9 * T);
      g_assert_cmpfloat (fabs (lab_get (&r, "residual_jarzynski")), <, 1e-9);
      g_assert_true (isnan (lab_get (&r, "probability_violation")));
    }
  lab_set (&drag, "drive.distance", 900);
  r = lab_evaluate (&drag);
  g_assert_cmpfloat_with_epsilon (lab_get (&r, "work_input"), qn_experiment_get (&drag, "spacing.initial") * lab_get (&r, "displacement"), 1e-9 * lab_get (&r, "work_input"));
  for (int i = 0; i < 2; i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (qn_experiment_sample (i ? &drag : &quench, 10, 1, NULL, &error));
      g_test_message ("%s", error->message);
      g_assert_nonnull (strstr (error->message, i ? "drive.distance: 900" : "hot.temperature: 100000"));
      g_assert_nonnull (strstr (error->message, "allowed: "));
    }
}

/* An isolated drive to zero field closes the gap, whatever the spectrum of the reservoir that it does not touch: W = tanh(w/2T) w/2. */
static void
test_to_zero_field (void)
{
  QnExperiment experiment = lab_load ("fluctuations", NULL);

  lab_set (&experiment, "hot.temperature", 1);
  lab_set (&experiment, "medium.tunnelling", 0);
  lab_set (&experiment, "spacing.initial", 2);
  lab_set (&experiment, "spacing.final", 0);
  g_assert_cmpfloat_with_epsilon (lab_result (&experiment, "work_input"), tanh (1), 1e-12);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fluctuations/presets", test_presets);
  g_test_add_func ("/fluctuations/random", test_random);
  g_test_add_func ("/fluctuations/tables", test_tables);
  g_test_add_func ("/fluctuations/sampler", test_sampler);
  g_test_add_func ("/fluctuations/tail", test_tail);
  g_test_add_func ("/fluctuations/error-bars", test_error_bars);
  g_test_add_func ("/fluctuations/batches", test_batches);
  g_test_add_func ("/fluctuations/refusals", test_refusals);
  g_test_add_func ("/fluctuations/unlisted", test_unlisted);
  g_test_add_func ("/fluctuations/to-zero-field", test_to_zero_field);
  return g_test_run ();
}
