/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "figures/kit/qn-side-column.h"
#include "figures/kit/qn-flow-picture.h"

/* Efficiency (engine) or coefficient of performance (refrigerator) of every closed
 * cycle under its limits. The axis ends at Carnot's limit; the limit cycle's
 * value fills it like a vessel. Where the quantity does not exist, words say so. */

/* In units of the text. */
#define INDENT 1 /* of the names beside the axes */
#define NAMES 1.6 /* more than the widest name */
#define BELOW_TITLE 2.3 /* from the title to the sentence */
#define HEAD 3 /* height of the head */
#define PICTURE_FROM 17 /* height from which there is a picture */

typedef struct
{
  gboolean exists;     /* engine or refrigerator with a finite Carnot limit */
  gboolean cooling;    /* cop instead of efficiency */
  double value, carnot, curzon_ahlborn, quasi_static;
  double squeezed, paid, top; /* the limit with a squeezed reservoir; with the regenerator's work counted; the highest line */
  double first, last;  /* cycle axis */
} State;

static double
quasi_static (const QnSnapshot *s)
{
  const QnLedger *l = &s->solution->reference_ledger;
  gboolean reversed = s->outcome->machine.bath[QN_HOT].temperature < s->outcome->machine.bath[QN_COLD].temperature;
  double hot = l->heat[reversed ? QN_COLD : QN_HOT], cold = l->heat[reversed ? QN_HOT : QN_COLD];
  double dead = 1e-12 * l->energy_scale;

  if (s->solution->reference == NULL || l->n_strokes == 0)
    return NAN;
  if (s->outcome->results.mode == QN_MODE_ENGINE)
    return l->work_output > dead && hot > dead && cold < -dead ? l->work_output / hot : NAN;
  return l->work_output < -dead && cold > dead && hot < -dead ? cold / -l->work_output : NAN;
}

/* The cycles there are, in blocks of five: the axis moves seldom. */
static gboolean
follow_history (State *state, const QnSnapshot *s)
{
  double first = 0, last = 5;

  if (s->n_history > 0)
    {
      first = 5 * floor ((double) s->history[0].ledger.cycle / 5);
      last = 5 * ceil ((double) (s->history[s->n_history - 1].ledger.cycle + 1.5) / 5);
    }
  if (first == state->first && last == state->last)
    return FALSE;
  state->first = first;
  state->last = last;
  return TRUE;
}

static gboolean
update (QnFigure *figure, double seconds, gboolean held, gboolean changed)
{
  State *state = figure->state;
  const QnSnapshot *s = figure->snapshot;
  gboolean cooling = s->outcome->results.mode == QN_MODE_REFRIGERATOR, empty = s->n_history == 0, moved;

  moved = follow_history (state, s) || (figure->x.shown.max == 0) != empty;
  figure->x.shown = (QnRange) { 0, empty ? 0 : 1 };
  if (!changed)
    return moved;
  state->cooling = cooling;
  state->value = qn_results_get (&s->outcome->results, cooling ? "cop" : "efficiency");
  state->carnot = qn_results_get (&s->outcome->results, "carnot");
  state->squeezed = cooling ? NAN : qn_results_get (&s->outcome->results, "limit_squeezed");
  state->curzon_ahlborn = cooling ? NAN : qn_results_get (&s->outcome->results, "curzon_ahlborn");
  state->quasi_static = quasi_static (s);
  state->paid = qn_results_get (&s->outcome->results, "regenerator_work") > 1e-12 * s->outcome->ledger.energy_scale ? qn_results_get (&s->outcome->results, "efficiency_honest") : NAN;
  state->top = fmax (fmax (state->carnot, state->squeezed), fmax (state->value, state->quasi_static));
  state->exists = (cooling || s->outcome->results.mode == QN_MODE_ENGINE) && isfinite (state->carnot) && state->carnot > 0 && isfinite (state->value);
  return TRUE;
}

/* --- Layout --------------------------------------------------------------- */

typedef struct
{
  QnFrame frame;
  const QnAxes *axes;
  QnRect head;         /* the large number */
  QnRect names;        /* right of the axes; width 0: names stand inside */
} Layout;

static char *
limit_text (const State *state, const char *name, double value)
{
  g_autofree char *number = state->cooling ? qn_format_markup (value, 3) : qn_percent (value);

  return g_strdup_printf ("%s  %s", name, number);
}

static double
names_width (const State *state, QnPen *pen)
{
  g_autofree char *texts[] = { limit_text (state, _("Curzon–Ahlborn"), 0.55), limit_text (state, _("quasi-static"), 0.55), NULL };
  double widest = 0;

  for (int i = 0; i < 2; i++)
    {
      double w, h;

      qn_canvas_measure (pen->canvas, texts[i], QN_SIZE_SIDE * pen->text, FALSE, &w, &h);
      widest = MAX (widest, w);
      g_free (texts[i]);
    }
  texts[0] = NULL;
  widest += NAMES * pen->text;
  return widest < 0.3 * pen->width ? widest : 0;
}

static char *
value_title (gboolean cooling)
{
  return cooling ? qn_axis_title (_("Coefficient of performance"), "", QN_DIMENSION_NONE) : qn_axis_title (_("Efficiency"), "<i>η</i>", QN_DIMENSION_NONE);
}

static void
lay_out (QnFigure *figure, QnPen *pen, Layout *layout)
{
  const State *state = figure->state;
  double head = HEAD * pen->text, names = names_width (state, pen);

  QnAxis x = { g_strdup (qn_machine_is_continuous (&figure->snapshot->outcome->machine) ? _("Time window") : _("Cycle")), QN_SCALE_LINEAR, { state->first, state->last }, .whole = TRUE };
  QnAxis y = { value_title (state->cooling), QN_SCALE_LINEAR, { 0, state->top }, !state->cooling };

  layout->head = (QnRect) { 0, 0, pen->width, head };
  layout->frame = qn_frame_lay_out (figure, pen, (QnRect) { 0, head, pen->width - names, pen->height - head }, x, y);
  layout->axes = layout->frame.axes;
  layout->names = (QnRect) { pen->width - names, head - QN_GAP_WIDE * pen->text, names, layout->axes->area.height + QN_GAP_WIDE * pen->text };
}

static double
height_of (const Layout *layout, double value)
{
  return qn_axis_scale_map (&layout->axes->y, CLAMP (value, 0, layout->frame.y.range.max));
}

/* --- Limits --------------------------------------------------------------- */

typedef struct
{
  double value;
  const char *name;
  QnHue hue;
  QnDash dash;
  double width;
  gboolean bold;
} Limit;

#define MAX_LIMITS 6

static int
collect_limits (const QnFigure *figure, Limit *limits)
{
  const State *state = figure->state;
  const char *own = qn_machine_is_continuous (&figure->snapshot->outcome->machine) ? _("steady state") : _("limit cycle");
  int n = 0;

  limits[n++] = (Limit) { state->carnot, _("Carnot"), QN_HUE_FOREGROUND, QN_DASH_DASHED, 1.8, TRUE };
  if (isfinite (state->squeezed))
    limits[n++] = (Limit) { state->squeezed, _("with squeezing"), QN_HUE_HOT, QN_DASH_DASHED, 1.6, FALSE };
  limits[n++] = (Limit) { state->value, own, QN_HUE_WORK, QN_DASH_SOLID, 2.0, TRUE };
  if (isfinite (state->paid))
    limits[n++] = (Limit) { state->paid, _("net of regenerator"), QN_HUE_WORK, QN_DASH_DASHED, 1.6, FALSE };
  if (isfinite (state->quasi_static))
    limits[n++] = (Limit) { state->quasi_static, _("quasi-static"), QN_HUE_REFERENCE, QN_DASH_DASHED, 1.2, FALSE };
  if (isfinite (state->curzon_ahlborn))
    limits[n++] = (Limit) { state->curzon_ahlborn, _("Curzon–Ahlborn"), QN_HUE_REFERENCE, QN_DASH_DOTTED, 1.6, FALSE };
  return n;
}

static void
draw_vessel (const State *state, QnPen *pen, const Layout *layout)
{
  const QnRect *area = &layout->axes->area;
  double level = height_of (layout, state->value);

  if (isfinite (state->curzon_ahlborn) && state->curzon_ahlborn < state->carnot)
    {
      qn_pen_fill_rect (pen, (QnRect) { area->x, area->y, area->width, height_of (layout, state->curzon_ahlborn) - area->y }, qn_color_alpha (pen->theme->line[QN_HUE_REFERENCE], 0.13));
    }
  qn_pen_fill_rect (pen, (QnRect) { area->x, level, area->width, area->y + area->height - level }, qn_color_alpha (pen->theme->fill[QN_HUE_WORK], 0.20));
}

static void
draw_limit_line (QnPen *pen, const Layout *layout, const Limit *limit)
{
  const QnRect *area = &layout->axes->area;
  double y = height_of (layout, limit->value);

  qn_pen_horizontal (pen, area, y);
  qn_pen_stroke (pen, pen->theme->line[limit->hue], limit->dash, limit->width);
}

static int
by_value_falling (const void *a, const void *b)
{
  const Limit *x = a, *y = b;

  return (y->value > x->value) - (y->value < x->value);
}

/* Names in a column right of the axes, pushed apart in order, led to their lines. */
static void
draw_names_outside (const State *state, QnPen *pen, const Layout *layout, Limit *limits, int n)
{
  double y[MAX_LIMITS], w, pitch, x = layout->names.x + INDENT * pen->text, right = layout->axes->area.x + layout->axes->area.width;

  qn_canvas_measure (pen->canvas, "0", QN_SIZE_SIDE * pen->text, TRUE, &w, &pitch);
  pitch *= 1.3;
  qsort (limits, n, sizeof *limits, by_value_falling);
  for (int i = 0; i < n; i++)
    y[i] = height_of (layout, limits[i].value);
  qn_side_column_spread (y, n, pitch, layout->names.y, layout->names.y + layout->names.height);
  for (int i = 0; i < n; i++)
    {
      g_autofree char *text = limit_text (state, limits[i].name, limits[i].value);
      QnLabel label = { text, QN_SIZE_SIDE * pen->text, limits[i].bold, pen->theme->line[limits[i].hue], 0 };

      qn_pen_segment (pen, right, height_of (layout, limits[i].value), x - QN_GAP_NARROW * pen->text, y[i]);
      qn_pen_stroke (pen, pen->theme->line[limits[i].hue], QN_DASH_SOLID, 0.8);
      if (qn_pen_text (pen, &label, qn_pen_whole (pen), (QnSpot) { x, y[i], QN_ALIGN_START, QN_ALIGN_CENTER }))
        continue;
      label.bold = FALSE;
      qn_pen_first (pen, label, (const char *const[]) { text, limits[i].name, NULL }, qn_pen_whole (pen), (QnSpot) { x, y[i], QN_ALIGN_START, QN_ALIGN_CENTER });
    }
}

static gboolean
crosses_limit (const Layout *layout, QnRect box, const Limit *limits, int n)
{
  for (int i = 0; i < n; i++)
    {
      double y = height_of (layout, limits[i].value);

      if (y > box.y + 1 && y < box.y + box.height - 1)
        return TRUE;
    }
  return FALSE;
}

/* On its line, above or below, at one of three places, clear of the other lines if it can be. */
static void
draw_name_inside (const State *state, QnPen *pen, const Layout *layout, const Limit *limit, const Limit *limits, int n)
{
  static const QnAlign sides[] = { QN_ALIGN_END, QN_ALIGN_CENTER, QN_ALIGN_START };
  const QnRect *area = &layout->axes->area;
  g_autofree char *full = limit_text (state, limit->name, limit->value);
  const char *texts[] = { full, limit->name };
  double y = height_of (layout, limit->value);

  for (int pass = 0; pass < 4; pass++)
    for (int below = 0; below < 2; below++)
      for (int side = 0; side < 3; side++)
        {
          QnLabel label = { texts[pass & 1], QN_SIZE_LIMIT * pen->text, limit->bold, pen->theme->line[limit->hue], pass < 2 ? 0 : 0.85 };
          double x = area->x + (sides[side] == QN_ALIGN_START ? 0.02 : sides[side] == QN_ALIGN_END ? 0.98 : 0.5) * area->width;
          QnSpot spot = { x, y + (below ? 1.5 : -1.5) * pen->line, sides[side], below ? QN_ALIGN_START : QN_ALIGN_END };

          if (pass < 2 && crosses_limit (layout, qn_pen_measure (pen, label.markup, label.size, label.bold, spot), limits, n))
            continue;
          if (qn_pen_text (pen, &label, (QnRect) { area->x + 1, 0, area->width - 2, area->y + area->height }, spot))
            return;
        }
}

static void
draw_head (const State *state, QnPen *pen, const Layout *layout)
{
  g_autofree char *share = qn_percent (state->value / state->carnot);
  const char *const words[] = { _("of Carnot’s limit"), _("of Carnot"), NULL };
  QnLabel label = { NULL, pen->text, FALSE, pen->theme->line[QN_HUE_FOREGROUND], 0 };
  QnRect within = { 0, 0, layout->names.width > 0 ? layout->axes->area.x + layout->axes->area.width : pen->width, pen->height };
  QnLabel number = { share, QN_SIZE_HEADLINE * pen->text, TRUE, pen->theme->line[QN_HUE_WORK], 0 };
  double x = MAX (QN_GAP * pen->text, 0.02 * pen->width), y = 0.42 * layout->head.height, w, h;

  if (!qn_pen_text (pen, &number, (QnRect) { 0, -2, pen->width, pen->height }, (QnSpot) { x, y, QN_ALIGN_START, QN_ALIGN_CENTER }))
    return;
  qn_canvas_measure (pen->canvas, share, number.size, TRUE, &w, &h);
  qn_pen_first (pen, label, words, within, (QnSpot) { x + w + QN_GAP * pen->text, y, QN_ALIGN_START, QN_ALIGN_CENTER });
}

/* --- Where it does not exist ---------------------------------------------- */

static const char *
statement (const State *state, QnMode mode)
{
  switch (mode)
    {
    case QN_MODE_HEATER:
      return _("A heater turns work into heat for both reservoirs. It has no efficiency.");
    case QN_MODE_ACCELERATOR:
      return _("An accelerator uses work to increase the heat flow from the hotter to the colder reservoir. It has no efficiency.");
    case QN_MODE_CONDUCTION:
      return _("Heat flows from the hotter to the colder reservoir and no work is done. It has no efficiency.");
    case QN_MODE_IDLE:
      return _("No work and no heat over a cycle: there is no efficiency.");
    case QN_MODE_IMPOSSIBLE:
      return _("Heat and work have signs that the second law forbids: there is no efficiency.");
    default:
      return _("Without a difference in temperature there is no limit to compare with.");
    }
}

static void
draw_statement (QnFigure *figure, QnPen *pen)
{
  const State *state = figure->state;
  const QnSnapshot *s = figure->snapshot;
  QnRect within = qn_rect_inset (qn_pen_whole (pen), 0.07 * pen->width, 0.06 * pen->height);
  QnLabel title = { qn_mode_name (s->outcome->results.mode), QN_SIZE_TITLE * pen->text, TRUE, pen->theme->line[QN_HUE_FOREGROUND], 0 };
  gboolean picture = pen->height > PICTURE_FROM * pen->text;
  QnFlowPicture p = { .third = s->outcome->machine.n_baths > QN_THIRD };
  double y = within.y + (picture ? 0.46 : 0.12) * within.height, scale = 0;

  if (picture)
    {
      p.block_height = 0.20 * pen->height;
      p.block_width = MAX (0.022 * pen->width, 6);
      p.band_max = 0.6 * p.block_height;
      p.x = pen->width / 2;
      p.y = within.y + 0.24 * within.height;
      p.left = p.x - 1.15 * p.block_height;
      p.right = p.x + 1.15 * p.block_height;
      p.top = within.y;
      for (int i = 0; i < QN_N_FLOWS; i++)
        {
          p.into[i] = qn_flow_into (s, i);
          scale = MAX (scale, fabs (p.into[i]));
        }
      qn_flow_picture_prepare (&p, pen, scale);
      qn_flow_picture_draw (&p, pen);
    }
  qn_pen_text (pen, &title, within, (QnSpot) { pen->width / 2, y, QN_ALIGN_CENTER, QN_ALIGN_START });
  y += BELOW_TITLE * pen->text;
  qn_pen_paragraph (pen, statement (state, s->outcome->results.mode), QN_SIZE_STATEMENT * pen->text, QN_SIZE_TINY * pen->text, FALSE, pen->theme->line[QN_HUE_FOREGROUND],
                    (QnRect) { within.x, y, within.width, within.y + within.height - y });
}

/* --- Layers --------------------------------------------------------------- */

/* Left of everything, reading upwards; left out where the figure is too low for it. */
static void
draw_upright_title (QnPen *pen, const Layout *layout)
{
  const QnAxes *axes = layout->axes;
  double w, h, x;

  qn_canvas_measure (pen->canvas, layout->frame.y.title, axes->text, FALSE, &w, &h);
  x = 0.25 * axes->text + h / 2;
  for (guint i = 0; i < pen->boxes->len; i++)
    if (qn_rects_meet (g_array_index (pen->boxes, QnRect, i), (QnRect) { 0, axes->area.y, x + h / 2, axes->area.height }, 1, 1))
      return;
  if (w > axes->area.height)
    return;
  qn_pen_upright (pen, layout->frame.y.title, axes->text, pen->theme->line[QN_HUE_FOREGROUND], x - h / 2, axes->area.y + axes->area.height / 2);
}

/* No cycles yet: the axis of cycles has nothing to say and is left out. */
static void
draw_bare_axes (QnFigure *figure, QnPen *pen, const Layout *layout)
{
  QnRect whole = qn_pen_whole (pen);
  const QnAxes *axes = layout->axes;
  QnTick ticks[16];
  int n = qn_axis_ticks (&axes->y, 5, ticks, G_N_ELEMENTS (ticks));
  QnLabel caption = { qn_machine_is_continuous (&figure->snapshot->outcome->machine) ? _("in the steady state") : _("in the limit cycle"), axes->text, FALSE, pen->theme->line[QN_HUE_FOREGROUND], 0 };

  qn_canvas_set_line (pen->canvas, axes->line, NULL, 0);
  qn_canvas_set_color (pen->canvas, pen->theme->frame);
  qn_canvas_rect (pen->canvas, axes->area.x, axes->area.y, axes->area.width, axes->area.height);
  qn_canvas_stroke (pen->canvas);
  for (int i = 0; i < n; i++)
    {
      double y = qn_axis_scale_map (&axes->y, ticks[i].value);
      g_autofree char *text = layout->frame.y.percent ? g_strdup_printf ("%d\u202f%%", (int) round (100 * ticks[i].value)) : g_strdup (ticks[i].label);
      QnLabel label = { text, axes->text * 0.9, FALSE, pen->theme->line[QN_HUE_FOREGROUND], 0 };

      qn_pen_segment (pen, axes->area.x, y, axes->area.x - 0.35 * axes->text, y);
      qn_canvas_set_color (pen->canvas, pen->theme->frame);
      qn_canvas_stroke (pen->canvas);
      qn_pen_text (pen, &label, whole, (QnSpot) { axes->area.x - 0.55 * axes->text, y, QN_ALIGN_END, QN_ALIGN_CENTER });
    }
  qn_pen_text (pen, &caption, whole, (QnSpot) { axes->area.x + axes->area.width / 2, axes->area.y + axes->area.height + 0.5 * axes->text, QN_ALIGN_CENTER, QN_ALIGN_START });
  draw_upright_title (pen, layout);
}

static void
draw_static (QnFigure *figure, QnPen *pen)
{
  const State *state = figure->state;
  Limit limits[MAX_LIMITS];
  Layout layout;
  int n;

  if (!state->exists)
    {
      draw_statement (figure, pen);
      return;
    }
  lay_out (figure, pen, &layout);
  n = collect_limits (figure, limits);
  draw_vessel (state, pen, &layout);
  if (figure->snapshot->n_history > 0)
    qn_frame_draw (&layout.frame, pen);
  else
    draw_bare_axes (figure, pen, &layout);
  for (int i = n - 1; i >= 0; i--)
    draw_limit_line (pen, &layout, &limits[i]);
  draw_head (state, pen, &layout);
  if (layout.names.width > 0)
    draw_names_outside (state, pen, &layout, limits, n);
  else
    for (int i = 0; i < n; i++)
      draw_name_inside (state, pen, &layout, &limits[i], limits, n);
  qn_frame_clear (&layout.frame);
}

typedef enum { DOT_SETTLED, DOT_TRANSIENT, DOT_BEYOND, DOT_NONE } Dot;

static Dot
dot_of (const State *state, const QnCycleRecord *record, double *value)
{
  *value = state->cooling ? record->cop : record->efficiency;
  if (!isfinite (*value))
    return DOT_NONE;
  if (*value > state->top * (1 + 1e-9))
    return DOT_BEYOND;
  return record->transient ? DOT_TRANSIENT : DOT_SETTLED;
}

/* One path for all markers of a kind: a stroke each would be the frame's largest cost. */
static void
dots_path (const State *state, QnPen *pen, const Layout *layout, const QnSnapshot *s, Dot kind, double radius)
{
  for (gsize i = 0; i < s->n_history; i++)
    {
      double value, x, y;

      if (dot_of (state, &s->history[i], &value) != kind)
        continue;
      x = qn_axis_scale_map (&layout->axes->x, (double) s->history[i].ledger.cycle + 1);
      y = kind == DOT_NONE ? layout->axes->area.y + layout->axes->area.height - radius : height_of (layout, value);
      if (kind == DOT_BEYOND)
        {
          qn_canvas_move_to (pen->canvas, x, y + 0.3 * radius);
          qn_canvas_line_to (pen->canvas, x - 1.2 * radius, y + 2.4 * radius);
          qn_canvas_line_to (pen->canvas, x + 1.2 * radius, y + 2.4 * radius);
          qn_canvas_close (pen->canvas);
        }
      else if (kind == DOT_NONE)
        {
          qn_pen_segment (pen, x - 0.6 * radius, y - 0.6 * radius, x + 0.6 * radius, y + 0.6 * radius);
          qn_pen_segment (pen, x - 0.6 * radius, y + 0.6 * radius, x + 0.6 * radius, y - 0.6 * radius);
        }
      else
        {
          qn_canvas_move_to (pen->canvas, x + radius, y);
          qn_canvas_arc (pen->canvas, x, y, radius, 0, 2 * G_PI);
          qn_canvas_close (pen->canvas);
        }
    }
}

/* What the marks mean that there are, in the lower corner. */
static void
explain_dots (const State *state, QnPen *pen, const Layout *layout, const QnSnapshot *s, double radius)
{
  const char *const words[] = { [DOT_SETTLED] = _("● settled"), [DOT_TRANSIENT] = _("○ settling"), [DOT_BEYOND] = _("△ above the axis"),
                                [DOT_NONE] = state->cooling ? _("× no cooling") : _("× no engine") };
  const QnRect *area = &layout->axes->area;
  g_autoptr (GString) text = g_string_new (NULL);
  guint kinds = 0;

  for (gsize i = 0; i < s->n_history; i++)
    {
      double value;

      kinds |= 1u << dot_of (state, &s->history[i], &value);
    }
  for (Dot kind = DOT_SETTLED; kind <= DOT_NONE; kind++)
    if (kinds & (1u << kind))
      g_string_append_printf (text, "%s%s", text->len > 0 ? "   " : "", words[kind]);
  qn_pen_text (pen, &(QnLabel) { text->str, QN_SIZE_NOTE * pen->text, FALSE, pen->theme->line[QN_HUE_FOREGROUND], 0.7 }, *area,
               (QnSpot) { area->x + area->width - QN_GAP_NEAR * pen->text, area->y + area->height - 2.2 * radius, QN_ALIGN_END, QN_ALIGN_END });
}

static void
draw_live (QnFigure *figure, QnPen *pen)
{
  const State *state = figure->state;
  const QnSnapshot *s = figure->snapshot;
  QnColor color = pen->theme->line[QN_HUE_FOREGROUND];
  double radius;
  Layout layout;

  if (!state->exists || s->n_history == 0)
    return;
  lay_out (figure, pen, &layout);
  radius = CLAMP (0.32 * layout.axes->area.width / (state->last - state->first), 1.3 * pen->line, 3.6 * pen->line);
  explain_dots (state, pen, &layout, s, radius);
  qn_canvas_set_line (pen->canvas, 1.2 * pen->line, NULL, 0);
  dots_path (state, pen, &layout, s, DOT_NONE, radius);
  qn_canvas_set_color (pen->canvas, pen->theme->line[QN_HUE_REFERENCE]);
  qn_canvas_stroke (pen->canvas);
  for (Dot kind = DOT_TRANSIENT; kind <= DOT_BEYOND; kind++)
    {
      dots_path (state, pen, &layout, s, kind, radius);
      qn_canvas_set_color (pen->canvas, pen->theme->background);
      qn_canvas_fill_preserve (pen->canvas);
      qn_canvas_set_color (pen->canvas, color);
      qn_canvas_stroke (pen->canvas);
    }
  dots_path (state, pen, &layout, s, DOT_SETTLED, radius * 1.1);
  qn_pen_fill (pen, color);
  qn_frame_clear (&layout.frame);
}

static void
csv (QnFigure *figure, GString *out)
{
  const State *state = figure->state;
  const QnSnapshot *s = figure->snapshot;
  const struct { const char *name; double value; } rows[] = {
    { "limit cycle", state->exists ? state->value : NAN },
    { "carnot", state->exists ? state->carnot : NAN },
    { "with-squeezing", state->exists ? state->squeezed : NAN },
    { "regenerator-paid", state->exists ? state->paid : NAN },
    { "curzon-ahlborn", state->exists ? state->curzon_ahlborn : NAN },
    { "quasi-static", state->exists ? state->quasi_static : NAN },
  };

  g_string_append (out, state->cooling ? "row,cycle,coefficient of performance,transient\n" : "row,cycle,efficiency,transient\n");
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    qn_csv_row (out, (double[]) { rows[i].value, NAN }, 2, "%s,", rows[i].name);
  for (gsize i = 0; i < s->n_history; i++)
    {
      const QnCycleRecord *record = &s->history[i];

      qn_csv_row (out, (double[]) { state->cooling ? record->cop : record->efficiency, record->transient ? 1 : 0 }, 2, "cycle,%" G_GINT64_FORMAT, record->ledger.cycle + 1);
    }
}

static char *
describe (QnFigure *figure)
{
  const State *state = figure->state;
  g_autofree char *value = NULL, *limit = NULL, *share = NULL;

  if (!state->exists)
    return g_strdup_printf ("%s: %s", qn_mode_name (figure->snapshot->outcome->results.mode), statement (state, figure->snapshot->outcome->results.mode));
  value = qn_plain (state->value, QN_DIMENSION_NONE);
  limit = qn_plain (state->carnot, QN_DIMENSION_NONE);
  share = g_strdup_printf ("%.0f", 100 * state->value / state->carnot);
  return g_strdup_printf (state->cooling ? _("Refrigerator: coefficient of performance %s of Carnot’s %s, that is %s percent.")
                                         : _("Engine: efficiency %s of Carnot’s %s, that is %s percent."),
                          value, limit, share);
}

const QnFigureClass qn_figure_class_efficiency = {
  .info = { "efficiency", N_("Efficiency"), N_("Efficiency cycle by cycle, with the Carnot limit, the "
                                               "Curzon–Ahlborn efficiency and the quasi-static cycle"), FALSE },
  .state_size = sizeof (State),
  .update = update,
  QN_FIGURE_DRAWN,
};
