/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The three-level maser as a continuous heat engine: Scovil & Schulz-DuBois, Phys. Rev. Lett. 2 (1959) 262; heats of a
 * detuned one: Geva & Kosloff, J. Chem. Phys. 104 (1996) 7681; Kosloff & Levy, Annu. Rev. Phys. Chem. 65 (2014) 365. */

#include <math.h>

#include "core/medium/qn-medium-maser.h"
#include "lab/qn-continuous.h"
#include "lab/qn-outcome.h"
#include "lab/qn-results.h"

QN_INITIAL_PREDICATES (0)

static const QnParameter parameters[] = {
  QN_INITIAL_ROWS,
  QN_TEMPERATURE_ROWS (10, 1),
  { .id = "spacing.hot", .symbol = "<i>ν</i><sub>p</sub>", .name = N_ ("Pump frequency"),
    .meaning = N_ ("Gap <i>E</i><sub>2</sub> − <i>E</i><sub>0</sub>, on which the hot reservoir acts"), .group = QN_GROUP_LEVELS,
    .dimension = QN_DIMENSION_ENERGY, .initial = 5, .soft_min = 0.2, .soft_max = 10, .hard_min = 1e-6, .hard_max = 1e6 },
  { .id = "spacing.cold", .symbol = "<i>ν</i><sub>c</sub>", .name = N_ ("Cold frequency"),
    .meaning = N_ ("Gap <i>E</i><sub>2</sub> − <i>E</i><sub>1</sub>, on which the cold reservoir acts. It is smaller than the pump frequency"), .group = QN_GROUP_LEVELS,
    .dimension = QN_DIMENSION_ENERGY, .initial = 2, .soft_min = 0.1, .soft_max = 9, .hard_min = 1e-6, .hard_max = 1e6 },
  QN_COUPLING_ROWS (0.1, 0.1),
  QN_SPECTRUM_ROW,
  { .id = "drive.strength", .symbol = "<i>λ</i>", .name = N_ ("Drive strength"),
    .meaning = N_ ("Strength of the field that stimulates the signal, <i>λ</i> in <i>V</i> = <i>λ</i>(|0⟩⟨1| e<sup>i<i>νt</i></sup> + h.c.)"), .group = QN_GROUP_DRIVE,
    .dimension = QN_DIMENSION_ENERGY, .initial = 0.1, .soft_min = 0, .soft_max = 1, .hard_min = 0, .hard_max = 1e6 },
  { .id = "drive.detuning", .symbol = "<i>δ</i>", .name = N_ ("Detuning"),
    .meaning = N_ ("Frequency of the signal transition minus that of the field, which is <i>ν</i> = <i>E</i><sub>1</sub> − <i>δ</i>"), .group = QN_GROUP_DRIVE,
    .dimension = QN_DIMENSION_ENERGY, .initial = 0, .soft_min = -1, .soft_max = 1, .hard_min = -1e6, .hard_max = 1e6 },
  QN_WINDOW_ROW (100),
};

G_STATIC_ASSERT (G_N_ELEMENTS (parameters) <= QN_MAX_PARAMETERS);

static const QnResult results[] = {
  QN_MODE_RESULT,
  QN_NUMBER_RESULT ("power", "<i>P</i>", N_ ("Power"), N_ ("Work per time that the field gains, −Tr[(d<i>H</i>/d<i>t</i>) <i>ρ</i>]"), POWER),
  QN_NUMBER_RESULT ("work_output", "<i>Ẇ</i>", N_ ("Work per time"), N_ ("Work that the field gains per time, equal to the power"), POWER),
  QN_HEAT_RESULTS,
  QN_NUMBER_RESULT ("efficiency", "<i>η</i>", N_ ("Efficiency"),
                    N_ ("Power per hot heat current, <i>P</i>/<i>Q̇</i><sub>h</sub>. Defined in an engine only"), NONE),
  QN_NUMBER_RESULT ("cop", "COP", N_ ("Coefficient of performance"),
                    N_ ("Cold heat current per power, <i>Q̇</i><sub>c</sub>/(−<i>P</i>). Defined in a refrigerator only"), NONE),
  QN_NUMBER_RESULT ("carnot", "<i>η</i><sub>C</sub>", N_ ("Carnot limit"),
                    N_ ("Largest efficiency that the two temperatures allow, 1 − <i>T</i><sub>c</sub>/<i>T</i><sub>h</sub>. "
                        "In a refrigerator the largest coefficient of performance, "
                        "<i>T</i><sub>c</sub>/(<i>T</i><sub>h</sub> − <i>T</i><sub>c</sub>)"), NONE),
  QN_NUMBER_RESULT ("curzon_ahlborn", "<i>η</i><sub>CA</sub>", N_ ("Curzon–Ahlborn efficiency"),
                    N_ ("Typical efficiency at maximum power, 1 − √(<i>T</i><sub>c</sub>/<i>T</i><sub>h</sub>)"), NONE),
  QN_NUMBER_RESULT ("frequency_ratio", "<i>ν</i><sub>s</sub>/<i>ν</i><sub>p</sub>", N_ ("Signal/pump frequency ratio"),
                    N_ ("Ratio of the photon energies of field and pump, (<i>E</i><sub>1</sub> − <i>δ</i>)/<i>E</i><sub>2</sub>"), NONE),
  QN_NUMBER_RESULT ("inversion", "<i>p</i><sub>1</sub> − <i>p</i><sub>0</sub>", N_ ("Inversion"),
                    N_ ("Population inversion of the signal levels. Above 0 the field is amplified"), NONE),
  QN_NUMBER_RESULT ("threshold_temperature", "<i>T</i><sub>h</sub>*", N_ ("Threshold temperature"),
                    N_ ("Hot temperature above which the signal levels are inverted, "
                        "<i>T</i><sub>c</sub> <i>ν</i><sub>p</sub>/<i>ν</i><sub>c</sub>. "
                        "At threshold <i>ν</i><sub>s</sub>/<i>ν</i><sub>p</sub> equals the Carnot limit"), TEMPERATURE),
  QN_NUMBER_RESULT ("entropy_production", "<i>Σ̇</i>", N_ ("Entropy production"),
                    N_ ("Entropy produced per time, with the whole energy: "
                        "−<i>Q̇</i><sub>h</sub>/<i>T</i><sub>h</sub> − <i>Q̇</i><sub>c</sub>/<i>T</i><sub>c</sub>. "
                        "It is negative where jumps between bare levels are not valid"), ENTROPY_RATE),
  QN_BARE_RESULTS,
  QN_NUMBER_RESULT ("efficiency_bare", "<i>η</i><sup>0</sup>", N_ ("Efficiency, bare"),
                    N_ ("Efficiency with the bare energy, <i>P</i><sup>0</sup>/<i>Q̇</i><sub>h</sub><sup>0</sup> = <i>E</i><sub>1</sub>/<i>E</i><sub>2</sub>. "
                        "Defined in an engine only"), NONE),
  QN_STATE_RESULTS,
  { .id = "bloch", .symbol = "<b>r</b>", .name = N_ ("Bloch vector"), .kind = QN_RESULT_VECTOR,
    .meaning = N_ ("Bloch vector of the signal levels in the rotating frame of the field, (2 Re "
                   "<i>ρ</i><sub>10</sub>, 2 Im <i>ρ</i><sub>10</sub>, <i>p</i><sub>1</sub> − <i>p</i><sub>0</sub>)") },
  QN_CHECK_RESULTS,
};

G_STATIC_ASSERT (G_N_ELEMENTS (results) <= QN_MAX_RESULTS);

static gboolean
build (const QnExperiment *experiment, QnMachine *machine, GError **error)
{
  double pump = qn_experiment_get (experiment, "spacing.hot"), cold = qn_experiment_get (experiment, "spacing.cold");
  QnSpectrum spectrum = (QnSpectrum) qn_experiment_get (experiment, "bath.spectrum");

  if (cold >= pump)
    {
      g_set_error (error, QN_LAB_ERROR, QN_LAB_ERROR_RANGE, _ ("spacing.cold: %g is not allowed; allowed: less than spacing.hot, here %g"), cold, pump);
      return FALSE;
    }
  qn_continuous_begin (experiment, machine, 2);
  machine->medium = qn_maser_spec (pump - cold, pump, qn_experiment_get (experiment, "drive.strength"), qn_experiment_get (experiment, "drive.detuning"));
  machine->bath[QN_HOT] = qn_continuous_bath (experiment, "hot", spectrum);
  machine->bath[QN_COLD] = qn_continuous_bath (experiment, "cold", spectrum);
  return qn_machine_check (machine, error);
}

static gboolean
evaluate (QnOutcome *outcome, const gint *cancelled, GError **error)
{
  const QnMachine *machine = &outcome->machine;
  const QnLedger *ledger = &outcome->ledger;
  QnResults *out = &outcome->results;
  double pump, signal, bare_hot;

  if (!qn_outcome_run_machine (outcome, cancelled, error))
    return FALSE;
  pump = qn_experiment_get (&outcome->experiment, "spacing.hot");
  signal = pump - qn_experiment_get (&outcome->experiment, "spacing.cold");
  bare_hot = ledger->bare_heat[QN_HOT];
  qn_results_set (out, "frequency_ratio", (signal - qn_experiment_get (&outcome->experiment, "drive.detuning")) / pump);
  qn_results_set (out, "inversion", outcome->start.bloch[2]);
  qn_results_set (out, "threshold_temperature", machine->bath[QN_COLD].temperature * pump / (pump - signal));
  if (qn_mode (bare_hot, ledger->bare_heat[QN_COLD], ledger->bare_work_output, ledger->energy_scale) == QN_MODE_ENGINE)
    qn_results_set (out, "efficiency_bare", ledger->bare_work_output / bare_hot);
  return TRUE;
}

const QnLab qn_lab_maser = {
  .id = "maser",
  .name = N_ ("Three-level maser"),
  .summary = N_ ("The first quantum heat engine: a hot reservoir pumps, a cold one empties, and a field takes the difference as work"),
  .icon = "quench-maser-symbolic",
  .group = N_ ("Continuous machines"),
  .parameters = parameters,
  .n_parameters = G_N_ELEMENTS (parameters),
  .results = results,
  .n_results = G_N_ELEMENTS (results),
  .strip = qn_lab_maser_strip,
  .figures = qn_lab_maser_figures,
  .build = build,
  .sampler = &qn_monte_carlo_jumps,
  .evaluate = evaluate,
  .beyond = (const char *const[]) { "spacing.hot", "spacing.cold", "drive.detuning", NULL },
  .presets = qn_lab_maser_presets,
  .about = qn_lab_maser_about,
};
