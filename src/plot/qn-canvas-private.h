/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plot/qn-canvas.h"

G_BEGIN_DECLS

/* What a backend must be able to do. Paths, transformations and text layout are kept by Cairo in
 * both (a recording of nothing in the SVG's case), so that a backend only writes what is painted. */
typedef enum
{
  QN_SOURCE_COLOR,
  QN_SOURCE_LINEAR,
  QN_SOURCE_RADIAL,
  QN_SOURCE_HATCH,
} QnSourceKind;

#define QN_MAX_STOPS 8

typedef struct
{
  QnSourceKind kind;
  QnColor color;
  double a[6]; /* linear: x0 y0 x1 y1; radial: cx cy r fx fy; hatch: spacing */
  int n_stops;
  QnStop stop[QN_MAX_STOPS];
} QnSource;

typedef struct
{
  void (*fill)   (QnCanvas *canvas);
  void (*stroke) (QnCanvas *canvas);
  void (*clip)   (QnCanvas *canvas, double x, double y, double width, double height);
  void (*save)   (QnCanvas *canvas);
  void (*restore)(QnCanvas *canvas);
  void (*image)  (QnCanvas *canvas, const guint32 *pixels, int width, int height, QnRect to);
  void (*text)   (QnCanvas *canvas, PangoLayout *layout, double x, double y); /* baseline origin of the first line's left edge: top left (x, y) */
  GBytes *(*finish) (QnCanvas *canvas); /* NULL: there is no document */
} QnBackend;

struct _QnCanvas
{
  const QnBackend *backend;
  cairo_t *cr; /* path, transformation, and on Cairo the target */
  PangoContext *context;
  GHashTable *layouts; /* "size|bold|markup" -> PangoLayout */
  QnSource source;
  double line_width, line_scale;
  char decimal;
  double dash[8];
  int n_dash;
  GPtrArray *records; /* QnTextRecord, NULL when off */
  gboolean hidden;    /* texts */
  /* SVG */
  double width, height;
  char *title, *payload; /* escaped */
  gboolean text;
  GString *body, *defs;
  int n_defs, depth;
  int opened[64];
};

extern const QnBackend qn_backend_cairo, qn_backend_svg;

G_END_DECLS
