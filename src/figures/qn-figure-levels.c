/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "figures/kit/qn-figure-class.h"
#include "figures/kit/qn-thermal.h"

/* The level scheme at this instant: a line at each energy, along it a bar as long
 * as the population, over it the outline of the thermal population. The energy
 * axis keeps still over the cycle, so that moving levels are seen to move. */

/* In units of the text. */
#define LEADER 0.45 /* between a number and the line to its level */
#define COLUMN 0.9 /* more than a number in the column */
#define COLUMN_FROM 15 /* width of the axes from which there is a column */
#define TALLEST 2 /* height of a bar */
#define NUMBER 1.15 /* size of a population */

#define TINY "&lt;0.001" /* of a population that would be told as 0.000 */

static gboolean
update (QnFigure *figure, double seconds, gboolean held, gboolean changed)
{
  const QnSnapshot *s = figure->snapshot;
  QnRange y = QN_RANGE_EMPTY;
  double span;

  for (gsize i = 0; i < s->solution->limit->n; i++)
    for (int n = 0; n < s->solution->limit->samples[i].n_levels; n++)
      qn_range_include (&y, s->solution->limit->samples[i].level[n]);
  for (int n = 0; n < s->now.n_levels; n++)
    qn_range_include (&y, s->now.level[n]);
  span = MAX (y.max - y.min, 1e-9);
  y.min -= 0.10 * span;
  y.max += 0.20 * span;
  figure->x.shown = (QnRange) { 0, 1 };
  return qn_stable_range_follow (&figure->y, y, seconds);
}

/* --- Layout --------------------------------------------------------------- */

typedef struct
{
  QnFrame frame;
  const QnAxes *axes;
  QnRect head;      /* reservoirs' names, above the axes */
  QnRect numbers;   /* column of numbers, right of the axes; width 0: they stand on the levels */
  QnRect side[2];   /* where the hot and the cold reservoir glow */
  double number_size;
} Layout;

static void
lay_out (QnFigure *figure, QnPen *pen, Layout *layout)
{
  double glow = CLAMP (pen->width * 0.035, 7, 22), head, column, w, h;

  layout->number_size = NUMBER * pen->text;
  qn_canvas_measure (pen->canvas, TINY, layout->number_size, TRUE, &w, &h);
  head = h * 1.25;
  column = w + COLUMN * pen->text;
  if (pen->width - 2 * glow - column < COLUMN_FROM * pen->text)
    column = 0;
  layout->frame = qn_frame_of_ranges (figure, pen, (QnRect) { glow, head, pen->width - 2 * glow - column, pen->height - head },
                                      qn_axis_title (_("Population"), "<i>p</i>", QN_DIMENSION_NONE), QN_SCALE_LINEAR, qn_axis_title (_("Energy"), "<i>E</i>", QN_DIMENSION_ENERGY));
  layout->axes = layout->frame.axes;
  layout->head = (QnRect) { glow * 0.6, 0, pen->width - 1.2 * glow, head };
  layout->numbers = (QnRect) { pen->width - glow - column, layout->axes->area.y, column, layout->axes->area.height };
  layout->side[0] = (QnRect) { 0, layout->axes->area.y, glow, layout->axes->area.height };
  layout->side[1] = (QnRect) { pen->width - glow, layout->axes->area.y, glow, layout->axes->area.height };
}

/* --- Reservoirs at the sides ---------------------------------------------- */

/* A reservoir with a temperature of its own at each side: its wall, always there. */
static void
draw_wall (QnPen *pen, QnRect side, int bath)
{
  double width = side.width * 0.42;
  double x = bath == QN_HOT ? side.x + side.width * 0.2 : side.x + side.width * 0.8 - width;

  qn_canvas_rounded_rect (pen->canvas, x, side.y, width, side.height, width / 2);
  qn_pen_fill (pen, qn_color_alpha (pen->theme->fill[qn_bath_hue (bath)], 0.30));
}

/* In contact: the wall lights up and shines into the figure. */
static void
draw_glow (QnPen *pen, const QnAxes *axes, QnRect side, int bath)
{
  QnColor hue = pen->theme->fill[qn_bath_hue (bath)];
  double reach = side.width * 0.6 + axes->area.width * 0.22, width = side.width * 0.6;
  double from = bath == QN_HOT ? axes->area.x : axes->area.x + axes->area.width;
  double to = bath == QN_HOT ? from + reach : from - reach;
  double x = bath == QN_HOT ? side.x + side.width * 0.1 : side.x + side.width * 0.9 - width;
  const QnStop stops[] = { { 0, qn_color_alpha (hue, 0.42) }, { 0.35, qn_color_alpha (hue, 0.16) }, { 1, qn_color_alpha (hue, 0) } };

  qn_canvas_rect (pen->canvas, MIN (from, to), side.y, reach, side.height);
  qn_canvas_set_linear_gradient (pen->canvas, (double[]) { from, 0, to, 0 }, stops, 3);
  qn_canvas_fill (pen->canvas);
  qn_canvas_rounded_rect (pen->canvas, x, side.y, width, side.height, width / 2);
  qn_pen_fill (pen, hue);
}

/* The name at its side; in contact on a ground of its hue: told by more than colour. */
static void
draw_bath_name (QnFigure *figure, QnPen *pen, const Layout *layout, int bath, gboolean contact)
{
  const QnSnapshot *s = figure->snapshot;
  g_autofree char *value = qn_temperature_label (s, bath);
  g_autofree char *full = g_strdup_printf ("%s  %s", qn_lab_bath_name (s->experiment.lab, bath), value);
  const char *texts[] = { full, value, qn_lab_bath_name (s->experiment.lab, bath), qn_temperature_symbol (NULL, bath) };
  double x = bath == QN_HOT ? layout->head.x : layout->head.x + layout->head.width, y = layout->head.y + layout->head.height / 2;
  QnAlign align = bath == QN_HOT ? QN_ALIGN_START : QN_ALIGN_END;

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      double pad = QN_GAP_PAD * pen->text, at = bath == QN_HOT ? x + pad : x - pad;
      QnLabel label = { texts[i], QN_SIZE_STROKE * pen->text, FALSE, pen->theme->line[qn_bath_hue (bath)], 0 };
      QnRect box = qn_pen_measure (pen, texts[i], label.size, FALSE, (QnSpot) { at, y, align, QN_ALIGN_CENTER });

      if (box.width > layout->head.width * 0.42)
        continue;
      if (contact)
        {
          qn_canvas_rounded_rect (pen->canvas, box.x - pad, layout->head.y + 1, box.width + 2 * pad, layout->head.height - 3, QN_GAP_NARROW * pen->text);
          qn_canvas_set_color (pen->canvas, qn_color_alpha (pen->theme->fill[qn_bath_hue (bath)], 0.16));
          qn_canvas_fill_preserve (pen->canvas);
          qn_pen_stroke (pen, pen->theme->line[qn_bath_hue (bath)], QN_DASH_SOLID, 0.8);
        }
      qn_pen_text (pen, &label, (QnRect) { 0, -2, pen->width, pen->height }, (QnSpot) { at, y, align, QN_ALIGN_CENTER });
      return;
    }
}

static const QnStroke *
stroke_now (const QnSnapshot *s)
{
  return &s->outcome->machine.stroke[CLAMP (s->now.stroke, 0, MAX (s->outcome->machine.n_strokes - 1, 0))];
}

static gboolean
in_contact (const QnSnapshot *s, int bath)
{
  return (stroke_now (s)->baths & (1u << bath)) != 0;
}

/* --- Levels --------------------------------------------------------------- */

/* The temperature the outlines stand for, and its name. */
static double
reference_temperature (const QnSnapshot *s, const char **words)
{
  for (int k = 0; k < s->outcome->machine.n_baths && k < 2; k++)
    if (stroke_now (s)->baths == 1u << k)
      {
        *words = s->outcome->machine.n_baths == 1 ? _("outline: thermal at the reservoir’s temperature")
                 : k == QN_HOT           ? _("outline: thermal at the hot reservoir")
                                                  : _("outline: thermal at the cold reservoir");
        return s->outcome->machine.bath[k].temperature;
      }
  *words = _("outline: thermal at the same energy");
  return s->now.temperature;
}

static double
bar_height (QnPen *pen, const QnAxes *axes, const QnReading *now)
{
  double least = MIN (TALLEST * pen->text, 0.09 * axes->area.height);

  for (int n = 1; n < now->n_levels; n++)
    least = MIN (least, 0.62 * fabs (qn_axis_scale_map (&axes->y, now->level[n]) - qn_axis_scale_map (&axes->y, now->level[n - 1])));
  return MAX (least, 2.2 * pen->line);
}

static void
draw_level (QnPen *pen, const QnAxes *axes, double y, double population, double thermal, double height)
{
  double x0 = axes->area.x, width = axes->area.width;
  const QnTheme *theme = pen->theme;

  qn_pen_fill_rect (pen, (QnRect) { x0, y - height, isfinite (population) ? width * CLAMP (population, 0, 1) : 0, height }, qn_color_alpha (theme->fill[QN_HUE_FOREGROUND], 0.42));
  if (isfinite (thermal))
    {
      qn_canvas_move_to (pen->canvas, x0, y - height);
      qn_canvas_line_to (pen->canvas, x0 + width * thermal, y - height);
      qn_canvas_line_to (pen->canvas, x0 + width * thermal, y);
      qn_pen_stroke (pen, theme->line[QN_HUE_FOREGROUND], QN_DASH_DASHED, 1);
    }
  qn_pen_segment (pen, x0, y, x0 + width, y);
  qn_pen_stroke (pen, theme->line[QN_HUE_FOREGROUND], QN_DASH_SOLID, 1.3);
}

/* Heights for the numbers: beside their level, pushed apart in order where levels are close. */
static void
spread (double *y, int n, double pitch, double top, double bottom)
{
  if (n > 0)
    y[0] = MIN (y[0], bottom);
  for (int i = 1; i < n; i++) /* upwards: y falls */
    y[i] = MIN (y[i], y[i - 1] - pitch);
  if (n > 0 && y[n - 1] < top)
    {
      y[n - 1] = top;
      for (int i = n - 2; i >= 0; i--)
        y[i] = MAX (y[i], y[i + 1] + pitch);
    }
  for (int i = 0; i < n; i++)
    y[i] = CLAMP (y[i], top, bottom);
}

/* Free with g_free. */
static char *
number_of (double population)
{
  return population > 0 && population < 0.0005 ? g_strdup (TINY) : qn_three_decimals (CLAMP (population, 0, 1), "", "");
}

/* Where there is no column: at the end of each level, on it; crowded ones are left out, the fullest last. */
static void
draw_numbers_on_levels (QnPen *pen, const Layout *layout, const QnReading *now)
{
  const QnRect *area = &layout->axes->area;

  for (int n = 0; n < now->n_levels; n++)
    {
      g_autofree char *text = number_of (now->population[n]);
      QnLabel label = { text, layout->number_size, TRUE, pen->theme->line[QN_HUE_FOREGROUND], 0.7 };
      double y = qn_axis_scale_map (&layout->axes->y, now->level[n]) - 1.2 * pen->line;

      qn_pen_text (pen, &label, (QnRect) { area->x, 0, area->width, pen->height }, (QnSpot) { area->x + area->width - QN_GAP_HAIR * pen->text, y, QN_ALIGN_END, QN_ALIGN_END });
    }
}

/* The levels to number: as many of the fullest as the column holds, from the lowest up. */
static int
choose_levels (const QnReading *now, int room, int *shown)
{
  int n = 0;

  for (int i = 0; i < now->n_levels; i++)
    {
      int fuller = 0;

      for (int k = 0; k < now->n_levels; k++)
        fuller += now->population[k] > now->population[i] || (isnan (now->population[i]) && k < i) || (now->population[k] == now->population[i] && k < i);
      if (fuller < room)
        shown[n++] = i;
    }
  return n;
}

/* The numbers column: three decimals at a fixed place beside their level. */
static void
draw_numbers (QnPen *pen, const Layout *layout, const QnReading *now)
{
  double y[QN_MAX_LEVELS], w, pitch, size = layout->number_size, right = layout->numbers.x + layout->numbers.width;
  int shown[QN_MAX_LEVELS], n;

  qn_canvas_measure (pen->canvas, "0.000", size, TRUE, &w, &pitch);
  pitch += 0.24 * size + 1.5; /* as near as text may come to text */
  n = choose_levels (now, (int) (layout->numbers.height / pitch), shown);
  for (int i = 0; i < n; i++)
    y[i] = qn_axis_scale_map (&layout->axes->y, now->level[shown[i]]);
  for (int i = n - 1; i > 0; i--) /* half of the way apart downwards, so that the middle stays */
    if (y[i - 1] - y[i] < pitch)
      y[i - 1] += (pitch - (y[i - 1] - y[i])) / 2;
  spread (y, n, pitch, layout->numbers.y + pitch / 2, layout->numbers.y + layout->numbers.height - pitch / 2);
  for (int i = 0; i < n; i++)
    {
      g_autofree char *text = number_of (now->population[shown[i]]);
      double level = qn_axis_scale_map (&layout->axes->y, now->level[shown[i]]);
      QnLabel label = { text, size, TRUE, pen->theme->line[QN_HUE_FOREGROUND], 0 };

      if (fabs (level - y[i]) > 0.2 * pitch)
        {
          qn_pen_segment (pen, layout->axes->area.x + layout->axes->area.width, level, right - w - LEADER * pen->text, y[i]);
          qn_pen_stroke (pen, pen->theme->line[QN_HUE_REFERENCE], QN_DASH_SOLID, 0.6);
        }
      qn_pen_text (pen, &label, qn_pen_whole (pen), (QnSpot) { right - QN_GAP_HAIR * pen->text, y[i], QN_ALIGN_END, QN_ALIGN_CENTER });
    }
}

/* Below its line at the far end, where a bar comes only from a level that holds nearly all; left out where the next
 * line is close. */
static void
draw_kets (QnPen *pen, const QnAxes *axes, const QnReading *now, double height)
{
  for (int n = 0; n < now->n_levels; n++)
    {
      g_autofree char *text = g_strdup_printf ("|%d⟩", n);
      QnLabel label = { text, QN_SIZE_NOTE * pen->text, FALSE, pen->theme->line[QN_HUE_FOREGROUND], 0 };
      double y = qn_axis_scale_map (&axes->y, now->level[n]) + 0.8 * pen->line;
      double bar = n > 0 && now->population[n - 1] > 0.85 ? height : 0;
      double floor = n > 0 ? qn_axis_scale_map (&axes->y, now->level[n - 1]) - bar - pen->line : axes->area.y + axes->area.height;
      QnRect clear = { axes->area.x, y, axes->area.width, floor - y };

      if (clear.height > 0)
        qn_pen_text (pen, &label, clear, (QnSpot) { axes->area.x + axes->area.width - QN_GAP_NARROW * pen->text, y, QN_ALIGN_END, QN_ALIGN_START });
    }
}

static void
arrow_head (QnPen *pen, double x, double y, double direction, double size)
{
  qn_canvas_move_to (pen->canvas, x, y);
  qn_canvas_line_to (pen->canvas, x - 0.55 * size, y + direction * 1.5 * size);
  qn_canvas_line_to (pen->canvas, x + 0.55 * size, y + direction * 1.5 * size);
  qn_canvas_close (pen->canvas);
  qn_canvas_fill (pen->canvas);
}

/* The first gap as a dimension arrow; its value beside it where that stays clear of the bars. */
static void
draw_gap (QnPen *pen, const Layout *layout, const QnReading *now, double height)
{
  const QnAxes *axes = layout->axes;
  double y0 = qn_axis_scale_map (&axes->y, now->level[0]), y1 = qn_axis_scale_map (&axes->y, now->level[1]);
  double x = axes->area.x + axes->area.width * (layout->numbers.width > 0 ? 0.8 : 0.5), size = 3.4 * pen->line, gap = y0 - y1;
  g_autofree char *full = qn_label_equals ("Δ<i>E</i>", now->level[1] - now->level[0], QN_DIMENSION_ENERGY);
  g_autofree char *number = qn_quantity_format (now->level[1] - now->level[0], QN_DIMENSION_ENERGY, FALSE);
  const char *texts[] = { full, number };

  if (gap < 4 * size)
    return;
  qn_canvas_set_color (pen->canvas, pen->theme->line[QN_HUE_WORK]);
  qn_pen_segment (pen, x, y0 - 1.2 * size, x, y1 + 1.2 * size);
  qn_canvas_set_line (pen->canvas, pen->line, NULL, 0);
  qn_canvas_stroke (pen->canvas);
  arrow_head (pen, x, y0 - pen->line, -1, size);
  arrow_head (pen, x, y1 + pen->line, 1, size);
  for (int i = 0; i < 2; i++)
    {
      QnLabel label = { texts[i], pen->text, FALSE, pen->theme->line[QN_HUE_WORK], 0 };
      double mid = (y0 - height + y1) / 2;
      QnRect box = qn_pen_measure (pen, texts[i], label.size, FALSE, (QnSpot) { x - QN_GAP * pen->text, mid, QN_ALIGN_END, QN_ALIGN_CENTER });
      QnRect clear = { axes->area.x, y1 + pen->line, axes->area.width, gap - height - 2 * pen->line };

      if (qn_rect_within (box, clear) && qn_pen_text (pen, &label, clear, (QnSpot) { x - QN_GAP * pen->text, mid, QN_ALIGN_END, QN_ALIGN_CENTER }))
        return;
    }
}

static void
draw_caption (QnFigure *figure, QnPen *pen, const Layout *layout)
{
  const QnAxes *axes = layout->axes;
  const char *words;
  double temperature = reference_temperature (figure->snapshot, &words);
  QnLabel label = { words, QN_SIZE_NOTE * pen->text, FALSE, pen->theme->line[QN_HUE_REFERENCE], 0 };
  const QnReading *now = &figure->snapshot->now;
  double top = qn_axis_scale_map (&axes->y, now->level[now->n_levels - 1]) - bar_height (pen, axes, now);
  QnRect within = { axes->area.x, axes->area.y, axes->area.width, top - axes->area.y };

  if (!isfinite (temperature))
    label.markup = _("inverted: no thermal reference");
  qn_pen_text (pen, &label, within, (QnSpot) { axes->area.x + QN_GAP * pen->text, axes->area.y + QN_GAP_PAD * pen->text, QN_ALIGN_START, QN_ALIGN_START });
}

static void
draw_static (QnFigure *figure, QnPen *pen)
{
  Layout layout;

  lay_out (figure, pen, &layout);
  qn_frame_draw (&layout.frame, pen);
  for (int k = 0; k < figure->snapshot->outcome->machine.n_baths && k < 2; k++)
    draw_wall (pen, layout.side[k], k);
  qn_frame_clear (&layout.frame);
}

static void
draw_live (QnFigure *figure, QnPen *pen)
{
  const QnSnapshot *s = figure->snapshot;
  const QnReading *now = &s->now;
  double thermal[QN_MAX_LEVELS], height;
  const char *words;
  gboolean has_thermal;
  Layout layout;

  lay_out (figure, pen, &layout);
  height = bar_height (pen, layout.axes, now);
  has_thermal = qn_thermal_populations (s, reference_temperature (s, &words), thermal);
  for (int k = 0; k < s->outcome->machine.n_baths && k < 2; k++)
    {
      if (in_contact (s, k))
        draw_glow (pen, layout.axes, layout.side[k], k);
      draw_bath_name (figure, pen, &layout, k, in_contact (s, k));
    }
  qn_pen_clip (pen, (QnRect) { layout.axes->area.x, layout.axes->area.y, layout.axes->area.width + 1, layout.axes->area.height });
  for (int n = 0; n < now->n_levels; n++)
    draw_level (pen, layout.axes, qn_axis_scale_map (&layout.axes->y, now->level[n]), now->population[n], has_thermal ? thermal[n] : NAN, height);
  qn_canvas_restore (pen->canvas);
  if (layout.numbers.width > 0)
    draw_numbers (pen, &layout, now);
  else
    draw_numbers_on_levels (pen, &layout, now);
  if (now->n_levels > 1)
    draw_gap (pen, &layout, now, height);
  draw_kets (pen, layout.axes, now, height);
  draw_caption (figure, pen, &layout);
  qn_frame_clear (&layout.frame);
}

static void
csv (QnFigure *figure, GString *out)
{
  const QnReading *now = &figure->snapshot->now;
  double thermal[QN_MAX_LEVELS];
  const char *words;
  gboolean has_thermal = qn_thermal_populations (figure->snapshot, reference_temperature (figure->snapshot, &words), thermal);

  qn_csv_heads (out, "level", QN_DIMENSION_NONE, "energy", QN_DIMENSION_ENERGY, "population", QN_DIMENSION_NONE, "thermal population", QN_DIMENSION_NONE, NULL);
  for (int n = 0; n < now->n_levels; n++)
    {
      const double numbers[] = { now->level[n], now->population[n], has_thermal ? thermal[n] : NAN };

      qn_csv_row (out, numbers, G_N_ELEMENTS (numbers), "%d", n);
    }
}

static char *
describe (QnFigure *figure)
{
  const QnSnapshot *s = figure->snapshot;
  g_autoptr (GString) populations = g_string_new (NULL);
  g_autofree char *gap = qn_plain (s->now.n_levels > 1 ? s->now.level[1] - s->now.level[0] : NAN, QN_DIMENSION_ENERGY);
  const char *contact = s->outcome->machine.n_baths == 1     ? _("in contact with the reservoir")
                        : in_contact (s, QN_HOT)  ? _("in contact with the hot reservoir")
                        : in_contact (s, QN_COLD) ? _("in contact with the cold reservoir")
                                                         : _("isolated");

  for (int n = 0; n < s->now.n_levels; n++)
    {
      g_autofree char *p = qn_plain (s->now.population[n], QN_DIMENSION_NONE);

      g_string_append_printf (populations, "%s%s", n > 0 ? ", " : "", p);
    }
  return g_strdup_printf (_("Energy levels, %s: the first gap is %s; populations from the lowest level up: %s."), contact, gap, populations->str);
}

const QnFigureClass qn_figure_class_levels = {
  .info = { "levels", N_("Energy levels"), N_("Levels at the present spacing, with their populations and the thermal ones"), FALSE },
  .update = update,
  QN_FIGURE_DRAWN,
};
