/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A scene is a setting from its start on: what was shown before leaves no trace in it, and time alone moves no frame. */
#include <string.h>

#include "figures/qn-figure.h"
#include "sim/qn-snapshot-new.h"

#define WIDTH 480
#define HEIGHT 360

static QnSnapshot *
snapshot_of (const QnLab *lab, const QnPreset *preset, int cycles)
{
  g_autoptr (GError) error = NULL;
  QnExperiment experiment;
  QnSnapshot *snapshot;

  g_assert_true (qn_experiment_load_preset (&experiment, lab, preset->id, &error));
  g_assert_no_error (error);
  snapshot = qn_snapshot_new_for (&experiment, cycles, NULL, &error);
  g_assert_no_error (error);
  return snapshot;
}

static char *
drawing (QnFigure *figure, QnLayers layers)
{
  g_autoptr (QnCanvas) canvas = qn_canvas_new_svg (WIDTH, HEIGHT);
  g_autoptr (GBytes) bytes = NULL;
  QnTheme theme = qn_theme (QN_THEME_LIGHT, 1);

  qn_figure_draw (figure, canvas, WIDTH, HEIGHT, &theme, layers);
  bytes = qn_canvas_finish_svg (canvas);
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static void
check_anew (QnSnapshot *before, QnSnapshot *after, const char *id)
{
  g_autoptr (QnFigure) figure = qn_figure_new (id), fresh = qn_figure_new (id);
  g_autofree char *seen = NULL, *wanted = NULL;

  qn_figure_update (figure, before, 0, FALSE);
  g_free (drawing (figure, QN_LAYER_ALL));
  qn_figure_update (figure, after, 0.01, TRUE);
  seen = drawing (figure, QN_LAYER_ALL);
  qn_figure_update (fresh, after, 0, FALSE);
  wanted = drawing (fresh, QN_LAYER_ALL);
  if (strcmp (seen, wanted) == 0)
    return;
  g_test_message ("%s, %s after %s: not drawn as if nothing had been shown before", id, after->experiment.preset, before->experiment.preset);
  g_test_fail ();
}

/* Time alone: the frame and all that stands still is the same after many cycles. */
static void
check_at_rest (QnSnapshot *early, QnSnapshot *late, const char *id)
{
  g_autoptr (QnFigure) figure = qn_figure_new (id);
  g_autofree char *seen = NULL, *wanted = NULL;

  qn_figure_update (figure, early, 0, FALSE);
  wanted = drawing (figure, QN_LAYER_STATIC);
  qn_figure_update (figure, late, 10, FALSE);
  seen = drawing (figure, QN_LAYER_STATIC);
  if (strcmp (seen, wanted) == 0)
    return;
  g_test_message ("%s, %s: what stands still moves as the machine runs", id, early->experiment.preset);
  g_test_fail ();
}

/* Does this figure keep something for its lab? */
static gboolean
keeps (const char *id)
{
  return strcmp (id, "flows") == 0; /* the scale of the bands */
}

/* Does time alone move the axes of this figure? */
static gboolean
runs_on (const char *id)
{
  return strcmp (id, "efficiency") == 0;
}

static void
test_scenes (gconstpointer data)
{
  const QnLab *lab = data;
  gsize n;
  const QnPreset *presets = qn_lab_presets (lab, &n);
  g_autoptr (QnSnapshot) before = snapshot_of (lab, &presets[n - 1], 3);

  for (gsize k = 0; k < n; k++)
    {
      g_autoptr (QnSnapshot) early = snapshot_of (lab, &presets[k], 1), late = snapshot_of (lab, &presets[k], 12);

      late->scene = early->scene = before->scene + 1;
      late->solution->limit->serial = early->solution->limit->serial;
      if (late->solution->reference != NULL)
        late->solution->reference->serial = early->solution->reference->serial;
      for (gsize i = 0; lab->figures[i] != NULL; i++)
        {
          if (!keeps (lab->figures[i]))
            check_anew (before, early, lab->figures[i]);
          if (!runs_on (lab->figures[i]))
            check_at_rest (early, late, lab->figures[i]);
        }
      g_clear_pointer (&before, qn_snapshot_unref);
      before = g_steal_pointer (&late);
    }
}

/* The key of the bands as it is written. */
static char *
key_of (QnFigure *figure, QnSnapshot *snapshot)
{
  g_autoptr (QnCanvas) canvas = qn_canvas_new_svg (WIDTH, HEIGHT);
  QnTheme theme = qn_theme (QN_THEME_LIGHT, 1);
  char *key = NULL;

  qn_figure_update (figure, snapshot, 0, TRUE);
  qn_canvas_record_text (canvas, TRUE);
  qn_figure_draw (figure, canvas, WIDTH, HEIGHT, &theme, QN_LAYER_STATIC);
  for (guint i = 0; i < qn_canvas_recorded_text (canvas)->len; i++)
    {
      const QnTextRecord *record = g_ptr_array_index (qn_canvas_recorded_text (canvas), i);

      if (record->box.y > HEIGHT - 2 * record->box.height && record->box.x < WIDTH / 4)
        key = g_strdup (record->text);
    }
  g_assert_nonnull (key);
  return key;
}

/* Bands of one lab are drawn on one scale, that its key tells, until they leave the picture. */
static void
test_scale_of_bands (void)
{
  static const char *const presets[] = { "textbook", "partial-swap", "short-contacts" };
  const QnLab *lab = qn_lab_find ("swap");
  g_autoptr (QnFigure) figure = qn_figure_new ("flows");
  g_autofree char *first = NULL, *beyond = NULL;
  g_autoptr (QnSnapshot) large = NULL;
  QnExperiment experiment;

  for (gsize i = 0; i < G_N_ELEMENTS (presets); i++)
    {
      QnPreset preset = { .id = presets[i] };
      g_autoptr (QnSnapshot) snapshot = snapshot_of (lab, &preset, 1);
      g_autofree char *key = NULL;

      snapshot->scene = 10 + i;
      key = key_of (figure, snapshot);
      if (first == NULL)
        first = g_strdup (key);
      g_assert_cmpstr (key, ==, first);
    }
  qn_experiment_load_preset (&experiment, lab, "textbook", NULL);
  qn_experiment_set (&experiment, "hot.temperature", 40, NULL);
  qn_experiment_set (&experiment, "spacing.hot", 30, NULL);
  large = qn_snapshot_new_for (&experiment, 1, NULL, NULL);
  g_assert_nonnull (large);
  beyond = key_of (figure, large);
  g_assert_cmpstr (beyond, !=, first);
}

int
main (int argc, char **argv)
{
  gsize n;
  const QnLab *const *labs;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/figures/scene/scale-of-bands", test_scale_of_bands);
  labs = qn_labs (&n);
  for (gsize i = 0; i < n; i++)
    {
      g_autofree char *path = g_strdup_printf ("/figures/scene/%s", labs[i]->id);

      g_test_add_data_func (path, labs[i], test_scenes);
    }
  return g_test_run ();
}
