/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lab/qn-about.h"

const char *const qn_lab_swap_strip[] = { "efficiency", "work_output", "work_fluctuation", "heat_hot", "heat_cold", "entropy_production", NULL };
const char *const qn_lab_swap_figures[] = { "levels", "work-distribution", "flows", "efficiency", "correlations", "trajectory", "entropy", "density", "sweep", "map", "pareto", NULL };

const QnPreset qn_lab_swap_presets[] = {
  { .id = "textbook", .name = N_ ("Full swap"),
    .figures = { "work-distribution", "levels", "flows" },
    .strip = { "efficiency", "work_output", "work_fluctuation", "probability_gain", "probability_loss" },
    .text = N_ ("Two qubits thermalise beside their reservoirs and then exchange their states: an Otto cycle in two strokes. "
                "The efficiency is 1 − <i>ω</i><sub>c</sub>/<i>ω</i><sub>h</sub> = 60 %, while the work of a single cycle is +1.8, 0 or −1.8. "
                "Each quantum that passes gives <i>ω</i><sub>h</sub> − <i>ω</i><sub>c</sub> of work, and the two measured energies are random. "
                "(Campisi, Pekola, Fazio, New J. Phys. 17, 035012, 2015)") },
  { .id = "partial-swap", .name = N_ ("Half a swap"),
    .figures = { "correlations", "work-distribution", "flows" },
    .strip = { "mutual_information_after", "concurrence_after", "work_output", "efficiency" },
    .text = N_ ("The swap angle is π/4, so half of the quanta pass. "
                "The work is halved, and the efficiency stays 60 %; after the swap the mutual information is above zero, the concurrence is not. "
                "The partial swap correlates the qubits, but hot states are too mixed for entanglement. (Sacchi, arXiv:2106.15897, 2021)"),
    .value = { { "swap.angle", "0.7853981633974483" } } },
  { .id = "entangling", .name = N_ ("Entanglement by a swap"),
    .figures = { "correlations", "density", "levels" }, .strip = { "concurrence_after", "mutual_information_after", "work_output" },
    .text = N_ ("A half swap acts beside a colder reservoir. The concurrence after the swap is 0.23, and the contacts bring it back to zero. "
                "The cold qubit is almost always in its ground state, so a single quantum is shared between the two in superposition."),
    .value = { { "swap.angle", "0.7853981633974483" }, { "cold.temperature", "0.25" } } },
  { .id = "carnot-point", .name = N_ ("Carnot point"),
    .figures = { "work-distribution", "levels", "flows" },
    .strip = { "work_output", "work_fluctuation", "entropy_production", "probability_gain", "probability_loss" },
    .text = N_ ("Here <i>ω</i><sub>c</sub>/<i>ω</i><sub>h</sub> = "
                "<i>T</i><sub>c</sub>/<i>T</i><sub>h</sub>, so both qubits have the same populations. "
                "Mean work and entropy production are zero, while single cycles deliver and take work equally often. "
                "This is the limit in which the engine reaches Carnot’s efficiency, without power. "
                "(Campisi, Pekola, Fazio, New J. Phys. 17, 035012, 2015)"),
    .value = { { "spacing.cold", "0.75" } } },
  { .id = "refrigerator", .name = N_ ("Refrigerator"),
    .figures = { "flows", "levels", "work-distribution" }, .strip = { "efficiency", "heat_cold", "work_output" },
    .text = N_ ("Here <i>ω</i><sub>c</sub>/<i>ω</i><sub>h</sub> is below <i>T</i><sub>c</sub>/<i>T</i><sub>h</sub>. "
                "Heat leaves the cold reservoir, with a coefficient of performance of "
                "<i>ω</i><sub>c</sub>/(<i>ω</i><sub>h</sub> − <i>ω</i><sub>c</sub>) = 0.43. "
                "The cold qubit is the more excited one, so the swap carries quanta to the hot side, and work "
                "raises each of them from <i>ω</i><sub>c</sub> to <i>ω</i><sub>h</sub>. (Campisi, Pekola, Fazio, New J. Phys. 17, 035012, 2015)"),
    .value = { { "hot.temperature", "1.5" }, { "spacing.hot", "4" }, { "spacing.cold", "1.2" } } },
  { .id = "accelerator", .name = N_ ("Accelerator"),
    .figures = { "flows", "levels", "work-distribution" }, .strip = { "work_output", "heat_cold", "heat_hot" },
    .text = N_ ("The larger spacing is on the cold side. Work goes in, and the cold reservoir receives more heat than the hot one gives. "
                "Quanta pass from hot to cold, and work raises each of them from <i>ω</i><sub>h</sub> to <i>ω</i><sub>c</sub>. "
                "(Sacchi, arXiv:2106.15897, 2021)"),
    .value = { { "spacing.cold", "4" } } },
  { .id = "short-contacts", .name = N_ ("Short contacts"),
    .figures = { "work-distribution", "efficiency", "flows" }, .strip = { "power", "work_output", "efficiency", "period" },
    .text = N_ ("The contacts last half a time unit, too short to thermalise. "
                "The work per cycle falls to a seventh, but there are forty times as many cycles, and the power is 5.5 times as high. "
                "The efficiency stays 1 − <i>ω</i><sub>c</sub>/<i>ω</i><sub>h</sub>, because it depends only on the two quanta."),
    .value = { { "stroke.hot", "0.5" }, { "stroke.cold", "0.5" } } },
  { .id = "three-levels", .name = N_ ("Three levels each"),
    .figures = { "work-distribution", "levels", "flows" }, .strip = { "work_output", "work_fluctuation", "efficiency" },
    .text = N_ ("The parts are ladders of three levels each, which exchange up to two quanta. "
                "The work is more than twice that of two qubits, its fluctuation is 1.5 times as large, and the efficiency is the same. "
                "Every quantum still gives <i>ω</i><sub>h</sub> − <i>ω</i><sub>c</sub> of work. (Sacchi, arXiv:2106.15897, 2021)"),
    .value = { { "medium.levels", "3" } } },
  { .id = "precision", .name = N_ ("Below the classical bound"),
    .figures = { "work-distribution", "levels", "efficiency" },
    .strip = { "work_uncertainty", "uncertainty_bound", "work_output", "work_fluctuation" },
    .text = N_ ("The hot temperature is 20 times the cold one. "
                "The uncertainty Σσ<sub><i>W</i></sub>²/<i>W</i>² is 1.91, below the bound of 2 for steady classical machines. "
                "A swap engine obeys only the weaker bound that follows from the exchange fluctuation relation. "
                "(Timpanaro, Guarnieri, Goold, Landi, Phys. Rev. Lett. 123, 090604, 2019; with nuclear spins: "
                "Shende, Arvind, Dorai, arXiv:2410.16230)"),
    .value = { { "hot.temperature", "20" }, { "hot.coupling", "0.1" }, { "spacing.cold", "2" } } },
  { .id = "watched", .name = N_ ("Effect of measurement"),
    .figures = { "work-distribution", "correlations", "density" },
    .strip = { "work_output", "work_measured", "coherence_l1", "mutual_information_after" },
    .text = N_ ("Half swaps alternate with contacts too short to remove the coherence. "
                "The work is 23 % lower than the measured work, since measurements destroy the coherence that one swap leaves to the next. "
                "The coherence enters the next swap with a phase that grows with the contact time; with contacts of 3.5 it increases the work."),
    .value = { { "swap.angle", "0.7853981633974483" }, { "stroke.hot", "1" }, { "stroke.cold", "1" } } },
  { NULL },
};

const QnAboutSection qn_lab_swap_about[] = {
  { N_ ("What it is"),
    N_ ("An engine without moving levels. "
        "Two systems with different level spacings exchange their states: one is coupled to the hot reservoir, the other to the cold one.\n"
        "1. Swap: both leave their reservoirs and instantly exchange their states. "
        "The quanta have a different energy after the exchange, and the difference is work.\n"
        "2. Contact: both return to their reservoirs, which restore their thermal states.\n"
        "3. Rest: if the contacts differ in duration, the longer one goes on alone.\n"
        "A partial swap leaves the quanta in superposition between the two systems, which are then correlated and can be entangled.") },
  { N_ ("What to look for"),
    N_ ("• Turn the swap angle from 0 to π: after long contacts the work follows the square of its sine, and the efficiency does not change.\n"
        "• At π/4 the mutual information appears at the swap and decays in the contacts. Cool the cold reservoir: entanglement appears as well.\n"
        "• Lower the cold spacing towards <i>ω</i><sub>h</sub><i>T</i><sub>c</sub>/<i>T</i><sub>h</sub>: the work vanishes, its fluctuation does not. "
        "Below it the machine is a refrigerator.\n"
        "• Shorten both contacts: the work per cycle falls, and the power rises.\n"
        "• Shorten them with a partial swap: the measured work differs from the work, which oscillates with the phase of the coherence.") },
  { N_ ("Equations"),
    N_ ("Units are chosen so that <i>ħ</i> = <i>k</i><sub>B</sub> = 1. "
        "With <i>N</i> equally spaced levels each, |<i>i</i>, <i>j</i>⟩ for <i>i</i> quanta in the hot and <i>j</i> in the cold part,\n"
        "\t<i>H</i> = Σ<sub><i>ij</i></sub> (<i>ω</i><sub>h</sub> <i>i</i> + <i>ω</i><sub>c</sub> <i>j</i>) |<i>i</i>, "
        "<i>j</i>⟩⟨<i>i</i>, <i>j</i>|        SWAP |<i>i</i>, <i>j</i>⟩ = |<i>j</i>, <i>i</i>⟩\n"
        "\t<i>U</i> = e<sup>−i<i>θ</i> SWAP</sup> = cos <i>θ</i> − i sin <i>θ</i> SWAP        <i>ρ</i> → <i>U ρ U</i><sup>†</sup>\n"
        "In contact each part is coupled to its own reservoir only:\n"
        "\td<i>ρ</i>/d<i>t</i> = −i [<i>H</i>, <i>ρ</i>] + Σ<sub>k</sub> <i>γ</i><sub>k</sub> { (<i>n</i><sub>k</sub> + 1) "
        "<i>L</i>[<i>a</i><sub>k</sub>] <i>ρ</i> + <i>n</i><sub>k</sub> <i>L</i>[<i>a</i><sub>k</sub><sup>†</sup>] <i>ρ</i> }\n"
        "\t<i>L</i>[<i>A</i>] <i>ρ</i> = <i>A ρ A</i><sup>†</sup> − ½ (<i>A</i><sup>†</sup><i>A ρ</i> + <i>ρ A</i><sup>†</sup><i>A</i>)        "
        "<i>a</i> |<i>n</i>⟩ = √<i>n</i> |<i>n</i> − 1⟩        <i>n</i><sub>k</sub> = 1 / (e<sup><i>ω</i><sub>k</sub>/<i>T</i><sub>k</sub></sup> − "
        "1)\n"
        "An ohmic reservoir has <i>γ</i><sub>k</sub><i>ω</i><sub>k</sub> in place of <i>γ</i><sub>k</sub>, a fermionic one rates "
        "<i>γ</i><sub>k</sub>(1 − <i>f</i>) and <i>γ</i><sub>k</sub><i>f</i> with <i>f</i> = 1/(e<sup><i>ω</i>/<i>T</i></sup> + 1).\n"
        "The figures show the limit cycle: the state that one whole cycle maps onto itself, computed as a fixed point.") },
  { N_ ("Heat and work"),
    N_ ("No reservoir acts during the swap, so its energy change is work. "
        "The Hamiltonian is constant during the contacts, so their energy change is heat:\n"
        "\t<i>W</i> = Tr[<i>H ρ</i>] − Tr[<i>H U ρ U</i><sup>†</sup>]        "
        "<i>Q</i><sub>k</sub> = ∫ Tr[<i>H D</i><sub>k</sub>[<i>ρ</i>]] d<i>t</i>\n"
        "Heat is positive into the medium, work is counted as output. "
        "In the limit cycle <i>W</i> = <i>Q</i><sub>h</sub> + <i>Q</i><sub>c</sub>, and\n"
        "\tΣ = −<i>Q</i><sub>h</sub>/<i>T</i><sub>h</sub> − <i>Q</i><sub>c</sub>/<i>T</i><sub>c</sub> ≥ 0\n"
        "The work of a single cycle is defined by two measurements: the energies of both parts just before and just after the swap. "
        "Measurements destroy coherence between the parts. After long contacts there is none, and the mean of the measured work is <i>W</i>. "
        "After short contacts a partial swap would continue from the coherence of the last one. "
        "A machine that is measured in every cycle then has another limit cycle, from which "
        "<i>W</i><sub>m</sub>, σ<sub><i>W</i></sub> and Σ<sub>m</sub> are taken.") },
  { N_ ("The cycle in formulas"),
    N_ ("A swap keeps the number of quanta. If on average <i>q</i> pass from the hot part to the cold one in a cycle,\n"
        "\t<i>Q</i><sub>h</sub> = <i>ω</i><sub>h</sub> <i>q</i>        <i>Q</i><sub>c</sub> = −<i>ω</i><sub>c</sub> <i>q</i>        <i>W</i> = "
        "(<i>ω</i><sub>h</sub> − <i>ω</i><sub>c</sub>) <i>q</i>        <i>η</i> = 1 − <i>ω</i><sub>c</sub>/<i>ω</i><sub>h</sub>\n"
        "for any angle, durations and number of levels. Every quantum produces one affinity of entropy,\n"
        "\tΣ = <i>a q</i>        <i>a</i> = <i>ω</i><sub>c</sub>/<i>T</i><sub>c</sub> − <i>ω</i><sub>h</sub>/<i>T</i><sub>h</sub>\n"
        "An engine has <i>T</i><sub>c</sub>/<i>T</i><sub>h</sub> &lt; <i>ω</i><sub>c</sub>/<i>ω</i><sub>h</sub> &lt; "
        "1; below it lies the refrigerator, above it the accelerator. Where <i>a</i> = 0 the efficiency is Carnot’s and the work is zero.\n"
        "Qubits, with <i>p</i><sub>k</sub> = 1/(e<sup><i>ω</i><sub>k</sub>/<i>T</i><sub>k</sub></sup> + 1). After complete contacts, at any angle:\n"
        "\t<i>q</i> = (<i>p</i><sub>h</sub> − <i>p</i><sub>c</sub>) sin² <i>θ</i>        <i>P</i>(<i>W</i> = +) = <i>p</i><sub>h</sub>(1 − "
        "<i>p</i><sub>c</sub>) sin² <i>θ</i>        <i>P</i>(<i>W</i> = −) = <i>p</i><sub>c</sub>(1 − <i>p</i><sub>h</sub>) sin² <i>θ</i>\n"
        "\tσ<sub><i>W</i></sub>² = (<i>ω</i><sub>h</sub> − <i>ω</i><sub>c</sub>)² [(<i>p</i><sub>h</sub> + "
        "<i>p</i><sub>c</sub> − 2<i>p</i><sub>h</sub><i>p</i><sub>c</sub>) sin² <i>θ</i> − <i>q</i>²]\n"
        "Contacts of any length after a full swap, with <i>e</i><sub>k</sub> = "
        "e<sup>−<i>γ</i><sub>k</sub>(2<i>n</i><sub>k</sub> + 1)<i>τ</i><sub>k</sub></sup>:\n"
        "\t<i>q</i> = (<i>p</i><sub>h</sub> − <i>p</i><sub>c</sub>)(1 − <i>e</i><sub>h</sub>)(1 − "
        "<i>e</i><sub>c</sub>)/(1 − <i>e</i><sub>h</sub><i>e</i><sub>c</sub>)\n"
        "After complete contacts the work obeys the exchange fluctuation relation,\n"
        "\t<i>P</i>(<i>W</i>)/<i>P</i>(−<i>W</i>) = e<sup><i>aW</i>/(<i>ω</i><sub>h</sub> − <i>ω</i><sub>c</sub>)</sup>\n"
        "from which a minimum uncertainty follows: with <i>x</i> tanh <i>x</i> = Σ/2,\n"
        "\tσ<sub><i>W</i></sub>²/<i>W</i>² ≥ 1/sinh² <i>x</i>\n"
        "It allows Σσ<sub><i>W</i></sub>²/<i>W</i>² below 2, the bound of steady classical machines. A partial swap entangles qubits by\n"
        "\t<i>C</i>′ = max{0, (<i>p</i><sub>h</sub> − <i>p</i><sub>c</sub>) sin 2<i>θ</i> − 2 √[<i>p</i><sub>h</sub>(1 − "
        "<i>p</i><sub>h</sub>)<i>p</i><sub>c</sub>(1 − <i>p</i><sub>c</sub>)]}        (<i>p</i><sub>h</sub> ≥ <i>p</i><sub>c</sub>, 0 ≤ <i>θ</i> ≤ "
        "π/2)") },
  { N_ ("Source"),
    N_ ("M. Campisi, J. Pekola and R. Fazio, New J. Phys. 17, 035012 (2015): the swap engine of two qubits and its fluctuations.\n"
        "M. F. Sacchi, arXiv:2106.15897 (2021): partial swaps, and parts of more levels.\n"
        "A. M. Timpanaro, G. Guarnieri, J. Goold and G. T. Landi, Phys. Rev. Lett. 123, 090604 (2019): the minimum uncertainty.\n"
        "K. Shende, Arvind and K. Dorai, arXiv:2410.16230 (2024): a swap engine of nuclear spins.\n"
        "H.-P. Breuer and F. Petruccione, <i>The Theory of Open Quantum Systems</i>, Oxford 2002: the equation of motion.") },
  { NULL },
};
