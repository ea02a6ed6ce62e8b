/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "figures/kit/qn-csv.h"

#include <math.h>

void
qn_csv_number (GString *out, double value)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  if (isnan (value))
    return;
  g_string_append (out, g_ascii_formatd (digits, sizeof digits, "%.17g", value));
}

void
qn_csv_head (GString *out, const char *name, QnDimension dimension, gboolean last)
{
  const char *unit = qn_dimension_unit_plain (dimension);

  g_string_append (out, name);
  if (unit != NULL && *unit != '\0')
    g_string_append_printf (out, " (%s)", unit);
  g_string_append_c (out, last ? '\n' : ',');
}
