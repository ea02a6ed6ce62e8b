/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib/gi18n-lib.h>

#include "lab/qn-lab.h"

G_BEGIN_DECLS

/* The start state of a machine that has a transient: rows "initial.*", the same in every lab. Limit cycle and steady state depend on
 * them only where they are not unique. */
extern const QnChoice qn_choices_initial[], qn_choices_initial_qubit[]; /* the latter: a superposition as well */
enum { QN_INITIAL_RESERVOIR, QN_INITIAL_THERMAL, QN_INITIAL_PURE, QN_INITIAL_MIXED, QN_INITIAL_SUPERPOSITION }; /* in the order of the choices */

/* The first row. */
#define QN_INITIAL_STATE_ROW QN_INITIAL_STATE_ROW_OF (qn_choices_initial, 3)
#define QN_INITIAL_STATE_ROW_OF(choices_, last)                                                                                          \
  { .id = "initial.state", .symbol = "", .name = N_ ("Initial state"),                                                \
    .meaning = N_ ("State that the machine starts from. The limit cycle does not depend on it where it is unique"),   \
    .group = QN_GROUP_INITIAL, .kind = QN_VALUE_CHOICE, .soft_max = last, .hard_max = last, .choices = choices_ }

#define QN_INITIAL_TEMPERATURE_ROW(predicate)                                                                         \
  { .id = "initial.temperature", .symbol = "<i>T</i><sub>0</sub>", .name = N_ ("Initial temperature"),                \
    .meaning = N_ ("Temperature of the initial state, exp(−<i>H</i>/<i>T</i><sub>0</sub>)/<i>Z</i>"), .group = QN_GROUP_INITIAL, \
    .dimension = QN_DIMENSION_TEMPERATURE, .initial = 1, .soft_min = 0.05, .soft_max = 10, .hard_min = 1e-6,          \
    .hard_max = 1e6, .log_scale = TRUE, .applies = predicate }

#define QN_INITIAL_LEVEL_ROW(predicate)                                                                               \
  { .id = "initial.level", .symbol = "<i>n</i><sub>0</sub>", .name = N_ ("Initial level"),                            \
    .meaning = N_ ("Energy level that is occupied initially, 0 being the lowest. Beyond the highest level it is the highest one"), \
    .group = QN_GROUP_INITIAL, .kind = QN_VALUE_INTEGER, .initial = 0, .soft_max = QN_MAX_LEVELS - 1, .hard_max = QN_MAX_LEVELS - 1, .applies = predicate }

#define QN_INITIAL_AMPLITUDE_ROW(predicate)                                                                           \
  { .id = "initial.amplitude", .symbol = "|<i>α</i>|", .name = N_ ("Initial amplitude"),                              \
    .meaning = N_ ("Amplitude of the coherent state |<i>α</i>⟩ that the oscillator starts from, displaced along x. "  \
                   "Its mean number of quanta is |<i>α</i>|²; 0 is the ground state"),                                \
    .group = QN_GROUP_INITIAL, .initial = 1, .soft_max = 5, .hard_max = 1e3, .applies = predicate }

/* Where the medium can be a qubit. */
#define QN_INITIAL_SUPERPOSITION_ROWS(predicate)                                                                      \
  { .id = "initial.angle", .symbol = "<i>ϑ</i><sub>0</sub>", .name = N_ ("Initial polar angle"),                     \
    .meaning = N_ ("Angle <i>ϑ</i><sub>0</sub> of the superposition cos(<i>ϑ</i><sub>0</sub>/2)|lower⟩ + "            \
                   "e<sup>i<i>φ</i><sub>0</sub></sup> sin(<i>ϑ</i><sub>0</sub>/2)|upper⟩ that the qubit starts from; 0 is the lower level"), \
    .group = QN_GROUP_INITIAL, .dimension = QN_DIMENSION_ANGLE, .initial = G_PI_2, .soft_max = G_PI, .hard_min = -1e3, .hard_max = 1e3, .applies = predicate }, \
  { .id = "initial.phase", .symbol = "<i>φ</i><sub>0</sub>", .name = N_ ("Initial phase"),                            \
    .meaning = N_ ("Phase <i>φ</i><sub>0</sub> of the upper level in the superposition that the qubit starts from"),  \
    .group = QN_GROUP_INITIAL, .dimension = QN_DIMENSION_ANGLE, .initial = 0, .soft_max = 2 * G_PI, .hard_min = -1e3, .hard_max = 1e3, .applies = predicate }

/* All rows of a lab whose medium is no oscillator; the first of them at `index` of its table. The predicates are to be defined first. */
#define QN_INITIAL_PREDICATES(index)                                                                                  \
  static gboolean starts_thermal (const double *values) { return values[index] == QN_INITIAL_THERMAL; }               \
  static gboolean starts_pure (const double *values) { return values[index] == QN_INITIAL_PURE; }
#define QN_INITIAL_ROWS QN_INITIAL_STATE_ROW, QN_INITIAL_TEMPERATURE_ROW (starts_thermal), QN_INITIAL_LEVEL_ROW (starts_pure)

/* Start state and start temperature of a machine from these rows; `temperature` is that of the reservoir it starts from by default. */
void qn_initial_begin (const QnExperiment *experiment, QnMachine *machine, double temperature);

G_END_DECLS
