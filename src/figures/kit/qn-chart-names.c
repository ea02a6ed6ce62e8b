/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "figures/kit/qn-chart-names.h"

/* In units of the text. */
#define FAR 4 /* from another curve: more is no better */

#define PLACES 28 /* along a curve, that its name is tried at */

typedef struct
{
  double x, y;
  int curve; /* -1: of a limit */
} Trace;

static void
trace_to (GArray *traces, Trace to)
{
  const Trace *last = traces->len ? &g_array_index (traces, Trace, traces->len - 1) : NULL;

  if (last && last->curve == to.curve)
    {
      Trace from = *last;
      int n = (int) (hypot (to.x - from.x, to.y - from.y) / 3);

      if (n == 0)
        return;
      for (int i = 1; i < n; i++)
        {
          Trace between = { from.x + (to.x - from.x) * i / n, from.y + (to.y - from.y) * i / n, to.curve };

          g_array_append_val (traces, between);
        }
    }
  g_array_append_val (traces, to);
}

static void
trace_limit (GArray *traces, const QnChart *chart, const QnAxes *axes, const QnChartLimit *limit)
{
  const QnRect *a = &axes->area;
  double at = limit->vertical ? qn_chart_across (axes, chart, limit->value) : qn_chart_up (axes, chart, limit->value);

  for (double t = limit->vertical ? a->y : a->x; isfinite (at) && t < (limit->vertical ? a->y + a->height : a->x + a->width); t += 3)
    {
      Trace point = { limit->vertical ? at : t, limit->vertical ? t : at, -1 };

      g_array_append_val (traces, point);
    }
}

/* Along the bar of a dot's error. */
static void
trace_error (GArray *traces, const QnChart *chart, const QnAxes *axes, const QnChartCurve *curve, gsize i, Trace at)
{
  double y = qn_chart_cell (curve, i, curve->y), error = curve->error ? qn_chart_cell (curve, i, curve->error) : NAN;
  double top = fmax (qn_chart_up (axes, chart, y + error), axes->area.y), bottom = fmin (qn_chart_up (axes, chart, y - error), axes->area.y + axes->area.height);

  for (at.y = top; isfinite (error) && at.y <= bottom; at.y += 3)
    g_array_append_val (traces, at);
}

/* Points along every line a few units apart, for names to keep clear of. */
GArray *
qn_chart_trace (const QnChart *chart, const QnAxes *axes)
{
  GArray *traces = g_array_new (FALSE, FALSE, sizeof (Trace));

  for (int c = 0; c < chart->n_curves; c++)
    {
      const QnChartCurve *curve = &chart->curve[c];

      for (gsize i = 0; i < curve->n; i++)
        {
          Trace at = { qn_chart_across (axes, chart, qn_chart_cell (curve, i, curve->x)), qn_chart_up (axes, chart, qn_chart_cell (curve, i, curve->y)), c };

          if (!isfinite (at.x) || !isfinite (at.y) || at.x < axes->area.x - 1 || at.x > axes->area.x + axes->area.width + 1)
            continue;
          if (curve->kind == QN_CHART_LINE)
            trace_to (traces, at);
          else
            g_array_append_val (traces, at);
          if (curve->kind == QN_CHART_DOTS)
            trace_error (traces, chart, axes, curve, i, at);
        }
    }
  for (int i = 0; i < chart->n_limits; i++)
    trace_limit (traces, chart, axes, &chart->limit[i]);
  if (axes->y.data.min < 0 && axes->y.data.max > 0)
    trace_limit (traces, chart, axes, &(QnChartLimit) { FALSE, 0 });
  return traces;
}

static gboolean
is_clear (const GArray *traces, const QnPen *pen, QnRect box)
{
  double margin = 2 + 1.2 * pen->line;

  for (guint i = 0; i < traces->len; i++)
    {
      const Trace *t = &g_array_index (traces, Trace, i);

      if (t->x > box.x - margin && t->x < box.x + box.width + margin && t->y > box.y - margin && t->y < box.y + box.height + margin)
        return FALSE;
    }
  return qn_pen_free_at (pen, box);
}

/* From the middle of a box to the nearest point of another curve. */
static double
apart (const GArray *traces, int curve, QnRect box, double most)
{
  double x = box.x + box.width / 2, y = box.y + box.height / 2, best = most;

  for (guint i = 0; i < traces->len; i++)
    {
      const Trace *t = &g_array_index (traces, Trace, i);

      if (t->curve != curve)
        best = MIN (best, hypot (t->x - x, t->y - y));
    }
  return best;
}

/* A box moved sideways into the area. */
static QnRect
pushed_in (QnRect box, const QnRect *area, double edge)
{
  double most = area->x + area->width - edge - box.width;

  box.x = CLAMP (box.x, area->x + edge, MAX (most, area->x + edge));
  return box;
}

/* Of QnPen.places. */
enum
{
  PLACE_OF_CURVE = 0,
  PLACE_OF_POINT = PLACE_OF_CURVE + QN_CHART_CURVES,
  PLACE_OF_LIMIT = PLACE_OF_POINT + QN_CHART_MARKS,
  PLACE_OF_BAND = PLACE_OF_LIMIT + QN_CHART_MARKS,
  N_PLACES = PLACE_OF_BAND + QN_CHART_MARKS,
};
G_STATIC_ASSERT (N_PLACES <= QN_PLACES);

/* Number `turn` of the candidates 0 to n - 1, the last one chosen before all others. */
static int
candidate (const QnPen *pen, int place, int turn)
{
  return turn > 0 ? turn - 1 : pen->places->of[place] > 0 ? pen->places->of[place] - 1 : 0;
}

static void
remember (QnPen *pen, int place, int chosen)
{
  pen->places->of[place] = (guint16) (chosen + 1);
}

static double
gap_of (const QnPen *pen, int i)
{
  return (0.45 + 0.65 * (i / 2 % 3)) * pen->text;
}

/* Candidate i of the n points from `first` on. FALSE: not clear of everything. */
static gboolean
name_fits (const char *name, QnPen *pen, const QnAxes *axes, const GArray *traces, guint first, guint n, int i, QnRect *box)
{
  const Trace *at = &g_array_index (traces, Trace, first + (guint) ((n - 1) * (0.5 + i / 6) / PLACES));
  gboolean below = i & 1;
  QnSpot spot = { at->x, at->y + (below ? gap_of (pen, i) : -gap_of (pen, i)), QN_ALIGN_CENTER, below ? QN_ALIGN_START : QN_ALIGN_END };

  *box = pushed_in (qn_pen_measure (pen, name, pen->text, FALSE, spot), &axes->area, QN_GAP_NARROW * pen->text);
  return qn_rect_within (*box, axes->area) && is_clear (traces, pen, *box);
}

/* Where the name of curve c stands: where it stood; else clear of everything, near its own and far from the others. FALSE: nowhere. */
static gboolean
place_name (const QnChart *chart, QnPen *pen, const QnAxes *axes, const GArray *traces, int c, QnRect *place)
{
  double best = -INFINITY;
  guint first = 0, n = 0;
  int last = pen->places->of[PLACE_OF_CURVE + c];

  for (guint i = 0; i < traces->len; i++)
    if (g_array_index (traces, Trace, i).curve == c && n++ == 0)
      first = i;
  if (n > 0 && last > 0 && name_fits (chart->curve[c].name, pen, axes, traces, first, n, last - 1, place))
    return TRUE;
  for (int i = 0; i < 6 * PLACES && n > 0; i++)
    {
      QnRect box;
      double score;

      if (!name_fits (chart->curve[c].name, pen, axes, traces, first, n, i, &box))
        continue;
      score = apart (traces, c, box, FAR * pen->text) / pen->text - gap_of (pen, i) / pen->text;
      if (score <= best)
        continue;
      best = score;
      *place = box;
      remember (pen, PLACE_OF_CURVE + c, i);
    }
  return best > -INFINITY;
}

/* As near to its disc as it is clear of everything; nowhere: a place of no height. */
static QnRect
place_point (const QnChart *chart, QnPen *pen, const QnAxes *axes, const GArray *traces, int index)
{
  const QnChartPoint *point = &chart->point[index];
  static const double side[6][2] = { { 1, -1 }, { -1, -1 }, { 1, 1 }, { -1, 1 }, { 0, -1 }, { 0, 1 } };
  double x = qn_chart_across (axes, chart, point->x), y = qn_chart_up (axes, chart, point->y);

  for (int turn = 0; turn < 49 && point->name != NULL && isfinite (x) && isfinite (y); turn++)
    {
      int i = candidate (pen, PLACE_OF_POINT + index, turn);
      double away = 3.2 * pen->line + (0.1 + 0.45 * (i / 6)) * pen->text;
      QnRect box = qn_pen_measure (pen, point->name, pen->text, FALSE, qn_spot_towards (x, y, side[i % 6], away));

      if (!qn_rect_within (box, axes->area) || !is_clear (traces, pen, box))
        continue;
      remember (pen, PLACE_OF_POINT + index, i);
      return box;
    }
  return (QnRect) { 0 };
}

static void
place_points (const QnChart *chart, QnPen *pen, const QnAxes *axes, const GArray *traces, QnRect *places)
{
  for (int i = 0; i < chart->n_points; i++)
    {
      double x = qn_chart_across (axes, chart, chart->point[i].x), y = qn_chart_up (axes, chart, chart->point[i].y), r = 3.2 * pen->line;

      if (isfinite (x) && isfinite (y))
        qn_pen_take (pen, (QnRect) { x - r, y - r, 2 * r, 2 * r });
    }
  for (int i = 0; i < chart->n_points; i++)
    {
      places[i] = place_point (chart, pen, axes, traces, i);
      if (places[i].height > 0)
        qn_pen_take (pen, places[i]);
    }
}

gboolean
qn_chart_place_names (const QnChart *chart, QnPen *pen, const QnAxes *axes, const GArray *traces, gboolean curves, QnChartPlaces *places)
{
  guint taken = pen->boxes->len;

  place_points (chart, pen, axes, traces, places->point);
  for (int c = 0; c < chart->n_curves && curves; c++)
    {
      if (chart->curve[c].name == NULL)
        continue;
      if (!place_name (chart, pen, axes, traces, c, &places->curve[c]))
        {
          g_array_set_size (pen->boxes, taken);
          return FALSE;
        }
      qn_pen_take (pen, places->curve[c]);
    }
  return TRUE;
}

static void
draw_name (QnPen *pen, const char *markup, QnColor color, QnRect box)
{
  qn_canvas_set_color (pen->canvas, color);
  qn_canvas_text (pen->canvas, markup, pen->text, FALSE, (QnSpot) { box.x, box.y, QN_ALIGN_START, QN_ALIGN_START }, NULL);
}

/* The first clear place of those that x and y with their alignments make; FALSE: none of them is. */
static gboolean
name_at (QnPen *pen, const QnAxes *axes, const GArray *traces, const char *markup, QnColor color, QnSpot at)
{
  QnRect box = qn_pen_measure (pen, markup, pen->text, FALSE, at);

  if (!qn_rect_within (box, axes->area) || !is_clear (traces, pen, box))
    return FALSE;
  qn_pen_take (pen, box);
  draw_name (pen, markup, color, (QnRect) { box.x, box.y + (at.vertical == QN_ALIGN_CENTER ? QN_SLACK * pen->text : 0), box.width, box.height });
  return TRUE;
}

/* On its line, from the far end inwards, to either side of it. */
static void
name_limit (const QnChart *chart, QnPen *pen, const QnAxes *axes, const GArray *traces, int index)
{
  const QnChartLimit *limit = &chart->limit[index];
  const QnRect *a = &axes->area;
  double at = limit->vertical ? qn_chart_across (axes, chart, limit->value) : qn_chart_up (axes, chart, limit->value), gap = 2.2 + 1.4 * pen->line;

  for (int turn = 0; turn < 25 && limit->name != NULL && isfinite (at); turn++)
    {
      int i = candidate (pen, PLACE_OF_LIMIT + index, turn);
      double t = (i / 2) / 11.0;
      gboolean other = i & 1;
      QnSpot upright = { at + (other ? -gap : gap), a->y + (0.04 + 0.9 * t) * a->height, other ? QN_ALIGN_END : QN_ALIGN_START, QN_ALIGN_CENTER };
      QnSpot across = { a->x + (0.99 - 0.98 * t) * a->width, at + (other ? gap : -gap), QN_ALIGN_CENTER, other ? QN_ALIGN_START : QN_ALIGN_END };

      if (t < 0.4 || t > 0.6)
        across.horizontal = t < 0.4 ? QN_ALIGN_END : QN_ALIGN_START;
      if (!name_at (pen, axes, traces, limit->name, pen->theme->line[limit->hue], limit->vertical ? upright : across))
        continue;
      remember (pen, PLACE_OF_LIMIT + index, i);
      return;
    }
}

static void
name_band (const QnChart *chart, QnPen *pen, const QnAxes *axes, const GArray *traces, int index)
{
  const QnChartBand *band = &chart->band[index];
  QnRect r = qn_chart_band_rect (axes, chart, band);
  QnColor color = pen->theme->line[band->hue == QN_HUE_REFERENCE ? QN_HUE_FOREGROUND : band->hue];

  for (int turn = 0; turn < 31 && band->name != NULL; turn++)
    {
      int i = candidate (pen, PLACE_OF_BAND + index, turn);
      int side = (i + 1) % 3;
      double x = r.x + 0.5 * side * r.width + (1 - side) * QN_GAP_NEAR * pen->text, y = r.y + (0.03 + 0.94 * (i / 3) / 9.0) * r.height;
      QnRect box = qn_pen_measure (pen, band->name, pen->text, FALSE, (QnSpot) { x, y, (QnAlign) side, QN_ALIGN_CENTER });

      if (box.width > r.width - 2 || box.y < r.y || box.y + box.height > r.y + r.height)
        continue;
      if (!name_at (pen, axes, traces, band->name, color, (QnSpot) { x, y, (QnAlign) side, QN_ALIGN_CENTER }))
        continue;
      remember (pen, PLACE_OF_BAND + index, i);
      return;
    }
}

void
qn_chart_draw_names (const QnChart *chart, QnPen *pen, const QnAxes *axes, const GArray *traces, gboolean curves, const QnChartPlaces *places)
{
  for (int c = 0; c < chart->n_curves && curves; c++)
    if (chart->curve[c].name != NULL)
      draw_name (pen, chart->curve[c].name, pen->theme->line[chart->curve[c].hue], places->curve[c]);
  for (int i = 0; i < chart->n_points; i++)
    if (places->point[i].height > 0)
      draw_name (pen, chart->point[i].name, pen->theme->line[chart->point[i].hue], places->point[i]);
  for (int i = 0; i < chart->n_limits; i++)
    name_limit (chart, pen, axes, traces, i);
  for (int i = 0; i < chart->n_bands; i++)
    name_band (chart, pen, axes, traces, i);
}
