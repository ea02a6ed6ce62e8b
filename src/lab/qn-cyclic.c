/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lab/qn-cyclic.h"

#include <string.h>

#include "core/medium/qn-medium-box.h"
#include "core/medium/qn-medium-ladder.h"
#include "core/medium/qn-medium-oscillator.h"
#include "core/medium/qn-medium-qubit.h"
#include "core/medium/qn-medium-two-qubits.h"

const QnChoice qn_choices_spectrum[] = {
  { "bosonic", N_ ("Bosonic") },
  { "ohmic", N_ ("Ohmic") },
  { "fermionic", N_ ("Fermionic") },
  { NULL },
};

const QnChoice qn_choices_shape[] = {
  { "linear", N_ ("Linear") },
  { "smooth", N_ ("Smooth") },
  { "constant-mu", N_ ("Constant adiabaticity") },
  { "sudden", N_ ("Sudden") },
  { NULL },
};

const QnChoice qn_choices_medium[] = {
  { "qubit", N_ ("Qubit") },
  { "ladder", N_ ("Ladder") },
  { "box", N_ ("Particle in a box") },
  { "oscillator", N_ ("Oscillator") },
  { "two-qubits", N_ ("Two qubits") },
  { NULL },
};

#define NUMBER(ID, SYMBOL, NAME, MEANING, DIMENSION) \
  { .id = ID, .symbol = SYMBOL, .name = NAME, .meaning = MEANING, .dimension = QN_DIMENSION_##DIMENSION }

/* SIGMA: what entropy production means in the lab. */
#define RESULT_ROWS(SIGMA) \
  { .id = "mode", .symbol = "", .name = N_ ("Mode"), .kind = QN_RESULT_MODE, \
    .meaning = N_ ("What the machine does. It follows from the signs of heat and work: engine, refrigerator, accelerator, heater, heat conduction or idle") }, \
      NUMBER ("work_output", "<i>W</i>", N_ ("Work"), N_ ("Work that the medium delivers per cycle"), ENERGY), \
      NUMBER ("heat_hot", "<i>Q</i><sub>h</sub>", N_ ("Hot heat"), N_ ("Heat from the hot reservoir into the medium per cycle"), ENERGY), \
      NUMBER ("heat_cold", "<i>Q</i><sub>c</sub>", N_ ("Cold heat"), N_ ("Heat from the cold reservoir into the medium per cycle"), ENERGY), \
      NUMBER ("efficiency", "<i>η</i>", N_ ("Efficiency"), \
              N_ ("Work per heat from the hot reservoir, <i>W</i>/<i>Q</i><sub>h</sub>. Defined in an engine only"), NONE), \
      NUMBER ("cop", "COP", N_ ("Coefficient of performance"), \
              N_ ("Heat from the cold reservoir per work, <i>Q</i><sub>c</sub>/(−<i>W</i>). Defined in a refrigerator only"), NONE), \
      NUMBER ("carnot", "<i>η</i><sub>C</sub>", N_ ("Carnot limit"), \
              N_ ("Largest efficiency that the two temperatures allow, 1 − <i>T</i><sub>c</sub>/<i>T</i><sub>h</sub>. " \
                  "In a refrigerator the largest coefficient of performance, <i>T</i><sub>c</sub>/(<i>T</i><sub>h</sub> − <i>T</i><sub>c</sub>)"), NONE), \
      NUMBER ("limit_squeezed", "<i>η</i><sub>r</sub>", N_ ("Generalised limit"), \
              N_ ("Generalised limit of an engine whose hot reservoir is squeezed and whose drives do not use the phase of the squeezing, 1 − " \
                  "<i>T</i><sub>c</sub>/<i>T</i><sub>r</sub>. The temperature <i>T</i><sub>r</sub> is that of a thermal reservoir that gives as many " \
                  "quanta, and at high temperature it is <i>T</i><sub>h</sub> cosh 2<i>r</i>"), NONE), \
      NUMBER ("curzon_ahlborn", "<i>η</i><sub>CA</sub>", N_ ("Curzon–Ahlborn efficiency"), \
              N_ ("Typical efficiency at maximum power, 1 − √(<i>T</i><sub>c</sub>/<i>T</i><sub>h</sub>)"), NONE), \
      NUMBER ("efficiency_quasi_static", "<i>η</i><sub>qs</sub>", N_ ("Quasi-static efficiency"), \
              N_ ("Efficiency of the same cycle run infinitely slowly; in a refrigerator its coefficient of performance"), NONE), \
      NUMBER ("power", "<i>P</i>", N_ ("Power"), N_ ("Work per time, <i>W</i> divided by the period"), POWER), \
      NUMBER ("period", "<i>τ</i>", N_ ("Period"), N_ ("Duration of one cycle"), TIME), \
      NUMBER ("entropy_production", "Σ", N_ ("Entropy production"), SIGMA, ENTROPY), \
      NUMBER ("friction_work", "<i>W</i><sub>fric</sub>", N_ ("Friction work"), \
              N_ ("Work that the drives take beyond that of a drive which keeps all populations: " \
                  "<i>W</i><sub>in</sub> − Σ<sub>n</sub> <i>p</i><sub>n</sub> Δ<i>E</i><sub>n</sub>"), ENERGY), \
      NUMBER ("drive_work", "<i>W</i><sub>drive</sub>", N_ ("Work of the drives"), N_ ("Work that the medium delivers during the isolated drives"), ENERGY), \
      NUMBER ("drive_cost", "<i>C</i><sub>CD</sub>", N_ ("Cost of the shortcut"), \
              N_ ("Time average of the counterdiabatic field’s norm, summed over the driven strokes: Σ " \
                  "(1/<i>τ</i><sub>d</sub>) ∫ ‖<i>H</i><sub>CD</sub>‖ d<i>t</i>"), ENERGY), \
      NUMBER ("efficiency_with_cost", "<i>η</i><sub>+C</sub>", N_ ("Efficiency with cost"), \
              N_ ("Efficiency when the cost of the shortcut is added to the heat: <i>W</i>/(<i>Q</i><sub>h</sub> + <i>C</i><sub>CD</sub>)"), NONE), \
      NUMBER ("efficiency_net_of_cost", "<i>η</i><sub>−C</sub>", N_ ("Efficiency net of cost"), \
              N_ ("Efficiency when the cost of the shortcut is subtracted from the work: (<i>W</i> − <i>C</i><sub>CD</sub>)/<i>Q</i><sub>h</sub>"), NONE), \
      NUMBER ("energy", "<i>E</i>", N_ ("Energy"), N_ ("Mean energy of the medium at the start of the cycle, Tr[<i>H ρ</i>]"), ENERGY), \
      NUMBER ("entropy", "<i>S</i>", N_ ("Entropy"), N_ ("Von Neumann entropy of the medium at the start of the cycle, −Tr[<i>ρ</i> ln <i>ρ</i>]"), ENTROPY), \
  { .id = "populations", .symbol = "<i>p</i><sub>n</sub>", .name = N_ ("Populations"), .kind = QN_RESULT_VECTOR, \
    .meaning = N_ ("Populations of the energy levels at the start of the cycle, lowest first") }, \
  { .id = "bloch", .symbol = "<b>r</b>", .name = N_ ("Bloch vector"), .kind = QN_RESULT_VECTOR, \
    .meaning = N_ ("Bloch vector at the start of the cycle, Tr[<i>ρ</i> <b>σ</b>]. For more than two levels that of the two lowest") }, \
      QN_PART_RESULTS (N_ ("Bloch vector of qubit 1"), N_ ("Bloch vector of qubit 2")), \
      NUMBER ("coherence_l1", "<i>C</i><sub>1</sub>", N_ ("Coherence"), \
              N_ ("<i>l</i><sub>1</sub> norm of coherence in the energy basis, Σ<sub>i≠j</sub> |<i>ρ</i><sub>ij</sub>|"), NONE), \
      NUMBER ("coherence_relative", "<i>C</i><sub>rel</sub>", N_ ("Relative entropy of coherence"), \
              N_ ("Entropy that complete dephasing in the energy basis would add, <i>S</i>(diag <i>ρ</i>) − <i>S</i>(<i>ρ</i>)"), ENTROPY), \
      NUMBER ("purity", "Tr <i>ρ</i>²", N_ ("Purity"), \
              N_ ("Purity of the state: 1 for a pure state, 1/<i>N</i> for the maximally mixed state of <i>N</i> levels"), NONE), \
      NUMBER ("ergotropy", "<i>ℰ</i>", N_ ("Ergotropy"), N_ ("Maximum work that a unitary can extract from the state"), ENERGY), \
      NUMBER ("concurrence", "<i>C</i>", N_ ("Concurrence"), \
              N_ ("Entanglement of two qubits (Wootters): 0 for a separable state, 1 for a Bell state"), NONE), \
      NUMBER ("mutual_information", "<i>I</i>", N_ ("Mutual information"), \
              N_ ("All correlation of two qubits, quantum and classical: " \
                  "<i>S</i>(<i>ρ</i><sub>1</sub>) + <i>S</i>(<i>ρ</i><sub>2</sub>) − <i>S</i>(<i>ρ</i>)"), ENTROPY), \
      NUMBER ("residual_first_law", "δ<sub>1</sub>", N_ ("First-law residual"), \
              N_ ("Violation of the first law in one cycle, Δ<i>E</i> − Σ <i>Q</i> + <i>W</i>. " \
                  "Heat and work are integrated separately, so this is a check"), ENERGY), \
      NUMBER ("residual_trace", "δ<sub>Tr</sub>", N_ ("Trace residual"), N_ ("Largest deviation of the trace from 1, |Tr <i>ρ</i> − 1|"), NONE), \
      NUMBER ("residual_limit_cycle", "δ<sub>lc</sub>", N_ ("Limit-cycle residual"), \
              N_ ("Largest change of the state over one cycle; 0 in an exact limit cycle"), NONE), \
      NUMBER ("secular_ratio", "<i>r</i><sub>sec</sub>", N_ ("Secular ratio"), \
              N_ ("Smallest distance between Bohr frequencies, divided by the fastest rate of a contact. " \
                  "Below about 1 the secular approximation of the master equation is doubtful"), NONE), \
      NUMBER ("min_eigenvalue", "<i>r</i><sub>min</sub>", N_ ("Smallest eigenvalue"), \
              N_ ("Smallest eigenvalue of <i>ρ</i> at the ends of the strokes; not negative in a valid state"), NONE)

const QnResult qn_cyclic_results[QN_CYCLIC_N_RESULTS] = {
  RESULT_ROWS (N_ ("Entropy produced in medium and reservoirs per cycle, Δ<i>S</i> − Σ<sub>k</sub> "
                   "<i>Q</i><sub>k</sub>/<i>T</i><sub>k</sub>; never negative. For a squeezed reservoir, heat is counted in its squeezed frame")),
};

const QnResult qn_stirling_results[QN_STIRLING_N_RESULTS] = {
  RESULT_ROWS (N_ ("Entropy produced per cycle, with the heats after regeneration and the regenerator’s work: "
                   "−<i>Q</i><sub>h</sub>/<i>T</i><sub>h</sub> − <i>Q</i><sub>c</sub>/<i>T</i><sub>c</sub> + "
                   "<i>W</i><sub>reg</sub>/<i>T</i><sub>c</sub>; never negative")),
  NUMBER ("regenerator_heat", "<i>R</i>", N_ ("Regenerated heat"),
          N_ ("Heat that the regenerator stores on the cold isochore and returns on the hot one: "
              "<i>g</i> max(0, min(<i>Q</i><sub>hot isochore</sub>, −<i>Q</i><sub>cold isochore</sub>))"), ENERGY),
  NUMBER ("regenerator_work", "<i>W</i><sub>reg</sub>", N_ ("Work of the regenerator"),
          N_ ("Minimum work that the regenerator needs to satisfy the second law: "
              "<i>T</i><sub>c</sub> max(0, <i>Q</i><sub>h</sub>/<i>T</i><sub>h</sub> + <i>Q</i><sub>c</sub>/<i>T</i><sub>c</sub>)"), ENERGY),
  NUMBER ("efficiency_honest", "<i>η</i><sub>reg</sub>", N_ ("Net efficiency with regenerator"),
          N_ ("Efficiency with the regenerator’s work subtracted, (<i>W</i> − <i>W</i><sub>reg</sub>)/<i>Q</i><sub>h</sub>. "
              "Defined in an engine only"), NONE),
};

gboolean
qn_cyclic_is_qubit (const double *values)
{
  return values[QN_CYCLIC_MEDIUM] == QN_CYCLIC_QUBIT;
}

gboolean
qn_cyclic_is_levels (const double *values)
{
  return values[QN_CYCLIC_MEDIUM] == QN_CYCLIC_LADDER || values[QN_CYCLIC_MEDIUM] == QN_CYCLIC_BOX;
}

gboolean
qn_cyclic_is_two_qubits (const double *values)
{
  return values[QN_CYCLIC_MEDIUM] == QN_CYCLIC_TWO_QUBITS;
}

gboolean
qn_cyclic_is_oscillator (const double *values)
{
  return values[QN_CYCLIC_MEDIUM] == QN_CYCLIC_OSCILLATOR;
}

gboolean
qn_cyclic_starts_thermal (const double *values)
{
  return values[QN_CYCLIC_INITIAL] == QN_INITIAL_THERMAL;
}

gboolean
qn_cyclic_starts_level (const double *values)
{
  return values[QN_CYCLIC_INITIAL] == QN_INITIAL_PURE && !qn_cyclic_is_oscillator (values);
}

gboolean
qn_cyclic_starts_coherent (const double *values)
{
  return values[QN_CYCLIC_INITIAL] == QN_INITIAL_PURE && qn_cyclic_is_oscillator (values);
}

gboolean
qn_cyclic_starts_superposed (const double *values)
{
  return values[QN_CYCLIC_INITIAL] == QN_INITIAL_SUPERPOSITION && qn_cyclic_is_qubit (values);
}

#define LADDER(n)                                                                          \
  gboolean                                                                                 \
      qn_cyclic_is_ladder_##n (const double *values)                                           \
  {                                                                                        \
    return values[QN_CYCLIC_MEDIUM] == QN_CYCLIC_LADDER && values[QN_CYCLIC_LEVELS] >= n;  \
  }

LADDER (2)
LADDER (3)
LADDER (4)
LADDER (5)
LADDER (6)
LADDER (7)
LADDER (8)

static QnMediumSpec
ladder_of (const QnExperiment *experiment)
{
  double spacing[QN_MAX_LADDER - 1];

  for (int i = 0; i + 1 < QN_MAX_LADDER; i++)
    {
      char id[32];

      g_snprintf (id, sizeof id, "medium.spacing.%d", i + 1);
      spacing[i] = qn_experiment_get (experiment, id);
    }
  return qn_ladder_spec ((int) qn_experiment_get (experiment, "medium.levels"), spacing, NULL);
}

static QnMediumSpec
medium_of (const QnExperiment *experiment)
{
  switch ((int) qn_experiment_get (experiment, "medium.kind"))
    {
    case QN_CYCLIC_LADDER:
      return ladder_of (experiment);
    case QN_CYCLIC_BOX:
      return qn_box_spec ((int) qn_experiment_get (experiment, "medium.levels"));
    case QN_CYCLIC_OSCILLATOR:
      return qn_oscillator_spec ();
    case QN_CYCLIC_TWO_QUBITS:
      return qn_two_qubits_spec ((QnTwoQubits) { .exchange = qn_experiment_get (experiment, "medium.exchange"), .anisotropy = qn_experiment_get (experiment, "medium.anisotropy"),
                                                 .zz = qn_experiment_get (experiment, "medium.zz"), .coupling_ratio = qn_experiment_get (experiment, "medium.coupling-ratio") });
    default:
      return qn_qubit_spec (qn_experiment_get (experiment, "medium.tunnelling"));
    }
}

void
qn_cyclic_begin (const QnExperiment *experiment, QnMachine *machine)
{
  QnSpectrum spectrum = (QnSpectrum) qn_experiment_get (experiment, "bath.spectrum");

  memset (machine, 0, sizeof *machine);
  machine->medium = medium_of (experiment);
  machine->n_baths = 2;
  machine->bath[QN_HOT] = (QnBath) { qn_experiment_get (experiment, "hot.temperature"), qn_experiment_get (experiment, "hot.coupling"), spectrum, 0 };
  if (machine->medium.klass->gaussian)
    machine->bath[QN_HOT].squeezing = qn_experiment_get (experiment, "hot.squeezing");
  machine->bath[QN_COLD] = (QnBath) { qn_experiment_get (experiment, "cold.temperature"), qn_experiment_get (experiment, "cold.coupling"), spectrum, 0 };
  qn_initial_begin (experiment, machine, machine->bath[QN_COLD].temperature);
}

void
qn_cyclic_add_stroke (const QnExperiment *experiment, QnMachine *machine, const char *id, double duration, double from, double to, guint baths)
{
  QnStroke *stroke = &machine->stroke[machine->n_strokes++];

  *stroke = (QnStroke) { .id = id, .duration = duration, .from = from, .to = to, .baths = baths };
  stroke->counterdiabatic = qn_experiment_get (experiment, "drive.counterdiabatic") != 0;
  if (baths)
    return;
  stroke->shape = (QnRampShape) qn_experiment_get (experiment, "drive.shape");
  stroke->dephasing = qn_experiment_get (experiment, "drive.dephasing");
}
