/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "figures/kit/qn-pen.h"
#include "lab/qn-grid.h"

G_BEGIN_DECLS

/* What is drawn of a grid over two parameters on a pair of axes: one value as colour, lines of equal value, and regions. */

/* Colours from `from` to `to`; those of a signed field have zero in their middle, lighter than all others. */
typedef struct
{
  double from, to;
  gboolean is_signed;
} QnField;

QnField qn_field_of    (const QnGrid *grid, int value); /* of all that is known; from < to */
QnColor qn_field_color (const QnField *field, double value);

/* The image of a value, between points by straight lines; a hole is left out. */
void qn_field_draw (QnPen *pen, const QnAxes *axes, const QnGrid *grid, int value, const QnField *field);
/* The upright key beside it. */
void   qn_field_draw_key (QnPen *pen, const QnField *field, QnRect bar, double text);
double qn_field_key_room (QnPen *pen, const QnField *field, double height, double text);

/* Lines where a value is `level`, with its text on the longest way that is free. */
void qn_contour_draw (QnPen *pen, const QnAxes *axes, const QnGrid *grid, int value, double level, const char *text);

/* Whether a point belongs to a region. */
typedef gboolean (*QnRegion) (const QnGrid *grid, gsize point, gconstpointer data);

/* Path on the canvas: the cells of all points of a region; edges between those of it and those of another. */
void qn_region_path (QnPen *pen, const QnAxes *axes, const QnGrid *grid, QnRegion region, gconstpointer data);
gboolean qn_border_path (QnPen *pen, const QnAxes *axes, const QnGrid *grid, QnRegion one, gconstpointer a, QnRegion other, gconstpointer b); /* FALSE: there is none */
/* The point of the region that is farthest from all that is not of it; FALSE: there is none. */
gboolean qn_region_middle (const QnGrid *grid, QnRegion region, gconstpointer data, gsize *point);

G_END_DECLS
