/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lab/qn-about.h"

const char *const qn_lab_coherence_strip[] = { "work_output", "work_twin", "work_difference", "ergotropy_coherent", "daemonic_gain", "efficiency", "power_continuous", "power_stochastic", NULL };
const char *const qn_lab_coherence_figures[] = { "twin", "coherence", "equivalence", "daemon", "bloch", "cycle", "levels", "ts", "flows", "density", "entropy", "efficiency", "trajectory",
                                                     "sweep", "map", NULL };

const QnPreset qn_lab_coherence_presets[] = {
  { .id = "fuel", .name = N_ ("Coherence as fuel"),
    .figures = { "twin", "cycle", "coherence" }, .strip = { "work_output", "work_twin", "work_difference", "coherence_l1" },
    .text = N_ ("The contacts are too short to remove the coherence that the drives create. "
                "With coherence the cycle delivers work of 0.16; its dephased twin takes in 0.06. "
                "The phase of the surviving coherence decides whether it adds to the work of the next drive or to friction. "
                "(Camati, Santos, Serra, Phys. Rev. A 99, 062103, 2019)") },
  { .id = "friction", .name = N_ ("Coherence as friction"),
    .figures = { "twin", "cycle", "bloch" }, .strip = { "work_output", "work_twin", "work_difference", "friction_work" },
    .text = N_ ("Spacings and timing differ from those of the first preset. "
                "The cycle with coherence takes in work of 0.10, while its dephased twin delivers 0.16. "
                "The surviving coherence enters the next drive with the opposite phase and increases friction. "
                "(Camati, Santos, Serra, Phys. Rev. A 99, 062103, 2019)"),
    .value = { { "hot.temperature", "6.7" }, { "cold.temperature", "0.5" }, { "spacing.cold", "1.6" }, { "medium.tunnelling", "1" },
               { "stroke.hot", "1.3" }, { "stroke.cold", "1.3" }, { "stroke.drive", "0.5" } } },
  { .id = "lubrication", .name = N_ ("Lubrication by dephasing"),
    .figures = { "twin", "bloch", "cycle" }, .strip = { "work_twin", "work_output", "work_difference", "friction_work" },
    .text = N_ ("The drives are fast and the tunnelling is strong. "
                "The dephased twin delivers work of 0.16, and the cycle with coherence takes in 0.04. "
                "Dephasing before each contact changes no energy, but prevents coherence from reaching the next drive. "
                "(Feldmann, Kosloff, Phys. Rev. E 73, 025107, 2006)"),
    .value = { { "cold.temperature", "0.5" }, { "spacing.hot", "4" }, { "spacing.cold", "1.5" }, { "medium.tunnelling", "2" },
               { "hot.coupling", "0.25" }, { "cold.coupling", "0.25" }, { "stroke.hot", "3.35" }, { "stroke.cold", "3.35" }, { "stroke.drive", "0.2" } } },
  { .id = "demon", .name = N_ ("Entangled auxiliary"),
    .figures = { "daemon", "coherence" },
    .strip = { "ergotropy_daemonic", "daemonic_gain", "ergotropy_daemonic_classical", "ergotropy_daemonic_entangled", "ergotropy" },
    .text = N_ ("The auxiliary qubit is entangled with the working qubit, and the demon measures it at angle π/2. "
                "The daemonic ergotropy equals all the energy above the ground state; a classical correlation gives no gain at this angle. "
                "Any measurement of an entangled auxiliary leaves the working qubit in a pure state. "
                "(Francica, Goold, Plastina, Paternostro, npj Quantum Inf. 3, 12, 2017)"),
    .value = { { "auxiliary.kind", "entangled" }, { "auxiliary.angle", "1.5707963267948966" } } },
  { .id = "small-action", .name = N_ ("Small action: equivalent engines"),
    .figures = { "equivalence", "coherence" },
    .strip = { "power_continuous", "power_two_stroke", "power_four_stroke", "power_stochastic", "action" },
    .text = N_ ("A three-level engine runs continuously, in two strokes and in four strokes, with an action of 0.02 <i>ħ</i> per cycle. "
                "The three powers agree, and the engine without coherence delivers 0.5 % of them. "
                "At small action only the sum of the generators matters, and the work comes from coherence. "
                "(Uzdin, Levy, Kosloff, Phys. Rev. X 5, 031044, 2015; experiment: Klatzow et al., Phys. Rev. Lett. 122, 110601, 2019)"),
    .value = { { "engine.action", "0.02" } } },
  { .id = "large-action", .name = N_ ("Large action: different engines"),
    .figures = { "equivalence", "coherence" },
    .strip = { "power_continuous", "power_two_stroke", "power_four_stroke", "power_stochastic", "action" },
    .text = N_ ("The same engines have an action of 10 <i>ħ</i> per cycle. "
                "Their powers differ by tens of percent, and removing the coherence costs the two-stroke engine less than 2 %. "
                "At large action the order of the strokes matters, and populations do most of the work. "
                "(Uzdin, Levy, Kosloff, Phys. Rev. X 5, 031044, 2015)"),
    .value = { { "engine.action", "10" } } },
  { NULL },
};

const QnAboutSection qn_lab_coherence_about[] = {
  { N_ ("What it is"),
    N_ ("An Otto cycle of one qubit whose drives create coherence and whose contacts are too short to remove it. "
        "The coherence that survives a contact interferes with that of the next drive, and increases or reduces the work. "
        "The dephased twin is the same cycle with all coherence removed before each contact. "
        "Two related questions follow: the work that a measurement of a correlated second qubit "
        "makes available, and the equivalence of engines at small action.") },
  { N_ ("What to look for"),
    N_ ("• Lengthen the contacts: the work with coherence oscillates about that of the twin and approaches it.\n"
        "• Set the tunnelling to 0: engine and twin are the same.\n"
        "• Change the measurement angle: an entangled auxiliary gives the same gain at any angle, a classical one only near 0.\n"
        "• Raise the action per cycle: the three engines differ. At small action only the engine without coherence falls behind.") },
  { N_ ("Equations"),
    N_ ("Units are chosen so that <i>ħ</i> = <i>k</i><sub>B</sub> = 1.\n"
        "\t<i>H</i> = (<i>ω σ</i><sub>z</sub> + Δ <i>σ</i><sub>x</sub>)/2        Δ<i>W</i> = <i>W</i> − <i>W</i><sub>deph</sub>\n"
        "The ergotropy is the maximum work that a unitary can extract. Its incoherent part remains after dephasing; the rest is the coherent part:\n"
        "\t<i>ℰ</i>(<i>ρ</i>) = Tr[<i>Hρ</i>] − Σ<sub>k</sub> <i>r</i><sub>k</sub><i>E</i><sub>k</sub>        "
        "<i>ℰ</i><sub>i</sub> = <i>ℰ</i>(diag <i>ρ</i>)        <i>ℰ</i><sub>c</sub> = <i>ℰ</i> − <i>ℰ</i><sub>i</sub> ≥ 0\n"
        "A demon measures an auxiliary qubit with outcome <i>a</i> and chooses its unitary accordingly:\n"
        "\t<i>ℰ</i><sub>D</sub> = Σ<sub>a</sub> <i>p</i><sub>a</sub> <i>ℰ</i>(<i>ρ</i><sub>a</sub>) ≥ <i>ℰ</i>(<i>ρ</i>)\n"
        "The three-level engine’s generators, with bosonic rates whatever the bath spectrum, act in different orders,\n"
        "\te<sup>(<i>L</i><sub>h</sub> + <i>L</i><sub>c</sub> + <i>L</i><sub>d</sub>)<i>t</i></sup>        e<sup>(<i>L</i><sub>h</sub> + "
        "<i>L</i><sub>c</sub>)<i>t</i></sup> e<sup><i>L</i><sub>d</sub><i>t</i></sup>        e<sup><i>L</i><sub>h</sub><i>t</i></sup> "
        "e<sup><i>L</i><sub>d</sub><i>t</i>/2</sup> e<sup><i>L</i><sub>c</sub><i>t</i></sup> e<sup><i>L</i><sub>d</sub><i>t</i>/2</sup>") },
  { N_ ("Heat and work"),
    N_ ("Heat flows in the contacts, at constant spacing; work is done by the drives. "
        "Dephasing in the energy basis changes no energy, so the twin’s heat and work obey the first law without a further term. "
        "It produces entropy. "
        "The power of the three-level engine is the work of a cycle divided by its duration "
        "<i>t</i>; each generator is scaled to have its full effect within its stroke.") },
  { N_ ("Source"),
    N_ ("P. A. Camati, J. F. G. Santos and R. M. Serra, Phys. Rev. A 99, 062103 (2019): coherence in the quantum Otto engine.\n"
        "T. Feldmann and R. Kosloff, Phys. Rev. E 73, 025107 (2006): dephasing as a lubricant.\n"
        "G. Francica, F. C. Binder, G. Guarnieri, M. T. Mitchison, J. Goold and F. Plastina, Phys. Rev. Lett. 125, 180603 (2020): coherent ergotropy.\n"
        "G. Francica, J. Goold, F. Plastina and M. Paternostro, npj Quantum Inf. 3, 12 (2017): daemonic ergotropy.\n"
        "R. Uzdin, A. Levy and R. Kosloff, Phys. Rev. X 5, 031044 (2015): equivalence of engines at small action.\n"
        "J. Klatzow et al., Phys. Rev. Lett. 122, 110601 (2019): its experiment.") },
  { NULL },
};
