/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Stirling: hot isotherm, cold isochore, cold isotherm, hot isochore, with a regenerator between the isochores.
 * X. L. Huang, X. Y. Niu, X. M. Xiu & X. X. Yi, Eur. Phys. J. D 68 (2014) 32.
 *
 * A regenerator of effectiveness g stores the heat R = g max (0, min (Q_hot-isochore, -Q_cold-isochore)) of one isochore for
 * the other: R leaves the hot reservoir's account and joins the cold one's. The books of the strokes stay as the
 * medium sees them. Storing heat that the medium gives at falling temperature and returning it at rising temperature
 * can ask for entropy to vanish; work w that ends as heat in the colder reservoir makes up w/T_c of it. The least work is
 * T_c max (0, -Sigma) with the entropy production Sigma of the heats after regeneration, and pays for nothing but what
 * the regenerator itself took, R (1/T_c - 1/T_h): a second law that the medium's own books break stays broken. */

#include <math.h>

#include "lab/qn-cyclic.h"

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
  return qn_machine_check (machine, error);
}

static double
regenerated (const QnExperiment *experiment, const QnLedger *ledger)
{
  double given = ledger->stroke[HOT_ISOCHORE].heat[QN_HOT], taken = -ledger->stroke[COLD_ISOCHORE].heat[QN_COLD];

  return qn_experiment_get (experiment, "stirling.regenerator") * MAX (0, MIN (given, taken));
}

/* The entropy production that regeneration takes from the books; negative where the "hot" reservoir is the colder. */
static double
entropy_taken (const QnMachine *machine, double R)
{
  return R / machine->bath[QN_COLD].temperature - R / machine->bath[QN_HOT].temperature;
}

static void
regenerate (const QnExperiment *experiment, const QnMachine *machine, QnLedger *ledger)
{
  double R = regenerated (experiment, ledger);

  ledger->heat[QN_HOT] -= R;
  ledger->heat[QN_COLD] += R;
  ledger->entropy_production -= entropy_taken (machine, R);
}

/* The ledger after regeneration has lost only heat[] and the entropy production; the strokes still tell R.
 * Where entropy was taken, the cold reservoir is the colder one, and there the work ends as heat. */
static void
finish (const QnExperiment *experiment, const QnMachine *machine, const QnLedger *ledger, const QnReading *start, QnResults *results)
{
  double T_c = machine->bath[QN_COLD].temperature, sigma = ledger->entropy_production;
  double R = regenerated (experiment, ledger), made_up = CLAMP (0 - sigma, 0, MAX (0, entropy_taken (machine, R)));
  double work = T_c * made_up;

  qn_results_set (results, "regenerator_heat", R);
  qn_results_set (results, "regenerator_work", work);
  qn_results_set (results, "entropy_production", sigma + made_up);
  if (results->mode == QN_MODE_ENGINE)
    qn_results_set (results, "efficiency_honest", qn_results_get (results, "efficiency") * (1 - work / ledger->work_output));
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
  .rebook = regenerate,
  .finish = finish,
  .presets = qn_lab_stirling_presets,
  .about = qn_lab_stirling_about,
};
