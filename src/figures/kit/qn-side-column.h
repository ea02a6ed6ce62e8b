/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "figures/kit/qn-figure-class.h"

G_BEGIN_DECLS

/* Names with their values in a column right of the axes, each led to its value on the axis y: as much of them as there is
 * room for. The first ones added matter most. */

#define QN_SIDE_ENTRIES 8

typedef struct
{
  char *name;          /* markup; Owned */
  const char *symbol;  /* markup */
  QnHue hue;
  gboolean bold;
  QnDash dash;         /* of the leader */
  double value;        /* NaN: not known, and left out */
  char *number;        /* the value as text; Owned */
} QnSideEntry;

typedef enum { QN_SIDE_FULL, QN_SIDE_SHORT, QN_SIDE_SYMBOLS, QN_SIDE_NONE } QnSideForm;

typedef struct
{
  int n;
  QnSideEntry entry[QN_SIDE_ENTRIES];
  QnSideForm form;
  double width;        /* of the room it takes; 0: it is left out */
} QnSideColumn;

/* Takes the texts of the entry. */
void   qn_side_column_add   (QnSideColumn *column, QnSideEntry entry);
void   qn_side_column_clear (QnSideColumn *column);

/* Finds the fullest form that is narrower than `most`. As wide as most values could make it, so that numbers that change
 * move nothing. */
void   qn_side_column_fit   (QnSideColumn *column, QnPen *pen, double most);

/* Beside the axes of a figure; leaders begin at `from`. `tallest`: markup as high as an entry may be. */
void   qn_side_column_draw  (const QnSideColumn *column, QnPen *pen, const QnAxes *axes, double from, const char *tallest);

/* Heights of n texts, in order downwards, that stand as near to where they are wanted as they can `pitch` apart. */
void   qn_side_column_spread (double *y, int n, double pitch, double top, double bottom);

G_END_DECLS
