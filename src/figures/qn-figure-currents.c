/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "figures/kit/qn-side-column.h"
#include "figures/kit/qn-time-plot.h"

/* What flows through a machine that never moves, against time: the heat current from each reservoir into the medium and the
 * power out of it. The steady state is straight lines with their values named at the right; what ran comes
 * in at the right end, which is now, and passes by to the left. Where a medium is made of parts there are two ledgers (qn-parts.h): with the whole
 * energy, solid, and with that of the parts alone, dashed, where it says something else. */

enum { FIRST_BATH, POWER = QN_MAX_BATHS, N_FLOWS, BARE = N_FLOWS }; /* BARE + flow: by the parts alone */

G_STATIC_ASSERT (2 * N_FLOWS <= QN_SIDE_ENTRIES);

#define LEAST 1e-9 /* of the largest flow: smaller ones and smaller differences are rounding */

typedef struct
{
  guint flows, bare; /* masks of 1u << flow: which are drawn */
  QnRange seen;      /* in this scene */
} State;

static double
flow_at (const QnReading *reading, int flow)
{
  if (flow >= BARE)
    return flow - BARE == POWER ? reading->bare_power : reading->bare_current[flow - BARE];
  return flow == POWER ? reading->power : reading->current[flow];
}

static double
read_flow (const QnFigure *figure, int id, const QnReading *reading, gboolean live)
{
  return flow_at (reading, id);
}

static double
steady (const QnFigure *figure, int flow)
{
  return flow_at (&figure->snapshot->solution->limit->samples[0], flow);
}

/* --- Which are drawn ------------------------------------------------------ */

/* Largest flow, largest power, and of each flow how far the two ledgers are apart. */
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

/* What couplings and energies could make flow, to rounding. */
static double
nothing (const QnSnapshot *s)
{
  double least = 0;

  for (int k = 0; k < s->outcome->machine.n_baths; k++)
    least = fmax (least, 1e-13 * s->outcome->machine.bath[k].coupling * s->outcome->ledger.energy_scale);
  return least;
}

static gboolean
choose (State *state, const QnSnapshot *s)
{
  Sizes sizes = { 0 };
  guint flows = (1u << s->outcome->machine.n_baths) - 1, bare = 0;
  gboolean changed;

  size_up (&sizes, s->solution->limit->samples, s->solution->limit->n);
  if (sizes.flow <= nothing (s)) /* the way there is all there is */
    {
      size_up (&sizes, s->trail, s->n_trail);
      flows |= state->flows;
      bare |= state->bare;
    }
  if (sizes.power > fmax (LEAST * sizes.flow, nothing (s)))
    flows |= 1u << POWER;
  for (int flow = 0; flow < N_FLOWS; flow++)
    if ((flow == POWER || flow < s->outcome->machine.n_baths) && sizes.apart[flow] > fmax (LEAST * sizes.flow, nothing (s)))
      bare |= 1u << flow;
  changed = flows != state->flows || bare != state->bare;
  state->flows = flows;
  state->bare = bare;
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
  QnRange y = QN_RANGE_EMPTY;
  gboolean moved;

  if (isinf (seconds))
    *state = (State) { 0 };
  moved = choose (state, s);

  for (int bare = 0; bare < 2; bare++)
    {
      QnTimePlot plot = plot_of (figure, state, bare);

      qn_time_range (figure, &plot, nothing (s), &state->seen, &y);
    }
  return qn_figure_follow (figure, qn_time_span (&s->outcome->machine), qn_range_padded (y, 0.08, 1e-12), seconds) || moved;
}

/* --- Layout --------------------------------------------------------------- */

/* Flows that are rounding are 0. */
static char *
number (const QnFigure *figure, double value)
{
  const QnSnapshot *s = figure->snapshot;
  Sizes sizes = { 0 };

  size_up (&sizes, s->solution->limit->samples, 1);
  return fabs (value) > fmax (LEAST * sizes.flow, nothing (s)) ? qn_format_markup (value, 3) : g_strdup ("0");
}

/* The steady state: the whole energy's flows first. */
static void
fill_column (const QnFigure *figure, QnSideColumn *column)
{
  for (int bare = 0; bare < 2; bare++)
    {
      QnTimePlot plot = plot_of (figure, figure->state, bare);

      for (int c = 0; c < plot.n; c++)
        {
          const QnTimeCurve *curve = &plot.curve[c];
          double value = steady (figure, curve->id);
          char *name = bare ? g_strdup_printf (_("%s, bare"), curve->name) : g_strdup (curve->name);

          qn_side_column_add (column, (QnSideEntry) { name, curve->symbol, curve->hue, FALSE, curve->dash, value, number (figure, value) });
        }
    }
}

/* With the column at the right, to be cleared. */
static QnFrame
lay_out (QnFigure *figure, QnPen *pen, QnSideColumn *column)
{
  gboolean power = ((const State *) figure->state)->flows & (1u << POWER);

  *column = (QnSideColumn) { 0 };
  fill_column (figure, column);
  qn_side_column_fit (column, pen, 0.34 * pen->width);
  return qn_frame_of_ranges (figure, pen, (QnRect) { 0, 0, MAX (pen->width - column->width + QN_GAP_RIGHT * pen->text, 1), pen->height },
                             qn_time_title (&figure->snapshot->outcome->machine, figure->x.shown),
                             QN_SCALE_LINEAR, qn_axis_title (power ? _("Heat in, power out") : _("Heat in"), power ? "<i>Q̇</i>, <i>P</i>" : "<i>Q̇</i>", QN_DIMENSION_POWER));
}

/* --- Layers --------------------------------------------------------------- */

static const char *
why_none (const QnFigure *figure)
{
  return qn_machine_is_continuous (&figure->snapshot->outcome->machine) ? NULL : _("Heat currents belong to continuous machines: in a "
                                                                          "cycle heat flows stroke by stroke");
}

static void
draw_static (QnFigure *figure, QnPen *pen)
{
  QnSideColumn column;
  g_auto (QnFrame) frame = lay_out (figure, pen, &column);
  const QnAxes *axes = frame.axes;

  qn_figure_draw_axes (axes, pen, qn_pen_whole (pen), &frame.x, &frame.y);
  for (int bare = 0; bare < 2; bare++)
    {
      QnTimePlot plot = plot_of (figure, figure->state, bare);

      qn_time_draw_limit (figure, pen, axes, &plot);
    }
  qn_side_column_draw (&column, pen, axes, axes->area.x + axes->area.width, "<i>Q̇</i><sub>h</sub><sup>0</sup> 10<sup>−4</sup>");
  qn_side_column_clear (&column);
}

static void
draw_live (QnFigure *figure, QnPen *pen)
{
  QnSideColumn column;
  g_auto (QnFrame) frame = lay_out (figure, pen, &column);

  for (int bare = 0; bare < 2; bare++)
    {
      QnTimePlot plot = plot_of (figure, figure->state, bare);

      qn_time_draw_live (figure, pen, frame.axes, &plot);
    }
  qn_side_column_clear (&column);
}

/* Those of the reservoirs there are, and the power. */
static gboolean
is_told (const QnFigure *figure, int flow)
{
  return flow % N_FLOWS == POWER || flow % N_FLOWS < figure->snapshot->outcome->machine.n_baths;
}

static void
csv_rows (const QnFigure *figure, GString *out, const QnReading *samples, gsize n, const char *curve)
{
  for (gsize i = 0; i < n; i++)
    {
      double numbers[1 + 2 * N_FLOWS] = { qn_time_of (&figure->snapshot->outcome->machine, &samples[i]) };
      gsize known = 1;

      for (int flow = 0; flow < 2 * N_FLOWS; flow++)
        if (is_told (figure, flow))
          numbers[known++] = flow_at (&samples[i], flow);
      qn_csv_row (out, numbers, known, "%s,%" G_GINT64_FORMAT, curve, samples[i].cycle + 1);
    }
}

/* Both ledgers, whether they differ or not. */
static void
csv (QnFigure *figure, GString *out)
{
  static const char *const names[] = { "heat current from the hot reservoir", "heat current from the cold reservoir", "heat current from the third reservoir", "power" };
  const QnSnapshot *s = figure->snapshot;

  g_string_append (out, "curve,stretch,");
  qn_csv_head (out, "time", QN_DIMENSION_TIME, FALSE);
  for (int flow = 0; flow < 2 * N_FLOWS; flow++)
    {
      g_autofree char *name = g_strdup_printf ("%s%s", names[flow % N_FLOWS], flow >= BARE ? " of the parts alone" : "");

      if (is_told (figure, flow))
        qn_csv_head (out, name, QN_DIMENSION_POWER, flow + 1 == 2 * N_FLOWS);
    }
  csv_rows (figure, out, s->solution->limit->samples, s->solution->limit->n, "steady");
  if (s->now.time > 0)
    csv_rows (figure, out, s->trail, s->n_trail, "live");
}

static char *
describe (QnFigure *figure)
{
  const State *state = figure->state;
  const QnSnapshot *s = figure->snapshot;
  GString *out = g_string_new (_("Heat currents into the medium and power out of it; in the steady state, and now:"));

  for (int flow = 0; flow < N_FLOWS; flow++)
    if (state->flows & (1u << flow))
      {
        g_autofree char *still = qn_plain (steady (figure, flow), QN_DIMENSION_POWER), *now = qn_plain (flow_at (&s->now, flow), QN_DIMENSION_POWER);

        g_string_append_printf (out, "%s %s %s, %s", out->str[out->len - 1] == ':' ? "" : ";", curve_of (figure, flow).name, still, now);
      }
  g_string_append_c (out, '.');
  if (state->bare != 0)
    g_string_append_printf (out, " %s", _("The dashed lines are the currents counted with the bare energy."));
  return g_string_free (out, FALSE);
}

const QnFigureClass qn_figure_class_currents = {
  .info = { "currents", N_("Heat currents"), N_("Heat per time from each reservoir, and power, over time: how the steady state is reached"), FALSE },
  .state_size = sizeof (State),
  .why_none = why_none,
  .update = update,
  QN_FIGURE_DRAWN,
};
