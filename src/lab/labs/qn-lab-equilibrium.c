/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Levels and one temperature. The results come from the partition function of all levels; beside them runs a machine that
 * stays in contact with one reservoir and relaxes to the same state. */

#include "lab/labs/qn-lab-equilibrium.h"

#include <math.h>
#include <string.h>

#include "core/medium/qn-medium-box.h"
#include "core/medium/qn-medium-ladder.h"
#include "core/medium/qn-medium-oscillator.h"
#include "core/medium/qn-medium-two-qubits.h"
#include "lab/qn-continuous.h"
#include "lab/qn-outcome.h"
#include "lab/qn-results.h"

/* The shared rows of cyclic labs ask by these numbers. */
enum
{
  KIND_TWO_LEVEL,
  KIND_LADDER,
  KIND_BOX,
  KIND_OSCILLATOR,
  KIND_PAIR,
  KIND_ROTOR,
};

G_STATIC_ASSERT (KIND_LADDER == (int) QN_CYCLIC_LADDER && KIND_PAIR == (int) QN_CYCLIC_TWO_QUBITS);

static const QnChoice choices[] = {
  { "two-level", N_ ("Two levels") },
  { "ladder", N_ ("Ladder") },
  { "box", N_ ("Particle in a box") },
  { "oscillator", N_ ("Oscillator") },
  { "two-qubits", N_ ("Pair of qubits") },
  { "rotor", N_ ("Rotor") },
  { NULL },
};

static const QnChoice starts[] = {
  { "reservoir", N_ ("Thermal, at a quarter of the temperature") },
  { "thermal", N_ ("Thermal") },
  { "pure", N_ ("Pure") },
  { "mixed", N_ ("Maximally mixed") },
  { NULL },
};

static gboolean
is_two_level (const double *values)
{
  return values[QN_CYCLIC_MEDIUM] == KIND_TWO_LEVEL;
}

static gboolean
is_ladder (const double *values)
{
  return values[QN_CYCLIC_MEDIUM] == KIND_LADDER;
}

static const QnParameter parameters[] = {
  { .id = "medium.kind", .symbol = "", .name = N_ ("Medium"),
    .meaning = N_ ("The system in equilibrium: two levels, a ladder, all levels of a box, an oscillator or a rotor, or two coupled qubits"), .group = QN_GROUP_LEVELS,
    .kind = QN_VALUE_CHOICE, .initial = KIND_TWO_LEVEL, .soft_max = KIND_ROTOR, .hard_max = KIND_ROTOR, .choices = choices },
  { .id = "medium.levels", .symbol = "<i>N</i>", .name = N_ ("Number of levels"), .meaning = N_ ("Number of levels of the ladder"), .group = QN_GROUP_LEVELS,
    .kind = QN_VALUE_INTEGER, .initial = 3, .soft_min = 2, .soft_max = QN_MAX_LADDER, .hard_min = 2, .hard_max = QN_MAX_LADDER, .applies = is_ladder },
  QN_INITIAL_STATE_ROW_OF (starts, 3),
  QN_INITIAL_TEMPERATURE_ROW (qn_cyclic_starts_thermal),
  QN_INITIAL_LEVEL_ROW (qn_cyclic_starts_level),
  QN_INITIAL_AMPLITUDE_ROW (qn_cyclic_starts_coherent),
  { .id = "hot.temperature", .symbol = "<i>T</i>", .name = N_ ("Temperature"),
    .meaning = N_ ("Temperature of the reservoir, and of the medium after a long contact"),
    .group = QN_GROUP_RESERVOIRS, .dimension = QN_DIMENSION_TEMPERATURE, .initial = 0.4, .soft_min = 0.05, .soft_max = 10, .hard_min = 1e-6, .hard_max = 1e6, .log_scale = TRUE },
  { .id = "medium.spacing", .symbol = "<i>ω</i>", .name = N_ ("Level spacing"),
    .meaning = N_ ("First gap of two levels, of a box <i>ω</i>(<i>n</i>² − 1)/3, of an oscillator <i>ωn</i> and of a rotor "
                   "<i>ωl</i>(<i>l</i> + 1)/2; unit of the ladder’s gaps; gap of each qubit of a pair"),
    .group = QN_GROUP_LEVELS, .dimension = QN_DIMENSION_ENERGY, .initial = 1, .soft_min = 0.1, .soft_max = 10, .hard_min = 1e-6, .hard_max = 1e6, .log_scale = TRUE },
  { .id = "medium.degeneracy", .symbol = "<i>g</i>", .name = N_ ("Degeneracy"),
    .meaning = N_ ("Number of states in the upper level for each state in the lower one, <i>g</i><sub>1</sub>/<i>g</i><sub>0</sub>"),
    .group = QN_GROUP_LEVELS, .kind = QN_VALUE_INTEGER, .initial = 1, .soft_min = 1, .soft_max = 20, .hard_min = 1, .hard_max = 20, .applies = is_two_level },
  QN_SPACING_ROWS,
  { .id = "medium.exchange", .symbol = "<i>J</i>", .name = N_ ("Exchange"),
    .meaning = N_ ("<i>J</i> in <i>H</i> = <i>ω</i>(<i>σ</i><sub>z1</sub> + <i>σ</i><sub>z2</sub>)/2 + <i>J</i>[(1 + "
                   "<i>α</i>)<i>σ</i><sub>x1</sub><i>σ</i><sub>x2</sub> + (1 − <i>α</i>)<i>σ</i><sub>y1</sub><i>σ</i><sub>y2</sub> + "
                   "<i>d</i> <i>σ</i><sub>z1</sub><i>σ</i><sub>z2</sub>]/2; above 0 the qubits favour opposite states"),
    .group = QN_GROUP_LEVELS, .dimension = QN_DIMENSION_ENERGY, .initial = 1, .soft_min = -2, .soft_max = 2, .hard_min = -1e6, .hard_max = 1e6, .applies = qn_cyclic_is_two_qubits },
  { .id = "medium.anisotropy", .symbol = "<i>α</i>", .name = N_ ("Anisotropy"), .meaning = N_ ("Difference of the couplings along x and y, "
                                                                                               "relative to their mean"),
    .group = QN_GROUP_LEVELS, .soft_min = -1, .soft_max = 1, .hard_min = -1e3, .hard_max = 1e3, .applies = qn_cyclic_is_two_qubits },
  { .id = "medium.zz", .symbol = "<i>d</i>", .name = N_ ("zz coupling"),
    .meaning = N_ ("Coupling along z in units of <i>J</i>. With <i>α</i> = 0, 1 is Heisenberg exchange and 0 the XX model"),
    .group = QN_GROUP_LEVELS, .initial = 1, .soft_min = -2, .soft_max = 2, .hard_min = -1e3, .hard_max = 1e3, .applies = qn_cyclic_is_two_qubits },
  { .id = "hot.coupling", .symbol = "<i>γ</i>", .name = N_ ("Coupling"),
    .meaning = N_ ("Rate at which the running state approaches equilibrium. Equilibrium does not depend on it"),
    .group = QN_GROUP_COUPLING, .dimension = QN_DIMENSION_RATE, .initial = 0.05, .soft_min = 0.001, .soft_max = 2, .hard_min = 0, .hard_max = 1e6, .log_scale = TRUE },
  QN_WINDOW_ROW (100),
};

G_STATIC_ASSERT (G_N_ELEMENTS (parameters) <= QN_MAX_PARAMETERS);

#define NUMBER QN_NUMBER_RESULT

static const QnResult results[] = {
  NUMBER ("heat_capacity", "<i>C</i>", N_ ("Heat capacity"),
          N_ ("Energy per temperature needed to warm the medium, given by its energy "
              "fluctuations: d<i>U</i>/d<i>T</i> = (⟨<i>E</i>²⟩ − ⟨<i>E</i>⟩²)/<i>T</i>²"), ENTROPY),
  NUMBER ("energy", "<i>U</i>", N_ ("Energy"), N_ ("Mean energy from the ground state, Σ<sub>n</sub> <i>p</i><sub>n</sub><i>E</i><sub>n</sub>"), ENERGY),
  NUMBER ("free_energy", "<i>F</i>", N_ ("Free energy"), N_ ("Free energy from the ground state, −<i>T</i> ln <i>Z</i> = <i>U</i> − <i>TS</i>"), ENERGY),
  NUMBER ("entropy", "<i>S</i>", N_ ("Entropy"),
          N_ ("Von Neumann entropy in equilibrium, −Tr[<i>ρ</i> ln <i>ρ</i>] = ln <i>Z</i> + <i>U</i>/<i>T</i>"), ENTROPY),
  NUMBER ("partition_function", "<i>Z</i>", N_ ("Partition function"),
          N_ ("Number of thermally accessible states, Σ<sub>n</sub> <i>g</i><sub>n</sub> "
              "e<sup>−<i>E</i><sub>n</sub>/<i>T</i></sup>, with energies from the ground state"), NONE),
  NUMBER ("schottky_temperature", "<i>T</i>*", N_ ("Peak temperature"),
          N_ ("Temperature of the maximum of the heat capacity. It does not exist where the heat capacity only rises"), TEMPERATURE),
  NUMBER ("schottky_peak", "<i>C</i>*", N_ ("Peak heat capacity"), N_ ("Maximum of the heat capacity over all temperatures"), ENTROPY),
  NUMBER ("capacity_classical", "<i>C</i><sub>cl</sub>", N_ ("Classical limit"),
          N_ ("Heat capacity by the equipartition theorem, ½ for every quadratic term in the energy: 1 for an oscillator or rotor, ½ for a box. "
              "A finite number of levels has no classical limit"), ENTROPY),
  { .id = "populations", .symbol = "<i>p</i><sub>n</sub>", .name = N_ ("Populations"), .kind = QN_RESULT_VECTOR,
    .meaning = N_ ("Populations of the lowest levels, lowest first: <i>g</i><sub>n</sub> e<sup>−<i>E</i><sub>n</sub>/<i>T</i></sup>/<i>Z</i>. "
                   "<i>Z</i> sums over all levels") },
  NUMBER ("population_beyond", "<i>p</i><sub>&gt;</sub>", N_ ("Population beyond"),
          N_ ("Population above the eight levels that the figures show. The running state of box and rotor has only these eight"), NONE),
  NUMBER ("purity", "Tr <i>ρ</i>²", N_ ("Purity"),
          N_ ("Purity of the state: 1 for a pure state, 1/<i>N</i> for the maximally mixed state of <i>N</i> levels"), NONE),
  NUMBER ("entanglement_entropy", "<i>S</i><sub>E</sub>", N_ ("Entanglement entropy"),
          N_ ("Entanglement entropy of two equal media in the pure state Σ<sub>n</sub> "
              "√<i>p</i><sub>n</sub> |<i>n</i>⟩|<i>n</i>⟩, each of which is thermal: equal to <i>S</i>. "
              "For a pair, that of its two qubits in the ground state"), ENTROPY),
  NUMBER ("concurrence", "<i>C</i><sub>W</sub>", N_ ("Concurrence"),
          N_ ("Entanglement of the pair’s qubits in equilibrium (Wootters): 0 for a separable state, 1 for a Bell state"), NONE),
  NUMBER ("entanglement_temperature", "<i>T</i><sub>E</sub>", N_ ("Entanglement threshold"),
          N_ ("Temperature above which the pair’s qubits are not entangled in equilibrium; 2<i>J</i>/ln 3 for Heisenberg exchange"), TEMPERATURE),
  NUMBER ("mutual_information", "<i>I</i>", N_ ("Mutual information"),
          N_ ("All correlation of the pair’s qubits, quantum and classical: "
              "<i>S</i>(<i>ρ</i><sub>1</sub>) + <i>S</i>(<i>ρ</i><sub>2</sub>) − <i>S</i>(<i>ρ</i>)"), ENTROPY),
  QN_PART_RESULTS (N_ ("Bloch vector of qubit 1"), N_ ("Bloch vector of qubit 2")),
  NUMBER ("ergotropy", "<i>ℰ</i>", N_ ("Ergotropy"), N_ ("Maximum work that a unitary can extract from the state; 0 in equilibrium"), ENERGY),
  NUMBER ("heat_hot", "<i>Q̇</i>", N_ ("Heat current"), N_ ("Heat per time from the reservoir into the medium; 0 in equilibrium"), POWER),
  NUMBER ("entropy_production", "<i>Σ̇</i>", N_ ("Entropy production"),
          N_ ("Entropy produced per time, d<i>S</i>/d<i>t</i> − <i>Q̇</i>/<i>T</i>; 0 in equilibrium"), ENTROPY_RATE),
  QN_CHECK_RESULTS,
};

G_STATIC_ASSERT (G_N_ELEMENTS (results) <= QN_MAX_RESULTS);

static double
relative_spacing (const QnExperiment *experiment, int n)
{
  char id[32];

  g_snprintf (id, sizeof id, "medium.spacing.%d", n + 1);
  return qn_experiment_get (experiment, id);
}

/* As much of the medium as the machine can hold. */
static QnMediumSpec
medium_of (const QnExperiment *experiment)
{
  int kind = (int) qn_experiment_get (experiment, "medium.kind");
  double spacing[QN_MAX_LADDER];
  int g[QN_MAX_LADDER];

  switch (kind)
    {
    case KIND_TWO_LEVEL:
      return qn_ladder_spec (2, NULL, (const int[]) { 1, (int) qn_experiment_get (experiment, "medium.degeneracy") });
    case KIND_LADDER:
      for (int n = 0; n + 1 < QN_MAX_LADDER; n++)
        spacing[n] = relative_spacing (experiment, n);
      return qn_ladder_spec ((int) qn_experiment_get (experiment, "medium.levels"), spacing, NULL);
    case KIND_ROTOR:
      for (int J = 0; J < QN_MAX_LADDER; J++)
        {
          g[J] = 2 * J + 1;
          spacing[J] = J + 1;
        }
      return qn_ladder_spec (QN_MAX_LADDER, spacing, g);
    case KIND_BOX:
      return qn_box_spec (QN_MAX_LADDER);
    case KIND_PAIR:
      return qn_two_qubits_spec ((QnTwoQubits) { .coupling_ratio = 0.7, .exchange = qn_experiment_get (experiment, "medium.exchange"),
                                                 .anisotropy = qn_experiment_get (experiment, "medium.anisotropy"), .zz = qn_experiment_get (experiment, "medium.zz") });
    default:
      return qn_oscillator_spec ();
    }
}

void
qn_lab_equilibrium_levels (const QnExperiment *experiment, const QnMachine *machine, double w, QnLevels *levels)
{
  int kind = experiment->lab == &qn_lab_equilibrium ? (int) qn_experiment_get (experiment, "medium.kind") : -1;

  if (kind == KIND_ROTOR || kind == KIND_BOX)
    *levels = (QnLevels) { .kind = kind == KIND_BOX ? QN_LEVELS_BOX : QN_LEVELS_ROTOR, .spacing = w };
  else
    qn_levels_of_medium (&machine->medium, w, levels);
}

/* Fermionic rates stay finite however close two levels are. A run begins colder than it will end: there is something to see. */
static gboolean
build (const QnExperiment *experiment, QnMachine *machine, GError **error)
{
  QnMediumSpec medium = medium_of (experiment);

  qn_continuous_begin (experiment, machine, 1);
  machine->medium = medium;
  machine->bath[QN_HOT] = qn_continuous_bath (experiment, "hot", medium.klass->gaussian ? QN_SPECTRUM_BOSONIC : QN_SPECTRUM_FERMIONIC);
  machine->stroke[0].from = machine->stroke[0].to = qn_experiment_get (experiment, "medium.spacing");
  qn_initial_begin (experiment, machine, machine->bath[QN_HOT].temperature / 4);
  return qn_machine_check (machine, error);
}

static void
put_populations (const QnLevels *levels, double T, QnResults *out)
{
  out->n_populations = MIN (qn_levels_count (levels), QN_MAX_LADDER);
  for (int n = 0; n < out->n_populations; n++)
    out->population[n] = qn_partition_population (levels, T, n);
  qn_results_set (out, "population_beyond", qn_partition_beyond (levels, T, QN_MAX_LADDER));
}

static void
put_peak (const QnLevels *levels, QnResults *out)
{
  double T, C;

  if (!qn_partition_peak (levels, &T, &C))
    return;
  qn_results_set (out, "schottky_temperature", T);
  qn_results_set (out, "schottky_peak", C);
}

/* What only a pair has, of the Gibbs state itself: the machine's does not reach it without a coupling. */
static void
put_pair (const QnMediumSpec *spec, double w, double T, QnResults *out)
{
  double x[QN_MAX_STATE];
  QnMedium medium;
  QnReading gibbs = { 0 };

  qn_medium_init (&medium, spec, FALSE);
  qn_medium_gibbs (&medium, w, T, x);
  qn_medium_read (&medium, w, x, &gibbs);
  qn_medium_clear (&medium);
  qn_results_set (out, "entanglement_entropy", qn_pair_ground_entanglement (spec, w));
  qn_results_set (out, "entanglement_temperature", qn_pair_entanglement_temperature (spec, w));
  qn_results_set (out, "concurrence", gibbs.concurrence);
  qn_results_set (out, "mutual_information", gibbs.mutual_information);
  memcpy (out->part_z, gibbs.part_z, sizeof gibbs.part_z);
}

/* In equilibrium currents and ergotropy are zero: what is left of a row is rounding. */
static void
drop_noise (QnResults *out, const char *id, double scale)
{
  if (fabs (qn_results_get (out, id)) <= 1e-12 * scale)
    qn_results_set (out, id, 0);
}

static void
put_equilibrium (const QnExperiment *experiment, const QnMachine *machine, const QnLedger *ledger, QnResults *out)
{
  double T = machine->bath[QN_HOT].temperature, w = machine->stroke[0].from;
  QnLevels levels;
  QnPartition p, colder;

  qn_lab_equilibrium_levels (experiment, machine, w, &levels);
  qn_partition (&levels, T, &p);
  qn_partition (&levels, T / 2, &colder);
  qn_results_set (out, "partition_function", p.Z);
  qn_results_set (out, "energy", p.energy);
  qn_results_set (out, "free_energy", p.free_energy);
  qn_results_set (out, "entropy", p.entropy);
  qn_results_set (out, "heat_capacity", p.capacity);
  qn_results_set (out, "capacity_classical", qn_levels_classical (&levels));
  qn_results_set (out, "purity", exp (colder.log_Z - 2 * p.log_Z));
  qn_results_set (out, "entanglement_entropy", p.entropy);
  if (machine->medium.klass->spins)
    put_pair (&machine->medium, w, T, out);
  drop_noise (out, "ergotropy", ledger->energy_scale);
  drop_noise (out, "heat_hot", ledger->energy_scale * machine->bath[QN_HOT].coupling);
  drop_noise (out, "entropy_production", ledger->energy_scale / T * machine->bath[QN_HOT].coupling);
  put_peak (&levels, out);
  put_populations (&levels, T, out);
}

/* The same levels from almost zero temperature to three times the present one. */
static void
put_potentials (const QnExperiment *experiment, const QnMachine *machine, QnReport *report)
{
  static const QnColumn columns[] = {
    { "temperature", "<i>T</i>", N_ ("Temperature"), QN_DIMENSION_TEMPERATURE },
    { "energy", "<i>U</i>", N_ ("Energy"), QN_DIMENSION_ENERGY },
    { "free_energy", "<i>F</i>", N_ ("Free energy"), QN_DIMENSION_ENERGY },
    { "entropy", "<i>S</i>", N_ ("Entropy"), QN_DIMENSION_ENTROPY },
  };
  const gsize n = 121;
  QnTable *table = qn_report_add (report, "potentials", columns, G_N_ELEMENTS (columns), n);
  double T = machine->bath[QN_HOT].temperature;
  QnLevels levels;

  qn_lab_equilibrium_levels (experiment, machine, machine->stroke[0].from, &levels);
  for (gsize i = 0; i < n; i++)
    {
      QnPartition p;
      double t = 3 * T * (i + 1.0 / 16) / (n - 1);

      qn_partition (&levels, t, &p);
      qn_table_set (table, i, 0, t);
      qn_table_set (table, i, 1, p.energy);
      qn_table_set (table, i, 2, p.free_energy);
      qn_table_set (table, i, 3, p.entropy);
    }
}

static gboolean
evaluate (QnOutcome *outcome, const gint *cancelled, GError **error)
{
  if (!qn_outcome_run_machine (outcome, cancelled, error))
    return FALSE;
  put_equilibrium (&outcome->experiment, &outcome->machine, &outcome->ledger, &outcome->results);
  put_potentials (&outcome->experiment, &outcome->machine, outcome->tables);
  return TRUE;
}

static const char *const baths[] = { N_ ("Reservoir"), NULL, NULL };

const QnLab qn_lab_equilibrium = {
  .id = "equilibrium",
  .name = N_ ("Equilibrium"),
  .summary = N_ ("Levels and a temperature: partition function, energy, entropy and heat capacity, compared with the classical limit"),
  .icon = "quench-equilibrium-symbolic",
  .group = N_ ("Equilibrium"),
  .baths = baths,
  .parameters = parameters,
  .n_parameters = G_N_ELEMENTS (parameters),
  .results = results,
  .n_results = G_N_ELEMENTS (results),
  .figures = qn_lab_equilibrium_figures,
  .strip = qn_lab_equilibrium_strip,
  .build = build,
  .evaluate = evaluate,
  .presets = qn_lab_equilibrium_presets,
  .about = qn_lab_equilibrium_about,
};
