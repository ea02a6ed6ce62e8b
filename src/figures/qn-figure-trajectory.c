/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "figures/kit/qn-legend.h"
#include "figures/kit/qn-time-plot.h"

#include "sim/qn-background.h"
#include "lab/qn-monte-carlo.h"

/* Single runs of one cycle (qn-monte-carlo.h): the energy of a ket that moves smoothly until a reservoir takes or gives a quantum,
 * and then jumps. One run after another goes with the machine, cycle by cycle, the others stand behind it; the average over
 * all there could be, which is what every other figure shows, does not jump at all. */

/* In units of the text. */
#define HEAD 0.95 /* longest arrowhead */

typedef struct
{
  gboolean known;   /* there are runs */
  double stamp;     /* of which they are */
} State;

static const QnTable *
paths_of (const QnFigure *figure)
{
  const QnTable *table = qn_report_find (figure->snapshot->runs, "paths");

  return table != NULL && table->n_rows > 1 && table->n_columns == QN_N_PATH_COLUMNS ? table : NULL;
}

static const char *
why_none (const QnFigure *figure)
{
  const QnSnapshot *s = figure->snapshot;
  const QnLab *lab = s->experiment.lab;

  if (s->outcome->machine.medium.klass->gaussian)
    return _("An oscillator is computed as a Gaussian state, which averages over all runs. Choose a medium of a few levels to see single runs");
  if (!(qn_machine_period (&s->outcome->machine) > 0))
    return _("The cycle has zero duration, so no reservoir acts and nothing jumps");
  if (qn_report_problem (s->runs) != NULL)
    return qn_report_problem (s->runs);
  if (s->runs == NULL && lab != NULL && lab->sampler == NULL)
    return _("This machine has no single runs");
  if (s->runs != NULL && paths_of (figure) == NULL)
    return _("The runs of this process are drawn from its distribution: they have no course in time");
  return NULL;
}

/* --- One run -------------------------------------------------------------- */

typedef struct
{
  const QnTable *table;
  gsize from, to; /* rows; none where there is no such run */
} Path;

static Path
path_of (const QnTable *table, int run)
{
  Path path = { table, 0, 0 };

  while (path.from < table->n_rows && qn_table_get (table, path.from, QN_PATH_RUN) < run)
    path.from++;
  for (path.to = path.from; path.to < table->n_rows && qn_table_get (table, path.to, QN_PATH_RUN) == run;)
    path.to++;
  return path;
}

/* At the very start of a cycle, where nothing of a run would be seen, all of the last one is. */
static double
time_shown (const QnFigure *figure)
{
  const QnSnapshot *s = figure->snapshot;

  return s->now.stroke == 0 && s->now.fraction == 0 ? qn_time_end (&s->outcome->machine) : qn_time_of (&s->outcome->machine, &s->now);
}

static int
run_shown (const QnFigure *figure)
{
  const QnSnapshot *s = figure->snapshot;
  gint64 cycle = s->now.cycle - (s->now.stroke == 0 && s->now.fraction == 0 && s->now.cycle > 0 ? 1 : 0);

  return (int) (cycle % QN_PATHS);
}

/* The last row that is not after `time`. */
static gsize
row_at (const Path *path, double time)
{
  gsize row = path->from;

  while (row + 1 < path->to && qn_table_get (path->table, row + 1, QN_PATH_TIME) <= time)
    row++;
  return row;
}

static double
energy_at (const Path *path, double time)
{
  gsize row = row_at (path, time);
  double t0 = qn_table_get (path->table, row, QN_PATH_TIME), e0 = qn_table_get (path->table, row, QN_PATH_ENERGY), t1, e1;

  if (row + 1 >= path->to)
    return e0;
  t1 = qn_table_get (path->table, row + 1, QN_PATH_TIME);
  e1 = qn_table_get (path->table, row + 1, QN_PATH_ENERGY);
  return t1 > t0 ? e0 + (e1 - e0) * (time - t0) / (t1 - t0) : e0;
}

static gboolean
is_jump (const Path *path, gsize row)
{
  return row > path->from && !isnan (qn_table_get (path->table, row, QN_PATH_BATH));
}

/* Quanta of a bath (-1: dephasing) up to a time. */
static void
count_jumps (const Path *path, double time, int bath, int *in, int *out)
{
  *in = *out = 0;
  for (gsize row = path->from; row < path->to && qn_table_get (path->table, row, QN_PATH_TIME) <= time; row++)
    if (is_jump (path, row) && qn_table_get (path->table, row, QN_PATH_BATH) == bath)
      (*(qn_table_get (path->table, row, QN_PATH_QUANTUM) > 0 ? in : out))++;
}

/* --- Ranges --------------------------------------------------------------- */

/* Runs and average, and at least the two lowest levels: those that are never reached may lie outside. */
static QnRange
energies (const QnFigure *figure)
{
  const QnCurve *limit = figure->snapshot->solution->limit;
  const QnTable *table = paths_of (figure);
  QnRange y = QN_RANGE_EMPTY;

  for (gsize i = 0; i < limit->n; i++)
    {
      qn_range_include (&y, limit->samples[i].energy);
      for (int k = 0; k < MIN (2, limit->samples[i].n_levels); k++)
        qn_range_include (&y, limit->samples[i].level[k]);
    }
  for (gsize row = 0; table != NULL && row < table->n_rows; row++)
    qn_range_include (&y, qn_table_get (table, row, QN_PATH_ENERGY));
  return qn_range_padded (y, 0.06, 1e-6);
}

static double
stamp_of (const QnTable *table)
{
  double stamp = 0;

  for (gsize row = 0; table != NULL && row < table->n_rows; row += 7)
    stamp += qn_table_get (table, row, QN_PATH_ENERGY) * (double) (row % 101 + 1) + qn_table_get (table, row, QN_PATH_TIME);
  return stamp;
}

static gboolean
update (QnFigure *figure, double seconds, gboolean held, gboolean changed)
{
  State *state = figure->state;
  const QnTable *table = paths_of (figure);
  State now = { table != NULL, stamp_of (table) };
  gboolean moved = now.known != state->known || now.stamp != state->stamp;

  *state = now;
  return qn_figure_follow (figure, (QnRange) { 0, qn_time_end (&figure->snapshot->outcome->machine) }, energies (figure), seconds) || moved;
}

/* --- Layout --------------------------------------------------------------- */

typedef struct
{
  QnFrame frame;
  const QnAxes *axes;
  QnLegend legend;
  QnRect head;
} Layout;

static void
name_jumps (const QnFigure *figure, QnLegend *legend)
{
  static const QnMark marks[] = { QN_MARK_UP, QN_MARK_DOWN, QN_MARK_UP };
  const QnMachine *machine = &figure->snapshot->outcome->machine;
  const QnTable *table = paths_of (figure);

  for (int k = 0; table != NULL && k < machine->n_baths; k++)
    {
      Path path = path_of (table, run_shown (figure));
      int in, out;

      count_jumps (&path, time_shown (figure), k, &in, &out);
      qn_legend_add (legend, marks[MIN (k, 2)], qn_bath_hue (k),
                     g_strdup_printf (_("%s: %d in, %d out"), qn_lab_bath_name (figure->snapshot->experiment.lab, k), in, out), _("Work: 88 in, 88 out"));
    }
}

static void
lay_out (QnFigure *figure, QnPen *pen, Layout *layout)
{
  gboolean bands = !qn_machine_is_continuous (&figure->snapshot->outcome->machine);
  double margin = QN_GAP_MARGIN * pen->text, head;

  layout->legend.n = 0;
  qn_legend_add (&layout->legend, QN_MARK_LINE, QN_HUE_FOREGROUND, g_strdup_printf (_("run %d of %d"), run_shown (figure) + 1, QN_PATHS), _("run 12 of 12"));
  qn_legend_add (&layout->legend, QN_MARK_DASHED, QN_HUE_FOREGROUND, g_strdup (_("average over all runs")), NULL);
  name_jumps (figure, &layout->legend);
  qn_legend_add (&layout->legend, QN_MARK_GHOST, QN_HUE_FOREGROUND, g_strdup (_("the other runs")), NULL);
  layout->head = (QnRect) { margin, QN_GAP_HAIR * pen->text, pen->width - 2 * margin, 0 };
  layout->head.height = qn_legend_height (&layout->legend, pen, layout->head.width, 0.3 * pen->height);
  head = layout->head.y + layout->head.height + (bands ? qn_time_head (pen) : QN_GAP_HAIR * pen->text);
  layout->frame = qn_frame_of_ranges (figure, pen, (QnRect) { 0, head, pen->width, pen->height - head }, qn_time_title (&figure->snapshot->outcome->machine, figure->x.shown),
                                      QN_SCALE_LINEAR, qn_axis_title (_("Energy"), "<i>E</i>", QN_DIMENSION_ENERGY));
  layout->axes = layout->frame.axes;
}

static void
layout_clear (Layout *layout)
{
  qn_frame_clear (&layout->frame);
  qn_legend_clear (&layout->legend);
}

/* --- Lines ---------------------------------------------------------------- */

static void
clip (QnPen *pen, const QnAxes *axes)
{
  qn_canvas_clip_rect (pen->canvas, axes->area.x - pen->line, axes->area.y, axes->area.width + 2 * pen->line, axes->area.height);
}

/* A level over the limit cycle; -1: the energy. */
static void
trace_limit (const QnFigure *figure, QnPen *pen, const QnAxes *axes, int level)
{
  const QnCurve *limit = figure->snapshot->solution->limit;

  for (gsize i = 0; i < limit->n; i++)
    {
      const QnReading *reading = &limit->samples[i];

      qn_pen_to (pen, i == 0, qn_axis_scale_map (&axes->x, qn_time_of (&figure->snapshot->outcome->machine, reading)),
                 qn_axis_scale_map (&axes->y, level < 0 ? reading->energy : reading->level[level]));
    }
}

static void
draw_levels (const QnFigure *figure, QnPen *pen, const QnAxes *axes)
{
  for (int level = 0; level < figure->snapshot->solution->limit->samples[0].n_levels; level++)
    {
      trace_limit (figure, pen, axes, level);
      qn_pen_stroke (pen, qn_color_alpha (pen->theme->frame, 0.6), QN_DASH_SOLID, 0.6);
    }
}

/* On a ground of its own, so that it stands out from the runs. */
static void
draw_average (const QnFigure *figure, QnPen *pen, const QnAxes *axes)
{
  trace_limit (figure, pen, axes, -1);
  qn_pen_stroke (pen, qn_color_alpha (pen->theme->background, 0.7), QN_DASH_SOLID, 4);
  trace_limit (figure, pen, axes, -1);
  qn_pen_stroke (pen, pen->theme->line[QN_HUE_FOREGROUND], QN_DASH_DASHED, 1.7);
}

/* Up to `time`. */
static void
trace_path (QnPen *pen, const QnAxes *axes, const Path *path, double time)
{
  for (gsize row = path->from; row < path->to && qn_table_get (path->table, row, QN_PATH_TIME) <= time; row++)
    {
      double x = qn_axis_scale_map (&axes->x, qn_table_get (path->table, row, QN_PATH_TIME)), y = qn_axis_scale_map (&axes->y, qn_table_get (path->table, row, QN_PATH_ENERGY));

      qn_pen_to (pen, row == path->from, x, y);
    }
  if (path->to > path->from)
    qn_canvas_line_to (pen->canvas, qn_axis_scale_map (&axes->x, time), qn_axis_scale_map (&axes->y, energy_at (path, time)));
}

/* A jump from one energy to another: a line in its reservoir's hue, with a head where it arrives unless jumps are crowded. */
static void
draw_jump (QnPen *pen, const QnAxes *axes, const Path *path, gsize row, double head)
{
  double bath = qn_table_get (path->table, row, QN_PATH_BATH), x = qn_axis_scale_map (&axes->x, qn_table_get (path->table, row, QN_PATH_TIME));
  double from = qn_axis_scale_map (&axes->y, qn_table_get (path->table, row - 1, QN_PATH_ENERGY)), to = qn_axis_scale_map (&axes->y, qn_table_get (path->table, row, QN_PATH_ENERGY));
  double way = to < from ? -1 : 1, size = MIN (head, 0.6 * fabs (to - from));

  qn_canvas_set_color (pen->canvas, pen->theme->line[bath < 0 ? QN_HUE_COHERENCE : qn_bath_hue ((int) bath)]);
  qn_pen_segment (pen, x, from, x, to - 0.6 * way * size);
  qn_canvas_set_line (pen->canvas, 2.2 * pen->line, NULL, 0);
  qn_canvas_stroke (pen->canvas);
  qn_canvas_move_to (pen->canvas, x - 0.42 * size, to - way * size);
  qn_canvas_line_to (pen->canvas, x + 0.42 * size, to - way * size);
  qn_canvas_line_to (pen->canvas, x, to);
  qn_canvas_close (pen->canvas);
  qn_canvas_fill (pen->canvas);
}

static void
draw_jumps (QnPen *pen, const QnAxes *axes, const Path *path, double time)
{
  int n = 0;
  double head;

  for (gsize row = path->from; row < path->to; row++)
    n += is_jump (path, row);
  head = CLAMP (0.7 * axes->area.width / MAX (n, 1), QN_GAP_NARROW * pen->text, HEAD * pen->text);
  for (gsize row = path->from; row < path->to && qn_table_get (path->table, row, QN_PATH_TIME) <= time; row++)
    if (is_jump (path, row))
      draw_jump (pen, axes, path, row, head);
}

/* --- Layers --------------------------------------------------------------- */

static void
draw_ghosts (QnFigure *figure, QnPen *pen, const QnAxes *axes)
{
  const QnTable *table = paths_of (figure);

  for (int run = 0; table != NULL && run < QN_PATHS; run++)
    {
      Path path = path_of (table, run);

      if (path.to == path.from)
        continue;
      trace_path (pen, axes, &path, qn_time_end (&figure->snapshot->outcome->machine));
      qn_pen_stroke (pen, qn_color_alpha (pen->theme->line[QN_HUE_FOREGROUND], 0.16), QN_DASH_SOLID, 0.9);
    }
}

static void
draw_static (QnFigure *figure, QnPen *pen)
{
  Layout layout;

  lay_out (figure, pen, &layout);
  qn_frame_draw (&layout.frame, pen);
  if (!qn_machine_is_continuous (&figure->snapshot->outcome->machine))
    qn_time_draw_strokes (figure, pen, layout.axes, TRUE);
  qn_canvas_save (pen->canvas);
  clip (pen, layout.axes);
  draw_levels (figure, pen, layout.axes);
  draw_ghosts (figure, pen, layout.axes);
  qn_canvas_restore (pen->canvas);
  layout_clear (&layout);
}

static void
draw_run (QnFigure *figure, QnPen *pen, const QnAxes *axes, const Path *path)
{
  const QnReading *now = &figure->snapshot->now;
  double time = time_shown (figure);

  qn_canvas_save (pen->canvas);
  clip (pen, axes);
  trace_path (pen, axes, path, time);
  qn_pen_stroke (pen, pen->theme->line[QN_HUE_FOREGROUND], QN_DASH_SOLID, 2.2);
  draw_jumps (pen, axes, path, time);
  draw_average (figure, pen, axes);
  qn_canvas_restore (pen->canvas);
  if (now->stroke > 0 || now->fraction > 0)
    qn_axes_disc (axes, pen->canvas, time, energy_at (path, time), 4 * pen->line, pen->theme->line[QN_HUE_FOREGROUND], pen->theme->background);
}

static void
draw_live (QnFigure *figure, QnPen *pen)
{
  const QnTable *table = paths_of (figure);
  Layout layout;

  lay_out (figure, pen, &layout);
  if (table != NULL)
    {
      Path path = path_of (table, run_shown (figure));

      if (path.to > path.from)
        draw_run (figure, pen, layout.axes, &path);
      qn_legend_draw (&layout.legend, pen, layout.head);
    }
  else
    qn_pen_statement (pen, _("Single runs are being drawn…"), qn_rect_inset (layout.axes->area, 0.05 * pen->width, 0.02 * pen->height));
  layout_clear (&layout);
}

/* A jump is two rows at one instant, the second with its reservoir (-1: dephasing) and quantum. */
static void
csv (QnFigure *figure, GString *out)
{
  static const int columns[] = { QN_PATH_TIME, QN_PATH_ENERGY, QN_PATH_LEVEL, QN_PATH_BATH, QN_PATH_QUANTUM };
  const QnSnapshot *s = figure->snapshot;
  const QnTable *table = paths_of (figure);
  double numbers[G_N_ELEMENTS (columns)] = { 0, 0, NAN, NAN, NAN };

  qn_csv_heads (out, "curve", QN_DIMENSION_NONE, "run", QN_DIMENSION_NONE, "time in the cycle", QN_DIMENSION_TIME, "energy", QN_DIMENSION_ENERGY,
                "likeliest level", QN_DIMENSION_NONE, "reservoir of the jump", QN_DIMENSION_NONE, "quantum", QN_DIMENSION_ENERGY, NULL);
  for (gsize i = 0; i < s->solution->limit->n; i++)
    {
      numbers[0] = qn_time_of (&s->outcome->machine, &s->solution->limit->samples[i]);
      numbers[1] = s->solution->limit->samples[i].energy;
      qn_csv_row (out, numbers, G_N_ELEMENTS (numbers), "average,");
    }
  for (gsize row = 0; table != NULL && row < table->n_rows; row++)
    {
      for (gsize k = 0; k < G_N_ELEMENTS (columns); k++)
        numbers[k] = qn_table_get (table, row, columns[k]);
      qn_csv_row (out, numbers, G_N_ELEMENTS (numbers), "run,%d", (int) qn_table_get (table, row, QN_PATH_RUN) + 1);
    }
}

static char *
describe (QnFigure *figure)
{
  const QnTable *table = paths_of (figure);
  g_autofree char *energy = NULL, *average = qn_plain (figure->snapshot->now.energy, QN_DIMENSION_ENERGY);
  GString *out;
  Path path;

  if (table == NULL)
    return g_strdup (_("Single runs are being drawn…"));
  path = path_of (table, run_shown (figure));
  energy = qn_plain (energy_at (&path, time_shown (figure)), QN_DIMENSION_ENERGY);
  out = g_string_new (NULL);
  g_string_append_printf (out, _("Single runs of one cycle: they jump, their average is smooth. Run %d of %d has energy %s; the average over all runs is %s. Quanta so far:"),
                          run_shown (figure) + 1, QN_PATHS, energy, average);
  for (int k = 0; k < figure->snapshot->outcome->machine.n_baths; k++)
    {
      int in, out_of;

      count_jumps (&path, time_shown (figure), k, &in, &out_of);
      g_string_append_printf (out, k > 0 ? "; " : " ");
      g_string_append_printf (out, _("%s: %d in, %d out"), qn_lab_bath_name (figure->snapshot->experiment.lab, k), in, out_of);
    }
  g_string_append_c (out, '.');
  return g_string_free (out, FALSE);
}

const QnFigureClass qn_figure_class_trajectory = {
  .info = { "trajectory", N_("Single runs"), N_("Energy in single runs of one cycle: each jumps when a reservoir "
                                                "exchanges a quantum; the average is smooth"), FALSE, QN_EXTRA_RUNS },
  .state_size = sizeof (State),
  .why_none = why_none,
  .update = update,
  QN_FIGURE_DRAWN,
};
