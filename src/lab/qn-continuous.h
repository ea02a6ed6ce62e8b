/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lab/qn-cyclic.h"
#include "lab/qn-initial.h"

G_BEGIN_DECLS

/* What continuous machines share: every reservoir is in contact all the time, and the state of interest is the steady
 * one. Their machine is one stroke of constant control (qn_machine_is_continuous()); `time.window` is the time that the figures
 * show and the ledger of a transient covers. All heats and powers are per time. */

#define QN_WINDOW_ROW(value)                                                                                          \
  { .id = "time.window", .symbol = "<i>τ</i>", .name = N_ ("Time window"),                                            \
    .meaning = N_ ("Length of time that the figures show at once. The machine does not depend on it"),                \
    .group = QN_GROUP_TIMING, .dimension = QN_DIMENSION_TIME, .initial = value, .soft_min = 1, .soft_max = 1000,       \
    .hard_min = 1e-3, .hard_max = 1e6, .log_scale = TRUE }

#define QN_NUMBER_RESULT(ID, SYMBOL, NAME, MEANING, DIMENSION) \
  { .id = ID, .symbol = SYMBOL, .name = NAME, .meaning = MEANING, .dimension = QN_DIMENSION_##DIMENSION }

#define QN_MODE_RESULT                                                                                                \
  { .id = "mode", .symbol = "", .name = N_ ("Mode"), .kind = QN_RESULT_MODE,                                         \
    .meaning = N_ ("What the machine does. It follows from the signs of heat and work: engine, refrigerator, accelerator, heater or idle") }

#define QN_HEAT_RESULTS                                                                                               \
  QN_NUMBER_RESULT ("heat_hot", "<i>Q̇</i><sub>h</sub>", N_ ("Hot heat current"), \
                    N_ ("Heat per time from this reservoir into the medium, with the whole energy <i>H</i>: Tr[<i>H D</i><sub>h</sub>[<i>ρ</i>]]"), POWER), \
    QN_NUMBER_RESULT ("heat_cold", "<i>Q̇</i><sub>c</sub>", N_ ("Cold heat current"), \
                      N_ ("Heat per time from this reservoir into the medium, with the whole energy <i>H</i>: Tr[<i>H D</i><sub>c</sub>[<i>ρ</i>]]"), POWER)

#define QN_BARE_RESULTS                                                                                               \
  QN_NUMBER_RESULT ("heat_hot_bare", "<i>Q̇</i><sub>h</sub><sup>0</sup>", N_ ("Hot heat current, bare"), \
                    N_ ("Heat per time from this reservoir, with the energy <i>H</i><sub>0</sub> of the uncoupled parts: " \
                        "Tr[<i>H</i><sub>0</sub> <i>D</i><sub>h</sub>[<i>ρ</i>]]"), POWER), \
    QN_NUMBER_RESULT ("heat_cold_bare", "<i>Q̇</i><sub>c</sub><sup>0</sup>", N_ ("Cold heat current, bare"), \
                      N_ ("Heat per time from this reservoir, with the energy <i>H</i><sub>0</sub> of the uncoupled parts: " \
                          "Tr[<i>H</i><sub>0</sub> <i>D</i><sub>c</sub>[<i>ρ</i>]]"), POWER), \
    QN_NUMBER_RESULT ("power_bare", "<i>P</i><sup>0</sup>", N_ ("Power, bare"), \
                      N_ ("Power that leaves the parts through their coupling or the drive, with the " \
                          "energy <i>H</i><sub>0</sub> of the uncoupled parts"), POWER), \
    QN_NUMBER_RESULT ("entropy_production_bare", "<i>Σ̇</i><sup>0</sup>", N_ ("Entropy production, bare"), \
                      N_ ("Entropy produced per time, with the bare heats: d<i>S</i>/d<i>t</i> − " \
                          "Σ<sub>k</sub> <i>Q̇</i><sub>k</sub><sup>0</sup>/<i>T</i><sub>k</sub>"), ENTROPY_RATE)

#define QN_STATE_RESULTS                                                                                              \
  QN_NUMBER_RESULT ("energy", "<i>E</i>", N_ ("Energy"), N_ ("Mean energy of the medium in the steady state, Tr[<i>H ρ</i>]"), ENERGY),           \
    QN_NUMBER_RESULT ("entropy", "<i>S</i>", N_ ("Entropy"), N_ ("Von Neumann entropy of the medium in the steady state, −Tr[<i>ρ</i> ln <i>ρ</i>]"), ENTROPY), \
    { .id = "populations", .symbol = "<i>p</i><sub>n</sub>", .name = N_ ("Populations"), .kind = QN_RESULT_VECTOR,     \
      .meaning = N_ ("Populations of the levels on which the reservoirs act, lowest first") },                               \
    QN_NUMBER_RESULT ("coherence_l1", "<i>C</i><sub>1</sub>", N_ ("Coherence"), \
                      N_ ("<i>l</i><sub>1</sub> norm of coherence between the levels on which the " \
                          "reservoirs act, Σ<sub>i≠j</sub> |<i>ρ</i><sub>ij</sub>|"), NONE), \
    QN_NUMBER_RESULT ("coherence_relative", "<i>C</i><sub>rel</sub>", N_ ("Relative entropy of coherence"), \
                      N_ ("Entropy that complete dephasing in the energy basis would add, <i>S</i>(diag <i>ρ</i>) − <i>S</i>(<i>ρ</i>)"), ENTROPY), \
    QN_NUMBER_RESULT ("purity", "Tr <i>ρ</i>²", N_ ("Purity"), \
                      N_ ("Purity of the state: 1 for a pure state, 1/<i>N</i> for the maximally mixed state of <i>N</i> levels"), NONE), \
    QN_NUMBER_RESULT ("ergotropy", "<i>ℰ</i>", N_ ("Ergotropy"), N_ ("Maximum work that a unitary can extract from the state"), ENERGY)

#define QN_CHECK_RESULTS                                                                                              \
  QN_NUMBER_RESULT ("residual_first_law", "δ<sub>1</sub>", N_ ("First-law residual"), \
                    N_ ("Violation of the first law, d<i>E</i>/d<i>t</i> − Σ <i>Q̇</i> + <i>P</i>. " \
                        "Heat and work are computed separately, so this is a check"), POWER), \
    QN_NUMBER_RESULT ("residual_trace", "δ<sub>Tr</sub>", N_ ("Trace residual"), N_ ("Deviation of the trace from 1, |Tr <i>ρ</i> − 1|"), NONE),       \
    QN_NUMBER_RESULT ("residual_limit_cycle", "δ<sub>lc</sub>", N_ ("Steady-state residual"), \
                      N_ ("Largest change of the state over the time window; 0 in an exact steady state"), NONE), \
    QN_NUMBER_RESULT ("secular_ratio", "<i>r</i><sub>sec</sub>", N_ ("Secular ratio"), \
                      N_ ("Smallest distance between a reservoir’s Bohr frequencies, divided by the fastest rate. " \
                          "Below about 1 the secular approximation of the master equation is doubtful"), NONE), \
    QN_NUMBER_RESULT ("min_eigenvalue", "<i>r</i><sub>min</sub>", N_ ("Smallest eigenvalue"), \
                      N_ ("Smallest eigenvalue of <i>ρ</i>; not negative in a valid state"), NONE)

/* An empty machine with the one stroke "steady" in contact with `n_baths` reservoirs; the caller fills medium and baths,
 * and the start temperature where there is one bath; where there are more the lab has the rows of qn-initial.h. */
void qn_continuous_begin (const QnExperiment *experiment, QnMachine *machine, int n_baths);

/* A reservoir from the rows "`end`.temperature" and "`end`.coupling". */
QnBath qn_continuous_bath (const QnExperiment *experiment, const char *end, QnSpectrum spectrum);

G_END_DECLS
