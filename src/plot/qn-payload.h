/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A text that a picture or a table carries and does not show: what is needed to make it again. Each format has its own place for it:
 * SVG <metadata>, PDF the keywords, PNG an iTXt chunk, CSV a comment before the header line. A digest goes with it, so that one that was
 * changed on its way is not taken for what was written. */

#define QN_PAYLOAD_NAMESPACE "https://quenchlab.github.io/ns/experiment"
#define QN_PAYLOAD_KEY "Quench"         /* of the iTXt chunk */
#define QN_PAYLOAD_COMMENT "# experiment: " /* of the line in CSV; a table that carries one begins with "#" */
#define QN_LONGEST_PICTURE (64 << 20)   /* bytes that a file may have to be read */

/* The text on one line behind its digest, in ASCII as JSON escapes it. Free with g_free(). */
char *qn_payload_seal (const char *json);

/* The text that a file carries; of a file that is none of these formats the file itself. Nothing of the file is believed: sizes are bounded, XML is
 * read without network and entities. NULL, with QN_PAYLOAD_ERROR: it carries none, or it was changed. Free with g_free(); *length is the
 * text's. */
char *qn_payload_read (const char *data, gsize size, gsize *length, GError **error);

#define QN_PAYLOAD_ERROR (qn_payload_error_quark ())
GQuark qn_payload_error_quark (void);

G_END_DECLS
