/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The absorption refrigerator: heat from a hot reservoir extracts heat from a cold one. Three qubits: N. Linden, S. Popescu &
 * P. Skrzypczyk, Phys. Rev. Lett. 105 (2010) 130401; three levels: J. P. Palao, R. Kosloff & J. M. Gordon, Phys. Rev. E 64
 * (2001) 056130. The room is QN_HOT, the work reservoir QN_THIRD.
 *
 * The coupling V joins two levels of one energy, so [F, V] = 0: power is zero in either ledger. Where reservoirs act on the
 * parts alone (local, reset), rho_010,101 of the steady state is imaginary, <V> and every Tr[V D_k rho] vanish, and both
 * ledgers have the same heats. */

#include <math.h>

#include "core/medium/qn-medium-three-levels.h"
#include "core/medium/qn-medium-three-qubits.h"
#include "lab/qn-continuous.h"
#include "lab/qn-outcome.h"
#include "lab/qn-results.h"

enum { THREE_QUBITS, THREE_LEVEL };
enum { RESET, LOCAL, GLOBAL };
enum { ROW_KIND, ROW_MODEL, ROW_INITIAL }; /* first rows of the table, which the others look at */

static const QnChoice kinds[] = { { "three-qubits", N_ ("Three qubits") }, { "three-level", N_ ("Three levels") }, { NULL } };
static const QnChoice models[] = { { "reset", N_ ("Reset") }, { "local", N_ ("Local") }, { "global", N_ ("Global") }, { NULL } };

static gboolean
is_three_qubits (const double *values)
{
  return values[ROW_KIND] == THREE_QUBITS;
}

static gboolean
has_spectrum (const double *values)
{
  return values[ROW_KIND] == THREE_LEVEL || values[ROW_MODEL] != RESET;
}

QN_INITIAL_PREDICATES (ROW_INITIAL)

static const QnParameter parameters[] = {
  { .id = "medium.kind", .symbol = "", .name = N_ ("Medium"),
    .meaning = N_ ("Three qubits, each coupled to one reservoir, or one system of three levels, in which each transition couples to one reservoir"), .group = QN_GROUP_LEVELS,
    .kind = QN_VALUE_CHOICE, .initial = THREE_QUBITS, .soft_max = 1, .hard_max = 1, .choices = kinds },
  { .id = "model", .symbol = "", .name = N_ ("Model"),
    .meaning = N_ ("Model of the reservoirs. Reset: each replaces its qubit by a thermal one at the rate of its coupling. "
                   "Local: each exchanges quanta with its own qubit. Global: each acts between the eigenstates of all three"),
    .group = QN_GROUP_COUPLING, .kind = QN_VALUE_CHOICE, .initial = LOCAL, .soft_max = 2, .hard_max = 2, .choices = models, .applies = is_three_qubits },
  QN_INITIAL_ROWS,
  QN_TEMPERATURE_ROW ("hot", "h", N_ ("Room temperature"), N_ ("Temperature of the room, which receives all heat in the end"), 1.5),
  QN_TEMPERATURE_ROW ("cold", "c", N_ ("Cold temperature"), N_ ("Temperature of the reservoir that is cooled"), 1),
  QN_TEMPERATURE_ROW ("work", "w", N_ ("Work temperature"),
                      N_ ("Temperature of the work reservoir, the hottest one. Its heat takes the place of work"), 5),
  { .id = "spacing.cold", .symbol = "<i>ω</i><sub>c</sub>", .name = N_ ("Cold spacing"),
    .meaning = N_ ("Level spacing of the cold qubit, the quantum taken from the cold reservoir"), .group = QN_GROUP_LEVELS,
    .dimension = QN_DIMENSION_ENERGY, .initial = 1, .soft_min = 0.1, .soft_max = 8, .hard_min = 1e-6, .hard_max = 1e6 },
  { .id = "spacing.work", .symbol = "<i>ω</i><sub>w</sub>", .name = N_ ("Work spacing"),
    .meaning = N_ ("Level spacing of the work qubit, the quantum taken from the work reservoir. "
                   "The room receives both at once, <i>ω</i><sub>h</sub> = <i>ω</i><sub>c</sub> + <i>ω</i><sub>w</sub>"),
    .group = QN_GROUP_LEVELS,
    .dimension = QN_DIMENSION_ENERGY, .initial = 2, .soft_min = 0.1, .soft_max = 8, .hard_min = 1e-6, .hard_max = 1e6 },
  { .id = "medium.interaction", .symbol = "<i>g</i>", .name = N_ ("Interaction"),
    .meaning = N_ ("Strength of the interaction, <i>g</i> in <i>V</i> = <i>g</i>(|010⟩⟨101| + h.c.) in the order cold, room, work. "
                   "It exchanges two quanta for one"), .group = QN_GROUP_LEVELS,
    .dimension = QN_DIMENSION_ENERGY, .initial = 0.1, .soft_min = 0, .soft_max = 1, .hard_min = 0, .hard_max = 1e6, .applies = is_three_qubits },
  QN_COUPLING_ROW ("hot", "h", N_ ("Room coupling"), N_ ("Rate at which the room exchanges quanta with the medium"), 0.1),
  QN_COUPLING_ROW ("cold", "c", N_ ("Cold coupling"), N_ ("Rate at which the cold reservoir exchanges quanta with the medium"), 0.02),
  QN_COUPLING_ROW ("work", "w", N_ ("Work coupling"), N_ ("Rate at which the work reservoir exchanges quanta with the medium"), 0.1),
  { .id = "bath.spectrum", .symbol = "", .name = N_ ("Bath spectrum"),
    .meaning = N_ ("How the coupling depends on frequency: bosonic constant, ohmic ∝ <i>ω</i>, fermionic with occupation 1/(exp(<i>ω</i>/<i>T</i>) + 1)"),
    .group = QN_GROUP_COUPLING, .kind = QN_VALUE_CHOICE, .soft_max = 2, .hard_max = 2, .choices = qn_choices_spectrum, .applies = has_spectrum },
  QN_WINDOW_ROW (100),
};

G_STATIC_ASSERT (G_N_ELEMENTS (parameters) <= QN_MAX_PARAMETERS);

static const QnResult results[] = {
  { .id = "mode", .symbol = "", .name = N_ ("Mode"), .kind = QN_RESULT_MODE,
    .meaning = N_ ("What the machine does, with the work reservoir’s heat in the place of work. A refrigerator uses it to cool the cold reservoir. "
                   "An engine, here a heat transformer, moves heat from the room into the work reservoir. A heater lets it flow into both") },
  QN_NUMBER_RESULT ("heat_hot", "<i>Q̇</i><sub>h</sub>", N_ ("Room heat current"),
                    N_ ("Heat per time from this reservoir into the medium, with the whole energy <i>H</i>: Tr[<i>H D</i><sub>h</sub>[<i>ρ</i>]]"), POWER),
  QN_NUMBER_RESULT ("heat_cold", "<i>Q̇</i><sub>c</sub>", N_ ("Cold heat current"),
                    N_ ("Heat per time from this reservoir into the medium, with the whole energy <i>H</i>: Tr[<i>H D</i><sub>c</sub>[<i>ρ</i>]]"), POWER),
  QN_NUMBER_RESULT ("heat_work", "<i>Q̇</i><sub>w</sub>", N_ ("Work heat current"),
                    N_ ("Heat per time from this reservoir into the medium, with the whole energy <i>H</i>: Tr[<i>H D</i><sub>w</sub>[<i>ρ</i>]]"), POWER),
  QN_NUMBER_RESULT ("cop", "COP", N_ ("Coefficient of performance"),
                    N_ ("Cold heat current per work heat current, <i>Q̇</i><sub>c</sub>/<i>Q̇</i><sub>w</sub>. Defined in a refrigerator only"), NONE),
  QN_NUMBER_RESULT ("efficiency", "<i>η</i>", N_ ("Efficiency"),
                    N_ ("Fraction of the room’s heat that flows into the work reservoir, −<i>Q̇</i><sub>w</sub>/<i>Q̇</i><sub>h</sub>. "
                        "Defined in an engine (heat transformer) only"), NONE),
  QN_NUMBER_RESULT ("carnot", "COP<sub>C</sub>", N_ ("Carnot limit"),
                    N_ ("Largest coefficient of performance with three reservoirs, <i>T</i><sub>c</sub>(<i>T</i><sub>w</sub> − "
                        "<i>T</i><sub>h</sub>)/[<i>T</i><sub>w</sub>(<i>T</i><sub>h</sub> − <i>T</i><sub>c</sub>)]. "
                        "In a heat transformer the largest efficiency, (1 − "
                        "<i>T</i><sub>c</sub>/<i>T</i><sub>h</sub>)/(1 − <i>T</i><sub>c</sub>/<i>T</i><sub>w</sub>). "
                        "Defined for <i>T</i><sub>c</sub> &lt; <i>T</i><sub>h</sub> &lt; <i>T</i><sub>w</sub>"), NONE),
  QN_NUMBER_RESULT ("spacing_ratio", "<i>ω</i><sub>c</sub>/<i>ω</i><sub>w</sub>", N_ ("Cold/work spacing ratio"),
                    N_ ("Coefficient of performance of a machine without leaks, <i>ω</i><sub>c</sub>/<i>ω</i><sub>w</sub>. "
                        "The machine cools while it is below the Carnot limit"), NONE),
  QN_NUMBER_RESULT ("virtual_temperature", "<i>T</i><sub>v</sub>", N_ ("Virtual temperature"),
                    N_ ("Temperature of the pair of states with which the cold qubit exchanges quanta, "
                        "<i>ω</i><sub>c</sub>/(<i>ω</i><sub>h</sub>/<i>T</i><sub>h</sub> − <i>ω</i><sub>w</sub>/<i>T</i><sub>w</sub>). "
                        "The machine cools while it is between 0 and <i>T</i><sub>c</sub>; below 0 the pair is inverted"), TEMPERATURE),
  QN_NUMBER_RESULT ("cold_qubit_temperature", "<i>T</i><sub>q</sub>", N_ ("Cold qubit temperature"),
                    N_ ("Temperature of the cold qubit’s reduced state, "
                        "<i>ω</i><sub>c</sub>/ln(<i>p</i><sub>0</sub>/<i>p</i><sub>1</sub>); with three levels that of the lower two"), TEMPERATURE),
  QN_NUMBER_RESULT ("entropy_production", "<i>Σ̇</i>", N_ ("Entropy production"),
                    N_ ("Entropy produced per time, −<i>Q̇</i><sub>h</sub>/<i>T</i><sub>h</sub> − "
                        "<i>Q̇</i><sub>c</sub>/<i>T</i><sub>c</sub> − <i>Q̇</i><sub>w</sub>/<i>T</i><sub>w</sub>"), ENTROPY_RATE),
  QN_NUMBER_RESULT ("heat_hot_bare", "<i>Q̇</i><sub>h</sub><sup>0</sup>", N_ ("Room heat current, bare"),
                    N_ ("Heat per time from this reservoir, with the energy <i>H</i><sub>0</sub> of the uncoupled parts: "
                        "Tr[<i>H</i><sub>0</sub> <i>D</i><sub>h</sub>[<i>ρ</i>]]"), POWER),
  QN_NUMBER_RESULT ("heat_cold_bare", "<i>Q̇</i><sub>c</sub><sup>0</sup>", N_ ("Cold heat current, bare"),
                    N_ ("Heat per time from this reservoir, with the energy <i>H</i><sub>0</sub> of the uncoupled parts: "
                        "Tr[<i>H</i><sub>0</sub> <i>D</i><sub>c</sub>[<i>ρ</i>]]"), POWER),
  QN_NUMBER_RESULT ("heat_work_bare", "<i>Q̇</i><sub>w</sub><sup>0</sup>", N_ ("Work heat current, bare"),
                    N_ ("Heat per time from this reservoir, with the energy <i>H</i><sub>0</sub> of the uncoupled parts: "
                        "Tr[<i>H</i><sub>0</sub> <i>D</i><sub>w</sub>[<i>ρ</i>]]"), POWER),
  QN_NUMBER_RESULT ("entropy_production_bare", "<i>Σ̇</i><sup>0</sup>", N_ ("Entropy production, bare"),
                    N_ ("Entropy produced per time, with the bare heats: d<i>S</i>/d<i>t</i> − "
                        "Σ<sub>k</sub> <i>Q̇</i><sub>k</sub><sup>0</sup>/<i>T</i><sub>k</sub>"), ENTROPY_RATE),
  QN_STATE_RESULTS,
  { .id = "bloch", .symbol = "<b>r</b>", .name = N_ ("Bloch vector"), .kind = QN_RESULT_VECTOR,
    .meaning = N_ ("Bloch vector of the two states that the interaction couples, |010⟩ and |101⟩ in the order cold, room, work. "
                   "Its y component is <i>J</i>/<i>g</i>, with <i>J</i> the cycles per time. With three levels that of the lower two") },
  QN_CHECK_RESULTS,
};

G_STATIC_ASSERT (G_N_ELEMENTS (results) <= QN_MAX_RESULTS);

/* The level split off by g meets those of cold, work or no quantum; a bosonic reservoir that couples them has an infinite rate. */
static gboolean
check_crossing (const QnExperiment *experiment, const QnMachine *machine, GError **error)
{
  const QnParts *parts = qn_parts (&machine->medium);

  if (!is_three_qubits (experiment->value) || parts->model != QN_MODEL_GLOBAL || machine->bath[0].spectrum != QN_SPECTRUM_BOSONIC)
    return TRUE;
  for (int k = 0; k < 3; k++)
    if (fabs (parts->interaction - parts->energy[k]) <= 1e-9 * parts->energy[QN_HOT])
      {
        g_set_error (error, QN_LAB_ERROR, QN_LAB_ERROR_RANGE,
                     _ ("medium.interaction: %g is not allowed; allowed: other than spacing.cold, spacing.work and their sum, where levels cross and a bosonic contact diverges, "
                        "or bath.spectrum ohmic or fermionic"), parts->interaction);
        return FALSE;
      }
  return TRUE;
}

static gboolean
build (const QnExperiment *experiment, QnMachine *machine, GError **error)
{
  static const QnModel model[] = { [RESET] = QN_MODEL_RESET, [LOCAL] = QN_MODEL_LOCAL, [GLOBAL] = QN_MODEL_GLOBAL };
  static const char *const end[] = { [QN_HOT] = "hot", [QN_COLD] = "cold", [QN_THIRD] = "work" };
  double cold = qn_experiment_get (experiment, "spacing.cold"), work = qn_experiment_get (experiment, "spacing.work");

  qn_continuous_begin (experiment, machine, 3);
  if (is_three_qubits (experiment->value))
    machine->medium = qn_three_qubits_spec (model[(int) qn_experiment_get (experiment, "model")], cold, work, qn_experiment_get (experiment, "medium.interaction"));
  else
    machine->medium = qn_three_levels_spec (cold, work);
  for (int k = 0; k < 3; k++)
    machine->bath[k] = qn_continuous_bath (experiment, end[k], (QnSpectrum) qn_experiment_get (experiment, "bath.spectrum"));
  return check_crossing (experiment, machine, error) && qn_machine_check (machine, error);
}

/* 1/T of a two-level system's populations is ln (p0/p1)/w. */
static double
temperature_of (double spacing, double beta_spacing)
{
  double T = spacing / beta_spacing;

  return isfinite (T) ? T : NAN;
}

static double
cold_temperature (const QnMachine *machine, const QnReading *start)
{
  double p[2] = { 0 };
  gboolean qubits = start->n_levels > 3;

  for (int i = 0; i < (qubits ? 8 : 2); i++)
    p[qubits ? i >> 2 : i] += start->state[i];
  return temperature_of (qn_parts (&machine->medium)->energy[QN_COLD], log (p[0] / p[1]));
}

/* Largest fraction of the room's heat that can flow into the work reservoir, from -Q_h/T_h - Q_c/T_c - Q_w/T_w = 0; refrigerators: most
 * cold heat for the work reservoir's. Either asks for T_c < T_h < T_w. */
static double
limit_of (QnMode mode, double T_h, double T_c, double T_w)
{
  if (!(T_w > T_h && T_h > T_c))
    return NAN;
  return mode == QN_MODE_ENGINE ? (1 - T_c / T_h) / (1 - T_c / T_w) : T_c * (T_w - T_h) / (T_w * (T_h - T_c));
}

/* For the mode the hotter of room and cold reservoir counts as the room, as in every machine; ratios are those of
 * reservoirs in order. */
static void
put_performance (const QnMachine *machine, const QnLedger *ledger, QnResults *out)
{
  double T_h = machine->bath[QN_HOT].temperature, T_c = machine->bath[QN_COLD].temperature, T_w = machine->bath[QN_THIRD].temperature;
  gboolean reversed = T_h < T_c;
  double per = 1 / ledger->period, Q_h = ledger->heat[QN_HOT] * per, Q_c = ledger->heat[QN_COLD] * per, Q_w = ledger->heat[QN_THIRD] * per;
  QnMode mode = qn_mode (reversed ? Q_c : Q_h, reversed ? Q_h : Q_c, -Q_w, ledger->energy_scale);

  if ((mode == QN_MODE_ENGINE && T_w <= MAX (T_h, T_c)) || (mode == QN_MODE_IMPOSSIBLE && ledger->entropy_production * per > -1e-12))
    mode = QN_MODE_CONDUCTION;
  out->mode = mode;
  qn_results_set (out, "cop", mode == QN_MODE_REFRIGERATOR && !reversed ? Q_c / Q_w : NAN);
  qn_results_set (out, "efficiency", mode == QN_MODE_ENGINE && !reversed ? -Q_w / Q_h : NAN);
  qn_results_set (out, "carnot", limit_of (mode, T_h, T_c, T_w));
}

static gboolean
evaluate (QnOutcome *outcome, const gint *cancelled, GError **error)
{
  const QnMachine *machine = &outcome->machine;
  const double *part = qn_parts (&machine->medium)->energy;
  QnResults *out = &outcome->results;
  double cold, pair;

  if (!qn_outcome_run_machine (outcome, cancelled, error))
    return FALSE;
  cold = part[QN_COLD];
  pair = part[QN_HOT] / machine->bath[QN_HOT].temperature - part[QN_THIRD] / machine->bath[QN_THIRD].temperature;
  put_performance (machine, &outcome->ledger, out);
  qn_results_set (out, "spacing_ratio", cold / part[QN_THIRD]);
  qn_results_set (out, "virtual_temperature", temperature_of (cold, pair));
  qn_results_set (out, "cold_qubit_temperature", cold_temperature (machine, &outcome->start));
  return TRUE;
}

static const char *const baths[] = { N_ ("Room"), N_ ("Cold"), N_ ("Work") };

const QnLab qn_lab_absorption = {
  .id = "absorption",
  .name = N_ ("Absorption refrigerator"),
  .summary = N_ ("A refrigerator without work: heat from a hot reservoir extracts heat from a cold one, with as few as three levels"),
  .icon = "quench-absorption-symbolic",
  .group = N_ ("Continuous machines"),
  .baths = baths,
  .parameters = parameters,
  .n_parameters = G_N_ELEMENTS (parameters),
  .results = results,
  .n_results = G_N_ELEMENTS (results),
  .strip = qn_lab_absorption_strip,
  .figures = qn_lab_absorption_figures,
  .build = build,
  .sampler = &qn_monte_carlo_jumps,
  .evaluate = evaluate,
  .beyond = (const char *const[]) { NULL },
  .presets = qn_lab_absorption_presets,
  .about = qn_lab_absorption_about,
};
