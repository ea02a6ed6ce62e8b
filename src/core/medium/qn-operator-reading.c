/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/medium/qn-operator-reading.h"

#include <math.h>
#include <string.h>

#include "core/linear/qn-entropy.h"
#include "core/linear/qn-hermitian.h"
/* Pairs are disjoint blocks of two, the smaller eigenvalue of which comes without cancellation; with three levels a side
 * they share a block of three. */
static void
eigenvalues (const QnMedium *medium, QnOperator rho, double *r)
{
  if (!medium->disjoint)
    {
      qn_hermitian_values (medium->n, QN_MAX_LEVELS, &rho[0][0], r);
      return;
    }
  for (int i = 0; i < medium->n; i++)
    r[i] = creal (rho[i][i]);
  for (int p = 0; p < medium->n_pairs; p++)
    {
      int i = medium->pair[p][0], j = medium->pair[p][1];
      double two[2];

      qn_hermitian_pair_values (r[i], r[j], creal (rho[i][j] * conj (rho[i][j])), two);
      r[i] = two[0];
      r[j] = two[1];
    }
}

static void
read_energy_basis (const QnMedium *medium, const QnEigen *eigen, QnOperator rho, const double *x, QnReading *out)
{
  int n = medium->n;

  out->n_levels = n;
  out->trace = out->coherence_l1 = 0;
  for (int k = 0; k < n; k++)
    {
      out->level[k] = eigen->E[k];
      out->trace += x[k];
      out->population[k] = creal (qn_operator_element (n, eigen, rho, k, k));
      for (int l = k + 1; l < n && !medium->diagonal; l++)
        out->coherence_l1 += 2 * cabs (qn_operator_element (n, eigen, rho, k, l));
    }
}

/* What the eigenvalues of rho tell of levels that stand for several states each, over which their population is spread evenly. */
static void
read_degenerate (const QnMedium *medium, const double *x, double energy, QnReading *out)
{
  double r[QN_MAX_LEVELS];
  int times[QN_MAX_LEVELS];

  out->min_eigenvalue = 1;
  out->entropy = out->purity = 0;
  for (int k = 0; k < medium->n; k++)
    {
      r[k] = x[k] / medium->g[k];
      times[k] = medium->g[k];
      out->entropy += medium->g[k] * qn_entropy (&r[k], 1);
      out->purity += x[k] * r[k];
      out->min_eigenvalue = MIN (out->min_eigenvalue, r[k]);
    }
  out->coherence_relative = 0;
  out->ergotropy = MAX (0, energy - qn_passive_energy (medium->n, r, times, medium->n, out->level, medium->g));
}

/* The same of levels that are states. */
static void
read_spectrum (const QnMedium *medium, QnOperator rho, const double *x, QnReading *out)
{
  int n = medium->n;
  double r[QN_MAX_LEVELS], passive, lost;

  if (medium->diagonal)
    memcpy (r, x, sizeof *r * n);
  else
    eigenvalues (medium, rho, r);
  passive = qn_passive_energy (n, r, NULL, n, medium->local ? medium->whole : out->level, NULL);
  out->min_eigenvalue = r[n - 1];
  out->entropy = qn_entropy (r, n);
  lost = medium->diagonal ? 0 : qn_entropy (out->population, n) - out->entropy;
  out->coherence_relative = MAX (0, lost);
  out->ergotropy = MAX (0, out->energy - passive);
}

void
qn_operator_reading_bloch (const QnMedium *medium, const QnEigen *eigen, QnOperator rho, QnReading *out)
{
  double _Complex c = medium->diagonal ? 0 : qn_operator_element (medium->n, eigen, rho, 1, 0);

  out->bloch[0] = 2 * creal (c);
  out->bloch[1] = 2 * cimag (c);
  out->bloch[2] = out->population[1] - out->population[0];
}

void
qn_operator_reading_fill (const QnMedium *medium, double w, const double *x, QnEigen *eigen, QnOperator rho, QnReading *out)
{
  double energy;

  qn_medium_eigen (medium, w, eigen);
  qn_medium_state_matrix (medium, x, rho);
  out->energy = out->purity = 0;
  for (int a = 0; a < medium->d; a++)
    {
      out->energy += (medium->h0[a] + w * medium->h1[a]) * x[a];
      out->purity += x[a] * x[a];
    }
  energy = medium->local ? 0 : out->energy; /* of the levels that are read */
  for (int a = 0; medium->local && a < medium->d; a++)
    energy += medium->f[a] * x[a];
  read_energy_basis (medium, eigen, rho, x, out);
  if (medium->degenerate)
    read_degenerate (medium, x, energy, out);
  else
    read_spectrum (medium, rho, x, out);
  out->temperature = qn_effective_temperature (out->level, medium->degenerate ? medium->g : NULL, medium->n, energy);
  out->axis[0] = out->axis[1] = 0;
  out->axis[2] = 1;
}

static double
product_root (double a, double b)
{
  return sqrt (MAX (a, 0) * MAX (b, 0));
}

double
qn_operator_concurrence (QnOperator rho)
{
  double even = cabs (rho[0][3]) - product_root (creal (rho[1][1]), creal (rho[2][2]));
  double odd = cabs (rho[1][2]) - product_root (creal (rho[0][0]), creal (rho[3][3]));

  return 2 * MAX (0, MAX (even, odd));
}

void
qn_operator_reading_of_two (const QnMedium *medium, QnOperator rho, int levels, int up, QnReading *out)
{
  double one[QN_MAX_LEVELS] = { 0 }, other[QN_MAX_LEVELS] = { 0 };

  for (int i = 0; i < medium->n; i++)
    {
      one[i / levels] += creal (rho[i][i]);
      other[i % levels] += creal (rho[i][i]);
    }
  out->mutual_information = MAX (0, qn_entropy (one, levels) + qn_entropy (other, levels) - out->entropy);
  if (levels != 2)
    return;
  out->concurrence = qn_operator_concurrence (rho);
  out->part_z[0] = one[up] - one[!up];
  out->part_z[1] = other[up] - other[!up];
}
