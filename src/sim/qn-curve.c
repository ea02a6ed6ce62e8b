/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/qn-curve.h"

#include "sim/qn-atomic.h"

static gsize last_serial; /* atomic */

QnCurve *
qn_curve_new (QnReading *samples_taken, gsize n)
{
  QnCurve *curve = g_new (QnCurve, 1);

  qn_count_init (&curve->ref);
  curve->serial = qn_serial_next (&last_serial);
  curve->n = n;
  curve->samples = samples_taken;
  return curve;
}

QnCurve *
qn_curve_ref (QnCurve *curve)
{
  qn_count_hold (&curve->ref);
  return curve;
}

void
qn_curve_unref (QnCurve *curve)
{
  if (!qn_count_release (&curve->ref))
    return;
  g_free (curve->samples);
  g_free (curve);
}
