/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/qn-board-figures.h"
#include "app/qn-dialogs.h"
#include "app/qn-session.h"

G_BEGIN_DECLS

/* The experiments of a session in files. A plain part of the window; nothing here blocks. */
typedef struct
{
  QnDialogs *dialogs;        /* borrowed */
  QnSession *session;        /* borrowed */
  QnBoardFigures *figures;   /* borrowed: what a picture shows comes onto the board */
  GCancellable *cancellable; /* owned: of files being read */
  GtkWidget *question;       /* weak: whether to save before closing; NULL: it is not asked */
  gboolean closing;          /* the window closes, whatever has not been saved */
} QnFiles;

void qn_files_init  (QnFiles *self, QnDialogs *dialogs, QnSession *session, QnBoardFigures *figures);
void qn_files_clear (QnFiles *self); /* any number of times */

/* Reads in the background an experiment, or the one that a picture or table of Quench’s carries; then a step of undo, or a message that says
 * what is wrong with the file. */
void qn_files_open (QnFiles *self, GFile *file);
void qn_files_ask  (QnFiles *self); /* which one to open */

void qn_files_save    (QnFiles *self); /* to the session's file; asks for one where there is none */
void qn_files_save_as (QnFiles *self);

/* Whether the window may close now. Where changes would be lost asks whether to save them, and
 * closes it after an answer that allows it. */
gboolean qn_files_may_close (QnFiles *self);

/* The files opened and saved last, newest first, as items with the action win.open-recent. */
void qn_files_fill_recent (GMenu *menu);

G_END_DECLS
