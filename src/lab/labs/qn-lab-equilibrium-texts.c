/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lab/qn-about.h"

const char *const qn_lab_equilibrium_strip[] = { "heat_capacity", "energy", "entropy", "free_energy", "schottky_temperature", "partition_function", NULL };
const char *const qn_lab_equilibrium_figures[] = { "levels", "capacity", "potentials", "currents", "ts", "density", "wigner", "correlations", "entropy", "bloch", NULL };

const QnPreset qn_lab_equilibrium_presets[] = {
  { .id = "schottky", .name = N_ ("Schottky’s peak"),
    .text = N_ ("Two levels take up heat only around <i>T</i> = 0.417 <i>ω</i>, where <i>C</i> reaches 0.439. "
                "Colder, heat cannot lift anything over the gap; hotter, both levels are equally full already. "
                "A peak like this in a solid tells of a gap in its atoms. (Kittel, Kroemer, Thermal Physics, 1980)") },
  { .id = "degenerate", .name = N_ ("Many states above"),
    .text = N_ ("Ten states share the upper level. Entropy favours them, so they fill at lower temperature and all at once: "
                "the peak is five times as high as with one state, and sharper. (de Souza, Paupitz, Seridonio, Lagos, arXiv:1504.07525, 2015)"),
    .value = { { "medium.degeneracy", "10" }, { "hot.temperature", "0.28" } } },
  { .id = "two-peaks", .name = N_ ("Two peaks"),
    .text = N_ ("Three levels at 0, 1 and 10: the second gap shows as a peak of its own, as if there were two media. "
                "With the third level at 4 or below the two melt into one. (de Souza, Paupitz, Seridonio, Lagos, arXiv:1504.07525, 2015)"),
    .value = { { "medium.kind", "ladder" }, { "medium.levels", "3" }, { "medium.spacing.2", "9" }, { "hot.temperature", "1.5" } } },
  { .id = "einstein", .name = N_ ("Einstein’s solid"),
    .text = N_ ("An oscillator at a fifth of its spacing holds one sixth of the heat capacity that equipartition promised: vibrations freeze out. "
                "This curve was the first explanation of why cold solids are so easy to cool. (Einstein, Ann. Phys. 22, 180, 1907)"),
    .value = { { "medium.kind", "oscillator" }, { "hot.temperature", "0.2" } } },
  { .id = "classical", .name = N_ ("Classical limit"),
    .text = N_ ("Ten quanta hot, an oscillator is nearly a classical one: <i>C</i> is within a thousandth of 1, <i>U</i> within a twentieth of <i>T</i>. "
                "What is quantum in it now is mainly its entropy, 1 + ln(<i>T</i>/<i>ω</i>): a classical oscillator has no zero to count it from."),
    .value = { { "medium.kind", "oscillator" }, { "hot.temperature", "10" } } },
  { .id = "rotor", .name = N_ ("Rotor"),
    .text = N_ ("A molecule’s rotation overshoots: with three states in its first level it takes up more heat than a classical rotor, "
                "1.1 at <i>T</i> = 0.4 <i>ω</i>, before it comes down to 1. (Landau, Lifshitz, Statistical Physics, §47)"),
    .value = { { "medium.kind", "rotor" }, { "hot.temperature", "0.4" } } },
  { .id = "box", .name = N_ ("Particle in a box"),
    .text = N_ ("The heat capacity rises to 9/16 at <i>T</i> = 3<i>ω</i>/π and then falls towards the classical ½, as slowly as 1/√<i>T</i>: "
                "the walls are felt at any temperature. (Demetrian, arXiv:physics/0303110, 2003)"),
    .value = { { "medium.kind", "box" }, { "hot.temperature", "1" } } },
  { .id = "pair", .name = N_ ("Entangled pair"),
    .text = N_ ("Two qubits that favour opposite states: the ground state is the singlet, entangled by ln 2. "
                "Warm them: the concurrence falls, and at <i>T</i> = 2<i>J</i>/ln 3 = 1.82 <i>J</i> it is gone, while correlation is not. "
                "(Arnesen, Bose, Vedral, Phys. Rev. Lett. 87, 017901, 2001)"),
    .value = { { "medium.kind", "pair" }, { "medium.spacing", "0.5" }, { "hot.temperature", "0.5" } } },
  { .id = "heat-entangles", .name = N_ ("Entangled by heat"),
    .text = N_ ("A field stronger than 2<i>J</i> lays both qubits down: the ground state is not entangled at all. "
                "Heat lifts the pair into the singlet above it, and entangles. The temperature at which it is lost does not know of the field. "
                "(Arnesen, Bose, Vedral, Phys. Rev. Lett. 87, 017901, 2001)"),
    .value = { { "medium.kind", "pair" }, { "medium.spacing", "2.5" }, { "hot.temperature", "0.6" } } },
  { NULL },
};

const QnAboutSection qn_lab_equilibrium_about[] = {
  { N_ ("What it is"),
    N_ ("No strokes and no engine: a medium that touches one reservoir for ever. "
        "Whatever it was before, it ends in the state that only its levels and the temperature decide. "
        "Everything a heat engine can do is drawn from what is on this page: how energy and entropy grow with temperature, and how much heat it takes.\n"
        "A run begins at a quarter of the reservoir’s temperature, and whenever the temperature or the levels move, the state is seen to follow.") },
  { N_ ("Equations"),
    N_ ("Units are chosen so that <i>ħ</i> = <i>k</i><sub>B</sub> = 1, and energies count from the ground state. "
        "A level of energy <i>E</i><sub>n</sub> that stands for <i>g</i><sub>n</sub> states has the population\n"
        "\t<i>p</i><sub>n</sub> = <i>g</i><sub>n</sub> e<sup>−<i>E</i><sub>n</sub>/<i>T</i></sup> / <i>Z</i>        <i>Z</i> = Σ<sub>n</sub> "
        "<i>g</i><sub>n</sub> e<sup>−<i>E</i><sub>n</sub>/<i>T</i></sup>\n"
        "and the partition function <i>Z</i> tells all the rest:\n"
        "\t<i>F</i> = −<i>T</i> ln <i>Z</i>        <i>S</i> = −∂<i>F</i>/∂<i>T</i>        <i>U</i> = <i>F</i> + <i>TS</i>\n"
        "\t<i>C</i> = d<i>U</i>/d<i>T</i> = (⟨<i>E</i>²⟩ − ⟨<i>E</i>⟩²)/<i>T</i>²\n"
        "The sums run over all levels, infinitely many of a box, an oscillator or a rotor. "
        "The running state of box and rotor has the lowest eight only, as many as the figures draw; what lies beyond them is among the results.") },
  { N_ ("The media"),
    N_ ("\tTwo levels:   <i>E</i> = 0, <i>ω</i>        Ladder:   <i>E</i><sub>n + 1</sub> − <i>E</i><sub>n</sub> = <i>ω s</i><sub>n + 1</sub>\n"
        "\tBox:   <i>E</i><sub>n</sub> = <i>ω</i>(<i>n</i>² − 1)/3        Oscillator:   <i>E</i><sub>n</sub> = <i>ωn</i>        Rotor:   <i>E</i><sub>J</sub> "
        "= <i>ωJ</i>(<i>J</i> + 1)/2, <i>g</i><sub>J</sub> = 2<i>J</i> + 1\n"
        "With <i>x</i> = <i>ω</i>/<i>T</i> and <i>g</i> upper states for a lower one, two levels have\n"
        "\t<i>C</i> = <i>g x</i>² e<sup>−<i>x</i></sup> / (1 + <i>g</i> e<sup>−<i>x</i></sup>)²,   largest where   <i>x</i> (1 − <i>g</i> "
        "e<sup>−<i>x</i></sup>) = 2 (1 + <i>g</i> e<sup>−<i>x</i></sup>)\n"
        "An oscillator has <i>C</i> = (<i>x</i>/2)² / sinh²(<i>x</i>/2), which never turns down. "
        "A box comes down to ½ from above: but for terms e<sup>−3π²<i>T</i>/<i>ω</i></sup>,\n"
        "\t<i>C</i> = ½ + <i>y</i>(1 − <i>y</i>)/4,   <i>y</i> = 1/(√(3π<i>T</i>/<i>ω</i>) − 1),   largest, 9/16, at   <i>T</i> = 3<i>ω</i>/π\n"
        "A pair of qubits has <i>H</i> = <i>ω</i>(<i>σ</i><sub>z1</sub> + <i>σ</i><sub>z2</sub>)/2 + <i>J</i>[(1 + "
        "<i>g</i>)<i>σ</i><sub>x1</sub><i>σ</i><sub>x2</sub> + (1 − <i>g</i>)<i>σ</i><sub>y1</sub><i>σ</i><sub>y2</sub> + <i>d</i> "
        "<i>σ</i><sub>z1</sub><i>σ</i><sub>z2</sub>]/2.") },
  { N_ ("Heat"),
    N_ ("The reservoir acts at its coupling <i>γ</i>, down at <i>γ</i>(1 − <i>f</i>) "
        "and up at <i>γf</i> with <i>f</i> = 1/(e<sup><i>ν</i>/<i>T</i></sup> + 1) "
        "for each gap <i>ν</i>; a level of more states is entered as many times more often. An oscillator is damped at <i>γ</i>(<i>n</i> + 1) "
        "and <i>γn</i>, <i>n</i> = 1/(e<sup><i>ω</i>/<i>T</i></sup> − 1). Either leaves the thermal state alone and only that. On the way there heat flows,\n"
        "\t<i>Q̇</i> = Tr[<i>H D</i>[<i>ρ</i>]]        d<i>S</i>/d<i>t</i> − <i>Q̇</i>/<i>T</i> ≥ 0\n"
        "and a step of the levels made by hand is work.") },
  { N_ ("Entanglement"),
    N_ ("A thermal state can be seen as one half of something pure: two equal media in the state\n"
        "\tΣ<sub>n</sub> √<i>p</i><sub>n</sub> |<i>n</i>⟩|<i>n</i>⟩\n"
        "are each thermal alone, and the entropy of either is their entanglement entropy: exactly <i>S</i>. "
        "What looks like ignorance from within may be entanglement from without.\n"
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
