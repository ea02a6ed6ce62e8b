/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Every quantity is shown through its dimension, here alone. */
typedef enum
{
  QN_DIMENSION_NONE,
  QN_DIMENSION_ENERGY,
  QN_DIMENSION_TEMPERATURE,
  QN_DIMENSION_RATE,
  QN_DIMENSION_TIME,
  QN_DIMENSION_ENTROPY,
  QN_DIMENSION_POWER,
  QN_DIMENSION_ANGLE,
  QN_DIMENSION_ENTROPY_RATE,
} QnDimension;

/* Unit as Pango markup, "" for a pure number: "ε", "ε/<i>k</i><sub>B</sub>", "ħ/ε", ... */
const char *qn_dimension_unit (QnDimension dimension);
const char *qn_dimension_unit_plain (QnDimension dimension); /* without markup: "ε/k_B" */

/* 3 or 4 significant digits, true minus, m × 10^e as markup where due; "–" for NaN. Translated decimal point never. */
char *qn_quantity_format (double value, QnDimension dimension, gboolean with_unit);       /* markup */
char *qn_quantity_format_plain (double value, QnDimension dimension, gboolean with_unit);  /* plain text, for accessibility and tooltips */

/* For files and the command line: the fewest digits that read back to the same number, never "-0", whatever the locale. Where there
 * is no finite number "". */
#define QN_NUMBER_SIZE 32
const char *qn_number_text (char text[QN_NUMBER_SIZE], double value); /* returns `text` */
void        qn_number_append (GString *out, double value);

G_END_DECLS
