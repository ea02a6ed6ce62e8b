/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/machine/qn-measures.h"

#include <math.h>
#include <string.h>

#include "core/linear/qn-entropy.h"
#include "core/linear/qn-hermitian.h"
#include "core/medium/qn-oscillator-medium.h"
#include "core/medium/qn-parts.h"
#include "core/medium/qn-two-qubits.h"

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

/* Pairs are disjoint blocks of two, the smaller eigenvalue of which comes without cancellation; with three levels a side
 * they share a block of three. */
static void
eigenvalues (const QnMedium *medium, QnOperator rho, double *r)
{
  if (medium->spec.kind == QN_MEDIUM_PAIR && medium->n > 4)
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

/* <k|rho|l> in the energy basis. */
static double _Complex
element (int n, const QnEigen *eigen, QnOperator rho, int k, int l)
{
  double _Complex c = 0;

  for (int i = 0; i < n; i++)
    for (int j = 0; j < n; j++)
      c += conj (eigen->V[i][k]) * rho[i][j] * eigen->V[j][l];
  return c;
}

/* Of the pair that V couples, as the field of its Hamiltonian goes. */
static void
read_pair (const QnMedium *medium, QnOperator rho, QnReading *out)
{
  int i = medium->pair[0][0], j = medium->pair[0][1];
  double x = 2 * creal (medium->H0[i][j]), z = creal (medium->H0[j][j] - medium->H0[i][i]), length = hypot (x, z);

  out->bloch[0] = 2 * creal (rho[j][i]);
  out->bloch[1] = 2 * cimag (rho[j][i]);
  out->bloch[2] = creal (rho[j][j] - rho[i][i]);
  out->axis[0] = length > 0 ? x / length : 0;
  out->axis[2] = length > 0 ? z / length : 1;
}

static void
read_bloch (const QnMedium *medium, const QnEigen *eigen, QnOperator rho, const double *x, double w, QnReading *out)
{
  out->axis[0] = out->axis[1] = 0;
  out->axis[2] = 1;
  if (qn_parts_are (medium->spec.kind) && !medium->diagonal)
    {
      read_pair (medium, rho, out);
      return;
    }
  if (medium->spec.kind != QN_MEDIUM_QUBIT)
    {
      double _Complex c = medium->diagonal ? 0 : element (medium->n, eigen, rho, 1, 0);

      out->bloch[0] = 2 * creal (c);
      out->bloch[1] = 2 * cimag (c);
      out->bloch[2] = out->population[1] - out->population[0];
      return;
    }
  out->bloch[0] = medium->diagonal ? 0 : M_SQRT2 * x[2];
  out->bloch[1] = medium->diagonal ? 0 : -M_SQRT2 * x[3];
  out->bloch[2] = x[0] - x[1];
  if (eigen->E[1] > eigen->E[0])
    {
      out->axis[0] = medium->spec.tunnelling / (eigen->E[1] - eigen->E[0]);
      out->axis[2] = w / (eigen->E[1] - eigen->E[0]);
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
      out->population[k] = creal (element (n, eigen, rho, k, k));
      for (int l = k + 1; l < n && !medium->diagonal; l++)
        out->coherence_l1 += 2 * cabs (element (n, eigen, rho, k, l));
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
read_spectrum (const QnMedium *medium, QnOperator rho, const double *x, double energy, QnReading *out)
{
  int n = medium->n;
  double r[QN_MAX_LEVELS], passive;

  if (medium->diagonal)
    memcpy (r, x, sizeof *r * n);
  else
    eigenvalues (medium, rho, r);
  passive = qn_passive_energy (n, r, NULL, n, out->level, NULL);
  out->min_eigenvalue = r[n - 1];
  out->entropy = qn_entropy (r, n);
  out->coherence_relative = medium->diagonal ? 0 : MAX (0, qn_entropy (out->population, n) - out->entropy);
  out->ergotropy = MAX (0, energy - passive);
}

static void
forget_correlations (QnReading *out)
{
  out->concurrence = out->mutual_information = out->part_z[0] = out->part_z[1] = NAN;
}

/* What only two parts have, of the whole's entropy and of the parts' states, which are diagonal. */
static void
read_correlations (const QnMedium *medium, QnOperator rho, QnReading *out)
{
  QnMediumKind kind = medium->spec.kind;
  int levels = kind == QN_MEDIUM_PAIR ? medium->spec.levels : 2, up = kind == QN_MEDIUM_TWO_QUBITS ? 0 : 1;
  double one[QN_MAX_LEVELS] = { 0 }, other[QN_MAX_LEVELS] = { 0 };

  forget_correlations (out);
  if (kind != QN_MEDIUM_TWO_QUBITS && kind != QN_MEDIUM_JUNCTION && kind != QN_MEDIUM_PAIR)
    return;
  for (int i = 0; i < medium->n; i++)
    {
      one[i / levels] += creal (rho[i][i]);
      other[i % levels] += creal (rho[i][i]);
    }
  out->mutual_information = MAX (0, qn_entropy (one, levels) + qn_entropy (other, levels) - out->entropy);
  if (levels != 2)
    return;
  out->concurrence = qn_two_qubits_concurrence (rho);
  out->part_z[0] = one[up] - one[!up];
  out->part_z[1] = other[up] - other[!up];
}

static double
row_times (int d, const double *row, const double *x)
{
  double sum = 0;

  for (int a = 0; a < d; a++)
    sum += row[a] * x[a];
  return sum;
}

void
qn_measures_currents (const QnMedium *medium, const double *rows, const double *x, QnReading *out)
{
  int d = medium->d, bare = medium->n_rows > QN_ROW_BARE ? QN_ROW_BARE : 0;

  for (int k = 0; k < QN_MAX_BATHS; k++)
    {
      out->current[k] = rows ? row_times (d, rows + k * d, x) : NAN;
      out->bare_current[k] = rows ? row_times (d, rows + (bare + k) * d, x) : NAN;
    }
  out->power = rows ? -row_times (d, rows + QN_ROW_WORK * d, x) : NAN;
  out->bare_power = rows ? -row_times (d, rows + (bare + QN_ROW_WORK) * d, x) : NAN;
}

void
qn_measures_read (const QnMedium *medium, double w, const double *x, QnReading *out)
{
  QnEigen eigen;
  QnOperator rho;
  double energy;

  out->n_state = medium->d;
  memcpy (out->state, x, sizeof *x * medium->d);
  qn_measures_currents (medium, NULL, x, out);
  if (medium->spec.kind == QN_MEDIUM_OSCILLATOR)
    {
      qn_oscillator_read (w, x, medium->gaussian, out);
      forget_correlations (out);
      return;
    }
  qn_medium_eigen (medium, w, &eigen);
  qn_medium_state_matrix (medium, x, rho);
  out->control = w;
  out->energy = out->purity = 0;
  for (int a = 0; a < medium->d; a++)
    {
      out->energy += (medium->h0[a] + w * medium->h1[a]) * x[a];
      out->purity += x[a] * x[a];
    }
  energy = medium->local ? row_times (medium->d, medium->f, x) : out->energy; /* of the levels that are read */
  read_energy_basis (medium, &eigen, rho, x, out);
  if (medium->degenerate)
    read_degenerate (medium, x, energy, out);
  else
    read_spectrum (medium, rho, x, energy, out);
  out->temperature = qn_effective_temperature (out->level, medium->degenerate ? medium->g : NULL, medium->n, energy);
  read_bloch (medium, &eigen, rho, x, w, out);
  read_correlations (medium, rho, out);
}

void
qn_measures_force (const QnMedium *medium, const QnStroke *stroke, const double *x, QnReading *out)
{
  if (medium->spec.kind == QN_MEDIUM_OSCILLATOR)
    {
      out->force = qn_oscillator_force (stroke, out->control, x);
      return;
    }
  out->force = 0;
  if (stroke->counterdiabatic && !medium->diagonal && stroke->from != stroke->to)
    {
      QnEigen eigen;

      /* <n|dH/dw|n> = dE_n/dw */
      qn_medium_eigen (medium, out->control, &eigen);
      for (int n = 0; n < medium->n; n++)
        for (int i = 0; i < medium->n; i++)
          out->force -= out->population[n] * creal (medium->H1[i][i] * eigen.V[i][n] * conj (eigen.V[i][n]));
      return;
    }
  for (int a = 0; a < medium->d; a++)
    out->force -= medium->h1[a] * x[a];
}

void
qn_reading_density (const QnMediumSpec *spec, const QnReading *sample, gboolean energy_basis, QnOperator rho)
{
  QnMedium medium;
  QnEigen eigen;
  QnOperator bare;

  g_return_if_fail (spec->kind != QN_MEDIUM_OSCILLATOR);
  qn_medium_init (&medium, spec, sample->n_state > sample->n_levels);
  qn_medium_state_matrix (&medium, sample->state, bare);
  memcpy (rho, bare, sizeof bare);
  qn_medium_eigen (&medium, sample->control, &eigen);
  for (int k = 0; energy_basis && k < medium.n; k++)
    for (int l = 0; l < medium.n; l++)
      rho[k][l] = element (medium.n, &eigen, bare, k, l);
  qn_medium_clear (&medium);
}
