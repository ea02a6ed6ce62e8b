/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Preferences: every row is a key of the settings and takes effect at once. */
#define QN_TYPE_PREFERENCES (qn_preferences_get_type ())
G_DECLARE_FINAL_TYPE (QnPreferences, qn_preferences, QN, PREFERENCES, AdwPreferencesWindow)

/* `parent` may be NULL. */
GtkWidget *qn_preferences_new (GtkWindow *parent);

/* Light, dark or as the desktop has it: the settings' key "style". */
void qn_preferences_apply_style (void);

G_END_DECLS
