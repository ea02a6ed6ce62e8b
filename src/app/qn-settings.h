/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What is remembered from run to run: the keys of io.github.quenchlab.Quench.gschema.xml.
 * Where the schema is not installed the same defaults hold and changes last until the
 * program ends. Thread of GTK only. A key that does not exist is a programmer's error. */

gboolean qn_settings_get_boolean (const char *key);
int      qn_settings_get_int     (const char *key);
char    *qn_settings_get_string  (const char *key); /* transfer full */
char   **qn_settings_get_strv    (const char *key); /* transfer full */

/* Values that the schema does not allow are not stored. */
void     qn_settings_set_boolean (const char *key, gboolean value);
void     qn_settings_set_int     (const char *key, int value);
void     qn_settings_set_string  (const char *key, const char *value);
void     qn_settings_set_strv    (const char *key, const char *const *value);

/* For tests: whether the schema was found, and the default that holds without it
 * (transfer full; NULL: no such key). */
gboolean  qn_settings_have_schema (void);
GVariant *qn_settings_fallback    (const char *key);

G_END_DECLS
