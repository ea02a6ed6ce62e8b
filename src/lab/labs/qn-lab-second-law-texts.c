/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lab/qn-about.h"

const char *const qn_lab_second_law_strip[] = { "entropy_production", "mutual_information", "entropy_observer", "entropy_whole", "temperature_system", "heat_cold", NULL };
const char *const qn_lab_second_law_figures[] = { "collisions", "ignorance", "sweep", "map", NULL };

const QnPreset qn_lab_second_law_presets[] = {
  { .id = "stream", .name = N_ ("Stream of cold qubits"),
    .strip = { "entropy_production", "mutual_information", "total_correlation", "entropy_whole" },
    .text = N_ ("A hot qubit collides once with each of five cold ones. "
                "Its entropy production is 0.65, while the entropy of the whole stays constant: 0.39 is "
                "correlation among the qubits, the rest is the warming of the environment. "
                "The collisions are unitary, and entropy appears only when correlations are not followed. "
                "(Scarani et al., Phys. Rev. Lett. 88, 097905, 2002)") },
  { .id = "recurrence", .name = N_ ("An environment of one"),
    .strip = { "entropy_production", "temperature_system", "recurrence" },
    .text = N_ ("Two qubits undergo a weak partial swap eight times. "
                "The entropy production rises and falls, and the system comes back to a temperature of 4.9, from 5 at the start. "
                "An environment of one qubit gives back what it has received. (Esposito, Lindenberg, Van den Broeck, New J. Phys. 12, 013013, 2010)"),
    .value = { { "environment.size", "1" }, { "environment.rounds", "8" }, { "swap.angle", "0.4" } } },
  { .id = "returning", .name = N_ ("The stream returns"),
    .strip = { "entropy_production", "recurrence", "total_correlation" },
    .text = N_ ("Three environment qubits pass the system five times. "
                "In the first round the system relaxes; from the second round on the entropy production rises and falls. "
                "The returning qubits carry correlations with the system, so the environment is no longer a reservoir. "
                "(Strasberg et al., Phys. Rev. X 7, 021003, 2017)"),
    .value = { { "environment.size", "3" }, { "environment.rounds", "5" }, { "swap.angle", "0.8" } } },
  { .id = "observer", .name = N_ ("Partial observer"),
    .figures = { "ignorance", "collisions" }, .strip = { "entropy_observer", "total_correlation", "entropy_whole" },
    .text = N_ ("The observer follows the system and three of six environment qubits. "
                "The observer’s entropy grows by 0.22, half of the total correlation. "
                "Each qubit that is followed keeps its correlations in view; an observer of all qubits sees no growth. "
                "(Esposito, Lindenberg, Van den Broeck, New J. Phys. 12, 013013, 2010)"),
    .value = { { "environment.size", "6" }, { "observer.kept", "3" }, { "swap.angle", "0.6" } } },
  { .id = "decoherence", .name = N_ ("Decoherence without heat"),
    .strip = { "entropy_production", "heat_cold", "coherence_l1", "mutual_information" },
    .text = N_ ("System and environment have the same temperature, and the system starts in a pure superposition. "
                "No heat flows, yet the entropy production reaches 0.62. "
                "Each collision transfers coherence to the environment and turns it into correlation. "
                "(Scarani et al., Phys. Rev. Lett. 88, 097905, 2002)"),
    .value = { { "system.temperature", "2" }, { "environment.temperature", "2" }, { "initial.coherence", "1" }, { "swap.angle", "0.5" } } },
  { .id = "work", .name = N_ ("Collisions that do work"),
    .strip = { "work_output", "energy", "heat_cold", "entropy_production" },
    .text = N_ ("The level spacing of the environment is smaller than that of the system. "
                "The collisions deliver work, 0.35 in total. Each quantum that passes leaves the difference "
                "of the two spacings as work, so the stream of collisions is an engine. (Strasberg et al., Phys. Rev. X 7, 021003, 2017)"),
    .value = { { "system.spacing", "2" }, { "environment.spacing", "0.8" } } },
  { .id = "full-swap", .name = N_ ("Full swap"),
    .strip = { "relative_entropy", "entropy_production", "total_correlation", "temperature_system" },
    .text = N_ ("The first collision exchanges the states of the two qubits completely. "
                "The system takes the environment’s temperature at once, and no correlation remains. "
                "All of the entropy production is the relative entropy of the one environment qubit that has changed. "
                "(Scarani et al., Phys. Rev. Lett. 88, 097905, 2002)"),
    .value = { { "swap.angle", "1.5707963267948966" }, { "environment.size", "4" } } },
  { NULL },
};

const QnAboutSection qn_lab_second_law_about[] = {
  { N_ ("What it is"),
    N_ ("A qubit, the system, collides with the qubits of an environment one after the other. "
        "The joint state of all qubits is kept, and every collision is unitary. The process is reversible, and the total entropy is constant.\n"
        "Entropy production appears when correlations are not followed. "
        "Relaxation, heat and entropy production are then the description of the system alone.") },
  { N_ ("What to look for"),
    N_ ("• The total entropy is a horizontal line for any parameters.\n"
        "• The distance between the sum of local entropies and the total entropy is the total correlation.\n"
        "• Let the stream return: part of the correlation is converted back, and with one environment qubit almost all of it.\n"
        "• Raise the number of observed qubits: the entropy growth of the observer falls to zero.\n"
        "• Give the system coherence: the collisions remove it, and entropy is produced even at equal temperatures.") },
  { N_ ("Equations"),
    N_ ("Units are chosen so that <i>ħ</i> = <i>k</i><sub>B</sub> = 1. System and environment begin uncorrelated,\n"
        "\t<i>ρ</i>(0) = <i>ρ</i><sub>s</sub> ⊗ <i>τ</i> ⊗ … ⊗ <i>τ</i>        <i>τ</i> = "
        "e<sup>−<i>H</i><sub>e</sub>/<i>T</i><sub>e</sub></sup>/<i>Z</i>\n"
        "and the <i>i</i>-th collision is a partial swap of the system with one of the <i>n</i> qubits,\n"
        "\t<i>ρ</i> → <i>U ρ U</i><sup>†</sup>        <i>U</i> = e<sup>−i<i>θ</i> SWAP</sup> = cos <i>θ</i> − i sin <i>θ</i> SWAP\n"
        "Collisions follow one another without delay. "
        "The matrix has 2<sup><i>n</i> + 1</sup> rows; every entropy is computed from its eigenvalues, or from those of a partial trace,\n"
        "\t<i>S</i>(<i>ρ</i>) = −Tr[<i>ρ</i> ln <i>ρ</i>]        <i>ρ</i><sub>s</sub> = Tr<sub>e</sub> "
        "<i>ρ</i>        <i>I</i> = <i>S</i><sub>s</sub> + <i>S</i><sub>e</sub> − <i>S</i>") },
  { N_ ("Heat and entropy"),
    N_ ("The energy of the environment is heat. "
        "Treating the environment as a reservoir of temperature <i>T</i><sub>e</sub> gives the entropy production\n"
        "\t<i>Q</i> = −Δ<i>E</i><sub>e</sub>        Σ = Δ<i>S</i><sub>s</sub> − <i>Q</i>/<i>T</i><sub>e</sub>\n"
        "It is the sum of two terms that cannot be negative,\n"
        "\tΣ = <i>I</i>(system : environment) + <i>D</i>(<i>ρ</i><sub>e</sub>‖<i>ρ</i><sub>e</sub>(0))\n"
        "the correlation with the environment and the change of the environment itself. "
        "In a short stream that returns, both can decrease, and Σ falls.\n"
        "For equal level spacings a swap needs no work. "
        "For different ones Δ<i>E</i><sub>s</sub> + Δ<i>E</i><sub>e</sub> is the work done on the qubits by the collisions.") },
  { N_ ("The observer"),
    N_ ("An observer who follows the system with <i>k</i> qubits and knows the others only one by one assigns the entropy\n"
        "\t<i>S</i><sub>k</sub> = <i>S</i>(system, 1 … <i>k</i>) + <i>S</i>(<i>k</i> + 1) + … + <i>S</i>(<i>n</i>)\n"
        "With <i>k</i> = <i>n</i> it is constant. Each qubit that is not observed can only raise it, up to the sum of local entropies.") },
  { N_ ("Source"),
    N_ ("V. Scarani, M. Ziman, P. Štelmachovič, N. Gisin and V. Bužek, Phys. Rev. Lett. 88, 097905 (2002): thermalising by partial swaps.\n"
        "M. Esposito, K. Lindenberg and C. Van den Broeck, New J. Phys. 12, 013013 (2010): entropy production as correlation.\n"
        "P. Strasberg, G. Schaller, T. Brandes and M. Esposito, Phys. Rev. X 7, 021003 (2017): heat, work and information of repeated interactions.") },
  { NULL },
};
