/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Otto: hot isochore, drive, cold isochore, drive; the drives isolated. Feldmann & Kosloff,
 * Phys. Rev. E 61 (2000) 4774; Quan, Liu, Sun & Nori, Phys. Rev. E 76 (2007) 031105. */

#include "lab/qn-about.h"
#include "lab/qn-cyclic.h"

static const QnParameter parameters[] = {
  QN_MEDIUM_ROWS,
  QN_TEMPERATURE_ROWS (4, 1),
  QN_SQUEEZING_ROW,
  { .id = "spacing.hot", .symbol = "<i>ω</i><sub>h</sub>", .name = N_ ("Hot level spacing"),
    .meaning = N_ ("Level spacing while the medium touches the hot reservoir"), .group = QN_GROUP_LEVELS,
    .dimension = QN_DIMENSION_ENERGY, .initial = 3, .soft_min = 0.1, .soft_max = 8, .hard_min = 1e-6, .hard_max = 1e6 },
  { .id = "spacing.cold", .symbol = "<i>ω</i><sub>c</sub>", .name = N_ ("Cold level spacing"),
    .meaning = N_ ("Level spacing while the medium touches the cold reservoir"), .group = QN_GROUP_LEVELS,
    .dimension = QN_DIMENSION_ENERGY, .initial = 1.2, .soft_min = 0.1, .soft_max = 8, .hard_min = 1e-6, .hard_max = 1e6 },
  QN_TUNNELLING_ROW,
  QN_TWO_QUBITS_ROWS,
  QN_SPACING_ROWS,
  QN_COUPLING_ROWS (0.3, 0.3),
  QN_SPECTRUM_ROW,
  QN_DURATION_ROW ("hot", "h", N_ ("Hot contact"), N_ ("Time in contact with the hot reservoir"), 6),
  QN_DURATION_ROW ("cold", "c", N_ ("Cold contact"), N_ ("Time in contact with the cold reservoir"), 6),
  QN_DURATION_ROW ("drive", "d", N_ ("Drive"), N_ ("Time of each of the two drives; 0 is a sudden change"), 3),
  QN_DRIVE_ROWS,
};

G_STATIC_ASSERT (G_N_ELEMENTS (parameters) <= QN_MAX_PARAMETERS);

static gboolean
build (const QnExperiment *experiment, QnMachine *machine, GError **error)
{
  double hot = qn_experiment_get (experiment, "spacing.hot"), cold = qn_experiment_get (experiment, "spacing.cold");
  double drive = qn_experiment_get (experiment, "stroke.drive");

  qn_cyclic_begin (experiment, machine);
  qn_cyclic_add_stroke (experiment, machine, "hot", qn_experiment_get (experiment, "stroke.hot"), hot, hot, 1u << QN_HOT);
  qn_cyclic_add_stroke (experiment, machine, "expansion", drive, hot, cold, 0);
  qn_cyclic_add_stroke (experiment, machine, "cold", qn_experiment_get (experiment, "stroke.cold"), cold, cold, 1u << QN_COLD);
  qn_cyclic_add_stroke (experiment, machine, "compression", drive, cold, hot, 0);
  return qn_machine_check (machine, error);
}

const QnLab qn_lab_otto = {
  .id = "otto",
  .name = N_ ("Otto cycle"),
  .summary = N_ ("Two contacts at fixed level spacing, two isolated drives: the four-stroke engine of a quantum medium"),
  .icon = "quench-otto-symbolic",
  .group = N_ ("Cycles"),
  .parameters = parameters,
  .n_parameters = G_N_ELEMENTS (parameters),
  .results = qn_cyclic_results,
  .n_results = QN_CYCLIC_N_RESULTS,
  .figures = qn_cyclic_figures,
  .build = build,
  .sampler = &qn_monte_carlo_jumps,
  .about = qn_about_otto,
};

const QnPresetRow qn_presets_otto[] = {
  { { "textbook", N_ ("Textbook engine"),
      N_ ("Contacts long enough to warm and cool the qubit well, drives that keep its populations. The efficiency is 1 − <i>ω</i><sub>c</sub>/<i>ω</i><sub>h</sub> whatever the temperatures; raise the hot temperature and only the work grows. (Quan, Liu, Sun, Nori, Phys. Rev. E 76, 031105, 2007)") },
    { { NULL } } },
  { { "refrigerator", N_ ("Refrigerator"),
      N_ ("Once <i>ω</i><sub>h</sub>/<i>ω</i><sub>c</sub> exceeds <i>T</i><sub>h</sub>/<i>T</i><sub>c</sub> the cycle runs the other way: work goes in and heat leaves the cold side.") },
    { { "hot.temperature", "2" }, { "cold.temperature", "1" }, { "spacing.hot", "4" }, { "spacing.cold", "1.2" } } },
  { { "accelerator", N_ ("Accelerator"),
      N_ ("With the larger spacing on the cold side, work goes in and only helps heat to flow from hot to cold: an expensive short circuit.") },
    { { "hot.temperature", "4" }, { "cold.temperature", "1" }, { "spacing.hot", "1.5" }, { "spacing.cold", "3" } } },
  { { "friction", N_ ("Quantum friction"),
      N_ ("With tunnelling the Hamiltonian does not commute with itself at other times: a fast drive makes coherence, and the contacts burn it. The work diagram overshoots and the efficiency falls. (Feldmann, Kosloff, Phys. Rev. E 61, 4774, 2000; Rezek, Entropy 12, 1885, 2010)") },
    { { "hot.temperature", "4" }, { "cold.temperature", "0.5" }, { "spacing.hot", "4" }, { "spacing.cold", "1" }, { "medium.tunnelling", "1" }, { "stroke.drive", "0.5" } } },
  { { "shortcut", N_ ("Frictionless by shortcut"),
      N_ ("The same fast drive with the counterdiabatic field added: no friction at any speed, at a cost that is reported apart. (Berry, J. Phys. A 42, 365303, 2009; del Campo, Goold, Paternostro, Sci. Rep. 4, 6208, 2014)") },
    { { "hot.temperature", "4" }, { "cold.temperature", "0.5" }, { "spacing.hot", "4" }, { "spacing.cold", "1" }, { "medium.tunnelling", "1" }, { "stroke.drive", "0.5" }, { "drive.counterdiabatic", "true" } } },
  { { "dephased", N_ ("Fast and dephased"),
      N_ ("Noise that destroys coherence as soon as it is made freezes the populations: dephasing acts as a lubricant. (Feldmann, Kosloff, Phys. Rev. E 73, 025107, 2006)") },
    { { "hot.temperature", "4" }, { "cold.temperature", "0.5" }, { "spacing.hot", "4" }, { "spacing.cold", "1" }, { "medium.tunnelling", "1" }, { "stroke.drive", "0.5" }, { "drive.dephasing", "100" } } },
  { { "maximum-power", N_ ("Greatest power"),
      N_ ("Short contacts leave the qubit half warmed but turn out more work a second. Lengthen them and watch power fall as work per cycle rises.") },
    { { "stroke.hot", "1" }, { "stroke.cold", "1" }, { "stroke.drive", "0.1" } } },
  { { "ladder", N_ ("Many levels"),
      N_ ("Eight equally spaced levels: more room for energy, more work per cycle, and still the efficiency 1 − <i>ω</i><sub>c</sub>/<i>ω</i><sub>h</sub>, as all levels scale together.") },
    { { "medium.kind", "ladder" }, { "medium.levels", "8" } } },
  { { "box", N_ ("Particle in a box"),
      N_ ("A particle in a box whose wall moves, the quantum gas in a cylinder. Its levels grow as n², and the work diagram is a true pressure–volume diagram read sideways. (Bender, Brody, Meister, J. Phys. A 33, 4427, 2000)") },
    { { "medium.kind", "box" }, { "medium.levels", "6" }, { "hot.temperature", "8" }, { "spacing.hot", "3" }, { "spacing.cold", "1.5" } } },
  { { "coupled", N_ ("Coupled qubits"),
      N_ ("Two qubits that favour opposite states. The exchange between them does not follow the control, yet the efficiency is above 1 − <i>ω</i><sub>c</sub>/<i>ω</i><sub>h</sub> = 25 %, which is all that two qubits on their own could reach. Draw <i>J</i> to 0 and back. (Thomas, Johal, Phys. Rev. E 83, 031135, 2011)") },
    { { "medium.kind", "two-qubits" }, { "medium.exchange", "0.5" }, { "hot.temperature", "2" }, { "cold.temperature", "1" }, { "spacing.hot", "4" }, { "spacing.cold", "3" }, { "stroke.hot", "40" }, { "stroke.cold", "40" } } },
  { { "oscillator", N_ ("Oscillator with friction"),
      N_ ("A spring that is stiffened and softened too fast: the drives squeeze the oscillator, the contacts burn the energy this takes. Even faster, and nothing is left of the engine. (Rezek, Kosloff, New J. Phys. 8, 83, 2006)") },
    { { "medium.kind", "oscillator" }, { "hot.temperature", "4" }, { "cold.temperature", "0.5" }, { "spacing.hot", "4" }, { "spacing.cold", "1" }, { "stroke.drive", "1.3" } } },
  { { "oscillator-quantised", N_ ("Frictionless at the right time"),
      N_ ("With <i>ω̇</i>/<i>ω</i>² constant there are drive times after which an oscillator is just as it would be after an infinitely slow drive. This is the shortest of them; a little longer or shorter, and friction is back. (Rezek, Salamon, Hoffmann, Kosloff, EPL 85, 30008, 2009)") },
    { { "medium.kind", "oscillator" }, { "hot.temperature", "4" }, { "cold.temperature", "0.5" }, { "spacing.hot", "4" }, { "spacing.cold", "1" }, { "drive.shape", "constant-mu" }, { "stroke.drive", "1.74051265839" } } },
  { { "oscillator-shortcut", N_ ("Oscillator by shortcut"),
      N_ ("The fast drive again, with −<i>ω̇</i>(<i>xp</i> + <i>px</i>)/4<i>ω</i> added: the oscillator stays as thermal as it was at any speed, at a cost that grows with it. (Muga, Chen, Ibáñez, Lizuain, Ruschhaupt, J. Phys. B 43, 085509, 2010; Abah, Lutz, EPL 118, 40005, 2017)") },
    { { "medium.kind", "oscillator" }, { "hot.temperature", "4" }, { "cold.temperature", "0.5" }, { "spacing.hot", "4" }, { "spacing.cold", "1" }, { "stroke.drive", "0.3" }, { "drive.counterdiabatic", "true" } } },
  { { "squeezed", N_ ("Squeezed reservoir"),
      N_ ("The hot reservoir’s noise is squeezed, so it gives the oscillator more energy than heat of its temperature could, and the efficiency passes Carnot’s limit. No law is broken: that limit is for thermal reservoirs, entropy is still produced, and 1 − <i>T</i><sub>c</sub>/(<i>T</i><sub>h</sub> cosh 2<i>r</i>) holds. (Roßnagel, Abah, Schmidt-Kaler, Singer, Lutz, Phys. Rev. Lett. 112, 030602, 2014)") },
    { { "medium.kind", "oscillator" }, { "hot.temperature", "2" }, { "cold.temperature", "1" }, { "hot.squeezing", "0.6" }, { "spacing.hot", "1.5" }, { "spacing.cold", "0.5" }, { "hot.coupling", "0.15" }, { "cold.coupling", "0.15" }, { "stroke.hot", "30" }, { "stroke.cold", "30" }, { "drive.shape", "smooth" }, { "drive.counterdiabatic", "true" } } },
  { { "high-temperature", N_ ("An ion at high temperature"),
      N_ ("Where <i>T</i> is far above <i>ω</i> an oscillator is classical. For given temperatures and <i>ω</i><sub>h</sub>, most work a cycle comes at <i>ω</i><sub>c</sub>/<i>ω</i><sub>h</sub> = √(<i>T</i><sub>c</sub>/<i>T</i><sub>h</sub>), where the efficiency is Curzon and Ahlborn’s. (Abah, Roßnagel, Jacob, Deffner, Schmidt-Kaler, Singer, Lutz, Phys. Rev. Lett. 109, 203006, 2012)") },
    { { "medium.kind", "oscillator" }, { "hot.temperature", "8" }, { "cold.temperature", "2" }, { "spacing.hot", "0.4" }, { "spacing.cold", "0.2" }, { "hot.coupling", "0.06" }, { "cold.coupling", "0.06" }, { "stroke.hot", "60" }, { "stroke.cold", "60" }, { "stroke.drive", "60" }, { "drive.shape", "smooth" } } },
  { { NULL } },
};
