/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Heat through two coupled qubits: currents, state and entanglement in closed form by either model, both laws by either
 * book, the published violation, rectification, and what each preset teaches. */

#include <math.h>
#include <string.h>

#include "lab-test.h"
#include "lab/labs/qn-lab-transport.h"
#include "../random-numbers.h"

#define LOCAL QN_LAB_TRANSPORT_LOCAL
#define GLOBAL QN_LAB_TRANSPORT_GLOBAL

static QnResults
with_model (const char *id, int model)
{
  QnExperiment e = lab_load ("transport", id);

  lab_set (&e, "model", model);
  return lab_evaluate (&e);
}

/* Anything a slider may say, reservoirs in any order; global bosonic junctions a little away from where levels cross. */
static QnExperiment
random_experiment (GRand *rand, int model)
{
  QnExperiment e = lab_load ("transport", "resonant");
  double cross;

  lab_set (&e, "model", model);
  lab_set (&e, "hot.temperature", log_uniform (rand, 0.3, 10));
  lab_set (&e, "cold.temperature", log_uniform (rand, 0.3, 10));
  lab_set (&e, "hot.coupling", log_uniform (rand, 0.005, 2));
  lab_set (&e, "cold.coupling", log_uniform (rand, 0.005, 2));
  lab_set (&e, "spacing.left", uniform (rand, 0.3, 4));
  lab_set (&e, "spacing.right", uniform (rand, 0.3, 4));
  if (g_rand_int_range (rand, 0, 4) == 0)
    lab_set (&e, "spacing.right", qn_experiment_get (&e, "spacing.left"));
  lab_set (&e, "bath.spectrum", g_rand_int_range (rand, 0, 3));
  cross = sqrt (qn_experiment_get (&e, "spacing.left") * qn_experiment_get (&e, "spacing.right"));
  lab_set (&e, "medium.coupling", cross * (g_rand_boolean (rand) ? uniform (rand, 0.01, 0.8) : uniform (rand, 1.2, 2)));
  return e;
}

/* A reservoir at one frequency: rates of relaxation, and the excited share it leaves. */
typedef struct
{
  double rate, r;
} Contact;

static Contact
contact (const QnExperiment *e, const char *end, double w)
{
  g_autofree char *temperature = g_strconcat (end, ".temperature", NULL), *coupling = g_strconcat (end, ".coupling", NULL);
  double x = w / qn_experiment_get (e, temperature), gamma = qn_experiment_get (e, coupling);
  int spectrum = qn_experiment_get (e, "bath.spectrum");

  return (Contact) { spectrum == QN_SPECTRUM_FERMIONIC ? gamma : gamma * (spectrum == QN_SPECTRUM_OHMIC ? w : 1) / tanh (x / 2), 1 / (exp (x) + 1) };
}

/* Local: occupations n and the coherence c = <01|rho|10> obey dn_l/dt = u_l - G_l n_l - N, dn_r/dt = u_r - G_r n_r + N,
 * N = 2 g Im c, dc/dt = -(kappa + i delta) c + i g (n_l - n_r) up to the sign of i: set to zero. The chance b of two quanta obeys
 * db/dt = u_l n_r + u_r n_l - (G_l + G_r) b, which g does not enter. */
typedef struct
{
  double left, right, quanta, G_l, G_r, n_l, n_r, both, coherence2;
} LocalForm;

static LocalForm
local_form (const QnExperiment *e)
{
  LocalForm f = { .left = qn_experiment_get (e, "spacing.left"), .right = qn_experiment_get (e, "spacing.right") };
  Contact l = contact (e, "hot", f.left), r = contact (e, "cold", f.right);
  double kappa = (l.rate + r.rate) / 2, delta = f.left - f.right, g = qn_experiment_get (e, "medium.coupling"), W = 2 * g * g * kappa / (kappa * kappa + delta * delta);

  f.G_l = l.rate;
  f.G_r = r.rate;
  f.quanta = (l.r - r.r) / (1 / W + 1 / l.rate + 1 / r.rate);
  f.n_l = l.r - f.quanta / l.rate;
  f.n_r = r.r + f.quanta / r.rate;
  f.both = (l.rate * l.r * f.n_r + r.rate * r.r * f.n_l) / (l.rate + r.rate);
  f.coherence2 = g * g * (f.n_l - f.n_r) * (f.n_l - f.n_r) / (kappa * kappa + delta * delta);
  return f;
}

static void
test_local_form (void)
{
  g_autoptr (GRand) rand = test_rand (20301);
  int entangled = 0;

  for (int turn = 0; turn < 400; turn++)
    {
      QnExperiment e = random_experiment (rand, LOCAL);
      LocalForm f;
      QnResults r;
      double J, C;

      if (turn % 4 == 0) /* where there is entanglement to be found */
        {
          e = lab_load ("transport", "entangled");
          lab_set (&e, "hot.coupling", uniform (rand, 0.001, 0.004));
          lab_set (&e, "medium.coupling", uniform (rand, 0.001, 0.004));
          lab_set (&e, "spacing.right", uniform (rand, 0.998, 1.002));
        }
      f = local_form (&e);
      r = lab_evaluate (&e);
      J = f.quanta * (f.left * f.G_r + f.right * f.G_l) / (f.G_l + f.G_r);
      C = 2 * fmax (0, sqrt (f.coherence2) - sqrt ((1 - f.n_l - f.n_r + f.both) * f.both));
      g_assert_cmpfloat_with_epsilon (lab_get (&r, "current"), J, 1e-11);
      g_assert_cmpfloat_with_epsilon (lab_get (&r, "heat_hot"), J, 1e-11);
      g_assert_cmpfloat_with_epsilon (lab_get (&r, "heat_cold"), -J, 1e-11);
      g_assert_cmpfloat_with_epsilon (lab_get (&r, "heat_hot_bare"), f.left * f.quanta, 1e-11);
      g_assert_cmpfloat_with_epsilon (lab_get (&r, "heat_cold_bare"), -f.right * f.quanta, 1e-11);
      g_assert_cmpfloat_with_epsilon (lab_get (&r, "power_bare"), (f.left - f.right) * f.quanta, 1e-11);
      g_assert_cmpfloat_with_epsilon (r.bloch[1] * qn_experiment_get (&e, "medium.coupling"), f.quanta, 1e-11);
      g_assert_cmpfloat_with_epsilon (lab_get (&r, "concurrence"), C, 1e-9);
      g_assert_cmpfloat_with_epsilon (r.population[3], f.both, 1e-11);
      for (int k = 0; k < 2; k++)
        {
          double vector[QN_MAX_LEVELS];

          g_assert_cmpint (lab_vector (&r, k ? "bloch_second" : "bloch_first", vector), ==, 3);
          g_assert_cmpfloat (vector[0], ==, 0);
          g_assert_cmpfloat (vector[2], ==, r.part_z[k]);
        }
      g_assert_cmpfloat_with_epsilon (r.part_z[0] + r.part_z[1], 2 * (r.population[3] - r.population[0]), 1e-11);
      g_assert_cmpfloat_with_epsilon (r.part_z[0] - r.part_z[1], 2 * r.bloch[2], 1e-11);
      entangled += C > 1e-3;
    }
  g_assert_cmpint (entangled, >, 30);
}

/* Global: both modes conduct by themselves, quanta of e_+ and e_-; a mode below zero is one of holes. */
static void
test_global_form (void)
{
  g_autoptr (GRand) rand = test_rand (20302);

  for (int turn = 0; turn < 400; turn++)
    {
      QnExperiment e = random_experiment (rand, GLOBAL);
      QnResults r = lab_evaluate (&e);
      double left = qn_experiment_get (&e, "spacing.left"), right = qn_experiment_get (&e, "spacing.right"), g = qn_experiment_get (&e, "medium.coupling");
      double half = atan2 (2 * g, left - right) / 2, J = 0, energy = 0, entropy = 0, same;

      for (int mode = 0; mode < 2; mode++)
        {
          double w = (left + right) / 2 + (mode ? -1 : 1) * hypot (g, (left - right) / 2), share = mode ? pow (sin (half), 2) : pow (cos (half), 2);
          Contact h = contact (&e, "hot", fabs (w)), c = contact (&e, "cold", fabs (w));
          double in = h.rate * share, out = c.rate * (1 - share), n = (in * h.r + out * c.r) / (in + out);

          J += fabs (w) * in * out / (in + out) * (h.r - c.r);
          energy += w > 0 ? w * n : w * (1 - n);
          entropy -= n * log (n) + (1 - n) * log (1 - n);
        }
      g_assert_cmpfloat_with_epsilon (lab_get (&r, "current"), J, 1e-11);
      g_assert_cmpfloat_with_epsilon (lab_get (&r, "heat_cold"), -J, 1e-11);
      g_assert_cmpfloat_with_epsilon (lab_get (&r, "energy"), energy, 1e-10);
      g_assert_cmpfloat_with_epsilon (lab_get (&r, "entropy"), entropy, 1e-10); /* a product of the modes */
      g_assert_cmpfloat_with_epsilon (lab_get (&r, "power_bare"), lab_get (&r, "heat_hot_bare") + lab_get (&r, "heat_cold_bare"), 1e-10);
      same = qn_lab_transport_current (&e, GLOBAL, g);
      g_assert_cmpfloat_with_epsilon (same, J, 1e-11);
    }
}

/* Both laws by either book, in every model that promises them. */
static void
test_laws (void)
{
  g_autoptr (GRand) rand = test_rand (20303);
  int broken = 0, switched = 0;

  for (int turn = 0; turn < 600; turn++)
    {
      int model = turn % 2;
      QnExperiment e = random_experiment (rand, model);
      QnResults r = lab_evaluate (&e);
      double coldest = fmin (qn_experiment_get (&e, "hot.temperature"), qn_experiment_get (&e, "cold.temperature")), slack = 1e-10 / coldest;
      double ratio_T = qn_experiment_get (&e, "hot.temperature") / qn_experiment_get (&e, "cold.temperature"), ratio_w = qn_experiment_get (&e,
          "spacing.left") / qn_experiment_get (&e, "spacing.right");

      g_assert_cmpfloat_with_epsilon (lab_get (&r, "heat_hot") + lab_get (&r, "heat_cold"), 0, 1e-10);
      g_assert_cmpfloat_with_epsilon (lab_get (&r, "residual_first_law"), 0, 1e-10);
      g_assert_cmpfloat_with_epsilon (lab_get (&r, "residual_trace"), 0, 1e-10);
      g_assert_cmpfloat (lab_get (&r, "min_eigenvalue"), >, -1e-12);
      /* the bare books close only with the work of switching */
      g_assert_cmpfloat_with_epsilon (lab_get (&r, "heat_hot_bare") + lab_get (&r, "heat_cold_bare"), lab_get (&r, "power_bare"), 1e-10);
      switched += fabs (lab_get (&r, "power_bare")) > 1e-5;
      if (model == GLOBAL)
        {
          g_assert_cmpfloat (lab_get (&r, "entropy_production"), >, -slack);
          continue;
        }
      g_assert_cmpfloat (lab_get (&r, "entropy_production_bare"), >, -slack);
      if (fabs (lab_get (&r, "current")) < 1e-9)
        continue;
      /* the second law breaks exactly where the ratio of temperatures lies between 1 and that of spacings */
      g_assert_cmpint (lab_get (&r, "entropy_production") < 0, ==, (ratio_T - 1) * (ratio_T - ratio_w) < 0);
      broken += lab_get (&r, "entropy_production") < -1e-6;
      g_assert_cmpint (lab_get (&r, "entropy_production") < 0, ==, r.mode == QN_MODE_IMPOSSIBLE);
    }
  g_assert_cmpint (broken, >, 20);
  g_assert_cmpint (switched, >, 100);
}

/* Levy & Kosloff: w_l/T_h > w_r/T_c sends heat from cold to hot by local jumps, and that for g -> 0 too. */
static void
test_levy_kosloff (void)
{
  QnExperiment e = lab_load ("transport", "second-law");
  QnResults weak, weaker, r;

  g_assert_cmpfloat (qn_experiment_get (&e, "spacing.left") / qn_experiment_get (&e, "hot.temperature"), >, qn_experiment_get (&e, "spacing.right") / qn_experiment_get (&e, "cold.temperature"));
  g_assert_cmpfloat (qn_experiment_get (&e, "hot.temperature"), >, qn_experiment_get (&e, "cold.temperature"));
  lab_set (&e, "medium.coupling", 1e-4);
  weak = lab_evaluate (&e);
  lab_set (&e, "medium.coupling", 5e-5);
  weaker = lab_evaluate (&e);
  g_assert_cmpfloat (lab_get (&weak, "current"), <, 0);
  g_assert_cmpfloat (lab_get (&weak, "entropy_production"), <, 0);
  g_assert_cmpfloat_with_epsilon (lab_get (&weak, "current") / lab_get (&weaker, "current"), 4, 1e-4);
  /* at w_l/T_h = w_r/T_c nothing flows between two temperatures */
  lab_set (&e, "hot.temperature", 2);
  r = lab_evaluate (&e);
  g_assert_cmpfloat_with_epsilon (lab_get (&r, "current"), 0, 1e-14);
  g_assert_cmpfloat_with_epsilon (lab_get (&r, "power_bare"), 0, 1e-14);
  g_assert_true (isnan (lab_get (&r, "rectification")));
  lab_set (&e, "hot.temperature", 2.5);
  g_assert_cmpfloat (lab_result (&e, "current"), >, 0);
}

/* One temperature: Gibbs' state and no current by global jumps; by local ones off resonance a current that nothing drives. */
static void
test_one_temperature (void)
{
  g_autoptr (GRand) rand = test_rand (20304);

  for (int turn = 0; turn < 200; turn++)
    {
      QnExperiment e = random_experiment (rand, turn % 2);
      double T = qn_experiment_get (&e, "hot.temperature"), left = qn_experiment_get (&e, "spacing.left"), right = qn_experiment_get (&e, "spacing.right"),
             g = qn_experiment_get (&e, "medium.coupling"), Z;
      QnResults r;

      lab_set (&e, "cold.temperature", T);
      r = lab_evaluate (&e);
      g_assert_true (isnan (lab_get (&r, "rectification")));
      if (turn % 2 == LOCAL)
        {
          if (fabs (left - right) > 0.2 && g > 0.1)
            g_assert_cmpfloat (lab_get (&r, "current") * (right - left), >, 0);
          else if (left == right)
            g_assert_cmpfloat_with_epsilon (lab_get (&r, "current"), 0, 1e-12);
          continue;
        }
      Z = 1 + exp (-(left + right) / T) + 2 * exp (-(left + right) / (2 * T)) * cosh (hypot (g, (left - right) / 2) / T);
      g_assert_cmpfloat_with_epsilon (lab_get (&r, "energy") - T * lab_get (&r, "entropy"), -T * log (Z), 1e-10);
      g_assert_cmpfloat_with_epsilon (lab_get (&r, "current"), 0, 1e-12);
      g_assert_cmpfloat_with_epsilon (lab_get (&r, "heat_hot_bare"), 0, 1e-12);
      g_assert_cmpfloat_with_epsilon (lab_get (&r, "entropy_production"), 0, 1e-11);
    }
}

/* On resonance the local model with bosons rectifies by |g_h - g_c| |c_h - c_c|/((g_h + g_c)(c_h + c_c)), c_k = coth (w/2T_k),
 * whatever the coupling; fermions do not. Always R is what the exchanged machine itself says. */
static void
test_rectification (void)
{
  g_autoptr (GRand) rand = test_rand (20305);
  int some = 0;

  for (int turn = 0; turn < 300; turn++)
    {
      QnExperiment e = random_experiment (rand, turn % 2), other;
      double T_h = qn_experiment_get (&e, "hot.temperature"), T_c = qn_experiment_get (&e, "cold.temperature"), J, back, w;
      QnResults r, s;

      if (turn % 4 == 0)
        {
          lab_set (&e, "bath.spectrum", turn % 8 ? QN_SPECTRUM_BOSONIC : QN_SPECTRUM_FERMIONIC);
          lab_set (&e, "spacing.right", qn_experiment_get (&e, "spacing.left"));
        }
      other = e;
      lab_set (&other, "hot.temperature", T_c);
      lab_set (&other, "cold.temperature", T_h);
      r = lab_evaluate (&e);
      s = lab_evaluate (&other);
      J = lab_get (&r, "current");
      back = lab_get (&s, "current");
      g_assert_cmpfloat_with_epsilon (lab_get (&r, "current_exchanged"), back, 1e-12);
      if (!(J * (T_h - T_c) > 0 && back * (T_c - T_h) > 0))
        {
          g_assert_true (isnan (lab_get (&r, "rectification")));
          continue;
        }
      g_assert_cmpfloat_with_epsilon (lab_get (&r, "rectification"), fabs (J + back) / fabs (J - back), 1e-9);
      g_assert_cmpfloat (lab_get (&r, "rectification"), <=, 1);
      some += lab_get (&r, "rectification") > 0.05;
      if (turn % 4)
        continue;
      w = qn_experiment_get (&e, "spacing.left");
      if (turn % 8 == 0)
        g_assert_cmpfloat_with_epsilon (lab_get (&r, "rectification"), 0, 1e-8);
      else
        {
          double c_h = 1 / tanh (w / (2 * T_h)), c_c = 1 / tanh (w / (2 * T_c)), y_h = qn_experiment_get (&e, "hot.coupling"), y_c = qn_experiment_get (&e, "cold.coupling");

          g_assert_cmpfloat_with_epsilon (lab_get (&r, "rectification"), fabs (y_h - y_c) * fabs (c_h - c_c) / ((y_h + y_c) * (c_h + c_c)), 1e-8);
        }
    }
  g_assert_cmpint (some, >, 50);
}

/* rates << g << spacings, temperatures: one current. Elsewhere each goes its own way, and the marks of validity say which. */
static void
test_models_agree (void)
{
  double difference[2];
  QnExperiment e = lab_load ("transport", "resonant");
  double strong, local;

  for (int i = 0; i < 2; i++)
    {
      double g = 1e-3, rate = i ? 1e-3 * g : 1e-2 * g;

      lab_set (&e, "hot.coupling", rate);
      lab_set (&e, "cold.coupling", rate);
      g_assert_cmpfloat (qn_lab_transport_validity (&e, LOCAL, g), >, 200);
      g_assert_cmpfloat (qn_lab_transport_validity (&e, GLOBAL, g), >, 40);
      difference[i] = fabs (qn_lab_transport_current (&e, GLOBAL, g) / qn_lab_transport_current (&e, LOCAL, g) - 1);
    }
  g_assert_cmpfloat (difference[0], <, 2e-4);
  g_assert_cmpfloat (difference[1], <, difference[0] / 20);
  e = lab_load ("transport", "resonant");
  strong = qn_lab_transport_current (&e, GLOBAL, 0.9);
  local = qn_lab_transport_current (&e, LOCAL, 0.9);
  g_assert_cmpfloat (fabs (strong / local - 1), >, 0.1);
  g_assert_cmpfloat (qn_lab_transport_validity (&e, LOCAL, 0.9), <, 1);
  g_assert_cmpfloat (qn_lab_transport_current (&e, GLOBAL, 1e-4), >, 1000 * qn_lab_transport_current (&e, LOCAL, 1e-4));
  g_assert_cmpfloat (qn_lab_transport_validity (&e, GLOBAL, 1e-4), <, 0.1);
  g_assert_true (isnan (qn_lab_transport_current (&e, GLOBAL, 1)));
  g_assert_cmpfloat_with_epsilon (qn_lab_transport_validity (&e, GLOBAL, 1), 0, 1e-12);
}

static void
test_presets_of_the_models (void)
{
  QnResults local = lab_preset ("transport", "resonant"), global = with_model ("resonant", GLOBAL), weak = lab_preset ("transport", "weak"), weak_local = with_model ("weak", LOCAL);
  QnResults strong = lab_preset ("transport", "strong"), strong_local = with_model ("strong", LOCAL);

  g_assert_cmpfloat (lab_get (&local, "current"), >, 0);
  g_assert_cmpfloat (fabs (lab_get (&global, "current") / lab_get (&local, "current") - 1), <, 0.02);
  g_assert_cmpfloat (lab_get (&local, "local_validity"), >, 4);
  g_assert_cmpfloat (lab_get (&local, "global_validity"), >, 4);
  g_assert_cmpfloat (lab_get (&weak, "current"), >, 100 * lab_get (&weak_local, "current"));
  g_assert_cmpfloat (lab_get (&weak, "global_validity"), <, 0.1);
  g_assert_cmpfloat (lab_get (&weak_local, "local_validity"), >, 100);
  g_assert_cmpfloat (lab_get (&strong_local, "local_validity"), <, 0.5);
  g_assert_cmpfloat (lab_get (&strong, "global_validity"), >, 10);
  g_assert_cmpfloat (fabs (lab_get (&strong, "current") / lab_get (&strong_local, "current") - 1), >, 0.1);
}

static void
test_presets_of_the_law (void)
{
  QnResults broken = lab_preset ("transport", "second-law"), sound = lab_preset ("transport", "global-answer"), hidden = lab_preset ("transport", "hidden-work");

  g_assert_cmpfloat (lab_get (&broken, "current"), <, -1e-7);
  g_assert_cmpfloat (lab_get (&broken, "heat_cold"), >, 1e-7);
  g_assert_cmpfloat (lab_get (&broken, "entropy_production"), <, -1e-7);
  g_assert_cmpfloat (lab_get (&broken, "entropy_production_bare"), >, 1e-7);
  g_assert_cmpfloat (lab_get (&broken, "power_bare"), <, -1e-7); /* someone pays */
  g_assert_cmpint (broken.mode, ==, QN_MODE_IMPOSSIBLE);
  g_assert_cmpfloat (lab_get (&broken, "local_validity"), <, 1);
  g_assert_cmpfloat (lab_get (&sound, "current"), >, 1e-7);
  g_assert_cmpfloat (lab_get (&sound, "entropy_production"), >, 1e-7);
  g_assert_cmpint (sound.mode, ==, QN_MODE_CONDUCTION);
  g_assert_cmpfloat (lab_get (&sound, "global_validity"), >, 10);
  /* the switching of couplings, forgotten: by the whole energy no work at all */
  g_assert_cmpfloat (lab_get (&hidden, "power_bare"), >, 5e-5);
  g_assert_cmpfloat_with_epsilon (lab_get (&hidden, "power_bare") / lab_get (&hidden, "heat_hot_bare"), 1.0 / 3, 1e-9);
  g_assert_cmpfloat (lab_get (&hidden, "power_bare") / lab_get (&hidden, "heat_hot_bare"), <, 1 - 1.0 / 4);
  g_assert_cmpfloat_with_epsilon (lab_get (&hidden, "heat_hot") + lab_get (&hidden, "heat_cold"), 0, 1e-12);
  g_assert_cmpfloat (fabs (lab_get (&hidden, "heat_hot_bare") / lab_get (&hidden, "heat_hot") - 1), >, 0.1);
}

static void
test_presets_of_use (void)
{
  QnResults diode = lab_preset ("transport", "rectifier"), entangled = lab_preset ("transport", "entangled"), warm;
  QnExperiment e = lab_load ("transport", "entangled");

  g_assert_cmpfloat (-lab_get (&diode, "current_exchanged"), <, 0.26 * lab_get (&diode, "current"));
  g_assert_cmpfloat_with_epsilon (lab_get (&diode, "rectification"), 9.0 / 11 * (1 / tanh (0.125) - 1 / tanh (1.25)) / (1 / tanh (0.125) + 1 / tanh (1.25)), 1e-9);
  g_assert_cmpfloat (lab_get (&entangled, "concurrence"), >, 0.09);
  g_assert_cmpfloat (lab_get (&entangled, "mutual_information"), >, 0.07);
  g_assert_cmpfloat (lab_get (&entangled, "local_validity"), >, 10);
  g_assert_cmpfloat (lab_get (&entangled, "current"), >, 0);
  /* a smaller difference of temperatures will not do, nor reservoirs in the wrong order of couplings */
  lab_set (&e, "cold.temperature", 1);
  warm = lab_evaluate (&e);
  g_assert_cmpfloat (lab_get (&warm, "current"), >, 0);
  g_assert_cmpfloat_with_epsilon (lab_get (&warm, "concurrence"), 0, 1e-15);
  e = lab_load ("transport", "entangled");
  lab_set (&e, "hot.coupling", 0.012);
  lab_set (&e, "cold.coupling", 0.002);
  g_assert_cmpfloat (lab_result (&e, "concurrence"), <, 0.01);
}

/* Crossing levels, no coupling at all, no reservoir on one side, exchanged temperatures. */
static void
test_edges (void)
{
  QnExperiment e = lab_load ("transport", "strong");
  QnResults r;
  g_autoptr (GError) error = NULL;

  lab_set (&e, "spacing.left", 0.7);
  lab_set (&e, "spacing.right", 1.3);
  lab_set (&e, "medium.coupling", sqrt (0.7 * 1.3));
  g_assert_null (qn_experiment_evaluate (&e, NULL, &error));
  g_assert_nonnull (error);
  g_assert_nonnull (strstr (error->message, "medium.coupling: "));
  g_assert_nonnull (strstr (error->message, "allowed"));
  lab_set (&e, "bath.spectrum", QN_SPECTRUM_OHMIC);
  g_assert_cmpfloat (lab_result (&e, "entropy_production"), >, 0);
  for (int model = 0; model < 2; model++)
    {
      e = lab_load ("transport", "second-law");
      lab_set (&e, "model", model);
      lab_set (&e, "medium.coupling", 0);
      r = lab_evaluate (&e);
      g_assert_cmpfloat_with_epsilon (lab_get (&r, "current"), 0, 1e-15);
      g_assert_cmpfloat_with_epsilon (lab_get (&r, "concurrence"), 0, 1e-15);
      g_assert_true (isnan (lab_get (&r, "rectification")));
      e = lab_load ("transport", "resonant");
      lab_set (&e, "model", model);
      lab_set (&e, "cold.coupling", 0);
      r = lab_evaluate (&e);
      g_assert_cmpfloat_with_epsilon (lab_get (&r, "current"), 0, 1e-14);
      e = lab_load ("transport", "resonant");
      lab_set (&e, "model", model);
      lab_set (&e, "hot.temperature", 0.5);
      lab_set (&e, "cold.temperature", 2);
      r = lab_evaluate (&e);
      g_assert_cmpfloat (lab_get (&r, "current"), <, 0);
      g_assert_cmpfloat (lab_get (&r, "entropy_production"), >, 0);
      g_assert_cmpint (r.mode, ==, QN_MODE_CONDUCTION);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/transport/local-form", test_local_form);
  g_test_add_func ("/transport/global-form", test_global_form);
  g_test_add_func ("/transport/laws", test_laws);
  g_test_add_func ("/transport/levy-kosloff", test_levy_kosloff);
  g_test_add_func ("/transport/one-temperature", test_one_temperature);
  g_test_add_func ("/transport/rectification", test_rectification);
  g_test_add_func ("/transport/models-agree", test_models_agree);
  g_test_add_func ("/transport/presets/models", test_presets_of_the_models);
  g_test_add_func ("/transport/presets/law", test_presets_of_the_law);
  g_test_add_func ("/transport/presets/use", test_presets_of_use);
  g_test_add_func ("/transport/edges", test_edges);
  return g_test_run ();
}
