/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Where whatever leaves the program is written to; nothing else opens a file to write.
 *
 * A regular file is written beside itself and renamed when it is whole: it survives whatever fails, and keeps its mode. A symbolic
 * link is followed, also one whose file has yet to be. Pipes, FIFOs and devices are written to as they are; "-" is standard
 * output, and so is a path that leads to it. Belongs to one thread. Errors: QN_OUTPUT_ERROR, with a message that names the path.
 * A signal that is caught ends a write that waits, as an error. */
typedef struct _QnOutput QnOutput;

QnOutput *qn_output_open    (const char *path, GError **error);
/* A regular file as it is, after its first `keep` bytes: what is added bit by bit, and is to be there whatever happens. */
QnOutput *qn_output_continue (const char *path, gsize keep, GError **error);
gboolean  qn_output_flush   (QnOutput *output, GError **error); /* what is collected is written */
/* `length` < 0: up to the zero. What is written is collected first; an error may be told later, at the latest on closing. */
gboolean  qn_output_write   (QnOutput *output, const char *text, gssize length, GError **error);
/* All is written: the file takes its name. Frees the output, also where it fails. */
gboolean  qn_output_close   (QnOutput *output, GError **error);
/* Nothing has happened, as far as it can be undone. Frees the output; NULL is allowed. */
void      qn_output_discard (QnOutput *output);

/* All at once. */
gboolean  qn_output_put     (const char *path, const char *text, gssize length, GError **error);

#define QN_OUTPUT_ERROR (qn_output_error_quark ())
GQuark qn_output_error_quark (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QnOutput, qn_output_discard)

G_END_DECLS
