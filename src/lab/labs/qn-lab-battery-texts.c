/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lab/qn-about.h"

const char *const qn_lab_battery_strip[] = { "advantage", "energy", "ergotropy", "power", "ergotropy_death", "negativity", NULL };
const char *const qn_lab_battery_figures[] = { "battery", "charging-power", "sweep", "map", NULL };

const QnPreset qn_lab_battery_presets[] = {
  { .id = "together", .name = N_ ("Collective charging"),
    .strip = { "advantage", "negativity", "power", "energy" },
    .text = N_ ("One collective drive takes four cells from empty to full. "
                "It charges them four times as fast as four separate drives of the same total norm. "
                "The shorter path leads through entangled states: the negativity reaches ½ on the way. "
                "(Binder et al., New J. Phys. 17, 075015, 2015)") },
  { .id = "parallel", .name = N_ ("Parallel charging"),
    .strip = { "time_charge", "advantage", "negativity", "energy" },
    .text = N_ ("The same four cells are charged by a drive each. "
                "They are full after π/2<i>λ</i> = 7.85, half a Rabi period, whatever their number. "
                "The cells stay in a product state: the negativity is 0 and the advantage 1. (Campaioli et al., Phys. Rev. Lett. 118, 150601, 2017)"),
    .value = { { "battery.charging", "parallel" } } },
  { .id = "fair", .name = N_ ("Equal energy spread"),
    .figures = { "charging-power", "battery" }, .strip = { "advantage", "drive_norm", "power" },
    .text = N_ ("The collective drive has the same initial energy spread as four separate drives, not the same norm. "
                "The advantage is √<i>N</i> = 2 instead of <i>N</i> = 4. "
                "The energy spread sets the speed limit of a quantum state, so the advantage depends on the constraint. "
                "(Campaioli et al., Phys. Rev. Lett. 118, 150601, 2017)"),
    .value = { { "battery.constraint", "deviation" } } },
  { .id = "cavity", .name = N_ ("Six cells in one cavity"),
    .figures = { "charging-power", "battery" }, .strip = { "advantage", "power", "energy" },
    .text = N_ ("Six cells share one cavity that holds six photons. "
                "The maximum power is twice that of six cavities with one cell and one photon each. "
                "Every photon can be absorbed by any cell, and the advantage grows with <i>N</i>, here a little slower than √<i>N</i>. "
                "(Ferraro et al., Phys. Rev. Lett. 120, 117702, 2018)"),
    .value = { { "battery.charging", "cavity" }, { "battery.cells", "6" } } },
  { .id = "locked", .name = N_ ("Locked energy"),
    .strip = { "ergotropy", "energy", "entropy", "capacity", "negativity" },
    .text = N_ ("Two cells share a cavity with two photons, and charging stops at 4.5, before the maximum energy. "
                "Only 72 % of the energy is ergotropy. "
                "Cells and photons are entangled, which leaves the cells in a mixed state; at the maximum, with “Stop when full”, it is 94 %. "
                "(Andolina et al., Phys. Rev. Lett. 122, 047702, 2019)"),
    .value = { { "battery.charging", "cavity" }, { "battery.cells", "2" }, { "battery.full", "false" }, { "stroke.charge", "4.5" } } },
  { .id = "death", .name = N_ ("End of the ergotropy"),
    .strip = { "ergotropy_death", "energy_stored", "ergotropy_stored" },
    .text = N_ ("Two full cells are stored at zero temperature. The ergotropy vanishes after ln 2/<i>γ</i> = 6.93, when half of the energy is left. "
                "A cell without coherence holds ergotropy only while it is more likely full than empty. "
                "(Allahverdyan, Balian, Nieuwenhuizen, EPL 67, 565, 2004)"),
    .value = { { "battery.charging", "parallel" }, { "battery.cells", "2" }, { "bath.coupling", "0.1" }, { "bath.temperature", "0" },
               { "stroke.storage", "20" } } },
  { .id = "dissipative", .name = N_ ("Charging against damping"),
    .strip = { "energy", "capacity", "ergotropy", "ergotropy_stored" },
    .text = N_ ("The drive acts while every cell loses quanta. The energy oscillates and settles at 44 % of the capacity. "
                "The ergotropy comes from coherence between the cell’s levels, and it decays in storage without the drive. "
                "(Farina et al., Phys. Rev. B 99, 035421, 2019)"),
    .value = { { "battery.charging", "dissipative" }, { "battery.cells", "2" }, { "bath.coupling", "0.2" }, { "bath.temperature", "0.3" },
               { "stroke.charge", "40" }, { "stroke.storage", "20" } } },
  { NULL },
};

const QnAboutSection qn_lab_battery_about[] = {
  { N_ ("What it is"),
    N_ ("A battery of <i>N</i> two-level cells. Charged in parallel, all cells fill in the time of one. "
        "A collective drive can fill them faster: it takes a shorter path through entangled states.\n"
        "In storage every cell loses energy to its surroundings, and the ergotropy, the part "
        "that can be extracted as work, vanishes before the energy does.") },
  { N_ ("What to look for"),
    N_ ("• Change the charging: compare when the strong line and the faint line of parallel charging reach the full energy.\n"
        "• Change the comparison constraint: the advantage changes from <i>N</i> to √<i>N</i>.\n"
        "• Follow the dashed line in storage: the ergotropy vanishes while energy is left.\n"
        "• Stop the charging before the maximum: the coherence left in the cells keeps a little ergotropy in storage.\n"
        "• In a cavity, raise the photons per cell and stop when full: less energy is locked.") },
  { N_ ("Equations"),
    N_ ("Units are chosen so that <i>ħ</i> = <i>k</i><sub>B</sub> = 1. "
        "<i>H</i><sub>0</sub> = <i>ω</i> Σ<sub>i</sub> |e⟩⟨e|<sub>i</sub> is the stored energy. "
        "The drives are resonant, and the state is described in the rotating frame of <i>H</i><sub>0</sub>:\n"
        "\tparallel:   <i>V</i> = <i>λ</i> Σ<sub>i</sub> <i>σ</i><sub>x,i</sub>        collective:   <i>V</i> = <i>a</i> (|g…g⟩⟨e…e| + h.c.)\n"
        "\tcavity:   <i>V</i> = <i>λ</i> Σ<sub>i</sub> (<i>b σ</i><sub>i</sub><sup>+</sup> + "
        "<i>b</i><sup>†</sup><i>σ</i><sub>i</sub><sup>−</sup>) + <i>δ b</i><sup>†</sup><i>b</i>\n"
        "With damping, and in storage, each cell obeys\n"
        "\td<i>ρ</i>/d<i>t</i> = −i [<i>V</i>, <i>ρ</i>] + <i>γ</i>(<i>n</i> + 1) <i>L</i>[<i>σ</i><sup>−</sup>] <i>ρ</i> + "
        "<i>γn L</i>[<i>σ</i><sup>+</sup>] <i>ρ</i>        <i>n</i> = 1/(e<sup><i>ω</i>/<i>T</i></sup> − 1)\n"
        "All results are computed from the density matrix of all cells.") },
  { N_ ("Ergotropy"),
    N_ ("The ergotropy is the maximum work that a unitary can extract. "
        "With the eigenvalues <i>r</i><sub>1</sub> ≥ <i>r</i><sub>2</sub> ≥ … of <i>ρ</i> and "
        "the levels <i>E</i><sub>1</sub> ≤ <i>E</i><sub>2</sub> ≤ …,\n"
        "\t<i>ℰ</i> = Tr[<i>H</i><sub>0</sub> <i>ρ</i>] − Σ<sub>k</sub> <i>r</i><sub>k</sub> <i>E</i><sub>k</sub>\n"
        "Local ergotropy is that of unitaries on single cells. A cell without coherence has ergotropy only while it is more than half excited. "
        "In a cavity cells and photons are entangled, and part of the energy is locked.") },
  { N_ ("Comparison constraint"),
    N_ ("A stronger drive is faster, so a comparison must keep some quantity equal. It can be chosen:\n"
        "\tnorm:   ‖<i>V</i>‖ = <i>Nλ</i>,   <i>a</i> = <i>Nλ</i>:   <i>N</i> times the power\n"
        "\tinitial energy spread:   Δ<i>V</i> = √<i>N</i> <i>λ</i>,   <i>a</i> = √<i>N</i> <i>λ</i>:   √<i>N</i> times\n"
        "The advantage depends on this constraint. With a cavity the number of photons per cell is kept equal: "
        "<i>N</i> cells share one mode with all photons, compared with <i>N</i> cavities of one cell.") },
  { N_ ("Source"),
    N_ ("F. C. Binder, S. Vinjanampathy, K. Modi and J. Goold, New J. Phys. 17, 075015 (2015): collective charging.\n"
        "F. Campaioli et al., Phys. Rev. Lett. 118, 150601 (2017): bounds on the advantage.\n"
        "D. Ferraro, M. Campisi, G. M. Andolina, V. Pellegrini and M. Polini, Phys. Rev. Lett. 120, 117702 (2018): cells in a cavity.\n"
        "G. M. Andolina et al., Phys. Rev. Lett. 122, 047702 (2019): extractable work.\n"
        "D. Farina, G. M. Andolina, A. Mari, M. Polini and V. Giovannetti, Phys. Rev. B 99, 035421 (2019): charging open systems.\n"
        "A. E. Allahverdyan, R. Balian and T. M. Nieuwenhuizen, EPL 67, 565 (2004): ergotropy.") },
  { NULL },
};
