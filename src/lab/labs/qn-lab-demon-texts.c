/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lab/qn-about.h"

const char *const qn_lab_demon_strip[] = { "work_output", "erasure_work", "entropy_production", "information", "jarzynski", "work_net", NULL };
const char *const qn_lab_demon_figures[] = { "demon-ledger", "erasure", "sweep", "map", NULL };

const QnPreset qn_lab_demon_presets[] = {
  { .id = "koski", .name = N_ ("One electron, one bit"),
    .strip = { "work_output", "information_bits", "erasure_work", "work_bound" },
    .text = N_ ("A level is occupied by an electron or empty, with equal probability, and one reading in twenty is wrong. "
                "The demon gains work of 0.71 <i>T</i> ln 2, exactly <i>TI</i>, and erasing the record costs <i>T</i> ln 2. "
                "The error probability reduces the information <i>I</i> to 0.71 bit, and with it the work. "
                "(Koski, Maisi, Pekola, Averin, PNAS 111, 13786, 2014)") },
  { .id = "szilard", .name = N_ ("Szilard engine"),
    .strip = { "work_output", "erasure_work", "work_net" },
    .text = N_ ("There are no errors, and every step is infinitely slow. "
                "The work gained and the work of erasure are both <i>T</i> ln 2, so the net work is zero. "
                "Measurement, return and erasure are all reversible. (Szilard, Z. Phys. 53, 840, 1929)"),
    .value = { { "demon.error", "0" } } },
  { .id = "hurry", .name = N_ ("Finite-time demon"),
    .strip = { "work_output", "erasure_work", "entropy_production", "work_bound" },
    .text = N_ ("The level is lowered in a time of 10, and the record is erased in a time of 100. "
                "The work gained falls from 0.49 to 0.38, and the erasure costs 0.81 instead of 0.69. "
                "Both steps lag behind equilibrium and produce entropy. (Parrondo, Horowitz, Sagawa, Nat. Phys. 11, 131, 2015)"),
    .value = { { "demon.slow", "false" }, { "demon.duration", "10" }, { "memory.slow", "false" }, { "memory.duration", "100" } } },
  { .id = "flip", .name = N_ ("Flip of an excited qubit"),
    .strip = { "jarzynski", "work_output", "work_bound", "information" },
    .text = N_ ("The demon flips the qubit when the record says that it is excited. "
                "The work gained is about half of the bound <i>TI</i>, while ⟨e<sup><i>W</i>/<i>T</i> − <i>I</i></sup>⟩ = 1. "
                "A flip is not a reversible process, so part of the information is not used. (Sagawa, Ueda, Phys. Rev. Lett. 104, 090602, 2010)"),
    .value = { { "demon.kind", "flip" }, { "demon.error", "0.1" } } },
  { .id = "never-wrong", .name = N_ ("Error-free flip"),
    .strip = { "jarzynski", "work_output", "work_bound" },
    .text = N_ ("The same flip is made without errors. "
                "⟨e<sup><i>W</i>/<i>T</i> − <i>I</i></sup>⟩ is 0.82 = 1 − <i>p</i>, where <i>p</i> is the probability of the excited state. "
                "Processes that start from a wrong record have zero probability, and their share <i>p</i> is missing from the average. "
                "(Murashita, Funo, Ueda, Phys. Rev. E 90, 042110, 2014)"),
    .value = { { "demon.kind", "flip" }, { "demon.error", "0" } } },
  { .id = "tilted", .name = N_ ("Measurement supplies energy"),
    .strip = { "work_output", "heat_measurement", "work_bound" },
    .text = N_ ("The demon measures along an axis at right angles to the energy axis. "
                "The work gained is 0.75, more than three times the bound <i>TI</i>. "
                "The measurement itself supplies energy of 0.74, and the pulse takes it out as work. "
                "(Elouard, Herrera-Martí, Huard, Auffèves, Phys. Rev. Lett. 118, 260603, 2017)"),
    .value = { { "demon.kind", "flip" }, { "demon.angle", "1.5707963267948966" }, { "demon.error", "0" }, { "bath.temperature", "0.3" },
               { "memory.temperature", "0.3" } } },
  { .id = "cold-memory", .name = N_ ("Cold memory"),
    .strip = { "work_net", "erasure_work", "work_output" },
    .text = N_ ("The record is erased at a fifth of the demon’s temperature. "
                "The work of erasure falls to a fifth, and 80 % of the work gained is net work. "
                "The demon is a heat engine between two reservoirs with Carnot’s efficiency, and the bit is its working medium. "
                "(Parrondo, Horowitz, Sagawa, Nat. Phys. 11, 131, 2015)"),
    .value = { { "demon.error", "0" }, { "memory.temperature", "0.2" } } },
  { .id = "reset", .name = N_ ("Reset of a bit"),
    .figures = { "erasure", "demon-ledger" }, .strip = { "erasure_work", "landauer", "erasure_excess" },
    .text = N_ ("There is no demon: an unknown bit is reset to 0 in a time of 60. The work is 0.89, above Landauer’s bound <i>T</i> ln 2 = 0.69. "
                "The excess of 0.20 is due to the finite time and falls as one over the duration. (Landauer, IBM J. Res. Dev. 5, 183, 1961; "
                "Bérut et al., Nature 483, 187, 2012)"),
    .value = { { "demon.kind", "reset" }, { "memory.slow", "false" }, { "memory.duration", "60" } } },
  { NULL },
};

const QnAboutSection qn_lab_demon_about[] = {
  { N_ ("What it is"),
    N_ ("Maxwell’s demon measures a system and acts on the outcome, and so converts heat into work. "
        "Measurement and feedback need no energy in principle, which seems to violate the second law. "
        "The memory resolves this: the record must be erased before the next measurement, and erasure needs work.\n"
        "1. Measure: the level of the qubit is recorded in a bit.\n"
        "2. Feedback: the qubit is driven according to the record.\n"
        "3. Return: the reservoir brings the qubit back to equilibrium, and work has been extracted.\n"
        "4. Erase: the bit is reset to 0 in contact with a reservoir of its own.") },
  { N_ ("What to look for"),
    N_ ("• The entropy of qubit and reservoir falls below zero at the return; the total never does.\n"
        "• Raise the error probability: the information falls, and the work with it.\n"
        "• Make the memory colder than the reservoir: the work of erasure falls, and the demon becomes a heat engine.\n"
        "• Shorten the erasure: its work rises above the Landauer bound.\n"
        "• Change the measurement angle: the measurement supplies energy.") },
  { N_ ("Equations"),
    N_ ("Units are chosen so that <i>ħ</i> = <i>k</i><sub>B</sub> = 1. The record m is wrong with probability <i>p</i><sub>err</sub>. "
        "The measurement is along an axis at angle <i>φ</i>, with projectors <i>P</i><sub>b</sub>,\n"
        "\t<i>ρ</i><sub>m</sub> = Σ<sub>b</sub> <i>p</i>(m|b) <i>P</i><sub>b</sub> <i>ρ P</i><sub>b</sub>        <i>I</i> = "
        "<i>S</i>(Σ<sub>m</sub> <i>ρ</i><sub>m</sub>) − Σ<sub>m</sub> <i>p</i><sub>m</sub> <i>S</i>(<i>ρ</i><sub>m</sub>/<i>p</i><sub>m</sub>)\n"
        "Flip: a unitary takes the state that the record names to the ground state. "
        "Szilard engine: the level that is recorded as empty is raised to <i>ω</i>, then lowered in contact with the reservoir,\n"
        "\td<i>p</i>/d<i>t</i> = −<i>Γ</i>(<i>ω</i>) (<i>p</i> − <i>f</i>(<i>ω</i>))        <i>f</i> = "
        "1/(e<sup><i>ω</i>/<i>T</i></sup> + 1)        <i>W</i> = −∫ <i>p</i> d<i>ω</i>\n"
        "The memory is erased by the reverse process: its level 1 is raised suddenly to the height at which it "
        "is in equilibrium, then slowly to 24 <i>T</i><sub>m</sub>, and lowered suddenly.") },
  { N_ ("The ledger"),
    N_ ("The total entropy production is\n"
        "\tΣ = Δ<i>S</i> + Δ<i>S</i><sub>m</sub> − <i>I</i> − <i>Q</i>/<i>T</i> − <i>Q</i><sub>m</sub>/<i>T</i><sub>m</sub> ≥ 0\n"
        "after each step. For qubit and reservoir alone Δ<i>S</i> − <i>Q</i>/<i>T</i> falls below zero. "
        "The information bounds the extracted work, and the record’s entropy bounds the work of erasure:\n"
        "\t<i>W</i> ≤ <i>TI</i>        <i>W</i><sub>m</sub> ≥ <i>T</i><sub>m</sub> <i>h</i>(<i>p</i><sub>m</sub>)        <i>I</i> ≤ <i>h</i>\n"
        "A measurement along another axis than the energy axis changes the energy by "
        "<i>Q</i><sub>M</sub>, which can be extracted as work without information.") },
  { N_ ("Single runs"),
    N_ ("With <i>I</i> = ln <i>p</i>(m|b)/<i>p</i>(m) of a single run,\n"
        "\t⟨e<sup><i>W</i>/<i>T</i> − <i>I</i></sup>⟩ = 1\n"
        "if every wrong record is possible. "
        "Without errors, some processes of the reverse protocol have no forward counterpart: those that end in the level recorded as empty. "
        "They are missing from the average, which is then 1 − <i>p</i>, with <i>p</i> their probability in the reverse protocol. "
        "For a flip it is the probability of the excited state, for a slow Szilard engine 1/(e<sup><i>ω</i>/<i>T</i></sup> + 1).") },
  { N_ ("Source"),
    N_ ("L. Szilard, Z. Phys. 53, 840 (1929). R. Landauer, IBM J. Res. Dev. 5, 183 (1961). C. H. Bennett, Int. J. Theor. Phys. 21, 905 (1982).\n"
        "T. Sagawa and M. Ueda, Phys. Rev. Lett. 104, 090602 (2010): the generalised Jarzynski equality.\n"
        "K. "
        "Funo, Y. Watanabe and M. Ueda, Phys. Rev. E 88, 052121 (2013), and Y. Murashita, K. Funo "
        "and M. Ueda, Phys. Rev. E 90, 042110 (2014): absolute irreversibility.\n"
        "J. V. Koski, V. F. Maisi, J. P. Pekola and D. V. Averin, PNAS 111, 13786 (2014): a Szilard engine with one electron.\n"
        "A. Bérut et al., Nature 483, 187 (2012): Landauer’s bound measured.") },
  { NULL },
};
