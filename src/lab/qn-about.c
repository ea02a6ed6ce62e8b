/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lab/qn-about.h"

const QnAboutSection qn_about_otto[] = {
  { N_ ("What it is"),
    N_ ("The quantum form of the engine under a car’s bonnet. A small quantum system, the medium, takes the place of the gas, and the spacing <i>ω</i> of its levels that of the piston. Its four strokes keep heat and work apart:\n"
        "1. Hot contact: the levels stand at <i>ω</i><sub>h</sub> and the hot reservoir fills the upper ones. Heat only.\n"
        "2. Expansion: isolated, the levels move from <i>ω</i><sub>h</sub> to <i>ω</i><sub>c</sub>. Work only.\n"
        "3. Cold contact: the levels stand at <i>ω</i><sub>c</sub> and the cold reservoir empties the upper ones. Heat only.\n"
        "4. Compression: isolated, the levels move back. Work only.\n"
        "The upper levels are fuller on the way down than on the way back, so that the two drives do not cancel: what is left over is the work of the engine.") },
  QN_ABOUT_EQUATIONS,
  QN_ABOUT_BOOKS,
  { N_ ("The cycle in formulas"),
    N_ ("A qubit has the Hamiltonian\n"
        "\t<i>H</i> = ½ (<i>ω σ</i><sub>z</sub> + Δ <i>σ</i><sub>x</sub>)\n"
        "Without tunnelling, Δ = 0, drives of any speed keep the populations. With <i>p</i><sub>h</sub> and <i>p</i><sub>c</sub> the upper level’s at the end of the contacts,\n"
        "\t<i>Q</i><sub>h</sub> = <i>ω</i><sub>h</sub> (<i>p</i><sub>h</sub> − <i>p</i><sub>c</sub>)        <i>W</i> = (<i>ω</i><sub>h</sub> − <i>ω</i><sub>c</sub>)(<i>p</i><sub>h</sub> − <i>p</i><sub>c</sub>)\n"
        "\t<i>η</i> = 1 − <i>ω</i><sub>c</sub>/<i>ω</i><sub>h</sub>\n"
        "whatever the temperatures and durations. Work comes out while\n"
        "\t<i>T</i><sub>c</sub>/<i>T</i><sub>h</sub> &lt; <i>ω</i><sub>c</sub>/<i>ω</i><sub>h</sub> &lt; 1\n"
        "and at the lower end the efficiency is Carnot’s and the work nothing; below it the cycle is a refrigerator. The efficiency holds for every medium whose levels all scale with <i>ω</i>, with drives that keep the populations.") },
  { N_ ("Source"),
    N_ ("T. Feldmann and R. Kosloff, Phys. Rev. E 61, 4774 (2000): the cycle of a qubit in finite time.\n"
        "H. T. Quan, Y. Liu, C. P. Sun and F. Nori, Phys. Rev. E 76, 031105 (2007): quantum Otto and Carnot cycles compared.\n"
        "H.-P. Breuer and F. Petruccione, <i>The Theory of Open Quantum Systems</i>, Oxford 2002: the equation of motion.\n"
        "R. Alicki, J. Phys. A 12, L103 (1979): heat and work.") },
  { N_ ("What to look for"),
    N_ ("• Raise the hot temperature: the work grows, the efficiency does not move.\n"
        "• Bring the cold spacing down towards <i>ω</i><sub>h</sub><i>T</i><sub>c</sub>/<i>T</i><sub>h</sub>: the efficiency climbs to Carnot’s limit while the loop closes to a line. Further down the loop runs the other way round: a refrigerator.\n"
        "• Shorten the contacts: the populations no longer reach the reservoirs’, less work a cycle, but more of it a second.\n"
        "• Give the qubit tunnelling and shorten the drives: coherence appears, the populations no longer keep, and friction eats the work. Then switch on counterdiabatic driving, or dephasing, and watch it return.") },
  { NULL },
};

const QnAboutSection qn_about_carnot[] = {
  { N_ ("What it is"),
    N_ ("The cycle that reaches the limit of two temperatures, given time without end. The medium stays in contact with a reservoir while its levels move so slowly that it keeps the reservoir’s temperature, and between the contacts it is taken from one temperature to the other without heat:\n"
        "1. Hot isotherm: in contact with the hot reservoir, the spacing falls from <i>ω</i><sub>h</sub> to <i>ω</i><sub>h</sub>/<i>r</i>.\n"
        "2. Expansion: isolated, the spacing falls by the factor <i>T</i><sub>c</sub>/<i>T</i><sub>h</sub>.\n"
        "3. Cold isotherm: in contact with the cold reservoir, the spacing rises by the factor <i>r</i>.\n"
        "4. Compression: isolated, the spacing rises by the factor <i>T</i><sub>h</sub>/<i>T</i><sub>c</sub>, back to <i>ω</i><sub>h</sub>.\n"
        "With <i>r</i> below 1 the spacings rise where they fell, and the cycle refrigerates.") },
  QN_ABOUT_EQUATIONS,
  QN_ABOUT_BOOKS,
  { N_ ("The cycle in formulas"),
    N_ ("The drives leave the populations as they are. Thermal ones,\n"
        "\t<i>p</i><sub>n</sub> = e<sup>−<i>E</i><sub>n</sub>/<i>T</i></sup> / Σ<sub>m</sub> e<sup>−<i>E</i><sub>m</sub>/<i>T</i></sup>\n"
        "stay thermal if every <i>E</i><sub>n</sub> changes by the same factor as <i>T</i>: so the medium meets the other reservoir at its temperature, and no heat flows at a difference of temperature. On an isotherm without haste\n"
        "\t<i>Q</i><sub>h</sub> = <i>T</i><sub>h</sub> Δ<i>S</i>        <i>Q</i><sub>c</sub> = −<i>T</i><sub>c</sub> Δ<i>S</i>        <i>η</i> = 1 − <i>T</i><sub>c</sub>/<i>T</i><sub>h</sub>\n"
        "In finite time the medium lags behind, and for slow isotherms what it produces of entropy falls with their durations,\n"
        "\t<i>Σ</i> ≈ <i>a</i><sub>h</sub>/<i>τ</i><sub>h</sub> + <i>a</i><sub>c</sub>/<i>τ</i><sub>c</sub>\n"
        "so that Carnot’s efficiency comes with no power. Where both are traded for the greatest power, the efficiency of such an engine lies between\n"
        "\t<i>η</i><sub>C</sub>/2 ≤ <i>η</i> ≤ <i>η</i><sub>C</sub>/(2 − <i>η</i><sub>C</sub>)\n"
        "Levels that do not all scale with <i>ω</i>, as those of a qubit with tunnelling, stay below Carnot’s limit however slow the cycle.") },
  { N_ ("Source"),
    N_ ("E. Geva and R. Kosloff, J. Chem. Phys. 96, 3054 (1992): the cycle in finite time.\n"
        "H. T. Quan, Y. Liu, C. P. Sun and F. Nori, Phys. Rev. E 76, 031105 (2007): why the levels must scale.\n"
        "M. Esposito, R. Kawai, K. Lindenberg and C. Van den Broeck, Phys. Rev. Lett. 105, 150603 (2010): the bounds at greatest power.\n"
        "H.-P. Breuer and F. Petruccione, <i>The Theory of Open Quantum Systems</i>, Oxford 2002: the equation of motion.\n"
        "R. Alicki, J. Phys. A 12, L103 (1979): heat and work.") },
  { N_ ("What to look for"),
    N_ ("• In the figure of temperature and entropy the loop is nearly a rectangle between the two temperatures; for a qubit without tunnelling its area is the work.\n"
        "• Double the time of both isotherms: the entropy production halves, and so in the end does the power.\n"
        "• Shorten them: the corners of the rectangle round off, the loop shrinks away from the reservoirs’ lines.\n"
        "• Give the qubit tunnelling: the medium meets each reservoir at a temperature that is not the reservoir’s, the loop loses its corners, and patience does not mend it.\n"
        "• Set the expansion below 1: the loop turns round.") },
  { NULL },
};

const QnAboutSection qn_about_stirling[] = {
  { N_ ("What it is"),
    N_ ("Stirling’s engine with a quantum system in place of the gas. The medium always touches one of the two reservoirs:\n"
        "1. Hot isotherm: beside the hot reservoir, the spacing moves from <i>ω</i><sub>h</sub> to <i>ω</i><sub>c</sub>.\n"
        "2. Cold isochore: the levels rest at <i>ω</i><sub>c</sub> while the cold reservoir cools the medium.\n"
        "3. Cold isotherm: beside the cold reservoir, the spacing moves back to <i>ω</i><sub>h</sub>.\n"
        "4. Hot isochore: the levels rest at <i>ω</i><sub>h</sub> while the hot reservoir warms the medium.\n"
        "On the isochores heat crosses the whole difference of temperature. A regenerator keeps what the cold isochore gives, and returns it on the hot one. With <i>ω</i><sub>h</sub> below <i>ω</i><sub>c</sub> the cycle runs the other way and refrigerates.") },
  QN_ABOUT_EQUATIONS,
  QN_ABOUT_BOOKS,
  { N_ ("The cycle in formulas"),
    N_ ("On isotherms without haste the work is the fall of the free energy. With <i>Z</i><sub>k</sub>(<i>ω</i>) = Σ<sub>n</sub> e<sup>−<i>E</i><sub>n</sub>(<i>ω</i>)/<i>T</i><sub>k</sub></sup>,\n"
        "\t<i>W</i> = <i>T</i><sub>h</sub> ln[<i>Z</i><sub>h</sub>(<i>ω</i><sub>c</sub>)/<i>Z</i><sub>h</sub>(<i>ω</i><sub>h</sub>)] − <i>T</i><sub>c</sub> ln[<i>Z</i><sub>c</sub>(<i>ω</i><sub>c</sub>)/<i>Z</i><sub>c</sub>(<i>ω</i><sub>h</sub>)]\n"
        "A regenerator of quality <i>g</i>, from 0 to 1, handles the heat that both isochores have in common:\n"
        "\t<i>R</i> = <i>g</i> max(0, min(<i>Q</i><sub>hot isochore</sub>, −<i>Q</i><sub>cold isochore</sub>))\n"
        "It is drawn neither from the hot reservoir nor given to the cold one: the results count <i>Q</i><sub>h</sub> − <i>R</i> and <i>Q</i><sub>c</sub> + <i>R</i> as the heats of the machine. The books of the strokes, and the figures made from them, show what the medium itself exchanges.\n"
        "An ideal gas takes up as much heat on one isochore as it gives on the other at the same temperatures, and such a regenerator is free. A medium of few levels does not: its heat capacity depends on <i>ω</i>/<i>T</i>. Where the heats left over would let entropy vanish, the regenerator needs work of its own, at least\n"
        "\t<i>W</i><sub>reg</sub> = <i>T</i><sub>c</sub> max(0, <i>Q</i><sub>h</sub>/<i>T</i><sub>h</sub> + <i>Q</i><sub>c</sub>/<i>T</i><sub>c</sub>)\n"
        "which ends as heat in the colder reservoir. With it the entropy production and the honest efficiency are\n"
        "\t<i>Σ</i> = −<i>Q</i><sub>h</sub>/<i>T</i><sub>h</sub> − <i>Q</i><sub>c</sub>/<i>T</i><sub>c</sub> + <i>W</i><sub>reg</sub>/<i>T</i><sub>c</sub> ≥ 0        <i>η</i><sub>reg</sub> = (<i>W</i> − <i>W</i><sub>reg</sub>)/<i>Q</i><sub>h</sub> ≤ <i>η</i><sub>C</sub>") },
  { N_ ("Source"),
    N_ ("X. L. Huang, X. Y. Niu, X. M. Xiu and X. X. Yi, Eur. Phys. J. D 68, 32 (2014): quantum Stirling engines and refrigerators of spins.\n"
        "H.-P. Breuer and F. Petruccione, <i>The Theory of Open Quantum Systems</i>, Oxford 2002: the equation of motion.\n"
        "R. Alicki, J. Phys. A 12, L103 (1979): heat and work.") },
  { N_ ("What to look for"),
    N_ ("• In the figure of temperature and entropy the isotherms are level and the isochores slant: the loop does not fill the rectangle between the reservoirs.\n"
        "• Raise the regenerator from 0 to 1: the work stays, the hot heat falls, the efficiency climbs.\n"
        "• Do the same with the levels wide apart: the efficiency passes Carnot’s limit, the work of the regenerator appears, and the honest efficiency stops at the limit.\n"
        "• Lower both spacings of an oscillator: it becomes a classical gas, and the regenerator needs no work.\n"
        "• Exchange the two spacings: the loop turns round.") },
  { NULL },
};
