/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/machine/qn-cycle.h"

#include <math.h>
#include <string.h>

#include "core/linear/qn-linear.h"
#include "core/machine/qn-conserved.h"
#include "core/machine/qn-flow.h"
#include "core/medium/qn-medium-class.h"
#include "core/medium/qn-medium.h"

#define NOT_A_STATE 1e-9
#define NO_STATE N_ ("rates so far apart leave no state that this arithmetic can tell from others; allowed: couplings, energies and times less far apart")
#define SAMPLE_TOLERANCE 1e-9 /* of what is only looked at; the corners are exact to the cycle's own */

struct _QnCycle
{
  QnMachine machine;
  QnMedium medium;
  double tolerance;
  QnMap map[QN_MAX_STROKES];
  double x[QN_MAX_STROKES + 1][QN_MAX_STATE]; /* state at the corners */
  double squeezed; /* sum over QN_ROW_SQUEEZED */
  double *G, *rates; /* continuous: generator and rows of qn_medium_generator(); NULL elsewhere */
  gboolean steady;   /* continuous, and in its steady state */
  gboolean closed;   /* it ends as it began */
  QnLedger ledger;
};

void
qn_cycle_free (QnCycle *cycle)
{
  if (!cycle)
    return;
  for (int i = 0; i < cycle->machine.n_strokes; i++)
    qn_map_clear (&cycle->map[i]);
  qn_medium_clear (&cycle->medium);
  g_free (cycle->G);
  g_free (cycle->rates);
  g_free (cycle);
}

const QnLedger *
qn_cycle_ledger (const QnCycle *cycle)
{
  return &cycle->ledger;
}

static gboolean
no_state (GError **error)
{
  return qn_fault_set (QN_CORE_ERROR_NO_PROGRESS, &(QnFault) { .quantity = QN_QUANTITY_COUPLING, .place = -1, .text = NO_STATE }, error);
}

/* If an oscillator's is not, the first drive is to blame, or what moves first in contact. */
static gboolean
is_state (QnCycle *cycle, GError **error)
{
  int blamed = 0;
  QnReading reading = { 0 };

  if (!cycle->medium.klass->is_state)
    {
      qn_medium_read (&cycle->medium, cycle->machine.stroke[0].from, cycle->x[0], &reading);
      return (reading.min_eigenvalue >= -NOT_A_STATE && fabs (reading.trace - 1) <= NOT_A_STATE) || no_state (error);
    }
  if (cycle->medium.klass->is_state (cycle->x[0], error))
    return TRUE;
  for (int i = cycle->machine.n_strokes - 1; i >= 0; i--)
    {
      const QnStroke *stroke = &cycle->machine.stroke[i], *worse = &cycle->machine.stroke[blamed];

      if (stroke->from != stroke->to && (!stroke->baths || worse->baths || worse->from == worse->to))
        blamed = i;
    }
  return qn_fault_locate (error, blamed, cycle->machine.stroke[blamed].id);
}

/* What K leaves of x, largest coordinate. */
static double
moved (int d, const double *K, const double *x)
{
  double most = 0;

  for (int i = 0; i < d; i++)
    {
      double sum = 0;

      for (int j = 0; j < d; j++)
        sum += K[i * d + j] * x[j];
      most = MAX (most, fabs (sum));
    }
  return isfinite (most) ? most : INFINITY;
}

/* The one x with K x = 0. Rates that add up keep small ones exact; where they are not what moves the state, what solves best. */
static gboolean
solve_unique (const QnCycle *cycle, const double *K, double *x)
{
  int d = cycle->medium.d, n = cycle->medium.n_trace;
  double other[QN_MAX_STATE];
  gboolean rates = !cycle->medium.klass->gaussian && qn_linear_stationary (n, d, K, x);

  if (rates && moved (d, K, x) <= 1e-13 * qn_map_norm (d, K))
    return TRUE;
  if (!qn_linear_fixed_point (n, d, K, other))
    return rates;
  if (!rates || moved (d, K, other) < moved (d, K, x))
    memcpy (x, other, sizeof (double) * d);
  return TRUE;
}

static gboolean
solve_limit (QnCycle *cycle, GError **error)
{
  QnMap total;
  int d = cycle->medium.d, n;
  double start[QN_MAX_STATE], conserved[QN_MAX_STATE * QN_MAX_STATE];
  gboolean solved = TRUE;

  qn_map_init (&total, d, cycle->medium.n_rows);
  for (int i = 0; i < cycle->machine.n_strokes; i++)
    qn_map_then (&total, &cycle->map[i]);
  n = qn_conserved (&cycle->medium, &cycle->machine, NULL);
  cycle->ledger.unique = n == 1;
  qn_machine_start (&cycle->machine, &cycle->medium, start);
  if (n == 1)
    solved = solve_unique (cycle, cycle->G ? cycle->G : total.K, cycle->x[0]);
  else if (n == 0)
    qn_linear_time_average (d, total.K, start, cycle->x[0]);
  else
    solved = qn_conserved (&cycle->medium, &cycle->machine, conserved) == n && qn_linear_conserving (n, d, cycle->G ? cycle->G : total.K, conserved, start, cycle->x[0]);
  cycle->medium.gaussian &= cycle->ledger.unique; /* else a mixture of its orbit's states */
  cycle->steady = cycle->G != NULL;
  cycle->closed = TRUE;
  qn_map_clear (&total);
  return (solved || no_state (error)) && is_state (cycle, error);
}

static void
add_bare (QnCycle *cycle, const double *row)
{
  int bare = cycle->medium.n_rows > QN_ROW_BARE ? QN_ROW_BARE : 0;

  for (int k = 0; k < cycle->machine.n_baths; k++)
    cycle->ledger.bare_heat[k] += row[bare + k];
  cycle->ledger.bare_work_output -= row[bare + QN_ROW_WORK];
}

/* In a steady state currents do not change, whatever rounding makes of a long time. */
static void
rest_steadily (QnCycle *cycle, double *row)
{
  int d = cycle->medium.d;

  memcpy (cycle->x[1], cycle->x[0], sizeof cycle->x[0]);
  for (int k = 0; k < cycle->medium.n_rows; k++)
    for (int a = 0; a < d; a++)
      row[k] += cycle->rates[k * d + a] * cycle->x[0][a] * cycle->machine.stroke[0].duration;
}

/* The ledger of stroke i from the corner states; E and S at its ends; friction. */
static void
write_stroke (QnCycle *cycle, int i, QnReading *before)
{
  const QnMachine *machine = &cycle->machine;
  const QnStroke *stroke = &machine->stroke[i];
  QnStrokeLedger *entry = &cycle->ledger.stroke[i];
  double row[QN_N_ROWS] = { 0 };
  QnReading after = { 0 };

  row[QN_ROW_WORK] = qn_medium_energy (&cycle->medium, qn_stroke_first (stroke), cycle->x[i]) - qn_medium_energy (&cycle->medium, before->control, cycle->x[i]);
  if (cycle->steady)
    rest_steadily (cycle, row);
  else
    qn_map_apply (&cycle->map[i], cycle->x[i], cycle->x[i + 1], row);
  qn_medium_read (&cycle->medium, qn_stroke_last (stroke), cycle->x[i + 1], &after);
  entry->duration = stroke->duration;
  for (int k = 0; k < machine->n_baths; k++)
    entry->heat[k] = row[k];
  cycle->squeezed += row[QN_ROW_SQUEEZED];
  add_bare (cycle, row);
  entry->work_output = -row[QN_ROW_WORK];
  entry->energy_start = before->energy;
  entry->energy_end = after.energy;
  entry->entropy_start = before->entropy;
  entry->entropy_end = after.entropy;
  memcpy (entry->population_end, after.population, sizeof after.population);
  memcpy (entry->bloch_end, after.bloch, sizeof after.bloch);
  entry->friction_work = stroke->baths || stroke->swap != 0 ? 0 : row[QN_ROW_WORK] - qn_medium_adiabatic (&cycle->medium, before, &after);
  entry->drive_cost = qn_drive_cost (&cycle->medium, machine, stroke, cycle->x[i]);
  *before = after;
}

static double
largest_difference (const double *a, const double *b, int n)
{
  double most = 0;

  for (int i = 0; i < n; i++)
    most = MAX (most, fabs (a[i] - b[i]));
  return most;
}

static double
secular_ratio (const QnMedium *medium, const QnMachine *machine)
{
  double least = INFINITY;

  for (int i = 0; i < machine->n_strokes; i++)
    for (double s = 0; machine->stroke[i].baths && machine->stroke[i].duration > 0 && s <= 1; s += qn_stroke_rests (&machine->stroke[i]) ? 2 : 0.5)
      {
        QnSurroundings at;

        qn_stroke_surroundings (machine, &machine->stroke[i], s, &at);
        least = MIN (least, qn_medium_secular_ratio (medium, &at));
      }
  return least;
}

/* dS - sum_k dQ_k/T_k; a squeezed reservoir's entropy does not go with its heat. */
static double
entropy_produced (const QnMachine *machine, double dS, const double *heat, double squeezed)
{
  for (int k = 0; k < machine->n_baths; k++)
    dS -= (k == QN_HOT && machine->bath[k].squeezing != 0 ? squeezed : heat[k]) / machine->bath[k].temperature;
  return dS;
}

static double
largest_energy (const QnMedium *medium, const QnReading *reading)
{
  double largest = fabs (reading->energy);

  for (int n = 0; n < medium->n; n++)
    largest = MAX (largest, fabs (reading->level[n]));
  return largest;
}

static void
write_ledger (QnCycle *cycle)
{
  const QnMachine *machine = &cycle->machine;
  QnLedger *ledger = &cycle->ledger;
  QnReading now = { 0 }, first;
  double last = qn_stroke_last (&machine->stroke[machine->n_strokes - 1]), gained;

  ledger->n_strokes = machine->n_strokes;
  ledger->n_levels = cycle->medium.n;
  ledger->n_baths = machine->n_baths;
  ledger->period = qn_machine_period (machine);
  ledger->secular_ratio = secular_ratio (&cycle->medium, machine);
  qn_medium_read (&cycle->medium, last, cycle->x[0], &now);
  first = now;
  ledger->min_eigenvalue = now.min_eigenvalue;
  for (int i = 0; i < machine->n_strokes; i++)
    {
      QnStrokeLedger *entry = &ledger->stroke[i];

      write_stroke (cycle, i, &now);
      for (int k = 0; k < machine->n_baths; k++)
        ledger->heat[k] += entry->heat[k];
      ledger->work_output += entry->work_output;
      if (!machine->stroke[i].baths)
        ledger->drive_work += entry->work_output;
      ledger->friction_work += entry->friction_work;
      ledger->drive_cost += entry->drive_cost;
      ledger->residual_trace = MAX (ledger->residual_trace, fabs (now.trace - 1));
      ledger->min_eigenvalue = MIN (ledger->min_eigenvalue, now.min_eigenvalue);
      ledger->energy_scale = MAX (ledger->energy_scale, largest_energy (&cycle->medium, &now));
    }
  gained = cycle->closed ? 0 : now.entropy - first.entropy; /* the entropy of no matter what state */
  ledger->entropy_production = entropy_produced (machine, gained, ledger->heat, cycle->squeezed);
  ledger->bare_entropy_production = entropy_produced (machine, gained, ledger->bare_heat, cycle->squeezed);
  ledger->residual_first_law = now.energy - first.energy + ledger->work_output;
  for (int k = 0; k < machine->n_baths; k++)
    ledger->residual_first_law -= ledger->heat[k];
  ledger->residual_limit_cycle = largest_difference (cycle->x[machine->n_strokes], cycle->x[0], cycle->medium.d);
  qn_regenerator_book (machine, ledger);
}

static gboolean
same_stroke (const QnStroke *a, const QnStroke *b)
{
  return a->duration == b->duration && a->shape == b->shape && a->from == b->from && a->to == b->to && a->baths == b->baths
         && a->counterdiabatic == b->counterdiabatic && a->dephasing == b->dephasing && a->swap == b->swap;
}

static gboolean
same_bath (const QnBath *a, const QnBath *b)
{
  return a->temperature == b->temperature && a->coupling == b->coupling && a->spectrum == b->spectrum && a->squeezing == b->squeezing;
}

/* Whether stroke i has the same map in both: the same medium and way, and what it is in contact with; of moments, all there is. */
static gboolean
same_flow (const QnCycle *cycle, const QnCycle *beside, int i)
{
  const QnMachine *a = &cycle->machine, *b = &beside->machine;

  if (cycle->tolerance != beside->tolerance || a->n_strokes != b->n_strokes || a->n_baths != b->n_baths || memcmp (&a->medium, &b->medium, sizeof a->medium) != 0
      || cycle->medium.d != beside->medium.d || cycle->medium.n_rows != beside->medium.n_rows || !same_stroke (&a->stroke[i], &b->stroke[i]))
    return FALSE;
  for (int k = 0; k < a->n_baths; k++)
    if ((a->stroke[i].baths & 1u << k || cycle->medium.klass->gaussian) && !same_bath (&a->bath[k], &b->bath[k]))
      return FALSE;
  return TRUE;
}

/* The map of stroke i, taken over where it is known. */
static gboolean
map_stroke (QnCycle *cycle, const QnCycle *beside, int i, GError **error)
{
  if (beside && same_flow (cycle, beside, i))
    {
      memcpy (cycle->map[i].K, beside->map[i].K, sizeof (double) * cycle->medium.d * cycle->medium.d);
      memcpy (cycle->map[i].R, beside->map[i].R, sizeof (double) * cycle->medium.n_rows * cycle->medium.d);
      return TRUE;
    }
  return qn_flow_stroke (&cycle->medium, &cycle->machine, &cycle->machine.stroke[i], 0, 1, cycle->tolerance / cycle->machine.n_strokes, &cycle->map[i], error);
}

/* Everything but the state to start from. */
static QnCycle *
cycle_new_unsolved (const QnMachine *machine, gboolean carry, const QnCycle *beside, double tolerance, const gint *cancelled, GError **error)
{
  QnCycle *cycle;

  if (!qn_machine_check (machine, error))
    return NULL;
  cycle = g_new0 (QnCycle, 1);
  cycle->machine = *machine;
  cycle->tolerance = tolerance;
  qn_medium_init (&cycle->medium, &machine->medium, carry);
  cycle->medium.cancelled = cancelled;
  cycle->medium.gaussian = qn_machine_stays_gaussian (machine);
  for (int i = 0; i < machine->n_strokes; i++)
    qn_map_init (&cycle->map[i], cycle->medium.d, cycle->medium.n_rows);
  for (int i = 0; i < machine->n_strokes; i++)
    if (!map_stroke (cycle, beside, i, error))
      {
        qn_cycle_free (cycle);
        return NULL;
      }
  qn_flow_at_rest (&cycle->medium, machine, &cycle->G, &cycle->rates);
  return cycle;
}

QnCycle *
qn_cycle_new (const QnMachine *machine, double tolerance, const gint *cancelled, GError **error)
{
  return qn_cycle_new_beside (machine, NULL, tolerance, cancelled, error);
}

QnCycle *
qn_cycle_new_beside (const QnMachine *machine, const QnCycle *beside, double tolerance, const gint *cancelled, GError **error)
{
  QnCycle *cycle = cycle_new_unsolved (machine, FALSE, beside, tolerance, cancelled, error);

  if (!cycle)
    return NULL;
  if (!solve_limit (cycle, error))
    {
      qn_cycle_free (cycle);
      return NULL;
    }
  write_ledger (cycle);
  return cycle;
}

QnCycle *
qn_cycle_new_transient (const QnMachine *machine, int cycles, double tolerance, const gint *cancelled, GError **error)
{
  QnCycle *cycle = cycle_new_unsolved (machine, qn_machine_starts_coherent (machine), NULL, tolerance, cancelled, error);
  double ledger[QN_N_ROWS] = { 0 };

  g_return_val_if_fail (cycles >= 1, NULL);
  if (!cycle)
    return NULL;
  qn_machine_start (machine, &cycle->medium, cycle->x[0]);
  cycle->medium.gaussian = qn_machine_starts_gaussian (machine);
  for (int n = 1; n < cycles && !qn_is_cancelled (cancelled); n++)
    for (int i = 0; i < machine->n_strokes; i++)
      qn_map_apply (&cycle->map[i], cycle->x[0], cycle->x[0], ledger);
  cycle->ledger.unique = TRUE;
  write_ledger (cycle);
  return cycle;
}

void
qn_cycle_read_start (QnCycle *cycle, QnReading *out)
{
  memset (out, 0, sizeof *out);
  qn_medium_read (&cycle->medium, cycle->machine.stroke[0].from, cycle->x[0], out);
  out->force = qn_stroke_force (&cycle->machine.stroke[0], &cycle->medium, cycle->x[0], out);
  qn_medium_currents (&cycle->medium, cycle->rates, cycle->x[0], out);
}

/* One of the rates is the limit's own, 0 but for rounding: the next one is meant. */
double
qn_cycle_relaxation_rate (const QnCycle *cycle)
{
  double real[QN_MAX_STATE], imaginary[QN_MAX_STATE], least = INFINITY, next = INFINITY;
  QnMap total;
  int d = cycle->medium.d;
  gboolean ok;

  if (qn_conserved (&cycle->medium, &cycle->machine, NULL) != 1)
    return 0;
  qn_map_init (&total, d, cycle->medium.n_rows);
  for (int i = 0; i < cycle->machine.n_strokes; i++)
    qn_map_then (&total, &cycle->map[i]);
  ok = qn_linear_eigenvalues (d, cycle->G ? cycle->G : total.K, real, imaginary);
  qn_map_clear (&total);
  for (int i = 0; ok && i < d; i++)
    {
      double rate = cycle->G ? -real[i] : -log1p (2 * real[i] + real[i] * real[i] + imaginary[i] * imaginary[i]) / 2 / cycle->ledger.period;

      next = MIN (next, MAX (least, rate));
      least = MIN (least, rate);
    }
  return ok && cycle->ledger.period > 0 ? next : NAN;
}

/* --- Readings ------------------------------------------------------------- */

#define DEEPEST 40

/* One instant of a stroke; they hang together in the order of time. */
typedef struct
{
  double x[QN_MAX_STATE], row[QN_N_ROWS];
  int next;    /* -1: the last */
  int depth;   /* the way to the next is 2^-depth of a coarse one */
  double way;  /* how far it is to the next */
} Instant;

typedef struct
{
  QnCycle *cycle;
  int points, coarse; /* a stroke, and of them so many even in time: the others halve the longest ways */
  int stroke, n, last; /* the stroke's end is instant `last` */
  double time; /* when the stroke starts */
  gboolean steady;
  Instant *at;
  QnReading *reading;
  QnMap map[DEEPEST + 1]; /* steady: the maps of each depth, once known */
  gboolean known[DEEPEST + 1];
} Sampling;

static void
read_instant (Sampling *sampling, int k, double fraction)
{
  const QnCycle *cycle = sampling->cycle;
  const QnStroke *stroke = &cycle->machine.stroke[sampling->stroke];
  const Instant *at = &sampling->at[k];
  QnReading *s = &sampling->reading[k];

  qn_medium_read (&cycle->medium, fraction == 0 ? qn_stroke_first (stroke) : qn_stroke_control (stroke, &cycle->machine.medium, fraction, NULL), at->x, s);
  s->force = qn_stroke_force (stroke, &cycle->medium, at->x, s);
  qn_medium_currents (&cycle->medium, cycle->rates, at->x, s);
  s->stroke = sampling->stroke;
  s->fraction = fraction;
  s->time = sampling->time + fraction * stroke->duration;
  for (int b = 0; b < cycle->machine.n_baths; b++)
    s->heat[b] = at->row[b];
  s->work_output = -at->row[QN_ROW_WORK];
}

/* The next instant after `from`, a coarse step's 2^-depth later. */
static gboolean
reach (Sampling *sampling, int from, double fraction, int depth)
{
  QnCycle *cycle = sampling->cycle;
  QnMap *map = &sampling->map[sampling->steady ? depth : 0];
  Instant *a = &sampling->at[from], *b = &sampling->at[sampling->n];

  if (qn_is_cancelled (cycle->medium.cancelled))
    return FALSE;
  if (!sampling->steady || !sampling->known[depth])
    if (!qn_flow_stroke (&cycle->medium, &cycle->machine, &cycle->machine.stroke[sampling->stroke], sampling->reading[from].fraction, fraction,
                         MAX (cycle->tolerance, SAMPLE_TOLERANCE) / cycle->machine.n_strokes, map, NULL))
      return FALSE;
  sampling->known[depth] = TRUE;
  memcpy (b->row, a->row, sizeof b->row);
  qn_map_apply (map, a->x, b->x, b->row);
  b->next = a->next;
  b->depth = a->depth = depth;
  a->next = sampling->n;
  read_instant (sampling, sampling->n, fraction);
  sampling->n++;
  return TRUE;
}

/* How far figures move between two readings: state, entropy, temperature, each a fraction of what it can be or nats. */
static double
way_between (const QnMachine *machine, const QnReading *a, const QnReading *b)
{
  double moved = 0, all = 0, T = 0, way;

  for (int k = 0; k < a->n_state; k++)
    {
      moved += fabs (a->state[k] - b->state[k]);
      all += fabs (a->state[k]) + fabs (b->state[k]);
    }
  way = all > 0 ? 2 * moved / all : 0;
  if (isfinite (a->entropy) && isfinite (b->entropy))
    way += fabs (a->entropy - b->entropy);
  for (int k = 0; k < machine->n_baths; k++)
    T = MAX (T, machine->bath[k].temperature);
  if (isfinite (a->temperature) && isfinite (b->temperature))
    way += fabs (a->temperature / (a->temperature + T) - b->temperature / (b->temperature + T));
  return way;
}

static void
measure (Sampling *sampling, int k)
{
  Instant *at = &sampling->at[k];
  const QnReading *here = &sampling->reading[k];

  /* a little for time alone: where nothing moves the readings are even */
  if (at->next >= 0)
    at->way = way_between (&sampling->cycle->machine, here, &sampling->reading[at->next]) + 1e-3 * (sampling->reading[at->next].fraction - here->fraction);
}

/* Halves the longest way. FALSE: none can be. */
static gboolean
halve (Sampling *sampling)
{
  int longest = -1, middle = sampling->n;

  for (int k = 0; k < sampling->n; k++)
    if (sampling->at[k].next >= 0 && sampling->at[k].depth < DEEPEST && (longest < 0 || sampling->at[k].way > sampling->at[longest].way))
      longest = k;
  if (longest < 0
      || !reach (sampling, longest, (sampling->reading[longest].fraction + sampling->reading[sampling->at[longest].next].fraction) / 2, sampling->at[longest].depth + 1))
    return FALSE;
  measure (sampling, longest);
  measure (sampling, middle);
  return TRUE;
}

/* Even first; a stroke of no duration stays so. */
static gboolean
sample_stroke (Sampling *sampling, const double *row, QnReading *out)
{
  const QnStroke *stroke = &sampling->cycle->machine.stroke[sampling->stroke];
  int points = sampling->points, coarse = stroke->duration > 0 ? sampling->coarse : points, from = 0;
  gboolean ok = TRUE;

  sampling->n = 1;
  sampling->steady = qn_stroke_is_steady (&sampling->cycle->machine, stroke);
  memset (sampling->known, 0, sizeof sampling->known);
  memset (sampling->reading, 0, sizeof *sampling->reading * (points + 1));
  memcpy (sampling->at[0].x, sampling->cycle->x[sampling->stroke], sizeof sampling->at[0].x);
  memcpy (sampling->at[0].row, row, sizeof sampling->at[0].row);
  sampling->at[0].next = -1;
  read_instant (sampling, 0, 0);
  for (int k = 1; ok && k <= coarse; from = k++)
    if ((ok = reach (sampling, from, (double) k / coarse, 0)))
      measure (sampling, from);
  sampling->last = sampling->n - 1;
  while (ok && sampling->n <= points)
    ok = halve (sampling);
  for (int k = 0; k >= 0; k = sampling->at[k].next)
    *out++ = sampling->reading[k];
  return ok;
}

static gsize
sample_cycle (QnCycle *cycle, int points_per_stroke, int coarse, QnReading *out)
{
  int n = cycle->machine.n_strokes;
  g_autofree Instant *instants = g_new0 (Instant, points_per_stroke + 1);
  g_autofree QnReading *readings = g_new0 (QnReading, points_per_stroke + 1);
  Sampling sampling = { .cycle = cycle, .points = points_per_stroke, .coarse = coarse, .at = instants, .reading = readings };
  double row[QN_N_ROWS] = { 0 }, w = qn_stroke_last (&cycle->machine.stroke[n - 1]);

  for (int i = 0; i <= DEEPEST; i++)
    qn_map_init (&sampling.map[i], cycle->medium.d, cycle->medium.n_rows);
  for (int i = 0; i < n; i++)
    {
      const QnStroke *stroke = &cycle->machine.stroke[i];

      row[QN_ROW_WORK] += qn_medium_energy (&cycle->medium, qn_stroke_first (stroke), cycle->x[i]) - qn_medium_energy (&cycle->medium, w, cycle->x[i]);
      w = qn_stroke_last (stroke);
      sampling.stroke = i;
      sample_stroke (&sampling, row, out + i * (points_per_stroke + 1));
      memcpy (row, instants[sampling.last].row, sizeof row);
      sampling.time += stroke->duration;
    }
  for (int i = 0; i <= DEEPEST; i++)
    qn_map_clear (&sampling.map[i]);
  return n * (points_per_stroke + 1);
}

gsize
qn_cycle_readings (QnCycle *cycle, int points_per_stroke, QnReading *out)
{
  return sample_cycle (cycle, points_per_stroke, points_per_stroke, out);
}

gsize
qn_cycle_path (QnCycle *cycle, int points_per_stroke, QnReading *out)
{
  return sample_cycle (cycle, points_per_stroke, MAX (points_per_stroke / 4, 1), out);
}

QnMode
qn_mode (double hot, double cold, double work, double scale)
{
  double dead = 1e-12 * scale;

  if (fabs (work) <= dead && fabs (hot) <= dead && fabs (cold) <= dead)
    return QN_MODE_IDLE;
  if (work > dead && hot > dead && cold < -dead)
    return QN_MODE_ENGINE;
  if (work < -dead && cold > dead && hot < -dead)
    return QN_MODE_REFRIGERATOR;
  if (work < -dead && hot > dead && cold < -dead)
    return QN_MODE_ACCELERATOR;
  if (work < -dead && hot < -dead && cold < -dead)
    return QN_MODE_HEATER;
  if (work > dead || (fabs (work) <= dead && cold > dead))
    return QN_MODE_IMPOSSIBLE;
  return hot > dead || cold < -dead ? QN_MODE_CONDUCTION : QN_MODE_IDLE;
}

const char *
qn_mode_id (QnMode mode)
{
  static const char *const id[] = { "idle", "engine", "refrigerator", "accelerator", "heater", "conduction", "impossible" };

  return id[mode];
}
