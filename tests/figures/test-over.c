/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Figures over parameters: the numbers they draw, what they say, what can be moved in them, and that no text leaves them or covers another. */
#include <math.h>
#include <string.h>

#include "figures/qn-figure.h"
#include "sim/qn-background.h"
#include "sim/qn-snapshot-new.h"

static QnSnapshot *
snapshot_of (const char *lab, const char *preset, const char *x, const char *y, const char *values, gboolean curves)
{
  QnGridPlan plan = { .curves = curves };
  g_autoptr (GError) error = NULL;
  QnSnapshot *snapshot;
  QnGrid *grid;

  g_assert_true (qn_experiment_load_preset (&plan.experiment, qn_lab_find (lab), preset, &error));
  g_assert_true (qn_grid_plan_add_axis (&plan, "x", x, &error) && (!y || qn_grid_plan_add_axis (&plan, "y", y, &error)) && qn_grid_plan_add_values (&plan, values, &error));
  snapshot = qn_snapshot_new_for (&plan.experiment, 0, NULL, &error);
  g_assert_no_error (error);
  grid = qn_grid_new (&plan);
  qn_grid_compute (grid, 0, grid->n, NULL);
  qn_snapshot_take_grid (snapshot, grid);
  return snapshot;
}

static QnFigure *
figure_of (const char *id, QnSnapshot *snapshot)
{
  QnFigure *figure = qn_figure_new (id);

  qn_figure_update (figure, snapshot, 0, FALSE);
  return figure;
}

/* Everything that is written at this size, a line each; no box may leave the figure or meet another. */
static char *
texts_of (QnFigure *figure, double width, double height, double scale)
{
  g_autoptr (QnCanvas) canvas = qn_canvas_new_svg (width, height);
  GString *said = g_string_new (NULL);
  QnTheme theme = qn_theme (QN_THEME_LIGHT, scale);
  const GPtrArray *records;

  qn_canvas_record_text (canvas, TRUE);
  qn_figure_draw (figure, canvas, width, height, &theme, QN_LAYER_ALL);
  records = qn_canvas_recorded_text (canvas);
  for (guint k = 0; k < records->len; k++)
    {
      const QnTextRecord *a = g_ptr_array_index (records, k);

      if (a->box.x < -1 || a->box.y < -1 || a->box.x + a->box.width > width + 1 || a->box.y + a->box.height > height + 1)
        g_error ("“%s” leaves the figure of %g x %g, text %g", a->text, width, height, scale);
      for (guint i = 0; i < k; i++)
        {
          const QnTextRecord *b = g_ptr_array_index (records, i);
          double dx = MIN (a->box.x + a->box.width, b->box.x + b->box.width) - MAX (a->box.x, b->box.x);
          double dy = MIN (a->box.y + a->box.height, b->box.y + b->box.height) - MAX (a->box.y, b->box.y);

          if (dx > 1 && dy > 1 + 0.1 * MIN (a->box.height, b->box.height))
            g_error ("“%s” and “%s” overlap by %g x %g in %g x %g, text %g", a->text, b->text, dx, dy, width, height, scale);
        }
      g_string_append_printf (said, "%s\n", a->text);
    }
  return g_string_free (said, FALSE);
}

static void
check_texts (QnFigure *figure)
{
  static const double sizes[][2] = { { 240, 180 }, { 360, 220 }, { 480, 360 }, { 640, 480 }, { 300, 600 }, { 1280, 800 } };

  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    for (double scale = 1; scale < 2; scale += 0.5)
      {
        g_autofree char *said = texts_of (figure, sizes[i][0], sizes[i][1], scale);
      }
}

/* Where nothing is computed yet that is said; nothing can be moved. */
static void
test_waiting (void)
{
  static const char *const ids[] = { "sweep", "map", "pareto" };
  QnExperiment experiment;
  g_autoptr (QnSnapshot) snapshot = NULL;
  QnFigureHandle handle;

  qn_experiment_init (&experiment, qn_lab_find ("otto"));
  snapshot = qn_snapshot_new_for (&experiment, 0, NULL, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_autoptr (QnFigure) figure = figure_of (ids[i], snapshot);
      g_autofree char *said = qn_figure_describe (figure), *csv = qn_figure_csv (figure);

      g_assert_nonnull (strstr (said, "computed"));
      g_assert_nonnull (csv);
      g_assert_false (qn_figure_get_handle (figure, &handle));
      check_texts (figure);
    }
}

/* Its data are the grid's, and between modes there is no line. */
static void
test_sweep_data (void)
{
  g_autoptr (QnSnapshot) snapshot = snapshot_of ("otto", "friction", "hot.temperature=0.5:8:16", NULL, "power", TRUE);
  g_autoptr (QnFigure) figure = figure_of ("sweep", snapshot);
  g_autofree char *csv = qn_figure_csv (figure);
  g_auto (GStrv) lines = g_strsplit (csv, "\n", -1);
  const QnGrid *grid = snapshot->line;
  gsize at = 0, changes = 0, gaps = 0;

  for (gsize i = 0; i + 1 < grid->n; i++)
    changes += grid->mode[i] != grid->mode[i + 1];
  for (char **line = lines + 1; *line && **line; line++)
    {
      g_auto (GStrv) field = g_strsplit (*line, ",", -1);

      if (!*field[2])
        {
          gaps++;
          continue;
        }
      g_assert_cmpfloat (g_ascii_strtod (field[1], NULL), ==, grid->at[0][at]);
      g_assert_cmpfloat (g_ascii_strtod (field[2], NULL), ==, qn_grid_value (grid, at, 0));
      at++;
    }
  g_assert_cmpuint (at, ==, 16);
  g_assert_cmpuint (changes, >, 0);
  g_assert_cmpuint (gaps, ==, changes);
  check_texts (figure);
}

/* One dimension is one pair of axes, two are two; a family is named by its parameter. */
static void
test_sweep_axes (void)
{
  g_autoptr (QnSnapshot) one = snapshot_of ("otto", "friction", "stroke.drive=0.1:10:9:log", NULL, "work_output,heat_hot,heat_cold", TRUE);
  g_autoptr (QnSnapshot) two = snapshot_of ("otto", "friction", "stroke.drive=0.1:10:9:log", NULL, "work_output,heat_hot,efficiency", TRUE);
  g_autoptr (QnSnapshot) family = snapshot_of ("otto", "friction", "stroke.drive=0.1:10:9:log", "cold.temperature=0.5:1:5", "power", TRUE);
  g_autoptr (QnFigure) a = figure_of ("sweep", one), b = figure_of ("sweep", two), c = figure_of ("sweep", family);
  g_autofree char *said_one = texts_of (a, 800, 600, 1), *said_two = texts_of (b, 800, 600, 1), *said_family = texts_of (c, 800, 600, 1);

  g_assert_nonnull (strstr (said_one, "Cold heat"));
  g_assert_null (strstr (said_one, "Efficiency"));
  g_assert_nonnull (strstr (said_two, "Efficiency"));
  g_assert_nonnull (strstr (said_two, "Hot heat"));
  g_assert_nonnull (strstr (said_family, "0.5000"));
  g_assert_nonnull (strstr (said_family, "0.8750"));
  check_texts (a);
  check_texts (b);
  check_texts (c);
}

/* The present point: where the handle's scales have it. */
static void
test_handle (void)
{
  g_autoptr (QnSnapshot) line = snapshot_of ("otto", "textbook", "hot.temperature=1:10:9", NULL, "power", TRUE);
  g_autoptr (QnSnapshot) map = snapshot_of ("otto", "textbook", "hot.temperature=1:10:9:log", "spacing.hot=1:6:9", "power", FALSE);
  g_autoptr (QnFigure) a = figure_of ("sweep", line), b = figure_of ("map", map);
  g_autofree char *one = texts_of (a, 640, 480, 1), *two = texts_of (b, 640, 480, 1);
  QnFigureHandle handle;

  g_assert_true (qn_figure_get_handle (a, &handle));
  g_assert_cmpint (handle.parameter[0], ==, qn_lab_parameter_index (line->experiment.lab, "hot.temperature"));
  g_assert_cmpint (handle.parameter[1], ==, -1);
  g_assert_cmpfloat_with_epsilon (qn_axis_scale_unmap (&handle.x, handle.area.x), 1, 1e-9);
  g_assert_cmpfloat_with_epsilon (qn_axis_scale_unmap (&handle.x, handle.area.x + handle.area.width), 10, 1e-9);
  g_assert_true (qn_figure_get_handle (b, &handle));
  g_assert_cmpint (handle.parameter[1], ==, qn_lab_parameter_index (line->experiment.lab, "spacing.hot"));
  g_assert_cmpfloat_with_epsilon (qn_axis_scale_unmap (&handle.x, handle.area.x + handle.area.width / 2), sqrt (10), 1e-9);
  g_assert_cmpfloat_with_epsilon (qn_axis_scale_unmap (&handle.y, handle.area.y), 6, 1e-9);
  g_assert_nonnull (strstr (one, "Power"));
  g_assert_nonnull (strstr (two, "Power"));
}

/* Modes by name, Carnot's limit between engine and refrigerator, levels, holes. */
static void
test_map (void)
{
  g_autoptr (QnSnapshot) snapshot = snapshot_of ("otto", "textbook", "hot.temperature=0.2:8:24", "spacing.hot=0.3:8:24", "power", FALSE);
  g_autoptr (QnFigure) figure = figure_of ("map", snapshot);
  g_autofree char *said = texts_of (figure, 800, 600, 1), *csv = qn_figure_csv (figure), *words = qn_figure_describe (figure);
  g_auto (GStrv) lines = g_strsplit (csv, "\n", -1);
  double most = -INFINITY;

  g_assert_nonnull (strstr (said, "Engine"));
  g_assert_nonnull (strstr (said, "Refrigerator"));
  g_assert_nonnull (strstr (said, "Carnot"));
  g_assert_cmpuint (g_strv_length (lines), ==, 2 + 24 * 24);
  for (gsize i = 0; i < snapshot->map->n; i++)
    {
      g_auto (GStrv) field = g_strsplit (lines[1 + i], ",", -1);

      most = MAX (most, qn_grid_value (snapshot->map, i, 0));
      g_assert_cmpstr (field[0], ==, qn_mode_id (snapshot->map->mode[i]));
      g_assert_cmpfloat (g_ascii_strtod (field[3], NULL), ==, qn_grid_value (snapshot->map, i, 0));
    }
  {
    g_autofree char *number = qn_quantity_format_plain (most, QN_DIMENSION_POWER, TRUE);

    g_assert_nonnull (strstr (words, number));
  }
  check_texts (figure);
  for (gsize i = 0; i < 24 * 12; i++)
    qn_grid_fill (snapshot->map, i, QN_MODE_IDLE, 0, NULL, "for this test");
  g_free (said);
  said = texts_of (figure, 800, 600, 1);
  g_assert_nonnull (strstr (said, "not computable"));
}

/* The maximum is that of the points; no engine, no figure. */
static void
test_pareto (void)
{
  g_autoptr (QnSnapshot) snapshot = snapshot_of ("otto", "friction", "stroke.drive=0.1:30:60:log", NULL, "power,efficiency,carnot,curzon_ahlborn", TRUE);
  g_autoptr (QnSnapshot) none = snapshot_of ("otto", "friction", "hot.temperature=0.1:0.4:6", NULL, "power,efficiency", TRUE);
  g_autoptr (QnFigure) figure = figure_of ("pareto", snapshot), idle = figure_of ("pareto", none);
  g_autofree char *said = texts_of (figure, 800, 600, 1), *words = qn_figure_describe (figure), *nothing = qn_figure_describe (idle), *number = NULL;
  double most = -INFINITY;

  for (gsize i = 0; i < snapshot->line->n; i++)
    if (!isnan (qn_grid_value (snapshot->line, i, 1)))
      most = MAX (most, qn_grid_value (snapshot->line, i, 0));
  number = qn_quantity_format_plain (most, QN_DIMENSION_POWER, TRUE);
  g_assert_nonnull (strstr (words, number));
  g_assert_nonnull (strstr (said, "Curzon"));
  g_assert_nonnull (strstr (said, "maximum power"));
  g_assert_nonnull (strstr (nothing, "No engine"));
  check_texts (figure);
  check_texts (idle);
}

/* As the command line and exports make them: every lab has what its figures over parameters show. */
static void
test_labs (void)
{
  gsize n;
  const QnLab *const *labs = qn_labs (&n);

  for (gsize l = 0; l < n; l++)
    for (int map = 0; map < 2; map++)
      {
        QnExperiment experiment;
        QnGridPlan plan;
        g_autoptr (QnSnapshot) snapshot = NULL;
        g_autoptr (QnFigure) figure = NULL;
        g_autofree char *words = NULL;
        QnGrid *grid;

        qn_experiment_init (&experiment, labs[l]);
        plan = map ? qn_over_map (&experiment) : qn_over_line (&experiment);
        plan.axis[0].n = 5;
        if (map)
          plan.axis[1].n = 4;
        snapshot = qn_snapshot_new_for (&experiment, 0, NULL, NULL);
        grid = qn_grid_new (&plan);
        qn_grid_compute (grid, 0, grid->n, NULL);
        qn_snapshot_take_grid (snapshot, grid);
        figure = figure_of (map ? "map" : "sweep", snapshot);
        words = qn_figure_describe (figure);
        g_test_message ("%s: %s", labs[l]->id, words);
        check_texts (figure);
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/over/waiting", test_waiting);
  g_test_add_func ("/over/sweep-data", test_sweep_data);
  g_test_add_func ("/over/sweep-axes", test_sweep_axes);
  g_test_add_func ("/over/handle", test_handle);
  g_test_add_func ("/over/map", test_map);
  g_test_add_func ("/over/pareto", test_pareto);
  g_test_add_func ("/over/labs", test_labs);
  return g_test_run ();
}
