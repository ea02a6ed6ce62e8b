/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plot/qn-canvas.h"

G_BEGIN_DECLS

typedef enum { QN_EXPORT_SVG, QN_EXPORT_PDF, QN_EXPORT_PNG } QnExportFormat;

typedef void (*QnDrawFunc) (QnCanvas *canvas, double width, double height, gpointer data);

typedef struct
{
  double width, height; /* points for SVG and PDF (1 pt = 1 unit); CSS pixels at 96 dpi for PNG */
  double dpi;           /* PNG only: pixels = size * dpi / 96 */
  QnColor background;   /* alpha 0: transparent */
  const char *title;    /* document title, may be NULL */
} QnExportOptions;

gboolean qn_export_format_from_path (const char *path, QnExportFormat *format, GError **error);

/* The bytes are the same for the same drawing, from process to process (fixed creation date). */
GBytes  *qn_export_bytes (QnExportFormat format, const QnExportOptions *options, QnDrawFunc draw, gpointer data, GError **error);

#define QN_EXPORT_ERROR (qn_export_error_quark ())
GQuark qn_export_error_quark (void);

G_END_DECLS
