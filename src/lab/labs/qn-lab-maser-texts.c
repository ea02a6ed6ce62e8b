/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lab/qn-about.h"

const char *const qn_lab_maser_strip[] = { "efficiency", "power", "heat_hot", "heat_cold", "inversion", "entropy_production", NULL };
const char *const qn_lab_maser_figures[] = { "levels", "currents", "efficiency", "flows", "bloch", "density", "entropy", "trajectory", "work-distribution", "sweep", "map", "pareto", NULL };

const QnPreset qn_lab_maser_presets[] = {
  { .id = "textbook", .name = N_ ("Textbook maser"),
    .figures = { "levels", "flows", "currents" }, .strip = { "inversion", "efficiency", "frequency_ratio", "power" },
    .text = N_ ("The hot reservoir excites the atom from level 0 to 2, and the cold one takes it down to level 1. "
                "Level 1 is more populated than level 0, and the efficiency is "
                "<i>ν</i><sub>s</sub>/<i>ν</i><sub>p</sub> = 60 %, whatever the temperatures. "
                "Every pump quantum <i>ν</i><sub>p</sub> produces one signal quantum <i>ν</i><sub>s</sub>. "
                "(Scovil, Schulz-DuBois, Phys. Rev. Lett. 2, 262, 1959)") },
  { .id = "threshold", .name = N_ ("At threshold"),
    .figures = { "levels", "currents", "flows" }, .strip = { "inversion", "power", "entropy_production", "threshold_temperature" },
    .text = N_ ("The hot temperature is 2.5, the threshold. Levels 0 and 1 are equally populated, and all currents vanish. "
                "Here <i>ν</i><sub>s</sub>/<i>ν</i><sub>p</sub> equals Carnot’s limit: a hotter "
                "reservoir makes an engine, a colder one a refrigerator. (Scovil, Schulz-DuBois, Phys. Rev. Lett. 2, 262, 1959)"),
    .value = { { "hot.temperature", "2.5" } } },
  { .id = "refrigerator", .name = N_ ("Refrigerator"),
    .figures = { "levels", "flows", "currents" }, .strip = { "efficiency", "heat_cold", "power" },
    .text = N_ ("The hot reservoir is below the threshold. "
                "Heat leaves the cold reservoir, with a coefficient of performance of <i>ν</i><sub>c</sub>/<i>ν</i><sub>s</sub> = ⅔. "
                "The field lifts the atom from level 0 to 1, and the cold reservoir takes it on to level 2. "
                "(Geusic, Schulz-DuBois, Scovil, Phys. Rev. 156, 343, 1967)"),
    .value = { { "hot.temperature", "1.5" }, { "drive.strength", "0.3" } } },
  { .id = "saturated", .name = N_ ("Saturated"),
    .figures = { "levels", "bloch", "currents" }, .strip = { "power", "inversion", "efficiency" },
    .text = N_ ("The field is ten times that of the textbook maser. The power is only 11 % higher, and levels 0 and 1 are almost equally populated. "
                "The reservoirs limit the rate at which the atom goes round. (Kosloff, Levy, Annu. Rev. Phys. Chem. 65, 365, 2014)"),
    .value = { { "drive.strength", "1" } } },
  { .id = "detuned", .name = N_ ("Off resonance"),
    .figures = { "efficiency", "flows", "levels" }, .strip = { "efficiency", "efficiency_bare", "power", "power_bare" },
    .text = N_ ("The field is detuned by 0.5 below the atom’s transition. "
                "Counted with the whole energy the efficiency is 55 %, counted with the bare energy 60 %. "
                "Off resonance the two ways of dividing energy into heat and work differ. (Geva, Kosloff, J. Chem. Phys. 104, 7681, 1996)"),
    .value = { { "drive.detuning", "0.5" }, { "drive.strength", "0.3" } } },
  { .id = "beyond-carnot", .name = N_ ("Beyond Carnot?"),
    .figures = { "efficiency", "entropy", "currents" },
    .strip = { "efficiency", "carnot", "efficiency_bare", "entropy_production", "entropy_production_bare" },
    .text = N_ ("The maser runs just above threshold, in a strong field far off resonance. "
                "Counted with the whole energy the efficiency is 72 %, above Carnot’s 62 %, and the "
                "entropy production is negative; the bare heats obey both laws. "
                "The jumps were derived for bare levels and do not account for the field. (Kosloff, Levy, Annu. Rev. Phys. Chem. 65, 365, 2014)"),
    .value = { { "hot.temperature", "2.6" }, { "drive.detuning", "-1" }, { "drive.strength", "0.5" } } },
  { NULL },
};

const QnAboutSection qn_lab_maser_about[] = {
  { N_ ("What it is"),
    N_ ("A three-level atom, two reservoirs and a field: the smallest heat engine, and the first quantum system that was called one. "
        "Radiation from the hot reservoir excites the atom from level 0 to level 2. The cold reservoir takes it down to level 1. "
        "The field stimulates the transition from 1 to 0 and gains a quantum. The machine runs continuously, and its steady state is shown.\n"
        "A field that excites the atom from 0 to 1 reverses the cycle. Heat then leaves the cold reservoir: a refrigerator.") },
  { N_ ("What to look for"),
    N_ ("• Raise the hot temperature through the threshold: the refrigerator becomes an engine. At threshold levels 0 and 1 are equally populated.\n"
        "• Raise the drive strength: the power grows and saturates, because the reservoirs limit the pumping of level 1.\n"
        "• Change the pump and cold frequencies: the efficiency follows "
        "<i>ν</i><sub>s</sub>/<i>ν</i><sub>p</sub>, whatever the temperatures and couplings.\n"
        "• Detune the field near the threshold: the two definitions of heat differ, and one of them passes the Carnot limit.") },
  { N_ ("Equations"),
    N_ ("Units are chosen so that <i>ħ</i> = <i>k</i><sub>B</sub> = 1. "
        "With <i>E</i><sub>1</sub> = <i>ν</i><sub>p</sub> − <i>ν</i><sub>c</sub> and <i>E</i><sub>2</sub> = <i>ν</i><sub>p</sub>,\n"
        "\t<i>H</i>(<i>t</i>) = <i>H</i><sub>0</sub> + <i>λ</i> (|0⟩⟨1| e<sup>i<i>νt</i></sup> + |1⟩⟨0| e<sup>−i<i>νt</i></sup>)        "
        "<i>H</i><sub>0</sub> = <i>E</i><sub>1</sub>|1⟩⟨1| + <i>E</i><sub>2</sub>|2⟩⟨2|        <i>ν</i> = <i>E</i><sub>1</sub> − <i>δ</i>\n"
        "\td<i>ρ</i>/d<i>t</i> = −i [<i>H</i>(<i>t</i>), <i>ρ</i>] + <i>D</i><sub>h</sub>[<i>ρ</i>] + <i>D</i><sub>c</sub>[<i>ρ</i>]\n"
        "The reservoirs act between the bare levels, the hot one with <i>A</i><sub>h</sub> = "
        "|0⟩⟨2| and the cold one with <i>A</i><sub>c</sub> = |1⟩⟨2|:\n"
        "\t<i>D</i><sub>k</sub>[<i>ρ</i>] = <i>γ</i><sub>k</sub> { (<i>n</i><sub>k</sub> + 1) "
        "<i>L</i>[<i>A</i><sub>k</sub>] <i>ρ</i> + <i>n</i><sub>k</sub> <i>L</i>[<i>A</i><sub>k</sub><sup>†</sup>] <i>ρ</i> }\n"
        "\t<i>L</i>[<i>A</i>] <i>ρ</i> = <i>A ρ A</i><sup>†</sup> − ½ (<i>A</i><sup>†</sup><i>A ρ</i> + <i>ρ "
        "A</i><sup>†</sup><i>A</i>)        <i>n</i><sub>k</sub> = 1 / (e<sup><i>ν</i><sub>k</sub>/<i>T</i><sub>k</sub></sup> − 1)\n"
        "It is solved in the rotating frame of the field, in which the Hamiltonian is constant and the steady state follows from a linear equation. "
        "The Bloch vector is that of levels 0 and 1 in this frame.") },
  { N_ ("Heat and work"),
    N_ ("With the whole energy <i>H</i>,\n"
        "\t<i>P</i> = −Tr[(d<i>H</i>/d<i>t</i>) <i>ρ</i>]        <i>Q̇</i><sub>k</sub> = Tr[<i>H D</i><sub>k</sub>[<i>ρ</i>]]\n"
        "and with the bare energy <i>H</i><sub>0</sub>, which excludes the coupling to the field,\n"
        "\t<i>P</i><sup>0</sup> = i Tr[[<i>H</i><sub>0</sub>, <i>H</i>] <i>ρ</i>]        "
        "<i>Q̇</i><sub>k</sub><sup>0</sup> = Tr[<i>H</i><sub>0</sub> <i>D</i><sub>k</sub>[<i>ρ</i>]]\n"
        "Let <i>J</i> be the number of cycles of the atom per time and <i>u</i><sub>k</sub> = <i>γ</i><sub>k</sub><i>n</i><sub>k</sub>. Then\n"
        "\t<i>P</i><sup>0</sup> = <i>E</i><sub>1</sub><i>J</i>        <i>Q̇</i><sub>h</sub><sup>0</sup> = "
        "<i>ν</i><sub>p</sub><i>J</i>        <i>Q̇</i><sub>c</sub><sup>0</sup> = −<i>ν</i><sub>c</sub><i>J</i>\n"
        "\t<i>P</i> = <i>νJ</i>        <i>Q̇</i><sub>h</sub> = (<i>ν</i><sub>p</sub> − <i>δ "
        "u</i><sub>h</sub>/(<i>u</i><sub>h</sub> + <i>u</i><sub>c</sub>)) <i>J</i>        <i>Q̇</i><sub>c</sub> = "
        "−(<i>ν</i><sub>c</sub> + <i>δ u</i><sub>c</sub>/(<i>u</i><sub>h</sub> + <i>u</i><sub>c</sub>)) <i>J</i>\n"
        "On resonance, <i>δ</i> = 0, they agree and the efficiency is <i>ν</i><sub>s</sub>/<i>ν</i><sub>p</sub>. Off resonance they do not. "
        "The bare heats always obey the second law. "
        "The others need not: the jumps were derived for the bare levels and do not account for the coupling to the field. "
        "The mark beside the laws shows when the second law is violated.\n"
        "Heat is positive into the medium, power is positive out of it.") },
  { N_ ("Threshold temperature"),
    N_ ("The field is amplified if level 1 is more populated than level 0. Without the field this is the case for\n"
        "\t<i>ν</i><sub>c</sub>/<i>T</i><sub>c</sub> &gt; <i>ν</i><sub>p</sub>/<i>T</i><sub>h</sub>,   that is   "
        "<i>E</i><sub>1</sub>/<i>ν</i><sub>p</sub> &lt; 1 − <i>T</i><sub>c</sub>/<i>T</i><sub>h</sub>\n"
        "The condition for gain is Carnot’s limit: at threshold the maser has Carnot’s efficiency and zero power.") },
  { N_ ("Source"),
    N_ ("H. E. D. Scovil and E. O. Schulz-DuBois, Phys. Rev. Lett. 2, 262 (1959): the maser as a heat engine.\n"
        "E. Geva and R. Kosloff, J. Chem. Phys. 104, 7681 (1996): the three-level amplifier in a strong field.\n"
        "R. Kosloff and A. Levy, Annu. Rev. Phys. Chem. 65, 365 (2014): continuous engines and refrigerators, and their master equations.") },
  { NULL },
};
