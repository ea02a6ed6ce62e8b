/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/medium/qn-reading.h"

#include <math.h>

static double
gibbs_energy (const double *E, const int *g, int n, double beta)
{
  double z = 0, e = 0;

  for (int i = 0; i < n; i++)
    {
      double p = exp (-beta * (E[i] - E[0])) * (g ? g[i] : 1);

      z += p;
      e += p * E[i];
    }
  return e / z;
}

double
qn_effective_temperature (const double *E, const int *g, int n, double energy)
{
  double low = 0, high, mean = 0, top = E[n - 1] - E[0], states = 0;

  for (int i = 0; i < n; i++)
    states += g ? g[i] : 1;
  for (int i = 0; i < n; i++)
    mean += E[i] * (g ? g[i] : 1) / states;
  if (!(energy > E[0]) || !(energy < mean - 1e-12 * top))
    return NAN;
  if (n == 2)
    return top / log ((states - (g ? g[0] : 1)) / (g ? g[0] : 1) * (E[1] - energy) / (energy - E[0]));
  for (high = 1 / top; gibbs_energy (E, g, n, high) > energy; high *= 2)
    if (high * top > 1e6)
      return NAN;
  for (int i = 0; i < 60; i++)
    {
      double middle = (low + high) / 2;

      *(gibbs_energy (E, g, n, middle) > energy ? &low : &high) = middle;
    }
  return 2 / (low + high);
}
