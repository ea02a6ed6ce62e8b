/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "widgets/qn-figure-board.h"
#include "app/qn-session.h"

G_BEGIN_DECLS

/* A window on one running machine. All it can do it does through the actions of
 * qn-actions.h, and these that take a parameter:
 *   win.speed (s)        a speed of qn_session_speeds()
 *   win.board-size (i)   number of figures
 *   win.open-recent (s)  URI of an experiment
 *   win.choose (ss)      lab, preset ("": its first)
 *   win.board-reset      the lab's own figures
 *
 * One tick callback hands the newest snapshot to strip, board and timeline. It is
 * there only while the machine runs or an answer of the worker is awaited, and the window is to be seen. */
#define QN_TYPE_WINDOW (qn_window_get_type ())
G_DECLARE_FINAL_TYPE (QnWindow, qn_window, QN, WINDOW, AdwApplicationWindow)

/* On a session that no other window has. Plays. */
GtkWidget *qn_window_new (GtkApplication *application, QnSession *session);

/* Size and sidebars, in the settings: those of the next window. */
void qn_window_remember (QnWindow *self);

/* A message. */
void qn_window_complain (QnWindow *self, const char *heading, const char *body);

/* Reads in the background; then a step of undo, or a dialog that says what is wrong with the file. */
void qn_window_open_file (QnWindow *self, GFile *file);

QnSession     *qn_window_get_session  (QnWindow *self); /* transfer none */
QnFigureBoard *qn_window_get_board    (QnWindow *self);
gboolean       qn_window_get_ticking  (QnWindow *self);
/* The message over the figures, NULL when the experiment can be computed. */
const char    *qn_window_get_problem  (QnWindow *self);

G_END_DECLS
