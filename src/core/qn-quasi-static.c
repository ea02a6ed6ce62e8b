/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "qn-cycle.h"

#include <math.h>
#include <string.h>

#include "qn-flow.h"
#include "qn-measures.h"

typedef struct
{
  const QnMachine *machine;
  const QnMedium *medium;
  double p[QN_MAX_LEVELS]; /* populations, ascending energy */
  double w;
  double heat[QN_MAX_BATHS], work_output, time;
} Quasi;

static void
gibbs_populations (const QnMedium *medium, double w, double T, double *p)
{
  QnEigen eigen;
  double z = 0;

  qn_medium_eigen (medium, w, &eigen);
  for (int i = 0; i < medium->n; i++)
    z += p[i] = exp (-(eigen.E[i] - eigen.E[0]) / T);
  for (int i = 0; i < medium->n; i++)
    p[i] /= z;
}

static double
free_energy (const QnMedium *medium, double w, double T)
{
  QnEigen eigen;
  double z = 0;

  qn_medium_eigen (medium, w, &eigen);
  for (int i = 0; i < medium->n; i++)
    z += exp (-(eigen.E[i] - eigen.E[0]) / T);
  return eigen.E[0] - T * log (z);
}

static double
mean_energy (const QnMedium *medium, double w, const double *p)
{
  QnEigen eigen;
  double e = 0;

  qn_medium_eigen (medium, w, &eigen);
  for (int i = 0; i < medium->n; i++)
    e += p[i] * eigen.E[i];
  return e;
}

static void
state_of (const QnMedium *medium, double w, const double *p, double *x)
{
  QnEigen eigen;
  QnOperator rho = { { 0 } };

  qn_medium_eigen (medium, w, &eigen);
  for (int k = 0; k < medium->n; k++)
    for (int i = 0; i < medium->n; i++)
      for (int j = 0; j < medium->n; j++)
        rho[i][j] += p[k] * eigen.V[i][k] * conj (eigen.V[j][k]);
  qn_medium_state_coordinates (medium, rho, x);
}

static int
bath_of (const QnStroke *stroke)
{
  for (int k = 0; k < QN_MAX_BATHS; k++)
    if (stroke->baths & (1u << k))
      return k;
  return -1;
}

/* One stroke: moves q on to its end, writing points + 1 readings. */
static void
stroke (Quasi *q, int i, int points, QnSample *out)
{
  const QnMedium *medium = q->medium;
  const QnStroke *stroke = &q->machine->stroke[i];
  int k = bath_of (stroke);
  double T = k >= 0 ? q->machine->bath[k].temperature : 0, start[QN_MAX_LEVELS], end[QN_MAX_LEVELS], x[QN_MAX_STATE];
  double w0 = stroke->from, heat0[QN_MAX_BATHS], work0;
  gboolean isotherm = k >= 0 && stroke->from != stroke->to;

  q->work_output -= mean_energy (medium, w0, q->p) - mean_energy (medium, q->w, q->p);
  memcpy (start, q->p, sizeof start);
  if (isotherm) /* whatever is left to relax does so at the first value */
    {
      gibbs_populations (medium, w0, T, end);
      q->heat[k] += mean_energy (medium, w0, end) - mean_energy (medium, w0, start);
    }
  else if (k >= 0)
    gibbs_populations (medium, w0, T, end);
  memcpy (heat0, q->heat, sizeof heat0);
  work0 = q->work_output;
  for (int p = 0; p <= points; p++)
    {
      double s = (double) p / points, w = stroke->from + (stroke->to - stroke->from) * s;
      QnSample *sample = &out[p];

      if (isotherm)
        {
          gibbs_populations (medium, w, T, q->p);
          q->work_output = work0 - (free_energy (medium, w, T) - free_energy (medium, w0, T));
          q->heat[k] = heat0[k] + mean_energy (medium, w, q->p) - mean_energy (medium, w0, end) + q->work_output - work0;
        }
      else if (k >= 0)
        {
          for (int j = 0; j < medium->n; j++)
            q->p[j] = (1 - s) * start[j] + s * end[j];
          q->heat[k] = heat0[k] + mean_energy (medium, w, q->p) - mean_energy (medium, w, start);
        }
      else
        q->work_output = work0 - (mean_energy (medium, w, q->p) - mean_energy (medium, w0, q->p));
      memset (sample, 0, sizeof *sample);
      state_of (medium, w, q->p, x);
      qn_measures_read (medium, w, x, sample);
      qn_measures_force (medium, stroke, x, sample);
      sample->stroke = i;
      sample->fraction = s;
      sample->time = q->time + s * stroke->duration;
      memcpy (sample->heat, q->heat, sizeof q->heat);
      sample->work_output = q->work_output;
    }
  q->w = stroke->to;
  q->time += stroke->duration;
}

static void
write_books (const Quasi *q, int points, const QnSample *out, QnLedger *ledger)
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
      const QnSample *a = &out[i * (points + 1)], *b = a + points, *before = i ? a - 1 : NULL;
      QnStrokeLedger *books = &ledger->stroke[i];

      books->duration = machine->stroke[i].duration;
      books->energy_start = a->energy;
      books->energy_end = b->energy;
      books->entropy_start = a->entropy;
      books->entropy_end = b->entropy;
      books->work_output = b->work_output - (before ? before->work_output : 0);
      memcpy (books->population_end, b->population, sizeof b->population);
      memcpy (books->bloch_end, b->bloch, sizeof b->bloch);
      for (int k = 0; k < machine->n_baths; k++)
        {
          books->heat[k] = b->heat[k] - (before ? before->heat[k] : 0);
          ledger->heat[k] += books->heat[k];
        }
      ledger->work_output += books->work_output;
      if (!machine->stroke[i].baths)
        ledger->drive_work += books->work_output;
      ledger->min_eigenvalue = MIN (ledger->min_eigenvalue, b->min_eigenvalue);
      for (int n = 0; n < q->medium->n; n++)
        ledger->energy_scale = MAX (ledger->energy_scale, fabs (b->level[n]));
    }
  for (int k = 0; k < machine->n_baths; k++)
    ledger->entropy_production -= ledger->heat[k] / machine->bath[k].temperature;
}

/* The state before the first stroke: left by the last contact, kept on the drives after it. */
gsize
qn_quasi_static_sample (const QnMachine *machine, int points_per_stroke, QnSample *out, QnLedger *ledger, GError **error)
{
  QnMedium medium;
  Quasi q = { .machine = machine, .medium = &medium };
  int last;

  if (!qn_machine_check (machine, error))
    return 0;
  qn_medium_init (&medium, &machine->medium, FALSE);
  q.w = machine->stroke[machine->n_strokes - 1].to;
  for (last = machine->n_strokes - 1; last >= 0 && bath_of (&machine->stroke[last]) < 0; last--)
    ;
  if (last >= 0)
    gibbs_populations (&medium, machine->stroke[last].to, machine->bath[bath_of (&machine->stroke[last])].temperature, q.p);
  else
    gibbs_populations (&medium, machine->stroke[0].from, machine->start_temperature, q.p);
  for (int i = 0; i < machine->n_strokes; i++)
    stroke (&q, i, points_per_stroke, out + i * (points_per_stroke + 1));
  if (ledger)
    write_books (&q, points_per_stroke, out, ledger);
  qn_medium_clear (&medium);
  return machine->n_strokes * (points_per_stroke + 1);
}
