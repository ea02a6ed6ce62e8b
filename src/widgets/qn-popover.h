/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The popover that a button opens and that is gone once it is closed; one a button. */

/* Opens one of this name for assistive technology, instead of any that is open. Meanwhile no tooltip lies over it, that of the button or
 * of the row it stands in. `content` is taken. */
void qn_popover_open (GtkWidget *button, const char *name, GtkWidget *content);

/* The open one, NULL while there is none. */
GtkPopover *qn_popover_get (GtkWidget *button);

/* In the button's dispose(). */
void qn_popover_drop (GtkWidget *button);

G_END_DECLS
