/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "figures/qn-recipe.h"

#include <math.h>
#include <string.h>

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>

#include "lab/qn-experiment-file.h"
#include "lab/qn-over.h"
#include "lab/qn-quantity.h"
#include "plot/qn-payload.h"

/* The parts of a sheet that a file tells, each under the name of its option; `least` and `most` bound what is believed of a file. */
typedef enum { PART_NUMBER, PART_WHOLE, PART_SWITCH } PartKind;

static const struct
{
  const char *id;
  PartKind kind;
  gsize offset;
  double least, most;
} parts[] = {
  { "width", PART_NUMBER, G_STRUCT_OFFSET (QnFigureSheet, width), 20, 16000 },
  { "height", PART_NUMBER, G_STRUCT_OFFSET (QnFigureSheet, height), 20, 16000 },
  { "dpi", PART_NUMBER, G_STRUCT_OFFSET (QnFigureSheet, dpi), 20, 2400 },
  { "font-size", PART_NUMBER, G_STRUCT_OFFSET (QnFigureSheet, font), 1, 200 },
  { "line", PART_NUMBER, G_STRUCT_OFFSET (QnFigureSheet, line), 0.05, 50 },
  { "cycles", PART_WHOLE, G_STRUCT_OFFSET (QnFigureSheet, cycles), 0, QN_MOST_FIGURE_CYCLES },
  { "trajectories", PART_WHOLE, G_STRUCT_OFFSET (QnFigureSheet, runs), 0, QN_MOST_FIGURE_RUNS },
  { "seed", PART_WHOLE, G_STRUCT_OFFSET (QnFigureSheet, seed), 0, G_MAXINT64 },
  { "text", PART_SWITCH, G_STRUCT_OFFSET (QnFigureSheet, text), 0, 1 },
};

static double
part_value (const QnFigureSheet *sheet, gsize i)
{
  const char *at = (const char *) sheet + parts[i].offset;

  return parts[i].kind == PART_NUMBER ? *(const double *) at : parts[i].kind == PART_WHOLE ? (double) *(const gint64 *) at : *(const gboolean *) at;
}

/* --- The command ------------------------------------------------------------- */

static void
add_word (GString *out, const char *word)
{
  g_autofree char *quoted = NULL;

  if (*word && strspn (word, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._=,/:+") == strlen (word))
    g_string_append_printf (out, " %s", word);
  else
    g_string_append_printf (out, " %s", quoted = g_shell_quote (word));
}

static void
add_experiment (GString *out, const QnExperiment *experiment)
{
  QnExperiment origin = qn_experiment_origin (experiment);

  if (!qn_experiment_preset (experiment))
    qn_experiment_init (&origin, experiment->lab);
  g_string_append_printf (out, " --lab %s", experiment->lab->id);
  if (qn_experiment_preset (experiment))
    g_string_append_printf (out, " --preset %s", experiment->preset);
  for (int i = 0; i < experiment->lab->n_parameters; i++)
    if (experiment->value[i] != origin.value[i])
      {
        g_autofree char *value = qn_experiment_get_text (experiment, i);
        g_autofree char *word = g_strconcat (experiment->lab->parameters[i].id, "=", value, NULL);

        g_string_append (out, " --set");
        add_word (out, word);
      }
}

static void
add_axes (GString *out, const QnExperiment *experiment)
{
  for (QnOver over = 0; over < QN_N_OVERS; over++)
    if (experiment->over[over])
      {
        int i = experiment->over[over] - 1;

        g_string_append_printf (out, " --%s %s", qn_over_id (over), qn_over_is_parameter (over) ? experiment->lab->parameters[i].id : experiment->lab->results[i].id);
      }
}

/* What `run` is told of a sheet. */
static void
add_runs (GString *out, const QnFigureSheet *sheet)
{
  if (sheet->cycles > 0)
    g_string_append_printf (out, " --cycles %" G_GINT64_FORMAT, sheet->cycles);
  if (sheet->runs > 0)
    g_string_append_printf (out, " --trajectories %" G_GINT64_FORMAT " --seed %" G_GINT64_FORMAT, sheet->runs, sheet->seed);
}

static void
add_sheet (GString *out, const QnFigureSheet *sheet)
{
  const QnFigureSheet usual = QN_FIGURE_SHEET;
  char width[QN_NUMBER_SIZE], height[QN_NUMBER_SIZE], text[QN_NUMBER_SIZE];

  g_string_append_printf (out, " --size %sx%s", qn_number_text (width, sheet->width), qn_number_text (height, sheet->height));
  for (gsize i = 2; i < G_N_ELEMENTS (parts); i++)
    if (part_value (sheet, i) != 0 && part_value (sheet, i) != part_value (&usual, i) && parts[i].kind != PART_SWITCH)
      g_string_append_printf (out, " --%s %s", parts[i].id, qn_number_text (text, part_value (sheet, i)));
  if (sheet->theme != usual.theme)
    g_string_append_printf (out, " --theme %s", qn_theme_id (sheet->theme));
  if (sheet->text)
    g_string_append (out, " --text text");
  if (sheet->decimal)
    g_string_append_printf (out, " --decimal %c", sheet->decimal);
}

char *
qn_recipe_command (const QnExperiment *experiment, const QnRecipe *recipe, const char *output)
{
  gboolean drawn = recipe && recipe->figure[0];
  GString *out = g_string_new ("quench-cli");

  g_string_append (out, drawn ? " figure" : " run");
  if (drawn)
    add_word (out, recipe->figure);
  add_experiment (out, experiment);
  if (drawn)
    {
      add_axes (out, experiment);
      add_sheet (out, &recipe->sheet);
      g_string_append (out, " -o");
      add_word (out, output);
    }
  else if (recipe)
    add_runs (out, &recipe->sheet);
  return g_string_free (out, FALSE);
}

/* --- Writing ----------------------------------------------------------------- */

static void
append_sheet (GString *out, const QnRecipe *recipe)
{
  char text[QN_NUMBER_SIZE];

  g_string_append_printf (out, ",\n  \"figure\": {\"id\": \"%s\", \"theme\": \"%s\"", recipe->figure, qn_theme_id (recipe->sheet.theme));
  if (recipe->sheet.decimal)
    g_string_append_printf (out, ", \"decimal\": \"%c\"", recipe->sheet.decimal);
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    if (part_value (&recipe->sheet, i) != 0)
      g_string_append_printf (out, ", \"%s\": %s", parts[i].id, qn_number_text (text, part_value (&recipe->sheet, i)));
  g_string_append_c (out, '}');
}

char *
qn_recipe_payload (const QnExperiment *experiment, const QnRecipe *recipe)
{
  g_autoptr (GString) out = g_string_new ("{");

  qn_experiment_append_json (experiment, out);
  g_string_append_printf (out, ",\n  \"version\": \"%s\"", QN_VERSION);
  if (recipe && recipe->figure[0])
    append_sheet (out, recipe);
  g_string_append (out, "}");
  return qn_payload_seal (out->str);
}

char *
qn_recipe_comment (const QnExperiment *experiment, const QnRecipe *recipe)
{
  g_autofree char *payload = qn_recipe_payload (experiment, recipe), *command = NULL, *name = NULL;

  name = g_strconcat (recipe && recipe->figure[0] ? recipe->figure : experiment->lab->id, ".csv", NULL);
  command = qn_recipe_command (experiment, recipe, name);
  return g_strdup_printf ("# Quench %s\n# command: %s\n" QN_PAYLOAD_COMMENT "%s\n", QN_VERSION, command, payload);
}

/* --- Reading ----------------------------------------------------------------- */

/* What is not as it was written is left as it stands: the experiment is what matters. */
static void
read_sheet (QnRecipe *recipe, JsonObject *figure)
{
  const char *id = json_object_get_string_member_with_default (figure, "id", ""), *theme = json_object_get_string_member_with_default (figure, "theme", "print");
  const char *decimal = json_object_get_string_member_with_default (figure, "decimal", "");

  if (!id || !*id || strspn (id, "abcdefghijklmnopqrstuvwxyz-") != strlen (id))
    return;
  g_strlcpy (recipe->figure, id, sizeof recipe->figure);
  if (!theme || !qn_theme_from_id (theme, &recipe->sheet.theme))
    recipe->sheet.theme = QN_THEME_PRINT;
  if (!g_strcmp0 (decimal, ","))
    recipe->sheet.decimal = ',';
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      double value = json_object_get_double_member_with_default (figure, parts[i].id, 0);
      char *at = (char *) &recipe->sheet + parts[i].offset;

      if (!(value >= parts[i].least && value <= parts[i].most))
        continue;
      if (parts[i].kind == PART_NUMBER)
        *(double *) at = value;
      else if (parts[i].kind == PART_WHOLE)
        *(gint64 *) at = (gint64) value;
      else
        *(gboolean *) at = value != 0;
    }
}

static void
read_recipe (QnRecipe *recipe, const char *json, gsize length)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  JsonNode *node;

  *recipe = (QnRecipe) { .sheet = QN_FIGURE_SHEET };
  if (!json_parser_load_from_data (parser, json, (gssize) length, NULL))
    return;
  node = json_object_get_member (json_node_get_object (json_parser_get_root (parser)), "figure");
  if (node && JSON_NODE_HOLDS_OBJECT (node))
    read_sheet (recipe, json_node_get_object (node));
}

gboolean
qn_recipe_read (const char *data, gsize size, QnExperiment *experiment, QnRecipe *recipe, gboolean *carried, GError **error)
{
  gsize length;
  g_autofree char *json = qn_payload_read (data, size, &length, error);

  if (!json || !qn_experiment_from_json (experiment, json, (gssize) length, error))
    return FALSE;
  if (recipe)
    read_recipe (recipe, json, length);
  if (carried)
    *carried = length != size;
  return TRUE;
}

gboolean
qn_recipe_load (const char *path, QnExperiment *experiment, QnRecipe *recipe, GError **error)
{
  g_autofree char *text = NULL, *shown = g_filename_display_name (path);
  gsize length;

  if (!g_file_get_contents (path, &text, &length, error))
    return FALSE;
  if (qn_recipe_read (text, length, experiment, recipe, NULL, error))
    return TRUE;
  g_prefix_error (error, "%s: ", shown);
  return FALSE;
}
