/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/medium/qn-medium-box.h"
#include "core/medium/qn-medium-junction.h"
#include "core/medium/qn-medium-ladder.h"
#include "core/medium/qn-medium-maser.h"
#include "core/medium/qn-medium-oscillator.h"
#include "core/medium/qn-medium-pair.h"
#include "core/medium/qn-medium-qubit.h"
#include "core/medium/qn-medium-three-levels.h"
#include "core/medium/qn-medium-three-qubits.h"
#include "core/medium/qn-medium-two-qubits.h"
#include "media.h"

static QnMediumSpec
draw_qubit (GRand *rand)
{
  return qn_qubit_spec (g_rand_boolean (rand) ? uniform (rand, 0.05, 3) : 0);
}

static QnMediumSpec
draw_levels (GRand *rand, gboolean degenerate)
{
  int levels = g_rand_int_range (rand, 2, QN_MAX_LADDER + 1), degeneracy[QN_MAX_LADDER];
  double spacing[QN_MAX_LADDER - 1];

  for (int i = 0; i < QN_MAX_LADDER - 1; i++)
    spacing[i] = g_rand_boolean (rand) ? 1 : uniform (rand, 0.3, 2);
  for (int i = 0; degenerate && i < levels; i++)
    degeneracy[i] = g_rand_int_range (rand, 1, 6);
  return qn_ladder_spec (levels, spacing, degenerate ? degeneracy : NULL);
}

static QnMediumSpec
draw_ladder (GRand *rand)
{
  return draw_levels (rand, FALSE);
}

static QnMediumSpec
draw_degenerate (GRand *rand)
{
  return draw_levels (rand, TRUE);
}

static QnMediumSpec
draw_box (GRand *rand)
{
  return qn_box_spec (g_rand_int_range (rand, 2, QN_MAX_LADDER + 1));
}

static QnMediumSpec
draw_oscillator (GRand *rand)
{
  return qn_oscillator_spec ();
}

static QnMediumSpec
draw_two_qubits (GRand *rand)
{
  return qn_two_qubits_spec ((QnTwoQubits) { .exchange = uniform (rand, -1.5, 1.5), .anisotropy = uniform (rand, -1, 1),
                                             .zz = uniform (rand, -1, 1), .coupling_ratio = uniform (rand, 0.2, 0.9) });
}

/* Its levels cross beyond what the control takes on isotherms, where a bosonic reservoir would find no rates. */
static QnMediumSpec
draw_weakly_coupled (GRand *rand)
{
  return qn_two_qubits_spec ((QnTwoQubits) { .exchange = uniform (rand, 0.05, 0.15), .anisotropy = uniform (rand, -1, 1),
                                             .zz = uniform (rand, -1, 1), .coupling_ratio = uniform (rand, 0.2, 0.9) });
}

static QnMediumSpec
draw_maser (GRand *rand)
{
  double signal = uniform (rand, 0.5, 4), pump = signal + uniform (rand, 0.5, 4);

  return qn_maser_spec (signal, pump, uniform (rand, 0.02, 0.4), uniform (rand, -0.5, 0.5));
}

static QnMediumSpec
draw_three_levels (GRand *rand)
{
  return qn_three_levels_spec (uniform (rand, 0.5, 4), uniform (rand, 0.5, 4));
}

static QnMediumSpec
draw_three_qubits (GRand *rand)
{
  return qn_three_qubits_spec (QN_MODEL_GLOBAL, uniform (rand, 0.5, 4), uniform (rand, 0.5, 4), uniform (rand, 0.02, 0.4));
}

static QnMediumSpec
draw_three_local (GRand *rand)
{
  return qn_three_qubits_spec (QN_MODEL_LOCAL, uniform (rand, 0.5, 4), uniform (rand, 0.5, 4), uniform (rand, 0.02, 0.4));
}

static QnMediumSpec
draw_three_reset (GRand *rand)
{
  return qn_three_qubits_spec (QN_MODEL_RESET, uniform (rand, 0.5, 4), uniform (rand, 0.5, 4), uniform (rand, 0.02, 0.4));
}

static QnMediumSpec
draw_junction (GRand *rand)
{
  return qn_junction_spec (QN_MODEL_GLOBAL, uniform (rand, 0.5, 4), uniform (rand, 0.5, 4), uniform (rand, 0.02, 0.4));
}

static QnMediumSpec
draw_junction_local (GRand *rand)
{
  return qn_junction_spec (QN_MODEL_LOCAL, uniform (rand, 0.5, 4), uniform (rand, 0.5, 4), uniform (rand, 0.02, 0.4));
}

static QnMediumSpec
draw_pair (GRand *rand)
{
  return qn_pair_spec (g_rand_int_range (rand, 2, 4), uniform (rand, 0.5, 4), uniform (rand, 0.5, 4));
}

static QnSpectrum
draw_spectrum (GRand *rand, const TestMedium *medium)
{
  return g_rand_int_range (rand, 0, medium->bosonic ? 2 : 3);
}

static double
draw_duration (GRand *rand)
{
  return g_rand_int_range (rand, 0, 8) ? log_uniform (rand, 0.05, 20) : 0;
}

/* Otto or Carnot, either way round. */
static QnMachine
draw_any_cycle (GRand *rand, const TestMedium *medium)
{
  double w[4] = { uniform (rand, 0.5, 5), 0, uniform (rand, 0.3, 4), 0 };
  gboolean isotherms = g_rand_boolean (rand);
  QnMachine machine = { .medium = medium->draw (rand), .n_baths = 2, .n_strokes = 4 };

  w[1] = isotherms ? w[0] * uniform (rand, 0.4, 2) : w[0];
  w[3] = isotherms ? w[2] * uniform (rand, 0.4, 2) : w[2];
  for (int k = 0; k < 2; k++)
    machine.bath[k] = (QnBath) { log_uniform (rand, 0.2, 8), log_uniform (rand, medium->no_kets ? 0.1 : 1e-3, 1), draw_spectrum (rand, medium) };
  for (int i = 0; i < 4; i++)
    machine.stroke[i] = (QnStroke) {
      .id = "stroke", .from = w[i], .to = w[(i + 1) % 4], .baths = i % 2 ? 0 : 1u << (i / 2), .duration = draw_duration (rand),
      .shape = i % 2 ? g_rand_int_range (rand, 0, 4) : QN_RAMP_LINEAR,
      .counterdiabatic = g_rand_int_range (rand, 0, 3) == 0, .dephasing = i % 2 && g_rand_int_range (rand, 0, 3) == 0 ? uniform (rand, 0, 3) : 0,
    };
  if (medium->no_kets && g_rand_boolean (rand))
    machine.bath[QN_HOT].squeezing = uniform (rand, -0.8, 0.8);
  machine.start_temperature = machine.bath[QN_COLD].temperature;
  return machine;
}

/* Otto's: a bosonic reservoir that is met while coupled levels cross has no rates. */
static QnMachine
draw_otto (GRand *rand, const TestMedium *medium)
{
  double w[2] = { uniform (rand, 0.5, 4), uniform (rand, 0.5, 4) };
  QnMachine machine = { .medium = medium->draw (rand), .n_baths = 2, .n_strokes = 4, .start_temperature = 0.5 };
  QnSpectrum spectrum = draw_spectrum (rand, medium);

  for (int i = 0; i < 4; i++)
    machine.stroke[i] = (QnStroke) { .id = "stroke", .duration = i % 2 ? uniform (rand, 0, 3) : uniform (rand, 0.1, 10), .from = w[i / 2], .to = w[(i + 1) / 2 % 2],
      .baths = i % 2 ? 0 : 1u << (i / 2), .dephasing = i % 2 && g_rand_boolean (rand) ? uniform (rand, 0, 2) : 0, .counterdiabatic = g_rand_int_range (rand, 0, 5) == 0 };
  machine.bath[QN_HOT] = (QnBath) { .temperature = 4, .coupling = 0.3, .spectrum = spectrum };
  machine.bath[QN_COLD] = (QnBath) { .temperature = 0.5, .coupling = 0.3, .spectrum = spectrum };
  return machine;
}

/* Damped so much that hardly any drive outdoes the contacts. */
static QnMachine
draw_damped_cycle (GRand *rand, const TestMedium *medium)
{
  double a = uniform (rand, 1.5, 3), b = uniform (rand, 0.5, 1.4), w[4] = { a, a, b, b }, coupling = uniform (rand, 0.1, 0.5);
  gboolean shortcut = g_rand_int_range (rand, 0, 3) == 0;
  QnMachine machine = { .medium = medium->draw (rand), .n_baths = 2, .n_strokes = 4 };

  if (g_rand_boolean (rand)) /* isotherms */
    {
      w[1] = (2 * a + b) / 3;
      w[3] = (a + 2 * b) / 3;
    }
  for (int i = 0; i < 4; i++)
    machine.stroke[i] = (QnStroke) { .id = "stroke", .duration = uniform (rand, 0.3, 5) * (i % 2 == 0 || g_rand_int_range (rand, 0, 5) > 0), .from = w[i],
      .to = w[(i + 1) % 4], .baths = i % 2 ? 0 : 1u << (i / 2), .shape = i % 2 ? g_rand_int_range (rand, 0, 4) : QN_RAMP_LINEAR,
      .dephasing = i % 2 && g_rand_int_range (rand, 0, 3) == 0 ? 0.7 : 0, .counterdiabatic = shortcut };
  machine.bath[QN_HOT] = (QnBath) { uniform (rand, 1, 4), coupling, draw_spectrum (rand, medium) };
  machine.bath[QN_COLD] = (QnBath) { uniform (rand, 0.3, 1), coupling, machine.bath[QN_HOT].spectrum };
  machine.bath[QN_HOT].squeezing = g_rand_boolean (rand) ? uniform (rand, -0.8, 0.8) : 0;
  machine.start_temperature = machine.bath[QN_COLD].temperature;
  return machine;
}

const TestMedium test_media[] = {
  { "qubit", draw_qubit, draw_any_cycle, .machines = 500, .slow = 600 },
  { "ladder", draw_ladder, draw_any_cycle, .machines = 500, .slow = 600 },
  { "degenerate", draw_degenerate, draw_any_cycle, .machines = 100, .slow = 600 },
  { "box", draw_box, draw_any_cycle, .machines = 500, .slow = 600 },
  { "oscillator", draw_oscillator, draw_damped_cycle, .machines = 400, .diverging = 49, .slow = 300, .no_kets = TRUE, .bosonic = TRUE },
  { "oscillator-undamped", draw_oscillator, draw_any_cycle, .machines = 400, .diverging = 66, .slow = 300, .no_kets = TRUE, .bosonic = TRUE },
  { "two-qubits", draw_two_qubits, draw_otto, .machines = 300, .slow = 4000 },
  { "two-qubits-weak", draw_weakly_coupled, draw_any_cycle, .machines = 300, .slow = 4000 },
  { "maser", draw_maser, .reservoirs = 2, .machines = 200 },
  { "three-levels", draw_three_levels, .reservoirs = 3, .machines = 200 },
  { "three-qubits", draw_three_qubits, .reservoirs = 3, .machines = 100 },
  { "three-qubits-local", draw_three_local, .reservoirs = 3, .machines = 200 },
  { "three-qubits-reset", draw_three_reset, .reservoirs = 3, .machines = 200 },
  { "junction", draw_junction, .reservoirs = 2, .machines = 300 },
  { "junction-local", draw_junction_local, .reservoirs = 2, .machines = 300 },
  { "pair", draw_pair, .reservoirs = 2, .machines = 200 },
  { NULL },
};

gboolean
test_refused (const TestMedium *medium, int n, QnMediumSpec *spec, QnQuantity *quantity)
{
  const struct
  {
    const char *medium;
    QnQuantity quantity;
    QnMediumSpec spec;
  } all[] = {
    { "qubit", QN_QUANTITY_TUNNELLING, qn_qubit_spec (NAN) },
    { "qubit", QN_QUANTITY_TUNNELLING, qn_qubit_spec (INFINITY) },
    { "ladder", QN_QUANTITY_LEVELS, qn_ladder_spec (99, NULL, NULL) },
    { "ladder", QN_QUANTITY_LEVELS, qn_ladder_spec (1, NULL, NULL) },
    { "ladder", QN_QUANTITY_LEVEL_SPACING, qn_ladder_spec (2, (const double[]) { -0.5 }, NULL) },
    { "ladder", QN_QUANTITY_LEVEL_SPACING, qn_ladder_spec (2, (const double[]) { NAN }, NULL) },
    { "degenerate", QN_QUANTITY_DEGENERACY, qn_ladder_spec (2, NULL, (const int[]) { 1, -1 }) },
    { "degenerate", QN_QUANTITY_DEGENERACY, qn_ladder_spec (2, NULL, (const int[]) { QN_MAX_DEGENERACY + 1, 1 }) },
    { "box", QN_QUANTITY_LEVELS, qn_box_spec (99) },
    { "two-qubits", QN_QUANTITY_EXCHANGE, qn_two_qubits_spec ((QnTwoQubits) { .exchange = NAN }) },
    { "two-qubits", QN_QUANTITY_ANISOTROPY, qn_two_qubits_spec ((QnTwoQubits) { .anisotropy = NAN }) },
    { "two-qubits", QN_QUANTITY_ZZ, qn_two_qubits_spec ((QnTwoQubits) { .zz = INFINITY }) },
    { "two-qubits", QN_QUANTITY_COUPLING_RATIO, qn_two_qubits_spec ((QnTwoQubits) { .coupling_ratio = NAN }) },
    { "maser", QN_QUANTITY_PART_ENERGY, qn_maser_spec (-1, 2, 0.1, 0) },
    { "maser", QN_QUANTITY_PART_ENERGY, qn_maser_spec (2, 1, 0.1, 0) },
    { "maser", QN_QUANTITY_INTERACTION, qn_maser_spec (1, 2, NAN, 0) },
    { "maser", QN_QUANTITY_DETUNING, qn_maser_spec (1, 2, 0.1, NAN) },
    { "three-levels", QN_QUANTITY_PART_ENERGY, qn_three_levels_spec (1, 0) },
    { "three-qubits", QN_QUANTITY_PART_ENERGY, qn_three_qubits_spec (QN_MODEL_GLOBAL, NAN, 1, 0.1) },
    { "three-qubits", QN_QUANTITY_INTERACTION, qn_three_qubits_spec (QN_MODEL_GLOBAL, 1, 1, INFINITY) },
    { "junction", QN_QUANTITY_PART_ENERGY, qn_junction_spec (QN_MODEL_GLOBAL, 1, -1, 0.1) },
    { "junction", QN_QUANTITY_MODEL, qn_junction_spec (QN_MODEL_RESET, 1, 1, 0.1) },
    { "pair", QN_QUANTITY_PART_ENERGY, qn_pair_spec (2, INFINITY, 1) },
    { "pair", QN_QUANTITY_LEVELS, qn_pair_spec (4, 1, 1) },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (all); i++)
    if (g_str_equal (all[i].medium, medium->name) && n-- == 0)
      {
        *spec = all[i].spec;
        *quantity = all[i].quantity;
        return TRUE;
      }
  return FALSE;
}

QnMachine
test_resting (GRand *rand, const TestMedium *medium)
{
  double w = uniform (rand, 0.5, 4);
  QnMachine machine = { .medium = medium->draw (rand), .n_baths = MAX (medium->reservoirs, 1), .n_strokes = 1, .start_temperature = log_uniform (rand, 0.3, 5) };

  for (int k = 0; k < machine.n_baths; k++)
    machine.bath[k] = (QnBath) { log_uniform (rand, 0.3, 5), uniform (rand, 0.2, 0.8), draw_spectrum (rand, medium) };
  machine.stroke[0] = (QnStroke) { .id = "rest", .duration = 5, .from = w, .to = w, .baths = (1u << machine.n_baths) - 1 };
  return machine;
}

QnMachine
test_cyclic (GRand *rand, const TestMedium *medium)
{
  return medium->draw_cycle (rand, medium);
}

QnMachine
test_machine (GRand *rand, const TestMedium *medium)
{
  return medium->reservoirs ? test_resting (rand, medium) : test_cyclic (rand, medium);
}
