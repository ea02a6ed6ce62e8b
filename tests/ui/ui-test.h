/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "sim/qn-snapshot-new.h"

/* What every program of this suite needs: GTK with warnings that are fatal, a
 * window to put a widget into, keys, frames. The process has a display of its own (see with-display). */

void ui_init (int *argc, char ***argv);

/* A window of this size with the widget in it, shown and drawn. Destroy with ui_close(). */
GtkWidget *ui_show  (GtkWidget *widget, int width, int height);
void       ui_close (GtkWidget *window);

/* Lets the main loop run until everything asked for is drawn, and `frames` more. */
void ui_settle (GtkWidget *widget, int frames);

/* The first descendant of the type (G_TYPE_NONE: any) whose accessible label is `label` (NULL: any). NULL if there is none. */
GtkWidget *ui_find (GtkWidget *widget, GType type, const char *label);
/* Writes into the first entry in it and presses Return. */
void ui_type (GtkWidget *widget, const char *text);
/* Has it this accessible label? */
gboolean ui_has_label (GtkWidget *widget, const char *label);

/* A key on the widget as GTK would deal it out: down to it through the capturing controllers, then
 * up again through the others and the shortcuts. TRUE: somebody took it. */
gboolean ui_press (GtkWidget *widget, guint key, GdkModifierType modifiers);

/* Every control below has an accessible name: lists those that have none and fails. */
void ui_assert_named (GtkWidget *widget);

/* A snapshot of a lab's default experiment with one parameter (NULL: none) changed. */
QnSnapshot *ui_snapshot (const char *lab, const char *id, double value);
