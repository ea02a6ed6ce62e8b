/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lab/qn-experiment-file.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <string.h>

#include "lab/qn-over.h"

#define FILE_VERSION 1
#define DEEPEST 16

/* The ids of what was chosen. */
static void
append_axes (const QnExperiment *experiment, GString *out)
{
  const QnLab *lab = experiment->lab;
  gboolean any = FALSE;

  for (QnOver over = 0; over < QN_N_OVERS; over++)
    if (experiment->over[over])
      {
        int i = experiment->over[over] - 1;

        g_string_append_printf (out, "%s\"%s\": \"%s\"", any ? ", " : ",\n  \"axes\": {", qn_over_id (over), qn_over_is_parameter (over) ? lab->parameters[i].id : lab->results[i].id);
        any = TRUE;
      }
  g_string_append (out, any ? "}" : "");
}

/* Written by hand: table order, a shape that diffs well. */
void
qn_experiment_append_json (const QnExperiment *experiment, GString *out)
{
  const QnLab *lab = experiment->lab;

  g_string_append_printf (out, "  \"quench\": %d,\n  \"lab\": \"%s\",\n", FILE_VERSION, lab->id);
  if (experiment->preset[0])
    g_string_append_printf (out, "  \"preset\": \"%s\",\n", experiment->preset);
  g_string_append (out, "  \"parameters\": {");
  for (int i = 0; i < lab->n_parameters; i++)
    {
      g_autofree char *text = qn_experiment_get_text (experiment, i);
      const char *quote = lab->parameters[i].kind == QN_VALUE_CHOICE ? "\"" : "";

      g_string_append_printf (out, "%s\n    \"%s\": %s%s%s", i ? "," : "", lab->parameters[i].id, quote, text, quote);
    }
  g_string_append (out, "\n  }");
  append_axes (experiment, out);
}

char *
qn_experiment_to_json (const QnExperiment *experiment)
{
  GString *out = g_string_new ("{\n");

  qn_experiment_append_json (experiment, out);
  g_string_append (out, "\n}\n");
  return g_string_free (out, FALSE);
}

static gboolean
syntax (GError **error, const char *text)
{
  g_set_error (error, QN_LAB_ERROR, QN_LAB_ERROR_SYNTAX, _ ("not a Quench experiment: %s"), text);
  return FALSE;
}

static gboolean
read_value (QnExperiment *experiment, const char *id, JsonNode *node, GError **error)
{
  g_autofree char *text = NULL;
  GType type = JSON_NODE_HOLDS_VALUE (node) ? json_node_get_value_type (node) : G_TYPE_NONE;
  int i = qn_lab_parameter_index (experiment->lab, id);
  QnValueKind kind = i >= 0 ? experiment->lab->parameters[i].kind : QN_VALUE_REAL;
  gboolean number = type == G_TYPE_DOUBLE || type == G_TYPE_INT64;

  if (number && kind != QN_VALUE_CHOICE && kind != QN_VALUE_SWITCH)
    return qn_experiment_set (experiment, id, json_node_get_double (node), error);
  if (type == G_TYPE_STRING && kind == QN_VALUE_CHOICE)
    return qn_experiment_set_text (experiment, id, json_node_get_string (node), error);
  if (type == G_TYPE_BOOLEAN && kind == QN_VALUE_SWITCH)
    return qn_experiment_set_text (experiment, id, json_node_get_boolean (node) ? "true" : "false", error);
  /* the wrong type: let the message name what it says and what is allowed */
  text = json_to_string (node, FALSE);
  if (strlen (text) > 60)
    strcpy (g_utf8_find_prev_char (text, text + 58), "...");
  if (number || type == G_TYPE_BOOLEAN)
    {
      g_autofree char *quoted = g_strdup_printf ("(%s)", text);

      return qn_experiment_set_text (experiment, id, quoted, error);
    }
  return qn_experiment_set_text (experiment, id, text, error);
}

static gboolean
read_parameters (QnExperiment *experiment, JsonObject *object, GError **error)
{
  g_autoptr (GList) members = json_object_get_members (object);

  for (GList *l = members; l; l = l->next)
    if (!read_value (experiment, l->data, json_object_get_member (object, l->data), error))
      return FALSE;
  return TRUE;
}

/* The end of the string that opens at `quote`, at its closing quote. */
static const char *
string_end (const char *quote, const char *end)
{
  for (quote++; quote < end && *quote != '"'; quote++)
    if (*quote == '\\')
      quote++;
  return quote;
}

/* What json-glib would not tell: it keeps the last of two equal keys without a word, and follows brackets as deep as
 * they go, past the end of the stack. Keys of an experiment need no escapes, so they compare as written. */
static gboolean
check_nesting (const char *json, gsize length, GError **error)
{
  g_autoptr (GPtrArray) open = g_ptr_array_new_with_free_func ((GDestroyNotify) g_hash_table_unref);
  const char *end = json + length;

  for (const char *p = json; p < end; p++)
    {
      const char *start = p, *after;
      g_autofree char *key = NULL;

      if (open->len > DEEPEST)
        return syntax (error, _ ("its brackets are nested too deeply"));
      if (*p == '{' || *p == '[')
        g_ptr_array_add (open, g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL));
      else if ((*p == '}' || *p == ']') && open->len)
        g_ptr_array_set_size (open, open->len - 1);
      if (*p != '"')
        continue;
      p = string_end (start, end);
      for (after = p + 1; after < end && g_ascii_isspace (*after); after++)
        ;
      if (after >= end || *after != ':' || !open->len)
        continue;
      key = g_strndup (start + 1, p - start - 1);
      if (g_hash_table_contains (open->pdata[open->len - 1], key))
        {
          g_set_error (error, QN_LAB_ERROR, QN_LAB_ERROR_SYNTAX, _ ("not a Quench experiment: “%s” is there twice; allowed: once"), key);
          return FALSE;
        }
      g_hash_table_add (open->pdata[open->len - 1], g_steal_pointer (&key));
    }
  return TRUE;
}

/* What quench-cli and figures say of an experiment beside it, read over. */
static gboolean
is_result (const char *key)
{
  return g_strv_contains ((const char *const[]) { "version", "command", "figure", "cycles", "unique", "doubts", "results", "relaxation_rate", "strokes", "tables", "sampled",
                                                  "sampled_tables", NULL }, key);
}

static gboolean
check_keys (JsonObject *object, GError **error)
{
  g_autoptr (GList) members = json_object_get_members (object);

  for (GList *l = members; l; l = l->next)
    if (!g_strv_contains ((const char *const[]) { "quench", "lab", "preset", "parameters", "axes", NULL }, l->data) && !is_result (l->data))
      {
        g_set_error (error, QN_LAB_ERROR, QN_LAB_ERROR_UNKNOWN, _ ("%s: unknown key; allowed: quench, lab, preset, parameters, axes"), (char *) l->data);
        return FALSE;
      }
  return TRUE;
}

static const char *
member_string (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING ? json_node_get_string (node) : NULL;
}

static gboolean
check_version (JsonObject *object, GError **error)
{
  JsonNode *node = json_object_get_member (object, "quench");

  if (!node || !JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_INT64)
    return syntax (error, _ ("the key “quench” with the version of the format is missing"));
  if (json_node_get_int (node) != FILE_VERSION)
    {
      g_set_error (error, QN_LAB_ERROR, QN_LAB_ERROR_VERSION, _ ("quench: version %" G_GINT64_FORMAT " of the format is unknown; allowed: %d"), json_node_get_int (node), FILE_VERSION);
      return FALSE;
    }
  return TRUE;
}

static gboolean
read_axis (QnExperiment *experiment, const char *name, const char *id, GError **error)
{
  const QnLab *lab = experiment->lab;
  QnOver over = 0;
  int index;

  while (over < QN_N_OVERS && !g_str_equal (name, qn_over_id (over)))
    over++;
  if (over == QN_N_OVERS || !id)
    return syntax (error, _ ("“axes” must be an object of x, y, value, second or family, each the id of a parameter or a result"));
  index = qn_over_is_parameter (over) ? qn_lab_parameter_index (lab, id) : qn_lab_result_index (lab, id);
  if (index < 0 || !qn_over_allows (lab, over, index))
    {
      g_set_error (error, QN_LAB_ERROR, QN_LAB_ERROR_UNKNOWN, _ ("axes: “%s” cannot be on “%s” in lab %s; allowed: its real parameters, and results that are numbers"), id, name, lab->id);
      return FALSE;
    }
  experiment->over[over] = (gint16) (index + 1);
  return TRUE;
}

static gboolean
read_axes (QnExperiment *experiment, JsonNode *node, GError **error)
{
  g_autoptr (GList) members = node && JSON_NODE_HOLDS_OBJECT (node) ? json_object_get_members (json_node_get_object (node)) : NULL;

  if (node && !JSON_NODE_HOLDS_OBJECT (node))
    return read_axis (experiment, "", NULL, error);
  for (GList *l = members; l; l = l->next)
    if (!read_axis (experiment, l->data, member_string (json_node_get_object (node), l->data), error))
      return FALSE;
  return TRUE;
}

static gboolean
read_object (QnExperiment *experiment, JsonObject *object, GError **error)
{
  const char *id = member_string (object, "lab"), *preset = member_string (object, "preset");
  const QnLab *lab;
  JsonNode *parameters = json_object_get_member (object, "parameters");
  QnExperiment read;

  if (!check_version (object, error) || !check_keys (object, error))
    return FALSE;
  if (!id || !(lab = qn_lab_find (id)))
    {
      qn_lab_set_unknown (id, error);
      return FALSE;
    }
  if (json_object_has_member (object, "preset") && !preset)
    return syntax (error, _ ("“preset” must be a name in quotes"));
  qn_experiment_init (&read, lab);
  if (preset && *preset && !qn_experiment_load_preset (&read, lab, preset, error))
    return FALSE;
  if (parameters && !JSON_NODE_HOLDS_OBJECT (parameters))
    return syntax (error, _ ("“parameters” must be an object of ids and values"));
  if (parameters && !read_parameters (&read, json_node_get_object (parameters), error))
    return FALSE;
  if (!read_axes (&read, json_object_get_member (object, "axes"), error))
    return FALSE;
  *experiment = read;
  return TRUE;
}

static gboolean
read_text (QnExperiment *experiment, const char *json, gssize length, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (GError) parse_error = NULL;
  JsonNode *root;

  if (length < 0)
    length = strlen (json);
  if (length > QN_LONGEST_EXPERIMENT)
    return syntax (error, _ ("it is larger than 8 MB"));
  if (!g_utf8_validate_len (json, length, NULL))
    return syntax (error, _ ("it is not UTF-8 text"));
  if (!check_nesting (json, length, error))
    return FALSE;
  if (!json_parser_load_from_data (parser, json, length, &parse_error))
    return syntax (error, parse_error->message);
  root = json_parser_get_root (parser);
  if (!root || !JSON_NODE_HOLDS_OBJECT (root))
    return syntax (error, _ ("it holds no object"));
  return read_object (experiment, json_node_get_object (root), error);
}

/* json-glib makes of "\\ud800" what is no UTF-8, and messages quote it. */
gboolean
qn_experiment_from_json (QnExperiment *experiment, const char *json, gssize length, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autofree char *message = NULL;

  if (read_text (experiment, json, length, &local))
    return TRUE;
  message = g_utf8_make_valid (local->message, -1);
  g_set_error_literal (error, local->domain, local->code, message);
  return FALSE;
}
