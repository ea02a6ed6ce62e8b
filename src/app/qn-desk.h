/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "app/qn-session.h"

G_BEGIN_DECLS

/* What is open, in a file of the user's state folder, so that it comes back after a crash or a logout: of each window its experiment
 * and, where it belongs to a file, that file and what it holds. Written atomically beside the window, a second after the first
 * change since the last time. Where the last window was closed the file keeps that one. There is one desk in a program.
 * Thread of GTK only. */

/* Sessions to be shown, transfer full: those that were open when the program ended without closing them, else the one closed last;
 * empty where there is nothing. *problem (free it): NULL, or what could not be read and where it is kept. */
GPtrArray *qn_desk_restore (char **problem);

/* Something asked for is shown instead: what a crash has left stays in the file until it is restored. */
void qn_desk_leave (void);

/* `sessions`, of QnSession, are open now: asked for a second later, and by qn_desk_flush(), where a change is still to be
 * written. Transfer full. */
typedef GPtrArray *(*QnDeskSessions) (gpointer data);
void qn_desk_changed (QnDeskSessions sessions, gpointer data);
void qn_desk_flush   (void);

/* The last window is about to close. Written when this returns. */
void qn_desk_close (QnSession *last);

G_END_DECLS
