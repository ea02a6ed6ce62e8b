/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Carnot: hot isotherm, adiabat, cold isotherm, adiabat. Geva & Kosloff, J. Chem. Phys. 96 (1992) 3054;
 * Quan, Liu, Sun & Nori, Phys. Rev. E 76 (2007) 031105. */

#include "lab/qn-about.h"
#include "lab/qn-cyclic.h"

static const QnParameter parameters[] = {
  QN_MEDIUM_ROWS,
  QN_TEMPERATURE_ROWS (2, 1),
  QN_SQUEEZING_ROW,
  { .id = "spacing.hot", .symbol = "<i>ω</i><sub>h</sub>", .name = N_ ("Hot level spacing"),
    .meaning = N_ ("Level spacing at the start of the hot isotherm"), .group = QN_GROUP_LEVELS,
    .dimension = QN_DIMENSION_ENERGY, .initial = 4, .soft_min = 0.1, .soft_max = 8, .hard_min = 1e-6, .hard_max = 1e6 },
  { .id = "carnot.expansion", .symbol = "<i>r</i>", .name = N_ ("Expansion"),
    .meaning = N_ ("The hot isotherm ends at <i>ω</i><sub>h</sub>/<i>r</i>; below 1 the cycle refrigerates"), .group = QN_GROUP_LEVELS,
    .initial = 2, .soft_min = 0.2, .soft_max = 5, .hard_min = 1e-3, .hard_max = 1e3, .log_scale = TRUE },
  QN_TUNNELLING_ROW,
  QN_TWO_QUBITS_ROWS,
  QN_SPACING_ROWS,
  QN_COUPLING_ROWS (0.5, 0.5),
  QN_SPECTRUM_ROW,
  QN_DURATION_ROW ("hot", "h", N_ ("Hot isotherm"), N_ ("Time on the hot isotherm"), 20),
  QN_DURATION_ROW ("cold", "c", N_ ("Cold isotherm"), N_ ("Time on the cold isotherm"), 20),
  QN_DURATION_ROW ("drive", "d", N_ ("Adiabats"), N_ ("Time of each of the two adiabats"), 5),
  QN_DRIVE_ROWS,
};

G_STATIC_ASSERT (G_N_ELEMENTS (parameters) <= QN_MAX_PARAMETERS);

static gboolean
build (const QnExperiment *experiment, QnMachine *machine, GError **error)
{
  double hot = qn_experiment_get (experiment, "hot.temperature"), cold = qn_experiment_get (experiment, "cold.temperature");
  double drive = qn_experiment_get (experiment, "stroke.drive"), ratio = cold / hot;
  double a = qn_experiment_get (experiment, "spacing.hot"), b = a / qn_experiment_get (experiment, "carnot.expansion");

  qn_cyclic_begin (experiment, machine);
  qn_cyclic_add_stroke (experiment, machine, "hot", qn_experiment_get (experiment, "stroke.hot"), a, b, 1u << QN_HOT);
  qn_cyclic_add_stroke (experiment, machine, "expansion", drive, b, b * ratio, 0);
  qn_cyclic_add_stroke (experiment, machine, "cold", qn_experiment_get (experiment, "stroke.cold"), b * ratio, a * ratio, 1u << QN_COLD);
  qn_cyclic_add_stroke (experiment, machine, "compression", drive, a * ratio, a, 0);
  return qn_machine_check (machine, error);
}

const QnLab qn_lab_carnot = {
  .id = "carnot",
  .name = N_ ("Carnot cycle"),
  .summary = N_ ("Two isotherms in contact, two isolated adiabats: the best that two temperatures allow, at the price of time"),
  .icon = "quench-carnot-symbolic",
  .group = N_ ("Cycles"),
  .parameters = parameters,
  .n_parameters = G_N_ELEMENTS (parameters),
  .results = qn_cyclic_results,
  .n_results = QN_CYCLIC_N_RESULTS,
  .figures = qn_cyclic_figures,
  .build = build,
  .sampler = &qn_monte_carlo_jumps,
  .about = qn_about_carnot,
};

const QnPresetRow qn_presets_carnot[] = {
  { { "textbook", N_ ("Textbook engine"),
      N_ ("Isotherms slow enough that the qubit nearly keeps the reservoir’s temperature. The loop in the temperature–entropy diagram is almost a rectangle. (Geva, Kosloff, J. Chem. Phys. 96, 3054, 1992)") },
    { { NULL } } },
  { { "quasi-static", N_ ("Nearly reversible"),
      N_ ("Isotherms twenty-five times slower: efficiency within one percent of Carnot’s limit, and next to no power.") },
    { { "stroke.hot", "500" }, { "stroke.cold", "500" } } },
  { { "finite-power", N_ ("Finite power"),
      N_ ("Fast isotherms lag behind the reservoirs: the rectangle shrinks to a lens, efficiency is traded for power. (Esposito, Kawai, Lindenberg, Van den Broeck, Phys. Rev. Lett. 105, 150603, 2010)") },
    { { "stroke.hot", "5" }, { "stroke.cold", "5" }, { "stroke.drive", "1" } } },
  { { "refrigerator", N_ ("Refrigerator"),
      N_ ("An expansion below 1 runs the cycle backwards: work goes in and heat is lifted from cold to hot, below the limit <i>T</i><sub>c</sub>/(<i>T</i><sub>h</sub> − <i>T</i><sub>c</sub>).") },
    { { "spacing.hot", "2" }, { "carnot.expansion", "0.5" }, { "stroke.hot", "60" }, { "stroke.cold", "60" } } },
  { { "friction", N_ ("Levels that do not scale"),
      N_ ("With tunnelling the gap is √(ω² + Δ²), so multiplying ω by <i>T</i><sub>c</sub>/<i>T</i><sub>h</sub> does not multiply the gap: the medium meets the reservoir at the wrong temperature, and even the slowest cycle stays below Carnot.") },
    { { "medium.tunnelling", "1" }, { "stroke.hot", "80" }, { "stroke.cold", "80" }, { "stroke.drive", "20" } } },
  { { "box", N_ ("Particle in a box"),
      N_ ("All levels of a box scale with its width, so it can follow Carnot’s cycle to the limit. (Bender, Brody, Meister, J. Phys. A 33, 4427, 2000)") },
    { { "medium.kind", "box" }, { "medium.levels", "5" }, { "stroke.hot", "120" }, { "stroke.cold", "120" } } },
  { { "ladder", N_ ("Many levels"),
      N_ ("Six equally spaced levels carry more entropy from hot to cold in each cycle than a qubit can, at the same limit.") },
    { { "medium.kind", "ladder" }, { "medium.levels", "6" }, { "stroke.hot", "50" }, { "stroke.cold", "50" } } },
  { { "oscillator", N_ ("Oscillator"),
      N_ ("An oscillator’s levels all scale with its frequency, so slow isotherms bring it to Carnot’s limit, and its ladder has no end: more entropy than from any few levels. (Arnaud, Chusseau, Philippe, Eur. J. Phys. 23, 489, 2002)") },
    { { "medium.kind", "oscillator" }, { "stroke.hot", "100" }, { "stroke.cold", "100" } } },
  { { NULL } },
};
