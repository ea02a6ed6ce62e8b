/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lab/qn-about.h"
#include "lab/qn-cyclic.h"

const char *const qn_lab_stirling_figures[] = { QN_CYCLIC_FIGURES, "sweep", "map", "pareto", NULL };

const QnPreset qn_lab_stirling_presets[] = {
  { .id = "textbook", .name = N_ ("Textbook engine"),
    .figures = { "ts", "cycle", "efficiency" }, .strip = { "efficiency", "carnot", "work_output", "heat_hot", "entropy_production" },
    .text = N_ ("The isotherms are slow, and there is no regenerator. "
                "The efficiency is 60 % of Carnot’s limit, and an infinitely slow cycle would gain little. "
                "On the isochores heat flows from hot to cold across the whole temperature difference and does no work. "
                "(Huang, Niu, Xiu, Yi, Eur. Phys. J. D 68, 32, 2014)") },
  { .id = "regenerator", .name = N_ ("With a regenerator"),
    .figures = { "flows", "ts", "efficiency" }, .strip = { "efficiency", "regenerator_heat", "work_output", "heat_hot", "carnot" },
    .text = N_ ("The same cycle has an ideal regenerator. The work stays the same, and the efficiency rises from 45 % to 54 %. "
                "The regenerator returns on the hot isochore the heat that the cold isochore has given off, so the hot reservoir supplies less. "
                "(Huang, Niu, Xiu, Yi, Eur. Phys. J. D 68, 32, 2014)"),
    .value = { { "stirling.regenerator", "1" } } },
  { .id = "classical-gas", .name = N_ ("Like a classical gas"),
    .figures = { "ts", "cycle", "efficiency" }, .strip = { "efficiency", "carnot", "regenerator_heat", "work_output" },
    .text = N_ ("The medium is an oscillator with <i>ω</i> far below the temperatures, and the "
                "regenerator is ideal. The efficiency is 99 % of Carnot’s limit. "
                "A classical medium exchanges the same heat on both isochores, as an ideal gas does, so the regenerator balances."),
    .value = { { "medium.kind", "oscillator" }, { "spacing.hot", "0.3" }, { "spacing.cold", "0.1" }, { "stirling.regenerator", "1" },
               { "hot.coupling", "1" }, { "cold.coupling", "1" }, { "stroke.hot", "200" }, { "stroke.cold", "200" }, { "stroke.isochore", "20" } } },
  { .id = "beyond-carnot", .name = N_ ("Beyond Carnot?"),
    .figures = { "efficiency", "flows", "entropy" },
    .strip = { "efficiency_honest", "efficiency", "carnot", "regenerator_work", "regenerator_heat" },
    .text = N_ ("Two widely spaced levels run with a regenerator that costs no work. "
                "<i>W</i>/<i>Q</i><sub>h</sub> is 83 %, above Carnot’s 75 %; the efficiency with regenerator work is exactly 75 %. "
                "The free regenerator would destroy entropy, and the least work that the second law demands of it restores the limit."),
    .value = { { "spacing.hot", "8" }, { "spacing.cold", "4" }, { "stirling.regenerator", "1" }, { "stroke.hot", "60" }, { "stroke.cold", "60" } } },
  { .id = "refrigerator", .name = N_ ("Refrigerator"),
    .figures = { "ts", "flows", "cycle" }, .strip = { "efficiency", "carnot", "heat_cold", "work_output", "regenerator_heat" },
    .text = N_ ("The smaller spacing is at the hot end, so the loop runs the other way round. "
                "The coefficient of performance is 1.6, with a limit of 2. "
                "The qubit takes up heat beside the cold reservoir while its spacing falls, and the "
                "regenerator keeps the isochores from warming the cold side. (Huang, Niu, Xiu, Yi, Eur. Phys. J. D 68, 32, 2014)"),
    .value = { { "hot.temperature", "1.5" }, { "spacing.hot", "1" }, { "spacing.cold", "6" }, { "stirling.regenerator", "1" },
               { "stroke.hot", "100" }, { "stroke.cold", "100" } } },
  { .id = "finite-power", .name = N_ ("Finite power"),
    .figures = { "power-efficiency", "ts", "cycle" }, .strip = { "power", "work_output", "efficiency", "period" },
    .text = N_ ("The isotherms take a tenth of the textbook engine’s time. "
                "The work per cycle falls to 45 %, but the power is almost four times as high. "
                "The qubit lags behind both reservoirs, and the short cycles are repeated more often."),
    .value = { { "stroke.hot", "2" }, { "stroke.cold", "2" }, { "stroke.isochore", "1" } } },
  { .id = "ladder", .name = N_ ("Many levels"),
    .figures = { "ts", "levels", "cycle" }, .strip = { "work_output", "efficiency", "heat_hot" },
    .text = N_ ("The medium has eight equally spaced levels, and the isotherms are slow. "
                "The work per cycle is more than five times that of the textbook engine. "
                "Many levels take up more entropy on the hot isotherm than two levels can."),
    .value = { { "medium.kind", "ladder" }, { "medium.levels", "8" }, { "stroke.hot", "80" }, { "stroke.cold", "80" } } },
  { NULL },
};

const QnAboutSection qn_lab_stirling_about[] = {
  { N_ ("What it is"),
    N_ ("The Stirling cycle of a quantum system. The medium is always in contact with one of the two reservoirs:\n"
        "1. Hot isotherm: in contact with the hot reservoir, the spacing moves from <i>ω</i><sub>h</sub> to <i>ω</i><sub>c</sub>.\n"
        "2. Cold isochore: at <i>ω</i><sub>c</sub> the cold reservoir cools the medium.\n"
        "3. Cold isotherm: in contact with the cold reservoir, the spacing moves back to <i>ω</i><sub>h</sub>.\n"
        "4. Hot isochore: at <i>ω</i><sub>h</sub> the hot reservoir warms the medium.\n"
        "On the isochores heat crosses the whole temperature difference. "
        "A regenerator stores the heat that the cold isochore gives off and returns it on the hot one. "
        "With <i>ω</i><sub>h</sub> below <i>ω</i><sub>c</sub> the cycle refrigerates.") },
  { N_ ("What to look for"),
    N_ ("• In the temperature–entropy diagram the isotherms are horizontal and the isochores "
        "inclined, so the loop does not fill the rectangle between the reservoirs.\n"
        "• Raise the regenerator from 0 to 1: the work stays the same, the heat from the hot reservoir falls, and the efficiency rises.\n"
        "• Do the same with large spacings: <i>W</i>/<i>Q</i><sub>h</sub> passes the Carnot limit and the regenerator’s work appears. "
        "The net efficiency stays at the limit.\n"
        "• Lower both spacings of an oscillator: it becomes a classical gas, and the regenerator needs no work.\n"
        "• Exchange the two spacings: the loop runs the other way round.") },
  QN_ABOUT_EQUATIONS,
  QN_ABOUT_BOOKS,
  QN_ABOUT_SQUEEZED,
  { N_ ("The cycle in formulas"),
    N_ ("On quasi-static isotherms the work is the decrease of the free energy. "
        "With <i>Z</i><sub>k</sub>(<i>ω</i>) = Σ<sub>n</sub> e<sup>−<i>E</i><sub>n</sub>(<i>ω</i>)/<i>T</i><sub>k</sub></sup>,\n"
        "\t<i>W</i> = <i>T</i><sub>h</sub> ln[<i>Z</i><sub>h</sub>(<i>ω</i><sub>c</sub>)/<i>Z</i><sub>h</sub>(<i>ω</i><sub>h</sub>)] − "
        "<i>T</i><sub>c</sub> ln[<i>Z</i><sub>c</sub>(<i>ω</i><sub>c</sub>)/<i>Z</i><sub>c</sub>(<i>ω</i><sub>h</sub>)]\n"
        "A regenerator of effectiveness <i>g</i>, from 0 to 1, transfers the heat that both isochores have in common:\n"
        "\t<i>R</i> = <i>g</i> max(0, min(<i>Q</i><sub>hot isochore</sub>, −<i>Q</i><sub>cold isochore</sub>))\n"
        "This heat is neither taken from the hot reservoir nor given to the cold one: the results report "
        "<i>Q</i><sub>h</sub> − <i>R</i> and <i>Q</i><sub>c</sub> + <i>R</i> as the heats of the machine. "
        "The heats of the strokes, and the figures made from them, are those of the medium.\n"
        "An ideal gas takes up as much heat on one isochore as it gives off on the other, and its regenerator needs no work. "
        "A medium of few levels does not: its heat capacity depends on <i>ω</i>/<i>T</i>. "
        "Where the remaining heats would make the entropy production negative, the regenerator needs work, at least\n"
        "\t<i>W</i><sub>reg</sub> = <i>T</i><sub>c</sub> max(0, "
        "<i>Q</i><sub>h</sub>/<i>T</i><sub>h</sub> + <i>Q</i><sub>c</sub>/<i>T</i><sub>c</sub>)\n"
        "which ends as heat in the colder reservoir. With it the entropy production and the net efficiency are\n"
        "\t<i>Σ</i> = −<i>Q</i><sub>h</sub>/<i>T</i><sub>h</sub> − <i>Q</i><sub>c</sub>/<i>T</i><sub>c</sub> + "
        "<i>W</i><sub>reg</sub>/<i>T</i><sub>c</sub> ≥ 0        <i>η</i><sub>reg</sub> = (<i>W</i> − <i>W</i><sub>reg</sub>)/<i>Q</i><sub>h</sub> ≤ "
        "<i>η</i><sub>C</sub>") },
  { N_ ("Source"),
    N_ ("X. L. Huang, X. Y. Niu, X. M. Xiu and X. X. Yi, Eur. Phys. J. D 68, 32 (2014): quantum Stirling engines and refrigerators of spins.\n"
        "H.-P. Breuer and F. Petruccione, <i>The Theory of Open Quantum Systems</i>, Oxford 2002: the equation of motion.\n"
        "R. Alicki, J. Phys. A 12, L103 (1979): heat and work.") },
  { NULL },
};
