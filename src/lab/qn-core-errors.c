/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lab/qn-core-errors.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/linear/qn-fault.h"

/* Parameters that may stand for a quantity, the likeliest first: @ is the reservoir, $ the stroke, # the place from 1. */
static const char *const ids[QN_N_QUANTITIES] = {
  [QN_QUANTITY_MEDIUM] = "medium.kind",
  [QN_QUANTITY_LEVELS] = "medium.levels",
  [QN_QUANTITY_TUNNELLING] = "medium.tunnelling",
  [QN_QUANTITY_LEVEL_SPACING] = "medium.spacing.#",
  [QN_QUANTITY_DEGENERACY] = "medium.degeneracy",
  [QN_QUANTITY_EXCHANGE] = "medium.exchange",
  [QN_QUANTITY_ANISOTROPY] = "medium.anisotropy",
  [QN_QUANTITY_ZZ] = "medium.zz",
  [QN_QUANTITY_COUPLING_RATIO] = "medium.coupling-ratio",
  [QN_QUANTITY_INTERACTION] = "medium.interaction medium.coupling drive.strength",
  [QN_QUANTITY_DETUNING] = "drive.detuning",
  [QN_QUANTITY_MODEL] = "model",
  [QN_QUANTITY_PART_ENERGY] = "spacing.@",
  [QN_QUANTITY_TEMPERATURE] = "@.temperature bath.temperature",
  [QN_QUANTITY_COUPLING] = "@.coupling bath.coupling",
  [QN_QUANTITY_SPECTRUM] = "bath.spectrum",
  [QN_QUANTITY_SQUEEZING] = "@.squeezing",
  [QN_QUANTITY_DURATION] = "stroke.$ $.duration stroke.drive time.window",
  [QN_QUANTITY_CONTROL] = "spacing.$ spacing.hot spacing.initial medium.spacing probe.spacing",
  [QN_QUANTITY_DEPHASING] = "drive.dephasing",
  [QN_QUANTITY_SWAP_ANGLE] = "swap.angle",
  [QN_QUANTITY_START_TEMPERATURE] = "initial.temperature cold.temperature hot.temperature bath.temperature",
  [QN_QUANTITY_START_STATE] = "initial.state",
  [QN_QUANTITY_START_AMPLITUDE] = "initial.amplitude",
  [QN_QUANTITY_DISTANCE] = "drive.distance",
};

/* What a sign stands for: a reservoir or a stroke may go by two names. NULL: the fault has none. */
static char *
meaning (char sign, const QnFault *fault, int name)
{
  static const char *const reservoir[][2] = { { "hot", "left" }, { "cold", "right" }, { "work", "work" } };
  const char *dash;

  if (sign == '$')
    {
      dash = fault->stroke ? strrchr (fault->stroke, '-') : NULL;
      return g_strdup (name && dash ? dash + 1 : fault->stroke);
    }
  if (fault->place < 0)
    return NULL;
  if (sign == '#')
    return g_strdup_printf ("%d", fault->place + 1);
  return fault->place < (int) G_N_ELEMENTS (reservoir) ? g_strdup (reservoir[fault->place][name]) : NULL;
}

static const char *
parameter_of (const QnLab *lab, const QnFault *fault)
{
  g_auto (GStrv) patterns = g_strsplit (ids[fault->quantity] ? ids[fault->quantity] : "", " ", -1);

  for (char **pattern = patterns; *pattern; pattern++)
    for (int name = 0; name < 2; name++)
      {
        gsize before = strcspn (*pattern, "@$#");
        g_autofree char *word = (*pattern)[before] ? meaning ((*pattern)[before], fault, name) : NULL;
        g_autofree char *id = (*pattern)[before] ? g_strdup_printf ("%.*s%s%s", (int) before, *pattern, word ? word : "", *pattern + before + 1) : g_strdup (*pattern);
        int k = qn_lab_parameter_index (lab, id);

        if (k >= 0)
          return lab->parameters[k].id;
      }
  return NULL;
}

gboolean
qn_core_errors_say (const QnLab *lab, GError **error)
{
  const QnFault *fault = error ? qn_fault_of (*error) : NULL;

  if (fault && fault->text)
    {
      const char *id = parameter_of (lab, fault);
      g_autofree char *text = g_strdup_printf (_ (fault->text), fault->value[0], fault->value[1], fault->value[2], fault->value[3]);

      g_free ((*error)->message);
      (*error)->message = g_strdup_printf ("%s: %s", id ? id : _ (qn_quantity_words (fault->quantity)), text);
    }
  return FALSE;
}
