/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/qn-parameter-scale.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define MOST_REPEATED 24 /* letters */

/* Power of ten at or below a hundredth of the range: what the slider rounds to. */
static double
linear_quantum (const QnParameter *p)
{
  if (p->kind != QN_VALUE_REAL)
    return 1;
  return pow (10, floor (log10 ((p->soft_max - p->soft_min) / 100) + 1e-9));
}

/* The nearest double of a decimal number of few digits: 0.3, not 0.30000000000000004. */
static double
clean (double value)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  return g_ascii_strtod (g_ascii_formatd (text, sizeof text, "%.12g", value), NULL) + 0.0;
}

static double
round_digits (double value, const char *format)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  return g_ascii_strtod (g_ascii_formatd (text, sizeof text, format, value), NULL);
}

double
qn_parameter_position (const QnParameter *p, double value)
{
  g_return_val_if_fail (p != NULL && p->soft_max > p->soft_min, 0);

  if (!(value > p->soft_min))
    return 0;
  if (!(value < p->soft_max))
    return 1;
  if (p->log_scale)
    return log (value / p->soft_min) / log (p->soft_max / p->soft_min);
  return (value - p->soft_min) / (p->soft_max - p->soft_min);
}

double
qn_parameter_at (const QnParameter *p, double position)
{
  double value, quantum;

  g_return_val_if_fail (p != NULL && p->soft_max > p->soft_min, 0);

  if (!(position > 0))
    return p->soft_min;
  if (!(position < 1))
    return p->soft_max;
  if (p->log_scale)
    {
      value = round_digits (p->soft_min * pow (p->soft_max / p->soft_min, position), "%.3g");
      if (p->kind != QN_VALUE_REAL)
        value = round (value);
      return CLAMP (value, p->soft_min, p->soft_max);
    }
  quantum = linear_quantum (p);
  value = round ((p->soft_min + position * (p->soft_max - p->soft_min)) / quantum) * quantum;
  return CLAMP (clean (value), p->soft_min, p->soft_max);
}

static const char *const raised[] = { "⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹", "⁻" };

/* "10⁻³" to "10^-3". */
static GString *
lower_exponent (const char *text)
{
  GString *out = g_string_new (NULL);
  gboolean up = FALSE;

  while (*text)
    {
      guint i = 0;
      gsize length = (gsize) (g_utf8_next_char (text) - text);

      while (i < G_N_ELEMENTS (raised) && !g_str_has_prefix (text, raised[i]))
        i++;
      if (i == G_N_ELEMENTS (raised))
        g_string_append_len (out, text, (gssize) length);
      else
        g_string_append_printf (out, "%s%c", up ? "" : "^", "0123456789-"[i]);
      up = i < G_N_ELEMENTS (raised);
      text += length;
    }
  return out;
}

/* "1,5" and the true minus are what people type; "2×10^3" and "2×10³" what they copy. */
static char *
normalise (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autoptr (GString) s = lower_exponent (valid);

  g_string_replace (s, "\xe2\x88\x92", "-", 0);
  g_string_replace (s, "\xc3\x97", "*", 0);
  g_string_replace (s, " ", "", 0);
  g_string_replace (s, "\xc2\xa0", "", 0);
  g_string_replace (s, "*10^", "e", 0);
  if (g_str_has_prefix (s->str, "10^"))
    g_string_replace (s, "10^", "1e", 1);
  if (!strchr (s->str, '.'))
    g_string_replace (s, ",", ".", 0);
  return g_strdup (g_strstrip (s->str));
}

static gboolean
parse_number (const char *text, double *value)
{
  char *end = NULL;
  g_autofree char *s = normalise (text);
  /* No hexadecimal, "inf" or "nan": strtod would take them. */
  gboolean plain = *s != '\0' && strspn (s, "0123456789.+-eE") == strlen (s);

  if (!plain)
    return FALSE;
  *value = g_ascii_strtod (s, &end);
  return *end == '\0' && end != s && isfinite (*value);
}

static gboolean
parse_word (const QnParameter *p, const char *text, double *value)
{
  if (p->kind == QN_VALUE_SWITCH)
    {
      gboolean yes = !g_ascii_strcasecmp (text, "true") || !strcmp (text, "1");
      gboolean no = !g_ascii_strcasecmp (text, "false") || !strcmp (text, "0");

      *value = yes;
      return yes || no;
    }
  for (int i = 0; p->kind == QN_VALUE_CHOICE && p->choices[i].id; i++)
    if (!strcmp (text, p->choices[i].id))
      {
        *value = i;
        return TRUE;
      }
  return FALSE;
}

/* A message repeats what was typed, but not three hundred digits of it. */
static char *
shorten (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1), *start = NULL;

  if (g_utf8_strlen (valid, -1) <= MOST_REPEATED)
    return g_steal_pointer (&valid);
  start = g_utf8_substring (valid, 0, MOST_REPEATED - 1);
  return g_strconcat (start, "…", NULL);
}

char *
qn_parameter_number_text (double value, int digits)
{
  char format[8], text[G_ASCII_DTOSTR_BUF_SIZE], *e;
  GString *out;

  g_snprintf (format, sizeof format, "%%.%dg", digits);
  g_ascii_formatd (text, sizeof text, format, value);
  out = g_string_new (text);
  e = strchr (text, 'e');
  if (e)
    {
      gint64 power = g_ascii_strtoll (e + 1, NULL, 10);
      g_autofree char *exponent = g_strdup_printf ("%" G_GINT64_FORMAT, ABS (power));

      g_string_truncate (out, (gsize) (e - text));
      g_string_append (out, power < 0 ? "×10⁻" : "×10");
      for (const char *c = exponent; *c; c++)
        g_string_append (out, raised[*c - '0']);
    }
  if (g_str_has_prefix (out->str, "1×"))
    g_string_erase (out, 0, strlen ("1×"));
  g_string_replace (out, "-", "\xe2\x88\x92", 0);
  return g_string_free (out, FALSE);
}

static gboolean
fail_range (const QnParameter *p, const char *text, GError **error)
{
  g_autofree char *low = qn_parameter_number_text (p->hard_min, 6), *high = qn_parameter_number_text (p->hard_max, 6);
  g_autofree char *typed = shorten (text);

  /* Translators: name of a parameter, what was typed, smallest and largest value allowed. */
  g_set_error (error, QN_LAB_ERROR, QN_LAB_ERROR_RANGE, _("%s cannot be %s: give a number from %s to %s"), _(p->name), typed, low, high);
  return FALSE;
}

gboolean
qn_parameter_parse (const QnParameter *p, const char *text, double *value, GError **error)
{
  g_autofree char *typed = NULL;
  double number = 0;

  g_return_val_if_fail (p != NULL && text != NULL && value != NULL, FALSE);

  typed = shorten (text);

  if (p->kind == QN_VALUE_SWITCH || p->kind == QN_VALUE_CHOICE)
    {
      if (!parse_word (p, text, &number))
        {
          g_set_error (error, QN_LAB_ERROR, QN_LAB_ERROR_SYNTAX, _("%s cannot be “%s”"), _(p->name), typed);
          return FALSE;
        }
      *value = number;
      return TRUE;
    }
  if (!parse_number (text, &number))
    {
      /* Translators: name of a parameter, what was typed. */
      g_set_error (error, QN_LAB_ERROR, QN_LAB_ERROR_SYNTAX, _("%s: “%s” is not a number. Try 2.5 or 1e-3"), _(p->name), typed);
      return FALSE;
    }
  if (p->kind == QN_VALUE_INTEGER && number != floor (number))
    {
      g_set_error (error, QN_LAB_ERROR, QN_LAB_ERROR_SYNTAX, _("%s must be a whole number, not %s"), _(p->name), typed);
      return FALSE;
    }
  if (number < p->hard_min || number > p->hard_max)
    return fail_range (p, text, error);
  *value = number;
  return TRUE;
}
