/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/machine/qn-flow.h"

#include <math.h>
#include <string.h>

#include "core/medium/qn-oscillator-medium.h"
#include "core/medium/qn-parts.h"

#define MAXD QN_MAX_STATE

/* How much larger than the error allowed the correction that is taken off may be: what stays after it is
 * smaller by more than this (tested on random machines). */
#define CORRECTION 25

/* The kernels are inlined into functions of a constant d, so that the compiler unrolls them. */
#define INLINE static inline __attribute__ ((always_inline))

INLINE void
matmul (const int d, const double *restrict a, const double *restrict b, double *restrict out)
{
  for (int i = 0; i < d; i++)
    {
      for (int j = 0; j < d; j++)
        out[i * d + j] = a[i * d] * b[j];
      for (int k = 1; k < d; k++)
        for (int j = 0; j < d; j++)
          out[i * d + j] += a[i * d + k] * b[k * d + j];
    }
}

INLINE void
rowmul (const int m, const int d, const double *restrict r, const double *restrict b, double *restrict out)
{
  for (int i = 0; i < m; i++)
    {
      for (int j = 0; j < d; j++)
        out[i * d + j] = r[i * d] * b[j];
      for (int k = 1; k < d; k++)
        for (int j = 0; j < d; j++)
          out[i * d + j] += r[i * d + k] * b[k * d + j];
    }
}

void
qn_map_init (QnMap *map, const QnMedium *medium)
{
  int d = medium->d;

  map->d = d;
  map->m = medium->n_rows;
  map->K = g_new0 (double, d * d);
  map->R = g_new0 (double, map->m * d);
}

void
qn_map_clear (QnMap *map)
{
  g_clear_pointer (&map->K, g_free);
  g_clear_pointer (&map->R, g_free);
}

void
qn_map_apply (const QnMap *map, const double *x, double *out, double *books)
{
  int d = map->d;
  double y[MAXD];

  for (int k = 0; k < map->m; k++)
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

INLINE double
norm1 (const int d, const double *a)
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

/* phi1(B) = sum_k B^k/(k+1)!, Paterson and Stockmeyer in blocks of three: as many blocks as the norm
 * needs for a remainder below 1e-17. */
INLINE void
phi_series (const int d, const double *B, int blocks, double *phi)
{
  static const double c[15] = { 1, 1. / 2, 1. / 6, 1. / 24, 1. / 120, 1. / 720, 1. / 5040, 1. / 40320, 1. / 362880, 1. / 3628800, 1. / 39916800, 1. / 479001600, 1. / 6227020800., 1. / 87178291200., 1. / 1307674368000. };
  double B2[d * d], B3[d * d], t[d * d];

  matmul (d, B, B, B2);
  matmul (d, B2, B, B3);
  for (int k = blocks; k >= 0; k--)
    {
      if (k == blocks)
        memset (t, 0, sizeof t);
      else
        matmul (d, B3, phi, t);
      for (int i = 0; i < d * d; i++)
        phi[i] = t[i] + c[3 * k + 1] * B[i] + c[3 * k + 2] * B2[i];
      for (int i = 0; i < d; i++)
        phi[i * d + i] += c[3 * k];
    }
}

/* K = exp(A) - 1, R = r phi1(A): series at a small norm, then doublings that keep K small where A is. */
INLINE void
exponential (const int d, const int m, const double *A, const double *r, double *K, double *R)
{
  int doublings = 0, blocks;
  double scale = 1, norm = norm1 (d, A);
  double B[d * d], phi[d * d], t[d * d];

  for (; norm * scale > 0.6; doublings++)
    scale /= 2;
  norm *= scale;
  blocks = norm <= 0.005 ? 1 : norm <= 0.06 ? 2 : norm <= 0.25 ? 3 : 4;
  for (int i = 0; i < d * d; i++)
    B[i] = A[i] * scale;
  phi_series (d, B, blocks, phi);
  matmul (d, B, phi, K);
  for (int s = 0; s < doublings; s++)
    {
      matmul (d, K, phi, t);
      for (int i = 0; i < d * d; i++)
        phi[i] += t[i] / 2;
      matmul (d, K, K, t);
      for (int i = 0; i < d * d; i++)
        K[i] = 2 * K[i] + t[i];
    }
  rowmul (m, d, r, phi, R);
}

typedef struct
{
  double *G; /* d x d */
  double *r; /* m x d, the rows in use */
} Generator;

/* [a, b] of augmented generators [[G,0],[r,0]]. */
INLINE void
bracket (const int d, const int m, const double *a, const double *ar, const double *b, const double *br, double *out, double *outr)
{
  double t[d * d], u[QN_N_ROWS * d];

  matmul (d, a, b, out);
  matmul (d, b, a, t);
  for (int i = 0; i < d * d; i++)
    out[i] -= t[i];
  rowmul (m, d, ar, b, outr);
  rowmul (m, d, br, a, u);
  for (int i = 0; i < m * d; i++)
    outr[i] -= u[i];
}

INLINE void
add3 (int n, double *out, double a, const double *x, double b, const double *y, double c, const double *z)
{
  for (int i = 0; i < n; i++)
    out[i] = a * x[i] + b * y[i] + c * z[i];
}

/* Blanes, Casas, Oteo, Ros, Phys. Rep. 470 (2009) 151, eq. (257): the exponent of 6th order from the
 * generator at three Gauss-Legendre nodes, times dt. */
INLINE void
magnus_exponent (const int d, const int m, double dt, const Generator A[3], double *omega, double *row)
{
  const int n = d * d, q = m * d;
  double a1[n], a2[n], a3[n], c1[n], c2[n], t[n], r1[q], r2[q], r3[q], s1[q], s2[q], tr[q];
  const double root = dt * 1.29099444873580562839, third = dt * 10 / 3; /* sqrt(15)/3 */

  add3 (n, a1, dt, A[1].G, 0, A[1].G, 0, A[1].G);
  add3 (n, a2, root, A[2].G, -root, A[0].G, 0, A[0].G);
  add3 (n, a3, third, A[2].G, -2 * third, A[1].G, third, A[0].G);
  add3 (q, r1, dt, A[1].r, 0, A[1].r, 0, A[1].r);
  add3 (q, r2, root, A[2].r, -root, A[0].r, 0, A[0].r);
  add3 (q, r3, third, A[2].r, -2 * third, A[1].r, third, A[0].r);
  bracket (d, m, a1, r1, a2, r2, c1, s1);
  add3 (n, t, 2, a3, 1, c1, 0, c1);
  add3 (q, tr, 2, r3, 1, s1, 0, s1);
  bracket (d, m, a1, r1, t, tr, c2, s2);
  add3 (n, t, -20, a1, -1, a3, 1, c1);
  add3 (q, tr, -20, r1, -1, r3, 1, s1);
  add3 (n, a2, 1, a2, -1. / 60, c2, 0, c2);
  add3 (q, r2, 1, r2, -1. / 60, s2, 0, s2);
  bracket (d, m, t, tr, a2, r2, omega, row);
  add3 (n, omega, 1. / 240, omega, 1, a1, 1. / 12, a3);
  add3 (q, row, 1. / 240, row, 1, r1, 1. / 12, r3);
}

/* (1 + L)(1 + K) - 1 = K + L + L K; R <- R + S (1 + K). */
INLINE void
compose (const int d, const int m, double *K, double *R, const double *L, const double *S)
{
  double t[d * d], u[QN_N_ROWS * d];

  matmul (d, L, K, t);
  rowmul (m, d, S, K, u);
  for (int i = 0; i < d * d; i++)
    K[i] += L[i] + t[i];
  for (int i = 0; i < m * d; i++)
    R[i] += S[i] + u[i];
}

INLINE void
magnus_step (const int d, const int m, double dt, const Generator A[3], double *K, double *R)
{
  double omega[d * d], row[QN_N_ROWS * d];

  magnus_exponent (d, m, dt, A, omega, row);
  exponential (d, m, omega, row, K, R);
}

/* One function for each size met often; `general` serves the rest. */
typedef struct
{
  void (*step)        (int d, int m, double dt, const Generator A[3], double *K, double *R);
  void (*exponential) (int d, int m, const double *A, const double *r, double *K, double *R);
  void (*compose)     (int d, int m, double *K, double *R, const double *L, const double *S);
} Kernels;

#define KERNELS(name, D, M)                                                                                       \
  static void name##_step (int d, int m, double dt, const Generator A[3], double *K, double *R)                   \
  {                                                                                                               \
    magnus_step (D, M, dt, A, K, R);                                                                              \
  }                                                                                                               \
  static void name##_exponential (int d, int m, const double *A, const double *r, double *K, double *R)           \
  {                                                                                                               \
    exponential (D, M, A, r, K, R);                                                                               \
  }                                                                                                               \
  static void name##_compose (int d, int m, double *K, double *R, const double *L, const double *S)               \
  {                                                                                                               \
    compose (D, M, K, R, L, S);                                                                                   \
  }                                                                                                               \
  static const Kernels name = { name##_step, name##_exponential, name##_compose };

KERNELS (kernels_2, 2, m)
KERNELS (kernels_3, 3, m)
KERNELS (kernels_3_isolated, 3, 1)
KERNELS (kernels_4, 4, m)
KERNELS (kernels_4_isolated, 4, 1)
KERNELS (kernels_6, 6, m)
KERNELS (kernels_8, 8, m)
KERNELS (kernels_5, 5, m)
KERNELS (kernels_general, d, m)

static const Kernels *
kernels_for (int d, int m)
{
  switch (d)
    {
    case 2:
      return &kernels_2;
    case 3:
      return m == 1 ? &kernels_3_isolated : &kernels_3;
    case 4:
      return m == 1 ? &kernels_4_isolated : &kernels_4;
    case 5:
      return &kernels_5;
    case 6:
      return &kernels_6;
    case 8:
      return &kernels_8;
    default:
      return &kernels_general;
    }
}

void
qn_map_then (QnMap *map, const QnMap *next)
{
  kernels_for (map->d, map->m)->compose (map->d, map->m, map->K, map->R, next->K, next->R);
}

void
qn_flow_at_rest (const QnMedium *medium, const QnMachine *machine, double **G, double **rows)
{
  g_autofree double *generator = NULL;

  if (!qn_machine_is_continuous (machine) || machine->medium.kind == QN_MEDIUM_OSCILLATOR)
    return;
  generator = g_new (double, medium->d * medium->d);
  *rows = g_new (double, medium->n_rows * medium->d);
  qn_medium_generator (medium, machine, &machine->stroke[0], machine->stroke[0].from, 0, generator, *rows, NULL);
  if (G)
    *G = g_steal_pointer (&generator);
}

gboolean
qn_stroke_is_steady (const QnMachine *machine, const QnStroke *stroke)
{
  if (machine->medium.kind == QN_MEDIUM_OSCILLATOR)
    return qn_oscillator_is_steady (machine, stroke);
  return stroke->swap == 0 && (stroke->from == stroke->to || stroke->shape == QN_RAMP_SUDDEN || stroke->duration == 0);
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

/* The work of one stroke: which rows can be other than zero, and scratch for a step. Isolated strokes book work
 * alone, kept in row 0 until the end. */
typedef struct
{
  const QnMedium *medium;
  const QnMachine *machine;
  const QnStroke *stroke;
  const Kernels *kernels;
  int d, m;
  double *scratch;
  double unit; /* oscillator: see oscillator_generator() */
} Flow;

static double *
carve (double **from, int n)
{
  double *piece = *from;

  *from += n;
  return piece;
}

/* The oscillator's second moments in units of one w of the stroke, so that all are of one size; isolated, they go
 * without the constant among its coordinates. */
static gboolean
oscillator_generator (const Flow *flow, double s, double *G, double *r, GError **error)
{
  const double unit[QN_OSCILLATOR_D] = { 1, flow->unit, 1 / flow->unit, 1 };
  double full[QN_OSCILLATOR_D * QN_OSCILLATOR_D], rows[QN_N_ROWS * QN_OSCILLATOR_D];
  int d = flow->d, skip = QN_OSCILLATOR_D - d, row = flow->m == 1 ? QN_ROW_WORK : 0;

  if (!qn_oscillator_generator (flow->machine, flow->stroke, s, full, rows, error))
    return FALSE;
  for (int j = 0; j < d; j++)
    {
      for (int i = 0; i < d; i++)
        G[i * d + j] = full[(i + skip) * QN_OSCILLATOR_D + j + skip] * unit[i + skip] / unit[j + skip];
      for (int i = 0; i < flow->m; i++)
        r[i * d + j] = rows[(i + row) * QN_OSCILLATOR_D + j + skip] / unit[j + skip];
    }
  return TRUE;
}

static gboolean
generator (const Flow *flow, double s, double *G, double *r, GError **error)
{
  double rows[QN_N_ROWS * MAXD], wdot, w = qn_stroke_control (flow->stroke, &flow->medium->spec, s, &wdot);
  int d = flow->d;

  if (flow->medium->spec.kind == QN_MEDIUM_OSCILLATOR)
    return oscillator_generator (flow, s, G, r, error);
  if (!qn_medium_generator (flow->medium, flow->machine, flow->stroke, w, wdot, G, rows, error))
    return FALSE;
  memcpy (r, flow->m == 1 ? rows + QN_ROW_WORK * d : rows, sizeof (double) * flow->m * d);
  return TRUE;
}

/* exp of the Magnus exponent over [s, s + h]. */
static gboolean
step (const Flow *flow, double s, double h, double *K, double *R, GError **error)
{
  static const double node[3] = { 0.112701665379258311482, 0.5, 0.887298334620741688518 };
  int d = flow->d;
  double *scratch = flow->scratch;
  Generator A[3];

  for (int i = 0; i < 3; i++)
    {
      A[i].G = carve (&scratch, d * d);
      A[i].r = carve (&scratch, flow->m * d);
      if (!generator (flow, s + h * node[i], A[i].G, A[i].r, error))
        return FALSE;
    }
  flow->kernels->step (d, flow->m, h * flow->stroke->duration, A, K, R);
  return TRUE;
}

/* a <- a + (a - b)/63; returns the largest of these corrections. */
static double
extrapolate (double *a, const double *b, int n)
{
  double most = 0;

  for (int i = 0; i < n; i++)
    {
      double correction = (a[i] - b[i]) / 63;

      most = MAX (most, fabs (correction));
      a[i] += correction;
    }
  return most;
}

/* A step against its two halves: 1/63 of their difference is the halves' error to leading order. It is taken off
 * (Richardson), which leaves what the next orders make, and returned. */
static gboolean
try_step (const Flow *flow, double s, double h, double *K, double *R, double *estimate, GError **error)
{
  int d = flow->d, n = d * d, q = flow->m * d;
  double *scratch = flow->scratch + 3 * (n + q);
  double *whole = carve (&scratch, n), *whole_r = carve (&scratch, q), *second = carve (&scratch, n), *second_r = carve (&scratch, q);

  if (!step (flow, s, h, whole, whole_r, error) || !step (flow, s, h / 2, K, R, error) || !step (flow, s + h / 2, h / 2, second, second_r, error))
    return FALSE;
  flow->kernels->compose (d, flow->m, K, R, second, second_r);
  *estimate = MAX (extrapolate (K, whole, n), extrapolate (R, whole_r, q));
  return TRUE;
}

/* A first step from the size of the generator and of its change, (G h)^6 (dG h) being how the error goes; the constant
 * was found on frictional drives, any will do. */
static gboolean
first_step (const Flow *flow, double from, double to, double tolerance, double *h, GError **error)
{
  int n = flow->d * flow->d;
  double *scratch = flow->scratch, *A = carve (&scratch, n), *B = carve (&scratch, n), *r = carve (&scratch, flow->m * flow->d), size, change;

  if (!generator (flow, from, A, r, error) || !generator (flow, to, B, r, error))
    return FALSE;
  size = MAX (norm1 (flow->d, A), norm1 (flow->d, B)) * flow->stroke->duration;
  for (int i = 0; i < n; i++)
    A[i] -= B[i];
  change = norm1 (flow->d, A) * flow->stroke->duration;
  *h = MIN (to - from, 6 * pow (tolerance / MAX (pow (size, 6) * change, 1e-300), 1. / 7));
  return TRUE;
}

static gboolean
driven (const Flow *flow, double from, double to, double tolerance, double *K, double *R, GError **error)
{
  int d = flow->d;
  double s = from, h, least = (to - from) * 1e-9;
  double *scratch = flow->scratch + 5 * (d * d + flow->m * d), *step_K = carve (&scratch, d * d), *step_R = carve (&scratch, flow->m * d);

  if (!first_step (flow, from, to, tolerance, &h, error))
    return FALSE;
  while (s < to)
    {
      double estimate, allowed, factor;

      if (!try_step (flow, s, h, step_K, step_R, &estimate, error))
        return FALSE;
      allowed = CORRECTION * (tolerance * h + 1e-17);
      factor = CLAMP (0.9 * pow (allowed / MAX (estimate, 1e-300), 1. / 7), 0.15, 4);
      if (!(estimate <= allowed))
        {
          if (h <= least)
            {
              g_set_error (error, QN_CORE_ERROR, QN_CORE_ERROR_NO_PROGRESS, "stroke %s: no step is small enough for a tolerance of %g", flow->stroke->id, tolerance);
              return FALSE;
            }
          h *= isfinite (factor) ? MIN (factor, 0.8) : 0.15;
          continue;
        }
      flow->kernels->compose (d, flow->m, K, R, step_K, step_R);
      s = to - s - h < 1e-13 ? to : s + h;
      h = MIN (h * factor, to - s);
    }
  return TRUE;
}

/* Constant generator: one exponential, exact. */
static gboolean
resting (const Flow *flow, double from, double to, double *K, double *R, GError **error)
{
  int d = flow->d;
  double dt = (to - from) * flow->stroke->duration, *scratch = flow->scratch, *G = carve (&scratch, d * d), *r = carve (&scratch, flow->m * d);

  if (!generator (flow, 1, G, r, error))
    return FALSE;
  for (int i = 0; i < d * d; i++)
    G[i] *= dt;
  for (int i = 0; i < flow->m * d; i++)
    r[i] *= dt;
  flow->kernels->exponential (d, flow->m, G, r, K, R);
  return TRUE;
}

static gboolean
oscillator_stroke (const QnMedium *medium, const QnMachine *machine, const QnStroke *stroke, double from, double to, double tolerance, QnMap *map, GError **error)
{
  const int whole = QN_OSCILLATOR_D, d = stroke->baths ? whole : whole - 1, m = stroke->baths ? QN_ROW_BARE : 1, skip = whole - d, row = m == 1 ? QN_ROW_WORK : 0;
  double scratch[6 * (QN_OSCILLATOR_D + QN_N_ROWS) * QN_OSCILLATOR_D], K[QN_OSCILLATOR_D * QN_OSCILLATOR_D] = { 0 }, R[QN_N_ROWS * QN_OSCILLATOR_D] = { 0 };
  Flow flow = { medium, machine, stroke, kernels_for (d, m), d, m, scratch, sqrt (stroke->from * stroke->to) };
  const double unit[QN_OSCILLATOR_D] = { 1, flow.unit, 1 / flow.unit, 1 };

  if ((stroke->from == stroke->to || stroke->shape == QN_RAMP_SUDDEN) && stroke->dephasing == 0)
    return qn_oscillator_rest (machine, stroke, from, to, map, error);
  if (!(qn_stroke_is_steady (machine, stroke) ? resting (&flow, from, to, K, R, error) : driven (&flow, from, to, tolerance, K, R, error)))
    return FALSE;
  for (int j = 0; j < d; j++)
    {
      for (int i = 0; i < d; i++)
        map->K[(i + skip) * whole + j + skip] = K[i * d + j] / unit[i + skip] * unit[j + skip];
      for (int i = 0; i < m; i++)
        map->R[(i + row) * whole + j + skip] = R[i * d + j] * unit[j + skip];
    }
  return TRUE;
}

/* The energy it changes is work: R = h K. */
static void
event (const QnMedium *medium, const QnStroke *stroke, QnMap *map)
{
  int d = medium->d;
  double *work = map->R + QN_ROW_WORK * d;

  qn_parts_swap (medium, stroke->swap, map->K);
  for (int a = 0; a < d; a++)
    for (int b = 0; b < d; b++)
      work[b] += (medium->h0[a] + stroke->to * medium->h1[a]) * map->K[a * d + b];
}

gboolean
qn_flow_stroke (const QnMedium *medium, const QnMachine *machine, const QnStroke *stroke, double from, double to, double tolerance, QnMap *map, GError **error)
{
  int d = medium->d, m = stroke->baths ? medium->n_rows : 1;
  double small[6 * (16 + 16)], *scratch = d <= 4 ? small : g_new (double, 6 * (d * d + m * d));
  Flow flow = { medium, machine, stroke, kernels_for (d, m), d, m, scratch, 1 };
  gboolean ok = TRUE;
  double *R = m == 1 ? map->R + QN_ROW_WORK * d : map->R;

  memset (map->K, 0, sizeof (double) * d * d);
  memset (map->R, 0, sizeof (double) * map->m * d);
  if (stroke->swap != 0 && from == 0 && to > from)
    event (medium, stroke, map);
  else if (stroke->duration == 0 || to <= from)
    ; /* nothing happens */
  else if (medium->spec.kind == QN_MEDIUM_OSCILLATOR)
    ok = oscillator_stroke (medium, machine, stroke, from, to, tolerance, map, error);
  else
    ok = qn_stroke_is_steady (machine, stroke) ? resting (&flow, from, to, map->K, R, error) : driven (&flow, from, to, tolerance, map->K, R, error);
  if (scratch != small)
    g_free (scratch);
  return ok;
}
