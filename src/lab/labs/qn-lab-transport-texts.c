/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lab/qn-about.h"

const char *const qn_lab_transport_strip[] = { "current", "entropy_production", "entropy_production_bare", "power_bare", "concurrence", "rectification", "local_validity", "global_validity", NULL };
const char *const qn_lab_transport_figures[] = { "coupling", "levels", "flows", "currents", "correlations", "density", "entropy", "bloch", "trajectory", "sweep", "map", NULL };

const QnPreset qn_lab_transport_presets[] = {
  { .id = "resonant", .name = N_ ("Resonant conductor"),
    .figures = { "coupling", "flows", "levels" }, .strip = { "current", "local_validity", "global_validity", "entropy_production" },
    .text = N_ ("Two equal qubits connect a hot and a cold reservoir. "
                "The local and the global model agree within two percent: this coupling lies in the validity range of both. "
                "The current is that of three resistances in series: reservoir, coupling, reservoir. (Hofer et al., New J. Phys. 19, 123037, 2017)") },
  { .id = "second-law", .name = N_ ("Heat from cold to hot"),
    .figures = { "coupling", "flows", "entropy" },
    .strip = { "entropy_production", "current", "local_validity", "entropy_production_bare" },
    .text = N_ ("The left quantum is twice the right one, and the hot reservoir is 1.5 times as hot as the cold one. "
                "In the local model heat flows from cold to hot and the entropy production is negative, for any coupling above 0. "
                "Local jumps are not valid this far off resonance. (Levy, Kosloff, EPL 107, 20004, 2014)"),
    .value = { { "spacing.left", "2" }, { "hot.temperature", "1.5" }, { "cold.temperature", "1" }, { "medium.coupling", "0.3" } } },
  { .id = "global-answer", .name = N_ ("Global model"),
    .figures = { "coupling", "flows", "entropy" }, .strip = { "entropy_production", "current", "global_validity" },
    .text = N_ ("The same junction is treated with the global model. Heat flows from hot to cold, and the entropy production is positive. "
                "Each mode lies mostly on one side, and its small part on the other side carries the current. (Levy, Kosloff, EPL 107, 20004, 2014)"),
    .value = { { "spacing.left", "2" }, { "hot.temperature", "1.5" }, { "cold.temperature", "1" }, { "medium.coupling", "0.3" }, { "model", "global" } } },
  { .id = "hidden-work", .name = N_ ("Hidden work"),
    .figures = { "flows", "coupling", "currents" }, .strip = { "power_bare", "current", "entropy_production_bare", "entropy_production" },
    .text = N_ ("The left spacing is 1.5 times the right one, and the left reservoir four times as hot. "
                "Counted with the bare energy, the power <i>P</i><sup>0</sup> is positive, with "
                "efficiency 1 − <i>ω</i><sub>r</sub>/<i>ω</i><sub>l</sub> = ⅓. "
                "In a collision model of the local reservoirs this is the work of switching the collisions on and off. "
                "(De Chiara et al., New J. Phys. 20, 113024, 2018)"),
    .value = { { "spacing.left", "1.5" }, { "hot.temperature", "4" }, { "cold.temperature", "1" }, { "medium.coupling", "0.1" } } },
  { .id = "rectifier", .name = N_ ("Heat diode"),
    .figures = { "flows", "currents", "coupling" }, .strip = { "rectification", "current", "current_exchanged" },
    .text = N_ ("The cold side is coupled to its reservoir ten times as strongly as the hot side. "
                "With the temperatures exchanged the current falls to a quarter. "
                "A qubit relaxes faster beside a hotter reservoir, so the current depends on which side is hot. "
                "(Segal, Nitzan, Phys. Rev. Lett. 94, 034301, 2005)"),
    .value = { { "hot.temperature", "4" }, { "cold.temperature", "0.4" }, { "hot.coupling", "0.002" }, { "cold.coupling", "0.02" } } },
  { .id = "entangled", .name = N_ ("Entanglement from heat flow"),
    .figures = { "correlations", "density", "coupling" }, .strip = { "concurrence", "mutual_information", "current" },
    .text = N_ ("The temperatures differ by a factor of 100, and nothing is driven or measured. The concurrence of the steady state is 0.09. "
                "The cold reservoir removes quanta faster than the hot one supplies them, so the state "
                "with two quanta is rare enough for the coherence to entangle. (Brask, Haack, Brunner, Huber, New J. Phys. 17, 113029, 2015)"),
    .value = { { "hot.temperature", "10" }, { "cold.temperature", "0.1" }, { "medium.coupling", "0.002" }, { "hot.coupling", "0.002" },
               { "cold.coupling", "0.012" }, { "bath.spectrum", "fermionic" }, { "time.window", "1000" } } },
  { .id = "weak", .name = N_ ("Weak coupling"),
    .figures = { "coupling", "flows", "density" }, .strip = { "global_validity", "current", "local_validity" },
    .text = N_ ("The coupling is far weaker than the relaxation rates. "
                "The global model gives a current more than a hundred times that of the local model, and its validity is 0.05. "
                "It assumes that each mode spreads over both qubits before a reservoir acts. "
                "(González et al., Open Syst. Inf. Dyn. 24, 1740010, 2017)"),
    .value = { { "medium.coupling", "0.0005" }, { "model", "global" } } },
  { .id = "strong", .name = N_ ("Strong coupling"),
    .figures = { "coupling", "levels", "flows" }, .strip = { "current", "global_validity", "local_validity" },
    .text = N_ ("The coupling exceeds the cold temperature, and the lines of the junction lie at 0.4 and 1.6 instead of 1. "
                "The global current is 12 % below the local one, which no longer changes with the coupling. "
                "Local jumps exchange quanta of 1 that the junction does not have. (Hofer et al., New J. Phys. 19, 123037, 2017)"),
    .value = { { "medium.coupling", "0.6" }, { "model", "global" } } },
  { NULL },
};

const QnAboutSection qn_lab_transport_about[] = {
  { N_ ("What it is"),
    N_ ("The shortest wire: two coupled qubits, a hot reservoir on the left and a cold one on the right. "
        "A quantum enters on the left, is transferred by the coupling <i>g</i>, and leaves on the right. Nothing is driven; what flows is heat.\n"
        "The junction raises a question: does a reservoir act on its own qubit (local model) or on the eigenstates of both (global model)? "
        "The models agree where both are valid. The local one can send heat from cold to hot.") },
  { N_ ("What to look for"),
    N_ ("• Move <i>g</i> and follow the disc: the current grows as <i>g</i>², then saturates. The slower of coupling and reservoirs limits it.\n"
        "• Change the model at small <i>g</i>, at large <i>g</i>, and where both shaded ranges overlap.\n"
        "• Raise the left spacing until <i>ω</i><sub>l</sub>/<i>ω</i><sub>r</sub> passes "
        "<i>T</i><sub>h</sub>/<i>T</i><sub>c</sub>: the local current changes sign, and its entropy production becomes negative. "
        "The bare entropy production does not.\n"
        "• Make the couplings unequal and exchange the temperatures.\n"
        "• Lower the cold temperature and raise the hot one: with suitable couplings the steady state is entangled.") },
  { N_ ("Equations"),
    N_ ("Units are chosen so that <i>ħ</i> = <i>k</i><sub>B</sub> = 1.\n"
        "\t<i>H</i> = <i>H</i><sub>0</sub> + <i>V</i>        <i>H</i><sub>0</sub> = <i>ω</i><sub>l</sub> "
        "<i>σ</i><sub>l</sub><sup>+</sup><i>σ</i><sub>l</sub><sup>−</sup> + <i>ω</i><sub>r</sub> "
        "<i>σ</i><sub>r</sub><sup>+</sup><i>σ</i><sub>r</sub><sup>−</sup>        <i>V</i> = <i>g</i> "
        "(<i>σ</i><sub>l</sub><sup>+</sup><i>σ</i><sub>r</sub><sup>−</sup> + <i>σ</i><sub>l</sub><sup>−</sup><i>σ</i><sub>r</sub><sup>+</sup>)\n"
        "\td<i>ρ</i>/d<i>t</i> = −i [<i>H</i>, <i>ρ</i>] + <i>D</i><sub>h</sub>[<i>ρ</i>] + <i>D</i><sub>c</sub>[<i>ρ</i>]\n"
        "Local: each reservoir exchanges quanta <i>ω</i><sub>k</sub>, with <i>n</i><sub>k</sub> = "
        "1/(e<sup><i>ω</i><sub>k</sub>/<i>T</i><sub>k</sub></sup> − 1) and <i>L</i>[<i>A</i>] <i>ρ</i> = <i>A ρ "
        "A</i><sup>†</sup> − ½ (<i>A</i><sup>†</sup><i>A ρ</i> + <i>ρ A</i><sup>†</sup><i>A</i>)\n"
        "\t<i>D</i><sub>k</sub>[<i>ρ</i>] = <i>γ</i><sub>k</sub> (<i>n</i><sub>k</sub> + 1) <i>L</i>[<i>σ</i><sub>k</sub><sup>−</sup>] "
        "<i>ρ</i> + <i>γ</i><sub>k</sub> <i>n</i><sub>k</sub> <i>L</i>[<i>σ</i><sub>k</sub><sup>+</sup>] <i>ρ</i>\n"
        "Global: the same for each Bohr frequency of <i>H</i>, with the corresponding part of <i>σ</i><sub>k</sub><sup>x</sup>. "
        "Its lines are those of two modes that spread over both qubits,\n"
        "\t<i>ε</i><sub>±</sub> = (<i>ω</i><sub>l</sub> + <i>ω</i><sub>r</sub>)/2 ± <i>Ω</i>        "
        "<i>Ω</i> = √(<i>g</i>² + (<i>ω</i><sub>l</sub> − <i>ω</i><sub>r</sub>)²/4)\n"
        "The figures show the steady state, which is computed directly, and the relaxation towards it from the cold reservoir’s temperature.") },
  { N_ ("The current"),
    N_ ("Local: with <i>Γ</i><sub>k</sub> the rate at which qubit k alone relaxes, <i>f</i><sub>k</sub> = "
        "1/(e<sup><i>ω</i><sub>k</sub>/<i>T</i><sub>k</sub></sup> + 1) and <i>κ</i> = (<i>Γ</i><sub>h</sub> + <i>Γ</i><sub>c</sub>)/2, the number "
        "of quanta that pass per time is\n"
        "\t<i>N</i> = (<i>f</i><sub>h</sub> − <i>f</i><sub>c</sub>) / (1/<i>w</i> + 1/<i>Γ</i><sub>h</sub> + 1/<i>Γ</i><sub>c</sub>) "
        "       <i>w</i> = 2<i>g</i>²<i>κ</i> / (<i>κ</i>² + (<i>ω</i><sub>l</sub> − <i>ω</i><sub>r</sub>)²)\n"
        "three resistances in series, and the heat current is\n"
        "\t<i>J</i> = <i>Q̇</i><sub>h</sub> = −<i>Q̇</i><sub>c</sub> = <i>N</i> (<i>ω</i><sub>l</sub><i>Γ</i><sub>c</sub> "
        "+ <i>ω</i><sub>r</sub><i>Γ</i><sub>h</sub>)/(<i>Γ</i><sub>h</sub> + <i>Γ</i><sub>c</sub>)\n"
        "Global: each mode conducts by itself. "
        "Hot and cold reservoir touch mode ± at rates <i>h</i><sub>±</sub> and <i>c</i><sub>±</sub>, their "
        "relaxation rates at <i>ε</i><sub>±</sub> times the share of the mode that lies on their side:\n"
        "\t<i>J</i> = Σ<sub>±</sub> <i>ε</i><sub>±</sub> [<i>h</i><sub>±</sub><i>c</i><sub>±</sub>/(<i>h</i><sub>±</sub> + "
        "<i>c</i><sub>±</sub>)] (<i>f</i><sub>h</sub>(<i>ε</i><sub>±</sub>) − <i>f</i><sub>c</sub>(<i>ε</i><sub>±</sub>))\n"
        "On resonance the shares are one half for any <i>g</i>: the global model gives a finite current even for <i>g</i> → 0.") },
  { N_ ("Heat and work"),
    N_ ("With the whole energy and with that of the qubits alone,\n"
        "\t<i>Q̇</i><sub>k</sub> = Tr[<i>H D</i><sub>k</sub>[<i>ρ</i>]]        <i>Q̇</i><sub>k</sub><sup>0</sup> = Tr[<i>H</i><sub>0</sub> "
        "<i>D</i><sub>k</sub>[<i>ρ</i>]]        <i>P</i><sup>0</sup> = i Tr[[<i>H</i><sub>0</sub>, <i>H</i>] <i>ρ</i>]\n"
        "In the local model the sign of the current is that of <i>ω</i><sub>r</sub>/<i>T</i><sub>c</sub> − "
        "<i>ω</i><sub>l</sub>/<i>T</i><sub>h</sub>, not that of <i>T</i><sub>h</sub> − <i>T</i><sub>c</sub>. "
        "Where <i>ω</i><sub>l</sub>/<i>ω</i><sub>r</sub> &gt; "
        "<i>T</i><sub>h</sub>/<i>T</i><sub>c</sub> heat flows from cold to hot, no work is done, "
        "and the entropy production is negative, even for <i>g</i> → 0.\n"
        "The missing term is work. A local reservoir is equivalent to a stream of small systems, each coupled to the qubit for a short time. "
        "Switching these couplings takes work; off resonance it is\n"
        "\t<i>P</i><sup>0</sup> = (<i>ω</i><sub>l</sub> − <i>ω</i><sub>r</sub>) <i>N</i>        <i>Q̇</i><sub>h</sub><sup>0</sup> = "
        "<i>ω</i><sub>l</sub><i>N</i>        <i>Q̇</i><sub>c</sub><sup>0</sup> = −<i>ω</i><sub>r</sub><i>N</i>\n"
        "With it the first law holds and <i>Σ̇</i><sup>0</sup> ≥ 0: the local model describes a driven machine, an engine for 1 &lt; "
        "<i>ω</i><sub>l</sub>/<i>ω</i><sub>r</sub> &lt; <i>T</i><sub>h</sub>/<i>T</i><sub>c</sub> and a refrigerator beyond. "
        "The global model needs no such work, and obeys the second law with its whole energy.\n"
        "Heat is positive into the junction, power is positive out of it.") },
  { N_ ("Which model"),
    N_ ("Local jumps have the bare spacings. "
        "They are valid while 2<i>Ω</i> is much smaller than spacings and temperatures, <i>v</i><sub>loc</sub> ≫ 1. "
        "Global jumps resolve <i>ε</i><sub>+</sub> and <i>ε</i><sub>−</sub>. "
        "They are valid while 2<i>Ω</i> is much larger than the relaxation rates, <i>v</i><sub>glo</sub> ≫ 1. "
        "Both assume weak coupling to the reservoirs. The validity ranges are shaded in the figure of the current against <i>g</i>.") },
  { N_ ("Source"),
    N_ ("A. Levy and R. Kosloff, EPL 107, 20004 (2014): the local approach may violate the second law.\n"
        "P. P. Hofer et al., New J. Phys. 19, 123037 (2017), and J. O. González et al., Open Syst. Inf. Dyn. 24, 1740010 (2017): "
        "both models beside the exact solution.\n"
        "G. De Chiara et al., New J. Phys. 20, 113024 (2018): the work that reconciles the local model with thermodynamics.\n"
        "D. Segal and A. Nitzan, Phys. Rev. Lett. 94, 034301 (2005): rectification by unequal couplings.\n"
        "J. B. Brask, G. Haack, N. Brunner and M. Huber, New J. Phys. 17, 113029 (2015): entanglement from a heat current alone.") },
  { NULL },
};
