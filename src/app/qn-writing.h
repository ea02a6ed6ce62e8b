/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A file that the window writes, beside the window: by QnOutput (qn-output.h), or, where it is not on this machine, as GIO does it.
 * Once begun it is carried through: the program and the window, which belongs to an application, live until then, and a logout is held back. Thread of GTK only. */

/* It is written, or, with an error, as it was before. `data` is freed by the caller's `destroy` afterwards. */
typedef void (*QnWritten) (GFile *file, const GError *error, gpointer data);

void qn_writing_begin (GtkWindow *window, GFile *file, GBytes *bytes, QnWritten written, gpointer data, GDestroyNotify destroy);

G_END_DECLS
