/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "figures/kit/qn-thermal.h"

#include <math.h>

#include "core/medium/qn-medium.h"

gboolean
qn_thermal_populations (const QnSnapshot *s, double temperature, double *p)
{
  const QnReading *now = &s->now;
  double z = 0;
  int g[QN_MAX_LEVELS];

  if (!isfinite (temperature) || temperature <= 0)
    return FALSE;
  qn_medium_count_levels (&s->outcome->machine.medium, g);
  for (int n = 0; n < now->n_levels; n++)
    z += p[n] = g[n] * exp (-(now->level[n] - now->level[0]) / temperature);
  for (int n = 0; n < now->n_levels; n++)
    p[n] /= z;
  if (s->outcome->machine.medium.klass->gaussian) /* the levels above those drawn have their share */
    for (int n = 0; n < now->n_levels; n++)
      p[n] *= -expm1 (-now->n_levels * (now->level[1] - now->level[0]) / temperature);
  return TRUE;
}
