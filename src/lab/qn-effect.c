/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lab/qn-effect.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define ROUNDING 1e-12

/* A value beside this one that is allowed. */
static double
elsewhere (const QnParameter *p, double value)
{
  double step = p->kind == QN_VALUE_REAL ? 0.25 * fabs (value) + 0.1 : 1;

  return value + step <= p->hard_max ? value + step : p->kind == QN_VALUE_REAL ? value - step : p->hard_min;
}

/* What no equation of the machine contains, nor of its quasi-static cycle, is set to nothing, so that machines which differ in that alone
 * become equal. */
static void
reduce (QnMachine *machine, const QnMedium *medium)
{
  guint touched = 0;

  for (int i = 0; i < machine->n_strokes; i++)
    {
      QnStroke *stroke = &machine->stroke[i];

      if (stroke->duration > 0)
        touched |= stroke->baths;
      if (stroke->from == stroke->to || stroke->duration == 0)
        stroke->shape = QN_RAMP_LINEAR;
      if (stroke->from == stroke->to || medium->diagonal)
        stroke->counterdiabatic = FALSE;
      if (medium->diagonal || stroke->duration == 0)
        stroke->dephasing = 0;
    }
  for (int k = 0; k < machine->n_baths; k++)
    if (!(touched & 1u << k) || machine->bath[k].coupling == 0)
      machine->bath[k] = (QnBath) { .temperature = machine->bath[k].temperature, .squeezing = machine->bath[k].squeezing, .coupling = touched & 1u << k ? 0 : 1 };
}

/* Do both build the same machine, but for what it has no equation for? */
static gboolean
same_machine (const QnExperiment *one, const QnExperiment *other)
{
  QnMachine a, b;
  QnMedium m, n;
  gboolean same;

  if (!qn_experiment_machine (one, &a, NULL) || !qn_experiment_machine (other, &b, NULL))
    return FALSE;
  qn_medium_init (&m, &a.medium, FALSE);
  qn_medium_init (&n, &b.medium, FALSE);
  reduce (&a, &m);
  reduce (&b, &n);
  if (qn_medium_equal (&m, &n))
    b.medium = a.medium;
  same = !memcmp (&a, &b, sizeof a);
  qn_medium_clear (&m);
  qn_medium_clear (&n);
  return same;
}

const char *
qn_parameter_idle (const QnExperiment *experiment, int index)
{
  const QnLab *lab = experiment->lab;
  const QnParameter *p = &lab->parameters[index];
  QnExperiment other = *experiment;

  if (p->applies && !p->applies (experiment->value))
    return _ ("It belongs to other settings than the present ones.");
  if (!lab->build || (lab->evaluate && (!lab->beyond || g_strv_contains (lab->beyond, p->id))))
    return NULL;
  other.value[index] = elsewhere (p, experiment->value[index]);
  if (!same_machine (experiment, &other))
    return NULL;
  other.value[index] = p->initial;
  return same_machine (experiment, &other) ? _ ("With the present settings no equation of the machine contains it.") : NULL;
}

/* To rounding, in units of the largest; every `stride`-th of them. */
static gboolean
same_numbers (const double *a, const double *b, gsize n, gsize stride)
{
  double largest = 0;

  for (gsize i = 0; i < n; i += stride)
    largest = isfinite (a[i]) ? MAX (largest, fabs (a[i])) : largest;
  for (gsize i = 0; i < n; i += stride)
    if (a[i] != b[i] && !(isnan (a[i]) && isnan (b[i])) && !(fabs (a[i] - b[i]) <= ROUNDING * largest))
      return FALSE;
  return TRUE;
}

static gboolean
same_tables (const QnReport *a, const QnReport *b)
{
  if (qn_report_n_tables (a) != qn_report_n_tables (b))
    return FALSE;
  for (guint i = 0; i < qn_report_n_tables (a); i++)
    {
      const QnTable *s = qn_report_table (a, i), *t = qn_report_table (b, i);

      if (s->n_rows != t->n_rows || s->n_columns != t->n_columns)
        return FALSE;
      for (int c = 0; c < s->n_columns; c++)
        if (s->n_rows > 0 && !same_numbers (s->values + c, t->values + c, s->n_rows * s->n_columns - c, s->n_columns))
          return FALSE;
    }
  return TRUE;
}

static gboolean
same_results (const QnOutcome *a, const QnOutcome *b)
{
  const QnResults *r = &a->results, *s = &b->results;

  for (int i = 0; i < r->lab->n_results; i++)
    if (!same_numbers (&r->number[i], &s->number[i], 1, 1) && !qn_is_noise (r->number[i] - s->number[i], r->lab->results[i].dimension, &a->ledger))
      return FALSE;
  return r->mode == s->mode && r->n_populations == s->n_populations && same_numbers (r->population, s->population, r->n_populations, 1)
         && same_numbers (r->bloch, s->bloch, 3, 1) && same_numbers (r->part_z, s->part_z, 2, 1);
}

static gboolean
same_outcome (const QnOutcome *a, const QnOutcome *b)
{
  for (int i = 0; i < a->ledger.n_strokes; i++)
    if (a->ledger.stroke[i].duration != b->ledger.stroke[i].duration)
      return FALSE;
  return same_results (a, b) && same_tables (a->tables, b->tables);
}

gboolean
qn_parameter_changes_nothing (const QnOutcome *outcome, int index, const gint *cancelled)
{
  const QnExperiment *experiment = &outcome->experiment;
  const QnParameter *p = &experiment->lab->parameters[index];
  const double values[] = { elsewhere (p, experiment->value[index]), p->initial };

  for (gsize i = 0; i < G_N_ELEMENTS (values); i++)
    {
      QnExperiment other = *experiment;
      g_autoptr (QnOutcome) told = NULL;

      if (values[i] == experiment->value[index])
        continue;
      other.value[index] = values[i];
      told = outcome->cycles > 0 ? qn_experiment_evaluate_transient (&other, outcome->cycles, cancelled, NULL) : qn_experiment_evaluate (&other, cancelled, NULL);
      if (!told || !same_outcome (outcome, told))
        return FALSE;
    }
  return TRUE;
}
