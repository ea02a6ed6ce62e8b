/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Work of single runs and its fluctuation relations: C. Jarzynski, Phys. Rev. Lett. 78 (1997) 2690; G. E. Crooks, Phys. Rev.
 * E 60 (1999) 2721; of quantum systems P. Talkner, E. Lutz & P. Hanggi, Phys. Rev. E 75 (2007) 050102. Work is done ON the
 * medium here. */

#include "lab/labs/qn-lab-fluctuations-process.h"

#include <math.h>
#include <string.h>

#include "core/medium/qn-medium-oscillator.h"
#include "core/medium/qn-medium-pair.h"
#include "core/medium/qn-medium-qubit.h"
#include "lab/qn-continuous.h"
#include "lab/labs/qn-lab-fluctuations-runs.h"
#include "lab/qn-outcome.h"
#include "lab/qn-results.h"

enum { KIND }; /* the row that `applies` looks at */

static const QnChoice kinds[] = {
  { "qubit", N_ ("Driven qubit") },
  { "oscillator", N_ ("Driven oscillator") },
  { "trap", N_ ("Moving trap") },
  { "exchange", N_ ("Two qubits exchanging heat") },
  { NULL },
};

static gboolean
is_qubit (const double *values)
{
  return values[KIND] == QN_LAB_FLUCTUATIONS_QUBIT;
}

static gboolean
is_trap (const double *values)
{
  return values[KIND] == QN_LAB_FLUCTUATIONS_TRAP;
}

static gboolean
is_pair (const double *values)
{
  return values[KIND] == QN_LAB_FLUCTUATIONS_PAIR;
}

static gboolean
is_driven (const double *values)
{
  return !is_pair (values);
}

static gboolean
is_ramp (const double *values)
{
  return is_qubit (values) || values[KIND] == QN_LAB_FLUCTUATIONS_OSCILLATOR;
}

static const QnParameter parameters[] = {
  [KIND] = { .id = "medium.kind", .symbol = "", .name = N_ ("Medium"),
    .meaning = N_ ("The driven system: a qubit with moving levels, an oscillator with changing frequency, an "
                   "oscillator in a moving trap, or two qubits of different temperatures"), .group = QN_GROUP_LEVELS,
    .kind = QN_VALUE_CHOICE, .initial = QN_LAB_FLUCTUATIONS_QUBIT, .soft_max = QN_LAB_FLUCTUATIONS_PAIR, .hard_max = QN_LAB_FLUCTUATIONS_PAIR, .choices = kinds },
  { .id = "hot.temperature", .symbol = "<i>T</i>", .name = N_ ("Temperature"),
    .meaning = N_ ("Temperature of the Gibbs state in which every run starts; for two qubits that of the hot one"),
    .group = QN_GROUP_RESERVOIRS, .dimension = QN_DIMENSION_TEMPERATURE, .initial = 1, .soft_min = 0.1, .soft_max = 5, .hard_min = 1e-3, .hard_max = 1e6, .log_scale = TRUE },
  { .id = "hot.coupling", .symbol = "<i>γ</i>", .name = N_ ("Coupling"),
    .meaning = N_ ("Rate at which the driven qubit exchanges quanta with its reservoir; 0 isolates it"),
    .group = QN_GROUP_COUPLING, .dimension = QN_DIMENSION_RATE, .initial = 0, .soft_min = 0, .soft_max = 2, .hard_min = 0, .hard_max = 1e3, .applies = is_qubit },
  { .id = "cold.temperature", .symbol = "<i>T</i><sub>c</sub>", .name = N_ ("Cold temperature"), .meaning = N_ ("Temperature of the cold qubit"),
    .group = QN_GROUP_RESERVOIRS, .dimension = QN_DIMENSION_TEMPERATURE, .initial = 0.5, .soft_min = 0.1, .soft_max = 5, .hard_min = 1e-3, .hard_max = 1e6, .log_scale = TRUE, .applies = is_pair },
  { .id = "bath.spectrum", .symbol = "", .name = N_ ("Bath spectrum"),
    .meaning = N_ ("How the coupling depends on frequency: bosonic constant, ohmic ∝ <i>ω</i>, fermionic with occupation 1/(exp(<i>ω</i>/<i>T</i>) + 1)"),
    .group = QN_GROUP_COUPLING, .kind = QN_VALUE_CHOICE, .soft_max = 2, .hard_max = 2, .choices = qn_choices_spectrum, .applies = is_qubit },
  { .id = "spacing.initial", .symbol = "<i>ω</i><sub>0</sub>", .name = N_ ("Initial spacing"),
    .meaning = N_ ("Control <i>ω</i> before the drive; for trap and pair the constant frequency"),
    .group = QN_GROUP_LEVELS, .dimension = QN_DIMENSION_ENERGY, .initial = 2.5, .soft_min = -3, .soft_max = 5, .hard_min = -1e6, .hard_max = 1e6 },
  { .id = "spacing.final", .symbol = "<i>ω</i><sub>1</sub>", .name = N_ ("Final spacing"), .meaning = N_ ("Control <i>ω</i> after the drive"),
    .group = QN_GROUP_LEVELS, .dimension = QN_DIMENSION_ENERGY, .initial = 0.5, .soft_min = -3, .soft_max = 5, .hard_min = -1e6, .hard_max = 1e6, .applies = is_ramp },
  { .id = "medium.tunnelling", .symbol = "Δ", .name = N_ ("Tunnelling"),
    .meaning = N_ ("Δ in <i>H</i> = (<i>ω σ</i><sub>z</sub> + Δ <i>σ</i><sub>x</sub>)/2. Above 0 a fast drive causes transitions"),
    .group = QN_GROUP_LEVELS, .dimension = QN_DIMENSION_ENERGY, .initial = 1, .soft_max = 3, .hard_max = 1e6, .applies = is_qubit },
  { .id = "drive.shape", .symbol = "", .name = N_ ("Drive protocol"),
    .meaning = N_ ("How the control, or the centre of the trap, changes in time. A trap at constant adiabaticity moves linearly"), .group = QN_GROUP_DRIVE, .kind = QN_VALUE_CHOICE,
    .soft_max = 3, .hard_max = 3, .choices = qn_choices_shape, .applies = is_driven },
  { .id = "drive.distance", .symbol = "<i>d</i>", .name = N_ ("Distance"), .meaning = N_ ("Distance by which the trap moves, in units "
                                                                                          "of 1/√energy (mass 1)"),
    .group = QN_GROUP_DRIVE, .initial = 2, .soft_min = 0, .soft_max = 5, .hard_min = -1e3, .hard_max = 1e3, .applies = is_trap },
  { .id = "swap.angle", .symbol = "<i>θ</i>", .name = N_ ("Swap angle"),
    .meaning = N_ ("Strength of the qubits’ contact, <i>θ</i> in exp(−i <i>θ</i> SWAP). At π/2 they exchange their states"),
    .group = QN_GROUP_DRIVE, .dimension = QN_DIMENSION_ANGLE, .initial = G_PI_2, .soft_max = G_PI, .hard_min = -1e3, .hard_max = 1e3, .applies = is_pair },
  { .id = "initial.coherence", .symbol = "<i>c</i>", .name = N_ ("Initial coherence"),
    .meaning = N_ ("Initial coherence with Gibbs populations, <i>ρ</i><sub>01</sub> = <i>c</i> "
                   "√(<i>p</i><sub>0</sub><i>p</i><sub>1</sub>): a pure state at 1. The first measurement destroys it"),
    .group = QN_GROUP_DRIVE, .initial = 0, .soft_max = 1, .hard_max = 1, .applies = is_qubit },
  { .id = "stroke.drive", .symbol = "<i>τ</i>", .name = N_ ("Drive time"), .meaning = N_ ("Duration of the drive; 0 is a sudden change"), .group = QN_GROUP_TIMING,
    .dimension = QN_DIMENSION_TIME, .initial = 1, .soft_min = 0.05, .soft_max = 100, .hard_min = 0, .hard_max = 1e6, .log_scale = TRUE, .applies = is_driven },
  { .id = "stroke.contact", .symbol = "<i>τ</i><sub>r</sub>", .name = N_ ("Equilibration time"),
    .meaning = N_ ("Duration of the contact with the reservoir between drives in the running machine. "
                   "The statistics assume an equilibrium start and do not depend on it"),
    .group = QN_GROUP_TIMING,
    .dimension = QN_DIMENSION_TIME, .initial = 10, .soft_min = 0.05, .soft_max = 100, .hard_min = 0, .hard_max = 1e6, .log_scale = TRUE },
};

G_STATIC_ASSERT (G_N_ELEMENTS (parameters) <= QN_MAX_PARAMETERS);

#define NUMBER QN_NUMBER_RESULT

static const QnResult results[] = {
  NUMBER ("work_input", "⟨<i>W</i>⟩", N_ ("Mean work"),
          N_ ("Mean work done on the medium, Σ<sub>W</sub> <i>W P</i>(<i>W</i>), never below Δ<i>F</i>. "
              "For two qubits the mean heat from the hot to the cold one"), ENERGY),
  NUMBER ("free_energy_difference", "Δ<i>F</i>", N_ ("Free energy difference"),
          N_ ("Work of an infinitely slow drive in contact with the reservoir, −<i>T</i> ln(<i>Z</i><sub>1</sub>/<i>Z</i><sub>0</sub>)"), ENERGY),
  NUMBER ("probability_violation", "<i>P</i>(<i>W</i> &lt; Δ<i>F</i>)", N_ ("Violation probability"),
          N_ ("Probability that a run takes less work than Δ<i>F</i>; for two qubits, that heat flows from cold to hot. "
              "The second law holds for the mean. In contact it is sampled"), NONE),
  NUMBER ("jarzynski", "⟨e<sup>−<i>W</i>/<i>T</i></sup>⟩", N_ ("Exponential average"),
          N_ ("Average of e<sup>−<i>W</i>/<i>T</i></sup> over all runs, from the distribution "
              "or, in contact, from the master equation with weighted jumps. "
              "For two qubits ⟨e<sup>−(1/<i>T</i><sub>c</sub> − 1/<i>T</i><sub>h</sub>)<i>Q</i></sup>⟩"), NONE),
  NUMBER ("jarzynski_limit", "e<sup>−Δ<i>F</i>/<i>T</i></sup>", N_ ("Jarzynski value"),
          N_ ("Exact value of the exponential average at any speed of the drive, <i>Z</i><sub>1</sub>/<i>Z</i><sub>0</sub>"), NONE),
  NUMBER ("work_dissipated", "<i>W</i><sub>diss</sub>", N_ ("Dissipated work"),
          N_ ("Mean work above the free energy difference, ⟨<i>W</i>⟩ − Δ<i>F</i>; never negative"), ENERGY),
  NUMBER ("work_variance", "σ<sub><i>W</i></sub>²", N_ ("Work variance"), N_ ("Variance of the work, an energy squared: ⟨<i>W</i>²⟩ − ⟨<i>W</i>⟩²"), NONE),
  NUMBER ("relative_entropy", "<i>D</i>(<i>P</i><sub>F</sub>‖<i>P</i><sub>R</sub>)", N_ ("Relative entropy"),
          N_ ("Distinguishability of forward and reverse drive, Σ <i>P</i><sub>F</sub>(<i>W</i>) "
              "ln[<i>P</i><sub>F</sub>(<i>W</i>)/<i>P</i><sub>R</sub>(−<i>W</i>)]. "
              "By Crooks’ relation it equals <i>W</i><sub>diss</sub>/<i>T</i>, which is computed separately"), ENTROPY),
  NUMBER ("crooks_crossing", "<i>W</i>*", N_ ("Crossing point"),
          N_ ("Work at which the forward and the reverse distribution cross, <i>P</i><sub>F</sub>(<i>W</i>) = <i>P</i><sub>R</sub>(−<i>W</i>). "
              "It equals Δ<i>F</i>"), ENERGY),
  NUMBER ("work_reverse", "⟨<i>W</i>⟩<sub>R</sub>", N_ ("Mean reverse work"),
          N_ ("Mean work done on the medium by the reverse drive, which starts from the Gibbs state at the end; never below −Δ<i>F</i>"), ENERGY),
  NUMBER ("work_unmeasured", "<i>W</i><sub>0</sub>", N_ ("Unmeasured work"),
          N_ ("Work without the first measurement, from the state with its coherence: ∫Tr[<i>ρ</i> d<i>H</i>]. "
              "Without coherence it equals ⟨<i>W</i>⟩"), ENERGY),
  NUMBER ("coherence_l1", "<i>C</i><sub>1</sub>", N_ ("Initial coherence"),
          N_ ("<i>l</i><sub>1</sub> norm of coherence before the first measurement, Σ<sub>i≠j</sub> |<i>ρ</i><sub>ij</sub>|"), NONE),
  NUMBER ("coherence_destroyed", "<i>C</i><sub>rel</sub>", N_ ("Destroyed coherence"),
          N_ ("Entropy that the first measurement produces, <i>S</i>(diag <i>ρ</i>) − <i>S</i>(<i>ρ</i>)"), ENTROPY),
  NUMBER ("transition_probability", "<i>p</i><sub>0→1</sub>", N_ ("Transition probability"),
          N_ ("Probability that the drive of an isolated qubit takes it from the lower to the upper level; 0 for a slow drive"), NONE),
  NUMBER ("adiabaticity", "<i>Q</i>*", N_ ("Adiabaticity"),
          N_ ("Husimi’s adiabaticity parameter <i>Q</i>* of the oscillator: "
              "1 for a slow drive, (<i>ω</i><sub>0</sub>² + <i>ω</i><sub>1</sub>²)/(2<i>ω</i><sub>0</sub><i>ω</i><sub>1</sub>) for a sudden one"), NONE),
  NUMBER ("displacement", "|<i>α</i>|²", N_ ("Displacement"), N_ ("Mean number of quanta that the moving trap adds to the ground state"), NONE),
  NUMBER ("heat_hot", "<i>Q</i>", N_ ("Heat during the drive"), N_ ("Mean heat from the reservoir during the forward drive"), ENERGY),
  { .id = "populations", .symbol = "<i>p</i><sub>n</sub>", .name = N_ ("Populations"), .kind = QN_RESULT_VECTOR,
    .meaning = N_ ("Populations of the running machine’s levels at the start of its cycle, lowest first") },
  NUMBER ("residual_first_law", "δ<sub>1</sub>", N_ ("First-law residual"),
          N_ ("Violation of the first law in the running machine’s cycle, Δ<i>E</i> − Σ <i>Q</i> + <i>W</i>. "
              "Heat and work are integrated separately, so this is a check"), ENERGY),
  NUMBER ("residual_jarzynski", "δ<sub>J</sub>", N_ ("Jarzynski residual"),
          N_ ("Violation of Jarzynski’s equality, ⟨e<sup>−<i>W</i>/<i>T</i></sup>⟩/e<sup>−Δ<i>F</i>/<i>T</i></sup> − 1: rounding"), NONE),
  NUMBER ("residual_trace", "δ<sub>Tr</sub>", N_ ("Trace residual"), N_ ("Largest deviation of the trace from 1, |Tr <i>ρ</i> − 1|"), NONE),
  NUMBER ("residual_limit_cycle", "δ<sub>lc</sub>", N_ ("Limit-cycle residual"),
          N_ ("Largest change of the state over one cycle; 0 in an exact limit cycle"), NONE),
  NUMBER ("secular_ratio", "<i>r</i><sub>sec</sub>", N_ ("Secular ratio"),
          N_ ("Smallest distance between Bohr frequencies, divided by the fastest rate of a contact. "
              "Below about 1 the secular approximation of the master equation is doubtful"), NONE),
  NUMBER ("min_eigenvalue", "<i>r</i><sub>min</sub>", N_ ("Smallest eigenvalue"),
          N_ ("Smallest eigenvalue of <i>ρ</i> at the ends of the strokes; not negative in a valid state"), NONE),
};

G_STATIC_ASSERT (G_N_ELEMENTS (results) <= QN_MAX_RESULTS);

#define CONTACT 0.4 /* of the running machine where the drive has none */

static void
add_stroke (QnMachine *machine, const char *id, double duration, double from, double to, guint baths)
{
  machine->stroke[machine->n_strokes++] = (QnStroke) { .id = id, .duration = duration, .from = from, .to = to, .baths = baths };
}

/* Both qubits leave their reservoirs, interact, and return. */
static void
build_pair (const QnExperiment *experiment, QnMachine *machine)
{
  double w = qn_experiment_get (experiment, "spacing.initial");

  machine->n_baths = 2;
  machine->medium = qn_pair_spec (2, w, w);
  machine->bath[QN_COLD] = (QnBath) { .temperature = qn_experiment_get (experiment, "cold.temperature"), .coupling = CONTACT };
  add_stroke (machine, "swap", 0, 1, 1, 0);
  machine->stroke[0].swap = qn_experiment_get (experiment, "swap.angle");
  add_stroke (machine, "contact", qn_experiment_get (experiment, "stroke.contact"), 1, 1, 1u << QN_HOT | 1u << QN_COLD);
}

/* Forward, back to equilibrium, backward, back to equilibrium. A moving trap is described in its own frame: its frequency is constant. */
static void
build_driven (const QnExperiment *experiment, QnLabFluctuationsKind kind, guint baths, QnMachine *machine)
{
  double from = qn_experiment_get (experiment, "spacing.initial"), to = kind == QN_LAB_FLUCTUATIONS_TRAP ? from : qn_experiment_get (experiment, "spacing.final");
  double drive = qn_experiment_get (experiment, "stroke.drive"), contact = qn_experiment_get (experiment, "stroke.contact");
  QnRampShape shape = (QnRampShape) qn_experiment_get (experiment, "drive.shape");

  add_stroke (machine, "forward", drive, from, to, baths);
  add_stroke (machine, "settle", contact, to, to, 1u << QN_HOT);
  add_stroke (machine, "reverse", shape == QN_RAMP_SUDDEN ? 0 : drive, to, from, baths);
  add_stroke (machine, "return", contact, from, from, 1u << QN_HOT);
  machine->stroke[0].shape = machine->stroke[2].shape = shape;
}

static gboolean
build (const QnExperiment *experiment, QnMachine *machine, GError **error)
{
  QnLabFluctuationsKind kind = (QnLabFluctuationsKind) qn_experiment_get (experiment, "medium.kind");
  double coupling = kind == QN_LAB_FLUCTUATIONS_QUBIT ? qn_experiment_get (experiment, "hot.coupling") : 0, w = qn_experiment_get (experiment, "spacing.initial");

  if (kind != QN_LAB_FLUCTUATIONS_QUBIT && w <= 0)
    {
      g_set_error (error, QN_LAB_ERROR, QN_LAB_ERROR_RANGE, _ ("spacing.initial: %g is not allowed; allowed: above 0 but for a qubit"), w);
      return FALSE;
    }
  if (kind == QN_LAB_FLUCTUATIONS_OSCILLATOR && qn_experiment_get (experiment, "spacing.final") <= 0)
    {
      g_set_error (error, QN_LAB_ERROR, QN_LAB_ERROR_RANGE, _ ("spacing.final: %g is not allowed; allowed: above 0 but for a qubit"), qn_experiment_get (experiment, "spacing.final"));
      return FALSE;
    }
  *machine = (QnMachine) { .n_baths = 1, .start_temperature = qn_experiment_get (experiment, "hot.temperature") };
  machine->bath[QN_HOT] = (QnBath) { .temperature = machine->start_temperature, .coupling = coupling > 0 ? coupling : CONTACT };
  if (kind == QN_LAB_FLUCTUATIONS_QUBIT)
    {
      double tunnelling = qn_experiment_get (experiment, "medium.tunnelling");
      gboolean closes = tunnelling == 0 && (w == 0 || qn_experiment_get (experiment, "spacing.final") == 0);

      machine->medium = qn_qubit_spec (tunnelling);
      /* an isolated drive knows of no spectrum; what brings the running machine back is then finite without a gap too */
      machine->bath[QN_HOT].spectrum = closes && coupling == 0 ? QN_SPECTRUM_FERMIONIC : (QnSpectrum) qn_experiment_get (experiment, "bath.spectrum");
    }
  else
    machine->medium = qn_oscillator_spec ();
  if (kind == QN_LAB_FLUCTUATIONS_PAIR)
    build_pair (experiment, machine);
  else
    build_driven (experiment, kind, coupling > 0 ? 1u << QN_HOT : 0, machine);
  return qn_machine_check (machine, error);
}

/* --- What is computed ----------------------------------------------------- */

/* Values whose share cannot be seen are left out of the tables. */
#define LEAST_SHARE 1e-7

static void
add_exact (const QnWorkDistribution *d, QnReport *report)
{
  static const QnColumn columns[] = {
    { "work", "<i>W</i>", N_ ("Work"), QN_DIMENSION_ENERGY },
    { "forward", "<i>P</i><sub>F</sub>(<i>W</i>)", N_ ("Forward probability") },
    { "reverse", "<i>P</i><sub>R</sub>(−<i>W</i>)", N_ ("Reverse probability") },
  };
  QnTable *table;
  gsize n = 0;

  for (gsize i = 0; i < d->n; i++)
    n += d->stick[i].forward >= LEAST_SHARE || d->stick[i].reverse >= LEAST_SHARE;
  table = qn_report_add (report, "work_exact", columns, G_N_ELEMENTS (columns), n);
  n = 0;
  for (gsize i = 0; i < d->n; i++)
    {
      const QnStick *s = &d->stick[i];

      if (s->forward < LEAST_SHARE && s->reverse < LEAST_SHARE)
        continue;
      qn_table_set (table, n, 0, s->value);
      qn_table_set (table, n, 1, s->forward);
      qn_table_set (table, n++, 2, s->reverse);
    }
}

/* The same in the sampler's bins, each where its share lies on average. */
static void
add_binned (const QnLabFluctuationsProcess *process, QnReport *report)
{
  static const QnColumn columns[] = {
    { "work", "<i>W</i>", N_ ("Work"), QN_DIMENSION_ENERGY },
    { "forward", "<i>P</i><sub>F</sub>(<i>W</i>)", N_ ("Forward fraction") },
    { "reverse", "<i>P</i><sub>R</sub>(−<i>W</i>)", N_ ("Reverse fraction") },
  };
  const QnWorkDistribution *d = &process->distribution;
  g_autofree QnStick *bin = g_new0 (QnStick, process->n_bins);
  QnTable *table;
  gsize n = 0;

  for (gsize i = 0; i < d->n; i++)
    {
      QnStick *b = &bin[qn_lab_fluctuations_process_bin (process, d->stick[i].value)];

      b->forward += d->stick[i].forward;
      b->reverse += d->stick[i].reverse;
      b->value += d->stick[i].value * (d->stick[i].forward + d->stick[i].reverse);
    }
  for (int i = 0; i < process->n_bins; i++)
    n += bin[i].forward + bin[i].reverse > LEAST_SHARE;
  table = qn_report_add (report, "work_binned", columns, G_N_ELEMENTS (columns), n);
  n = 0;
  for (int i = 0; i < process->n_bins; i++)
    if (bin[i].forward + bin[i].reverse > LEAST_SHARE)
      {
        qn_table_set (table, n, 0, bin[i].value / (bin[i].forward + bin[i].reverse));
        qn_table_set (table, n, 1, bin[i].forward);
        qn_table_set (table, n++, 2, bin[i].reverse);
      }
}

/* ln P_F(W)/P_R(-W) where both can be met with. */
static void
add_crooks (const QnWorkDistribution *d, QnReport *report)
{
  static const QnColumn columns[] = {
    { "work", "<i>W</i>", N_ ("Work"), QN_DIMENSION_ENERGY },
    { "ratio", "ln <i>P</i><sub>F</sub>(<i>W</i>)/<i>P</i><sub>R</sub>(−<i>W</i>)", N_ ("Logarithm of the ratio") },
  };
  QnTable *table;
  gsize n = 0;

  for (gsize i = 0; i < d->n; i++)
    n += MIN (d->stick[i].forward, d->stick[i].reverse) >= LEAST_SHARE;
  table = qn_report_add (report, "crooks", columns, G_N_ELEMENTS (columns), n);
  n = 0;
  for (gsize i = 0; i < d->n; i++)
    if (MIN (d->stick[i].forward, d->stick[i].reverse) >= LEAST_SHARE)
      {
        qn_table_set (table, n, 0, d->stick[i].value);
        qn_table_set (table, n++, 1, log (d->stick[i].forward / d->stick[i].reverse));
      }
}

/* What Crooks' relation says, from end to end of the histograms. */
static void
add_line (const QnLabFluctuationsProcess *process, QnReport *report)
{
  static const QnColumn columns[] = { { "work", "<i>W</i>", N_ ("Work"), QN_DIMENSION_ENERGY }, { "ratio", "(<i>W</i> − Δ<i>F</i>)/<i>T</i>", N_ ("Crooks’ relation") } };
  QnTable *table = qn_report_add (report, "crooks_line", columns, G_N_ELEMENTS (columns), 2);

  for (int i = 0; i < 2; i++)
    {
      double W = process->low + i * process->n_bins * process->width;

      qn_table_set (table, i, 0, W);
      qn_table_set (table, i, 1, process->slope * (W - process->free_energy));
    }
}

#define SIZES 13 /* 1 to 4096 runs: 16 batches of the largest */
#define CONVERGENCE_SEED 1

static void
add_convergence (const QnWorkDistribution *d, QnReport *report)
{
  static const QnColumn columns[] = {
    { "runs", "<i>N</i>", N_ ("Runs") },
    { "estimate", "−<i>T</i> ln⟨e<sup>−<i>W</i>/<i>T</i></sup>⟩<sub><i>N</i></sub>", N_ ("Mean estimate of the free energy difference"), QN_DIMENSION_ENERGY },
    { "spread", "", N_ ("Spread of the estimates"), QN_DIMENSION_ENERGY },
  };
  QnTable *table = qn_report_add (report, "convergence", columns, G_N_ELEMENTS (columns), SIZES);
  double mean[SIZES], spread[SIZES];

  qn_work_convergence (d, CONVERGENCE_SEED, SIZES, mean, spread);
  for (int k = 0; k < SIZES; k++)
    {
      qn_table_set (table, k, 0, (double) (1 << k));
      qn_table_set (table, k, 1, mean[k]);
      qn_table_set (table, k, 2, spread[k]);
    }
}

static void
put_distribution (const QnLabFluctuationsProcess *process, QnResults *out, QnReport *report)
{
  QnWorkStatistics s;

  qn_work_statistics (&process->distribution, &s);
  qn_results_set (out, "probability_violation", s.violation);
  qn_results_set (out, "relative_entropy", s.relative_entropy);
  qn_results_set (out, "crooks_crossing", s.crossing);
  add_exact (&process->distribution, report);
  add_binned (process, report);
  add_crooks (&process->distribution, report);
  add_convergence (&process->distribution, report);
}

static gboolean
put_medium (const QnExperiment *experiment, const gint *cancelled, const QnLabFluctuationsProcess *process, QnResults *out, GError **error)
{
  double w = qn_experiment_get (experiment, "spacing.initial");
  QnDriven driven;

  qn_results_set (out, "coherence_l1", NAN);
  qn_results_set (out, "heat_hot", process->kind == QN_LAB_FLUCTUATIONS_PAIR ? NAN : process->open ? process->counted.heat : 0);
  if (process->kind == QN_LAB_FLUCTUATIONS_TRAP)
    qn_results_set (out, "displacement",
                    qn_trap_displacement (w, qn_experiment_get (experiment, "drive.distance"), qn_experiment_get (experiment, "stroke.drive"),
                                          (QnRampShape) qn_experiment_get (experiment, "drive.shape")));
  if (process->kind == QN_LAB_FLUCTUATIONS_OSCILLATOR)
    qn_results_set (out, "adiabaticity", qn_drive_adiabaticity (&process->forward, cancelled, NULL));
  if (process->kind != QN_LAB_FLUCTUATIONS_QUBIT)
    return TRUE;
  if (!qn_driven_mean (&process->forward, qn_experiment_get (experiment, "initial.coherence"), cancelled, &driven, error))
    return FALSE;
  qn_results_set (out, "work_unmeasured", driven.work);
  qn_results_set (out, "coherence_l1", driven.coherence);
  qn_results_set (out, "coherence_destroyed", driven.relative);
  if (!process->open)
    qn_results_set (out, "transition_probability", process->two_point.forward[1]);
  return TRUE;
}

static gboolean
evaluate (QnOutcome *outcome, const gint *cancelled, GError **error)
{
  QnLabFluctuationsProcess process;
  QnResults *out = &outcome->results;
  double limit;
  gboolean ok;

  if (!qn_outcome_run_machine (outcome, cancelled, error)
      || !qn_lab_fluctuations_process_init (&process, &outcome->experiment, &outcome->machine, cancelled, error))
    return FALSE;
  limit = exp (-process.slope * process.free_energy);
  qn_results_set (out, "work_input", process.mean);
  qn_results_set (out, "work_variance", process.variance);
  qn_results_set (out, "free_energy_difference", process.free_energy);
  if (process.kind != QN_LAB_FLUCTUATIONS_PAIR)
    {
      qn_results_set (out, "work_reverse", -process.mean_back);
      qn_results_set (out, "work_dissipated", process.mean - process.free_energy);
    }
  if (limit > 1e-300 && limit < 1e300)
    {
      qn_results_set (out, "jarzynski", process.average);
      qn_results_set (out, "jarzynski_limit", limit);
      qn_results_set (out, "residual_jarzynski", process.average / limit - 1);
    }
  if (!process.unlisted)
    add_line (&process, outcome->tables);
  if (!process.open && !process.unlisted)
    put_distribution (&process, out, outcome->tables);
  ok = put_medium (&outcome->experiment, cancelled, &process, out, error);
  qn_lab_fluctuations_process_clear (&process);
  return ok;
}

const QnLab qn_lab_fluctuations = {
  .id = "fluctuations",
  .name = N_ ("Work fluctuations"),
  .summary = N_ ("One drive, many runs, random work: Jarzynski’s equality and Crooks’ relation"),
  .icon = "quench-fluctuations-symbolic",
  .group = N_ ("Fluctuations"),
  .parameters = parameters,
  .n_parameters = G_N_ELEMENTS (parameters),
  .results = results,
  .n_results = G_N_ELEMENTS (results),
  .strip = qn_lab_fluctuations_strip,
  .figures = qn_lab_fluctuations_figures,
  .start = N_ ("each run starts from the Gibbs state at hot.temperature, which the theorems ask for"),
  .build = build,
  .evaluate = evaluate,
  .beyond = (const char *const[]) { "medium.kind", "spacing.initial", "spacing.final", "hot.temperature", "cold.temperature", "drive.distance",
                                    "drive.shape", "stroke.drive", "swap.angle", "initial.coherence", "medium.tunnelling", "hot.coupling", NULL },
  .sampler = &qn_lab_fluctuations_runs,
  .presets = qn_lab_fluctuations_presets,
  .about = qn_lab_fluctuations_about,
};
