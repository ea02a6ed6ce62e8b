/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib/gi18n-lib.h>

#include "lab/qn-lab.h"

G_BEGIN_DECLS

/* Sections of "About this machine" (QnLab.about) that several labs share. */

/* The generator of every lab whose reservoirs act in the energy basis of the moment. Breuer & Petruccione,
 * The Theory of Open Quantum Systems (Oxford 2002), ch. 3; E. B. Davies, Commun. Math. Phys. 39 (1974) 91. */
#define QN_ABOUT_EQUATIONS                                                                                            \
  { N_ ("Equations"),                                                                                                 \
    N_ ("Units are chosen so that <i>ħ</i> = <i>k</i><sub>B</sub> = 1. The state of the medium is its density matrix <i>ρ</i>, which obeys\n" \
        "\td<i>ρ</i>/d<i>t</i> = −i [<i>H</i>(<i>t</i>), <i>ρ</i>] + <i>D</i><sub>h</sub>[<i>ρ</i>] + <i>D</i><sub>c</sub>[<i>ρ</i>]\n" \
        "The dissipator <i>D</i><sub>k</sub> of a reservoir acts only during its contact. " \
        "At every Bohr frequency <i>ν</i> &gt; 0 of the instantaneous Hamiltonian it exchanges quanta with the medium:\n" \
        "\t<i>D</i><sub>k</sub>[<i>ρ</i>] = Σ<sub><i>ν</i></sub> <i>γ</i><sub>k</sub> { (<i>n</i><sub>k</sub> + 1) " \
        "<i>L</i>[<i>A</i><sub><i>ν</i></sub>] <i>ρ</i> + <i>n</i><sub>k</sub> <i>L</i>[<i>A</i><sub><i>ν</i></sub><sup>†</sup>] <i>ρ</i> }\n" \
        "\t<i>L</i>[<i>A</i>] <i>ρ</i> = <i>A ρ A</i><sup>†</sup> − ½ (<i>A</i><sup>†</sup><i>A ρ</i> + <i>ρ A</i><sup>†</sup><i>A</i>)\n" \
        "\t<i>n</i><sub>k</sub> = 1 / (e<sup><i>ν</i>/<i>T</i><sub>k</sub></sup> − 1)\n" \
        "<i>A</i><sub><i>ν</i></sub> contains all transitions of that frequency. " \
        "An ohmic reservoir has <i>γ</i><sub>k</sub><i>ν</i> in place of <i>γ</i><sub>k</sub>; a fermionic one has the rates " \
        "<i>γ</i><sub>k</sub>(1 − <i>f</i>) down and <i>γ</i><sub>k</sub><i>f</i> up, with <i>f</i> = " \
        "1/(e<sup><i>ν</i>/<i>T</i><sub>k</sub></sup> + 1). Its only stationary state is the thermal one:\n" \
        "\t<i>ρ</i><sub>k</sub> = e<sup>−<i>H</i>/<i>T</i><sub>k</sub></sup> / Tr e<sup>−<i>H</i>/<i>T</i><sub>k</sub></sup>\n" \
        "The figures show the limit cycle: the state that one whole cycle maps onto itself, computed as a fixed point.\n" \
        "The equation is valid where the distances between the frequencies <i>ν</i> exceed " \
        "the rates; the mark beside the laws shows where this is doubtful.") }

/* Heat and work of a cycle between two reservoirs, in the sense of R. Alicki, J. Phys. A 12 (1979) L103. */
#define QN_ABOUT_BOOKS                                                                                                \
  { N_ ("Heat and work"),                                                                                             \
    N_ ("Work is done where the Hamiltonian changes, heat flows where a reservoir acts:\n" \
        "\td<i>W</i><sub>in</sub> = Tr[<i>ρ</i> d<i>H</i>]        d<i>Q</i><sub>k</sub> = Tr[<i>H D</i><sub>k</sub>[<i>ρ</i>]] d<i>t</i>\n" \
        "Heat is positive into the medium, work is counted as output, <i>W</i> = −∫ d<i>W</i><sub>in</sub>. " \
        "They are integrated separately from the energy, so that the first law is a check and not a definition:\n" \
        "\tΔ<i>E</i> = <i>Q</i><sub>h</sub> + <i>Q</i><sub>c</sub> − <i>W</i>\n" \
        "In a limit cycle Δ<i>E</i> = 0, and the second law demands of the entropy production\n" \
        "\t<i>Σ</i> = −<i>Q</i><sub>h</sub>/<i>T</i><sub>h</sub> − <i>Q</i><sub>c</sub>/<i>T</i><sub>c</sub> ≥ 0\n" \
        "An engine has the efficiency <i>η</i> = <i>W</i>/<i>Q</i><sub>h</sub>, a refrigerator the coefficient of " \
        "performance <i>Q</i><sub>c</sub>/(−<i>W</i>); in any other mode neither is defined.\n" \
        "The friction work is the work of an isolated drive beyond that of a drive which keeps the initial populations <i>p</i><sub>n</sub>:\n" \
        "\t<i>W</i><sub>fric</sub> = <i>W</i><sub>in</sub> − Σ<sub>n</sub> <i>p</i><sub>n</sub> Δ<i>E</i><sub>n</sub>\n" \
        "A counterdiabatic field <i>H</i><sub>CD</sub> acts on the state but is not part of the energy: " \
        "it adds i[<i>H</i><sub>CD</sub>, <i>H</i>] d<i>t</i> to d<i>H</i> above. " \
        "Its cost is reported separately, with <i>τ</i><sub>d</sub> the duration of a drive:\n" \
        "\t<i>C</i><sub>CD</sub> = Σ<sub>drives</sub> (1/<i>τ</i><sub>d</sub>) ∫ ‖<i>H</i><sub>CD</sub>‖ d<i>t</i>") }

/* Of an oscillator's hot reservoir: H. Spohn, J. Math. Phys. 19 (1978) 1227, and what a machine without a phase knows of it. Derived in
 * src/DESIGN.md. */
#define QN_ABOUT_SQUEEZED                                                                                             \
  { N_ ("Squeezed reservoir"),                                                                                        \
    N_ ("The hot reservoir of an oscillator can be squeezed. Its stationary state is not thermal, but\n"               \
        "\t<i>ρ</i>* = e<sup>−<i>K</i>/<i>T</i><sub>h</sub></sup> / Tr e<sup>−<i>K</i>/<i>T</i><sub>h</sub></sup>        " \
        "<i>K</i> = <i>S</i>(<i>r</i>) <i>H</i> <i>S</i>(<i>r</i>)<sup>†</sup>\n"                                      \
        "The entropy production therefore counts its heat in the squeezed frame:\n"                                   \
        "\tΣ = −<i>Q</i><sub>K</sub>/<i>T</i><sub>h</sub> − <i>Q</i><sub>c</sub>/<i>T</i><sub>c</sub> ≥ 0        "       \
        "d<i>Q</i><sub>K</sub> = Tr[<i>K D</i><sub>h</sub>[<i>ρ</i>]] d<i>t</i>\n"                                     \
        "Carnot’s limit does not hold here. A machine that does not use the phase of the squeezing takes up as many quanta as "         \
        "from a thermal reservoir of temperature <i>T</i><sub>r</sub>:\n"                                              \
        "\ttanh(<i>ω</i>/2<i>T</i><sub>r</sub>) = tanh(<i>ω</i>/2<i>T</i><sub>h</sub>)/cosh 2<i>r</i>        "          \
        "<i>η</i> ≤ 1 − <i>T</i><sub>c</sub>/<i>T</i><sub>r</sub>\n"                                                   \
        "A fast drive without counterdiabatic field uses the phase. Then only Σ ≥ 0 holds.") }

G_END_DECLS
