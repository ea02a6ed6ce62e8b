/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "figures/qn-figure.h"

#include "figures/kit/qn-figure-class.h"
#include "plot/qn-export.h"

#define QN_FIGURE(id, file) extern const QnFigureClass qn_figure_class_##id;
#include "figures/figures.def"
#undef QN_FIGURE

static const QnFigureClass *const classes[] = {
#define QN_FIGURE(id, file) &qn_figure_class_##id,
#include "figures/figures.def"
#undef QN_FIGURE
};

static const QnFigureClass *
find_class (const char *id)
{
  for (gsize i = 0; i < G_N_ELEMENTS (classes); i++)
    if (g_strcmp0 (classes[i]->info.id, id) == 0)
      return classes[i];
  return NULL;
}

const QnFigureInfo *
qn_figure_infos (gsize *n)
{
  static QnFigureInfo infos[G_N_ELEMENTS (classes)];
  static gsize once = 0;

  if (g_once_init_enter (&once))
    {
      for (gsize i = 0; i < G_N_ELEMENTS (classes); i++)
        infos[i] = classes[i]->info;
      g_once_init_leave (&once, 1);
    }
  if (n != NULL)
    *n = G_N_ELEMENTS (classes);
  return infos;
}

const QnFigureInfo *
qn_figure_info (const char *id)
{
  const QnFigureClass *klass = find_class (id);

  return klass != NULL ? &klass->info : NULL;
}

QnFigure *
qn_figure_new (const char *id)
{
  const QnFigureClass *klass = find_class (id);
  QnFigure *figure;

  if (klass == NULL)
    return NULL;
  figure = g_new0 (QnFigure, 1);
  figure->klass = klass;
  figure->camera = qn_camera_home ();
  figure->x.shown = figure->y.shown = QN_RANGE_EMPTY;
  figure->state = g_malloc0 (MAX (klass->state_size, 1));
  return figure;
}

void
qn_figure_free (QnFigure *figure)
{
  if (figure == NULL)
    return;
  g_clear_pointer (&figure->snapshot, qn_snapshot_unref);
  if (figure->klass->clear != NULL)
    figure->klass->clear (figure);
  g_free (figure->state);
  g_free (figure);
}

const QnFigureInfo *
qn_figure_get_info (const QnFigure *figure)
{
  g_return_val_if_fail (figure != NULL, NULL);
  return &figure->klass->info;
}

/* Has the snapshot's lab a use for this figure? */
static gboolean
suits (const QnFigure *figure)
{
  const QnLab *lab = figure->snapshot->experiment.lab;

  return lab == NULL || qn_lab_has_figure (lab, figure->klass->info.id);
}

static char *
why_nothing (const QnFigure *figure)
{
  if (figure->snapshot == NULL)
    return g_strdup (_("Nothing has been computed yet"));
  if (!suits (figure))
    return g_strdup_printf (_("%s: the lab “%s” has no use for this figure"), _(figure->klass->info.name), _(figure->snapshot->experiment.lab->name));
  return g_strdup (figure->snapshot->message != NULL ? figure->snapshot->message : _("Nothing has been computed yet"));
}

static gboolean
has_curve (const QnFigure *figure)
{
  return figure->snapshot != NULL && figure->snapshot->solution->limit != NULL && (figure->snapshot->solution->limit->n > 1 || figure->snapshot->outcome->machine.n_strokes == 0) && suits (figure);
}

static guint64
serial_of (const QnCurve *curve)
{
  return curve != NULL ? curve->serial : 0;
}

gboolean
qn_figure_update (QnFigure *figure, QnSnapshot *snapshot, double seconds, gboolean held)
{
  gboolean first, changed, begins;

  g_return_val_if_fail (figure != NULL && snapshot != NULL, FALSE);

  first = figure->snapshot == NULL;
  begins = first || figure->snapshot->scene != snapshot->scene;
  qn_snapshot_ref (snapshot);
  g_clear_pointer (&figure->snapshot, qn_snapshot_unref);
  figure->snapshot = snapshot;

  changed = first || figure->limit_serial != serial_of (snapshot->solution->limit)
            || figure->reference_serial != serial_of (snapshot->solution->reference) || figure->was_valid != snapshot->valid;
  figure->limit_serial = serial_of (snapshot->solution->limit);
  figure->reference_serial = serial_of (snapshot->solution->reference);
  figure->was_valid = snapshot->valid;
  if (begins) /* nothing of another scene is left in the ranges */
    {
      seconds = INFINITY;
      held = FALSE;
      figure->places = (QnPlaces) { 0 };
    }
  figure->x.held = figure->y.held = held;
  if (!has_curve (figure) || figure->klass->update == NULL)
    return changed;
  return figure->klass->update (figure, seconds, held, changed) || changed;
}

static const char *
why_none (const QnFigure *figure)
{
  return figure->klass->why_none != NULL ? figure->klass->why_none (figure) : NULL;
}

/* Said where there is nothing to draw: the first experiment could not be computed. */
static void
draw_message (QnFigure *figure, QnPen *pen)
{
  g_autofree char *text = why_nothing (figure);

  qn_pen_paragraph (pen, text, QN_SIZE_MESSAGE * pen->text, QN_SIZE_LEAST * pen->text, TRUE, pen->theme->line[QN_HUE_REFERENCE], qn_pen_margin (pen, 0.08));
}

/* What is seen belongs to the last experiment that could be computed, not to the present one. */
static void
draw_veil (QnPen *pen)
{
  qn_pen_fill_rect (pen, qn_pen_whole (pen), qn_color_alpha (pen->theme->background, 0.6));
}

void
qn_figure_draw (QnFigure *figure, QnCanvas *canvas, double width, double height, const QnTheme *theme, QnLayers layers)
{
  QnPen pen = { canvas, theme, width, height, .places = &figure->places };

  g_return_if_fail (figure != NULL && canvas != NULL && theme != NULL && width > 0 && height > 0);

  pen.text = qn_theme_text_size (theme, width, height);
  pen.line = qn_theme_line_width (theme, width, height);
  pen.boxes = g_array_new (FALSE, FALSE, sizeof (QnRect));
  if (!has_curve (figure))
    {
      if (layers & QN_LAYER_STATIC)
        draw_message (figure, &pen);
    }
  else
    {
      if ((layers & QN_LAYER_STATIC) && why_none (figure) != NULL)
        qn_pen_statement (&pen, why_none (figure), qn_pen_margin (&pen, 0.08));
      else if (layers & QN_LAYER_STATIC)
        figure->klass->draw_static (figure, &pen);
      if ((layers & QN_LAYER_LIVE) && figure->klass->draw_live != NULL && why_none (figure) == NULL)
        figure->klass->draw_live (figure, &pen);
      if ((layers & QN_LAYER_LIVE) && !figure->snapshot->valid)
        draw_veil (&pen);
    }
  g_array_unref (pen.boxes);
}

gboolean
qn_figure_get_handle (const QnFigure *figure, QnFigureHandle *handle)
{
  g_return_val_if_fail (figure != NULL, FALSE);

  return figure->klass->handle != NULL && has_curve (figure) && why_none (figure) == NULL && figure->klass->handle (figure, handle) && handle->area.width > 0;
}

void
qn_figure_set_camera (QnFigure *figure, QnCamera camera)
{
  g_return_if_fail (figure != NULL);

  figure->camera = qn_camera_within_reason (camera);
}

QnCamera
qn_figure_get_camera (const QnFigure *figure)
{
  g_return_val_if_fail (figure != NULL, qn_camera_home ());
  return figure->camera;
}

char *
qn_figure_csv (QnFigure *figure)
{
  GString *out;

  g_return_val_if_fail (figure != NULL, NULL);

  out = g_string_new (NULL);
  if (has_curve (figure))
    figure->klass->csv (figure, out);
  return g_string_free (out, FALSE);
}

/* The class's sentence with the results that it names. */
static char *
tell_results (const QnFigure *figure)
{
  const QnSnapshot *s = figure->snapshot;
  const QnFigureClass *klass = figure->klass;
  char *text[G_N_ELEMENTS (klass->told)] = { NULL }, *told;

  for (gsize i = 0; i < G_N_ELEMENTS (text) && klass->told[i] != NULL; i++)
    text[i] = qn_plain (qn_results_get (&s->outcome->results, klass->told[i]), s->experiment.lab->results[qn_lab_result_index (s->experiment.lab, klass->told[i])].dimension);
  told = g_strdup_printf (_(klass->sentence), text[0], text[1], text[2], text[3]);
  for (gsize i = 0; i < G_N_ELEMENTS (text); i++)
    g_free (text[i]);
  return told;
}

char *
qn_figure_describe (QnFigure *figure)
{
  g_autofree char *text = NULL;

  g_return_val_if_fail (figure != NULL, NULL);

  if (!has_curve (figure))
    return why_nothing (figure);
  if (why_none (figure) != NULL)
    text = g_strdup_printf ("%s.", why_none (figure));
  else
    text = figure->klass->describe != NULL ? figure->klass->describe (figure) : tell_results (figure);
  if (figure->snapshot->valid || figure->snapshot->message == NULL)
    return g_steal_pointer (&text);
  return g_strdup_printf (_("%s. Still shown: %s"), figure->snapshot->message, text);
}

typedef struct
{
  QnFigure *figure;
  QnTheme theme;
} Drawing;

static void
draw_export (QnCanvas *canvas, double width, double height, gpointer data)
{
  const Drawing *drawing = data;

  qn_figure_draw (drawing->figure, canvas, width, height, &drawing->theme, QN_LAYER_ALL);
}

/* "Work diagram, Otto engine, Textbook": what a reader of the file is told. */
static char *
document_title (const QnFigureInfo *info, const QnExperiment *experiment)
{
  const QnLab *lab = experiment->lab;
  const QnPreset *preset = lab ? qn_experiment_preset (experiment) : NULL;

  if (lab == NULL)
    return g_strdup (_(info->name));
  if (preset == NULL)
    return g_strdup_printf ("%s – %s", _(info->name), _(lab->name));
  return g_strdup_printf (qn_experiment_changed (experiment) ? _("%s – %s – %s, changed") : "%s – %s – %s", _(info->name), _(lab->name), _(preset->name));
}

/* The theme with the text of the size that the sheet asks for, and the factor that gives its lines. */
static QnTheme
theme_of (const QnFigureSheet *sheet, double *line)
{
  QnTheme theme = qn_theme (sheet->theme, 1);

  if (sheet->font > 0)
    theme.text_scale = sheet->font / qn_theme_text_size (&theme, sheet->width, sheet->height);
  *line = sheet->line > 0 ? sheet->line / qn_theme_line_width (&theme, sheet->width, sheet->height) : 1;
  return theme;
}

static GBytes *
table (QnFigure *figure, const QnRecipe *recipe)
{
  g_autofree char *csv = qn_figure_csv (figure), *comment = qn_recipe_comment (&figure->snapshot->experiment, recipe);
  char *whole = g_strconcat (comment, csv, NULL);

  return g_bytes_new_take (whole, strlen (whole));
}

GBytes *
qn_figure_export_this (QnFigure *figure, const char *path, const QnFigureSheet *sheet, GError **error)
{
  Drawing drawing = { figure };
  QnExportOptions options = { sheet->width, sheet->height, .dpi = sheet->dpi, .text = sheet->text, .decimal = sheet->decimal };
  QnRecipe recipe = { .sheet = *sheet };
  g_autofree char *title = NULL, *payload = NULL;
  QnExportFormat format;

  g_return_val_if_fail (figure != NULL && figure->snapshot != NULL && path != NULL, NULL);

  g_strlcpy (recipe.figure, figure->klass->info.id, sizeof recipe.figure);
  if (g_str_has_suffix (path, "csv"))
    return table (figure, &recipe);
  if (!qn_export_format_from_path (path, &format, error))
    return NULL;
  drawing.theme = theme_of (sheet, &options.line);
  options.background = drawing.theme.background;
  options.title = title = document_title (&figure->klass->info, &figure->snapshot->experiment);
  if (figure->snapshot->experiment.lab)
    options.payload = payload = qn_recipe_payload (&figure->snapshot->experiment, &recipe);
  return qn_export_bytes (format, &options, draw_export, &drawing, error);
}

GBytes *
qn_figure_export (const char *id, QnSnapshot *snapshot, const char *path_or_extension, const QnFigureSheet *sheet, GError **error)
{
  g_autoptr (QnFigure) figure = qn_figure_new (id);

  g_return_val_if_fail (figure != NULL && snapshot != NULL, NULL);

  qn_figure_update (figure, snapshot, 0, FALSE);
  return qn_figure_export_this (figure, path_or_extension, sheet, error);
}
