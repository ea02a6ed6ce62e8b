/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/qn-selection.h"

#include <glib/gi18n.h>
#include <string.h>

#include "cli/qn-cli-watch.h"
#include "lab/qn-effect.h"

void
qn_selection_add_options (QnSelection *selection, GOptionContext *context)
{
  const GOptionEntry entries[] = {
    { "lab", 'l', 0, G_OPTION_ARG_STRING, &selection->lab, N_ ("Lab to use (default: otto)"), N_ ("LAB") },
    { "preset", 'p', 0, G_OPTION_ARG_STRING, &selection->preset, N_ ("Preset of the lab to start from"), N_ ("PRESET") },
    { "set", 's', 0, G_OPTION_ARG_STRING_ARRAY, &selection->set, N_ ("Set a parameter; may be repeated"), N_ ("ID=VALUE") },
    { NULL },
  };

  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
}

static gboolean
apply_set (QnExperiment *experiment, char **set, GError **error)
{
  for (; set && *set; set++)
    {
      const char *equals = strchr (*set, '=');
      g_autofree char *id = equals ? g_strndup (*set, equals - *set) : NULL;

      if (!equals)
        {
          g_set_error (error, QN_LAB_ERROR, QN_LAB_ERROR_SYNTAX, _ ("--set: “%s” has no “=”; allowed: ID=VALUE"), *set);
          return FALSE;
        }
      if (!qn_experiment_set_text (experiment, id, equals + 1, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
qn_selection_experiment (const QnSelection *selection, const char *file, QnExperiment *experiment, QnRecipe *recipe, GError **error)
{
  if (file)
    {
      if (!qn_recipe_load (file, experiment, recipe, error))
        return FALSE;
      if (selection->lab && !g_str_equal (selection->lab, experiment->lab->id))
        {
          g_set_error (error, QN_LAB_ERROR, QN_LAB_ERROR_UNKNOWN, _ ("--lab: %s holds an experiment of lab %s, not %s"), file, experiment->lab->id, selection->lab);
          return FALSE;
        }
    }
  else
    {
      const char *id = selection->lab ? selection->lab : "otto";
      const QnLab *lab = qn_lab_find (id);

      if (!lab)
        {
          qn_lab_set_unknown (id, error);
          return FALSE;
        }
      qn_experiment_init (experiment, lab);
    }
  if (selection->preset && !qn_experiment_load_preset (experiment, experiment->lab, selection->preset, error))
    return FALSE;
  return apply_set (experiment, selection->set, error);
}

#define WORTH_TRYING 0.5 /* s */

void
qn_selection_warn (const QnSelection *selection, const QnExperiment *experiment, const QnOutcome *outcome, double seconds)
{
  for (char **set = selection->set; set && *set; set++)
    {
      g_autofree char *id = g_strndup (*set, strcspn (*set, "="));
      int index = qn_lab_parameter_index (experiment->lab, id);
      const char *reason = qn_parameter_idle (experiment, index);

      if (!reason && outcome && seconds < WORTH_TRYING && qn_parameter_changes_nothing (outcome, index, qn_cli_cancelled ()))
        reason = _ ("Other values give the same results.");
      if (reason)
        {
          g_autofree char *text = g_strdup_printf (_ ("warning: %s has no effect. %s"), id, reason);

          g_printerr ("quench-cli: %s\n", text);
        }
    }
}

void
qn_selection_clear (QnSelection *selection)
{
  g_clear_pointer (&selection->lab, g_free);
  g_clear_pointer (&selection->preset, g_free);
  g_clear_pointer (&selection->set, g_strfreev);
}
