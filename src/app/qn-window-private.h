/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/qn-lab-list.h"
#include "app/qn-panes.h"
#include "widgets/qn-parameter-panel.h"
#include "widgets/qn-result-strip.h"
#include "app/qn-transport.h"
#include "app/qn-window.h"

G_BEGIN_DECLS

struct _QnWindow
{
  AdwApplicationWindow parent_instance;

  /* Template */
  AdwToastOverlay *toasts;
  AdwWindowTitle *title;
  GtkWidget *start_button, *undo_button, *redo_button, *end_button, *board_button, *export_button;
  GtkMenuButton *menu_button;
  GMenu *recent_menu;
  GMenuModel *primary_menu, *board_menu;
  QnPanes *panes;
  QnLabList *labs;
  QnResultStrip *strip;
  QnFigureBoard *board;
  QnTransport *transport;
  QnParameterPanel *panel;
  GtkRevealer *problem;
  GtkLabel *problem_label;
  GtkWidget *hint;
  GtkDropTarget *drop;

  /* Owned */
  QnSession *session;
  GCancellable *cancellable; /* of files being read and written */
  GtkFileChooserNative *chooser;
  QnSnapshot *shown;         /* the last one; NULL before the first */

  /* Weak */
  GtkWidget *about; /* "About this machine"; NULL while it is not open */

  const QnLab *lab; /* whose figures are on the board */
  int board_size;
  guint tick;
  gint64 last_frame; /* of the last snapshot, microseconds; 0: none */
  gint64 behind_since; /* when what is shown fell behind what was asked for; 0: it has not */
  gboolean closing;
};

/* qn-window-files.c */
void     qn_window_files_class_init (GtkWidgetClass *widget_class);
void     qn_window_files_init       (QnWindow *self);
gboolean qn_window_drop_accept      (GtkDropTarget *target, GdkDrop *drop, QnWindow *self);
gboolean qn_window_drop             (GtkDropTarget *target, const GValue *value, double x, double y, QnWindow *self);
void     qn_window_ask_to_save      (QnWindow *self); /* before it closes: saves, discards or stays */
void     qn_window_fill_recent      (QnWindow *self);

/* qn-window-figures.c */
void     qn_window_figures_class_init (GtkWidgetClass *widget_class);
void     qn_window_fill_board         (QnWindow *self); /* for the present lab, from the settings */
void     qn_window_set_board_size     (QnWindow *self, int n);
void     qn_window_export             (QnWindow *self, QnFigureView *view);
void     qn_window_remember_figures   (QnWindow *self);

/* qn-window.c */
void     qn_window_say     (QnWindow *self, const char *text); /* a toast */
void     qn_window_complain (QnWindow *self, const char *heading, const char *body); /* a dialog */
GtkFileChooserNative *qn_window_chooser (QnWindow *self, const char *title, GtkFileChooserAction action, const char *accept);

G_END_DECLS
