/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/machine/qn-quasi-static.h"

#include <math.h>
#include <string.h>

#include "core/machine/qn-flow.h"
#include "core/medium/qn-medium-class.h"
#include "core/medium/qn-medium.h"

#define NO_CYCLE N_ ("a machine that stands in contact with all its reservoirs has no quasi-static cycle; allowed: strokes one after the other")

typedef struct
{
  const QnMachine *machine;
  const QnMedium *medium;
  double p[QN_MAX_LEVELS]; /* populations, ascending energy; see QnMediumClass */
  double w;
  double heat[QN_MAX_BATHS], work_output, time;
} Quasi;

/* Populations stay with their levels, whose order in energy may change. */
static void
carry (const QnMedium *medium, double w0, double w1, double *p)
{
  int to[QN_MAX_LEVELS];
  double old[QN_MAX_LEVELS];

  memcpy (old, p, sizeof old);
  qn_medium_follow (medium, w0, w1, to);
  for (int n = 0; n < medium->n; n++)
    p[to[n]] = old[n];
}

static int
bath_of (const QnStroke *stroke)
{
  for (int k = 0; k < QN_MAX_BATHS; k++)
    if (stroke->baths & (1u << k))
      return k;
  return -1;
}

/* Where a stroke began, for the readings along it. */
typedef struct
{
  Quasi q;                     /* once it touches its bath, or jumped */
  double p_end[QN_MAX_LEVELS]; /* in contact: the Gibbs state of the first control value */
  int bath;                    /* -1: isolated */
  gboolean moves;
} Start;

/* Populations and ledger at fraction s of a stroke. */
static void
move_to (Quasi *q, const Start *start, const QnStroke *stroke, double s)
{
  const QnMedium *medium = q->medium;
  double w = stroke->from + (stroke->to - stroke->from) * s, w0 = stroke->from;
  int k = start->bath;

  *q = start->q;
  if (k < 0)
    {
      carry (medium, w0, w, q->p);
      q->work_output -= qn_medium_mean_energy (medium, w, q->p) - qn_medium_mean_energy (medium, w0, start->q.p);
    }
  else if (start->moves)
    {
      const QnBath *bath = &q->machine->bath[k];
      double dF = qn_medium_free_energy (medium, w, bath) - qn_medium_free_energy (medium, w0, bath);

      qn_medium_thermal (medium, w, bath, q->p);
      q->work_output -= dF;
      q->heat[k] += qn_medium_mean_energy (medium, w, q->p) - qn_medium_mean_energy (medium, w0, start->p_end) - dF;
    }
  else
    {
      for (int j = 0; j < medium->n; j++)
        q->p[j] = (1 - s) * start->q.p[j] + s * start->p_end[j];
      q->heat[k] += qn_medium_mean_energy (medium, w, q->p) - qn_medium_mean_energy (medium, w, start->q.p);
    }
  q->w = w;
}

/* Whatever an isotherm finds out of equilibrium relaxes at its first value. */
static Start
begin_stroke (Quasi *q, const QnStroke *stroke)
{
  const QnMedium *medium = q->medium;
  Start start = { .bath = bath_of (stroke), .moves = stroke->from != stroke->to };

  q->work_output += qn_medium_mean_energy (medium, q->w, q->p);
  carry (medium, q->w, stroke->from, q->p);
  q->work_output -= qn_medium_mean_energy (medium, stroke->from, q->p);
  start.q = *q;
  if (start.bath < 0)
    return start;
  qn_medium_thermal (medium, stroke->from, &q->machine->bath[start.bath], start.p_end);
  if (start.moves)
    start.q.heat[start.bath] += qn_medium_mean_energy (medium, stroke->from, start.p_end) - qn_medium_mean_energy (medium, stroke->from, q->p);
  return start;
}

static void
read_quasi (const Quasi *q, const QnStroke *stroke, QnReading *sample)
{
  double x[QN_MAX_STATE];

  memset (sample, 0, sizeof *sample);
  qn_medium_state (q->medium, q->w, q->p, x);
  qn_medium_read (q->medium, q->w, x, sample);
  sample->force = qn_stroke_force (stroke, q->medium, x, sample);
  memcpy (sample->heat, q->heat, sizeof q->heat);
  sample->work_output = q->work_output;
}

/* One stroke: moves q on to its end, writing points + 1 readings. */
static void
sample_stroke (Quasi *q, int i, int points, QnReading *out)
{
  const QnStroke *stroke = &q->machine->stroke[i];
  Start start = begin_stroke (q, stroke);

  for (int p = 0; p <= points && !qn_is_cancelled (q->medium->cancelled); p++)
    {
      double s = (double) p / points;

      move_to (q, &start, stroke, s);
      read_quasi (q, stroke, &out[p]);
      out[p].stroke = i;
      out[p].fraction = s;
      out[p].time = q->time + s * stroke->duration;
    }
  q->time += stroke->duration;
}

static void
write_books (const Quasi *q, int points, const QnReading *out, QnLedger *ledger)
{
  const QnMachine *machine = q->machine;

  memset (ledger, 0, sizeof *ledger);
  ledger->n_strokes = machine->n_strokes;
  ledger->n_levels = q->medium->n;
  ledger->n_baths = machine->n_baths;
  ledger->period = qn_machine_period (machine);
  ledger->unique = TRUE;
  ledger->min_eigenvalue = 1;
  for (int i = 0; i < machine->n_strokes; i++)
    {
      const QnReading *a = &out[i * (points + 1)], *b = a + points, *before = i ? a - 1 : NULL;
      QnStrokeLedger *entry = &ledger->stroke[i];

      entry->duration = machine->stroke[i].duration;
      entry->energy_start = a->energy;
      entry->energy_end = b->energy;
      entry->entropy_start = a->entropy;
      entry->entropy_end = b->entropy;
      entry->work_output = b->work_output - (before ? before->work_output : 0);
      memcpy (entry->population_end, b->population, sizeof b->population);
      memcpy (entry->bloch_end, b->bloch, sizeof b->bloch);
      for (int k = 0; k < machine->n_baths; k++)
        {
          entry->heat[k] = b->heat[k] - (before ? before->heat[k] : 0);
          ledger->heat[k] += entry->heat[k];
        }
      ledger->work_output += entry->work_output;
      if (!machine->stroke[i].baths)
        ledger->drive_work += entry->work_output;
      ledger->min_eigenvalue = MIN (ledger->min_eigenvalue, b->min_eigenvalue);
      for (int n = 0; n < q->medium->n; n++)
        ledger->energy_scale = MAX (ledger->energy_scale, fabs (b->level[n]));
    }
  for (int k = 0; k < machine->n_baths; k++)
    ledger->entropy_production -= machine->bath[k].squeezing != 0 ? NAN : ledger->heat[k] / machine->bath[k].temperature;
  qn_regenerator_book (machine, ledger);
}

/* The state before the first stroke: left by the last contact, kept on the drives after it. */
gsize
qn_quasi_static_cycle (const QnMachine *machine, int points_per_stroke, const gint *cancelled, QnReading *out, QnLedger *ledger, GError **error)
{
  QnMedium medium;
  Quasi q = { .machine = machine, .medium = &medium };
  int last;

  if (!qn_machine_check (machine, error))
    return 0;
  if (machine->medium.klass->parts || qn_machine_is_continuous (machine))
    {
      qn_fault_set (QN_CORE_ERROR_INVALID, &(QnFault) { .quantity = QN_QUANTITY_STROKES, .place = -1, .text = NO_CYCLE }, error);
      return 0;
    }
  qn_medium_init (&medium, &machine->medium, FALSE);
  medium.cancelled = cancelled;
  q.w = machine->stroke[machine->n_strokes - 1].to;
  for (last = machine->n_strokes - 1; last >= 0 && bath_of (&machine->stroke[last]) < 0; last--)
    ;
  if (last >= 0)
    {
      qn_medium_thermal (&medium, machine->stroke[last].to, &machine->bath[bath_of (&machine->stroke[last])], q.p);
      carry (&medium, machine->stroke[last].to, q.w, q.p);
    }
  else
    qn_medium_thermal (&medium, machine->stroke[0].from, &(QnBath) { .temperature = machine->start_temperature }, q.p);
  for (int i = 0; i < machine->n_strokes; i++)
    sample_stroke (&q, i, points_per_stroke, out + i * (points_per_stroke + 1));
  if (ledger)
    write_books (&q, points_per_stroke, out, ledger);
  qn_medium_clear (&medium);
  return qn_is_cancelled (cancelled) ? 0 : machine->n_strokes * (points_per_stroke + 1);
}
