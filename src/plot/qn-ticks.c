/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plot/qn-ticks.h"

#include <math.h>
#include <string.h>

#define MINUS "\xe2\x88\x92"

double
qn_axis_scale_map (const QnAxisScale *scale, double value)
{
  double a = scale->data.min, b = scale->data.max;

  if (scale->kind == QN_SCALE_LOG)
    {
      a = log (a);
      b = log (b);
      value = log (value);
    }
  return scale->from + (value - a) / (b - a) * (scale->to - scale->from);
}

double
qn_axis_scale_unmap (const QnAxisScale *scale, double coordinate)
{
  double t = (coordinate - scale->from) / (scale->to - scale->from), a = scale->data.min, b = scale->data.max;

  if (scale->kind == QN_SCALE_LOG)
    return exp (log (a) + t * (log (b) - log (a)));
  return a + t * (b - a);
}

static void
exponent_markup (char *out, gsize size, const char *mantissa, int exponent)
{
  gboolean one = g_str_equal (mantissa, "1");

  g_snprintf (out, size, "%s%s10<sup>%s%d</sup>", one ? "" : mantissa, one ? "" : "×", exponent < 0 ? MINUS : "", ABS (exponent));
}

static void
fixed (char *out, gsize size, double value, int decimals)
{
  char format[8], text[64];

  g_snprintf (format, sizeof format, "%%.%df", decimals);
  g_ascii_formatd (text, sizeof text, format, fabs (value));
  g_snprintf (out, size, "%s%s", value < 0 && strpbrk (text, "123456789") ? MINUS : "", text);
}

static void
label (char *out, gsize size, double value, double step)
{
  int power = (int) floor (log10 (step) + 1e-9) - (fabs (step / pow (10, floor (log10 (step) + 1e-9)) - 2.5) < 0.1), decimals = MAX (0, -power);
  double largest = MAX (fabs (value), step);
  char mantissa[32], text[32];

  if (largest < 1e5 && decimals <= 4)
    {
      fixed (out, size, value, decimals);
      return;
    }
  if (value == 0)
    {
      g_snprintf (out, size, "0");
      return;
    }
  {
    int exponent = (int) floor (log10 (fabs (value)) + 1e-9);

    fixed (mantissa, sizeof mantissa, fabs (value) / pow (10, exponent), CLAMP (exponent - power, 0, 12));
    exponent_markup (text, sizeof text, mantissa, exponent);
    g_snprintf (out, size, "%s%s", value < 0 ? MINUS : "", text);
  }
}

/* The finest of 1, 2, 2.5 and 5 times a power of ten that makes no more than `wanted` intervals: never
 * fewer than half as many. */
static double
nice_step (double span, int wanted)
{
  double raw = span / wanted, power = pow (10, floor (log10 (raw))), f = raw / power - 1e-7;

  return power * (f <= 1 ? 1 : f <= 2 ? 2 : f <= 2.5 ? 2.5 : f <= 5 ? 5 : 10);
}

static int
linear_ticks (const QnRange *data, int wanted, QnTick *ticks, int max_ticks)
{
  double step = nice_step (data->max - data->min, wanted), first;
  int n = 0;

  if (!(step > 0) || !isfinite (step) || data->min + step == data->min)
    return 0;
  first = ceil (data->min / step - 1e-9);
  for (int i = 0; n < max_ticks && (first + i) * step <= data->max + 1e-9 * step; i++, n++)
    {
      ticks[n].value = first + i == 0 ? 0 : (first + i) * step;
      label (ticks[n].label, sizeof ticks[n].label, ticks[n].value, step);
    }
  return n;
}

static void
log_tick (QnTick *tick, int mantissa, int exponent)
{
  tick->value = mantissa * pow (10, exponent);
  if (exponent >= -3 && exponent <= 4)
    fixed (tick->label, sizeof tick->label, tick->value, MAX (0, -exponent));
  else
    {
      char text[2] = { (char) ('0' + mantissa), '\0' };

      exponent_markup (tick->label, sizeof tick->label, text, exponent);
    }
}

/* These of every decade. */
static int
fine_log_ticks (const QnRange *data, const int *mantissas, QnTick *ticks, int max_ticks)
{
  int n = 0;

  for (int e = (int) floor (log10 (data->min)); e <= (int) floor (log10 (data->max) + 1e-9); e++)
    for (int i = 0; mantissas[i] > 0 && n < max_ticks; i++)
      if (mantissas[i] * pow (10, e) >= data->min * (1 - 1e-9) && mantissas[i] * pow (10, e) <= data->max * (1 + 1e-9))
        log_tick (&ticks[n++], mantissas[i], e);
  return n;
}

/* 1, 2 and 5 of every decade where there is room for them, or 1 and 3, else powers of ten; evenly where these are fewer than three. */
static int
log_ticks (const QnRange *data, int wanted, QnTick *ticks, int max_ticks)
{
  static const int mantissas[2][4] = { { 1, 2, 5 }, { 1, 3 } };
  int first = (int) ceil (log10 (data->min) - 1e-9), last = (int) floor (log10 (data->max) + 1e-9);
  int stride = MAX (1, (int) ceil ((last - first + 1) / (double) MAX (wanted, 1))), n = 0;

  for (int i = 0; i < 2; i++)
    {
      n = fine_log_ticks (data, mantissas[i], ticks, max_ticks);
      if (n < 3)
        return linear_ticks (data, wanted, ticks, max_ticks);
      if (n <= wanted + 1)
        return n;
    }
  n = 0;
  for (int e = first; e <= last && n < max_ticks; e += stride, n++)
    log_tick (&ticks[n], 1, e);
  return n;
}

int
qn_axis_ticks (const QnAxisScale *scale, int wanted, QnTick *ticks, int max_ticks)
{
  if (!(scale->data.max > scale->data.min) || !isfinite (scale->data.max - scale->data.min) || wanted < 1)
    return 0;
  if (scale->kind == QN_SCALE_LOG && scale->data.min > 0)
    return log_ticks (&scale->data, wanted, ticks, max_ticks);
  return linear_ticks (&scale->data, wanted, ticks, max_ticks);
}

char *
qn_format_markup (double value, int digits)
{
  double size = fabs (value);
  char text[96], mantissa[48], format[8], *e;

  if (isnan (value))
    return g_strdup ("–");
  if (isinf (value))
    return g_strdup (value > 0 ? "∞" : MINUS "∞");
  if (size == 0 || (size >= 1e-3 && size < 1e5))
    {
      fixed (text, sizeof text, value, size == 0 ? MAX (digits - 1, 0) : CLAMP (digits - 1 - (int) floor (log10 (size) + 1e-12), 0, 12));
      return g_strdup (text);
    }
  g_snprintf (format, sizeof format, "%%.%de", MAX (digits - 1, 0));
  g_ascii_formatd (mantissa, sizeof mantissa, format, size);
  e = strchr (mantissa, 'e');
  *e = '\0';
  exponent_markup (text, sizeof text, mantissa, (int) g_ascii_strtoll (e + 1, NULL, 10));
  return g_strconcat (value < 0 ? MINUS : "", text, NULL);
}
