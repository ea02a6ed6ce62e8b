/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lab/qn-grid.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* --- Axes ----------------------------------------------------------------- */

static gboolean
syntax (const char *name, const char *text, GError **error)
{
  g_set_error (error, QN_LAB_ERROR, QN_LAB_ERROR_SYNTAX, _ ("%s: “%s” is no axis; allowed: ID=FROM:TO:POINTS, or ID=FROM:TO:POINTS:log"), name, text);
  return FALSE;
}

/* Ids of the parameters, or of the results, that may be asked for. */
static char *
known_ids (const QnLab *lab, gboolean results)
{
  GString *known = g_string_new (NULL);

  for (int i = 0; i < (results ? lab->n_results : lab->n_parameters); i++)
    if (results ? lab->results[i].kind == QN_RESULT_NUMBER : lab->parameters[i].kind == QN_VALUE_REAL)
      g_string_append_printf (known, "%s%s", known->len ? ", " : "", results ? lab->results[i].id : lab->parameters[i].id);
  return g_string_free (known, FALSE);
}

static int
find_real (const QnLab *lab, const char *name, const char *id, GError **error)
{
  int i = qn_lab_parameter_index (lab, id);
  g_autofree char *known = NULL;

  if (i >= 0 && lab->parameters[i].kind == QN_VALUE_REAL)
    return i;
  known = known_ids (lab, FALSE);
  g_set_error (error, QN_LAB_ERROR, QN_LAB_ERROR_UNKNOWN,
               i >= 0 ? _ ("%s: “%s” is no real number, so that there is nothing between its values; allowed: %s") : _ ("%s: “%s” is unknown; allowed: %s"), name, id, known);
  return -1;
}

static gboolean
read_count (const char *name, const char *text, int *n, GError **error)
{
  guint64 count;

  if (!g_ascii_string_to_unsigned (text, 10, 1, QN_GRID_MOST_STEPS, &count, NULL))
    {
      g_set_error (error, QN_LAB_ERROR, QN_LAB_ERROR_RANGE, _ ("%s: “%s” points are not allowed; allowed: 1 to %d"), name, text, QN_GRID_MOST_STEPS);
      return FALSE;
    }
  *n = (int) count;
  return TRUE;
}

/* Ends in the parameter's range. */
static gboolean
read_end (const QnExperiment *experiment, int parameter, const char *text, double *end, GError **error)
{
  QnExperiment tried = *experiment;

  if (!qn_experiment_set_text (&tried, experiment->lab->parameters[parameter].id, text, error))
    return FALSE;
  *end = tried.value[parameter];
  return TRUE;
}

static gboolean
check_ends (const QnGridAxis *axis, const char *name, const char *text, GError **error)
{
  if (axis->log && !(axis->from > 0))
    g_set_error (error, QN_LAB_ERROR, QN_LAB_ERROR_RANGE, _ ("%s: “%s” reaches 0 or less, where there is no logarithm; allowed: above 0, or without “:log”"), name, text);
  else if (axis->n > 1 ? !(axis->from < axis->to) : !(axis->from <= axis->to))
    g_set_error (error, QN_LAB_ERROR, QN_LAB_ERROR_RANGE, _ ("%s: “%s” does not rise; allowed: FROM below TO"), name, text);
  else
    return TRUE;
  return FALSE;
}

static gboolean
read_axis (const QnExperiment *experiment, const char *name, const char *text, QnGridAxis *axis, GError **error)
{
  const char *equals = strchr (text, '=');
  g_autofree char *id = equals ? g_strndup (text, equals - text) : NULL;
  g_auto (GStrv) part = g_strsplit (equals ? equals + 1 : "", ":", -1);
  guint n = g_strv_length (part);

  if (!equals || (n != 3 && !(n == 4 && g_str_equal (part[3], "log"))))
    return syntax (name, text, error);
  axis->parameter = find_real (experiment->lab, name, id, error);
  axis->log = n == 4;
  return axis->parameter >= 0 && read_end (experiment, axis->parameter, part[0], &axis->from, error)
         && read_end (experiment, axis->parameter, part[1], &axis->to, error) && read_count (name, part[2], &axis->n, error) && check_ends (axis, name, text, error);
}

gboolean
qn_grid_plan_add_axis (QnGridPlan *plan, const char *name, const char *text, GError **error)
{
  QnGridAxis axis;

  g_return_val_if_fail (plan->n_axes < 2, FALSE);
  if (!read_axis (&plan->experiment, name, text, &axis, error))
    return FALSE;
  if (plan->n_axes == 1 && plan->axis[0].parameter == axis.parameter)
    {
      g_set_error (error, QN_LAB_ERROR, QN_LAB_ERROR_SYNTAX, _ ("%s: “%s” is on the other axis already; allowed: two different parameters"), name, plan->experiment.lab->parameters[axis.parameter].id);
      return FALSE;
    }
  if (plan->n_axes == 1 && (gsize) plan->axis[0].n * (gsize) axis.n > QN_GRID_MOST_POINTS)
    {
      g_set_error (error, QN_LAB_ERROR, QN_LAB_ERROR_RANGE, _ ("%s: %d times %d points are not allowed; allowed: %d in all"), name, plan->axis[0].n, axis.n, QN_GRID_MOST_POINTS);
      return FALSE;
    }
  plan->axis[plan->n_axes++] = axis;
  return TRUE;
}

char *
qn_grid_axis_text (const QnGridPlan *plan, int axis)
{
  const QnGridAxis *a = &plan->axis[axis];
  GString *text = g_string_new (plan->experiment.lab->parameters[a->parameter].id);

  g_string_append_c (text, '=');
  qn_number_append (text, a->from);
  g_string_append_c (text, ':');
  qn_number_append (text, a->to);
  g_string_append_printf (text, ":%d%s", a->n, a->log ? ":log" : "");
  return g_string_free (text, FALSE);
}

double
qn_grid_axis_at (const QnGridAxis *axis, int i)
{
  if (i == 0 || i == axis->n - 1)
    return i ? axis->to : axis->from;
  return axis->log ? axis->from * pow (axis->to / axis->from, (double) i / (axis->n - 1)) : axis->from + (axis->to - axis->from) * i / (axis->n - 1);
}

/* --- Values --------------------------------------------------------------- */

static const char *
value_refusal (gboolean twice, gboolean full)
{
  if (twice)
    return _ ("value: “%s” is there twice; allowed: each once, of %s");
  return full ? _ ("value: “%s” is one too many; allowed: 16, of %s") : _ ("value: “%s” is no number that this lab tells; allowed: %s");
}

gboolean
qn_grid_plan_add_values (QnGridPlan *plan, const char *text, GError **error)
{
  const QnLab *lab = plan->experiment.lab;
  g_auto (GStrv) ids = g_strsplit (text, ",", -1);
  QnGridPlan more = *plan;

  for (char **id = ids; *id; id++)
    {
      int i = qn_lab_result_index (lab, *id);
      gboolean twice = FALSE;
      g_autofree char *known = NULL;

      for (int k = 0; k < more.n_values; k++)
        twice |= more.value[k] == i;
      if (i >= 0 && lab->results[i].kind == QN_RESULT_NUMBER && !twice && more.n_values < QN_GRID_MOST_VALUES)
        {
          more.value[more.n_values++] = i;
          continue;
        }
      known = known_ids (lab, TRUE);
      g_set_error (error, QN_LAB_ERROR, QN_LAB_ERROR_UNKNOWN, value_refusal (twice, more.n_values == QN_GRID_MOST_VALUES), *id, known);
      return FALSE;
    }
  more.n_shown = more.n_values;
  *plan = more;
  return TRUE;
}

int
qn_grid_plan_value_of (const QnGridPlan *plan, const char *result)
{
  for (int k = 0; k < plan->n_values; k++)
    if (g_str_equal (plan->experiment.lab->results[plan->value[k]].id, result))
      return k;
  return -1;
}

gboolean
qn_grid_plan_equal (const QnGridPlan *a, const QnGridPlan *b)
{
  if (!qn_experiment_equal (&a->experiment, &b->experiment) || a->n_axes != b->n_axes || a->curves != b->curves || a->n_values != b->n_values)
    return FALSE;
  for (int i = 0; i < a->n_axes; i++)
    {
      const QnGridAxis *x = &a->axis[i], *y = &b->axis[i];

      if (x->parameter != y->parameter || x->from != y->from || x->to != y->to || x->n != y->n || x->log != y->log)
        return FALSE;
    }
  return memcmp (a->value, b->value, sizeof *a->value * (gsize) a->n_values) == 0;
}

gsize
qn_grid_plan_size (const QnGridPlan *plan)
{
  return (gsize) plan->axis[0].n * (plan->n_axes > 1 ? (gsize) plan->axis[1].n : 1);
}

int
qn_grid_index (const QnGridPlan *plan, gsize point, int axis)
{
  gsize row = (gsize) plan->axis[0].n;

  return (int) (axis == 0 ? point % row : point / row);
}

/* --- The grid ------------------------------------------------------------- */

/* Nothing known, places not filled in. */
static QnGrid *
grid_new (const QnGridPlan *plan)
{
  QnGrid *grid = g_new0 (QnGrid, 1);

  g_return_val_if_fail (plan->n_axes >= 1 && plan->n_values >= 1, NULL);
  grid->ref = 1;
  grid->plan = *plan;
  grid->n = qn_grid_plan_size (plan);
  for (int a = 0; a < plan->n_axes; a++)
    grid->at[a] = g_new (double, plan->axis[a].n);
  grid->known = g_new0 (guint8, grid->n);
  grid->mode = g_new0 (guint8, grid->n);
  grid->doubts = g_new0 (guint8, grid->n);
  grid->value = g_new (double, grid->n * (gsize) plan->n_values);
  grid->reason = g_new0 (char *, grid->n);
  for (gsize i = 0; i < grid->n * (gsize) plan->n_values; i++)
    grid->value[i] = NAN;
  return grid;
}

QnGrid *
qn_grid_new (const QnGridPlan *plan)
{
  QnGrid *grid = grid_new (plan);

  for (int a = 0; grid && a < plan->n_axes; a++)
    for (int i = 0; i < plan->axis[a].n; i++)
      grid->at[a][i] = qn_grid_axis_at (&plan->axis[a], i);
  return grid;
}

/* Of each new place where it was before, -1: nowhere. */
static int *
places_before (const double *now, int n, const double *before, int m)
{
  int *from = g_new (int, n);

  for (int i = 0, k = 0; i < n; i++)
    {
      while (k < m && before[k] < now[i])
        k++;
      from[i] = k < m && before[k] == now[i] ? k : -1;
    }
  return from;
}

QnGrid *
qn_grid_moved (const QnGrid *grid, const double *x, int nx, const double *y, int ny)
{
  QnGridPlan plan = grid->plan;
  QnGrid *moved;
  int old = plan.axis[0].n, rows = plan.n_axes > 1 ? plan.axis[1].n : 1;
  const double only = 0, *old_y = plan.n_axes > 1 ? grid->at[1] : &only, *new_y = y ? y : old_y;
  g_autofree int *column = places_before (x, nx, grid->at[0], old), *row = places_before (new_y, y ? ny : rows, old_y, rows);

  plan.axis[0].n = nx;
  if (plan.n_axes > 1)
    plan.axis[1].n = y ? ny : rows;
  moved = grid_new (&plan);
  memcpy (moved->at[0], x, sizeof *x * (gsize) nx);
  if (plan.n_axes > 1)
    memcpy (moved->at[1], new_y, sizeof *y * (gsize) plan.axis[1].n);
  for (gsize i = 0; i < moved->n; i++)
    {
      int c = column[qn_grid_index (&plan, i, 0)], r = row[qn_grid_index (&plan, i, 1)];
      gsize from = (gsize) r * (gsize) old + (gsize) c;

      if (c >= 0 && r >= 0 && grid->known[from])
        qn_grid_fill (moved, i, grid->mode[from], grid->doubts[from], &grid->value[from * (gsize) plan.n_values], grid->reason[from]);
    }
  return moved;
}

QnGrid *
qn_grid_ref (QnGrid *grid)
{
  g_atomic_int_inc (&grid->ref);
  return grid;
}

void
qn_grid_unref (QnGrid *grid)
{
  if (!grid || !g_atomic_int_dec_and_test (&grid->ref))
    return;
  for (gsize i = 0; i < grid->n; i++)
    g_free (grid->reason[i]);
  for (int a = 0; a < 2; a++)
    g_free (grid->at[a]);
  g_free (grid->known);
  g_free (grid->mode);
  g_free (grid->doubts);
  g_free (grid->value);
  g_free (grid->reason);
  g_free (grid->table.values);
  g_free (grid->block);
  g_free (grid);
}

void
qn_grid_fill (QnGrid *grid, gsize point, QnMode mode, guint doubts, const double *values, const char *reason)
{
  int n = grid->plan.n_values;

  g_free (grid->reason[point]);
  grid->reason[point] = reason ? g_strdelimit (g_strdup (reason), "\n\r", ' ') : NULL;
  grid->mode[point] = reason ? QN_MODE_IDLE : (guint8) mode;
  grid->doubts[point] = reason ? 0 : (guint8) doubts;
  for (int k = 0; k < n; k++)
    grid->value[point * (gsize) n + (gsize) k] = reason || !isfinite (values[k]) ? NAN : values[k] + 0.0; /* + 0: no -0 */
  grid->known[point] = 1;
}

/* Its outcome; NULL: a hole, or cancelled. */
static QnOutcome *
compute_point (QnGrid *grid, gsize point, const QnOutcome *beside, const gint *cancelled)
{
  const QnGridPlan *plan = &grid->plan;
  QnExperiment moved = plan->experiment;
  QnOutcome *outcome;
  g_autoptr (GError) error = NULL;
  double values[QN_GRID_MOST_VALUES];

  for (int a = 0; a < plan->n_axes; a++)
    moved.value[plan->axis[a].parameter] = grid->at[a][qn_grid_index (plan, point, a)];
  outcome = qn_experiment_evaluate_beside (&moved, beside, cancelled, &error);
  if (!outcome)
    {
      if (error)
        qn_grid_fill (grid, point, QN_MODE_IDLE, 0, NULL, error->message);
      return NULL;
    }
  for (int k = 0; k < plan->n_values; k++)
    values[k] = outcome->results.number[plan->value[k]];
  qn_grid_fill (grid, point, outcome->results.mode, outcome->doubts, values, NULL);
  return outcome;
}

void
qn_grid_compute (QnGrid *grid, gsize first, gsize end, const gint *cancelled)
{
  QnOutcome *beside = NULL;

  for (gsize i = first; i < end && !qn_is_cancelled (cancelled); i++)
    if (!grid->known[i])
      {
        QnOutcome *outcome = compute_point (grid, i, beside, cancelled);

        if (!outcome)
          continue;
        g_clear_pointer (&beside, qn_outcome_unref);
        beside = outcome;
      }
  g_clear_pointer (&beside, qn_outcome_unref);
}
