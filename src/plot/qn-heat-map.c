/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plot/qn-heat-map.h"

#include <math.h>

#define MIN_CELLS 240   /* each way */
#define MAX_CELLS 480
#define CELL 1.5        /* points, unless that makes too few or too many */
#define SHADES 256
#define MAX_TICKS 16

static gboolean
is_dark (const QnTheme *theme)
{
  return theme->background.r + theme->background.g + theme->background.b < 1.5;
}

QnColor
qn_heat_color (const QnTheme *theme, const QnHeatScale *scale, double value)
{
  double t = value / scale->most;

  if (isnan (t))
    return qn_color_alpha (theme->background, 0);
  t = CLAMP (t, 0, 1);
  return qn_color_alpha (qn_colormap_viridis (is_dark (theme) ? t : 1 - t), MIN (1, 12 * t));
}

static double
gamma_encode (double linear)
{
  linear = CLAMP (linear, 0, 1);
  return linear <= 0.0031308 ? 12.92 * linear : 1.055 * pow (linear, 1 / 2.4) - 0.055;
}

QnColor
qn_colormap_cyclic (double turns)
{
  const double L = 0.62, chroma = 0.105, start = 346 / 360.0;
  double hue = 2 * G_PI * (start + (isfinite (turns) ? turns - floor (turns) : 0));
  double a = chroma * cos (hue), b = chroma * sin (hue);
  QnColor color = { 0, 0, 0, 1 };
  double l = L + 0.3963377774 * a + 0.2158037573 * b, m = L - 0.1055613458 * a - 0.0638541728 * b, s = L - 0.0894841775 * a - 1.2914855480 * b;

  l = l * l * l;
  m = m * m * m;
  s = s * s * s;
  color.r = gamma_encode (4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s);
  color.g = gamma_encode (-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s);
  color.b = gamma_encode (-0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s);
  return color;
}

/* --- The image ------------------------------------------------------------ */

static guint32
premultiplied (QnColor c)
{
  guint32 a = (guint32) lround (c.a * 255), r = (guint32) lround (c.r * c.a * 255), g = (guint32) lround (c.g * c.a * 255), b = (guint32) lround (c.b * c.a * 255);

  return a << 24 | r << 16 | g << 8 | b;
}

typedef struct
{
  guint32 shade[SHADES];
  double most;
} Shades;

static void
make_shades (Shades *shades, const QnTheme *theme, const QnHeatScale *scale)
{
  shades->most = scale->most;
  for (int i = 0; i < SHADES; i++)
    shades->shade[i] = premultiplied (qn_heat_color (theme, scale, shades->most * i / (SHADES - 1)));
}

static guint32
shade_of (const Shades *shades, double value)
{
  double t = value / shades->most;

  return isnan (t) ? 0 : shades->shade[(int) (CLAMP (t, 0, 1) * (SHADES - 1) + 0.5)];
}

void
qn_heat_map_draw (const QnAxes *axes, QnCanvas *canvas, const QnTheme *theme, const QnHeatScale *scale, QnHeatField field, gpointer data)
{
  const QnRect *area = &axes->area;
  int nx = CLAMP ((int) ceil (area->width / CELL), MIN_CELLS, MAX_CELLS), ny = CLAMP ((int) ceil (area->height / CELL), MIN_CELLS, MAX_CELLS);
  g_autofree double *x = g_new (double, nx), *values = g_new (double, nx);
  g_autofree guint32 *pixels = g_new (guint32, (gsize) nx * (gsize) ny);
  Shades shades;

  g_return_if_fail (scale->most > 0);
  make_shades (&shades, theme, scale);
  for (int i = 0; i < nx; i++)
    x[i] = qn_axis_scale_unmap (&axes->x, area->x + (i + 0.5) * area->width / nx);
  for (int k = 0; k < ny; k++)
    {
      field (qn_axis_scale_unmap (&axes->y, area->y + (k + 0.5) * area->height / ny), x, nx, values, data);
      for (int i = 0; i < nx; i++)
        pixels[k * nx + i] = shade_of (&shades, values[i]);
    }
  qn_canvas_image (canvas, pixels, nx, ny, *area);
}

/* --- The bar -------------------------------------------------------------- */

static QnAxisScale
bar_scale (const QnHeatScale *scale, double bottom, double top)
{
  return (QnAxisScale) { QN_SCALE_LINEAR, { 0, scale->most }, bottom, top };
}

static int
bar_ticks (const QnAxisScale *axis, double text, QnTick *ticks)
{
  return qn_axis_ticks (axis, CLAMP ((int) (fabs (axis->from - axis->to) / (3 * text)), 1, 5), ticks, MAX_TICKS);
}

double
qn_heat_bar_room (QnCanvas *canvas, const QnHeatScale *scale, double height, double text)
{
  QnAxisScale axis = bar_scale (scale, height, 0);
  QnTick ticks[MAX_TICKS];
  double most = 0, w;
  int n = bar_ticks (&axis, text, ticks);

  for (int i = 0; i < n; i++)
    {
      qn_canvas_measure (canvas, ticks[i].label, text, FALSE, &w, NULL);
      most = MAX (most, w);
    }
  return most + 0.5 * text;
}

void
qn_heat_bar_draw (QnCanvas *canvas, const QnTheme *theme, const QnHeatScale *scale, QnRect bar, double text, double line)
{
  QnAxisScale axis = bar_scale (scale, bar.y + bar.height, bar.y);
  QnTick ticks[MAX_TICKS];
  guint32 pixels[SHADES];
  Shades shades;
  int n = bar_ticks (&axis, text, ticks);

  make_shades (&shades, theme, scale);
  for (int i = 0; i < SHADES; i++)
    pixels[i] = shades.shade[SHADES - 1 - i];
  qn_canvas_image (canvas, pixels, 1, SHADES, bar);
  qn_canvas_rect (canvas, bar.x, bar.y, bar.width, bar.height);
  qn_canvas_set_color (canvas, theme->frame);
  qn_canvas_set_line (canvas, 0.6 * line, NULL, 0);
  qn_canvas_stroke (canvas);
  for (int i = 0; i < n; i++)
    {
      double y = qn_axis_scale_map (&axis, ticks[i].value);

      qn_canvas_move_to (canvas, bar.x + bar.width, y);
      qn_canvas_line_to (canvas, bar.x + bar.width + 0.25 * text, y);
      qn_canvas_set_color (canvas, theme->frame);
      qn_canvas_set_line (canvas, 0.6 * line, NULL, 0);
      qn_canvas_stroke (canvas);
      qn_canvas_set_color (canvas, theme->line[QN_HUE_FOREGROUND]);
      qn_canvas_text (canvas, ticks[i].label, text, FALSE, (QnSpot) { bar.x + bar.width + 0.5 * text, y, QN_ALIGN_START, QN_ALIGN_CENTER }, NULL);
    }
}
