/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Otto: hot isochore, drive, cold isochore, drive; the drives isolated. Feldmann & Kosloff,
 * Phys. Rev. E 61 (2000) 4774; Quan, Liu, Sun & Nori, Phys. Rev. E 76 (2007) 031105. */

#include "lab/qn-cyclic.h"

static const QnParameter parameters[] = {
  QN_MEDIUM_ROWS,
  QN_TEMPERATURE_ROWS (4, 1),
  QN_SQUEEZING_ROW,
  { .id = "spacing.hot", .symbol = "<i>ω</i><sub>h</sub>", .name = N_ ("Hot level spacing"),
    .meaning = N_ ("Level spacing during the contact with the hot reservoir. A negative one is a field the other way"), .group = QN_GROUP_LEVELS,
    .dimension = QN_DIMENSION_ENERGY, .initial = 3, .soft_min = 0.1, .soft_max = 8, .hard_min = -1e6, .hard_max = 1e6 },
  { .id = "spacing.cold", .symbol = "<i>ω</i><sub>c</sub>", .name = N_ ("Cold level spacing"),
    .meaning = N_ ("Level spacing during the contact with the cold reservoir. A negative one is a field the other way"), .group = QN_GROUP_LEVELS,
    .dimension = QN_DIMENSION_ENERGY, .initial = 1.2, .soft_min = 0.1, .soft_max = 8, .hard_min = -1e6, .hard_max = 1e6 },
  QN_TUNNELLING_ROW,
  QN_TWO_QUBITS_ROWS,
  QN_SPACING_ROWS,
  QN_COUPLING_ROWS (0.3, 0.3),
  QN_SPECTRUM_ROW,
  QN_DURATION_ROW ("hot", "h", N_ ("Hot contact"), N_ ("Duration of the contact with the hot reservoir"), 6),
  QN_DURATION_ROW ("cold", "c", N_ ("Cold contact"), N_ ("Duration of the contact with the cold reservoir"), 6),
  QN_DURATION_ROW ("drive", "d", N_ ("Drive"), N_ ("Duration of each of the two isolated drives; 0 is a sudden change"), 3),
  QN_DRIVE_ROWS,
};

G_STATIC_ASSERT (G_N_ELEMENTS (parameters) <= QN_MAX_PARAMETERS);

/* The field may change its sign on the way: levels that mix pass each other, others cross. */
static gboolean
check_sign (const QnMachine *machine, const char *id, double w, double other, GError **error)
{
  if (machine->medium.klass->gaussian && w <= 0)
    g_set_error (error, QN_LAB_ERROR, QN_LAB_ERROR_RANGE, _ ("%s: %g is not allowed; allowed: above 0 for an oscillator"), id, w);
  else if (machine->stroke[1].shape == QN_RAMP_CONSTANT_MU && w * other <= 0 && w != other && qn_medium_mixing (&machine->medium) == 0)
    g_set_error (error, QN_LAB_ERROR, QN_LAB_ERROR_RANGE, _ ("drive.shape: constant-mu is not allowed through zero field unless levels mix; allowed: linear, smooth, sudden"));
  else
    return TRUE;
  return FALSE;
}

static gboolean
build (const QnExperiment *experiment, QnMachine *machine, GError **error)
{
  double hot = qn_experiment_get (experiment, "spacing.hot"), cold = qn_experiment_get (experiment, "spacing.cold");
  double drive = qn_experiment_get (experiment, "stroke.drive");

  qn_cyclic_begin (experiment, machine);
  qn_cyclic_add_stroke (experiment, machine, "hot", qn_experiment_get (experiment, "stroke.hot"), hot, hot, 1u << QN_HOT);
  qn_cyclic_add_stroke (experiment, machine, "expansion", drive, hot, cold, 0);
  qn_cyclic_add_stroke (experiment, machine, "cold", qn_experiment_get (experiment, "stroke.cold"), cold, cold, 1u << QN_COLD);
  qn_cyclic_add_stroke (experiment, machine, "compression", drive, cold, hot, 0);
  return check_sign (machine, "spacing.hot", hot, cold, error) && check_sign (machine, "spacing.cold", cold, hot, error) && qn_machine_check (machine, error);
}

const QnLab qn_lab_otto = {
  .id = "otto",
  .name = N_ ("Otto cycle"),
  .summary = N_ ("Two contacts at fixed level spacing and two isolated drives: the four-stroke engine of a quantum medium"),
  .icon = "quench-otto-symbolic",
  .group = N_ ("Cycles"),
  .parameters = parameters,
  .n_parameters = G_N_ELEMENTS (parameters),
  .results = qn_cyclic_results,
  .n_results = QN_CYCLIC_N_RESULTS,
  .figures = qn_lab_otto_figures,
  .build = build,
  .sampler = &qn_monte_carlo_jumps,
  .presets = qn_lab_otto_presets,
  .about = qn_lab_otto_about,
};
