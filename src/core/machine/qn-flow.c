/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/machine/qn-flow.h"

#include <math.h>
#include <string.h>

#include "core/linear/qn-magnus.h"
#include "core/medium/qn-oscillator-medium.h"
#include "core/medium/qn-parts.h"

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

/* One stroke, and which rows can be other than zero. Isolated strokes book work
 * alone, kept in row 0 until the end. */
typedef struct
{
  const QnMedium *medium;
  const QnMachine *machine;
  const QnStroke *stroke;
  int d, m;
  double unit; /* oscillator: see oscillator_generator() */
} Flow;

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

static gboolean
generator_at (gconstpointer data, double s, double *G, double *r, GError **error)
{
  return generator (data, s, G, r, error);
}

static void
set_stuck (gconstpointer data, double tolerance, GError **error)
{
  const Flow *flow = data;

  g_set_error (error, QN_CORE_ERROR, QN_CORE_ERROR_NO_PROGRESS, "stroke %s: no step is small enough for a tolerance of %g", flow->stroke->id, tolerance);
}

static gboolean
driven (const Flow *flow, double from, double to, double tolerance, double *K, double *R, GError **error)
{
  QnMovingFlow moving = { flow->d, flow->m, flow->stroke->duration, generator_at, set_stuck, flow };

  return qn_magnus (&moving, from, to, tolerance, K, R, error);
}

/* Constant generator: one exponential, exact. */
static gboolean
resting (const Flow *flow, double from, double to, double *K, double *R, GError **error)
{
  int d = flow->d;
  double dt = (to - from) * flow->stroke->duration, G[QN_MAX_STATE * QN_MAX_STATE], r[QN_N_ROWS * QN_MAX_STATE];

  if (!generator (flow, 1, G, r, error))
    return FALSE;
  for (int i = 0; i < d * d; i++)
    G[i] *= dt;
  for (int i = 0; i < flow->m * d; i++)
    r[i] *= dt;
  qn_propagator (d, flow->m)->exponential (d, flow->m, G, r, K, R);
  return TRUE;
}

static gboolean
oscillator_stroke (const QnMedium *medium, const QnMachine *machine, const QnStroke *stroke, double from, double to, double tolerance, QnMap *map, GError **error)
{
  const int whole = QN_OSCILLATOR_D, d = stroke->baths ? whole : whole - 1, m = stroke->baths ? QN_ROW_BARE : 1, skip = whole - d, row = m == 1 ? QN_ROW_WORK : 0;
  double K[QN_OSCILLATOR_D * QN_OSCILLATOR_D] = { 0 }, R[QN_N_ROWS * QN_OSCILLATOR_D] = { 0 };
  Flow flow = { medium, machine, stroke, d, m, sqrt (stroke->from * stroke->to) };
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
  Flow flow = { medium, machine, stroke, d, m, 1 };
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
  return ok;
}
