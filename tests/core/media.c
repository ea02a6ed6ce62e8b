/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "media.h"

static QnMediumSpec
draw_qubit (GRand *rand)
{
  return (QnMediumSpec) { .klass = &qn_medium_qubit, .levels = 2, .tunnelling = g_rand_boolean (rand) ? uniform (rand, 0.05, 3) : 0 };
}

static QnMediumSpec
draw_ladder (GRand *rand)
{
  QnMediumSpec spec = { .klass = &qn_medium_ladder, .levels = g_rand_int_range (rand, 2, QN_MAX_LADDER + 1) };

  for (int i = 0; i < QN_MAX_LADDER - 1; i++)
    spec.spacing[i] = g_rand_boolean (rand) ? 1 : uniform (rand, 0.3, 2);
  return spec;
}

static QnMediumSpec
draw_degenerate (GRand *rand)
{
  QnMediumSpec spec = draw_ladder (rand);

  for (int i = 0; i < spec.levels; i++)
    spec.degeneracy[i] = g_rand_int_range (rand, 1, 6);
  return spec;
}

static QnMediumSpec
draw_box (GRand *rand)
{
  return (QnMediumSpec) { .klass = &qn_medium_box, .levels = g_rand_int_range (rand, 2, QN_MAX_LADDER + 1) };
}

static QnMediumSpec
draw_oscillator (GRand *rand)
{
  return (QnMediumSpec) { .klass = &qn_medium_oscillator, .levels = QN_MAX_LADDER };
}

static QnMediumSpec
draw_two_qubits (GRand *rand)
{
  return (QnMediumSpec) { .klass = &qn_medium_two_qubits, .levels = 4, .exchange = uniform (rand, -1.5, 1.5), .anisotropy = uniform (rand, -1, 1),
      .zz = uniform (rand, -1, 1), .coupling_ratio = uniform (rand, 0.2, 0.9) };
}

/* Its levels cross beyond what the control takes on isotherms, where a bosonic reservoir would find no rates. */
static QnMediumSpec
draw_weakly_coupled (GRand *rand)
{
  QnMediumSpec spec = draw_two_qubits (rand);

  spec.exchange = uniform (rand, 0.05, 0.15);
  return spec;
}

static QnMediumSpec
parts (GRand *rand, const QnMediumClass *klass, QnModel model, int levels)
{
  return (QnMediumSpec) { .klass = klass, .levels = levels, .model = model, .interaction = uniform (rand, 0.02, 0.4), .part = { uniform (rand, 0.5, 4),
      uniform (rand, 0.5, 4), uniform (rand, 0.5, 4) } };
}

static QnMediumSpec
draw_maser (GRand *rand)
{
  QnMediumSpec spec = parts (rand, &qn_medium_maser, QN_MODEL_LOCAL, 3);

  spec.part[1] += spec.part[0];
  spec.detuning = uniform (rand, -0.5, 0.5);
  return spec;
}

static QnMediumSpec
draw_three (GRand *rand, const QnMediumClass *klass, QnModel model, int levels)
{
  QnMediumSpec spec = parts (rand, klass, model, levels);

  spec.part[QN_HOT] = spec.part[QN_COLD] + spec.part[QN_THIRD];
  return spec;
}

static QnMediumSpec
draw_three_levels (GRand *rand)
{
  return draw_three (rand, &qn_medium_three_levels, QN_MODEL_LOCAL, 3);
}

static QnMediumSpec
draw_three_qubits (GRand *rand)
{
  return draw_three (rand, &qn_medium_three_qubits, QN_MODEL_GLOBAL, 8);
}

static QnMediumSpec
draw_three_local (GRand *rand)
{
  return draw_three (rand, &qn_medium_three_qubits, QN_MODEL_LOCAL, 8);
}

static QnMediumSpec
draw_three_reset (GRand *rand)
{
  return draw_three (rand, &qn_medium_three_qubits, QN_MODEL_RESET, 8);
}

static QnMediumSpec
draw_junction (GRand *rand)
{
  return parts (rand, &qn_medium_junction, QN_MODEL_GLOBAL, 4);
}

static QnMediumSpec
draw_junction_local (GRand *rand)
{
  return parts (rand, &qn_medium_junction, QN_MODEL_LOCAL, 4);
}

static QnMediumSpec
draw_pair (GRand *rand)
{
  return parts (rand, &qn_medium_pair, QN_MODEL_GLOBAL, g_rand_int_range (rand, 2, 4));
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

#define PLACE(member) G_STRUCT_OFFSET (QnMediumSpec, member)

const TestMedium test_media[] = {
  { "qubit", draw_qubit, draw_any_cycle, .machines = 500, .slow = 600, .refused = { { PLACE (tunnelling), NAN, QN_QUANTITY_TUNNELLING }, { PLACE (tunnelling), INFINITY, QN_QUANTITY_TUNNELLING } } },
  { "ladder", draw_ladder, draw_any_cycle, .machines = 500, .slow = 600, .refused = { { PLACE (spacing[0]), -0.5,
      QN_QUANTITY_LEVEL_SPACING }, { PLACE (spacing[0]), NAN, QN_QUANTITY_LEVEL_SPACING } } },
  { "degenerate", draw_degenerate, draw_any_cycle, .machines = 100, .slow = 600 },
  { "box", draw_box, draw_any_cycle, .machines = 500, .slow = 600 },
  { "oscillator", draw_oscillator, draw_damped_cycle, .machines = 400, .diverging = 49, .slow = 300, .no_kets = TRUE, .bosonic = TRUE },
  { "oscillator-undamped", draw_oscillator, draw_any_cycle, .machines = 400, .diverging = 66, .slow = 300, .no_kets = TRUE, .bosonic = TRUE },
  { "two-qubits", draw_two_qubits, draw_otto, .machines = 300, .slow = 4000, .refused = { { PLACE (exchange), NAN, QN_QUANTITY_EXCHANGE }, { PLACE (zz), INFINITY,
      QN_QUANTITY_ZZ }, { PLACE (coupling_ratio), NAN, QN_QUANTITY_COUPLING_RATIO } } },
  { "two-qubits-weak", draw_weakly_coupled, draw_any_cycle, .machines = 300, .slow = 4000 },
  { "maser", draw_maser, .reservoirs = 2, .machines = 200, .refused = { { PLACE (part[0]), -1, QN_QUANTITY_PART_ENERGY }, { PLACE (interaction), NAN,
      QN_QUANTITY_INTERACTION }, { PLACE (detuning), NAN, QN_QUANTITY_DETUNING } } },
  { "three-levels", draw_three_levels, .reservoirs = 3, .machines = 200, .refused = { { PLACE (part[2]), 0, QN_QUANTITY_PART_ENERGY } } },
  { "three-qubits", draw_three_qubits, .reservoirs = 3, .machines = 100, .refused = { { PLACE (part[0]), NAN, QN_QUANTITY_PART_ENERGY }, { PLACE (interaction), INFINITY,
      QN_QUANTITY_INTERACTION } } },
  { "three-qubits-local", draw_three_local, .reservoirs = 3, .machines = 200 },
  { "three-qubits-reset", draw_three_reset, .reservoirs = 3, .machines = 200 },
  { "junction", draw_junction, .reservoirs = 2, .machines = 300, .refused = { { PLACE (part[1]), -1, QN_QUANTITY_PART_ENERGY } } },
  { "junction-local", draw_junction_local, .reservoirs = 2, .machines = 300 },
  { "pair", draw_pair, .reservoirs = 2, .machines = 200, .refused = { { PLACE (part[0]), INFINITY, QN_QUANTITY_PART_ENERGY } } },
  { NULL },
};

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
