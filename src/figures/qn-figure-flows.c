/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "figures/kit/qn-flow-picture.h"

/* Where the energy of one limit cycle comes from and goes to. Beads run through
 * the bands as the energy runs in the machine: only in the strokes that carry it. */

/* In units of the text. */
#define RISE 0.1 /* of the work above the stem's end */
#define MARGIN 0.7 /* at the sides */
#define WORDS_FROM 21 /* width from which numbers have words */
#define KEY 0.9 /* the thickest band of the key */
#define LEAST_TITLE 0.75 /* size of the mode's name */

#define LEAST_FILL 0.12 /* of the scale: a setting whose bands are all thinner has a scale of its own */

/* One scale for all that one lab shows: a slider does not change it, nor does the next preset, while the bands have room and
 * can be seen. Back to the start state, asked for, fits it anew. */
typedef struct
{
  double scale;              /* the energy of the widest band there is room for */
  QnExperiment experiment;   /* of the last snapshot */
} State;

static gboolean
has_third (const QnSnapshot *s)
{
  return s->outcome->machine.n_baths > QN_THIRD;
}

static int
bath_of (QnFlow flow)
{
  return flow == QN_FLOW_HOT ? QN_HOT : flow == QN_FLOW_COLD ? QN_COLD : QN_THIRD;
}

/* A machine without cycles: what flows per time. */
static double
per (const QnSnapshot *s)
{
  return qn_machine_is_continuous (&s->outcome->machine) ? 1 / qn_machine_period (&s->outcome->machine) : 1;
}

static QnDimension
dimension (const QnSnapshot *s)
{
  return qn_machine_is_continuous (&s->outcome->machine) ? QN_DIMENSION_POWER : QN_DIMENSION_ENERGY;
}

static double
into (const QnSnapshot *s, QnFlow flow)
{
  return qn_flow_into (s, flow) * per (s);
}

/* The next of 1, 1.5, 2, 3, 5, 7 and 10. */
static double
round_up (double value)
{
  static const double steps[] = { 1, 1.5, 2, 3, 5, 7, 10 };
  double unit = pow (10, floor (log10 (value)));
  gsize i = 0;

  while (steps[i] * unit < value && i + 1 < G_N_ELEMENTS (steps))
    i++;
  return steps[i] * unit;
}

static gboolean
update (QnFigure *figure, double seconds, gboolean held, gboolean changed)
{
  State *state = figure->state;
  const QnExperiment *experiment = &figure->snapshot->experiment;
  gboolean begins = isinf (seconds), again = begins && state->experiment.lab != NULL && qn_experiment_equal (experiment, &state->experiment);
  gboolean anew = again || experiment->lab != state->experiment.lab;
  double largest = 0, before = state->scale;

  for (int i = 0; i < QN_N_FLOWS; i++)
    largest = MAX (largest, fabs (into (figure->snapshot, i)));
  state->experiment = *experiment;
  if (largest > 0 && (anew || largest > state->scale || (begins && largest < LEAST_FILL * state->scale)))
    state->scale = round_up (largest);
  return state->scale != before;
}

/* --- Layout --------------------------------------------------------------- */

typedef struct
{
  QnFlowPicture picture;
  double margin, line_height;
  double numbers;      /* top of the numbers below the reservoirs */
  gboolean words;      /* a second line says what the number is */
  QnRect whole;
} Layout;

static void
lay_out (QnFigure *figure, QnPen *pen, Layout *layout)
{
  const State *state = figure->state;
  QnFlowPicture *p = &layout->picture;
  double w, top, bottom, scale = state->scale;

  layout->whole = qn_pen_whole (pen);
  qn_canvas_measure (pen->canvas, "0", pen->text, FALSE, &w, &layout->line_height);
  layout->margin = MAX (MARGIN * pen->text, 0.025 * pen->width);
  layout->words = pen->height > 15 * layout->line_height && pen->width > WORDS_FROM * pen->text;
  bottom = pen->height - QN_GAP_NEAR * pen->text - 1.6 * layout->line_height;                 /* the mode's name */
  bottom -= (layout->words ? 2.35 : 1.35) * layout->line_height + QN_GAP_MARGIN * pen->text;     /* the numbers */
  layout->numbers = bottom + QN_GAP_MARGIN * pen->text;
  top = MAX (0.27 * pen->height, QN_GAP * pen->text + 2.85 * layout->line_height);
  p->block_width = MAX (0.055 * pen->width, 9);
  p->block_height = MAX (bottom - top, 20);
  p->left = layout->margin + p->block_width;
  p->right = pen->width - p->left;
  p->x = pen->width / 2;
  p->y = top + p->block_height / 2;
  p->third = has_third (figure->snapshot);
  p->top = QN_GAP * pen->text + (p->third ? p->block_width : 0);
  p->band_max = MIN (0.62 * p->block_height, 0.2 * (p->right - p->left));
  for (int i = 0; i < QN_N_FLOWS; i++)
    p->into[i] = into (figure->snapshot, i);
  qn_flow_picture_prepare (p, pen, scale);
}

/* --- Words ---------------------------------------------------------------- */

static const char *
flow_words (const QnSnapshot *s, QnFlow flow, double value)
{
  if (flow == QN_FLOW_WORK && !has_third (s))
    return value > 0 ? _("work in") : value < 0 ? _("work out") : _("no work");
  return value > 0 ? _("heat in") : value < 0 ? _("heat out") : _("no heat");
}

/* Number and what it is, under a reservoir. */
static void
draw_heat (const QnSnapshot *s, QnPen *pen, const Layout *layout, QnFlow flow)
{
  double value = layout->picture.into[flow], x = flow == QN_FLOW_HOT ? layout->margin : pen->width - layout->margin;
  QnAlign align = flow == QN_FLOW_HOT ? QN_ALIGN_START : QN_ALIGN_END;
  g_autofree char *number = qn_quantity_format (fabs (value), dimension (s), TRUE);
  QnColor color = pen->theme->line[flow == QN_FLOW_HOT ? QN_HUE_HOT : QN_HUE_COLD];
  QnLabel label = { number, QN_SIZE_NUMBER * pen->text, TRUE, color, 0 }, words = { flow_words (s, flow, value), QN_SIZE_SIDE * pen->text, FALSE, color, 0 };

  if (value == 0)
    {
      words.size = pen->text;
      qn_pen_text (pen, &words, layout->whole, (QnSpot) { x, layout->numbers, align, QN_ALIGN_START });
      return;
    }
  qn_pen_text (pen, &label, layout->whole, (QnSpot) { x, layout->numbers, align, QN_ALIGN_START });
  if (layout->words)
    qn_pen_text (pen, &words, layout->whole, (QnSpot) { x, layout->numbers + 1.3 * layout->line_height + 1.5, align, QN_ALIGN_START });
}

static void
draw_reservoir_name (QnFigure *figure, QnPen *pen, const Layout *layout, QnFlow flow)
{
  const QnSnapshot *s = figure->snapshot;
  int bath = bath_of (flow);
  g_autofree char *value = qn_temperature_label (s, bath);
  g_autofree char *full = g_strdup_printf ("%s  %s", qn_lab_bath_name (s->experiment.lab, bath), value);
  const char *texts[] = { full, value, qn_lab_bath_name (s->experiment.lab, bath) };
  double x = flow == QN_FLOW_HOT ? layout->margin : pen->width - layout->margin;
  double y = layout->picture.y - layout->picture.block_height / 2 - QN_GAP_MARGIN * pen->text;
  double room = pen->width / 2 - layout->margin - qn_flow_picture_reach (&layout->picture, pen, QN_FLOW_WORK) - QN_GAP * pen->text;

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      QnLabel label = { texts[i], pen->text, FALSE, pen->theme->line[qn_bath_hue (bath)], 0 };
      QnAlign align = flow == QN_FLOW_HOT ? QN_ALIGN_START : QN_ALIGN_END;

      if (qn_pen_measure (pen, texts[i], label.size, FALSE, (QnSpot) { x, y, align, QN_ALIGN_END }).width <= room
          && qn_pen_text (pen, &label, layout->whole, (QnSpot) { x, y, align, QN_ALIGN_END }))
        return;
    }
}

/* Left of the block at the top. */
static void
draw_third_name (const QnSnapshot *s, QnPen *pen, const Layout *layout)
{
  const QnFlowPicture *p = &layout->picture;
  g_autofree char *value = qn_temperature_label (s, QN_THIRD);
  g_autofree char *full = g_strdup_printf ("%s  %s", qn_lab_bath_name (s->experiment.lab, QN_THIRD), value);
  const char *texts[] = { full, value, NULL };
  QnLabel label = { NULL, pen->text, FALSE, pen->theme->line[qn_bath_hue (QN_THIRD)], 0 };
  double x = p->x - MAX (0.15 * (p->right - p->left), 0.65 * p->amount[QN_FLOW_WORK]) - 5 * pen->line - QN_GAP_MARGIN * pen->text, y = p->top - p->block_width;

  qn_pen_first (pen, label, texts, layout->whole, (QnSpot) { x, y, QN_ALIGN_END, QN_ALIGN_START });
}

/* Beside the stem (or the third reservoir) at the top: number, then words in the same line or the next. */
static void
draw_work (const QnSnapshot *s, QnPen *pen, const Layout *layout)
{
  const QnFlowPicture *p = &layout->picture;
  double reach = MAX (qn_flow_picture_reach (p, pen, QN_FLOW_WORK), p->third ? MAX (0.15 * (p->right - p->left), 0.65 * p->amount[QN_FLOW_WORK]) + 5 * pen->line : 0);
  double value = p->into[QN_FLOW_WORK], x = p->x + reach + QN_GAP_MARGIN * pen->text;
  double y = p->third ? p->top - p->block_width : p->top - RISE * pen->text;
  g_autofree char *number = qn_quantity_format (fabs (value), dimension (s), TRUE);
  g_autofree char *both = g_strdup_printf ("<b>%s</b>  <span size=\"75%%\">%s</span>", number, flow_words (s, QN_FLOW_WORK, value));
  QnColor color = pen->theme->line[value == 0 ? QN_HUE_REFERENCE : qn_flow_picture_hue (p, QN_FLOW_WORK)];
  QnLabel label = { value == 0 ? flow_words (s, QN_FLOW_WORK, 0) : both, pen->text * (value == 0 ? 1 : 1.25), FALSE, color, 0 };

  if (qn_pen_text (pen, &label, layout->whole, (QnSpot) { x, y, QN_ALIGN_START, QN_ALIGN_START }))
    return;
  label = (QnLabel) { number, QN_SIZE_NUMBER * pen->text, TRUE, color, 0 };
  if (!qn_pen_text (pen, &label, layout->whole, (QnSpot) { x, y, QN_ALIGN_START, QN_ALIGN_START }))
    qn_pen_text (pen, &label, layout->whole, (QnSpot) { 2 * p->x - x, y, QN_ALIGN_END, QN_ALIGN_START });
}

static void
draw_mode (QnFigure *figure, QnPen *pen, const Layout *layout)
{
  const QnSnapshot *s = figure->snapshot;
  QnLabel label = { qn_mode_name (s->outcome->results.mode), QN_SIZE_TITLE * pen->text, TRUE, pen->theme->line[QN_HUE_FOREGROUND], 0 };

  for (; label.size > LEAST_TITLE * pen->text; label.size *= 0.9)
    if (qn_pen_text (pen, &label, layout->whole, (QnSpot) { pen->width / 2, pen->height - QN_GAP_NEAR * pen->text, QN_ALIGN_CENTER, QN_ALIGN_END }))
      return;
}

static void
draw_medium_name (QnFigure *figure, QnPen *pen, const Layout *layout)
{
  const QnFlowPicture *p = &layout->picture;
  QnLabel label = { _(figure->snapshot->outcome->machine.medium.klass->name), QN_SIZE_NAME * pen->text, FALSE, pen->theme->line[QN_HUE_REFERENCE], 0 };
  double y = p->y + 0.62 * p->band_max + 3 * pen->line + QN_GAP_PAD * pen->text;

  qn_pen_text (pen, &label, layout->whole, (QnSpot) { p->x, y, QN_ALIGN_CENTER, QN_ALIGN_START });
}

/* A band of a round amount, with the amount beside it. */
static void
draw_key (const QnSnapshot *s, QnPen *pen, const Layout *layout)
{
  const QnFlowPicture *p = &layout->picture;
  double most = p->per_unit > 0 ? KEY * pen->text / p->per_unit : 0, unit = most > 0 ? pow (10, floor (log10 (most))) : 0;
  double amount = (5 * unit <= most ? 5 : 2 * unit <= most ? 2 : 1) * unit, thick = amount * p->per_unit, length = 1.6 * pen->text;
  g_autofree char *number = qn_format_markup (amount, 1);
  g_autofree char *text = g_strdup_printf ("%s %s", number, qn_dimension_unit (dimension (s)));
  double y = pen->height - QN_GAP_NEAR * pen->text - 0.7 * layout->line_height;
  QnLabel label = { text, QN_SIZE_NOTE * pen->text, FALSE, pen->theme->line[QN_HUE_REFERENCE], 0 };

  if (!(amount > 0) || !qn_pen_text (pen, &label, layout->whole, (QnSpot) { layout->margin + length + QN_GAP_NEAR * pen->text, y, QN_ALIGN_START, QN_ALIGN_CENTER }))
    return;
  qn_pen_fill_rect (pen, (QnRect) { layout->margin, y - thick / 2, length, thick }, pen->theme->line[QN_HUE_REFERENCE]);
}

/* --- Layers --------------------------------------------------------------- */

static void
draw_static (QnFigure *figure, QnPen *pen)
{
  Layout layout;

  lay_out (figure, pen, &layout);
  qn_flow_picture_draw (&layout.picture, pen);
  draw_mode (figure, pen, &layout);
  draw_key (figure->snapshot, pen, &layout);
  draw_heat (figure->snapshot, pen, &layout, QN_FLOW_HOT);
  draw_heat (figure->snapshot, pen, &layout, QN_FLOW_COLD);
  if (layout.picture.third)
    draw_third_name (figure->snapshot, pen, &layout);
  draw_work (figure->snapshot, pen, &layout);
  draw_reservoir_name (figure, pen, &layout, QN_FLOW_HOT);
  draw_reservoir_name (figure, pen, &layout, QN_FLOW_COLD);
  draw_medium_name (figure, pen, &layout);
}

/* Spacings the beads have moved: three a cycle for the largest flow; rounded to
 * whole ones over a cycle, so that nothing jumps when the next begins. */
static double
bead_phase (const QnSnapshot *s, const QnFlowPicture *picture, QnFlow flow)
{
  double largest = 0, so_far, whole;

  for (int i = 0; i < QN_N_FLOWS; i++)
    largest = MAX (largest, fabs (picture->into[i]));
  if (largest <= 0)
    return 0;
  so_far = flow == QN_FLOW_WORK && !picture->third ? -s->now.work_output : s->now.heat[bath_of (flow)];
  so_far *= 3 * per (s) / largest;
  whole = 3 * picture->into[flow] / largest;
  return so_far + (round (whole) - whole) * s->position;
}

static void
draw_live (QnFigure *figure, QnPen *pen)
{
  const QnSnapshot *s = figure->snapshot;
  guint baths = s->outcome->machine.stroke[CLAMP (s->now.stroke, 0, QN_MAX_STROKES - 1)].baths;
  Layout layout;

  if (!(s->now.time > 0))
    return;
  lay_out (figure, pen, &layout);
  for (int i = 0; i < QN_N_FLOWS; i++)
    qn_flow_picture_beads (&layout.picture, pen, i, bead_phase (s, &layout.picture, i));
  if (baths & (1u << QN_HOT))
    qn_flow_picture_contact (&layout.picture, pen, QN_FLOW_HOT);
  if (baths & (1u << QN_COLD))
    qn_flow_picture_contact (&layout.picture, pen, QN_FLOW_COLD);
  if (baths & (1u << QN_THIRD))
    qn_flow_picture_contact (&layout.picture, pen, QN_FLOW_WORK);
}

static void
csv (QnFigure *figure, GString *out)
{
  const QnSnapshot *s = figure->snapshot;
  const char *names[] = { "heat from the hot reservoir", "heat from the cold reservoir", has_third (s) ? "heat from the work reservoir" : "work output" };

  qn_csv_heads (out, "flow", QN_DIMENSION_NONE, qn_machine_is_continuous (&s->outcome->machine) ? "energy per time" : "energy per cycle", dimension (s), NULL);
  for (int i = 0; i < QN_N_FLOWS; i++)
    {
      double energy = per (s) * (i == QN_FLOW_WORK && !has_third (s) ? s->outcome->ledger.work_output : s->outcome->ledger.heat[bath_of (i)]);

      qn_csv_row (out, &energy, 1, "%s", names[i]);
    }
}

static char *
describe (QnFigure *figure)
{
  const QnSnapshot *s = figure->snapshot;
  const char *format = qn_machine_is_continuous (&s->outcome->machine) ? _("%s. Per time: hot reservoir, %s %s; cold reservoir, %s %s; %s %s.")
                                                                       : _("%s. Per cycle: hot reservoir, %s %s; cold reservoir, %s %s; %s %s.");
  g_autofree char *hot = qn_plain (fabs (into (s, QN_FLOW_HOT)), dimension (s));
  g_autofree char *cold = qn_plain (fabs (into (s, QN_FLOW_COLD)), dimension (s));
  g_autofree char *work = qn_plain (fabs (into (s, QN_FLOW_WORK)), dimension (s));
  const char *words = flow_words (s, QN_FLOW_WORK, into (s, QN_FLOW_WORK));
  g_autofree char *top = has_third (s) ? g_strdup_printf (_("work reservoir, %s"), words) : g_strdup (words);

  return g_strdup_printf (format, qn_mode_name (s->outcome->results.mode), flow_words (s, QN_FLOW_HOT, into (s, QN_FLOW_HOT)), hot,
                          flow_words (s, QN_FLOW_COLD, into (s, QN_FLOW_COLD)), cold, top, work);
}

const QnFigureClass qn_figure_class_flows = {
  .info = { "flows", N_("Energy flows"), N_("Heat and work as bands between the reservoirs, the medium and the outside"), FALSE },
  .state_size = sizeof (State),
  .update = update,
  QN_FIGURE_DRAWN,
};
