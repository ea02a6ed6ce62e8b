/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/machine/qn-run.h"

#include <math.h>
#include <string.h>

#include "core/machine/qn-flow.h"
#include "core/machine/qn-ledger.h"
#include "core/medium/qn-medium.h"

/* Where a stroke ended. */
typedef struct
{
  int stroke;
  gint64 cycle;
  double w, time;
  double x[QN_MAX_STATE], row[QN_N_ROWS];
} End;

struct _QnRun
{
  QnMachine machine;
  QnMedium medium;
  double tolerance;
  int points;
  double *rates; /* continuous: rows of qn_medium_generator(); NULL elsewhere */
  QnMap *step[QN_MAX_STROKES]; /* `points` maps a stroke; one where the control rests; NULL until met */
  double x[QN_MAX_STATE], x_start[QN_MAX_STATE];
  double row[QN_N_ROWS], row_stroke[QN_N_ROWS]; /* since the cycle began; as it was when the stroke did */
  double stroke_heat[QN_MAX_STROKES][QN_MAX_BATHS];
  double w, entropy_start;
  double begun[QN_MAX_STROKES]; /* when a stroke begins, since the cycle did */
  double origin;  /* the time at which cycle `counted` began, or would have with this machine */
  int stroke, point;
  gint64 cycle, counted;
  End end[QN_MAX_STROKES]; /* passed in the last step */
  int n_ends;
  gboolean disturbed;
  QnRunLedger last;
};

static int
n_maps (const QnRun *run, int i)
{
  const QnStroke *stroke = &run->machine.stroke[i];

  return stroke->swap != 0 || qn_stroke_is_steady (&run->machine, stroke) ? 1 : run->points;
}

static void
drop_maps (QnRun *run)
{
  for (int i = 0; i < run->machine.n_strokes; i++)
    {
      for (int p = 0; run->step[i] && p < n_maps (run, i); p++)
        qn_map_clear (&run->step[i][p]);
      g_clear_pointer (&run->step[i], g_free);
    }
}

static gboolean
make_maps (QnRun *run, int i, GError **error)
{
  const QnStroke *stroke = &run->machine.stroke[i];
  gboolean ok = TRUE;

  if (run->step[i])
    return TRUE;
  run->step[i] = g_new0 (QnMap, n_maps (run, i));
  for (int p = 0; p < n_maps (run, i); p++)
    {
      qn_map_init (&run->step[i][p], run->medium.d, run->medium.n_rows);
      ok = ok && qn_flow_stroke (&run->medium, &run->machine, stroke, (double) p / run->points, (p + 1.0) / run->points, run->tolerance / 4, &run->step[i][p], error);
    }
  return ok;
}

/* All maps are made when the machine is, so that a run can only fail here. */
static gboolean
prepare (QnRun *run, const QnMachine *machine, gboolean carry, const gint *cancelled, GError **error)
{
  if (!qn_machine_check (machine, error))
    return FALSE;
  run->machine = *machine;
  qn_medium_init (&run->medium, &machine->medium, carry);
  run->medium.cancelled = cancelled;
  run->medium.gaussian = qn_machine_starts_gaussian (machine);
  for (int i = 1; i < machine->n_strokes; i++)
    run->begun[i] = run->begun[i - 1] + machine->stroke[i - 1].duration;
  for (int i = 0; i < machine->n_strokes; i++)
    if (!make_maps (run, i, error))
      return FALSE;
  qn_flow_at_rest (&run->medium, machine, NULL, &run->rates);
  run->medium.cancelled = NULL; /* the run outlives it */
  return TRUE;
}

static void
release (QnRun *run)
{
  drop_maps (run);
  g_clear_pointer (&run->rates, g_free);
  qn_medium_clear (&run->medium);
}

static void
jump (QnRun *run, double w)
{
  if (w != run->w)
    run->row[QN_ROW_WORK] += qn_medium_energy (&run->medium, w, run->x) - qn_medium_energy (&run->medium, run->w, run->x);
  run->w = w;
}

static double
entropy (QnRun *run)
{
  QnReading sample;

  qn_medium_read (&run->medium, run->w, run->x, &sample);
  return sample.entropy;
}

/* Reckoned from the cycle's number, so that no rounding adds up. */
static double
time_begun (const QnRun *run, int stroke)
{
  gint64 turned = run->cycle - run->counted + (stroke == run->machine.n_strokes);

  return run->origin + (double) turned * qn_machine_period (&run->machine) + (stroke < run->machine.n_strokes ? run->begun[stroke] : 0);
}

static double
time_now (const QnRun *run)
{
  return time_begun (run, run->stroke) + (double) run->point / run->points * run->machine.stroke[run->stroke].duration;
}

static void
begin_cycle (QnRun *run)
{
  memset (run->row, 0, sizeof run->row);
  memset (run->row_stroke, 0, sizeof run->row_stroke);
  memcpy (run->x_start, run->x, sizeof run->x);
  run->entropy_start = entropy (run);
  run->disturbed = FALSE;
  run->stroke = run->point = 0;
  jump (run, qn_stroke_first (&run->machine.stroke[0]));
}

void
qn_run_reset (QnRun *run)
{
  run->w = run->machine.stroke[0].from;
  memset (run->x, 0, sizeof run->x);
  qn_machine_start (&run->machine, &run->medium, run->x);
  run->origin = 0;
  run->cycle = run->counted = 0;
  run->n_ends = 0;
  run->last.cycle = -1;
  begin_cycle (run);
}

QnRun *
qn_run_new (const QnMachine *machine, int points_per_stroke, double tolerance, const gint *cancelled, GError **error)
{
  QnRun *run = g_new0 (QnRun, 1);

  run->points = points_per_stroke;
  run->tolerance = tolerance;
  if (!prepare (run, machine, qn_machine_starts_coherent (machine), cancelled, error))
    {
      qn_run_free (run);
      return NULL;
    }
  qn_run_reset (run);
  return run;
}

void
qn_run_free (QnRun *run)
{
  if (!run)
    return;
  release (run);
  g_free (run);
}

static void
regenerate (QnRun *run)
{
  const QnRegenerator *r = &run->machine.regenerator;
  double R = qn_regenerator_heat (&run->machine, run->stroke_heat[r->giving][QN_COLD], run->stroke_heat[r->taking][QN_HOT]);

  run->last.heat[QN_HOT] -= R;
  run->last.heat[QN_COLD] += R;
}

static void
close_cycle (QnRun *run)
{
  QnRunLedger *last = &run->last;
  double S = entropy (run);

  last->cycle = run->cycle++;
  last->work_output = -run->row[QN_ROW_WORK];
  memcpy (last->stroke_heat, run->stroke_heat, sizeof run->stroke_heat);
  last->entropy_production = S - run->entropy_start;
  last->distance = 0;
  for (int k = 0; k < run->machine.n_baths; k++)
    {
      last->heat[k] = run->row[k];
      last->entropy_production -= (run->machine.bath[k].squeezing != 0 ? run->row[QN_ROW_SQUEEZED] : run->row[k]) / run->machine.bath[k].temperature;
    }
  if (qn_machine_regenerates (&run->machine))
    regenerate (run);
  for (int a = 0; a < run->medium.d; a++)
    last->distance = hypot (last->distance, run->x[a] - run->x_start[a]);
  last->disturbed = run->disturbed;
  begin_cycle (run);
}

static void
happen (QnRun *run)
{
  if (run->machine.stroke[run->stroke].swap != 0)
    qn_map_apply (&run->step[run->stroke][0], run->x, run->x, run->row);
}

static void
note_end (QnRun *run)
{
  End *end = &run->end[run->n_ends++];

  *end = (End) { .stroke = run->stroke, .cycle = run->cycle, .w = run->w, .time = time_begun (run, run->stroke + 1) };
  memcpy (end->x, run->x, sizeof end->x);
  memcpy (end->row, run->row, sizeof end->row);
}

/* Strokes of no duration are passed in the same step: they have no points. */
static gboolean
next_stroke (QnRun *run)
{
  do
    {
      if (run->machine.stroke[run->stroke].duration == 0)
        happen (run);
      for (int k = 0; k < run->machine.n_baths; k++)
        run->stroke_heat[run->stroke][k] = run->row[k] - run->row_stroke[k];
      memcpy (run->row_stroke, run->row, sizeof run->row);
      run->point = 0;
      run->w = qn_stroke_last (&run->machine.stroke[run->stroke]);
      note_end (run);
      if (++run->stroke == run->machine.n_strokes)
        {
          close_cycle (run);
          return TRUE;
        }
      jump (run, qn_stroke_first (&run->machine.stroke[run->stroke]));
    }
  while (run->machine.stroke[run->stroke].duration == 0 && run->stroke + 1 < run->machine.n_strokes);
  return FALSE;
}

gboolean
qn_run_advance (QnRun *run)
{
  const QnStroke *stroke = &run->machine.stroke[run->stroke];
  QnMap *maps = run->step[run->stroke];

  run->n_ends = 0;
  if (stroke->duration > 0)
    qn_map_apply (qn_stroke_is_steady (&run->machine, stroke) ? &maps[0] : &maps[run->point], run->x, run->x, run->row);
  run->point++;
  if (stroke->duration == 0 || run->point >= run->points)
    return next_stroke (run);
  run->w = qn_stroke_control (stroke, &run->machine.medium, (double) run->point / run->points, NULL);
  return FALSE;
}

double
qn_run_next_duration (const QnRun *run)
{
  return run->machine.stroke[run->stroke].duration / run->points;
}

static void
read_state (QnRun *run, int stroke, double w, const double *x, const double *row, QnReading *out)
{
  memset (out, 0, sizeof *out);
  qn_medium_read (&run->medium, w, x, out);
  out->force = qn_stroke_force (&run->machine.stroke[stroke], &run->medium, x, out);
  qn_medium_currents (&run->medium, run->rates, x, out);
  out->stroke = stroke;
  for (int k = 0; k < run->machine.n_baths; k++)
    out->heat[k] = row[k];
  out->work_output = -row[QN_ROW_WORK];
}

void
qn_run_read (QnRun *run, QnReading *out)
{
  read_state (run, run->stroke, run->w, run->x, run->row, out);
  out->time = time_now (run);
  out->cycle = run->cycle;
  out->fraction = (double) run->point / run->points;
}

int
qn_run_read_ends (QnRun *run, QnReading out[QN_MAX_STROKES])
{
  for (int i = 0; i < run->n_ends; i++)
    {
      const End *end = &run->end[i];

      read_state (run, end->stroke, end->w, end->x, end->row, &out[i]);
      out[i].time = end->time;
      out[i].cycle = end->cycle;
      out[i].fraction = 1;
    }
  return run->n_ends;
}

/* Is there coherence to carry on, in the basis of the coordinates? */
static gboolean
coherent (const QnRun *run)
{
  for (int a = run->medium.n; a < run->medium.d; a++)
    if (run->x[a] != 0)
      return TRUE;
  return FALSE;
}

gboolean
qn_run_set_machine (QnRun *run, const QnMachine *machine, const gint *cancelled, GError **error)
{
  QnRun next = { .points = run->points, .tolerance = run->tolerance };
  double before, now = time_now (run);
  const QnStroke *stroke;

  if (!prepare (&next, machine, coherent (run) || qn_machine_starts_coherent (machine), cancelled, error))
    {
      release (&next);
      return FALSE;
    }
  if (machine->n_strokes != run->machine.n_strokes || !qn_medium_akin (&machine->medium, &run->machine.medium))
    {
      release (run);
      *run = next;
      qn_run_reset (run);
      return TRUE;
    }
  before = qn_medium_energy (&run->medium, run->w, run->x);
  release (run);
  memcpy (run->step, next.step, sizeof run->step);
  run->rates = next.rates;
  run->machine = next.machine;
  run->medium = next.medium;
  memcpy (run->begun, next.begun, sizeof run->begun);
  run->counted = run->cycle;
  run->n_ends = 0;
  run->origin += now - time_now (run);
  stroke = &run->machine.stroke[run->stroke];
  run->w = run->point == 0 ? qn_stroke_first (stroke) : qn_stroke_control (stroke, &machine->medium, (double) run->point / run->points, NULL);
  run->row[QN_ROW_WORK] += qn_medium_energy (&run->medium, run->w, run->x) - before; /* by control or by medium, it is work */
  run->disturbed = TRUE;
  return TRUE;
}

gboolean
qn_run_last_cycle (const QnRun *run, QnRunLedger *out)
{
  if (run->last.cycle < 0)
    return FALSE;
  *out = run->last;
  return TRUE;
}
