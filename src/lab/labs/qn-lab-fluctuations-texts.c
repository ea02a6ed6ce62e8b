/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lab/qn-about.h"

const char *const qn_lab_fluctuations_strip[] = { "work_input", "free_energy_difference", "probability_violation", "jarzynski", "jarzynski_limit", "work_dissipated", NULL };
const char *const qn_lab_fluctuations_figures[] = { "work-distribution", "crooks", "jarzynski", "levels", "trajectory", "cycle", "bloch", "ts", "density", "entropy", "wigner", "correlations",
                                                        "sweep", "map", NULL };

const QnPreset qn_lab_fluctuations_presets[] = {
  { .id = "textbook", .name = N_ ("Finite-time drive"),
    .figures = { "work-distribution", "crooks", "jarzynski" },
    .strip = { "work_input", "free_energy_difference", "probability_violation", "jarzynski", "jarzynski_limit" },
    .text = N_ ("An isolated qubit is driven in a finite time, and its energy is measured before and after. "
                "The mean work is above Δ<i>F</i>, 6 % of the runs need less, and "
                "⟨e<sup>−<i>W</i>/<i>T</i></sup>⟩ equals <i>Z</i><sub>1</sub>/<i>Z</i><sub>0</sub>. "
                "The four peaks are the four pairs of measured levels. (Jarzynski, Phys. Rev. Lett. 78, 2690, 1997)") },
  { .id = "sudden", .name = N_ ("Sudden quench"),
    .figures = { "crooks", "work-distribution", "jarzynski" },
    .strip = { "work_dissipated", "free_energy_difference", "crooks_crossing", "work_input" },
    .text = N_ ("The control changes instantly, and the state cannot follow. "
                "The dissipated work is 1.85; the forward and the reverse distribution still cross at Δ<i>F</i> = −0.20, as for any other drive. "
                "Crooks’ relation does not depend on the speed of the drive. (Crooks, Phys. Rev. E 60, 2721, 1999)"),
    .value = { { "drive.shape", "sudden" }, { "spacing.initial", "-2" }, { "spacing.final", "2.5" }, { "medium.tunnelling", "0.8" } } },
  { .id = "slow", .name = N_ ("Slow and isolated"),
    .figures = { "work-distribution", "levels", "jarzynski" },
    .strip = { "work_input", "free_energy_difference", "work_dissipated", "transition_probability" },
    .text = N_ ("The isolated drive is so slow that no transition happens, which leaves two values of the work. "
                "The mean work is still above Δ<i>F</i>. "
                "The initial level is random, and without a reservoir the final state is not a Gibbs state at the same temperature. "
                "(Talkner, Lutz, Hänggi, Phys. Rev. E 75, 050102, 2007)"),
    .value = { { "drive.shape", "smooth" }, { "stroke.drive", "30" } } },
  { .id = "landau-zener", .name = N_ ("Avoided crossing"),
    .figures = { "work-distribution", "levels", "crooks" }, .strip = { "transition_probability", "work_input", "free_energy_difference" },
    .text = N_ ("The drive passes through an avoided crossing, and the transition probability is 0.35. Δ<i>F</i> is "
                "zero, because the initial and the final gap are equal, and the mean work is 0.99. "
                "Crooks’ relation fixes the ratio of transitions that cost a quantum to those that return one. "
                "(Talkner, Lutz, Hänggi, Phys. Rev. E 75, 050102, 2007)"),
    .value = { { "spacing.initial", "-3" }, { "spacing.final", "3" }, { "medium.tunnelling", "0.8" }, { "stroke.drive", "6" } } },
  { .id = "oscillator", .name = N_ ("Oscillator quench"),
    .figures = { "work-distribution", "wigner", "crooks" }, .strip = { "adiabaticity", "work_input", "free_energy_difference" },
    .text = N_ ("The frequency of an oscillator doubles instantly. "
                "The work distribution is a comb, because only even changes of the level are possible. "
                "Husimi’s adiabaticity parameter <i>Q</i>* = 1.25 measures how far the drive is from adiabatic. "
                "(Deffner, Lutz, Phys. Rev. E 77, 021128, 2008)"),
    .value = { { "medium.kind", "oscillator" }, { "drive.shape", "sudden" }, { "spacing.initial", "1" }, { "spacing.final", "2" } } },
  { .id = "trap", .name = N_ ("Moving trap"),
    .figures = { "work-distribution", "wigner", "crooks" },
    .strip = { "free_energy_difference", "work_input", "work_variance", "displacement" },
    .text = N_ ("The trap of an oscillator is moved in two time units. Δ<i>F</i> is zero, so all of "
                "the mean work is dissipated, yet 12 % of the runs give work back. "
                "The move displaces the oscillator’s state, and a run that starts in an excited level can end lower. "
                "(Talkner, Burada, Hänggi, Phys. Rev. E 78, 011115, 2008)"),
    .value = { { "medium.kind", "trap" }, { "spacing.initial", "1" }, { "stroke.drive", "2" } } },
  { .id = "open", .name = N_ ("Driven in contact"),
    .figures = { "work-distribution", "trajectory", "jarzynski" },
    .strip = { "jarzynski", "jarzynski_limit", "work_input", "free_energy_difference", "work_dissipated", "heat_hot" },
    .text = N_ ("The qubit stays in contact with its reservoir during the drive, and every exchanged quantum is counted. "
                "About 70 % of the runs lie in one peak, those without a jump from the ground state; the jumps spread the others over a continuum. "
                "The exponential average keeps its exact value <i>Z</i><sub>1</sub>/<i>Z</i><sub>0</sub>. "
                "(Hekking, Pekola, Phys. Rev. Lett. 111, 093602, 2013)"),
    .value = { { "hot.coupling", "0.3" }, { "stroke.drive", "5" } } },
  { .id = "exchange", .name = N_ ("Heat exchange of two qubits"),
    .figures = { "work-distribution", "crooks", "correlations" }, .strip = { "probability_violation", "work_input", "jarzynski" },
    .text = N_ ("A hot and a cold qubit exchange their states. The mean heat flows from hot to cold; in 9 % of the runs it flows back. "
                "The exchange fluctuation theorem fixes the ratio: back is e<sup>−(1/<i>T</i><sub>c</sub> "
                "− 1/<i>T</i><sub>h</sub>)<i>ω</i></sup> times as likely as forward. (Jarzynski, Wójcik, Phys. Rev. Lett. 92, 230602, 2004)"),
    .value = { { "medium.kind", "exchange" }, { "spacing.initial", "1" } } },
  { .id = "coherence", .name = N_ ("Coherence and measurement"),
    .figures = { "work-distribution", "bloch", "density" },
    .strip = { "work_unmeasured", "work_input", "coherence_destroyed", "coherence_l1" },
    .text = N_ ("The initial state is pure, with Gibbs populations and all the coherence they allow. "
                "Without the first measurement the sudden drive takes in work of 0.99, with it 0.81. "
                "The measurement destroys the coherence, and Jarzynski’s equality holds for the measured work. "
                "(Talkner, Lutz, Hänggi, Phys. Rev. E 75, 050102, 2007)"),
    .value = { { "initial.coherence", "1" }, { "drive.shape", "sudden" } } },
  { NULL },
};

const QnAboutSection qn_lab_fluctuations_about[] = {
  { N_ ("What it is"),
    N_ ("A small system is driven again and again by the same protocol. "
        "Its initial level and its transitions are random, so the work differs from run to run. "
        "The second law holds for the mean, ⟨<i>W</i>⟩ ≥ Δ<i>F</i>; single runs can take less.\n"
        "Two equalities determine the distribution. "
        "Jarzynski: the exponential average of the work gives the equilibrium free energy, at any speed of the drive. "
        "Crooks: the ratio of forward and reverse probabilities depends only on <i>W</i> − Δ<i>F</i>.\n"
        "The running machine drives forward, returns to equilibrium, drives backward, and returns. "
        "A moving trap is shown in its own frame, where the drive does not appear in the levels.") },
  { N_ ("What to look for"),
    N_ ("• Change the drive time: the mean work and the distribution change, the exponential average does not.\n"
        "• The forward and the reverse distribution cross at Δ<i>F</i>.\n"
        "• Lower the temperature: the runs that dominate the exponential average become rare, and a few hundred runs overestimate Δ<i>F</i>.\n"
        "• Drive slowly and isolated: there are no transitions, but the random start still makes the work fluctuate. "
        "Drive slowly in contact: the fluctuations vanish, and every run takes Δ<i>F</i>.\n"
        "• Raise the initial coherence: the work without the first measurement differs from the measured work.") },
  { N_ ("Equations"),
    N_ ("Units are chosen so that <i>ħ</i> = <i>k</i><sub>B</sub> = 1. The energy is measured before (level <i>n</i>) and after (level <i>m</i>):\n"
        "\t<i>P</i><sub>F</sub>(<i>W</i>) = Σ<sub><i>nm</i></sub> <i>p</i><sub>n</sub> |⟨<i>m</i>|<i>U</i>|<i>n</i>⟩|² <i>δ</i>(<i>W</i> − "
        "<i>E</i>′<sub>m</sub> + <i>E</i><sub>n</sub>)        <i>p</i><sub>n</sub> = e<sup>−<i>E</i><sub>n</sub>/<i>T</i></sup>/<i>Z</i><sub>0</sub>\n"
        "<i>P</i><sub>R</sub> is the same for the drive run backwards from the Gibbs state at its end. Then\n"
        "\t⟨e<sup>−<i>W</i>/<i>T</i></sup>⟩ = e<sup>−Δ<i>F</i>/<i>T</i></sup>        ln [<i>P</i><sub>F</sub>(<i>W</i>)/<i>P</i><sub>R</sub>(−<i>W</i>)] = "
        "(<i>W</i> − Δ<i>F</i>)/<i>T</i>        Δ<i>F</i> = −<i>T</i> ln (<i>Z</i><sub>1</sub>/<i>Z</i><sub>0</sub>)\n"
        "Qubit: <i>H</i> = (<i>ω σ</i><sub>z</sub> + Δ <i>σ</i><sub>x</sub>)/2. "
        "Oscillator: <i>H</i> = (<i>p</i>² + <i>ω</i>²<i>x</i>²)/2; "
        "its transition probabilities are those of the squeezing cosh 2<i>r</i> = <i>Q</i>* of the classical motion. "
        "Trap: <i>H</i> = [<i>p</i>² + <i>ω</i>²(<i>x</i> − <i>X</i>(<i>t</i>))²]/2, with\n"
        "\t<i>α</i> = −√(<i>ω</i>/2) ∫ (d<i>X</i>/d<i>t</i>) e<sup>i<i>ωt</i></sup> d<i>t</i>        ⟨<i>W</i>⟩ = <i>ω</i>|<i>α</i>|²        Δ<i>F</i> = 0\n"
        "Two qubits at <i>T</i><sub>h</sub> and <i>T</i><sub>c</sub> that exchange the heat <i>Q</i> obey ln [<i>P</i>(<i>Q</i>)/<i>P</i>(−<i>Q</i>)] = "
        "(1/<i>T</i><sub>c</sub> − 1/<i>T</i><sub>h</sub>) <i>Q</i>.") },
  { N_ ("Heat and work"),
    N_ ("Here <i>W</i> is work done ON the medium: positive work goes in. In isolation every energy change is work. "
        "In contact, every quantum exchanged with the reservoir is counted:\n"
        "\t<i>W</i> = <i>E</i>′<sub>m</sub> − <i>E</i><sub>n</sub> − <i>Q</i>\n"
        "The runs jump between the instantaneous levels. "
        "The exact ⟨e<sup>−<i>W</i>/<i>T</i></sup>⟩ comes from the master equation whose jump terms are weighted by "
        "e<sup><i>q</i>/<i>T</i></sup>, <i>q</i> being the quantum from the reservoir, and ⟨<i>W</i>⟩ from ∫Tr[<i>ρ</i> d<i>H</i>].\n"
        "The first measurement destroys coherence between energy levels. "
        "Then the mean of the measured work, ⟨<i>W</i>⟩, differs from the work ∫Tr[<i>ρ</i> d<i>H</i>] of the unmeasured state. "
        "Work is not an observable: it belongs to a process, not to a state.") },
  { N_ ("Source"),
    N_ ("C. Jarzynski, Phys. Rev. Lett. 78, 2690 (1997): the equality.\n"
        "G. E. Crooks, Phys. Rev. E 60, 2721 (1999): forward and reverse.\n"
        "P. Talkner, E. Lutz and P. Hänggi, Phys. Rev. E 75, 050102 (2007): work is not an observable; two measurements.\n"
        "S. Deffner and E. Lutz, Phys. Rev. E 77, 021128 (2008): the driven oscillator.\n"
        "P. Talkner, P. S. Burada and P. Hänggi, Phys. Rev. E 78, 011115 (2008): an oscillator in a moving trap.\n"
        "C. Jarzynski and D. K. Wójcik, Phys. Rev. Lett. 92, 230602 (2004): heat exchange.\n"
        "F. W. J. Hekking and J. P. Pekola, Phys. Rev. Lett. 111, 093602 (2013): quantum jumps and work of an open qubit.") },
  { NULL },
};
