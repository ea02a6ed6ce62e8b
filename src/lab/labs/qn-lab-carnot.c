/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Carnot: hot isotherm, adiabat, cold isotherm, adiabat. Geva & Kosloff, J. Chem. Phys. 96 (1992) 3054;
 * Quan, Liu, Sun & Nori, Phys. Rev. E 76 (2007) 031105. */

#include "lab/qn-cyclic.h"

static const QnParameter parameters[] = {
  QN_MEDIUM_ROWS,
  QN_TEMPERATURE_ROWS (2, 1),
  QN_SQUEEZING_ROW,
  { .id = "spacing.hot", .symbol = "<i>ω</i><sub>h</sub>", .name = N_ ("Hot level spacing"),
    .meaning = N_ ("Level spacing at the start of the hot isotherm"), .group = QN_GROUP_LEVELS,
    .dimension = QN_DIMENSION_ENERGY, .initial = 4, .soft_min = 0.1, .soft_max = 8, .hard_min = 1e-6, .hard_max = 1e6 },
  { .id = "carnot.expansion", .symbol = "<i>χ</i>", .name = N_ ("Expansion ratio"),
    .meaning = N_ ("Ratio of the level spacings at the start and at the end of the hot isotherm, which ends at <i>ω</i><sub>h</sub>/<i>χ</i>. "
                   "Below 1 the cycle refrigerates"), .group = QN_GROUP_LEVELS,
    .initial = 2, .soft_min = 0.2, .soft_max = 5, .hard_min = 1e-3, .hard_max = 1e3, .log_scale = TRUE },
  QN_TUNNELLING_ROW,
  QN_TWO_QUBITS_ROWS,
  QN_SPACING_ROWS,
  QN_COUPLING_ROWS (0.5, 0.5),
  QN_SPECTRUM_ROW,
  QN_DURATION_ROW ("hot", "h", N_ ("Hot isotherm"), N_ ("Duration of the hot isotherm"), 20),
  QN_DURATION_ROW ("cold", "c", N_ ("Cold isotherm"), N_ ("Duration of the cold isotherm"), 20),
  QN_DURATION_ROW ("drive", "d", N_ ("Adiabats"), N_ ("Duration of each of the two isolated adiabats"), 5),
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
  .summary = N_ ("Two isotherms in contact and two isolated adiabats: the highest efficiency that two temperatures allow, in infinite time"),
  .icon = "quench-carnot-symbolic",
  .group = N_ ("Cycles"),
  .parameters = parameters,
  .n_parameters = G_N_ELEMENTS (parameters),
  .results = qn_cyclic_results,
  .n_results = QN_CYCLIC_N_RESULTS,
  .figures = qn_lab_carnot_figures,
  .build = build,
  .sampler = &qn_monte_carlo_jumps,
  .presets = qn_lab_carnot_presets,
  .about = qn_lab_carnot_about,
};
