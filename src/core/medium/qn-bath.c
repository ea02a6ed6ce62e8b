/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/medium/qn-bath.h"

#include <math.h>

void
qn_bath_set_diverges (GError **error)
{
  g_set_error (error, QN_CORE_ERROR, QN_CORE_ERROR_DIVERGES,
               "bath.spectrum: a bosonic contact diverges where two coupled levels cross (gap 0); allowed there: ohmic, fermionic");
}

gboolean
qn_bath_rates (const QnBath *bath, double w, double *down, double *up, GError **error)
{
  double x = w / bath->temperature;

  *down = *up = 0;
  if (bath->coupling == 0)
    return TRUE;
  if (bath->spectrum == QN_SPECTRUM_FERMIONIC)
    {
      *up = bath->coupling / (exp (MIN (x, 700)) + 1);
      *down = bath->coupling - *up;
      return TRUE;
    }
  if (bath->spectrum == QN_SPECTRUM_OHMIC)
    {
      *up = x == 0 ? bath->coupling * bath->temperature : bath->coupling * w / expm1 (MIN (x, 700));
      *down = *up + bath->coupling * w;
      return TRUE;
    }
  if (x == 0)
    {
      qn_bath_set_diverges (error);
      return FALSE;
    }
  *up = bath->coupling / expm1 (MIN (x, 700));
  *down = *up + bath->coupling;
  return TRUE;
}
