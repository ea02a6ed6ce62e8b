/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lab/qn-about.h"
#include "lab/qn-cyclic.h"

const char *const qn_lab_carnot_figures[] = { QN_CYCLIC_FIGURES, "sweep", "map", "pareto", NULL };

const QnPreset qn_lab_carnot_presets[] = {
  { .id = "textbook", .name = N_ ("Textbook engine"),
    .figures = { "ts", "cycle", "efficiency" }, .strip = { "efficiency", "carnot", "entropy_production", "work_output" },
    .text = N_ ("Each isotherm takes 20 time units. "
                "The loop in the temperature–entropy diagram is close to a rectangle, and the efficiency is 91 % of Carnot’s limit. "
                "The qubit lags a little behind the reservoir’s temperature and produces entropy. (Geva, Kosloff, J. Chem. Phys. 96, 3054, 1992)") },
  { .id = "quasi-static", .name = N_ ("Nearly reversible"),
    .figures = { "ts", "efficiency", "power-efficiency" }, .strip = { "efficiency", "carnot", "power", "entropy_production" },
    .text = N_ ("The isotherms take 25 times as long as in the textbook engine. "
                "The efficiency is within one percent of Carnot’s limit, and the power falls to 6 %. "
                "Entropy production falls as one over the duration, and so does the power."),
    .value = { { "stroke.hot", "500" }, { "stroke.cold", "500" } } },
  { .id = "finite-power", .name = N_ ("Finite power"),
    .figures = { "power-efficiency", "ts", "efficiency" }, .strip = { "power", "efficiency", "entropy_production", "work_output" },
    .text = N_ ("The isotherms take a quarter of the textbook engine’s time. The power is 41 % higher, and the efficiency falls from 46 % to 30 %. "
                "The qubit lags behind the reservoirs, so the rectangle in the temperature–entropy diagram shrinks. "
                "(Esposito, Kawai, Lindenberg, Van den Broeck, Phys. Rev. Lett. 105, 150603, 2010)"),
    .value = { { "stroke.hot", "5" }, { "stroke.cold", "5" }, { "stroke.drive", "1" } } },
  { .id = "refrigerator", .name = N_ ("Refrigerator"),
    .figures = { "ts", "flows", "cycle" }, .strip = { "efficiency", "carnot", "heat_cold", "work_output" },
    .text = N_ ("The expansion ratio is below 1, so the loop runs the other way round. "
                "Work goes in, heat moves from cold to hot, and the coefficient of performance is 95 % of its "
                "limit <i>T</i><sub>c</sub>/(<i>T</i><sub>h</sub> − <i>T</i><sub>c</sub>) = 1. "
                "The cold isotherm now lowers the spacing, and the qubit takes up heat there."),
    .value = { { "spacing.hot", "2" }, { "carnot.expansion", "0.5" }, { "stroke.hot", "60" }, { "stroke.cold", "60" } } },
  { .id = "friction", .name = N_ ("Levels that do not scale"),
    .figures = { "ts", "efficiency", "levels" }, .strip = { "efficiency", "efficiency_quasi_static", "carnot", "entropy_production" },
    .text = N_ ("The qubit has tunnelling, and all strokes are slow. "
                "The efficiency stays below Carnot’s limit: even the quasi-static cycle reaches only 96 % of it. "
                "The gap √(<i>ω</i>² + Δ²) does not scale with <i>ω</i>, so the qubit meets each reservoir at the wrong temperature. "
                "(Quan, Liu, Sun, Nori, Phys. Rev. E 76, 031105, 2007)"),
    .value = { { "medium.tunnelling", "1" }, { "stroke.hot", "80" }, { "stroke.cold", "80" }, { "stroke.drive", "20" } } },
  { .id = "box", .name = N_ ("Particle in a box"),
    .figures = { "ts", "levels", "cycle" }, .strip = { "efficiency", "efficiency_quasi_static", "carnot", "work_output" },
    .text = N_ ("The medium is a particle in a box with five levels. "
                "The efficiency is 98 % of Carnot’s limit, and the quasi-static cycle reaches the limit. "
                "All levels scale with the spacing, so an adiabat leads from one thermal state to another. "
                "(Bender, Brody, Meister, J. Phys. A 33, 4427, 2000)"),
    .value = { { "medium.kind", "box" }, { "medium.levels", "5" }, { "stroke.hot", "120" }, { "stroke.cold", "120" } } },
  { .id = "ladder", .name = N_ ("Many levels"),
    .figures = { "ts", "levels", "flows" }, .strip = { "work_output", "heat_hot", "heat_cold", "efficiency", "carnot" },
    .text = N_ ("The medium has six equally spaced levels. "
                "Its heats and its work are almost three times those of the textbook engine, under the same limit. "
                "More levels hold more entropy, which the cycle carries from hot to cold."),
    .value = { { "medium.kind", "ladder" }, { "medium.levels", "6" }, { "stroke.hot", "50" }, { "stroke.cold", "50" } } },
  { .id = "oscillator", .name = N_ ("Oscillator"),
    .figures = { "ts", "cycle", "levels" }, .strip = { "work_output", "efficiency", "carnot", "entropy_production" },
    .text = N_ ("The medium is an oscillator and the isotherms are slow. "
                "The work per cycle is the largest of all presets of this lab, at 95 % of Carnot’s limit. "
                "All levels scale with <i>ω</i>, and their number is unlimited, so the oscillator carries more entropy than a few levels. "
                "(Arnaud, Chusseau, Philippe, Eur. J. Phys. 23, 489, 2002)"),
    .value = { { "medium.kind", "oscillator" }, { "stroke.hot", "100" }, { "stroke.cold", "100" } } },
  { NULL },
};

const QnAboutSection qn_lab_carnot_about[] = {
  { N_ ("What it is"),
    N_ ("The cycle that reaches the highest efficiency of two temperatures, in infinite time. "
        "In contact with a reservoir the levels move so slowly that the medium keeps the reservoir’s temperature. "
        "Isolated strokes take it from one temperature to the other without heat:\n"
        "1. Hot isotherm: in contact with the hot reservoir, the spacing falls from <i>ω</i><sub>h</sub> to <i>ω</i><sub>h</sub>/<i>χ</i>.\n"
        "2. Expansion: isolated, the spacing falls by the factor <i>T</i><sub>c</sub>/<i>T</i><sub>h</sub>.\n"
        "3. Cold isotherm: in contact with the cold reservoir, the spacing rises by the factor <i>χ</i>.\n"
        "4. Compression: isolated, the spacing rises by the factor <i>T</i><sub>h</sub>/<i>T</i><sub>c</sub>, back to <i>ω</i><sub>h</sub>.\n"
        "With an expansion ratio <i>χ</i> below 1 the spacing rises on the hot isotherm, and the cycle refrigerates.") },
  { N_ ("What to look for"),
    N_ ("• In the temperature–entropy diagram the loop is close to a rectangle between the two temperatures. "
        "For a qubit without tunnelling its area is the work.\n"
        "• Double the duration of both isotherms: the entropy production halves, and for long isotherms so does the power.\n"
        "• Shorten them: the corners of the rectangle round off, and the loop moves away from the reservoirs’ temperatures.\n"
        "• Give the qubit tunnelling: the medium meets each reservoir at a different temperature, and slower strokes do not remove the difference.\n"
        "• Set the expansion ratio below 1: the loop runs the other way round.") },
  QN_ABOUT_EQUATIONS,
  QN_ABOUT_BOOKS,
  QN_ABOUT_SQUEEZED,
  { N_ ("The cycle in formulas"),
    N_ ("The drives leave the populations as they are. Thermal ones,\n"
        "\t<i>p</i><sub>n</sub> = e<sup>−<i>E</i><sub>n</sub>/<i>T</i></sup> / Σ<sub>m</sub> e<sup>−<i>E</i><sub>m</sub>/<i>T</i></sup>\n"
        "stay thermal if every <i>E</i><sub>n</sub> changes by the same factor as <i>T</i>. "
        "Then the medium meets the other reservoir at its temperature, and no heat flows across a temperature difference. "
        "On a quasi-static isotherm\n"
        "\t<i>Q</i><sub>h</sub> = <i>T</i><sub>h</sub> Δ<i>S</i>        <i>Q</i><sub>c</sub> = "
        "−<i>T</i><sub>c</sub> Δ<i>S</i>        <i>η</i> = 1 − <i>T</i><sub>c</sub>/<i>T</i><sub>h</sub>\n"
        "In finite time the medium lags behind. For slow isotherms the entropy production falls with their durations,\n"
        "\t<i>Σ</i> ≈ <i>a</i><sub>h</sub>/<i>τ</i><sub>h</sub> + <i>a</i><sub>c</sub>/<i>τ</i><sub>c</sub>\n"
        "so Carnot’s efficiency comes with zero power. At maximum power the efficiency of such an engine lies within\n"
        "\t<i>η</i><sub>C</sub>/2 ≤ <i>η</i> ≤ <i>η</i><sub>C</sub>/(2 − <i>η</i><sub>C</sub>)\n"
        "Levels that do not all scale with <i>ω</i>, as those of a qubit with tunnelling, stay below Carnot’s limit however slow the cycle.") },
  { N_ ("Source"),
    N_ ("E. Geva and R. Kosloff, J. Chem. Phys. 96, 3054 (1992): the cycle in finite time.\n"
        "H. T. Quan, Y. Liu, C. P. Sun and F. Nori, Phys. Rev. E 76, 031105 (2007): why the levels must scale.\n"
        "M. Esposito, R. Kawai, K. Lindenberg and C. Van den Broeck, Phys. Rev. Lett. 105, 150603 (2010): the bounds at maximum power.\n"
        "H.-P. Breuer and F. Petruccione, <i>The Theory of Open Quantum Systems</i>, Oxford 2002: the equation of motion.\n"
        "R. Alicki, J. Phys. A 12, L103 (1979): heat and work.") },
  { NULL },
};
