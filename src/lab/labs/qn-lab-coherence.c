/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Coherence as fuel: a qubit's Otto cycle whose contacts are too short to remove the coherence its drives create, beside its
 * dephased twin; a demon's ergotropy; and one three-level engine run in three ways. */

#include <math.h>
#include <string.h>

#include "core/medium/qn-medium-qubit.h"
#include "core/protocols/qn-coherence.h"
#include "lab/qn-continuous.h"
#include "lab/qn-outcome.h"
#include "lab/qn-results.h"
#include "core/protocols/qn-equivalence.h"

static const QnChoice auxiliaries[] = { { "none", N_ ("None") }, { "classical", N_ ("Classically correlated") }, { "entangled", N_ ("Entangled") }, { NULL } };

enum { ROW_AUXILIARY, ROW_INITIAL };

#define SPACING_ROW(end, sub, title, text, value)                                                                      \
  { .id = "spacing." end, .symbol = "<i>ω</i><sub>" sub "</sub>", .name = title, .meaning = text, .group = QN_GROUP_LEVELS, \
    .dimension = QN_DIMENSION_ENERGY, .initial = value, .soft_min = 0.1, .soft_max = 8, .hard_min = 1e-6, .hard_max = 1e6 }

QN_INITIAL_PREDICATES (ROW_INITIAL)

static gboolean
starts_superposed (const double *values)
{
  return values[ROW_INITIAL] == QN_INITIAL_SUPERPOSITION;
}

static const QnParameter parameters[] = {
  [ROW_AUXILIARY] = { .id = "auxiliary.kind", .symbol = "", .name = N_ ("Auxiliary qubit"), .meaning =
                      N_ ("Correlation of a second qubit with the working qubit at the start of the cycle. "
                          "The state of the working qubit alone is the same in every case"), .group = QN_GROUP_COUPLING,
    .kind = QN_VALUE_CHOICE, .initial = QN_AUXILIARY_CLASSICAL, .soft_max = 2, .hard_max = 2, .choices = auxiliaries },
  QN_INITIAL_STATE_ROW_OF (qn_choices_initial_qubit, 4),
  QN_INITIAL_TEMPERATURE_ROW (starts_thermal),
  QN_INITIAL_LEVEL_ROW (starts_pure),
  QN_INITIAL_SUPERPOSITION_ROWS (starts_superposed),
  { .id = "auxiliary.angle", .symbol = "<i>θ</i>", .name = N_ ("Measurement angle"),
    .meaning = N_ ("Angle of the demon’s measurement of the auxiliary qubit, cos <i>θ</i> <i>σ</i><sub>z</sub> + sin <i>θ</i> <i>σ</i><sub>x</sub>. "
                   "At 0 it reads a classical correlation"), .group = QN_GROUP_COUPLING,
    .initial = 0.8, .soft_max = 3.1415926535897931, .hard_min = -100, .hard_max = 100 },
  QN_TEMPERATURE_ROWS (7, 0.8),
  SPACING_ROW ("hot", "h", N_ ("Hot level spacing"),
               N_ ("Level spacing during the hot contact, and the gap of the three-level engine’s hot transition"), 4.8),
  SPACING_ROW ("cold", "c", N_ ("Cold level spacing"),
               N_ ("Level spacing during the cold contact, and the gap of the three-level engine’s cold transition"), 0.6),
  { .id = "medium.tunnelling", .symbol = "Δ", .name = N_ ("Tunnelling"),
    .meaning = N_ ("Δ in <i>H</i> = (<i>ω σ</i><sub>z</sub> + Δ <i>σ</i><sub>x</sub>)/2. "
                   "Above 0 the drives create coherence; at 0 engine and twin are the same"),
    .group = QN_GROUP_LEVELS,
    .dimension = QN_DIMENSION_ENERGY, .initial = 1.8, .soft_max = 3, .hard_max = 1e6 },
  QN_COUPLING_ROWS (0.3, 0.3),
  QN_SPECTRUM_ROW,
  QN_DURATION_ROW ("hot", "h", N_ ("Hot contact"), N_ ("Duration of the contact with the hot reservoir, in which coherence precesses and decays"), 2.7),
  QN_DURATION_ROW ("cold", "c", N_ ("Cold contact"), N_ ("Duration of the contact with the cold reservoir, in which coherence precesses and decays"), 2.7),
  QN_DURATION_ROW ("drive", "d", N_ ("Drive"), N_ ("Duration of each of the two isolated drives; a shorter drive creates more coherence"), 0.8),
  { .id = "drive.shape", .symbol = "", .name = N_ ("Drive protocol"), .meaning = N_ ("How the level spacing changes in time: linearly, smoothly, "
                                                                                     "at constant adiabaticity, or suddenly"), .group = QN_GROUP_DRIVE,
    .kind = QN_VALUE_CHOICE, .soft_max = 3, .hard_max = 3, .choices = qn_choices_shape },
  { .id = "drive.rabi", .symbol = "<i>Ω</i>", .name = N_ ("Three-level Rabi frequency"),
    .meaning = N_ ("Strength of the three-level engine’s resonant drive, <i>Ω</i> in <i>Ω</i>(|1⟩⟨2| + |2⟩⟨1|)"), .group = QN_GROUP_DRIVE,
    .dimension = QN_DIMENSION_ENERGY, .initial = 0.3, .soft_min = 0.01, .soft_max = 3, .hard_max = 1e3, .log_scale = TRUE },
  { .id = "engine.action", .symbol = "<i>s</i>", .name = N_ ("Action per cycle"),
    .meaning = N_ ("Action of the three-level engine’s cycle of duration <i>t</i> in units of <i>ħ</i>, <i>s</i> = "
                   "(‖<i>L</i><sub>h</sub>‖ + ‖<i>L</i><sub>c</sub>‖ + ‖<i>L</i><sub>d</sub>‖) <i>t</i>"),
    .group = QN_GROUP_TIMING,
    .initial = 0.1, .soft_min = 0.01, .soft_max = 30, .hard_min = 1e-3, .hard_max = 1e3, .log_scale = TRUE },
};

G_STATIC_ASSERT (G_N_ELEMENTS (parameters) <= QN_MAX_PARAMETERS);

#define NUMBER QN_NUMBER_RESULT

static const QnResult results[] = {
  NUMBER ("work_output", "<i>W</i>", N_ ("Work"), N_ ("Work that the engine with coherence delivers per cycle"), ENERGY),
  NUMBER ("work_twin", "<i>W</i><sub>deph</sub>", N_ ("Work of the twin"),
          N_ ("Work that the dephased twin delivers per cycle: all coherence is removed before each contact"), ENERGY),
  NUMBER ("work_difference", "Δ<i>W</i>", N_ ("Work of coherence"),
          N_ ("Work that coherence adds, <i>W</i> − <i>W</i><sub>deph</sub>. Above 0 coherence acts as fuel, below 0 as friction"), ENERGY),
  NUMBER ("ergotropy_daemonic", "<i>ℰ</i><sub>D</sub>", N_ ("Daemonic ergotropy"),
          N_ ("Mean ergotropy after a measurement of the auxiliary qubit, Σ<sub>a</sub> <i>p</i><sub>a</sub> <i>ℰ</i>(<i>ρ</i><sub>a</sub>)"), ENERGY),
  NUMBER ("daemonic_gain", "δ<i>ℰ</i>", N_ ("Daemonic gain"),
          N_ ("Ergotropy that the measurement adds, <i>ℰ</i><sub>D</sub> − <i>ℰ</i>; never negative"), ENERGY),
  NUMBER ("power_continuous", "<i>P</i><sub>cont</sub>", N_ ("Power, continuous"),
          N_ ("Power of the three-level engine with contacts and drive acting at the same time"), POWER),
  NUMBER ("power_two_stroke", "<i>P</i><sub>2</sub>", N_ ("Power, two strokes"),
          N_ ("Power of the three-level engine in two strokes: both contacts, then the drive"), POWER),
  NUMBER ("power_four_stroke", "<i>P</i><sub>4</sub>", N_ ("Power, four strokes"),
          N_ ("Power of the three-level engine in four strokes: hot contact, half the drive, cold contact, half the drive"), POWER),
  NUMBER ("power_stochastic", "<i>P</i><sub>stoch</sub>", N_ ("Power, stochastic"),
          N_ ("Power of the two-stroke engine when all coherence is removed before the drive. Its work vanishes as <i>s</i>²"), POWER),
  NUMBER ("action", "<i>s</i>", N_ ("Action"), N_ ("Action of the three-level engine’s cycle, in units of <i>ħ</i>"), NONE),
  NUMBER ("engine_time", "<i>t</i>", N_ ("Three-level cycle time"),
          N_ ("Duration of the three-level engine’s cycle, <i>s</i>/(‖<i>L</i><sub>h</sub>‖ + ‖<i>L</i><sub>c</sub>‖ + ‖<i>L</i><sub>d</sub>‖)"), TIME),
  NUMBER ("ergotropy", "<i>ℰ</i>", N_ ("Ergotropy"), N_ ("Maximum work that a unitary can extract from the state at the start of the cycle"), ENERGY),
  NUMBER ("ergotropy_incoherent", "<i>ℰ</i><sub>i</sub>", N_ ("Incoherent ergotropy"),
          N_ ("Ergotropy of the dephased state, due to the populations alone"), ENERGY),
  NUMBER ("ergotropy_coherent", "<i>ℰ</i><sub>c</sub>", N_ ("Coherent ergotropy"),
          N_ ("Ergotropy that coherence adds, <i>ℰ</i> − <i>ℰ</i><sub>i</sub>; never negative"), ENERGY),
  NUMBER ("ergotropy_daemonic_classical", "<i>ℰ</i><sub>cl</sub>", N_ ("Daemonic ergotropy, classical"),
          N_ ("Daemonic ergotropy with a classically correlated auxiliary at this angle"), ENERGY),
  NUMBER ("ergotropy_daemonic_entangled", "<i>ℰ</i><sub>ent</sub>", N_ ("Daemonic ergotropy, entangled"),
          N_ ("Daemonic ergotropy with an entangled auxiliary: all energy above the ground state, at any angle"), ENERGY),
  NUMBER ("coherence_l1", "<i>C</i><sub>1</sub>", N_ ("Coherence"),
          N_ ("<i>l</i><sub>1</sub> norm of coherence in the energy basis at the start of the cycle, Σ<sub>i≠j</sub> |<i>ρ</i><sub>ij</sub>|"), NONE),
  NUMBER ("coherence_relative", "<i>C</i><sub>rel</sub>", N_ ("Relative entropy of coherence"),
          N_ ("Entropy that complete dephasing would add at the start of the cycle, <i>S</i>(diag <i>ρ</i>) − <i>S</i>(<i>ρ</i>)"), ENTROPY),
  NUMBER ("free_energy_coherence", "<i>F</i><sub>coh</sub>", N_ ("Free energy of coherence"),
          N_ ("Free energy lost when the coherence is removed beside the cold reservoir, <i>T</i><sub>c</sub> <i>C</i><sub>rel</sub>"), ENERGY),
  QN_MODE_RESULT,
  NUMBER ("heat_hot", "<i>Q</i><sub>h</sub>", N_ ("Hot heat"), N_ ("Heat from the hot reservoir into the medium per cycle"), ENERGY),
  NUMBER ("heat_cold", "<i>Q</i><sub>c</sub>", N_ ("Cold heat"), N_ ("Heat from the cold reservoir into the medium per cycle"), ENERGY),
  NUMBER ("efficiency", "<i>η</i>", N_ ("Efficiency"),
          N_ ("Work per heat from the hot reservoir, <i>W</i>/<i>Q</i><sub>h</sub>. Defined in an engine only"), NONE),
  NUMBER ("efficiency_twin", "<i>η</i><sub>deph</sub>", N_ ("Efficiency of the twin"), N_ ("Efficiency of the dephased twin, where it is an engine"), NONE),
  NUMBER ("entropy_production_twin", "Σ<sub>deph</sub>", N_ ("Entropy production of the twin"),
          N_ ("Entropy produced per cycle of the twin, −Σ<sub>k</sub> <i>Q</i><sub>k</sub>/<i>T</i><sub>k</sub>; never negative"), ENTROPY),
  NUMBER ("carnot", "<i>η</i><sub>C</sub>", N_ ("Carnot limit"),
          N_ ("Largest efficiency that the two temperatures allow, 1 − <i>T</i><sub>c</sub>/<i>T</i><sub>h</sub>. "
              "In a refrigerator the largest coefficient of performance, <i>T</i><sub>c</sub>/(<i>T</i><sub>h</sub> − <i>T</i><sub>c</sub>)"), NONE),
  NUMBER ("power", "<i>P</i>", N_ ("Power"), N_ ("Work per time, <i>W</i> divided by the period"), POWER),
  NUMBER ("period", "<i>τ</i>", N_ ("Period"), N_ ("Duration of one cycle"), TIME),
  NUMBER ("entropy_production", "Σ", N_ ("Entropy production"),
          N_ ("Entropy produced in medium and reservoirs per cycle, Δ<i>S</i> − Σ<sub>k</sub> "
              "<i>Q</i><sub>k</sub>/<i>T</i><sub>k</sub>; never negative"), ENTROPY),
  NUMBER ("friction_work", "<i>W</i><sub>fric</sub>", N_ ("Friction work"),
          N_ ("Work that the drives take beyond that of a drive which keeps all populations: "
              "<i>W</i><sub>in</sub> − Σ<sub>n</sub> <i>p</i><sub>n</sub> Δ<i>E</i><sub>n</sub>"), ENERGY),
  NUMBER ("energy", "<i>E</i>", N_ ("Energy"), N_ ("Mean energy of the medium at the start of the cycle, Tr[<i>H ρ</i>]"), ENERGY),
  NUMBER ("entropy", "<i>S</i>", N_ ("Entropy"), N_ ("Von Neumann entropy of the medium at the start of the cycle, −Tr[<i>ρ</i> ln <i>ρ</i>]"), ENTROPY),
  { .id = "populations", .symbol = "<i>p</i><sub>n</sub>", .name = N_ ("Populations"), .kind = QN_RESULT_VECTOR,
    .meaning = N_ ("Populations of the energy levels at the start of the cycle, lowest first") },
  { .id = "bloch", .symbol = "<b>r</b>", .name = N_ ("Bloch vector"), .kind = QN_RESULT_VECTOR, .meaning = N_ ("Tr[<i>ρ</i> <b>σ</b>] at the start of the cycle") },
  NUMBER ("purity", "Tr <i>ρ</i>²", N_ ("Purity"),
          N_ ("Purity of the state: 1 for a pure state, 1/<i>N</i> for the maximally mixed state of <i>N</i> levels"), NONE),
  NUMBER ("residual_first_law", "δ<sub>1</sub>", N_ ("First-law residual"),
          N_ ("Violation of the first law in one cycle, Δ<i>E</i> − Σ <i>Q</i> + <i>W</i>. "
              "Heat and work are integrated separately, so this is a check"), ENERGY),
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

static gboolean
build (const QnExperiment *experiment, QnMachine *machine, GError **error)
{
  QnSpectrum spectrum = (QnSpectrum) qn_experiment_get (experiment, "bath.spectrum");
  QnRampShape shape = (QnRampShape) qn_experiment_get (experiment, "drive.shape");
  double hot = qn_experiment_get (experiment, "spacing.hot"), cold = qn_experiment_get (experiment, "spacing.cold"), drive = qn_experiment_get (experiment, "stroke.drive");

  *machine = (QnMachine) { .medium = qn_qubit_spec (qn_experiment_get (experiment, "medium.tunnelling")), .n_baths = 2, .n_strokes = 4 };
  machine->bath[QN_HOT] = qn_continuous_bath (experiment, "hot", spectrum);
  machine->bath[QN_COLD] = qn_continuous_bath (experiment, "cold", spectrum);
  qn_initial_begin (experiment, machine, machine->bath[QN_COLD].temperature);
  machine->stroke[0] = (QnStroke) { .id = "hot", .duration = qn_experiment_get (experiment, "stroke.hot"), .from = hot, .to = hot, .baths = 1u << QN_HOT };
  machine->stroke[1] = (QnStroke) { .id = "expansion", .duration = drive, .shape = shape, .from = hot, .to = cold };
  machine->stroke[2] = (QnStroke) { .id = "cold", .duration = qn_experiment_get (experiment, "stroke.cold"), .from = cold, .to = cold, .baths = 1u << QN_COLD };
  machine->stroke[3] = (QnStroke) { .id = "compression", .duration = drive, .shape = shape, .from = cold, .to = hot };
  return qn_machine_check (machine, error);
}

/* --- Tables --------------------------------------------------------------- */

static gboolean
put_cycle (const QnMachine *machine, const gint *cancelled, QnOperator start, double *levels, QnResults *out, QnReport *report, GError **error)
{
  static const QnColumn columns[] = {
    { "time", "<i>t</i>", N_ ("Time"), QN_DIMENSION_TIME },
    { "l1", "<i>C</i><sub>1</sub>", N_ ("Coherence"), QN_DIMENSION_NONE },
    { "relative", "<i>C</i><sub>rel</sub>", N_ ("Relative entropy of coherence"), QN_DIMENSION_ENTROPY },
    { "free-energy", "<i>F</i><sub>coh</sub>", N_ ("Free energy of coherence"), QN_DIMENSION_ENERGY },
    { "ergotropy", "<i>ℰ</i>", N_ ("Ergotropy"), QN_DIMENSION_ENERGY },
    { "incoherent", "<i>ℰ</i><sub>i</sub>", N_ ("Incoherent ergotropy"), QN_DIMENSION_ENERGY },
    { "coherent", "<i>ℰ</i><sub>c</sub>", N_ ("Coherent ergotropy"), QN_DIMENSION_ENERGY },
  };
  const int points = 60;
  g_autoptr (QnCycle) cycle = qn_cycle_new (machine, QN_TOLERANCE, cancelled, error);
  g_autofree QnReading *sample = g_new0 (QnReading, machine->n_strokes * (points + 1));
  gsize n = cycle ? qn_cycle_readings (cycle, points, sample) : 0;
  QnTable *table = qn_report_add (report, "coherence", columns, G_N_ELEMENTS (columns), n);

  for (gsize i = 0; i < n; i++)
    {
      QnCoherence c;
      QnOperator rho;

      qn_reading_density (&machine->medium, &sample[i], TRUE, rho);
      qn_coherence_read (2, sample[i].level, rho, machine->bath[QN_COLD].temperature, &c);
      memcpy (&table->values[i * table->n_columns], (const double[]) { sample[i].time, c.l1, c.relative, c.free_energy, c.ergotropy, c.incoherent, c.coherent }, sizeof (double) * 7);
      if (i > 0)
        continue;
      memcpy (start, rho, sizeof rho);
      memcpy (levels, sample->level, sizeof (double) * 2);
      qn_results_set (out, "free_energy_coherence", c.free_energy);
      qn_results_set (out, "ergotropy", c.ergotropy);
      qn_results_set (out, "ergotropy_incoherent", c.incoherent);
      qn_results_set (out, "ergotropy_coherent", c.coherent);
    }
  return cycle != NULL;
}

#define SWEEP 161

/* Both engines against the hot contact's time, the cold one's stretched alike, up to three times the present. */
static gboolean
put_twins (const QnMachine *machine, const gint *cancelled, QnResults *out, QnReport *report, GError **error)
{
  static const QnColumn columns[] = {
    { "contact", "<i>τ</i><sub>h</sub>", N_ ("Hot contact"), QN_DIMENSION_TIME },
    { "work", "<i>W</i>", N_ ("Work of the coherent engine"), QN_DIMENSION_ENERGY },
    { "twin", "<i>W</i><sub>deph</sub>", N_ ("Work of the dephased twin"), QN_DIMENSION_ENERGY },
    { "difference", "Δ<i>W</i>", N_ ("Work of coherence"), QN_DIMENSION_ENERGY },
    { "middle", "", N_ ("Mean of both"), QN_DIMENSION_ENERGY },
    { "half", "", N_ ("Half their difference"), QN_DIMENSION_ENERGY },
  };
  QnTable *table = qn_report_add (report, "twin", columns, G_N_ELEMENTS (columns), SWEEP - 1);
  double factor[SWEEP];
  QnCycleWork engine[SWEEP], twin[SWEEP];

  factor[0] = 1;
  for (int i = 1; i < SWEEP; i++)
    factor[i] = 3.0 * i / (SWEEP - 1);
  if (!qn_coherence_twins (machine, QN_TOLERANCE, SWEEP, factor, cancelled, engine, twin, error))
    return FALSE;
  for (int i = 1; i < SWEEP; i++)
    {
      double a = engine[i].work_output, b = twin[i].work_output;

      memcpy (&table->values[(i - 1) * table->n_columns], (const double[]) { factor[i] * machine->stroke[0].duration, a, b, a - b, (a + b) / 2, fabs (a - b) / 2 }, sizeof (double) * 6);
    }
  qn_results_set (out, "work_twin", twin[0].work_output);
  qn_results_set (out, "work_difference", engine[0].work_output - twin[0].work_output);
  qn_results_set (out, "entropy_production_twin", twin[0].entropy_production);
  qn_results_set (out, "efficiency_twin", twin[0].work_output > 0 && twin[0].heat[QN_HOT] > 0 ? twin[0].work_output / twin[0].heat[QN_HOT] : NAN);
  return TRUE;
}

static void
put_demon (const QnExperiment *experiment, const double *levels, QnOperator rho, QnResults *out, QnReport *report)
{
  static const QnColumn columns[] = {
    { "angle", "<i>θ</i>", N_ ("Measurement angle"), QN_DIMENSION_NONE },
    { "none", "<i>ℰ</i>", N_ ("Without an auxiliary"), QN_DIMENSION_ENERGY },
    { "classical", "<i>ℰ</i><sub>cl</sub>", N_ ("Classically correlated"), QN_DIMENSION_ENERGY },
    { "entangled", "<i>ℰ</i><sub>ent</sub>", N_ ("Entangled"), QN_DIMENSION_ENERGY },
  };
  const int n = 121;
  QnTable *table = qn_report_add (report, "daemon", columns, G_N_ELEMENTS (columns), n);
  double angle = qn_experiment_get (experiment, "auxiliary.angle"), now[3];

  for (int kind = QN_AUXILIARY_NONE; kind <= QN_AUXILIARY_ENTANGLED; kind++)
    {
      QnOperator both;

      qn_auxiliary_state ((QnAuxiliary) kind, rho, both);
      now[kind] = qn_ergotropy_daemonic (levels, both, angle);
      for (int i = 0; i < n; i++)
        {
          qn_table_set (table, i, 0, G_PI * i / (n - 1));
          qn_table_set (table, i, 1 + kind, qn_ergotropy_daemonic (levels, both, G_PI * i / (n - 1)));
        }
    }
  qn_results_set (out, "ergotropy_daemonic", now[(int) qn_experiment_get (experiment, "auxiliary.kind")]);
  qn_results_set (out, "daemonic_gain", MAX (0, now[(int) qn_experiment_get (experiment, "auxiliary.kind")] - now[QN_AUXILIARY_NONE]));
  qn_results_set (out, "ergotropy_daemonic_classical", now[QN_AUXILIARY_CLASSICAL]);
  qn_results_set (out, "ergotropy_daemonic_entangled", now[QN_AUXILIARY_ENTANGLED]);
}

static gboolean
put_equivalence (const QnExperiment *experiment, const gint *cancelled, QnResults *out, QnReport *report)
{
  static const QnColumn columns[] = {
    { "action", "<i>s</i>", N_ ("Action per cycle"), QN_DIMENSION_NONE },
    { "continuous", "<i>P</i><sub>cont</sub>", N_ ("Continuous"), QN_DIMENSION_POWER },
    { "two-stroke", "<i>P</i><sub>2</sub>", N_ ("Two strokes"), QN_DIMENSION_POWER },
    { "four-stroke", "<i>P</i><sub>4</sub>", N_ ("Four strokes"), QN_DIMENSION_POWER },
    { "stochastic", "<i>P</i><sub>stoch</sub>", N_ ("Stochastic"), QN_DIMENSION_POWER },
  };
  static const char *const id[] = { "power_continuous", "power_two_stroke", "power_four_stroke", "power_stochastic" };
  const int n = 81;
  QnTable *table = qn_report_add (report, "equivalence", columns, G_N_ELEMENTS (columns), n);
  QnThreeLevelEngine engine = { qn_experiment_get (experiment, "spacing.hot"), qn_experiment_get (experiment, "spacing.cold"), qn_experiment_get (experiment, "drive.rabi"),
                                qn_continuous_bath (experiment, "hot", QN_SPECTRUM_BOSONIC), qn_continuous_bath (experiment, "cold", QN_SPECTRUM_BOSONIC) };
  double s = qn_experiment_get (experiment, "engine.action"), low = MIN (0.01, s / 2), high = MAX (30, s * 2), power[QN_N_ENGINES];
  QnLiouvillians generators;

  qn_equivalence_generators (&engine, &generators);
  qn_equivalence_powers (&generators, s, power);
  for (int k = 0; k < QN_N_ENGINES; k++)
    qn_results_set (out, id[k], power[k]);
  qn_results_set (out, "action", s);
  qn_results_set (out, "engine_time", s / generators.norm);
  for (int i = 0; i < n; i++)
    {
      if (qn_is_cancelled (cancelled))
        return FALSE;
      qn_table_set (table, i, 0, low * pow (high / low, (double) i / (n - 1)));
      qn_equivalence_powers (&generators, qn_table_get (table, i, 0), &table->values[i * table->n_columns + 1]);
    }
  return TRUE;
}

static gboolean
evaluate (QnOutcome *outcome, const gint *cancelled, GError **error)
{
  const QnMachine *machine = &outcome->machine;
  QnResults *out = &outcome->results;
  QnReport *report = outcome->tables;
  QnOperator start;
  double levels[2];

  if (!qn_outcome_run_machine (outcome, cancelled, error) || !put_cycle (machine, cancelled, start, levels, out, report, error)
      || !put_twins (machine, cancelled, out, report, error))
    return FALSE;
  put_demon (&outcome->experiment, levels, start, out, report);
  return put_equivalence (&outcome->experiment, cancelled, out, report);
}

const QnLab qn_lab_coherence = {
  .id = "coherence",
  .name = N_ ("Coherence as fuel"),
  .summary = N_ ("An engine with coherence beside its dephased twin, work from coherence and correlation, and one engine run in three ways"),
  .icon = "quench-coherence-symbolic",
  .group = N_ ("Quantum resources"),
  .parameters = parameters,
  .n_parameters = G_N_ELEMENTS (parameters),
  .results = results,
  .n_results = G_N_ELEMENTS (results),
  .strip = qn_lab_coherence_strip,
  .figures = qn_lab_coherence_figures,
  .build = build,
  .evaluate = evaluate,
  .beyond = (const char *const[]) { "auxiliary.kind", "auxiliary.angle", "spacing.hot", "spacing.cold", "drive.rabi", "engine.action", "hot.temperature",
                                    "cold.temperature", "hot.coupling", "cold.coupling", "bath.spectrum", NULL },
  .sampler = &qn_monte_carlo_jumps,
  .presets = qn_lab_coherence_presets,
  .about = qn_lab_coherence_about,
};
