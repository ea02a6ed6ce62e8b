/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The absorption refrigerator: steady currents in closed form, its window and reversible point, both laws, and what each
 * preset teaches. */

#include <math.h>
#include <string.h>

#include <gsl/gsl_errno.h>

#include "lab-test.h"
#include "../random-numbers.h"

enum { RESET, LOCAL, GLOBAL };

/* Anything a slider may say, rates and interaction not so small that nothing but rounding is left. */
static QnExperiment
random_experiment (GRand *rand, int model)
{
  static const char *const end[] = { "hot", "cold", "work" };
  static const double from[] = { 0.5, 0.3, 1 }, to[] = { 4, 2, 30 }; /* in any order, mostly in that of a refrigerator */
  QnExperiment e = lab_load ("absorption", "textbook");

  lab_set (&e, "model", model);
  for (int k = 0; k < 3; k++)
    {
      g_autofree char *temperature = g_strconcat (end[k], ".temperature", NULL), *coupling = g_strconcat (end[k], ".coupling", NULL);

      lab_set (&e, temperature, exp (uniform (rand, log (from[k]), log (to[k]))));
      lab_set (&e, coupling, log_uniform (rand, 0.01, 2));
    }
  lab_set (&e, "spacing.cold", uniform (rand, 0.2, 4));
  lab_set (&e, "spacing.work", uniform (rand, 0.2, 4));
  lab_set (&e, "medium.interaction", uniform (rand, 0.02, 1));
  lab_set (&e, "bath.spectrum", g_rand_int_range (rand, 0, 3));
  return e;
}

/* Qubit k of the order cold, room, work alone: spacing, excitation, rate of relaxation. */
typedef struct
{
  double w[3], r[3], rate[3];
  double g, kappa; /* interaction, decay of <010|rho|101> */
} Alone;

static Alone
alone (const QnExperiment *e)
{
  static const char *const end[] = { "cold", "hot", "work" };
  gboolean reset = qn_experiment_get (e, "model") == RESET;
  QnSpectrum spectrum = (QnSpectrum) qn_experiment_get (e, "bath.spectrum");
  Alone a = { .g = qn_experiment_get (e, "medium.interaction") };

  a.w[0] = qn_experiment_get (e, "spacing.cold");
  a.w[2] = qn_experiment_get (e, "spacing.work");
  a.w[1] = a.w[0] + a.w[2];
  for (int k = 0; k < 3; k++)
    {
      g_autofree char *temperature = g_strconcat (end[k], ".temperature", NULL), *coupling = g_strconcat (end[k], ".coupling", NULL);
      double x = a.w[k] / qn_experiment_get (e, temperature), gamma = qn_experiment_get (e, coupling);

      a.r[k] = 1 / (exp (x) + 1);
      a.rate[k] = reset || spectrum == QN_SPECTRUM_FERMIONIC ? gamma : gamma * (spectrum == QN_SPECTRUM_OHMIC ? a.w[k] : 1) / tanh (x / 2);
      a.kappa += a.rate[k] * (reset ? 1 : 0.5);
    }
  return a;
}

/* Product over qubits of the element at s: of delta = (1, -1) in the subset, thermal elsewhere. */
static double
element (const Alone *a, int subset, int s)
{
  double product = 1;

  for (int k = 0; k < 3; k++)
    {
      gboolean up = s >> (2 - k) & 1;

      product *= subset >> k & 1 ? (up ? -1 : 1) : (up ? a->r[k] : 1 - a->r[k]);
    }
  return product;
}

/* Coefficient of the subset's deltas in the pure state s: |0> = tau + r delta, |1> = tau - (1 - r) delta. */
static double
coefficient (const Alone *a, int subset, int s)
{
  double product = 1;

  for (int k = 0; k < 3; k++)
    if (subset >> k & 1)
      product *= s >> (2 - k) & 1 ? a->r[k] - 1 : a->r[k];
  return product;
}

/* Quanta per time from cold and work to the room: J = (P_101 - P_010)/(kappa/2g^2 + B). Populations that J disturbs
 * relax qubit by qubit, a subset's deltas at the sum of its rates. */
static double
closed_form (const Alone *a)
{
  double B = 0;

  for (int subset = 1; subset < 8; subset++)
    {
      double rate = 0;

      for (int k = 0; k < 3; k++)
        rate += subset >> k & 1 ? a->rate[k] : 0;
      B += (coefficient (a, subset, 2) - coefficient (a, subset, 5)) * (element (a, subset, 2) - element (a, subset, 5)) / rate;
    }
  return (element (a, 0, 5) - element (a, 0, 2)) / (a->kappa / (2 * a->g * a->g) + B);
}

static void
test_closed_form (void)
{
  g_autoptr (GRand) rand = test_rand (20281);
  int cooling = 0;

  for (int turn = 0; turn < 300; turn++)
    {
      QnExperiment e = random_experiment (rand, turn % 2 ? LOCAL : RESET);
      QnResults r = lab_evaluate (&e);
      Alone a = alone (&e);
      double J = closed_form (&a), p = a.r[0] - J / a.rate[0];

      g_assert_cmpfloat_with_epsilon (lab_get (&r, "heat_cold"), a.w[0] * J, 1e-11);
      g_assert_cmpfloat_with_epsilon (lab_get (&r, "heat_hot"), -a.w[1] * J, 1e-11);
      g_assert_cmpfloat_with_epsilon (lab_get (&r, "heat_work"), a.w[2] * J, 1e-11);
      g_assert_cmpfloat_with_epsilon (a.w[0] / lab_get (&r, "cold_qubit_temperature"), log ((1 - p) / p), 1e-8);
      g_assert_cmpfloat_with_epsilon (lab_get (&r, "coherence_l1"), fabs (J) / a.g, 1e-10);
      g_assert_cmpfloat_with_epsilon (r.bloch[1], J / a.g, 1e-10);
      if (r.mode != QN_MODE_REFRIGERATOR || J < 1e-6)
        continue;
      cooling++;
      g_assert_cmpfloat_with_epsilon (lab_get (&r, "cop"), a.w[0] / a.w[2], 1e-8);
    }
  g_assert_cmpint (cooling, >, 40);
}

/* The cycle 0 -> 1 -> 2 -> 0: J is the difference of both ways round over the sum of all spanning trees. */
static void
test_three_level (void)
{
  g_autoptr (GRand) rand = test_rand (20282);

  for (int turn = 0; turn < 200; turn++)
    {
      QnExperiment e = random_experiment (rand, LOCAL);
      QnResults r;
      Alone a;
      double cu, cd, hu, hd, wu, wd, J, trees, p0, p1;

      lab_set (&e, "medium.kind", 1);
      r = lab_evaluate (&e);
      a = alone (&e);
      cu = a.rate[0] * a.r[0], cd = a.rate[0] - cu;
      hu = a.rate[1] * a.r[1], hd = a.rate[1] - hu;
      wu = a.rate[2] * a.r[2], wd = a.rate[2] - wu;
      p0 = cd * hd + cd * wd + hd * wu;
      p1 = cu * hd + cu * wd + hu * wd;
      trees = p0 + p1 + cu * wu + hu * wu + hu * cd;
      J = (cu * wu * hd - cd * wd * hu) / trees;
      g_assert_cmpfloat_with_epsilon (lab_get (&r, "heat_cold"), a.w[0] * J, 1e-11);
      g_assert_cmpfloat_with_epsilon (lab_get (&r, "heat_hot"), -a.w[1] * J, 1e-11);
      g_assert_cmpfloat_with_epsilon (lab_get (&r, "heat_work"), a.w[2] * J, 1e-11);
      g_assert_cmpfloat_with_epsilon (a.w[0] / lab_get (&r, "cold_qubit_temperature"), log (p0 / p1), 1e-10);
    }
}

/* The virtual temperature decides which way it runs, and that is the same as Carnot's limit. */
static void
test_window (void)
{
  g_autoptr (GRand) rand = test_rand (20283);
  int inside = 0;

  for (int turn = 0; turn < 300; turn++)
    {
      QnExperiment e = random_experiment (rand, turn % 2 ? LOCAL : RESET);
      double T_c = qn_experiment_get (&e, "cold.temperature"), T_h, T_w, limit, T_v;
      QnResults r;

      lab_set (&e, "medium.kind", turn % 3 == 0);
      r = lab_evaluate (&e);
      T_v = lab_get (&r, "virtual_temperature");
      T_h = qn_experiment_get (&e, "hot.temperature");
      T_w = qn_experiment_get (&e, "work.temperature");
      limit = T_c * (T_w - T_h) / (T_w * (T_h - T_c));
      g_assert_cmpint (lab_get (&r, "heat_cold") > 0, ==, T_v > 0 && T_v < T_c);
      if (!(T_c < T_h && T_h < T_w))
        {
          g_assert_cmpint (r.mode, !=, QN_MODE_REFRIGERATOR);
          g_assert_true (isnan (lab_get (&r, "carnot")));
          continue;
        }
      g_assert_cmpint (T_v > 0 && T_v < T_c, ==, lab_get (&r, "spacing_ratio") < limit);
      inside += r.mode == QN_MODE_REFRIGERATOR;
      if (lab_get (&r, "heat_cold") > -1e-7)
        {
          g_assert_cmpfloat_with_epsilon (lab_get (&r, "carnot"), limit, 1e-10 * limit);
          continue;
        }
      g_assert_cmpint (r.mode, ==, QN_MODE_ENGINE);
      g_assert_cmpfloat_with_epsilon (lab_get (&r, "efficiency"), 1 / (1 + lab_get (&r, "spacing_ratio")), 1e-7);
      g_assert_cmpfloat (lab_get (&r, "efficiency"), <, lab_get (&r, "carnot"));
    }
  g_assert_cmpint (inside, >, 40);
}

/* T_v = T_c: nothing flows, though three temperatures meet. */
static void
test_reversible_point (void)
{
  g_autoptr (GRand) rand = test_rand (20284);

  for (int turn = 0; turn < 200; turn++)
    {
      QnExperiment e = random_experiment (rand, turn % 2 ? LOCAL : RESET);
      double cold = qn_experiment_get (&e, "spacing.cold"), work = qn_experiment_get (&e, "spacing.work");
      double T_v = cold / ((cold + work) / qn_experiment_get (&e, "hot.temperature") - work / qn_experiment_get (&e, "work.temperature"));
      QnResults r;

      if (!(T_v > 0.05))
        continue;
      lab_set (&e, "medium.kind", turn % 3 == 0);
      lab_set (&e, "cold.temperature", T_v);
      r = lab_evaluate (&e);
      g_assert_cmpfloat_with_epsilon (lab_get (&r, "virtual_temperature"), T_v, 1e-12 * T_v);
      g_assert_cmpfloat_with_epsilon (lab_get (&r, "heat_cold"), 0, 1e-12);
      g_assert_cmpfloat_with_epsilon (lab_get (&r, "heat_hot"), 0, 1e-12);
      g_assert_cmpfloat_with_epsilon (lab_get (&r, "heat_work"), 0, 1e-12);
      g_assert_cmpfloat_with_epsilon (lab_get (&r, "entropy_production"), 0, 1e-12);
      g_assert_cmpfloat_with_epsilon (lab_get (&r, "cold_qubit_temperature"), T_v, 1e-9 * T_v);
      g_assert_cmpint (r.mode, ==, QN_MODE_IDLE);
      g_assert_true (isnan (lab_get (&r, "cop")));
      if (isfinite (lab_get (&r, "carnot")))
        g_assert_cmpfloat_with_epsilon (lab_get (&r, "carnot"), cold / work, 1e-10 * cold / work);
    }
}

static void
assert_laws (const QnExperiment *e, double *least_bare)
{
  QnResults r = lab_evaluate (e);
  gboolean global = qn_experiment_get (e, "model") == GLOBAL;
  double coldest = MIN (MIN (qn_experiment_get (e, "cold.temperature"), qn_experiment_get (e, "hot.temperature")), 1);
  double w_c = qn_experiment_get (e, "spacing.cold"), w_w = qn_experiment_get (e, "spacing.work"), J = lab_get (&r, "heat_cold_bare") / w_c;

  g_assert_cmpfloat_with_epsilon (lab_get (&r, "heat_hot") + lab_get (&r, "heat_cold") + lab_get (&r, "heat_work"), 0, 1e-10);
  g_assert_cmpfloat_with_epsilon (lab_get (&r, "residual_first_law"), 0, 1e-10);
  g_assert_cmpfloat_with_epsilon (lab_get (&r, "residual_trace"), 0, 1e-10);
  g_assert_cmpfloat (lab_get (&r, "min_eigenvalue"), >, -1e-12);
  g_assert_cmpfloat (lab_get (&r, "entropy_production"), >, -1e-10 / coldest);
  if (r.mode == QN_MODE_REFRIGERATOR && lab_get (&r, "heat_cold") > 1e-6 && isfinite (lab_get (&r, "carnot")))
    g_assert_cmpfloat (lab_get (&r, "cop"), <, lab_get (&r, "carnot") * (1 + 1e-6));
  /* quanta go round one for one in every model */
  g_assert_cmpfloat_with_epsilon (lab_get (&r, "heat_work_bare"), w_w * J, 1e-10);
  g_assert_cmpfloat_with_epsilon (lab_get (&r, "heat_hot_bare"), -(w_c + w_w) * J, 1e-10);
  *least_bare = MIN (*least_bare, lab_get (&r, "entropy_production_bare") * coldest);
  if (global)
    return;
  g_assert_cmpfloat_with_epsilon (lab_get (&r, "heat_hot"), lab_get (&r, "heat_hot_bare"), 1e-11);
  g_assert_cmpfloat_with_epsilon (lab_get (&r, "heat_cold"), lab_get (&r, "heat_cold_bare"), 1e-11);
  g_assert_cmpfloat_with_epsilon (lab_get (&r, "heat_work"), lab_get (&r, "heat_work_bare"), 1e-11);
}

/* Local jumps never break the second law here, by either book: V joins states of one energy. Global jumps counted by the
 * bare energy do. */
static void
test_laws (void)
{
  g_autoptr (GRand) rand = test_rand (20285);
  double least_bare[3] = { 0 };

  for (int turn = 0; turn < 900; turn++)
    {
      QnExperiment e = random_experiment (rand, turn % 3);

      if (qn_experiment_get (&e, "bath.spectrum") == QN_SPECTRUM_BOSONIC && turn % 3 == GLOBAL)
        lab_set (&e, "medium.interaction", 0.19); /* below both spacings: no crossing */
      assert_laws (&e, &least_bare[turn % 3]);
    }
  g_assert_cmpfloat (least_bare[RESET], >, -1e-10);
  g_assert_cmpfloat (least_bare[LOCAL], >, -1e-10);
  g_assert_cmpfloat (least_bare[GLOBAL], <, -1e-8);
}

/* gamma << g << w: both models, up to (gamma/g)^2. g -> 0: the local current goes as g^2, the global one stays. */
static void
test_models_agree (void)
{
  double difference[2], g = 1e-4;
  QnExperiment e = lab_load ("absorption", "textbook");
  QnResults local, global, weaker;

  lab_set (&e, "medium.interaction", g);
  for (int i = 0; i < 2; i++)
    {
      double gamma = i ? 1e-3 * g : 1e-2 * g;

      lab_set (&e, "hot.coupling", gamma);
      lab_set (&e, "cold.coupling", gamma / 5);
      lab_set (&e, "work.coupling", gamma);
      lab_set (&e, "model", LOCAL);
      local = lab_evaluate (&e);
      lab_set (&e, "model", GLOBAL);
      global = lab_evaluate (&e);
      difference[i] = fabs (lab_get (&global, "heat_cold") / lab_get (&local, "heat_cold") - 1);
    }
  g_assert_cmpfloat (difference[0], <, 2e-4);
  g_assert_cmpfloat_with_epsilon (difference[0] / difference[1], 100, 10);
  e = lab_load ("absorption", "textbook");
  lab_set (&e, "medium.interaction", g);
  local = lab_evaluate (&e);
  lab_set (&e, "medium.interaction", g / 2);
  weaker = lab_evaluate (&e);
  g_assert_cmpfloat_with_epsilon (lab_get (&local, "heat_cold") / lab_get (&weaker, "heat_cold"), 4, 1e-3);
  lab_set (&e, "model", GLOBAL);
  global = lab_evaluate (&e);
  g_assert_cmpfloat (lab_get (&global, "heat_cold"), >, 1e6 * lab_get (&weaker, "heat_cold"));
  g_assert_cmpfloat (lab_get (&global, "secular_ratio"), <, 1e-3);
}

static void
test_presets_of_cooling (void)
{
  QnExperiment e = lab_load ("absorption", "textbook");
  QnResults textbook = lab_evaluate (&e), smallest = lab_preset ("absorption", "smallest"), bound = lab_preset ("absorption", "virtual"), three = lab_preset ("absorption", "three-level");

  g_assert_cmpint (textbook.mode, ==, QN_MODE_REFRIGERATOR);
  g_assert_cmpfloat_with_epsilon (lab_get (&textbook, "cop"), 0.5, 1e-9);
  g_assert_cmpfloat_with_epsilon (lab_get (&textbook, "carnot"), 1.4, 1e-12);
  g_assert_cmpfloat_with_epsilon (lab_get (&textbook, "virtual_temperature"), 0.625, 1e-12);
  g_assert_cmpfloat (lab_get (&textbook, "cold_qubit_temperature"), <, 0.9);
  g_assert_cmpfloat (lab_get (&textbook, "entropy_production"), >, 1e-4);
  /* hotter is better up to where it disturbs more than it drives */
  lab_set (&e, "work.temperature", 3);
  g_assert_cmpfloat (lab_result (&e, "heat_cold"), <, 0.7 * lab_get (&textbook, "heat_cold"));
  lab_set (&e, "work.temperature", 20);
  g_assert_cmpfloat (lab_result (&e, "heat_cold"), <, 0.8 * lab_get (&textbook, "heat_cold"));
  g_assert_cmpfloat_with_epsilon (lab_result (&e, "cop"), 0.5, 1e-9);
  g_assert_cmpint (smallest.mode, ==, QN_MODE_REFRIGERATOR);
  g_assert_cmpfloat_with_epsilon (lab_get (&smallest, "cop"), 0.5, 1e-9);
  g_assert_cmpfloat (lab_get (&smallest, "cold_qubit_temperature"), <, 0.9);
  g_assert_true (isnan (lab_get (&smallest, "secular_ratio")));
  /* left alone, the cold qubit takes the virtual temperature */
  g_assert_cmpfloat_with_epsilon (lab_get (&bound, "cold_qubit_temperature"), lab_get (&bound, "virtual_temperature"), 0.02);
  g_assert_cmpint (three.mode, ==, QN_MODE_REFRIGERATOR);
  g_assert_cmpfloat_with_epsilon (lab_get (&three, "cop"), 0.5, 1e-9);
  g_assert_cmpfloat_with_epsilon (lab_get (&three, "coherence_l1"), 0, 1e-15);
}

static void
test_presets_of_the_window (void)
{
  QnResults textbook = lab_preset ("absorption", "textbook"), near = lab_preset ("absorption", "near-carnot"), reversible = lab_preset ("absorption",
      "reversible"), back = lab_preset ("absorption", "transformer");

  g_assert_cmpfloat_with_epsilon (lab_get (&near, "cop"), 0.95 * lab_get (&near, "carnot"), 5e-3);
  g_assert_cmpfloat (lab_get (&textbook, "heat_cold"), >, 40 * lab_get (&near, "heat_cold"));
  g_assert_cmpfloat_with_epsilon (lab_get (&reversible, "virtual_temperature"), 1, 1e-15);
  g_assert_cmpfloat_with_epsilon (lab_get (&reversible, "carnot"), lab_get (&reversible, "spacing_ratio"), 1e-15);
  g_assert_cmpfloat_with_epsilon (lab_get (&reversible, "heat_cold"), 0, 1e-12);
  g_assert_cmpfloat_with_epsilon (lab_get (&reversible, "heat_work"), 0, 1e-12);
  g_assert_cmpfloat_with_epsilon (lab_get (&reversible, "entropy_production"), 0, 1e-12);
  g_assert_cmpint (reversible.mode, ==, QN_MODE_IDLE);
  /* heat of the room goes up into a hotter reservoir */
  g_assert_cmpint (back.mode, ==, QN_MODE_ENGINE);
  g_assert_cmpfloat_with_epsilon (lab_get (&back, "efficiency"), 2. / 3, 1e-9);
  g_assert_cmpfloat_with_epsilon (lab_get (&back, "efficiency") / lab_get (&back, "carnot"), 0.8, 0.03);
  g_assert_cmpfloat (lab_get (&back, "heat_hot"), >, 1e-4);
  g_assert_cmpfloat (lab_get (&back, "heat_work"), <, -1e-4);
  g_assert_cmpfloat (lab_get (&back, "heat_cold"), <, -1e-4);
  g_assert_cmpfloat (lab_get (&back, "virtual_temperature"), >, 1);
  g_assert_true (isnan (lab_get (&back, "cop")));
}

static void
test_presets_of_the_models (void)
{
  QnExperiment e = lab_load ("absorption", "delocalised");
  QnResults global = lab_evaluate (&e), leak = lab_preset ("absorption", "leak"), wrong = lab_preset ("absorption", "wrong-books"), none = lab_preset ("absorption", "no-interaction"), local;

  g_assert_cmpint (global.mode, ==, QN_MODE_REFRIGERATOR);
  g_assert_cmpfloat (lab_get (&global, "cop"), <, 0.6 * lab_get (&global, "spacing_ratio"));
  g_assert_cmpfloat (lab_get (&global, "cop"), >, 0.5 * lab_get (&global, "spacing_ratio"));
  lab_set (&e, "model", LOCAL);
  g_assert_cmpfloat_with_epsilon (lab_result (&e, "cop"), 0.5, 1e-9);
  g_assert_cmpint (leak.mode, ==, QN_MODE_HEATER);
  g_assert_cmpfloat (lab_get (&leak, "heat_cold"), <, -1e-4);
  g_assert_cmpfloat (lab_get (&leak, "heat_cold_bare"), >, 1e-4);
  g_assert_cmpfloat (lab_get (&leak, "entropy_production"), >, 1e-4);
  g_assert_cmpfloat (lab_get (&leak, "cold_qubit_temperature"), >, 1);
  g_assert_cmpfloat (lab_get (&wrong, "entropy_production_bare"), <, -5e-7);
  g_assert_cmpfloat (lab_get (&wrong, "entropy_production"), >, 1e-4);
  g_assert_cmpfloat (lab_get (&wrong, "heat_cold_bare"), >, 1e-5);
  g_assert_cmpfloat (lab_get (&wrong, "heat_cold"), <, -1e-5);
  g_assert_cmpfloat (lab_get (&wrong, "spacing_ratio"), >, lab_get (&wrong, "carnot"));
  e = lab_load ("absorption", "no-interaction");
  lab_set (&e, "model", LOCAL);
  local = lab_evaluate (&e);
  g_assert_cmpfloat (lab_get (&none, "heat_cold"), >, 1e4 * lab_get (&local, "heat_cold"));
  g_assert_cmpfloat (lab_get (&none, "secular_ratio"), <, 0.01);
}

static void
assert_refused (QnExperiment *e, const char *named)
{
  g_autofree char *message = lab_refusal (e);

  g_assert_nonnull (strstr (message, named));
  g_assert_nonnull (strstr (message, "allowed"));
}

/* Levels that cross, a pair of no definite temperature, reservoirs in any order. */
static void
test_edges (void)
{
  QnExperiment e = lab_load ("absorption", "delocalised");
  QnResults r;

  for (int k = 0; k < 3; k++)
    {
      lab_set (&e, "spacing.cold", 0.7);
      lab_set (&e, "spacing.work", 1.1);
      lab_set (&e, "medium.interaction", k == 0 ? 0.7 : k == 1 ? 1.1 : 1.8);
      lab_set (&e, "bath.spectrum", QN_SPECTRUM_BOSONIC);
      assert_refused (&e, "medium.interaction: ");
      lab_set (&e, "bath.spectrum", QN_SPECTRUM_FERMIONIC);
      g_assert_cmpfloat (lab_result (&e, "entropy_production"), >, 0);
    }
  e = lab_load ("absorption", "textbook");
  lab_set (&e, "hot.temperature", 6);
  lab_set (&e, "work.temperature", 4);
  r = lab_evaluate (&e);
  g_assert_true (isnan (lab_get (&r, "virtual_temperature")));
  g_assert_true (isnan (lab_get (&r, "carnot")));
  g_assert_cmpint (r.mode, ==, QN_MODE_CONDUCTION); /* the room is the hottest: it warms both */
  g_assert_true (isnan (lab_get (&r, "efficiency")));
  lab_set (&e, "work.temperature", 2);
  g_assert_cmpfloat (lab_result (&e, "virtual_temperature"), <, 0);
  e = lab_load ("absorption", "textbook");
  lab_set (&e, "hot.temperature", 1);
  g_assert_true (isnan (lab_result (&e, "carnot")));
  lab_set (&e, "hot.temperature", 0.8);
  r = lab_evaluate (&e);
  g_assert_cmpint (r.mode, ==, QN_MODE_ACCELERATOR);
  g_assert_true (isnan (lab_get (&r, "cop")));
  e = lab_load ("absorption", "textbook");
  lab_set (&e, "medium.interaction", 0);
  g_assert_cmpint (lab_evaluate (&e).mode, ==, QN_MODE_IDLE);
}

/* At one temperature nothing flows, and F = E - T S is at its least, that of the Gibbs state, in each model's own basis. */
static void
test_one_temperature (void)
{
  for (int place = 0; place < 4; place++)
    {
      double T = 1, free = (1 + exp (-1 / T)) * (1 + exp (-2 / T)) * (1 + exp (-3 / T)), split = 2 * (cosh (0.5 / T) - 1) * exp (-3 / T);
      QnExperiment e = lab_load ("absorption", "delocalised");
      QnResults r;

      lab_set (&e, "hot.temperature", T);
      lab_set (&e, "work.temperature", T);
      lab_set (&e, "model", place % 3);
      lab_set (&e, "medium.kind", place == 3);
      r = lab_evaluate (&e);
      g_assert_cmpfloat_with_epsilon (lab_get (&r, "heat_cold"), 0, 1e-12);
      g_assert_cmpfloat_with_epsilon (lab_get (&r, "heat_work"), 0, 1e-12);
      g_assert_cmpfloat_with_epsilon (lab_get (&r, "energy") - T * lab_get (&r, "entropy"), -T * log (place == 3 ? 1 + exp (-1 / T) + exp (-3 / T) : free + (place == GLOBAL ? split : 0)), 1e-10);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  gsl_set_error_handler_off ();
  g_test_add_func ("/absorption/closed-form", test_closed_form);
  g_test_add_func ("/absorption/three-level", test_three_level);
  g_test_add_func ("/absorption/window", test_window);
  g_test_add_func ("/absorption/reversible-point", test_reversible_point);
  g_test_add_func ("/absorption/one-temperature", test_one_temperature);
  g_test_add_func ("/absorption/laws", test_laws);
  g_test_add_func ("/absorption/models-agree", test_models_agree);
  g_test_add_func ("/absorption/presets/cooling", test_presets_of_cooling);
  g_test_add_func ("/absorption/presets/window", test_presets_of_the_window);
  g_test_add_func ("/absorption/presets/models", test_presets_of_the_models);
  g_test_add_func ("/absorption/edges", test_edges);
  return g_test_run ();
}
