/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lab/qn-about.h"

const char *const qn_lab_swap_strip[] = { "efficiency", "work_output", "work_fluctuation", "heat_hot", "heat_cold", "entropy_production", NULL };
const char *const qn_lab_swap_figures[] = { "levels", "work-distribution", "flows", "efficiency", "correlations", "trajectory", "entropy", "density", NULL };

const QnPreset qn_lab_swap_presets[] = {
  { .id = "textbook", .name = N_ ("Full swap"),
    .text = N_ ("Two qubits thermalise beside their reservoirs and exchange states: an Otto cycle in two strokes. "
                "The efficiency is 1 − <i>ω</i><sub>c</sub>/<i>ω</i><sub>h</sub> = 60 % exactly, while the work of a single cycle is +1.8, "
                "−1.8 or nothing by chance. (Campisi, Pekola, Fazio, New J. Phys. 17, 035012, 2015)") },
  { .id = "partial-swap", .name = N_ ("Half a swap"),
    .text = N_ ("At π/4 half the quanta pass: half the work, the same efficiency. "
                "The swap leaves the parts correlated, and the reservoirs wipe that out unused. "
                "Not all correlation is entanglement: here the concurrence stays zero. (Sacchi, arXiv:2106.15897, 2021)"),
    .value = { { "swap.angle", "0.7853981633974483" } } },
  { .id = "entangling", .name = N_ ("Entangled by a swap"),
    .text = N_ ("The same beside a much colder reservoir: the cold qubit is nearly always empty, "
                "so that the one quantum that comes is shared between the two in superposition. "
                "The swap entangles them, and the contacts make an end of it long before the cycle is over."),
    .value = { { "swap.angle", "0.7853981633974483" }, { "cold.temperature", "0.25" } } },
  { .id = "carnot-point", .name = N_ ("Carnot’s point"),
    .text = N_ ("At <i>ω</i><sub>c</sub>/<i>ω</i><sub>h</sub> = <i>T</i><sub>c</sub>/<i>T</i><sub>h</sub> both qubits are equally full. "
                "The swap changes nothing on average, no entropy is made, and there is no work; single cycles give it and take it equally often. "
                "(Campisi, Pekola, Fazio, New J. Phys. 17, 035012, 2015)"),
    .value = { { "spacing.cold", "0.75" } } },
  { .id = "refrigerator", .name = N_ ("Refrigerator"),
    .text = N_ ("With <i>ω</i><sub>c</sub>/<i>ω</i><sub>h</sub> below <i>T</i><sub>c</sub>/<i>T</i><sub>h</sub> the cold qubit is the fuller one: "
                "the swap carries its quanta to the hot side, and work has to lift each of them from <i>ω</i><sub>c</sub> to <i>ω</i><sub>h</sub>. "
                "(Campisi, Pekola, Fazio, New J. Phys. 17, 035012, 2015)"),
    .value = { { "hot.temperature", "1.5" }, { "spacing.hot", "4" }, { "spacing.cold", "1.2" } } },
  { .id = "accelerator", .name = N_ ("Accelerator"),
    .text = N_ ("With the wider spacing at the cold end heat falls from hot to cold as it would by itself, and work is spent to hurry it on: "
                "each quantum arrives heavier than it left. (Sacchi, arXiv:2106.15897, 2021)"),
    .value = { { "spacing.cold", "4" } } },
  { .id = "short-contacts", .name = N_ ("Short contacts"),
    .text = N_ ("Contacts too short to thermalise: each cycle gives a seventh of the work, but there are forty of them for one, "
                "and the power is more than five times as high. The efficiency is still exactly 1 − <i>ω</i><sub>c</sub>/<i>ω</i><sub>h</sub>."),
    .value = { { "stroke.hot", "0.5" }, { "stroke.cold", "0.5" } } },
  { .id = "three-levels", .name = N_ ("Three levels each"),
    .text = N_ ("Two ladders of three levels swap up to two quanta at once: more work and more fluctuation, and the same efficiency. "
                "(Sacchi, arXiv:2106.15897, 2021)"),
    .value = { { "medium.levels", "3" } } },
  { .id = "precision", .name = N_ ("Better than classical precision"),
    .text = N_ ("A steady classical machine that makes entropy Σ a cycle has σ<sub><i>W</i></sub>²/<i>W</i>² of at least 2/Σ. "
                "The swap engine here gets below: its uncertainty is less than 2, though not less than what the exchange fluctuation relation allows. "
                "(Timpanaro, Guarnieri, Goold, Landi, Phys. Rev. Lett. 123, 090604, 2019; on nuclear spins: Shende, Arvind, Dorai, arXiv:2410.16230)"),
    .value = { { "hot.temperature", "20" }, { "hot.coupling", "0.1" }, { "spacing.cold", "2" } } },
  { .id = "watched", .name = N_ ("Watched"),
    .text = N_ ("Short contacts after half a swap leave coherence, and the next swap goes on from it: here against it, for 40 % less work. "
                "Who wants to know the work of a single cycle must measure before the swap, makes an end of the coherence, and finds more. "
                "Coherence turns by (<i>ω</i><sub>h</sub> − <i>ω</i><sub>c</sub>)<i>τ</i> in contact: after 3.5 it helps."),
    .value = { { "swap.angle", "0.7853981633974483" }, { "stroke.hot", "1" }, { "stroke.cold", "1" } } },
  { NULL },
};

const QnAboutSection qn_lab_swap_about[] = {
  { N_ ("What it is"),
    N_ ("An engine without a piston. Two small systems with different level spacings take the place of one whose levels move: "
        "one rests beside the hot reservoir, the other beside the cold one.\n"
        "1. Swap: both leave their reservoirs and, at once, exchange their states. "
        "The quanta of the one are now quanta of the other, and what they weigh more or less is work.\n"
        "2. Contact: both return to their reservoirs, which refill the one and empty the other.\n"
        "3. Rest: where the contacts last unlike long, the longer one goes on alone.\n"
        "The swap may stop halfway. Then the two share their quanta in superposition, are correlated, and may be entangled.") },
  { N_ ("Equations"),
    N_ ("Units are chosen so that <i>ħ</i> = <i>k</i><sub>B</sub> = 1. "
        "With <i>N</i> equally spaced levels each, |<i>i</i>, <i>j</i>⟩ for <i>i</i> quanta in the hot and <i>j</i> in the cold part,\n"
        "\t<i>H</i> = Σ<sub><i>ij</i></sub> (<i>ω</i><sub>h</sub> <i>i</i> + <i>ω</i><sub>c</sub> <i>j</i>) "
        "|<i>i</i>, <i>j</i>⟩⟨<i>i</i>, <i>j</i>|        SWAP |<i>i</i>, <i>j</i>⟩ = |<i>j</i>, <i>i</i>⟩\n"
        "\t<i>U</i> = e<sup>−i<i>θ</i> SWAP</sup> = cos <i>θ</i> − i sin <i>θ</i> SWAP        <i>ρ</i> → <i>U ρ U</i><sup>†</sup>\n"
        "In contact each part sees its own reservoir alone:\n"
        "\td<i>ρ</i>/d<i>t</i> = −i [<i>H</i>, <i>ρ</i>] + Σ<sub>k</sub> <i>γ</i><sub>k</sub> { (<i>n</i><sub>k</sub> + 1) "
        "<i>L</i>[<i>a</i><sub>k</sub>] <i>ρ</i> + <i>n</i><sub>k</sub> <i>L</i>[<i>a</i><sub>k</sub><sup>†</sup>] <i>ρ</i> }\n"
        "\t<i>L</i>[<i>A</i>] <i>ρ</i> = <i>A ρ A</i><sup>†</sup> − ½ (<i>A</i><sup>†</sup><i>A ρ</i> + <i>ρ A</i><sup>†</sup><i>A</i>)        <i>a</i> "
        "|<i>n</i>⟩ = √<i>n</i> |<i>n</i> − 1⟩        <i>n</i><sub>k</sub> = 1 / (e<sup><i>ω</i><sub>k</sub>/<i>T</i><sub>k</sub></sup> − 1)\n"
        "An ohmic reservoir has <i>γ</i><sub>k</sub><i>ω</i><sub>k</sub> in place of <i>γ</i><sub>k</sub>, "
        "a fermionic one rates <i>γ</i><sub>k</sub>(1 − <i>f</i>) and <i>γ</i><sub>k</sub><i>f</i> with <i>f</i> = 1/(e<sup><i>ω</i>/<i>T</i></sup> + 1).\n"
        "The figures show the limit cycle: the state that one whole cycle maps onto itself, solved for as a fixed point and not waited for.") },
  { N_ ("Heat and work"),
    N_ ("No reservoir acts during the swap, so that all the energy it changes is work; nothing moves during the contacts, so that all they change is heat:\n"
        "\t<i>W</i> = Tr[<i>H ρ</i>] − Tr[<i>H U ρ U</i><sup>†</sup>]        <i>Q</i><sub>k</sub> = ∫ Tr[<i>H D</i><sub>k</sub>[<i>ρ</i>]] d<i>t</i>\n"
        "Heat is positive into the medium, work is counted as output. In the limit cycle <i>W</i> = <i>Q</i><sub>h</sub> + <i>Q</i><sub>c</sub>, and\n"
        "\tΣ = −<i>Q</i><sub>h</sub>/<i>T</i><sub>h</sub> − <i>Q</i><sub>c</sub>/<i>T</i><sub>c</sub> ≥ 0\n"
        "The work of a single cycle takes two measurements: the energies of both parts just before and just after the swap. "
        "The first one makes an end of coherence between the parts. "
        "After long contacts there is none, and the mean of the measured work is <i>W</i>; "
        "after short ones a partial swap would have gone on from the coherence of the last, and measuring it changes the work.") },
  { N_ ("The cycle in formulas"),
    N_ ("A swap keeps the number of quanta. If on average <i>q</i> pass from the hot part to the cold one in a cycle,\n"
        "\t<i>Q</i><sub>h</sub> = <i>ω</i><sub>h</sub> <i>q</i>        <i>Q</i><sub>c</sub> = −<i>ω</i><sub>c</sub> <i>q</i>        <i>W</i> = "
        "(<i>ω</i><sub>h</sub> − <i>ω</i><sub>c</sub>) <i>q</i>        <i>η</i> = 1 − <i>ω</i><sub>c</sub>/<i>ω</i><sub>h</sub>\n"
        "whatever angle, durations and number of levels. Entropy is made at the rate of one affinity a quantum,\n"
        "\tΣ = <i>a q</i>        <i>a</i> = <i>ω</i><sub>c</sub>/<i>T</i><sub>c</sub> − <i>ω</i><sub>h</sub>/<i>T</i><sub>h</sub>\n"
        "An engine has <i>T</i><sub>c</sub>/<i>T</i><sub>h</sub> &lt; <i>ω</i><sub>c</sub>/<i>ω</i><sub>h</sub> &lt; 1; below lies the refrigerator, "
        "above the accelerator, and where <i>a</i> = 0 Carnot’s efficiency and no work.\n"
        "Qubits, with <i>p</i><sub>k</sub> = 1/(e<sup><i>ω</i><sub>k</sub>/<i>T</i><sub>k</sub></sup> + 1). After complete contacts, at any angle:\n"
        "\t<i>q</i> = (<i>p</i><sub>h</sub> − <i>p</i><sub>c</sub>) sin² <i>θ</i>        <i>P</i>(<i>W</i> = +) "
        "= <i>p</i><sub>h</sub>(1 − <i>p</i><sub>c</sub>) sin² <i>θ</i>        <i>P</i>(<i>W</i> = −) = <i>p</i><sub>c</sub>(1 − <i>p</i><sub>h</sub>) "
        "sin² <i>θ</i>\n"
        "\tσ<sub><i>W</i></sub>² = (<i>ω</i><sub>h</sub> − <i>ω</i><sub>c</sub>)² [(<i>p</i><sub>h</sub> + <i>p</i><sub>c</sub> − "
        "2<i>p</i><sub>h</sub><i>p</i><sub>c</sub>) sin² <i>θ</i> − <i>q</i>²]\n"
        "Contacts of any length after a full swap, with <i>e</i><sub>k</sub> = e<sup>−<i>γ</i><sub>k</sub>(2<i>n</i><sub>k</sub> + "
        "1)<i>τ</i><sub>k</sub></sup>:\n"
        "\t<i>q</i> = (<i>p</i><sub>h</sub> − <i>p</i><sub>c</sub>)(1 − <i>e</i><sub>h</sub>)(1 − <i>e</i><sub>c</sub>)/(1 − "
        "<i>e</i><sub>h</sub><i>e</i><sub>c</sub>)\n"
        "After complete contacts, work and its opposite are as likely as the exchange fluctuation relation says,\n"
        "\t<i>P</i>(<i>W</i>)/<i>P</i>(−<i>W</i>) = e<sup><i>aW</i>/(<i>ω</i><sub>h</sub> − <i>ω</i><sub>c</sub>)</sup>\n"
        "from which follows a least uncertainty: with <i>x</i> tanh <i>x</i> = Σ/2,\n"
        "\tσ<sub><i>W</i></sub>²/<i>W</i>² ≥ 1/sinh² <i>x</i>\n"
        "It allows Σσ<sub><i>W</i></sub>²/<i>W</i>² below 2, the bound of steady classical machines. A partial swap entangles qubits by\n"
        "\t<i>C</i>′ = max{0, (<i>p</i><sub>h</sub> − <i>p</i><sub>c</sub>) "
        "sin 2<i>θ</i> − 2 √[<i>p</i><sub>h</sub>(1 − <i>p</i><sub>h</sub>)<i>p</i><sub>c</sub>(1 − <i>p</i><sub>c</sub>)]}        (<i>p</i><sub>h</sub> ≥ "
        "<i>p</i><sub>c</sub>, 0 ≤ <i>θ</i> ≤ π/2)") },
  { N_ ("Source"),
    N_ ("M. Campisi, J. Pekola and R. Fazio, New J. Phys. 17, 035012 (2015): the swap engine of two qubits and its fluctuations.\n"
        "M. F. Sacchi, arXiv:2106.15897 (2021): partial swaps, and parts of more levels.\n"
        "A. M. Timpanaro, G. Guarnieri, J. Goold and G. T. Landi, Phys. Rev. Lett. 123, 090604 (2019): the least uncertainty.\n"
        "K. Shende, Arvind and K. Dorai, arXiv:2410.16230 (2024): a swap engine of nuclear spins.\n"
        "H.-P. Breuer and F. Petruccione, <i>The Theory of Open Quantum Systems</i>, Oxford 2002: the equation of motion.") },
  { N_ ("What to look for"),
    N_ ("• Turn the swap angle from 0 to π: the work goes with its sine squared after long contacts, the efficiency does not move at all.\n"
        "• At π/4 the mutual information jumps up at the swap and the contacts wear it down. Cool the cold reservoir: entanglement joins it.\n"
        "• Lower the cold spacing towards <i>ω</i><sub>h</sub><i>T</i><sub>c</sub>/<i>T</i><sub>h</sub>: the work vanishes, its fluctuation does not. "
        "Further down: a refrigerator.\n"
        "• Shorten both contacts: less work a cycle, more of it a second.\n"
        "• Shorten them with a partial swap: the measured work is no longer the work, "
        "and the work itself swings with the phase that coherence picks up in contact.") },
  { NULL },
};
