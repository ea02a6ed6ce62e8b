/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib/gi18n-lib.h>

#include "lab/qn-initial.h"
#include "lab/qn-monte-carlo.h"

G_BEGIN_DECLS

/* What all cyclic machines share: rows of the parameter table, rows of the result
 * table, and the pieces of a machine made from them. A lab's table is these rows
 * and its own. */

extern const QnChoice qn_choices_spectrum[], qn_choices_shape[], qn_choices_medium[];
#define QN_CYCLIC_N_RESULTS 35
extern const QnResult qn_cyclic_results[QN_CYCLIC_N_RESULTS];
/* The same and, at the end, what the regenerator does. */
#define QN_STIRLING_N_RESULTS (QN_CYCLIC_N_RESULTS + 3)
extern const QnResult qn_stirling_results[QN_STIRLING_N_RESULTS];

/* The board of a cyclic lab. */
#define QN_CYCLIC_FIGURES \
  "cycle", "ts", "levels", "efficiency", "bloch", "flows", "wigner", "density", "entropy", \
  "correlations", "capacity", "trajectory", "work-distribution", "power-efficiency"

/* The first rows of every cyclic lab's table, in this order, so that `applies` can look at them by index. */
enum
{
  QN_CYCLIC_MEDIUM,
  QN_CYCLIC_LEVELS,
  QN_CYCLIC_INITIAL,
  QN_CYCLIC_N_INDEXED,
};

gboolean qn_cyclic_is_qubit  (const double *values);
gboolean qn_cyclic_is_two_qubits (const double *values);
gboolean qn_cyclic_is_levels (const double *values);
gboolean qn_cyclic_is_oscillator (const double *values);
gboolean qn_cyclic_starts_thermal (const double *values);
gboolean qn_cyclic_starts_level (const double *values);
gboolean qn_cyclic_starts_coherent (const double *values);
gboolean qn_cyclic_starts_superposed (const double *values);
gboolean qn_cyclic_is_ladder_2 (const double *values);
gboolean qn_cyclic_is_ladder_3 (const double *values);
gboolean qn_cyclic_is_ladder_4 (const double *values);
gboolean qn_cyclic_is_ladder_5 (const double *values);
gboolean qn_cyclic_is_ladder_6 (const double *values);
gboolean qn_cyclic_is_ladder_7 (const double *values);
gboolean qn_cyclic_is_ladder_8 (const double *values);

/* The reduced states of two qubits. */
#define QN_PART_RESULTS(first, second)                                                                                \
  { .id = "bloch_first", .symbol = "<b>r</b><sub>1</sub>", .name = first, .kind = QN_RESULT_VECTOR,                  \
    .meaning = N_ ("Bloch vector of the first of two qubits, Tr[<i>ρ</i> <b>σ</b><sub>1</sub>]. " \
                   "Only its z component differs from 0; +1 is the excited state") }, \
  { .id = "bloch_second", .symbol = "<b>r</b><sub>2</sub>", .name = second, .kind = QN_RESULT_VECTOR,                \
    .meaning = N_ ("Bloch vector of the second of two qubits, Tr[<i>ρ</i> <b>σ</b><sub>2</sub>]. " \
                   "Only its z component differs from 0; +1 is the excited state") }

#define QN_SPACING_ROW(k, next, title)                                                                                       \
  {                                                                                                                   \
    .id = "medium.spacing." #k, .symbol = "<i>s</i><sub>" #k "</sub>", .name = title,                   \
    .meaning = N_ ("Distance of two neighbouring levels, in units of the level spacing"), .group = QN_GROUP_LEVELS,       \
    .initial = 1, .soft_min = 0.1, .soft_max = 3, .hard_min = 0, .hard_max = 1e3, .applies = qn_cyclic_is_ladder_##next \
  }

/* What medium.kind chooses, in the order of qn_choices_medium. */
enum
{
  QN_CYCLIC_QUBIT,
  QN_CYCLIC_LADDER,
  QN_CYCLIC_BOX,
  QN_CYCLIC_OSCILLATOR,
  QN_CYCLIC_TWO_QUBITS,
};

#define QN_MEDIUM_ROWS                                                                                                \
  { .id = "medium.kind", .symbol = "", .name = N_ ("Medium"),                                                       \
    .meaning = N_ ("Quantum system that takes the place of the gas"), .group = QN_GROUP_LEVELS,                 \
    .kind = QN_VALUE_CHOICE, .initial = QN_CYCLIC_QUBIT, .soft_max = 4, .hard_max = 4, .choices = qn_choices_medium }, \
  { .id = "medium.levels", .symbol = "<i>N</i>", .name = N_ ("Number of levels"),                                   \
    .meaning = N_ ("Number of levels of the ladder, or of the lowest levels of the box that are kept"), .group = QN_GROUP_LEVELS,                  \
    .kind = QN_VALUE_INTEGER, .initial = 3, .soft_min = 2, .soft_max = QN_MAX_LADDER, .hard_min = 2,                  \
    .hard_max = QN_MAX_LADDER, .applies = qn_cyclic_is_levels },                                                     \
  QN_INITIAL_STATE_ROW_OF (qn_choices_initial_qubit, 4), QN_INITIAL_TEMPERATURE_ROW (qn_cyclic_starts_thermal), QN_INITIAL_LEVEL_ROW (qn_cyclic_starts_level), \
  QN_INITIAL_AMPLITUDE_ROW (qn_cyclic_starts_coherent), QN_INITIAL_SUPERPOSITION_ROWS (qn_cyclic_starts_superposed)

#define QN_TUNNELLING_ROW                                                                                             \
  { .id = "medium.tunnelling", .symbol = "Δ", .name = N_ ("Tunnelling"),                                            \
    .meaning = N_ ("Δ in <i>H</i> = (<i>ω σ</i><sub>z</sub> + Δ <i>σ</i><sub>x</sub>)/2; above 0 a fast drive creates coherence (quantum friction)"), \
    .group = QN_GROUP_LEVELS, .dimension = QN_DIMENSION_ENERGY, .initial = 0, .soft_max = 3, .hard_max = 1e6,          \
    .applies = qn_cyclic_is_qubit }

#define QN_TWO_QUBITS_ROWS                                                                                            \
  { .id = "medium.exchange", .symbol = "<i>J</i>", .name = N_ ("Exchange"),                                          \
    .meaning = N_ ("<i>J</i> in <i>H</i> = <i>ω</i>(<i>σ</i><sub>z1</sub> + <i>σ</i><sub>z2</sub>)/2 + <i>J</i>[(1 + " \
                   "<i>α</i>)<i>σ</i><sub>x1</sub><i>σ</i><sub>x2</sub> + (1 − <i>α</i>)<i>σ</i><sub>y1</sub><i>σ</i><sub>y2</sub> + " \
                   "<i>d</i> <i>σ</i><sub>z1</sub><i>σ</i><sub>z2</sub>]/2; above 0 the qubits favour opposite states"), \
    .group = QN_GROUP_LEVELS, .dimension = QN_DIMENSION_ENERGY, .initial = 0.3, .soft_min = -2, .soft_max = 2,         \
    .hard_min = -1e6, .hard_max = 1e6, .applies = qn_cyclic_is_two_qubits },                                          \
  { .id = "medium.anisotropy", .symbol = "<i>α</i>", .name = N_ ("Anisotropy"),                                      \
    .meaning = N_ ("Difference of the couplings along x and y, relative to their mean. At 0 the drive causes no friction"),          \
    .group = QN_GROUP_LEVELS, .soft_min = -1, .soft_max = 1, .hard_min = -1e3, .hard_max = 1e3,                        \
    .applies = qn_cyclic_is_two_qubits },                                                                              \
  { .id = "medium.zz", .symbol = "<i>d</i>", .name = N_ ("zz coupling"),                                             \
    .meaning = N_ ("Coupling along z in units of <i>J</i>. With <i>α</i> = 0, 1 is Heisenberg exchange and 0 the XX model"), \
    .group = QN_GROUP_LEVELS, .initial = 1, .soft_min = -2, .soft_max = 2, .hard_min = -1e3, .hard_max = 1e3,          \
    .applies = qn_cyclic_is_two_qubits },                                                                              \
  { .id = "medium.coupling-ratio", .symbol = "<i>c</i>", .name = N_ ("Coupling ratio"),                              \
    .meaning = N_ ("Coupling of the second qubit to the reservoirs, relative to the first: they act " \
                   "through <i>σ</i><sub>x1</sub> + <i>c</i> <i>σ</i><sub>x2</sub>. At 1 the singlet decouples"), \
    .group = QN_GROUP_LEVELS, .initial = 0.7, .soft_max = 1, .hard_min = -1e3, .hard_max = 1e3,                        \
    .applies = qn_cyclic_is_two_qubits }

#define QN_SPACING_ROWS                                                                                               \
  QN_SPACING_ROW (1, 2, N_ ("Spacing 1")), QN_SPACING_ROW (2, 3, N_ ("Spacing 2")),                                    \
    QN_SPACING_ROW (3, 4, N_ ("Spacing 3")), QN_SPACING_ROW (4, 5, N_ ("Spacing 4")),                                  \
    QN_SPACING_ROW (5, 6, N_ ("Spacing 5")), QN_SPACING_ROW (6, 7, N_ ("Spacing 6")),                                  \
    QN_SPACING_ROW (7, 8, N_ ("Spacing 7"))

#define QN_TEMPERATURE_ROW(end, sub, title, text, value)                                                                    \
  { .id = end ".temperature", .symbol = "<i>T</i><sub>" sub "</sub>", .name = title,             \
    .meaning = text, .group = QN_GROUP_RESERVOIRS,                            \
    .dimension = QN_DIMENSION_TEMPERATURE, .initial = value, .soft_min = 0.05, .soft_max = 10, .hard_min = 1e-6,       \
    .hard_max = 1e6, .log_scale = TRUE }

#define QN_COUPLING_ROW(end, sub, title, text, value)                                                                       \
  { .id = end ".coupling", .symbol = "<i>γ</i><sub>" sub "</sub>", .name = title,                   \
    .meaning = text, .group = QN_GROUP_COUPLING, \
    .dimension = QN_DIMENSION_RATE, .initial = value, .soft_min = 0.001, .soft_max = 2, .hard_min = 0, .hard_max = 1e6, \
    .log_scale = TRUE }

#define QN_TEMPERATURE_ROWS(hot, cold)                                                                                \
  QN_TEMPERATURE_ROW ("hot", "h", N_ ("Hot temperature"), N_ ("Temperature of the hot reservoir"), hot),               \
    QN_TEMPERATURE_ROW ("cold", "c", N_ ("Cold temperature"), N_ ("Temperature of the cold reservoir"), cold)

#define QN_SQUEEZING_ROW                                                                                              \
  { .id = "hot.squeezing", .symbol = "<i>r</i>", .name = N_ ("Squeezing"),                                           \
    .meaning = N_ ("Squeezing parameter of the hot reservoir: its noise is e<sup>−2<i>r</i></sup> " \
                   "in one quadrature and e<sup>2<i>r</i></sup> in the other. " \
                   "A long contact gives the oscillator cosh 2<i>r</i> times the thermal energy"), \
    .group = QN_GROUP_RESERVOIRS, .initial = 0, .soft_min = 0, .soft_max = 2, .hard_min = -QN_MAX_SQUEEZING,            \
    .hard_max = QN_MAX_SQUEEZING, .applies = qn_cyclic_is_oscillator }

#define QN_COUPLING_ROWS(hot, cold)                                                                                   \
  QN_COUPLING_ROW ("hot", "h", N_ ("Hot coupling"), N_ ("Rate at which the hot reservoir exchanges quanta with the medium"), hot), \
    QN_COUPLING_ROW ("cold", "c", N_ ("Cold coupling"), N_ ("Rate at which the cold reservoir exchanges quanta with the medium"), cold)

#define QN_SPECTRUM_ROW                                                                                               \
  { .id = "bath.spectrum", .symbol = "", .name = N_ ("Bath spectrum"),                                               \
    .meaning = N_ ("How the coupling depends on frequency: bosonic constant, ohmic ∝ <i>ω</i>, fermionic with occupation 1/(exp(<i>ω</i>/<i>T</i>) + 1)"), \
    .group = QN_GROUP_COUPLING, .kind = QN_VALUE_CHOICE, .soft_max = 2, .hard_max = 2, .choices = qn_choices_spectrum }

#define QN_DURATION_ROW(part, sub, title, text, value)                                                                \
  { .id = "stroke." part, .symbol = "<i>τ</i><sub>" sub "</sub>", .name = title, .meaning = text,         \
    .group = QN_GROUP_TIMING, .dimension = QN_DIMENSION_TIME, .initial = value, .soft_min = 0.05, .soft_max = 100,     \
    .hard_min = 0, .hard_max = 1e6, .log_scale = TRUE }

#define QN_COUNTERDIABATIC_ROW                                                                                        \
  { .id = "drive.counterdiabatic", .symbol = "<i>H</i><sub>CD</sub>", .name = N_ ("Counterdiabatic driving"),        \
    .meaning = N_ ("Adds the counterdiabatic field, which keeps the populations of all levels at any speed: a shortcut to adiabaticity"), \
    .group = QN_GROUP_DRIVE, .kind = QN_VALUE_SWITCH, .soft_max = 1, .hard_max = 1 }

#define QN_DRIVE_ROWS                                                                                                 \
  { .id = "drive.shape", .symbol = "", .name = N_ ("Drive protocol"),                                            \
    .meaning = N_ ("How the level spacing changes in time: linearly, smoothly, at constant adiabaticity, or suddenly"), .group = QN_GROUP_DRIVE, .kind = QN_VALUE_CHOICE,         \
    .soft_max = 3, .hard_max = 3, .choices = qn_choices_shape },                                                       \
  QN_COUNTERDIABATIC_ROW,                                                                                             \
  { .id = "drive.dephasing", .symbol = "<i>κ</i>", .name = N_ ("Dephasing"),                                         \
    .meaning = N_ ("Rate at which coherence between energy levels decays during the isolated drives"), .group = QN_GROUP_DRIVE, \
    .dimension = QN_DIMENSION_RATE, .soft_max = 10, .hard_max = 1e6 }

/* Medium, baths and common start state from the shared rows; no strokes yet. */
void qn_cyclic_begin (const QnExperiment *experiment, QnMachine *machine);

/* Appends a stroke. Isolated strokes (baths 0) take shape, counterdiabatic and dephasing from the
 * drive rows; strokes in contact move linearly, with H_CD where asked for. */
void qn_cyclic_add_stroke (const QnExperiment *experiment, QnMachine *machine, const char *id, double duration, double from, double to, guint baths);

G_END_DECLS
