/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The three-level maser as a continuous heat engine: Scovil & Schulz-DuBois, Phys. Rev. Lett. 2 (1959) 262; heats of a
 * detuned one: Geva & Kosloff, J. Chem. Phys. 104 (1996) 7681; Kosloff & Levy, Annu. Rev. Phys. Chem. 65 (2014) 365. */

#include <math.h>

#include "lab/qn-about.h"
#include "lab/qn-continuous.h"

static const QnParameter parameters[] = {
  QN_TEMPERATURE_ROWS (10, 1),
  { .id = "spacing.hot", .symbol = "<i>ν</i><sub>p</sub>", .name = N_ ("Pump frequency"),
    .meaning = N_ ("Gap <i>E</i><sub>2</sub> − <i>E</i><sub>0</sub>, across which the hot reservoir acts"), .group = QN_GROUP_LEVELS,
    .dimension = QN_DIMENSION_ENERGY, .initial = 5, .soft_min = 0.2, .soft_max = 10, .hard_min = 1e-6, .hard_max = 1e6 },
  { .id = "spacing.cold", .symbol = "<i>ν</i><sub>c</sub>", .name = N_ ("Cold frequency"),
    .meaning = N_ ("Gap <i>E</i><sub>2</sub> − <i>E</i><sub>1</sub>, across which the cold reservoir acts; less than the pump’s"), .group = QN_GROUP_LEVELS,
    .dimension = QN_DIMENSION_ENERGY, .initial = 2, .soft_min = 0.1, .soft_max = 9, .hard_min = 1e-6, .hard_max = 1e6 },
  QN_COUPLING_ROWS (0.1, 0.1),
  QN_SPECTRUM_ROW,
  { .id = "drive.strength", .symbol = "<i>λ</i>", .name = N_ ("Drive strength"),
    .meaning = N_ ("<i>λ</i> in <i>V</i> = <i>λ</i>(|0⟩⟨1| e<sup>i<i>νt</i></sup> + h.c.), the field that stimulates the signal"), .group = QN_GROUP_DRIVE,
    .dimension = QN_DIMENSION_ENERGY, .initial = 0.1, .soft_min = 0, .soft_max = 1, .hard_min = 0, .hard_max = 1e6 },
  { .id = "drive.detuning", .symbol = "<i>δ</i>", .name = N_ ("Detuning"),
    .meaning = N_ ("The drive turns at <i>ν</i> = <i>E</i><sub>1</sub> − <i>δ</i>"), .group = QN_GROUP_DRIVE,
    .dimension = QN_DIMENSION_ENERGY, .initial = 0, .soft_min = -1, .soft_max = 1, .hard_min = -1e6, .hard_max = 1e6 },
  QN_WINDOW_ROW (100),
};

G_STATIC_ASSERT (G_N_ELEMENTS (parameters) <= QN_MAX_PARAMETERS);

static const QnResult results[] = {
  QN_MODE_RESULT,
  QN_NUMBER_RESULT ("power", "<i>P</i>", N_ ("Power"), N_ ("−Tr[(d<i>H</i>/d<i>t</i>) <i>ρ</i>]: what the field gains"), POWER),
  QN_NUMBER_RESULT ("work_output", "<i>Ẇ</i>", N_ ("Work per time"), N_ ("The same as the power"), POWER),
  QN_HEAT_RESULTS,
  QN_NUMBER_RESULT ("efficiency", "<i>η</i>", N_ ("Efficiency"), N_ ("<i>P</i>/<i>Q̇</i><sub>h</sub>, in an engine only"), NONE),
  QN_NUMBER_RESULT ("cop", "COP", N_ ("Coefficient of performance"), N_ ("<i>Q̇</i><sub>c</sub>/(−<i>P</i>), in a refrigerator only"), NONE),
  QN_NUMBER_RESULT ("carnot", "<i>η</i><sub>C</sub>", N_ ("Carnot’s limit"), N_ ("1 − <i>T</i><sub>c</sub>/<i>T</i><sub>h</sub>; in a refrigerator <i>T</i><sub>c</sub>/(<i>T</i><sub>h</sub> − <i>T</i><sub>c</sub>)"), NONE),
  QN_NUMBER_RESULT ("curzon_ahlborn", "<i>η</i><sub>CA</sub>", N_ ("Curzon–Ahlborn efficiency"), N_ ("1 − √(<i>T</i><sub>c</sub>/<i>T</i><sub>h</sub>), typical of greatest power"), NONE),
  QN_NUMBER_RESULT ("frequency_ratio", "<i>ν</i><sub>s</sub>/<i>ν</i><sub>p</sub>", N_ ("Signal over pump"), N_ ("(<i>E</i><sub>1</sub> − <i>δ</i>)/<i>E</i><sub>2</sub>: photon energies of the field and of the pump"), NONE),
  QN_NUMBER_RESULT ("inversion", "<i>p</i><sub>1</sub> − <i>p</i><sub>0</sub>", N_ ("Inversion"), N_ ("Above 0 the field is amplified"), NONE),
  QN_NUMBER_RESULT ("threshold_temperature", "<i>T</i><sub>h</sub>*", N_ ("Threshold"), N_ ("<i>T</i><sub>c</sub> <i>ν</i><sub>p</sub>/<i>ν</i><sub>c</sub>: a hotter hot reservoir inverts the signal levels; there <i>ν</i><sub>s</sub>/<i>ν</i><sub>p</sub> meets Carnot’s limit"), TEMPERATURE),
  QN_NUMBER_RESULT ("entropy_production", "<i>Σ̇</i>", N_ ("Entropy production"), N_ ("−<i>Q̇</i><sub>h</sub>/<i>T</i><sub>h</sub> − <i>Q̇</i><sub>c</sub>/<i>T</i><sub>c</sub> per time, heats counted with the whole energy; below zero where jumps between bare levels are no longer the right ones"), ENTROPY_RATE),
  QN_BARE_RESULTS,
  QN_NUMBER_RESULT ("efficiency_bare", "<i>η</i><sup>0</sup>", N_ ("Efficiency, bare"), N_ ("<i>P</i><sup>0</sup>/<i>Q̇</i><sub>h</sub><sup>0</sup> = <i>E</i><sub>1</sub>/<i>E</i><sub>2</sub>, in an engine only"), NONE),
  QN_STATE_RESULTS,
  { .id = "bloch", .symbol = "<b>r</b>", .name = N_ ("Bloch vector"), .kind = QN_RESULT_VECTOR,
    .meaning = N_ ("(2 Re <i>ρ</i><sub>10</sub>, 2 Im <i>ρ</i><sub>10</sub>, <i>p</i><sub>1</sub> − <i>p</i><sub>0</sub>) of the signal levels, in the frame that turns with the field") },
  QN_CHECK_RESULTS,
};

G_STATIC_ASSERT (G_N_ELEMENTS (results) <= QN_MAX_RESULTS);

static const char *const strip[] = { "efficiency", "power", "heat_hot", "heat_cold", "inversion", "entropy_production", NULL };
static const char *const figures[] = { "levels", "currents", "efficiency", "flows", "bloch", "density", "entropy", "trajectory", "work-distribution", NULL };

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
  machine->medium = (QnMediumSpec) { .kind = QN_MEDIUM_MASER, .levels = 3, .part = { pump - cold, pump } };
  machine->medium.interaction = qn_experiment_get (experiment, "drive.strength");
  machine->medium.detuning = qn_experiment_get (experiment, "drive.detuning");
  machine->bath[QN_HOT] = qn_continuous_bath (experiment, "hot", spectrum);
  machine->bath[QN_COLD] = qn_continuous_bath (experiment, "cold", spectrum);
  return qn_machine_check (machine, error);
}

static void
finish (const QnExperiment *experiment, const QnMachine *machine, const QnLedger *ledger, const QnReading *start, QnResults *out)
{
  double pump = machine->medium.part[1], signal = machine->medium.part[0], bare_hot = ledger->bare_heat[QN_HOT];

  qn_results_set (out, "frequency_ratio", (signal - machine->medium.detuning) / pump);
  qn_results_set (out, "inversion", start->bloch[2]);
  qn_results_set (out, "threshold_temperature", machine->bath[QN_COLD].temperature * pump / (pump - signal));
  if (qn_mode (bare_hot, ledger->bare_heat[QN_COLD], ledger->bare_work_output, ledger->energy_scale) == QN_MODE_ENGINE)
    qn_results_set (out, "efficiency_bare", ledger->bare_work_output / bare_hot);
}

static const QnAboutSection about[] = {
  { N_ ("What it is"),
    N_ ("Three levels, two reservoirs, one field: the smallest heat engine there is, and the first system anyone called one. Light from a hot reservoir lifts the atom from level 0 to level 2; a cold reservoir takes it down to level 1; a field between 1 and 0 brings it home and gains a quantum. Nothing moves and nothing is switched: it runs continuously, and what is shown is its steady state.\n"
        "Run it the other way, by a field that lifts the atom from 0 to 1, and it draws heat from the cold reservoir: a refrigerator.") },
  { N_ ("Equations"),
    N_ ("Units are chosen so that <i>ħ</i> = <i>k</i><sub>B</sub> = 1. With <i>E</i><sub>1</sub> = <i>ν</i><sub>p</sub> − <i>ν</i><sub>c</sub> and <i>E</i><sub>2</sub> = <i>ν</i><sub>p</sub>,\n"
        "\t<i>H</i>(<i>t</i>) = <i>H</i><sub>0</sub> + <i>λ</i> (|0⟩⟨1| e<sup>i<i>νt</i></sup> + |1⟩⟨0| e<sup>−i<i>νt</i></sup>)        <i>H</i><sub>0</sub> = <i>E</i><sub>1</sub>|1⟩⟨1| + <i>E</i><sub>2</sub>|2⟩⟨2|        <i>ν</i> = <i>E</i><sub>1</sub> − <i>δ</i>\n"
        "\td<i>ρ</i>/d<i>t</i> = −i [<i>H</i>(<i>t</i>), <i>ρ</i>] + <i>D</i><sub>h</sub>[<i>ρ</i>] + <i>D</i><sub>c</sub>[<i>ρ</i>]\n"
        "The reservoirs act between the bare levels, the hot one with <i>A</i><sub>h</sub> = |0⟩⟨2| and the cold one with <i>A</i><sub>c</sub> = |1⟩⟨2|:\n"
        "\t<i>D</i><sub>k</sub>[<i>ρ</i>] = <i>γ</i><sub>k</sub> { (<i>n</i><sub>k</sub> + 1) <i>L</i>[<i>A</i><sub>k</sub>] <i>ρ</i> + <i>n</i><sub>k</sub> <i>L</i>[<i>A</i><sub>k</sub><sup>†</sup>] <i>ρ</i> }\n"
        "\t<i>L</i>[<i>A</i>] <i>ρ</i> = <i>A ρ A</i><sup>†</sup> − ½ (<i>A</i><sup>†</sup><i>A ρ</i> + <i>ρ A</i><sup>†</sup><i>A</i>)        <i>n</i><sub>k</sub> = 1 / (e<sup><i>ν</i><sub>k</sub>/<i>T</i><sub>k</sub></sup> − 1)\n"
        "It is solved in the frame that turns with the field, where nothing depends on time and the steady state is found at once. The Bloch vector is that of levels 0 and 1 in this frame.") },
  { N_ ("Heat and work"),
    N_ ("With the whole energy <i>H</i>,\n"
        "\t<i>P</i> = −Tr[(d<i>H</i>/d<i>t</i>) <i>ρ</i>]        <i>Q̇</i><sub>k</sub> = Tr[<i>H D</i><sub>k</sub>[<i>ρ</i>]]\n"
        "and with the bare one <i>H</i><sub>0</sub>, where the field counts as outside,\n"
        "\t<i>P</i><sup>0</sup> = i Tr[[<i>H</i><sub>0</sub>, <i>H</i>] <i>ρ</i>]        <i>Q̇</i><sub>k</sub><sup>0</sup> = Tr[<i>H</i><sub>0</sub> <i>D</i><sub>k</sub>[<i>ρ</i>]]\n"
        "Let <i>J</i> be the quanta that go round per time and <i>u</i><sub>k</sub> = <i>γ</i><sub>k</sub><i>n</i><sub>k</sub>. Then\n"
        "\t<i>P</i><sup>0</sup> = <i>E</i><sub>1</sub><i>J</i>        <i>Q̇</i><sub>h</sub><sup>0</sup> = <i>ν</i><sub>p</sub><i>J</i>        <i>Q̇</i><sub>c</sub><sup>0</sup> = −<i>ν</i><sub>c</sub><i>J</i>\n"
        "\t<i>P</i> = <i>νJ</i>        <i>Q̇</i><sub>h</sub> = (<i>ν</i><sub>p</sub> − <i>δ u</i><sub>h</sub>/(<i>u</i><sub>h</sub> + <i>u</i><sub>c</sub>)) <i>J</i>        <i>Q̇</i><sub>c</sub> = −(<i>ν</i><sub>c</sub> + <i>δ u</i><sub>c</sub>/(<i>u</i><sub>h</sub> + <i>u</i><sub>c</sub>)) <i>J</i>\n"
        "On resonance, <i>δ</i> = 0, they agree and the efficiency is <i>ν</i><sub>s</sub>/<i>ν</i><sub>p</sub>. Detuned they do not. The bare heats obey the second law always. The others need not: the jumps were derived for the bare levels, and to count the field’s energy as heat that such a jump delivers asks more of them than they know. The mark beside the laws says when that happens.\n"
        "Heat is positive into the medium, power is positive out of it.") },
  { N_ ("Threshold"),
    N_ ("The field grows where more atoms are in 1 than in 0. Without it that is where\n"
        "\t<i>ν</i><sub>c</sub>/<i>T</i><sub>c</sub> &gt; <i>ν</i><sub>p</sub>/<i>T</i><sub>h</sub>,   that is   <i>E</i><sub>1</sub>/<i>ν</i><sub>p</sub> &lt; 1 − <i>T</i><sub>c</sub>/<i>T</i><sub>h</sub>\n"
        "The condition for gain is Carnot’s limit, read off the levels: at threshold the maser would have just Carnot’s efficiency, at no power.") },
  { N_ ("Source"),
    N_ ("H. E. D. Scovil and E. O. Schulz-DuBois, Phys. Rev. Lett. 2, 262 (1959): the maser as a heat engine.\n"
        "E. Geva and R. Kosloff, J. Chem. Phys. 104, 7681 (1996): the three-level amplifier in a strong field.\n"
        "R. Kosloff and A. Levy, Annu. Rev. Phys. Chem. 65, 365 (2014): continuous engines and refrigerators, and which master equation to trust.") },
  { N_ ("What to look for"),
    N_ ("• Raise the hot temperature through the threshold: the refrigerator stops and becomes an engine, and there the bars of levels 0 and 1 are equally long.\n"
        "• Make the drive stronger: the power grows, then stays; the field has emptied level 1 as fast as the reservoirs can fill it.\n"
        "• Move the pump and cold frequencies: the efficiency follows <i>ν</i><sub>s</sub>/<i>ν</i><sub>p</sub>, whatever the temperatures and couplings.\n"
        "• Detune near the threshold: the two ways to count heat part, and one of them passes Carnot’s limit.") },
  { NULL },
};

const QnLab qn_lab_maser = {
  .id = "maser",
  .name = N_ ("Three-level maser"),
  .summary = N_ ("The first quantum heat engine: a hot reservoir pumps, a cold one empties, and a field carries the difference away"),
  .icon = "quench-maser-symbolic",
  .group = N_ ("Continuous machines"),
  .parameters = parameters,
  .n_parameters = G_N_ELEMENTS (parameters),
  .results = results,
  .n_results = G_N_ELEMENTS (results),
  .strip = strip,
  .figures = figures,
  .build = build,
  .sampler = &qn_monte_carlo_jumps,
  .finish = finish,
  .about = about,
};

const QnPresetRow qn_presets_maser[] = {
  { { "textbook", N_ ("Textbook maser"),
      N_ ("Hot light lifts the atom from 0 to 2, the cold reservoir takes it down to 1: more atoms in 1 than in 0, and the field grows. Every pump quantum <i>ν</i><sub>p</sub> makes one signal quantum <i>ν</i><sub>s</sub>, so the efficiency is <i>ν</i><sub>s</sub>/<i>ν</i><sub>p</sub> = 60 % whatever the temperatures. (Scovil, Schulz-DuBois, Phys. Rev. Lett. 2, 262, 1959)") },
    { { NULL } } },
  { { "threshold", N_ ("At the threshold"),
      N_ ("The hot reservoir is just so hot that level 1 is as full as level 0: no gain, no loss. Here <i>ν</i><sub>s</sub>/<i>ν</i><sub>p</sub> is Carnot’s limit. A little hotter, and it is an engine; a little colder, and the field is absorbed and pumps heat. (Scovil, Schulz-DuBois, Phys. Rev. Lett. 2, 262, 1959)") },
    { { "hot.temperature", "2.5" } } },
  { { "refrigerator", N_ ("Driven backwards"),
      N_ ("Below the threshold the field lifts atoms from 0 to 1 and the cold reservoir sends them on to 2: a field cools. The coefficient of performance is <i>ν</i><sub>c</sub>/<i>ν</i><sub>s</sub>. (Geusic, Schulz-DuBois, Scovil, Phys. Rev. 156, 343, 1967)") },
    { { "hot.temperature", "1.5" }, { "drive.strength", "0.3" } } },
  { { "saturated", N_ ("Saturated"),
      N_ ("A strong field makes levels 0 and 1 equally full. Ten times the field of the textbook maser brings hardly more power: the reservoirs cannot turn the wheel faster. (Kosloff, Levy, Annu. Rev. Phys. Chem. 65, 365, 2014)") },
    { { "drive.strength", "1" } } },
  { { "detuned", N_ ("Off resonance"),
      N_ ("The field turns slower than the atom would. Does the energy of their coupling belong to heat or to work? Two answers, two efficiencies: count with the whole energy, or with the atom’s alone. (Geva, Kosloff, J. Chem. Phys. 104, 7681, 1996)") },
    { { "drive.detuning", "0.5" }, { "drive.strength", "0.3" } } },
  { { "beyond-carnot", N_ ("Too good to be true"),
      N_ ("Just above the threshold, strong field, far off resonance: counted with the whole energy the efficiency is above Carnot’s limit and the entropy production below zero. The jumps between bare levels know nothing of the field; the bare heats obey the law. (Kosloff, Levy, Annu. Rev. Phys. Chem. 65, 365, 2014)") },
    { { "hot.temperature", "2.6" }, { "drive.detuning", "-1" }, { "drive.strength", "0.5" } } },
  { { NULL } },
};
