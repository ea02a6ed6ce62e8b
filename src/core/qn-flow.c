/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "qn-flow.h"

#include <math.h>
#include <string.h>

#define MAXD QN_MAX_STATE

static inline void
matmul (int d, const double *restrict a, const double *restrict b, double *restrict out)
{
  for (int i = 0; i < d; i++)
    {
      for (int j = 0; j < d; j++)
        out[i * d + j] = 0;
      for (int k = 0; k < d; k++)
        {
          double c = a[i * d + k];

          for (int j = 0; j < d; j++)
            out[i * d + j] += c * b[k * d + j];
        }
    }
}

static inline void
rowmul (int rows, int d, const double *restrict r, const double *restrict b, double *restrict out)
{
  for (int i = 0; i < rows; i++)
    {
      for (int j = 0; j < d; j++)
        out[i * d + j] = 0;
      for (int k = 0; k < d; k++)
        {
          double c = r[i * d + k];

          for (int j = 0; j < d; j++)
            out[i * d + j] += c * b[k * d + j];
        }
    }
}

void
qn_map_init (QnMap *map, int d)
{
  map->d = d;
  map->K = g_new0 (double, d * d);
  map->R = g_new0 (double, QN_N_ROWS * d);
}

void
qn_map_clear (QnMap *map)
{
  g_clear_pointer (&map->K, g_free);
  g_clear_pointer (&map->R, g_free);
}

void
qn_map_copy (QnMap *to, const QnMap *from)
{
  memcpy (to->K, from->K, sizeof (double) * from->d * from->d);
  memcpy (to->R, from->R, sizeof (double) * QN_N_ROWS * from->d);
}

/* (1 + L)(1 + K) - 1 = K + L + L K; R <- R + S (1 + K). */
void
qn_map_then (QnMap *map, const QnMap *next)
{
  int d = map->d;
  double K[MAXD * MAXD], R[QN_N_ROWS * MAXD];

  matmul (d, next->K, map->K, K);
  rowmul (QN_N_ROWS, d, next->R, map->K, R);
  for (int i = 0; i < d * d; i++)
    map->K[i] += next->K[i] + K[i];
  for (int i = 0; i < QN_N_ROWS * d; i++)
    map->R[i] += next->R[i] + R[i];
}

void
qn_map_apply (const QnMap *map, const double *x, double *out, double *books)
{
  int d = map->d;
  double y[MAXD];

  for (int k = 0; k < QN_N_ROWS; k++)
    for (int j = 0; j < d; j++)
      books[k] += map->R[k * d + j] * x[j];
  for (int i = 0; i < d; i++)
    {
      y[i] = x[i];
      for (int j = 0; j < d; j++)
        y[i] += map->K[i * d + j] * x[j];
    }
  memcpy (out, y, sizeof (double) * d);
}

static double
norm1 (int d, const double *a)
{
  double most = 0;

  for (int j = 0; j < d; j++)
    {
      double sum = 0;

      for (int i = 0; i < d; i++)
        sum += fabs (a[i * d + j]);
      most = MAX (most, sum);
    }
  return most;
}

/* K = exp(A) - 1, R = r phi1(A), by Taylor's series of phi1 at norm <= 1/4 and doubling. */
static void
exponential (int d, const double *A, const double *r, QnMap *map)
{
  int doublings = 0, order = 11;
  double scale = 1, norm = norm1 (d, A);
  double B[MAXD * MAXD], phi[MAXD * MAXD], t[MAXD * MAXD];

  for (; norm * scale > 0.25; doublings++)
    scale /= 2;
  for (int i = 0; i < d * d; i++)
    B[i] = A[i] * scale;
  memset (phi, 0, sizeof (double) * d * d);
  for (int i = 0; i < d; i++)
    phi[i * d + i] = 1;
  for (int k = order; k >= 1; k--) /* phi <- 1 + B phi/(k + 1) */
    {
      matmul (d, B, phi, t);
      for (int i = 0; i < d * d; i++)
        phi[i] = t[i] / (k + 1);
      for (int i = 0; i < d; i++)
        phi[i * d + i] += 1;
    }
  matmul (d, B, phi, map->K);
  for (int s = 0; s < doublings; s++)
    {
      matmul (d, map->K, phi, t);
      for (int i = 0; i < d * d; i++)
        phi[i] += t[i] / 2;
      matmul (d, map->K, map->K, t);
      for (int i = 0; i < d * d; i++)
        map->K[i] = 2 * map->K[i] + t[i];
    }
  rowmul (QN_N_ROWS, d, r, phi, map->R);
}

typedef struct
{
  double G[MAXD * MAXD];
  double r[QN_N_ROWS * MAXD];
} Generator;

/* [A, B] of augmented generators [[G,0],[r,0]]. */
static void
bracket (int d, const Generator *a, const Generator *b, Generator *out)
{
  double t[MAXD * MAXD], u[QN_N_ROWS * MAXD];

  matmul (d, a->G, b->G, out->G);
  matmul (d, b->G, a->G, t);
  for (int i = 0; i < d * d; i++)
    out->G[i] -= t[i];
  rowmul (QN_N_ROWS, d, a->r, b->G, out->r);
  rowmul (QN_N_ROWS, d, b->r, a->G, u);
  for (int i = 0; i < QN_N_ROWS * d; i++)
    out->r[i] -= u[i];
}

static void
combine (int d, Generator *out, double a, const Generator *x, double b, const Generator *y, double c, const Generator *z)
{
  for (int i = 0; i < d * d; i++)
    out->G[i] = a * x->G[i] + b * y->G[i] + (z ? c * z->G[i] : 0);
  for (int i = 0; i < QN_N_ROWS * d; i++)
    out->r[i] = a * x->r[i] + b * y->r[i] + (z ? c * z->r[i] : 0);
}

/* Blanes, Casas, Oteo, Ros, Phys. Rep. 470 (2009) 151: Magnus from three Gauss-Legendre nodes. The 6th-order
 * exponent is propagated; its distance from the 4th-order one is the estimate of the step. */
static gboolean
magnus_step (const QnMedium *medium, const QnMachine *machine, const QnStroke *stroke, double s, double h, QnMap *map, double *estimate, GError **error)
{
  static const double node[3] = { -0.387298334620741688518, 0, 0.387298334620741688518 };
  int d = medium->d;
  double dt = h * stroke->duration;
  Generator A[3], a1, a2, a3, c1, c2, t, u, omega;

  for (int i = 0; i < 3; i++)
    {
      double wdot, w = qn_stroke_control (stroke, &medium->spec, s + h * (0.5 + node[i]), &wdot);

      if (!qn_medium_generator (medium, machine, stroke, w, wdot, A[i].G, A[i].r, error))
        return FALSE;
    }
  combine (d, &a1, dt, &A[1], 0, &A[1], 0, NULL);
  combine (d, &a2, dt * 1.29099444873580562839, &A[2], -dt * 1.29099444873580562839, &A[0], 0, NULL);
  combine (d, &a3, dt * 10 / 3, &A[2], -dt * 20 / 3, &A[1], dt * 10 / 3, &A[0]);
  bracket (d, &a1, &a2, &c1);
  combine (d, &t, 2, &a3, 1, &c1, 0, NULL);
  bracket (d, &a1, &t, &c2);
  combine (d, &c2, -1. / 60, &c2, 0, &c2, 0, NULL);
  combine (d, &t, -20, &a1, -1, &a3, 1, &c1);
  combine (d, &u, 1, &a2, 1, &c2, 0, NULL);
  bracket (d, &t, &u, &omega);
  combine (d, &omega, 1. / 240, &omega, 1, &a1, 1. / 12, &a3);
  combine (d, &t, 1, &a1, 1. / 12, &a3, -1. / 12, &c1);
  *estimate = 0;
  for (int i = 0; i < d * d; i++)
    *estimate = MAX (*estimate, fabs (omega.G[i] - t.G[i]));
  for (int i = 0; i < QN_N_ROWS * d; i++)
    *estimate = MAX (*estimate, fabs (omega.r[i] - t.r[i]));
  exponential (d, omega.G, omega.r, map);
  return TRUE;
}

double
qn_stroke_first (const QnStroke *stroke)
{
  return stroke->shape == QN_RAMP_SUDDEN || stroke->duration == 0 ? stroke->to : stroke->from;
}

double
qn_stroke_last (const QnStroke *stroke)
{
  return stroke->to;
}

gboolean
qn_flow_stroke (const QnMedium *medium, const QnMachine *machine, const QnStroke *stroke, double from, double to, double tolerance, QnMap *map, GError **error)
{
  int d = medium->d;
  double s = from, h = to - from, least = 1e-12;
  QnMap step;
  gboolean ok = TRUE;

  memset (map->K, 0, sizeof (double) * d * d);
  memset (map->R, 0, sizeof (double) * QN_N_ROWS * d);
  if (stroke->duration == 0 || to <= from)
    return TRUE;
  if (stroke->from == stroke->to || stroke->shape == QN_RAMP_SUDDEN)
    {
      Generator A;
      double dt = (to - from) * stroke->duration;

      if (!qn_medium_generator (medium, machine, stroke, stroke->to, 0, A.G, A.r, error))
        return FALSE;
      combine (d, &A, dt, &A, 0, &A, 0, NULL);
      exponential (d, A.G, A.r, map);
      return TRUE;
    }
  qn_map_init (&step, d);
  while (ok && s < to)
    {
      double estimate, allowed = tolerance * h;

      h = MIN (h, to - s);
      ok = magnus_step (medium, machine, stroke, s, h, &step, &estimate, error);
      if (!ok)
        break;
      if (estimate > allowed && h > least)
        {
          h *= CLAMP (0.9 * pow (allowed / estimate, 0.25), 0.2, 0.8);
          continue;
        }
      qn_map_then (map, &step);
      s = to - s - h < 1e-14 ? to : s + h;
      h *= CLAMP (0.9 * pow (allowed / MAX (estimate, 1e-300), 0.2), 0.5, 3);
    }
  qn_map_clear (&step);
  return ok;
}
