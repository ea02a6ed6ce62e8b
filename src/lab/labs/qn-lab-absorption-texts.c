/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lab/qn-about.h"

const char *const qn_lab_absorption_strip[] = { "efficiency", "heat_cold", "heat_work", "heat_hot", "cold_qubit_temperature", "entropy_production", "entropy_production_bare", NULL };
const char *const qn_lab_absorption_figures[] = { "flows", "efficiency", "entropy", "levels", "currents", "density", "correlations", "trajectory", "sweep", "map", NULL };

const QnPreset qn_lab_absorption_presets[] = {
  { .id = "textbook", .name = N_ ("Textbook refrigerator"),
    .figures = { "flows", "levels", "efficiency" }, .strip = { "efficiency", "spacing_ratio", "heat_cold", "cold_qubit_temperature" },
    .text = N_ ("Three qubits touch three reservoirs, and nothing is driven. "
                "The cold qubit is colder than its reservoir, and the coefficient of performance is <i>ω</i><sub>c</sub>/<i>ω</i><sub>w</sub> = ½. "
                "One quantum from the work reservoir and one from the cold reservoir go into the room together. "
                "(Kosloff, Levy, Annu. Rev. Phys. Chem. 65, 365, 2014)") },
  { .id = "smallest", .name = N_ ("Smallest refrigerator"),
    .figures = { "flows", "efficiency", "levels" }, .strip = { "efficiency", "spacing_ratio", "heat_cold", "cold_qubit_temperature" },
    .text = N_ ("The machine in the form first proposed: each reservoir replaces its qubit by a thermal one at random times. "
                "It cools, with a coefficient of performance of exactly <i>ω</i><sub>c</sub>/<i>ω</i><sub>w</sub> = ½. "
                "The ratio of the heats depends only on the quanta, not on the model of the reservoirs. "
                "(Linden, Popescu, Skrzypczyk, Phys. Rev. Lett. 105, 130401, 2010)"),
    .value = { { "model", "reset" } } },
  { .id = "virtual", .name = N_ ("Virtual temperature"),
    .figures = { "levels", "flows", "entropy" }, .strip = { "cold_qubit_temperature", "virtual_temperature", "heat_cold" },
    .text = N_ ("The cold qubit is almost decoupled from its reservoir. "
                "Its temperature is 0.64, close to the virtual temperature <i>T</i><sub>v</sub> = 0.625. "
                "Room and work reservoir populate the pair of states with one quantum in the room’s or in the work "
                "qubit as if at <i>T</i><sub>v</sub>, and the cold qubit equilibrates with this pair. "
                "(Brunner, Linden, Popescu, Skrzypczyk, Phys. Rev. E 85, 051117, 2012)"),
    .value = { { "cold.coupling", "0.0005" } } },
  { .id = "near-carnot", .name = N_ ("Close to Carnot"),
    .figures = { "efficiency", "flows", "entropy" }, .strip = { "efficiency", "carnot", "heat_cold", "entropy_production" },
    .text = N_ ("The work quantum is smaller than the cold one. "
                "The coefficient of performance reaches 95 % of Carnot’s limit for three reservoirs, "
                "and the cold heat current falls to 2 % of the textbook value. At the limit the machine is reversible and all currents vanish. "
                "(Skrzypczyk, Brunner, Linden, Popescu, J. Phys. A 44, 492002, 2011)"),
    .value = { { "spacing.work", "0.75" } } },
  { .id = "reversible", .name = N_ ("Reversible point"),
    .figures = { "flows", "entropy", "levels" }, .strip = { "entropy_production", "heat_cold", "virtual_temperature" },
    .text = N_ ("The work temperature is 2, which makes the virtual temperature equal to the cold one. "
                "No heat flows between three reservoirs of different temperatures, and no entropy is produced. "
                "Below this work temperature the machine no longer cools. (Kosloff, Levy, Annu. Rev. Phys. Chem. 65, 365, 2014)"),
    .value = { { "work.temperature", "2" } } },
  { .id = "transformer", .name = N_ ("Heat transformer"),
    .figures = { "flows", "efficiency", "levels" }, .strip = { "efficiency", "carnot", "heat_work", "heat_hot", "heat_cold" },
    .text = N_ ("The work temperature is below the reversible point, so all currents change sign. "
                "Two thirds of the room’s heat go into the hotter work reservoir, 82 % of what the second law allows. "
                "The rest flows to the cold reservoir and drives the process. (Kosloff, Levy, Annu. Rev. Phys. Chem. 65, 365, 2014)"),
    .value = { { "work.temperature", "1.7" } } },
  { .id = "three-level", .name = N_ ("Three levels"),
    .figures = { "levels", "flows", "efficiency" }, .strip = { "efficiency", "spacing_ratio", "heat_cold" },
    .text = N_ ("The medium has three levels: the cold reservoir couples 0 and 1, the work reservoir 1 and 2, the room 0 and 2. "
                "The coefficient of performance is <i>ω</i><sub>c</sub>/<i>ω</i><sub>w</sub> = ½, as with three qubits. "
                "It is the three-level maser with a thermal reservoir in place of the field. (Palao, Kosloff, Gordon, Phys. Rev. E 64, 056130, 2001)"),
    .value = { { "medium.kind", "three-level" } } },
  { .id = "delocalised", .name = N_ ("Strong interaction"),
    .figures = { "flows", "efficiency", "entropy" }, .strip = { "efficiency", "spacing_ratio", "heat_cold", "entropy_production" },
    .text = N_ ("The interaction is strong, and each reservoir acts on the eigenstates of all three qubits. "
                "The coefficient of performance is 0.27, about half of <i>ω</i><sub>c</sub>/<i>ω</i><sub>w</sub>. "
                "Quanta <i>ω</i><sub>k</sub> ± <i>g</i> carry heat through additional channels, which the local model does not contain. "
                "(Correa, Palao, Adesso, Alonso, Phys. Rev. E 87, 042131, 2013)"),
    .value = { { "model", "global" }, { "medium.interaction", "0.5" }, { "hot.coupling", "0.05" }, { "cold.coupling", "0.01" },
               { "work.coupling", "0.05" } } },
  { .id = "leak", .name = N_ ("No reversible point"),
    .figures = { "flows", "entropy", "levels" }, .strip = { "entropy_production", "heat_cold", "heat_hot", "heat_work" },
    .text = N_ ("The interaction is strong, and the work temperature is that of the weakly coupled machine’s reversible point. "
                "Heat flows into the cold reservoir, and entropy is produced. "
                "Quanta <i>ω</i><sub>k</sub> ± <i>g</i> go round in competing cycles, so no work temperature makes all currents vanish. "
                "(Correa, Palao, Adesso, Alonso, Phys. Rev. E 87, 042131, 2013)"),
    .value = { { "model", "global" }, { "medium.interaction", "0.5" }, { "work.temperature", "2" } } },
  { .id = "wrong-books", .name = N_ ("Global jumps, bare heat"),
    .figures = { "entropy", "flows", "levels" },
    .strip = { "entropy_production_bare", "entropy_production", "heat_cold_bare", "heat_cold" },
    .text = N_ ("The reservoirs act globally. "
                "Counted with the bare energy, the cold reservoir is cooled below the reversible point and the entropy "
                "production is negative; with the whole energy it is heated and entropy is produced. The interaction energy is part of the heat. "
                "(Kosloff, Levy, Annu. Rev. Phys. Chem. 65, 365, 2014)"),
    .value = { { "model", "global" }, { "medium.interaction", "0.5" }, { "work.temperature", "1.95" } } },
  { .id = "no-interaction", .name = N_ ("Global at weak interaction"),
    .figures = { "flows", "density", "levels" }, .strip = { "secular_ratio", "heat_cold", "coherence_l1", "entropy_production" },
    .text = N_ ("The interaction is far weaker than the couplings to the reservoirs. "
                "The global model gives a cold heat current ten thousand times that of the local model. "
                "Its secular approximation fails: the lines are only 2<i>g</i> apart, and the secular ratio is 0.002. "
                "(Correa, Palao, Adesso, Alonso, Phys. Rev. E 87, 042131, 2013)"),
    .value = { { "model", "global" }, { "medium.interaction", "0.001" } } },
  { NULL },
};

const QnAboutSection qn_lab_absorption_about[] = {
  { N_ ("What it is"),
    N_ ("A refrigerator without work: heat from the hot work reservoir extracts heat from a cold one, and both flow into the room. "
        "Three qubits do it here, each coupled to one reservoir. "
        "A quantum in the cold and one in the work qubit have together the energy of one in the room’s qubit,\n"
        "\t<i>ω</i><sub>h</sub> = <i>ω</i><sub>c</sub> + <i>ω</i><sub>w</sub>\n"
        "and a weak interaction exchanges the two for the one. If the work qubit is hot, the exchange runs more often into the room than back. "
        "The cold qubit loses its quantum, and its reservoir replaces it. Nothing is driven, and no power enters or leaves.\n"
        "The smallest machine has three levels: the cold reservoir acts between 0 and 1, "
        "the work reservoir between 1 and 2, the room between 0 and 2.") },
  { N_ ("What to look for"),
    N_ ("• Raise the work temperature: the cold heat current rises at the same coefficient of performance, then falls. "
        "A very hot reservoir disturbs its qubit so often that few quanta are exchanged.\n"
        "• Lower it: at <i>T</i><sub>w</sub> = 2 (textbook) the virtual temperature equals the cold one, and all currents vanish together. "
        "Below it all currents are reversed.\n"
        "• Lower the work spacing: the coefficient of performance rises to the Carnot limit, and the cold heat current vanishes.\n"
        "• Weaken the cold coupling: the temperature of the cold qubit falls from that of its reservoir to the virtual one.\n"
        "• Choose the global model and raise the interaction: the coefficient of performance falls below "
        "<i>ω</i><sub>c</sub>/<i>ω</i><sub>w</sub>, and there is no reversible point.") },
  { N_ ("Equations"),
    N_ ("Units are chosen so that <i>ħ</i> = <i>k</i><sub>B</sub> = 1. In the order cold, room, work\n"
        "\t<i>H</i> = <i>H</i><sub>0</sub> + <i>V</i>        <i>H</i><sub>0</sub> = Σ<sub>k</sub> <i>ω</i><sub>k</sub> "
        "<i>σ</i><sub>k</sub><sup>+</sup><i>σ</i><sub>k</sub><sup>−</sup>        <i>V</i> = <i>g</i> (|010⟩⟨101| + |101⟩⟨010|)\n"
        "\td<i>ρ</i>/d<i>t</i> = −i [<i>H</i>, <i>ρ</i>] + <i>D</i><sub>h</sub>[<i>ρ</i>] + "
        "<i>D</i><sub>c</sub>[<i>ρ</i>] + <i>D</i><sub>w</sub>[<i>ρ</i>]\n"
        "Reset: with <i>τ</i><sub>k</sub> the thermal state of qubit k alone,\n"
        "\t<i>D</i><sub>k</sub>[<i>ρ</i>] = <i>γ</i><sub>k</sub> (<i>τ</i><sub>k</sub> ⊗ Tr<sub>k</sub> <i>ρ</i> − <i>ρ</i>)\n"
        "Local: each reservoir exchanges quanta <i>ω</i><sub>k</sub>,\n"
        "\t<i>D</i><sub>k</sub>[<i>ρ</i>] = <i>γ</i><sub>k</sub> (<i>n</i><sub>k</sub> + 1) <i>L</i>[<i>σ</i><sub>k</sub><sup>−</sup>] "
        "<i>ρ</i> + <i>γ</i><sub>k</sub> <i>n</i><sub>k</sub> <i>L</i>[<i>σ</i><sub>k</sub><sup>+</sup>] <i>ρ</i>\n"
        "\t<i>L</i>[<i>A</i>] <i>ρ</i> = <i>A ρ A</i><sup>†</sup> − ½ (<i>A</i><sup>†</sup><i>A ρ</i> + <i>ρ "
        "A</i><sup>†</sup><i>A</i>)        <i>n</i><sub>k</sub> = 1 / (e<sup><i>ω</i><sub>k</sub>/<i>T</i><sub>k</sub></sup> − 1)\n"
        "Global: the same for every Bohr frequency of <i>H</i>, with the corresponding part of <i>σ</i><sub>k</sub><sup>x</sup>. "
        "The frequencies are <i>ω</i><sub>k</sub> and <i>ω</i><sub>k</sub> ± <i>g</i>, and the equation "
        "is valid while their distances exceed the rates, so not for <i>g</i> → 0. "
        "Local and reset are valid while <i>g</i> is much smaller than <i>ω</i><sub>k</sub>. "
        "Where <i>γ</i><sub>k</sub> ≪ <i>g</i> ≪ <i>ω</i><sub>k</sub>, local and global agree.\n"
        "The figures show the steady state, which is computed directly, and the relaxation towards it from the cold reservoir’s temperature.") },
  { N_ ("Heat and work"),
    N_ ("Heat is positive into the medium, and all heats are per time:\n"
        "\t<i>Q̇</i><sub>k</sub> = Tr[<i>H D</i><sub>k</sub>[<i>ρ</i>]]        "
        "<i>Q̇</i><sub>k</sub><sup>0</sup> = Tr[<i>H</i><sub>0</sub> <i>D</i><sub>k</sub>[<i>ρ</i>]]\n"
        "\t<i>Q̇</i><sub>h</sub> + <i>Q̇</i><sub>c</sub> + <i>Q̇</i><sub>w</sub> = 0        "
        "<i>Σ̇</i> = −Σ<sub>k</sub> <i>Q̇</i><sub>k</sub>/<i>T</i><sub>k</sub> ≥ 0\n"
        "The interaction couples two states of equal energy. "
        "Where the reservoirs act locally its mean is zero, ⟨<i>V</i>⟩ = 0, and both ledgers agree: local jumps never violate the second law here. "
        "Global jumps carry quanta <i>ω</i><sub>k</sub> ± <i>g</i>; counted as "
        "<i>ω</i><sub>k</sub>, they can make the entropy production negative.\n"
        "Without work the coefficient of performance is\n"
        "\tCOP = <i>Q̇</i><sub>c</sub>/<i>Q̇</i><sub>w</sub>\n"
        "The mode is defined with the work reservoir’s heat in the place of work. Reversed, as a heat transformer, the machine has the efficiency\n"
        "\t<i>η</i> = −<i>Q̇</i><sub>w</sub>/<i>Q̇</i><sub>h</sub> ≤ (1 − "
        "<i>T</i><sub>c</sub>/<i>T</i><sub>h</sub>)/(1 − <i>T</i><sub>c</sub>/<i>T</i><sub>w</sub>)") },
  { N_ ("The machine in formulas"),
    N_ ("Every cycle moves one quantum of each kind. With the bare energy, in every model,\n"
        "\t<i>Q̇</i><sub>c</sub> : <i>Q̇</i><sub>h</sub> : <i>Q̇</i><sub>w</sub> = <i>ω</i><sub>c</sub> : "
        "−<i>ω</i><sub>h</sub> : <i>ω</i><sub>w</sub>        COP = <i>ω</i><sub>c</sub>/<i>ω</i><sub>w</sub>\n"
        "Carnot’s limit follows from <i>Σ̇</i> = 0:\n"
        "\tCOP<sub>C</sub> = <i>T</i><sub>c</sub> (<i>T</i><sub>w</sub> − <i>T</i><sub>h</sub>) / "
        "[<i>T</i><sub>w</sub> (<i>T</i><sub>h</sub> − <i>T</i><sub>c</sub>)]\n"
        "The cold qubit exchanges its quantum with a pair of states of the other two: a "
        "quantum in the room’s qubit alone, or in the work qubit alone. Room and work reservoir populate this pair at a temperature of its own:\n"
        "\t<i>T</i><sub>v</sub> = <i>ω</i><sub>c</sub> / (<i>ω</i><sub>h</sub>/<i>T</i><sub>h</sub> − <i>ω</i><sub>w</sub>/<i>T</i><sub>w</sub>)\n"
        "The machine cools while 0 &lt; <i>T</i><sub>v</sub> &lt; "
        "<i>T</i><sub>c</sub>, equivalent to <i>ω</i><sub>c</sub>/<i>ω</i><sub>w</sub> &lt; "
        "COP<sub>C</sub>; at <i>T</i><sub>v</sub> = <i>T</i><sub>c</sub> it is reversible and all currents vanish.\n"
        "Local and reset: each qubit relaxes at a rate <i>Γ</i><sub>k</sub> to its thermal "
        "occupation, the coherence of |010⟩ and |101⟩ at a rate <i>κ</i>:\n"
        "\treset:   <i>Γ</i><sub>k</sub> = <i>γ</i><sub>k</sub>,   <i>κ</i> = Σ<sub>k</sub> <i>Γ</i><sub>k</sub>        local:   "
        "<i>Γ</i><sub>k</sub> = <i>γ</i><sub>k</sub> (2<i>n</i><sub>k</sub> + 1),   <i>κ</i> = ½ Σ<sub>k</sub> <i>Γ</i><sub>k</sub>\n"
        "Then the rate of cycles is\n"
        "\t<i>J</i> = (<i>P</i><sub>101</sub> − <i>P</i><sub>010</sub>) / (<i>κ</i>/2<i>g</i>² + <i>B</i>)\n"
        "with <i>P</i> the populations of the uncoupled qubits, and <i>B</i> a sum over "
        "their deviations from these, each divided by its relaxation rate. The cold heat is <i>Q̇</i><sub>c</sub> = <i>ω</i><sub>c</sub><i>J</i>.") },
  { N_ ("Source"),
    N_ ("N. Linden, S. Popescu and P. Skrzypczyk, Phys. Rev. Lett. 105, 130401 (2010): the smallest refrigerator.\n"
        "P. Skrzypczyk, N. Brunner, N. Linden and S. Popescu, J. Phys. A 44, 492002 (2011): it can reach Carnot’s limit.\n"
        "N. Brunner, N. Linden, S. Popescu and P. Skrzypczyk, Phys. Rev. E 85, 051117 (2012): virtual temperatures.\n"
        "J. P. Palao, R. Kosloff and J. M. Gordon, Phys. Rev. E 64, 056130 (2001): three levels.\n"
        "L. A. Correa, J. P. Palao, G. Adesso and D. Alonso, Phys. Rev. E 87, 042131 (2013): losses at strong interaction.\n"
        "R. Kosloff and A. Levy, Annu. Rev. Phys. Chem. 65, 365 (2014): continuous machines.") },
  { NULL },
};
