/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lab/qn-continuous.h"

#include <string.h>

void
qn_continuous_begin (const QnExperiment *experiment, QnMachine *machine, int n_baths)
{
  memset (machine, 0, sizeof *machine);
  machine->n_baths = n_baths;
  machine->n_strokes = 1;
  machine->stroke[0] = (QnStroke) { .id = "steady", .duration = qn_experiment_get (experiment, "time.window"), .from = 1, .to = 1, .baths = (1u << n_baths) - 1 };
  if (n_baths > 1)
    qn_initial_begin (experiment, machine, qn_experiment_get (experiment, "cold.temperature"));
}

QnBath
qn_continuous_bath (const QnExperiment *experiment, const char *end, QnSpectrum spectrum)
{
  g_autofree char *temperature = g_strconcat (end, ".temperature", NULL), *coupling = g_strconcat (end, ".coupling", NULL);

  return (QnBath) { .temperature = qn_experiment_get (experiment, temperature), .coupling = qn_experiment_get (experiment, coupling), .spectrum = spectrum };
}
