/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lab/qn-about.h"

const char *const qn_lab_battery_strip[] = { "advantage", "energy", "ergotropy", "power", "ergotropy_death", "negativity", NULL };
const char *const qn_lab_battery_figures[] = { "battery", "charging-power", NULL };

const QnPreset qn_lab_battery_presets[] = {
  { .id = "together", .name = N_ ("Faster together"),
    .text = N_ ("Four cells, lifted by one drive from all empty to all full through an entangled state. "
                "It has no larger norm than four drives of their own have together, and is four times as fast. (Binder et al., New J. Phys. 17, 075015, 2015)") },
  { .id = "parallel", .name = N_ ("Each by itself"),
    .text = N_ ("The same cells, each with its own drive: full after a quarter of a Rabi turn, however many there are. "
                "No entanglement on the way, and no advantage. (Campaioli et al., Phys. Rev. Lett. 118, 150601, 2017)"),
    .value = { { "battery.charging", "parallel" } } },
  { .id = "fair", .name = N_ ("A stricter comparison"),
    .text = N_ ("Keep equal not the norm of the drives but how much their energy deviates at the beginning, which sets the speed of a quantum state. "
                "Four cells are then twice as fast, √<i>N</i>. What the advantage is depends on what is called fair. "
                "(Campaioli et al., Phys. Rev. Lett. 118, 150601, 2017)"),
    .value = { { "battery.constraint", "deviation" } } },
  { .id = "cavity", .name = N_ ("Six cells in one cavity"),
    .text = N_ ("Six cells share the photons of one mode. Each photon is for all of them, "
                "and the power grows about as √<i>N</i> beside six cavities of one cell. (Ferraro et al., Phys. Rev. Lett. 120, 117702, 2018)"),
    .value = { { "battery.charging", "cavity" }, { "battery.cells", "6" } } },
  { .id = "locked", .name = N_ ("Locked energy"),
    .text = N_ ("Two cells and two photons: at the moment of greatest energy the cells are entangled with what is left in the cavity, "
                "and a good part of their energy is no work. With more photons less is locked. (Andolina et al., Phys. Rev. Lett. 122, 047702, 2019)"),
    .value = { { "battery.charging", "cavity" }, { "battery.cells", "2" }, { "battery.full", "false" }, { "stroke.charge", "4.5" } } },
  { .id = "death", .name = N_ ("The day the work is gone"),
    .text = N_ ("Full cells, stored in the cold. Energy decays and decays; the work in them falls faster, "
                "and at the moment when a cell is as likely empty as full there is none. (Allahverdyan, Balian, Nieuwenhuizen, EPL 67, 565, 2004)"),
    .value = { { "battery.charging", "parallel" }, { "battery.cells", "2" }, { "hot.coupling", "0.1" }, { "hot.temperature", "0" },
               { "stroke.storage", "20" } } },
  { .id = "dissipative", .name = N_ ("Charged against a leak"),
    .text = N_ ("The drive stays on while every cell loses quanta: the charge turns up and down and settles less than half full. "
                "What work there is in it is coherence, and with the drive gone it fades. (Farina et al., Phys. Rev. B 99, 035421, 2019)"),
    .value = { { "battery.charging", "dissipative" }, { "battery.cells", "2" }, { "hot.coupling", "0.2" }, { "hot.temperature", "0.3" },
               { "stroke.charge", "40" }, { "stroke.storage", "20" } } },
  { NULL },
};

const QnAboutSection qn_lab_battery_about[] = {
  { N_ ("What it is"),
    N_ ("A battery of <i>N</i> two-level cells. Charged each by itself, they fill as fast as one does. "
        "Charged together, through states in which the cells are entangled, they can fill faster: not because there is more energy, "
        "but because the way through Hilbert space is shorter.\n"
        "Then the battery is put away. Every cell loses quanta to its surroundings, and the work that could be had from it is gone well before the energy is.") },
  { N_ ("Equations"),
    N_ ("Units are chosen so that <i>ħ</i> = <i>k</i><sub>B</sub> = 1. "
        "<i>H</i><sub>0</sub> = <i>ω</i> Σ<sub>i</sub> |e⟩⟨e|<sub>i</sub> is what counts as stored. "
        "Drives are on resonance, and everything is seen in the frame that turns with <i>H</i><sub>0</sub>, where it does nothing else:\n"
        "\tby itself:   <i>V</i> = <i>λ</i> Σ<sub>i</sub> <i>σ</i><sub>x,i</sub>        together:   <i>V</i> = <i>a</i> (|g…g⟩⟨e…e| + h.c.)\n"
        "\tcavity:   <i>V</i> = <i>λ</i> Σ<sub>i</sub> (<i>b σ</i><sub>i</sub><sup>+</sup> + <i>b</i><sup>†</sup><i>σ</i><sub>i</sub><sup>−</sup>) "
        "+ <i>δ b</i><sup>†</sup><i>b</i>\n"
        "While damped, and in storage, each cell obeys\n"
        "\td<i>ρ</i>/d<i>t</i> = −i [<i>V</i>, <i>ρ</i>] + <i>γ</i>(<i>n</i> + 1) "
        "<i>L</i>[<i>σ</i><sup>−</sup>] <i>ρ</i> + <i>γn L</i>[<i>σ</i><sup>+</sup>] <i>ρ</i>        <i>n</i> = 1/(e<sup><i>ω</i>/<i>T</i></sup> − 1)\n"
        "Everything is computed with the density matrix of all cells.") },
  { N_ ("Work in store"),
    N_ ("What a unitary can take out is the ergotropy. With the eigenvalues <i>r</i><sub>1</sub> ≥ <i>r</i><sub>2</sub> ≥ … of <i>ρ</i> and the levels "
        "<i>E</i><sub>1</sub> ≤ <i>E</i><sub>2</sub> ≤ …,\n"
        "\t<i>ℰ</i> = Tr[<i>H</i><sub>0</sub> <i>ρ</i>] − Σ<sub>k</sub> <i>r</i><sub>k</sub> <i>E</i><sub>k</sub>\n"
        "Local ergotropy is that of unitaries on single cells. "
        "A cell without coherence has any only while it is more than half excited; below that its energy is heat. "
        "In a cavity cells and photons are entangled, and part of the energy is locked.") },
  { N_ ("What is fair"),
    N_ ("A stronger drive is faster, so it must be said what is kept equal. Here it is a choice:\n"
        "\tnorm:   ‖<i>V</i>‖ = <i>Nλ</i>,   <i>a</i> = <i>Nλ</i>:   <i>N</i> times the power\n"
        "\tdeviation of the energy at first:   Δ<i>V</i> = √<i>N</i> <i>λ</i>,   <i>a</i> = √<i>N</i> <i>λ</i>:   √<i>N</i> times\n"
        "With any other rule the advantage is another. In a cavity the photons for each cell are what is kept equal, "
        "and <i>N</i> cells share one mode that holds all of them, beside <i>N</i> cavities of one cell.") },
  { N_ ("Source"),
    N_ ("F. C. Binder, S. Vinjanampathy, K. Modi and J. Goold, New J. Phys. 17, 075015 (2015): charging together.\n"
        "F. Campaioli et al., Phys. Rev. Lett. 118, 150601 (2017): how much it can gain, and what is fair.\n"
        "D. Ferraro, M. Campisi, G. M. Andolina, V. Pellegrini and M. Polini, Phys. Rev. Lett. 120, 117702 (2018): cells in a cavity.\n"
        "G. M. Andolina et al., Phys. Rev. Lett. 122, 047702 (2019): how much of it is work.\n"
        "D. Farina, G. M. Andolina, A. Mari, M. Polini and V. Giovannetti, Phys. Rev. B 99, 035421 (2019): charging open systems.\n"
        "A. E. Allahverdyan, R. Balian and T. M. Nieuwenhuizen, EPL 67, 565 (2004): ergotropy.") },
  { N_ ("What to look for"),
    N_ ("• Change the charging and look how much sooner the strong line is full than the faint one.\n"
        "• Change what is fair: <i>N</i> becomes √<i>N</i>.\n"
        "• Look at the dashed line in storage: work is gone while energy is left.\n"
        "• Stop before it is full, and storage keeps a little work for ever longer: coherence.\n"
        "• In a cavity, give each cell more photons: less is locked.") },
  { NULL },
};
