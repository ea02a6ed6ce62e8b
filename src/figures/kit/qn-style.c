/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "figures/kit/qn-style.h"

#include <glib/gi18n-lib.h>

#include "lab/qn-outcome.h"

QnHue
qn_bath_hue (int bath)
{
  switch (bath)
    {
    case QN_HOT:
      return QN_HUE_HOT;
    case QN_COLD:
      return QN_HUE_COLD;
    default:
      return QN_HUE_THIRD;
    }
}

/* Several reservoirs at once have no hue of their own: the medium's. */
QnHue
qn_stroke_hue (const QnStroke *stroke)
{
  if (stroke->baths == 0)
    return QN_HUE_WORK;
  for (int k = 0; k < QN_MAX_BATHS; k++)
    if (stroke->baths == 1u << k)
      return qn_bath_hue (k);
  return QN_HUE_FOREGROUND;
}

QnDash
qn_stroke_dash (const QnStroke *stroke)
{
  if (stroke->baths == 1u << QN_COLD)
    return QN_DASH_LONG;
  return QN_DASH_SOLID;
}

const char *
qn_stroke_name (const QnStroke *stroke)
{
  const char *name = qn_phase_of_stroke (stroke).name;

  return *name ? _(name) : "";
}

const char *
qn_mode_name (QnMode mode)
{
  switch (mode)
    {
    case QN_MODE_ENGINE:
      return _("Engine");
    case QN_MODE_REFRIGERATOR:
      return _("Refrigerator");
    case QN_MODE_ACCELERATOR:
      return _("Accelerator");
    case QN_MODE_HEATER:
      return _("Heater");
    case QN_MODE_CONDUCTION:
      return _("Conduction");
    case QN_MODE_IMPOSSIBLE:
      return _("Impossible");
    case QN_MODE_IDLE:
    default:
      return _("Idle");
    }
}
