/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The figures over the time of a cycle: the ledger of the second law, coherence and correlation. */
#include <math.h>
#include <string.h>

#include "figures/kit/qn-figure-class.h"
#include "figures/qn-figure.h"
#include "synthetic.h"

/* --- Help ----------------------------------------------------------------- */

/* A machine of a lab's preset with up to four settings "id", "value". */
static QnSnapshot *
snapshot_with (const char *lab, const char *preset, int cycles, const char *const *settings)
{
  g_autoptr (GError) error = NULL;
  QnExperiment experiment;
  QnSnapshot *snapshot;

  g_assert_true (qn_experiment_load_preset (&experiment, qn_lab_find (lab), preset, &error));
  g_assert_no_error (error);
  for (int i = 0; settings != NULL && settings[i] != NULL; i += 2)
    g_assert_true (qn_experiment_set_text (&experiment, settings[i], settings[i + 1], &error));
  snapshot = qn_snapshot_new_for (&experiment, cycles, NULL, &error);
  g_assert_no_error (error);
  return snapshot;
}

/* Any lab's machine may be asked, whether its window offers the figure or not. */
static QnFigure *
figure_of (const char *id, QnSnapshot *snapshot)
{
  QnFigure *figure = qn_figure_new (id);

  if (snapshot->experiment.lab != NULL && !qn_lab_has_figure (snapshot->experiment.lab, id))
    snapshot->experiment.lab = NULL;
  qn_figure_update (figure, snapshot, 0, FALSE);
  return figure;
}

/* Rows of one curve as numbers; empty fields are NaN. */
typedef struct
{
  guint n, columns;
  double *value;
} Table;

static double
at (const Table *table, guint row, guint column)
{
  g_assert_cmpuint (row, <, table->n);
  g_assert_cmpuint (column, <, table->columns);
  return table->value[row * table->columns + column];
}

static Table
table_of (QnFigure *figure, const char *curve)
{
  g_autofree char *csv = qn_figure_csv (figure);
  g_auto (GStrv) lines = g_strsplit (csv, "\n", -1);
  g_auto (GStrv) head = g_strsplit (lines[0], ",", -1);
  Table table = { 0, g_strv_length (head), NULL };

  table.value = g_new (double, table.columns * g_strv_length (lines));
  for (int i = 1; lines[i] != NULL && lines[i][0] != '\0'; i++)
    {
      g_auto (GStrv) row = g_strsplit (lines[i], ",", -1);

      g_assert_cmpuint (g_strv_length (row), ==, table.columns);
      if (strcmp (row[0], curve) != 0)
        continue;
      for (guint k = 0; k < table.columns; k++)
        table.value[table.n * table.columns + k] = row[k][0] != '\0' ? g_ascii_strtod (row[k], NULL) : NAN;
      table.n++;
    }
  return table;
}

enum { CYCLE = 2, TIME, TOTAL, MEDIUM, HOT, COLD }; /* columns of the ledger */

/* Everything that is written, without markup. */
static char *
said_by (QnFigure *figure, double width, double height, double scale)
{
  g_autoptr (QnCanvas) canvas = qn_canvas_new_svg (width, height);
  GString *said = g_string_new (NULL);
  QnTheme theme = qn_theme (QN_THEME_LIGHT, scale);
  const GPtrArray *records;

  qn_canvas_record_text (canvas, TRUE);
  qn_figure_draw (figure, canvas, width, height, &theme, QN_LAYER_ALL);
  records = qn_canvas_recorded_text (canvas);
  for (guint i = 0; i < records->len; i++)
    {
      const QnTextRecord *record = g_ptr_array_index (records, i);
      g_autofree char *plain = NULL;

      g_assert_true (pango_parse_markup (record->text, -1, 0, NULL, &plain, NULL, NULL));
      g_string_append_printf (said, "%s ", plain);
    }
  return g_string_free (said, FALSE);
}

static void
assert_says (QnFigure *figure, const char *words)
{
  g_autofree char *said = said_by (figure, 800, 600, 1);

  if (strstr (said, words) == NULL)
    g_error ("the figure does not say \"%s\" but \"%s\"", words, said);
}

static void
assert_silent (QnFigure *figure, const char *words)
{
  g_autofree char *said = said_by (figure, 800, 600, 1);

  if (strstr (said, words) != NULL)
    g_error ("the figure says \"%s\": \"%s\"", words, said);
}

/* --- The ledger ----------------------------------------------------------- */

/* The total never falls and ends with the cycle's entropy production; what lies between corners holds to 1e-9. */
static void
check_ledger (QnSnapshot *snapshot, const char *where)
{
  gboolean regenerates = qn_machine_regenerates (&snapshot->outcome->machine);
  g_autoptr (QnFigure) figure = figure_of ("entropy", snapshot);
  Table table = table_of (figure, "limit");
  double scale = 1;

  g_test_message ("%s: %g of %g", where, at (&table, table.n - 1, TOTAL), snapshot->outcome->ledger.entropy_production);
  g_assert_cmpuint (table.n, ==, snapshot->solution->limit->n);
  for (guint i = 0; i < table.n; i++)
    {
      scale = MAX (scale, fabs (at (&table, i, HOT)) + fabs (at (&table, i, COLD)));
      g_assert_cmpfloat_with_epsilon (at (&table, i, TOTAL), at (&table, i, MEDIUM) + at (&table, i, HOT) + at (&table, i, COLD), 1e-12 * scale);
      if (i > 0)
        {
          g_assert_cmpfloat (at (&table, i, TOTAL), >=, at (&table, i - 1, TOTAL) - 1e-8 * scale);
          g_assert_cmpfloat (at (&table, i, TIME), >=, at (&table, i - 1, TIME));
        }
    }
  g_assert_cmpfloat_with_epsilon (at (&table, 0, TOTAL), 0, 1e-14);
  g_assert_cmpfloat_with_epsilon (at (&table, table.n - 1, MEDIUM), 0, 1e-9);
  if (!regenerates)
    g_assert_cmpfloat_with_epsilon (at (&table, table.n - 1, TOTAL), snapshot->outcome->ledger.entropy_production, 1e-9 * scale);
  assert_silent (figure, "below zero");
  assert_says (figure, "Total Σ");
  g_free (table.value);
}

static void
test_ledger (void)
{
  static const char *const labs[] = { "otto", "carnot", "stirling" };

  for (gsize i = 0; i < G_N_ELEMENTS (labs); i++)
    {
      gsize n;
      const QnPreset *presets = qn_lab_presets (qn_lab_find (labs[i]), &n);

      for (gsize k = 0; k < n; k++)
        {
          g_autoptr (QnSnapshot) snapshot = snapshot_with (labs[i], presets[k].id, 0, NULL);
          g_autofree char *where = g_strdup_printf ("%s, %s", labs[i], presets[k].id);

          if (snapshot->outcome->machine.bath[QN_HOT].squeezing == 0 && isfinite (snapshot->now.entropy))
            check_ledger (snapshot, where);
        }
    }
}

/* The total of an engine's cycle is written at the curve's end, with the number of its books. */
static void
test_value (void)
{
  g_autoptr (QnSnapshot) snapshot = snapshot_with ("otto", "friction", 0, NULL);
  g_autoptr (QnFigure) figure = figure_of ("entropy", snapshot);
  g_autofree char *number = qn_format_markup (snapshot->outcome->ledger.entropy_production, 3);
  g_autofree char *expected = g_strdup_printf ("Total Σ  %s", number);

  assert_says (figure, expected);
}

/* A regenerator stands outside the medium: the ledger ends above that of the rebooked heats. */
static void
test_regenerator (void)
{
  g_autoptr (QnSnapshot) snapshot = snapshot_with ("stirling", "regenerator", 0, NULL);
  g_autoptr (QnFigure) figure = figure_of ("entropy", snapshot);
  g_autofree char *csv = qn_figure_csv (figure), *words = qn_figure_describe (figure);
  Table table = table_of (figure, "limit");

  g_assert_cmpfloat (at (&table, table.n - 1, TOTAL), >, snapshot->outcome->ledger.entropy_production + 0.01);
  g_assert_nonnull (strstr (csv, "medium's own heats"));
  g_assert_nonnull (strstr (words, "no regenerator"));
  g_free (table.value);
}

/* A squeezed reservoir: no heat over temperature, but the total of the cycle from its books. */
static void
test_squeezed (void)
{
  g_autoptr (QnSnapshot) snapshot = snapshot_with ("otto", "squeezed", 0, NULL);
  g_autoptr (QnFigure) figure = figure_of ("entropy", snapshot);
  g_autofree char *number = qn_format_markup (snapshot->outcome->ledger.entropy_production, 3);
  g_autofree char *expected = g_strdup_printf ("Total Σ  %s", number);
  Table table = table_of (figure, "limit");

  g_assert_cmpfloat (snapshot->outcome->ledger.entropy_production, >, 1e-3);
  for (guint i = 0; i < table.n; i++)
    {
      g_assert_true (isnan (at (&table, i, TOTAL)) && isnan (at (&table, i, HOT)) && isnan (at (&table, i, COLD)));
      g_assert_cmpfloat_with_epsilon (at (&table, i, MEDIUM), snapshot->solution->limit->samples[i].entropy - snapshot->solution->limit->samples[0].entropy, 1e-14);
    }
  assert_says (figure, "A squeezed reservoir");
  assert_says (figure, expected);
  g_free (table.value);
}

/* A dephased oscillator has no entropy that is known, but after the whole cycle it is what it was. */
static void
test_dephased_oscillator (void)
{
  static const char *const settings[] = { "drive.dephasing", "0.3", NULL };
  g_autoptr (QnSnapshot) snapshot = snapshot_with ("otto", "oscillator", 0, settings);
  g_autoptr (QnFigure) figure = figure_of ("entropy", snapshot);
  const double *heat = snapshot->outcome->ledger.heat;
  double sum = -heat[QN_HOT] / snapshot->outcome->machine.bath[QN_HOT].temperature - heat[QN_COLD] / snapshot->outcome->machine.bath[QN_COLD].temperature;
  g_autofree char *number = qn_format_markup (sum, 3), *expected = g_strdup_printf ("Total Σ  %s", number);
  Table table = table_of (figure, "limit");

  g_assert_true (isnan (at (&table, 5, MEDIUM)) && isnan (at (&table, 5, TOTAL)) && isfinite (at (&table, 5, HOT)));
  assert_says (figure, "not Gaussian");
  assert_says (figure, expected);
  g_free (table.value);
}

/* A machine that never moves: straight lines; heats of the whole energy with bare jumps break the law, and that is said. */
static void
test_continuous (void)
{
  static const struct { const char *preset; gboolean lawful; } cases[] = { { "textbook", TRUE }, { "beyond-carnot", FALSE } };

  for (gsize k = 0; k < G_N_ELEMENTS (cases); k++)
    {
      g_autoptr (QnSnapshot) snapshot = snapshot_with ("maser", cases[k].preset, 0, NULL);
      g_autoptr (QnFigure) figure = figure_of ("entropy", snapshot);
      Table table = table_of (figure, "limit");
      double end = at (&table, table.n - 1, TOTAL), period = at (&table, table.n - 1, TIME);

      g_assert_true (cases[k].lawful ? end > 1e-6 : end < -1e-6);
      g_assert_cmpfloat_with_epsilon (period, snapshot->outcome->ledger.period, 1e-12 * period);
      for (guint i = 0; i < table.n; i++)
        g_assert_cmpfloat_with_epsilon (at (&table, i, TOTAL), end * at (&table, i, TIME) / period, 1e-8 * fabs (end) + 1e-11);
      if (cases[k].lawful)
        assert_silent (figure, "below zero");
      else
        assert_says (figure, "falls below zero, which nature forbids");
      g_free (table.value);
    }
}

/* --- The run -------------------------------------------------------------- */

/* Not the orbit's first cycle: S(0) is the live cycle's own, and the cycle before is still there behind it. */
static void
test_live (void)
{
  static const char *const settings[] = { "hot.coupling", "0.02", "cold.coupling", "0.02", NULL };
  g_autoptr (QnSnapshot) snapshot = snapshot_with ("otto", "textbook", 3, settings);
  g_autoptr (QnFigure) figure = figure_of ("entropy", snapshot);
  Table live = table_of (figure, "live"), limit = table_of (figure, "limit");
  guint last = 0;

  g_assert_cmpuint (live.n, >, 10);
  g_assert_cmpfloat_with_epsilon (at (&live, live.n - 1, TOTAL), 0, 1e-14); /* a new cycle has just begun */
  for (guint i = 0; i < live.n; i++)
    if (at (&live, i, CYCLE) == at (&live, live.n - 1, CYCLE) - 1)
      last = i;
  g_assert_cmpuint (last, >, 10);
  g_assert_true (isfinite (at (&live, last, TOTAL)));
  g_assert_cmpfloat (at (&live, last, MEDIUM), >, at (&limit, limit.n - 1, MEDIUM) + 1e-3); /* still warming up */
  g_free (live.value);
  g_free (limit.value);
}

/* A machine that never moves: now stands at the right end, and nothing jumps where one stretch of time follows another. */
static void
test_scrolls (void)
{
  g_autoptr (QnSnapshot) snapshot = snapshot_with ("maser", "saturated", 3, NULL);
  g_autoptr (QnFigure) figure = figure_of ("entropy", snapshot);
  Table live = table_of (figure, "live"), limit = table_of (figure, "limit");
  double end = at (&limit, limit.n - 1, TOTAL);

  g_assert_cmpint (snapshot->now.cycle, ==, 3);
  g_assert_cmpfloat (end, >, 1);
  g_assert_cmpfloat_with_epsilon (at (&live, live.n - 1, TOTAL), end, 1e-2 * end);
  for (guint i = 1; i < live.n; i++)
    g_assert_cmpfloat_with_epsilon (at (&live, i, TOTAL), at (&live, i - 1, TOTAL), 0.05 * end);
  g_assert_cmpfloat (figure->x.shown.max, ==, 0);
  assert_says (figure, "Time from now");
  g_free (live.value);
  g_free (limit.value);
}

/* What leaves the axes of the steady state is marked at their edge. */
static void
test_cut (void)
{
  g_autoptr (QnSnapshot) young = snapshot_with ("maser", "beyond-carnot", 1, NULL), old = snapshot_with ("maser", "textbook", 40, NULL);
  QnSnapshot *snapshots[] = { young, old };
  guint wedges[2] = { 0, 0 };

  for (int i = 0; i < 2; i++)
    {
      g_autoptr (QnFigure) figure = figure_of ("currents", snapshots[i]);
      g_autoptr (QnCanvas) canvas = qn_canvas_new_svg (640, 480);
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (GRegex) wedge = g_regex_new ("<path d=\"M[-0-9.]+ [-0-9.]+L[-0-9.]+ [-0-9.]+L[-0-9.]+ [-0-9.]+\" fill=\"#", 0, 0, NULL);
      g_autoptr (GMatchInfo) match = NULL;
      g_autofree char *svg = NULL;
      QnTheme theme = qn_theme (QN_THEME_LIGHT, 1);

      qn_figure_draw (figure, canvas, 640, 480, &theme, QN_LAYER_LIVE);
      bytes = qn_canvas_finish_svg (canvas);
      svg = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
      for (g_regex_match (wedge, svg, 0, &match); g_match_info_matches (match); g_match_info_next (match, NULL))
        wedges[i]++;
    }
  g_assert_cmpuint (wedges[0], >=, 4);
  g_assert_cmpuint (wedges[1], ==, 0);
}

/* What a reservoir took before its temperature changed stays what it was. */
static void
test_temperature_moves (void)
{
  g_autoptr (QnSnapshot) before = test_snapshot_new (TEST_ENGINE, 0.10, 3), after = test_snapshot_new (TEST_ENGINE, 0.25, 3), next = test_snapshot_new (TEST_ENGINE, 0.25, 4);
  g_autoptr (QnFigure) figure = qn_figure_new ("entropy");
  double old = before->outcome->machine.bath[QN_HOT].temperature, new = 3 * old;
  double q1 = before->now.heat[QN_HOT], q2 = after->now.heat[QN_HOT];
  Table live;

  g_assert_cmpfloat (q2, >, q1 + 0.01);
  after->solution->outcome->machine.bath[QN_HOT].temperature = next->solution->outcome->machine.bath[QN_HOT].temperature = new;
  qn_figure_update (figure, before, 0.016, FALSE);
  qn_figure_update (figure, after, 0.016, TRUE);
  live = table_of (figure, "live");
  g_assert_cmpfloat_with_epsilon (at (&live, live.n - 1, HOT), -q1 / old - (q2 - q1) / new, 1e-12);
  for (guint i = 0; i < live.n; i++)
    if (at (&live, i, CYCLE) == at (&live, live.n - 1, CYCLE))
      g_assert_true (!isnan (at (&live, i, HOT)) == (at (&live, i, TIME) >= before->now.time - 3 * before->outcome->ledger.period - 1e-9));
  g_free (live.value);
  qn_figure_update (figure, next, 0.016, TRUE);
  live = table_of (figure, "live");
  g_assert_cmpfloat_with_epsilon (at (&live, live.n - 1, HOT), -q2 / new, 1e-12);
  g_free (live.value);
}

/* By the stroke, not by the clock. */
static void
test_time (void)
{
  g_autoptr (QnSnapshot) snapshot = snapshot_with ("otto", "textbook", 0, NULL);
  QnMachine *machine = &snapshot->solution->outcome->machine;
  g_autoptr (QnFigure) figure = NULL;
  g_autofree char *said = NULL;
  Table table;

  for (int i = 0; i < machine->n_strokes; i++)
    machine->stroke[i].duration = i == 2 ? 6 : 1;
  figure = figure_of ("entropy", snapshot);
  table = table_of (figure, "limit");
  for (guint i = 0; i < table.n; i++)
    {
      const QnReading *s = &snapshot->solution->limit->samples[i];
      const double starts[] = { 0, 1, 2, 8 };

      g_assert_cmpfloat_with_epsilon (at (&table, i, TIME), starts[s->stroke] + s->fraction * (s->stroke == 2 ? 6 : 1), 1e-12);
    }
  g_free (table.value);
  for (int i = 0; i < machine->n_strokes; i++)
    machine->stroke[i].duration = 0;
  table = table_of (figure, "limit");
  g_assert_cmpfloat_with_epsilon (at (&table, table.n - 1, TIME), machine->n_strokes, 1e-12);
  g_free (table.value);
}

/* --- Coherence and correlation -------------------------------------------- */

static void
test_measures (void)
{
  static const char *const settings[] = { "medium.anisotropy", "0.5", "cold.temperature", "0.3", "medium.exchange", "3", NULL };
  g_autoptr (QnSnapshot) snapshot = snapshot_with ("otto", "coupled", 0, settings);
  g_autoptr (QnFigure) figure = figure_of ("correlations", snapshot);
  Table table = table_of (figure, "limit");

  g_assert_cmpuint (table.n, ==, snapshot->solution->limit->n);
  for (guint i = 0; i < table.n; i++)
    {
      const QnReading *s = &snapshot->solution->limit->samples[i];

      g_assert_cmpfloat (at (&table, i, 4), ==, s->concurrence);
      g_assert_cmpfloat (at (&table, i, 5), ==, s->mutual_information);
      g_assert_cmpfloat (at (&table, i, 6), ==, s->coherence_l1);
      g_assert_cmpfloat (at (&table, i, 7), ==, s->coherence_relative);
    }
  assert_says (figure, "Entanglement C");
  assert_says (figure, "Mutual information I");
  assert_says (figure, "Coherence C1");
  assert_says (figure, "Entropy of coherence");
  assert_silent (figure, "never entangled");
  g_free (table.value);
}

/* What is always nothing is not drawn, and what would make some is said. */
static void
test_why_nothing (void)
{
  static const struct
  {
    const char *preset, *settings[5], *says, *silent;
  } cases[] = {
    { "textbook", { NULL }, "Set Δ above 0", "Coherence C1" },
    { "friction", { NULL }, "Coherence C1", "Entanglement" },
    { "ladder", { NULL }, "do not change", "Coherence C1" },
    { "box", { NULL }, "do not change", "Coherence C1" },
    { "oscillator", { NULL }, "Wigner", "Coherence C1" },
    { "coupled", { NULL }, "Entanglement C", "Coherence C1" },
    { "coupled", { "medium.anisotropy", "0.5", NULL }, "never entangled", "Entanglement C" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (QnSnapshot) snapshot = snapshot_with ("otto", cases[i].preset, 0, cases[i].settings);
      g_autoptr (QnFigure) figure = figure_of ("correlations", snapshot);
      g_autofree char *words = qn_figure_describe (figure);

      g_test_message ("%s: %s", cases[i].preset, words);
      assert_says (figure, cases[i].says);
      assert_silent (figure, cases[i].silent);
      g_assert_null (strchr (words, '<'));
    }
}

/* Two qubits in a product of diagonal states all the time. */
static void
test_nothing_between_two (void)
{
  g_autoptr (QnSnapshot) snapshot = snapshot_with ("otto", "coupled", 0, NULL);
  g_autoptr (QnFigure) figure = NULL;

  for (gsize i = 0; i < snapshot->solution->limit->n + snapshot->n_trail; i++)
    {
      QnReading *s = i < snapshot->solution->limit->n ? &snapshot->solution->limit->samples[i] : &snapshot->trail[i - snapshot->solution->limit->n];

      s->concurrence = s->mutual_information = s->coherence_l1 = s->coherence_relative = i % 2 == 0 ? 0 : 1e-14;
    }
  figure = figure_of ("correlations", snapshot);
  assert_says (figure, "No correlation");
  assert_says (figure, "Set J above 0");
  assert_silent (figure, "Mutual");
}

/* Two kinds of measures stand in two panels where there is room, in one where there is none. */
static void
test_panels (void)
{
  static const char *const settings[] = { "medium.anisotropy", "0.5", NULL };
  g_autoptr (QnSnapshot) snapshot = snapshot_with ("otto", "coupled", 0, settings);
  g_autoptr (QnFigure) figure = figure_of ("correlations", snapshot);
  g_autofree char *large = said_by (figure, 640, 480, 1), *small = said_by (figure, 240, 180, 1), *again = said_by (figure, 640, 480, 1);

  g_assert_null (strstr (large, "Coherence and correlation"));
  g_assert_nonnull (strstr (small, "Coherence and correlation"));
  g_assert_cmpstr (large, ==, again);
}

/* --- Labels --------------------------------------------------------------- */

static void
check_labels (QnFigure *figure, double width, double height, double scale, const char *where)
{
  g_autoptr (QnCanvas) canvas = qn_canvas_new_svg (width, height);
  QnTheme theme = qn_theme (QN_THEME_LIGHT, scale);
  const GPtrArray *records;

  qn_canvas_record_text (canvas, TRUE);
  qn_figure_draw (figure, canvas, width, height, &theme, QN_LAYER_ALL);
  records = qn_canvas_recorded_text (canvas);
  g_assert_cmpuint (records->len, >, 0);
  for (guint i = 0; i < records->len; i++)
    {
      const QnTextRecord *a = g_ptr_array_index (records, i);

      if (a->box.x < -1 || a->box.y < -1 || a->box.x + a->box.width > width + 1 || a->box.y + a->box.height > height + 1)
        g_error ("%s, %gx%g, text %g: \"%s\" leaves the figure", where, width, height, scale, a->text);
      for (guint j = 0; j < i; j++)
        {
          const QnTextRecord *b = g_ptr_array_index (records, j);
          double dx = MIN (a->box.x + a->box.width, b->box.x + b->box.width) - MAX (a->box.x, b->box.x);
          double dy = MIN (a->box.y + a->box.height, b->box.y + b->box.height) - MAX (a->box.y, b->box.y);

          if (dx > 1 && dy > 1 + 0.1 * MIN (a->box.height, b->box.height))
            g_error ("%s, %gx%g, text %g: \"%s\" and \"%s\" overlap", where, width, height, scale, a->text, b->text);
        }
    }
}

static void
test_labels (gconstpointer data)
{
  static const struct { const char *lab, *preset, *settings[5]; } machines[] = {
    { "otto", "friction", { NULL } },
    { "otto", "squeezed", { NULL } },
    { "otto", "oscillator", { "drive.dephasing", "0.3", NULL } },
    { "otto", "coupled", { "medium.anisotropy", "0.5", NULL } },
    { "otto", "coupled", { "medium.anisotropy", "0.8", "cold.temperature", "0.2", NULL } },
    { "otto", "textbook", { "stroke.hot", "0", "stroke.drive", "0", NULL } },
    { "carnot", "quasi-static", { NULL } },
    { "stirling", "regenerator", { NULL } },
    { "maser", "beyond-carnot", { NULL } },
    { "absorption", "textbook", { NULL } },
  };
  static const double sizes[][2] = { { 240, 180 }, { 320, 240 }, { 480, 360 }, { 360, 640 }, { 1920, 1080 } };

  for (gsize i = 0; i < G_N_ELEMENTS (machines); i++)
    {
      g_autoptr (QnSnapshot) snapshot = snapshot_with (machines[i].lab, machines[i].preset, 0, machines[i].settings);
      g_autoptr (QnFigure) figure = figure_of (data, snapshot);
      g_autofree char *where = g_strdup_printf ("%s, %s", machines[i].lab, machines[i].preset);

      for (gsize k = 0; k < G_N_ELEMENTS (sizes); k++)
        for (double scale = 1; scale < 2.2; scale += 0.5)
          check_labels (figure, sizes[k][0], sizes[k][1], scale, where);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/figures/time/ledger", test_ledger);
  g_test_add_func ("/figures/time/value", test_value);
  g_test_add_func ("/figures/time/regenerator", test_regenerator);
  g_test_add_func ("/figures/time/squeezed", test_squeezed);
  g_test_add_func ("/figures/time/dephased-oscillator", test_dephased_oscillator);
  g_test_add_func ("/figures/time/continuous", test_continuous);
  g_test_add_func ("/figures/time/live", test_live);
  g_test_add_func ("/figures/time/scrolls", test_scrolls);
  g_test_add_func ("/figures/time/cut", test_cut);
  g_test_add_func ("/figures/time/temperature-moves", test_temperature_moves);
  g_test_add_func ("/figures/time/by-the-stroke", test_time);
  g_test_add_func ("/figures/time/measures", test_measures);
  g_test_add_func ("/figures/time/why-nothing", test_why_nothing);
  g_test_add_func ("/figures/time/nothing-between-two", test_nothing_between_two);
  g_test_add_func ("/figures/time/panels", test_panels);
  g_test_add_data_func ("/figures/time/labels/entropy", "entropy", test_labels);
  g_test_add_data_func ("/figures/time/labels/correlations", "correlations", test_labels);
  return g_test_run ();
}
