/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lab/qn-quantity.h"

#include <math.h>
#include <string.h>

#define DIGITS 4
#define MINUS "\xe2\x88\x92" /* U+2212 */

static const struct
{
  const char *markup, *plain;
} units[] = {
  [QN_DIMENSION_NONE] = { "", "" },
  [QN_DIMENSION_ENERGY] = { "<i>ε</i>", "ε" },
  [QN_DIMENSION_TEMPERATURE] = { "<i>ε</i>/<i>k</i><sub>B</sub>", "ε/k_B" },
  [QN_DIMENSION_RATE] = { "<i>ε</i>/<i>ħ</i>", "ε/ħ" },
  [QN_DIMENSION_TIME] = { "<i>ħ</i>/<i>ε</i>", "ħ/ε" },
  [QN_DIMENSION_ENTROPY] = { "<i>k</i><sub>B</sub>", "k_B" },
  [QN_DIMENSION_POWER] = { "<i>ε</i>²/<i>ħ</i>", "ε²/ħ" },
  [QN_DIMENSION_ANGLE] = { "rad", "rad" },
  [QN_DIMENSION_ENTROPY_RATE] = { "<i>k</i><sub>B</sub> <i>ε</i>/<i>ħ</i>", "k_B ε/ħ" },
};

const char *
qn_dimension_unit (QnDimension dimension)
{
  return units[dimension].markup;
}

const char *
qn_dimension_unit_plain (QnDimension dimension)
{
  return units[dimension].plain;
}

static void
append_number (GString *out, double value, int decimals)
{
  char format[8], text[64];

  g_snprintf (format, sizeof format, "%%.%df", decimals);
  g_ascii_formatd (text, sizeof text, format, fabs (value));
  if (value < 0 && strpbrk (text, "123456789"))
    g_string_append (out, MINUS);
  g_string_append (out, text);
}

/* Decimals that leave four significant digits; the size is that of the rounded number, so that 9.9999 is 10.00. */
static int
decimals_for (double size)
{
  char text[32];

  if (size < 1)
    return size == 0 || size >= 0.099995 ? DIGITS : size >= 0.0099995 ? DIGITS + 1 : DIGITS + 2;
  g_ascii_formatd (text, sizeof text, "%.3e", size);
  return MAX (0, DIGITS - 1 - (int) g_ascii_strtoll (strchr (text, 'e') + 1, NULL, 10));
}

static void
append_scientific (GString *out, double value, gboolean markup)
{
  char text[64], *e;
  int exponent;

  g_ascii_formatd (text, sizeof text, "%.2e", fabs (value));
  e = strchr (text, 'e');
  exponent = (int) g_ascii_strtoll (e + 1, NULL, 10);
  *e = '\0';
  if (value < 0)
    g_string_append (out, MINUS);
  g_string_append (out, text);
  g_string_append (out, "×10");
  g_string_append_printf (out, markup ? "<sup>%s%d</sup>" : "^%s%d", exponent < 0 ? MINUS : "", ABS (exponent));
}

static char *
format (double value, QnDimension dimension, gboolean with_unit, gboolean markup)
{
  GString *out = g_string_new (NULL);
  double size = fabs (value);

  if (isnan (value))
    g_string_append (out, "–");
  else if (isinf (value))
    g_string_append (out, value > 0 ? "∞" : MINUS "∞");
  else if (size != 0 && (size < 1e-3 || size >= 1e5))
    append_scientific (out, value, markup);
  else
    append_number (out, value, decimals_for (size));
  if (with_unit && !isnan (value) && *units[dimension].plain)
    g_string_append_printf (out, "\xe2\x80\xaf%s", markup ? units[dimension].markup : units[dimension].plain);
  return g_string_free (out, FALSE);
}

char *
qn_quantity_format (double value, QnDimension dimension, gboolean with_unit)
{
  return format (value, dimension, with_unit, TRUE);
}

char *
qn_quantity_format_plain (double value, QnDimension dimension, gboolean with_unit)
{
  return format (value, dimension, with_unit, FALSE);
}

const char *
qn_number_text (char text[QN_NUMBER_SIZE], double value)
{
  text[0] = '\0';
  if (!isfinite (value))
    return text;
  value += 0.0; /* -0 becomes 0 */
  for (int digits = fabs (value) < G_MINDOUBLE ? 1 : 15;; digits++) /* the smallest have fewer than others */
    {
      char format[8];

      g_snprintf (format, sizeof format, "%%.%dg", digits);
      g_ascii_formatd (text, QN_NUMBER_SIZE, format, value);
      if (digits >= 17 || g_ascii_strtod (text, NULL) == value)
        return text;
    }
}

void
qn_number_append (GString *out, double value)
{
  char text[QN_NUMBER_SIZE];

  g_string_append (out, qn_number_text (text, value));
}
