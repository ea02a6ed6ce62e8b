/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plot/qn-range.h"

G_BEGIN_DECLS

typedef enum { QN_SCALE_LINEAR, QN_SCALE_LOG } QnScaleKind;

typedef struct
{
  QnScaleKind kind;
  QnRange data;
  double from, to; /* canvas coordinates of data.min and data.max */
} QnAxisScale;

double qn_axis_scale_map   (const QnAxisScale *scale, double value);
double qn_axis_scale_unmap (const QnAxisScale *scale, double coordinate);

/* 4 to 7 round ticks; labels as Pango markup with true minus signs, `m x 10^e` where due. */
typedef struct
{
  double value;
  char label[48];
} QnTick;

int qn_axis_ticks (const QnAxisScale *scale, int wanted, QnTick *ticks, int max_ticks);

/* A number as Pango markup: `digits` significant digits, true minus, m×10<sup>e</sup> where due. Locale-independent. */
char *qn_format_markup (double value, int digits);

G_END_DECLS
