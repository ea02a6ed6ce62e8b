/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/linear/qn-fault.h"

typedef QnFault QnCoreErrorPrivate;

static void
qn_core_error_private_init (QnCoreErrorPrivate *fault)
{
  fault->place = -1;
}

static void
qn_core_error_private_copy (const QnCoreErrorPrivate *from, QnCoreErrorPrivate *to)
{
  *to = *from;
}

static void
qn_core_error_private_clear (QnCoreErrorPrivate *fault)
{
}

G_DEFINE_EXTENDED_ERROR (QnCoreError, qn_core_error)

const char *
qn_quantity_words (QnQuantity quantity)
{
  static const char *const words[QN_N_QUANTITIES] = {
    [QN_QUANTITY_MEDIUM] = N_ ("medium"),
    [QN_QUANTITY_LEVELS] = N_ ("number of levels"),
    [QN_QUANTITY_TUNNELLING] = N_ ("tunnelling"),
    [QN_QUANTITY_LEVEL_SPACING] = N_ ("spacing of levels"),
    [QN_QUANTITY_DEGENERACY] = N_ ("degeneracy of a level"),
    [QN_QUANTITY_EXCHANGE] = N_ ("exchange coupling"),
    [QN_QUANTITY_ANISOTROPY] = N_ ("anisotropy"),
    [QN_QUANTITY_ZZ] = N_ ("coupling along z"),
    [QN_QUANTITY_COUPLING_RATIO] = N_ ("ratio of couplings"),
    [QN_QUANTITY_INTERACTION] = N_ ("interaction"),
    [QN_QUANTITY_DETUNING] = N_ ("detuning"),
    [QN_QUANTITY_MODEL] = N_ ("model of the reservoirs"),
    [QN_QUANTITY_PART_ENERGY] = N_ ("level spacing of a part"),
    [QN_QUANTITY_TEMPERATURE] = N_ ("temperature of a reservoir"),
    [QN_QUANTITY_COUPLING] = N_ ("coupling of a reservoir"),
    [QN_QUANTITY_SPECTRUM] = N_ ("spectrum of a reservoir"),
    [QN_QUANTITY_SQUEEZING] = N_ ("squeezing of a reservoir"),
    [QN_QUANTITY_DURATION] = N_ ("duration of a stroke"),
    [QN_QUANTITY_CONTROL] = N_ ("level spacing"),
    [QN_QUANTITY_DEPHASING] = N_ ("dephasing rate"),
    [QN_QUANTITY_SWAP_ANGLE] = N_ ("angle of the swap"),
    [QN_QUANTITY_STROKES] = N_ ("number of strokes"),
    [QN_QUANTITY_RESERVOIRS] = N_ ("number of reservoirs"),
    [QN_QUANTITY_START_TEMPERATURE] = N_ ("temperature at the start"),
    [QN_QUANTITY_START_STATE] = N_ ("state at the start"),
    [QN_QUANTITY_START_AMPLITUDE] = N_ ("amplitude at the start"),
    [QN_QUANTITY_DISTANCE] = N_ ("distance of the drag"),
  };

  return words[quantity];
}

gboolean
qn_fault_set (QnCoreError code, const QnFault *fault, GError **error)
{
  g_autofree char *text = g_strdup_printf (fault->text, fault->value[0], fault->value[1], fault->value[2], fault->value[3]);

  if (!error)
    return FALSE;
  g_set_error (error, QN_CORE_ERROR, code, "%s: %s", qn_quantity_words (fault->quantity), text);
  *qn_core_error_get_private (*error) = *fault;
  return FALSE;
}

gboolean
qn_fault_locate (GError **error, int place, const char *stroke)
{
  QnCoreErrorPrivate *fault = error && *error && (*error)->domain == QN_CORE_ERROR ? qn_core_error_get_private (*error) : NULL;

  if (fault)
    {
      fault->place = place;
      fault->stroke = stroke;
    }
  return FALSE;
}

gboolean
qn_core_check (gboolean good, QnQuantity quantity, int place, double value, const char *text, GError **error)
{
  return good || qn_fault_set (QN_CORE_ERROR_INVALID, &(QnFault) { quantity, place, NULL, { value }, text }, error);
}

const QnFault *
qn_fault_of (const GError *error)
{
  return error && error->domain == QN_CORE_ERROR ? qn_core_error_get_private (error) : NULL;
}
