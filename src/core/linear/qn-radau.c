/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/linear/qn-radau.h"

#include <math.h>
#include <string.h>

#include "core/linear/qn-types.h"

#define STAGES 5
#define ORDER 5       /* of what is stiff */
#define MOST_WORK 2e7  /* steps times the size of their equations: a few seconds */
#define FLOOR (1. / 64) /* of the tolerance, for however short a step */

static const double node[STAGES] = { 0.057104196114517682193, 0.27684301363812382768, 0.58359043236891682006, 0.86024013565621944785, 1 };
static const double weight[STAGES][STAGES] = {
  { 0.072998864317903324306, -0.026735331107945571878, 0.018676929763984354412, -0.012879106093306439854, 0.0050428392338820152067 },
  { 0.15377523147918246867, 0.14621486784749350665, -0.036444568905128089527, 0.021233063119304719422, -0.0079355799027287775326 },
  { 0.14006304568480987151, 0.2989671294912834794, 0.16758507013524896344, -0.033969101686617746572, 0.010944288744192252274 },
  { 0.14489430810953475754, 0.27650006876015922756, 0.32579792291042102998, 0.12875675325490976116, -0.015708917378805328388 },
  { 0.14371356079122594132, 0.28135601514946206019, 0.31182652297575125408, 0.2231039010835707444, 0.04 },
};

typedef struct
{
  const QnMovingFlow *flow;
  int n;
  double *G[STAGES], *r[STAGES]; /* generators at the stages */
  double *A;                     /* (STAGES d) x (STAGES d + d): the equations and their right sides, then the solutions */
} Work;

static double *
row_of (const Work *work, int i)
{
  return work->A + i * (STAGES + 1) * work->flow->d;
}

/* Where coordinate a at a stage stands among the unknowns: stages side by side, the first coordinate last, so that a generator that
 * couples neighbours alone leaves a band, and what is conserved stands below it. */
static int
place (const Work *work, int a, int stage)
{
  return (work->flow->d - 1 - a) * STAGES + stage;
}

/* (1 - h weight G) Z = h weight G, Z_i what the flow has done by stage i. One row of each stage says what is conserved instead. */
static void
write_equations (const Work *work, double h)
{
  int d = work->flow->d;

  memset (work->A, 0, sizeof (double) * STAGES * d * (STAGES + 1) * d);
  for (int i = 0; i < STAGES; i++)
    for (int a = 0; a < d; a++)
      {
        double *row = row_of (work, place (work, a, i)), *right = row + STAGES * d;

        if (a == 0 && work->n > 0)
          {
            for (int b = 0; b < work->n; b++)
              row[place (work, b, i)] = 1;
            continue;
          }
        for (int j = 0; j < STAGES; j++)
          for (int b = 0; b < d; b++)
            {
              double g = h * weight[i][j] * work->G[j][a * d + b];

              row[place (work, b, j)] = -g;
              right[b] += g;
            }
        row[place (work, a, i)] += 1;
      }
}

/* row -= factor pivot, the pivot's elements beyond `end` and before the right side being 0. */
static inline void
take_off (double *restrict row, double factor, const double *restrict pivot, int from, int end, int n, int wide)
{
  for (int j = from; j < end; j++)
    row[j] -= factor * pivot[j];
  for (int j = n; j < wide; j++)
    row[j] -= factor * pivot[j];
}

/* Gaussian elimination with partial pivoting; FALSE: a pivot is none. */
static gboolean
solve_equations (const Work *work)
{
  int d = work->flow->d, n = STAGES * d, wide = n + d;

  for (int k = 0; k < n; k++)
    {
      int p = k, end = n;

      for (int i = k + 1; i < n; i++)
        p = fabs (row_of (work, i)[k]) > fabs (row_of (work, p)[k]) ? i : p;
      if (!(fabs (row_of (work, p)[k]) > 0))
        return FALSE;
      for (int j = k; p != k && j < wide; j++)
        {
          double t = row_of (work, k)[j];

          row_of (work, k)[j] = row_of (work, p)[j];
          row_of (work, p)[j] = t;
        }
      while (row_of (work, k)[end - 1] == 0)
        end--;
      for (int i = k + 1; i < n; i++)
        if (row_of (work, i)[k] != 0)
          take_off (row_of (work, i), row_of (work, i)[k] / row_of (work, k)[k], row_of (work, k), k + 1, end, n, wide);
    }
  for (int k = n - 1; k >= 0; k--)
    {
      double *row = row_of (work, k), *right = row + n;

      for (int i = k + 1; i < n; i++)
        for (int b = 0; row[i] != 0 && b < d; b++)
          right[b] -= row[i] * (row_of (work, i) + n)[b];
      for (int b = 0; b < d; b++)
        right[b] /= row[k];
    }
  return TRUE;
}

/* The flow over [s, s + h]. */
static gboolean
step (const Work *work, double s, double h, double *K, double *R, GError **error)
{
  const QnMovingFlow *flow = work->flow;
  int d = flow->d, m = flow->m;
  double time = h * flow->duration;

  for (int j = 0; j < STAGES; j++)
    if (!flow->generator (flow->data, s + h * node[j], work->G[j], work->r[j], error))
      return FALSE;
  write_equations (work, time);
  if (!solve_equations (work))
    {
      flow->stuck (flow->data, h, error);
      return FALSE;
    }
  for (int a = 0; a < d; a++)
    memcpy (K + a * d, row_of (work, place (work, a, STAGES - 1)) + STAGES * d, sizeof (double) * d);
  memset (R, 0, sizeof (double) * m * d);
  for (int j = 0; j < STAGES; j++)
    for (int i = 0; i < m; i++)
      for (int a = 0; a < d; a++)
        {
          double r = time * weight[STAGES - 1][j] * work->r[j][i * d + a];
          const double *Z = row_of (work, place (work, a, j)) + STAGES * d;

          for (int b = 0; r != 0 && b < d; b++)
            R[i * d + b] += r * Z[b];
          R[i * d + a] += r;
        }
  return TRUE;
}

/* The largest element of (a - b)(1 + K), n x d. */
static double
difference (int n, int d, const double *a, const double *b, const double *K)
{
  double most = 0;

  for (int i = 0; i < n; i++)
    for (int j = 0; j < d; j++)
      {
        double sum = a[i * d + j] - b[i * d + j];

        for (int k = 0; k < d; k++)
          sum += (a[i * d + k] - b[i * d + k]) * K[k * d + j];
        most = MAX (most, fabs (sum));
      }
  return isfinite (most) ? most : INFINITY;
}

/* Steps of [from, to] with K, R before them. */
static gboolean
follow (const Work *work, double from, double to, double h, double tolerance, double *K, double *R, GError **error)
{
  const QnMovingFlow *flow = work->flow;
  const QnPropagator *propagator = qn_propagator (flow->d, flow->m);
  int d = flow->d, m = flow->m;
  double whole[d * d], whole_r[m * d], half[d * d], half_r[m * d], second[d * d], second_r[m * d], s = from, most = MOST_WORK / (d * d * d);

  while (s < to)
    {
      double estimate, allowed = tolerance * (h + FLOOR), factor;

      if (--most < 0)
        {
          flow->stuck (flow->data, tolerance, error);
          return FALSE;
        }
      if (!step (work, s, h, whole, whole_r, error) || !step (work, s, h / 2, half, half_r, error) || !step (work, s + h / 2, h / 2, second, second_r, error))
        return FALSE;
      propagator->compose (d, m, half, half_r, second, second_r);
      estimate = MAX (difference (d, d, half, whole, K), difference (m, d, half_r, whole_r, K)) / ((1 << ORDER) - 1);
      factor = CLAMP (0.8 * pow (allowed / MAX (estimate, 1e-300), 1. / (ORDER + 1)), 0.1, 6);
      if (!(estimate <= allowed))
        {
          h *= MIN (factor, 0.8);
          continue;
        }
      propagator->compose (d, m, K, R, half, half_r);
      s = to - s - h < 1e-13 ? to : s + h;
      h = MIN (h * factor, to - s);
    }
  return TRUE;
}

gboolean
qn_radau (const QnMovingFlow *flow, int n, double from, double to, double tolerance, double *K, double *R, GError **error)
{
  int d = flow->d, m = flow->m;
  g_autofree double *memory = g_new (double, STAGES * (d + m) * d + STAGES * d * (STAGES + 1) * d);
  Work work = { .flow = flow, .n = n };
  double *next = memory, fastest;

  for (int j = 0; j < STAGES; j++)
    {
      work.G[j] = next;
      work.r[j] = next += d * d;
      next += m * d;
    }
  work.A = next;
  if (!flow->generator (flow->data, from, work.G[0], work.r[0], error))
    return FALSE;
  fastest = qn_map_norm (d, work.G[0]) * flow->duration;
  return follow (&work, from, to, MIN (to - from, 1 / MAX (fastest, 1)), tolerance, K, R, error);
}
