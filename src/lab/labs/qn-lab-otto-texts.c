/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lab/qn-about.h"
#include "lab/qn-cyclic.h"

const char *const qn_lab_otto_figures[] = { QN_CYCLIC_FIGURES, NULL };

const QnPreset qn_lab_otto_presets[] = {
  { .id = "textbook", .name = N_ ("Textbook engine"),
    .text = N_ ("Contacts long enough to warm and cool the qubit well, drives that keep its populations. "
                "The efficiency is 1 − <i>ω</i><sub>c</sub>/<i>ω</i><sub>h</sub> whatever the temperatures; "
                "raise the hot temperature and only the work grows. (Quan, Liu, Sun, Nori, Phys. Rev. E 76, 031105, 2007)") },
  { .id = "refrigerator", .name = N_ ("Refrigerator"),
    .text = N_ ("Once <i>ω</i><sub>h</sub>/<i>ω</i><sub>c</sub> exceeds <i>T</i><sub>h</sub>/<i>T</i><sub>c</sub> the cycle runs the other way: "
                "work goes in and heat leaves the cold side."),
    .value = { { "hot.temperature", "2" }, { "cold.temperature", "1" }, { "spacing.hot", "4" }, { "spacing.cold", "1.2" } } },
  { .id = "accelerator", .name = N_ ("Accelerator"),
    .text = N_ ("With the larger spacing on the cold side, work goes in and only helps heat to flow from hot to cold: an expensive short circuit."),
    .value = { { "hot.temperature", "4" }, { "cold.temperature", "1" }, { "spacing.hot", "1.5" }, { "spacing.cold", "3" } } },
  { .id = "friction", .name = N_ ("Quantum friction"),
    .text = N_ ("With tunnelling the Hamiltonian does not commute with itself at other times: a fast drive makes coherence, and the contacts burn it. "
                "The work diagram overshoots and the efficiency falls. (Feldmann, Kosloff, Phys. Rev. E 61, 4774, 2000; Rezek, Entropy 12, 1885, 2010)"),
    .value = { { "hot.temperature", "4" }, { "cold.temperature", "0.5" }, { "spacing.hot", "4" }, { "spacing.cold", "1" },
               { "medium.tunnelling", "1" }, { "stroke.drive", "0.5" } } },
  { .id = "shortcut", .name = N_ ("Frictionless by shortcut"),
    .text = N_ ("The same fast drive with the counterdiabatic field added: no friction at any speed, at a cost that is reported apart. "
                "(Berry, J. Phys. A 42, 365303, 2009; del Campo, Goold, Paternostro, Sci. Rep. 4, 6208, 2014)"),
    .value = { { "hot.temperature", "4" }, { "cold.temperature", "0.5" }, { "spacing.hot", "4" }, { "spacing.cold", "1" },
               { "medium.tunnelling", "1" }, { "stroke.drive", "0.5" }, { "drive.counterdiabatic", "true" } } },
  { .id = "dephased", .name = N_ ("Fast and dephased"),
    .text = N_ ("Noise that destroys coherence as soon as it is made freezes the populations: dephasing acts as a lubricant. "
                "(Feldmann, Kosloff, Phys. Rev. E 73, 025107, 2006)"),
    .value = { { "hot.temperature", "4" }, { "cold.temperature", "0.5" }, { "spacing.hot", "4" }, { "spacing.cold", "1" },
               { "medium.tunnelling", "1" }, { "stroke.drive", "0.5" }, { "drive.dephasing", "100" } } },
  { .id = "maximum-power", .name = N_ ("Greatest power"),
    .text = N_ ("Short contacts leave the qubit half warmed but turn out more work a second. Lengthen them and watch power fall as work per cycle rises."),
    .value = { { "stroke.hot", "1" }, { "stroke.cold", "1" }, { "stroke.drive", "0.1" } } },
  { .id = "ladder", .name = N_ ("Many levels"),
    .text = N_ ("Eight equally spaced levels: more room for energy, more work per cycle, "
                "and still the efficiency 1 − <i>ω</i><sub>c</sub>/<i>ω</i><sub>h</sub>, as all levels scale together."),
    .value = { { "medium.kind", "ladder" }, { "medium.levels", "8" } } },
  { .id = "box", .name = N_ ("Particle in a box"),
    .text = N_ ("A particle in a box whose wall moves, the quantum gas in a cylinder. "
                "Its levels grow as n², and the work diagram is a true pressure–volume diagram read sideways. "
                "(Bender, Brody, Meister, J. Phys. A 33, 4427, 2000)"),
    .value = { { "medium.kind", "box" }, { "medium.levels", "6" }, { "hot.temperature", "8" }, { "spacing.hot", "3" }, { "spacing.cold", "1.5" } } },
  { .id = "coupled", .name = N_ ("Coupled qubits"),
    .text = N_ ("Two qubits that favour opposite states. The exchange between them does not follow the control, "
                "yet the efficiency is above 1 − <i>ω</i><sub>c</sub>/<i>ω</i><sub>h</sub> = 25 %, which is all that two qubits on their own could reach. "
                "Draw <i>J</i> to 0 and back. (Thomas, Johal, Phys. Rev. E 83, 031135, 2011)"),
    .value = { { "medium.kind", "two-qubits" }, { "medium.exchange", "0.5" }, { "hot.temperature", "2" }, { "cold.temperature", "1" },
               { "spacing.hot", "4" }, { "spacing.cold", "3" }, { "stroke.hot", "40" }, { "stroke.cold", "40" } } },
  { .id = "oscillator", .name = N_ ("Oscillator with friction"),
    .text = N_ ("A spring that is stiffened and softened too fast: the drives squeeze the oscillator, the contacts burn the energy this takes. "
                "Even faster, and nothing is left of the engine. (Rezek, Kosloff, New J. Phys. 8, 83, 2006)"),
    .value = { { "medium.kind", "oscillator" }, { "hot.temperature", "4" }, { "cold.temperature", "0.5" }, { "spacing.hot", "4" },
               { "spacing.cold", "1" }, { "stroke.drive", "1.3" } } },
  { .id = "oscillator-quantised", .name = N_ ("Frictionless at the right time"),
    .text = N_ ("With <i>ω̇</i>/<i>ω</i>² constant there are drive times after which an oscillator is just as it would be after an infinitely slow drive. "
                "This is the shortest of them; a little longer or shorter, and friction is back. (Rezek, Salamon, Hoffmann, Kosloff, EPL 85, 30008, 2009)"),
    .value = { { "medium.kind", "oscillator" }, { "hot.temperature", "4" }, { "cold.temperature", "0.5" }, { "spacing.hot", "4" },
               { "spacing.cold", "1" }, { "drive.shape", "constant-mu" }, { "stroke.drive", "1.74051265839" } } },
  { .id = "oscillator-shortcut", .name = N_ ("Oscillator by shortcut"),
    .text = N_ ("The fast drive again, with −<i>ω̇</i>(<i>xp</i> + <i>px</i>)/4<i>ω</i> added: the oscillator stays as thermal as it was at any speed, "
                "at a cost that grows with it. (Muga, Chen, Ibáñez, Lizuain, Ruschhaupt, J. Phys. B 43, 085509, 2010; Abah, Lutz, EPL 118, 40005, 2017)"),
    .value = { { "medium.kind", "oscillator" }, { "hot.temperature", "4" }, { "cold.temperature", "0.5" }, { "spacing.hot", "4" },
               { "spacing.cold", "1" }, { "stroke.drive", "0.3" }, { "drive.counterdiabatic", "true" } } },
  { .id = "squeezed", .name = N_ ("Squeezed reservoir"),
    .text = N_ ("The hot reservoir’s noise is squeezed, so it gives the oscillator more energy than heat of its temperature could, "
                "and the efficiency passes Carnot’s limit. No law is broken: that limit is for thermal reservoirs, entropy is still produced, "
                "and 1 − <i>T</i><sub>c</sub>/(<i>T</i><sub>h</sub> cosh 2<i>r</i>) holds. "
                "(Roßnagel, Abah, Schmidt-Kaler, Singer, Lutz, Phys. Rev. Lett. 112, 030602, 2014)"),
    .value = { { "medium.kind", "oscillator" }, { "hot.temperature", "2" }, { "cold.temperature", "1" }, { "hot.squeezing", "0.6" },
               { "spacing.hot", "1.5" }, { "spacing.cold", "0.5" }, { "hot.coupling", "0.15" }, { "cold.coupling", "0.15" }, { "stroke.hot", "30" },
               { "stroke.cold", "30" }, { "drive.shape", "smooth" }, { "drive.counterdiabatic", "true" } } },
  { .id = "high-temperature", .name = N_ ("An ion at high temperature"),
    .text = N_ ("Where <i>T</i> is far above <i>ω</i> an oscillator is classical. "
                "For given temperatures and <i>ω</i><sub>h</sub>, "
                "most work a cycle comes at <i>ω</i><sub>c</sub>/<i>ω</i><sub>h</sub> = √(<i>T</i><sub>c</sub>/<i>T</i><sub>h</sub>), "
                "where the efficiency is Curzon and Ahlborn’s. (Abah, Roßnagel, Jacob, Deffner, Schmidt-Kaler, Singer, Lutz, Phys. Rev. Lett. 109, 203006, "
                "2012)"),
    .value = { { "medium.kind", "oscillator" }, { "hot.temperature", "8" }, { "cold.temperature", "2" }, { "spacing.hot", "0.4" },
               { "spacing.cold", "0.2" }, { "hot.coupling", "0.06" }, { "cold.coupling", "0.06" }, { "stroke.hot", "60" }, { "stroke.cold", "60" },
               { "stroke.drive", "60" }, { "drive.shape", "smooth" } } },
  { NULL },
};

const QnAboutSection qn_lab_otto_about[] = {
  { N_ ("What it is"),
    N_ ("The quantum form of the engine under a car’s bonnet. "
        "A small quantum system, the medium, takes the place of the gas, and the spacing <i>ω</i> of its levels that of the piston. "
        "Its four strokes keep heat and work apart:\n"
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
        "Without tunnelling, Δ = 0, drives of any speed keep the populations. "
        "With <i>p</i><sub>h</sub> and <i>p</i><sub>c</sub> the upper level’s at the end of the contacts,\n"
        "\t<i>Q</i><sub>h</sub> = <i>ω</i><sub>h</sub> (<i>p</i><sub>h</sub> − <i>p</i><sub>c</sub>)        <i>W</i> = (<i>ω</i><sub>h</sub> − "
        "<i>ω</i><sub>c</sub>)(<i>p</i><sub>h</sub> − <i>p</i><sub>c</sub>)\n"
        "\t<i>η</i> = 1 − <i>ω</i><sub>c</sub>/<i>ω</i><sub>h</sub>\n"
        "whatever the temperatures and durations. Work comes out while\n"
        "\t<i>T</i><sub>c</sub>/<i>T</i><sub>h</sub> &lt; <i>ω</i><sub>c</sub>/<i>ω</i><sub>h</sub> &lt; 1\n"
        "and at the lower end the efficiency is Carnot’s and the work nothing; below it the cycle is a refrigerator. "
        "The efficiency holds for every medium whose levels all scale with <i>ω</i>, with drives that keep the populations.") },
  { N_ ("Source"),
    N_ ("T. Feldmann and R. Kosloff, Phys. Rev. E 61, 4774 (2000): the cycle of a qubit in finite time.\n"
        "H. T. Quan, Y. Liu, C. P. Sun and F. Nori, Phys. Rev. E 76, 031105 (2007): quantum Otto and Carnot cycles compared.\n"
        "H.-P. Breuer and F. Petruccione, <i>The Theory of Open Quantum Systems</i>, Oxford 2002: the equation of motion.\n"
        "R. Alicki, J. Phys. A 12, L103 (1979): heat and work.") },
  { N_ ("What to look for"),
    N_ ("• Raise the hot temperature: the work grows, the efficiency does not move.\n"
        "• Bring the cold spacing down towards <i>ω</i><sub>h</sub><i>T</i><sub>c</sub>/<i>T</i><sub>h</sub>: "
        "the efficiency climbs to Carnot’s limit while the loop closes to a line. Further down the loop runs the other way round: a refrigerator.\n"
        "• Shorten the contacts: the populations no longer reach the reservoirs’, less work a cycle, but more of it a second.\n"
        "• Give the qubit tunnelling and shorten the drives: coherence appears, the populations no longer keep, and friction eats the work. "
        "Then switch on counterdiabatic driving, or dephasing, and watch it return.") },
  { NULL },
};
