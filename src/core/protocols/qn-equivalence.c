/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/protocols/qn-equivalence.h"

#include <complex.h>
#include <math.h>
#include <string.h>

#include <gsl/gsl_linalg.h>

#include "core/linear/qn-linear.h"

#define N QN_LIOUVILLE

typedef double _Complex Matrix[3][3];

static const int upper[3][2] = { { 0, 1 }, { 0, 2 }, { 1, 2 } };

static void
to_matrix (const double *x, Matrix rho)
{
  for (int i = 0; i < 3; i++)
    rho[i][i] = x[i];
  for (int p = 0; p < 3; p++)
    {
      rho[upper[p][0]][upper[p][1]] = (x[3 + 2 * p] + I * x[4 + 2 * p]) * M_SQRT1_2;
      rho[upper[p][1]][upper[p][0]] = conj (rho[upper[p][0]][upper[p][1]]);
    }
}

static void
to_coordinates (Matrix rho, double *x)
{
  for (int i = 0; i < 3; i++)
    x[i] = creal (rho[i][i]);
  for (int p = 0; p < 3; p++)
    {
      x[3 + 2 * p] = M_SQRT2 * creal (rho[upper[p][0]][upper[p][1]]);
      x[4 + 2 * p] = M_SQRT2 * cimag (rho[upper[p][0]][upper[p][1]]);
    }
}

/* out += rate D[|to><from|] rho */
static void
add_jump (double rate, int to, int from, Matrix rho, Matrix out)
{
  out[to][to] += rate * rho[from][from];
  for (int i = 0; i < 3; i++)
    {
      out[from][i] -= rate / 2 * rho[from][i];
      out[i][from] -= rate / 2 * rho[i][from];
    }
}

static void
generator (double down, double up, int level, double drive, double *L)
{
  for (int b = 0; b < N; b++)
    {
      double e[N] = { 0 }, x[N];
      Matrix rho, out = { { 0 } };

      e[b] = 1;
      to_matrix (e, rho);
      add_jump (down, 0, level, rho, out);
      add_jump (up, level, 0, rho, out);
      for (int i = 0; i < 3; i++)
        {
          /* -i [V, rho], V = drive (|1><2| + |2><1|) */
          out[1][i] -= I * drive * rho[2][i];
          out[2][i] -= I * drive * rho[1][i];
          out[i][1] += I * drive * rho[i][2];
          out[i][2] += I * drive * rho[i][1];
        }
      to_coordinates (out, x);
      for (int a = 0; a < N; a++)
        L[a * N + b] = x[a];
    }
}

static double
spectral_norm (const double *L)
{
  double a[N * N], v[N * N], s[N], work[N];
  gsl_matrix_view A = gsl_matrix_view_array (a, N, N), V = gsl_matrix_view_array (v, N, N);
  gsl_vector_view S = gsl_vector_view_array (s, N), W = gsl_vector_view_array (work, N);

  memcpy (a, L, sizeof a);
  gsl_linalg_SV_decomp (&A.matrix, &V.matrix, &S.vector, &W.vector);
  return s[0];
}

void
qn_equivalence_generators (const QnThreeLevelEngine *engine, QnLiouvillians *out)
{
  double n_hot = 1 / expm1 (engine->spacing_hot / engine->hot.temperature), n_cold = 1 / expm1 (engine->spacing_cold / engine->cold.temperature);

  memset (out, 0, sizeof *out);
  generator (engine->hot.coupling * (n_hot + 1), engine->hot.coupling * n_hot, 2, 0, out->hot);
  generator (engine->cold.coupling * (n_cold + 1), engine->cold.coupling * n_cold, 1, 0, out->cold);
  generator (0, 0, 1, engine->drive, out->drive);
  out->energy[1] = engine->spacing_cold;
  out->energy[2] = engine->spacing_hot;
  out->norm = spectral_norm (out->hot) + spectral_norm (out->cold) + spectral_norm (out->drive);
}

static void
multiply (const double *a, const double *b, double *out)
{
  double t[N * N] = { 0 };

  for (int i = 0; i < N; i++)
    for (int k = 0; k < N; k++)
      for (int j = 0; a[i * N + k] != 0 && j < N; j++)
        t[i * N + j] += a[i * N + k] * b[k * N + j];
  memcpy (out, t, sizeof t);
}

/* (1 + a)(1 + b) - 1: maps are kept less the identity, so that a cycle in which little happens stays exact. */
static void
compose (const double *a, const double *b, double *out)
{
  double t[N * N];

  multiply (a, b, t);
  for (int i = 0; i < N * N; i++)
    out[i] = t[i] + a[i] + b[i];
}

/* exp(L t) - 1: Taylor's series to the 14th order at a norm below 1/2, then doublings. */
static void
exponential (const double *L, double t, double *K)
{
  double norm = 0, term[N * N], A[N * N];
  int doublings = 0;

  for (int i = 0; i < N; i++)
    {
      double sum = 0;

      for (int j = 0; j < N; j++)
        sum += fabs (L[i * N + j] * t);
      norm = MAX (norm, sum);
    }
  for (; norm > 0.5; norm /= 2)
    doublings++;
  for (int i = 0; i < N * N; i++)
    A[i] = K[i] = term[i] = L[i] * ldexp (t, -doublings);
  for (int k = 2; k <= 14; k++)
    {
      multiply (A, term, term);
      for (int i = 0; i < N * N; i++)
        K[i] += term[i] /= k;
    }
  for (int s = 0; s < doublings; s++)
    compose (K, K, K);
}

static gboolean
fixed_point (const double *K, double *x)
{
  double A[N * N], b[N] = { 0 }, most = 0;

  memcpy (A, K, sizeof A);
  for (int i = 0; i < N * N; i++)
    most = MAX (most, fabs (K[i]));
  for (int j = 0; j < N; j++)
    A[j] = j < 3 ? most : 0;
  b[0] = most;
  return most > 0 && qn_linear_solve (N, A, b, x);
}

/* <H0 K> x. */
static double
energy_gained (const double *energy, const double *K, const double *x)
{
  double sum = 0;

  for (int a = 0; a < N; a++)
    for (int b = 0; b < N; b++)
      sum += energy[a] * K[a * N + b] * x[b];
  return sum;
}

/* Work of the limit cycle of maps one after the other; those of `works` deliver it. */
static double
work_of (const double *energy, int n, const double *const *map, const gboolean *works)
{
  double total[N * N], x[N], work = 0;

  memcpy (total, map[0], sizeof total);
  for (int i = 1; i < n; i++)
    compose (map[i], total, total);
  if (!fixed_point (total, x))
    return NAN;
  for (int i = 0; i < n; i++)
    {
      double y[N];

      if (works[i])
        work -= energy_gained (energy, map[i], x);
      for (int a = 0; a < N; a++)
        {
          y[a] = x[a];
          for (int b = 0; b < N; b++)
            y[a] += map[i][a * N + b] * x[b];
        }
      memcpy (x, y, sizeof x);
    }
  return work;
}

void
qn_equivalence_powers (const QnLiouvillians *g, double action, double power[QN_N_ENGINES])
{
  static const gboolean two[] = { FALSE, TRUE }, four[] = { FALSE, TRUE, FALSE, TRUE }, wiped[] = { FALSE, TRUE, FALSE };
  double t = action / g->norm, both[N * N], all[N * N], hot[N * N], cold[N * N], drive[N * N], half[N * N], thermal[N * N], wipe[N * N] = { 0 }, x[N];

  for (int i = 0; i < N * N; i++)
    {
      both[i] = g->hot[i] + g->cold[i];
      all[i] = both[i] + g->drive[i];
    }
  for (int a = 3; a < N; a++)
    wipe[a * N + a] = -1;
  exponential (g->hot, t, hot);
  exponential (g->cold, t, cold);
  exponential (both, t, thermal);
  exponential (g->drive, t / 2, half);
  compose (half, half, drive);
  power[QN_ENGINE_CONTINUOUS] = fixed_point (all, x) ? -energy_gained (g->energy, g->drive, x) : NAN;
  power[QN_ENGINE_TWO_STROKE] = work_of (g->energy, 2, (const double *const[]) { thermal, drive }, two) / t;
  power[QN_ENGINE_FOUR_STROKE] = work_of (g->energy, 4, (const double *const[]) { hot, half, cold, half }, four) / t;
  power[QN_ENGINE_STOCHASTIC] = work_of (g->energy, 3, (const double *const[]) { wipe, drive, thermal }, wiped) / t;
}
