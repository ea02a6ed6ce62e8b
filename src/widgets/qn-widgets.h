/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lab/qn-lab.h"
#include "plot/qn-theme.h"

G_BEGIN_DECLS

/* The reusable widgets of Quench: they show snapshots and edit experiments, and
 * know nothing of files, windows or undo. None has a timer: whoever owns the
 * window hands them the newest snapshot from its one tick callback, and they ask
 * to be redrawn only when it differs from the last. All belong to the thread of GTK. */

/* Light or dark, high contrast or not, as AdwStyleManager says. */
QnThemeKind qn_widgets_theme_kind (void);

/* How figures should look on this widget now: light or dark and high contrast as
 * AdwStyleManager says, text scale as GtkSettings says. */
QnTheme qn_widgets_theme (GtkWidget *widget);

/* 1 at 96 dpi. Text of a widget's own drawing is multiplied by it. */
double qn_widgets_text_scale (GtkWidget *widget);

/* The theme of a figure so large: its digits keep their share of the window's height. */
QnTheme qn_widgets_figure_theme (GtkWidget *widget, int width, int height);

/* Calls gtk_widget_queue_draw() (and queue_resize()) on the widget whenever the theme
 * or the text scale changes, for as long as it lives; then `changed` (may be NULL). */
void qn_widgets_follow_theme (GtkWidget *widget, void (*changed) (GtkWidget *widget));

/* The name that assistive technology tells. */
void qn_widgets_set_name (GtkWidget *widget, const char *name);

/* A tooltip of a text that may be Pango markup (meanings in the lab's tables are), and the same
 * text without markup for assistive technology. Free with g_free. */
void  qn_widgets_set_tooltip (GtkWidget *widget, const char *text);
char *qn_widgets_plain (const char *text);

G_END_DECLS
