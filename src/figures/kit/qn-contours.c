/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "figures/kit/qn-contours.h"

#include <math.h>

#define CELL 1.5 /* points of the canvas to one of the image */
#define MOST_CELLS 480
#define SHADES 512
#define MAX_TICKS 16
#define CLIP 3 /* of the weaker sign's greatest value, the stronger one's is shown */

/* --- Colours -------------------------------------------------------------- */

QnField
qn_field_of (const QnGrid *grid, int value)
{
  QnRange range = QN_RANGE_EMPTY;

  for (gsize i = 0; i < grid->n; i++)
    qn_range_include (&range, qn_grid_value (grid, i, value));
  if (qn_range_empty (&range))
    range = (QnRange) { 0, 1 };
  if (range.min < 0 && range.max > 0)
    {
      double less = MIN (range.max, -range.min), more = MAX (range.max, -range.min), end = MIN (more, CLIP * less);

      if (less > 1e-9 * more)
        return (QnField) { -end, end, TRUE };
    }
  range = qn_range_padded (range, 0, 1e-12 * MAX (fabs (range.min), fabs (range.max)) + 1e-300);
  return (QnField) { range.min, range.max, FALSE };
}

/* Purple, grey, orange: told apart by whoever sees no red or no green (C. A. Brewer's PuOr). */
static QnColor
diverging (double t)
{
  static const guint32 stops[] = { 0x2d004b, 0x542788, 0x8073ac, 0xb2abd2, 0xd8daeb, 0xf7f7f7, 0xfee0b6, 0xfdb863, 0xe08214, 0xb35806, 0x7f3b08 };
  double at = CLAMP (t, 0, 1) * (G_N_ELEMENTS (stops) - 1);
  int i = MIN ((int) at, (int) G_N_ELEMENTS (stops) - 2);

  return qn_color_mix (qn_color_hex (stops[i]), qn_color_hex (stops[i + 1]), at - i);
}

QnColor
qn_field_color (const QnField *field, double value)
{
  double t = (value - field->from) / (field->to - field->from);

  return field->is_signed ? diverging (t) : qn_colormap_viridis (t);
}

static guint32
opaque (QnColor c)
{
  return 0xff000000u | (guint32) lround (c.r * 255) << 16 | (guint32) lround (c.g * 255) << 8 | (guint32) lround (c.b * 255);
}

static void
make_shades (const QnField *field, guint32 *shades)
{
  for (int i = 0; i < SHADES; i++)
    shades[i] = opaque (qn_field_color (field, field->from + (field->to - field->from) * i / (SHADES - 1)));
}

/* --- The image ------------------------------------------------------------ */

typedef struct
{
  int low;      /* the place before */
  double share; /* of the way to the next one */
} Between;

/* For each of n cells along an axis of the image; `places` as they are drawn. */
static Between *
cells_between (const QnAxisScale *scale, const double *at, int m, double from, double length, int n)
{
  Between *cells = g_new (Between, n);
  gboolean up = length < 0;
  int k = 0;

  for (int i = 0; i < n; i++)
    {
      double here = from + (i + 0.5) * length / n, a, b;

      while (k + 2 < m && (up ? qn_axis_scale_map (scale, at[k + 1]) > here : qn_axis_scale_map (scale, at[k + 1]) < here))
        k++;
      a = qn_axis_scale_map (scale, at[k]);
      b = qn_axis_scale_map (scale, at[MIN (k + 1, m - 1)]);
      cells[i] = (Between) { k, b != a ? CLAMP ((here - a) / (b - a), 0, 1) : 0 };
    }
  return cells;
}

static double
value_at (const QnGrid *grid, int value, Between x, Between y)
{
  gsize nx = (gsize) grid->plan.axis[0].n, i = (gsize) y.low * nx + (gsize) x.low;
  int right = x.low + 1 < grid->plan.axis[0].n, up = y.low + 1 < grid->plan.axis[1].n;
  double a = qn_grid_value (grid, i, value), b = qn_grid_value (grid, i + (gsize) right, value);
  double c = qn_grid_value (grid, i + (gsize) up * nx, value), d = qn_grid_value (grid, i + (gsize) up * nx + (gsize) right, value);
  double all = (a + (b - a) * x.share) * (1 - y.share) + (c + (d - c) * x.share) * y.share;

  if (!isnan (all))
    return all;
  return y.share < 0.5 ? (x.share < 0.5 ? a : b) : (x.share < 0.5 ? c : d); /* the nearest, beside a hole */
}

void
qn_field_draw (QnPen *pen, const QnAxes *axes, const QnGrid *grid, int value, const QnField *field)
{
  const QnRect *area = &axes->area;
  int nx = CLAMP ((int) (area->width / CELL), 2, MOST_CELLS), ny = CLAMP ((int) (area->height / CELL), 2, MOST_CELLS);
  g_autofree Between *x = cells_between (&axes->x, grid->at[0], grid->plan.axis[0].n, area->x, area->width, nx);
  g_autofree Between *y = cells_between (&axes->y, grid->at[1], grid->plan.axis[1].n, area->y + area->height, -area->height, ny);
  g_autofree guint32 *pixels = g_new (guint32, (gsize) nx * (gsize) ny);
  guint32 shades[SHADES];

  make_shades (field, shades);
  for (int k = 0; k < ny; k++)
    for (int i = 0; i < nx; i++)
      {
        double t = (value_at (grid, value, x[i], y[k]) - field->from) / (field->to - field->from);

        pixels[(ny - 1 - k) * nx + i] = isnan (t) ? 0 : shades[(int) (CLAMP (t, 0, 1) * (SHADES - 1) + 0.5)];
      }
  qn_canvas_image (pen->canvas, pixels, nx, ny, *area);
}

/* --- The key -------------------------------------------------------------- */

static int
key_ticks (const QnAxisScale *scale, double text, QnTick *ticks)
{
  return qn_axis_ticks (scale, CLAMP ((int) (fabs (scale->from - scale->to) / (3 * text)), 1, 5), ticks, MAX_TICKS);
}

double
qn_field_key_room (QnPen *pen, const QnField *field, double height, double text)
{
  QnAxisScale scale = { QN_SCALE_LINEAR, { field->from, field->to }, height, 0 };
  QnTick ticks[MAX_TICKS];
  double most = 0, w;
  int n = key_ticks (&scale, text, ticks);

  for (int i = 0; i < n; i++)
    {
      qn_canvas_measure (pen->canvas, ticks[i].label, text, FALSE, &w, NULL);
      most = MAX (most, w);
    }
  return most + 0.5 * text;
}

void
qn_field_draw_key (QnPen *pen, const QnField *field, QnRect bar, double text)
{
  QnAxisScale scale = { QN_SCALE_LINEAR, { field->from, field->to }, bar.y + bar.height, bar.y };
  QnTick ticks[MAX_TICKS];
  guint32 shades[SHADES], pixels[SHADES];
  int n = key_ticks (&scale, text, ticks);

  make_shades (field, shades);
  for (int i = 0; i < SHADES; i++)
    pixels[i] = shades[SHADES - 1 - i];
  qn_canvas_image (pen->canvas, pixels, 1, SHADES, bar);
  qn_canvas_rect (pen->canvas, bar.x, bar.y, bar.width, bar.height);
  qn_pen_stroke (pen, pen->theme->frame, QN_DASH_SOLID, 0.6);
  for (int i = 0; i < n; i++)
    {
      double y = qn_axis_scale_map (&scale, ticks[i].value);

      qn_pen_segment (pen, bar.x + bar.width, y, bar.x + bar.width + 0.25 * text, y);
      qn_pen_stroke (pen, pen->theme->frame, QN_DASH_SOLID, 0.6);
      qn_canvas_set_color (pen->canvas, pen->theme->line[QN_HUE_FOREGROUND]);
      qn_canvas_text (pen->canvas, ticks[i].label, text, FALSE, (QnSpot) { bar.x + bar.width + 0.5 * text, y, QN_ALIGN_START, QN_ALIGN_CENTER }, NULL);
    }
}

/* --- Contours ------------------------------------------------------------- */

typedef struct
{
  double x, y;
} Spot;

typedef struct
{
  const QnAxes *axes;
  const QnGrid *grid;
  int value;
  double level;
} Contour;

static Spot
corner (const Contour *c, int i, int k)
{
  return (Spot) { qn_axis_scale_map (&c->axes->x, c->grid->at[0][i]), qn_axis_scale_map (&c->axes->y, c->grid->at[1][k]) };
}

/* The point of the level on the edge between two corners. FALSE: it does not pass there. */
static gboolean
crossing (const Contour *c, const int from[2], const int to[2], Spot *spot)
{
  gsize nx = (gsize) c->grid->plan.axis[0].n;
  double a = qn_grid_value (c->grid, (gsize) from[1] * nx + (gsize) from[0], c->value) - c->level;
  double b = qn_grid_value (c->grid, (gsize) to[1] * nx + (gsize) to[0], c->value) - c->level;
  Spot p = corner (c, from[0], from[1]), q = corner (c, to[0], to[1]);

  if (isnan (a) || isnan (b) || (a < 0) == (b < 0))
    return FALSE;
  *spot = (Spot) { p.x + (q.x - p.x) * a / (a - b), p.y + (q.y - p.y) * a / (a - b) };
  return TRUE;
}

/* Marching squares; of a saddle the two lines that the order of the edges gives. */
static GArray *
segments_of (const Contour *c)
{
  GArray *segments = g_array_new (FALSE, FALSE, sizeof (Spot));

  for (int k = 0; k + 1 < c->grid->plan.axis[1].n; k++)
    for (int i = 0; i + 1 < c->grid->plan.axis[0].n; i++)
      {
        const int around[5][2] = { { i, k }, { i + 1, k }, { i + 1, k + 1 }, { i, k + 1 }, { i, k } };
        Spot found[4];
        int n = 0;

        for (int e = 0; e < 4; e++)
          n += crossing (c, around[e], around[e + 1], &found[n]);
        if (n >= 2)
          g_array_append_vals (segments, found, (guint) n & ~1u);
      }
  return segments;
}

/* Where of some it is nearest to the middle and free. */
static void
draw_level_text (QnPen *pen, const QnAxes *axes, const GArray *segments, const char *text)
{
  guint step = MAX (2u, segments->len / 48 & ~1u);
  QnLabel label = { text, QN_SIZE_NOTE * pen->text, FALSE, pen->theme->line[QN_HUE_FOREGROUND], 0.75 };
  double middle_x = axes->area.x + axes->area.width / 2, middle_y = axes->area.y + axes->area.height / 2, last = -1;

  for (int tries = 0; tries < 12; tries++)
    {
      double least = INFINITY;
      Spot best = { 0, 0 };

      for (guint i = 0; i < segments->len; i += step)
        {
          Spot s = g_array_index (segments, Spot, i);
          double away = hypot (s.x - middle_x, s.y - middle_y);

          if (away > last && away < least)
            {
              least = away;
              best = s;
            }
        }
      if (!isfinite (least) || qn_pen_text (pen, &label, axes->area, (QnSpot) { best.x, best.y, QN_ALIGN_CENTER, QN_ALIGN_CENTER }))
        return;
      last = least;
    }
}

void
qn_contour_draw (QnPen *pen, const QnAxes *axes, const QnGrid *grid, int value, double level, const char *text)
{
  const Contour contour = { axes, grid, value, level };
  g_autoptr (GArray) segments = segments_of (&contour);

  if (segments->len == 0)
    return;
  for (guint i = 0; i + 1 < segments->len; i += 2)
    {
      const Spot *s = &g_array_index (segments, Spot, i);

      qn_pen_segment (pen, s[0].x, s[0].y, s[1].x, s[1].y);
    }
  qn_pen_stroke (pen, qn_color_alpha (qn_color_hex (0x000000), 0.55), QN_DASH_SOLID, level == 0 ? 1.6 : 0.8);
  draw_level_text (pen, axes, segments, text);
}

/* --- Regions -------------------------------------------------------------- */

/* The edges of the cell of place i: half way to its neighbours. */
static void
cell_edges (const QnAxisScale *scale, const double *at, int n, int i, double edges[2])
{
  double here = qn_axis_scale_map (scale, at[i]);

  edges[0] = i > 0 ? (qn_axis_scale_map (scale, at[i - 1]) + here) / 2 : here;
  edges[1] = i + 1 < n ? (qn_axis_scale_map (scale, at[i + 1]) + here) / 2 : here;
}

void
qn_region_path (QnPen *pen, const QnAxes *axes, const QnGrid *grid, QnRegion region, gconstpointer data)
{
  int nx = grid->plan.axis[0].n, ny = grid->plan.axis[1].n;

  for (int k = 0; k < ny; k++)
    for (int i = 0, end; i < nx; i = end + 1)
      {
        double left[2], right[2], y[2];

        for (end = i; end < nx && region (grid, (gsize) (k * nx + end), data); end++)
          ;
        if (end == i)
          continue;
        cell_edges (&axes->x, grid->at[0], nx, i, left);
        cell_edges (&axes->x, grid->at[0], nx, end - 1, right);
        cell_edges (&axes->y, grid->at[1], ny, k, y);
        qn_canvas_rect (pen->canvas, left[0], y[1], right[1] - left[0], y[0] - y[1]);
      }
}

gboolean
qn_border_path (QnPen *pen, const QnAxes *axes, const QnGrid *grid, QnRegion one, gconstpointer a, QnRegion other, gconstpointer b)
{
  int nx = grid->plan.axis[0].n, ny = grid->plan.axis[1].n;
  gboolean any = FALSE;

  for (int k = 0; k < ny; k++)
    for (int i = 0; i < nx; i++)
      for (int up = 0; up < 2; up++)
        {
          gsize here = (gsize) (k * nx + i), there = here + (gsize) (up ? nx : 1);
          double x[2], y[2];

          if ((up ? k + 1 >= ny : i + 1 >= nx)
              || !((one (grid, here, a) && other (grid, there, b)) || (other (grid, here, b) && one (grid, there, a))))
            continue;
          cell_edges (&axes->x, grid->at[0], nx, i, x);
          cell_edges (&axes->y, grid->at[1], ny, k, y);
          qn_pen_segment (pen, up ? x[0] : x[1], y[1], x[1], up ? y[1] : y[0]);
          any = TRUE;
        }
  return any;
}

/* How many places on every side belong to it too, up to `most`. */
static int
clearance (const QnGrid *grid, QnRegion region, gconstpointer data, int i, int k, int most)
{
  int nx = grid->plan.axis[0].n, ny = grid->plan.axis[1].n;

  for (int r = 0; r <= most; r++)
    for (int j = -r; j <= r; j++)
      {
        const int around[4][2] = { { i + j, k - r }, { i + j, k + r }, { i - r, k + j }, { i + r, k + j } };

        for (int e = 0; e < 4; e++)
          if (around[e][0] < 0 || around[e][0] >= nx || around[e][1] < 0 || around[e][1] >= ny || !region (grid, (gsize) (around[e][1] * nx + around[e][0]), data))
            return r;
      }
  return most;
}

gboolean
qn_region_middle (const QnGrid *grid, QnRegion region, gconstpointer data, gsize *point)
{
  int nx = grid->plan.axis[0].n, ny = grid->plan.axis[1].n, step = MAX (1, nx / 32), best = 0;

  for (int k = 0; k < ny; k += step)
    for (int i = 0; i < nx; i += step)
      {
        int clear = clearance (grid, region, data, i, k, MAX (nx, ny));

        if (clear > best)
          {
            best = clear;
            *point = (gsize) (k * nx + i);
          }
      }
  return best > 0;
}
