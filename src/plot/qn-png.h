/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

/* Appends an ARGB32 surface as a PNG that says how large it is: `dpi` pixels an inch (pHYs). An opaque picture has no alpha channel. `title`
 * and `payload` become iTXt chunks, NULL: none. FALSE: libpng found no memory. */
gboolean qn_png_append (GByteArray *out, cairo_surface_t *surface, double dpi, gboolean opaque, const char *title, const char *payload);

G_END_DECLS
