/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/qn-session.h"
#include "widgets/qn-figure-board.h"

G_BEGIN_DECLS

/* Which figures are on the board: those that were put there by hand in this lab (the settings remember them until another
 * preset of it is chosen), else those that show the preset's point, else the lab's first. The session is told what they want
 * computed. A plain part of the window. */
typedef struct
{
  QnFigureBoard *board; /* borrowed */
  QnSession *session;   /* borrowed */
  QnExperiment origin;  /* whose figures are on the board */
  int size;             /* number of figures */
} QnBoardFigures;

void qn_board_figures_init (QnBoardFigures *self, QnFigureBoard *board, QnSession *session);

void     qn_board_figures_follow   (QnBoardFigures *self, const QnExperiment *origin); /* does nothing while lab and preset are the same */
void     qn_board_figures_set_size (QnBoardFigures *self, int size); /* 1 to QN_BOARD_MAX, others do nothing */
void     qn_board_figures_reset    (QnBoardFigures *self); /* the preset's or the lab's own */
void     qn_board_figures_bring    (QnBoardFigures *self, const char *id); /* in front, if it is not there yet and the lab has it */
void     qn_board_figures_remember (QnBoardFigures *self); /* what is on the board now, in the settings */

/* On the present figure. */
void qn_board_figures_enlarge (QnBoardFigures *self); /* or back to all */
void qn_board_figures_turn    (QnBoardFigures *self, int by); /* to the next (1) or the previous (-1) */

G_END_DECLS
