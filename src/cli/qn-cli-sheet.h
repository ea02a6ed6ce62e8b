/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cli/qn-cli.h"
#include "figures/qn-figure.h"
#include "lab/qn-grid.h"

G_BEGIN_DECLS

/* How a grid is written, or how a figure is drawn. */
typedef struct
{
  char *output, *format, *size, *theme, *font, *line, *text, *decimal;
  double dpi; /* 0: not given */
} QnCliSheet;

void     qn_cli_sheet_add_options (QnCliSheet *sheet, GOptionContext *context);
void     qn_cli_sheet_add_drawing (QnCliSheet *sheet, GOptionContext *context); /* those of them that drawings have: all but output and format */
void     qn_cli_sheet_clear       (QnCliSheet *sheet);
/* Whether it can be written like this, before anything is computed. */
QnExit   qn_cli_sheet_check       (const QnCliSheet *sheet, const char *command);
/* What was given, over what the figure's sheet holds. */
QnExit   qn_cli_sheet_figure      (const QnCliSheet *sheet, QnFigureSheet *figure);
/* And whether such a grid can be drawn, where that is asked for. */
QnExit   qn_cli_sheet_check_plan  (const QnCliSheet *sheet, const QnGridPlan *plan);
gboolean qn_cli_sheet_is          (const QnCliSheet *sheet, const char *format); /* "csv", "npy", "jsonl", … */
/* Points first … end - 1; of arrays and drawings all. */
gboolean qn_cli_sheet_write       (const QnCliSheet *sheet, QnGrid *grid, gsize first, gsize end, GError **error);

G_END_DECLS
