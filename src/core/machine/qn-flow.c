/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/machine/qn-flow.h"

#include <math.h>
#include <string.h>

#include "core/linear/qn-magnus.h"
#include "core/linear/qn-quadrature.h"
#include "core/medium/qn-medium-class.h"

#define LONG 64 /* times the fastest rate */
#define APART 1e-13
#define STUCK N_ ("no step is small enough to follow a stroke of %g with an error below %g; allowed: shorter ones, or weaker couplings")

void
qn_flow_at_rest (const QnMedium *medium, const QnMachine *machine, double **G, double **rows)
{
  g_autofree double *generator = NULL;
  QnSurroundings at;

  if (!qn_machine_is_continuous (machine) || medium->klass->gaussian)
    return;
  generator = g_new (double, medium->d * medium->d);
  *rows = g_new (double, medium->n_rows * medium->d);
  qn_stroke_surroundings (machine, &machine->stroke[0], 0, &at);
  qn_medium_generator (medium, &at, generator, *rows, NULL);
  if (G)
    *G = g_steal_pointer (&generator);
}

gboolean
qn_stroke_is_steady (const QnMachine *machine, const QnStroke *stroke)
{
  gboolean squeezed = (stroke->baths & (1u << QN_HOT)) && machine->bath[QN_HOT].squeezing != 0; /* its noise turns */

  return stroke->swap == 0 && qn_stroke_rests (stroke) && !squeezed;
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
 * alone, kept in row 0 until the end; media with units go without their constants then. */
typedef struct
{
  const QnMedium *medium;
  const QnMachine *machine;
  const QnStroke *stroke;
  int d, m, skip;     /* coordinates and rows that are followed, those before them that are not */
  const double *unit; /* of all coordinates; NULL: 1 */
} Flow;

/* The generator in the units of the coordinates that are followed. */
static gboolean
generator_in_units (const Flow *flow, const QnSurroundings *at, double *G, double *r, GError **error)
{
  const double *unit = flow->unit + flow->skip;
  int d = flow->d, skip = flow->skip, whole = d + skip, row = flow->m == 1 ? QN_ROW_WORK : 0;
  double full[QN_MAX_STATE * QN_MAX_STATE], rows[QN_N_ROWS * QN_MAX_STATE];

  if (!qn_medium_generator (flow->medium, at, full, rows, error))
    return FALSE;
  for (int j = 0; j < d; j++)
    {
      for (int i = 0; i < d; i++)
        {
          double g = full[(i + skip) * whole + j + skip];

          G[i * d + j] = g == 0 ? 0 : g * unit[i] / unit[j]; /* many are 0 */
        }
      for (int i = 0; i < flow->m; i++)
        {
          double g = rows[(i + row) * whole + j + skip];

          r[i * d + j] = g == 0 ? 0 : g / unit[j];
        }
    }
  return TRUE;
}

static gboolean
generator (const Flow *flow, double s, double *G, double *r, GError **error)
{
  double rows[QN_N_ROWS * QN_MAX_STATE];
  QnSurroundings at;

  qn_stroke_surroundings (flow->machine, flow->stroke, s, &at);
  if (flow->unit)
    return generator_in_units (flow, &at, G, r, error);
  if (!qn_medium_generator (flow->medium, &at, G, rows, error))
    return FALSE;
  memcpy (r, flow->m == 1 ? rows + QN_ROW_WORK * flow->d : rows, sizeof (double) * flow->m * flow->d);
  return TRUE;
}

static gboolean
generator_at (gconstpointer data, double s, double *G, double *r, GError **error)
{
  const Flow *flow = data;

  return !qn_is_cancelled (flow->medium->cancelled) && generator (flow, s, G, r, error);
}

static void
set_stuck (gconstpointer data, double tolerance, GError **error)
{
  const Flow *flow = data;

  qn_fault_set (QN_CORE_ERROR_NO_PROGRESS, &(QnFault) { QN_QUANTITY_DURATION, -1, flow->stroke->id, { flow->stroke->duration, tolerance }, STUCK }, error);
}

static gboolean
driven (const Flow *flow, double from, double to, double tolerance, double *K, double *R, GError **error)
{
  QnMovingFlow moving = { flow->d, flow->m, flow->stroke->duration, generator_at, set_stuck, flow };

  return qn_magnus (&moving, from, to, tolerance, K, R, error);
}

/* Where contacts are much longer than they take, heat as the integral of a current that has ended is rounding. Of one alone, at rest, it
 * is what the energy gains. */
static void
book_gain (const Flow *flow, const double *r, const double *K, double *R)
{
  const QnMedium *medium = flow->medium;
  int d = flow->d, booked = -1;

  for (int i = 0; i < QN_ROW_BARE * d; i++)
    if (r[i] != 0 && booked != i / d)
      {
        if (booked >= 0)
          return;
        booked = i / d;
      }
  for (int b = 0; booked >= 0 && b < d; b++)
    {
      R[booked * d + b] = 0;
      for (int a = 0; a < d; a++)
        R[booked * d + b] += (medium->h0[a] + flow->stroke->to * medium->h1[a]) * K[a * d + b];
    }
}

/* Largest element of a b, n x d by d x d. */
static double
product (int n, int d, const double *a, const double *b)
{
  double most = 0;

  for (int i = 0; i < n; i++)
    for (int j = 0; j < d; j++)
      {
        double sum = 0;

        for (int k = 0; k < d; k++)
          sum += a[i * d + k] * b[k * d + j];
        most = MAX (most, fabs (sum));
      }
  return most;
}

static gboolean
commute (int d, const double *a, const double *b, double size)
{
  double most = 0;

  for (int i = 0; i < d; i++)
    for (int j = 0; j < d; j++)
      {
        double sum = 0;

        for (int k = 0; k < d; k++)
          sum += a[i * d + k] * b[k * d + j] - b[i * d + k] * a[k * d + j];
        most = MAX (most, fabs (sum));
      }
  return most <= APART * size * size;
}

/* Two reservoirs that do not feel each other, each at a part of its own, may as well come one after the other: then each one's heat is what
 * the energy gains. G and r: those of both, time included. Where they do feel each other, K and R stay. */
static gboolean
contacts_apart (const Flow *flow, double dt, const double *G, const double *r, double *K, double *R, GError **error)
{
  int d = flow->d, m = flow->m;
  double one[QN_MAX_STATE * QN_MAX_STATE], other[QN_MAX_STATE * QN_MAX_STATE], rows[2][QN_N_ROWS * QN_MAX_STATE] = { { 0 } };
  double map[2][QN_MAX_STATE * QN_MAX_STATE], book[2][QN_N_ROWS * QN_MAX_STATE], size = qn_map_norm (d, G);
  QnSurroundings at;

  if (__builtin_popcount (flow->stroke->baths) != 2 || m != QN_ROW_BARE)
    return TRUE;
  qn_stroke_surroundings (flow->machine, flow->stroke, 1, &at);
  at.contacts &= -at.contacts;
  if (!qn_medium_generator (flow->medium, &at, one, rows[0], error))
    return FALSE;
  for (int i = 0; i < d * d; i++)
    {
      one[i] *= dt;
      other[i] = G[i] - one[i];
    }
  for (int i = 0; i < m * d; i++)
    {
      rows[0][i] *= dt;
      rows[1][i] = r[i] - rows[0][i];
    }
  if (!commute (d, one, other, size) || product (m, d, rows[0], other) > APART * size * size || product (m, d, rows[1], one) > APART * size * size)
    return TRUE;
  for (int i = 0; i < 2; i++)
    {
      qn_propagator (d, m)->exponential (d, m, flow->medium->n_trace, i ? other : one, rows[i], map[i], book[i]);
      book_gain (flow, rows[i], map[i], book[i]);
    }
  memcpy (K, map[0], sizeof (double) * d * d);
  memcpy (R, book[0], sizeof (double) * m * d);
  qn_propagator (d, m)->compose (d, m, K, R, map[1], book[1]);
  return TRUE;
}

/* Constant generator: one exponential, exact. */
static gboolean
resting (const Flow *flow, double from, double to, double *K, double *R, GError **error)
{
  int d = flow->d;
  double dt = (to - from) * flow->stroke->duration, G[QN_MAX_STATE * QN_MAX_STATE], r[QN_N_ROWS * QN_MAX_STATE];

  if (!generator_at (flow, 1, G, r, error))
    return FALSE;
  for (int i = 0; i < d * d; i++)
    G[i] *= dt;
  for (int i = 0; i < flow->m * d; i++)
    r[i] *= dt;
  qn_propagator (d, flow->m)->exponential (d, flow->m, flow->skip ? 0 : flow->medium->n_trace, G, r, K, R);
  if (!flow->unit && flow->m > 1 && qn_map_norm (d, G) > LONG)
    {
      book_gain (flow, r, K, R);
      return contacts_apart (flow, dt, G, r, K, R, error);
    }
  return TRUE;
}

static gboolean
follow (const Flow *flow, double from, double to, double tolerance, double *K, double *R, GError **error)
{
  return qn_stroke_is_steady (flow->machine, flow->stroke) ? resting (flow, from, to, K, R, error) : driven (flow, from, to, tolerance, K, R, error);
}

/* What is followed in units of its own, back in the coordinates of the medium. */
static gboolean
follow_in_units (const Flow *flow, double from, double to, double tolerance, QnMap *map, GError **error)
{
  const double *unit = flow->unit + flow->skip;
  int d = flow->d, skip = flow->skip, whole = d + skip, row = flow->m == 1 ? QN_ROW_WORK : 0;
  double K[d * d], R[flow->m * d];

  memset (K, 0, sizeof K);
  memset (R, 0, sizeof R);
  if (!follow (flow, from, to, tolerance, K, R, error))
    return FALSE;
  for (int j = 0; j < d; j++)
    {
      for (int i = 0; i < d; i++)
        map->K[(i + skip) * whole + j + skip] = K[i * d + j] / unit[i] * unit[j];
      for (int i = 0; i < flow->m; i++)
        map->R[(i + row) * whole + j + skip] = R[i * d + j] * unit[j];
    }
  return TRUE;
}

static gboolean
move (const QnMedium *medium, const QnMachine *machine, const QnStroke *stroke, double from, double to, double tolerance, QnMap *map, GError **error)
{
  void (*units) (double w, double *unit) = medium->klass->units;
  int m = stroke->baths ? medium->n_rows : 1, skip = units && !stroke->baths ? medium->n_trace : 0, d = medium->d - skip;
  double unit[QN_MAX_STATE];
  Flow flow = { medium, machine, stroke, d, m, skip, units ? unit : NULL };

  if (!units)
    return follow (&flow, from, to, tolerance, map->K, m == 1 ? map->R + QN_ROW_WORK * d : map->R, error);
  units (sqrt (stroke->from * stroke->to), unit);
  return follow_in_units (&flow, from, to, tolerance, map, error);
}

/* In closed form, where the medium has one. */
static gboolean
rest (const QnMedium *medium, const QnMachine *machine, const QnStroke *stroke, double from, double to, QnMap *map, GError **error)
{
  QnSurroundings at;

  qn_stroke_surroundings (machine, stroke, 1, &at);
  return medium->klass->rest (medium, &at, (to - from) * stroke->duration, (1 - from) * stroke->duration, map->K, map->R, error);
}

/* The energy it changes is work: R = h K. */
static void
event (const QnMedium *medium, const QnStroke *stroke, QnMap *map)
{
  int d = medium->d;
  double *work = map->R + QN_ROW_WORK * d;

  qn_medium_swap (medium, stroke->swap, map->K);
  for (int a = 0; a < d; a++)
    for (int b = 0; b < d; b++)
      work[b] += (medium->h0[a] + stroke->to * medium->h1[a]) * map->K[a * d + b];
}

gboolean
qn_flow_stroke (const QnMedium *medium, const QnMachine *machine, const QnStroke *stroke, double from, double to, double tolerance, QnMap *map, GError **error)
{
  memset (map->K, 0, sizeof (double) * map->d * map->d);
  memset (map->R, 0, sizeof (double) * map->m * map->d);
  if (stroke->swap != 0 && from == 0 && to > from)
    {
      event (medium, stroke, map);
      return TRUE;
    }
  if (stroke->duration == 0 || to <= from)
    return TRUE; /* nothing happens */
  if (medium->klass->rest && qn_stroke_rests (stroke) && stroke->dephasing == 0)
    return rest (medium, machine, stroke, from, to, map, error);
  return move (medium, machine, stroke, from, to, tolerance, map, error);
}

double
qn_stroke_force (const QnStroke *stroke, const QnMedium *medium, const double *x, const QnReading *reading)
{
  return qn_medium_force (medium, stroke->counterdiabatic && stroke->from != stroke->to, x, reading);
}

double
qn_drive_cost (const QnMedium *medium, const QnMachine *machine, const QnStroke *stroke, const double *start)
{
  gboolean moments = medium->klass->gaussian; /* then the cost is the state's, whose squeezing turns */
  int pieces = moments ? (int) CLAMP (qn_stroke_phase (stroke, 0), 8, 200) : 64;
  double sum = 0, s = 0, x[QN_MAX_STATE], rows[QN_N_ROWS] = { 0 };
  QnMap map;

  if (!stroke->counterdiabatic || stroke->from == stroke->to || medium->diagonal)
    return 0;
  if (stroke->duration == 0 || stroke->shape == QN_RAMP_SUDDEN || (moments && !qn_machine_stays_gaussian (machine)))
    return NAN;
  memcpy (x, start, sizeof (double) * medium->d);
  qn_map_init (&map, medium->d, medium->n_rows);
  for (int i = 0; i < 5 * pieces; i++)
    {
      double next = (i / 5 + 0.5 + qn_gauss_5[i % 5].offset) / pieces;
      QnSurroundings at;

      qn_stroke_surroundings (machine, stroke, next, &at);
      if (moments && !qn_flow_stroke (medium, machine, stroke, s, next, 1e-10, &map, NULL))
        sum = NAN;
      if (moments)
        qn_map_apply (&map, x, x, rows);
      sum += qn_medium_cost (medium, &at, x, qn_gauss_5[i % 5].weight / pieces);
      s = next;
    }
  qn_map_clear (&map);
  return sum;
}
