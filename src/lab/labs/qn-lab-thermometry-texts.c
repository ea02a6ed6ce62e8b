/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lab/qn-about.h"

const char *const qn_lab_thermometry_strip[] = { "error_bound", "sensitivity", "best_gap", "gain", "sensitivity_best", "best_time", NULL };
const char *const qn_lab_thermometry_figures[] = { "sensing", "precision", "levels", "currents", "entropy", NULL };

const QnPreset qn_lab_thermometry_presets[] = {
  { .id = "qubit", .name = N_ ("Two levels"),
    .text = N_ ("A qubit in equilibrium, its gap close to the best one: 2.4 times the temperature. "
                "There each shot is worth 0.44: a hundred of them tell the temperature to fifteen percent. "
                "(Correa et al., Phys. Rev. Lett. 114, 220405, 2015)") },
  { .id = "wrong-gap", .name = N_ ("The wrong gap"),
    .text = N_ ("The gap is ten times the temperature: hardly one probe in twenty thousand is excited, and shot after shot says the same. "
                "A hundred times as many shots would not make up for it. (Mehboudi, Sanpera, Correa, J. Phys. A 52, 303001, 2019)"),
    .value = { { "spacing.hot", "4" } } },
  { .id = "optimal", .name = N_ ("The best probe of eight states"),
    .text = N_ ("One ground state, seven others at one energy: the largest heat capacity eight states can have, at one temperature. "
                "No other spectrum tells it better. (Correa et al., Phys. Rev. Lett. 114, 220405, 2015)"),
    .value = { { "medium.levels", "8" }, { "probe.spectrum", "optimal" }, { "spacing.hot", "1.5" } } },
  { .id = "ladder", .name = N_ ("Eight states in a ladder"),
    .text = N_ ("Eight equally spaced levels tell less at best than the optimal eight, but over a wider range of gaps: like an oscillator, "
                "whose heat capacity never falls on the hot side. (Mehboudi, Sanpera, Correa, J. Phys. A 52, 303001, 2019)"),
    .value = { { "medium.levels", "8" }, { "spacing.hot", "0.3" } } },
  { .id = "quick", .name = N_ ("In a hurry"),
    .text = N_ ("The probe starts cold and is asked before it is in equilibrium. "
                "While it warms up, what is told is the rate of warming; per unit of time an early question tells most. "
                "(Jevtic et al., Phys. Rev. A 91, 012331, 2015)"),
    .value = { { "probe.relaxed", "false" }, { "stroke.hot", "4" } } },
  { .id = "coherent", .name = N_ ("A coherent probe"),
    .text = N_ ("The gap is small, and in equilibrium the qubit tells next to nothing: both levels are equally full. "
                "But it begins in a superposition, and how fast that is lost depends on the temperature. Asked in time it tells many times as much. "
                "(Jevtic et al., Phys. Rev. A 91, 012331, 2015)"),
    .value = { { "probe.relaxed", "false" }, { "spacing.hot", "0.1" }, { "initial.temperature", "0.1" }, { "initial.coherence", "1" },
               { "stroke.hot", "3" } } },
  { .id = "cold", .name = N_ ("Cold is hard"),
    .text = N_ ("A thermometer for room temperature, used in the cold: at an eighth of the temperature it was made for, "
                "a probe is excited once in millions of shots. Information falls as e<sup>−<i>ω</i>/<i>T</i></sup>. "
                "(Mehboudi, Sanpera, Correa, J. Phys. A 52, 303001, 2019)"),
    .value = { { "hot.temperature", "0.05" }, { "initial.temperature", "0.05" }, { "probe.shots", "10000" } } },
  { NULL },
};

const QnAboutSection qn_lab_thermometry_about[] = {
  { N_ ("What it is"),
    N_ ("The smallest thermometer: a quantum system with a few levels touches a reservoir, is measured, and its levels’ populations tell the temperature. "
        "One measurement tells little; many are averaged. How many it takes depends on the probe alone, and that is what can be chosen here.") },
  { N_ ("Equations"),
    N_ ("Units are chosen so that <i>ħ</i> = <i>k</i><sub>B</sub> = 1. "
        "Whatever is measured on <i>M</i> probes in the state <i>ρ</i>(<i>T</i>), an unbiased estimate errs by\n"
        "\tδ<i>T</i> ≥ 1/√(<i>M F</i>)        <i>F</i> = Σ<sub>ij</sub> 2 |⟨i|d<i>ρ</i>/d<i>T</i>|j⟩|²/(<i>p</i><sub>i</sub> + <i>p</i><sub>j</sub>)        "
        "<i>ρ</i>|i⟩ = <i>p</i><sub>i</sub>|i⟩\n"
        "In equilibrium the energy is the best thing to measure, and\n"
        "\t<i>F</i> = (⟨<i>E</i>²⟩ − ⟨<i>E</i>⟩²)/<i>T</i>⁴ = <i>C</i>/<i>T</i>²\n"
        "On the way there the populations obey the master equation d<i>p</i>/d<i>t</i> = <i>G</i>(<i>T</i>) "
        "<i>p</i>, and their answer to a change of temperature is solved for beside them,\n"
        "\td<i>s</i>/d<i>t</i> = <i>G s</i> + (d<i>G</i>/d<i>T</i>) <i>p</i>        <i>s</i> = d<i>p</i>/d<i>T</i>\n"
        "A coherence of two levels decays as e<sup>−<i>Γt</i>/2</sup> with <i>Γ</i>(<i>T</i>) both rates together, and so carries information too.") },
  { N_ ("The best probe"),
    N_ ("Two levels tell most where <i>x</i> = <i>ω</i>/<i>T</i> solves\n"
        "\t(<i>x</i>/2) tanh(<i>x</i>/2) = 1,   <i>x</i> = 2.399\n"
        "<i>N</i> states tell most with one ground state and all others at one energy, <i>x</i> from\n"
        "\te<sup><i>x</i></sup> = (<i>N</i> − 1)(<i>x</i> + 2)/(<i>x</i> − 2)\n"
        "Far above the gap all levels are alike, far below nothing is excited: there <i>F</i> falls as e<sup>−<i>ω</i>/<i>T</i></sup>, "
        "and cold is hard to tell from colder.") },
  { N_ ("Estimates"),
    N_ ("The dots are experiments done by the computer: the energy of <i>M</i> probes is drawn from the populations, "
        "the likeliest temperature (between <i>T</i>/16 and 16 <i>T</i>) is the estimate, and again. What they err by is drawn against <i>M</i>. "
        "With few shots an estimate is biased, and an experiment in which no probe is excited tells nothing at all.") },
  { N_ ("Heat"),
    N_ ("The probe takes the heat <i>Q</i> = Δ<i>E</i> from the reservoir while it comes to equilibrium; no work is done. "
        "The running picture has the populations, and begins at the probe’s own temperature.") },
  { N_ ("Source"),
    N_ ("M. Mehboudi, A. Sanpera and L. A. Correa, J. Phys. A 52, 303001 (2019): a review.\n"
        "L. A. Correa, M. Mehboudi, G. Adesso and A. Sanpera, Phys. Rev. Lett. 114, 220405 (2015): the best probe of <i>N</i> levels.\n"
        "S. Jevtic, D. Newman, T. Rudolph and T. M. Stace, Phys. Rev. A 91, 012331 (2015): one qubit, before it is in equilibrium.\n"
        "S. L. Braunstein and C. M. Caves, Phys. Rev. Lett. 72, 3439 (1994): the quantum Fisher information.") },
  { N_ ("What to look for"),
    N_ ("• Move the gap: there is a best one, at 2.4 temperatures for two levels.\n"
        "• Give the probe more states, and make its spectrum optimal.\n"
        "• Do not wait: switch equilibrium off and shorten the contact.\n"
        "• Lower the temperature at a fixed gap, and count the shots that are needed now.") },
  { NULL },
};
