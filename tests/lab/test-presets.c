/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Each preset teaches one thing; here it is, in numbers. */

#include <math.h>

#include <gsl/gsl_errno.h>

#include "lab-test.h"

static QnResults
preset (const char *lab, const char *id)
{
  QnExperiment e;
  QnResults r;
  g_autoptr (GError) error = NULL;

  g_assert_true (qn_experiment_load_preset (&e, qn_lab_find (lab), id, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (e.preset, ==, id);
  r = lab_evaluate (&e);
  return r;
}

static QnResults
changed (const char *lab, const char *id, const char *parameter, double value)
{
  QnExperiment e;
  QnResults r;

  g_assert_true (qn_experiment_load_preset (&e, qn_lab_find (lab), id, NULL));
  g_assert_true (qn_experiment_set (&e, parameter, value, NULL));
  g_assert_true (qn_experiment_changed (&e));
  r = lab_evaluate (&e);
  return r;
}

static double
get (QnResults results, const char *id)
{
  return qn_results_get (&results, id);
}

/* Where an experiment comes from is kept when it is changed, and what it was can be had again. */
static void
test_changed (void)
{
  QnExperiment e = lab_load ("otto", "friction"), origin;

  g_assert_false (qn_experiment_changed (&e));
  g_assert_true (qn_experiment_set (&e, "hot.temperature", 3, NULL));
  g_assert_cmpstr (e.preset, ==, "friction");
  g_assert_true (qn_experiment_changed (&e));
  origin = qn_experiment_origin (&e);
  g_assert_cmpfloat (qn_experiment_get (&origin, "hot.temperature"), ==, 4);
  g_assert_true (qn_experiment_set (&e, "hot.temperature", 4, NULL));
  g_assert_false (qn_experiment_changed (&e));
  qn_experiment_init (&e, qn_lab_find ("otto"));
  g_assert_null (qn_experiment_preset (&e));
  g_assert_false (qn_experiment_changed (&e));
}

static void
assert_ids (const QnLab *lab, const QnPreset *preset)
{
  g_test_message ("%s, %s", lab->id, preset->id);
  for (const char *const *id = preset->figures; *id; id++)
    g_assert_true (qn_lab_has_figure (lab, *id));
  g_assert_nonnull (preset->strip[0]);
  for (const char *const *id = preset->strip; *id; id++)
    g_assert_cmpint (qn_lab_result_index (lab, *id), >=, 0);
}

/* A preset's board and strip are of its lab, each once, and come first. */
static void
test_boards (void)
{
  gsize n_labs, n;
  const QnLab *const *labs = qn_labs (&n_labs);

  for (gsize l = 0; l < n_labs; l++)
    for (const QnPreset *preset = qn_lab_presets (labs[l], &n); preset->id; preset++)
      {
        QnExperiment e = lab_load (labs[l]->id, preset->id);
        g_autoptr (GPtrArray) figures = qn_experiment_figures (&e), strip = qn_experiment_strip (&e);
        g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

        assert_ids (labs[l], preset);
        g_assert_cmpuint (figures->len, ==, g_strv_length ((char **) labs[l]->figures));
        for (guint i = 0; i < figures->len; i++)
          g_assert_true (g_hash_table_add (seen, figures->pdata[i]));
        g_hash_table_remove_all (seen);
        for (guint i = 0; i < strip->len; i++)
          g_assert_true (g_hash_table_add (seen, strip->pdata[i]));
        if (preset->figures[0])
          g_assert_cmpstr (figures->pdata[0], ==, preset->figures[0]);
        g_assert_cmpstr (strip->pdata[0], ==, preset->strip[0]);
      }
}

static void
test_all_load (void)
{
  gsize n_labs, n;
  const QnLab *const *labs = qn_labs (&n_labs);

  for (gsize l = 0; l < n_labs; l++)
    {
      const QnPreset *presets = qn_lab_presets (labs[l], &n);

      g_assert_cmpuint (n, >=, 4);
      for (gsize i = 0; i < n; i++)
        {
          QnResults r = preset (labs[l]->id, presets[i].id);

          if (!g_str_equal (labs[l]->group, "Cycles"))
            continue; /* what these are to do their own tests say */
          g_assert_cmpint (r.mode, !=, QN_MODE_IMPOSSIBLE);
          if (!g_str_equal (presets[i].id, "carnot-point")) /* the point of which is that */
            g_assert_cmpint (r.mode, !=, QN_MODE_IDLE);
        }
    }
}

static void
test_otto (void)
{
  QnResults textbook = preset ("otto", "textbook"), hotter = changed ("otto", "textbook", "hot.temperature", 8);
  QnResults friction = preset ("otto", "friction"), shortcut = preset ("otto", "shortcut"), dephased = preset ("otto", "dephased");
  QnResults power = preset ("otto", "maximum-power"), longer = changed ("otto", "maximum-power", "stroke.hot", 6);
  QnResults ladder = preset ("otto", "ladder");

  /* the efficiency is the spacings' alone */
  g_assert_cmpfloat_with_epsilon (get (textbook, "efficiency"), 1 - 1.2 / 3, 1e-9);
  g_assert_cmpfloat_with_epsilon (get (hotter, "efficiency"), 1 - 1.2 / 3, 1e-9);
  g_assert_cmpfloat (get (hotter, "work_output"), >, 1.2 * get (textbook, "work_output"));
  /* friction costs, the shortcut saves it all, dephasing most */
  g_assert_cmpfloat (get (friction, "efficiency"), <, 0.6 * get (friction, "efficiency_quasi_static"));
  g_assert_cmpfloat (get (friction, "friction_work"), >, 0.1);
  g_assert_cmpfloat_with_epsilon (get (shortcut, "friction_work"), 0, 1e-9);
  g_assert_cmpfloat_with_epsilon (get (shortcut, "efficiency"), get (shortcut, "efficiency_quasi_static"), 1e-9);
  g_assert_cmpfloat (get (shortcut, "drive_cost"), >, 0.1);
  g_assert_cmpfloat (get (shortcut, "efficiency_with_cost"), <, get (shortcut, "efficiency"));
  g_assert_cmpfloat (get (dephased, "friction_work"), <, 0.1 * get (friction, "friction_work"));
  g_assert_cmpfloat (get (dephased, "efficiency"), >, get (friction, "efficiency"));
  /* short contacts: more power, less work */
  g_assert_cmpfloat (get (power, "power"), >, 1.5 * get (textbook, "power"));
  g_assert_cmpfloat (get (power, "work_output"), <, get (textbook, "work_output"));
  g_assert_cmpfloat (get (longer, "power"), <, get (power, "power"));
  g_assert_cmpfloat (get (longer, "work_output"), >, get (power, "work_output"));
  /* more levels, more work, the same efficiency */
  g_assert_cmpfloat (get (ladder, "work_output"), >, 2 * get (textbook, "work_output"));
  g_assert_cmpfloat_with_epsilon (get (ladder, "efficiency"), get (textbook, "efficiency"), 1e-9);
  g_assert_cmpfloat_with_epsilon (get (preset ("otto", "box"), "efficiency"), 0.5, 1e-9);
}

static void
test_otto_modes (void)
{
  QnResults refrigerator = preset ("otto", "refrigerator"), accelerator = preset ("otto", "accelerator");

  g_assert_cmpint (refrigerator.mode, ==, QN_MODE_REFRIGERATOR);
  g_assert_cmpfloat_with_epsilon (get (refrigerator, "cop"), 1.2 / (4 - 1.2), 1e-9);
  g_assert_cmpfloat (get (refrigerator, "cop"), <, get (refrigerator, "carnot"));
  g_assert_cmpint (accelerator.mode, ==, QN_MODE_ACCELERATOR);
}

static void
test_carnot (void)
{
  QnResults textbook = preset ("carnot", "textbook"), slow = preset ("carnot", "quasi-static"), fast = preset ("carnot", "finite-power");
  QnResults cold = preset ("carnot", "refrigerator"), bent = preset ("carnot", "friction"), box = preset ("carnot", "box"), ladder = preset ("carnot", "ladder");

  g_assert_cmpfloat (get (slow, "efficiency"), >, 0.99 * get (slow, "carnot"));
  g_assert_cmpfloat (get (slow, "power"), <, 0.1 * get (textbook, "power"));
  g_assert_cmpfloat (get (fast, "power"), >, get (textbook, "power"));
  g_assert_cmpfloat (get (fast, "efficiency"), <, get (textbook, "efficiency"));
  g_assert_cmpint (cold.mode, ==, QN_MODE_REFRIGERATOR);
  g_assert_cmpfloat (get (cold, "cop"), <, get (cold, "carnot"));
  /* not even infinitely slowly, where the levels do not all scale */
  g_assert_cmpfloat (get (bent, "efficiency_quasi_static"), <, 0.99 * get (bent, "carnot"));
  g_assert_cmpfloat_with_epsilon (get (box, "efficiency_quasi_static"), get (box, "carnot"), 1e-9);
  g_assert_cmpfloat (get (box, "efficiency"), >, 0.97 * get (box, "carnot"));
  g_assert_cmpfloat (get (ladder, "work_output"), >, 2 * get (textbook, "work_output"));
}

/* What the pair gains by its coupling. */
static void
test_coupled (void)
{
  QnResults coupled = preset ("otto", "coupled"), alone = changed ("otto", "coupled", "medium.exchange", 0);

  g_assert_cmpfloat_with_epsilon (get (alone, "efficiency"), 0.25, 1e-9);
  g_assert_cmpfloat (get (coupled, "efficiency"), >, 0.26);
  g_assert_cmpfloat (get (coupled, "efficiency_quasi_static"), >, 0.27);
  g_assert_cmpfloat (get (coupled, "efficiency"), <, get (coupled, "carnot"));
  g_assert_cmpfloat (get (coupled, "mutual_information"), >, 0.01);
}

static void
test_oscillator (void)
{
  QnResults friction = preset ("otto", "oscillator"), faster = changed ("otto", "oscillator", "stroke.drive", 0.5);
  QnResults timed = preset ("otto", "oscillator-quantised"), late = changed ("otto", "oscillator-quantised", "stroke.drive", 1.5);
  QnResults shortcut = preset ("otto", "oscillator-shortcut"), hasty = changed ("otto", "oscillator-shortcut", "stroke.drive", 0.1);
  QnResults carnot = preset ("carnot", "oscillator");

  g_assert_cmpfloat (get (friction, "efficiency"), <, 0.7 * get (friction, "efficiency_quasi_static"));
  g_assert_cmpfloat (get (friction, "friction_work"), >, 0.3);
  g_assert_cmpint (faster.mode, !=, QN_MODE_ENGINE);
  /* at its time no friction, beside it some */
  g_assert_cmpfloat_with_epsilon (get (timed, "friction_work"), 0, 1e-9);
  g_assert_cmpfloat_with_epsilon (get (timed, "efficiency"), 0.75, 1e-9);
  g_assert_cmpfloat (get (late, "friction_work"), >, 0.01);
  /* any speed, at a price */
  g_assert_cmpfloat_with_epsilon (get (shortcut, "efficiency"), 0.75, 1e-9);
  g_assert_cmpfloat_with_epsilon (get (hasty, "efficiency"), 0.75, 1e-9);
  g_assert_cmpfloat_with_epsilon (get (hasty, "drive_cost"), 3 * get (shortcut, "drive_cost"), 0.1 * get (shortcut, "drive_cost"));
  g_assert_true (isnan (get (friction, "coherence_l1")));
  g_assert_cmpfloat_with_epsilon (get (carnot, "efficiency_quasi_static"), 0.5, 1e-9);
  g_assert_cmpfloat (get (carnot, "efficiency"), >, 0.9 * 0.5);
  g_assert_cmpfloat (get (carnot, "work_output"), >, get (preset ("carnot", "ladder"), "work_output"));
}

/* Beyond Carnot, within the limit of the squeezed reservoir, and with entropy produced. */
static void
test_squeezed (void)
{
  QnResults squeezed = preset ("otto", "squeezed"), plain = changed ("otto", "squeezed", "hot.squeezing", 0);

  g_assert_cmpint (squeezed.mode, ==, QN_MODE_ENGINE);
  g_assert_cmpfloat_with_epsilon (get (squeezed, "efficiency"), 1 - 0.5 / 1.5, 1e-9);
  g_assert_cmpfloat (get (squeezed, "efficiency"), >, 1.3 * get (squeezed, "carnot"));
  g_assert_cmpfloat_with_epsilon (get (squeezed, "limit_squeezed"), 1 - 2 * atanh (tanh (1.5 / 4) / cosh (1.2)) / 1.5, 1e-12);
  g_assert_cmpfloat (get (squeezed, "efficiency"), <, get (squeezed, "limit_squeezed"));
  g_assert_cmpfloat (get (squeezed, "entropy_production"), >, 0.1);
  g_assert_cmpfloat (-get (squeezed, "heat_hot") / 2 - get (squeezed, "heat_cold"), <, 0);
  g_assert_cmpfloat_with_epsilon (get (squeezed, "limit_squeezed"), 1 - 1 / (2 * cosh (1.2)), 0.01); /* nearly hot */
  /* without squeezing the same spacings make a refrigerator, and there is no such limit */
  g_assert_cmpint (plain.mode, ==, QN_MODE_REFRIGERATOR);
  g_assert_true (isnan (get (plain, "limit_squeezed")));
}

/* Abah et al. 2012: at high temperature the most work a cycle at 1 - sqrt(Tc/Th), and, driven suddenly, at
 * (1 - sqrt(Tc/Th))/(2 + sqrt(Tc/Th)), reached at (w_c/w_h)^4 = Tc/Th. */
static void
test_high_temperature (void)
{
  QnResults best = preset ("otto", "high-temperature"), wider = changed ("otto", "high-temperature", "spacing.cold", 0.22), closer = changed ("otto", "high-temperature", "spacing.cold", 0.18);
  QnExperiment e;
  QnResults sudden;

  g_assert_cmpfloat_with_epsilon (get (best, "efficiency"), get (best, "curzon_ahlborn"), 1e-3);
  g_assert_cmpfloat (get (best, "work_output"), >, get (wider, "work_output"));
  g_assert_cmpfloat (get (best, "work_output"), >, get (closer, "work_output"));
  g_assert_true (qn_experiment_load_preset (&e, qn_lab_find ("otto"), "high-temperature", NULL));
  g_assert_true (qn_experiment_set (&e, "drive.shape", QN_RAMP_SUDDEN, NULL));
  g_assert_true (qn_experiment_set (&e, "stroke.drive", 0, NULL));
  g_assert_true (qn_experiment_set (&e, "spacing.cold", 0.4 * pow (0.25, 0.25), NULL));
  g_assert_true (qn_experiment_set (&e, "stroke.hot", 1000, NULL));
  g_assert_true (qn_experiment_set (&e, "stroke.cold", 1000, NULL));
  sudden = lab_evaluate (&e);
  g_assert_cmpfloat_with_epsilon (get (sudden, "efficiency"), 0.5 / 2.5, 2e-3);
}

/* Colder than the cold one, a squeezed reservoir drives an engine as the hot one: it gives as many quanta as one hotter than T cosh 2r. */
static void
test_squeezed_and_cold (void)
{
  static const double settings[][5] = { { 0.3, 0.5, 0.4, 3, 1 }, { 0.05, 1, 2, 2, 0.1 } };

  for (gsize i = 0; i < G_N_ELEMENTS (settings); i++)
    {
      static const char *const ids[] = { "hot.temperature", "cold.temperature", "hot.squeezing", "spacing.hot", "spacing.cold" };
      QnExperiment experiment = lab_load ("otto", "squeezed");
      QnResults results;

      for (gsize k = 0; k < G_N_ELEMENTS (ids); k++)
        lab_set (&experiment, ids[k], settings[i][k]);
      lab_set (&experiment, "stroke.hot", 200);
      lab_set (&experiment, "stroke.cold", 200);
      results = lab_evaluate (&experiment);
      g_assert_cmpint (results.mode, ==, QN_MODE_ENGINE);
      g_assert_cmpfloat_with_epsilon (get (results, "efficiency"), 1 - settings[i][4] / settings[i][3], 1e-6);
      g_assert_cmpfloat (get (results, "efficiency"), <, get (results, "limit_squeezed"));
      g_assert_cmpfloat (get (results, "limit_squeezed"), >, 1 - settings[i][1] / (settings[i][0] * cosh (2 * settings[i][2])));
    }
}

/* A closed cycle ends with the entropy that it began with, of whatever state: dephasing leaves an oscillator's unknown. */
static void
test_closed_cycle (void)
{
  QnExperiment experiment = lab_load ("otto", "oscillator");
  QnResults results;

  lab_set (&experiment, "drive.dephasing", 0.1);
  results = lab_evaluate (&experiment);
  g_assert_true (isnan (get (results, "entropy")));
  g_assert_cmpfloat_with_epsilon (get (results, "entropy_production"), -get (results, "heat_hot") / qn_experiment_get (&experiment, "hot.temperature")
                                  - get (results, "heat_cold") / qn_experiment_get (&experiment, "cold.temperature"), 1e-12);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  gsl_set_error_handler_off ();
  g_test_add_func ("/presets/all-load", test_all_load);
  g_test_add_func ("/presets/changed", test_changed);
  g_test_add_func ("/presets/boards", test_boards);
  g_test_add_func ("/presets/otto", test_otto);
  g_test_add_func ("/presets/otto-modes", test_otto_modes);
  g_test_add_func ("/presets/carnot", test_carnot);
  g_test_add_func ("/presets/coupled", test_coupled);
  g_test_add_func ("/presets/oscillator", test_oscillator);
  g_test_add_func ("/presets/squeezed", test_squeezed);
  g_test_add_func ("/presets/squeezed-and-cold", test_squeezed_and_cold);
  g_test_add_func ("/presets/closed-cycle", test_closed_cycle);
  g_test_add_func ("/presets/high-temperature", test_high_temperature);
  return g_test_run ();
}
