/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lab/qn-about.h"

const char *const qn_lab_coherence_strip[] = { "work_output", "work_twin", "work_difference", "ergotropy_coherent", "daemonic_gain", "efficiency", "power_continuous", "power_stochastic", NULL };
const char *const qn_lab_coherence_figures[] = { "twin", "coherence", "equivalence", "daemon", "bloch", "cycle", "levels", "ts", "flows", "density", "entropy", "efficiency", "trajectory", NULL };

const QnPreset qn_lab_coherence_presets[] = {
  { .id = "fuel", .name = N_ ("Coherence as fuel"),
    .text = N_ ("With coherence the cycle is an engine; its dephased twin, the same in all else, has to be pushed. "
                "The contacts are short: what one drive stirs up reaches the next, and how the two meet decides whether it is fuel or friction. "
                "(Camati, Santos, Serra, Phys. Rev. A 99, 062103, 2019)") },
  { .id = "friction", .name = N_ ("Coherence as friction"),
    .text = N_ ("A little other timing, and what survives a contact comes in the wrong phase: the coherent machine takes work in where its twin gives some. "
                "(Camati, Santos, Serra, Phys. Rev. A 99, 062103, 2019)"),
    .value = { { "hot.temperature", "6.7" }, { "cold.temperature", "0.5" }, { "spacing.cold", "1.6" }, { "medium.tunnelling", "1" },
               { "stroke.hot", "1.3" }, { "stroke.cold", "1.3" }, { "stroke.drive", "0.5" } } },
  { .id = "lubrication", .name = N_ ("Lubricated by dephasing"),
    .text = N_ ("The twin is an engine and the coherent machine is none: "
                "wiping out coherence before each contact costs no energy and here removes the friction. (Feldmann, Kosloff, Phys. Rev. E 73, 025107, 2006)"),
    .value = { { "cold.temperature", "0.5" }, { "spacing.hot", "4" }, { "spacing.cold", "1.5" }, { "medium.tunnelling", "2" },
               { "hot.coupling", "0.25" }, { "cold.coupling", "0.25" }, { "stroke.hot", "3.35" }, { "stroke.cold", "3.35" }, { "stroke.drive", "0.2" } } },
  { .id = "demon", .name = N_ ("A demon with an entangled friend"),
    .text = N_ ("The auxiliary qubit is entangled with the working one. "
                "Whatever the demon asks of it, the working qubit is left in a pure state, and all its energy can be taken out; "
                "a note kept classically helps only one who asks the right question. (Francica, Goold, Plastina, Paternostro, npj Quantum Inf. 3, 12, 2017)"),
    .value = { { "auxiliary.kind", "entangled" }, { "auxiliary.angle", "1.5707963267948966" } } },
  { .id = "small-action", .name = N_ ("Small action: all engines are one"),
    .text = N_ ("One three-level engine, with both contacts and drive at once, in two strokes, or in four. "
                "While the action of a cycle is small beside <i>ħ</i> all give the same power; the engine without coherence hardly any. "
                "(Uzdin, Levy, Kosloff, Phys. Rev. X 5, 031044, 2015; experiment: Klatzow et al., Phys. Rev. Lett. 122, 110601, 2019)"),
    .value = { { "engine.action", "0.02" } } },
  { .id = "large-action", .name = N_ ("Large action: they part"),
    .text = N_ ("The same engines with cycles of many <i>ħ</i>: now it matters what follows what, "
                "and wiping out coherence costs the two-stroke engine less and less. (Uzdin, Levy, Kosloff, Phys. Rev. X 5, 031044, 2015)"),
    .value = { { "engine.action", "10" } } },
  { NULL },
};

const QnAboutSection qn_lab_coherence_about[] = {
  { N_ ("What it is"),
    N_ ("An Otto cycle of one qubit whose drives make coherence and whose contacts are too short to wipe it out. "
        "What survives a contact meets the next drive and helps or hinders it, as waves do. "
        "Beside it runs its twin, the same in all but that its coherence is wiped out before each contact. "
        "Two further questions of the same kind: what a demon makes of a second qubit, and whether one engine run in different ways can be told apart.") },
  { N_ ("Equations"),
    N_ ("Units are chosen so that <i>ħ</i> = <i>k</i><sub>B</sub> = 1.\n"
        "\t<i>H</i> = (<i>ω σ</i><sub>z</sub> + Δ <i>σ</i><sub>x</sub>)/2        Δ<i>W</i> = <i>W</i> − <i>W</i><sub>deph</sub>\n"
        "Ergotropy is what a unitary takes out; what is left of it after dephasing is its incoherent part, the rest the coherent one:\n"
        "\t<i>ℰ</i>(<i>ρ</i>) = Tr[<i>Hρ</i>] − Σ<sub>k</sub> <i>r</i><sub>k</sub><i>E</i><sub>k</sub>        <i>ℰ</i><sub>i</sub> = <i>ℰ</i>(diag <i>ρ</i>)   "
        "     <i>ℰ</i><sub>c</sub> = <i>ℰ</i> − <i>ℰ</i><sub>i</sub> ≥ 0\n"
        "A demon measures an auxiliary qubit, finds <i>a</i>, and chooses its unitary by it:\n"
        "\t<i>ℰ</i><sub>D</sub> = Σ<sub>a</sub> <i>p</i><sub>a</sub> <i>ℰ</i>(<i>ρ</i><sub>a</sub>) ≥ <i>ℰ</i>(<i>ρ</i>)\n"
        "The three-level engine’s generators, with bosonic rates whatever the bath spectrum, follow one another in different orders,\n"
        "\te<sup>(<i>L</i><sub>h</sub> + <i>L</i><sub>c</sub> + <i>L</i><sub>d</sub>)<i>t</i></sup>        e<sup>(<i>L</i><sub>h</sub> + "
        "<i>L</i><sub>c</sub>)<i>t</i></sup> e<sup><i>L</i><sub>d</sub><i>t</i></sup>        e<sup><i>L</i><sub>h</sub><i>t</i></sup> "
        "e<sup><i>L</i><sub>d</sub><i>t</i>/2</sup> e<sup><i>L</i><sub>c</sub><i>t</i></sup> e<sup><i>L</i><sub>d</sub><i>t</i>/2</sup>") },
  { N_ ("Heat and work"),
    N_ ("Heat flows in the contacts, where the spacing rests; work is done by the drives. "
        "Wiping out coherence in the energy basis changes no energy, so that the twin’s heat and work obey the first law without a further term; "
        "it makes entropy. Powers of the three-level engine are works of a cycle over its time <i>t</i>, "
        "each generator strengthened to have its whole effect within its stroke.") },
  { N_ ("Source"),
    N_ ("P. A. Camati, J. F. G. Santos and R. M. Serra, Phys. Rev. A 99, 062103 (2019): coherence in the quantum Otto engine.\n"
        "T. Feldmann and R. Kosloff, Phys. Rev. E 73, 025107 (2006): dephasing as a lubricant.\n"
        "G. Francica, F. C. Binder, G. Guarnieri, M. T. Mitchison, J. Goold and F. Plastina, Phys. Rev. Lett. 125, 180603 (2020): coherent ergotropy.\n"
        "G. Francica, J. Goold, F. Plastina and M. Paternostro, npj Quantum Inf. 3, 12 (2017): daemonic ergotropy.\n"
        "R. Uzdin, A. Levy and R. Kosloff, Phys. Rev. X 5, 031044 (2015): equivalence of engines at small action.\n"
        "J. Klatzow et al., Phys. Rev. Lett. 122, 110601 (2019): its experiment.") },
  { N_ ("What to look for"),
    N_ ("• Lengthen the contacts: the coherent engine swings about its twin, and the two become one.\n"
        "• Set the tunnelling to 0: nothing is left to compare.\n"
        "• Turn the demon’s question: an entangled auxiliary answers every one, a classical one only the right one.\n"
        "• Raise the action per cycle: the three engines part; at small action only the one without coherence lags behind.") },
  { NULL },
};
