/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/protocols/qn-equivalence.h"

#include <complex.h>
#include <math.h>
#include <string.h>

#include <gsl/gsl_linalg.h>

#include "core/linear/qn-linear.h"
#include "core/linear/qn-map.h"

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

/* exp(L t); the energy that the medium gains on the way is booked where `energy` is given. */
static void
map_init (QnMap *map, const double *L, double t, const double *energy)
{
  double A[N * N], none[N] = { 0 };

  for (int i = 0; i < N * N; i++)
    A[i] = L[i] * t;
  qn_map_init (map, N, 1);
  qn_propagator (N, 1)->exponential (N, 1, 0, A, none, map->K, map->R);
  for (int i = 0; energy && i < N * N; i++)
    map->R[i % N] += energy[i / N] * map->K[i];
}

/* Of the limit cycle of maps one after the other: energy booked. */
static double
energy_booked (int n, const QnMap *const *map)
{
  double x[N], booked = 0;
  QnMap total;

  qn_map_init (&total, N, 1);
  for (int i = 0; i < n; i++)
    qn_map_then (&total, map[i]);
  if (qn_linear_fixed_point (3, N, total.K, x))
    qn_map_apply (&total, x, x, &booked);
  else
    booked = NAN;
  qn_map_clear (&total);
  return booked;
}

static double
continuous_power (const QnLiouvillians *g)
{
  double all[N * N], x[N], power = 0;

  for (int i = 0; i < N * N; i++)
    all[i] = g->hot[i] + g->cold[i] + g->drive[i];
  if (!qn_linear_fixed_point (3, N, all, x))
    return NAN;
  for (int i = 0; i < N * N; i++)
    power -= g->energy[i / N] * g->drive[i] * x[i % N];
  return power;
}

void
qn_equivalence_powers (const QnLiouvillians *g, double action, double power[QN_N_ENGINES])
{
  double t = action / g->norm, both[N * N];
  QnMap hot, cold, thermal, drive, half, wipe;

  for (int i = 0; i < N * N; i++)
    both[i] = g->hot[i] + g->cold[i];
  map_init (&hot, g->hot, t, NULL);
  map_init (&cold, g->cold, t, NULL);
  map_init (&thermal, both, t, NULL);
  map_init (&drive, g->drive, t, g->energy);
  map_init (&half, g->drive, t / 2, g->energy);
  qn_map_init (&wipe, N, 1);
  for (int a = 3; a < N; a++)
    wipe.K[a * N + a] = -1;
  power[QN_ENGINE_CONTINUOUS] = continuous_power (g);
  power[QN_ENGINE_TWO_STROKE] = -energy_booked (2, (const QnMap *const[]) { &thermal, &drive }) / t;
  power[QN_ENGINE_FOUR_STROKE] = -energy_booked (4, (const QnMap *const[]) { &hot, &half, &cold, &half }) / t;
  power[QN_ENGINE_STOCHASTIC] = -energy_booked (3, (const QnMap *const[]) { &wipe, &drive, &thermal }) / t;
  for (QnMap **map = (QnMap *[]) { &hot, &cold, &thermal, &drive, &half, &wipe, NULL }; *map; map++)
    qn_map_clear (*map);
}
