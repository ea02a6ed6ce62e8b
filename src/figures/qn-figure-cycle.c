/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "figures/kit/qn-loop-names.h"

/* The quantum indicator diagram: conjugate force F = -dW_in/dw against the
 * control w. Since dW_out = F dw, the loop's clockwise area is the work output
 * of a cycle, as in the P-V diagram of a steam engine. */

/* In units of the text. */
#define CORNER 1.05 /* size of the work in a corner */

static double
read_control (const QnReading *reading)
{
  return reading->control;
}

static double
read_force (const QnReading *reading)
{
  return reading->force;
}

static const QnPlane plane = {
  .x = read_control,
  .y = read_force,
  .x_title = { N_("Level spacing"), "<i>ω</i>", QN_DIMENSION_ENERGY, "level spacing w" },
  .y_title = { N_("Conjugate force"), "<i>F</i>", QN_DIMENSION_NONE, "conjugate force F" },
};

static gboolean
update (QnFigure *figure, double seconds, gboolean held, gboolean changed)
{
  const QnSnapshot *s = figure->snapshot;
  QnRange x = QN_RANGE_EMPTY, y = QN_RANGE_EMPTY;

  qn_loop_ranges (s, &plane, &x, &y);
  return qn_figure_follow (figure, qn_range_padded (x, 0.10, 0.05 * fabs (x.max)), qn_range_padded (y, 0.10, 1e-3), seconds);
}

/* The work inside the loop; where it does not fit, in the freest corner of the frame. */
static void
draw_work (QnFigure *figure, QnPen *pen, const QnAxes *axes, const GArray *trace, const GArray *reference)
{
  const QnSnapshot *s = figure->snapshot;
  static const QnSpot corners[] = {
    { 1, 0, QN_ALIGN_END, QN_ALIGN_START }, { 0, 0, QN_ALIGN_START, QN_ALIGN_START },
    { 1, 1, QN_ALIGN_END, QN_ALIGN_END },   { 0, 1, QN_ALIGN_START, QN_ALIGN_END },
    { 0.5, 0, QN_ALIGN_CENTER, QN_ALIGN_START }, { 0.5, 1, QN_ALIGN_CENTER, QN_ALIGN_END },
  };
  double work = qn_without_noise (s, s->outcome->ledger.work_output);
  g_autofree char *text = qn_label_equals (qn_result_symbol (s->experiment.lab, "work_output", "<i>W</i>"), work, QN_DIMENSION_ENERGY);
  QnLabel label = { text, 0, TRUE, pen->theme->line[work > 0 ? QN_HUE_WORK : QN_HUE_REFERENCE], work > 0 ? 0 : 0.75 };
  QnRect within = qn_rect_inset (axes->area, QN_GAP * pen->text, QN_GAP_NEAR * pen->text);

  if (qn_loop_draw_inside (pen, axes, trace, reference, &label))
    return;
  label.size = CORNER * pen->text;
  label.halo = 0.8;
  for (int pass = 0; pass < 3; pass++)
    for (gsize i = 0; i < G_N_ELEMENTS (corners); i++)
      {
        QnSpot spot = { within.x + corners[i].x * within.width, within.y + corners[i].y * within.height, corners[i].horizontal, corners[i].vertical };

        if (qn_trace_text (pen, &label, axes->area, spot, pass < 2 ? trace : NULL, pass < 1 ? reference : NULL))
          return;
      }
}

static void
draw_static (QnFigure *figure, QnPen *pen)
{
  const QnSnapshot *s = figure->snapshot;
  g_auto (QnFrame) frame = qn_loop_frame (figure, pen, &plane);
  const QnAxes *axes = frame.axes;
  g_autoptr (GArray) trace = qn_loop_trace (axes, s->solution->limit, &plane);
  g_autoptr (GArray) reference = s->solution->reference != NULL ? qn_loop_trace (axes, s->solution->reference, &plane) : NULL;
  double halo = s->outcome->ledger.work_output < 0 ? 0.75 : 0; /* names on a hatched ground */

  qn_frame_draw (&frame, pen);
  qn_loop_fill (pen, axes, trace);
  qn_loop_draw_reference (pen, axes, reference);
  qn_loop_draw_strokes (pen, axes, trace, &s->outcome->machine);
  draw_work (figure, pen, axes, trace, reference);
  qn_loop_draw_names (pen, axes, trace, reference, &s->outcome->machine, halo);
  qn_loop_draw_name_of (pen, axes, reference, trace, _("quasi-static"), pen->theme->line[QN_HUE_REFERENCE], halo);
}

static void
draw_live (QnFigure *figure, QnPen *pen)
{
  qn_loop_draw_live (figure, pen, &plane);
}

static void
csv (QnFigure *figure, GString *out)
{
  qn_loop_csv (out, figure->snapshot, &plane);
}

static char *
describe (QnFigure *figure)
{
  const QnSnapshot *s = figure->snapshot;
  double given = qn_without_noise (s, s->outcome->ledger.work_output);
  g_autofree char *work = qn_plain (fabs (given), QN_DIMENSION_ENERGY);
  g_autofree char *control = qn_plain (s->now.control, QN_DIMENSION_ENERGY);
  g_autofree char *force = qn_plain (s->now.force, QN_DIMENSION_NONE);

  return g_strdup_printf (given > 0 ? _("Work diagram: the loop is run through clockwise and gives %s of work per cycle. Now at level spacing %s, force %s.")
                                    : _("Work diagram: the loop takes in %s of work per cycle. Now at level spacing %s, force %s."),
                          work, control, force);
}

const QnFigureClass qn_figure_class_cycle = {
  .info = { "cycle", N_("Work diagram"), N_("Conjugate force against level spacing; the enclosed area is the work of one cycle"), FALSE },
  .update = update,
  QN_FIGURE_DRAWN,
};
