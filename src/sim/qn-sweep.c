/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/qn-sweep.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "sim/qn-atomic.h"

#define FIRST_STRIDE ((QN_SWEEP_POINTS - 1) / (QN_SWEEP_FIRST - 1))
#define BEND_ROUNDS 3
#define REFINING 40 /* points beyond the grid after which half of what is left counts as done */
#define N_MODES 2
static const QnMode modes[N_MODES] = { QN_MODE_ENGINE, QN_MODE_REFRIGERATOR };

struct _QnSweep
{
  QnExperiment experiment;
  QnSweepAxis axis;
  guint tried;
  gboolean done;
  int stride, index; /* on the grid of QN_SWEEP_POINTS: distance of the present level's points, and the next one */
  int bend, extra;   /* rounds where it bends, and their points so far */
  int mode, round;   /* of the refinement around the greatest output */
  GArray *queue;     /* of double: places to be computed before the next round, the first last */
  GArray *points;    /* of QnSweepPoint, `at` rising */
};

QnSweepAxis
qn_sweep_time_axis (void)
{
  return (QnSweepAxis) { QN_SWEEP_TIME_FACTOR, 1.0 / 2048, 32, TRUE };
}

gboolean
qn_sweep_axis_equal (const QnSweepAxis *a, const QnSweepAxis *b)
{
  return a->parameter == b->parameter && a->from == b->from && a->to == b->to && a->log == b->log;
}

/* --- One point ------------------------------------------------------------ */

static gboolean
move (QnExperiment *experiment, const QnSweepAxis *axis, double at, GError **error)
{
  const QnLab *lab = experiment->lab;

  if (axis->parameter != QN_SWEEP_TIME_FACTOR)
    return qn_experiment_set (experiment, lab->parameters[axis->parameter].id, at, error);
  for (int i = 0; i < lab->n_parameters; i++)
    {
      const QnParameter *p = &lab->parameters[i];

      if (p->group == QN_GROUP_TIMING && p->dimension == QN_DIMENSION_TIME
          && !qn_experiment_set (experiment, p->id, at * experiment->value[i], error))
        return FALSE;
    }
  return TRUE;
}

gboolean
qn_sweep_point (const QnExperiment *experiment, const QnSweepAxis *axis, double at, const gint *cancelled, QnSweepPoint *point, GError **error)
{
  QnExperiment moved = *experiment;
  g_autoptr (QnOutcome) outcome = NULL;

  g_return_val_if_fail (axis->parameter >= QN_SWEEP_TIME_FACTOR && axis->parameter < experiment->lab->n_parameters, FALSE);
  point->at = at;
  if (!move (&moved, axis, at, error) || !(outcome = qn_experiment_evaluate (&moved, cancelled, error)))
    return FALSE;
  point->results = outcome->results;
  if (outcome->ledger.unique)
    return TRUE;
  g_set_error (error, QN_LAB_ERROR, QN_LAB_ERROR_RANGE, _ ("The limit cycle is not unique"));
  return FALSE;
}

double
qn_sweep_output (const QnResults *results, QnMode mode)
{
  double power = qn_results_get (results, "power");

  if (results->mode != mode)
    return NAN;
  if (mode == QN_MODE_ENGINE)
    return power;
  return mode == QN_MODE_REFRIGERATOR ? -power * qn_results_get (results, "cop") : NAN;
}

/* --- Curves --------------------------------------------------------------- */

static gsize last_serial; /* atomic */

QnSweepCurve *
qn_sweep_curve_ref (QnSweepCurve *curve)
{
  qn_count_hold (&curve->ref);
  return curve;
}

void
qn_sweep_curve_unref (QnSweepCurve *curve)
{
  if (!qn_count_release (&curve->ref))
    return;
  g_free (curve->points);
  g_free (curve);
}

static int
best_of (const QnSweepPoint *points, gsize n, QnMode mode)
{
  double most = -INFINITY;
  int best = -1;

  for (gsize i = 0; i < n; i++)
    {
      double output = qn_sweep_output (&points[i].results, mode);

      if (output > most)
        {
          most = output;
          best = (int) i;
        }
    }
  return best;
}

/* Whether the output falls by more than rounding, and goes on doing so, before the last point on this side. */
static gboolean
falls (const QnSweepCurve *curve, QnMode mode, int best, int step)
{
  double most = qn_sweep_output (&curve->points[best].results, mode);

  for (int i = best + step; i >= 0 && i < (int) curve->n; i += step)
    {
      double output = qn_sweep_output (&curve->points[i].results, mode);

      if (!(output >= most * (1 - 1e-6)))
        return TRUE;
    }
  return FALSE;
}

int
qn_sweep_curve_best (const QnSweepCurve *curve, QnMode mode, gboolean *inside)
{
  int best = best_of (curve->points, curve->n, mode);

  if (inside)
    *inside = best >= 0 && falls (curve, mode, best, -1) && falls (curve, mode, best, 1);
  return best;
}

/* --- The computation ------------------------------------------------------ */

QnSweep *
qn_sweep_new (const QnExperiment *experiment, const QnSweepAxis *axis)
{
  QnSweep *sweep;

  g_return_val_if_fail (axis->from < axis->to && (!axis->log || axis->from > 0), NULL);
  sweep = g_new0 (QnSweep, 1);
  sweep->experiment = *experiment;
  sweep->axis = *axis;
  sweep->stride = FIRST_STRIDE;
  sweep->queue = g_array_new (FALSE, FALSE, sizeof (double));
  sweep->points = g_array_new (FALSE, FALSE, sizeof (QnSweepPoint));
  return sweep;
}

void
qn_sweep_free (QnSweep *sweep)
{
  if (!sweep)
    return;
  g_array_unref (sweep->queue);
  g_array_unref (sweep->points);
  g_free (sweep);
}

static double
place_of (const QnSweepAxis *axis, double share)
{
  if (share >= 1)
    return axis->to;
  return axis->log ? axis->from * pow (axis->to / axis->from, share) : axis->from + share * (axis->to - axis->from);
}

static double
between (const QnSweepAxis *axis, double a, double b)
{
  return axis->log ? sqrt (a * b) : (a + b) / 2;
}

static void
enqueue (QnSweep *sweep, guint left)
{
  const QnSweepPoint *a = &g_array_index (sweep->points, QnSweepPoint, left);
  double at = between (&sweep->axis, a[0].at, a[1].at);

  g_array_append_val (sweep->queue, at);
}

/* What is seen of the output: of an engine also a little below zero, where it is none any more. */
static double
visible (const QnSweepPoint *point, QnMode mode, double most)
{
  double output = mode == QN_MODE_ENGINE ? qn_results_get (&point->results, "power") : qn_sweep_output (&point->results, mode);

  return isfinite (output) ? MAX (output, -0.1 * most) : 0;
}

static gboolean
bends (const QnSweep *sweep, guint i, QnMode mode, double most)
{
  const QnSweepPoint *p = &g_array_index (sweep->points, QnSweepPoint, i);
  double x[3], y[3];

  for (int k = 0; k < 3; k++)
    {
      x[k] = sweep->axis.log ? log (p[k - 1].at) : p[k - 1].at;
      y[k] = visible (&p[k - 1], mode, most);
    }
  return fabs (y[1] - y[0] - (y[2] - y[0]) * (x[1] - x[0]) / (x[2] - x[0])) > QN_SWEEP_BEND * most;
}

/* The middles of the intervals on either side of a bend. */
static void
plan_bends (QnSweep *sweep)
{
  guint n = sweep->points->len;
  g_autofree gboolean *split = g_new0 (gboolean, n + 1);

  for (int m = 0; m < N_MODES; m++)
    {
      const QnSweepPoint *points = (const QnSweepPoint *) sweep->points->data;
      int best = best_of (points, n, modes[m]);
      double most = best < 0 ? 0 : qn_sweep_output (&points[best].results, modes[m]);

      for (guint i = 1; most > 0 && i + 1 < n; i++)
        if (bends (sweep, i, modes[m], most))
          split[i - 1] = split[i] = TRUE;
    }
  for (guint i = n; i-- > 0;)
    if (split[i] && sweep->extra < QN_SWEEP_EXTRA)
      {
        enqueue (sweep, i);
        sweep->extra++;
      }
}

/* The middles of the intervals beside the best point of the present mode; the next mode where that is done or has none. */
static void
plan_best (QnSweep *sweep)
{
  int best = best_of ((const QnSweepPoint *) sweep->points->data, sweep->points->len, modes[sweep->mode]);

  if (best < 0 || sweep->round == QN_SWEEP_ROUNDS)
    {
      sweep->mode++;
      sweep->round = 0;
      return;
    }
  if (best > 0)
    enqueue (sweep, best - 1);
  if (best + 1 < (int) sweep->points->len)
    enqueue (sweep, best);
  sweep->round++;
}

static void
plan_round (QnSweep *sweep)
{
  while (sweep->queue->len == 0 && sweep->bend < BEND_ROUNDS)
    {
      plan_bends (sweep);
      sweep->bend++;
    }
  while (sweep->queue->len == 0 && sweep->mode < N_MODES)
    plan_best (sweep);
  sweep->done = sweep->queue->len == 0;
}

static double
next_place (const QnSweep *sweep)
{
  if (sweep->stride > 0)
    return place_of (&sweep->axis, (double) sweep->index / (QN_SWEEP_POINTS - 1));
  return g_array_index (sweep->queue, double, sweep->queue->len - 1);
}

static void
go_on (QnSweep *sweep)
{
  sweep->tried++;
  if (sweep->stride == 0)
    g_array_set_size (sweep->queue, sweep->queue->len - 1);
  else
    {
      sweep->index += sweep->stride == FIRST_STRIDE ? sweep->stride : 2 * sweep->stride;
      if (sweep->index >= QN_SWEEP_POINTS)
        {
          sweep->stride /= 2;
          sweep->index = sweep->stride;
        }
    }
  if (sweep->stride == 0 && sweep->queue->len == 0)
    plan_round (sweep);
}

static void
insert (QnSweep *sweep, const QnSweepPoint *point)
{
  guint i = sweep->points->len;

  while (i > 0 && g_array_index (sweep->points, QnSweepPoint, i - 1).at > point->at)
    i--;
  if (i == 0 || g_array_index (sweep->points, QnSweepPoint, i - 1).at < point->at)
    g_array_insert_val (sweep->points, i, *point);
}

gboolean
qn_sweep_step (QnSweep *sweep, const gint *cancelled)
{
  QnSweepPoint point;
  gboolean known;

  if (sweep->done || qn_is_cancelled (cancelled))
    return FALSE;
  known = qn_sweep_point (&sweep->experiment, &sweep->axis, next_place (sweep), cancelled, &point, NULL);
  if (!known && qn_is_cancelled (cancelled))
    return FALSE;
  if (known)
    insert (sweep, &point);
  go_on (sweep);
  return !sweep->done;
}

guint
qn_sweep_tried (const QnSweep *sweep)
{
  return sweep->tried;
}

QnSweepCurve *
qn_sweep_curve (const QnSweep *sweep)
{
  QnSweepCurve *curve = g_new0 (QnSweepCurve, 1);
  double beyond = sweep->tried - MIN (sweep->tried, QN_SWEEP_POINTS); /* nobody knows how many they will be */

  qn_count_init (&curve->ref);
  curve->serial = qn_serial_next (&last_serial);
  curve->experiment = sweep->experiment;
  curve->axis = sweep->axis;
  curve->progress = sweep->done ? 1 : 0.8 * (sweep->tried - beyond) / QN_SWEEP_POINTS + 0.2 * beyond / (beyond + REFINING);
  curve->n = sweep->points->len;
  curve->points = g_memdup2 (sweep->points->data, sizeof (QnSweepPoint) * curve->n);
  return curve;
}

QnSweepCurve *
qn_sweep_compute (const QnExperiment *experiment, const QnSweepAxis *axis, const gint *cancelled)
{
  g_autoptr (QnSweep) sweep = qn_sweep_new (experiment, axis);

  while (qn_sweep_step (sweep, cancelled))
    ;
  return sweep->done ? qn_sweep_curve (sweep) : NULL;
}
