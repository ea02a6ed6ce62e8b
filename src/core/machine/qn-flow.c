/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/machine/qn-flow.h"

#include <math.h>
#include <string.h>

#include "core/linear/qn-magnus.h"
#include "core/linear/qn-quadrature.h"
#include "core/linear/qn-radau.h"
#include "core/medium/qn-medium-class.h"

#define LONG 64 /* times the fastest rate */
#define APART 1e-13
#define DAMPED 40 /* times: beyond, steps follow what is left */
#define GONE 1e6
#define STUCK N_ ("a stroke of %g takes too many steps to be followed with an error below %g; allowed: shorter ones, or smaller energies and couplings")

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
  double damped, turned; /* see damping() */
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

/* How often over it a driven stroke forgets: the size of what its generator has symmetric, times the duration; `turned`: of all of it. A squeezed reservoir's noise
 * turns for ever. */
static gboolean
damping (Flow *flow, double from, double to, GError **error)
{
  int d = flow->d;
  double G[QN_MAX_STATE * QN_MAX_STATE], r[QN_N_ROWS * QN_MAX_STATE], even[QN_MAX_STATE * QN_MAX_STATE];

  if (qn_stroke_is_steady (flow->machine, flow->stroke) || (flow->medium->klass->gaussian && (flow->machine->bath[QN_HOT].squeezing != 0 || flow->skip)))
    return TRUE;
  for (int end = 0; end < 2 && (flow->stroke->baths || flow->stroke->dephasing > 0); end++)
    {
      if (!generator_at (flow, end ? to : from, G, r, error))
        return FALSE;
      for (int i = 0; i < d; i++)
        for (int j = 0; j < d; j++)
          even[i * d + j] = (G[i * d + j] + G[j * d + i]) / 2;
      flow->damped = MAX (flow->damped, qn_map_norm (d, even) * (to - from) * flow->stroke->duration);
      flow->turned = MAX (flow->turned, qn_map_norm (d, G) * (to - from) * flow->stroke->duration);
    }
  return TRUE;
}

/* Where contacts are much longer than they take, heat as the integral of a current that has nearly ended is rounding. That of one alone is
 * what the energy gains but for work. */
static void
book_gain (const QnMedium *medium, int bath, double w0, double w1, const double *K, double *R)
{
  int d = medium->d;
  double start[QN_MAX_STATE], end[QN_MAX_STATE];

  for (int a = 0; a < d; a++)
    {
      double unit[QN_MAX_STATE] = { 0 };

      unit[a] = 1;
      start[a] = qn_medium_energy (medium, w0, unit);
      end[a] = qn_medium_energy (medium, w1, unit);
    }
  for (int b = 0; b < d; b++)
    {
      R[bath * d + b] = end[b] - start[b] - R[QN_ROW_WORK * d + b];
      for (int a = 0; a < d; a++)
        R[bath * d + b] += end[a] * K[a * d + b];
    }
}

/* Of media that count energy in one way. */
static gboolean
touches_one (const Flow *flow)
{
  return flow->medium->n_rows == QN_ROW_BARE && __builtin_popcount (flow->stroke->baths) == 1;
}

static gboolean
driven (const Flow *flow, double from, double to, double tolerance, double *K, double *R, GError **error)
{
  QnMovingFlow moving = { flow->d, flow->m, flow->stroke->duration, generator_at, set_stuck, flow };

  /* a coherence that turns many times before it dies asks collocation for more than it saves */
  if (flow->damped < (flow->turned > 10 * flow->damped ? 5 * DAMPED : DAMPED))
    return qn_magnus (&moving, from, to, tolerance, K, R, error);
  return qn_radau (&moving, flow->skip ? 0 : flow->medium->n_trace, from, to, tolerance, K, R, error);
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

  if (flow->unit || __builtin_popcount (flow->stroke->baths) != 2 || m != QN_ROW_BARE)
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
      book_gain (flow->medium, __builtin_ctz (i ? flow->stroke->baths & ~at.contacts : at.contacts), flow->stroke->to, flow->stroke->to, map[i], book[i]);
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
  if (qn_map_norm (d, G) <= LONG)
    return TRUE;
  if (touches_one (flow) && !flow->unit)
    book_gain (flow->medium, __builtin_ctz (flow->stroke->baths), flow->stroke->to, flow->stroke->to, K, R);
  return contacts_apart (flow, dt, G, r, K, R, error);
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

/* The map of an isolated drive turns rho and does no more, but for an error below the tolerance: taken off by a step of Newton's towards
 * the nearest orthogonal map. Contacts however weak are then not outdone by it. */
static void
make_orthogonal (int d, double *K)
{
  double excess[QN_MAX_STATE * QN_MAX_STATE], step[QN_MAX_STATE * QN_MAX_STATE];

  for (int i = 0; i < d; i++)
    for (int j = 0; j < d; j++)
      {
        excess[i * d + j] = K[i * d + j] + K[j * d + i];
        for (int k = 0; k < d; k++)
          excess[i * d + j] += K[k * d + i] * K[k * d + j];
      }
  for (int i = 0; i < d; i++)
    for (int j = 0; j < d; j++)
      {
        step[i * d + j] = excess[i * d + j] / 2;
        for (int k = 0; k < d; k++)
          step[i * d + j] += K[i * d + k] * excess[k * d + j] / 2;
      }
  for (int i = 0; i < d * d; i++)
    K[i] -= step[i];
}

/* Its work, which was integrated by itself, is what the energy gains, if it is within the tolerance; else it stays and shows. */
static void
close_books (const QnMedium *medium, double w0, double w1, double tolerance, QnMap *map)
{
  int d = medium->d;
  double *work = map->R + QN_ROW_WORK * d;

  for (int b = 0; b < d; b++)
    {
      double gain = (w1 - w0) * medium->h1[b], most = fabs (medium->h0[b]) + fabs (w0 * medium->h1[b]) + fabs (w1 * medium->h1[b]);

      for (int a = 0; a < d; a++)
        gain += (medium->h0[a] + w1 * medium->h1[a]) * map->K[a * d + b];
      if (fabs (gain - work[b]) <= 100 * tolerance * (1 + most))
        work[b] = gain;
    }
}

static gboolean
move (const QnMedium *medium, const QnMachine *machine, const QnStroke *stroke, double from, double to, double tolerance, QnMap *map, GError **error)
{
  void (*units) (double w, double *unit) = medium->klass->units;
  int skip = units && !stroke->baths ? medium->n_trace : 0, d = medium->d - skip;
  double unit[QN_MAX_STATE];
  Flow flow = { medium, machine, stroke, d, stroke->baths ? medium->n_rows : 1, skip, units ? unit : NULL, 0, 0 };
  gboolean gone;

  if (units)
    units (sqrt (stroke->from * stroke->to), unit);
  if (!damping (&flow, from, to, error))
    return FALSE;
  gone = flow.damped > GONE && touches_one (&flow);
  flow.m = gone ? 1 : flow.m;
  if (!(units ? follow_in_units (&flow, from, to, tolerance, map, error)
              : follow (&flow, from, to, tolerance, map->K, flow.m == 1 ? map->R + QN_ROW_WORK * d : map->R, error)))
    return FALSE;
  if (!stroke->baths && stroke->dephasing == 0 && !units)
    {
      make_orthogonal (d, map->K);
      close_books (medium, qn_stroke_control (stroke, &medium->spec, from, NULL), qn_stroke_control (stroke, &medium->spec, to, NULL), tolerance, map);
    }
  if (gone)
    book_gain (medium, __builtin_ctz (stroke->baths), qn_stroke_control (stroke, &medium->spec, from, NULL), qn_stroke_control (stroke, &medium->spec, to, NULL), map->K, map->R);
  return TRUE;
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

gboolean
qn_flow_strokes (const QnMedium *medium, const QnMachine *machine, double tolerance, double *x, double *ledger, GError **error)
{
  double w = machine->stroke[0].from;
  gboolean ok = TRUE;
  QnMap map;

  qn_map_init (&map, medium->d, medium->n_rows);
  for (int s = 0; s < machine->n_strokes && ok; s++)
    {
      const QnStroke *stroke = &machine->stroke[s];

      ledger[QN_ROW_WORK] += qn_medium_energy (medium, qn_stroke_first (stroke), x) - qn_medium_energy (medium, w, x);
      ok = qn_flow_stroke (medium, machine, stroke, 0, 1, tolerance, &map, error);
      qn_map_apply (&map, x, x, ledger);
      w = qn_stroke_last (stroke);
    }
  qn_map_clear (&map);
  return ok;
}
