/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "figures/kit/qn-style.h"

#include <glib/gi18n-lib.h>

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

/* By what it is, not by its id alone: a contact whose control moves is an isotherm to the textbooks. */
const char *
qn_stroke_name (const QnStroke *stroke)
{
  static const struct
  {
    const char *id, *rests, *moves;
  } names[] = {
    { "hot", N_("hot contact"), N_("hot isotherm") },
    { "cold", N_("cold contact"), N_("cold isotherm") },
    { "hot-isochore", N_("hot isochore"), N_("hot isochore") },
    { "cold-isochore", N_("cold isochore"), N_("cold isochore") },
    { "expansion", N_("expansion"), N_("expansion") },
    { "compression", N_("compression"), N_("compression") },
    { "swap", N_("swap"), N_("swap") },
    { "contact", N_("both contacts"), N_("both contacts") },
    { "rest", N_("longer contact"), N_("longer contact") },
    { "forward", N_("forward drive"), N_("forward drive") },
    { "settle", N_("back to equilibrium"), N_("back to equilibrium") },
    { "reverse", N_("reverse drive"), N_("reverse drive") },
    { "return", N_("back to equilibrium"), N_("back to equilibrium") },
    { "steady", N_("Steady state"), N_("Steady state") },
    { "measure", N_("measure"), N_("measure") },
    { "feedback", N_("feedback"), N_("feedback") },
    { "restore", N_("return"), N_("return") },
    { "erase", N_("erase"), N_("erase") },
    { "charge", N_("charging"), N_("charging") },
    { "storage", N_("storage"), N_("storage") },
    { "collision", N_("collision"), N_("collision") },
    { "round", N_("round"), N_("round") },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_strcmp0 (stroke->id, names[i].id) == 0)
      return stroke->from == stroke->to ? _(names[i].rests) : _(names[i].moves);
  return stroke->id != NULL ? stroke->id : "";
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
    case QN_MODE_IMPOSSIBLE:
      return _("Impossible");
    case QN_MODE_IDLE:
    default:
      return _("Idle");
    }
}
