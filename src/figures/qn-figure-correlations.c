/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "figures/kit/qn-time-plot.h"

/* What is quantum about the state over the time of one cycle: entanglement and mutual information of two parts, and
 * coherence between energy levels in two measures. Only what the medium has and what is not always nothing. */

/* In units of the text. */
#define ROOM 0.7 /* above and below a name that stands apart */
#define NOTE 1.7 /* height of the note */
#define APART_FROM 26 /* height from which there are two panels */

enum
{
  CONCURRENCE,
  INFORMATION,
  L1,
  RELATIVE,
  N_MEASURES,
};

G_STATIC_ASSERT (N_MEASURES <= QN_TIME_CURVES);

#define LEAST 1e-9 /* a measure below this is rounding */

#define CORRELATIONS (1u << CONCURRENCE | 1u << INFORMATION)
#define COHERENCES (1u << L1 | 1u << RELATIVE)
#define MAX_PANELS 2

typedef struct
{
  guint mask;        /* of the measures in it */
  QnStableRange y;
  QnRange seen;      /* in this scene */
  QnKeptAxes kept;
} Panel;

typedef struct
{
  guint shown;       /* mask of the measures that are drawn */
  double peak[N_MEASURES]; /* in the limit cycle; NaN: it does not exist */
  Panel panel[1 + MAX_PANELS]; /* all in one; or correlations and coherences apart */
} State;

static double
measure (const QnReading *reading, int which)
{
  switch (which)
    {
    case CONCURRENCE:
      return reading->concurrence;
    case INFORMATION:
      return reading->mutual_information;
    case L1:
      return reading->coherence_l1;
    default:
      return reading->coherence_relative;
    }
}

static double
read_measure (const QnFigure *figure, int id, const QnReading *reading, gboolean live)
{
  (void) figure;
  (void) live;
  return measure (reading, id);
}

static QnTimePlot
plot_of (guint mask)
{
  const QnTimeCurve all[N_MEASURES] = {
    { CONCURRENCE, _("Entanglement <i>C</i>"), "<i>C</i>", QN_HUE_COHERENCE, QN_DASH_SOLID, 2.8, 0.18 },
    { INFORMATION, _("Mutual information <i>I</i>"), "<i>I</i>(1:2)", QN_HUE_COHERENCE, QN_DASH_LONG, 1.8, 0 },
    { L1, _("Coherence <i>C</i><sub>1</sub>"), "<i>C</i><sub>1</sub>", QN_HUE_COHERENCE, QN_DASH_SOLID, 1.8, 0 },
    { RELATIVE, _("Entropy of coherence <i>C</i><sub>rel</sub>"), "<i>C</i><sub>rel</sub>", QN_HUE_COHERENCE, QN_DASH_DASHED, 1.8, 0 },
  };
  QnTimePlot plot = { read_measure, 0 };

  for (int i = 0; i < N_MEASURES; i++)
    if (mask & (1u << i))
      plot.curve[plot.n++] = all[i];
  return plot;
}

static void
follow (const QnReading *samples, gsize n, double *peak)
{
  for (gsize i = 0; i < n; i++)
    for (int k = 0; k < N_MEASURES; k++)
      peak[k] = fmax (peak[k], measure (&samples[i], k));
}

/* Panel 0 for all measures, 1 and 2 for those of their kind. */
static gboolean
follow_panels (QnFigure *figure, double seconds, gboolean held)
{
  static const guint masks[1 + MAX_PANELS] = { CORRELATIONS | COHERENCES, CORRELATIONS, COHERENCES };
  State *state = figure->state;
  gboolean moved = FALSE;

  for (int i = 0; i < 1 + MAX_PANELS; i++)
    {
      Panel *panel = &state->panel[i];
      QnTimePlot plot;
      QnRange y = QN_RANGE_EMPTY;

      if (isinf (seconds))
        panel->seen = (QnRange) { 0, 0 };
      if (panel->mask == 0)
        panel->y.shown = QN_RANGE_EMPTY;
      panel->mask = masks[i] & state->shown;
      panel->y.held = held;
      if (panel->mask == 0)
        continue;
      plot = plot_of (panel->mask);
      qn_time_range (figure, &plot, LEAST, &panel->seen, &y);
      moved |= qn_stable_range_follow (&panel->y, (QnRange) { 0, 1.14 * y.max }, seconds);
    }
  return moved;
}

static gboolean
update (QnFigure *figure, double seconds, gboolean held, gboolean changed)
{
  State *state = figure->state;
  const QnSnapshot *s = figure->snapshot;
  double live[N_MEASURES] = { NAN, NAN, NAN, NAN };
  guint shown = changed ? 0 : state->shown; /* what was there once on the way stays */
  gboolean moved;

  if (changed)
    {
      memcpy (state->peak, live, sizeof live);
      follow (s->solution->limit->samples, s->solution->limit->n, state->peak);
    }
  follow (s->trail, s->n_trail, live);
  for (int k = 0; k < N_MEASURES; k++)
    if (fmax (state->peak[k], live[k]) > LEAST)
      shown |= 1u << k;
  moved = shown != state->shown;
  state->shown = shown;
  moved |= qn_stable_range_follow (&figure->x, qn_time_span (&s->outcome->machine), seconds);
  return follow_panels (figure, seconds, held) || moved;
}

/* --- Words ---------------------------------------------------------------- */

static const char *
why_no_coherence (const QnMediumSpec *medium)
{
  const QnMediumClass *klass = medium->klass;

  if (klass->driven)
    return _("Only the field creates coherence. Set the drive strength above 0.");
  if (klass->swapped)
    return _("A full swap exchanges the parts’ states and leaves no correlation. Set the swap angle below π/2.");
  if (klass->parts)
    return _("The parts of the medium do not interact. Set their interaction above 0.");
  if (!klass->mixing)
    return _("The energy states of these levels do not change. Choose a qubit with tunnelling, or two qubits.");
  if (qn_medium_mixing (medium) == 0)
    return _("Without tunnelling the qubit’s energy states stay the same while the control moves. Set Δ above 0 and drive it fast.");
  return _("The qubit stays diagonal in its energy states all the way. Drive it faster, without a shortcut.");
}

/* Why there is nothing of the kind, and what would make it; a word for it in *title. */
static const char *
why_nothing (const QnMachine *machine, const char **title)
{
  const QnMediumClass *klass = machine->medium.klass;

  if (klass->gaussian)
    {
      *title = _("Look at the Wigner function");
      return _("The coherence of an oscillator is its squeezing, which is shown there.");
    }
  *title = klass->spins ? _("No correlation") : _("No coherence");
  return klass->spins ? _("Neither an exchange interaction nor a common reservoir correlates these qubits. Set J above 0.") : why_no_coherence (&machine->medium);
}

/* What of the limit cycle needs saying; NULL: nothing. */
static const char *
note (const State *state)
{
  if (isfinite (state->peak[CONCURRENCE]) && state->peak[CONCURRENCE] <= LEAST && state->peak[INFORMATION] > LEAST)
    return _("Correlated, but never entangled: the concurrence is 0 all the time");
  return NULL;
}

/* --- Layout --------------------------------------------------------------- */

typedef struct
{
  char *x_title;
  QnRect note;
  int first, n;      /* panels, from the top */
  QnAxis x[MAX_PANELS], y[MAX_PANELS];
  QnRect bounds[MAX_PANELS];
  QnAxes axes[MAX_PANELS];
  QnTimePlot plot[MAX_PANELS];
} Layout;

static const char *
panel_title (guint mask)
{
  if (!(mask & COHERENCES))
    return _("Correlation");
  return mask & CORRELATIONS ? _("Coherence and correlation") : _("Coherence");
}

/* Areas one below the other begin at the same place. */
static void
align (Layout *layout)
{
  double left = 0;

  for (int i = 0; i < layout->n; i++)
    left = MAX (left, layout->axes[i].area.x);
  for (int i = 0; i < layout->n; i++)
    {
      QnAxes *axes = &layout->axes[i];

      axes->area.width -= left - axes->area.x;
      axes->area.x = axes->x.from = left;
    }
}

static void
lay_out (QnFigure *figure, QnPen *pen, Layout *layout)
{
  State *state = figure->state;
  double top = note (state) != NULL ? NOTE * pen->text : 0, head = top + qn_time_head (pen), half;
  gboolean apart = (state->shown & CORRELATIONS) && (state->shown & COHERENCES) && pen->height > APART_FROM * pen->text;

  layout->note = (QnRect) { QN_GAP * pen->text, QN_GAP_HAIR * pen->text, pen->width - pen->text, MAX (top - QN_GAP_HAIR * pen->text, 0) };
  layout->x_title = qn_time_title (&figure->snapshot->outcome->machine, figure->x.shown);
  layout->first = apart ? 1 : 0;
  layout->n = apart ? 2 : 1;
  half = (pen->height - head - (apart ? QN_GAP_RIGHT * pen->text : 0)) / layout->n;
  for (int i = 0; i < layout->n; i++)
    {
      Panel *panel = &state->panel[layout->first + i];
      gboolean last = i + 1 == layout->n;

      layout->plot[i] = plot_of (panel->mask);
      layout->x[i] = (QnAxis) { last ? layout->x_title : "", QN_SCALE_LINEAR, figure->x.shown };
      layout->y[i] = (QnAxis) { panel_title (panel->mask), QN_SCALE_LINEAR, panel->y.shown };
      layout->bounds[i] = (QnRect) { 0, head + i * half, pen->width, half + (apart && last ? QN_GAP_RIGHT * pen->text : 0) };
      layout->axes[i] = *qn_kept_axes (&panel->kept, pen, layout->bounds[i], &layout->x[i], &layout->y[i]);
    }
  align (layout);
}

/* --- Names ---------------------------------------------------------------- */

/* All curves but one, and the lines where strokes meet. */
static GArray *
others_of (const QnFigure *figure, const QnAxes *axes, GPtrArray *traces, int own)
{
  GArray *all = g_array_new (FALSE, FALSE, sizeof (QnLoopPoint));

  for (guint i = 0; i < traces->len; i++)
    if ((int) i != own)
      g_array_append_vals (all, ((GArray *) g_ptr_array_index (traces, i))->data, ((GArray *) g_ptr_array_index (traces, i))->len);
  qn_time_add_meetings (figure, axes, all);
  return all;
}

/* Where a name may stand about a point of its curve, the best first. */
static const double ways[][2] = { { 0, -1 }, { 0.8, -0.6 }, { -0.8, -0.6 }, { 1.2, 0 }, { -1.2, 0 }, { 0, 1 } };

/* The highest part of the curve where the name covers no line and, if `apart`, no other curve runs close by. */
static gboolean
find_spot (QnPen *pen, const QnAxes *axes, const GArray *trace, const GArray *others, const QnLabel *label, gboolean apart, QnSpot *best)
{
  double away = QN_GAP_NARROW * pen->text + 1.5 * pen->line, least = G_MAXDOUBLE;
  QnRect within = qn_rect_inset (axes->area, 3, 1);
  guint step = MAX (1, trace->len / 80);

  for (guint i = 0; i < trace->len; i += step)
    for (gsize k = 0; k < G_N_ELEMENTS (ways); k++)
      {
        const QnLoopPoint *p = &g_array_index (trace, QnLoopPoint, i);
        QnSpot spot = qn_spot_towards (p->x, p->y, ways[k], away);
        double cost = p->y - axes->area.y + (double) k * QN_GAP_WIDE * pen->text;
        QnRect box, room;

        if (cost >= least)
          continue;
        box = qn_pen_measure (pen, label->markup, label->size, FALSE, spot);
        room = apart ? qn_rect_inset (box, -QN_GAP * pen->text, -ROOM * pen->text) : box;
        if (!qn_rect_within (box, within) || !qn_pen_free_at (pen, box) || qn_trace_meets (trace, box) || qn_trace_meets (others, room))
          continue;
        least = cost;
        *best = spot;
      }
  return least < G_MAXDOUBLE;
}

/* Beside its curve where there is room: the name, or else the symbol. */
static void
draw_name (QnPen *pen, const QnAxes *axes, const QnTimeCurve *curve, const GArray *trace, const GArray *others)
{
  const char *texts[] = { curve->name, curve->symbol };

  for (int i = 0; i < 4; i++)
    {
      QnLabel label = { texts[i / 2], QN_SIZE_SIDE * pen->text, FALSE, pen->theme->line[curve->hue], 0.6 };
      QnSpot spot = { 0 };

      if (find_spot (pen, axes, trace, others, &label, i % 2 == 0, &spot) && qn_pen_text (pen, &label, axes->area, spot))
        return;
    }
}

static void
draw_names (const QnFigure *figure, QnPen *pen, const QnAxes *axes, const QnTimePlot *plot)
{
  g_autoptr (GPtrArray) traces = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);

  for (int c = 0; c < plot->n; c++)
    g_ptr_array_add (traces, qn_time_trace (figure, axes, plot, c));
  for (int c = 0; c < plot->n; c++)
    {
      g_autoptr (GArray) others = others_of (figure, axes, traces, c);

      draw_name (pen, axes, &plot->curve[c], g_ptr_array_index (traces, c), others);
    }
}

/* --- Layers --------------------------------------------------------------- */

static void
draw_nothing (QnFigure *figure, QnPen *pen)
{
  const char *title, *words = why_nothing (&figure->snapshot->outcome->machine, &title);
  QnRect within = qn_rect_inset (qn_pen_whole (pen), 0.08 * pen->width, 0.08 * pen->height);
  QnLabel label = { title, QN_SIZE_TITLE * pen->text, TRUE, pen->theme->line[QN_HUE_COHERENCE], 0 };
  double y = within.y + 0.3 * within.height;

  qn_pen_text (pen, &label, within, (QnSpot) { pen->width / 2, y, QN_ALIGN_CENTER, QN_ALIGN_END });
  y += QN_GAP_WIDE * pen->text;
  qn_pen_paragraph (pen, words, QN_SIZE_STATEMENT * pen->text, QN_SIZE_TINY * pen->text, FALSE, pen->theme->line[QN_HUE_FOREGROUND],
                    (QnRect) { within.x, y, within.width, within.y + within.height - y });
}

static void
draw_static (QnFigure *figure, QnPen *pen)
{
  const State *state = figure->state;
  Layout layout;

  if (state->shown == 0)
    {
      draw_nothing (figure, pen);
      return;
    }
  lay_out (figure, pen, &layout);
  if (note (state) != NULL)
    qn_pen_paragraph (pen, note (state), QN_SIZE_NAME * pen->text, QN_SIZE_TINIEST * pen->text, TRUE, pen->theme->line[QN_HUE_FOREGROUND], layout.note);
  for (int i = 0; i < layout.n; i++)
    {
      qn_figure_draw_axes (&layout.axes[i], pen, layout.bounds[i], &layout.x[i], &layout.y[i]);
      qn_time_draw_strokes (figure, pen, &layout.axes[i], i == 0);
      qn_time_draw_limit (figure, pen, &layout.axes[i], &layout.plot[i]);
      draw_names (figure, pen, &layout.axes[i], &layout.plot[i]);
    }
  g_free (layout.x_title);
}

static void
draw_live (QnFigure *figure, QnPen *pen)
{
  const State *state = figure->state;
  Layout layout;

  if (state->shown == 0)
    return;
  lay_out (figure, pen, &layout);
  for (int i = 0; i < layout.n; i++)
    qn_time_draw_live (figure, pen, &layout.axes[i], &layout.plot[i]);
  g_free (layout.x_title);
}

static void
csv (QnFigure *figure, GString *out)
{
  QnTimePlot plot = plot_of (CORRELATIONS | COHERENCES);

  qn_time_csv_heads (out);
  qn_csv_heads (out, "concurrence", QN_DIMENSION_NONE, "mutual information", QN_DIMENSION_ENTROPY, "l1 coherence", QN_DIMENSION_NONE,
                "relative entropy of coherence", QN_DIMENSION_ENTROPY, NULL);
  qn_time_csv (figure, out, &plot);
}

static char *
describe (QnFigure *figure)
{
  static const char *const names[N_MEASURES] = { N_("concurrence"), N_("mutual information"), N_("l1 coherence"), N_("relative entropy of coherence") };
  static const QnDimension dimensions[N_MEASURES] = { QN_DIMENSION_NONE, QN_DIMENSION_ENTROPY, QN_DIMENSION_NONE, QN_DIMENSION_ENTROPY };
  const State *state = figure->state;
  const QnSnapshot *s = figure->snapshot;
  const char *title, *words = why_nothing (&s->outcome->machine, &title);
  GString *out;

  if (state->shown == 0)
    return g_strdup_printf ("%s: %s", title, words);
  out = g_string_new (_("Coherence and correlation over the cycle. Now:"));
  for (int k = 0; k < N_MEASURES; k++)
    if (state->shown & (1u << k))
      {
        double value = measure (&s->now, k);
        g_autofree char *text = qn_plain (value > LEAST ? value : 0, dimensions[k]);

        g_string_append_printf (out, "%s %s %s", out->str[out->len - 1] == ':' ? "" : ",", _(names[k]), text);
      }
  g_string_append_c (out, '.');
  if (note (state) != NULL)
    g_string_append_printf (out, " %s.", note (state));
  return g_string_free (out, FALSE);
}

const QnFigureClass qn_figure_class_correlations = {
  .info = { "correlations", N_("Coherence and correlation"), N_("What is quantum about the state over one cycle: entanglement, mutual information, coherence"), FALSE },
  .state_size = sizeof (State),
  .update = update,
  QN_FIGURE_DRAWN,
};
