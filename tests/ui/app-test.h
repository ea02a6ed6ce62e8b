/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/qn-application.h"
#include "app/qn-window.h"
#include "ui-test.h"

/* For the programs that test whole windows: the application without its main loop. */

void app_init (int *argc, char ***argv);

/* A window of this size, mapped and with its first snapshot shown. NULL: the textbook's. */
QnWindow *app_window (const QnExperiment *experiment, int width, int height);
void      app_close  (QnWindow *window); /* as the user would */

void      app_resize (QnWindow *window, int width, int height);

/* Runs the main loop until the condition holds; fails when it does not in time. */
#define app_wait(condition) \
  G_STMT_START \
  { \
    gboolean late_ = FALSE; \
    guint timeout_ = g_timeout_add_seconds (120, app_late, &late_); \
    guint pulse_ = g_timeout_add (20, app_pulse, NULL); \
    while (!(condition) && !late_) \
      g_main_context_iteration (NULL, TRUE); \
    if (late_) \
      g_error ("%s:%d: never: %s", __FILE__, __LINE__, #condition); \
    g_source_remove (timeout_); \
    g_source_remove (pulse_); \
  } \
  G_STMT_END
gboolean app_late  (gpointer data);
gboolean app_pulse (gpointer data);

/* Frames' worth of milliseconds with the main loop running. */
void app_idle (guint milliseconds);

void app_act (QnWindow *window, const char *action); /* fails when it is not there */

/* The first toplevel of the type besides the window. NULL if there is none. */
GtkWindow *app_dialog (GType type);

/* Changes a parameter as its row does when the user moves it. */
void app_edit (QnWindow *window, const char *id, double value);
double app_value (QnWindow *window, const char *id);
