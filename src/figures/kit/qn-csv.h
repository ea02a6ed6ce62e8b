/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lab/qn-quantity.h"

G_BEGIN_DECLS

/* Tables of numbers as text, in full precision. */

void qn_csv_number (GString *out, double value); /* NaN is an empty field */
/* "name (unit)", then a comma or, with `last`, the line's end. */
void qn_csv_head   (GString *out, const char *name, QnDimension dimension, gboolean last);

G_END_DECLS
