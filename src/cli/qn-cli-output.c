/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "figures/qn-recipe.h"
#include "cli/qn-cli-output.h"

#include <glib/gi18n.h>

#include "cli/qn-cli.h"
#include "lab/qn-experiment-file.h"

/* None at all: null. */
static void
vector (GString *out, const double *value, int n)
{
  if (n == 0)
    {
      g_string_append (out, "null");
      return;
    }
  g_string_append_c (out, '[');
  for (int i = 0; i < n; i++)
    {
      if (i)
        g_string_append (out, ", ");
      qn_json_number (out, value[i]);
    }
  g_string_append_c (out, ']');
}

static void
member (GString *out, const char *id, gboolean first)
{
  g_string_append_printf (out, "%s\n    \"%s\": ", first ? "" : ",", id);
}

static void
result_values (GString *out, const QnResults *results)
{
  for (int i = 0; i < results->lab->n_results; i++)
    {
      const QnResult *r = &results->lab->results[i];
      double v[QN_MAX_LEVELS];

      member (out, r->id, i == 0);
      if (r->kind == QN_RESULT_MODE)
        qn_json_string (out, qn_mode_id (results->mode));
      else if (r->kind == QN_RESULT_VECTOR)
        vector (out, v, qn_results_vector (results, r, v));
      else
        qn_json_number (out, results->number[i]);
    }
}

static void
field (GString *out, const char *id, double value)
{
  g_string_append_printf (out, ", \"%s\": ", id);
  qn_json_number (out, value);
}

/* Heat from a reservoir; what went by way of the regenerator is told apart. */
static void
stroke_heats (GString *out, const QnMachine *machine, int i, const QnLedger *ledger)
{
  static const char *const id[QN_MAX_BATHS] = { "heat_hot", "heat_cold", "heat_work" };
  const QnRegenerator *r = &machine->regenerator;
  double R = qn_machine_regenerates (machine) ? ledger->regenerated * ((i == r->taking) - (i == r->giving)) : 0;

  for (int k = 0; k < machine->n_baths; k++)
    field (out, id[k], ledger->stroke[i].heat[k] - (k == (R > 0 ? QN_HOT : QN_COLD) ? R : 0));
  if (qn_machine_regenerates (machine))
    field (out, "heat_regenerator", R);
}

/* Rows of the real or the imaginary parts, in the basis that H(w) = H0 + w H1 is written in. */
static void
density_json (GString *out, const QnMachine *machine, const QnReading *s)
{
  double _Complex rho[QN_MAX_LEVELS][QN_MAX_LEVELS];

  qn_reading_density (&machine->medium, s, FALSE, rho);
  for (int part = 0; part < 2; part++)
    {
      g_string_append (out, part ? ", \"rho_im\": [" : ", \"rho_re\": [");
      for (int i = 0; i < s->n_levels; i++)
        {
          double row[QN_MAX_LEVELS];

          for (int j = 0; j < s->n_levels; j++)
            row[j] = part ? __imag__ rho[i][j] : __real__ rho[i][j];
          g_string_append (out, i ? ", " : "");
          vector (out, row, s->n_levels);
        }
      g_string_append_c (out, ']');
    }
}

static void
state_json (GString *out, const QnMachine *machine, const QnReading *s)
{
  const struct { const char *id; double value; } rows[] = {
    { "force", s->force }, { "temperature", s->temperature }, { "coherence_l1", s->coherence_l1 }, { "coherence_relative", s->coherence_relative },
    { "purity", s->purity }, { "ergotropy", s->ergotropy }, { "concurrence", s->concurrence }, { "mutual_information", s->mutual_information },
  };

  g_string_append (out, "{\"control\": ");
  qn_json_number (out, s->control);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    field (out, rows[i].id, rows[i].value);
  if (machine->medium.klass->spins)
    for (int q = 0; q < 2; q++)
      {
        g_string_append (out, q ? ", \"bloch_second\": " : ", \"bloch_first\": ");
        vector (out, (const double[]) { 0, 0, s->part_z[q] }, 3);
      }
  if (!machine->medium.klass->gaussian)
    density_json (out, machine, s);
  else
    {
      field (out, "xx", s->state[1]);
      field (out, "pp", s->state[2]);
      field (out, "xp", s->state[3]);
    }
  g_string_append_c (out, '}');
}

static void
stroke_ledger (GString *out, const QnMachine *machine, int i, const QnLedger *ledger, const QnReading *end)
{
  const QnStrokeLedger *stroke = &ledger->stroke[i];

  g_string_append_printf (out, "    {\"id\": \"%s\"", machine->stroke[i].id);
  field (out, "duration", stroke->duration);
  stroke_heats (out, machine, i, ledger);
  field (out, "work_output", stroke->work_output);
  field (out, "energy_start", stroke->energy_start);
  field (out, "energy_end", stroke->energy_end);
  field (out, "entropy_start", stroke->entropy_start);
  field (out, "entropy_end", stroke->entropy_end);
  field (out, "friction_work", stroke->friction_work);
  field (out, "drive_cost", stroke->drive_cost);
  g_string_append (out, ", \"populations_end\": ");
  vector (out, stroke->population_end, ledger->n_levels);
  g_string_append (out, ", \"bloch_end\": ");
  vector (out, stroke->bloch_end, 3);
  g_string_append (out, ", \"end\": ");
  state_json (out, machine, end);
  g_string_append_c (out, '}');
}

static void
table_json (GString *out, const QnTable *table)
{
  member (out, table->id, FALSE);
  g_string_append (out, "{");
  for (int c = 0; c < table->n_columns; c++)
    {
      g_string_append_printf (out, "%s\"%s\": [", c ? ", " : "", table->columns[c].id);
      for (gsize r = 0; r < table->n_rows; r++)
        {
          g_string_append (out, r ? ", " : "");
          qn_json_number (out, qn_table_get (table, r, c));
        }
      g_string_append_c (out, ']');
    }
  g_string_append_c (out, '}');
}

/* Members that begin with a comma each; the first is taken off. */
static void
tables (GString *out, const char *name, const QnReport *report)
{
  g_autoptr (GString) inside = g_string_new (NULL);

  for (guint i = 0; i < qn_report_n_tables (report); i++)
    table_json (inside, qn_report_table (report, i));
  if (inside->len)
    g_string_append_printf (out, ",\n  \"%s\": {%s\n  }", name, inside->str + 1);
}

/* Averages over single runs beside what they must come to. */
static void
estimates_json (GString *out, const QnCliRun *run)
{
  static const struct
  {
    const char *id;
    int column;
  } parts[] = { { "mean", QN_ESTIMATE_MEAN }, { "error", QN_ESTIMATE_ERROR }, { "exact", QN_ESTIMATE_EXACT }, { "spread", QN_ESTIMATE_SPREAD }, { "tail", QN_ESTIMATE_TAIL } };
  const QnTable *table = qn_report_find (run->sampled, "estimates");

  if (!table)
    return;
  g_string_append_printf (out, ",\n  \"sampled\": {\n    \"trajectories\": %" G_GINT64_FORMAT ",\n    \"seed\": %" G_GINT64_FORMAT, run->runs, run->seed);
  for (gsize i = 0; i < table->n_rows; i++)
    {
      member (out, run->outcome->experiment.lab->sampler->estimates[i].id, FALSE);
      for (guint k = 0; k < G_N_ELEMENTS (parts); k++)
        {
          g_string_append_printf (out, "%s\"%s\": ", k ? ", " : "{", parts[k].id);
          qn_json_number (out, qn_table_get (table, i, parts[k].column));
        }
      g_string_append_printf (out, ", \"reliable\": %s}", qn_estimate_doubt (table, i) ? "false" : "true");
    }
  g_string_append (out, "\n  }");
}

static void
doubts_json (GString *out, const QnOutcome *outcome)
{
  gboolean any = FALSE;

  g_string_append_printf (out, ",\n  \"unique\": %s,\n  \"doubts\": [", outcome->doubts & QN_DOUBT_NOT_UNIQUE ? "false" : "true");
  for (guint bit = 0; bit < QN_N_DOUBTS; bit++)
    if (outcome->doubts & 1u << bit)
      {
        g_string_append_printf (out, "%s\"%s\"", any ? ", " : "", qn_doubt_id (1u << bit));
        any = TRUE;
      }
  g_string_append_c (out, ']');
}

/* None where the lab is no machine. */
static void
strokes_json (GString *out, const QnOutcome *outcome)
{
  int n = outcome->ledger.n_strokes;
  g_autofree QnReading *readings = g_new0 (QnReading, 2 * n); /* both ends of each */

  if (outcome->cycle)
    {
      g_string_append (out, ",\n  \"relaxation_rate\": ");
      qn_json_number (out, qn_cycle_relaxation_rate (outcome->cycle));
      qn_cycle_readings (outcome->cycle, 1, readings);
    }
  g_string_append (out, ",\n  \"strokes\": [\n");
  for (int i = 0; i < n; i++)
    {
      stroke_ledger (out, &outcome->machine, i, &outcome->ledger, &readings[2 * i + 1]);
      g_string_append (out, i + 1 < n ? ",\n" : "\n");
    }
  g_string_append (out, "  ]");
}

static QnRecipe
recipe_of (const QnCliRun *run)
{
  return (QnRecipe) { .sheet = { .cycles = run->outcome->cycles, .runs = (gint64) run->runs, .seed = (gint64) run->seed } };
}

char *
qn_cli_run_json (const QnCliRun *run)
{
  const QnOutcome *outcome = run->outcome;
  const QnRecipe recipe = recipe_of (run);
  g_autofree char *command = qn_recipe_command (&outcome->experiment, &recipe, NULL);
  GString *out = g_string_new ("{\n");

  qn_experiment_append_json (&outcome->experiment, out);
  g_string_append_printf (out, ",\n  \"version\": \"%s\",\n  \"command\": ", QN_VERSION);
  qn_json_string (out, command);
  g_string_append_printf (out, ",\n  \"cycles\": %d", outcome->cycles);
  doubts_json (out, outcome);
  g_string_append (out, ",\n  \"results\": {");
  result_values (out, &outcome->results);
  g_string_append (out, "\n  }");
  strokes_json (out, outcome);
  tables (out, "tables", outcome->tables);
  estimates_json (out, run);
  tables (out, "sampled_tables", run->sampled);
  g_string_append (out, "\n}\n");
  return g_string_free (out, FALSE);
}

static void
csv_row (GString *out, const char *id, int index, double value)
{
  g_string_append (out, id);
  if (index >= 0)
    g_string_append_printf (out, ".%d", index);
  g_string_append_c (out, ',');
  qn_number_append (out, value);
  g_string_append_c (out, '\n');
}

char *
qn_cli_run_csv (const QnCliRun *run)
{
  const QnResults *results = &run->outcome->results;
  const QnTable *table = qn_report_find (run->sampled, "estimates");
  const QnRecipe recipe = recipe_of (run);
  g_autofree char *comment = qn_recipe_comment (&run->outcome->experiment, &recipe);
  GString *out = g_string_new (comment);

  g_string_append (out, "result,value\n");
  for (int i = 0; i < results->lab->n_results; i++)
    {
      const QnResult *r = &results->lab->results[i];
      double v[QN_MAX_LEVELS];
      int n = r->kind == QN_RESULT_VECTOR ? qn_results_vector (results, r, v) : 0;

      if (r->kind == QN_RESULT_MODE)
        g_string_append_printf (out, "%s,%s\n", r->id, qn_mode_id (results->mode));
      else if (r->kind == QN_RESULT_NUMBER)
        csv_row (out, r->id, -1, results->number[i]);
      for (int k = 0; k < n; k++)
        csv_row (out, r->id, k, v[k]);
    }
  g_string_append_printf (out, "unique,%s\n", run->outcome->doubts & QN_DOUBT_NOT_UNIQUE ? "false" : "true");
  for (gsize i = 0; table && i < table->n_rows; i++)
    {
      g_autofree char *mean = g_strconcat ("sampled.", run->outcome->experiment.lab->sampler->estimates[i].id, NULL), *error = g_strconcat (mean, ".error", NULL);

      csv_row (out, mean, -1, qn_table_get (table, i, QN_ESTIMATE_MEAN));
      csv_row (out, error, -1, qn_table_get (table, i, QN_ESTIMATE_ERROR));
      g_string_append_printf (out, "%s.reliable,%s\n", mean, qn_estimate_doubt (table, i) ? "false" : "true");
    }
  return g_string_free (out, FALSE);
}

static void
text_row (GString *out, const char *name, const char *value)
{
  g_string_append_printf (out, "  %s%*s %s\n", name, MAX (0, 32 - (int) g_utf8_strlen (name, -1)), "", value);
}

static char *
number_text (const QnCliRun *run, double value, QnDimension dimension, gboolean with_unit)
{
  return qn_quantity_format_plain (qn_is_noise (value, dimension, &run->outcome->ledger) ? 0 : value, dimension, with_unit);
}

static char *
vector_text (const QnCliRun *run, const double *value, int n)
{
  GString *out = g_string_new (n > 0 ? NULL : "–");

  for (int i = 0; i < n; i++)
    {
      g_autofree char *one = number_text (run, value[i], QN_DIMENSION_NONE, FALSE);

      g_string_append_printf (out, "%s%s", i ? "  " : "", one);
    }
  return g_string_free (out, FALSE);
}

/* "0.4012 ± 0.0013, exact 0.4010" */
static void
estimates_text (GString *out, const QnCliRun *run)
{
  const QnTable *table = qn_report_find (run->sampled, "estimates");

  if (!table)
    return;
  g_string_append_printf (out, _ ("%" G_GINT64_FORMAT " single runs, seed %" G_GINT64_FORMAT "\n"), run->runs, run->seed);
  for (gsize i = 0; i < table->n_rows; i++)
    {
      const QnEstimate *estimate = &run->outcome->experiment.lab->sampler->estimates[i];
      g_autofree char *mean = number_text (run, qn_table_get (table, i, QN_ESTIMATE_MEAN), estimate->dimension, FALSE);
      g_autofree char *error = number_text (run, qn_table_get (table, i, QN_ESTIMATE_ERROR), estimate->dimension, TRUE);
      g_autofree char *exact = number_text (run, qn_table_get (table, i, QN_ESTIMATE_EXACT), estimate->dimension, TRUE);
      g_autofree char *both = g_strdup_printf (_ ("%s ± %s, exact %s"), mean, error, exact);

      text_row (out, _ (estimate->name), both);
      if (qn_estimate_doubt (table, i))
        g_string_append_printf (out, "    %s\n", qn_estimate_doubt (table, i));
    }
}

char *
qn_cli_run_text (const QnCliRun *run)
{
  const QnExperiment *experiment = &run->outcome->experiment;
  const QnResults *results = &run->outcome->results;
  GString *out = g_string_new (NULL);

  g_string_append_printf (out, "%s%s%s%s\n", _ (experiment->lab->name), experiment->preset[0] ? ", " : "", experiment->preset,
                          qn_experiment_changed (experiment) ? _ (", changed") : "");
  for (int i = 0; i < results->lab->n_results; i++)
    {
      const QnResult *r = &results->lab->results[i];
      double v[QN_MAX_LEVELS];
      g_autofree char *value = r->kind == QN_RESULT_VECTOR ? vector_text (run, v, qn_results_vector (results, r, v))
                               : r->kind == QN_RESULT_MODE ? g_strdup (qn_mode_id (results->mode))
                                                           : number_text (run, results->number[i], r->dimension, TRUE);

      text_row (out, _ (r->name), value);
    }
  if (qn_doubt_text (run->outcome->doubts))
    g_string_append_printf (out, "%s\n", qn_doubt_text (run->outcome->doubts));
  estimates_text (out, run);
  return g_string_free (out, FALSE);
}

void
qn_cli_run_clear (QnCliRun *run)
{
  g_clear_pointer (&run->outcome, qn_outcome_unref);
  g_clear_pointer (&run->sampled, qn_report_unref);
}
