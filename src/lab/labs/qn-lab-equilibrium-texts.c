/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lab/qn-about.h"

const char *const qn_lab_equilibrium_strip[] = { "heat_capacity", "energy", "entropy", "free_energy", "schottky_temperature", "partition_function", NULL };
const char *const qn_lab_equilibrium_figures[] = { "levels", "capacity", "potentials", "currents", "ts", "density", "wigner", "correlations", "entropy", "bloch",
                                                       "sweep", "map", NULL };

const QnPreset qn_lab_equilibrium_presets[] = {
  { .id = "schottky", .name = N_ ("Schottky anomaly"),
    .figures = { "capacity", "levels", "potentials" }, .strip = { "heat_capacity", "schottky_temperature", "schottky_peak", "energy" },
    .text = N_ ("The medium has two levels, and its temperature is close to that of the peak. "
                "The heat capacity is largest, 0.439, at <i>T</i> = 0.417 <i>ω</i>. "
                "At lower temperature the upper level is hardly populated; at higher temperature both levels are almost equally populated. "
                "(Kittel, Kroemer, Thermal Physics, 1980)") },
  { .id = "degenerate", .name = N_ ("Degenerate upper level"),
    .figures = { "capacity", "levels", "potentials" }, .strip = { "heat_capacity", "schottky_peak", "schottky_temperature" },
    .text = N_ ("The upper level is ten-fold degenerate. The peak is five times as high as without degeneracy and lies at a lower temperature. "
                "The entropy of the ten states favours the upper level, so it fills over a smaller range of temperature. "
                "(de Souza, Paupitz, Seridonio, Lagos, arXiv:1504.07525, 2015)"),
    .value = { { "medium.degeneracy", "10" }, { "hot.temperature", "0.28" } } },
  { .id = "two-peaks", .name = N_ ("Two peaks"),
    .figures = { "capacity", "levels", "potentials" }, .strip = { "heat_capacity", "entropy", "energy" },
    .text = N_ ("Three levels lie at 0, 1 and 10. The heat capacity has two peaks, one for each gap. "
                "The gaps are so different that one is saturated before the other begins to fill; with the third level at 4 there is only one peak. "
                "(de Souza, Paupitz, Seridonio, Lagos, arXiv:1504.07525, 2015)"),
    .value = { { "medium.kind", "ladder" }, { "medium.levels", "3" }, { "medium.spacing.2", "9" }, { "hot.temperature", "1.5" } } },
  { .id = "einstein", .name = N_ ("Einstein solid"),
    .figures = { "capacity", "levels", "potentials" }, .strip = { "heat_capacity", "capacity_classical", "energy" },
    .text = N_ ("The temperature of an oscillator is a fifth of its level spacing. "
                "The heat capacity is 0.17, about one sixth of the classical value 1. "
                "Thermal energy seldom suffices for a whole quantum, so the vibration freezes out. (Einstein, Ann. Phys. 22, 180, 1907)"),
    .value = { { "medium.kind", "oscillator" }, { "hot.temperature", "0.2" } } },
  { .id = "classical", .name = N_ ("Classical limit"),
    .figures = { "capacity", "levels", "potentials" }, .strip = { "heat_capacity", "capacity_classical", "energy" },
    .text = N_ ("The temperature of an oscillator is ten times its level spacing. "
                "The heat capacity is within 0.1 % of the classical value 1, and the energy within 5 % of <i>T</i>. "
                "Many levels are populated, and the entropy approaches 1 + ln(<i>T</i>/<i>ω</i>). (Kittel, Kroemer, Thermal Physics, 1980)"),
    .value = { { "medium.kind", "oscillator" }, { "hot.temperature", "10" } } },
  { .id = "rotor", .name = N_ ("Rotor"),
    .figures = { "capacity", "levels", "potentials" }, .strip = { "heat_capacity", "schottky_peak", "schottky_temperature", "capacity_classical", "energy" },
    .text = N_ ("A rigid rotor has 2<i>l</i> + 1 states in its level <i>l</i>. "
                "The heat capacity rises to 1.10 at <i>T</i> = 0.40 <i>ω</i>, above the classical value 1. "
                "The three states of the first level fill in a small range of temperature. (Landau, Lifshitz, Statistical Physics, §47)"),
    .value = { { "medium.kind", "rotor" }, { "hot.temperature", "0.4" } } },
  { .id = "box", .name = N_ ("Particle in a box"),
    .figures = { "capacity", "levels", "potentials" }, .strip = { "heat_capacity", "schottky_peak", "schottky_temperature", "capacity_classical" },
    .text = N_ ("All levels of a particle in a box are included. "
                "The heat capacity has its maximum 9/16 at <i>T</i> = 3<i>ω</i>/π and then falls towards the classical value ½. "
                "The approach is as slow as 1/√<i>T</i>, because the walls matter at any temperature. (Demetrian, arXiv:physics/0303110, 2003)"),
    .value = { { "medium.kind", "box" }, { "hot.temperature", "1" } } },
  { .id = "pair", .name = N_ ("Entangled pair"),
    .figures = { "correlations", "capacity", "levels" },
    .strip = { "concurrence", "entanglement_temperature", "entanglement_entropy", "mutual_information" },
    .text = N_ ("Two qubits with Heisenberg exchange favour opposite states. "
                "The concurrence is 0.88; raise the temperature and it vanishes at 2<i>J</i>/ln "
                "3 = 1.82 <i>J</i>, while the mutual information does not. "
                "The ground state is the maximally entangled singlet, and heat mixes in the other states. "
                "(Arnesen, Bose, Vedral, Phys. Rev. Lett. 87, 017901, 2001)"),
    .value = { { "medium.kind", "two-qubits" }, { "medium.spacing", "0.5" }, { "hot.temperature", "0.5" } } },
  { .id = "heat-entangles", .name = N_ ("Thermal entanglement"),
    .figures = { "correlations", "levels", "capacity" }, .strip = { "concurrence", "entanglement_temperature", "entanglement_entropy" },
    .text = N_ ("The level spacing exceeds 2<i>J</i>, so the ground state has both qubits down and is not entangled. "
                "At <i>T</i> = 0.6 the concurrence is 0.27. "
                "Heat populates the singlet above the ground state; the temperature 1.82 <i>J</i> at "
                "which entanglement vanishes does not depend on the spacing. (Arnesen, Bose, Vedral, Phys. Rev. Lett. 87, 017901, 2001)"),
    .value = { { "medium.kind", "two-qubits" }, { "medium.spacing", "2.5" }, { "hot.temperature", "0.6" } } },
  { NULL },
};

const QnAboutSection qn_lab_equilibrium_about[] = {
  { N_ ("What it is"),
    N_ ("A medium in contact with one reservoir, without strokes. "
        "It relaxes to the thermal state, which depends only on its levels and the temperature. "
        "All heat engines rest on these properties: energy, entropy and heat capacity as functions of temperature.\n"
        "A run starts at a quarter of the reservoir’s temperature. When the temperature or the levels change, the state follows.") },
  { N_ ("What to look for"),
    N_ ("• Change the temperature: the disc moves along the curve, and the populations follow their outlines.\n"
        "• Two levels take up heat only near the peak; far below and far above it their heat capacity vanishes.\n"
        "• Raise the degeneracy of the upper level: the peak grows, narrows and moves to a lower temperature.\n"
        "• The heat capacity of an oscillator rises to 1. Below its level spacing it freezes out: the end of equipartition.\n"
        "• Rotor and box exceed their classical limit before they approach it.\n"
        "• Warm a pair of qubits whose ground state is not entangled: entanglement appears.") },
  { N_ ("Equations"),
    N_ ("Units are chosen so that <i>ħ</i> = <i>k</i><sub>B</sub> = 1, and energies count from the ground state. "
        "A level of energy <i>E</i><sub>n</sub> with <i>g</i><sub>n</sub> states has the population\n"
        "\t<i>p</i><sub>n</sub> = <i>g</i><sub>n</sub> e<sup>−<i>E</i><sub>n</sub>/<i>T</i></sup> / <i>Z</i>        "
        "<i>Z</i> = Σ<sub>n</sub> <i>g</i><sub>n</sub> e<sup>−<i>E</i><sub>n</sub>/<i>T</i></sup>\n"
        "and the partition function <i>Z</i> determines all other quantities:\n"
        "\t<i>F</i> = −<i>T</i> ln <i>Z</i>        <i>S</i> = −∂<i>F</i>/∂<i>T</i>        <i>U</i> = <i>F</i> + <i>TS</i>\n"
        "\t<i>C</i> = d<i>U</i>/d<i>T</i> = (⟨<i>E</i>²⟩ − ⟨<i>E</i>⟩²)/<i>T</i>²\n"
        "The sums run over all levels, of which box, oscillator and rotor have infinitely many. "
        "The running state of box and rotor has the lowest eight only, which the figures show; the population above them is among the results.") },
  { N_ ("The media"),
    N_ ("\tTwo levels:   <i>E</i> = 0, <i>ω</i>        Ladder:   <i>E</i><sub>n + 1</sub> − <i>E</i><sub>n</sub> = <i>ω s</i><sub>n + 1</sub>\n"
        "\tBox:   <i>E</i><sub>n</sub> = <i>ω</i>(<i>n</i>² − 1)/3        Oscillator:   <i>E</i><sub>n</sub> = <i>ωn</i>        "
        "Rotor:   <i>E</i><sub>l</sub> = <i>ωl</i>(<i>l</i> + 1)/2, <i>g</i><sub>l</sub> = 2<i>l</i> + 1\n"
        "With <i>x</i> = <i>ω</i>/<i>T</i> and <i>g</i> upper states for each lower one, two levels have\n"
        "\t<i>C</i> = <i>g x</i>² e<sup>−<i>x</i></sup> / (1 + <i>g</i> e<sup>−<i>x</i></sup>)²,   largest where   "
        "<i>x</i> (1 − <i>g</i> e<sup>−<i>x</i></sup>) = 2 (1 + <i>g</i> e<sup>−<i>x</i></sup>)\n"
        "An oscillator has <i>C</i> = (<i>x</i>/2)² / sinh²(<i>x</i>/2), which has no maximum. "
        "A box approaches ½ from above: up to terms e<sup>−3π²<i>T</i>/<i>ω</i></sup>,\n"
        "\t<i>C</i> = ½ + <i>y</i>(1 − <i>y</i>)/4,   <i>y</i> = 1/(√(3π<i>T</i>/<i>ω</i>) − 1),   largest, 9/16, at   <i>T</i> = 3<i>ω</i>/π\n"
        "A pair of qubits has <i>H</i> = <i>ω</i>(<i>σ</i><sub>z1</sub> + <i>σ</i><sub>z2</sub>)/2 + <i>J</i>[(1 + "
        "<i>α</i>)<i>σ</i><sub>x1</sub><i>σ</i><sub>x2</sub> + (1 − <i>α</i>)<i>σ</i><sub>y1</sub><i>σ</i><sub>y2</sub> + <i>d</i> "
        "<i>σ</i><sub>z1</sub><i>σ</i><sub>z2</sub>]/2.") },
  { N_ ("Heat"),
    N_ ("The reservoir acts at its coupling <i>γ</i>, down at <i>γ</i>(1 − <i>f</i>) and up at <i>γf</i> with <i>f</i> = "
        "1/(e<sup><i>ν</i>/<i>T</i></sup> + 1) for each gap <i>ν</i>; the rate into a level is proportional to its number of states. "
        "An oscillator is damped at <i>γ</i>(<i>n</i> + 1) and <i>γn</i>, <i>n</i> = 1/(e<sup><i>ω</i>/<i>T</i></sup> − 1). "
        "The thermal state is the only stationary state. During the relaxation heat flows,\n"
        "\t<i>Q̇</i> = Tr[<i>H D</i>[<i>ρ</i>]]        d<i>S</i>/d<i>t</i> − <i>Q̇</i>/<i>T</i> ≥ 0\n"
        "and a change of the levels by hand is work.") },
  { N_ ("Entanglement"),
    N_ ("A thermal state is the reduced state of a pure one: two equal media in the state\n"
        "\tΣ<sub>n</sub> √<i>p</i><sub>n</sub> |<i>n</i>⟩|<i>n</i>⟩\n"
        "are each thermal, and the entropy of either is their entanglement entropy <i>S</i>.\n"
        "Within a pair of qubits heat destroys entanglement. Without anisotropy it vanishes at the temperature for which\n"
        "\tsinh(|<i>J</i>|/<i>T</i>) = e<sup>−<i>Jd</i>/<i>T</i></sup>\n"
        "for any <i>ω</i>: 2<i>J</i>/ln 3 for Heisenberg exchange.") },
  { N_ ("Source"),
    N_ ("C. Kittel and H. Kroemer, <i>Thermal Physics</i>, Freeman 1980: two levels and the Schottky anomaly.\n"
        "A. Einstein, Ann. Phys. 22, 180 (1907): the oscillator.\n"
        "L. D. Landau and E. M. Lifshitz, <i>Statistical Physics</i>, §47: the rotor and its maximum.\n"
        "M. Demetrian, arXiv:physics/0303110 (2003): the box at high temperature.\n"
        "M. de Souza, R. Paupitz, A. Seridonio and R. E. Lagos, arXiv:1504.07525 (2015): degeneracy, and two peaks.\n"
        "M. C. Arnesen, S. Bose and V. Vedral, Phys. Rev. Lett. 87, 017901 (2001): thermal entanglement of a pair.") },
  { NULL },
};
