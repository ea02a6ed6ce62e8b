/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lab/qn-about.h"

const char *const qn_lab_battery_strip[] = { "advantage", "energy", "ergotropy", "power", "ergotropy_death", "negativity", NULL };
const char *const qn_lab_battery_figures[] = { "battery", "charging-power", NULL };

const QnPreset qn_lab_battery_presets[] = {
  { .id = "together", .name = N_ ("Collective charging"),
    .text = N_ ("One collective drive takes four cells from empty to full. "
                "It charges them four times as fast as four separate drives of the same total norm. "
                "The shorter path leads through entangled states: the negativity reaches ½ on the way. "
                "(Binder et al., New J. Phys. 17, 075015, 2015)") },
  { .id = "parallel", .name = N_ ("Parallel charging"),
    .text = N_ ("The same four cells are charged by a drive each. "
                "They are full after π/2<i>λ</i> = 7.85, half a Rabi period, whatever their number. "
                "The cells stay in a product state: the negativity is 0 and the advantage 1. (Campaioli et al., Phys. Rev. Lett. 118, 150601, 2017)"),
    .value = { { "battery.charging", "parallel" } } },
  { .id = "fair", .name = N_ ("Equal energy spread"),
    .text = N_ ("The collective drive has the same initial energy spread as four separate drives, not the same norm. "
                "The advantage is √<i>N</i> = 2 instead of <i>N</i> = 4. "
                "The energy spread sets the speed limit of a quantum state, so the advantage depends on the constraint. "
                "(Campaioli et al., Phys. Rev. Lett. 118, 150601, 2017)"),
    .value = { { "battery.constraint", "deviation" } } },
  { .id = "cavity", .name = N_ ("Six cells in one cavity"),
    .text = N_ ("Six cells share one cavity that holds six photons. "
                "The maximum power is twice that of six cavities with one cell and one photon each. "
                "Every photon can be absorbed by any cell, and the advantage grows with <i>N</i>, here a little slower than √<i>N</i>. "
                "(Ferraro et al., Phys. Rev. Lett. 120, 117702, 2018)"),
    .value = { { "battery.charging", "cavity" }, { "battery.cells", "6" } } },
  { .id = "locked", .name = N_ ("Locked energy"),
    .text = N_ ("Two cells share a cavity with two photons, and charging stops at 4.5, before the maximum energy. "
                "Only 72 % of the energy is ergotropy. "
                "Cells and photons are entangled, which leaves the cells in a mixed state; at the maximum, with “Stop when full”, it is 94 %. "
                "(Andolina et al., Phys. Rev. Lett. 122, 047702, 2019)"),
    .value = { { "battery.charging", "cavity" }, { "battery.cells", "2" }, { "battery.full", "false" }, { "stroke.charge", "4.5" } } },
  { .id = "death", .name = N_ ("End of the ergotropy"),
    .text = N_ ("Two full cells are stored at zero temperature. The ergotropy vanishes after ln 2/<i>γ</i> = 6.93, when half of the energy is left. "
                "A cell without coherence holds ergotropy only while it is more likely full than empty. "
                "(Allahverdyan, Balian, Nieuwenhuizen, EPL 67, 565, 2004)"),
    .value = { { "battery.charging", "parallel" }, { "battery.cells", "2" }, { "hot.coupling", "0.1" }, { "hot.temperature", "0" },
               { "stroke.storage", "20" } } },
  { .id = "dissipative", .name = N_ ("Charging against damping"),
    .text = N_ ("The drive acts while every cell loses quanta. The energy oscillates and settles at 44 % of the capacity. "
                "The ergotropy comes from coherence between the cell’s levels, and it decays in storage without the drive. "
                "(Farina et al., Phys. Rev. B 99, 035421, 2019)"),
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
  { N_ ("What to look for"),
    N_ ("• Change the charging and look how much sooner the strong line is full than the faint one.\n"
        "• Change what is fair: <i>N</i> becomes √<i>N</i>.\n"
        "• Look at the dashed line in storage: work is gone while energy is left.\n"
        "• Stop before it is full, and storage keeps a little work for ever longer: coherence.\n"
        "• In a cavity, give each cell more photons: less is locked.") },
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
  { NULL },
};
