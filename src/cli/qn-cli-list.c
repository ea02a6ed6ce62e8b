/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "cli/qn-cli.h"
#include "figures/qn-figure.h"

/* Rows of fields: a table of text, or JSON objects. */
typedef struct
{
  GString *out;
  gboolean json;
  int rows;
} Listing;

/* `raw` (may be NULL): what stands in the JSON in place of a quoted text, NULL for those that are texts. */
static void
row (Listing *listing, const char *const *names, const char *const *values, const char *const *raw)
{
  GString *out = listing->out;

  if (listing->json)
    g_string_append (out, listing->rows ? ",\n  {" : "\n  {");
  for (int i = 0; names[i]; i++)
    {
      if (!listing->json)
        {
          int pad = names[i + 1] ? MAX (2, 26 - (int) g_utf8_strlen (values[i], -1)) : 0;

          g_string_append_printf (out, "%s%*s", values[i], pad, "");
          continue;
        }
      g_string_append_printf (out, "%s\"%s\": ", i ? ", " : "", names[i]);
      if (raw && raw[i])
        g_string_append (out, raw[i]);
      else
        qn_json_string (out, values[i]);
    }
  g_string_append (out, listing->json ? "}" : "\n");
  listing->rows++;
}

static char *
plain (const char *markup)
{
  GString *out = g_string_new (NULL);
  gboolean tag = FALSE;

  for (const char *p = markup; *p; p++)
    {
      tag |= *p == '<';
      if (!tag)
        g_string_append_c (out, *p);
      tag &= *p != '>';
    }
  return g_string_free (out, FALSE);
}

static void
list_labs (Listing *listing)
{
  gsize n;
  const QnLab *const *labs = qn_labs (&n);

  for (gsize i = 0; i < n; i++)
    row (listing, (const char *[]) { "id", "name", "summary", NULL }, (const char *[]) { labs[i]->id, _ (labs[i]->name), _ (labs[i]->summary) }, NULL);
}

static void
list_presets (Listing *listing, const QnLab *lab)
{
  gsize n;
  const QnPreset *presets = qn_lab_presets (lab, &n);

  for (gsize i = 0; i < n; i++)
    {
      g_autofree char *text = plain (_ (presets[i].text));

      row (listing, (const char *[]) { "lab", "id", "name", "text", NULL }, (const char *[]) { lab->id, presets[i].id, _ (presets[i].name), text }, NULL);
    }
}

/* Joined by bars, or a list of strings. */
static char *
choices (const QnParameter *parameter, gboolean json)
{
  GString *out = g_string_new (json ? "[" : NULL);

  for (const QnChoice *c = parameter->choices; c && c->id; c++)
    {
      if (c != parameter->choices)
        g_string_append (out, json ? ", " : "|");
      if (json)
        qn_json_string (out, c->id);
      else
        g_string_append (out, c->id);
    }
  g_string_append (out, json ? "]" : "");
  return g_string_free (out, FALSE);
}

static void
list_parameters (Listing *listing, const QnLab *lab)
{
  static const char *const kinds[] = { "real", "integer", "switch", "choice" };
  QnExperiment experiment;

  qn_experiment_init (&experiment, lab);
  for (int i = 0; i < lab->n_parameters; i++)
    {
      const QnParameter *p = &lab->parameters[i];
      gboolean number = p->kind == QN_VALUE_REAL || p->kind == QN_VALUE_INTEGER;
      g_autofree char *initial = qn_experiment_get_text (&experiment, i), *plainly = choices (p, FALSE), *listed = choices (p, TRUE);
      g_autofree char *meaning = plain (_ (p->meaning));
      char low[QN_NUMBER_SIZE] = "", high[QN_NUMBER_SIZE] = "";

      if (number)
        {
          qn_number_text (low, p->hard_min);
          qn_number_text (high, p->hard_max);
        }
      row (listing, (const char *[]) { "lab", "id", "kind", "default", "unit", "min", "max", "choices", "meaning", NULL },
           (const char *[]) { lab->id, p->id, kinds[p->kind], initial, qn_dimension_unit_plain (p->dimension), low, high, plainly, meaning },
           (const char *[]) { NULL, NULL, NULL, p->kind == QN_VALUE_CHOICE ? NULL : initial, NULL, number ? low : "null", number ? high : "null", listed, NULL });
    }
}

static void
list_results (Listing *listing, const QnLab *lab)
{
  for (int i = 0; i < lab->n_results; i++)
    {
      const QnResult *r = &lab->results[i];
      g_autofree char *meaning = plain (_ (r->meaning));

      row (listing, (const char *[]) { "lab", "id", "unit", "meaning", NULL }, (const char *[]) { lab->id, r->id, qn_dimension_unit_plain (r->dimension), meaning }, NULL);
    }
}

static void
list_figures (Listing *listing, const QnLab *lab)
{
  for (int i = 0; lab->figures[i]; i++)
    {
      const QnFigureInfo *info = qn_figure_info (lab->figures[i]);

      if (info)
        row (listing, (const char *[]) { "lab", "id", "name", "meaning", NULL }, (const char *[]) { lab->id, info->id, _ (info->name), _ (info->meaning) }, NULL);
    }
}

static const struct
{
  const char *name;
  void (*list) (Listing *listing, const QnLab *lab);
} topics[] = { { "labs", NULL }, { "presets", list_presets }, { "parameters", list_parameters }, { "results", list_results }, { "figures", list_figures } };

static void
list_topic (Listing *listing, int topic, const QnLab *only)
{
  gsize n;
  const QnLab *const *labs = qn_labs (&n);

  if (!topics[topic].list)
    list_labs (listing);
  for (gsize i = 0; topics[topic].list && i < n; i++)
    if (!only || only == labs[i])
      topics[topic].list (listing, labs[i]);
}

QnExit
qn_cli_list (int argc, char **argv)
{
  g_autoptr (GOptionContext) context = g_option_context_new (_ ("labs|presets|parameters|results|figures"));
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) out = g_string_new (NULL);
  g_autofree char *lab_id = NULL;
  Listing listing = { .out = out };
  const GOptionEntry entries[] = {
    { "lab", 'l', 0, G_OPTION_ARG_STRING, &lab_id, N_ ("Of this lab only"), N_ ("LAB") },
    { "json", 0, 0, G_OPTION_ARG_NONE, &listing.json, N_ ("As JSON"), NULL },
    { NULL },
  };
  const QnLab *lab = NULL;
  int topic = -1;

  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  g_option_context_set_summary (context, _ ("List what Quench knows."));
  if (!g_option_context_parse (context, &argc, &argv, &error))
    return qn_cli_fail (error);
  for (gsize i = 0; argc == 2 && i < G_N_ELEMENTS (topics); i++)
    if (g_str_equal (argv[1], topics[i].name))
      topic = (int) i;
  if (topic < 0)
    return qn_cli_usage (_ ("list: “%s” is unknown; allowed: one of labs, presets, parameters, results, figures"), argc > 1 ? argv[argc - 1] : "");
  if (lab_id && !(lab = qn_lab_find (lab_id)))
    return qn_cli_usage (_ ("--lab: “%s” is unknown; quench-cli list labs shows all"), lab_id);
  list_topic (&listing, topic, lab);
  if (listing.json)
    {
      g_string_prepend_c (out, '[');
      g_string_append (out, "\n]\n");
    }
  return qn_cli_print (out->str, !listing.json);
}
