/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lab/qn-lab.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "lab/qn-old-ids.h"

G_DEFINE_QUARK (qn-lab-error-quark, qn_lab_error)

static const QnLab *const all_labs[] = {
#define QN_LAB(id) &qn_lab_##id,
#include "lab/qn-labs.def"
#undef QN_LAB
};

const QnLab *const *
qn_labs (gsize *n)
{
  *n = G_N_ELEMENTS (all_labs);
  return all_labs;
}

const QnLab *
qn_lab_find (const char *id)
{
  for (gsize i = 0; i < G_N_ELEMENTS (all_labs); i++)
    if (g_str_equal (all_labs[i]->id, id))
      return all_labs[i];
  return NULL;
}

void
qn_lab_set_unknown (const char *id, GError **error)
{
  g_autoptr (GString) known = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (all_labs); i++)
    g_string_append_printf (known, "%s%s", i ? ", " : "", all_labs[i]->id);
  g_set_error (error, QN_LAB_ERROR, QN_LAB_ERROR_UNKNOWN, _ ("lab: “%s” is unknown; allowed: %s"), id ? id : "", known->str);
}

const char *
qn_group_name (QnGroup group)
{
  static const char *const name[QN_N_GROUPS] = { N_ ("Reservoirs"), N_ ("Levels"), N_ ("Coupling"), N_ ("Timing"), N_ ("Drive"), N_ ("Initial state") };

  return _ (name[group]);
}

const char *
qn_lab_bath_name (const QnLab *lab, int bath)
{
  static const char *const names[QN_MAX_BATHS] = { N_ ("Hot"), N_ ("Cold"), N_ ("Work") };

  return _ (lab && lab->baths ? lab->baths[bath] : names[bath]);
}

gboolean
qn_lab_has_figure (const QnLab *lab, const char *id)
{
  return g_strv_contains (lab->figures, id);
}

int
qn_lab_parameter_index (const QnLab *lab, const char *id)
{
  for (int i = 0; i < lab->n_parameters; i++)
    if (g_str_equal (lab->parameters[i].id, id))
      return i;
  return (id = qn_old_parameter (lab->id, id)) ? qn_lab_parameter_index (lab, id) : -1;
}

int
qn_lab_result_index (const QnLab *lab, const char *id)
{
  for (int i = 0; i < lab->n_results; i++)
    if (g_str_equal (lab->results[i].id, id))
      return i;
  return -1;
}

const QnPreset *
qn_lab_presets (const QnLab *lab, gsize *n)
{
  for (*n = 0; lab->presets[*n].id; ++*n)
    ;
  return lab->presets;
}

void
qn_experiment_init (QnExperiment *experiment, const QnLab *lab)
{
  memset (experiment, 0, sizeof *experiment);
  experiment->lab = lab;
  for (int i = 0; i < lab->n_parameters; i++)
    experiment->value[i] = lab->parameters[i].initial;
}

gboolean
qn_experiment_load_preset (QnExperiment *experiment, const QnLab *lab, const char *preset, GError **error)
{
  g_autoptr (GString) known = g_string_new (NULL);

  for (const QnPreset *row = lab->presets; row->id; row++)
    {
      QnExperiment made;

      g_string_append_printf (known, "%s%s", known->len ? ", " : "", row->id);
      if (!g_str_equal (row->id, preset))
        continue;
      qn_experiment_init (&made, lab);
      for (int i = 0; row->value[i].id; i++)
        if (!qn_experiment_set_text (&made, row->value[i].id, row->value[i].value, error))
          return FALSE;
      g_strlcpy (made.preset, preset, sizeof made.preset);
      *experiment = made;
      return TRUE;
    }
  g_set_error (error, QN_LAB_ERROR, QN_LAB_ERROR_UNKNOWN, _ ("preset: “%s” is unknown in lab %s; allowed: %s"), preset, lab->id, known->str);
  return FALSE;
}

const QnPreset *
qn_experiment_preset (const QnExperiment *experiment)
{
  for (const QnPreset *row = experiment->lab->presets; row->id; row++)
    if (g_str_equal (row->id, experiment->preset))
      return row;
  return NULL;
}

QnExperiment
qn_experiment_origin (const QnExperiment *experiment)
{
  QnExperiment origin = *experiment;

  if (qn_experiment_preset (experiment))
    qn_experiment_load_preset (&origin, experiment->lab, experiment->preset, NULL);
  return origin;
}

gboolean
qn_experiment_changed (const QnExperiment *experiment)
{
  QnExperiment origin = qn_experiment_origin (experiment);

  memcpy (origin.over, experiment->over, sizeof origin.over);
  return !qn_experiment_equal (&origin, experiment);
}

static GPtrArray *
first_then (const char *const *first, const char *const *then)
{
  GPtrArray *ids = g_ptr_array_new ();

  for (; first && *first; first++)
    g_ptr_array_add (ids, (gpointer) *first);
  for (; *then; then++)
    if (!g_ptr_array_find_with_equal_func (ids, *then, g_str_equal, NULL))
      g_ptr_array_add (ids, (gpointer) *then);
  return ids;
}

GPtrArray *
qn_experiment_figures (const QnExperiment *experiment)
{
  const QnPreset *preset = qn_experiment_preset (experiment);

  return first_then (preset ? preset->figures : NULL, experiment->lab->figures);
}

GPtrArray *
qn_experiment_strip (const QnExperiment *experiment)
{
  /* of a cycle */
  static const char *const usual[] = { "efficiency", "work_output", "heat_hot", "heat_cold", "power", "entropy_production", NULL };
  const QnPreset *preset = qn_experiment_preset (experiment);

  return first_then (preset ? preset->strip : NULL, experiment->lab->strip ? experiment->lab->strip : usual);
}

double
qn_experiment_get (const QnExperiment *experiment, const char *id)
{
  int i = qn_lab_parameter_index (experiment->lab, id);

  g_return_val_if_fail (i >= 0, NAN);
  return experiment->value[i];
}

/* Letters to change, insert or drop to get from a to b. */
static guint
distance (const char *a, const char *b)
{
  gsize n = strlen (b);
  g_autofree guint *row = g_new (guint, n + 1);

  for (gsize j = 0; j <= n; j++)
    row[j] = j;
  for (gsize i = 1; *a; a++, i++)
    {
      guint corner = row[0];

      row[0] = i;
      for (gsize j = 1; j <= n; j++)
        {
          guint above = row[j];

          row[j] = MIN (MIN (row[j - 1], above) + 1, corner + (*a != b[j - 1]));
          corner = above;
        }
    }
  return row[n];
}

static int
find_parameter (const QnLab *lab, const char *id, GError **error)
{
  int index = qn_lab_parameter_index (lab, id), nearest = 0;

  if (index >= 0)
    return index;
  if (lab->start && g_str_has_prefix (id, "initial."))
    {
      g_set_error (error, QN_LAB_ERROR, QN_LAB_ERROR_UNKNOWN, _ ("%s: lab %s has no initial state to choose: %s"), id, lab->id, _ (lab->start));
      return -1;
    }
  for (int i = 1; i < lab->n_parameters; i++)
    if (distance (id, lab->parameters[i].id) < distance (id, lab->parameters[nearest].id))
      nearest = i;
  g_set_error (error, QN_LAB_ERROR, QN_LAB_ERROR_UNKNOWN, _ ("%s: no such parameter in lab %s; the nearest is %s"), id, lab->id, lab->parameters[nearest].id);
  return -1;
}

static char *
short_text (double value)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  return g_strdup (g_ascii_formatd (text, sizeof text, "%g", value));
}

static char *
allowed_text (const QnParameter *parameter)
{
  g_autofree char *low = short_text (parameter->hard_min), *high = short_text (parameter->hard_max);

  if (parameter->kind == QN_VALUE_SWITCH)
    return g_strdup (_ ("true or false"));
  if (parameter->kind == QN_VALUE_CHOICE)
    {
      g_autoptr (GString) names = g_string_new (NULL);

      for (const QnChoice *c = parameter->choices; c->id; c++)
        g_string_append_printf (names, "%s%s", names->len ? ", " : "", c->id);
      return g_string_free (g_steal_pointer (&names), FALSE);
    }
  return g_strdup_printf (parameter->kind == QN_VALUE_INTEGER ? _ ("a whole number from %s to %s") : _ ("%s to %s"), low, high);
}

static void
set_range_error (const QnParameter *parameter, const char *text, GError **error)
{
  g_autofree char *allowed = allowed_text (parameter);

  g_set_error (error, QN_LAB_ERROR, QN_LAB_ERROR_RANGE, _ ("%s: %s is not allowed; allowed: %s"), parameter->id, text, allowed);
}

static gboolean
in_range (const QnParameter *parameter, double value)
{
  if (!isfinite (value) || value < parameter->hard_min || value > parameter->hard_max)
    return FALSE;
  return parameter->kind == QN_VALUE_REAL || value == floor (value);
}

gboolean
qn_experiment_set (QnExperiment *experiment, const char *id, double value, GError **error)
{
  g_autofree char *text = short_text (value);
  int i = find_parameter (experiment->lab, id, error);

  if (i < 0)
    return FALSE;
  if (!in_range (&experiment->lab->parameters[i], value))
    {
      set_range_error (&experiment->lab->parameters[i], text, error);
      return FALSE;
    }
  experiment->value[i] = value;
  return TRUE;
}

static gboolean
parse_number (const char *text, double *value)
{
  char *end;

  if (!g_ascii_isdigit (*text) && !strchr ("+-.", *text))
    return FALSE;
  *value = g_ascii_strtod (text, &end);
  return end != text && *end == '\0' && isfinite (*value) && !strpbrk (text, "xXpP");
}

gboolean
qn_experiment_set_text (QnExperiment *experiment, const char *id, const char *text, GError **error)
{
  int i = find_parameter (experiment->lab, id, error);
  const QnParameter *parameter;
  double value = NAN;
  gboolean known = FALSE;

  if (i < 0)
    return FALSE;
  parameter = &experiment->lab->parameters[i];
  if (parameter->kind == QN_VALUE_CHOICE)
    {
      const char *now = qn_old_choice (experiment->lab->id, parameter->id, text);

      for (int c = 0; parameter->choices[c].id && !known; c++)
        if ((known = g_str_equal (parameter->choices[c].id, text) || g_strcmp0 (parameter->choices[c].id, now) == 0))
          value = c;
    }
  else if (parameter->kind == QN_VALUE_SWITCH)
    {
      known = g_str_equal (text, "true") || g_str_equal (text, "false") || g_str_equal (text, "1") || g_str_equal (text, "0");
      value = *text == 't' || *text == '1';
    }
  else
    known = *text && parse_number (text, &value);
  if (!known)
    {
      g_autofree char *quoted = g_strdup_printf ("“%s”", text);

      set_range_error (parameter, quoted, error);
      return FALSE;
    }
  if (!in_range (parameter, value))
    {
      set_range_error (parameter, text, error);
      return FALSE;
    }
  return qn_experiment_set (experiment, id, value, error);
}

char *
qn_experiment_get_text (const QnExperiment *experiment, int index)
{
  const QnParameter *parameter = &experiment->lab->parameters[index];
  double value = experiment->value[index];
  char text[QN_NUMBER_SIZE];

  if (parameter->kind == QN_VALUE_CHOICE)
    return g_strdup (parameter->choices[(int) value].id);
  if (parameter->kind == QN_VALUE_SWITCH)
    return g_strdup (value != 0 ? "true" : "false");
  return g_strdup (qn_number_text (text, value));
}

gboolean
qn_experiment_equal (const QnExperiment *a, const QnExperiment *b)
{
  return a->lab == b->lab && memcmp (a->value, b->value, sizeof (double) * a->lab->n_parameters) == 0 && memcmp (a->over, b->over, sizeof a->over) == 0;
}

gboolean
qn_experiment_machine (const QnExperiment *experiment, QnMachine *machine, GError **error)
{
  return experiment->lab->build (experiment, machine, error);
}
