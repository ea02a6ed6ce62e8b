/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "figures/kit/qn-loop.h"

G_BEGIN_DECLS

/* Texts in and beside a loop. Each stays where it was drawn last, QnPen.places, while there is room for it there. */

/* A centre for a text of this size inside the loop, clear of every line in `trace` and in
 * `other` (may be NULL), the nearest to the middle. FALSE: it does not fit. */
gboolean qn_loop_inside (QnPen *pen, const GArray *trace, const GArray *other, double width, double height, double *x, double *y);

/* The label inside the loop where it stood last or, clear of `other` if it can be, as large as fits of four sizes. FALSE: it does not fit. */
gboolean qn_loop_draw_inside   (QnPen *pen, const QnAxes *axes, const GArray *trace, const GArray *other, QnLabel *label);

/* Names of the strokes beside the curve, as many as find room. */
void    qn_loop_draw_names     (QnPen *pen, const QnAxes *axes, const GArray *trace, const GArray *other, const QnMachine *machine, double halo);
/* A text beside the longest stretch of `trace` that is clear of `other`. */
void    qn_loop_draw_name_of   (QnPen *pen, const QnAxes *axes, const GArray *trace, const GArray *other, const char *markup, QnColor color, double halo);

G_END_DECLS
