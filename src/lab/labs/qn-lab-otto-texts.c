/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lab/qn-about.h"
#include "lab/qn-cyclic.h"

const char *const qn_lab_otto_figures[] = { QN_CYCLIC_FIGURES, "sweep", "map", "pareto", NULL };

const QnPreset qn_lab_otto_presets[] = {
  { .id = "textbook", .name = N_ ("Textbook engine"),
    .figures = { "cycle", "levels", "flows", "ts" },
    .strip = { "efficiency", "work_output", "heat_hot", "heat_cold", "efficiency_quasi_static" },
    .text = N_ ("The contacts are long enough to bring the qubit close to each reservoir’s temperature, and the drives keep its populations. "
                "Compare the efficiency with 1 − <i>ω</i><sub>c</sub>/<i>ω</i><sub>h</sub> = 60 "
                "%, then raise the hot temperature: only the work grows. "
                "A qubit without tunnelling takes up and gives off heat in units of "
                "<i>ω</i><sub>h</sub> and <i>ω</i><sub>c</sub>, so the temperatures cancel. (Quan, Liu, Sun, Nori, Phys. Rev. E 76, 031105, 2007)") },
  { .id = "refrigerator", .name = N_ ("Refrigerator"),
    .figures = { "cycle", "flows", "ts", "levels" }, .strip = { "efficiency", "heat_cold", "work_output", "heat_hot" },
    .text = N_ ("Here <i>ω</i><sub>h</sub>/<i>ω</i><sub>c</sub> = 3.3 exceeds <i>T</i><sub>h</sub>/<i>T</i><sub>c</sub> = 2. "
                "The loop in the work diagram runs the other way round: work goes in and heat leaves the cold reservoir. "
                "At <i>ω</i><sub>c</sub> the qubit arrives colder than the cold reservoir, at <i>ω</i><sub>h</sub> hotter than the hot one. "
                "(Quan, Liu, Sun, Nori, Phys. Rev. E 76, 031105, 2007)"),
    .value = { { "hot.temperature", "2" }, { "cold.temperature", "1" }, { "spacing.hot", "4" }, { "spacing.cold", "1.2" } } },
  { .id = "accelerator", .name = N_ ("Accelerator"),
    .figures = { "flows", "cycle", "ts" }, .strip = { "heat_cold", "work_output", "heat_hot" },
    .text = N_ ("The larger level spacing is on the cold side. Work goes in, and more heat reaches the cold reservoir than the hot one gives. "
                "Heat would flow from hot to cold by itself; the work only increases what arrives."),
    .value = { { "hot.temperature", "4" }, { "cold.temperature", "1" }, { "spacing.hot", "1.5" }, { "spacing.cold", "3" } } },
  { .id = "friction", .name = N_ ("Quantum friction"),
    .figures = { "bloch", "cycle", "efficiency" },
    .strip = { "friction_work", "efficiency", "efficiency_quasi_static", "work_output", "coherence_l1" },
    .text = N_ ("The qubit has tunnelling, and each drive takes half a time unit. "
                "The efficiency is less than half of the quasi-static one, and the friction work is 2.5 times the work delivered. "
                "The Hamiltonian does not commute with itself at different times, so a fast drive creates coherence, which the contacts dissipate. "
                "(Feldmann, Kosloff, Phys. Rev. E 61, 4774, 2000; Rezek, Entropy 12, 1885, 2010)"),
    .value = { { "hot.temperature", "4" }, { "cold.temperature", "0.5" }, { "spacing.hot", "4" }, { "spacing.cold", "1" },
               { "medium.tunnelling", "1" }, { "stroke.drive", "0.5" } } },
  { .id = "shortcut", .name = N_ ("Frictionless by shortcut"),
    .figures = { "efficiency", "bloch", "cycle" },
    .strip = { "efficiency_with_cost", "efficiency", "drive_cost", "friction_work", "efficiency_quasi_static" },
    .text = N_ ("The same fast drive has a counterdiabatic field added. "
                "The friction work vanishes and the efficiency equals the quasi-static one, 65.7 %. "
                "The field cancels the transitions between energy levels at any speed; its cost is "
                "reported separately, and here it is three times the work. "
                "(Berry, J. Phys. A 42, 365303, 2009; del Campo, Goold, Paternostro, Sci. Rep. 4, 6208, 2014)"),
    .value = { { "hot.temperature", "4" }, { "cold.temperature", "0.5" }, { "spacing.hot", "4" }, { "spacing.cold", "1" },
               { "medium.tunnelling", "1" }, { "stroke.drive", "0.5" }, { "drive.counterdiabatic", "true" } } },
  { .id = "dephased", .name = N_ ("Fast and dephased"),
    .figures = { "bloch", "efficiency", "cycle" }, .strip = { "friction_work", "efficiency", "efficiency_quasi_static", "coherence_l1" },
    .text = N_ ("The same fast drive runs under dephasing at rate 100. "
                "The friction work falls to a twentieth, and the efficiency comes within 2 % of the quasi-static one. "
                "Coherence is destroyed as soon as it appears, so the populations hardly change: dephasing acts as a quantum lubricant. "
                "(Feldmann, Kosloff, Phys. Rev. E 73, 025107, 2006)"),
    .value = { { "hot.temperature", "4" }, { "cold.temperature", "0.5" }, { "spacing.hot", "4" }, { "spacing.cold", "1" },
               { "medium.tunnelling", "1" }, { "stroke.drive", "0.5" }, { "drive.dephasing", "100" } } },
  { .id = "maximum-power", .name = N_ ("Maximum power"),
    .figures = { "power-efficiency", "cycle", "flows" }, .strip = { "power", "efficiency", "work_output", "period", "curzon_ahlborn" },
    .text = N_ ("The contacts last one time unit each, which gives the largest power for these drives and equal contacts. "
                "Lengthen them: the work per cycle rises and the power falls. "
                "In a short contact heat flows at its highest rate, because the qubit is still far from the reservoir’s temperature."),
    .value = { { "stroke.hot", "1" }, { "stroke.cold", "1" }, { "stroke.drive", "0.1" } } },
  { .id = "ladder", .name = N_ ("Many levels"),
    .figures = { "levels", "cycle", "flows" }, .strip = { "work_output", "efficiency", "heat_hot" },
    .text = N_ ("The medium has eight equally spaced levels. "
                "The work per cycle is almost four times that of a qubit, at the same efficiency of 1 − <i>ω</i><sub>c</sub>/<i>ω</i><sub>h</sub>. "
                "More levels take up more energy, and all of them scale with <i>ω</i>."),
    .value = { { "medium.kind", "ladder" }, { "medium.levels", "8" } } },
  { .id = "box", .name = N_ ("Particle in a box"),
    .figures = { "cycle", "levels", "flows" }, .strip = { "efficiency", "work_output", "heat_hot" },
    .text = N_ ("The medium is a particle in a box with a moving wall, the quantum gas in a cylinder. "
                "Its efficiency is exactly 1 − <i>ω</i><sub>c</sub>/<i>ω</i><sub>h</sub> = 50 %. "
                "The levels grow as <i>n</i>² and all scale with <i>ω</i>; the work diagram is a "
                "pressure–volume diagram with <i>ω</i> in place of volume. (Bender, Brody, Meister, J. Phys. A 33, 4427, 2000)"),
    .value = { { "medium.kind", "box" }, { "medium.levels", "6" }, { "hot.temperature", "8" }, { "spacing.hot", "3" }, { "spacing.cold", "1.5" } } },
  { .id = "coupled", .name = N_ ("Coupled qubits"),
    .figures = { "efficiency", "levels", "cycle" }, .strip = { "efficiency", "efficiency_quasi_static", "work_output", "concurrence" },
    .text = N_ ("The medium is two qubits whose exchange interaction favours opposite states and does not change with the control. "
                "The efficiency is 26 %, above 1 − <i>ω</i><sub>c</sub>/<i>ω</i><sub>h</sub> = 25 %; set <i>J</i> to 0 and it returns to 25 %. "
                "The interaction shifts the levels, so that heat is taken up and given off over other gaps. "
                "(Thomas, Johal, Phys. Rev. E 83, 031135, 2011)"),
    .value = { { "medium.kind", "two-qubits" }, { "medium.exchange", "0.5" }, { "hot.temperature", "2" }, { "cold.temperature", "1" },
               { "spacing.hot", "4" }, { "spacing.cold", "3" }, { "stroke.hot", "40" }, { "stroke.cold", "40" } } },
  { .id = "oscillator", .name = N_ ("Oscillator with friction"),
    .figures = { "wigner", "cycle", "efficiency" }, .strip = { "efficiency", "efficiency_quasi_static", "friction_work", "work_output" },
    .text = N_ ("The frequency of an oscillator is changed in 1.3 time units. The efficiency is 43 %, where the quasi-static cycle reaches 75 %. "
                "Fast drives squeeze the state, and the contacts dissipate the energy this takes; a drive of 0.5 leaves no engine. "
                "(Rezek, Kosloff, New J. Phys. 8, 83, 2006)"),
    .value = { { "medium.kind", "oscillator" }, { "hot.temperature", "4" }, { "cold.temperature", "0.5" }, { "spacing.hot", "4" },
               { "spacing.cold", "1" }, { "stroke.drive", "1.3" } } },
  { .id = "oscillator-quantised", .name = N_ ("Frictionless drive time"),
    .figures = { "wigner", "cycle", "efficiency" }, .strip = { "friction_work", "efficiency", "efficiency_quasi_static", "drive_work" },
    .text = N_ ("The drive keeps <i>ω̇</i>/<i>ω</i>² constant and lasts 1.7405 time units. "
                "The friction work is zero, although the drive is fast; change its time a little and friction returns. "
                "At certain drive times the squeezing built up during the drive vanishes at its end, and this is the shortest of them. "
                "(Rezek, Salamon, Hoffmann, Kosloff, EPL 85, 30008, 2009)"),
    .value = { { "medium.kind", "oscillator" }, { "hot.temperature", "4" }, { "cold.temperature", "0.5" }, { "spacing.hot", "4" },
               { "spacing.cold", "1" }, { "drive.shape", "constant-mu" }, { "stroke.drive", "1.74051265839" } } },
  { .id = "oscillator-shortcut", .name = N_ ("Oscillator with shortcut"),
    .figures = { "wigner", "efficiency", "cycle" }, .strip = { "efficiency", "drive_cost", "efficiency_with_cost", "friction_work" },
    .text = N_ ("A drive of 0.3 time units has the term −<i>ω̇</i>(<i>xp</i> + <i>px</i>)/4<i>ω</i> added. "
                "The efficiency is the quasi-static 75 % at any speed; shorten the drive and watch its cost grow. "
                "The added term compensates the squeezing, so the oscillator stays in a thermal state. "
                "(Muga, Chen, Ibáñez, Lizuain, Ruschhaupt, J. Phys. B 43, 085509, 2010; Abah, Lutz, EPL 118, 40005, 2017)"),
    .value = { { "medium.kind", "oscillator" }, { "hot.temperature", "4" }, { "cold.temperature", "0.5" }, { "spacing.hot", "4" },
               { "spacing.cold", "1" }, { "stroke.drive", "0.3" }, { "drive.counterdiabatic", "true" } } },
  { .id = "squeezed", .name = N_ ("Squeezed reservoir"),
    .figures = { "wigner", "efficiency", "entropy" }, .strip = { "efficiency", "carnot", "limit_squeezed", "entropy_production" },
    .text = N_ ("The hot reservoir is squeezed with <i>r</i> = 0.6. "
                "The efficiency is 67 %, above Carnot’s 50 % and below the generalised limit of 73 %, and entropy is still produced. "
                "Carnot’s limit holds for thermal reservoirs; this one delivers more energy than its temperature allows, "
                "and the limit becomes that of one at <i>T</i><sub>h</sub> cosh 2<i>r</i>, at low temperature of one still hotter. "
                "(Roßnagel, Abah, Schmidt-Kaler, Singer, Lutz, Phys. Rev. Lett. 112, 030602, 2014)"),
    .value = { { "medium.kind", "oscillator" }, { "hot.temperature", "2" }, { "cold.temperature", "1" }, { "hot.squeezing", "0.6" },
               { "spacing.hot", "1.5" }, { "spacing.cold", "0.5" }, { "hot.coupling", "0.15" }, { "cold.coupling", "0.15" }, { "stroke.hot", "30" },
               { "stroke.cold", "30" }, { "drive.shape", "smooth" }, { "drive.counterdiabatic", "true" } } },
  { .id = "high-temperature", .name = N_ ("An ion at high temperature"),
    .figures = { "cycle", "power-efficiency", "efficiency" }, .strip = { "efficiency", "curzon_ahlborn", "work_output" },
    .text = N_ ("An oscillator works at temperatures far above <i>ω</i>, as a trapped ion does, with "
                "<i>ω</i><sub>c</sub>/<i>ω</i><sub>h</sub> = √(<i>T</i><sub>c</sub>/<i>T</i><sub>h</sub>). "
                "The efficiency is that of Curzon and Ahlborn, 50 %; any other <i>ω</i><sub>c</sub> lowers the work per cycle. "
                "At high temperature an oscillator is classical, and the work is largest at this ratio. "
                "(Abah, Roßnagel, Jacob, Deffner, Schmidt-Kaler, Singer, Lutz, Phys. Rev. Lett. 109, 203006, 2012)"),
    .value = { { "medium.kind", "oscillator" }, { "hot.temperature", "8" }, { "cold.temperature", "2" }, { "spacing.hot", "0.4" },
               { "spacing.cold", "0.2" }, { "hot.coupling", "0.06" }, { "cold.coupling", "0.06" }, { "stroke.hot", "60" }, { "stroke.cold", "60" },
               { "stroke.drive", "60" }, { "drive.shape", "smooth" } } },
  { NULL },
};

const QnAboutSection qn_lab_otto_about[] = {
  { N_ ("What it is"),
    N_ ("The Otto cycle of a quantum system. "
        "The medium takes the place of the gas, and the spacing <i>ω</i> of its levels that of the piston’s position. "
        "Four strokes keep heat and work apart:\n"
        "1. Hot contact: at the spacing <i>ω</i><sub>h</sub> the medium takes up heat from the hot reservoir.\n"
        "2. Expansion: isolated, the spacing falls from <i>ω</i><sub>h</sub> to <i>ω</i><sub>c</sub>, and the medium delivers work.\n"
        "3. Cold contact: at <i>ω</i><sub>c</sub> the medium gives off heat to the cold reservoir.\n"
        "4. Compression: isolated, the spacing rises back to <i>ω</i><sub>h</sub>, and the medium takes in work.\n"
        "The upper levels are more populated in the expansion than in the compression. The difference of the two works is the work of the engine.") },
  { N_ ("What to look for"),
    N_ ("• Raise the hot temperature: the work grows, and the efficiency does not change.\n"
        "• Lower the cold spacing towards <i>ω</i><sub>h</sub><i>T</i><sub>c</sub>/<i>T</i><sub>h</sub>: "
        "the efficiency rises to the Carnot limit, and the loop closes to a line. Below it the loop runs the other way round: a refrigerator.\n"
        "• Shorten the contacts: the work per cycle falls, and the power rises.\n"
        "• Give the qubit tunnelling and shorten the drives: coherence appears, the "
        "populations change during the drives, and friction reduces the work. Counterdiabatic driving or dephasing restores it.") },
  QN_ABOUT_EQUATIONS,
  QN_ABOUT_BOOKS,
  QN_ABOUT_SQUEEZED,
  { N_ ("The cycle in formulas"),
    N_ ("A qubit has the Hamiltonian\n"
        "\t<i>H</i> = ½ (<i>ω σ</i><sub>z</sub> + Δ <i>σ</i><sub>x</sub>)\n"
        "Without tunnelling, Δ = 0, drives of any speed keep the populations. "
        "With <i>p</i><sub>h</sub> and <i>p</i><sub>c</sub> the populations of the upper level at the end of the contacts,\n"
        "\t<i>Q</i><sub>h</sub> = <i>ω</i><sub>h</sub> (<i>p</i><sub>h</sub> − <i>p</i><sub>c</sub>)        <i>W</i> = "
        "(<i>ω</i><sub>h</sub> − <i>ω</i><sub>c</sub>)(<i>p</i><sub>h</sub> − <i>p</i><sub>c</sub>)\n"
        "\t<i>η</i> = 1 − <i>ω</i><sub>c</sub>/<i>ω</i><sub>h</sub>\n"
        "whatever the temperatures and durations. The medium delivers work for\n"
        "\t<i>T</i><sub>c</sub>/<i>T</i><sub>h</sub> &lt; <i>ω</i><sub>c</sub>/<i>ω</i><sub>h</sub> &lt; 1\n"
        "At the lower end the efficiency is Carnot’s and the work is zero; below it the cycle is a refrigerator. "
        "The formula for <i>η</i> holds for every medium whose levels all scale with <i>ω</i>, if the drives keep the populations.") },
  { N_ ("Source"),
    N_ ("T. Feldmann and R. Kosloff, Phys. Rev. E 61, 4774 (2000): the cycle of a qubit in finite time.\n"
        "H. T. Quan, Y. Liu, C. P. Sun and F. Nori, Phys. Rev. E 76, 031105 (2007): quantum Otto and Carnot cycles compared.\n"
        "H.-P. Breuer and F. Petruccione, <i>The Theory of Open Quantum Systems</i>, Oxford 2002: the equation of motion.\n"
        "R. Alicki, J. Phys. A 12, L103 (1979): heat and work.") },
  { NULL },
};
