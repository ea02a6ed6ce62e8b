/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Every number that the text of a preset states, to the digits that it states. */

#include <math.h>

#include <gsl/gsl_errno.h>

#include "lab-test.h"

typedef struct
{
  const char *preset, *result;
  double value, within;
  const char *beside; /* divided by this result of the same preset, or, after a slash, of another preset of the lab */
} Claim;

typedef struct
{
  const char *lab;
  const Claim *claims; /* ends with an empty one */
} Claims;

static const Claim otto[] = {
  { "textbook", "efficiency", 0.6, 1e-9 },
  { "friction", "efficiency", 0.48, 0.005, "efficiency_quasi_static" },
  { "friction", "friction_work", 2.5, 0.05, "work_output" },
  { "shortcut", "efficiency", 0.657, 5e-4 },
  { "shortcut", "drive_cost", 3.2, 0.05, "work_output" },
  { "dephased", "friction_work", 1. / 20, 0.003, "friction_work/friction" },
  { "dephased", "efficiency", 0.984, 5e-3, "efficiency_quasi_static" },
  { "ladder", "work_output", 3.8, 0.05, "work_output/textbook" },
  { "coupled", "efficiency", 0.26, 0.005 },
  { "oscillator", "efficiency", 0.43, 0.005 },
  { "oscillator", "efficiency_quasi_static", 0.75, 1e-9 },
  { "squeezed", "efficiency", 0.67, 0.005 },
  { "squeezed", "carnot", 0.5, 1e-12 },
  { "squeezed", "limit_squeezed", 0.73, 0.005 },
  { "high-temperature", "efficiency", 0.5, 1e-3 },
  { NULL },
};

static const Claim carnot[] = {
  { "textbook", "efficiency", 0.91, 0.005, "carnot" },
  { "quasi-static", "efficiency", 1, 0.01, "carnot" },
  { "quasi-static", "power", 0.06, 0.005, "power/textbook" },
  { "finite-power", "power", 1.41, 0.005, "power/textbook" },
  { "finite-power", "efficiency", 0.30, 0.005 },
  { "textbook", "efficiency", 0.46, 0.005 },
  { "refrigerator", "cop", 0.95, 0.005, "carnot" },
  { "friction", "efficiency_quasi_static", 0.96, 0.005, "carnot" },
  { "box", "efficiency", 0.98, 0.005, "carnot" },
  { "ladder", "work_output", 2.85, 0.05, "work_output/textbook" },
  { "oscillator", "efficiency", 0.95, 0.005, "carnot" },
  { NULL },
};

static const Claim stirling[] = {
  { "textbook", "efficiency", 0.60, 0.005, "carnot" },
  { "textbook", "efficiency", 0.45, 0.005 },
  { "regenerator", "efficiency", 0.54, 0.005 },
  { "regenerator", "work_output", 1, 1e-12, "work_output/textbook" },
  { "classical-gas", "efficiency", 0.99, 0.005, "carnot" },
  { "beyond-carnot", "efficiency", 0.83, 0.005 },
  { "beyond-carnot", "efficiency_honest", 0.75, 1e-9 },
  { "refrigerator", "cop", 1.6, 0.05 },
  { "refrigerator", "carnot", 2, 1e-9 },
  { "finite-power", "work_output", 0.45, 0.005, "work_output/textbook" },
  { "finite-power", "power", 3.9, 0.05, "power/textbook" },
  { "ladder", "work_output", 5.3, 0.05, "work_output/textbook" },
  { NULL },
};

static const Claim swap[] = {
  { "textbook", "efficiency", 0.6, 1e-9 },
  { "partial-swap", "work_output", 0.5, 1e-4, "work_output/textbook" },
  { "partial-swap", "concurrence_after", 0, 1e-12 },
  { "entangling", "concurrence_after", 0.23, 0.005 },
  { "refrigerator", "cop", 0.43, 0.005 },
  { "short-contacts", "work_output", 1. / 7, 0.005, "work_output/textbook" },
  { "short-contacts", "period", 1. / 40, 1e-12, "period/textbook" },
  { "short-contacts", "power", 5.5, 0.05, "power/textbook" },
  { "three-levels", "work_output", 2.2, 0.05, "work_output/textbook" },
  { "three-levels", "work_fluctuation", 1.5, 0.05, "work_fluctuation/textbook" },
  { "precision", "work_uncertainty", 1.91, 0.005 },
  { "watched", "work_output", 0.77, 0.005, "work_measured" },
  { NULL },
};

static const Claim maser[] = {
  { "textbook", "efficiency", 0.6, 1e-9 },
  { "refrigerator", "cop", 2. / 3, 1e-9 },
  { "saturated", "power", 1.11, 0.005, "power/textbook" },
  { "detuned", "efficiency", 0.55, 0.005 },
  { "detuned", "efficiency_bare", 0.6, 1e-9 },
  { "beyond-carnot", "efficiency", 0.72, 0.005 },
  { "beyond-carnot", "carnot", 0.62, 0.005 },
  { NULL },
};

static const Claim absorption[] = {
  { "textbook", "cop", 0.5, 1e-9 },
  { "smallest", "cop", 0.5, 1e-9 },
  { "three-level", "cop", 0.5, 1e-9 },
  { "virtual", "cold_qubit_temperature", 0.64, 0.005 },
  { "virtual", "virtual_temperature", 0.625, 1e-9 },
  { "near-carnot", "cop", 0.95, 0.005, "carnot" },
  { "near-carnot", "heat_cold", 0.02, 0.005, "heat_cold/textbook" },
  { "transformer", "efficiency", 2. / 3, 1e-9 },
  { "transformer", "efficiency", 0.82, 0.005, "carnot" },
  { "delocalised", "cop", 0.27, 0.005 },
  { "delocalised", "cop", 0.55, 0.005, "spacing_ratio" },
  { "no-interaction", "secular_ratio", 0.002, 5e-4 },
  { NULL },
};

static const Claim transport[] = {
  { "hidden-work", "power_bare", 1. / 3, 1e-9, "heat_hot_bare" },
  { "rectifier", "current_exchanged", -0.24, 0.01, "current" },
  { "entangled", "concurrence", 0.09, 0.005 },
  { "weak", "global_validity", 0.05, 0.005 },
  { NULL },
};

static const Claim battery[] = {
  { "together", "advantage", 4, 1e-6 },
  { "together", "negativity", 0.5, 1e-3 },
  { "parallel", "time_charge", 7.85, 0.005 },
  { "parallel", "negativity", 0, 1e-9 },
  { "parallel", "advantage", 1, 1e-6 },
  { "fair", "advantage", 2, 1e-6 },
  { "cavity", "advantage", 2, 0.05 },
  { "locked", "ergotropy", 0.72, 0.005, "energy" },
  { "death", "ergotropy_death", 6.93, 0.005 },
  { "dissipative", "energy", 0.44, 0.005, "capacity" },
  { NULL },
};

static const Claim second_law[] = {
  { "stream", "entropy_production", 0.65, 0.005 },
  { "stream", "total_correlation", 0.39, 0.005 },
  { "recurrence", "temperature_system", 4.9, 0.05 },
  { "decoherence", "entropy_production", 0.62, 0.005 },
  { "decoherence", "heat_cold", 0, 1e-12 },
  { "work", "work_output", 0.35, 0.005 },
  { "full-swap", "temperature_system", 0.35, 1e-9 },
  { "full-swap", "total_correlation", 0, 1e-9 },
  { NULL },
};

static const Claim coherence[] = {
  { "fuel", "work_output", 0.16, 0.005 },          { "fuel", "work_twin", -0.06, 0.005 },
  { "friction", "work_output", -0.10, 0.005 },     { "friction", "work_twin", 0.16, 0.005 },
  { "lubrication", "work_output", -0.04, 0.005 },  { "lubrication", "work_twin", 0.16, 0.005 },
  { "demon", "ergotropy_daemonic_classical", 1, 1e-9, "ergotropy" },
  { "small-action", "power_two_stroke", 1, 1e-3, "power_continuous" },
  { "small-action", "power_stochastic", 0.005, 5e-4, "power_two_stroke" },
  { "large-action", "power_two_stroke", 1.25, 0.01, "power_continuous" },
  { "large-action", "power_four_stroke", 0.77, 0.01, "power_continuous" },
  { "large-action", "power_stochastic", 0.984, 0.001, "power_two_stroke" },
  { NULL },
};

static const Claim demon[] = {
  { "koski", "work_output", 0.71, 0.005, "erasure_work" },
  { "koski", "work_output", 1, 1e-6, "work_bound" },
  { "szilard", "work_net", 0, 1e-8 },
  { "hurry", "work_output", 0.38, 0.005 },
  { "hurry", "erasure_work", 0.81, 0.005 },
  { "flip", "work_output", 0.53, 0.005, "work_bound" },
  { "flip", "jarzynski", 1, 1e-9 },
  { "never-wrong", "jarzynski", 0.82, 0.005 },
  { "tilted", "work_output", 0.75, 0.005 },
  { "tilted", "heat_measurement", 0.74, 0.005 },
  { "tilted", "work_output", 3.6, 0.05, "work_bound" },
  { "cold-memory", "work_net", 0.8, 1e-6, "work_output" },
  { "reset", "erasure_work", 0.89, 0.005 },
  { "reset", "erasure_excess", 0.2, 1e-3 },
  { NULL },
};

static const Claim fluctuations[] = {
  { "textbook", "probability_violation", 0.06, 0.005 },
  { "sudden", "work_dissipated", 1.85, 0.005 },
  { "sudden", "crooks_crossing", -0.20, 0.005 },
  { "landau-zener", "transition_probability", 0.35, 0.005 },
  { "landau-zener", "work_input", 0.99, 0.005 },
  { "oscillator", "adiabaticity", 1.25, 1e-9 },
  { "trap", "probability_violation", 0.12, 0.005 },
  { "open", "jarzynski", 1, 1e-6, "jarzynski_limit" },
  { "exchange", "probability_violation", 0.09, 0.005 },
  { "coherence", "work_unmeasured", 0.99, 0.005 },
  { "coherence", "work_input", 0.81, 0.005 },
  { NULL },
};

static const Claim equilibrium[] = {
  { "schottky", "schottky_peak", 0.439, 5e-4 },
  { "schottky", "schottky_temperature", 0.417, 5e-4 },
  { "degenerate", "schottky_peak", 5, 0.05, "schottky_peak/schottky" },
  { "einstein", "heat_capacity", 0.17, 0.005 },
  { "classical", "heat_capacity", 0.9992, 1e-4 },
  { "classical", "energy", 9.5, 0.05 },
  { "rotor", "schottky_peak", 1.10, 0.005 },
  { "rotor", "schottky_temperature", 0.40, 0.005 },
  { "box", "schottky_peak", 9. / 16, 1e-6 },
  { "pair", "concurrence", 0.88, 0.005 },
  { "pair", "entanglement_temperature", 1.82, 0.005 },
  { "heat-entangles", "concurrence", 0.27, 0.005 },
  { NULL },
};

static const Claim thermometry[] = {
  { "qubit", "sensitivity", 0.44, 0.005 },
  { "qubit", "error_bound", 0.09, 0.005 },
  { "wrong-gap", "sensitivity", 1. / 97, 1e-4, "sensitivity_best" },
  { "wrong-gap", "fisher_populations", 1, 1e-6, "fisher_information" },
  { "optimal", "sensitivity", 1.71, 0.005 },
  { "optimal", "sensitivity", 3.9, 0.05, "sensitivity/qubit" },
  { "ladder", "sensitivity_best", 0.90, 0.005 },
  { "ladder", "sensitivity_best", 0.51, 0.005, "sensitivity_best/optimal" },
  { "quick", "gain", 0.46, 0.005 },
  { "quick", "best_time", 0.27, 0.005 },
  { "coherent", "gain", 9.6, 0.1 },
  { "cold", "energy", 1 / 485e6, 1e-11 },
  { NULL },
};

static const Claims tables[] = {
  { "otto", otto },             { "carnot", carnot },           { "stirling", stirling },     { "swap", swap },
  { "maser", maser },           { "absorption", absorption },   { "transport", transport },   { "battery", battery },
  { "second-law", second_law }, { "coherence", coherence },     { "demon", demon },           { "fluctuations", fluctuations },
  { "equilibrium", equilibrium }, { "thermometry", thermometry },
};

static double
beside (const char *lab, const QnResults *own, const char *what)
{
  g_auto (GStrv) part = g_strsplit (what, "/", 2);
  QnResults other;

  if (!part[1])
    return lab_get (own, part[0]);
  other = lab_preset (lab, part[1]);
  return lab_get (&other, part[0]);
}

#define IN_VIEW 5 /* results that the strip shows in a window 1280 wide */

/* A number that a text states is on the strip beside it. */
static void
assert_in_view (const char *lab, const Claim *c, const QnResults *results)
{
  QnExperiment e = lab_load (lab, c->preset);
  g_autoptr (GPtrArray) strip = qn_experiment_strip (&e);
  const char *name = g_str_equal (c->result, "cop") && results->mode == QN_MODE_REFRIGERATOR ? "efficiency" : c->result;
  guint at;

  if (!g_ptr_array_find_with_equal_func (strip, name, g_str_equal, &at))
    at = G_MAXUINT;
  if (at >= IN_VIEW)
    {
      g_test_message ("%s %s states %s, which the strip does not show", lab, c->preset, name);
      g_test_fail ();
    }
}

static void
test_lab (gconstpointer data)
{
  const Claims *claims = data;

  for (const Claim *c = claims->claims; c->preset; c++)
    {
      QnResults results = lab_preset (claims->lab, c->preset);
      double value = lab_get (&results, c->result);

      if (c->beside)
        value /= beside (claims->lab, &results, c->beside);
      g_test_message ("%s %s: %s %s is %g, said to be %g", claims->lab, c->preset, c->result, c->beside ? c->beside : "", value, c->value);
      g_assert_cmpfloat_with_epsilon (value, c->value, c->within);
      assert_in_view (claims->lab, c, &results);
    }
}

/* What a text invites to do. */
static double
moved (const char *lab, const char *preset, const char *id, const char *value, const char *result)
{
  QnExperiment e = lab_load (lab, preset);

  lab_set_text (&e, id, value);
  return lab_result (&e, result);
}

static double
stays (const char *lab, const char *preset, const char *result)
{
  QnResults results = lab_preset (lab, preset);

  return lab_get (&results, result);
}

static void
test_moved (void)
{
  QnExperiment shorter = lab_load ("otto", "maximum-power"), longer = lab_load ("otto", "maximum-power"), watched = lab_load ("swap", "watched");
  double power = stays ("otto", "maximum-power", "power");

  lab_set (&shorter, "stroke.hot", 0.7);
  lab_set (&shorter, "stroke.cold", 0.7);
  lab_set (&longer, "stroke.hot", 1.5);
  lab_set (&longer, "stroke.cold", 1.5);
  g_assert_cmpfloat (lab_result (&shorter, "power"), <, power);
  g_assert_cmpfloat (lab_result (&longer, "power"), <, power);
  lab_set (&watched, "stroke.hot", 3.5);
  lab_set (&watched, "stroke.cold", 3.5);
  g_assert_cmpfloat (lab_result (&watched, "work_output"), >, lab_result (&watched, "work_measured"));
  g_assert_cmpfloat (stays ("absorption", "no-interaction", "heat_cold"), >, 1e4 * moved ("absorption", "no-interaction", "model", "local", "heat_cold"));
  g_assert_cmpfloat_with_epsilon (moved ("transport", "resonant", "model", "global", "current") / stays ("transport", "resonant", "current"), 1, 0.02);
  g_assert_cmpfloat (stays ("transport", "weak", "current"), >, 100 * moved ("transport", "weak", "model", "local", "current"));
  g_assert_cmpfloat_with_epsilon (stays ("transport", "strong", "current") / moved ("transport", "strong", "model", "local", "current"), 0.88, 0.005);
  g_assert_cmpfloat (moved ("transport", "second-law", "medium.coupling", "0.001", "entropy_production"), <, 0);
  g_assert_cmpfloat_with_epsilon (moved ("battery", "locked", "battery.full", "true", "ergotropy") / moved ("battery", "locked", "battery.full", "true", "energy"), 0.94, 0.005);
  g_assert_cmpfloat_with_epsilon (moved ("thermometry", "qubit", "probe.shots", "100", "error_bound"), 0.15, 0.005);
  g_assert_cmpfloat_with_epsilon (stays ("second-law", "observer", "entropy_observer") - stays ("second-law", "observer", "entropy_whole"),
                                  0.5 * stays ("second-law", "observer", "total_correlation"), 0.005);
  g_assert_cmpfloat_with_epsilon (stays ("coherence", "demon", "ergotropy_daemonic"), stays ("coherence", "demon", "ergotropy_daemonic_entangled"), 1e-12);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  gsl_set_error_handler_off ();
  for (gsize l = 0; l < G_N_ELEMENTS (tables); l++)
    {
      g_autofree char *path = g_strconcat ("/texts/", tables[l].lab, NULL);

      g_test_add_data_func (path, &tables[l], test_lab);
    }
  g_test_add_func ("/texts/moved", test_moved);
  return g_test_run ();
}
