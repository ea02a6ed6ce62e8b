/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lab/qn-over.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

gboolean
qn_over_is_parameter (QnOver over)
{
  return over == QN_OVER_X || over == QN_OVER_Y || over == QN_OVER_FAMILY;
}

gboolean
qn_over_allows (const QnLab *lab, QnOver over, int index)
{
  if (index < 0)
    return over == QN_OVER_FAMILY || over == QN_OVER_SECOND;
  if (qn_over_is_parameter (over))
    return index < lab->n_parameters && lab->parameters[index].kind == QN_VALUE_REAL;
  return index < lab->n_results && lab->results[index].kind == QN_RESULT_NUMBER;
}

const char *
qn_over_id (QnOver over)
{
  static const char *const ids[QN_N_OVERS] = { "x", "y", "value", "second", "family" };

  return ids[over];
}

const char *
qn_over_name (QnOver over)
{
  static const char *const names[QN_N_OVERS] = { N_ ("Horizontal axis"), N_ ("Vertical axis"), N_ ("Result"), N_ ("Second result"), N_ ("Curves for") };

  return _ (names[over]);
}

/* --- What is suggested ---------------------------------------------------- */

/* A parameter that has a say, is none of how it starts, and is not `other`: the likeliest, else the first. */
static int
suggested_parameter (const QnExperiment *experiment, int other, const char *const *likely)
{
  const QnLab *lab = experiment->lab;

  for (; *likely; likely++)
    {
      int i = qn_lab_parameter_index (lab, *likely);

      if (i >= 0 && i != other && qn_over_allows (lab, QN_OVER_X, i) && (!lab->parameters[i].applies || lab->parameters[i].applies (experiment->value)))
        return i;
    }
  for (int pass = 0; pass < 2; pass++)
    for (int i = 0; i < lab->n_parameters; i++)
      if (i != other && qn_over_allows (lab, QN_OVER_X, i)
          && (pass || (lab->parameters[i].group != QN_GROUP_INITIAL && (!lab->parameters[i].applies || lab->parameters[i].applies (experiment->value)))))
        return i;
  return 0;
}

static int
suggested_result (const QnExperiment *experiment)
{
  const QnLab *lab = experiment->lab;
  g_autoptr (GPtrArray) strip = qn_experiment_strip (experiment);
  int power = qn_lab_result_index (lab, "power");

  if (power >= 0)
    return power;
  for (guint i = 0; i < strip->len; i++)
    {
      int k = qn_lab_result_index (lab, strip->pdata[i]);

      if (k >= 0 && qn_over_allows (lab, QN_OVER_VALUE, k))
        return k;
    }
  for (int k = 0; k < lab->n_results; k++)
    if (qn_over_allows (lab, QN_OVER_VALUE, k))
      return k;
  return 0;
}

int
qn_over_get (const QnExperiment *experiment, QnOver over)
{
  int chosen = experiment->over[over] - 1;

  if (chosen >= 0 && qn_over_allows (experiment->lab, over, chosen))
    return chosen;
  if (over == QN_OVER_X)
    return suggested_parameter (experiment, experiment->over[QN_OVER_Y] - 1, (const char *const[]) { "hot.temperature", NULL });
  if (over == QN_OVER_Y)
    return suggested_parameter (experiment, qn_over_get (experiment, QN_OVER_X), (const char *const[]) { "spacing.hot", "cold.temperature", NULL });
  return over == QN_OVER_VALUE ? suggested_result (experiment) : -1;
}

void
qn_over_set (QnExperiment *experiment, QnOver over, int index)
{
  QnOver other = over == QN_OVER_X ? QN_OVER_Y : QN_OVER_X;

  if (!qn_over_allows (experiment->lab, over, index) && index >= 0)
    return;
  if ((over == QN_OVER_X || over == QN_OVER_Y) && index >= 0 && qn_over_get (experiment, other) == index)
    experiment->over[other] = (gint16) (qn_over_get (experiment, over) + 1);
  experiment->over[over] = (gint16) (index + 1);
}

/* --- Grids ---------------------------------------------------------------- */

static void
add_axis (QnGridPlan *plan, int parameter, int n)
{
  const QnParameter *p = &plan->experiment.lab->parameters[parameter];
  double *value = &plan->experiment.value[parameter];
  QnGridAxis axis = { parameter, MIN (p->soft_min, *value), MAX (p->soft_max, *value), n, FALSE };

  axis.log = p->log_scale && axis.from > 0;
  plan->axis[plan->n_axes++] = axis;
  *value = axis.from; /* so that the plan is the same wherever the present point is */
}

static void
add_value (QnGridPlan *plan, int result, gboolean shown)
{
  if (result < 0 || plan->experiment.lab->results[result].kind != QN_RESULT_NUMBER)
    return;
  for (int k = 0; k < plan->n_values; k++)
    if (plan->value[k] == result)
      return;
  plan->value[plan->n_values++] = result;
  plan->n_shown += shown;
}

static void
add_values (QnGridPlan *plan, const QnExperiment *experiment)
{
  static const char *const always[] = { "power", "efficiency", "carnot", "curzon_ahlborn" };

  add_value (plan, qn_over_get (experiment, QN_OVER_VALUE), TRUE);
  add_value (plan, qn_over_get (experiment, QN_OVER_SECOND), TRUE);
  for (gsize i = 0; i < G_N_ELEMENTS (always); i++)
    add_value (plan, qn_lab_result_index (experiment->lab, always[i]), FALSE);
}

QnGridPlan
qn_over_line (const QnExperiment *experiment)
{
  QnGridPlan plan = { .experiment = *experiment, .curves = TRUE };
  int x = qn_over_get (experiment, QN_OVER_X), family = qn_over_get (experiment, QN_OVER_FAMILY);

  memset (plan.experiment.over, 0, sizeof plan.experiment.over);
  add_axis (&plan, x, QN_GRID_LINE_FIRST);
  if (family >= 0 && family != x)
    add_axis (&plan, family, QN_GRID_CURVES);
  add_values (&plan, experiment);
  return plan;
}

QnGridPlan
qn_over_map (const QnExperiment *experiment)
{
  QnGridPlan plan = { .experiment = *experiment };

  memset (plan.experiment.over, 0, sizeof plan.experiment.over);
  add_axis (&plan, qn_over_get (experiment, QN_OVER_X), QN_GRID_MAP_FIRST);
  add_axis (&plan, qn_over_get (experiment, QN_OVER_Y), QN_GRID_MAP_FIRST);
  add_values (&plan, experiment);
  return plan;
}
