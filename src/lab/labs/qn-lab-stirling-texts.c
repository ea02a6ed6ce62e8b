/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lab/qn-about.h"
#include "lab/qn-cyclic.h"

const char *const qn_lab_stirling_figures[] = { QN_CYCLIC_FIGURES, NULL };

const QnPreset qn_lab_stirling_presets[] = {
  { .id = "textbook", .name = N_ ("Textbook engine"),
    .text = N_ ("The isotherms are slow, and there is no regenerator. "
                "The efficiency is 60 % of Carnot’s limit, and an infinitely slow cycle would gain little. "
                "On the isochores heat flows from hot to cold across the whole temperature difference and does no work. "
                "(Huang, Niu, Xiu, Yi, Eur. Phys. J. D 68, 32, 2014)") },
  { .id = "regenerator", .name = N_ ("With a regenerator"),
    .text = N_ ("The same cycle has an ideal regenerator. The work stays the same, and the efficiency rises from 45 % to 54 %. "
                "The regenerator returns on the hot isochore the heat that the cold isochore has given off, so the hot reservoir supplies less. "
                "(Huang, Niu, Xiu, Yi, Eur. Phys. J. D 68, 32, 2014)"),
    .value = { { "stirling.regenerator", "1" } } },
  { .id = "classical-gas", .name = N_ ("Like a classical gas"),
    .text = N_ ("The medium is an oscillator with <i>ω</i> far below the temperatures, and the "
                "regenerator is ideal. The efficiency is 99 % of Carnot’s limit. "
                "A classical medium exchanges the same heat on both isochores, as an ideal gas does, so the regenerator balances."),
    .value = { { "medium.kind", "oscillator" }, { "spacing.hot", "0.3" }, { "spacing.cold", "0.1" }, { "stirling.regenerator", "1" },
               { "hot.coupling", "1" }, { "cold.coupling", "1" }, { "stroke.hot", "200" }, { "stroke.cold", "200" }, { "stroke.isochore", "20" } } },
  { .id = "beyond-carnot", .name = N_ ("Beyond Carnot?"),
    .text = N_ ("Two widely spaced levels run with a regenerator that costs no work. "
                "<i>W</i>/<i>Q</i><sub>h</sub> is 83 %, above Carnot’s 75 %; the efficiency with regenerator work is exactly 75 %. "
                "The free regenerator would destroy entropy, and the least work that the second law demands of it restores the limit."),
    .value = { { "spacing.hot", "8" }, { "spacing.cold", "4" }, { "stirling.regenerator", "1" }, { "stroke.hot", "60" }, { "stroke.cold", "60" } } },
  { .id = "refrigerator", .name = N_ ("Refrigerator"),
    .text = N_ ("The smaller spacing is at the hot end, so the loop runs the other way round. "
                "The coefficient of performance is 1.6, with a limit of 2. "
                "The qubit takes up heat beside the cold reservoir while its spacing falls, and the "
                "regenerator keeps the isochores from warming the cold side. (Huang, Niu, Xiu, Yi, Eur. Phys. J. D 68, 32, 2014)"),
    .value = { { "hot.temperature", "1.5" }, { "spacing.hot", "1" }, { "spacing.cold", "6" }, { "stirling.regenerator", "1" },
               { "stroke.hot", "100" }, { "stroke.cold", "100" } } },
  { .id = "finite-power", .name = N_ ("Finite power"),
    .text = N_ ("The isotherms take a tenth of the textbook engine’s time. "
                "The work per cycle falls to 45 %, but the power is almost four times as high. "
                "The qubit lags behind both reservoirs, and the short cycles are repeated more often."),
    .value = { { "stroke.hot", "2" }, { "stroke.cold", "2" }, { "stroke.isochore", "1" } } },
  { .id = "ladder", .name = N_ ("Many levels"),
    .text = N_ ("The medium has eight equally spaced levels, and the isotherms are slow. "
                "The work per cycle is more than five times that of the textbook engine. "
                "Many levels take up more entropy on the hot isotherm than two levels can."),
    .value = { { "medium.kind", "ladder" }, { "medium.levels", "8" }, { "stroke.hot", "80" }, { "stroke.cold", "80" } } },
  { NULL },
};

const QnAboutSection qn_lab_stirling_about[] = {
  { N_ ("What it is"),
    N_ ("Stirling’s engine with a quantum system in place of the gas. The medium always touches one of the two reservoirs:\n"
        "1. Hot isotherm: beside the hot reservoir, the spacing moves from <i>ω</i><sub>h</sub> to <i>ω</i><sub>c</sub>.\n"
        "2. Cold isochore: the levels rest at <i>ω</i><sub>c</sub> while the cold reservoir cools the medium.\n"
        "3. Cold isotherm: beside the cold reservoir, the spacing moves back to <i>ω</i><sub>h</sub>.\n"
        "4. Hot isochore: the levels rest at <i>ω</i><sub>h</sub> while the hot reservoir warms the medium.\n"
        "On the isochores heat crosses the whole difference of temperature. A regenerator keeps what the cold isochore gives, and returns it on the hot one. "
        "With <i>ω</i><sub>h</sub> below <i>ω</i><sub>c</sub> the cycle runs the other way and refrigerates.") },
  { N_ ("What to look for"),
    N_ ("• In the figure of temperature and entropy the isotherms are level and the isochores slant: "
        "the loop does not fill the rectangle between the reservoirs.\n"
        "• Raise the regenerator from 0 to 1: the work stays, the hot heat falls, the efficiency climbs.\n"
        "• Do the same with the levels wide apart: the efficiency passes Carnot’s limit, the work of the regenerator appears, "
        "and the honest efficiency stops at the limit.\n"
        "• Lower both spacings of an oscillator: it becomes a classical gas, and the regenerator needs no work.\n"
        "• Exchange the two spacings: the loop turns round.") },
  QN_ABOUT_EQUATIONS,
  QN_ABOUT_BOOKS,
  { N_ ("The cycle in formulas"),
    N_ ("On isotherms without haste the work is the fall of the free energy. With <i>Z</i><sub>k</sub>(<i>ω</i>) "
        "= Σ<sub>n</sub> e<sup>−<i>E</i><sub>n</sub>(<i>ω</i>)/<i>T</i><sub>k</sub></sup>,\n"
        "\t<i>W</i> = <i>T</i><sub>h</sub> ln[<i>Z</i><sub>h</sub>(<i>ω</i><sub>c</sub>)/<i>Z</i><sub>h</sub>(<i>ω</i><sub>h</sub>)] − <i>T</i><sub>c</sub> "
        "ln[<i>Z</i><sub>c</sub>(<i>ω</i><sub>c</sub>)/<i>Z</i><sub>c</sub>(<i>ω</i><sub>h</sub>)]\n"
        "A regenerator of quality <i>g</i>, from 0 to 1, handles the heat that both isochores have in common:\n"
        "\t<i>R</i> = <i>g</i> max(0, min(<i>Q</i><sub>hot isochore</sub>, −<i>Q</i><sub>cold isochore</sub>))\n"
        "It is drawn neither from the hot reservoir nor given to the cold one: "
        "the results count <i>Q</i><sub>h</sub> − <i>R</i> and <i>Q</i><sub>c</sub> + <i>R</i> as the heats of the machine. "
        "The books of the strokes, and the figures made from them, show what the medium itself exchanges.\n"
        "An ideal gas takes up as much heat on one isochore as it gives on the other at the same temperatures, and such a regenerator is free. "
        "A medium of few levels does not: its heat capacity depends on <i>ω</i>/<i>T</i>. "
        "Where the heats left over would let entropy vanish, the regenerator needs work of its own, at least\n"
        "\t<i>W</i><sub>reg</sub> = <i>T</i><sub>c</sub> max(0, <i>Q</i><sub>h</sub>/<i>T</i><sub>h</sub> + <i>Q</i><sub>c</sub>/<i>T</i><sub>c</sub>)\n"
        "which ends as heat in the colder reservoir. With it the entropy production and the honest efficiency are\n"
        "\t<i>Σ</i> = −<i>Q</i><sub>h</sub>/<i>T</i><sub>h</sub> − <i>Q</i><sub>c</sub>/<i>T</i><sub>c</sub> + <i>W</i><sub>reg</sub>/<i>T</i><sub>c</sub> ≥ 0 "
        "       <i>η</i><sub>reg</sub> = (<i>W</i> − <i>W</i><sub>reg</sub>)/<i>Q</i><sub>h</sub> ≤ <i>η</i><sub>C</sub>") },
  { N_ ("Source"),
    N_ ("X. L. Huang, X. Y. Niu, X. M. Xiu and X. X. Yi, Eur. Phys. J. D 68, 32 (2014): quantum Stirling engines and refrigerators of spins.\n"
        "H.-P. Breuer and F. Petruccione, <i>The Theory of Open Quantum Systems</i>, Oxford 2002: the equation of motion.\n"
        "R. Alicki, J. Phys. A 12, L103 (1979): heat and work.") },
  { NULL },
};
