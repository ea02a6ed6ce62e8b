/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/linear/qn-entropy.h"

#include <math.h>

double
qn_entropy (const double *p, gsize n)
{
  double S = 0;

  for (gsize i = 0; i < n; i++)
    if (p[i] > 0)
      S -= p[i] * log (p[i]);
  return S;
}

double
qn_entropy_binary (double p)
{
  return p > 0 && p < 1 ? -p * log (p) - (1 - p) * log1p (-p) : 0;
}

double
qn_entropy_qubit (double z, double coherence)
{
  double length = hypot (z, coherence);

  return qn_entropy ((double[]) { (1 + length) / 2, (1 - length) / 2 }, 2);
}

static inline void
sort_falling (gsize n, double *r, int *times)
{
  for (gsize i = 1; i < n; i++)
    {
      double value = r[i];
      int often = times ? times[i] : 1;
      gsize j = i;

      for (; j > 0 && r[j - 1] < value; j--)
        {
          r[j] = r[j - 1];
          if (times)
            times[j] = times[j - 1];
        }
      r[j] = value;
      if (times)
        times[j] = often;
    }
}

double
qn_passive_energy (gsize n, double *r, int *times, gsize levels, const double *E, const int *states)
{
  double energy = 0;
  int room = states ? states[0] : 1;
  gsize k = 0;

  if (!times && !states)
    {
      sort_falling (n, r, NULL);
      for (; k < n; k++)
        energy += r[k] * E[k];
      return energy;
    }
  sort_falling (n, r, times);
  for (gsize i = 0; i < n; i++)
    for (int left = times ? times[i] : 1; left > 0;)
      {
        int now = MIN (left, room);

        energy += now * r[i] * E[k];
        left -= now;
        room -= now;
        if (room == 0 && ++k == levels)
          return energy;
        if (room == 0)
          room = states ? states[k] : 1;
      }
  return energy;
}
