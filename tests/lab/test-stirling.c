/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The Stirling lab: its limit in closed form, its regenerator, both laws, and what each preset teaches. */

#include <math.h>

#include <gsl/gsl_errno.h>

#include "core/machine/qn-quasi-static.h"
#include "core/medium/qn-medium.h"
#include "lab/qn-cyclic.h"
#include "lab-test.h"
#include "../random-numbers.h"

/* ln Z of the medium's levels at control w. */
static double
log_partition (const QnMediumSpec *medium, double w, double T)
{
  double E[QN_MAX_LEVELS], Z = 0;

  qn_medium_levels (medium, w, E);
  for (int n = 0; n < qn_medium_count_levels (medium, NULL); n++)
    Z += exp (-E[n] / T);
  return log (Z);
}

/* W = T_h ln [Z_h(w_c)/Z_h(w_h)] - T_c ln [Z_c(w_c)/Z_c(w_h)] */
static double
closed_form (const QnMachine *m, double hot, double cold)
{
  double T_h = m->bath[QN_HOT].temperature, T_c = m->bath[QN_COLD].temperature;
  const QnMediumSpec *medium = &m->medium;

  return T_h * (log_partition (medium, cold, T_h) - log_partition (medium, hot, T_h))
         - T_c * (log_partition (medium, cold, T_c) - log_partition (medium, hot, T_c));
}

static void
quasi_static (const QnExperiment *e, QnMachine *m, QnLedger *ledger)
{
  QnReading samples[QN_MAX_STROKES * 3];

  *m = lab_machine (e);
  g_assert_cmpuint (qn_quasi_static_cycle (m, 2, NULL, samples, ledger, NULL), ==, 4 * 3);
}

static void
test_closed_form (void)
{
  static const char *const media[] = { "qubit", "ladder", "box" };

  for (gsize i = 0; i < G_N_ELEMENTS (media); i++)
    for (int turned = 0; turned < 2; turned++)
      {
        QnExperiment e = lab_load ("stirling", "textbook");
        QnMachine m;
        QnLedger ledger;

        lab_set_text (&e, "medium.kind", media[i]);
        lab_set (&e, "medium.levels", 6);
        lab_set (&e, "medium.tunnelling", 0.4);
        lab_set (&e, "medium.spacing.2", 1.7);
        lab_set (&e, "spacing.hot", turned ? 0.8 : 2.5);
        lab_set (&e, "spacing.cold", turned ? 2.5 : 0.8);
        quasi_static (&e, &m, &ledger);
        g_assert_cmpfloat_with_epsilon (ledger.work_output, closed_form (&m, turned ? 0.8 : 2.5, turned ? 2.5 : 0.8), 1e-9);
        g_assert_cmpfloat (fabs (ledger.work_output), >, 0.01);
      }
}

/* What is lost falls as one over the time of the isotherms. */
static void
test_slow_limit (void)
{
  QnExperiment e = lab_load ("stirling", "textbook");
  QnMachine m;
  QnLedger ledger;
  double lost[2];

  quasi_static (&e, &m, &ledger);
  lab_set (&e, "stroke.isochore", 60);
  for (int i = 0; i < 2; i++)
    {
      lab_set (&e, "stroke.hot", i ? 4000 : 2000);
      lab_set (&e, "stroke.cold", i ? 4000 : 2000);
      lost[i] = ledger.work_output - lab_result (&e, "work_output");
    }
  g_assert_cmpfloat (lost[0], >, 0);
  g_assert_cmpfloat (lost[1], <, 2e-3);
  g_assert_cmpfloat_with_epsilon (lost[0] / lost[1], 2, 0.02);
}

/* R moves from one account to the other, the strokes' books and the work stay. */
static void
assert_regenerates (const char *preset, gboolean cold_gives_less)
{
  QnExperiment e = lab_load ("stirling", preset);
  g_autoptr (QnOutcome) outcome = NULL;
  QnResults plain, r;
  QnLedger ledger;
  double R, T_h = qn_experiment_get (&e, "hot.temperature"), given, taken;

  lab_set (&e, "stirling.regenerator", 0);
  plain = lab_evaluate (&e);
  lab_set (&e, "stirling.regenerator", 0.4);
  outcome = lab_outcome (&e);
  r = outcome->results;
  ledger = outcome->ledger;
  given = ledger.stroke[3].heat[QN_HOT];
  taken = -ledger.stroke[1].heat[QN_COLD];
  g_assert_cmpfloat (MIN (given, taken), >, 0.05);
  g_assert_cmpint (taken < given, ==, cold_gives_less);
  R = lab_get (&r, "regenerator_heat");
  g_assert_cmpfloat_with_epsilon (R, 0.4 * MIN (given, taken), 1e-12);
  g_assert_cmpfloat_with_epsilon (lab_get (&r, "heat_hot"), lab_get (&plain, "heat_hot") - R, 1e-10);
  g_assert_cmpfloat_with_epsilon (lab_get (&r, "heat_cold"), lab_get (&plain, "heat_cold") + R, 1e-10);
  g_assert_cmpfloat_with_epsilon (lab_get (&r, "work_output"), lab_get (&plain, "work_output"), 1e-10);
  g_assert_cmpfloat_with_epsilon (ledger.heat[QN_HOT], given + ledger.stroke[0].heat[QN_HOT] - R, 1e-10);
  g_assert_cmpfloat (ledger.regenerated, ==, R);
  g_assert_cmpfloat_with_epsilon (lab_get (&plain, "entropy_production") - lab_get (&r, "entropy_production"), R * (1 - 1 / T_h), 1e-10);
  g_assert_cmpfloat (lab_get (&plain, "regenerator_heat"), ==, 0);
}

static void
test_regenerator (void)
{
  assert_regenerates ("textbook", TRUE);
  assert_regenerates ("refrigerator", FALSE);
}

/* The quasi-static efficiency is that of the same regenerator. */
static void
test_quasi_static_efficiency (void)
{
  QnExperiment e = lab_load ("stirling", "textbook");
  QnMachine m;
  QnLedger ledger;
  double R;

  quasi_static (&e, &m, &ledger);
  g_assert_cmpfloat_with_epsilon (lab_result (&e, "efficiency_quasi_static"), ledger.work_output / ledger.heat[QN_HOT], 1e-12);
  R = MIN (ledger.stroke[3].heat[QN_HOT], -ledger.stroke[1].heat[QN_COLD]);
  g_assert_cmpfloat (R, >, 0.1);
  lab_set (&e, "stirling.regenerator", 1);
  g_assert_cmpfloat_with_epsilon (lab_result (&e, "efficiency_quasi_static"), ledger.work_output / (ledger.heat[QN_HOT] - R), 1e-12);
}

/* The hotter bath is the hot one, whatever its name; its isochore then takes heat, and there is nothing to regenerate. */
static void
test_reversed (void)
{
  QnExperiment e = lab_load ("stirling", "textbook");
  QnResults r;

  lab_set (&e, "hot.temperature", 1);
  lab_set (&e, "cold.temperature", 4);
  lab_set (&e, "spacing.hot", 1);
  lab_set (&e, "spacing.cold", 3);
  lab_set (&e, "stroke.hot", 60);
  lab_set (&e, "stroke.cold", 60);
  lab_set (&e, "stirling.regenerator", 1);
  r = lab_evaluate (&e);
  g_assert_cmpint (r.mode, ==, QN_MODE_ENGINE);
  g_assert_cmpfloat_with_epsilon (lab_get (&r, "carnot"), 0.75, 1e-15);
  g_assert_cmpfloat_with_epsilon (lab_get (&r, "efficiency"), lab_get (&r, "work_output") / lab_get (&r, "heat_cold"), 1e-12);
  g_assert_cmpfloat (lab_get (&r, "regenerator_heat"), ==, 0);
  g_assert_cmpfloat (lab_get (&r, "regenerator_work"), ==, 0);
  g_assert_cmpfloat (lab_get (&r, "efficiency_honest"), ==, lab_get (&r, "efficiency"));
}

/* The books of a cycle after its heats were changed by hand, from one account to the other, until the medium's entropy
 * production is `sigma`; then what the lab makes of them. */
static QnLedger
with_entropy_production (const QnExperiment *e, double sigma)
{
  QnMachine m = lab_machine (e), plain = m;
  g_autoptr (QnCycle) cycle = NULL;
  QnLedger ledger;
  double moved;

  plain.regenerator = (QnRegenerator) { 0 };
  cycle = qn_cycle_new (&plain, QN_TOLERANCE, NULL, NULL);
  ledger = *qn_cycle_ledger (cycle);
  g_assert_cmpfloat (ledger.entropy_production, >, 0);
  moved = (ledger.entropy_production - sigma) / (1 / m.bath[QN_COLD].temperature - 1 / m.bath[QN_HOT].temperature);
  ledger.heat[QN_HOT] -= moved;
  ledger.heat[QN_COLD] += moved;
  ledger.entropy_production = sigma;
  qn_regenerator_book (&m, &ledger);
  return ledger;
}

/* Work pays for the regenerator, not for books that break the second law without it. */
static void
test_broken_law_shows (void)
{
  QnExperiment e = lab_load ("stirling", "beyond-carnot");
  double T_h = qn_experiment_get (&e, "hot.temperature"), T_c = qn_experiment_get (&e, "cold.temperature");
  QnLedger sound = with_entropy_production (&e, 1e-3), broken = with_entropy_production (&e, -0.05);
  double taken = broken.regenerated * (1 / T_c - 1 / T_h);

  g_assert_cmpfloat (taken, >, 0.05);
  g_assert_cmpfloat_with_epsilon (sound.regenerator_work, T_c * (taken - 1e-3), 1e-12);
  g_assert_cmpfloat_with_epsilon (sound.entropy_production, 0, 1e-12);
  g_assert_cmpfloat_with_epsilon (broken.regenerator_work, T_c * taken, 1e-12);
  g_assert_cmpfloat_with_epsilon (broken.entropy_production, -0.05, 1e-12);
  lab_set (&e, "stirling.regenerator", 0);
  broken = with_entropy_production (&e, -0.05);
  g_assert_cmpfloat (broken.regenerator_work, ==, 0);
  g_assert_cmpfloat_with_epsilon (broken.entropy_production, -0.05, 1e-12);
}

/* Strokes so fast that heat is lifted from a "hot" reservoir that is the colder one: a regenerator between them only adds
 * to the entropy, costs nothing, and hides nothing. */
static void
test_reversed_regenerator (void)
{
  QnExperiment e = lab_load ("stirling", "textbook");
  QnResults r;
  QnLedger ledger;
  double R, added;

  lab_set (&e, "hot.temperature", 1);
  lab_set (&e, "cold.temperature", 4);
  lab_set (&e, "spacing.hot", 1);
  lab_set (&e, "spacing.cold", 6);
  lab_set (&e, "stroke.hot", 0.02);
  lab_set (&e, "stroke.cold", 0.02);
  lab_set (&e, "stirling.regenerator", 1);
  r = lab_evaluate (&e);
  R = lab_get (&r, "regenerator_heat");
  added = R * (1 - 1 / 4.);
  g_assert_cmpfloat (R, >, 0.05);
  g_assert_cmpfloat (lab_get (&r, "regenerator_work"), ==, 0);
  g_assert_cmpfloat (lab_get (&r, "entropy_production"), >=, added - 1e-10);
  ledger = with_entropy_production (&e, -added - 0.05);
  g_assert_cmpfloat (ledger.regenerator_work, ==, 0);
  g_assert_cmpfloat_with_epsilon (ledger.entropy_production, -0.05, 1e-12);
}

static void
randomise (QnExperiment *e, GRand *rand)
{
  static const char *const media[] = { "qubit", "ladder", "box", "oscillator" };
  const QnLab *lab = e->lab;

  for (int i = 0; i < lab->n_parameters; i++)
    {
      const QnParameter *p = &lab->parameters[i];
      double t = g_rand_double (rand), v = p->log_scale ? p->soft_min * pow (p->soft_max / p->soft_min, t) : p->soft_min + t * (p->soft_max - p->soft_min);

      lab_set (e, p->id, p->kind == QN_VALUE_REAL ? v : round (v));
    }
  lab_set_text (e, "medium.kind", media[g_rand_int_range (rand, 0, G_N_ELEMENTS (media))]);
  lab_set (e, "bath.spectrum", g_rand_int_range (rand, 0, 2));
  lab_set (e, "hot.squeezing", 0); /* counted in its own way, not by Q_h/T_h */
}

/* Where the levels stand far apart and all goes slowly, so that a good regenerator has to be paid for. */
static void
make_greedy (QnExperiment *e, GRand *rand)
{
  lab_set_text (e, "medium.kind", "qubit");
  lab_set (e, "medium.tunnelling", 0);
  lab_set (e, "spacing.hot", uniform (rand, 5, 8));
  lab_set (e, "spacing.cold", uniform (rand, 2.5, 4.5));
  lab_set (e, "hot.temperature", uniform (rand, 2, 6));
  lab_set (e, "cold.temperature", uniform (rand, 0.8, 1.5));
  lab_set (e, "stroke.hot", uniform (rand, 40, 100));
  lab_set (e, "stroke.cold", uniform (rand, 40, 100));
  lab_set (e, "stroke.isochore", uniform (rand, 5, 20));
  lab_set (e, "hot.coupling", uniform (rand, 0.5, 1));
  lab_set (e, "cold.coupling", uniform (rand, 0.5, 1));
  lab_set (e, "stirling.regenerator", uniform (rand, 0.8, 1));
}

/* The laws, counted here from heats, work and temperatures alone. */
static void
assert_laws (const QnExperiment *e, const QnResults *r, double scale)
{
  double T_h = qn_experiment_get (e, "hot.temperature"), T_c = qn_experiment_get (e, "cold.temperature"), low = MIN (T_h, T_c), high = MAX (T_h, T_c);
  double Q_h = qn_results_get (r, "heat_hot"), Q_c = qn_results_get (r, "heat_cold"), W = qn_results_get (r, "work_output");
  double paid = qn_results_get (r, "regenerator_work"), sigma = qn_results_get (r, "entropy_production"), hot = T_h < T_c ? Q_c : Q_h;

  g_assert_cmpfloat (fabs (qn_results_get (r, "residual_first_law")), <, 1e-10 * MAX (1, scale));
  g_assert_cmpfloat_with_epsilon (Q_h + Q_c, W, 1e-9 * MAX (1, scale));
  g_assert_cmpfloat (sigma, >=, -1e-10 * MAX (1, scale / low));
  g_assert_cmpfloat_with_epsilon (sigma, -Q_h / T_h - Q_c / T_c + paid / low, 1e-9 * MAX (1, scale / low));
  g_assert_cmpfloat (paid, >=, 0);
  if (r->mode != QN_MODE_ENGINE)
    return;
  g_assert_cmpfloat_with_epsilon (qn_results_get (r, "efficiency_honest") * hot, W - paid, 1e-9 * MAX (1, scale));
  g_assert_cmpfloat (W - paid, <=, (1 - low / high) * hot + 1e-9 * MAX (1, scale));
}

static void
test_random (void)
{
  g_autoptr (GRand) rand = test_rand (1816);
  int engines = 0, paying = 0, computed = 0;

  for (int turn = 0; turn < 200; turn++)
    {
      QnExperiment e = lab_load ("stirling", "textbook");
      g_autoptr (GError) error = NULL;
      g_autoptr (QnOutcome) outcome = NULL;

      randomise (&e, rand);
      if (turn % 3 == 2)
        make_greedy (&e, rand);
      if (qn_experiment_get (&e, "medium.kind") != QN_CYCLIC_QUBIT && qn_experiment_get (&e, "initial.state") >= QN_INITIAL_MIXED)
        lab_set (&e, "initial.state", QN_INITIAL_PURE); /* not every medium has the others */
      outcome = qn_experiment_evaluate (&e, NULL, &error);
      if (!outcome)
        {
          g_assert_error (error, QN_CORE_ERROR, QN_CORE_ERROR_DIVERGES);
          continue;
        }
      computed++;
      engines += outcome->results.mode == QN_MODE_ENGINE;
      paying += qn_results_get (&outcome->results, "regenerator_work") > 1e-6;
      g_assert_cmpint (outcome->results.mode, !=, QN_MODE_IMPOSSIBLE);
      assert_laws (&e, &outcome->results, outcome->ledger.energy_scale);
    }
  g_test_message ("%d computed, %d engines, %d pay for the regenerator", computed, engines, paying);
  g_assert_cmpint (computed, >, 190);
  g_assert_cmpint (engines, >, 20);
  g_assert_cmpint (paying, >, 5);
}

static void
test_presets (void)
{
  QnResults textbook = lab_preset ("stirling", "textbook"), kept = lab_preset ("stirling", "regenerator"), gas = lab_preset ("stirling", "classical-gas"),
            fast = lab_preset ("stirling", "finite-power");
  QnResults greedy = lab_preset ("stirling", "beyond-carnot"), cold = lab_preset ("stirling", "refrigerator"), ladder = lab_preset ("stirling", "ladder");
  QnExperiment leaking = lab_load ("stirling", "refrigerator");

  g_assert_cmpfloat (lab_get (&textbook, "efficiency_quasi_static"), <, 0.65 * lab_get (&textbook, "carnot"));
  g_assert_cmpfloat (lab_get (&textbook, "efficiency"), >, 0.95 * lab_get (&textbook, "efficiency_quasi_static"));
  g_assert_cmpfloat_with_epsilon (lab_get (&kept, "work_output"), lab_get (&textbook, "work_output"), 1e-10);
  g_assert_cmpfloat (lab_get (&kept, "heat_hot"), <, 0.9 * lab_get (&textbook, "heat_hot"));
  g_assert_cmpfloat (lab_get (&kept, "efficiency"), >, 1.15 * lab_get (&textbook, "efficiency"));
  g_assert_cmpfloat (lab_get (&gas, "efficiency_quasi_static"), >, 0.999 * lab_get (&gas, "carnot"));
  g_assert_cmpfloat (lab_get (&gas, "efficiency"), >, 0.99 * lab_get (&gas, "carnot"));
  g_assert_cmpfloat (lab_get (&gas, "efficiency"), <, lab_get (&gas, "carnot"));
  g_assert_cmpfloat (lab_get (&gas, "regenerator_work"), ==, 0);
  /* beyond Carnot only while the regenerator is free */
  g_assert_cmpfloat (lab_get (&greedy, "efficiency"), >, 1.08 * lab_get (&greedy, "carnot"));
  g_assert_cmpfloat (lab_get (&greedy, "regenerator_work"), >, 0.05);
  g_assert_cmpfloat_with_epsilon (lab_get (&greedy, "efficiency_honest"), 1 - 1 / 4., 1e-9);
  g_assert_cmpfloat_with_epsilon (lab_get (&greedy, "entropy_production"), 0, 1e-10);
  g_assert_cmpint (cold.mode, ==, QN_MODE_REFRIGERATOR);
  g_assert_cmpfloat (lab_get (&cold, "cop"), <, lab_get (&cold, "carnot"));
  g_assert_true (isnan (lab_get (&cold, "efficiency_honest")));
  lab_set (&leaking, "stirling.regenerator", 0);
  g_assert_cmpfloat (lab_result (&leaking, "cop"), <, 0.9 * lab_get (&cold, "cop"));
  g_assert_cmpfloat (lab_get (&fast, "power"), >, 3 * lab_get (&textbook, "power"));
  g_assert_cmpfloat (lab_get (&fast, "work_output"), <, lab_get (&textbook, "work_output"));
  g_assert_cmpfloat (lab_get (&fast, "heat_hot"), <, lab_get (&textbook, "heat_hot"));
  g_assert_cmpfloat (lab_get (&fast, "efficiency"), <, lab_get (&textbook, "efficiency"));
  g_assert_cmpfloat (lab_get (&ladder, "work_output"), >, 4 * lab_get (&textbook, "work_output"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  gsl_set_error_handler_off ();
  g_test_add_func ("/stirling/closed-form", test_closed_form);
  g_test_add_func ("/stirling/slow-limit", test_slow_limit);
  g_test_add_func ("/stirling/regenerator", test_regenerator);
  g_test_add_func ("/stirling/quasi-static-efficiency", test_quasi_static_efficiency);
  g_test_add_func ("/stirling/reversed", test_reversed);
  g_test_add_func ("/stirling/broken-law-shows", test_broken_law_shows);
  g_test_add_func ("/stirling/reversed-regenerator", test_reversed_regenerator);
  g_test_add_func ("/stirling/random", test_random);
  g_test_add_func ("/stirling/presets", test_presets);
  return g_test_run ();
}
