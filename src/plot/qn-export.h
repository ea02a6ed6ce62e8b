/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plot/qn-canvas.h"

G_BEGIN_DECLS

typedef enum { QN_EXPORT_SVG, QN_EXPORT_PDF, QN_EXPORT_PNG } QnExportFormat;

#define QN_MM (72 / 25.4) /* a millimetre in points */

typedef void (*QnDrawFunc) (QnCanvas *canvas, double width, double height, gpointer data);

typedef struct
{
  double width, height; /* points of 1/72 inch, the same in every format */
  double dpi;           /* PNG only: pixels = size * dpi / 72, rounded; 0: 96 */
  QnColor background;   /* alpha 0: transparent */
  const char *title;    /* document title, may be NULL */
  const char *payload;  /* carried unseen (plot/qn-payload.h), sealed; may be NULL */
  gboolean text;        /* SVG only: letters stay text, for who edits them, and not outlines that look alike everywhere */
  double line;          /* all line widths are multiplied by this; 0: 1 */
  char decimal;         /* between whole number and fraction; 0: a point */
} QnExportOptions;

gboolean qn_export_format_from_path (const char *path, QnExportFormat *format, GError **error);

/* The bytes are the same for the same drawing, from process to process (fixed creation date). */
GBytes  *qn_export_bytes (QnExportFormat format, const QnExportOptions *options, QnDrawFunc draw, gpointer data, GError **error);

#define QN_EXPORT_ERROR (qn_export_error_quark ())
GQuark qn_export_error_quark (void);

G_END_DECLS
