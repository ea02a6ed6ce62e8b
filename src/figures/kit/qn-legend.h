/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "figures/kit/qn-figure-class.h"

G_BEGIN_DECLS

/* Marks with their names in rows, for what is too crowded to be named where it is drawn. */

typedef enum
{
  QN_MARK_NONE,   /* words alone */
  QN_MARK_LINE,
  QN_MARK_GHOST,  /* thin and faint */
  QN_MARK_DASHED,
  QN_MARK_LONG,   /* long dashes */
  QN_MARK_DOTTED,
  QN_MARK_DOTS,   /* single ones, as of measured values */
  QN_MARK_UP,     /* an arrow */
  QN_MARK_DOWN,
  QN_MARK_BAR,
  QN_MARK_HATCH,
  QN_MARK_OUTLINE,
} QnMark;

typedef struct
{
  QnMark mark;
  QnHue hue;
  char *text;         /* markup; Owned */
  const char *widest; /* markup of a text of the same kind whose width is kept free, so that numbers that change move nothing; NULL: its own */
} QnLegendItem;

#define QN_LEGEND_ITEMS 8

typedef struct
{
  int n;
  QnLegendItem item[QN_LEGEND_ITEMS];
} QnLegend;

/* Takes the text, of g_malloc. */
void   qn_legend_add    (QnLegend *legend, QnMark mark, QnHue hue, char *text, const char *widest);
void   qn_legend_clear  (QnLegend *legend);
/* What all take in rows across `width`, but for those that find no room in `most` of it. */
double qn_legend_height (const QnLegend *legend, QnPen *pen, double width, double most);
/* From the top left corner of `within`; what finds no room is left out, the last first. */
void   qn_legend_draw   (const QnLegend *legend, QnPen *pen, QnRect within);

G_END_DECLS
