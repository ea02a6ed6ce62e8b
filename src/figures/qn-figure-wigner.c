/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plot/qn-heat-map.h"
#include "figures/kit/qn-loop.h"
#include "core/medium/qn-oscillator.h"

/* The Wigner function of the oscillator over the plane of x sqrt(w0) and p/sqrt(w0), w0 being the frequency at the
 * cycle's start and hbar = m = 1: there the vacuum of w0 is a circle, both axes have one scale, and an ellipse is
 * squeezing. Zero is the ground of the page. Live: the function and the ellipse of one standard deviation; around
 * it the present vacuum's and those that the strokes of the limit cycle end with. */

/* In units of the text. */
#define BAR_FROM_HEIGHT 14 /* from which there is a bar of colours */
#define BAR_FROM_WIDTH 24 /* of the axes beside it */
#define LINES_FROM 16 /* height from which the corner has three lines */
#define SMALLEST 0.4 /* size of the note */
#define UNIT 0.8 /* size of what the axes are in */

#define REACH 2.5   /* standard deviations shown each way */
#define TAIL 30.0   /* exp(-TAIL) is nothing beside 1 */

/* Second moments in the figure's plane. */
typedef struct
{
  double xx, pp, xp;
} Moments;

typedef struct
{
  QnStableRange peak;  /* of the function: the colours' scale */
  QnLayoutKey key;     /* what the ranges were found for */
  QnRange x, p;        /* the axes' */
} State;

static gboolean
is_oscillator (const QnSnapshot *s)
{
  return s->outcome->machine.medium.klass->gaussian;
}

/* A dephased oscillator is not Gaussian: its function is not that of its second moments. */
static gboolean
is_gaussian (const QnReading *reading)
{
  return isfinite (reading->entropy);
}

static double
unit_frequency (const QnSnapshot *s)
{
  return s->solution->limit->samples[0].control;
}

static Moments
moments_of (const QnReading *reading, double w0)
{
  return (Moments) { reading->state[1] * w0, reading->state[2] / w0, reading->state[3] };
}

static Moments
vacuum (double w, double w0)
{
  return (Moments) { w0 / (2 * w), w / (2 * w0), 0 };
}

static double
symplectic (const Moments *m)
{
  return sqrt (m->xx * m->pp - m->xp * m->xp);
}

static void
include_moments (QnRange *x, QnRange *p, const Moments *m)
{
  double sx = REACH * sqrt (m->xx), sp = REACH * sqrt (m->pp);

  qn_range_include (x, -sx);
  qn_range_include (x, sx);
  qn_range_include (p, -sp);
  qn_range_include (p, sp);
}

static gboolean
update (QnFigure *figure, double seconds, gboolean held, gboolean changed)
{
  State *state = figure->state;
  const QnSnapshot *s = figure->snapshot;
  QnRange x = QN_RANGE_EMPTY, p = QN_RANGE_EMPTY, peak = { 0, 0 };
  double w0 = unit_frequency (s);
  gboolean moved;

  if (!is_oscillator (s))
    {
      figure->x.shown = figure->y.shown = state->peak.shown = QN_RANGE_EMPTY;
      return FALSE;
    }
  for (gsize i = 0; i < s->solution->limit->n; i++)
    {
      const QnReading *reading = &s->solution->limit->samples[i];
      Moments own = moments_of (reading, w0), least = vacuum (reading->control, w0);

      include_moments (&x, &p, &own);
      include_moments (&x, &p, &least);
      qn_range_include (&peak, 1 / (2 * G_PI * symplectic (&own)));
    }
  state->peak.held = held;
  moved = qn_figure_follow (figure, x, p, seconds);
  return qn_stable_range_follow (&state->peak, peak, seconds) || moved;
}

/* --- Layout --------------------------------------------------------------- */

typedef struct
{
  QnFrame frame;
  const QnAxes *axes;
  QnRect bar;        /* of the colours; width 0: no room */
  QnHeatScale scale;
  double w0;
} Layout;

/* The ranges that give both axes one scale in these bounds. */
static void
fit_ranges (QnFigure *figure, QnPen *pen, QnRect bounds, QnAxis *across, QnAxis *upwards)
{
  State *state = figure->state;
  double x = figure->x.shown.max, p = figure->y.shown.max;
  QnLayoutKey *key = &state->key;
  gboolean same = key->width == pen->width && key->height == pen->height && key->text == pen->text
                  && key->bounds.width == bounds.width && key->x.max == x && key->y.max == p;

  if (!same)
    {
      state->x = (QnRange) { -x, x };
      state->p = (QnRange) { -p, p };
    }
  for (int turn = 0; turn < 3 && !same; turn++)
    {
      QnAxes axes;
      double unit; /* of data a point */

      across->range = state->x;
      upwards->range = state->p;
      axes = qn_axes_layout (pen->canvas, pen->theme, bounds, across, upwards);
      unit = MAX (2 * x / axes.area.width, 2 * p / axes.area.height);
      state->x = (QnRange) { -unit * axes.area.width / 2, unit * axes.area.width / 2 };
      state->p = (QnRange) { -unit * axes.area.height / 2, unit * axes.area.height / 2 };
    }
  *key = (QnLayoutKey) { pen->width, pen->height, pen->text, pen->theme->kind, bounds, figure->x.shown, figure->y.shown };
  across->range = state->x;
  upwards->range = state->p;
}

static void
lay_out (QnFigure *figure, QnPen *pen, Layout *layout)
{
  const State *state = figure->state;
  QnAxis x = { g_strdup_printf ("%s <i>x</i>√<i>ω</i><sub>0</sub>", _("Position")) }, p = { g_strdup_printf ("%s <i>p</i>/√<i>ω</i><sub>0</sub>", _("Momentum")) };
  double size = QN_SIZE_STROKE * pen->text, room, head, w;
  QnRect bounds;

  layout->w0 = unit_frequency (figure->snapshot);
  layout->scale = (QnHeatScale) { state->peak.shown.max };
  qn_canvas_measure (pen->canvas, "<i>W</i> (1/ħ)", size, FALSE, &w, &head);
  room = MAX (qn_heat_bar_room (pen->canvas, &layout->scale, 0.6 * pen->height, size) + QN_GAP_RIGHT * pen->text, w) + QN_GAP_MARGIN * pen->text;
  if (!is_gaussian (&figure->snapshot->solution->limit->samples[0]) || pen->width - room < BAR_FROM_WIDTH * pen->text || pen->height < BAR_FROM_HEIGHT * pen->text)
    room = 0;
  bounds = (QnRect) { 0, 0, pen->width - room, pen->height };
  fit_ranges (figure, pen, bounds, &x, &p);
  layout->frame = qn_frame_lay_out (figure, pen, bounds, x, p);
  layout->axes = layout->frame.axes;
  layout->bar = (QnRect) { bounds.width, layout->axes->area.y + 1.5 * head, room > 0 ? QN_GAP_RIGHT * pen->text : 0, layout->axes->area.height - 1.5 * head };
}

/* --- The function --------------------------------------------------------- */

static void
field (double p, const double *x, int n, double *values, gpointer data)
{
  const Moments *m = data;
  double nu = symplectic (m), scale = 1 / (2 * nu * nu), peak = 1 / (2 * G_PI * nu);

  for (int i = 0; i < n; i++)
    {
      double exponent = scale * (m->pp * x[i] * x[i] - 2 * m->xp * x[i] * p + m->xx * p * p);

      values[i] = exponent < TAIL ? peak * exp (-exponent) : 0;
    }
}

/* A point of the ellipse of one standard deviation, which the angle goes round once in 2 pi. */
static void
ellipse_point (const Moments *m, double angle, double *x, double *p)
{
  double sx = sqrt (m->xx), nu = symplectic (m);

  *x = sx * cos (angle);
  *p = m->xp / sx * cos (angle) + nu / sx * sin (angle);
}

#define ELLIPSE_POINTS 128

static void
trace_ellipse (QnPen *pen, const QnAxes *axes, const Moments *m)
{
  for (int i = 0; i < ELLIPSE_POINTS; i++)
    {
      double x, p;

      ellipse_point (m, 2 * G_PI * i / ELLIPSE_POINTS, &x, &p);
      x = qn_axis_scale_map (&axes->x, x);
      p = qn_axis_scale_map (&axes->y, p);
      qn_pen_to (pen, i == 0, x, p);
    }
  qn_canvas_close (pen->canvas);
}

/* On a seam of the ground's colour, so that it is seen on every shade. */
static void
draw_ellipse (QnPen *pen, const QnAxes *axes, const Moments *m, QnColor color, double width, QnDash dash)
{
  trace_ellipse (pen, axes, m);
  qn_pen_stroke (pen, qn_color_alpha (pen->theme->background, 0.75), QN_DASH_SOLID, width + 0.7);
  trace_ellipse (pen, axes, m);
  qn_pen_stroke (pen, color, dash, width);
}

/* --- Ellipses and their names --------------------------------------------- */

typedef struct
{
  Moments m;
  QnColor color;
  QnDash dash;
  double width;
  char *name; /* NULL: none */
} Ellipse;

static void
ellipse_clear (gpointer data)
{
  g_free (((Ellipse *) data)->name);
}

/* The reading at which the stroke ends in the limit cycle; NULL where it has none. */
static const QnReading *
end_of_stroke (const QnSnapshot *s, int stroke)
{
  for (gsize i = s->solution->limit->n; i > 0; i--)
    if (s->solution->limit->samples[i - 1].stroke == stroke)
      return &s->solution->limit->samples[i - 1];
  return NULL;
}

/* From the back to the front: the cycle's corners, the vacuum, the present state. */
static GArray *
ellipses_of (QnFigure *figure, QnPen *pen, const Layout *layout)
{
  const QnSnapshot *s = figure->snapshot;
  GArray *all = g_array_new (FALSE, TRUE, sizeof (Ellipse));
  const QnTheme *theme = pen->theme;
  Ellipse none = { vacuum (s->now.control, layout->w0), theme->line[QN_HUE_REFERENCE], QN_DASH_DASHED, 1.2, g_strdup (_("vacuum")) };
  Ellipse own = { moments_of (&s->now, layout->w0), theme->line[QN_HUE_FOREGROUND], QN_DASH_SOLID, 1.8, NULL };

  g_array_set_clear_func (all, ellipse_clear);
  for (int k = 0; k < s->outcome->machine.n_strokes; k++)
    {
      const QnStroke *stroke = &s->outcome->machine.stroke[k];
      const QnReading *end = end_of_stroke (s, k);
      Ellipse corner = { { 0 }, theme->line[qn_stroke_hue (stroke)], qn_stroke_dash (stroke), 0.8, NULL };

      if (end == NULL)
        continue;
      corner.m = moments_of (end, layout->w0);
      corner.name = g_strdup_printf (_("after %s"), qn_stroke_name (stroke));
      g_array_append_val (all, corner);
    }
  g_array_append_val (all, none);
  g_array_append_val (all, own);
  return all;
}

/* The first n ellipses as lines on the canvas, for names to keep clear of. */
static GArray *
traces_of (const GArray *ellipses, guint n, const QnAxes *axes)
{
  GArray *trace = g_array_new (FALSE, FALSE, sizeof (QnLoopPoint));

  for (guint k = 0; k < n; k++)
    for (int i = 0; i <= ELLIPSE_POINTS; i += 2)
      {
        QnLoopPoint point = { .gap = i == 0 };
        double x, p;

        ellipse_point (&g_array_index (ellipses, Ellipse, k).m, 2 * G_PI * i / ELLIPSE_POINTS, &x, &p);
        point.x = qn_axis_scale_map (&axes->x, x);
        point.y = qn_axis_scale_map (&axes->y, p);
        g_array_append_val (trace, point);
      }
  return trace;
}

/* Where a name would stand `away` from its line at this angle, outwards; with 0 the line's point there. */
static QnSpot
spot_beside (const QnAxes *axes, const Moments *m, double angle, double away)
{
  double x, p, dx, dy, norm;

  ellipse_point (m, angle, &x, &p);
  x = qn_axis_scale_map (&axes->x, x);
  p = qn_axis_scale_map (&axes->y, p);
  dx = x - qn_axis_scale_map (&axes->x, 0);
  dy = p - qn_axis_scale_map (&axes->y, 0);
  norm = MAX (hypot (dx, dy), 1e-9);
  return qn_spot_towards (x, p, (double[]) { dx / norm, dy / norm }, away);
}

/* The name outside its line at `rest`, clear of the lines that rest: close by where there is room, else further off on a
 * leader to where the line is now. It stands still whatever moves. */
static void
draw_name (QnPen *pen, const QnAxes *axes, const Ellipse *e, const Moments *rest, const GArray *traces, QnRect corner)
{
  static const double offsets[] = { 0.4, 2, 3.5, 5, 7, 9 };
  QnLabel label = { e->name, QN_SIZE_NOTE * pen->text, FALSE, e->color, 0.9 };
  QnRect within = qn_rect_inset (axes->area, 2, 2);

  for (gsize i = 0; i < G_N_ELEMENTS (offsets); i++)
    for (int turn = 0; turn < 24; turn++)
      {
        double angle = G_PI * (1 + turn * 7) / 12;
        QnSpot at = spot_beside (axes, rest, angle, offsets[i] * pen->text), now = spot_beside (axes, &e->m, angle, 0);
        QnRect box = qn_pen_measure (pen, label.markup, label.size, FALSE, at);

        if (qn_trace_meets (traces, box) || qn_rects_meet (box, corner, 2, 2) || !qn_pen_text (pen, &label, within, at))
          continue;
        if (i == 0 && rest == &e->m)
          return;
        qn_pen_segment (pen, now.x, now.y, at.x, at.y);
        qn_pen_stroke (pen, e->color, QN_DASH_SOLID, 0.6);
        return;
      }
}

/* All but the last, the state's own, from the front to the back; the vacuum is the last but one. */
static void
draw_names (QnPen *pen, const Layout *layout, const GArray *ellipses, QnRect corner)
{
  const guint vacuum_at = ellipses->len - 2;
  Moments rest = vacuum (layout->w0, layout->w0);
  g_autoptr (GArray) traces = traces_of (ellipses, vacuum_at, layout->axes);

  for (guint i = ellipses->len - 1; i > 0; i--)
    {
      const Ellipse *e = &g_array_index (ellipses, Ellipse, i - 1);

      draw_name (pen, layout->axes, e, i - 1 == vacuum_at ? &rest : &e->m, traces, corner);
    }
}

/* --- Words ---------------------------------------------------------------- */

typedef struct
{
  double decibels, ratio, degrees, area; /* against the vacuum of the present frequency */
} Squeezing;

static Squeezing
squeezing_of (const QnReading *reading)
{
  double angle, decibels = qn_oscillator_squeezing (reading->control, reading->state, &angle), nu = qn_oscillator_symplectic (reading->state);

  return (Squeezing) { decibels, 2 * nu * pow (10, decibels / 10), angle * 180 / G_PI, 2 * nu };
}

/* The longest words that have room, `length` 0 to 2; told alike below and above the vacuum's noise. */
static char *
decibels_words (double decibels, int length)
{
  static const char *const below[] = { N_("squeezed: %s dB below the vacuum’s noise"), N_("%s dB below vacuum"), "−%s dB" };
  static const char *const above[] = { N_("not squeezed: %s dB above the vacuum’s noise"), N_("%s dB above vacuum"), "+%s dB" };
  char digits[G_ASCII_DTOSTR_BUF_SIZE];
  const char *words = decibels > 0 ? below[length] : above[length];

  g_ascii_formatd (digits, sizeof digits, "%.1f", fabs (decibels));
  return g_strdup_printf (length < 2 ? _(words) : words, digits);
}

static char *
axes_words (const Squeezing *q)
{
  g_autofree char *ratio = qn_quantity_format_plain (q->ratio, QN_DIMENSION_NONE, FALSE);
  int degrees = (int) lround (q->degrees);

  if (q->ratio < 1.005)
    return g_strdup (_("axes equal"));
  return g_strdup_printf (_("axes 1 : %s, the narrow one at %s%d°"), ratio, degrees < 0 ? "−" : "", abs (degrees));
}

/* The upper left corner: three lines, or one where it is low; room for the widest of each, so that nothing moves. */
typedef struct
{
  QnRect box;
  int lines, length; /* of the first line's words; 3: none fit */
  double size, pitch;
} Corner;

static Corner
corner_of (QnPen *pen, const QnAxes *axes)
{
  Corner c = { .lines = axes->area.height > LINES_FROM * pen->text ? 3 : 1, .size = pen->text };
  g_autofree char *second = g_strdup_printf (_("axes 1 : %s, the narrow one at %s%d°"), "0.0000", "−", 88);
  double w, room = axes->area.width - QN_GAP_RIGHT * pen->text;

  for (; c.length < 3; c.length++)
    {
      g_autofree char *first = decibels_words (-88.8, c.length);

      qn_canvas_measure (pen->canvas, first, c.size, TRUE, &w, &c.pitch);
      if (w <= room)
        break;
    }
  c.pitch += 2; /* what texts keep apart */
  c.box = (QnRect) { axes->area.x + QN_GAP_MARGIN * pen->text, axes->area.y + QN_GAP_NARROW * pen->text, MIN (w, room), c.lines * c.pitch };
  qn_canvas_measure (pen->canvas, second, 0.85 * c.size, FALSE, &w, NULL);
  if (c.lines > 1)
    c.box.width = MAX (c.box.width, MIN (w, room));
  return c;
}

static void
draw_corner (QnFigure *figure, QnPen *pen, const QnAxes *axes, const Corner *corner)
{
  Squeezing q = squeezing_of (&figure->snapshot->now);
  g_autofree char *area = qn_quantity_format_plain (q.area, QN_DIMENSION_NONE, FALSE);
  g_autofree char *first = decibels_words (q.decibels, MIN (corner->length, 2)), *second = axes_words (&q), *third = g_strdup_printf (_("area %s × the vacuum’s"), area);
  const char *lines[] = { first, second, third };

  for (int i = 0; i < corner->lines && corner->length < 3; i++)
    {
      QnLabel label = { lines[i], corner->size * (i == 0 ? 1 : 0.85), i == 0, pen->theme->line[QN_HUE_FOREGROUND], 0.65 };

      qn_pen_text (pen, &label, axes->area, (QnSpot) { corner->box.x, corner->box.y + i * corner->pitch, QN_ALIGN_START, QN_ALIGN_START });
    }
}

static void
draw_unit (QnPen *pen, const Layout *layout)
{
  const QnRect *area = &layout->axes->area;
  g_autofree char *value = qn_label_equals ("<i>ω</i><sub>0</sub>", layout->w0, QN_DIMENSION_ENERGY);
  g_autofree char *full = g_strdup_printf (_("%s, the frequency at the cycle’s start; ħ = <i>m</i> = 1"), value);
  QnLabel label = { NULL, UNIT * pen->text, FALSE, pen->theme->line[QN_HUE_REFERENCE], 0.75 };

  qn_pen_first (pen, label, (const char *const[]) { full, value, NULL }, *area,
                (QnSpot) { area->x + area->width - QN_GAP * pen->text, area->y + area->height - QN_GAP_NARROW * pen->text, QN_ALIGN_END, QN_ALIGN_END });
}

static const char *
not_gaussian (void)
{
  return _("Dephased, the oscillator is not Gaussian: its Wigner function does not follow from the spreads drawn here and is not shown");
}

static const char *
not_oscillator (void)
{
  return _("The Wigner function is that of an oscillator: choose it as the medium");
}

/* --- Layers --------------------------------------------------------------- */

static void
draw_sentence (QnPen *pen)
{
  qn_pen_paragraph (pen, not_oscillator (), QN_SIZE_MESSAGE * pen->text, QN_SIZE_TINY * pen->text, TRUE, pen->theme->line[QN_HUE_REFERENCE], qn_pen_margin (pen, 0.12));
}

static void
draw_static (QnFigure *figure, QnPen *pen)
{
  Layout layout;

  if (!is_oscillator (figure->snapshot))
    {
      draw_sentence (pen);
      return;
    }
  lay_out (figure, pen, &layout);
  qn_frame_draw (&layout.frame, pen);
  if (layout.bar.width > 0)
    {
      double size = QN_SIZE_STROKE * pen->text;

      qn_heat_bar_draw (pen->canvas, pen->theme, &layout.scale, layout.bar, size, pen->line);
      qn_canvas_set_color (pen->canvas, pen->theme->line[QN_HUE_FOREGROUND]);
      qn_canvas_text (pen->canvas, "<i>W</i> (1/ħ)", size, FALSE, (QnSpot) { layout.bar.x, layout.bar.y - 0.5 * size, QN_ALIGN_START, QN_ALIGN_END }, NULL);
    }
  qn_frame_clear (&layout.frame);
}

static void
draw_note (QnPen *pen, const QnAxes *axes)
{
  QnRect within = qn_rect_inset (axes->area, 0.05 * axes->area.width, 2);

  within.y += 0.76 * within.height;
  within.height *= 0.24;
  qn_pen_paragraph (pen, not_gaussian (), QN_SIZE_NAME * pen->text, SMALLEST * pen->text, FALSE, pen->theme->line[QN_HUE_FOREGROUND], within);
}

static void
draw_live (QnFigure *figure, QnPen *pen)
{
  const QnReading *now = &figure->snapshot->now;
  g_autoptr (GArray) ellipses = NULL;
  Layout layout;
  Corner corner;
  Moments m;

  if (!is_oscillator (figure->snapshot))
    return;
  lay_out (figure, pen, &layout);
  m = moments_of (now, layout.w0);
  ellipses = ellipses_of (figure, pen, &layout);
  corner = corner_of (pen, layout.axes);
  if (is_gaussian (now))
    qn_heat_map_draw (layout.axes, pen->canvas, pen->theme, &layout.scale, field, &m);
  qn_pen_clip (pen, layout.axes->area);
  for (guint i = 0; i < ellipses->len; i++)
    {
      const Ellipse *e = &g_array_index (ellipses, Ellipse, i);

      draw_ellipse (pen, layout.axes, &e->m, e->color, e->width, e->dash);
    }
  qn_canvas_restore (pen->canvas);
  if (!is_gaussian (now))
    draw_note (pen, layout.axes);
  draw_corner (figure, pen, layout.axes, &corner);
  draw_unit (pen, &layout);
  draw_names (pen, &layout, ellipses, corner.box);
  qn_frame_clear (&layout.frame);
}

/* --- Data and words ------------------------------------------------------- */

#define GRID 101

static void
csv_row (GString *out, const char *curve, const char *stroke, double x, double p, double W)
{
  qn_csv_row (out, (double[]) { x, p, W }, 3, "%s,%s", curve, stroke);
}

static void
csv_ellipse (GString *out, const char *curve, const char *stroke, const Moments *m)
{
  for (int i = 0; i < ELLIPSE_POINTS; i++)
    {
      double x, p;

      ellipse_point (m, 2 * G_PI * i / ELLIPSE_POINTS, &x, &p);
      csv_row (out, curve, stroke, x, p, NAN);
    }
}

static void
csv_function (QnFigure *figure, GString *out, const Moments *m)
{
  double x[GRID], values[GRID];

  for (int i = 0; i < GRID; i++)
    x[i] = figure->x.shown.max * (2.0 * i / (GRID - 1) - 1);
  for (int k = 0; k < GRID; k++)
    {
      double p = figure->y.shown.max * (2.0 * k / (GRID - 1) - 1);

      field (p, x, GRID, values, (gpointer) m);
      for (int i = 0; i < GRID; i++)
        csv_row (out, "wigner", "", x[i], p, values[i]);
    }
}

/* The function on a grid over what the cycle needs of the plane, then the ellipses point by point. */
static void
csv (QnFigure *figure, GString *out)
{
  const QnSnapshot *s = figure->snapshot;
  double w0 = unit_frequency (s);
  Moments m = moments_of (&s->now, w0), none = vacuum (s->now.control, w0);

  g_string_append (out, "curve,stroke,position x sqrt(w0),momentum p/sqrt(w0),Wigner function W (1/hbar)\n");
  if (!is_oscillator (s))
    return;
  if (is_gaussian (&s->now))
    csv_function (figure, out, &m);
  csv_ellipse (out, "now", s->outcome->machine.stroke[s->now.stroke].id, &m);
  csv_ellipse (out, "vacuum", "", &none);
  for (int k = 0; k < s->outcome->machine.n_strokes; k++)
    {
      const QnReading *end = end_of_stroke (s, k);

      if (end == NULL)
        continue;
      m = moments_of (end, w0);
      csv_ellipse (out, "limit", s->outcome->machine.stroke[k].id, &m);
    }
}

static char *
describe (QnFigure *figure)
{
  const QnReading *now = &figure->snapshot->now;
  Squeezing q;
  g_autofree char *first = NULL, *second = NULL, *area = NULL;

  if (!is_oscillator (figure->snapshot))
    return g_strdup_printf ("%s.", not_oscillator ());
  q = squeezing_of (now);
  first = decibels_words (q.decibels, 0);
  second = axes_words (&q);
  area = qn_plain (q.area, QN_DIMENSION_NONE);
  if (!is_gaussian (now))
    return g_strdup_printf (_("Spreads of position and momentum: %s; %s. %s."), first, second, not_gaussian ());
  return g_strdup_printf (_("Wigner function of the oscillator: %s; %s; its ellipse covers %s times the vacuum’s area."), first, second, area);
}

const QnFigureClass qn_figure_class_wigner = {
  .info = { "wigner", N_("Wigner function"), N_("The oscillator’s state over position and momentum, with the ellipses that show its squeezing"), FALSE },
  .state_size = sizeof (State),
  .update = update,
  QN_FIGURE_DRAWN,
};
