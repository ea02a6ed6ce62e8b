/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lab/qn-about.h"

const char *const qn_lab_thermometry_strip[] = { "error_bound", "sensitivity", "best_gap", "gain", "sensitivity_best", "best_time", NULL };
const char *const qn_lab_thermometry_figures[] = { "sensing", "precision", "levels", "currents", "entropy", "sweep", "map", NULL };

const QnPreset qn_lab_thermometry_presets[] = {
  { .id = "qubit", .name = N_ ("Qubit at the best gap"),
    .figures = { "sensing", "precision", "levels" }, .strip = { "sensitivity", "error_bound", "best_gap" },
    .text = N_ ("A qubit in equilibrium has a gap close to the best one, 2.4 <i>T</i>. "
                "The information per shot is 0.44, so 100 shots determine the temperature to 15 % and 300 to 9 %. "
                "Near this gap the populations depend most strongly on temperature. (Correa et al., Phys. Rev. Lett. 114, 220405, 2015)") },
  { .id = "wrong-gap", .name = N_ ("Gap too large"),
    .figures = { "sensing", "precision", "levels" }, .strip = { "error_bound", "sensitivity", "sensitivity_best", "fisher_populations" },
    .text = N_ ("The gap is ten times the temperature. "
                "One probe in 22,000 is excited, and about 97 times as many shots are needed for the precision of the best gap. "
                "Almost every shot finds the ground state and carries little information. (Mehboudi, Sanpera, Correa, J. Phys. A 52, 303001, 2019)"),
    .value = { { "probe.spacing", "4" } } },
  { .id = "optimal", .name = N_ ("Optimal probe of eight states"),
    .figures = { "sensing", "levels", "precision" }, .strip = { "sensitivity", "sensitivity_best", "error_bound" },
    .text = N_ ("The probe has one ground state and seven states at one higher energy. "
                "Its information per shot is 1.71, almost four times that of a qubit. "
                "This spectrum has the largest heat capacity of all spectra with eight states. (Correa et al., Phys. Rev. Lett. 114, 220405, 2015)"),
    .value = { { "medium.levels", "8" }, { "probe.spectrum", "optimal" }, { "probe.spacing", "1.5" } } },
  { .id = "ladder", .name = N_ ("Eight states in a ladder"),
    .figures = { "sensing", "levels", "precision" }, .strip = { "sensitivity_best", "sensitivity", "best_gap" },
    .text = N_ ("The probe has eight equally spaced levels. "
                "At its best gap the information per shot is 0.90, half that of the optimal spectrum, but it stays high over a wide range of gaps. "
                "At small gaps many levels are populated, as in an oscillator. (Mehboudi, Sanpera, Correa, J. Phys. A 52, 303001, 2019)"),
    .value = { { "medium.levels", "8" }, { "probe.spacing", "0.3" } } },
  { .id = "quick", .name = N_ ("Short contact"),
    .figures = { "precision", "sensing", "currents" }, .strip = { "best_time", "gain", "sensitivity", "sensitivity_equilibrium" },
    .text = N_ ("The probe starts cold and is measured before equilibrium. "
                "The information per shot is 46 % of that in equilibrium, but per unit of time "
                "short contacts give more; the best contact time is 0.27. "
                "During the relaxation the populations depend on temperature through the rate. (Jevtic et al., Phys. Rev. A 91, 012331, 2015)"),
    .value = { { "probe.relaxed", "false" }, { "stroke.contact", "4" } } },
  { .id = "coherent", .name = N_ ("Coherent probe"),
    .figures = { "precision", "sensing", "levels" }, .strip = { "gain", "sensitivity", "sensitivity_equilibrium" },
    .text = N_ ("The gap is a quarter of the temperature, and the qubit starts in a superposition. "
                "After a contact of 3 the information is almost ten times that in equilibrium. "
                "In equilibrium both levels are almost equally populated, while the decay rate of the coherence depends on temperature. "
                "(Jevtic et al., Phys. Rev. A 91, 012331, 2015)"),
    .value = { { "probe.relaxed", "false" }, { "probe.spacing", "0.1" }, { "initial.temperature", "0.1" }, { "initial.coherence", "1" },
               { "stroke.contact", "3" } } },
  { .id = "cold", .name = N_ ("Low temperature"),
    .figures = { "precision", "sensing", "levels" }, .strip = { "energy", "error_bound", "sensitivity" },
    .text = N_ ("A probe made for the temperature 0.4 is used at 0.05. "
                "One shot in 485 million finds it excited, and 10,000 shots determine nothing. "
                "The information falls as e<sup>−<i>ω</i>/<i>T</i></sup>. (Mehboudi, Sanpera, Correa, J. Phys. A 52, 303001, 2019)"),
    .value = { { "bath.temperature", "0.05" }, { "initial.temperature", "0.05" }, { "probe.shots", "10000" } } },
  { NULL },
};

const QnAboutSection qn_lab_thermometry_about[] = {
  { N_ ("What it is"),
    N_ ("A quantum thermometer: a system with a few levels is brought into contact with a reservoir and measured. "
        "The populations of its levels determine the temperature. One measurement carries little information, so many are averaged. "
        "The number of shots needed depends on the probe, which can be chosen here.") },
  { N_ ("What to look for"),
    N_ ("• Change the gap: the best one is 2.4 <i>T</i> for two levels.\n"
        "• Raise the number of levels, and choose the optimal spectrum.\n"
        "• Switch off “Wait for equilibrium” and shorten the contact.\n"
        "• Lower the temperature at a fixed gap, and see how many shots are needed.") },
  { N_ ("Equations"),
    N_ ("Units are chosen so that <i>ħ</i> = <i>k</i><sub>B</sub> = 1. "
        "For any measurement of <i>M</i> probes in the state <i>ρ</i>(<i>T</i>), the error of an unbiased estimate is bounded by\n"
        "\tδ<i>T</i> ≥ 1/√(<i>M F</i>)        <i>F</i> = Σ<sub>ij</sub> 2 "
        "|⟨i|d<i>ρ</i>/d<i>T</i>|j⟩|²/(<i>p</i><sub>i</sub> + <i>p</i><sub>j</sub>)        <i>ρ</i>|i⟩ = <i>p</i><sub>i</sub>|i⟩\n"
        "In equilibrium the optimal measurement is that of the energy, and\n"
        "\t<i>F</i> = (⟨<i>E</i>²⟩ − ⟨<i>E</i>⟩²)/<i>T</i>⁴ = <i>C</i>/<i>T</i>²\n"
        "Before equilibrium the populations obey the master equation d<i>p</i>/d<i>t</i> = "
        "<i>G</i>(<i>T</i>) <i>p</i>, and their derivative with respect to temperature obeys\n"
        "\td<i>s</i>/d<i>t</i> = <i>G s</i> + (d<i>G</i>/d<i>T</i>) <i>p</i>        <i>s</i> = d<i>p</i>/d<i>T</i>\n"
        "A coherence of two levels decays as e<sup>−<i>Γt</i>/2</sup> with "
        "<i>Γ</i>(<i>T</i>) the sum of both rates, and so carries information as well.") },
  { N_ ("The best probe"),
    N_ ("Two levels are most sensitive where <i>x</i> = <i>ω</i>/<i>T</i> solves\n"
        "\t(<i>x</i>/2) tanh(<i>x</i>/2) = 1,   <i>x</i> = 2.399\n"
        "<i>N</i> states are most sensitive with one ground state and all others at one energy, <i>x</i> from\n"
        "\te<sup><i>x</i></sup> = (<i>N</i> − 1)(<i>x</i> + 2)/(<i>x</i> − 2)\n"
        "At temperatures far above the gap all levels are equally populated; far below it only the ground state is. "
        "There <i>F</i> falls as e<sup>−<i>ω</i>/<i>T</i></sup>.") },
  { N_ ("Estimates"),
    N_ ("The dots are simulated experiments: the energies of <i>M</i> probes are drawn from the populations, and the "
        "maximum-likelihood temperature between <i>T</i>/16 and 16 <i>T</i> is the estimate. "
        "The root-mean-square error of many experiments is shown against <i>M</i>. "
        "With few shots the estimate is biased, and an experiment in which no probe is excited gives none.") },
  { N_ ("Heat"),
    N_ ("The probe takes the heat <i>Q</i> = Δ<i>E</i> from the reservoir while it comes to equilibrium; no work is done. "
        "The running machine shows the populations and starts at the probe’s initial temperature.") },
  { N_ ("Source"),
    N_ ("M. Mehboudi, A. Sanpera and L. A. Correa, J. Phys. A 52, 303001 (2019): a review.\n"
        "L. A. Correa, M. Mehboudi, G. Adesso and A. Sanpera, Phys. Rev. Lett. 114, 220405 (2015): the best probe of <i>N</i> levels.\n"
        "S. Jevtic, D. Newman, T. Rudolph and T. M. Stace, Phys. Rev. A 91, 012331 (2015): one qubit, before it is in equilibrium.\n"
        "S. L. Braunstein and C. M. Caves, Phys. Rev. Lett. 72, 3439 (1994): the quantum Fisher information.") },
  { NULL },
};
