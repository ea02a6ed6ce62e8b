/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "figures/kit/qn-flow-picture.h"

#define STEPS 40
#define OVERLAP 0.6 /* ribbons and heads that touch would else show a seam */

typedef struct
{
  double x, y;
} Point;

double
qn_flow_into (const QnSnapshot *snapshot, QnFlow flow)
{
  const QnLedger *ledger = &snapshot->outcome->ledger;
  double value = flow == QN_FLOW_HOT ? ledger->heat[QN_HOT] : flow == QN_FLOW_COLD ? ledger->heat[QN_COLD]
                 : snapshot->outcome->machine.n_baths > QN_THIRD ? ledger->heat[QN_THIRD] : -ledger->work_output;

  return isfinite (value) ? qn_without_noise (snapshot, value) : 0;
}

QnHue
qn_flow_picture_hue (const QnFlowPicture *picture, QnFlow flow)
{
  static const QnHue hues[QN_N_FLOWS] = { QN_HUE_HOT, QN_HUE_COLD, QN_HUE_WORK };

  return flow == QN_FLOW_WORK && picture->third ? QN_HUE_THIRD : hues[flow];
}

/* The end whose sign differs feeds both others, or is fed by both. */
static int
lone_end (const double *into)
{
  int lone = 0;
  double largest = -1;

  for (int i = 0; i < QN_N_FLOWS; i++)
    if (fabs (into[i]) > largest)
      {
        largest = fabs (into[i]);
        lone = i;
      }
  return lone;
}

void
qn_flow_picture_prepare (QnFlowPicture *picture, QnPen *pen, double scale)
{
  int lone = lone_end (picture->into);
  double least = 1.6 * pen->line, small = 1e-6 * scale;

  memset (picture->lane, 0, sizeof picture->lane);
  memset (picture->amount, 0, sizeof picture->amount);
  picture->per_unit = scale > 0 ? picture->band_max / scale : 0;
  for (int i = 0; i < QN_N_FLOWS; i++)
    {
      double width = fabs (picture->into[i]) * picture->per_unit;

      if (i == lone || !(fabs (picture->into[i]) > small))
        continue;
      width = MIN (MAX (width, least), picture->band_max);
      picture->lane[i][lone] = picture->lane[lone][i] = width;
      picture->amount[i] = width;
      picture->amount[lone] += width;
    }
}

/* --- Geometry of the ribbons ---------------------------------------------- */

static double
head_length (const QnFlowPicture *picture, QnPen *pen, QnFlow flow)
{
  if (picture->into[flow] >= 0 || picture->amount[flow] <= 0)
    return 0;
  return CLAMP (0.55 * picture->amount[flow], 5 * pen->line, 0.3 * fabs (picture->x - picture->left));
}

static double
head_half (const QnFlowPicture *picture, QnPen *pen, QnFlow flow)
{
  return picture->amount[flow] / 2 + CLAMP (0.28 * picture->amount[flow], 2.5 * pen->line, 9 * pen->line);
}

double
qn_flow_picture_reach (const QnFlowPicture *picture, QnPen *pen, QnFlow flow)
{
  if (head_length (picture, pen, flow) > 0)
    return head_half (picture, pen, flow);
  return picture->amount[flow] / 2 + (flow == QN_FLOW_WORK ? 3 * pen->line : 0);
}

/* Heights of the middle of the lane towards `to` in the stem of a reservoir: work above, the other reservoir below. */
static double
lane_y (const QnFlowPicture *picture, QnFlow from, QnFlow to)
{
  double half = picture->amount[from] / 2, width = picture->lane[from][to];

  return to == QN_FLOW_WORK ? picture->y - half + width / 2 : picture->y + half - width / 2;
}

static double
lane_x (const QnFlowPicture *picture, QnFlow to)
{
  double half = picture->amount[QN_FLOW_WORK] / 2, width = picture->lane[QN_FLOW_WORK][to];

  return to == QN_FLOW_HOT ? picture->x - half + width / 2 : picture->x + half - width / 2;
}

static void
through_line (const QnFlowPicture *picture, QnPen *pen, Point *line)
{
  double x0 = picture->left + head_length (picture, pen, QN_FLOW_HOT) - OVERLAP, x1 = picture->right - head_length (picture, pen, QN_FLOW_COLD) + OVERLAP;
  double y0 = lane_y (picture, QN_FLOW_HOT, QN_FLOW_COLD), y1 = lane_y (picture, QN_FLOW_COLD, QN_FLOW_HOT);

  for (int i = 0; i <= STEPS; i++)
    {
      double s = (double) i / STEPS, t = CLAMP ((s - 0.25) / 0.5, 0, 1);

      line[i] = (Point) { x0 + s * (x1 - x0), y0 + (y1 - y0) * t * t * (3 - 2 * t) };
    }
}

/* Straight, a quarter of a circle, straight up. */
static void
bend_line (const QnFlowPicture *picture, QnPen *pen, QnFlow side, Point *line)
{
  double sign = side == QN_FLOW_HOT ? -1 : 1, width = picture->lane[side][QN_FLOW_WORK];
  double y = lane_y (picture, side, QN_FLOW_WORK), x = lane_x (picture, side);
  double end = side == QN_FLOW_HOT ? picture->left + head_length (picture, pen, QN_FLOW_HOT) - OVERLAP : picture->right - head_length (picture, pen, QN_FLOW_COLD) + OVERLAP;
  double top = picture->top + head_length (picture, pen, QN_FLOW_WORK) - OVERLAP;
  double radius = MIN (0.22 * picture->band_max + width / 2, MIN (0.9 * fabs (end - x), 0.9 * (y - top)));
  double cx = x + sign * radius, cy = y - radius;

  radius = MAX (radius, width / 2);
  line[0] = (Point) { end, y };
  for (int i = 0; i <= STEPS - 2; i++)
    {
      double angle = G_PI / 2 * i / (STEPS - 2);

      line[i + 1] = (Point) { cx - sign * radius * sin (angle), cy + radius * cos (angle) };
    }
  line[STEPS] = (Point) { x, top };
}

static void
ribbon_path (QnCanvas *canvas, const Point *line, double width)
{
  Point left[STEPS + 1], right[STEPS + 1];

  for (int i = 0; i <= STEPS; i++)
    {
      Point a = line[MAX (i - 1, 0)], b = line[MIN (i + 1, STEPS)];
      double dx = b.x - a.x, dy = b.y - a.y, norm = MAX (hypot (dx, dy), 1e-9), half = width / 2;

      left[i] = (Point) { line[i].x + half * dy / norm, line[i].y - half * dx / norm };
      right[i] = (Point) { line[i].x - half * dy / norm, line[i].y + half * dx / norm };
    }
  qn_canvas_move_to (canvas, left[0].x, left[0].y);
  for (int i = 1; i <= STEPS; i++)
    qn_canvas_line_to (canvas, left[i].x, left[i].y);
  for (int i = STEPS; i >= 0; i--)
    qn_canvas_line_to (canvas, right[i].x, right[i].y);
  qn_canvas_close (canvas);
}

/* --- Drawing -------------------------------------------------------------- */

/* Opaque, or ribbons that touch would show a seam. */
static QnColor
band_color (const QnPen *pen, QnHue hue)
{
  return qn_color_mix (pen->theme->background, pen->theme->fill[hue], 0.80);
}

static void
draw_ribbon (const QnFlowPicture *picture, QnPen *pen, QnFlow a, QnFlow b)
{
  QnColor from = band_color (pen, qn_flow_picture_hue (picture, a)), to = band_color (pen, qn_flow_picture_hue (picture, b));
  const QnStop stops[] = { { 0, from }, { 0.3, from }, { 0.7, to }, { 1, to } };
  Point line[STEPS + 1];
  double width = picture->lane[a][b];

  if (width <= 0)
    return;
  if (b == QN_FLOW_WORK)
    bend_line (picture, pen, a, line);
  else
    through_line (picture, pen, line);
  ribbon_path (pen->canvas, line, width + OVERLAP);
  qn_canvas_set_linear_gradient (pen->canvas, (double[]) { line[0].x, line[0].y, line[STEPS].x, line[STEPS].y }, stops, 4);
  qn_canvas_fill (pen->canvas);
}

static void
draw_head (const QnFlowPicture *picture, QnPen *pen, QnFlow flow)
{
  double length = head_length (picture, pen, flow), half = head_half (picture, pen, flow);

  if (length <= 0)
    return;
  if (flow == QN_FLOW_WORK)
    {
      qn_canvas_move_to (pen->canvas, picture->x, picture->top);
      qn_canvas_line_to (pen->canvas, picture->x - half, picture->top + length);
      qn_canvas_line_to (pen->canvas, picture->x + half, picture->top + length);
    }
  else
    {
      double sign = flow == QN_FLOW_HOT ? 1 : -1, tip = flow == QN_FLOW_HOT ? picture->left : picture->right;

      qn_canvas_move_to (pen->canvas, tip, picture->y);
      qn_canvas_line_to (pen->canvas, tip + sign * length, picture->y - half);
      qn_canvas_line_to (pen->canvas, tip + sign * length, picture->y + half);
    }
  qn_canvas_close (pen->canvas);
  qn_pen_fill (pen, band_color (pen, qn_flow_picture_hue (picture, flow)));
}

static QnRect
block_rect (const QnFlowPicture *picture, QnFlow flow)
{
  double x = flow == QN_FLOW_HOT ? picture->left - picture->block_width : picture->right;
  double width = MAX (0.3 * (picture->right - picture->left), 1.3 * picture->amount[QN_FLOW_WORK]);

  if (flow == QN_FLOW_WORK)
    return (QnRect) { picture->x - width / 2, picture->top - picture->block_width, width, picture->block_width };
  return (QnRect) { x, picture->y - picture->block_height / 2, picture->block_width, picture->block_height };
}

static void
draw_block (const QnFlowPicture *picture, QnPen *pen, QnFlow flow)
{
  QnRect r = block_rect (picture, flow);

  qn_canvas_rounded_rect (pen->canvas, r.x, r.y, r.width, r.height, MIN (r.width, r.height) * 0.3);
  qn_pen_fill (pen, pen->theme->fill[qn_flow_picture_hue (picture, flow)]);
}

static void
draw_node (const QnFlowPicture *picture, QnPen *pen)
{
  double radius = 0.62 * picture->band_max + 3 * pen->line;

  qn_canvas_arc (pen->canvas, picture->x, picture->y, radius, 0, 2 * G_PI);
  qn_canvas_set_color (pen->canvas, qn_color_alpha (pen->theme->line[QN_HUE_FOREGROUND], 0.07));
  qn_canvas_fill_preserve (pen->canvas);
  qn_pen_stroke (pen, qn_color_alpha (pen->theme->line[QN_HUE_REFERENCE], 0.8), QN_DASH_SOLID, 1);
}

/* Work that goes in comes from a handle at the top. */
static void
draw_handle (const QnFlowPicture *picture, QnPen *pen)
{
  double half = picture->amount[QN_FLOW_WORK] / 2 + 3 * pen->line;

  if (picture->third || picture->into[QN_FLOW_WORK] <= 0 || picture->amount[QN_FLOW_WORK] <= 0)
    return;
  qn_canvas_rounded_rect (pen->canvas, picture->x - half, picture->top - 1.5 * pen->line, 2 * half, 3.4 * pen->line, 1.5 * pen->line);
  qn_pen_fill (pen, pen->theme->fill[QN_HUE_WORK]);
}

/* Nothing flows: the ways are there, empty. */
static void
draw_empty (const QnFlowPicture *picture, QnPen *pen)
{
  qn_pen_segment (pen, picture->left, picture->y, picture->right, picture->y);
  qn_pen_segment (pen, picture->x, picture->y, picture->x, picture->top);
  qn_pen_stroke (pen, qn_color_alpha (pen->theme->line[QN_HUE_REFERENCE], 0.8), QN_DASH_DASHED, 1);
}

void
qn_flow_picture_draw (const QnFlowPicture *picture, QnPen *pen)
{
  gboolean empty = TRUE;

  for (int i = 0; i < QN_N_FLOWS; i++)
    empty &= picture->amount[i] <= 0;
  if (empty)
    draw_empty (picture, pen);
  draw_node (picture, pen);
  draw_ribbon (picture, pen, QN_FLOW_HOT, QN_FLOW_COLD);
  draw_ribbon (picture, pen, QN_FLOW_HOT, QN_FLOW_WORK);
  draw_ribbon (picture, pen, QN_FLOW_COLD, QN_FLOW_WORK);
  for (int i = 0; i < QN_N_FLOWS; i++)
    draw_head (picture, pen, i);
  draw_handle (picture, pen);
  draw_block (picture, pen, QN_FLOW_HOT);
  draw_block (picture, pen, QN_FLOW_COLD);
  if (picture->third)
    draw_block (picture, pen, QN_FLOW_WORK);
}

void
qn_flow_picture_contact (const QnFlowPicture *picture, QnPen *pen, QnFlow flow)
{
  QnRect r = block_rect (picture, flow);
  double out = 3 * pen->line;

  qn_canvas_rounded_rect (pen->canvas, r.x - out, r.y - out, r.width + 2 * out, r.height + 2 * out, MIN (r.width, r.height) * 0.3 + out);
  qn_pen_stroke (pen, pen->theme->line[qn_flow_picture_hue (picture, flow)], QN_DASH_SOLID, 1.8);
}

/* Seen through the glass of the band: fading in and out at the ends of the stem. */
void
qn_flow_picture_beads (const QnFlowPicture *picture, QnPen *pen, QnFlow flow, double phase)
{
  double radius = CLAMP (0.20 * picture->amount[flow], 1.2 * pen->line, 3.2 * pen->line), pitch = 6.5 * radius;
  double node = 0.62 * picture->band_max + 3 * pen->line, head = head_length (picture, pen, flow);
  double reach = flow == QN_FLOW_WORK ? picture->y - picture->top : picture->x - picture->left;
  double from = head + radius, to = reach - node - radius;

  if (picture->amount[flow] < 2.4 * pen->line || to - from < pitch)
    return;
  for (double d = from + pitch * (phase - floor (phase)); d < to; d += pitch)
    {
      double edge = MIN (d - from, to - d) / pitch, x = picture->x, y = picture->y;

      if (flow == QN_FLOW_HOT)
        x = picture->left + d;
      else if (flow == QN_FLOW_COLD)
        x = picture->right - d;
      else
        y = picture->top + d;
      qn_pen_disc (pen, x, y, radius, qn_color_alpha (qn_color_hex (0xffffff), 0.85 * CLAMP (2 * edge, 0, 1)));
    }
}
