/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plot/qn-range.h"

#include <math.h>

#define HALF_LIFE 2.0 /* seconds in which half the surplus goes */

void
qn_range_include (QnRange *range, double value)
{
  if (!isfinite (value))
    return;
  range->min = MIN (range->min, value);
  range->max = MAX (range->max, value);
}

gboolean
qn_range_empty (const QnRange *range)
{
  return !(range->max >= range->min);
}

QnRange
qn_range_padded (QnRange range, double fraction, double least_span)
{
  double span, middle;

  if (qn_range_empty (&range))
    range = (QnRange) { 0, 0 };
  middle = range.min + (range.max - range.min) / 2;
  least_span = MAX (least_span, fabs (middle) * 1e-9);
  if (least_span <= 0)
    least_span = 1;
  span = MAX (range.max - range.min, least_span) * (1 + 2 * fraction);
  return (QnRange) { middle - span / 2, middle + span / 2 };
}

gboolean
qn_stable_range_follow (QnStableRange *stable, QnRange data, double seconds)
{
  QnRange *shown = &stable->shown, before = *shown;
  double keep = stable->held ? 1 : exp2 (-MAX (seconds, 0) / HALF_LIFE), span;

  if (qn_range_empty (&data))
    return FALSE;
  /* a range never set is all zero */
  if (qn_range_empty (shown) || (shown->min == 0 && shown->max == 0))
    {
      *shown = data;
      return TRUE;
    }
  shown->min = MIN (data.min, data.min + (shown->min - data.min) * keep);
  shown->max = MAX (data.max, data.max + (shown->max - data.max) * keep);
  span = data.max - data.min;
  /* the last percent goes at once, or the frame would be redrawn for ever */
  if (data.min - shown->min < 0.01 * span && !stable->held)
    shown->min = data.min;
  if (shown->max - data.max < 0.01 * span && !stable->held)
    shown->max = data.max;
  return shown->min != before.min || shown->max != before.max;
}
