/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/protocols/qn-demon.h"

#include <gsl/gsl_errno.h>
#include <gsl/gsl_odeiv2.h>
#include <math.h>
#include <string.h>

#include "core/linear/qn-entropy.h"
#include "core/linear/qn-random.h"

double
qn_demon_best_height (double temperature, double error)
{
  return error > 0 ? MIN (log ((1 - error) / error), QN_DEMON_TOP) * temperature : QN_DEMON_TOP * temperature;
}

/* --- A level that moves --------------------------------------------------- */

/* One level at height h(t) above another, in contact. */
typedef struct
{
  double from, to, duration; /* INFINITY: quasi-static */
  double temperature, coupling;
  QnSpectrum spectrum;
} Lift;

/* p: upper population; lifted: int p dh, work done; heat: int h dp; weight: of both levels, for <exp(-lifted/T)>. */
enum { POPULATION, LIFTED, HEAT, WEIGHT_LOW, WEIGHT_HIGH, N_VALUES };

static double
occupation (double height, double temperature)
{
  return 1 / (exp (height / temperature) + 1);
}

/* Both directions together; upwards it is this times the occupation. */
static double
rate (const Lift *lift, double h)
{
  double x = h / lift->temperature;

  if (lift->spectrum == QN_SPECTRUM_FERMIONIC)
    return lift->coupling;
  return lift->coupling * (x < 1e-6 ? 2 * lift->temperature : h / tanh (x / 2)); /* ohmic: h (2n + 1) */
}

static double
height_at (const Lift *lift, double t)
{
  return lift->from + (lift->to - lift->from) * t / lift->duration;
}

static int
derivative (double t, const double *y, double *dy, void *data)
{
  const Lift *lift = data;
  double h = height_at (lift, t), speed = (lift->to - lift->from) / lift->duration, f = occupation (h, lift->temperature), G = rate (lift, h);

  dy[POPULATION] = -G * (y[POPULATION] - f);
  dy[LIFTED] = y[POPULATION] * speed;
  dy[HEAT] = h * dy[POPULATION];
  dy[WEIGHT_LOW] = G * ((1 - f) * y[WEIGHT_HIGH] - f * y[WEIGHT_LOW]);
  dy[WEIGHT_HIGH] = -dy[WEIGHT_LOW] - speed / lift->temperature * y[WEIGHT_HIGH];
  return GSL_SUCCESS;
}

/* int f dh = T ln(1 + exp(-from/T)) - T ln(1 + exp(-to/T)) */
static double
slow_work (const Lift *lift)
{
  return lift->temperature * (log1p (exp (-lift->from / lift->temperature)) - log1p (exp (-lift->to / lift->temperature)));
}

static void
move_slowly (const Lift *lift, double *y)
{
  double start = occupation (lift->from, lift->temperature), end = occupation (lift->to, lift->temperature), work = slow_work (lift);
  double weight = (y[WEIGHT_LOW] + y[WEIGHT_HIGH]) * exp (-work / lift->temperature), p = y[POPULATION];

  y[LIFTED] += work;
  y[HEAT] += lift->from * (start - p) + (lift->to * end - lift->from * start - work);
  y[POPULATION] = end;
  y[WEIGHT_LOW] = weight * (1 - end);
  y[WEIGHT_HIGH] = weight * end;
}

static gboolean
move (const Lift *lift, double *y, GError **error)
{
  gsl_odeiv2_system system = { derivative, NULL, N_VALUES, (void *) lift };
  gsl_odeiv2_driver *driver;
  double t = 0;
  int status;

  if (isinf (lift->duration))
    {
      move_slowly (lift, y);
      return TRUE;
    }
  if (!(lift->duration > 0)) /* at once: nothing is exchanged */
    {
      y[LIFTED] += y[POPULATION] * (lift->to - lift->from);
      y[WEIGHT_HIGH] *= exp (-(lift->to - lift->from) / lift->temperature);
      return TRUE;
    }
  driver = gsl_odeiv2_driver_alloc_y_new (&system, gsl_odeiv2_step_rk8pd, lift->duration * 1e-6, 1e-14, 1e-13);
  status = gsl_odeiv2_driver_apply (driver, &t, lift->duration, y);
  gsl_odeiv2_driver_free (driver);
  if (status == GSL_SUCCESS)
    return TRUE;
  g_set_error (error, QN_CORE_ERROR, QN_CORE_ERROR_NO_PROGRESS, "a level that moves for a time of %g at coupling %g could not be followed", lift->duration, lift->coupling);
  return FALSE;
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

static Lift
descent (const QnDemon *d)
{
  return (Lift) { d->gap, 0, d->duration, d->temperature, d->coupling, d->spectrum };
}

/* Both records are alike: the level they call empty is occupied with the chance of an error. */
static gboolean
run_szilard (const QnDemon *d, const Reading *r, QnDemonBalance *b, GError **error)
{
  Lift lift = descent (d);
  double memory = qn_entropy_binary (b->read), x = exp (-d->gap / d->temperature), y[N_VALUES] = { d->error, 0, 0, 0.5, 0.5 * x };

  if (d->error == 0)
    y[WEIGHT_HIGH] = 0; /* no run begins there */
  set_entropy (b, QN_DEMON_FED_BACK, 0, memory, b->information, 0, 0);
  if (!move (&lift, y, error))
    return FALSE;
  b->work = -d->gap * d->error - y[LIFTED];
  b->heat = y[HEAT];
  b->jarzynski = y[WEIGHT_LOW] + y[WEIGHT_HIGH];
  set_entropy (b, QN_DEMON_RETURNED, 0, memory, G_LN2 - qn_entropy_binary (y[POPULATION]), -b->heat / d->temperature, 0);
  return TRUE;
}

/* --- The memory ----------------------------------------------------------- */

/* From where a bit that is 1 with probability `read` is in equilibrium, upwards. */
static Lift
erasure (const QnDemon *d, double read)
{
  double p = MIN (read, 1 - read), top = QN_DEMON_TOP * d->memory_temperature, matched = p > 0 ? MIN (d->memory_temperature * log ((1 - p) / p), top) : top;

  return (Lift) { matched, top, d->memory_duration, d->memory_temperature, d->memory_coupling, QN_SPECTRUM_FERMIONIC };
}

static gboolean
erase (const QnDemon *d, QnDemonBalance *b, GError **error)
{
  double p = MIN (b->read, 1 - b->read);
  Lift lift = erasure (d, b->read);
  double y[N_VALUES] = { p, 0, 0, 0, 0 };
  QnDemonEntropy before = b->step[QN_DEMON_RETURNED];

  if (p > 0 && !move (&lift, y, error))
    return FALSE;
  b->left = y[POPULATION];
  b->erasure_work = p > 0 ? p * lift.from + y[LIFTED] - y[POPULATION] * lift.to : 0;
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

/* Jumps of a level on its way: waiting times of the largest rate there is, each kept with the chance the present rate has of
 * it. Work gained; *high is whether it is occupied. */
static double
follow (const Lift *lift, guint64 rng[4], gboolean *high)
{
  double most = MAX (rate (lift, lift->from), rate (lift, lift->to)), t = 0, gained = 0;

  if (isinf (lift->duration))
    {
      *high = qn_random (rng) < occupation (lift->to, lift->temperature);
      return -slow_work (lift);
    }
  while (lift->duration > 0)
    {
      double next = most > 0 ? t - log1p (-qn_random (rng)) / most : INFINITY, h;

      if (*high)
        gained += height_at (lift, t) - height_at (lift, MIN (next, lift->duration));
      if (next >= lift->duration)
        return gained;
      t = next;
      h = height_at (lift, t);
      if (qn_random (rng) * most < rate (lift, h) * (*high ? 1 - occupation (h, lift->temperature) : occupation (h, lift->temperature)))
        *high = !*high;
    }
  return *high ? lift->from - lift->to : 0;
}

/* Work gained by erasing a bit: below zero. */
static double
forget (const QnDemon *d, guint64 rng[4], gboolean bit)
{
  Lift lift = erasure (d, d->bias);
  gboolean high = d->bias > 0.5 ? !bit : bit;
  double work = high ? -lift.from : 0;

  work += follow (&lift, rng, &high);
  return work + (high ? lift.to : 0);
}

void
qn_demon_sample (const QnDemon *d, guint64 rng[4], int *level, int *record, double *work, double *information)
{
  Lift lift = descent (d);
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
