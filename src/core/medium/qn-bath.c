/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/medium/qn-bath.h"

#include <math.h>

#define CROSSING N_ ("a bosonic contact diverges where two coupled levels cross (gap 0); allowed there: ohmic, fermionic")

void
qn_bath_set_diverges (GError **error)
{
  qn_fault_set (QN_CORE_ERROR_DIVERGES, &(QnFault) { .quantity = QN_QUANTITY_SPECTRUM, .place = -1, .text = CROSSING }, error);
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
