/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <math.h>

G_BEGIN_DECLS

/* A closed interval of data. Empty when max < min. */
typedef struct
{
  double min, max;
} QnRange;

#define QN_RANGE_EMPTY ((QnRange) { INFINITY, -INFINITY })

void     qn_range_include (QnRange *range, double value); /* ignores NaN and infinities */
gboolean qn_range_empty   (const QnRange *range);
QnRange  qn_range_padded  (QnRange range, double fraction, double least_span); /* never zero width */

/* A range that is stable while watched: grows with the data at once, shrinks
 * slowly (half the surplus in ~2 s of unheld time) and never while held.
 * Returns TRUE when the shown range changed. */
typedef struct
{
  QnRange shown;
  gboolean held;
} QnStableRange;

gboolean qn_stable_range_follow (QnStableRange *range, QnRange data, double seconds);

G_END_DECLS
