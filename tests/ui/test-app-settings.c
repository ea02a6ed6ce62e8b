/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The settings with their schema and without. */
#include "app/qn-settings.h"

static void
test_fallbacks_are_the_schema (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema = g_settings_schema_source_lookup (source, QN_APP_ID, TRUE);
  g_auto (GStrv) keys = NULL;

  g_assert_nonnull (schema);
  g_assert_true (qn_settings_have_schema ());
  keys = g_settings_schema_list_keys (schema);
  g_assert_cmpuint (g_strv_length (keys), >, 5);
  for (gsize i = 0; keys[i] != NULL; i++)
    {
      g_autoptr (GSettingsSchemaKey) key = g_settings_schema_get_key (schema, keys[i]);
      g_autoptr (GVariant) with = g_settings_schema_key_get_default_value (key);
      g_autoptr (GVariant) without = qn_settings_fallback (keys[i]);

      g_test_message ("%s", keys[i]);
      g_assert_nonnull (without);
      g_assert_cmpvariant (with, without);
    }
}

static void
test_set_and_get (void)
{
  static const char *const figures[] = { "ts", "bloch", NULL };
  g_autofree char *style = NULL;
  g_auto (GStrv) kept = NULL;

  qn_settings_set_int ("window-width", 777);
  g_assert_cmpint (qn_settings_get_int ("window-width"), ==, 777);
  qn_settings_set_boolean ("hint-shown", TRUE);
  g_assert_true (qn_settings_get_boolean ("hint-shown"));
  qn_settings_set_string ("style", "dark");
  style = qn_settings_get_string ("style");
  g_assert_cmpstr (style, ==, "dark");
  qn_settings_set_strv ("board-figures", figures);
  kept = qn_settings_get_strv ("board-figures");
  g_assert_cmpstrv (kept, figures);
}

static void
test_not_allowed (void)
{
  g_autofree char *style = NULL;

  qn_settings_set_string ("style", "light");
  qn_settings_set_string ("style", "plaid");
  qn_settings_set_int ("export-dpi", 100000);
  style = qn_settings_get_string ("style");
  g_assert_cmpstr (style, ==, "light");
  g_assert_cmpint (qn_settings_get_int ("export-dpi"), ==, 300);
}

static void
test_without_schema (void)
{
  if (!g_test_subprocess ())
    {
      g_autofree char *folder = g_strdup (g_getenv ("GSETTINGS_SCHEMA_DIR"));

      g_unsetenv ("GSETTINGS_SCHEMA_DIR");
      g_setenv ("XDG_DATA_DIRS", "/nonexistent", TRUE);
      g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
      g_setenv ("GSETTINGS_SCHEMA_DIR", folder, TRUE);
      g_test_trap_assert_passed ();
      return;
    }
  g_assert_false (qn_settings_have_schema ());
  g_assert_cmpint (qn_settings_get_int ("window-width"), ==, 1280);
  test_set_and_get ();
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/app/settings/fallbacks-are-the-schema", test_fallbacks_are_the_schema);
  g_test_add_func ("/app/settings/set-and-get", test_set_and_get);
  g_test_add_func ("/app/settings/not-allowed", test_not_allowed);
  g_test_add_func ("/app/settings/without-schema", test_without_schema);
  return g_test_run ();
}
