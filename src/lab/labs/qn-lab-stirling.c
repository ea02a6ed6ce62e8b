/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Stirling: hot isotherm, cold isochore, cold isotherm, hot isochore, with a regenerator between the isochores.
 * X. L. Huang, X. Y. Niu, X. M. Xiu & X. X. Yi, Eur. Phys. J. D 68 (2014) 32. */

#include "lab/qn-cyclic.h"
#include "lab/qn-outcome.h"
#include "lab/qn-results.h"

enum { HOT_ISOTHERM, COLD_ISOCHORE, COLD_ISOTHERM, HOT_ISOCHORE };

static const QnParameter parameters[] = {
  QN_MEDIUM_ROWS,
  QN_TEMPERATURE_ROWS (4, 1),
  QN_SQUEEZING_ROW,
  { .id = "spacing.hot", .symbol = "<i>ω</i><sub>h</sub>", .name = N_ ("Hot level spacing"),
    .meaning = N_ ("Level spacing at the start of the hot isotherm, and on the hot isochore"), .group = QN_GROUP_LEVELS,
    .dimension = QN_DIMENSION_ENERGY, .initial = 3, .soft_min = 0.1, .soft_max = 8, .hard_min = 1e-6, .hard_max = 1e6 },
  { .id = "spacing.cold", .symbol = "<i>ω</i><sub>c</sub>", .name = N_ ("Cold level spacing"),
    .meaning = N_ ("Level spacing at the start of the cold isotherm, and on the cold isochore"), .group = QN_GROUP_LEVELS,
    .dimension = QN_DIMENSION_ENERGY, .initial = 1, .soft_min = 0.1, .soft_max = 8, .hard_min = 1e-6, .hard_max = 1e6 },
  QN_TUNNELLING_ROW,
  QN_TWO_QUBITS_ROWS,
  QN_SPACING_ROWS,
  { .id = "stirling.regenerator", .symbol = "<i>g</i>", .name = N_ ("Regenerator"),
    .meaning = N_ ("Fraction of the isochores’ common heat that a regenerator stores and returns. "
                   "Heats and efficiencies include it; the diagrams show the medium alone"),
    .group = QN_GROUP_RESERVOIRS, .initial = 0, .soft_min = 0, .soft_max = 1, .hard_min = 0, .hard_max = 1 },
  QN_COUPLING_ROWS (0.5, 0.5),
  QN_SPECTRUM_ROW,
  QN_DURATION_ROW ("hot", "h", N_ ("Hot isotherm"), N_ ("Duration of the hot isotherm"), 20),
  QN_DURATION_ROW ("cold", "c", N_ ("Cold isotherm"), N_ ("Duration of the cold isotherm"), 20),
  QN_DURATION_ROW ("isochore", "v", N_ ("Isochores"), N_ ("Duration of each of the two isochores, on which the level spacing is fixed"), 6),
  QN_COUNTERDIABATIC_ROW,
};

G_STATIC_ASSERT (G_N_ELEMENTS (parameters) <= QN_MAX_PARAMETERS);

static gboolean
build (const QnExperiment *experiment, QnMachine *machine, GError **error)
{
  double a = qn_experiment_get (experiment, "spacing.hot"), b = qn_experiment_get (experiment, "spacing.cold");
  double isochore = qn_experiment_get (experiment, "stroke.isochore");

  qn_cyclic_begin (experiment, machine);
  qn_cyclic_add_stroke (experiment, machine, "hot", qn_experiment_get (experiment, "stroke.hot"), a, b, 1u << QN_HOT);
  qn_cyclic_add_stroke (experiment, machine, "cold-isochore", isochore, b, b, 1u << QN_COLD);
  qn_cyclic_add_stroke (experiment, machine, "cold", qn_experiment_get (experiment, "stroke.cold"), b, a, 1u << QN_COLD);
  qn_cyclic_add_stroke (experiment, machine, "hot-isochore", isochore, a, a, 1u << QN_HOT);
  machine->regenerator = (QnRegenerator) { qn_experiment_get (experiment, "stirling.regenerator"), COLD_ISOCHORE, HOT_ISOCHORE };
  return qn_machine_check (machine, error);
}

static gboolean
evaluate (QnOutcome *outcome, const gint *cancelled, GError **error)
{
  const QnLedger *ledger = &outcome->ledger;
  QnResults *out = &outcome->results;

  if (!qn_outcome_run_machine (outcome, cancelled, error))
    return FALSE;
  qn_results_set (out, "regenerator_heat", ledger->regenerated);
  qn_results_set (out, "regenerator_work", ledger->regenerator_work);
  if (out->mode == QN_MODE_ENGINE)
    qn_results_set (out, "efficiency_honest", qn_results_get (out, "efficiency") * (1 - ledger->regenerator_work / ledger->work_output));
  return TRUE;
}

const QnLab qn_lab_stirling = {
  .id = "stirling",
  .name = N_ ("Stirling cycle"),
  .summary = N_ ("Two isotherms joined by two isochores, always in contact, and a regenerator that may need work"),
  .icon = "quench-stirling-symbolic",
  .group = N_ ("Cycles"),
  .parameters = parameters,
  .n_parameters = G_N_ELEMENTS (parameters),
  .results = qn_stirling_results,
  .n_results = QN_STIRLING_N_RESULTS,
  .figures = qn_lab_stirling_figures,
  .build = build,
  .sampler = &qn_monte_carlo_jumps,
  .evaluate = evaluate,
  .beyond = (const char *const[]) { NULL },
  .presets = qn_lab_stirling_presets,
  .about = qn_lab_stirling_about,
};
