/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>
#include <json-glib/json-glib.h>
#include <math.h>
#include <string.h>

#include "cli/qn-cli-points.h"

#include "cli/qn-cli.h"
#include "lab/qn-experiment-file.h"

#define POINTS_VERSION 1

static void
append_strings (GString *out, const char *name, const char *const *text, int n)
{
  g_string_append_printf (out, ", \"%s\": [", name);
  for (int i = 0; i < n; i++)
    {
      g_string_append (out, i ? ", " : "");
      qn_json_string (out, text[i]);
    }
  g_string_append_c (out, ']');
}

void
qn_cli_points_append_head (GString *out, const QnGridPlan *plan)
{
  const char *ids[QN_GRID_MOST_VALUES];
  char *axes[2] = { NULL };
  g_autofree char *experiment = qn_experiment_to_json (&plan->experiment);

  qn_json_flatten (experiment);
  for (int a = 0; a < plan->n_axes; a++)
    axes[a] = qn_grid_axis_text (plan, a);
  for (int k = 0; k < plan->n_values; k++)
    ids[k] = plan->experiment.lab->results[plan->value[k]].id;
  g_string_append_printf (out, "{\"quench-points\": %d, \"version\": \"%s\", \"experiment\": %s", POINTS_VERSION, QN_VERSION, experiment);
  g_string_append (out, plan->curves ? ", \"curves\": true" : ", \"curves\": false");
  append_strings (out, "axes", (const char *const *) axes, plan->n_axes);
  append_strings (out, "values", ids, plan->n_values);
  g_string_append (out, "}\n");
  for (int a = 0; a < plan->n_axes; a++)
    g_free (axes[a]);
}

void
qn_cli_points_append_point (GString *out, const QnGrid *grid, gsize point)
{
  int n = grid->plan.n_values;

  g_string_append_printf (out, "{\"point\": %" G_GSIZE_FORMAT, point);
  if (grid->reason[point])
    {
      g_string_append (out, ", \"hole\": ");
      qn_json_string (out, grid->reason[point]);
    }
  else
    {
      g_string_append_printf (out, ", \"mode\": \"%s\", \"doubts\": %d, \"values\": [", qn_mode_id (grid->mode[point]), grid->doubts[point]);
      for (int k = 0; k < n; k++)
        {
          g_string_append (out, k ? ", " : "");
          qn_json_number (out, grid->value[point * (gsize) n + (gsize) k]);
        }
      g_string_append_c (out, ']');
    }
  g_string_append (out, "}\n");
}

/* --- Reading -------------------------------------------------------------- */

static JsonObject *
object_of (JsonParser *parser, const char *line, gssize length)
{
  JsonNode *root = json_parser_load_from_data (parser, line, length, NULL) ? json_parser_get_root (parser) : NULL;

  return root && JSON_NODE_HOLDS_OBJECT (root) ? json_node_get_object (root) : NULL;
}

static JsonArray *
array_of (JsonObject *object, const char *name)
{
  JsonNode *node = object ? json_object_get_member (object, name) : NULL;

  return node && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}

/* The strings, parted by commas, or the one at `only`; NULL where there is none. */
static char *
strings_of (JsonArray *array, int only)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; array && i < json_array_get_length (array); i++)
    {
      JsonNode *node = json_array_get_element (array, i);

      if ((only >= 0 && (int) i != only) || !JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING)
        continue;
      g_string_append_printf (text, "%s%s", text->len ? "," : "", json_node_get_string (node));
    }
  return text->len ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}

static gboolean
read_head (JsonObject *head, QnGridPlan *plan, GError **error)
{
  JsonNode *experiment = head && json_object_has_member (head, "quench-points") ? json_object_get_member (head, "experiment") : NULL;
  g_autofree char *text = experiment ? json_to_string (experiment, FALSE) : NULL, *x = strings_of (array_of (head, "axes"), 0);
  g_autofree char *y = strings_of (array_of (head, "axes"), 1), *values = strings_of (array_of (head, "values"), -1);

  *plan = (QnGridPlan) { .curves = text && json_object_get_boolean_member_with_default (head, "curves", FALSE) };
  if (text && x && values && (y || plan->curves))
    return qn_experiment_from_json (&plan->experiment, text, -1, error) && qn_grid_plan_add_axis (plan, "axes", x, error)
           && (!y || qn_grid_plan_add_axis (plan, "axes", y, error)) && qn_grid_plan_add_values (plan, values, error);
  g_set_error (error, QN_LAB_ERROR, QN_LAB_ERROR_SYNTAX, _ ("does not begin as a file of points does; allowed: what sweep or map wrote as .jsonl"));
  return FALSE;
}

static QnMode
mode_of (JsonObject *object)
{
  const char *id = json_object_get_string_member_with_default (object, "mode", "");

  for (QnMode mode = QN_MODE_IDLE; mode < QN_MODE_IMPOSSIBLE; mode++)
    if (g_str_equal (id, qn_mode_id (mode)))
      return mode;
  return QN_MODE_IMPOSSIBLE;
}

static gboolean
read_point (JsonObject *object, QnGrid *grid)
{
  JsonNode *hole = object ? json_object_get_member (object, "hole") : NULL;
  JsonArray *values = array_of (object, "values");
  gint64 point = object && json_object_has_member (object, "point") ? json_object_get_int_member_with_default (object, "point", -1) : -1;
  double value[QN_GRID_MOST_VALUES];

  if (point < 0 || (guint64) point >= grid->n || (!hole && (!values || json_array_get_length (values) != (guint) grid->plan.n_values)))
    return FALSE;
  for (int k = 0; values && k < grid->plan.n_values; k++)
    {
      JsonNode *node = json_array_get_element (values, (guint) k);

      value[k] = JSON_NODE_HOLDS_VALUE (node) ? json_node_get_double (node) : NAN;
    }
  qn_grid_fill (grid, (gsize) point, mode_of (object), (guint) json_object_get_int_member_with_default (object, "doubts", 0), value,
                hole ? json_object_get_string_member_with_default (object, "hole", "") : NULL);
  return TRUE;
}

static QnGrid *
read_lines (const char *text, gsize *length, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (QnGrid) grid = NULL;
  QnGridPlan plan;
  const char *line = text, *end;
  int number = 1;

  for (; (end = strchr (line, '\n')); line = end + 1, number++)
    {
      JsonObject *object = object_of (parser, line, end - line);

      if (number == 1 && !read_head (object, &plan, error))
        return NULL;
      if (number == 1)
        grid = qn_grid_new (&plan);
      else if (!read_point (object, grid))
        {
          g_set_error (error, QN_LAB_ERROR, QN_LAB_ERROR_SYNTAX, _ ("line %d is no point of its grid"), number);
          return NULL;
        }
    }
  *length = (gsize) (line - text);
  if (!grid)
    read_head (NULL, &plan, error);
  return g_steal_pointer (&grid);
}

QnGrid *
qn_cli_points_load (const char *path, gsize *length, GError **error)
{
  g_autofree char *text = NULL, *shown = g_filename_display_name (path);
  gsize whole;
  QnGrid *grid;

  if (!g_file_get_contents (path, &text, NULL, error))
    return NULL;
  grid = read_lines (text, length ? length : &whole, error);
  if (!grid)
    g_prefix_error (error, "%s: ", shown);
  return grid;
}

gboolean
qn_cli_points_take (QnGrid *grid, const QnGrid *from)
{
  int n = grid->plan.n_values;

  if (!qn_grid_plan_equal (&grid->plan, &from->plan))
    return FALSE;
  for (gsize i = 0; i < grid->n; i++)
    if (from->known[i])
      qn_grid_fill (grid, i, from->mode[i], from->doubts[i], from->value + i * (gsize) n, from->reason[i]);
  return TRUE;
}
