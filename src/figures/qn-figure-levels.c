/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/medium/qn-level-scheme.h"
#include "figures/kit/qn-figure-class.h"
#include "figures/kit/qn-thermal.h"

/* The level scheme at this instant: a row for each level, on it a bar as long as the population, over it the outline of the
 * thermal population. Rows lie at their energies, on an axis that keeps still over the cycle, so that moving levels are seen to
 * move; where bars would touch somewhere in the cycle, rows are spread evenly, with leaders to their levels on a true ruler of
 * energy. Of three levels with a reservoir or a drive for each transition the transitions stand beside the rows. */

/* In units of the text. */
#define COLUMN 0.9 /* more than a number in the column */
#define COLUMN_FROM 15 /* width of the axes from which there is a column */
#define BAR 1.55 /* height of a bar */
#define PITCH 1.2 /* least distance of rows, in heights of a bar */
#define NUMBER 1.15 /* size of a population */
#define CLOSE 1.65 /* distance of rows in sizes of their texts, as near as text may come to text */
#define BEFORE 3.6 /* of a name that stands before a number, in sizes of the number */
#define RULER 2.6 /* width of ruler and leaders */
#define FOOT 0.3 /* below the lowest of spread rows */
#define ARROW 2.5 /* width of a transition with its name */

#define TINY "&lt;0.001" /* of a population that would be told as 0.000 */

typedef struct
{
  double gap; /* the least distance of levels in the cycle */
} State;

static gboolean
update (QnFigure *figure, double seconds, gboolean held, gboolean changed)
{
  const QnSnapshot *s = figure->snapshot;
  State *state = figure->state;
  QnRange y = QN_RANGE_EMPTY;
  double span, before = state->gap;

  state->gap = INFINITY;
  for (gsize i = 0; i < s->solution->limit->n; i++)
    for (int n = 0; n < s->solution->limit->samples[i].n_levels; n++)
      {
        const double *level = s->solution->limit->samples[i].level;

        qn_range_include (&y, level[n]);
        if (n > 0)
          state->gap = fmin (state->gap, level[n] - level[n - 1]);
      }
  for (int n = 0; n < s->now.n_levels; n++)
    qn_range_include (&y, s->now.level[n]);
  span = MAX (y.max - y.min, 1e-9);
  y.min -= 0.10 * span;
  y.max += 0.20 * span;
  figure->x.shown = (QnRange) { 0, 1 };
  return qn_stable_range_follow (&figure->y, y, seconds) || state->gap != before;
}

/* --- Layout --------------------------------------------------------------- */

typedef struct
{
  QnFrame frame;
  QnAxes axes;      /* with the populations between `from` and the end where rows are spread */
  QnRect head;      /* reservoirs' names, above the axes */
  QnRect numbers;   /* column of numbers, right of the axes; width 0: they stand on the levels */
  QnRect arrows;    /* transitions, between axes and numbers; width 0: none */
  QnRect side[2];   /* where the hot and the cold reservoir glow */
  double number_size, name_size, bar;
  gboolean spread;
  double from;      /* where rows begin */
  double row[QN_MAX_LEVELS];
  int n_transitions;
  QnTransition transition[QN_MAX_BATHS + 1];
} Layout;

static int
caption_lines (const QnFigure *figure)
{
  return figure->snapshot->outcome->machine.medium.klass->driven ? 2 : 1;
}

/* Where the rows lie: at their levels, or evenly between the caption and the foot. */
static void
lay_out_rows (const QnFigure *figure, QnPen *pen, Layout *layout)
{
  const QnReading *now = &figure->snapshot->now;
  QnAxes *axes = &layout->axes;
  double caption = (caption_lines (figure) * 1.3 * QN_SIZE_NOTE + QN_GAP_NEAR) * pen->text, foot = FOOT * pen->text;
  double pitch = MAX (axes->area.height - caption - foot, 1) / MAX (now->n_levels, 1);
  double least = ((const State *) figure->state)->gap * axes->area.height / (figure->y.shown.max - figure->y.shown.min);

  layout->bar = MIN (BAR * pen->text, 0.09 * axes->area.height);
  layout->spread = least < PITCH * layout->bar;
  layout->from = axes->area.x;
  if (layout->spread)
    {
      layout->from += MIN (RULER * pen->text, 0.2 * axes->area.width);
      layout->bar = MIN (BAR * pen->text, pitch / PITCH);
      axes->x.from = layout->from;
    }
  layout->number_size = MAX (MIN (layout->number_size, ((layout->spread ? pitch : least) - 1.5) / CLOSE), pen->theme->least_text);
  layout->name_size = MIN (layout->name_size, layout->number_size);
  for (int n = 0; n < now->n_levels; n++)
    layout->row[n] = layout->spread ? axes->area.y + axes->area.height - foot - n * pitch : qn_axis_scale_map (&axes->y, now->level[n]);
}

static void
lay_out (QnFigure *figure, QnPen *pen, Layout *layout)
{
  const QnSnapshot *s = figure->snapshot;
  double glow = CLAMP (pen->width * 0.035, 7, 22), head, column, arrows, w, h;

  *layout = (Layout) { .number_size = NUMBER * pen->text, .name_size = QN_SIZE_NOTE * pen->text };
  if (qn_machine_is_continuous (&s->outcome->machine))
    layout->n_transitions = qn_medium_transitions (&s->outcome->machine.medium, s->now.control, layout->transition);
  qn_canvas_measure (pen->canvas, TINY, layout->number_size, TRUE, &w, &h);
  head = h * 1.25;
  column = w + COLUMN * pen->text;
  if (pen->width - 2 * glow - column < COLUMN_FROM * pen->text)
    column = 0;
  arrows = MIN (layout->n_transitions * ARROW * pen->text, 0.3 * pen->width);
  layout->frame = qn_frame_of_ranges (figure, pen, (QnRect) { glow, head, pen->width - 2 * glow - column - arrows, pen->height - head },
                                      qn_axis_title (_("Population"), "<i>p</i>", QN_DIMENSION_NONE), QN_SCALE_LINEAR, qn_axis_title (_("Energy"), "<i>E</i>", QN_DIMENSION_ENERGY));
  layout->axes = *layout->frame.axes;
  layout->head = (QnRect) { glow * 0.6, 0, pen->width - 1.2 * glow, head };
  layout->numbers = (QnRect) { pen->width - glow - column, layout->axes.area.y, column, layout->axes.area.height };
  layout->arrows = (QnRect) { layout->axes.area.x + layout->axes.area.width, layout->axes.area.y, arrows, layout->axes.area.height };
  layout->side[0] = (QnRect) { 0, layout->axes.area.y, glow, layout->axes.area.height };
  layout->side[1] = (QnRect) { pen->width - glow, layout->axes.area.y, glow, layout->axes.area.height };
  lay_out_rows (figure, pen, layout);
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

/* The row's line goes on through the transitions. */
static void
draw_level (QnPen *pen, const Layout *layout, int n, double population, double thermal)
{
  const QnTheme *theme = pen->theme;
  double x0 = layout->from, y = layout->row[n], height = layout->bar, width = layout->axes.area.x + layout->axes.area.width - x0;

  qn_pen_fill_rect (pen, (QnRect) { x0, y - height, isfinite (population) ? width * CLAMP (population, 0, 1) : 0, height }, qn_color_alpha (theme->fill[QN_HUE_FOREGROUND], 0.33));
  if (isfinite (thermal))
    {
      qn_canvas_move_to (pen->canvas, x0, y - height);
      qn_canvas_line_to (pen->canvas, x0 + width * thermal, y - height);
      qn_canvas_line_to (pen->canvas, x0 + width * thermal, y);
      qn_pen_stroke (pen, theme->line[QN_HUE_FOREGROUND], QN_DASH_DASHED, 1);
    }
  qn_pen_segment (pen, x0, y, x0 + width + layout->arrows.width, y);
  qn_pen_stroke (pen, theme->line[QN_HUE_FOREGROUND], QN_DASH_SOLID, 1.3);
}

/* The level on the ruler of energy, and the leader to its row. */
static void
draw_leader (QnPen *pen, const Layout *layout, int n, double energy)
{
  double x = layout->axes.area.x, y = qn_axis_scale_map (&layout->axes.y, energy), end = x + 0.4 * (layout->from - x);

  qn_pen_segment (pen, x, y, end, y);
  qn_pen_stroke (pen, pen->theme->line[QN_HUE_FOREGROUND], QN_DASH_SOLID, 1.3);
  qn_pen_segment (pen, end, y, layout->from, layout->row[n]);
  qn_pen_stroke (pen, pen->theme->line[QN_HUE_REFERENCE], QN_DASH_SOLID, 0.6);
}

/* Free with g_free. */
static char *
number_of (double population)
{
  return population > 0 && population < 0.0005 ? g_strdup (TINY) : qn_three_decimals (CLAMP (population, 0, 1), "", "");
}

/* Beside its row, in the column or at the row's end; crowded ones are left out, the fullest last. */
static void
draw_numbers (QnPen *pen, const Layout *layout, const QnReading *now)
{
  gboolean column = layout->numbers.width > 0;
  double x = (column ? layout->numbers.x + layout->numbers.width : layout->axes.area.x + layout->axes.area.width) - QN_GAP_HAIR * pen->text;
  guint done = 0;

  for (int left = now->n_levels; left > 0; left--)
    {
      int fullest = -1;
      g_autofree char *text = NULL;
      QnLabel label = { NULL, layout->number_size, TRUE, pen->theme->line[QN_HUE_FOREGROUND], column ? 0 : 0.7 };

      for (int n = 0; n < now->n_levels; n++)
        if (!(done & (1u << n)) && (fullest < 0 || now->population[n] > now->population[fullest]))
          fullest = n;
      done |= 1u << fullest;
      label.markup = text = number_of (now->population[fullest]);
      qn_pen_text (pen, &label, qn_pen_whole (pen), (QnSpot) { x, layout->row[fullest] - 0.5 * layout->bar, QN_ALIGN_END, QN_ALIGN_CENTER });
    }
}

/* The state's name at the end of its row, or before the number there, with the number of states that it stands for. */
static void
draw_names (const QnFigure *figure, QnPen *pen, const Layout *layout)
{
  const QnSnapshot *s = figure->snapshot;
  char names[QN_MAX_LEVELS][QN_LEVEL_NAME];
  int g[QN_MAX_LEVELS];
  double right = layout->axes.area.x + layout->axes.area.width - QN_GAP_NARROW * pen->text;

  qn_medium_count_levels (&s->outcome->machine.medium, g);
  qn_medium_level_names (&s->outcome->machine.medium, s->now.control, names);
  for (int n = 0; n < s->now.n_levels; n++)
    {
      g_autofree char *text = g[n] > 1 ? g_strdup_printf ("%s ×%d", names[n], g[n]) : g_strdup (names[n]);
      QnLabel label = { text, layout->name_size, FALSE, pen->theme->line[QN_HUE_FOREGROUND], 0 };

      for (int place = 0; place < 2; place++)
        if (qn_pen_text (pen, &label, layout->axes.area, (QnSpot) { right - place * BEFORE * layout->number_size, layout->row[n] - 0.5 * layout->bar, QN_ALIGN_END, QN_ALIGN_CENTER }))
          break;
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
draw_gap (QnPen *pen, const Layout *layout, const QnReading *now)
{
  const QnAxes *axes = &layout->axes;
  double y0 = layout->row[0], y1 = layout->row[1], height = layout->bar;
  double x = axes->area.x + axes->area.width * (layout->numbers.width > 0 ? 0.8 : 0.5), size = 3.4 * pen->line, gap = y0 - y1;
  g_autofree char *full = qn_label_equals ("Δ<i>E</i>", now->level[1] - now->level[0], QN_DIMENSION_ENERGY);
  g_autofree char *number = qn_quantity_format (now->level[1] - now->level[0], QN_DIMENSION_ENERGY, FALSE);
  const char *texts[] = { full, number };

  if (gap < 4 * size + height)
    return;
  qn_canvas_set_color (pen->canvas, pen->theme->line[QN_HUE_WORK]);
  qn_pen_segment (pen, x, y0 - 1.2 * size, x, y1 + 1.2 * size);
  qn_canvas_set_line (pen->canvas, pen->line, NULL, 0);
  qn_canvas_stroke (pen->canvas);
  arrow_head (pen, x, y0 - pen->line, -1, size);
  arrow_head (pen, x, y1 + pen->line, 1, size);
  qn_pen_take (pen, (QnRect) { x - 0.05 * pen->text, y1, 0.1 * pen->text, gap - height });
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

/* --- Transitions ---------------------------------------------------------- */

/* Quanta per time that reservoir or field takes the medium up by, in the steady state, by the ledger of the levels drawn. */
static double
quanta (const QnSnapshot *s, const QnTransition *t)
{
  const QnReading *steady = &s->solution->limit->samples[0];
  double energy = steady->level[t->high] - steady->level[t->low], flow;

  if (t->by == QN_BY_DRIVE)
    flow = isfinite (steady->bare_power) ? -steady->bare_power : -steady->power;
  else
    flow = isfinite (steady->bare_current[t->by]) ? steady->bare_current[t->by] : steady->current[t->by];
  return flow / energy;
}

/* "Pump 0.0254": what it does and how often. */
static char *
transition_name (const QnSnapshot *s, const QnTransition *t)
{
  double rate = quanta (s, t);
  g_autofree char *number = qn_format_markup (fabs (rate) < 1e-12 ? 0 : fabs (rate), 3);
  const char *name = t->by == QN_BY_DRIVE ? _("Signal") : qn_lab_bath_name (s->experiment.lab, t->by);

  return g_strdup_printf ("%s  %s", name, number);
}

/* Along the arrow, between the rows that it passes where these are farthest apart. */
static void
name_transition (const QnSnapshot *s, QnPen *pen, const Layout *layout, const QnTransition *t, double x, double room)
{
  g_autofree char *name = transition_name (s, t);
  const char *texts[] = { name, t->by == QN_BY_DRIVE ? _("Signal") : qn_lab_bath_name (s->experiment.lab, t->by) };
  int widest = t->low;
  double w, h, length;

  for (int n = t->low; n < t->high; n++)
    if (layout->row[n] - layout->row[n + 1] > layout->row[widest] - layout->row[widest + 1])
      widest = n;
  length = layout->row[widest] - layout->row[widest + 1];
  for (int k = 0; k < 2; k++)
    {
      qn_canvas_measure (pen->canvas, texts[k], QN_SIZE_NOTE * pen->text, FALSE, &w, &h);
      if (w > length - 4 * pen->line || h > room)
        continue;
      qn_pen_upright (pen, texts[k], QN_SIZE_NOTE * pen->text, pen->theme->line[t->by == QN_BY_DRIVE ? QN_HUE_WORK : qn_bath_hue (t->by)], x - 1.6 * pen->line - h, layout->row[widest] - length / 2);
      return;
    }
}

static void
draw_transition (const QnSnapshot *s, QnPen *pen, const Layout *layout, int i)
{
  const QnTransition *t = &layout->transition[i];
  QnHue hue = t->by == QN_BY_DRIVE ? QN_HUE_WORK : qn_bath_hue (t->by);
  double pitch = layout->arrows.width / layout->n_transitions, size = 4.2 * pen->line, x = layout->arrows.x + (i + 0.72) * pitch;
  double low = layout->row[t->low] - pen->line, high = layout->row[t->high] + pen->line, rate = quanta (s, t);
  gboolean up = rate > 0;

  qn_canvas_set_color (pen->canvas, pen->theme->line[hue]);
  qn_pen_segment (pen, x, low - (up ? 0 : 1.3 * size), x, high + (up ? 1.3 * size : 0));
  qn_canvas_set_line (pen->canvas, 2.2 * pen->line, NULL, 0);
  qn_canvas_stroke (pen->canvas);
  if (fabs (rate) >= 1e-12)
    arrow_head (pen, x, up ? high : low, up ? 1 : -1, size);
  name_transition (s, pen, layout, t, x, 0.72 * pitch - 1.2 * pen->line);
}

/* --- Captions ------------------------------------------------------------- */

/* Above the rows; what stands there when they are spread. */
static void
draw_caption (QnFigure *figure, QnPen *pen, const Layout *layout)
{
  const QnSnapshot *s = figure->snapshot;
  const QnRect *area = &layout->axes.area;
  const char *words;
  double temperature = reference_temperature (s, &words), y = area->y + QN_GAP_HAIR * pen->text;
  double top = layout->row[s->now.n_levels - 1] - layout->bar;
  QnRect within = { area->x, area->y, area->width + layout->arrows.width, top - area->y };
  QnLabel label = { words, QN_SIZE_NOTE * pen->text, FALSE, pen->theme->line[QN_HUE_REFERENCE], 0 };
  double inversion = s->now.n_levels > 1 ? s->now.population[1] - s->now.population[0] : 0;

  if (layout->n_transitions > 0 && s->outcome->machine.medium.klass->driven)
    {
      QnLabel mark = { inversion > 0 ? _("inverted: more in |1⟩ than in |0⟩") : _("not inverted: more in |0⟩ than in |1⟩"), label.size, inversion > 0, pen->theme->line[QN_HUE_WORK], 0 };

      if (qn_pen_text (pen, &mark, within, (QnSpot) { layout->from + QN_GAP * pen->text, y, QN_ALIGN_START, QN_ALIGN_START }))
        y += 1.3 * label.size;
    }
  if (!isfinite (temperature))
    label.markup = _("inverted: no thermal reference");
  qn_pen_text (pen, &label, within, (QnSpot) { layout->from + QN_GAP * pen->text, y, QN_ALIGN_START, QN_ALIGN_START });
}

static void
draw_static (QnFigure *figure, QnPen *pen)
{
  Layout layout;

  lay_out (figure, pen, &layout);
  qn_figure_draw_axes (&layout.axes, pen, layout.frame.bounds, &layout.frame.x, &layout.frame.y);
  for (int k = 0; k < figure->snapshot->outcome->machine.n_baths && k < 2; k++)
    draw_wall (pen, layout.side[k], k);
  qn_frame_clear (&layout.frame);
}

static void
draw_live (QnFigure *figure, QnPen *pen)
{
  const QnSnapshot *s = figure->snapshot;
  const QnReading *now = &s->now;
  double thermal[QN_MAX_LEVELS];
  const char *words;
  gboolean has_thermal;
  Layout layout;

  lay_out (figure, pen, &layout);
  has_thermal = qn_thermal_populations (s, reference_temperature (s, &words), thermal);
  for (int k = 0; k < s->outcome->machine.n_baths && k < 2; k++)
    {
      if (in_contact (s, k))
        draw_glow (pen, &layout.axes, layout.side[k], k);
      draw_bath_name (figure, pen, &layout, k, in_contact (s, k));
    }
  qn_pen_clip (pen, (QnRect) { layout.axes.area.x, layout.axes.area.y, layout.axes.area.width + layout.arrows.width + 1, layout.axes.area.height });
  for (int n = 0; n < now->n_levels; n++)
    {
      if (layout.spread)
        draw_leader (pen, &layout, n, now->level[n]);
      draw_level (pen, &layout, n, now->population[n], has_thermal ? thermal[n] : NAN);
    }
  qn_canvas_restore (pen->canvas);
  for (int i = 0; i < layout.n_transitions; i++)
    draw_transition (s, pen, &layout, i);
  draw_numbers (pen, &layout, now);
  if (now->n_levels > 1 && layout.n_transitions == 0 && !layout.spread)
    draw_gap (pen, &layout, now);
  draw_names (figure, pen, &layout);
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
  .state_size = sizeof (State),
  .update = update,
  QN_FIGURE_DRAWN,
};
