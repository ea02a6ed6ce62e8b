/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lab/qn-initial.h"

#define CHOICES                                                                                                        \
  { "reservoir", N_ ("Thermal, as the cold reservoir") }, { "thermal", N_ ("Thermal") }, { "pure", N_ ("Pure") }, { "mixed", N_ ("Maximally mixed") }

const QnChoice qn_choices_initial[] = { CHOICES, { NULL } };
const QnChoice qn_choices_initial_qubit[] = { CHOICES, { "superposition", N_ ("Superposition of the levels") }, { NULL } };

void
qn_initial_begin (const QnExperiment *experiment, QnMachine *machine, double temperature)
{
  static const QnStartKind kinds[] = { QN_START_THERMAL, QN_START_THERMAL, QN_START_PURE, QN_START_MIXED, QN_START_SUPERPOSITION };
  int chosen = (int) qn_experiment_get (experiment, "initial.state");

  machine->start = (QnStart) { .kind = kinds[chosen] };
  machine->start_temperature = chosen == QN_INITIAL_THERMAL ? qn_experiment_get (experiment, "initial.temperature") : temperature;
  if (chosen == QN_INITIAL_SUPERPOSITION)
    {
      machine->start.angle = qn_experiment_get (experiment, "initial.angle");
      machine->start.phase = qn_experiment_get (experiment, "initial.phase");
    }
  if (chosen != QN_INITIAL_PURE)
    return;
  machine->start.level = (int) qn_experiment_get (experiment, "initial.level");
  if (qn_lab_parameter_index (experiment->lab, "initial.amplitude") >= 0)
    machine->start.amplitude = qn_experiment_get (experiment, "initial.amplitude");
}
