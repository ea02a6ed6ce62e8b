/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/qn-settings.h"

static const struct
{
  const char *key, *text;
} fallbacks[] = {
  { "window-width", "1280" },
  { "window-height", "800" },
  { "window-maximized", "false" },
  { "left-sidebar", "true" },
  { "right-sidebar", "true" },
  { "board-figures", "@as []" },
  { "board-size", "4" },
  { "speed", "'1'" },
  { "hint-shown", "false" },
  { "style", "'system'" },
  { "export-style", "'print'" },
  { "export-size", "'screen'" },
  { "export-dpi", "300" },
};

/* One of the two is there once settings_init() has run. */
static GSettings *settings;
static GHashTable *values;

GVariant *
qn_settings_fallback (const char *key)
{
  for (gsize i = 0; i < G_N_ELEMENTS (fallbacks); i++)
    {
      if (g_str_equal (fallbacks[i].key, key))
        return g_variant_ref_sink (g_variant_new_parsed (fallbacks[i].text));
    }
  return NULL;
}

/* g_settings_new() aborts where there is no schema. */
static void
settings_init (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema = NULL;

  if (settings != NULL || values != NULL)
    return;
  if (source != NULL)
    schema = g_settings_schema_source_lookup (source, QN_APP_ID, TRUE);
  for (gsize i = 0; schema != NULL && i < G_N_ELEMENTS (fallbacks); i++)
    {
      if (!g_settings_schema_has_key (schema, fallbacks[i].key))
        g_clear_pointer (&schema, g_settings_schema_unref); /* of another version */
    }
  if (schema != NULL)
    settings = g_settings_new_full (schema, NULL, NULL);
  else
    values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_variant_unref);
}

gboolean
qn_settings_have_schema (void)
{
  settings_init ();
  return settings != NULL;
}

static GVariant *
get (const char *key)
{
  GVariant *value;

  settings_init ();
  if (settings != NULL)
    return g_settings_get_value (settings, key);
  value = g_hash_table_lookup (values, key);
  value = value != NULL ? g_variant_ref (value) : qn_settings_fallback (key);
  g_assert (value != NULL);
  return value;
}

static void
set (const char *key, GVariant *value)
{
  g_autoptr (GVariant) owned = g_variant_ref_sink (value);
  g_autoptr (GVariant) old = get (key);

  g_return_if_fail (g_variant_is_of_type (owned, g_variant_get_type (old)));
  if (g_variant_equal (old, owned))
    return;
  if (settings == NULL)
    {
      g_hash_table_replace (values, g_strdup (key), g_steal_pointer (&owned));
      return;
    }
  {
    g_autoptr (GSettingsSchema) schema = NULL;
    g_autoptr (GSettingsSchemaKey) schema_key = NULL;

    g_object_get (settings, "settings-schema", &schema, NULL);
    schema_key = g_settings_schema_get_key (schema, key);
    if (g_settings_schema_key_range_check (schema_key, owned))
      g_settings_set_value (settings, key, owned);
  }
}

gboolean
qn_settings_get_boolean (const char *key)
{
  g_autoptr (GVariant) value = get (key);

  return g_variant_get_boolean (value);
}

int
qn_settings_get_int (const char *key)
{
  g_autoptr (GVariant) value = get (key);

  return g_variant_get_int32 (value);
}

char *
qn_settings_get_string (const char *key)
{
  g_autoptr (GVariant) value = get (key);

  return g_variant_dup_string (value, NULL);
}

char **
qn_settings_get_strv (const char *key)
{
  g_autoptr (GVariant) value = get (key);

  return g_variant_dup_strv (value, NULL);
}

void
qn_settings_set_boolean (const char *key, gboolean value)
{
  set (key, g_variant_new_boolean (value));
}

void
qn_settings_set_int (const char *key, int value)
{
  set (key, g_variant_new_int32 (value));
}

void
qn_settings_set_string (const char *key, const char *value)
{
  set (key, g_variant_new_string (value));
}

void
qn_settings_set_strv (const char *key, const char *const *value)
{
  set (key, g_variant_new_strv (value, -1));
}
