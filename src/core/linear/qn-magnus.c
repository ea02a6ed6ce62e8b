/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/linear/qn-magnus.h"

#include <math.h>
#include <string.h>

#include "core/linear/qn-quadrature.h"
#include "core/linear/qn-types.h"

/* How much larger than the error allowed the correction that is taken off may be: what stays after it is
 * smaller by more than this (tested on random machines). */
#define CORRECTION 25
/* Steps times the size of their products: a second or two. */
#define MOST_WORK 6e7
#define PIECES 32
#define GLANCE 1000 /* steps after which it is asked whether so many would do */
#define MARGIN 3

typedef struct
{
  const QnMovingFlow *flow;
  const QnPropagator *propagator;
  double *scratch; /* for six generators */
} Work;

static double *
carve (double **from, int n)
{
  double *piece = *from;

  *from += n;
  return piece;
}

static gboolean
generator_at (const Work *work, double s, double *G, double *r, GError **error)
{
  return work->flow->generator (work->flow->data, s, G, r, error);
}

/* exp of the Magnus exponent over [s, s + h]. */
static gboolean
step (const Work *work, double s, double h, double *K, double *R, GError **error)
{
  int d = work->flow->d;
  double *scratch = work->scratch;
  QnGenerator A[3];

  for (int i = 0; i < 3; i++)
    {
      A[i].G = carve (&scratch, d * d);
      A[i].r = carve (&scratch, work->flow->m * d);
      if (!generator_at (work, s + h * qn_gauss_3[i], A[i].G, A[i].r, error))
        return FALSE;
    }
  work->propagator->step (d, work->flow->m, h * work->flow->duration, A, K, R);
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
try_step (const Work *work, double s, double h, double *K, double *R, double *estimate, GError **error)
{
  int d = work->flow->d, n = d * d, q = work->flow->m * d;
  double *scratch = work->scratch + 3 * (n + q);
  double *whole = carve (&scratch, n), *whole_r = carve (&scratch, q), *second = carve (&scratch, n), *second_r = carve (&scratch, q);

  if (!step (work, s, h, whole, whole_r, error) || !step (work, s, h / 2, K, R, error) || !step (work, s + h / 2, h / 2, second, second_r, error))
    return FALSE;
  work->propagator->compose (d, work->flow->m, K, R, second, second_r);
  *estimate = MAX (extrapolate (K, whole, n), extrapolate (R, whole_r, q));
  return TRUE;
}

/* A first step from the size of the generator and of its change, (G h)^6 (dG h) being how the error goes; the constant
 * was found on frictional drives, any will do. */
static gboolean
first_step (const Work *work, double from, double to, double tolerance, double *h, GError **error)
{
  int n = work->flow->d * work->flow->d;
  double *scratch = work->scratch, *A = carve (&scratch, n), *B = carve (&scratch, n), *r = carve (&scratch, work->flow->m * work->flow->d), size, change;

  if (!generator_at (work, from, A, r, error) || !generator_at (work, to, B, r, error))
    return FALSE;
  size = MAX (qn_map_norm (work->flow->d, A), qn_map_norm (work->flow->d, B)) * work->flow->duration;
  for (int i = 0; i < n; i++)
    A[i] -= B[i];
  change = qn_map_norm (work->flow->d, A) * work->flow->duration;
  *h = MIN (to - from, 6 * pow (tolerance / MAX (pow (size, 6) * change, 1e-300), 1. / 7));
  return TRUE;
}

/* How much of the work of [from, to] is done by s: steps go as (|G|^6 |dG|)^(-1/7), see first_step(). NaN where it was broken off. */
static double
share_done (const Work *work, double from, double to, double s)
{
  int n = work->flow->d * work->flow->d;
  double *scratch = work->scratch, *A = carve (&scratch, n), *B = carve (&scratch, n), *r = carve (&scratch, work->flow->m * work->flow->d), done = 0, all = 0;

  if (!generator_at (work, from, B, r, NULL))
    return NAN;
  for (int i = 1; i <= PIECES; i++)
    {
      double size = qn_map_norm (work->flow->d, B), end = from + (to - from) * i / PIECES, density;

      memcpy (A, B, sizeof *A * n);
      if (!generator_at (work, end, B, r, NULL))
        return NAN;
      for (int k = 0; k < n; k++)
        A[k] -= B[k];
      size = MAX (size, qn_map_norm (work->flow->d, B));
      density = pow (pow (size, 6) * qn_map_norm (work->flow->d, A), 1. / 7);
      all += density;
      done += density * CLAMP (PIECES * (s - end) / (to - from) + 1, 0, 1);
    }
  return done / all;
}

gboolean
qn_magnus (const QnMovingFlow *flow, double from, double to, double tolerance, double *K, double *R, GError **error)
{
  int d = flow->d;
  double memory[6 * (QN_MAX_STATE + QN_MAX_ROWS) * QN_MAX_STATE];
  Work whole = { flow, qn_propagator (d, flow->m), memory }, *work = &whole;
  double s = from, h, all = MOST_WORK / (d * d * d), most = all, least = (to - from) * 1e-9;
  double *scratch = work->scratch + 5 * (d * d + work->flow->m * d), *step_K = carve (&scratch, d * d), *step_R = carve (&scratch, work->flow->m * d);

  if (!first_step (work, from, to, tolerance, &h, error))
    return FALSE;
  while (s < to)
    {
      double estimate, allowed, factor;

      if (--most < 0 || (all - most == GLANCE && GLANCE / share_done (work, from, to, s) > MARGIN * all))
        {
          flow->stuck (flow->data, tolerance, error);
          return FALSE;
        }

      if (!try_step (work, s, h, step_K, step_R, &estimate, error))
        return FALSE;
      allowed = CORRECTION * (tolerance * h + 1e-17);
      factor = CLAMP (0.9 * pow (allowed / MAX (estimate, 1e-300), 1. / 7), 0.15, 4);
      if (!(estimate <= allowed))
        {
          if (h <= least)
            {
              flow->stuck (flow->data, tolerance, error);
              return FALSE;
            }
          h *= isfinite (factor) ? MIN (factor, 0.8) : 0.15;
          continue;
        }
      work->propagator->compose (d, work->flow->m, K, R, step_K, step_R);
      s = to - s - h < 1e-13 ? to : s + h;
      h = MIN (h * factor, to - s);
    }
  return TRUE;
}
