/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "figures/kit/qn-csv.h"

void
qn_csv_head (GString *out, const char *name, QnDimension dimension, gboolean last)
{
  const char *unit = qn_dimension_unit_plain (dimension);

  g_string_append (out, name);
  if (unit != NULL && *unit != '\0')
    g_string_append_printf (out, " (%s)", unit);
  g_string_append_c (out, last ? '\n' : ',');
}

void
qn_csv_heads (GString *out, ...)
{
  const char *name;
  va_list heads;

  va_start (heads, out);
  while ((name = va_arg (heads, const char *)) != NULL)
    qn_csv_head (out, name, (QnDimension) va_arg (heads, int), FALSE);
  va_end (heads);
  out->str[out->len - 1] = '\n';
}

void
qn_csv_row (GString *out, const double *numbers, gsize n, const char *format, ...)
{
  va_list texts;

  va_start (texts, format);
  g_string_append_vprintf (out, format, texts);
  va_end (texts);
  for (gsize i = 0; i < n; i++)
    {
      g_string_append_c (out, ',');
      qn_number_append (out, numbers[i]);
    }
  g_string_append_c (out, '\n');
}
