/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "figures/kit/qn-words.h"

#include <math.h>

#include "plot/qn-axes.h"

double
qn_without_noise (const QnSnapshot *snapshot, double energy)
{
  return qn_is_noise (energy, QN_DIMENSION_ENERGY, &snapshot->outcome->ledger) ? 0 : energy;
}

char *
qn_label_equals (const char *symbol, double value, QnDimension dimension)
{
  g_autofree char *number = qn_quantity_format (value, dimension, TRUE);

  return g_strdup_printf ("%s = %s", symbol, number);
}

char *
qn_axis_title (const char *words, const char *symbol, QnDimension dimension)
{
  const char *unit = qn_dimension_unit (dimension);

  if (unit == NULL || *unit == '\0')
    return g_strdup_printf ("%s %s", words, symbol);
  return g_strdup_printf ("%s %s (%s)", words, symbol, unit);
}

const char *
qn_result_symbol (const QnLab *lab, const char *id, const char *fallback)
{
  int i = lab != NULL ? qn_lab_result_index (lab, id) : -1;

  return i >= 0 && lab->results[i].symbol != NULL ? lab->results[i].symbol : fallback;
}

const char *
qn_parameter_symbol (const QnLab *lab, const char *id, const char *fallback)
{
  int i = lab != NULL ? qn_lab_parameter_index (lab, id) : -1;

  return i >= 0 && lab->parameters[i].symbol != NULL ? lab->parameters[i].symbol : fallback;
}

const char *
qn_temperature_symbol (const QnLab *lab, int bath)
{
  static const char *const ids[] = { "hot.temperature", "cold.temperature", "work.temperature" };
  static const char *const symbols[] = { "<i>T</i><sub>h</sub>", "<i>T</i><sub>c</sub>", "<i>T</i><sub>w</sub>" };

  return qn_parameter_symbol (lab, ids[bath], symbols[bath]);
}

char *
qn_temperature_label (const QnSnapshot *snapshot, int bath)
{
  return qn_label_equals (qn_temperature_symbol (snapshot->experiment.lab, bath), snapshot->outcome->machine.bath[bath].temperature, QN_DIMENSION_TEMPERATURE);
}

char *
qn_decimals (double value, int decimals, const char *minus, const char *plus)
{
  int one = decimals == 3 ? 1000 : 100, parts = isfinite (value) ? (int) floor (fabs (value) * one + 0.5) : 0;

  if (!isfinite (value))
    return g_strdup ("–");
  return g_strdup_printf ("%s%d.%0*d", value < 0 && parts > 0 ? minus : plus, parts / one, decimals, parts % one);
}

char *
qn_three_decimals (double value, const char *minus, const char *plus)
{
  return qn_decimals (value, 3, minus, plus);
}

/* Short of the whole is never written as 100 %. */
char *
qn_percent (double fraction)
{
  double percent = 100 * fraction, size = fabs (percent);
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  if (!isfinite (percent))
    return g_strdup ("–");
  if (size > 99.9 && size < 100 - 1e-9)
    return g_strdup (percent > 0 ? "&gt; 99.9\u202f%" : "&lt; −99.9\u202f%");
  g_ascii_formatd (digits, sizeof digits, size < 9.95 || (size >= 99.5 && size < 100) ? "%.1f" : "%.0f", size);
  return g_strdup_printf ("%s%s\u202f%%", percent < 0 && g_ascii_strtod (digits, NULL) != 0 ? "−" : "", digits);
}

char *
qn_grouped (double count)
{
  GString *out = g_string_new (NULL);
  int place;

  g_string_printf (out, "%.0f", count);
  for (place = (int) out->len - 3; place > 0; place -= 3)
    g_string_insert (out, place, "\u202f");
  return g_string_free (out, FALSE);
}

char *
qn_with_error (double value, double error, QnDimension dimension)
{
  int digits = error > 0 && value != 0 ? (int) CLAMP (ceil (log10 (fabs (value) / error)) + 1, 1, 7) : 4;
  g_autofree char *number = qn_format_markup (value, digits), *about = isfinite (error) ? qn_format_markup (error, 2) : NULL;

  return about != NULL ? g_strdup_printf ("%s ± %s %s", number, about, qn_dimension_unit (dimension)) : g_steal_pointer (&number);
}

char *
qn_plain (double value, QnDimension dimension)
{
  return qn_quantity_format_plain (value, dimension, TRUE);
}
