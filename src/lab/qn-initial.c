/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lab/qn-initial.h"

const QnChoice qn_choices_initial[] = {
  { "reservoir", N_ ("Thermal, as the cold reservoir") },
  { "thermal", N_ ("Thermal") },
  { "pure", N_ ("Pure") },
  { "mixed", N_ ("Maximally mixed") },
  { NULL },
};

void
qn_initial_begin (const QnExperiment *experiment, QnMachine *machine, double temperature)
{
  static const QnStartKind kinds[] = { QN_START_THERMAL, QN_START_THERMAL, QN_START_PURE, QN_START_MIXED };
  int chosen = (int) qn_experiment_get (experiment, "initial.state");

  machine->start = (QnStart) { .kind = kinds[chosen] };
  machine->start_temperature = chosen == QN_INITIAL_THERMAL ? qn_experiment_get (experiment, "initial.temperature") : temperature;
  if (chosen != QN_INITIAL_PURE)
    return;
  machine->start.level = (int) qn_experiment_get (experiment, "initial.level");
  if (qn_lab_parameter_index (experiment->lab, "initial.amplitude") >= 0)
    machine->start.amplitude = qn_experiment_get (experiment, "initial.amplitude");
}
