/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "figures/qn-recipe.h"
#include "cli/qn-cli-trace.h"

#include <math.h>

#include "cli/qn-cli-watch.h"
#include "core/machine/qn-ledger.h"
#include "core/machine/qn-run.h"
#include "lab/qn-output.h"

#define POINTS 100 /* a stroke */

/* What a row has follows from the machine, so that every row of a file has the same. */
typedef struct
{
  const QnOutcome *outcome;
  const QnMachine *machine;
  QnOutput *out;
  GError **error;
  GString *row;
  gboolean continuous, regenerates, correlated, density;
} Trace;

static void
trace_clear (Trace *trace)
{
  g_string_free (trace->row, TRUE);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Trace, trace_clear)

static const char *const heat_id[QN_MAX_BATHS] = { "heat_hot", "heat_cold", "heat_work" };
static const char *const current_id[QN_MAX_BATHS] = { "current_hot", "current_cold", "current_work" };

static gboolean
write_row (Trace *trace)
{
  gboolean ok;

  g_string_append_c (trace->row, '\n');
  ok = qn_output_write (trace->out, trace->row->str, (gssize) trace->row->len, trace->error);
  g_string_truncate (trace->row, 0);
  return ok;
}

static gboolean
write_header (Trace *trace, int n_levels)
{
  GString *row = trace->row;
  int n_baths = trace->machine->n_baths;

  g_string_append (row, "time,cycle,stroke,control,energy");
  for (int k = 0; k < n_baths; k++)
    g_string_append_printf (row, ",%s", heat_id[k]);
  g_string_append_printf (row, ",work_output%s", trace->regenerates ? ",regenerator_heat" : "");
  for (int k = 0; trace->continuous && k < n_baths; k++)
    g_string_append_printf (row, ",%s", current_id[k]);
  g_string_append_printf (row, "%s,force,temperature,entropy,coherence_l1,coherence_relative,purity,ergotropy", trace->continuous ? ",power" : "");
  if (trace->correlated)
    g_string_append (row, ",concurrence,mutual_information");
  if (trace->machine->medium.klass->spins)
    g_string_append (row, ",bloch_first_z,bloch_second_z");
  for (int i = 0; i < n_levels; i++)
    g_string_append_printf (row, ",population_%d", i);
  g_string_append (row, ",bloch_x,bloch_y,bloch_z");
  if (trace->machine->medium.klass->gaussian)
    g_string_append (row, ",xx,pp,xp");
  for (int i = 0; trace->density && i < n_levels; i++)
    for (int j = i; j < n_levels; j++)
      g_string_append_printf (row, i == j ? ",rho_%d_%d" : ",rho_%d_%d_re,rho_%d_%d_im", i, j, i, j);
  return write_row (trace);
}

static void
number (Trace *trace, double value)
{
  g_string_append_c (trace->row, ',');
  qn_number_append (trace->row, value);
}

static void
numbers (Trace *trace, const double *value, int n)
{
  for (int i = 0; i < n; i++)
    number (trace, value[i]);
}

/* In the basis that H(w) = H0 + w H1 is written in, which does not turn under way. */
static void
density (Trace *trace, const QnReading *s)
{
  double _Complex rho[QN_MAX_LEVELS][QN_MAX_LEVELS];

  qn_reading_density (&trace->machine->medium, s, FALSE, rho);
  for (int i = 0; i < s->n_levels; i++)
    for (int j = i; j < s->n_levels; j++)
      {
        number (trace, __real__ rho[i][j]);
        if (i != j)
          number (trace, __imag__ rho[i][j]);
      }
}

/* `regenerated`: R in the row that ends a cycle, whose heats are those of the reservoirs; nobody knows it before. */
static gboolean
write_reading (Trace *trace, const QnReading *s, double regenerated)
{
  const QnMachine *machine = trace->machine;
  const double state[] = { s->force, s->temperature, s->entropy, s->coherence_l1, s->coherence_relative, s->purity, s->ergotropy };

  qn_number_append (trace->row, s->time);
  g_string_append_printf (trace->row, ",%" G_GINT64_FORMAT ",%s", s->cycle + 1, machine->stroke[s->stroke].id);
  numbers (trace, (const double[]) { s->control, s->energy }, 2);
  numbers (trace, s->heat, machine->n_baths);
  number (trace, s->work_output);
  if (trace->regenerates)
    number (trace, regenerated);
  if (trace->continuous)
    {
      numbers (trace, s->current, machine->n_baths);
      number (trace, s->power);
    }
  numbers (trace, state, G_N_ELEMENTS (state));
  if (trace->correlated)
    numbers (trace, (const double[]) { s->concurrence, s->mutual_information }, 2);
  if (machine->medium.klass->spins)
    numbers (trace, s->part_z, 2);
  numbers (trace, s->population, s->n_levels);
  numbers (trace, s->bloch, 3);
  if (machine->medium.klass->gaussian)
    numbers (trace, s->state + 1, 3);
  if (trace->density)
    density (trace, s);
  return write_row (trace);
}

static gboolean
begin_trace (Trace *trace, const QnReading *first)
{
  const QnMediumClass *klass = trace->machine->medium.klass;
  const QnRecipe recipe = { .sheet.cycles = trace->outcome->cycles };
  g_autofree char *comment = qn_recipe_comment (&trace->outcome->experiment, &recipe);

  g_string_append (trace->row, comment);
  trace->continuous = qn_machine_is_continuous (trace->machine);
  trace->regenerates = qn_machine_regenerates (trace->machine);
  trace->correlated = !isnan (first->concurrence);
  trace->density = !klass->gaussian && first->n_levels > 2 && first->n_state > first->n_levels;
  return write_header (trace, first->n_levels);
}

static gboolean
write_end (Trace *trace, QnReading *end, double R)
{
  end->heat[QN_HOT] -= R;
  end->heat[QN_COLD] += R;
  return write_reading (trace, end, R);
}

/* Of a stroke of no duration its end alone. */
static gboolean
trace_limit (Trace *trace, QnCycle *cycle)
{
  int n_strokes = trace->machine->n_strokes;
  g_autofree QnReading *readings = g_new0 (QnReading, n_strokes * (POINTS + 1));
  gsize n = qn_cycle_readings (cycle, POINTS, readings);

  if (!begin_trace (trace, &readings[0]))
    return FALSE;
  for (gsize i = 0; i + 1 < n; i++)
    if ((trace->machine->stroke[readings[i].stroke].duration > 0 || readings[i].fraction == 1) && !write_reading (trace, &readings[i], 0))
      return FALSE;
  return write_end (trace, &readings[n - 1], qn_cycle_ledger (cycle)->regenerated);
}

static gboolean
write_ends (Trace *trace, QnRun *run)
{
  QnReading end[QN_MAX_STROKES];
  int n = qn_run_read_ends (run, end);
  gboolean ok = TRUE;

  for (int i = 0; ok && i < n; i++)
    {
      QnRunLedger last;
      gboolean closes = end[i].stroke + 1 == trace->machine->n_strokes && qn_run_last_cycle (run, &last);

      ok = write_end (trace, &end[i], closes && trace->regenerates ? end[i].heat[QN_HOT] - last.heat[QN_HOT] : 0);
    }
  return ok;
}

static gboolean
trace_transient (Trace *trace, int cycles)
{
  g_autoptr (QnRun) run = qn_run_new (trace->machine, POINTS, QN_TOLERANCE, qn_cli_cancelled (), trace->error);
  QnReading reading;

  if (!run)
    return FALSE;
  qn_run_read (run, &reading);
  if (!begin_trace (trace, &reading))
    return FALSE;
  for (int done = 0;;)
    {
      if (trace->machine->stroke[reading.stroke].duration > 0 && !write_reading (trace, &reading, 0))
        return FALSE;
      done += qn_run_advance (run);
      if (!write_ends (trace, run))
        return FALSE;
      if (done == cycles || qn_is_cancelled (qn_cli_cancelled ()))
        return done == cycles;
      qn_cli_watch_tell (done, cycles);
      qn_run_read (run, &reading);
    }
}

gboolean
qn_cli_trace (QnOutcome *outcome, const char *path, GError **error)
{
  g_auto (Trace) trace = { outcome, &outcome->machine, qn_output_open (path, error), error, g_string_new (NULL) };
  gboolean ok = trace.out && (outcome->cycles == 0 ? trace_limit (&trace, outcome->cycle) : trace_transient (&trace, outcome->cycles));

  if (ok)
    return qn_output_close (trace.out, error);
  qn_output_discard (trace.out);
  return FALSE;
}
