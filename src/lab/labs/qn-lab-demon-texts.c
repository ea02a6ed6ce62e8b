/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lab/qn-about.h"

const char *const qn_lab_demon_strip[] = { "work_output", "erasure_work", "entropy_production", "information", "jarzynski", "work_net", NULL };
const char *const qn_lab_demon_figures[] = { "demon-ledger", "erasure", NULL };

const QnPreset qn_lab_demon_presets[] = {
  { .id = "koski", .name = N_ ("One electron, one bit"),
    .text = N_ ("A level holds an electron or not, equally likely. "
                "The demon looks, lifts the level it finds empty, and lets it down slowly: close to <i>T</i> ln 2 of heat becomes work, "
                "and five readings in a hundred are wrong. (Koski, Maisi, Pekola, Averin, PNAS 111, 13786, 2014)") },
  { .id = "szilard", .name = N_ ("Szilard’s engine"),
    .text = N_ ("No errors, and all the time in the world: exactly <i>T</i> ln 2 gained, exactly <i>T</i> ln 2 to pay for forgetting. "
                "Everything in balance, nothing gained. (Szilard, Z. Phys. 53, 840, 1929)"),
    .value = { { "demon.error", "0" } } },
  { .id = "hurry", .name = N_ ("A demon in a hurry"),
    .text = N_ ("The level comes down in a few relaxation times and the record is erased in a hundred: less is gained and more is paid, "
                "and entropy is left over on both sides. (Parrondo, Horowitz, Sagawa, Nat. Phys. 11, 131, 2015)"),
    .value = { { "demon.slow", "false" }, { "stroke.hot", "10" }, { "memory.slow", "false" }, { "memory.duration", "100" } } },
  { .id = "flip", .name = N_ ("Flip what is excited"),
    .text = N_ ("A qubit is looked at and turned over when it is excited. "
                "What it gives is at most one quantum, and not often: work gained stays below <i>TI</i>, for a flip is no slow return. "
                "⟨e<sup><i>W</i>/<i>T</i> − <i>I</i></sup>⟩ is 1 all the same. (Sagawa, Ueda, Phys. Rev. Lett. 104, 090602, 2010)"),
    .value = { { "demon.kind", "flip" }, { "demon.error", "0.1" } } },
  { .id = "never-wrong", .name = N_ ("Never wrong"),
    .text = N_ ("Without errors ⟨e<sup><i>W</i>/<i>T</i> − <i>I</i></sup>⟩ is not 1 but 1 − <i>p</i>, <i>p</i> the chance to be excited: "
                "what would be flipped by mistake never happens. (Murashita, Funo, Ueda, Phys. Rev. E 90, 042110, 2014)"),
    .value = { { "demon.kind", "flip" }, { "demon.error", "0" } } },
  { .id = "tilted", .name = N_ ("Looking costs"),
    .text = N_ ("The demon measures across the energy. Each look kicks the qubit half-way up, and the pulse takes that out as work: "
                "it looks like a miracle, and is the work of whoever looks. (Elouard, Herrera-Martí, Huard, Auffèves, Phys. Rev. Lett. 118, 260603, 2017)"),
    .value = { { "demon.kind", "flip" }, { "demon.angle", "1.5707963267948966" }, { "demon.error", "0" }, { "hot.temperature", "0.3" },
               { "memory.temperature", "0.3" } } },
  { .id = "cold-memory", .name = N_ ("Forget in the cold"),
    .text = N_ ("The memory is erased at a fifth of the temperature. "
                "Now the bill is a fifth and most of the work is left over: a heat engine between two reservoirs, with the bit as its working medium. "
                "(Parrondo, Horowitz, Sagawa, Nat. Phys. 11, 131, 2015)"),
    .value = { { "demon.error", "0" }, { "memory.temperature", "0.2" } } },
  { .id = "reset", .name = N_ ("A computer’s chore"),
    .text = N_ ("No demon: a bit of which nothing is known is set to 0. It costs <i>T</i> ln 2 if it may take for ever, and more the less time there is. "
                "(Landauer, IBM J. Res. Dev. 5, 183, 1961; Bérut et al., Nature 483, 187, 2012)"),
    .value = { { "demon.kind", "reset" }, { "memory.slow", "false" }, { "memory.duration", "60" } } },
  { NULL },
};

const QnAboutSection qn_lab_demon_about[] = {
  { N_ ("What it is"),
    N_ ("A being that looks at single molecules and acts on what it sees can turn heat into work. "
        "It needs no energy to look and none to act; its books seem to break the second law. "
        "They do not, once its memory is one of the entries: what it has read has to be forgotten before it can read again, and forgetting is not free.\n"
        "1. Measure: the qubit’s level is written into a bit.\n"
        "2. Feedback: the qubit is acted on by what the bit says.\n"
        "3. Return: its reservoir brings the qubit back, and work has been gained.\n"
        "4. Erase: the bit is set to 0 again, in a reservoir of its own.") },
  { N_ ("Equations"),
    N_ ("Units are chosen so that <i>ħ</i> = <i>k</i><sub>B</sub> = 1. "
        "The record m is wrong with probability <i>ε</i>; measured along an axis at angle <i>φ</i>, with projectors <i>P</i><sub>b</sub>,\n"
        "\t<i>ρ</i><sub>m</sub> = Σ<sub>b</sub> <i>p</i>(m|b) "
        "<i>P</i><sub>b</sub> <i>ρ P</i><sub>b</sub>        <i>I</i> = <i>S</i>(Σ<sub>m</sub> <i>ρ</i><sub>m</sub>) "
        "− Σ<sub>m</sub> <i>p</i><sub>m</sub> <i>S</i>(<i>ρ</i><sub>m</sub>/<i>p</i><sub>m</sub>)\n"
        "Flip: a unitary takes the state that the record names to the ground state. "
        "Szilard: the level that the record calls empty is lifted to <i>ω</i>, and let down while it exchanges quanta,\n"
        "\td<i>p</i>/d<i>t</i> = −<i>Γ</i>(<i>ω</i>) (<i>p</i> − <i>f</i>(<i>ω</i>))        <i>f</i> = 1/(e<sup><i>ω</i>/<i>T</i></sup> + 1)        <i>W</i> = "
        "−∫ <i>p</i> d<i>ω</i>\n"
        "The memory is erased the same way upside down: its level 1 is lifted at once to where it is in equilibrium, slowly to 24 <i>T</i><sub>m</sub>, "
        "and dropped.") },
  { N_ ("The ledger"),
    N_ ("Entropy is reckoned for everything there is,\n"
        "\tΣ = Δ<i>S</i> + Δ<i>S</i><sub>m</sub> − <i>I</i> − <i>Q</i>/<i>T</i> − <i>Q</i><sub>m</sub>/<i>T</i><sub>m</sub> ≥ 0\n"
        "after each step. Who sees the qubit and its reservoir alone finds Δ<i>S</i> − <i>Q</i>/<i>T</i> below zero. "
        "What is gained is bounded by what is known, and what is known has to be paid for:\n"
        "\t<i>W</i> ≤ <i>TI</i>        <i>W</i><sub>m</sub> ≥ <i>T</i><sub>m</sub> <i>h</i>(<i>p</i><sub>m</sub>)        <i>I</i> ≤ <i>h</i>\n"
        "A measurement along another axis than the energy’s changes the energy; it is booked as <i>Q</i><sub>M</sub>, "
        "and can be turned into work without any information.") },
  { N_ ("Single runs"),
    N_ ("With <i>I</i> = ln <i>p</i>(m|b)/<i>p</i>(m) of a single run,\n"
        "\t⟨e<sup><i>W</i>/<i>T</i> − <i>I</i></sup>⟩ = 1\n"
        "as long as every wrong reading can happen. Without errors there are runs that the reverse of the protocol could make but the demon never does: "
        "those that begin in the level it calls empty. They are missing from the average, which is then 1 − <i>p</i>, "
        "with <i>p</i> their chance in the reverse: of a flip the chance to be excited, of a slow Szilard engine 1/(e<sup><i>ω</i>/<i>T</i></sup> + 1).") },
  { N_ ("Source"),
    N_ ("L. Szilard, Z. Phys. 53, 840 (1929). R. Landauer, IBM J. Res. Dev. 5, 183 (1961). C. H. Bennett, Int. J. Theor. Phys. 21, 905 (1982).\n"
        "T. Sagawa and M. Ueda, Phys. Rev. Lett. 104, 090602 (2010): Jarzynski’s equation with information.\n"
        "K. Funo, Y. Watanabe and M. Ueda, Phys. Rev. E 88, 052121 (2013), and Y. Murashita, K. Funo and M. Ueda, Phys. Rev. E 90, 042110 (2014): "
        "what is missing from it.\n"
        "J. V. Koski, V. F. Maisi, J. P. Pekola and D. V. Averin, PNAS 111, 13786 (2014): Szilard’s engine with one electron.\n"
        "A. Bérut et al., Nature 483, 187 (2012): Landauer’s bound measured.") },
  { N_ ("What to look for"),
    N_ ("• The line of qubit and reservoir goes below zero at the return; that of everything never does.\n"
        "• Raise the chance of an error: information fades, and work with it.\n"
        "• Make the memory colder than the reservoir: the bill shrinks, and the demon is a heat engine.\n"
        "• Erase in a hurry and see what it costs.\n"
        "• Tilt the measurement.") },
  { NULL },
};
