/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/machine/qn-flow.h"

#include <math.h>
#include <string.h>

#include "core/linear/qn-quadrature.h"
#include "core/medium/qn-oscillator-medium.h"
#include "core/medium/qn-parts.h"

/* How much larger than the error allowed the correction that is taken off may be: what stays after it is
 * smaller by more than this (tested on random machines). */
#define CORRECTION 25

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
  const QnPropagator *propagator;
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
  double rows[QN_N_ROWS * QN_MAX_STATE], wdot, w = qn_stroke_control (flow->stroke, &flow->medium->spec, s, &wdot);
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
  int d = flow->d;
  double *scratch = flow->scratch;
  QnGenerator A[3];

  for (int i = 0; i < 3; i++)
    {
      A[i].G = carve (&scratch, d * d);
      A[i].r = carve (&scratch, flow->m * d);
      if (!generator (flow, s + h * qn_gauss_3[i], A[i].G, A[i].r, error))
        return FALSE;
    }
  flow->propagator->step (d, flow->m, h * flow->stroke->duration, A, K, R);
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
  flow->propagator->compose (d, flow->m, K, R, second, second_r);
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
  size = MAX (qn_map_norm (flow->d, A), qn_map_norm (flow->d, B)) * flow->stroke->duration;
  for (int i = 0; i < n; i++)
    A[i] -= B[i];
  change = qn_map_norm (flow->d, A) * flow->stroke->duration;
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
      flow->propagator->compose (d, flow->m, K, R, step_K, step_R);
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
  flow->propagator->exponential (d, flow->m, G, r, K, R);
  return TRUE;
}

static gboolean
oscillator_stroke (const QnMedium *medium, const QnMachine *machine, const QnStroke *stroke, double from, double to, double tolerance, QnMap *map, GError **error)
{
  const int whole = QN_OSCILLATOR_D, d = stroke->baths ? whole : whole - 1, m = stroke->baths ? QN_ROW_BARE : 1, skip = whole - d, row = m == 1 ? QN_ROW_WORK : 0;
  double scratch[6 * (QN_OSCILLATOR_D + QN_N_ROWS) * QN_OSCILLATOR_D], K[QN_OSCILLATOR_D * QN_OSCILLATOR_D] = { 0 }, R[QN_N_ROWS * QN_OSCILLATOR_D] = { 0 };
  Flow flow = { medium, machine, stroke, qn_propagator (d, m), d, m, scratch, sqrt (stroke->from * stroke->to) };
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
  Flow flow = { medium, machine, stroke, qn_propagator (d, m), d, m, scratch, 1 };
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
