/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The tables of parameters and results, and what the labs make of them. */

#include <math.h>
#include <string.h>

#include <gsl/gsl_errno.h>

#include "lab/qn-cyclic.h"
#include "lab-test.h"
#include "../random-numbers.h"

#define EACH_LAB(lab)                                          \
  gsize n_labs;                                                \
  const QnLab *const *all = qn_labs (&n_labs);                 \
  for (gsize l = 0; l < n_labs; l++)                           \
    for (const QnLab *lab = all[l]; lab; lab = NULL)

static void
ignore_text (GMarkupParseContext *context, const char *text, gsize length, gpointer data, GError **error)
{
}

static void
assert_markup (const char *text)
{
  GMarkupParser parser = { .text = ignore_text };
  GMarkupParseContext *context = g_markup_parse_context_new (&parser, 0, NULL, NULL);
  g_autofree char *whole = g_strdup_printf ("<markup>%s</markup>", text);
  g_autoptr (GError) error = NULL;

  g_markup_parse_context_parse (context, whole, -1, &error);
  g_assert_no_error (error);
  g_markup_parse_context_end_parse (context, &error);
  g_assert_no_error (error);
  g_markup_parse_context_free (context);
}

static void
test_parameters (void)
{
  EACH_LAB (lab)
  for (int i = 0; i < lab->n_parameters; i++)
    {
      const QnParameter *p = &lab->parameters[i];

      g_assert_cmpint (qn_lab_parameter_index (lab, p->id), ==, i);
      g_assert_cmpstr (p->name, !=, "");
      g_assert_cmpstr (p->meaning, !=, "");
      assert_markup (p->symbol);
      assert_markup (p->meaning);
      g_assert_cmpfloat (p->hard_min, <=, p->soft_min);
      g_assert_cmpfloat (p->soft_min, <=, p->initial);
      g_assert_cmpfloat (p->initial, <=, p->soft_max);
      g_assert_cmpfloat (p->soft_max, <=, p->hard_max);
      if (p->log_scale)
        g_assert_cmpfloat (p->soft_min, >, 0);
      if (p->kind == QN_VALUE_CHOICE)
        {
          int n = 0;

          while (p->choices[n].id)
            n++;
          g_assert_cmpfloat (p->hard_max, ==, n - 1);
        }
    }
}

static void
test_results (void)
{
  EACH_LAB (lab)
  for (int i = 0; i < lab->n_results; i++)
    {
      g_assert_nonnull (lab->results[i].id);
      g_assert_cmpint (qn_lab_result_index (lab, lab->results[i].id), ==, i);
      assert_markup (lab->results[i].symbol);
      g_assert_null (strstr (lab->results[i].symbol, lab->results[i].name)); /* the strip shows one after the other */
      assert_markup (lab->results[i].meaning);
    }
}

static gboolean
same_number (double a, double b)
{
  return a == b || (isnan (a) && isnan (b));
}

static gboolean
same_results (const QnResults *a, const QnResults *b)
{
  for (int i = 0; i < a->lab->n_results; i++)
    if (!same_number (a->number[i], b->number[i]))
      return FALSE;
  return a->mode == b->mode;
}

/* How many settings of a parameter are tried while others change: all choices, a switch both ways, levels the most and the least. */
static int
n_settings (const QnParameter *p)
{
  if (p->group == QN_GROUP_INITIAL)
    return 1;
  if (p->kind == QN_VALUE_CHOICE || p->kind == QN_VALUE_SWITCH)
    return (int) p->hard_max + 1;
  return g_str_equal (p->id, "medium.levels") ? 2 : 1;
}

static int
n_places (const QnLab *lab)
{
  int n = 1;

  for (int i = 0; i < lab->n_parameters; i++)
    n *= n_settings (&lab->parameters[i]);
  return n;
}

/* Places where every parameter matters in one: every choice with every other. */
static QnExperiment
sensitive (const QnLab *lab, int place)
{
  QnExperiment e;

  qn_experiment_init (&e, lab);
  for (int i = 0; i < lab->n_parameters; i++)
    {
      const QnParameter *p = &lab->parameters[i];
      int n = n_settings (p);

      if (n > 1)
        g_assert_true (qn_experiment_set (&e, p->id, g_str_equal (p->id, "medium.levels") ? (place % n ? p->hard_min : p->hard_max) : place % n, NULL));
      place /= n;
    }
  if (qn_lab_parameter_index (lab, "medium.tunnelling") >= 0)
    g_assert_true (qn_experiment_set (&e, "medium.tunnelling", 1, NULL));
  if (qn_lab_parameter_index (lab, "stroke.drive") >= 0)
    g_assert_true (qn_experiment_set (&e, "stroke.drive", 0.5, NULL));
  return e;
}

/* FALSE where it does not apply, or one of the two cannot be computed. */
static gboolean
matters_at (const QnLab *lab, const QnParameter *p, int place, gboolean upwards)
{
  QnExperiment e = sensitive (lab, place);
  g_autoptr (QnOutcome) before = NULL, after = NULL;
  int i = (int) (p - lab->parameters);
  double other = p->kind == QN_VALUE_REAL ? e.value[i] * 0.7 + 0.1 : e.value[i] == p->hard_min ? p->hard_min + 1 : p->hard_min;

  if (upwards && p->kind != QN_VALUE_REAL)
    other = e.value[i] == p->hard_max ? p->hard_max - 1 : p->hard_max;

  if ((p->applies && !p->applies (e.value)) || !(before = qn_experiment_evaluate (&e, NULL, NULL)))
    return FALSE;
  g_assert_true (qn_experiment_set (&e, p->id, other, NULL));
  after = qn_experiment_evaluate (&e, NULL, NULL);
  return after && !same_results (&before->results, &after->results);
}

static void
test_every_parameter_matters (void)
{
  EACH_LAB (lab)
  for (int i = 0; i < lab->n_parameters; i++)
    {
      const QnParameter *p = &lab->parameters[i];
      gboolean matters = g_str_equal (p->id, "time.window") || p->group == QN_GROUP_INITIAL; /* how much is shown; test-initial.c */

      for (int place = 0; place < n_places (lab) && !matters; place++)
        matters = matters_at (lab, p, place, FALSE) || matters_at (lab, p, place, TRUE);
      if (!matters)
        g_test_message ("%s of %s changes nothing", p->id, lab->id);
      g_assert_true (matters);
    }
}

/* Two temperatures, two spacings, contacts long: everything is known. */
static void
test_textbook (void)
{
  QnExperiment e;
  QnResults r;
  const struct { const char *id; double value; } set[] = {
    { "hot.temperature", 2 }, { "cold.temperature", 0.5 }, { "spacing.hot", 2 }, { "spacing.cold", 1 }, { "stroke.hot", 2000 }, { "stroke.cold", 2000 },
  };
  double p_hot = 1 / (1 + exp (1)), p_cold = 1 / (1 + exp (2));

  qn_experiment_init (&e, qn_lab_find ("otto"));
  for (gsize i = 0; i < G_N_ELEMENTS (set); i++)
    g_assert_true (qn_experiment_set (&e, set[i].id, set[i].value, NULL));
  r = lab_evaluate (&e);
  g_assert_cmpint (r.mode, ==, QN_MODE_ENGINE);
  g_assert_cmpfloat_with_epsilon (qn_results_get (&r, "efficiency"), 0.5, 1e-9);
  g_assert_cmpfloat_with_epsilon (qn_results_get (&r, "work_output"), (p_hot - p_cold) * (2 - 1), 1e-9);
  g_assert_cmpfloat_with_epsilon (qn_results_get (&r, "carnot"), 0.75, 1e-15);
  g_assert_cmpfloat_with_epsilon (qn_results_get (&r, "curzon_ahlborn"), 0.5, 1e-15);
  g_assert_cmpfloat_with_epsilon (qn_results_get (&r, "efficiency_quasi_static"), 0.5, 1e-12);
  g_assert_true (isnan (qn_results_get (&r, "cop")));
}

static void
evaluate_at (const char *lab, double hot, double cold, QnResults *r)
{
  QnExperiment e;

  qn_experiment_init (&e, qn_lab_find (lab));
  g_assert_true (qn_experiment_set (&e, "hot.temperature", hot, NULL));
  g_assert_true (qn_experiment_set (&e, "cold.temperature", cold, NULL));
  *r = lab_evaluate (&e);
}

/* Ratios exist only where they mean something, and the hotter bath is the hot one. */
static void
test_nulls (void)
{
  QnResults engine, refrigerator, reversed, equal;

  evaluate_at ("otto", 4, 1, &engine);
  g_assert_cmpint (engine.mode, ==, QN_MODE_ENGINE);
  g_assert_true (isnan (qn_results_get (&engine, "cop")));
  evaluate_at ("otto", 1.5, 1, &refrigerator);
  g_assert_cmpint (refrigerator.mode, ==, QN_MODE_REFRIGERATOR);
  g_assert_true (isnan (qn_results_get (&refrigerator, "efficiency")));
  g_assert_cmpfloat_with_epsilon (qn_results_get (&refrigerator, "cop"), 1.2 / (3 - 1.2), 1e-9);
  g_assert_cmpfloat_with_epsilon (qn_results_get (&refrigerator, "carnot"), 1 / (1.5 - 1), 1e-12);
  evaluate_at ("otto", 1, 4, &reversed);
  g_assert_cmpint (reversed.mode, ==, QN_MODE_ACCELERATOR);
  g_assert_cmpfloat_with_epsilon (qn_results_get (&reversed, "carnot"), 0.75, 1e-15);
  g_assert_true (isnan (qn_results_get (&reversed, "efficiency")));
  evaluate_at ("otto", 2, 2, &equal);
  g_assert_cmpint (equal.mode, ==, QN_MODE_REFRIGERATOR);
  g_assert_true (isnan (qn_results_get (&equal, "carnot")));
}

/* Anything the tables allow gives numbers or nulls, within both laws. */
static void
test_random_experiments (void)
{
  g_autoptr (GRand) rand = test_rand (20270);
  int computed = 0;

  for (int turn = 0; turn < 400; turn++)
    {
      QnExperiment e;
      g_autoptr (GError) error = NULL;
      g_autoptr (QnOutcome) outcome = NULL;
      const QnLab *lab = qn_lab_find (turn % 2 ? "carnot" : "otto");

      qn_experiment_init (&e, lab);
      for (int i = 0; i < lab->n_parameters; i++)
        {
          const QnParameter *p = &lab->parameters[i];
          double t = g_rand_double (rand), v = p->log_scale ? p->soft_min * pow (p->soft_max / p->soft_min, t) : p->soft_min + t * (p->soft_max - p->soft_min);

          g_assert_true (qn_experiment_set (&e, p->id, p->kind == QN_VALUE_REAL ? v : round (v), NULL));
        }
      if (qn_experiment_get (&e, "medium.kind") != QN_CYCLIC_QUBIT && qn_experiment_get (&e, "initial.state") == QN_INITIAL_SUPERPOSITION)
        lab_set (&e, "initial.state", QN_INITIAL_PURE); /* of a qubit only */
      outcome = qn_experiment_evaluate (&e, NULL, &error);
      if (!outcome)
        {
          gboolean endless = qn_experiment_get (&e, "medium.kind") == QN_CYCLIC_OSCILLATOR && qn_experiment_get (&e, "bath.spectrum") == QN_SPECTRUM_FERMIONIC;

          g_assert_error (error, QN_CORE_ERROR, endless ? QN_CORE_ERROR_INVALID : QN_CORE_ERROR_DIVERGES);
          continue;
        }
      computed++;
      for (int i = 0; i < lab->n_results; i++)
        g_assert_false (isinf (outcome->results.number[i]));
      g_assert_cmpfloat (fabs (outcome->ledger.residual_first_law), <, 1e-9 * outcome->ledger.energy_scale);
      g_assert_false (outcome->ledger.entropy_production < -1e-9 * (1 + outcome->ledger.energy_scale / 0.05)); /* NaN: a dephased oscillator */
    }
  g_assert_cmpint (computed, >, 330);
}

static void
assert_format (double value, const char *expected)
{
  g_autofree char *text = qn_quantity_format_plain (value, QN_DIMENSION_NONE, FALSE);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_format (void)
{
  g_autofree char *energy = qn_quantity_format_plain (1.5, QN_DIMENSION_ENERGY, TRUE), *none = qn_quantity_format_plain (NAN, QN_DIMENSION_ENERGY, TRUE);

  assert_format (0, "0.0000");
  assert_format (0.12345, "0.1235");
  assert_format (0.0999999, "0.1000");
  assert_format (0.0123456, "0.01235");
  assert_format (-0.0013018, "−0.001302");
  assert_format (-0.5, "−0.5000");
  assert_format (1.23456, "1.235");
  assert_format (9.99999, "10.00");
  assert_format (123.456, "123.5");
  assert_format (12345.6, "12346");
  assert_format (-1.5e-9, "−1.50×10^−9");
  assert_format (6.02e23, "6.02×10^23");
  assert_format (NAN, "–");
  g_assert_cmpstr (energy, ==, "1.500\xe2\x80\xafε");
  g_assert_cmpstr (none, ==, "–");
}

static void
assert_text (double value, const char *expected)
{
  char text[QN_NUMBER_SIZE];

  g_assert_cmpstr (qn_number_text (text, value), ==, expected);
}

static void
test_number_text (void)
{
  g_autoptr (GRand) rand = test_rand (5);

  assert_text (0.3, "0.3");
  assert_text (0.1 + 0.2, "0.30000000000000004");
  assert_text (-0.0, "0");
  assert_text (1e300, "1e+300");
  assert_text (5e-324, "5e-324");
  assert_text (-2.5, "-2.5");
  assert_text (NAN, "");
  assert_text (INFINITY, "");
  for (int i = 0; i < 20000; i++)
    {
      union { guint64 bits; double value; } drawn = { .bits = (guint64) g_rand_int (rand) << 32 | g_rand_int (rand) };
      char text[QN_NUMBER_SIZE];

      if (isfinite (drawn.value))
        g_assert_cmpfloat (g_ascii_strtod (qn_number_text (text, drawn.value), NULL), ==, drawn.value);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  gsl_set_error_handler_off ();
  g_test_add_func ("/tables/parameters", test_parameters);
  g_test_add_func ("/tables/results", test_results);
  g_test_add_func ("/tables/every-parameter-matters", test_every_parameter_matters);
  g_test_add_func ("/results/textbook", test_textbook);
  g_test_add_func ("/results/nulls", test_nulls);
  g_test_add_func ("/results/random", test_random_experiments);
  g_test_add_func ("/quantity/format", test_format);
  g_test_add_func ("/quantity/number-text", test_number_text);
  return g_test_run ();
}
