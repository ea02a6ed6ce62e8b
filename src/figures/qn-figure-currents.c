/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "figures/kit/qn-time-plot.h"

/* What flows through a machine that never moves, against time: the heat current from each reservoir into the medium and the
 * power out of it. The steady state is straight lines with their values named at the right; what ran since it started, or was
 * disturbed, ends on them. Where a medium is made of parts there are two ways to keep the books (qn-parts.h): with the whole
 * energy, solid, and with that of the parts alone, dashed, where it says something else. */

enum { FIRST_BATH, POWER = QN_MAX_BATHS, N_FLOWS, BARE = N_FLOWS }; /* BARE + flow: by the parts alone */

#define MOST (2 * N_FLOWS)
#define LEAST 1e-9 /* of the largest flow: smaller ones and smaller differences are rounding */

typedef struct
{
  guint flows, bare; /* masks of 1u << flow: which are drawn */
} State;

static double
flow_at (const QnReading *sample, int flow)
{
  if (flow >= BARE)
    return flow - BARE == POWER ? sample->bare_power : sample->bare_current[flow - BARE];
  return flow == POWER ? sample->power : sample->current[flow];
}

static double
read_flow (const QnFigure *figure, int id, const QnReading *sample, gboolean live)
{
  return flow_at (sample, id);
}

static double
steady (const QnFigure *figure, int flow)
{
  return flow_at (&figure->snapshot->limit->samples[0], flow);
}

/* --- Which are drawn ------------------------------------------------------ */

/* Largest flow, largest power, and of each flow how far the two books are apart. */
typedef struct
{
  double flow, power, apart[N_FLOWS];
} Sizes;

static void
size_up (Sizes *sizes, const QnReading *samples, gsize n)
{
  for (gsize i = 0; i < n; i++)
    for (int flow = 0; flow < N_FLOWS; flow++)
      {
        double value = fabs (flow_at (&samples[i], flow)), apart = fabs (flow_at (&samples[i], flow) - flow_at (&samples[i], BARE + flow));

        sizes->flow = fmax (sizes->flow, value);
        sizes->apart[flow] = fmax (sizes->apart[flow], apart);
        if (flow == POWER)
          sizes->power = fmax (sizes->power, value);
      }
}

static gboolean
choose (State *state, const QnSnapshot *s)
{
  Sizes sizes = { 0 };
  guint flows = (1u << s->machine.n_baths) - 1, bare = 0;
  gboolean changed;

  size_up (&sizes, s->limit->samples, s->limit->n);
  size_up (&sizes, s->trail, s->n_trail);
  size_up (&sizes, &s->now, 1);
  if (sizes.power > LEAST * sizes.flow)
    flows |= 1u << POWER;
  for (int flow = 0; flow < N_FLOWS; flow++)
    if ((flow == POWER || flow < s->machine.n_baths) && sizes.apart[flow] > LEAST * sizes.flow)
      bare |= 1u << flow;
  changed = flows != state->flows || bare != state->bare;
  *state = (State) { flows, bare };
  return changed;
}

/* --- Curves --------------------------------------------------------------- */

static QnTimeCurve
curve_of (const QnFigure *figure, int flow)
{
  static const char *const symbols[] = { "<i>Q̇</i><sub>h</sub>", "<i>Q̇</i><sub>c</sub>", "<i>Q̇</i><sub>w</sub>", "<i>P</i>" };
  static const char *const bare_symbols[] = { "<i>Q̇</i><sub>h</sub><sup>0</sup>", "<i>Q̇</i><sub>c</sub><sup>0</sup>", "<i>Q̇</i><sub>w</sub><sup>0</sup>", "<i>P</i><sup>0</sup>" };
  int kind = flow % N_FLOWS;
  gboolean bare = flow >= BARE;
  const char *name = kind == POWER ? _("Power") : qn_lab_bath_name (figure->snapshot->experiment.lab, kind);
  QnHue hue = kind == POWER ? QN_HUE_WORK : qn_bath_hue (kind);

  return (QnTimeCurve) { flow, name, bare ? bare_symbols[kind] : symbols[kind], hue, bare ? QN_DASH_DASHED : QN_DASH_SOLID, bare ? 1.5 : 2.4, 0 };
}

G_STATIC_ASSERT (N_FLOWS <= QN_TIME_CURVES);
G_STATIC_ASSERT (QN_MAX_BATHS == 3);

static QnTimePlot
plot_of (const QnFigure *figure, const State *state, gboolean bare)
{
  QnTimePlot plot = { read_flow, 0 };
  guint mask = bare ? state->bare : state->flows;

  for (int flow = 0; flow < N_FLOWS; flow++)
    if (mask & (1u << flow))
      plot.curve[plot.n++] = curve_of (figure, bare ? BARE + flow : flow);
  return plot;
}

static gboolean
update (QnFigure *figure, double seconds, gboolean held, gboolean changed)
{
  State *state = figure->state;
  const QnSnapshot *s = figure->snapshot;
  QnRange x = { 0, qn_time_end (&s->machine) }, y = QN_RANGE_EMPTY;
  gboolean moved = choose (state, s);

  for (int bare = 0; bare < 2; bare++)
    {
      QnTimePlot plot = plot_of (figure, state, bare);

      qn_time_range (figure, &plot, &y);
    }
  moved |= qn_stable_range_follow (&figure->x, x, seconds);
  moved |= qn_stable_range_follow (&figure->y, qn_range_padded (y, 0.08, 1e-12), seconds);
  return moved;
}

/* --- Layout --------------------------------------------------------------- */

#define NAME 0.92 /* size of the names in the column */
#define GAP 0.9   /* between area and names */

typedef enum { COLUMN_FULL, COLUMN_SHORT, COLUMN_SYMBOLS, COLUMN_NONE } Column;

typedef struct
{
  char *x_title, *y_title;
  QnAxis x, y;
  const QnAxes *axes;
  QnRect names; /* right of the axes */
  Column column;
  int n;
  int flow[MOST]; /* what the column names, the whole energy's first */
} Layout;

/* Flows that are rounding are 0. */
static char *
number (const QnFigure *figure, double value)
{
  const QnSnapshot *s = figure->snapshot;
  Sizes sizes = { 0 };
  double least = 0; /* where nothing flows at all: what couplings and energies could make flow */

  for (int k = 0; k < s->machine.n_baths; k++)
    least = fmax (least, 1e-13 * s->machine.bath[k].coupling * s->ledger.energy_scale);
  size_up (&sizes, s->limit->samples, 1);
  return fabs (value) > fmax (LEAST * sizes.flow, least) ? qn_format_markup (value, 3) : g_strdup ("0");
}

static char *
name_of (const QnFigure *figure, int flow, Column column, const char *value)
{
  QnTimeCurve curve = curve_of (figure, flow);
  g_autofree char *name = flow >= BARE ? g_strdup_printf (_("%s, parts alone"), curve.name) : g_strdup (curve.name);

  if (column == COLUMN_FULL)
    return g_strdup_printf ("%s  %s", name, value);
  if (column == COLUMN_SHORT)
    return g_strdup_printf ("%s  %s", curve.symbol, value);
  return g_strdup (curve.symbol);
}

/* As wide as most values could make it, so that numbers that change move nothing. */
static double
column_width (const QnFigure *figure, QnPen *pen, const Layout *layout, Column column)
{
  double widest = 0;

  for (int i = 0; i < layout->n; i++)
    {
      g_autofree char *value = number (figure, steady (figure, layout->flow[i]));
      g_autofree char *most = name_of (figure, layout->flow[i], column, "−0.0000"), *own = name_of (figure, layout->flow[i], column, value);
      double w, h, v;

      qn_canvas_measure (pen->canvas, most, NAME * pen->text, FALSE, &w, &h);
      qn_canvas_measure (pen->canvas, own, NAME * pen->text, FALSE, &v, &h);
      widest = MAX (widest, MAX (v, w));
    }
  return widest + (GAP + 0.3) * pen->text;
}

static void
list_flows (const State *state, Layout *layout)
{
  layout->n = 0;
  for (int bare = 0; bare < 2; bare++)
    for (int flow = 0; flow < N_FLOWS; flow++)
      if ((bare ? state->bare : state->flows) & (1u << flow))
        layout->flow[layout->n++] = bare ? BARE + flow : flow;
}

static void
lay_out (QnFigure *figure, QnPen *pen, Layout *layout)
{
  const State *state = figure->state;
  gboolean power = state->flows & (1u << POWER);
  double room = 0;

  list_flows (state, layout);
  for (layout->column = COLUMN_FULL; layout->column < COLUMN_NONE; layout->column++)
    if ((room = column_width (figure, pen, layout, layout->column)) < 0.34 * pen->width)
      break;
  if (layout->column == COLUMN_NONE)
    room = 0;
  layout->x_title = qn_time_title (&figure->snapshot->machine);
  layout->y_title = qn_axis_title (power ? _("Heat in, power out") : _("Heat in"), power ? "<i>Q̇</i>, <i>P</i>" : "<i>Q̇</i>", QN_DIMENSION_POWER);
  layout->x = (QnAxis) { layout->x_title, QN_SCALE_LINEAR, figure->x.shown };
  layout->y = (QnAxis) { layout->y_title, QN_SCALE_LINEAR, figure->y.shown };
  layout->axes = qn_figure_axes (figure, pen, (QnRect) { 0, 0, MAX (pen->width - room + 1.2 * pen->text, 1), pen->height }, &layout->x, &layout->y);
  layout->names = (QnRect) { pen->width - room, layout->axes->area.y - 0.4 * pen->text, room, layout->axes->area.height + 0.8 * pen->text };
}

static void
layout_clear (Layout *layout)
{
  g_free (layout->x_title);
  g_free (layout->y_title);
}

/* --- The column of the steady state --------------------------------------- */

typedef struct
{
  int flow, rank;
  double value, y; /* in data, on the canvas */
  double at;       /* where the name stands */
} Entry;

static int
by_height (const void *a, const void *b)
{
  const Entry *p = a, *q = b;

  return p->y != q->y ? (p->y > q->y) - (p->y < q->y) : p->rank - q->rank;
}

static void
push_apart (QnPen *pen, const Layout *layout, Entry *entries, int n)
{
  double pitch, w, top = layout->names.y, bottom = top + layout->names.height;

  qn_canvas_measure (pen->canvas, "<i>Q̇</i><sub>h</sub><sup>0</sup> 10<sup>−4</sup>", NAME * pen->text, FALSE, &w, &pitch);
  pitch += 2 + 0.24 * NAME * pen->text;
  qsort (entries, (gsize) n, sizeof *entries, by_height);
  for (int i = 0; i < n; i++)
    entries[i].at = MAX (entries[i].y, i > 0 ? entries[i - 1].at + pitch : top + pitch / 2);
  for (int i = n - 1; i >= 0; i--)
    entries[i].at = MIN (entries[i].at, i < n - 1 ? entries[i + 1].at - pitch : bottom - pitch / 2);
}

static void
draw_entry (QnFigure *figure, QnPen *pen, const Layout *layout, const Entry *entry)
{
  double x = layout->names.x + GAP * pen->text, from = layout->axes->area.x + layout->axes->area.width;
  g_autofree char *value = number (figure, entry->value), *text = name_of (figure, entry->flow, layout->column, value);
  QnColor color = pen->theme->line[curve_of (figure, entry->flow).hue];
  QnLabel label = { text, NAME * pen->text, FALSE, color, 0 };

  if (!qn_pen_text (pen, &label, qn_pen_whole (pen), x, entry->at, QN_ALIGN_START, QN_ALIGN_CENTER))
    return;
  qn_pen_segment (pen, from + 1.5 * pen->line, entry->y, x - 0.25 * pen->text, entry->at);
  qn_pen_stroke (pen, qn_color_alpha (color, 0.8), entry->flow >= BARE ? QN_DASH_DASHED : QN_DASH_SOLID, 0.7);
}

/* The whole energy's first: where there is no room for all, they are there. */
static void
draw_column (QnFigure *figure, QnPen *pen, const Layout *layout)
{
  Entry entries[MOST];
  int n = 0;

  for (int i = 0; i < layout->n; i++)
    {
      double value = steady (figure, layout->flow[i]);

      if (isfinite (value))
        entries[n++] = (Entry) { layout->flow[i], i, value, qn_axis_scale_map (&layout->axes->y, value) };
    }
  if (layout->column == COLUMN_NONE)
    return;
  push_apart (pen, layout, entries, n);
  for (int rank = 0; rank < layout->n; rank++)
    for (int i = 0; i < n; i++)
      if (entries[i].rank == rank)
        draw_entry (figure, pen, layout, &entries[i]);
}

/* --- Layers --------------------------------------------------------------- */

static void
draw_nothing (QnPen *pen)
{
  qn_pen_paragraph (pen, _("Currents are of a machine that runs continuously: a cycle’s heats come stroke by stroke"), 1.2 * pen->text, 0.45 * pen->text, TRUE,
                    pen->theme->line[QN_HUE_FOREGROUND], qn_rect_inset (qn_pen_whole (pen), 0.08 * pen->width, 0.08 * pen->height));
}

static void
draw_static (QnFigure *figure, QnPen *pen)
{
  Layout layout;

  if (!qn_machine_is_continuous (&figure->snapshot->machine))
    {
      draw_nothing (pen);
      return;
    }
  lay_out (figure, pen, &layout);
  qn_figure_draw_axes (layout.axes, pen, qn_pen_whole (pen), &layout.x, &layout.y);
  for (int bare = 0; bare < 2; bare++)
    {
      QnTimePlot plot = plot_of (figure, figure->state, bare);

      qn_time_draw_limit (figure, pen, layout.axes, &plot);
    }
  draw_column (figure, pen, &layout);
  layout_clear (&layout);
}

/* At the very start of a stretch of time, where nothing of it would be seen: the end of the one before. */
static const QnReading *
end_of_last (const QnSnapshot *s)
{
  if (s->now.fraction > 0 || s->now.cycle == 0)
    return NULL;
  for (gsize i = s->n_trail; i-- > 0;)
    if (s->trail[i].cycle == s->now.cycle - 1)
      return &s->trail[i];
  return NULL;
}

static void
draw_live (QnFigure *figure, QnPen *pen)
{
  const QnReading *last = end_of_last (figure->snapshot);
  QnSnapshot complete = *figure->snapshot;
  QnFigure seen = *figure;
  Layout layout;

  if (!qn_machine_is_continuous (&figure->snapshot->machine))
    return;
  lay_out (figure, pen, &layout);
  if (last != NULL)
    complete.now = *last;
  seen.snapshot = &complete;
  for (int bare = 0; bare < 2; bare++)
    {
      QnTimePlot plot = plot_of (figure, figure->state, bare);

      qn_time_draw_live (&seen, pen, layout.axes, &plot);
    }
  layout_clear (&layout);
}

static void
csv_rows (const QnFigure *figure, GString *out, gboolean live)
{
  const QnSnapshot *s = figure->snapshot;
  const QnReading *samples = live ? s->trail : s->limit->samples;
  gsize n = live ? s->n_trail : s->limit->n;

  for (gsize i = 0; i < n; i++)
    {
      g_string_append_printf (out, "%s,%" G_GINT64_FORMAT ",", live ? "live" : "steady", samples[i].cycle + 1);
      qn_csv_number (out, qn_time_of (&s->machine, &samples[i]));
      for (int flow = 0; flow < MOST; flow++)
        if (flow % N_FLOWS == POWER || flow % N_FLOWS < s->machine.n_baths)
          {
            g_string_append_c (out, ',');
            qn_csv_number (out, flow_at (&samples[i], flow));
          }
      g_string_append_c (out, '\n');
    }
}

/* Both books, whether they differ or not. */
static void
csv (QnFigure *figure, GString *out)
{
  static const char *const names[] = { "heat current from the hot reservoir", "heat current from the cold reservoir", "heat current from the third reservoir", "power" };

  qn_csv_head (out, "curve", QN_DIMENSION_NONE, FALSE);
  qn_csv_head (out, "stretch", QN_DIMENSION_NONE, FALSE);
  qn_csv_head (out, "time", QN_DIMENSION_TIME, FALSE);
  for (int flow = 0; flow < MOST; flow++)
    {
      g_autofree char *name = g_strdup_printf ("%s%s", names[flow % N_FLOWS], flow >= BARE ? " of the parts alone" : "");

      if (flow % N_FLOWS == POWER || flow % N_FLOWS < figure->snapshot->machine.n_baths)
        qn_csv_head (out, name, QN_DIMENSION_POWER, flow + 1 == MOST);
    }
  csv_rows (figure, out, FALSE);
  if (figure->snapshot->now.time > 0)
    csv_rows (figure, out, TRUE);
}

static char *
describe (QnFigure *figure)
{
  const State *state = figure->state;
  const QnSnapshot *s = figure->snapshot;
  GString *out;

  if (!qn_machine_is_continuous (&s->machine))
    return g_strdup (_("Currents are of a machine that runs continuously: a cycle’s heats come stroke by stroke."));
  out = g_string_new (_("Heat currents into the medium and power out of it; in the steady state, and now:"));
  for (int flow = 0; flow < N_FLOWS; flow++)
    if (state->flows & (1u << flow))
      {
        g_autofree char *still = qn_plain (steady (figure, flow), QN_DIMENSION_POWER), *now = qn_plain (flow_at (&s->now, flow), QN_DIMENSION_POWER);

        g_string_append_printf (out, "%s %s %s, %s", out->str[out->len - 1] == ':' ? "" : ";", curve_of (figure, flow).name, still, now);
      }
  g_string_append_c (out, '.');
  if (state->bare != 0)
    g_string_append_printf (out, " %s", _("Counted with the energy of the parts alone some of them are others: the dashed lines."));
  return g_string_free (out, FALSE);
}

const QnFigureClass qn_figure_class_currents = {
  .info = { "currents", N_("Heat currents"), N_("Heat per time from each reservoir, and power, over time: how the steady state is reached"), FALSE },
  .state_size = sizeof (State),
  .update = update,
  .draw_static = draw_static,
  .draw_live = draw_live,
  .csv = csv,
  .describe = describe,
};
