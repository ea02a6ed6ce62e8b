/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plot/qn-theme.h"

#include <math.h>

#define DIGIT 0.7        /* height of a digit in sizes of its text */
#define LEAST_ACROSS 17  /* texts that a figure needs beside each other, */
#define LEAST_DOWN 12.5  /* and one above the other */

typedef struct
{
  const char *id;
  guint32 background, grid, frame;
  guint32 fill[QN_N_HUES], line[QN_N_HUES];
} Palette;

/* Foreground, hot, cold, work, third reservoir, coherence, reference. The hues are Okabe and Ito's
 * (https://jfly.uni-koeln.de/color/); lines are darkened or lightened to 6.3:1 on their background,
 * so that text in their hues keeps 4.5:1 on the tints of areas and bands. */
#define FILLS(fore, ref) { fore, 0xd55e00, 0x0072b2, 0x009e73, 0xe69f00, 0xcc79a7, ref }

#define PRINT 0xffffff, 0xe6e6e6, 0x000000, FILLS (0x000000, 0x8a8a8a), { 0x000000, 0x9e4500, 0x00649d, 0x006d4f, 0x805800, 0x854e6d, 0x5f5f5f }

static const Palette palettes[QN_N_THEMES] = {
  [QN_THEME_LIGHT] = { "light", 0xffffff, 0xe9e9ec, 0x77767b, FILLS (0x2e3436, 0x8a8a8a),
                       { 0x241f31, 0x9e4500, 0x00649d, 0x006d4f, 0x805800, 0x854e6d, 0x5f5f5f } },
  [QN_THEME_DARK] = { "dark", 0x303030, 0x444448, 0x9a9996, FILLS (0xeeeeec, 0x8a8a8a),
                      { 0xf6f5f4, 0xf5a97a, 0x87c1e9, 0x67cdad, 0xebb12f, 0xe1abcb, 0xbababa } },
  [QN_THEME_LIGHT_CONTRAST] = { "light-contrast", 0xffffff, 0xd0d0d4, 0x000000, FILLS (0x000000, 0x5a5a5a),
                                { 0x000000, 0x8f3f00, 0x00568a, 0x005f45, 0x6e4b00, 0x7a3f61, 0x4a4a4a } },
  [QN_THEME_DARK_CONTRAST] = { "dark-contrast", 0x101010, 0x3c3c40, 0xffffff, FILLS (0xffffff, 0xb0b0b0),
                               { 0xffffff, 0xff9d66, 0x8cc8f5, 0x5fdcb4, 0xffc04d, 0xf0bedb, 0xd0d0d0 } },
  [QN_THEME_PRINT] = { "print", PRINT },
  [QN_THEME_TRANSPARENT] = { "transparent", PRINT },
};

QnColor
qn_color_hex (guint32 rgb)
{
  return (QnColor) { (rgb >> 16 & 255) / 255.0, (rgb >> 8 & 255) / 255.0, (rgb & 255) / 255.0, 1 };
}

QnColor
qn_color_alpha (QnColor color, double alpha)
{
  color.a *= alpha;
  return color;
}

QnColor
qn_color_mix (QnColor a, QnColor b, double t)
{
  return (QnColor) { a.r + (b.r - a.r) * t, a.g + (b.g - a.g) * t, a.b + (b.b - a.b) * t, a.a + (b.a - a.a) * t };
}

QnTheme
qn_theme (QnThemeKind kind, double text_scale)
{
  const Palette *palette = &palettes[kind];
  QnTheme theme = { .kind = kind, .text_scale = text_scale };

  theme.background = qn_color_alpha (qn_color_hex (palette->background), kind == QN_THEME_TRANSPARENT ? 0 : 1);
  theme.grid = qn_color_hex (palette->grid);
  theme.frame = qn_color_hex (palette->frame);
  for (int h = 0; h < QN_N_HUES; h++)
    {
      theme.fill[h] = qn_color_hex (palette->fill[h]);
      theme.line[h] = qn_color_hex (palette->line[h]);
    }
  return theme;
}

const char *
qn_theme_id (QnThemeKind kind)
{
  return palettes[kind].id;
}

gboolean
qn_theme_from_id (const char *id, QnThemeKind *kind)
{
  for (int i = 0; i < QN_N_THEMES; i++)
    if (g_str_equal (palettes[i].id, id))
      {
        *kind = i;
        return TRUE;
      }
  return FALSE;
}

/* The size of a figure as one number: 1 at 480 x 360. */
static double
figure_scale (double width, double height)
{
  return sqrt (MAX (width, 1) / 480 * MAX (height, 1) / 360);
}

double
qn_theme_text_size (const QnTheme *theme, double width, double height)
{
  return MAX (CLAMP (11 * pow (figure_scale (width, height), 0.5), 8.5, 26) * theme->text_scale, theme->least_text);
}

double
qn_theme_screen_text (double width, double height, double screen, double digits)
{
  return MIN (digits * screen / DIGIT, MIN (width / LEAST_ACROSS, height / LEAST_DOWN));
}

double
qn_theme_line_width (const QnTheme *theme, double width, double height)
{
  return CLAMP (1.8 * pow (figure_scale (width, height), 0.6), 1.2, 5) * sqrt (theme->text_scale);
}

QnColor
qn_colormap_viridis (double t)
{
  static const guint32 stops[] = { 0x440154, 0x472d7b, 0x3b528b, 0x2c728e, 0x21918c, 0x28ae80, 0x5ec962, 0xaddc30, 0xfde725 };
  double at = CLAMP (isnan (t) ? 0 : t, 0, 1) * (G_N_ELEMENTS (stops) - 1);
  int i = MIN ((int) at, (int) G_N_ELEMENTS (stops) - 2);

  return qn_color_mix (qn_color_hex (stops[i]), qn_color_hex (stops[i + 1]), at - i);
}
