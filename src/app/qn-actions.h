/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* All actions that take no parameter, with their keys, in one table: accelerators,
 * menus and the shortcuts window come from it. */
typedef struct
{
  const char *action; /* "win.play" */
  const char *keys;   /* accelerators, separated by spaces; NULL: none */
  const char *title;  /* N_(): as in the shortcuts window */
  const char *group;  /* N_(): its heading there */
  /* TRUE: the focused widget has the first word, so that Space still presses a focused button and
   * Ctrl+Z still undoes typing. FALSE: works wherever the focus is. */
  gboolean after_focus;
} QnActionInfo;

const QnActionInfo *qn_actions (gsize *n);

/* Those that work wherever the focus is, on the application; the others on a window. */
void qn_actions_set_accels     (GtkApplication *application);
void qn_actions_add_to_window  (GtkWidget *window);

GtkWidget *qn_actions_shortcuts_window (void); /* a GtkShortcutsWindow, to be given a parent and presented */

G_END_DECLS
