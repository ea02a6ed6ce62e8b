/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plot/qn-canvas.h"

G_BEGIN_DECLS

/* A hue means one thing everywhere. */
typedef enum
{
  QN_HUE_FOREGROUND, /* the medium's present state, text */
  QN_HUE_HOT,
  QN_HUE_COLD,
  QN_HUE_WORK,
  QN_HUE_THIRD,
  QN_HUE_COHERENCE,
  QN_HUE_REFERENCE,
  QN_N_HUES,
} QnHue;

typedef enum
{
  QN_THEME_LIGHT,
  QN_THEME_DARK,
  QN_THEME_LIGHT_CONTRAST,
  QN_THEME_DARK_CONTRAST,
  QN_THEME_PRINT,
  QN_THEME_TRANSPARENT, /* print without a ground */
  QN_N_THEMES,
} QnThemeKind;

typedef struct
{
  QnThemeKind kind;
  QnColor background;        /* of the figure card; print: white; transparent: white of no opacity */
  QnColor fill[QN_N_HUES];   /* areas and bars */
  QnColor line[QN_N_HUES];   /* outlines, text, thin lines: 4.5:1 against the background */
  QnColor grid;              /* faint grid lines */
  QnColor frame;             /* axes and ticks */
  double text_scale;         /* 1 = 11 pt at a figure of 480x360; multiplies text and line weights */
  double least_text;         /* points: text is no smaller, whatever the figure's size; 0: it is as that says */
} QnTheme;

QnTheme qn_theme (QnThemeKind kind, double text_scale);

/* Text whose digits are this share of the height of a screen, where a figure stands on it. */
#define QN_DIGITS 0.016       /* on a board, seen from the last row */
#define QN_DIGITS_LARGE 0.022 /* enlarged, or full screen */

/* Size of text for a figure so large on a screen so high; smaller where so much text would leave no room to what it is about. */
double qn_theme_screen_text (double width, double height, double screen, double digits);
const char *qn_theme_id (QnThemeKind kind);                       /* "light", "dark", "light-contrast", ... */
gboolean qn_theme_from_id (const char *id, QnThemeKind *kind);
QnColor qn_color_alpha (QnColor color, double alpha);
QnColor qn_color_mix (QnColor a, QnColor b, double t);
QnColor qn_color_hex (guint32 rgb);

/* Text size (points) and line width for a figure of this size: grow with the figure. */
double qn_theme_text_size (const QnTheme *theme, double width, double height);
double qn_theme_line_width (const QnTheme *theme, double width, double height);

/* Fields: t in 0..1. */
QnColor qn_colormap_viridis (double t);

G_END_DECLS
