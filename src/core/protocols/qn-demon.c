/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/protocols/qn-demon.h"

#include <math.h>
#include <string.h>

#include "core/linear/qn-entropy.h"
#include "core/linear/qn-random.h"
#include "core/linear/qn-runge-kutta.h"
#include "core/medium/qn-medium-ladder.h"

#define TOO_LONG N_ ("%g is too long to follow a level that moves at a coupling of %g; allowed: shorter")

double
qn_demon_best_height (double temperature, double error)
{
  return error > 0 ? MIN (log ((1 - error) / error), QN_DEMON_TOP) * temperature : QN_DEMON_TOP * temperature;
}

/* --- A level that moves --------------------------------------------------- */

/* One level that goes from one height above another to a second one, in contact: a stroke of a medium of two levels. A duration of
 * INFINITY is quasi-static. */
static QnMachine
lift (const char *id, double from, double to, double duration, const QnBath *bath)
{
  return (QnMachine) {
    .medium = qn_ladder_spec (2, NULL, NULL),
    .bath = { *bath },
    .n_baths = 1,
    .stroke = { { .id = id, .duration = duration, .from = from, .to = to, .baths = 1u } },
    .n_strokes = 1,
    .start_temperature = bath->temperature,
  };
}

/* Populations; work done by lifting, and heat; weight: of both levels, for <exp(-lifted/T)>. */
enum { LOWER, UPPER, LIFTED, HEAT, WEIGHT, N_VALUES = WEIGHT + 2 };

static double
occupation (double height, double temperature)
{
  return 1 / (exp (height / temperature) + 1);
}

typedef struct
{
  const QnMachine *lift;
  QnMedium medium;
} Motion;

static gboolean
derivative (gconstpointer data, double s, const double *y, double *dy, GError **error)
{
  const Motion *motion = data;
  double G[4], rows[2 * QN_N_ROWS];
  const double *heat = rows, *work = rows + 2 * QN_ROW_WORK;
  QnSurroundings at;

  qn_stroke_surroundings (motion->lift, &motion->lift->stroke[0], s, &at);
  if (!qn_medium_generator (&motion->medium, &at, G, rows, error))
    return FALSE;
  dy[LIFTED] = work[0] * y[LOWER] + work[1] * y[UPPER];
  dy[HEAT] = heat[0] * y[LOWER] + heat[1] * y[UPPER];
  for (int i = 0; i < 2; i++)
    {
      dy[i] = G[2 * i] * y[LOWER] + G[2 * i + 1] * y[UPPER];
      dy[WEIGHT + i] = G[2 * i] * y[WEIGHT] + G[2 * i + 1] * y[WEIGHT + 1] - work[i] / motion->lift->start_temperature * y[WEIGHT + i];
    }
  return TRUE;
}

static void
set_stuck (gconstpointer data, double tolerance, GError **error)
{
  const QnMachine *lift = ((const Motion *) data)->lift;

  qn_fault_set (QN_CORE_ERROR_NO_PROGRESS, &(QnFault) { QN_QUANTITY_DURATION, -1, lift->stroke[0].id, { lift->stroke[0].duration, lift->bath[0].coupling }, TOO_LONG }, error);
}

/* int f dh = T ln(1 + exp(-from/T)) - T ln(1 + exp(-to/T)) */
static double
slow_work (const QnMachine *lift)
{
  double T = lift->start_temperature;

  return T * (log1p (exp (-lift->stroke[0].from / T)) - log1p (exp (-lift->stroke[0].to / T)));
}

static void
move_slowly (const QnMachine *lift, double *y)
{
  double T = lift->start_temperature, from = lift->stroke[0].from, to = lift->stroke[0].to, work = slow_work (lift);
  double start = occupation (from, T), end = occupation (to, T), weight = (y[WEIGHT] + y[WEIGHT + 1]) * exp (-work / T);

  y[LIFTED] += work;
  y[HEAT] += from * (start - y[UPPER]) + (to * end - from * start - work);
  y[UPPER] = end;
  y[LOWER] = 1 - end;
  y[WEIGHT] = weight * (1 - end);
  y[WEIGHT + 1] = weight * end;
}

static gboolean
move (const QnMachine *lift, double *y, GError **error)
{
  const QnStroke *stroke = &lift->stroke[0];
  Motion motion = { .lift = lift };
  QnMovingState state = { N_VALUES, stroke->duration, derivative, set_stuck, &motion };
  gboolean ok = TRUE;

  if (isinf (stroke->duration))
    move_slowly (lift, y);
  else if (!(stroke->duration > 0)) /* at once: nothing is exchanged */
    {
      y[LIFTED] += y[UPPER] * (stroke->to - stroke->from);
      y[WEIGHT + 1] *= exp (-(stroke->to - stroke->from) / lift->start_temperature);
    }
  else
    {
      qn_medium_init (&motion.medium, &lift->medium, FALSE);
      ok = qn_runge_kutta (&state, 1e-14, y, error);
      qn_medium_clear (&motion.medium);
    }
  return ok;
}

/* --- The system ----------------------------------------------------------- */

/* Of the qubit: chances of both true outcomes and of the record given them; upper populations on the way, given each record. */
typedef struct
{
  double start, disturbed;  /* upper population before and after the measurement, the record not looked at */
  double outcome[2];        /* chance of b */
  double record[2];         /* chance of m */
  double wrong[2];          /* chance that b is other than m, given m */
  double measured;          /* entropy after the measurement, record not looked at */
} Reading;

static void
read_out (const QnDemon *d, Reading *r)
{
  double c = cos (d->angle / 2), s = sin (d->angle / 2), q;

  r->start = d->kind == QN_DEMON_FLIP ? occupation (d->gap, d->temperature) : 0.5;
  r->outcome[1] = c * c * r->start + s * s * (1 - r->start); /* |<n+|1>|^2 = cos^2(angle/2) */
  r->outcome[0] = 1 - r->outcome[1];
  r->disturbed = c * c * r->outcome[1] + s * s * r->outcome[0];
  q = d->error;
  for (int m = 0; m < 2; m++)
    {
      r->record[m] = (1 - q) * r->outcome[m] + q * r->outcome[!m];
      r->wrong[m] = r->record[m] > 0 ? q * r->outcome[!m] / r->record[m] : 0;
    }
  r->measured = qn_entropy_binary (r->outcome[1]); /* diagonal in the measured basis */
}

static void
set_entropy (QnDemonBalance *b, int step, double system, double memory, double correlation, double reservoir, double memory_reservoir)
{
  b->step[step] = (QnDemonEntropy) { system, memory, correlation, reservoir, memory_reservoir, system + memory - correlation + reservoir + memory_reservoir };
}

/* The entropy of the system given the record, averaged. */
static double
conditional (const Reading *r, double p0, double p1)
{
  return r->record[0] * qn_entropy_binary (p0) + r->record[1] * qn_entropy_binary (p1);
}

static void
measure (const QnDemon *d, const Reading *r, QnDemonBalance *b)
{
  double start = qn_entropy_binary (r->start);

  b->read = r->record[1];
  b->information = MAX (0, r->measured - conditional (r, r->wrong[0], r->wrong[1]));
  b->heat_measurement = d->kind == QN_DEMON_FLIP ? d->gap * (r->disturbed - r->start) : 0;
  set_entropy (b, QN_DEMON_MEASURED, r->measured - start, qn_entropy_binary (b->read), b->information, 0, 0);
}

/* sum over b, m of P_b p_m exp(W/T), of pairs that can be. */
static double
flip_average (const QnDemon *d, const Reading *r)
{
  double x = d->gap / d->temperature, sum = 0;

  if (d->angle != 0)
    return NAN;
  for (int m = 0; m < 2; m++)
    for (int l = 0; l < 2; l++)
      if (l == m || d->error > 0)
        sum += r->outcome[l] * r->record[m] * (m ? exp (l ? x : -x) : 1);
  return sum;
}

static void
run_flip (const QnDemon *d, const Reading *r, QnDemonBalance *b)
{
  double S = qn_entropy_binary (r->start), after = r->record[0] * r->wrong[0] + r->record[1] * r->wrong[1], system = qn_entropy_binary (after) - S;
  double memory = qn_entropy_binary (b->read), correlation = qn_entropy_binary (after) - conditional (r, r->wrong[0], r->wrong[1]);

  b->work = d->gap * (r->disturbed - after);
  b->heat = d->gap * (r->start - after);
  b->jarzynski = flip_average (d, r);
  set_entropy (b, QN_DEMON_FED_BACK, system, memory, correlation, 0, 0);
  set_entropy (b, QN_DEMON_RETURNED, 0, memory, 0, -b->heat / d->temperature, 0);
}

static QnMachine
descent (const QnDemon *d)
{
  return lift ("descent", d->gap, 0, d->duration, &(QnBath) { d->temperature, d->coupling, d->spectrum });
}

/* Both records are alike: the level they call empty is occupied with the chance of an error. */
static gboolean
run_szilard (const QnDemon *d, const Reading *r, QnDemonBalance *b, GError **error)
{
  QnMachine lift = descent (d);
  double memory = qn_entropy_binary (b->read), x = exp (-d->gap / d->temperature), y[N_VALUES] = { 1 - d->error, d->error, 0, 0, 0.5, 0.5 * x };

  if (d->error == 0)
    y[WEIGHT + 1] = 0; /* no run begins there */
  set_entropy (b, QN_DEMON_FED_BACK, 0, memory, b->information, 0, 0);
  if (!move (&lift, y, error))
    return FALSE;
  b->work = -d->gap * d->error - y[LIFTED];
  b->heat = y[HEAT];
  b->jarzynski = y[WEIGHT] + y[WEIGHT + 1];
  set_entropy (b, QN_DEMON_RETURNED, 0, memory, G_LN2 - qn_entropy_binary (y[UPPER]), -b->heat / d->temperature, 0);
  return TRUE;
}

/* --- The memory ----------------------------------------------------------- */

/* From where a bit that is 1 with probability `read` is in equilibrium, upwards. */
static QnMachine
erasure (const QnDemon *d, double read)
{
  double p = MIN (read, 1 - read), top = QN_DEMON_TOP * d->memory_temperature, matched = p > 0 ? MIN (d->memory_temperature * log ((1 - p) / p), top) : top;

  return lift ("memory", matched, top, d->memory_duration, &(QnBath) { d->memory_temperature, d->memory_coupling, QN_SPECTRUM_FERMIONIC });
}

static gboolean
erase (const QnDemon *d, QnDemonBalance *b, GError **error)
{
  double p = MIN (b->read, 1 - b->read);
  QnMachine lift = erasure (d, b->read);
  double y[N_VALUES] = { 1 - p, p };
  QnDemonEntropy before = b->step[QN_DEMON_RETURNED];

  if (p > 0 && !move (&lift, y, error))
    return FALSE;
  b->left = y[UPPER];
  b->erasure_work = p > 0 ? p * lift.stroke[0].from + y[LIFTED] - y[UPPER] * lift.stroke[0].to : 0;
  b->erasure_heat = y[HEAT];
  set_entropy (b, QN_DEMON_ERASED, before.system, qn_entropy_binary (b->left), 0, before.reservoir, -b->erasure_heat / d->memory_temperature);
  return TRUE;
}

gboolean
qn_demon_run (const QnDemon *d, QnDemonBalance *b, GError **error)
{
  Reading r;

  memset (b, 0, sizeof *b);
  if (d->kind == QN_DEMON_RESET)
    {
      b->read = d->bias;
      b->jarzynski = NAN;
      for (int step = QN_DEMON_START; step < QN_DEMON_ERASED; step++) /* it had its entropy before */
        set_entropy (b, step, 0, qn_entropy_binary (d->bias), 0, 0, 0);
    }
  else
    {
      read_out (d, &r);
      measure (d, &r, b);
      if (d->kind == QN_DEMON_FLIP)
        run_flip (d, &r, b);
      else if (!run_szilard (d, &r, b, error))
        return FALSE;
    }
  if (!erase (d, b, error))
    return FALSE;
  for (int step = 0; d->kind == QN_DEMON_RESET && step < QN_N_DEMON_STEPS; step++)
    b->step[step].total -= qn_entropy_binary (d->bias);
  b->residual = b->heat + b->heat_measurement - b->work + (b->erasure_heat + b->erasure_work);
  return TRUE;
}

/* --- Single runs ---------------------------------------------------------- */

static double
all_jumps (const QnBath *bath, double height)
{
  double down, up;

  return qn_bath_rates (bath, height, &down, &up, NULL) ? down + up : 0;
}

/* Jumps of a level on its way: waiting times of the largest rate there is, each kept with the chance the present rate has of
 * it. Work gained; *high is whether it is occupied. */
static double
follow (const QnMachine *lift, guint64 rng[4], gboolean *high)
{
  const QnStroke *stroke = &lift->stroke[0];
  const QnBath *bath = &lift->bath[0];
  double most = MAX (all_jumps (bath, stroke->from), all_jumps (bath, stroke->to)), t = 0, gained = 0, down, up;

  if (isinf (stroke->duration))
    {
      *high = qn_random (rng) < occupation (stroke->to, bath->temperature);
      return -slow_work (lift);
    }
  while (stroke->duration > 0)
    {
      double next = most > 0 ? t - log1p (-qn_random (rng)) / most : INFINITY, s = MIN (next, stroke->duration) / stroke->duration, h;

      h = qn_stroke_control (stroke, &lift->medium, s, NULL);
      if (*high)
        gained += qn_stroke_control (stroke, &lift->medium, t / stroke->duration, NULL) - h;
      if (next >= stroke->duration || !qn_bath_rates (bath, h, &down, &up, NULL))
        return gained;
      t = next;
      if (qn_random (rng) * most < (*high ? down : up))
        *high = !*high;
    }
  return *high ? stroke->from - stroke->to : 0;
}

/* Work gained by erasing a bit: below zero. */
static double
forget (const QnDemon *d, guint64 rng[4], gboolean bit)
{
  QnMachine lift = erasure (d, d->bias);
  gboolean high = d->bias > 0.5 ? !bit : bit;
  double work = high ? -lift.stroke[0].from : 0;

  work += follow (&lift, rng, &high);
  return work + (high ? lift.stroke[0].to : 0);
}

void
qn_demon_sample (const QnDemon *d, guint64 rng[4], int *level, int *record, double *work, double *information)
{
  QnMachine lift = descent (d);
  gboolean high;
  Reading r;

  if (d->kind == QN_DEMON_RESET)
    {
      *level = *record = qn_random (rng) < d->bias;
      *information = 0;
      *work = forget (d, rng, *level);
      return;
    }
  read_out (d, &r);
  *level = qn_random (rng) < r.outcome[1];
  *record = qn_random (rng) < d->error ? !*level : *level;
  *information = log ((*record == *level ? 1 - d->error : d->error) / r.record[*record]);
  high = *record != *level;
  if (d->kind == QN_DEMON_FLIP)
    *work = d->gap * (pow (*level ? cos (d->angle / 2) : sin (d->angle / 2), 2) - high); /* of the pulse; the measurement's own is heat */
  else
    *work = (high ? -d->gap : 0) + follow (&lift, rng, &high);
}
