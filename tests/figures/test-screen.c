/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the last row sees: every preset's own board on a screen of 1280 by 800, its digits large, its texts apart. */
#include <math.h>
#include <string.h>

#include <pango/pangocairo.h>

#include "figures/qn-figure.h"
#include "sim/qn-snapshot-new.h"

#define SCREEN 800

/* Of the drawing in a view of the board: a grid of two by two, the large one of three, a small one of them, one enlarged, and
 * one of four in full screen. */
static const struct
{
  double width, height, digits;
} places[] = {
  { 334, 255, QN_DIGITS },
  { 362, 560, QN_DIGITS_LARGE },
  { 306, 255, QN_DIGITS },
  { 692, 560, QN_DIGITS_LARGE },
  { 622, 318, QN_DIGITS_LARGE },
};

/* Height of a 0 in sizes of its text. */
static double
digit (void)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  PangoLayout *layout = pango_layout_new (context);
  PangoFontDescription *font = pango_font_description_from_string ("Cantarell, Inter, Noto Sans, DejaVu Sans, sans-serif");
  PangoRectangle ink;

  pango_font_description_set_absolute_size (font, 100 * PANGO_SCALE);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_text (layout, "0", -1);
  pango_layout_get_extents (layout, &ink, NULL);
  pango_font_description_free (font);
  g_object_unref (layout);
  g_object_unref (context);
  return ink.height / (100.0 * PANGO_SCALE);
}

static gboolean
is_number (const char *text)
{
  return g_regex_match_simple ("^[−0-9.]+$", text, 0, 0);
}

/* Ticks and other numbers that stand alone, as the drawing has them. */
static void
check_digits (const char *svg, double least, const char *where)
{
  double of_size = digit ();
  g_autoptr (GRegex) number = g_regex_new ("<text [^>]*><tspan [^>]*font-size=\"([0-9.]+)\"[^>]*>([^<]*)</tspan></text>", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;

  for (g_regex_match (number, svg, 0, &match); g_match_info_matches (match); g_match_info_next (match, NULL))
    {
      g_autofree char *size = g_match_info_fetch (match, 1), *text = g_match_info_fetch (match, 2);
      double height = g_ascii_strtod (size, NULL) * of_size;

      if (!is_number (text) || height >= least)
        continue;
      g_test_message ("%s: the digits of %s are %.2f high, not %.2f", where, text, height, least);
      g_test_fail ();
    }
}

static void
check_apart (const GPtrArray *records, double width, double height, const char *where)
{
  for (guint i = 0; i < records->len; i++)
    {
      const QnTextRecord *a = g_ptr_array_index (records, i);

      if (a->box.x < -1 || a->box.y < -1 || a->box.x + a->box.width > width + 1 || a->box.y + a->box.height > height + 1)
        {
          g_test_message ("%s: \"%s\" leaves the figure", where, a->text);
          g_test_fail ();
        }
      for (guint j = 0; j < i; j++)
        {
          const QnTextRecord *b = g_ptr_array_index (records, j);
          double dx = MIN (a->box.x + a->box.width, b->box.x + b->box.width) - MAX (a->box.x, b->box.x);
          double dy = MIN (a->box.y + a->box.height, b->box.y + b->box.height) - MAX (a->box.y, b->box.y);

          if (dx <= 1 || dy <= 1 + 0.1 * MIN (a->box.height, b->box.height))
            continue;
          g_test_message ("%s: \"%s\" and \"%s\" overlap", where, a->text, b->text);
          g_test_fail ();
        }
    }
}

static void
check_place (QnSnapshot *snapshot, const char *id, gsize place, const char *preset)
{
  double width = places[place].width, height = places[place].height;
  g_autoptr (QnFigure) figure = qn_figure_new (id);
  g_autoptr (QnCanvas) canvas = qn_canvas_new_svg (width, height);
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *svg = NULL, *where = g_strdup_printf ("%s, %s, %gx%g", preset, id, width, height);
  QnTheme theme = qn_theme (QN_THEME_LIGHT, 1.2);

  theme.least_text = qn_theme_screen_text (width, height, SCREEN, places[place].digits);
  qn_figure_update (figure, snapshot, 0, FALSE);
  qn_canvas_record_text (canvas, TRUE);
  qn_figure_draw (figure, canvas, width, height, &theme, QN_LAYER_ALL);
  check_apart (qn_canvas_recorded_text (canvas), width, height, where);
  bytes = qn_canvas_finish_svg (canvas);
  svg = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  check_digits (svg, QN_DIGITS * SCREEN - 0.1, where);
}

static void
check_preset (const QnLab *lab, const QnPreset *preset)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (QnSnapshot) snapshot = NULL;
  g_autoptr (GPtrArray) figures = NULL;
  g_autofree char *name = g_strdup_printf ("%s, %s", lab->id, preset->id);
  QnExperiment experiment;

  g_assert_true (qn_experiment_load_preset (&experiment, lab, preset->id, &error));
  snapshot = qn_snapshot_new_for (&experiment, 2, NULL, &error);
  g_assert_no_error (error);
  figures = qn_experiment_figures (&experiment);
  for (guint i = 0; i < MIN (figures->len, 4); i++)
    for (gsize place = 0; place < G_N_ELEMENTS (places); place++)
      check_place (snapshot, figures->pdata[i], place, name);
}

static void
test_lab (gconstpointer data)
{
  const QnLab *lab = data;
  gsize n;
  const QnPreset *presets = qn_lab_presets (lab, &n);

  for (gsize i = 0; i < n; i++)
    check_preset (lab, &presets[i]);
}

int
main (int argc, char **argv)
{
  gsize n;
  const QnLab *const *labs = qn_labs (&n);

  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < n; i++)
    {
      g_autofree char *path = g_strdup_printf ("/figures/screen/%s", labs[i]->id);

      g_test_add_data_func (path, labs[i], test_lab);
    }
  return g_test_run ();
}
