/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lab/qn-lab.h"
#include "plot/qn-theme.h"

G_BEGIN_DECLS

/* A figure that leaves the program: width, height, dpi, text and decimal as of QnExportOptions. */
typedef struct
{
  double width, height;
  double dpi;
  QnThemeKind theme;
  double font, line;        /* size of body text and width of a curve, points; 0: as the figure's size has it */
  gboolean text;
  char decimal;
  gint64 cycles, runs, seed; /* what the snapshot was computed with, told in the file */
} QnFigureSheet;

#define QN_FIGURE_SHEET { .width = 640, .height = 480, .dpi = 96, .theme = QN_THEME_PRINT, .runs = 20000, .seed = 1 }
#define QN_MOST_FIGURE_CYCLES 100000
#define QN_MOST_FIGURE_RUNS 10000000

/* What a figure is made from, so that whoever has the file can make it again: the experiment, which figure, and its sheet. */
typedef struct
{
  char figure[32];      /* id, as a file has it; "": it says none */
  QnFigureSheet sheet;
} QnRecipe;

/* "quench-cli figure cycle …": the command that draws the figure into `output`; `recipe` NULL or without a figure: the one that runs the
 * experiment, for so many cycles and single runs. Words are quoted for a shell. Free with g_free(). */
char *qn_recipe_command (const QnExperiment *experiment, const QnRecipe *recipe, const char *output);

/* The payload of a file (plot/qn-payload.h), sealed. Free with g_free(). */
char *qn_recipe_payload (const QnExperiment *experiment, const QnRecipe *recipe);

/* The lines before a CSV's header: program and version, the command, the payload. Free with g_free(). */
char *qn_recipe_comment (const QnExperiment *experiment, const QnRecipe *recipe);

/* An experiment from the bytes of an experiment file, a result, or anything that carries a payload. `recipe` may be NULL; *carried (may be NULL)
 * tells whether it is in a picture or table, over which no experiment must be saved. Unchanged on error: QN_LAB_ERROR, QN_PAYLOAD_ERROR. */
gboolean qn_recipe_read (const char *data, gsize size, QnExperiment *experiment, QnRecipe *recipe, gboolean *carried, GError **error);

/* From a file; messages begin with its name. Errors: as above, G_FILE_ERROR. */
gboolean qn_recipe_load (const char *path, QnExperiment *experiment, QnRecipe *recipe, GError **error);

G_END_DECLS
