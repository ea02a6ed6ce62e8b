/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every text of every preset's board against the ground that is really drawn behind it, in every theme: at least 4.5 to 1 (WCAG 2.1). */
#include <math.h>
#include <stdlib.h>

#include "figures/qn-figure.h"
#include "sim/qn-snapshot-new.h"

#define WIDTH 480
#define HEIGHT 360
#define LEAST 4.5

static double
linear (double c)
{
  return c <= 0.03928 ? c / 12.92 : pow ((c + 0.055) / 1.055, 2.4);
}

static double
luminance (QnColor c)
{
  return 0.2126 * linear (c.r) + 0.7152 * linear (c.g) + 0.0722 * linear (c.b);
}

static double
contrast (QnColor a, QnColor b)
{
  double x = luminance (a), y = luminance (b);

  return (MAX (x, y) + 0.05) / (MIN (x, y) + 0.05);
}

static int
compare (gconstpointer a, gconstpointer b)
{
  double x = luminance (*(const QnColor *) a), y = luminance (*(const QnColor *) b);

  return (x > y) - (x < y);
}

/* The middle one of the pixels of a box by brightness: a line that passes behind a text does not make its ground. */
static QnColor
ground (cairo_surface_t *surface, QnRect box)
{
  g_autoptr (GArray) pixels = g_array_new (FALSE, FALSE, sizeof (QnColor));

  for (int y = MAX ((int) box.y, 0); y < MIN (box.y + box.height, HEIGHT); y++)
    for (int x = MAX ((int) box.x, 0); x < MIN (box.x + box.width, WIDTH); x++)
      {
        guint32 p = ((const guint32 *) (cairo_image_surface_get_data (surface) + y * cairo_image_surface_get_stride (surface)))[x];
        QnColor c = qn_color_hex (p & 0xffffff);

        g_array_append_val (pixels, c);
      }
  g_array_sort (pixels, compare);
  return pixels->len ? g_array_index (pixels, QnColor, pixels->len / 2) : (QnColor) { 1, 1, 1, 1 };
}

static void
check (QnSnapshot *snapshot, const char *id, QnThemeKind kind, const char *preset)
{
  g_autoptr (QnFigure) figure = qn_figure_new (id);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);
  QnCanvas *canvas = qn_canvas_new_cairo (cr);
  QnTheme theme = qn_theme (kind, 1);
  const GPtrArray *records;

  cairo_set_source_rgb (cr, theme.background.r, theme.background.g, theme.background.b);
  cairo_paint (cr);
  qn_figure_update (figure, snapshot, 0, FALSE);
  qn_canvas_record_text (canvas, TRUE);
  qn_canvas_hide_text (canvas, TRUE);
  qn_figure_draw (figure, canvas, WIDTH, HEIGHT, &theme, QN_LAYER_ALL);
  cairo_surface_flush (surface);
  records = qn_canvas_recorded_text (canvas);
  for (guint i = 0; i < records->len; i++)
    {
      const QnTextRecord *record = records->pdata[i];
      QnColor behind = ground (surface, record->box), ink = qn_color_mix (behind, record->color, record->color.a);

      if (contrast (ink, behind) >= LEAST)
        continue;
      g_test_message ("%s, %s, %s: \"%s\" has %.2f", preset, id, qn_theme_id (kind), record->text, contrast (ink, behind));
      g_test_fail ();
    }
  qn_canvas_free (canvas);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static QnSnapshot *
snapshot_of (const QnLab *lab, const QnPreset *preset, QnExperiment *experiment)
{
  g_autoptr (GError) error = NULL;
  QnSnapshot *snapshot;

  g_assert_true (qn_experiment_load_preset (experiment, lab, preset->id, &error));
  snapshot = qn_snapshot_new_for (experiment, 2, NULL, &error);
  g_assert_no_error (error);
  if (lab->build && lab->sampler && !snapshot->outcome->machine.medium.klass->gaussian)
    qn_snapshot_add_runs (snapshot, 300, 1, NULL, NULL);
  return snapshot;
}

static void
test_lab (gconstpointer data)
{
  const QnLab *lab = data;
  gsize n;
  const QnPreset *presets = qn_lab_presets (lab, &n);

  for (gsize i = 0; i < n; i++)
    {
      QnExperiment experiment;
      g_autoptr (QnSnapshot) snapshot = snapshot_of (lab, &presets[i], &experiment);
      g_autoptr (GPtrArray) figures = qn_experiment_figures (&experiment);
      g_autofree char *name = g_strdup_printf ("%s, %s", lab->id, presets[i].id);

      for (guint k = 0; k < (i == 0 ? figures->len : MIN (figures->len, 4)); k++)
        for (int kind = 0; kind < QN_N_THEMES; kind++)
          check (snapshot, figures->pdata[k], (QnThemeKind) kind, name);
    }
}

int
main (int argc, char **argv)
{
  gsize n;
  const QnLab *const *labs = qn_labs (&n);

  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < n; i++)
    {
      g_autofree char *path = g_strdup_printf ("/figures/contrast/%s", labs[i]->id);

      g_test_add_data_func (path, labs[i], test_lab);
    }
  return g_test_run ();
}
