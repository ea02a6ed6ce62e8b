/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Levels and one temperature. The results come from the partition function of all levels; beside them runs a machine that
 * touches one reservoir for ever, whose state relaxes to what they say. */

#include "lab/labs/qn-lab-equilibrium.h"

#include <math.h>
#include <string.h>

#include "lab/qn-about.h"
#include "lab/qn-continuous.h"
#include "core/machine/qn-measures.h"

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

G_STATIC_ASSERT (KIND_LADDER == (int) QN_MEDIUM_LADDER && KIND_PAIR == (int) QN_MEDIUM_TWO_QUBITS);

static const QnChoice choices[] = {
  { "two-level", N_ ("Two levels") },
  { "ladder", N_ ("Ladder") },
  { "box", N_ ("Particle in a box") },
  { "oscillator", N_ ("Oscillator") },
  { "pair", N_ ("Pair of qubits") },
  { "rotor", N_ ("Rotor") },
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
    .meaning = N_ ("What is in equilibrium: two levels, a ladder of them, all levels of a box, an oscillator or a rotor, or two coupled qubits"), .group = QN_GROUP_LEVELS,
    .kind = QN_VALUE_CHOICE, .initial = KIND_TWO_LEVEL, .soft_max = KIND_ROTOR, .hard_max = KIND_ROTOR, .choices = choices },
  { .id = "medium.levels", .symbol = "<i>N</i>", .name = N_ ("Number of levels"), .meaning = N_ ("How many levels the ladder has"), .group = QN_GROUP_LEVELS,
    .kind = QN_VALUE_INTEGER, .initial = 3, .soft_min = 2, .soft_max = QN_MAX_LADDER, .hard_min = 2, .hard_max = QN_MAX_LADDER, .applies = is_ladder },
  { .id = "hot.temperature", .symbol = "<i>T</i>", .name = N_ ("Temperature"), .meaning = N_ ("Temperature of the reservoir, and of everything that has been in contact with it for long"),
    .group = QN_GROUP_RESERVOIRS, .dimension = QN_DIMENSION_TEMPERATURE, .initial = 0.4, .soft_min = 0.05, .soft_max = 10, .hard_min = 1e-6, .hard_max = 1e6, .log_scale = TRUE },
  { .id = "medium.spacing", .symbol = "<i>ω</i>", .name = N_ ("Level spacing"),
    .meaning = N_ ("The first gap of two levels, a box <i>ω</i>(<i>n</i>² − 1)/3, an oscillator <i>ωn</i> and a rotor <i>ωJ</i>(<i>J</i> + 1)/2; the unit of a ladder’s gaps; the gap of each qubit of a pair"),
    .group = QN_GROUP_LEVELS, .dimension = QN_DIMENSION_ENERGY, .initial = 1, .soft_min = 0.1, .soft_max = 10, .hard_min = 1e-6, .hard_max = 1e6, .log_scale = TRUE },
  { .id = "medium.degeneracy", .symbol = "<i>g</i>", .name = N_ ("Degeneracy"), .meaning = N_ ("<i>g</i><sub>1</sub>/<i>g</i><sub>0</sub>: how many states the upper level has for one of the lower"),
    .group = QN_GROUP_LEVELS, .kind = QN_VALUE_INTEGER, .initial = 1, .soft_min = 1, .soft_max = 20, .hard_min = 1, .hard_max = 20, .applies = is_two_level },
  QN_SPACING_ROWS,
  { .id = "medium.exchange", .symbol = "<i>J</i>", .name = N_ ("Exchange"),
    .meaning = N_ ("<i>J</i> in <i>H</i> = <i>ω</i>(<i>σ</i><sub>z1</sub> + <i>σ</i><sub>z2</sub>)/2 + <i>J</i>[(1 + <i>g</i>)<i>σ</i><sub>x1</sub><i>σ</i><sub>x2</sub> + (1 − <i>g</i>)<i>σ</i><sub>y1</sub><i>σ</i><sub>y2</sub> + <i>d</i> <i>σ</i><sub>z1</sub><i>σ</i><sub>z2</sub>]/2; above 0 the qubits favour opposite states"),
    .group = QN_GROUP_LEVELS, .dimension = QN_DIMENSION_ENERGY, .initial = 1, .soft_min = -2, .soft_max = 2, .hard_min = -1e6, .hard_max = 1e6, .applies = qn_cyclic_is_two_qubits },
  { .id = "medium.anisotropy", .symbol = "<i>g</i>", .name = N_ ("Anisotropy"), .meaning = N_ ("<i>g</i>: how unlike the couplings along x and y are"),
    .group = QN_GROUP_LEVELS, .soft_min = -1, .soft_max = 1, .hard_min = -1e3, .hard_max = 1e3, .applies = qn_cyclic_is_two_qubits },
  { .id = "medium.zz", .symbol = "<i>d</i>", .name = N_ ("zz coupling"), .meaning = N_ ("<i>d</i>: coupling along z in units of <i>J</i>; 1 with <i>g</i> = 0 is Heisenberg’s exchange, 0 the XY model"),
    .group = QN_GROUP_LEVELS, .initial = 1, .soft_min = -2, .soft_max = 2, .hard_min = -1e3, .hard_max = 1e3, .applies = qn_cyclic_is_two_qubits },
  { .id = "hot.coupling", .symbol = "<i>γ</i>", .name = N_ ("Coupling"), .meaning = N_ ("Rate at which the running state comes to equilibrium; equilibrium itself does not depend on it"),
    .group = QN_GROUP_COUPLING, .dimension = QN_DIMENSION_RATE, .initial = 0.05, .soft_min = 0.001, .soft_max = 2, .hard_min = 0, .hard_max = 1e6, .log_scale = TRUE },
  QN_WINDOW_ROW (100),
};

G_STATIC_ASSERT (G_N_ELEMENTS (parameters) <= QN_MAX_PARAMETERS);

#define NUMBER QN_NUMBER_RESULT

static const QnResult results[] = {
  NUMBER ("heat_capacity", "<i>C</i>", N_ ("Heat capacity"), N_ ("d<i>U</i>/d<i>T</i> = (⟨<i>E</i>²⟩ − ⟨<i>E</i>⟩²)/<i>T</i>²: what the energy fluctuates by tells what it takes to warm the medium"), ENTROPY),
  NUMBER ("energy", "<i>U</i>", N_ ("Energy"), N_ ("Σ<sub>n</sub> <i>p</i><sub>n</sub><i>E</i><sub>n</sub>, counted from the ground state"), ENERGY),
  NUMBER ("free_energy", "<i>F</i>", N_ ("Free energy"), N_ ("−<i>T</i> ln <i>Z</i> = <i>U</i> − <i>TS</i>, counted from the ground state"), ENERGY),
  NUMBER ("entropy", "<i>S</i>", N_ ("Entropy"), N_ ("ln <i>Z</i> + <i>U</i>/<i>T</i> = −Tr[<i>ρ</i> ln <i>ρ</i>]"), ENTROPY),
  NUMBER ("partition_function", "<i>Z</i>", N_ ("Partition function"), N_ ("Σ<sub>n</sub> <i>g</i><sub>n</sub> e<sup>−<i>E</i><sub>n</sub>/<i>T</i></sup>, energies counted from the ground state: about how many states have a share"), NONE),
  NUMBER ("schottky_temperature", "<i>T</i>*", N_ ("Peak temperature"), N_ ("Where the heat capacity is largest; it does not exist where the heat capacity only rises"), TEMPERATURE),
  NUMBER ("schottky_peak", "<i>C</i>*", N_ ("Peak of heat capacity"), N_ ("The largest heat capacity at any temperature"), ENTROPY),
  NUMBER ("capacity_classical", "<i>C</i><sub>cl</sub>", N_ ("Classical limit"), N_ ("½ for every square in the energy, the equipartition theorem: 1 for an oscillator, 1 for a rotor, ½ for a box; none for a finite number of levels, which have no classical counterpart"), ENTROPY),
  { .id = "populations", .symbol = "<i>p</i><sub>n</sub>", .name = N_ ("Populations"), .kind = QN_RESULT_VECTOR,
    .meaning = N_ ("<i>g</i><sub>n</sub> e<sup>−<i>E</i><sub>n</sub>/<i>T</i></sup>/<i>Z</i> of the lowest levels, lowest first; the sum <i>Z</i> runs over all levels") },
  NUMBER ("population_beyond", "<i>p</i><sub>&gt;</sub>", N_ ("Population beyond"), N_ ("What lies above the eight levels that figures show and, of box and rotor, that the running state has"), NONE),
  NUMBER ("purity", "Tr <i>ρ</i>²", N_ ("Purity"), N_ ("1 for a pure state, 1/<i>N</i> for a fully mixed one"), NONE),
  NUMBER ("entanglement_entropy", "<i>S</i><sub>E</sub>", N_ ("Entanglement entropy"), N_ ("Of two equal media in the pure state Σ<sub>n</sub> √<i>p</i><sub>n</sub> |<i>n</i>⟩|<i>n</i>⟩, each of which alone is thermal: equal to <i>S</i>. Of a pair: of its qubits with one another, in the ground state"), ENTROPY),
  NUMBER ("concurrence", "<i>C</i><sub>W</sub>", N_ ("Concurrence"), N_ ("Entanglement of a pair’s qubits in equilibrium (Wootters): 0 without, 1 for a Bell state"), NONE),
  NUMBER ("entanglement_temperature", "<i>T</i><sub>E</sub>", N_ ("Entangled below"), N_ ("Highest temperature at which a pair’s qubits are entangled in equilibrium; 2<i>J</i>/ln 3 for Heisenberg’s exchange"), TEMPERATURE),
  NUMBER ("mutual_information", "<i>I</i>", N_ ("Mutual information"), N_ ("<i>S</i>(<i>ρ</i><sub>1</sub>) + <i>S</i>(<i>ρ</i><sub>2</sub>) − <i>S</i>(<i>ρ</i>) of a pair’s qubits: all correlation, quantum and classical"), ENTROPY),
  QN_PART_RESULTS (N_ ("Bloch vector of qubit 1"), N_ ("Bloch vector of qubit 2")),
  NUMBER ("ergotropy", "<i>ℰ</i>", N_ ("Ergotropy"), N_ ("Most work a unitary can take out of the state: none out of equilibrium’s"), ENERGY),
  NUMBER ("heat_hot", "<i>Q̇</i>", N_ ("Heat current"), N_ ("From the reservoir into the medium: nothing in equilibrium"), POWER),
  NUMBER ("entropy_production", "<i>Σ̇</i>", N_ ("Entropy production"), N_ ("d<i>S</i>/d<i>t</i> − <i>Q̇</i>/<i>T</i>: nothing in equilibrium"), ENTROPY_RATE),
  QN_CHECK_RESULTS,
};

G_STATIC_ASSERT (G_N_ELEMENTS (results) <= QN_MAX_RESULTS);

static const char *const strip[] = { "heat_capacity", "energy", "entropy", "free_energy", "schottky_temperature", "partition_function", NULL };

static const char *const figures[] = { "levels", "capacity", "potentials", "currents", "ts", "density", "wigner", "correlations", "entropy", "bloch", NULL };

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
  QnMediumSpec medium = { .kind = QN_MEDIUM_LADDER, .levels = QN_MAX_LADDER };

  for (int n = 0; n + 1 < QN_MAX_LADDER; n++)
    medium.spacing[n] = kind == KIND_ROTOR ? n + 1 : kind == KIND_LADDER ? relative_spacing (experiment, n) : 1;
  if (kind == KIND_TWO_LEVEL || kind == KIND_LADDER)
    medium.levels = kind == KIND_LADDER ? (int) qn_experiment_get (experiment, "medium.levels") : 2;
  if (kind == KIND_TWO_LEVEL)
    medium.degeneracy[1] = (int) qn_experiment_get (experiment, "medium.degeneracy");
  for (int J = 0; kind == KIND_ROTOR && J < QN_MAX_LADDER; J++)
    medium.degeneracy[J] = 2 * J + 1;
  if (kind == KIND_BOX || kind == KIND_OSCILLATOR)
    medium.kind = kind == KIND_BOX ? QN_MEDIUM_BOX : QN_MEDIUM_OSCILLATOR;
  if (kind == KIND_PAIR)
    medium = (QnMediumSpec) { .kind = QN_MEDIUM_TWO_QUBITS, .levels = 4, .coupling_ratio = 0.7, .exchange = qn_experiment_get (experiment, "medium.exchange"),
                              .anisotropy = qn_experiment_get (experiment, "medium.anisotropy"), .zz = qn_experiment_get (experiment, "medium.zz") };
  return medium;
}

void
qn_equilibrium_levels (const QnExperiment *experiment, const QnMachine *machine, double w, QnLevels *levels)
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
  machine->bath[QN_HOT] = qn_continuous_bath (experiment, "hot", medium.kind == QN_MEDIUM_OSCILLATOR ? QN_SPECTRUM_BOSONIC : QN_SPECTRUM_FERMIONIC);
  machine->stroke[0].from = machine->stroke[0].to = qn_experiment_get (experiment, "medium.spacing");
  machine->start_temperature = machine->bath[QN_HOT].temperature / 4;
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
  qn_measures_read (&medium, w, x, &gibbs);
  qn_medium_clear (&medium);
  qn_results_set (out, "entanglement_entropy", qn_pair_ground_entanglement (spec, w));
  qn_results_set (out, "entanglement_temperature", qn_pair_entanglement_temperature (spec, w));
  qn_results_set (out, "concurrence", gibbs.concurrence);
  qn_results_set (out, "mutual_information", gibbs.mutual_information);
  memcpy (out->part_z, gibbs.part_z, sizeof gibbs.part_z);
}

/* In equilibrium nothing flows and nothing can be had: what is left of a row is rounding. */
static void
drop_noise (QnResults *out, const char *id, double scale)
{
  if (fabs (qn_results_get (out, id)) <= 1e-12 * scale)
    qn_results_set (out, id, 0);
}

static void
finish (const QnExperiment *experiment, const QnMachine *machine, const QnLedger *ledger, const QnReading *start, QnResults *out)
{
  double T = machine->bath[QN_HOT].temperature, w = machine->stroke[0].from;
  QnLevels levels;
  QnPartition p, colder;

  qn_equilibrium_levels (experiment, machine, w, &levels);
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
  if (machine->medium.kind == QN_MEDIUM_TWO_QUBITS)
    put_pair (&machine->medium, w, T, out);
  drop_noise (out, "ergotropy", ledger->energy_scale);
  drop_noise (out, "heat_hot", ledger->energy_scale * machine->bath[QN_HOT].coupling);
  drop_noise (out, "entropy_production", ledger->energy_scale / T * machine->bath[QN_HOT].coupling);
  put_peak (&levels, out);
  put_populations (&levels, T, out);
}

/* The same levels from next to no temperature to three times the present one. */
static gboolean
compute (const QnExperiment *experiment, const QnMachine *machine, const gint *cancelled, QnResults *out, QnReport *report, GError **error)
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

  qn_equilibrium_levels (experiment, machine, machine->stroke[0].from, &levels);
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
  return TRUE;
}

static const QnAboutSection about[] = {
  { N_ ("What it is"),
    N_ ("No strokes and no engine: a medium that touches one reservoir for ever. Whatever it was before, it ends in the state that only its levels and the temperature decide. Everything a heat engine can do is drawn from what is on this page: how energy and entropy grow with temperature, and how much heat it takes.\n"
        "A run begins at a quarter of the reservoir’s temperature, and whenever the temperature or the levels move, the state is seen to follow.") },
  { N_ ("Equations"),
    N_ ("Units are chosen so that <i>ħ</i> = <i>k</i><sub>B</sub> = 1, and energies count from the ground state. A level of energy <i>E</i><sub>n</sub> that stands for <i>g</i><sub>n</sub> states has the population\n"
        "\t<i>p</i><sub>n</sub> = <i>g</i><sub>n</sub> e<sup>−<i>E</i><sub>n</sub>/<i>T</i></sup> / <i>Z</i>        <i>Z</i> = Σ<sub>n</sub> <i>g</i><sub>n</sub> e<sup>−<i>E</i><sub>n</sub>/<i>T</i></sup>\n"
        "and the partition function <i>Z</i> tells all the rest:\n"
        "\t<i>F</i> = −<i>T</i> ln <i>Z</i>        <i>S</i> = −∂<i>F</i>/∂<i>T</i>        <i>U</i> = <i>F</i> + <i>TS</i>\n"
        "\t<i>C</i> = d<i>U</i>/d<i>T</i> = (⟨<i>E</i>²⟩ − ⟨<i>E</i>⟩²)/<i>T</i>²\n"
        "The sums run over all levels, infinitely many of a box, an oscillator or a rotor. The running state of box and rotor has the lowest eight only, as many as the figures draw; what lies beyond them is among the results.") },
  { N_ ("The media"),
    N_ ("\tTwo levels:   <i>E</i> = 0, <i>ω</i>        Ladder:   <i>E</i><sub>n + 1</sub> − <i>E</i><sub>n</sub> = <i>ω s</i><sub>n + 1</sub>\n"
        "\tBox:   <i>E</i><sub>n</sub> = <i>ω</i>(<i>n</i>² − 1)/3        Oscillator:   <i>E</i><sub>n</sub> = <i>ωn</i>        Rotor:   <i>E</i><sub>J</sub> = <i>ωJ</i>(<i>J</i> + 1)/2, <i>g</i><sub>J</sub> = 2<i>J</i> + 1\n"
        "With <i>x</i> = <i>ω</i>/<i>T</i> and <i>g</i> upper states for a lower one, two levels have\n"
        "\t<i>C</i> = <i>g x</i>² e<sup>−<i>x</i></sup> / (1 + <i>g</i> e<sup>−<i>x</i></sup>)²,   largest where   <i>x</i> (1 − <i>g</i> e<sup>−<i>x</i></sup>) = 2 (1 + <i>g</i> e<sup>−<i>x</i></sup>)\n"
        "An oscillator has <i>C</i> = (<i>x</i>/2)² / sinh²(<i>x</i>/2), which never turns down. A box comes down to ½ from above: but for terms e<sup>−3π²<i>T</i>/<i>ω</i></sup>,\n"
        "\t<i>C</i> = ½ + <i>y</i>(1 − <i>y</i>)/4,   <i>y</i> = 1/(√(3π<i>T</i>/<i>ω</i>) − 1),   largest, 9/16, at   <i>T</i> = 3<i>ω</i>/π\n"
        "A pair of qubits has <i>H</i> = <i>ω</i>(<i>σ</i><sub>z1</sub> + <i>σ</i><sub>z2</sub>)/2 + <i>J</i>[(1 + <i>g</i>)<i>σ</i><sub>x1</sub><i>σ</i><sub>x2</sub> + (1 − <i>g</i>)<i>σ</i><sub>y1</sub><i>σ</i><sub>y2</sub> + <i>d</i> <i>σ</i><sub>z1</sub><i>σ</i><sub>z2</sub>]/2.") },
  { N_ ("Heat"),
    N_ ("The reservoir acts at its coupling <i>γ</i>, down at <i>γ</i>(1 − <i>f</i>) and up at <i>γf</i> with <i>f</i> = 1/(e<sup><i>ν</i>/<i>T</i></sup> + 1) for each gap <i>ν</i>; a level of more states is entered as many times more often. An oscillator is damped at <i>γ</i>(<i>n</i> + 1) and <i>γn</i>, <i>n</i> = 1/(e<sup><i>ω</i>/<i>T</i></sup> − 1). Either leaves the thermal state alone and only that. On the way there heat flows,\n"
        "\t<i>Q̇</i> = Tr[<i>H D</i>[<i>ρ</i>]]        d<i>S</i>/d<i>t</i> − <i>Q̇</i>/<i>T</i> ≥ 0\n"
        "and a step of the levels made by hand is work.") },
  { N_ ("Entanglement"),
    N_ ("A thermal state can be seen as one half of something pure: two equal media in the state\n"
        "\tΣ<sub>n</sub> √<i>p</i><sub>n</sub> |<i>n</i>⟩|<i>n</i>⟩\n"
        "are each thermal alone, and the entropy of either is their entanglement entropy: exactly <i>S</i>. What looks like ignorance from within may be entanglement from without.\n"
        "Within a pair of qubits heat wears entanglement down. Without anisotropy there is none above the temperature at which\n"
        "\tsinh(|<i>J</i>|/<i>T</i>) = e<sup>−<i>Jd</i>/<i>T</i></sup>\n"
        "whatever <i>ω</i>: 2<i>J</i>/ln 3 for Heisenberg’s exchange.") },
  { N_ ("Source"),
    N_ ("C. Kittel and H. Kroemer, <i>Thermal Physics</i>, Freeman 1980: two levels and Schottky’s peak.\n"
        "A. Einstein, Ann. Phys. 22, 180 (1907): the oscillator.\n"
        "L. D. Landau and E. M. Lifshitz, <i>Statistical Physics</i>, §47: the rotor and its maximum.\n"
        "M. Demetrian, arXiv:physics/0303110 (2003): the box at high temperature.\n"
        "M. de Souza, R. Paupitz, A. Seridonio and R. E. Lagos, arXiv:1504.07525 (2015): degeneracy, and two peaks.\n"
        "M. C. Arnesen, S. Bose and V. Vedral, Phys. Rev. Lett. 87, 017901 (2001): thermal entanglement of a pair.") },
  { N_ ("What to look for"),
    N_ ("• Move the temperature: the disc runs along the curve, and the bars of the levels follow their outlines.\n"
        "• Two levels store energy only while heat can lift some but not yet half: far below and far above the peak, warming them costs nothing.\n"
        "• Give the upper level more states: the peak grows, narrows and moves to lower temperature.\n"
        "• An oscillator’s curve rises to 1 and stays. Cooled below its spacing it freezes out: the end of equipartition.\n"
        "• Rotor and box overshoot their classical limit before they come down to it.\n"
        "• Warm a pair of qubits whose ground state is not entangled: entanglement appears.") },
  { NULL },
};

static const char *const baths[] = { N_ ("Reservoir"), NULL, NULL };

const QnLab qn_lab_equilibrium = {
  .id = "equilibrium",
  .name = N_ ("Equilibrium"),
  .summary = N_ ("Levels and a temperature: partition function, energy, entropy and heat capacity, against the classical limit"),
  .icon = "quench-equilibrium-symbolic",
  .group = N_ ("Equilibrium"),
  .baths = baths,
  .parameters = parameters,
  .n_parameters = G_N_ELEMENTS (parameters),
  .results = results,
  .n_results = G_N_ELEMENTS (results),
  .figures = figures,
  .strip = strip,
  .build = build,
  .finish = finish,
  .compute = compute,
  .about = about,
};

const QnPresetRow qn_presets_equilibrium[] = {
  { { "schottky", N_ ("Schottky’s peak"),
      N_ ("Two levels take up heat only around <i>T</i> = 0.417 <i>ω</i>, where <i>C</i> reaches 0.439. Colder, heat cannot lift anything over the gap; hotter, both levels are equally full already. A peak like this in a solid tells of a gap in its atoms. (Kittel, Kroemer, Thermal Physics, 1980)") },
    { { NULL } } },
  { { "degenerate", N_ ("Many states above"),
      N_ ("Ten states share the upper level. Entropy favours them, so they fill at lower temperature and all at once: the peak is five times as high as with one state, and sharper. (de Souza, Paupitz, Seridonio, Lagos, arXiv:1504.07525, 2015)") },
    { { "medium.degeneracy", "10" }, { "hot.temperature", "0.28" } } },
  { { "two-peaks", N_ ("Two peaks"),
      N_ ("Three levels at 0, 1 and 10: the second gap shows as a peak of its own, as if there were two media. With the third level at 4 or below the two melt into one. (de Souza, Paupitz, Seridonio, Lagos, arXiv:1504.07525, 2015)") },
    { { "medium.kind", "ladder" }, { "medium.levels", "3" }, { "medium.spacing.2", "9" }, { "hot.temperature", "1.5" } } },
  { { "einstein", N_ ("Einstein’s solid"),
      N_ ("An oscillator at a fifth of its spacing holds one sixth of the heat capacity that equipartition promised: vibrations freeze out. This curve was the first explanation of why cold solids are so easy to cool. (Einstein, Ann. Phys. 22, 180, 1907)") },
    { { "medium.kind", "oscillator" }, { "hot.temperature", "0.2" } } },
  { { "classical", N_ ("Classical limit"),
      N_ ("Ten quanta hot, an oscillator is nearly a classical one: <i>C</i> is within a thousandth of 1, <i>U</i> within a twentieth of <i>T</i>. What is quantum in it now is mainly its entropy, 1 + ln(<i>T</i>/<i>ω</i>): a classical oscillator has no zero to count it from.") },
    { { "medium.kind", "oscillator" }, { "hot.temperature", "10" } } },
  { { "rotor", N_ ("Rotor"),
      N_ ("A molecule’s rotation overshoots: with three states in its first level it takes up more heat than a classical rotor, 1.1 at <i>T</i> = 0.4 <i>ω</i>, before it comes down to 1. (Landau, Lifshitz, Statistical Physics, §47)") },
    { { "medium.kind", "rotor" }, { "hot.temperature", "0.4" } } },
  { { "box", N_ ("Particle in a box"),
      N_ ("The heat capacity rises to 9/16 at <i>T</i> = 3<i>ω</i>/π and then falls towards the classical ½, as slowly as 1/√<i>T</i>: the walls are felt at any temperature. (Demetrian, arXiv:physics/0303110, 2003)") },
    { { "medium.kind", "box" }, { "hot.temperature", "1" } } },
  { { "pair", N_ ("Entangled pair"),
      N_ ("Two qubits that favour opposite states: the ground state is the singlet, entangled by ln 2. Warm them: the concurrence falls, and at <i>T</i> = 2<i>J</i>/ln 3 = 1.82 <i>J</i> it is gone, while correlation is not. (Arnesen, Bose, Vedral, Phys. Rev. Lett. 87, 017901, 2001)") },
    { { "medium.kind", "pair" }, { "medium.spacing", "0.5" }, { "hot.temperature", "0.5" } } },
  { { "heat-entangles", N_ ("Entangled by heat"),
      N_ ("A field stronger than 2<i>J</i> lays both qubits down: the ground state is not entangled at all. Heat lifts the pair into the singlet above it, and entangles. The temperature at which it is lost does not know of the field. (Arnesen, Bose, Vedral, Phys. Rev. Lett. 87, 017901, 2001)") },
    { { "medium.kind", "pair" }, { "medium.spacing", "2.5" }, { "hot.temperature", "0.6" } } },
  { { NULL } },
};
